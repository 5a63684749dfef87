"""What a figure measures, read from the words around it (指标).

In: a figure, the topic of its clause and the phrases before it. Out: its phrase: the spans of the
indicator, and what later clauses may leave out because this one said it (verb, noun, head).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, TypeAlias

from newsie.frames.statistic.layout import Clause, Figure
from newsie.frames.statistic.topics import Topic, skip_lead
from newsie.frames.statistic.words import either, first_verb, last_verb, verb_at, verb_before, words
from newsie.reading import Date
from newsie.text import Span

Spans: TypeAlias = tuple[Span, ...]
Change: TypeAlias = Literal["increase", "decrease"]

_TAIL = 48
_LONGEST = 30
_LONGEST_WITH_VERB = 12
_SHARES = frozenset("% ％ 成 倍".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a figure measures; all spans are offsets into the folded text.

    Attributes:
        figure: the figure.
        indicator: what is counted or measured.
        head: what a clause without words of its own goes on about (出口 in 出口3亿元，增长1%).
        verb: the verb it begins with, which a list shares.
        noun: the thing counted, without its verb.
        change: whether the figure is itself an increase or a decrease.
        basis: what it is measured against.
        subject: where the words stand behind the figure that name its subject (总投资70亿元的核心区).
    """

    figure: Figure
    indicator: Spans
    head: Spans
    verb: Spans = ()
    noun: Spans = ()
    change: Change | None = None
    basis: Span | None = None
    subject: Span | None = None

    @property
    def unit(self) -> str:
        """The unit of the figure."""
        return self.figure.amount.quantity.unit

    @property
    def counts(self) -> bool:
        """Whether the figure counts things, not money, weight or shares."""
        return self.unit not in words("scale")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands among others.

    Attributes:
        topic: what its clause is about.
        run: the figures of the clause from it on.
        before: the phrases of the paragraph so far, the nearest last.
        last: the clause before its own in the sentence, if it has no figure.
    """

    topic: Topic
    run: Sequence[Figure]
    before: Sequence[Phrase]
    last: Clause | None = None

    @property
    def previous(self) -> Phrase | None:
        """The nearest phrase before."""
        return self.before[-1] if self.before else None

    def acted(self) -> Phrase | None:
        """Return the phrase before when it has a verb and an object: 建成厂房168万平方米."""
        previous = self.previous
        return previous if previous and previous.verb and previous.noun and previous.change is None else None

    def counted(self, unit: str = "") -> Phrase | None:
        """Return the nearest phrase before that counts things, in `unit` if one is given."""
        for phrase in reversed(self.before):
            if phrase.noun and (phrase.unit == unit if unit else phrase.counts):
                return phrase
        return None


@cache
def _change_tail() -> re.Pattern[str]:
    early = r"(?:分别|均|也|再|将|却|预计|已|要)*"
    against = r"(?P<basis>同比|环比|(?<![占对之])(?:比|较|与)(?!重|例)[^，。；\n]{1,16}?(?:相比)?)?"
    adverb = (
        r"(?:由|转为|分别|(?<![亩户人日月年])均|名义|实际|也|却|再|将|平均|年均|大幅|首次|已|预计|各|约|要|又|略|小幅|持续|进一步|上月|上年)*"
    )
    verb = f"(?P<verb>(?P<rise>{either('rise')})|(?P<fall>{either('fall')})|(?P<compare>{either('compare')}))"
    return re.compile(f"{early}{against}{adverb}{verb}(?:了|约|近|超|超过)?$")


@cache
def _level_tail() -> re.Pattern[str]:
    adverb = (
        r"(?:已|也|却|就|均|(?<!签)约|分别|首次|第一次|只|要|将|能|便|可|预计|有望|力争|确保|累计|稳步|平均|各|高|再|又|共|总共|仍)*"
    )
    return re.compile(f"{adverb}{either('level')}+(?:每[天日月年])?(?:了|(?<!签)约|近)?$")


_RATIO = re.compile(
    r"(?:已|已经|约|就)?(?P<verb>为|是|完成了?|达到|相当于|恢复到|恢复至|达|实现|只有|仅为)"
    r"(?P<whole>[^，。；的\n]{1,16}(?:的[^，。；的\n]{1,8})?)的$"
)
_SHARE = re.compile(
    r"(?:约|已|仅|分别|各)*占(?P<whole>[^，。；\n]{0,24}?)(?:的?(?P<word>比重|比例|比))?(?:约|近|超过?了?|为|达到?了?|的|接近|分别)*$"
)
_FROM = re.compile(r"(?P<head>[^，。；\n]*?)(?:由|从)(?:[^，。；\n]{0,12}?的|每[天月年日]|原来的?)?$")
_RATE = re.compile(r"[^，。；\n]{2}(?:率|进度|均价|比例)|[^，。；\n]{2}数[^，。；\n]{2}率")
_AVERAGE = re.compile(r"[日月年户人亩]均|(?:两|三|近.)年(?:平均)?")
_ONE = re.compile(r"一[支个批条座家所]$")
_WORK_DONE = re.compile(r"总?工程(?:总)?量|形象进度|总投资")
_HELD = re.compile(r"[比较至到由从是为与]$")
_AMONG = re.compile(r"其中[，、]?$")
_PIVOT = re.compile(r"(?:分别|逐一|全部|均|都)*(?P<verb>进行|给予|予以|开展|实施)(?P<done>了)?")
_TRAILING = re.compile(r"(?:分别|逐一|全部|均|都|已|正|正在|现场)+$")
_FUNDED = re.compile(r"由[^，。；\n]{2,24}?(?=(?:负责)?(?:投资|出资|总投资)$)")
_QUALIFIED = re.compile(r"(?:按[^，。；\n]{2,10}计算|扣除[^，。；\n]{2,14}后|剔除[^，。；\n]{2,14}后)")
_ABOUT = re.compile(r"(?:在|深入|走进|围绕|依托|通过|针对|聚焦)")
_KINDS = "级类型性"


def _without_timing(string: str, start: int, end: int) -> int:
    """Return `end` without the particles that lead to a date: 整改率要在本月底前达到."""
    while end > start and string[end - 1] in "要在于将须":
        end -= 1
    return end


class Reader:
    """Reads the phrases of an article's figures in turn."""

    def __init__(self, string: str, dates: Sequence[Date]) -> None:
        self.string = self._string = string
        self._dates = {date.start: date for date in dates}

    def read(self, figure: Figure, place: Place) -> Phrase:
        """Return the phrase of `figure`, which stands at `place`."""
        previous = place.previous
        right = self._right(figure, place.run)
        if figure.link == "bare" and previous is not None and right[0] == right[1]:
            return replace(previous, figure=figure)
        left = self._left(figure, place)
        return (
            self._changed(figure, left, place)
            or self._shared(figure, left, place)
            or self._measured(figure, left, right, place)
        )

    def _left(self, figure: Figure, place: Place) -> Span:
        """Return the words before the figure without connectives, dates and subject."""
        string = self._string
        start, end = figure.left
        if start < place.topic.begin <= end:
            start = place.topic.begin
        while start < end and string[start] == "的":
            start += 1
        start = skip_lead(string, start, end, self._dates)
        for at in range(start, end - 1):
            date = self._dates.get(at)
            if date is None or date.end >= end - 1 or _HELD.search(string, start, at):
                continue
            later = skip_lead(string, date.end, end, self._dates)
            if start < at and _level_tail().fullmatch(string, later, end):
                return start, _without_timing(string, start, at)
            if end - later >= 2:
                start = later
        funded = _FUNDED.match(string, start, end)
        if funded:
            return funded.end(), end
        if _ABOUT.match(string, start, end):
            verb = last_verb(string, start + 2, end - 1)
            start = verb[0] if verb else start
        return start, end

    def _right(self, figure: Figure, run: Sequence[Figure]) -> Span:
        """Return the words behind the figure that can name what it counts."""
        string = self._string
        start, end = figure.right
        for further in run[1:]:
            if start != end or further.link != "bare":
                break
            start, end = further.right
        while start < end and string[start] in "，的内":
            start += 1
        closing = string.find("）", start, end)
        if closing >= 0 and string.find("（", start, closing) < 0:
            end = closing
        while end > start and string[end - 1] in "中里，；":
            end -= 1
        return start, max(start, end)

    # changes: 同比增长4.2%

    def _changed(self, figure: Figure, left: Span, place: Place) -> Phrase | None:
        """Read a change: 同比增长4.2%, 比年初增加97家, 降幅比上月收窄0.2个百分点."""
        start, end = left
        match = _change_tail().search(self._string, max(start, end - _TAIL), end)
        if match is None or (match["compare"] and not match["basis"]):
            return None
        scaled = figure.amount.quantity.unit in words("scale")
        if not scaled and not match["basis"] and match["verb"] not in ("净增", "净增加"):
            return None
        if not scaled and figure.right[1] > figure.right[0]:
            return None
        head = self._head((start, match.start()), place)
        if not head:
            return None
        change: Change | None = "increase" if match["rise"] else "decrease" if match["fall"] else None
        basis = match.span("basis") if match["basis"] else None
        return Phrase(figure, head, head, change=change, basis=basis)

    def _head(self, own: Span, place: Place) -> Spans:
        """Return the indicator of a change: its own words, or what the phrase before is about."""
        string = self._string
        start, end = own
        while end > start and string[end - 1] in "、，的":
            end -= 1
        inherited = self._topic_of_last(place) or (place.previous.head if place.previous else ())
        if place.last and _QUALIFIED.fullmatch(string, *place.last.span):
            inherited = (*inherited, place.last.span)
        if end <= start:
            return inherited
        if inherited and (
            string[start:end] in words("dependent")
            or _QUALIFIED.match(string, start, end)
            or _AVERAGE.fullmatch(string, start, end)
        ):
            return (*inherited, (start, end))
        return ((start, end),)

    def _topic_of_last(self, place: Place) -> Spans:
        """Return what the clause before says grows: 高技术产业投资增长较快，同比增长10%."""
        if place.last is None:
            return ()
        start, end = place.last.span
        start = skip_lead(self._string, start, end, self._dates)
        match = re.compile(f"{either('rise', 'fall')}").search(self._string, start + 2, end)
        if match and match.start() - start >= 4 and "的" not in self._string[start : match.start()]:
            return ((start, match.start()),)
        return ()

    # shares: 占进出口总值的七成

    def _shared(self, figure: Figure, left: Span, place: Place) -> Phrase | None:
        """Read a share: 占进出口总值的七成, 完成年度目标的88.1%."""
        if figure.amount.quantity.unit not in _SHARES:
            return None
        string = self._string
        start, end = left
        share = _SHARE.search(string, max(start, end - _TAIL), end)
        if share:
            return self._share_of(figure, left, place, share)
        ratio = _RATIO.search(string, max(start, end - _TAIL), end)
        if ratio is None:
            return None
        whole = ratio.span("whole")
        own = (start, ratio.start())
        if _WORK_DONE.fullmatch(string, *whole):
            head: Spans = (own,) if own[1] > own[0] else ()
        else:
            head = self._head(own, place)
        if ratio["verb"] == "是" and head:
            return Phrase(figure, head, head, basis=whole)
        return Phrase(figure, (*head, (ratio.start("verb"), whole[1])), head, basis=whole)

    def _share_of(self, figure: Figure, left: Span, place: Place, share: re.Match[str]) -> Phrase:
        string = self._string
        start, stop = share.span("whole")
        if stop > start and string[stop - 1] == "的":
            stop -= 1
        head = self._head((left[0], share.start()), place)
        closing = share.end("word") if share["word"] else stop
        indicator = (*head, (string.index("占", share.start()), closing))
        return Phrase(figure, indicator, indicator, basis=(start, stop) if stop > start else None)

    # levels and counts

    def _measured(self, figure: Figure, left: Span, right: Span, place: Place) -> Phrase:
        """Read a level or a count."""
        string = self._string
        start, end = left
        source = _FROM.fullmatch(string, start, end)
        if source is None and self._counts_right(figure, left, right):
            return self._counted(figure, left, right, place)
        if source:
            end = source.end("head")
        tail = _level_tail().search(string, max(start, end - _TAIL), end)
        percent_done = figure.amount.quantity.unit == "%" and string.endswith("完成", start, end)
        if tail and not percent_done:
            end = tail.start()
        subject = self._behind(figure)
        if end > start:
            return self._completed(figure, (start, end), place, subject)
        inherited = place.previous.head if place.previous else ()
        if not inherited and right[1] > right[0]:
            return self._counted(figure, left, right, place)
        return Phrase(figure, inherited, inherited, subject=subject)

    def _behind(self, figure: Figure) -> Span | None:
        """Return the words after 的 behind the figure, which name its subject."""
        start, end = figure.right
        if end - start > 3 and self._string[start] == "的":
            return start + 1, end
        return None

    def _completed(self, figure: Figure, own: Span, place: Place, subject: Span | None) -> Phrase:
        """Return the phrase of own words, with what a list or the clause before it leaves out."""
        string = self._string
        start, end = own
        stop = verb_at(string, start + 2, end) if string.startswith("累计", start) else verb_at(string, start, end)
        verb: Spans = ((start, stop),) if start < stop < end else ()
        plain = Phrase(figure, (own,), (own,), verb=verb, noun=((stop if verb else start, end),), subject=subject)
        return self._dependent(plain, own, place) or self._elliptic(plain, own, place) or plain

    def _dependent(self, plain: Phrase, own: Span, place: Place) -> Phrase | None:
        """Complete a head that cannot stand alone: 总投资, 整改率."""
        string = self._string
        form = string[slice(*own)]
        if form not in words("dependent") and not _RATE.fullmatch(form) and not _AVERAGE.fullmatch(form):
            return None
        if place.topic.kind == "works" or plain.subject:
            return None
        average = _AVERAGE.fullmatch(string, *own)
        base = place.previous if average else place.acted() or place.counted()
        if base is None or base.figure.clause[0] < self._sentence_start(own[0]):
            return None
        indicator = (*(base.head if average else base.noun), own)
        return replace(plain, indicator=indicator, head=indicator, verb=(), noun=())

    def _sentence_start(self, at: int) -> int:
        return max(self._string.rfind(mark, 0, at) for mark in "。！？\n") + 1

    def _elliptic(self, plain: Phrase, own: Span, place: Place) -> Phrase | None:
        """Complete a member of a list or of 其中, or a verb without its object."""
        string = self._string
        among = _AMONG.search(string, max(0, plain.figure.left[0] - 3), own[0]) is not None
        previous = place.counted(plain.unit) if among else place.previous
        alike = previous is not None and previous.unit == plain.unit
        if previous is None or (not alike and plain.figure.link != "list"):
            return None
        if alike and self._only_verb(own):
            return self._with_object(plain, own, previous)
        if not among and plain.figure.link != "list":
            return None
        rest = self._rest_of(own, previous) if alike else None
        if rest:
            indicator = (own, rest)
            return replace(plain, indicator=indicator, head=indicator, noun=previous.noun)
        kind = string[own[1] - 1] in _KINDS
        noun = previous.noun if kind else (own,)
        parts = (own, *previous.noun) if kind else (own,)
        lead = () if plain.verb else previous.verb
        indicator = (*lead, *parts)
        return replace(plain, indicator=indicator, head=indicator, verb=plain.verb or previous.verb, noun=noun)

    def _rest_of(self, own: Span, previous: Phrase) -> Span | None:
        """Return what follows the shared noun: 人均收入 of 居民人均收入 for 城镇居民."""
        string = self._string
        tail = string[max(own[0], own[1] - 2) : own[1]]
        for start, end in previous.head:
            at = string.find(tail, start, end)
            if at >= 0 and at + len(tail) < end and not string.startswith(("（", "以上"), at + len(tail)):
                return at + len(tail), end
        return None

    def _with_object(self, plain: Phrase, own: Span, previous: Phrase) -> Phrase | None:
        """Give a verb the object that the phrase before named: 整改58处."""
        if not previous.noun or self._string[slice(*own)] in words("whole"):
            return None
        last = verb_before(self._string, *own)
        intransitive = self._string[last : own[1]] in words("state")
        indicator = (*previous.noun, own) if intransitive else (own, *previous.noun)
        return replace(plain, indicator=indicator, head=indicator, verb=(own,), noun=previous.noun)

    def _only_verb(self, own: Span) -> bool:
        """Tell whether words are verbs and adverbs alone, their object left out."""
        place, end = own
        while place < end:
            stop = verb_at(self._string, place, end)
            if stop == place:
                stop = skip_lead(self._string, place, end, self._dates)
                if stop == place and self._string.startswith(("当场", "限期", "全部", "现场"), place):
                    stop = place + 2
                if stop == place:
                    return False
            place = stop
        return True

    def _counts_right(self, figure: Figure, left: Span, right: Span) -> bool:
        """Tell whether the thing counted stands behind the figure: 走访14个社区."""
        string = self._string
        start, end = left
        if right[1] <= right[0]:
            return False
        end = self._without_have(start, end)
        if start >= end:
            return True
        if string.startswith("的", figure.right[0]) and not _ONE.search(string, start, end):
            return False
        if figure.amount.quantity.unit not in words("scale"):
            return True
        if string.endswith("的", start, end):
            end -= 1
        if string.endswith(("投资", "达", "为", "至", "到"), start, end):
            return False
        return verb_before(string, start, end) < end and verb_at(string, *right) == right[0]

    def _without_have(self, start: int, end: int) -> int:
        """Return `end` without a verb of having before it: 合作社有12户社员."""
        for word in sorted(words("have"), key=len, reverse=True):
            if self._string.endswith(word, start, end):
                return end - len(word)
        return end

    def _counted(self, figure: Figure, left: Span, right: Span, place: Place) -> Phrase:
        """Read a count whose noun follows it."""
        string = self._string
        previous = place.previous
        own = self._lead(figure, left, place)
        last = place.run[-1].right if all(other.link == "list" for other in place.run[1:]) else right
        if len(place.run) == 1:
            last = right
        limit = min(right[1], right[0] + _LONGEST)
        if previous and previous.unit == figure.amount.quantity.unit and previous.noun and self._predicate(right):
            indicator: Spans = (*previous.noun, (right[0], limit))
            return Phrase(figure, indicator, indicator, noun=previous.noun)
        for coverb in ("对", "为", "向", "给", "在"):
            if own and string.startswith(coverb, own[0][0]):
                acted = self._acted_on(figure, own, right, last, len(coverb))
                if acted:
                    return acted
        split = first_verb(string, right[0] + 1, limit)
        noun = self._trimmed((right[0], split[0] if split else limit))
        rest = limit
        if own and split and limit - right[0] > _LONGEST_WITH_VERB:
            rest = split[0]
        indicator = (*own, (right[0], rest))
        predicate = self._tail_of(right, split, place)
        if predicate:
            indicator = (*indicator, predicate)
        return Phrase(figure, indicator, indicator, verb=own, noun=(noun,))

    def _lead(self, figure: Figure, left: Span, place: Place) -> Spans:
        """Return the words in front of a count that belong to its indicator."""
        string = self._string
        start, end = left
        end = self._without_have(start, end)
        one = _ONE.search(string, start, end)
        end = one.start() if one else end
        verb = verb_at(string, start, end)
        if string.endswith("等", start, end) and "、" in string[start:end] and (verb > start or end - start > _LONGEST_WITH_VERB):
            end = verb
        have = re.compile("共有|包括|含有|设有").search(string, start, end)
        if have and "、" in string[have.end() : end]:
            start = end
        if end > start:
            return ((start, end),)
        if figure.link in ("list", "bare") and place.previous is not None:
            return place.previous.verb
        return ()

    def _acted_on(self, figure: Figure, own: Spans, right: Span, last: Span, skip: int) -> Phrase | None:
        """Read 对16家单位进行了巡察 as 巡察 + 单位."""
        string = self._string
        pivot = _PIVOT.search(string, *last)
        verb = pivot.span("verb") if pivot else first_verb(string, last[0] + 1, last[1])
        if verb is None:
            return None
        begin = verb[0]
        if pivot:
            begin = pivot.end()
            if begin >= last[1]:
                begin = pivot.start()
        ends = pivot.start() if pivot else verb[0]
        noun = self._trimmed((right[0], min(right[1], ends) if right[1] >= last[1] else right[1]))
        modifier: Spans = ((own[0][0] + skip, own[0][1]),) if own[0][1] > own[0][0] + skip else ()
        if string.startswith(("辖区", "全县", "全市", "全区"), own[0][0] + skip):
            modifier = ()
        act = (begin, min(last[1], begin + _LONGEST))
        indicator = (act, *modifier, noun)
        return Phrase(figure, indicator, indicator, verb=own, noun=(noun,))

    def _tail_of(self, right: Span, split: Span | None, place: Place) -> Span | None:
        """Return the predicate that a list of counts shares: 1个乡、7个村退出贫困序列."""
        if split or len(place.run) < 2 or any(figure.link != "list" for figure in place.run[1:]):
            return None
        start, end = place.run[-1].right
        verb = first_verb(self._string, start + 1, end)
        return (verb[0], min(end, verb[0] + _LONGEST)) if verb and place.run[-1].left[0] == place.run[-1].span[0] else None

    def _trimmed(self, span: Span) -> Span:
        match = _TRAILING.search(self._string, *span)
        return (span[0], match.start()) if match and match.start() > span[0] else span

    def _predicate(self, right: Span) -> bool:
        """Tell whether words begin with a predicate, the noun left out: 4个进场施工."""
        start = skip_lead(self._string, right[0], right[1], self._dates)
        return start > right[0] or verb_at(self._string, start, right[1]) > start
