"""A list of places taken apart: 甲小学、乙路和丙村等处 holds three, of which each must be a place by its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.speech.layout import Layout
from newsie.frames.visiting.words import any_of, two_provinces
from newsie.lexicon import layered

ORDER = r"(?:先后|分别|依次|首先|随后|又|还|一同|一起|一并|接着|最后|现场|亲自|实地|再次|专程){0,5}"
# 和平路, 永和镇 and 呼和浩特 are no lists
_AND = re.compile(
    r"以及|及|与|(?<=[矿园厂司站校院村镇乡局库场区所店馆])和(?=县)|(?<=[园厂司站校院库场所店馆矿目程])和|(?<=地区)和|(?<=[^省市州])和(?=县[\u4e00-\u9fff]{2,8}(?:库|馆|园|场|院|校|站|局|中心|公司|企业|厂|仓|社))"
    r"|(?<![永祥仁泰太嘉共呼义雍])和(?!(?:[平谐顺睦盛美合田静林硕政畅兴悦][\u4e00-\u9fff]?|园)(?:路|街|村|镇|乡|县|市|里|苑|桥|巷|庄|湾|社区|小区|家园|花园|公园|广场|大道|大街|格尔|学校|小学|中学|医院|[、，。等]|$)|布克|龙[市里]|县(?![城委政域区人公市级直里医、]))"
)
# 察看某某水库除险加固工程进展情况: how the works go on
_PROGRESS = re.compile(
    r"(?<=[程目区园厂站场库桥路院校])(?:施工|建设|推进)?(?:进展|推进|实施|施工|建设|运行|运营)(?:进度)?(?:情况)?$"
)
_ENDED = re.compile(
    r"(?:(?<=[程目区园厂站场库桥路院校])(?:施工|建设|推进)?(?:进展|推进|实施|施工|建设|运行|运营)(?:进度)?情况|等(?:\ue003|[一-九十几多数两]{0,8})(?:个|家|处|地|所|条)?(?:[^，。；、]{0,14})?|(?:部分|各|多[家所个处]|若干)(?:中?小?学校?|企业|社区|医院|乡镇|商户|门店|景区)|(?<=[司矿厂])井下|(?<=馆)(?:展陈|展览|陈列)|\ue003(?:重点|规上|民营|工业|农业|科技|包保|联系)?(?:企业|单位|公司|村|社区|学校|[小中]学|乡镇|街道|景区|园区|商户|门店|工地|点位)|(?:[两三四五六七八九十](?:[个家处]|座)[^，。；、]{0,8}|两地|三地|一带|开始|实地|亲自|冒[雨雪]|连夜|先后|分别|集中|一线|内|里|时|后|，))$"
)
# 青河、白沙等县（市、区）: of what rank they are
_RANKS = re.compile("等[^，。；、（）]{0,4}（[^，。；（）]{1,16}）")
# 全县中小学、幼儿园食堂: the canteens of both
_COMMA = re.compile("(?<!学)(?<!学校)、|、(?!(?:幼儿园|托幼机构|托育机构))")
# 东高村的麦田: the village is what has a name; 东高村玉米地 stays whole
_FIELDS = re.compile(
    "(?<=[村镇乡屯庄])的?(?:[麦稻菜农]田|田间地头|田间|地头|田块|(?:玉米|小麦|花生|大豆|棉花)地)$"
)
# 深入联系点青河村, 来到包联帮扶的华源公司: whose it is to look after the place
_MINDED = re.compile(
    r"(?:我|自己|其|所)?(?:(?:基层|党建|支部|包抓|包联|包保|包扶|包村|包镇|帮扶|挂点|挂钩|挂联|挂包|挂牌|联系|联点|蹲点|结对|定点|分管|驻点|乡村振兴|脱贫攻坚|扶贫){1,3}(?:(?:点|村|镇|乡|社区|企业|单位|学校|项目)的?|的)[—-]{0,2})(?=[\u4e00-\u9fff“]{3})"
)
_DESCRIBED = re.compile(
    r"^(?:在建的?|位于[^的]{1,16}的|新建的|正在[^的]{1,12}的|(?:(?!等)[^的]){1,14}(?<![省市县区镇乡村州旗盟])(?<!街道)(?<!社区)的|[^的]{1,6}[市县区旗]的)(?=.{3,})"
)
_NOT_PLACE = re.compile(
    r"走访|上述|国事|临时搭[建起]|.{0,80}(?:第[一二三四五]次|出京|之路$|后(?:直接|首|立即|随即)|表示|感谢)|[省市县区乡镇][两二三四五]级|访(?!问大道)|看望|会见|途中|挨家|各自|这|那(?![\u4e00-\u9fff]{1,2}[县市区旗镇乡村])|该|另|他|她|它|我们|你|其|某些|一些|部分|多家|数家|许多"
    rf"|.{{0,80}}[{MARKS['PERSON']}{MARKS['DATE']}]|{MARKS['AMOUNT']}|[的了地与及是有]|[一两几]?[个位名家]|“[^”]{{0,80}}”的|.{{0,80}}(?:……|到把|变化|(?:海拔|地势|位置|环境|条件|设[施备]|基础|交通|道路|路况|人口|风险|任务|难度|水位|规模|距离|年龄|房屋)[^，]{{0,2}}[高低差远旧险陡少多大小重弱老密杂]$|(?:偏[远僻]|落后|薄弱|困难|简陋|恶劣|不便|分散|密集|陈旧|老化|突出|严重)$|之[旅行]$|出席|会见|时期$|[^，]并$|迎接|主席台|论述$|设置|展开|转变|相关[^，]{{2,8}}企业$|期间先后|先后[两三几]?次|出差|开会|顺便|铲雪|曾(?:经|[两三几多数0-9一二三四五六七八九]{{1,3}}次)|来[这此]$|走进|时间内|之内|时候$|期间将)|思考|.{{0,80}}有所"
    r"|和(?![平谐顺睦盛美合田静林硕布政畅兴悦园]|龙[市里]|县(?![城委政域区人公市级直里医、]))"
    r"|考察|洽谈|督导|调研|检查|慰问|指导|了解|开展|学习|参观|交流|沟通|推进|研究|分析|实施|贯彻|落实|结束|践行|整治|深化|全面|扩大|提升|展示|增强|强化|完善|优化|巩固|促进|加快|坚持|构建|绿色|排查|查摆|剖析|挖掘|宣传|探讨|要求|加强|建设(?![路街大村镇])|自我|实际|人心|推动|融合|发展(?!改革|和改革|大道|路)|合作(?!社|区|中心|市)|解读|拓展|发现|显示|表明"
)
# 县城学校 is any school
_ANY = re.compile(
    r"(?:物流|工业|产业|科技|高科技|城市|历史|文化|科学|特色|现代|农业|产品|智能制造|光电){1,3}(?:园区|社区|街区|小区|实验室|生产线|展厅)"
    r"|(?:企业)?(?:智能制造|智能|自动化)?生产[线区]|水库|水厂|河道|河堤|展厅|展馆|高校|(?:大中小?|中小)学校|(?:台资|国有)企业|科研(?:机构|院所|单位)|宗教场所|学校操场|(?:智能|数字|标准化)工厂|社区会客厅|党群服务中心|社区食堂|实验室|园区|厂区|集团|公司|工作室|村委会|会议室|研发车间|纪念馆大厅|街边[^、]{0,4}广场|工程|项目|大坝|堤坝|市场|商场|车站|机场|码头|工地|工厂|小区|村庄|公园|食堂|[^、]{0,4}(?:作业平台|窗口|柜台|通道|[取送供]水点)|[^、]{0,4}(?:重点|重大|民生|协作|合作|帮扶|援建|招商|产业|扶贫|乡村振兴)(?:工程|项目)|全[市县区镇乡省][^、]{2,12}(?:工程|项目)|(?:城市|口袋|社区|街头|湿地|体育|郊野){1,2}公园|(?:农村|乡村|科技|产业|博物馆|学校|医院|企业|社区)|(?:民营|科技|中小|小微|外资){1,2}型?企业|(?:县城|居民|城区|市区|主城区|辖区|全[市县区镇]|当地|周边|沿街|城乡|农村|部分|重点|各){1,6}(?:中?小?学校?|校园|幼儿园|景区|小区|医院|车站|商场|社区|村庄|企业|工厂|工地|项目|乡镇|超市|市场|门店|饭店|酒店)"
)
_ETC = re.compile("等(?:地|处|进行|开展)?$")
_STATIONS = frozenset({"汽车站", "火车站", "高铁站", "长途汽车站", "客运汽车站", "公交车站"})
# 走访了甲镇、乙村等处的防汛工作: the places end before what is seen to there
_OF_THEM = re.compile("等(?:地|处|多地|多处)的")
_KINDS = 2
_PROVINCE_LEAST, _PROVINCES_MOST = 4, 6
# 甲小学附近的⟦47家⟧商户: what is near it is not what is named
_NEAR = re.compile(r"(?:附近|周边|门口|门前|旁边|沿线)的?(?=[^，]{0,80}$)")
# 发展和改革局 is one body; 甲大走廊和乙大学 are two places
_BODY_END = re.compile(r"(?:局|委|厅|部|办|委员会|总队|支队)$")
_HOME = re.compile(r"(?<=[民众户工])家$|家(?:中|里)$|身边$|居民中间$|群众中间$|途中$|默哀$")
# 走进老战士、老党员家中: whose homes, no places; 走进服装、食品等展区: what is shown
_HOMES = re.compile(
    r"家(?:中|里)$|、[^，]{0,40}等[^，、]{0,4}(?:展区|展销区|展台|展位|专区|摊位|柜台|窗口|板块|环节)$"
)
# 走进一家家饭店、商铺: of a kind
_EACH = re.compile("一(?:家家|个个|户户|处处|座座)")
# 检查了甲煤矿的防洪设施和河道清障情况
_PLACE_OF = re.compile("(?P<place>[^，、的和]{3,16})的")
_SHELTER = re.compile(r"(?:车间|厂房|大棚|门店|店铺|商铺|地头)$")
_BARE_SHELTER = 6
_NAME_LEAST, _NAME_MOST = 2, 8
_FULL_LEAST = 4
_LONGEST = 32


@dataclass(frozen=True, slots=True)
class Place:
    """A place someone went to: canvas offsets."""

    start: int
    end: int


@layered
def _place_end() -> re.Pattern[str]:
    return re.compile(rf"{any_of('place')}$")


@layered
def _declared() -> re.Pattern[str]:
    """What says of all before it that they are places: 甲重工、乙机械等⟦3家⟧企业."""
    return re.compile(
        rf"(?:等(?:{MARKS['AMOUNT']}|[一二两三四五六七八九十几多数]{{1,3}}[个家处])?|(?:{MARKS['AMOUNT']}|[两三四五六七八九十][个家处]))[^，。、等]{{0,6}}?{any_of('place')}(?=[，。]|$)"
    )


@layered
def _vague_end() -> re.Pattern[str]:
    return re.compile(rf"{any_of('vague')}$")


@layered
def _matter_end() -> re.Pattern[str]:
    return re.compile(rf"{any_of('matter')}$")


def listed(layout: Layout, start: int, end: int) -> Iterator[Place]:
    """Yield the places of a list that stands between `start` and `end`: 甲国、乙国."""
    yield from items(layout, start, end, strict=False)


def items(layout: Layout, start: int, end: int, *, strict: bool) -> Iterator[Place]:
    """Split a list of places; with `strict`, yield only what has the ending of a place."""
    ranks = _RANKS.search(layout.string, start, end)
    end = ranks.start() if ranks else end
    if _HOMES.search(layout.string[start:end]) or _EACH.match(layout.string, start, end):
        return
    of_them = _OF_THEM.search(layout.string, start, end) if strict else None
    if of_them:
        end, strict = of_them.start(), False
    elif strict and _declared().search(layout.string, start, end):
        strict = False
    pieces = list(_split(layout.string, start, end, strict=strict))
    if strict and pieces and _matter_end().search(_PROGRESS.sub("", layout.string[slice(*pieces[-1])])):
        owner = _PLACE_OF.match(layout.string, start, end)
        pieces = [owner.span("place")] if owner else []
    if strict and _only_states(layout.string, pieces):
        return
    if len(pieces) >= _KINDS and sum(_is_kind(layout.string[slice(*piece)]) for piece in pieces) >= _KINDS:
        # 深入人大代表联络室、企业、乡村等: of a kind, all of them
        return
    for piece_start, piece_end in _apart(layout.string, pieces):
        found = _cleaned(layout.string, piece_start, piece_end)
        if found and _named(layout.string[found.start : found.end], strict=strict):
            yield found


def _only_states(string: str, pieces: list[tuple[int, int]]) -> bool:
    """Tell whether a list is of how things go, the last of them named with what runs: 查看水库蓄水、农田排涝和泵站运行情况."""
    *others, last = (string[slice(*piece)] for piece in pieces or [(0, 0)])
    return bool(others and _PROGRESS.search(last)) and not any(map(_place_end().search, others))


def _is_kind(text: str) -> bool:
    """Tell whether an item of a list is any of a kind: 企业, 乡村等地."""
    return _ANY.fullmatch(_ETC.sub("", text)) is not None


def _apart(string: str, pieces: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a list, two provinces without a mark between them apart: 在江苏安徽调研."""
    for start, end in pieces:
        short = _PROVINCE_LEAST <= end - start <= _PROVINCES_MOST
        both = two_provinces().fullmatch(string, start, end) if short else None
        middle = both.end("one") if both else end
        yield start, middle
        if middle < end:
            yield middle, end


