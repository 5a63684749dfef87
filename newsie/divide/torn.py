"""Stories that another one breaks into: where a sentence that was cut goes on (断文续接).

市委……深入开展 / 某某工程开工 / 本报讯 4月16日，……竣工投产。 / (blank) / 调研674项，形成报告590篇: the columns of a page come
out of a PDF in any order, and the rest of a sentence stands behind another story's end. It is told by the width of its
column, by characters that make a word with the cut end, and by standing apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from operator import add
from typing import NamedTuple

from newsie.divide.drafts import Draft, Head, Piece, closes
from newsie.divide.state import Assembly

_NEAR = 8
"""How many stories further down the rest of a sentence is looked for."""
_FEWEST = 3
_WINDOW = 40
"""So many lines tell how wide a column is and what a story is about; more would cost a long page too much."""

_SAME, _OTHER = 2, 3
"""Columns whose widths differ by no more, and by no less, half-width characters."""
_LIKELY = 1.5
_HALF = 0.5
_OPENING_LINES = 3
_SHARED, _TIMES = 0.3, 2.5
"""So many of a paragraph's pairs of characters another story must have, and so many times those that its own has."""

_OPENING = re.compile(
    r"“|会[议上]|[0-9]{1,2}月|近|据|目前|截至|今年|去年|记者|[^，。]{2,6}(?:强调|指出|表示|要求|介绍|说)"
)
# what no sentence begins with: 项, 的高质量发展, 、住得放心
_INSIDE = re.compile(r"[的了着地得们、，。；：）”％%项个家名万亿元吨]|[0-9]+[^0-9年月日]")


class _Place(NamedTuple):
    """Where text stands apart in a story: the story's position and the number of the piece."""

    story: int
    piece: int


def mend(state: Assembly) -> None:
    """Give stories cut in the middle of a sentence the text that goes on with them, out of the stories it stands in."""
    _mend_cuts(state)
    for at, story in enumerate(state.drafts):
        for place in list(_places_in(story.pieces, at)):
            owner = _owner(state, place)
            if owner:
                _take_over(state, owner, place)
                break
    state.heads.sort(key=lambda head: (head.before, head.lines[0].number))


def _mend_cuts(state: Assembly) -> None:
    elsewhere = [story for _, story, _ in state.onward]
    for at, story in enumerate(state.drafts):
        if not _is_cut(story) or any(story is one for one in elsewhere):
            continue
        place = next((one for one in _places(state, at) if _likely(state, story, one) >= _LIKELY), None)
        if place:
            _take_over(state, story, place)


def _owner(state: Assembly, place: _Place) -> Draft | None:
    """Return the story that whole paragraphs belong to: their column is as wide as its own and not as that of the story they stand in, and of its words they are made.

    ……战略合作。（甲 is in the story before alone） / (blank) / 18日下午，甲在某县主持召开座谈会: the next paragraphs of the lead story.
    """
    pieces = state.drafts[place.story].pieces
    before, after = _before(pieces, place.piece), _stretch(pieces, place.piece)
    there, rest = _width(before), _width(after)
    if min(len(before), len(after)) < _FEWEST or abs(there - rest) < _OTHER or not after[0].line.gap:
        return None
    wanted = _pairs(after[:_OPENING_LINES])
    own = len(wanted & _pairs(before)) / len(wanted)
    for index in range(place.story - 1, max(-1, place.story - 1 - _NEAR), -1):
        story = state.drafts[index]
        body = _begins(story)
        if len(body) < _FEWEST or story.kind == "photo" or not story.complete or abs(_width(body) - rest) > 1:
            continue
        shared = len(wanted & _pairs(body)) / len(wanted)
        if shared >= _SHARED and shared >= _TIMES * own:
            return story
    return None


def _pairs(body: Sequence[Piece]) -> frozenset[str]:
    """Return the pairs of characters of lines."""
    return frozenset().union(*(map(add, piece.text.folded, piece.text.folded[1:]) for piece in body))


def _is_cut(story: Draft) -> bool:
    return (
        len(_begins(story)) >= _FEWEST and not story.complete and not story.notice and story.kind != "photo"
    )


