"""Pictures on a page: credits, captions, and the stories that are a picture with its text."""

from __future__ import annotations

import re
from itertools import pairwise

from newsie.clean import Line
from newsie.divide import photo_credits
from newsie.divide.columns import is_long
from newsie.divide.drafts import Draft, Head, Piece, closes
from newsie.divide.endings import end_byline
from newsie.divide.lines import Marked
from newsie.divide.state import Assembly

# 工人在古城小镇安装门楼构件 is a caption, 数字底座夯得实 a subhead
_SCENE = re.compile(r"[^，。：“”]{2,12}(?:正在[^，。：“”]{3,30}|(?:在|正为|为|向|给)[^，。：“”]{6,30})")
_SHORT_LINE = 6


def credited(state: Assembly, lines: list[Line]) -> None:
    """A picture credit: of a caption just read, of a column, or the end of a photo story."""
    draft = state.last
    if state.pending and draft and not draft.closed:
        for line in _last_group(state):
            draft.add("caption", line)
    elif (
        draft
        and not draft.closed
        and draft.last == "body"
        and not photo_credits.column_credit(lines[0].text.folded)
    ):
        draft = _photo(state)
    if draft is None:
        state.furniture += lines
        return
    for line in lines:
        draft.add("credit", line)
    if draft.kind == "photo":
        draft.closed = True


def captioned(state: Assembly, item: Marked) -> int:
    """A caption with its credit: of the open story, under a headline of the story that follows."""
    cut = photo_credits.captioned(item.line.text)
    if cut:
        pieces = Piece("caption", item.line, cut[0]), Piece("credit", item.line, cut[1])
        (state.draft.pieces if state.draft and not state.pending else state.pictured).extend(pieces)
    return 1


def _last_group(state: Assembly) -> list[Line]:
    """Take the last lines waiting that stand together."""
    at = len(state.pending) - 1
    while at > 0 and not state.pending[at].gap:
        at -= 1
    group, state.pending = state.pending[at:], state.pending[:at]
    return group


def _photo(state: Assembly) -> Draft:
    """Return the photo story that ends here: the open one, or its last paragraph cut off."""
    draft = state.resumed or state.drafts[-1]
    body = draft.of("body")
    whole = (draft.marked and not draft.dated) or _same_paragraph(body)
    broke_in = state.broken is not None and not state.broken.complete
    if whole and (draft.kind != "brief" or broke_in):
        if not draft.dated:
            draft.kind = "photo"
        return draft
    if len(body) < 2:
        return draft
    cut = _paragraph_start(draft)
    story = state.open()
    for piece in draft.cut(cut):
        story.add(piece.role, piece.line, piece.text)
    story.kind = "photo"
    while draft.pieces and draft.pieces[-1].role in {"caption", "subhead"}:
        head = draft.pieces.pop()
        state.heads.append(Head((head.line,), len(state.drafts) - 1))
        story.headed = True
    draft.closed = True
    return story


def _same_paragraph(body: list[Piece]) -> bool:
    """Tell whether a story is a single paragraph."""
    return not any(_parted(one, two) for one, two in pairwise(body))


def _parted(one: Piece, two: Piece) -> bool:
    short = one.line.width < two.line.width - _SHORT_LINE
    ends = closes(one.text.string) or end_byline(one.text) is not None
    return ends and (two.line.gap > 0 or short or is_long(one.line))


def _paragraph_start(draft: Draft) -> int:
    """Return the index of the piece where the last paragraph begins."""
    at = len(draft.pieces) - 1
    while (
        at > 0 and draft.pieces[at - 1].role == "body" and not _parted(draft.pieces[at - 1], draft.pieces[at])
    ):
        at -= 1
    return at


def settle(state: Assembly, after: Line) -> None:
    """Give the lines waiting to the open story: its subheads, or captions where a picture stood."""
    draft = state.draft
    if draft is None:
        return
    waiting, state.pending = state.pending, []
    draft.pieces += state.pictured
    state.pictured = []
    space = 0
    for position, line in enumerate(waiting):
        following = waiting[position + 1] if position + 1 < len(waiting) else after
        # a picture's gap belongs to one caption: the line above it or the line under it
        pictured = line.doubled or (not line.level and (following.gap > 1 or line.gap > max(1, space)))
        pictured = pictured or (not line.level and _SCENE.fullmatch(line.text.folded) is not None)
        space = following.gap if pictured else 0
        draft.add("caption" if pictured else "subhead", line)
