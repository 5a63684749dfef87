"""The likeliest words of a text by the frequencies of a dictionary (一元分词), for the features of names.

Not the segmentation that a Doc gets: coarser, but of four million characters a second, all
sentences of a batch together. Every word has a class, words used alike share one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from newsie.reader.hashes import Codes, Places, mixed, runs
from newsie.reader.paths import SENTENCE_ENDS, ends_of, sentences, side_by_side

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

    def find(self, grams: Codes) -> tuple[Places, Places, Places, Codes]:
        """Return which runs of two (row 0), three … characters are words: see `runs`; and their values."""
        hashes = mixed(grams)
        entries = self.slots.take(hashes >> _SHIFT)
        less_one, first, last = runs(entries >> np.uint32(16) == (_USED >> np.uint32(16) | hashes & _LOW))
        return less_one, first, last, entries[less_one - 1, first] & np.uint32(0xFFFF)


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


def cut(codes: Codes, rows: Codes, vocabulary: Vocabulary) -> Words:
    """Return the words of a row of codes.

    Args:
        codes: see `newsie.reader.characters.encode`.
        rows: its runs of characters, see `newsie.reader.hashes.grams`.
        vocabulary: the words to cut into; a character in none is a word.
    """
    size = len(codes)
    singles = vocabulary.singles[codes]
    less_one, first, last, values = vocabulary.find(rows[1:LONGEST])
    # by the length of a word less one, what it costs at its last character, and its class at its first
    costs = np.full((LONGEST, size), _NO_WORD, dtype=np.float32)
    costs[0] = singles >> np.uint16(8)
    costs[less_one, last] = values >> np.uint32(8)
    classes = np.zeros((LONGEST, size), dtype=np.uint32)
    classes[0] = singles & _BYTE
    classes[less_one, first] = values & _BYTE
    starts = _surely_starts(codes, first, last)
    begins = np.flatnonzero(starts)
    lengths = np.diff(begins, append=size)
    begins, lengths = begins[lengths > 1], lengths[lengths > 1]
    starts[_word_starts(_last_words(costs, begins, lengths), begins, lengths)] = True
    return _with_values(rows, np.flatnonzero(starts), classes)


def _surely_starts(codes: Codes, first: Places, last: Places) -> npt.NDArray[np.bool_]:
    """Tell of each character whether a word starts there however one cuts: none from `first` to `last` goes over its edge."""
    size = len(codes) + 1
    going_over = np.cumsum(np.bincount(first + 1, minlength=size) - np.bincount(last + 1, minlength=size))
    starts: npt.NDArray[np.bool_] = going_over[:-1] == 0
    starts |= ends_of(codes, SENTENCE_ENDS)
    starts[sentences(codes, SENTENCE_ENDS)[0]] = True
    return starts


def _last_words(costs: npt.NDArray[np.float32], begins: Places, lengths: Places) -> npt.NDArray[np.uint8]:
    """Return for each character how long the last word of the cheapest cut up to it is, less one."""
    places, steps = side_by_side(begins, lengths)
    costs_of = costs[:, places]
    chosen = np.zeros(len(places), dtype=np.uint8)
    # what the cheapest cut costs up to the character before, the one before that …, in each sentence (column)
    before = np.zeros((LONGEST, steps[0].stop if steps else 0), dtype=np.float32)
    for step in steps:
        before = before[:, : step.stop - step.start]
        totals = costs_of[:, step] + before
        chosen[step] = totals.argmin(axis=0)
        before[1:] = before[:-1]
        np.minimum.reduce(totals, axis=0, out=before[0])
    found = np.zeros(costs.shape[1], dtype=np.uint8)
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


def _with_values(rows: Codes, starts: Places, classes: Codes) -> Words:
    lengths = np.diff(starts, append=rows.shape[1])
    of_character = np.repeat(np.arange(len(starts)), lengths)
    lengths = np.minimum(lengths, LONGEST)
    return Words(
        starts, lengths, rows[lengths - 1, starts], classes[lengths - 1, starts] + np.uint32(1), of_character
    )
