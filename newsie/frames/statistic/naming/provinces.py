"""The province that 全省, 全市 or 全区 means where it is named without its rank (省名): 辽宁…，全省…."""

from __future__ import annotations

from collections.abc import Sequence

from newsie import patterns as re
from newsie.frames.statistic.figures.words import either
from newsie.frames.statistic.naming.names import Name
from newsie.lexicon import layered
from newsie.text import Span

_CITIES, _REGIONS = "北京|上海|天津|重庆", "内蒙古|广西|西藏|宁夏|新疆"


@layered
def _rankless() -> dict[str, re.Pattern[str]]:
    return {
        "市": re.compile(_CITIES),
        "区": re.compile(_REGIONS),
        "省": re.compile(f"(?!{_CITIES}|{_REGIONS}|香港|澳门){either('province')}"),
    }


def names_province(string: str, level: str) -> bool:
    """Tell whether a text may name a province of that level, without its rank.

    >>> names_province("辽宁加大投入", "省"), names_province("辽宁加大投入", "县")
    (True, False)
    """
    provinces = _rankless().get(level)
    return provinces is not None and provinces.search(string) is not None


def province_meant(string: str, level: str, before: Sequence[Name]) -> Span | None:
    """Return where the last of the names `before` is a province of that level, without its rank.

    >>> province_meant("辽宁加大投入", "省", [Name(0, 2, "land")])
    (0, 2)
    """
    provinces = _rankless().get(level)
    if provinces is None:
        return None
    for name in reversed(before):
        found = provinces.match(string, *name.span) if name.kind == "land" else None
        if found:
            return found.span()
    return None
