from functools import cache

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newsie.reader.characters import encode
from newsie.reader.hashes import grams, mixed
from newsie.reader.words import LONGEST, Vocabulary, cut

DICTIONARY = {"人民": 40, "人民政府": 70, "政府": 50, "县人": 120, "工作报告": 80}


@cache
def vocabulary() -> Vocabulary:
    hashes = []
    for word in DICTIONARY:
        codes, starts = encode([word])
        hashes.append(mixed(grams(codes, LONGEST)[len(word) - 1])[starts[0]])
    order = np.argsort(hashes)
    values = np.array([cost * 256 + place for place, cost in enumerate(DICTIONARY.values())])
    singles = np.full(1 << 16, 90 * 256, dtype=np.uint16)
    return Vocabulary.of(np.array(hashes)[order], values[order].astype(np.uint16), singles)


def words(*texts: str) -> list[str]:
    codes, _ = encode(texts)
    found = cut(codes, grams(codes, LONGEST), vocabulary())
    spelt = [
        "".join(chr(code) for code in codes[start : start + length])
        for start, length in zip(found.starts.tolist(), found.lengths.tolist(), strict=True)
    ]
    return [word for word in spelt if word != "\0"]


def test_the_cheapest_words_win() -> None:
    assert words("县人民政府作工作报告") == ["县", "人民政府", "作", "工作报告"]


def test_sentences_are_cut_together_as_alone() -> None:
    texts = ("人民政府。政府工作报告", "县人", "")
    assert words(*texts) == ["人民政府", "。", "政府", "工作报告", "县人"]


def test_a_word_does_not_cross_two_texts() -> None:
    assert words("县人民", "政府") == ["县", "人民", "政府"]


def _cost(word: str) -> int:
    return DICTIONARY.get(word, 90 if len(word) == 1 else 10_000)


@given(st.text(alphabet="县人民政府工作报告", max_size=40))
def test_no_cut_costs_less(text: str) -> None:
    least = [0]
    for end in range(1, len(text) + 1):
        starts = range(max(0, end - LONGEST), end)
        least.append(min(least[start] + _cost(text[start:end]) for start in starts))
    assert sum(map(_cost, words(text))) == least[-1]


@given(st.lists(st.text(alphabet="县人民政府工作报告。\n1a", max_size=600), max_size=4))
def test_words_cover_the_row(texts: list[str]) -> None:
    codes, _ = encode(texts)
    found = cut(codes, grams(codes, LONGEST), vocabulary())
    assert found.lengths.sum() == len(codes)
    assert np.array_equal(found.starts, np.cumsum(found.lengths) - found.lengths)
    assert (np.diff(found.of_character) >= 0).all()


def test_a_word_has_its_class_and_others_none() -> None:
    codes, starts = encode(["人民政府甲"])
    found = cut(codes, grams(codes, LONGEST), vocabulary())
    first, second = found.of_character[[starts[0], starts[0] + 4]]
    assert found.classes[first] == 1 + list(DICTIONARY).index("人民政府")
    assert found.classes[second] == 1
