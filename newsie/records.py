"""The records newsie returns: the public models and their JSON form.

Every record carries `evidence`: for each field that is not empty, the places on the page it
was read from, as half-open `[start, end)` offsets in code points into the source text as given.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

from newsie import values

if TYPE_CHECKING:
    from newsie.out.frames import Library
    from newsie.out.schemas import Kind

SCHEMA_VERSION = "1.0"


def plain(number: Decimal) -> str:
    """Return a decimal without exponent: 1.2E+12 is 1200000000000."""
    return format(number, "f")


Number = Annotated[Decimal, PlainSerializer(plain, return_type=str, when_used="json")]
Segments = tuple[tuple[int, int], ...]


class Record(BaseModel):
    """What all models share: frozen, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Box(Record):
    """A place on paper: the page's 1-based number, and edges in points from its upper left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


Boxes = Annotated[tuple[Box, ...], Field(exclude_if=lambda boxes: not boxes, repr=False)]
"""Left out of JSON for a source that was never printed."""


class Piece(Record):
    """A place on the page that bears a field (出处).

    Attributes:
        segments: half-open offsets into the source; more than one where the page interrupts.
        text: the words there, cleaned.
        rule: what found it.
        boxes: where that is on paper, for a source with a layout (PDF).
    """

    segments: Segments
    text: str
    rule: str
    boxes: Boxes = ()


Evidence = dict[str, tuple[Piece, ...]]


class Quantity(Record):
    """An amount (数量); see `newsie.values.Quantity`."""

    value: Number
    value_max: Number | None = None
    unit: str
    qualifier: values.Qualifier


class DateInterval(Record):
    """A time expression and the calendar days it means, both ends inclusive (时间)."""

    text: str
    start: str | None
    end: str | None
    precision: values.Precision
    part_of_day: values.PartOfDay | None = None
    approximate: bool = False


class Mention(Record):
    """A name on the page."""

    label: str
    text: str
    article: str | None
    segments: Segments
    by: tuple[str, ...]


class Warning(Record):  # noqa: A001 - the word of the contract: a result's `warnings`
    """Something doubtful on the page."""

    code: str
    message: str
    article: str | None
    segments: Segments


class ArticlePart(Record):
    """A source range of an article and its role."""

    role: str
    start: int
    end: int
    boxes: Boxes = ()


class Article(Record):
    """One story of the page (稿件)."""

    id: str
    headline: str | None
    kicker: str | None
    subheads: tuple[str, ...] = ()
    kind: Literal["news", "photo", "brief"]
    reporters: tuple[str, ...] = ()
    correspondents: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    segments: tuple[ArticlePart, ...] = ()


class Statement(Record):
    """What someone said (讲话). In a meeting or visit `article` is that record's."""

    id: str = ""
    article: str = ""
    speaker: str | None
    verb: str
    text: str
    evidence: Evidence = Field(default_factory=dict)


class Meeting(Record):
    """A gathering (会议)."""

    id: str = ""
    article: str = ""
    name: str
    kind: Literal["conference", "symposium", "ceremony", "training", "competition", "other"]
    organizer: str | None = None
    date: DateInterval | None = None
    place: str | None = None
    chair: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    attendees: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    headcount: Quantity | None = None
    documents: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    evidence: Evidence = Field(default_factory=dict)


class Visit(Record):
    """Officials or guests going to places to look (督导, 调研, 考察)."""

    id: str = ""
    article: str = ""
    lead: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    organizer: str | None = None
    purpose: str | None = None
    date: DateInterval | None = None
    places: tuple[str, ...] = ()
    headcount: Quantity | None = None
    statements: tuple[Statement, ...] = ()
    evidence: Evidence = Field(default_factory=dict)


class Post(Record):
    """A post (职务): `organization` as written, None where the page names none."""

    organization: str | None
    title: str


class Official(Record):
    """A named person with public posts (官员); one record a person and document."""

    id: str = ""
    name: str
    articles: tuple[str, ...] = ()
    posts: tuple[Post, ...]
    evidence: Evidence = Field(default_factory=dict)


class Milestone(Record):
    """A step of a project and when (节点)."""

    text: str
    date: DateInterval | None = None


class Project(Record):
    """A named undertaking of construction, investment or industry (项目)."""

    id: str = ""
    article: str = ""
    name: str
    place: str | None = None
    owner: str | None = None
    investment: Quantity | None = None
    land_area: Quantity | None = None
    floor_area: Quantity | None = None
    status: (
        Literal["planned", "started", "under_construction", "resumed", "finishing", "completed", "operating"]
        | None
    ) = None
    progress: Quantity | None = None
    milestones: tuple[Milestone, ...] = ()
    evidence: Evidence = Field(default_factory=dict)


class Statistic(Record):
    """A figure reported as fact, target or standard (统计)."""

    id: str = ""
    article: str = ""
    subject: str | None = None
    indicator: str
    quantity: Quantity
    period: DateInterval | None = None
    nature: Literal["actual", "target", "standard"] = "actual"
    change: Literal["increase", "decrease"] | None = None
    basis: str | None = None
    evidence: Evidence = Field(default_factory=dict)


class Extraction(Record):
    """All that was read from one source."""

    schema_version: str = SCHEMA_VERSION
    id: str
    source: str
    text_sha256: str
    published: str | None = None
    published_from: Literal["given", "manifest", "filename", "page", "inferred"] | None = None
    outlet: str | None = None
    articles: tuple[Article, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    visits: tuple[Visit, ...] = ()
    officials: tuple[Official, ...] = ()
    projects: tuple[Project, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    statements: tuple[Statement, ...] = ()
    mentions: tuple[Mention, ...] = ()
    warnings: tuple[Warning, ...] = ()

    # a method of the model for its users' sake; the tables stand above the records
    def to_frame(self, kind: Kind, library: Library = "pandas") -> Any:  # noqa: ANN401
        """Return the records of a kind, `statistics` say, as a pandas or polars DataFrame or an Arrow table.

        Raises:
            ExtraError: pyarrow or the library is not installed.
        """
        from newsie.out.frames import to_frame  # noqa: PLC0415

        return to_frame(kind, (self,), library)
