"""A reading laid out for meetings: clauses, and which of them only repeat what someone said."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsie.frames.canvas import MARKS, Canvas
from newsie.frames.speech.layout import Layout, lay_out
from newsie.frames.statement import Speech
from newsie.reading import Date, Reading
from newsie.text import Span

# a time that is no day on which something is held: 2022年, 今年以来, 截至10月底
PERIOD = "\ue00f"
_DAYS = frozenset({"day", "range", "vague", "month"})
_NO_DAY = re.compile(r"^(?:目前|截至|截止|自|今年|本月|近.年|“|当前)|(?:以来|期间|来|底前|目前)$|年度")


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence between commas.

    Attributes:
        start, end: half-open, into the scene's string, the comma left out.
        sentence: the number of its sentence.
        spoken: whether it is part of what someone said.
    """

    start: int
    end: int
    sentence: int
    spoken: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """A painted text and its clauses.

    Attributes:
        layout: the painted text with its quotations.
        string: the painted text, times that are no day painted apart.
        clauses: all clauses in the order of the text.
        sentences: the clauses of each sentence.
    """

    layout: Layout
    string: str
    clauses: tuple[Clause, ...]
    sentences: tuple[tuple[Clause, ...], ...]

    @property
    def canvas(self) -> Canvas:
        """The painted text."""
        return self.layout.canvas

    @property
    def reading(self) -> Reading:
        """What was painted."""
        return self.layout.reading

    def text(self, clause: Clause) -> str:
        """Return the painted words of a clause."""
        return self.string[clause.start : clause.end]

    def words(self, start: int, end: int) -> str:
        """Return the words of the page between two places of the string."""
        return self.reading.string(self.canvas.span(start, end)).replace("\n", "")

    def persons(self, start: int, end: int) -> tuple[int, ...]:
        """Return the places of the persons painted between two places."""
        return tuple(found.start() + start for found in re.finditer(MARKS["PERSON"], self.string[start:end]))

    def sentence_of(self, at: int) -> int:
        """Return the number of the sentence that holds a place of the string."""
        index = bisect_right(self.clauses, at, key=lambda clause: clause.start) - 1
        return self.clauses[max(index, 0)].sentence

    def date(self, at: int) -> Date | None:
        """Return the date painted at a place."""
        fill = self.canvas.fills.get(at)
        return fill.found if fill and isinstance(fill.found, Date) else None


def set_scene(reading: Reading, speeches: Sequence[Speech]) -> Scene:
    """Lay out a reading; clauses inside `speeches` are marked as spoken."""
    layout = lay_out(reading)
    string = _painted(reading, layout.canvas)
    said = sorted((layout.canvas.at(start), layout.canvas.at(end)) for speech in speeches for start, end in speech.text)
    sentences = tuple(
        tuple(_clauses(string, start, end, number, said)) for number, (start, end) in enumerate(_sentences(layout))
    )
    clauses = tuple(clause for sentence in sentences for clause in sentence)
    return Scene(layout, string, clauses, sentences)


def _painted(reading: Reading, canvas: Canvas) -> str:
    characters = list(canvas.string)
    for index, fill in canvas.fills.items():
        found = fill.found
        if isinstance(found, Date) and not _is_day(found, reading.text.folded[fill.span[0] : fill.span[1]]):
            characters[index] = PERIOD
    return "".join(characters)


def _is_day(date: Date, words: str) -> bool:
    return date.interval.precision in _DAYS and not _NO_DAY.search(words)


def _sentences(layout: Layout) -> Iterator[Span]:
    begins = sorted({*layout.clauses, *(found.end() for found in re.finditer(r"\n", layout.string))})
    for start, end in zip(begins, (*begins[1:], len(layout.string)), strict=True):
        if end > start:
            yield start, end


def _clauses(string: str, start: int, end: int, number: int, said: Sequence[Span]) -> Iterator[Clause]:
    """Yield the parts of a sentence between commas that stand outside quotations and brackets."""
    depth, begin = 0, start
    for found in re.finditer(r"[“”（）【】，：。；！？\n]", string[start:end]):
        mark, at = found.group(), found.start() + start
        if mark in "“（【":
            depth += 1
        elif mark in "”）】":
            depth = max(0, depth - 1)
        elif depth == 0:
            if at > begin:
                yield Clause(begin, at, number, _said(begin, said))
            begin = at + 1
    if end > begin:
        yield Clause(begin, end, number, _said(begin, said))


def _said(at: int, said: Sequence[Span]) -> bool:
    index = bisect_right(said, (at, sys.maxsize)) - 1
    return index >= 0 and said[index][0] <= at < said[index][1]
