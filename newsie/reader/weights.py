"""The weights of the name model: which features it knows, and what each says of every tag.

The upper bits of a feature's hash choose a slot, the lower bits must agree with the fingerprint
kept there, and the slot names a row of weights, one weight a tag.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final, TypeAlias
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from newsie.errors import ModelError
from newsie.reader.characters import COUNT, PLACE, WORD, Lexicon, features
from newsie.reader.hashes import Codes
from newsie.reader.paths import TAGS, Scores
from newsie.reader.words import Vocabulary

SLOT_BITS: Final = 22
PRINT_BITS: Final = 10
SCALE: Final = 16
"""Weights are kept in sixteenths, so that each is one byte."""

_AT_ONCE: Final = 1024
"""Characters whose weights are looked up together: as many as stay in a processor's cache."""

Rows: TypeAlias = npt.NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Weights:
    """A trained model.

    Attributes:
        lexicon: characters and words the features look up.
        slots: for each slot the row of weights and the fingerprint of the feature that owns it.
        rows: weights times `SCALE`, one row a feature, one column a tag; row 0 is nothing.
        transitions: the score of a tag (column) after a tag (row); impossible ones hugely negative.
    """

    lexicon: Lexicon
    slots: Codes
    rows: Rows
    transitions: Scores

    def scores(self, codes: Codes) -> Scores:
        """Return the score of every tag at every character.

        Sums of whole numbers are the same on every machine and in every order.
        """
        hashes = features(codes, self.lexicon)
        total = np.empty((len(codes), len(TAGS)), dtype=np.int16)
        said = np.empty((COUNT, min(_AT_ONCE, len(codes)), len(TAGS)), dtype=np.int8)
        for start in range(0, len(codes), _AT_ONCE):
            rows = find_rows(hashes[:, start : start + _AT_ONCE], self.slots)
            # into one buffer and without a check of bounds: twice as fast as indexing
            taken = np.take(self.rows, rows, axis=0, out=said[:, : rows.shape[1]], mode="clip")
            np.add.reduce(taken, axis=0, dtype=np.int16, out=total[start : start + _AT_ONCE])
        return total.astype(np.float32) / np.float32(SCALE)


def find_rows(hashes: Codes, slots: Codes) -> Codes:
    """Return the row of each feature, 0 for those that the model does not know."""
    rows = np.take(slots, hashes >> np.uint32(32 - SLOT_BITS), mode="clip")
    known = _prints(rows ^ hashes) == 0
    rows >>= np.uint32(PRINT_BITS)
    rows *= known
    return rows


def _prints(values: Codes) -> Codes:
    return values & np.uint32((1 << PRINT_BITS) - 1)


def fill_slots(hashes: Codes) -> Codes:
    """Return the slots of features given in the order of their rows; row 1 is the first, no two share a slot."""
    slots = np.zeros(1 << SLOT_BITS, dtype=np.uint32)
    rows = np.arange(1, len(hashes) + 1, dtype=np.uint32)
    slots[hashes >> np.uint32(32 - SLOT_BITS)] = (rows << np.uint32(PRINT_BITS)) | _prints(hashes)
    return slots


def in_bytes(rows: Scores) -> Rows:
    """Return rows of weights as they are kept."""
    return np.clip(np.rint(rows * SCALE), -127, 127).astype(np.int8)


def save_weights(weights: Weights, hashes: Codes, path: Path) -> None:
    """Write a model as one compressed npz.

    Args:
        weights: the model.
        hashes: its features in the order of the rows, row 0 left out.
        path: the file to write.
    """
    order = np.argsort(hashes, kind="stable")
    np.savez_compressed(
        path,
        hashes=np.diff(hashes[order], prepend=np.uint32(0)),
        rows=np.ascontiguousarray(weights.rows[1:][order].T),
        transitions=weights.transitions,
        classes=weights.lexicon.classes,
        kinds=np.packbits(np.unpackbits(weights.lexicon.kinds[:, None], axis=1)[:, -2:].T, axis=1),
        words=np.diff(weights.lexicon.vocabulary.hashes, prepend=np.uint32(0)),
        word_values=weights.lexicon.vocabulary.values,
        single_values=weights.lexicon.vocabulary.singles,
        tags=np.array(TAGS),
    )


def load_weights(source: Path | bytes) -> Weights:
    """Read what `save_weights` wrote, from its file or from the bytes of it.

    Raises:
        ModelError: the file is missing, damaged or of another kind.
    """
    name = source if isinstance(source, Path) else "bytes"
    try:
        content = source.read_bytes() if isinstance(source, Path) else source
        with np.load(BytesIO(content), allow_pickle=False) as stored:
            if tuple(stored["tags"].tolist()) != TAGS:
                raise ModelError(f"{name}: trained for other tags; retrain it with models/train")
            return _unpacked(stored)
    except FileNotFoundError as error:
        raise ModelError(f"{name}: no such file; build it with models/train, or reinstall newsie") from error
    except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
        raise ModelError(f"{name}: not a file of name weights ({error}); reinstall newsie") from error


def _unpacked(stored: np.lib.npyio.NpzFile) -> Weights:
    hashes = np.cumsum(stored["hashes"], dtype=np.uint32)
    rows = np.zeros((len(hashes) + 1, len(TAGS)), dtype=np.int8)
    rows[1:] = stored["rows"].T
    bits = np.unpackbits(stored["kinds"], axis=1)
    words = np.cumsum(stored["words"], dtype=np.uint32)
    vocabulary = Vocabulary.of(words, stored["word_values"], stored["single_values"])
    kinds = bits[0] * np.uint8(PLACE) + bits[1] * np.uint8(WORD)
    lexicon = Lexicon(stored["classes"], kinds, vocabulary)
    return Weights(lexicon, fill_slots(hashes), rows, stored["transitions"])
