"""Members of a list of works that stand, though their nouns end names everywhere: 天润新城, 尚品国际, 滨江一号.

>>> stands("天润新城"), stands("滨江一号"), stands("垃圾清运"), is_deed("街巷硬化")
(True, True, False, True)
"""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.project import status
from newsie.frames.project.naming import is_common, is_own
from newsie.frames.project.words import heads, trade
from newsie.lexicon import layered
from newsie.literals.amounts.numerals import parse_number
from newsie.reading import Date
from newsie.spans import Within
from newsie.text import Span

BUILDINGS = (
    "写字楼|(?:办公|业务|综合|服务)楼|大楼|商厦|用房|超市|商城|[材电车具装品]城|仓库|公寓|饭店|市场|(?:客运|货运|转运)站"
    "|(?<![校田家果菜花乐茶桑公])园|镇区|[镇乡][\u4e00-\u9fff]{1,4}新区|[街路桥]"
)
"""Nouns of what is built, as the alternatives of a pattern."""
_PHASE = "(?:[（(]?[一二三四]期[)）]?)?"
_STANDS = re.compile(
    f"(?:{BUILDINGS}|新城|小区|家园|[苑府郡居阁院店楼厂馆场站]|国际|[一二三四五六七八九十]号(?:院|公馆)?){_PHASE}(?:[东西南北中]段)?\\Z"
    "|(?<=..)(?:[一二三四]期|迁建|扩建|改扩建|搬迁|迁址新建)\\Z"
)
_NO_STANDING = re.compile(
    "政府|现场|立场|工厂|门店|网[站店点]|(?:美丽|精神|生态|平安|和谐)家园|(?:人民|检察|法)院"
)
# 乡镇卫生院, 标准化菜市场: a kind, of which a place has many
_KIND = re.compile(
    "农村|乡镇|村级|村|社区|各|中小|老旧|公益|日间|便民|农家|标准化|城乡|城镇|居民|棚户|保障|安置|这|该|多|新型|全民|文化|智慧|大型|小型|特色|国家|职工|街头|设备|办公|管理|业务|保税|大江|城市|市政|主[次干]|[次支]干|背街|断头|配套|基层"
)
# 青石物流园区|云计算: a park in front of what is built there
_IN_PARK = re.compile("(?:园区|开发区|新区)[\u4e00-\u9fff]{2,8}(?<![期目程建])\\Z")
TRADES = (
    "药业|制药|食品|新材料|材料|科技|电子|机械|智能|装备|纺织|服饰|服装|家居|建材|重工|汽配|新能源|生物|环保|光电|半导体|化工|股份|实业|物流|电器|包装|乳业|酒业|茶业"
    "|饲料|饮品|饮料|农牧|牧业|铝业|钢构|电池|锂电|医疗|器械|玻璃|陶瓷|塑业|塑胶|纸业|木业|粮油|面业|种业|橡胶|精工|精密|模具"
)
"""Trades that end the name of a firm, as the alternatives of a pattern."""
_FIRM = re.compile(f"(?<=[\u4e00-\u9fff]{{2}})(?:{TRADES})\\Z")
_DEED = re.compile(
    "(?:硬化|绿化|亮化|美化|净化|清运|处理|处置|治理|整治|改造|养殖|种植|屠宰|加工|生产|安全|修复|开发|利用)\\Z"
)
# 等道路工程, 等重点城市建设项目, 等棚户区改造项目: what the works of a list are
_CLASS = re.compile(
    "等(?:[0-9一二三四五六七八九十多]{1,4}[个处项条]|一批|一系列)?(?P<class>[\u4e00-\u9fff、]{0,14})(?:项目|工程)\\Z"
)
_RANKING = re.compile("、|世界级?的?|国家级?|[省市县区]级|超级|标杆性?|支柱|亮点|控制性|关键")
# 苏州工业园区、天津生态城等合作项目: what states have in common
_NO_CLASS = re.compile("合作|国家战略|惠民")
# 实施天润新城、滨江一号等项目, 此次签约的恒瑞药业、金麦食品等项目
_LEADS = re.compile(
    "(?:(?:开工|签约|投产|竣工|落地|落户|引进|招引|投用)的|实施|启动|推进|完成|确保|力争|争取|加快|新建|谋划|开工建设|抓好|做好|抓紧|续建|引进|建设|建成|打造)(?:建设|实施|推进|好)?了?$"
)
# 签约了恒瑞储能电池、金麦精密铸造等8个项目, 谋划储备了清水河水系连通、县城第三水厂等一批项目
_COUNTED = re.compile(
    "等(?:[0-9]{1,3}余?个|[一二两三四五六七八九十]{1,3}余?个|一批)(?:[\u4e00-\u9fff]{0,6}?)项目"
)
_TAKES_ON = re.compile(
    "(?:签约|签订|签下|引进|招引|招引落地|落地|落户|开工|新开工|集中开工|谋划|储备|策划|包装)(?:建设|实施|推进|储备)?了?(?:了)?$"
)
_TOLD = re.compile(
    "(?:已|均|都|相继|先后|陆续|全部|全面|正式|集中|同时|顺利|如期|按期|成功|稳步|有序|基本|加快|加紧|即将|将|正在|尽早|尽快|主体|土建|建设|工程|今年|年内|日前|近日){0,4}"
    "(?:总投资|签约|建设|开工|动工|奠基|竣工|完工|建成|投入|投产|投用|运营|启用|开业|推进|进展|落成|封顶|通车|落地|启动)"
)
# 甲治理、乙改造、丙公园3个项目
_SO_MANY = re.compile("(?P<number>[0-9]{1,2}|[两三四五六七八九十])[个项处座]")
_COSTING = re.compile("，(?:计划|预计|概算|协议)?总?投资")
_NONE: Within[Date] = Within(())
_LONG, _LEAST = 5, 2


