"""The record of a gathering, from what its telling shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.meeting.evidence import Proof
from newsie.frames.meeting.groups import Crowd, read_crowd, read_guests, read_turnout
from newsie.frames.meeting.headings import Heading, read_headings
from newsie.frames.meeting.names import gathering_names, kind_of
from newsie.frames.meeting.organizers import find_organizer
from newsie.frames.meeting.papers import read_documents
from newsie.frames.meeting.roles import Cast, read_roles
from newsie.frames.meeting.scene import PERIOD, Scene
from newsie.frames.meeting.tellings import Telling
from newsie.frames.meeting.voices import Called, add_voices
from newsie.frames.statement import Speech
from newsie.grounding import amount, day
from newsie.reading import Amount
from newsie.records import DateInterval, Meeting, Quantity
from newsie.text import Span
from newsie.values import PartOfDay

# a name that says too little to stand alone: the headline may have the whole
_INCOMPLETE = re.compile(
    r"会议|大会|座谈会|推进会|(?:20[0-9]{2}年)?第[一二三四五六七八九十百0-9]{1,40}次(?:全体)?会议|全体会议|扩大会议"
)
_LONGEST_ADDED = 30
_GENERIC = 4
# how far before a gathering its full name may stand
_NEAR = 300
# 某区“某杯”邀请赛: the area holds it, the name begins with the quotation; not in 全区“双减”推进会
_QUOTED_NAME = re.compile(r"(?<=[省市县区旗镇乡局办委会院校台社部厅])(?<!全[省市县区旗镇乡])[“\"]")
# 第三届某市“某杯”, 2016年某市“某杯”: one of several
_EDITION = re.compile("届|20[0-9]{2}年")
# 目前，6万余名志愿者已完成培训: a state of things, no turnout
_SO_FAR = re.compile(rf"{PERIOD}，|目前|截至|此前")
# 应到代表412名，实到⟦396名⟧; 参赛规模⟦8000人⟧
_PRESENT = re.compile(
    rf"(?:实到(?:代表|委员|会员|人数)?|参[赛会]规模[达为]?|(?<=[，。；])参赛(?:运动员|选手|人员|队员)(?:共|达|有)?(?=.(?:[，。；\n]|$)))(?P<count>{MARKS['AMOUNT']})"
)
# 开幕式：……共有⟦512名⟧选手、⟦186匹⟧马参赛: who competes later is not counted at the ceremony
_COMPETE = re.compile(r"[^，。；]{1,24}参赛")
# 22支龙舟队参赛，近⟦1200名⟧桡手擂鼓竞渡: who competes in the teams
_COMPETITORS = re.compile(
    rf"(?<=[，。；])(?P<count>{MARKS['AMOUNT']})[^，。；]{{0,8}}?(?:运动员|选手|队员|健儿|桡手|舞者|跑者|车手|骑手|棋手|球员|爱好者|参赛者)(?![^，。；]{{0,4}}(?:晋级|进入|获|夺|受|被))"
)
_MAIN_PLACE = re.compile(r"主会场设在(?P<place>[^，。；]{2,40})")
_PART_OF_DAY = re.compile(r"(?P<morning>上午)|(?P<afternoon>下午)|(?P<evening>晚上|当晚|晚)")
_PARTS: tuple[PartOfDay, ...] = ("morning", "afternoon", "evening")


class Told(NamedTuple):
    """A meeting without statements, and the names of those whom its story only asks elsewhere."""

    meeting: Meeting
    outsiders: frozenset[str]


def record(scene: Scene, telling: Telling, speeches: Sequence[Speech]) -> Told:
    """Return the meeting of a telling, with evidence and without statements."""
    proof = Proof(scene)
    headings = read_headings(scene.reading.article)
    span = _name(scene, telling)
    name = _named(proof, telling, span, headings)
    kind = kind_of(scene.reading.text.as_folded(name)) or "conference"
    cast = _cast(scene, telling, Called(scene.reading.text.as_folded(name), kind), speeches)
    chair, speakers = proof.people("chair", cast.chair), proof.people("speakers", cast.speakers)
    meeting = Meeting(
        name=name,
        kind=kind,
        organizer=find_organizer(proof, telling, span, headings),
        date=_date(proof, telling),
        place=_place(proof, telling),
        chair=chair,
        speakers=speakers,
        attendees=proof.people("attendees", cast.attendees, without=(*chair, *speakers)),
        groups=proof.each("groups", cast.groups, "meeting.group"),
        headcount=_headcount(proof, cast),
        documents=proof.each("documents", read_documents(scene, telling.sentences), "meeting.document"),
        evidence=proof.evidence,
    )
    return Told(meeting, frozenset(cast.outsiders))


def _cast(scene: Scene, telling: Telling, called: Called, speeches: Sequence[Speech]) -> Cast:
    """Return who is at a gathering."""
    cast = Cast(chair=[place for event in telling.events for place in event.chair])
    # 某某在某会上发表讲话, 某某在参加小组讨论时说
    spoken = (event for event in telling.events if event.rule in {"meeting.spoken-at", "meeting.discussion"})
    cast.speakers += [
        place for event in spoken for place in scene.persons(event.clause.start, event.name[0])[-1:]
    ]
    read_roles(scene, telling.sentences, cast)
    talked = telling.lead.guests
    guests = read_guests(scene, telling.lead.clause.start, telling.lead.at) or (
        read_crowd(scene, *talked) if talked else None
    )
    if guests:
        cast.groups = [group for group in cast.groups if not talked or not group[0] <= talked[0] < group[1]]
        cast.add_crowd(guests)
    if not cast.groups:
        _count_turnout(scene, telling, called.kind, cast)
    present = _PRESENT.search(scene.string, telling.start, telling.end)
    if present:
        cast.headcount = present.start("count")
    elif (
        called.kind == "ceremony"
        and cast.headcount is not None
        and _COMPETE.match(scene.string, cast.headcount + 1)
    ):
        cast.headcount = None
    if called.kind == "competition" and cast.headcount is None and cast.groups:
        compete = _COMPETITORS.search(scene.string, telling.start, scene.starts(telling.sentences[0] + 1))
        cast.headcount = compete.start("count") if compete else None
    add_voices(scene, telling, called, speeches, cast)
    # 纪念某某百年诞辰大会: whom the name names is not there
    named = {place for event in telling.events for place in range(*event.name)}
    cast.speakers = [place for place in cast.speakers if place not in named]
    cast.attendees = [place for place in cast.attendees if place not in named]
    return cast


def _count_turnout(scene: Scene, telling: Telling, kind: str, cast: Cast) -> None:
    """Add the people that the leading sentences count without saying that they attend."""
    lead = telling.lead.clause.sentence
    meets = kind in {"conference", "symposium"}
    for number in range(lead, min(lead + 1 + (not meets), len(scene.sentences))):
        for clause in scene.sentences[number]:
            if clause.spoken or clause.start < telling.lead.name[0] or cast.groups:
                continue
            if _SO_FAR.match(scene.string, scene.starts(number)):
                break
            crowd = read_turnout(scene, clause.start, clause.end)
            if crowd:
                cast.add_crowd(Crowd((), crowd.amount) if meets and len(crowd.groups) == 1 else crowd)


def _name(scene: Scene, telling: Telling) -> Span:
    """Return where the name stands: the first, or a fuller one where that is only 座谈会."""
    name = telling.lead.name
    words = scene.words(*name)
    if words == "仪式":
        return _named_later(scene, telling) or name
    if len(words) <= _GENERIC:
        fuller = [event.name for event in telling.events if scene.words(*event.name).endswith(words)]
        name = max(fuller, key=lambda span: span[1] - span[0], default=name)
        if name == telling.lead.name and words.endswith("仪式"):
            name = _named_before(scene, telling, words) or name
    quote = _QUOTED_NAME.search(scene.string, *name)
    if quote and not _EDITION.search(scene.words(name[0], quote.start())):
        return quote.start(), name[1]
    return name


def _named_before(scene: Scene, telling: Telling, words: str) -> Span | None:
    """Return the fuller name in the paragraphs before: 来参加某项目签约仪式的客商说，……。当天的｜签约仪式上，…… ."""
    first = telling.lead.name[0]
    if not words or scene.string.find(words, max(0, first - _NEAR), first) < 0:
        return None
    names = list(gathering_names(scene.string, max(0, first - _NEAR), first))
    fuller = (
        name for name in names if name[1] - name[0] > len(words) and scene.string.endswith(words, *name)
    )
    return max(fuller, default=None)


def _named_later(scene: Scene, telling: Telling) -> Span | None:
    """Return the name that the story gives afterwards: 某某举行仪式，欢迎某国总统。……某某出席｜欢迎仪式."""
    names = gathering_names(scene.string, telling.lead.name[1], telling.end)
    return next((name for name in names if scene.string.endswith("仪式", *name)), None)


def _named(proof: Proof, telling: Telling, span: Span, headings: Sequence[Heading]) -> str:
    """Return the name; the headline's where the body has only 会议 or 第三次会议."""
    own = proof.scene.words(*span)
    if _INCOMPLETE.fullmatch(own):
        for heading in headings:
            added = len(heading.name) - len(own)
            if heading.name.folded.endswith(own) and 0 < added < _LONGEST_ADDED:
                return proof.of_heading("name", heading.name)
    return proof.of("name", span, telling.lead.rule)


