"""What is linked: each person, organisation, project and figure of a page, as it was seen there.

A sighting is drawn from one document alone, so that a new page changes nothing in the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from newsie.records import Segments


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Where a sighting was read (出处).

    Attributes:
        document: what tables call the result.
        article: the id of the article, empty for what belongs to none.
        text: the words.
        segments: half-open offsets into the document's source.
    """

    document: str
    article: str
    text: str
    segments: Segments


@dataclass(frozen=True, slots=True, order=True)
class PostSeen:
    """A post as a page gave it: the key of the body, its name as written, the title, and where it stands."""

    key: str
    organization: str | None
    title: str
    text: str = ""
    segments: Segments = ()


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """A person on a page; one for each name and document.

    Attributes:
        name: as written.
        posts: the public posts the page gives.
        area: the place that the page is about.
        outlet: the newspaper, None for one that is of a place (洛阳日报).
        first, last: the first and last day on which the page shows the person, ISO 8601.
        evidence: where.
    """

    name: str
    posts: tuple[PostSeen, ...]
    area: str
    outlet: str | None
    first: str | None
    last: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class OrganizationSeen:
    """A name of an organisation on a page.

    Attributes:
        name: as written.
        area, body: what it was read as.
        rule: how.
        day: when the page appeared.
        evidence: where it first stands.
    """

    name: str
    area: str
    body: str
    rule: str
    day: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ProjectSeen:
    """A project in an article.

    Attributes:
        name: as written.
        core: the name without 项目 and the like.
        area: the place the page is about.
        status, progress: what the article says.
        milestones: text and day.
        day: the day of the event, or of publication.
        owner, place, investment: as the record has them.
        evidence: where.
    """

    name: str
    core: str
    area: str
    status: str | None
    progress: Decimal | None
    milestones: tuple[tuple[str, str | None], ...]
    day: str | None
    owner: str | None
    place: str | None
    investment: Decimal | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class FigureSeen:
    """A figure in an article.

    Attributes:
        subject: the key of the body or place it is about, or the words.
        subject_text, indicator, unit, qualifier: as the record has them.
        value, value_max: the number.
        period: days and precision, None where the figure has none.
        nature, change, basis: as the record has them.
        day: when the page appeared.
        evidence: where.
    """

    subject: str
    subject_text: str | None
    indicator: str
    unit: str
    qualifier: str
    value: Decimal
    value_max: Decimal | None
    period: tuple[str | None, str | None, str] | None
    nature: str
    change: str | None
    basis: str | None
    day: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class StorySeen:
    """An article as it is compared with others.

    Attributes:
        article, document: the ids.
        outlet, day, headline: as the result has them.
        signature: the MinHash of its body in hexadecimal digits, empty for one too short to tell.
    """

    article: str
    document: str
    outlet: str | None
    day: str | None
    headline: str | None
    signature: str


@dataclass(frozen=True, slots=True)
class DocumentSeen:
    """A document and what was seen in it.

    Attributes:
        id: the `document` that tables have for the result.
        source, published, outlet: as the result has them.
        home: the code of the place it is about, empty where that is not known.
        home_from: what said so.
        people, organizations, projects, figures, stories: the sightings.
    """

    id: str
    source: str
    published: str | None
    outlet: str | None
    home: str
    home_from: str
    people: tuple[PersonSeen, ...]
    organizations: tuple[OrganizationSeen, ...]
    projects: tuple[ProjectSeen, ...]
    figures: tuple[FigureSeen, ...]
    stories: tuple[StorySeen, ...]
