import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie.out.files import file_names, whole_file


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
