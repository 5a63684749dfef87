"""One point of time as written: which year, month, day, part or word an expression names.

In: a folded text and where an expression may begin. Out: its parts, uninterpreted.

>>> read_point("去年12月第一周", 0)
Point(end=8, year='去年', month='12', stretch='第一周')
>>> read_point("农历八月十五", 0)
Point(end=6, month='八', day='十五', lunar='农历')
"""

from __future__ import annotations

from functools import cache

from newsie import patterns as re
from newsie.literals.dates import reigns
from newsie.literals.dates.almanac import feast_at
from newsie.literals.dates.grammar import COUNT, DAY, DIGIT, MONTH, TO, YEAR, Point
from newsie.literals.dates.ordinals import ordinal
from newsie.literals.dates.plain import plain_date
from newsie.literals.dates.words import NEAR_PARTS, SPOKEN

_EDGE = r"底(?![蕴色气部层线子座])|末(?![梢端位])|初(?![一二三四五六七八九十步中级心衷始])"
_RELATIVE_YEAR = (
    r"今年|去年|明年|大前年|大后年|这一?年(?![级多])|(?<![以之])前年|(?<![成产用营运工达业施目])后年(?![产均可收])"
    r"|本年(?!度)|上年|次年|翌年|同年|上一年|下一年"
)
# 19年 is nineteen years, unless what follows is a part of a year
_PART_FOLLOWS = (
    rf" ?(?:{MONTH} ?月|正月|腊月|农历|{_EDGE}|[上下]半年|第?[一二三四1-4]季度|前{COUNT}个?月|伊始|年[底初]|春节|除夕"
    r"|国庆|中秋|元旦|端午|清明|五一)"
)
# 97年，全县……; 97年以来: opening a clause, and no round number, which tells how long (70年，弹指一挥)
_CLAUSE_YEAR = r"(?<=(?<![^，。；：！？\s“（])[789][1-46-9]年)(?:，|以来)"
_HALF = r" ?(?:[上下]半年|第?[一二三四1-4]季度)"
_OF_YEAR = re.compile(
    rf"(?P<counted>[两二]千零(?:[{DIGIT}]?十[{DIGIT}]?|[{DIGIT}]))年|(?P<listed>{YEAR})(?=(?:[、和与]{YEAR}){{1,6}} ?年)|(?P<left>{YEAR})(?={TO}(?:{YEAR}|[0-9]{{2}}) ?年)"
    rf"|(?P<halved>{YEAR})(?={_HALF})|(?P<year>{YEAR}) ?年(?![级代版届款])"
    rf"|(?P<short>[0-9]{{2}}|[〇零{DIGIT}]{{2}})年(?={_PART_FOLLOWS}|{_CLAUSE_YEAR})|(?P<zero>0[0-9]|[〇零][〇零{DIGIT}])年(?![级代版届款])"
    rf"|(?P<old>[1-9][0-9]{{2}}|[{DIGIT}][〇零{DIGIT}]{{2}})年(?:(?= ?{MONTH}月)|(?<=[在于元]....)(?![的历间来前后内]))"
    rf"|(?P<relative>{_RELATIVE_YEAR})"
)
_HALVED = re.compile(_HALF)
_REIGN = re.compile(rf"(?P<year>元|[0-9]{{1,4}}|[{DIGIT}]?十[{DIGIT}]?|廿[{DIGIT}]?|[{DIGIT}])年")
_NOT_MONTH = r"(?![球饼亮嫂子龄薪租])"
_OF_MONTH = re.compile(
    rf"(?:(?P<first_month>{MONTH})(?: ?月?份?{TO}|、))?(?P<month>{MONTH}|元) ?月{_NOT_MONTH}份?(?:当月)?"
    rf"|(?P<one_month>[{DIGIT}])(?P<next_month>[{DIGIT}十])月(?:份|间)"
    rf"|(?P<relative>本月|这个月|上上个?月|下下个?月|上一?个?月|下一?个?月|当月|同月){_NOT_MONTH}份?"
)
_OF_DAY = re.compile(
    rf"[ 的]?(?:(?P<first_day>{DAY})(?: ?[日号]?{TO}|、))?(?P<day>{DAY}) ?(?:日|号(?![楼线院店馆厅门机车文令]))"
)
# a day without 日 only where nothing follows: 1月3, 十月31
_CUT_DAY = re.compile(rf"(?P<day>{DAY})(?=[，。；）]|$|{TO}{MONTH}月)(?<![0十][，。；）])")
_NTH = rf"(?:第{COUNT}|[前后头]{COUNT}|最后 ?{COUNT}?|首|末) ?个?"
_WEEKS = rf"(?:周|星期|礼拜)(?:[{DIGIT}日天])?(?![年岁期])"
_PART = rf"(?:{_NTH}(?:{_WEEKS}|天|日(?![报前后元均])))"
_IN_MONTH = re.compile(
    rf"的?(?:上旬|中旬|下旬|上中旬|中下旬|[上下]半月|{_PART})|{_EDGE}|中(?=[，。；、）\s]|$)"
)
QUARTER = r"(?<![0-9一二三四五六七八九十百廿〇零○])第?[一二三四1-4]个?季度(?:初|末|底)?|(?<![提以之])前[两二三23]个?季度|首季"
FIRST_MONTHS = r"(?<![提以之])(?:前|头)(?:1[01]|[2-9]|十一?|[两二三四五六七八九])个?月(?!球)"
_SEASON = r"[春夏秋冬](?:天|季(?!招|高)|日(?!报))"
_IN_YEAR = re.compile(
    rf"(?:的| )?(?:[上下前后]半年|全年|年底|年末|年终|年初|年中|岁末|伊始|同期|第[一二三四1-4]季(?=[，。、；的]|$)|{QUARTER}|{FIRST_MONTHS}|{_PART}"
    rf"|{_NTH}(?:个?月(?!球)|季度)|{_SEASON}|今[天日])|(?:{_EDGE}|内)"
    rf"|的?(?P<first_quarter>[一二三1-3])(?:季度)?(?:{TO}|、)?第?(?P<quarter>[二三四2-4])季度"
)
_BARE_DAY = re.compile(
    rf"(?:(?P<first_day>3[01]|[12][0-9]|[1-9])(?: ?日?{TO}|、))?(?P<day>3[01]|[12][0-9]|[1-9])日(?![内游均产志常记用益本历龄]|夜兼|报(?![道告称名到送]))"
    # 10号 and 二十一日 only where nothing else can stand
    rf"|(?<![^，。；：！？、（\s在于从到至自])(?:(?P<spoken>{DAY})号|(?P<spelled>二?十[{DIGIT}]|[二三]十|三十一|廿[{DIGIT}]?)日)(?=[，。；）上下早晚凌中夜以之前后起\s至到—-]|$)"
)
_BARE_STRETCH = re.compile(
    rf"(?<![^，。；：！？\s至到—-])[上中下]旬(?!刊)|[上下]半年|[上下]半月|全年|年底|年末|年终|年初|年内|月底|月末|月中(?=[，。；、）\s]|$)|月初(?![一二三四五六七八九十])|{NEAR_PARTS}|{FIRST_MONTHS}"
    rf"|第?[一二三1-3](?:季度)?(?:{TO}|、)?第?[二三四2-4]季度|{QUARTER}"
)
_NO_BARE_DAY = frozenset("第每近满连前后百数余隔号")
_NO_STRETCH = frozenset("0123456789一二三四五六七八九十几数每百历周多半整两当今明去前后")


