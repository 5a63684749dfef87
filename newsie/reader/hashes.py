"""Hashes of runs of characters, computed for all characters of a batch at once.

>>> row = np.array([0, 30002, 19993, 0], dtype=np.uint32)
>>> grams(row, 3).shape
(3, 4)
"""

from __future__ import annotations

from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

Codes: TypeAlias = npt.NDArray[np.uint32]
Places: TypeAlias = npt.NDArray[np.int64]

FIRST: Final = np.uint32(0x9E3779B1)
SECOND: Final = np.uint32(0x85EBCA77)
_NO_SALT: Final = np.zeros(1, dtype=np.uint32)


def salts(count: int) -> Codes:
    """Return a column of salts for `mixed`, so that each of `count` rows is scattered differently."""
    column = [[number * 0x9E3779B9 & 0xFFFFFFFF] for number in range(1, count + 1)]
    return np.array(column, dtype=np.uint32)


def mixed(hashes: Codes, salt: Codes = _NO_SALT) -> Codes:
    """Scatter hashes over 32 bits, differently for each salt, no two of them to the same place."""
    scattered = hashes ^ salt
    scattered *= np.uint32(0xC2B2AE3D)
    scattered ^= scattered >> np.uint32(15)
    scattered *= np.uint32(0x27D4EB2F)
    scattered ^= scattered >> np.uint32(13)
    return scattered


def shifted(row: Codes, offset: int) -> Codes:
    """Return the row whose i-th item is item i + offset; what falls outside is 0."""
    moved = np.zeros(len(row), dtype=np.uint32)
    shift(row, offset, moved)
    return moved


def shift(row: Codes, offset: int, into: Codes) -> None:
    """Write item i + offset of a row to place i of another, which has zeros where none falls."""
    if offset >= 0:
        into[: len(row) - offset] = row[offset:]
    else:
        into[-offset:] = row[:offset]


def grams(codes: Codes, longest: int) -> Codes:
    """Return hashes of the 1-, 2- … `longest`-grams (rows) that start at each character."""
    rows = np.zeros((longest, len(codes)), dtype=np.uint32)
    rows[0] = codes * FIRST
    for length in range(1, longest):
        shift(rows[0], length, rows[length])
        rows[length] += (rows[length - 1] ^ (rows[length - 1] >> np.uint32(16))) * SECOND
    return rows


def runs(found: npt.NDArray[np.bool_]) -> tuple[Places, Places, Places]:
    """Return the runs that a table marks where they start, row 0 those of two characters, row 1 those of three ….

    Returned are the length of each less one, its first and its last character, shorter ones first; none goes
    over the end.
    """
    lengths, first = np.nonzero(found)
    lengths += 1
    last = first + lengths
    inside = last < found.shape[1]
    return lengths[inside], first[inside], last[inside]
