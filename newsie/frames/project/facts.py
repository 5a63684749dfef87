"""Figures, owner and place that a piece of text gives an undertaking.

>>> OWNER.search("由某某集团投资6.6亿元建设").group("owner")
'某某集团'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from newsie import patterns as re
from newsie.frames.project.progress import is_progress
from newsie.frames.project.standing import TRADES
from newsie.frames.project.status import Sign, Status
from newsie.frames.project.words import either, words
from newsie.lexicon import any_of, layered
from newsie.reading import Amount
from newsie.text import Span

Figure: TypeAlias = Literal["investment", "land_area", "floor_area", "progress"]

_HEDGE = r"(?:额|规模|约|近|达到|达|为|超过|超|逾|共|计|已|高|：){0,8}$"
_INVESTMENT = re.compile(
    r"(?:总投资|投资总额|(?:总|工程)?造价|投资概算|投资估算|概算投资|计划投资|预计投资|协议投资|合同投资|估算投资|批复投资|(?<![成计度期产])投资|概算)"
    + _HEDGE
)
# 累计完成投资, 年度计划投资, 一期投资 and 其中中央投资 are parts of the cost or of the year
_PARTIAL = re.compile(
    r"(?:完成|累计|年度|今年|当年|全年|[一二三四五首]期|其中(?!投资[^，。；、]{0,2}$)|到位|固定资产|追加|中央|省级|民间|新增)[^，。；、]{0,6}投资"
    + _HEDGE
)
_LAND = re.compile(
    r"(?:占地(?:总)?(?:面积)?|(?<![设业地宅储商])用地(?:总)?(?:面积|规模)?|规划用地|征地|供地|占用[^，。；、0-9]{0,4}(?:地|林|滩|田))"
    + _HEDGE
)
_FLOOR = re.compile(r"(?:建筑(?:总)?面积|建筑体量|总建面|建面)" + _HEDGE)
# what parts the amounts of 分别完成62%和四成
_TURN = re.compile("(?:左右|以上)?[、和及与](?:约|近|超)?")
_LOOKBACK = 32
_LONGEST_PROMISE = 80
_AREAS = ("亩", "平方米", "公顷", "平方公里", "平方千米", "㎡")

_BODY = r"[\u4e00-\u9fffA-Za-z0-9（）“”·]{2,30}?"
_OWNS = "(?:公司|集团|局|中心|政府|委员会|管委会|医院|学校|大学|学院|[中小]学|办事处|合作社|银行)"
OWNER = re.compile(
    rf"由(?P<owner>{_BODY})(?<!批准)(?<!批复)(?<!核准)(?<!审批)(?:负责|承担|牵头|出资|独家|共同|联合|全额|计划|合作|整体|规划|组织){{0,8}}"
    r"(?:(?:总|计划|协议)?投资(?!集团|公司|有限|控股|股份|发展|开发|实业)[^，。；]{0,14}?(?:建设|兴建|打造|新建|开发|实施|建造)|(?:投资|兴建|建设|实施|开发|打造|修建|新建|运作)(?!集团|公司|有限|局|发展|控股|股份|投资|工程|总))"
    # 由县城投集团承建; 由中铁某局承建 names the builder
    rf"|由(?P<city>[\u4e00-\u9fff]{{0,16}}?(?:城投|城发|交投|农发|水投|文旅投?|产投|国投|城建投|建投|水务|国资|旅投|发投)[\u4e00-\u9fff]{{0,6}}?(?:公司|集团))(?:负责)?承建"
    rf"|(?:引进|引入|引来)(?P<brought>{_BODY}(?:公司|集团|企业))(?:投资)?(?:建设|兴建|新建|创办)"
    rf"|(?:(?:项目|工程)?业主(?:单位|方)?|建设单位|投资方|投资主体|招标人|采购人|项目法人)[为是：]?"
    rf"(?P<named>[\u4e00-\u9fffA-Za-z0-9（）]{{2,30}}?{_OWNS})(?=[，。；、）\n]|\Z|已|将|正|有关|相关|负责|介绍|计划|拟)"
    # 由区公路局担任业主, 县交投公司作为业主
    rf"|(?:由|(?<=，)|\A)(?P<as>[\u4e00-\u9fffA-Za-z0-9（）]{{2,24}}?{_OWNS})(?:担任|作为?|为)(?:项目|工程)?业主"
)
INVESTOR = re.compile(
    r"由?(?P<owner>(?!由)[\u4e00-\u9fffA-Za-z（）]{2,24}(?:公司|集团|局|中心|合作社|厂|企业))(?:计划|总|共|拟){0,8}投资$"
    # 东莞恒远电路投资6.8亿元的: a firm by its trade
    rf"|(?<![\u4e00-\u9fffA-Za-z])(?:由|[\u4e00-\u9fff]{{1,6}}的)?(?P<firm>(?![今去前近各全该我本]|年[内初底中]|传统|工业)[\u4e00-\u9fff]{{2,8}}?(?:{TRADES}|电路|五金|轴承|机床|印染|铸造|铸业|泵业|阀门|矿业|钢铁|化纤|重机|电气|电缆|制衣|鞋业))(?:计划|总|共|拟){{0,3}}投资$"
)
_BROUGHT = re.compile("[\u4e00-\u9fff]{0,12}?(?:引进|引入|招引|引来)(?:了|的)?(?=[\u4e00-\u9fffA-Za-z]{4})")
_BUILT_BY = re.compile("(?:投资|出资|负责)?(?:兴建|建设|修建|新建|承建|打造|开发|投资)的")
# 德国工业巨头|某某|投资的百亿级基地, 某某集团投资建设的某某基地
_GIVER = re.compile(
    r"(?:(?:巨头|企业|公司|集团|龙头|车企|药企|厂商)(?P<owner>(?!在)[\u4e00-\u9fffA-Za-z]{2,10}?)|(?:^|[，。；、由])(?P<firm>[\u4e00-\u9fffA-Za-z]{2,16}?(?:公司|集团)))(?:在[^，。；、在]{2,12}?)?(?:独资|共同|联合)?投资(?:建设|兴建|新建|打造)?的[^，。；、的]{0,6}$"
)
_PLACE = re.compile(
    r"(?:位于|位居|坐落于|坐落在|坐落|地处|落户于|落户到|落户在|落户|选址于|选址在|选址|落地于|落地在|落址|(?:建设|项目)(?:地点|地址)(?:位于|[为在：])?)"
    r"(?P<place>[\u4e00-\u9fffA-Za-z0-9“”（）·—\-]{2,40}?)"
    r"(?=$|[，。；、]|的|境内|总投资|占地|由|总建筑|总占地|总规划|规划|是|项目|建设|，)"
)
# 某某集团将在我县投资建设甲项目和乙项目, 某某科技将在经开区投资12亿元建设甲项目
# 计划投资1200万元建设|某某加工厂
_INTENDED = re.compile(
    r"(?P<plan>计划|拟|将|准备|打算|预计|筹划)(?:再|总|今年|明年)?投(?:资|入)(?:约|近|超)?[0-9.]{1,9}[万亿]?余?元(?:资金)?(?:，)?(?:在[^，。；]{2,12}?)?(?:建设|兴建|新建|打造|修建|改建|扩建|建起|建造|[新改扩]?建|修|盖|上马)(?:一[座个条处所])?$"
)
_WILL_BUILD = re.compile(
    r"(?:^|[，。；：\n])(?P<owner>[\u4e00-\u9fffA-Za-z]{2,20}?(?:公司|集团|科技|股份|实业))(?P<plan>将|拟|计划)"
    r"(?:投资(?:约|近|超)?[0-9.]{1,9}[万亿]?余?元，?)?在(?P<place>[^，。；]{2,12}?)(?:投资(?:约|近|超)?(?:[0-9.]{1,9}[万亿]?余?元)?)?(?:建设|兴建|新建|打造)(?:[^，。；、和]{3,30}[、和])?$"
)
# 某某处理厂在甲村奠基, 某某水库工程日前在某省某市通过竣工验收: where works are begun or come to an end
_DAY = r"(?:今天|昨天|日前|近日|已经?|[0-9]{1,4}[年月日]|（[^（）]{2,12}）|上午|下午){0,6}"
_BEGUN_IN = re.compile(
    _DAY + r"在(?P<place>[^，。；、“”（）]{2,16}?)(?:正式|破土|全面|顺利|成功|竣工|如期|隆重|举行|集中){0,2}"
    r"(?:奠基|开工|动工|启动|竣工|投产|投用|投运|落成|通车|通航|建成|合龙|贯通|封顶|揭牌|(?:通过|完成)[^，。；]{0,8}验收)(?:建设|通车|投产|投用|投运|仪式)?(?=[，。；\n]|$)"
)
_BESIDE = re.compile("(?:[东南西北]侧|以[东南西北]|旁|口|交汇处|[园基]地?)$")
_EVERYWHERE = ("全省", "全市", "全县", "全区", "全州", "我省", "我市", "我县", "我区", "本市", "当地")
# 某某医院迁建工程奠基仪式在某某新区举行: where the occasion is, and the works
_CEREMONY_IN = re.compile(
    r"(?:项目|工程)?(?:开工|奠基|动工|破土|竣工|落成|投产|通车|揭牌)(?:建设|动土)?(?:仪式|典礼|活动)(?:今天|昨天|日前|近日|上午|下午|于?[0-9]{1,2}[月日]){0,6}在(?P<place>[^，。；、“”（）]{2,16}?)(?:项目|施工|建设)?(?:现场|工地)?(?:隆重|顺利|成功)?举行"
    r"|(?:今天|昨天|日前|近日|上午|下午){0,2}在(?P<at>[^，。；、“”（）]{2,16}?)(?:隆重|顺利|正式)?举行(?:了|项目|工程){0,2}(?:开工|奠基|动工|竣工|落成|投产|通车)(?:仪式|典礼)"
)
_SEVERAL = re.compile("[村镇乡区县市]和")
# 位于某区的企业为甲铁路生产设备: where the maker is
_OF_OTHERS = re.compile(r"的[^，。；]{0,10}?(?:企业|公司|工厂|车间)")
_THIS = ("这个", "这座", "这片")
_OTHER_BODY = re.compile("公司|集团|企业|总部|厂$")
# 大桥地处岩溶发育区: what the ground is like
_NO_PLACE = re.compile(
    "[后了以来]|.{0,40}等(?:城市|地区?|省份?|县市?)$|项目|.{0,40}[至到—].{0,40}之间$|.{0,40}(?:发育区|断裂带|地带)$"
)


def figure(folded: str, amount: Amount, start: int) -> Figure | None:
    """Return which field of an undertaking an amount gives by what stands before it, from `start` on."""
    left = folded[max(start, amount.start - _LOOKBACK) : amount.start]
    unit = amount.quantity.unit
    if unit.endswith("元"):
        return "investment" if _INVESTMENT.search(left) and not _PARTIAL.search(left) else None
    if unit in _AREAS and _FLOOR.search(left):
        return "floor_area"
    if unit in _AREAS and _LAND.search(left):
        return "land_area"
    return "progress" if is_progress(left, amount) else None


def shares(folded: str, amounts: Sequence[Amount], start: int) -> Iterator[tuple[Figure, list[Amount]]]:
    """Yield which field the amounts behind 分别 give, each of another undertaking: 分别完成工程量的62%和四成."""
    runs: list[tuple[Figure, list[Amount]]] = []
    for amount in amounts:
        kind = figure(folded, amount, start)
        if kind and "分别" in folded[max(start, amount.start - _LOOKBACK) : amount.start]:
            runs.append((kind, [amount]))
        elif runs and _TURN.fullmatch(folded, runs[-1][1][-1].end, amount.start):
            runs[-1][1].append(amount)
    yield from runs


def find_giver(folded: str, name: Span) -> Span | None:
    """Return who invests in what is named right behind: 工业巨头|某某|投资的智能制造基地.

    >>> find_giver("跨国公司恒远投资建设的智能基地", (11, 15))
    (4, 6)
    """
    start = max(0, name[0] - _LOOKBACK)
    match = _GIVER.search(folded[start : name[0]])
    if not match:
        return None
    first, last = match.span(match.lastgroup or 0)
    return start + first, start + last


def find_investor(folded: str, amount: Amount, start: int) -> Span | None:
    """Return who invests an amount: 某某公司投资10亿元建设."""
    match = INVESTOR.search(folded, max(start, amount.start - _LOOKBACK), amount.start)
    if not match:
        return None
    # 该产业园由某某集团投资: who invests stands behind 由
    start, end = match.span(match.lastgroup or 0)
    by = folded.rfind("由", start, end)
    start = start if by < 0 or folded[by - 1] == "自" else by + 1
    # 青石县引进的恒远公司投资1亿元: who was brought there
    brought = _BROUGHT.match(folded, start, end)
    start = brought.end() if brought else start
    # 这个由某某公司兴建的交易中心总投资2亿元: what is built is not who builds
    built = _BUILT_BY.search(folded, start, end)
    if built:
        return (start, built.start()) if by >= 0 else None
    return start, end


def find_owner(folded: str, piece: Span) -> Span | None:
    """Return who has an undertaking built: 由某某集团投资建设, 业主为某某公司."""
    match = OWNER.search(folded, *piece)
    return match.span(match.lastgroup or 0) if match else None


def find_place(folded: str, piece: Span) -> Span | None:
    """Return where an undertaking lies: 位于城东新区, 落户石燕镇."""
    begun = _BEGUN_IN.match(folded, *piece)
    match = begun if begun and _is_area(begun["place"]) else _PLACE.search(folded, *piece)
    if not match or _OTHER_BODY.search(folded, piece[0], match.start()) or _NO_PLACE.match(match["place"]):
        return None
    # 某某高铁通车，甲县这个地处三省交界处的小县……
    if folded.endswith(_THIS, piece[0], match.start()) or _OF_OTHERS.match(
        folded, match.end("place"), piece[1]
    ):
        return None
    return match.span("place")


def find_ceremony(folded: str, piece: Span) -> Span | None:
    """Return where works are begun or opened with a ceremony: 奠基仪式在城西新区举行.

    >>> find_ceremony("奠基仪式在城西新区举行", (0, 11))
    (5, 9)
    """
    match = _CEREMONY_IN.match(folded, *piece)
    if not match or not _is_site(match[match.lastgroup or 0]):
        return None
    return match.span(match.lastgroup or 0)


def _is_area(words: str) -> bool:
    """Tell whether words are of a place, as a project's are: 某省某市, not 全国."""
    return words not in _EVERYWHERE and _placed().match(words) is not None


