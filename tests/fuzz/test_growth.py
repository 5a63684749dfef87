"""Time grows as fast as hostile texts do, and no faster; `benchmarks/hostile.py` measures more of it."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

import newsie
from fuzz.families import FAMILIES, as_stories
from fuzz.invariants import RULES, read_text

_SMALL, _LARGE = 4_000, 32_000
_STEEP = 3.0
_NOTHING = 0.4
"""Seconds below which nothing is steep; a quadratic reading of so much takes several."""


def _seconds(read: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    read(text)
    return time.process_time() - start


@pytest.mark.parametrize("family", FAMILIES)
def test_a_hostile_text_is_read_soundly(family: str) -> None:
    read_text(FAMILIES[family](1500))
    read_text(as_stories(FAMILIES[family], 1500, 500))


@pytest.mark.parametrize("family", FAMILIES)
def test_time_grows_with_the_text(family: str) -> None:
    read = newsie.load(RULES).extract
    large = _seconds(read, FAMILIES[family](_LARGE))
    if large > _NOTHING:
        small = min(_seconds(read, FAMILIES[family](_SMALL)) for _ in range(2))
        assert large < _STEEP * small * _LARGE / _SMALL
