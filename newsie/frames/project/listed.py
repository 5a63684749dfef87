"""Names that their place in the text makes undertakings, whatever noun they end in.

There are two such places: before a word for a building site (来到甲、乙等重点项目施工现场) and in an
itemised list (签约项目分别是：甲，总投资…；乙，…).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from newsie.frames.project.names import Name, last_cut, trim
from newsie.frames.project.words import heads
from newsie.text import Span

SITE = re.compile(
    r"(?:等)?(?:[0-9一二三四五六七八九十多]+[个处座])?(?:省|市|县|区)?级?(?:重点|重大|在建|民生|建设|产业|招商引资)*(?:项目|工程)?"
    r"(?:的|开发|综合)*(?:施工|建设|项目|工程|作业)+(?:一线)?(?:现场|工地)|(?:等)?(?:在建)?工地(?:现场)?"
)
_CLOSER = re.compile(
    SITE.pattern
    + r"|等(?:[0-9一二三四五六七八九十多]+[个处])?(?:[0-9]{4}年度?)?(?:省|市|县|区)?级?(?:重点|重大|在建|民生|建设|产业|招商引资)*(?:项目|工程)"
)
_CLAUSE = re.compile(r"[^。！？；，：\n《》]+")
_BUILDING = re.compile("现场|工地")
_JOINT = re.compile(r"、|以及|和|及(?!其)|与")
_ITEMS = re.compile(r"(?:分别[是为]|主要有|还有|包括|如下|包含|有|即|为|项目|清单)：(?=[^。\n]{4,})")
_ROSTER = re.compile(
    r"(?:签约|开工|竣工|投产|建设|引进|落地|观摩|实施|在建|重点|重大)[^，。；：\n]{0,14}?(?:项目|工程)(?:主要|分别|还)*(?:为|是|有|包括|包含)(?:了|：)?"
)
_LIST = re.compile(r"[^，。；：\n]{6,400}")
_FIELDS = re.compile(r"等[^、]{0,8}(?:领域|行业|方面|产业|类别|门类|板块|内容|县|区|乡镇)$|[0-9]+个")
_COST = re.compile(
    r"(?:(?:计划|预计|概算|估算|静态|动态|协议|合同|工程|规划)*(?:总投资|总造价|占地|总占地|投资概算|总建筑面积|建筑面积)(?:额|面积)?"
    r"|计划投资|概算投资|估算投资|协议投资)(?:额|约|近|达|超过|超|为|逾)*(?=[0-9])"
)
_NOT_SITE = re.compile(r"(?:交叉口|路口|附近|门口|对面|旁|处|工人|群众|单位|企业|部门|一线|各)$")


def find_listed(folded: str, fences: Sequence[Span]) -> tuple[Name, ...]:
    """Return the names that stand before a site word or in an itemised list.

    Args:
        folded: the text, width-folded.
        fences: spans that no name holds, sorted.
    """
    return (*_sites(folded, fences), *_items(folded), *_rosters(folded))


def _sites(folded: str, fences: Sequence[Span]) -> Iterator[Name]:
    for clause in _CLAUSE.finditer(folded):
        for site in _CLOSER.finditer(folded, *clause.span()):
            floor = max([clause.start(), *(stop for _, stop in fences if stop <= site.start())])
            members = list(_members(folded, floor, site.start()))
            # 道路硬化、管网改造等项目 names kinds of works, 甲产业园、乙大桥等项目 works
            if _BUILDING.search(site.group()) or any(
                _headed().search(folded[name.start : name.end]) for name in members
            ):
                yield from members


def _members(folded: str, floor: int, end: int) -> Iterator[Name]:
    """Yield the names of a list that ends at `end` and begins after the last word that no name holds."""
    first = last_cut(folded, floor, end)
    if first == end or folded[end - 1] in "、和及":
        return
    at = first
    for joint in (*_JOINT.finditer(folded, first, end), None):
        # 颐和康养中心 holds 和: only a comma or a conjunction after a head noun divides
        divides = (
            joint is None or joint.group() == "、" or re.search(heads() + "$", folded[at : joint.start()])
        )
        if not divides:
            continue
        stop = joint.start() if joint else end
        name = trim(folded, (at, stop))
        if name and not _NOT_SITE.search(folded[at:stop]) and name[0][1] <= stop:
            yield Name(*name[0], "listed", name[1])
        at = joint.end() if joint else end


def _items(folded: str) -> Iterator[Name]:
    """Yield the heads of itemised lists some item of which has a cost, an area or a beginning."""
    for opening in _ITEMS.finditer(folded):
        end = re.compile(r"[。\n]|$").search(folded, opening.end())
        items = list(re.compile(r"[^；。\n]+").finditer(folded, opening.end(), end.start() if end else len(folded)))
        if len(items) > 1 and any(_COST.search(item.group()) for item in items):
            yield from (name for item in items if (name := _item(folded, item.span())))


def _rosters(folded: str) -> Iterator[Name]:
    """Yield the names of plain lists: 这次签约的6个项目为甲新材料、乙石油机械，总投资…."""
    for opening in _ROSTER.finditer(folded):
        listed = _LIST.match(folded, opening.end())
        if not listed or "、" not in listed.group() or _FIELDS.search(listed.group()):
            continue
        end = listed.end()
        closer = re.search(r"等[^、]{0,12}$", listed.group())
        yield from _members(folded, opening.end(), listed.start() + closer.start() if closer else end)


def _item(folded: str, span: Span) -> Name | None:
    clause = _CLAUSE.match(folded, *span)
    if not clause:
        return None
    start = last_cut(folded, *clause.span())
    cost = _COST.search(folded, *clause.span())
    end = cost.start() if cost else clause.end()
    name = trim(folded, (start, end)) if start < end else None
    return Name(*name[0], "item", name[1]) if name else None


@cache
def _headed() -> re.Pattern[str]:
    return re.compile(f"(?:{heads()}|[路街桥河湖])$")
