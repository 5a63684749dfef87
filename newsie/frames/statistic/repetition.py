"""One record for one figure: what an article says twice is reported once."""

from __future__ import annotations

from collections.abc import Iterable

from newsie.records import Quantity, Statistic

_ALIKE = 0.7
"""The share of character pairs that two indicators of one thing have in common."""

_REACH = 40
"""How many records of one quantity are compared; pages have far fewer."""


def without_repetition(records: Iterable[tuple[Statistic, int]]) -> tuple[Statistic, ...]:
    """Keep the same number of the same thing once, at the mention that has a period if one does.

    `records` come with the number of their sentence: one sentence does not repeat itself.
    """
    kept: list[tuple[Statistic, int]] = []
    places: dict[Quantity, list[int]] = {}
    for record, number in records:
        mates = places.setdefault(record.quantity, [])
        near = (at for at in mates[-_REACH:] if kept[at][1] != number)
        twin = next((at for at in near if _same(record, kept[at][0])), None)
        if twin is None:
            mates.append(len(kept))
            kept.append((record, number))
        elif kept[twin][0].period is None and record.period is not None:
            kept[twin] = (record, number)
    return tuple(record for record, _ in kept)


def _same(one: Statistic, other: Statistic) -> bool:
    """Tell whether two records of one number give it for one thing."""
    if one.change != other.change:
        return False
    mine, theirs = _pairs(one.indicator), _pairs(other.indicator)
    return len(mine & theirs) >= _ALIKE * max(1, min(len(mine), len(theirs)))


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
