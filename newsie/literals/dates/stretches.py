"""Parts of years and months as stretches of days: 上半年, 前三季度, 一季度末, 年底, 9月上旬, 十四五.

>>> in_year(2022, "上半年").last, in_year(2013, "一季度末").first
((2022, 6, 30), (2013, 3, 1))
"""

from __future__ import annotations

from datetime import date

from newsie import patterns as re
from newsie.literals.dates.days import Stretch, day_of, last_of_month, months, whole_months
from newsie.literals.dates.grammar import COUNT, Point
from newsie.literals.dates.ordinals import ordinal
from newsie.literals.dates.parts import part_of

_HALVES = {
    "上半年": (1, 6), "上个半年": (1, 6), "前半年": (1, 6), "下半年": (7, 12), "下个半年": (7, 12), "后半年": (7, 12),
}  # fmt: skip
_QUARTER = re.compile(r"第?([一二三四1-4])个?季度?([初末底])?$")
_QUARTERS = re.compile(r"第?([一二三1-3])(?:季度)?\W?.{0,2}?第?([二三四2-4])季度$")
_FIRST_QUARTERS = re.compile(r"前([两二三23])个?季度$")
_FIRST_MONTHS = re.compile(rf"(前|后|最后) ?({COUNT})个?月$")
_EDGES = {"底": 12, "末": 12, "终": 12, "初": 1, "始": 1}
_SEASONS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}
_TENS = {
    "上旬": (1, 10),
    "中旬": (11, 20),
    "下旬": (21, 31),
    "上中旬": (1, 20),
    "中下旬": (11, 31),
    "上半月": (1, 15),
    "下半月": (16, 31),
}
_ENDS_OF_MONTH = {"初": (1, 10), "中": (11, 20), "底": (21, 31), "末": (21, 31)}


# 上半年 is a half of the year, 上个半年 the half before this one
_NEAR_PART = re.compile(r"([本这上下])一?个?(季度|(?<=个)半年|半月)([初末底]?)$")
_NEAR_SHIFT = {"本": 0, "这": 0, "上": -1, "下": 1}


def years_of(plan: str) -> tuple[int, int]:
    """Return the first and last year of a five-year plan (十四五).

    >>> years_of("十四五")
    (2021, 2025)
    """
    order = ordinal(plan[:-1])
    first = 1953 + 5 * (order - 1) if order < 3 else 1966 + 5 * (order - 3)
    return first, first + 4


def in_year(year: int | None, stretch: str) -> Stretch | None:
    """Return a part of a year; the year itself when `stretch` is empty."""
    if not stretch or stretch in ("全年", "内", "年内", "同期"):
        if year is None:
            return Stretch(None, None, "year")
        return Stretch((year, 1, 1), (year, 12, 31), "year")
    if stretch in _HALVES:
        return whole_months(year, *_HALVES[stretch], "half")
    if stretch[0] in _SEASONS and stretch[-1] in "天季日":
        return _season(year, _SEASONS[stretch[0]])
    if stretch[-1] in _EDGES and "季" not in stretch:
        month = _EDGES[stretch[-1]]
        return whole_months(year, month, month, "range")._replace(approximate=True)
    if stretch == "年中":
        return whole_months(year, 6, 7, "range")._replace(approximate=True)
    return _counted(year, stretch)


def near_part(words: str, published: date | None) -> Stretch | None:
    """Return a part that is counted from the publication: 上季度, 本季度末, 下个半年, 上半月.

    >>> near_part("上个半年", date(2021, 6, 14)).first
    (2020, 7, 1)
    """
    part = _NEAR_PART.match(words)
    if not part:
        return None
    if published is None:
        return Stretch(None, None, "quarter" if part[2] == "季度" else "range")
    if part[2] == "半月":
        return in_month(published.year, published.month, Point(0, stretch=words))
    length = 3 if part[2] == "季度" else 6
    year, month, _ = months(day_of(published), _NEAR_SHIFT[part[1]] * length)
    if length == 3:
        return in_year(year, f"{(month + 2) // 3}季度{part[3]}")
    return in_year(year, "上半年" if month <= 6 else "下半年")


def _season(year: int | None, month: int) -> Stretch:
    """Return three months; winter runs into the next year."""
    if month < 12:
        return whole_months(year, month, month + 2, "range")._replace(approximate=True)
    after = None if year is None else year + 1
    return Stretch((year, 12, 1), (after, 2, last_of_month(after, 2)), "range", approximate=True)


def _counted(year: int | None, stretch: str) -> Stretch | None:
    if stretch == "首季":
        return whole_months(year, 1, 3, "quarter")
    if quarter := _QUARTER.match(stretch):
        return _quarter(year, ordinal(quarter[1]), quarter[2] or "")
    if first := _FIRST_QUARTERS.match(stretch):
        return whole_months(year, 1, 3 * ordinal(first[1]), "range")
    if first := _FIRST_MONTHS.match(stretch):
        count = ordinal(first[2])
        if not 1 <= count <= 12:
            return None
        ends = (1, count) if first[1] == "前" else (13 - count, 12)
        return whole_months(year, *ends, "month" if count == 1 else "range")
    if joined := _QUARTERS.match(stretch):
        low, high = ordinal(joined[1]), ordinal(joined[2])
        return whole_months(year, 3 * low - 2, 3 * high, "range") if low < high else None
    return part_of(Stretch((year, 1, 1), (year, 12, 31), "year"), stretch)


def _quarter(year: int | None, number: int, edge: str) -> Stretch:
    """Return a quarter, or its first or last month (一季度末)."""
    last = 3 * number
    if not edge:
        return whole_months(year, last - 2, last, "quarter")
    month = last - 2 if edge == "初" else last
    return whole_months(year, month, month, "range")._replace(approximate=True)


def in_month(year: int | None, month: int, point: Point) -> Stretch | None:
    """Return a month, a part of one (9月上旬, 6月底, 四月第4周) or the months from another on (1至10月)."""
    end = last_of_month(year, month)
    if not end:
        return None
    if point.stretch:
        return _part_of_month(year, month, point.stretch)
    if point.first_month:
        start = ordinal(point.first_month)
        before = None if year is None else year - (start > month)
        return Stretch((before, start, 1), (year, month, end), "range")
    return Stretch((year, month, 1), (year, month, end), "month")


def _part_of_month(year: int | None, month: int, stretch: str) -> Stretch | None:
    whole = whole_months(year, month, month, "month")
    tens = _TENS.get(stretch)
    ends = tens or _ENDS_OF_MONTH.get(stretch.removeprefix("月"))
    if not ends:
        return part_of(whole, stretch)
    last = min(ends[1], last_of_month(year, month))
    return Stretch((year, month, ends[0]), (year, month, last), "range", approximate=not tens)
