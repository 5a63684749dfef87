"""The records newsie returns: the public models and their JSON form.

Every record carries `evidence`: for each field that is not empty, the places on the page it
was read from, as half-open `[start, end)` offsets in code points into the source text as given.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, PlainSerializer, PrivateAttr

from newsie import values
from newsie.base import Record, Whole

if TYPE_CHECKING:
    from newsie.out.frames import Library
    from newsie.out.schemas import Kind

SCHEMA_VERSION = "1.1"


def plain(number: Decimal) -> str:
    """Return a decimal without exponent: 1.2E+12 is 1200000000000."""
    return format(number, "f")


Number = Annotated[Decimal, PlainSerializer(plain, return_type=str, when_used="json")]


Segments = values.Segments


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


class Confidence(Record):
    """How sure newsie is of a record (可信度): chances from 0 to 1.

    Attributes:
        record: that there is such a record on the page.
        fields: for each field that is not empty, that its value is right.
        reasons: what made them lower, as `field: reason`, the gravest first.
    """

    record: float
    fields: dict[str, float] = Field(default_factory=dict)
    reasons: tuple[str, ...] = ()


class Review(Record):
    """What a reader decided about a record (校订).

    Attributes:
        verdict: it was accepted as it is, fields of it were changed, or it was added.
        fields: the fields that were changed.
        note: what the reader wrote beside it.
    """

    verdict: Literal["accepted", "changed", "added"]
    fields: tuple[str, ...] = ()
    note: str | None = None


class Quantity(Record):
    """An amount (数量); see `newsie.values.Quantity`."""

    value: Number
    value_max: Number | None = None
    unit: str
    qualifier: values.Qualifier


class DateInterval(Record):
    """A time expression and the calendar days it means, both ends inclusive (时间)."""

    text: str
    start: values.Day | None
    end: values.Day | None
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
    segments: tuple[ArticlePart, ...] = Field(default=(), repr=False)


class Statement(Record):
    """What someone said (讲话). In a meeting or visit `article` is that record's."""

    id: str = ""
    article: str = ""
    speaker: str | None
    verb: str
    text: str
    kind: Literal["command", "plan", "fact"] | None = None
    evidence: Evidence = Field(default_factory=dict)
    confidence: Confidence | None = None
    review: Review | None = None


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
    confidence: Confidence | None = None
    review: Review | None = None


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
    confidence: Confidence | None = None
    review: Review | None = None


class Post(Record):
    """A post (职务): `organization` as written, None where the page names none."""

    organization: str | None
    title: str


class Appointment(Record):
    """A change of post (任免): 任命某某为市商务局局长, 免去某某的副县长职务.

    Attributes:
        change: what happened: 任命, 当选, 免去 or 不再担任, 拟任.
        organization: of the post, as written.
        title: of the post.
        date: when it was decided.
        by: the body that decided, as written.
    """

    change: Literal["appointed", "elected", "removed", "proposed"]
    organization: str | None
    title: str
    date: DateInterval | None = None
    by: str | None = None


class Official(Record):
    """A named person with public posts (官员); one record a person and document."""

    id: str = ""
    name: str
    articles: tuple[str, ...] = ()
    posts: tuple[Post, ...]
    appointments: tuple[Appointment, ...] = ()
    evidence: Evidence = Field(default_factory=dict)
    confidence: Confidence | None = None
    review: Review | None = None


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
    confidence: Confidence | None = None
    review: Review | None = None


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
    confidence: Confidence | None = None
    review: Review | None = None


class CustomRecord(Record):
    """A record of a type that a user's rules added (自定义记录).

    Attributes:
        type: the type's name in the rules.
        fields: what was read; each value is a string, a tuple of strings, a quantity or an interval of days.
    """

    id: str = ""
    article: str = ""
    type: str
    fields: dict[str, str | tuple[str, ...] | Quantity | DateInterval | None]
    evidence: Evidence = Field(default_factory=dict)
    review: Review | None = None


class Check(Record):
    """A sum that a page tells with its parts (校核): 168家，其中省级13家、市级25家、县级130家.

    Attributes:
        whole: the id of the statistic that is the sum; None for shares of a hundred per cent.
        parts: the ids of those that should add up to it.
        total: what they add up to, in the unit of the whole.
        holds: whether that is the whole, as exactly as the page writes it.
    """

    article: str
    whole: str | None
    parts: tuple[str, ...]
    total: Number
    holds: bool


class MadeBy(Record):
    """What made a result (版本); the same versions make the same result of the same page.

    Attributes:
        newsie: the version of the library.
        pipeline: the name of the pipeline.
        model: a hash of the pipeline's weights and settings.
        rules: a hash of the lexicons, and of a user's rules.
    """

    newsie: str
    pipeline: str
    model: str
    rules: str


class Extraction(Whole):
    """All that was read from one source."""

    schema_version: str = SCHEMA_VERSION
    id: str
    source: str
    text_sha256: str
    published: values.FullDay | None = None
    published_from: Literal["given", "manifest", "filename", "page", "inferred"] | None = None
    outlet: str | None = None
    articles: tuple[Article, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    visits: tuple[Visit, ...] = ()
    officials: tuple[Official, ...] = ()
    projects: tuple[Project, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    statements: tuple[Statement, ...] = ()
    custom: tuple[CustomRecord, ...] = ()
    checks: tuple[Check, ...] = ()
    mentions: tuple[Mention, ...] = ()
    warnings: tuple[Warning, ...] = ()
    made_by: MadeBy | None = None
    _text: str | None = PrivateAttr(default=None)

    def __eq__(self, other: object) -> bool:
        """Compare what was read; whether the page is still at hand makes no difference."""
        return isinstance(other, Extraction) and dict(self) == dict(other)

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def text(self) -> str | None:
        """The page that offsets index, if it is still at hand: it is no part of the JSON."""
        return self._text

    def with_text(self, text: str) -> Extraction:
        """Return the result with its page at hand, to be shown beside it; another page is a SourceError."""
        copy = self.model_copy()
        copy._text = values.same_text(text, self.text_sha256)  # noqa: SLF001 - its own
        return copy

    # methods of the model for its users' sake; tables and views stand above the records
    def _repr_html_(self) -> str:
        """Return the articles and the records for a notebook."""
        from newsie.views.notebook import notebook  # noqa: PLC0415

        return notebook(self)

    def at_least(self, chance: float) -> Extraction:
        """Return the result without the records, and the fields that may be empty, that are less sure than `chance`.

        What a reader has reviewed stays; see docs/confidence.md. A `chance` that is not between 0 and 1 is a ValueError.
        """
        from newsie.judging.filtering import at_least  # noqa: PLC0415

        return at_least(self, chance)

    def to_frame(self, kind: Kind, library: Library = "pandas") -> Any:  # noqa: ANN401
        """Return the records of a kind, `statistics` say, as a pandas or polars DataFrame or an Arrow table.

        Raises:
            ExtraError: pyarrow or the library is not installed.
            ValueError: there is no such kind, or no such library.
        """
        from newsie.out.frames import to_frame  # noqa: PLC0415

        return to_frame(kind, (self,), library)
