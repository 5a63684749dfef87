"""Quantities: which figures of a text are amounts, in what unit, and how exact they are.

In: a folded text and the places that are taken by dates and titles. Out: amounts.

>>> find_amounts("占地750亩、总投资约70亿元")[1].quantity
Quantity(value=Decimal('7000000000'), unit='元', qualifier='about', value_max=None)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from newsie.literals import hedges
from newsie.literals.figures import Figure, find_figures
from newsie.literals.measures import Measure, divided_at, half_more_at, measure_at, open_measure_at, points_at
from newsie.literals.names import is_fixed, quoted_names
from newsie.literals.numerals import DIGITS, parse_number, plain
from newsie.reading import Amount
from newsie.spans import Spans
from newsie.text import Span
from newsie.values import Qualifier, Quantity

_JOIN = re.compile(r" ?(?:至|到|—{1,2}|-{1,2}|–|~|─{1,2}) ?")
_AND = re.compile(r"、|和|与|及|以及|或")
_SPACE = re.compile(r" ?")
# an ordinal, a document or a time: 第14次, 〔2022〕14号, 9时30分, 7×24小时
_NO_FIGURE_AFTER = re.compile(
    r"第 ?$|第[0-9一二三四五六七八九十百]{1,4}(?:、|和|与|至|到|—|-)$|届$"
    r"|[A-Za-z0-9][-/]$|(?<=[0-9])[时点:：]$|[×·〔\[]$|[农阴]历$"
)
_HALF = re.compile(r"半(?![年月天数以个径])")
_TENTHS = re.compile(rf"[{''.join(DIGITS)}](?![{''.join(DIGITS)}十百千万亿])")
_CHANGE = re.compile(
    r"(?:(?P<jiao>[0-9]|[一二两三四五六七八九])角)?(?:(?P<fen>[0-9]|[一二两三四五六七八九])分)?"
)
_CURRENCY = re.compile(r"人民币")
# 10亿元以上项目, 500万元以上的工业企业: a class of projects, not a sum
_CLASS = re.compile(r"(?:及?以上)(?:的)?[^，。、；！？0-9\n]{0,8}?(?:项目|企业)")
_ELAPSED = re.compile(r"来(?![到自])|(?:之|以)?后(?!备|台|勤)|(?:之|以)?前(?!往|来|台|期|后)|以来|的时间")
_LASTING = re.compile(r"(?:为期|时隔|历时|连续|每|期限|相隔|近期|满)$")
_BOUNDED = re.compile(r"(?:间隔|缩短|缩减|延长|压缩|减少|缩短至|压缩至|缩短到|压缩到)(?:了|为)?$")
_SLOGAN = re.compile(r"一(?![些样定般直起])|半月")
_RANK = re.compile(r"[前后]$")
_SHARE_OF = re.compile(r"约[占为][^，。；、0-9\n]{1,12}的$")
_MINUS = re.compile(r"(?<![0-9A-Za-z\u4e00-\u9fff%])[-负]$|零下$")
_DAYS_OF_CLOCK = 24
_MYRIAD = 10**4
_LONGEST_LIST = 20


@dataclass(frozen=True, slots=True)
class _Draft:
    """A figure with its measure, hedges not yet weighed."""

    figure: Figure
    measure: Measure
    start: int
    end: int
    low: Decimal
    high: Decimal | None
    qualifier: Qualifier


def find_amounts(folded: str, taken: Sequence[Span] = ()) -> tuple[Amount, ...]:
    """Return the amounts of `folded` outside the places `taken`, sorted, none overlapping another."""
    closed = Spans((*taken, *quoted_names(folded)))
    figures = [figure for figure in find_figures(folded) if not closed.touch(figure.start, figure.end)]
    found: list[Amount] = []
    waiting: list[Figure] = []
    index = 0
    while index < len(figures):
        figure = figures[index]
        if found and figure.start < found[-1].end:
            index += 1
            continue
        following = figures[index + 1] if index + 1 < len(figures) else None
        draft, used = _draft(folded, figure, following)
        index += used
        if draft is not None:
            found += _shared(waiting, draft)
            found.append(_amount(draft))
        waiting = _still_waiting(folded, waiting, figure, following, draft)
    return tuple(found)


def _draft(folded: str, figure: Figure, following: Figure | None) -> tuple[_Draft | None, int]:
    """Return the amount that begins with `figure`, if it is one, and how many figures it takes."""
    if _follows_name(folded, figure.start) or is_fixed(folded, figure.start):
        return None, 1
    if following is not None:
        joined = _range(folded, figure, following)
        if joined is not None:
            return joined, 2
    measure = _measure(folded, figure)
    if measure is None:
        return None, 1
    return _weighed(folded, figure, measure), 1


def _follows_name(folded: str, start: int) -> bool:
    """Tell whether what stands before makes the figure an ordinal, a document's number or a time."""
    return _NO_FIGURE_AFTER.search(folded, max(0, start - 7), start) is not None


