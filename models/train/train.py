"""Build the pipeline `zh_news` from folders of corpora: python models/train/train.py --corpora DIR --out models/zh_news.

Seeds are fixed; words and names are trained at the same time, on a core each, without network;
README.md says what DIR holds.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import spacy
from measure import figures

from newsie.reader.folders import FACTORY
from newsie.reader.names import WEIGHTS
from newsie.reader.tagger import Tagger
from newsie.reader.weights import load_weights

HERE = Path(__file__).resolve().parent
FIXED = {"PYTHONHASHSEED": "0", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
"""What the order of sets and the sums of matrices depend on: with it two runs on one machine agree."""


def train(script: str, corpora: Path, out: Path) -> subprocess.Popen[bytes]:
    """Start the training of one part."""
    return subprocess.Popen(
        [sys.executable, str(HERE / script), str(corpora), str(out)], env={**os.environ, **FIXED}
    )


def assemble(tokenizer: Path, entities: Path, out: Path) -> None:
    """Write the pipeline's folder from the folders of its two parts."""
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "newsie.Segmenter.v1"}}})
    nlp.meta.update(
        name="zh_news",
        version="0.2.0",
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
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as scratch:
        words, names = options.out / "tokenizer", options.out / "entities"
        running = []
        if options.only != "names":
            words = Path(scratch) / "words"
            running.append(train("segmentation.py", options.corpora, words))
        if options.only != "words":
            names = Path(scratch) / "names"
            running.append(train("names.py", options.corpora, names))
        ends = [process.wait() for process in running]
        if any(ends):
            sys.exit("training failed, nothing was written; its reason stands above")
        assemble(words, names, options.out)
    print(f"{(time.perf_counter() - start) / 60:.0f} minutes")
    for file in sorted((*options.out.glob("tokenizer/*"), *options.out.glob("entities/*"))):
        print(hashlib.sha256(file.read_bytes()).hexdigest()[:16], file)
    tagger = Tagger(load_weights(options.out / "entities" / WEIGHTS))
    print(json.dumps(figures(tagger, options.corpora), indent=1))


if __name__ == "__main__":
    main()
