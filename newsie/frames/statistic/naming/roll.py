"""The names of an article, those of a clause read when they are first asked for (名册).

Few articles have many figures, and whose they are is told by a name or two: 全市 asks only for what clauses that hold 市 name.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice, pairwise

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Sentence
from newsie.frames.statistic.figures.source import Source
from newsie.frames.statistic.figures.words import words
from newsie.frames.statistic.naming.firms import FIRM, FIRMS
from newsie.frames.statistic.naming.kinds import Kind
from newsie.frames.statistic.naming.names import Name, Names, prefixes
from newsie.frames.statistic.naming.nouns import ANAPHOR
from newsie.frames.statistic.naming.openings import head_end, openings, prominent
from newsie.lexicon import Sought, layered
from newsie.text import Span

_IS = re.compile(r"(?<![这那里])是[^，。；\n]{1,24}的$")
_LONGEST_PREDICATE = 28
_PARTY = ("中共", "中国共产党")
MOST = 60
"""How many names of one ending are looked through; pages have far fewer."""


class Roll:
    """The names of an article; iterated over, its first ones."""

    def __init__(self, source: Source, names: Names, sentences: Sequence[Sentence]) -> None:
        self._string = source.string
        self._source, self._names, self._sentences = source, names, sentences
        self._clauses = [clause for sentence in sentences for clause in sentence.clauses]
        self._starts = [clause.span[0] for clause in self._clauses]
        self._stops = [head_end(clause) for clause in self._clauses]
        self._read: dict[int, Collection[Name]] = {}
        self._by_end: dict[str, Sequence[Name]] = {}
        self.projects = sorted(names.works())[:MOST]
        """Where projects are named."""
        given = {span: Name(*span, "works") for span in self.projects if not self._is_predicate(*span)}
        for mention in names.mentioned():
            # 巴以冲突, 中外影片: a character for a country
            if mention.label in ("ORG", "PLACE") and mention.end - mention.start > 1:
                kind: Kind = "body" if mention.label == "ORG" else "land"
                name = Name(mention.start, mention.end, kind)
                given.setdefault(name.span, name)
        self._given = sorted(given.values())

    def __iter__(self) -> Iterator[Name]:
        return islice(self.names, MOST)

    @cached_property
    def names(self) -> Sequence[Name]:
        """All names, in the order of the text."""
        return self._collected(range(len(self._clauses)), self._given)

    @cached_property
    def works(self) -> Sequence[Name]:
        """All works, in the order of the text."""
        return [name for name in self.names if name.kind == "works"]

    @cached_property
    def prominent(self) -> set[int]:
        """Where the article names the place it is about."""
        return prominent(self._source, self._sentences)

    @cached_property
    def led(self) -> set[int]:
        """Where it does, or a clause begins behind its dates and connectives."""
        return self.prominent.union(map(self._source.skip_lead, self._starts, self._stops))

    @cached_property
    def places(self) -> set[int]:
        """Where a place was read by the model."""
        return {mention.start for mention in self._names.mentioned() if mention.label == "PLACE"}

    @cached_property
    def _given_by_end(self) -> Mapping[str, Sequence[Name]]:
        found: dict[str, list[Name]] = {}
        for name in self._given:
            found.setdefault(self._string[name.end - 1], []).append(name)
        return found

    @cached_property
    def seats(self) -> frozenset[Span]:
        """What the names of firms begin with."""
        firms = (
            name for word in FIRMS for name in self.ending(word) if FIRM.search(self._string, *name.span)
        )
        return frozenset(prefix.span for name in firms for prefix in prefixes(self._string, name))

    def ending(self, tail: str) -> Sequence[Name]:
        """Return the names that end in some words and are longer, in the order of the text."""
        if tail not in self._by_end:
            clauses = self._holding(_occurrences(self._string, tail))
            self._by_end[tail] = self._collected(clauses, self._given_by_end.get(tail[-1], ()), tail)
        return self._by_end[tail]

    def between(self, start: int, end: int) -> Iterator[Name]:
        """Yield the first names that begin between two offsets, in the order of the text."""
        return islice(self._between(start, end), MOST)

    def _between(self, start: int, end: int) -> Iterator[Name]:
        begins = self._starts[bisect_right(self._starts, start) : bisect_left(self._starts, end)]
        for low, high in pairwise((start, *begins, end)):
            number = bisect_right(self._starts, low) - 1
            near = bisect_left(self._given, (low,)), bisect_left(self._given, (high,))
            read = self._collected(range(max(0, number), number + 1), self._given[slice(*near)])
            yield from (name for name in read if low <= name.start < high)

    def events(self) -> Sequence[Span]:
        """Return where events are named."""
        places = (found.start() for found in _event().finditer(self._string))
        return [name.span for name in self._collected(self._holding(places), ()) if name.kind == "event"]

    def _holding(self, places: Iterable[int]) -> Iterator[int]:
        """Yield the numbers of the clauses within whose own words some places lie, which are sorted."""
        done = -1
        for place in places:
            number = bisect_right(self._starts, place) - 1
            if number > done and self._starts[number] < place < self._stops[number]:
                done = number
                yield number

    def _collected(self, clauses: Iterable[int], given: Iterable[Name], tail: str = "") -> list[Name]:
        """Return the names of some clauses, with others that are known, each once, that end in `tail` and are longer."""
        ends, least = self._string.endswith, len(tail) + 1
        found: dict[Span, Name] = {}
        for name in chain(*map(self._of_clause, clauses), given):
            start, end, _ = name
            if ends(tail, start, end) and end - start >= least:
                found.setdefault((start, end), name)
        return sorted(found.values())

    def _of_clause(self, number: int) -> Collection[Name]:
        """Return the names in a clause's own words."""
        if number not in self._read:
            found: dict[Span, Name] = {}
            clause, end = self._clauses[number], self._stops[number]
            begin = self._source.skip_lead(clause.span[0], end)
            for at in (begin, *openings(self._source, clause)):
                name = self._names.at(at, end)
                if name and not self._is_predicate(*name.span):
                    self._add(found, name)
            self._read[number] = found.values()
        return self._read[number]

    def _is_predicate(self, start: int, end: int) -> bool:
        """Tell whether words only say what something is: 某某水库是一座以灌溉为主的中型水库."""
        if self._string[end : end + 1] not in "，。；\n":
            return False
        return _IS.search(self._string, max(0, start - _LONGEST_PREDICATE), start) is not None

    def _add(self, found: dict[Span, Name], name: Name) -> None:
        if ANAPHOR.match(self._string, *name.span) or self._string.startswith(_PARTY, name.start):
            return
        found.setdefault(name.span, name)
        if name.kind != "person":
            for prefix in prefixes(self._string, name):
                found.setdefault(prefix.span, prefix)


def _occurrences(string: str, word: str) -> Iterator[int]:
    """Yield where a word stands."""
    place = string.find(word)
    while place >= 0:
        yield place
        place = string.find(word, place + 1)


@layered
def _event() -> Sought:
    return Sought.of(words("event"))
