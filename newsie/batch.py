"""Many sources, one result each, in their order: in this process or in several.

A source that fails gives a `Failure` in its place; its neighbours are not touched.

Worker processes begin afresh (`newsie.workers`), so a script that asks for them needs `if __name__ == "__main__":`.
"""

from __future__ import annotations

import gc
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from pydantic import TypeAdapter

from newsie.corrections import NO_CORRECTIONS, Corrections, CorrectionsLike, load_corrections
from newsie.errors import ModelError, NewsieError, RuleError
from newsie.extractor import PIPELINE, Extractor, load
from newsie.inputs import (
    USUAL_LIMITS,
    Limits,
    Unread,
    broken,
    is_stream,
    must_be_limits,
    read_page,
    read_stream,
)
from newsie.page import Failure, Page, Source
from newsie.records import Extraction
from newsie.rules import NO_RULES, Rules, RulesLike, load_rules
from newsie.values import must_be_chance, read_day
from newsie.workers import processes

Readable: TypeAlias = str | Path | Unread
"""A text (`str`), a file (`Path`), one of them with what is known about it, or a failure to find one."""

_AHEAD = 4
_GROUP_LENGTH = 60_000
_UNCOLLECTED = 100_000
_LARGEST_GROUP = 96


Outcome: TypeAlias = Extraction | Failure