def _is_site(words: str) -> bool:
    """Tell whether words are of a place that works may stand at: 城西新区, 崇文街北侧."""
    return _is_area(words) or _BESIDE.search(words) is not None


@layered
def _placed() -> re.Pattern[str]:
    known = either("province", "city")
    return re.compile(
        rf"(?:{known}[\u4e00-\u9fff]{{0,12}}|[\u4e00-\u9fffA-Za-z0-9]{{1,14}}(?:[省市县区州盟旗镇乡村港岛湾]|{either('area')}))\Z"
    )


@layered
def _area() -> re.Pattern[str]:
    return re.compile(
        rf"(?:在|来到|前往|深入|到|赴|走进)(?!于)(?P<area>(?:[\u4e00-\u9fff]{{1,12}}?{either('area')}(?:内|境内)?|{any_of(words('province'))}(?:[\u4e00-\u9fff]{{2,4}}(?<![时后间])(?<!启动|举行|召开|揭晓|开幕|闭幕|发布|考察|调研|视察|成立|揭牌|开工|签约|亮相|落户|之首)(?=，))?|{either('city')}(?=，)))"
        r"(?=，|[\u4e00-\u9fff]{0,8}?(?:察看|查看|考察|调研|督导|视察|参观|现场办公)|看到|采访时|(?:片区)?(?:开发|建设|施工){0,8}现场，)"
    )


