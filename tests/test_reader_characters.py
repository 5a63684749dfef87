import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newsie.reader.characters import (
    COUNT,
    LEXICON_BITS,
    MARGIN,
    PLACE,
    WORD,
    Lexicon,
    encode,
    features,
    lexicon_places,
)
from newsie.reader.hashes import grams
from newsie.reader.words import Vocabulary


def lexicon_of(**words: int) -> Lexicon:
    kinds = np.zeros(1 << LEXICON_BITS, dtype=np.uint8)
    for word, kind in words.items():
        kinds[lexicon_places([word])] |= np.uint8(kind)
    return Lexicon(np.zeros(1 << 16, dtype=np.uint8), kinds, Vocabulary.empty())


@given(st.lists(st.text(max_size=30), max_size=5))
def test_every_text_starts_where_it_is_said_to(texts: list[str]) -> None:
    codes, starts = encode(texts)
    assert len(codes) == sum(len(text) + MARGIN for text in texts) + max(
        MARGIN, 2 * MARGIN - MARGIN * len(texts)
    )
    for text, start in zip(texts, starts.tolist(), strict=True):
        assert not codes[start - MARGIN : start].any()
        assert len(codes[start : start + len(text)]) == len(text)


def test_digits_letters_and_quotes_are_read_alike() -> None:
    first, _ = encode(["2月“甲”Ab"])
    second, _ = encode(['9月"甲"xY'])
    assert np.array_equal(first, second)


def test_characters_beyond_the_first_plane_and_lone_surrogates_are_no_error() -> None:
    codes, starts = encode(["𠮷\ud800"])
    assert codes[starts[0]] == codes.max()


def test_a_gram_is_the_same_wherever_it_stands() -> None:
    codes, starts = encode(["甲乙丙", "丁甲乙丙"])
    for row in grams(codes, 3):
        assert row[starts[0]] == row[starts[1] + 1]


def test_features_do_not_see_the_neighbouring_text() -> None:
    lexicon = lexicon_of()
    alone, starts = encode(["市长张三讲话"])
    beside, others = encode(["区委书记", "市长张三讲话", "李四"])
    for row, other in zip(features(alone, lexicon), features(beside, lexicon), strict=True):
        assert np.array_equal(row[starts[0] : starts[0] + 6], other[others[1] : others[1] + 6])


def test_there_are_as_many_features_as_said() -> None:
    codes, _ = encode(["市长"])
    assert sum(1 for _ in features(codes, lexicon_of())) == COUNT


def test_lexicon_entries_are_found_where_they_begin_and_end() -> None:
    codes, starts = encode(["在河东县开会"])
    lexicon = lexicon_of(河东县=PLACE, 开会=WORD)
    word, place = lexicon.matches(grams(codes, 6))
    start = starts[0]
    assert place[start : start + 6].tolist() == [0, 3 * 16, 1, 3 * 2, 0, 0]
    assert word[start : start + 6].tolist() == [0, 0, 0, 0, 2 * 8, 2]


@given(st.lists(st.text("甲乙丙丁，1", min_size=1, max_size=12), min_size=1, max_size=5))
def test_a_text_is_read_the_same_whatever_stands_beside_it(texts: list[str]) -> None:
    # every other place of the table is taken: a run of characters over the gap between two texts would be seen
    kinds = np.random.default_rng(7).integers(0, 4, 1 << LEXICON_BITS, dtype=np.uint8)
    lexicon = Lexicon(np.zeros(1 << 16, dtype=np.uint8), kinds, Vocabulary.empty())
    codes, starts = encode(texts)
    together = list(features(codes, lexicon))
    for text, start in zip(texts, starts.tolist(), strict=True):
        alone, (begin,) = encode([text])
        for row, own in zip(together, features(alone, lexicon), strict=True):
            assert row[start : start + len(text)].tolist() == own[begin : begin + len(text)].tolist()
