"""Values read from a page: quantities and intervals of days.

They are plain frozen values, tuples since a page has thousands of them; `newsie.records` has the
public models with the same fields.
"""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, NamedTuple, TypeAlias

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from newsie import patterns as re
from newsie.errors import DateError, SourceError

Qualifier: TypeAlias = Literal["exact", "about", "over", "under", "at_least", "at_most"]
Precision: TypeAlias = Literal["day", "month", "quarter", "half", "year", "range", "vague"]
PartOfDay: TypeAlias = Literal["morning", "afternoon", "evening"]
SURROGATES = re.compile("[\ud800-\udfff][\ud800-\udfff]*")
"""Halves of characters that stand alone."""

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _day(words: str) -> str:
    """Return words that are a day in ISO 8601, its year left open or not.

    Raises:
        PydanticCustomError: they are none.
    """
    try:
        whole = "2000" + words[1:] if words.startswith("--") else words
        if date.fromisoformat(whole).isoformat() == whole:
            return words
    except ValueError:
        pass
    told = "{words} is no day: write 2023-01-10, or --01-10 where the year is not known"
    raise PydanticCustomError("day", told, {"words": words})


def _full_day(words: str) -> str:
    """Return words that are a day with its year.

    Raises:
        PydanticCustomError: they are none.
    """
    if words.startswith("--"):
        raise PydanticCustomError("day", "{words} has no year", {"words": words})
    return _day(words)


Day: TypeAlias = Annotated[str, AfterValidator(_day)]
"""A day as a record has it."""

FullDay: TypeAlias = Annotated[str, AfterValidator(_full_day)]
"""A day whose year is known."""


def _in_order(segments: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Return ranges; refuse one that ends before it begins: `text[start:end]` would be empty, or something else."""
    for start, end in segments:
        if not 0 <= start <= end:
            told = "[{start}, {end}] is no range of a text: start and end count from 0, start comes first"
            raise PydanticCustomError("segment", told, {"start": start, "end": end})
    return segments


Segments: TypeAlias = Annotated[tuple[tuple[int, int], ...], AfterValidator(_in_order)]
"""Ranges of a text."""


class Quantity(NamedTuple):
    """An amount with its unit and hedge (数量).

    Attributes:
        value: the amount in `unit`, multipliers applied: 21.8亿元 is 2180000000 元.
        unit: the measure word or unit as written after the multiplier; empty when there is none.
        qualifier: what the hedge says: 70余名 is `over`, 90%以上 is `at_least`.
        value_max: the upper end of a range (4到6个小时), else None.
    """

    value: Decimal
    unit: str
    qualifier: Qualifier = "exact"
    value_max: Decimal | None = None


class Interval(NamedTuple):
    """A span of calendar days, both ends inclusive (时间).

    Attributes:
        start: the first day as ISO 8601 `YYYY-MM-DD`, `--MM-DD` when the year is not known, or None.
        end: the last day, likewise.
        precision: how exact the expression is.
        part_of_day: morning (上午), afternoon (下午) or evening (晚), when the page says.
        approximate: whether the days stand for a vague stretch (年底, 月初).
    """

    start: str | None
    end: str | None
    precision: Precision
    part_of_day: PartOfDay | None = None
    approximate: bool = False


def read_day(given: str | date) -> date:
    """Return the day that a caller names, as a date or as ISO 8601.

    Raises:
        DateError: it is no day of the calendar.

    >>> read_day("2023-02-30")
    Traceback (most recent call last):
    newsie.errors.DateError: '2023-02-30' is no day of the calendar: give one such as 2023-01-10
    """
    try:
        if isinstance(given, date):
            return date(given.year, given.month, given.day)
        if isinstance(given, str) and _ISO_DAY.fullmatch(given):
            return date.fromisoformat(given)
    except (TypeError, ValueError):  # TypeError: pandas' NaT is a date whose year is no number
        pass
    raise DateError(f"{given!r} is no day of the calendar: give one such as 2023-01-10")


def must_be_chance(given: float) -> None:
    """Refuse what is no chance: 80 where 0.8 is meant would leave nothing.

    Raises:
        ValueError: it is not between 0 and 1.
    """
    if not 0 <= given <= 1:
        raise ValueError(f"a confidence is between 0 and 1, not {given}")


def well_formed(string: str) -> str:
    """Return `string` with U+FFFD in place of each lone surrogate, which no encoding can write."""
    return SURROGATES.sub(lambda match: "\ufffd" * len(match.group()), string)


def text_sha256(text: str) -> str:
    """Return the SHA-256 of a text as UTF-8, where a half of a character is U+FFFD: so it is kept and shown."""
    try:
        encoded = text.encode()
    except UnicodeEncodeError:
        encoded = well_formed(text).encode()
    return hashlib.sha256(encoded).hexdigest()


def same_text(text: str, sha256: str) -> str:
    """Return a text if it has a hash, or none is known.

    Raises:
        SourceError: it is another text, in which offsets mean nothing.
    """
    if sha256 and text_sha256(text) != sha256:
        raise SourceError(
            "it is not the page of this result (text_sha256 differs): its offsets mean nothing in it"
        )
    return text


def trimmed(number: Decimal) -> str:
    """Return a decimal without exponent and closing zeros: 126.00000000 is 126.

    >>> trimmed(Decimal("12345678901234567890123456789.50"))
    '12345678901234567890123456789.5'
    """
    digits = format(number, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
