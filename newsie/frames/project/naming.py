"""One name of an undertaking: where it begins and ends, and whether it names anything.

>>> is_specific("年产6万吨再生铝项目"), is_specific("重点产业项目"), is_specific("教育片区")
(True, False, True)
"""

from __future__ import annotations

import re

from newsie.frames.project.builders import behind_builder
from newsie.frames.project.words import either, heads, longest, trade, words
from newsie.lexicon import Longest, layered
from newsie.text import Span

COUNT = r"(?:[0-9]{1,40}|[一二两三四五六七八九十百千万数几多]{1,40})[余多来]?[个座条项家批处所件大类户]"
SECTIONS = "[\u4e00-\u9fff]{0,4}(?:工区|标段|泵站|工点|作业面)"
_SHORTEST, _LONGEST = 3, 40
# a name has so many characters besides generic words and its noun
_SPECIFIC, _NAMED_WORK, _SECTORAL = 2, 3, 5
# words of several undertakings at once: 民生实事项目, 亿元以上工业项目
_GROUP = re.compile(
    "重点|重大|民生|实事|亿元|在建|各类|所有|全部|多个|一批|系列|储备|签约|招商|招引|开工|续建|拟建|投产|竣工|投资|"
    "产业$|工业$|基础设施$|配套|标志性|引领|领域|类$|以上|以下|专项债|政府|相关|其他|合作$|服务$|等"
)
_TAIL = re.compile(
    r"(?:[（(]?[一二三四五六七八九首][、至]?[二三四五六七八九]?期[)）]?|[东西南北]延|[东西南北]段|(?<=工程)[\u4e00-\u9fff]{2}(?<![阶路标工地区时手])段|（[\u4e00-\u9fff]{1,6}段）)?"
    r"(?:[东西南北]延|改造|扩建|改扩建|改建|新建|建设)?(?:工程|项目)?"
)
# 青山县人民医院搬迁项目: the county is part of the hospital's name; 引进企业建设摆|省刺梨加工厂
_HOUSE = re.compile(
    "人民医院|中医(?:医)?院|妇幼保健|疾控中心|人民法院|人民检察院|人民政府|职业|高级中学|实验|图书馆|文化馆|博物馆|档案馆|体育馆|敬老院|福利院"
)
_ACTION_TAIL = re.compile("(?:改造|扩建|改建|新建|建设)$")
_BUILDING = re.compile(
    r"(?<!技术)(?<!技能)改造$|扩建|新建|迁建|修缮|复建|管网|发电|热电|[一二三四]期|生产线|万吨|[路桥街]"
)
_ACTIONS = re.compile("改造|扩建|改建|新建|建设|提升|整治|以?及|和|与")
_ANAPHOR = re.compile(
    "(?:以[上下内]|按(?!摩)|继(?![续承])|经(?![济开贸纬营典棚])|这一?|那|该|此|本|各|每|某|全部|所有|多|一些|有些|两|几)"
)
_LINE = re.compile("(?:^|[，。；：、）\n ——]|的)(?P<one>[\u4e00-\u9fff]{2,4})[—－到-]\\Z")
_OF_LINE = re.compile("到[\u4e00-\u9fff]{2,4}±")
_DASHES = frozenset("—－-")
# 京哈高速公路改扩建项目: two characters name a road that goes from one place to another
_ROUTE = re.compile(
    "(?![农乡市省县跨高全城国地道绕])[\u4e00-\u9fff]{2}(?<![条路村城速市省县快])(?:高速|铁路|高铁|城际)"
)
_LONGEST_END = 6
_CLOSERS = {"”": "“", "’": "‘", "）": "（", "】": "【", "》": "《"}
_PHASE = re.compile(r"[（(]?[一二三四五首]期[)）]?")
_TOWNS = ("镇", "乡", "街道")
_BODIES = ("公司", "集团", "企业", "医院", "小学", "中学", "学校")
# 石桥镇恒远公司: a town in front of a company
_TOWN = re.compile("[\u4e00-\u9fff]{2}[镇乡](?=[\u4e00-\u9fff]{2,20}(?:公司|集团|合作社))")
_WORK = re.compile("(?:项目|工程){1,8}$")
_HEADLESS = re.compile("项目|工程(?!技术|机械|装备|师)")
# 路基工程 is a part of a road's
_OF_PART = re.compile("(?:路基|路面|桩基|土建|土石方|主体)工程$")
_PROCESS = re.compile("浇筑|架设|吊装|开挖|填筑|桩基|掘进|施工|规划编制")
_CONJUNCTION = re.compile(
    "以及|(?<=项目)和|(?<=工程)和|和(?!平|谐|美|田|县|顺|龙|静|政|泰|兴|园|苑|悦|睦)|与|及|暨"
)
# 和平大桥, 和美小镇 begin with a name, not with "and"
_PAIR = re.compile("以及|及|与|或|和(?!平|谐|美|田|县|顺|龙|静|政|泰|兴|园|苑|悦|睦)")
_LEADING = re.compile(r"[、·\s]|" + _PAIR.pattern)
_QUOTES = re.compile("[“”‘’]")
_DIGITS = re.compile("[0-9]{1,40}")
# 投资550万元某社区文体馆项目: a sum is no part of the name behind it
_SUM = re.compile(r"(?:投资)?[0-9.]{1,12}[万亿]?余?元的?")
# 建设办蔬菜园区工程: of the office 建设办; 保障性租赁住房: no verb
_OFFICE = re.compile("办(?!公|学|[理好成])|[性型]")
_EVENT = re.compile(r"全国第?[一二三四五六七八九十]{1,3}届")
_SECTORS = ("generic", "sector", "verb", "part")
_KINDS = ("generic", "verb")
# 5000吨级泊位 is a kind of berth, no name
_SIZE = re.compile(r"^(?:新建|改建|扩建|建设|建成)?[0-9.]{1,40}[万亿]?(?:吨|千伏|兆瓦|标箱)级?")
# 30万吨级原油泊位一座: a thing of a size, where 6万吨级油库项目 is a work
_SIZED = re.compile(
    r"(?:新建|建设|建成)?[0-9.]{1,40}[万亿]?(?:吨|千伏|兆瓦|标箱)级?[^项工]{2,12}(?<!项目)(?<!工程)\Z"
)
# 2台热水锅炉, 8万平方米广场: how much of a kind is built, no name
_MEASURED = re.compile(r"[0-9.]{1,40}[万亿]?余?(?:台|栋|套|幢|[只头羽]|公里|千米|平方米|平方公里|亩|公顷)")
# 产业合作项目, 集中签约项目: those of an occasion; 平安创建工程: a programme; 也可以体验某某项目: told, not named
_OF_OCCASION = re.compile(
    r"^(?:领域|方面|行业)|^“[^“”]{1,8}”(?:建设)?(?:工程|项目)$|(?:重要|重点|重大|关键|标志性|控制性|节点|骨干|综合性)[\u4e00-\u9fff]{0,5}(?:工程|项目)$"
    r"|(?:创建|探源|航天|探月|攻关|惠民|培育|素质提升)工程$|^也(?!门)|成为|[一二两三四五六七八九十0-9][纵横轴廊][一二两三四五六七八九十0-9][纵横轴廊]|^全[国省市县区](?:实施|新|在|共|完成)|^(?:建设|实施|推进|打造)(?:各|一批|多)"
    r"|(?:部长|委员|代表)[”\"]?通道$|^一[个座条批]|[市县区州]部分|暨(?:项目|工程)$|(?:合作|协作|招商|签约|推介|对接|招引|洽谈|帮扶|援建|捐赠)项目$"
)
_BROKEN = re.compile("（|[高低多少]于|滞后|明显|[者们]|化(?![工肥纤学粪州龙德隆妆石验马屋])")
_BACKBONE = re.compile("(?<=..)[水电路管]网骨干工程$")
# 最大站房某某西站: what it is the greatest of stands before its name
_GREATEST = ("最大", "最长", "最高", "首座", "首条")
# 这一临时码头, 该新建大桥: points at what was named
_POINTED = frozenset("这那该此")
# 岔口乡龙王庙村和县城东区: two places
_TWO_PLACES = re.compile(r"(?<=[村镇乡县])和(?=[\u4e00-\u9fff]{2})")


