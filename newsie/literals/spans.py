"""Places of a text that are taken, for quick questions.

>>> Places([(2, 6)]).touch(5, 7), Places([(2, 6)]).touch(6, 7)
(True, False)
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from newsie.text import Span


class Places:
    """A set of spans, which may overlap each other."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touch(self, start: int, end: int) -> bool:
        """Tell whether any place shares a character with `start` to `end`."""
        index = bisect_right(self._starts, end - 1) - 1
        return index >= 0 and self._ends[index] > start

    def cover(self, start: int, end: int) -> bool:
        """Tell whether one place holds all of `start` to `end`."""
        index = bisect_right(self._starts, start) - 1
        return index >= 0 and end <= self._ends[index]
