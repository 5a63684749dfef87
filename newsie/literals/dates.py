"""Time expressions: in a folded text, out where they stand and what each part of them says.

Nothing is computed here; `newsie.literals.calendar` turns an expression into days.

>>> found = find_expressions("于3月26日上午召开")[0]
>>> found.start, found.end, found.left.month, found.left.day, found.part_of_day
(1, 8, '3', '26', 'morning')
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from newsie.literals.events import find_events
from newsie.spans import Spans
from newsie.values import PartOfDay

Bound: TypeAlias = Literal["", "until", "since", "event"]


@dataclass(frozen=True, slots=True)
class Point:
    """The parts of one expression as written, empty where it is silent.

    Attributes:
        end: where it ends in the text.
        year, month, day: as written (2022, 二〇二二, 今年; 3, 十二, 本月).
        first_year, first_month, first_day: the lower end of a joined part (1至10月).
        stretch: a part of the year or month (上半年, 一季度, 前三季度, 底, 上旬, 全年).
        word: an expression without calendar parts (近日, 今天, 上周三, 近三年).
    """

    end: int
    year: str = ""
    first_year: str = ""
    month: str = ""
    first_month: str = ""
    day: str = ""
    first_day: str = ""
    stretch: str = ""
    word: str = ""


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression.

    Attributes:
        start, end: its place in the text.
        left: what it says, or the first end of a range.
        right: the other end of a range.
        bound: `until` (截至…, …前), `since` (…以来), `event` (…期间, 自…开展以来: no days of its own).
        part_of_day: as it says.
    """

    start: int
    end: int
    left: Point
    right: Point | None = None
    bound: Bound = ""
    part_of_day: PartOfDay | None = None


_D = "一二三四五六七八九"
_YEAR = rf"(?:[12][0-9]{{3}}|[一二][〇零○{_D}]{{3}})"
_MONTH = rf"(?:1[0-2]|0?[1-9]|十[一二]?|[{_D}])"
_DAY = rf"(?:3[01]|[12][0-9]|0?[1-9]|[二三]?十[{_D}]?|廿[{_D}]?|[{_D}])"
_TO = r" ?(?:至|到|—{1,2}|-{1,2}|–|~|─{1,2}) ?"
_JOIN = re.compile(_TO)

_OF_YEAR = re.compile(
    rf"(?:(?P<first_year>{_YEAR})年?{_TO})?(?P<year>{_YEAR}) ?年(?![级代版届款])"
    rf"|(?P<short_year>[0-9]{{2}}|[〇零{_D}]{{2}})年(?={_MONTH}月)"
    r"|(?P<relative>今年|去年|明年|(?<![以之])前年|(?<![成产用营运工达业施目])后年(?![产均可收])|本年(?!度)|上年|次年|翌年|同年|上一年|下一年)"
)
_NOT_MONTH = r"(?![球饼亮嫂子龄薪租])"
_OF_MONTH = re.compile(
    rf"(?:(?P<first_month>{_MONTH})月?份?{_TO})?(?P<month>{_MONTH}) ?月{_NOT_MONTH}份?(?:当月)?"
    rf"|(?P<relative>本月|上上个?月|上个?月|下个?月|当月|同月){_NOT_MONTH}份?"
)
_OF_DAY = re.compile(
    rf" ?(?:(?P<first_day>{_DAY}) ?日?{_TO})?(?P<day>{_DAY}) ?(?:日|号(?![楼线院店馆厅门机车]))"
)
_IN_MONTH = re.compile(r"上旬|中旬|下旬|初(?![一二三四五六七八九十步中级])|底|末(?![梢端位])")
_QUARTER = r"第?[一二三四1-4]个?季度|(?<![提以之])前[两二三23]个?季度|首季"
_FIRST_MONTHS = r"(?<![提以之])前(?:1[01]|[2-9]|十一?|[两二三四五六七八九])个?月(?!球)"
_IN_YEAR = re.compile(
    rf"[的]?(?:上半年|下半年|全年|年底|年末|年终|年初|{_QUARTER}|{_FIRST_MONTHS})"
    r"|(?:底|末|初(?![一二三四五六七八九十步中级])|内)"
    rf"|的?(?P<first_quarter>[一二三1-3])(?:季度)?{_TO}(?P<quarter>[二三四2-4])季度"
)
_ISO = re.compile(r"((?:19|20)[0-9]{2})([-/.])(1[0-2]|0?[1-9])\2(3[01]|[12][0-9]|0?[1-9])(?![0-9.])")
_ROUND = re.compile(
    rf"(?:(?:上个?|[12][0-9]|[{_D}十]{{1,2}})世纪)(?:[1-9]0|[{_D}]十)年代|(?:[1-9]0|[二三四五六七八九]十)年代"
)