def _measure(folded: str, figure: Figure) -> Measure | None:
    """Return the measure of a figure, when the figure can be counted in it."""
    if figure.unit is not None:
        return Measure(figure.unit, "share", figure.end)
    place = _after_space(folded, figure.end)
    measure = divided_at(folded, place) or half_more_at(folded, place) or measure_at(folded, place)
    if measure is None and figure.arabic:
        measure = points_at(folded, figure.start, figure.end) or open_measure_at(folded, place)
    if measure is None:
        return _none_needed(folded, figure)
    return measure if _countable(folded, figure, measure) else None


def _after_space(folded: str, place: int) -> int:
    space = _SPACE.match(folded, place)
    return space.end() if space else place


def _none_needed(folded: str, figure: Figure) -> Measure | None:
    """Return an empty measure for 1600万 before a mark: a number so large says itself that it counts."""
    large = figure.scale >= _MYRIAD and not figure.bare
    if large and (figure.end == len(folded) or folded[figure.end] in "，。；、！？）的 \n"):
        return Measure("", "count", figure.end)
    return None


def _countable(folded: str, figure: Figure, measure: Measure) -> bool:
    if folded[figure.start : figure.end] == "一":
        return measure.kind == "share" or (
            measure.kind == "measure" and _HALF.match(folded, measure.end) is not None
        )
    if figure.arabic or (measure.kind in ("share", "money", "measure") and measure.word != "元"):
        return not (measure.word == "个" and _SLOGAN.match(folded, measure.end))
    small = figure.end - figure.start == 1 and figure.scale == 1
    if not small:
        return True
    if measure.kind == "loose" or measure.word in ("天", "元"):
        return False
    return not (measure.kind == "count" and _SLOGAN.match(folded, measure.end))


def _weighed(folded: str, figure: Figure, measure: Measure) -> _Draft | None:
    """Return the amount with its hedges, unless it is a class, an age or a span of time."""
    said_before, start = hedges.before(folded, figure.start, bare=figure.bare)
    low, high, end = _extended(folded, figure, measure)
    if figure.bare and said_before is None and figure.qualifier == "exact":
        return None
    said_after, end = hedges.after(folded, end, inner=measure.kind in ("time", "measure", "span"))
    qualifier = _weigh(said_before, figure.qualifier, said_after)
    if qualifier == "exact":
        qualifier = _said_apart(folded, figure, measure)
    minus = _MINUS.search(folded, max(0, start - 2), start)
    if minus:
        start, low = minus.start(), -low
    draft = _Draft(figure, measure, start, end, low, high, qualifier)
    return None if _is_no_amount(folded, draft) else draft


def _said_apart(folded: str, figure: Figure, measure: Measure) -> Qualifier:
    """Return what is said inside the measure (3个多小时) or before the whole (约占全县的四成)."""
    if divided_at(folded, figure.end):
        return "over"
    whole = (
        _SHARE_OF.search(folded, max(0, figure.start - 16), figure.start) if measure.kind == "share" else None
    )
    return "about" if whole else "exact"


def _weigh(said_before: Qualifier | None, inside: Qualifier, said_after: Qualifier | None) -> Qualifier:
    if said_before is not None and said_before != "exact":
        return said_before
    return inside if inside != "exact" else said_after or "exact"


