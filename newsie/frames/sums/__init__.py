"""Sums that a page tells with their parts (分项之和): 168家，其中省级13家、市级25家、县级130家."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from newsie.frames.sums.figures import Told, figures_of
from newsie.frames.sums.partitions import Partition, find_partitions
from newsie.reading import Reading
from newsie.records import Segments, Statistic

HUNDRED = Decimal(100)


class Sum(NamedTuple):
    """A sum told with its parts.

    Attributes:
        whole: which of the article's statistics is the sum; None for shares of a hundred.
        parts: which should add up to it.
        total: what they add up to.
        holds: whether that is the whole, as exactly as the page writes it.
        segments: where the figures stand, in the source.
    """

    whole: int | None
    parts: tuple[int, ...]
    total: Decimal
    holds: bool
    segments: Segments


def find_sums(reading: Reading, statistics: Sequence[Statistic]) -> tuple[Sum, ...]:
    """Return the sums that an article tells with their parts, each part and each sum a statistic of it.

    Args:
        reading: the article.
        statistics: its statistics, whose places say which figure is which.
    """
    if len(statistics) < 2:
        return ()
    found = (_sum(reading, partition) for partition in find_partitions(figures_of(reading, statistics)))
    once = {(one.whole, one.parts): one for one in found if one}
    return tuple(once.values())


def _sum(reading: Reading, partition: Partition) -> Sum | None:
    """Return what the parts of a whole come to; None where that says nothing."""
    parts, whole = partition.parts, partition.whole
    total = sum((part.value for part in parts), Decimal())
    wanted = whole.value if whole else HUNDRED
    leeway = sum((part.leeway for part in parts), whole.leeway if whole else Decimal())
    off = total - wanted
    holds = abs(off) <= leeway
    if not holds and not (partition.exhaustive or (partition.alike and off > 0)):
        return None
    told = [whole, *parts] if whole else list(parts)
    return Sum(
        whole=whole.statistic if whole else None,
        parts=tuple(part.statistic for part in parts),
        total=total,
        holds=holds,
        segments=tuple(_segments(reading, told)),
    )


def _segments(reading: Reading, told: Sequence[Told]) -> Iterator[tuple[int, int]]:
    for figure in sorted(told, key=lambda one: one.start):
        yield from reading.text.segments(figure.start, figure.end)
