"""A linear model over characters that finds names: features, weights, best path.

A text becomes a row of character codes; every feature is an n-gram, a character class or a
lexicon match in a window around a character, hashed to 31 bits. The upper bits choose a slot
of a table, the lower bits must agree with the fingerprint kept there, and the slot names a row
of weights, one weight a tag. Scores are sums of rows, tags the best path (Viterbi) over all
sentences of a batch at once. Everything is numpy gathers: no loop runs over characters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final, TypeAlias
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from newsie.errors import ModelError

Codes: TypeAlias = npt.NDArray[np.uint32]
Scores: TypeAlias = npt.NDArray[np.float32]
Found: TypeAlias = tuple[str, int, int]
"""A label and the half-open range of its characters in a text."""

LABELS: Final = ("PERSON", "ORG", "PLACE", "TITLE")
TAGS: Final = ("O", *(f"{position}-{label}" for label in LABELS for position in "BIES"))
MARGIN: Final = 4
"""Empty characters between two texts, so that no window sees into its neighbour."""

SLOT_BITS: Final = 22
PRINT_BITS: Final = 9
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
    for mark, normal in zip("\"'‘’「」『』\t\r\u3000", "“““”“”“”   ", strict=True):
        codes[ord(mark)] = ord(normal)
    return codes


_NORMAL: Final = _normal_codes()


def encode(texts: Sequence[str]) -> tuple[Codes, npt.NDArray[np.int64]]:
    """Return the normalised character codes of `texts` in one row, and where each text starts.

    >>> codes, starts = encode(["甲1", "乙"])
    >>> [chr(code) for code in codes[starts]], len(codes)
    (['甲', '乙'], 15)
    """
    lengths = np.array([0, *(len(text) + MARGIN for text in texts)], dtype=np.int64)
    starts = MARGIN + np.cumsum(lengths)[:-1]
    gap = "\0" * MARGIN
    row = gap + gap.join(texts) + gap
    raw = np.frombuffer(row.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
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


@dataclass(frozen=True, slots=True)
class Weights:
    """A trained model.

    Attributes:
        lexicon: characters and words the features look up.
        slots: for each slot the row of weights and the fingerprint of the feature that owns it.
        rows: weights, one row a feature, one column a tag; row 0 is nothing.
        transitions: the score of a tag (column) after a tag (row); impossible ones hugely negative.
    """

    lexicon: Lexicon
    slots: Codes
    rows: Scores
    transitions: Scores

    def scores(self, codes: Codes) -> Scores:
        """Return the score of every tag at every character."""
        total = np.zeros((len(codes), len(TAGS)), dtype=np.float32)
        for hashes in features(codes, self.lexicon):
            total += self.rows[find_rows(hashes, self.slots)]
        return total


def find_rows(hashes: Codes, slots: Codes) -> Codes:
    """Return the row of each feature, 0 for those that the model does not know."""
    packed = slots[hashes >> np.uint32(32 - SLOT_BITS)]
    return np.where(_prints(packed) == _prints(hashes), packed >> np.uint32(PRINT_BITS), np.uint32(0))


def _prints(values: Codes) -> Codes:
    return values & np.uint32((1 << PRINT_BITS) - 1)


def fill_slots(hashes: Codes) -> Codes:
    """Return the slots of features given in the order of their rows; row 1 is the first, no two share a slot."""
    slots = np.zeros(1 << SLOT_BITS, dtype=np.uint32)
    rows = np.arange(1, len(hashes) + 1, dtype=np.uint32)
    slots[hashes >> np.uint32(32 - SLOT_BITS)] = (rows << np.uint32(PRINT_BITS)) | _prints(hashes)
    return slots


def possible_transitions() -> npt.NDArray[np.bool_]:
    """Return which tag (column) may follow which tag (row); O stands for both ends too."""
    possible = np.zeros((len(TAGS), len(TAGS)), dtype=np.bool_)
    for row, before in enumerate(TAGS):
        for column, after in enumerate(TAGS):
            if before[0] in "BI":
                possible[row, column] = after[0] in "IE" and after[1:] == before[1:]
            else:
                possible[row, column] = after[0] in "OBS"
    return possible


def best_tags(
    scores: Scores, starts: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64], transitions: Scores
) -> npt.NDArray[np.uint8]:
    """Return the best path of every sentence, laid out as `scores` is; 0 where there is no sentence."""
    order = np.argsort(-lengths, kind="stable")
    starts, lengths = starts[order], lengths[order]
    tags = np.zeros(len(scores), dtype=np.uint8)
    if not len(lengths) or not lengths[0]:
        return tags
    active = np.searchsorted(-lengths, -np.arange(1, lengths[0] + 1), side="right")
    columns = np.ascontiguousarray(transitions.T)
    path = columns[:, 0] + scores[starts[: active[0]]]
    back = [np.zeros((0, 0), dtype=np.uint8)]
    ends = np.zeros(len(lengths), dtype=np.uint8)
    for step in range(1, int(lengths[0])):
        count = active[step]
        if count < len(path):
            ends[count : len(path)] = (path[count:] + transitions[:, 0]).argmax(axis=1)
        choices = path[:count, None, :] + columns
        best = choices.argmax(axis=2)
        back.append(best.astype(np.uint8))
        path = np.take_along_axis(choices, best[:, :, None], axis=2)[:, :, 0] + scores[starts[:count] + step]
    ends[: len(path)] = (path + transitions[:, 0]).argmax(axis=1)
    _walk_back(tags, back, ends, starts, active)
    return tags


def _walk_back(
    tags: npt.NDArray[np.uint8],
    back: Sequence[npt.NDArray[np.uint8]],
    ends: npt.NDArray[np.uint8],
    starts: npt.NDArray[np.int64],
    active: npt.NDArray[np.int64],
) -> None:
    current = ends.copy()
    for step in range(len(active) - 1, -1, -1):
        count = active[step]
        tags[starts[:count] + step] = current[:count]
        if step:
            current[:count] = np.take_along_axis(back[step], current[:count, None], axis=1)[:, 0]


_SENTENCE_ENDS: Final = frozenset(map(ord, "。！？；\n"))
_LONGEST_SENTENCE: Final = 256


def sentences(
    codes: Codes, starts: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return where the sentences of all texts start, and their lengths: no path runs on past 。！？；."""
    breaks = np.isin(codes, list(_SENTENCE_ENDS))
    breaks |= codes == 0
    edges = np.flatnonzero(breaks)
    begins = np.concatenate([[0], edges + 1])
    sizes = np.concatenate([edges, [len(codes)]]) - begins
    begins, sizes = begins[sizes > 0], sizes[sizes > 0]
    if not (sizes > _LONGEST_SENTENCE).any():
        return begins, sizes
    pieces = [
        (begin + at, min(_LONGEST_SENTENCE, size - at))
        for begin, size in zip(begins.tolist(), sizes.tolist(), strict=True)
        for at in range(0, size, _LONGEST_SENTENCE)
    ]
    cut = np.array(pieces, dtype=np.int64)
    return cut[:, 0], cut[:, 1]


