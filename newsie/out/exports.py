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

from newsie.extras import require
from newsie.out.database import connect
from newsie.out.schemas import KINDS, schema

TABLES = (*KINDS, "sources", "failures")
_ROWS = 4096
_FLAT_STRUCTS = (
    "quantity",
    "headcount",
    "investment",
    "land_area",
    "floor_area",
    "progress",
    "period",
    "date",
)
_QUANTITY = ("value", "value_max", "unit", "qualifier")
_INTERVAL = ("text", "start", "end", "precision", "part_of_day", "approximate")


def export(database: Path, out: Path) -> None:
    """Write all tables of a database as the ending of `out` says: .parquet, .csv (folders) or .sqlite.

    Raises:
        ExtraError: duckdb or pyarrow is not installed.
        StoreError: the database cannot be opened.
    """
    with closing(connect(database, {"threads": 1}, read_only=True)) as connection:
        EXPORTS[out.suffix.lower()](connection, out)


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
            lite.execute(f"CREATE TABLE {name} ({', '.join(map(_quoted, columns))})")
            holes = ", ".join("?" * len(columns))
            lite.executemany(f"INSERT INTO {name} VALUES ({holes})", found)
            if "document" in columns:
                lite.execute(f"CREATE INDEX {name}_document ON {name} (document)")


EXPORTS: Mapping[str, Callable[[Any, Path], None]] = {".parquet": _parquet, ".csv": _csv, ".sqlite": _sqlite}


def _quoted(name: str) -> str:
    return f'"{name}"'


def _flat(connection: Any, name: str) -> tuple[Sequence[str], Iterator[tuple[object, ...]]]:  # noqa: ANN401
    """Return a table without structs: a quantity's and date's parts as columns, lists as JSON."""
    cursor = connection.execute(f"FROM {name}")
    given = [column[0] for column in cursor.description]
    parts = [_parts(column) for column in given]
    columns = [
        f"{column}_{part}" if part else column
        for column, inner in zip(given, parts, strict=True)
        for part in inner or ("",)
    ]
    return columns, (_flat_row(row, parts) for row in iter(cursor.fetchone, None))


def _parts(column: str) -> tuple[str, ...]:
    if column not in _FLAT_STRUCTS:
        return ()
    return _INTERVAL if column in {"period", "date"} else _QUANTITY


def _flat_row(row: Sequence[object], parts: Sequence[tuple[str, ...]]) -> tuple[object, ...]:
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
        return format(value.normalize(), "f")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return value


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """Give a place to write a file or folder to that takes its own place when all has been written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as temporary:
        made = Path(temporary) / "made"
        yield made
        if path.is_dir():
            path.replace(Path(temporary) / "old")
        made.replace(path)
