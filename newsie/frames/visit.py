"""Visits: officials, guests or a unit's own inspectors going to places to look (督导、调研、考察)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from newsie.frames.canvas import MARKS
from newsie.frames.speech.layout import Layout, lay_out
from newsie.frames.statement import Speech
from newsie.frames.visiting.goers import Goers, find_goers, occasion
from newsie.frames.visiting.places import Place, gone_to, objects_of, stood_at
from newsie.frames.visiting.words import any_of
from newsie.grounding import amount, day, piece
from newsie.reading import Amount, Date, Reading
from newsie.records import Evidence, Visit
from newsie.text import Span

_P, _POST = MARKS["PERSON"], MARKS["POST"]
_WITH = re.compile(r"陪同|随同|参加|参与|随行|一同")
_NOT_WITH = re.compile(r"参加(?:座谈|会议|仪式|签约|活动|揭牌|开工|开幕)|主持|会议|出席")
_MEETS = re.compile(r"(?:召开|举行|举办)[^。]{0,40}(?:会|仪式)|(?:会|仪式)[^。，]{0,20}(?:召开|举行)|座谈会|签约仪式")
_HEADS = frozenset("人 名 位".split())


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """A visit before its statements are attached.

    Attributes:
        record: the visit, without statements.
        start, end: the range of the reading's text in which the article tells of it.
        by: the rule that found it.
    """

    record: Visit
    start: int
    end: int
    by: str


@dataclass(slots=True)
class _Tour:
    """What is gathered of one visit; all offsets are into the canvas."""

    goers: Goers
    end: int
    companions: list[int] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    purpose: tuple[int, int] | None = None
    dates: list[Date] = field(default_factory=list)
    unit: tuple[int, int] | None = None


def find_visits(reading: Reading, speeches: Sequence[Speech] = ()) -> tuple[VisitDraft, ...]:
    """Return the visits a text tells of, without statements, sorted by place.

    Args:
        reading: the text with its mentions.
        speeches: what is said in it; words inside speech start no visit.

    Offsets: half-open, into `reading.text`.
    """
    if not reading.text:
        return ()
    layout = lay_out(reading)
    said = [span for speech in speeches for span in speech.text]
    tours: list[_Tour] = []
    for start, end in _sentences(layout):
        if any(begin <= layout.canvas.starts[start] < stop for begin, stop in said) or layout.spoken_at(start):
            continue
        _follow(layout, tours, start, end)
    return tuple(_draft(layout, tour) for tour in tours if _complete(tour))


def _sentences(layout: Layout) -> list[tuple[int, int]]:
    ends = (*layout.sentences[1:], len(layout.string))
    return [(start, end) for start, end in zip(layout.sentences, ends, strict=True) if end > start]


def _follow(layout: Layout, tours: list[_Tour], start: int, end: int) -> None:
    """Take one sentence into the story: it starts a visit, continues one, or tells of other things."""
    goers = find_goers(layout, start, end)
    current = tours[-1] if tours else None
    if goers and (current is None or not _same(layout, current, goers)):
        current = _Tour(goers, end, unit=goers.unit)
        tours.append(current)
        _read_first(layout, current)
        return
    if current is None:
        return
    if goers and goers.unit and "组成" in layout.string[start:end]:
        current.unit = goers.unit
    _read_next(layout, current, start, end)


def _same(layout: Layout, tour: _Tour, goers: Goers) -> bool:
    """Tell whether a sentence goes on about the visit: the same leader, and no other day."""
    if bool(goers.lead) != bool(tour.goers.lead):
        return bool(tour.goers.lead) and goers.by == "visit.unit" and not _own_date(layout, goers)
    dates = _dates(layout, goers.start, goers.end)
    other_day = bool(
        dates and tour.dates and dates[0].interval.start != tour.dates[0].interval.start and dates[0].interval.start
    )
    if not goers.lead:
        return not other_day
    names, known = _names(layout, goers.lead), _names(layout, tour.goers.lead)
    return bool(names & known) and not other_day


def _own_date(layout: Layout, goers: Goers) -> bool:
    return bool(_dates(layout, goers.start, goers.end))


def _names(layout: Layout, marks: Sequence[int]) -> set[str]:
    return {_name(layout, mark) for mark in marks}


def _name(layout: Layout, mark: int) -> str:
    return layout.reading.string(layout.canvas.span(mark, mark + 1)).replace("\n", "")


def _dates(layout: Layout, start: int, end: int) -> list[Date]:
    fills = layout.canvas.within(start, end, "DATE")
    return [fill.found for fill in fills if isinstance(fill.found, Date) and occasion(layout, fill.found)]


def _read_first(layout: Layout, tour: _Tour) -> None:
    goers = tour.goers
    tour.dates = _dates(layout, goers.start, goers.end)[:1] or _dates_before(layout, goers)
    tour.purpose = _purpose(layout, goers.after, goers.end, unit=goers.unit is not None)
    _add_places(layout, tour, gone_to(layout, goers.after - 1 if goers.lead else goers.after, goers.end))
    _add_companions(layout, tour, goers.after, goers.end)


def _dates_before(layout: Layout, goers: Goers) -> list[Date]:
    """Return the day that the paragraph names before, unless the sentence tells of a further visit (还)."""
    if "还" in layout.string[goers.start : goers.after + 2]:
        return []
    paragraph = layout.string.rfind("\n", 0, goers.start) + 1
    return _dates(layout, paragraph, goers.start)[-1:]


def _read_next(layout: Layout, tour: _Tour, start: int, end: int) -> None:
    sentence = layout.string[start:end]
    met = _MEETS.search(sentence)
    if not met:
        _add_places(layout, tour, stood_at(layout, start, end))
        if _is_about(layout, tour, start, end):
            _add_places(layout, tour, gone_to(layout, start, end))
            if tour.purpose is None:
                tour.purpose = _purpose(layout, start, end, unit=tour.goers.unit is not None)
        if len(tour.dates) == 1:
            tour.dates += _dates(layout, start, end)[:1]
    if re.match(rf"(?:市|县|区|州|省|旗)?(?:级)?(?:领导)?{_POST}?|{_PART_TITLE}", sentence) and not _NOT_WITH.search(sentence):
        _add_companions(layout, tour, start, end)
    tour.end = end


_PART_TITLE = r"[^，。]{0,24}"


def _is_about(layout: Layout, tour: _Tour, start: int, end: int) -> bool:
    """Tell whether the goers, or nobody named, are the subject of a sentence."""
    persons = [at for at in range(start, end) if layout.string[at] == _P]
    if not persons:
        return bool(re.search(r"一行|代表团|考察团|人员|督导组|检查组|先后|调研组|督查组|小组", layout.string[start:end]))
    return _name(layout, persons[0]) in _names(layout, tour.goers.lead)


def _add_places(layout: Layout, tour: _Tour, places: object) -> None:
    for place in places:  # type: ignore[attr-defined]
        start, end = place.start, place.end
        text = layout.string[start:end]
        for known in tour.places:
            name = layout.string[known.start : known.end]
            if text.startswith(name) and len(text) - len(name) >= 2:
                start += len(name)
                text = layout.string[start:end]
        known_names = [layout.string[known.start : known.end] for known in tour.places]
        if not any(text in name for name in known_names):
            tour.places.append(Place(start, end))


def _add_companions(layout: Layout, tour: _Tour, start: int, end: int) -> None:
    """Add the named people whom a sentence says to be with the leader."""
    match = _WITH.search(layout.string, start, end)
    if not match or not tour.goers.lead:
        return
    lead = _names(layout, tour.goers.lead)
    known = lead | _names(layout, tour.companions)
    begin = max(start, tour.purpose[1] if tour.purpose and start <= tour.purpose[0] < match.start() else start)
    for at in range(begin, match.start()):
        if layout.string[at] == _P and _name(layout, at) not in known:
            known.add(_name(layout, at))
            tour.companions.append(at)


@cache
def _aims() -> tuple[re.Pattern[str], ...]:
    part = r"[^，。；！？：\n]"
    inspect, drive = any_of("inspect"), any_of("drive")
    return (
        re.compile(rf"(?:就|围绕|针对|对){part}{{2,60}}?(?:进行|开展)了?{part}{{0,30}}?(?:{inspect}|{drive}){part}{{0,20}}"),
        re.compile(rf"开展了?{part}{{0,40}}?(?:{inspect}|{drive}){part}{{0,30}}"),
        re.compile(rf"(?:实地|现场|专题|集中|联合)*{inspect}{part}{{0,60}}"),
    )


def _purpose(layout: Layout, start: int, end: int, *, unit: bool) -> tuple[int, int] | None:
    """Return the words that say what the visit is for."""
    string = layout.string
    found = [match for pattern in _aims()[: 2 if unit else 3] for match in pattern.finditer(string, start, end)]
    if unit and not found:
        found = [match for match in re.finditer(r"(?:现场|检查|督促)*指导[^，。；]{0,40}", string[start:end])][:0] or list(
            _aims()[2].finditer(string, start, end)
        )
    found = [match for match in found if not _places_only(layout, match)] or found[:1]
    if not found:
        return None
    first = min(found, key=lambda match: (match.start(), -match.end()))
    stop = _purpose_end(string, first)
    if stop - first.start() <= 2 and string[stop : stop + 1] == "，":
        more = _aims()[2].match(string, stop + 1, end)
        stop = more.end() if more else stop
    return first.start(), stop


def _places_only(layout: Layout, match: re.Match[str]) -> bool:
    """Tell whether a verb's object is just where they went: 走访甲商会和乙公司总部."""
    verb = re.match(any_of("look"), match.group())
    return bool(verb and list(gone_to(layout, match.start(), match.end())))


