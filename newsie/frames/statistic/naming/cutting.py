"""What the reader took for names, cut to the names it holds (提及的修整).

A model may take a clause for an organisation: 某镇引导合作社, 某检方强制搜查某党.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from newsie import patterns as re
from newsie.frames.statistic.figures.words import either, verb_at, words
from newsie.frames.statistic.naming.kinds import COMMON, LONGEST_COMMON, ORGANISES
from newsie.lexicon import layered
from newsie.reader.organizations import places
from newsie.reading import Mention

BARRIER = frozenset(
    '由的了是在从向以对为由使让此其将已到赴至于占等，；。：、！？“”"《》有及把被我你他们这那与该兼则每给还却仅若曾没又很\n'
)
"""The characters that no name holds, but for the words of `_NO_BARRIER`."""
_NO_BARRIER = ("有限", "和平", "和谐", "和美", "和顺", "和睦", "兼善", "兼济")
_NA = re.compile("那(?![个些种样里么边时儿年天座条名位家次])[\u4e00-\u9fff]{1,2}[县镇乡村屯市]")
_RULES = frozenset("规准守细原法总喀")
# 给水, 供给, 退还 and 若羌 are parts of names, 每, 仅 and 又 of none
_BOUND = re.compile(
    "给(?=排?水|养)|(?<=[供补配自])给|还(?=[乡款原贷迁房建])|(?<=[归返偿退])还|若(?=[羌尔])|(?<=[般杜])若|曾(?=[都母家厝])|没(?=收)|(?<=[冷退])却"
)
_LOOSE = frozenset("给还却若曾没")
NO_START = re.compile(
    r"几乎|尽管|那么|如果|更好|事后|愿为|愿意|仍[将在需有可然]|被(?!服|子)|较(?!场)|可能|无法|[这那]款|要是|自(?=[\u4e00-\u9fff]{2,8}(?:公司|集团|银行))(?![由来然治主强动])|[建修盖](?=[0-9])|修通|周边|恳请|作为|建议|光(?=[\u4e00-\u9fff]{2,10}一[家个])|通报(?=[全我本各]|[^，。；]{2,6}[市县区])|上市公司|生均|人均|户均|抢[通修抓]|紧紧|牢牢|弘扬|绕(?![阳城])|严禁|咱们?|首[条座台个栋家]|[一二三两][台套栋家](?![山子店堡营]|[一-鿿]?[镇乡村县])|(?:行政|自然)村(?!的)|增开|加开|[东西南北]距|创(?!新|业|意|维|投|客|业板)|依据|带[您你]|最新|指控|利用|一[架座条辆艘个]|航拍|俯瞰|随着|因(?!特)|度(?=[城全该我本])|拔掉|经(?![开济贸纬])|[据按另及与并但而也还有每请让使把]|都(?!江堰|匀|昌|兰)|建设(?!局|厅|委|部|银行|兵团|集团|公司|路|街|村|镇|乡|社区|办|工程|投资|股份|集团|用地)|[我你他她]们|选址|地处|[东西南北](?:接|起|临|靠)(?![村镇乡新])|[东西南北](?:抵|至(?!县))|受(?=[^，。；\n]{2,30}影响)|核准|批准|搭乘|往返|参照|免除|踏访|主政|高度评价|摘得|呈报|接应|给(?=中|全|国)|记者(?!协会|站|之家)|从(?![化江台])|驻该(?![\u4e00-\u9fff]{0,4}(?:工作队|书记))|执法人员|工作人员|医务人员|(?:办案)?民警(?!支队)|起[于自点]|止于|途经|连接|连通|过去|以前|从前|往年|往日|如今|原来|原先|新建|提升|推进|发展(?!改革|研究|中心|和改革|集团|公司)|扩建|改建|改扩建|改造|治理|整治|检查|加快|投放|强化|加强|深化|完善|优化|巩固|促进|实施|抓好|做好|突出|聚焦|距离|缓解|改善|解决|减轻|破解|加大|提高|助推|结合|稳妥|围绕|依托|统筹|全力|重点|大力|扎实|全面|深入|切实|积极|着力|狠抓|持续|不断|进一步|有效|打造|搭建|共建|占比|震中|参合|附近|来认识|认识|撤销|家住|率(?=[省市县区国])|驻(?=[\u4e00-\u9fff]{2,6}[村乡镇])|通往|赶往|召开|举行|设立|协调|个别|整个|开车|新入园|新开工|新改建|新改扩建|配合|发挥|服务(?=社区|居民|群众|企业|农[户民]|周边|沿线)|引起|引发|引进(?!种)|引入|招引|覆盖|谴责|关停|引导|培育|规划建设|建成|推出|鼓励|支持|帮助|带动|推动|拉动|力促|启动|继续|确保|完成|属于?(?=[大中小][型（一二I(])|现任|拟任|原任|曾任|历任|普通(?=[中小高]|高中)|新进(?=项目|企业)|今年设|设(?=提升|收购|泵|有|在)|PCT|审定|制定|编制|公布|印发|规定|始终|一直|曾经|随即|记得|非常感谢|现(?=全[省市县区]|已|有)|自(?=[0-9])|一[支批所处名](?=[\u4e00-\u9fff]{3})"
)
"""What no name begins with."""

_NO_MENTION = re.compile(
    r"受(?=[^，。]{2,}委)|[这那该][家个所座]|到(?=[^，。]{2,}(?:公司|集团|[局院厂校镇乡村县区市]$))|[我你他她咱]们?|通往|前往|赶往|选址|[止起]于|太阳"
)
_CAUSES = re.compile("[\u4e00-\u9fff]{4,20}?使(?![馆者用命节徒团领])")
# 地震导致市政厅, 国家修编某某工程
_DOES = re.compile(r"导致|造成|冲毁|损坏|燃起|修编|紧急安排")
_UNIT = re.compile("[市县镇乡村]")
BUILDS = (
    "(?:新改扩建|新改建|改扩建|新建|改建|扩建|修建|重建|迁建|复建|翻建|改造|修缮|维修|升级)"
    "(?=了?(?![^，。；、\\n]{0,16}?(?:项目|工程)|(?:[区县镇]|乡(?!镇))(?![级域])|[村路街](?![级民内道灯口卫文]))[^，。；、：（）\\n0-9一二两三四五六七八九十]{2,12}?(?:[0-9两三四五六七八九十]|[近约共各超逾一]{1,2}[0-9一二两三四五六七八九十]))"
)
"""Building, told with how many: 县教体局|新建幼儿园6所, but 县医院扩建工程."""
_BUILT = re.compile(
    f"(?<=[局委厅院办会队司处府所校学馆社省市县区州旗镇乡村]){BUILDS}"
    # 甲地组织26万名党员, 甲地加快布局新产业
    "|(?<=[\u4e00-\u9fff]{2})(?:组织(?=[近约超]?[0-9])|(?:加快|扎实|大力|持续)(?=[\u4e00-\u9fff]{2}))"
)
_LONGEST_COUNT = 4
_SHORTEST_CUT = 3
# 某市已|办市场, 某镇这|家学校: no name holds them
_NEVER = re.compile("[了已把这该你们此]|(?<![其吉])他|(?<![如以])是|始终|一直|曾经|随即")
_ADVERBS = frozenset("还也已正仍都")
_ENDS = frozenset("局委厅院办站镇乡村县区市会队所校馆店社厂司行团部处省州旗学防警")
# 水果等慰问品和|县妇联: a list that ends in front of the name
_LISTED = re.compile("[^，]{1,14}(?<![高中初优同平])等(?![级离])[^，]{0,6}[和与及]")


class Cut(NamedTuple):
    """The mentions of a text, as far as they are names.

    Attributes:
        longest: the longest that begins at each place.
        clauses: where more than a name was taken for one, whose end cannot be told.
    """

    longest: dict[int, Mention]
    clauses: frozenset[int]


def cut_mentions(string: str, mentions: Iterable[Mention]) -> Cut:
    """Return the mentions of a text without what is no name, each cut where a doing begins."""
    longest: dict[int, Mention] = {}
    clauses: set[int] = set()
    for mention in mentions:
        cut = mention if mention.label == "PERSON" else _cut(string, mention)
        if cut is None:
            continue
        if cut.end == cut.start:
            clauses.add(cut.start)
        elif cut.start not in longest or cut.end > longest[cut.start].end:
            longest[cut.start] = cut
    return Cut(longest, frozenset(clauses))


def _cut(string: str, mention: Mention) -> Mention | None:
    """Return a mention as far as it is a name: None where it is none, empty where its end cannot be told."""
    if _is_clause(string, mention.start, mention.end):
        return None
    caused = (
        (
            _CAUSES.match(string, mention.start, mention.end - 1)
            or _LISTED.match(string, mention.start, mention.end - 2)
        )
        if mention.label == "ORG"
        else None
    )
    # 多年教学经验使某某大学在国外影响很大
    start = caused.end() if caused else mention.start
    # 乌兰河市依托, 某国检方强制搜查某党: the name ends where the doing begins
    blocked = _blocked().search(string, start + 1, mention.end)
    # 县教体局|新建幼儿园6所: how many stands behind what was taken for a name
    built = _BUILT.search(string, start + 1, mention.end + _LONGEST_COUNT)
    never = _NEVER.search(string, start + 1, mention.end)
    ends = [found.start() for found in (blocked, built, never) if found and found.start() < mention.end]
    if not ends:
        return mention._replace(start=start) if caused else mention
    end = min(ends)
    # 理财产品还|是各家银行: what stands in front is no name either
    if never and end == never.start() and string[end - 1] not in _ENDS:
        end = start
    # 某省还|率先打造
    end -= end > start and string[end - 1] in _ADVERBS
    # 哈密|加快布局
    if string[start:end] in places():
        return mention._replace(start=start, end=end, label="PLACE")
    return mention._replace(start=start, end=end if end - start >= _SHORTEST_CUT else start)


def _is_clause(string: str, start: int, end: int) -> bool:
    """Tell whether what was taken for a name is more: 我们公司, 通往某镇, 某镇引导合作社."""
    if _NO_MENTION.match(string, start, end) or NO_START.match(string, start, end - 2):
        return True
    if _DOES.search(string, start, end) or ORGANISES.search(string, start, end):
        return True
    if end - start <= LONGEST_COMMON and COMMON.search(string, start, end):
        return True
    # 走遍|全市旗县, 吸收|某国某公司, but 派出|所
    verb = verb_at(string, start, end)
    if start < verb < end - 1 and string[start:verb] not in words("nominal") and string[start:verb] != "钓鱼":
        return True
    # 镇村服务站|点126个
    if string[end - 1] == "站" and string.startswith("点", end):
        return True
    for unit in _UNIT.finditer(string, start + 1, end - 2):
        stop = verb_at(string, unit.end(), end)
        if unit.end() < stop < end and string[unit.end() : stop] not in words("nominal"):
            return True
    return False


@layered
def _blocked() -> re.Pattern[str]:
    """Return the pattern of words that no name holds: 某检方|强制搜查|某党."""
    return re.compile(
        either("blocker")
        + "|(?<=[委部局厅院署省市县区镇])将(?![军相领士才来])"
        # 溪源乡在中心小学, 金湖区向南勐县, 工作队协调市供销社
        + "|(?<=[省市县区镇乡村旗队司园局委厅院所])(?:[在是](?![线建])|向(?![阳荣前明东西南北上])|[为把给](?=[\u4e00-\u9fff]{2})|向(?=[东西南北][\\u4e00-\\u9fff]{1,2}[县市区]))"
        # 青山县共新建学校, 某某协会命名某馆, 市中心搭乘车辆
        + "|(?<=[省市县区州旗镇乡村局道办队])共(?=新建|改建|改造|建成|修建|投入|完成|实施|整治|组织|出动|发动)|(?<=[会央委厅局部])命名(?!办|委)|搭乘|往返|(?<=[局部署厅院])[说称](?!号)|(?<=[心会局委部])(?:举行|召开)"
        # 某委启动第二批基地, 某桥主桥合龙, 某海关推广铁路, 某某大赛由教育部
        + "|(?<=[\u4e00-\u9fff]{2})(?:启动(?!区|仪式|会|活动)|提前(?!批)|援引|指责|下达|合龙|赋能|参照|推广(?!站|中心|会|办|部|总站)|凭借|身处|跟随|作为|列装|调派|派遣|蹚出|潜入|则被|愿同|传承(?!基地|人|中心|馆|所|学|协|体)|建成(?!区))|(?<=[赛会展堂校院厂园场馆楼店])由(?!路)"
        # 村党支部领办某合作社, 某局派出某工作组, 某局联合某局, 某馆将在一楼, 某局对全县某校
        + "|(?<=[\u4e00-\u9fff]{2})(?:领办|派出(?!所|机构|法庭|机关))|(?<=[局委厅院办站镇乡村会队所校馆])(?:(?:联合|会同)(?![会国办体社党总])|将(?=[在于])|对(?=[全各辖本]))"
        # 某地石化生产航煤, 某某油田新增产能
        + "|(?<=石化|炼化|油田)(?:生产|加工|销售|新增|完成|实现|累计|检修)"
        # 某某航空港|年旅客吞吐量
        + "|(?<=[港站场厂矿库])[年日](?![夜光场山货报])"
        # 市书店对农村供销社, 某某局为某某镇, but 对外联络部
        + "|(?<=[局委厅院办站镇乡村会队所校馆店社厂司行团处])(?:对(?![外台口接抗])|为(?![民主农])|给(?!排?水|养))(?=[\u4e00-\u9fff]{2})"
        # 青山县整合驻村干部
        + "|(?<=[省市县区州旗镇乡村])整合(?=[\u4e00-\u9fff]{2})"
        # 工作队协调市供销社
        + "|(?<=[队组])协调(?=[省市县区镇乡])"
        # 平绕村距乡政府16公里
        + "|(?<=[省市县区镇乡村])距(?!离)"
        # 开发区建成区扩大
        + "|(?<=[区县城])建成区"
        + "|(?<=组)(?:巡察|督导|督查|暗访|走访)(?=[全省市县区镇乡])"
        + "|协调(?![办委会处组局中]|小组|机制)|引进(?![办处局]|中心)|现场推进|直奔|请来|(?<=[镇乡村县区市])(?:[早中晚]稻|小麦|油菜|水稻|玉米)|设立(?!的)"
    )


def is_in_name(string: str, at: int) -> bool:
    """Tell whether a character that ends names is part of one: 有限公司, 和平县, 那坡县, 规则, 日喀则."""
    if string[at] == "则":
        return string[at - 1 : at] in _RULES
    if string[at] == "那":
        return _NA.match(string, at) is not None
    if string[at] in _LOOSE:
        return _BOUND.match(string, at) is not None
    return string.startswith(_NO_BARRIER, at)
