"""The characters, rules, frames and pictures of a PDF page, as pdfium has them.

Coordinates are points from the upper left corner of the page.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from newsie.codes import IDEOGRAPHS
from newsie.extras import require

_UPRIGHT = 0.2
"""Radians by which a character may be turned and still be read."""

_WIDEST = 2.5
"""In font sizes: wider is no character."""

_SAMPLE = 500
_THIN = 3.0
_LEAST_RULE = 30.0
_LEAST_PICTURE = 25.0
_MOST_OBJECTS = 4_000


class Area(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top

    def holds(self, other: Area, slack: float = 1.0) -> bool:
        """Tell whether `other` lies inside."""
        return (
            self.left - slack <= other.left
            and self.top - slack <= other.top
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


class Glyph(NamedTuple):
    """A character on paper.

    Attributes:
        character: the character.
        left, right: its edges.
        base: where its base line is.
        size: the size of its font.
    """

    character: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on one page.

    Attributes:
        width, height: of the paper.
        glyphs: its characters in the order of the file.
        rules: lines between stories.
        frames: boxes around stories.
        pictures: images.
    """

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Area, ...]
    frames: tuple[Area, ...]
    pictures: tuple[Area, ...]


# pdfium has no type hints of its own functions
def read_sheet(page: Any) -> Sheet:  # noqa: ANN401
    """Return what stands on a page of pypdfium2."""
    textpage = page.get_textpage()
    try:
        paper = _paper(page, _turn(page, textpage.raw))
        rules, frames, pictures = _shapes(page, paper)
        return Sheet(paper.width, paper.height, tuple(_glyphs(textpage.raw, paper)), rules, frames, pictures)
    finally:
        textpage.close()


class _Paper(NamedTuple):
    """How a page is shown: where its points lie on paper, from the upper left corner of what is seen of it.

    Attributes:
        a, b, c, d, e, f: the matrix, (a x + c y + e, b x + d y + f); it turns by right angles alone.
        width, height: of the paper.
        turn: how many right angles it is turned by.
    """

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float
    width: float
    height: float
    turn: int

    def place(self, left: float, bottom: float, right: float, top: float) -> Area:
        """Return where a rectangle of the page lies on paper."""
        x = self.a * left + self.c * bottom + self.e, self.a * right + self.c * top + self.e
        y = self.b * left + self.d * bottom + self.f, self.b * right + self.d * top + self.f
        return Area(min(x), min(y), max(x), max(y))

    def is_upright(self, angle: float) -> bool:
        """Tell whether a character that is turned by some radians on the page is read from left to right on paper."""
        return _off(angle, self.turn) <= _UPRIGHT


def _off(angle: float, turn: int) -> float:
    """Return how far, in radians, a character is from standing upright on a page that is turned by right angles."""
    off = (angle + turn * math.pi / 2) % math.tau
    return min(off, math.tau - off)


def _turn(page: Any, text: Any) -> int:  # noqa: ANN401
    """Return by how many right angles a page is turned for reading: as it is shown, unless most of its text lies on its side."""
    raw = require("pypdfium2.raw")
    shown = int(page.get_rotation()) // 90
    count = raw.FPDFText_CountChars(text)
    angles = [raw.FPDFText_GetCharAngle(text, at) for at in range(0, count, count // _SAMPLE + 1)]
    upright = [sum(_off(angle, turn) <= _UPRIGHT for angle in angles) for turn in range(4)]
    return (
        shown
        if 2 * max(upright) <= len(angles)
        else max(range(4), key=lambda turn: (upright[turn], turn == shown))
    )


def _paper(page: Any, turn: int) -> _Paper:  # noqa: ANN401
    """Return how a page is read: cut to its box, which may begin anywhere, and turned."""
    left, bottom, right, top = page.get_bbox()
    a, b, c, d, e, f = (
        (1, 0, 0, -1, -left, top),
        (0, 1, 1, 0, -bottom, -left),
        (-1, 0, 0, 1, right, -bottom),
        (0, -1, -1, 0, top, right),
    )[turn]
    sides = right - left, top - bottom
    return _Paper(a, b, c, d, e, f, sides[turn % 2], sides[1 - turn % 2], turn)


def _glyphs(text: Any, paper: _Paper) -> Iterator[Glyph]:  # noqa: ANN401
    raw = require("pypdfium2.raw")
    box = raw.FS_RECTF()
    matrix = raw.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, index)
        if (
            not 32 <= code < 0x110000
            or 0xD800 <= code < 0xE000
            or not paper.is_upright(raw.FPDFText_GetCharAngle(text, index))
        ):
            continue
        raw.FPDFText_GetLooseCharBox(text, index, box)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetMatrix(text, index, matrix)
        area = paper.place(box.left, box.bottom, box.right, box.top)
        if area.width > 0 < area.height:
            base = paper.b * x.value + paper.d * y.value + paper.f
            size = raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
            yield Glyph(IDEOGRAPHS.get(chr(code), chr(code)), area.left, area.right, base, _size(size, area))


def _size(size: float, box: Area) -> float:
    """Return the size of a character: as its font has it, unless that is none (a font of pictures); then its box tells.

    The box alone does not: where a font says nothing of its height, that of 一 is as flat as its ink.
    """
    return size if box.width < _WIDEST * size else box.height


def _shapes(
    page: Any,  # noqa: ANN401
    paper: _Paper,
) -> tuple[tuple[Area, ...], tuple[Area, ...], tuple[Area, ...]]:
    """Return rules, frames and pictures of a page."""
    raw = require("pypdfium2.raw")
    rules: list[Area] = []
    frames: list[Area] = []
    pictures: list[Area] = []
    for number, shape in enumerate(page.get_objects((raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE), 3)):
        if number >= _MOST_OBJECTS:
            break
        left, top, right, bottom = paper.place(*_bounds(shape))
        area = Area(max(0, left), max(0, top), min(paper.width, right), min(paper.height, bottom))
        if shape.type == raw.FPDF_PAGEOBJ_IMAGE:
            if min(area.width, area.height) >= _LEAST_PICTURE:
                pictures.append(area)
        elif min(area.width, area.height) <= _THIN:
            if max(area.width, area.height) >= _LEAST_RULE:
                rules.append(area)
        elif (
            min(area.width, area.height) >= _LEAST_RULE
            and area.width * area.height < 0.9 * paper.width * paper.height
        ):
            frames.append(area)
    return tuple(rules), tuple(frames), tuple(pictures)


def _bounds(shape: Any) -> tuple[float, float, float, float]:  # noqa: ANN401
    """Return the rectangle of an object on its page: what is part of a form stands where that is put."""
    left, bottom, right, top = shape.get_bounds()
    while shape := getattr(shape, "container", None):
        left, bottom, right, top = shape.get_matrix().on_rect(left, bottom, right, top)
    return left, bottom, right, top
