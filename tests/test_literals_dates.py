from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from functools import partial
from itertools import pairwise

import pytest
from growth import grows_evenly
from hypothesis import given
from hypothesis import strategies as st

from newsie.errors import DateError
from newsie.lexicon import rows
from newsie.literals import find_dates
from newsie.literals.dates.expressions import find_expressions
from newsie.literals.dates.starts import starts, written
from newsie.text import fold

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
PUBLISHED = st.one_of(st.none(), st.dates())
DATE_TEXT = st.text(
    st.sampled_from(
        "0123456789〇零O一二三四五六七八九十廿两几半百千年月日号天周星期礼拜季度世纪代初末底中旬上下前后大第最近未来过去今昨明本这去同次当"
        "至到—-/. 、，。；（）“”自从起开始以之来止截为或及左右期间节假农历正腊闰春夏秋冬国庆元旦除夕清端午康熙民後週禮個"
    ),
    max_size=50,
)
_SIGNS = "〇一二三四五六七八九"


def _spelled(number: int) -> str:
    return "".join(_SIGNS[int(figure)] for figure in str(number))


def _counted(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _SIGNS[tens]) + ("十" if tens else "") + (_SIGNS[ones] if ones else "")


FORMS = {
    "figures": lambda day: f"{day.year}年{day.month}月{day.day}日",
    "wide": lambda day: f"{day.year}年{day.month}月{day.day}日".translate(
        {ord("0") + figure: ord("０") + figure for figure in range(10)}
    ),
    "apart": lambda day: f"{day.year} 年 {day.month} 月 {day.day} 日",
    "号": lambda day: f"{day.year}年{day.month:02}月{day.day:02}号",
    "spelled": lambda day: f"{_spelled(day.year)}年{_counted(day.month)}月{_counted(day.day)}日",
    "zero": lambda day: (
        f"{_spelled(day.year).replace('〇', '零')}年{_counted(day.month)}月{_counted(day.day)}日"
    ),
    "iso": lambda day: day.isoformat(),
    "dotted": lambda day: f"{day.year}.{day.month}.{day.day}",
    "slashes": lambda day: f"{day.year}/{day.month:02}/{day.day:02}",
    "backwards": lambda day: f"{day.day}-{day.month}-{day.year}",
    "run together": lambda day: f"{day:%Y%m%d}",
}


@pytest.mark.parametrize("form", FORMS)
@given(day=DAYS, published=PUBLISHED)
def test_a_written_day_reads_back(form: str, day: date, published: date | None) -> None:
    words = FORMS[form](day)
    for text in (words, f"，{words}，", f"（{words}）"):
        found = find_dates(text, published)
        assert [(text[d.start : d.end], d.interval.start, d.interval.end) for d in found] == [
            (words, day.isoformat(), day.isoformat())
        ]


@given(DAYS)
def test_a_day_without_its_year_is_the_last_one(day: date) -> None:
    found = find_dates(f"{day.month}月{day.day}日召开", day)
    assert found[0].interval.start == day.isoformat()


@given(DAYS, st.integers(1, 60))
def test_days_ago_are_counted(day: date, count: int) -> None:
    gone, ahead = find_dates(f"{count}天前", day)[0], find_dates(f"{count}天后", day)[0]
    assert gone.interval.start == (day - timedelta(count)).isoformat()
    assert ahead.interval.end == (day + timedelta(count)).isoformat()


@given(st.one_of(DATE_TEXT, st.text(max_size=60)), PUBLISHED)
def test_any_text_can_be_read(text: str, published: date | None) -> None:
    found = find_dates(text, published)
    assert all(0 <= entry.start < entry.end <= len(text) for entry in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    for entry in found:
        ends = [end for end in (entry.interval.start, entry.interval.end) if end and end[0] != "-"]
        days = [date.fromisoformat(end) for end in ends]
        assert days == sorted(days)


@given(DATE_TEXT)
def test_the_short_cut_misses_no_beginning(text: str) -> None:
    folded = fold(text)
    near = {match.start() for match in starts().finditer(folded)}
    assert {match.start() for match in re.compile(written()).finditer(folded)} <= near


@given(st.dates(date(1903, 1, 1), date(2097, 12, 31)))
def test_every_festival_falls_near_a_day(day: date) -> None:
    for name in ("春节期间", "国庆假期", "中秋节", "清明节", "除夕", "母亲节"):
        for found in find_dates(name, day):
            start = date.fromisoformat(found.interval.start or "")
            assert abs(start - day) <= timedelta(400)


@pytest.mark.parametrize(
    "unit",
    [
        "1月",
        "一",
        "第",
        "1至",
        "大",
        "今天至",
        "正月",
        "春节、",
        "农历",
        "1-",
        "2016到",
        "（今天",
        "1/",
        "十年",
    ],
)
def test_finding_takes_twice_as_long_for_twice_the_text(unit: str) -> None:
    assert grows_evenly(lambda count: partial(find_expressions, unit * count), 2000, 20000)


@pytest.mark.parametrize("name", ["festivals.tsv", "reigns.tsv"])
def test_word_lists_are_sorted_and_have_no_doubles(name: str) -> None:
    words = [row[0] for row in rows(name)]
    assert words == sorted(set(words))


def test_what_is_decided_on_lies_ahead() -> None:
    (found,) = find_dates("会议决定6月4日召开大会", date(2024, 4, 29))
    assert found.interval.start == "2024-06-04"
    (found,) = find_dates("2月23日至28日，市里将在公园举办民俗周。", date(2024, 1, 17))
    assert found.interval.start == "2024-02-23"
    (found,) = find_dates("2月23日，记者获悉，市里将举办民俗周。", date(2024, 1, 17))
    assert found.interval.start == "2023-02-23"
    (found,) = find_dates("县委3月5日决定召开大会", date(2024, 4, 29))
    assert found.interval.start == "2024-03-05"


def test_the_day_of_publication_is_given_as_for_pages() -> None:
    (wanted,) = find_dates("5月3日上午", date(2022, 6, 1))
    assert wanted.interval.start == "2022-05-03"
    for day in ("2022-06-01", datetime(2022, 6, 1, 8, tzinfo=timezone.utc)):
        assert find_dates("5月3日上午", day) == (wanted,)
    with pytest.raises(DateError):
        find_dates("5月3日上午", "June")
