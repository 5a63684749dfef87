"""Participants without names, as written, and how many they are (参会群体)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsie.frames.canvas import MARKS
from newsie.frames.meeting.scene import Scene
from newsie.reading import Amount
from newsie.text import Span

_AMOUNT, _P, _DATE = MARKS["AMOUNT"], MARKS["PERSON"], MARKS["DATE"]
_MANY = (
    r"负责人|负责同志|负责人员|有关同志|相关同志|同志|组成人员|全体人员|工作人员|执法人员|相关人员|有关人员|人员|成员|干部|代表|委员|职工|员工|群众|党员|客商|企业家|专家|学者"
    r"|选手|学员|师生|队员|代表队|球队|领导|班子|嘉宾|居民|村民|市民|志愿者|民警|官兵|家长|学生|教师|老师|负责|人士|考生|运动员|爱好者|明白人[”\"]?|一村一警[”\"]?|青年|企业|人才|农民|牧民|农牧民|商户|业主|媒体|记者|负责人等"
)
_HEADS = (
    r"书记|主任|科长|局长|处长|镇长|乡长|村长|校长|院长|所长|站长|队长|组长|部长|厅长|县长|区长|市长|州长|主席|会长|秘书长|经理|董事长|参谋长|司令员|政委|行长|总监|班长|分管|第一书记"
)
_END = re.compile(rf"(?:{_MANY}|{_HEADS})(?:等(?:共)?(?:{_AMOUNT})?(?:[^，。；]{{0,10}})?|共?(?:计)?{_AMOUNT}|(?:（[^（）]{{1,20}}）))?$")
_LEAD = re.compile(rf"^(?:[、，和及与以]|{_DATE}|等|来自|以及|(?:应邀|受邀|另有|还有|其中|会上|会议|当天|当日|仪式上|并|组织|邀请))*(?:在(?:主|分|视频)?会场)?")
_PEOPLE = frozenset("人 名 位 余人 多人 人次".split())
_JOINT = re.compile(r"、|，|以?及(?!其)|和|与")


@dataclass(frozen=True, slots=True)
class Crowd:
    """Unnamed participants. Offsets: the scene's string.

    Attributes:
        start, end: the words.
        groups: each group as written.
        amount: where the number of people stands.
    """

    start: int
    end: int
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
    """Return the people without names that `start` to `end` names, or None."""
    lead = _LEAD.match(scene.string[start:end])
    begin = start + (lead.end() if lead else 0)
    stop = end
    while stop > begin and re.search(r"(?:分别|共同|一同|一起|先后|均|也|还|全部|全程|全体|应邀|在(?:主|分|各)?[^，。在]{0,10}会场|纷纷|作|共|现场|通过视频|以视频形式|等|代表)$", scene.string[begin:stop]):
        tail = re.search(r"(?:分别|共同|一同|一起|先后|均|也|还|全部|全程|应邀|在(?:主|分|各)?[^，。在]{0,10}会场|纷纷|作|共|现场|通过视频|以视频形式|等)$", scene.string[begin:stop])
        if not tail:
            break
        stop = begin + tail.start()
    words = scene.string[begin:stop]
    if not words or len(words) > 160 or _P in words:
        return None
    amount = next((begin + found.start() for found in re.finditer(_AMOUNT, words) if is_headcount(scene, begin + found.start())), None)
    body = re.sub(rf"(?:等)?(?:共|计|共计)?{_AMOUNT}$", "", words) if amount is not None else words
    stop = begin + len(body)
    if amount is not None and begin == amount:
        begin += 1
    words = scene.string[begin:stop]
    if not re.search(rf"(?:{_MANY}|{_HEADS})[”\"]?$", words):
        counted = re.search(rf"等{_AMOUNT}", words)
        if counted:
            stop = begin + counted.start()
        elif amount is None:
            return None
        else:
            return Crowd(begin, stop, (), amount)
    return Crowd(begin, stop, _split(scene.string, begin, stop), amount)


def _split(string: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the groups of a list: each part that ends in people of its own is one."""
    groups: list[Span] = []
    begin = start
    for found in re.finditer("、", string[start:end]):
        at = start + found.start()
        if re.search(rf"(?:{_MANY}|{_HEADS})[”\"]?$", string[begin:at]) and re.search(
            rf"(?:{_MANY})[”\"]?$|[”\"]$", string[at:end].split("、")[1] if "、" in string[at:end] else string[at:end]
        ) or (string[at - 1] == "”" and string[begin:at].startswith("“")):
            groups.append((begin, at))
            begin = at + 1
    groups.append((begin, end))
    return tuple(group for group in groups if group[1] - group[0] > 1)
