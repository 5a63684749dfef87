"""What a figure's words leave out and the figures before it name: the object of a verb, the cause of a benefit.

受理案件86件，办结72件: 办结案件. 改造老旧小区4个，惠及居民2600户: 老旧小区惠及居民.
"""

from __future__ import annotations

import re
from itertools import islice

from newsie.frames.statistic.phrase import Phrase, Place, Spans
from newsie.frames.statistic.source import Source
from newsie.frames.statistic.words import first_verb, verb_at, verb_before, words
from newsie.text import Span

_MANNERS = ("当场", "限期", "全部", "现场")
_NOT = ("尚未", "未", "没有", "不予", "不")
_REACH = 8
_LONGEST_COMPOUND = 3
_REACHES = ("惠及", "涉及", "受益")
_LONGEST_REACHING = 8
_NO_CAUSE = re.compile("[的后每均]|[量率额村镇乡县市省户人]$|城市|社区|省份|小组")
_SINGLE = "建修增种改办"
_SENTENCE_ENDS = "。！？\n"
_LONGEST_SENTENCE = 400


def of_stem(source: Source, form: str, place: Place) -> Phrase | None:
    """Return the phrase of what a rate is of: 办结投诉118件，挽回损失35万元，办结率98%."""
    if not form.endswith("率"):
        return None
    for phrase in islice(reversed(place.before), _REACH):
        if phrase.noun and phrase.verb and form.startswith(source.words(phrase.verb[-1])):
            return phrase
    return None


def reaching(source: Source, plain: Phrase, own: Span, place: Place) -> Phrase | None:
    """Say what it is that benefits others: 改造老旧小区4个，惠及居民2600户 is 老旧小区惠及居民."""
    string, previous = source.string, place.previous
    if previous is None or plain.figure.link == "list" or not string.startswith(_REACHES, own[0]):
        return None
    if not previous.verb or not previous.noun or string.startswith(_REACHES, previous.verb[-1][0]):
        return None
    start, end = last_noun(string, previous.noun)[-1]
    apart = previous.figure.clause[0] < sentence_start(string, own[0])
    if (
        apart
        or end > own[0]
        or not 2 <= end - start <= _LONGEST_REACHING
        or _NO_CAUSE.search(string, start, end)
    ):
        return None
    indicator = ((start, end), own)
    return plain._replace(indicator=indicator, head=indicator)


def last_noun(string: str, noun: Spans) -> Spans:
    """Return what a noun's examples are examples of: 道路 of 改造某某大街、某某路等道路."""
    if not noun:
        return noun
    start, end = noun[-1]
    listed = string.rfind("等", start, end - 1)
    return (*noun[:-1], (listed + 1, end)) if listed > start and "、" in string[start:listed] else noun


def sentence_start(string: str, at: int) -> int:
    """Return where the sentence begins that `at` stands in."""
    floor = max(0, at - _LONGEST_SENTENCE)
    return max(string.rfind(mark, floor, at) for mark in _SENTENCE_ENDS) + 1


def counted_alike(source: Source, plain: Phrase, own: Span, place: Place) -> Phrase | None:
    """Return what was counted in the same measure before, in the same sentence: 建成书屋9个，惠及群众3万人，新建5个."""
    counted = place.counted(plain.unit) if plain.counts else None
    if counted is None or counted.figure.clause[0] < sentence_start(source.string, own[0]):
        return None
    return counted


def with_object(source: Source, plain: Phrase, own: Span, previous: Phrase) -> Phrase | None:
    """Give a verb the object that the phrase before named: 整改58处."""
    if not previous.noun or source.words(own) in words("whole"):
        return None
    if source.words(own) == source.words(previous.noun[-1]):
        return None
    last = verb_before(source.string, *own)
    start, end = previous.noun[-1]
    # 立案查处违法案件86件，办结72件: the second verb is no object, as in 受理执行案件
    second = verb_at(source.string, start, end)
    compound = end - second < _LONGEST_COMPOUND
    if start < second and not compound and source.string[start:second] not in words("nominal"):
        start = second
        previous = previous._replace(noun=(*previous.noun[:-1], (start, end)))
    inner = None if previous.verb else first_verb(source.string, start + 1, end - _LONGEST_COMPOUND)
    if inner and source.words(inner) not in words("nominal"):
        # 法院受理执行案件1846件，执结1203件
        start = inner[1]
        previous = previous._replace(noun=(*previous.noun[:-1], (start, end)))
    acted = verb_before(source.string, start, end)
    own_verb = source.string[acted:end] not in words("nominal")
    if start < acted < end and own_verb and len(previous.noun) == 1:
        # 公交车新增150台、更新90台
        indicator: Spans = ((start, acted), own)
        return plain._replace(indicator=indicator, head=indicator, verb=(own,), noun=((start, acted),))
    intransitive = source.string[last : own[1]] in words("state")
    indicator = (*previous.noun, own) if intransitive else (own, *previous.noun)
    return plain._replace(indicator=indicator, head=indicator, verb=(own,), noun=previous.noun)


def only_verb(source: Source, own: Span) -> bool:
    """Tell whether words are verbs and adverbs alone, their object left out."""
    place, end = own
    # 未整改15个
    place += next((len(word) for word in _NOT if source.string.startswith(word, place)), 0)
    while place < end:
        stop = max(verb_at(source.string, place, end), source.skip_lead(place, end))
        if stop == place and source.string.startswith(_MANNERS, place):
            stop = place + 2
        if stop == place and stop == end - 1 and source.string[place] in _SINGLE:
            return True
        if stop == place:
            return False
        place = stop
    return True
