import os
import signal
import sys
import threading
import time
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


def test_a_process_starts_undisturbed() -> None:
    with processes(1) as pool:
        threading.Timer(0.1, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
        with pytest.raises(KeyboardInterrupt):  # noqa: PT012 - it comes when the process runs
            pool.submit(_has_all)
            time.sleep(60)
        assert pool.submit(_has_all).result()[1] != os.getpid()


def test_another_newsie_in_the_folder_is_not_taken_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "newsie").mkdir()
    (tmp_path / "newsie" / "__init__.py").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with processes(1) as pool:
        assert pool.submit(_has_all).result()[0] is False
