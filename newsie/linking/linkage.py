"""The registry of an archive: `link` makes it of results (关联)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from newsie.linking.decisions import Decision, of_kind, read_decisions
from newsie.linking.distil import distil
from newsie.linking.organizations import find_organizations
from newsie.linking.people import find_people
from newsie.linking.places import city_of
from newsie.linking.projects import find_projects
from newsie.linking.results import LinkedProject, Organization, Person, Review, Series
from newsie.linking.series import find_series
from newsie.linking.sightings import DocumentSeen
from newsie.linking.stories import Story, find_stories
from newsie.page import must_be_results
from newsie.records import Extraction

if TYPE_CHECKING:
    import pandas as pd

    from newsie.linking.registry import Registry

_TOWN_ENDINGS = ("街道办事处", "办事处", "街道", "镇", "乡", "办")


@dataclass(frozen=True)
class Linkage:
    """What is one across pages.

    Attributes:
        documents: what was seen on each page, by id.
        people, organizations, projects, figure_series, stories: what was linked.
        reviews: the pairs that could not be decided, and what a reviewer decided about pairs.
        decisions: the reviewer's decisions.
    """

    documents: tuple[DocumentSeen, ...]
    people: tuple[Person, ...]
    organizations: tuple[Organization, ...]
    projects: tuple[LinkedProject, ...]
    figure_series: tuple[Series, ...]
    stories: tuple[Story, ...]
    reviews: tuple[Review, ...]
    decisions: tuple[Decision, ...] = ()

    def __repr__(self) -> str:
        counts = (f"{field.name}={len(getattr(self, field.name))}" for field in fields(self))
        return f"Linkage({', '.join(counts)})"

    def __getstate__(self) -> dict[str, object]:
        """Return what crosses to another process: the tables in memory are made anew there."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    @cached_property
    def registry(self) -> Registry:
        """The same as tables of a database in memory, which answers questions."""
        from newsie.linking.registry import Registry  # noqa: PLC0415 - DuckDB only where questions are asked

        return Registry.of(self)

    def save(self, path: str | Path) -> None:
        """Write the registry as a DuckDB file, in place of one that is there.

        Raises:
            NewsieError: DuckDB is not installed.
            OSError: the file cannot be written.
        """
        from newsie.linking.registry import save  # noqa: PLC0415 - DuckDB only where it is used

        save(self, Path(path))

    def dump(self) -> str:
        """Return all tables as lines of JSON: the same bytes for the same pages in any order."""
        from newsie.linking.tables import dump, rows_of  # noqa: PLC0415 - tables only where they are used

        return dump(rows_of(self))

    def holders(
        self, body: str, title: str, *, on: str | date | None = None, place: str | None = None
    ) -> pd.DataFrame:
        """Return who held a post; see `Registry.holders`."""
        return self.registry.holders(body, title, on=on, place=place)

    def career(self, name: str) -> pd.DataFrame:
        """Return the posts of whoever has a name; see `Registry.career`."""
        return self.registry.career(name)

    def timeline(self, project: str) -> pd.DataFrame:
        """Return the course of a project; see `Registry.timeline`."""
        return self.registry.timeline(project)

    def series(
        self, subject: str | None = None, indicator: str | None = None, unit: str | None = None
    ) -> pd.DataFrame:
        """Return the figures of series; see `Registry.series`."""
        return self.registry.series(subject, indicator, unit)


def link(extractions: Iterable[Extraction], *, decisions: str | Path | None = None) -> Linkage:
    """Link the persons, posts, bodies, projects and figures of many results.

    Args:
        extractions: results of `newsie.extract`, in any order; a page given twice counts once.
        decisions: a file of what a reviewer decided.

    Raises:
        RuleError: the file of decisions is wrong.
        NewsieError: what linking needs is not installed.
        TypeError: what is to be linked is no result, but a `Failure`, say, or a single one.
    """
    decided = () if decisions is None else read_decisions(Path(decisions))
    return relate(map(distil, must_be_results(extractions)), decided)


def relate(documents: Iterable[DocumentSeen], decisions: tuple[Decision, ...] = ()) -> Linkage:
    """Link what was seen on pages."""
    seen = {document.id: document for document in documents}
    ordered = tuple(seen[key] for key in sorted(seen))
    stories = find_stories(story for document in ordered for story in document.stories)
    story_of = {article: story.id for story in stories for article in story.articles}
    return relate_seen(ordered, stories, story_of, decisions)


def relate_seen(
    documents: tuple[DocumentSeen, ...],
    stories: tuple[Story, ...],
    story_of: Mapping[str, str],
    decisions: tuple[Decision, ...],
) -> Linkage:
    """Link what was seen on pages whose stories are known."""
    people, people_reviews = find_people(
        (one for document in documents for one in document.people), of_kind(decisions, "person"), story_of
    )
    organizations, organization_reviews = find_organizations(
        (one for document in documents for one in document.organizations), of_kind(decisions, "organization")
    )
    projects, project_reviews = find_projects(
        (one for document in documents for one in document.projects),
        of_kind(decisions, "project"),
        story_of,
        _towns(organizations),
    )
    series = find_series(
        (one for document in documents for one in document.figures),
        {key: one.name for one in organizations for key in one.keys},
        story_of,
    )
    reviews = (*people_reviews, *organization_reviews, *project_reviews)
    return Linkage(documents, people, organizations, projects, series, stories, reviews, decisions)


def _towns(organizations: Iterable[Organization]) -> dict[str, frozenset[str]]:
    """Return the names of places in each city, without their kind: 望湖 for 望湖办事处."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in organizations:
        if not one.body:
            found[city_of(one.area)].update(_stem(alias.name) for alias in one.aliases)
    return {city: frozenset(names) for city, names in found.items()}


def _stem(name: str) -> str:
    for ending in _TOWN_ENDINGS:
        name = name.removesuffix(ending)
    return name
