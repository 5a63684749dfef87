"""A user's own files: any rules are rules or an error that says where; a page cannot put script into its report."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzz.invariants import RULES
from fuzz.profiles import examples
from fuzz.vocabulary import WORDS
from newsie import NewsieError
from newsie.corrections import load_corrections
from newsie.extractor import load
from newsie.rules import load_rules
from newsie.views.payload import Document
from newsie.views.report import report

_EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples" / "own_rules"
_SPOILING = (
    "", "\t", "\n", '"', "'", "[", "]", "{", "}", "(", "(?P<a>", "(a+)+", ".*", "{1,99999}", "\\", "[[record]]", "=", "#", "\x00",
    "{PERSON}", "\ue000", "__import__('os')", "!!python/object", "%s", "{0.__class__}", "(?{1})", "🀄",
)  # fmt: skip
HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<!--<script>",
    "]]><svg onload=alert(1)>",
    "{{ 7*7 }}{% include 'x' %}",
    "javascript:alert(1)",
)


@cache
def _files() -> tuple[tuple[str, str], ...]:
    return tuple(
        (path.name, path.read_text(encoding="utf-8"))
        for path in sorted(_EXAMPLES.iterdir())
        if path.is_file()
    )


@st.composite
def _broken(draw: st.DrawFn) -> tuple[str, str]:
    name, text = draw(st.sampled_from(_files()))
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from((0, 0, 1, 3, 40))))
        text = text[:start] + draw(st.sampled_from((*_SPOILING, *WORDS[:200]))) + text[end:]
    return name, text


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("rules")


@examples(40, 0.005)
@given(_broken())
def test_broken_rules_are_rules_or_an_error(folder: Path, made: tuple[str, str]) -> None:
    path = folder / made[0]
    path.write_bytes(made[1].encode("utf-8", "replace"))
    with suppress(NewsieError):
        load_rules(path)


@examples(60, 0.01)
@given(
    st.one_of(
        st.binary(max_size=200),
        st.recursive(st.none() | st.text(max_size=9) | st.integers(), st.lists).map(
            lambda value: json.dumps({"action": value, "record": value}).encode("utf-8", "replace")
        ),
    )
)
def test_any_bytes_are_corrections_or_an_error(folder: Path, data: bytes) -> None:
    path = folder / "corrections.jsonl"
    path.write_bytes(data)
    with suppress(NewsieError):
        load_corrections(path)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_report_runs_nothing_of_a_page(text: str) -> None:
    page = f"区里召开{text}会议\n\n本报讯（记者 {text}）1月8日，区里召开防汛{text}工作会议。县长王明华说：“{text}要抓好落实。”\n"
    result = load(RULES).extract(page, published="2023-01-10", source=text, outlet=text)
    made = report([Document(result, page)], title=text)
    plain = report([Document(load(RULES).extract("会议", published="2023-01-10"), "会议")])
    for mark in ("<script", "</script", "<img", "<svg", "<!--"):
        assert made.lower().count(mark) == plain.lower().count(mark), mark
    assert not re.search(r"(?:href|src)\s*=\s*[\"']?javascript:", made)
