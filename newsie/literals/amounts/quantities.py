"""Quantities: which figures of a text are amounts, in what unit, and how exact they are.

In: a folded text and the places that are taken by dates and titles. Out: amounts.

>>> find_amounts("占地750亩、总投资约70亿元")[1].quantity
Quantity(value=Decimal('7000000000'), unit='元', qualifier='about', value_max=None)
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from newsie import patterns as re
from newsie.literals.amounts import hedges, money
from newsie.literals.amounts.additions import worth_of
from newsie.literals.amounts.countable import MYRIAD, follows_name, is_countable, is_no_amount, measure_of
from newsie.literals.amounts.figures import Figure, find_figures
from newsie.literals.amounts.measures import Measure, divided_at
from newsie.literals.amounts.names import closed_places, is_fixed
from newsie.literals.amounts.numerals import plain
from newsie.reading import Amount
from newsie.text import Span
from newsie.values import Qualifier, Quantity

_JOIN = re.compile(r" ?(?:至|到|—{1,2}|-{1,2}|–|~|─{1,2}) ?")
_JOINS_BEGIN = frozenset(" 至到—-–~─")
_AND = re.compile(r"、|和|与|及|以及|或")
# 由1200增加到3500家
_FROM = frozenset("从由")
_BECAME = re.compile(
    r"[^，。；、0-9\n]{0,2}(?:增加|增长|提高|提升|上升|下降|减少|降低|压缩|缩减|扩大|发展|调整|跃升|攀升|增|降|升|减|扩|跃)(?:了)?(?:到|至|为)"
)
_SHARE_OF = re.compile(r"约[占为][^，。；、0-9\n]{1,12}的$")
_SIGNS = frozenset("-负下")
_MINUS = re.compile(r"(?<![0-9A-Za-z\u4e00-\u9fff%])[-负]$|零下$")
_LONGEST_LIST = 20
# where a line begins, behind the end of the one before it
_NUMBERED = re.compile(r"(?<![^\n；。])[0-9]{1,2}\.(?P<count>[1-9][0-9]{0,6})(?![0-9.])")


class _Draft(NamedTuple):
    """An amount as it is read: its place, worth and unit, and how exact it is."""

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    unit: str
    qualifier: Qualifier


def find_amounts(folded: str, taken: Sequence[Span] = ()) -> tuple[Amount, ...]:
    """Return the amounts of `folded` outside the places `taken`, sorted, none overlapping another."""
    figures = list(find_figures(folded, closed_places(folded, taken)))
    found: list[Amount] = []
    waiting: list[Figure] = []
    index = done = 0
    while index < len(figures):
        figure = figures[index]
        index += 1
        following = figures[index] if index < len(figures) else None
        if figure.start < done:
            continue
        draft = _draft(folded, figure, following)
        if draft is not None:
            found += [_amount(_sharing(one, draft)) for one in waiting]
            if draft.start < done:  # a measure that no list knows took in the hedge of this amount
                draft = draft._replace(start=done)
            found.append(_amount(draft))
            done = draft.end
        waiting = _still_waiting(folded, waiting, figure, following, draft)
    return tuple(found)


def _draft(folded: str, figure: Figure, following: Figure | None) -> _Draft | None:
    """Return the amount that begins with `figure`, if it is one; a range takes in the figure after it."""
    if follows_name(folded, figure.start) or (figure.unit is None and is_fixed(folded, figure.start)):
        return None
    measure = measure_of(folded, figure)
    if (
        measure is not None
        and measure.kind == "count"
        and (numbered := _NUMBERED.match(folded, figure.start))
    ):
        figure = _unnumbered(figure, numbered)
    if measure is not None and measure.word == "块" and money.is_money_with_change(folded, measure):
        measure = measure._replace(kind="money")
    if following is not None:
        end = measure.end if measure else figure.end
        if folded[figure.end : figure.end + 1] in _JOINS_BEGIN or folded[end : end + 1] in _JOINS_BEGIN:
            joined = _range(folded, figure, following, measure)
            if joined is not None:
                return joined
    named = None
    if measure is None or measure.kind == "money" or not measure.word:
        named = money.named_before(folded, figure.start)
        if named is not None and (measure is None or not measure.word):
            measure = Measure(named[0], "money", figure.end)
    if measure is None or not is_countable(folded, figure, measure):
        return None
    return _weighed(folded, figure, measure, named)


def _unnumbered(figure: Figure, numbered: re.Match[str]) -> Figure:
    """Return a count without the number of the line it begins: 4.166家外资企业获批."""
    if figure.scale > 1 or numbered.end() != figure.end:
        return figure
    return figure._replace(start=numbered.start("count"), low=Decimal(numbered["count"]))


def _weighed(
    folded: str, figure: Figure, measure: Measure, named: tuple[str, int] | None = None
) -> _Draft | None:
    """Return the amount with its hedges, unless it is a class, an age or a span of time."""
    start = named[1] if named else figure.start
    said_before = said_after = None
    if folded[start - 1 : start] in hedges.ENDS:
        said_before, start = hedges.before(folded, start, bare=figure.bare)
    if figure.bare and said_before is None and figure.qualifier == "exact":
        return None
    low, high, unit, end = worth_of(folded, figure, measure)
    if named and unit in money.YUAN and named[0] != "人民币":
        unit = named[0]
    if folded[end : end + 1] in hedges.BEGINS:
        inner = measure.kind in ("time", "measure", "span")
        said_after, end = hedges.after(folded, end, inner=inner)
    qualifier = _weigh(said_before, figure.qualifier, said_after)
    if qualifier == "exact":
        qualifier = _said_apart(folded, figure, measure)
    minus = _minus_before(folded, start) if folded[start - 1 : start] in _SIGNS else None
    if minus:
        start, low = minus.start(), -abs(low)
    if is_no_amount(folded, (start, end), measure, qualifier):
        return None
    return _Draft(start, end, low, high, unit, qualifier)


def _minus_before(folded: str, start: int) -> re.Match[str] | None:
    if folded[start - 1 : start] not in _SIGNS:
        return None
    return _MINUS.search(folded, max(0, start - 2), start)


def _said_apart(folded: str, figure: Figure, measure: Measure) -> Qualifier:
    """Return what is said inside the measure (3个多小时) or before the whole (约占全县的四成)."""
    if measure.word[:1] == "个" and "多" in folded[figure.end : figure.end + 3]:
        return "over" if divided_at(folded, figure.end) else "exact"
    if measure.kind == "share" and folded[figure.start - 1 : figure.start] == "的":
        return "about" if _SHARE_OF.search(folded, max(0, figure.start - 16), figure.start) else "exact"
    return "exact"


def _weigh(said_before: Qualifier | None, inside: Qualifier, said_after: Qualifier | None) -> Qualifier:
    if said_before is not None and said_before != "exact":
        return said_before
    return inside if inside != "exact" else said_after or "exact"


def _range(folded: str, figure: Figure, following: Figure, own: Measure | None) -> _Draft | None:
    """Return 4到6个小时, 22万至25万亩, 32元至36元, 10—15%, 百分之五至百分之八."""
    if own is not None and (not own.word or (own.kind == "loose" and own.word == "点")):
        own = None
    join = _JOIN.match(folded, own.end if own else figure.end)
    if not join or join.end() != following.start or figure.high or following.high:
        return None
    measure = measure_of(folded, following)
    if figure.unit in ("%", "‰") and following.unit is None and following.low > figure.low:
        # 百分之五到八, unless the second figure counts something else
        measure = Measure(figure.unit, "share", following.end) if measure is None else None
    if measure is None or not measure.word or (own and own.word != measure.word):
        return None
    if own and folded[figure.start - 1 : figure.start] in ("从", "由"):
        return None  # a change from one level to another
    low = -figure.low if _minus_before(folded, figure.start) else figure.low
    # 4到6万 and 两到三千 share the multiplier, 500至1.2万元 does not
    if own is None and _shares_scale(figure, following) and low < following.low / following.scale:
        low = plain(low * following.scale)
    if low >= following.low:
        return None
    return _weighed(
        folded,
        following._replace(start=figure.start, low=low, high=following.low, arabic=figure.arabic),
        measure,
    )


def _shares_scale(figure: Figure, following: Figure) -> bool:
    return figure.scale < MYRIAD <= following.scale or figure.scale == 1 < following.scale


def _sharing(figure: Figure, draft: _Draft) -> _Draft:
    """Return the amount of a figure whose unit stands at the end of its list (0.9、1.1和0.5个百分点)."""
    return _Draft(figure.start, figure.end, figure.low, figure.high, draft.unit, figure.qualifier)


def _still_waiting(
    folded: str, waiting: list[Figure], figure: Figure, following: Figure | None, draft: _Draft | None
) -> list[Figure]:
    """Return the figures that wait for the unit at the end of their list."""
    if draft is not None or following is None or not figure.arabic:
        return []
    joined = _AND.fullmatch(folded, figure.end, following.start)
    if joined is None and folded[figure.start - 1 : figure.start] in _FROM:
        joined = _BECAME.fullmatch(folded, figure.end, following.start)
    if joined is None or not following.arabic:
        return []
    shares = not is_fixed(folded, figure.start) and not follows_name(folded, figure.start)
    return [*waiting[-_LONGEST_LIST:], figure] if shares else []


def _amount(draft: _Draft) -> Amount:
    return Amount(draft.start, draft.end, Quantity(draft.low, draft.unit, draft.qualifier, draft.high))
