"""The stories of a printed page by its blocks: a digest to its items, the rest on another page to the story's beginning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from newsie.clean import Line
from newsie.divide.joins import joins
from newsie.divide.lines import CONTINUED, mark
from newsie.layout import Block
from newsie.text import Text

_NOTE_LENGTH = 24


@dataclass(slots=True)
class LaidStory:
    """The lines of one story by their blocks; each caption is one line."""

    heads: list[tuple[Block, list[Line]]] = field(default_factory=list)
    body: list[tuple[Block, list[Line]]] = field(default_factory=list)
    captions: list[Line] = field(default_factory=list)


def items(story: LaidStory) -> Iterator[LaidStory]:
    """Yield a story, or the items of a digest: each has a small headline over a dateline of its own (本报讯)."""
    begins = [
        at
        for at, ((block, _), (_, under)) in enumerate(pairwise(story.body))
        if block.role == "subhead" and mark(under[0]).role == "start"
    ]
    if not begins or (begins == [0] and story.heads):
        yield story
        return
    if story.heads or begins[0]:
        yield LaidStory(story.heads, story.body[: begins[0]])
    for begin, end in zip(begins, [*begins[1:], len(story.body)], strict=True):
        last = end == len(story.body)
        yield LaidStory([story.body[begin]], story.body[begin + 1 : end], story.captions if last else [])


def with_rests(stories: Iterable[LaidStory]) -> tuple[list[LaidStory], list[Text]]:
    """Return stories, each with its rest on another page of the same text, and the lines that say so.

    ……盯紧时间节（下转第3版） … （上接第1版）点，倒排工期……. Of several that go on elsewhere, the one whose last words go on with the rest.
    """
    whole: list[LaidStory] = []
    onward: list[LaidStory] = []
    said: list[Text] = []
    for story in stories:
        if onward and (back := _back(story)) is not None:
            begun = max(onward, key=lambda other: _goes_on(other, story))
            onward.remove(begun)
            said += [back.text, *_cut_note(begun)]
            said += [line.text for _, lines in story.heads for line in lines if line is not back]
            begun.body += [(block, rest) for block, lines in story.body if (rest := _less(lines, back))]
            begun.captions += story.captions
            if _goes_onward(begun):
                onward.append(begun)
            continue
        whole.append(story)
        if _goes_onward(story):
            onward.append(story)
    return whole, said


def _less(lines: Sequence[Line], gone: Line) -> list[Line]:
    return [line for line in lines if line is not gone]


def _back(story: LaidStory) -> Line | None:
    """Return the line over a story that says where it began: （上接第1版）."""
    over = [line for _, lines in (*story.heads, *story.body[:1]) for line in lines]
    return next((line for line in over if mark(line).role == "back"), None) if story.body else None


def _goes_onward(story: LaidStory) -> bool:
    return bool(story.body) and _note_at(story.body[-1][1][-1]) is not None


def _note_at(line: Line) -> int | None:
    """Return where the note begins that ends a line, if one does: 示范户560户。（下转四版）."""
    string = line.text.folded
    begin = max(0, len(string) - _NOTE_LENGTH)
    note = CONTINUED.search(string, begin)
    return note.start() if note and note.end() == len(string) else None


def _cut_note(story: LaidStory) -> list[Text]:
    """Take the note at the end of a story away and return it."""
    block, lines = story.body[-1]
    line = lines[-1]
    at = _note_at(line) or 0
    kept = [line._replace(text=line.text[:at].strip())] if at else []
    story.body[-1] = (block, [*lines[:-1], *kept])
    if not story.body[-1][1]:
        del story.body[-1]
    return [line.text[at:]]


def _goes_on(begun: LaidStory, rest: LaidStory) -> float:
    """Return how much speaks for a story going on with some words."""
    lines = [line for _, lines in begun.body for line in lines]
    at = _note_at(lines[-1])
    end = lines[-1].text.folded[:at] or (lines[-2].text.folded if len(lines) > 1 else "")
    first = next((line for _, under in rest.body for line in under if mark(line).role != "back"), None)
    return joins().goes_on(end, first.text.folded) if first else 0.0
