"""A sum that a share is of, and the share: 占年计划1.26亿元的100.8%, 完成年度任务3.9万人的112.3%.

The first figure is the plan's own; both are of what was told of before.
"""

from __future__ import annotations

import re

from newsie.frames.statistic.layout import Figure
from newsie.frames.statistic.phrase import Phrase, Place
from newsie.frames.statistic.source import Source
from newsie.text import Span

_SHARES = frozenset("%％成倍")
_OF = re.compile(
    "(?:已|约|仅|只)?(?P<verb>占|为|是|完成|达到?|实现|相当于)了?(?P<whole>[^，。；\n0-9]{0,8}?"
    "(?:(?:目标|计划|预算|任务|下达|应)[^，。；\n0-9的]{0,6}|总[^，。；\n0-9的]{1,6}))$"
)
_LONGEST = 24


def read_planned(source: Source, figure: Figure, left: Span, place: Place) -> Phrase | None:
    """Return the phrase of a plan that the next figure is a share of, or of that share."""
    string = source.string
    run = place.run
    if len(run) > 1 and _joined(string, figure, run[1]):
        plan = _OF.search(string, max(figure.left[0], left[1] - _LONGEST), left[1])
        if plan is None:
            return None
        # 财政收入完成8亿元 is told of as 财政收入
        told = max(left[0], plan.start() - 2 * string.endswith("完成", left[0], plan.start()))
        head = ((left[0], told),) if told > left[0] else place.inherited
        if not head:
            return None
        return Phrase(figure, (*head, plan.span("whole")), head)
    before = place.previous
    if before is None or not before.head or not _joined(string, before.figure, figure):
        return None
    at = before.figure.span[0]
    plan = _OF.search(string, max(before.figure.left[0], at - _LONGEST), at)
    if plan is None:
        return None
    whole = plan.span("whole")
    return Phrase(figure, (*before.head, (plan.start("verb"), whole[1])), before.head, basis=whole)


def _joined(string: str, figure: Figure, share: Figure) -> bool:
    """Tell whether a share is of the figure before it: 1.26亿元的100.8%."""
    return share.unit in _SHARES and string[figure.span[1] : share.span[0]] == "的"
