"""A run over an archive can be killed at any moment, and goes on where it was."""

from __future__ import annotations

import gzip
import json
import os
import shlex
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from newsie.batch import Work
from newsie.corpus import Run, extract_archive, source_key
from newsie.corrections import load_corrections
from newsie.errors import NewsieError, StoreError
from newsie.inputs import find_pages
from newsie.out.database import Database, Entry
from newsie.out.exports import TABLES
from newsie.page import Failure, Page, Source

duckdb = pytest.importorskip("duckdb")

WORK = Work(pipeline="zh_chars")

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


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere processes start otherwise")
@pytest.mark.parametrize("delay", [0.1, 1.0])
def test_ctrl_c_ends_a_run_without_a_word_of_the_workers(archive: Path, tmp_path: Path, delay: float) -> None:
    out = tmp_path / "a.duckdb"
    process = subprocess.Popen(
        command(archive, out), cwd=TOP, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    while not out.exists() and process.poll() is None:
        time.sleep(0.05)
    time.sleep(delay)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    lines = [line for line in told.decode().splitlines() if ": not read: " not in line]
    assert lines in ([], ["", "Aborted!"], ["Aborted!"])
    with closing(Database(out)) as database:
        assert database.counts()["sources"] <= SOURCES


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of file sizes there")
@pytest.mark.parametrize("suffix", [".duckdb", ".sqlite"])
def test_a_full_disk_is_told(archive: Path, tmp_path: Path, suffix: str) -> None:
    words = shlex.join(command(archive, tmp_path / f"a{suffix}"))
    if suffix != ".duckdb":
        words = words.replace(" --resume", "")
    done = subprocess.run(
        ["sh", "-c", f"ulimit -f 600; exec {words}"], cwd=TOP, capture_output=True, text=True, check=False
    )
    lines = [line for line in done.stderr.splitlines() if ": not read: " not in line]
    assert done.returncode == 1
    assert len(lines) == 1
    assert lines[0].startswith("Error: ")


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


def run(database: Path, path: Path, work: Work = WORK, *, retry_failed: bool = False) -> int:
    """Do a path and return how many sources were not done before."""
    noted: list[Entry | None] = []
    with closing(Database(database)) as store:
        chosen = Run(work, retry_failed=retry_failed)
        extract_archive(find_pages([path]), store, chosen, noted.append, [path])
    return sum(1 for entry in noted if entry)


def prune(database: Path, *paths: Path) -> tuple[str, ...]:
    """Do some paths and return the sources that were taken out."""
    with closing(Database(database)) as store:
        found = find_pages(paths)
        return extract_archive(found, store, Run(WORK, prune=True), lambda _: None, paths)


def as_afresh(database: Path, path: Path, work: Work = WORK) -> bool:
    """Tell whether a database holds what a new one would."""
    fresh = database.with_name("fresh.duckdb")
    run(fresh, path, work)
    held, wanted = list(contents(database)), list(contents(fresh))
    fresh.unlink()
    return held == wanted


def lines(path: Path, numbers: Iterable[int]) -> None:
    rows = ({"text": STORY.format(number=number), "published": "2023-01-10"} for number in numbers)
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")


def test_another_way_of_reading_takes_the_place_of_the_first(tmp_path: Path) -> None:
    path, out = tmp_path / "p.txt", tmp_path / "r.duckdb"
    path.write_text(STORY, encoding="utf-8")
    assert run(out, path) == 1
    with closing(duckdb.connect(str(out), read_only=True)) as connection:
        ((text, name),) = connection.execute(
            "SELECT text_sha256, id FROM meetings JOIN documents USING (document)"
        ).fetchall()
    rejected = tmp_path / "c.jsonl"
    line = {"text_sha256": text, "record": "meeting", "id": name, "verdict": "reject"}
    rejected.write_text(json.dumps(line) + "\n", encoding="utf-8")
    ways = (
        Work(pipeline="zh_chars", corrections=load_corrections([rejected])),
        Work(pipeline="zh_chars", least=0.97),
        Work(),
        WORK,
    )
    for work in ways:
        assert (run(out, path, work), run(out, path, work)) == (1, 0)
        assert as_afresh(out, path, work)


def test_rows_that_move_keep_their_documents(tmp_path: Path) -> None:
    path, out = tmp_path / "t.jsonl", tmp_path / "r.duckdb"
    lines(path, range(40))
    assert run(out, path) == 40
    for numbers in ([90, *range(40)], [*range(40, -1, -1)], [*range(5, 41), 3]):
        lines(path, numbers)
        run(out, path)
        assert run(out, path) == 0
        with closing(Database(out)) as database:
            counts = database.counts()
            assert counts["documents"] >= len(numbers)
    out.unlink()
    lines(path, range(40))
    run(out, path)
    lines(path, [90, *range(40)])
    assert run(out, path) == 41
    assert as_afresh(out, path)


def test_a_run_over_moved_rows_may_be_broken_off(tmp_path: Path) -> None:
    path, out = tmp_path / "t.jsonl", tmp_path / "r.duckdb"
    lines(path, range(40))
    run(out, path)
    lines(path, [90, *range(40, -1, -1)])
    countdown = iter(range(20))

    def broken_off(_: Entry | None) -> None:
        next(countdown)

    with closing(Database(out)) as store, pytest.raises(StopIteration):
        extract_archive(find_pages([path]), store, Run(WORK), broken_off)
    run(out, path)
    assert as_afresh(out, path)


def test_files_that_are_renamed_keep_their_documents(tmp_path: Path) -> None:
    home, out = tmp_path / "pages", tmp_path / "r.duckdb"
    home.mkdir()
    for number in range(40):
        (home / f"page{number:02}.txt").write_text(STORY.format(number=number), encoding="utf-8")
    run(out, home)
    for number in range(39, -1, -1):
        (home / f"page{number:02}.txt").rename(home / f"page{number + 1:02}.txt")
    (home / "page00.txt").write_text(STORY.format(number=99), encoding="utf-8")
    assert run(out, home) == 41
    assert as_afresh(out, home)


def pages(home: Path, *numbers: int) -> Path:
    home.mkdir(exist_ok=True)
    for number in numbers:
        (home / f"{number}.txt").write_text(STORY.format(number=number), encoding="utf-8")
    return home


def test_what_is_gone_is_taken_out_when_that_is_asked_for(tmp_path: Path) -> None:
    home, other, out = pages(tmp_path / "in", 1, 2), pages(tmp_path / "other", 3), tmp_path / "r.duckdb"
    table = home / "t.jsonl"
    lines(table, range(4, 8))
    run(out, home)
    run(out, other)
    (home / "1.txt").unlink()
    (home / "2.txt").rename(home / "b.txt")
    (other / "3.txt").unlink()
    lines(table, range(4, 6))
    assert run(out, home) == 1
    with closing(Database(out)) as database:
        assert len(database.sources()) == 8
    assert prune(out, home) == tuple(
        f"{home}/{name}" for name in ("1.txt", "2.txt", "t.jsonl#3", "t.jsonl#4")
    )
    assert prune(out, home) == ()
    with closing(Database(out)) as database:
        assert database.sources() == {f"{home}/{name}" for name in ("b.txt", "t.jsonl#1", "t.jsonl#2")} | {
            f"{other}/3.txt"
        }
        assert database.counts()["documents"] == 4


def test_nothing_is_taken_out_of_what_is_not_there(tmp_path: Path) -> None:
    home, out = pages(tmp_path / "in", 1, 2), tmp_path / "r.duckdb"
    run(out, home)
    for path in home.iterdir():
        path.rename(tmp_path / path.name)
    for _ in ("an empty folder", "none"):
        with pytest.raises(StoreError, match="so nothing is taken out"):
            prune(out, home)
        if home.exists():
            home.rmdir()
    with closing(Database(out)) as database:
        assert database.counts()["documents"] == 2


def test_nothing_is_taken_out_of_what_cannot_be_opened(tmp_path: Path) -> None:
    home, out = pages(tmp_path / "in", 1, 2), tmp_path / "r.duckdb"
    pages(home / "below", 3)
    with zipfile.ZipFile(home / "a.zip", "w") as packed:
        packed.writestr("a.txt", STORY)
    run(out, home)
    (home / "a.zip").write_bytes(b"PK\x03\x04 damaged")
    (home / "below" / "manifest.toml").write_text("damaged", encoding="utf-8")
    (home / "1.txt").unlink()
    assert prune(out, home) == (f"{home}/1.txt",)


def test_an_archive_that_moved_leaves_its_old_names(tmp_path: Path) -> None:
    old, out = pages(tmp_path / "old", 1, 2), tmp_path / "r.duckdb"
    (old / "bad.txt").write_bytes(bytes(range(256)))
    run(out, old)
    new = old.rename(tmp_path / "new")
    (new / "2.txt").unlink()
    assert prune(out, new) == (f"{old}/1.txt", f"{old}/bad.txt")  # 2.txt is nowhere else
    pages(old, 1)
    run(out, old)
    assert prune(out, new) == ()


def test_an_archive_or_table_that_is_mended_is_no_failure_any_more(tmp_path: Path) -> None:
    home, out = tmp_path / "in", tmp_path / "r.duckdb"
    home.mkdir()
    (home / "a.zip").write_bytes(b"PK\x03\x04 broken")
    (home / "b.csv.gz").write_bytes(b"\x1f\x8b broken")
    (home / "c.zip").write_bytes(b"PK\x03\x04 broken")
    assert run(out, home) == 3
    with zipfile.ZipFile(home / "a.zip", "w") as packed:
        packed.writestr("p.txt", STORY)
    (home / "b.csv.gz").write_bytes(gzip.compress(f'text\n"{STORY}"\n'.encode()))
    run(out, home / "a.zip", retry_failed=True)
    with closing(Database(out)) as database:
        assert not database.failed(f"{home}/a.zip")
        assert database.failed(f"{home}/b.csv.gz")
    run(out, home, retry_failed=True)
    assert as_afresh(out, home)
