import importlib.metadata
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsie.cli import main
from newsie.commands import doctor
from newsie.errors import ModelError
from newsie.records import Extraction


def findings() -> dict[str, doctor.Finding]:
    return {finding.name: finding for finding in doctor.examine()}


def test_a_sound_installation_has_nothing_broken() -> None:
    found = findings()
    assert not [finding for finding in found.values() if finding.is_broken]
    assert {"newsie", "zh_news", "zh_chars", "extra pdf", "terminal", "self-test"} <= set(found)
    assert found["zh_news"].told.startswith("model ")


def test_it_fits_one_screen() -> None:
    result = CliRunner().invoke(main, ["doctor"], env={"COLUMNS": "80"})
    assert result.exit_code == 0, result.output
    assert len(result.output.splitlines()) <= 24
    assert max(map(len, result.output.splitlines())) <= 80


def test_json_says_the_same() -> None:
    result = CliRunner().invoke(main, ["doctor", "--json"])
    told = json.loads(result.output)
    assert told["broken"] is False
    assert [finding["name"] for finding in told["findings"]] == list(findings())


def test_every_extra_for_users_is_looked_at() -> None:
    project = (Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8")
    section = project.partition("[project.optional-dependencies]")[2].partition("\n[")[0]
    extras = set(re.findall(r"^([a-z]+) = ", section, re.MULTILINE))
    looked_at = {name.removeprefix("extra ") for name in findings() if name.startswith("extra ")}
    assert looked_at == extras - {"all", "test", "browser", "docs", "dev"}


def test_an_extra_that_is_missing_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "find_spec", lambda _: None)
    found = findings()["extra pdf"]
    assert (found.status, found.help) == ("missing", "pip install 'newsie-zh[pdf]'")
    assert CliRunner().invoke(main, ["doctor"]).exit_code == 0


def test_a_model_that_is_missing_is_broken_and_says_what_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(pipeline: str = "zh_news") -> None:
        raise ModelError(f"no pipeline {pipeline!r}")

    monkeypatch.setattr(doctor, "load", lost)
    found = findings()
    assert found["zh_news"].is_broken
    assert "by grammar alone" in found["zh_news"].help
    assert found["self-test"].is_broken
    result = CliRunner().invoke(main, ["doctor"])
    assert result.exit_code == 1
    assert "Traceback" not in result.output


def test_a_self_test_that_reads_something_else_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    class Blind:
        def extract(self, _: str, **__: object) -> Extraction:
            return Extraction(id="d", source="", text_sha256="")

    monkeypatch.setattr(doctor, "load", lambda *_: Blind())
    assert findings()["self-test"].is_broken


def test_files_that_changed_since_they_were_installed_are_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    info = tmp_path / "newsie_zh-0.1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Name: newsie-zh\nVersion: 0.1.0\n", encoding="utf-8")
    (info / "RECORD").write_text("newsie/a.tsv,,4\nnewsie/b.tsv,,1\nnewsie/c.tsv,,1\n", encoding="utf-8")
    (tmp_path / "newsie").mkdir()
    for name, content in {"a.tsv": "four", "b.tsv": "longer"}.items():
        (tmp_path / "newsie" / name).write_text(content, encoding="utf-8")
    distribution = importlib.metadata.Distribution.at(info)
    monkeypatch.setattr(importlib.metadata, "distribution", lambda _: distribution)
    found = findings()["files"]
    assert found.is_broken
    assert found.told.startswith("2 of 3 changed or gone: ")
    assert "b.tsv" in found.told
    assert "c.tsv" in found.told


def test_a_terminal_without_chinese_is_told_in_letters_it_has() -> None:
    run = subprocess.run(
        [sys.executable, "-c", "from newsie.cli import main; main()", "doctor"],
        capture_output=True,
        env={"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert run.returncode == 1
    assert b"PYTHONUTF8=1" in run.stdout
    assert not run.stderr
