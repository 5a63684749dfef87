"""How much of an undertaking is done, as a share, and whether the share is of its building.

>>> is_of_building("，筛查完成率", {"place"}), is_of_building("已完成总工程量的", {"place"})
(False, True)
"""

from __future__ import annotations

from collections.abc import Collection

from newsie import patterns as re
from newsie.reading import Amount
from newsie.spans import start_behind

_PROGRESS = re.compile(
    # 完成主体施工的65%, 总体进度四成
    r"(?:完成了?(?:全部|主体)(?:工程|施工|建设|结构|工程量){1,2}的?|(?:总体|整体|综合)(?:建设|工程|施工|形象)?进度(?:完成)?|完成(?:了|率)?|进度(?:完成)?|完工率?|工程量|任务)(?:总工程量|工程总量|工程量|形象进度|总进度|工程进度|施工进度|建设进度|总量|建设任务|工程|进度)?的?"
    r"(?:额|规模|约|近|达到|达|为|超过|超|逾|共|计|已|高|：){0,8}$"
)
# 路基工程完成96%、桥梁工程完成82.5%: of parts of a road
_OF_PART = re.compile(
    "(?:路基|路面|桥梁|隧道|涵洞|土石方|桩基|征地|拆迁|征拆|管[网线]|[支干主]渠|渠道|绿化|亮化|交安|边坡|护坡|入户|安置|搬迁|溢洪道)[^，。；、]{0,8}完成[^，。；、]{0,6}$"
)
_WHOLE = {"%": 100, "成": 10}
# 筛查完成率, 收储任务完成: a share of anything
_RATE = re.compile("率|任务")
_BUILDING = re.compile(
    "主体|工程|项目|施工|建设|形象|总体|整体|进度|土建|桩基|基础|改造|装修|安装|浇筑|开挖|掘进|填筑|砌筑|铺设|架梁|架设|铺轨|吊装|封顶|工量"
)
_LEAD = re.compile(
    "(?:目前|现已?|如今|截至|已经?|均|也|都|累计|全面|全部|预计|将|可|共|顺利|基本|[0-9年月日底前末初]|今年|年内|的){1,12}"
)
_BUILT_ONLY = re.compile("(?:楼|大道|[路街桥渠堤线]|广场|公园)\\Z")
_PLACES, _SITES = frozenset({"place"}), frozenset({"place", "site"})


def is_progress(left: str, amount: Amount) -> bool:
    """Tell whether an amount is a share of what is done by the words in front of it; none is above the whole."""
    whole = _WHOLE.get(amount.quantity.unit)
    if whole is None or not _PROGRESS.search(left) or _OF_PART.search(left):
        return False
    return amount.quantity.value <= whole


def is_of_building(before: str, kinds: Collection[str], name: str = "") -> bool:
    """Tell whether a share is of how far works are built: 县医院主体完成80%, not 县医院筛查完成率80%.

    Args:
        before: what stands before the share in what is told of the works.
        kinds: the kinds of the names of the works; a school is one only where building is spoken of.
        name: their name; of a building or a street (教学楼) nothing else is done than to build it.
    """
    match = _PROGRESS.search(before)
    if match is None:
        return False
    front = before[start_behind("，。；：、", before, 0, match.start()) : match.start()]
    if _BUILDING.search(front + match.group()):
        return True
    lead = _LEAD.match(front)
    bare = len(front) == (lead.end() if lead else 0)
    rate = _RATE.search(match.group()) is not None
    if set(kinds) <= _SITES:
        return bare and not rate and (not set(kinds) <= _PLACES or _BUILT_ONLY.search(name) is not None)
    return bare or not rate
