"""Draw records at random to be judged by eye, and add up what was judged.

    python benchmarks/precision.py draw --news raw_news.jsonl --reports FOLDER --seed 7 > to_judge.txt
    python benchmarks/precision.py sum docs/precision-sheet.tsv

`draw` reads --items news (JSON lines with `date`, `title`, `text`) drawn at random and all reports (text files), draws
as many records of each type, and prints for each the line that the sheet is to have, its words on the page and its
fields. The sheet has a line for each record: source, type, id, first and last offset, whether there is such a record
(y or n), and its fields with 1 or 0 for right or wrong. The sheet holds no text of the sources.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from newsie import extract_many
from newsie.page import Page
from newsie.records import Extraction, Record

_TYPES = ("meetings", "visits", "statements", "officials", "projects", "statistics")
_NO_FIELDS = frozenset({"id", "article", "articles", "evidence", "confidence", "review", "statements"})
_AROUND = 240


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    commands = parser.add_subparsers(required=True)
    draw = commands.add_parser("draw")
    draw.add_argument("--news", type=Path, required=True)
    draw.add_argument("--reports", type=Path, required=True)
    draw.add_argument("--seed", type=int, default=7)
    draw.add_argument("--items", type=int, default=700)
    draw.add_argument("--each", type=int, default=34, help="records of each type")
    draw.set_defaults(run=_draw)
    total = commands.add_parser("sum")
    total.add_argument("sheet", type=Path)
    total.set_defaults(run=_sum)
    args = parser.parse_args()
    args.run(args)


def _draw(args: argparse.Namespace) -> None:
    chance = np.random.default_rng(args.seed)
    pages = [*_news(args.news, args.items, chance), *_reports(args.reports)]
    by_type: dict[str, list[tuple[Page, Record]]] = defaultdict(list)
    for page, result in zip(pages, extract_many(pages), strict=True):
        if isinstance(result, Extraction):
            for kind in _TYPES:
                by_type[kind] += [(page, record) for record in _records(result, kind)]
    for kind in _TYPES:
        found = by_type[kind]
        for index in sorted(chance.choice(len(found), min(args.each, len(found)), replace=False)):
            _print(kind, *found[index])
    print({kind: len(found) for kind, found in by_type.items()}, file=sys.stderr)


def _news(path: Path, items: int, chance: np.random.Generator) -> Iterator[Page]:
    lines = path.read_text(encoding="utf-8").splitlines()
    for index in sorted(chance.choice(len(lines), min(items, len(lines)), replace=False)):
        item = json.loads(lines[index])
        day = f"{item['date'][:4]}-{item['date'][4:6]}-{item['date'][6:]}"
        yield Page.of(f"{item['title']}\n\n{item['text']}\n", published=day, source=f"news-{index + 1:05}")


def _reports(folder: Path) -> Iterator[Page]:
    for path in sorted(folder.glob("*.txt")):
        yield Page.of(path.read_text(encoding="utf-8"), source=f"report-{path.name[:4]}")


def _records(result: Extraction, kind: str) -> list[Record]:
    own: Sequence[Record] = getattr(result, kind)
    if kind != "statements":
        return list(own)
    return [*own, *(said for home in (*result.meetings, *result.visits) for said in home.statements)]


def _fields(record: Record) -> dict[str, object]:
    given = record.model_dump(mode="json", exclude_none=True)
    return {name: value for name, value in given.items() if name not in _NO_FIELDS and value not in ([], "")}


def _print(kind: str, page: Page, record: Record) -> None:
    evidence = getattr(record, "evidence", {})
    places = [segment for pieces in evidence.values() for piece in pieces for segment in piece.segments]
    start, end = min(place[0] for place in places), max(place[1] for place in places)
    fields = _fields(record)
    verdicts = " ".join(f"{name}=1" for name in fields)
    print("\t".join((page.source, kind, getattr(record, "id", ""), str(start), str(end), "y", verdicts)))
    text = page.readable[max(0, start - _AROUND) : end + _AROUND // 2].replace("\n", "¶")
    print("  TEXT", text if len(text) < 2000 else f"{text[:1200]} …… {text[-700:]}")
    print("  READ", json.dumps(fields, ensure_ascii=False))
    print()


def _sum(args: argparse.Namespace) -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for line in args.sheet.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        _, kind, _, _, _, real, verdicts, *_ = line.split("\t")
        for name in (kind, "all"):
            counts[name]["records"] += 1
            counts[name]["real"] += real == "y"
            counts[name]["fields"] += verdicts.count("=")
            counts[name]["right"] += verdicts.count("=1")
    print(f"{'type':<12}{'records':>9}{'real':>8}{'fields':>9}{'right':>8}")
    for kind in (*_TYPES, "all"):
        found = counts[kind]
        if found["records"]:
            real, right = found["real"] / found["records"], found["right"] / max(1, found["fields"])
            print(f"{kind:<12}{found['records']:>9}{real:>8.1%}{found['fields']:>9}{right:>8.1%}")


if __name__ == "__main__":
    main()
