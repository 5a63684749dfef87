"""What a case expects and what a library answers, in one form for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["number", "share", "currency", "dimension", "date", "money"]
Days: TypeAlias = "tuple[str | None, str | None]"

NO_DAY: Days = (None, None)


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that stands in a text, as expected or as found.

    Attributes:
        words: what stands there.
        start: where it begins in the text; -1 when the library does not say.
        low, high: its value, and the upper end of a range.
        unit: as the case or the library calls it.
        hedged: whether a hedge (余, 约, 以上) was kept.
        days: the intervals of days that it may mean, first and last day; an open end is None.
        free: whether an expected answer may be found with any value or not at all.
    """

    words: str
    start: int
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    hedged: bool = False
    days: tuple[Days, ...] = ()
    free: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A text with what it expects.

    Attributes:
        file: the file it is from, without its ending.
        kind: what is looked for.
        text: the text.
        reference: the day that relative dates count from.
        expected: the answers, in the order of the text.
        ignored: spans whose answers are out of scope (clock times), half-open.
    """

    file: str
    kind: Kind
    text: str
    reference: date | None
    expected: tuple[Answer, ...]
    ignored: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """What a unit is worth: its kind (currency, dimension, share), its base and the factor to it."""

    kind: str
    base: str
    factor: Decimal


@cache
def units() -> dict[str, Unit]:
    """Return the units that the comparison knows, by every name they have."""
    known = {}
    lines = (Path(__file__).parent / "units.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if not line.startswith("# "):
            name, kind, base, factor = line.split("\t")
            known[name] = Unit(kind, base, Decimal(factor))
    return known


def unit_named(name: str) -> Unit | None:
    """Return the unit of a name, space in it aside, or None if it is not known."""
    known = units()
    return known.get(name) or known.get("".join(name.split()))
