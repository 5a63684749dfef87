"""Tables to pages: JSON lines, CSV and Parquet with a column of texts and one of dates."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO

from newsie.errors import SourceError
from newsie.extras import require
from newsie.inputs.limits import Limits
from newsie.page import Failure, Page

TEXT_COLUMNS = ("text", "content", "body", "正文", "内容", "全文")
DATE_COLUMNS = ("published", "date", "publish_date", "pub_date", "publish_time", "出版日期", "日期")
OUTLET_COLUMNS = ("outlet", "newspaper", "报纸")
_DAY = re.compile(
    r"\s{0,8}((?:19|20)\d\d)\s{0,8}[-/.年]?\s{0,8}(\d{1,2})\s{0,8}[-/.月]?\s{0,8}(\d{1,2})(?!\d)"
)
_BATCH = 256


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table are read; None for the first of the usual names that it has.

    Attributes:
        text: the page.
        published: the day it was published; a date, or a string that begins with one.
        title: a headline that stands in a column of its own; it is put over the text. None for none.
    """

    text: str | None = None
    published: str | None = None
    title: str | None = None


USUAL_COLUMNS = Columns()
"""The first of the usual names that a table has, and no column of headlines."""


def json_rows(stream: IO[bytes], limits: Limits) -> Iterator[Mapping[str, object] | SourceError]:
    """Yield the object on each line, or what is wrong with it; blank lines are none."""
    while line := stream.readline(limits.max_bytes + 1):
        if len(line) > limits.max_bytes:
            yield SourceError(_too_large(limits))
            return
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield SourceError(f"no JSON: {error}")
            continue
        yield row if isinstance(row, dict) else SourceError("no JSON object")


def _too_large(limits: Limits) -> str:
    return f"a row is larger than {limits.max_bytes:,} bytes"


def _fits(row: Mapping[str, object], limits: Limits) -> bool:
    return all(len(value) <= limits.max_bytes for value in row.values() if isinstance(value, str | bytes))


def csv_rows(
    stream: IO[bytes], limits: Limits, delimiter: str = ","
) -> Iterator[Mapping[str, object] | SourceError]:
    """Yield the rows of a CSV table in UTF-8 or GB18030, or what is wrong with it."""
    head = stream.read(_BATCH * _BATCH)
    encoding = _encoding(head)
    whole = io.TextIOWrapper(
        io.BufferedReader(_Chained(head, stream)), encoding, errors="replace", newline=""
    )
    csv.field_size_limit(limits.max_bytes)
    reader = csv.DictReader(whole, delimiter=delimiter)
    try:
        yield from reader
    except csv.Error as error:
        yield SourceError(f"no CSV: {error}")


def _encoding(head: bytes) -> str:
    """Tell the encoding by the head of a file, whose last character may be cut."""
    try:
        head[: max(0, len(head) - 4)].decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(head) - 8:
            return "gb18030"
    return "utf-8-sig"


class _Chained(io.RawIOBase):
    """A head that was read already, and the rest of its stream."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def parquet_rows(
    file: IO[bytes], columns: Columns, limits: Limits
) -> Iterator[Mapping[str, object] | SourceError]:
    """Yield the rows of a Parquet table, columns that are not needed left out.

    A text that many rows share is held once: a file of kilobytes may say one of megabytes a thousand times.
    """
    parquet = require("pyarrow.parquet")
    arrow = require("pyarrow")
    wanted = {*TEXT_COLUMNS, *DATE_COLUMNS, *OUTLET_COLUMNS, columns.text, columns.published, columns.title}
    try:
        fields = [field for field in parquet.ParquetFile(file).schema_arrow if field.name in wanted]
        shared = [field.name for field in fields if arrow.types.is_string(field.type)]
        table = parquet.ParquetFile(file, read_dictionary=shared)
        names = [field.name for field in fields]
        for batch in table.iter_batches(batch_size=_BATCH, columns=names):
            for number in range(batch.num_rows):
                (row,) = batch.slice(number, 1).to_pylist()
                yield row if _fits(row, limits) else SourceError(_too_large(limits))
    except (arrow.ArrowException, OSError) as error:
        yield SourceError(f"no Parquet: {error}")


def pages(
    rows: Iterable[Mapping[str, object] | SourceError], name: str, columns: Columns
) -> Iterator[Page | Failure]:
    """Yield the page of each row, called `name#number`, or what is wrong with the row."""
    for number, row in enumerate(rows, 1):
        source = f"{name}#{number}"
        try:
            if isinstance(row, SourceError):
                raise row
            yield _page(row, source, columns)
        except SourceError as error:
            yield Failure(source, f"{source}: {error}")


def _page(row: Mapping[str, object], source: str, columns: Columns) -> Page:
    text = row.get(_column(row, columns.text, TEXT_COLUMNS, "text"))
    if not isinstance(text, str):
        raise SourceError("no text in this row")
    if columns.title is not None:
        text = f"{row.get(_column(row, columns.title, (), 'title')) or ''}\n\n{text}"
    day = _published(row, columns)
    outlet = next((row[name] for name in OUTLET_COLUMNS if row.get(name)), None)
    return Page(text, source, day, "given" if day else None, str(outlet) if outlet else None)


def _column(row: Mapping[str, object], given: str | None, usual: Iterable[str], what: str) -> str:
    if given is not None:
        if given in row:
            return given
        raise SourceError(f"no column {given!r}; there are {', '.join(map(str, row))}")
    for name in usual:
        if name in row:
            return name
    raise SourceError(
        f"no column is called {' or '.join(usual)}: name the {what} column; there are {', '.join(map(str, row))}"
    )


def _published(row: Mapping[str, object], columns: Columns) -> date | None:
    """Return the day of a row; None if the table or the row has none."""
    if columns.published is None:
        value = next((row[name] for name in DATE_COLUMNS if name in row), None)
    else:
        value = row.get(_column(row, columns.published, (), "date"))
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if match := _DAY.match(str(value)):
        with suppress(ValueError):
            return date(*map(int, match.groups()))
    raise SourceError(f"{value!r} is no day of the calendar")
