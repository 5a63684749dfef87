"""Members of a list of works: 实施了|白沙河治理|、|青石水厂|和|柳林大桥|.

>>> text = "实施了白沙河治理、青石水厂和柳林大桥"
>>> [text[name.start : name.end] for name in find_members(text, 0, len(text))]
['白沙河治理', '青石水厂', '柳林大桥']
"""

from __future__ import annotations

from collections.abc import Iterator

from newsie import patterns as re
from newsie.frames.project.names import Name, last_cut
from newsie.frames.project.naming import COUNT, is_action, is_named
from newsie.frames.project.trimming import trim
from newsie.frames.project.words import heads
from newsie.lexicon import layered
from newsie.text import Span

_JOINT = re.compile(
    "、|以及|(?<=[工项园][程目区])和|(?<=[一二三四]期)和|(?<=[沟河湖渠溪涌滩])和|和(?!平|谐|美|田|县|顺|龙|静|政|泰|兴|园|苑|悦|睦)|及(?!其)|与"
)
_SOME = re.compile(COUNT + r"\Z")
# 供热工程热源厂工地: a part of the work
_PART_OF = re.compile("(?<=工程)[^项工]{2,6}\\Z|(?<=[楼房厦场店馆])主体(?:建设|工程|施工|结构)?\\Z")
# 主要街区亮化, 部分道路改造
_OF_A_KIND = re.compile("主要|大江大?河|部分|各|所有|全部|一批|多[个条处座]|普通")
_SOME_ONE = re.compile("一(?![号中小院期汽环医桥])(?!建[^筑设])(?![\u4e00-\u9fff]{1,3}[路街桥])")
_VILLAGE = re.compile(r"(?:村|社区|街道|[县乡镇])$")
# 来到南山沟、某某工程施工现场: a water is looked at; 甲厂、都河等重点项目 counts it among works
_WATER = re.compile("[沟河湖渠溪涌滩]$")
_COUNTED_IN = re.compile("[^，。；]{0,60}等")
_NOT_SITE = re.compile(
    "(?:(?<!项目)(?<!工程)公司|很多|许多|众多|不少|各大|交叉口|路口|附近|周边|周围|四周|两侧|沿线|门口|对面|旁|处|建筑|工人|群众|单位|企业|部门|一线|各|时|期间|之?[前后])$"
)
_SHORT = 4


def find_members(folded: str, floor: int, end: int) -> Iterator[Name]:
    """Yield the names of a list that ends at `end` and begins after the last word that no name holds."""
    at = last_cut(folded, floor, end)
    if at == end or folded[end - 1] in "、和及":
        return
    for joint in (*_JOINT.finditer(folded, at, end), None):
        if joint and not _divides(folded, at, joint):
            continue
        stop = joint.start() if joint else end
        part = _PART_OF.search(folded, at, stop)
        stop = part.start() if part else stop
        found = trim(folded, (at, stop))
        if found and _is_member(folded, found[0], (at, stop)):
            yield Name(*found[0], "listed", found[1])
        at = joint.end() if joint else end


def _divides(folded: str, start: int, joint: re.Match[str]) -> bool:
    """Tell whether a joint parts two names: 甲、乙以及丙, 甲大桥和乙; 颐和 is part of one."""
    if joint.group() in ("、", "以及") or noun_at_end().search(
        folded[max(start, joint.start() - 8) : joint.start()]
    ):
        return True
    # the last of a list: 甲小学、乙雅苑和丙
    return joint.start() - start > 2 and folded[start - 1 : start] == "、"


def _is_member(folded: str, name: Span, item: Span) -> bool:
    words = folded[slice(*name)]
    # 5条主干道路, 五所普通中小学, 岔口乡龙王庙村: some of a kind, a village
    before = max(0, item[0] - 8)
    if (
        _SOME.search(folded, before, name[0])
        or _SOME.search(folded, before, item[0])
        or _VILLAGE.search(words)
    ):
        return False
    # 在一建筑工地打工, 一商品房工地: some one
    if _SOME_ONE.match(words):
        return False
    if _WATER.search(words) and not _COUNTED_IN.match(folded, item[1]):
        return False
    # 继续建设|渝长、渝涪高速公路: a verb and what is no whole name
    if len(words) <= _SHORT and words.startswith(("建设", "新建", "完成", "实施")):
        return False
    if _OF_A_KIND.match(folded, *item) or not (noun_at_end().search(words) or is_named(words)):
        return False
    return name[1] <= item[1] and not is_action(words) and not _NOT_SITE.search(folded[slice(*item)])


@layered
def noun_at_end() -> re.Pattern[str]:
    """Return the pattern of a noun of works at the end."""
    return re.compile(f"(?:{heads()}|[路街桥河湖])$")
