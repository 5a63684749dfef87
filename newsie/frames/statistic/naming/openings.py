"""Where names may begin in a clause, and which places are told of prominently (名称的起点)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Clause, Sentence
from newsie.frames.statistic.figures.source import Source

NEWS_FROM = re.compile(r"从(?=[^，。\n]{2,40}?(?:获悉|了解到|得知|了解|采访中))")
_OPENING = re.compile(
    r"从|据|在|由|率(?=[省市县区国])|到|赴|向|对|联合|、|和(?!平|谐|美|顺|睦|田|兴|泰|苑)|进|至|位于|的|与|成立|组建|创办|领办|首[个座条家所]|举办|举行|召开|主办|承办|启动|前往|察看|考察|调研|督导"
    r"|走进|来到|深入|家住|航拍|俯瞰|建[设成起造]了|打[设成起造]了"
)
# 我代表某某区人民政府向大会作工作报告: 全区 is that district
_ON_BEHALF = re.compile(r"我代表(?=[\u4e00-\u9fff]{2,12}政府)")


def head_end(clause: Clause) -> int:
    """Return where the words of a clause end that can name its subject: at its first figure."""
    return clause.figures[0].span[0] if clause.figures else clause.span[1]


def prominent(source: Source, sentences: Sequence[Sentence]) -> set[int]:
    """Return where an article names the place it is about: at the head of clauses, as its source."""
    places = {clause.span[0] for sentence in sentences for clause in sentence.clauses}
    places.update(date.end for date in source.dates.values())
    places.update(match.end() for match in NEWS_FROM.finditer(source.string))
    places.update(place + 1 for place in list(places) if source.string.startswith("据", place))
    places.update(match.end() for match in _ON_BEHALF.finditer(source.string))
    return places


def openings(source: Source, clause: Clause) -> Iterator[int]:
    """Yield the places in a clause, behind its own first words, where a name may begin."""
    start, end = clause.span[0], head_end(clause)
    for match in _OPENING.finditer(source.string, start, end):
        if match.end() < end:
            # 到2008年园区产值突破60亿元
            yield source.skip_lead(match.end(), end) if match.end() in source.dates else match.end()
    if behalf := _ON_BEHALF.match(source.string, *clause.span):
        yield behalf.end()
    for date in source.dates_between(start, end):
        if date.end < end:
            yield date.end
