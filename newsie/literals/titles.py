"""Titles in 《 》: in a folded text, out their places, brackets included."""

from __future__ import annotations

from newsie import patterns as re
from newsie.reading import Title

# a title may run over a line that the page broke, and hold another in 〈 〉, but no second 《
_TITLE = re.compile(r"《[^《》]{1,120}》")


def find_titles(folded: str) -> tuple[Title, ...]:
    """Return the titles (书名号) of `folded`, sorted by place.

    >>> find_titles("印发《商户须知》800份")
    (Title(start=2, end=8),)
    """
    return tuple(Title(*match.span()) for match in _TITLE.finditer(folded))
