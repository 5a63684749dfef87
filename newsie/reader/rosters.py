"""Lists of appointments: which words stand in a sentence or list that appoints (任免名单).

A clause that appoints (决定任命：, 任命甲为局长；) governs those behind it as long as they are items of
its list: 乙为县教育局局长； or 丙的县财政局局长职务。

>>> text = "决定任命：王某为局长；李某为科长。今天晴。"
>>> rosters = Rosters.of(text)
>>> [rosters.appoints(place) for place in (5, 11, 17)]
[True, True, False]
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from newsie.text import Span

_VERB = re.compile(r"任命|免去|任免|推选|选举|提名|补选|辞去|罢免|撤销|聘任")
_CLAUSE = re.compile(r"[^。；\n]+")
# 乙为县教育局局长, 丙的县财政局局长职务
_ITEM = re.compile(
    r"[ \u3400-\u9fff、·]{2,40}?(?:(?:同志)?[为任][^。；，\n]{1,60}[长任记员师官席]|的[^。；，\n]{2,60}职务) ?\Z"
)
_LONGEST_ITEM = 120
_LONGEST_SENTENCE = 200


@dataclass(frozen=True, slots=True)
class Rosters:
    """The appointing sentences of a text.

    Attributes:
        folded: the text.
        starts: where the items behind each clause that appoints begin, sorted.
        ends: where each ends.
    """

    folded: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, folded: str) -> Rosters:
        """Return the lists of appointments of a text."""
        spans = tuple(_lists(folded))
        return cls(folded, tuple(start for start, _ in spans), tuple(end for _, end in spans))

    def is_item(self, place: int) -> bool:
        """Tell whether `place` is inside the items of a list."""
        index = bisect_right(self.starts, place) - 1
        return index >= 0 and place <= self.ends[index]

    def appoints(self, place: int) -> bool:
        """Tell whether `place` stands behind a verb of appointment, in its clause or its list."""
        if self.is_item(place):
            return True
        return _VERB.search(self.folded, sentence_start(self.folded, place), place) is not None


def _lists(folded: str) -> Iterator[Span]:
    """Yield the items behind each clause that appoints, as far as they follow each other."""
    first: int | None = None
    last = 0
    for match in _CLAUSE.finditer(folded):
        start, end = match.span()
        is_item = end - start <= _LONGEST_ITEM and _ITEM.match(folded, start, end) is not None
        opens = _VERB.search(folded, start, end) is not None
        if first is not None and (opens or not is_item):
            yield first, last
            first = None
        if opens:
            first = end
        last = end
    if first is not None:
        yield first, last


def sentence_start(folded: str, place: int) -> int:
    """Return where the sentence of `place` begins, looking back a bounded way."""
    floor = max(0, place - _LONGEST_SENTENCE)
    return max(floor, *(folded.rfind(mark, floor, place) + 1 for mark in "。；\n"))
