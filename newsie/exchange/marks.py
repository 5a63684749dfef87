"""A result as spans and links, the form that annotation tools know (标注).

Each place of each field is a span with a label such as `meeting.chair`; a span that bears fields of several
records is there once. Links say what belongs together: from a record's first span, that of its name say, to
each of its fields (`chair`), from a meeting to its statements (`statements`), and from one stretch of words
that the page interrupts to the next (`next`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from newsie.records import (
    Extraction,
    Meeting,
    Official,
    Piece,
    Project,
    Statement,
    Statistic,
    Visit,
)

AnyRecord: TypeAlias = Meeting | Visit | Official | Project | Statistic | Statement

MODELS: dict[str, type[AnyRecord]] = {
    "meeting": Meeting,
    "visit": Visit,
    "official": Official,
    "project": Project,
    "statistic": Statistic,
    "statement": Statement,
}
HEADS: dict[str, tuple[str, ...]] = {
    "meeting": ("name",),
    "visit": ("purpose", "lead", "organizer", "places"),
    "official": ("name",),
    "project": ("name",),
    "statistic": ("quantity",),
    "statement": ("text",),
}
"""The fields that stand for a record: the first of them that has a place is its head."""

CHOICES: dict[str, tuple[str, ...]] = {
    "meeting.kind": ("conference", "symposium", "ceremony", "training", "competition", "other"),
    "project.status": (
        "planned",
        "started",
        "under_construction",
        "resumed",
        "finishing",
        "completed",
        "operating",
    ),
    "statistic.nature": ("actual", "target", "standard"),
    "statistic.change": ("increase", "decrease"),
    "statement.kind": ("command", "plan", "fact"),
}
"""Fields with a value out of a few, and those values."""

NEXT = "next"
STATEMENTS = "statements"
MENTIONS = ("PERSON", "ORG", "PLACE", "TITLE")


class Span(NamedTuple):
    """A labelled place; `start` and `end` are half-open offsets into the page, in characters."""

    start: int
    end: int
    label: str


class Link(NamedTuple):
    """A link between two spans."""

    head: Span
    tail: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What an annotation tool shows of a page.

    Attributes:
        spans: the spans, sorted, each once.
        links: the links, sorted; None from a format that has none.
        choices: for the head of a record, its fields with a value out of a few; None from a format that has none.
    """

    spans: tuple[Span, ...]
    links: tuple[Link, ...] | None = ()
    choices: tuple[tuple[Span, str, str], ...] | None = ()


def marks_of(result: Extraction, *, mentions: bool = False) -> Marks:
    """Return a result as spans and links; with `mentions`, its names too."""
    spans: set[Span] = set()
    links: set[Link] = set()
    choices: set[tuple[Span, str, str]] = set()
    for record, parent in records_of(result):
        head = head_of(record)
        if head is None:
            continue
        spans |= set(spans_of(record))
        links |= set(_links(record, head))
        choices |= set(_choices(record, head))
        if parent is not None and (above := head_of(parent)) is not None:
            links.add(Link(above, head, STATEMENTS))
    if mentions:
        spans |= {
            Span(start, end, mention.label)
            for mention in result.mentions
            for start, end in mention.segments
            if start < end
        }
    return Marks(tuple(sorted(spans)), tuple(sorted(links)), tuple(sorted(choices)))


def labels() -> tuple[str, ...]:
    """Return every label that a span of a record can have.

    >>> labels()[:2]
    ('meeting.attendees', 'meeting.chair')
    """
    return tuple(
        sorted(
            f"{kind}.{name}"
            for kind, model in MODELS.items()
            for name in model.model_fields
            if name not in _NO_FIELDS and f"{kind}.{name}" not in _NO_PLACES
        )
    )


_NO_FIELDS = frozenset({"id", "article", "articles", "statements", "evidence", "confidence", "review"})
_NO_PLACES = frozenset({"meeting.kind", "statistic.nature", "statistic.change", "statement.kind"})


def records_of(result: Extraction) -> Iterator[tuple[AnyRecord, AnyRecord | None]]:
    """Yield the records of a result, statements with the meeting or visit at which they were made."""
    homes: tuple[Meeting | Visit, ...] = (*result.meetings, *result.visits)
    for home in homes:
        yield home, None
        for statement in home.statements:
            yield statement, home
    rest: tuple[AnyRecord, ...]
    rest = (*result.officials, *result.projects, *result.statistics, *result.statements)
    for record in rest:
        yield record, None


def kind_of(record: AnyRecord) -> str:
    """Return the kind of a record as labels have it."""
    return type(record).__name__.lower()


def head_of(record: AnyRecord) -> Span | None:
    """Return the span that stands for a record; None for one without any place."""
    kind = kind_of(record)
    for field in (*HEADS[kind], *record.evidence):
        for piece in record.evidence.get(field, ()):
            if spans := piece_spans(f"{kind}.{field}", piece):
                return spans[0]
    return None


def spans_of(record: AnyRecord) -> Iterator[Span]:
    """Yield the spans of all fields of a record."""
    kind = kind_of(record)
    for field, pieces in record.evidence.items():
        for piece in pieces:
            yield from piece_spans(f"{kind}.{field}", piece)


def piece_spans(label: str, piece: Piece) -> tuple[Span, ...]:
    """Return the spans of one piece of evidence, in reading order."""
    return tuple(Span(start, end, label) for start, end in piece.segments if start < end)


def _links(record: AnyRecord, head: Span) -> Iterator[Link]:
    kind = kind_of(record)
    for field, pieces in record.evidence.items():
        for piece in pieces:
            spans = piece_spans(f"{kind}.{field}", piece)
            if spans and spans[0] != head:
                yield Link(head, spans[0], field)
            yield from _chain(spans)


def _chain(spans: Iterable[Span]) -> Iterator[Link]:
    for one, two in pairwise(spans):
        yield Link(one, two, NEXT)


def _choices(record: AnyRecord, head: Span) -> Iterator[tuple[Span, str, str]]:
    kind = kind_of(record)
    for name in CHOICES:
        owner, _, field = name.partition(".")
        value = getattr(record, field, None) if owner == kind else None
        if value is not None:
            yield head, name, value
