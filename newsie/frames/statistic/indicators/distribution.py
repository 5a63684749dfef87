"""Several figures dealt out to several things: A、B分别增长1%和2% (分别).

In: the phrase of the first figure, read as if it stood alone. Out: a phrase for each figure that
分别 governs, with the thing that is its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Figure
from newsie.frames.statistic.figures.words import either, first_verb, words
from newsie.frames.statistic.indicators.ellipsis import sentence_start
from newsie.frames.statistic.indicators.phrase import Change, Phrase, Place, Spans
from newsie.frames.statistic.naming.names import Names
from newsie.lexicon import layered
from newsie.text import Span

_EACH = re.compile(r"分别|依次")
_AND = re.compile(r"、|以及|和(?![谐平美睦解顺])|与(?!会)|(?<![普涉波危顾提企])及(?![时格早])")
_MARK = re.compile("、")
_AVERAGE = re.compile("[日月年]?[人户亩日月年]均")
_SAID_EACH = re.compile("(?:分别|各自)(?:完成|达到?|为|实现)?$")
# 财政收支比, 供需平衡 is of both together
_NO_PAIR = "(?!比|之比|差|相抵|平衡|双方|两旺|关系|合计|总)"
# 内外贸: the home trade and the foreign
_SIDES = re.compile("内外(?=[贸销])")
# 两项数据, 主要指标: what was told of before, taken together
_SUMMARY = re.compile("(?:[一二两三四五六七八九十各几]项)?(?:主要|核心)?(?:数据|指标|数字|数值)")
# 分别上升34%、41.3%和持平
_KEPT_LEVEL = re.compile("(?:[、，]|以?及|[和与])?(?:基本|大体|均)?(?:持平|不变|保持不变)")
# 工业、农业|稳步发展
_DOES = re.compile(
    "稳步|持续|不断|进一步|均|都|也|快速|明显|全面|逐步|较快|平稳|大幅|显著|同步|继续|逐年|得到|实现|保持|有所|再创|再次|双双"
)
_WHENCE = re.compile("来自|分布|位于|分属|隶属")
_LATIN = re.compile(r"[A-Za-z0-9.]+")
# 第一、二、三产业
_ORDINAL = re.compile("(第?)[一二三四五六七八九十]")
_LONGEST_MEASURE = 4
_SHORT = 3
_WHOLE = 6
_REACH = 40


def deal_out(string: str, phrase: Phrase, place: Place) -> tuple[Phrase, ...]:
    """Return the phrases of the figures that 分别 governs from the one at `place` on.

    `phrase` is what was read for that one; it comes back alone where nothing is dealt out.
    """
    run = _run(string, place.run) or _run_of_each(string, place) or _run_behind(string, place)
    kept = _KEPT_LEVEL.match(string, *run[-1].right) is not None if run else False
    if len(run) + kept < 2:
        return (phrase,)
    return tuple(_of_its_verb(string, dealt) for dealt in _dealt(string, phrase, place, run, kept=kept))


def _dealt(
    string: str, phrase: Phrase, place: Place, run: Sequence[Figure], *, kept: bool
) -> tuple[Phrase, ...]:
    """Return the phrases of a run; behind its last something else has `kept` its level."""
    own = [span for span in phrase.indicator if span[0] >= run[0].clause[0]]
    summed = bool(own) and _SUMMARY.fullmatch(string, *own[0]) is not None
    if summed:
        # 受理86件、办结72件，两项数据分别增长5%和6%
        own = []
    conjuncts = _conjuncts(string, _listing(string, own[0])) if own else []
    if len(conjuncts) > len(run):
        # 教育支出、社会保障和就业支出: two, parted by the mark
        conjuncts = _conjuncts(string, _listing(string, own[0]), _MARK)
    if len(conjuncts) == len(run):
        return tuple(
            _own(string, conjuncts, index, phrase, own[1:])._replace(figure=figure)
            for index, figure in enumerate(run)
        )
    averaged = len(own) == 1 and _AVERAGE.fullmatch(string, *own[0]) and len(phrase.indicator) > 1
    items = _conjuncts(string, phrase.indicator[0]) if averaged else []
    if len(items) == len(run):
        # 养老金、低保标准和工资再次提高，月人均分别提高221元、90元和300元
        parts: list[Spans] = [(item, own[0]) for item in items]
        return tuple(
            phrase._replace(figure=run[i], indicator=part, head=part) for i, part in enumerate(parts)
        )
    if (own or place.topic.own) and len(place.topic.each) == len(run):
        return tuple(
            phrase._replace(figure=figure, subject=name)
            for figure, name in zip(run, place.topic.each, strict=True)
        )
    if listed := _in_front(string, place, tuple(own), len(run)):
        return tuple(
            phrase._replace(figure=run[i], indicator=part, head=part) for i, part in enumerate(listed)
        )
    ratio = phrase.basis is not None and phrase.change is None
    if own and not ratio and (own[0][1] - own[0][0] >= _WHOLE or _paired().search(string, *own[0])):
        # 产销同比分别增长15.3%和9.7%
        return _of_one(string, phrase, tuple(own), run)
    if verb := _change_alone(string, phrase, own):
        # 小学招生5216人、初中4873人，分别减少312人和增加96人
        phrase, own = phrase._replace(change=verb), []
    start = 0 if summed else sentence_start(string, run[0].clause[0])
    before = [one for one in place.before[-_REACH:] if one.figure.clause[0] >= start]
    heads = _heads(before, len(run) + kept)[: len(run)]
    return _borrowed(string, phrase, run, tuple(own), heads)


def _listing(string: str, span: Span) -> Span:
    """Return the words of an indicator without what each of its list is said to do: 收入和支出|分别完成."""
    each = _SAID_EACH.search(string, *span)
    return (span[0], each.start()) if each else span


def _borrowed(
    string: str, phrase: Phrase, run: Sequence[Figure], own: Spans, heads: Sequence[Spans]
) -> tuple[Phrase, ...]:
    """Return the phrases of figures of what was told of before, whose `heads` are."""
    if len(heads) < len(run):
        # 环比分别增长9.4%和10.3% behind 产销分别完成…: both grow
        both = phrase.change is not None
        if len(heads) == 1 and own and _WHENCE.match(string, *own[0]):
            # 设理事25人，分别来自11家银行和8家企业: the one thing told of is dealt out
            part = (*heads[0], *own)
            return (phrase._replace(indicator=part, head=part),)
        return tuple(phrase._replace(figure=figure) for figure in run) if both else (phrase,)
    parts = [(*head, *own) for head in heads]
    return tuple(
        phrase._replace(figure=figure, indicator=part, head=part)
        for figure, part in zip(run, parts, strict=True)
    )


@layered
def _paired() -> re.Pattern[str]:
    """Return the pattern of two things in one word that share what stands behind: 产销量, 存贷款余额."""
    return re.compile(either("pair") + _NO_PAIR)


def _in_front(string: str, place: Place, own: Spans, wanted: int) -> list[Spans]:
    """Return the words of each of several things that the clause before lists: 废水、垃圾处理能力提高，处理率分别达到…."""
    if place.last is None:
        return []
    start, end = place.last.span
    name = Names(string).at(start, end)
    start = name.end if name and name.kind == "land" else start
    does = _DOES.search(string, start, end)
    marks = [mark.end() for mark in _AND.finditer(string, start, end)]
    verb = first_verb(string, (marks[-1] if marks else start) + 2, end)
    stop = min(does.start() if does else end, verb[0] if verb else end)
    conjuncts = _conjuncts(string, (start, stop))
    if len(conjuncts) != wanted or any(at + 1 >= to for at, to in conjuncts):
        return []
    if own and string[slice(*own[0])] not in words("level"):
        return [(item, *own) for item in conjuncts]
    shared = [_shared_end(string, item, conjuncts[-1]) for item in conjuncts[:-1]]
    return [
        *((item, end) if end else (item,) for item, end in zip(conjuncts, shared, strict=False)),
        (conjuncts[-1],),
    ]


@layered
def _verb_of_change() -> re.Pattern[str]:
    return re.compile(f"(?:(?P<rise>{either('rise')})|(?P<fall>{either('fall')}))了?(?:约|近|逾|超)?")


def _change_alone(string: str, phrase: Phrase, own: Sequence[Span]) -> Change | None:
    """Return the change that words for a count are, where they are nothing but its verb: 分别|减少312人."""
    told = _verb_of_change().fullmatch(string, *own[0]) if len(own) == 1 and not phrase.change else None
    if told is None:
        return None
    return "increase" if told["rise"] else "decrease"


def _of_its_verb(string: str, phrase: Phrase) -> Phrase:
    """Return a change by its own verb: 分别增长5%和下降2%."""
    told = _verb_of_change().fullmatch(string, *phrase.figure.left) if phrase.change else None
    if told is None or phrase.figure.link != "list":
        return phrase
    return phrase._replace(change="increase" if told["rise"] else "decrease")


def _of_one(string: str, phrase: Phrase, own: Spans, run: Sequence[Figure]) -> tuple[Phrase, ...]:
    """Return the phrases of figures of one thing said in one word: 产销量 has two, 城乡居民收入 stays whole."""
    start, end = _listing(string, own[0])
    pair = _paired().search(string, start, end) or _SIDES.search(string, start, end)
    parts: list[Spans] = [((start, end), *own[1:])] * len(run)
    if pair and len(run) == len(pair.group()):
        at, rest = pair.span()
        parts = [
            ((start, at + 1), *(((rest, end),) if rest < end else ())),
            (*(((start, at),) if at > start else ()), (at + 1, end)),
        ]
    return tuple(
        phrase._replace(figure=figure, indicator=part, head=part)
        for figure, part in zip(run, parts, strict=True)
    )


def _run_of_each(string: str, place: Place) -> list[Figure]:
    """Return the figures of each of several subjects, without 分别: 马泉乡、石窑乡只有19.5%、16.2%."""
    each, figures = place.topic.each, place.run[: len(place.topic.each)]
    if len(each) < 2 or len(figures) < len(each) or len(place.run) > len(each):
        return []
    alike = {figure.unit for figure in figures} == {figures[0].unit}
    listed = all(figure.link == "list" and not string[slice(*figure.left)] for figure in figures[1:])
    first = figures[0].clause[0] <= place.topic.begin <= figures[0].span[0]
    return list(figures) if alike and listed and first and figures[0].link != "list" else []


def _run_behind(string: str, place: Place) -> list[Figure]:
    """Return changes of as many things as 分别 dealt out just before: 收入、支出分别完成2亿元、3亿元，增长28%和31%."""
    if len(place.run) < 2 or place.run[1].link != "list" or not place.before:
        return []
    run = _listed(string, place.run)
    dealt = place.before[-len(run) :]
    clause, start = dealt[0].figure.clause, run[0].clause[0]
    if not clause[1] < start <= clause[1] + 1 or {phrase.figure.clause for phrase in dealt} != {clause}:
        return []
    if any(phrase.change or phrase.unit == run[0].unit for phrase in dealt):
        return []
    alone = dealt[0].figure.link != "list" and _EACH.search(string, *dealt[0].figure.left)
    return run if alone and _verb_of_change().search(string, *run[0].left) else []


def _run(string: str, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures that one 分别 governs from the first of `figures` on."""
    return _listed(string, figures) if _EACH.search(string, *figures[0].left) else []