def _purpose_end(string: str, match: re.Match[str]) -> int:
    text = match.group()
    cut = re.search(r"时(?:强调|指出|要求|说|表示|$)|并(?:召开|主持|现场办公)|（", text)
    return match.start() + (cut.start() if cut and cut.start() > 1 else len(text.rstrip("”")))


def _complete(tour: _Tour) -> bool:
    return bool(tour.purpose or tour.places) and (bool(tour.goers.lead) or bool(tour.unit))


def _draft(layout: Layout, tour: _Tour) -> VisitDraft:
    reading, canvas, by = layout.reading, layout.canvas, tour.goers.by
    evidence: Evidence = {}

    def words(name: str, spans: Sequence[Span]) -> tuple[str, ...]:
        pieces = tuple(piece(reading.text, [span], by) for span in spans)
        if pieces:
            evidence[name] = pieces
        return tuple(found.text for found in pieces)

    def one(name: str, span: tuple[int, int] | None) -> str | None:
        found = words(name, [canvas.span(*span)] if span else [])
        return found[0] if found else None

    if not tour.places and tour.goers.unit and tour.purpose and layout.string[tour.purpose[0]] in "对针":
        begin = tour.purpose[0] + (2 if layout.string[tour.purpose[0]] == "针" else 1)
        stop = re.search("开展|进行", layout.string[begin : tour.purpose[1]])
        _add_places(layout, tour, objects_of(layout, begin, begin + stop.start() if stop else tour.purpose[1]))
    headcount = _headcount(layout, tour)
    date = tour.dates[0] if tour.dates else None
    if headcount:
        words("headcount", [(headcount.start, headcount.end)])
    if date:
        words("date", [(date.start, date.end)])
    record = Visit(
        lead=words("lead", [canvas.span(at, at + 1) for at in tour.goers.lead]),
        companions=words("companions", [canvas.span(at, at + 1) for at in tour.companions]),
        organizer=one("organizer", tour.unit),
        purpose=one("purpose", tour.purpose),
        date=day(reading.text, date) if date else None,
        places=words("places", [canvas.span(place.start, place.end) for place in tour.places]),
        headcount=amount(headcount) if headcount else None,
        evidence=evidence,
    )
    return VisitDraft(record, canvas.starts[tour.goers.start], canvas.starts[tour.end], by)


def _headcount(layout: Layout, tour: _Tour) -> Amount | None:
    for fill in layout.canvas.within(tour.goers.start, tour.goers.end, "AMOUNT"):
        if isinstance(fill.found, Amount) and fill.found.quantity.unit in _HEADS:
            front = layout.string[max(tour.goers.start, layout.canvas.at(fill.span[0]) - 3) : layout.canvas.at(fill.span[0])]
            if re.search(r"一行|[率带]领?|组织|共", front):
                return fill.found
    return None
