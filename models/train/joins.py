"""Count which characters stand together in the news: python models/train/joins.py --corpora DIR.

Writes `newsie/lexicon/joins.npz`, which tells whether the words of one line go on with another's
(`newsie.divide.joins`). README.md says what DIR holds.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from math import log
from pathlib import Path

import numpy as np
from corpora import read_boson, read_msra
from segmentation import read_words

from newsie.divide.joins import sentences
from newsie.text import fold

OUT = Path(__file__).resolve().parents[2] / "newsie" / "lexicon" / "joins.npz"
LEAST = 3
"""What is seen less often is left out."""
TELLING = 0.5
"""Three characters that say no more than two of them are left out: log-odds nearer 0."""
MOST = 65535


def texts(corpora: Path) -> Iterator[str]:
    """Yield the texts of all corpora."""
    with (corpora / "raw_news.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]
    for words in read_words(corpora / "pd199801" / "199801.txt"):
        yield "".join(word for word, _ in words)
    for example in read_msra(corpora / "ner_msra" / "train.bio"):
        yield example.text
    for example in read_boson(corpora / "ner_boson" / "origindata.txt"):
        yield example.text


def count(corpora: Path) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Return how often one, two and three characters stand together."""
    one, two, three = Counter[str](), Counter[str](), Counter[str]()
    for text in texts(corpora):
        string = sentences(f"\n{fold(text)}\n")
        one.update(string)
        two.update(map("".join, pairwise(string)))
        three.update(map("".join, zip(string, string[1:], string[2:], strict=False)))
    return one, two, three


def telling(three: str, seen: int, one: Counter[str], two: Counter[str]) -> bool:
    """Tell whether three characters say something that the two pairs in them do not."""
    chance = two[three[:2]] * two[three[1:]] / max(1, one[three[1]])
    return abs(log((seen + 0.5) / (chance + 0.5))) >= TELLING


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds the corpora")
    one, two, three = count(parser.parse_args().corpora)
    kept = sorted(character for character, seen in one.items() if seen >= LEAST)
    numbers = {character: number for number, character in enumerate(kept)}

    def code(string: str) -> int:
        found = 0
        for character in string:
            found = found * len(kept) + numbers[character]
        return found

    def table(counts: dict[str, int]) -> tuple[np.ndarray, np.ndarray]:
        known = sorted((code(string), seen) for string, seen in counts.items() if set(string) <= set(kept))
        keys = np.array([key for key, _ in known], dtype=np.int64)
        values = np.array([min(seen, MOST) for _, seen in known], dtype=np.uint16)
        steps = np.diff(keys, prepend=0)
        if steps.max() >= 1 << 32:
            raise ValueError("keys too far apart for 32 bits: count more characters, or keep fewer")
        return steps.astype(np.uint32), values

    pairs, pair_counts = table({string: seen for string, seen in two.items() if seen >= LEAST})
    triples, triple_counts = table(
        {string: seen for string, seen in three.items() if seen >= LEAST and telling(string, seen, one, two)}
    )
    np.savez_compressed(
        OUT,
        total=np.int64(one.total()),
        characters=np.frombuffer("".join(kept).encode("utf-32-le"), dtype=np.uint32),
        counts=np.array([one[character] for character in kept], dtype=np.uint32),
        pairs=pairs,
        pair_counts=pair_counts,
        triples=triples,
        triple_counts=triple_counts,
    )
    print(f"{len(kept)} characters, {len(pairs)} pairs, {len(triples)} triples")


if __name__ == "__main__":
    main()
