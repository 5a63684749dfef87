"""Days without objects: a day whose year may not be known, and stretches of them.

>>> iso((2022, 3, 25)), iso((None, 3, 25))
('2022-03-25', '--03-25')
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from newsie.values import Precision

Day: TypeAlias = tuple[int | None, int, int]
"""Year (None when not known), month, day."""

_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Stretch(NamedTuple):
    """A stretch of days, both ends inclusive, None where not known."""

    first: Day | None
    last: Day | None
    precision: Precision
    approximate: bool = False


def day_of(day: date) -> Day:
    """Return a calendar date as a `Day`."""
    return day.year, day.month, day.day


def between(first: date, last: date, precision: Precision = "range", *, approximate: bool = False) -> Stretch:
    """Return the stretch from one calendar date to another."""
    return Stretch(day_of(first), day_of(last), precision, approximate)


def one_day(day: date, *, approximate: bool = False) -> Stretch:
    """Return the stretch of one calendar date."""
    return Stretch(day_of(day), day_of(day), "day", approximate)


@lru_cache(maxsize=4096)
def iso(day: Day | None) -> str | None:
    """Return ISO 8601, with `--` for a year that is not known."""
    if day is None:
        return None
    year, month, number_of_day = day
    if year is None:
        return f"--{month:02}-{number_of_day:02}"
    return f"{year:04}-{month:02}-{number_of_day:02}"


def last_of_month(year: int | None, month: int) -> int:
    """Return the number of the month's last day, 0 if there is no such month; 29 for February of an unknown year.

    >>> last_of_month(2023, 2), last_of_month(None, 2)
    (28, 29)
    """
    if month != 2:
        return _LENGTHS[month] if 1 <= month <= 12 else 0
    return 29 if year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)) else 28


def months(day: Day, shift: int) -> Day:
    """Return the day `shift` months on, moved back to the month's last day where there is none.

    >>> months((2023, 1, 31), 1)
    (2023, 2, 28)
    """
    year, month, number_of_day = day
    count = (year or 0) * 12 + month - 1 + shift
    shifted = None if year is None else count // 12
    month = count % 12 + 1
    return shifted, month, min(number_of_day, last_of_month(shifted, month))


def shifted(day: Day, days: int) -> Day | None:
    """Return the day so many days on, or None where its year is not known or the calendar ends.

    >>> shifted((2023, 12, 31), 1), shifted((None, 12, 31), 1)
    ((2024, 1, 1), None)
    """
    year, month, number_of_day = day
    if year is None or not 1 < year < 9999:
        return None
    return day_of(date(year, month, number_of_day) + timedelta(days))


def whole_years(first: int, last: int, *, approximate: bool = False) -> Stretch:
    """Return the stretch of whole years.

    >>> whole_years(1980, 1989).last
    (1989, 12, 31)
    """
    precision: Precision = "year" if first == last and not approximate else "range"
    return Stretch((max(1, first), 1, 1), (max(1, last), 12, 31), precision, approximate)


def whole_months(year: int | None, first: int, last: int, precision: Precision) -> Stretch:
    """Return the stretch of whole months of one year."""
    return Stretch((year, first, 1), (year, last, last_of_month(year, last)), precision)
