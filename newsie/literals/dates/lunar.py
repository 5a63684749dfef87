"""The lunar calendar (农历): its days, months and solar terms as days of the common calendar.

Computed by Borax, for the lunar years 1900 to 2100; outside of them nothing is known.

>>> lunar_day(2024, 8, 15), last_day(2023), solar_term(2024, "冬至")
(datetime.date(2024, 9, 17), datetime.date(2024, 2, 9), datetime.date(2024, 12, 21))
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

FIRST_YEAR, LAST_YEAR = 1900, 2100

TERMS = (
    *("小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至"),
    *("小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至"),
)


@lru_cache(maxsize=4096)
def lunar_day(year: int, month: int, day: int, *, leap: bool = False) -> date | None:
    """Return a day of the lunar calendar, or None where the calendar has none such or does not reach."""
    from borax.calendars.lunardate import InvalidLunarDateError, LunarDate  # noqa: PLC0415 - few texts need it

    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        found: date = LunarDate(year, month, day, int(leap)).to_solar_date()
    except (InvalidLunarDateError, ValueError):
        return None
    return found


def lunar_month(year: int, month: int, *, leap: bool = False) -> tuple[date, date] | None:
    """Return the first and the last day of a lunar month.

    >>> lunar_month(2020, 4, leap=True)
    (datetime.date(2020, 5, 23), datetime.date(2020, 6, 20))
    """
    first = lunar_day(year, month, 1, leap=leap)
    if first is None:
        return None
    last = lunar_day(year, month, 30, leap=leap)
    return first, last or first + timedelta(28)


def last_day(year: int) -> date | None:
    """Return the eve of the next lunar year (除夕), the last day of the twelfth month."""
    month = lunar_month(year, 12)
    return month[1] if month else None


@lru_cache(maxsize=1024)
def solar_term(year: int, name: str) -> date | None:
    """Return the day of a solar term (节气) in a year of the common calendar."""
    from borax.calendars.lunardate import TermUtils  # noqa: PLC0415

    if not FIRST_YEAR < year <= LAST_YEAR:
        return None
    found: date = TermUtils.day_start_from_term(year, name)
    return found
