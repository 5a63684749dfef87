"""Days of festivals and of lunar dates: 春节期间, 去年中秋节前后, 农历正月十五, 农历闰四月.

>>> feast_days(Point(4, festival="国庆", tail="假期"), 2022, None, ahead=False, base=None).last
(2022, 10, 7)
"""

from __future__ import annotations

from datetime import date, timedelta

from newsie.literals.dates.days import Day, Stretch, between, one_day, whole_years
from newsie.literals.dates.festivals import festival_days
from newsie.literals.dates.grammar import Point
from newsie.literals.dates.lunar import lunar_day, lunar_month
from newsie.literals.dates.nearest import nearest_feast
from newsie.literals.dates.ordinals import ordinal

_LONG = ("期", "长", "小长", "黄", "假", "节假")
_ABOUT = ("前后", "前夕")
_NEAR = timedelta(days=60)


def feast_days(
    point: Point, year: int | None, published: date | None, *, ahead: bool, base: Day | None
) -> Stretch | None:
    """Return the days of a festival or lunar date; of what year is `year`, or the nearest one.

    A year whose lunar calendar is not known gives the year itself; None is a date that the calendar has not.
    """
    if year is not None:
        return _in_year(point, year, published)
    if base is not None and base[0] is not None:
        after = [_in(point, base[0] + more) for more in (-1, 0, 1)]
        return next((each for each in after if each and each.first and each.first >= base), None)
    if published is None:
        return Stretch(None, None, "vague")
    known = {}
    for candidate in range(published.year - 2, published.year + 2):
        found = _in(point, candidate)
        first = found and _date(found)
        if found and first:
            known[first] = found
    chosen = nearest_feast(published, sorted(known), ahead=ahead)
    return known[chosen] if chosen else None


def _in_year(point: Point, year: int, published: date | None) -> Stretch | None:
    """Return the days in a year that is written.

    The twelfth month of a lunar year is mostly over in the next: 2025年除夕 in a paper of January 2025 is the
    one just gone, and so 去年除夕 was in that year.
    """
    found, before = _in(point, year), _in(point, year - 1)
    last, first = found and _date(found), before and _date(before)
    if found and last and first and before and last.year > year:
        near = published is not None and abs(published - first) <= _NEAR
        return before if near or point.year.endswith("年") else found
    return found or (whole_years(year, year, approximate=True) if _unknown(year) else None)


def _date(stretch: Stretch) -> date | None:
    if not stretch.first or stretch.first[0] is None:
        return None
    return date(stretch.first[0], stretch.first[1], stretch.first[2])


def _unknown(year: int) -> bool:
    return lunar_day(year, 1, 1) is None


def _in(point: Point, year: int) -> Stretch | None:
    """Return the days in one year, lunar or common."""
    if point.lunar:
        return _lunar(point, year)
    days = festival_days(point.festival, year)
    if days is None:
        return None
    if point.first_festival:
        earlier = festival_days(point.first_festival, year)
        first, last = min(days, earlier or days), max(days, earlier or days)
        return between(first[0], last[1], approximate=True)
    if point.tail.endswith("天") and point.tail[-3:-2] in ("头", "前"):
        return between(days[0], days[0] + timedelta(ordinal(point.tail[-2]) - 1))
    if point.tail.startswith(_LONG):
        return between(*days, approximate=True)
    return one_day(days[0], approximate=point.tail.endswith(_ABOUT))


def _lunar(point: Point, year: int) -> Stretch | None:
    month, leap = ordinal(point.month), point.lunar == "闰"
    if not 1 <= month <= 12:
        return None
    if not point.day:
        days = lunar_month(year, month, leap=leap)
        return between(*days) if days else None
    day = lunar_day(year, month, ordinal(point.day.removeprefix("初")), leap=leap)
    return one_day(day) if day else None
