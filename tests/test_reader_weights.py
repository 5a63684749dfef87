from pathlib import Path

import numpy as np
import pytest

from newsie.errors import ModelError
from newsie.reader.characters import LEXICON_BITS, Lexicon, encode, features
from newsie.reader.hashes import Codes
from newsie.reader.paths import TAGS, possible_transitions
from newsie.reader.tagger import Tagger
from newsie.reader.weights import Weights, fill_slots, find_rows, load_weights, save_weights
from newsie.reader.words import Vocabulary


def vocabulary() -> Vocabulary:
    """Return a vocabulary of two words that no text here has."""
    hashes = np.array([5, 1 << 30], dtype=np.uint32)
    values = np.array([300, 600], dtype=np.uint16)
    return Vocabulary.of(hashes, values, np.full(1 << 16, 250 * 256, dtype=np.uint16))


def tiny() -> tuple[Weights, Codes]:
    """A model that knows one thing: 王甲 is a person."""
    kinds = np.zeros(1 << LEXICON_BITS, dtype=np.uint8)
    lexicon = Lexicon(np.zeros(1 << 16, dtype=np.uint8), kinds, vocabulary())
    codes, starts = encode(["王甲"])
    unigram = list(features(codes, lexicon))[3]
    hashes = np.sort(unigram[starts[0] : starts[0] + 2])
    rows = np.zeros((3, len(TAGS)), dtype=np.int8)
    for place, tag in ((0, "B-PERSON"), (1, "E-PERSON")):
        rows[1 + int(np.searchsorted(hashes, unigram[starts[0] + place])), TAGS.index(tag)] = 32
    transitions = np.where(possible_transitions(), 0, -1e4).astype(np.float32)
    return Weights(lexicon, fill_slots(hashes), rows, transitions), hashes


def test_names_have_the_offsets_of_their_own_text() -> None:
    tagger = Tagger(tiny()[0])
    assert tagger(["", "县长王甲讲话", "无", "王甲，王甲"]) == [
        (),
        (("PERSON", 2, 4),),
        (),
        (("PERSON", 0, 2), ("PERSON", 3, 5)),
    ]


def test_long_texts_and_small_batches_change_nothing() -> None:
    text = "县长王甲讲话。" * 10_000
    (found,) = Tagger(tiny()[0], batch=100)([text])
    assert found == tuple(("PERSON", start + 2, start + 4) for start in range(0, len(text), 7))


def test_unknown_features_say_nothing() -> None:
    weights, hashes = tiny()
    unknown = np.setdiff1d(np.arange(1000, dtype=np.uint32), hashes)
    assert not find_rows(unknown, weights.slots).any()
    assert find_rows(hashes, weights.slots).tolist() == [1, 2]


def test_a_saved_model_is_the_same(tmp_path: Path) -> None:
    weights, hashes = tiny()
    path = tmp_path / "weights.npz"
    save_weights(weights, hashes, path)
    for source in (path, path.read_bytes()):
        loaded = load_weights(source)
        assert np.array_equal(loaded.rows, weights.rows)
        assert np.array_equal(loaded.slots, weights.slots)
        assert np.array_equal(loaded.lexicon.kinds, weights.lexicon.kinds)
        assert np.array_equal(loaded.lexicon.vocabulary.slots, weights.lexicon.vocabulary.slots)


@pytest.mark.parametrize("content", [b"", b"nonsense", b"PK\x03\x04broken"])
def test_a_damaged_file_is_a_model_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "weights.npz"
    path.write_bytes(content)
    with pytest.raises(ModelError, match="reinstall"):
        load_weights(path)


def test_a_missing_file_is_a_model_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no such file"):
        load_weights(tmp_path / "weights.npz")
