"""How much each signal counts (权重): a table of log-odds, fitted on pages as they were first read.

What stands in `lexicon/confidence.tsv` is made by `benchmarks/confidence.py`. A field's log-odds are
the base of its kind, and what its rule and its signals add or take.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from newsie import lexicon
from newsie.judging.reasons import DOUBTED, REASONS

ANY = "*"
BASE = "base"
RECORD = "record"
"""The scope of a record as a whole, `statistic.record`, beside those of its fields."""

_TELLING = -0.15
"""What takes as much or more is told as a reason."""
_MOST = 0.99


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is thought of a field or a record.

    Attributes:
        chance: that it is right.
        reasons: what took most, each with how much.
    """

    chance: float
    reasons: tuple[tuple[float, str], ...]


_UNKNOWN = Verdict(1.0, ())


@cache
def verdict(kind: str, field: str, rule: str, bits: int) -> Verdict:
    """Return what is thought of a field by its rule and signals; one that the table does not know is as good as its record.

    >>> verdict("statistic", "quantity", "", 0).chance > 0.5
    True
    """
    scope = f"{kind}.{field}"
    table = _table()
    if (scope, BASE) not in table:
        return _UNKNOWN
    parts = [(_weight(scope, f"rule {rule}"), DOUBTED)] if rule else []
    parts += [
        (_weight(ANY, name) + _weight(scope, name), reason)
        for place, (name, reason) in enumerate(REASONS)
        if bits >> place & 1
    ]
    odds = table[scope, BASE] + sum(weight for weight, _ in parts)
    telling = sorted(part for part in parts if part[0] <= _TELLING)
    return Verdict(min(_MOST, round(1 / (1 + math.exp(-odds)), 2)), tuple(telling))


def _weight(scope: str, signal: str) -> float:
    return _table().get((scope, signal), 0.0)


@cache
def _table() -> dict[tuple[str, str], float]:
    return {(scope, signal): float(weight) for scope, signal, weight in lexicon.rows("confidence.tsv", 3)}
