"""Results made again of the tables of an archive: what `newsie.link` takes, without reading the pages a second time."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from newsie.errors import StoreError
from newsie.extras import require
from newsie.identity import content_id
from newsie.out.database import connect
from newsie.out.schemas import KINDS, LISTS, STRUCTS, Kind, columns_of, pairs
from newsie.page import Failure
from newsie.records import SCHEMA_VERSION, Extraction

ARCHIVE = ".duckdb"
"""How the name of an archive ends."""

_BATCH = 200

Fields: TypeAlias = dict[str, Any]
Item = TypeVar("Item")


def read_archive(path: Path) -> Iterator[Extraction]:
    """Yield the results in a DuckDB file that `newsie extract` wrote, by their `document`.

    Decimals have the eight places of the tables; a figure too large for them is left out.

    Raises:
        ExtraError: duckdb is not installed.
        StoreError: it is no archive of newsie, of another version, or in use.
    """
    with _opened(path) as connection:
        found = connection.execute("SELECT document FROM documents ORDER BY document").fetchall()
        for batch in _batches([row[0] for row in found]):
            yield from (result for result, _ in _results(connection, batch))


def sources_of(path: Path) -> list[str]:
    """Return the sources of such a file in the order in which they were stored, with those that failed."""
    with _opened(path) as connection:
        return [
            name for (name,) in connection.execute("SELECT source FROM sources ORDER BY rowid").fetchall()
        ]


def read_sources(path: Path) -> Iterator[tuple[Extraction | Failure, str]]:
    """Yield what came of each of `sources_of`: its result, under its own name, and its text, or why there is none."""
    with _opened(path) as connection:
        noted = connection.execute(
            "SELECT source, document, reason FROM sources LEFT JOIN failures USING (source) ORDER BY sources.rowid"
        ).fetchall()
        for batch in _batches(noted):
            documents = list(dict.fromkeys(document for _, document, _ in batch if document))
            found = dict(zip(documents, _results(connection, documents), strict=True))
            for source, document, reason in batch:
                if document is None:
                    yield Failure(source, reason or ""), ""
                else:
                    result, text = found[document]
                    yield result.model_copy(update={"source": source}), text


def _batches(found: list[Item]) -> Iterator[list[Item]]:
    yield from (found[start : start + _BATCH] for start in range(0, len(found), _BATCH))


# duckdb's connections have no type worth naming: the library need not be there
@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    with closing(connect(path, {}, read_only=True)) as connection:
        try:
            ((made,),) = connection.execute(
                "SELECT max(value) FROM about WHERE name = 'schema_version'"
            ).fetchall()
        except require("duckdb").Error:
            raise StoreError(f"{path} is no archive of newsie") from None
        if made != SCHEMA_VERSION:
            raise StoreError(f"{path} is of version {made}, not {SCHEMA_VERSION}: begin a new file")
        yield connection


def _results(connection: Any, keys: Sequence[str]) -> Iterator[tuple[Extraction, str]]:  # noqa: ANN401
    """Yield the results of documents with their texts."""
    tables = {kind: _rows(connection, kind, keys) for kind in KINDS}
    for key in keys:
        (document,) = tables["documents"][key]
        found: dict[str, list[Fields]] = {kind: tables[kind][key] for kind in KINDS if kind != "documents"}
        found["statistics"] = [row for row in found["statistics"] if row["quantity"]]
        _give_back(found)
        text = document.pop("text") or ""
        name = content_id("document", document["text_sha256"])
        yield Extraction.model_validate({"id": name, **document, **found}), text


def _rows(connection: Any, kind: Kind, keys: Sequence[str]) -> Mapping[str, list[Fields]]:  # noqa: ANN401
    """Return the rows of a table by document, in the order in which they were written."""
    columns = columns_of(kind)
    names = ", ".join(f'"{name}"' for name in columns)
    query = f"SELECT {names} FROM {kind} WHERE document IN (SELECT unnest($1)) ORDER BY rowid"  # noqa: S608
    rows: dict[str, list[Fields]] = defaultdict(list)
    for document, *values in connection.execute(query, [list(keys)]).fetchall():
        kinds = list(columns.items())[1:]
        row = {name: _value(value, of) for (name, of), value in zip(kinds, values, strict=True)}
        rows[document].append(_judged(row))
    return rows


def _judged(row: Fields) -> Fields:
    """Put what is thought of a record together again."""
    if "confidence" in row:
        fields, reasons = row.pop("field_confidence"), row.pop("doubts")
        if row["confidence"] is not None:
            row["confidence"] = {"record": row["confidence"], "fields": fields, "reasons": reasons}
    return row


def _give_back(found: dict[str, list[Fields]]) -> None:
    """Give statements back to the meeting or visit they were made at."""
    homes = {record["id"]: record for kind in ("meetings", "visits") for record in found[kind]}
    free: list[Fields] = []
    for statement in found["statements"]:
        home = homes.get(statement.pop("record"))
        (free if home is None else home.setdefault("statements", [])).append(statement)
    found["statements"] = free


def _value(value: Any, kind: str) -> Any:  # noqa: ANN401 - whatever a cell may hold
    """Return the value of a cell as the records have it."""
    if value is None:
        return None
    if kind in LISTS:
        whole = _WHOLE.get(kind, list)
        return whole([_value(one, LISTS[kind]) for one in value])
    if kind in STRUCTS:
        fields = {name: _value(value[name], of) for name, of in pairs(STRUCTS[kind]).items()}
        return None if kind == "quantity" and fields["value"] is None else fields
    plain = _PLAIN.get(kind)
    return value if plain is None else plain(value)


def _number(value: Decimal) -> Decimal:
    """Return a number without the zeros that fill its places: 3.80000000 is 3.8, 500.00000000 is 500."""
    return value.to_integral() if value == value.to_integral_value() else value.normalize()


def _evidence(pieces: Sequence[Fields]) -> dict[str, list[Fields]]:
    found: dict[str, list[Fields]] = {}
    for piece in pieces:
        found.setdefault(piece.pop("field"), []).append(piece)
    return found


_WHOLE: Mapping[str, Callable[[list[Fields]], object]] = {
    "evidence": _evidence,
    "segments": lambda found: [(one["start"], one["end"]) for one in found],
    "chances": lambda found: {one["field"]: one["chance"] for one in found},
}
_PLAIN: Mapping[str, Callable[[Any], object]] = {
    "decimal": _number,
    "day": lambda day: day.isoformat(),
    "json": json.loads,
}
