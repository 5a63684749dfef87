"""Records of every type in one form, for views: a title, fields, and the places of each value.

>>> from newsie.records import Meeting
>>> entry = record_entry(Meeting(name="推进会", kind="conference", chair=("姜某",)), (0,))
>>> entry.title, [(field.name, [value.words for value in field.values]) for field in entry.fields]
('推进会', [('name', ['推进会']), ('kind', ['']), ('chair', ['姜某'])])
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal, TypeAlias

from newsie import records
from newsie.views import words

Kind: TypeAlias = Literal[
    "meeting", "visit", "statement", "official", "project", "statistic", "custom", "warning"
]
KINDS: tuple[Kind, ...] = (
    "meeting",
    "visit",
    "statement",
    "official",
    "project",
    "statistic",
    "custom",
    "warning",
)
Grounded: TypeAlias = (
    records.Meeting
    | records.Visit
    | records.Statement
    | records.Official
    | records.Project
    | records.Statistic
    | records.CustomRecord
)

_UNSHOWN = frozenset(
    {"id", "article", "articles", "statements", "evidence", "confidence", "review", "type", "fields"}
)
_CODED = frozenset({"kind", "status", "nature", "change"})
_PLAIN_CODES = frozenset({"nature.actual", "kind.other"})
_PEOPLE = ("chair", "speakers", "attendees", "lead", "companions")
_BODIES = ("organizer", "owner")


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a field.

    Attributes:
        words: the page's own words, or empty for what is only a code.
        note: what they mean: the amount, the days.
        code: a name in place of or beside words, `status.planned` say.
        segments: where it was read, half-open offsets in code points into the source.
        rule: what found it.
    """

    words: str
    note: str = ""
    code: str = ""
    segments: records.Segments = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A field that is not empty, by the name it has in the record."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as it is shown.

    Attributes:
        kind: its type.
        id: its id; empty for a warning.
        title: what it is called.
        brief: what else a reader should know at first sight.
        fields: its fields, in the order of the record.
        articles: positions of the articles it belongs to.
        parent: the id of the meeting or visit where a statement was made, or empty.
        people: the persons it names, as far as fields tell.
        bodies: the organizations it names, as far as fields tell.
        days: the days it is about, where it says.
        figure: the amount of a statistic, as written.
        tags: codes that are worth seeing at first sight.
        confidence: how sure newsie is, or None.
        reasons: why it is not surer.
        review: what a reader decided, or None.
    """

    kind: Kind
    id: str
    title: str
    brief: str = ""
    fields: tuple[Field, ...] = ()
    articles: tuple[int, ...] = ()
    parent: str = ""
    people: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    days: tuple[records.DateInterval, ...] = ()
    figure: str = ""
    tags: tuple[str, ...] = ()
    confidence: float | None = None
    reasons: tuple[str, ...] = ()
    review: records.Review | None = None


def entries(extraction: records.Extraction) -> tuple[Entry, ...]:
    """Return all records of a result, and its warnings, in the order of `KINDS`.

    What was said at a meeting or on a visit stands among the statements.
    """
    position = {article.id: index for index, article in enumerate(extraction.articles)}
    gatherings: tuple[records.Meeting | records.Visit, ...] = (*extraction.meetings, *extraction.visits)
    said = [(statement, at.id) for at in gatherings for statement in at.statements]
    said += [(statement, "") for statement in extraction.statements]
    others = chain(
        gatherings, extraction.officials, extraction.projects, extraction.statistics, extraction.custom
    )
    found = [record_entry(record, _articles(record, position)) for record in others]
    found += [record_entry(one, _articles(one, position), parent) for one, parent in said]
    found = [_with_sums(entry, extraction) for entry in found]
    found += [_warning(warning, position) for warning in extraction.warnings]
    return tuple(sorted(found, key=lambda entry: KINDS.index(entry.kind)))


def record_entry(record: Grounded, articles: tuple[int, ...], parent: str = "") -> Entry:
    """Return one record as an entry; `articles` are positions."""
    fields = tuple(_fields(record))
    return Entry(
        kind=_kind(record),
        id=record.id,
        title=_title(record),
        brief=_brief(record, fields),
        fields=fields,
        articles=articles,
        parent=parent,
        people=_people(record),
        bodies=_bodies(record),
        days=_days(record),
        figure=_figure(fields) if isinstance(record, records.Statistic) else "",
        tags=tuple(value.code for field in fields for value in field.values if _tells(value.code)),
        confidence=_confidence(record),
        reasons=_reasons(record),
        review=record.review,
    )


def _kind(record: Grounded) -> Kind:
    if isinstance(record, records.CustomRecord):
        return "custom"
    name = type(record).__name__.lower()
    return next(kind for kind in KINDS if kind == name)


def _articles(record: Grounded, position: dict[str, int]) -> tuple[int, ...]:
    ids = record.articles if isinstance(record, records.Official) else (record.article,)
    return tuple(position[one] for one in ids if one in position)


def _with_sums(entry: Entry, extraction: records.Extraction) -> Entry:
    """Return a figure with the parts that should add up to it."""
    sums = tuple(_sum(check, extraction) for check in extraction.checks if check.whole == entry.id)
    return replace(entry, fields=(*entry.fields, Field("sum", sums))) if sums else entry


def _sum(check: records.Check, extraction: records.Extraction) -> Value:
    held = {one.id: one.evidence.get("quantity", ()) for one in extraction.statistics}
    pieces = [piece for part in check.parts for piece in held.get(part, ())]
    segments = tuple(segment for piece in pieces for segment in piece.segments)
    code = "sum.holds" if check.holds else "sum.fails"
    return Value(" + ".join(piece.text for piece in pieces), f"= {check.total:,f}", code, segments)


def _warning(warning: records.Warning, position: dict[str, int]) -> Entry:
    place = Value(warning.message, segments=warning.segments, rule=warning.code)
    articles = (position[warning.article],) if warning.article in position else ()
    return Entry("warning", "", warning.message, "", (Field(warning.code, (place,)),), articles)


def _fields(record: Grounded) -> Iterator[Field]:
    """Yield the fields that are not empty."""
    held = record.fields if isinstance(record, records.CustomRecord) else dict(record)
    for name, value in held.items():
        if name in _UNSHOWN and not isinstance(record, records.CustomRecord):
            continue
        values = value if isinstance(value, tuple) else () if value is None else (value,)
        if values:
            pieces = record.evidence.get(name, ())
            yield Field(name, tuple(_values(name, values, pieces)))


def _values(name: str, values: tuple[object, ...], pieces: tuple[records.Piece, ...]) -> Iterator[Value]:
    """Yield each value with its own places; with all of the field's where they are not one each."""
    if len(values) == len(pieces):
        for value, piece in zip(values, pieces, strict=True):
            yield _value(name, value, piece.text, piece.segments, piece.rule)
        return
    segments = tuple(segment for piece in pieces for segment in piece.segments)
    text = pieces[0].text if len(pieces) == 1 else ""
    rule = pieces[0].rule if pieces else ""
    for value in values:
        yield _value(name, value, text, segments, rule)


