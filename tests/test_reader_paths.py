import numpy as np

from newsie.reader.characters import encode
from newsie.reader.paths import TAGS, best_tags, possible_transitions, sentences, spans_of

O, B, I, E, S = range(5)  # noqa: E741 - the names of tags


def transitions() -> np.ndarray:
    return np.where(possible_transitions(), 0, -1e4).astype(np.float32)


def scores_for(*tags: int) -> np.ndarray:
    scores = np.zeros((len(tags), len(TAGS)), dtype=np.float32)
    for row, tag in enumerate(tags):
        scores[row, tag] = 1
    return scores


def path(scores: np.ndarray, *lengths: int) -> list[int]:
    sizes = np.array(lengths, dtype=np.int64)
    return best_tags(scores, np.cumsum(sizes) - sizes, sizes, transitions()).tolist()


def test_a_name_begins_and_ends() -> None:
    possible = possible_transitions()
    names = [(TAGS[row], TAGS[column]) for row, column in np.argwhere(possible)]
    assert ("B-PERSON", "E-PERSON") in names
    assert ("B-PERSON", "I-ORG") not in names
    assert ("B-PERSON", "O") not in names
    assert ("O", "I-PERSON") not in names


def test_the_best_path_is_found() -> None:
    assert path(scores_for(O, B, I, E, O), 5) == [O, B, I, E, O]


def test_an_impossible_tag_gives_way_to_the_best_possible_path() -> None:
    scores = scores_for(O, I, O)
    assert path(scores, 3) == [O, O, O]


def test_a_name_does_not_run_on_into_the_next_sentence() -> None:
    assert path(scores_for(B, E, B, E), 4) == [B, E, B, E]
    assert path(scores_for(O, B, E, O), 2, 2) == [O, O, O, O]


def test_sentences_of_all_lengths_are_read_at_once() -> None:
    random = np.random.default_rng(7)
    scores = random.normal(size=(60, len(TAGS))).astype(np.float32)
    lengths = (7, 1, 20, 20, 12)
    together, start = path(scores, *lengths), 0
    for length in lengths:
        assert together[start : start + length] == path(scores[start : start + length], length)
        start += length


def test_no_sentence_is_no_error() -> None:
    assert path(scores_for(O)) == [O]


def test_sentences_end_at_their_marks() -> None:
    codes, starts = encode(["甲乙，丙！丁", "戊"])
    begins, lengths = sentences(codes)
    assert (begins - starts[0]).tolist() == [0, 3, 5, starts[1] - starts[0]]
    assert lengths.tolist() == [2, 1, 1, 1]


def test_a_sentence_without_end_is_cut() -> None:
    codes, _ = encode(["甲" * 1000])
    _, lengths = sentences(codes)
    assert lengths.sum() == 1000
    assert lengths.max() < 300


def test_names_are_read_off_their_tags() -> None:
    tags = np.array([O, B, E, S, O, 5, 6, 7], dtype=np.uint8)
    assert list(spans_of(tags)) == [("PERSON", 1, 3), ("PERSON", 3, 4), ("ORG", 5, 8)]
