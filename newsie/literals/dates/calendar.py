"""Days of time expressions: what `newsie.literals.dates.expressions` found, resolved in reading order.

In: the expressions of one article's folded body, its publication date and dateline. Out: intervals.
An expression without a year takes it from the publication date; 当日 takes the article's last full date.

>>> from datetime import date
>>> from newsie.literals.dates.expressions import find_expressions
>>> body = "1月6日，开展排查。当日下午，前往商业街。"
>>> [found.interval.start for found in resolve(find_expressions(body), body, date(2023, 1, 10))]
['2023-01-06', '2023-01-06']
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from newsie import patterns as re
from newsie.literals.dates import reigns
from newsie.literals.dates.bounds import Expression
from newsie.literals.dates.days import Day, Stretch, day_of, iso, last_of_month, months, shifted
from newsie.literals.dates.feasts import feast_days
from newsie.literals.dates.grammar import Point
from newsie.literals.dates.intervals import has_just_begun, in_order, interval_of
from newsie.literals.dates.nearest import goes_on, is_to_come, nearest_year, year_of_two
from newsie.literals.dates.ordinals import ordinal
from newsie.literals.dates.outlook import looks_ahead
from newsie.literals.dates.relative import read_relative
from newsie.literals.dates.stretches import in_month, in_year, near_part
from newsie.reading import Date
from newsie.values import Interval

_SHIFT_OF_YEAR = {
    "今年": 0, "本年": 0, "去年": -1, "上年": -1, "上一年": -1, "前年": -2, "明年": 1, "下一年": 1, "后年": 2,
    "大前年": -3, "大后年": 3, "这年": 0, "这一年": 0,
}  # fmt: skip
_SHIFT_OF_MONTH = {"当": 0, "同": 0, "本": 0, "这": 0, "上": -1, "下": 1}
_SHIFT_OF_DAY = {"前": -2, "昨": -1, "今": 0, "即": 0, "明": 1, "后": 2}
_FOLLOWING = ("次年", "翌年")
_SAME_DAY = re.compile(r"当[天日晚夜]|同(?:一[日天]|日)|这一?天")
_LATER_DAY = re.compile(r"[天日周期拜](?:之|以)?后$")
_ENDS_OF_MONTH = ("旬", "月初", "月底", "月末")
_WEEK = re.compile(r"([上下本这]+)")
_NEXT_DAY = re.compile(r"次日|翌日|第二天")
_NEAR_DAY = re.compile(r"(大{0,3})([昨今即明前后])(?:（[0-9]+）)?[天日晚晨早夜儿]")
_COMPARED = ("比", "较", "同", "由", "相比")
_LAST_REVIEW = 4
"""Statistical bulletins and reports on a year come out in the first months of the next."""

_YEAR_BEGUN = ("一季度", "首季", "年初", "年内", "前2月", "前两个月", "前3月", "前三个月", "伊始")
"""These may already be this year's."""

_FIRST_YEAR, _LAST_YEAR = 1000, 9000
_JUST_GONE = 7
"""How many days a day without a month may be gone in a plan."""


def resolve(
    expressions: tuple[Expression, ...],
    folded: str,
    published: date | None = None,
    dateline: date | None = None,
) -> tuple[Date, ...]:
    """Return the dates of `expressions`, sorted; those that name no real day (2月30日) are left out."""
    day = _usable(published)
    reader = _Reader(folded, day, day_of(day) if day else None, _usable(dateline) or day)
    found: list[Date] = []
    for expression in expressions:
        interval = reader.read(expression)
        if interval is not None:
            found.append(Date(expression.start, expression.end, interval))
    return tuple(found)


def _usable(day: date | None) -> date | None:
    """Return a day around which the calendar has room: a page of the year 1 or 9999 has no day at all."""
    return day if day and _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def _month_after(first: Day, day: str) -> str:
    """Return the month of the next such day: 今天至18日."""
    return str(first[1] if ordinal(day) >= first[2] else first[1] % 12 + 1)