def _places(state: Assembly, at: int) -> Iterator[_Place]:
    """Yield where text stands apart behind the end of a paragraph, in the stories after position `at`."""
    for index in range(at + 1, min(at + 1 + _NEAR, len(state.drafts))):
        yield from _places_in(state.drafts[index].pieces, index)


def _places_in(pieces: Sequence[Piece], story: int) -> Iterator[_Place]:
    body = [number for number, piece in enumerate(pieces) if piece.role == "body"]
    for before, number in pairwise(body):
        apart = pieces[number].line.gap or number > before + 1
        apart = apart or pieces[number].line.number > pieces[before].line.number + 1
        if apart and closes(pieces[before].text.string):
            yield _Place(story, number)


def _likely(state: Assembly, story: Draft, place: _Place) -> float:
    """Return how much speaks for text being the rest of a story's last sentence."""
    pieces = state.drafts[place.story].pieces
    before, after = _before(pieces, place.piece), _stretch(pieces, place.piece)
    own, there, rest = _width(_begins(story)), _width(before), _width(after)
    score = 0.0
    if len(after) >= _FEWEST and abs(own - rest) <= _SAME and abs(there - rest) >= _OTHER:
        score += 1.5
    elif abs(there - rest) <= _SAME and abs(own - rest) >= _OTHER:
        score -= 1.0
    elif abs(there - rest) >= abs(own - rest) == 0:
        score += 0.5
    first = after[0].text.folded
    end = story.tail.text.folded.rstrip() if story.tail else ""
    score += 1.0 * (end[-1:] + first[:1] in state.pairs) + 1.0 * bool(_INSIDE.match(first))
    score -= 1.0 * bool(_OPENING.match(first))
    # 心、住得放心。: no paragraph is so short
    score += 1.0 * (closes(first) and after[0].line.width < _HALF * rest)
    # what stands between is another's headline
    score += 0.5 * (pieces[place.piece - 1].role != "body")
    return score


def _stretch(pieces: Sequence[Piece], at: int) -> list[Piece]:
    """Return the body lines from a piece on that stand together."""
    found = [pieces[at]]
    for piece in pieces[at + 1 : at + _WINDOW]:
        if piece.role != "body" or (piece.line.gap and closes(found[-1].text.string)):
            break
        found.append(piece)
    return found


def _before(pieces: Sequence[Piece], at: int) -> list[Piece]:
    """Return the body lines right before a piece."""
    return [piece for piece in pieces[max(0, at - _WINDOW) : at] if piece.role == "body"]


def _begins(story: Draft) -> list[Piece]:
    """Return the first body lines of a story."""
    return list(islice((piece for piece in story.pieces if piece.role == "body"), _WINDOW))


def _width(body: Sequence[Piece]) -> int:
    """Return the width of the column that lines stand in."""
    widths = sorted(piece.line.width for piece in body)
    return widths[len(widths) * 3 // 4] if widths else 0


def _take_over(state: Assembly, story: Draft, place: _Place) -> None:
    """Move text to the story it goes on with; what stood over it may be any story's headline."""
    source = state.drafts[place.story]
    behind = source.cut(_end(state, story, place))
    rest = source.cut(place.piece)
    while (
        source.pieces
        and source.pieces[-1].role in {"subhead", "caption"}
        and not source.pieces[-1].line.doubled
    ):
        line = source.pieces.pop().line
        state.heads.append(Head((line,), place.story + 1))
    for piece in rest:
        story.add(piece.role, piece.line, piece.text)
    for piece in behind:
        source.add(piece.role, piece.line, piece.text)


def _end(state: Assembly, story: Draft, place: _Place) -> int:
    """Return the number of the piece at which the story broken into goes on itself, in the width of its own column."""
    pieces = state.drafts[place.story].pieces
    there, own = _width(_before(pieces, place.piece)), _width(_begins(story))
    for later in _places_in(pieces, place.story):
        after = _width(_stretch(pieces, later.piece))
        if later.piece > place.piece and abs(after - there) <= _SAME and abs(after - own) >= _OTHER:
            at = later.piece
            while pieces[at - 1].role == "subhead":
                at -= 1
            return at
    return len(pieces)
