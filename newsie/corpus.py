"""A whole archive to a database: what is new is done, what is done is left, a kill loses nothing.

Sources are taken up one by one and kept in small transactions, so that memory does not grow with
the archive and a run can be ended at any moment and gone on with.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path, PurePath

from newsie.batch import Work, in_order, name_of
from newsie.corrections import corrections_digest
from newsie.extractor import PIPELINE
from newsie.inputs import Unread, read_bytes
from newsie.out.database import Database, Entry
from newsie.page import Failure, Page, Source
from newsie.published import name_day
from newsie.rules import rules_digest

_TOGETHER = 16
"""Sources in one transaction: about a second's work."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a run over an archive is to do.

    Attributes:
        work: what is to be done with each source.
        workers: in how many processes.
        retry_failed: whether sources that failed in an earlier run are taken again.
    """

    work: Work = field(default_factory=Work)
    workers: int = 1
    retry_failed: bool = False


def extract_archive(
    sources: Iterable[Unread],
    database: Database,
    run: Run,
    note: Callable[[Entry | None], None],
    paths: Iterable[Path] = (),
) -> None:
    """Do all sources that a database does not have yet, and keep what comes of them there.

    `note` is called with each source's entry when it is kept, with None for one that is left as
    it was done before. `paths` are the files and folders that the sources are all of.

    Raises:
        ModelError: there is no such pipeline.
        StoreError: the database cannot be written.
    """
    met = _Met(database, {name for path in paths if database.failed(name := Source(path).name)})
    entries = _entries(sources, met, run, note)
    while batch := tuple(islice(entries, _TOGETHER)):
        database.add(batch)
        for entry in batch:
            note(entry)
    database.tidy(met.mended())


class _Met:
    """Which failures of earlier runs this run has met again, and which of them it found open."""

    def __init__(self, database: Database, opened: set[str]) -> None:
        self.database = database
        self._opened = opened
        self._again: set[str] = set()

    def take(self, name: str) -> None:
        """Note a source: the table or archive that it is in could be opened, at least so far."""
        failed = self.database.failed
        if failed(name):
            self._again.add(name)
        homes = (name.rpartition("#")[0], *map(str, PurePath(name).parents))
        # a folder fails for its manifest, and a file of it that is read alone says nothing of that
        self._opened.update(home for home in homes if failed(home) and not Path(home).is_dir())

    def mended(self) -> set[str]:
        """Return what failed as a whole in an earlier run and did not in this one."""
        return self._opened - self._again


def _entries(
    sources: Iterable[Unread], met: _Met, run: Run, note: Callable[[Entry | None], None]
) -> Iterator[Entry]:
    """Yield what comes of sources that are new; one with the content of another is not done again."""
    waiting: deque[Entry] = deque()
    known: list[Entry] = []
    database, way = met.database, way_of(run.work)

    def jobs() -> Iterator[Unread]:
        for unread in sources:
            name, key = name_of(unread), source_key(unread, run.work)
            met.take(name)
            if database.done(name, key, retry_failed=run.retry_failed):
                note(None)
            elif database.has(key):
                known.append(Entry(name, key, None))
            else:
                waiting.append(Entry(name, key, None))
                yield unread

    for done in in_order(run.work, jobs(), run.workers):
        asked = waiting.popleft()
        yield Entry(asked.source, asked.key, done.outcome, done.text, way)
        yield from _taken(known)
    yield from known


def _taken(entries: list[Entry]) -> Sequence[Entry]:
    """Return the entries and empty their list."""
    taken = tuple(entries)
    entries.clear()
    return taken


def source_key(unread: Unread, work: Work) -> str:
    """Return what a source's result depends on as one string: its content, and what is known of it."""
    name = name_of(unread)
    if isinstance(unread, Failure):
        return _digest("failure", name, unread.reason)
    known = [str(unread.published), str(unread.published_from), str(unread.outlet), str(name_day(name))]
    known += [str(work.published), work.pipeline, *_own(work)]
    if isinstance(unread, Page):
        return _digest("page", unread.text, *known)
    return _digest("source", _content(unread, work), *known)


def way_of(work: Work) -> str:
    """Return how results are made as a string, which is empty for the usual way."""
    pipeline = work.pipeline if work.pipeline != PIPELINE else ""
    return _digest(pipeline, *_own(work)) if pipeline or _own(work) else ""


def _own(work: Work) -> list[str]:
    sure = f"sure {work.least}" if work.least else ""
    return [*filter(None, [rules_digest(work.rules), corrections_digest(work.corrections), sure])]


def _content(source: Source, work: Work) -> str:
    try:
        return hashlib.sha256(read_bytes(source, work.limits)).hexdigest()
    except Exception as error:  # noqa: BLE001 - reading it says why, and must not cost its neighbours
        return f"unreadable: {source.name}: {error}"


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
