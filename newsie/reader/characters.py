"""A text as the name model sees it: a row of character codes, and features of each character.

A feature is an n-gram, a class of characters, a lexicon match or a word in a window around a
character, hashed to 32 bits. Everything is computed for all characters of a batch at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from newsie.reader.hashes import FIRST, SECOND, Codes, Places, grams, mixed, runs, salts, shift, shifted
from newsie.reader.words import Vocabulary, Words, cut

MARGIN: Final = 6
"""Empty characters between two texts, so that none is read otherwise for its neighbours: as many as the longest word has."""

LEXICON_BITS: Final = 22
WORD, PLACE = 1, 2
"""Kinds of lexicon entries, bits of one byte."""

_LONGEST: Final = MARGIN
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
    (['甲', '乙'], 21)
    """
    lengths = np.array([0, *(len(text) + MARGIN for text in texts)], dtype=np.int64)
    starts = MARGIN + np.cumsum(lengths)[:-1]
    gap = "\0" * MARGIN
    row = gap + gap.join(texts) + gap
    raw = np.frombuffer(row.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    return _NORMAL[np.minimum(raw, _OTHER)], starts


def lexicon_places(words: Sequence[str]) -> Codes:
    """Return where `words` (of two to six characters) stand in a lexicon table."""
    codes, starts = encode(words)
    rows = grams(codes, _LONGEST)
    lengths = [len(word) for word in words]
    hashes = np.array([rows[length - 1][start] for start, length in zip(starts, lengths, strict=True)])
    return mixed(hashes.astype(np.uint32)) >> np.uint32(32 - LEXICON_BITS)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the features know of characters and words before training.

    Attributes:
        classes: a class (0–255) for each character code: digit, mark, surname, …
        kinds: for each lexicon place the bits of the kinds of entries there.
        vocabulary: the words that a text is cut into.
    """

    classes: npt.NDArray[np.uint8]
    kinds: npt.NDArray[np.uint8]
    vocabulary: Vocabulary

    def matches(self, rows: Codes) -> tuple[Codes, Codes]:
        """Return, for common words and for places, a code of what starts and ends at each character."""
        size = rows.shape[1]
        kinds = self.kinds.take(mixed(rows[1:]) >> np.uint32(32 - LEXICON_BITS))
        begins = np.zeros((2, size), dtype=np.uint32)
        ends = np.zeros((2, size), dtype=np.uint32)
        inside = np.zeros(size, dtype=np.uint32)
        for kind, bit in enumerate((WORD, PLACE)):
            less_one, first, last = runs(kinds & bit != 0)
            # the longer ones come later, and of two at one place the last counts
            begins[kind, first] = ends[kind, last] = less_one + 1
            for step in range(1, _LONGEST - 1) if bit == PLACE else ():
                inside[(first + step)[step < less_one]] = 1
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

COUNT: Final = sum(len(offsets) for _, offsets in _WINDOWS) + 12
"""Features of a character."""


_SALTS: Final = salts(COUNT)
_NEIGHBOUR: Final = 0x2545F491


def features(codes: Codes, lexicon: Lexicon) -> Codes:
    """Return the features of every character, one row of 32-bit hashes for each of `COUNT` templates."""
    rows = grams(codes, _LONGEST)
    found = np.zeros((COUNT, len(codes)), dtype=np.uint32)
    windows = [(row, offset) for row, (_, offsets) in zip(rows, _WINDOWS, strict=False) for offset in offsets]
    for into, (row, offset) in zip(found, windows, strict=False):
        shift(row, offset, into)
    classes = lexicon.classes[codes].astype(np.uint32) + np.uint32(1)
    before, after = shifted(classes, -1), shifted(classes, 1)
    near = (before << np.uint32(16)) + (classes << np.uint32(8)) + after
    wide = near * FIRST + shifted(classes, -2) * SECOND + shifted(classes, 2)
    word, place = lexicon.matches(rows)
    both = word * np.uint32(256) + place
    edges = (shifted(word, -1) << np.uint32(12)) + (word << np.uint32(6)) + shifted(word, 1)
    skip = shifted(rows[0], -1) * SECOND + shifted(rows[0], 1)
    found[len(windows) :] = (
        wide,
        both * FIRST + classes,
        both * FIRST + shifted(both, -1),
        both * FIRST + shifted(both, 1),
        near * FIRST + edges * SECOND,
        skip,
        *_word_features(cut(codes, rows, lexicon.vocabulary)),
    )
    return mixed(found, _SALTS)


def _word_features(words: Words) -> Iterator[Codes]:
    """Yield for each character, and its place in its word, that word, its neighbours and their classes."""
    inside = np.arange(len(words.of_character)) - words.starts[words.of_character]
    place = (np.minimum(inside, 3) * 8 + words.lengths[words.of_character]).astype(np.uint32)
    before, after = (shifted(words.hashes, offset) for offset in (-1, 1))
    for hashes, salt in ((words.hashes, 0), (before, _NEIGHBOUR), (after, _NEIGHBOUR)):
        yield hashes[words.of_character] * FIRST + place + np.uint32(salt)
    following = words.classes << np.uint32(8) | shifted(words.classes, 1)
    preceding = shifted(words.classes, -1) << np.uint32(8) | words.classes
    around = shifted(words.classes, -1) << np.uint32(16) | following
    yield following[words.of_character] * FIRST + place
    yield preceding[words.of_character] * FIRST + place
    yield around[words.of_character] * FIRST + place * SECOND
