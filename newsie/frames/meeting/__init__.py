"""Meetings: gatherings that took place or are announced, who held them and who was there (会议)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsie.frames.meeting.record import record
from newsie.frames.meeting.scene import Scene, set_scene
from newsie.frames.meeting.tellings import Telling, find_tellings
from newsie.frames.speech.layout import Layout, lay_out
from newsie.frames.statement import Speech, find_speeches
from newsie.reading import Reading
from newsie.records import Meeting

__all__ = ["MeetingDraft", "find_meetings"]


@dataclass(frozen=True, slots=True)
class MeetingDraft:
    """A meeting before its statements are attached.

    Attributes:
        record: the meeting, without statements.
        start, end: the range of the reading's text in which the article tells of it.
        outsiders: who is quoted in the range but was not there.
    """

    record: Meeting
    start: int
    end: int
    outsiders: frozenset[str] = frozenset()


def find_meetings(
    reading: Reading, speeches: Sequence[Speech] | None = None, layout: Layout | None = None
) -> tuple[MeetingDraft, ...]:
    """Return the meetings a text tells of, without statements, sorted by place.

    Args:
        reading: the text with its mentions.
        speeches: what is said in it, if it was read already; else it is read here.
        layout: how it is laid out (`lay_out`), if that was found already.

    Offsets: half-open, into `reading.text`.
    """
    if not reading.text:
        return ()
    layout = lay_out(reading) if layout is None else layout
    said = find_speeches(reading, layout) if speeches is None else speeches
    scene = set_scene(layout, said)
    return tuple(_draft(scene, telling, said) for telling in find_tellings(scene))


def _draft(scene: Scene, telling: Telling, said: Sequence[Speech]) -> MeetingDraft:
    told = record(scene, telling, said)
    return MeetingDraft(told.meeting, *scene.canvas.span(telling.start, telling.end), told.outsiders)
