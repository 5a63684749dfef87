"""The record of a gathering, from what its telling shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newsie.frames.canvas import MARKS
from newsie.frames.meeting.headings import Heading, read_headings
from newsie.frames.meeting.names import kind_of
from newsie.frames.meeting.organizers import name_organizer, post_organizer, subject_organizer
from newsie.frames.meeting.papers import read_documents
from newsie.frames.meeting.groups import Crowd, read_turnout
from newsie.frames.meeting.roles import Cast, read_roles
from newsie.frames.meeting.scene import Scene
from newsie.frames.meeting.tellings import Telling
from newsie.frames.meeting.voices import add_voices
from newsie.frames.statement import Speech
from newsie.grounding import amount, day, piece
from newsie.reading import Amount
from newsie.records import DateInterval, Evidence, Meeting, Piece, Quantity
from newsie.text import Span

_DATE = MARKS["DATE"]
# a name that says too little to stand alone: the headline may have the whole
_BARE = re.compile(r"会议|大会|座谈会|推进会|(?:20[0-9]{2}年)?第[一二三四五六七八九十百0-9]+次(?:全体)?会议|全体会议|扩大会议")
_LONGEST_ADDED = 30
_PARTS = {"上午": "morning", "下午": "afternoon", "晚": "evening", "晚上": "evening", "当晚": "evening"}


def record(scene: Scene, telling: Telling, speeches: Sequence[Speech]) -> Meeting:
    """Return the meeting of a telling, with evidence and without statements."""
    cast = Cast()
    for event in telling.events:
        cast.chair += [place for place in event.chair if place not in cast.chair]
    evidence: Evidence = {}
    headings = read_headings(scene.reading.article)
    name_span = _name(scene, telling)
    name = _named(scene, telling, evidence, name_span, headings)
    kind = kind_of(name) or "conference"
    read_roles(scene, telling.sentences, cast)
    if not cast.groups:
        _count(scene, telling, kind, cast)
    add_voices(scene, telling, kind, speeches, cast)
    documents = read_documents(scene, telling.sentences)
    chair = _people(scene, evidence, "chair", cast.chair, ())
    speakers = _people(scene, evidence, "speakers", cast.speakers, ())
    attendees = _people(scene, evidence, "attendees", cast.attendees, (*chair, *speakers))
    return Meeting(
        name=name,
        kind=kind,  # type: ignore[arg-type]
        organizer=_organizer(scene, telling, evidence, name_span, headings),
        date=_date(scene, telling, evidence),
        place=_place(scene, telling, evidence),
        chair=chair,
        speakers=speakers,
        attendees=attendees,
        groups=_each(scene, evidence, "groups", cast.groups, "meeting.group"),
        headcount=_headcount(scene, cast, evidence),
        documents=_each(scene, evidence, "documents", documents, "meeting.document"),
        evidence=evidence,
    )


def _piece(scene: Scene, spans: Iterable[Span], rule: str) -> Piece:
    return piece(scene.reading.text, [scene.canvas.span(*span) for span in spans], rule)


def _said(scene: Scene, evidence: Evidence, field: str, spans: Sequence[Span], rule: str) -> str:
    found = _piece(scene, spans, rule)
    evidence[field] = (found,)
    return found.text


def _each(scene: Scene, evidence: Evidence, field: str, spans: Sequence[Span], rule: str) -> tuple[str, ...]:
    pieces: dict[str, Piece] = {}
    for span in spans:
        found = _piece(scene, [span], rule)
        pieces.setdefault(found.text, found)
    if pieces:
        evidence[field] = tuple(pieces.values())
    return tuple(pieces)


def _people(scene: Scene, evidence: Evidence, field: str, places: Sequence[int], without: Sequence[str]) -> tuple[str, ...]:
    spans = [(place, place + 1) for place in places if scene.words(place, place + 1) not in without]
    return _each(scene, evidence, field, spans, f"meeting.{field}")


def _name(scene: Scene, telling: Telling) -> Span:
    """Return the name: the first, or a fuller one where the first is only 座谈会."""
    first = telling.lead.name
    if len(scene.words(*first)) <= 4:
        fuller = [event.name for event in telling.events if scene.words(*event.name).endswith(scene.words(*first))]
        first = max(fuller, key=lambda span: span[1] - span[0], default=first)
    quote = re.search(r"(?<=[省市县区旗镇乡局办委会院校])[“\"]", scene.string[slice(*first)])
    if quote and not re.search(r"届", scene.string[first[0] : first[0] + quote.start()]):
        return (first[0] + quote.start(), first[1])
    return first


def _named(
    scene: Scene, telling: Telling, evidence: Evidence, span: Span, headings: Sequence[Heading]
) -> str:
    """Return the name; the headline's where the body has only 会议 or 第三次会议."""
    own = scene.words(*span)
    if _BARE.fullmatch(own):
        for heading in headings:
            full = heading.name.folded
            if full.endswith(own) and len(full) > len(own) and len(full) - len(own) < _LONGEST_ADDED:
                found = piece(heading.name, [(0, len(heading.name))], "meeting.headline")
                evidence["name"] = (found,)
                return found.text
    return _said(scene, evidence, "name", [span], telling.lead.rule)