def read_point(folded: str, start: int) -> Point | None:
    """Read the expression that begins at `start`, without what may hang on it."""
    written = plain_date(folded, start)
    if written:
        return written
    point = _calendar(folded, start)
    if point is not None:
        return point
    word = SPOKEN.match(folded, start)
    return Point(word.end(), word=word.group()) if word else None


def read_day(folded: str, start: int) -> Point | None:
    """Read a calendar expression down to the day: what stands in the brackets of 今天（10月18日）."""
    point = _calendar(folded, start)
    return point if point and point.day else None


def _calendar(folded: str, start: int) -> Point | None:
    point = _year(folded, start)
    place = start
    if point:
        if folded[point.end - 1] != "年" and not _HALVED.match(folded, point.end):
            return point  # 2016 of 2016至2018年
        place = point.end + folded.startswith((" ", "的"), point.end)
    feast = feast_at(folded, place, point or Point(place))
    if feast:
        return feast
    month = _OF_MONTH.match(folded, place)
    if month:
        return _in_month(folded, point or Point(start), month)
    return _in_year(folded, point) if point else _bare(folded, start)


def _year(folded: str, start: int) -> Point | None:
    era = _era(folded, start)
    reign = _REIGN.match(folded, start) if era else None
    if reign:
        return Point(reign.end(), era=era, year=reign["year"])
    year = _OF_YEAR.match(folded, start)
    if not year:
        return None
    return Point(year.end(), year=str(next(filter(None, year.groups()))))


