"""Stretches counted from the day of publication, and those named by a number: 近三年, 上周三, 5天前, 18世纪末, “十四五”期间.

In: the words and the days they lean on. Out: the stretch.

>>> read_relative("上周三", date(2022, 7, 26), None)
Stretch(first=(2022, 7, 20), last=(2022, 7, 20), precision='day', approximate=False)
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeAlias

from newsie import patterns as re
from newsie.literals.dates.days import (
    Day,
    Stretch,
    between,
    day_of,
    last_of_month,
    months,
    one_day,
    shifted,
    whole_years,
)
from newsie.literals.dates.ordinals import ordinal
from newsie.literals.dates.stretches import in_year, years_of

_Read: TypeAlias = Callable[[re.Match[str], date | None, date | None], Stretch | None]

_PLAN = re.compile(
    r"((?:十[一二三四五六]?|[一二三四六七八九])五)[”’\"']?(?:规划|计划)?(期间|时期|以来|期?[初末])"
)
_RUN = re.compile(
    r"(近|过去|最近|未来|今后|接下来|往后|上|下|前|后|)的? ?(?:[一二两三四五六七八九十0-9]{1,3}[-~至到])?([一二两三四五六七八九十几半0-9]{1,3})(年|个?季度|个?月|个?星期|个?礼拜|周|[天日])(多?)(?:来|间|以来|内|里)?$"
)
_AGO = re.compile(
    r"(.{1,20}?)([多余])?(年|个[半多]?月|个?星期|个?礼拜|周|[天日])([多余])?(?:之|以)?([前后])$"
)
_WEEK = re.compile(
    r"(上上|下下|上|下|本|这)?一?个?(?:周|星期|礼拜)(?:的?(?:周|星期|礼拜))?([一二三四五六日天末])?$"
)
_ROUND = re.compile(r"(?:(上个?|本|.{1,20})世纪)?(.{1,20})年代(初期?|中期|末期?|后期|中后期|中叶)?$")
_CENTURY = re.compile(r"(上个?|本|.{1,20})世纪(初|中叶|末|末期|后期|初期|上半叶|下半叶|前半叶|后半叶)?$")
_SEASON = re.compile(r"([今去明])([春夏秋冬])$")
_WINTER = re.compile(r"([今去])冬[今明]春$")
_NEIGHBOURS = re.compile(r"([昨今明])[今明后]两?([天日年])$")
_YEARS = {"去": -1, "今": 0, "明": 1}
_DAYS = {"昨": -1, "今": 0, "明": 1}
_SHIFT = {"上上": -2, "上": -1, "下": 1, "下下": 2}
_WEEKDAYS = "一二三四五六日"
_YEARS_OF_DECADE = {"初": (0, 2), "中": (3, 6), "末": (7, 9), "后": (7, 9)}
_YEARS_OF_CENTURY = {
    "初": (0, 19),
    "中": (30, 69),
    "末": (80, 99),
    "后": (80, 99),
    "上": (0, 49),
    "前": (0, 49),
    "下": (50, 99),
}
# 几天, 几十年: from two to nine of them
_FEW, _MOST = 2, 9
_MIDSUMMER = 7
_LONGEST = 5000


@lru_cache(maxsize=4096)
def read_relative(word: str, today: date | None, published: date | None) -> Stretch | None:
    """Return the stretch that `word` names, or None when it names none of these.

    Weeks and days count from `today`, 近三年 and the like run to `published`; without them the ends are open.
    """
    for pattern, read in _READERS:
        match = pattern.match(word)
        if match:
            try:
                return read(match, today, published)
            except ValueError:  # 十百年前 counts nothing
                return None
    return None


def _plan(match: re.Match[str], _: date | None, published: date | None) -> Stretch:
    first, last = years_of(match[1])
    if match[2] == "以来":
        return Stretch((first, 1, 1), day_of(published) if published else None, "range")
    if match[2].endswith("末"):
        return Stretch((last, 12, 1), (last, 12, 31), "range", approximate=True)
    if match[2].endswith("初"):
        return Stretch((first, 1, 1), (first, 12, 31), "year", approximate=True)
    return whole_years(first, last)


def _run(match: re.Match[str], _: date | None, published: date | None) -> Stretch:
    """Read 近三年 and 上2个月, which end today, and 未来两周, which begins tomorrow; how long 一年多来 is nobody says."""
    side, written, unit, more = match.groups()
    if published is None or more or written == "几" or not written.strip("0"):
        return Stretch(None, None if published is None else day_of(published), "vague")
    today = day_of(published)
    ahead = side in ("未来", "今后", "接下来", "往后", "下", "后")
    far = _away(today, written, unit, 1 if ahead else -1)
    if far is None:
        return Stretch(None, None, "vague")
    if ahead:
        return Stretch(shifted(today, 1), far, "range", approximate=True)
    return Stretch(far, shifted(today, -1) if side in ("上", "前") else today, "range", approximate=True)


def _away(day: Day, written: str, unit: str, sign: int) -> Day | None:
    """Return the day so many units from another, None outside of the calendar."""
    half = written == "半"
    count = sign * (1 if half else ordinal(written))
    unit = unit.removeprefix("个")
    if unit in ("年", "季度", "月"):
        length = {"年": 6 if half else 12, "季度": 3, "月": 1}[unit]
        if half and unit == "月":
            return shifted(day, 15 * sign)
        year = (day[0] or 0) + count * length // 12
        return months(day, count * length) if 1 < year < 9000 else None
    days = count * (1 if unit in "天日" else 7)
    return shifted(day, days) if abs(days) < 365 * _LONGEST else None


def _ago(match: re.Match[str], today: date | None, _: date | None) -> Stretch:
    """Read 三年前 (that year), 两个月前 (that month), 4周后 (that week), 20天后 (that day), 几十年前."""
    written, before, unit, behind, side = match.groups()
    more = before or behind
    sign = -1 if side == "前" else 1
    if today is None:
        return Stretch(None, None, "vague")
    if more or "几" in written or "数" in written or unit in ("个半月", "个多月"):
        return _few(written, unit.replace("多", ""), sign, today)
    day = _away(day_of(today), written, unit, sign)
    if day is None or day[0] is None:
        return Stretch(None, None, "vague")
    if "年" in unit and written != "半":
        return whole_years(day[0], day[0])
    if written == "半" and "月" in unit:
        return one_day(date(day[0], day[1], day[2]), approximate=True)
    if "月" in unit or written == "半":
        return Stretch((day[0], day[1], 1), (day[0], day[1], last_of_month(day[0], day[1])), "month")
    found = date(day[0], day[1], day[2])
    if unit in "天日":
        return one_day(found)
    monday = found - timedelta(found.weekday())
    return between(monday, monday + timedelta(6))


def _few(written: str, unit: str, sign: int, today: date) -> Stretch:
    """Read 几十年前, 20多年前, 几天前, whose count is a range."""
    if unit not in ("年", "天", "日") or written in ("几百", "几千", "数百", "数千"):
        near = None if written[0] in "几数" or "半" in unit else _away(day_of(today), written, unit, sign)
        return Stretch(None, near, "vague")
    if "几" in written or "数" in written:
        low, high = _range(written)
    else:
        low = ordinal(written)
        high = low + (10 if low % 10 == 0 and low < 100 else low if low < 10 else 100)
    if unit == "年":
        ends = sorted((today.year + sign * low, today.year + sign * high))
        return whole_years(max(1, ends[0]), max(1, min(9000, ends[1])), approximate=True)
    first, last = sorted((today + timedelta(sign * low), today + timedelta(sign * high)))
    return between(first, last, approximate=True)


def _range(written: str) -> tuple[int, int]:
    """Return the ends of 几, 十几, 二十几, 几十."""
    before, _, after = written.replace("数", "几").partition("几")
    if after:
        return 10 * _FEW, 10 * _MOST
    if before:
        tens = ordinal(before)
        return tens, tens + 10
    return _FEW, _MOST


def _week(match: re.Match[str], today: date | None, _: date | None) -> Stretch:
    if today is None:
        return Stretch(None, None, "vague")
    monday = today - timedelta(today.weekday()) + timedelta(7 * _SHIFT.get(match[1] or "", 0))
    if match[2] == "末":
        return between(monday + timedelta(5), monday + timedelta(6))
    if match[2]:
        return one_day(monday + timedelta(_WEEKDAYS.index(match[2].replace("天", "日"))))
    return between(monday, monday + timedelta(6))


def _hundred(written: str | None, published: date | None) -> int | None:
    """Return the first year of a century: 上 and 本 by the day of publication."""
    now = (published.year if published else 2000) // 100 * 100
    if not written:
        return None
    if written[0] in "上本":
        return now - 100 * (written[0] == "上")
    return ordinal(written) * 100 - 100


def _season(match: re.Match[str], _: date | None, published: date | None) -> Stretch | None:
    """Read 今春, 去冬."""
    if published is None:
        return Stretch(None, None, "vague")
    year = _winter(match[1], published) if match[2] == "冬" else published.year + _YEARS[match[1]]
    return in_year(year, match[2] + "季")


def _winter(which: str, published: date) -> int:
    """Return the year in which a winter begins: 今冬 in January is the winter that began in the year before."""
    return published.year + _YEARS[which] - (which == "今" and published.month < _MIDSUMMER)


def _winter_and_spring(match: re.Match[str], _: date | None, published: date | None) -> Stretch:
    """Read 今冬明春, 去冬今春."""
    if published is None:
        return Stretch(None, None, "vague")
    year = _winter(match[1], published)
    return Stretch((year, 12, 1), (year + 1, 5, 31), "range", approximate=True)


def _neighbours(match: re.Match[str], today: date | None, published: date | None) -> Stretch:
    """Read 今明两天, 今明两年."""
    if today is None or published is None:
        return Stretch(None, None, "vague")
    if match[2] == "年":
        return whole_years(published.year, published.year + 1)
    first = today + timedelta(_DAYS[match[1]])
    return between(first, first + timedelta(1))


def _round(match: re.Match[str], _: date | None, published: date | None) -> Stretch:
    """Read 上世纪80年代, 20世纪九十年代, 九十年代末: without a century the latest such ten years begun."""
    if match[2].isdecimal() and len(match[2]) == len("1980"):
        return _of_ten_years(int(match[2]), match[3])
    # 八九十年代 are two such stretches
    tens = ordinal(match[2][-2:])
    hundred = _hundred(match[1], published)
    if hundred is None:
        hundred = 2000 if tens <= (published.year - 2000 if published else 0) else 1900
    found = _of_ten_years(hundred + tens, match[3])
    if len(match[2]) > len("八十"):
        return whole_years(hundred + ordinal(match[2][0]) * 10, hundred + tens + 9)
    return found


def _of_ten_years(year: int, part: str | None) -> Stretch:
    first, last = _YEARS_OF_DECADE.get((part or " ")[0], (0, 9))
    return whole_years(year + first, year + last, approximate=bool(part))


def _century(match: re.Match[str], _: date | None, published: date | None) -> Stretch:
    first, last = _YEARS_OF_CENTURY.get((match[2] or " ")[0], (0, 99))
    hundred = _hundred(match[1], published) or 0
    return whole_years(hundred + first, hundred + last)._replace(approximate=bool(match[2]))


_READERS: tuple[tuple[re.Pattern[str], _Read], ...] = (
    (_PLAN, _plan),
    (_WEEK, _week),
    (_SEASON, _season),
    (_WINTER, _winter_and_spring),
    (_NEIGHBOURS, _neighbours),
    (_RUN, _run),
    (_ROUND, _round),
    (_CENTURY, _century),
    (_AGO, _ago),
)
