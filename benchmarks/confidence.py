"""Fit how much each signal counts, and measure how true the chances are.

    python benchmarks/confidence.py              # what is in the package, on pages never used to fit it
    python benchmarks/confidence.py --fit        # make newsie/lexicon/confidence.tsv anew

`first_reads.jsonl.gz` has what newsie made of pages when it first read them, before their mistakes were
repaired, each with its gold: on pages it has met since, it is right far more often than a reader's pages
will find it. The sets are in the order of time; the last is kept for measuring.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path

import numpy as np

TOP = Path(__file__).parent.parent
sys.path.insert(0, str(TOP))

from newsie.evaluation.fields import MEETING, PROJECT, STATISTIC, VISIT, Compared  # noqa: E402
from newsie.evaluation.likeness import alike, same_days, same_name, same_post  # noqa: E402
from newsie.evaluation.partners import partners  # noqa: E402
from newsie.judging.reasons import REASONS  # noqa: E402
from newsie.judging.signals import signals_of  # noqa: E402
from newsie.judging.view import look_at  # noqa: E402
from newsie.judging.weights import ANY, BASE, RECORD, verdict  # noqa: E402
from newsie.records import Extraction  # noqa: E402

READS = Path(__file__).with_name("first_reads.jsonl.gz")
TABLE = TOP / "newsie" / "lexicon" / "confidence.tsv"
TEST = "i"
REFERENCE = "h"
"""The set whose level counts: the last before the one for measuring."""
ONLY = 0.35
"""What it says for all records that a text is one article, so that none can be torn from its story: as much as brings
the chances of 2,400 records and 9,900 fields of 400 television-news items (.94 and .87 without it) to what was right
of those that were judged by eye (.96 and .90 in the draw of its day; docs/precision-sheet.tsv has the latest). No page that is fitted on has one article."""


def _same_step(one: object, two: object) -> bool:
    """Tell whether two milestones are the same."""
    return alike(0.6)(getattr(one, "text", None), getattr(two, "text", None))


_COMPARED = {
    "meeting": MEETING,
    "visit": VISIT,
    "official": (Compared("name", same_name), Compared("posts", same_post, several=True)),
    "project": (*PROJECT, Compared("milestones", _same_step, several=True)),
    "statistic": (*STATISTIC, Compared("period", same_days)),
    "statement": (
        Compared("speaker", alike(0.8)),
        Compared("text", alike(0.8)),
        Compared("verb", same_name),
    ),
}
_LEAST = 0.05
# how strongly weights are held back: a signal's own for one field most
_PENALTIES = {"base": 0.3, "rule": 3.0, "any": 4.0, "own": 8.0, "set": 0.3}
_ROUNDS = 30
_EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.975, 1.01)

HEAD = """# What speaks for a record or field, in log-odds: scope, signal, weight; made by benchmarks/confidence.py --fit
# from pages as they were first read. A field's are its base, and those of its rule and of its signals, both of
# any field (*) and its own. Free to use as the rest of newsie.
"""


@dataclass(frozen=True, slots=True)
class Case:
    """A record or field that was read, and whether it was right.

    Attributes:
        scope: `statistic.subject`; of a record as a whole `statistic.record`.
        rule: what found it.
        bits: its signals.
        right: whether it was.
        page: the page.
        group: the set of pages.
    """

    scope: str
    rule: str
    bits: int
    right: bool
    page: str
    group: str


def main() -> None:
    """Fit or measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fit", action="store_true", help="make the table anew")
    parser.add_argument("--crossed", action="store_true", help="leave each page out in turn, of all sets")
    args = parser.parse_args()
    cases = list(read_cases())
    if args.fit:
        table = [((ANY, "only"), ONLY), *fit([case for case in cases if case.group != TEST])]
        TABLE.write_text(
            HEAD + "".join(f"{scope}\t{name}\t{weight:.2f}\n" for (scope, name), weight in table)
        )
        verdict.cache_clear()
        return
    if args.crossed:
        report("each page left out in turn", crossed(cases))
        return
    judged = measured(cases)
    report(f"{len({case.page for _, case in judged})} pages never used to fit", judged)


