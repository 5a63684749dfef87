"""Gold, sources and results brought together: which result is of which page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import takewhile
from pathlib import Path, PurePath

from newsie.batch import Done, Work, in_order, name_of
from newsie.errors import SourceError
from newsie.evaluation import Graded
from newsie.extractor import PIPELINE
from newsie.identity import text_sha256
from newsie.inputs import Unread, find_pages, read_page
from newsie.out.results import read_results
from newsie.page import Failure, Page, Source
from newsie.records import Extraction
from newsie.rules import NO_RULES, Rules


@dataclass(frozen=True, slots=True)
class Task:
    """A page and what should be found on it.

    Attributes:
        gold: what should be found.
        page: the page.
    """

    gold: Extraction
    page: Page


def find_tasks(gold: Path, sources: Path) -> tuple[Task, ...]:
    """Return the pages of gold.

    Args:
        gold: a folder of results, a file of one, or a .jsonl of several.
        sources: the folder that holds the pages, or one page, table or archive. Days of publication are those of
            its manifest, and else gold's.

    Raises:
        SourceError: gold is no gold, or its page is not there or is another text.
    """
    results = [result for _, result in read_results(gold)]
    wanted = {_last(result.source) for result in results}
    known = _Pages(sources)
    for unread in find_pages(sources):
        known.take(unread, wanted)
    return tuple(Task(result, known.page(result)) for result in results)


def _last(name: str) -> str:
    return PurePath(name).name


def _alike(one: str, other: str) -> int:
    """Return how many parts two paths have in common, from their ends."""
    pairs = zip(reversed(PurePath(one).parts), reversed(PurePath(other).parts), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


@dataclass(frozen=True, slots=True)
class _Pages:
    """The pages among which those of gold are looked for: 2023/01/01版.txt is not 2023/02/01版.txt.

    Attributes:
        sources: where they are, for messages.
        by_name: those that are called like a page of gold, by the last part of their names.
        failures: why others are none.
    """

    sources: Path
    by_name: dict[str, list[Source | Page]] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)

    def take(self, unread: Unread, wanted: Collection[str]) -> None:
        """Keep a page if gold may be of it."""
        if isinstance(unread, Failure):
            self.failures.append(unread)
        elif (name := _last(name_of(unread))) in wanted:
            self.by_name.setdefault(name, []).append(unread)

    def page(self, gold: Extraction) -> Page:
        """Return the page of gold: of those with its name the one with its text.

        Raises:
            SourceError: there is none.
        """
        name = _last(gold.source)
        named = sorted(self.by_name.get(name, ()), key=lambda one: -_alike(name_of(one), gold.source))
        if not named:
            why = f"; {self.failures[0].reason}" if self.failures else ""
            raise SourceError(f"{self.sources}: gold is of {name!r}, and there is no such page{why}")
        read = (one if isinstance(one, Page) else read_page(one) for one in named)
        for page in read:
            if gold.text_sha256 in ("", text_sha256(page.text)):
                return _dated(page, gold)
        raise SourceError(f"{name_of(named[0])}: gold is of another text: the page was changed since")


def _dated(page: Page, gold: Extraction) -> Page:
    if page.published is None and gold.published:
        return replace(page, published=date.fromisoformat(gold.published), published_from="given")
    return page


def extracted(
    tasks: Sequence[Task], pipeline: str = PIPELINE, workers: int = 1, rules: Rules = NO_RULES
) -> Iterator[Graded]:
    """Yield pages with what a pipeline finds, with rules of a user's own if there are any.

    Raises:
        SourceError: a page could not be read.
        ModelError: there is no such pipeline.
    """
    work = Work(pipeline=pipeline, rules=rules)
    for task, done in zip(tasks, in_order(work, [task.page for task in tasks], workers), strict=True):
        yield Graded(task.gold, _found(done), task.page.readable)


def _found(done: Done) -> Extraction:
    if isinstance(done.outcome, Failure):
        raise SourceError(f"{done.outcome.source}: {done.outcome.reason}")
    return done.outcome


def predicted(tasks: Iterable[Task], predictions: Path) -> Iterator[Graded]:
    """Yield pages with results that were written before, paired by the names of their sources.

    Raises:
        SourceError: a page has no result, or one of another text.
    """
    by_name: dict[str, list[Extraction]] = {}
    for _, result in read_results(predictions):
        by_name.setdefault(_last(result.source), []).append(result)
    for task in tasks:
        name, source = _last(task.gold.source), task.gold.source
        named = sorted(by_name.get(name, ()), key=lambda one: -_alike(one.source, source))
        if not named:
            raise SourceError(f"{predictions}: no result of {name!r}")
        sha256 = text_sha256(task.page.text)
        found = next((one for one in named if one.text_sha256 in ("", sha256)), None)
        if found is None:
            raise SourceError(f"{predictions}: the result of {name!r} is of another text")
        yield Graded(task.gold, found, task.page.readable)
