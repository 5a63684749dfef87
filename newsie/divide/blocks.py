"""A text with a layout to its articles: the blocks say what a line is for, so that nothing is guessed.

The lines of one story are still read as lines: its byline, dateline, credits and the items of a
digest are found as they are on a page of plain text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby

from newsie.article import Warning
from newsie.clean import Line, clean_lines, spaced
from newsie.divide import photo_credits
from newsie.divide.assembly import assemble
from newsie.divide.drafts import Draft, Piece
from newsie.divide.laid import LaidStory, items, with_rests
from newsie.divide.lines import mark
from newsie.divide.state import Assembly
from newsie.divide.titles import Titles
from newsie.divide.wording import is_organ
from newsie.layout import Block
from newsie.text import Text

_SAME_SIZE = 0.9


@dataclass(frozen=True, slots=True)
class Planned:
    """What is known of a page before its articles are put together.

    Attributes:
        drafts: the stories, each with the lines over it.
        furniture: the lines that belong to none.
        warnings: what was doubtful; their `article` counts the drafts.
    """

    drafts: tuple[tuple[Draft, Titles], ...]
    furniture: tuple[Text, ...]
    warnings: tuple[Warning, ...]


def plan(source: str, blocks: Sequence[Block]) -> Planned:
    """Return the stories of a page by its blocks.

    Offsets: those of `blocks`, and of every `Text` in the result, index `source`.
    """
    stories: dict[int, LaidStory] = {}
    furniture: list[Text] = []
    for block, lines in _lines_of(clean_lines(source), blocks):
        if block is None or block.role == "furniture":
            furniture += [line.text for line in lines]
            continue
        story = stories.setdefault(block.story, LaidStory())
        if block.role == "caption":
            story.captions.append(_joined(lines))
        elif block.role == "head":
            story.heads.append((block, lines))
        else:
            story.body.append((block, lines))
    drafts: list[tuple[Draft, Titles]] = []
    warnings: list[Warning] = []
    whole, notes = with_rests(stories.values())
    furniture += notes
    for story in chain.from_iterable(map(items, whole)):
        found, doubts, rest = _drafts(story)
        warnings += [_moved(doubt, len(drafts)) for doubt in doubts]
        drafts += found
        furniture += rest
    return Planned(tuple(drafts), tuple(furniture), tuple(warnings))


def _lines_of(lines: Iterable[Line], blocks: Sequence[Block]) -> Iterable[tuple[Block | None, list[Line]]]:
    """Yield the lines of each block."""
    at = 0
    homes: list[tuple[int, Line]] = []
    for line in lines:
        place = line.text.origin[0]
        while at < len(blocks) and blocks[at].end <= place:
            at += 1
        homes.append((at if at < len(blocks) and blocks[at].start <= place else -1, line))
    for home, group in groupby(homes, key=lambda found: found[0]):
        yield (blocks[home] if home >= 0 else None), [line for _, line in group]


def _joined(lines: Sequence[Line]) -> Line:
    """Return the lines of a passage as one."""
    return lines[0]._replace(text=Text.join(line.text for line in lines))


def _show(story: Draft, line: Line) -> None:
    """Give a caption to a story, apart from who took the picture: 工人在赶制订单。 本报记者 某某 摄."""
    cut = photo_credits.inline_credit(line.text) or photo_credits.captioned(line.text)
    caption, credit = cut or (line.text, None)
    story.add("caption", line, caption)
    if credit:
        story.add("credit", line, credit)


def _moved(doubt: Warning, by: int) -> Warning:
    article = None if doubt.article is None else doubt.article + by
    return Warning(doubt.code, doubt.message, doubt.segments, article)


def _drafts(story: LaidStory) -> tuple[list[tuple[Draft, Titles]], Sequence[Warning], list[Text]]:
    """Return a story, or the items of a digest, with doubts and furniture."""
    body = [line for _, lines in story.body for line in lines]
    heads = [line.text for _, lines in story.heads for line in lines]
    if not body:
        alone = _without_body(story)
        return alone, (), [] if alone else [*heads, *(line.text for line in story.captions)]
    state = assemble([mark(line) for line in body])
    furniture = [line.text for line in state.furniture]
    items = [draft for draft in state.drafts if draft.title and draft.of("body")]
    if len(items) > 1:
        # what stands over the items, or between them, is of none
        told = {id(draft) for draft in items}
        others = [piece.text for draft in state.drafts if id(draft) not in told for piece in draft.pieces]
        for line in story.captions:
            _show(_nearest(items, line), line)
        titled = [
            (draft, Titles(headline=spaced(draft.title)) if draft.title else Titles()) for draft in items
        ]
        return titled, (), [*furniture, *heads, *others]
    subheads = {line.number for block, lines in story.body if block.role == "subhead" for line in lines}
    draft = _one(state, body, subheads)
    for line in story.captions:
        _show(draft, line)
    doubts = [replace(doubt, article=doubt.article and 0) for doubt in state.warnings]
    return [(draft, _titles(story.heads))], doubts, furniture


def _nearest(items: Sequence[Draft], line: Line) -> Draft:
    """Return the item that a caption stands in or behind, the first one if it stands over all."""
    above = [item for item in items if item.pieces[0].line.number < line.number]
    return above[-1] if above else items[0]


def _one(state: Assembly, body: Sequence[Line], subheads: set[int]) -> Draft:
    """Return the one story that all lines are of; what is no byline or credit is body."""
    draft = Draft()
    found: dict[int, list[Piece]] = {}
    for piece in (piece for draft in state.drafts for piece in draft.pieces):
        found.setdefault(piece.line.number, []).append(piece)
    # ……安排部署，（下转第3版）: the note is gone, what stands before it on its line is not
    gone = {line.number for line in state.furniture} - found.keys()
    for line in body:
        if line.number in gone:
            continue
        for piece in found.get(line.number) or [Piece("body", line, line.text)]:
            own = piece.role in {"byline", "credit"} or (piece.role == "caption" and _is_shown(piece.text))
            role = piece.role if own else "body"
            draft.add("subhead" if line.number in subheads else role, line, piece.text)
    return draft


def _is_shown(text: Text) -> bool:
    """Tell whether a caption says so itself: 图为会议现场。 stands as a paragraph of a web page."""
    return text.folded.lstrip("（").startswith(("图为", "上图", "下图", "左图", "右图"))


def _without_body(story: LaidStory) -> list[tuple[Draft, Titles]]:
    """Return a picture that is an item of its own: its caption is its body."""
    if not story.captions:
        return []
    whole = _joined(story.captions)
    # 图为村民抢收晾晒。 本报记者 某某 摄: under no story it is one itself
    told = photo_credits.captioned(whole.text)
    draft = Draft() if told else _one(assemble([mark(whole)]), [whole], set())
    if told:
        draft.add("body", whole, told[0])
        draft.add("credit", whole, told[1])
    if not draft.of("body"):
        return []  # 本报记者 某某 摄 alone tells of nothing
    draft.kind = "photo"
    return [(draft, _titles(story.heads))]


def _titles(heads: Sequence[tuple[Block, list[Line]]]) -> Titles:
    """Tell the lines over a story apart: the largest is the headline, above it the kicker."""
    if not heads:
        return Titles()
    largest = max(block.size for block, _ in heads)
    sizes = [block.size >= _SAME_SIZE * largest for block, _ in heads]
    first, last = sizes.index(True), len(sizes) - 1 - sizes[::-1].index(True)
    rows = [_row(lines) for _, lines in heads]
    headline = spaced(Text.join((row for row in rows[first : last + 1]), " "))
    above, under = rows[:first], rows[last + 1 :]
    beside = [row for row in under if is_organ(row.folded)] if not above else []
    kicker = spaced(Text.join(above, " ")) if above else beside[0] if beside else None
    return Titles(kicker, headline, tuple(row for row in under if row is not kicker))


def _row(lines: Sequence[Line]) -> Text:
    """Return the lines of a headline as one; one that is set upright has a character a line."""
    upright = len(lines) > 2 and all(len(line.text) == 1 for line in lines)
    return spaced(Text.join((line.text for line in lines), "" if upright else " "))
