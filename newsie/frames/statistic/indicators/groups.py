"""Of whom a group consists that does something: 由30名党员组成的突击队清理积雪5公里."""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Figure
from newsie.frames.statistic.figures.source import Source
from newsie.frames.statistic.indicators.counts import read_count
from newsie.frames.statistic.indicators.phrase import Phrase, Place

MADE_UP = re.compile("(?P<who>[^，。；、的\\n]{2,12}?)(?:自愿|共同|联合|自发)?(?:组成|组建)的")
"""Who makes up the group that is named behind 的."""


def read_made_up(source: Source, figure: Figure, place: Place) -> Phrase | None:
    """Read how many of whom a group consists of; None where no group is told of."""
    if source.string[figure.left[1] - 1] != "由":
        return None
    who = MADE_UP.match(source.string, *figure.right)
    none = figure.left[1], figure.left[1]
    return read_count(source, figure, none, who.span("who"), place) if who else None
