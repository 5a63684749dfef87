"""A run over an archive can be killed at any moment, and goes on where it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from newsie.batch import Work
from newsie.corpus import Run, extract_archive, source_key
from newsie.errors import NewsieError
from newsie.inputs import find_pages
from newsie.out.database import Database, Entry
from newsie.out.exports import TABLES
from newsie.page import Failure, Page, Source

duckdb = pytest.importorskip("duckdb")

STORY = (
    "区里召开推进会\n\n本报讯（记者 姜某）1月8日，区里召开第{number}次重点项目推进会，区委书记王允主持会议。"
    "会议指出，今年以来，全区新开工项目{number}个，总投资21.8亿元。\n"
)
SOURCES = 120
TOP = Path(__file__).parent.parent


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    home = tmp_path / "archive"
    home.mkdir()
    for number in range(SOURCES):
        path = home / f"{number:03}.txt"
        if number % 10 == 7:
            path.write_bytes(bytes(range(256)) * (number + 1))
        else:
            path.write_text(STORY.format(number=number // 2 * 2 + 3), encoding="utf-8")
    return home


def contents(database: Path) -> Iterator[list[str]]:
    """Yield the rows of each table, sorted: a killed run may have other sources first."""
    with closing(duckdb.connect(str(database), read_only=True)) as connection:
        for name in TABLES:
            yield sorted(map(str, connection.execute(f"FROM {name}").fetchall()))


def command(archive: Path, out: Path) -> list[str]:
    code = "from newsie.cli import main; main()"
    words = ["extract", str(archive), "--out", str(out), "--resume", "--workers", "2", "--no-model"]
    return [sys.executable, "-c", code, *words]


def start(archive: Path, out: Path) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    return subprocess.Popen(
        command(archive, out), cwd=TOP, stdout=quiet, stderr=quiet, start_new_session=True
    )


def test_killed_and_resumed_is_as_undisturbed(archive: Path, tmp_path: Path) -> None:
    calm, hard = tmp_path / "calm.duckdb", tmp_path / "hard.duckdb"
    assert start(archive, calm).wait() == 1
    for delay in (0.8, 1.6, 2.4, 3.2):
        process = start(archive, hard)
        time.sleep(delay)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert start(archive, hard).wait() in {0, 1}
    assert list(contents(calm)) == list(contents(hard))
    with closing(Database(hard)) as database:
        assert database.counts()["sources"] == SOURCES
        assert database.counts()["failures"] == SOURCES // 10


def test_what_is_the_same_is_done_once_and_what_failed_is_not_tried_unasked(
    archive: Path, tmp_path: Path
) -> None:
    noted: list[Entry | None] = []
    with closing(Database(tmp_path / "a.duckdb")) as database:
        work = Work(pipeline="zh_chars")
        extract_archive(find_pages([archive]), database, Run(work), noted.append)
        counts = database.counts()
        assert counts["sources"] == SOURCES == len(noted)
        assert counts["documents"] < SOURCES * 0.6
        noted.clear()
        extract_archive(find_pages([archive]), database, Run(work), noted.append)
        assert noted == [None] * SOURCES
        noted.clear()
        extract_archive(find_pages([archive]), database, Run(work, retry_failed=True), noted.append)
        assert len([entry for entry in noted if entry]) == counts["failures"]
        assert database.counts() == counts


def test_a_key_is_all_that_a_result_depends_on(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY, encoding="utf-8")
    work = Work()
    key = source_key(Source(path), work)
    copy = tmp_path / "b.txt"
    copy.write_text(STORY, encoding="utf-8")
    assert source_key(Source(copy), work) == key
    dated = tmp_path / "2023-01-10.txt"
    dated.write_text(STORY, encoding="utf-8")
    assert source_key(Source(dated), work) != key
    assert source_key(Source(path, outlet="某报"), work) != key
    assert source_key(Source(path), Work(pipeline="zh_chars")) != key
    assert source_key(Source(path), Work(least=0.8)) != key
    assert source_key(Page(STORY), work) != source_key(Page(STORY + "\n"), work)
    assert source_key(Source(tmp_path / "none.txt"), work) == source_key(Source(tmp_path / "none.txt"), work)
    assert source_key(Failure("a", "x"), work) != source_key(Failure("a", "y"), work)


def test_a_pipeline_that_is_missing_ends_the_run(archive: Path, tmp_path: Path) -> None:
    with closing(Database(tmp_path / "a.duckdb")) as database, pytest.raises(NewsieError, match="none"):
        extract_archive(find_pages([archive]), database, Run(Work(pipeline="none")), print)
