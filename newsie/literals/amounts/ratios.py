"""Ratios (比例): the parts of a whole set against each other, read as one group.

In: any text. Out: places and parts. Times of day and scores are written alike (8:30, 2:1) and are none:
a ratio has three parts or more, or a word beside it that says what it is (比例, 之比, 结构, 按).

>>> [[str(part) for part in ratio.parts] for ratio in find_ratios("三次产业结构为1.1:50.3:48.6，8:30开会")]
[['1.1', '50.3', '48.6']]
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from newsie import patterns as re
from newsie.literals.amounts.numerals import read_numeral
from newsie.text import fold

_PART = (
    r"(?:[0-9]{1,9}(?:\.[0-9]{1,9})?|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
)
_RATIO = re.compile(
    rf"(?<![0-9:：∶.,年月日时])(?<![0-9一二两三四五六七八九十]比)(?:{_PART}(?: ?[:：∶] ?{_PART}){{1,9}}|{_PART}(?:比{_PART}){{1,4}})(?![0-9:：∶.]|比[0-9一-九])"
)
_SPLIT = re.compile(r" ?[:：∶比] ?")
_SAYS_SO = re.compile(r"(?:比(?:例|率|值)?(?![分赛对照较])|结构|按照?)[^，。；！？\n]{0,8}$")
_SAYS_SO_AFTER = re.compile(r"的?(?:比例|之比|比率|配比|混合|安置|补偿|置换)")
_WON = re.compile(r"[^，。；\n]{0,4}(?:胜|负|击败|战平|逆转|领先|落后|淘汰)")
_CLOCK = re.compile(r"[0-9]{1,2}:[0-9]{2}:[0-9]{2}")
_NEAR = 14


@dataclass(frozen=True, slots=True)
class Ratio:
    """A ratio in a text.

    Attributes:
        start: first character, in the text that was read.
        end: one past the last.
        parts: its parts in order, at least two.
    """

    start: int
    end: int
    parts: tuple[Decimal, ...]


def find_ratios(text: str) -> tuple[Ratio, ...]:
    """Return the ratios of any text, sorted, none overlapping another.

    Offsets: half-open, into `text`.

    >>> find_ratios("男女比例为1.05:1，以3:1战胜")[0].parts
    (Decimal('1.05'), Decimal('1'))
    """
    folded = fold(text)
    return tuple(
        Ratio(*match.span(), tuple(read_numeral(part) for part in _SPLIT.split(match.group())))
        for match in _RATIO.finditer(folded)
        if _is_ratio(folded, match)
    )


def _is_ratio(folded: str, match: re.Match[str]) -> bool:
    written = match.group()
    several = len(_SPLIT.findall(written)) > 1 and not _CLOCK.fullmatch(written)
    if several and "比" not in written:
        return True
    said = _SAYS_SO.search(folded, max(0, match.start() - _NEAR), match.start())
    return (said is not None and not _WON.match(folded, match.end())) or _SAYS_SO_AFTER.match(
        folded, match.end()
    ) is not None
