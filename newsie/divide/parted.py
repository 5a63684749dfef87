"""Headlines over or under stories without a dateline, which neither width nor blank lines set apart (无电头稿件的标题).

……分项指数中最大。 / (blank) / 全县秋粮收购全面展开 / 连日来，在某镇粮站，……: a line as wide as its column is told from the first
line of a paragraph by all signs together: how well the text goes on behind it, whose words it has, how it is set.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsie import patterns as re
from newsie.clean import Line
from newsie.divide.anew import evidence
from newsie.divide.columns import column_width, is_long
from newsie.divide.drafts import Draft
from newsie.divide.joins import joins
from newsie.divide.lines import Marked, could_be_head
from newsie.divide.state import Assembly

_LINES = 3
_SHORTEST = 8
_UNFILLED, _TOLD = 0.1, 0.35
_LEAST, _MOST = -3.0, 4.0
_RUNNING = re.compile("[，。；：]$|[，。；]")
# ……设计日处理污水 / 3万吨，; 县医院急诊科医生 / 梁某某提醒，: no text begins so
_GOES_ON = re.compile(
    "[0-9]{1,12}[^0-9年月日]|[\u4e00-\u9fff]{0,4}(?:说|表示|介绍|指出|强调|要求|提醒|分析|认为|坦言|解释|告诉[^，：]{1,4})[，：]"
)


class _Signs(NamedTuple):
    """What tells a headline from a paragraph's first line.

    Attributes:
        repeated: how much of it the text under it says again (see `anew.Evidence`).
        known: how much of it the story above has said.
        dated: the text under it begins with a day.
        rare: how many rare words that text shares with the story above.
        shared: how much of that text the story above has said.
        length: how long that story is.
        alike: a line further on is as long.
        fit: how well the text under it goes on with it.
        begins: how well that text begins a sentence.
        gap: a blank line stands over it.
        under: a blank line stands under it.
        apart: by how much of the column's width its last line is wider or narrower.
        unfilled: it stops short of the column.
        tiny: it has only a few characters.
    """

    repeated: float
    known: float
    dated: float
    rare: float
    shared: float
    length: float
    alike: float
    fit: float
    begins: float
    gap: float
    under: float
    apart: float
    unfilled: float
    tiny: float


# a logistic regression, rounded, on pages laid of news and on what tests/*_pages have of lines that are no headline
_WEIGHTS = _Signs(
    repeated=0.7,
    known=2.3,
    dated=0.4,
    rare=-1.9,
    shared=-2.1,
    length=1.7,
    alike=-0.4,
    fit=-0.85,
    begins=0.6,
    gap=2.1,
    under=0.9,
    apart=4.1,
    unfilled=-0.5,
    tiny=-1.0,
)
_WANTED = 5.5


def headline_told(state: Assembly, index: int) -> int:
    """Return how many lines from one on are a headline over other text, under the end of a story or more lines of it; 0 if none are."""
    story = state.last or Draft()
    if state.draft is not None and not story.complete:
        return 0
    over = [] if state.marked[index].line.gap else _last_block(state.pending)
    best, found = _WANTED, 0
    for count in range(1, min(_LINES, len(state.marked) - index - 1) + 1):
        item, under = state.marked[index + count - 1 : index + count + 1]
        if not _may_head(item, first=count == 1) or under.role != "text":
            break
        if _GOES_ON.match(under.string):
            continue
        lines = [*over, *(one.line for one in state.marked[index : index + count])]
        signs = _signs(state, story, lines, index + count)
        weighed = sum(map(float.__mul__, _WEIGHTS, signs))
        # ……重点项目还有：某县 / 年产6万吨再生铝项目: as wide as its column, and of whose words nothing tells
        strange = signs.apart < _UNFILLED and max(signs.repeated, signs.known) < _TOLD
        # ……宽裕多了。 / 像敖特某某 / (blank) / 那达慕开幕: a paragraph that is cut off
        cut = signs.tiny and signs.under and not signs.gap
        if weighed > best and not (strange or cut):
            best, found = weighed, count
    return found


def _last_block(pending: Sequence[Line]) -> list[Line]:
    """Return the lines waiting that stand together, last."""
    begun = next((at for at in range(len(pending) - 1, -1, -1) if pending[at].gap), 0)
    return list(pending[begun:])


def _may_head(item: Marked, *, first: bool) -> bool:
    line = item.line
    plain = item.role == "text" and could_be_head(line) and not is_long(line)
    return plain and _RUNNING.search(item.string) is None and (first or not line.gap)


def _signs(state: Assembly, story: Draft, lines: Sequence[Line], index: int) -> _Signs:
    under = state.marked[index]
    found = evidence(story, lines, state.marked, index)
    width = column_width(state.marked, index - 1)
    short = (width - lines[-1].width) / max(1, width)
    return _Signs(
        repeated=found.repeated,
        known=found.known,
        dated=found.dated,
        rare=found.rare,
        shared=found.shared,
        length=found.length if state.draft else 1.0,
        alike=found.alike,
        fit=_bounded(joins().goes_on(lines[-1].text.folded, under.string)),
        begins=_bounded(joins().begins(under.string)),
        gap=float(lines[0].gap > 0),
        under=float(under.line.gap > 0),
        apart=abs(short),
        unfilled=float(short > _UNFILLED),
        tiny=float(sum(len(line.text) for line in lines) < _SHORTEST),
    )


def _bounded(score: float) -> float:
    return max(_LEAST, min(_MOST, score))
