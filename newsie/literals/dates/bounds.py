"""Time expressions as found, and what bounds them: 截至…, …前, …以来, 自…起, …之后, …前后.

>>> text = "自2016年9月1日起"
>>> found = bounded(text, Expression(1, 10, Point(10, year="2016", month="9", day="1")))
>>> found.start, found.end, found.bound
(0, 11, 'from')
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from newsie import patterns as re
from newsie.literals.dates.grammar import Point
from newsie.values import PartOfDay

Bound: TypeAlias = Literal["", "until", "before", "since", "from", "after", "event"]


class Expression(NamedTuple):
    """A time expression.

    Attributes:
        start, end: its place in the text.
        left: what it says, or the first end of a range.
        right: the other end of a range.
        bound: `until` (截至…, …前), `before` (…之前, which is over when it begins), `since` (…以来), `from` (自…起),
            `after` (…之后), `event` (…期间, 自…开展以来: no days of its own).
        part_of_day: as it says.
        about: whether it is only near (前后, 左右).
    """

    start: int
    end: int
    left: Point
    right: Point | None = None
    bound: Bound = ""
    part_of_day: PartOfDay | None = None
    about: bool = False


_OPENING = re.compile(r"(?:截[至止]到?|不?[早晚]于|最[迟晚])$")
_OPENINGS: dict[str, Bound] = {"早于": "before", "晚于": "after", "不早于": "from"}
_BEFORE = re.compile(r"(?:之|以)?前(?![列期往来沿端线方台锋夕述三两二后天年半0-9])")
_OTHER_SIDE = re.compile(r"[或及](?:之|以)?([前后])(?![备续期])")
# but not 4月份的旱情为1961年以来最重
_LATER = re.compile(r"(?:(?![0-9]{4}年)[^，。；：！？、\n]){0,24}?以来")
# 自去年组建至今
_TILL_NOW = re.compile(r"(?:(?![0-9]{4}年)[^，。；：！？、\n]){1,12}?至今")
_AFTER = re.compile(r"(?:(?:之|以)后|后(?=[，。；）\s]|$))")
_FROM = re.compile(r"起(?![点草步义来到伏诉源码初因飞立床跑降重爆火用运航舞家底伏居])")
_OPENS = re.compile(r"(?:自从|自|(?<![服])从)$")
_BEGINS = re.compile("开始")
_CLOSES = re.compile(r"为止|止(?=[，。；）\s]|$)")
_ABOUT = re.compile("前后|左右")
_LONGEST = 26
# what the words that bound an expression begin with, and 截至 ends with
_BOUND_SIGNS, _OPEN_SIGNS, _OPENING_ENDS = (
    frozenset("前左或及之以为止"),
    frozenset("起开之以后"),
    frozenset("至止到于迟晚"),
)
_OPEN_LEADS = frozenset("自从")
_ERAS = ("世纪", "年代")
_BOUND_WORDS = ("今", "明", "下", "本", "当")
# 本周以来, 去冬以来, 昨日以来
_SINCE = re.compile(
    "(?:上上|[上本这])一?个?(?:周|星期|礼拜)[一二三四五六日天末]?|[去今][春夏秋冬]|[昨今当][天日晚夜晨早]"
)


def opening(folded: str, start: int) -> tuple[int, Bound] | None:
    """Return where 截至, 不晚于 or the like begins that stands before the expression at `start`, and its bound.

    >>> opening("不晚于6月30日", 3)
    (0, 'until')
    """
    if folded[start - 1 : start] not in _OPENING_ENDS:
        return None
    found = _OPENING.search(folded, max(0, start - 3), start)
    if not found:
        return None
    return found.start(), _OPENINGS.get(found.group(), "until")


def bounded(folded: str, found: Expression) -> Expression:
    """Return the expression with the words that make it one end of a stretch, if there are any."""
    left, end = found.left, found.end
    if left.word and folded.startswith("以来", end) and _SINCE.fullmatch(left.word):
        return found._replace(end=end + len("以来"), bound="since")
    if left.word and not left.word.startswith(_BOUND_WORDS) and not left.word.endswith(_ERAS):
        return found
    if folded[end : end + 1] in _BOUND_SIGNS:
        about = _ABOUT.match(folded, end)
        if about:
            return found._replace(end=about.end(), about=True)
        other = _OTHER_SIDE.match(folded, end)
        if other:
            return found._replace(end=other.end(), bound="until" if other[1] == "前" else "from")
        closes = _CLOSES.match(folded, end)
        if closes:
            start = found.start - (folded[found.start - 1 : found.start] == "到")
            return found._replace(start=start, end=closes.end(), bound="until")
        before = _BEFORE.match(folded, end)
        if before:
            return found._replace(end=before.end(), bound="before" if len(before.group()) > 1 else "until")
    if left.word and not left.word.endswith(_ERAS):
        # 下周一起床 is none, nor is 明天一起
        begins = None if left.word.endswith("一") else _FROM.match(folded, end)
        return found._replace(end=begins.end(), bound="from") if begins else found
    return _opened(folded, found)


def _opened(folded: str, found: Expression) -> Expression:
    """Return the expression as the first day of a stretch (自…起, …之后, …以来)."""
    end = found.end
    led = folded[found.start - 1 : found.start] in _OPEN_LEADS
    opens = _OPENS.search(folded, max(0, found.start - 2), found.start) if led else None
    start = opens.start() if opens else found.start
    if folded[end : end + 1] in _OPEN_SIGNS:
        begins = _FROM.match(folded, end)
        if not begins and (opens or not found.left.day):
            begins = _BEGINS.match(folded, end)
        if begins:
            return found._replace(start=start, end=begins.end(), bound="from")
        after = _AFTER.match(folded, end)
        if after:
            return found._replace(end=after.end(), bound="after")
    later = _LATER.match(folded, end) if "以来" in folded[end : end + _LONGEST] else None
    if later:
        opened = folded[found.start - 1 : found.start] == "自"
        return found._replace(start=found.start - opened, end=later.end(), bound="since")
    till = _TILL_NOW.match(folded, end) if opens else None
    if opens and till:
        return found._replace(start=start, end=till.end(), bound="since")
    if opens and opens.group() == "自从":
        return found._replace(start=start, bound="from")
    return found
