"""Time expressions: in a folded text, out where they stand and what each part of them says.

Nothing is computed here; `newsie.literals.dates.calendar` turns an expression into days.

>>> found = find_expressions("于3月26日上午召开")[0]
>>> found.start, found.end, found.left.month, found.left.day, found.part_of_day
(1, 8, '3', '26', 'morning')
"""

from __future__ import annotations

from collections.abc import Iterator

from newsie import patterns as re
from newsie.literals.dates.bounds import Expression, bounded, opening
from newsie.literals.dates.clock import hanging
from newsie.literals.dates.events import find_events
from newsie.literals.dates.grammar import TO, Point
from newsie.literals.dates.lone import lone_point
from newsie.literals.dates.plain import plain_date, plain_end
from newsie.literals.dates.points import read_day, read_point
from newsie.literals.dates.starts import starts
from newsie.spans import Spans
from newsie.traditional import simplified

_TRADITIONAL = "後週禮個號節農曆臘當來兩連間這現歲慶過"
# 6月1日起至6月30日
_JOIN = re.compile(rf"(?:起(?=[至到]))?{TO}")
_WEEKDAYS = ("星期", "周", "礼拜")
_DAY_WORDS = ("即", "昨", "今", "明", "前", "后", "大", "上", "下", "本", "这")
# 每年9月, 每月的10日 and 周一至周五 come again and again
_RECURS = re.compile(r"每(?:[年月]的?)?$|[一二三四五六][至到—-]$")
_RECUR_SIGNS = frozenset("每年月的至到—-")
_NOW = re.compile(rf"{TO}(?:今(?![年天日晚晨后])|目前|现在)")
_CLOSED = re.compile(r"(?:之间|期间|间(?!隔))")
_LENGTH = re.compile(r"[^近过]{1,30}(?:年|个月)来")
_GAP = re.compile(r"[^，。；：！？0-9\n]{1,20}")
_ARRIVES = re.compile("[至到]")


def find_expressions(folded: str) -> tuple[Expression, ...]:
    """Return the time expressions of `folded`, sorted by place, none overlapping another."""
    folded = in_simplified(folded)
    dated = tuple(_dated(folded)) or tuple(_lone(folded))
    taken = Spans((found.start, found.end) for found in dated)
    events = (
        Expression(start, end, Point(end), bound="event")
        for start, end in find_events(folded)
        if not taken.touch(start, end)
    )
    return tuple(sorted((*dated, *events), key=lambda found: found.start))


def in_simplified(folded: str) -> str:
    """Return the text with the characters of traditional dates (禮拜, 後天) simplified, each in its place.

    >>> in_simplified("後天禮拜一")
    '后天礼拜一'
    """
    return simplified(folded) if any(map(folded.__contains__, _TRADITIONAL)) else folded


def _dated(folded: str) -> Iterator[Expression]:
    place = last = 0
    search = starts().search
    while match := search(folded, place):
        start = match.start()
        left = read_point(folded, start)
        if left is None or left.end <= start:
            place = start + 1
            continue
        if _recurs(folded, start, left):
            place = _recurring_end(folded, start, left)
            continue
        found = _expression(folded, start - len(left.era), left)
        # 自2015年7月至2020年9月，5年来: the length of the range before it
        restated = left.word and _LENGTH.fullmatch(left.word) and last > 0 and found.start - last <= len("，")
        if not restated:
            yield found
        place = last = found.end


def _recurs(folded: str, start: int, left: Point) -> bool:
    if folded[start - 1 : start] not in _RECUR_SIGNS:
        return False
    before = _RECURS.search(folded, max(0, start - 3), start)
    return before is not None and (before.group()[0] == "每" or left.word.startswith(_WEEKDAYS))


def _recurring_end(folded: str, start: int, left: Point) -> int:
    """Return where what comes again and again ends: 每年11月15日至次年3月15日, 每年3月、9月."""
    end = _expression(folded, start, left).end
    while folded[end : end + 1] == "、" and (further := read_point(folded, end + 1)) and not further.year:
        end = further.end
    return end


def _lone(folded: str) -> Iterator[Expression]:
    """Yield what is a date only because nothing else is there: a cell that says 12/1, 91年 or 妇女节."""
    words = folded.strip()
    left = lone_point(words)
    if left:
        start = folded.index(words)
        yield Expression(start, start + left.end, left._replace(end=start + left.end))


def _expression(folded: str, start: int, left: Point) -> Expression:
    end, part = hanging(folded, left.end)
    opened_by = opening(folded, start)
    ranged = opened_by is None and (not left.word or left.word.startswith(_DAY_WORDS))
    right = _other_end(folded, start, end) if ranged else None
    if right:
        opened = folded[start - 1 : start] == "自" and folded[start - 2 : start] != "来自"
        end, part = hanging(folded, right.end)
        return Expression(start - opened, end, left, right, part_of_day=part)
    left, closed = _bracketed(folded, left, end)
    if closed != end:
        end, later = hanging(folded, closed)
        part = later or part
    found = Expression(start, end, left, part_of_day=part)
    if opened_by:
        return found._replace(start=opened_by[0], bound=opened_by[1])
    return bounded(folded, found)


def _other_end(folded: str, start: int, end: int) -> Point | None:
    """Return the later end of a range that began at `start` (6月10日至12日, 自2015年7月开展…至2020年9月底)."""
    join = _JOIN.match(folded, end)
    if join:
        now = _NOW.match(folded, end)
        if now:
            return Point(now.end(), word="目前")
        plain = plain_date(folded, join.end(), joined=True)
        return plain or read_point(folded, join.end()) or plain_end(folded, join.end())
    if folded.startswith(("与", "和"), end):
        return _between(folded, end)
    if folded[max(0, start - 1) : start] not in ("自", "从"):
        return None
    gap = _GAP.match(folded, end)  # 从去年的5%提高到今年的8%: figures change, days do not run
    for later in _ARRIVES.finditer(folded, end, gap.end()) if gap else ():
        point = read_point(folded, later.end())
        if point and not point.word:
            return point
    return None


def _between(folded: str, end: int) -> Point | None:
    """Return the later end of 2007年与2009年间."""
    right = read_point(folded, end + 1)
    if right is None:
        return None
    closed = _CLOSED.match(folded, right.end)
    return right._replace(end=closed.end()) if closed else None


def _bracketed(folded: str, left: Point, end: int) -> tuple[Point, int]:
    """Return 1月28日 and the end of 今天（1月28日）, brackets taken in, and of 星期五，5月20日."""
    if not (left.word or left.festival):
        return left, end
    if folded.startswith("（", end):
        inner = read_day(folded, end + 1)
        if inner and folded.startswith("）", inner.end):
            return inner, inner.end + 1
    if left.word.startswith(_WEEKDAYS) and folded.startswith(("，", " "), end):
        inner = read_day(folded, end + 1)
        if inner and inner.month:
            return inner, inner.end
    return left, end