def _value(name: str, value: object, text: str, segments: records.Segments, rule: str) -> Value:
    """Return a value; `text` are the words it was read from."""
    if isinstance(value, records.Quantity):
        meant = words.amount(value)
        written = text or meant
        return Value(written, "" if _same(written, meant) else meant, "", segments, rule)
    if isinstance(value, records.DateInterval):
        return Value(value.text, words.days(value), "", segments, rule)
    if isinstance(value, records.Post):
        return Value(words.post(value), "", "", segments, rule)
    if isinstance(value, records.Appointment):
        post = f"{value.organization or ''} {value.title or ''}".strip()
        note = "，".join(part for part in (value.date and value.date.text, value.by) if part)
        return Value(post, note, f"appointment.{value.change}", segments, rule)
    if isinstance(value, records.Milestone):
        return Value(value.text, words.days(value.date) if value.date else "", "", segments, rule)
    if name in _CODED:
        return Value("", text, f"{name}.{value}", segments, rule)
    return Value(str(value), "", "", segments, rule)


def _same(written: str, meant: str) -> bool:
    """Tell whether an amount as written says no less than as meant: 1433个, 1,433 个."""
    return written == meant.replace(",", "").replace(" ", "")


def _tells(code: str) -> bool:
    return code not in _PLAIN_CODES and code.partition(".")[0] in {
        "status",
        "nature",
        "change",
        "appointment",
    }


def _title(record: Grounded) -> str:
    if isinstance(record, records.Visit):
        who = "、".join(record.lead) or record.organizer or ""
        return f"{who} {record.purpose or ''}".strip() or "、".join(record.places)
    if isinstance(record, records.Statement):
        return f"{record.speaker or '会议'} {record.verb}"
    if isinstance(record, records.Statistic):
        return record.indicator
    if isinstance(record, records.CustomRecord):
        return next((value for value in record.fields.values() if isinstance(value, str)), record.type)
    return record.name


def _brief(record: Grounded, fields: tuple[Field, ...]) -> str:
    """Return what stands under the title."""
    if isinstance(record, records.Statement):
        return record.text
    if isinstance(record, records.CustomRecord):
        return record.type
    wanted = {
        "meeting": ("date", "place", "organizer"),
        "visit": ("date", "places"),
        "official": ("posts", "appointments"),
        "project": ("place", "owner", "investment"),
        "statistic": ("subject", "period", "basis"),
    }[_kind(record)]
    held = {field.name: "、".join(value.words for value in field.values) for field in fields}
    return " · ".join(held[name] for name in wanted if held.get(name))


def _figure(fields: tuple[Field, ...]) -> str:
    return next((field.values[0].words for field in fields if field.name == "quantity"), "")


def _people(record: Grounded) -> tuple[str, ...]:
    if isinstance(record, records.Official):
        return (record.name,)
    return tuple(name for field in _PEOPLE for name in getattr(record, field, ()))


def _bodies(record: Grounded) -> tuple[str, ...]:
    if isinstance(record, records.Official):
        held: tuple[records.Post | records.Appointment, ...] = (*record.posts, *record.appointments)
        return tuple(post.organization for post in held if post.organization)
    return tuple(name for field in _BODIES if (name := getattr(record, field, None)))


def _days(record: Grounded) -> tuple[records.DateInterval, ...]:
    """Return the days a record is about: its date, the period of a figure, the steps of a project."""
    if isinstance(record, records.CustomRecord):
        return tuple(value for value in record.fields.values() if isinstance(value, records.DateInterval))
    found = [getattr(record, "date", None), getattr(record, "period", None)]
    if isinstance(record, records.Project):
        found += [milestone.date for milestone in record.milestones]
    if isinstance(record, records.Official):
        found += [change.date for change in record.appointments]
    return tuple(one for one in found if one is not None)


def _confidence(record: Grounded) -> float | None:
    if isinstance(record, records.CustomRecord) or record.confidence is None:
        return None
    return record.confidence.record


def _reasons(record: Grounded) -> tuple[str, ...]:
    if isinstance(record, records.CustomRecord) or record.confidence is None:
        return ()
    return record.confidence.reasons
