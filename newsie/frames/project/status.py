"""How far an undertaking has come, by the words of the pieces that tell of it.

>>> text = "路基已全线贯通"
>>> list(read_signs(text, (0, len(text)), Within(())))
[Sign(status='under_construction', start=5, end=7)]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple, TypeAlias, cast

from newsie import patterns as re
from newsie.frames.project.naming import names_place
from newsie.frames.project.words import PARTS
from newsie.reading import Date
from newsie.spans import Within, start_behind
from newsie.text import Span

Status: TypeAlias = Literal[
    "planned", "started", "under_construction", "resumed", "finishing", "completed", "operating"
]
# the sign that says most of the present state wins
RANK: tuple[Status, ...] = (
    "operating", "completed", "finishing", "resumed", "under_construction", "started", "planned",
)  # fmt: skip


class Sign(NamedTuple):
    """A word that shows a status, half-open."""

    status: Status
    start: int
    end: int


_AHEAD = r"(?:一旦|一[^，。；]{1,4}就|计划|预计|力争|争取|确保|有望|可望|拟|即将|将于|将在|将|届时|早(?=建成|竣工|投|开|完)|早一[天日]|早日|尽早|尽快|目标|具备|要|推动|促进|等待|助力|加快(?=建成)|[就即]?可$|[就即]?[可能](?:全部|全面|全线|如期|按期|整体|正式|基本)?(?=投|通|建成|完工|竣|交付|试)|向着|朝着|冲刺(?!阶段)|年内|年底前|月底前|明年|后年|准备|规划|筹备|待)"
_FUTURE = re.compile(_AHEAD + r"[^，。；]{0,24}$")
# 确保甲项目、乙项目开工: a wish in front of the names
_WISHED = re.compile(r"(?:要|将|全力|切实)?(?:力争|争取|确保|计划|预计|推动|促进|保证)(?![了过])")
# 今年要改造一次网8公里，供热期前全部完工: the intention reaches over clauses
_GOING_TO = re.compile(
    r"(?:今年|明年|年内|下半年|下一步|接下来)(?:内|底前)?(?:还|我们)?(?:要|将|计划|拟|力争)[^。；！？\n“”]{0,80}$"
    # 计划到2025年，全线建成二级航道
    r"|(?:计划|预计|规划|力争|目标)[^，。；]{0,4}[0-9]{4}年[底末]?前?，[^，。；]{0,16}$"
)
# 确保甲酒店投入运营，乙酒店开工建设: the wish reaches to what is told as done
_STILL_WISHED = re.compile("力争|确保|争取")
_TOLD_AS_DONE = re.compile("目前|已|截至|现场|正在|如今")
# 项目分三期实施，其中一期投资1.2亿元，已于去年底完工
_OF_PHASE = re.compile("(?:^|[。；，\n])(?:其中|目前)，?[一二三四首]期[^。；\n]{0,60}\\Z")
# 二期正在进行招标
_NEXT_PHASE = re.compile("(?:其中|目前)?，?[二三四五]期")
_LATER_PHASE = re.compile("[二三四五]期|续建")
_HYPOTHESIS = re.compile(r"[^，。；]{0,3}(?:后(?!期)|之后|时|前(?!期)|的话|以前)")
_PARTIAL = re.compile(
    r"(?:首批|部分|[一二三四首]期|[0-9一二三四五六七八九十]{1,40}[余多]?[个条栋座家台号户套间片口孔跨幢]|[^，。；]{0,6}(?:[楼栋段库厂岛]|(?<![全新])线|宿舍|食堂|厂房|车间|泵房|教室|管网|区间|机组))[^，。；]{0,20}$"
)
# 项目300户全部完工交付
_ALL_OF_THEM = re.compile("[0-9]{1,40}余?[户套间栋幢][^，。；0-9]{0,6}(?:全部|全面|均)(?:已|顺利)?")
# 四台机组全部投产: no part of them
_ALL_UNITS = re.compile(
    "(?:全部|所有|最后[一1]台)[^，。；]{0,4}机组(?:(?!将|即将|正|预计|调)[^，。；]){0,6}$|机组(?:已|已经|今天|昨天|日前){0,2}(?:全部|全面|均)[^，。；]{0,6}$"
)
# 某某铁路甲地与乙地通勤列车正式开通: what runs there
_SERVICE = re.compile("(?:列车|班列|专列|班车|航线|航班)(?:今[天日]|昨天|近日|日前|已|正式|首次|顺利){0,3}$")
# 甲工程、乙公路3个项目|通过竣工验收: the works named before, all of them
_ALL_NAMED = re.compile(
    "(?:等)?(?:[0-9]{1,3}|[两三四五六七八九十]{1,3})(?:个(?:重点|重大|建设|民生|水利|交通|工业|续建|新建)?(?:项目|工程)|[条座](?:城区|市政|城市|农村)?(?:道路|公路|街道|桥梁))(?:全部|均|都|已|顺利|相继|同时|同步|集中|正式){0,3}\\Z"
)
_DONE = frozenset({"operating", "completed"})
# 已完工小区8个: some of several
_COUNTED = re.compile(r"[\u4e00-\u9fff]{2,8}[0-9]{1,40}[余多]?[个栋座家条所处户](?!月)")
_OPERATING = re.compile(
    r"(?:建成|竣工|完工)?(?:(?<!直)通车(?!辆)|通水|通气|投用|投运|投产|投入(?:正式|试)?(?:使用|运营|运行|生产)|开业|揭牌运营|营业|启用(?![\u4e00-\u9fff“]{3})|点火运行|试运行|(?<!旅游)试运营|试营业|试生产|开园|开馆|(?<!旅游)通航(?!由|能力|条件|孔|里程)|贯通运营|全线开通(?!后)|开通运营|正式开通|建成开通|并网发电|全容量并网"
    r"|正式运营|正式运行|入住|交付使用|并网)(?!仪式后|率|效率|水平|目标|条件|量|额|能力|时间|进度|容量|电量|装机|里程|流量|成本|收入|主体|要求|准备|标准|项目|(?:运营|运行)?[0-9一二两三四五六七八九十]{1,3}(?:周年|年来|个月来|年(?=[\u4e00-\u9fff])))"
)
_COMPLETED = re.compile(
    r"(?:通过(?:(?!桩基|基础|主体|消防|环保|水土保持|节能|截流|单位工程|示范|景区|文明|卫生|创建|试点|[0-9]A)[^，。；、“”]){0,14}?(?<!预)(?<!阶段)(?<!水位)(?<!蓄水)(?<!静态)(?<!动态)验收|(?<!进入)(?<!启动)竣工验收(?!阶段|工作(?!(?:全部|已经?|均)?完成))|(?:交房|交钥匙|分房)(?:仪式|活动)?|(?<=[区院村苑园路街桥])(?:综合|整体|旧房|提升)?改造(?:已|全部|全面|顺利){0,2}完成(?![0-9])|(?:主体(?:工程|结构|建设)?|项目|工程|全面|全线|整体|全部|顺利|正式|基本|已|如期){0,8}(?:完工|竣工|交工|落成|(?<!创)建成))(?!率|以来|验收(?:阶段|工作)|投用|投产|通车|投运|后|目标|超?(?:[0-9.]{1,8}[万千]?|[两三四五六七八九十])余?[条座个])"
)
# 标志着全线桥隧工程主体工程完工
_PART_AS_A_WHOLE = re.compile(r"(?:桥隧|桥梁|线下|站前)(?:工程)?\Z")
_DEED = re.compile(
    "(?:[一二三四]期)?(?:综合|整体|提升|旧房|道路|拓宽|提质){0,2}(?:改造|修复|整治|治理|建设)(?:工程|项目)?(?:已|全部|全面|顺利|基本|日前|近日){0,3}"
)
_WHOLE = re.compile("主体|项目|工程|通过|全线")
# 路基工程全面完工: a part of a road
_PART = re.compile(rf"(?:{PARTS}|土石方|基础|配套)\Z")
# 已建成11.2公里: so much of it
_SO_MUCH = re.compile(
    r"(?:(?:码头|道路|管网|渠道|堤防|房屋|厂房|车间|大棚|[路渠河堤]段|[清蓄沉]水池|泵站|闸门|桥墩|泊位|护岸|堤岸|[主支干]管)[总长约]{0,2})?超?(?:[0-9.]{1,8}[万千]?|[两三四五六七八九十])余?(?:公里|千米|米|[处个座户段])"
)
# 正式开工，标志着该项目建设取得突破性进展: what it means, no news of its own
_MEANING = re.compile("标志着|意味着")
_LOOKBACK = 40
_LONGEST_AIM = 80
_NEAR = 4
_LONGEST_NAME = 20
_FINISHING = re.compile(
    r"(?<!征迁)(?<!征拆)(?<!拆迁)(?<!征收)(?:收尾|扫尾|尾声|收官)(?:阶段|工作|施工)?|(?:启动|进入|开始)[^，。；]{0,4}(?:静态|动态|竣工|交工|整体|全面)验收|验收[^，。；]{0,2}阶段"
)
_RESUMED = re.compile(
    r"(?:正式|全面|已|均已|顺利|有序|实现|率先|陆续|全部|恢复|成功)(?:复工(?:复产)?|施工(?=$))|复工(?:复产)?$"
)
_BUILDING = re.compile(
    r"(?:正在|正(?=进行))(?![^，。；]{0,8}(?:前期|立项|可研|规划|选址|报批|招标|设计|审批|办理|洽谈|筹))[^，。；]{0,16}(?:施工|建设|安装|浇筑|吊装|作业|开挖|掘进|铺设|装修|调试|砌筑|搭建|回填|推进|进行|铺装|赶工|焊接|架设|架梁|摊铺|铺轨|灌浆|打桩|填筑|衬砌|清淤|绑扎|粉刷|收边|上料|敷设|顶推|拼装|盘扣|栽植)"
    r"|(?<!前期工作)(?:加紧|加快|抓紧|全力|紧张|有序|火热|全面|正在|进场|持续|稳步|如期|顺利|扎实|强力|按期)(?:地|进行|推进){0,8}(?:施工|建设(?!力度|规划|现代|[^，。；]{2,24}(?:集群|高地|体系|强国|枢纽城市))|(?:推进|实施)(?=$|中))|(?:施工|建设)(?:正酣|正忙|中的?$|如火如荼|有序|加紧|稳步|顺利|加快|全面|现场)|进场施工|起(?:正式|封闭|全面)?施工"
    r"|(?:征迁|征拆|拆迁|征收)(?:工作)?(?:收尾|扫尾|收官)|热火朝天|(?:建设|施工|工地|工程)[^，。；]{0,6}一[派片]繁忙|塔吊林立|机[器械]?轰鸣|焊花|(?:封了?|结)顶|正(?:抢|抓紧(?:施工|建设|安装|调试|装修)|忙着[^，。；]{0,6}(?:施工|安装|浇|焊|砌|铺|架|建)|紧张|加紧|赶着)|(?<!水流)(?<!水系)贯通|洞通|合[龙拢]|截流|下闸蓄水|桩基施工|安装到位|(?:桩基|基础(?!设施)|土建|土方|地基|基坑|承台|箱梁|主体|围堰|路基|路面|管网|设备)[^，。；]{0,12}(?:完成|完工|施工|安装|开挖|浇筑|进场)"
    r"|(?:现场|工地)[^，。；]{0,6}(?:吊装|浇筑|焊接|安装|敷设|架设|铺设|挂设|绑扎|砌筑)|进行[^，。；]{0,12}(?:吊装|浇筑|焊接|安装|敷设|架设|铺设|挂设|绑扎|砌筑|张拉)(?:作业|施工)"
    r"|(?:开始|启动)架梁|架设完成|吊装完成|在[^，。；]{2,10}兴建(?=$|[，。；])|浇筑完成|完成(?:全部|所有)?(?:主体|土建|基础(?!设施)|桩基|地基|路基|路面|桥面)(?:工程|结构|施工|建设|铺设){0,2}(?=$|[，。；、])|累计完成投资|(?<!计划)(?<!年度)完成投资(?=[0-9])|(?<!前期工作)(?<!前期)(?<!征收工作)(?<!筹建工作)(?<!筹备工作)(?:进展|建设|施工|推进)顺利|已完成(?:总)?投资|完成产值|施工后期|冲刺阶段|攻坚阶段|建设阶段|施工阶段|在建(?!的.|[^，。；集夜新小古][县市镇乡])"
    # 现已完成河道清淤9公里, 路基已经成形
    r"|(?:已|累计|目前|现|(?<=工程)|(?<=项目))完成(?!签|征|年|投|任务|[^，。；]{0,8}(?:任务|目标|产值|收入|交易|销售))[^，。；0-9]{2,12}?[0-9.]{1,8}[万千百]?余?(?:公里|千米|延米|米|座|处|立方米|方|平方米|亩|孔|跨|片|根|栋)(?![^，。；]{0,4}任务)|"
    # 已铺设38公里, 大坝已填筑到46米高, 公寓建至三层
    r"(?:已经?|累计|目前|现|先后|共)[^，。；0-9]{0,6}?(?:填筑|浇筑|掘进|铺设|铺|砌筑|架设|开挖|回填|吊装|安装|清淤|疏浚|衬砌|硬化|敷设|更换|拆除|摊铺|粉刷|封堵|栽植)(?:完成|了|超|约|近|[^，。；0-9]{2,8}?){0,2}[0-9.]{1,8}[万千百]?余?(?:公里|千米|延米|米|座|处|立方米|方|吨|平方米|亩|孔|跨|片|根|栋|台|层|盏|个|块)"
    r"|(?:填筑|浇筑|砌筑|掘进|施工|铺设|建|盖|砌|修)(?:到|至)(?:了|第)?(?:[0-9.]{1,6}|[一二三四五六七八九十]{1,3})(?:米|层|公里|号墩)|(?:路基|路面|轮廓|坝体|主体|堤身|雏形|道路)(?:已|已经|基本|初步|全线){0,3}(?:成[形型]|初现|初显|显现)|全面(?:铺开|展开)(?=$|[，。；])"
    r"|铺轨(?![0-9率里进机])|联调联试|(?:进入|启动|开始)[^，。；]{0,6}(?:运行试验|动态检测)|接触网[^，。；]{0,4}送电|送电成功|完成架梁|架梁完成|铺装完成|打通$|建设(?:进度)?(?:明显|全面)?(?:加快|提速|加速)$|(?:加速|提速)(?:建设|推进)$|成功送电|(?:成功|顺利|完成)转体|转体(?:成功|到位|完成)|(?:加紧|加快|正在|顺利|全力|累计|目前)掘进|掘进(?:超|突破|过半|已|至|施工)|(?:下沉|顶推|吊装|架设)(?:就位|到位)"
    r"|(?:首轮|首次|初期)蓄水(?!位)|(?:开始|启动|正式)蓄水(?!位)|蓄水(?:完成|启动)|(?:建设|施工|工程|进度|开挖|掘进)过半|(?:建设|施工)(?:加速期|高峰期?|快车道)|(?:进入|迎来)[^，。；]{0,6}(?:施工|建设)黄金期|(?:完成|开始|启动)[^，。；]{0,12}(?:架设|吊装|浇筑|铺装|架梁|掘进)|(?:建设|施工|工程)[^，。；]{0,4}取得[^，。；]{0,6}(?:进展|突破|成果)|(?:连续梁|箱梁|梁体|结构)[^，。；]{0,8}(?:完成|合龙)|(?:进入|转入)[^，。；]{0,10}(?:铺轨|安装|调试|装修|架梁|掘进)[^，。；]{0,6}阶段|(?:(?:首|第一)[批台]|(?<![0-9])[1一]号)[^，。；]{0,4}机组(?!全)[^，。；]{0,6}(?:并网|投产|发电|投运|投入)(?!于[0-9]{4}年|(?:发电)?[0-9一二两三四五六七八九十]{1,3}周?年)"
)
_STARTED = re.compile(
    r"(?:开工|动工|奠基|破土|(?<!展)开建|启动建设|(?:全面|正式)?开始(?:全面|正式)?建设|(?<!资源)(?<!能力)建设(?:已经?|正式|全面){0,2}启动|建设[^，。；]{0,6}拉开(?:序幕|帷幕))(?:建设|动土|兴建)?(?!率|(?:重[大点])?项目|总数|数|目标|条件|准备|手续|前|以来|许可|令签|报告|后)"
)
# 某某修缮工程|日前在某市正式启动
_SET_GOING = re.compile(
    r"(?:今天|昨天|日前|近日|已经?|[0-9]{1,4}[年月日]|（[^（）]{2,12}）|于|正式|全面|全线|在[^，。；“”]{2,14}?(?=正式|全面|启动|实施)){0,6}启动(?:实施)?(?=[，。；：\n]|\Z)"
)
_WORKS = ("工程", "项目")
_PLANNED = re.compile(
    r"签约(?!入驻|企业|率|[0-9])|签订(?!战略|入驻|了?(?:征迁|征收|搬迁|拆迁|补偿)?协议(?:书)?[0-9])|签署(?!了?[0-9]|战略)|拟建|拟投资|筹建|(?:(?<!按)(?<!按照)计划|预计|力争|拟|将|即将|争取|确保|有望)[^，。；]{0,16}(?:开工|动工|开建|启动建设|启动)|[将拟][^，。；]{0,14}?(?:封闭|围挡|进场)施工(?=$|[，。；])|前期(?:工作|手续|准备)|可行性研究|(?:进入|通过|取得|获得?|完成)(?:了|国家|省|市|初步|项目){0,4}(?:核准|审批|批复|备案)(?:程序|手续)?|获批(?!准)|立项|可研|招投?标|中标(?=$|候选|公示|公告|结果)|批准建设|环境影响(?:评价|报告)|环评(?:公示|批复|审批|报告)|通过(?:专家|技术)?评审|规划设计(?!情况)|规划建设(?!情况|[^，。；]{0,8}[0-9一二两三四五六七八九十](?![^。；]{0,40}(?:前期|手续|审批|报批)))"
)
CEREMONY = re.compile(
    r"(?:项目|工程)?(?:(?:今[天日]|昨[天日]|近日|日前|隆重|在[^，。；]{2,14}?){0,3}(?:举行|举办)了?(?:隆重的?)?)?(?:集中)?(?P<what>开工|奠基|动工|签约|竣工|通车|投产|启用|开业|开园|揭牌|揭幕|投运|投用|落成|开馆)(?:暨[^，。；]{0,8})?(?:仪式|典礼|动员会|活动)"
)
_BY_CEREMONY: dict[str, Status] = {
    "开工": "started", "奠基": "started", "动工": "started", "签约": "planned", "竣工": "completed", "落成": "completed",
    **dict.fromkeys(("通车", "投产", "启用", "开业", "开园", "揭牌", "揭幕", "投运", "投用", "开馆"), "operating"),
}  # fmt: skip
# 将于15日访问甲国，出席某某项目|开工仪式
_WILL_ATTEND = re.compile(r"将(?:于|[^，。；]{0,12}(?:访问|出席|赴))[^。；\n]{0,60}$")
# 建成通车后，两地间的出行时间将由3个多小时缩短至40分钟
_PROMISED = re.compile(
    '[“”"]?(?:将来|未来|届时|待)?(?:全线|全部|全面|整体|工程|项目|线路|大桥|铁路|正式){0,3}'
    "(?P<built>(?:建成|通车|投产|竣工|完工|开通|通航|投运|贯通|运营)(?:通车|投产|投用|投运|运营|使用|通航|发电|并网)?之?后)"
)
# 某某铁路开通后，两小时可到: what is open already
_TO_COME = re.compile("，?[^。；！？\n]{0,40}?(?:将(?!近)|预计|有望)|(?<=建成后)，?可(?=实现|满足|年产|使)")
# 为某某顺利开业保驾护航 tells of no opening
_PURPOSE = re.compile(
    r"保驾护航|奠定[^，。]{0,6}基础|创造[^，。]{0,6}条件|打下[^，。]{0,6}基础|[作做]出了?[^，。]{0,6}贡献|提供[^，。]{0,8}(?:保障|支撑)|(?:储备|谋划|开工|建设|竣工|投产)一批|补水|检修|做准备"
)
# 该厂2010年投运: what stands and is now rebuilt
_HISTORY = re.compile("(?:该|原)[厂院校站库桥闸](?:始?建[成于]|建成|投[用运产])?于?[0-9]{4}年(?![0-9底初])")
_OCCASION = re.compile(
    r"(?P<planned>签约|签订|谋划|储备|招标)|(?P<started>开工|动工|开建|奠基|破土)(?!率)"
    # 当天竣工的还有甲大桥、乙水厂
    r"|(?P<completed>竣工|落成|完工)(?=的(?:还|主要|分别){0,2}(?:有|包括))|(?P<operating>投产|投用|通车|启用)(?=的(?:还|主要|分别){0,2}(?:有|包括))"
    # 全县在建水库3座：甲水库、乙水库
    r"|(?P<under_construction>在建)(?=[^，。；：]{0,12}[座条个家处所]：)"
)


def read_signs(folded: str, piece: Span, ahead: Within[Date], clause: Span | None = None) -> Iterator[Sign]:
    """Yield every sign of a status in a piece of text that tells of one undertaking.

    Args:
        folded: the text, width-folded.
        piece: the piece, half-open.
        ahead: the dates of the text that lie after its publication.
        clause: the clause the piece is of; a wish at its head (确保…) governs the piece.
    """
    start, end = piece
    if _PURPOSE.search(folded, start, end) or _HISTORY.match(folded, start, end):
        return
    ceremony = CEREMONY.match(folded, start, end)
    if ceremony:
        coming = _WILL_ATTEND.search(folded, max(0, start - _LONGEST_AIM), start)
        yield Sign("planned" if coming else _BY_CEREMONY[ceremony["what"]], *ceremony.span())
        return
    wished = clause is not None and is_wished(folded, start, clause[0])
    if wished:
        # 确保某某中心开工建设
        begun = _STARTED.search(folded, start, end)
        yield from (Sign("planned", *begun.span()),) if begun else ()
    # 妇女免费筛查项目启动: a programme
    built = folded.endswith(_WORKS, 0, start) and names_place(folded[max(0, start - _LONGEST_NAME) : start])
    going = _SET_GOING.match(folded, start, end) if built else None
    if going and not ahead.between(*going.span()):
        yield Sign("started", going.end() - 2, going.end())
    for status, pattern in _PATTERNS[-1:] if wished else _PATTERNS:
        for match in pattern.finditer(folded, start, end):
            if _holds(folded, match, status, piece, ahead):
                some = status in _DONE and (
                    _COUNTED.match(folded, match.end(), end) or _SO_MUCH.match(folded, match.end(), end)
                )
                yield Sign("under_construction" if some else status, *match.span())
            elif status == "started" and _is_to_begin(folded, match, piece):
                yield Sign("planned", *match.span())


def _is_to_begin(folded: str, match: re.Match[str], piece: Span) -> bool:
    """Tell whether works that have not begun are to: 年内动工, 明年3月开工; not 二期明年开工, 开工后."""
    # 以此次集中开工为契机
    if folded.endswith("集中", 0, match.start()):
        return False
    later = _LATER_PHASE.search(folded, max(piece[0], match.start() - _LOOKBACK), match.start())
    return later is None and _HYPOTHESIS.match(folded, match.end(), piece[1]) is None


def is_wished(folded: str, start: int, clause: int) -> bool:
    """Tell whether a wish at the head of the clause, or in a clause before, governs a piece from `start` on."""
    if clause < start and _WISHED.match(folded, clause, start):
        return True
    low = start_behind("。\n", folded, clause - _LONGEST_AIM, clause)
    wishes = [wish.end() for wish in _STILL_WISHED.finditer(folded, low, clause)]
    return bool(wishes) and not _TOLD_AS_DONE.search(folded, wishes[-1], start + _NEAR)


_PATTERNS: tuple[tuple[Status, re.Pattern[str]], ...] = (
    ("operating", _OPERATING),
    ("completed", _COMPLETED),
    ("finishing", _FINISHING),
    ("resumed", _RESUMED),
    ("under_construction", _BUILDING),
    ("started", _STARTED),
    ("planned", _PLANNED),
)


def _holds(folded: str, match: re.Match[str], status: Status, piece: Span, ahead: Within[Date]) -> bool:
    """Tell whether a sign is a fact: not 计划…投产, not 投产后, not 首批企业投产 of a whole park."""
    if status == "planned":
        return _NEXT_PHASE.match(folded, *piece) is None
    sentence = folded[max(0, match.start() - _LONGEST_AIM) : match.start()]
    if _GOING_TO.search(sentence):
        return False
    left = folded[max(piece[0], match.start() - _LOOKBACK) : match.start()]
    if _FUTURE.search(left) or _HYPOTHESIS.match(folded, match.end(), piece[1]):
        return False
    if ahead.between(piece[0], match.start()) or (
        match.group().endswith(("进展", "突破", "成果")) and _MEANING.search(left)
    ):
        return False
    if status in _DONE and (
        _of_part(left, match.group()) or _SERVICE.search(left) or _OF_PHASE.search(sentence)
    ):
        return False
    return not (status == "completed" and _of_component(folded, match, piece))


def _of_part(left: str, done: str) -> bool:
    """Tell whether what is done is a part: 首批机组投产, not 四台机组全部投产, 300户全部完工."""
    if _ALL_OF_THEM.search(left + done[:2]) or _ALL_NAMED.match(left):
        return False
    return _PARTIAL.search(left) is not None and not _ALL_UNITS.search(left)


def _of_component(folded: str, match: re.Match[str], piece: Span) -> bool:
    """Tell whether only a part was completed: 顶板浇筑全部完工."""
    if _PART_AS_A_WHOLE.search(folded, piece[0], match.start()):
        return True
    if match.group().startswith("工程") and _PART.search(folded, piece[0], match.start()):
        return True
    # 某某小区|改造完工: the works themselves
    if _WHOLE.match(match.group()) or _DEED.fullmatch(folded, piece[0], match.start()):
        return False
    left = re.sub(
        r"(?:已经|已|均|都|目前|于|[0-9]{1,4}[年月日底]{1,2}|去年|今年|[今昨][天日]|日前|近日){1,8}$",
        "",
        folded[piece[0] : match.start()],
    )
    return bool(
        re.search(
            r"(?:建设|浇筑|施工|安装|铺设|改造|厂房|设备|管网|路面|路基|桥面|主塔|桥墩|隧洞|构造|涵洞|梁板|土建|基础)$",
            left,
        )
    )


def find_promised(folded: str, piece: Span) -> Span | None:
    """Return the words of what is to come once works are built, at the head of a piece: 建成通车后，两地间将….

    >>> text = "全线建成后，两地将半小时直达"
    >>> find_promised(text, (0, 5)), find_promised("建成后一直使用", (0, 7))
    ((2, 5), None)
    """
    match = _PROMISED.match(folded, *piece)
    return match.span("built") if match and _TO_COME.match(folded, match.end()) else None


def strongest(signs: Iterator[Sign] | Sequence[Sign]) -> Sign | None:
    """Return the sign whose status is farthest along, the first of several."""
    return min(signs, key=lambda sign: (RANK.index(sign.status), sign.start), default=None)


def read_occasion(folded: str, start: int, end: int) -> Sign | None:
    """Return what the last occasion before a name was: 签订合作项目4个…分别是 makes the items planned."""
    found = [
        match
        for match in _OCCASION.finditer(folded, start, end)
        # 计划明年3月开工；另一项目…: what is to come is no occasion
        if match["planned"]
        or not _FUTURE.search(folded[max(start, match.start() - _LOOKBACK) : match.start()])
    ]
    if not found:
        return None
    return Sign(cast("Status", found[-1].lastgroup), *found[-1].span())


def dates_ahead(dates: Sequence[Date], published: date | None) -> Within[Date]:
    """Return the dates that lie wholly after the day of publication."""
    today = published.isoformat() if published else "9999"
    return Within(day for day in dates if (start := day.interval.start) and start > today)
