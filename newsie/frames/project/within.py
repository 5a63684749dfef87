"""Sorted spans of a text, asked for by stretch, without a walk over all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

_LONGEST = 120


class Spanned(Protocol):
    """Anything that begins and ends in a text: a mention, a date, an amount."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """One past the last."""


Item = TypeVar("Item", bound=Spanned)


class Within(Generic[Item]):
    """Items sorted by where they begin.

    >>> from newsie.reading import Title
    >>> Within((Title(4, 9), Title(0, 3))).between(0, 5)
    [Title(start=0, end=3)]
    """

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = sorted(items, key=lambda item: (item.start, item.end))
        self._starts = [item.start for item in self._items]

    def between(self, start: int, end: int) -> list[Item]:
        """Return the items that lie wholly between two offsets, in their order."""
        first, last = bisect_left(self._starts, start), bisect_right(self._starts, end)
        return [item for item in self._items[first:last] if item.end <= end]

    def last_end(self, start: int, end: int) -> int:
        """Return where the last item between two offsets ends, or `start`."""
        return max((item.end for item in self.between(max(start, end - _LONGEST), end)), default=start)

    def covers(self, start: int, end: int) -> bool:
        """Tell whether an item (of up to 120 characters) reaches into a stretch."""
        first, last = bisect_left(self._starts, start - _LONGEST), bisect_left(self._starts, end)
        return any(item.end > start for item in self._items[first:last])