def stands(words: str) -> bool:
    """Tell whether an item of a list ends in a noun of what stands once it is built."""
    found = _headed().search(words) or _STANDS.search(words)
    return found is not None and found.start() > 1 and not _NO_STANDING.search(words)


def is_firm(words: str) -> bool:
    """Tell whether an item is a firm by its trade, whose works bear its name: 恒瑞药业、金麦食品等项目.

    >>> is_firm("恒瑞药业"), is_firm("绿色食品"), is_firm("药业")
    (True, False, False)
    """
    return _FIRM.search(words) is not None and not is_common(words)


def is_kind(words: str) -> bool:
    """Tell whether an item says of what kind it is, of which there are many: 社区办公用房, 标准化菜市场."""
    return _KIND.match(words) is not None


def is_deed(words: str) -> bool:
    """Tell whether an item says what is done to a kind of thing: 街巷硬化, 村庄绿化."""
    return _DEED.search(words) is not None


def names_class(closer: str) -> bool:
    """Tell whether words behind a list say what its works are by words of the trade: 等道路工程, 等项目.

    >>> names_class("等重点城市建设项目"), names_class("等先后察看了青石湖项目")
    (True, False)
    """
    found = _CLASS.match(closer)
    if found is None:
        return True
    return _NO_CLASS.search(found["class"]) is None and _is_of_trade(_RANKING.sub("", found["class"]))


def _is_of_trade(words: str) -> bool:
    place = 0
    while place < len(words):
        after = trade().end(words, place, len(words))
        if after == place:
            return False
        place = after
    return True


def are_works(folded: str, members: list[str], front: int, closer: Span, clause: int) -> bool:
    """Tell whether what is listed before 等项目 are works with names of their own, told of or carried on.

    Args:
        folded: the text, width-folded.
        members: the items of the list.
        front: where the list begins.
        closer: the words behind it, half-open.
        clause: where their clause ends.
    """
    standing = [words for words in members if (stands(words) or is_firm(words)) and not _KIND.match(words)]
    # 青石物流园区云计算、牧机二期等项目: told of the park
    if any(_IN_PARK.search(words) for words in members):
        return False
    counted = _COUNTED.match(folded, *closer) and _TAKES_ON.search(folded, max(0, front - _LONG * 2), front)
    if counted and sum(not (is_common(words) or is_deed(words) or is_kind(words)) for words in members) > 1:
        return True
    if len(members) < 2 or not standing or not folded.startswith("等", closer[0]):
        return False
    told = _TOLD.match(folded, closer[1], clause) is not None
    if any(not is_common(words) for words in standing):
        return told or _LEADS.search(folded, max(0, front - _LONG * 2), front) is not None
    # 工业品采购中心、五金机电城和二手车市场等项目开工建设: a county has one of each
    signs = list(status.read_signs(folded, (closer[1], clause), _NONE)) if told else []
    long = all(len(words) >= _LONG for words in members)
    return bool(signs) and long and len(standing) == len(members)


def are_counted(folded: str, members: list[str], front: int, closer: Span) -> bool:
    """Tell whether what is listed before 3个项目 is so many works, told of or carried on; `are_works` says what goes in.

    >>> text = "实施白沙河治理、青石村改厕、柳林广场3个项目。"
    >>> are_counted(text, ["白沙河治理", "青石村改厕", "柳林广场"], 2, (18, 22))
    True
    """
    counted = _SO_MANY.match(folded, *closer)
    joints = folded.count("、", front, closer[0])
    if (
        counted is None
        or len(members) < _LEAST
        or parse_number(counted["number"]) not in (joints + 1, joints + 2)
    ):
        return False
    if any(words.match(folded, closer[1]) for words in (_TOLD, _COSTING)):
        return True
    # 实施青年创业、巾帼建功2个项目: programmes
    shown = any(stands(words) or is_firm(words) or is_deed(words) for words in members)
    return shown and _LEADS.search(folded, max(0, front - _LONG * 2), front) is not None


def names_works(words: str) -> bool:
    """Tell whether a member of such a list is works of a name: 青石村道路硬化, not 街巷硬化 or 社区办公用房."""
    return not (is_kind(words) or (is_deed(words) and not is_own(words)))


@layered
def _headed() -> re.Pattern[str]:
    return re.compile(f"{heads()}$")
