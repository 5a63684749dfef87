"""Numerals: Arabic, Chinese and mixed figures to exact decimals.

In: a numeral as it stands in a text (1,200.5亿, 一万二千三百, 3千万亿, 三分之二, 二〇二二, 2^-1).
Out: a `Decimal`. Nothing here looks for numerals in running text; see `newsie.literals.amounts.numbers`
(all of them) and `newsie.literals.amounts.figures` (those that may count something).

>>> parse_number("1.5万")
Decimal('15000')
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Context, Decimal
from functools import lru_cache

from newsie import patterns as re
from newsie.text import fold

_QUOTIENT = Context(prec=12)
_POWER_CONTEXT = Context(prec=15)
_WIDE = Context(prec=400)
_LONGEST = 200

DIGITS = {
    **dict(zip("〇零一二三四五六七八九", (0, *range(10)), strict=True)),
    **dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True)),
    **dict(zip("两俩倆兩貳參叄参陸仨弍弎", (2, 2, 2, 2, 2, 3, 3, 3, 6, 3, 2, 3), strict=True)),
}
TENS = {"廿": 20, "卅": 30, "卌": 40}
SMALL_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
BIG_UNITS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
MULTIPLIERS = {**SMALL_UNITS, **BIG_UNITS}
_LETTERS = {"k": 10**3, "K": 10**3, "w": 10**4, "M": 10**6}
_DOZEN = 12

_D, _SMALL, _BIG = "".join(DIGITS), "".join(SMALL_UNITS), "".join(BIG_UNITS)
_ARABIC = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|\.[0-9]+"
_SIGN_OF_NUMERAL = re.compile(
    rf"(?P<arabic>{_ARABIC})|(?P<zero>[零〇])|(?P<digit>[{_D}])|(?P<tens>[廿卅卌])"
    rf"|(?P<small>[{_SMALL}])|(?P<big>[{_BIG}])|[点點](?P<point>[{_D}0-9]+)"
)
_PLAIN = re.compile(r"[0-9]+(?:,[0-9]{3})*")
_SPELLED = re.compile(rf"[{_D}]+")
_SIGN = re.compile(r"[-−负負]")
_SHARE = re.compile(r"(?P<tenths>.{1,200})成(?P<rest>半|.?)")
_SCIENTIFIC = re.compile(r"(?P<base>[0-9.]{1,200})[eE](?P<exponent>[-+]?[0-9]{1,3})")
# two signs cancel out: 1.1^--23 is 1.1^23
_POWER = re.compile(r"(?P<base>.{1,200})\^(?P<sign>-{0,2})(?P<exponent>[0-9]{1,3}(?:\.[0-9]{1,9})?)")
_MIXED = re.compile(
    r"\s{0,8}(?P<whole>[-−负負]?[0-9]{1,200})\s{1,8}(?P<fraction>[0-9]{1,200}/[0-9]{1,200})\s{0,8}"
)


def parse_number(text: str) -> Decimal:
    """Return the number that `text`, all of it, writes.

    Fractions and shares are taken as numbers: 三分之二 is 0.666…, 七成半 is 0.75, 90% is 0.9.
    Quotients that do not end are given to 12 significant digits, roots and negative powers to 15.
    White space is passed over, except between a whole number and its fraction (1 3/4).

    Raises:
        ValueError: `text` is no numeral.

    >>> parse_number("一万二千三百"), parse_number("两百五"), parse_number("百分之九十")
    (Decimal('12300'), Decimal('250'), Decimal('0.9'))
    >>> parse_number("負四十五億零四百零四萬"), parse_number("1 3/4"), parse_number("2e5")
    (Decimal('-4504040000'), Decimal('1.75'), Decimal('200000'))
    """
    folded = fold(text)
    mixed = _MIXED.fullmatch(folded) if len(folded) <= _LONGEST else None
    numeral = f"{mixed['whole']}又{mixed['fraction']}" if mixed else "".join(folded.split())
    if not numeral or len(numeral) > _LONGEST:
        raise ValueError(f"not a numeral: {text[:40]!r}")
    try:
        return read_numeral(numeral)
    except (ValueError, ArithmeticError):
        raise ValueError(f"not a numeral: {text[:40]!r}") from None


@lru_cache(maxsize=4096)
def read_numeral(numeral: str) -> Decimal:
    """Return what a folded numeral without white space is worth; remembered, for numerals come again.

    Raises:
        ValueError, ArithmeticError: it is no numeral, or one too large to write out.
    """
    if _PLAIN.fullmatch(numeral):
        return Decimal(numeral.replace(",", ""))
    return plain(_signed(numeral))


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
    if numeral[-1:] in ("%", "‰"):
        return _signed(numeral[:-1]) / (100 if numeral[-1] == "%" else 1000)
    if "^" in numeral or "e" in numeral or "E" in numeral:
        return _power(numeral)
    whole, joined, fraction = numeral.rpartition("又")
    return _whole(whole) + _fraction(fraction) if joined else _fraction(numeral)


def _power(numeral: str) -> Decimal:
    """Read 2e5 and 2.5^-1."""
    scientific = _SCIENTIFIC.fullmatch(numeral)
    if scientific:
        return _whole(scientific["base"]).scaleb(int(scientific["exponent"]))
    power = _POWER.fullmatch(numeral)
    if not power:
        raise ValueError("no power")
    exponent = Decimal(power["exponent"])
    return _POWER_CONTEXT.power(_whole(power["base"]), -exponent if power["sign"] == "-" else exponent)


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
    """Read a numeral without sign or fraction bar, perhaps with a point, 40k, 五十打 or 半百."""
    last = numeral[-1:]
    if last in _LETTERS:
        return _whole(numeral[:-1]) * _LETTERS[last]
    if last == "打":
        return _whole(numeral[:-1]) * _DOZEN
    if numeral.startswith("半"):
        return (_whole(numeral[1:]) if numeral[1:] else Decimal(1)) / 2
    if _SPELLED.fullmatch(numeral):
        return Decimal("".join(str(DIGITS[digit]) for digit in numeral))
    terms = _Terms()
    for kind, sign in _signs(numeral):
        terms.take(kind, sign)
    return terms.total()


class _Terms:
    """The terms of a numeral as its signs are read from left to right: 三千零五万 is 3000, 5, then both times 万.

    A small unit (十百千) multiplies the digit before it, a big one (万亿兆) all the smaller terms before it.
    """

    def __init__(self) -> None:
        self._terms: list[Decimal] = []
        self._last = ""
        self._unit = 0  # that of the last term, if nothing stands between: what 两百五 leaves out
        self._ceiling = 10**4  # small units go down inside a group: 五十千 is no numeral

    def take(self, kind: str, sign: str) -> None:
        if kind == "zero":
            self._counted("zero", 0, unless="zero digit arabic tens point")
        elif kind in ("digit", "arabic"):
            self._digit(kind, sign)
        elif kind == "tens":
            self._counted(kind, TENS[sign], unless="digit arabic tens point")
        elif kind == "point":
            self._point(sign)
        elif kind == "small":
            self._small(SMALL_UNITS[sign])
        else:
            self._big(BIG_UNITS[sign])

    def total(self) -> Decimal:
        self._complete()
        return sum(self._terms, Decimal(0))

    def _counted(self, kind: str, worth: int | Decimal, *, unless: str) -> None:
        if self._last in unless.split():
            raise ValueError(f"{kind} after {self._last}")
        self._terms.append(Decimal(worth))
        self._unit, self._last = 0, kind

    def _digit(self, kind: str, sign: str) -> None:
        unit = self._unit
        worth = Decimal(sign.replace(",", "")) if kind == "arabic" else Decimal(DIGITS[sign])
        self._counted(kind, worth, unless="digit arabic" if kind == "digit" else "digit arabic tens")
        # 3万4000 says its thousands itself
        self._unit = unit if kind == "digit" or len(sign) == 1 else 0

    def _point(self, digits: str) -> None:
        self._complete()
        if not self._terms or self._last == "point":
            raise ValueError("nothing before the point")
        part = "".join(digit if digit.isascii() else str(DIGITS[digit]) for digit in digits)
        self._counted("point", Decimal(f"0.{part}"), unless="")

    def _complete(self) -> None:
        """Give a last bare digit the unit it leaves out: 两百五 is 250, 一万三 is 13000."""
        if self._last in ("digit", "arabic") and self._unit >= 100:
            self._terms[-1] *= self._unit // 10

    def _small(self, unit: int) -> None:
        if unit >= self._ceiling or self._last == "tens":
            raise ValueError("units that do not go down")
        if self._last in ("digit", "arabic"):
            self._terms[-1] *= unit
        elif self._last == "point":
            self._multiply(unit)
        else:
            self._terms.append(Decimal(unit))
        self._ceiling, self._unit, self._last = unit, unit, "small"

    def _big(self, unit: int) -> None:
        if self._last == "zero":
            raise ValueError("nothing to multiply")
        self._multiply(unit)
        self._ceiling, self._unit, self._last = 10**4, unit, "big"

    def _multiply(self, unit: int) -> None:
        if not self._terms:
            self._terms.append(Decimal(1))  # 万 alone is 10000
        multiplied = self._terms.pop()
        # 四万万: the last term is multiplied though it is no smaller
        while self._terms and self._terms[-1] < unit and multiplied < unit:
            multiplied += self._terms.pop()
        self._terms.append(multiplied * unit)


def _signs(numeral: str) -> Iterator[tuple[str, str]]:
    place = 0
    while place < len(numeral):
        sign = _SIGN_OF_NUMERAL.match(numeral, place)
        if not sign:
            raise ValueError("not a numeral")
        yield str(sign.lastgroup), sign[str(sign.lastgroup)]
        place = sign.end()
