"""The tutorial notebooks run from the first cell to the last, as a reader runs them; no outputs are kept in them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from newspaper import font

TOP = Path(__file__).parent.parent
NOTEBOOKS = sorted((TOP / "docs" / "tutorial").glob("*.ipynb"))


def test_there_is_one_in_each_language_and_they_do_the_same() -> None:
    code = [
        [cell.source for cell in nbformat.read(path, 4).cells if cell.cell_type == "code"]
        for path in NOTEBOOKS
    ]
    assert len(code) == 2
    assert code[0] == code[1]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_outputs_are_not_kept(path: Path) -> None:
    cells = nbformat.read(path, 4).cells
    assert not [cell for cell in cells if cell.get("outputs")]


# a kernel leaves sockets and loops to the collector
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_it_runs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command = tmp_path / "newsie"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -c "from newsie.cli import main; main()" "$@"\n')
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(TOP))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    monkeypatch.setenv("MPLCONFIGDIR", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))  # where matplotlib looks for fonts of one's own
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / font().name).symlink_to(font())
    notebook = nbformat.read(path, 4)
    client = NotebookClient(
        notebook, timeout=180, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}
    )
    client.execute()
    kinds = [set(out.get("data", {})) for cell in notebook.cells for out in cell.get("outputs", ())]
    assert any("text/html" in kind for kind in kinds)
    assert any("image/png" in kind for kind in kinds)
