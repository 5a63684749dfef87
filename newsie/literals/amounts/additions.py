"""What follows a measure and belongs to its amount: 三成半, 六成五, 一吨半, 1米73, 1小时30分, 12元5角.

In: a folded text, a figure in it and its measure. Out: the whole worth, its unit and its end.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from newsie import patterns as re
from newsie.literals.amounts import money
from newsie.literals.amounts.figures import Figure
from newsie.literals.amounts.measures import Measure, half_more_at
from newsie.literals.amounts.numerals import DIGITS, plain, read_numeral

_MYRIAD = 10**4
_HALF_MORE = Decimal("0.5")
_HALF = re.compile(r"半(?![年月天数以个径决])")
_TENTHS = re.compile(rf"[{''.join(DIGITS)}](?![{''.join(DIGITS)}十百千万亿])")
# 1米73, 10秒17, 两米五
_DIVIDED = frozenset("米秒")
_PART = re.compile(
    r"(?P<hundredths>[0-9]{2})(?![0-9.年月日时点分秒])"
    r"|(?P<tenth>[0-9一二三四五六七八九])(?=[，。、；！？） 的高长宽深多左以至到\n]|$)"
)
# 三斤二两, 3亩7分, 5尺3寸: a tenth of the unit follows
_TENTH_OF = {"斤": "两", "市斤": "两", "亩": "分", "丈": "尺", "尺": "寸"}
_LOWER_UNIT = re.compile(r"(?P<count>[0-9]|[一二两三四五六七八九])(?P<unit>[两分尺寸])(?![岸个会布析之别钟])")
_LOWER_TIME = re.compile(
    r"零?(?P<count>[0-9]{1,2}|[一二三四五]?十[一二三四五六七八九]?|[一二三四五六七八九])(?P<unit>[分秒])钟?"
)
_LOWER_OF = {"小时": "分", "个小时": "分", "分钟": "秒"}


class Worth(NamedTuple):
    """The worth of an amount with all that adds to it, its unit and where it ends."""

    low: Decimal
    high: Decimal | None
    unit: str
    end: int


def worth_of(folded: str, figure: Figure, measure: Measure) -> Worth:
    """Return what a figure is worth in its measure, with what follows taken in.

    >>> worth_of("三成半", Figure(0, 1, Decimal(3)), Measure("成", "share", 2))
    Worth(low=Decimal('3.5'), high=None, unit='成', end=3)
    """
    low, high, kind, word, end = figure.low, figure.high, measure.kind, measure.word, measure.end
    if kind == "money":
        total = money.sum_at(folded, low, measure)
        worth = low if total.low is low else plain(total.low)
        return Worth(worth, high, total.word, total.end)
    if kind == "time":
        span = _clock_span(folded, figure, measure)
        if span is not None:
            return span
    if word == "折" and figure.arabic and 10 < low < 100:
        return Worth(plain(low / 10), high, word, end)  # 75折 is said seven and a half
    more = None
    if (
        (kind in ("share", "measure", "time") or word in _TENTH_OF)
        and figure.scale < _MYRIAD
        and high is None
        and figure.unit is None
    ):
        more = _more_at(folded, end, word)
    return Worth(plain(low + more[0]), None, word, more[1]) if more else Worth(low, high, word, end)


def _more_at(folded: str, end: int, word: str) -> tuple[Decimal, int] | None:
    """Return what is added after a measure that ends at `end`, and where that ends."""
    if folded[end : end + 1] == "半" and _HALF.match(folded, end):
        return _HALF_MORE, end + 1
    if word == "成":
        tenth = _TENTHS.match(folded, end)
        return (read_numeral(tenth.group()) / 10, tenth.end()) if tenth else None
    lower = _LOWER_UNIT.match(folded, end) if word in _TENTH_OF else None
    if lower and lower["unit"] == _TENTH_OF[word]:
        return read_numeral(lower["count"]) / 10, lower.end()
    part = _PART.match(folded, end) if word in _DIVIDED else None
    if not part:
        return None
    return read_numeral(part.group()) / (100 if part["hundredths"] else 10), part.end()


def _clock_span(folded: str, figure: Figure, measure: Measure) -> Worth | None:
    """Return 2.5 个小时 for 两个半小时, 90 分钟 for 1小时30分, 200 秒 for 3分钟20秒."""
    if measure.word[0] == "个" and half_more_at(folded, figure.end):
        return Worth(plain(figure.low + _HALF_MORE), None, measure.word, measure.end)
    lower = _LOWER_TIME.match(folded, measure.end)
    if not lower or _LOWER_OF.get(measure.word) != lower["unit"]:
        return None
    unit = "分钟" if lower["unit"] == "分" else "秒"
    return Worth(plain(figure.low * 60 + read_numeral(lower["count"])), None, unit, lower.end())
