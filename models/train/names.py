"""Train the name model's weights: python names.py CORPORA FOLDER."""

from __future__ import annotations

import sys
from pathlib import Path

import segmentation
from corpora import read_boson, read_cluener, read_msra, read_people, read_resume
from crf import Part, Plan, fit, make_data, prune
from lexicons import make_lexicon, place_names
from measure import HELD_OUT
from synthesis import Writer, make_stock
from vocabulary import make_vocabulary, raw_texts

from newsie.reader.names import WEIGHTS
from newsie.reader.weights import Weights, fill_slots, in_bytes, save_weights

WRITTEN = 40_000
"""Sentences made from templates, and how much each counts beside a real one."""
WRITTEN_IMPORTANCE = 0.3
KEPT = 1_500_000
"""How many features are kept."""
NEWS, WEB = 1, 2
"""Corpora that label alike: MSRA, the résumés and what templates make; CLUENER and Boson, which take
products and short names of companies for organisations. The model reads as the first do."""


def parts_of(corpora: Path) -> list[Part]:
    """Return the real texts that are learnt from, held-out parts left out."""
    boson = list(read_boson(corpora / "ner_boson/origindata.txt"))
    return [
        Part(list(read_msra(corpora / "ner_msra/train.bio")), 1.0, NEWS),
        Part(list(read_resume(corpora / "ner_resume/train.char.bmes")), 1.0, NEWS),
        Part(list(read_cluener(corpora / "ner_cluener/train.json")), 1.0, WEB),
        Part([item for index, item in enumerate(boson) if index % HELD_OUT], 1.0, WEB),
        # sure of persons only, so that it must not have a say in what others label
        Part(list(read_people(corpora / "pd199801/199801.txt")), 0.5, 0),
    ]


def train(corpora: Path, out: Path) -> None:
    """Train the name model and write its weights to the file `out`."""
    parts = parts_of(corpora)
    real = [item for part in parts for item in part.examples]
    paragraphs = list(segmentation.read_words(corpora / "pd199801/199801.txt"))
    places = place_names(corpora / "gazetteer")
    texts = [*raw_texts(corpora / "raw_news.jsonl"), *(item.text for item in real)]
    lexicon = make_lexicon(
        corpora / "gazetteer", paragraphs, real, make_vocabulary(paragraphs, sorted(places), texts)
    )
    written = list(Writer(make_stock(paragraphs, real, places)).write(WRITTEN))
    hashes, data = make_data([*parts, Part(written, WRITTEN_IMPORTANCE, NEWS)], lexicon)
    print(f"{len(data.rows)} characters, {len(hashes)} features", flush=True)
    rows, transitions = fit(data, len(hashes), Plan(), NEWS)
    hashes, rows = prune(hashes, rows, KEPT)
    save_weights(Weights(lexicon, fill_slots(hashes), in_bytes(rows), transitions), hashes, out)


if __name__ == "__main__":
    Path(sys.argv[2]).mkdir(parents=True, exist_ok=True)
    train(Path(sys.argv[1]), Path(sys.argv[2]) / WEIGHTS)
