"""Ways of writing that mean the same: traditional and financial characters, numerals set with spaces.

In: a folded text of any origin. Out: a `Script`, the text as newspapers of the mainland print it
(萬 as 万, 贰佰 as 二百, 三千 八百 as 三千八百), with the way back to the offsets of the text.

>>> script = normal("共壹佰 伍拾 個")
>>> script.text, script.span(1, 6)
('共一百五十个', (1, 8))
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from newsie import patterns as re
from newsie.lexicon import rows
from newsie.text import Span
from newsie.traditional import simplified

_FINANCIAL = dict(
    zip(
        "壹贰貳弍叁叄參参弎肆伍陆陸柒捌玖拾佰仟",
        "一二二二三三三三三四五六六七八九十百千",
        strict=True,
    )
)
_PLAIN = str.maketrans(_FINANCIAL)
_ANY_FINANCIAL = re.compile(f"[{''.join(_FINANCIAL)}]")
_OF_NUMERALS = "0-9.〇零一二两俩仨三四五六七八九十百千万亿兆廿卅半几" + "".join(_FINANCIAL)
# at least two characters of numerals, one of them financial; 大陆, 登陆, 队伍, 收拾 and 人参 end in one themselves
_FINANCIAL_NUMERAL = re.compile(
    rf"(?<![{_OF_NUMERALS}])(?:(?<![大登着内水海队落收捡人党高海])|(?![陆陸伍拾参參]))"
    rf"(?:[{_OF_NUMERALS} ]|点|分|之|又){{2,60}}"
)
_GAP = re.compile(
    rf"(?<=[{_OF_NUMERALS}个百分点之又成余多来负])[ \t]+(?=[{_OF_NUMERALS}个百分点之又成折余多来负%])"
)
_DIGITS_APART = re.compile(r"(?<=[0-9.〇零一二三四五六七八九])[ \t]+(?=[0-9.〇零一二三四五六七八九])")


@dataclass(frozen=True, slots=True)
class Script:
    """A text in normal script.

    Attributes:
        text: the text; characters replaced one by one, spaces inside numerals left out.
        gaps: where in `text` spaces were left out, ascending.
        shifts: how many were left out up to each of those places, all before it included.
    """

    text: str
    gaps: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Return where `start` to `end` of `text` stood in the text that was read."""
        if not self.gaps:
            return start, end
        return self._place(start), self._place(end - 1) + 1

    def _place(self, index: int) -> int:
        before = bisect_right(self.gaps, index)
        return index + (self.shifts[before - 1] if before else 0)


def normal(folded: str) -> Script:
    """Return `folded` in normal script: simplified, with plain numerals and no spaces in them."""
    text = simplified(folded) if _traditional().search(folded) else folded
    if _ANY_FINANCIAL.search(text):
        text = _FINANCIAL_NUMERAL.sub(_plain_numeral, text)
    return _closed_up(text)


def _plain_numeral(match: re.Match[str]) -> str:
    numeral = match.group()
    signs = len(numeral) - sum(map(numeral.count, " .点分之又"))
    return numeral.translate(_PLAIN) if signs > 1 else numeral


def _closed_up(text: str) -> Script:
    parts: list[str] = []
    gaps: list[int] = []
    shifts: list[int] = []
    done = length = lost = 0
    for gap in _GAP.finditer(text):
        if _DIGITS_APART.match(text, gap.start()):
            continue
        parts.append(text[done : gap.start()])
        length += gap.start() - done
        lost += gap.end() - gap.start()
        gaps.append(length)
        shifts.append(lost)
        done = gap.end()
    if not gaps:
        return Script(text)
    return Script("".join(parts) + text[done:], tuple(gaps), tuple(shifts))


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile(f"[{''.join(row[0] for row in rows('opencc.tsv', 2) if len(row[0]) == 1)}]")
