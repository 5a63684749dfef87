"""Where a text says that a gathering is held: the lead forms (导语句式)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.meeting.acts import act_in
from newsie.frames.meeting.earlier import host_before_it, told_before
from newsie.frames.meeting.fronts import (
    INVITES,
    body_before_day,
    body_between,
    held_by,
    host_before,
    host_in_name,
    last_date,
    place_before,
    place_behind,
    place_of_clause_before,
    place_that_fills,
)
from newsie.frames.meeting.late import goes_on, listed_behind, seen_at
from newsie.frames.meeting.names import any_name, name_before, name_from, use_of
from newsie.frames.meeting.scene import PERIOD, WINDOW, Clause, Scene
from newsie.frames.meeting.weighing import OF_GUESTS, is_former, weighed_names
from newsie.frames.meeting.words import any_of, words
from newsie.lexicon import Beginnings, Sought
from newsie.spans import holding
from newsie.text import Span
from newsie.trace import refuse

_P, _POST, _DATE, _AMOUNT = MARKS["PERSON"], MARKS["POST"], MARKS["DATE"], MARKS["AMOUNT"]
_HOLD = re.compile(any_of("hold"))
_OPENS = Beginnings.of([*words("hold"), *words("open")])
_VERB = Sought(_OPENS, f"{any_of('hold')}|{any_of('open')}(?!式|仪式|典礼|词|会(?!期)|礼|活动|日|首日|以来)")
# a word of each of the lead forms
_OTHER_FORMS = ("出席", "参加", "列席", "主持", "会", "仪式", "典礼", "论坛", "活动", "座谈", "讨论", "审议")
_FORM = Sought.of([*words("hold"), *words("open"), *_OTHER_FORMS])
_ONLY_WITH_OBJECT = frozenset({"开展", "主办", "组织开展", "收听收看"})
# 在某地举行的某会上，…… and 出席在某地举行的某会
_IN_FRONT = re.compile(rf"(?:^|，|出席了?|参加了?|{_DATE}|{_P})正?在|^随后|^[^，]{{0,4}}由")
_UP_TO_BODY = re.compile(rf"(?:.{{0,200}}{_P})?(?:以视频方式)?(?:即|还|就)?(?:出席|参加)?了?{_DATE}*")
# 在国务院新闻办公室举行: no place but the host
OFFICE = re.compile(r"(?:使馆|领事馆|总领馆|代表团|办公室|办|局|委|厅|政府|协会|商会|法院|检察院)$")
_ON_SCENE = re.compile(r"[”’]?(?:上(?!的|提出|作出|发表的|关于)|中|现场|间隙|后|开始|[并，。]|$)")
# 即将于11月在武汉｜举办的全国湿地保护大会各项准备基本就绪, 11月3日召开的全市某某工作会议要求
_DATED_FRONT = re.compile(
    rf"(?:据悉|目前)?(?:即?将)?于?{_DATE}(?:在[^，。；]{{2,16}})?(?:正式|隆重|胜利|顺利)?|(?:即?将)?在[^，。；]{{2,16}}"
)
_TOLD_OF = re.compile(
    rf"[”’]?(?:[{_DATE}{PERIOD}]|现已|已[经有]?|各项|筹备|准备|吸引|圆满|将|共|历时|是(?!否)|以|主题|要求|提出|指出|强调|明确|部署|审议|听取|决定|规模)"
)
_ATTENDS = re.compile(
    rf"{_P}(?:、{_POST}?{_P}){{0,60}}(?:等|一行|分别|共同|应邀|率队|受邀|将于?|{_DATE}|以视频方式|以[^，。；]{{2,12}}身份){{0,4}}(?:在[^，。；]{{1,16}})?"
    r"(?:出席|参加|列席|主持)"
)
_LEAST_NAME, _GENERIC = 6, 4
# 国家主席某某在某大厅｜举行仪式, 某某和夫人某某举行宴会: to what one person asks others
_HOSTED = re.compile(r"(?:仪式|宴会|招待会|酒会)[”’\"]?$")
_HOSTS = re.compile(rf"{_P}(?:[和与](?:夫人|丈夫){_P})?$")
_WITH = re.compile("[与同和]")
# with how many gatherings told of by a lead form another is compared
_LED = 12
# 座谈会上，……
_UPON = re.compile(
    rf"(?:{_DATE}|随后|当[天日]){{0,8}}(?:在)?(?P<name>[^，。；在{_P}]{{2,40}}?(?:会议?|仪式|典礼|论坛)(?:（[^（）]{{1,8}}）)?)"
    rf"(?:现场)?[上中](?=$|{_P}|{_POST})"
)
# 某人在某推进会上强调
_SPEAKS_AT = re.compile(
    rf"(?:{_DATE}|随后|当[天日]){{0,8}}[^，。；{_P}]{{0,30}}{_P}(?:{_DATE})?在(?:{_DATE})?"
    rf"(?P<name>[^，。；在{_P}]{{4,40}}?(?:会议?|仪式|典礼|论坛|庆祝活动)(?:（[^（）]{{1,8}}）)?)"
    r"上(?=$|强调|指出|要求|表示|说|讲话|发表|作|提出|致辞|宣布)"
)
_HELD_THERE = re.compile("(?:组织)?(?:召开|举行|举办)")
_CHAIRED = re.compile(rf"(?P<name>[^，。；{_P}]{{4,60}})由[^，。；]{{0,40}}?{_P}主持$")
_DECIDES = frozenset({"会议决定", "大会决定", "全会决定"})
_PRONOUN_NAME = re.compile(r"[本此这该]?次?(?:会议?|大会|仪式|活动|论坛)")
_RECURRING = re.compile(any_of("recurring"))
_REFERRED = re.compile(any_of("refer"))
_SERIES = re.compile(r"系列[^，。；]{0,4}活动\Z|等[^，。；]{0,4}活动\Z")
_PLANNED = re.compile("将|继续|持续|计划|陆续|各地")
_YEARLY = re.compile(r"连续[^，。；]{1,4}[年届次](?:成功|在)?$")
# 在某市召开这次｜具有里程碑意义的重要会议
_DESCRIBED = re.compile(r"(?:具有|意义)[^，。；]{2,20}的")
_DEMANDED = re.compile(r"(?:敦促|呼吁|要求|建议|提议|支持|欢迎|赞赏)[^，。；]{0,16}$")
# 在这场由某局主办的音乐会上
_BY_WHOM = re.compile("(?:[这此本][场次个届])?由")
_AS_MEANS = re.compile(rf"(?:通过|采取|利用|采用|以)(?:{any_of('manner')}){{0,8}}$")
_NOT_HELD = (
    (_RECURRING, "held again and again"),
    (_YEARLY, "held year after year: 连续三年举办某会"),
    (_DEMANDED, "asked for, not held: 敦促某会召开"),
    (_AS_MEANS, "a means to something: 通过召开……"),
)
_COUNTED = re.compile(rf"(?:共|累计|达|近|已)?(?:{_AMOUNT}|[0-9]{{1,40}}[余多]?[次场期])(?![天日])")
# 举办书法展、乒乓球赛等活动30余场, 承办了甲锦标赛、乙联赛等大型赛事
_COUNTED_LIST = re.compile(
    rf"(?:、[^，。；]{{1,60}}?)?等[^，。；]{{0,14}}(?:{_AMOUNT}|[0-9]{{1,9}}[余多]?[场次期届项个])|、[^，。；]{{1,60}}等[^，。；]{{0,8}}(?:赛事|节会|展会)(?=[，。；]|$)"
)
_SPENT = re.compile(
    rf"(?:{_AMOUNT}|[0-9一二三四五六七八九十]{{1,4}})?周年|后|至|这段时间|以来|之际|前夕|期间|前|时|的(?:通知|意见|精神|要求|决定)"
)
# 某县迎接全省推进会召开: the gathering is what is prepared for
_AHEAD = re.compile(
    r"(?:就|对(?=年会|第)|距离?)(?:第|年会|[^，]{2,12}第)|[^“]{0,40}(?:迎接|筹备|备战|祝贺|预祝|多[个场次]|一系列)"
)
_OBEYED = re.compile(
    r"(?:贯彻|落实|学习|传达|按照|根据|围绕|迎接|筹备|备战|自|祝贺|(?<![名作])为(?!期|主题|题))[^，]{0,20}$"
)


class Event(NamedTuple):
    """A place where the text says that a gathering is held. Offsets: the scene's string.

    Attributes:
        name: the name.
        at: where the verb stands.
        clause: the clause.
        rule: the form that found it.
        organizer: who holds it, as written.
        place: where.
        chair: the persons who hold it (主持召开).
        guests: the words for those with whom one talks there.
    """

    name: Span
    at: int
    clause: Clause
    rule: str
    organizer: Span | None = None
    place: Span | None = None
    chair: tuple[int, ...] = ()
    guests: Span | None = None


def find_events(scene: Scene) -> Iterator[Event]:
    """Yield the events of a scene in the order of the text."""
    told = tuple(_told(scene))
    spans = [(clause.start, clause.end) for clause in told]
    formed = (start for start, _ in _FORM.spans(scene.string))
    led = [
        event
        for number in holding(spans, formed)
        for event in _in_clause(scene, told[number])
        if event.clause.spoken or not scene.is_said(event.name[1] - 1)
    ]
    taken = {event.clause.sentence for event in led}
    known = [scene.words(*event.name) for event in led]
    named = (match.start() for match in any_name().finditer(scene.string))
    weighed = [
        event
        for number in holding(spans, named)
        if told[number].sentence not in taken
        for event in _weighed(scene, told[number], known)
    ]
    yield from sorted((*led, *weighed), key=lambda event: event.clause.start)


def _told(scene: Scene) -> Iterator[Clause]:
    """Yield the clauses that no one speaks, and what a meeting decides to hold: 会议决定，某会25日在某地举行."""
    for sentence in scene.sentences:
        for clause in sentence:
            before = sentence[clause.number - 1] if clause.number else clause
            if not clause.spoken or scene.text(before) in _DECIDES:
                yield clause


def _weighed(scene: Scene, clause: Clause, known: Sequence[str]) -> Iterator[Event]:
    """Read 某会一直开到镇村 or 某人在某会上通报: a gathering known by what speaks for it."""
    for name in weighed_names(scene, clause, beside=bool(known)):
        words = scene.words(*name)
        if (
            _PRONOUN_NAME.fullmatch(words)
            or words.startswith("是")
            or any(other.endswith(words) for other in known[:_LED])
        ):
            continue
        organizer = host_in_name(scene, name)
        place = place_behind(scene, name[1], clause.end) or place_that_fills(scene, clause)
        own = (organizer[1], name[1]) if organizer else name
        yield Event(
            own, name[1], clause, "meeting.weighed", organizer or host_before(scene, clause, own[0]), place
        )


def _in_clause(scene: Scene, clause: Clause) -> Iterator[Event]:
    done = clause.start
    for verb in _VERB.finditer(scene.string, clause.start, clause.end):
        if verb.start() < done:
            continue
        event = (
            _held_in(scene, clause, verb) or _held_first(scene, clause, verb) or _held(scene, clause, verb)
        )
        if event:
            yield from _with_listed(scene, event)
            done = max(verb.end(), event.name[1])
    if done == clause.start:
        event = (
            _attended(scene, clause)
            or _chaired(scene, clause)
            or _upon(scene, clause)
            or _acted(scene, clause)
        )
        if event:
            yield from _with_listed(scene, event)


def _with_listed(scene: Scene, event: Event) -> Iterator[Event]:
    """Yield an event and those listed behind its name: 主持甲会第九次会议、乙会第七次会议."""
    yield event
    if event.name[0] >= event.at:
        for name in listed_behind(scene, event.clause, event.name[1]):
            yield event._replace(name=name)


def _held_in(scene: Scene, clause: Clause, verb: re.Match[str]) -> Event | None:
    """Read 在某地举行的某会上: who and where stand before, the name behind 的."""
    if not scene.string.startswith("的", verb.end()) or not _HOLD.match(verb.group()):
        return None
    name = name_from(scene.string, verb.end() + 1, clause.end)
    start = max(clause.start, verb.start() - WINDOW)
    front = scene.string[start : verb.start()]
    if not name or _REFERRED.search(front):
        return None
    dated = _DATED_FRONT.fullmatch(front) and _TOLD_OF.match(scene.string, name[1])
    if not dated and not (_ON_SCENE.match(scene.string[name[1] : name[1] + 4]) and _IN_FRONT.search(front)):
        return None
    skipped = _UP_TO_BODY.match(front)
    event = Event(name, verb.start(), clause, "meeting.relative")
    event = _with_front(scene, event, start + (skipped.end() if skipped else 0))
    by = _BY_WHOM.match(scene.string, *event.place) if event.place else None
    if event.place and by:
        return event._replace(organizer=(by.end(), event.place[1]), place=None)
    hosts = verb.group().endswith("主办")
    if event.place and not event.organizer and (hosts or OFFICE.search(scene.string[slice(*event.place)])):
        return event._replace(organizer=event.place, place=None)
    return event


def _held_first(scene: Scene, clause: Clause, verb: re.Match[str]) -> Event | None:
    """Read 某会在某地召开: the name stands in front of the verb."""
    shows = verb.group() == "开展"
    if (verb.group() in _ONLY_WITH_OBJECT and not shows) or scene.string.startswith("的", verb.end()):
        return None
    own = name_from(scene.string, verb.end(), clause.end) if _HOLD.match(verb.group()) else None
    if own and own[0] == verb.end():
        # 某次会议10日举行第二次全体会议: the session has its own name
        return None
    place, end = place_before(scene, clause.start, verb.start())
    name = name_before(scene.string, clause.start, end) or told_before(scene, clause, end)
    if not name or _refused(scene, clause, name, verb):
        return None
    if shows and not scene.string.endswith("展", *name):
        # 书画展在某馆｜开展 opens; 活动在某地｜开展 only goes on
        return None
    place = place or place_of_clause_before(scene, clause)
    host = host_before(scene, clause, name[0] if name[0] >= clause.start else verb.start())
    return Event(name, verb.start(), clause, "meeting.held-first", host, place)


def _held(scene: Scene, clause: Clause, verb: re.Match[str]) -> Event | None:
    """Read 某单位在某地召开某会: the name stands behind the verb."""
    if not _HOLD.match(verb.group()) or scene.string.startswith("的", verb.end()):
        return None
    name = name_from(scene.string, verb.end(), clause.end)
    if not name or _refused(scene, clause, name, verb):
        return None
    if verb.group() in words("watch"):
        return Event(name, verb.start(), clause, "meeting.watched")
    event = Event(name, verb.start(), clause, "meeting.held")
    return _with_front(scene, event, max(clause.start, verb.start() - WINDOW))


def _with_front(scene: Scene, event: Event, start: int) -> Event:
    """Return the event with the organizer, the chair and the place that stand before its verb."""
    string, end = scene.string, event.at
    chairing = string.endswith("主持", start, end)
    place, stop = place_before(scene, start, end - len("主持") * chairing)
    place = place or place_of_clause_before(scene, event.clause)
    people = scene.persons(start, stop)
    # 某镇邀请专家某某｜在会议室举办培训班
    guests = people and INVITES.search(string, start, people[0])
    if people and not guests and (chairing or string[people[-1] + 1 : stop] in {"", "同志"}):
        if chairing and _WITH.match(string, start, stop):
            # 某某赴某市，与某某共同｜主持召开某会
            people = (*scene.persons(scene.starts(event.clause.sentence), start)[:1], *people)
        hosts = not chairing and _HOSTED.search(string, *event.name)
        host = _HOSTS.search(string, start, people[-1] + 1) if hosts else None
        return event._replace(
            place=place, chair=people if chairing else (), organizer=host.span() if host else None
        )
    last = last_date(string, start, stop) + 1 or start
    organizer = (
        body_between(scene, last, stop)
        or body_before_day(scene, start, last - 1, stop)
        or host_before(scene, event.clause, end)
        or host_before_it(scene, event.clause, start, stop)
    )
    return event._replace(place=place, organizer=organizer)


def _attended(scene: Scene, clause: Clause) -> Event | None:
    """Read 某人出席某会: a gathering told by who attends it."""
    found = _ATTENDS.search(scene.text(clause))
    later = None if found else goes_on(scene, clause)
    if not found and not later:
        return None
    start = later.start if later else clause.start + found.end() if found else clause.end
    # 主持召开｜推进会议时强调: the name begins behind the verb of holding, 系列工作会议 is none
    held = _HELD_THERE.match(scene.string, start, clause.end)
    name = name_from(scene.string, held.end() if held else start, clause.end)
    if not name:
        return None
    # 4.某某出席纪念座谈会: where the item is all that is told, a short name is no reference back
    headline = scene.is_headline(clause.sentence)
    least = _GENERIC if headline else _LEAST_NAME
    if use_of(scene.string[slice(*name)]) == "weak" or name[1] - name[0] < least:
        refuse("meeting", "too slight a name to be a gathering of its own", name, scene.canvas)
        return None
    front = scene.string[max(clause.start, start - WINDOW) : start]
    if (
        _REFERRED.search(front)
        or "会见" in front
        or OF_GUESTS.search(front)
        or scene.string.startswith("的", name[1])
    ):
        refuse("meeting", "only referred to: obeyed, studied or said of its people", name, scene.canvas)
        return None
    chair = scene.persons(clause.start, start) if front.endswith("主持") else ()
    place, host = held_by(scene, start, name[0])
    place = place or seen_at(scene, start)
    if later:
        place, chair = place or later.place, later.chair
    return Event(name, start, clause, "meeting.attended", host, place, chair)


def _chaired(scene: Scene, clause: Clause) -> Event | None:
    """Read 反馈会议由某某主持: a gathering told by who chairs it."""
    found = _CHAIRED.match(scene.text(clause))
    if not found:
        return None
    end = clause.start + found.end("name")
    name = name_before(scene.string, clause.start, end)
    if not name or _PRONOUN_NAME.fullmatch(scene.string[slice(*name)]):
        return None
    return Event(name, end, clause, "meeting.chaired")


def _upon(scene: Scene, clause: Clause) -> Event | None:
    """Read 座谈会上，…… and, at the head of the story, 某人在某会上强调."""
    text = scene.text(clause)
    found, rule = _UPON.match(text), "meeting.upon"
    if not found and (clause.start < scene.opening or scene.is_headline(clause.sentence)):
        found, rule = _SPEAKS_AT.match(text), "meeting.spoken-at"
    if not found or _REFERRED.search(text[: found.start("name")]):
        return None
    start, end = clause.start + found.start("name"), clause.start + found.end("name")
    name = name_before(scene.string, start, end)
    if not name or _PRONOUN_NAME.fullmatch(scene.string[slice(*name)]) or _AHEAD.match(scene.string, *name):
        return None
    return None if is_former(scene, name) else Event(name, end, clause, rule)


def _acted(scene: Scene, clause: Clause) -> Event | None:
    """Read 某某同某某座谈交流, 在参加小组讨论时说: a gathering told by what is done there."""
    act = act_in(scene, clause)
    if not act or is_former(scene, act.name):
        return None
    return Event(act.name, act.at, clause, act.rule, act.organizer, act.place, guests=act.guests)


def _refused(scene: Scene, clause: Clause, name: Span, verb: re.Match[str]) -> bool:
    """Tell whether the words only refer to gatherings, count them or tell of a habit."""
    reason = _refusal(scene, clause, name, verb)
    if reason:
        refuse("meeting", reason, name, scene.canvas)
    return reason is not None


def _refusal(scene: Scene, clause: Clause, name: Span, verb: re.Match[str]) -> str | None:
    """Return why the words at a verb of holding are no gathering of the article."""
    string = scene.string
    first, last = min(name[0], verb.start()), max(name[1], verb.end())
    front, behind = (
        string[max(clause.start, first - WINDOW) : first],
        string[last : min(last + WINDOW, clause.end)],
    )
    if verb.start() > name[0] and _AHEAD.match(string, *name):
        return "what the text prepares for or counts"
    if _COUNTED.match(behind) or _COUNTED_LIST.match(behind):
        return "a counted series"
    if _SPENT.match(behind):
        return "only a time or a document is told by it: 会后, 会议通知"
    reason = next((reason for form, reason in _NOT_HELD if form.search(front)), None)
    if reason:
        return reason
    if _SERIES.search(string, *name) and _PLANNED.search(front):
        return "a series that is planned: 将举办“某某”系列活动"
    between = string[verb.end() : name[0]]
    if _AMOUNT in between and not between.startswith(("了", "为期")):
        return "a counted series"
    if _DESCRIBED.match(string, *name):
        return "no name, but what is said of a gathering that is named elsewhere"
    obeyed = name[0] < verb.start() and _OBEYED.search(front)
    return "only referred to: obeyed, studied or prepared for" if obeyed else None
