"""Participants without names, as written, and how many they are (参会群体、人数)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsie.frames.canvas import MARKS
from newsie.frames.meeting.scene import Scene
from newsie.reading import Amount
from newsie.text import Span

_AMOUNT, _P, _DATE = MARKS["AMOUNT"], MARKS["PERSON"], MARKS["DATE"]
_MANY = (
    r"负责人|负责同志|负责人员|常委|代表队员|有关同志|相关同志|同志|人员|成员|干部|代表|委员|职工|员工|工人|群众|党员|客商|企业家|专家|学者|选手|学员|师生|队员|领导|班子"
    r"|嘉宾|居民|村民|市民|志愿者|民警|官兵|家长|学生|教师|老师|人士|考生|运动员|爱好者|明白人|青年|人才|农民|牧民|农牧民|商户|业主|媒体|记者|负责人等|业务骨干|骨干|跑者|跑友|观众|游客"
    r"|朋友|同胞|会员|团队|演员|作家|艺术家|医生|护士|医护|战士|老党员|少先队员|团员|科研人员|先进个人|先进集体|个人|单位代表|毕业生|求职者|议员|使节|政要|学者等"
)
_ONE = (
    r"书记|主任|科长|局长|处长|镇长|乡长|村长|校长|院长|所长|站长|队长|组长|部长|厅长|县长|区长|市长|州长|主席|会长|秘书长|经理|董事长|参谋长|司令员|政委|行长|总监|班长"
)
_NOUN = rf"(?:{_MANY}|{_ONE})[”\"）]?"
_ADVERB = (
    r"(?:对|就|围绕|结合|从|立足|聚焦|受|分别|共同|一同|一起|先后|均|也|还|全部|全程|全体|在|应邀|受邀|通过|以|作|进行|现场|齐聚|纷纷|列席|参|出|到|观|同步|按|着|代表|各自|踊跃|积极|通过视频|为|向|给|等|（)"
)
_LISTED = re.compile(
    rf"(?P<list>.*{_NOUN})(?P<etc>等)?(?:共|共计|计|总共|一行)?(?P<count>{_AMOUNT})?(?P<rest>{_ADVERB}.*)?$"
)
_ETC = re.compile(rf"(?P<list>.*[^等])等(?:[^，。；]{{0,6}}(?:单位|部门|地))?(?:共|近)?(?P<count>{_AMOUNT})")
_COUNTED = re.compile(rf"(?P<count>{_AMOUNT})(?P<noun>[^，。；、{_AMOUNT}]{{0,12}}?(?:{_MANY}))")
_TEAMS = re.compile(rf"(?P<list>[^，。；]*[队校院][^，。；]*?)(?:等)?(?P<count>{_AMOUNT})(?:参赛)?(?:代表队|球队|队伍|参赛队|代表团)")
_LEAD = re.compile(
    rf"(?:[、，：和及与以]|{_DATE}|来自(?=[^的]*$)|以及|应邀|受邀|另有|还有|其中|会上|会议|当天|当日|仪式上|并(?!购)|组织|邀请了?|吸引了?|共有|共|本次[^，]{{0,8}}有|此次[^，]{{0,8}}有|有(?!关|限|任|色|机|线)|由"
    r"|本次[^，]{1,8}共有|此次[^，]{1,8}共有)*(?:在(?:主|分|各|视频)[^，。]{0,6}会场)?"
)
_PEOPLE = frozenset("人 名 位 人次 余人".split())
# 18支代表队 is a number, 35个县政府负责同志 are people
_LEAST_COUNTED = 8
_END = re.compile(rf"{_NOUN}(?:等(?:共)?(?:{_AMOUNT})?[^，。；]{{0,10}}|共?计?{_AMOUNT}|（[^（）]{{1,20}}）)?$")


@dataclass(frozen=True, slots=True)
class Crowd:
    """Unnamed participants. Offsets: the scene's string.

    Attributes:
        groups: each group as written.
        amount: where the number of people stands.
    """

    groups: tuple[Span, ...]
    amount: int | None


def ends_as_group(text: str) -> bool:
    """Tell whether a clause ends by naming people: 各县区负责人."""
    return bool(_END.search(text))


def is_headcount(scene: Scene, at: int) -> bool:
    """Tell whether the amount painted at `at` counts people, more than one."""
    fill = scene.canvas.fills.get(at)
    if fill is None or not isinstance(fill.found, Amount):
        return False
    quantity = fill.found.quantity
    return quantity.unit in _PEOPLE and quantity.value > 1


def read_crowd(scene: Scene, start: int, end: int) -> Crowd | None:
    """Return the people without names that the words from `start` to `end` name, or None.

    Offsets: the scene's string. The words stand in front of a predicate (各县区负责人｜参加会议)
    or fill a clause.
    """
    words = scene.string[start:end]
    if re.match(r"等(?!以?及|和)|代表|同志|向|对|给|受|听取|看望|慰问|会见|陪同|通过|作为|为", words) or len(words) > 200:
        return None
    lead = _LEAD.match(words.removeprefix("等"))
    begin = start + words.startswith("等") + (lead.end() if lead else 0)
    words = scene.string[begin:end]
    if not words or _P in words:
        return None
    return _of_teams(scene, begin, words) or _of_list(scene, begin, words) or _of_number(scene, begin, words)


def read_turnout(scene: Scene, start: int, end: int) -> Crowd | None:
    """Return the people that a clause about a gathering counts: 8000余名选手畅跑, 某某代表等70余名骨干学习.

    Offsets: the scene's string; the clause is from `start` to `end`.
    """
    lead = _LEAD.match(scene.string[start:end])
    begin = start + (lead.end() if lead else 0)
    words = scene.string[begin:end]
    if _P in words:
        return None
    listed = _ETC.match(words)
    if listed and is_headcount(scene, begin + listed.start("count")) and re.search(rf"{_NOUN}$", listed["list"]):
        return Crowd(tuple(_split(scene.string, begin, begin + listed.end("list"))), begin + listed.start("count"))
    teams = _of_teams(scene, begin, words)
    if teams:
        return teams
    counted = _COUNTED.match(words)
    if counted and is_headcount(scene, begin):
        return Crowd(((begin + counted.start("noun"), begin + counted.end("noun")),), begin)
    return None


def _of_teams(scene: Scene, begin: int, words: str) -> Crowd | None:
    """Read A队、B队、C队5支代表队: each team is a group."""
    found = _TEAMS.match(words)
    if not found or "、" not in found["list"]:
        return None
    spans = [
        (begin + part.start(), begin + part.end()) for part in re.finditer(r"[^、和]+(?:和[^、队]+)?", found["list"])
    ]
    return Crowd(tuple(spans), None)


def _of_list(scene: Scene, begin: int, words: str) -> Crowd | None:
    """Read 各县区、市直有关部门负责人共300余人."""
    found = _ETC.match(words)
    if found and is_headcount(scene, begin + found.start("count")):
        stop = begin + found.end("list")
        groups = tuple(_split(scene.string, begin, stop)) if re.search(rf"{_NOUN}$", found["list"]) else ()
        return Crowd(groups, begin + found.start("count"))
    found = _LISTED.match(words)
    if not found or len(found["list"]) < 2:
        return None
    counts = [begin + at.start() for at in re.finditer(_AMOUNT, words) if is_headcount(scene, begin + at.start())]
    first = begin + 1 if counts[:1] == [begin] else begin
    stop = begin + found.end("list")
    if stop - first < 2 or (scene.string[begin] == _AMOUNT and not counts and len(found["list"]) < _LEAST_COUNTED):
        return None
    return Crowd(tuple(_split(scene.string, first, stop)), counts[0] if counts else None)


def _of_number(scene: Scene, begin: int, words: str) -> Crowd | None:
    """Read 300余人 alone, or behind words that are no people: 在汉客商120余人 was read above."""
    for found in re.finditer(_AMOUNT, words):
        if is_headcount(scene, begin + found.start()) and (found.start() == 0 or found.end() >= len(words) - 4):
            return Crowd((), begin + found.start())
    return None


def _split(string: str, start: int, end: int) -> Iterator[Span]:
    """Yield the groups of a list: each part that ends in people of its own is one."""
    begin = start
    for mark in re.finditer(r"、|以及|及(?!其)|和|与", string[start:end]):
        at = start + mark.start()
        rest = re.split(r"[、]", string[start + mark.end() : end])[0]
        ends = re.search(rf"(?:{_MANY})[”\"]?$" if mark.group() != "、" else rf"{_NOUN}$", string[begin:at])
        own = re.search(rf"(?:{_MANY})[”\"]?$|[”\"]$", rest)
        quoted = mark.group() == "、" and string[at - 1] in "”\"" and string[begin] in "“\""
        if (ends and own) or quoted:
            yield begin, at
            begin = start + mark.end()
    if end - begin > 1:
        yield begin, end
