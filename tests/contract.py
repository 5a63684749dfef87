"""What every pipeline must do, whatever finds its names; the tests ask for the fixtures `spec` and `extractor`."""

import os
import pickle
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest

import newsie
from newsie.batch import extract_many
from newsie.extractor import Extractor
from newsie.literals import find_literals
from newsie.reader.names import NAMES, read_names
from newsie.reading import Label, Mention
from newsie.text import fold

PAGE = """青河县召开重点项目推进会

　　本报讯（记者 姜某）3月26日，青河县召开重点项目推进会。青河县县长王明华主持会议并讲话，𠮷市
长李志强参加。总投资21.8亿元的产业园项目已完成90%以上。
　　会议指出，要抓紧施工。王明华强调，要确保年底前完成全部主体工程。
"""
LINE = "青河县县长王明华主持会议。"

TEXTS = (
    PAGE,
    LINE,
    "",
    " ",
    "\n\n\n",
    "\u3000\u3000",
    "。",
    "王",
    "(记者 王某)１０月８日,总投资1,200.5亿元",
    "会议由县委书记王 明 华主持",
    "𠮷𠀀𠮷局长𠮷明华到𠮷林镇调研",
)
HOSTILE = {
    "no pause": "县长王明华" * 1500,
    "pauses only": "，" * 4000,
    "ends only": "。" * 4000,
    "letters": "a" * 4000,
    "marks of models": "<pad><unk><bos>[CLS][SEP][PAD] [MASK] <pad> 县长王明华到<pad>调研",
    "controls": "\x00\x01\x02县长\x00王明华\x7f\u200b到\ufeff\u202e会",
    "surrogates": "县长\ud800王明华\udfff到会",
    "astral": "𠮷" * 4000,
    "open titles": "《" * 2000,
    "a character a line": "\n".join("县长王明华主持会议" * 200),
    "combining": "县长王\u0301\u0302明华" * 300,
}


def names(extractor: Extractor, text: str) -> tuple[Mention, ...]:
    """Return what the model votes for."""
    (found,) = read_names(extractor.backend.finder, [fold(text)], [()])
    return found


def doc_names(extractor: Extractor, text: str) -> list[tuple[str, int, int]]:
    """Return the names of the text's Doc."""
    doc = extractor.nlp(text)
    assert doc.text == text
    spans = doc.spans[NAMES]
    assert all(text[span.start_char : span.end_char] == span.text for span in spans)
    return [(span.label_, span.start_char, span.end_char) for span in spans]


def check(found: list[tuple[str, int, int]], text: str) -> None:
    """Check that names have known labels, lie in their text, are sorted and overlap nothing."""
    for label, start, end in found:
        assert label in get_args(Label)
        assert 0 <= start < end <= len(text)
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
    for (_, _, end), (_, start, _) in pairwise(found):
        assert end <= start


@pytest.mark.parametrize("text", TEXTS)
def test_names_have_exact_places(extractor: Extractor, text: str) -> None:
    check([(name.label, name.start, name.end) for name in names(extractor, text)], text)
    check(doc_names(extractor, text), text)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_are_read(extractor: Extractor, text: str) -> None:
    check([(name.label, name.start, name.end) for name in names(extractor, text)], text)


@pytest.mark.parametrize("front", ["", "𠮷𠀀𠮷。\n", "  \n\u3000", "主" * 700 + "。", "\x00\n"])
def test_places_are_code_points_of_the_text(extractor: Extractor, front: str) -> None:
    there = [
        (label, start - len(front), end - len(front))
        for label, start, end in doc_names(extractor, front + LINE)
    ]
    assert {("TITLE", 3, 5), ("PERSON", 5, 8)} <= set(there)


def test_many_texts_are_read_as_each_alone(extractor: Extractor) -> None:
    texts = [fold(text) for text in (*TEXTS, *PAGE.splitlines())]
    together = read_names(extractor.backend.finder, texts, [()] * len(texts))
    assert together == [read_names(extractor.backend.finder, [text], [()])[0] for text in texts]


def test_no_texts_have_no_names(extractor: Extractor) -> None:
    assert read_names(extractor.backend.finder, [], []) == []


def test_no_name_crosses_a_date_or_an_amount(extractor: Extractor) -> None:
    text = fold(PAGE)
    literals = find_literals(text)
    blocked = [(one.start, one.end) for one in (*literals.dates, *literals.amounts)]
    (found,) = read_names(extractor.backend.finder, [text], [blocked])
    meeting = [
        (name, span) for name in found for span in blocked if name.start < span[1] and span[0] < name.end
    ]
    assert all(name.start <= start and end <= name.end for name, (start, end) in meeting)


def test_a_page_gives_its_records(extractor: Extractor) -> None:
    result = extractor.extract(PAGE, published="2024-03-28")
    (meeting,) = result.meetings
    assert meeting.chair == ("王明华",)
    assert "王明华" in {official.name for official in result.officials}
    for mention in result.mentions:
        assert "".join(PAGE[start:end] for start, end in mention.segments).replace("\n", "") == mention.text
    assert result == extractor.extract(PAGE, published="2024-03-28")
    assert extractor.extract("").articles == ()


def unsigned(extractor: newsie.Extractor) -> newsie.Extraction:
    """Return what an extractor makes of the page; a copy has another name."""
    return extractor.extract(PAGE).model_copy(update={"made_by": None})


def test_an_extractor_can_be_pickled(extractor: Extractor) -> None:
    copy = pickle.loads(pickle.dumps(extractor))  # noqa: S301 - its own bytes
    assert copy.extract(PAGE) == extractor.extract(PAGE)


def test_a_pipeline_survives_its_folder(extractor: Extractor, tmp_path: Path) -> None:
    extractor.nlp.to_disk(tmp_path / "copy", exclude=["vocab"])
    copy = newsie.load(str(tmp_path / "copy"))
    assert unsigned(copy) == unsigned(extractor)
    assert [token.text for token in copy.nlp(PAGE)] == [token.text for token in extractor.nlp(PAGE)]


def test_other_processes_read_the_same(extractor: Extractor, spec: str) -> None:
    alone = extractor.extract(PAGE).model_dump_json()
    for result in extract_many([PAGE, PAGE], workers=2, pipeline=spec):
        assert result.model_dump_json() == alone  # type: ignore[union-attr] - a Failure has no such method


def test_hash_seeds_make_no_difference(extractor: Extractor, spec: str, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    program = "import sys, newsie; print(newsie.load(sys.argv[1]).extract(open(sys.argv[2], encoding='utf-8').read()).model_dump_json())"
    run = subprocess.run(
        [sys.executable, "-c", program, spec, str(page)],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={
            **os.environ,
            "PYTHONHASHSEED": "7",
            "PYTHONPATH": ":".join(sys.path),
            "PYTHONIOENCODING": "utf-8",
        },
    )
    assert run.stdout.strip() == extractor.extract(PAGE).model_dump_json()
    assert not run.stderr
