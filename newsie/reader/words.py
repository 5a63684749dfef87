"""The likeliest words of a text by the frequencies of a dictionary (一元分词), for the features of names.

Not the segmentation that a Doc gets: coarser, but of four million characters a second, all
sentences of a batch together. Every word has a class, words used alike share one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from newsie.reader.hashes import Codes, Places, mixed
from newsie.reader.paths import SENTENCE_ENDS, sentences, side_by_side

LONGEST: Final = 6
"""Characters of the longest word."""

SLOT_BITS: Final = 22
_LOW_BITS: Final = 32 - SLOT_BITS
_SHIFT: Final = np.uint32(_LOW_BITS)
_USED: Final = np.uint32(1 << 31)
_LOW: Final = np.uint32((1 << _LOW_BITS) - 1)
_BYTE: Final = np.uint32(0xFF)
_NO_WORD: Final = np.float32(1e6)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a dictionary.

    Attributes:
        hashes: of the words of two to `LONGEST` characters, mixed, ascending.
        values: of each cost * 256 + class; a word's cost is what is lost by its rarity.
        singles: the same for each character code as a word of its own.
        slots: where each word's hash and value are looked up.
    """

    hashes: Codes
    values: npt.NDArray[np.uint16]
    singles: npt.NDArray[np.uint16]
    slots: Codes

    @classmethod
    def of(cls, hashes: Codes, values: npt.NDArray[np.uint16], singles: npt.NDArray[np.uint16]) -> Vocabulary:
        """Return the vocabulary of words whose hashes ascend; of two in one slot the cheaper is looked up."""
        slots = np.zeros(1 << SLOT_BITS, dtype=np.uint32)
        order = np.argsort(-values.astype(np.int64), kind="stable")
        entries = _USED | (hashes & _LOW) << np.uint32(16) | values.astype(np.uint32)
        slots[hashes[order] >> _SHIFT] = entries[order]
        return cls(hashes, values, singles, slots)

    @classmethod
    def empty(cls) -> Vocabulary:
        """Return a vocabulary in which every character is a word."""
        none = np.zeros(0, dtype=np.uint16)
        return cls.of(none.astype(np.uint32), none, np.zeros(1 << 16, dtype=np.uint16))

    def find(self, grams: Codes) -> tuple[Places, Codes]:
        """Return which hashes of runs of characters are words, and the values of those."""
        hashes = mixed(grams, 0)
        entries = self.slots[hashes >> _SHIFT]
        places = np.flatnonzero(entries >> np.uint32(16) == (_USED >> np.uint32(16) | hashes & _LOW))
        return places, entries[places] & np.uint32(0xFFFF)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a row of codes, which they cover.

    Attributes:
        starts: where each word starts.
        lengths: how many characters it has.
        hashes: of its characters, not mixed.
        classes: its class, from 1.
        of_character: for each character which word it belongs to.
    """

    starts: Places
    lengths: Places
    hashes: Codes
    classes: Codes
    of_character: Places


def cut(codes: Codes, rows: Sequence[Codes], vocabulary: Vocabulary) -> Words:
    """Return the words of a row of codes.

    Args:
        codes: see `newsie.reader.characters.encode`.
        rows: its runs of characters, see `newsie.reader.hashes.grams`.
        vocabulary: the words to cut into; a character in none is a word.
    """
    costs = np.full((len(codes), LONGEST), _NO_WORD, dtype=np.float32)
    costs[:, 0] = vocabulary.singles[codes] >> np.uint16(8)
    for length in range(2, LONGEST + 1):
        places, values = vocabulary.find(rows[length - 1])
        inside = places + length <= len(codes)
        costs[places[inside] + length - 1, length - 1] = values[inside] >> np.uint32(8)
    begins, lengths = sentences(codes, SENTENCE_ENDS)
    edges = np.zeros(len(codes) + 1, dtype=np.int8)
    edges[begins] += 1
    edges[begins + lengths] -= 1
    starts = np.cumsum(edges[:-1], dtype=np.int8) == 0  # outside of sentences every character is a word
    starts[_word_starts(_last_words(costs, begins, lengths), begins, lengths)] = True
    return _with_values(codes, rows, np.flatnonzero(starts), vocabulary)


def _last_words(costs: npt.NDArray[np.float32], begins: Places, lengths: Places) -> npt.NDArray[np.uint8]:
    """Return for each character how long the last word of the cheapest cut up to it is, less one."""
    places, steps = side_by_side(begins, lengths)
    costs_of = np.ascontiguousarray(costs[places].T)
    chosen = np.zeros(len(places), dtype=np.uint8)
    # what the cheapest cut costs up to the character before, the one before that …, in each sentence (column)
    before = np.zeros((LONGEST, steps[0].stop if steps else 0), dtype=np.float32)
    for step in steps:
        before = before[:, : step.stop - step.start]
        totals = costs_of[:, step] + before
        chosen[step] = totals.argmin(axis=0)
        before[1:] = before[:-1]
        np.minimum.reduce(totals, axis=0, out=before[0])
    found = np.zeros(len(costs), dtype=np.uint8)
    found[places] = chosen
    return found


def _word_starts(chosen: npt.NDArray[np.uint8], begins: Places, lengths: Places) -> Places:
    """Return where the words of all sentences start, from the last of each backwards."""
    found = [np.zeros(0, dtype=np.int64)]
    last = begins + lengths - 1
    while len(last):
        starts = np.maximum(last - chosen[last], begins)
        found.append(starts)
        left = starts > begins
        last, begins = starts[left] - 1, begins[left]
    return np.concatenate(found)


def _with_values(codes: Codes, rows: Sequence[Codes], starts: Places, vocabulary: Vocabulary) -> Words:
    lengths = np.minimum(np.diff(starts, append=len(codes)), LONGEST)
    hashes = np.zeros(len(starts), dtype=np.uint32)
    classes = np.zeros(len(starts), dtype=np.uint32)
    for length in range(1, LONGEST + 1):
        words = np.flatnonzero(lengths == length)
        hashes[words] = rows[length - 1][starts[words]]
        if length == 1:
            classes[words] = vocabulary.singles[codes[starts[words]]] & np.uint16(0xFF)
        else:
            places, values = vocabulary.find(hashes[words])
            classes[words[places]] = values & _BYTE
    of_character = np.repeat(np.arange(len(starts)), np.diff(starts, append=len(codes)))
    return Words(starts, lengths, hashes, classes + np.uint32(1), of_character)
