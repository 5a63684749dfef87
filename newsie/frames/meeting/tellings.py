"""Which events are one gathering, when it is, and how far the text tells of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from newsie.frames.canvas import MARKS
from newsie.frames.meeting.events import Event, find_events
from newsie.frames.meeting.names import kind_of, use_of
from newsie.frames.meeting.scene import Scene
from newsie.reading import Date

_P, _DATE = MARKS["PERSON"], MARKS["DATE"]
_BARE = re.compile(r"(?:本次|此次|这次|该)?(?:会议|大会|仪式|活动|比赛|培训|全会|论坛)")
_FULL = re.compile(r"[“\"第届]|\ue00f|[0-9]{4}")
_GOES = re.compile(r"督导|调研|考察|走访|慰问|视察|检查|来到|深入|前往|先后到|率队|带队|参观|一行|看望")
_MEETS = re.compile(r"会议|会上|仪式|座谈会|大会|主持")
_FRAMES = re.compile(rf"(?:^|[，。”！？\n])[^，。；\n]{{0,6}}(?P<date>{_DATE})")
_TOLD = re.compile(r"获悉|了解到|从[^，。]{2,24}(?:了解|得知|传来)")


@dataclass(slots=True)
class Telling:
    """What a text tells of one gathering. Offsets: the scene's string.

    Attributes:
        events: where the text says that it is held, the first leading.
        sentences: the numbers of the sentences that tell of it.
        start, end: the range.
        date: when it is held, and whether its own sentence says so.
    """

    events: list[Event]
    sentences: list[int] = field(default_factory=list)
    start: int = 0
    end: int = 0
    date: Date | None = None
    dated: bool = False

    @property
    def lead(self) -> Event:
        """The first event."""
        return self.events[0]


def find_tellings(scene: Scene) -> list[Telling]:
    """Return the gatherings of a scene, each with its range, in the order of the text."""
    tellings: list[Telling] = []
    for event in find_events(scene):
        own = own_date(scene, event)
        same = next((one for one in reversed(tellings) if _same(scene, one, event, own)), None)
        if same:
            same.events.append(event)
        else:
            tellings.append(Telling([event], date=own, dated=own is not None))
    kept = [telling for telling in tellings if _kept(scene, telling)]
    for telling in kept:
        if telling.date is None:
            telling.date = _framing_date(scene, telling)
    _spread(scene, kept)
    return kept


def own_date(scene: Scene, event: Event) -> Date | None:
    """Return the day that the event's own sentence gives: the last before it, or one at its verb."""
    start = scene.sentences[event.clause.sentence][0].start
    name_start, name_end = event.name
    places = [found.start() for found in re.finditer(_DATE, scene.string[start : event.clause.end])]
    before = [start + place for place in places if start + place < min(name_start, event.at)]
    near = [start + place for place in places if name_end <= start + place <= event.at + 1 or event.at <= start + place < name_start]
    chosen = (near or before)[-1:]
    return scene.date(chosen[0]) if chosen else None


def _same(scene: Scene, telling: Telling, event: Event, own: Date | None) -> bool:
    """Tell whether an event is the gathering of an earlier one."""
    name = scene.words(*event.name)
    for other in telling.events:
        known = scene.words(*other.name)
        if other.name == event.name or (other.clause is event.clause and name == known):
            return True
        if own and telling.date and own.interval.start != telling.date.interval.start:
            continue
        if event.organizer and telling.lead.organizer and _words(scene, event) != _words(scene, telling.lead) and name != known:
            continue
        if name == known or (known.endswith(name) and not event.chair) or (len(known) <= 4 and name.endswith(known)):
            return True
        if _BARE.fullmatch(name) and kind_of(known) == kind_of(name):
            return True
    return False


def _words(scene: Scene, event: Event) -> str:
    return "".join(scene.words(*span) for span in event.organizer)


