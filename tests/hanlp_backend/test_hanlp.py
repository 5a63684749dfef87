"""HanLP's recognizers by the contract of all pipelines, and what is particular to them.

Run in a virtual environment of their own: `.ci/run hanlp`.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from contract import *  # noqa: F403 - its tests, run with the fixtures below
from contract import LINE, PAGE
from hanlp_backend.sentences import made_sentences, write_characters

import newsie
from newsie.errors import ModelError, NewsieError
from newsie.extractor import Extractor
from newsie.reader.hanlp_models import load_recognizer
from newsie.reader.hanlp_names import pieces, placed

MODELS = ("recurrent", "transformer", "multi_task")


@pytest.fixture(scope="module", params=MODELS)
def spec(request: pytest.FixtureRequest) -> str:
    return f"zh_hanlp:{request.getfixturevalue(request.param)}"


@pytest.fixture(scope="module")
def extractor(spec: str) -> Extractor:
    name, model = spec.split(":", 1)
    return newsie.load(name, model=model)


@pytest.mark.parametrize(
    ("model", "reads"), [("recurrent", "characters"), ("transformer", "words"), ("multi_task", "words")]
)
def test_a_model_gets_the_tokens_it_was_trained_on(
    model: str, reads: str, request: pytest.FixtureRequest
) -> None:
    assert load_recognizer(str(request.getfixturevalue(model))).reads == reads


def test_the_tokens_can_be_told(recurrent: Path) -> None:
    assert load_recognizer(str(recurrent), "words").reads == "words"
    with pytest.raises(ModelError, match="'words' or 'characters'"):
        load_recognizer(str(recurrent), "syllables")


def test_the_component_serves_any_spacy_pipeline(recurrent: Path) -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("newsie_hanlp", config={"model": str(recurrent)})
    assert ("王明华", "PERSON") in [(span.text, span.label_) for span in nlp(LINE).ents]
    assert Extractor.of(nlp).extract(PAGE).meetings


def test_names_of_hanlp_are_found_where_hanlp_keeps_them(recurrent: Path, tmp_path: Path) -> None:
    shutil.copytree(recurrent, tmp_path / "ner/msra_ner_electra_small_20220215_205503")
    program = "import newsie; print(newsie.load('zh_hanlp').nlp('县长王明华到柳林镇调研。').ents)"
    paths = {"HANLP_HOME": str(tmp_path), "PYTHONPATH": ":".join(sys.path), "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, **paths},
    )
    assert run.stdout == "(县长, 王明华, 柳林镇)\n"


def test_a_model_that_is_not_there_is_named_with_the_command_that_brings_it() -> None:
    for model in ("MSRA_NER_ELECTRA_SMALL_ZH", None):
        with pytest.raises(NewsieError, match=r"MSRA_NER_ELECTRA_SMALL_ZH.* is not in .*hanlp\.load\('MSRA"):
            newsie.load("zh_hanlp", model=model)


def test_a_name_that_hanlp_does_not_know_gets_near_ones() -> None:
    with pytest.raises(ModelError, match="perhaps MSRA_NER_ELECTRA_SMALL_ZH"):
        newsie.load("zh_hanlp", model="MSRA_NER_ELECTRA_SMALL")


@pytest.mark.parametrize(
    "encoder", ["hfl/chinese-electra-180g-small-discriminator", "google-bert/bert-base-chinese"]
)
def test_an_encoder_that_is_not_there_is_not_fetched(
    encoder: str, transformer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *given, **_: asked.append(given))
    monkeypatch.setenv("HF_HOME", str(tmp_path / "none"))
    model = shutil.copytree(transformer, tmp_path / "model")
    config = json.loads((model / "config.json").read_text(encoding="utf-8"))
    (model / "config.json").write_text(json.dumps({**config, "transformer": encoder}), encoding="utf-8")
    with pytest.raises(ModelError, match=r"lacks a file .*hanlp\.load\('"):
        newsie.load("zh_hanlp", model=str(model))
    assert not asked


def test_damage_is_a_model_error(recurrent: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(ModelError, match=r"config\.json is missing"):
        newsie.load("zh_hanlp", model=str(empty))
    cut = shutil.copytree(recurrent, tmp_path / "cut")
    (cut / "model.pt").write_bytes(b"cut short")
    with pytest.raises(ModelError, match="cannot load"):
        newsie.load("zh_hanlp", model=str(cut))
    (cut / "model.pt").unlink()
    with pytest.raises(ModelError, match=r"lacks a file .*model\.pt"):
        newsie.load("zh_hanlp", model=str(cut))


def test_a_model_that_finds_no_names_is_refused(tmp_path: Path) -> None:
    from hanlp.components.taggers.rnn_tagger import RNNTagger

    data = write_characters(tmp_path / "data.tsv", made_sentences(40, seed=3))
    RNNTagger().fit(
        data, data, str(tmp_path / "model"), embed=8, rnn_hidden=8, crf=False, epochs=1, devices=-1
    )
    with pytest.raises(ModelError, match="no recognizer of names"):
        newsie.load("zh_hanlp", model=str(tmp_path / "model"))


def test_labels_of_other_corpora_are_known() -> None:
    piece = [(0, 2), (2, 4), (4, 7)]
    given = [("NR", 0, 1), ("nt", 1, 2), ("GPE", 2, 3), ("PER.NAM", 0, 2), ("DATE", 0, 1), ("PER.NOM", 0, 1)]
    assert list(placed(piece, given)) == [("PERSON", 0, 2), ("ORG", 2, 4), ("PLACE", 4, 7), ("PERSON", 0, 4)]


def test_long_sentences_are_cut_behind_commas() -> None:
    text = ("主" * 99 + "，") * 3 + "主" * 200
    lengths = [len(piece) for piece in pieces(text, [(place, place + 1) for place in range(len(text))])]
    assert lengths == [100, 100, 100, 128, 72]
