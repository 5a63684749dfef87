"""The words visits are read by, from the lexicon."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


@cache
def words(group: str) -> tuple[str, ...]:
    """Return the words of a class, longer ones first.

    >>> "督导" in words("inspect")
    True
    """
    rows = files("newsie").joinpath("lexicon", "visit_words.tsv").read_text(encoding="utf-8")
    cells = (row.split("\t") for row in rows.splitlines() if row and not row.startswith("#"))
    found = [word for name, word in cells if name == group]
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def any_of(group: str) -> str:
    """Return a pattern of the words of a class, longer ones first."""
    return "(?:" + "|".join(map(re.escape, words(group))) + ")"