def find_frame(folded: str, sentence: Span) -> Span | None:
    """Return the area a sentence is set in: 在东山县，一行察看了甲项目; none when it names several.

    >>> find_frame("在东山县，一行察看了某某项目", (0, 14))
    (1, 4)
    """
    # 在甲省，某某枢纽…；在乙省，: the last
    match = next(reversed(list(_area().finditer(folded, *sentence))), None)
    match = match or _of_batch().match(folded, *sentence)
    return match.span("area") if match and not _SEVERAL.search(match["area"]) else None


# 甲乙高铁全线控制性工程——某某大桥合龙: the frame is of the bridge
_WHOLE_OF = re.compile(
    "[^，。；：“”——]{0,16}(?:工程|枢纽|车站|[中间]站|站房|节点|标段|项目|隧道|大桥)(?:之一)?——"
)
_LINE = re.compile("(?:高铁|铁路|高速|公路|城际|地铁|运河|通道|管道|[引调]水工程|配置工程|[号轨]线)\\Z")


def is_whole_of(folded: str, name: Span) -> bool:
    """Tell whether a name only says what another is a part of: 甲乙高铁|最大中间站——某某站.

    >>> is_whole_of("在东山，甲乙高铁控制性工程——丙大桥合龙", (4, 8))
    True
    """
    return _LINE.search(folded, *name) is not None and _WHOLE_OF.match(folded, name[1]) is not None


