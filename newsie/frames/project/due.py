"""What works are said to come to: 预计明年建成通车, 确保年内投入使用. Who has no other news of them builds them.

>>> text = "甲乙高铁全长400公里，预计下月全线通车"
>>> find_due(text, (12, len(text)), (12, len(text)))
Sign(status='under_construction', start=18, end=20)
"""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.project.status import Sign, is_wished
from newsie.spans import start_behind
from newsie.text import Span

_DONE = (
    r"建成(?=[，、。；后并]|$|投|通|使用|运|交付|达|开|水|发)|(?<!直)通车(?!辆)|投产|投用|投运|投入(?:正式|试)?(?:使用|运营|运行|生产)|竣工|完工|交付使用"
    r"|开通(?:运营|运行|使用)|开通(?=[，。；后并]|$)|通水|通航(?!能力|孔)|开业|营业(?=[，。；]|$)|启用|并网|(?:全线|正式)运营|合龙|(?<!水流)贯通|封顶|蓄水(?=[，。；]|$)|具备[^，。；]{0,6}条件"
)
_AIM = r"预计|计划|力争|争取|确保|有望|可望|即将|将(?!近)|推动"
# 预计下月恢复通车, 将启用新闸门, 即将迎来开业三周年: what stands and runs
_DUE = re.compile(
    rf"(?P<aim>{_AIM})(?:(?!恢复|重新|迎来)[^，。；]){{0,40}}?(?P<done>{_DONE})(?=[，。；、！“”并或后]|通车|运营|使用|投[用产]|运行|发电|通[水航]|$)"
)
# 确保某某大桥建成通车, without a day: a wish
_WISHES = ("力争", "争取", "确保", "推动")
_DONE_WORD = re.compile(_DONE)
_SOON = re.compile(rf"即将[^，。；]{{0,6}}?(?:{_DONE})")
# 预计建成后年产1万吨: a promise, which a plan makes too
_ONCE = re.compile("[^，。；]{0,8}?后")
_DATED = re.compile("[年月日底]|期间|之前|[季节]前")
# 计划投资12亿元建成, 叮嘱企业确保年内投产
_URGED = re.compile("要求|叮嘱|督促|嘱咐|希望|强调|指出|建议|规划|拟|签约|前期|核准|开工前")
# 重大项目集中开工活动举行。……甲项目总投资18亿元，计划明年投产: works of the day
_OCCASION = re.compile(
    "集中(?P<one>开工|动工|奠基|签约)|(?P<two>开工|动工|奠基|签约)(?:项目|仪式|活动)|(?:此次|本次|这次)(?P<three>开工|动工|签约)"
)
_LONGEST_SENTENCE, _LONGEST_BACK, _LONGEST_ON = 160, 300, 120


def find_due(folded: str, piece: Span, clause: Span) -> Sign | None:
    """Return what a piece says is to be done with works, if its clause says that it is an aim; none that is urged."""
    for match in _DUE.finditer(folded, *clause):
        start, end = match.span("done")
        if not piece[0] <= start < piece[1]:
            continue
        if match["aim"] in _WISHES and not _DATED.search(folded, *clause):
            continue
        # 即将通车的甲通道与乙大桥: of the name behind it
        if folded.startswith("的", end):
            continue
        if _ONCE.match(folded, end, piece[1]) and not _DATED.search(folded, match.start(), start):
            continue
        if _URGED.search(
            folded, start_behind("。！？\n", folded, clause[0] - _LONGEST_SENTENCE, clause[0]), start
        ):
            continue
        soon = _SOON.match(folded, match.start("aim"))
        return Sign("finishing" if soon else "under_construction", start, end)
    # 确保甲项目开工建设，乙项目10月份投入使用: the wish reaches over clauses
    done = _DONE_WORD.search(folded, *piece)
    if done and _DATED.search(folded, *clause) and is_wished(folded, piece[0], clause[0]):
        return Sign("under_construction", *done.span())
    return None


def of_occasion(folded: str, sign: Sign) -> Sign:
    """Return what is due of works as begun or signed where an article tells of a day when many were.

    >>> of_occasion("此次集中开工，甲项目计划明年投产", Sign("under_construction", 14, 16))
    Sign(status='started', start=4, end=6)
    """
    low = max(0, sign.start - _LONGEST_BACK)
    found = [*_OCCASION.finditer(folded, low, sign.start)][-1:] or [
        *_OCCASION.finditer(folded, sign.end, sign.end + _LONGEST_ON)
    ]
    if not found:
        return sign
    kind = found[0].lastgroup or ""
    return Sign("planned" if found[0][kind] == "签约" else "started", *found[0].span(kind))
