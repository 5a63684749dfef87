"""Names by lexicons and grammar alone (无模型).

>>> Grammar().find(["县长王某某出席"])
[(('TITLE', 0, 2), ('PERSON', 2, 5))]
"""

from __future__ import annotations

from collections.abc import Sequence

from newsie.literals import find_literals
from newsie.reader.gather import gather
from newsie.reader.names import NameFinder, without_overlaps
from newsie.reader.paths import Found
from newsie.text import Span


class Grammar(NameFinder):
    """A spaCy component that finds names by lexicons and grammar; it has no weights and no vote of a model."""

    def find(self, texts: Sequence[str]) -> list[tuple[Found, ...]]:
        """Return the label, start and end of each name of each folded text, each text read as a page of its own."""
        return [_names(text) for text in texts]

    def vote(self, texts: Sequence[str]) -> list[tuple[Found, ...]]:
        """Return nothing: `newsie.reader.gather` reads with the same grammar."""
        return [()] * len(texts)


def _names(text: str) -> tuple[Found, ...]:
    literals = find_literals(text)
    blocked: list[Span] = [
        (one.start, one.end) for kind in (literals.dates, literals.amounts, literals.titles) for one in kind
    ]
    (mentions,) = gather([text], [()], [tuple(blocked)], [])
    return without_overlaps((one.label, one.start, one.end) for one in mentions)
