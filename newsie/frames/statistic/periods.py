"""When a figure holds: the time expression of its sentence, else the one that frames it.

上半年 at the head of a clause frames what the paragraph says after it; a date in another
paragraph, or of the news itself (记者1月8日获悉), says nothing of the figure.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from newsie.frames.statistic.layout import Figure, Sentence
from newsie.frames.statistic.source import Source
from newsie.reading import Date

_NEWS = re.compile(r"[^。；\n]{0,30}?(?:记者|获悉|了解到|得知)")
_LONGEST_FRAME = 1000
_REACH = 12
"""How many dates back the frame is looked for."""


class Periods:
    """The time expressions of a text; `of` gives a figure's."""

    def __init__(self, source: Source, dates: Sequence[Date]) -> None:
        self._string = source.string
        self._dates = dates
        self._starts = [date.start for date in dates]

    def of(self, figure: Figure, sentence: Sentence, *, framed: bool) -> Date | None:
        """Return the time expression of `figure`, or None.

        In its sentence the nearest before it, else one in the rest of its clause; else, if it can
        be `framed`, the nearest earlier one of the paragraph that opens a clause.
        """
        place = bisect_left(self._starts, figure.span[0])
        own = [
            date for date in self._near(place) if date.start >= sentence.span[0] and not self._is_news(date)
        ]
        if own:
            return own[0]
        if place < len(self._dates) and self._dates[place].end <= figure.clause[1]:
            return self._dates[place]
        return self._frame(place, sentence) if framed else None

    def _near(self, place: int) -> Sequence[Date]:
        """Return the dates before `place`, the nearest first."""
        return self._dates[max(0, place - _REACH) : place][::-1]

    def _frame(self, place: int, sentence: Sentence) -> Date | None:
        start = sentence.span[0]
        for date in self._near(place):
            if start - date.end > _LONGEST_FRAME or "\n" in self._string[date.end : start]:
                return None
            if self._opens_clause(date) and not self._is_news(date):
                return date
        return None

    def _opens_clause(self, date: Date) -> bool:
        return date.start == 0 or self._string[date.start - 1] in "，。；：！？\n“"

    def _is_news(self, date: Date) -> bool:
        return _NEWS.match(self._string, date.end) is not None
