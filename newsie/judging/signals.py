"""What speaks for and against a field (征象): simple facts about its words, each with a plain name.

A field's signals are bits of a number, so that fields that look alike are judged once.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from newsie.records import (
    DateInterval,
    Extraction,
    Meeting,
    Official,
    Piece,
    Project,
    Statement,
    Statistic,
    Visit,
    Warning,
)

AnyRecord: TypeAlias = Meeting | Visit | Official | Project | Statistic | Statement

REASONS: tuple[tuple[str, str], ...] = (
    ("one-vote", "one vote only for a name"),
    ("unvoted", "no name known by a vote"),
    ("model-only", "only the model votes for a name"),
    ("again", "a name known by another place of the page"),
    ("headline", "from the headline"),
    ("sentence", "from another sentence"),
    ("paragraph", "from another paragraph"),
    ("apart", "joined from words that stand apart"),
    ("damaged", "damaged text in it"),
    ("edge", "its words begin or end strangely"),
    ("clauses", "its words go over a comma"),
    ("long", "unusually long"),
    ("short", "unusually short"),
    ("many", "many members"),
    ("crowded", "many figures in its sentence"),
    ("rival", "another body, place or work stands between"),
    ("body", "a body, where something of it may be meant"),
    ("area", "a whole area, where something in it may be meant"),
    ("rivals", "several bodies, places or works stand between"),
    ("beside", "a work is named in its sentence"),
    ("named", "the name of a body, a place or a work stands in it"),
    ("gap", "other words stand between it and the figure"),
    ("digits", "digits in it"),
    ("after", "from words behind the figure"),
    ("vague", "a vague time"),
    ("inferred", "its year is inferred"),
    ("quoted", "within quotation marks"),
    ("bare", "little else is known of it"),
    ("ahead", "a target or a standard"),
    ("changing", "itself a change"),
    ("headless", "its article has no headline"),
    ("doubtful", "its article is doubtful"),
    ("picture", "its article is a picture or a brief"),
)
"""The signals, each with its meaning in plain words; a signal's place is its bit."""

BITS = {name: 1 << place for place, (name, _) in enumerate(REASONS)}

_SPEECH = "text"
_LENGTHS = {
    "indicator": (16, 3),
    "name": (22, 4),
    "subject": (10, 2),
    "purpose": (28, 1),
    "groups": (24, 1),
    "text": (400, 14),
}
"""Over how many characters a field is long, and up to how many it is short."""
_USUAL_LENGTH = (18, 1)
_MANY = 6
_CROWD = 4
_QUOTES = frozenset("“‘「")
_STOP = re.compile(r"[。！？；\n]{1,2}")
_DAMAGE = re.compile("\ufffd|[\ue000-\uf8ff]")
_FRONT = frozenset("的了和与及并等在将把是，、；：）”“‘「")
_BACK = frozenset("的了和与及并在将把，、；：（“")
_AREA = re.compile(r"(?:全|我|本)?[省市县区州旗镇乡村国](?:里|内)?|.{1,6}[省市县区州旗镇乡]")
_SEVERAL, _NEAR = 1, 3
_PLAIN = frozenset("0123456789")
_BARE = 3
"""Records with so few fields are bare."""

_ONE_VOTE, _UNVOTED, _MODEL_ONLY, _AGAIN = (
    BITS[name] for name in ("one-vote", "unvoted", "model-only", "again")
)
_HEADLINE, _SENTENCE, _PARAGRAPH = (BITS[name] for name in ("headline", "sentence", "paragraph"))
_APART, _DAMAGED, _AT_EDGE, _CLAUSES = (BITS[name] for name in ("apart", "damaged", "edge", "clauses"))
_IS_LONG, _IS_SHORT, _HAS_MANY = (BITS[name] for name in ("long", "short", "many"))
_CROWDED, _RIVAL, _AFTER = (BITS[name] for name in ("crowded", "rival", "after"))
_RIVALS, _BESIDE, _NAMED, _GAP, _DIGITS = (
    BITS[name] for name in ("rivals", "beside", "named", "gap", "digits")
)
_IS_BODY, _IS_AREA = BITS["body"], BITS["area"]
_VAGUE, _INFERRED, _QUOTED = (BITS[name] for name in ("vague", "inferred", "quoted"))
_IS_BARE, _AHEAD, _CHANGING = (BITS[name] for name in ("bare", "ahead", "changing"))
_HEADLESS, _DOUBTFUL, _PICTURE = (BITS[name] for name in ("headless", "doubtful", "picture"))


