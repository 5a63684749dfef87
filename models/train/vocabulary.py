"""Make the dictionary that texts are cut into for the name model, and classes of words used alike.

Words and their frequencies come from jieba's dictionary (names of persons left out: what makes a
name is learnt, not looked up), from pd199801 and from the gazetteer. All texts are cut with it
once; words are then grouped by their neighbours: counts of left and right neighbours, weighted by
how much more often than by chance they meet, reduced to a few dimensions, and clustered.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import jieba
import numpy as np
import numpy.typing as npt
from scipy import sparse
from segmentation import Word

from newsie.reader.characters import encode
from newsie.reader.hashes import Codes, grams, mixed
from newsie.reader.words import LONGEST, Vocabulary, cut
from newsie.text import fold

Ids = npt.NDArray[np.int64]
Vectors = npt.NDArray[np.float32]

_PAPER = 20
"""How often a word of pd199801 counts beside jieba's counts, which come from sixty times as much text."""
_LEAST_PLACE = 30
_COST = 12
_RAREST = 250
_NEIGHBOURS = 4000
"""How many frequent words count as neighbours."""
_SEEN = 5
"""How often a word must be seen to be put into a class by its use; others are by their part of speech."""
_DIMENSIONS = 64
_CLASSES = 230
_FIRST_CLASS = 20
_SPEECH = {"ns": 1, "nt": 2, "nz": 3, "nrt": 4, "i": 5, "l": 5, "v": 6, "a": 7}


def make_vocabulary(
    paragraphs: Sequence[Sequence[Word]], places: Iterable[str], texts: Sequence[str]
) -> Vocabulary:
    """Return the vocabulary of jieba, pd199801 and `places`, with classes learnt from folded `texts`."""
    frequencies, speech = _frequencies(paragraphs, places)
    words = sorted(frequencies, key=lambda word: (-frequencies[word], word))
    total = sum(frequencies.values())
    costs = np.array([min(_RAREST, round(-np.log(frequencies[word] / total) * _COST)) for word in words])
    hashes = _hashes(words)
    plain = _vocabulary(words, hashes, costs, np.zeros(len(words), dtype=np.int64))
    sequence = _sequence(texts, plain, hashes)
    classes = np.array([_SPEECH.get(speech.get(word, ""), 0) for word in words])
    seen, found = _clusters(sequence, len(words))
    classes[seen] = _FIRST_CLASS + found
    return _vocabulary(words, hashes, costs, classes)