def _organizer(
    scene: Scene, telling: Telling, evidence: Evidence, name: Span, headings: Sequence[Heading]
) -> str | None:
    """Return who called it: as its sentence says, the headline, the chair's post or the paragraph."""
    own = next((event.organizer for event in telling.events if event.organizer), ())
    if not own and telling.lead.name[0] < name[0]:
        own = ((telling.lead.name[0], name[0]),)
    if own:
        return _said(scene, evidence, "organizer", own, telling.lead.rule)
    words = scene.words(*name)
    spans = name_organizer(scene, telling, name)
    if not spans and telling.lead.chair:
        for heading in headings:
            if heading.organizer and _alike(heading.name.folded, words):
                found = piece(heading.organizer, [(0, len(heading.organizer))], "meeting.headline")
                evidence["organizer"] = (found,)
                return found.text
        spans = post_organizer(scene, telling, words)
    if not spans and telling.lead.rule == "meeting.held" and not telling.lead.chair:
        spans = subject_organizer(scene, telling)
    if not spans:
        return None
    found = piece(scene.reading.text, spans, "meeting.organizer")
    evidence["organizer"] = (found,)
    return found.text


def _alike(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


def _date(scene: Scene, telling: Telling, evidence: Evidence) -> DateInterval | None:
    found = telling.date
    if found is None:
        return None
    date = day(scene.reading.text, found)
    evidence["date"] = (piece(scene.reading.text, [(found.start, found.end)], "meeting.date"),)
    if date.part_of_day is None:
        start = scene.sentences[telling.lead.clause.sentence][0].start
        part = re.search(r"上午|下午|晚上?|当晚", scene.string[start : telling.lead.at])
        if part:
            date = date.model_copy(update={"part_of_day": _PARTS[part.group()]})
    return date


def _place(scene: Scene, telling: Telling, evidence: Evidence) -> str | None:
    spans = [event.place for event in telling.events if event.place]
    start = telling.start
    main = re.search(r"主会场设在(?P<place>[^，。；]{2,40})", scene.string[start : telling.end])
    if main:
        spans = [(start + main.start("place"), start + main.end("place"))]
    if not spans:
        return None
    # a later mention is as a rule the nearer one: 在某省某市举行 …… 在某水电站坝址举行
    return _said(scene, evidence, "place", [spans[-1]], "meeting.place")


def _count(scene: Scene, telling: Telling, kind: str, cast: Cast) -> None:
    """Add the people that the leading sentence counts without saying that they attend."""
    for clause in scene.sentences[telling.lead.clause.sentence]:
        crowd = None if clause.spoken or clause.start < telling.lead.name[0] else read_turnout(scene, clause.start, clause.end)
        if crowd:
            cast.add_crowd(Crowd((), crowd.amount) if kind in {"conference", "symposium"} and len(crowd.groups) == 1 else crowd)


def _headcount(scene: Scene, cast: Cast, evidence: Evidence) -> Quantity | None:
    fill = scene.canvas.fills.get(cast.headcount) if cast.headcount is not None else None
    if fill is None or not isinstance(fill.found, Amount):
        return None
    evidence["headcount"] = (piece(scene.reading.text, [fill.span], "meeting.headcount"),)
    return amount(fill.found)