def trim(folded: str, span: Span) -> tuple[Span, Span | None] | None:
    """Return a name without what leads up to it, and the division in front of it.

    None when nothing is named.

    >>> trim("以及东山县颐和康养中心", (0, 11))
    ((5, 11), (2, 5))
    """
    start, end = max(span[0], span[1] - 2 * _LONGEST), span[1]
    # 2026年度某某船闸
    start += folded.startswith("年度", start - 1)
    start = _shed(folded, _balanced(folded, start, end), end)
    # 备受瞩目的|某某广场项目, 据|某某广场项目相关负责人介绍
    start += folded.startswith(("的", "据"), start)
    end = _tail(folded, end)
    behind = behind_builder(folded, start, end)
    start = next((at for at in behind if is_specific(folded[at:end])), start)
    if folded.endswith(_GREATEST, 0, start) and (head := _head().match(folded, start, end)):
        start = head.end() if is_specific(folded[head.end() : end]) else start
    start = _across_dash(folded, start)
    place = _division(folded, start, end)
    # 藤溪县|建设|某某产业园: what leads up to a name may stand behind the place too
    start = _shed(folded, place[1], end) if place else start
    name = folded[start:end]
    # 某某（甲地）一体化基地: its head is read as another's; 规模|化轮胎生产线: half a word
    if _BROKEN.match(name) or (name.startswith("一") and folded[start - 1 : start] in _POINTED):
        return None
    if not _SHORTEST <= len(name) <= _LONGEST or not is_specific(name) or _is_pair(name):
        return None
    return (start, end), place


