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
from kernel import visit_all

from newsie.reader.characters import COUNT, Codes, Lexicon, encode, features
from newsie.reader.paths import TAGS, Scores, possible_transitions, sentences
from newsie.reader.weights import SLOT_BITS

_T = len(TAGS)


@dataclass(frozen=True, slots=True)
class Data:
    """Examples as arrays.

    Attributes:
        rows: for each character the rows of its features.
        masks: for each character the bits of its allowed tags.
        begins, lengths: the sentences.
        weights: how much each sentence counts.
    """

    rows: npt.NDArray[np.uint32]
    masks: npt.NDArray[np.uint32]
    begins: npt.NDArray[np.int64]
    lengths: npt.NDArray[np.int64]
    weights: npt.NDArray[np.float32]


def choose_features(texts: Sequence[str], lexicon: Lexicon, least: int) -> Codes:
    """Return the features that occur at least `least` times in `texts`, sorted."""
    codes, _ = encode(texts)
    inside = codes != 0
    kept = []
    for hashes in features(codes, lexicon):
        values, counts = np.unique(hashes[inside], return_counts=True)
        kept.append(values[counts >= least])
    return np.unique(np.concatenate(kept))


def prune(hashes: Codes, rows: Scores, most: int) -> tuple[Codes, Scores]:
    """Return the `most` features with the greatest weights, one a slot, sorted by hash, with their rows."""
    strength = np.abs(rows[1:]).max(axis=1)
    order = np.argsort(-strength, kind="stable")
    _, first = np.unique(hashes[order] >> np.uint32(32 - SLOT_BITS), return_index=True)
    kept = np.sort(order[np.sort(first)[:most]])
    return hashes[kept], np.concatenate([rows[:1], rows[1:][kept]])


def make_data(
    texts: Sequence[str],
    masks: Sequence[npt.NDArray[np.uint32]],
    importance: Sequence[float],
    lexicon: Lexicon,
    hashes: Codes,
) -> Data:
    """Return examples as arrays."""
    codes, starts = encode(texts)
    rows = np.empty((len(codes), COUNT), dtype=np.uint32)
    for column, values in enumerate(features(codes, lexicon)):
        places = np.minimum(np.searchsorted(hashes, values), len(hashes) - 1)
        rows[:, column] = np.where(hashes[places] == values, places + 1, 0)
    allowed = np.ones(len(codes), dtype=np.uint32)
    weights = np.ones(len(codes), dtype=np.float32)
    for start, mask, weight in zip(starts.tolist(), masks, importance, strict=True):
        allowed[start : start + len(mask)] = mask
        weights[start : start + len(mask)] = weight
    begins, lengths = _joined(*sentences(codes), allowed)
    return Data(rows, allowed, begins, lengths, weights[begins])


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


def fit(data: Data, size: int, plan: Plan) -> tuple[Scores, Scores]:
    """Return the rows of weights (row 0 is nothing) of `size` features, and the transitions."""
    table = np.zeros((size + 1, _T), dtype=np.float32)
    sums = np.full((size + 1, _T), 0.1, dtype=np.float32)
    trans = np.zeros((_T, _T), dtype=np.float32)
    trans_sums = np.ones((_T, _T), dtype=np.float32)
    possible = possible_transitions()
    random = np.random.default_rng(plan.seed)
    for epoch in range(plan.epochs):
        order = random.permutation(len(data.begins))
        pace = np.float32(plan.rate * (1 - epoch / plan.epochs) ** 0.5)
        moved = visit_all(
            data.rows, data.masks, data.begins, data.lengths, data.weights, order,
            table, sums, trans, trans_sums, possible, pace, np.float32(plan.keep),
        )  # fmt: skip
        print(f"epoch {epoch + 1}: {moved} characters moved a weight", flush=True)
    transitions = np.where(possible, trans, np.float32(-1e4)).astype(np.float32)
    return table * np.float32(plan.keep), transitions
