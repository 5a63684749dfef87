"""Every numeral of any text: on a spec, and on numbers written in each form."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from growth import grows_evenly
from hypothesis import given
from hypothesis import strategies as st

from newsie import find_numbers, find_quantities, parse_number

SPEC = Path(__file__).parent / "specs" / "numbers.txt"
LINES = [line for line in SPEC.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
_MARKED = re.compile(r"⟦([^|⟧]*)\|([^⟧]*)⟧")
_CHINESE, _FINANCIAL = "零一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"
_TRADITIONAL = str.maketrans("万亿两贰陆叁", "萬億兩貳陸參")
ANY = st.text(
    st.sampled_from(
        "0123456789.,/^eE-−%k零〇一二两三四五六七八九十百千万亿兆廿半几数多余来又点分之打负壹贰叁拾佰仟萬億點個元人名次米秒成折倍"
        "约近超至到—、和，。第前年月日 \n“”《》http:/aA"
    ),
    max_size=50,
)


def written(number: int, digits: str = _CHINESE, units: str = "十百千") -> str:
    """Write a whole number below 10^16 in Chinese numerals."""
    if number < 10**4:
        return _below_myriad(number, digits, units) or digits[0]
    unit, sign = (10**8, "亿") if number >= 10**8 else (10**4, "万")
    high, low = divmod(number, unit)
    zero = digits[0] if 0 < low < unit // 10 else ""
    return written(high, digits, units) + sign + (zero + written(low, digits, units) if low else "")


def _below_myriad(number: int, digits: str, units: str) -> str:
    text, zero = "", False
    for unit, sign in ((1000, units[2]), (100, units[1]), (10, units[0]), (1, "")):
        digit = number // unit % 10
        if digit:
            text += (digits[0] if zero and text else "") + digits[digit] + sign
        zero = not digit
    return text


def mixed(number: int) -> str:
    """Write a number with 亿 and 万 between Arabic figures: 2亿3000万."""
    high, rest = divmod(number, 10**8)
    middle, low = divmod(rest, 10**4)
    parts = [f"{high}亿" if high else "", f"{middle}万" if middle else "", str(low) if low else ""]
    return "".join(parts) or "0"


FORMS: dict[str, Callable[[int], str]] = {
    "arabic": str,
    "grouped": lambda number: f"{number:,}",
    "full-width": lambda number: str(number).translate({code: code + 0xFEE0 for code in range(48, 58)}),
    "chinese": written,
    "financial": lambda number: written(number, _FINANCIAL, "拾佰仟"),
    "traditional": lambda number: written(number).translate(_TRADITIONAL),
    "traditional financial": lambda number: written(number, _FINANCIAL, "拾佰仟").translate(_TRADITIONAL),
    "negative": lambda number: "负" + written(number),
}


@pytest.mark.parametrize("line", LINES)
def test_numerals_of_a_line(line: str) -> None:
    text, marks, done = "", [], 0
    for match in _MARKED.finditer(line):
        text += line[done : match.start()]
        marks.append((len(text), match[1], match[2]))
        text += match[1]
        done = match.end()
    text += line[done:]
    found = [
        (
            each.start,
            text[each.start : each.end],
            f"{each.value}" + (f"..{each.value_max}" if each.value_max else ""),
        )
        for each in find_numbers(text)
    ]
    assert found == marks


@pytest.mark.parametrize("form", FORMS)
@given(number=st.integers(0, 10**16))
def test_a_number_reads_back_in_each_form(form: str, number: int) -> None:
    if form == "negative" and not number:
        return
    text = FORMS[form](number)
    worth = -number if form == "negative" else number
    assert parse_number(text) == worth
    lone = len(text) == 1 and text in "〇零"
    assert [each.value for each in find_numbers(f"（{text}）")] == [worth] or lone


@given(st.integers(1, 9999), st.integers(0, 9999), st.integers(1000, 9999))
def test_a_mixed_number_reads_back(high: int, middle: int, low: int) -> None:
    number = high * 10**8 + middle * 10**4 + low
    assert parse_number(mixed(number)) == number
    assert [each.value for each in find_numbers(mixed(number))] == [number]


@given(st.decimals(0, 10**6, places=3))
def test_a_decimal_reads_back(number: Decimal) -> None:
    whole, _, part = f"{number:f}".partition(".")
    spelled = written(int(whole)) + "点" + "".join(_CHINESE[int(digit)] for digit in part)
    assert parse_number(spelled) == parse_number(f"{number:f}") == number
    assert [each.value for each in find_numbers(spelled)] == [number]


@given(ANY | st.text(max_size=40))
def test_any_text_is_read_in_order(text: str) -> None:
    numbers = [(each.start, each.end) for each in find_numbers(text)]
    amounts = [(each.start, each.end) for each in find_quantities(text)]
    for found in (numbers, amounts):
        assert all(0 <= start < end <= len(text) for start, end in found)
        assert all(end <= start for (_, end), (start, _) in pairwise(found))


@given(ANY)
def test_a_numeral_is_found_again_by_itself(text: str) -> None:
    for each in find_numbers(text):
        words = text[each.start : each.end]
        assert words == words.strip()
        assert each.value_max is None or each.value < each.value_max


@pytest.mark.parametrize(
    "piece", ["1", "一", "十", "亿", "百分之", "1/", "一又", "k", "1万", "壹 ", "－", "1.", "廿", "打"]
)
def test_time_grows_with_length(piece: str) -> None:
    assert grows_evenly(lambda length: partial(find_numbers, (piece * length)[:length]), 4000, 32000)
