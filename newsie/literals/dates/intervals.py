"""What an expression says as a whole: its days, cut open at one end by 以来, 前, 起 or 之后.

>>> in_order((2022, 1, 1), (2021, 12, 31)), in_order((None, 3, 1), (None, 1, 1))
(False, True)
"""

from __future__ import annotations

from newsie.literals.dates.bounds import Expression
from newsie.literals.dates.days import Day, Stretch, iso, shifted
from newsie.values import Interval

_FEW = 7
"""Days: a stretch of more is not told of as if it were over."""


def in_order(first: Day | None, last: Day | None) -> bool:
    """Tell whether one day is not after another, as far as their years are known."""
    return not first or not last or None in (first[0], last[0]) or first <= last


def has_just_begun(stretch: Stretch, issue: Day) -> bool:
    """Tell whether a stretch is over or some days of one that goes on: 6月12日至13日 in a paper of the 12th, and then 13日下午."""
    if stretch.last is None or stretch.last <= issue:
        return True
    first = stretch.first or stretch.last
    return first <= issue and first[:2] == stretch.last[:2] and stretch.last[2] - first[2] < _FEW


def interval_of(found: Expression, stretch: Stretch, folded: str, issue: Day | None) -> Interval:
    """Return the interval of an expression whose days are `stretch`; `issue` is the day of publication."""
    part, bound = found.part_of_day, found.bound
    first, last = stretch.first, stretch.last
    if bound == "before" and first and not found.left.day and stretch.precision in ("year", "month"):
        return Interval(None, iso(shifted(first, -1)), "vague", part)
    if bound in ("until", "before"):
        return Interval(None, iso(last), "vague", part)
    if bound == "since":
        if not in_order(first, issue):
            return Interval(None, iso(issue), "vague")
        named = folded[found.start] in "自从" and found.end - found.left.end > len("以来")
        return Interval(iso(first), iso(issue), "vague" if named else "range", part)
    if bound == "after" and stretch.precision != "day":
        return Interval(iso(last and shifted(last, 1)), None, "range", part)
    if bound in ("from", "after") or (found.left.word == "即日起" and not found.right):
        return Interval(iso(first), None, "range", part)
    return Interval(iso(first), iso(last), stretch.precision, part, stretch.approximate or found.about)
