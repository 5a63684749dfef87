"""Works that their measures introduce, and what is told of them behind (定语后的主语).

总投资4.7亿元的龙岗热源厂扩建项目新增热水锅炉2台，可增加供热能力480万平方米: the boilers are the works'.
"""

from __future__ import annotations

from typing import NamedTuple

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Clause, Figure
from newsie.frames.statistic.figures.source import Source
from newsie.frames.statistic.naming.names import Names
from newsie.frames.statistic.naming.register import Register
from newsie.frames.statistic.subjects.topic import Topic

_MEASURE = re.compile(
    r"(?:[、和及，]|其中|计划|预计|概算|估算|总|静态|动态|设计|日均?|年均?|一期|二期){0,3}(?:[\u4e00-\u9fff]{0,6}?"
    r"(?:投资|占地|用地|面积|造价|概算|容量|规模|能力|长度|高度|里程|库容|产值|资金|跨度|海拔)|全?长|年产[\u4e00-\u9fff]{0,8}|日?处理[\u4e00-\u9fff]{0,4}|日供[\u4e00-\u9fff]{0,4})"
    r"(?:额|约|近|达到?|超过?|为|逾|高达|共|计){0,3}"
)
# 某某公司投资1.2亿元的冷轧薄板项目，占地160亩; 由某公司出资3000万元的敬老院
_INVESTED = re.compile(
    r"由?(?:(?!建设|开工|启动|实施|完成|推进|新建|引进|总投资)[^，。；：“”\n0-9]){0,24}?(?:投资|出资|斥资|投入)(?:约|近|超过?|逾)?"
)
_KINDS = ("works", "body")
# 总投资5亿元的甲、乙等项目: several; 的甲公司董事长: another
_NOT_ONE = re.compile("[的、和与及等暨]|现场|工地|(?:副?董事长|总?经理|负责人|院长|校长|厂长)")


class Presented(NamedTuple):
    """What a clause is about behind the measures that introduce it.

    Attributes:
        first: the first of the clause's figures that is told of it; their number when none is left.
        topic: the works or the body.
    """

    first: int
    topic: Topic


def find_presented(
    source: Source, names: Names, register: Register, clause: Clause, somebody: int = 0
) -> Presented | None:
    """Return the works or body that the measures at the head of a clause introduce, or None.

    `somebody` is where the name ends of who invests in it, with which the clause begins.
    """
    string = source.string
    for index, figure in enumerate(clause.figures):
        start = source.skip_lead(*clause.span) if not index else clause.figures[index - 1].span[1]
        invested = not index and figure.unit == "元"
        invested = invested and _INVESTED.fullmatch(string, somebody or start, figure.span[0]) is not None
        if not invested and (somebody or _MEASURE.fullmatch(string, start, figure.span[0]) is None):
            return None
        if string.startswith("的", figure.span[1]):
            return _presented(string, names, register, clause, index)
    return None


def _presented(string: str, names: Names, register: Register, clause: Clause, index: int) -> Presented | None:
    begin = clause.figures[index].span[1] + 1
    following = clause.figures[index + 1 : index + 2]
    name = names.at(begin, following[0].span[0] if following else clause.span[1])
    if name is None or name.kind not in _KINDS or _NOT_ONE.match(string, name.end):
        return None
    return Presented(index + 1, Topic((register.fullest(name),), name.end, name.kind, own=True))


def told_behind(clause: Clause, presented: Presented) -> tuple[Figure, ...]:
    """Return the figures of a clause behind the works, the first without a link to the measures before."""
    behind = clause.figures[presented.first :]
    if not behind:
        return ()
    first = behind[0]._replace(link="none", left=(presented.topic.begin, behind[0].left[1]))
    return (first, *behind[1:])
