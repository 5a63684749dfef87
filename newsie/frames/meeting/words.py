"""The words meetings are read by, from the lexicon."""

from __future__ import annotations

from newsie import lexicon


@lexicon.layered
def words(group: str) -> tuple[str, ...]:
    """Return the words of a class, longer ones first.

    >>> "召开" in words("hold")
    True
    """
    found = [word for name, word in lexicon.rows("meeting_words.tsv", 2) if name == group]
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@lexicon.layered
def any_of(*groups: str) -> str:
    """Return a pattern of the words of some classes, longer ones first."""
    return lexicon.any_of(word for group in groups for word in words(group))
