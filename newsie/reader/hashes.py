"""Hashes of runs of characters, computed for all characters of a batch at once.

>>> row = np.array([0, 30002, 19993, 0], dtype=np.uint32)
>>> [len(grams) for grams in grams(row, 3)]
[4, 4, 4]
"""

from __future__ import annotations

from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

Codes: TypeAlias = npt.NDArray[np.uint32]
Places: TypeAlias = npt.NDArray[np.int64]

FIRST: Final = np.uint32(0x9E3779B1)
SECOND: Final = np.uint32(0x85EBCA77)


def mixed(hashes: Codes, salt: int) -> Codes:
    """Scatter hashes over 32 bits, differently for each salt, no two of them to the same place."""
    scattered = (hashes ^ np.uint32(salt * 0x9E3779B9 & 0xFFFFFFFF)) * np.uint32(0xC2B2AE3D)
    scattered ^= scattered >> np.uint32(15)
    scattered *= np.uint32(0x27D4EB2F)
    scattered ^= scattered >> np.uint32(13)
    return scattered


def shifted(row: Codes, offset: int) -> Codes:
    """Return the row whose i-th item is item i + offset; what falls outside is 0."""
    moved = np.zeros_like(row)
    if offset >= 0:
        moved[: len(row) - offset] = row[offset:]
    else:
        moved[-offset:] = row[:offset]
    return moved


def grams(codes: Codes, longest: int) -> list[Codes]:
    """Return hashes of the 1-, 2- … `longest`-grams that start at each character."""
    rows = [codes * FIRST]
    for length in range(2, longest + 1):
        rows.append((rows[-1] ^ (rows[-1] >> np.uint32(16))) * SECOND + shifted(codes, length - 1) * FIRST)
    return rows
