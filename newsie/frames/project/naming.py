"""Whether words name an undertaking, and what of them does.

>>> is_specific("年产6万吨再生铝项目"), is_specific("重点产业项目"), is_specific("教育片区")
(True, False, True)
"""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.project.words import either, heads, longest, trade
from newsie.lexicon import Longest, layered

COUNT = (
    r"(?:[0-9]{1,40}|(?!万家)[一二两三四五六七八九十百千万数几多]{1,40})[余多来]?[个座条项家批处所件大类户]"
)
SECTIONS = "[\u4e00-\u9fff]{0,4}(?:工区|标段|泵站|工点|作业面)"
SHORTEST, LONGEST = 3, 40
# a name has so many characters besides generic words and its noun
_SPECIFIC, _NAMED_WORK, _SECTORAL = 2, 3, 5
# words of several undertakings at once: 民生实事项目, 亿元以上工业项目
_GROUP = re.compile(
    "重点|重大|民生|实事|亿元|在建|各类|所有|全部|多个|一批|系列|储备|签约|招商|招引|开工|续建|拟建|投产|竣工|投资|"
    "产业$|工业$|基础设施$|配套|标志性|引领|领域|类$|以上|以下|专项债|政府|相关|其他|合作$|服务$|等"
)
ACTION_TAIL = re.compile("(?:改造|扩建|改建|新建|建设)$")
_BUILDING = re.compile(
    r"(?<!技术)(?<!技能)改造$|扩建|新建|迁建|修缮|复建|管网|发电|输变电|特高压|[引输调供]水|光伏|风电|热电|[一二三四]期|生产线|万吨|[路桥街]"
)
_ACTIONS = re.compile("改造|扩建|改建|新建|建设|提升|整治|以?及|和|与")
_ANAPHOR = re.compile(
    "(?:以[上下内]|上述|按(?!摩)|继(?![续承])|经(?![济开贸纬营典棚])|这一?|那|该|此|待|条|座|本(?!溪)|各|每|某|全部|所有|多|一些|有些|两(?![江河])|几)"
)
# 京哈高速公路改扩建项目: two characters name a road that goes from one place to another
_ROUTE = re.compile(
    "(?![农乡市省县跨高全城国地道绕])[\u4e00-\u9fff]{2}(?<![条路村城速市省县快])(?:高速|铁路|高铁|城际)"
)
# 白石灌区续建配套|与|现代化改造项目: two things done to one work
_DO = "(?:改造|升级|提升|修复|治理|整治|加固|扩建|利用|保护|开发|更新|续建|配套|维修|修缮|新建)"
_DONE = re.compile(f"{_DO}\\Z")
_DONE_TOO = re.compile(
    f"(?:现代化|节水|提标|提质|生态|智慧化|数字化|智能化|综合|环境|景观|资源)?(?:{_DO}){{1,2}}(?:建设)?(?:项目|工程)"
)
_PHASE = re.compile(r"[（(]?[一二三四五首]期[)）]?")
# 5个项目, 一期18栋安置房: so many of a kind
_COUNTED = re.compile(f"(?:{_PHASE.pattern})?{COUNT}|{_PHASE.pattern}[0-9]{{1,4}}余?[栋幢套]")
_WORK = re.compile("(?:项目|工程){1,8}$")
_HEADLESS = re.compile("项目|工程(?!技术|机械|装备|师)")
# 路基工程 is a part of a road's
_OF_PART = re.compile(
    "(?:路基|路面|桩基|土建|土石方|主体)工程$|^(?:全线|所有)?(?:桥梁|隧道|桥隧|涵洞|机电|房建|交安|绿化|管网)工程$"
)
_PROCESS = re.compile("浇筑|架设|吊装|开挖|填筑|桩基|掘进|施工|规划编制")
_PARTS = re.compile("(?:其)?[\u4e00-\u9fff]{2,14}(?:工程|项目)")
# 和平大桥, 和美小镇 begin with a name, not with "and"
AND_ITS = ("及", "暨")
"""What joins works and what goes with them."""
PAIR = re.compile("以及|及|与|或|和(?!平|谐|美|田|县|顺|龙|静|政|泰|兴|园|苑|悦|睦)")
_QUOTES = re.compile("[“”‘’]")
_DIGITS = re.compile("[0-9]{1,40}")
_SECTORS = ("generic", "sector", "verb", "part")
_KINDS = ("generic", "verb")
# 5000吨级泊位 is a kind of berth, no name
_SIZE = re.compile(r"^(?:新建|改建|扩建|建设|建成)?[0-9.]{1,40}[万亿]?(?:吨|千伏|兆瓦|标箱)级?")
_SIZE_OF = re.compile(r"[0-9.]{1,12}[万亿千百]?[\u4e00-\u9fff]")
# 30万吨级原油泊位一座: a thing of a size, where 6万吨级油库项目 is a work
_SIZED = re.compile(
    r"(?:新建|建设|建成)?(?:[0-9.]{1,40}[万亿]?|[百千万]{1,2})(?:吨|千伏|兆瓦|标箱)级?[^项工]{2,12}(?<!项目)(?<!工程)\Z"
)
# 2台热水锅炉, 8万平方米广场: how much of a kind is built, no name
_MEASURED = re.compile(r"[0-9.]{1,40}[万亿]?余?(?:台|栋|套|幢|[只头羽]|公里|千米|平方米|平方公里|亩|公顷)")
# 园区2.4万平方米标准厂房: so much of it
_SPACE_IN = re.compile("[0-9]万?余?(?:平方米|平米|㎡)(?!.*(?:项目|工程)\\Z)")
# 产业合作项目, 集中签约项目: those of an occasion; 平安创建工程: a programme; 也可以体验某某项目: told, not named
_OF_OCCASION = re.compile(
    r"^(?:领域|方面|行业)|^“[^“”]{1,8}”(?:建设|基础|配套)?(?:工程|项目)$|(?:重要|重点|重大|关键|标志性|控制性|节点|骨干|综合性)[\u4e00-\u9fff]{0,5}(?:工程|项目)$"
    r"|(?:民生|惠民|办?实事)[\u4e00-\u9fff]{0,2}(?:实事|项目)(?:工程|项目)?$|(?:创建|探源|航天|探月|攻关|惠民|培育|素质提升)工程$|^也(?!门)|成为|[一二两三四五六七八九十0-9][纵横轴廊][一二两三四五六七八九十0-9][纵横轴廊]|^全[国省市县区](?:实施|新|在|共|完成)|^(?:建设|实施|推进|打造)(?:各|一批|多)"
    r"|(?:部长|委员|代表)[”\"]?通道$|^一[个座条批]|[市县区州]部分|暨(?:项目|工程)$|(?:合作|协作|招商|签约|推介|对接|招引|洽谈|帮扶|援建|捐赠|国债|债券|[东南西北]侧|以[东南西北]|附近|对面|跑|盯|谋|促|争|抢|晒)项目$|[县市区旗州][\u4e00-\u9fff]古镇$|^[两二三四]级"
)
# 城北污水处理厂, 县图书馆新馆, 市第三小学: a county has one of them
_ONLY_ONE = re.compile(
    "城[东南西北](?!部|侧|面|面貌|方)(?=[\u4e00-\u9fff]{2})|[市县区州旗](?=第[一二三四五六七八九十]|人民|中医|妇幼|实验|图书|博物|文化[馆中宫]|体育|档案|科技馆|青少年|老年"
    "|职业|职教|党校|融媒|公共卫生|政务|殡仪|福利|社会福利|规划馆|美术|特殊教育|疾控|疾病|机关|行政|市民|残疾|养老|儿童|会展|全民健身|污水处理厂|自来水厂|垃圾(?:焚烧|填埋|处理)|客运站|中心医院|传染病|急救|供销|公安|法院|检察)"
)
# 疏港高速公路, 环城路改造工程: a place has one of them
_ROAD_ROUND = re.compile(
    "(?:疏港|通港|进站|站前|迎宾|出海|环城|绕城|环湖|环岛|环库|滨海|滨江|滨湖|沿江|临港|进港|城市外环|机场)(?:高速(?:公路)?|快速(?:路|通道)|旅游公路|公路|大道|铁路|高架|通道|路)(?![段基面网口灯])"
)
# 地铁3号线二期工程, 207国道改建工程
_BY_NUMBER = re.compile(
    "(?:(?:城市)?(?:地铁|轨道交通|轻轨|城轨)[0-9一二三四五六七八九十]{1,2}号线|[GSX][0-9]{1,4}线?|(?:国道|省道|县道)[GSX]?[0-9]{2,4}|[0-9]{2,4}(?:国道|省道|县道))"
)
# 海堤路拓宽改造工程, 迎宾大道北延工程: a street by its name, not 农村路网改造工程
_STREET = re.compile(
    "(?!农村|乡村|通[村组]|城[区市乡]|县乡|[主次]干|干线|生产|机耕|田间|断头|旅游|产业|资源|老旧|背街|小街|人行|沿街|商业|步行|示范|美食|特色|重点|部分|多条|所有|各)"
    "[\u4e00-\u9fff]{2,4}(?<![公道铁马水线管电网])(?:路|大道|大街|街)(?![网灯面基段口]|景区|[道]路)(?:（[^（）]{2,16}）|[东西南北中]段|[一二三]期|道路){0,2}"
    "(?:市政|综合|[东西南北]延|延伸|延长|拓宽|改造|改扩建|扩建|改建|新建|建设|提升|升级|打通|贯通|整治|修复|绿化|亮化|刷黑|维修|大修|快速化|白改黑){1,4}(?:工程|项目)\\Z"
)
# 科创三路, 学院南路: one of those that share a name
_NUMBERED_STREET = re.compile("[\u4e00-\u9fff]{2,3}[一二三四五六七八九十东西南北中](?:路|街|大道|大街)")
# 川渝间已建成铁路通道6条
_TOLD = re.compile("已(?:建成|开工|投产|投用|完成)")
_DIVISION_ALONE = re.compile(
    # 青石古镇项目, 云水小镇项目 are works
    "[\u4e00-\u9fff]{0,9}?(?:[市县旗]|(?<![古小])镇|(?<![水梦])乡|街道|办事处|辖区|(?:开发|经开|高新|集聚|集中|管理|新)区)(?:项目|工程)"
)
_BACKBONE = re.compile("(?<=..)[水电路管]网骨干工程$")


