"""Where a string stands on a page, spaces and line breaks inside it not counted (不计空格).

>>> page = Occurrences(["副市长成 功参加", "成功说"])
>>> page.count("成功"), list(page.spans("成功"))
(2, [(0, 3, 6), (1, 0, 2)])
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from newsie import patterns as re

_BETWEEN = "\0"
_STEPS = 8
_SPACE = re.compile("[ \n]")


class Occurrences:
    """The texts of a page, asked where strings stand in them.

    A string is looked for among the places of the string without its last character, and those
    are kept: the time of all questions together grows with the length of the page, whatever is asked.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        joined = _BETWEEN.join(texts)
        self._dense = joined.replace(" ", "").replace("\n", "")
        # for each space left out, how many characters were kept before it
        self._gaps = [match.start() - index for index, match in enumerate(_SPACE.finditer(joined))]
        self._starts = [0]
        for text in texts:
            self._starts.append(self._starts[-1] + len(text) + 1)
        self._places: dict[str, list[int]] = {}
        self._branched: set[str] = set()

    def count(self, string: str) -> int:
        """Return how often a string stands on the page."""
        return len(self._find(string))

    def spans(self, string: str) -> Iterator[tuple[int, int, int]]:
        """Yield each place of a string: which text, and its half-open offsets into that."""
        for place in self._find(string):
            start = self._offset(place)
            end = self._offset(place + len(string) - 1) + 1
            text = bisect_right(self._starts, start) - 1
            yield text, start - self._starts[text], end - self._starts[text]

    def _offset(self, place: int) -> int:
        """Return where a character stood before spaces were left out."""
        return place + bisect_right(self._gaps, place)

    def _find(self, string: str) -> Sequence[int]:
        """Return where a string begins in the text without spaces."""
        if len(string) > _STEPS:
            if string not in self._places:
                begun = self._find(string[:_STEPS])
                self._places[string] = [place for place in begun if self._dense.startswith(string, place)]
            return self._places[string]
        prefix = string[:-1]
        if len(string) == 1 and string not in self._places:
            self._places[string] = _places_of(self._dense, string)
        elif prefix not in self._branched and string not in self._places:
            self._branch(prefix)
        return self._places.get(string, ())

    def _branch(self, prefix: str) -> None:
        """Note the places of every string that is one character longer."""
        self._branched.add(prefix)
        length = len(prefix) + 1
        for place in self._find(prefix):
            if place + length <= len(self._dense):
                self._places.setdefault(self._dense[place : place + length], []).append(place)


def _places_of(text: str, sign: str) -> list[int]:
    """Return where a character stands."""
    found: list[int] = []
    place = text.find(sign)
    while place >= 0:
        found.append(place)
        place = text.find(sign, place + 1)
    return found
