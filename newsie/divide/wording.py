"""What the words of a headline's line say: an organisation, an order, a slogan, the beginning of a longer line."""

from __future__ import annotations

from newsie import patterns as re
from newsie.lexicon import layered, words

ORDERS = re.compile(r"(?:强调|指出|要求|表示|提出|时说|希望|寄语|勉励|叮嘱|部署|研究确定|研究决定)$")
HELD = re.compile(r"(?:召开|举行|开幕|闭幕|揭牌|启动|开班|落幕|成立|揭晓|签约|开工|通车|投产)$")
_PRESENT = re.compile(r"(?:出席|列席|主持|参加|讲话|致辞|陪同)")
# 某某主持会议
_PRESIDES = re.compile(
    r"[\u4e00-\u9fff·]{2,4}(?:主持(?:会议|召开会议)?|出席(?:会议|活动)?并讲话|出席会议|作动员讲话)"
)
# 某某作政府工作报告 某某主持
_REPORTED = re.compile(r"作[^\s]{0,12}报告\s[^\s]{2,4}主持$")
# 平稳开局, 督办, 场所, 全部 end like a body's name and are none
_NO_ORGAN = re.compile(
    r"(?:[上夜菜集股楼车花早]市|[开格布结全大破僵棋]局|[督主举承创协筹包]办|[场厕住]所|[全干内外局东西南北中]部"
    r"|[进入到奔当变][^\s]{0,3}(?:法庭|渔港|水库|口岸|水厂|电厂|卫生院|福利院)|[农乡新]村|[进入到奔][山乡农新]村|[城乡]镇|[为以].{1,6}中心|驿站|(?<!火)车站)$|^(?:[把让将]|以(?!色列))|建成|打造"
)
_DONE = re.compile(r"(?:审议|讨论|调研|视察|检查|督导)[\u4e00-\u9fff]{0,6}$")
# 上半年我市自营出口增长14.2% has its own beginning
PERIOD = re.compile(
    r"(?:上半年|下半年|今年|去年|全年|本月|首季|[0-9]{1,2}(?:[至—-][0-9]{1,2})?月份?|[前首][0-9一二三四五六七八九十]{1,3}(?:个月?|季度?)|[一二三四]季度)"
)
# 市人大常委会检查 / 大气污染防治法实施情况: the second line is what was inspected
_OPEN_END = re.compile(r"(?:检查|视察|调研|考察|督查|督导|督办|听取|审议|推进|部署|违反|违背|查处|处理)$")
_OBJECT = re.compile(r"^[^，。\s]{2,20}(?:情况|工作|项目|建设|报告|问题|案件|案例)$")
# 我市在深圳举办 / 电子信息产业招商推介会; 去年我市城镇居民人均 / 可支配收入13826元: no headline ends so
_BROKEN_OFF = re.compile(
    "(?:(?<![会式动赛展节班议重利满功])(?:举办|举行|召开)|人均|平均|同比|获得|荣获|入选|关于|[的和与及在为将被让对向从])$"
)
_NAMED_SO = re.compile("主题(?:教育|党日|活动|实践)|专项(?:行动|整治|斗争)|系列活动|学习教育|专题")
# 扎实推进移民搬迁 / 安置点建设
_PURSUED = re.compile("(?:推进|加快|抓好|加强|做好|开展)[\u4e00-\u9fff]{2,6}$")
_SHORT_OBJECT = re.compile("[\u4e00-\u9fff]{2,6}(?:建设|工作|项目|改造|治理|发展)$")
# 市防指紧急会商 / 部署新一轮强降雨防御: who does it stands in the line above
_DOES = re.compile("部署|研究|安排|传达|审议|听取|学习|贯彻|动员")
# 全旗保障性安居工程 / 建设推进会召开
_MATTER = re.compile(r"[^，。\s]{4,14}(?:工程|工作|项目|行动|产业|改革|事业)$")
_HELD_FOR = re.compile(
    r"(?:建设|推进|动员|部署|总结|调度|现场|表彰|座谈)[\u4e00-\u9fff]{0,4}(?:会议?|仪式)(?:召开|举行)$"
)
# 某县第十八届人民代表大会 / 第一次会议隆重开幕
_BODY_IN_SESSION = re.compile("(?:大会|委员会|常委会|政协)$")
_NTH_SESSION = re.compile("第[一二三四五六七八九十百0-9]{1,4}次")
_LITTLE_LONGER = 4
# 某某在沅水防汛一线检查指导 / 抗洪救灾工作时要求
_THERE = re.compile("(?:检查|指导|调研|视察|督查|督导|慰问|走访)$")
_WHILE = re.compile("(?:工作|情况|项目|建设)?时(?:强调|指出|要求|表示|提出|说)$")
# 某区党政代表团到我县 / 考察扶贫协作工作
_CAME = re.compile(r"[到来赴]我?[省市县区州盟旗镇乡]$")
_CAME_TO = re.compile(r"(?:考察|调研|视察|检查|督查|督导|学习|走访|慰问|对接|洽谈)")
# 研究部署双联行动 / 市委常委会召开会议
_AGENDA = re.compile(r"(?:研究|传达|学习|部署|审议|听取|安排|讨论)")
IN_SESSION = re.compile(r"(?:召开|举行)[^，\s]{0,8}会议?$")
_GROWN = re.compile(r"(?:增长|下降|增幅达?|突破|超)[0-9][^\s]{0,6}$")
TOLD_SUM = re.compile(r"(?:突破|达到?|超过?|增长|下降)[0-9.]{1,8}[万亿]?(?:元|%|个百分点)$")
_TURNED = re.compile(r"[^\s]{2,6}了(?:\s[^\s]{2,6}了){1,3}")
_DAY_NAMED = re.compile(r"[0-9]{1,2}月[0-9]{1,2}日")
_URGED = re.compile(r"[把让将]")
# 绷紧防火弦, 抢抓有利时机, 坚决打赢这场硬仗: what was urged, with nobody who does it
_URGES = re.compile(
    r"(?:[抓守做办建打用管护]好|[抓守夯筑压扛绷拧]牢|[压落夯做抓]实|[绷拧盯]紧|守[住护]|打[响造赢]|[叫唱]响|抢抓|掀起|凝聚|汇聚|锚定|紧盯|紧扣|聚焦|立足|围绕"
    r"|确保|推[动进]|加[快强]|提[升高]|全[力面]|切实|坚[决定持]|奋力|着力|大力|努力|扎实|持续|深入|以(?!来)|把|让|要(?!闻)|在[^，\s]{2,10}中[^，\s]{2,8}$|不断|全方位|高标准|高质量)"
)
# 绷紧防火弦 守好绿草原 after 某某督查森林防火工作
_SEEN_TO = re.compile(r"调研|视察|检查|督[查导办]|走访|慰问|暗访|现场办公|观摩|巡查|座谈|会见|专题党课")
_TOGETHER = re.compile(r"[与和同][^\s]{3,16}$")
_SIGNED = re.compile(r"(?:签[署订约]|共建|达成|携手|开展|建立|联合)")
_BRACKETED = re.compile(r"（[^（）]{4,80}）$")
DASH = re.compile(r"^[—－\-–]{1,2}")
_CLAUSES = re.compile(r"[^\s，。]{3,9}(?:\s[^\s，。]{3,9}){1,3}")
POINT = re.compile(r"[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.]|[●■◆▲]")
"""How a numbered line begins: 一、报名条件."""