def no_name(words: str) -> str:
    """Return why words that end in a noun of works name none.

    >>> no_name("重点产业项目")
    'no name of its own: generic words'
    """
    if len(words) < SHORTEST:
        return "a noun alone"
    if len(words) > LONGEST:
        return "too long for a name"
    if _ANAPHOR.match(words) or re.match(COUNT, words):
        return "points back or counts: 该项目, 5个项目"
    if is_pair(words):
        return "two kinds of works"
    return "no name of its own: generic words"


def is_specific(name: str) -> bool:
    """Tell whether words name something: 再生铝项目 does, 重点产业项目 does not."""
    if _SIZED.match(name) or _TOLD.search(name) or _made().fullmatch(name):
        return False
    name = _SIZE.sub("", name)
    if _ANAPHOR.match(name) or _COUNTED.match(name) or _HEADLESS.match(name):
        return False
    if (
        _MEASURED.match(name)
        or _SPACE_IN.search(name)
        or (_OF_OCCASION.search(name) and not _is_backbone(name))
    ):
        return False
    bare = _PHASE.sub("", name)
    if _OF_PART.search(name):
        return False
    if name.endswith(("项目", "工程")):
        # 石桥乡项目, 青石高新区项目: all that is built there
        if _DIVISION_ALONE.fullmatch(name):
            return False
        # 临江市重点项目: a place alone names no work
        rest = _units().sub("", name)
        named = len(own(name)) >= _SPECIFIC and bool(own(rest))
        return (named or _is_sectoral(rest)) and not _governed().search(name)
    if _PROCESS.search(name):
        return False
    return is_only_one(name) or len(own(name)) >= _SPECIFIC or (bare != name and len(bare) > _NAMED_WORK)


