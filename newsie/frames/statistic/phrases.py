"""What a figure measures, read from the words around it (指标).

In: a figure and the phrases before it. Out: its phrase: the spans of the indicator, what later
clauses may leave out because this one said it (verb, noun, head), change and basis.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, TypeAlias

from newsie.frames.statistic.layout import Figure
from newsie.frames.statistic.topics import skip_lead
from newsie.frames.statistic.words import either, first_verb, verb_at, verb_before, words
from newsie.reading import Date
from newsie.text import Span

Spans: TypeAlias = tuple[Span, ...]
Change: TypeAlias = Literal["increase", "decrease"]

_TAIL = 48
_LONGEST = 30


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a figure measures; all spans are offsets into the folded text, in reading order.

    Attributes:
        indicator: what is counted or measured.
        head: what a clause without an own indicator goes on about (出口 in 出口3亿元，增长1%).
        verb: the verb it begins with, which a list shares.
        noun: the thing counted, without its verb.
        change: whether the figure is itself an increase or a decrease.
        basis: what it is measured against.
        subject: the place of a subject that follows the figure (总投资70亿元的核心区).
        begin: where the figure's own words begin.
    """

    figure: Figure
    indicator: Spans
    head: Spans
    verb: Spans = ()
    noun: Spans = ()
    change: Change | None = None
    basis: Span | None = None
    subject: Span | None = None


@cache
def _change_tail() -> re.Pattern[str]:
    against = r"(?P<basis>同比|环比|(?<![占对之])(?:比|较|与)(?!重|例|上年末?$)[^，。；\n]{1,16}?(?:相比)?)?"
    adverb = r"(?:由|分别|均|名义|实际|同比|也|却|再|将|平均|年均|大幅|首次|已|预计|各|约|总共|要|净|预期|又|略|小幅|持续|进一步)*"
    verb = f"(?P<verb>(?P<rise>{either('rise')})|(?P<fall>{either('fall')})|(?P<compare>{either('compare')}))"
    return re.compile(f"{against}(?P<adverb>{adverb}){verb}(?:了|约|近|超|超过)?$")


@cache
def _level_tail() -> re.Pattern[str]:
    adverb = r"(?:已|也|却|就|均|约|分别|首次|第一次|只|要|将|能|便|可|预计|有望|力争|确保|累计|稳步|平均|各|高|再|又|共|总共)*"
    return re.compile(f"{adverb}{either('level')}+(?:了|约|近)?$")


_RATIO = re.compile(r"(?:已|已经|约|就)?(?P<verb>为|是|完成|完成了|达到|相当于|恢复到|恢复至|达|实现|只有|仅为)(?P<whole>[^，。；的\n]{1,16}(?:的[^，。；的\n]{1,8})?)的$")
_SHARE = re.compile(r"(?:约|已|仅|分别|各)?占(?P<whole>[^，。；\n]{0,24}?)(?:的?(?P<word>比重|比例|比))?(?:约|近|超|超过|为|达|达到|的|接近)*$")
_FROM = re.compile(r"(?P<head>[^，。；\n]*?)(?:由|从)(?P<time>[^，。；\n]{0,12}?的|每[天月年日])?$")
_RATE = re.compile(r"[^，。；\n]{1,6}?(?:率|进度|占比|均价|比例|面)$")


def spoken(string: str, spans: Spans) -> str:
    """Return the words of spans, joined."""
    return "".join(string[start:end] for start, end in spans)


