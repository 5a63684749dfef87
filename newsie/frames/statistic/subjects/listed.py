"""Figures listed each behind the name of whose it is: 其中青山镇5亿元、石桥镇6亿元 (逐一列名)."""

from __future__ import annotations

from collections.abc import Iterator

from newsie.frames.statistic.figures.layout import Clause, Figure
from newsie.frames.statistic.figures.words import verb_at
from newsie.frames.statistic.naming.register import Register
from newsie.frames.statistic.subjects.heads import Heads
from newsie.frames.statistic.subjects.topic import Topic

_KINDS = ("land", "body")


def each_of_its_own(
    heads: Heads, register: Register, clause: Clause, topic: Topic
) -> Iterator[tuple[Clause, Topic]]:
    """Yield the figures of a clause by whose they are, where names of one kind stand in front of them in a list."""
    start, figures = 0, list(clause.figures)
    if topic.own and topic.kind in _KINDS and not topic.each[1:]:
        for index, figure in enumerate(clause.figures):
            following = _named(heads, register, clause.figures[0], figure, topic) if index else None
            if following is None:
                continue
            yield clause._replace(figures=tuple(figures[start:index])), topic
            topic, start = following, index
            if topic.begin < figure.left[1]:
                # 石桥县|完成投资15亿元: read as a clause of its own
                figures[index] = figure._replace(link="none")
    yield clause._replace(figures=tuple(figures[start:])), topic


def without_sum(clause: Clause, topic: Topic) -> Clause:
    """Return a clause without the figure that only sums up whose the next ones are: 甲、乙、丙3个乡镇竣工率超过70%."""
    if len(topic.each) < 2 or len(clause.figures) < 2:
        return clause
    first, second, *rest = clause.figures
    if not first.span[0] < topic.begin <= second.left[1]:
        return clause
    second = second._replace(link="none", left=(topic.begin, second.left[1]))
    return clause._replace(figures=(second, *rest))


def _named(heads: Heads, register: Register, first: Figure, figure: Figure, topic: Topic) -> Topic | None:
    """Return whose a figure of a list is, if a name of the kind of the first one's stands in front of it."""
    if figure.link != "list":
        return None
    start, end = figure.left
    name, at = heads.named_at(start, end)
    if name is None or name.kind != topic.kind:
        return None
    alone = at == end and figure.unit == first.unit
    if not alone and verb_at(register.string, at, end) == at:
        return None
    return Topic((register.fullest(name),), at, name.kind, own=True)
