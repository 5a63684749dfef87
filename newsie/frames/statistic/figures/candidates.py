"""Which amounts of an article are figures it reports."""

from __future__ import annotations

from collections.abc import Callable

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Figure
from newsie.frames.statistic.figures.natures import is_prescribed
from newsie.frames.statistic.figures.tales import in_passing, sorts_scores
from newsie.frames.statistic.figures.words import either, first_verb, members, words
from newsie.lexicon import layered
from newsie.trace import refuse

# 一个部门, 一次: an article, no count; 一倍, 一成 are counts
_ARTICLE = re.compile(r"一(?![成倍百千万亿多余]|个百分点)")
# 首部8K拍摄电影: how fine a picture is
_PICTURE = re.compile(r"[248][Kk]")
_HALF = re.compile(r"半(?!个?小时|个百分点)")
_NAME_UNITS = frozenset(
    [
        "届",
        "岁",
        "周岁",
        "大",
        "号",
        "线",
        "版",
        "路",
        "点",
        "时",
        "日",
        "国",
        "省",
        "市",
        "省市",
        "省区",
        "省区市",
    ]
)
# 呈现4大特征
_POINTS_MADE = frozenset(
    ["大特征", "大特点", "大问题", "大难题", "大优势", "大亮点", "大变化", "大趋势", "大看点"]
)
# 突破百亿元 is an amount, 万亩示范片 and 百亿级项目 are names
_ROUND = re.compile(r"[破达超过近逾上数约]了?$")
# 千余平方米, 百多名
_SOME = re.compile("[百千万亿]{1,2}[余多]")
# 分两批支持: how it is done
_IN_PARTS = frozenset(["批", "步", "期", "阶段", "组", "档"])
# 如果全球80亿人同时…: nothing that is so
_TENSION = frozenset(["千伏", "伏", "kV", "KV"])
_LINE = re.compile("(?!输|变|配|高压)[\u4e00-\u9fff]{1,4}[0-9甲乙ⅠⅡI]{0,3}线(?![路缆])")
_GRID = re.compile(
    "(?:及以[上下])?(?:架空|高压|中压|低压)?(?:线路|[变升降][电压][站所]|输变?电|配[电变]|电网|母线|电缆|开关站|主变|[农城]网)"
)
# 男子22人龙舟500米直道竞速
_DISCIPLINE = re.compile(
    "(?<=米)(?:直道|短跑|赛跑|长跑|跑|接力|自由泳|蛙泳|蝶泳|仰泳|竞速|[半总]?决赛|[预初复]赛|速滑|跨栏|障碍|[混男女](?:合|子))|(?<=人)(?:龙舟|制(?:篮|足|排)球)"
)
_SUPPOSED = ("如果", "假如", "假设", "倘若")
# 两人1994年从卫校毕业: those who were named before
_THE_TWO = re.compile(
    "[两二三四五](?:个?人|口子)(?:[0-9]|[从在就都还又便也每]|一起|一同|一边|相[识约互遇]|共同|合[伙力作]|决定|开始|曾|先后|来到|走进|手|结[婚识])"
)
# 每卖出100辆汽车就有46辆: what others are counted by; 这2条航线: counted before
_PER = re.compile(r"[这此该]$|每(?:卖出|生产|销售|拥有)?$")
# 受理86件、办结72件，两项数据分别增长5%和6%: those that were told before
_THOSE = re.compile("(?:主要|核心)?(?:数据|指标|数字|数值)[^，。；\n0-9]{0,16}?分别")
# 在全区12个盟市中排第5位; 与12家企业签约仪式举行
_RANKED = re.compile(
    "[\u4e00-\u9fff]{0,4}(?:之中|中|里)(?:的)?(?:综合|总分|总体|均)?(?:排|位[居列次]|名列|居|列)"
)
_WITH_WHOM = re.compile(
    "[^，。；\n0-9]{0,24}?(?:仪式|大会|会议|座谈会|推介会|论坛)(?:[^，。；\n]{0,16}?(?:举行|举办|召开))"
)
_PRESENT = re.compile(r"(?<!落)(?:实到|应到|到会)$")
_ORDINAL = re.compile(r"第$|(?:^|[^目以之年月日底])前$")
_PLACES = re.compile("[一二三四五六七八][、至到][二三四五六七八]名")
_LASTING = re.compile(
    r"时间|期限|间隔|天数|周期|时限|时长|车程|行程|历时|耗时|用时|缩短|压缩|延长|降至|不少于|不超过|不得|工期|寿命|滞留|提速|平均|同比|环比|增加|减少"
)
# 调阅监控录像逾千小时, 提供志愿服务1.2万小时: what is done, by the hour
_HOURS = frozenset(("小时", "个小时"))
_MANY_HOURS = 200
_THROUGH = re.compile("(?:经过|历经|连续|奋战|鏖战|[经用花])了?$")
# 240小时过境免签政策: the name of a rule
_VISA = re.compile("(?:过境)?(?:免签|停留)")
# 县城东关十字 is a crossing, 二米粥 a dish
_WORDS = re.compile("十字|二米(?=[粥饭])")
# 大井村1组, 武警某省总队五支队, 央视四套: which one, not how many; 一成立, “青山水”三个字: words
_WHICH = re.compile(
    "(?<=[村屯庄寨])[0-9一二三四五六七八九十]{1,3}组|(?<=[总支]队)[0-9一二三四五六七八九十]{1,3}[支大中]队|(?<=央视|视台)[0-9一二三四五六七八九十]{1,2}套|(?:一|[几数]百)成(?=[立为])|二次(?=[伤污创开供加利搬装]|感染)|[0-9.]{1,6}回(?=[报升落购收])|(?<=[”》’])[两三四五六七八九十]个?(?=字|大字)"
)
# 拦下20万元汇款，20万元分文未损: told before
_TOLD_AGAIN = re.compile(
    "(?:现金|汇款|存款|货款|资金)?(?:全部|分文|一分|失而复得|终于|悉数|如数|[被已也就]|很快|成功|安全|顺利|完璧归赵|原封)"
)
_AGAIN = 200
_AHEAD = re.compile("[比较](?:原?计划|预[计期定]|合同|往年|去年|上年|常年)[^，。；]{0,6}提[前早]了?$")
_REACHING = re.compile(
    r"缩短|压缩|延长|到达|直达|可达|通达|内(?:必须|赶[到赴]|电话|书面|报告|报送|到达|办结|办理|处置|完成|响应|回复)"
)
_PARTY = re.compile(r"(?:一行|带领|率领|率|组成人员|委员共?|等)$")
_OVER_TIME = re.compile("[^，。；\n]{0,8}?(?:每[天日周月年]|累计|先后|分[期批])[^，。；\n]{0,8}?参[加与训]")
# 选举产生党委委员128名: who was chosen, not who came
_ELECTED = re.compile("选举产生|选出|推选|补选|增补|选配")
_GATHERED = re.compile(r"[^，。；\n]{0,40}?(?:坐到一起|坐在一起|围坐|欢聚|齐聚|相聚|济济一堂)")
_PARTICIPANTS = re.compile(r"[^，。、；\n]{0,14}(?:负责同志|负责人|主要领导|企业家代表)")
_WORKS = re.compile(r"[^的，。；、\n]{1,18}(?:项目|工程|电站|基地|风电场|电厂|生产线|机组)")
# 投资超5亿元的项目已达4个, 投资额超10亿元的项目6个
_SORTED_BY = re.compile(
    r"的(?:[\u4e00-\u9fff]{0,6}?(?:项目|企业|商家|农户|村|店铺|机场|港口|城市|集群|园区|基地|镇|县|品牌|大户|合作社|农场))(?:已达|达到?|有|共|增至|已有|超过?){0,3}(?=[近约上百]{0,2}[0-9百千])"
)
_SORTED = re.compile(
    r"[^，。；、\d\n]{0,12}?(?:项目|企业|工程|单位|人群|老年人|设备|树木|干部|锅炉|机组|泊位|高层)"
)
# 年收入50万元以上的村占比, 收入5亿元以上的有3家, not 投资5亿元以上新建学校3所
_SORTED_BY_SUM = re.compile(
    r"(?!新建|修建|支持|用于|帮助|建设(?!项目|工程))[^，。；、\d\n]{0,12}?(?:项目|企业|工程|单位|人群|老年人|设备|树木|干部|锅炉|机组|泊位|高层"
    r"|(?:的|行政|薄弱|贫困|强)村(?![里口级])|村占|农户|大户|家庭|社区|乡镇|学校|医院|园区|水库|河流|景区|商品|住宅|小区)"
    r"|的(?=有|共有|占|达)"
)
_SORTED_FIRMS = re.compile("的?(?:工业|规上|骨干|重点|产业|在建)?(?:企业|项目)(?:达到?|有|共|增至)?(?=[0-9])")
_SORTING = re.compile(
    r"的[\u4e00-\u9fff]{0,6}?(?:项目|企业|公司|厂|户|村|店|基地|园区?|合作社|产业|集群|家庭|农场|大棚|品牌|县|镇)"
)
_OF_RATE = re.compile(r"的[\u4e00-\u9fff]{2,16}(?:占比|比例|比重|率)(?:[均已约]|超过?|达到?|为){0,2}$")
_EXCEEDS = re.compile("[过超逾]")
_REACHED = re.compile("(?:实现|完成|达到?|新增|落实)$")
_SUM_UP = re.compile(
    r"(?:大事|大局|关键|方面|层面|维度|环节|领域|原则|阶段|步骤|关系|责任|底线|要求|关口|标准|台阶|步走|结合|方责任)"
)
_MEASURED = frozenset(
    [
        "吨",
        "兆瓦",
        "千伏",
        "千瓦",
        "万千瓦",
        "公里",
        "米",
        "立方米",
        "平方米",
        "吉瓦时",
        "伏",
        "头",
        "只",
        "套",
        "千瓦时",
        "千瓦",
        "张",
        "台",
        "辆",
        "亩",
    ]
)
_CAPACITY = re.compile(
    r"(?:(?<=[\u4e00-\u9fff]{2})(?:厂|站|公司|集团)|(?:年产|日产|年处理|日处理)[\u4e00-\u9fff]{0,4}|年加工|年出栏|建设|位于\w{2,8}的|[县区市省镇])$"
)
_BETWEEN = re.compile(r"[^，。；\n]{1,4}之间|(?:之间)?(?:间隔|相隔|相距)")
_OPEN, _CLOSE = '“‘「"', '”’」"'
_OPENED = re.compile(f"[{_OPEN}]")
_LONGEST_SLOGAN = 14
_LONGEST_FIRM = 6


