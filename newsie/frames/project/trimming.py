"""Where a name of an undertaking begins and ends: 以及东山县|颐和康养中心|建设正酣.

>>> text = "以及东山县颐和康养中心"
>>> trim(text, (0, len(text)))
((5, 11), (2, 5))
"""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.project.builders import behind_builder
from newsie.frames.project.naming import (
    ACTION_TAIL,
    AND_ITS,
    LONGEST,
    PAIR,
    SHORTEST,
    any_head,
    has_parts,
    is_common,
    is_own,
    is_pair,
    is_specific,
    is_trade,
    last_head,
    of_occasion,
)
from newsie.frames.project.words import either, longest, trade, words
from newsie.lexicon import layered
from newsie.text import Span

_TAIL = re.compile(
    r"(?:[（(]?[一二三四五六七八九首][、至]?[二三四五六七八九]?期[)）]?|[东西南北]延(?:伸?[段线])?|[东西南北]段|(?<=工程)[\u4e00-\u9fff]{2}(?<![阶路标工地区时手])段|（[\u4e00-\u9fff]{1,6}段）"
    # 甲乙高铁丙地至丁地段, 甲乙铁路某某副中心|段
    r"|(?:(?<=铁路)|(?<=高铁)|(?<=高速)|(?<=公路)|(?<=大道)|(?<=号线))[\u4e00-\u9fff]{2,6}?[至到][\u4e00-\u9fff]{2,6}?(?<![阶路标工地区时手])段|(?<=副中心)段)?"
    r"(?:除险加固|综合治理|综合整治|河道治理|生态修复|水毁修复|[东西南北]延|改造|扩建|改扩建|改建|新建|建设)?(?:工程|项目)?"
)
# 青山县人民医院搬迁项目: the county is part of the hospital's name; 引进企业建设摆|省刺梨加工厂
_HOUSE = re.compile(
    "人民医院|中医(?:医)?院|妇幼保健|疾控中心|人民法院|人民检察院|人民政府|职业|高级中学|实验|图书馆|文化馆|博物馆|档案馆|体育馆|敬老院|福利院"
)
_LINE = re.compile("(?:^|[，。；：、）\n ——]|的)(?P<one>[\u4e00-\u9fff]{2,4})[—－到-]\\Z")
# S219|青石到|白河公路, 青石县城到|云岭镇快速通道
_FROM_TOWN = re.compile(
    "(?:(?:[SGX][0-9]{1,4}|[国省县]道[0-9]{2,4}|[0-9]{2,4}[国省县]道)线?[\u4e00-\u9fff]{2,4}"
    "|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,3}(?:县城|[镇乡村]))到\\Z"
)
_DASHES = frozenset("—－-")
_TO = _DASHES | {"至", "到"}
_LONGEST_END, _LONGEST_FRONT = 6, 12
_TOGETHER = ("合建项目", "合建工程")
# 某省煤业甲项目, 某省五省区乙工程: a firm, and several of them
_TRADES = re.compile("煤业|矿业|路桥|交投|能投|建投|[0-9一二两三四五六七八九十]省")
_CLOSERS = {"”": "“", "’": "‘", "）": "（", "】": "【", "》": "《"}
_TOWNS = ("镇", "乡", "街道")
_BODIES = ("公司", "集团", "企业", "医院", "小学", "中学", "学校")
# 石桥镇恒远公司: a town in front of a company
# and of a river or a bridge: 石桥镇|青溪河堤防加固工程
_TOWN = re.compile(
    "[\u4e00-\u9fff]{2,3}[镇乡](?=[\u4e00-\u9fff]{2,20}(?:公司|集团|合作社)|[\u4e00-\u9fff]{2,4}(?<![村镇乡])(?:[河江溪]|小流域|水库|特?大桥)(?![村社街小中口]))"
)
_CONJUNCTION = re.compile(
    "以及|(?<=项目)和|(?<=工程)和|和(?!平|谐|美|田|县|顺|龙|静|政|泰|兴|园|苑|悦|睦)|与|及|暨"
)
_LEADING = re.compile(r"[、·\s]|" + PAIR.pattern)
# 投资550万元某社区文体馆项目: a sum is no part of the name behind it
# 投资2600万元建|某某产业园: nor is a verb of one character
_SUM = re.compile(
    r"(?:投资)?[0-9.]{1,12}[万亿]?余?元(?:的|(?:新|改|扩)?[建修盖](?![设成筑新工材造起立德邺瓯湖宁水阳平始水文武])了?)?"
)
# 建设办蔬菜园区工程: of the office 建设办; 保障性租赁住房: no verb
_OFFICE = re.compile("办(?!公|学|[理好成])|[性型]")
# 在|建平县, but 在建|新镇
_AT_A_PLACE = re.compile("在(?=建[^，。；集夜新小古的][县市镇乡])")
_EVENT = re.compile(r"全国第?[一二三四五六七八九十]{1,3}届")
_OF_WORLD = "(?:世界|全球|亚洲|全国|国内|我国)(?:海拔|跨度)?最[大长高深快]"
_GREATEST_DAM = re.compile(_OF_WORLD + "[坝桥塔楼]")
# 世界最高水头抽水蓄能电站: what it is, without its name
_BROKEN = re.compile(
    f"{_OF_WORLD}|[属系](?:国家|于|[大中小]型|[省市县区]级)|（|全长[0-9]|[高低多少]于|滞后|明显|[者们]|化(?![工肥纤学粪州龙德隆妆石验马屋])"
)
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
    start, end = max(span[0], span[1] - 2 * LONGEST), span[1]
    # 2026年度某某船闸
    start += folded.startswith("年度", start - 1)
    start = _shed(folded, _balanced(folded, start, end), end)
    # 备受瞩目的|某某广场项目, 据|某某广场项目相关负责人介绍
    start += folded.startswith(("的", "据"), start)
    # 重大水利工程|之一|某某供水工程
    start += 2 * folded.startswith("之一", start)
    end = _tail(folded, end)
    behind = behind_builder(folded, start, end)
    start = next((at for at in behind if is_specific(folded[at:end])), start)
    start = _behind_greatest(folded, start, end)
    start = _across_dash(folded, start)
    place = _division(folded, start, end)
    # 藤溪县|建设|某某产业园: what leads up to a name may stand behind the place too
    start = _shed(folded, place[1], end) if place else start
    name = folded[start:end]
    # 某某（甲地）一体化基地: its head is read as another's; 规模|化轮胎生产线: half a word
    if _BROKEN.match(name) or (name.startswith("一") and folded[start - 1 : start] in _POINTED):
        return None
    if not SHORTEST <= len(name) <= LONGEST or not is_specific(name) or is_pair(name):
        return None
    return (start, end), place


