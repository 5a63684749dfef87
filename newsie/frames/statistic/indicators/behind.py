"""Sums, degrees and counts of what stands behind them: 拿着8万元安置费, 一台6499元的冰箱, 观测到41.2℃的高温."""

from __future__ import annotations

import re

from newsie.frames.statistic.figures.layout import Figure
from newsie.frames.statistic.figures.words import verb_at, words
from newsie.frames.statistic.indicators.phrase import Place, Spans
from newsie.text import Span

_IN_HAND = re.compile("(?:[拿揣攥带捧背存]着|[^第十]一[笔沓叠])$")
_PRICED = re.compile("一[台件套辆部双瓶箱盒份碗张块]")
_SAVED_UP = ("费", "款", "金", "钱", "积蓄", "工资")
_NO_THING = ("左右", "以上", "以下", "不等", "到", "去", "来", "在", "从", "回")
_WEATHER = frozenset(("℃", "毫米", "厘米", "级", "度"))
_EXTREMES = ("高温", "低温", "气温", "降雨", "降水", "暴雨", "降雪", "积雪", "大风", "阵风")
_MET_WITH = re.compile("(?:观测|监测|测|录)[到得了]?$|(?:出现|遭遇|迎来|经历)了?$")
# 38名党员每人联系20户, 7名委员平均年龄38.6岁, 3条道路共长5.46公里
_OF_EACH = re.compile(
    "每[人户亩个台座天名家组条]|[人户亩台天日月年]均|平均|(?<!公)共[有长计]?|总[长投造面]|全长|各(?=[有自])"
)
_LEAST = 2


def is_of_behind(string: str, figure: Figure, left: Span, right: Span) -> bool:
    """Tell whether a sum is somebody's money or a thing's price: 一笔20万元存款, 一件300元的羽绒服."""
    if not figure.unit.endswith("元"):
        return False
    if string.startswith("的", figure.right[0]) and _PRICED.fullmatch(string, *left):
        return True
    if not _IN_HAND.search(string, max(0, left[0] - 1), left[1]) or string.startswith(_NO_THING, right[0]):
        return False
    return verb_at(string, *right) == right[0] or string.endswith(_SAVED_UP, *right)


def is_met_with(string: str, figure: Figure, left: Span, right: Span) -> bool:
    """Tell whether a degree is that of the weather behind it: 观测到41.2℃的高温."""
    if figure.unit not in _WEATHER or not string.endswith(_EXTREMES, *right):
        return False
    return _MET_WITH.search(string, *left) is not None


def acting_on_next(string: str, figure: Figure, own: Spans, noun: Span, place: Place) -> Span | None:
    """Return the noun alone of a count that has or does what the next figure counts: 38名党员联系农户20户."""
    if own or len(place.run) < 2 or place.run[1].link != "shared" or figure.unit in words("scale"):
        return None
    start, end = noun
    each = _OF_EACH.search(string, start + _LEAST, place.run[1].span[0])
    verb = string[end : verb_at(string, end, place.run[1].span[0])]
    if each and each.start() < end:
        end = each.start()
    elif verb in words("nominal"):
        # 31个省和新疆生产建设兵团报告病例231例: no verb but in a name
        return None
    while end > start and string[end - 1] in "被将已把也都均":
        end -= 1
    named = verb_at(string, start, end) == start
    return (start, end) if named and end - start >= _LEAST and end < place.run[1].span[0] else None
