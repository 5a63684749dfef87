"""A large archive with broken sources, done at once and killed again and again: `archive.py FOLDER [COUNT] [KILLS] [NEWS.jsonl]`.

In FOLDER it makes an archive of COUNT sources, one of a hundred broken, from a table with the columns date,
title and text, else from sentences of its own. It prints time, counts and memory, and whether the killed run
came to the same rows.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import duckdb

from newsie.out.exports import TABLES

TOP = Path(__file__).parent.parent
BROKEN = 100
"""One of so many sources is broken."""

IN_FILES = 20
"""One of so many sources is a file of its own, the others are rows of one table."""

SHORTEST, LONGEST = 8.0, 45.0
"""Seconds after which a run is killed."""

BAD_ROWS = ("{", "[1]", '{"date": "20220101"}', '{"text": "x", "date": "2022-13-45"}')
BAD_FILES = (
    ("pdf", b"%PDF-1.5 broken %d"),
    ("zip", b"PK\x03\x04 broken %d"),
    ("html", b"<html><body></body></html><!-- %d -->"),
    ("txt.gz", gzip.compress(b"abc" * 999)[:-6] + b"%d"),
    ("txt", bytes(set(range(256)) - {ord("%")}) * 20 + b"%d"),
)


def stories(news: Path | None) -> Iterator[dict[str, str]]:
    """Yield dated stories without end, no two alike."""
    found = [json.loads(line) for line in news.open(encoding="utf-8")] if news else [{"date": "20230110"}]
    for number, row in enumerate(cycle(found)):
        text = (
            row.get("text")
            or f"1月8日，区里召开第{number}次推进会，区委书记王允主持会议。会议指出，今年以来开工项目{number}个。"
            * 3
        )
        again = f"第{number // len(found)}次重播：" if number >= len(found) else ""
        yield {"date": row["date"], "text": f"{row.get('title', '推进会召开')}\n\n{again}{text}"}


def make(folder: Path, count: int, news: Path | None) -> Path:
    """Write the archive."""
    home = folder / "archive"
    home.mkdir(parents=True)
    lines = []
    for number, story in enumerate(islice(stories(news), count)):
        if number % (2 * BROKEN) == 1:
            lines.append(BAD_ROWS[number // (2 * BROKEN) % len(BAD_ROWS)])
        elif number % (2 * BROKEN) == IN_FILES:
            ending, content = BAD_FILES[number // (2 * BROKEN) % len(BAD_FILES)]
            (home / f"{number}.{ending}").write_bytes(content.replace(b"%d", str(number).encode()))
        elif number % IN_FILES == 0:
            encoding = "gb18030" if number % (3 * IN_FILES) else "utf-8"
            path = home / f"{story['date']}_{number}.txt"
            path.write_text(story["text"], encoding=encoding, errors="replace", newline="")
        else:
            lines.append(json.dumps(story, ensure_ascii=False))
    (home / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return home


def start(home: Path, out: Path) -> subprocess.Popen[bytes]:
    """Begin a run in a session of its own."""
    code = "from newsie.cli import main; main()"
    words = ["extract", str(home), "--out", str(out), "--resume", "--workers", "2"]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(
        [sys.executable, "-c", code, *words], cwd=TOP, stdout=quiet, stderr=quiet, start_new_session=True
    )


def family(process: int) -> Iterator[int]:
    """Yield a process, those it started, and those that they started: workers are started by a server of the main process."""
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in children.read_text().split():
            yield from family(int(child))


def memory(process: int) -> list[int]:
    """Return the megabytes of a process and of all that come from it."""
    found = []
    for number in family(process):
        lines = Path(f"/proc/{number}/status").read_text().splitlines()
        found += [int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS")]
    return found


def watch(process: subprocess.Popen[bytes]) -> None:
    """Print the memory of a run now and then, until it ends."""
    began = time.monotonic()
    tell = 30.0
    while process.poll() is None:
        time.sleep(1)
        if process.poll() is None and time.monotonic() - began > tell:
            print(f"{tell:.0f} s\tMB {memory(process.pid)}", flush=True)
            tell *= 2
    print(f"{time.monotonic() - began:.0f} s\tdone")


def contents(out: Path) -> list[list[str]]:
    """Return the rows of each table, sorted."""
    with duckdb.connect(str(out), read_only=True) as connection:
        return [sorted(map(str, connection.execute(f"FROM {name}").fetchall())) for name in TABLES]


def main(folder: Path, count: int, kills: int, news: Path | None) -> None:
    """Do the archive undisturbed and killed, and compare."""
    home = make(folder, count, news)
    watch(start(home, folder / "calm.duckdb"))
    chance = random.Random(7)  # noqa: S311
    for _ in range(kills):
        process = start(home, folder / "killed.duckdb")
        time.sleep(chance.uniform(SHORTEST, LONGEST))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    watch(start(home, folder / "killed.duckdb"))
    calm, killed = contents(folder / "calm.duckdb"), contents(folder / "killed.duckdb")
    for name, rows in zip(TABLES, calm, strict=True):
        print(f"{name}\t{len(rows)}")
    print("the same" if calm == killed else "NOT the same", "after", kills, "kills")


if __name__ == "__main__":
    given = sys.argv[1:]
    numbers = [int(word) for word in given[1:3]] + [20_000, 10][len(given[1:3]) :]
    main(Path(given[0]), *numbers, Path(given[3]) if len(given) > 3 else None)