def _behind_greatest(folded: str, start: int, end: int) -> int:
    """Return where a name begins behind what it is the greatest of: 最长|高速公路|隧道|某某隧道."""
    # 世界最高坝|某某水电站
    if (front := _GREATEST_DAM.match(folded, start, end)) and is_specific(folded[front.end() : end]):
        return front.end()
    if not folded.endswith(_GREATEST, 0, start):
        return start
    while (head := any_head().match(folded, start, end)) and is_specific(folded[head.end() : end]):
        start = head.end()
    return start


def _across_dash(folded: str, start: int) -> int:
    """Return where a name begins that goes from one place to another over a dash or 到: 宁夏—|湖南某某直流工程."""
    if folded[start - 1 : start] == "到":
        if from_town := _FROM_TOWN.search(folded, max(0, start - _LONGEST_FRONT), start):
            return from_town.start()
        line = _line_to().match(folded, max(0, start - _LONGEST_END))
        one = line or _line_to().search(folded, max(0, start - _LONGEST_END), start + _LONGEST_END)
        return one.start() if one and one.end("one") == start - 1 else start
    if folded[start - 1 : start] not in _DASHES:
        return start
    line = _LINE.search(folded, max(0, start - _LONGEST_END), start)
    return line.start("one") if line else start


def _tail(folded: str, end: int) -> int:
    match = _TAIL.match(folded, end)
    # 产业园建设正酣: only 建设工程, 扩建项目 lengthen a name
    return match.end() if match and not ACTION_TAIL.search(match.group()) else end


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
    joints = () if folded.endswith(_TOGETHER, start, end) else _CONJUNCTION.finditer(folded, start, end)
    for joint in joints:
        # 某某工程和某某大桥: a conjunction after a head noun; 颐和 is part of a name
        front = folded[start : joint.start()]
        # 项目|运营及某某通道: what is done to another
        if joint.group() in AND_ITS and has_parts(front, folded[joint.end() : end]):
            break
        if joint.group() in ("及", "与", "和") and front and is_trade(front):
            start = joint.end() if is_own(folded[joint.end() : end]) else start
        if (
            joint.group() == "以及"
            or last_head().search(front)
            or front.endswith((*_BODIES, *_TOWNS, "机组"))
        ):
            start = joint.end()
    while (after := _led(folded, start, end)) > start:
        # 发展大道, 前进路: a verb that names a street stays
        rest = folded[after:end]
        # 富裕|至加格达奇铁路: a place from which a line goes
        if after > end - SHORTEST or rest[0] in _TO or not (is_specific(rest) or of_occasion(rest)):
            break
        start = after
    return start


