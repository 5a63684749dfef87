"""A visit as the sentences tell it: where it goes, who comes along, when and what for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.speech.layout import Layout
from newsie.frames.visiting.aims import bare, find_purpose, find_reason
from newsie.frames.visiting.days import days_before, days_in, far_apart
from newsie.frames.visiting.goers import Goers, find_goers, unit_at_work
from newsie.frames.visiting.lists import Place, listed
from newsie.frames.visiting.places import (
    called_on,
    gone_to,
    objects_of,
    pointed_at,
    scene_of,
    stood_at,
    worked_in,
)
from newsie.frames.visiting.words import any_of
from newsie.reading import Date

_P, _POST, _DATE = MARKS["PERSON"], MARKS["POST"], MARKS["DATE"]
_MOST = 80
# where a date may open a sentence
_OPENS = 4
_WITH = re.compile(
    r"陪同|随同|参加|参与|随行(?!军医|医|人员|记者|的)|一同|同行|同往|一道|随访|陪着|(?:共同|一起)(?=参观|参访|考察|游览)"
)
# 市长某某带着甲局局长某某、乙局局长某某来到……: whom the leader takes along
_TAKES = re.compile(
    rf"(?:率领?|带领|带着|携)(?P<who>(?:(?:、|和)?{_POST}?{_P}){{1,30}})(?:等人?)?(?=[一到来赴深前走])"
)
# 来到甲小学……在甲小学｜食堂，某某打开冰箱: a room of what was named
_ROOM = re.compile(
    "的?[^、，]{0,4}?(?:食堂|后厨|厨房|餐厅|大厅|展厅|教室|宿舍|操场|病房|门诊|门口|会议室|办公室|院内|校园|厂区|园区|车间|村委会)[里内]?"
)
_WIFE = re.compile(r"(?:主席|总统|总理|首相|书记|同志)?(?:的?夫人|的?妻子)")
# 在总统某某夫人某某陪同下: his wife, not he
_SPOUSE = re.compile(rf"{_P}(?:主席|总统|总理|首相|书记|同志|先生)?的?(?:夫人|妻子|丈夫){_P}")
_SHOWS_ABOUT = re.compile(
    r"陪同|(?:参加|参与)(?:了?(?:此次|本次|上述|相关))?(?:视察|检查|调研|考察|督导|督查|活动)"
)
_UNDER = re.compile(r"在[^。；]{1,80}?陪同下")
# 14日至15日，在省委书记某某陪同下，先后到甲市、乙市: whoever leads goes
_WITH_THEM = re.compile(
    rf"(?:{_DATE}，)?在[^。；]{{1,80}}?陪同下，?(?=(?:先后|分别)?(?:[到赴]|来到|深入|前往|走进))"
)
# \n某某、某某等参加上述活动。
_JOINED = re.compile(
    rf"(?:{_POST}?{_P}[、和]?){{1,20}}(?:等同志|等)?(?:参加|陪同|参加或陪同)了?(?:上述|有关|相关)?(?:活动|考察|调研|参观)(?=。|$)"
)
_NOT_WITH = re.compile(
    r"(?<!陪同考察或)(?<!陪同调研或)参加(?:座谈|会议|仪式|签约|揭牌|开工|开幕)|主持|会议|出席|愿意?[同与]"
)
_MEETS = re.compile(
    r"(?:召开|举行|举办)[^。]{0,40}(?:会|仪式)|(?:会|仪式)[^。，]{0,20}(?:召开|举行)|座谈会|签约仪式"
)
# 实地察看了巴彦某等站点: a place that the reader took for a name
_LOOKED_AT = re.compile("[察查]看了\\Z")
_TOGETHER = re.compile("一同|一起|一道|同行|随同|随行|参与|陪同")
_PRONOUN = re.compile(r"(?:\ue002，?|随后，|接着，|当天，)?[他她](?!们)")
# 先后对甲滩、乙湾等水域进行巡查
# 首站来到甲基地，……; 随后走进乙村: whoever the story is about goes on
_NEXT_STOP = re.compile(
    rf"(?:首站|第一站|下一站|最后一站|随后|接着|之后|最后|紧接着|{_DATE}|[上下]午|，){{1,4}}(?:又|还|先后){{0,2}}(?:来到|走进|前往|深入|赶到)"
)
_ROUND = re.compile(
    r"(?:先后|分别|依次)对(?P<what>[^，。；：\n]{2,60}?)(?:等[^，。；：\n]{2,4})(?:开展|进行)"
)
_AIMED = re.compile(r"(?<!面)(?:针对|对)(?P<what>[^，。；：\n]{2,60}?)(?:开展|进行)")
_GOING = re.compile("走进|深入|前往|来到")
# 某日，某某结束对甲国、乙国的正式访问后回到北京: the day is of the way home
_OVER = re.compile(
    r"结束了?(?P<what>(?:[在对赴](?P<list>[^，。；的]{2,60}?))?(?:为期[^，。；的]{1,8})?的?(?:进行)?的?(?:正式|国事|友好|工作|历史性)?(?:访问|考察|调研|视察))"
)
# 副主席某某、某某带队: all of them lead
_LEADERS = rf"(?:^|，)[^，。“”]{{0,24}}?(?P<who>{_P}(?:(?:[、和及]{_POST}?|，?{_POST}|[、和，][^，。、“”{_P}]{{2,16}}[长记任席员]){_P}){{0,12}})(?:（[^（）]{{1,12}}）)?(?:等[^，。、“”到赴]{{0,8}})?(?:分别|共同|亲自)?"
_LEADS = re.compile(rf"{_LEADERS}(?=带队|率队)")
# 视察组先后来到甲示范园……，并听取了某某的汇报: the party goes, whoever reports
_PARTY = re.compile(
    rf"(?:随后，|当天，|{MARKS['DATE']}，?)?[^，。{_P}]{{0,8}}(?:[组团]|代表们|委员们)(?:一行)?(?:先后|分别|还|又|实地){{0,3}}(?:来到|到|深入|走进|前往|察看|查看|考察)"
)
_SAT_IN = re.compile(r"在(?P<list>[^，。；]{2,40})，")
_SHOWN = re.compile(rf"{_LEADERS}(?=一行|带队|率队|走进|来到|前往|察看|说|强调|指出)")


@dataclass(slots=True)
class Tour:
    """What is gathered of one visit; all offsets are into the canvas.

    Attributes:
        goers: the sentence that begins it.
        end: where its last sentence ends.
        opens: whether it begins in the first paragraph, so that the article is about it.
        lead: who leads, as painted persons.
        unit: the words for the unit that goes or sends.
        companions: who comes along, as painted persons.
        places: where it goes, in order.
        purpose: the words that say what it is for.
        date: when.
        aside: whether the text has turned to something else meanwhile.
    """

    goers: Goers
    end: int
    opens: bool
    lead: list[int]
    unit: tuple[int, int] | None
    companions: list[int] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    purpose: tuple[int, int] | None = None
    date: Date | None = None
    aside: bool = False

    @property
    def complete(self) -> bool:
        """Whether it is known who goes, and where or what for."""
        return bool(self.purpose or self.places) and bool(self.lead or self.unit)


def follow(layout: Layout, tours: list[Tour], start: int, end: int) -> None:
    """Take one sentence into the story: it begins a visit, continues the last, or tells of other things."""
    goers = find_goers(layout, start, end)
    current = tours[-1] if tours else None
    if current and (layout.item(current.goers.start) != layout.item(start) or layout.numbered(start)):
        current = None
    if goers and (current is None or not _continues(layout, current, goers)):
        first = layout.string.find("\n", 0, start + 1)
        current = Tour(goers, end, first < 0 or first >= start, list(goers.lead), goers.unit)
        tours.append(current)
        _begin(layout, current)
    elif current and _is_past(layout, current, start):
        joined = _JOINED.match(layout.string, start, end)
        if joined:
            _add_companions(layout, current, start, joined.end())
    elif current:
        if goers and goers.unit and "组成" in layout.string[start:end]:
            current.unit = goers.unit
        _go_on(layout, current, start, end)


def _is_past(layout: Layout, tour: Tour, at: int) -> bool:
    """Tell whether a visit was recalled in a paragraph before: 2021年5月，某某到甲水库视察. The story goes on without it."""
    if tour.opens or tour.unit or layout.string.find("\n", tour.goers.start, at) < 0:
        return False
    return tour.date is None or tour.date.interval.precision == "month"


def _continues(layout: Layout, tour: Tour, goers: Goers) -> bool:
    """Tell whether a sentence goes on about the visit: the same leader, and no other day."""
    dates = days_in(layout, goers.start, goers.end)
    if not tour.lead and not tour.unit:
        return True
    if goers.by == "visit.alone" and _TOGETHER.search(layout.string, goers.start, goers.end):
        # 同日，某某夫人某某在某某陪同下参观: who is shown about goes on a visit of her own
        return not _UNDER.search(layout.string, goers.start, goers.end)
    if goers.by == "visit.led" and tour.unit and not tour.lead and not dates:
        tour.lead = list(goers.lead)
        return True
    if bool(goers.lead) != bool(tour.lead):
        anew = bool(dates) and not _that_day(layout, dates[0])
        return bool(tour.lead) and goers.by == "visit.unit" and not anew
    if _other_day(layout, tour, dates):
        return False
    return not goers.lead or not _names(layout, goers.lead).isdisjoint(_names(layout, tour.lead))


def _that_day(layout: Layout, date: Date) -> bool:
    """Tell whether a date is the day told of before: 当日上午，考察团一行实地查看……."""
    return layout.reading.plain((date.start, date.end))[0] in "当同"


def _other_day(layout: Layout, tour: Tour, dates: Sequence[Date]) -> bool:
    if not dates or not tour.date or _that_day(layout, dates[0]):
        return False
    first, now = tour.date.interval, dates[0].interval.start
    if first.start is None or first.end is None or now is None:
        return False
    return not first.start <= now <= first.end


def _begin(layout: Layout, tour: Tour) -> None:
    """Read the sentence that begins a visit."""
    goers = tour.goers
    dates = days_in(layout, goers.start, goers.end) or days_before(layout, goers)
    tour.date = _day_of(layout, dates, goers) if dates else None
    tour.purpose = find_purpose(layout, goers.after, goers.end, unit=goers.unit is not None)
    if bare(layout, tour.purpose):
        tour.purpose = find_reason(layout, goers.start, goers.after) or tour.purpose
    where = _SAT_IN.search(layout.string, goers.start, goers.lead[0]) if goers.by == "visit.sat" else None
    if where:
        _add_places(layout, tour, listed(layout, *where.span("list")))
    if goers.unit:
        _add_places(layout, tour, _aimed_at(layout, goers))
    elif goers.lead:
        _add_places(layout, tour, _aimed_at(layout, goers))
        _read_sender(layout, tour)
    if not _come_home(layout, tour):
        _add_places(layout, tour, called_on(layout, goers.start, goers.end))
        _add_places(layout, tour, worked_in(layout, goers.after, goers.end, unit=_is_body(layout, goers)))
        _add_places(layout, tour, gone_to(layout, goers.after - (1 if goers.lead else 0), goers.end))
    _add_taken_along(layout, tour, goers)
    _add_companions(layout, tour, goers.after, goers.end)
    if not tour.companions:
        _add_companions(layout, tour, goers.start, goers.after)


def _day_of(layout: Layout, dates: Sequence[Date], goers: Goers) -> Date:
    """Return the day of a visit among those its sentence gives: for 春节前走访工作，⟦1月27日⟧，某某深入某村."""
    first = goers.lead[0] if goers.lead else goers.after
    told = (
        date for date in dates if date.interval.precision != "vague" and layout.canvas.at(date.start) < first
    )
    return next(told, dates[0]) if dates[0].interval.precision == "vague" else dates[0]


def _is_body(layout: Layout, goers: Goers) -> bool:
    """Tell whether a body carries out a drive of its own, and no group travels: 督导组在某地调研."""
    return goers.unit is not None and not layout.string.endswith(("组", "团"), *goers.unit)


def _come_home(layout: Layout, tour: Tour) -> bool:
    """Read a visit that is told of as over, with its places and no day; tell whether it is."""
    over = _OVER.search(layout.string, tour.goers.start, tour.goers.end)
    if not over or not over["list"]:
        return False
    tour.date, tour.purpose = None, over.span("what")
    _add_places(layout, tour, listed(layout, *over.span("list")))
    return True


def _read_sender(layout: Layout, tour: Tour) -> None:
    """Read a unit that sends its leaders out: 县委组织开展拉练检查，某某带队."""
    goers = tour.goers
    sender = unit_at_work(layout, goers.start, goers.end)
    if sender and sender.after < goers.lead[0]:
        tour.unit = sender.unit
        tour.purpose = find_purpose(layout, sender.after, goers.lead[0], unit=True) or tour.purpose


def _aimed_at(layout: Layout, goers: Goers) -> Iterator[Place]:
    """Yield what a unit's drive is directed at: 对全市农资市场开展检查."""
    start = goers.lead[-1] + 1 if goers.lead else goers.after
    match = _AIMED.search(layout.string, min(start, goers.after), goers.end)
    if not match:
        return
    # 对某国和某地进行友好访问
    abroad = layout.string.find("访问", match.end(), match.end() + _OPENS + 4) >= 0
    yield from (listed if abroad else objects_of)(layout, *match.span("what"))


