"""The characters, rules, frames and pictures of a PDF page, as pdfium has them.

Coordinates are points from the upper left corner of the page.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from newsie.extras import require

_UPRIGHT = 0.2
"""Radians by which a character may be turned and still be read."""

_WIDEST = 2.5
"""In font sizes: wider is no character."""

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
    width, height = page.get_size()
    rules, frames, pictures = _shapes(page, width, height)
    return Sheet(width, height, tuple(_glyphs(page, height)), rules, frames, pictures)


def _glyphs(page: Any, height: float) -> Iterator[Glyph]:  # noqa: ANN401
    raw = require("pypdfium2.raw")
    textpage = page.get_textpage()
    try:
        text = textpage.raw
        box = raw.FS_RECTF()
        matrix = raw.FS_MATRIX()
        x, y = ctypes.c_double(), ctypes.c_double()
        for index in range(raw.FPDFText_CountChars(text)):
            code = raw.FPDFText_GetUnicode(text, index)
            if (
                not 32 <= code < 0x110000
                or 0xD800 <= code < 0xE000
                or abs(raw.FPDFText_GetCharAngle(text, index)) > _UPRIGHT
            ):
                continue
            raw.FPDFText_GetLooseCharBox(text, index, box)
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            raw.FPDFText_GetMatrix(text, index, matrix)
            if box.right > box.left and box.top > box.bottom:
                size = raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
                yield Glyph(chr(code), box.left, box.right, height - y.value, _size(size, box))
    finally:
        textpage.close()


def _size(size: float, box: Any) -> float:  # noqa: ANN401
    """Return the size of a character: as its font has it, unless that is none (a font of pictures); then its box tells.

    The box alone does not: where a font says nothing of its height, that of 一 is as flat as its ink.
    """
    return size if box.right - box.left < _WIDEST * size else float(box.top - box.bottom)


def _shapes(
    page: Any,  # noqa: ANN401
    width: float,
    height: float,
) -> tuple[tuple[Area, ...], tuple[Area, ...], tuple[Area, ...]]:
    """Return rules, frames and pictures of a page."""
    raw = require("pypdfium2.raw")
    rules: list[Area] = []
    frames: list[Area] = []
    pictures: list[Area] = []
    for number, shape in enumerate(page.get_objects((raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE), 3)):
        if number >= _MOST_OBJECTS:
            break
        left, bottom, right, top = shape.get_bounds()
        area = Area(max(0, left), max(0, height - top), min(width, right), min(height, height - bottom))
        if shape.type == raw.FPDF_PAGEOBJ_IMAGE:
            if min(area.width, area.height) >= _LEAST_PICTURE:
                pictures.append(area)
        elif min(area.width, area.height) <= _THIN:
            if max(area.width, area.height) >= _LEAST_RULE:
                rules.append(area)
        elif min(area.width, area.height) >= _LEAST_RULE and area.width * area.height < 0.9 * width * height:
            frames.append(area)
    return tuple(rules), tuple(frames), tuple(pictures)