def _extended(folded: str, figure: Figure, measure: Measure) -> tuple[Decimal, Decimal | None, int]:
    """Return the worth with what follows the measure: 三成半, 六成五, 一吨半, 12元5角."""
    low, end = figure.low, measure.end
    if half_more_at(folded, figure.end):
        return low + Decimal("0.5"), None, end
    if measure.kind == "money" and measure.word in ("元", "块"):
        change = _CHANGE.match(folded, end)
        if change and change.end() > end:
            low += _digit(change["jiao"]) / 10 + _digit(change["fen"]) / 100
            end = change.end()
        currency = _CURRENCY.match(folded, end)
        return low, figure.high, currency.end() if currency else end
    if figure.scale == 1 and figure.high is None and measure.kind in ("share", "measure"):
        half = _HALF.match(folded, end)
        if half:
            return low + Decimal("0.5"), None, half.end()
        tenth = _TENTHS.match(folded, end) if measure.word == "成" else None
        if tenth:
            return low + _digit(tenth.group()) / 10, None, tenth.end()
    return low, figure.high, end


def _digit(written: str | None) -> Decimal:
    return parse_number(written) if written else Decimal(0)


def _is_no_amount(folded: str, draft: _Draft) -> bool:
    kind, word = draft.measure.kind, draft.measure.word
    if word in ("名", "位", "强") and _RANK.search(folded, max(0, draft.start - 1), draft.start):
        return True
    if kind == "money":
        return _CLASS.match(folded, draft.measure.end) is not None
    if kind not in ("time", "span"):
        return False
    lead = folded[max(0, draft.start - 6) : draft.start]
    bounded = draft.qualifier in ("at_least", "at_most")
    if kind == "span":
        return not (bounded or _BOUNDED.search(lead)) or _ELAPSED.match(folded, draft.end) is not None
    if word == "小时" and draft.low == _DAYS_OF_CLOCK and draft.qualifier == "exact":
        return True
    return not bounded and bool(_ELAPSED.match(folded, draft.end) or _LASTING.search(lead))


def _range(folded: str, figure: Figure, following: Figure) -> _Draft | None:
    """Return 4到6个小时, 22万至25万亩, 32元至36元, 10—15%."""
    own = measure_at(folded, figure.end)
    join = _JOIN.match(folded, own.end if own else figure.end)
    if (
        not join
        or join.end() != following.start
        or following.unit is not None
        or figure.high
        or following.high
    ):
        return None
    measure = measure_at(folded, _after_space(folded, following.end))
    if measure is None or (own and own.word != measure.word) or figure.low < 0:
        return None
    if own and folded[max(0, figure.start - 1) : figure.start] in ("从", "由"):
        return None  # a change from one level to another
    low = figure.low
    # 4到6万 shares the multiplier, 500至1.2万元 does not
    if own is None and figure.scale < _MYRIAD <= following.scale and low < following.low / following.scale:
        low *= following.scale
    if low >= following.low:
        return None
    joined = replace(following, start=figure.start, low=low, high=following.low, arabic=figure.arabic)
    return _weighed(folded, joined, measure)


def _shared(waiting: Sequence[Figure], draft: _Draft) -> list[Amount]:
    """Return the amounts of figures whose unit stands at the end of their list (0.9、1.1和0.5个百分点)."""
    measure = draft.measure
    drafts = (
        _Draft(figure, measure, figure.start, figure.end, figure.low, figure.high, figure.qualifier)
        for figure in waiting
    )
    return [_amount(entry) for entry in drafts]


def _still_waiting(
    folded: str, waiting: list[Figure], figure: Figure, following: Figure | None, draft: _Draft | None
) -> list[Figure]:
    """Return the figures that wait for the unit at the end of their list."""
    if draft is not None or following is None or not figure.arabic or is_fixed(folded, figure.start):
        return []
    between = _AND.fullmatch(folded, figure.end, following.start)
    shares = between and following.arabic and not _follows_name(folded, figure.start)
    return [*waiting[-_LONGEST_LIST:], figure] if shares else []


def _amount(draft: _Draft) -> Amount:
    high = None if draft.high is None else plain(draft.high)
    return Amount(
        draft.start, draft.end, Quantity(plain(draft.low), draft.measure.word, draft.qualifier, high)
    )
