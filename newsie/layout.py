"""What is known of a printed page beside its text: where its characters stand, and what its blocks are.

A text that was read from a PDF comes with a `Layout`. Dividing the page goes by its blocks,
and every record's evidence gets the boxes that its characters have on paper.

>>> layout = Layout((), (Row(0, 3, 1, 10.0, 20.0, array("f", [30, 40, 50, 60])),))
>>> layout.boxes(((1, 3),))
(Box(page=1, left=40.0, top=10.0, right=60.0, bottom=20.0),)
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from newsie.records import Box
from newsie.text import Segment

BlockRole: TypeAlias = Literal["head", "subhead", "body", "caption", "furniture"]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand together in one setting (版块).

    Attributes:
        role: `head` is set larger than running text, `subhead` somewhat larger inside it; `furniture`
            belongs to no story.
        start: where its text begins.
        end: where its text ends, half-open.
        story: number of the story it belongs to; -1 for furniture.
        size: the size of its font.
    """

    role: BlockRole
    start: int
    end: int
    story: int
    size: float


@dataclass(frozen=True, slots=True)
class Row:
    """A printed line.

    Attributes:
        start: where its text begins.
        end: where its text ends, half-open.
        page: 1-based number of the page.
        top: its upper edge in points from the top of the page.
        bottom: its lower edge.
        edges: the left edge of each character, and the right edge of the last, as small floats.
    """

    start: int
    end: int
    page: int
    top: float
    bottom: float
    edges: array[float]

    def box(self, start: int, end: int) -> Box:
        """Return the box of the characters from `start` to `end` of the text."""
        left = round(self.edges[max(start, self.start) - self.start], 1)
        right = round(self.edges[min(end, self.end) - self.start], 1)
        return Box(page=self.page, left=left, top=self.top, right=right, bottom=self.bottom)


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of a text.

    Attributes:
        blocks: the blocks in the order of the text.
        rows: the printed lines in the order of the text.
    """

    blocks: tuple[Block, ...]
    rows: tuple[Row, ...]

    def boxes(self, segments: Iterable[Segment]) -> tuple[Box, ...]:
        """Return a box for every printed line that the segments of the text stand on."""
        found: list[Box] = []
        for start, end in segments:
            first = max(0, bisect_right(self.rows, start, key=_start_of) - 1)
            last = bisect_left(self.rows, end, lo=first, key=_start_of)
            rows = (self.rows[index] for index in range(first, last))
            found.extend(row.box(start, end) for row in rows if row.end > start)
        return tuple(found)


def _start_of(row: Row) -> int:
    """Return where a printed line begins."""
    return row.start
