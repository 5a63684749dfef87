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
from newsie.errors import StoreError
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
        prune: whether sources that are no longer found are taken out.
    """

    work: Work = field(default_factory=Work)
    workers: int = 1
    retry_failed: bool = False
    prune: bool = False


def extract_archive(
    sources: Iterable[Unread],
    database: Database,
    run: Run,
    note: Callable[[Entry | None], None],
    paths: Iterable[Path] = (),
) -> tuple[str, ...]:
    """Do all sources that a database does not have yet, and keep what comes of them there.

    `note` is called with each source's entry when it is kept, with None for one that is left as
    it was done before. `paths` are the files and folders that the sources are all of. Returns the sources that
    were taken out (`Run.prune`).

    Raises:
        ModelError: there is no such pipeline.
        StoreError: the database cannot be written; sources were to be taken out, and a path has none at all.
    """
    tops = tuple(Source(path).name for path in paths)
    met = _Met(database, set(filter(database.failed, tops)), run)
    entries = _entries(sources, met, run, note)
    while batch := tuple(islice(entries, _TOGETHER)):
        database.add(batch)
        for entry in batch:
            note(entry)
    database.tidy(met.mended())
    if not run.prune:
        return ()
    gone = tuple(sorted(met.gone(tops)))
    database.tidy(gone)
    return gone


class _Met:
    """What this run has met: sources, failures of earlier runs, and what it found open or could not open."""

    def __init__(self, database: Database, opened: set[str], run: Run) -> None:
        self.database = database
        self._prune = run.prune
        self._opened = opened
        self._again: set[str] = set()
        self._names: set[str] = set()
        self._shut: set[str] = set()

    def take(self, unread: Unread) -> None:
        """Note a source: the table or archive that it is in could be opened, at least so far."""
        name, failed = name_of(unread), self.database.failed
        if self._prune:
            (self._shut if isinstance(unread, Failure) else self._names).add(name)
        if failed(name):
            self._again.add(name)
        # a folder fails for its manifest, and a file of it that is read alone says nothing of that
        self._opened.update(home for home in _homes(name) if failed(home) and not Path(home).is_dir())

    def mended(self) -> set[str]:
        """Return what failed as a whole in an earlier run and did not in this one."""
        return self._opened - self._again

    def gone(self, tops: Sequence[str]) -> Iterator[str]:
        """Yield the sources of the database that are in some paths, and were not met there.

        What lies in a folder, table or archive that could not be opened may be there. A source elsewhere is gone if
        its file is, and its document is given by a source that was met: its folder was moved or renamed.

        Raises:
            StoreError: a path has no sources at all: it may be a drive that is not there.
        """
        found = {home for name in self._names for home in _homes(name)}
        for top in tops:
            if top not in found and not (top in self._names and Path(top).is_file()):
                raise StoreError(f"nothing was found in {top}, so nothing is taken out")
        documents = set(map(self.database.document, self._names))
        for name in self.database.sources() - self._names - self._shut:
            homes = {name, *_homes(name)}
            if homes.isdisjoint(tops):
                moved = self.database.document(name) in documents | {None}
                if moved and not any(Path(home).is_file() for home in homes):
                    yield name
            elif homes.isdisjoint(self._shut):
                yield name


def _homes(name: str) -> Iterator[str]:
    """Yield the table that a row is of, and the folders and archives that a source lies in."""
    yield name.rpartition("#")[0]
    yield from (home for home in map(str, PurePath(name).parents) if home != "." or not name.startswith(".."))


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
            met.take(unread)
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
