"""The registry as a DuckDB database: questions answered, and new pages linked without redoing the others.

Beside what was linked it keeps what was seen, so that what a new page touches can be linked again; all else stays.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from pydantic import TypeAdapter

from newsie.duck import open_duckdb
from newsie.errors import NewsieError
from newsie.extras import require
from newsie.linking.answers import Answers, check_tables, is_registry
from newsie.linking.closure import INDEX, Closure, cities, index_rows, narrowed
from newsie.linking.decisions import Decision
from newsie.linking.distil import distil
from newsie.linking.linkage import Linkage, relate, relate_seen
from newsie.linking.places import city_of
from newsie.linking.posts import split
from newsie.linking.sightings import DocumentSeen
from newsie.linking.stories import Story, find_stories
from newsie.linking.tables import COLUMNS, NUMBERS, Row, dump, rows_of
from newsie.records import Extraction

if TYPE_CHECKING:
    import duckdb

_FORMAT = "2"
_PEOPLE = ("person_names", "person_members", "tenures")
_PLACES = {
    "organizations": ("organization_names", "organization_keys", "organization_members"),
    "projects": ("project_names", "project_members", "stages"),
    "series": ("points",),
}


class Updated(NamedTuple):
    """How many results an update added, and how many it put in the place of others of the same page."""

    new: int
    changed: int


class Registry(Answers):
    """A database of what was linked. Close it, or use it in a `with` statement."""

    @classmethod
    def of(cls, linkage: Linkage) -> Registry:
        """Return a registry in memory.

        Raises:
            NewsieError: DuckDB or pandas is not installed.
        """
        registry = cls(open_duckdb(":memory:", "link"))
        registry._create(linkage)
        return registry

    @classmethod
    def open(cls, path: str | Path, *, read_only: bool = False) -> Registry:
        """Open a registry that was saved; with `read_only`, several can at a time.

        Raises:
            NewsieError: there is none, it is no registry or in use, or DuckDB is not installed.
        """
        if not Path(path).is_file():
            raise NewsieError(f"{path}: no such file; make it with: newsie link RECORDS --out {path}")
        registry = cls(open_duckdb(path, "link", read_only=read_only))
        try:
            check_tables(registry.connection, str(path), _FORMAT)
        except NewsieError:
            registry.close()
            raise
        return registry

    def close(self) -> None:
        """Close the database."""
        self.connection.close()

    def __enter__(self) -> Registry:  # noqa: PYI034 - Self is Python 3.11's
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def dump(self) -> str:
        """Return all tables as lines of JSON: the same bytes as `Linkage.dump` of the same pages."""
        return dump({table: self.connection.execute(f'FROM "{table}"').fetchall() for table in COLUMNS})

    def decisions(self) -> tuple[Decision, ...]:
        """Return the decisions that were applied."""
        rows = self.connection.execute("FROM decisions").fetchall()
        return tuple(
            Decision(kind=row[0], verdict=row[1], left=row[2:4], right=row[4:6], note=row[6]) for row in rows
        )

    def unmet(self) -> tuple[tuple[Decision, str], ...]:
        """Return the decisions that are not met, each with the reason."""
        found = ((one, self._fault(one)) for one in self.decisions())
        return tuple((one, fault) for one, fault in found if fault)

    def _fault(self, decision: Decision) -> str:
        """Return why a decision is not met; nothing if it is."""
        kind = decision.kind
        query = f"SELECT {kind} FROM {kind}_members WHERE document = ? AND name = ?"  # noqa: S608 - a kind of ours
        left, right = (set(self.column(query, member)) for member in (decision.left, decision.right))
        if not left or not right:
            return f"no such {kind} in the registry"
        if decision.verdict == "different" and left & right:
            return f"still one {kind}: both have one name and post or place, or are one with a third"
        return ""

    def update(
        self, extractions: Iterable[Extraction], decisions: Sequence[Decision] | None = None
    ) -> Updated:
        """Link results into the registry and return how many were new, and how many other than before.

        Results that it has are left alone. If one of them has changed (was corrected, or read by other rules), or
        with `decisions` other than those it was made with, all is linked again from what was seen.
        """
        known = dict(self.connection.execute("SELECT document, sha256(body) FROM seen").fetchall())
        found = {one.id: one for one in map(distil, extractions) if known.get(one.id) != _digest(one)}
        fresh = tuple(found[key] for key in sorted(found))
        changed = sum(key in known for key in found)
        decided = self.decisions()
        with _transaction(self.connection):
            if decisions is not None and _in_order(decisions) != _in_order(decided):
                self._relink(fresh, tuple(decisions))
            elif changed:
                self._relink(fresh, decided)
            elif fresh:
                self._add(fresh, decided)
        return Updated(len(fresh) - changed, changed)

    def _relink(self, fresh: tuple[DocumentSeen, ...], decisions: tuple[Decision, ...]) -> None:
        replaced = {one.id for one in fresh}
        documents = self._seen(
            [key for key in self.column("SELECT document FROM seen") if key not in replaced]
        )
        for table in (*COLUMNS, *INDEX):
            self.connection.execute(f'DELETE FROM "{table}"')  # noqa: S608 - a table of ours
        self._fill(relate((*documents, *fresh), decisions))

    def _create(self, linkage: Linkage) -> None:
        for table, columns in COLUMNS.items():
            self._table(table, [f'"{name}" {NUMBERS.get(name, "VARCHAR")}' for name in columns])
        for table, columns in INDEX.items():
            self._table(table, [f'"{name}" VARCHAR' for name in columns])
        self._table("registry", ["format VARCHAR"])
        self.connection.execute("INSERT INTO registry VALUES (?)", [_FORMAT])
        self._fill(linkage)

    def _table(self, name: str, columns: Sequence[str]) -> None:
        self.connection.execute(f'CREATE TABLE "{name}" ({", ".join(columns)})')

    def _fill(self, linkage: Linkage) -> None:
        for table, rows in rows_of(linkage).items():
            self._insert(table, COLUMNS[table], rows)
        self._index(linkage.documents)

    def _index(self, documents: Iterable[DocumentSeen]) -> None:
        rows: dict[str, list[Row]] = defaultdict(list)
        for document in documents:
            rows["seen"].append((document.id, _body(document)))
            for table, row in index_rows((document,)):
                rows[table].append(row)
        for table, columns in INDEX.items():
            self._insert(table, columns, rows[table])

    def _insert(self, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
        """Insert rows by way of a frame: a thousand times faster than one by one."""
        if rows:
            frame = require("pandas", "link").DataFrame(rows, columns=list(columns), dtype=object)
            self.connection.register("fresh", frame)
            self.connection.execute(f'INSERT INTO "{table}" FROM fresh')
            self.connection.unregister("fresh")

    def _seen(self, documents: Sequence[str]) -> tuple[DocumentSeen, ...]:
        rows = self.connection.execute(
            "SELECT body FROM seen WHERE document IN (SELECT unnest($1)) ORDER BY document", [list(documents)]
        ).fetchall()
        return tuple(_seen_type().validate_json(row[0]) for row in rows)

    def _add(self, fresh: tuple[DocumentSeen, ...], decisions: tuple[Decision, ...]) -> None:
        """Link again what new pages touch."""
        self._index(fresh)
        closure = Closure(self.connection, decisions)
        moved = self._add_stories(fresh, closure)
        names = closure.names({one.name for document in (*fresh, *moved) for one in document.people})
        touched = closure.cities({city for document in (*fresh, *moved) for city in cities(document)})
        documents = self._seen(closure.documents(names, touched))
        part = tuple(narrowed(document, names, touched) for document in documents)
        story_of = dict(self.connection.execute("SELECT article, story FROM story_articles").fetchall())
        linkage = relate_seen(part, (), story_of, decisions)
        self._forget(names, touched)
        linked = rows_of(replace(linkage, documents=fresh, decisions=()))
        for table, rows in linked.items():
            self._insert(table, COLUMNS[table], rows)

    def _add_stories(self, fresh: Iterable[DocumentSeen], closure: Closure) -> tuple[DocumentSeen, ...]:
        """Find the stories of new articles again, and return the documents whose articles' story has changed."""
        articles = closure.articles(
            story.article for document in fresh for story in document.stories if story.signature
        )
        sources = self.column(
            "SELECT DISTINCT document FROM bands WHERE article IN (SELECT unnest($1)) ORDER BY document",
            [sorted(articles)],
        )
        documents = self._seen(sources)
        found = find_stories(
            story for document in documents for story in document.stories if story.article in articles
        )
        before = self._stories(articles)
        after = {article: story.id for story in found for article in story.articles}
        self._replace_stories(articles, found)
        changed = {article for article in articles if before.get(article) != after.get(article)}
        return tuple(
            document for document in documents if changed & {story.article for story in document.stories}
        )

    def _stories(self, articles: set[str]) -> dict[str, str]:
        return dict(
            self.connection.execute(
                "SELECT article, story FROM story_articles WHERE article IN (SELECT unnest($1))",
                [sorted(articles)],
            ).fetchall()
        )

    def _replace_stories(self, articles: set[str], found: Sequence[Story]) -> None:
        gone = sorted(set(self._stories(articles).values()))
        self._delete("stories", "id", gone)
        self._delete("story_articles", "story", gone)
        stories: list[Row] = [(one.id, one.first, one.likeness, len(one.articles)) for one in found]
        members: list[Row] = [(one.id, article) for one in found for article in one.articles]
        self._insert("stories", COLUMNS["stories"], stories)
        self._insert("story_articles", COLUMNS["story_articles"], members)

    def _forget(self, names: set[str], touched: set[str]) -> None:
        """Delete what was linked of names and cities."""
        people = self.column(
            "SELECT DISTINCT person FROM person_members WHERE name IN (SELECT unnest($1))", [sorted(names)]
        )
        self._delete("people", "id", people)
        for table in _PEOPLE:
            self._delete(table, "person", people)
        gone = list(people)
        for table, column in (("organizations", "area"), ("projects", "area"), ("series", "subject")):
            rows = self.connection.execute(f'SELECT id, "{column}" FROM "{table}"').fetchall()  # noqa: S608 - ours
            ids = [row[0] for row in rows if _city(row[1]) in touched]
            self._delete(table, "id", ids)
            for part in _PLACES[table]:
                self._delete(part, "series" if table == "series" else table.removesuffix("s"), ids)
            gone += ids
        self._delete("reviews", "left_id", gone)
        self._delete("reviews", "right_id", gone)

    def _delete(self, table: str, column: str, values: Sequence[str]) -> None:
        query = f'DELETE FROM "{table}" WHERE "{column}" IN (SELECT unnest($1))'  # noqa: S608 - names of ours
        self.connection.execute(query, [list(values)])


