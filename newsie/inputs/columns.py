"""Passages of a page to stories in reading order, by white space, rules and headlines.

A region is cut in two again and again, where the cut says most: between two headlines side by
side, above a headline or along a rule, below the headline of a region, and else between columns.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from newsie.inputs.glyphs import Area
from newsie.inputs.print import Passage, around, crosses

_SPANS = 0.75
_LEAST_GAP = 3.0
_LEVEL = 6.0
_MOST_PASSAGES = 600
"""More than a page of stories has; a page of small advertisements or a table is put in order without cuts."""


@dataclass(slots=True)
class Story:
    """Passages of one story in reading order.

    Attributes:
        heads: kicker, headline and subheads.
        body: running text and what stands in it.
        captions: of its pictures.
    """

    heads: list[Passage] = field(default_factory=list)
    body: list[Passage] = field(default_factory=list)
    captions: list[Passage] = field(default_factory=list)

    @property
    def area(self) -> Area:
        """The place it takes."""
        return around(passage.area for passage in (*self.heads, *self.body, *self.captions))


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a page that is being cut.

    Attributes:
        rules: the lines between stories.
        heads: ids of the passages that are set as headlines.
    """

    rules: tuple[Area, ...]
    heads: frozenset[int]

    def is_head(self, passage: Passage) -> bool:
        """Tell whether a passage is set as a headline."""
        return id(passage) in self.heads

    def stories(self, passages: Sequence[Passage]) -> tuple[Story, ...]:
        """Return the stories of a region in reading order."""
        found: list[Story] = []
        for group in self._cut(list(passages)):
            first = len(found)
            story = Story()
            for passage in group:
                if not self.is_head(passage):
                    story.body.append(passage)
                    continue
                if story.body:
                    found.append(story)
                    story = Story()
                story.heads.append(passage)
            if not story.body and len(found) > first and not found[-1].heads:
                # an upright headline at the right of its story
                found[-1].heads += story.heads
                continue
            found.append(story)
        return tuple(story for story in found if story.heads or story.body)

    def _cut(self, passages: list[Passage]) -> list[list[Passage]]:
        """Return the passages in reading order, a list for each part that is a story of its own."""
        if len(passages) < 2:
            return [passages] if passages else []
        if len(passages) > _MOST_PASSAGES:
            return self._by_heads(passages)
        if parts := self._beside(passages):
            return [*self._cut(parts[0]), *self._cut(parts[1])]
        if parts := self._flowing(passages):
            return _one_story([self._cut(part) for part in parts])
        for find in (self._above_head, self._along_rule):
            if parts := find(passages):
                return [*self._cut(parts[0]), *self._cut(parts[1])]
        if parts := self._below_head(passages):
            return _one_story([self._cut(part) for part in parts])
        for axis in (0, 1):
            pieces = _pieces(passages, axis)
            if len(pieces) > 1:
                return _one_story([self._cut(piece) for piece in pieces])
        return self._by_heads(passages)

    def _beside(self, passages: list[Passage]) -> tuple[list[Passage], list[Passage]] | None:
        """Cut between columns that both begin with a headline."""
        cuts = [cut for cut in _gaps(passages, 0) if self._led(cut[0]) and self._led(cut[1])]
        return _widest(cuts, 0)

    def _flowing(self, passages: list[Passage]) -> tuple[list[Passage], list[Passage]] | None:
        """Cut between columns of which the second goes on with a story of the first before its own headlines begin.

        Where most headlines stand level in both, rows of stories stand over each other.
        """
        for one, two in _gaps(passages, 0):
            heads = [[passage.area.top for passage in part if self.is_head(passage)] for part in (one, two)]
            level = sum(any(abs(left - right) < _LEVEL for right in heads[1]) for left in heads[0])
            if all(heads) and 2 * level <= min(map(len, heads)) and not self.is_head(min(two, key=_top)):
                return one, two
        return None

    def _above_head(self, passages: list[Passage]) -> tuple[list[Passage], list[Passage]] | None:
        """Cut above a headline that running text stands over, along a rule if there is one."""
        cuts = [
            cut
            for cut in _gaps(passages, 1)
            if self._led(cut[1]) and not all(self.is_head(passage) for passage in cut[0])
        ]
        return _widest([cut for cut in cuts if self._ruled(*cut)] or cuts, 1)

    def _along_rule(self, passages: list[Passage]) -> tuple[list[Passage], list[Passage]] | None:
        """Cut along a rule that spans the region."""
        return _widest([cut for cut in _gaps(passages, 1) if self._ruled(*cut)], 1)

    def _below_head(self, passages: list[Passage]) -> tuple[list[Passage], list[Passage]] | None:
        """Cut below the headline of a region."""
        cuts = [cut for cut in _gaps(passages, 1) if all(self.is_head(passage) for passage in cut[0])]
        return cuts[-1] if cuts else None

    def _led(self, passages: list[Passage]) -> bool:
        """Tell whether a part begins with a headline."""
        top = min(passages, key=_top)
        return self.is_head(top) and not all(self.is_head(passage) for passage in passages)

    def _ruled(self, over: list[Passage], under: list[Passage]) -> bool:
        """Tell whether a rule separates two parts that stand over each other."""
        one, two = around(passage.area for passage in over), around(passage.area for passage in under)
        between = Area(min(one.left, two.left), one.bottom, max(one.right, two.right), two.top)
        return any(
            crosses(rule, between) and rule.width >= _SPANS * min(one.width, two.width) for rule in self.rules
        )

    def _by_heads(self, passages: list[Passage]) -> list[list[Passage]]:
        """Return what no cut takes apart: each passage with the nearest headline above it."""
        heads = sorted(filter(self.is_head, passages), key=lambda head: (head.area.top, head.area.left))
        groups: list[list[Passage]] = [[head] for head in heads] or [[]]
        rest = sorted(
            (passage for passage in passages if not self.is_head(passage)),
            key=lambda passage: (passage.area.left, passage.area.top),
        )
        for passage in rest:
            over = [at for at, head in enumerate(heads) if _over(head.area, passage.area)]
            groups[max(over, key=lambda at: heads[at].area.bottom, default=0)].append(passage)
        return groups