def _is_backbone(name: str) -> bool:
    """Tell whether a backbone is a province's own: 吉林水网骨干工程, not 交通骨干工程."""
    return _BACKBONE.search(name) is not None and _in_province().match(name) is not None


def _is_sectoral(name: str) -> bool:
    """Tell whether words say what is built, if not which: 供水管网改造工程 does, 重点产业项目 does not."""
    phaseless = _PHASE.sub("", name)
    stem = _WORK.sub("", phaseless)
    # 集中供热二期工程: a place has one of them
    least = _SECTORAL - (phaseless != name)
    if len(stem) < least or _GROUP.search(ACTION_TAIL.sub("", stem)):
        return False
    # 建设和改造项目: only what is done
    return len(_without(_KINDS, _ACTIONS.sub("", stem))) >= _SPECIFIC


def says_what(name: str) -> bool:
    """Tell whether words say what is built or done, of which each place and year has some.

    >>> says_what("老旧小区改造项目"), says_what("民生实事项目"), says_what("改造项目")
    (True, False, False)
    """
    stem = _WORK.sub("", name)
    return len(stem) >= _SECTORAL and not (_GROUP.search(ACTION_TAIL.sub("", stem)) or of_occasion(name))


def of_occasion(name: str) -> bool:
    """Tell whether works are those of an occasion or a programme: 集中签约项目, 平安创建工程."""
    return _OF_OCCASION.search(name) is not None


