"""Paragraphs that stand behind another story: 会议强调，…… under a story that tells of no meeting."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from newsie import patterns as re
from newsie.clean import Line
from newsie.divide.drafts import Draft, closes
from newsie.divide.headed import WHO_URGED
from newsie.divide.state import Assembly

_NEAR = 4
"""How many stories back the meeting is looked for."""

_GOES_ON = re.compile("会议(?:指出|强调|要求|认为|还|听取|审议|决定|明确|传达)")
_MEETING = re.compile("会议?(?![计员长展场费])")
_HELD = re.compile("(?:召开|举行)[^。]{0,40}?会|会议(?:召开|举行|由)")
_OPENING_LINES = 12
_SPEECH = re.compile("[\u4e00-\u9fff·]{2,4}(?:指出|强调|要求)，|会议(?:指出|强调|要求)，")


def give_back(state: Assembly) -> None:
    """Give paragraphs that go on with a meeting to the story before that tells of one.

    ……资产负债率控制在65%以内。 / (another story) / (blank) / 会议强调，防汛救灾正处在最吃劲的时候，…….
    """
    _set_right(state)
    for at, story in enumerate(state.drafts[1:], 1):
        begin = _stray(story)
        owner = _owner(state, at) if begin else None
        if owner is not None:
            for piece in story.cut(begin):
                owner.add(piece.role, piece.line, piece.text)


def _set_right(state: Assembly) -> None:
    """Give a story the speech that stands between its headline and its beginning.

    某某在会上指出 / 稳增长要拿出硬措施 / 某某指出，当前……。 / (blank) / 本报讯（记者 某某）8月10日，市政府召开……: no story begins with a speech.
    """
    headed = {head.before for head in state.heads}
    urged = {head.before for head in state.heads if any(_urges(line) for line in head.lines)}
    moved: set[int] = set()
    for at, (first, second) in enumerate(pairwise(state.drafts)):
        bare = second.dated and second.complete and at + 1 not in headed
        if not (first.led and bare and at in urged) or _SPEECH.match(first.opening(1).folded) is None:
            continue
        for piece in first.cut(0):
            second.add(piece.role, piece.line, piece.text)
        moved.add(at)
    if moved:
        state.heads[:] = [
            replace(head, before=head.before + 1) if head.before in moved else head for head in state.heads
        ]


def _urges(line: Line) -> bool:
    return WHO_URGED.fullmatch(line.text.folded) is not None


def _stray(story: Draft) -> int:
    """Return the piece from which on a story tells of a meeting that it has not told of; 0 for none."""
    told = False
    for at, piece in enumerate(story.pieces):
        if piece.role != "body":
            continue
        if at and piece.line.gap and not told and _GOES_ON.match(piece.text.folded):
            before = story.pieces[at - 1]
            return at if before.role == "body" and closes(before.text.string) else 0
        told = told or _MEETING.search(piece.text.folded) is not None
        if told:
            return 0
    return 0


def _owner(state: Assembly, at: int) -> Draft | None:
    """Return the nearest story before that tells of a meeting held and is complete."""
    for story in reversed(state.drafts[max(0, at - _NEAR) : at]):
        if story.dated and story.complete and _HELD.search(story.opening(_OPENING_LINES).folded):
            return story
    return None
