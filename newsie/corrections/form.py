"""The form of a reader's corrections, and files of them.

A file has a line of JSON for each correction, so that one is added without touching the others:

    {"text_sha256": "…", "record": "meeting", "id": "meeting-0123456789abcdef", "verdict": "change",
     "set": {"place": "会议中心"}, "at": {"field": "name", "segments": [[120, 131]]}, "note": "…"}

`verdict` is accept, reject, change or add. `id` is the record's; since ids are hashes of content, a later
newsie that reads the record otherwise gives it another, and it is then found by `at`: where a field of it
stands on the page. Of several lines for one record later ones add to earlier ones, and undo a rejection.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, JsonValue, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from newsie.errors import CorrectionError
from newsie.records import (
    Appointment,
    DateInterval,
    Meeting,
    Milestone,
    Official,
    Post,
    Project,
    Quantity,
    Segments,
    Statement,
    Statistic,
    Visit,
)

RecordModel: TypeAlias = type[Meeting | Visit | Official | Project | Statistic | Statement]
MODELS: Mapping[str, RecordModel] = {
    "meeting": Meeting,
    "visit": Visit,
    "official": Official,
    "project": Project,
    "statistic": Statistic,
    "statement": Statement,
}
"""Kinds of records; any other is a type of a user's rules."""

KEYS: Mapping[str, tuple[str, ...]] = {
    "meeting": ("name", "date", "organizer"),
    "visit": ("lead", "organizer", "places"),
    "official": ("name",),
    "project": ("name",),
    "statistic": ("quantity",),
    "statement": ("text", "verb"),
}
"""The fields that tell where a record of a kind stands, the surest first."""

FIXED = frozenset(
    {"id", "article", "articles", "type", "fields", "statements", "evidence", "confidence", "review"}
)
"""What a reader cannot set."""

_PARTED: Mapping[str, type[BaseModel]] = {
    model.__name__: model for model in (Appointment, DateInterval, Milestone, Post, Quantity)
}
"""Values that have parts."""

_OF_ONES_OWN: Any = str | tuple[str, ...] | Quantity | DateInterval | None
_MOST_BYTES = 256_000_000
_SHA256 = r"^[0-9a-f]{64}$"


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Place(_Line):
    """Where a record stands: the segments of the evidence of one of its fields."""

    field: str
    segments: Segments = Field(min_length=1)


class Correction(_Line):
    """What a reader decided about one record.

    Attributes:
        text_sha256: of the text in which it stands, as its result has it.
        record: its kind, `meeting` say, or the name of a record type of rules.
        id: its id; None for one that is added.
        verdict: what is to be done.
        values: the fields to be set, in the form they have in JSON; a dot leads into a value (`date.start`).
        at: where it stands.
        note: what the reader wrote beside it.
    """

    text_sha256: Annotated[str, Field(pattern=_SHA256)]
    record: str = Field(min_length=1)
    id: str | None = None
    verdict: Literal["accept", "reject", "change", "add"]
    values: dict[str, JsonValue] = Field(default_factory=dict, alias="set")
    at: Place | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Numbered:
    """A correction and where it is written, as `file, line 3`."""

    correction: Correction
    where: str


@dataclass(frozen=True, eq=False)
class Corrections:
    """Corrections of any number of texts; they cross to other processes as the files they were read from.

    Attributes:
        sources: names and contents of the files.
        by_text: the corrections by the hash of their text, in the order of the files.
    """

    sources: tuple[tuple[str, str], ...] = ()
    by_text: Mapping[str, Sequence[Numbered]] = field(default_factory=dict)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Corrections) and self.sources == other.sources

    def __hash__(self) -> int:
        return hash(self.sources)

    def __bool__(self) -> bool:
        return bool(self.by_text)

    def __repr__(self) -> str:
        return f"Corrections({', '.join(repr(name) for name, _ in self.sources)})"

    def __reduce__(self) -> tuple[object, ...]:
        return _made, (self.sources,)


NO_CORRECTIONS = Corrections()
CorrectionsLike: TypeAlias = str | Path | Sequence[str | Path] | Corrections