def is_trade(words: str) -> bool:
    """Tell whether words are all of trades and works, so that they name nothing: 项目运营."""
    return not _without(_SECTORS, words)


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
    return len(_without(_SECTORS, last_head().sub("", name) or name)) >= _SPECIFIC


def names_place(name: str) -> bool:
    """Tell whether the name of works says what stands or is built: 白沙水厂扩建工程, not 素质提升工程."""
    stem = _WORK.sub("", name)
    return _BUILDING.search(stem) is not None or any_head().search(stem) is not None


def ends_in_head(words: str) -> bool:
    """Tell whether words end in a noun of what is built: 白沙水库, not 安置点检查."""
    return last_head().search(words) is not None


def is_common(name: str) -> bool:
    """Tell whether a name is made of words of the trade: one only beside what is done to it.

    >>> is_common("文创产业园"), is_common("垃圾焚烧发电项目"), is_common("云岭产业园")
    (True, True, False)
    """
    rest = _rest(trade(), _QUOTES.sub("", name))
    # 天津临港综合保税区 is one, 西藏公路 are many
    in_province = rest and _in_province().match(name)
    return not name.endswith("片区") and len(rest) < _SPECIFIC and not in_province and not is_only_one(name)


def is_only_one(name: str) -> bool:
    """Tell whether words of the trade name what a county or town has one of.

    >>> is_only_one("城北污水处理厂"), is_only_one("县图书馆新馆"), is_only_one("污水处理厂")
    (True, True, False)
    """
    if _NUMBERED_STREET.fullmatch(name):
        return True
    if len(name) <= _NAMED_WORK + 1:
        return False
    return any(known.match(name) is not None for known in (_ONLY_ONE, _ROAD_ROUND, _STREET, _BY_NUMBER))


def is_own(name: str) -> bool:
    """Tell whether a name has a name in it, not a word besides those of the trade: 恒达二手车市场, not 休闲农业."""
    return len(_rest(trade(), _QUOTES.sub("", name))) >= _NAMED_WORK


def has_own_front(name: str) -> bool:
    """Tell whether a name has words of its own in front of its noun: 青石公园, not 园区一、二期."""
    return not (is_common(name) or any_head().match(name))


