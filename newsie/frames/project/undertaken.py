"""Which named things are spoken of as undertakings: built, opened, carried on, called important or inspected."""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.project import called, status
from newsie.frames.project.findings import Findings
from newsie.frames.project.naming import (
    SECTIONS,
    ends_in_head,
    has_own_front,
    is_action,
    is_common,
    is_own,
    names_place,
    own,
)
from newsie.frames.project.sighted import inspected, is_running, sentence
from newsie.frames.project.standing import is_kind
from newsie.text import Span

_NEAR, _LONG_NAME = 14, 7
_OF_BUILDING = frozenset({"开工", "奠基", "动工", "竣工", "落成"})
_AT_BUILDING = ("started", "under_construction", "resumed", "finishing")
_PLACE_ENDS = frozenset("省市县区旗镇乡村")
# 某某700万吨露天矿, 某某10万头养殖场: what is of a size is being made
_SIZED = re.compile("[\u4e00-\u9fff][0-9.]{1,8}[万亿]?(?:吨|千瓦|兆瓦|立方米|头|只|羽)")
# 跑建桥项目, 收购某某酒店项目, 两侧大屏上共建“一带一路”项目: told of works, no name
_DONE_WITH = re.compile("收购|转让|挪用|承包|支持|作为|共建|实施|启动|引导|^跑")
_WORKS = re.compile(
    "(?:(?:新建|建设)?(?:项目|工程))?(?:（?[一二三四五]期）?)?(?:(?:新建|建设)?(?:项目|工程))?\\Z"
)
# what is done to what stands, and what is built that no noun of works ends in
_BUILT = re.compile(
    "(?:[河江湖溪库路街桥渠海港道厂站园院校区](?:[东南西北上中下][段游])?(?:综合|水环境|环境|生态|提升|提质){0,3}(?:改造|治理|整治|提升|升级|修复)|扩建|新建|迁建|复建|重建|加固|疏浚|拓宽|电气化|核电|风电|光伏|发电|供热|输变电|[引输调供]水|特高压(?:直流|交流)?(?:输电)?|管网)\\Z"
)
_EXTENDED = re.compile("(?:扩建|迁建|改扩建|新建|重建)(?:工程|项目)$")
_OF_BATCH = re.compile("(?:一批|多个|各地|各类)[^，。；]{0,20}$")
_PLACED = re.compile("(?<![全各])[省市县区旗镇乡村岛湾](?![场民域间值])")
_OF_WORKS = re.compile("(?:工程|项目|[一二三四]期)$")
_GONE_TO = re.compile("(?:察看|查看|视察|观摩|考察|洽谈|走进|来到|参观|走访|前往|赴)了?[^，。；]{0,6}$")
_NEW = re.compile(
    r"(?:新修|新建|在建|建设中|施工中|正在建设|正在兴建|新落成|新建成|刚建成|刚刚建成|改造一新)的(?:[^，。；—]{2,10}(?<![里上内中])——)?$"
)
_PURSUED = re.compile(
    "(?:加快|推进|推动|实施|启动|续建|新建|开工|谋划)(?:建设|实施|推进)?[^，。；：\n的]{0,18}$"
)
# 加快推进青石大桥|建设
_TO_BUILD = re.compile("(?:项目|工程)?(?:的?(?:规划)?建设|改造|扩建|施工)(?![者用标单规方资材队管的成后])")
# what stands once it is built; 创新中心建设 and 核心区建设 are policies
_STANDS = re.compile(
    "(?:桥|[公大道]路|隧道|高速|水库|[电泵车东西南北]站|水厂|厂|[小中]学|幼儿园|风电场|光伏电站|综合体|医院|院区|校区|新馆|机场|码头|泊位|大楼|公园|广场|小区)(?:[一二三]期)?$"
)
# 实施农村饮水安全工程18处: several of a kind
_GROUP = re.compile(f"(?<=工程|项目)(?:已?超过?|达到?|共|约|近)?[0-9]{{1,6}}余?[处个项](?!{SECTIONS})")
# 兴建技术培训中心1所
_OF_KIND = re.compile("[0-9]{1,6}余?(?:[所座处]|[栋幢](?![^，。；]{0,4}(?:全部|已|均|主体|封顶|完工)))")
# 在示范区某某岛项目现场，一派繁忙
_SITE_BEHIND = re.compile("(?:施工|建设)?现场(?!会)")