class Reader:
    """Reads the phrases of an article's figures in turn."""

    def __init__(self, string: str, dates: Sequence[Date]) -> None:
        self._string = string
        self._dates = {date.start: date for date in dates}

    def read(self, figure: Figure, begin: int, run: Sequence[Figure], before: Sequence[Phrase]) -> Phrase:
        """Return the phrase of `figure`.

        Args:
            figure: the figure.
            begin: where the clause's own words begin, behind its subject.
            run: the figures of the clause from this one on.
            before: the phrases of the sentence so far, the nearest last.
        """
        previous = before[-1] if before else None
        if figure.link == "bare" and previous is not None and not self._right(figure, run):
            return replace(previous, figure=figure, subject=previous.subject)
        left = self._left(figure, begin, previous)
        right = self._right(figure, run)
        return (
            self._changed(figure, left, previous)
            or self._shared(figure, left, previous)
            or self._measured(figure, left, right, before)
        )

    def _left(self, figure: Figure, begin: int, previous: Phrase | None) -> Span:
        """Return the words before the figure without connectives, dates and subject."""
        start, end = figure.left
        string = self._string
        if start < begin <= end:
            start = begin
        elif figure.link == "shared" and previous is not None:
            verb = first_verb(string, start, end)
            if verb and verb[0] - start > 8:
                start = verb[0]
        start = skip_lead(string, start, end, self._dates)
        for date in self._dates.values():
            if start <= date.start and date.end < end - 1:
                later = skip_lead(string, date.end, end, self._dates)
                if end - later >= 3:
                    start = later
        return start, end

    def _right(self, figure: Figure, run: Sequence[Figure]) -> Span:
        """Return the words behind the figure that can name what it counts."""
        start, end = figure.right
        string = self._string
        while start < end and string[start] in "，）)的内":
            start += 1
        while end > start and string[end - 1] in "中里，；）" and "（" not in string[start:end]:
            end -= 1
        return start, max(start, end)

    def _changed(self, figure: Figure, left: Span, previous: Phrase | None) -> Phrase | None:
        """Read a change: 同比增长4.2%, 比年初增加97家, 降幅比上月收窄0.2个百分点."""
        start, end = left
        match = _change_tail().search(self._string, max(start, end - _TAIL), end)
        if match is None:
            return None
        if match["compare"] and not match["basis"]:
            return None
        bare = match.start() == start
        unit = figure.amount.quantity.unit
        if unit not in words("scale") and not match["basis"] and match["verb"] not in ("净增", "净增加"):
            return None
        if self._string[figure.right[0] : figure.right[1]] and figure.amount.quantity.unit not in words("scale"):
            return None
        head = self._head((start, match.start()), previous)
        if not head:
            return None
        change: Change | None = "increase" if match["rise"] else "decrease" if match["fall"] else None
        basis = match.span("basis") if match["basis"] else None
        own = head if bare or not previous else head
        return Phrase(figure, own, own, change=change, basis=basis)

    def _head(self, own: Span, previous: Phrase | None) -> Spans:
        """Return the indicator of a change: its own words, or what the last phrase was about."""
        start, end = own
        string = self._string
        while end > start and string[end - 1] in "、，":
            end -= 1
        if string.endswith("的", start, end):
            end -= 1
        inherited = previous.head if previous else ()
        if end <= start:
            return inherited
        if string[start:end] in words("dependent") and inherited:
            return (*inherited, (start, end))
        return ((start, end),)

    def _shared(self, figure: Figure, left: Span, previous: Phrase | None) -> Phrase | None:
        """Read a share: 占进出口总值的七成, 完成年度目标的88.1%."""
        start, end = left
        string = self._string
        share = _SHARE.search(string, max(start, end - _TAIL), end)
        if share and figure.amount.quantity.unit not in ("%", "成", "倍", "％", "分之一"):
            share = None
        ratio = _RATIO.search(string, max(start, end - _TAIL), end) if share is None else None
        if ratio and figure.amount.quantity.unit not in ("%", "成", "倍", "％"):
            ratio = None
        match = share or ratio
        if match is None:
            return None
        whole = match.span("whole")
        if share and whole[1] > whole[0] and string[whole[1] - 1] == "的":
            whole = whole[0], whole[1] - 1
        opening = string.index("占", match.start()) if share else match.start("verb")
        closing = whole[1] if not (share and share["word"]) else share.end("word")
        head = self._head((start, match.start()), previous)
        if string[slice(*whole)] in ("总工程量", "工程总量", "形象进度", "总投资", "工程量"):
            head = ((start, match.start()),) if match.start() > start else ()
        indicator = (*head, (opening, closing))
        basis = whole if whole[1] > whole[0] else None
        if share and share["word"] == "比" and not basis:
            return Phrase(figure, (*head, (opening, share.end("word"))), head)
        return Phrase(figure, indicator, indicator if share else head, basis=basis)

    def _measured(self, figure: Figure, left: Span, right: Span, before: Sequence[Phrase]) -> Phrase:
        """Read a level or a count."""
        string = self._string
        previous = before[-1] if before else None
        if self._counts_right(figure, left, right):
            return self._counted(figure, left, right, before)
        start, end = left
        source = _FROM.fullmatch(string, start, end)
        if source:
            end = source.end("head")
        tail = _level_tail().search(string, max(start, end - _TAIL), end)
        if tail and tail.start() < end and not (figure.amount.quantity.unit == "%" and string.endswith("完成", start, end)):
            end = tail.start()
        subject = self._behind(figure)
        if end <= start:
            inherited = previous.head if previous else ()
            if not inherited and right[1] > right[0]:
                return self._counted(figure, left, right, before)
            return Phrase(figure, inherited, inherited, subject=subject)
        return self._completed(figure, (start, end), before, subject)

    def _behind(self, figure: Figure) -> Span | None:
        """Return the words after 的 behind the figure, which name its subject."""
        start, end = figure.right
        if end - start > 3 and self._string[start] == "的":
            return start + 1, end
        return None

    def _completed(self, figure: Figure, own: Span, before: Sequence[Phrase], subject: Span | None) -> Phrase:
        """Return the phrase of own words, with what a list or the clause before it leaves out."""
        string = self._string
        previous = before[-1] if before else None
        start, end = own
        stop = verb_at(string, start, end)
        if previous is None:
            return Phrase(figure, (own,), (own,), verb=((start, stop),) if stop > start and stop < end else (), noun=((stop, end),), subject=subject)
        if self._only_verb(own) and figure.amount.quantity.unit == previous.figure.amount.quantity.unit and previous.noun:
            indicator = (own, *previous.noun)
            return Phrase(figure, indicator, indicator, verb=(own,), noun=previous.noun, subject=subject)
        if string[start:end] in words("dependent") or (_RATE.fullmatch(string, start, end) and end - start <= 4):
            base = previous.noun or previous.head
            if base and not figure_subject(previous):
                indicator = (*base, own)
                return Phrase(figure, indicator, indicator, noun=(own,), subject=subject)
        among = "其中" in string[max(0, figure.left[0] - 3) : start]
        if (figure.link == "list" or among) and stop == start and previous.verb:
            indicator = (*previous.verb, own)
            noun: Spans = (own,)
            if string[end - 1] in "级类型性" and previous.noun:
                indicator = (*indicator, *previous.noun)
                noun = (own, *previous.noun)
            return Phrase(figure, indicator, indicator, verb=previous.verb, noun=noun, subject=subject)
        if (figure.link == "list" or among) and string[end - 1] in "级类型性" and previous.noun:
            return Phrase(figure, (own, *previous.noun), (own, *previous.noun), noun=previous.noun, subject=subject)
        verb = ((start, stop),) if start < stop < end else ()
        return Phrase(figure, (own,), (own,), verb=verb, noun=((stop, end),), subject=subject)

    def _only_verb(self, own: Span) -> bool:
        """Tell whether words are verbs and adverbs alone, their object left out."""
        place, end = own
        while place < end:
            stop = verb_at(self._string, place, end)
            if stop == place:
                lead = skip_lead(self._string, place, end, self._dates)
                if lead == place and not self._string.startswith(("当场", "责令", "限期", "全部"), place):
                    return False
                stop = lead if lead > place else place + 2
            place = stop
        return True

    def _counts_right(self, figure: Figure, left: Span, right: Span) -> bool:
        """Tell whether the thing counted stands behind the figure: 走访14个社区."""
        start, end = left
        string = self._string
        if right[1] <= right[0]:
            return figure.link == "list" and start >= end and False
        if string.startswith("的", figure.right[0]) and end > start:
            return False
        if figure.amount.quantity.unit not in words("scale"):
            return True
        if start >= end:
            return True
        if any(string.endswith(word, start, end) for word in ("投资", "达", "为", "至", "到")):
            return False
        return verb_before(string, start, end) < end and verb_at(string, right[0], right[1]) == right[0]

    def _counted(self, figure: Figure, left: Span, right: Span, before: Sequence[Phrase]) -> Phrase:
        """Read a count whose noun follows it."""
        string = self._string
        start, end = left
        previous = before[-1] if before else None
        for word in sorted(words("have"), key=len, reverse=True):
            if string.endswith(word, start, end):
                end -= len(word)
                break
        coverb = next((word for word in sorted(words("coverb"), key=len, reverse=True) if string.startswith(word, start, end)), "")
        if start >= end and figure.link == "list" and previous is not None:
            own: Spans = previous.verb
        else:
            own = ((start, end),) if end > start else ()
        split = first_verb(string, right[0] + 1, min(right[1], right[0] + _LONGEST))
        noun: Span = (right[0], split[0] if split else min(right[1], right[0] + _LONGEST))
        rest = min(right[1], right[0] + _LONGEST)
        verb = own
        if previous and self._predicate(right) and previous.noun and previous.figure.amount.quantity.unit == figure.amount.quantity.unit:
            indicator: Spans = (*previous.noun, (right[0], rest))
            return Phrase(figure, indicator, indicator, noun=previous.noun)
        if own and split and rest - right[0] > 12:
            rest = split[0]
        indicator = (*own, (right[0], rest))
        if coverb in ("对", "为", "向", "给") and split and own:
            indicator = ((split[0], rest), noun)
        return Phrase(figure, indicator, indicator, verb=verb, noun=(noun,))

    def _predicate(self, right: Span) -> bool:
        """Tell whether words begin with a predicate, the noun left out: 4个进场施工."""
        start = skip_lead(self._string, right[0], right[1], self._dates)
        return start > right[0] or verb_at(self._string, start, right[1]) > start


def figure_subject(phrase: Phrase) -> bool:
    """Tell whether a phrase's subject follows it."""
    return phrase.subject is not None
