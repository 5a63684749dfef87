"""Whether figures are still of the works that the sentence before told of (工程的承接).

A bridge is told on with 全长 and 建成后; 全年考录教师77人 behind it is of whom the news is about.
"""

from __future__ import annotations

import re

from newsie.frames.statistic.figures.layout import Sentence
from newsie.frames.statistic.figures.words import either
from newsie.frames.statistic.naming.names import Name, prefixes
from newsie.frames.statistic.naming.register import Register
from newsie.frames.statistic.subjects.measured import SITES
from newsie.frames.statistic.subjects.topic import NOBODY, Topic, is_country
from newsie.lexicon import layered

# 投资4.8亿元实施了拆炉并网工程: the next works of those who build
_NEXT_FUNDED = re.compile("投资[^，。；\n]{2,10}元，?(?:实施|对[^，。；\n]{2,20}(?:进行|实施))")


@layered
def _fitting() -> re.Pattern[str]:
    return re.compile(either("fitting", "static"))


def is_built(string: str, topic: Topic) -> bool:
    """Tell whether a subject is works, or a bridge or a park that a model took for a place."""
    if topic.kind != "land":
        return topic.kind == "works"
    return string.endswith(SITES, *topic.spans[-1])


def stays(string: str, sentence: Sentence) -> bool:
    """Tell whether a sentence can go on about the works told of before it, without naming them.

    One without figures leaves nothing.
    """
    start, end = sentence.span
    if not any(clause.figures for clause in sentence.clauses):
        return True
    if _NEXT_FUNDED.match(string, start, end):
        return False
    return _fitting().search(string, start, end) is not None


def left_for(string: str, register: Register, main: Topic) -> Topic:
    """Return what figures are of that are no longer of the works before: the story's subject, or the place of its works.

    Nobody's where the story is the country's, whose works are told of one by one.
    """
    if is_country(string, main):
        return NOBODY
    if not is_built(string, main):
        return main
    start, end = main.spans[0]
    inside = (part for part in prefixes(string, Name(start, end, "works")) if part.kind == "land")
    # 青山县|滨河大桥
    before = (name for name in register.before(start) if name.kind == "land" and name.end == start)
    area = next(inside, None) or next(before, None)
    return Topic((register.fullest(area),), 0, "land", own=False) if area else NOBODY
