from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.util import get_words_and_spaces
from spacy.vocab import Vocab

from newsie.errors import ModelError
from newsie.reader.segmenter import Segmenter


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    return Segmenter(Vocab())


def words(segmenter: Segmenter, text: str, literals: list[tuple[int, int]]) -> list[str]:
    return [token.text for token in segmenter.segment(text, literals)]


def test_a_literal_is_one_word(segmenter: Segmenter) -> None:
    assert words(segmenter, "投资1,200.5亿元", [(2, 11)]) == ["投", "资", "1,200.5亿元"]


def test_literals_are_found_in_a_text_without_them(segmenter: Segmenter) -> None:
    assert [token.text for token in segmenter("3月26日，投资21.8亿元")] == [
        "3月26日",
        "，",
        "投",
        "资",
        "21.8亿元",
    ]


@given(st.text(alphabet="甲乙1。， \n\u3000a", max_size=40))
def test_words_add_up_to_the_text_as_in_spacy(text: str) -> None:
    doc = Segmenter(Vocab()).segment(text, [])
    assert doc.text == text
    expected, spaces = get_words_and_spaces([char for char in text if not char.isspace()], text)
    assert [token.text for token in doc] == expected
    assert [bool(token.whitespace_) for token in doc] == spaces


def test_without_weights_there_is_nothing_to_save(segmenter: Segmenter, tmp_path: Path) -> None:
    segmenter.to_disk(tmp_path / "tokenizer")
    assert not (tmp_path / "tokenizer").exists()
    copy = Segmenter(Vocab()).from_bytes(segmenter.to_bytes())
    assert [token.text for token in copy("甲乙")] == ["甲", "乙"]


def test_a_folder_without_weights_is_a_model_error(segmenter: Segmenter, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"features\.msgpack and weights\.npz missing"):
        Segmenter(Vocab()).from_disk(tmp_path)
