"""Texts keep the source index of every character through every change."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie.clean import clean, tighten
from newsie.text import Text, fold

PAGE = st.text(
    alphabet=st.sampled_from(
        "区委会议强调，。；：“”（）(),.;:《》 \n\r\t\u3000\ufffd\ue000\u200b#*0123456789１２％ABab记者王某群众"
    ),
    max_size=120,
)


def test_fold_never_changes_the_length_and_folds_both_habits_to_one() -> None:
    assert fold("(记者 王某)1月8日,总投资") == fold("（记者 王某）１月８日，总投资")


def test_fold_leaves_marks_inside_numbers() -> None:
    assert fold("1,200.5亿元,8:30,1.1:50.3:48.6") == "1,200.5亿元，8:30，1.1:50.3:48.6"


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("「新区」『新城』", "“新区”‘新城’"),
        ('他说"今天好",又说“明天更好"', "他说“今天好”，又说“明天更好”"),
        ('只有一个"', '只有一个"'),
        ("⼯⼈⽇报⻓江\uf9dd⽤", "工人日报长江利用"),
        ("︵一︶︐二︒︽三︾", "（一），二。《三》"),
        ("1－10⽉，3〜5個，−5℃", "1-10月，3~5個，-5℃"),
    ],
)
def test_fold_gives_each_character_its_usual_form(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text(max_size=200))
def test_folding_twice_changes_nothing_more(string: str) -> None:
    assert fold(fold(string)) == fold(string)


@pytest.mark.parametrize(
    ("page", "spaced"),
    [
        ("甲\u3000乙", True),
        ("甲\u200b 乙", True),
        ("甲乙", False),
        ("甲\u200b乙", False),
        ("甲 \n\u3000乙", False),
    ],
)
def test_a_space_on_the_page_is_known_when_it_is_gone(page: str, spaced: bool) -> None:  # noqa: FBT001
    text = Text.of(page).substitute(r"[\s\u200b]+", "")
    assert text.spaced(1) is spaced


@given(st.text(max_size=200))
def test_fold_keeps_offsets(string: str) -> None:
    assert len(fold(string)) == len(string)


@given(PAGE)
def test_cleaning_keeps_order_and_truth(source: str) -> None:
    text = clean(source)
    assert all(one <= two for one, two in zip(text.origin, text.origin[1:], strict=False))
    for character, origin in zip(text.string, text.origin, strict=True):
        assert character in {source[origin], "\n"} or character.isspace()


@given(PAGE, st.data())
def test_slicing_and_mapping_commute(source: str, data: st.DataObject) -> None:
    text = clean(source)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert text[start:end].segments() == text.segments(start, end)
    assert list(text[start:end].origin) == list(text.origin[start:end])


@given(PAGE, st.data())
def test_segments_bear_the_words_and_nothing_but_noise_beside(source: str, data: st.DataObject) -> None:
    text = clean(source)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    there = "".join(source[first:last] for first, last in text.segments(start, end))
    noise = re.compile(r"[\s\ufffd\ue000\u200b#*]+")
    assert noise.sub("", there) == noise.sub("", text.string[start:end])


@given(PAGE)
def test_tightening_twice_changes_nothing_more(source: str) -> None:
    once = tighten(Text.of(source))
    assert tighten(once) == once


def test_a_break_in_the_middle_gives_two_segments() -> None:
    source = "并仔细讲解最\n\n志愿者发放宣传单\n\n新防疫政策。"
    whole = Text.of(source)
    joined = Text.join([whole[0:6], whole[18:24]])
    assert joined.segments() == ((0, 6), (18, 24))


def test_noise_in_the_middle_gives_one_segment() -> None:
    text = Text.of("王\n\ufffd允").substitute(r"[\s\ufffd]+", "")
    assert text.segments() == ((0, 4),)


def test_a_doubled_glyph_is_bridged() -> None:
    text = Text.of("群群众众").substitute(r"(.)\1", lambda match: match.group(1))
    assert str(text) == "群众"
    assert text.segments() == ((0, 3),)


def test_a_replacement_may_not_grow() -> None:
    with pytest.raises(ValueError, match="longer than the match"):
        Text.of("甲").substitute("甲", "甲乙")


def test_a_break_where_other_words_stand_takes_none_of_them() -> None:
    page = "要抓好落实，（下转第2版）\n要加强督导"
    text = Text.of(page)
    whole = Text.join([text[:6], text[14:]], "\n")
    assert [page[start:end] for start, end in whole.segments()] == ["要抓好落实，", "要加强督导"]


def test_joining_skips_empty_parts() -> None:
    whole = Text.of("甲 乙")
    assert str(Text.join([whole[0:1], whole[1:1], whole[2:3]], " ")) == "甲 乙"
    assert str(Text.join([])) == ""
