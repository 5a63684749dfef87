"""One table of all libraries: each measured in a process of its own."""

from __future__ import annotations

import json
import platform
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from .cases import FILES
from .measure import LEVELS, MONEY, Measured, Score, Task, measure
from .rivals import PACKAGES, SYSTEMS, installed

ROWS = (*FILES, "genre's dates", "genre's quantities", *LEVELS, MONEY)


def print_measured(name: str, task: Task) -> None:
    """Print what was measured of one library as one line of JSON, the last line of the output."""
    print("\n" + json.dumps(asdict(measure(name, task))))


def print_table(script: Path, task: Task) -> None:
    """Measure every library that is installed and print the table."""
    names = [name for name in SYSTEMS if name == "newsie" or installed(name)]
    results = [_in_own_process(script, name, task) for name in names]
    print("\n".join(table(results)))
    print()
    versions = ", ".join(f"{name} {installed(name)}" for name in names if name != "newsie")
    print(f"Python {platform.python_version()}; {versions or 'no other library'}.")
    for name in SYSTEMS:
        if name not in names:
            print(f"{name} is not installed: pip install {PACKAGES[name]}")


def table(results: Sequence[Measured]) -> list[str]:
    """Return the lines of a Markdown table, a library a column."""
    rows = [["", *(result.name for result in results)]]
    rows.append(["---", *("---:" for _ in results)])
    for row in ROWS:
        scores = [result.scores.get(row) for result in results]
        if any(scores):
            rows.append([_labelled(row, scores), *map(_percent, scores)])
    rows.append(["characters a second", *(f"{result.rate:,.0f}" for result in results)])
    rows.append(
        [
            "newsie, same process, is faster by",
            *(f"{result.our_rate / result.rate:,.1f}" for result in results),
        ]
    )
    return ["| " + " | ".join(row) + " |" for row in rows]


def _labelled(row: str, scores: Iterable[Score | None]) -> str:
    size = next(score.of for score in scores if score)
    return f"{row} ({size})"


def _percent(score: Score | None) -> str:
    """Show a share of those that stand, and behind it, in brackets, with those set aside."""
    if score is None:
        return "–"
    shown = f"{100 * score.right / max(1, score.of):.1f}"
    return f"{shown} ({100 * score.right_of_all / score.all:.1f})" if score.all > score.of else shown


def _in_own_process(script: Path, name: str, task: Task) -> Measured:
    """Measure a library in a process of its own: what one imports shall not slow or break another."""
    command = [sys.executable, "-W", "ignore", str(script), "--measure", name, "--cases", str(task.cases)]
    command += ["--gold", *map(str, task.gold)] + (["--news", str(task.news)] if task.news else [])
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{name}: {done.stderr[-2000:]}")
    read = json.loads(done.stdout.rsplit("\n", 2)[-2])
    scores = {row: Score(**score) for row, score in read.pop("scores").items()}
    return Measured(**read, scores=scores)
