"""Gatherings that no lead form tells of, known by what speaks for them (凭迹象认定的会议)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.meeting.names import gathering_names
from newsie.frames.meeting.scene import PERIOD, WINDOW, Clause, Scene
from newsie.frames.meeting.words import any_of
from newsie.text import Span
from newsie.trace import refuse

_P, _DATE, _AMOUNT = MARKS["PERSON"], MARKS["DATE"], MARKS["AMOUNT"]
# however and whenever it is held; one place in it at most, for of two each could end at every character
_WAYS = rf"(?:{any_of('manner', 'going')}|{_DATE}|（[^（）]{{1,16}}）){{0,4}}"
# 某会一直开到镇村, 某会在某室开得热气腾腾, 某会的“会场”就设在居民楼里
_GOES_ON = re.compile(
    rf"[”’\"]?(?:现场)?{_WAYS}(?:就?在[^，。；]{{1,30}}?{_WAYS})?"
    rf"(?:{any_of('open', 'under_way')}|的[“\"]?(?:主?会场|现场))"
)
# 某人在某会上通报
_SAID_UPON = re.compile(
    rf"[”’\"]?(?:现场)?[上中](?:(?:向|就|对|作|为|代表|分别|还|也)[^，。；]{{0,24}})?(?:{any_of('work')}|$|，|{_P}|说|指出|提出|表示|坦言|透露)"
)
# 召集各部门开碰头会, 迎来某某论坛
_TAKES_PLACE = re.compile(
    rf"(?:召集[^，。；]{{0,30}}|(?<![召公离打展分])开[起成完]?|迎来|组织|主持|举[办行]|承办)了?"
    rf"(?:{_AMOUNT}|一[场次个堂期]|[“\"])?(?:[^，。；的]{{0,8}}的)?$"
)
_JOINS = re.compile(
    rf"(?:出席|参加|列席|旁听|走进|亮相|参与)了?(?:{_DATE})?(?:在[^，。；]{{1,20}}(?:召开|举[行办])的)?$"
)
_UPON_WHICH = re.compile(rf"(?:^|{_DATE}|{_P}|，|向|同志)[在于]?[^，。；]{{0,8}}$")
_NOT_HERE = re.compile(
    r"[”’\"]?(?:[上中](?:的|提出|作出|关于|所)|精神|部署的|要求|以来|之后|之前|前夕|期间|筹备|的(?:通知|决定|意见|精神|要求|方式|形式|平台|机会|制度)"
    r"|的(?![“\"]?(?:主?会场|现场))|时(?!间)|预计|等(?!人)|[、和及与]|室|制度|形式|方式|平台|[0-9]{0,6}[余多]?[次场期]|是|作为|不|为例|将(?!于)|即将|拟|计划|组委会)"
)
_NOT_BEFORE = re.compile(
    rf"(?:{any_of('refer', 'recurring')}|每|历届|历次|上[一]?届|去年|此前|计划|准备|打算|要|将|拟|曾|系列|结束|{PERIOD})[^，。；]{{0,12}}$|[各该][^，。；]{{0,2}}$"
)
# 会见来华出席某峰会的某国总统, 结束出席某峰会后回国: the meeting only says who the guests are, or when
OF_GUESTS = re.compile(r"(?:会见|会谈|来[华京访]|前来|赴华|结束)[^，。；]{0,16}(?:出席|参加|列席)了?$")
_FORMER_YEARS = ("去年", "前年", "上年", "往年", "历年", "近年")
# 在去年的某博览会上
FORMER = re.compile(rf"[^，。]{{0,2}}{PERIOD}的|去年|前年|往年|历[届年次]|上[一]?[届次]|近年|当年")
_AFTERWARDS = re.compile(
    r"(?:^|，)(?:会上|会议|大会(?!堂)|仪式上|论坛上|座谈中|座谈会上|现场会上|与会|参会|会后|会前|主会场|在主会场|活动现场|活动中)"
)
_CHAIRS = re.compile(rf"{_P}[^，。；]{{0,8}}主持(?!人)|由[^，。；]{{0,40}}{_P}主持")
_TAKES_PART = re.compile(
    rf"(?:{_P}|{_AMOUNT}|代表|负责人|人员|成员)[^，。；]{{0,20}}(?:{any_of('present')}|讲话|致辞|发言|作[^，。；]{{0,10}}报告)"
)
_ENOUGH, _ENOUGH_BESIDE = 4, 5
_NEXT_SENTENCES = 3
_LEAST_NAME = 4
# how far behind a name something may speak for it
_REACH = 320


def weighed_names(scene: Scene, clause: Clause, *, beside: bool) -> Iterator[Span]:
    """Yield the names in a clause that enough speaks for to be gatherings of the article.

    Offsets: the scene's string. A name counts by what is said right at it (开到镇村, 在某会上通报), by a
    day, and by what follows: 会上, a chair, participants. `beside`: whether the article tells of another
    gathering already, so that more must speak for this one.
    """
    for name in gathering_names(scene.string, clause.start, clause.end):
        if _only_named(scene, clause, name):
            refuse("meeting", "only named: former, planned, or a word of something else", name, scene.canvas)
            continue
        own = _own_weight(scene, clause, name)
        if own < 2 and name[1] - name[0] < _LEAST_NAME:
            refuse("meeting", "nothing at the name says that it is held", name, scene.canvas)
            continue
        weight = own and own + _weight_around(scene, clause, name)
        needed = _ENOUGH_BESIDE if beside else _ENOUGH
        if own and weight >= needed:
            yield name
        else:
            refuse("meeting", f"too little speaks for it: {weight} of {needed}", name, scene.canvas)


def is_former(scene: Scene, name: Span) -> bool:
    """Tell whether a name says that the gathering was another year's: 去年某峰会, 历届某会."""
    if FORMER.match(scene.string, *name):
        return True
    return scene.string[name[0]] == PERIOD and scene.words(*name).startswith(_FORMER_YEARS)


