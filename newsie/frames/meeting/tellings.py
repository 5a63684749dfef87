"""Which events are one gathering, when it is, and how far the text tells of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.meeting.aliases import is_same_session
from newsie.frames.meeting.events import OFFICE, Event, find_events
from newsie.frames.meeting.fronts import last_date
from newsie.frames.meeting.names import kind_of, use_of
from newsie.frames.meeting.scene import PERIOD, Scene
from newsie.reading import Date
from newsie.trace import refuse

_DATE = MARKS["DATE"]
# how many gatherings back a second mention may mean
_RECENT = 12
_LEAST_FULL, _LEAST_PLACED, _GENERIC = 8, 6, 4
_OPENING_SENTENCES = 2
_BARE = re.compile(r"(?:本次|此次|这次|该)?(?:会议|大会|仪式|活动|比赛|培训|全会|论坛)")
# 某洽谈会在某地开幕。某某主持｜开幕式: what opens or closes it is no other gathering
_CEREMONY_OF_IT = re.compile(r"(?:[开闭启]幕|开赛|开园|开班)(?:仪?式|典礼|大会)")
_TOLD_BY_ROLE = frozenset(
    {"meeting.attended", "meeting.chaired", "meeting.upon", "meeting.spoken-at", "meeting.weighed"}
)
# 本届广交会 is 第133届广交会 told of before
_THIS_TIME = re.compile(r"[本此这][届次]")
_OF_ITS_OWN = re.compile(rf"[“\"第届]|{PERIOD}|[0-9]{{4}}")
# 举行以全民健身为主题的登高活动
_THEMED = re.compile("为主题|为题|主题[为是]")
_GOES = re.compile(r"督导|调研|考察|走访|慰问|视察|检查|来到|深入|前往|先后到|率队|带队|参观|一行|看望")
_MEETS = re.compile(r"会议|会上|仪式|座谈会|大会|主持")
_SITS_DOWN = re.compile(r"座谈|交流|会谈|洽谈")
_THAT_DAY = re.compile(r"[当同][天日](?:上午|下午|晚上?)?$|(?:上午|下午|晚上)$")
_SETS_OUT = re.compile(r"带队|率队|一行|前往|来到|深入|先后[到赴]")
# 决定6月4日召开某会, 设计师将举办发布会
_ANNOUNCED = re.compile(r"(?:决定|定于|拟于?|计划|将于?)[^，。；]{0,24}$")
_WILL = re.compile(r"(?:将|即将|拟|计划)[^，。；]{0,8}$")
# 正在此间举行的某论坛上: it goes on now, whatever day was told of before
_GOING_ON = re.compile("正在[^，。；]{0,12}$")
# 随后召开座谈会; 视察结束后召开座谈会, 实地查看后，……
_THEN = re.compile(r"随后|会后|期间|[^，。；]{0,12}?(?:结束|完毕|[察研导查看访观])之?后")
# what shows that a later paragraph is still of the gathering
_OF_IT = re.compile("会议|会上|座谈|大会|仪式|论坛|峰会|与会|参会|会场|[他她]|主持|出席|参加")
_AT_IT = re.compile(f"{_DATE}，[^。；]{{0,80}}(?:主持|出席|参加|列席)了?(?:会议|[本此]次|活动|仪式|$|，|。)")
_CELEBRATES = re.compile("，(?:隆重)?(?:庆祝|纪念|悼念)")
# （6）“某某行”活动举办；: a name of its own, of no series that goes on; 2024年下乡活动启动 is a campaign
_CALLED = re.compile(r"[“\"届](?!.{0,40}系列活动)")
_CAMPAIGN = re.compile("启动|开展|组织开展|收官|启航")
# the forms that show a gathering at work
_TOLD = frozenset(
    {"meeting.relative", "meeting.upon", "meeting.weighed", "meeting.talk", "meeting.discussion"}
)
_OPENED = re.compile("开幕|启幕|闭幕|落幕|上演|落下帷幕|拉开帷幕")
# 舞龙、舞狮等精彩的贺岁活动在多地举行
_MANY = re.compile("等|各[类种项]|系列活动|丰富多彩|[精多]彩")
_WIDE = re.compile("[多各]地|各[省市县乡村镇]|[多各]个")
_AND_MORE = re.compile("等[^，。；]{0,4}活动$")


@dataclass(slots=True)
class Telling:
    """What a text tells of one gathering. Offsets: the scene's string.

    Attributes:
        events: where the text says that it is held, the first leading.
        date: when it is held.
        dated: whether its own sentence says so.
        sentences: the numbers of the sentences that tell of it.
        start, end: the range.
    """

    events: list[Event]
    date: Date | None
    dated: bool
    sentences: list[int] = field(default_factory=list)
    start: int = 0
    end: int = 0

    @property
    def lead(self) -> Event:
        """The first event."""
        return self.events[0]


def find_tellings(scene: Scene) -> list[Telling]:
    """Return the gatherings of a scene, each with its range, in the order of the text."""
    tellings: list[Telling] = []
    for event in find_events(scene):
        own = own_date(scene, event)
        story = _story(scene, event)
        recent = [
            telling for telling in tellings[: -_RECENT - 1 : -1] if _story(scene, telling.lead) == story
        ]
        same = next((telling for telling in recent if _is_same(scene, telling, event, own)), None)
        if same:
            same.events.append(event)
            same.date = same.date or own
        else:
            tellings.append(Telling([event], own, own is not None))
    kept = [telling for telling in tellings if _is_kept(scene, telling)]
    for telling in kept:
        if telling.date is None and not scene.is_item(telling.lead.clause.sentence):
            before = _day_before(scene, telling.lead.at) if _in_story(scene, telling) else None
            telling.date = before or _day_after(scene, telling.lead)
    told = [telling for telling in kept if not _only_announced(scene, telling, kept[0])]
    for index, telling in enumerate(told):
        floor = scene.starts(told[index - 1].lead.clause.sentence) if index else -1
        following = told[index + 1].lead.clause.sentence if index + 1 < len(told) else len(scene.sentences)
        _spread(scene, telling, floor, following)
    for telling in kept:
        if not telling.sentences:
            shared = any(
                telling.lead.clause.sentence in other.sentences for other in told if other is not telling
            )
            telling.sentences = [] if shared else [telling.lead.clause.sentence]
            telling.start, telling.end = telling.lead.clause.start, telling.lead.clause.end
    return kept


def _story(scene: Scene, event: Event) -> tuple[int, int]:
    """Return which story of a digest, or which headline of a list, an event is told in."""
    number = event.clause.sentence
    return scene.layout.item(event.at), number if scene.is_headline(number) else -1


def _only_announced(scene: Scene, telling: Telling, first: Telling) -> bool:
    """Tell whether a gathering is only what another decides on: 会议决定6月4日召开某会."""
    event = telling.lead
    at = min(event.at, event.name[0]) if event.rule == "meeting.held-first" else event.at
    return telling is not first and bool(
        event.clause.spoken or _ANNOUNCED.search(scene.string, event.clause.start, at)
    )


def own_date(scene: Scene, event: Event) -> Date | None:
    """Return the day that the event's own sentence gives: one at its verb, else the last before it."""
    first = min(event.name[0], event.at)
    last = max(event.name[1], event.at)
    near = scene.string.rfind(_DATE, first, last + 1)
    if near < 0 or event.name[0] <= near < event.name[1]:
        near = last_date(scene.string, scene.starts(event.clause.sentence), first)
    return scene.date(near) if near >= 0 else None