def find_setting(folded: str, sentence: int, name: Span) -> Span | None:
    """Return the area that the sentence sets a name in, which is not where a line is whose part is told of."""
    return None if is_whole_of(folded, name) else find_frame(folded, (sentence, name[0]))


@layered
def _class_area() -> re.Pattern[str]:
    area = rf"(?:{either('province')}省?|{either('city')}市?|[\u4e00-\u9fff]{{1,5}}[省市县])"
    return re.compile(
        rf"(?:^|[，。；：\n])(?P<area>{area})(?:境内|内)?(?:规模)?(?:最[大长高早]|首[个座条家]|第[一二三]|唯一|重点|标志性)[^，。；：“”]{{1,14}}——[“]?$"
    )


def find_class_area(folded: str, name: Span) -> Span | None:
    """Return where the best of a class is: 甲省最大灌区——某某灌区改造工程.

    >>> find_class_area("湖北省最大灌区——白河灌区改造工程", (9, 17))
    (0, 3)
    """
    start = max(0, name[0] - _LOOKBACK)
    match = _class_area().search(folded[start : name[0]])
    return (start + match.start("area"), start + match.end("area")) if match else None


@layered
def _of_batch() -> re.Pattern[str]:
    # 某省一批交通重点项目开工，包括甲高速公路
    return re.compile(rf"\s{{0,4}}(?P<area>{any_of(words('province'))}省?)(?:近日|今天)?(?:一批|多个|多项)")


