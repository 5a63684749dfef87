"""Lists of appointments: which words stand in a sentence or list that appoints (任免名单).

A clause that appoints (决定任命：, 任命甲为局长；) governs those behind it as long as they are items of
its list: 乙为县教育局局长； or 丙的县财政局局长职务。

>>> text = "决定任命：王某为局长；李某为科长。今天晴。"
>>> rosters = Rosters.of(text)
>>> [rosters.appoints(place) for place in (5, 11, 17)]
[True, True, False]
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsie import patterns as re
from newsie.spans import start_behind
from newsie.text import Span

# 任免去职 holds two
_VERB = re.compile(
    "任(?=[命免])|免(?=去)|推(?=选)|选(?=举)|提(?=名)|[补增](?=选)|辞(?=去)|罢(?=免)|撤(?=销)|聘(?=任)"
)
_VERB_LENGTH = 2
_CLAUSE = re.compile(r"[^。；\n]+")
# 乙为县教育局局长（试用期一年）, 丙的县财政局局长职务
_ITEM = re.compile(
    r"[ \u3400-\u9fff、·]{2,40}?(?:（[^（）\n]{1,8}）)?(?:(?:同志)?[为任][^。；，\n]{1,60}[长任记员师官席]|的?[^。；，\n]{2,60}职务)"
    r"(?:（[^（）\n]{1,20}）|，(?:试用|挂职|任职)[^。；，\n]{1,10})? ?\Z"
)
_LONGEST_ITEM = 120
_LONGEST_SENTENCE = 200


@dataclass(frozen=True, slots=True)
class Rosters:
    """The appointing sentences of a text.

    Attributes:
        folded: the text.
        verbs: where its verbs of appointment begin, sorted.
        starts: where the items behind each clause that appoints begin, sorted.
        ends: where each ends.
    """

    folded: str
    verbs: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, folded: str) -> Rosters:
        """Return the lists of appointments of a text."""
        verbs = tuple(match.start() for match in _VERB.finditer(folded))
        spans = tuple(_lists(folded, verbs))
        return cls(folded, verbs, tuple(start for start, _ in spans), tuple(end for _, end in spans))

    def is_item(self, place: int) -> bool:
        """Tell whether `place` is inside the items of a list."""
        index = bisect_right(self.starts, place) - 1
        return index >= 0 and place <= self.ends[index]

    def appoints(self, place: int) -> bool:
        """Tell whether `place` stands behind a verb of appointment, in its clause or its list."""
        if self.is_item(place):
            return True
        index = bisect_right(self.verbs, place - _VERB_LENGTH) - 1
        return index >= 0 and self.verbs[index] >= sentence_start(self.folded, place)


def _lists(folded: str, verbs: Sequence[int]) -> Iterator[Span]:
    """Yield the items behind each clause that appoints, as far as they follow each other."""
    done = 0
    for verb in verbs:
        if verb < done:
            continue
        first = last = _clause_end(folded, verb)
        while item := _CLAUSE.search(folded, last):
            if not _is_item(folded, item.span(), verbs):
                break
            last = item.end()
        yield first, last
        done = first


def _clause_end(folded: str, place: int) -> int:
    clause = _CLAUSE.match(folded, place)
    return clause.end() if clause else place


def _is_item(folded: str, clause: Span, verbs: Sequence[int]) -> bool:
    """Tell whether a clause is an item of a list and opens none itself."""
    start, end = clause
    index = bisect_right(verbs, end - _VERB_LENGTH) - 1
    opens = index >= 0 and verbs[index] >= start
    return not opens and end - start <= _LONGEST_ITEM and _ITEM.match(folded, start, end) is not None


def sentence_start(folded: str, place: int) -> int:
    """Return where the sentence of `place` begins, looking back a bounded way."""
    return start_behind("。；\n", folded, place - _LONGEST_SENTENCE, place)