def measured(cases: Iterable[Case]) -> list[tuple[float, Case]]:
    """Return the cases of the pages that are kept for measuring, each with the chance the package gives it."""
    return [(_chance(case), case) for case in cases if case.group == TEST]


def read_cases() -> Iterator[Case]:
    """Yield every record and field of the pages as they were first read."""
    with gzip.open(READS, "rt", encoding="utf-8") as lines:
        for line in lines:
            read = json.loads(line)
            gold, found = (Extraction.model_validate(read[name]) for name in ("gold", "found"))
            yield from _cases(gold, found, read["text"], read["set"])


def _cases(gold: Extraction, found: Extraction, text: str, group: str) -> Iterator[Case]:
    view = look_at(found, text)
    for wanted, got in partners(gold, found):
        signs = signals_of(got, view)
        name = type(got).__name__.lower()
        yield Case(f"{name}.{RECORD}", signs.rule, signs.bits, wanted is not None, found.source, group)
        compared = {field.name: field for field in _COMPARED[name]}
        for field, rule, bits in signs.fields:
            if field in compared:
                right = wanted is not None and _right(compared[field], wanted, got)
                yield Case(f"{name}.{field}", rule, bits, right, found.source, group)


def _right(field: Compared, gold: object, found: object) -> bool:
    """Tell whether a field has the value of gold; of lists, every member and no other."""
    wanted, got = getattr(gold, field.name), getattr(found, field.name)
    if not field.several:
        return field.same(wanted, got)
    left = list(got)
    for member in wanted:
        hit = next((one for one in left if field.same(member, one)), None)
        if hit is None:
            return False
        left.remove(hit)
    return not left


def _features(case: Case) -> list[tuple[str, str]]:
    """Return the entries of the table that a case adds up."""
    names = [name for place, (name, _) in enumerate(REASONS) if case.bits >> place & 1]
    found = [(case.scope, BASE), *((ANY, name) for name in names), *((case.scope, name) for name in names)]
    return [*found, (case.scope, f"rule {case.rule}")] if case.rule else found


def fit(cases: Sequence[Case]) -> list[tuple[tuple[str, str], float]]:
    """Return the weights that explain best what was right, those near nothing left out."""
    rows = [[*_features(case), ("set", case.group)] for case in cases]
    rows = [[one for one in row if one != ("set", REFERENCE)] for row in rows]
    columns = {feature: place for place, feature in enumerate(sorted({one for row in rows for one in row}))}
    matrix = np.zeros((len(rows), len(columns)))
    for number, row in enumerate(rows):
        matrix[number, [columns[one] for one in row]] = 1.0
    right = np.array([case.right for case in cases], dtype=float)
    penalty = np.array([_penalty(feature) for feature in columns])
    centre = np.array([2.0 if feature[1] == BASE else 0.0 for feature in columns])
    weights = centre.copy()
    for _ in range(_ROUNDS):
        chances = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (chances - right) + penalty * (weights - centre)
        bend = (matrix * (chances * (1 - chances))[:, None]).T @ matrix + np.diag(penalty)
        weights -= np.linalg.solve(bend, slope)
    return [
        (feature, float(weights[place]))
        for feature, place in columns.items()
        if feature[0] != "set" and (feature[1] == BASE or abs(weights[place]) >= _LEAST)
    ]


def _penalty(feature: tuple[str, str]) -> float:
    scope, name = feature
    if scope == "set":
        return _PENALTIES["set"]
    if name == BASE:
        return _PENALTIES["base"]
    if name.startswith("rule "):
        return _PENALTIES["rule"]
    return _PENALTIES["any" if scope == ANY else "own"]