class _transaction:  # noqa: N801 - read as a statement
    """Make all changes or none."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.begin()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._connection.commit()
        else:
            self._connection.rollback()


def _body(document: DocumentSeen) -> str:
    """Return what was seen on a page as it is stored."""
    return _seen_type().dump_json(document).decode()


def _digest(document: DocumentSeen) -> str:
    """Return the hash of what was seen, as DuckDB's `sha256` gives it."""
    return sha256(_body(document).encode()).hexdigest()


@cache
def _seen_type() -> TypeAdapter[DocumentSeen]:
    return TypeAdapter(DocumentSeen)


def _city(value: str) -> str:
    """Return the city of an area or of a body's key."""
    return city_of(split(value)[0])


def _in_order(decisions: Iterable[Decision]) -> list[str]:
    return sorted(one.model_dump_json() for one in decisions)


def check_place(path: Path) -> None:
    """Make sure that a registry can be written to a place: nothing is there, or a registry of any version.

    Raises:
        NewsieError: something else is there, or DuckDB is not installed.
    """
    if path.is_dir():
        raise NewsieError(f"{path} is a folder; name a file")
    if path.exists():
        with Registry(open_duckdb(path, "link", read_only=True)) as found:
            if not is_registry(found.connection):
                raise NewsieError(
                    f"{path} is no registry of newsie: it is not written over, choose another name"
                )


def save(linkage: Linkage, path: Path) -> None:
    """Write a registry as a file, in place of one that is there; it appears whole or not at all.

    Raises:
        NewsieError: what is there is no registry, or DuckDB or pandas is not installed.
        OSError: the file cannot be written.
    """
    check_place(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
        temporary = Path(folder) / path.name
        with Registry(open_duckdb(temporary, "link")) as registry:
            registry._create(linkage)  # noqa: SLF001 - the same module
        temporary.replace(path)