def _split(string: str, start: int, end: int, *, strict: bool) -> Iterator[tuple[int, int]]:
    at = start
    for match in _COMMA.finditer(string[start:end]):
        yield from _halves(string, at, start + match.start(), strict=strict)
        at = start + match.end()
    yield from _split_last(string, at, end, several=at > start, strict=strict)


def _halves(string: str, start: int, end: int, *, strict: bool) -> Iterator[tuple[int, int]]:
    """Split one piece of a list that names two places: 甲店铺和乙村、丙村."""
    joint = None if strict else re.search("和|以及", string[start:end])
    if joint and _two_names(
        string[start : start + joint.start()], joint.group(), string[start + joint.end() : end]
    ):
        yield start, start + joint.start()
        start += joint.end()
    yield start, end


def _split_last(
    string: str, start: int, end: int, *, several: bool, strict: bool
) -> Iterator[tuple[int, int]]:
    for match in _AND.finditer(string[start:end]):
        left = string[start : start + match.start()]
        rest = string[start + match.end() : end]
        if _one_name(left, match.group(), rest):
            continue
        right = len(rest)
        listed = several and match.start() > 1
        short = _NAME_LEAST <= match.start() <= _NAME_MOST and _NAME_LEAST <= right <= _NAME_MOST
        both = not strict and (short or _two_names(left, match.group(), rest))
        if right > 0 and (_place_end().search(_FIELDS.sub("", left)) or listed or both):
            yield start, start + match.start()
            yield from _split_last(string, start + match.end(), end, several=several, strict=strict)
            return
    yield start, end


