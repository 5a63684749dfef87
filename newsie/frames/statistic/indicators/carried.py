"""What a change goes on about that has no words of its own: the clause before says it, or a clause frames it (承前省略).

高技术产业投资增长较快，同比增长10%; 与去年同期相比，刑事案件、盗窃案件分别下降12%和8%.
"""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.statistic.figures.source import Source
from newsie.frames.statistic.figures.words import either
from newsie.frames.statistic.indicators.ellipsis import sentence_start
from newsie.frames.statistic.indicators.phrase import Phrase, Place, Spans
from newsie.lexicon import layered

TAIL = 48
"""How far in front of a figure its verb and basis are looked for."""

# 总量居全省第一: where it stands among others, not what grows
_RANKED = re.compile(
    "(?:居|列|排)(?:在|名)?[^，。；\\n]{0,6}(?:第[0-9一二三四五六七八九十]|首位|前列|榜首|前[0-9一二三四五六七八九十])"
)
# 用电量均呈现增长态势，同比增长8%
_WANING = re.compile(
    r"(?:连续[0-9一二三四五六七八九十两]{1,3}(?:[天日年周]|个?月))?(?:均|都|也)?(?:继续|持续|再次|进一步|稳步|平稳|稳定|快速|较快|大幅|逐年|明显|显著|不断|稍有|略有|有所|小幅|骤)?(?:呈现|保持|实现|处于)?$"
)
# 专精特新创新指数为286.4，同比增长25.2%: a bare number is no figure
_LEVEL = re.compile(r"(?P<what>[^，。；\n0-9]{2,24}?)(?:已|约)?(?:为|是|达到?|报|[升降]至)[0-9.]+点?")
_BARE_ENDS = frozenset("0123456789点")
_SHORTEST_TOPIC, _MEASURED = 4, "量额值率价入"
_LONGEST_TOPIC = 20
# 与去年同期相比，A下降12%，B上升5%
_COMPARED = re.compile(
    "(?:^|(?<=[，。；：、\\s]))(?:[与和同跟][^，。；\\n]{1,16}?(?:相比较?|比较)|(?:相比[于较]?|[比较])[^，。；\\n]{1,12}?(?:同期|年|月|季度|周))(?=，)"
)
_OTHER_BASIS = re.compile("[同环]比|相比|[比较](?=[^例重率较，。；]{1,10}[增减降升涨跌多少高低快慢下上])")


@layered
def _moving() -> re.Pattern[str]:
    # 销量再创新高，同比增长27.7%; 生产总值翻了一番多，占全国比重提升至47.3%
    return re.compile(
        either("rise", "fall")
        + "|(?:[再屡连均双]|首次|双双)?创[^，。；\n]{0,8}?(?:新[高低]|最[高低]|纪录)|翻了?[一两]番"
    )


def topic_of_last(source: Source, place: Place) -> Spans:
    """Return what the clause before says grows: 高技术产业投资增长较快，同比增长10%."""
    if place.last is None:
        return ()
    string, (start, end) = source.string, place.last.span
    start = behind_subject(place, source.skip_lead(start, end), end)
    match = _moving().search(string, start + 2, min(end, start + TAIL))
    if match is None:
        return ()
    least = _SHORTEST_TOPIC - (string[match.start() - 1] in _MEASURED)
    if match.start() - start < least:
        return ()
    if _RANKED.search(string, start, end):
        return ()
    waning = _WANING.search(string, start, match.start())
    topic = (start, waning.start() if waning else match.start())
    return () if "的" in source.words(topic) else (topic,)


def behind_subject(place: Place, start: int, end: int) -> int:
    """Return where the words between two offsets begin behind the subject, if they begin with it: 全县粮食产量稳步增长."""
    return next((stop for at, stop in place.topic.spans if at == start and stop < end - 1), start)


def level_of_last(source: Source, place: Place) -> Spans:
    """Return what the clause before gives a bare number for: 货运指数为211.2点，同比增长12.9%."""
    if place.last is None or source.string[place.last.span[1] - 1] not in _BARE_ENDS:
        return ()
    start, end = place.last.span
    start = source.skip_lead(start, end)
    for span in place.topic.spans:
        start += len(source.words(span)) * source.string.startswith(source.words(span), start)
    level = _LEVEL.fullmatch(source.string, start, end)
    return (level.span("what"),) if level else ()


def last_words(source: Source, place: Place) -> Spans:
    """Return the words of a clause without figures that a change goes on about."""
    if place.last is None:
        return ()
    start, end = place.last.span
    start = max(source.skip_lead(start, end), end - _LONGEST_TOPIC)
    return ((start, end),) if end > start else ()


def compared(string: str, phrase: Phrase) -> Phrase:
    """Return a change with what a clause before it in the sentence sets it against: 与去年同期相比，……，破案率上升5%."""
    if phrase.change is None or phrase.basis is not None:
        return phrase
    start, end = sentence_start(string, phrase.figure.span[0]), phrase.figure.span[0]
    frames = [*_COMPARED.finditer(string, start, end)]
    if not frames or _OTHER_BASIS.search(string, frames[-1].end(), end):
        return phrase
    return phrase._replace(basis=frames[-1].span())