def _go_on(layout: Layout, tour: Tour, start: int, end: int) -> None:
    """Read a later sentence of a visit."""
    tour.aside = _turns_away(layout, tour, start, end)
    if tour.aside:
        return
    tour.end = end
    if not tour.lead:
        tour.lead = _late_lead(layout, tour, start, end)
    about = _is_about(layout, tour, start, end)
    end = _before_meeting(layout, start, end)
    if end <= start:
        return
    if about or tour.opens:
        _add_places(layout, tour, stood_at(layout, start, end))
    if tour.opens and tour.lead:
        _add_places(layout, tour, scene_of(layout, start, end))
    rounds = _ROUND.search(layout.string, start, end)
    if rounds and (about or tour.unit):
        _add_places(layout, tour, listed(layout, *rounds.span("what")))
    if about:
        tour.date = _whole_trip(layout, tour, start) or tour.date
        if tour.lead:
            # 某某先后在甲县、乙县等地调研
            _add_places(layout, tour, worked_in(layout, start, end, unit=False))
        _add_places(layout, tour, gone_to(layout, start, end))
        _add_places(layout, tour, pointed_at(layout, start, end))
        tour.purpose = _fuller(layout, tour, start, end)
    if not _NOT_WITH.search(layout.string, start, end):
        _add_companions(layout, tour, start, end)


