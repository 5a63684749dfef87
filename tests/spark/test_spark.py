"""The Arrow function on Apache Spark, two workers on this machine, one of them killed while it works."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

pytest.importorskip("pyspark")
arrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")

from newsie.arrow import extract_table, result_schema  # noqa: E402

TOP = Path(__file__).parent.parent.parent
EXAMPLE = TOP / "examples" / "spark_archive.py"
COPIES = 12
EXECUTOR = "CoarseGrainedExecutorBackend"


def pages() -> arrow.Table:
    """Return a table of pages with a broken row among them."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((TOP / "tests" / "pages").glob("*.txt"))]
    made = [
        {"id": f"{copy}-{at}", "text": f"{text}\n{copy}"}
        for copy in range(COPIES)
        for at, text in enumerate(texts)
    ]
    return arrow.Table.from_pylist([*made, {"id": "broken", "text": None}])


def start(pages: Path, results: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(EXAMPLE), str(pages), str(results)],
        cwd=TOP,
        env={**os.environ, "PYTHONPATH": str(TOP)},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def executors(session: int) -> list[int]:
    """Return Spark's executors among the processes of a session, and no other's."""
    numbers = [int(process.name) for process in Path("/proc").glob("[0-9]*")]
    return sorted(number for number in numbers if is_executor(number, session))


def is_executor(process: int, session: int) -> bool:
    with suppress(OSError):
        words = Path(f"/proc/{process}/cmdline").read_bytes()
        return os.getsid(process) == session and EXECUTOR.encode() in words
    return False


def reading(executor: int) -> bool:
    """Tell whether an executor has started to read pages: it has Python processes then."""
    children = Path(f"/proc/{executor}/task/{executor}/children")
    tasks = Path(f"/proc/{executor}/task").glob("*/children")
    return children.exists() and any(task.read_text().strip() for task in tasks)


def kill_one(process: subprocess.Popen[str], deadline: float) -> None:
    """Kill an executor while it reads pages."""
    while time.monotonic() < deadline:
        assert process.poll() is None, process.communicate()
        busy = [executor for executor in executors(process.pid) if reading(executor)]
        if len(busy) == 2:
            time.sleep(3)
            os.kill(busy[0], signal.SIGKILL)
            return
        time.sleep(0.2)
    raise AssertionError("no executor began to read")


def test_spark_gives_what_one_process_gives_though_a_worker_dies(tmp_path: Path) -> None:
    table = pages()
    given, results = tmp_path / "pages.parquet", tmp_path / "results.parquet"
    parquet.write_table(table, given)
    process = start(given, results)
    kill_one(process, time.monotonic() + 120)
    printed, errors = process.communicate(timeout=900)
    assert process.returncode == 0, errors[-3000:]
    assert f"{len(table)} pages, 1 of them failed" in printed
    found = parquet.read_table(results).cast(result_schema()).sort_by("source").to_pylist()
    alone = extract_table(table).sort_by("source").to_pylist()
    assert len(found) == len(alone) == len(table)
    for one, two in zip(found, alone, strict=True):
        assert {**one, "error": None} == {**two, "error": None}
        assert (one["error"] is None) == (two["error"] is None)
