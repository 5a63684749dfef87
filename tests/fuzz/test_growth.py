"""Time grows as fast as hostile texts do, and no faster; `benchmarks/hostile.py` measures more of it."""

from __future__ import annotations

from functools import partial

import pytest
from growth import grows_evenly

import newsie
from fuzz.families import FAMILIES, as_stories
from fuzz.invariants import RULES, read_text


@pytest.mark.parametrize("family", FAMILIES)
def test_a_hostile_text_is_read_soundly(family: str) -> None:
    read_text(FAMILIES[family](1500))
    read_text(as_stories(FAMILIES[family], 1500, 500))


@pytest.mark.parametrize("family", FAMILIES)
def test_time_grows_with_the_text(family: str) -> None:
    read = newsie.load(RULES).extract
    assert grows_evenly(lambda size: partial(read, FAMILIES[family](size)), 4_000, 32_000)
