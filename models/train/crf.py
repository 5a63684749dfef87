"""Fit the weights of the name model: a conditional random field over partly known paths.

Sentences are visited one by one in a fixed random order; the gradient is the difference of the
expected features over all paths and over the allowed ones; steps are AdaGrad's. Compiled by
numba: about 300 thousand characters a second on one core.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numba
import numpy as np
import numpy.typing as npt

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


@numba.njit(fastmath=True, cache=True)
def _backward_forward(emit, trans, mask, length, gamma, alpha, beta, scale):  # type: ignore[no-untyped-def]  # pragma: no cover
    """Fill `gamma` with the probability of each tag at each character; return whether a path exists."""
    tags = trans.shape[0]
    for t in range(length):
        total = np.float32(0)
        for y in range(tags):
            value = np.float32(0)
            if (mask[t] >> np.uint32(y)) & np.uint32(1):
                if t == 0:
                    value = trans[0, y]
                else:
                    for x in range(tags):
                        value += alpha[t - 1, x] * trans[x, y]
                value *= emit[t, y]
            alpha[t, y] = value
            total += value
        if total <= np.float32(1e-30):
            return False
        scale[t] = np.float32(1) / total
        for y in range(tags):
            alpha[t, y] *= scale[t]
    total = np.float32(0)
    for y in range(tags):
        beta[length - 1, y] = trans[y, 0]
        total += alpha[length - 1, y] * trans[y, 0]
    if total <= np.float32(1e-30):
        return False
    for y in range(tags):
        beta[length - 1, y] /= total
    for t in range(length - 2, -1, -1):
        for x in range(tags):
            value = np.float32(0)
            for y in range(tags):
                if (mask[t + 1] >> np.uint32(y)) & np.uint32(1):
                    value += trans[x, y] * emit[t + 1, y] * beta[t + 1, y]
            beta[t, x] = value * scale[t + 1]
    for t in range(length):
        for y in range(tags):
            gamma[t, y] = alpha[t, y] * beta[t, y]
    return True


@numba.njit(fastmath=True, cache=True)
def _edges(emit, trans, mask, length, alpha, beta, scale, grad, sign):  # type: ignore[no-untyped-def]  # pragma: no cover
    tags = trans.shape[0]
    for y in range(tags):
        grad[0, y] += sign * alpha[0, y] * beta[0, y]
        grad[y, 0] += sign * alpha[length - 1, y] * beta[length - 1, y]
    for t in range(1, length):
        for x in range(tags):
            for y in range(tags):
                if (mask[t] >> np.uint32(y)) & np.uint32(1):
                    grad[x, y] += sign * alpha[t - 1, x] * trans[x, y] * emit[t, y] * beta[t, y] * scale[t]


@numba.njit(fastmath=True, cache=True)
def _epoch(
    rows, masks, begins, lengths, weights, order, table, sums, trans, trans_sums, possible, rate, decay, keep
):  # type: ignore[no-untyped-def]  # pragma: no cover
    """Visit every sentence once; return the number of characters that moved a weight."""
    tags, count = trans.shape[0], rows.shape[1]
    longest = lengths.max()
    emit = np.zeros((longest, tags), np.float32)
    alpha, beta = np.zeros((longest, tags), np.float32), np.zeros((longest, tags), np.float32)
    free, held = np.zeros((longest, tags), np.float32), np.zeros((longest, tags), np.float32)
    scale = np.zeros(longest, np.float32)
    every = np.full(longest, np.uint32((1 << tags) - 1))
    grad = np.zeros((tags, tags), np.float32)
    exps = np.zeros((tags, tags), np.float32)
    moved = 0
    state = np.uint64(88172645463325252)
    dropped = np.zeros((longest, count), np.bool_)
    for index in order:
        begin, length = begins[index], lengths[index]
        mask = masks[begin : begin + length]
        for x in range(tags):
            for y in range(tags):
                exps[x, y] = np.exp(trans[x, y]) if possible[x, y] else np.float32(0)
                grad[x, y] = 0
        for t in range(length):
            emit[t, :] = 0
            for k in range(count):
                state ^= state << np.uint64(13)
                state ^= state >> np.uint64(7)
                state ^= state << np.uint64(17)
                dropped[t, k] = np.float32(state & np.uint64(0xFFFF)) >= keep * np.float32(65536)
                row = rows[begin + t, k]
                if row and not dropped[t, k]:
                    for y in range(tags):
                        emit[t, y] += table[row, y]
            top = emit[t, 0]
            for y in range(1, tags):
                if emit[t, y] > top:
                    top = emit[t, y]
            for y in range(tags):
                emit[t, y] = np.exp(max(emit[t, y] - top, np.float32(-40)))
        if not _backward_forward(emit, exps, every, length, free, alpha, beta, scale):
            continue
        _edges(emit, exps, every, length, alpha, beta, scale, grad, np.float32(1))
        if not _backward_forward(emit, exps, mask, length, held, alpha, beta, scale):
            continue
        _edges(emit, exps, mask, length, alpha, beta, scale, grad, np.float32(-1))
        for x in range(tags):
            for y in range(tags):
                if possible[x, y]:
                    step = grad[x, y] * weights[index]
                    trans_sums[x, y] += step * step
                    trans[x, y] -= rate * step / np.sqrt(trans_sums[x, y] + np.float32(1e-6))
        for t in range(length):
            most = np.float32(0)
            for y in range(tags):
                free[t, y] = (free[t, y] - held[t, y]) * weights[index]
                most = max(most, abs(free[t, y]))
            if most < np.float32(1e-3):
                continue
            moved += 1
            for k in range(count):
                row = rows[begin + t, k]
                if row and not dropped[t, k]:
                    for y in range(tags):
                        step = free[t, y] + decay * table[row, y]
                        sums[row, y] += step * step
                        table[row, y] -= rate * step / np.sqrt(sums[row, y] + np.float32(1e-6))
    return moved


def fit(
    data: Data,
    size: int,
    *,
    epochs: int = 6,
    rate: float = 0.1,
    decay: float = 1e-4,
    keep: float = 1.0,
    seed: int = 1998,
) -> tuple[Scores, Scores]:
    """Return the rows of weights (row 0 is nothing) and the transitions.

    Args:
        size: how many features there are.
        keep: the share of features looked at in each visit (dropout keeps rare ones in use).
    """
    table = np.zeros((size + 1, _T), dtype=np.float32)
    sums = np.full((size + 1, _T), 0.1, dtype=np.float32)
    trans = np.zeros((_T, _T), dtype=np.float32)
    trans_sums = np.full((_T, _T), 1.0, dtype=np.float32)
    possible = possible_transitions()
    random = np.random.default_rng(seed)
    for epoch in range(epochs):
        order = random.permutation(len(data.begins))
        pace = rate * (1 - epoch / epochs) ** 0.5
        moved = _epoch(
            data.rows, data.masks, data.begins, data.lengths, data.weights, order,
            table, sums, trans, trans_sums, possible, np.float32(pace), np.float32(decay), np.float32(keep),
        )  # fmt: skip
        print(f"epoch {epoch + 1}: {moved} characters moved a weight", flush=True)
    transitions = np.where(possible, trans, np.float32(-1e4)).astype(np.float32)
    return table * np.float32(keep), transitions
