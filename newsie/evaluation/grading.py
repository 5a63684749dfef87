"""Gold, sources and results brought together: which result is of which page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePath

from newsie.batch import Done, Work, in_order
from newsie.errors import SourceError
from newsie.evaluation import Graded
from newsie.extractor import PIPELINE
from newsie.identity import text_sha256
from newsie.inputs import read_page
from newsie.manifest import find_sources
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
        sources: the folder that holds the pages, or one page. Days of publication are those of its
            manifest, and else gold's.

    Raises:
        SourceError: gold is no gold, or its page is not there or is another text.
    """
    by_name = {source.path.name: source for source in find_sources(sources)}
    return tuple(Task(result, _page(result, by_name, sources)) for _, result in read_results(gold))


def _page(gold: Extraction, by_name: dict[str, Source], sources: Path) -> Page:
    name = PurePath(gold.source).name
    if name not in by_name:
        raise SourceError(f"{sources}: gold is of {name!r}, and there is no such page")
    page = read_page(by_name[name])
    if gold.text_sha256 and text_sha256(page.text) != gold.text_sha256:
        raise SourceError(f"{page.source}: gold is of another text: the page was changed since")
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
    by_name = {PurePath(result.source).name: result for _, result in read_results(predictions)}
    for task in tasks:
        name = PurePath(task.gold.source).name
        if name not in by_name:
            raise SourceError(f"{predictions}: no result of {name!r}")
        found = by_name[name]
        if found.text_sha256 and found.text_sha256 != text_sha256(task.page.text):
            raise SourceError(f"{predictions}: the result of {name!r} is of another text")
        yield Graded(task.gold, found, task.page.readable)
