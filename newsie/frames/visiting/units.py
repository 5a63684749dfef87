"""Units and groups that set out themselves: 县市场监管局对……开展检查, 慰问团走进……."""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.speech.layout import Layout
from newsie.frames.visiting.occasions import dated
from newsie.frames.visiting.words import NOT_BODY, any_of
from newsie.lexicon import layered
from newsie.trace import refuse

_P, _DATE, _AMOUNT = (MARKS[hole] for hole in ("PERSON", "DATE", "AMOUNT"))
# 联合执法办公室, 检查力度: no inspection
_NOT_DRIVE = r"(?!办公室|办|机构|大队|支队|队|局|证|记录仪|权|条件|站|报告|监督|标准|结果|力度|机制|制度)"
# what is done all the time, counted up or only planned is no visit
_ROUTINE = re.compile(
    r"以来|累计|截至|每周|每月|每天|定期|经常|全年|共检查|共出动|共组织|下一步|将(?:持续|对|委托)|要|部署|接受(?!群众)|采取[^，。]{0,40}方式"
)
# 甲公司表示，……，随后当地警方对飞机进行检查; 某部启动行动，集中组织走访
_OTHERS = re.compile(r"(?:表示|称|介绍说?)，|警方|启动[^，。；]{2,24}，")
_NOT_UNIT = re.compile(
    r"^(?:[我他她你您]|到(?!位)|各级|下沉|顺利|后续|正式|成功|部署|位于|研究|派出)|部署$|[主举]办$|正在|为|根据|按照|来到|前往|走进|深入|组成|^(?:在|从|自|对|就|针对|通过|由(?!.{0,60}组成))"
)
# 县长某某、副县长某某等县: persons are no unit
_NAMED = re.compile(f"{_P}(?:[、和]|等|陪同|，)")
# 某局｜先后组织专家组赴……, 某会｜（以下简称“联合会”）组织了30多名志愿者
_SENDS = re.compile(
    rf"(?:（[^（）]{{1,20}}）)?(?:先后|分别|连续)?(?:组织|派出|组成)了?(?=[^，。；]{{1,8}}[组队团]|{_AMOUNT}|[^，。；]{{0,6}}志愿者)"
)
_FORMED = re.compile(r"由(?P<unit>[^。；]{2,60}?)(?:工作人员|人员)?组成的[^，。；]{2,16}")


def find_unit(layout: Layout, start: int, end: int) -> tuple[int, int, int] | None:
    """Return where the unit that carries out an inspection in a sentence is named, and where the words behind it begin.

    Offsets: canvas.
    """
    sentence = layout.string[start:end]
    drive = _drive().search(sentence) or _sent().search(sentence)
    if not drive or "到会" in sentence[: drive.end()]:
        return None
    place = (start + drive.start(), start + drive.end())
    if _ROUTINE.search(sentence[: drive.end()]) or _OTHERS.search(sentence[: drive.start()]):
        refuse("visit", "done all the time, counted up or only planned", place, layout.canvas)
        return None
    if not dated(layout, start, drive.end()):
        refuse("visit", "an inspection without a day", place, layout.canvas)
        return None
    formed = _FORMED.search(sentence[: drive.end()])
    unit = formed.span("unit") if formed else _unit(sentence[: drive.end()])
    if unit is None:
        refuse("visit", "an inspection by nobody who is named", place, layout.canvas)
        return None
    after = start + (formed.end() if formed else unit[1])
    return start + unit[0], start + unit[1], after


@layered
def _drive() -> re.Pattern[str]:
    """A unit's own inspection: 对……开展检查, 到……现场指导."""
    drive = any_of("drive")
    return re.compile(
        rf"(?:开展|进行|组织(?!人事|人社|部)|实施)了?[^，。；]{{0,40}}?{drive}{_NOT_DRIVE}"
        r"|(?:看望|慰问|督导|督查|视察)了"
        rf"|(?:现场|到|深入|前往|走进)[^，。；]{{1,60}}，?(?:现场|督促)?(?:指导|{drive})"
    )


@layered
def _sent() -> re.Pattern[str]:
    """What a group or the people a unit sends do: 工作组到甲县调研, 慰问团来到甲镇, 组织委员视察……."""
    alone = any_of("alone")
    errand = r"(?:(?<=(?:访问|参访|考察|参观|观摩|慰问|视察|检查|督导|督查|巡查|调研|采风)[组团])|(?<=[\u4e00-\u9fff]代表团))"
    go = r"(?:到|赴|深入|前往|走进|来到?|莅临|在|参观|观摩)"
    return re.compile(
        rf"(?:[组团]|(?<=专家)(?:团队|小队))(?:(?:一行|部分成员)?(?:{_AMOUNT})?(?:{_DATE}(?:上午|下午|晚上?)?)?(?:先后|分别|还|又){{0,8}}{go}[^，。；]{{1,60}}?(?:，(?:实地|专题|(?:就|围绕|对)(?:[^，。；]{{2,40}}?(?:开展|进行)了?(?:现场|实地|专题)?)?)?)?"
        rf"(?:{alone}|等|基地|园|景区|公司)"
        rf"|{errand}(?:一行)?(?:{_AMOUNT})?(?:{_DATE})?(?:专程|先后|分别|还|又){{0,3}}(?:来到|到访|走进|抵达|参观(?:考察)?了|考察了|察看了|视察了|走访了)"
        rf"|(?<=组)织[^，。；]{{0,30}}(?:代表|委员|人员|干部|专家|党员|志愿者|会员)[^，。；]{{0,40}}?(?:，[^，。；]{{0,30}}?)?{alone})"
    )


@layered
def _unit_name() -> str:
    own = rf"(?:{any_of('unit')}|[^，。{_DATE}]{{1,4}}[区县市]|[^，。{_DATE}]{{0,8}}{any_of('group')})"
    return rf"(?P<unit>[^，。；：{_DATE}]{{0,36}}?{own})(?={any_of('driven')}|(?:{any_of('alone')}){NOT_BODY}|部分成员|于?{_DATE}|（|，|$)"


@layered
def _subject() -> re.Pattern[str]:
    # 6月2日，县长某某陪同｜省调研组到甲镇调研
    return re.compile(
        rf"(?:{_DATE}(?:上午|下午|晚上?)?)?(?:[^，。；：]{{0,40}}{_P}[^，。；：]{{0,12}}陪同)?{_unit_name()}"
    )


@layered
def _joining() -> re.Pattern[str]:
    """Units that join in: 甲局联合教育、消防等部门."""
    return re.compile(rf"(?:联合|会同|携手|、|和)(?!部署){_unit_name()}")


def _unit(words: str) -> tuple[int, int] | None:
    """Return where the words name the unit that acts, those that join it included."""
    for clause in re.finditer(r"(?<![^，；])[^，；]+(?:，|$)", words):
        found = _subject().match(clause.group())
        unit = found.group("unit") if found else ""
        if found and len(unit) > 1 and not _NOT_UNIT.search(_sender(unit)) and not _NAMED.search(unit):
            end = clause.start() + found.end()
            joined = _joining().match(words, end)
            start, stop = clause.start() + found.start("unit"), joined.end() if joined else end
            sends = _SENDS.search(words, start + 2, stop)
            return start, sends.start() - (words[sends.start() - 1] == _DATE) if sends else stop
    return None


def _sender(words: str) -> str:
    """Return the unit of words that name the party it sends too: 县纪委组成暗访组."""
    sends = _SENDS.search(words, 2)
    return words[: sends.start()] if sends else words
