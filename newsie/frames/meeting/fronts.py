"""What stands in front of the verb of a gathering: where it is held, and who holds it (地点、主办)."""

from __future__ import annotations

import re

from newsie.frames.canvas import MARKS
from newsie.frames.meeting.scene import PERIOD, WINDOW, Clause, Scene
from newsie.frames.meeting.words import any_of
from newsie.text import Span

_P, _POST, _DATE = MARKS["PERSON"], MARKS["POST"], MARKS["DATE"]
_FORM = r"(?:以|按|采取|通过)(?:(?!方式|形式)[^，。]){1,14}(?:方式|形式)"
_MANNER = rf"(?:{any_of('manner')}|以视频(?:会议)?(?:形式|方式)|{_FORM})"
_TAIL = re.compile(rf"(?:{_DATE}|{_MANNER}|（[^（）]{{1,16}}）)*$")
_PLACE = re.compile(
    rf"在{_DATE}*(?P<place>(?:(?!在|召开|举行)[^，。；为就]){{1,40}})(?:[为就][^，。；]{{1,20}})?$"
)
_NO_PLACE = re.compile(
    r"(?:之际|期间|时候|下|前|后|时|(?:过程|工作|活动|行动|建设|实践|调研|比赛|会议|进程)中|基础上|之前|之后|大背景|推动)$|^(?:即|线|职|于|此|全[国省市县区]上下|首先|随后|近日|最近)"
)
_HOST = re.compile(r"由(?P<host>[^，。；的]{2,60}?)(?:联合|共同)?(?:主办|举办|组织|发起)(?!方)")
# 由某局指导，某协会主办的……; who only 承办 comes last
_HOST_AFTER = re.compile(
    r"，(?P<host>[^，。；的]{2,60}?)(?:联合|共同)?主办(?:，|的)|由(?P<other>[^，。；的]{2,60}?)(?:联合|共同)?承办"
)
_BEFORE_BODY = re.compile(
    r"(?:，|随后|同时|期间|为此|此外|其间|会后|会前|据悉|由|[近日前]{2}|上午|下午|晚上|当天|当日)*"
)
# 某某政府首次就某事故召开发布会: the topic is not of the body
_TOPIC = re.compile(
    r"(?:首次|首度|专门|再次)?(?:就|针对|围绕|为|(?<!（)以|对|组织(?![部处科委办人]))(?!业|职|读|民|下简)[^，。；]{2,}$"
)
_NO_BODY = re.compile(
    rf"[。；：{_P}{_POST}{PERIOD}]"
    r"|^(?:在|这|就|针对|围绕|并|要|积极|通过|组织|为|把|将|对|从|还|也|及|和|与|先后|召开|举行|此次|本次|首先|届时|此前|近期|不断|深入|广泛"
    r"|全面|大力|切实|扎实|认真|有力|有效)"
    r"|(?:的|了|着|上|为|期间|考虑|计划|决定|首先|即将|首度|首次|项目|工程|届时|正在|活动|，)$|^[^一-鿿]+$|^(?:会议|大会|仪式|比赛|培训|论坛)$"
)
_LONGEST_BODY = 50


def place_before(scene: Scene, start: int, end: int) -> tuple[Span | None, int]:
    """Return the place in front of a verb at `end`, and where the words before place and manner end.

    Offsets: the scene's string; `start` is where the clause begins.
    """
    start = max(start, end - WINDOW)
    stop = _without_manner(scene.string, start, end)
    found = _PLACE.search(scene.string[start:stop])
    if not found or _NO_PLACE.search(found["place"]):
        return None, stop
    last = start + found.end("place") - len("现场") * found["place"].endswith("现场")
    return (start + found.start("place"), last), _without_manner(scene.string, start, start + found.start())


def place_of_clause_before(scene: Scene, clause: Clause) -> Span | None:
    """Return the place that the clause before gives: 在某站，某某主持召开现场办公会."""
    if not clause.number:
        return None
    before = scene.sentences[clause.sentence][clause.number - 1]
    found = _PLACE.fullmatch(scene.text(before))
    if not found or _NO_PLACE.search(found["place"]):
        return None
    return before.start + found.start("place"), before.end


def host_before(scene: Scene, clause: Clause, at: int) -> Span | None:
    """Return who 主办 in the sentence before `at`: 由市总工会主办的……比赛."""
    start = max(scene.starts(clause.sentence), at - WINDOW)
    front = scene.string[start:at]
    found = _HOST.search(front) or _HOST_AFTER.search(front)
    if not found:
        return None
    group = "host" if found["host"] else "other"
    return start + found.start(group), start + found.end(group)


def body_between(scene: Scene, start: int, end: int) -> Span | None:
    """Return the words from `start` to `end` as a body that holds something, if they can be one."""
    lead = _BEFORE_BODY.match(scene.string, start, end)
    begin = lead.end() if lead else start
    topic = _TOPIC.search(scene.string[begin + 2 : end])
    stop = begin + 2 + topic.start() if topic else end
    words = scene.string[begin:stop]
    if not 2 <= len(words) <= _LONGEST_BODY or _NO_BODY.search(words):
        return None
    return begin, stop


def _without_manner(string: str, start: int, end: int) -> int:
    found = _TAIL.search(string[start:end])
    return start + found.start() if found else end
