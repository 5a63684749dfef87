"""Numerals: Arabic, Chinese and mixed figures to exact decimals.

In: a numeral as it stands in a text (1,200.5亿, 一万二千三百, 3千万亿, 三分之二, 二〇二二).
Out: a `Decimal`. Nothing here looks for numerals in running text; see `newsie.literals.figures`.

>>> parse_number("1.5万")
Decimal('15000')
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Context, Decimal

from newsie.text import fold

_QUOTIENT = Context(prec=12)
_WIDE = Context(prec=400)

DIGITS = {
    **dict(zip("〇零一二三四五六七八九", (0, *range(10)), strict=True)),
    **dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True)),
    **dict(zip("两俩倆兩貳陸", (2, 2, 2, 2, 2, 6), strict=True)),
}
TENS = {"廿": 20, "卅": 30, "卌": 40}
SMALL_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
BIG_UNITS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
MULTIPLIERS = {**SMALL_UNITS, **BIG_UNITS}

_ARABIC = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|\.[0-9]+"
_SIGN_OF_NUMERAL = re.compile(
    rf"(?P<arabic>{_ARABIC})|(?P<digit>[{''.join(DIGITS)}])|(?P<tens>[廿卅卌])|(?P<unit>[{''.join(MULTIPLIERS)}])"
)
_SPELLED = re.compile(rf"[{''.join(DIGITS)}]{{2,}}")
_POINT = re.compile(
    rf"(?P<whole>.+)[点點](?P<part>[{''.join(DIGITS)}0-9]+)(?P<units>[{''.join(MULTIPLIERS)}]*)"
)
_SIGN = re.compile(r"[-−负負]")
_SHARE = re.compile(r"(?P<tenths>.+)成(?P<rest>半|.?)")
_LETTERS = {"k": 1000, "K": 1000}


def parse_number(text: str) -> Decimal:
    """Return the number that `text`, all of it, writes.

    Fractions and shares are taken as numbers: 三分之二 is 0.666…, 七成半 is 0.75, 90% is 0.9.
    Quotients that do not end are given to 12 significant digits. White space is passed over.

    Raises:
        ValueError: `text` is no numeral.

    >>> parse_number("一万二千三百"), parse_number("两百五"), parse_number("百分之九十")
    (Decimal('12300'), Decimal('250'), Decimal('0.9'))
    """
    numeral = "".join(fold(text).split())
    if not numeral or len(numeral) > 200:
        raise ValueError(f"not a numeral: {text[:40]!r}")
    try:
        value = _signed(numeral)
    except ValueError:
        raise ValueError(f"not a numeral: {text[:40]!r}") from None
    return plain(value)


def plain(value: Decimal) -> Decimal:
    """Return `value` without exponent or trailing zeros: 1.50E+4 is 15000.

    >>> plain(Decimal("1.50E+4"))
    Decimal('15000')
    """
    if value == value.to_integral_value():
        return value.quantize(Decimal(1), context=_WIDE)
    return value.normalize(_WIDE)


def _signed(numeral: str) -> Decimal:
    if _SIGN.match(numeral):
        return -_signed(numeral[1:])
    if numeral[-1] in "%‰":
        return _signed(numeral[:-1]) / (100 if numeral[-1] == "%" else 1000)
    if numeral[-1] in _LETTERS:
        return _whole(numeral[:-1]) * _LETTERS[numeral[-1]]
    whole, joined, fraction = numeral.rpartition("又")
    if joined:
        return _whole(whole) + _fraction(fraction)
    return _fraction(numeral)


def _fraction(numeral: str) -> Decimal:
    lower, of, upper = numeral.partition("分之")
    if not of:
        upper, of, lower = numeral.partition("/")
    if of:
        divisor = _whole(lower)
        if not divisor:
            raise ValueError("a fraction of nothing")
        return _QUOTIENT.divide(_signed(upper), divisor)
    share = _SHARE.fullmatch(numeral)
    if share:
        return (_whole(share["tenths"]) + _half(share["rest"])) / 10
    return _whole(numeral)


def _half(rest: str) -> Decimal:
    """Return what follows 成: 七成半 and 七成六 are 7.5 and 7.6 tenths."""
    if rest == "半":
        return Decimal("0.5")
    return _whole(rest) / 10 if rest else Decimal(0)


def _whole(numeral: str) -> Decimal:
    """Read a numeral without fraction bars, perhaps with 点."""
    if numeral == "半":
        return Decimal("0.5")
    point = _POINT.fullmatch(numeral)
    if not point:
        return _integer(numeral)
    part = "".join(digit if digit.isascii() else str(DIGITS[digit]) for digit in point["part"])
    value = _integer(point["whole"]) + Decimal(f"0.{part}")
    for unit in point["units"]:
        value *= MULTIPLIERS[unit]
    return value


def _integer(numeral: str) -> Decimal:
    if _SPELLED.fullmatch(numeral):
        return Decimal("".join(str(DIGITS[digit]) for digit in numeral))
    terms: list[Decimal] = []
    last, before = "", ""
    for kind, sign in _signs(numeral):
        if kind == "unit":
            _multiply(terms, Decimal(MULTIPLIERS[sign]), counted=last in {"digit", "arabic"})
        else:
            _append(terms, kind, sign, last)
        before, last = last, "zero" if sign in "〇零" else kind
    if last == "digit" and before == "unit":
        _complete(terms, numeral)
    return sum(terms, Decimal(0))


def _append(terms: list[Decimal], kind: str, sign: str, last: str) -> None:
    if last in ("digit", "arabic"):
        raise ValueError("two digits side by side")
    if kind == "arabic":
        terms.append(Decimal(sign.replace(",", "")))
    else:
        terms.append(Decimal(TENS[sign] if kind == "tens" else DIGITS[sign]))


def _multiply(terms: list[Decimal], unit: Decimal, *, counted: bool) -> None:
    """Apply a unit to the terms before it that are smaller: 3千万 is 3000 times 万."""
    if unit < 10**4 and not counted:
        terms.append(unit)
        return
    smaller = Decimal(0)
    if unit < 10**4:
        smaller = terms.pop()
    while unit >= 10**4 and terms and terms[-1] < unit:
        smaller += terms.pop()
    if not smaller:
        # 四万万: the unit multiplies a term that is no smaller; 万 alone is 10000
        smaller = terms.pop() if terms else Decimal(1)
    terms.append(smaller * unit)


def _complete(terms: list[Decimal], numeral: str) -> None:
    """Give a last bare digit the unit it leaves out: 两百五 is 250, 一万三 is 13000."""
    unit = MULTIPLIERS[numeral[-2]]
    if unit >= 100:
        terms[-1] *= unit // 10


def _signs(numeral: str) -> Iterator[tuple[str, str]]:
    place = 0
    while place < len(numeral):
        sign = _SIGN_OF_NUMERAL.match(numeral, place)
        if not sign:
            raise ValueError("not a numeral")
        yield str(sign.lastgroup), sign.group()
        place = sign.end()
