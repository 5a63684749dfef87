"""How many live in a place or are of a body (户数, 人口, 人数): 全村326户1104人, 某村有9个村民小组412户1687人."""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Figure
from newsie.frames.statistic.figures.source import Source
from newsie.frames.statistic.indicators.phrase import Phrase, Place, Spans
from newsie.text import Span

_UNITS = frozenset(("户", "人", "口", "口人"))
_HAS = re.compile("(?:现在|目前|一共|总计|[现共总约近])*(?:居住着?|住着?|[共辖]?有)?(?:约|近)?")
_WHOLE = re.compile("全(?:[村镇乡县市区州旗盟组寨屯]|社区|街道)")
_SMALL_PARTS = re.compile("(?:村民|居民)?小组|自然村|自然屯|村民组|网格|村[小民]?组")
# 全村412户中有378户种葡萄
_AMONG = re.compile("中(?=[，有的已就]|[0-9])")
_CLOSES = "，。；、（：\n0123456789"


def read_inhabitants(source: Source, figure: Figure, place: Place) -> Phrase | None:
    """Return the phrase of a figure that tells how many live in the place its clause is about, or None.

    What is measured is 全村 with the measure word, 全村…户, or that alone.
    """
    string, (start, end) = source.string, figure.span
    behind = string[end : end + 1]
    people = figure.unit == "口" and behind == "人"
    if figure.unit not in _UNITS or not (people or behind in _CLOSES or _AMONG.match(string, end)):
        return None
    measure = (end, end + 1) if people else (end - len(figure.unit), end)
    if not people and string[slice(*measure)] != figure.unit:
        return None
    if _goes_on(string, figure, place):
        told: Spans = (*_whole(string, place.previous), measure)
        return Phrase(figure, told, told)
    topic = place.topic
    # 运检班共有11人: of a body only where it is said to have them
    least = 0 if topic.kind == "land" else 1 if topic.kind == "body" else start
    if not (topic.own and figure.clause[0] <= topic.begin <= start - least):
        return None
    if _HAS.fullmatch(string, topic.begin, start) is None:
        return None
    whole = _WHOLE.search(string, figure.clause[0], topic.begin)
    told = (*((whole.span(),) if whole and whole.end() == topic.begin else ()), measure)
    return Phrase(figure, told, told)


def _goes_on(string: str, figure: Figure, place: Place) -> bool:
    """Tell whether a figure stands right behind how many households or groups the place has."""
    previous = place.previous
    if previous is None:
        return False
    between = string[previous.figure.span[1] : figure.span[0]]
    if _counts_inhabitants(previous):
        return between in ("", "、", "，")
    topic = place.topic
    return bool(topic.kind == "land" and topic.own and _SMALL_PARTS.fullmatch(between.rstrip("、，")))


def _counts_inhabitants(phrase: Phrase) -> bool:
    """Tell whether a phrase has no words but its measure word: 326户."""
    return bool(phrase.indicator) and phrase.indicator[-1][1] == phrase.figure.span[1]


def _whole(string: str, previous: Phrase | None) -> tuple[Span, ...]:
    if previous is None or not _counts_inhabitants(previous):
        return ()
    return tuple(span for span in previous.indicator[:-1] if _WHOLE.fullmatch(string, *span))
