"""Visits: officials, guests or a unit's own inspectors going to places to look (督导、调研、考察)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from newsie.frames.canvas import MARKS
from newsie.frames.speech.layout import Layout, lay_out
from newsie.frames.statement import Speech, find_speeches
from newsie.frames.visiting.goers import Goers, find_goers, occasion, unit_at_work
from newsie.frames.visiting.places import Place, gone_to, objects_of, stood_at, without_division, worked_in
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
    lead: list[int]
    companions: list[int] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    purpose: tuple[int, int] | None = None
    dates: list[Date] = field(default_factory=list)
    unit: tuple[int, int] | None = None


def find_visits(reading: Reading, speeches: Sequence[Speech] | None = None) -> tuple[VisitDraft, ...]:
    """Return the visits a text tells of, without statements, sorted by place.

    Args:
        reading: the text with its mentions.
        speeches: what is said in it (`find_speeches`), read anew when not given; words inside
            speech start no visit.

    Offsets: half-open, into `reading.text`.
    """
    if not reading.text:
        return ()
    layout = lay_out(reading)
    said = [span for speech in (find_speeches(reading) if speeches is None else speeches) for span in speech.text]
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
        current = _Tour(goers, end, list(goers.lead), unit=goers.unit)
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
    if not tour.lead and not tour.unit:
        return True
    if goers.by == "visit.alone" and re.search("一同|一起|随同|参与", layout.string[goers.start : goers.end]):
        return True
    if goers.by == "visit.led" and tour.unit and not tour.lead and not _own_date(layout, goers):
        tour.lead = list(goers.lead)
        return True
    if bool(goers.lead) != bool(tour.lead):
        return bool(tour.lead) and goers.by == "visit.unit" and not _own_date(layout, goers)
    other_day = _other_day(layout, tour, _dates(layout, goers.start, goers.end))
    if not goers.lead:
        return not other_day
    names, known = _names(layout, goers.lead), _names(layout, tour.lead)
    return bool(names & known) and not other_day


def _other_day(layout: Layout, tour: _Tour, dates: list[Date]) -> bool:
    if not dates or not tour.dates or re.match("[当同]", layout.reading.string((dates[0].start, dates[0].end))):
        return False
    first, now = tour.dates[0].interval, dates[0].interval.start
    if first.start is None or first.end is None or now is None:
        return False
    return not first.start <= now <= first.end


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
    if goers.unit:
        _add_places(layout, tour, _aimed_at(layout, tour))
        _add_places(layout, tour, worked_in(layout, goers.after, goers.end, unit=True))
    elif goers.lead:
        _read_order(layout, tour)
        _add_places(layout, tour, worked_in(layout, goers.after, goers.end, unit=False))
    _add_places(layout, tour, gone_to(layout, goers.after - 1 if goers.lead else goers.after, goers.end))
    _add_companions(layout, tour, goers.after, goers.end)
    if not tour.companions:
        _add_companions(layout, tour, goers.start, goers.after)


def _read_order(layout: Layout, tour: _Tour) -> None:
    """Read a unit that sends its leaders out: 县委组织开展拉练检查，某某带队."""
    goers = tour.goers
    sender = unit_at_work(layout, goers.start, goers.end)
    if sender and sender.unit and sender.after < goers.lead[0]:
        tour.unit = sender.unit
        tour.purpose = _purpose(layout, sender.after, goers.lead[0], unit=True) or tour.purpose


def _aimed_at(layout: Layout, tour: _Tour) -> Iterator[Place]:
    """Yield what a unit's drive is directed at: 对全市农资市场开展检查."""
    start, end = tour.goers.after, tour.goers.end
    match = re.search(r"(?<!面)(?:针对|对)(?P<what>[^，。；：\n]{2,60}?)(?:开展|进行)", layout.string[start:end])
    if match:
        yield from objects_of(layout, start + match.start("what"), start + match.end("what"))


def _dates_before(layout: Layout, goers: Goers) -> list[Date]:
    """Return the day that the paragraph names before, unless the sentence tells of a further visit (还)."""
    if "还" in layout.string[goers.start : goers.after + 2]:
        return []
    paragraph = layout.string.rfind("\n", 0, goers.start) + 1
    return _dates(layout, paragraph, goers.start)[-1:]


