"""Results as tables: one for each kind of record, nested values as structs and lists (Arrow).

The schemas are the same for DataFrames, Parquet and DuckDB. Every row has `document`, which names
the result it came from; `id` is unique within one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from newsie.extras import require
from newsie.identity import content_id
from newsie.records import DateInterval, Evidence, Extraction, Meeting, Quantity, Record, Statement, Visit

if TYPE_CHECKING:
    import pyarrow as pa

Kind: TypeAlias = Literal[
    "documents",
    "articles",
    "meetings",
    "visits",
    "statements",
    "officials",
    "projects",
    "statistics",
    "mentions",
    "warnings",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
Row: TypeAlias = dict[str, object]

_PLACES = 8
_DIGITS = 38
_QUANTUM = Decimal(1).scaleb(-_PLACES)


def document_key(extraction: Extraction) -> str:
    """Return the name of a result: of one text, published on one day in one newspaper."""
    known = (extraction.published or "", extraction.published_from or "", extraction.outlet or "")
    return content_id("document", extraction.text_sha256, *known)


def rows(kind: Kind, extraction: Extraction, text: str | None = None) -> list[Row]:
    """Return the rows that a result has in the table of a kind.

    `text` is the text that offsets index; it stands in the table of documents.
    """
    key = document_key(extraction)
    if kind == "documents":
        return [_document(extraction, key, text)]
    return [{"document": key, **row} for row in _MAKERS[kind](extraction)]


def table(kind: Kind, extractions: Iterable[Extraction]) -> pa.Table:
    """Return the table of a kind.

    Raises:
        ExtraError: pyarrow is not installed.
    """
    found = [row for extraction in extractions for row in rows(kind, extraction)]
    return require("pyarrow").Table.from_pylist(found, schema=schema(kind))


def _document(extraction: Extraction, key: str, text: str | None) -> Row:
    return {
        "document": key,
        "source": extraction.source,
        "published": date.fromisoformat(extraction.published) if extraction.published else None,
        "published_from": extraction.published_from,
        "outlet": extraction.outlet,
        "text_sha256": extraction.text_sha256,
        "schema_version": extraction.schema_version,
        "text": text,
    }


def _plain(records: Iterable[Record]) -> Iterator[Row]:
    """Yield records as rows: fields as they are, evidence as a list."""
    for record in records:
        row = {name: _value(value) for name, value in record}
        row.pop("statements", None)
        if isinstance(evidence := getattr(record, "evidence", None), dict):
            row["evidence"] = _evidence(evidence)
        yield row


def _value(value: object) -> object:
    if isinstance(value, Quantity):
        return {
            "value": _decimal(value.value),
            "value_max": _decimal(value.value_max),
            "unit": value.unit,
            "qualifier": value.qualifier,
        }
    if isinstance(value, Record):
        return {name: _value(inner) for name, inner in value}
    if isinstance(value, tuple):
        return [_value(inner) for inner in value]
    return value


def _decimal(number: Decimal | None) -> Decimal | None:
    """Return a number as the tables have it; None for one that is larger than they can hold."""
    try:
        found = number and number.quantize(_QUANTUM, ROUND_HALF_EVEN)
    except InvalidOperation:
        return None
    return found if found is None or found.adjusted() < _DIGITS - _PLACES else None


def _evidence(evidence: Evidence) -> list[Row]:
    return [
        {
            "field": field,
            "text": piece.text,
            "rule": piece.rule,
            "segments": _segments(piece.segments),
            "boxes": [box.model_dump() for box in piece.boxes],
        }
        for field, pieces in evidence.items()
        for piece in pieces
    ]


def _segments(segments: Iterable[tuple[int, int]]) -> list[Row]:
    return [{"start": start, "end": end} for start, end in segments]


def _statements(extraction: Extraction) -> Iterator[Row]:
    """Yield all statements, those made at a meeting or on a visit with the id of its record."""
    spoken: list[tuple[str | None, Statement]] = [(None, statement) for statement in extraction.statements]
    homes: tuple[Meeting | Visit, ...] = (*extraction.meetings, *extraction.visits)
    spoken += [(home.id, statement) for home in homes for statement in home.statements]
    for (home, _), row in zip(spoken, _plain(statement for _, statement in spoken), strict=True):
        yield {"record": home, **row}


def _placed(records: Iterable[Record]) -> Iterator[Row]:
    """Yield mentions and warnings, which have places of their own."""
    for record in records:
        row: Row = dict(record)
        row["segments"] = _segments(getattr(record, "segments", ()))
        yield {name: list(value) if isinstance(value, tuple) else value for name, value in row.items()}


_MAKERS: Mapping[str, Callable[[Extraction], Iterable[Row]]] = {
    "articles": lambda extraction: _plain(extraction.articles),
    "meetings": lambda extraction: _plain(extraction.meetings),
    "visits": lambda extraction: _plain(extraction.visits),
    "statements": _statements,
    "officials": lambda extraction: _plain(extraction.officials),
    "projects": lambda extraction: _plain(extraction.projects),
    "statistics": lambda extraction: _plain(extraction.statistics),
    "mentions": lambda extraction: _placed(extraction.mentions),
    "warnings": lambda extraction: _placed(extraction.warnings),
}


@cache
def schema(kind: Kind) -> pa.Schema:
    """Return the columns of the table of a kind.

    Raises:
        ExtraError: pyarrow is not installed.
    """
    return require("pyarrow").schema(_columns(require("pyarrow"))[kind])


# pyarrow comes without type hints
def _columns(pa: Any) -> dict[str, list[tuple[str, Any]]]:  # noqa: ANN401
    string, strings, whole = pa.string(), pa.list_(pa.string()), pa.int32()
    decimal = pa.decimal128(_DIGITS, _PLACES)
    quantity = pa.struct(
        [("value", decimal), ("value_max", decimal), ("unit", string), ("qualifier", string)]
    )
    names = [name for name in DateInterval.model_fields if name != "approximate"]
    interval = pa.struct([*((name, string) for name in names), ("approximate", pa.bool_())])
    edges = [(name, pa.float32()) for name in ("left", "top", "right", "bottom")]
    boxes = pa.list_(pa.struct([("page", whole), *edges]))
    segments = pa.list_(pa.struct([("start", whole), ("end", whole)]))
    part = pa.struct([("role", string), ("start", whole), ("end", whole), ("boxes", boxes)])
    piece = [("field", string), ("text", string), ("rule", string), ("segments", segments), ("boxes", boxes)]
    own = [("document", string), ("id", string)]
    placed = [*own, ("article", string)]
    grounded = [("evidence", pa.list_(pa.struct(piece)))]
    post = pa.struct([("organization", string), ("title", string)])
    milestone = pa.struct([("text", string), ("date", interval)])
    return {
        "documents": [
            ("document", string),
            ("source", string),
            ("published", pa.date32()),
            *(
                (name, string)
                for name in ("published_from", "outlet", "text_sha256", "schema_version", "text")
            ),
        ],
        "articles": [
            *own,
            *((name, string) for name in ("headline", "kicker")),
            ("subheads", strings),
            ("kind", string),
            *(
                (name, strings)
                for name in ("reporters", "correspondents", "photographers", "body", "captions")
            ),
            ("segments", pa.list_(part)),
        ],
        "meetings": [
            *placed,
            *((name, string) for name in ("name", "kind", "organizer")),
            ("date", interval),
            ("place", string),
            *((name, strings) for name in ("chair", "speakers", "attendees", "groups")),
            ("headcount", quantity),
            ("documents", strings),
            *grounded,
        ],
        "visits": [
            *placed,
            *((name, strings) for name in ("lead", "companions")),
            *((name, string) for name in ("organizer", "purpose")),
            ("date", interval),
            ("places", strings),
            ("headcount", quantity),
            *grounded,
        ],
        "statements": [
            *own,
            *((name, string) for name in ("article", "record", "speaker", "verb", "text")),
            *grounded,
        ],
        "officials": [*own, ("name", string), ("articles", strings), ("posts", pa.list_(post)), *grounded],
        "projects": [
            *placed,
            *((name, string) for name in ("name", "place", "owner")),
            *((name, quantity) for name in ("investment", "land_area", "floor_area")),
            ("status", string),
            ("progress", quantity),
            ("milestones", pa.list_(milestone)),
            *grounded,
        ],
        "statistics": [
            *placed,
            *((name, string) for name in ("subject", "indicator")),
            ("quantity", quantity),
            ("period", interval),
            *((name, string) for name in ("nature", "change", "basis")),
            *grounded,
        ],
        "mentions": [
            ("document", string),
            *((name, string) for name in ("label", "text", "article")),
            ("segments", segments),
            ("by", strings),
        ],
        "warnings": [
            ("document", string),
            *((name, string) for name in ("code", "message", "article")),
            ("segments", segments),
        ],
    }
