"""Records of the types that rules add, found in an article (自定义记录).

A record pattern that matches in a sentence makes a record; details fill what it leaves empty, from the
same sentence or those behind it up to the next record of the type. What does not fit the type's model is
no record.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain

from pydantic import ValidationError

from newsie import grounding
from newsie import patterns as re
from newsie.frames.canvas import Canvas, Fill, Hole
from newsie.reading import Amount, Date, Reading
from newsie.records import CustomRecord, Piece
from newsie.rules.kinds import HOLE_OF, SINGLE, FieldValue, Finder, RecordType
from newsie.text import Span

_SENTENCE = re.compile(r"[^。！？?!\n]+(?:[。！？?!]+[”’」』]*)?")
_SEPARATOR = re.compile("[、，；]|以及|[和及与]")


def find_records(types: Sequence[RecordType], reading: Reading) -> tuple[CustomRecord, ...]:
    """Return the records of some types that an article tells, in the order of types and of the text.

    Offsets: evidence indexes the source.
    """
    page = Painted(reading)
    return tuple(record for kind in types for record in _of_type(kind, page))


@dataclass(frozen=True, slots=True)
class Painted:
    """A reading painted in the ways that patterns ask for, each once."""

    reading: Reading
    canvases: dict[frozenset[Hole], tuple[Canvas, tuple[Span, ...]]] = field(default_factory=dict)

    def of(self, wanted: frozenset[Hole]) -> tuple[Canvas, tuple[Span, ...]]:
        """Return the canvas with some types painted, and its sentences."""
        if wanted not in self.canvases:
            canvas = Canvas.of(self.reading, wanted=wanted)
            self.canvases[wanted] = canvas, tuple(match.span() for match in _SENTENCE.finditer(canvas.string))
        return self.canvases[wanted]

    def matches(self, finder: Finder, start: int, end: int) -> Iterator[_Match]:
        """Yield where a pattern matches in sentences that begin between two offsets into the text."""
        canvas, sentences = self.of(finder.wanted)
        first = bisect_right(sentences, canvas.at(start), key=lambda sentence: sentence[1])
        for sentence in sentences[first:]:
            if canvas.starts[sentence[0]] >= end:
                return
            string = canvas.string[slice(*sentence)]
            for match in finder.regex.finditer(string):
                yield _Match(finder, canvas, sentence, match)


@dataclass(frozen=True, slots=True)
class _Match:
    """Where a pattern matched.

    Attributes:
        finder: the pattern.
        canvas: what it matched in.
        sentence: the sentence it matched in, as canvas offsets.
        match: the match, in the sentence's own characters.
    """

    finder: Finder
    canvas: Canvas
    sentence: Span
    match: re.Match[str]

    @property
    def span(self) -> Span:
        """The words, as offsets into the reading's text."""
        return self.canvas.span(self.match.start() + self.sentence[0], self.match.end() + self.sentence[0])

    @property
    def from_sentence(self) -> int:
        """Where the sentence begins in the reading's text."""
        return self.canvas.starts[self.sentence[0]]

    def captured(self) -> Iterator[tuple[str, Span]]:
        """Yield the fields that were captured, with canvas offsets."""
        for name in self.match.groupdict():
            start, end = self.match.span(name)
            if start < end:
                yield name, (start + self.sentence[0], end + self.sentence[0])


@dataclass(slots=True)
class Draft:
    """A record while its fields are found.

    Attributes:
        kind: its type.
        begun: the match that made it.
        values, evidence: what was found, by field.
    """

    kind: RecordType
    begun: _Match
    values: dict[str, FieldValue] = field(default_factory=dict)
    evidence: dict[str, tuple[Piece, ...]] = field(default_factory=dict)

    def take(self, reading: Reading, match: _Match) -> None:
        """Fill the fields that are empty with what a match has captured."""
        for name, span in match.captured():
            if name not in self.values:
                value, pieces = _read(reading, self.kind, match, name, span)
                if pieces:
                    self.values[name], self.evidence[name] = value, pieces

    def record(self) -> CustomRecord:
        """Return the record.

        Raises:
            ValidationError: it does not fit its type.
        """
        fitting = self.kind.model.model_validate(self.values)
        fields = {name: getattr(fitting, name) for name in self.kind.fields}
        return CustomRecord(type=self.kind.name, fields=fields, evidence=self.evidence)


