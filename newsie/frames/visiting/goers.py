"""Who goes: sentences in which named people, or a unit, set out to look at something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsie.frames.canvas import MARKS
from newsie.frames.speech.layout import Layout
from newsie.frames.visiting.words import any_of
from newsie.reading import Date

_P, _POST, _DATE, _AMOUNT = (MARKS[hole] for hole in ("PERSON", "POST", "DATE", "AMOUNT"))
_PART = r"[^，。；！？：\n]"
_OBJECT = re.compile(r"(?:[向与同跟对给为把被由请及]|陪同|随同|围绕|记者|通讯员|欢迎|会见|学习|贯彻|落实|传达|按照|根据|在|对于)$")
_LED = (
    rf"一行(?:{_AMOUNT})?|(?:亲自)?(?:率队|带队)|率(?:领)?{_PART}{{1,24}}?(?:团|组|队)(?:一行)?(?:{_AMOUNT})?"
    rf"|(?:率领?|带领){_PART}{{1,60}}(?:，(?=先后|到|赴|深入|前往|走进|来到|对|就))?"
)
_NOT_SAID = re.compile(r"讲话精神|重要讲话|重要指示|批示|重要论述|嘱托|报道|摄$")
_OTHER = re.compile(r"陪同|主持|召开|出席|参加|会见|当选|任命")
_OFFICE = r"(?!办公室|办|机构|大队|支队|队|局|证|记录仪|权|条件|站|报告|监督|标准|结果|力度|机制|制度)"
_BUT = re.compile(r"(?:会|场|岗|任|案|位|期|底|时)")
_UNIT = (
    r"(?:局|委|办|队|所|部门|单位|纪委|工委|监委|政府|办事处|中心|院|厅|署|街道|街道办|镇|乡|工会|总工会|残联|妇联|团委|小组|管委会"
    r"|[^，。]{1,4}区|[^，。]{1,4}县|[^，。]{1,4}市|[^，。]{0,8}(?:督导组|检查组|督查组|工作组|调研组|指导组|考核组|考察团|代表团|采风团|观摩团|参观团|巡视组|巡察组)|志愿者|协会|人大|政协|常委会|人大常委会)"
)
_DRIVEN = r"充分|积极|按照|成立|组织|认真|迅速|持续|扎实|联合|会同|深入|前往|走进|到|在|对|就|针对|开展|抽调|聚焦|结合|围绕|牵头|坚持|通过|采取|全面|立即|集中|进一步|携手|近日|相关负责人|有关负责人|工作人员|执法人员|一行|今天|昨日|赴|来|莅临"
_ROUTINE = re.compile(r"以来|累计|截至|每周|每月|每天|定期|经常|全年|共检查|共出动|下一步|将持续|要")


@dataclass(frozen=True, slots=True)
class Goers:
    """A sentence in which someone sets out. All offsets are into the canvas.

    Attributes:
        lead: who leads, as painted persons; empty for a unit.
        unit: the words that name the unit; None for persons.
        start, end: the sentence.
        after: where the words behind the goers begin.
        by: the rule.
    """

    lead: tuple[int, ...]
    unit: tuple[int, int] | None
    start: int
    end: int
    after: int
    by: str


@cache
def _led() -> re.Pattern[str]:
    return re.compile(rf"(?P<who>{_P}(?:[、和，]{_POST}?{_P})*)(?:等(?:人|领导)?)?(?:还|又|也|同志)?(?:{_LED})")


@cache
def _gone() -> re.Pattern[str]:
    go = r"(?:来到|前往|走进|深入|赴|到|在|奔赴|莅临|亲临|抵达|来)"
    order = r"(?:还|又|先后|分别|一同|专程|再次|随后|当天|今天|\ue002|上午|下午)*"
    purpose = rf"(?:{any_of('alone')}|现场指导|检查指导|调研指导|督促指导|开展[^，。]{{0,16}}?{any_of('alone')})"
    between = rf"{_PART}{{1,110}}?(?:，(?:实地|现场|专题|深入|就|围绕)?[^，。；！？：\n]{{0,40}}?)?"
    return re.compile(rf"(?P<who>{_P}(?:[、和]{_POST}?{_P})*)(?:等(?:人|领导)?)?{order}{go}(?!{_BUT.pattern}){between}{purpose}")


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<who>{_P}(?:[、和]{_POST}?{_P})*)(?:等(?:人|领导)?)?(?:还|又|先后|分别|一同|实地|专题|现场|集中|调研)*{any_of('alone')}(?!会|组|团|员|站|时|工作|报告|活动|中)"
    )


@cache
def _purposeful() -> re.Pattern[str]:
    return re.compile(rf"{any_of('inspect')}|来到|前往|走进|深入|莅临|[到赴]")


@cache
def _drive() -> re.Pattern[str]:
    return re.compile(
        rf"(?:开展|进行|组织(?!人事|人社|部)|实施)了?[^，。；]{{0,40}}?{any_of('drive')}{_OFFICE}|(?:现场|到|深入|前往|走进)[^，。；]{{1,60}}，?(?:现场|督促)?(?:指导|{any_of('drive')})"
    )


@cache
def _sent() -> re.Pattern[str]:
    """What a group or a unit's people do: 工作组到甲县调研, 组织委员视察……."""
    go = r"(?:到|赴|深入|前往|走进|来到?|莅临|在)"
    return re.compile(
        rf"(?:组|团)(?:一行)?(?:{_AMOUNT})?(?:先后|分别|还|又)*(?:{go}|参观|观摩)[^，。；]{{1,60}}?(?:，(?:实地|专题|就)?)?(?:{any_of('alone')}|等|基地|园|景区|公司)"
        rf"|组织[^，。；]{{0,30}}(?:代表|委员|人员|干部|专家|党员|志愿者|会员|党员)[^，。；]{{0,40}}?{any_of('alone')}"
    )