def own(name: str) -> str:
    """Return what a name has besides its noun and the words that name nothing.

    >>> own("福源养老产业项目")
    '福源'
    """
    phaseless = _PHASE.sub("", name)
    bare = _WORK.sub("", phaseless)
    if bare != phaseless:
        return _without(_SECTORS, _province().sub("", bare))
    head = last_head().search(bare)
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


def is_pair(name: str) -> bool:
    """Tell whether two kinds of works are spoken of: 路网及学校项目 is no name, 颐和康养中心 is one."""
    for match in () if "合建" in name else PAIR.finditer(name):
        rest = name[match.end() :]
        # 某某水利枢纽|输水及灌溉|工程: what one work is for
        front = name[: match.start()]
        if rest.endswith("工程") and _of_one(front):
            continue
        if match.group() in AND_ITS and has_parts(front, rest):
            continue
        if _DONE.search(front) and _DONE_TOO.fullmatch(rest) and has_own(front):
            continue
        loose = not is_specific(rest) or (rest.endswith("工程") and is_loose(rest))
        # 复工复产和重点项目
        common = match.start() > 1 and (re.fullmatch(heads(), rest) or _GROUP.match(rest))
        # 栈道和绿化工程: parts of works
        parts = match.start() > 1 and rest.endswith("工程") and is_common(rest)
        # 120万千瓦风电和75万千瓦光热项目: two sizes
        parts = parts or bool(_SIZE_OF.match(name) and _SIZE_OF.match(rest))
        # 某某用房和8万平方米广场
        parts = parts or (match.start() > 1 and _MEASURED.match(rest) is not None)
        if not match.start() or common or parts or (match.group() != "和" and loose):
            return True
    return False


def has_own(front: str) -> bool:
    """Tell whether words begin with a name of its own: 白石灌区续建配套, not 道路改造."""
    return len(own(front)) >= _SPECIFIC and not is_common(front)


def has_parts(front: str, rest: str) -> bool:
    """Tell whether works of a name are named with what goes with them: 白河大桥|及|连接线工程.

    >>> has_parts("白河大桥", "连接线工程"), has_parts("白河大桥", "青石水厂工程"), has_parts("道路", "绿化工程")
    (True, False, False)
    """
    return has_own(front) and _PARTS.fullmatch(rest) is not None and is_common(rest.removeprefix("引道"))


def _of_one(front: str) -> bool:
    """Tell whether words in front of 及 begin with a work of a name and go on with what it is for."""
    head = any_head().search(front)
    return head is not None and head.end() < len(front) and not is_common(front[: head.end()])


@layered
def any_head() -> re.Pattern[str]:
    """Return the pattern of the nouns that end names."""
    return re.compile(heads())


@layered
def last_head() -> re.Pattern[str]:
    """Return the pattern of such a noun at the end."""
    return re.compile(heads() + "$")


@layered
def _made() -> re.Pattern[str]:
    # 这次加固大坝1180米, 规划建设安置房612套: what is done to a part
    return re.compile(
        f"次?(?:加固|改建|扩建|新建|修建|重建|改造|整修|维修|修复|拓宽|疏浚|治理|衬砌|硬化|(?:规划|计划|配套|同步|拟)(?:建设|新建)){heads()}"
    )


@layered
def _governed() -> re.Pattern[str]:
    # 农村供水保障工程 names a work: what is 供水保障 is no verb and its object
    return re.compile(f"(?<!供水)(?<!住房)(?<!安全)(?<!饮水)(?<!水源){either('govern')}(?:项目|工程)$")


@layered
def _units() -> re.Pattern[str]:
    return re.compile(f"^(?:{either('province', 'city')}[省市]?|[\u4e00-\u9fff]{{1,4}}[市县]){{1,8}}")


@layered
def _province() -> re.Pattern[str]:
    return re.compile(f"^{either('province')}(?:省|(?:回族|壮族|维吾尔)?自治区)")


@layered
def _in_province() -> re.Pattern[str]:
    return re.compile(either("province"))
