"""What of the words read for an indicator is not theirs, at their edges (指标的首尾).

A verb that leads to a level (提升至), an adverb or a particle is no part of what is measured, and
words that are left hanging (宁德的鸾峰桥以) say nothing.
"""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Figure, Sentence
from newsie.frames.statistic.figures.words import verb_before
from newsie.spans import start_behind
from newsie.text import Span

# 比重进一步提升至, 首付款比例统一为, 目前收获已过, 亩产都
_LEADS = re.compile(
    r"(?:(?:进一步|继续|再次|逐步|分别|由|已|将|也|均)?(?:提升|上升|提高|下降|降低|回升|增加|增长|扩大|扩围|拓展|调整|统一|增|升|降)(?:至|到|为)(?:现在|目前)?"
    r"|(?<=[率例比重数量额值度价])(?:的比重|的占比)?(?:分别|均|已|也|都|将)?(?:为|保持在|稳定在|维持在|控制在|设定在|达)"
    r"|(?<=[^处方])分别(?:为|是)?|(?:也|则|均|已|却|仍|将)可以|可能会|(?<![日月年户人亩平])均|(?<![成首之故])都|已|仍|将|(?<=[种割插获播购秧收度])(?:目前)?已?过|(?<![成造将迁屈高])就"
    # 在去年减员6万人基础上
    r"|的?基础上?"
    # 新注册登记量连续11年超过3000万辆, 加计扣除比例统一提高到100%, 用了整整3斤棉花
    # 综合油耗为, 收益率仅为, 销量集中在
    r"|(?<=[耗率价额量度值龄温距长宽高重])(?:仅|约|则|均|多)?为|(?:均|集中)在|稳定于"
    r"|（|(?:[再屡均双]|首次|双双)?创(?:下|出|造)?了?(?:历史|同期|阶段性|建[国县市]以来|有?(?:气象)?记录以来|近年来?){0,2}的?(?:新[高低]|最[高低]|纪录)|(?<!继)连续|接连|的|(?<![规原准法细守喀])则|必须|(?<=[\u4e00-\u9fff]{2})(?:继续|始终|一直|依旧|依然|仍然|首次|率先|(?:(?:保守|初步|粗略|大致|大概)?(?<!保守)(?<!初步)(?<!粗略)(?:估计|估算)))|的?(?:总体|预期)?目标(?:是|为)(?:继续|要)?|(?<=[值额入资税量费])(?:累计|仅|共|已)?完成|(?<=[率价])报|不得|(?<=[期间])需等?|连续[0-9一二三四五六七八九十两几]{1,3}个?[年月天]|(?<=[率例准额价费])统一|(?<!曾)已经|整整|也?随之|(?<=[绳品物])也|(?<=[\u4e00-\u9fff]{2})(?<![为除末罢])了|(?<=[\u4e00-\u9fff]{2})一[项块])$"
)
_BEGINS = re.compile(
    r"(?:必须|务必)(?=[\u4e00-\u9fff]{2})|仅?此[一两]?项(?=[\u4e00-\u9fff]{2})|(?:协议)?约定(?:双方)?(?=[\u4e00-\u9fff]{3})|协议(?=约定)|会议(?=表彰|审议|通过|听取|选举|补选|命名)|(?:[一二三四五六七八九十两]{1,3}|[0-9]{1,2})年内(?=[\u4e00-\u9fff]{2})|"
    r"[的了：；，、）]|(?:像|同)?(?:这样|此类|类似|这类)的(?=[\u4e00-\u9fff]{2})|它们?的?(?=[\u4e00-\u9fff]{2})|其(?![他它中余次实间]|[^，。；0-9]{0,12}(?:先后|共|累计)(?:作案|[盗诈骗抢贩]|实施|流窜))(?=[\u4e00-\u9fff]{3})|但(?!书)|从而|(?:其间|期间)(?=将|还|共|举)|[这那]里(?:已经?)?(?=[\u4e00-\u9fff]{2}|$)|第一时间(?:就有|就|便)?|却(?!步)|决定[将把]|有(?![效限机色关轨线望氧偿害毒奖序人])(?=[^的，]{2,16}$)|估算(?=总?投资)|在?这[个座条片家处][路沟河渠桥楼房厂街巷堤坝管线村]{0,2}(?=占地|总投资|建筑|投资|面积|全长)|[群圈带网链](?=已|累计)|[这那]是(?=[\u4e00-\u9fff]{3})|按照?(?=每|[户人亩]均)|(?:其中)?主要是(?=[\u4e00-\u9fff]{3})|这[款种套](?=[\u4e00-\u9fff]{4})|地(?=部分地区|新增|共有|局地|遭)|[称说](?=[该其此])|假期里|面对|大部(?:分地区)?(?=最|平均|日均|气温|降[水雨])|(?:听到|得知|了解到|看到)(?=[\u4e00-\u9fff]{3})"
    # 甲、乙等地阵风可达8级
    r"|(?<=等)地(?![方区位下铁面质产震级市县铺热])|(?:所以|或者|然后|竟然|终于|或许|也许)(?=[\u4e00-\u9fff]{2})"
    # 半年下来省了, 两边还要栽白蜡, 节前高峰期还将加开
    r"|(?:这[回次]还?要?|此后|(?:算|(?:半|[一两三四五六七八九十几]{1,3}多?|[0-9]{1,2})(?:年|天|个?月|季|趟))下来)(?=[\u4e00-\u9fff]{2})|(?:我们|他们|自己)[就也还又都]*(?=[\u4e00-\u9fff]{2})"
    r"|[\u4e00-\u9fff]{1,6}(?:[边期时段里内旁侧前后中间]|沿线|沿途)还[将要会](?=[\u4e00-\u9fff])"
    r"|(?<=[底末])前(?=[\u4e00-\u9fff]{2}|$)|(?:警方|军方|官方|(?:当地)?媒体|目击者)[称说](?:现场)?"
)
# 分论坛、圆桌会以及
_JOINS = re.compile(r"(?:以及|或者?|(?<!参)与|(?<![普涉惠波])及|(?<![总饱温缓谐暖平调言])和)$")
# 高标准农田将建成10亿亩
_EXPECTING = re.compile(
    "预计共?(?=[\u4e00-\u9fff]{2})|(?<=[\u4e00-\u9fff]{2})(?<!即)将(?=(?:新|再)?(?:建成|新建|完成|新增|开工|改造|达到|突破|超过)$)"
)
# 夏粮丰收产量: how it stands, in a title of two parts
_STANDING = re.compile(
    "(?<=[\u4e00-\u9fff]{2})(?:实现|喜?获|总体|保持|基本|持续|进展){0,2}(?:丰收|稳定|走俏|红火|火热|火爆|向好|回暖|增产|增收|顺利|旺盛)"
    "(?=(?:总?产量|总?面积|产销量?|产值|销量|总?收入|客流量?)$)"
)
# 项目全部达产后，预计可实现年产值90亿元; not 投产后第二年
_ONCE_BUILT = re.compile(
    "(?:全部|全面)?(?:建成)?(?:达产|投产|建成|投用|投运|运营|竣工|投入(?:使用|运营|运行|生产))(?:达效|达标|运营)?后(?![第的期续续来])"
)
_YIELD = re.compile("(?:可|实现|新增){0,3}(?:年(?![底初内度])|产值|销售|主营|营业|利税|税收|纳税|利润)")
_CONDITION = 300
"""Characters before a figure in which its condition is looked for."""
# 恢复到2019年同期, 2023年第一批项目, 2016年以来: no time of what is told alone
_SINCE = ("比", "较", "至", "到", "是", "达", "自", "从", "为", "对", "超过", "相当于", "不及", "到了")
_DATED = re.compile("第|度|版|款|级|届|同期|以[上下来]|水平|[）”和、与]")
_UNTIL = re.compile("[于在]$|进入$|(?:当地|北京|[东西]部|格林尼治)时间$")
# 光运费就花了3000元, 单是化肥就用了5吨, 仅鱼饲料就喂了20吨
_ALONE = ("光", "单", "仅", "只")
_ALONE_SO = re.compile(
    "(?:光(?![伏纤缆热照明源荣]|电(?!费))|单(?![价位产身独日])|仅|只)是?(?P<what>[^，。；\n]{2,16}?)的?(?:一[项块笔类家])?(?:我们?|他们?|她|全[村乡镇县市]|该[村乡镇县])?(?:就|便)(?![业近地是餐读医诊])"
)
_LEAST = 2
_HEADS = frozenset(
    "必务仅此约协会一二三四五六七八九十两0123456789"
    "所或然竟终光单仅只）我自像同此类它的了：；，、但从其期这那第却前警军官当媒目决假面称说在群圈带网链地估有按主这听得看大"
)
_TAILS = frozenset(
    "于上或（高低了报得需等至到为在前达是别以会均都已仍将过与及和一经也整随之年天月成续要连的则须就项块终直旧次先计算录"
)
"""What such words begin and end with; most indicators are looked at no further."""
# words after which something must come
_HANGS = re.compile(
    r"(?:(?<![可得难加予给处])以|(?<![应面针绝相成反结])对|(?<![方意去动倾走志取风])向|(?<![一全通再参服])从|(?<![植棉衣床絮蚕])被|(?<!火)把"
    r"|(?<!自)由|(?<![普涉惠波])及|(?<!参)与|(?<![总饱温缓谐暖平调言])和|使|(?<![转出退])让|(?<!供)给|(?<!尤)其)$"
)
_HANGING = frozenset("以对向从被把由及与和使让给其")
# 这座高19米的雕塑, 让观众在180度画质中
_NOTHING = re.compile(
    r"以[军方媒]?称?|达到了?|超过了?|通过(?:活动)?|大幅|几乎|[这那该][座条片款项部台里个只支书]?|[值播平建修办]|最快|最远|(?:[让令]|使(?!用))(?!利).{1,3}|[为给对向](?:群众|村民|农[户民]|企业|居民|百姓|学生|员工|老人|客户|用户|游客|市民|职工)|[在向地]着?(?:处|海拔|距离)?"
)
OF_ANYTHING = ("产量", "面积", "产销", "产值", "销量", "收入", "客流", "客流量")
"""Heads of indicators that need more words to be understood."""
_RANK = re.compile("A级(?:及?以上)?的?")
_GRANTS = re.compile("(?:下达|安排|划拨|拨付|拨款|预拨|投放)了?$")
_PURPOSE = re.compile(
    r"，?(?P<what>(?:(?:主要|专门|专项|重点)?(?:用于|用来)|支持(?![0-9]{1,6}[个家户名条座项])|补助)[^，。；、\n]{2,40})"
)
_LONGEST_NOTHING = 4


