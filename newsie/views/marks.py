"""Overlapping places of many records, cut into stretches over which nothing changes.

>>> cut(6, [Place(0, 4, "a"), Place(2, 3, "b")])
(Stretch(start=0, end=2, what=('a',)), Stretch(start=2, end=3, what=('b', 'a')), Stretch(start=3, end=4, what=('a',)), \
Stretch(start=4, end=6, what=()))
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

What = TypeVar("What")


@dataclass(frozen=True, slots=True)
class Place(Generic[What]):
    """A half-open range of a text and what was read there."""

    start: int
    end: int
    what: What


@dataclass(frozen=True, slots=True)
class Stretch(Generic[What]):
    """A range and all that was read over it, what has the shortest range first."""

    start: int
    end: int
    what: tuple[What, ...]


def cut(length: int, places: Iterable[Place[What]]) -> tuple[Stretch[What], ...]:
    """Return stretches that together are a text of some length."""
    begins: defaultdict[int, list[Place[What]]] = defaultdict(list)
    bounds = {0, length}
    for place in places:
        if place.start < place.end:
            begins[place.start].append(place)
            bounds |= {place.start, place.end}
    found: list[Stretch[What]] = []
    live: list[Place[What]] = []
    order = sorted(bounds)
    for start, end in pairwise(order):
        live = [place for place in (*live, *begins[start]) if place.end > start]
        live.sort(key=lambda place: place.end - place.start)
        found.append(Stretch(start, end, tuple(place.what for place in live)))
    return tuple(found)
