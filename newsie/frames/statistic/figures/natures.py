"""Whether a figure is a fact, a target or a standard (实际, 目标, 标准).

A word of intention (力争, 建成后) reaches to the end of its sentence, or to a word that tells
of something done (已, 累计), or to a new statement after a semicolon.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Figure, Sentence
from newsie.frames.statistic.figures.ruled import is_ruled
from newsie.frames.statistic.figures.words import either, members, words
from newsie.lexicon import Beginnings, Sought, any_of, layered
from newsie.spans import Spans, start_behind

Nature: TypeAlias = Literal["actual", "target", "standard"]

_BOUND = re.compile(
    r"不超过|不少于|不低于|不高于|不(?:得|要|宜|应|能|可)(?:少于|超过|低于|高于|多于)|不小于|不大于|不多于"
)
_AT_LEAST = re.compile("不(?:得|要|能|可)?(?:少于|低于)")
_DUE = re.compile(
    "(?:全年|年内|今年|明年|年底前?|[一二三四]季度|[上下]半年|月底前?)[^，。；\n0-9]{0,8}?(?:新|引进|完成|开工|建成|签约|落地|竣工|培育|投产|改造|实施|种植|实现|增[长加]|争取|培训|招[引录])"
)
# 要新建中心35个，每个中心床位不少于15张: the norm of what is aimed at
_EACH = re.compile(r"每(?![天年月日周])")
_PRESCRIBED = re.compile(r"(?:需要?|须|应当?|必须)(?:现场|至少|再|继续)?[\u4e00-\u9fff]{2}(?:至少)?$")
# 接种后要在现场留观30分钟, 在冷藏柜里存放48小时以上: how long, as a rule
_KEPT_LONG = r"(?:留观|观察|静置|浸泡|隔离|静坐|休息|晾晒|密闭|留样|浸种|煮沸|加热|监测|存放|冷藏|保存|留存|通风|冲洗|停用|运动|锻炼)"
_ASKED_LONG = re.compile(
    rf"(?:需要?|须|应当?|必须|(?<![主首重只不想])要)(?:现场|至少|再|继续|在[^，。；、\n0-9]{{1,8}})?{_KEPT_LONG}{{1,2}}(?:至少)?$"
)
_LEAST_LONG = re.compile(f"{_KEPT_LONG}(?:时间)?$")
_LONGEST_ASKED = 20
_LIMIT = re.compile(r"超过|以上|以内|以下|间隔|每次|内")
_RULE = re.compile(
    r"必须|才能|就要|不得|一律|方可|一经|(?<!高)标准(?!化|建设|施工|厂房|地[块厂]|田|机架|箱|间|池|段|宿舍|果园|泳道|跑道|车位|展位|煤|球场|篮球|塑胶|体育)|禁止|间隔|每次|须(?!知)|(?<![供相适反响效感对呼占])(?<!完成)应(?!保尽|急|用|对|届|邀|聘|征|诉|接|当地|收|检|种|缴|返|退|参保)"
)
# 计划面积13.2万亩 is what is planned, not 占计划面积的七成
_PLANNED = re.compile(
    r"年度计划投资|[估概预]算(?:总)?投资|(?:计划|预计)(?:总)?投资|拟投资|(?<![占为])(?<!年度)(?<!完成)计划(?:播种|种植)?面积"
)
# 将 as 把 (将药品捐献出来) stands before a noun and no verb; 可支配, 可比 are words
_WILL = re.compile(
    r"(?:将|还将|也将|可(?!再生)|(?<![动功智产效性技势未没])能|要)(?:把|由|通过|每?年|每月|再|新|同时|实现|达|提供|带动|新增|满足|容纳|解决|吞吐|分拣|停放|增|节约|减|惠及|投入|建(?!筑)|整合|举办|推出|派|完成|覆盖|形成|进一步|累计|安置|吸纳|拉动|辐射|处理|生产|依托|围绕|深入|持续|加快|大力|着力|推动|推进|设立|投放|增设|兴建|修建|扩建|派出|选派|招聘|招收|培养|建立|打造|供|成为|开展|组织|安排|发放|启动|继续|力争|带)"
)
# 各镇要整改隐患12处
_HAS_TO = re.compile(
    r"(?<![主首需重只还不想紧险])(?<!每[天日月年])(?<![一全][天日年])要(?![求么是道点素闻领害件职员塞约花用走跑等多少比交付吃占经过])(?=(?:(?![由从增扩升降到至为把])[^，。；\n0-9]){1,16}(?:[0-9]|$))"
)
_LONGEST_ORDER = 60
_TOLD_TO = re.compile("要求|强调|指出|提出|部署|明确|今年|明年|年内|全年|[下上]半年|务必")
_PLAN = re.compile(r"(?:规划|计划|拟)(?!面积|用地|总|的)|目标任务|任务目标|任务数")
# 《办法》规定，创业者一次性奖励5万元
_ENACTED = re.compile(
    "(?:》|办法|条例|细则|通知|意见|方案|法|制度|公约|章程)[^，。；\\n]{0,8}?(?<!按照)(?<!违反)规定[，：]"
)
# 海岸线将湿地串珠成链: as 把
_AFTER = re.compile(
    r"(?:还)?(?:力争|预计|计划|打算|有望|拟(?![合人态音订定声物任提聘录])|将(?=[改安搬拆交竣签培整种角赴验走携复运转赛修惠调打发放落派承途前连如共保于在由会从为被对向成达全陆集相分同正进迎得实完新建投开启举参增减提继持加推获出入享受落用覆惠带形有面通按统逐优直再首亮展上下免发])|(?<![主首需重只抢想])(?<!怕是)(?<!恐怕)(?<!眼看)要(?!时刻|求|点|素|始终|$|[，。；”])|争取)"
)
# after 目标是： all that follows is aimed at, whatever stands between, and after 今年盯住这些目标。
# all of them have 目标, see `_sets_goals`
_GOALS = re.compile(
    r"目标(?:是|为|：)|(?:盯住|盯紧|紧盯|瞄准|锁定|锚定|聚焦|对准|定下|明确)[^，。；\n]{0,6}目标。"
)
# 今年计划办好12件实事。在交通方面，新增公交车200辆: the plan part by part
_OPENING = re.compile(r"(?:其中|同时|此外|另外)|在[^，。；\n]{1,10}方面，")
# without a subject, and no verb of having done
_MORE = re.compile(
    "(?:全面|大力|重点|积极|继续|着力|加快)?(?:新建|续建|扩建|改扩建|改造|建设|开工|实施|推进|加快|启动|打造|培育|引进|修建|铺设|种植|发展|抓好|办好|做好|开展|推广|扶持|支持|引导|鼓励)(?!后|以来|中|期间|了|过|完|成|起来|前|上|下|的|会|户|面积|现场|过程|单位|工地|者)"
)
# 此外，还有12个小区通过了验收
_HAPPENED = re.compile(
    "(?:通过|完成|建成|实现|获得?|得到|取得|达到|迎来|举行|签订|签署|投入)了(?![^，。；\\n]{0,12}后)"
)
_PAST = re.compile(r"去年|上年|前年|截至|目前|以来")
_LONGEST_GOALS = 600
# 将由原来的五小时压缩至两小时, 可由32万亩扩大至41万亩: where it comes from is no plan
_ORIGIN = re.compile(r"[由从](?:(?:原来|原先|此前|目前|现在|之前|现有|当前)的?|每[\u4e00-\u9fff]{1,3})$")
_ONWARD = re.compile(
    "(?:逐步|大幅|进一步)?(?:扩大|增加|提[高升]|上升|下降|降低|减少|缩短|压[缩减]|升级|调整|增|降|升)[到至为]"
)
_BOUND_REACH = 3
_REACHES = re.compile(
    "惠及|受益|受惠|累计|共(?:有|发放|计|为)|发放(?:资金|补[助贴]|面积)|(?:享受|符合|领取)[^，。；]{0,8}(?:对象|人员|人数)"
)
_NORM = re.compile(
    r"(?:缴费|筹资|补助|补奖|收费|补偿|补贴|奖励|报销|低保|保障|供养|资助|最低)标准(?:(?:分别)?为|(?:统一|均)?由每|[^，。；\n0-9]{0,6}(?:提高|上调|调整|统一|增加)[到至为]每)|(?:保证金|报[考名]费|工本费)为?(?:每[人名份]|人均)?$|(?:报销|补偿|支付)比例[^，。；0-9]{0,8}(?:由|(?:提高|上调|调整)[到至为])|(?:封顶线|起付线)(?:(?:分别|统一)?[由为]|$)|限[速高宽重长]$"
    r"|对[^，。；\n]{2,16}的(?:[^，。；、\n]{2,8}给予(?:最高|一次性|每[人户名])|，(?:一次性|每[人户名]|给予))"
)
# 种植早稻每亩再补贴200元, 每人每月可领取补助金100元: what is granted for each, as a rule
_GRANT = re.compile(
    r"(?:每(?:[人户亩生名个台斤吨头餐]|[0-9]{0,3}公斤)|单[户台笔])[^，。；\n]{0,8}?(?:补贴|补助|奖励|补偿|领取[^，。；\n]{0,5}?(?:金|补贴|补助))(?:最高|为|约|不超过)?$"
)
# 超出后每小时只收1元, 每千瓦时加价0.1元
_CHARGE = re.compile(
    "(?:每(?:小时|次|天|月|度|千瓦时|车|辆|餐|张|份|立方米|吨)[^，。；0-9]{0,3}?(?:收费|收取|只收|仅收|加价|加收|缴纳|给予|补贴)|每[人位名户][每一](?:[天日餐月年顿])(?:只|仅|需|须|再)*[交收缴付补]费?)$"
)
# 每炕装烟量控制在4500公斤以内
_KEPT_TO = re.compile("每[一-鿿][^，。；0-9]{1,8}控制在$")
_BY_NORM = re.compile("(?:执行|实行|按照?|参照|依照)[^，。；\n0-9]{0,12}$")
# 共需接种2剂次, 每剂次接种0.5毫升, 每次服用2片
_DOSES = frozenset(("剂", "剂次", "针", "针次", "毫升", "片", "毫克", "克", "粒", "滴"))
_DOSE = re.compile(
    "(?:需要?|须|应)(?:接种|注射|服用|口服)$|每(?:剂次?|[针次天日]|人)(?:需|只|仅)?(?:接种|注射|服用|口服)$"
)
# 一般诉求5个工作日内办结, 紧急诉求2小时内响应; but 3天内完成了
_TERMS = frozenset(("个工作日", "小时", "个小时", "分钟", "天", "日", "个自然日"))
_TERM = re.compile(
    "内?(?:必须|予以|给予|及时|全部|一律|主动|要)?(?:办结|响应|答复|反馈|回复|到场|到达现场|赶到|上门|处置|办理完毕|发放到位|完成(?!了|率))(?=[^，。；\n0-9]{0,12}(?:[，。；、\n]|$))"
)
_MET = re.compile("[已了]|仅用|只用|用时|平均|实现")
_LONGEST_GRANT = 28
_LONGEST_NORM = 48
_SUMS = ("累计", "共")
_NEAR = 10
_LONGEST_EACH = 12
_YET = re.compile(
    "到(?:20[0-9]{2}年|明年|后年|“[^”]{2,3}五”)(?:年?[底末])?[^。；\n]{0,30}?(?:将|力争|有望|预计|确保|争取)(?:可|再)?(?:突破|超过?|达到?|增[加至到]|提[升高]|扩)"
)
_WHERE = re.compile("将(?:在|对|为|向|从|于)(?:全[国省市县区乡镇村州])?的?$")
# 食堂由小学改建而成，可容纳60人就餐: what it does now, where nothing in the paragraph is yet to be built
_ABLE = re.compile("可")
_STANDS = re.compile(
    "[改建]而成|投入(?:使用|运营|运行)|投用|启用|落成|[配设建]有|现有|拥有|面积|能力|开放|已[建完]成"
)
_UNBUILT = re.compile(
    "(?:建成|投产|投用|投运|完工|竣工|达产|通车|运营|改造|全部|建好|点火|上线)[^，。；\n]{0,4}后|将(?!近|军|士|领)|计划|预计|预期|规划|在建|正在|[正在]建|开工|动工|施工|投资|总工程|拟|届时|未来|力争|年底|[明后]年|下一步|封顶|项目|工程"
)
_LONGEST_PARAGRAPH = 500
_DESIGNED = ("设计日", "设计年", "设计处理", "设计能力", "设计时速", "设计产能", "设计规模", "设计使用")
_SHARE_OF = re.compile(r"占[^，。；、\n]{0,8}$")
# 将设立登记、公章刻制等6个环节整合为一个链条: 将 as 把
_TURNED = re.compile("将[^，。；\n]{2,40}?(?:整合|合并|归并|集成|压减|精简|转变|打包)[为成到至](?!$)")
# 建成4个可停放50辆车的停车场，新增车位200个: what each can hold says nothing of the rest
_ATTRIBUTE = re.compile("[^，。；\\n]{1,16}的[\u4e00-\u9fff]{2}")
# 高于预期目标0.3个百分点, 超计划2000人: measured against it
_AGAINST = re.compile("(?:[高低快慢好优多少]于|超[过出额]?|[比较]|突破)[^，。；、\\n0-9]{0,6}$")
# 计划投资3亿元，实际完成2.8亿元; not 计划最终建成12个
_OUTCOME = re.compile(
    "[，；：（][^，。；\\n0-9]{0,6}?(?:实际|最终|结果)|(?<![计规谋预])(?<!力争)(?<!确保)实际(?:[完建]成|到位|投资|投入|开工|改造|录[取用]|招[录聘]|交付|支付|支出|发放|使用|收[到入]|参[加会])"
)
_LONGEST_AFTER = 6
_LONGEST_STRETCH = 300


# 按照市自来水公司提交的方案，水价由每立方米2.25元调整为2.65元
_BY_PLAN = r"(?:按照|根据)[^，。；\n]{0,16}(?:方案|规划|计划|安排|协议)，"


# 工作组共争取各类项目资金187万元: got, not striven for
_OBTAINED = r"(?<![要将续拟望愿力：])争取[^，。；0-9年月季开完实建签招引新增投发尽快落]{0,14}?(?:资金|补助|补贴|专项|贷款|经费|拨款|债券)(?:[约近超逾达共]|[0-9]|$)"


@layered
def _aim() -> Sought:
    return Sought(
        Beginnings.of([*"按根前将还也可能要承初估", *(word[0] for word in words("aim"))]),
        f"(?<!年度)(?:(?<!投资)|(?!计划|规划))(?<!行动)(?<!科学)(?<![为占模虚比较])(?<![比较]原)(?!{either('firm')}|{_OBTAINED})(?:{either('aim')})(?!的|任务|指标|面积|工期|数|值|表|书|单|已|另外)|{_BY_PLAN}|将(?!正在)(?:{_to_do()})(?![的着了]|[^，。；\n]{{2,16}}(?:作为|当作|列为|摆在|融入|贯穿|落到|放在))|将投资(?=[0-9]|$)|将(?:对(?![方手象立讲面])|向(?![阳前后上下]))[^，。；\n0-9]{{1,16}}?(?:处以|征收|加征|给予|实施|进行|开展|提供|投入|发放|捐赠|捐助|拨付)|将(?:可?达|[升降][至到]|[上回]升|下降|回落|突破|超过|出现|迎来)(?!的)|将(?:{_to_treat()})(?=(?:(?![由从增扩升降到至为压缩送分列纳成给把的在])[^，。；\n0-9]){{1,16}}(?:[0-9]|$))|估计，?[^，。；\n]{{0,24}}?(?:将|可|能|有望|会|到(?=[0-9年明后])|[今明全]年|年底)|初步安排|承诺，?(?=今年|年内|明年|到)|(?<=[0-9]日)前|(?<=[月年][底末])前|{_WILL.pattern}",
    )


def _to_do() -> str:
    """Return a pattern of verbs that 将 stands before as 'will': 将投运15项工程, not 将服务送到300户."""
    verbs = (words("act") | words("state") | words("verb")) - words("nominal")
    # 将网上逃犯抓获
    return any_of(word for word in verbs if len(word) > 1 and not word.endswith("上"))


def _to_treat() -> str:
    """Return a pattern of verbs that are nouns as well: 将改造老旧小区12个, not 将改造范围扩大到12个."""
    return any_of(
        [*(word for word in words("nominal") if len(word) > 1), "硬化", "绿化", "亮化", "美化", "疏浚"]
    )


@layered
def _to_be_done_there() -> re.Pattern[str]:
    """Return the pattern of what is done behind a place and 将: 将在11个乡镇设立工作室; 将3项工作列为重点 is 把."""
    return re.compile(f"(?:{_to_do()})(?!的)")


@layered
def _done() -> re.Pattern[str]:
    # 公共财政收入 has no sum
    return re.compile(f"(?<!公)(?:{either('done')})")


def nature_of(folded: str, figure: Figure, sentence: Sentence, indicator: str, before: Nature) -> Nature:
    """Return the nature of `figure`.

    Args:
        folded: the text.
        figure: the figure.
        sentence: where it stands.
        indicator: what it measures.
        before: the nature of the last figure of the sentence before, which 其中 goes on with.
    """
    if _is_standard(folded, figure, sentence) or _is_norm(folded, figure, sentence):
        # 四季度新开工项目不少于18个: what is to be reached by then
        return "target" if _is_due(folded, figure) else "standard"
    if _ORIGIN.search(folded, max(figure.clause[0], figure.span[0] - _NEAR), figure.span[0]):
        return "actual"
    if folded[figure.span[0] - 1] in "由从" and _ONWARD.match(folded, figure.span[1], figure.clause[1]):
        return "actual"
    planned = _PLANNED.search(folded, max(figure.clause[0], figure.span[0] - _NEAR), figure.span[0])
    # 占全年计划种植面积的八成: a share of the plan
    if _PLAN.match(indicator) or ("占" not in indicator and (planned or _PLANNED.search(indicator))):
        return "target"
    # 计划改造小区18个，涉及居民2950户、建筑面积26万平方米: no one building's
    if (
        is_static(indicator)
        and not _is_yet(folded, figure, sentence)
        and "涉及" not in folded[figure.clause[0] : figure.span[0]]
    ):
        return "actual"
    if _intended(folded, figure, sentence):
        return "target"
    more = _OPENING.match(folded, sentence.span[0]) or does_more(folded, sentence)
    goes_on = before == "target" and more and not _HAPPENED.search(folded, figure.span[1], figure.clause[1])
    if (goes_on or _under_goals(folded, sentence)) and not _done().search(
        folded, _stretch(folded, figure, sentence), figure.span[0]
    ):
        return "target"
    return "actual"


def _is_yet(folded: str, figure: Figure, sentence: Sentence) -> bool:
    """Tell whether what a works has is told of a year to come: 到2030年，装机容量将达到6000万千瓦."""
    return (
        _YET.search(folded, max(sentence.span[0], figure.span[0] - _LONGEST_NORM), figure.span[0]) is not None
    )


def _is_due(folded: str, figure: Figure) -> bool:
    """Tell whether the least that is asked for is asked by a time: 全年引进企业不少于20家, not 每个村今年不少于4次."""
    start, end = figure.span
    least = _AT_LEAST.search(folded, max(figure.clause[0], start - _BOUND_REACH - 1), end)
    due = least and _DUE.search(folded, figure.clause[0], start)
    return bool(due) and "每" not in folded[figure.clause[0] : start]


def does_more(folded: str, sentence: Sentence) -> bool:
    """Tell whether a sentence only names more that is to be done: 年内计划投资6亿元。新建道路5条。."""
    return _MORE.match(folded, *sentence.span) is not None


def _sets_goals(folded: str, start: int, end: int) -> bool:
    """Tell whether goals are listed between two offsets."""
    return folded.find("目标", start, end) >= 0 and _GOALS.search(folded, start, end) is not None


def _under_goals(folded: str, sentence: Sentence) -> bool:
    """Tell whether the paragraph listed goals before: 主要预期目标是：……增长8%。……增长7%。."""
    start = sentence.span[0]
    low = start_behind("\n", folded, start - _LONGEST_GOALS, start)
    return _sets_goals(folded, low, start) and not _PAST.search(folded, *sentence.span)


def to_be_done(folded: str, figure: Figure, sentence: Sentence, plans: Spans) -> bool:
    """Tell whether a figure that no word governs stands among `plans`: 改造街巷10条."""
    start = sentence.span[0]
    if not plans.touch(start, start + 1):
        return False
    clause = folded[figure.clause[0] : figure.clause[1]]
    return not (_done().search(folded, start, figure.span[0]) or _PAST.search(clause))


def is_static(indicator: str) -> bool:
    """Tell whether an indicator belongs to a works as such, built or not: 总投资, 建筑面积.

    >>> is_static("一期总投资")
    True
    """
    # 人均住房建筑面积 is no building's
    return (
        indicator == "投资"
        or indicator.startswith(_DESIGNED)
        or (indicator.endswith(members("static")) and "均" not in indicator[:-4])
    )


def _stretch(folded: str, figure: Figure, sentence: Sentence) -> int:
    """Return where the statement that the figure is part of begins."""
    floor = max(sentence.span[0], figure.span[0] - _LONGEST_STRETCH)
    if _sets_goals(folded, floor, figure.span[0]):
        return floor
    return start_behind("；", folded, floor, figure.span[0])


def _intended(folded: str, figure: Figure, sentence: Sentence) -> bool:
    """Tell whether a word of intention governs the figure."""
    start, end = figure.span
    if _AFTER.search(folded, end, min(figure.clause[1], end + _LONGEST_AFTER + 1)):
        return True
    if _WHERE.search(folded, max(figure.clause[0], start - _NEAR), start) and _to_be_done_there().search(
        folded, end, figure.clause[1]
    ):
        return True
    last, able, low = 0, -1, _stretch(folded, figure, sentence)
    for match in _aim().finditer(folded, low, start):
        # 占冬季计划用煤量的七成: of the plan
        share = match.group() == "计划" and _SHARE_OF.search(folded, figure.clause[0], match.start())
        share = share or _AGAINST.search(folded, figure.clause[0], match.start())
        aside = (
            _ABLE.match(match.group())
            and match.end() < figure.clause[0]
            and _ATTRIBUTE.match(folded, match.end(), figure.clause[0])
        )
        if not share and not aside and not _TURNED.match(folded, match.start()):
            last, able = match.end(), match.start() if _ABLE.match(match.group()) else -1
    if able >= 0 and _stands(folded, sentence, able):
        last = 0
    for match in _HAS_TO.finditer(folded, low, start) if folded.find("要", low, start) >= 0 else ():
        # 会议要求，各镇要整改隐患12处; 他每天要走12公里 is no plan
        order = max(sentence.span[0], match.start() - _LONGEST_ORDER)
        if _TOLD_TO.search(folded, order, match.start()):
            last = max(last, match.end())
    if not last or _OUTCOME.search(folded, last, start):
        return False
    # 力争上半年完成六成 and 计划完成48万吨，比去年增加5万吨 tell of nothing done
    done = [match for match in _done().finditer(folded, last, start) if match.start() > last]
    if last > figure.clause[0]:
        # 预计人员流动量累计14亿人次: the sum is that of what is expected
        done = [match for match in done if match.group() not in _SUMS]
    return all(folded[match.start() - 1] in "比较同" for match in done)


def _stands(folded: str, sentence: Sentence, able: int) -> bool:
    """Tell whether what can do something stands already: 食堂由小学改建而成，可容纳60人."""
    if not _STANDS.search(folded, sentence.span[0], able):
        return False
    low = start_behind("\n", folded, able - _LONGEST_PARAGRAPH, able)
    return _UNBUILT.search(folded, low, able) is None


def _is_norm(folded: str, figure: Figure, sentence: Sentence) -> bool:
    """Tell whether a figure is what a rule grants or asks: 个人缴费标准为每人每年380元, 住院报销比例由50%提高到60%."""
    start = figure.span[0]
    if figure.unit.endswith("元") and (
        grant := _GRANT.search(folded, max(figure.clause[0], start - _LONGEST_GRANT), start)
    ):
        # 共有19万人次获得补偿，单笔最高补偿9万元: the most that was paid
        low = sentence.span[0] if grant[0].startswith("单") else figure.clause[0]
        return not (_done().search(folded, low, grant.end()) or _AFTER.search(grant[0]))
    near = max(figure.clause[0], start - _LONGEST_GRANT)
    if (figure.unit.endswith(("元", "块")) and _CHARGE.search(folded, near, start)) or (
        _KEPT_TO.search(folded, near, start) is not None
    ):
        return True
    # 仍执行每平方米24元的标准
    if _BY_NORM.search(folded, near, start) and folded.startswith("的标准", figure.span[1]):
        return True
    if figure.unit in _DOSES and _DOSE.search(folded, near, start):
        return True
    if figure.unit in _TERMS and _TERM.match(folded, figure.span[1], figure.clause[1]):
        return _MET.search(folded, *figure.clause) is None
    if is_ruled(folded, figure):
        return True
    low = max(sentence.span[0], start - _LONGEST_NORM)
    # 补助标准为3元，惠及学生4.36万名: whom it reached
    norm = _NORM.search(folded, low, start)
    return norm is not None and not _REACHES.search(folded, max(norm.end(), figure.clause[0]), start)


def is_prescribed(folded: str, figure: Figure) -> bool:
    """Tell whether a spell of time is one that a rule asks for: 要在现场留观30分钟, 存放48小时以上."""
    quantity, start = figure.amount.quantity, figure.span[0]
    if quantity.unit not in words("spell"):
        return False
    low = max(figure.clause[0], start - _LONGEST_ASKED)
    least = quantity.qualifier == "at_least" and _LEAST_LONG.search(folded, low, start)
    return bool(least or _ASKED_LONG.search(folded, low, start))


def _is_standard(folded: str, figure: Figure, sentence: Sentence) -> bool:
    """Tell whether a figure is a norm: 不超过10克的标准, 间隔4到6个小时."""
    start, end = figure.span
    low = max(figure.clause[0], start - _LONGEST_EACH)
    bound = False
    if folded.find("不", low, end) >= 0:
        # 补助标准不低于每人每年600元
        each = _BOUND.search(folded, low, start)
        if each and _EACH.match(folded, each.end()):
            return True
        bound = _BOUND.search(folded, max(figure.clause[0], start - 4), end) is not None
    if bound and _EACH.match(folded, figure.clause[0]):
        return True
    stretch = _stretch(folded, figure, sentence)
    if not (bound or _is_asked(folded, figure, stretch)):
        return False
    return all(_RULE.search(aim.group()) for aim in _aim().finditer(folded, stretch, start))


def _is_asked(folded: str, figure: Figure, stretch: int) -> bool:
    """Tell whether a rule asks for a figure, in the words from `stretch` on."""
    start, end = figure.span
    spell = figure.unit in words("spell")
    if spell and _PRESCRIBED.search(folded, max(figure.clause[0], start - _NEAR), start):
        return True
    if is_prescribed(folded, figure):
        return True
    enacted = _ENACTED.search(folded, stretch, start)
    if enacted and not _done().search(folded, enacted.end(), start):
        return True
    if not _LIMIT.search(folded, max(figure.clause[0], start - 4), min(end + 1, figure.clause[1])):
        return False
    return _RULE.search(folded, stretch, min(figure.clause[1], end + 10)) is not None
