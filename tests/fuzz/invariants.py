"""What holds of every result, whatever was read: a breach is an `AssertionError`, a fault any other error."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TypeVar

from jsonschema import Draft202012Validator

import newsie.compose
from newsie import Extraction, Failure, Page
from newsie.batch import Work, extract_many
from newsie.extractor import load
from newsie.identity import text_sha256
from newsie.inputs import Unread
from newsie.reading import Reading
from newsie.records import Piece
from newsie.values import well_formed

Found = TypeVar("Found")

RULES = "zh_chars"
"""The pipeline without weights: ten times as many texts in the same time."""

# what cleaning may leave out between two characters of the page: white space, marks without a meaning,
# marks of markdown; and quotation marks, which evidence may have or not
_LEFT_OUT = re.compile(
    r"[\s\ufffd\ue000-\uf8ff\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\x00-\x1f\x7f-\x9f#*_`>“”‘’\"']+"
)
_RUN = re.compile(r"(.)\1+", re.DOTALL)


def let_frames_break() -> None:
    """Let a frame that breaks on an article raise; users get a warning, `frame-failed`, and all other records."""
    newsie.compose._guarded = _unguarded  # noqa: SLF001 - there is no other way in


def _unguarded(
    find: Callable[[Reading], Found], reading: Reading, _nothing: Found, _failed: list[str]
) -> Found:
    return find(reading)


def read_text(text: str, pipeline: str = RULES, published: str | None = "2023-01-10") -> Extraction:
    """Return what is on a page, once it is known to be sound."""
    result = load(pipeline).extract(text, published=published)
    check(result, text)
    return result


def read_sources(unread: list[Unread], pipeline: str = RULES) -> list[Extraction | Failure]:
    """Return what comes of sources, each of which is a sound result or a failure with a reason."""
    found = [done for one in unread for done in Work(pipeline=pipeline)([one])]
    for done in found:
        if isinstance(done.outcome, Failure):
            assert not done.outcome.trace, done.outcome.trace
            assert done.outcome.reason
            done.outcome.reason.encode()
        else:
            check(done.outcome, done.text)
    return [done.outcome for done in found]


def check(result: Extraction, text: str) -> None:
    """Check a result against its text."""
    dumped = result.model_dump_json()
    dumped.encode()
    assert Extraction.model_validate_json(dumped) == result
    errors = list(_validator().iter_errors(json.loads(dumped)))
    assert not errors, errors[0]
    assert not {"frame-failed"} & {warning.code for warning in result.warnings}
    readable = well_formed(text)
    check_places(result, readable)
    for field, piece in pieces(result):
        check_piece(field, piece, readable)
    for mention in result.mentions:
        assert squeezed(cut(readable, mention.segments)) == squeezed(mention.text), mention
    check_ids(result)


def check_places(result: Extraction, text: str) -> None:
    """Check that all offsets lie in the text and are in order."""
    for _, piece in pieces(result):
        assert piece.segments, piece
    every = [
        *(segment for _, piece in pieces(result) for segment in piece.segments),
        *(segment for mention in result.mentions for segment in mention.segments),
        *(segment for warning in result.warnings for segment in warning.segments),
        *((part.start, part.end) for article in result.articles for part in article.segments),
    ]
    for start, end in every:
        assert 0 <= start < end <= len(text), (start, end)


def check_piece(field: str, piece: Piece, text: str) -> None:
    """Check that what stands at a place is what the evidence says."""
    words = squeezed(piece.text)
    assert words, (field, piece)
    assert squeezed(cut(text, piece.segments)) == words, (field, piece)


def check_ids(result: Extraction) -> None:
    """Check that ids are unique and that records refer to articles of the page."""
    articles = {article.id for article in result.articles}
    records = (*result.meetings, *result.visits, *result.projects, *result.statistics, *result.statements)
    assert {record.article for record in records} <= articles
    assert {mention.article for mention in result.mentions} <= {*articles, None}
    assert {warning.article for warning in result.warnings} <= {*articles, None}
    ids = [thing.id for thing in (*result.articles, *records, *result.officials)]
    assert len(set(ids)) == len(ids)


def pieces(result: Extraction) -> Iterator[tuple[str, Piece]]:
    """Yield all evidence of a result with the field that it bears."""
    records = (*result.meetings, *result.visits, *result.officials, *result.projects, *result.statistics)
    said = (statement for record in (*result.meetings, *result.visits) for statement in record.statements)
    for record in (*records, *said, *result.statements, *result.custom):
        for field, places in record.evidence.items():
            for place in places:
                yield f"{type(record).__name__}.{field}", place


def cut(text: str, segments: tuple[tuple[int, int], ...]) -> str:
    """Return what stands at some places."""
    return "".join(text[start:end] for start, end in segments)


def squeezed(string: str) -> str:
    """Return words without what cleaning leaves out; an overprinted letter (群群众众) counts once."""
    return _RUN.sub(r"\1", _LEFT_OUT.sub("", string))


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(Extraction.model_json_schema(mode="serialization"))


def same_again(text: str, result: Extraction, pipeline: str = RULES) -> None:
    """Check that a page gives the same result once more, alone and in a group."""
    assert result.text_sha256 == text_sha256(text)
    page = Page.of(text, published=result.published)
    for again in extract_many([page, page], pipeline=pipeline):
        assert again == result
