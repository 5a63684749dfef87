"""Sets of characters as sorted ranges of code points, to ask whether two have one in common.

>>> digits = ranges([("0", "9")])
>>> meet(digits, ranges([("5", "5")])), meet(digits, outside(digits))
(True, False)
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

Ranges: TypeAlias = tuple[tuple[int, int], ...]
"""First and last code point of each stretch, sorted, none touching another."""

_LAST = 0x10FFFF
ANY: Ranges = ((0, _LAST),)
NONE: Ranges = ()


def ranges(members: Iterable[tuple[str, str]]) -> Ranges:
    """Return the set of some stretches of characters, both ends inclusive."""
    return _merged((ord(first), ord(last)) for first, last in members)


def union(*sets: Ranges) -> Ranges:
    """Return what is in any of some sets."""
    return _merged(stretch for one in sets for stretch in one)


def outside(one: Ranges) -> Ranges:
    """Return all characters that are not in a set."""
    edges = [-1, *(edge for first, last in one for edge in (first, last)), _LAST + 1]
    gaps = zip(edges[::2], edges[1::2], strict=True)
    return tuple((before + 1, after - 1) for before, after in gaps if before + 1 <= after - 1)


def meet(one: Ranges, other: Ranges) -> bool:
    """Tell whether two sets have a character in common."""
    at, beside = 0, 0
    while at < len(one) and beside < len(other):
        if one[at][1] < other[beside][0]:
            at += 1
        elif other[beside][1] < one[at][0]:
            beside += 1
        else:
            return True
    return False


def _merged(stretches: Iterable[tuple[int, int]]) -> Ranges:
    merged: list[tuple[int, int]] = []
    for first, last in sorted(stretches):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple(merged)