def _listed(string: str, figures: Sequence[Figure]) -> list[Figure]:
    """Return the first of `figures` and those listed behind it without words of their own."""
    run = [figures[0]]
    for figure in figures[1:]:
        if figure.link != "list":
            break
        if string[slice(*figure.left)].strip("约近逾超") and not _verb_of_change().fullmatch(
            string, *figure.left
        ):
            break
        run.append(figure)
    return run


def _conjuncts(string: str, span: Span, joint: re.Pattern[str] = _AND) -> list[Span]:
    start, end = span
    parts: list[Span] = []
    for match in joint.finditer(string, start, end):
        if match.start() > start:
            parts.append((start, match.start()))
        start = match.end()
    return [*parts, (start, end)] if end > start else parts


def _heads(before: Sequence[Phrase], wanted: int) -> list[Spans]:
    """Return the heads of the last phrases, one for each thing they are about."""
    heads: list[Spans] = []
    last = before[-wanted:]
    if len(last) == wanted and len({phrase.head for phrase in last}) == 1 and last[0].head:
        # 收入分别完成3.7万元、2.8万元，分别增长6.5%、9.4%: two of one name
        clauses = {phrase.figure.clause for phrase in last}
        if len(clauses) == 1 and not any(phrase.change for phrase in last):
            return [last[0].head] * wanted
    for phrase in reversed(before):
        share = phrase.change is None and phrase.basis is not None
        if not share and phrase.head and phrase.head not in heads:
            heads.insert(0, phrase.head)
        if len(heads) == wanted:
            break
    return heads


