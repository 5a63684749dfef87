"""A pattern is made when a text may match it, and matches what the pattern of `re` does."""

import re

import pytest

from newsie import patterns


def is_made(pattern: object) -> bool:
    return type(pattern) is patterns.Pattern


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("开工|建成", {"开工", "建成"}),
        ("(?:新建|扩建)了?", {"新建", "扩建"}),
        ("由[^，]{2,9}?承建", {"承建"}),
        ("省?[县市](?!长)", {"县", "市"}),
        ("占地面?积", {"占地"}),
        ("(?:重点){2}", {"重点"}),
        (r"\ue000主持", {"主持"}),
        (r"3\.5", {"3"}),
        ("(?P<one>东桥)|(?P=one)西桥", {"东桥", "西桥"}),
        ("甲(?=乙)丙", {"甲"}),
    ],
)
def test_what_every_match_has_is_read_off(source: str, words: set[str]) -> None:
    assert patterns.needed(source) == words


@pytest.mark.parametrize(
    "source",
    [
        "(?:建成)?",
        "(?:建成){0,2}",
        "建成|",
        "建成|[^，]",
        "(?<=建成)$",
        "(?!建成)",
        "(?P<one>甲)?(?(one)乙|丙)",
        "[一-龥]",
        "(?i:abc)",
        "|".join(chr(code) * 2 for code in range(0x4E00, 0x4E40)),
    ],
)
def test_what_a_match_may_lack_is_not(source: str) -> None:
    assert not patterns.needed(source)


def test_a_text_that_cannot_match_makes_no_pattern() -> None:
    pattern = patterns.compile("总投资(?P<sum>[0-9]+)亿元")
    text = "总投资3万元。项目"
    assert (pattern.search("占地3亩"), pattern.match("占地"), pattern.fullmatch("占地")) == (None, None, None)
    assert list(pattern.finditer("占地3亩")) == []
    assert pattern.sub("", "占地3亩") == "占地3亩"
    assert pattern.search(text, 0, 2) is None
    assert pattern.search(text, 4) is None
    assert not is_made(pattern)
    assert pattern.search(text, -5) is None
    assert is_made(pattern)


@pytest.mark.parametrize("name", ["search", "match", "fullmatch"])
def test_a_function_taken_before_it_is_made_goes_on(name: str) -> None:
    ask = getattr(patterns.compile("[0-9]{1,3}亿元"), name)
    assert [bool(ask(text)) for text in ("3亩", "3亿元", "3亩", "30亿元")] == [False, True, False, True]


def test_other_functions_are_those_of_re() -> None:
    pattern = patterns.compile("(?P<sum>[0-9]+)亿元", re.IGNORECASE)
    assert pattern.groupindex == {"sum": 1}
    assert pattern.findall("3亿元、5亿元") == ["3", "5"]
    assert pattern.split("共3亿元整") == ["共", "3", "整"]
    assert (pattern.pattern, pattern.sub("", "共3亿元整")) == ("(?P<sum>[0-9]+)亿元", "共整")
    with pytest.raises(AttributeError):
        _ = pattern.unheard_of  # type: ignore[attr-defined]


def test_cases_are_no_words() -> None:
    assert patterns.compile("http", re.IGNORECASE).search("HTTP") is not None


def test_a_pattern_that_is_asked_often_is_made() -> None:
    pattern = patterns.compile("总投资(?P<sum>[0-9]+)亿元")
    asked = [pattern.search("占地3亩") for _ in range(200)]
    assert not any(asked)
    assert is_made(pattern)


def test_a_pattern_of_words_on_a_page_is_made_once() -> None:
    assert patterns.compile("王某某(?!村)") is patterns.compile("王某某(?!村)")
    assert patterns.compile("王某某(?!村)") is not patterns.compile("王某某(?!村)", re.IGNORECASE)
