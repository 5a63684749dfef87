"""What newsie answers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import newsie
from newsie.literals import find_literals
from newsie.reading import Amount
from newsie.text import fold

from .answer import Answer, Kind, unit_named
from .judge import close

PUBLISHED = date(2022, 7, 20)


class Newsie:
    """newsie, by its public functions."""

    name = "newsie"

    def answers(self, kind: Kind, text: str, reference: date | None) -> list[Answer]:
        """Return what newsie finds of one kind in a text."""
        if kind == "date":
            return dates(text, reference)
        if kind == "number":
            return numbers(text)
        return [answer for amount in newsie.find_quantities(text) if (answer := _amount(text, kind, amount))]

    def run(self, text: str) -> None:
        """Find and read every literal of a text: dates, amounts, titles."""
        find_literals(fold(text), PUBLISHED)


def dates(text: str, reference: date | None) -> list[Answer]:
    """Return the time expressions of a text with their days."""
    found = newsie.find_dates(text, published=reference)
    return [
        Answer(text[each.start : each.end], each.start, days=((each.interval.start, each.interval.end),))
        for each in found
    ]


def numbers(text: str) -> list[Answer]:
    """Return the numerals of a text with their values."""
    found = newsie.find_numbers(text)
    return [Answer(text[each.start : each.end], each.start, each.value, each.value_max) for each in found]


def reads(words: str, value: Decimal) -> bool:
    """Tell whether `parse_number` reads the words of a numeral as a value."""
    try:
        return close(newsie.parse_number(words), value)
    except ValueError:
        return False


def _amount(text: str, kind: Kind, amount: Amount) -> Answer | None:
    """Return an amount as an answer of one kind, or None if it is of another."""
    quantity, words = amount.quantity, text[amount.start : amount.end]
    unit, low, high = quantity.unit, quantity.value, quantity.value_max
    if kind == "share" and not unit and any(sign in words for sign in _DECIMAL_SHARES):
        unit, low = "%", low * 100
    known = unit_named(unit)
    if kind != "money" and (known is None or known.kind != kind):
        return None
    return Answer(words, amount.start, low, high, unit=unit, hedged=quantity.qualifier != "exact")


_DECIMAL_SHARES = ("千分之", "仟分之", "万分之", "萬分之")