def is_project(folded: str, found: Findings) -> bool:
    """Tell whether a named thing is spoken of as an undertaking."""
    kinds = found.kinds
    if _is_several(folded, found):
        return False
    name = folded[slice(*found.subject.name[:2])]
    common = is_common(name)
    if not is_own(name) and any(_OF_KIND.match(folded, mention[1]) for mention in found.subject.mentions):
        return False
    if common and found.listing and kinds <= {"listed"} and not (found.signs or found.figures):
        return False
    # 垃圾焚烧发电项目总投资2亿元; 农村饮水安全工程投资2亿元 is a programme
    invested = "investment" in found.figures and (not common or ("work" in kinds and name.endswith("项目")))
    if kinds & {"item", "listed"} or invested:
        return True
    if kinds <= {"loose"}:
        at_work = any(_SITE_BEHIND.match(folded, mention[1]) for mention in found.subject.mentions)
        begun = _EXTENDED.search(name) and any(
            _is_pursued(folded, mention) for mention in found.subject.mentions
        )
        return bool(found.figures or begun) or (
            len(name) >= _LONG_NAME
            and (
                at_work or _is_finished(folded, found) or _is_begun(folded, found) or _is_seen(folded, found)
            )
        )
    if kinds <= {"place"}:
        return _is_made(folded, found)
    placed = found.listing or found.figures or _is_placed(folded, found)
    if common and kinds <= {"site", "place"} and not placed:
        return False
    if found.is_done if common else found.is_told or found.is_opened or found.figures:
        return True
    if not common and (_is_taken_up(folded, found) or _is_built_thing(found, name)):
        return True
    # 走进电商产业园: a kind of works is seen where it is gone to
    return not is_running(name) and any(
        inspected(folded, mention, kinds) and (not common or _is_gone_to(folded, mention))
        for mention in found.subject.mentions
    )


def _is_several(folded: str, found: Findings) -> bool:
    """Tell whether words stand for several works of a kind: 实施饮水安全工程18处, 一批学校、社区活动中心."""
    if any(_GROUP.match(folded, mention[1]) for mention in found.subject.mentions):
        return True
    return found.kinds <= {"site", "place"} and not found.figures and _is_of_batch(folded, found)


def _is_made(folded: str, found: Findings) -> bool:
    """Tell whether what else only stands somewhere (学校) is said to be built, opened or new."""
    name = folded[slice(*found.subject.name[:2])]
    opened = found.is_opened and has_own_front(name)
    return (
        found.is_built
        or opened
        or (_SIZED.search(name) is not None and found.is_done)
        or ("progress" in found.figures and has_own_front(name))
        or _is_laid_out(found, name)
        or (has_own_front(name) and any(_is_new(folded, mention) for mention in found.subject.mentions))
        or any(_has_ceremony(folded, mention) for mention in found.subject.mentions)
    )


def _is_laid_out(found: Findings, name: str) -> bool:
    """Tell whether it is told how large a building becomes, and that it is built: 甲广场总建筑面积12万平方米，主体已封顶."""
    sign = status.strongest(found.signs)
    measured = found.figures.keys() & {"investment", "floor_area", "land_area"}
    return bool(measured) and sign is not None and sign.status in _AT_BUILDING and has_own_front(name)


def _has_ceremony(folded: str, mention: Span) -> bool:
    """Tell whether building is begun or ended with a ceremony: 青石小学|开工仪式举行, not 揭牌仪式."""
    ceremony = status.CEREMONY.match(folded, mention[1])
    return ceremony is not None and ceremony["what"] in _OF_BUILDING


