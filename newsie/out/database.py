"""Results in a DuckDB file: a table for each kind of record, views, and which source was done.

Every batch of sources is one transaction: a reader, or a run that goes on after a kill, sees all
of it or nothing. A source is known by its content, so that it is done once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsie.errors import StoreError
from newsie.extras import require
from newsie.out.schemas import KINDS, schema
from newsie.out.tables import Row, document_key, rows
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


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be kept of one source.

    Attributes:
        source: its name.
        key: what its content and all else that its result depends on amount to.
        outcome: its result, why there is none, or None where another source had the same key.
        text: the text that offsets index.
    """

    source: str
    key: str
    outcome: Extraction | Failure | None
    text: str = ""


class Database:
    """A DuckDB file of results that can be added to."""

    def __init__(self, path: Path) -> None:
        """Open a file, or make one.

        Raises:
            ExtraError: duckdb or pyarrow is not installed.
            StoreError: it is no such file, of another version, or in use.
        """
        self._connection = connect(path, {"memory_limit": _MEMORY, "threads": 2})
        self._prepare(path)
        self._documents = dict(self._all("SELECT key, document FROM sources"))
        self._keys = dict(self._all("SELECT source, key FROM sources"))

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

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.begin()
        try:
            yield
        except BaseException:
            self._connection.rollback()
            raise
        self._connection.commit()

    def done(self, source: str, key: str, *, retry_failed: bool = False) -> bool:
        """Tell whether a source was done with this key; a failure counts, unless it is to be tried again."""
        if self._keys.get(source) != key:
            return False
        return self._documents[key] is not None or not retry_failed

    def has(self, key: str) -> bool:
        """Tell whether a source with this key has a result."""
        return self._documents.get(key) is not None

    def add(self, entries: Sequence[Entry]) -> None:
        """Keep what came of sources, all or nothing."""
        with self._transaction():
            made = self._insert_results(entries)
            self._insert_sources(entries, made)
        for entry in entries:
            self._keys[entry.source] = entry.key
            self._documents[entry.key] = made.get(entry.key) or self._documents.get(entry.key)

    def _insert_results(self, entries: Sequence[Entry]) -> dict[str, str]:
        """Insert the records of results that are new; return the document of each key."""
        made: dict[str, str] = {}
        fresh: dict[str, Entry] = {}
        for entry in entries:
            if isinstance(entry.outcome, Extraction):
                made[entry.key] = document_key(entry.outcome)
                fresh.setdefault(made[entry.key], entry)
        asked = ", ".join("?" * len(fresh))
        for (known,) in self._all(f"SELECT document FROM documents WHERE document IN ({asked})", *fresh):
            del fresh[known]
        for kind in KINDS:
            found: list[Row] = []
            for entry in fresh.values():
                if isinstance(entry.outcome, Extraction):
                    found += rows(kind, entry.outcome, entry.text)
            if found:
                given = require("pyarrow").Table.from_pylist(found, schema=schema(kind))
                self._connection.register("given", given)
                self._connection.execute(f"INSERT INTO {kind} SELECT * FROM given")
                self._connection.unregister("given")
        return made

    def _insert_sources(self, entries: Sequence[Entry], made: Mapping[str, str]) -> None:
        """Note what came of sources; what they gave with other content goes, unless others give it too."""
        noted = {
            entry.source: (entry.source, entry.key, made.get(entry.key) or self._documents.get(entry.key))
            for entry in entries
        }
        failed = {
            entry.source: (entry.source, entry.key, entry.outcome.reason, entry.outcome.trace)
            for entry in entries
            if isinstance(entry.outcome, Failure)
        }
        olds = {source: self._documents.get(self._keys[source]) for source in noted if source in self._keys}
        for source, old in olds.items():
            if old is None and source not in failed:
                self._connection.execute("DELETE FROM failures WHERE source = ?", (source,))
        self._replace("sources", list(noted.values()))
        self._replace("failures", list(failed.values()))
        for source, old in olds.items():
            if old is not None and old != noted[source][2]:
                self._drop(old)

    def _replace(self, table: str, found: Sequence[tuple[object, ...]]) -> None:
        if found:
            holes = ", ".join([f"({', '.join('?' * len(found[0]))})"] * len(found))
            values = [value for row in found for value in row]
            self._connection.execute(f"INSERT OR REPLACE INTO {table} VALUES {holes}", values)

    def _drop(self, document: str) -> None:
        """Delete a document that no source gives any more."""
        if not self._all("FROM sources WHERE document = ?", document):
            for kind in KINDS:
                self._connection.execute(f"DELETE FROM {kind} WHERE document = ?", (document,))

    def counts(self) -> dict[str, int]:
        """Return how many rows each table has."""
        names = (*KINDS, "sources", "failures")
        return {name: self._all(f"SELECT count(*) FROM {name}")[0][0] for name in names}

    def close(self) -> None:
        """Write all to the file and close it."""
        self._connection.close()


# duckdb's connections have no type worth naming: the library need not be there
def connect(path: Path, config: dict[str, object], *, read_only: bool = False) -> Any:  # noqa: ANN401
    """Open a DuckDB file.

    Raises:
        ExtraError: duckdb is not installed.
        StoreError: it is no such file, or in use.
    """
    duckdb = require("duckdb")
    try:
        connection = duckdb.connect(str(path), read_only=read_only, config=config)
    except duckdb.Error as error:
        raise StoreError(f"{path}: {str(error).splitlines()[0]}") from None
    connection.execute("SET enable_progress_bar = false")
    return connection
