"""What a correction makes of a record: its fields, their evidence, and what says that a reader was there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import JsonValue

from newsie.corrections.finding import AnyRecord, place_of
from newsie.corrections.form import FIXED, MODELS, Correction, Place, completed, wanted
from newsie.errors import CorrectionError
from newsie.identity import content_id
from newsie.judging.filtering import of_rest
from newsie.records import Article, CustomRecord, Evidence, Extraction, Official, Piece, Review, Segments

RULE = "correction"
"""What the evidence of a corrected field names as its rule."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the words of corrections are looked for: a page, from one offset to another."""

    text: str
    start: int
    end: int

    @classmethod
    def of(cls, extraction: Extraction, article: str) -> Ground | None:
        """Return the page from where an article begins to where it ends; None if the page is not at hand."""
        if not extraction.text:
            return None
        parts = [part for one in extraction.articles if one.id == article for part in one.segments]
        start = min((part.start for part in parts), default=0)
        return cls(extraction.text, start, max((part.end for part in parts), default=len(extraction.text)))

    def find(self, words: str, near: Segments) -> Piece | None:
        """Return the place of some words, of several the one nearest to `near`; None if there is none."""
        middle = near[0][0] if near else self.start
        before = self.text.rfind(words, self.start, min(middle + len(words), self.end))
        behind = self.text.find(words, max(middle, self.start), self.end)
        places = [place for place in (before, behind) if place >= 0]
        if not places or not words:
            return None
        start = min(places, key=lambda place: abs(place - middle))
        return Piece(segments=((start, start + len(words)),), text=words, rule=RULE)

    def words(self, segments: Segments) -> str:
        """Return the words that stand somewhere, without white space."""
        return "".join("".join(self.text[start:end].split()) for start, end in segments)


def accepted(record: AnyRecord, note: str | None) -> AnyRecord:
    """Return a record that a reader found right, or right now that it was changed."""
    review = record.review or Review(verdict="accepted")
    return record.model_copy(update={"review": review.model_copy(update={"note": note or review.note})})


def changed(
    record: AnyRecord, values: Mapping[str, JsonValue], note: str | None, ground: Ground | None
) -> AnyRecord:
    """Return a record with some fields set.

    Args:
        record: the record; its id stays.
        values: the fields; a dot leads into a value.
        note: what the reader wrote beside it.
        ground: the page, if it is at hand: where the new words stand on it nearby, that is their evidence.

    Raises:
        CorrectionError: a record of a user's own type has no such field, or another kind of value in it.
        ValidationError: the fields do not fit the record.
    """
    own = isinstance(record, CustomRecord)
    dumped: dict[str, Any] = record.model_dump()
    fields: dict[str, Any] = dumped["fields"] if own else dumped
    for name, value in values.items():
        _put(fields, name.split("."), value)
    for name in {name.partition(".")[0] for name in values}:
        fields[name] = completed(fields[name])
        fields[name] = None if fields[name] == "" else fields[name]
    names = tuple(sorted({name.partition(".")[0] for name in values}))
    dumped["review"] = _reviewed(record.review, names, note)
    fitting = type(record).model_validate(dumped)
    if isinstance(record, CustomRecord) and isinstance(fitting, CustomRecord):
        _must_fit(record, fitting, names)
    evidence = {**record.evidence, **_evidence(record, fitting, names, ground)}
    kept = {name: pieces for name, pieces in evidence.items() if pieces}
    update: dict[str, object] = {"evidence": kept}
    if not isinstance(fitting, CustomRecord) and fitting.confidence is not None:
        update["confidence"] = of_rest(fitting.confidence, names)
    return fitting.model_copy(update=update)


def _must_fit(before: CustomRecord, after: CustomRecord, names: Sequence[str]) -> None:
    """Refuse what the record's type does not have, as far as the record tells it: its rules are not at hand here.

    Raises:
        CorrectionError: there is no such field, or it has a value of another kind.
    """
    for name in names:
        if name not in before.fields:
            raise CorrectionError(f"a {before.type} has no field {name}; it has {', '.join(before.fields)}")
        old, new = before.fields[name], after.fields[name]
        if old is not None and new is not None and type(old) is not type(new):
            raise CorrectionError(f"{name}: {wanted(type(old))}")


