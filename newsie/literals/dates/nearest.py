"""The year of a day that is written without one, by the day of publication.

>>> nearest_year(date(2023, 1, 10), 12, 27, ahead=False), year_of_two(98, date(2023, 1, 10))
(2022, 1998)
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from newsie.literals.dates.days import Stretch, day_of, last_of_month
from newsie.literals.dates.grammar import Point
from newsie.literals.dates.ordinals import ordinal

_MONTHS_AHEAD = 2
"""How far a part of the year that has begun (上半年) may still go on when it is told of."""

_FAR = timedelta(days=300)
_JUST = timedelta(days=31)
_SOON = timedelta(days=15)
_SOON_FEAST = timedelta(days=45)


def year_of_two(year: int, published: date | None) -> int:
    """Return the year that two figures write: the latest that is not far after the publication."""
    latest = published.year + 11 if published else 2040
    return year + (2000 if year + 2000 <= latest else 1900)


def nearest_year(published: date, month: int, day: int | None, *, ahead: bool) -> int:
    """Return the year of the nearest such day not after the publication, or not before it in a plan."""
    now = published
    if day is None:
        # 8月上旬 in a paper of July is next month: of the year before one writes 去年8月
        soon = (month - now.month) % 12 == 1
        return now.year + (month < now.month) if ahead or soon else now.year - (month > now.month)
    # 29 February comes every fourth or eighth year
    reach = 8 if month == 2 and day == 29 else 1
    years = range(now.year - reach, now.year + reach + 1)
    days = [date(year, month, day) for year in years if day <= last_of_month(year, month)]
    chosen = nearest_day(now, days, ahead=ahead)
    return chosen.year if chosen else now.year


def nearest_day(now: date, days: Sequence[date], *, ahead: bool, soon: timedelta = _SOON) -> date | None:
    """Return which of the days, sorted, is meant: the last one gone, unless a plan or the next is close."""
    past_days, next_days = [day for day in days if day <= now], [day for day in days if day >= now]
    if not past_days or not next_days:
        return past_days[-1] if past_days else next_days[0] if next_days else None
    before, after = past_days[-1], next_days[0]
    if after - now <= soon and now - before > _FAR:
        return after
    return after if ahead and not (now - before <= _JUST and after - now > _FAR) else before


def nearest_feast(now: date, days: Sequence[date], *, ahead: bool) -> date | None:
    """Return which festival is meant, which papers speak of weeks before it comes."""
    return nearest_day(now, days, ahead=ahead, soon=_SOON_FEAST)


def goes_on(point: Point, published: date) -> bool:
    """Tell whether months from one to another go on at publication: 5月至8月 in June; 1—11月 are figures of the year before."""
    if not point.first_month or point.day:
        return False
    return 1 < ordinal(point.first_month) <= published.month < ordinal(point.month)


def is_to_come(stretch: Stretch, published: date, *, begun: bool) -> bool:
    """Tell whether a part of a year cannot have been told of yet: 三季度, and 前11个月 in January.

    `begun` says that it may be told of once it has begun (年内).
    """
    first, last = stretch.first, stretch.last
    if first is None or last is None:
        return False
    late = not begun and first[1] == 1 and last[1] > published.month + _MONTHS_AHEAD
    return late or first > day_of(published)
