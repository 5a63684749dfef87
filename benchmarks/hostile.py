"""Time and memory that hostile texts take, from ten kilobytes to ten megabytes: both grow as the texts do.

usage: python benchmarks/hostile.py [FAMILY ...] [--sizes 10 100 1000 10000] [--pipeline zh_news] [--out TABLE.md]

Each text is read by a process of its own that has read a page before. A body of more than 100,000 characters
is kept but not read for records, so every family comes in two shapes: one body, and stories of 2,000 characters.
"""

from __future__ import annotations

import argparse
import json
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from fuzz.families import FAMILIES, as_stories

import newsie

SIZES = (10, 100, 250, 1000, 10000)
_SHAPES = ("one body", "stories")
_PATIENCE = 900
_TOO_STEEP = 1.6
_NOTHING = 0.05
"""Seconds below which a growth says nothing."""


def text_of(family: str, shape: str, kilobytes: int) -> str:
    """Return a text of so many kilobytes in UTF-8."""
    make = FAMILIES[family]
    sample = make(600)
    length = int(kilobytes * 1000 * len(sample) / len(sample.encode()))
    return make(length) if shape == "one body" else as_stories(make, length)


def measure(family: str, shape: str, kilobytes: int, pipeline: str) -> tuple[float, float]:
    """Return the seconds of processor time and the megabytes that reading a text takes."""
    resource.setrlimit(resource.RLIMIT_CPU, (_PATIENCE, _PATIENCE + 9))
    extractor = newsie.load(pipeline)
    extractor.extract(text_of("meetings", "stories", 10))
    text = text_of(family, shape, kilobytes)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    taken = []
    for _ in range(3 if kilobytes <= 100 else 1):
        start = time.process_time()
        extractor.extract(text, published="2023-01-10")
        taken.append(time.process_time() - start)
    return min(taken), (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1000


def apart(family: str, shape: str, kilobytes: int, pipeline: str) -> tuple[float, float] | None:
    """Measure in a process of its own; None if it takes more than `_PATIENCE` seconds of processor time."""
    command = [sys.executable, __file__, "--one", family, shape, str(kilobytes), pipeline]
    run = subprocess.run(command, capture_output=True, check=False)
    if run.returncode == -signal.SIGXCPU:
        return None
    run.check_returncode()
    seconds, megabytes = json.loads(run.stdout)
    return seconds, megabytes


def steepest(sizes: Sequence[int], found: Sequence[tuple[float, float] | None]) -> float:
    """Return how many times as fast as the text the time grows, at worst, between two sizes."""
    growths = [
        (later[0] / earlier[0]) / (larger / smaller)
        for (smaller, earlier), (larger, later) in pairwise(zip(sizes, found, strict=True))
        if earlier and later and later[0] > 4 * _NOTHING and earlier[0] > _NOTHING
    ]
    late = float("inf") if None in found else 0.0
    return max(growths, default=0.0) or late


def row(family: str, shape: str, sizes: Sequence[int], pipeline: str) -> str:
    """Measure a family; return its row of the table."""
    found: list[tuple[float, float] | None] = []
    for size in sizes:
        found.append(apart(family, shape, size, pipeline) if None not in found else None)
    growth = steepest(sizes, found)
    cells = [f"{one[0]:.2f}" if one else f"> {_PATIENCE}" for one in found]
    memory = found[-1][1] if found[-1] else 0
    mark = " **steep**" if growth > _TOO_STEEP else ""
    return f"| {family} | {shape} | {' | '.join(cells)} | {growth:.2f}{mark} | {memory:.0f} |"


def main() -> None:
    """Print the table."""
    if sys.argv[1:2] == ["--one"]:
        family, shape, kilobytes, pipeline = sys.argv[2:]
        print(json.dumps(measure(family, shape, int(kilobytes), pipeline)))
        return
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("families", nargs="*", metavar="FAMILY", help=f"of {', '.join(FAMILIES)}")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="kilobytes")
    parser.add_argument("--shapes", nargs="+", default=_SHAPES, choices=_SHAPES)
    parser.add_argument("--pipeline", default="zh_news")
    parser.add_argument("--out", type=Path)
    chosen = parser.parse_args()
    titles = [f"{size:,} kB" for size in chosen.sizes]
    lines = [
        f"| family | shape | {' | '.join(titles)} | growth | MB |",
        f"|---|---|{'---:|' * (len(titles) + 2)}",
    ]
    print("\n".join(lines), flush=True)
    for family in chosen.families or FAMILIES:
        for shape in chosen.shapes:
            lines.append(row(family, shape, chosen.sizes, chosen.pipeline))
            print(lines[-1], flush=True)
    if chosen.out:
        chosen.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
