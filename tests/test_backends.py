"""The pipelines that need nothing beside newsie, by the contract of all; and what is said where one is missing."""

import pickle
import shutil
import sys
from importlib import metadata
from pathlib import Path

import pytest
from click.testing import CliRunner
from contract import *  # noqa: F403 - its tests, run with the fixtures below
from contract import PAGE
from packaging.requirements import Requirement

import newsie
from newsie.cli import main
from newsie.errors import ModelError
from newsie.extractor import Extractor
from newsie.reader.backends import load_backend
from newsie.reader.folders import find_folder
from newsie.reader.names import read_names
from newsie.records import Extraction

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

HEAVY = {"torch", "tensorflow", "transformers", "hanlp", "onnxruntime", "jax"}


@pytest.fixture(scope="module", params=["zh_news", "zh_chars"])
def spec(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def extractor(spec: str) -> Extractor:
    return newsie.load(spec)


def test_weights_do_not_travel_with_each_task_of_a_pool(extractor: Extractor) -> None:
    assert len(pickle.dumps(extractor)) < 5_000
    assert len(pickle.dumps(extractor.extract)) < 5_000


def test_a_pipeline_in_a_folder_is_found_from_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(find_folder("zh_news"), tmp_path / "my_names")
    monkeypatch.chdir(tmp_path)
    packed = pickle.dumps(newsie.load("my_names"))
    monkeypatch.chdir("/")
    again = pickle.loads(packed)  # noqa: S301 - its own bytes
    assert len(packed) < 5_000
    assert again.extract(PAGE) == newsie.load().extract(PAGE).model_copy(update={"made_by": again.made_by})


def test_without_a_model_no_weights_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> None:
        raise AssertionError("weights were read")

    monkeypatch.setattr("newsie.reader.names.load_weights", forbidden)
    monkeypatch.setattr("newsie.reader.segmenter._load_pkuseg", forbidden)
    extractor = Extractor(load_backend("zh_chars"))
    assert extractor.extract("县长王某某主持召开会议。").articles
    assert [token.text for token in extractor.nlp("县长2022年到会")] == ["县", "长", "2022年", "到", "会"]


def test_without_a_model_nothing_votes() -> None:
    assert read_names(newsie.load("zh_chars").backend.finder, ["县长王某某出席"], [()]) == [()]


def test_without_a_model_a_name_may_always_stand_before_the_same_verb() -> None:
    text = "某公司董事长关某某一行4人到区里考察。调研员丁有为与关某某一行座谈，对关某某一行表示欢迎。"
    names = [span.text for span in newsie.load("zh_chars").nlp(text).ents if span.label_ == "PERSON"]
    assert names == ["关某某", "丁有为", "关某某", "关某某"]


def test_the_command_line_does_without_a_model(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    run = CliRunner().invoke(main, ["extract", str(page), "--out", str(tmp_path), "--no-model"])
    assert run.exit_code == 0, run.output
    result = Extraction.model_validate_json((tmp_path / "page.json").read_text(encoding="utf-8"))
    assert result.meetings == newsie.load("zh_chars").extract(PAGE).meetings
    assert not [mention for mention in result.mentions if "model" in mention.by]


def test_a_pipeline_that_takes_no_model_says_so() -> None:
    for pipeline in ("zh_news", "zh_chars"):
        with pytest.raises(ModelError, match="takes no model"):
            newsie.load(pipeline, model="some")


def test_hanlp_that_is_not_there_is_named_with_what_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsie.reader.hanlp_models.find_spec", lambda _: None)
    with pytest.raises(ModelError, match=r"pip install 'newsie-zh\[hanlp\]'"):
        newsie.load("zh_hanlp", model="nowhere to be found")


def test_the_default_install_has_no_torch() -> None:
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))
    closure: set[str] = set()
    left = [Requirement(line) for line in project["project"]["dependencies"]]
    while left:
        need = left.pop()
        name = need.name.lower().replace("_", "-")
        if (need.marker and not need.marker.evaluate({"extra": ""})) or name in closure:
            continue
        closure.add(name)
        left += [Requirement(line) for line in metadata.requires(name) or ()]
    assert {"spacy", "numpy", "thinc"} <= closure
    assert not closure & HEAVY
