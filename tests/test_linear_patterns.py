"""No pattern of newsie takes time that grows faster than the text, whatever the text is."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import linear
import pytest

from newsie.patterns import needed

HERE = Path(__file__).parent
FOLDERS = [HERE / "pages", HERE / "more_pages", HERE.parent / "seeds"]


@pytest.fixture(scope="module")
def patterns() -> list[tuple[str, int, str]]:
    """Return every pattern, its flags and the module that makes it."""
    env = {**os.environ, "PYTHONPATH": str(HERE.parent), "PYTHONUTF8": "1"}
    command = [sys.executable, str(HERE / "patterns.py"), *map(str, FOLDERS)]
    done = subprocess.run(command, env=env, check=True, capture_output=True, text=True, encoding="utf-8")
    return [(source, flags, module) for source, flags, module in json.loads(done.stdout)]


def test_patterns_of_every_part_are_collected(patterns: list[tuple[str, int, str]]) -> None:
    parts = {module.split(".")[1] for _, _, module in patterns}
    assert {"clean", "divide", "literals", "reader", "frames", "linking", "inputs"} <= parts
    assert len(patterns) > 700


def test_what_is_looked_for_before_a_pattern_is_made_is_in_every_match(
    patterns: list[tuple[str, int, str]],
) -> None:
    text = "\n".join(
        path.read_text(encoding="utf-8") for folder in FOLDERS for path in sorted(folder.glob("*.txt"))
    )
    lines = text.replace("\n\n", "\n").split("\n")
    known = [(source, flags, needed(source)) for source, flags, _ in patterns if not flags & re.IGNORECASE]
    assert sum(bool(words) for _, _, words in known) > len(known) // 2
    wrong = [
        (source, line)
        for source, flags, words in known
        if words
        for line in lines
        if not any(word in line for word in words) and re.search(source, line, flags)
    ]
    assert wrong == []


def test_no_repeat_is_tied_up_with_another(patterns: list[tuple[str, int, str]]) -> None:
    tied = [
        (module, source, set(linear.knots(linear.parse(source, flags)))) for source, flags, module in patterns
    ]
    assert [one for one in tied if one[2]] == []


def test_no_repeat_can_be_read_in_two_ways(patterns: list[tuple[str, int, str]]) -> None:
    forked = [
        (module, source, set(linear.forks(linear.parse(source, flags)))) for source, flags, module in patterns
    ]
    assert [one for one in forked if one[2]] == []


@pytest.mark.parametrize(
    "source",
    [
        r"(?:总共|一共|[总共])*$",
        r"(?:ab|a|ba|b)+c",
        r"(?:大?会|大会)*$",
        r"(?:甲乙|甲|乙丙|丙)*$",
    ],
)
def test_a_repeat_read_in_two_ways_is_seen(source: str) -> None:
    assert set(linear.forks(linear.parse(source)))


@pytest.mark.parametrize(
    "source", [r"(?:一共|总计|[总共约])*$", r"(?:甲乙|甲|丙)*$", r"(?:总共|总|共){0,8}$"]
)
def test_a_repeat_read_in_one_way_is_not(source: str) -> None:
    assert not set(linear.forks(linear.parse(source)))


def test_time_grows_with_hostile_text_and_no_faster(patterns: list[tuple[str, int, str]]) -> None:
    endless = [one for one in patterns if not linear.is_bounded(*one[:2])]
    steep = [(module, source, linear.steepest(source, flags)) for source, flags, module in endless]
    assert [one for one in steep if one[2]] == []


def test_no_search_runs_on_from_every_place(patterns: list[tuple[str, int, str]]) -> None:
    endless = [one for one in patterns if not linear.is_bounded(*one[:2])]
    running = [(module, source) for source, flags, module in endless if _scans(source, flags)]
    assert running == []


def test_no_bounded_repeats_multiply_on_hostile_text(patterns: list[tuple[str, int, str]]) -> None:
    dear = [(module, source, linear.dearest(source, flags)) for source, flags, module in patterns]
    assert [one for one in dear if one[2]] == []


def _scans(source: str, flags: int = 0) -> set[str]:
    return set(linear.scans(linear.parse(source, flags)))


@pytest.mark.parametrize(
    "source",
    [
        r"[0-9]+期",
        r"(?:第)?[0-9]+期",
        r"就[^，]+$",
        r"(?:约|[^，]+)，",
        r"[0-9][0-9]*(?=期)",
        r"(?P<one>\w+)年",
    ],
)
def test_a_search_that_runs_on_from_every_place_is_seen(source: str) -> None:
    assert _scans(source)


@pytest.mark.parametrize(
    "source",
    [
        r"(?<![0-9])[0-9]+期",
        r"^[^，]+$",
        r"[^，]+",
        r"，[^，]+。",
        r"[0-9]{1,9}期",
        r"\s+(?![0-9])",
        r"[^，]+[，]?",
    ],
)
def test_a_search_that_does_not_is_not(source: str) -> None:
    assert not _scans(source)


@pytest.mark.parametrize(
    "source",
    [r"(?:在[^，。]{1,30}?|一){0,8}会", r"(?:[ab]{1,20}){1,20}c", r"(?:都|一边.{1,14}|边.{1,24}边){1,8}$"],
)
def test_bounded_repeats_that_multiply_are_seen(source: str) -> None:
    assert linear.dearest(source)


@pytest.mark.parametrize(
    "source", [r"在[^，。]{1,30}?会", r"(?:、[^、]{1,20}){0,30}等", r"[^。]{0,40}[^，]{0,40}会"]
)
def test_bounded_repeats_that_do_not_are_not(source: str) -> None:
    assert not linear.dearest(source)


@pytest.mark.parametrize(
    "source",
    [r"(?:[ab]+)*c", r"[^，]*等[^，]*", r"\s*[、]?\s*", r"(?:[0-9]+[年月]?)+$"],
)
def test_what_is_tied_up_is_seen(source: str) -> None:
    assert set(linear.knots(linear.parse(source)))


@pytest.mark.parametrize(
    "source",
    [r"[0-9]+(?:,[0-9]{3})*", r"甲(?:、甲)*", r"[^。]+[。]?", r"(?:、[^、]+)*", r"[0-9]{1,8}[年月]"],
)
def test_what_is_not_is_not(source: str) -> None:
    assert not set(linear.knots(linear.parse(source)))


@pytest.mark.parametrize("source", [r"(?:县城|各)+医院", r".*甲$", r"(?:约|近)*$"])
def test_a_scan_from_every_place_to_the_end_is_seen(source: str) -> None:
    assert _scans(source)
    # a busy machine may hide it once
    assert any(linear.steepest(source) for _ in range(5))