DIGIT = re.compile(r"[0-9]")
_QUOTES = re.compile('[“”"‘’]')
_ORGAN_LENGTH = 16
_RUNNING = frozenset("，。“”！？《》")
TOPIC = re.compile(r"(?:聚焦|关注|走进|探访|透视|解读)[^，。\s]{2,12}$")
"""What a series of stories is about, over the headline: 聚焦某某督察."""

COLUMN_LENGTH = 4
"""The name of a column over headlines has no more characters: 委员声音."""


def is_organ(string: str) -> bool:
    """Tell whether a line is the name of a body or place, as it stands beside a headline.

    >>> is_organ("某某区应急管理局"), is_organ("筑牢安全防线 守护百姓幸福")
    (True, False)
    """
    plain = "".join(string.removesuffix("：").split())
    if not plain.endswith(_organ_endings()) or not 2 < len(plain) <= _ORGAN_LENGTH or " " in string.strip():
        return False
    return not _RUNNING.intersection(plain) and _NO_ORGAN.search(plain) is None


@layered
def _organ_endings() -> tuple[str, ...]:
    return tuple(words("organ_suffixes.txt"))


def goes_on(first: str, second: str) -> bool:
    """Tell whether a line is only begun: 市人大常委会检查 / 某某法实施情况, 某区代表团到我县 / 考察扶贫协作工作."""
    if " " in first:
        return False
    inspected = _OPEN_END.search(first) and _OBJECT.search(second)
    came = _CAME.search(first) and _CAME_TO.match(second)
    # 我市与某某大学 / 签署战略合作协议
    signed = _TOGETHER.search(first) and _SIGNED.match(second)
    pursued = _PURSUED.search(first) and _SHORT_OBJECT.fullmatch(second)
    while_there = _THERE.search(first) and _WHILE.search(second)
    done = _DOES.match(second) and not HELD.search(first) and len(second) <= len(first) + _LITTLE_LONGER
    return bool(
        inspected
        or came
        or signed
        or pursued
        or while_there
        or (_MATTER.fullmatch(first) and _HELD_FOR.fullmatch(second))
        or (_BODY_IN_SESSION.search(first) and _NTH_SESSION.match(second))
        or (done and " " not in second)
        # 市委“不忘初心、牢记使命” / 主题教育读书班开班
        or (first.endswith("”") and _NAMED_SO.match(second))
        or _BROKEN_OFF.search(first)
    )