def reported(folded: str, figure: Figure) -> bool:
    """Tell whether a figure is a statistic, not an ordinal, a slogan, an age or an attendance."""
    refusal = next((reason for reason, holds in _REFUSALS if holds(folded, figure)), None)
    if refusal:
        refuse("statistic", refusal, figure.span)
    return refusal is None


def _no_count(folded: str, figure: Figure) -> bool:
    start, end = figure.span
    # 两队分获二、三名
    if figure.unit == "名" and _PLACES.fullmatch(folded, start, end):
        return True
    unit = figure.amount.quantity.unit
    return bool(
        (
            _ARTICLE.match(folded, start, end)
            and figure.amount.quantity.value == 1
            and figure.amount.quantity.value_max is None
        )
        or _HALF.match(folded, start, end)
        or _PICTURE.match(folded, start, end)
        or _WORDS.match(folded, start, end + 1)
        or _WHICH.match(folded, start, end + 2)
        # 冒着零下30度的严寒: how cold it was, in passing
        or folded.endswith("冒着", max(0, start - 2), start)
        or unit in _NAME_UNITS
        or unit in _POINTS_MADE
        or _ORDINAL.search(folded, max(0, start - 2), start)
        or folded.startswith(("会议", "全会", "全体会议", "常委会"), end)
        or folded[start] == "几"
        or (unit == "分" and folded.endswith("时", 0, start))
        or (
            folded[start] in "百千万亿"
            and not folded.startswith("分之", start + 1)
            and not _SOME.match(folded, start)
            and not _ROUND.search(folded, max(0, start - 3), start)
        )
        or (unit in _IN_PARTS and folded[start - 1 : start] == "分")
        # 10千伏湘山线停电检修
        or (unit in _TENSION and _LINE.match(folded, end))
        # 新建10千伏线路213公里
        or (unit in _TENSION and _GRID.match(folded, end))
        # ±800千伏 belongs to a line's name
        or folded[start - 1 : start] == "±"
        or folded.startswith(_SUPPOSED, figure.clause[0])
        or (start == figure.clause[0] and unit == "人" and _THE_TWO.match(folded, start))
        or _PRESENT.search(folded, max(0, start - 3), start)
        or (unit == "位" and folded.startswith("数", end))
        or (unit in ("条", "项") and folded.startswith(("规定", "配套规定", "硬措施", "禁令"), end))
        or _PER.search(folded, max(figure.clause[0], start - 6), start)
        or (unit == "国" and folded.startswith("道", end))
        or _RANKED.match(folded, end, figure.clause[1])
        or (folded[start - 1 : start] in "与和" and _WITH_WHOM.match(folded, end, figure.clause[1]))
        or _DISCIPLINE.match(folded, end)
        or (unit in ("项", "个", "大指标", "大") and _THOSE.match(folded, end))
    )