def tidied(string: str, indicator: tuple[Span, ...], figure: int) -> tuple[Span, ...]:
    """Return the words of an indicator without those at its edges that only lead to the figure at `figure`.

    >>> words = "占出口总值的比重进一步提升至"
    >>> [words[start:end] for start, end in tidied(words, ((0, 14),), 14)]
    ['占出口总值的比重']
    """
    spans = [span for span in indicator if span[0] < span[1]]
    if not spans:
        return ()
    # A级以上景区28家，其中5A级1家
    if len(spans) > 1 and string.endswith("A级", *spans[0]) and (rank := _RANK.match(string, *spans[1])):
        spans[1] = rank.end(), spans[1][1]
        indicator = tuple(spans)
    edges = string[spans[0][0]], string[spans[-1][1] - 1]
    led = edges[0] in _HEADS or any(string.find(mark, *spans[0]) > 0 for mark in ("还", "下来"))
    if not led and string[spans[0][0] - 1] not in _ALONE and edges[1] not in _TAILS:
        return indicator
    start, end = spans[0]
    while start < end and (opening := _BEGINS.match(string, start, end)):
        start = opening.end()
    spans[0] = start, end
    if string[start - 1] in _ALONE or string.startswith(_ALONE, start, end):
        spans[:1] = _alone(string, (start, end), figure)
    start, end = spans[-1]
    while start < end and (lead := _LEADS.search(string, start, end)):
        end = lead.start()
    joined = _JOINS.search(string, start, end) if start > figure else None
    spans[-1] = start, joined.start() if joined else end
    return tuple(span for span in spans if span[1] > span[0])


