"""A text as the name model sees it: a row of character codes, and features of each character.

A feature is an n-gram, a class of characters or a lexicon match in a window around a character,
hashed to 32 bits. Everything is computed for all characters of a batch at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

Codes: TypeAlias = npt.NDArray[np.uint32]
Places: TypeAlias = npt.NDArray[np.int64]

MARGIN: Final = 4
"""Empty characters between two texts, so that no window sees into its neighbour."""

LEXICON_BITS: Final = 22
WORD, PLACE = 1, 2
"""Kinds of lexicon entries, bits of one byte."""

_LONGEST: Final = 6
_FIRST, _SECOND = np.uint32(0x9E3779B1), np.uint32(0x85EBCA77)
_OTHER: Final = 0xFFFF


def _normal_codes() -> Codes:
    """Return for each code the one it is read as: any digit as 0, any letter as a, one kind of quotes."""
    codes = np.arange(_OTHER + 1, dtype=np.uint32)
    for first, last, normal in (("0", "9", "0"), ("A", "Z", "a"), ("a", "z", "a")):
        codes[ord(first) : ord(last) + 1] = ord(normal)
    # a page in half-width has one glyph for opening and closing
    codes[[ord(mark) for mark in "\"'‘’“”「」『』"]] = ord("“")
    codes[[ord(mark) for mark in "\t\r\u3000"]] = ord(" ")
    return codes


_NORMAL: Final = _normal_codes()


def encode(texts: Sequence[str]) -> tuple[Codes, Places]:
    """Return the normalised character codes of `texts` in one row, and where each text starts.

    >>> codes, starts = encode(["甲1", "乙"])
    >>> [chr(code) for code in codes[starts]], len(codes)
    (['甲', '乙'], 15)
    """
    lengths = np.array([0, *(len(text) + MARGIN for text in texts)], dtype=np.int64)
    starts = MARGIN + np.cumsum(lengths)[:-1]
    gap = "\0" * MARGIN
    row = gap + gap.join(texts) + gap
    raw = np.frombuffer(row.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    return _NORMAL[np.minimum(raw, _OTHER)], starts


def _mixed(hashes: Codes, salt: int) -> Codes:
    """Scatter hashes over 32 bits, differently for each salt."""
    mixed = (hashes ^ np.uint32(salt * 0x9E3779B9 & 0xFFFFFFFF)) * np.uint32(0xC2B2AE3D)
    mixed ^= mixed >> np.uint32(15)
    mixed *= np.uint32(0x27D4EB2F)
    mixed ^= mixed >> np.uint32(13)
    return mixed


def _shifted(row: Codes, offset: int) -> Codes:
    """Return the row whose i-th item is item i + offset; what falls outside is 0."""
    moved = np.zeros_like(row)
    if offset >= 0:
        moved[: len(row) - offset] = row[offset:]
    else:
        moved[-offset:] = row[:offset]
    return moved


def grams(codes: Codes, longest: int) -> list[Codes]:
    """Return hashes of the 1-, 2- … `longest`-grams that start at each character."""
    rows = [codes * _FIRST]
    for length in range(2, longest + 1):
        rows.append((rows[-1] ^ (rows[-1] >> np.uint32(16))) * _SECOND + _shifted(codes, length - 1) * _FIRST)
    return rows


def lexicon_places(words: Sequence[str]) -> Codes:
    """Return where `words` (of two to six characters) stand in a lexicon table."""
    codes, starts = encode(words)
    rows = grams(codes, _LONGEST)
    lengths = [len(word) for word in words]
    hashes = np.array([rows[length - 1][start] for start, length in zip(starts, lengths, strict=True)])
    return _mixed(hashes.astype(np.uint32), 0) >> np.uint32(32 - LEXICON_BITS)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the features know of characters and words before training.

    Attributes:
        classes: a class (0–255) for each character code: digit, mark, surname, …
        kinds: for each lexicon place the bits of the kinds of entries there.
    """

    classes: npt.NDArray[np.uint8]
    kinds: npt.NDArray[np.uint8]

    def matches(self, rows: Sequence[Codes]) -> tuple[Codes, Codes]:
        """Return, for common words and for places, a code of what starts and ends at each character."""
        size = len(rows[0])
        begins = np.zeros((2, size), dtype=np.uint32)
        ends = np.zeros((2, size), dtype=np.uint32)
        inside = np.zeros(size, dtype=np.uint32)
        for length in range(2, _LONGEST + 1):
            places = _mixed(rows[length - 1], 0) >> np.uint32(32 - LEXICON_BITS)
            kinds = self.kinds[places]
            for kind, bit in enumerate((WORD, PLACE)):
                hits = np.flatnonzero(kinds & bit)
                hits = hits[hits + length <= size]
                begins[kind, hits] = length
                ends[kind, hits + length - 1] = length
                if bit == PLACE:
                    for step in range(1, length - 1):
                        inside[hits + step] = 1
        word = begins[0] * np.uint32(8) + ends[0]
        place = (begins[1] * np.uint32(8) + ends[1]) * np.uint32(2) + inside
        return word, place


_WINDOWS: Final = (
    (1, (-3, -2, -1, 0, 1, 2, 3)),
    (2, (-3, -2, -1, 0, 1, 2)),
    (3, (-3, -2, -1, 0, 1)),
    (4, (-4, -3, -2, -1, 0, 1)),
)
"""n-grams of each length and where they start, relative to the character."""

COUNT: Final = sum(len(offsets) for _, offsets in _WINDOWS) + 6
"""Features of a character."""


def features(codes: Codes, lexicon: Lexicon) -> Iterator[Codes]:
    """Yield the features of every character, one row of 32-bit hashes for each of `COUNT` templates."""
    rows = grams(codes, _LONGEST)
    salt = 1
    for length, offsets in _WINDOWS:
        for offset in offsets:
            yield _mixed(_shifted(rows[length - 1], offset), salt)
            salt += 1
    classes = lexicon.classes[codes].astype(np.uint32) + np.uint32(1)
    before, after = _shifted(classes, -1), _shifted(classes, 1)
    near = (before << np.uint32(16)) + (classes << np.uint32(8)) + after
    wide = near * _FIRST + _shifted(classes, -2) * _SECOND + _shifted(classes, 2)
    word, place = lexicon.matches(rows)
    both = word * np.uint32(256) + place
    cut = (_shifted(word, -1) << np.uint32(12)) + (word << np.uint32(6)) + _shifted(word, 1)
    skip = _shifted(rows[0], -1) * _SECOND + _shifted(rows[0], 1)
    templates = (
        wide,
        both * _FIRST + classes,
        both * _FIRST + _shifted(both, -1),
        both * _FIRST + _shifted(both, 1),
        near * _FIRST + cut * _SECOND,
        skip,
    )
    for template in templates:
        yield _mixed(template, salt)
        salt += 1
