"""Read the corpora into one form: a folded text and, for every character, the tags it may have.

No corpus labels everything (MSRA has no titles, pd199801 does not bracket organisations), so a
character holds a set of allowed tags, a bit each, and training sums over the paths that are left.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from segmentation import read_words

from newsie.reader.paths import LABELS, TAGS
from newsie.text import fold

Masks = npt.NDArray[np.uint32]
Found = tuple[str, int, int]

OUTSIDE = np.uint32(1)


def label_mask(*labels: str) -> np.uint32:
    """Return the bits of every tag of `labels`."""
    return np.uint32(sum(1 << tag for tag, name in enumerate(TAGS) if name[2:] in labels))


ANY_NAME = label_mask(*LABELS)


@dataclass(frozen=True, slots=True)
class Example:
    """A text to learn from.

    Attributes:
        text: folded characters.
        masks: the allowed tags of each, as bits.
        names: what is known to be a name, for evaluation.
    """

    text: str
    masks: Masks
    names: tuple[Found, ...]


def example(
    text: str,
    names: Iterable[Found],
    free: Sequence[str] = (),
    loose: Iterable[tuple[int, int, np.uint32]] = (),
) -> Example:
    """Return an example.

    Args:
        text: the characters.
        names: what is labelled.
        free: labels that the corpus does not know: any character outside a name may have them.
        loose: ranges whose characters may have just these tags.
    """
    names = tuple(names)
    masks = np.full(len(text), OUTSIDE | label_mask(*free), dtype=np.uint32)
    for start, end, allowed in loose:
        masks[start:end] = allowed
    for label, start, end in names:
        masks[start:end] = exact(label, end - start)
    return Example(fold(text), masks, names)


def exact(label: str, length: int) -> Masks:
    """Return the masks of a name's characters: B I … E, or S."""
    if length == 1:
        return np.array([1 << TAGS.index(f"S-{label}")], dtype=np.uint32)
    positions = "B" + "I" * (length - 2) + "E"
    return np.array([1 << TAGS.index(f"{position}-{label}") for position in positions], dtype=np.uint32)


def _columns(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the characters and tags of each sentence of a two-column file."""
    for block in path.read_text(encoding="utf-8").replace("\r", "").split("\n\n"):
        pairs = [line.rsplit(maxsplit=1) for line in block.splitlines() if line.strip()]
        pairs = [pair for pair in pairs if len(pair) == 2 and len(pair[0]) == 1]
        if pairs:
            yield "".join(char for char, _ in pairs), [tag for _, tag in pairs]


def _chunks(tags: Sequence[str]) -> Iterator[Found]:
    """Yield the chunks of BIO or BMES tags."""
    start = 0
    for place, tag in enumerate([*tags, "O"]):
        begins = tag == "O" or tag[0] in "BS"
        if begins and place > start and tags[start] != "O":
            yield tags[start][2:], start, place
        if begins:
            start = place


def read_msra(path: Path) -> Iterator[Example]:
    """Yield MSRA: persons, places, organisations; titles may be anywhere else."""
    names = {"PER": "PERSON", "LOC": "PLACE", "ORG": "ORG"}
    for text, tags in _columns(path):
        yield example(text, [(names[label], s, e) for label, s, e in _chunks(tags)], free=("TITLE",))


def read_resume(path: Path) -> Iterator[Example]:
    """Yield the résumés: titles, organisations, persons; places may be anywhere else."""
    names = {"NAME": "PERSON", "ORG": "ORG", "TITLE": "TITLE", "LOC": "PLACE"}
    for text, tags in _columns(path):
        chunks = list(_chunks(tags))
        nation = [(s, e, OUTSIDE | label_mask("PLACE")) for label, s, e in chunks if label == "CONT"]
        known = [(names[label], s, e) for label, s, e in chunks if label in names]
        yield example(text, known, free=("PLACE",), loose=nation)


_CLUENER = {
    "name": "PERSON",
    "position": "TITLE",
    "government": "ORG",
    "organization": "ORG",
    "company": "ORG",
    "address": "PLACE",
}


def read_cluener(path: Path) -> Iterator[Example]:
    """Yield CLUENER2020: everything is labelled; sights (scene) may be any name or none."""
    decoder, data, place = json.JSONDecoder(), path.read_text(encoding="utf-8"), 0
    while place < len(data.rstrip()):
        item, place = decoder.raw_decode(data, place)
        place += len(data[place:]) - len(data[place:].lstrip())
        found = [
            (kind, start, end + 1)
            for kind, surfaces in item["label"].items()
            for spots in surfaces.values()
            for start, end in spots
        ]
        scenes = [(s, e, OUTSIDE | ANY_NAME) for kind, s, e in found if kind == "scene"]
        known = [(_CLUENER[kind], s, e) for kind, s, e in found if kind in _CLUENER]
        yield example(item["text"], known, loose=scenes)


_BOSON = {"person_name": "PERSON", "org_name": "ORG", "company_name": "ORG", "location": "PLACE"}
_INLINE = re.compile(r"\{\{(\w+):(.*?)\}\}")


def read_boson(path: Path) -> Iterator[Example]:
    """Yield the news of Boson: persons, places, organisations; titles may be anywhere else."""
    for line in path.read_text(encoding="utf-8").replace("\\n", "\n").splitlines():
        text, names, done = "", list[Found](), 0
        for match in _INLINE.finditer(line):
            text += line[done : match.start()]
            surface = match.group(2).strip()
            if match.group(1) in _BOSON and surface:
                names.append((_BOSON[match.group(1)], len(text), len(text) + len(surface)))
            text += surface
            done = match.end()
        text += line[done:]
        if text.strip():
            yield example(text, names, free=("TITLE",))


_PLAIN = frozenset("wupctdryeo")
"""Parts of speech that no organisation's name is made of."""


def read_people(path: Path) -> Iterator[Example]:
    """Yield pd199801: persons are exact, the rest only narrows what is allowed."""
    for words in read_words(path):
        names, loose, place = list[Found](), list[tuple[int, int, np.uint32]](), 0
        for word, tag in words:
            end = place + len(word)
            if tag == "nr":
                names.append(("PERSON", place, end))
            elif tag == "ns":
                loose.append((place, end, label_mask("PLACE", "ORG")))
            elif tag == "nt":
                loose.append((place, end, label_mask("ORG")))
            elif tag[0] in _PLAIN:
                loose.append((place, end, OUTSIDE))
            place = end
        text = "".join(word for word, _ in words)
        yield example(text, names, free=("ORG", "PLACE", "TITLE"), loose=loose)
