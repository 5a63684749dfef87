from __future__ import annotations

from dataclasses import replace

from newsie.extractor import load
from newsie.inputs import read_page
from newsie.lexicon import rows
from newsie.manifest import find_sources
from newsie.text import Text
from newsie.traditional import is_traditional, simplified

# each simplified character that stands for one traditional character only
BACK = {new: old for old, new in rows("opencc.tsv", 2) if len(old) == 1}


def test_a_text_is_told_by_its_characters() -> None:
    assert is_traditional("市人大常委會召開會議")
    assert not is_traditional("市人大常委会召开会议，介绍龔某")
    assert not is_traditional("12 ABC")


def test_length_never_changes() -> None:
    text = "乾隆「乾糧」瞭望臺後\n面"
    assert simplified(text) == "乾隆“干粮”瞭望台后\n面"
    assert len(simplified(text)) == len(text)


def test_a_text_is_matched_simplified_and_cut_as_it_stands() -> None:
    text = Text.of("總投資1億元", traditional=True)
    assert (text.folded, text.string, text[:3].folded) == ("总投资1亿元", "總投資1億元", "总投资")
    assert Text.join([text, text], "\n").traditional


def test_a_traditional_page_gives_the_same_records_in_its_own_words(pages) -> None:  # noqa: ANN001
    source = next(source for source in find_sources(pages) if source.path.stem.startswith("W04"))
    page = read_page(source)
    old = replace(page, text="".join(BACK.get(character, character) for character in page.text))
    assert is_traditional(old.text)
    plain, found = load().extract_page(page), load().extract_page(old)
    assert [len(plain.meetings), len(plain.articles)] == [len(found.meetings), len(found.articles)]
    for one, two in zip(plain.meetings, found.meetings, strict=True):
        assert simplified(two.name) == one.name
        assert two.name in old.text.replace("\n", "")
        assert two.evidence["name"][0].segments == one.evidence["name"][0].segments