@dataclass(frozen=True, slots=True)
class Done:
    """What came of one source.

    Attributes:
        outcome: its result, or why there is none.
        text: the text that the result's offsets index; empty where there is none.
    """

    outcome: Outcome
    text: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be done with each source.

    Attributes:
        published: the day all of them were published, if it is one and known.
        pipeline: the pipeline, by name or by the path of its folder.
        limits: what is refused.
        rules: a user's own rules.
        corrections: a reader's corrections.
        least: how sure records and fields must be (`Extraction.at_least`); 0 keeps all.
    """

    published: date | None = None
    pipeline: str = PIPELINE
    limits: Limits = USUAL_LIMITS
    rules: Rules = NO_RULES
    corrections: Corrections = NO_CORRECTIONS
    least: float = 0.0

    def __call__(self, unread: Sequence[Unread]) -> list[Done]:
        """Return what comes of some sources, whose names are read together.

        Raises:
            ModelError: there is no such pipeline.
        """
        pages = [self._read(one) for one in unread]
        good = [page for page in pages if isinstance(page, Page)]
        results = iter(self._extracted(good))
        return [next(results) if isinstance(page, Page) else Done(page) for page in pages]

    def _read(self, unread: Unread) -> Page | Failure:
        if isinstance(unread, Failure):
            return unread
        try:
            return self._page(unread)
        except NewsieError as error:
            return Failure(name_of(unread), str(error))
        except Exception as error:  # noqa: BLE001 - a source that breaks newsie must not cost its neighbours
            return broken(name_of(unread), error)

    def _extractor(self) -> Extractor:
        return load(self.pipeline, rules=self.rules, corrections=self.corrections)

    def _extracted(self, pages: Sequence[Page]) -> list[Done]:
        """Return the results of pages; if one of them breaks newsie, each is done alone."""
        try:
            with _uncollected(sum(len(page.text) for page in pages)):
                found = self._extractor().extract_pages(pages)
        except (ModelError, RuleError):
            raise
        except Exception as error:  # noqa: BLE001 - a page that breaks newsie must not cost its neighbours
            if len(pages) == 1:
                return [Done(broken(pages[0].source, error))]
            return [self._extracted([page])[0] for page in pages]
        return [
            Done(result.at_least(self.least) if self.least else result, page.readable)
            for result, page in zip(found, pages, strict=True)
        ]

    def _page(self, readable: Page | Source) -> Page:
        page = read_page(readable, limits=self.limits)
        if self.published is None:
            return page
        return replace(page, published=self.published, published_from="given")


@contextmanager
def _uncollected(size: int = 0) -> Iterator[None]:
    """Hold the collector of cycles back while `size` characters are read, if they are few.

    What newsie makes has no cycles: it is freed as it is let go, and looking through all of it again and
    again takes a twentieth of the time.
    """
    held = gc.isenabled() and size < _UNCOLLECTED
    if held:
        gc.disable()
    try:
        yield
    finally:
        if held:
            gc.enable()


def extract_many(  # noqa: PLR0913 - what may be said of a run has a name each
    sources: Iterable[Readable],
    *,
    published: str | date | None = None,
    workers: int = 1,
    pipeline: str | Path = PIPELINE,
    limits: Limits = USUAL_LIMITS,
    rules: RulesLike = (),
    corrections: CorrectionsLike = (),
    min_confidence: float = 0.0,
) -> Iterator[Outcome]:
    """Return the results of many sources, in their order, as they are done.

    Args:
        sources: texts, files or pages; taken up only as fast as results are, a few ahead of them.
        published: the day all of them were published, if it is one and known.
        workers: how many processes; results are the same whatever their number.
        pipeline: the pipeline, by name or by the path of its folder.
        limits: what is refused.
        rules: folders of a user's own rules.
        corrections: files of a reader's corrections.
        min_confidence: how sure records and fields must be (`Extraction.at_least`); 0 keeps all.

    Raises:
        CorrectionError: a line of a file is no correction.
        DateError: `published` is no day of the calendar.
        ModelError: there is no such pipeline; raised with the first result.
        RuleError: a rule is wrong.
        TypeError: `sources` is a single one, one of them is nothing that can be read, or `limits` has none.
        ValueError: `min_confidence` is not between 0 and 1, or `workers` not 1 or more.

    >>> [type(result).__name__ for result in extract_many([Path("missing.txt")])]
    ['Failure']
    """
    if isinstance(sources, (str, Path)):  # the characters of a string would be sources too
        raise TypeError("sources are several: [Path(name)] for a file, newsie.find_pages(name) for a folder")
    if not isinstance(workers, int) or workers < 1:
        raise ValueError(f"workers is how many processes, 1 or more, not {workers!r}")
    must_be_chance(min_confidence)
    must_be_limits(limits)
    day = None if published is None else read_day(published)
    own = load_rules(rules), load_corrections(corrections)
    work = Work(day, str(pipeline), limits, *own, min_confidence)
    jobs = (_job(source, limits) for source in sources)
    return (done.outcome for done in in_order(work, jobs, workers))


def in_order(work: Work, jobs: Iterable[Unread], workers: int) -> Iterator[Done]:
    """Return what comes of jobs, in their order, taken up only as fast as results are, a few ahead of them."""
    groups = _groups(jobs)
    return chain.from_iterable(map(work, groups) if workers <= 1 else _in_processes(work, groups, workers))


def _groups(jobs: Iterable[Unread]) -> Iterator[list[Unread]]:
    """Yield sources in groups to be read together: the first alone, then ever more, up to a length of text."""
    group: list[Unread] = []
    size = most = 1
    for job in jobs:
        group.append(job)
        size += _length(job)
        if len(group) >= most or size >= _GROUP_LENGTH:
            yield group
            group, size, most = [], 0, min(4 * most, _LARGEST_GROUP)
    if group:
        yield group


def _length(readable: Unread) -> int:
    """Return about how many characters a source has, as far as that can be known without reading it."""
    if isinstance(readable, Page):
        return len(readable.text)
    if isinstance(readable, Failure) or readable.member:
        return 0
    try:
        return readable.path.stat().st_size // 3
    except (OSError, ValueError):  # ValueError: no path at all
        return 0


def _job(readable: Readable, limits: Limits) -> Unread:
    """Return a source as something that another process can take up.

    Raises:
        TypeError: it is nothing that can be read.
    """
    if isinstance(readable, str):
        return Page(readable)
    if not isinstance(readable, Path | Source | Page | Failure):
        raise TypeError(
            f"a source is a text, a Path or what newsie.find_pages yields, not {type(readable).__name__}"
        )
    source = Source(readable) if isinstance(readable, Path) else readable
    if isinstance(source, Source) and is_stream(source.path):
        return read_stream(source, limits)
    return source


def name_of(unread: Unread) -> str:
    """Return what a source is called."""
    return unread.name if isinstance(unread, Source) else unread.source


def _must_be_a_file() -> None:
    """Refuse to start processes from a program that they could not load: each would die at once.

    Raises:
        NewsieError: the program was read from standard input.
    """
    if getattr(sys.modules["__main__"], "__file__", None) == "<stdin>":
        raise NewsieError(
            "several workers need a program that is a file, and this one came from standard input; "
            "save it, or use workers=1"
        )


@dataclass(frozen=True, slots=True)
class _Packed:
    """What came of one source on its way between processes: a result is JSON, which is sooner made and read.

    Attributes:
        outcome: the result, or why there is none.
        text: see `Done`.
    """

    outcome: bytes | Failure
    text: str

    @classmethod
    def of(cls, done: Done) -> _Packed:
        outcome = done.outcome
        return cls(outcome if isinstance(outcome, Failure) else _RESULT.dump_json(outcome), done.text)

    @property
    def done(self) -> Done:
        """What was packed."""
        if isinstance(self.outcome, Failure):
            return Done(self.outcome, self.text)
        return Done(_RESULT.validate_json(self.outcome).with_text(self.text), self.text)


_RESULT = TypeAdapter(Extraction)


def _pack(work: Work, group: list[Unread]) -> list[_Packed]:
    """Do a group in a process of its own."""
    return [_Packed.of(done) for done in work(group)]


def _nothing() -> None:
    """Do nothing, in a process of its own."""


def _unpack(packed: Sequence[_Packed]) -> list[Done]:
    with _uncollected():
        return [one.done for one in packed]


def _in_processes(work: Work, groups: Iterable[list[Unread]], workers: int) -> Iterator[list[Done]]:
    _must_be_a_file()
    pool = _Pool(work, workers)
    under_way: deque[tuple[list[Unread], Future[list[_Packed]]]] = deque()
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

    def __init__(self, work: Work, workers: int) -> None:
        self._work = work
        self._workers = workers
        self._executor = processes(workers)
        self._starts = False

    def submit(self, group: list[Unread]) -> Future[list[_Packed]]:
        try:
            return self._executor.submit(_pack, self._work, group)
        except BrokenExecutor:
            self._must_start()
            self.close()
            self._executor = processes(self._workers)
            return self._executor.submit(_pack, self._work, group)

    def outcomes(self, group: list[Unread], future: Future[list[_Packed]]) -> list[Done]:
        """Return what came of a group; if the processes died, read each of it in a process of its own."""
        try:
            return _unpack(future.result())
        except BrokenExecutor:
            self._must_start()
            return [self._apart(job) for job in group]

    def _must_start(self) -> None:
        """Make sure that it is what they read that processes die of, not the way they start.

        Raises:
            NewsieError: a process with nothing to do dies as well.
        """
        if self._starts:
            return
        try:
            with processes(1) as alone:
                alone.submit(_nothing).result()
        except BrokenExecutor:
            raise NewsieError(
                "worker processes die as they start; a program that asks for several workers must do so under "
                '`if __name__ == "__main__":`, for each of them imports it; or use workers=1'
            ) from None
        self._starts = True

    def _apart(self, job: Unread) -> Done:
        try:
            with processes(1) as alone:
                (done,) = _unpack(alone.submit(_pack, self._work, [job]).result())
                return done
        except BrokenExecutor:
            return Done(Failure(name_of(job), "the process that read it died: it may need more memory"))

    def close(self) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)
