"""Who does what at a meeting: chair, speakers, attendees, and the groups without names (与会人员)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from newsie.frames.canvas import MARKS
from newsie.frames.meeting.groups import Crowd, ends_as_group, read_crowd
from newsie.frames.meeting.scene import Clause, Scene
from newsie.text import Span

_P, _POST, _AMOUNT, _DOCUMENT = MARKS["PERSON"], MARKS["POST"], MARKS["AMOUNT"], MARKS["DOCUMENT"]
_ANY = r"[^，。；！？\n]"
_CHAIR = r"主持(?!人|词|单位)"
_WORKS = (
    r"讲话|发言|部署|安排|报告|说明|汇报|推介|点评|通报|强调|介绍|要求|辅导|解读|授课|讲解|交流|总结|动员|致辞|演讲|宣讲|表态|述职|提问|回应|分享"
)
_SPEAK = (
    rf"(?<!的)(?<!重要)(?<!系列)讲话(?!精神|要求|中|时)|发表{_ANY}{{0,8}}(?:讲话|演讲|致辞|主旨)|致(?:欢迎|开幕|闭幕|答谢|贺|感谢|祝酒)?[辞词]|(?<!者)(?:所)?作(?!为|用|出(?!部署|安排|说明))(?:了|出|的)?{_ANY}{{0,24}}?(?:{_WORKS})"
    rf"|(?<!的)(?:先后|分别|依次|现场|交流|表态|典型|书面|大会|轮流|代表{_ANY}{{0,12}}?)*发言(?!人|稿|提纲)|(?<!的)(?<!作)(?<!听取)(?<!工作)(?:汇报|通报)(?!会|材料|制度|精神|称)|宣读|宣布|建言献策|谈(?:了)?{_ANY}{{0,6}}(?:体会|感受)"
    rf"|提出{_ANY}{{0,10}}(?:意见|建议|要求)|传达(?!到)|解读|授课|(?<!受)领学|作了|(?:进行)(?:了)?{_ANY}{{0,10}}(?:讲解|部署|安排|点评|辅导|解读|说明|授课|推介|致辞|发言|通报|汇报|交流发言)"
    rf"|介绍(?!信|会)|报告了|说明了|就{_ANY}{{1,30}}(?:部署|安排|要求)$"
)
_ATTEND = (
    r"出席|(?<!组织)参加(?!工作)|列席|到会|参会|与会(?!人员|领导|代表|嘉宾|者|同志|的)|在{0,1}[^，。；]{0,6}就座|就坐|参训|参赛|现场见证|共同见证|见证|陪同|(?:共同|一起|先后)?(?:为[^，。；]{1,24})?(?:揭牌|揭幕|揭彩|授牌|颁奖|剪彩|启动(?!仪式|会)|培土|奠基)(?!仪式|会|式|活动|成立)"
    r"|座谈交流|进行(?:了)?(?:座谈|交流|会谈)|参加座谈|夺得|荣获|获得?(?=[^，。]{0,14}(?:奖|名))"
)
_PREDICATE = re.compile(rf"(?P<chair>{_CHAIR})|(?P<attend>{_ATTEND})|(?P<speak>{_SPEAK})")
# persons named in what is studied or obeyed act nowhere: 传达学习某某在……上的讲话精神
_OBJECT = re.compile(r"(?:学习|贯彻|落实|传达|领会|按照|根据|围绕|重温|向|对|为|与|同|和|把|将|听取了?(?!.*作))(?:[^，。；]{0,12})$")
_COMMISSION = re.compile(rf"受{_ANY}{{1,24}}委托")
_LIST_END = re.compile(rf"{_P}(?:（{_ANY}{{1,20}}）)?(?:等(?:人|{_ANY}{{0,10}}领导|{_ANY}{{0,6}}同志)?|同志|一行(?:{_AMOUNT})?|以?及|和|、)*$")


@dataclass(slots=True)
class Cast:
    """Who is at a meeting. Persons are places in the scene's string."""

    chair: list[int] = field(default_factory=list)
    speakers: list[int] = field(default_factory=list)
    attendees: list[int] = field(default_factory=list)
    groups: list[Span] = field(default_factory=list)
    headcount: int | None = None