@dataclass(frozen=True, slots=True)
class View:
    """A page as far as its records are judged by it; offsets are into the source.

    Attributes:
        text: the source.
        votes: for each label what named the mention that begins at an offset.
        stops: where sentences end, sorted.
        bounds: where sentences begin, one more for the end of the text.
        paragraphs: where paragraphs of bodies begin, sorted.
        headings: the parts of articles that are no body: start, end.
        articles: the signals that all records of an article share, by its id.
        crowds: how many figures stand in each sentence.
        works: the sentences in which works are named.
        rivals: where bodies, places and works are named, sorted.
        damage: where the text is damaged, sorted.
        inferred: whether the day of the page was inferred.
    """

    text: str
    votes: Mapping[str, Mapping[int, tuple[str, ...]]]
    stops: tuple[int, ...]
    bounds: tuple[int, ...]
    paragraphs: tuple[int, ...]
    headings: tuple[tuple[int, int], ...]
    articles: Mapping[str, int]
    crowds: Mapping[int, int]
    works: frozenset[int]
    rivals: tuple[int, ...]
    damage: tuple[int, ...]
    inferred: bool


def look_at(result: Extraction, text: str) -> View:
    """Return the view of a page from its result and its source."""
    votes: dict[str, dict[int, tuple[str, ...]]] = {"PERSON": {}, "ORG": {}, "PLACE": {}, "TITLE": {}}
    for mention in result.mentions:
        if mention.segments:
            votes[mention.label][mention.segments[0][0]] = mention.by
    parts = [part for article in result.articles for part in article.segments]
    stops = tuple(match.end() for match in _STOP.finditer(text))
    works = [piece.segments[0][0] for project in result.projects for piece in project.evidence["name"]]
    figures = [record.evidence["quantity"][0].segments[0][0] for record in result.statistics]
    doubtful = {warning.article for warning in result.warnings if _speaks_of_text(warning)}
    return View(
        text=text,
        votes=votes,
        stops=stops,
        bounds=(-1, *stops, sys.maxsize),
        paragraphs=tuple(sorted(part.start for part in parts if part.role == "body")),
        headings=tuple(sorted((part.start, part.end) for part in parts if part.role in _HEADINGS)),
        articles={
            article.id: _HEADLESS * (article.headline is None)
            | _DOUBTFUL * (article.id in doubtful)
            | _PICTURE * (article.kind != "news")
            for article in result.articles
        },
        crowds=Counter(bisect_right(stops, place) for place in figures),
        works=frozenset(bisect_right(stops, place) for place in works),
        rivals=tuple(sorted({*votes["ORG"], *votes["PLACE"], *works})),
        damage=tuple(match.start() for match in _DAMAGE.finditer(text)),
        inferred=result.published_from == "inferred",
    )


_HEADINGS = frozenset({"headline", "kicker", "subhead"})


def _speaks_of_text(warning: Warning) -> bool:
    return warning.code != "no-headline"


class Signs(NamedTuple):
    """What speaks for and against a record.

    Attributes:
        rule: what found it.
        bits: its signals as a whole.
        fields: for each field its name, what found it, and its signals.
    """

    rule: str
    bits: int
    fields: tuple[tuple[str, str, int], ...]


def signals_of(record: AnyRecord, view: View) -> Signs:
    """Return what speaks for and against a record and each of its fields."""
    heads, particulars, implied = _KINDS[type(record)]
    evidence = record.evidence
    home = _home(record, heads)
    sentence = bisect_right(view.stops, home)
    begin, end = view.bounds[sentence], view.bounds[sentence + 1]
    shared = _of_record(record, sentence, view)
    fields: list[tuple[str, str, int]] = []
    for field, pieces in evidence.items():
        piece = pieces[0]
        found = shared | _of_words(field, piece.text)
        segments = piece.segments
        if segments:
            if not begin <= segments[0][0] < end:
                found |= _of_distance(segments[0][0], home, view)
            if len(segments) > 1:
                found |= _APART
            if field in particulars:
                found |= particulars[field](record, pieces, home, view)
        if len(pieces) > _MANY:
            found |= _HAS_MANY
        if view.damage and _is_damaged(piece, view):
            found |= _DAMAGED
        fields.append((field, piece.rule, found))
    whole = shared | _IS_BARE * (len(fields) < _BARE)
    fields += [(field, "", whole) for field in implied if getattr(record, field) is not None]
    return Signs(fields[0][1] if fields else "", whole, tuple(fields))


def _home(record: AnyRecord, heads: tuple[str, ...]) -> int:
    """Return where the words begin by which a record is known; -1 if it has none."""
    for name in heads:
        pieces = record.evidence.get(name)
        if pieces and pieces[0].segments:
            return pieces[0].segments[0][0]
    return -1


def _of_distance(start: int, home: int, view: View) -> int:
    """Return what it means that a field stands in another sentence than the head."""
    far = bisect_right(view.paragraphs, start) != bisect_right(view.paragraphs, home)
    return (_PARAGRAPH if far else _SENTENCE) | _HEADLINE * _is_heading(start, view)


def _of_record(record: AnyRecord, sentence: int, view: View) -> int:
    """Return what holds for a record as a whole."""
    if isinstance(record, Official):
        return 0
    found = view.articles.get(record.article, 0)
    if isinstance(record, Statistic):
        if view.crowds.get(sentence, 0) >= _CROWD:
            found |= _CROWDED
        if record.nature != "actual":
            found |= _AHEAD
        if record.change is not None:
            found |= _CHANGING
    return found


