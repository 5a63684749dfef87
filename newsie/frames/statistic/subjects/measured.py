"""Works that a clause builds or brings in, which the measures behind it are of (宾语作主语).

投资2600万元建设蒜椒产业园，占地150亩，规划冷库8座: the measures are the park's.
"""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Clause
from newsie.frames.statistic.naming.names import Name, Names

_MAKES = re.compile(
    "(?:引进|招引|引入|建成|建起|建设|新建|兴建|修建|改建|扩建|打造|规划建设|盖起|办起|兴办|投建|启动|开工|实施|落户|签约|(?<=[元])建)了?(?:建设)?"
)
_MEASURES = re.compile(
    "(?:计划|预计|项目|工程|该项目|该工程){0,2}(?:总投资|投资|占地|总?用地|总?建筑面积|总?面积|全长|总长|规划(?!建设)|设计|总库容|库容|年产|日处理|总造价|一期|二期|容积)"
)
SITES = ("园", "厂", "站", "馆", "院", "校", "中心", "基地", "广场", "市场", "桥", "路", "小区", "公园")
"""What the names of works end in."""
_KINDS = ("works", "body")


def made_works(string: str, names: Names, clause: Clause, following: Clause | None) -> Name | None:
    """Return the works that end a clause as what it makes, where the clause behind it begins with measures."""
    if following is None or not following.figures or string[clause.span[1]] != "，":
        return None
    if _MEASURES.match(string, following.span[0], following.figures[0].span[0]) is None:
        return None
    for made in _MAKES.finditer(string, *clause.span):
        name = names.at(made.end(), clause.span[1])
        if name and is_made(string, name) and name.end == clause.span[1]:
            return name
    return None


def is_made(string: str, name: Name) -> bool:
    """Tell whether a name can be of what is built or brought in: a park, which a model may take for a place.

    >>> is_made("青山产业园", Name(0, 5, "land")), is_made("青山村", Name(0, 3, "land"))
    (True, False)
    """
    if string[name.start].isdigit():
        return False
    return name.kind in _KINDS or (name.kind == "land" and string.endswith(SITES, *name.span))
