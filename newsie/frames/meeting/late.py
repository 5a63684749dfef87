"""Gatherings that a later clause or a list adds: 某某会见来宾，并共同主持甲委员会第九次会议、乙理事会第七次会议."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.meeting.names import name_from
from newsie.frames.meeting.scene import Clause, Scene
from newsie.text import Span

_P, _POST, _DATE = MARKS["PERSON"], MARKS["POST"], MARKS["DATE"]
_GOES_ON = re.compile(
    r"(?:并|还|又|也|随后|之后)?(?P<both>共同|一同)?(?:应邀)?(?:出席|(?P<chairs>主持(?!召开|人)))了?"
)
_SUBJECT = re.compile(rf"{_P}(?:[、和]{_POST}?{_P}){{0,20}}")
# 乘机抵达甲市，出席某峰会: it still lies ahead
_AHEAD = re.compile(r"抵达|前往|[赴将]|访问|离开|邀请|陪同|欢迎|结束|记者|代表[^表]{0,6}团")
_THERE = re.compile("会见|会谈|会晤|参观|考察")
_WHERE = re.compile(rf"在(?P<place>[^，。；{_P}]{{2,16}}?)(?:会见|会晤|同|与|出席)")
_IN = re.compile(rf"在(?P<place>[^，。；{_P}{_DATE}]{{1,16}}?)(?:应邀)?(?:出席|参加|列席)了?\Z")
_FAR = 24
_NEXT = re.compile(r"[”’]?(?:、|和|以及|与)")
_ORDINAL = re.compile(r"第[^，。；、]{1,5}[届次]")
_MOST = 8


def seen_at(scene: Scene, at: int) -> Span | None:
    """Return the place at which those are who attend, in front of the verb at `at`: 在甲市｜出席某峰会.

    Only what is known for a place is one: not 在市分会场出席.
    """
    found = _IN.search(scene.string, max(0, at - _FAR), at)
    if not found:
        return None
    known = (scene.canvas.at(mention.start) for mention in scene.reading.labelled("PLACE"))
    return found.span("place") if found.start("place") in known else None


class Later(NamedTuple):
    """Where a later clause says that those named before attend or chair something. Offsets: the scene's string.

    Attributes:
        start: where the words behind the verb begin.
        chair: those who chair it.
        place: where they are, as an earlier clause says.
    """

    start: int
    chair: tuple[int, ...]
    place: Span | None


def goes_on(scene: Scene, clause: Clause) -> Later | None:
    """Return where a clause goes on about persons of the clauses before: 某某参观展览，出席｜奠基仪式."""
    found = _GOES_ON.match(scene.string, clause.start, clause.end) if clause.number else None
    before = scene.sentences[clause.sentence][: clause.number]
    if not found or any(other.spoken for other in before):
        return None
    start = before[0].start
    subject = _SUBJECT.search(scene.string, start, clause.start)
    ahead = _AHEAD.search(scene.string, start, clause.start)
    if not subject or (ahead and not _THERE.search(scene.string, subject.end(), clause.start)):
        return None
    people = scene.persons(start, clause.start) if found["both"] else scene.persons(*subject.span())
    where = _WHERE.search(scene.string, subject.end(), clause.start)
    return Later(found.end(), people if found["chairs"] else (), where.span("place") if where else None)


def listed_behind(scene: Scene, clause: Clause, at: int) -> Iterator[Span]:
    """Yield the further names of a list, each one of a numbered series: 甲第九次会议｜、乙第七次会议和丙第三次会议."""
    for _ in range(_MOST):
        mark = _NEXT.match(scene.string, at, clause.end)
        name = name_from(scene.string, mark.end(), clause.end) if mark else None
        if not name or not _ORDINAL.search(scene.string, *name):
            return
        yield name
        at = name[1]
