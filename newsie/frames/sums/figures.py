"""The figures of an article that can be added up, with the words in front of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from newsie import patterns as re
from newsie.reading import Amount, Reading
from newsie.records import Segments, Statistic

_SENTENCE = re.compile(r"[^。！？\n]+")
_WRITTEN = re.compile(r"(?P<whole>[0-9][0-9,]{0,20})(?:\.(?P<places>[0-9]{1,8}))?")
_HALF = Decimal("0.5")


class Told(NamedTuple):
    """A figure of a sentence.

    Attributes:
        start: its first character, in the reading's text.
        end: one past the last.
        before: the words between it and the figure before it in the sentence.
        behind: the words between it and the next, or the end of the sentence.
        value: how much.
        unit: of what.
        leeway: how much it may be rounded.
        statistic: which of the article's statistics it is; -1 where it is none.
        plain: whether it can be added: no hedge, no range, no change.
    """

    start: int
    end: int
    before: str
    behind: str
    value: Decimal
    unit: str
    leeway: Decimal
    statistic: int
    plain: bool


def figures_of(reading: Reading, statistics: Sequence[Statistic]) -> Iterator[tuple[Told, ...]]:
    """Yield the figures of each sentence that has several."""
    known = _by_place(statistics)
    folded, amounts = reading.text.folded, reading.amounts
    at = 0
    for sentence in _SENTENCE.finditer(folded):
        while at < len(amounts) and amounts[at].start < sentence.start():
            at += 1
        first = at
        while at < len(amounts) and amounts[at].start < sentence.end():
            at += 1
        if at - first > 1:
            yield tuple(_told(reading, statistics, known, amounts[first:at], sentence.span()))


def _by_place(statistics: Sequence[Statistic]) -> dict[Segments, int]:
    return {
        piece.segments: index
        for index, statistic in enumerate(statistics)
        for piece in statistic.evidence.get("quantity", ())
    }


def _told(
    reading: Reading,
    statistics: Sequence[Statistic],
    known: dict[Segments, int],
    amounts: Sequence[Amount],
    sentence: tuple[int, int],
) -> Iterator[Told]:
    folded = reading.text.folded
    done = sentence[0]
    for number, found in enumerate(amounts):
        following = amounts[number + 1].start if number + 1 < len(amounts) else sentence[1]
        index = known.get(reading.text.segments(found.start, found.end), -1)
        quantity = found.quantity
        plain = quantity.qualifier == "exact" and quantity.value_max is None
        yield Told(
            start=found.start,
            end=found.end,
            before=folded[done : found.start],
            behind=folded[found.end : following],
            value=quantity.value,
            unit=quantity.unit,
            leeway=leeway(folded[found.start : found.end], quantity.value),
            statistic=index,
            plain=plain and (index < 0 or statistics[index].change is None),
        )
        done = found.end


def leeway(written: str, value: Decimal) -> Decimal:
    """Return half of the last place that is written: 21.8亿 may be off by 0.05亿, 168 by nothing."""
    number = _WRITTEN.search(written)
    if not number:
        return Decimal()
    places = number["places"] or ""
    digits = Decimal(f"{number['whole'].replace(',', '')}.{places or 0}")
    scale = value / digits if digits else Decimal(1)
    if scale == 1 and not places:
        return Decimal()
    return abs(scale) * Decimal(1).scaleb(-len(places)) * _HALF