def _across_dash(folded: str, start: int) -> int:
    """Return where a name begins that goes from one place to another over a dash: 宁夏—|湖南某某直流工程."""
    if folded[start - 1 : start] not in _DASHES and not _OF_LINE.match(folded, start - 1):
        return start
    line = _LINE.search(folded, max(0, start - _LONGEST_END), start)
    return line.start("one") if line else start


def no_name(words: str) -> str:
    """Return why words that end in a noun of works name none.

    >>> no_name("重点产业项目")
    'no name of its own: generic words'
    """
    if len(words) < _SHORTEST:
        return "a noun alone"
    if len(words) > _LONGEST:
        return "too long for a name"
    if _ANAPHOR.match(words) or re.match(COUNT, words):
        return "points back or counts: 该项目, 5个项目"
    if _is_pair(words):
        return "two kinds of works"
    return "no name of its own: generic words"


def is_specific(name: str) -> bool:
    """Tell whether words name something: 再生铝项目 does, 重点产业项目 does not."""
    if _SIZED.match(name):
        return False
    name = _SIZE.sub("", name)
    if _ANAPHOR.match(name) or re.match(COUNT, name) or _HEADLESS.match(name):
        return False
    if _MEASURED.match(name) or (_OF_OCCASION.search(name) and not _is_backbone(name)):
        return False
    bare = _PHASE.sub("", name)
    if _OF_PART.search(name):
        return False
    if name.endswith(("项目", "工程")):
        # 临江市重点项目: a place alone names no work
        rest = _units().sub("", name)
        named = len(own(name)) >= _SPECIFIC and bool(own(rest))
        return (named or _is_sectoral(rest)) and not _governed().search(name)
    if _PROCESS.search(name):
        return False
    return len(own(name)) >= _SPECIFIC or (bare != name and len(bare) > _NAMED_WORK)


def _is_backbone(name: str) -> bool:
    """Tell whether a backbone is a province's own: 吉林水网骨干工程, not 交通骨干工程."""
    return _BACKBONE.search(name) is not None and _in_province().match(name) is not None


def _is_sectoral(name: str) -> bool:
    """Tell whether words say what is built, if not which: 供水管网改造工程 does, 重点产业项目 does not."""
    stem = _WORK.sub("", _PHASE.sub("", name))
    if len(stem) < _SECTORAL or _GROUP.search(_ACTION_TAIL.sub("", stem)):
        return False
    # 建设和改造项目: only what is done
    return len(_without(_KINDS, _ACTIONS.sub("", stem))) >= _SPECIFIC


def is_loose(name: str) -> bool:
    """Tell whether a name has little of its own (福源养老项目): a work only with figures beside it."""
    return len(own(name)) < _NAMED_WORK and not _ROUTE.match(name)


