"""Days without objects: a day whose year may not be known, and the parts of years and months.

>>> iso((2022, 3, 25)), iso((None, 3, 25))
('2022-03-25', '--03-25')
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from newsie.literals.dates import Point
from newsie.literals.numerals import parse_number
from newsie.values import Precision

Day: TypeAlias = tuple[int | None, int, int]
"""Year (None when not known), month, day."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of days, both ends inclusive, None where not known."""

    first: Day | None
    last: Day | None
    precision: Precision
    approximate: bool = False


_HALVES = {"上半年": (1, 6), "上个半年": (1, 6), "下半年": (7, 12)}
_QUARTER = re.compile(r"第?([一二三四1-4])个?季度$")
_QUARTERS = re.compile(r"([一二三1-3])(?:季度)?\W?.{0,2}?([二三四2-4])季度$")
_FIRST_QUARTERS = re.compile(r"前([两二三23])个?季度$")
_FIRST_MONTHS = re.compile(r"前(.{1,2}?)个?月$")
_TENS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "初": (1, 10), "底": (21, 31), "末": (21, 31)}


def day_of(day: date) -> Day:
    """Return a calendar date as a `Day`."""
    return day.year, day.month, day.day


def iso(day: Day | None) -> str | None:
    """Return ISO 8601, with `--` for a year that is not known."""
    if day is None:
        return None
    year, month, number_of_day = day
    if year is None:
        return f"--{month:02}-{number_of_day:02}"
    return f"{year:04}-{month:02}-{number_of_day:02}"


def last_of_month(year: int | None, month: int) -> int:
    """Return the number of the month's last day; 29 for February of a year that is not known.

    >>> last_of_month(2023, 2), last_of_month(None, 2)
    (28, 29)
    """
    if not 1 <= month <= 12:
        return 0
    return monthrange(year if year and year < 9999 else 2000, month)[1]


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


def years_of(plan: str) -> tuple[int, int]:
    """Return the first and last year of a five-year plan (十四五).

    >>> years_of("十四五")
    (2021, 2025)
    """
    order = int(parse_number(plan[:-1]))
    first = 1953 + 5 * (order - 1) if order < 3 else 1966 + 5 * (order - 3)
    return first, first + 4


def in_year(year: int | None, stretch: str) -> Stretch | None:
    """Return a part of a year: 上半年, 一季度, 前三季度, 底; the year itself when `stretch` is empty."""
    if not stretch or stretch in ("全年", "内", "年内"):
        if year is None:
            return Stretch(None, None, "year")
        return Stretch((year, 1, 1), (year, 12, 31), "year")
    if stretch in _HALVES:
        return _months_of(year, *_HALVES[stretch], "half")
    if stretch.endswith(("底", "末", "终")) and "季" not in stretch:
        return Stretch((year, 12, 1), (year, 12, 31), "range", approximate=True)
    if stretch.endswith("初"):
        return Stretch((year, 1, 1), (year, 1, 31), "range", approximate=True)
    return _counted(year, stretch)


def _counted(year: int | None, stretch: str) -> Stretch | None:
    if stretch == "首季":
        return _months_of(year, 1, 3, "quarter")
    if quarter := _QUARTER.match(stretch):
        last = 3 * int(parse_number(quarter[1]))
        return _months_of(year, last - 2, last, "quarter")
    if first := _FIRST_QUARTERS.match(stretch):
        return _months_of(year, 1, 3 * int(parse_number(first[1])), "range")
    if first := _FIRST_MONTHS.match(stretch):
        return _months_of(year, 1, int(parse_number(first[1])), "range")
    if joined := _QUARTERS.match(stretch):
        return _months_of(
            year, 3 * int(parse_number(joined[1])) - 2, 3 * int(parse_number(joined[2])), "range"
        )
    return None


def _months_of(year: int | None, first: int, last: int, precision: Precision) -> Stretch:
    return Stretch((year, first, 1), (year, last, last_of_month(year, last)), precision)


def in_month(year: int | None, month: int, point: Point) -> Stretch | None:
    """Return a month, a part of one (9月上旬, 6月底) or the months from another on (1至10月)."""
    end = last_of_month(year, month)
    if not end:
        return None
    part = point.stretch.removeprefix("月")
    if part:
        first, last = _TENS[part]
        return Stretch(
            (year, month, first), (year, month, min(last, end)), "range", approximate="旬" not in part
        )
    if point.first_month:
        start = int(parse_number(point.first_month))
        before = None if year is None else year - (start > month)
        return Stretch((before, start, 1), (year, month, end), "range")
    return Stretch((year, month, 1), (year, month, end), "month")
