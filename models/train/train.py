"""Build the pipeline `zh_news` from folders of corpora: python models/train/train.py --corpora DIR --out models/zh_news.

Seeds are fixed; one core, no network, half an hour; README.md says what DIR holds.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import segmentation
import spacy
from corpora import Example, read_boson, read_cluener, read_msra, read_people, read_resume
from crf import Plan, choose_features, fit, make_data, prune
from lexicons import make_lexicon, place_names
from measure import HELD_OUT, figures
from synthesis import Writer, make_stock

from newsie.reader.pipeline import FACTORY, WEIGHTS
from newsie.reader.tagger import Tagger
from newsie.reader.weights import Weights, fill_slots, in_bytes, load_weights, save_weights

WRITTEN = 40_000
"""Sentences made from templates, and how much each counts beside a real one."""
WRITTEN_IMPORTANCE = 0.3
LEAST = 2
"""How often a feature must occur to be learnt."""
KEPT = 1_000_000
"""How many features are kept."""


def labelled(corpora: Path) -> list[Example]:
    """Return what is learnt from, held-out parts left out."""
    boson = list(read_boson(corpora / "ner_boson/origindata.txt"))
    return [
        *read_msra(corpora / "ner_msra/train.bio"),
        *read_resume(corpora / "ner_resume/train.char.bmes"),
        *read_cluener(corpora / "ner_cluener/train.json"),
        *(item for index, item in enumerate(boson) if index % HELD_OUT),
        *read_people(corpora / "pd199801/199801.txt"),
    ]


def train_names(corpora: Path, out: Path) -> None:
    """Train the name model and write its weights to the file `out`."""
    real = labelled(corpora)
    paragraphs = list(segmentation.read_words(corpora / "pd199801/199801.txt"))
    lexicon = make_lexicon(corpora / "gazetteer", paragraphs, real)
    stock = make_stock(paragraphs, real, place_names(corpora / "gazetteer"))
    written = list(Writer(stock).write(WRITTEN))
    importance = [1.0] * len(real) + [WRITTEN_IMPORTANCE] * len(written)
    examples = real + written
    texts = [item.text for item in examples]
    hashes = choose_features(texts, lexicon, LEAST)
    print(f"{len(examples)} texts, {sum(map(len, texts))} characters, {len(hashes)} features", flush=True)
    data = make_data(texts, [item.masks for item in examples], importance, lexicon, hashes)
    rows, transitions = fit(data, len(hashes), Plan())
    hashes, rows = prune(hashes, rows, KEPT)
    save_weights(Weights(lexicon, fill_slots(hashes), in_bytes(rows), transitions), hashes, out)


def assemble(tokenizer: Path, entities: Path, out: Path) -> None:
    """Write the pipeline's folder from the folders of its two parts."""
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "newsie.Segmenter.v1"}}})
    nlp.meta.update(
        name="zh_news",
        version="0.1.0",
        description="Words and names of Chinese newspaper text",
        license="see README.md",
        spacy_version=">=3.8,<4",
    )
    nlp.tokenizer.from_disk(tokenizer)
    nlp.add_pipe(FACTORY, name="entities").from_disk(entities)
    nlp.to_disk(out, exclude=["vocab"])


def main() -> None:
    """Train, assemble, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds the corpora")
    parser.add_argument("--out", type=Path, required=True, help="folder of the pipeline")
    parser.add_argument(
        "--only", choices=["names", "words"], help="train one part, take the other from --out"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        words, names = options.out / "tokenizer", options.out / "entities"
        if options.only != "names":
            words = Path(scratch) / "words"
            f1 = segmentation.train(options.corpora / "pd199801/199801.txt", words, Path(scratch))
            print(f"words F1 {f1:.4f}", flush=True)
        if options.only != "words":
            names = Path(scratch) / "names"
            names.mkdir()
            train_names(options.corpora, names / WEIGHTS)
        assemble(words, names, options.out)
    found = figures(Tagger(load_weights(options.out / "entities" / WEIGHTS)), options.corpora)
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
