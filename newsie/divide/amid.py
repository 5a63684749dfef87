"""Stories whose headline and byline stand in the middle of their text, as the order of columns may leave them.

……某某表示。 / 州中级人民法院 / 5起案件集中宣判 / (blank) / 火塘没了，…… / 新房里的第一个春节 / 本报记者 某某 / “做梦都没想到，……”:
the first headline is of the story above, the second of the text on both sides of it.
"""

from __future__ import annotations

from newsie import patterns as re
from newsie.divide.drafts import Draft, Piece, closes
from newsie.divide.lines import could_be_head
from newsie.divide.state import Assembly
from newsie.divide.wording import POINT

_FARTHEST = 60
_FEWEST_HEADS = 2
# 62岁的郑某, 村民曲某: who is named for the first time
_INTRODUCED = re.compile(
    r"(?:岁的|村民|居民|职工|农户|农民|果农|菜农|牧民|书记|主任|党员|大学生|老人|老汉|经理|队长|社长|理事长|负责人)([\u4e00-\u9fff]{2})"
)


def told_behind(state: Assembly, index: int) -> bool:
    """Tell whether the lines waiting are the headline of the story above, and the text at `index` begins one whose own stands in it."""
    story = state.draft
    if story is None or not story.complete or not state.bare or len(state.pending) < _FEWEST_HEADS:
        return False
    if story is not state.drafts[-1] or not state.marked[index].line.gap:
        return False
    if any(POINT.match(line.text.folded) for line in state.pending):
        return False
    return _headed_amid(state, index)


def _headed_amid(state: Assembly, index: int) -> bool:
    """Tell whether text goes on to a headline with a byline under it, whose text goes on at once."""
    marked = state.marked
    for at in range(index + 1, min(index + _FARTHEST, len(marked) - 1)):
        if marked[at].role == "byline":
            over = marked[at - 1]
            headed = could_be_head(over.line) and closes(marked[at - 2].string) and "，" not in over.string
            return headed and marked[at + 1].role == "text" and not over.line.mark
        if marked[at].role != "text":
            return False
    return False


def in_order(draft: Draft) -> None:
    """Put the two parts of a story in the order in which they name people first."""
    if not draft.amid:
        return
    first, second = draft.pieces[: draft.amid], draft.pieces[draft.amid :]
    if _introduces(second, first) and not _introduces(first, second):
        draft.pieces = [*second, *first]


def _introduces(part: list[Piece], other: list[Piece]) -> bool:
    """Tell whether a part says who somebody is of whom the other speaks too."""
    string, rest = (
        "".join(piece.text.folded for piece in pieces if piece.role == "body") for pieces in (part, other)
    )
    return any(match[1] in rest for match in _INTRODUCED.finditer(string))