def find_goers(layout: Layout, start: int, end: int) -> Goers | None:
    """Return who sets out in the sentence from `start` to `end`, if anyone does."""
    return _people(layout, start, end) or unit_at_work(layout, start, end) or _headless(layout, start, end)


def _headless(layout: Layout, start: int, end: int) -> Goers | None:
    """Read a first sentence that lost its subject to the page's edge: 先后深入甲县、乙县，调研……."""
    if start == 0 and re.match(r"(?:先后|分别|随后)?(?:深入|前往|走进|来到|赶赴)", layout.string) and _purposeful().search(layout.string, 4, end):
        return Goers((), None, start, end, start, "visit.headless")
    return None


def _people(layout: Layout, start: int, end: int) -> Goers | None:
    for rule, pattern in (("visit.led", _led()), ("visit.gone", _gone()), ("visit.alone", _alone())):
        for match in pattern.finditer(layout.string, start, end):
            front = layout.string[start : match.start()].removesuffix(_POST)
            if _OBJECT.search(front) or _NOT_SAID.search(layout.string[start:end]) and rule != "visit.led":
                continue
            if rule == "visit.led" and not _purposeful().search(layout.string, match.end() - 1, end):
                continue
            if layout.quoted(match.start()) or (rule != "visit.led" and _OTHER.search(match.group())):
                continue
            lead = tuple(at for at in range(*match.span("who")) if layout.string[at] == _P)
            after = match.end() if rule == "visit.led" else match.end("who")
            return Goers(lead, None, start, end, after, rule)
    return None


def unit_at_work(layout: Layout, start: int, end: int) -> Goers | None:
    """Return the unit that carries out an inspection in a sentence, if one does."""
    sentence = layout.string[start:end]
    drive = _drive().search(sentence) or _sent().search(sentence)
    if not drive or _ROUTINE.search(sentence[: drive.end()]) or not _dated(layout, start, drive.end()):
        return None
    formed = re.search(rf"由(?P<unit>[^。；]{{2,60}}?)(?:工作人员|人员)?组成的[^，。；]{{2,16}}", sentence[: drive.end()])
    if formed:
        return Goers((), (start + formed.start("unit"), start + formed.end("unit")), start, end, start + formed.end(), "visit.unit")
    at = 0
    for clause in re.finditer(r"[^，；]+(?:，|$)", sentence[: drive.end()]):
        found = re.match(rf"(?:{_DATE}(?:上午|下午|晚上?)?)?(?P<unit>[^，。；：]{{0,36}}?{_UNIT})(?={_DRIVEN}|，|$)", clause.group())
        at = clause.start()
        if found and len(found.group("unit")) > 1 and not re.search(r"为|根据|按照|^(?:在|从|自|对|就|针对|通过)", found.group("unit")):
            unit_end = _joined(sentence, at + found.end())
            return Goers((), (start + at + found.start("unit"), start + unit_end), start, end, start + unit_end, "visit.unit")
    return None


def _joined(sentence: str, at: int) -> int:
    """Return the end of the units that join in: 甲局联合教育、消防等部门."""
    joined = re.match(rf"(?:联合|会同|携手|、|和)[^，。；：]{{1,40}}?{_UNIT}(?={_DRIVEN}|，)", sentence[at:])
    return at + joined.end() if joined else at


def _dated(layout: Layout, start: int, length: int) -> bool:
    """Tell whether the sentence, or its paragraph before it, speaks of one occasion: 近日, 3月2日."""
    paragraph = layout.string.rfind("\n", 0, start) + 1
    fills = layout.canvas.within(paragraph, start + length, "DATE")
    return any(occasion(layout, fill.found) for fill in fills if isinstance(fill.found, Date))


def occasion(layout: Layout, found: Date) -> bool:
    """Tell whether a date can be that of a visit: a day, some days, 近日; not a year or 今年以来."""
    words = layout.reading.string((found.start, found.end))
    if re.search(r"以来|截至|目前|今年|去年|明年|全年|季度|半年|期间", words):
        return False
    return found.interval.precision in ("day", "vague") or (found.interval.precision == "range" and "日" in words)
