"""Where a text says that a gathering is held: the lead forms (导语句式)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsie.frames.canvas import MARKS
from newsie.frames.meeting.names import kind_of, name_before, name_from, use_of
from newsie.frames.meeting.scene import PERIOD, Clause, Scene
from newsie.text import Span

_P, _POST, _DATE, _AMOUNT = MARKS["PERSON"], MARKS["POST"], MARKS["DATE"], MARKS["AMOUNT"]
_HOLD = "收听收看|召开|举行|举办|开展|主办|组织开展"
_OPEN = "(?:开幕|闭幕|落幕|启幕|开赛|开跑|鸣枪|开班|结业|收官|落下帷幕|拉开帷幕|拉开序幕|火热开赛|启动|开锣|开讲|打响|上演)(?!式|仪式|典礼|词|会(?!期)|礼|活动|日|首日|以来)"
_VERB = re.compile(rf"{_HOLD}|{_OPEN}")
_ADVERBS = (
    r"(?:组织|联合|共同|及时|立即|迅速|专题|隆重|成功|顺利|正式|紧急|连夜|拟|先后|首次|再次|还|也|又|率先|分别|统一|集中|精心|如期|继续"
    r"|相继|陆续|随即|随后|积极|同步|牵头|专门|主动|圆满|胜利|盛大|同时|火热|热烈|精彩|鸣枪|在线上线下|以视频(?:会议)?(?:形式|方式)|采取[^，。]{1,14}(?:方式|形式)|通过[^，。]{1,14}(?:方式|形式)"
    r"|以[^，。]{1,14}(?:方式|形式)|按[^，。]{1,14}(?:方式|形式)|即将|将|将要|近期|定于|拟于|于|今天|今日|昨日|昨天)"
)
_TAIL = re.compile(rf"(?:{_DATE}|{_ADVERBS}|（[^（）]{{1,16}}）)*$")
_PLACE = re.compile(r"在(?P<place>(?:(?!在|召开|举行)[^，。；为就]){1,40})(?:(?:为|就)[^，。；]{1,20})?$")
_SHORT = r"[^，。；]{1,16}"
_NO_PLACE = re.compile(r"(?:之际|期间|时候|下|前|后|时|过程中|基础上|中|之前|之后|大背景|推动)$|^(?:即|线|职|于|此|全[国省市县区]上下)")
_HOST = re.compile(r"由(?P<host>[^，。；的]{2,60}?)(?:联合|共同)?(?:主办|举办|组织|发起)(?!方)")
_HOST_AFTER = re.compile(r"，(?P<host>[^，。；的]{2,60}?)(?:联合|共同)?主办(?:，|的)|由(?P<other>[^，。；的]{2,60}?)(?:联合|共同)?承办")
# 座谈会上，…… ; 某人在某推进会上强调
_UPON = re.compile(
    rf"(?P<front>(?:{_DATE}|随后|当[天日]|，)*(?P<who>(?:{_POST})?{_P}|(?:[^，。；{_P}]{{0,30}}{_P}))?(?:{_DATE})?在?(?:{_DATE})?)"
    rf"(?P<name>[^，。；在{_P}]{{2,40}}?(?:会|会议|仪式|典礼|论坛|[^，。；{_P}]会议?（[^（）]{{1,8}}）))(?:现场)?[上中](?=$|{_P}|{_POST}|强调|指出|要求|表示|说|讲话|发表|作|提出|致辞|宣布)"
)
_PRONOUN_NAME = re.compile(r"(?:本次|此次|这次|该)?(?:会|会议|大会|仪式|活动|论坛)")
_RECURRING = re.compile(r"每(?:周|月|季度?|年|日|天|半年|两周|隔|逢|期|次)|定期|不定期|经常|多次|常态化|轮流|长期|逐月|按月|按季|累计|共计|每个月")
_REFERRED = re.compile(
    r"贯彻|落实|学习|传达|按照|根据|围绕|结合|领会|对照|依据|遵照|重温|聆听|收听|收看|迎接|筹备|备战|确保|保障|服务|支持|申办|为了|祝贺|提出的|以来|自从|预祝|获悉|通过|采取|利用|要求|建议|希望"
)
_SPENT = re.compile(r"(?:上的|上所?作的|上提出的?|上发表的|上关于|精神|后|以来|之际|前夕|期间|前|时|的(?:通知|意见|方案|决定|要求|部署))")


@dataclass(frozen=True, slots=True)
class Event:
    """A place where the text says that a gathering is held. Offsets: the scene's string.

    Attributes:
        name: the name; an empty span when the meeting has none but 会议 in the headline.
        at: where the verb stands.
        clause: the clause.
        rule: the form that found it.
        organizer: who calls it, as written, in pieces.
        place: where.
        chair: the persons who hold it (主持召开).
    """

    name: Span
    at: int
    clause: Clause
    rule: str
    organizer: tuple[Span, ...] = ()
    place: Span | None = None
    chair: tuple[int, ...] = ()


def find_events(scene: Scene) -> Iterator[Event]:
    """Yield the events of a scene in the order of the text."""
    for clause in scene.clauses:
        if not clause.spoken:
            yield from _in_clause(scene, clause)


def _in_clause(scene: Scene, clause: Clause) -> Iterator[Event]:
    done = clause.start
    for verb in _VERB.finditer(scene.string, clause.start, clause.end):
        if verb.start() < done:
            continue
        event = _held_in(scene, clause, verb) or _held_before(scene, clause, verb) or _held(scene, clause, verb)
        if event:
            yield event
            done = max(verb.end(), event.name[1])
    if done == clause.start:
        event = _attended(scene, clause) or _upon(scene, clause)
        if event:
            yield event


def _held_in(scene: Scene, clause: Clause, verb: re.Match[str]) -> Event | None:
    """Read 在某地举行的某会上: who and where stand before, the name behind 的."""
    if not scene.string.startswith("的", verb.end()) or not re.match(_HOLD, verb.group()):
        return None
    name = name_from(scene.string, verb.end() + 1, clause.end)
    if not name or not re.match(r"[”’]?(?:上|中|现场|间隙|，|$|后|开始)", scene.string[name[1] : name[1] + 2] + "，"):
        return None
    left = scene.string[clause.start : verb.start()]
    if not re.search(rf"(?:^|，|出席|参加|{_DATE}|{_P})在|^随后|^[^，]{{0,4}}由", left) or _REFERRED.search(left):
        return None
    if re.match(r"上(?:的|提出|作出|发表的|关于)", scene.string[name[1] :]):
        return None
    event = Event(name, verb.start(), clause, "meeting.relative")
    return _with_front(scene, event, re.match(rf"(?:.*{_P})?(?:以视频方式)?(?:出席|参加)?(?:{_DATE})*(?:在(?=[^，]{{0,30}}{_DATE}|[^，]{{2,16}}$))?", left).end() + clause.start, verb.start())  # type: ignore[union-attr]


def _held_before(scene: Scene, clause: Clause, verb: re.Match[str]) -> Event | None:
    """Read 某会在某地召开: the name stands in front of the verb."""
    if verb.group() in {"开展", "主办", "组织开展"} or scene.string.startswith("的", verb.end()):
        return None
    own = name_from(scene.string, verb.end(), clause.end) if re.match(_HOLD, verb.group()) else None
    if own and own[0] == verb.end():
        # 某次会议10日举行第二次全体会议: the session has its own name
        return None
    place, end = _front(scene, clause.start, verb.start())
    name = name_before(scene.string, clause.start, end)
    if not name or _refused(scene, clause, name, verb):
        return None
    organizer = _host(scene, clause, name[0])
    return Event(name, verb.start(), clause, "meeting.named-first", organizer, place)


def _held(scene: Scene, clause: Clause, verb: re.Match[str]) -> Event | None:
    """Read 某单位在某地召开某会: the name stands behind the verb."""
    if not re.match(_HOLD, verb.group()):
        return None
    name = None if scene.string.startswith("的", verb.end()) else name_from(scene.string, verb.end(), clause.end)
    if not name or _refused(scene, clause, name, verb):
        return None
    if verb.group() == "收听收看":
        return Event(name, verb.start(), clause, "meeting.watched")
    return _with_front(scene, Event(name, verb.start(), clause, "meeting.held"), clause.start, verb.start())


def _attended(scene: Scene, clause: Clause) -> Event | None:
    """Read 某人出席某会: a gathering told by who attends it."""
    found = re.search(rf"{_P}(?:、{_POST}?{_P}|等|一行|分别|共同|应邀|率队|受邀|{_DATE}|以视频方式|在{_SHORT})*(?:出席|参加|列席|主持)", scene.text(clause))
    if not found:
        return None
    start = clause.start + found.end()
    name = name_from(scene.string, start, clause.end)
    if not name or use_of(scene.string[slice(*name)]) == "weak" or len(range(*name)) < 6:
        return None
    front = scene.string[clause.start : start]
    if _REFERRED.search(front) or "会见" in front or name[0] - start > 30 or scene.string.startswith("的", name[1]):
        return None
    chair = scene.persons(clause.start, start) if front.endswith("主持") else ()
    return Event(name, start, clause, "meeting.attended", chair=chair)


def _upon(scene: Scene, clause: Clause) -> Event | None:
    """Read 座谈会上，…… and 某人在某会上强调: a gathering told by what is said there."""
    text = scene.text(clause)
    found = _UPON.match(text)
    if not found or (found["who"] and not re.search(rf"在{_DATE}?$", found["front"])) or _REFERRED.search(found["front"]) or "\n" in scene.string[: clause.start].rstrip("\n") and found["who"]:
        return None
    start, end = clause.start + found.start("name"), clause.start + found.end("name")
    name = name_before(scene.string, start, end)
    if not name or _PRONOUN_NAME.fullmatch(scene.string[slice(*name)]):
        return None
    return Event(name, end, clause, "meeting.spoken-at" if found["who"] else "meeting.upon")


def _refused(scene: Scene, clause: Clause, name: Span, verb: re.Match[str]) -> bool:
    """Tell whether the words only refer to gatherings, count them or tell of a habit."""
    string = scene.string
    front = string[clause.start : min(name[0], verb.start())]
    behind = string[max(name[1], verb.end()) : clause.end]
    if re.match(rf"(?:共|累计|达|近|已)?(?:{_AMOUNT}|[0-9]+(?:余|多)?(?:次|场|期))", behind) and not re.match(r"(?:天|日)", behind[1:]):
        return True
    if _RECURRING.search(front) or re.search(r"(?:通过|采取|利用|采用|以)$", re.sub(_ADVERBS, "", front[-14:])):
        return True
    between = string[min(name[0], verb.end()) : max(name[0], verb.end())]
    amounts = [scene.canvas.fills[i] for i in range(verb.end(), name[0]) if i in scene.canvas.fills]
    if any(fill.hole == "AMOUNT" for fill in amounts) and verb.end() <= name[0] and not re.match(r"(?:了|为期)", between) :
        return True
    if re.match(r"(?:后|以来|之际|前夕|期间|前|时|的(?:通知|意见|精神|要求|决定))", behind):
        return True
    return bool(re.search(r"(?:贯彻|落实|学习|传达|按照|根据|围绕|迎接|筹备|备战|自|祝贺|为(?!期))[^，]{0,20}$", front)) and name[0] < verb.start()


def _front(scene: Scene, start: int, end: int) -> tuple[Span | None, int]:
    """Return the place in front of a verb and where the words before it end."""
    string = scene.string
    stop = start + _TAIL.search(string[start:end]).start()  # type: ignore[union-attr]
    found = _PLACE.search(string[start:stop])
    if not found or _NO_PLACE.search(found["place"]):
        return None, stop
    place = (start + found.start("place"), start + found.end("place") - 2 * found["place"].endswith("现场"))
    stop = start + found.start()
    return place, start + _TAIL.search(string[start:stop]).start()  # type: ignore[union-attr]


def _with_front(scene: Scene, event: Event, start: int, end: int) -> Event:
    """Return the event with the organizer, the chair and the place that stand before its verb."""
    string = scene.string
    chairing = string[:end].endswith("主持")
    place, stop = _front(scene, start, end - 2 if chairing else end)
    people = scene.persons(start, stop)
    last = string.rfind(_DATE, start, stop) + 1 or start
    place = place or _place_before(scene, event.clause)
    if people and (chairing or string[people[-1] + 1 : stop] in {"", "同志"}):
        return replace(event, place=place, chair=people if chairing else (), organizer=())
    organizer = _body(scene, last, stop)
    if not organizer:
        organizer = _host(scene, event.clause, end)
    return replace(event, place=place, organizer=organizer)


def _place_before(scene: Scene, clause: Clause) -> Span | None:
    """Return the place that the clause before gives: 在某站，某某主持召开现场办公会."""
    sentence = scene.sentences[clause.sentence]
    index = sentence.index(clause)
    if not index:
        return None
    before = sentence[index - 1]
    found = _PLACE.fullmatch(scene.text(before))
    if not found or _NO_PLACE.search(found["place"]):
        return None
    return before.start + found.start("place"), before.end


def _host(scene: Scene, clause: Clause, at: int) -> tuple[Span, ...]:
    """Return who 主办 in the sentence before `at`."""
    sentence = scene.sentences[clause.sentence]
    start = sentence[0].start
    found = _HOST.search(scene.string[start:at]) or _HOST_AFTER.search(scene.string[start:at])
    if not found:
        return ()
    group = "host" if found["host"] else "other"
    return ((start + found.start(group), start + found.end(group)),)


def _body(scene: Scene, start: int, end: int) -> tuple[Span, ...]:
    """Return the words between `start` and `end` as an organizer, if they can be one."""
    words = scene.string[start:end]
    lead = re.match(r"(?:，|随后|同时|期间|为此|此外|其间|会后|会前|据悉|由|[近日前]{2}|上午|下午|晚上|当天|当日)*", words)
    begin = start + (lead.end() if lead else 0)
    topic = re.search(r"(?:首次|首度|专门|再次)?(?:就|针对|围绕|为|(?<!（)以|对)(?!业|职|读|民|下简)[^，。；]{2,}$", scene.string[begin + 2 : end])
    if topic:
        end = begin + 2 + topic.start()
    words = scene.string[begin:end]
    if not 2 <= len(words) <= 50 or re.search(rf"[。；：{_P}{_POST}{PERIOD}]|^(?:并|要|积极|通过|组织|为|把|将|对|从|还|也|及|和|与|先后)|(?:的|了|着|上|期间|考虑|计划|决定|首先|即将|首度|首次|项目|工程|届时|正在|活动|，)$|^(?:召开|举行|此次|本次|首先|届时|此前|近期|不断|深入|广泛|全面|大力|切实|扎实|认真|有力|有效)|^[^一-鿿]+$", words):
        return ()
    return ((begin, end),)
