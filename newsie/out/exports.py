"""The tables of a database as Parquet, CSV or SQLite; each appears whole or not at all."""

from __future__ import annotations

import csv
import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from newsie.errors import StoreError
from newsie.extras import require
from newsie.out.database import connect, told_of
from newsie.out.schemas import KINDS, STRUCTS, columns_of, pairs, schema
from newsie.values import trimmed
from newsie.written import STATE_TABLES

TABLES = (*KINDS, "sources", "failures")
_OF_SYSTEMS = {".DS_Store", "Thumbs.db", "desktop.ini"}
_ROWS = 4096
_FLAT_STRUCTS = ("quantity", "interval")
_AFFINITIES = {"decimal": "NUMERIC", "real": "REAL", "whole": "INTEGER", "flag": "INTEGER"}
"""What SQLite is told of a column by its type in `newsie.out.schemas`; the others are text."""


def export(database: Path, out: Path) -> None:
    """Write all tables of a database as the ending of `out` says: .parquet, .csv (folders) or .sqlite.

    Raises:
        ExtraError: duckdb or pyarrow is not installed.
        StoreError: the database cannot be opened, the place holds something else, or cannot be written.
    """
    check_place(out)
    with told_of(out), closing(connect(database, {"threads": 1}, read_only=True)) as connection:
        try:
            EXPORTS[out.suffix.lower()](connection, out)
        except sqlite3.Error as error:
            raise StoreError(f"{out}: {error}") from None


def check_place(out: Path) -> None:
    """Make sure that nothing is lost if the tables take a place: what is there are such tables, or nothing.

    Raises:
        StoreError: there is something else.
    """
    if not out.exists():
        return
    lite = out.suffix.lower() == ".sqlite"
    if out.is_dir() is lite:
        raise StoreError(f"{out} is a {'folder' if lite else 'file'}: choose another name, or move it away")
    names = _lite_tables(out) if lite else {path.name for path in out.iterdir()}
    ours = {_named(name, out) for name in TABLES}
    if others := sorted(names - ours - _OF_SYSTEMS):
        raise StoreError(f"{out} holds other things ({others[0]}): choose another name, or move it away")
    if names and not {_named(one, out) for one in STATE_TABLES} <= names:
        raise StoreError(f"{out} holds tables of something else: choose another name, or move it away")


def _named(table: str, out: Path) -> str:
    """Return what a table is called in a place."""
    ending = out.suffix.lower()
    return table if ending == ".sqlite" else f"{table}{ending}"


def _lite_tables(path: Path) -> set[str]:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as lite:
            found = lite.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')").fetchall()
    except sqlite3.Error:
        raise StoreError(f"{path} is no SQLite file: choose another name, or move it away") from None
    return {name for (name,) in found}


def _parquet(connection: Any, out: Path) -> None:  # noqa: ANN401 - a connection of duckdb
    parquet = require("pyarrow.parquet")
    arrow = require("pyarrow")
    with _whole(out) as folder:
        folder.mkdir()
        for name in TABLES:
            cursor = connection.execute(f"FROM {name}")
            columns = [column[0] for column in cursor.description]
            shape = (
                schema(name)
                if name in KINDS
                else arrow.schema([(column, arrow.string()) for column in columns])
            )
            with parquet.ParquetWriter(folder / f"{name}.parquet", shape, compression="zstd") as writer:
                while found := cursor.fetchmany(_ROWS):
                    given = [dict(zip(columns, row, strict=True)) for row in found]
                    writer.write_table(arrow.Table.from_pylist(given, schema=shape))


def _csv(connection: Any, out: Path) -> None:  # noqa: ANN401 - a connection of duckdb
    with _whole(out) as folder:
        folder.mkdir()
        for name in TABLES:
            # a mark of UTF-8 in front, or spreadsheets take it for the system's encoding
            with (folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file)
                columns, found = _flat(connection, name)
                writer.writerow(columns)
                writer.writerows(found)


def _sqlite(connection: Any, out: Path) -> None:  # noqa: ANN401 - a connection of duckdb
    with _whole(out) as made, closing(sqlite3.connect(made)) as lite, lite:
        for name in TABLES:
            columns, found = _flat(connection, name)
            declared = (f'"{column}" {_AFFINITIES.get(kind, "TEXT")}' for column, kind in columns.items())
            lite.execute(f"CREATE TABLE {name} ({', '.join(declared)})")
            holes = ", ".join("?" * len(columns))
            lite.executemany(f"INSERT INTO {name} VALUES ({holes})", found)
            if "document" in columns:
                lite.execute(f"CREATE INDEX {name}_document ON {name} (document)")


EXPORTS: Mapping[str, Callable[[Any, Path], None]] = {".parquet": _parquet, ".csv": _csv, ".sqlite": _sqlite}

DATABASE = ".duckdb"
TABLE_SUFFIXES = frozenset({DATABASE, *EXPORTS})
"""How names of tables end; what ends otherwise is a folder of JSON."""


def _flat(
    connection: Any,  # noqa: ANN401 - a connection of duckdb
    name: str,
) -> tuple[Mapping[str, str], Iterator[tuple[object, ...]]]:
    """Return a table without structs, its columns with their types: parts of quantities and dates as columns, lists as JSON."""
    cursor = connection.execute(f"FROM {name}")
    given = [column[0] for column in cursor.description]
    types = columns_of(name) if name in KINDS else {}
    parts = [pairs(STRUCTS[types[one]]) if types.get(one) in _FLAT_STRUCTS else {} for one in given]
    columns: dict[str, str] = {}
    for column, inner in zip(given, parts, strict=True):
        columns |= {f"{column}_{part}": kind for part, kind in inner.items()} or {
            column: types.get(column, "string")
        }
    return columns, (_flat_row(row, parts) for row in iter(cursor.fetchone, None))


def _flat_row(row: Sequence[object], parts: Sequence[Mapping[str, str]]) -> tuple[object, ...]:
    found: list[object] = []
    for value, inner in zip(row, parts, strict=True):
        if inner:
            held = value if isinstance(value, dict) else {}
            found += (_cell(held.get(part)) for part in inner)
        else:
            found.append(_cell(value))
    return tuple(found)


def _cell(value: object) -> object:
    if isinstance(value, Decimal):
        return trimmed(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return value


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """Give a place to write a file or folder to that takes its own place when all has been written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".newsie.") as temporary:
        made = Path(temporary) / "made"
        yield made
        if path.is_dir():
            path.replace(Path(temporary) / "old")
        made.replace(path)