@lru_cache(maxsize=4096)
def _leaning(word: str) -> tuple[str, int]:
    """Return what a word counts from and how many days on.

    That is the day last named (当日, 次日), today (昨天), the day last named if there is one (3天后), or nothing.
    """
    if _SAME_DAY.match(word):
        return "named", 0
    if _NEXT_DAY.match(word):
        return "named", 1
    near = _NEAR_DAY.match(word)
    if near:
        days = _SHIFT_OF_DAY[near[2]]
        return "today", days + len(near[1]) * (1 if days > 0 else -1)
    return "later" if _LATER_DAY.search(word) else "", 0


@dataclass(slots=True)
class _Reader:
    """What the article has said so far."""

    folded: str
    published: date | None
    issue: Day | None
    """The day of publication again."""
    today: date | None
    last_day: Day | None = None
    named: set[tuple[int, int]] = field(default_factory=set)
    """The months of the article's full dates."""
    last_month: tuple[int | None, int] | None = None
    told: int | None = None
    """The year of the last date told, which 次年 and 同年 count from."""
    year: int | None = None
    """The year of the last year that stood alone in this paragraph (2022年，…)."""
    reviewed: int | None = None
    """The last year, if that is what the article begins with early in this one: a yearly review."""
    begun: bool = False
    paragraph: int = 0
    spoken: tuple[Day | None, Day | None] | None = None
    """What was last spoken of for itself: 去年同期 is the same a year before."""
    compared: bool = False
    """Whether the expression is what something is measured against (比上月)."""

    def read(self, found: Expression) -> Interval | None:
        if self.folded.find("\n", self.paragraph, found.start) >= 0:
            self.year = None
        self.paragraph = found.start
        self.compared = self.folded[max(0, found.start - 2) : found.start].endswith(_COMPARED)
        if found.bound == "event":
            return self._vague()
        if found.right is not None:
            stretch = self._range(found)
        elif found.left.word:
            stretch = self._word(found)
        else:
            ahead = not found.left.year and looks_ahead(self.folded, found)
            stretch = self._calendar(found.left, ahead=ahead)
            late = found.bound == "since" and stretch and not in_order(stretch.first, self.issue)
            if late and self.published:
                # 今年6月以来 in the first days of January
                year = str(self.published.year - 1)
                stretch = self._calendar(found.left._replace(year=year), ahead=False)
        if stretch is None:
            return None
        self._remember(found, stretch)
        return interval_of(found, stretch, self.folded, self.issue)

    def _vague(self) -> Interval:
        return Interval(None, iso(self.issue), "vague")

    def _review(self, year: int | None) -> None:
        """Keep the year that a yearly review begins with: 2015年，全市…… in March 2016, where 全年 is 2015."""
        if not self.begun and year and self.published and self.published.month <= _LAST_REVIEW:
            self.reviewed = year if year == self.published.year - 1 else None
        self.begun = True

    def _remember(self, found: Expression, stretch: Stretch) -> None:
        end = found.right or found.left
        if stretch.last is None:
            return
        later = self.issue
        past = later is None or stretch.last[0] is None or has_just_begun(stretch, later)
        if (
            found.bound not in ("until", "before")
            and past
            and (end.day or (end.word and stretch.precision == "day"))
        ):
            self.last_day = stretch.last
            year, month, _ = stretch.last
            if year is not None:
                self.named.add((year, month))
        if end.month or end.day:
            self.last_month = stretch.last[:2]
        if found.left.stretch == "同期" or self.compared:
            return
        if end.year or end.month or end.day:
            self.told = stretch.last[0]
        if stretch.first and stretch.first != stretch.last:
            self.spoken = stretch.first, later if found.bound == "since" else stretch.last
        if found.left.year and not found.left.month and stretch.precision == "year":
            self.year = stretch.last[0]
            self._review(self.year)

    # --- words ---------------------------------------------------------------

    def _word(self, found: Expression) -> Stretch | None:
        word = found.left.word.lstrip("“‘\"'")
        leaning, days = _leaning(word)
        if leaning == "named":
            return self._open(shifted(self.last_day, days) if self.last_day and days else self.last_day)
        if leaning == "today":
            return self._open(day_of(self.today + timedelta(days)) if self.today else None)
        later = self.last_day and leaning == "later"
        relative = read_relative(word, self._named_day() if later else self.today, self.published)
        return relative or self._open(None)

    def _named_day(self) -> date | None:
        """Return the day last named, from which 3天后 counts."""
        if self.last_day is None or self.last_day[0] is None:
            return self.today
        return date(self.last_day[0], self.last_day[1], self.last_day[2])

    def _open(self, day: Day | None) -> Stretch:
        """Return the day, or when it is not known a vague stretch up to the publication."""
        if day is not None:
            return Stretch(day, day, "day")
        return Stretch(None, self.issue, "vague")

    # --- calendar --------------------------------------------------------------

    def _range(self, found: Expression) -> Stretch | None:
        if found.right is None:
            return None
        left, right = found.left, found.right
        if right.word:
            first = self._word(found) if left.word else self._calendar(left, ahead=False)
            week = _WEEK.match(left.word) if right.word[0] in "周星礼" else None
            until = self._word(
                found._replace(left=right._replace(word=(week[1] if week else "") + right.word))
            )
            known = first and until and in_order(first.first, until.last)
            return Stretch(first.first, until.last, "range") if first and until and known else None
        if right.year and not left.year and right.year not in _FOLLOWING:
            left = left._replace(year=right.year)
        if left.month and not right.month and (right.day or right.stretch.endswith(_ENDS_OF_MONTH)):
            right = right._replace(month=left.month, stretch=right.stretch.removeprefix("月"))
        first = (
            self._word(found) if left.word else self._calendar(left, ahead=looks_ahead(self.folded, found))
        )
        if first is None or first.first is None:
            return None
        if right.year in _FOLLOWING:
            following = first.first[0]
            right = right._replace(year=str(following + 1) if following else "")
        # 预计16日夜间至18日: the month of the first is that of both
        if (left.word or (left.day and not left.month)) and right.day and not right.month:
            right = right._replace(month=_month_after(first.first, right.day))
        last = self._calendar(right, ahead=False, base=first.first)
        if last is None or last.last is None:
            return None
        start = first.first
        if start[0] and last.last[0] and start > last.last and not (found.left.year or left.word):
            start = months(start, -12)
        return Stretch(start, last.last, "range") if in_order(start, last.last) else None

    def _calendar(self, point: Point, *, ahead: bool, base: Day | None = None) -> Stretch | None:
        year = self._year(point)
        if point.first_year:
            return Stretch((ordinal(point.first_year), 1, 1), (year, 12, 31), "range")
        if point.festival or point.lunar:
            return feast_days(point, year, self.published, ahead=ahead, base=base)
        if point.month or point.day or point.stretch.startswith("月") or point.stretch.endswith("旬"):
            return self._within_year(point, year, ahead=ahead, base=base)
        if year is None and not point.year:
            year = self._year_of_stretch(point, ahead=ahead)
        if point.stretch[:1] in ("本", "这", "上", "下") and not point.year:
            near = near_part(point.stretch, self.published)
            if near:
                return near
        if point.stretch in ("今天", "今日"):
            return self._same_day(year)
        if point.stretch == "同期" and year is not None:
            return self._same_part(year)
        return in_year(year, point.stretch)

    def _same_day(self, year: int | None) -> Stretch | None:
        """Return today in another year (去年的今天)."""
        if self.today is None or year is None:
            return None
        day = months(day_of(self.today), 12 * (year - self.today.year))
        return Stretch(day, day, "day")

    def _same_part(self, year: int) -> Stretch | None:
        """Return what was spoken of, or the year so far, as it was in another year (去年同期)."""
        first, last = self.spoken or (None, None)
        if last and last[0] == year:
            year -= 1
        if not first or not last or first[0] is None or last[0] is None:
            now = self.issue
            first, last = (now and (now[0], 1, 1)), now
        if not first or not last or first[0] is None or last[0] is None:
            return in_year(year, "")
        shift = 12 * (year - last[0])
        return Stretch(months(first, shift), months(last, shift), "range")

    def _within_year(
        self, point: Point, year: int | None, *, ahead: bool, base: Day | None
    ) -> Stretch | None:
        named = self._month(point, compared=self.compared)
        if ahead and not point.month and point.day and self.published is not None:
            named = self._month_to_come(self.published, ordinal(point.first_day or point.day))
        if named is None:
            return None
        own_year, month = named
        day = ordinal(point.day) if point.day else None
        if point.year:
            own_year = year
        elif own_year is None and self.published is not None:
            begins = ordinal(point.first_day) if point.first_day else day
            own_year = self._nearest(month, begins, ahead=ahead, base=base)
            if goes_on(point, self.published):
                own_year = self.published.year
        elif own_year is None and base is not None:
            own_year = base[0]
        if day is None:
            return in_month(own_year, month, point)
        first = ordinal(point.first_day) if point.first_day else day
        if not 1 <= first <= day <= last_of_month(own_year, month):
            return None
        return Stretch((own_year, month, first), (own_year, month, day), "range" if first < day else "day")

    def _year(self, point: Point) -> int | None:
        written = point.year
        known = self.year if self.year is not None else self.reviewed
        if written == "上年" and known is not None:
            return known - 1
        if written in _SHIFT_OF_YEAR:
            return self.published.year + _SHIFT_OF_YEAR[written] if self.published else None
        if written in _FOLLOWING or written == "同年":
            told = self.told or self.year
            return told + (written != "同年") if told else None
        if not written:
            return None
        year = ordinal(written)
        if point.era:
            return reigns.first_year(point.era) + year - 1
        return year_of_two(year, self.published) if len(written) == len("22") else year

    def _year_of_stretch(self, point: Point, *, ahead: bool) -> int | None:
        """Return the year of 上半年, 全年: that of the year the paragraph speaks of, else the current one."""
        edge = point.stretch.startswith("年")
        if self.year is not None and not edge:
            return self.year
        if self.published is None:
            return None
        if self.reviewed and not ahead and not point.stretch.startswith(_YEAR_BEGUN):
            return self.reviewed
        year = self.published.year
        stretch = in_year(year, point.stretch)
        later = stretch is not None and is_to_come(stretch, self.published, begun=edge)
        passed = self.year == year - 1 if edge else point.stretch != "全年"
        return year - 1 if later and passed and not ahead else year

    def _month(self, point: Point, *, compared: bool) -> tuple[int | None, int] | None:
        """Return the month, with its year where the expression or what went before tells it."""
        written = point.month
        if written in ("当月", "同月") and (self.last_month or not (point.day and self.published)):
            return self.last_month
        if written in ("上月", "上个月") and compared and self.last_month:
            year, month, _ = months((*self.last_month, 1), -1)
            return year, month
        if not written and self.last_day:
            return self._month_of_day(self.last_day, point.first_day or point.day)
        if not written or written[0] in _SHIFT_OF_MONTH:
            if self.published is None:
                return None
            shift = _SHIFT_OF_MONTH.get(written[:1], 0) * (2 if written[:2] in ("上上", "下下") else 1)
            if point.day and not written:
                return self._month_gone(self.published, ordinal(point.first_day or point.day))
            year, month, _ = months(day_of(self.published), shift)
            return year, month
        return None, ordinal(written)

    @staticmethod
    def _month_to_come(published: date, day: int) -> tuple[int | None, int]:
        """Return the first month that has such a day not long before the publication: 将于14日召开.

        预计10日夜间至12日 in a paper of the 14th was said on the 10th: for another month one writes 下月10日.
        """
        shift = 1 if day + _JUST_GONE < published.day else 0
        year, month, _ = months(day_of(published), shift)
        if day > last_of_month(year, month):
            year, month, _ = months(day_of(published), shift + 1)
        return year, month

    @staticmethod
    def _month_gone(published: date, day: int) -> tuple[int | None, int]:
        """Return the last month that has such a day not after the publication."""
        shift = -1 if day > published.day else 0
        year, month, _ = months(day_of(published), shift)
        if day > last_of_month(year, month):
            year, month, _ = months(day_of(published), shift - 1)
        return year, month

    def _month_of_day(self, last: Day, written: str) -> tuple[int | None, int]:
        """Return the month of 19日: of those the article named, the latest that is not after publication."""
        issue = self.issue
        if issue is not None and written:
            day = ordinal(written)
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
        return nearest_year(self.published, month, day, ahead=ahead)
