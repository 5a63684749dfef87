"""Whether a clause without a name of a work told before tells of another: 旅游公路也要开工, 投资4360万元，对管网进行改造.

>>> text = "青石水厂竣工，落地签证服务中心投入使用"
>>> names_another(text, (7, 19), [(0, "青石水厂")])
True
"""

from __future__ import annotations

from collections.abc import Sequence

from newsie import patterns as re
from newsie.frames.project.names import last_cut
from newsie.frames.project.naming import COUNT
from newsie.frames.project.sighted import opens_sentence
from newsie.frames.project.words import PARTS, either, heads
from newsie.lexicon import layered
from newsie.text import Span

_MEANS = re.compile("[该这此]|项目|工程|园区")
# 落地签证服务中心投入使用: what the clause tells of has a name of its own
_DONE = re.compile(
    r"投入(?:正式|试)?(?:使用|运营|运行|生产)|正式运营|试运营|投用|投产|投运|通车|开业|启用|竣工|完工|建成|落成|开工|动工|封顶|通过(?:竣工)?验收"
)
_BETWEEN = re.compile(
    r"(?:已经?|均|也|都|全部|全面|全线|整体|基本|正式|按期|如期|顺利|相继|陆续|同步|成功|将|年内|今年|去年|明年|年底|[0-9]{1,4}[年月日底]|前|于|计划|预计|有望|即将){1,8}$"
)
_PHASE = re.compile("(?<=[\u4e00-\u9fff]{4})[一二三四]期$")
# 投资4360万元，对雨水管网进行改造: a sentence that begins with a sum of its own, and goes on to what it is for
_SUM_AT_HEAD = re.compile(
    "(?:又|还|再|另|先后|同时)?投[资入](?:约|近|超|达)?[0-9.]{1,12}[万亿]?余?元(?:资金)?\\Z"
)
_SPENT_ON = re.compile(
    "，(?:对(?!外)|用于|在[^，。；]{2,12}(?:建|修|新|改)|(?:组织|启动)?实施|完成|新建|扩建|改建|建成|修建|改造|购置|启动|治理|硬化|修复|铺设|维修)"
)
# 旅游公路也要开工: another work, however short its name
_ALSO = re.compile("也(?:已经?|将|要|正在?|即将|相继|同步|同时|顺利|正式|全面|如期|于|[0-9年月日底]){0,6}\\Z")
_STANDS_APART = re.compile("(?:公路|铁路|高速|大桥|机场|水库|市场|[产工]业园)\\Z")
# 400万吨褐煤提质建成投产: so much of what is done there
_SIZED_DEED = re.compile(
    "[0-9.]{1,8}[万亿]?(?:吨|千瓦|兆瓦|头|只|羽|立方米|台|套)[\u4e00-\u9fff]{0,8}(?:提质|技改|扩建|迁建|联产|风电|光伏|加工|综合利用|煤化工|养殖)\\Z"
)
_DATED = re.compile(r"(?:[0-9]{1,4}[年月日]|[今明去后]年|[上下]半年|年|[底初末前]|内|，){1,10}")
_WISH = re.compile(r"(?:确保|实现|力争|争取|推动|促进|完成|保证|其中|同时|目前|，){1,3}")
_LIST_OF_WORKS = re.compile(r"等[^，。、]{0,8}?(?:项目|工程)$|城市$")
# 路基、隧道工程全部完成: of the road told of
_PART = f"(?:{PARTS}|亮化|管网|主体)"
_PARTS = re.compile(f"(?:全线|所有)?{_PART}(?:[、和及]{_PART}){{1,4}}(?:工程|施工|建设)?")
_COSTING = re.compile(r"投资[0-9.]{1,12}[万亿]?余?元的")
_NUMBERED = re.compile(r"[0-9A-Za-z一二三四五六七八九十][号期#]?[^0-9A-Za-z]{0,4}$")
_LEAST_NAME = 5
_SOME = re.compile(f"{COUNT}(?!标段|单体|作业面)[\u4e00-\u9fff]{{2,12}}$|[0-9]{{1,40}}[余多]?[栋幢]沿街")
_NEXT_PHASE = re.compile("[一二三四五]期")


def spends_anew(folded: str, clause: Span) -> bool:
    """Tell whether a sentence begins with a sum of its own for what it tells of then: 投资4360万元，对管网进行改造."""
    first = opens_sentence(folded, clause[0])
    spent = first and _SUM_AT_HEAD.match(folded, *clause)
    return bool(spent) and _SPENT_ON.match(folded, clause[1]) is not None


def names_another(folded: str, clause: Span, told: Sequence[tuple[int, str]]) -> bool:
    """Tell whether a clause says of something else that it is done.

    落地签证服务中心投入使用 does, T2航站楼主体封顶 and 12栋厂房已完工 do not.
    """
    phase = _NEXT_PHASE.match(folded, *clause)
    # 某某改造项目一期入住，二期工程开工
    if phase and told and (named := _NEXT_PHASE.findall(told[-1][1])) and phase.group() not in named:
        return True
    done = _DONE.search(folded, *clause)
    if done is None:
        return False
    before = folded[clause[0] : done.start()]
    if (also := _ALSO.search(before)) and _is_another(before[: also.start()], told):
        return True
    lead = _WISH.match(before)
    before = _BETWEEN.sub("", before[lead.end() if lead else 0 :])
    if _LIST_OF_WORKS.search(before) or _COSTING.search(before):
        return True
    if _PARTS.fullmatch(before):
        return False
    # 宣布项目开工, 8月底前风电场将全部投产
    # 两个市民广场, 67栋楼体亮化改造工程: some of a kind
    if _SOME.search(before) and _last_head().search(before):
        return True
    before = before[last_cut(before, 0, len(before)) :]
    before = _PHASE.sub("", before)
    before = before[dated.end() :] if (dated := _DATED.match(before)) else before
    if _SIZED_DEED.fullmatch(before):
        return not any(before[-2:] in name for _, name in told[-3:])
    if len(before) < _LEAST_NAME or _NUMBERED.search(before) or _bare_part().search(before):
        return False
    if not _last_head().search(before) or _MEANS.match(before):
        return False
    # 会展中心已封顶 of 东城国际会展中心 is the same
    return not any(before[-4:] in name or before[:3] in name for _, name in told[-3:])


def _is_another(words: str, told: Sequence[tuple[int, str]]) -> bool:
    """Tell whether words in front of 也 name a work, and none told of or part of it: 旅游公路|也要开工, not 主体|也已完工."""
    head = _last_head().search(words)
    if (
        head is None
        or not (head.start() or _STANDS_APART.search(words))
        or _bare_part().search(words)
        or _MEANS.search(words)
    ):
        return False
    return not any(words[-4:] in name or words[:2] in name for _, name in told[-3:])


@layered
def _last_head() -> re.Pattern[str]:
    return re.compile(f"(?:{heads()}|市场|店|城|[路桥街])$")


@layered
def _bare_part() -> re.Pattern[str]:
    return re.compile(f"{either('part')}(?:工程|建设)?$")