@dataclass(slots=True)
class _Pending:
    """What a sentence has named so far and not yet said anything of."""

    persons: list[int] = field(default_factory=list)
    crowd: list[Crowd] = field(default_factory=list)


def read_roles(scene: Scene, sentences: Sequence[int], cast: Cast) -> None:
    """Add to `cast` whom the sentences, given by number, show at the meeting."""
    for number in sentences:
        pending, subject = _Pending(), _Pending()
        for clause in scene.sentences[number]:
            if clause.spoken:
                break
            subject = _read_clause(scene, clause, pending, subject, cast)


def _read_clause(scene: Scene, clause: Clause, pending: _Pending, subject: _Pending, cast: Cast) -> _Pending:
    """Read one clause; return the subject that a following clause may share."""
    text = scene.text(clause)
    if _COMMISSION.search(text) and not _PREDICATE.search(text):
        return subject
    predicates = list(_predicates(text))
    if not predicates:
        return _named(scene, clause, pending, subject)
    first = predicates[0]
    own = _own_subject(scene, clause, first)
    if own.persons or own.crowd or pending.persons or pending.crowd:
        subject = _Pending(pending.persons + own.persons, pending.crowd + own.crowd)
    elif first.start() > 8 and not re.match(r"并|会议|仪式", text):
        subject = _Pending()
    pending.persons, pending.crowd = [], []
    for predicate in predicates:
        _assign(scene, clause, predicate, subject, cast)
    return subject


def _predicates(text: str) -> Iterator[re.Match[str]]:
    return _PREDICATE.finditer(text)


def _named(scene: Scene, clause: Clause, pending: _Pending, subject: _Pending) -> _Pending:
    """Keep whom a clause without a predicate only names."""
    text = scene.text(clause)
    people = scene.persons(clause.start, clause.end)
    if people and _LIST_END.search(text) and not _OBJECT.search(text[: people[0] - clause.start]):
        pending.persons += people
        return subject
    crowd = read_crowd(scene, people[-1] + 1 if people else clause.start, clause.end)
    if ends_as_group(text) and crowd:
        pending.persons += people
        pending.crowd.append(crowd)
        return subject
    if re.match(r"随后|同时|会上|会后|会前|期间|现场|仪式上|座谈会上|会议上", text):
        return subject
    pending.persons, pending.crowd = [], []
    if people:
        return _Pending(list(people))
    return subject


def _own_subject(scene: Scene, clause: Clause, predicate: re.Match[str]) -> _Pending:
    """Return whom the words in front of the first predicate of a clause name."""
    text = scene.text(clause)
    at = clause.start + predicate.start()
    people = scene.persons(clause.start, at)
    by = re.search(rf"由{_ANY}{{0,40}}?{_P}(?:分别|共同|先后)?$", text[: predicate.start()])
    if by:
        return _Pending([place for place in people if place >= clause.start + by.start()])
    if people and _OBJECT.search(text[: people[0] - clause.start]) and not re.search(r"听取", text[: people[0] - clause.start]):
        return _Pending()
    start = people[-1] + 1 if people else clause.start
    crowd = read_crowd(scene, start, at)
    if people and not crowd and at - start > 34:
        return _Pending()
    return _Pending(list(people), [crowd] if crowd else [])


def _assign(scene: Scene, clause: Clause, predicate: re.Match[str], subject: _Pending, cast: Cast) -> None:
    kind = predicate.lastgroup
    if kind == "chair":
        cast.chair += [place for place in subject.persons if place not in cast.chair]
        return
    if kind == "speak":
        cast.speakers += subject.persons
    else:
        cast.attendees += subject.persons
    for crowd in subject.crowd:
        if kind == "speak" and re.match("会议|大会|仪式", scene.string[crowd.start : crowd.end]):
            continue
        cast.groups += crowd.groups
        if cast.headcount is None and kind == "attend":
            cast.headcount = crowd.amount
    if kind == "attend" and not subject.persons and not subject.crowd:
        found = re.search(rf"{_AMOUNT}(?=[^，。]{{0,8}}$)|{_AMOUNT}", scene.text(clause)[: predicate.start()])
        if found and cast.headcount is None:
            cast.headcount = clause.start + found.start()
