"""What a visit is for: 督导重点项目建设, 对全市农资市场开展专项检查."""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.speech.layout import Layout
from newsie.frames.visiting.places import gone_to
from newsie.frames.visiting.words import NOT_BODY, any_of
from newsie.lexicon import layered

_PART = r"[^，。；！？：\n]"
# where a purpose ends before its clause does: 调研时指出, 调研并主持召开座谈会, （如图）
_CUT = re.compile(
    r"引发|引起|在(?:当地)?广大|时(?:强调|指出|要求|说|表示|传达|了解|发现|看到|的|，|$)|中(?:说|指出|强调|$)|前夕|(?<=[\u4e00-\u9fff]{3})(?<![灾产战震课售今先最午饭病雨节日])(?:之?后|期间)(?=[\u4e00-\u9fff]{2})|期间$|(?<=[研察导查视访问慰望])(?:时(?!间|代|期|节|政|段|事|尚|装|令|速|长)|中(?:感|发现|看|了解到|，|多次|再次)|\ue002(?=[，。；]|$)|途中|期间|过程中|的第一站|后(?=决定|表示|说))|(?:并?代表[^，。]{2,30})?向[^，。]{2,60}致以|并(?:参加|召开|主持|出席|会见|现场办公|指责|宣布|发表)|的(?:同时|任务|目的)|中搞|(?:取得)?圆满成功|取得成功|（[^）]{0,4}图"
)
# why, ahead of who goes: 为摸清搬迁进展，…… ; 为 stays with a helper: 为果农把脉
_WHY = re.compile(rf"为(?:了|进一步|更好地|切实|全面|深入|及时|有效){{0,8}}(?P<aim>{_PART}{{4,60}})，")
# 走访企业，摸排……: who is called on says less than what for
_CALLED_ON = re.compile(
    r"(?:走访|走访慰问|看望|慰问|拜访|探望|参观|察看|查看|视察|考察)了?[^，。]{0,12}?(?:企业|商户|农户|群众|职工|居民|村民|家庭|项目|单位|工地|党员|困难户|贫困户)$"
)
# 为一线职工送去矿泉水
_BRINGS = re.compile(f"(?:为|给|向)[^，。；！？：\n]{{2,16}}送(?:去|上|来)了?{_PART}{{2,30}}")
# 调研，看望援疆干部; 调研，了解社会稳定等情况: a bare verb takes the clause behind it along
_LEARNS = re.compile(rf"(?:深入|详细|全面|实地)?了解{_PART}{{2,60}}(?:情况|进展|工作|需求)")
# 就学习全会精神，与师生代表互动交流
_TALKS = re.compile(
    rf"(?:就{_PART}{{2,30}}?，?)?(?<!陪)(?<!共)[与同](?!下)[^，。；！？：\n在]{{2,40}}?(?:进行|开展)?(?:深入|亲切|现场|面对面){{0,2}}(?:互动交流|交流互动|沟通交流|交流沟通|座谈交流|(?<=面对面)交流)"
)
# 通过实地查看、听取汇报等方式，了解……: how one looks is not what for
_MEANS = re.compile("(?:方式|形式|途径)(?=[，。；]|$)")
# 到敬老院开展“学雷锋”志愿服务活动
_DOES = re.compile(f"开展{_PART}{{2,40}}?(?:活动|服务)(?=[，。；]|$)")
# 围绕某工作｜深入某镇开展调研
_WAY = r"前往|走进|来到|赴[\u4e00-\u9fff]{2}|深入[\u4e00-\u9fff]{1,6}[县市区镇乡村]"
_BARE = 2
# 开展巡河，现场督办黑臭水体整治; 巡查某河，检查防汛工作: the round is for what stands behind it
_ROUND = re.compile(r"(?:开展|进行)?巡[河湖林田山堤渠](?:调研|督导|检查|活动)?")


