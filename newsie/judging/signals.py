"""What speaks for and against a field (征象): simple facts about its words, each with a plain name.

A field's signals are bits of a number, so that fields that look alike are judged once.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from newsie import patterns as re
from newsie.judging.reasons import BITS
from newsie.judging.view import View
from newsie.records import (
    DateInterval,
    Meeting,
    Official,
    Piece,
    Project,
    Statement,
    Statistic,
    Visit,
)

AnyRecord: TypeAlias = Meeting | Visit | Official | Project | Statistic | Statement

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
_FRONT = frozenset("的了和与及并等在将把是，、；：）”“‘「")
_BACK = frozenset("的了和与及并在将把，、；：（“")
_AREA = re.compile(r"(?:全|我|本)?[省市县区州旗镇乡村国](?:里|内)?|.{1,6}[省市县区州旗镇乡]")
_SEVERAL, _NEAR = 1, 3
_PLAIN = frozenset("0123456789")
_BARE = 3
"""Records with so few fields are bare."""

_ONE_VOTE, _UNVOTED, _AGAIN = (BITS[name] for name in ("one-vote", "unvoted", "again"))
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
            found |= _AGAIN if by[0] == "rule again" else _ONE_VOTE
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
