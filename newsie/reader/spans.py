"""Many spans of one text, asked about quickly: what overlaps, what ends before (区间).

>>> spans = Spans([(2, 4), (7, 9)])
>>> spans.touch(3, 5), spans.touch(4, 7), spans.last_end(7)
(True, False, 4)
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable

from newsie.text import Span


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
        place = bisect_right(self._spans, (end - 1, float("inf")))
        return place > 0 and self._spans[place - 1][1] > start

    def around(self, start: int, end: int) -> Span | None:
        """Return the span that holds `start` to `end` and more, or None."""
        place = bisect_right(self._spans, (start, float("inf")))
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
