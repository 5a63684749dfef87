"""Results as tables: one for each kind of record, nested values as structs and lists (Arrow).

The schemas are the same for DataFrames, Parquet and DuckDB. Every row has `document`, which names
the result it came from; `id` is unique within one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import ROUND_HALF_EVEN, Context, Decimal, InvalidOperation
from typing import TYPE_CHECKING, TypeAlias

from newsie.base import Record
from newsie.extras import require
from newsie.identity import document_key
from newsie.out.schemas import DIGITS, PLACES, Kind, schema
from newsie.records import Confidence, Evidence, Extraction, Meeting, Quantity, Statement, Visit

if TYPE_CHECKING:
    import pyarrow as pa

Row: TypeAlias = dict[str, object]

_QUANTUM = Decimal(1).scaleb(-PLACES)
# the usual context has 28 digits
_EXACT = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN, traps=[InvalidOperation])


def rows(kind: Kind, extraction: Extraction, text: str | None = None, document: str = "") -> list[Row]:
    """Return the rows that a result has in the table of a kind.

    `text` is the text that offsets index, if the result has lost it; it stands in the table of documents. `document` is the
    result's name, if it is not the usual one.
    """
    key = document or document_key(extraction)
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
        "made_by": extraction.made_by and extraction.made_by.model_dump(),
        "text": extraction.text if text is None else text,
    }


def _plain(records: Iterable[Record]) -> Iterator[Row]:
    """Yield records as rows: fields as they are, evidence as a list."""
    for record in records:
        row = {name: _value(value) for name, value in record}
        row.pop("statements", None)
        if isinstance(evidence := getattr(record, "evidence", None), dict):
            row["evidence"] = _evidence(evidence)
        if "confidence" in row:
            row |= _judged(getattr(record, "confidence", None))
        yield row


def _judged(confidence: Confidence | None) -> Row:
    """Return the columns that say how sure newsie is of a record."""
    if confidence is None:
        return {"confidence": None, "field_confidence": [], "doubts": []}
    return {
        "confidence": confidence.record,
        "field_confidence": [
            {"field": field, "chance": chance} for field, chance in confidence.fields.items()
        ],
        "doubts": list(confidence.reasons),
    }


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
        found = number and number.quantize(_QUANTUM, context=_EXACT)
    except InvalidOperation:
        return None
    return found if found is None or found.adjusted() < DIGITS - PLACES else None


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


def _custom(extraction: Extraction) -> Iterator[Row]:
    """Yield the records of a user's own types, their fields as JSON."""
    for record in extraction.custom:
        fields = record.model_dump(mode="json")["fields"]
        yield {
            "id": record.id,
            "article": record.article,
            "type": record.type,
            "fields": json.dumps(fields, ensure_ascii=False),
            "evidence": _evidence(record.evidence),
            "review": _value(record.review),
        }


def _checks(extraction: Extraction) -> Iterator[Row]:
    for check in extraction.checks:
        yield {**dict(check), "parts": list(check.parts), "total": _decimal(check.total)}


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
    "custom": _custom,
    "checks": _checks,
    "mentions": lambda extraction: _placed(extraction.mentions),
    "warnings": lambda extraction: _placed(extraction.warnings),
}