# where a numeral begins an expression: it runs to 年, 月, 日, 季度, or is joined to another numeral
_NUMERAL = re.compile(
    rf"(?<![0-9.,:{_D}十廿〇零百])[0-9〇零○{_D}十廿]{{1,4}}"
    r"(?= ?(?:[年月日]|季度|世纪|至|到|[-/.—–~─]))"
)
_WORDS = (
    # the vague ones; 体现在, 项目前期, 节日前 are none of them
    r"近日来?|近期|近来|近年来?|近几[年天日月]来?|近些[年天]来?|(?<![附邻])近段时间|近一段时间|最近(?![的处距])"
    r"|(?<![0-9今昨明次当同节生假周末休旬翌连])日前(?![后往来])|(?<![项节栏题科数条])目前(?![期列置身端往])|(?<![担应相正])当前(?!往)"
    r"|眼下|(?<![比例假])如今(?![年天日])|现如今|(?<![体展实出呈表发浮再重涌闪])现在|截[至止](?:到)?目前(?:为止)?"
    r"|截[至止](?:记者)?发稿[时前]?|迄今(?:为止)?|(?<![直时])至今|到目前为止|连日来?|多年来|多日来|数月来|这几天"
    # days around today, and around the day last named
    r"|大前天|前天|昨[天日晚]|(?<![至如])今(?:天|日(?!头条)|晚|晨|早)|明[天日晚](?!之后)|大?后天|当[天日晚夜](?![成常])|同日|次日|翌日"
    rf"|(?:上上|下下|上|下|本|这)个?(?:周|星期|礼拜)(?:[{_D}日天末])?"
    rf"|(?<![每逢、一三两0-9日六五])(?:周|星期|礼拜)[一二三四五六日天](?![至到、—])"
    # stretches that end today, and five-year plans
    rf"|(?<![附邻临靠接将])(?:近|过去)[{_D}两十0-9]{{1,2}}(?:年|个月|个?星期|周|天)(?:来|间|以来)?"
    rf"|(?<![0-9{_D}十百第])[{_D}两十0-9]{{1,2}}(?:年|个月)来"
    r"|[“‘\"']?十[一二三四五]?五[”’\"']?(?:规划)?(?:期间|时期|以来|期?末)"
)
_PARTS = r"今|去|明|前|后|本|上|下|次|翌|同|当"
_RELATIVE = re.compile(
    rf"(?:{_PARTS})年|上一年|下一年|本月|上上?个?月|下个?月|当月|同月|上半年|下半年|全年|年[底末终初内]|上个?世纪|月[底初末]|(?:本|上个?)季度|{_QUARTER}"
    rf"|{_FIRST_MONTHS}"
)
_WORD = re.compile(_WORDS)
_START = re.compile(
    rf"{_NUMERAL.pattern}|(?=[近最日目当眼如现截迄至到连多数这大前昨今明后同次翌上下本周星礼过“‘\"'十{_D}0-9去全年月第首])(?:{_WORDS}|{_RELATIVE.pattern})"
)

