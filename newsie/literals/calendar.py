"""Days of time expressions: what `newsie.literals.dates` found, resolved in reading order.

In: the expressions of one article's folded body, its publication date and dateline. Out: intervals.
An expression without a year takes it from the publication date; 当日 takes the article's last full date.

>>> from datetime import date
>>> from newsie.literals.dates import find_expressions
>>> body = "1月6日，开展排查。当日下午，前往商业街。"
>>> [found.interval.start for found in resolve(find_expressions(body), body, date(2023, 1, 10))]
['2023-01-06', '2023-01-06']
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from newsie.literals.dates import Expression, Point
from newsie.literals.days import (
    Day,
    Stretch,
    day_of,
    in_month,
    in_year,
    iso,
    last_of_month,
    months,
)
from newsie.literals.numerals import parse_number
from newsie.literals.relative import read_relative
from newsie.reading import Date
from newsie.values import Interval

_SHIFT_OF_YEAR = {
    "今年": 0, "本年": 0, "去年": -1, "上年": -1, "上一年": -1, "前年": -2, "明年": 1, "下一年": 1, "后年": 2,
}  # fmt: skip
_SHIFT_OF_MONTH = {"本": 0, "上": -1, "下": 1}
_SHIFT_OF_DAY = {"大前": -3, "前": -2, "昨": -1, "今": 0, "明": 1, "后": 2, "後": 2, "大后": 3}
_SAME_DAY = re.compile(r"当[天日晚夜]|同日")
_NEXT_DAY = re.compile(r"次日|翌日")
_NEAR_DAY = re.compile(r"(大前|大后|[昨今明前后後])[天日晚晨早]")
# a clause with one of these looks ahead; 将 after a person may be 把, which the distance to the next such day tells
_AHEAD = re.compile(
    r"计划|预计|将|力争|拟|争取|确保|有望|定于|即将|预期|预定|届时|到时|择期|要在|务必|排到|提前到"
)
_CLAUSE_START = re.compile(r"[^，。；！？\n]*$")
_CLAUSE_END = re.compile(r"[^，。；！？\n]{0,40}")
_COMPARED = re.compile(r"[比较同由]$|相比$")
_FIRST_YEAR, _LAST_YEAR = 1000, 9000
_FAR = timedelta(days=300)
_JUST = timedelta(days=31)
_SOON = timedelta(days=15)


def resolve(
    expressions: tuple[Expression, ...],
    folded: str,
    published: date | None = None,
    dateline: date | None = None,
) -> tuple[Date, ...]:
    """Return the dates of `expressions`, sorted; those that name no real day (2月30日) are left out."""
    reader = _Reader(folded, _usable(published), _usable(dateline) or _usable(published))
    found: list[Date] = []
    for expression in expressions:
        interval = reader.read(expression)
        if interval is not None:
            found.append(Date(expression.start, expression.end, interval))
    return tuple(found)


def _usable(day: date | None) -> date | None:
    """Return a day around which the calendar has room: a page of the year 1 or 9999 has no day at all."""
    return day if day and _FIRST_YEAR <= day.year <= _LAST_YEAR else None


@dataclass(slots=True)
class _Reader:
    """What the article has said so far."""

    folded: str
    published: date | None
    today: date | None
    last_day: Day | None = None
    named: set[tuple[int, int]] = field(default_factory=set)
    """The months of the article's full dates."""
    last_month: tuple[int | None, int] | None = None
    year: int | None = None
    """The year of the last year that stood alone in this paragraph (2022年，…)."""
    paragraph: int = 0
    compared: bool = False
    """Whether the expression is what something is measured against (比上月)."""

    def read(self, found: Expression) -> Interval | None:
        if "\n" in self.folded[self.paragraph : found.start]:
            self.year = None
        self.paragraph = found.start
        self.compared = _COMPARED.search(self.folded, max(0, found.start - 2), found.start) is not None
        if found.bound == "event":
            return self._vague()
        if found.left.word:
            stretch = self._word(found)
        elif found.right is not None:
            stretch = self._range(found)
        else:
            stretch = self._calendar(found.left, ahead=self._looks_ahead(found))
        if stretch is None:
            return None
        self._remember(found, stretch)
        return self._interval(found, stretch)

    def _interval(self, found: Expression, stretch: Stretch) -> Interval:
        part = found.part_of_day
        if found.bound == "until":
            return Interval(None, iso(stretch.last), "vague", part)
        if found.bound == "since":
            named = self.folded[found.start] == "自" and found.end - found.left.end > len("以来")
            return Interval(iso(stretch.first), iso(self._issue()), "vague" if named else "range", part)
        return Interval(iso(stretch.first), iso(stretch.last), stretch.precision, part, stretch.approximate)

    def _issue(self) -> Day | None:
        return day_of(self.published) if self.published else None

    def _vague(self) -> Interval:
        return Interval(None, iso(self._issue()), "vague")

    def _remember(self, found: Expression, stretch: Stretch) -> None:
        end = found.right or found.left
        if stretch.last is None:
            return
        later = self._issue()
        past = later is None or stretch.last[0] is None or stretch.last <= later
        if found.bound != "until" and past and (end.day or (end.word and stretch.precision == "day")):
            self.last_day = stretch.last
            year, month, _ = stretch.last
            if year is not None:
                self.named.add((year, month))
        if end.month or end.day:
            self.last_month = stretch.last[:2]
        alone = found.left.year and not found.left.month and stretch.precision == "year"
        if alone and not self.compared and not self.folded.startswith("同期", found.end):
            self.year = stretch.last[0]

    def _looks_ahead(self, found: Expression) -> bool:
        if found.bound == "until" and self.folded[found.end - 1] == "前":
            return True
        before = _CLAUSE_START.search(self.folded, max(0, found.start - 40), found.start)
        after = _CLAUSE_END.match(self.folded, found.end)
        clause = (before.group() if before else "") + "，" + (after.group() if after else "")
        return _AHEAD.search(clause) is not None

    # --- words ---------------------------------------------------------------

    def _word(self, found: Expression) -> Stretch | None:
        word = found.left.word.lstrip("“‘\"'")
        if _SAME_DAY.match(word):
            return self._open(self.last_day)
        if _NEXT_DAY.match(word):
            return self._open(self._after(self.last_day))
        near = _NEAR_DAY.match(word)
        if near:
            return self._open(self._shifted(_SHIFT_OF_DAY[near[1]]))
        relative = read_relative(word, self.today, self.published)
        return relative or self._open(None)

    def _open(self, day: Day | None) -> Stretch:
        """Return the day, or when it is not known a vague stretch up to the publication."""
        if day is not None:
            return Stretch(day, day, "day")
        return Stretch(None, self._issue(), "vague")

    def _shifted(self, days: int) -> Day | None:
        return day_of(self.today + timedelta(days)) if self.today else None

    @staticmethod
    def _after(day: Day | None) -> Day | None:
        if day is None or day[0] is None:
            return None
        return day_of(date(day[0], day[1], day[2]) + timedelta(1))

    # --- calendar --------------------------------------------------------------

    def _range(self, found: Expression) -> Stretch | None:
        if found.right is None:
            return None
        left, right = found.left, found.right
        if right.word:
            first = self._calendar(left, ahead=False)
            until = self._word(replace(found, left=right))
            return first and until and Stretch(first.first, until.last, "range")
        if right.year and not left.year:
            left = replace(left, year=right.year)
        if left.month and not right.month and right.day:
            right = replace(right, month=left.month)
        first = self._calendar(left, ahead=self._looks_ahead(found))
        if first is None or first.first is None:
            return None
        last = self._calendar(right, ahead=False, base=first.first)
        if last is None or last.last is None:
            return None
        start = first.first
        if start[0] and last.last[0] and start > last.last and not found.left.year:
            start = (start[0] - 1, start[1], start[2])
        return Stretch(start, last.last, "range")

    def _calendar(self, point: Point, *, ahead: bool, base: Day | None = None) -> Stretch | None:
        year = self._year(point)
        if point.first_year:
            return Stretch((int(parse_number(point.first_year)), 1, 1), (year, 12, 31), "range")
        if point.month or point.day or point.stretch.startswith("月"):
            return self._within_year(point, year, ahead=ahead, base=base)
        if year is None and not point.year:
            year = self._year_of_stretch(point, ahead=ahead)
        if point.stretch.endswith("季度") and point.stretch[0] in "本上":
            return self._near_quarter(-3 if point.stretch[0] == "上" else 0)
        return in_year(year, point.stretch)

    def _near_quarter(self, shift: int) -> Stretch | None:
        if self.published is None:
            return Stretch(None, None, "quarter")
        year, month, _ = months(day_of(self.published), shift)
        return in_year(year, f"{(month + 2) // 3}季度")

    def _within_year(
        self, point: Point, year: int | None, *, ahead: bool, base: Day | None
    ) -> Stretch | None:
        named = self._month(point, compared=self.compared)
        if named is None:
            return None
        own_year, month = named
        day = int(parse_number(point.day)) if point.day else None
        if point.year:
            own_year = year
        elif own_year is None and self.published is not None:
            own_year = self._nearest(month, day, ahead=ahead, base=base)
        elif own_year is None and base is not None:
            own_year = base[0]
        if day is None:
            return in_month(own_year, month, point)
        first = int(parse_number(point.first_day)) if point.first_day else day
        if not 1 <= first <= day <= last_of_month(own_year, month):
            return None
        return Stretch((own_year, month, first), (own_year, month, day), "range" if first < day else "day")

    def _year(self, point: Point) -> int | None:
        written = point.year
        if written == "上年" and self.year is not None:
            return self.year - 1
        if written in _SHIFT_OF_YEAR:
            return self.published.year + _SHIFT_OF_YEAR[written] if self.published else None
        if written in ("次年", "翌年", "同年"):
            known = self.last_day[0] if self.last_day else self.year
            return known + (written != "同年") if known else None
        if not written:
            return None
        year = int(parse_number(written))
        if len(written) == len("22"):
            now = self.published.year % 100 if self.published else 30
            year += 2000 if year <= now + 10 else 1900
        return year

    def _year_of_stretch(self, point: Point, *, ahead: bool) -> int | None:
        """Return the year of 上半年, 全年: that of the year the paragraph speaks of, else the current one."""
        edge = point.stretch.startswith("年")
        if self.year is not None and not edge:
            return self.year
        if self.published is None:
            return None
        year = self.published.year
        stretch = in_year(year, point.stretch)
        later = stretch is not None and stretch.first is not None and stretch.first > day_of(self.published)
        passed = self.year == year - 1 if edge else point.stretch != "全年"
        return year - 1 if later and passed and not ahead else year

    def _month(self, point: Point, *, compared: bool) -> tuple[int | None, int] | None:
        """Return the month, with its year where the expression or what went before tells it."""
        written = point.month
        if written in ("当月", "同月"):
            return self.last_month
        if written in ("上月", "上个月") and compared and self.last_month:
            year, month, _ = months((*self.last_month, 1), -1)
            return year, month
        if not written and self.last_day:
            return self._month_of_day(self.last_day, point.day)
        if not written or written[0] in _SHIFT_OF_MONTH:
            if self.published is None:
                return None
            shift = -2 if written.startswith("上上") else _SHIFT_OF_MONTH.get(written[:1], 0)
            if point.day and not written and int(parse_number(point.day)) > self.published.day:
                shift = -1
            year, month, _ = months(day_of(self.published), shift)
            return year, month
        return None, int(parse_number(written))

    def _month_of_day(self, last: Day, written: str) -> tuple[int | None, int]:
        """Return the month of 19日: of those the article named, the latest that is not after publication."""
        issue = self._issue()
        if issue is not None and written:
            day = int(parse_number(written))
            known = [(year, month) for year, month in self.named if (year, month, day) <= issue]
            if known:
                return max(known)
        return last[:2]

    def _nearest(self, month: int, day: int | None, *, ahead: bool, base: Day | None) -> int | None:
        """Return the year of the nearest such day not after the publication, or not before it in a plan."""
        if self.published is None:
            return None
        if base is not None and base[0] is not None:
            return base[0] + ((month, day or 31) < base[1:])
        now = self.published
        if day is None:
            # 8月上旬 in a paper of July is next month: of the year before one writes 去年8月
            soon = (month - now.month) % 12 == 1
            return now.year + (month < now.month) if ahead or soon else now.year - (month > now.month)
        years = [year for year in range(now.year - 8, now.year + 9) if day <= last_of_month(year, month)]
        days = [date(year, month, day) for year in years]
        past_days, next_days = [d for d in days if d <= now], [d for d in days if d >= now]
        if not past_days or not next_days:
            return now.year
        before, after = past_days[-1], next_days[0]
        if after - now <= _SOON and now - before > _FAR:
            return after.year
        return after.year if ahead and not (now - before <= _JUST and after - now > _FAR) else before.year
