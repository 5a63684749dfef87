import errno
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie.errors import SourceError
from newsie.extractor import extract
from newsie.out.files import file_names, whole_file
from newsie.out.results import read_results
from newsie.records import Extraction
from newsie.views.saved import is_saved, saved


@pytest.mark.parametrize(
    ("sources", "names"),
    [
        (["a/one.txt", "a/two.txt"], ["one", "two"]),
        (["a/one.txt", "a/one.md"], ["one.txt", "one.md"]),
        (["a/one.txt", "b/one.txt"], ["a_one", "b_one"]),
        (["a/one.txt", "a/one.md", "b/one.txt"], ["a_one.txt", "one.md", "b_one"]),
        (["x/a/one.txt", "y/a/one.txt"], ["x_a_one.txt", "y_a_one.txt"]),
        (["a/ONE.txt", "b/one.txt"], ["a_ONE", "b_one"]),
        (["-", "stdin.txt"], ["stdin", "stdin.txt"]),
        (["第１版 要闻.txt"], ["第１版_要闻"]),
        (["..", "."], ["page", "page-2"]),
    ],
)
def test_names_are_stems_unless_two_would_be_the_same(sources: list[str], names: list[str]) -> None:
    assert list(file_names(sources)) == names


@given(st.lists(st.text(st.sampled_from("ab./\\ -中\0"), max_size=6), max_size=6))
def test_names_differ_and_stay_inside_the_folder(sources: list[str]) -> None:
    names = file_names(sources)
    assert len({name.casefold() for name in names}) == len(sources)
    assert all(name and not name.startswith(".") and "/" not in name and "\\" not in name for name in names)


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    path.write_text("before", encoding="utf-8")
    with pytest.raises(RuntimeError):
        _break_off(path)
    assert path.read_text(encoding="utf-8") == "before"
    with whole_file(path) as file:
        file.write("after\n")
        assert path.read_text(encoding="utf-8") == "before"
    assert path.read_bytes() == b"after\n"
    assert os.listdir(tmp_path) == ["one.json"]  # noqa: PTH208


def test_a_full_disk_is_told_with_the_file(tmp_path: Path) -> None:
    with (
        pytest.raises(OSError, match=r"No space left on device: '.*one\.json'"),
        whole_file(tmp_path / "one.json"),
    ):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _break_off(path: Path) -> None:
    with whole_file(path) as file:
        file.write("half")
        raise RuntimeError


def newer(result: Extraction, version: str) -> str:
    given = json.loads(result.model_dump_json())
    given["schema_version"] = version
    given["weather"] = "晴"
    given["articles"][0]["tone"] = "plain"
    return json.dumps(given)


def test_what_a_newer_minor_version_added_is_left_out_and_told(tmp_path: Path) -> None:
    result = extract("区里召开推进会\n\n本报讯 1月8日，区里召开推进会。\n", published="2023-01-10")
    (tmp_path / "a.json").write_text(newer(result, "1.90"), encoding="utf-8")
    with pytest.warns(UserWarning, match=r"does not know of version 1\.90: tone, weather"):
        ((_, read),) = read_results(tmp_path)
    assert read == result


@pytest.mark.parametrize(
    ("version", "told"), [("1.1", "Extra inputs"), ("2.0", "get a newer one"), ("x", "Extra")]
)
def test_unknown_fields_of_other_versions_are_refused(tmp_path: Path, version: str, told: str) -> None:
    result = extract("区里召开推进会\n\n本报讯 1月8日，区里召开推进会。\n", published="2023-01-10")
    (tmp_path / "a.json").write_text(newer(result, version), encoding="utf-8")
    with pytest.raises(SourceError, match=told):
        list(read_results(tmp_path))


def test_lines_of_results_are_told_from_a_table_whatever_their_name(tmp_path: Path) -> None:
    result = extract("区里召开推进会\n\n本报讯 1月8日，区里\u2028召开推进会。\n", published="2023-01-10")
    path = tmp_path / "mine.jsonl"
    path.write_text(result.model_dump_json() + "\n\n", encoding="utf-8")
    assert is_saved(path)
    assert list(saved(path)) == [result]
    path.write_text('{"text": "本报讯"}\n', encoding="utf-8")
    assert not is_saved(path)
