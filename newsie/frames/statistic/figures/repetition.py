"""One record for one figure: what an article says twice is reported once, with both places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsie import patterns as re
from newsie.grounding import piece
from newsie.literals import find_literals
from newsie.reading import Amount, Reading
from newsie.records import Evidence, Piece, Statistic

_ALIKE = 0.7
"""The share of character pairs that two indicators of one thing have in common."""

_REACH = 40
"""How many records of one quantity are compared; pages have far fewer."""

_PLACES = 4
"""How many places of one figure are kept."""

_NUMERAL = re.compile(r"[0-9一二三四五六七八九十百千万亿]")


def without_repetition(records: Iterable[tuple[Statistic, int]]) -> tuple[Statistic, ...]:
    """Keep the same number of the same thing once, at the mention that has a period if one does.

    The evidence of its quantity has the places of the others behind its own. `records` come with the
    number of their sentence: one sentence does not repeat itself.
    """
    kept: list[tuple[Statistic, int]] = []
    places: dict[tuple[object, ...], list[int]] = {}
    for record, number in records:
        quantity = record.quantity
        told = quantity.value, quantity.value_max, quantity.unit, quantity.qualifier
        mates = places.setdefault(told, [])
        near = (at for at in mates[-_REACH:] if kept[at][1] != number)
        twin = next((at for at in near if _same(record, kept[at][0])), None)
        if twin is None:
            mates.append(len(kept))
            kept.append((record, number))
        elif kept[twin][0].period is None and record.period is not None:
            kept[twin] = (_told_twice(record, kept[twin][0]), number)
        else:
            kept[twin] = (_told_twice(kept[twin][0], record), kept[twin][1])
    return tuple(record for record, _ in kept)


def with_headline(reading: Reading, statistics: Sequence[Statistic]) -> tuple[Statistic, ...]:
    """Give the figures that the headline tells as well their place there: 新增就业5.2万人."""
    headline = reading.article.headline
    if headline is None or not statistics or not _NUMERAL.search(headline.folded):
        return tuple(statistics)
    amounts = find_literals(headline.folded, reading.published).amounts
    known = _pairs(headline.folded)
    return tuple(_in_headline(reading, statistic, amounts, known) for statistic in statistics)


def _in_headline(
    reading: Reading, statistic: Statistic, amounts: Sequence[Amount], known: set[str]
) -> Statistic:
    headline, quantity = reading.article.headline, statistic.quantity
    for amount in amounts:
        same = (amount.quantity.value, amount.quantity.unit) == (quantity.value, quantity.unit)
        if headline is not None and same and known & _pairs(headline.as_folded(statistic.indicator)):
            told = piece(headline, [(amount.start, amount.end)], "statistic.headline")
            return _with_places(statistic, (*statistic.evidence["quantity"], told))
    return statistic


def _told_twice(record: Statistic, other: Statistic) -> Statistic:
    return _with_places(record, (*record.evidence["quantity"], *other.evidence["quantity"]))


def _with_places(record: Statistic, quantity: tuple[Piece, ...]) -> Statistic:
    evidence: Evidence = {**record.evidence, "quantity": quantity[:_PLACES]}
    return record.model_copy(update={"evidence": evidence})


def _same(one: Statistic, other: Statistic) -> bool:
    """Tell whether two records of one number give it for one thing."""
    if one.change != other.change or _apart(one, other) or _apart(other, one):
        return False
    mine, theirs = _pairs(one.indicator), _pairs(other.indicator)
    return len(mine & theirs) >= _ALIKE * max(1, min(len(mine), len(theirs)))


def _apart(one: Statistic, other: Statistic) -> bool:
    """Tell whether a figure's time is over before the other's begins: 2017年 and 2024年."""
    end = one.period.end if one.period else None
    start = other.period.start if other.period else None
    return end is not None and start is not None and not end.startswith("-") and end < start


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
