"""Patterns for the record types newsie has itself: what they may capture, and how they join what was found.

A pattern whose record newsie has found already, because the same words are the key of both, fills the
fields which that record leaves empty; else it makes a record of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from newsie.frames.meeting.names import kind_of
from newsie.records import CustomRecord, Evidence, Meeting, Project, Segments, Statistic, Visit
from newsie.rules.declared import FieldTable, Kind, PatternTable, RecordTable

Known = TypeVar("Known", Meeting, Visit, Project, Statistic)

_FIELDS: Mapping[str, Mapping[str, Kind]] = {
    "meeting": {
        "name": "string",
        "organizer": "organization",
        "date": "date",
        "place": "place",
        "chair": "persons",
        "speakers": "persons",
        "attendees": "persons",
        "groups": "strings",
        "headcount": "quantity",
    },
    "visit": {
        "lead": "persons",
        "companions": "persons",
        "organizer": "organization",
        "purpose": "string",
        "date": "date",
        "places": "places",
        "headcount": "quantity",
    },
    "project": {
        "name": "string",
        "place": "place",
        "owner": "organization",
        "investment": "quantity",
        "land_area": "quantity",
        "floor_area": "quantity",
        "progress": "quantity",
    },
    "statistic": {
        "subject": "string",
        "indicator": "string",
        "quantity": "quantity",
        "period": "date",
        "basis": "string",
    },
}
_REQUIRED: Mapping[str, frozenset[str]] = {
    "meeting": frozenset({"name"}),
    "visit": frozenset({"places"}),
    "project": frozenset({"name"}),
    "statistic": frozenset({"indicator", "quantity"}),
}
_KEYS: Mapping[str, str] = {"meeting": "name", "visit": "places", "project": "name", "statistic": "quantity"}

RESERVED = frozenset(
    {*_FIELDS, "official", "statement", "article", "document", "mention", "warning", "check", "custom"}
)
"""Names that no record type of rules may have: newsie's own kinds."""


def table_of(record: str, patterns: Sequence[PatternTable]) -> RecordTable:
    """Return what patterns for a kind of newsie's own may capture, as if it were a type that rules declare."""
    fields = {
        name: FieldTable(type=kind, required=name in _REQUIRED[record])
        for name, kind in _FIELDS[record].items()
    }
    return RecordTable(name=record, fields=fields, pattern=tuple(patterns))


def join(model: type[Known], found: Sequence[Known], more: Iterable[CustomRecord]) -> tuple[Known, ...]:
    """Return the records that newsie and a user's patterns have found, those of the same thing as one."""
    joined = list(found)
    for one in more:
        key = _KEYS[one.type]
        own = _segments(one.evidence, key)
        same = next(
            (at for at, record in enumerate(joined) if _meet(_segments(record.evidence, key), own)), None
        )
        if same is None:
            joined.append(_made(model, one))
        else:
            joined[same] = _filled(joined[same], one)
    return tuple(joined)


def _made(model: type[Known], one: CustomRecord) -> Known:
    fields: dict[str, object] = {name: value for name, value in one.fields.items() if value}
    if model is Meeting:
        fields["kind"] = kind_of(str(one.fields["name"])) or "other"
    return model.model_validate({**fields, "evidence": one.evidence})


def _filled(record: Known, one: CustomRecord) -> Known:
    """Return a record with what it leaves empty taken from another of the same thing."""
    new = {name: value for name, value in one.fields.items() if value and not getattr(record, name)}
    evidence = {**record.evidence, **{name: one.evidence[name] for name in new}}
    return record.model_copy(update={**new, "evidence": evidence}) if new else record


def _segments(evidence: Evidence, name: str) -> Segments:
    return tuple(segment for piece in evidence.get(name, ()) for segment in piece.segments)


def _meet(one: Segments, other: Segments) -> bool:
    return any(start < last and first < end for start, end in one for first, last in other)