def _reviewed(before: Review | None, names: Sequence[str], note: str | None) -> Review:
    """Return what a reader decided of a record, beside what was decided before."""
    if before is None:
        return Review(verdict="changed", fields=tuple(names), note=note)
    verdict = "added" if before.verdict == "added" else "changed"
    return Review(verdict=verdict, fields=tuple(sorted({*before.fields, *names})), note=note or before.note)


def added(extraction: Extraction, correction: Correction) -> AnyRecord:
    """Return the record that a reader adds to a result, in the article that holds its place.

    Raises:
        CorrectionError: other words stand at its place.
        ValidationError: the fields do not make a record.
    """
    at = correction.at or Place(field="", segments=((0, 0),))
    model: type[AnyRecord] = MODELS.get(correction.record, CustomRecord)
    fields: dict[str, Any] = {}
    for name, value in correction.values.items():
        _put(fields, name.split("."), value)
    fields = {name: completed(value) for name, value in fields.items()}
    article = next((one.id for one in extraction.articles if _holds(one, at.segments)), "")
    made: dict[str, Any] = {"fields": fields, "type": correction.record} if model is CustomRecord else fields
    made["articles" if model is Official else "article"] = (article,) if model is Official else article
    made["id"] = content_id(correction.record, extraction.text_sha256, correction.model_dump_json())
    made["review"] = Review(verdict="added", note=correction.note)
    record = model.model_validate(made)
    ground = Ground.of(extraction, article)
    return record.model_copy(update={"evidence": _evidence_of_added(record, at, ground) if ground else {}})


def _evidence_of_added(record: AnyRecord, at: Place, ground: Ground) -> Evidence:
    """Return the evidence of a record that was added: what stands at its place, and where its other words stand.

    Raises:
        CorrectionError: other words stand at its place.
    """
    fields = record.fields if isinstance(record, CustomRecord) else dict(record)
    found: Evidence = {}
    for name, value in fields.items():
        words = _words(value) if name not in FIXED else None
        pieces = [ground.find(word, at.segments) for word in words or ()]
        found[name] = tuple(piece for piece in pieces if piece)
    there = ground.words(at.segments)
    if (words := _words(fields.get(at.field))) and there not in words:
        raise CorrectionError(f"{at.field}: {there or 'nothing'} stands there, not {'、'.join(words)}")
    found[at.field] = (Piece(segments=at.segments, text=there, rule=RULE),)
    return {name: pieces for name, pieces in found.items() if pieces}


def _holds(article: Article, segments: Segments) -> bool:
    start = segments[0][0]
    return any(part.start <= start < part.end for part in article.segments)


def _put(fields: dict[str, Any], path: Sequence[str], value: JsonValue) -> None:
    """Set what a path leads to; tables on the way that are not there are made."""
    for step in path[:-1]:
        if not isinstance(fields.get(step), dict):
            fields[step] = {}
        fields = fields[step]
    fields[path[-1]] = value


def _evidence(before: AnyRecord, after: AnyRecord, names: Sequence[str], ground: Ground | None) -> Evidence:
    """Return the evidence of fields that were set; none where the new words are not on the page nearby."""
    place = place_of(before)
    near = place.segments if place else ()
    found: Evidence = {}
    for name in names:
        value = after.fields.get(name) if isinstance(after, CustomRecord) else getattr(after, name)
        words = _words(value)
        old = before.evidence.get(name, ())
        if not value:
            found[name] = ()
        elif words is None or words == tuple(piece.text for piece in old):
            found[name] = old
        else:
            known = {piece.text: piece for piece in old}
            pieces = [known.get(word) or (ground and ground.find(word, near)) for word in words]
            found[name] = tuple(piece for piece in pieces if piece)
    return found


def _words(value: object) -> tuple[str, ...] | None:
    """Return the page's words that a value holds; None for one that holds none, as a quantity."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, tuple) and all(isinstance(one, str) for one in value):
        return value
    written = getattr(value, "text", None)
    return (written,) if isinstance(written, str) else None
