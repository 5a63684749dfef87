"""Words that a picture sets into the middle of a sentence, between blank lines (插入的图片说明).

……推出15项具体举 / (blank) / 志愿者在社区清扫落叶。 / (blank) / 措，帮企业稳定经营: what stands over the block goes on behind it
rather than in it. Each sign is weighed, none decides alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsie import patterns as re
from newsie.divide.columns import FRAME, column_width
from newsie.divide.drafts import closes
from newsie.divide.joins import joins
from newsie.divide.lines import Marked

_LINES, _SHORTEST = 3, 4
_FULL = 0.9
_ROLES = frozenset({"text", "credit", "byline"})
_FARTHEST, _MOST = -4.0, 6.0
_TAKEN = ("摄", "摄影", "供图", "摄）", "供图）")
# 决定任命： / (blank) / 某某为某市公安局局长；
_LISTS = ("：", "；")
_PAIRS = (("“", "”"), ("（", "）"), ("《", "》"))
# 农技人员正在田间查看苗情; 志愿者为老人理发
_SCENE = re.compile("[\u4e00-\u9fff]{2,12}(?:正?在|为|向|给)[\u4e00-\u9fff]{3,20}。?")


class _Evidence(NamedTuple):
    """What tells whether lines break into a sentence.

    Attributes:
        over: how well the sentence goes on behind them.
        into: how well it goes on with them.
        ends: they end a sentence.
        onward: if they do not, how well what follows goes on with them.
        anew: if they do, how well what follows begins a sentence.
        fills: if they do not, their last line is as wide as the column, as wrapped lines are.
        credit: who took the picture is named under them.
        comma: one of them has a comma.
        scene: they tell who does what.
        several: there are more lines than one.
    """

    over: float
    into: float
    ends: float
    onward: float
    anew: float
    fills: float
    credit: float
    comma: float
    scene: float
    several: float


# a logistic regression, rounded, on pages laid of news with captions and blank lines set into their sentences
_WEIGHTS = _Evidence(
    over=0.6,
    into=-0.5,
    ends=-0.8,
    onward=-0.3,
    anew=-0.4,
    fills=-1.5,
    credit=2.2,
    comma=-2.2,
    scene=2.0,
    several=-1.5,
)
_BIAS = -1.0


def inserted(marked: Sequence[Marked], index: int, said: str) -> int:
    """Return how many lines from `index` on a picture has set into the sentence that `said` leaves open; 0 if they are of it."""
    if not marked[index].line.gap or marked[index].role != "text":
        return 0
    count = next(
        (at for at in range(1, _LINES + 1) if index + at < len(marked) and _parts(marked[index + at])), 0
    )
    block = marked[index : index + count]
    after = next(
        (item for item in marked[index + count : index + count + _LINES] if item.role not in FRAME), None
    )
    if not block or after is None or after.role != "text":
        return 0
    if any(item.role not in _ROLES or item.line.doubled for item in block):
        return 0
    told = "".join(item.string for item in block)
    if (
        len(told) < _SHORTEST
        or said.endswith(_LISTS)
        or any(told.count(one) < told.count(two) for one, two in _PAIRS)
    ):
        return 0
    found = _evidence(block, said, after.string, column_width(marked, index))
    return count if sum(map(float.__mul__, _WEIGHTS, found)) + _BIAS > 0 else 0


def _parts(item: Marked) -> bool:
    """Tell whether a line begins what stands apart from the lines above it."""
    return item.line.gap > 0 or item.role in FRAME


def _evidence(block: Sequence[Marked], said: str, after: str, column: int) -> _Evidence:
    last = block[-1]
    credit = last.role != "text" or last.string.rstrip().endswith(_TAKEN)
    ends = closes(last.string)
    told = "".join(item.string for item in block if item.role == "text")
    return _Evidence(
        over=_fit(said, after),
        into=_fit(said, block[0].string),
        ends=float(ends),
        onward=0.0 if ends or credit else _fit(last.string, after),
        anew=joins().begins(after) if ends or credit else 0.0,
        fills=float(not (ends or credit) and last.line.width > _FULL * column),
        credit=float(credit),
        comma=float("，" in told),
        scene=float(_SCENE.fullmatch(told) is not None),
        several=float(len(block) > 1),
    )


def _fit(end: str, begin: str) -> float:
    return max(_FARTHEST, min(_MOST, joins().goes_on(end, begin)))
