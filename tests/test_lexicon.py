"""Word lists as patterns: what is looked for quickly is what is looked for slowly."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie.lexicon import Sought, any_of

SIGNS = "甲乙丙，"
words = st.lists(st.text(SIGNS, min_size=1, max_size=3), min_size=1, max_size=6, unique=True)


@given(words, st.text(SIGNS, max_size=20))
def test_words_are_sought_as_their_pattern_finds_them(members: list[str], string: str) -> None:
    slow = [found.span() for found in re.finditer(any_of(members), string)]
    assert Sought.of(members).spans(string) == slow


@given(words, st.text(SIGNS, max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_words_are_sought_between_two_places(members: list[str], string: str, start: int, end: int) -> None:
    slow = [found.span() for found in re.compile(any_of(members)).finditer(string, start, end)]
    assert Sought.of(members).spans(string, start, end) == slow


@pytest.mark.parametrize("signs", ["-]^", "\\", "[a-z]"])
def test_signs_of_patterns_are_sought_as_themselves(signs: str) -> None:
    assert Sought.of([signs, f"{signs}甲"]).spans(f"甲{signs}乙") == [(1, 1 + len(signs))]
