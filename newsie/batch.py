"""Many sources, one result each, in their order: in this process or in several.

A source that fails gives a `Failure` in its place; its neighbours are not touched.

Worker processes are spawned, so a script that asks for them needs `if __name__ == "__main__":`.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from newsie.errors import ModelError, NewsieError, RuleError
from newsie.extractor import PIPELINE, load
from newsie.page import MAX_BYTES, Page, Source, read_day, read_page
from newsie.records import Extraction

Readable: TypeAlias = str | Path | Page | Source
"""A text (`str`), a file (`Path`), or one of them with what is known about it."""

_AHEAD = 4
_GROUP_LENGTH = 30_000
_LARGEST_GROUP = 32


@dataclass(frozen=True, slots=True)
class Failure:
    """A source of which nothing could be extracted.

    Attributes:
        source: its name.
        reason: what was wrong, for a reader.
    """

    source: str
    reason: str


Outcome: TypeAlias = Extraction | Failure


@dataclass(frozen=True, slots=True)
class _Work:
    """What a process is to do with each source."""

    published: date | None
    pipeline: str
    max_bytes: int

    def __call__(self, readables: Sequence[Page | Source]) -> list[Outcome]:
        """Return what comes of some sources, whose names are read together; one that breaks is read apart."""
        if len(readables) > 1:
            try:
                return list(load(self.pipeline).extract_pages([self._page(one) for one in readables]))
            except (ModelError, RuleError):
                raise
            except Exception:  # noqa: BLE001, S110 - read one by one below, each fault is told
                pass
        return [self._alone(readable) for readable in readables]

    def _alone(self, readable: Page | Source) -> Outcome:
        try:
            return load(self.pipeline).extract_page(self._page(readable))
        except (ModelError, RuleError):
            raise
        except NewsieError as error:
            return Failure(_name(readable), str(error))
        except Exception as error:  # noqa: BLE001 - a page that breaks newsie must not cost its neighbours
            return Failure(_name(readable), f"newsie broke on it ({type(error).__name__}: {error})")

    def _page(self, readable: Page | Source) -> Page:
        page = readable if isinstance(readable, Page) else read_page(readable, max_bytes=self.max_bytes)
        if self.published is None:
            return page
        return replace(page, published=self.published, published_from="given")


def extract_many(
    sources: Iterable[Readable],
    *,
    published: str | date | None = None,
    workers: int = 1,
    pipeline: str = PIPELINE,
    max_bytes: int = MAX_BYTES,
) -> Iterator[Outcome]:
    """Return the results of many sources, in their order, as they are done.

    Args:
        sources: texts, files or pages; taken up only as fast as results are, a few ahead of them.
        published: the day all of them were published, if it is one and known.
        workers: how many processes; results are the same whatever their number.
        pipeline: the pipeline, by name or by the path of its folder.
        max_bytes: the largest file that is read.

    Raises:
        DateError: `published` is no day of the calendar.
        ModelError: there is no such pipeline; raised with the first result.

    >>> [type(result).__name__ for result in extract_many([Path("missing.txt")])]
    ['Failure']
    """
    work = _Work(None if published is None else read_day(published), pipeline, max_bytes)
    jobs = (_job(source) for source in sources)
    groups = _groups(jobs)
    return chain.from_iterable(map(work, groups) if workers <= 1 else _in_processes(work, groups, workers))


def _groups(jobs: Iterable[Page | Source]) -> Iterator[list[Page | Source]]:
    """Yield sources in groups to be read together: the first alone, then ever more, up to a length of text."""
    group: list[Page | Source] = []
    size = most = 1
    for job in jobs:
        group.append(job)
        size += _length(job)
        if len(group) >= most or size >= _GROUP_LENGTH:
            yield group
            group, size, most = [], 0, min(2 * most, _LARGEST_GROUP)
    if group:
        yield group


def _length(readable: Page | Source) -> int:
    """Return about how many characters a source has, as far as that can be known without reading it."""
    if isinstance(readable, Page):
        return len(readable.text)
    try:
        return readable.path.stat().st_size // 3
    except OSError:
        return 0


def _job(readable: Readable) -> Page | Source:
    """Return a source as something that another process can take up."""
    if isinstance(readable, str):
        return Page(readable)
    return Source(readable) if isinstance(readable, Path) else readable


def _name(readable: Page | Source) -> str:
    return readable.source if isinstance(readable, Page) else str(readable.path)


def _in_processes(
    work: _Work, groups: Iterable[list[Page | Source]], workers: int
) -> Iterator[list[Outcome]]:
    pool = _Pool(work, workers)
    under_way: deque[tuple[list[Page | Source], Future[list[Outcome]]]] = deque()
    try:
        for group in groups:
            under_way.append((group, pool.submit(group)))
            if len(under_way) >= workers * _AHEAD:
                yield pool.outcomes(*under_way.popleft())
        while under_way:
            yield pool.outcomes(*under_way.popleft())
    finally:
        pool.close()


class _Pool:
    """Worker processes that are replaced when one of them dies."""

    def __init__(self, work: _Work, workers: int) -> None:
        self._work = work
        self._workers = workers
        self._executor = _executor(workers)

    def submit(self, group: list[Page | Source]) -> Future[list[Outcome]]:
        try:
            return self._executor.submit(self._work, group)
        except BrokenExecutor:
            self.close()
            self._executor = _executor(self._workers)
            return self._executor.submit(self._work, group)

    def outcomes(self, group: list[Page | Source], future: Future[list[Outcome]]) -> list[Outcome]:
        """Return what came of a group; if the processes died, read each of it in a process of its own."""
        try:
            return future.result()
        except BrokenExecutor:
            return [self._apart(job) for job in group]

    def _apart(self, job: Page | Source) -> Outcome:
        try:
            with _executor(1) as alone:
                (outcome,) = alone.submit(self._work, [job]).result()
                return outcome
        except BrokenExecutor:
            return Failure(_name(job), "the process that read it died: it may need more memory")

    def close(self) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)


def _executor(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))