def _fuller(layout: Layout, tour: Tour, start: int, end: int) -> tuple[int, int] | None:
    """Return the purpose, or how a later sentence completes it: ……调研。……来到某市｜调研，了解社会稳定等情况."""
    if tour.purpose and not bare(layout, tour.purpose):
        return tour.purpose
    found = find_purpose(layout, start, end, unit=tour.goers.unit is not None)
    if not tour.purpose or not found:
        return tour.purpose or found
    known = layout.string[slice(*tour.purpose)] + "，"
    return found if layout.string.startswith(known, found[0], found[1]) else tour.purpose


def _whole_trip(layout: Layout, tour: Tour, start: int) -> Date | None:
    """Return the days of the trip that a later sentence opens with: 近日……。\\n9月10日至13日，某某先后来到……."""
    if tour.date and tour.date.interval.precision != "vague":
        return None
    opening = days_in(layout, start, start + 1)
    return opening[0] if opening and opening[0].interval.precision == "range" else None


def _before_meeting(layout: Layout, start: int, end: int) -> int:
    """Return where the part of a sentence ends that tells of no meeting: 来到甲社区调研；在市里召开座谈会."""
    met = _MEETS.search(layout.string, start, end)
    return max(layout.string.rfind(mark, start, met.start()) for mark in "，；") if met else end


