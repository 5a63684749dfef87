"""Every block of the documentation that is marked as Python or as a console session runs and prints what it says."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import shown
from click.testing import CliRunner

from newsie.cli import main

TOP = Path(__file__).parent.parent
PAGES = sorted(path.relative_to(TOP).as_posix() for path in TOP.glob("docs/**/*.md"))
_BLOCK = re.compile(r"^(<!-- not run: .+ -->\n)?```(python|console)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_SEEN = ("benchmarks", "docs", "examples", "models", "seeds", "tests")
MOST_NOT_RUN = 3


def blocks(page: str, language: str) -> list[str]:
    text = (TOP / page).read_text(encoding="utf-8")
    return [block for unrun, name, block in _BLOCK.findall(text) if name == language and not unrun]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder like the top of a checkout, in which examples may write."""
    for name in _SEEN:
        (tmp_path / name).symlink_to(TOP / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run_doctest(page: str, block: str, names: dict[str, object]) -> None:
    parsed = doctest.DocTestParser().get_doctest(block, names, page, page, 0)
    result = doctest.DocTestRunner(verbose=False).run(parsed, clear_globs=False)
    names.update(parsed.globs)
    assert result.failed == 0


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page, "python")])
def test_python_runs(page: str, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, object] = {"__name__": page}
    for block in blocks(page, "python"):
        if ">>>" in block:
            run_doctest(page, block, names)
            continue
        exec(compile(block, page, "exec"), names)  # noqa: S102 - it is ours
        said = [line.removeprefix("# ") for line in block.splitlines() if line.startswith("# ")]
        printed = capsys.readouterr().out.splitlines()
        assert not said or printed == said


def sessions(block: str) -> list[tuple[str, str]]:
    """Return the commands of a console session, each with what it prints."""
    parts = re.split(r"^\$ (.+)\n", block, flags=re.MULTILINE)
    assert not parts[0].strip()
    return list(zip(parts[1::2], parts[2::2], strict=True))


def as_printed(expected: str) -> str:
    """Return a pattern of what is printed: … stands for what is not shown."""
    return r"\s*" + ".*?".join(map(re.escape, expected.strip("\n").split("…"))) + r"\s*"


def outcome(line: str, environment: dict[str, str]) -> tuple[int, str, str]:
    """Return status, output and errors of a command; those of newsie's that need no shell run in this process."""
    if line.startswith("newsie ") and not re.search(r"[$&|<>;]", line):
        run = CliRunner().invoke(main, shlex.split(line)[1:], env=environment)
        return run.exit_code, run.stdout, run.output
    done = subprocess.run(
        ["bash", "-c", line], env=environment, capture_output=True, check=False, encoding="utf-8"
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page, "console")])
def test_sessions_run(page: str, place: Path) -> None:
    command = place / "bin" / "newsie"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -c "from newsie.cli import main; main()" "$@"\n')
    command.chmod(0o755)
    path = f"{command.parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(TOP), "COLUMNS": "100"}
    for block in blocks(page, "console"):
        for line, expected in sessions(block):
            status, output, errors = outcome(line, environment)
            assert status == 0, f"{line}\n{errors}"
            if expected.strip():
                assert re.fullmatch(as_printed(expected), output, re.DOTALL), f"{line}\n{output}"


def test_few_blocks_are_not_run() -> None:
    texts = ((TOP / page).read_text(encoding="utf-8") for page in PAGES)
    assert sum(bool(unrun) for text in texts for unrun, _, _ in _BLOCK.findall(text)) <= MOST_NOT_RUN


@pytest.mark.parametrize("path", sorted(shown.PAGES.glob("*.md")), ids=lambda path: path.name)
def test_records_are_what_newsie_reads(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    assert page.count("```json") >= 3
    assert page == shown.made(page), "python tests/shown.py makes the examples anew"


def test_every_page_is_in_the_contents() -> None:
    contents = (TOP / "mkdocs.yml").read_text(encoding="utf-8")
    missing = [page for page in PAGES if f" {page.removeprefix('docs/')}\n" not in contents]
    assert not missing, "they belong into `nav` of mkdocs.yml"
