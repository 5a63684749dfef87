"""Record types that rules add: their fields, the pydantic model that values must fit, their patterns.

>>> kind = record_type(RecordTable.model_validate({
...     "name": "accident", "fields": {"deaths": {"type": "quantity", "units": ["人"], "required": True}},
...     "pattern": [{"name": "dead", "find": "(?P<deaths>{AMOUNT})死亡", "accept": ["3人死亡"]}]}))
>>> kind.model.__name__, list(kind.model.model_fields)
('Accident', ['deaths'])
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, create_model

from newsie import patterns as re
from newsie.frames.canvas import Hole
from newsie.records import DateInterval, Quantity
from newsie.rules.declared import FieldTable, Kind, RecordTable, Scope
from newsie.rules.patterns import Pattern, read_pattern

FieldValue: TypeAlias = str | tuple[str, ...] | Quantity | DateInterval | None

SINGLE: Mapping[Kind, Kind] = {
    "strings": "string",
    "persons": "person",
    "organizations": "organization",
    "places": "place",
}
"""Kinds of several values, and the kind of each."""

HOLE_OF: Mapping[Kind, Hole] = {"quantity": "AMOUNT", "date": "DATE", "person": "PERSON", "persons": "PERSON"}
"""Kinds whose values newsie must have found itself, and as what."""

_LONGEST_VALUE = 400


@dataclass(frozen=True, slots=True)
class Finder:
    """A pattern ready to be used.

    Attributes:
        name: what evidence calls it.
        regex: over the characters of a canvas.
        wanted: the types of what must be painted for it.
        within: how far behind a record it is looked for; None for one that makes records.
    """

    name: str
    regex: re.Pattern[str]
    wanted: frozenset[Hole]
    within: Scope | None = None

    @classmethod
    def of(cls, name: str, pattern: Pattern, within: Scope | None = None) -> Finder:
        """Compile a pattern."""
        return cls(name, re.compile(pattern.regex), pattern.holes, within)


@dataclass(frozen=True, slots=True)
class RecordType:
    """A record type that rules add.

    Attributes:
        name: its name in results.
        about: what it is, for readers.
        fields: its fields.
        model: what values must fit.
        patterns: what makes a record.
        details: what fills fields that are empty.
    """

    name: str
    about: str
    fields: Mapping[str, FieldTable]
    model: type[BaseModel]
    patterns: tuple[Finder, ...]
    details: tuple[Finder, ...] = ()


def model_of(table: RecordTable) -> type[BaseModel]:
    """Return the pydantic model of a record type; frozen, without unknown fields."""
    fields: dict[str, Any] = {name: _field(field) for name, field in table.fields.items()}
    title = "".join(part.capitalize() for part in table.name.split("_"))
    config = ConfigDict(frozen=True, extra="forbid")
    return create_model(title, __config__=config, __doc__=table.about or None, **fields)


def _field(field: FieldTable) -> tuple[object, object]:
    """Return the annotation of a field and its default."""
    words = Annotated[
        str,
        StringConstraints(min_length=1, max_length=_LONGEST_VALUE),
        AfterValidator(partial(_one_of, field.values)),
    ]
    if field.type in SINGLE:
        several = tuple[words, ...]
        return (Annotated[several, AfterValidator(_some)], ...) if field.required else (several, ())
    kind: object = words
    if field.type == "quantity":
        kind = Annotated[Quantity, AfterValidator(partial(_in_units, field.units))]
    elif field.type == "date":
        kind = DateInterval
    return (kind, ...) if field.required else (kind | None, None)  # type: ignore[operator]


def _one_of(values: tuple[str, ...], given: str) -> str:
    if values and given not in values:
        raise ValueError(f"{given} is none of {', '.join(values)}")
    return given


def _some(given: tuple[str, ...]) -> tuple[str, ...]:
    if not given:
        raise ValueError("there must be one")
    return given


def _in_units(units: tuple[str, ...], given: Quantity) -> Quantity:
    if units and given.unit not in units:
        raise ValueError(f"{given.unit} is none of {', '.join(units)}")
    return given


def record_type(table: RecordTable) -> RecordType:
    """Return the record type of a table whose patterns were found good."""
    return RecordType(
        name=table.name,
        about=table.about,
        fields=table.fields,
        model=model_of(table),
        patterns=tuple(Finder.of(pattern.name, read_pattern(pattern.find)) for pattern in table.pattern),
        details=tuple(
            Finder.of(detail.name, read_pattern(detail.find), detail.within) for detail in table.detail
        ),
    )
