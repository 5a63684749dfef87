"""What linking returns: people with their posts in time, bodies with their names, projects, series, and what is doubtful."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from newsie.linking.sightings import Evidence


@dataclass(frozen=True, slots=True, order=True)
class Alias:
    """A way in which a name is written (别名).

    Attributes:
        name: as written.
        count: in how many documents.
        reason: why it is a name of this one.
        evidence: where it is first seen.
    """

    name: str
    count: int
    reason: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Tenure:
    """A post and the time in which it is seen to be held (任职).

    Attributes:
        key: what all names of the body have in common.
        organization: the body as written most fully, None where no page names one.
        title: the post.
        first, last: the first and last day on which it is seen, ISO 8601.
        count: in how many stories; one printed in several papers counts once.
        evidence, last_evidence: where it is seen first and last.
    """

    key: str
    organization: str | None
    title: str
    first: str | None
    last: str | None
    count: int
    evidence: Evidence
    last_evidence: Evidence


@dataclass(frozen=True, slots=True)
class Person:
    """A person (人物).

    Attributes:
        id: made of the name and a post.
        name: the way it is written most often.
        aliases: every way it is written.
        tenures: the posts, by time.
        members: document and name of each sighting.
        score: how sure the weakest link between sightings is; 1 for what is the same by name, post and body.
        reasons: what links them.
    """

    id: str
    name: str
    aliases: tuple[Alias, ...]
    tenures: tuple[Tenure, ...]
    members: tuple[tuple[str, str], ...]
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Organization:
    """A body (机关、单位).

    Attributes:
        id: made of its key.
        name: the fullest of its names.
        area: where it is.
        code: the code of the division it is in, empty where none is known.
        body: the body in its counted form, empty for the place itself.
        keys: what its names have in common; more than one where bodies were linked.
        aliases: its names, each with the evidence.
        members: document and name of each sighting.
        score, reasons: as in `Person`.
    """

    id: str
    name: str
    area: str
    code: str
    body: str
    keys: tuple[str, ...]
    aliases: tuple[Alias, ...]
    members: tuple[tuple[str, str], ...]
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """A project's status at a time (进展).

    Attributes:
        day: ISO 8601.
        status: as in the records, None where only progress or a milestone is known.
        progress: per cent.
        text: the milestone.
        warning: what is odd: 'status goes back'.
        sources: how many documents say so.
        evidence: the first of them.
    """

    day: str | None
    status: str | None
    progress: Decimal | None
    text: str | None
    warning: str | None
    sources: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class LinkedProject:
    """A project and its course (项目).

    Attributes:
        id, name, aliases, members, score, reasons: as in `Person`.
        area: where it is.
        stages: by time.
    """

    id: str
    name: str
    area: str
    aliases: tuple[Alias, ...]
    stages: tuple[Stage, ...]
    members: tuple[tuple[str, str], ...]
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A figure of a series.

    Attributes:
        start, end, precision: its period; the day of publication where it has none.
        value, value_max, unit, qualifier, nature, change, basis: as in the records.
        subject: as written.
        published: the first day it was printed.
        warnings: in what it differs from the others of its measure: scope, unit, period, nature; and where the same time
            is told with another value.
        sources: how many documents report it.
        evidence: the first of them.
    """

    start: str | None
    end: str | None
    precision: str
    value: Decimal
    value_max: Decimal | None
    unit: str
    qualifier: str
    nature: str
    change: str | None
    basis: str | None
    subject: str | None
    published: str | None
    warnings: tuple[str, ...]
    sources: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one subject and indicator (统计序列).

    Attributes:
        id: made of subject and indicator.
        subject: the key of the body or place.
        subject_name: its name.
        indicator: as most points have it.
        unit: the unit of most points.
        points: by time.
    """

    id: str
    subject: str
    subject_name: str | None
    indicator: str
    unit: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """Two that may be one, or one that may be two: for a person to decide (待核).

    Attributes:
        id: made of both.
        kind: person, organization or project.
        left, right: their ids.
        left_name, right_name: their names, as the evidence's documents have them.
        score: how likely they are one.
        reasons: for and against.
        left_evidence, right_evidence: a sighting of each.
        status: `needs_review`, or what was decided: `same`, `different`.
    """

    id: str
    kind: str
    left: str
    right: str
    left_name: str
    right_name: str
    score: float
    reasons: tuple[str, ...]
    left_evidence: Evidence
    right_evidence: Evidence
    status: str = "needs_review"
