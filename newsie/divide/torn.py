"""Stories that another one breaks into: where a sentence that was cut goes on (断文续接).

市委……深入开展 / 某某工程开工 / 本报讯 4月16日，……竣工投产。 / (blank) / 调研674项，形成报告590篇: the columns of a page come
out of a PDF in any order, and the rest of a sentence stands behind another story's end, or before its own beginning.
Whose it is, is told by the width of its column, by characters that make a word with the cut end, by a quotation it
closes, and by its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from operator import add
from typing import NamedTuple

from newsie import patterns as re
from newsie.divide.drafts import Draft, Head, Piece, closes, cut_end_byline
from newsie.divide.state import Assembly

_NEAR = 8
"""How many stories away the rest of a sentence is looked for."""
_FEWEST = 3
_WINDOW = 40
"""So many lines tell how wide a column is and what a story is about; more would cost a long page too much."""
_OTHER = 3
"""Columns whose widths differ by no less half-width characters are two."""
_BY_WIDTH = 0.25
_BY_WORDS = 4.0
_STAYS, _MARGIN = 0.8, 0.2
_LIKELY = 1.0
_HALF = 0.5
_OPENING_LINES = 6
_QUOTED_LINES = 12
_SHARED, _SHARED_UNDER_NAMES, _TIMES = 0.25, 0.05, 2.5
"""So many of a paragraph's pairs of characters another story must have, and so many times those that its own has."""

_OPENING = re.compile(
    r"“|会[议上]|[0-9]{1,2}月|近|据|目前|截至|今年|去年|记者|[^，。]{2,6}(?:强调|指出|表示|要求|介绍|说)"
)
_OPEN_END = re.compile(r"[\u4e00-\u9fff0-9A-Za-z，、；：%“》][ \u3000]{0,4}$")
# what no sentence begins with: 项, 的高质量发展, 、住得放心
_INSIDE = re.compile(r"[的了着地得们、，。；：）”％%项个家名万亿元吨]|[0-9]{1,12}[^0-9年月日]")


class _Run(NamedTuple):
    """Body lines that stand together in a story, behind something else.

    Attributes:
        story: the position of the story they stand in.
        piece: the number of the first piece.
        lines: the first of them.
        foreign: whether lines of none or of other stories stand before them.
    """

    story: int
    piece: int
    lines: list[Piece]
    foreign: bool


def mend(state: Assembly) -> None:
    """Give stories cut in the middle of a sentence the text that goes on with them, out of the stories it stands in."""
    if len(state.drafts) < 2:
        return
    elsewhere = {id(story) for _, story, _ in state.onward}
    for at in range(len(state.drafts)):
        _leave(state, at, elsewhere)
    for at, story in enumerate(state.drafts):
        if _begins_inside(story):
            _join(state, at, elsewhere)
    state.heads.sort(key=lambda head: (head.before, head.lines[0].number))


def _leave(state: Assembly, at: int, elsewhere: set[int]) -> None:
    """Give what stands in a story to the stories it belongs to."""
    here = state.drafts[at]
    runs = list(_runs(here.pieces, at))
    if not runs:
        return
    first = runs[0].piece
    rest = here.cut(first)
    for run, end in zip(runs, [*(one.piece for one in runs[1:]), first + len(rest)], strict=True):
        pieces = rest[run.piece - first : end - first]
        owner = _owner(state, run._replace(piece=len(here.pieces)), elsewhere)
        if owner:
            _free_heads(state, here, at)
            body = max(number for number, piece in enumerate(pieces) if piece.role == "body") + 1
            _add(owner, pieces[:body])
            pieces = pieces[body:]
        _add(here, pieces)


def _add(story: Draft, pieces: Sequence[Piece]) -> None:
    for piece in pieces:
        story.add(piece.role, piece.line, piece.text)


def _free_heads(state: Assembly, story: Draft, at: int) -> None:
    """Make what stood over lines that leave a story the headline of any other."""
    while story.pieces and story.pieces[-1].role in {"subhead", "caption"}:
        if story.pieces[-1].line.doubled:
            break
        state.heads.append(Head((story.pieces.pop().line,), at + 1))


def _runs(pieces: Sequence[Piece], story: int) -> Iterator[_Run]:
    """Yield what stands apart behind a paragraph's end, or in a sentence behind what is not of the story."""
    body = [number for number, piece in enumerate(pieces) if piece.role == "body"]
    for before, number in pairwise(body):
        over, line = pieces[number - 1].line, pieces[number].line
        foreign = line.number - over.number - 1 > line.gap
        apart = line.gap or number > before + 1 or foreign
        ended = closes(pieces[before].text.string) or _is_signed(
            pieces[max(0, before + 1 - _FEWEST) : before + 1]
        )
        if foreign or (apart and ended):
            yield _Run(story, number, _stretch(pieces, number), foreign)


def _owner(state: Assembly, run: _Run, elsewhere: set[int]) -> Draft | None:
    """Return another story that lines belong to rather than to that in which they stand."""
    near = state.drafts[max(0, run.story - _NEAR) : run.story]
    before = _before(state.drafts[run.story].pieces, run.piece) if near else []
    if not before:
        return None
    cut = [story for story in near if _is_cut(story) and id(story) not in elsewhere]
    return _by_end(state, run, before, cut) or _by_words(state, run, before)