def raw_texts(path: Path) -> Iterator[str]:
    """Yield the folded texts of a file of JSON lines with `title` and `text`."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            yield fold(f"{item['title']}\n{item['text']}")


def _frequencies(
    paragraphs: Sequence[Sequence[Word]], places: Iterable[str]
) -> tuple[Counter[str], dict[str, str]]:
    """Return how frequent each word is, and the parts of speech that jieba gives."""
    frequencies: Counter[str] = Counter()
    speech: dict[str, str] = {}
    dictionary = Path(jieba.__file__).parent / "dict.txt"
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        word, count, tag = line.split()
        if len(word) <= LONGEST and not (tag == "nr" and len(word) > 1):
            frequencies[fold(word)] += int(count)
            speech[fold(word)] = tag
    for words in paragraphs:
        for word, tag in words:
            if tag != "nr" and len(word) <= LONGEST and not any(char in "0123456789.%·" for char in word):
                frequencies[word] += _PAPER
    for place in places:
        frequencies[place] = max(frequencies[place], _LEAST_PLACE)
    return frequencies, speech


def _hashes(words: Sequence[str]) -> Codes:
    codes, starts = encode(words)
    rows = grams(codes, LONGEST)
    picked = [rows[len(word) - 1][start] for word, start in zip(words, starts, strict=True)]
    return np.array(picked, dtype=np.uint32)


def _vocabulary(words: Sequence[str], hashes: Codes, costs: Ids, classes: Ids) -> Vocabulary:
    values = (costs * 256 + classes).astype(np.uint16)
    singles = np.full(1 << 16, _RAREST * 256, dtype=np.uint16)
    lengths = np.array([len(word) for word in words])
    for index in np.flatnonzero(lengths == 1).tolist():
        singles[min(ord(words[index]), 0xFFFF)] = values[index]
    long = np.flatnonzero(lengths > 1)
    known, first = np.unique(mixed(hashes[long]), return_index=True)
    return Vocabulary.of(known, values[long[first]], singles)


def _sequence(texts: Sequence[str], vocabulary: Vocabulary, hashes: Codes) -> Ids:
    """Return all texts as one row of word numbers; -1 for what is in no dictionary."""
    order = np.argsort(hashes, kind="stable")
    ascending = hashes[order]
    found = []
    for at in range(0, len(texts), 500):
        codes, _ = encode(texts[at : at + 500])
        words = cut(codes, grams(codes, LONGEST), vocabulary)
        places = np.minimum(np.searchsorted(ascending, words.hashes), len(hashes) - 1)
        found.append(np.where(ascending[places] == words.hashes, order[places], -1))
    return np.concatenate(found)


def _clusters(sequence: Ids, size: int) -> tuple[Ids, Ids]:
    """Return the words seen often enough, and the class of each."""
    counts = np.bincount(sequence[sequence >= 0], minlength=size)
    seen = np.flatnonzero(counts >= _SEEN)
    vectors = _vectors(_meetings(sequence, seen, np.argsort(-counts, kind="stable")[:_NEIGHBOURS], size))
    weights = np.log1p(counts[seen]).astype(np.float32)
    return seen, _grouped(vectors, weights, np.argsort(-counts[seen], kind="stable")[:5000])


def _meetings(sequence: Ids, seen: Ids, neighbours: Ids, size: int) -> sparse.csr_matrix:
    """Return how often each seen word has each neighbour on its left, on its right, and one word off."""
    rows, columns = np.full(size, -1), np.full(size, -1)
    rows[seen], columns[neighbours] = np.arange(len(seen)), np.arange(len(neighbours))
    parts = []
    for offset in (-2, -1, 1, 2):
        words, others = sequence[2:-2], sequence[2 + offset : len(sequence) - 2 + offset]
        both = (words >= 0) & (others >= 0)
        row, column = rows[words[both]], columns[others[both]]
        known = (row >= 0) & (column >= 0)
        ones = np.ones(int(known.sum()), dtype=np.float32)
        shape = (len(seen), len(neighbours))
        parts.append(sparse.coo_matrix((ones, (row[known], column[known])), shape=shape).tocsr())
    return sparse.hstack([parts[1], parts[2], (parts[0] + parts[3]) * np.float32(0.5)]).tocsr()


def _vectors(counts: sparse.csr_matrix) -> Vectors:
    """Return a unit vector for each row: its neighbours' mutual information in few dimensions."""
    total = counts.sum()
    by_row = np.asarray(counts.sum(axis=1)).ravel() + 1e-9
    by_column = np.asarray(counts.sum(axis=0)).ravel() + 1e-9
    cells = counts.tocoo()
    shares = np.log(cells.data * total / (by_row[cells.row] * by_column[cells.col]))
    cells.data = np.maximum(shares, 0).astype(np.float32)
    table = cells.tocsr()
    basis = np.random.default_rng(1998).normal(size=(table.shape[1], _DIMENSIONS + 10)).astype(np.float32)
    reached = np.linalg.qr(table @ basis)[0]
    for _ in range(4):  # power iteration: the strong directions get stronger
        reached = np.linalg.qr(table @ np.linalg.qr(table.T @ reached)[0])[0]
    left, strength, _ = np.linalg.svd((table.T @ reached).T, full_matrices=False)
    vectors = (reached @ left)[:, :_DIMENSIONS] * np.sqrt(strength[:_DIMENSIONS])
    return np.asarray(vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9), dtype=np.float32)


def _grouped(vectors: Vectors, weights: Vectors, common: Ids) -> Ids:
    """Return the class of each vector by k-means, begun from some of the `common` ones."""
    start = np.random.default_rng(1998).choice(common, size=min(_CLASSES, len(common)), replace=False)
    centres = vectors[start]
    for _ in range(25):
        nearest = (vectors @ centres.T - (centres**2).sum(axis=1) / 2).argmax(axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, vectors * weights[:, None])
        totals = np.bincount(nearest, weights=weights, minlength=len(centres))
        filled = totals > 0
        centres[filled] = sums[filled] / totals[filled, None].astype(np.float32)
    return np.asarray((vectors @ centres.T - (centres**2).sum(axis=1) / 2).argmax(axis=1), dtype=np.int64)