def spans_of(tags: npt.NDArray[np.uint8]) -> Iterator[Found]:
    """Yield the names in a row of tags, in their order."""
    marks = np.flatnonzero((tags > 0) & ((tags % 4 == 1) | (tags % 4 == 0)))
    singles = marks[tags[marks] % 4 == 0]
    begins = marks[tags[marks] % 4 == 1]
    ends = np.flatnonzero((tags > 0) & (tags % 4 == 3)) + 1
    found = [(int(start), int(end)) for start, end in zip(begins, ends, strict=True)]
    found += [(int(place), int(place) + 1) for place in singles]
    for start, end in sorted(found):
        yield LABELS[(int(tags[start]) - 1) // 4], start, end


@dataclass(frozen=True, slots=True)
class Tagger:
    """Find names in texts."""

    weights: Weights
    batch: int = 50_000

    def __call__(self, texts: Sequence[str]) -> list[tuple[Found, ...]]:
        """Return the names of each text, sorted by place, none overlapping another."""
        results: list[tuple[Found, ...]] = []
        for part in _batches(texts, self.batch):
            results += self._tag(part)
        return results

    def _tag(self, texts: Sequence[str]) -> list[tuple[Found, ...]]:
        codes, starts = encode(texts)
        begins, lengths = sentences(codes, starts)
        tags = best_tags(self.weights.scores(codes), begins, lengths, self.weights.transitions)
        results: list[list[Found]] = [[] for _ in texts]
        edges = starts.tolist()
        text = 0
        for label, start, end in spans_of(tags):
            while text + 1 < len(edges) and edges[text + 1] <= start:
                text += 1
            results[text].append((label, start - edges[text], end - edges[text]))
        return [tuple(found) for found in results]


def _batches(texts: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Yield runs of texts of about `size` characters."""
    first, total = 0, 0
    for index, text in enumerate(texts):
        total += len(text)
        if total >= size:
            yield texts[first : index + 1]
            first, total = index + 1, 0
    if first < len(texts):
        yield texts[first:]


def save_weights(weights: Weights, hashes: Codes, path: Path, *, scale: float = 16.0) -> None:
    """Write a model as one compressed npz: weights as bytes (w · `scale`), features by their hashes.

    Args:
        hashes: the features in the order of the rows, row 0 left out.
    """
    order = np.argsort(hashes, kind="stable")
    np.savez_compressed(
        path,
        hashes=np.diff(hashes[order], prepend=np.uint32(0)),
        rows=np.ascontiguousarray(
            np.clip(np.rint(weights.rows[1:][order] * scale), -127, 127).astype(np.int8).T
        ),
        scale=np.float32(scale),
        transitions=weights.transitions,
        classes=weights.lexicon.classes,
        kinds=np.packbits(np.unpackbits(weights.lexicon.kinds[:, None], axis=1)[:, -2:].T, axis=1),
        tags=np.array(TAGS),
    )


def load_weights(source: Path | bytes) -> Weights:
    """Read what `save_weights` wrote, from its file or from the bytes of it.

    Raises:
        ModelError: the file is missing, damaged or of another kind.
    """
    name = source if isinstance(source, Path) else "bytes"
    try:
        with np.load(source if isinstance(source, Path) else BytesIO(source), allow_pickle=False) as stored:
            if tuple(stored["tags"].tolist()) != TAGS:
                raise ModelError(f"{name}: trained for other tags; retrain it with models/train")
            return _unpacked(stored)
    except FileNotFoundError as error:
        raise ModelError(f"{name}: no such file; build it with models/train, or reinstall newsie") from error
    except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
        raise ModelError(f"{name}: not a file of name weights ({error}); reinstall newsie") from error


def _unpacked(stored: np.lib.npyio.NpzFile) -> Weights:
    hashes = np.cumsum(stored["hashes"], dtype=np.uint32)
    rows = np.zeros((len(hashes) + 1, len(TAGS)), dtype=np.float32)
    rows[1:] = stored["rows"].T / stored["scale"]
    bits = np.unpackbits(stored["kinds"], axis=1)
    lexicon = Lexicon(stored["classes"], bits[0] * np.uint8(PLACE) + bits[1] * np.uint8(WORD))
    return Weights(lexicon, fill_slots(hashes), rows, stored["transitions"])
