"""Names of undertakings by their head nouns: 察看了某某产业园二期工程 gives 某某产业园二期工程.

A name runs from the last word that cannot be part of it (察看, 位于, 的, a person, a date) to its
last head noun with what may follow one (一期, 东延).

>>> text = "加快推进东山县年产6万吨再生铝项目建设"
>>> [text[name.start : name.end] for name in find_names(text, ())]
['年产6万吨再生铝项目']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from newsie.frames.project.words import either, heads, kind_of, words
from newsie.text import Span

STRETCH = re.compile(r"[^。！？；，：\n《》—…、]+")
_SHORTEST, _LONGEST = 3, 40
_TAIL = re.compile(
    r"(?:[（(]?[一二三四五六七八九首][、至]?[二三四五六七八九]?期[)）]?|[东西南北]延|[东西南北]段)?"
    r"(?:[东西南北]延|改造|扩建|改扩建|改建|新建|建设)?(?:工程|项目)?"
)
_COUNT = r"(?:[0-9]+|[一二两三四五六七八九十百]+|多|几|数十?)[余多来]?[个座条项家批处所大类]"
_ANAPHOR = re.compile(r"(?:这一?|那|该|此|本|各|每|某|全部|所有|多|一些|有些|两|几)")
# what calls a work important stands before its name: 重要交通保障工程某某快速路
_RANK = r"(?:重要|重点|重大|关键|标志性|控制性|骨干|国家级|世界级|超级)[\u4e00-\u9fff]{0,5}?(?:工程|项目)(?!建设)|[（(][0-9一二三四五六七八九十]{1,2}[)）]"
# 项目部, 工程师, 中心城区 only begin like a head; 产业园管委会 is an office
_NOT_HEAD = re.compile(
    r"部(?!分)|组|库|经理|化|师|院(?!区)|款|量|所|书|单(?!体)|造价|机械|车|队|技术|业主|专班|地带|城区|城市|任务|思想|内容|小学|中学|"
    r"医院|主任|书记|党|管委会|管理委|管理局|管理处|公司|集团|办公室|投资公司|负责人|领导|局|委|区块"
)
_CLOSERS = {"”": "“", "’": "‘", "）": "（", "】": "【", "》": "《"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name of an undertaking at a place of a text.

    Attributes:
        start, end: the name.
        kind: work, loose (a work with little of its own in its name), site or place, by its head; `listed` or `item` when its place in the text made it one.
        place: the division written in front of it (东山县), not part of the name.
    """

    start: int
    end: int
    kind: str
    place: Span | None = None


def find_names(folded: str, fences: Sequence[Span]) -> tuple[Name, ...]:
    """Return the names in a text by their head nouns, generic ones (重点项目) left out.

    Args:
        folded: the text, width-folded.
        fences: spans that no name holds (persons, dates, documents), sorted.
    """
    found: list[Name] = []
    for stretch in STRETCH.finditer(folded):
        found += _in_stretch(folded, stretch.span(), fences)
    return tuple(found)


@cache
def _head() -> re.Pattern[str]:
    return re.compile(heads())


@cache
def _cut() -> re.Pattern[str]:
    return re.compile(either("cut", "keep") + "|" + _COUNT + "|" + _RANK)


@cache
def _part() -> re.Pattern[str]:
    return re.compile(either("part"))


def last_cut(folded: str, start: int, end: int) -> int:
    """Return where the last word that no name holds ends between two offsets, or `start`."""
    last = start
    for match in _cut().finditer(folded, start, end):
        if match.group() not in words("keep"):
            last = match.end()
    return last