def _one_name(left: str, joint: str, right: str) -> bool:
    """Tell whether 与 or 及 stands inside one name: 卫星科学与应用数据中心, 算力调度及生态监测中心."""
    return joint in ("与", "及") and not _place_end().search(left) and bool(_place_end().search(right))


def _two_names(left: str, joint: str, right: str) -> bool:
    """Tell whether 和 stands between two full names of which only the second ends as a place does: 甲大走廊和乙大学."""
    named = len(left) >= _FULL_LEAST and len(right) >= _FULL_LEAST - 1 and bool(_place_end().search(right))
    return named and joint in ("和", "以及") and not _BODY_END.search(right) and len(right) <= 2 * _NAME_MOST


def _cleaned(string: str, start: int, end: int) -> Place | None:
    text = string[start:end]
    lead = re.match(
        rf"在(?=位于|学校|村里|[^、]{{2,8}}(?:市|县|区)$)|{ORDER}(?:了|我[省市县区州旗镇乡])?", text
    )
    start += lead.end() if lead else 0
    minded = _MINDED.match(string, start, end)
    start = minded.end() if minded else start
    # 全国文明村——甲市乙村
    start = max(start, string.rfind("——", start, end) + 2)
    described = _DESCRIBED.match(string[start:end])
    if described:
        start += described.end()
    near = _NEAR.search(string[start:end])
    if near and near.start() >= _NAME_LEAST:
        end = start + near.start()
    for _ in range(3):
        ended = _ENDED.search(string[start:end])
        if not ended:
            break
        end = start + ended.start()
    fields = _FIELDS.search(string[start:end])
    end = start + fields.start() if fields and fields.group().startswith("的") else end
    return Place(start, end) if end - start >= 2 else None


def _named(text: str, *, strict: bool) -> bool:
    """Tell whether words can be a place with a name of its own; `strict` asks for the ending of one."""
    if text.count("“") != text.count("”"):
        return False
    if len(text) > _LONGEST or _NOT_PLACE.match(text) or _HOME.search(text) or _ANY.fullmatch(text):
        return False
    if _SHELTER.search(text) and len(text) <= _BARE_SHELTER:
        return False
    # 安置点“巧手工坊”
    place = bool(_place_end().search(text.rstrip("”")))
    if not place and (strict or _matter_end().search(text)):
        return False
    vague = None if text in _STATIONS else _vague_end().search(text)
    return vague is None or vague.start() > min(1, len(vague.group()) - 1)
