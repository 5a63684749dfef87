# ruff: noqa: SLF001
"""What a place is asked for before a pattern is tried there: no pattern may begin with anything else."""

from __future__ import annotations

import sys

import linear
import pytest
from linear import K

from newsie.frames.meeting import events
from newsie.frames.statistic.figures import natures, source
from newsie.frames.statistic.naming import names
from newsie.reader import organizations, titles

_LOOKS = {K.ASSERT, K.ASSERT_NOT, K.AT}


def firsts(nodes: list[linear.Node]) -> tuple[set[str], bool]:
    """Return the characters that a match may begin with, and whether it may be empty."""
    found: set[str] = set()
    for sign, value in nodes:
        if sign in _LOOKS:
            continue
        signs, empty = _of_node(sign, value)
        found |= signs
        if not empty:
            return found, False
    return found, True


def _of_node(sign: object, value: object) -> tuple[set[str], bool]:
    if sign is K.LITERAL:
        return {chr(value)}, False
    if sign is K.IN:
        ranges = [part[1] if part[0] is K.RANGE else (part[1], part[1]) for part in value]
        assert all(part[0] in {K.LITERAL, K.RANGE} for part in value)
        return {chr(code) for low, high in ranges for code in range(low, high + 1)}, False
    if sign is K.BRANCH:
        ways = [firsts(list(way)) for way in value[1]]
        return set().union(*(signs for signs, _ in ways)), any(empty for _, empty in ways)
    if sign is K.SUBPATTERN:
        return firsts(list(value[3]))
    if sign in {K.MAX_REPEAT, K.MIN_REPEAT}:
        signs, empty = firsts(list(value[2]))
        return signs, empty or value[0] == 0
    raise AssertionError(f"{sign}: a pattern that may begin with anything")


CASES = {
    "connectives": (source._lead().pattern, source._heads_of_leads()),
    "by then": (source._BY_THEN.pattern, source._heads_of_leads()),
    "areas": (names._AREA.pattern, names._heads_of_areas()),
    "provinces": (names._province().pattern, names._heads_of_areas()),
    "aims": (natures._aim()._pattern.pattern, natures._aim()._begins.single),
    "ranks": (f"{titles._FORMER}{titles._RANK}", titles._HEADS_AHEAD),
    "changes": (
        events._VERB._pattern.pattern,
        {pair[0] for pair in events._OPENS.pairs} | events._OPENS.single,
    ),
}


@pytest.mark.skipif(sys.version_info < (3, 11), reason="the parser of patterns names its parts otherwise")
@pytest.mark.parametrize("case", CASES)
def test_a_pattern_begins_with_nothing_else(case: str) -> None:
    pattern, heads = CASES[case]
    found, _ = firsts(linear.parse(pattern))
    assert found
    assert found <= set(heads)


@pytest.mark.skipif(sys.version_info < (3, 11), reason="the parser of patterns names its parts otherwise")
def test_what_ends_the_words_before_a_body_begins_with_nothing_else() -> None:
    (opening, behind) = linear.parse(organizations._HARD.pattern)
    inner = behind[1][1][0][1][1]  # what the lookbehind looks ahead to
    found, _ = firsts(list(inner))
    assert found
    assert found <= firsts([opening])[0]
