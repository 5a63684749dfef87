"""Measure a pipeline's names on the held-out parts of the corpora: F1 of exact spans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from corpora import Example, read_boson, read_cluener, read_msra, read_resume

from newsie.reader.paths import LABELS
from newsie.reader.tagger import Tagger

HELD_OUT = 10
"""Every tenth document of Boson is kept back."""


def held_out(corpora: Path) -> dict[str, tuple[list[Example], tuple[str, ...]]]:
    """Return for each corpus its test part and the labels it knows."""
    return {
        "msra": (list(read_msra(corpora / "ner_msra/test.bio")), ("PERSON", "ORG", "PLACE")),
        "resume": (list(read_resume(corpora / "ner_resume/test.char.bmes")), ("PERSON", "ORG", "TITLE")),
        "cluener": (list(read_cluener(corpora / "ner_cluener/dev.json")), LABELS),
        "boson": (
            list(read_boson(corpora / "ner_boson/origindata.txt"))[::HELD_OUT],
            ("PERSON", "ORG", "PLACE"),
        ),
    }


def figures(tagger: Tagger, corpora: Path) -> dict[str, float]:
    """Return the F1 of each corpus, over all its labels and of each: `{"msra": …, "msra PERSON": …}`."""
    found: dict[str, float] = {}
    for name, (examples, labels) in held_out(corpora).items():
        names = tagger([item.text for item in examples])
        found[name] = _f1(examples, names, labels)
        for label in labels:
            found[f"{name} {label}"] = _f1(examples, names, (label,))
    return found


def _f1(
    examples: Sequence[Example], found: Iterable[Sequence[tuple[str, int, int]]], labels: Sequence[str]
) -> float:
    right = total = 0
    for item, names in zip(examples, found, strict=True):
        gold = {name for name in item.names if name[0] in labels}
        guess = {name for name in names if name[0] in labels}
        right += len(gold & guess)
        total += len(gold) + len(guess)
    return round(2 * right / total, 4) if total else 0.0