def _is_taken_up(folded: str, found: Findings) -> bool:
    """Tell whether a name is called an important work, or one that is carried on."""
    name = folded[slice(*found.subject.name[:2])]
    # 石（陂）琴（水）高速公路 explains the name under which it is told of
    ranked = "（" not in name and not is_action(name)
    if ranked and any(called.is_ranked(folded, mention) for mention in found.subject.mentions):
        return True
    mentions = found.subject.mentions
    if "work" in found.kinds and any(called.is_laid_out(folded, mention) for mention in mentions):
        return True
    if "work" in found.kinds and (names_place(name) or _SIZED.search(name)):
        return any(_is_pursued(folded, mention) for mention in mentions)
    return _STANDS.search(name) is not None and any(
        _TO_BUILD.match(folded, span[1]) and _is_pursued(folded, span) for span in mentions
    )


def _is_built_thing(found: Findings, name: str) -> bool:
    """Tell whether works of a name say themselves what is built: 白沙水库复建工程, not 青石人才培育工程.

    They are an undertaking whatever is told of them.
    """
    if "work" not in found.kinds or is_kind(name) or _DONE_WITH.search(name):
        return False
    stem = _WORKS.sub("", name)
    return _SIZED.search(stem) is not None or _BUILT.search(stem) is not None or ends_in_head(stem)


def _is_begun(folded: str, found: Findings) -> bool:
    """Tell whether works of few words of their own are said to be built, and where: 青石县污水管网改造工程正式开工."""
    start, end = found.subject.name[:2]
    placed = found.place is not None or own(folded[start:end]) or folded[start - 1 : start] in _PLACE_ENDS
    return found.is_built and bool(placed)


def _is_seen(folded: str, found: Findings) -> bool:
    """Tell whether works that say what is built are gone to in a list: 来到甲产业园、城区集中供热扩容工程."""
    return any(
        folded[span[0] - 1] in "、和" and inspected(folded, span, found.kinds)
        for span in found.subject.mentions
    )


def _is_finished(folded: str, found: Findings) -> bool:
    """Tell whether works are said to be done where they are named: 农村饮水安全工程全部投入使用, not 一批甲、乙项目."""
    sign = status.strongest(found.signs)
    if not found.is_done or sign is None or sign.status not in ("completed", "operating"):
        return False
    return not _is_of_batch(folded, found)


def _is_of_batch(folded: str, found: Findings) -> bool:
    """Tell whether a noun of the trade stands for several of a kind: 一批学校、医院、社区活动中心相继投用."""
    first = found.subject.mentions[0][0]
    return _OF_BATCH.search(folded, max(0, first - 2 * _NEAR), first) is not None


def _is_placed(folded: str, found: Findings) -> bool:
    """Tell whether a park or plant named by words of the trade is a place's: 在青山县，冷链中心正在建设."""
    mention = found.subject.mentions[0]
    start = sentence(folded, mention)[0]
    if _OF_WORKS.search(folded, *mention):
        return True
    return found.place is not None or _PLACED.search(folded, start, mention[0]) is not None


def _is_pursued(folded: str, mention: Span) -> bool:
    """Tell whether works are said to be carried on or begun: 加快某某广场项目建设, not 实施某某项目33个."""
    led = _PURSUED.search(folded, max(0, mention[0] - 2 * _NEAR), mention[0])
    return led is not None and not folded[mention[1] : mention[1] + 1].isdigit()


def _is_gone_to(folded: str, mention: Span) -> bool:
    return _GONE_TO.search(folded, max(0, mention[0] - _NEAR), mention[0]) is not None


def _is_new(folded: str, mention: Span) -> bool:
    """Tell whether a name is called new: 新修的某某大道."""
    return _NEW.search(folded, max(0, mention[0] - 2 * _NEAR), mention[0]) is not None