def _only_named(scene: Scene, clause: Clause, name: Span) -> bool:
    front = scene.string[max(clause.start, name[0] - WINDOW) : name[0]]
    behind = scene.string[name[1] : min(clause.end, name[1] + WINDOW)]
    if is_former(scene, name) or OF_GUESTS.search(front):
        return True
    if _NOT_HERE.match(behind):
        return not _GOES_ON.match(behind)
    return bool(_NOT_BEFORE.search(front))


def _own_weight(scene: Scene, clause: Clause, name: Span) -> int:
    """Return what the words right before and behind a name speak for it."""
    front = scene.string[max(clause.start, name[0] - WINDOW) : name[0]]
    behind = scene.string[name[1] : min(clause.end, name[1] + WINDOW)]
    if _GOES_ON.match(behind):
        return 2
    if _SAID_UPON.match(behind) and _UPON_WHICH.search(front):
        return 2 if _P in front else 1
    if _TAKES_PLACE.search(front):
        return 2
    return 1 if _JOINS.search(front) and _P in front else 0


def _weight_around(scene: Scene, clause: Clause, name: Span) -> int:
    """Return what the sentence of a name and those after it in its paragraph speak for it."""
    first = max(scene.starts(clause.sentence), name[0] - WINDOW)
    told = _told_around(scene, clause, name)
    days = scene.string[first : name[0]] + scene.string[name[1] : min(clause.end, name[1] + WINDOW)]
    return (
        2 * (_DATE in days)
        + 2 * bool(_CHAIRS.search(told))
        + bool(_AFTERWARDS.search(told))
        + bool(_TAKES_PART.search(told))
        + (clause.start < scene.opening)
    )


def _told_around(scene: Scene, clause: Clause, name: Span) -> str:
    """Return what the text tells from a little before a name to some sentences after it, speech left out."""
    paragraph = scene.string.find("\n", name[1], name[1] + _REACH)
    stop = paragraph if paragraph >= 0 else name[1] + _REACH
    first = max(scene.starts(clause.sentence), name[0] - WINDOW)
    parts = [scene.string[max(first, clause.start) : min(clause.end, stop)]]
    for number in range(clause.sentence, min(clause.sentence + _NEXT_SENTENCES, len(scene.sentences))):
        skipped = clause.number + 1 if number == clause.sentence else 0
        for other in islice(scene.sentences[number], skipped, None):
            if other.start >= stop:
                return "，".join(parts)
            if not other.spoken:
                parts.append(scene.string[other.start : min(other.end, stop)])
    return "，".join(parts)
