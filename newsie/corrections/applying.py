"""What a correction makes of a record: its fields, their evidence, and what says that a reader was there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import JsonValue

from newsie.corrections.finding import AnyRecord, place_of
from newsie.corrections.form import MODELS, Correction, Place, completed
from newsie.identity import content_id
from newsie.records import Article, CustomRecord, Evidence, Extraction, Official, Piece, Review, Segments

RULE = "correction"
"""What the evidence of a corrected field names as its rule."""


def accepted(record: AnyRecord, note: str | None) -> AnyRecord:
    """Return a record that a reader found right, or right now that it was changed."""
    review = record.review or Review(verdict="accepted")
    return record.model_copy(update={"review": review.model_copy(update={"note": note or review.note})})


def changed(
    record: AnyRecord, values: Mapping[str, JsonValue], note: str | None, text: str | None
) -> AnyRecord:
    """Return a record with some fields set.

    Args:
        record: the record; its id stays.
        values: the fields; a dot leads into a value.
        note: what the reader wrote beside it.
        text: the page, if it is at hand: where the new words stand on it nearby, that is their evidence.

    Raises:
        ValidationError: the fields do not fit the record.
    """
    own = isinstance(record, CustomRecord)
    dumped: dict[str, Any] = record.model_dump()
    fields: dict[str, Any] = dumped["fields"] if own else dumped
    for name, value in values.items():
        _put(fields, name.split("."), value)
    for name in {name.partition(".")[0] for name in values}:
        fields[name] = completed(fields[name])
    names = tuple(sorted({name.partition(".")[0] for name in values}))
    dumped["review"] = _reviewed(record.review, names, note)
    fitting = type(record).model_validate(dumped)
    evidence = {**record.evidence, **_evidence(record, fitting, names, text)}
    kept = {name: pieces for name, pieces in evidence.items() if pieces}
    return fitting.model_copy(update={"evidence": kept})


def _reviewed(before: Review | None, names: Sequence[str], note: str | None) -> Review:
    """Return what a reader decided of a record, beside what was decided before."""
    if before is None:
        return Review(verdict="changed", fields=tuple(names), note=note)
    verdict = "added" if before.verdict == "added" else "changed"
    return Review(verdict=verdict, fields=tuple(sorted({*before.fields, *names})), note=note or before.note)


def added(extraction: Extraction, correction: Correction) -> AnyRecord:
    """Return the record that a reader adds to a result, in the article that holds its place.

    Raises:
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
    evidence = {
        name: tuple(
            piece for word in _words(value) or () if (piece := ground(word, extraction.text, at.segments))
        )
        for name, value in (record.fields if isinstance(record, CustomRecord) else dict(record)).items()
        if name in fields
    }
    if extraction.text:
        evidence[at.field] = (_piece(extraction.text, at.segments),)
    kept = {name: pieces for name, pieces in evidence.items() if pieces}
    return record.model_copy(update={"evidence": kept})


def _piece(text: str, segments: Segments) -> Piece:
    words = "".join("".join(text[start:end].split()) for start, end in segments)
    return Piece(segments=segments, text=words, rule=RULE)


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


def _evidence(before: AnyRecord, after: AnyRecord, names: Sequence[str], text: str | None) -> Evidence:
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
            pieces = [known.get(word) or ground(word, text, near) for word in words]
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


def ground(words: str, text: str | None, near: Segments) -> Piece | None:
    """Return the place of some words on a page, of several the one nearest to `near`; None if there is none."""
    if not text or not words:
        return None
    middle = near[0][0] if near else 0
    before, behind = text.rfind(words, 0, middle + len(words)), text.find(words, middle)
    places = [place for place in (before, behind) if place >= 0]
    if not places:
        return None
    start = min(places, key=lambda place: abs(place - middle))
    return Piece(segments=((start, start + len(words)),), text=words, rule=RULE)
