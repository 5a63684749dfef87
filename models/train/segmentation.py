"""Train the segmenter's weights: spacy-pkuseg on the People's Daily of January 1998.

usage: python segmentation.py CORPORA FOLDER
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import spacy_pkuseg
import srsly

from newsie import lexicon
from newsie.text import fold

Word = tuple[str, str]
"""A word and its part of speech."""

HELD_OUT = 10
"""Every tenth paragraph is kept back and only measured on."""

_COMPOUND = lexicon.words("surnames.tsv", "compound")
_ITEM = re.compile(r"(.+)/([A-Za-z]+)")


def read_words(path: Path) -> Iterator[list[Word]]:
    """Yield the paragraphs of pd199801 as folded words, surname and given name joined (江/nr 泽民/nr)."""
    for line in path.read_text(encoding="utf-8").splitlines():
        matches = (_ITEM.fullmatch(item.strip("[]")) for item in line.split())
        words = [match.groups() for match in matches if match]
        if words:
            yield list(_join_names(_fold_words([(word, tag) for word, tag in words])))


def _fold_words(words: Sequence[Word]) -> Iterator[Word]:
    folded, place = fold("".join(word for word, _ in words)), 0
    for word, tag in words:
        yield folded[place : place + len(word)], tag
        place += len(word)


def _join_names(words: Iterable[Word]) -> Iterator[Word]:
    surname = ""
    for word, tag in words:
        if surname and tag == "nr" and len(word) <= 2:
            yield surname + word, tag
            surname = ""
            continue
        if surname:
            yield surname, "nr"
            surname = ""
        if tag == "nr" and (len(word) == 1 or word in _COMPOUND):
            surname = word
        else:
            yield word, tag
    if surname:
        yield surname, "nr"


def train(corpus: Path, out: Path, scratch: Path, iterations: int = 8) -> float:
    """Train, prune and save the segmenter; return its F1 on the held-out tenth.

    Args:
        corpus: `199801.txt`.
        out: folder for `features.msgpack` and `weights.npz`.
        scratch: folder for training files, about 2 GB.
        iterations: passes over the data; about two minutes each.
    """
    scratch.mkdir(parents=True, exist_ok=True)
    paragraphs = list(read_words(corpus))
    parts = {
        "train": [words for index, words in enumerate(paragraphs) if index % HELD_OUT],
        "test": paragraphs[::HELD_OUT],
    }
    for name, part in parts.items():
        lines = (" ".join(word for word, _ in words) for words in part)
        (scratch / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    random.seed(1998)  # pkuseg shuffles with the global generator
    raw = scratch / "raw"
    spacy_pkuseg.train(str(scratch / "train.txt"), str(scratch / "test.txt"), str(raw), train_iter=iterations)
    prune(raw, out)
    return measure(out, parts["test"])


def prune(raw: Path, out: Path, least: float = 0.1) -> int:
    """Drop the features whose every weight is under `least`; return how many are left."""
    features = srsly.read_msgpack(raw / "features.msgpack")
    index: dict[str, int] = dict(features["feature_to_idx"])
    with np.load(raw / "weights.npz") as stored:
        sizes, weights = stored["sizes"], stored["w"]
    tags, count = int(sizes[0]), int(sizes[1])
    nodes = weights[: tags * count].reshape(count, tags)
    kept = [feature for feature, place in index.items() if place == 0 or _matters(nodes[place], least)]
    order = sorted(kept, key=lambda feature: index[feature])
    places = [index[feature] for feature in order]
    # pkuseg wants doubles; few digits make them small on disk
    pruned = np.concatenate([nodes[places].ravel(), weights[tags * count :]]).round(2)
    words = sorted({word for feature in order for word in _words_of(feature)} & set(features["unigram"]))
    out.mkdir(parents=True, exist_ok=True)
    features |= {"feature_to_idx": {f: i for i, f in enumerate(order)}, "unigram": words, "bigram": []}
    srsly.write_msgpack(out / "features.msgpack", features)
    np.savez_compressed(out / "weights.npz", sizes=np.array([tags, len(order)]), w=pruned)
    return len(order)


def _matters(weights: npt.NDArray[np.float64], least: float) -> bool:
    return bool(np.abs(weights).max() >= least)


def _words_of(feature: str) -> list[str]:
    """Return the words that a feature of pkuseg names: w1.工作, ww.l.工作*会议."""
    name, _, words = feature.rpartition(".")
    return words.split("*") if name.startswith("w") else []


def measure(model: Path, paragraphs: Sequence[Sequence[Word]]) -> float:
    """Return the F1 of words in `paragraphs`."""
    segmenter = spacy_pkuseg.pkuseg(str(model), user_dict=None)
    right = found = wanted = 0
    for words in paragraphs:
        gold = _spans(word for word, _ in words)
        guess = _spans(segmenter.cut("".join(word for word, _ in words)))
        right, found, wanted = right + len(gold & guess), found + len(guess), wanted + len(gold)
    return 2 * right / (found + wanted)


def _spans(words: Iterable[str]) -> set[tuple[int, int]]:
    spans, place = set(), 0
    for word in words:
        spans.add((place, place + len(word)))
        place += len(word)
    return spans


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        reached = train(Path(sys.argv[1]) / "pd199801/199801.txt", Path(sys.argv[2]), Path(folder))
    print(f"words F1 {reached:.4f}", flush=True)
