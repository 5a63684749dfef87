"""Results are as near to gold as they were: a floor may be raised, never lowered without a reason."""

from itertools import pairwise
from pathlib import Path

import pytest
from gate import FOLDERS, figures, floors, graded, read_gate

from newsie.records import Extraction

CHANGES = "### Results change"
CHANGELOG = Path(__file__).parent.parent / "CHANGELOG.md"


def told(changelog: str) -> str:
    """Return what a changelog tells under "Results change", of whatever version."""
    sections = changelog.split(CHANGES)[1:]
    return "\n".join(section.split("\n#")[0] for section in sections)


def lowered(history: dict[str, dict[str, dict[str, list[float]]]]) -> list[str]:
    """Return the entries that a changelog must have for floors that were lowered."""
    return [
        f"{folder}: {row} {before:g} → {after:g}"
        for folder, held in history.items()
        for row, values in held["floors"].items()
        for before, after in pairwise(values)
        if after < before
    ]


def test_results_are_as_near_to_gold_as_they_were(
    folder: Path, extracted: dict[Path, tuple[Extraction, ...]]
) -> None:
    held = read_gate()[folder.name]
    evaluation = graded(folder, {Path(result.source).name: result for result in extracted[folder]})
    assert evaluation.gold == held["hash"], "gold or pages were changed: run python tests/gate.py"
    found = figures(evaluation)
    fallen = {
        name: (values[-1], found.get(name, 0.0))
        for name, values in held["floors"].items()
        if found.get(name, 0.0) < values[-1]
    }
    assert not fallen, "floor and figure"


def test_every_folder_has_its_floors(folder: Path, extracted: dict[Path, tuple[Extraction, ...]]) -> None:
    gold = {Path(result.source).name: result for result in extracted[folder]}
    assert set(figures(graded(folder, gold))) == set(read_gate()[folder.name]["floors"])


def test_no_folder_is_left_out() -> None:
    assert [folder.name for folder in FOLDERS] == list(read_gate())


def test_a_floor_that_was_lowered_is_told() -> None:
    known = told(CHANGELOG.read_text(encoding="utf-8"))
    assert not [entry for entry in lowered(read_gate()) if entry not in known]


@pytest.mark.parametrize(("values", "entries"), [([99.0], []), ([99.0, 98.5], ["seeds: visit 99 → 98.5"])])
def test_lowering_asks_for_an_entry(values: list[float], entries: list[str]) -> None:
    assert lowered({"seeds": {"floors": {"visit": values}}}) == entries


def test_entries_stand_under_their_heading_only() -> None:
    changelog = f"## 1\n{CHANGES}\n- seeds: visit 99 → 98.5, since …\n\n### Added\n- seeds: meeting 9 → 8\n"
    assert "visit" in told(changelog)
    assert "meeting" not in told(changelog)


def test_floors_only_rise() -> None:
    found = floors({"visit": 97.9, "meeting": 99.2, "new": 80.3}, {"visit": [98.0], "meeting": [99.0, 98.0]})
    assert found == {"visit": [98.0], "meeting": [99.0, 99.0], "new": [80.0]}