@cache
def _eras() -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of the eras, and their last characters."""
    eras = frozenset(reigns.names())
    return eras, frozenset(era[-1] for era in eras)


def _era(folded: str, start: int) -> str:
    """Return the era that ends at `start` (康熙二十年), or nothing."""
    eras, ends = _eras()
    if not start or folded[start - 1] not in ends:
        return ""
    return next((folded[start - n : start] for n in (2, 4) if folded[max(0, start - n) : start] in eras), "")


def _in_month(folded: str, point: Point, month: re.Match[str]) -> Point | None:
    if not _in_a_row(month, "first_month", "month"):
        return point._replace(end=month.end("first_month"), month=month["first_month"])
    point = point._replace(
        end=month.end(),
        month=month["month"] or month["next_month"] or month["relative"],
        first_month=month["first_month"] or month["one_month"] or "",
    )
    end = point.end
    stretch = _IN_MONTH.match(folded, end)
    if stretch and not point.first_month:
        return point._replace(end=stretch.end(), stretch=stretch.group().removeprefix("的"))
    day = None
    if not point.first_month and folded[end - 1] != "份":
        day = _OF_DAY.match(folded, end)
    if day and not _in_a_row(day, "first_day", "day"):
        return point._replace(end=day.end("first_day"), day=day["first_day"])
    if day:
        return point._replace(end=day.end(), day=day["day"], first_day=day["first_day"] or "")
    cut = None if point.first_month else _CUT_DAY.match(folded, end)
    if cut:
        return point._replace(end=cut.end(), day=cut["day"])
    spelled = not point.year and not month.group()[0].isdigit() and month["month"] not in (None, "元")
    if spelled and folded[end - 1] != "份" and not point.first_month and not _spelled_stands(folded, end):
        return None  # 一月一总结: a bare Chinese month is too often a count
    return point


def _in_a_row(found: re.Match[str], first: str, last: str) -> bool:
    """Tell whether 3、4日 is one stretch; 3、7日 are two days, as 3日至7日 is always one stretch."""
    if not found[first] or found.string[found.end(first) : found.start(last)] != "、":
        return True
    return ordinal(found[last]) - ordinal(found[first]) == 1


def _spelled_stands(folded: str, end: int) -> bool:
    """Tell whether a bare Chinese month is the end of what is said (三月，) or of a range (三月到五月)."""
    return _NOTHING_FOLLOWS.match(folded, end) is not None


_NOTHING_FOLLOWS = re.compile(rf"[，。；）]|$|{TO}(?:{MONTH})月")


def _in_year(folded: str, point: Point) -> Point:
    stretch = _IN_YEAR.match(folded, point.end)
    if not stretch:
        return point
    return point._replace(end=stretch.end(), stretch=stretch.group().lstrip("的 ").replace("头", "前"))


def _bare(folded: str, start: int) -> Point | None:
    """Read 20日, 上半年, 年底: expressions that leave out what is larger."""
    before = folded[max(0, start - 1) : start]
    day = _BARE_DAY.match(folded, start)
    if day and before not in _NO_BARE_DAY:
        if not _in_a_row(day, "first_day", "day"):
            return Point(day.end("first_day"), day=day["first_day"])
        written = day["day"] or day["spoken"] or day["spelled"]
        return Point(day.end(), day=written, first_day=day["first_day"] or "")
    stretch = _BARE_STRETCH.match(folded, start)
    if stretch and before not in _NO_STRETCH:
        return Point(stretch.end(), stretch=stretch.group().replace("头", "前"))
    return None
