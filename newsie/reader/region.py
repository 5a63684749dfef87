"""One stretch of a page while its names are sought (区域)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from newsie.reader.titles import Office, find_titles
from newsie.reading import Mention
from newsie.spans import Spans
from newsie.text import Span


@dataclass(frozen=True, slots=True)
class Region:
    """One stretch of the page while its names are sought.

    Attributes:
        folded: its text.
        offices: its title words.
        votes: what the model found in it.
        blocked: spans that hold no name.
        titled: where the title words of two characters or more begin, sorted.
        title_ends: where they end.
    """

    folded: str
    offices: tuple[Office, ...]
    votes: tuple[Mention, ...]
    blocked: Spans
    titled: tuple[int, ...]
    title_ends: tuple[int, ...]

    @classmethod
    def of(cls, folded: str, votes: tuple[Mention, ...] = (), blocked: Iterable[Span] = ()) -> Region:
        """Return the region of a text with its title words."""
        offices = find_titles(folded)
        words = [office for office in offices if len(office.word) > 1]
        titled, ends = tuple(word.start for word in words), tuple(word.end for word in words)
        return cls(folded, offices, votes, Spans(blocked), titled, ends)

    def has_title(self, start: int, end: int) -> bool:
        """Tell whether a title word of two characters or more begins in a span."""
        return bisect_left(self.titled, start) < bisect_left(self.titled, end)

    def is_free(self, start: int, end: int) -> bool:
        """Tell whether no literal overlaps a span."""
        return not self.blocked.touch(start, end)
