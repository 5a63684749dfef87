"""What becomes of names, whatever a finder says: models of others are taken too."""

from collections.abc import Sequence
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

import newsie
from newsie.reader.names import NAMES, NameFinder, read_names, without_overlaps
from newsie.reader.paths import Found
from newsie.reading import Label
from newsie.text import fold

TEXT = "3月26日，青河县县长王明华到柳林镇察看总投资21.8亿元的项目。"


class Told(NameFinder):
    """A finder that says what it is told to."""

    def __init__(self, *names: Found) -> None:
        self.names = names

    def find(self, texts: Sequence[str]) -> list[tuple[Found, ...]]:
        return [without_overlaps(self.names) for _ in texts]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return newsie.load("zh_chars").nlp


def set_names(nlp: Language, text: str, *names: Found) -> list[tuple[str, str]]:
    doc = Told(*names)(nlp.make_doc(text))
    assert list(doc.spans[NAMES]) == list(doc.ents)
    return [(span.text, span.label_) for span in doc.ents]


def test_of_names_that_cut_one_word_one_stays(nlp: Language) -> None:
    at = TEXT.index("21.8亿元")
    assert set_names(nlp, TEXT, ("ORG", at, at + 2), ("TITLE", at + 2, at + 4)) == [("21.8亿元", "ORG")]
    assert set_names(nlp, TEXT, ("ORG", at, at + 2), ("TITLE", at + 4, at + 7)) == [("21.8亿元的", "TITLE")]


@settings(max_examples=50)
@given(st.lists(st.tuples(st.sampled_from(get_args(Label)), st.integers(0, 32), st.integers(1, 12))))
def test_names_of_a_doc_never_overlap(nlp: Language, names: list[tuple[str, int, int]]) -> None:
    told = Told(*((label, start, min(start + size, len(TEXT))) for label, start, size in names))
    doc = told(nlp.make_doc(TEXT))
    assert all(left.end <= right.start for left, right in pairwise(doc.spans[NAMES]))


def test_a_name_may_hold_an_amount_and_neither_cut_nor_be_part_of_one() -> None:
    text = fold(TEXT)
    start = text.index("21.8亿元")
    amount = (start, start + len("21.8亿元"))
    told = {
        "holds": (start - 3, amount[1] + 3),
        "cuts": (start - 3, start + 2),
        "lies in": (start, start + 2),
    }
    kept = {what: read_names(Told(("ORG", *place)), [text], [[amount]])[0] for what, place in told.items()}
    assert [what for what, names in kept.items() if names] == ["holds"]
