"""The top of a page: whether its first lines are a headline, or a text begins there without one.

A headline stands apart, ends short of its column or runs across it. 3月5日，某某主持召开全县春耕生产工作 /
会议，安排部署下一阶段重点工作。 does nothing of that: a mail, a broadcast or a copied text has no headline.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsie import patterns as re
from newsie.divide.bylines import has_surname
from newsie.divide.columns import FRAME, is_long
from newsie.divide.drafts import closes
from newsie.divide.joins import joins
from newsie.divide.lines import Marked, could_be_head

_HEADLINES = 3
_LINES = 12
_LOST_INDENT = 7
"""A paragraph whose indent is lost begins with a line four half-width characters short of its column."""
_ACROSS = 2
_PARAGRAPH = 8
"""So far at most a paragraph is indented."""
_STANDS, _STANDS_APART = -0.5, -3.0
"""By so much a line below must rather begin a sentence than go on with one."""
_OPEN = re.compile("[，、；：]$")
_CLAUSES = re.compile("[，；]")
_HALVES = re.compile(r"[^\s]{4}\s[^\s]{4}")

# 青河县人民政府县长 李某 / 各位代表：
_SPEAKER = re.compile(
    r"[^，。：“”\s]{0,24}(?:长|主任|书记|主席|代表)\s{1,6}([\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]\s{1,4}[\u4e00-\u9fff])"
)
_ADDRESS = re.compile(r"(?:尊敬的)?(?:各位|同志们|同学们|朋友们|女士们|全[省市县区]人民)[^。；]{0,30}[：！]")


def is_speaker(string: str) -> bool:
    """Tell whether a line under the title of a report or a speech is who gave it.

    >>> is_speaker("青河县人民政府县长 李某"), is_speaker("县委书记李某督导春耕")
    (True, False)
    """
    match = _SPEAKER.fullmatch(string)
    return match is not None and has_surname(re.sub(r"\s", "", match[1]), rare=True)


def over_address(string: str, below: str) -> bool:
    """Tell whether a line is who speaks, over whom the speech addresses.

    >>> over_address("县委书记 李某", "同志们：")
    True
    """
    return _ADDRESS.fullmatch(below) is not None and is_speaker(string)


def heads_at_top(marked: Sequence[Marked]) -> int:
    """Return how many lines at the top are a headline over wrapped or unwrapped text, 0 if a text begins there."""
    if "。" in marked[0].string or closes(marked[0].string):
        return 0
    for count in range(1, min(_HEADLINES, len(marked) - 1) + 1):
        last = marked[count - 1]
        goes_on = last.role == "text" and not last.line.gap and could_be_head(last.line)
        if count > 1 and not (goes_on and not _CLAUSES.search(marked[count - 2].string)):
            return 0
        if ends_head(marked, count - 1):
            return count
    return 0


def begins_paragraph(marked: Sequence[Marked]) -> bool:
    """Tell whether the first line is indented as a paragraph's is and fills its column, the one below is not."""
    line, after = marked[0].line, marked[1:2]
    if not 0 < line.indent <= _PARAGRAPH or not after or after[0].role != "text":
        return False
    full = line.indent + line.width > _column(marked, 0) - _ACROSS - 1
    return full and not (after[0].line.indent or after[0].line.gap)


def _column(marked: Sequence[Marked], at: int) -> int:
    """Return how wide the column below a line is, 0 if no line of it tells: one that ends a paragraph is short."""
    below = marked[at + 1 : at + 1 + _LINES]
    widths = sorted(item.line.width for item in below if item.role == "text" and not closes(item.string))
    return widths[len(widths) * 3 // 4] if widths else 0


def ends_head(marked: Sequence[Marked], at: int) -> bool:
    """Tell whether a line is the last one of a headline over the line below it."""
    line, after, column = marked[at].line, marked[at + 1], _column(marked, at)
    string = line.text.folded
    if after.role not in FRAME | {"text"}:
        return True
    if _OPEN.search(string):
        return False
    if after.line.gap or after.role in FRAME or (is_long(after.line) and not is_long(line)):
        return True
    if column and line.width > column + _ACROSS:
        return True
    if _CLAUSES.search(string):
        return False
    if column and line.width < column - _LOST_INDENT:
        return True
    if after.line.indent and not line.indent:
        return True
    stands = joins().begins(after.string) - joins().goes_on(string, after.string)
    # 某某大会召开 某某出席并讲话: a text that is wrapped has no space in its first line
    return stands > (_STANDS_APART if _HALVES.search(string) else _STANDS)