def _told_again(folded: str, figure: Figure) -> bool:
    """Tell whether a sum is only told of again: 拦下20万元汇款，20万元分文未损."""
    start, end = figure.span
    if start != figure.clause[0] or not figure.unit.endswith("元"):
        return False
    if not _TOLD_AGAIN.match(folded, end, figure.clause[1]):
        return False
    return folded.find(folded[start:end], max(0, start - _AGAIN), start) >= 0


def _is_grade(folded: str, figure: Figure) -> bool:
    """Tell whether a figure sorts what another one counts: 5000吨级泊位4个."""
    # 推力达到130吨级 is its level, 我国首个十万吨级，…… a grade
    ends = figure.span[1] + 1 == figure.clause[1] and folded[figure.span[0] - 1] in "达到为"
    sorts = folded.startswith("级", figure.span[1]) and not ends
    return sorts and figure.amount.quantity.unit in words("scale")


def _in_slogan(folded: str, figure: Figure) -> bool:
    """Tell whether a figure stands inside a short quoted name: “光荣在党50年”."""
    start, end = figure.span
    if _OPENED.search(folded, max(0, start - _LONGEST_SLOGAN), start) is None:
        return False
    opening = max(folded.rfind(mark, max(0, start - _LONGEST_SLOGAN), start) for mark in _OPEN)
    if opening < 0 or any(mark in folded[opening + 1 : start] for mark in _CLOSE if mark != '"'):
        return False
    closing = min(
        (at for mark in _CLOSE if (at := folded.find(mark, end, opening + 2 + _LONGEST_SLOGAN)) >= 0),
        default=-1,
    )
    inside = folded[opening + 1 : closing]
    if closing < 0 or re.search(r"[，。！？；]", inside):
        return False
    return (opening + 1, closing) != (start, end)