def load_corrections(corrections: CorrectionsLike) -> Corrections:
    """Return the corrections of a file, or of several.

    Raises:
        CorrectionError: a line is none; says which, and why.
    """
    if isinstance(corrections, Corrections):
        return corrections
    paths = [corrections] if isinstance(corrections, str | Path) else corrections
    sources = tuple((str(path), _text(Path(path))) for path in paths)
    return _made(sources) if sources else NO_CORRECTIONS


def corrections_digest(corrections: Corrections) -> str:
    """Return a hash of what corrections say; empty without any.

    >>> corrections_digest(NO_CORRECTIONS)
    ''
    """
    text = "\n".join(text for _, text in corrections.sources)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16] if corrections else ""


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise CorrectionError(f"{path}: more than {_MOST_BYTES} bytes")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CorrectionError(f"{path}: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise CorrectionError(f"{path}: {error}; corrections are lines of JSON in UTF-8") from None


@lru_cache(maxsize=4)
def _made(sources: tuple[tuple[str, str], ...]) -> Corrections:
    by_text: dict[str, list[Numbered]] = {}
    for name, text in sources:
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                read = Numbered(read_correction(line, f"{name}, line {number}"), f"{name}, line {number}")
                by_text.setdefault(read.correction.text_sha256, []).append(read)
    return Corrections(sources, by_text)


def read_correction(line: str, where: str) -> Correction:
    """Return the correction of a line.

    Raises:
        CorrectionError: it is none; says why, behind `where`.
    """
    try:
        correction = Correction.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        told = ".".join(map(str, first["loc"]))
        raise CorrectionError(f"{where}: {told}{': ' * bool(told)}{first['msg']}") from None
    if wrong := next(_wrong(correction), None):
        raise CorrectionError(f"{where}: {wrong}")
    return correction


def completed(value: Any) -> Any:  # noqa: ANN401 - JSON, or a field's own form
    """Return a value with what goes without saying: an amount without a hedge is exact."""
    if isinstance(value, dict) and value.keys() >= {"value", "unit"}:
        return {"qualifier": "exact", **value}
    return value


def _wrong(correction: Correction) -> Iterator[str]:
    """Yield what is wrong with a correction that has the right form."""
    if correction.verdict == "add":
        if correction.id or not correction.at:
            yield "what is added has no id, and `at` says where it stands"
    elif not correction.id:
        yield f"to {correction.verdict} a record its id is needed"
    if bool(correction.values) != (correction.verdict in ("change", "add")):
        yield (
            f"`set` goes with change and add, not with {correction.verdict}"
            if correction.values
            else "`set` is missing"
        )
    for name in correction.values:
        yield from _wrong_field(correction, name)


def _wrong_field(correction: Correction, name: str) -> Iterator[str]:
    first, dot, _ = name.partition(".")
    model = MODELS.get(correction.record)
    if first in FIXED:
        yield f"set: {first} cannot be set"
    elif model is not None and first not in model.model_fields:
        known = ", ".join(one for one in model.model_fields if one not in FIXED)
        yield f"set: a {correction.record} has no field {first}; it has {known}"
    elif not dot:
        expected: Any = model.model_fields[first].annotation if model else _OF_ONES_OWN
        try:
            TypeAdapter(expected).validate_python(completed(correction.values[name]))
        except ValidationError as error:
            wrong = error.errors()[0]
            yield f"set: {'.'.join(map(str, (name, *wrong['loc'])))}: {_expected(wrong)}"


def wanted(kind: type) -> str:
    """Return what a value must be, for messages.

    >>> wanted(tuple)
    'a list is wanted, as ["…", "…"]; [] for none'
    """
    if kind is tuple:
        return 'a list is wanted, as ["…", "…"]; [] for none'
    if issubclass(kind, BaseModel):
        return f"it has parts, {', '.join(kind.model_fields)}: set one of them, with a dot before it, or all in JSON"
    return "words are wanted"


def _expected(wrong: ErrorDetails) -> str:
    """Return what a value that pydantic refuses should be."""
    if wrong["type"] == "tuple_type":
        return wanted(tuple)
    if wrong["type"] == "model_type":
        return wanted(_PARTED[wrong["ctx"]["class_name"]])
    return wrong["msg"]
