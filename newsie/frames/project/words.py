"""The vocabulary of undertakings, read from `lexicon/project_heads.tsv` and `lexicon/project_words.tsv`.

>>> import re
>>> kind_of("大桥"), bool(re.fullmatch(heads(), "产业园"))
('site', True)
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Literal, TypeAlias, cast

from newsie.lexicon import any_of

HeadKind: TypeAlias = Literal["work", "site", "place"]


@cache
def _rows(file: str) -> tuple[tuple[str, str], ...]:
    lines = resources.files("newsie.lexicon").joinpath(file).read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((first, second) for first, second in cells)


@cache
def _kinds() -> dict[str, HeadKind]:
    return {head: cast("HeadKind", kind) for head, kind in _rows("project_heads.tsv")}


def kind_of(head: str) -> HeadKind:
    """Return what a head noun says of its name: work, site or place.

    Raises:
        KeyError: `head` is no head noun.
    """
    return _kinds()[head]


@cache
def words(kind: str) -> frozenset[str]:
    """Return the words of a class of `project_words.tsv`; empty when there is no such class."""
    return frozenset(word for name, word in _rows("project_words.tsv") if name == kind)


@cache
def heads() -> str:
    """Return a pattern for the head nouns."""
    return any_of(_kinds())


@cache
def either(*kinds: str) -> str:
    """Return a pattern for the words of some classes."""
    return any_of(word for kind in kinds for word in words(kind))