@layered
def _owner_area() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[是为在、，；：\n])(?P<area>[^是为在、，；：\n]{{2,12}}?{either('zone')}|[^是为在、，；：\n]{{1,5}}[县市区镇乡]|(?:(?<=在)|(?<=位于))[^，。；：、\n]{{2,16}}(?:[东南西北]侧|以[东南西北]|[东南西北]郊|旁|交叉口|交汇处))(?:境内)?(?:引进|承接|招引|新引进)?的$"
    )


def find_area_before(folded: str, name: Span) -> Span | None:
    """Return the area whose a work is said to be: 东山开发区的某某基地项目.

    >>> find_area_before("分别是东山开发区的某某基地项目", (9, 15))
    (3, 8)
    """
    start = max(0, name[0] - 18)
    match = _owner_area().search(folded[start : name[0]])
    return (start + match.start("area"), start + match.end("area")) if match else None


def find_intended(folded: str, name: Span) -> Span | None:
    """Return the word for a plan to build what is named right behind: 计划投资1200万元建设|罐头加工厂.

    >>> find_intended("我们计划投资1200万元建设青山罐头加工厂", (14, 21))
    (2, 4)
    """
    start = max(0, name[0] - _LOOKBACK)
    match = _INTENDED.search(folded[start : name[0]])
    return (start + match.start("plan"), start + match.end("plan")) if match else None


