"""A figure that the next is measured by: 占年计划1.26亿元的100.8%, 较去年的61377人减少3163人.

The first is the plan's own or that of another time; both are of what was told of before.
"""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Figure
from newsie.frames.statistic.figures.source import Source
from newsie.frames.statistic.figures.words import either
from newsie.frames.statistic.indicators.phrase import Change, Phrase, Place, Spans
from newsie.lexicon import layered
from newsie.text import Span

_SHARES = frozenset("%％成倍")
_OF = re.compile(
    "(?:已|约|仅|只)?(?P<verb>占|为|是|完成|达到?|实现|相当于)了?(?P<whole>[^，。；\n0-9]{0,8}?"
    "(?:(?:目标|计划|预算|任务|下达|应)[^，。；\n0-9的]{0,6}|总[^，。；\n0-9的]{1,6}))$"
)
_THAN = re.compile("(?<![占对之同环相可])[比较](?P<then>[^，。；\n]{1,12}?)的(?:约|近|不足|超过)?$")
_LONGEST = 24


def read_planned(source: Source, figure: Figure, left: Span, place: Place) -> Phrase | None:
    """Return the phrase of a figure that the next is measured by, or of that next one."""
    string = source.string
    if len(place.run) > 1:
        after = place.run[1]
        if _is_share(string, figure, after):
            return _plan(source, figure, left, place)
        if _changes(string, figure, after):
            return _then(source, figure, left, place)
    before = place.previous
    if before is None or not before.head:
        return None
    low, at = max(before.figure.left[0], before.figure.span[0] - _LONGEST), before.figure.span[0]
    if _is_share(string, before.figure, figure):
        plan = _OF.search(string, low, at)
        if plan is None:
            return None
        whole = plan.span("whole")
        return Phrase(figure, (*before.head, (plan.start("verb"), whole[1])), before.head, basis=whole)
    change = _changes(string, before.figure, figure)
    than = _THAN.search(string, low, at) if change else None
    if change is None or than is None or than.start("then") not in source.dates:
        return None
    way: Change = "increase" if change["rise"] else "decrease"
    return before._replace(
        figure=figure, indicator=before.head, change=way, basis=(than.start(), than.end("then"))
    )


def _plan(source: Source, figure: Figure, left: Span, place: Place) -> Phrase | None:
    string = source.string
    plan = _OF.search(string, max(figure.left[0], left[1] - _LONGEST), left[1])
    if plan is None:
        return None
    # 财政收入完成8亿元 is told of as 财政收入
    told = max(left[0], plan.start() - 2 * string.endswith("完成", left[0], plan.start()))
    head: Spans = ((left[0], told),) if told > left[0] else place.inherited
    return Phrase(figure, (*head, plan.span("whole")), head) if head else None


def _then(source: Source, figure: Figure, left: Span, place: Place) -> Phrase | None:
    than = _THAN.search(source.string, max(figure.left[0], left[1] - _LONGEST), left[1])
    date = source.dates.get(than.start("then")) if than else None
    if than is None or date is None or date.end != than.end("then"):
        return None
    head: Spans = ((left[0], than.start()),) if than.start() > left[0] else place.inherited
    return Phrase(figure, head, head) if head else None


def _is_share(string: str, figure: Figure, share: Figure) -> bool:
    """Tell whether a share is of the figure before it: 1.26亿元的100.8%."""
    return share.unit in _SHARES and string[figure.span[1] : share.span[0]] == "的"


def _changes(string: str, figure: Figure, change: Figure) -> re.Match[str] | None:
    """Return the verb by which one figure is so much more or less than another: 61377人减少3163人."""
    if change.span[0] - figure.span[1] > _LONGEST:
        return None
    return _moved().fullmatch(string, figure.span[1], change.span[0])


@layered
def _moved() -> re.Pattern[str]:
    return re.compile(
        f"(?:大幅|净|又|已)?(?:(?P<rise>{either('rise')})|(?P<fall>{either('fall')}))(?:了|约|近|超过?){{0,2}}"
    )
