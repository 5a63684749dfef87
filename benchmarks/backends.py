"""How near to gold and how fast newsie is with each backend, each in a process of its own.

usage: python benchmarks/backends.py [PIPELINE …] [--rounds 5]

A pipeline is what `newsie.load` takes: `zh_news` and `zh_chars` if none is given, `zh_hanlp:MODEL`. F1 in percent
over the sample pages and the written ones in `tests/`; speed is characters a second of processor time, one
thread, the best round; load is the processor time of `newsie.load` in a fresh process.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import newsie
from newsie.evaluation import Graded, evaluate
from newsie.evaluation.grading import find_tasks

HOME = Path(__file__).resolve().parent.parent
FOLDERS = (HOME / "seeds", HOME / "tests/pages", HOME / "tests/more_pages")
ROWS = (
    "person mention",
    "official post",
    "meeting field",
    "visit field",
    "statement",
    "project field",
    "statistic field",
    "overall",
)


def measured(pipeline: str, rounds: int) -> dict[str, str]:
    """Return the figures of one pipeline, as they are printed."""
    start = time.process_time()
    extractor = newsie.load(pipeline)
    load = time.process_time() - start
    tasks = [task for folder in FOLDERS for task in find_tasks(folder / "gold", folder)]
    pages = [task.page for task in tasks]
    evaluation = evaluate(
        Graded(task.gold, extractor.extract_page(task.page), task.page.readable) for task in tasks
    )
    figures = {row.name: row.f1 for row in evaluation.rows}
    times = []
    for _ in range(rounds):
        start = time.process_time()
        for page in pages:
            extractor.extract_page(page)
        times.append(time.process_time() - start)
    speed = sum(len(page.text) for page in pages) / min(times)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        **{row: f"{figures[row]:.1f}" for row in ROWS},
        "characters a second": f"{speed:,.0f}",
        "load": f"{load:.2f} s",
        "peak memory": f"{memory:.0f} MB",
    }


def main() -> None:
    """Print a table, a column for each pipeline."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pipelines", nargs="*", default=["zh_news", "zh_chars"])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(measured(given.pipelines[0], given.rounds)))
        return
    columns = {}
    for pipeline in given.pipelines:
        command = [sys.executable, __file__, "--one", "--rounds", str(given.rounds), pipeline]
        alone = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        run = subprocess.run(command, env=alone, check=True, capture_output=True, encoding="utf-8")
        columns[pipeline] = json.loads(run.stdout.splitlines()[-1])
    print("| |", " | ".join(f"`{name}`" for name in columns), "|")
    print("|---|" + "---|" * len(columns))
    for row in next(iter(columns.values())):
        print(f"| {row} |", " | ".join(column[row] for column in columns.values()), "|")


if __name__ == "__main__":
    main()