def _of_type(kind: RecordType, page: Painted) -> Iterator[CustomRecord]:
    found: dict[str, CustomRecord] = {}
    for draft in find_drafts(kind, page):
        with suppress(ValidationError):
            record = draft.record()
            found.setdefault(str(record.fields), record)
    yield from found.values()


def find_drafts(kind: RecordType, page: Painted) -> list[Draft]:
    """Return what the patterns of a type find, whether or not it fits the type, in the order of the text."""
    drafts = _begun(kind, page)
    following = (draft.begun.from_sentence for draft in drafts[1:])
    for draft, end in zip(drafts, chain(following, [len(page.reading.text)]), strict=False):
        _fill(draft, page, end)
    return drafts


def find_detail(kind: RecordType, finder: Finder, page: Painted) -> list[Draft]:
    """Return what a detail finds anywhere in a text, each as if it were a record of its own."""
    drafts = [Draft(kind, match) for match in page.matches(finder, 0, len(page.reading.text))]
    for draft in drafts:
        draft.take(page.reading, draft.begun)
    return drafts


def _begun(kind: RecordType, page: Painted) -> list[Draft]:
    """Return what the patterns of a type begin; of those that overlap, what an earlier pattern finds."""
    drafts: list[Draft] = []
    for finder in kind.patterns:
        for match in page.matches(finder, 0, len(page.reading.text)):
            if not any(_overlap(match.span, other.begun.span) for other in drafts):
                draft = Draft(kind, match)
                draft.take(page.reading, match)
                drafts.append(draft)
    return sorted(drafts, key=lambda draft: draft.begun.span)


def _fill(draft: Draft, page: Painted, end: int) -> None:
    """Fill what is empty from details, each as far as it reaches and not beyond the next record."""
    text = page.reading.text.folded
    start = draft.begun.from_sentence
    paragraph = text.find("\n", draft.begun.span[1])
    reach = {
        "sentence": draft.begun.span[1],
        "paragraph": len(text) if paragraph < 0 else paragraph,
        "article": len(text),
    }
    for finder in draft.kind.details:
        stop = max(min(reach[finder.within or "sentence"], end), draft.begun.span[1])
        for match in page.matches(finder, start, stop):
            draft.take(page.reading, match)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _read(
    reading: Reading, kind: RecordType, match: _Match, name: str, span: Span
) -> tuple[FieldValue, tuple[Piece, ...]]:
    """Return the value that was captured for a field, and its evidence; no evidence if there is no value."""
    declared = kind.fields[name].type
    rule = f"{kind.name}.{match.finder.name}"
    if declared in HOLE_OF:
        fills = tuple(match.canvas.within(*span, HOLE_OF[declared]))
        pieces = tuple(grounding.piece(reading.text, [fill.span], rule) for fill in fills)
        return (_value(reading, fills[0]) if declared not in SINGLE else _words(pieces)), pieces
    spans = _parts(match.canvas, span) if declared in SINGLE else [match.canvas.span(*span)]
    pieces = tuple(grounding.piece(reading.text, [_bare(reading, part)], rule) for part in spans)
    kept = tuple(piece for piece in pieces if piece.text)
    return (_words(kept) if declared in SINGLE else "".join(_words(kept))), kept


def _value(reading: Reading, fill: Fill) -> FieldValue:
    if isinstance(fill.found, Amount):
        return grounding.amount(fill.found)
    if isinstance(fill.found, Date):
        return grounding.day(reading.text, fill.found)
    return reading.string(fill.span).replace("\n", "")


def _words(pieces: Sequence[Piece]) -> tuple[str, ...]:
    return tuple(piece.text for piece in pieces)


def _parts(canvas: Canvas, span: Span) -> list[Span]:
    """Return the parts of a list (甲、乙和丙) as offsets into the text."""
    marks = [
        (match.start() + span[0], match.end() + span[0])
        for match in _SEPARATOR.finditer(canvas.string[slice(*span)])
    ]
    starts = [span[0], *(end for _, end in marks)]
    ends = [*(start for start, _ in marks), span[1]]
    return [canvas.span(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


def _bare(reading: Reading, span: Span) -> Span:
    """Return a span without the white space at its ends."""
    words = reading.string(span)
    start = span[0] + len(words) - len(words.lstrip())
    return start, start + len(words.strip())
