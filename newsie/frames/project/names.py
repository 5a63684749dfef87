"""Names of undertakings by their head nouns: 察看了某某产业园二期工程 gives 某某产业园二期工程.

A name runs from the last word that cannot be part of it (察看, 位于, 的, a person, a date) to its
last head noun with what may follow one (一期, 东延).

>>> text = "加快推进东山县年产6万吨再生铝项目建设"
>>> [text[name.start : name.end] for name in find_names(text, Within(()))]
['年产6万吨再生铝项目']
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Literal, NamedTuple, TypeAlias

from newsie import patterns as re
from newsie.frames.project.naming import COUNT, SECTIONS, is_common, is_loose, no_name, says_what
from newsie.frames.project.trimming import trim
from newsie.frames.project.words import either, kind_of, sought_heads, words
from newsie.lexicon import layered
from newsie.spans import Spanned, Within, holding
from newsie.text import Span
from newsie.trace import refuse

Kind: TypeAlias = Literal["work", "loose", "site", "place", "listed", "item"]

# 3号、4号泊位工程, 一、二期工程: one name
# 青云街（白河路—东山路）道路改造工程, 省道307青石—白河段改造工程: a dash between two ends is of the name
_RUN = (
    r"(?:[^。！？；，：\n《》—―…、]|(?<=[\u4e00-\u9fff]{2})—"
    r"(?=[\u4e00-\u9fffA-Z0-9]{1,12}）|[\u4e00-\u9fff]{2,4}(?:—|段|高速|公路|铁路|高铁|城际|快速|输[气油水]|管道|特高压)))+"
)
_STRETCH = re.compile(
    rf"{_RUN}(?:(?:(?<=[0-9一二三四五六七八九十][号#])、(?=[0-9一二三四五六七八九十]{{1,3}}[号#])"
    rf"|(?<=[\u4e00-\u9fff][一二三四五六])、(?=[二三四五六七]期)){_RUN})*"
)
_LONGEST_GAP = 12
_LONGEST_KEPT = 4
# what calls a work important stands before its name: 重要交通保障工程某某快速路
_RANK = (
    r"(?:重要|重点|重大|关键|标志性|控制性|骨干|国家级|世界级|超级|配套)[\u4e00-\u9fff]{0,5}?(?:工程|项目)(?!建设)"
    r"|[（(][0-9一二三四五六七八九十]{1,2}[)）]|(?<![0-9])[0-9]{1,2}\.(?![0-9](?!0[0-9]{2}年))"
)
# 双方就|某某项目|签约事宜达成共识, not 成就, 就业
_ABOUT = "(?<![成造高迁屈功])就(?![业医读学近地餐诊职座任是此])"
# 东至青石大道, 西至白河路: where something ends, not 东至县
_BOUND = "(?<![\u4e00-\u9fff])[东西南北][至到](?!县)"
# 项目部, 工程师, 中心城区 only begin like a head; 产业园管委会 is an office
_NOT_HEAD = re.compile(
    r"(?<=隧洞)段|比例|占比|比重|[上中下]游|旅行|旅客|插秧|行驶|运转|充电|资本|自行车|马拉松|大奖赛|运输|养护|收费站|地位|部(?!分)|组|库|经理|化|师|院(?!区)|款|量|所|书|单(?!体)|造价|机械|车|队|技术|业主(?![为是：])|专班|地带|城区|城市"
    r"|任务|思想|内容|小学|中学|医院|主任|书记|党|管委会|管理委|管理局|管理处|(?:有限|股份|集团)?公司|有限责任|集团|办公室|负责人|领导|局|委"
    r"|区块|景区|周边|附近|旁|门口|[东西南北]侧|网|遗产|成果|列车|动车|专列|班列|群|交通|桩(?!基)|桥(?![梁隧面墩体台塔])|馆|港(?![口区])|路(?![段基面网口])|带(?![动来头领队])|[之以]"
)
# 某某特大桥|跨某某铁路转体, 某某高速北段|下穿某某铁路: a line that is crossed; 跨某某河大桥 crosses
_LINE = "(?:铁路|高铁|高速|公路|轨道交通|地铁|号线|航道|运河|快速路)"
_CROSSING = re.compile("[^跨穿]{0,6}(?:[上横]?跨|下?穿)")
_CROSSED = re.compile(f"(?:[上横]?跨|下?穿)越?[\u4e00-\u9fff]{{2,12}}{_LINE}\\Z")
# 某某水电站|移民搬迁安置点项目, 某某机场|二期扩建航站区工程: one name
_OF_WHOLE = re.compile("移民|[一二三四五]期(?:改?扩建|新建|续建|改造)")
# 青石大学|附属医院新院区: a house of its own
# 某某电站|配套装备制造基地项目: what is made for it elsewhere
_NO_PART = re.compile(
    "配套[\u4e00-\u9fff]{0,4}(?:制造|产业|装备|设备|材料|生产|加工)[\u4e00-\u9fff]{0,4}(?:项目|基地|产业园|园区)|基础设施|附属(?:[\u4e00-\u9fff]{0,4}(?:医院|[中小]学|幼儿园|学校))"
)
_SECTION = re.compile("(?:路基|路面|桩基|土建|基础)$")
# 城中村改造 is no village
_TOWN = re.compile("[镇乡]|(?<!城中)村|街道")
# 某某水电站|主厂房土建主体工程, 某某铁路|全线控制性工程: works of its own name in front of a part of them
_COMPONENT = re.compile(
    "(?!体系|系统)的?[\u4e00-\u9fff0-9]{0,8}?(?:主体|土建|桩基|路基|基础|附属|配套|控制性|标志性|先导|先行|节点|关键性?)工程"
)
# 某某核电站扩建工程1号机组和某某核电站
_UNIT_AND = re.compile("[0-9一二三四五六七八九十]{1,3}号[^和与及]{1,4}[和与及]")
# 青石文化中心|和青少年中心合建项目: one work
_BUILT_TOGETHER = re.compile("(?:以?及|和|与)[\u4e00-\u9fff]{2,16}?合建(?:项目|工程)")
# 白河大桥|及连接线工程
_WITH_PARTS = re.compile("[及暨]其?(?P<parts>[\u4e00-\u9fff]{2,12}?(?:工程|项目))")
_BRACKET = re.compile("[（(][^（()）]{0,12}")
# 甲大道（乙路至丙路段）改造工程: how long the way from noun to noun is, besides what stands in brackets
_BRACKETED = re.compile("（[^（）]{2,16}）")
# 甲路（由乙路至丙路）改造工程
_ENDS = re.compile("(?<=[路街道线段渠堤])（[^（），。；]{2,12}[至到—][^（），。；]{2,12}）")
_WORKS = ("项目", "工程")
# 某某水库枢纽工程|大坝填筑到顶: a part of the first
_PART_BEHIND = re.compile(
    "(?:大坝|主坝|渡槽|隧[洞道]|泵站|站房|住院楼|门诊楼|教学楼|综合楼|标准厂房|大桥|特大桥|桥梁)(?!(?:[^，。；]{0,6}(?:项目|工程)))"
)
_SAID_OF = re.compile(
    "[则也还都均又就并可能仍需]|加固|重建|衬砌|疏浚|修建|租用|占用|使用|利用|采用|依托|紧[邻靠挨]|毗邻|落户|入驻|同[步时]|分别|相继|先后|陆续|去年|今年|明年|年[内底]|[上下本]月|当[天日]"
)
_CONJUNCTION = re.compile("以?及|和(?!平|谐|美|田|县|顺|龙|静|政|泰|兴|园|苑|悦|睦)|与|暨|或")
_LOCATION = re.compile(
    r"(?:位于|坐落于|坐落在|坐落|地处|落户于|落户在|落户|选址于|选址在|选址|落址|毗邻|紧邻|邻近|建在|起于|起自|起点为|止于|终点为|终点是|终至|途经|经过|临近|终至|到达|直达|通达|抵达|来自|(?:业主|单位)[为是：]|[东南西北][接连]|(?:^|[，、；])[东西南北][至到])$"
)
# 也是我市重要的南北畅通工程, 是某某高速的一段, 列为某某示范项目 say what something is
_PREDICATE = re.compile(
    r"(?:(?<![的就只便正])是|^为|是[^，。；是0-9]{1,14}的(?:大型|超大型|现代化|综合性)?|(?<![相承中])继(?:[^，。；、]{2,20}、)?|一[个座条处][^，。；]{0,22}的|(?:列为|列入|纳入|入选|获评|评为|被誉为|成为|作为|称为|打造成|打造为)[^，。；]{0,8})$"
)
# 1000个投资1亿元以上的补链项目, 这是我国首个石化项目, 一批中央财政支持的大气污染防治工程, 各支线配套工程, 52家国家级零碳园区
_SOME = re.compile(
    COUNT
    + "[^，。；、]{0,16}(?<!之一)的$|(?:这|那|它|也)是[^，。；、]{0,10}$|(?:一批|一系列|各类|[0-9]{1,4}余?家)[^，。；、]{0,14}$|各$"
)
# 我国水电基地建设, 重点恢复重建工程: a kind of works
_OF_ALL = re.compile("(?:我国|全[国省]|各地|重点|重大|首[个座条])(?:主要)?$")
# 某某项目44个, but 某某工程46个隧洞工区 has so many sections
_NUMBERED = re.compile(f"[0-9]{{1,4}}余?[个项](?!月|{SECTIONS})")
# 是我国首条以输送风电、光电为主的外送通道, 这是西部首座贯通的20公里以上、时速350公里的特长隧道
_FIRST_OF_KIND = re.compile(
    r"是[^，。；是]{0,12}(?:首[条个座]|第[一二三四五六七八九十]{1,3}[条座]|最[大长高])[^。；]{0,44}的$"
)
# 是集“桥、岛、隧”于一体的跨海工程
_ALL_IN_ONE = re.compile(r"[是为][^，。；是]{0,8}集[^。；]{2,48}[于为]一体的[^，。；]{0,8}$")
# 是一座以灌溉、供水为主的中型水库: what it is, said over a list
_ONE_OF_KIND = re.compile(r"(?:[是为]一[座个条处]|一[座个条处]集)[^，。；是]{2,40}的$")
_LONGEST_ALL_IN_ONE = 72
_FIRST = re.compile(
    "(?:首[个条座](?:大型|超大型|国家级)?|第[一二三四五六七八九十]{1,3}[条座]|最[大长高深早快远广多强先][\u4e00-\u9fff]{0,3}的?)$"
)
_GREATEST_OF = re.compile("最[大长高深](?:[坝桥塔楼]|站房|车站|隧[道洞]|桥梁|水库|枢纽|电站|机场|港口)")
_NEAR = 8
# 我市首个餐厨垃圾处理厂在某村奠基: the first of its kind, and the one told of
_BEGUN_THERE = re.compile(r"(?:在[^，。；]{2,16})?(?:正式)?(?:奠基|开工|动工|破土)")
_COSTLIEST = re.compile("(?:投资|规模|投资额|体量|金额|单体)最[大高]的\\Z")
_CLASS = re.compile("等(?:一批|大型|[0-9一二两三四五六七八九十]{1,3}余?[家个座条所])?$")
_AMONG = re.compile("[^，。；]{0,16}之一")
# 察看上水库大坝填筑和地下厂房开挖情况: a part of the works, at which is worked
_LOOKS = ("察看", "察看了", "查看", "查看了", "了解", "检查", "观看")
_AT_WORK = re.compile("(?:填筑|开挖|浇筑|灌浆|衬砌|碾压|吊装|掘进)(?:[和、及等与]|情况|进度|进展|现场|施工)")
# 以打造“出海水运通道”为抓手
_AIM = re.compile('[”"]?为(?:抓手|主?骨架|骨干|依托|重点|契机|目标|引领|牵引|主线|支撑)')
# 甲机场到乙新区的轨道交通: where another work begins
_ORIGIN = re.compile("[到至][^，。；、的]{2,12}的")
# 某某小学开工仪式举行: what is begun, not where
_VENUE = re.compile(
    "(?!(?:新建|建设)?(?:项目|工程)?(?:开工|奠基|动工|封顶|落成|竣工|通车|启用|投产|投用))[^，。；]{0,6}(?:举行|召开|举办|开幕|设立)"
)


# 青石新能源基地举行投产仪式: its own, unless it is 在……产业园 that another's is held
_OWN_CEREMONY = re.compile(
    "[^，。；]{0,4}(?:举行|举办)了?(?:隆重的?)?(?:项目|工程)?(?:开工|奠基|动工|封顶|落成|竣工|通车|投产|投用)"
)
_THERE = re.compile("在[^，。；]{0,8}$")
# 青石大道与白河路交叉口
_CROSSROADS = re.compile("[与和及、][^，。；、]{2,12}?(?:交叉|交汇|交界|交会|路口)")
_LONGEST_BUILDER = 24
# 青石县|2024年度|老旧小区改造项目
_YEAR = re.compile(
    "(?P<place>(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{1,6}(?<![全各我])[省市县区州旗盟镇乡])?(?:19|20)[0-9]{2}年度?(?:第[一二三四1-4]批次?)?\\Z"
)
_IS_WORKS = re.compile("(?:项目|工程)(?:（[^（）]{2,8}）)?\\Z")
_LONGEST_YEAR = 20
_WORDS = re.compile("[\u4e00-\u9fffA-Za-z]{2,24}\\Z")
# 福田公司冷藏库扩建工程: the works of a company
_BUILDER = re.compile("[\u4e00-\u9fffA-Za-z]{2,20}?(?:有限公司|公司|集团)(?!大厦|总部|[一二三四]期)")


class Name(NamedTuple):
    """A name of an undertaking at a place of a text.

    Attributes:
        start: first character.
        end: one past the last.
        kind: work (某某项目), loose (a work with little of its own in its name), site (产业园) or
            place (学校) by its head noun; listed or item where its place in the text made it one.
        place: the division written in front of it (东山县), not part of the name.
        shared: whether that stands in front of the list that the name is in.
    """

    start: int
    end: int
    kind: Kind
    place: Span | None = None
    shared: bool = False

    @property
    def front(self) -> int:
        """Where the name begins with its division."""
        return self.place[0] if self.place and not self.shared else self.start


def find_names(folded: str, fences: Within[Spanned]) -> tuple[Name, ...]:
    """Return the names in a text by their head nouns, generic ones (重点项目) left out.

    Args:
        folded: the text, width-folded.
        fences: what no name holds: persons, dates, documents.
    """
    heads = [start for start, _ in sought_heads().spans(folded)]
    stretches = [stretch.span() for stretch in _STRETCH.finditer(folded)] if heads else []
    held = (stretches[number] for number in holding(stretches, heads))
    return tuple(name for stretch in held for name in _in_stretch(folded, stretch, fences))


def last_cut(folded: str, start: int, end: int) -> int:
    """Return where the last word that no name holds ends between two offsets, or `start`.

    >>> last_cut("先后来到东山小学", 0, 8)
    4
    """
    last = start
    # 水系连通|工程: a word that is kept may go on behind the end
    for match in _cut().finditer(folded, start, end + _LONGEST_KEPT):
        if match.end() <= end and match.group() not in words("keep"):
            last = match.end()
    return last


def find_builder(folded: str, name: Span) -> Span | None:
    """Return the company in front of a name, or at its head, whose works they are.

    >>> text = "东山恒远阀门有限公司高端阀门生产项目"
    >>> find_builder(text, (10, 18))
    (0, 10)
    """
    low = max(0, name[0] - _LONGEST_BUILDER)
    words = _WORDS.search(folded, low, name[0])
    start = last_cut(folded, words.start(), name[0]) if words else name[0]
    before = _BUILDER.fullmatch(folded, start, name[0])
    found = before or _BUILDER.match(folded, *name)
    return found.span() if found and found.span() != name else None


def _in_stretch(folded: str, stretch: Span, fences: Within[Spanned]) -> Iterator[Name]:
    start = stretch[0]
    for first, head, before in _chains(folded, stretch, fences):
        floor, last = fences.last_end(start, first[0]), head
        # up to the last head: 通道(保障性工程)某某工程
        begin = _begin(folded, floor, last[0])
        found = trim(folded, (begin, last[1]))
        if not found and before and _COMPONENT.fullmatch(folded, before[1], last[1]):
            last = before
            found = trim(folded, (last_cut(folded, floor, last[0]), last[1]))
        found = found or _placed_and_dated(folded, (begin, last[1]))
        if found:
            span, place = _of_year(folded, *found)
            kind = _kind(folded, span, folded[slice(*last)])
            if _BEGUN_THERE.match(folded, span[1]) and kind == "site":
                yield Name(*span, kind, place)
            elif _is_aside(folded, start, (place or span)[0]) or _is_description(
                folded, (place or span)[0], span[1]
            ):
                refuse(
                    "project",
                    "said in passing: where something lies, what it counts as, or one of many",
                    span,
                )
            elif _CLASS.search(folded, start, (place or span)[0]):
                refuse("project", "what the works of a list in front are: 甲、乙等食品加工项目", span)
            elif _is_spot(folded, span, kind) or _is_kind(folded, start, span):
                refuse("project", "only where something is held, or one of several", span)
            else:
                yield Name(*span, kind, place)
        else:
            refuse("project", partial(no_name, folded[begin : last[1]]), (begin, last[1]))
        start = head[1]


def _begin(folded: str, floor: int, head: int) -> int:
    """Return where a name may begin; what stands in brackets says between which ends: 甲路（由乙路至丙路）改造."""
    for ends in _ENDS.finditer(folded, floor, head):
        if last_cut(folded, ends.end(), head) == ends.end():
            return last_cut(folded, floor, ends.start())
    return last_cut(folded, floor, head)


def _placed_and_dated(folded: str, span: Span) -> tuple[Span, None] | None:
    """Return works of a kind that only their county and year name: 青石县2024年|老旧小区改造项目."""
    words = folded[slice(*span)]
    year = _YEAR.search(folded[max(0, span[0] - _LONGEST_YEAR) : span[0]])
    named = year is not None and year["place"] and _IS_WORKS.search(words) and says_what(words)
    return (span, None) if named else None


def _of_year(folded: str, span: Span, place: Span | None) -> tuple[Span, Span | None]:
    """Return the works of a kind with the year that tells which, and whose they are: 青石县2024年老旧小区改造项目."""
    words = folded[slice(*span)]
    low = max(0, span[0] - _LONGEST_YEAR)
    year = _YEAR.search(folded[low : span[0]]) if place is None and _IS_WORKS.search(words) else None
    if year is None or not is_common(_BRACKETED.sub("", words)):
        return span, place
    return (low + year.start(), span[1]), None


def _chains(folded: str, stretch: Span, fences: Within[Spanned]) -> Iterator[tuple[Span, Span, Span | None]]:
    """Yield the first, the last and the last but one head noun of each run that one name may hold."""
    first: Span | None = None
    last: Span | None = None
    before: Span | None = None
    for match in sought_heads().finditer(folded, *stretch):
        if _NOT_HEAD.match(folded, match.end()) or fences.covers(*match.span()):
            continue
        # 某某公路口岸（客运口岸区）旅检楼: what stands in brackets behind a name
        if last and _BRACKET.fullmatch(folded, last[1], match.start()):
            continue
        if first and last and not _runs_on(folded, last, match.span()):
            yield first, last, before
            first = last = None
        first, before, last = first or match.span(), last, match.span()
    if first and last:
        yield first, last, before


def _runs_on(folded: str, last: Span, following: Span) -> bool:
    """Tell whether a name goes on from one head to the next: 产业园(二期)项目, not 工程(主体)工程."""
    start, end = last[1], following[0]
    gap = folded[start:end]
    if _BUILT_TOGETHER.match(folded, start):
        return True
    parts = _WITH_PARTS.match(folded, start)
    if parts and is_common(parts["parts"].removeprefix("引道")):
        return True
    if len(_BRACKETED.sub("", gap)) > _LONGEST_GAP or _CONJUNCTION.match(gap) or _TOWN.search(gap):
        return False
    part = _part().match(gap) and not (_NO_PART.match(folded, start) or _OF_WHOLE.match(gap))
    # 某某中学教学楼加固改造工程: a building of what stands already is a work of its own
    standing = kind_of(folded[slice(*last)]) == "place" and folded[slice(*following)] in ("工程", "项目")
    part = part and not standing
    crossed = _CROSSING.match(gap) and re.match(_LINE, folded[slice(*following)])
    # 某某电路板项目|则租用园区标准厂房: what is said of the first
    said = folded.startswith(_WORKS, start - 2) and (_SAID_OF.match(gap) or _PART_BEHIND.match(folded, start))
    if crossed or said or gap.startswith("作为") or _UNIT_AND.match(gap):
        return False
    # 公路改建工程东段路基工程: a part of works
    section = folded.startswith("工程", start - 2) and _SECTION.search(gap)
    return last_cut(folded, start, end) == start and not part and not section


def _kind(folded: str, span: Span, head: str) -> Kind:
    kind = kind_of(head)
    return "loose" if kind == "work" and is_loose(folded[slice(*span)]) else kind


def _is_aside(folded: str, low: int, start: int) -> bool:
    """Tell whether a name is said in passing: where something lies, what it counts as, a number of them."""
    before = folded[max(low, start - 24) : start]
    if _LOCATION.search(before) or _PREDICATE.search(before) or re.search(COUNT + "[“‘]?$", before[-8:]):
        return True
    if _SOME.search(before):
        return True
    before = folded[max(0, start - _LONGEST_ALL_IN_ONE) : start]
    return any(kind.search(before) for kind in (_ALL_IN_ONE, _ONE_OF_KIND, _FIRST_OF_KIND))


def _is_description(folded: str, start: int, end: int) -> bool:
    """Tell whether words say what kind of works is named behind them, or what is first or greatest of its kind.

    沙漠重载铁路——某某铁路项目, 首条山岭隧道, 最大的综合性工程.
    """
    first = _FIRST.search(folded, max(0, start - _NEAR), start)
    # 最大站房某某西站: what it is the greatest of, and its name
    named = first is not None and _GREATEST_OF.match(first.group()) and not is_common(folded[start:end])
    # 其中，投资最大的恒远电池项目
    named = named or _COSTLIEST.search(folded, max(0, start - _NEAR), start) is not None
    # 国家重要生产基地某省某市: what a place is, before its name
    of_place = re.search("重要|重点|国家", folded[start:end]) and _province().match(folded, end)
    return folded.startswith(("——", "――", "--"), end) or bool(of_place) or (first is not None and not named)


def _is_spot(folded: str, span: Span, kind: Kind) -> bool:
    """Tell whether a name is only where something is held or crossed, or one of several."""
    start, end = span
    held = kind in ("site", "place") and _VENUE.match(folded, end)
    if held and _OWN_CEREMONY.match(folded, end):
        held = _THERE.search(folded, max(0, start - _NEAR), start)
    some = kind in ("work", "loose") and _NUMBERED.match(folded, end)
    origin = _ORIGIN.match(folded, end) or _CROSSED.search(folded[max(0, start - 2) : end])
    looked_at = kind in ("site", "place") and folded.endswith(_LOOKS, max(0, start - 4), start)
    at_work = looked_at and _AT_WORK.match(folded, end)
    crossing = kind in ("site", "place") and _CROSSROADS.match(folded, end)
    return bool(
        crossing or held or some or origin or at_work or _AMONG.match(folded, end) or _AIM.match(folded, end)
    )


def _is_kind(folded: str, start: int, span: Span) -> bool:
    """Tell whether words of the trade are said of the whole country or of some: 我国水电基地, 重点恢复重建工程."""
    return _OF_ALL.search(folded, start, span[0]) is not None and is_common(folded[slice(*span)])


@layered
def _cut() -> re.Pattern[str]:
    return re.compile(either("cut", "keep") + f"|{_ABOUT}|{COUNT}|{_RANK}|{_BOUND}")


@layered
def _province() -> re.Pattern[str]:
    return re.compile(either("province"))


@layered
def _part() -> re.Pattern[str]:
    return re.compile(either("part"))