def is_action(name: str) -> bool:
    """Tell whether words begin with a verb (加强垃圾管理): in a list such an item is no name."""
    return longest("verb").end(name, 0, len(name)) > 0


def is_named(name: str) -> bool:
    """Tell whether an item of a list has words of its own besides those of trades and works.

    >>> is_named("呼河小学新建"), is_named("城区环境提升改造"), is_named("特色民宿")
    (True, False, False)
    """
    return len(_without(_SECTORS, _last_head().sub("", name) or name)) >= _SPECIFIC


def names_place(name: str) -> bool:
    """Tell whether the name of works says what stands or is built: 白沙水厂扩建工程, not 素质提升工程."""
    stem = _WORK.sub("", name)
    return _BUILDING.search(stem) is not None or _head().search(stem) is not None


def is_common(name: str) -> bool:
    """Tell whether a name is made of words of the trade: one only beside what is done to it.

    >>> is_common("文创产业园"), is_common("垃圾焚烧发电项目"), is_common("云岭产业园")
    (True, True, False)
    """
    rest = _rest(trade(), _QUOTES.sub("", name))
    # 天津临港综合保税区 is one, 西藏公路 are many
    in_province = rest and _in_province().match(name)
    return not name.endswith("片区") and len(rest) < _SPECIFIC and not in_province


def is_own(name: str) -> bool:
    """Tell whether a name has a name in it, not a word besides those of the trade: 恒达二手车市场, not 休闲农业."""
    return len(_rest(trade(), _QUOTES.sub("", name))) >= _NAMED_WORK


def own(name: str) -> str:
    """Return what a name has besides its noun and the words that name nothing.

    >>> own("福源养老产业项目")
    '福源'
    """
    phaseless = _PHASE.sub("", name)
    bare = _WORK.sub("", phaseless)
    if bare != phaseless:
        return _without(_SECTORS, _province().sub("", bare))
    head = _last_head().search(bare)
    return _without(_KINDS, bare[: head.start()] if head else bare)


def _without(kinds: tuple[str, ...], name: str) -> str:
    """Return a name without numbers and the words of some classes, the longest at each place."""
    return _rest(longest(*kinds), name)


def _rest(known: Longest, name: str) -> str:
    kept, place = "", 0
    while place < len(name):
        after = known.end(name, place, len(name))
        if after == place and (number := _DIGITS.match(name, place)):
            after = number.end()
        if after == place:
            kept += name[place]
        place = max(after, place + 1)
    return kept


def _is_pair(name: str) -> bool:
    """Tell whether two kinds of works are spoken of: 路网及学校项目 is no name, 颐和康养中心 is one."""
    for match in _PAIR.finditer(name):
        rest = name[match.end() :]
        loose = not is_specific(rest) or (rest.endswith("工程") and is_loose(rest))
        # 复工复产和重点项目
        common = match.start() > 1 and (re.fullmatch(heads(), rest) or _GROUP.match(rest))
        # 栈道和绿化工程: parts of works
        parts = match.start() > 1 and rest.endswith("工程") and is_common(rest)
        if not match.start() or common or parts or (match.group() != "和" and loose):
            return True
    return False


def _tail(folded: str, end: int) -> int:
    match = _TAIL.match(folded, end)
    # 产业园建设正酣: only 建设工程, 扩建项目 lengthen a name
    return match.end() if match and not _ACTION_TAIL.search(match.group()) else end


def _balanced(folded: str, start: int, end: int) -> int:
    """Return where a name begins, so that its brackets are closed in it."""
    open_marks: list[int] = []
    for place in range(start, end):
        mark = folded[place]
        if mark in _CLOSERS.values():
            open_marks.append(place)
        elif mark in _CLOSERS and not open_marks:
            start = place + 1
        elif mark in _CLOSERS:
            open_marks.pop()
    return open_marks[-1] + 1 if open_marks else start


