from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from itertools import pairwise

import pytest
from growth import grows_evenly
from hypothesis import given
from hypothesis import strategies as st

from newsie.lexicon import rows
from newsie.literals import find_literals, parse_number
from newsie.literals.amounts.numerals import DIGITS
from newsie.text import fold

NUMERAL_TEXT = st.text(
    st.sampled_from(
        "0123456789一二两三十百千万亿点零半几数多余.,年月日至到—、第约近超上下以内元个名家%成倍《》“”，。\n前后今去当截自来期间 "
    ),
    max_size=60,
)
_DIGITS = "零一二三四五六七八九"


def written(number: int) -> str:
    """Write a whole number below 10^16 in Chinese numerals."""
    if number < 10**4:
        return _below_myriad(number) or "零"
    for unit, sign in ((10**8, "亿"), (10**4, "万")):
        if number >= unit:
            high, low = divmod(number, unit)
            zero = "零" if 0 < low < unit // 10 else ""
            return written(high) + sign + (zero + written(low) if low else "")
    raise AssertionError(number)


def _below_myriad(number: int) -> str:
    text, zero = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if zero and text else "") + _DIGITS[digit] + sign
            zero = False
        else:
            zero = True
    return text


@given(st.integers(0, 10**16 - 1))
def test_a_written_number_reads_back(number: int) -> None:
    assert parse_number(written(number)) == number


@given(st.integers(0, 10**16 - 1))
def test_an_arabic_number_reads_back(number: int) -> None:
    assert parse_number(str(number)) == parse_number(f"{number:,}") == number


@pytest.mark.parametrize("digit", DIGITS)
def test_each_digit_has_its_worth(digit: str) -> None:
    assert 0 <= parse_number(digit) <= 9


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("一万二千三百", "12300"),
        ("两百五", "250"),
        ("廿三", "23"),
        ("二〇二二", "2022"),
        ("壹佰贰拾", "120"),
        ("3千万亿", "3000000000000000"),
        ("1,200.5亿", "120050000000"),
        ("1.5万", "15000"),
        ("三分之一", "0.333333333333"),
        ("2/5", "0.4"),
        ("七成半", "0.75"),
        ("百分之九十", "0.9"),
        ("十五点七", "15.7"),
        ("－３", "-3"),
        ("半", "0.5"),
    ],
)
def test_numerals(numeral: str, value: str) -> None:
    assert parse_number(numeral) == Decimal(value)


@pytest.mark.parametrize("text", ["", " ", "几", "很多", "三个", "一二十三", "3.4.5", "1/0", "九" * 300])
def test_what_is_no_numeral_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a numeral"):
        parse_number(text)


@given(st.one_of(NUMERAL_TEXT, st.text(max_size=60)), st.one_of(st.none(), st.dates()))
def test_literals_are_sorted_and_apart(text: str, published: date | None) -> None:
    folded = fold(text)
    found = find_literals(folded, published, published)
    for kind in (found.dates, found.amounts, found.titles):
        for entry in kind:
            assert 0 <= entry.start < entry.end <= len(folded)
        for before, after in pairwise(kind):
            assert before.end <= after.start


@given(NUMERAL_TEXT, st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_dates_are_real_days_in_order(text: str, published: date) -> None:
    for found in find_literals(fold(text), published).dates:
        ends = [end for end in (found.interval.start, found.interval.end) if end]
        assert all(date.fromisoformat(end) for end in ends)


@pytest.mark.parametrize("published", [date.min, date.max])
def test_no_day_is_too_early_or_late(published: date) -> None:
    text = "去年，2月29日，明天，近90年，下周，次日，1月1日至12月31日，上月，十五五期间"
    assert find_literals(text, published, published).dates


def test_dateline_is_what_today_means() -> None:
    found = find_literals("今天下午，市政府召开会议。", date(2016, 3, 22), date(2016, 3, 21))
    assert found.dates[0].interval.start == "2016-03-21"


def test_titles_hold_no_literals() -> None:
    found = find_literals("印发《2022年20条措施》800份")
    assert (len(found.titles), found.dates, len(found.amounts)) == (1, (), 1)


def test_measure_words_have_a_known_kind() -> None:
    kinds = {row[1] for row in rows("measures.tsv", 3)}
    assert kinds == {"share", "money", "measure", "count", "loose", "time", "span"}


@pytest.mark.parametrize("name", ["measures.tsv", "fixed_numerals.txt"])
def test_word_lists_are_sorted_and_have_no_doubles(name: str) -> None:
    words = [row[0] for row in rows(name)]
    assert words == sorted(set(words))


@pytest.mark.parametrize(
    "unit", ["1", "一", "1、", "A1", "自3月到", "当日", "“", "《", "以来", "1月1日2日", "百分之"]
)
def test_time_grows_with_length(unit: str) -> None:
    assert grows_evenly(lambda count: partial(find_literals, unit * count, date(2023, 1, 1)), 2000, 20000)
