"""Where on a page a miss is: where its evidence says, or else where its words stand in the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from newsie.evaluation.results import Miss
from newsie.records import Article, Segments


@dataclass(slots=True)
class Finder:
    """Finds places on one page.

    Attributes:
        text: the page.
        articles: gold's articles.

    >>> finder = Finder("区里召开\\n推进会", [])
    >>> finder.find("召开推进会", ())
    ((2, 4), (5, 8))
    """

    text: str
    articles: Sequence[Article]
    _offsets: list[int] = field(init=False, repr=False)
    _plain: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._offsets = [at for at, character in enumerate(self.text) if not character.isspace()]
        self._plain = "".join(self.text[at] for at in self._offsets)

    def places(self, miss: Miss) -> Segments:
        """Return where a miss is, in offsets into the page; nothing if its words are not there."""
        known = tuple((max(0, start), min(end, len(self.text))) for start, end in miss.segments)
        known = tuple(segment for segment in known if segment[0] < segment[1])
        # of a value that was missed the evidence at hand may be that of another value of the field
        return known if known and miss.outcome != "missed" else self._words(miss) or known

    def _words(self, miss: Miss) -> Segments:
        parts = next((article.segments for article in self.articles if article.id == miss.article), ())
        here = [(part.start, part.end) for part in parts]
        for words in (miss.gold, miss.found):
            for wanted in _sayings(words):
                if found := self.find(wanted, here):
                    return found
        return ()

    def find(self, words: str, within: Sequence[tuple[int, int]]) -> Segments:
        """Return the first place of words, white space aside; of several the first one in some ranges."""
        wanted = "".join(words.split())
        first: Segments = ()
        at = self._plain.find(wanted) if wanted else -1
        while at >= 0:
            place = self._offsets[at]
            found = self._runs(at, at + len(wanted))
            if not within or any(start <= place < end for start, end in within):
                return found
            first = first or found
            at = self._plain.find(wanted, at + len(wanted))
        return first

    def _runs(self, start: int, end: int) -> Segments:
        """Return the offsets of a stretch of the text without white space, as ranges without gaps."""
        runs: list[tuple[int, int]] = []
        for place in self._offsets[start:end]:
            if runs and runs[-1][1] == place:
                runs[-1] = (runs[-1][0], place + 1)
            else:
                runs.append((place, place + 1))
        return tuple(runs)


def _sayings(words: str) -> list[str]:
    """Return what of a value as shown may stand on the page: 会议 指出：要…… is looked for as 要……."""
    said = words.partition("：")[2]
    parts = words.split(" ")
    return [words, said, "".join(parts[1:]), parts[0]] if words else []
