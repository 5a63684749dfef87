"""Results in a DuckDB file: a table for each kind of record, views, and which source was done.

Every batch of sources is one transaction: a reader, or a run that goes on after a kill, sees all
of it or nothing. A source is known by its content, so that it is done once. What no source gives any
more goes at the end of a run: until then another source may turn out to give it too.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsie.duck import open_duckdb
from newsie.errors import StoreError
from newsie.extras import require
from newsie.identity import document_key
from newsie.out.schemas import KINDS, schema
from newsie.out.tables import Row, rows
from newsie.out.views import VIEWS
from newsie.page import Failure
from newsie.records import SCHEMA_VERSION, Extraction

_MEMORY = "256MB"
_KEYS = {
    "documents": "document",
    "articles": "document, id",
    "sources": "source",
    "failures": "source",
}
_STATE = """
CREATE TABLE about (name VARCHAR PRIMARY KEY, value VARCHAR);
CREATE TABLE sources (source VARCHAR, key VARCHAR, document VARCHAR, PRIMARY KEY (source));
CREATE TABLE failures (source VARCHAR, key VARCHAR, reason VARCHAR, trace VARCHAR, PRIMARY KEY (source));
"""

_RENAME = """
UPDATE documents SET source = given.source FROM (
    SELECT document, min(source) AS source FROM sources GROUP BY document
) AS given
WHERE documents.document = given.document AND NOT EXISTS (
    SELECT 1 FROM sources WHERE sources.document = documents.document AND sources.source = documents.source
)
"""
"""Names documents by a source that gives them, where the one that they are named by gives another now."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be kept of one source.

    Attributes:
        source: its name.
        key: what its content and all else that its result depends on amount to.
        outcome: its result, why there is none, or None where another source had the same key.
        text: the text that offsets index.
        work: how it was read, if not in the usual way (`newsie.identity.document_key`).
    """

    source: str
    key: str
    outcome: Extraction | Failure | None
    text: str = ""
    work: str = ""


class Database:
    """A DuckDB file of results that can be added to."""

    def __init__(self, path: Path) -> None:
        """Open a file, or make one.

        Raises:
            ExtraError: duckdb or pyarrow is not installed.
            StoreError: it is no such file, of another version, or in use.
        """
        self._connection = connect(path, {"memory_limit": _MEMORY, "threads": 2})
        self._path = path
        try:
            with told_of(path):
                self._prepare(path)
                self._mend()
                self._recall()
        except BaseException:
            self._connection.close()
            raise

    def _recall(self) -> None:
        """Take up which keys have which document, which source has which key, and which failed."""
        self._documents = dict(self._all("SELECT key, document FROM sources WHERE document IS NOT NULL"))
        self._keys = dict(self._all("SELECT source, key FROM sources"))
        self._failed = {source for (source,) in self._all("SELECT source FROM failures")}

    def _all(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = self._connection.execute(query, values).fetchall()
        return found

    def _prepare(self, path: Path) -> None:
        tables = {name for (name,) in self._all("SELECT table_name FROM duckdb_tables()")}
        if tables and "about" not in tables:
            raise StoreError(f"{path} holds other tables: choose another file")
        if not tables:
            with self._transaction():
                self._make()
        made = dict(self._all("SELECT name, value FROM about")).get("schema_version")
        if made != SCHEMA_VERSION:
            raise StoreError(f"{path} is of version {made}, not {SCHEMA_VERSION}: begin a new file")

    def _make(self) -> None:
        self._connection.execute(_STATE)
        for kind in KINDS:
            self._connection.register("given", schema(kind).empty_table())
            self._connection.execute(f"CREATE TABLE {kind} AS SELECT * FROM given")
            if kind in _KEYS:
                self._connection.execute(f"ALTER TABLE {kind} ADD PRIMARY KEY ({_KEYS[kind]})")
            self._connection.unregister("given")
        for view in VIEWS:
            self._connection.execute(view)
        self._connection.execute("INSERT INTO about VALUES ('schema_version', ?)", (SCHEMA_VERSION,))

    def _mend(self) -> None:
        """Forget sources whose document is not there, as earlier versions could leave them: they are new again."""
        with self._transaction():
            self._connection.execute(
                "DELETE FROM sources WHERE document IS NOT NULL AND document NOT IN (SELECT document FROM documents)"
            )

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.begin()
        try:
            yield
            self._connection.commit()
        except BaseException:
            # what made it fail may have ended it already
            with suppress(require("duckdb").Error):
                self._connection.rollback()
            raise

    def done(self, source: str, key: str, *, retry_failed: bool = False) -> bool:
        """Tell whether a source was done with this key; a failure counts, unless it is to be tried again."""
        return self._keys.get(source) == key and not (retry_failed and source in self._failed)

    def has(self, key: str) -> bool:
        """Tell whether a source with this key has a result."""
        return key in self._documents

    def failed(self, source: str) -> bool:
        """Tell whether a source is among the failures."""
        return source in self._failed

    def sources(self) -> set[str]:
        """Return the names of all sources."""
        return set(self._keys)

    def document(self, source: str) -> str | None:
        """Return the document of a source; None if it failed, or there is no such source."""
        return self._documents.get(self._keys.get(source, ""))

    def add(self, entries: Sequence[Entry]) -> None:
        """Keep what came of sources, all or nothing.

        Raises:
            StoreError: it could not be written.
        """
        with told_of(self._path), self._transaction():
            made = self._insert_results(entries)
            self._insert_sources(entries, made)
        self._documents.update(made)
        for entry in entries:
            self._keys[entry.source] = entry.key
            if isinstance(entry.outcome, Failure):
                self._failed.add(entry.source)
            else:
                self._failed.discard(entry.source)

    def tidy(self, left: Iterable[str] = ()) -> None:
        """End a run: forget sources that are to be left out, and documents that no source gives any more.

        The documents that stay are named by sources that give them.

        Raises:
            StoreError: it could not be written.
        """
        gone = [(source,) for source in left]
        with told_of(self._path), self._transaction():
            for table in ("failures", "sources") if gone else ():
                self._connection.executemany(f"DELETE FROM {table} WHERE source = ?", gone)
            given = "SELECT document FROM sources WHERE document IS NOT NULL"
            if self._all(f"FROM documents WHERE document NOT IN ({given}) LIMIT 1"):
                for kind in KINDS:
                    self._connection.execute(f"DELETE FROM {kind} WHERE document NOT IN ({given})")
            self._connection.execute(_RENAME)
        self._recall()

    def _insert_results(self, entries: Sequence[Entry]) -> dict[str, str]:
        """Insert the records of results that are new; return the document of each key."""
        made: dict[str, str] = {}
        fresh: dict[str, Entry] = {}
        for entry in entries:
            if isinstance(entry.outcome, Extraction):
                made[entry.key] = document_key(entry.outcome, entry.work)
                fresh.setdefault(made[entry.key], entry)
        changed = {made[entry.key] for entry in entries if entry.key in made and self._is_new(entry, made)}
        asked = ", ".join("?" * len(fresh))
        for (known,) in self._all(f"SELECT document FROM documents WHERE document IN ({asked})", *fresh):
            if known in changed:
                self._drop(known)
            else:
                del fresh[known]
        for kind in KINDS:
            found: list[Row] = []
            for document, entry in fresh.items():
                if isinstance(entry.outcome, Extraction):
                    found += rows(kind, entry.outcome, entry.text, document)
            if found:
                given = require("pyarrow").Table.from_pylist(found, schema=schema(kind))
                self._connection.register("given", given)
                self._connection.execute(f"INSERT INTO {kind} SELECT * FROM given")
                self._connection.unregister("given")
        return made

    def _is_new(self, entry: Entry, made: Mapping[str, str]) -> bool:
        """Tell whether a source that has changed gives its document anew: a PDF laid out otherwise, say."""
        old = self._keys.get(entry.source, entry.key)
        return old != entry.key and self._documents.get(old) == made[entry.key]

    def _drop(self, document: str) -> None:
        for kind in KINDS:
            self._connection.execute(f"DELETE FROM {kind} WHERE document = ?", (document,))

    def _insert_sources(self, entries: Sequence[Entry], made: Mapping[str, str]) -> None:
        """Note what came of sources."""
        noted = {}
        failed = {}
        for entry in entries:
            failure = entry.outcome if isinstance(entry.outcome, Failure) else None
            document = None if failure else made.get(entry.key) or self._documents[entry.key]
            noted[entry.source] = (entry.source, entry.key, document)
            if failure:
                failed[entry.source] = (entry.source, entry.key, failure.reason, failure.trace)
            elif entry.source in self._failed:
                self._connection.execute("DELETE FROM failures WHERE source = ?", (entry.source,))
        self._replace("sources", noted, self._keys)
        self._replace("failures", failed, self._failed)

    def _replace(self, table: str, found: Mapping[str, tuple[object, ...]], known: Container[str]) -> None:
        """Put rows into a table by their sources, those that are new in their order: what replaces others loses it."""
        for word, old in (("INSERT", False), ("INSERT OR REPLACE", True)):
            given = [row for source, row in found.items() if (source in known) is old]
            holes = ", ".join(f"({', '.join('?' * len(row))})" for row in given)
            values = [value for row in given for value in row]
            if given:
                self._connection.execute(f"{word} INTO {table} VALUES {holes}", values)

    def counts(self) -> dict[str, int]:
        """Return how many rows each table has."""
        names = (*KINDS, "sources", "failures")
        with told_of(self._path):
            return {name: self._all(f"SELECT count(*) FROM {name}")[0][0] for name in names}

    def versions(self) -> dict[str, int]:
        """Return how many documents each version of newsie made."""
        with told_of(self._path):
            made = "SELECT made_by.newsie, count(*) FROM documents WHERE made_by IS NOT NULL GROUP BY ALL ORDER BY ALL"
            return dict(self._all(made))

    def close(self) -> None:
        """Write all to the file and close it.

        Raises:
            StoreError: it could not be written.
        """
        with told_of(self._path):
            self._connection.close()


@contextmanager
def told_of(path: Path) -> Iterator[None]:
    """Tell what DuckDB raises as what it is: a fault of the file at `path`, or a user who ends the run.

    Raises:
        StoreError: the disk is full, say.
    """
    try:
        yield
    except require("duckdb").Error as error:
        raise StoreError(f"{path}: {str(error).splitlines()[0]}") from None
    except RuntimeError as error:
        # DuckDB's own word for Ctrl-C while it works
        if str(error) != "Query interrupted":
            raise
        raise KeyboardInterrupt from None


# duckdb's connections have no type worth naming: the library need not be there
def connect(path: Path, config: dict[str, object], *, read_only: bool = False) -> Any:  # noqa: ANN401
    """Open a DuckDB file.

    Raises:
        ExtraError: duckdb is not installed.
        StoreError: it is no such file, or in use.
    """
    connection = open_duckdb(path, "tables", read_only=read_only, config=config)
    connection.execute("SET enable_progress_bar = false")
    return connection