_SPENT = re.compile(
    r"投(?:资|入)(?:约|近|超|逾|达)?(?P<sum>[0-9.]{1,9}[万亿]?余?多?元)(?:资金)?，?(?:在[^，。；]{2,14}?)?"
    r"(?P<verb>建成|建起|完成|启动|开工建设|建设|兴建|新建|打造|修建|改建|扩建|改造|建造|实施|[新改扩]?建|修|盖)了?(?:一[座个条处所])?$"
)
_SPENT_ON: dict[str, Status] = {
    **dict.fromkeys(("建成", "建起", "完成"), "completed"), **dict.fromkeys(("启动", "开工建设"), "started"),
}  # fmt: skip
_PLAN = re.compile("(?:计划|拟|将|准备|打算|预计|筹划)[^，。；]{0,6}$")


def find_spent(folded: str, name: Span) -> tuple[int, Sign | None] | None:
    """Return where the sum ends that is spent on what is named right behind, and what its verb says.

    >>> find_spent("县里投资1.2亿元建成了青石体育中心", (12, 18))
    (9, Sign(status='completed', start=9, end=11))
    """
    start = max(0, name[0] - _LOOKBACK)
    match = _SPENT.search(folded[start : name[0]])
    if not match:
        return None
    planned = _PLAN.search(folded[start : start + match.start()]) is not None
    status = "planned" if planned else _SPENT_ON.get(match["verb"])
    first, last = match.span("verb")
    return start + match.end("sum"), Sign(status, start + first, start + last) if status else None


def find_signers(folded: str, name: Span) -> tuple[Span, Span] | None:
    """Return where works will be and who brings them, by who signed: 甲开发区与乙公司签订的某某项目.

    >>> find_signers("东山开发区与恒远机械公司签订的农机项目", (15, 19))
    ((0, 5), (6, 12))
    """
    start = max(0, name[0] - _LOOKBACK)
    match = _signed().search(folded[start : name[0]])
    if not match:
        return None
    place, owner = ((start + a, start + b) for a, b in map(match.span, ("place", "owner")))
    return place, owner


@layered
def _signed() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[，。；：\n])(?P<place>[\u4e00-\u9fff]{{1,10}}?(?:[县市区镇乡]|{either('area')}))[与和同](?P<owner>[\u4e00-\u9fffA-Za-z（）]{{2,20}}?)(?:签订|签约|签署|合作)的$"
    )


def find_promise(folded: str, name: Span) -> tuple[Span, Span, Span] | None:
    """Return who will build works, the word for it and where: 某某集团将在我县投资建设甲项目.

    >>> find_promise("白沙集团将在我县投资建设风电项目", (12, 16))
    ((0, 4), (4, 5), (6, 8))
    """
    start = max(0, name[0] - _LONGEST_PROMISE)
    match = _WILL_BUILD.search(folded[start : name[0]])
    if not match:
        return None
    owner, plan, place = ((start + a, start + b) for a, b in map(match.span, ("owner", "plan", "place")))
    return owner, plan, place