def _shed(folded: str, start: int, end: int) -> int:
    """Return where a name begins once the words that lead up to it are gone."""
    for joint in _CONJUNCTION.finditer(folded, start, end):
        # 某某工程和某某大桥: a conjunction after a head noun; 颐和 is part of a name
        front = folded[start : joint.start()]
        if joint.group() == "以及" or _last_head().search(front) or front.endswith((*_BODIES, *_TOWNS)):
            start = joint.end()
    while (after := _led(folded, start, end)) > start:
        # 发展大道, 前进路: a verb that names a street stays
        rest = folded[after:end]
        if after > end - _SHORTEST or not (is_specific(rest) or _OF_OCCASION.search(rest)):
            break
        start = after
    return start


def _led(folded: str, start: int, end: int) -> int:
    """Return where a verb, mark or conjunction that leads up to a name ends, or `start` if none does."""
    if amount := _SUM.match(folded, start, end):
        return amount.end()
    after = longest("shed", "verb").end(folded, start, end)
    if _OFFICE.match(folded, after) or _EVENT.match(folded, start):
        return start
    # 发达广场综合体, 建设桥改造: a verb before a noun of works names them
    if (
        after > start
        and longest("shed").end(folded, start, end) != after
        and _head().match(folded, after, end - 2)
    ):
        return start
    match = _LEADING.match(folded, start, end) if after == start else None
    return match.end() if match else after


def _division(folded: str, start: int, end: int) -> Span | None:
    """Return the county, district or zone in front of a name: 东山县(年产6万吨再生铝项目)."""
    place = start
    if _between_provinces().match(folded, start, end):
        return None
    while match := _unit().match(folded, place, end):
        unit = match.group()
        # 阿勒玛县第四中学, 白沙县至青石高速: without the county it names nothing
        if (
            len(unit) < 2
            or match.end() > end - 4
            or folded[match.end()] in "第至到"
            or _HOUSE.match(folded, match.end(), end)
            or (unit.endswith("省") and unit[:-1] not in words("province"))
            or _no_zone().search(unit)
        ):
            break
        if _head().search(unit[:-1]):
            break
        place = match.end()
    town = _TOWN.match(folded, place, end)
    place = town.end() if town else place
    # 青海西宁某某工程: a province, then a city; 临江会展中心 keeps its city
    province = _province_and_city().match(folded, start, end)
    if place == start and province:
        place = province.end("province")
    for joint in _TWO_PLACES.finditer(folded, start, place):
        start = joint.end()
    # 柳湾经济开发区现代家居产业园: the zone is what names it
    if folded.endswith("经济开发区", start, place) and is_common(folded[place:end]):
        return None
    return (start, place) if place > start and is_specific(folded[place:end]) else None


@layered
def _head() -> re.Pattern[str]:
    return re.compile(heads())


@layered
def _last_head() -> re.Pattern[str]:
    return re.compile(heads() + "$")


@layered
def _governed() -> re.Pattern[str]:
    # 农村供水保障工程 names a work: what is 供水保障 is no verb and its object
    return re.compile(f"(?<!供水)(?<!住房)(?<!安全)(?<!饮水)(?<!水源){either('govern')}(?:项目|工程)$")


@layered
def _unit() -> re.Pattern[str]:
    suffix = f"(?:自治县|自治州|自治旗|{either('zone')}|[省市县区])"
    return re.compile(rf"[\u4e00-\u9fff]{{1,8}}?{suffix}(?![块域间内位划别分级])")


@layered
def _units() -> re.Pattern[str]:
    return re.compile(f"^(?:{either('province', 'city')}[省市]?|[\u4e00-\u9fff]{{1,4}}[市县]){{1,8}}")


@layered
def _no_zone() -> re.Pattern[str]:
    return re.compile(either("nozone") + "$")


@layered
def _province() -> re.Pattern[str]:
    return re.compile(f"^{either('province')}(?:省|(?:回族|壮族|维吾尔)?自治区)")


@layered
def _in_province() -> re.Pattern[str]:
    return re.compile(either("province"))


@layered
def _province_and_city() -> re.Pattern[str]:
    return re.compile(f"(?P<province>{either('province')}){either('city')}")


@layered
def _between_provinces() -> re.Pattern[str]:
    # 湖北咸宁至江西九江高速公路 goes from one province to another
    return re.compile(f"{either('province')}[\u4e00-\u9fff]{{0,6}}至{either('province')}")
