"""The registry of an archive: `link` makes it of results (关联)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from newsie.linking.decisions import Decision, of_kind, read_decisions
from newsie.linking.distil import distil
from newsie.linking.organizations import find_organizations
from newsie.linking.people import find_people
from newsie.linking.projects import find_projects
from newsie.linking.results import LinkedProject, Organization, Person, Review, Series
from newsie.linking.series import find_series
from newsie.linking.sightings import DocumentSeen
from newsie.linking.stories import Story, find_stories
from newsie.records import Extraction


@dataclass(frozen=True, slots=True)
class Linkage:
    """What is one across pages.

    Attributes:
        documents: what was seen on each page, by id.
        people, organizations, projects, series, stories: what was linked.
        reviews: the pairs that could not be decided.
        decisions: what a reviewer decided.
    """

    documents: tuple[DocumentSeen, ...]
    people: tuple[Person, ...]
    organizations: tuple[Organization, ...]
    projects: tuple[LinkedProject, ...]
    series: tuple[Series, ...]
    stories: tuple[Story, ...]
    reviews: tuple[Review, ...]
    decisions: tuple[Decision, ...] = ()


def link(extractions: Iterable[Extraction], *, decisions: str | Path | None = None) -> Linkage:
    """Link the persons, posts, bodies, projects and figures of many results.

    Args:
        extractions: results of `newsie.extract`, in any order; a page given twice counts once.
        decisions: a file of what a reviewer decided.

    Raises:
        RuleError: the file of decisions is wrong.
        NewsieError: what linking needs is not installed.
    """
    decided = () if decisions is None else read_decisions(Path(decisions))
    return relate((distil(extraction) for extraction in extractions), decided)


def relate(documents: Iterable[DocumentSeen], decisions: tuple[Decision, ...] = ()) -> Linkage:
    """Link what was seen on pages."""
    seen = {document.id: document for document in documents}
    ordered = tuple(seen[key] for key in sorted(seen))
    stories = find_stories(story for document in ordered for story in document.stories)
    story_of = _story_of(stories)
    people, people_reviews = find_people(
        (one for document in ordered for one in document.people), of_kind(decisions, "person"), story_of
    )
    organizations, organization_reviews = find_organizations(
        (one for document in ordered for one in document.organizations), of_kind(decisions, "organization")
    )
    towns = frozenset(_stem(alias.name) for one in organizations if not one.body for alias in one.aliases)
    projects, project_reviews = find_projects(
        (one for document in ordered for one in document.projects),
        of_kind(decisions, "project"),
        story_of,
        towns,
    )
    series = find_series(
        (one for document in ordered for one in document.figures),
        {key: one.name for one in organizations for key in one.keys},
        story_of,
    )
    reviews = (*people_reviews, *organization_reviews, *project_reviews)
    return Linkage(ordered, people, organizations, projects, series, stories, reviews, decisions)


def _story_of(stories: Iterable[Story]) -> Mapping[str, str]:
    return {article: story.id for story in stories for article in story.articles}


def _stem(name: str) -> str:
    for ending in ("街道办事处", "办事处", "街道", "镇", "乡", "办"):
        name = name.removesuffix(ending)
    return name