def _led(folded: str, start: int, end: int) -> int:
    """Return where a verb, mark or conjunction that leads up to a name ends, or `start` if none does."""
    if front := _SUM.match(folded, start, end) or _AT_A_PLACE.match(folded, start, end):
        return front.end()
    after = longest("shed", "verb").end(folded, start, end)
    if _OFFICE.match(folded, after) or _EVENT.match(folded, start):
        return start
    # 发达广场综合体, 建设桥改造: a verb before a noun of works names them
    if (
        after > start
        and longest("shed").end(folded, start, end) != after
        and any_head().match(folded, after, end - 2)
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
            or folded.startswith(("城到", "城至"), match.end())
            or _HOUSE.match(folded, match.end(), end)
            or (unit.endswith("省") and unit[:-1] not in words("province"))
            or _no_zone().search(unit)
        ):
            break
        if any_head().search(unit[:-1]):
            break
        place = match.end()
    town = _TOWN.match(folded, place, end)
    place = town.end() if town else place
    # 青海西宁某某工程: a province, then a city; 临江会展中心 keeps its city
    province = _province_and_city().match(folded, start, end)
    if place == start and province:
        place = province.end("province")
    elif place == start and (of_province := _of_province().match(folded, start, end)):
        rest = folded[of_province.end() : end]
        place = of_province.end() if _is_own_of_province(rest) else start
    for joint in _TWO_PLACES.finditer(folded, start, place):
        start = joint.end()
    # 柳湾经济开发区现代家居产业园, 某县抽水蓄能电站项目: the place is what names it
    if is_common(folded[place:end]) and not folded.endswith(("高新区", "经开区"), start, place):
        return None
    return (start, place) if place > start and is_specific(folded[place:end]) else None


_PUBLIC = re.compile(
    "水库|水厂|泵站|船闸|码头|水利|水电|枢纽|公路|高速|铁路|高铁|隧道|隧洞|大桥|特大桥|电站|灌区|[引调供输]水|机场|港区|运河|航道|渡槽|工程|博物馆|体育中心|灌渠|堤|线$"
)


def _is_own_of_province(rest: str) -> bool:
    """Tell whether works have a name without their province: 广西|大藤峡水利枢纽, not 吉林水网工程, 某省电力公司项目."""
    if _HOUSE.match(rest) or _TRADES.match(rest) or trade().end(rest, 0, len(rest)):
        return False
    # 云南|白药产业园, 江苏|某药业基地: the province is of a firm's name
    return not is_common(rest) and _PUBLIC.search(rest) is not None


@layered
def _unit() -> re.Pattern[str]:
    suffix = f"(?:自治县|自治州|自治旗|{either('zone')}|[省市县区])"
    return re.compile(rf"[\u4e00-\u9fff]{{1,8}}?{suffix}(?![块域间内位划别分级委])")


@layered
def _no_zone() -> re.Pattern[str]:
    return re.compile(either("nozone") + "$")


@layered
def _province_and_city() -> re.Pattern[str]:
    return re.compile(f"(?P<province>{either('province')}){either('city')}")


@layered
def _of_province() -> re.Pattern[str]:
    # 广西|大藤峡水利枢纽, not 深圳地铁16号线, 海南岛环岛铁路, 甘肃至浙江直流工程, 四川大学
    cities = "(?!北京|上海|天津|重庆|香港|澳门)"
    return re.compile(
        f"{cities}{either('province')}(?![至到—－\\-和与向送、岛湖海省]|(?:农业|师范|理工|工业)?大学|银行)"
    )


@layered
def _line_to() -> re.Pattern[str]:
    # 哈密到|重庆特高压工程, not 来到重庆铁路枢纽
    place = either("city", "province")
    return re.compile(f"(?P<one>{place})到{place}(?=[0-9±]|特高压|高铁|高速|铁路|城际|公路|轨道)")


@layered
def _between_provinces() -> re.Pattern[str]:
    # 湖北咸宁至江西九江高速公路 goes from one province to another
    return re.compile(f"{either('province')}[\u4e00-\u9fff]{{0,6}}至{either('province')}")
