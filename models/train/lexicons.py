"""Make what the features look up: classes of characters, common words, place names."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from corpora import Example
from segmentation import Word

from newsie import lexicon
from newsie.reader.characters import LEXICON_BITS, PLACE, WORD, Lexicon, lexicon_places
from newsie.reader.words import Vocabulary

_MARKS = "，。、；：？！（）《》“·—…-/%.［］【】〔〕 \n"
_NUMERALS = "零〇一二两三四五六七八九十百千万亿几"
_DIVISIONS = (
    "特别行政区",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "街道办事处",
    "办事处",
    "街道",
    "地区",
    "开发区",
)
_ENDINGS = "省市区县旗盟乡镇村州"


def make_lexicon(
    folder: Path, paragraphs: Sequence[Sequence[Word]], examples: Iterable[Example], vocabulary: Vocabulary
) -> Lexicon:
    """Return the lexicon made from the gazetteer in `folder`, the words of pd199801 and labelled names."""
    kinds = np.zeros(1 << LEXICON_BITS, dtype=np.uint8)
    for bit, words in ((WORD, common_words(paragraphs)), (PLACE, place_names(folder))):
        kinds[lexicon_places(sorted(words))] |= np.uint8(bit)
    return Lexicon(character_classes(paragraphs, examples), kinds, vocabulary)


def common_words(paragraphs: Sequence[Sequence[Word]], least: int = 2) -> set[str]:
    """Return words of two to five characters that are no names."""
    counts = Counter(
        word for words in paragraphs for word, tag in words if tag[:2] not in ("nr", "ns", "nt", "nz")
    )
    words = {word for word, count in counts.items() if count >= least and 2 <= len(word) <= 5}
    return words | {word for word in lexicon.words("ordinary.txt") if len(word) <= 5}


def place_names(folder: Path) -> set[str]:
    """Return names of divisions and known places, also without their 省, 市, 县 or 镇."""
    names: set[str] = set()
    for table in ("provinces", "cities", "areas", "streets"):
        with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
            for row in csv.reader(lines):
                name = row[1] if len(row) > 1 else ""
                names.update({name, _short(name)})
    for line in (folder / "THUOCL_diming.txt").read_text(encoding="utf-8").splitlines():
        word, _, count = line.partition("\t")
        if count.strip().isdigit() and int(count) >= 50:
            names.add(word.strip())
    return {name for name in names if 2 <= len(name) <= 6}


def _short(name: str) -> str:
    for ending in _DIVISIONS:
        if name.endswith(ending) and len(name) - len(ending) >= 2:
            return name[: -len(ending)]
    return name[:-1] if name[-1:] in tuple(_ENDINGS) and len(name) > 2 else name


def character_classes(
    paragraphs: Sequence[Sequence[Word]], examples: Iterable[Example]
) -> npt.NDArray[np.uint8]:
    """Return a class for each character: digits, marks, and how far a Han character is one of names."""
    classes = np.zeros(1 << 16, dtype=np.uint8)
    classes[0x4E00:0xA000] = 1
    for char, number in _fixed_classes():
        classes[ord(char)] = number
    seen = Counter(char for words in paragraphs for word, _ in words for char in word)
    first, given, foreign = _name_characters(examples)
    for char in sorted(set(first) | set(given) | set(foreign)):
        if "\u4e00" <= char <= "\u9fff" and char not in _NUMERALS:
            total = seen[char] + 5
            degrees = [_degree(counts[char] / total) for counts in (first, given, foreign)]
            classes[ord(char)] = 64 + degrees[0] * 16 + degrees[1] * 4 + degrees[2]
    return classes


def _fixed_classes() -> Iterator[tuple[str, int]]:
    yield "0", 2
    yield "a", 3
    for char in _NUMERALS:
        yield char, 4
    for number, mark in enumerate(_MARKS):
        yield mark, 5 + number


def _degree(share: float) -> int:
    """Return 0 to 3: never, seldom, often, mostly."""
    return sum(share > least for least in (0.004, 0.04, 0.25))


def _name_characters(examples: Iterable[Example]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Return how often characters begin a Chinese name, stand later in one, and stand in a foreign one."""
    first, given, foreign = Counter[str](), Counter[str](), Counter[str]()
    for item in examples:
        for label, start, end in item.names:
            name = item.text[start:end]
            if label == "PERSON" and 2 <= len(name) <= 3 and "·" not in name:
                first[name[0]] += 1
                given.update(name[1:])
            elif label == "PERSON" and len(name) > 3:
                foreign.update(name)
    return first, given, foreign
