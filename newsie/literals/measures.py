"""Measure words and units: which one stands at a place of a folded text.

>>> measure_at("14个社区", 2)
Measure(word='个', kind='count', end=3)
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from newsie.lexicon import rows

_MONTHLY = re.compile(r"·[年月日天]")  # 元/平方米·月
# 8大领域, 5大行动: the noun is the measure, as written
_GREAT = re.compile(r"大(?![幅量约于力规面])[\u4e00-\u9fff]{2}(?![\u4e00-\u9fff]{0,3}以来)")
# 3个多小时: the hedge stands inside the measure
_MORE = re.compile(r"个多(小时|月|星期|百分点)")
_HALF_MORE = re.compile(r"个半(小时|钟头)")
_POINTS = re.compile(r"点(?![0-9零一二三四五六七八九])")
# 19万箱次: any count may be of times; 三项次要 are three
_TIMES = re.compile(r"次(?![要于品序级生贫性元氧])")
_COUNTS = ("count", "loose")
_NEVER_TIMES = ("个", "名", "年", "层", "档")
# an unknown character that closes its phrase (机床36□，) can only be a measure
_LAST = re.compile(r"[\u4e00-\u9fff](?=[，。、；！？）\n]|$)")
_NEVER_LAST = frozenset(
    "号级岁年月日时届版强后式型楼室路线高中国人等的了和与至到是在为有第世周星度期点比分全多余新老前里"
    "代成开季市省条款项伤死团营连排旅师军集"
)


class Measure(NamedTuple):
    """A measure word: the word, its kind (see measures.tsv) and where it ends. A tuple, for there are many."""

    word: str
    kind: str
    end: int


def measure_at(folded: str, start: int) -> Measure | None:
    """Return the longest measure word that begins at `start`, or None."""
    known, lengths = _known()
    for length in lengths.get(folded[start : start + 1], ()):
        entry = known.get(folded[start : start + length])
        if entry is None:
            continue
        word, kind, followers = entry
        end = start + length
        after = folded[end : end + 1]
        if after in followers or len(word) < length:
            continue
        if after == "/":
            return _per(folded, Measure(word, kind, end))
        if after == "次" and kind in _COUNTS and word not in _NEVER_TIMES and _TIMES.match(folded, end):
            return Measure(word + after, "count", end + 1)
        return Measure(word, kind, end)
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
    return Measure(f"个{match[1]}", kind_of(f"个{match[1]}"), match.end()) if match else None


def half_more_at(folded: str, start: int) -> Measure | None:
    """Return 个小时 for 个半小时, whose 半 belongs to the figure."""
    match = _HALF_MORE.match(folded, start)
    return Measure(f"个{match[1]}", "time", match.end()) if match else None


def points_at(folded: str, start: int, end: int) -> Measure | None:
    """Return the points of an index (131.5点); without a decimal mark 点 is a time of day."""
    if "." not in folded[start:end] or not _POINTS.match(folded, end):
        return None
    return Measure("点", "loose", end + 1)


def first_characters(*kinds: str) -> str:
    """Return the characters that measure words of some kinds begin with, sorted.

    >>> first_characters("share")
    '%‰‱个倍成折百'
    """
    return "".join(sorted({row[0][0] for row in rows("measures.tsv", 3) if row[1] in kinds}))


def kind_of(word: str) -> str:
    """Return the kind of a measure word.

    >>> kind_of("公里")
    'measure'
    """
    return _known()[0][word][1]


def _per(folded: str, measure: Measure) -> Measure:
    """Take in what the measure is divided by: 元/吨, 微克/立方米."""
    below = measure_at(folded, measure.end + 1)
    if below is None:
        return measure
    month = _MONTHLY.match(folded, below.end)
    end = month.end() if month else below.end
    return Measure(measure.word + folded[measure.end : end], measure.kind, end)


@cache
def _known() -> tuple[dict[str, tuple[str, str, frozenset[str]]], dict[str, tuple[int, ...]]]:
    """Return the measure words, and by their first character how long they are, the longest first."""
    known: dict[str, tuple[str, str, frozenset[str]]] = {}
    lengths: dict[str, set[int]] = {}
    for word, kind, followers in rows("measures.tsv", 3):
        known[word] = word, kind, frozenset() if followers == "-" else frozenset(followers)
        lengths.setdefault(word[0], set()).add(len(word))
    return known, {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
