"""The shipped pipeline, as it is read from `models/zh_news`."""

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

import newsie
from newsie.errors import ModelError
from newsie.extractor import Extractor
from newsie.literals import find_literals
from newsie.reader.folders import pipeline_folders
from newsie.reader.names import NAMES, read_names
from newsie.reader.pipeline import finder_of, load_pipeline
from newsie.text import fold

PAGE = """近日，青河区委书记严守义、区长欧阳雪到柳林街道调研，总投资21.8亿元的产业园项目已完成90%以上。
区领导钱进、阿依古丽·买买提参加。“2000多名群众受益。”养殖户田小满说。
"""
MORE = "市长王志强3月26日上午主持召开市政府常务会议，印发《关于2022年工作的意见》。"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline("zh_news")


def names(nlp: Language, text: str, label: str) -> list[str]:
    (found,) = read_names(finder_of(nlp), [fold(text)], [()])
    return [text[name.start : name.end] for name in found if name.label == label]


def test_persons_of_the_genre_are_found(nlp: Language) -> None:
    assert names(nlp, PAGE, "PERSON") == ["严守义", "欧阳雪", "钱进", "阿依古丽·买买提", "田小满"]
    assert names(nlp, MORE, "PERSON") == ["王志强"]


def test_offices_and_places_are_found(nlp: Language) -> None:
    assert {"书记", "区长"} <= set(names(nlp, PAGE, "TITLE"))
    assert "柳林街道" in names(nlp, PAGE, "PLACE")


def test_width_makes_no_difference(nlp: Language) -> None:
    assert names(nlp, PAGE.replace("，", ",").replace("“", '"').replace("”", '"'), "PERSON") == names(
        nlp, PAGE, "PERSON"
    )


def test_many_texts_are_read_as_each_alone(nlp: Language) -> None:
    texts = [fold(line) for line in (PAGE + MORE).splitlines()]
    together = read_names(finder_of(nlp), texts, [()] * len(texts))
    assert together == [read_names(finder_of(nlp), [text], [()])[0] for text in texts]


def test_no_name_crosses_a_literal(nlp: Language) -> None:
    text = fold(MORE)
    whole = [(0, len(text) - 1)]
    assert read_names(finder_of(nlp), [text], [whole]) == [()]


def test_words_cover_literals(nlp: Language) -> None:
    for text in (PAGE, MORE):
        doc = nlp(text)
        assert doc.text == text
        literals = find_literals(fold(text))
        for item in (*literals.dates, *literals.amounts, *literals.titles):
            assert doc.char_span(item.start, item.end) is not None


def test_words_are_words(nlp: Language) -> None:
    words = [token.text for token in nlp("会议强调，要坚持稳中求进工作总基调")]
    assert {"会议", "强调", "坚持", "工作"} <= set(words)


def test_a_doc_holds_its_names(nlp: Language) -> None:
    doc = nlp(MORE)
    assert ("王志强", "PERSON") in [(span.text, span.label_) for span in doc.ents]
    assert len(doc.spans[NAMES]) >= len(doc.ents)


def test_docs_survive_bytes_and_pipelines_too(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "copy", exclude=["vocab"])
    fresh = type(nlp).from_config(nlp.config)
    for copy in (spacy.load(tmp_path / "copy"), fresh.from_bytes(nlp.to_bytes())):
        assert [token.text for token in copy(MORE)] == [token.text for token in nlp(MORE)]
        assert [span.text for span in copy(MORE).ents] == [span.text for span in nlp(MORE).ents]


def test_every_process_reads_the_same() -> None:
    program = (
        "import sys; from newsie.reader.names import read_names;"
        "from newsie.reader.pipeline import finder_of, load_pipeline; nlp = load_pipeline();"
        "text = sys.argv[1]; print(read_names(finder_of(nlp), [text], [()]), [t.text for t in nlp(text)])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program, fold(PAGE)],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path), "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_an_unknown_pipeline_names_the_known_ones() -> None:
    with pytest.raises(ModelError, match="zh_news"):
        load_pipeline("zh_nothing")


def test_a_damaged_pipeline_is_a_model_error(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text("[nlp]\nlang = 'zh'", encoding="utf-8")
    with pytest.raises(ModelError, match="not a pipeline"):
        load_pipeline(str(tmp_path))


def test_the_shipped_files_are_small() -> None:
    (folder,) = [path / "zh_news" for path in pipeline_folders() if (path / "zh_news").is_dir()]
    assert sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) < 35e6


def test_spacy_loads_the_folder_by_its_path() -> None:
    loaded = spacy.load(pipeline_folders()[-1] / "zh_news")
    doc = loaded(PAGE)
    assert {"PERSON", "PLACE", "TITLE"} <= {span.label_ for span in doc.ents}
    assert doc.text == PAGE
    assert len(doc) < len(PAGE) * 0.8


def test_the_extractor_reads_as_its_pipeline_does(nlp: Language) -> None:
    assert newsie.load().nlp is newsie.load().nlp
    texts = [fold(PAGE), fold(MORE)]
    assert newsie.load().backend.finder.find(texts) == finder_of(nlp).find(texts)


def test_records_are_read_without_spacy() -> None:
    program = (
        "import sys, newsie; assert newsie.extract(sys.argv[1]).officials;"
        "print([name for name in ('spacy', 'thinc', 'spacy_pkuseg') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", program, PAGE], capture_output=True, check=True, text=True)
    assert run.stdout == "[]\n"


def test_a_pipeline_of_more_components_is_read_by_spacy(tmp_path: Path, nlp: Language) -> None:
    copy = type(nlp).from_config(nlp.config).from_bytes(nlp.to_bytes())
    copy.add_pipe("sentencizer")
    copy.to_disk(tmp_path / "more")
    extractor = newsie.load(str(tmp_path / "more"))
    assert extractor.nlp.pipe_names == ["entities", "sentencizer"]
    assert extractor.extract(PAGE).officials == newsie.load().extract(PAGE).officials


def test_an_extractor_is_made_of_any_pipeline_that_finds_names(nlp: Language) -> None:
    assert Extractor.of(nlp).extract(PAGE) == newsie.load().extract(PAGE).model_copy(update={"made_by": None})
    with pytest.raises(ModelError, match="no component that finds names"):
        Extractor.of(spacy.blank("zh"))
