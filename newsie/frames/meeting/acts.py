"""Gatherings told by what is done there: talked, discussed, resolved, learnt (座谈交流、参加讨论、通过决议、从会上获悉)."""

from __future__ import annotations

from typing import NamedTuple

from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.meeting.fronts import (
    body_before_day,
    body_between,
    held_by,
    host_in_name,
    last_date,
    place_before,
)
from newsie.frames.meeting.names import name_before
from newsie.frames.meeting.scene import WINDOW, Clause, Scene
from newsie.frames.meeting.words import any_of
from newsie.text import Span

_P, _DATE = MARKS["PERSON"], MARKS["DATE"]
# 某某19日下午在某地同11家企业负责人｜座谈交流
_TALKS = re.compile(
    rf"{_P}{_DATE}?(?:在(?P<place>[^，。；同与和{_P}]{{1,20}}))?[同与和](?P<who>[^，。；{_P}]{{2,60}}?)(?:进行)?(?:座谈交流|交流座谈|座谈)$"
)
# 某某19日邀请企业负责人到某机关｜座谈
_ASKS = re.compile(
    rf"{_P}{_DATE}?(?:邀请|约请)(?P<who>[^，。；{_P}]{{2,60}}?)(?:[到在](?P<place>[^，。；{_P}]{{2,20}}?))?(?:进行)?(?:迎春|新春)?座谈$"
)
_TALK = re.compile("座谈会")
# 某某在参加某党委员小组讨论｜时说, 在某次会议某代表团的讨论｜中
_DISCUSSION = "(?:小组|代表团)的?(?:讨论|审议)"
_DISCUSSES = re.compile(
    rf"{_P}{_DATE}?在?{_DATE}?参加(?P<name>[^，。；{_P}]{{1,30}}?{_DISCUSSION})时|^在(?P<session>[^，。；{_P}]{{4,40}}?{_DISCUSSION})[中上]$"
)
# 某理事会第58届会议2日｜通过决议
_RESOLVES = re.compile(
    rf"(?P<name>[^，。；{_P}]{{4,60}}?第[^，。；]{{1,8}}[届次](?:全体|特别|紧急)?会议){_DATE}[^，。；]{{0,12}}?(?:通过|表决|批准|选举|审议)"
)
# 记者昨从某局新闻通报会上｜了解到, 记者在今天的某会上获悉, 从昨天结束的某会议传来消息
_LEARNS = re.compile(r"[上中]?(?:现场)?(?:获悉|了解到|得知|传来)")
_SOURCE = re.compile("[从在]")
# 从某行日前｜召开的某会上获悉, 从正在｜进行的某会上获悉
_HELD = re.compile(rf"(?:{any_of('hold', 'open')}|进行|结束|开|举)了?的$")
_NO_TALE = re.compile(r"往年|历[届年次]|上一?[届次]|每[年次届]|此前")


class Act(NamedTuple):
    """A gathering that something done there tells of. Offsets: the scene's string.

    Attributes:
        name: the name.
        at: where it is told of.
        rule: the form that found it.
        organizer, place: who holds it, and where.
        guests: with whom one talks there.
    """

    name: Span
    at: int
    rule: str
    organizer: Span | None = None
    place: Span | None = None
    guests: Span | None = None


def act_in(scene: Scene, clause: Clause) -> Act | None:
    """Return the gathering that a clause tells of by what is done there."""
    return (
        _talk(scene, clause)
        or _discussion(scene, clause)
        or _named(scene, clause, _RESOLVES, "meeting.resolution")
        or _learnt(scene, clause)
    )


def _talk(scene: Scene, clause: Clause) -> Act | None:
    """Read a dated talk that the story calls 座谈会 afterwards; the name stands there."""
    found = _TALKS.search(scene.string, clause.start, clause.end) or _ASKS.search(
        scene.string, clause.start, clause.end
    )
    if not found or _DATE not in scene.string[scene.starts(clause.sentence) : clause.end]:
        return None
    item = scene.layout.item(clause.start)
    name = next(
        (one for one in _TALK.finditer(scene.string, clause.end) if scene.layout.item(one.start()) == item),
        None,
    )
    if not name:
        return None
    place = found.span("place") if found["place"] else None
    return Act(name.span(), found.start("who"), "meeting.talk", place=place, guests=found.span("who"))


def _discussion(scene: Scene, clause: Clause) -> Act | None:
    found = _DISCUSSES.search(scene.string, clause.start, clause.end)
    if not found:
        return None
    name = found.span("name" if found["name"] else "session")
    return Act(name, name[1], "meeting.discussion")


def _learnt(scene: Scene, clause: Clause) -> Act | None:
    """Read a gathering at which the news was learnt: one that the words say is held, or whose day they give."""
    learns = _LEARNS.search(scene.string, clause.start, clause.end)
    if not learns:
        return None
    first = max(clause.start, learns.start() - WINDOW)
    source = next(_SOURCE.finditer(scene.string, first, learns.start()), None)
    name = name_before(scene.string, source.end(), learns.start()) if source else None
    if not source or not name or name[1] != learns.start():
        return None
    held = _HELD.search(scene.string, source.end(), name[0])
    if not held:
        return _learnt_that_day(scene, clause, name)
    if _NO_TALE.search(scene.string, source.end(), held.start()):
        return None
    place, stop = place_before(scene, source.end(), held.start())
    day = last_date(scene.string, source.end(), stop)
    organizer = body_between(scene, day + 1 or source.end(), stop) or body_before_day(
        scene, source.end(), day, stop
    )
    if organizer:
        return Act(name, name[1], "meeting.learnt", organizer, place)
    return _learnt_of(scene, name, place)


def _learnt_that_day(scene: Scene, clause: Clause, name: Span) -> Act | None:
    """Read one of whose day only the news speaks: 3月5日，记者从某会上获悉."""
    if name[0] == name[1] or _DATE not in scene.string[scene.starts(clause.sentence) : name[0]]:
        return None
    return _learnt_of(scene, name, None)


def _learnt_of(scene: Scene, name: Span, place: Span | None) -> Act:
    """Return a gathering at which news was learnt, with the body that its name begins with, if any."""
    organizer = host_in_name(scene, name)
    own = (organizer[1], name[1]) if organizer else name
    return Act(own, name[1], "meeting.learnt", organizer, place)


def _named(scene: Scene, clause: Clause, form: re.Pattern[str], rule: str) -> Act | None:
    """Read a form whose name a head word ends."""
    found = form.search(scene.string, clause.start, clause.end)
    name = name_before(scene.string, *found.span("name")) if found else None
    if not name or not found:
        return None
    place, host = held_by(scene, found.start("name"), name[0])
    organizer = host_in_name(scene, name)
    own = (organizer[1], name[1]) if organizer else name
    return Act(own, name[1], rule, organizer or host, place)