def _date(proof: Proof, telling: Telling) -> DateInterval | None:
    found = telling.date
    if found is None:
        return None
    date = day(proof.scene.reading.text, found)
    proof.of_text("date", (found.start, found.end), "meeting.date")
    if date.part_of_day is None:
        start = proof.scene.starts(telling.lead.clause.sentence)
        said = _PART_OF_DAY.search(proof.scene.string, start, max(start, telling.lead.at))
        part = next((part for part in _PARTS if said and said[part]), None)
        return date.model_copy(update={"part_of_day": part})
    return date


def _place(proof: Proof, telling: Telling) -> str | None:
    """Return where it is held; a later mention is as a rule the nearer one: 在某市举行……在某坝址举行."""
    main = _MAIN_PLACE.search(proof.scene.string, telling.start, telling.end)
    places = [event.place for event in telling.events if event.place]
    if main:
        places = [main.span("place")]
    return proof.of("place", places[-1], "meeting.place") if places else None


def _headcount(proof: Proof, cast: Cast) -> Quantity | None:
    fill = proof.scene.canvas.fills.get(cast.headcount) if cast.headcount is not None else None
    if fill is None or not isinstance(fill.found, Amount):
        return None
    proof.of_text("headcount", fill.span, "meeting.headcount")
    return amount(fill.found)