def _top(passage: Passage) -> float:
    return passage.area.top


def _over(one: Area, two: Area) -> bool:
    return one.bottom <= two.top + 2 and one.left < two.right and two.left < one.right


def _one_story(parts: Sequence[list[list[Passage]]]) -> list[list[Passage]]:
    """Return the stories of parts that follow each other: the first of a part goes on with the last before it."""
    found: list[list[Passage]] = []
    for part in parts:
        if found and part:
            found[-1] += part[0]
            found += part[1:]
        else:
            found += part
    return found


def _pieces(passages: Sequence[Passage], axis: int) -> list[list[Passage]]:
    """Return the passages cut at every gap that crosses none of them: axis 0 to columns, 1 to rows."""
    ordered = sorted(passages, key=lambda passage: passage.area[axis])
    pieces: list[list[Passage]] = []
    end = -math.inf
    for passage in ordered:
        if passage.area[axis] - end >= _LEAST_GAP * (1 - axis):
            pieces.append([])
        pieces[-1].append(passage)
        end = max(end, passage.area[axis + 2])
    return pieces


def _gaps(passages: Sequence[Passage], axis: int) -> list[tuple[list[Passage], list[Passage]]]:
    """Return every cut that crosses no passage: axis 0 between columns, 1 between rows."""
    ordered = sorted(passages, key=lambda passage: passage.area[axis])
    cuts: list[tuple[list[Passage], list[Passage]]] = []
    end = ordered[0].area[axis + 2]
    for at, passage in enumerate(ordered[1:], 1):
        if passage.area[axis] - end >= _LEAST_GAP * (1 - axis):
            cuts.append((ordered[:at], ordered[at:]))
        end = max(end, passage.area[axis + 2])
    return cuts


def _widest(
    cuts: Sequence[tuple[list[Passage], list[Passage]]], axis: int
) -> tuple[list[Passage], list[Passage]] | None:
    """Return the cut with the most white space."""

    def space(cut: tuple[list[Passage], list[Passage]]) -> float:
        ends = (passage.area[axis + 2] for passage in cut[0])
        return min(passage.area[axis] for passage in cut[1]) - max(ends)

    return max(cuts, key=space, default=None)


def distance(one: Area, two: Area) -> float:
    """Return how far apart two areas are, negative by how much they share."""
    across = max(one.left, two.left) - min(one.right, two.right)
    down = max(one.top, two.top) - min(one.bottom, two.bottom)
    if across < 0 and down < 0:
        return -across * down
    return max(across, 0.0) + max(down, 0.0)