def _read_next(layout: Layout, tour: _Tour, start: int, end: int) -> None:
    sentence = layout.string[start:end]
    met = _MEETS.search(sentence)
    if not tour.lead:
        tour.lead = _late_lead(layout, tour, start, end)
    if not met:
        if _is_about(layout, tour, start, end) or "\n" not in layout.string[: tour.goers.start].strip():
            _add_places(layout, tour, stood_at(layout, start, end))
        if _is_about(layout, tour, start, end):
            _add_places(layout, tour, gone_to(layout, start, end))
            if tour.purpose is None:
                tour.purpose = _purpose(layout, start, end, unit=tour.goers.unit is not None)
        if len(tour.dates) == 1:
            tour.dates += _dates(layout, start, end)[:1]
    if re.match(rf"(?:市|县|区|州|省|旗)?(?:级)?(?:领导)?{_POST}?|{_PART_TITLE}", sentence) and not met and not _NOT_WITH.search(sentence):
        _add_companions(layout, tour, start, end)
    tour.end = end


_PART_TITLE = r"[^，。]{0,24}"


def _late_lead(layout: Layout, tour: _Tour, start: int, end: int) -> list[int]:
    """Return the person whom a later sentence shows leading: 某某带队; without a unit, also going."""
    verbs = "带队|率队" if tour.unit else "一行|带队|率队|走进|来到|前往|察看|说|强调|指出"
    match = re.search(rf"(?:^|，)[^，。“”]{{0,24}}?{_P}(?={verbs})", layout.string[start:end])
    return [start + match.end() - 1] if match else []


def _is_about(layout: Layout, tour: _Tour, start: int, end: int) -> bool:
    """Tell whether the goers, or nobody named, are the subject of a sentence."""
    persons = [at for at in range(start, end) if layout.string[at] == _P]
    if not persons and tour.unit:
        return bool(re.search("走进|深入|前往|来到", layout.string[start:end]))
    if not persons:
        return bool(re.search(r"一行|代表团|考察团|人员|督导组|检查组|先后|调研组|督查组|小组", layout.string[start:end]))
    return _name(layout, persons[0]) in _names(layout, tour.lead)


def _add_places(layout: Layout, tour: _Tour, places: Iterable[Place]) -> None:
    for place in places:
        start = without_division(layout.string, place.start, place.end, tour.places)
        text = layout.string[start : place.end]
        if not any(text in layout.string[known.start : known.end] for known in tour.places):
            tour.places.append(Place(start, place.end))


def _add_companions(layout: Layout, tour: _Tour, start: int, end: int) -> None:
    """Add the named people whom a sentence says to be with the leader."""
    under = re.search(r"在[^。；]{1,80}?陪同下", layout.string[start:end])
    if under and tour.lead:
        known = _names(layout, [*tour.lead, *tour.companions])
        places = range(start + under.start(), start + under.end())
        tour.companions += [at for at in places if layout.string[at] == _P and _name(layout, at) not in known]
        return
    match = _WITH.search(layout.string, start, end)
    if not match or (tour.unit and not tour.lead):
        return
    lead = _names(layout, tour.lead)
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
        re.compile(rf"(?:就|围绕|(?<!针)对){part}{{2,60}}?(?:进行|开展)了?{part}{{0,30}}?(?:{inspect}|{drive}){part}{{0,20}}"),
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
    cut = re.search(r"时(?:强调|指出|要求|说|表示|了解|发现|看到|，|$)|并(?:召开|主持|现场办公)|（[^）]{0,4}图", text)
    return match.start() + (cut.start() if cut and cut.start() > 1 else len(text.rstrip("”")))


def _complete(tour: _Tour) -> bool:
    return bool(tour.purpose or tour.places) and bool(tour.lead or tour.unit)


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

    headcount = _headcount(layout, tour)
    date = tour.dates[0] if tour.dates else None
    if headcount:
        words("headcount", [(headcount.start, headcount.end)])
    if date:
        words("date", [(date.start, date.end)])
    record = Visit(
        lead=words("lead", [canvas.span(at, at + 1) for at in tour.lead]),
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
