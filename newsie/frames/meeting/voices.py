"""Who is quoted as speaking at a meeting (会上发言)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsie.frames.meeting.roles import Cast, elsewhere
from newsie.frames.meeting.scene import Scene
from newsie.frames.meeting.tellings import Telling
from newsie.frames.statement import Speech

_PRESENT = re.compile(r"与会|参会|参训|代表|委员们|嘉宾|学员|大家")
_PRESS = re.compile(r"采访|记者")
_ASIDE = re.compile(r"据了解|据悉|据介绍|下一步|今后|接下来")
_OPENS = frozenset("“\"")
_ON = re.compile(r"(?:会|仪式|讲话|致辞|发言)[上中时]")


def add_voices(scene: Scene, telling: Telling, kind: str, speeches: Sequence[Speech], cast: Cast) -> None:
    """Add to `cast` who is quoted as speaking at the gathering.

    One quoted after 与会人员纷纷表示 is one of them, an attendee. Who is only quoted and nowhere
    shown at a ceremony, a training or a competition may as well have spoken to the reporter.
    """
    present = {scene.words(place, place + 1) for place in (*cast.chair, *cast.attendees, *cast.speakers)}
    posted = {scene.reading.string(post.person) for post in scene.reading.posts}
    crowd = False
    for speech in _within(scene, telling, speeches):
        if speech.speaker_name is None or not speech.speaker:
            continue
        place = scene.canvas.at(speech.speaker[0][0])
        name = speech.speaker_name
        if place not in scene.persons(place, place + 1):
            crowd = crowd or bool(_PRESENT.search(name))
            continue
        if name in present:
            cast.speakers.append(place)
        elif crowd and _quoted(speech):
            cast.attendees.append(place)
        elif _speaks_there(scene, speech, kind, name in posted):
            cast.speakers.append(place)
            present.add(name)


def _within(scene: Scene, telling: Telling, speeches: Sequence[Speech]) -> Iterator[Speech]:
    start, end = scene.canvas.span(telling.start, telling.end)
    for speech in speeches:
        if start <= speech.verb[0] < end and not elsewhere(scene, scene.sentence_of(scene.canvas.at(speech.verb[0]))):
            yield speech


def _quoted(speech: Speech) -> bool:
    """Tell whether the words stand in front of who says them."""
    return speech.text[0][0] < speech.verb[0]


def _speaks_there(scene: Scene, speech: Speech, kind: str, posted: bool) -> bool:
    """Tell whether one who is not shown at a gathering otherwise is quoted as speaking there."""
    text = scene.reading.text.folded
    before = text[max(0, speech.start - 12) : speech.verb[1]]
    if _PRESS.search(text[min(speech.start, speech.verb[0]) - 12 if speech.start > 12 else 0 : speech.verb[1] + 2]):
        return False
    if _ON.search(before):
        return True
    if kind in {"training", "competition", "other"}:
        return False
    if _quoted(speech) or text[speech.text[0][0] - 1] in _OPENS:
        opening = text[speech.text[0][0] - 1 : speech.text[0][0] + 8]
        return posted and kind in {"conference", "symposium"} and not _ASIDE.search(opening)
    return True
