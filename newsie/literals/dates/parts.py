"""Counted parts of a stretch: the 第一周 of a month, the 前2周 of a year, its 第三个月, the 最后3天.

Weeks begin on Monday: those of a year are the weeks of ISO 8601, those of a month begin with its first Monday.

>>> part_of(whole_months(2021, 4, 4, "month"), "第4周")
Stretch(first=(2021, 4, 26), last=(2021, 5, 2), precision='range', approximate=False)
"""

from __future__ import annotations

from datetime import date, timedelta

from newsie import patterns as re
from newsie.literals.dates.days import Day, Stretch, between, last_of_month, one_day, whole_months
from newsie.literals.dates.grammar import COUNT
from newsie.literals.dates.ordinals import ordinal
from newsie.values import Precision

_PART = re.compile(
    rf"(?P<which>第|前|后|最后|首|末) ?(?P<count>{COUNT})? ?个?"
    r"(?P<unit>周|星期|礼拜|季度|月|天|日)(?P<weekday>[一二三四五六日天])?"
)
_WEEKDAYS = "一二三四五六日"


def part_of(whole: Stretch, words: str) -> Stretch | None:
    """Return the part of a year or month that `words` count, or None when there is no such part."""
    part = _PART.fullmatch(words)
    if not part or not whole.first or not whole.last:
        return None
    which, count = part["which"], ordinal(part["count"] or "")
    unit = part["unit"]
    if unit in ("月", "季度"):
        return _months(whole, which, count, 3 if unit == "季度" else 1)
    if part["weekday"]:
        return _weekday(whole, which, count, part["weekday"])
    if unit in ("天", "日"):
        return _days(whole, which, count)
    return _weeks(whole, which, count)


def _chosen(which: str, count: int, total: int) -> tuple[int, int] | None:
    """Return the first and the last of `total` things that are meant, from 0."""
    if which in ("第", "首"):
        first, last = count - 1, count - 1
    elif which == "前":
        first, last = 0, count - 1
    else:
        first, last = total - count, total - 1
    return (first, last) if 0 <= first <= last < total else None


def _months(whole: Stretch, which: str, count: int, length: int) -> Stretch | None:
    chosen = _chosen(which, count, 12 // length)
    if chosen is None or not whole.first or whole.first[1:] != (1, 1):
        return None
    first, last = chosen
    one: Precision = "quarter" if length == 3 else "month"
    return whole_months(
        whole.first[0], length * first + 1, length * (last + 1), one if first == last else "range"
    )


def _days(whole: Stretch, which: str, count: int) -> Stretch | None:
    if not whole.first or not whole.last:
        return None
    year, month, _ = whole.first
    if whole.last[1] == month:
        chosen = _chosen(which, count, last_of_month(year, month))
        days = chosen and ((year, month, chosen[0] + 1), (year, month, chosen[1] + 1))
        return _of_days(*days) if days else None
    ends = _dates(whole)
    chosen = _chosen(which, count, (ends[1] - ends[0]).days + 1) if ends else None
    if not ends or not chosen:
        return None
    return _spanned(ends[0] + timedelta(chosen[0]), ends[0] + timedelta(chosen[1]))


def _of_days(first: Day, last: Day) -> Stretch:
    return Stretch(first, last, "day" if first == last else "range")


def _spanned(first: date, last: date) -> Stretch:
    return one_day(first) if first == last else between(first, last)


def _weekday(whole: Stretch, which: str, count: int, name: str) -> Stretch | None:
    ends = _dates(whole)
    if not ends:
        return None
    first, last = ends
    first += timedelta((_WEEKDAYS.index(name.replace("天", "日")) - first.weekday()) % 7)
    chosen = _chosen(which, count, (last - first).days // 7 + 1)
    return one_day(first + timedelta(7 * chosen[0])) if chosen and chosen[0] == chosen[1] else None


def _weeks(whole: Stretch, which: str, count: int) -> Stretch | None:
    ends = _dates(whole)
    if not ends:
        return None
    first, last = ends
    if first.month != last.month:
        first, last = _iso_monday(first), _iso_monday(date(last.year + 1, 1, 1)) - timedelta(1)
    else:
        first += timedelta(-first.weekday() % 7)
    chosen = _chosen(which, count, (last - first).days // 7 + 1)
    if not chosen:
        return None
    return between(first + timedelta(7 * chosen[0]), first + timedelta(7 * chosen[1] + 6))


def _iso_monday(new_year: date) -> date:
    """Return the Monday of the week that holds the fourth of January."""
    fourth = new_year.replace(day=4)
    return fourth - timedelta(fourth.weekday())


def _dates(whole: Stretch) -> tuple[date, date] | None:
    first, last = whole.first, whole.last
    if not first or not last or first[0] is None or last[0] is None or not 1 < first[0] <= last[0] < 9999:
        return None
    return date(first[0], first[1], first[2]), date(last[0], last[1], last[2])