def _kept(scene: Scene, telling: Telling) -> bool:
    """Tell whether a gathering is told of, not just one among other measures."""
    event = telling.lead
    name = scene.string[slice(*event.name)]
    kind, full = kind_of(scene.words(*event.name)), bool(_FULL.search(name))
    verb = scene.string[event.at : event.at + 2]
    opening = "\n" not in scene.string[: event.at]
    if kind is None:
        return False
    if use_of(name) == "weak" and kind == "other":
        return verb != "开展" and telling.dated and full
    if verb == "开展" and not telling.dated:
        return full and kind == "training" and len(name) >= 8
    if telling.dated or event.chair or event.rule in {"meeting.relative", "meeting.upon"}:
        return True
    if use_of(name) == "weak":
        return False
    if event.rule == "meeting.attended":
        return opening
    if event.place is not None and (event.rule == "meeting.named-first" or len(name) >= 6):
        return True
    return opening or (full and len(name) >= 8) or "随后" in scene.text(event.clause)


def _framing_date(scene: Scene, telling: Telling) -> Date | None:
    """Return the day of the story that a gathering without its own is part of."""
    event = telling.lead
    told = event.chair or event.place or event.rule in {"meeting.relative", "meeting.upon"} or re.match(
        "随后|会后|期间", scene.string[scene.sentences[event.clause.sentence][0].start :]
    )
    if not told:
        return None
    found = [match for match in _FRAMES.finditer(scene.string[: event.at])]
    for match in reversed(found):
        rest = scene.string[match.end() : match.end() + 40]
        date = scene.date(match.start("date"))
        if date and date.interval.precision != "month" and not _TOLD.search(rest):
            return date
    return None


def _spread(scene: Scene, tellings: Sequence[Telling]) -> None:
    """Set the range of each telling: from its sentence to the next gathering or another day's visit."""
    firsts = [scene.sentences[telling.lead.clause.sentence][0].start for telling in tellings]
    for index, telling in enumerate(tellings):
        number = telling.lead.clause.sentence
        limit = firsts[index + 1] if index + 1 < len(tellings) else len(scene.string)
        telling.start = telling.end = firsts[index]
        if telling.lead.rule == "meeting.upon":
            _begin_before(scene, telling, firsts[index - 1] if index else 0)
        while number < len(scene.sentences):
            sentence = scene.sentences[number]
            if sentence and sentence[0].start >= limit and number > telling.lead.clause.sentence:
                break
            if sentence and number > telling.lead.clause.sentence and _leaves(scene, telling, number):
                break
            telling.sentences.append(number)
            number += 1
        telling.end = min(limit, _end_of(scene, telling.sentences[-1]))


def _begin_before(scene: Scene, telling: Telling, floor: int) -> None:
    """Let a gathering that is told with 座谈会上 begin where the sentence before says who sits down."""
    for number in range(telling.lead.clause.sentence - 1, -1, -1):
        sentence = scene.sentences[number]
        if not sentence:
            continue
        words = scene.string[sentence[0].start : sentence[-1].end]
        if sentence[0].start > floor and not sentence[0].spoken and re.search(r"座谈|交流|会谈|洽谈", words):
            telling.sentences.append(number)
            telling.start = sentence[0].start
        return


def _end_of(scene: Scene, number: int) -> int:
    for later in scene.sentences[number + 1 :]:
        if later:
            return later[0].start
    return len(scene.string)


def _leaves(scene: Scene, telling: Telling, number: int) -> bool:
    """Tell whether a sentence turns to what someone did elsewhere on another day."""
    sentence = scene.sentences[number]
    text = scene.string[sentence[0].start : sentence[-1].end]
    found = re.search(_DATE, text[:12])
    if not found or sentence[0].spoken or not _GOES.search(text) or _MEETS.search(text):
        return False
    date = scene.date(sentence[0].start + found.start())
    known = telling.date
    return date is not None and known is not None and date.interval.start != known.interval.start
