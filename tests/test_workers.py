import os
import sys
from pathlib import Path

import pytest

from newsie.workers import processes


def _has_all() -> tuple[bool, int]:
    return "newsie.ready" in sys.modules, os.getpid()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere each is spawned")
def test_workers_find_what_all_of_them_need() -> None:
    with processes(1) as pool:
        ready, worker = pool.submit(_has_all).result()
    assert ready
    assert worker != os.getpid()


def test_another_newsie_in_the_folder_is_not_taken_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "newsie").mkdir()
    (tmp_path / "newsie" / "__init__.py").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with processes(1) as pool:
        assert pool.submit(_has_all).result()[0] is False