def _lasts(folded: str, figure: Figure) -> bool:
    """Tell whether a figure is a mere span of time: 为期3天, 24小时值班."""
    if figure.amount.quantity.unit not in words("spell"):
        return False
    left = folded[max(figure.clause[0], figure.span[0] - 16) : figure.span[0]]
    end = figure.span[1]
    end -= folded.endswith("内", 0, end)
    # 接种后需留观30分钟: a rule
    if is_prescribed(folded, figure):
        return False
    quantity = figure.amount.quantity
    many = quantity.unit in _HOURS and quantity.value >= _MANY_HOURS
    if many and not (_THROUGH.search(left) or _VISA.match(folded, end)):
        return False
    # 比计划提前45天下闸蓄水: a gain
    if _AHEAD.search(left):
        return False
    return not _LASTING.search(left) and not _REACHING.match(folded, end, figure.clause[1])


def _attends(folded: str, figure: Figure) -> bool:
    """Tell whether a figure is the size of a party or an audience, which is a headcount."""
    start, end = figure.span
    if _PARTICIPANTS.match(folded, end, figure.clause[1]):
        return True
    if figure.amount.quantity.unit not in words("person"):
        return False
    # 80万人每天参加活动, 5000人先后参加培训: who did over time
    if _OVER_TIME.match(folded, end, figure.clause[1]):
        return False
    elected = _ELECTED.search(folded, figure.clause[0], start)
    if not elected and _PARTY.search(folded, max(figure.clause[0], start - 8), start):
        return (
            not folded.startswith("等", start - 1)
            or _attending().match(folded, end, figure.clause[1]) is not None
        )
    return bool(
        _attending().match(folded, end, figure.clause[1]) or _GATHERED.match(folded, end, figure.clause[1])
    )


@layered
def _attending() -> re.Pattern[str]:
    return re.compile(
        rf"[^，。；\n]{{0,16}}?{either('attend')}(?!考试|[高中联统]考|体检|(?:城乡居民)?(?:医保|医疗保险|养老保险|社保|保险)|新农合|合作社|(?:新型农村)?合作医疗)|[^，。；\n]{{0,40}}?等[^，。；\n]{{0,4}}?(?:出席|参加|参会)"
        # 45位团员、300位理财师及机构高管出席本次年会
        "|[^，。；\n]{0,60}?(?:出席|列席)[^，。；\n]{0,20}?(?:会议?|仪式|论坛|典礼|活动)(?:[，。；]|$)"
    )


