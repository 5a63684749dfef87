"""From drafts to records: what was touched has new values, evidence and a review, the rest is what it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from pydantic import ValidationError

from newsie.checks import rechecked
from newsie.exchange.drafts import Draft, Part, holds_several
from newsie.exchange.marks import MODELS, AnyRecord
from newsie.exchange.rereading import CHOSEN, value_of, words_at
from newsie.identity import content_id
from newsie.judging.filtering import of_rest
from newsie.records import Extraction, Meeting, Piece, Review, Statement, Visit

RULE = "correction"
"""What the evidence of a corrected field names as its rule."""

_EMPTY: dict[str, object] = {
    "meeting.kind": "other",
    "meeting.name": "会议",
    "statement.verb": "",
    "statement.speaker": None,
    "statement.text": "",
    "statistic.indicator": "",
    "official.posts": (),
}
"""What a record has of a field that it must have and that nothing was marked for."""


def build(result: Extraction, text: str, drafts: Sequence[Draft]) -> Extraction:
    """Return a result whose records are those of drafts, in their order."""
    published = _day(result.published)
    made: dict[int, AnyRecord] = {}
    for draft in drafts:
        record = _record(draft, text, published) if draft.stands else None
        if record is not None:
            made[id(draft)] = record
    lists: dict[str, list[AnyRecord]] = {kind: [] for kind in MODELS}
    spoken: dict[int, list[Statement]] = {}
    for draft in drafts:
        record = made.get(id(draft))
        if isinstance(record, Statement) and draft.parent is not None and id(draft.parent) in made:
            spoken.setdefault(id(draft.parent), []).append(record)
        elif record is not None:
            lists[draft.kind].append(record)
    homes = {id(record): key for key, record in made.items()}
    update: dict[str, object] = {}
    for kind, records in lists.items():
        whole = [_with_statements(record, spoken.get(homes[id(record)], [])) for record in records]
        update[f"{kind}s"] = tuple(whole)
    return rechecked(result, result.model_copy(update=update))


def _day(published: str | None) -> date | None:
    return None if published is None else date.fromisoformat(published)


def _with_statements(record: AnyRecord, statements: Sequence[Statement]) -> AnyRecord:
    if not isinstance(record, Meeting | Visit) or record.statements == tuple(statements):
        return record
    return record.model_copy(update={"statements": tuple(statements)})


def _record(draft: Draft, text: str, published: date | None) -> AnyRecord | None:
    """Return the record of a draft; None if it lacks what its kind must have."""
    update: dict[str, object] = {}
    evidence = {} if draft.record is None else dict(draft.record.evidence)
    for name in draft.touched:
        parts = draft.fields.get(name, [])
        evidence[name] = tuple(_piece(draft, name, part, text) for part in parts)
        update[name] = _value(draft, name, parts, text, published)
        if update[name] is None:
            evidence[name] = ()
    unchosen = {name for name, value in draft.chosen.items() if value is None}
    update["evidence"] = {
        name: pieces for name, pieces in evidence.items() if pieces and name not in unchosen
    }
    update.update(draft.chosen)
    if draft.record is None:
        return _new(draft, update)
    if draft.article != getattr(draft.record, "article", draft.article):
        update["article"] = draft.article
    named = sorted({*draft.touched, *draft.chosen})
    if not named:
        return draft.record.model_copy(update=update) if "article" in update else draft.record
    before = draft.record.review
    verdict = "added" if before is not None and before.verdict == "added" else "changed"
    review = Review(verdict=verdict, fields=tuple(named), note=None if before is None else before.note)
    said = draft.record.confidence
    sure = None if said is None else of_rest(said, named)
    return draft.record.model_copy(update={**update, "review": review, "confidence": sure})


def _new(draft: Draft, update: Mapping[str, object]) -> AnyRecord | None:
    """Return a new record; None if words that must have a value have none."""
    fields = {
        name.partition(".")[2]: value for name, value in _EMPTY.items() if name.startswith(f"{draft.kind}.")
    }
    fields |= {"review": Review(verdict="added"), **update}
    if draft.kind == "official":
        fields["articles"] = (draft.article,) if draft.article else ()
    else:
        fields["article"] = draft.article
    try:
        record = MODELS[draft.kind].model_validate(fields)
    except ValidationError:
        return None
    content = record.model_dump_json(exclude={"id", "review"})
    return record.model_copy(update={"id": content_id(draft.kind, content)})


def _piece(draft: Draft, name: str, part: Part, text: str) -> Piece:
    if draft.record is not None and part.index is not None and not part.changed:
        return draft.record.evidence[name][part.index]
    segments = tuple((span.start, span.end) for span in part.spans)
    return Piece(segments=segments, text=words_at(text, segments), rule=RULE)


def _value(draft: Draft, name: str, parts: Sequence[Part], text: str, published: date | None) -> object:
    """Return the value of a field that was touched."""
    label = f"{draft.kind}.{name}"
    old = getattr(draft.record, name, None)
    if holds_several(draft.kind, name):
        values = [_member(draft, name, part, text, published) for part in parts]
        return tuple(value for value in values if value is not None)
    if not parts:
        return _EMPTY.get(label)
    if label in CHOSEN:
        return old
    said = "".join(_piece(draft, name, part, text).text for part in parts)
    value = value_of(label, said, published)
    return old if value is None else value


def _member(draft: Draft, name: str, part: Part, text: str, published: date | None) -> object:
    """Return the value of one piece of a field of several values."""
    label = f"{draft.kind}.{name}"
    old = getattr(draft.record, name, ())
    aligned = draft.record is not None and len(old) == len(draft.record.evidence.get(name, ()))
    if part.index is not None and aligned and (not part.changed or label in CHOSEN):
        return old[part.index]
    return value_of(label, _piece(draft, name, part, text).text, published)
