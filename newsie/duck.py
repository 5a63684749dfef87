"""DuckDB files opened without a network, and what keeps one from being opened told so that one knows what to do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newsie import patterns as re
from newsie.errors import StoreError
from newsie.extras import require

if TYPE_CHECKING:
    import duckdb

_PLACE, _MARK = 8, b"DUCK"
"""Where a DuckDB file says what it is."""
_HOLDER = re.compile(r"\(PID \d{1,12}\)")


def open_duckdb(
    path: Path | str, extra: str, *, read_only: bool = False, config: dict[str, object] | None = None
) -> duckdb.DuckDBPyConnection:
    """Open a DuckDB file, or `:memory:`; `extra` is what of newsie needs the library.

    Raises:
        ExtraError: duckdb is not installed.
        StoreError: it is no such file, or in use.
    """
    library = require("duckdb", extra)
    _must_be_duckdb(Path(path))
    try:
        connection: duckdb.DuckDBPyConnection = library.connect(
            str(path), read_only=read_only, config=config or {}
        )
    except library.Error as error:
        said = str(error).splitlines()[0]
        if "Could not set lock" in said:
            holder = _HOLDER.search(said)
            said = f"another program has it open{f' {holder[0]}' if holder else ''}: wait until that ends"
        raise StoreError(f"{path}: {said}") from None
    return connection


def _must_be_duckdb(path: Path) -> None:
    """Refuse a file of another kind: for one of SQLite, say, DuckDB would look for an extension in the network."""
    try:
        with path.open("rb") as file:
            beginning = file.read(_PLACE + len(_MARK))
    except OSError:  # DuckDB says why, or makes it
        return
    if beginning and beginning[_PLACE:] != _MARK:
        raise StoreError(f"{path}: it is no DuckDB file")
