"""No pattern of newsie takes time that grows faster than the text, whatever the text is."""

import json
import os
import subprocess
import sys
from pathlib import Path

import linear
import pytest

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


def test_no_repeat_is_tied_up_with_another(patterns: list[tuple[str, int, str]]) -> None:
    tied = [
        (module, source, set(linear.knots(linear.parse(source, flags)))) for source, flags, module in patterns
    ]
    assert [one for one in tied if one[2]] == []


def test_time_grows_with_hostile_text_and_no_faster(patterns: list[tuple[str, int, str]]) -> None:
    endless = [one for one in patterns if not linear.is_bounded(*one[:2])]
    steep = [(module, source, linear.steepest(source, flags)) for source, flags, module in endless]
    assert [one for one in steep if one[2]] == []


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


@pytest.mark.parametrize("source", [r"(?:县城|各)+医院", r"^?.*甲$", r"(?:约|近)*$"])
def test_a_scan_from_every_place_to_the_end_is_seen(source: str) -> None:
    assert linear.steepest(source.removeprefix("^?"))
