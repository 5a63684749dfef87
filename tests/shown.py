"""The examples of docs/records: a page's words and the record read from them.

An example is a comment that says which record of which page, and what this module makes of it:

    <!-- seeds/001_ee1bfada88838ace.txt: meetings name=会议 -->

`python tests/shown.py` makes all examples anew; `tests/test_docs.py` fails if one is not what newsie gives.
"""

from __future__ import annotations

import json
import re
import sys
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import newsie

TOP = Path(__file__).parent.parent
PAGES = TOP / "docs" / "records"
_EXAMPLE = re.compile(
    r"(<!-- (\S+): (\w+) (.+?) -->\n)(?:\n?```text\n.*?^```\n\n```json\n.*?^```\n)?", re.DOTALL | re.MULTILINE
)
_UNSHOWN = {"id", "article", "articles", "evidence", "confidence", "review", "statements"}
_BOUND = re.compile(r"[。！？](?:[”’」』])?|\n\s*\n")


@lru_cache
def _extractor() -> newsie.Extractor:
    return newsie.load()


@lru_cache
def _read(source: str) -> tuple[str, newsie.Extraction]:
    (found,) = newsie.find_pages([TOP / source])
    page = newsie.read_page(found)
    return page.readable, _extractor().extract_page(page)


def _slim(value: object) -> object:
    """Leave out what is empty."""
    if isinstance(value, dict):
        return {key: _slim(one) for key, one in value.items() if one not in (None, [], {}, False)}
    return [_slim(one) for one in value] if isinstance(value, list) else value


def _matches(record: dict[str, object], key: str, words: str) -> bool:
    value = record.get(key)
    return value == words or (isinstance(value, str) and words.endswith("…") and value.startswith(words[:-1]))


def _chosen(result: newsie.Extraction, kind: str, wanted: str) -> dict[str, object]:
    records = list(getattr(result, kind))
    if kind == "statements":
        records += [one for told in (*result.meetings, *result.visits) for one in told.statements]
    conditions = [condition.split("=", 1) for condition in wanted.split(" & ")]
    for record in records:
        dumped: dict[str, object] = record.model_dump(mode="json")
        if all(_matches(dumped, key, words) for key, words in conditions):
            return dumped
    raise LookupError(f"no {kind} with {wanted}")


def _places(record: dict[str, object]) -> list[tuple[int, int]]:
    evidence = record["evidence"]
    assert isinstance(evidence, dict)
    return sorted(
        (start, end)
        for field, pieces in evidence.items()
        if field not in _UNSHOWN
        for piece in pieces
        for start, end in piece["segments"]
    )


def _excerpt(text: str, places: list[tuple[int, int]]) -> str:
    """Return the sentences that bear the places, …… where some are left out."""
    bounds = [0, *(match.end() for match in _BOUND.finditer(text)), len(text)]
    told = [
        (start, end)
        for start, end in pairwise(bounds)
        if any(first < end and start < last for first, last in places)
    ]
    words = ""
    for index, (start, end) in enumerate(told):
        gap = index and text[told[index - 1][1] : start].strip()
        words += ("\n……\n" if gap else "") + text[start:end]
    return words.strip("\n ").replace("\n\n\n", "\n\n")


def _told(record: dict[str, object]) -> str:
    shown = _slim({key: value for key, value in record.items() if key not in _UNSHOWN})
    assert isinstance(shown, dict)
    lines = [f'  "{key}": {json.dumps(value, ensure_ascii=False)}' for key, value in shown.items()]
    return "{\n" + ",\n".join(lines) + "\n}"


def example(source: str, kind: str, wanted: str) -> str:
    """Return an example: the words of the page, and the record without what is empty."""
    text, result = _read(source)
    record = _chosen(result, kind, wanted)
    return f"\n```text\n{_excerpt(text, _places(record))}\n```\n\n```json\n{_told(record)}\n```\n"


def made(page: str) -> str:
    """Return a page of the documentation with its examples made anew."""
    return _EXAMPLE.sub(lambda match: match[1] + example(match[2], match[3], match[4]), page)


if __name__ == "__main__":
    for path in sorted(PAGES.glob("*.md")) if len(sys.argv) < 2 else map(Path, sys.argv[1:]):
        path.write_text(made(path.read_text(encoding="utf-8")), encoding="utf-8")
