"""The quality gate: floors for each row and folder of sample pages, in gate.toml.

usage: python tests/gate.py

writes what the pages give now: floors rise, none falls by itself. A floor is a list; the last is in force. To
lower one, add a lower one behind it and say why in CHANGELOG.md under "Results change", as the test asks.
The hash is of gold and of the pages: where either was changed, the figures are others, and this is run again.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newsie.evaluation import Evaluation, Graded, evaluate
from newsie.evaluation.grading import extracted, find_tasks
from newsie.evaluation.measures import HEADLINE_ROWS, OVERALL

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

HERE = Path(__file__).parent
GATE = HERE / "gate.toml"
FOLDERS = (
    HERE.parent / "seeds",
    HERE / "pages",
    HERE / "more_pages",
    HERE / "later_pages",
    HERE / "fresh_pages",
    HERE / "newest_pages",
    HERE / "latest_pages",
    HERE / "blind_pages",
    HERE / "unseen_pages",
    HERE / "untried_pages",
    HERE / "novel_pages",
    HERE / "unmet_pages",
    HERE / "untold_pages",
    HERE / "ordinary_pages",
    HERE / "further_pages",
    HERE / "added_pages",
    HERE / "held_pages",
    HERE / "local_articles",
    HERE / "more_articles",
)
ROWS = (
    *HEADLINE_ROWS,
    "article kind",
    "subheads",
    "statement verb (found)",
    "statistic.period (found)",
    "project milestones (found)",
    OVERALL,
)
STEP = 0.5
"""A floor is the figure rounded down to this."""


def read_gate() -> dict[str, Any]:
    """Return for each folder its `hash` and its `floors`."""
    found: dict[str, Any] = tomllib.loads(GATE.read_text(encoding="utf-8"))
    return found


def graded(folder: Path, results: Mapping[str, Any]) -> Evaluation:
    """Return how near results, by the names of their pages, are to the gold of a folder."""
    tasks = find_tasks(folder / "gold", folder)
    return evaluate(
        Graded(task.gold, results[Path(task.page.source).name], task.page.readable) for task in tasks
    )


def figures(evaluation: Evaluation) -> dict[str, float]:
    """Return the figures that have floors."""
    found = {row.name: row.f1 for row in evaluation.rows}
    return {name: figure for name in ROWS if (figure := found.get(name)) is not None}


def floors(found: Mapping[str, float], known: Mapping[str, list[float]]) -> dict[str, list[float]]:
    """Return floors raised to what was found."""
    raised = {}
    for name, figure in found.items():
        *earlier, last = known.get(name, [0.0])
        raised[name] = [*earlier, max(last, math.floor(figure / STEP) * STEP)]
    return raised


def main() -> None:
    """Write the floors."""
    known = read_gate() if GATE.exists() else {}
    lines = ["# What tests/test_gate.py holds results to; see tests/gate.py."]
    for folder in FOLDERS:
        evaluation = evaluate(extracted(find_tasks(folder / "gold", folder)))
        held = known.get(folder.name, {}).get("floors", {})
        lines += ["", f"[{folder.name}]", f'hash = "{evaluation.gold}"', "", f"[{folder.name}.floors]"]
        lines += [f'"{name}" = {values}' for name, values in floors(figures(evaluation), held).items()]
    GATE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