def _chance(case: Case, table: dict[tuple[str, str], float] | None = None) -> float:
    if table is None:
        kind, _, field = case.scope.partition(".")
        return verdict(kind, field, case.rule, case.bits).chance
    odds = sum(table.get(feature, 0.0) for feature in _features(case))
    return min(0.99, round(1 / (1 + math.exp(-odds)), 2))


def crossed(cases: Sequence[Case]) -> list[tuple[float, Case]]:
    """Return each case with the chance that the pages other than its own give it."""
    found = []
    for page in sorted({case.page for case in cases}):
        table = dict(fit([case for case in cases if case.page != page]))
        found += [(_chance(case, table), case) for case in cases if case.page == page]
    return found


def report(title: str, judged: Sequence[tuple[float, Case]]) -> None:
    """Print how true chances are: a table of reliability, Brier's score, the error of calibration."""
    print(f"{title}: {len(judged)} records and fields, {_share(judged):.1%} right")
    for name, part in (
        ("records", [one for one in judged if one[1].scope.endswith(f".{RECORD}")]),
        ("fields", [one for one in judged if not one[1].scope.endswith(f".{RECORD}")]),
    ):
        print(f"\n{name:24} n  said  right")
        for low, high in pairwise(_EDGES):
            inside = [one for one in part if low <= one[0] < high]
            if inside:
                said = sum(chance for chance, _ in inside) / len(inside)
                print(f"  {low:.3f}–{min(high, 1):.3f} {len(inside):12} {said:5.3f} {_share(inside):5.3f}")
        print(
            f"  Brier {_brier(part):.4f} (always the mean: {_brier_of_mean(part):.4f}), ECE {calibration_error(part):.4f}, AUC {area(part):.3f}"
        )
    print("\nfields at a threshold     kept  right")
    fields = [one for one in judged if not one[1].scope.endswith(f".{RECORD}")]
    for least in (0.0, 0.5, 0.7, 0.8, 0.9, 0.95):
        kept = [one for one in fields if one[0] >= least]
        print(f"  ≥ {least:.2f} {len(kept) / len(fields):16.1%} {_share(kept):6.1%}")
    print("\nscope                       n  said  right")
    by_scope = defaultdict(list)
    for one in judged:
        by_scope[one[1].scope].append(one)
    for scope, part in sorted(by_scope.items()):
        said = sum(chance for chance, _ in part) / len(part)
        print(f"  {scope:22} {len(part):4} {said:5.3f} {_share(part):5.3f}")


def _share(judged: Iterable[tuple[float, Case]]) -> float:
    counts = Counter(case.right for _, case in judged)
    return counts[True] / max(1, counts.total())


def _brier(judged: Sequence[tuple[float, Case]]) -> float:
    return sum((chance - case.right) ** 2 for chance, case in judged) / max(1, len(judged))


def _brier_of_mean(judged: Sequence[tuple[float, Case]]) -> float:
    share = _share(judged)
    return share * (1 - share)


def area(judged: Sequence[tuple[float, Case]]) -> float:
    """Return the chance that what was right was said to be surer than what was wrong (AUC)."""
    ranked = sorted(judged, key=lambda one: one[0])
    right = sum(case.right for _, case in judged)
    total, at = 0.0, 0
    for _, group in groupby(ranked, key=lambda one: one[0]):
        part = list(group)
        total += (at + (len(part) + 1) / 2) * sum(case.right for _, case in part)
        at += len(part)
    wrong = len(ranked) - right
    return (total - right * (right + 1) / 2) / max(1, right * wrong)


def calibration_error(judged: Sequence[tuple[float, Case]]) -> float:
    """Return the mean distance of what was said from what was right, over tenths of equal size."""
    ranked = sorted(judged, key=lambda one: one[0])
    size = max(1, len(ranked) // 10)
    bins = [ranked[at : at + size] for at in range(0, len(ranked), size)]
    total = sum(len(part) * abs(sum(c for c, _ in part) / len(part) - _share(part)) for part in bins)
    return total / max(1, len(ranked))


if __name__ == "__main__":
    main()
