"""A stretch of text with its literals and names painted as one character each.

Rules see `{PERSON}主持召开会议` instead of a name of any length, so one compiled pattern finds a
frame in any newspaper. What is painted: documents 《…》, dates, amounts, persons, and the words
of a post in front of its person (县委副书记、县长), in that order of precedence. Organisations and places
are painted where they are asked for.

>>> pattern = holes("{PERSON}(?:、{PERSON})*出席")
>>> bool(pattern.search("\\ue000、\\ue000出席会议"))
True
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from newsie import patterns as re
from newsie.reading import Amount, Date, Mention, Reading, Title
from newsie.spans import Spans
from newsie.text import Span

Hole: TypeAlias = Literal["PERSON", "POST", "DATE", "AMOUNT", "DOCUMENT", "ORG", "PLACE"]
MARKS: dict[Hole, str] = {
    "PERSON": "\ue000",
    "POST": "\ue001",
    "DATE": "\ue002",
    "AMOUNT": "\ue003",
    "DOCUMENT": "\ue004",
    "ORG": "\ue005",
    "PLACE": "\ue006",
}
USUAL: frozenset[Hole] = frozenset(("PERSON", "POST", "DATE", "AMOUNT", "DOCUMENT"))
"""What is painted unless something else is asked for."""

_PRECEDENCE: dict[Hole, int] = {
    "DOCUMENT": 0,
    "DATE": 1,
    "PERSON": 2,
    "AMOUNT": 3,
    "ORG": 4,
    "PLACE": 5,
    "POST": 6,
}

Found: TypeAlias = Mention | Date | Amount | Title | None


class Fill(NamedTuple):
    """What a painted character stands for.

    Attributes:
        hole: its type.
        span: the words, as offsets into the reading's text.
        found: the mention or literal itself; None for a post.
    """

    hole: Hole
    span: Span
    found: Found


@cache
def holes(pattern: str) -> re.Pattern[str]:
    """Compile a pattern whose typed holes ({PERSON}, {POST}, {DATE}, {AMOUNT}, {DOCUMENT} …) match fills."""
    for hole, mark in MARKS.items():
        pattern = pattern.replace("{" + hole + "}", mark)
    return re.compile(pattern)


@dataclass(frozen=True, slots=True)
class Canvas:
    """A painted stretch of a reading's text.

    Attributes:
        string: the folded text of the stretch, each fill one private-use character.
        starts: for each canvas character the text offset where it begins; one more for the end.
        fills: the painted fills by canvas index.
    """

    string: str
    starts: tuple[int, ...]
    fills: dict[int, Fill]

    @classmethod
    def of(
        cls, reading: Reading, start: int = 0, end: int | None = None, wanted: frozenset[Hole] = USUAL
    ) -> Canvas:
        """Paint the text of `reading` from `start` to `end` (offsets into its text, half-open)."""
        stop = len(reading.text) if end is None else end
        folded = reading.text.folded
        parts: list[str] = []
        starts: list[int] = []
        fills: dict[int, Fill] = {}
        at = start
        for fill in _settled(reading, start, stop, wanted):
            starts += range(at, fill.span[0])
            fills[len(starts)] = fill
            parts += folded[at : fill.span[0]], MARKS[fill.hole]
            starts.append(fill.span[0])
            at = fill.span[1]
        starts += range(at, stop + 1)
        return cls("".join((*parts, folded[at:stop])), tuple(starts), fills)

    def span(self, start: int, end: int) -> Span:
        """Return the text offsets of canvas characters `start` to `end`."""
        return self.starts[start], self.starts[end]

    def at(self, offset: int) -> int:
        """Return the index of the canvas character that holds a text offset."""
        return bisect_right(self.starts, offset) - 1

    def within(self, start: int, end: int, *wanted: Hole) -> Iterator[Fill]:
        """Yield the fills between two canvas indices, of the wanted types (all if none is named)."""
        for index in range(start, end):
            fill = self.fills.get(index)
            if fill and (not wanted or fill.hole in wanted):
                yield fill


def _settled(reading: Reading, start: int, end: int, wanted: frozenset[Hole]) -> list[Fill]:
    """Return the fills between `start` and `end`, overlaps settled by precedence, sorted."""
    taken: list[Fill] = []
    used = Spans()
    candidates = [
        fill for fill in _candidates(reading, wanted) if start <= fill.span[0] and fill.span[1] <= end
    ]
    for fill in sorted(candidates, key=lambda fill: (_PRECEDENCE[fill.hole], fill.span)):
        first, last = fill.span
        if first < last and not used.touch(first, last):
            used.add(first, last)
            taken.append(fill)
    return sorted(taken, key=lambda fill: fill.span)


def _candidates(reading: Reading, wanted: frozenset[Hole]) -> Iterator[Fill]:
    """Yield what may be painted; organisations and places only where they are asked for."""
    if "DOCUMENT" in wanted:
        yield from (Fill("DOCUMENT", (title.start, title.end), title) for title in reading.titles)
    if "DATE" in wanted:
        yield from (Fill("DATE", (found.start, found.end), found) for found in reading.dates)
    if "AMOUNT" in wanted:
        yield from (Fill("AMOUNT", (amount.start, amount.end), amount) for amount in reading.amounts)
    for mention in reading.mentions:
        if mention.label != "TITLE" and mention.label in wanted:
            yield Fill(mention.label, (mention.start, mention.end), mention)
    if "POST" in wanted:
        yield from _posts(reading)


def _posts(reading: Reading) -> Iterator[Fill]:
    """Yield the words of all posts that stand right in front of one person, as one fill."""
    by_person: dict[Span, list[int]] = {}
    for post in reading.posts:
        own = [span[0] for span in (*post.organization, post.title) if span[1] <= post.person[0]]
        if post.title[1] <= post.person[0]:
            by_person.setdefault(post.person, []).extend(own)
    ends = sorted(mention.end for mention in reading.labelled("PERSON"))
    for person, begins in by_person.items():
        end = person[0]
        before = bisect_right(ends, end)
        floor = ends[before - 1] if before else 0
        first = min((begin for begin in begins if begin >= floor), default=end)
        if first < end and not re.search(r"[。；！？\n]", reading.text.folded[first:end]):
            yield Fill("POST", (first, end), None)
