"""Fit the weights of the name model: a conditional random field over partly known paths.

Sentences are visited one by one in a fixed random order; the gradient is the difference of the
expected features over all paths and over the allowed ones; steps are AdaGrad's. Compiled by
numba: about 300 thousand characters a second on one core.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from corpora import Example
from kernel import visit_all

from newsie.reader.characters import COUNT, Lexicon, encode, features
from newsie.reader.hashes import Codes
from newsie.reader.paths import SENTENCE_ENDS, TAGS, Scores, possible_transitions, sentences
from newsie.reader.weights import SLOT_BITS

_T = len(TAGS)
_FIRST, _LAST = TAGS.index("B-ORG"), TAGS.index("S-PLACE") + 1
"""Tags that corpora give by rules of their own; on persons and offices they agree."""


Rows = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Part:
    """Examples of one corpus.

    Attributes:
        examples: its texts.
        importance: how much each counts.
        kind: corpora that label alike are of one kind, from 1; 0 for one that only adds to what is
            common to all kinds.
    """

    examples: Sequence[Example]
    importance: float
    kind: int


@dataclass(frozen=True, slots=True)
class Data:
    """Examples as arrays.

    Attributes:
        rows: for each character the rows of its features.
        masks: for each character the bits of its allowed tags.
        begins, lengths: the sentences.
        weights: how much each sentence counts.
        kinds: how each is labelled.
    """

    rows: Rows
    masks: npt.NDArray[np.uint32]
    begins: npt.NDArray[np.int64]
    lengths: npt.NDArray[np.int64]
    weights: npt.NDArray[np.float32]
    kinds: npt.NDArray[np.uint32]


def index_features(codes: Codes, lexicon: Lexicon) -> tuple[Codes, Rows]:
    """Return the features that occur more than once in `codes`, and for each character its features' numbers.

    A number is the feature's place among the hashes, from 1; features that occur once are 0.
    """
    inside = codes != 0
    hashes = list[Codes]()
    rows = np.zeros((len(codes), COUNT), dtype=np.uint32)
    known = 0
    for column, values in enumerate(features(codes, lexicon)):
        values[~inside] = 0
        order = np.argsort(values, kind="stable")
        ascending = values[order]
        new = np.diff(ascending, prepend=ascending[0]) != 0
        groups = np.cumsum(new)
        often = np.bincount(groups) > 1
        often[groups[ascending == 0][:1]] = False
        numbers = np.where(often, known + np.cumsum(often), 0).astype(np.uint32)
        rows[order, column] = numbers[groups]
        hashes.append(ascending[np.concatenate([[0], np.flatnonzero(new)])][often])
        known += int(often.sum())
    return np.concatenate(hashes), rows


def prune(hashes: Codes, rows: Scores, most: int) -> tuple[Codes, Scores]:
    """Return the `most` features with the greatest weights, one a slot, sorted by hash, with their rows."""
    strength = np.abs(rows[1:]).max(axis=1)
    order = np.argsort(-strength, kind="stable")
    _, first = np.unique(hashes[order] >> np.uint32(32 - SLOT_BITS), return_index=True)
    kept = order[np.sort(first)[:most]]
    kept = kept[np.argsort(hashes[kept], kind="stable")]
    return hashes[kept], np.concatenate([rows[:1], rows[1:][kept]])


def make_data(parts: Sequence[Part], lexicon: Lexicon) -> tuple[Codes, Data]:
    """Return the features of all parts, and their examples as arrays."""
    examples = [item for part in parts for item in part.examples]
    codes, starts = encode([item.text for item in examples])
    hashes, rows = index_features(codes, lexicon)
    allowed = np.ones(len(codes), dtype=np.uint32)
    for start, item in zip(starts.tolist(), examples, strict=True):
        allowed[start : start + len(item.masks)] = item.masks
    begins, lengths = _joined(*sentences(codes, SENTENCE_ENDS), allowed)
    text = np.searchsorted(starts, begins, side="right") - 1
    sizes = [len(part.examples) for part in parts]
    weights = np.repeat(np.array([part.importance for part in parts], dtype=np.float32), sizes)
    kinds = np.repeat(np.array([part.kind for part in parts], dtype=np.uint32), sizes)
    return hashes, Data(rows, allowed, begins, lengths, weights[text], kinds[text])


_CLOSED = np.uint32(sum(1 << tag for tag, name in enumerate(TAGS) if name[0] in "BI"))
_OPEN = np.uint32(((1 << _T) - 1) & ~int(_CLOSED))


def _joined(
    begins: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64], allowed: npt.NDArray[np.uint32]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Drop sentences that begin or end in the middle of a name: they have no allowed path."""
    last = allowed[begins + lengths - 1]
    starts_inside = (allowed[begins] & _BEGINNING) == 0
    whole = ((last & _OPEN) != 0) & ~starts_inside
    return begins[whole], lengths[whole]


_BEGINNING = np.uint32(sum(1 << tag for tag, name in enumerate(TAGS) if name[0] in "OBS"))


@dataclass(frozen=True, slots=True)
class Plan:
    """How to fit.

    Attributes:
        epochs: how often each sentence is visited.
        rate: the first step's size; it falls with the root of what is left to do.
        keep: the share of features looked at in each visit, so that rare ones learn beside common ones.
        seed: of the order of sentences.
    """

    epochs: int = 5
    rate: float = 0.1
    keep: float = 0.9
    seed: int = 1998


def fit(data: Data, size: int, plan: Plan, kind: int) -> tuple[Scores, Scores]:
    """Return the weights of `size` features for texts to be labelled as `kind` is (row 0 is nothing), and the transitions."""
    kinds = int(data.kinds.max())
    table = np.zeros((size + 1, _T), dtype=np.float32)
    sums = np.full((size + 1, _T), 0.1, dtype=np.float32)
    own = np.zeros((size * kinds + 1, _LAST - _FIRST), dtype=np.float32)
    own_sums = np.full(own.shape, 0.1, dtype=np.float32)
    trans = np.zeros((_T, _T), dtype=np.float32)
    trans_sums = np.ones((_T, _T), dtype=np.float32)
    possible = possible_transitions()
    random = np.random.default_rng(plan.seed)
    for epoch in range(plan.epochs):
        order = random.permutation(len(data.begins))
        pace = np.float32(plan.rate * (1 - epoch / plan.epochs) ** 0.5)
        moved = visit_all(
            data.rows, data.masks, data.begins, data.lengths, data.weights, data.kinds, order,
            table, sums, trans, trans_sums, possible, pace, np.float32(plan.keep),
            own, own_sums, size, _FIRST,
        )  # fmt: skip
        print(f"epoch {epoch + 1}: {moved} characters moved a weight", flush=True)
    transitions = np.where(possible, trans, np.float32(-1e4)).astype(np.float32)
    table[1:, _FIRST:_LAST] += own[1 + (kind - 1) * size : 1 + kind * size]
    return table * np.float32(plan.keep), transitions
