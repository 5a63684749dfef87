import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsie.batch import Failure, extract_many
from newsie.errors import DateError, ModelError
from newsie.manifest import find_sources
from newsie.page import Page
from newsie.records import Extraction

STORY = "区里召开推进会\n\n本报讯（记者 姜某）1月8日，区里召开推进会，安排部署重点工作。\n"


def test_texts_files_and_pages_give_results_in_their_order(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(STORY, encoding="utf-8")
    results = list(extract_many([STORY, path, Page.of(STORY, source="third")]))
    assert all(isinstance(result, Extraction) for result in results)
    assert [result.source for result in results] == ["", str(path), "third"]
    assert len({result.model_dump_json(include={"articles"}) for result in results}) == 1


def test_a_source_that_fails_costs_no_neighbour(tmp_path: Path) -> None:
    binary = tmp_path / "picture.txt"
    binary.write_bytes(bytes(range(256)) * 4)
    results = list(extract_many([STORY, binary, tmp_path / "gone.txt", STORY]))
    assert [type(result) for result in results] == [Extraction, Failure, Failure, Extraction]
    assert results[1].source == str(binary)
    assert "binary" in results[1].reason


def test_a_page_that_breaks_newsie_costs_no_neighbour(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise RecursionError("deep")

    monkeypatch.setattr("newsie.extractor.find_published", lambda page, _: broken(page))
    assert list(extract_many([STORY])) == [Failure("", "newsie broke on it (RecursionError: deep)")]


class Deadly(Page):
    """A page that kills the process that takes it up."""

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (1,)


def test_a_page_that_kills_its_process_costs_no_neighbour() -> None:
    results = list(extract_many([STORY, Deadly("", source="deadly"), STORY], workers=2))
    assert [type(result) for result in results] == [Extraction, Failure, Extraction]
    assert results[1] == Failure("deadly", "the process that read it died: it may need more memory")


def test_a_wrong_call_raises_at_once() -> None:
    with pytest.raises(DateError):
        extract_many([STORY], published="2023-02-30")
    with pytest.raises(ModelError):
        list(extract_many([STORY], pipeline="no such pipeline"))


def test_sources_are_taken_up_as_results_are() -> None:
    taken = []

    def sources() -> object:
        for number in range(100):
            taken.append(number)
            yield STORY

    results = extract_many(sources())
    next(results)
    assert len(taken) == 1


def test_results_are_the_same_whatever_the_number_of_processes(folder: Path) -> None:
    sources = (*find_sources(folder), folder / "gone.txt")
    alone = list(extract_many(sources))
    shared = list(extract_many(sources, workers=2))
    assert [_bytes(result) for result in alone] == [_bytes(result) for result in shared]
    assert isinstance(shared[-1], Failure)


def _bytes(result: Extraction | Failure) -> str:
    return result.reason if isinstance(result, Failure) else result.model_dump_json()


def test_several_workers_need_a_program_that_is_a_file() -> None:
    program = "import newsie\nlist(newsie.extract_many(['页'], workers=2))\n"
    done = subprocess.run([sys.executable, "-"], input=program, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "workers=1" in done.stderr


def test_workers_that_cannot_start_are_named_once(tmp_path: Path) -> None:
    program = tmp_path / "unguarded.py"
    program.write_text("import newsie\nlist(newsie.extract_many(['页'] * 99, workers=2))\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(program)], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 1
    assert done.stderr.count("newsie.errors.NewsieError: worker processes die as they start") == 1


@pytest.mark.parametrize("single", ["pages", Path("pages")])
def test_a_single_source_is_no_list_of_sources(single: str | Path) -> None:
    with pytest.raises(TypeError, match="find_pages"):
        extract_many(single)  # type: ignore[arg-type]


def test_standard_input_is_read_before_workers_take_it_up(monkeypatch: pytest.MonkeyPatch) -> None:
    for workers in (1, 2):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
        one, two = extract_many([Path("-"), STORY], workers=workers, pipeline="zh_chars")
        assert isinstance(one, Extraction)
        assert isinstance(two, Extraction)
        assert (one.source, one.articles) == ("-", two.articles)


@pytest.mark.parametrize("name", ["seeds/000_某某日报.txt", "C:\\pages\\A1.PDF", "2023.jsonl.gz\n"])
def test_a_text_that_is_the_name_of_a_file_is_told(name: str) -> None:
    (result,) = extract_many([name], pipeline="zh_chars")
    assert isinstance(result, Extraction)
    assert "file-name" in {warning.code for warning in result.warnings}


@pytest.mark.parametrize("text", [STORY, "附件：名单，见a.txt", "a.txt\nb.txt", "本报讯"])
def test_a_text_is_no_name(text: str) -> None:
    assert "file-name" not in {warning.code for warning in Page(text).warnings}
