"""When a figure holds: the time expression of its sentence, else the one that frames it."""

from __future__ import annotations

from collections.abc import Sequence

from newsie.frames.statistic.layout import Figure, Sentence
from newsie.reading import Date


def period_of(dates: Sequence[Date], figure: Figure, sentence: Sentence) -> Date | None:
    """Return the time expression that frames `figure`, or None."""
    own = [date for date in dates if sentence.span[0] <= date.start and date.end <= sentence.span[1]]
    before = [date for date in own if date.end <= figure.span[0]]
    if before:
        return before[-1]
    inside = [date for date in own if figure.span[1] <= date.start < figure.clause[1]]
    return inside[0] if inside else None