def _turns_away(layout: Layout, tour: Tour, start: int, end: int) -> bool:
    """Tell whether a sentence is of another's visit or of one at another time, or goes on about such."""
    about = _is_about(layout, tour, start, end)
    if _UNDER.search(layout.string, start, end) and not about:
        return True
    opening = days_in(layout, start, min(start + _OPENS, end))
    if opening and tour.date and far_apart(opening[0], tour.date):
        return True
    anew = about and _P in layout.string[start:end] and layout.string[start - 1 : start] == "\n"
    return tour.aside and not anew


def _late_lead(layout: Layout, tour: Tour, start: int, end: int) -> list[int]:
    """Return the people whom a later sentence shows leading: 某某、某某带队; without a unit, also going."""
    match = (_LEADS if tour.unit else _SHOWN).search(layout.string[start:end])
    if not match:
        return []
    return [
        at for at in range(start + match.start("who"), start + match.end("who")) if layout.string[at] == _P
    ]


def _is_about(layout: Layout, tour: Tour, start: int, end: int) -> bool:
    """Tell whether the goers, or nobody named, are the subject of a sentence."""
    if (tour.lead or tour.unit) and _PARTY.match(layout.string, start, end):
        return True
    under = _WITH_THEM.match(layout.string, start, end) if tour.lead else None
    person = layout.string.find(_P, under.end() if under else start, end)
    if under and person < 0:
        return True
    if person >= 0:
        if _WIFE.match(layout.string, person + 1):
            return False
        return _name(layout, person) in _names(layout, tour.lead)
    if tour.lead and _PRONOUN.match(layout.string, start, end):
        named = layout.string.rfind(_P, tour.goers.start, start)
        return named < 0 or _name(layout, named) in _names(layout, tour.lead)
    if _NEXT_STOP.match(layout.string, start, end):
        return True
    going = _GOING if tour.unit else re.compile(f"一行|[查导研行]人员|先后|小组|{any_of('group')}")
    return bool(going.search(layout.string, start, end))


