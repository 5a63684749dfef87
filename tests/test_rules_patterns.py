"""The language of patterns: what it takes, what it refuses and where, and that what it takes is linear."""

import re
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsie.rules.charsets import meet, outside, ranges, union
from newsie.rules.nodes import PatternError, ways
from newsie.rules.patterns import MOST_WAYS, read_pattern

REFUSED = {
    "a*b": (1, "without an end"),
    "a+b": (1, "without an end"),
    "a{2,}": (1, "without an end"),
    "(?:甲{1,5}){1,5}": (0, "repeat inside a repeat"),
    "x(?:甲|甲乙){0,5}丙": (1, "repeat inside a repeat"),
    "(?:甲?){3}乙": (0, "may be nothing"),
    "甲??": (0, "may match nothing"),
    "甲{2}{3}": (4, "repeat of a repeat"),
    "甲{1,2}+": (6, "repeat of a repeat"),
    "甲{3,2}": (1, "smaller number"),
    "甲{0,900}": (1, "at most 200"),
    "(甲)": (0, "a group begins with"),
    "(?i)甲": (0, "a group begins with"),
    "(?>甲)": (0, "a group begins with"),
    "(?P<x>甲)(?P=x)": (8, "a group begins with"),
    "(?P<x>甲)\\1": (8, "cannot be asked for again"),
    "(?P<x>甲)(?P<x>乙)": (8, "captured twice"),
    "(?:(?P<x>甲)、){2}": (3, "cannot be captured"),
    "(?=(?P<x>甲))甲": (3, "captures nothing"),
    "(?<=甲{1,2})乙": (0, "one length"),
    "{DAET}": (0, "did you mean {DATE}"),
    "甲{乙": (1, "begins a hole"),
    "甲)乙": (1, "closes no group"),
    "(?:甲": (0, "not closed"),
    "[甲": (0, "not closed"),
    "[]甲": (0, "nothing stands between"),
    "[九-一]": (1, "a later one"),
    "\\w甲": (0, "\\ stands before marks"),
    "甲\\": (1, "\\ stands before marks"),
    "甲\ue000": (1, "cannot be seen"),
    "甲\n乙": (1, "cannot be seen"),
    "?甲": (0, "nothing can be repeated"),
    "^{2}甲": (0, "without width"),
    "[^。]{0,60}[^。]{0,60}[^。]{0,60}甲": (0, "ways"),
    "甲" * 3000: (2000, "at most 2000 characters"),
}
TAKEN = (
    "在(?P<place>[^，。]{2,30})发生(?:了)?(?:一起|1起)交通事故",
    "(?P<deaths>{AMOUNT})(?:不幸)?死亡",
    "(?P<people>{PERSON}(?:、{PERSON}){0,30})(?:等)?(?:出席|参加)",
    "(?:、[^、，。等]{1,20}){0,9}等",
    "(?<=甲)乙(?!丙)",
    "^甲|乙$",
    r"\(甲\)[\-\]\d]{1,3}",
)


@pytest.mark.parametrize(("pattern", "place", "message"), [(p, *why) for p, why in REFUSED.items()])
def test_a_pattern_that_is_not_linear_is_refused_where_it_is_not(
    pattern: str, place: int, message: str
) -> None:
    with pytest.raises(PatternError) as refused:
        read_pattern(pattern)
    assert (refused.value.column, message in refused.value.message) == (place, True), refused.value.message


@pytest.mark.parametrize("pattern", TAKEN)
def test_a_linear_pattern_is_taken(pattern: str) -> None:
    read = read_pattern(pattern)
    re.compile(read.regex)
    assert ways(read.tree) <= MOST_WAYS


def test_widths_are_folded_as_texts_are() -> None:
    assert re.search(read_pattern("甲,乙").regex, "甲，乙")
    assert re.search(read_pattern("[１-３]号").regex, "2号")


def test_sets_of_characters() -> None:
    digits = ranges([("0", "9")])
    assert not meet(digits, outside(digits))
    assert union(digits, outside(digits)) == ((0, 0x10FFFF),)


PIECES = st.sampled_from(
    ["甲", "乙", "[甲乙]", "[^甲]", ".", "(?:甲|乙)", "(?:甲乙|丙)", "(?P<x>甲)", "{DATE}", "(?!甲)", "\\d"]
)
BOUNDS = st.sampled_from(["", "", "?", "{0,3}", "{2}", "{1,4}", "{0,3}?"])
PATTERNS = st.recursive(
    st.lists(st.tuples(PIECES, BOUNDS).map("".join), min_size=1, max_size=4).map("".join),
    lambda inner: st.tuples(inner, BOUNDS, inner).map(lambda part: f"(?:{part[0]}){part[1]}{part[2]}"),
    max_leaves=4,
)


@settings(max_examples=300, deadline=None)
@given(PATTERNS)
def test_what_is_taken_is_a_regular_expression(pattern: str) -> None:
    with suppress(PatternError):
        re.compile(read_pattern(pattern).regex)


@settings(max_examples=60, deadline=None)
@given(PATTERNS, st.sampled_from(["甲", "乙", "甲乙", "甲乙丙", "丙甲甲"]))
def test_the_time_of_what_is_taken_grows_with_the_text(pattern: str, word: str) -> None:
    try:
        compiled = re.compile(read_pattern(pattern).regex)
    except PatternError:
        return
    string = word * 400
    begun = time.process_time()
    list(compiled.finditer(string))
    assert time.process_time() - begun < 1.0
