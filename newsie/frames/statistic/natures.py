"""Whether a figure is a fact, a target or a standard (实际, 目标, 标准).

A word of intention (力争, 建成后) reaches to the end of its sentence, or to a word that tells
of something done (已, 累计), or to a new statement after a semicolon.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, TypeAlias

from newsie.frames.statistic.layout import Figure, Sentence
from newsie.frames.statistic.words import either

Nature: TypeAlias = Literal["actual", "target", "standard"]

_BOUND = re.compile(r"不超过|不少于|不低于|不高于|不得(?:少于|超过|低于|高于)|超过|以上|以内|不小于|不大于|不足|达到|每次|间隔")
_RULE = re.compile(r"必须|才能|就要|应当?|须|不得|一律|方可|一经|的标准|要求|禁止|叮嘱|提醒|每[份次人天日周月]|标准")
_MOVE = re.compile(r"；")


@cache
def _aim() -> re.Pattern[str]:
    return re.compile(either("aim"))


@cache
def _done() -> re.Pattern[str]:
    return re.compile(either("done"))


@cache
def _static() -> re.Pattern[str]:
    return re.compile(f"(?:{either('static')})(?:约|近|超|达|为|超过)*$")


def nature_of(folded: str, figure: Figure, sentence: Sentence) -> Nature:
    """Return the nature of `figure`, which stands in `sentence`."""
    start, end = figure.span
    if _is_standard(folded, figure, sentence):
        return "standard"
    if _static().search(folded, max(figure.clause[0], start - 12), start):
        own = folded[figure.clause[0] : start]
        return "target" if re.search(r"计划(?:总)?投资|预计|预算", own) else "actual"
    return "target" if _intended(folded, figure, sentence) else "actual"


def _intended(folded: str, figure: Figure, sentence: Sentence) -> bool:
    """Tell whether the nearest marker before the figure in its sentence is one of intention."""
    start = sentence.span[0]
    semicolon = folded.rfind("；", start, figure.span[0])
    if semicolon >= 0:
        start = semicolon
    aims = [match.end() for match in _aim().finditer(folded, start, figure.span[0])]
    if not aims:
        return False
    last = aims[-1]
    return _done().search(folded, last, figure.span[0]) is None


def _is_standard(folded: str, figure: Figure, sentence: Sentence) -> bool:
    """Tell whether a figure is a norm: 不超过10克的标准, 间隔4到6个小时."""
    start, end = figure.span
    bounded = _BOUND.search(folded, max(figure.clause[0], start - 10), end + 2)
    if not bounded or _aim_near(folded, figure, sentence):
        return False
    if bounded.group().startswith("不") and bounded.group() != "不足":
        return True
    return _RULE.search(folded, figure.clause[0], min(figure.clause[1], end + 14)) is not None


def _aim_near(folded: str, figure: Figure, sentence: Sentence) -> bool:
    return re.search(r"力争|确保|争取|计划|预计|目标|底前|全年|年内|季度", folded[sentence.span[0] : figure.span[0]]) is not None
