"""Works that a verb in front governs, as reports list them: 推进青石新镇区和白岭大街建设.

>>> text = "继续推进青石中学、白岭公园等项目建设。"
>>> find_led(text, (4, 8)), find_led(text, (9, 13))
(Led(start=2, end=4, verb='推进'), Led(start=2, end=4, verb='推进'))
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsie import patterns as re
from newsie.frames.project.naming import COUNT
from newsie.frames.project.standing import BUILDINGS
from newsie.frames.project.status import Status
from newsie.spans import start_behind
from newsie.text import Span

_MARKS = "，。；：！？\n"
_VERB = r"(?P<verb>加快推进|推进|启动|开工建设|动工建设|加快|加速|续建|抓好|抓紧|建成投用|建成|完成)(?:建设|实施|推进)?了?"
_LEAD = re.compile(
    r"\s{0,4}(?:[一二三四五六七八九十](?:是|要)|[（(][一二三四五六七八九十][)）]|要|将|继续|大力|积极|重点|全力|着力|扎实|有序|全面|稳步|强力|深入"
    r"|顺利|如期|圆满|配合|同步|统筹|持续|进一步|突出|全年|年内|今年|下一步|我们){0,5}" + _VERB
)
# what is done to the works of a list, at its end: 等景区景点建设, 的升级改造工作
_DEED = (
    r"(?:等[^，。；：、\n的]{0,10}?)?的?(?:规划|开发|综合|升级|提质|整体|主体|配套|后续|续建|二期|一期){0,3}"
    r"(?:建设|改造|扩建|施工|项目|工程)(?:建设|改造)?(?:工作|任务|步伐|进度|进程)?"
)
_TAIL = re.compile(
    rf"(?:{COUNT}[\u4e00-\u9fff]{{2,6}}?)?(?:[、和及与][^，。；：\n]{{1,80}}?)?(?:{_DEED})?(?=[，。；\n]|\Z)"
)
BEGUN = ("开工建设", "动工建设", "建成", "建成投用")
# 推进科普进学校 builds none
_BUILT = re.compile("(?:建设|改造|扩建|施工|项目|工程)(?:工作|任务|步伐|进度|进程)?\\Z")
# 代表建议加快推进某某通道建设, 双方将推进某某铁路建设
_WISHES = re.compile(
    "建议|呼吁|希望|愿|双方|中方|两国|倡议|应当?|必须|欢迎|支持|强调|指出|提出|要求|(?<![一二三四五六七八九十，。])要(?![素点求])"
)
# 西部陆海新通道, 某某国际科技创新中心: more than works
IDEA = re.compile(
    r"文化带|经济带|(?:文化公园|核心区|新通道|走廊|科技创新中心|科学中心|金融中心|消费中心|航运中心|示范区)\Z"
)
_ALL = re.compile(rf"{COUNT}|重点|重大|各|一批")
_LONGEST_CLAUSE, _LONGEST_SENTENCE = 120, 160


class Led(NamedTuple):
    """A verb that governs works, half-open."""

    start: int
    end: int
    verb: str


def find_led(folded: str, works: Span) -> Led | None:
    """Return the verb at the head of the clause that governs works, alone or in a list of them."""
    start = start_behind(_MARKS, folded, works[0] - _LONGEST_CLAUSE, works[0])
    lead = _LEAD.match(folded, start, works[0])
    if not lead:
        return None
    between = folded[lead.end() : works[0]]
    if between and (between[-1] not in "、和及与对" or _ALL.match(between)):
        return None
    if IDEA.search(folded, *works):
        return None
    rest = _TAIL.match(folded, works[1], works[1] + _LONGEST_CLAUSE)
    if (
        not rest
        or not (lead["verb"] in BEGUN or _BUILT.search(folded, works[0], rest.end()))
        or _is_wish(folded, lead.start())
    ):
        return None
    return Led(*lead.span("verb"), lead["verb"])


def status_of(led: Led, *, planned: bool) -> Status:
    """Return how far works are that are governed by a verb: 完成某某项目建设 is done, in a plan it goes on."""
    if led.verb.startswith("建成"):
        return "planned" if planned else "operating" if led.verb == "建成投用" else "completed"
    if led.verb == "启动" or led.verb in BEGUN:
        return "planned" if planned else "started"
    return "completed" if led.verb == "完成" and not planned else "under_construction"


def _is_wish(folded: str, clause: int) -> bool:
    start = start_behind("。！？\n", folded, clause - _LONGEST_SENTENCE, clause)
    return _WISHES.search(folded, start, clause) is not None


# 启动某某中学迁建、某某水库除险加固
_MADE = "迁建|改扩建|扩建|重建|除险加固|综合治理|综合整治|提升改造|升级改造"
_DEEDS = re.compile(
    rf"(?:^|(?<=[{_MARKS}])){_LEAD.pattern}(?P<list>[^，。；：\n“”的]{{4,60}}?(?:{_MADE}))(?=[，。；\n]|\Z)"
)
_MADE_THERE = re.compile(
    rf"[\u4e00-\u9fff]{{2,10}}(?:中学|小学|学校|医院|幼儿园|水库|水厂|车站|客运站|[河湖路街桥])(?:{_MADE})\Z"
)
_LIST = re.compile(
    rf"(?:^|(?<=[{_MARKS}])){_LEAD.pattern}对?(?P<list>[^，。；：\n“”]{{4,90}}?)(?:(?P<etc>等)[^，。；：、\n的]{{0,10}}?)?的?"
    r"(?:规划|开发|综合|升级|提质|后续|主体|土建|整体){0,3}(?:建设|改造|工程|施工)(?:工作|任务|步伐|进度|进程)?"
    r"(?=[，。；\n]|[和及与][^，。；\n]{2,20}等(?:项目|工程)|\Z)"
)
# 东平路和某某街: a conjunction behind a noun, where 众和街 has none
_JOINT = re.compile("、|(?<=[区场街路桥园城院站校馆楼厦库房店])[和与及]")
# 对甲路和乙大街|3条主干道路|的改造
_COUNTED = re.compile(f"(?:{COUNT}|[0-9.]{{1,8}}(?:公里|千米|米))")
_ENDS = re.compile("[桥路街]至")
_SHOWN = re.compile(f"(?:{BUILDINGS})(?:[一二三四]期)?$")


def led_items(folded: str) -> Iterator[Span]:
    """Yield the items of lists of works whose nouns are none that works end in everywhere: 推进某镇新镇区建设."""
    for found in _LIST.finditer(folded):
        if _is_wish(folded, found.start()):
            continue
        for start, end in _items(folded, found.start("list"), found.end("list")):
            words = folded[start:end]
            if _SHOWN.search(words) and not (_ALL.match(words) or _ENDS.search(words)):
                yield start, end
    for found in _DEEDS.finditer(folded):
        items = [] if _is_wish(folded, found.start()) else _items(folded, *found.span("list"))
        yield from (item for item in items if _MADE_THERE.match(folded, *item))


def _items(folded: str, start: int, end: int) -> Iterator[Span]:
    """Yield the items of a list, each up to how many of a kind they are."""
    for joint in (*_JOINT.finditer(folded, start, end), None):
        stop = joint.start() if joint else end
        counted = _COUNTED.search(folded, start, stop)
        yield start, counted.start() if counted else stop
        start = joint.end() if joint else end