def _day_before(scene: Scene, at: int) -> Date | None:
    """Return the day that the story has set before a place; another item of a digest is another story."""
    day = scene.day_before(at)
    if day and scene.layout.item(scene.canvas.at(day.start)) != scene.layout.item(at):
        return None
    return day


def _day_after(scene: Scene, event: Event) -> Date | None:
    """Return the day with which the sentence after a gathering begins, in the same paragraph, where it is of it."""
    number = event.clause.sentence + 1
    at = scene.starts(number)
    if "\n" in scene.string[event.at : at]:
        return None
    # 某院召开推进会。7月2日，院长某某主持会议
    own = event.rule == "meeting.weighed" or (
        event.rule == "meeting.held" and _AT_IT.search(scene.string, at, scene.starts(number + 1))
    )
    return scene.date(at) if own else None


def _is_same(scene: Scene, telling: Telling, event: Event, own: Date | None) -> bool:
    """Tell whether an event is the gathering of an earlier one."""
    name = scene.words(*event.name)
    for other in telling.events[:_RECENT]:
        known = scene.words(*other.name)
        if other.name == event.name or (other.clause is event.clause and name == known):
            return True
        if own and telling.date and _differ(own, telling.date):
            continue
        if (name != known and not _one_host(scene, telling.lead, event)) or _of_another(scene, known, event):
            continue
        if _is_ceremony_of(scene, name, event, other):
            return True
        if name == known or (known.endswith(name) and not event.chair) or is_same_session(name, known):
            return not _called_by_another(scene, telling.lead, event)
        if _THIS_TIME.match(name) and known.endswith(name[2:]) and len(name) > _GENERIC:
            return True
        if (len(known) <= _GENERIC and name.endswith(known)) or (
            _BARE.fullmatch(name) and kind_of(known) == kind_of(name)
        ):
            return True
    return False


