"""Whether each field of a result stands where its evidence says, and no more than that (出处)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsie import patterns as re
from newsie.evaluation.context import Bench, places
from newsie.evaluation.fields import VERBATIM
from newsie.evaluation.judgements import About, shown
from newsie.evaluation.likeness import clean, likeness
from newsie.records import (
    DateInterval,
    Extraction,
    Meeting,
    Official,
    Piece,
    Project,
    Quantity,
    Statement,
    Statistic,
    Visit,
    plain,
)

_TWICE = re.compile(r"(.)\1")


def judge_evidence(bench: Bench, found: Extraction, text: str) -> None:
    """Check that every field that is not empty has evidence, and that its offsets give its words.

    Offsets: those of evidence are half-open offsets into `text`.
    """
    statements = list(found.statements)
    records: tuple[Meeting | Visit | Official | Project | Statistic, ...]
    records = (*found.meetings, *found.visits, *found.officials, *found.projects, *found.statistics)
    for record in records:
        if isinstance(record, Meeting | Visit):
            statements += record.statements
        _judge_record(bench, record, text)
    for statement in statements:
        _judge_statement(bench, statement, text)


def _judge_record(bench: Bench, record: Meeting | Visit | Official | Project | Statistic, text: str) -> None:
    kind = type(record).__name__.lower()
    article = next(iter(record.articles), "") if isinstance(record, Official) else record.article
    for field in VERBATIM[kind]:
        value = getattr(record, field)
        if value in (None, "", ()):
            continue
        pieces = record.evidence.get(field, ())
        right = bool(pieces) and _all_true(pieces, text) and _bears(value, pieces)
        about = About(kind, field, bench.home(article), record.id, places(record.evidence, fields=(field,)))
        bench.sheet.whole("evidence", right, about, value, _words(pieces))


def _judge_statement(bench: Bench, statement: Statement, text: str) -> None:
    pieces = [piece for group in statement.evidence.values() for piece in group]
    right = (
        bool(pieces)
        and _all_true(pieces, text)
        and any(likeness(piece.text, statement.text) >= 0.8 for piece in pieces)
    )
    about = About(
        "statement", "text", bench.home(statement.article), statement.id, places(statement.evidence)
    )
    bench.sheet.whole("evidence", right, about, statement.text, _words(pieces))


def _words(pieces: Iterable[Piece]) -> str:
    return " | ".join(shown(piece.text) for piece in pieces)


def _all_true(pieces: Iterable[Piece], text: str) -> bool:
    return all(is_true(piece, text) for piece in pieces)


def is_true(piece: Piece, text: str) -> bool:
    """Tell whether a piece of evidence is not empty and its offsets give its words.

    >>> is_true(Piece(segments=((0, 2),), text="宋某", rule="chair"), "宋某主持会议")
    True
    """
    words = clean(piece.text)
    there = clean("".join(text[start:end] for start, end in piece.segments))
    return bool(words) and (there == words or _undoubled(there) == _undoubled(words))


def _undoubled(words: str) -> str:
    """Return 群众 for 群群众众: a doubled glyph of the page may stand once in a text."""
    return _TWICE.sub(r"\1", words)


def _bears(value: object, pieces: Sequence[Piece]) -> bool:
    """Tell whether pieces bear a value: enough to hold it, not the whole page."""
    there = clean("".join(piece.text for piece in pieces))
    if isinstance(value, DateInterval | Quantity):
        words = clean(value.text if isinstance(value, DateInterval) else plain(value.value))
        return len(there) <= 60 + 2 * len(words)
    values = [clean(word) for word in (value if isinstance(value, tuple) else (value,))]
    wanted = "".join(values)
    if len(there) > 2 * len(wanted) + 40:
        return False
    return likeness(there, wanted) >= 0.3 or all(word in there for word in values)