def _alone(string: str, span: Span, figure: int) -> list[Span]:
    """Return words without what says that this thing alone is so much: 光运费就花了, 光外出务工的就有.

    >>> words = "光运费就花了"
    >>> [words[start:end] for start, end in _alone(words, (0, 5), 6)]
    ['运费', '花']
    """
    start, end = span
    begin = start - (string[start - 1] in _ALONE)
    told = _ALONE_SO.match(string, begin, figure)
    if told is None:
        return [span]
    parts = [(told.start("what"), min(end, told.end("what"))), (told.end(), end)]
    return [(first, last) for first, last in parts if last > first]


def without_expecting(string: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the words of an indicator without 预计 in them, which says of the figure that it is a target.

    Nor with how what is told of stands (夏粮丰收｜产量).

    >>> words = "公路预计发送旅客"
    >>> [words[start:end] for start, end in without_expecting(words, ((0, 8),))]
    ['公路', '发送旅客']
    """
    parts: list[Span] = []
    for begin, end in spans:
        start = begin
        while expecting := _EXPECTING.search(string, start, end) or _STANDING.search(string, start, end):
            parts.append((start, expecting.start()))
            start = expecting.end()
        parts.append((start, end))
    return tuple(part for part in parts if part[1] > part[0])


def without_date(string: str, spans: tuple[Span, ...], date: Span) -> tuple[Span, ...]:
    """Return the words of an indicator without its time, which is its period: 渔船昨天抵达甲港, 电商前十个月的出口额.

    >>> words = "渔船昨天抵达甲港"
    >>> [words[start:end] for start, end in without_date(words, ((0, 8),), (2, 4))]
    ['渔船', '抵达甲港']
    """
    start, end = date
    inside = next((span for span in spans if span[0] <= start and end <= span[1]), None)
    if inside is None or _DATED.match(string, end) or string.endswith(_SINCE, inside[0], start):
        return spans
    leading = _UNTIL.search(string, inside[0], start)
    if leading and string.startswith("的", end) and inside[0] < leading.start():
        return spans  # 建成于上世纪八十年代的水闸
    start = leading.start() if leading else start
    # 收购2023年秋粮: the date belongs to what is bought
    if not leading and verb_before(string, inside[0], start) < start - 1:
        return spans
    end += string.startswith("的", end, inside[1])
    at = spans.index(inside)
    parts = ((inside[0], start), (end, inside[1]))
    kept = (*spans[:at], *(part for part in parts if part[1] > part[0]), *spans[at + 1 :])
    return kept if sum(last - first for first, last in kept) >= _LEAST else spans


def with_purpose(string: str, spans: tuple[Span, ...], figure: Figure) -> tuple[Span, ...]:
    """Return the words of an indicator with what a sum is granted for, where only the verb stands before it.

    中央财政安排4980万元支持社会组织参与社会服务, 紧急下达1.41亿元，用于支持受灾地区
    """
    start, end = figure.span
    if (
        not figure.unit.endswith("元")
        or not _GRANTS.search(string, spans[-1][0], start)
        or spans[-1][1] > start
    ):
        return spans
    purpose = _PURPOSE.match(string, end)
    return (*spans, purpose.span("what")) if purpose else spans


def once_built(string: str, spans: tuple[Span, ...], figure: Figure, sentence: Sentence) -> tuple[Span, ...]:
    """Return the words of an indicator with the condition it is told under: 全部达产后，年产值90亿元、年税收4.5亿元."""
    if not _YIELD.match(string, *spans[0]):
        return spans
    low = max(sentence.span[0], figure.span[0] - _CONDITION)
    low = start_behind("；", string, low, figure.span[0])
    built = next(reversed(list(_ONCE_BUILT.finditer(string, low, figure.span[0]))), None)
    if built is None or any(start < built.end() for start, _ in spans):
        return spans
    return (built.span(), *spans)


def hangs(indicator: str) -> bool:
    """Tell whether words break off before they say what is measured.

    >>> hangs("鸾峰桥则以"), hangs("通过"), hangs("予以")
    (True, True, False)
    """
    if indicator[-1:] in _HANGING and _HANGS.search(indicator, max(0, len(indicator) - 2)):
        return True
    return len(indicator) <= _LONGEST_NOTHING and _NOTHING.fullmatch(indicator) is not None
