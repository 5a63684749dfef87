"""Stretches counted from the day of publication, and those named by a number: 近三年, 上周三, “十四五”期间, 80年代.

In: the words and the days they lean on. Out: the stretch.

>>> read_relative("上周三", date(2022, 7, 26), None)
Stretch(first=(2022, 7, 20), last=(2022, 7, 20), precision='day', approximate=False)
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from newsie.literals.days import Stretch, day_of, months, years_of
from newsie.literals.numerals import parse_number

_PLAN = re.compile(r"(十[一二三四五]?五)[”’\"']?(?:规划)?(期间|时期|以来|期?末)")
_LATELY = re.compile(r"(?:近|过去)?([一二两三四五六七八九十0-9]{1,3})(年|个月|个?星期|周|天)(?:来|间|以来)?$")
_WEEK = re.compile(r"(上上|下下|上|下|本|这)?个?(?:周|星期|礼拜)([一二三四五六日天末])?$")
_ROUND = re.compile(r"(?:(上个?|.+)世纪)?(.+)年代$")
_SHIFT = {"上上": -2, "上": -1, "下": 1, "下下": 2}
_WEEKDAYS = "一二三四五六日"


def read_relative(word: str, today: date | None, published: date | None) -> Stretch | None:
    """Return the stretch that `word` names, or None when it names none of these.

    Weeks count from `today`, 近三年 and the like run to `published`; without them the ends are open.
    """
    if plan := _PLAN.match(word):
        return _plan(plan, published)
    if lately := _LATELY.match(word):
        return _lately(lately, published)
    if week := _WEEK.match(word):
        return _week(week, today)
    if years := _ROUND.match(word):
        return _round(years)
    return None


def _plan(match: re.Match[str], published: date | None) -> Stretch:
    first, last = years_of(match[1])
    if match[2] == "以来":
        return Stretch((first, 1, 1), day_of(published) if published else None, "range")
    if match[2].endswith("末"):
        return Stretch((last, 12, 1), (last, 12, 31), "range", approximate=True)
    return Stretch((first, 1, 1), (last, 12, 31), "range")


def _lately(match: re.Match[str], published: date | None) -> Stretch:
    count = int(parse_number(match[1]))
    if published is None or count >= published.year:
        return Stretch(None, None, "vague")
    today = day_of(published)
    if match[2] == "年":
        first = months(today, -12 * count)
    elif match[2] == "个月":
        first = months(today, -count)
    else:
        first = day_of(published - timedelta(count * (1 if match[2] == "天" else 7)))
    return Stretch(first, today, "range", approximate=True)


def _week(match: re.Match[str], today: date | None) -> Stretch:
    if today is None:
        return Stretch(None, None, "vague")
    monday = today - timedelta(today.weekday()) + timedelta(7 * _SHIFT.get(match[1] or "", 0))
    if match[2] == "末":
        return Stretch(day_of(monday + timedelta(5)), day_of(monday + timedelta(6)), "range")
    if match[2]:
        day = day_of(monday + timedelta(_WEEKDAYS.index(match[2].replace("天", "日"))))
        return Stretch(day, day, "day")
    return Stretch(day_of(monday), day_of(monday + timedelta(6)), "range")


def _round(match: re.Match[str]) -> Stretch:
    """Read 上世纪80年代, 20世纪九十年代, 九十年代."""
    written = match[1] or "上"
    hundred = 1900 if written.startswith("上") else int(parse_number(written)) * 100 - 100
    first = hundred + int(parse_number(match[2]))
    return Stretch((first, 1, 1), (first + 9, 12, 31), "range")
