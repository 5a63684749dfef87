"""Nouns without a name that are a clause's own subject: 检查组共检查企业16家, 被告人被处罚金3000元 (通名主语)."""

from __future__ import annotations

from collections.abc import Sequence

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Clause
from newsie.frames.statistic.naming.cutting import NO_START
from newsie.frames.statistic.naming.kinds import has_verb
from newsie.frames.statistic.naming.names import Name
from newsie.text import Span

_GROUPS = "(?:检查|督查|督导|调研|考察|专家|验收|巡查|暗访|专案|攻坚|巡察|评审|救援|医疗|帮扶|核查|审计|抓捕|办案)组(?=[共先随已累又还分对深逐在采将现当前走])"
_PARTIES = "(?:被告人|犯罪嫌疑人|被执行人|受害人|(?:犯罪|诈骗|盗窃|作案)团伙)(?=[因被在将把使用以先共多已见利流驾当于通伪窜采])"
# “金秋助学”活动累计筹款1200万元
# 仅某某硅业一家就用电6亿千瓦时, 光石桥村一个村
_ALONE = re.compile(
    "(?:光|单|仅)?(?:是)?(?P<who>(?!我|这|该|其|他|她|你|此|本|一|每|全)[一-鿿]{2,10}?)一(?:家(?:企业|公司|厂|店)?|个?[村镇乡县市区])(?P<rest>便?就|便|今年|去年|年|已|达|完成|[用交发])"
)
_LONGEST_ALONE = 16
# 西泡子曾是有名的臭水泡: what has a name that ends in nothing that names end in
_STANDS = re.compile(
    "(?P<what>(?!项目|工程|企业|公司|学校|医院|小区|村民|全|该|本|其|我|他|她|它|这|那|震中|地点|大家|自己|不少|许多|很多|如今|曾经|以前|过去)[一-鿿]{3,7}?)(?:曾(?:经?是|为)|始建于|坐落[于在]|地处)(?=[一-鿿“0-9])"
)
_LONGEST_STANDING = 12
_SUMMED = re.compile(
    "(?:[2-9]|[一二两三四五六七八九十])个?(?:乡镇|镇街|街道|县区|县市|[市县区镇乡村旗]|社区|园区|景区)(?![级长委域民里属直城之间])(?=[\u4e00-\u9fff])"
)
# 学生公寓4栋, not 某某产业园8个项目集中开工
_OF_RANK = ("国家级", "省级", "市级", "县级", "区级")
_PIECES = frozenset("个项处座所家条栋幢间")
_CLOSES = re.compile("[、，；。（]|已|建[至成到]|完[成工]|主体|封顶|全部|正在|投[产用入]")
_DRIVE = re.compile(
    "“[^“”，。\\n]{2,14}”(?:[\u4e00-\u9fff]{0,6}?(?:活动|计划|平台|热线|系统|小程序|食堂|课堂|调解室|工作室|驿站|志愿服务队|直播间|餐厅))(?=累计|共|已|先后|自|覆盖|惠及|吸引|接待|服务|注册|开展以来|实施以来|上线|成立|今年|去年)"
)
# what the rules set for each of them
_ENTITLED = (
    "(?:参[合保](?:农民|居民|人员|职工|群众)|居民|学生|农户|村民|市民|乘客|游客|考生|患者|旅客|业主|用户|老人|儿童)"
    "(?=(?:卧室|室内|家中|起居室)[^，。；]{0,8}温度|室温|供[热暖水气][价费]|住院[^，。；]{0,4}报销|自己只?|只[需要用花掏]|仅需|每[人天日月年次学][^，。；]{0,6}[只仅需缴交补])"
)
# 垦区累计投入31亿元: of the one told of before, whose name may end in nothing that names end in
_GROUNDS = "[垦矿林牧灌油]区(?=[共累已先又还今去将投建])"
# “长河科考队”经过两年努力
_TEAM = re.compile(
    "“[^“”，。\\n]{2,16}(?:队|团|小组|联盟|协会|中心)”(?=经过?|历时|共|累计|已|先后|自|开展|出动|走访|深入|行程|收集)"
)
_NOUNS = re.compile(f"(?P<group>{_GROUPS}|{_GROUNDS})|{_PARTIES}|{_ENTITLED}")


def alone(string: str, start: int, end: int) -> tuple[Name, int] | None:
    """Return the one of several that is singled out at `start`, and where its words end.

    >>> alone("蒙源硅业一家就达到6亿千瓦时", 0, 9)
    (Name(start=0, end=4, kind='body'), 6)
    """
    if string.find("一", start, min(end, start + _LONGEST_ALONE)) < 0:
        return None
    single = _ALONE.match(string, start, end)
    if single is None:
        return None
    return Name(*single.span("who"), "body"), single.start("rest")


def common(string: str, start: int, end: int) -> Name | None:
    """Return the noun without a name at `start` that is who a clause is about.

    >>> common("检查组共检查企业", 0, 8), common("居民存款", 0, 4)
    (Name(start=0, end=3, kind='body'), None)
    """
    drive = _DRIVE.match(string, start, end) if string.startswith("“", start) else None
    if drive:
        return Name(*drive.span(), "works")
    if team := _TEAM.match(string, start, end):
        return Name(team.start() + 1, team.end() - 1, "body")
    if noun := _NOUNS.match(string, start, end):
        return Name(*noun.span(), "body" if noun["group"] else "person")
    return None


def standing(string: str, start: int, end: int) -> tuple[Name, int] | None:
    """Return what a clause tells where or since when it stands, or what it was: 西泡子曾是有名的臭水泡.

    >>> standing("西泡子曾是有名的", 0, 8), standing("这里曾是荒滩", 0, 6)
    ((Name(start=0, end=3, kind='works'), 3), None)
    """
    near = string[start : min(end, start + _LONGEST_STANDING)]
    if "曾" not in near and "始建" not in near and "坐落" not in near and "地处" not in near:
        return None
    stands = _STANDS.match(string, start, end)
    if stands is None or NO_START.match(string, start) or has_verb(string, *stands.span("what")):
        return None
    return Name(*stands.span("what"), "works"), stands.end("what")


def sum_end(string: str, each: Sequence[Span], at: int) -> int | None:
    """Return where the words end at `at` that sum up several places: 汝阳、渡河两县, 河湾、新庄、甘沟3个乡镇.

    >>> sum_end("汝阳、渡河两县都在", ((0, 2), (3, 5)), 5), sum_end("汝阳县都在", ((0, 3),), 3)
    (7, None)
    """
    summed = _SUMMED.match(string, at) if len(each) > 1 else None
    return summed.end() if summed else None


def is_counted(string: str, name: Name, at: int, clause: Clause) -> bool:
    """Tell whether a name, which ends at `at`, is the kind of thing that the first figure counts: 先进制造业项目24个, 乡镇卫生院9所."""
    first = clause.figures[0] if clause.figures else None
    # 国家级旅游休闲街区11家; 石桥县3个 is the county's
    kind = name.kind in ("works", "body") or string.startswith(_OF_RANK, name.start)
    if first is None or first.span[0] != at or not kind:
        return False
    return first.unit in _PIECES and _CLOSES.match(string, first.span[1]) is not None