def _is_threshold(folded: str, figure: Figure) -> bool:
    """Tell whether a figure sorts what another one counts: 亿元以上项目97个."""
    start, end = figure.span
    quantity = figure.amount.quantity
    sorted_by = _SORTED_BY.match(folded, end, figure.clause[1]) and figure.right[1] < figure.clause[1]
    # 50亿元至100亿元项目3个
    ranged = quantity.value_max and folded.startswith("项目", end) and folded[end + 2 : end + 3].isdigit()
    if ranged or (sorted_by and quantity.qualifier in ("over", "at_least")):
        return True
    # 产值过10亿元企业8家, 超500万元项目32个
    if _EXCEEDS.search(folded, max(0, start - 1), start + 1) and _SORTED_FIRMS.match(
        folded, end, figure.clause[1]
    ):
        return True
    if figure.link == "shared" and _SORTING.match(folded, end, figure.clause[1]):
        # 3个投资超亿元的项目
        exceeds = figure.amount.quantity.qualifier in ("over", "at_least")
        before = folded[figure.clause[0] : start].rstrip("超过逾达到突破在")
        if exceeds and before.endswith(members("measure")):
            return True
    if figure.amount.quantity.qualifier not in ("at_least", "at_most"):
        return False
    # 500万元以上固定资产投资增长12%, but 实现100亿元以上固定资产投资
    if folded.startswith("固定资产投资", end) and not _REACHED.search(folded, figure.clause[0], start):
        return True
    if not folded[start:end].endswith(("以上", "以下", "以内")):
        return False
    # 200公里以上的中长距离出游占比超六成
    if _OF_RATE.match(folded, end, figure.right[1]) and figure.right[1] < figure.clause[1]:
        return True
    # 10蒸吨及以下燃煤锅炉
    if folded[start:end].endswith(("及以上", "及以下", "及以内")) and end < figure.clause[1]:
        return True
    # 85%以上的乡镇通了客车: a share of them
    of = _SORTED if figure.amount.quantity.unit in ("%", "成") else _SORTED_BY_SUM
    noun = of.match(folded, end, figure.clause[1])
    return noun is not None and (
        figure.right[1] < figure.clause[1] or not re.search(r"[\d]", folded[start:end])
    )


def _in_works_name(folded: str, figure: Figure) -> bool:
    """Tell whether a figure belongs to a name: 年产3万吨电子级树脂项目, 100兆瓦储能电站."""
    start, end = figure.span
    if figure.amount.quantity.unit not in _MEASURED or not _WORKS.match(folded, end, figure.clause[1]):
        return False
    capacity = _CAPACITY.search(folded, max(figure.clause[0], start - 10), start)
    if figure.amount.quantity.unit in ("吨", "千瓦") and _is_bare(folded, figure.clause[0], start):
        return True
    return (
        bool(capacity)
        or start == figure.clause[0]
        or figure.amount.quantity.unit in ("兆瓦", "千伏", "伏", "万千瓦")
    )


def _is_bare(folded: str, start: int, end: int) -> bool:
    """Tell whether a short name alone stands in front: 青唐700万吨露天矿项目."""
    return 2 <= end - start <= _LONGEST_FIRM and first_verb(folded, start, end) is None


def _counts_authors(folded: str, figure: Figure) -> bool:
    """Tell whether a figure counts who does something together: 国家发展改革委等5部门印发…."""
    together = folded.startswith(("部门共同", "部门联合", "单位共同", "单位联合"), figure.span[1])
    if together and figure.unit == "个":
        return True
    return folded.startswith("等", figure.span[0] - 1) and figure.amount.quantity.unit in (
        "部门",
        "单位",
        "个部门",
        "部委",
    )


def _sums_up(folded: str, figure: Figure) -> bool:
    """Tell whether a figure sums up a list before it: A、B、C三件大事."""
    start, end = figure.span
    if folded.startswith(("方面", "层面", "维度"), end):
        return True
    return _SUM_UP.match(folded, end, end + 4) is not None and folded.find("、", figure.clause[0], start) >= 0


def _lie_between(folded: str, figure: Figure) -> bool:
    """Tell whether a figure counts what something goes on between: 在两个局之间来回跑."""
    start, end = figure.span
    two = folded[start] == "两"
    return (two or folded.startswith("在", max(0, start - 1))) and _BETWEEN.match(folded, end) is not None


_REFUSALS: tuple[tuple[str, Callable[[str, Figure], bool]], ...] = (
    ("no count: an article, an ordinal, a grade or half of a word", _no_count),
    ("sorts what another figure counts", _is_grade),
    ("part of a slogan in quotation marks", _in_slogan),
    ("how long something lasts", _lasts),
    ("the size of a party or an audience: a headcount", _attends),
    ("a threshold that sorts what another figure counts", _is_threshold),
    ("a score that sorts those who are counted", sorts_scores),
    ("part of the name of a work", _in_works_name),
    ("told in passing: persons just named, an idiom, a model", in_passing),
    ("sums up a list before it", _sums_up),
    ("counts what something goes on between", _lie_between),
    ("counts who does something together", _counts_authors),
    ("a sum that was told before", _told_again),
)
