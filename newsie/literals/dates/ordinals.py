"""Small whole numbers as dates write them: 3, 03, 十二, 廿一, 正, 二〇二二, 几.

>>> ordinal("廿一"), ordinal("腊"), ordinal("二O一六")
(21, 12, 2016)
"""

from __future__ import annotations

from newsie.literals.amounts.numerals import DIGITS, parse_number

_SIGNS = "〇一二三四五六七八九"
_SMALL = {str(number): number for number in range(100)} | {f"{number:02}": number for number in range(10)}
_SMALL |= {sign: number for number, sign in enumerate(_SIGNS)}
_SMALL |= {"十" + (_SIGNS[ones] if ones else ""): 10 + ones for ones in range(10)}
_SMALL |= {
    _SIGNS[tens] + "十" + (_SIGNS[ones] if ones else ""): 10 * tens + ones
    for tens in range(2, 10)
    for ones in range(10)
}
_SMALL |= {"廿" + (_SIGNS[ones] if ones else ""): 20 + ones for ones in range(10)}
_SMALL |= {"卅": 30, "卅一": 31, "两": 2, "首": 1, "": 1}
# months with names of their own; the first year of a reign is 元年
_SMALL |= {"正": 1, "元": 1, "冬": 11, "腊": 12}
_ZEROS = str.maketrans("○Oo零", "〇〇〇〇")
_DIGIT = {sign: str(DIGITS[sign]) for sign in _SIGNS} | {str(digit): str(digit) for digit in range(10)}


def ordinal(written: str) -> int:
    """Return the number that `written` gives a day, month, year or count.

    Raises:
        ValueError: it is no numeral.
    """
    known = _SMALL.get(written)
    if known is not None:
        return known
    if written.isdecimal():
        return int(written)
    digits = written.translate(_ZEROS)
    if all(sign in _DIGIT for sign in digits):
        return int("".join(_DIGIT[sign] for sign in digits))
    return int(parse_number(digits))