def _of_words(field: str, words: str) -> int:
    """Return what the words of a field show."""
    length = len(words)
    longest, shortest = _LENGTHS.get(field, _USUAL_LENGTH)
    found = 0
    if length > longest:
        found = _IS_LONG
    elif length <= shortest:
        found = _IS_SHORT
    if field != _SPEECH and words:
        if words[0] in _FRONT:
            found |= _QUOTED if words[0] in _QUOTES else _AT_EDGE
        if words[-1] in _BACK:
            found |= _AT_EDGE
        if "，" in words:
            found |= _CLAUSES
    return found


def _is_damaged(piece: Piece, view: View) -> bool:
    return any(
        bisect_left(view.damage, start) < bisect_left(view.damage, end) for start, end in piece.segments
    )


def _is_heading(place: int, view: View) -> bool:
    index = bisect_right(view.headings, (place, sys.maxsize)) - 1
    return index >= 0 and place < view.headings[index][1]


def _of_body(record: AnyRecord, pieces: tuple[Piece, ...], home: int, view: View) -> int:
    """Return what stands around the name of a body, and between it and the head of the record."""
    piece = pieces[0]
    start, end = piece.segments[0][0], piece.segments[-1][1]
    if start > home:
        return _AFTER
    between = bisect_left(view.rivals, home) - bisect_left(view.rivals, end)
    found = _RIVALS if between > _SEVERAL else _RIVAL if between > 0 else 0
    if view.works and type(record) is Statistic and bisect_right(view.stops, home) in view.works:
        found |= _BESIDE
    if start in view.votes["ORG"]:
        return found | _IS_BODY
    return found | (_IS_AREA if _AREA.fullmatch(piece.text) else _UNVOTED)


def _of_indicator(_: AnyRecord, pieces: tuple[Piece, ...], home: int, view: View) -> int:
    """Return what stands in the words of an indicator, and between it and the figure."""
    piece = pieces[0]
    start, end = piece.segments[0][0], piece.segments[-1][1]
    found = _NAMED * (bisect_left(view.rivals, start) < bisect_left(view.rivals, end))
    found |= _GAP * (home - end > _NEAR)
    return found | _DIGITS * (not _PLAIN.isdisjoint(piece.text))


def _of_place(_: AnyRecord, pieces: tuple[Piece, ...], __: int, view: View) -> int:
    """Return whether a place is known by a vote."""
    start = pieces[0].segments[0][0]
    return _UNVOTED * (start not in view.votes["PLACE"] and start not in view.votes["ORG"])


def _of_time(record: AnyRecord, _: tuple[Piece, ...], __: int, view: View) -> int:
    """Return how sure the time of a record is."""
    time = record.period if isinstance(record, Statistic) else getattr(record, "date", None)
    if not isinstance(time, DateInterval):
        return 0
    vague = time.precision == "vague" or time.start is None or time.approximate
    return _VAGUE * vague | _INFERRED * (view.inferred and str(time.start)[:4] not in time.text)


def _of_people(_: AnyRecord, pieces: tuple[Piece, ...], __: int, view: View) -> int:
    """Return how the names of a field were voted for."""
    found = 0
    votes = view.votes["PERSON"]
    for piece in pieces:
        by = votes.get(piece.segments[0][0]) if piece.segments else None
        if by is None:
            found |= _UNVOTED
        elif len(by) == 1:
            found |= _AGAIN if by[0] == "rule again" else _MODEL_ONLY if by[0] == "model" else _ONE_VOTE
    return found


_Particular: TypeAlias = Callable[[AnyRecord, tuple[Piece, ...], int, View], int]

_KINDS: dict[type[AnyRecord], tuple[tuple[str, ...], dict[str, _Particular], tuple[str, ...]]] = {
    Meeting: (
        ("name",),
        {
            **dict.fromkeys(("chair", "speakers", "attendees"), _of_people),
            "organizer": _of_body,
            "place": _of_place,
            "date": _of_time,
        },
        ("kind",),
    ),
    Visit: (
        ("lead", "organizer"),
        {
            **dict.fromkeys(("lead", "companions"), _of_people),
            "organizer": _of_body,
            "places": _of_place,
            "date": _of_time,
        },
        (),
    ),
    Official: (("name",), {"name": _of_people}, ()),
    Project: (("name",), {"owner": _of_body, "place": _of_place}, ()),
    Statistic: (
        ("quantity",),
        {"indicator": _of_indicator, "subject": _of_body, "period": _of_time},
        ("nature", "change"),
    ),
    Statement: (("verb",), {"speaker": _of_people}, ("kind",)),
}
"""For each kind of record: the fields that may be its head, the signals of particular fields, and the
fields without evidence of their own, which are judged by the record as a whole."""
