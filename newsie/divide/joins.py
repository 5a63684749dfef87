"""Whether words go on with others (断行续接), told by how often their characters stand together in the news.

A line's last two characters and the first two of another: 较去年同 / 期提高2.1个百分点. The counts are of
newspaper text, made by models/train/joins.py.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from math import log
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from newsie import patterns as re

Codes: TypeAlias = npt.NDArray[np.int64]

STOP: Final = "。"
"""Stands for every end of a sentence, and so for what is before its beginning."""

_SPACES = re.compile(r"\s+")
_DIGITS = re.compile("[0-9]")
_ENDS = re.compile("[。！？\n][”’）]*")
# 拆除分散燃煤锅炉186 / 台，取缔“土小”企业
_COUNTED = re.compile("[个家名人户万亿元台套吨亩公千平米%％年月日时分条项次件辆座处岁种株头只斤棵张份篇.]")
_COUNTS = 2.5
_UNSEEN = 0.5
"""What is never seen counts as half once."""
_WORD = 0.7
_FIRST_WORD = 0.5
_LEAST, _MOST = -1.0, 3.0
_FARTHEST = 4.0


def plain(string: str) -> str:
    """Return a folded string as its characters are counted: no white space, one digit for all.

    >>> plain("3月 15日")
    '0月00日'
    """
    return _DIGITS.sub("0", _SPACES.sub("", string))


def sentences(text: str) -> str:
    """Return a folded text as it is counted: every end of a sentence one character."""
    return plain(_ENDS.sub(STOP, text))


@dataclass(frozen=True, slots=True, eq=False)
class Joins:
    """How often characters, and two and three of them, stand together.

    Attributes:
        total: how many characters were counted.
        characters: how often each was, and its number.
        pairs: the numbers of two characters as one, sorted.
        pair_counts: how often these stand together.
        triples: likewise of three.
        triple_counts: likewise.
    """

    total: int
    characters: dict[str, tuple[int, int]]
    pairs: Codes
    pair_counts: Codes
    triples: Codes
    triple_counts: Codes
    _known: dict[str, int] = field(default_factory=dict)

    def goes_on(self, end: str, begin: str) -> float:
        """Return how much speaks for words going on with others, as log-odds; 0 for nothing known.

        Args:
            end: the first line, folded; its last two characters count.
            begin: the second; its first two count.
        """
        one, two = plain(end[-8:])[-2:], plain(begin[:8])[:2]
        if not one or not two:
            return 0.0
        if one[-1] == "0" and _COUNTED.match(two):
            return _COUNTS
        score = self._pair(one[-1], two[0])
        if len(one) > 1:
            score += _WORD * self._triple(one + two[0])
        if len(two) > 1:
            score += _WORD * self._triple(one[-1] + two)
        return score

    def begins(self, begin: str) -> float:
        """Return how much speaks for words beginning a sentence, as log-odds."""
        first = plain(begin[:8])[:2]
        if not first:
            return 0.0
        score = self._pair(STOP, first[0])
        if len(first) > 1:
            score += _FIRST_WORD * self._triple(STOP + first)
        return max(-_FARTHEST, min(_FARTHEST, score))

    def _pair(self, one: str, two: str) -> float:
        """Return by how much two characters stand together more often than by chance."""
        chance = self.count(one) * self.count(two) / self.total
        return log((self.count(one + two) + _UNSEEN) / (chance + _UNSEEN))

    def _triple(self, three: str) -> float:
        """Return by how much the third character goes with the first two rather than with the second alone."""
        chance = self.count(three[:2]) * self.count(three[1:]) / max(1, self.count(three[1]))
        return max(_LEAST, min(_MOST, log((self.count(three) + _UNSEEN) / (chance + _UNSEEN))))

    def count(self, string: str) -> int:
        """Return how often one, two or three characters stand together."""
        if len(string) == 1:
            return self.characters.get(string, (0, 0))[0]
        known = self._known.get(string)
        if known is None:
            keys, counts = (
                (self.pairs, self.pair_counts) if len(string) == 2 else (self.triples, self.triple_counts)
            )
            known = self._known[string] = self._find(string, keys, counts)
        return known

    def _find(self, string: str, keys: Codes, counts: Codes) -> int:
        code = 0
        for character in string:
            number = self.characters.get(character)
            if number is None:
                return 0
            code = code * len(self.characters) + number[1]
        at = int(np.searchsorted(keys, code))
        return int(counts[at]) if at < len(keys) and keys[at] == code else 0


@cache
def joins() -> Joins:
    """Return the counts of the package, read when they are first asked for."""
    with resources.files("newsie").joinpath("lexicon/joins.npz").open("rb") as file, np.load(file) as table:
        counts = table["counts"].tolist()
        characters = table["characters"].tobytes().decode("utf-32-le")
        return Joins(
            total=int(table["total"]),
            characters={one: (counts[at], at) for at, one in enumerate(characters)},
            pairs=np.cumsum(table["pairs"], dtype=np.int64),
            pair_counts=table["pair_counts"].astype(np.int64),
            triples=np.cumsum(table["triples"], dtype=np.int64),
            triple_counts=table["triple_counts"].astype(np.int64),
        )
