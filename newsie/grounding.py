"""From spans of a repaired text to evidence on the page."""

from __future__ import annotations

from collections.abc import Iterable

from newsie.making import made
from newsie.reading import Amount, Date
from newsie.records import DateInterval, Piece, Quantity
from newsie.text import Span, Text


def piece(text: Text, spans: Iterable[Span], rule: str) -> Piece:
    """Return the evidence for the words at `spans`, which are joined in the order given.

    Offsets: `spans` are half-open offsets into `text`; the result's segments index its source.

    >>> piece(Text.of("宋某\\n主持会议"), [(0, 2)], "meeting.chair")
    Piece(segments=((0, 2),), text='宋某', rule='meeting.chair')
    """
    words = ""
    segments: list[tuple[int, int]] = []
    for start, end in spans:
        words += text.string[start:end]
        segments += text.segments(start, end)
    words = words.replace("\n", "")
    return made(Piece, segments=tuple(segments), text=words, rule=rule)


def day(text: Text, found: Date) -> DateInterval:
    """Return the record's form of a date found in `text`."""
    interval = found.interval
    return made(
        DateInterval,
        text=text.string[found.start : found.end].replace("\n", ""),
        start=interval.start,
        end=interval.end,
        precision=interval.precision,
        part_of_day=interval.part_of_day,
        approximate=interval.approximate,
    )


def amount(found: Amount) -> Quantity:
    """Return the record's form of an amount."""
    quantity = found.quantity
    return made(
        Quantity,
        value=quantity.value,
        value_max=quantity.value_max,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
    )