_WEEKDAY = re.compile(r"（(?:星期|周|礼拜)[一二三四五六日天]）|，?(?:星期|礼拜)[一二三四五六日天]")
_PART = re.compile(
    r"(?P<morning>凌晨|清晨|早晨|早上|一早|上午)|(?P<noon>中午|午间)|(?P<afternoon>下午|午后)"
    r"|(?P<evening>傍晚|晚上|晚间|夜间|深夜|夜里|当晚|晚(?![会于餐宴饭报婚育熟稻点些]))"
)
_PARTS_OF_DAY: tuple[PartOfDay, ...] = ("morning", "afternoon", "evening")
_CLOCK = re.compile(
    r"(?:[0-2]?[0-9]|[一二两三四五六七八九十]{1,2})"
    r"(?:[时点](?![间代期评位对击赞多个])(?:[0-5]?[0-9]分|半|许|整)?|:[0-5][0-9])(?:许|左右|整)?"
)
_BEFORE = re.compile(r"(?:之|以)?前(?![列期往来沿端夕述三两二后天年半0-9])")
_LATER = re.compile(r"[^，。；：！？、\n]{0,24}?以来")
_LENGTH = re.compile(r"[^近过]+(?:年|个月)来")
_GAP = re.compile(r"[^，。；：！？\n]{1,20}")
_ARRIVES = re.compile("[至到]")
_UNTIL = re.compile(r"截[至止]到?$")


def find_expressions(folded: str) -> tuple[Expression, ...]:
    """Return the time expressions of `folded`, sorted by place, none overlapping another."""
    dated = tuple(_dated(folded))
    taken = Spans((found.start, found.end) for found in dated)
    events = (
        Expression(start, end, Point(end), bound="event")
        for start, end in find_events(folded)
        if not taken.touch(start, end)
    )
    return tuple(sorted((*dated, *events), key=lambda found: found.start))


def _dated(folded: str) -> Iterator[Expression]:
    place = last = 0
    while match := _START.search(folded, place):
        left = _point(folded, match.start())
        if left is None or left.end <= match.start():
            place = match.end()
            continue
        found = _expression(folded, match.start(), left)
        # 自2015年7月至2020年9月，5年来: the length of the range before it
        restated = _LENGTH.fullmatch(left.word) and last > 0 and found.start - last <= len("，")
        if not restated:
            yield found
        place = last = found.end


def _point(folded: str, start: int) -> Point | None:
    """Read the expression that begins at `start`, without what may hang on it."""
    iso = _ISO.match(folded, start)
    if iso:
        return Point(iso.end(), year=iso[1], month=iso[3], day=iso[4])
    point = _calendar(folded, start)
    if point is not None:
        return point
    word = _WORD.match(folded, start) or _ROUND.match(folded, start)
    return Point(word.end(), word=word.group()) if word else None


def _calendar(folded: str, start: int) -> Point | None:
    point = Point(start)
    year = _OF_YEAR.match(folded, start)
    if year:
        written = year["year"] or year["short_year"] or year["relative"]
        point = Point(year.end(), year=written, first_year=year["first_year"] or "")
        if point.first_year:
            return point
    place = point.end + (year is not None and folded.startswith((" ", "的"), point.end))
    month = _OF_MONTH.match(folded, place)
    if month:
        point = replace(
            point,
            end=month.end(),
            month=month["month"] or month["relative"],
            first_month=month["first_month"] or "",
        )
        return _in_month(folded, point, month)
    if year:
        return _in_year(folded, point)
    return _bare(folded, start)


def _in_month(folded: str, point: Point, month: re.Match[str]) -> Point | None:
    stretch = _IN_MONTH.match(folded, point.end)
    if stretch and not point.first_month:
        return replace(point, end=stretch.end(), stretch=stretch.group())
    day = None if point.first_month or folded[point.end - 1] == "份" else _OF_DAY.match(folded, point.end)
    if day:
        return replace(point, end=day.end(), day=day["day"], first_day=day["first_day"] or "")
    spelled = not point.year and not month.group()[0].isdigit() and month["month"]
    if spelled and folded[point.end - 1] != "份" and not point.first_month:
        return None  # 一月一总结: a bare Chinese month is too often a count
    return point


def _in_year(folded: str, point: Point) -> Point:
    stretch = _IN_YEAR.match(folded, point.end)
    if not stretch:
        return point
    return replace(point, end=stretch.end(), stretch=stretch.group().removeprefix("的"))