def _own(string: str, conjuncts: Sequence[Span], place: int, phrase: Phrase, rest: Sequence[Span]) -> Phrase:
    last = conjuncts[-1]
    name = Names(string).at(*last)
    if name and name.kind == "land" and name.end < last[1] and Names(string).at(*conjuncts[0]):
        subject = conjuncts[place] if place + 1 < len(conjuncts) else (last[0], name.end)
        head: Spans = ((name.end, last[1]), *rest)
        return phrase._replace(indicator=head, head=head, subject=subject)
    if ordinals := _ordinals(string, conjuncts):
        head = (*ordinals[place], *rest)
        return phrase._replace(indicator=head, head=head)
    item = conjuncts[place]
    shared = _shared_end(string, item, last) if place + 1 < len(conjuncts) else None
    head = (item, shared, *rest) if shared else (item, *rest)
    return phrase._replace(indicator=head, head=head)


def _ordinals(string: str, conjuncts: Sequence[Span]) -> list[Spans]:
    """Return the words of each of 第一、二、三产业增加值: the mark of order and what is behind the last are of all."""
    numbers = [_ORDINAL.match(string, *item) for item in conjuncts]
    first, last = numbers[0], numbers[-1]
    if first is None or last is None or not first[1] or last.end() == conjuncts[-1][1]:
        return []
    spans = [number.span() for number in numbers if number]
    if [end for _, end in spans[:-1]] != [end for _, end in conjuncts[:-1]]:
        return []
    shared = last.end(), conjuncts[-1][1]
    return [(*(() if string[span[0]] == "第" else (first.span(1),)), span, shared) for span in spans]


