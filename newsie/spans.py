"""Stretches of one text, asked about quickly: what overlaps, what ends before, what lies between (区间).

`Spans` are bare stretches, none overlapping another; a `Within` holds things that begin and end in a text.

>>> spans = Spans([(2, 4), (7, 9)])
>>> spans.touch(3, 5), spans.touch(4, 7), spans.last_end(7)
(True, False, 4)
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar

from newsie.text import Span

_LONGEST = 120


def holding(spans: Sequence[Span], places: Iterable[int]) -> Iterator[int]:
    """Yield the numbers of those spans in which one of some places lies; both are sorted, and no span overlaps another.

    >>> list(holding([(0, 3), (4, 9), (9, 12)], [3, 5, 6]))
    [1]
    """
    starts = [start for start, _ in spans]
    last = -1
    for place in places:
        number = bisect_right(starts, place) - 1
        if number > last and place < spans[number][1]:
            last = number
            yield number


def start_behind(marks: str, text: str, low: int, at: int) -> int:
    """Return where the stretch begins that `at` ends: behind the last of some marks from `low` on, or at `low`.

    >>> start_behind("。，", "今天。市长到甲县，乙局陪同", 0, 11), start_behind("。，", "今天", -5, 2)
    (9, 0)
    """
    begin = max(0, low)
    for mark in marks:
        begin = max(begin, text.rfind(mark, begin, at) + 1)
    return begin


class Spans:
    """Spans that do not overlap each other, sorted; all half-open offsets into one text."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans: list[Span] = []
        for start, end in sorted(spans):
            if self._spans and start < self._spans[-1][1]:
                self._spans[-1] = (self._spans[-1][0], max(end, self._spans[-1][1]))
            else:
                self._spans.append((start, end))

    def add(self, start: int, end: int) -> None:
        """Add a span that touches none of the others."""
        insort(self._spans, (start, end))

    def touch(self, start: int, end: int) -> bool:
        """Tell whether any span shares a character with `start` to `end`."""
        place = bisect_left(self._spans, (end,))
        return place > 0 and self._spans[place - 1][1] > start

    def cover(self, start: int, end: int) -> bool:
        """Tell whether every character of `start` to `end` is in a span.

        >>> Spans([(2, 4), (4, 9)]).cover(3, 6), Spans([(2, 4)]).cover(3, 6)
        (True, False)
        """
        place = max(0, bisect_left(self._spans, (start + 1,)) - 1)
        while start < end and place < len(self._spans) and self._spans[place][0] <= start:
            start = max(start, self._spans[place][1])
            place += 1
        return start >= end

    def around(self, start: int, end: int) -> Span | None:
        """Return the span that holds `start` to `end` and more, or None."""
        place = bisect_left(self._spans, (start + 1,))
        if not place:
            return None
        first, last = self._spans[place - 1]
        return (first, last) if first <= start and end <= last and last - first > end - start else None

    def last_end(self, place: int) -> int:
        """Return where the last span that ends at or before `place` ends, 0 if there is none."""
        index = bisect_right(self._spans, (place, -1))
        while index and self._spans[index - 1][1] > place:
            index -= 1
        return self._spans[index - 1][1] if index else 0


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
    """Items sorted by where they begin, which may overlap each other; asked for by stretch.

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
