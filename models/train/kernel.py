"""The inner loop of training, compiled by numba: forward-backward over free and allowed paths, AdaGrad steps."""

# numba infers the types of arrays, and inlined loops are what it compiles best
# ruff: noqa: ANN001, ANN201, ANN202, C901, PLR0912, PLR0913, PLR0915, PLR0917, PLR1730
# mypy: disable-error-code="no-untyped-def"

from __future__ import annotations

import numba
import numpy as np


@numba.njit(fastmath=True, cache=False)
def _backward_forward(emit, trans, mask, length, gamma, alpha, beta, scale):
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


@numba.njit(fastmath=True, cache=False)
def _edges(emit, trans, mask, length, alpha, beta, scale, grad, sign):
    tags = trans.shape[0]
    for y in range(tags):
        grad[0, y] += sign * alpha[0, y] * beta[0, y]
        grad[y, 0] += sign * alpha[length - 1, y] * beta[length - 1, y]
    for t in range(1, length):
        for x in range(tags):
            for y in range(tags):
                if (mask[t] >> np.uint32(y)) & np.uint32(1):
                    grad[x, y] += sign * alpha[t - 1, x] * trans[x, y] * emit[t, y] * beta[t, y] * scale[t]


@numba.njit(fastmath=True, cache=False)
def visit_all(
    rows,
    masks,
    begins,
    lengths,
    weights,
    kinds,
    order,
    table,
    sums,
    trans,
    trans_sums,
    possible,
    rate,
    keep,
    own,
    own_sums,
    size,
    first,
):
    """Visit every sentence once; return the number of characters that moved a weight.

    A feature has a row of weights in `table` for all corpora, and one in `own`, of tags from `first`
    on, for each kind of labelling; a sentence of kind 0 knows only the common one.
    """
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
        shift = np.int64(kinds[index]) * size - size
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
                    if shift >= 0:
                        for y in range(own.shape[1]):
                            emit[t, first + y] += own[row + shift, y]
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
                        step = free[t, y]
                        sums[row, y] += step * step
                        table[row, y] -= rate * step / np.sqrt(sums[row, y] + np.float32(1e-6))
                    if shift >= 0:
                        for y in range(own.shape[1]):
                            step = free[t, first + y]
                            own_sums[row + shift, y] += step * step
                            own[row + shift, y] -= (
                                rate * step / np.sqrt(own_sums[row + shift, y] + np.float32(1e-6))
                            )
    return moved
