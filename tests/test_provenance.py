import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import newsie
from newsie import provenance
from newsie.batch import Work, in_order
from newsie.manifest import find_sources
from newsie.records import Extraction

PROGRAM = """
import sys
from pathlib import Path
from newsie.batch import extract_many
from newsie.manifest import find_sources
if __name__ == "__main__":
    for result in extract_many(find_sources(Path(sys.argv[1]))):
        sys.stdout.write(result.model_dump_json() + "\\n")
"""


def test_every_result_names_what_made_it(seeds: Path) -> None:
    results = list(newsie.extract_many(find_sources(seeds)[:2]))
    made = newsie.load().made_by
    assert made is not None
    assert (made.newsie, made.pipeline) == (newsie.__version__, "zh_news")
    assert all(isinstance(result, Extraction) and result.made_by == made for result in results)


def test_pipelines_differ_in_their_model_and_share_their_rules() -> None:
    first, second = newsie.load("zh_news").made_by, newsie.load("zh_chars").made_by
    assert first is not None
    assert second is not None
    assert first.model != second.model
    assert first.rules == second.rules


def test_rules_of_a_user_change_the_hash_of_rules() -> None:
    backend = newsie.load("zh_chars").backend
    plain = provenance.made_by("zh_chars", backend)
    with_rules = provenance.made_by("zh_chars", backend, "digest of mine")
    assert plain.rules != with_rules.rules
    assert plain.model == with_rules.model


def test_a_pipeline_by_its_path_is_called_by_its_name() -> None:
    folder = newsie.load("zh_news").nlp.path
    assert newsie.load(str(folder)).made_by == newsie.load("zh_news").made_by


def test_a_folder_is_known_by_names_and_content(tmp_path: Path) -> None:
    def of(**files: str) -> str:
        folder = tmp_path / "-".join(f"{name}_{content}" for name, content in files.items())
        folder.mkdir()
        for name, content in files.items():
            (folder / f"{name}.txt").write_text(content, encoding="utf-8")
        (folder / "README.md").write_text(str(folder), encoding="utf-8")
        return provenance.hash_of_folder(folder)

    found = [of(a="1", b="2"), of(b="2", a="1"), of(a="2", b="1"), of(a="1", c="2"), of(a="1")]
    assert found[0] == found[1]
    assert len(set(found)) == 4


def test_results_are_the_same_in_groups_of_any_size(
    seeds: Path, extracted: dict[Path, tuple[Extraction, ...]]
) -> None:
    work = Work()
    alone = [done.outcome for source in find_sources(seeds) for done in work([source])]
    together = [done.outcome for done in work(find_sources(seeds))]
    assert alone == together == list(extracted[seeds])


def test_results_are_the_same_in_several_processes(
    seeds: Path, extracted: dict[Path, tuple[Extraction, ...]]
) -> None:
    assert [done.outcome for done in in_order(Work(), find_sources(seeds), 2)] == list(extracted[seeds])


def _pythons() -> list[str]:
    """Return the interpreters to compare: this one, and those that a run of the release names."""
    return [sys.executable, *filter(None, os.environ.get("NEWSIE_PYTHONS", "").split(os.pathsep))]


@pytest.mark.parametrize("python", _pythons())
def test_results_are_the_same_with_any_hash_seed_and_python(
    python: str, seeds: Path, extracted: dict[Path, tuple[Extraction, ...]]
) -> None:
    path = os.pathsep.join(sys.path) if python == sys.executable else str(Path(__file__).parent.parent)
    for seed in ("1", "20231"):
        run = subprocess.run(
            [python, "-c", PROGRAM, str(seeds)],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": path, "PYTHONUTF8": "1"},
        )
        found = [json.loads(line) for line in run.stdout.decode().splitlines()]
        assert found == [json.loads(result.model_dump_json()) for result in extracted[seeds]]
