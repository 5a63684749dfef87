"""Literals: dates, amounts and titles found in the characters of an article, before any word is cut.

In: the folded body of one article. Out: spans with values. Finding (what stands where) and
reading (what it is worth) are separate functions: `dates.expressions` and `dates.calendar`, `amounts.figures` and `amounts.quantities`.

>>> found = find_literals("3月26日，出动45人次，检查企业36家。")
>>> [(amount.quantity.value, amount.quantity.unit) for amount in found.amounts]
[(Decimal('45'), '人次'), (Decimal('36'), '家')]
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from newsie.literals.amounts.names import quoted_names
from newsie.literals.amounts.numbers import Number, find_numbers
from newsie.literals.amounts.numerals import parse_number
from newsie.literals.amounts.quantities import find_amounts
from newsie.literals.amounts.ratios import Ratio, find_ratios
from newsie.literals.amounts.script import Script, normal
from newsie.literals.amounts.units import Unit, unit_of
from newsie.literals.dates.bounds import Expression
from newsie.literals.dates.calendar import resolve
from newsie.literals.dates.expressions import find_expressions
from newsie.literals.titles import find_titles
from newsie.reading import Amount, Date, Title
from newsie.spans import Spans
from newsie.text import Span, fold
from newsie.values import read_day

__all__ = [
    "Literals",
    "Number",
    "Ratio",
    "Unit",
    "find_dates",
    "find_literals",
    "find_numbers",
    "find_quantities",
    "find_ratios",
    "parse_number",
    "unit_of",
]


@dataclass(frozen=True, slots=True)
class Literals:
    """What was found in one article; each sorted by place, none overlapping another of its kind."""

    dates: tuple[Date, ...]
    amounts: tuple[Amount, ...]
    titles: tuple[Title, ...]


def find_literals(folded: str, published: date | None = None, dateline: date | None = None) -> Literals:
    """Return the dates, amounts and titles of an article's body.

    `published` is the day the page came out, `dateline` the day of 本报3月21日讯, which 今天 means.
    Without a publication date a date keeps its year unknown (`--03-25`).

    Offsets: half-open, into `folded`, the body with paragraphs separated by a line feed.
    """
    titles = find_titles(folded)
    names = [(title.start, title.end) for title in titles]
    found = _expressions(folded, names)
    dates = resolve(found, folded, published, dateline)
    taken = [*names, *((entry.start, entry.end) for entry in found if entry.bound != "event")]
    return Literals(dates, find_amounts(folded, taken), titles)


def _expressions(folded: str, names: list[Span]) -> tuple[Expression, ...]:
    """Return the time expressions that are no part of a title or a quoted name."""
    inside = Spans((*names, *quoted_names(folded)))
    return tuple(found for found in find_expressions(folded) if not inside.cover(found.start, found.end))


def find_dates(text: str, published: str | date | None = None) -> tuple[Date, ...]:
    """Return the time expressions of any text, with their days.

    `published` is the day it came out, a date or ISO 8601; without it years that are not told stay unknown.

    Offsets: half-open, into `text`.

    Raises:
        DateError: `published` is no day of the calendar.

    >>> find_dates("5月3日上午", "2022-06-01")[0].interval.start
    '2022-05-03'
    """
    folded = fold(text)
    names = [(title.start, title.end) for title in find_titles(folded)]
    day = None if published is None else read_day(published)
    return resolve(_expressions(folded, names), folded, day)


def find_quantities(text: str) -> tuple[Amount, ...]:
    """Return the amounts of any text: counts, measures, money, shares.

    Offsets: half-open, into `text`.

    >>> find_quantities("发放手册２万余册")[0].quantity
    Quantity(value=Decimal('20000'), unit='册', qualifier='over', value_max=None)
    """
    script = normal(fold(text))
    amounts = find_literals(script.text).amounts
    return amounts if script.text == text else tuple(_as_written(amount, script, text) for amount in amounts)


def _as_written(amount: Amount, script: Script, text: str) -> Amount:
    """Return an amount of `script` with its place and its unit as they stand in `text`."""
    quantity, (start, end) = amount.quantity, script.span(amount.start, amount.end)
    place = script.text.rfind(quantity.unit, amount.start, amount.end) if quantity.unit else -1
    if place >= 0:
        first, last = script.span(place, place + len(quantity.unit))
        quantity = quantity._replace(unit="".join(fold(text[first:last]).split()))
    return Amount(start, end, quantity)
