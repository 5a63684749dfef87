"""Names that a user's list gives: they are found wherever they stand (用户名单)."""

from __future__ import annotations

from collections.abc import Iterator

from newsie import lexicon
from newsie import patterns as re
from newsie.reading import Label
from newsie.text import Span

BY = "lexicon names"
"""What mentions are told to be named by."""


@lexicon.layered
def _names(label: Label) -> re.Pattern[str] | None:
    names = lexicon.words("names.tsv", label)
    return re.compile(lexicon.any_of(names)) if names else None


def given(folded: str, label: Label) -> Iterator[Span]:
    """Yield where names of a label stand that a list gives, the longest of those that begin together.

    Offsets: half-open offsets into `folded`.

    >>> with lexicon.using(lexicon.Layer({"names.tsv": (("某某社", "ORG"),)})):
    ...     list(given("记者从某某社获悉", "ORG"))
    [(3, 6)]
    """
    pattern = _names(label)
    if pattern:
        yield from (match.span() for match in pattern.finditer(folded))
