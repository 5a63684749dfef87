"""Which record of a result a correction means: by its id, and else by where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from newsie.corrections.form import KEYS, MODELS, Correction, Place
from newsie.records import (
    CustomRecord,
    Evidence,
    Extraction,
    Meeting,
    Official,
    Project,
    Segments,
    Statement,
    Statistic,
    Visit,
)

AnyRecord: TypeAlias = Meeting | Visit | Official | Project | Statistic | Statement | CustomRecord

LISTS = ("meetings", "visits", "officials", "projects", "statistics", "statements", "custom")
"""The lists of records of a result."""

_ENOUGH = 0.5
"""The share of the shorter of two stretches that must lie in the other, to be the same place."""


def records_of(extraction: Extraction, kind: str) -> Iterator[AnyRecord]:
    """Yield the records of a kind, statements in meetings and visits among statements."""
    if kind not in MODELS:
        yield from (record for record in extraction.custom if record.type == kind)
        return
    yield from getattr(extraction, f"{kind}s")
    if kind == "statement":
        yield from (statement for meeting in extraction.meetings for statement in meeting.statements)
        yield from (statement for visit in extraction.visits for statement in visit.statements)


def find_by_id(extraction: Extraction, name: str) -> AnyRecord | None:
    """Return the record of a result with an id, or None."""
    kinds = (*MODELS, *sorted({record.type for record in extraction.custom}))
    return next((one for kind in kinds for one in records_of(extraction, kind) if one.id == name), None)


def kind_of(record: AnyRecord) -> str:
    """Return what corrections call the kind of a record."""
    return record.type if isinstance(record, CustomRecord) else type(record).__name__.lower()


def list_of(record: AnyRecord) -> str:
    """Return the list of a result in which a record stands."""
    return "custom" if isinstance(record, CustomRecord) else f"{kind_of(record)}s"


def place_of(record: AnyRecord) -> Place | None:
    """Return where a record stands: the evidence of the field that tells it best; None if it has none."""
    for name in (*KEYS.get(kind_of(record), ()), *record.evidence):
        segments = _segments(record.evidence, name)
        if segments:
            return Place(field=name, segments=segments)
    return None


def find_record(extraction: Extraction, correction: Correction, taken: frozenset[str]) -> AnyRecord | None:
    """Return the record that a correction means, or None.

    Args:
        extraction: the result in which it is looked for.
        correction: what says which it is.
        taken: ids of records that other corrections mean by their ids.
    """
    known = list(records_of(extraction, correction.record))
    by_id = next((record for record in known if correction.id and record.id == correction.id), None)
    if by_id or correction.at is None:
        return by_id
    at = correction.at
    free = [record for record in known if record.id not in taken]
    shares = [_share(at.segments, _segments(record.evidence, at.field)) for record in free]
    best = max(shares, default=0.0)
    return free[shares.index(best)] if best >= _ENOUGH else None


def _segments(evidence: Evidence, name: str) -> Segments:
    return tuple(sorted({segment for piece in evidence.get(name, ()) for segment in piece.segments}))


def _share(one: Segments, other: Segments) -> float:
    """Return which share of the shorter of two places lies in the other."""
    common = sum(max(0, min(end, last) - max(start, first)) for start, end in one for first, last in other)
    shorter = min(_length(one), _length(other))
    return common / shorter if shorter else 0.0


def _length(segments: Segments) -> int:
    return sum(end - start for start, end in segments)