def _shared_end(string: str, item: Span, last: Span) -> Span | None:
    """Return the end of the last conjunct that an earlier one leaves out: 人均收入 of 城镇、农村居民人均收入."""
    text, full = string[slice(*item)], string[slice(*last)]
    if _measure(text):
        return None
    if (etc := full.find("等")) > 0:
        # 有色、电气机械等行业利润
        return last[0] + etc, last[1]
    for length in (3, 2, 1):
        at = full.rfind(text[-length:]) if len(text) >= length else -1
        if at >= 0 and at + length < len(full):
            return last[0] + at + length, last[1]
    latin = _LATIN.match(full)
    if latin and _LATIN.fullmatch(text):
        return last[0] + latin.end(), last[1]
    measure = _measure(full)
    if measure and len(full) - len(measure) <= len(text) + 1:
        # 原煤、原油、天然气产量
        return last[1] - len(measure), last[1]
    if len(text) <= _SHORT < len(full) and len(full) - len(text) > 1:
        # 城镇、农村人口; but 养老金和低保标准 share no 准
        return last[0] + len(text), last[1]
    return (last[1] - len(measure), last[1]) if measure else None


def _measure(text: str) -> str:
    """Return the measure that words end in (产量, 收入), or ""."""
    for length in range(_LONGEST_MEASURE, 1, -1):
        if text[-length:] in words("measure") and len(text) > length:
            return text[-length:]
    return ""
