"""The vocabulary of undertakings, read from `lexicon/project_heads.tsv` and `lexicon/project_words.tsv`.

>>> import re
>>> kind_of("大桥"), bool(re.fullmatch(heads(), "产业园"))
('site', True)
"""

from __future__ import annotations

from typing import Literal, TypeAlias, cast

from newsie import lexicon
from newsie.lexicon import Longest, Sought, any_of, layered, rows

HeadKind: TypeAlias = Literal["work", "site", "place"]
PARTS = "路基|路面|桩基|土建|桥梁|隧道|桥隧|涵洞|机电|房建|交安|绿化|装饰|装修|附属"
"""The parts of a road or a building that are done one by one, as the alternatives of a pattern."""


@layered
def _kinds() -> dict[str, HeadKind]:
    return {head: cast("HeadKind", kind) for head, kind in rows("project_heads.tsv", 2)}


def kind_of(head: str) -> HeadKind:
    """Return what a head noun says of its name: work, site or place.

    Raises:
        KeyError: `head` is no head noun.
    """
    return _kinds()[head]


@layered
def words(kind: str) -> frozenset[str]:
    """Return the words of a class of `project_words.tsv`; empty when there is no such class."""
    return frozenset(word for name, word in rows("project_words.tsv", 2) if name == kind)


@layered
def heads() -> str:
    """Return a pattern for the head nouns."""
    return any_of(_kinds())


@layered
def sought_heads() -> Sought:
    """Return the head nouns, to look for all of a text."""
    return Sought.of(_kinds())


@layered
def longest(*kinds: str) -> Longest:
    """Return the words of some classes, to look up the longest at a place."""
    return Longest(word for kind in kinds for word in words(kind))


def either(*kinds: str) -> str:
    """Return a pattern for the words of some classes."""
    return any_of(word for kind in kinds for word in words(kind))


@layered
def trade() -> Longest:
    """Return the words of the trade, which name no one undertaking (文创, 交通, 枢纽), to look up the longest at a place."""
    known = (word for kind in ("generic", "sector", "part", "province") for word in words(kind))
    return Longest([*known, *_kinds(), *lexicon.words("generic_projects.txt")])
