"""Any text gives a sound result, the same each time."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

import newsie
from fuzz.invariants import read_text, same_again
from fuzz.profiles import examples
from fuzz.strategies import anything, broken_pages, nested, repeated, sentences, stories, texts
from newsie.clean import clean
from newsie.text import fold

DAYS = st.sampled_from([None, "2023-01-10", "0001-01-01", "9999-12-31", "2024-02-29"])


@examples(150, 0.15)
@given(anything(), DAYS)
def test_any_text(text: str, day: str | None) -> None:
    read_text(text, published=day)


@examples(150, 0.2)
@given(stories(), DAYS)
def test_words_of_the_genre_in_any_order(text: str, day: str | None) -> None:
    read_text(text, published=day)


@examples(150, 0.2)
@given(sentences(), DAYS)
def test_sentences_with_parts_missing_or_doubled(text: str, day: str | None) -> None:
    read_text(text, published=day)


@examples(60, 0.08)
@given(st.one_of(repeated(), nested()))
def test_words_again_and_again_and_brackets_in_each_other(text: str) -> None:
    read_text(text)


@examples(120, 0.16)
@given(broken_pages(), DAYS)
def test_broken_pages(text: str, day: str | None) -> None:
    read_text(text, published=day)


@examples(40, 0.04)
@given(texts())
def test_the_same_text_gives_the_same_result(text: str) -> None:
    same_again(text, read_text(text))


@examples(40, 0.03)
@given(texts())
def test_any_text_with_the_model(text: str) -> None:
    read_text(text, pipeline="zh_news")


@examples(100, 0.05)
@given(texts())
def test_any_text_for_the_functions_of_values(text: str) -> None:
    for found in (
        newsie.find_dates(text),
        newsie.find_numbers(text),
        newsie.find_quantities(text),
        newsie.find_ratios(text),
    ):
        assert all(0 <= one.start < one.end <= len(text) for one in found)
    for read in (newsie.parse_number, newsie.unit_of):
        with suppress(ValueError):  # as both say of what is none
            read(text)
    assert len(fold(text)) == len(text)
    cleaned = clean(text)
    assert list(cleaned.origin) == sorted(cleaned.origin)