def _add_places(layout: Layout, tour: Tour, places: Iterable[Place]) -> None:
    for place in places:
        text = layout.string[place.start : place.end]
        known = any(
            text in name or (text.startswith(name) and _ROOM.fullmatch(text, len(name)))
            for name in (layout.string[other.start : other.end] for other in tour.places)
        )
        if not known and len(tour.places) < _MOST:
            tour.places.append(place)


def _add_companions(layout: Layout, tour: Tour, start: int, end: int) -> None:
    """Add the named people whom the words between `start` and `end` say to be with the leader."""
    under = _UNDER.search(layout.string, start, end)
    found = list(_WITH.finditer(layout.string, start, end))
    match = under or (found[-1] if found else None)
    # a unit's own drive has no companions; those it sends have, and a group that comes is shown about:
    # 副主任某某参加视察, 副县长某某陪同调研
    if not match or (
        tour.unit and not tour.lead and not (under or _SHOWS_ABOUT.match(layout.string, match.start(), end))
    ):
        return
    begin, stop = under.span() if under else (start, match.start())
    if not under and tour.purpose and start <= tour.purpose[0] < stop:
        begin = max(start, tour.purpose[1])
    known = _names(layout, [*tour.lead, *tour.companions])
    for at in range(begin, stop):
        if _SPOUSE.match(layout.string, at):
            continue
        if _LOOKED_AT.search(layout.string, max(begin, at - _OPENS), at):
            continue
        if layout.string[at] == _P and _name(layout, at) not in known and len(known) < _MOST:
            known.add(_name(layout, at))
            tour.companions.append(at)


def _add_taken_along(layout: Layout, tour: Tour, goers: Goers) -> None:
    """Add the named people whom the leader takes along: 带着甲局局长某某来到……."""
    taken = _TAKES.search(layout.string, goers.lead[-1], goers.end) if goers.lead else None
    if taken:
        marks = (at for at in range(*taken.span("who")) if layout.string[at] == _P)
        tour.companions += [at for at in marks if at not in tour.lead]


def _names(layout: Layout, marks: Sequence[int]) -> set[str]:
    return {_name(layout, mark) for mark in marks}


def _name(layout: Layout, mark: int) -> str:
    # 马某·克某 is 克某 further on
    return layout.reading.plain(layout.canvas.span(mark, mark + 1)).replace("\n", "").rpartition("·")[2]