@layered
def _drives() -> tuple[re.Pattern[str], ...]:
    """What a unit carries out: 就……开展监督检查, 开展……夜查行动."""
    aim = f"(?:{any_of('inspect')}|{any_of('drive')})"
    return (
        re.compile(
            rf"(?:就(?!对(?!口))|围绕|(?<![针结])对(?!口))(?:(?!{_WAY}){_PART}){{2,60}}?(?:进行|开展)了?{_PART}{{0,30}}?{aim}{_PART}{{0,20}}"
        ),
        re.compile(rf"开展了?{_PART}{{0,40}}?{aim}{_PART}{{0,30}}"),
        _TALKS,
    )


@layered
def _looks() -> re.Pattern[str]:
    return re.compile(
        rf"(?:实地|(?<!施工)(?<!建设)现场|专题|集中|联合){{0,8}}{any_of('inspect')}{NOT_BODY}{_PART}{{0,60}}"
    )


@layered
def _errands() -> re.Pattern[str]:
    """What one goes to do beside looking: 指导防汛工作, 处置险情."""
    return re.compile(
        rf"(?:现场|实地|亲自|带队){{0,2}}{any_of('errand')}{NOT_BODY}(?!部|下(?=，)){_PART}{{0,40}}"
    )


def find_purpose(layout: Layout, start: int, end: int, *, unit: bool) -> tuple[int, int] | None:
    """Return the words between `start` and `end` that say what the visit is for. Offsets: canvas."""
    drives = [match for pattern in _drives() for match in pattern.finditer(layout.string, start, end)]
    looks = [] if unit and drives else list(_looks().finditer(layout.string, start, end))
    found = [match for match in drives + looks if not _MEANS.search(match.group())]
    found = (
        _telling(layout, found)
        or list(_BRINGS.finditer(layout.string, start, end))[:1]
        or list(_errands().finditer(layout.string, start, end))[:1]
        or list(_DOES.finditer(layout.string, start, end))[:1]
    )
    if not found:
        return None
    first = min(found, key=lambda match: (match.start(), -match.end()))
    stop = _stop(first)
    short = stop - first.start() <= _BARE or _ROUND.fullmatch(layout.string, first.start(), stop)
    if short and layout.string[stop : stop + 1] == "，":
        more = _looks().match(layout.string, stop + 1, end) or _LEARNS.match(layout.string, stop + 1, end)
        stop = more.end() if more and not _names_places(layout, more) else stop
    return first.start(), stop


def find_reason(layout: Layout, start: int, end: int) -> tuple[int, int] | None:
    """Return what a sentence says ahead of the goers that they go for: 为摸清进展. Offsets: canvas."""
    match = _WHY.search(layout.string, start, end)
    if not match or (match.start() > start and layout.string[match.start() - 1] not in "，。\n\ue002"):
        return None
    verb = re.compile(any_of("aim")).match(layout.string, match.start("aim"))
    return match.span("aim") if verb else (match.start(), match.end("aim"))


def bare(layout: Layout, purpose: tuple[int, int] | None) -> bool:
    """Tell whether a purpose is no more than the name of the errand: 走访, 实地调研."""
    return (
        purpose is None
        or re.fullmatch(rf"(?:实地|现场|专题){{0,4}}{any_of('inspect')}", layout.string[slice(*purpose)])
        is not None
    )


def _telling(layout: Layout, found: list[re.Match[str]]) -> list[re.Match[str]]:
    """Keep the matches that say what for, not only where to or to whom."""
    told = [match for match in found if not _names_places(layout, match)] or found[:1]
    return [match for match in told if not _CALLED_ON.match(match.group())] or told[:1]


def _names_places(layout: Layout, match: re.Match[str]) -> bool:
    """Tell whether a verb's object is just where they went: 走访甲商会和乙公司总部."""
    verb = re.match(any_of("look"), match.group())
    return bool(verb and list(gone_to(layout, match.start(), match.end())))


def _stop(match: re.Match[str]) -> int:
    text = match.group()
    cut = _CUT.search(text, 2)
    return match.start() + (cut.start() if cut else len(text.rstrip("”")))