def _in_stretch(folded: str, stretch: Span, fences: Sequence[Span]) -> Iterator[Name]:
    start, end = stretch
    inside = [fence for fence in fences if fence[0] < end and fence[1] > start]
    chains = list(_chains(folded, start, end, inside))
    for first, last in chains:
        floor = max([start, *(stop for _, stop in inside if stop <= first[0])])
        # up to the last head: 通道(保障性工程)某某工程
        name = trim(folded, (last_cut(folded, floor, last[0]), last[1]))
        if name and not _is_place(folded, start, (name[1] or name[0])[0]):
            kind = _kind(folded, name[0], folded[slice(*last)])
            if kind in ("work", "loose") or not _VENUE.match(folded, name[0][1]):
                yield Name(*name[0], kind, name[1])
        start = last[1]


def _chains(folded: str, start: int, end: int, fences: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Yield the first and the last head noun of each run that one name may hold."""
    first: Span | None = None
    last: Span | None = None
    for match in _head().finditer(folded, start, end):
        if _NOT_HEAD.match(folded, match.end()) or any(
            a < match.end() and match.start() < b for a, b in fences
        ):
            continue
        if first and last and not _runs_on(folded, last[1], match.start()):
            yield first, last
            first = None
        first = first or match.span()
        last = match.span()
    if first and last:
        yield first, last


def _runs_on(folded: str, start: int, end: int) -> bool:
    """Tell whether a name goes on from one head to the next: 产业园(二期)项目, not 工程(主体)工程."""
    if end - start > 12 or _CONJUNCTION.match(folded, start):
        return False
    return last_cut(folded, start, end) == start and not _part().match(folded, start)


_CONJUNCTION = re.compile("以?及|和|与|暨|或")
_LOCATION = re.compile(r"(?:位于|坐落于|坐落在|坐落|地处|落户于|落户在|落户|选址于|选址在|选址|落址|毗邻|紧邻|邻近|建在)$")


_VENUE = re.compile("[^，。；]{0,6}(?:举行|召开|举办|开幕|设立)")


def _is_place(folded: str, low: int, start: int) -> bool:
    """Tell whether what begins at `start` is only where something lies (位于某某产业园) or a number of things."""
    before = folded[max(low, start - 8) : start]
    return bool(_LOCATION.search(before) or re.search(_COUNT + "$", before))


def _kind(folded: str, span: Span, head: str) -> str:
    """Return the kind of a name; a work with little of its own (天福养老项目) is loose."""
    kind = kind_of(head)
    return "loose" if kind == "work" and len(_own(folded[slice(*span)])) < _NAMED_WORK else kind


def trim(folded: str, span: Span) -> tuple[Span, Span | None] | None:
    """Return a name without what leads up to it and the division in front of it, or None if nothing is named.

    >>> trim("以及东山县颐和康养中心", (0, 11))
    ((5, 11), (2, 5))
    """
    start, end = max(span[0], span[1] - 2 * _LONGEST), span[1]
    start = _shed(folded, _balanced(folded, start, end), end)
    end = _tail(folded, end)
    place = _division(folded, start, end)
    start = place[1] if place else start
    name = folded[start:end]
    if not _SHORTEST <= len(name) <= _LONGEST or not is_specific(name) or _is_pair(name):
        return None
    return (start, end), place


_PAIR = re.compile(r"(?:以及|及|与|或|和(?!平|谐|美|田|县|顺|龙|静|政|泰|兴|园|苑|悦|睦))")


def _is_pair(name: str) -> bool:
    """Tell whether two kinds of works are spoken of: 路网及学校项目 is no name, 颐和康养中心 is one."""
    for match in _PAIR.finditer(name):
        rest = name[match.end() :]
        bare = re.fullmatch(heads(), rest)
        if not match.start() or (bare and match.start() > 1) or (match.group() != "和" and not is_specific(rest)):
            return True
    return False


def _tail(folded: str, end: int) -> int:
    match = _TAIL.match(folded, end)
    # 产业园建设正酣: only 建设工程, 扩建项目 lengthen a name
    if not match or re.search(r"(?:改造|扩建|改建|新建|建设)$", match.group()):
        return end
    return match.end()


def _balanced(folded: str, start: int, end: int) -> int:
    """Return where a name begins whose brackets must be closed in it."""
    open_marks: list[int] = []
    for place in range(start, end):
        mark = folded[place]
        if mark in _CLOSERS.values():
            open_marks.append(place)
        elif mark in _CLOSERS:
            if open_marks:
                open_marks.pop()
            else:
                start = place + 1
    return open_marks[-1] + 1 if open_marks and open_marks[-1] >= start else start


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(either("shed", "verb") + r"|[、·\s]|" + _PAIR.pattern)


def _shed(folded: str, start: int, end: int) -> int:
    """Return where a name begins once the words that lead up to it are gone."""
    conjunction = re.compile(r"(?:以及|和|与|及|暨)").finditer(folded, start, end)
    for match in conjunction:
        # 某某工程和某某大桥: a conjunction after a head noun; 颐和 is part of a name
        if re.search(heads() + "$", folded[start : match.start()]):
            start = match.end()
    while match := _leading().match(folded, start, end):
        # 发展大道, 前进路: a verb that names a street stays
        if match.end() > end - 3 or not is_specific(folded[match.end() : end]):
            break
        start = match.end()
    return start


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(rf"[\u4e00-\u9fff]{{1,8}}?(?:自治县|自治州|自治旗|{either('zone')}|[省市县区])(?![块域间内位划别分级])")


def _division(folded: str, start: int, end: int) -> Span | None:
    """Return the county, district or zone that stands in front of a name: 东山县(年产6万吨再生铝项目)."""
    province = re.compile(either("province")).match(folded, start, end)
    # 青海西宁某某工程: a province, then a city; 临江会展中心 keeps its city
    place = start
    while match := _unit().match(folded, place, end):
        words_there = match.group()
        if len(words_there) < 2 or re.search(either("nozone") + "$", words_there) or match.end() > end - 4:
            break
        if re.search(heads(), words_there[:-1]) or re.search(r"[一二三四]期|[年万吨]", words_there):
            break
        place = match.end()
    if place == start and province and re.match(either("city"), folded[province.end() : end]):
        place = province.end()
    return (start, place) if place > start and is_specific(folded[place:end]) else None


# a name is a name from so many characters on, generic words and its noun not counted
_SPECIFIC, _NAMED_WORK = 2, 3
_PHASE = re.compile(r"[（(]?[一二三四五首]期[)）]?")
_HEADLESS = re.compile(r"项目|工程(?!技术|机械|装备|师)")
_PROCESS = re.compile("浇筑|架设|吊装|开挖|填筑|桩基|掘进|施工|规划编制")


@cache
def _province() -> re.Pattern[str]:
    return re.compile(rf"^{either('province')}(?:省|(?:回族|壮族|维吾尔)?自治区)")


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(either("generic", "sector", "verb") + "|[0-9]+")


@cache
def _empty() -> re.Pattern[str]:
    return re.compile(either("generic", "verb") + "|[0-9]+")


def _own(name: str) -> str:
    """Return what a name has besides its noun and words that name nothing: 天福 of 天福养老产业项目."""
    bare = re.sub("(?:项目|工程)+$", "", _PHASE.sub("", name))
    if bare != _PHASE.sub("", name):
        return _generic().sub("", _province().sub("", bare))
    head = re.search(heads() + "$", bare)
    return _empty().sub("", bare[: head.start()] if head else bare)


def is_specific(name: str) -> bool:
    """Tell whether words name something: 再生铝项目 does, 重点产业项目 does not.

    >>> is_specific("年产6万吨再生铝项目"), is_specific("重点产业项目"), is_specific("教育片区")
    (True, False, True)
    """
    if _ANAPHOR.match(name) or re.match(_COUNT, name) or _HEADLESS.match(name):
        return False
    work = name.endswith(("项目", "工程"))
    if re.search(either("govern") + "(?:项目|工程)$", name) or (not work and _PROCESS.search(name)):
        return False
    return len(_own(name)) >= _SPECIFIC
