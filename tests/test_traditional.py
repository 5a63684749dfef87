from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from gate import figures

from newsie.evaluation import Graded, evaluate
from newsie.extractor import load
from newsie.inputs import read_page
from newsie.lexicon import rows
from newsie.manifest import find_sources
from newsie.records import Extraction
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
    assert simplified(text) == "乾隆「干粮」瞭望台后\n面"
    assert len(simplified(text)) == len(text)


def test_a_text_is_matched_simplified_and_cut_as_it_stands() -> None:
    text = Text.of("總投資1億元", traditional=True)
    assert (text.folded, text.string, text[:3].folded) == ("总投资1亿元", "總投資1億元", "总投资")
    assert Text.join([text, text], "\n").traditional


def back(value: object) -> object:
    """Return what a result holds in simplified characters."""
    if isinstance(value, str):
        return simplified(value)
    if isinstance(value, dict):
        return {name: back(inner) for name, inner in value.items()}
    return [back(inner) for inner in value] if isinstance(value, list) else value


def test_traditional_pages_give_the_same_records_in_their_own_words(pages: Path) -> None:
    graded = []
    for source in find_sources(pages):
        page = read_page(source)
        old = replace(page, text="".join(BACK.get(character, character) for character in page.text))
        assert is_traditional(old.text)
        result = load().extract_page(old)
        for meeting in result.meetings:
            for piece in meeting.evidence["name"]:
                cut = "".join(old.text[start:end] for start, end in piece.segments)
                assert "".join(cut.split()) == "".join(piece.text.split())
        found = Extraction.model_validate(back(json.loads(result.model_dump_json())))
        graded.append(Graded(load().extract_page(page), found, page.text))
    assert {name: figure for name, figure in figures(evaluate(graded)).items() if figure < 95} == {}