_BARE_DAY = re.compile(
    r"(?:(?P<first_day>3[01]|[12][0-9]|[1-9]) ?日?"
    + _TO
    + r")?(?P<day>3[01]|[12][0-9]|[1-9])日(?![内游均报产志常记用益本历龄夜])"
)
_BARE_STRETCH = re.compile(
    rf"上半年|下半年|全年|年底|年末|年终|年初|年内|月底|月末|月初(?![一二三四五六七八九十])|(?:本|上个?)季度|{_FIRST_MONTHS}"
    rf"|(?:[一二三1-3])(?:季度)?{_TO}[二三四2-4]季度|{_QUARTER}"
)
_NO_BARE_DAY = re.compile(r"[第每近满连前后百数余隔号]$")
_NO_STRETCH = re.compile(r"[每百历周多半整两当今明去前后]$")


def _bare(folded: str, start: int) -> Point | None:
    """Read 20日, 上半年, 年底: expressions that leave out what is larger."""
    before = folded[max(0, start - 1) : start]
    day = _BARE_DAY.match(folded, start)
    if day and not _NO_BARE_DAY.search(before):
        return Point(day.end(), day=day["day"], first_day=day["first_day"] or "")
    stretch = _BARE_STRETCH.match(folded, start)
    if stretch and not _NO_STRETCH.search(before):
        return Point(stretch.end(), stretch=stretch.group())
    return None


def _expression(folded: str, start: int, left: Point) -> Expression:
    end, part = _hanging(folded, left.end)
    until = _UNTIL.search(folded, max(0, start - 3), start)
    right = None if until or left.word else _other_end(folded, start, end)
    if right:
        opened = folded[start - 1 : start] == "自" and folded[start - 2 : start] != "来自"
        end, part = _hanging(folded, right.end)
        return Expression(start - opened, end, left, right, part_of_day=part)
    left, end = _bracketed(folded, left, end)
    found = Expression(start, end, left, part_of_day=part)
    if until:
        return replace(found, start=until.start(), bound="until")
    return _bounded(folded, found)


def _hanging(folded: str, end: int) -> tuple[int, PartOfDay | None]:
    """Return the end with weekday, part of day and time of day taken in, and the part of day."""
    part: PartOfDay | None = None
    word = folded[end - 2 : end]
    if word.endswith(("晚", "夜", "晨")) and word[:1] in "今昨明当":
        part = "morning" if word[1] == "晨" else "evening"
    weekday = _WEEKDAY.match(folded, end)
    end = weekday.end() if weekday else end
    found = _PART.match(folded, end)
    if found:
        end = found.end()
        part = next((name for name in _PARTS_OF_DAY if found[name]), part)
    clock = _CLOCK.match(folded, end)
    if clock:
        join = _JOIN.match(folded, clock.end())
        until = _CLOCK.match(folded, join.end()) if join else None
        end = (until or clock).end()
    return end, part


def _other_end(folded: str, start: int, end: int) -> Point | None:
    """Return the later end of a range that began at `start` (6月10日至12日, 自2015年7月开展…至2020年9月底)."""
    join = _JOIN.match(folded, end)
    if join:
        return _point(folded, join.end())
    if folded[max(0, start - 1) : start] not in ("自", "从"):
        return None
    gap = _GAP.match(folded, end)
    for later in _ARRIVES.finditer(folded, end, gap.end()) if gap else ():
        point = _point(folded, later.end())
        if point and not point.word:
            return point
    return None


def _bracketed(folded: str, left: Point, end: int) -> tuple[Point, int]:
    """Return 1月28日 and the end of 今天（1月28日）, brackets taken in."""
    if left.word and folded.startswith("（", end):
        inner = _calendar(folded, end + 1)
        if inner and inner.day and folded.startswith("）", inner.end):
            return inner, inner.end + 1
    return left, end


def _bounded(folded: str, found: Expression) -> Expression:
    left = found.left
    if left.word and not left.word.startswith(("今", "明", "下", "本", "当")):
        return found
    before = _BEFORE.match(folded, found.end)
    if before:
        return replace(found, end=before.end(), bound="until")
    later = _LATER.match(folded, found.end)
    if later and (left.year or left.month or left.stretch):
        opened = folded[found.start - 1 : found.start] == "自"
        return replace(found, start=found.start - opened, end=later.end(), bound="since")
    return found