def held_over(first: str, second: str) -> bool:
    """Tell whether what a meeting was about stands over it: 研究部署双联行动 / 市委常委会召开会议."""
    return _AGENDA.match(first) is not None and IN_SESSION.search(second) is not None


def begins_anew(first: str, second: str) -> bool:
    """Tell whether a line says something of its own, with figures or days, under a headline.

    我市举办产业推介会 / 现场签约项目11个 总投资46.7亿元; 考生顺利完成高考 / 成绩预计6月23日公布.
    """
    if _TURNED.fullmatch(second) and " " not in first:
        return True  # 金融运行平稳 / 存款多了 贷款活了
    if DIGIT.match(second) or PERIOD.match(second) or _DAY_NAMED.search(second):
        return True
    # 经济实现“开门红” / 地区生产总值同比增长8.3%; 补贴发放突破600万元 / 冰箱、彩电最受青睐
    if (_GROWN.search(second) and not DIGIT.search(first)) or TOLD_SUM.search(first):
        return True
    return " " in second and " " not in first and DIGIT.search(second) is not None


def urged_under(first: str, second: str) -> bool:
    """Tell whether what was urged stands under what was done: 书记参加某代表团审议 / 把某县建成工业强县.

    So it does under what was held or seen to: 全县推进会召开 / 坚决打赢这场硬仗; 某某督查水利建设 / 抢抓晴天 加快进度.
    """
    if second.startswith("把"):
        return "把" not in first and " " not in first
    if _URGED.match(second) and _DONE.search(first):
        return True
    told = " " not in first and (HELD.search(first) or _SEEN_TO.search(first)) and not is_slogan(first)
    return bool(told and not _SEEN_TO.search(second) and (_URGES.match(second) or is_slogan(second)))


def is_told_of(first: str, second: str) -> bool:
    """Tell whether what was done stands under what was urged: 让老人享受幸福晚年 / 某某调研养老服务工作."""
    urges = is_slogan(first) or (_URGES.match(first) and " " not in first)
    told = " " not in second and _SEEN_TO.search(second) and not _URGES.match(second)
    return bool(urges and told and not _SEEN_TO.search(first))


def is_couplet(first: str, second: str, *, uneven: int = 0) -> bool:
    """Tell whether two lines are the halves of one slogan: 以最严要求抓整改 / 以最实举措促攻坚.

    They are of one length; `uneven` is by how much they may differ: 国税地税联合办税 / 群众少跑冤枉路.
    """
    halves = f"{first} {second}"
    if " " in first or " " in second or DIGIT.search(halves) or is_organ(first) or is_organ(second):
        return False
    if urged_under(first, second) or any(
        stands_alone(line) or HELD.search(line) or _SEEN_TO.search(line) for line in (first, second)
    ):
        return False
    # 握惯套马杆的手 / 握住了方向盘
    uneven = max(uneven, int(first[:1] == second[:1]))
    even = 0 < abs(len(first) - len(second)) <= uneven and _CLAUSES.fullmatch(_QUOTES.sub("", halves))
    return (
        bool(even)
        or is_slogan(halves)
        or (first.startswith("以") and re.match("推[动进]|促", second) is not None)
    )


def stands_alone(string: str) -> bool:
    """Tell whether a line is one of its own: who urged what follows, a subhead."""
    return bool(ORDERS.search(string) or DASH.search(string) or is_subhead(string))


def is_subhead(string: str) -> bool:
    """Tell whether a line can be nothing but a subhead: ——记某某村医生, 某某出席 某某主持."""
    return (
        bool(DASH.match(string) or _BRACKETED.match(string))
        or len(_PRESENT.findall(string)) > 1
        or (bool(_PRESENT.search(string)) and len(string.split()) > 2)
        or bool(_REPORTED.search(string) or _PRESIDES.fullmatch(string))
    )


def is_slogan(string: str) -> bool:
    """Tell whether a line is clauses of one length: 稳字当头 稳中求进, 转作风 提效能 开新局."""
    plain = _QUOTES.sub("", string)
    return _CLAUSES.fullmatch(plain) is not None and len(set(map(len, plain.split()))) == 1
