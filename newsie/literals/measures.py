"""Measure words and units: which one stands at a place of a folded text.

>>> measure_at("14个社区", 2)
Measure(word='个', kind='count', end=3)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsie.lexicon import rows

_LONGEST = 7
_PER = re.compile(r"/(?=[^0-9])")
# 8大领域, 5大行动: the noun is the measure, as written
_GREAT = re.compile(r"大[\u4e00-\u9fff]{2}(?![\u4e00-\u9fff]{0,3}以来)")
# 3个多小时: the hedge stands inside the measure
_MORE = re.compile(r"个多(小时|月|星期|百分点)")
# an unknown character that closes its phrase (机床36□，) can only be a measure
_HALF_MORE = re.compile(r"个半(小时|钟头)")
_POINTS = re.compile(r"点(?![0-9零一二三四五六七八九])")
_LAST = re.compile(r"[\u4e00-\u9fff](?=[，。、；！？）\n]|$)")
_NEVER_LAST = "号级岁年月日时届版强后式型楼室路线高中国人等的了和与至到是在为有第世周星度期点比分全多余新老前里号代成开季强市省条款项"


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure word: the word, its kind (see measures.tsv) and where it ends."""

    word: str
    kind: str
    end: int


def measure_at(folded: str, start: int) -> Measure | None:
    """Return the longest measure word that begins at `start`, or None."""
    known = _known()
    for length in range(_LONGEST, 0, -1):
        word = folded[start : start + length]
        entry = known.get(word) if len(word) == length else None
        if entry and folded[start + length : start + length + 1] not in entry[1]:
            return _per(folded, Measure(word, entry[0], start + length))
    return None


def open_measure_at(folded: str, start: int) -> Measure | None:
    """Return a measure that no list knows: 大领域, or a lone character before a mark."""
    match = _GREAT.match(folded, start)
    if not match:
        match = _LAST.match(folded, start)
        if match and match.group() in _NEVER_LAST:
            return None
    return Measure(match.group(), "loose", match.end()) if match else None


def divided_at(folded: str, start: int) -> Measure | None:
    """Return 个小时 for 个多小时, whose 多 belongs to the figure."""
    match = _MORE.match(folded, start)
    if not match:
        return None
    word = "个" + match[1]
    return Measure(word, _known()[word][0], match.end())


def half_more_at(folded: str, start: int) -> Measure | None:
    """Return 个小时 for 个半小时, whose 半 belongs to the figure."""
    match = _HALF_MORE.match(folded, start)
    return Measure("个" + match[1], "time", match.end()) if match else None


def points_at(folded: str, start: int, end: int) -> Measure | None:
    """Return the points of an index (131.5点); without a decimal mark 点 is a time of day."""
    if "." not in folded[start:end] or not _POINTS.match(folded, end):
        return None
    return Measure("点", "loose", end + 1)


def _per(folded: str, measure: Measure) -> Measure:
    """Take in what the measure is divided by: 元/吨, 微克/立方米."""
    bar = _PER.match(folded, measure.end)
    below = measure_at(folded, bar.end()) if bar else None
    if below is None:
        return measure
    return Measure(f"{measure.word}/{below.word}", measure.kind, below.end)


@cache
def _known() -> dict[str, tuple[str, frozenset[str]]]:
    return {
        word: (kind, frozenset() if followers == "-" else frozenset(followers))
        for word, kind, followers in rows("measures.tsv", 3)
    }
