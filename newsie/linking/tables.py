"""A linkage as tables: what the database holds, and the lines that tell whether two registries are the same."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias

from newsie.linking.places import name_of
from newsie.linking.results import Alias, LinkedProject, Organization, Person, Series
from newsie.linking.sightings import Evidence

if TYPE_CHECKING:
    from newsie.linking.linkage import Linkage

Value: TypeAlias = str | int | float | None
Row: TypeAlias = tuple[Value, ...]
Rows: TypeAlias = Mapping[str, list[Row]]

_EVIDENCE = ("document", "article", "text", "segments")
_ALIAS = ("name", "count", "reason", *_EVIDENCE)
_SIDE = tuple(f"{side}_{column}" for side in ("left", "right") for column in _EVIDENCE)
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "documents": ("id", "source", "published", "outlet", "home", "home_name", "home_from"),
    "people": ("id", "name", "score", "reasons"),
    "person_names": ("person", *_ALIAS),
    "person_members": ("person", "document", "name"),
    "tenures": (
        *("person", "key", "organization", "title", "first", "last", "count"),
        *_EVIDENCE,
        *(f"last_{column}" for column in _EVIDENCE),
    ),
    "organizations": ("id", "name", "area", "code", "place", "body", "score", "reasons"),
    "organization_names": ("organization", *_ALIAS),
    "organization_keys": ("organization", "key"),
    "organization_members": ("organization", "document", "name"),
    "projects": ("id", "name", "area", "score", "reasons"),
    "project_names": ("project", *_ALIAS),
    "project_members": ("project", "document", "name"),
    "stages": ("project", "day", "status", "progress", "milestone", "warning", "sources", *_EVIDENCE),
    "series": ("id", "subject", "subject_name", "indicator", "unit"),
    "points": (
        *("series", "start", "end", "precision", "value", "value_max", "unit", "qualifier", "nature"),
        *("change", "basis", "subject", "published", "warnings", "sources"),
        *_EVIDENCE,
    ),
    "stories": ("id", "first", "likeness", "articles"),
    "story_articles": ("story", "article"),
    "reviews": (
        *("id", "kind", "status", "left_id", "right_id", "left_name", "right_name", "score", "reasons"),
        *_SIDE,
    ),
    "decisions": (
        *("kind", "verdict", "left_document", "left_name", "right_document", "right_name", "note"),
    ),
}
"""The columns of each table."""

NUMBERS = {
    "count": "INTEGER",
    "sources": "INTEGER",
    "articles": "INTEGER",
    "score": "DOUBLE",
    "likeness": "DOUBLE",
}
"""The columns that are no text; decimals are text, so that they keep their digits."""


def rows_of(linkage: Linkage) -> dict[str, list[Row]]:
    """Return the rows of each table, sorted."""
    rows: dict[str, list[Row]] = {table: [] for table in COLUMNS}
    for document in linkage.documents:
        home = name_of(document.home) if document.home else None
        about = (document.home, home, document.home_from)
        rows["documents"].append((document.id, document.source, document.published, document.outlet, *about))
    for table, row in _linked(linkage):
        rows[table].append(row)
    for found in rows.values():
        found.sort(key=_order)
    return rows


def _order(row: Row) -> tuple[tuple[bool, str], ...]:
    return tuple((value is not None, str(value)) for value in row)


def dump(rows: Rows) -> str:
    """Return rows as lines of JSON, a table after the other."""
    lines = (
        json.dumps([table, *row], ensure_ascii=False, separators=(",", ":"))
        for table in COLUMNS
        for row in sorted(rows[table], key=_order)
    )
    return "".join(f"{line}\n" for line in lines)


def _linked(linkage: Linkage) -> Iterator[tuple[str, Row]]:
    for person in linkage.people:
        yield from _person(person)
    for organization in linkage.organizations:
        yield from _organization(organization)
    for project in linkage.projects:
        yield from _project(project)
    for series in linkage.figure_series:
        yield from _series(series)
    for story in linkage.stories:
        yield "stories", (story.id, story.first, story.likeness, len(story.articles))
        yield from (("story_articles", (story.id, article)) for article in story.articles)
    for review in linkage.reviews:
        sides = (review.left, review.right, review.left_name, review.right_name)
        why = (review.score, _joined(review.reasons))
        places = (*_place(review.left_evidence), *_place(review.right_evidence))
        yield "reviews", (review.id, review.kind, review.status, *sides, *why, *places)
    for one in linkage.decisions:
        yield "decisions", (one.kind, one.verdict, *one.left, *one.right, one.note)


def _joined(words: Iterable[str]) -> str:
    return "; ".join(words)


def _place(evidence: Evidence) -> Row:
    segments = json.dumps(evidence.segments, separators=(",", ":"))
    return evidence.document, evidence.article, evidence.text, segments


def _aliases(table: str, owner: str, aliases: Iterable[Alias]) -> Iterator[tuple[str, Row]]:
    for alias in aliases:
        yield table, (owner, alias.name, alias.count, alias.reason, *_place(alias.evidence))


def _members(table: str, owner: str, members: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Row]]:
    yield from ((table, (owner, *member)) for member in members)


def _person(one: Person) -> Iterator[tuple[str, Row]]:
    yield "people", (one.id, one.name, one.score, _joined(one.reasons))
    yield from _aliases("person_names", one.id, one.aliases)
    yield from _members("person_members", one.id, one.members)
    for held in one.tenures:
        when = (held.first, held.last, held.count, *_place(held.evidence), *_place(held.last_evidence))
        yield "tenures", (one.id, held.key, held.organization, held.title, *when)


def _organization(one: Organization) -> Iterator[tuple[str, Row]]:
    place = name_of(one.code) if one.code else None
    yield (
        "organizations",
        (one.id, one.name, one.area, one.code, place, one.body, one.score, _joined(one.reasons)),
    )
    yield from _aliases("organization_names", one.id, one.aliases)
    yield from _members("organization_members", one.id, one.members)
    yield from (("organization_keys", (one.id, key)) for key in one.keys)


def _project(one: LinkedProject) -> Iterator[tuple[str, Row]]:
    yield "projects", (one.id, one.name, one.area, one.score, _joined(one.reasons))
    yield from _aliases("project_names", one.id, one.aliases)
    yield from _members("project_members", one.id, one.members)
    for stage in one.stages:
        progress = None if stage.progress is None else format(stage.progress, "f")
        what = (stage.day, stage.status, progress, stage.text, stage.warning, stage.sources)
        yield "stages", (one.id, *what, *_place(stage.evidence))


def _series(one: Series) -> Iterator[tuple[str, Row]]:
    yield "series", (one.id, one.subject, one.subject_name, one.indicator, one.unit)
    for point in one.points:
        value_max = None if point.value_max is None else format(point.value_max, "f")
        what = (point.start, point.end, point.precision, format(point.value, "f"), value_max, point.unit)
        how = (point.qualifier, point.nature, point.change, point.basis, point.subject, point.published)
        doubts = (_joined(point.warnings), point.sources)
        yield "points", (one.id, *what, *how, *doubts, *_place(point.evidence))
