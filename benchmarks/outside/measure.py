"""Measure one library: accuracy by file, the genre's phrases, the quantities of gold pages, speed."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from .answer import NO_DAY, Answer, Case, Days
from .cases import load, set_aside
from .judge import close, in_base, passes
from .rivals import SYSTEMS, System

ASIDE = Path(__file__).parent.parent / "values_set_aside.tsv"
PUBLISHED = date(2022, 7, 20)
MONEY = "gold money: value, unit, hedge"
LEVELS = ("gold quantities: value", "gold quantities: value and unit", "gold quantities: value, unit, hedge")


@dataclass(frozen=True, slots=True)
class Score:
    """How many are right: of those that stand, and with those that are set aside."""

    right: int
    of: int
    right_of_all: int = 0
    all: int = 0


@dataclass(slots=True)
class Measured:
    """What was measured of one library."""

    name: str
    scores: dict[str, Score] = field(default_factory=dict)
    rate: float = 0.0
    our_rate: float = 0.0


@dataclass(frozen=True, slots=True)
class Task:
    """What to measure on: case files, pages with gold, running text."""

    cases: Path
    gold: tuple[Path, ...]
    news: Path | None


def measure(name: str, task: Task) -> Measured:
    """Return the accuracy and speed of one library."""
    system, measured = SYSTEMS[name](), Measured(name)
    cases = load(task.cases)
    aside = set_aside(ASIDE, cases)
    for file, counting in cases.items():
        if (score := score_file(system, counting, aside)) is not None:
            measured.scores[file] = score
    measured.scores |= score_phrases(system) | score_gold(system, task.gold)
    texts = running_text(task)
    measured.our_rate = rate(SYSTEMS["newsie"](), texts)
    measured.rate = measured.our_rate if name == "newsie" else rate(system, texts)
    return measured


def score_file(system: System, cases: Sequence[Case], aside: dict[tuple[str, str], str]) -> Score | None:
    """Return how many cases of a file are passed, or None if the library does not do that kind."""
    results = {}
    for place, case in enumerate(cases):
        readings = system.readings(case.kind, case.text, case.reference)
        if readings is None:
            return None
        words = system.name == "newsie" and case.kind == "number"
        results[place] = any(passes(case, reading, words=words) for reading in readings)
    kept = [right for place, right in results.items() if (cases[place].file, cases[place].text) not in aside]
    return Score(sum(kept), len(kept), sum(results.values()), len(results))


def phrases() -> list[tuple[str, str, str]]:
    """Return the genre's phrases: kind, text, what is right."""
    lines = (Path(__file__).parent / "phrases.tsv").read_text(encoding="utf-8").splitlines()
    found = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(kind, text, right) for kind, text, right in found]


def wanted_days(right: str) -> list[tuple[Days, ...]]:
    """Return the intervals that each expression of a phrase may mean."""
    return [
        tuple((first or None, last or None) for first, last in (each.split("..") for each in one.split("|")))
        for one in right.split(";")
    ]


def wanted_quantity(right: str) -> Answer:
    """Return the quantity of a phrase."""
    hedge, value, unit = right.split(" ")
    low, _, high = value.partition("..")
    return Answer("", 0, Decimal(low), Decimal(high) if high else None, unit, hedge != "exact")


def score_phrases(system: System) -> dict[str, Score]:
    """Return the scores on the genre's phrases; a kind that the library does not do is left out."""
    scores = {}
    dates = [(text, right) for kind, text, right in phrases() if kind == "date"]
    answers = [(system.readings("date", text, PUBLISHED), wanted_days(right)) for text, right in dates]
    if answers[0][0] is not None:
        right = sum(any(_same(reading, want) for reading in readings or ()) for readings, want in answers)
        scores["genre's dates"] = Score(right, len(answers))
    amounts = [(text, wanted_quantity(right)) for kind, text, right in phrases() if kind == "quantity"]
    if system.name != "dateparser":
        right = sum(found_in(system.quantities(text), wanted) == len(LEVELS) for text, wanted in amounts)
        scores["genre's quantities"] = Score(right, len(amounts))
    return scores


def _same(found: Iterable[Answer], wanted: list[tuple[Days, ...]]) -> bool:
    mine = [answer for answer in found if any(days != NO_DAY for days in answer.days)]
    return len(mine) == len(wanted) and all(
        set(answer.days) & set(want) for answer, want in zip(mine, wanted, strict=True)
    )


def score_gold(system: System, folders: Iterable[Path]) -> dict[str, Score]:
    """Return how many of the quantities that annotators took from pages are found, at three levels."""
    if system.name == "dateparser":
        return {}
    levels: list[tuple[int, str]] = []
    for text, wanted in gold_quantities(folders):
        found = system.quantities(text)
        levels.extend((found_in(found, each), each.unit) for each in wanted)
    money = [level for level, unit in levels if unit.endswith("元")]
    scores = {
        name: Score(sum(level > place for level, _ in levels), len(levels))
        for place, name in enumerate(LEVELS)
    }
    return scores | {MONEY: Score(money.count(len(LEVELS)), len(money))}


def found_in(found: Iterable[Answer], wanted: Answer) -> int:
    """Return how much of a quantity is found: 1 for its value, 2 with its unit, 3 with its hedge and range."""
    return max((_level(answer, wanted) for answer in found), default=0)


def _level(found: Answer, wanted: Answer) -> int:
    mine, my_base = in_base(found.low, found.unit)
    theirs, base = in_base(wanted.low, wanted.unit)
    if my_base != base:
        return int(close(found.low, wanted.low))
    if not close(mine, theirs):
        return 0
    high, _ = in_base(found.high, found.unit)
    my_high, _ = in_base(wanted.high, wanted.unit)
    return 3 if found.hedged == wanted.hedged and close(high, my_high) else 2


def gold_quantities(folders: Iterable[Path]) -> Iterable[tuple[str, list[Answer]]]:
    """Yield the text of each article of the gold pages with the quantities that annotators took from it."""
    for path in sorted(path for folder in folders for path in folder.glob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        for article in page["articles"]:
            text = "\n".join([article["headline"] or "", *article["body"], *article["captions"]])
            yield (
                text,
                [_gold(each["quantity"]) for each in page["statistics"] if each["article"] == article["id"]],
            )


def _gold(quantity: dict[str, str | None]) -> Answer:
    high = quantity["value_max"]
    return Answer(
        "",
        0,
        Decimal(quantity["value"] or 0),
        None if high is None else Decimal(high),
        quantity["unit"] or "",
        quantity["qualifier"] != "exact",
    )


def running_text(task: Task) -> list[str]:
    """Return the articles to time on: those of the gold pages, and a JSON Lines file of news if one is given."""
    texts = [text for text, _ in gold_quantities(task.gold)]
    if task.news is not None:
        with task.news.open(encoding="utf-8") as lines:
            entries = [json.loads(line) for line, _ in zip(lines, range(200), strict=False)]
        texts += [str(entry.get("text") or entry.get("content") or "") for entry in entries]
    return [text for text in texts if text]


def rate(system: System, texts: Sequence[str], repeats: int = 3) -> float:
    """Return the characters a second of CPU time, the best of some runs over the same texts."""
    characters = sum(map(len, texts))
    system.run(texts[0])
    best = float("inf")
    for _ in range(repeats):
        start = time.process_time()
        for text in texts:
            system.run(text)
        best = min(best, time.process_time() - start)
    return characters / best
