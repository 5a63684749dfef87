"""What a new page touches in a registry, so that only that is linked again.

Names are linked by themselves and with the names that differ from them by a character in one post; bodies, projects
and figures within a city; stories where a band of their signatures is equal. Whatever a page touches directly, and
what that touches in turn, is linked from all its sightings; nothing outside of it can change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from newsie.linking.clusters import holdings
from newsie.linking.decisions import Decision
from newsie.linking.people import near_pairs
from newsie.linking.places import city_of
from newsie.linking.posts import split
from newsie.linking.sightings import DocumentSeen
from newsie.linking.stories import bands
from newsie.linking.tables import Row

if TYPE_CHECKING:
    import duckdb

INDEX = {
    "seen": ("document", "body"),
    "seen_names": ("name", "document"),
    "seen_cities": ("city", "document"),
    "held": ("key", "title", "name"),
    "bands": ("band", "article", "document"),
}
"""The columns of the tables of what was seen; all are text."""


def index_rows(documents: Iterable[DocumentSeen]) -> Iterator[tuple[str, Row]]:
    """Yield the rows by which what a page touches is found."""
    for document in documents:
        yield from (("seen_names", (one.name, document.id)) for one in document.people)
        yield from (("seen_cities", (city, document.id)) for city in sorted(cities(document)))
        for name, key, title in sorted({node for one in document.people for node in holdings(one)}):
            if title:
                yield "held", (key, title, name)
        for story in document.stories:
            if story.signature:
                yield from (("bands", (band, story.article, document.id)) for band in bands(story.signature))


def cities(document: DocumentSeen) -> set[str]:
    """Return the cities whose bodies, projects or figures a document shows."""
    areas = {one.area for one in document.organizations} | {one.area for one in document.projects}
    areas |= {split(one.subject)[0] for one in document.figures}
    return {city_of(area) for area in areas}


class Closure:
    """Finds what belongs together with what a page touches.

    Args:
        connection: the registry, with the new pages' rows in its index.
        decisions: what a reviewer decided.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, decisions: Sequence[Decision]) -> None:
        self._connection = connection
        self._partners = _partners(decisions)
        self._members = [
            member for one in decisions if one.kind != "person" for member in (one.left, one.right)
        ]

    def names(self, touched: Iterable[str]) -> set[str]:
        """Return names with those that may be one with them."""
        found: set[str] = set()
        fresh = set(touched)
        while fresh:
            found |= fresh
            fresh = (self._near(fresh) | {other for name in fresh for other in self._partners[name]}) - found
        return found

    def _near(self, names: set[str]) -> set[str]:
        """Return the names that differ by a character from one of `names` in a post that both are seen in."""
        posts: dict[tuple[str, str], set[str]] = defaultdict(set)
        rows = self._rows(
            "SELECT DISTINCT o.key, o.title, o.name FROM held h JOIN held o USING (key, title)"
            " WHERE h.name IN (SELECT unnest($1))",
            sorted(names),
        )
        for key, title, name in rows:
            posts[key, title].add(name)
        return {
            name
            for holders in posts.values()
            for pair in near_pairs(holders)
            if names & set(pair)
            for name in pair
        }

    def cities(self, touched: Iterable[str]) -> set[str]:
        """Return cities, with those of bodies and projects that a reviewer decided about."""
        found = set(touched)
        documents = sorted({document for document, _ in self._members})
        decided = self._column(
            "SELECT city FROM seen_cities WHERE document IN (SELECT unnest($1))", documents
        )
        return found | set(decided) if found & set(decided) else found

    def articles(self, touched: Iterable[str]) -> set[str]:
        """Return articles with those that share a band of the signature with them."""
        found: set[str] = set()
        fresh = set(touched)
        while fresh:
            found |= fresh
            alike = self._column(
                "SELECT DISTINCT o.article FROM bands b JOIN bands o USING (band)"
                " WHERE b.article IN (SELECT unnest($1))",
                sorted(fresh),
            )
            fresh = set(alike) - found
        return found

    def documents(self, names: set[str], touched: set[str]) -> list[str]:
        """Return the documents that show one of the names or cities."""
        return self._column(
            "SELECT document FROM seen_names WHERE name IN (SELECT unnest($1))"
            " UNION SELECT document FROM seen_cities WHERE city IN (SELECT unnest($2)) ORDER BY document",
            sorted(names),
            sorted(touched),
        )

    def _rows(self, query: str, *asked: Sequence[str]) -> list[tuple[str, ...]]:
        return [] if not any(asked) else self._connection.execute(query, list(asked)).fetchall()

    def _column(self, query: str, *asked: Sequence[str]) -> list[str]:
        return [row[0] for row in self._rows(query, *asked)]


def _partners(decisions: Iterable[Decision]) -> dict[str, set[str]]:
    """Return for each name those that a reviewer spoke of together with it."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in decisions:
        if one.kind == "person":
            found[one.left[1]].add(one.right[1])
            found[one.right[1]].add(one.left[1])
    return found


def narrowed(document: DocumentSeen, names: set[str], touched: set[str]) -> DocumentSeen:
    """Return what a document shows of some names and cities."""
    return replace(
        document,
        people=tuple(one for one in document.people if one.name in names),
        organizations=tuple(one for one in document.organizations if city_of(one.area) in touched),
        projects=tuple(one for one in document.projects if city_of(one.area) in touched),
        figures=tuple(one for one in document.figures if city_of(split(one.subject)[0]) in touched),
        stories=(),
    )