def _is_ceremony_of(scene: Scene, name: str, event: Event, other: Event) -> bool:
    """Tell whether a mere 开幕式, told of by who is there, opens the gathering of another event: 某节在某村开幕."""
    if event.rule not in _TOLD_BY_ROLE or event.place or not _CEREMONY_OF_IT.fullmatch(name):
        return False
    return kind_of(scene.words(*other.name)) != "ceremony" and other.rule == "meeting.held-first"


def _of_another(scene: Scene, known: str, event: Event) -> bool:
    """Tell whether a gathering's name begins with a body that is not the event's: 驻甲国大使馆招待会, and 驻乙国大使馆's."""
    body = known.removesuffix(scene.words(*event.name))
    return bool(OFFICE.search(body)) and event.organizer is not None and scene.words(*event.organizer) != body


def _called_by_another(scene: Scene, lead: Event, event: Event) -> bool:
    """Tell whether a mere 会议 is another body's: 某某主持召开县委会议；县政府举行会议."""
    if (
        not event.organizer
        or lead.organizer
        or not lead.chair
        or not _BARE.fullmatch(scene.words(*event.name))
    ):
        return False
    return scene.words(*event.organizer) not in scene.words(lead.clause.start, lead.name[1])


def _differ(one: Date, other: Date) -> bool:
    """Tell whether two dates are certainly two days."""
    return (
        None not in {one.interval.start, other.interval.start} and one.interval.start != other.interval.start
    )


def _one_host(scene: Scene, one: Event, other: Event) -> bool:
    """Tell whether two events may have the same organizer."""
    if not one.organizer or not other.organizer:
        return True
    return scene.words(*one.organizer) == scene.words(*other.organizer)


def _is_kept(scene: Scene, telling: Telling) -> bool:
    """Tell whether a gathering is told of, and tell if it is not."""
    told = _is_told(scene, telling)
    if not told:
        dated = "dated, but its name is too slight" if telling.dated else "undated, one among other measures"
        refuse("meeting", f"{dated} to be told of as a gathering", telling.lead.name, scene.canvas)
    return told


def _is_told(scene: Scene, telling: Telling) -> bool:
    """Tell whether a gathering is told of, not just one among other measures."""
    event = telling.lead
    name = scene.string[slice(*event.name)]
    kind, use = kind_of(scene.words(*event.name)), use_of(name)
    own_name = bool(_OF_ITS_OWN.search(name) or _THEMED.search(scene.string, event.at, event.name[0]))
    carried_out = scene.string.startswith("开展", event.at)
    # 举行欢乐跑、舞龙等庆祝活动
    if kind is None or (use == "any" and _AND_MORE.search(name)):
        return False
    if _BARE.fullmatch(name) and not (telling.dated or event.chair or event.organizer or event.place):
        return event.rule in {"meeting.relative", "meeting.weighed"}
    if use == "weak" and kind == "other":
        called = _CALLED.search(name) and not _CAMPAIGN.match(scene.string, event.at)
        if called and scene.is_headline(event.clause.sentence):
            return True
        told = (
            (own_name and not carried_out)
            or _by_someone(event, name)
            or _celebrates(scene, event)
            or _takes_place(scene, event)
        )
        return told if telling.dated else own_name and event.place is not None and _is_edition(scene, event)
    if carried_out and not telling.dated:
        return kind == "training" and own_name and len(name) >= _LEAST_FULL
    if (
        not telling.dated
        and len(name) <= _GENERIC
        and _WILL.search(scene.string, event.clause.start, event.at)
    ):
        return False
    if telling.dated or event.chair or any(other.rule in _TOLD for other in telling.events[:_RECENT]):
        return True
    return use != "weak" and _stands_out(scene, event, own_name=own_name)


def _is_edition(scene: Scene, event: Event) -> bool:
    """Tell whether the first paragraph says where one of a series is held: 第六届某节将在某镇举办."""
    return (
        event.at < scene.opening and event.rule == "meeting.held-first" and "届" in scene.words(*event.name)
    )


def _by_someone(event: Event, name: str) -> bool:
    """Tell whether an ordinary noun is a gathering by who holds it: 3日，某街道举行消防应急疏散演练."""
    if event.organizer is None:
        return False
    return name.endswith(("晚会", "汇演")) or (len(name) >= _LEAST_FULL and name.endswith("演练"))


