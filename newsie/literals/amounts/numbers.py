"""Numbers: every numeral of any text, whether or not it counts something.

In: any text. Out: places and values. Unlike `newsie.literals.amounts.figures`, which reads what a newspaper
counts, this takes each numeral for itself: 第十二章, 三双, 2^-1, 五十打, 三百五十又三分之一.

>>> [number.value for number in find_numbers("负三十二，一千零五，1,200.5亿")]
[Decimal('-32'), Decimal('1005'), Decimal('120050000000')]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from newsie import patterns as re
from newsie.literals.amounts.measures import measure_at
from newsie.literals.amounts.names import is_fixed
from newsie.literals.amounts.numerals import read_numeral
from newsie.literals.amounts.script import normal
from newsie.text import fold

_D, _E, _ZERO = "[一二两俩仨三四五六七八九]", "[0-9一二两三四五六七八九]", "[零〇]"
# thousands stand in groups of three (12,34 is two numbers), and a version has no decimals (2.4.1)
_ARABIC = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?!,?[0-9])(?:\.[0-9]+(?!\.?[0-9]))?"
    r"|(?<!\.)[0-9]+\.[0-9]+(?!\.?[0-9])|(?<![0-9A-Za-z])\.[0-9]+(?!\.?[0-9])|[0-9]+)"
)
_FIRST = rf"(?:{_ARABIC}|{_D})"
# 千瓦, 千克, 百帕 begin units
_THOUSAND = "千(?![瓦克卡赫伏帕焦字比])"
_TAIL = rf"(?:{_ZERO}?(?:[0-9]{{1,3}}|{_D}))?"
_GROUP = (
    rf"(?:{_FIRST}?{_THOUSAND}(?:{_ZERO}?{_E}百)?(?:{_ZERO}?{_E}?十)?{_TAIL}"
    rf"|{_FIRST}?百(?!帕)(?:{_ZERO}?{_E}?十)?{_TAIL}"
    rf"|{_FIRST}?十{_TAIL}|[廿卅卌]{_D}?|{_ZERO}十{_D}?|{_FIRST})"
)
# what is vague stands before the great unit: 十余万, 二十几万, 一百零几万, 500多万
_COUNTED = rf"{_GROUP}(?:[余多来]|{_ZERO}?几)?"
_MYRIADS = rf"{_COUNTED}万{{1,2}}"
_WHOLE = (
    rf"(?:(?:{_MYRIADS}(?:{_ZERO}?{_COUNTED}(?=[亿兆]))?|{_COUNTED})(?:兆(?:{_ZERO}?{_GROUP}亿)?|亿亿?)"
    rf"(?:{_ZERO}?{_MYRIADS})?(?:{_ZERO}?{_GROUP})?"
    rf"|{_MYRIADS}(?:{_ZERO}?{_GROUP})?|{_GROUP})"
)
# 两 is no digit of a fraction (一点两小时), and 八点三十 is a time of day
_POINT = r"(?:点[零〇一二三四五六七八九]+(?![十分刻])(?:[十百千]?[万亿]{1,2}|[百千])?)?"
_NUMERAL = rf"(?:{_WHOLE}{_POINT}|{_ZERO}点[零〇一二三四五六七八九]+)"
_SIGN = r"(?:(?<![0-9A-Za-z\-负%)）])[-−负])?"
# where a numeral may begin; the plainest ones are seen here already to be whole
_SIGNS = "一二两俩仨三四五六七八九十百千万亿兆廿卅卌〇零壹贰叁肆伍陆柒捌玖拾"
_PLACE = re.compile(
    rf"[0-9.\-−负半A-Za-z{_SIGNS}]"
    rf"(?:(?P<alone>(?<=[0-9])(?<![0-9A-Za-z.,/\-−负半{_SIGNS}].)[0-9]*(?![0-9A-Za-z.,/^ 点又分打几零半余多来{_SIGNS}])"
    rf"|(?<=[{_SIGNS}])(?<![0-9A-Za-z.,/\-−负半{_SIGNS}].)(?![0-9A-Za-z.,/^ 点又分打几余多来{_SIGNS}]))"
    rf"|(?<=[A-Za-z])(?<![A-Za-z0-9_].)(?=[A-Za-z_]{{0,20}}(?:[0-9]|ps?[:：]//|\.))|(?<=[0-9])(?<![A-Za-z0-9_].)|(?<![A-Za-z0-9]))"
)
_VAGUE = re.compile(r"[余多来](?=[十百千万亿兆])|[零〇]?几")
_LONE = re.compile(r"[零〇一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾]")
_NEIGHBOURS = frozenset(["一二", "二三", "三四", "四五", "五六", "六七", "七八", "八九", "三五"])
_BARE = re.compile(r"[百千万亿兆][十百千万亿兆]*")
# words after which and before which one digit alone is a number: 这是五, 前三的
_LEADS = frozenset("是为等于到有第前后和与或加减乘除比至达约共各每选数若从")
_FOLLOWS = frozenset("的是那这却和与或而加减乘除比到至等都就也点在")
_CALENDAR = frozenset("年月日号级楼")
_VAGUELY = frozenset("几多余来")
_NEVER_ONE = frozenset("起样面道度")  # 一起, 一样, 一面, 一道, 一度 are words of their own
_FINANCIAL_ALONE = re.compile(r"[壹贰叁肆伍陆柒捌玖拾]")


@cache
def _number() -> re.Pattern[str]:
    """Return the pattern of any numeral; it is large, and made when first asked for."""
    return re.compile(
        rf"(?P<share>[-−负]?(?:[百千]|[十百千]?万{{1,2}})分之(?={_SIGN}[0-9一-龟.]))"
        r"|(?P<web>(?:https?[:：]//|www\.)[!-~：；？！（），]+|(?<![A-Za-z0-9_])[A-Za-z][A-Za-z_]{0,20}[0-9][A-Za-z0-9_.\-]*)"
        rf"|(?P<power>{_SIGN}(?<![0-9A-Za-z.]){_ARABIC}(?:\^-{{0,2}}[0-9]{{1,3}}(?:\.[0-9]{{1,9}})?"
        r"|[eE][-+]?[0-9]{1,3}(?![0-9A-Za-z])))"
        rf"|(?P<bar>{_SIGN}(?<![0-9A-Za-z./])(?:[0-9]+ )?[0-9]+/[0-9]+(?![0-9./]))"
        rf"|(?P<fraction>{_SIGN}(?:{_NUMERAL}又)?{_NUMERAL}分之{_SIGN}{_NUMERAL})"
        r"|(?P<half>半百)"
        rf"|(?P<letter>{_SIGN}{_ARABIC}[kKM](?![A-Za-z0-9]))"
        r"|(?P<near>(?P<tens>[一二三四五六七八九]?十|)(?P<pair>[一二三四五六七八九]{2})(?![零〇一二三四五六七八九点])"
        r"(?P<times>[十百千]?[万亿]{0,2}))"
        r"|(?P<spelled>[零〇一二三四五六七八九]{2,}(?![十百千万亿兆]))"
        rf"|(?P<plain>{_SIGN}{_NUMERAL}(?P<dozen>打(?![一-龟]{{0,2}}[算扮击破造开听动电折交仗架扫印败赢着了起个的]))?)"
        r"|(?P<stamp>[壹贰叁肆伍陆柒捌玖拾零〇])"
    )


@dataclass(frozen=True, slots=True)
class Number:
    """A numeral in a text (数词).

    Attributes:
        start: first character, in the text that was read.
        end: one past the last.
        value: what it is worth; of a vague one (十余万, 二十几万) the number it starts from.
        value_max: the upper of two neighbours (三四十), else None.
    """

    start: int
    end: int
    value: Decimal
    value_max: Decimal | None = None


def find_numbers(text: str) -> tuple[Number, ...]:
    """Return the numerals of any text, sorted, none overlapping another.

    Taken are Arabic, full-width, Chinese (simplified, traditional, financial) and mixed numerals, with sign,
    fraction, power or spaces inside. The numeral of a share stands without its unit, in 百分之九十 as in
    90%. Passed over are lone digits that are part of a word (四川, 一切), digits that name
    nothing (九九), and what stands in addresses of the web or after letters (B12).

    Offsets: half-open, into `text`.

    >>> [(number.start, number.end, number.value) for number in find_numbers("三千 五百多萬，第五，四川")]
    [(0, 7, Decimal('35000000')), (9, 10, Decimal('5'))]
    """
    script = normal(fold(text))
    return tuple(
        Number(*script.span(start, end), low, high) for start, end, low, high in _numerals(script.text)
    )


def _numerals(text: str) -> Iterator[tuple[int, int, Decimal, Decimal | None]]:
    found = _PLACE.search(text)
    while found:
        start, end = found.span()
        if found.lastgroup == "alone":
            if _is_number(text, start, end):
                yield start, end, read_numeral(text[start:end]), None
        else:
            match = _number().match(text, start)
            end = match.end() if match else start + 1
            if match:
                yield from _matched(text, match)
        found = _PLACE.search(text, end)


def _matched(text: str, match: re.Match[str]) -> Iterator[tuple[int, int, Decimal, Decimal | None]]:
    kind, written = str(match.lastgroup), match.group()
    if kind in ("share", "web") or (kind == "spelled" and not _is_spelled(written)):
        return
    if kind != "near" and not _is_number(text, *match.span()):
        return
    try:
        worth = _neighbours(text, match) if kind == "near" else (_worth(match), None)
    except (ValueError, ArithmeticError):  # 1/0, 9^999, 十三四十: written like numerals, but worth nothing
        return
    if worth is not None:
        yield *match.span(), *worth


def _neighbours(text: str, match: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    """Read 三四十 as 30 to 40 and 十七八个 as 17 to 18; two digits that count nothing are no number (五一)."""
    lead, pair, times = match["tens"], match["pair"], match["times"]
    counted = lead or times or (measure_at(text, match.end()) and not is_fixed(text, match.start()))
    if not counted or pair not in _NEIGHBOURS:
        return None
    low, high = (read_numeral(lead + digit + times) for digit in pair)
    return low, high


def _worth(match: re.Match[str]) -> Decimal:
    exact = _VAGUE.sub("", match.group())
    return read_numeral(exact.replace(" ", "又") if match["bar"] else exact)


def _is_spelled(digits: str) -> bool:
    """Tell whether digits side by side are one number (二〇二四, 一三五七), not neighbours or a name (九九)."""
    return len(digits) > 2 and len(set(digits)) > 1


def _is_number(text: str, start: int, end: int) -> bool:
    """Tell whether a numeral of one sign, or of nothing but units, is a number here and not part of a word."""
    written = text[start:end].lstrip("-−负")
    if written.isascii():
        return True
    if _BARE.fullmatch(written):
        return len(written) > 1 and measure_at(text, end) is not None and not is_fixed(text, start)
    if not _LONE.fullmatch(written):
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == "第" or after in _CALENDAR or "分之" in (text[start - 2 : start], text[end : end + 2]):
        return True
    if (written == "十" and after in _VAGUELY) or (written != "一" and after == "点"):
        return True
    if written == "一" and after in _NEVER_ONE:
        return False
    if not _FINANCIAL_ALONE.match(written) and measure_at(text, end) and not is_fixed(text, start):
        return True
    return (before in _LEADS or not _is_word(before)) and (after in _FOLLOWS or not _is_word(after))


def _is_word(character: str) -> bool:
    return "一" <= character <= "鿿"
