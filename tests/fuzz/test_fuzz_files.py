"""Any file gives a sound result or a failure with a reason."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from fuzz.files import good_files
from fuzz.invariants import RULES, read_sources
from fuzz.profiles import examples
from fuzz.strategies import broken_files
from newsie import Extraction, NewsieError
from newsie.cli import main
from newsie.decoding import decode
from newsie.inputs import find_pages


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all examples share; each is its own file."""
    return tmp_path_factory.mktemp("files")


@pytest.mark.parametrize("suffix", good_files())
def test_good_files_are_read(suffix: str, folder: Path) -> None:
    path = folder / f"good{suffix}"
    path.write_bytes(good_files()[suffix])
    assert {type(outcome) for outcome in read_sources(list(find_pages([path])))} == {Extraction}


@examples(150, 0.06)
@given(broken_files())
def test_broken_files(folder: Path, made: tuple[str, bytes]) -> None:
    path = folder / f"page{made[0]}"
    path.write_bytes(made[1])
    read_sources(list(find_pages([path])))


@examples(100, 0.02)
@given(st.one_of(st.binary(max_size=600), broken_files().map(lambda made: made[1])))
def test_any_bytes_are_text_or_an_error(data: bytes) -> None:
    with suppress(NewsieError):
        decode(data)


@examples(15, 0.01)
@given(broken_files())
def test_the_command_line_has_no_traceback(folder: Path, made: tuple[str, bytes]) -> None:
    path = folder / f"page{made[0]}"
    path.write_bytes(made[1])
    run = CliRunner().invoke(main, ["extract", str(path), "--out", str(folder / "out"), "--pipeline", RULES])
    assert run.exit_code in {0, 1}
    assert run.exception is None or isinstance(run.exception, SystemExit), run.exc_info
    assert "newsie broke on it" not in run.output