def _takes_place(scene: Scene, event: Event) -> bool:
    """Tell whether an ordinary noun is a gathering by its being held somewhere: 3日，某县义务植树活动在某镇举行."""
    if event.rule != "meeting.held-first" or _CAMPAIGN.match(scene.string, event.at):
        return False
    if _MANY.search(scene.string, *event.name) or event.name[1] - event.name[0] <= _GENERIC:
        return False
    if event.place and _WIDE.search(scene.string, *event.place):
        return False
    return event.place is not None or _OPENED.match(scene.string, event.at) is not None


def _celebrates(scene: Scene, event: Event) -> bool:
    """Tell whether an ordinary noun is a gathering by what it is for: 某国政府5日在首都举行活动，庆祝……."""
    if event.organizer is None or event.place is None or _AND_MORE.search(scene.string, *event.name):
        return False
    return _CELEBRATES.match(scene.string, event.name[1]) is not None


def _stands_out(scene: Scene, event: Event, *, own_name: bool) -> bool:
    """Tell whether an undated gathering is more than one of the measures that a report lists."""
    length = event.name[1] - event.name[0]
    if scene.is_headline(event.clause.sentence):
        return True
    if event.at < scene.opening and (
        event.clause.sentence < _OPENING_SENTENCES or event.rule == "meeting.attended"
    ):
        return True
    if event.rule == "meeting.attended":
        return False
    if event.place and (event.rule == "meeting.held-first" or length >= _LEAST_PLACED):
        return True
    then = _THEN.match(scene.string, scene.starts(event.clause.sentence)) or "随后" in scene.text(
        event.clause
    )
    return (own_name and length >= _LEAST_FULL) or bool(then)


def _in_story(scene: Scene, telling: Telling) -> bool:
    """Tell whether a gathering without a day of its own is part of the story before it."""
    event = telling.lead
    if _ANNOUNCED.search(scene.string, event.clause.start, event.at) or _GOING_ON.search(
        scene.string, event.clause.start, event.at
    ):
        return False
    if event.chair or event.place or event.rule in _TOLD:
        return True
    return bool(_THEN.match(scene.string, scene.starts(event.clause.sentence)))


def _spread(scene: Scene, telling: Telling, floor: int, following: int) -> None:
    """Set the range of a telling: from its sentence to the next gathering or another day's visit.

    `floor` is where the gathering before begins, `following` the sentence that leads the next.
    """
    first = telling.lead.clause.sentence
    if telling.lead.rule == "meeting.upon" and first and scene.starts(first - 1) > floor:
        # 某某与某某进行座谈。座谈会上，……
        first -= bool(_SITS_DOWN.search(scene.told(first - 1)))
    last = max(following, telling.lead.clause.sentence + 1)
    numbers = range(telling.lead.clause.sentence + 1, last)
    last = next((number for number in numbers if _leaves(scene, telling, number)), last)
    telling.sentences = list(range(first, last))
    telling.start, telling.end = (
        scene.starts(first),
        min(scene.starts(last), scene.starts(max(following, first + 1))),
    )


def _leaves(scene: Scene, telling: Telling, number: int) -> bool:
    """Tell whether a sentence is another item of a list, or turns to what someone did elsewhere on another day."""
    sentence = scene.sentences[number]
    if scene.is_item(number) or scene.layout.item(sentence[0].start) != scene.layout.item(telling.lead.at):
        return True
    if _has_moved_on(scene, telling, number):
        return True
    place = scene.string.find(_DATE, sentence[0].start, sentence[0].start + 12)
    told = next((clause for clause in sentence if clause.start <= place < clause.end), sentence[0])
    if place < 0 or told.spoken:
        return False
    text = scene.string[sentence[0].start : sentence[-1].end]
    date, known = scene.date(place), telling.date
    if _THAT_DAY.match(scene.words(place, place + 1)):
        # 当天下午，某某带队到……
        return bool(_SETS_OUT.search(text)) and not _MEETS.search(text)
    if not date or not known or date.interval.start == known.interval.start:
        return False
    return bool(_GOES.search(text)) and not _MEETS.search(text)


def _has_moved_on(scene: Scene, telling: Telling, number: int) -> bool:
    """Tell whether a gathering was only where someone spoke, and a further paragraph lets another speak.

    某某在全县金融工作会议上指出，…… / 经济学家某某认为，……
    """
    start, end = scene.starts(number), scene.starts(number + 1)
    if telling.lead.rule != "meeting.spoken-at" or scene.string[start - 1 : start] != "\n":
        return False
    people = {scene.words(at, at + 1) for at in scene.persons(start, end)}
    known = {
        scene.words(at, at + 1)
        for event in telling.events[:_RECENT]
        for at in scene.persons(event.clause.start, event.clause.end)
    }
    return bool(people) and people.isdisjoint(known) and not _OF_IT.search(scene.string, start, end)