def _by_end(state: Assembly, run: _Run, before: Sequence[Piece], cut: Sequence[Draft]) -> Draft | None:
    """Return the one of the stories cut in a sentence with which lines go on, unless they do so as well with their own."""
    if not cut:
        return None
    words = _pairs(run.lines[:_OPENING_LINES])
    stays = (0.0 if run.foreign else _STAYS) + _fits(state, before, run.lines, words)
    best, found = max(stays + _MARGIN, _LIKELY), None
    for story in cut:
        fits = _fits(state, _begins(story), run.lines, words, story.tail)
        if fits > best:
            best, found = fits, story
    return found


def _fits(
    state: Assembly,
    body: Sequence[Piece],
    lines: Sequence[Piece],
    words: frozenset[str],
    tail: Piece | None = None,
) -> float:
    """Return how much speaks for lines going on with a story, of which `body` tells the column and the words."""
    first = lines[0].text.folded
    end = (tail or body[-1]).text.folded.rstrip()
    score = 1.0 - _BY_WIDTH * min(8, abs(_width(body) - _width(lines))) if len(lines) >= _FEWEST else 0.0
    score += _BY_WORDS * len(words & _pairs(body)) / len(words) if words else 0.0
    # 心、住得放心。: no paragraph is so short
    inside = 1.0 * bool(_INSIDE.match(first)) + 1.0 * (
        closes(first) and lines[0].line.width < _HALF * _width(lines)
    )
    if closes(end):
        return score - inside + 0.5 * bool(_OPENING.match(first))
    score += 1.0 * (end[-1:] + first[:1] in state.pairs) + inside - 1.0 * bool(_OPENING.match(first))
    return score + _by_quotation(body, lines)


def _by_quotation(body: Sequence[Piece], lines: Sequence[Piece]) -> float:
    """Return what it says that lines close a quotation, or none: 但车间、食堂的防控 / 一个环节都不能省，谁的门谁来看好。”."""
    said = "".join(piece.text.folded for piece in body[-_QUOTED_LINES:])
    opened = said.rfind("“") > said.rfind("”")
    more = "".join(piece.text.folded for piece in lines[:_QUOTED_LINES])
    closed = "”" in more and not 0 <= more.find("“") < more.find("”")
    if opened and closed:
        return 2.0
    return -2.0 if closed else -1.0 * opened


def _by_words(state: Assembly, run: _Run, before: Sequence[Piece]) -> Draft | None:
    """Return the story before of whose words whole paragraphs are made, in a column of its width and not of that they stand in.

    ……战略合作。 / (blank) / 18日下午，甲在某县主持召开座谈会: the next paragraphs of the lead story.
    """
    rest = _width(run.lines)
    signed = _is_signed(before)
    other = signed or abs(_width(before) - rest) >= _OTHER
    if min(len(before), len(run.lines)) < _FEWEST or not other or not run.lines[0].line.gap:
        return None
    words = _pairs(run.lines[:_OPENING_LINES])
    shares = [
        (len(words & _pairs(_begins(story))) / max(1, len(words)), at)
        for at, story in enumerate(
            state.drafts[max(0, run.story - _NEAR) : run.story], max(0, run.story - _NEAR)
        )
        if _is_whole(story) and abs(_width(_begins(story)) - rest) <= 1
    ]
    if not shares or not words:
        return None
    shared, at = max(shares)
    # what stands under the names that end a story is of another one, however few words tell of which
    others = max((share for share, one in shares if one != at), default=0.0)
    own = others if signed else len(words & _pairs(before)) / len(words)
    least = _SHARED_UNDER_NAMES if signed else _SHARED
    return state.drafts[at] if shared >= least and shared >= _TIMES * own else None


def _is_whole(story: Draft) -> bool:
    """Tell whether a story has an end, and no names under it."""
    return len(_begins(story)) >= _FEWEST and story.kind != "photo" and story.complete and not story.signed


def _is_signed(pieces: Sequence[Piece]) -> bool:
    """Tell whether a story has ended in names in brackets: ……增至33条。（林某）."""
    if not pieces[-1].text.string.rstrip().endswith(("）", ")")):
        return False
    return cut_end_byline([piece for piece in pieces[-_FEWEST:] if piece.role == "body"]) is not None


def _begins_inside(story: Draft) -> bool:
    """Tell whether a story has neither a dateline nor names and may be the rest of another one."""
    plain = not (story.dated or story.marked or story.title or story.notice or story.sourced or story.led)
    return plain and story.kind == "news" and len(_begins(story)) >= _FEWEST and not story.of("byline")


def _join(state: Assembly, at: int, elsewhere: set[int]) -> None:
    """Give the whole of a story to another one that it goes on with: a page whose second column comes first."""
    here = state.drafts[at]
    cut = [
        story
        for story in state.drafts[max(0, at - _NEAR) : at + _NEAR]
        if story is not here and story.dated and _is_cut(story) and id(story) not in elsewhere
    ]
    if not cut:
        return
    lines = _begins(here)
    words = _pairs(lines[:_OPENING_LINES])
    fits = [_fits(state, _begins(story), lines, words, story.tail) for story in cut]
    if max(fits) > _LIKELY + 1.0:
        _add(cut[fits.index(max(fits))], here.cut(0))


def _pairs(body: Sequence[Piece]) -> frozenset[str]:
    """Return the pairs of characters of lines."""
    return frozenset().union(*(map(add, piece.text.folded, piece.text.folded[1:]) for piece in body))


def _is_cut(story: Draft) -> bool:
    """Tell whether a story ends in the middle of a sentence; a button under it (查看原文[) is no sentence."""
    if story.tail is None or story.notice or story.kind == "photo" or story.complete:
        return False
    return _OPEN_END.search(story.tail.text.folded) is not None and len(_begins(story)) >= _FEWEST


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
