"""Tables to pages: JSON, JSON lines, CSV and Parquet with a column of texts and one of dates."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from typing import IO, TYPE_CHECKING

from newsie import patterns as re
from newsie.decoding import decode, garbled
from newsie.errors import SourceError
from newsie.extras import require
from newsie.inputs.encodings import is_damaged, table_text
from newsie.inputs.failing import failure
from newsie.inputs.limits import Limits
from newsie.page import Failure, Page

if TYPE_CHECKING:
    import pyarrow as pa

TEXT_COLUMNS = ("text", "content", "body", "正文", "内容", "全文")
DATE_COLUMNS = ("published", "date", "publish_date", "pub_date", "publish_time", "出版日期", "日期")
OUTLET_COLUMNS = ("outlet", "newspaper", "报纸")
_USUAL = frozenset({*TEXT_COLUMNS, *DATE_COLUMNS, *OUTLET_COLUMNS})
_DAY = re.compile(
    r"\s{0,8}((?:19|20)\d\d)\s{0,8}[-/.年]?\s{0,8}(\d{1,2})\s{0,8}[-/.月]?\s{0,8}(\d{1,2})(?!\d)"
)
_BATCH = 256
_STEP = 1 << 20
_NO_LIMIT = 2**31 - 1
"""The longest cell that the csv module can be told of; `_Lines` keeps the limits."""
_END = "\x1e"
_FORM = re.compile(r'([^"\r\n])+')


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


def must_be_columns(given: object) -> Columns:
    """Return what names columns; refuse what does not, before every row fails of it.

    Raises:
        TypeError: it is the name of a column, say.
    """
    if isinstance(given, Columns):
        return given
    raise TypeError(f'columns is newsie.Columns(text="…", published="…"), not {given!r}')


USUAL_COLUMNS = Columns()
"""The first of the usual names that a table has, and no column of headlines."""


def json_rows(stream: IO[bytes], limits: Limits) -> Iterator[Mapping[str, object] | SourceError]:
    """Yield the object on each line, or what is wrong with it; blank lines are none."""
    while line := stream.readline(limits.max_bytes + 1):
        if len(line) > limits.max_bytes:
            yield SourceError(_too_large(limits))
            while line and not line.endswith(b"\n"):
                line = stream.readline(_STEP)
            continue
        if not line.strip():
            continue
        try:
            yield _object(line.decode("utf-8-sig", "surrogatepass"))
        except UnicodeDecodeError:
            yield SourceError("no UTF-8, as JSON lines are: convert the file to UTF-8")


def document_rows(data: bytes, columns: Columns) -> Iterator[Mapping[str, object] | SourceError]:
    """Yield the objects of a JSON document: those of its array, or of the only array of objects in its object, or itself.

    JSON lines under the name of a document are read as such.

    Raises:
        SourceError: it is none, or its encoding cannot be told.
    """
    text = decode(data).removeprefix("\ufeff")
    try:
        document = json.loads(text)
    except RecursionError as error:
        raise SourceError(f"no JSON: {error}") from None
    except ValueError as error:
        if "\n" not in text.strip() or not _is_object(text.lstrip().partition("\n")[0]):
            raise SourceError(f"no JSON: {error}") from None
        yield from map(_object, filter(str.strip, text.split("\n")))
        return
    for row in document if isinstance(document, list) else _packed(document, columns):
        yield row if isinstance(row, dict) else SourceError("no JSON object")


def _is_object(line: str) -> bool:
    return not isinstance(_object(line), SourceError)


def _packed(document: object, columns: Columns) -> Sequence[object]:
    """Return the objects that an object is about, such as those of {"total": 2, "data": [{...}, {...}]}; else itself."""
    if not isinstance(document, dict) or has_text(document, columns):
        return [document]
    arrays = [value for value in document.values() if isinstance(value, list) and value]
    only = arrays[0] if len(arrays) == 1 else []
    return only if only and all(isinstance(row, dict) for row in only) else [document]


def has_text(row: Mapping[str, object], columns: Columns) -> bool:
    """Tell whether a row has a column of texts."""
    return (
        (columns.text in row) if columns.text else not _with_usual_names(row).keys().isdisjoint(TEXT_COLUMNS)
    )


def _object(line: str) -> Mapping[str, object] | SourceError:
    """Return the object on a line, or what is wrong with it."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return SourceError(f"no JSON: {error}")
    return row if isinstance(row, dict) else SourceError("no JSON object")


def _too_large(limits: Limits) -> str:
    return f"a row is larger than {limits.max_bytes:,} bytes"


def _size(value: str) -> int:
    """Return the size of a string in UTF-8."""
    return len(value) if value.isascii() else len(value.encode("utf-8", "surrogatepass"))


def _fits(row: Mapping[str, object], limits: Limits) -> bool:
    return all(
        (_size(value) if isinstance(value, str) else len(value)) <= limits.max_bytes
        for value in row.values()
        if isinstance(value, str | bytes)
    )


def csv_rows(
    stream: IO[bytes], limits: Limits, delimiter: str = ","
) -> Iterator[Mapping[str, object] | SourceError]:
    """Yield the rows of a CSV table, or what is wrong with each; one without its delimiter may have tabs or semicolons.

    Raises:
        SourceError: its encoding cannot be told.
    """
    csv.field_size_limit(_NO_LIMIT)
    lines = _Lines(table_text(stream), limits.max_bytes)
    header = next(lines)
    found = next((sign for sign in (delimiter, "\t", ";") if sign in header), delimiter)
    rows = csv.DictReader(chain([header], lines), delimiter=found)
    while True:
        lines.size = 0
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield SourceError(f"no CSV: {error}")
            continue
        if lines.at_end and [value for value in row.values() if value is not None] == [_END]:
            return
        yield _sound(row, lines, limits)


def _sound(row: Mapping[str, object], lines: _Lines, limits: Limits) -> Mapping[str, object] | SourceError:
    """Return a row, or what is wrong with it."""
    if lines.size > limits.max_bytes:
        return SourceError(_too_large(limits))
    if lines.at_end:
        return SourceError(
            "no CSV: a quotation mark in this row is never closed, so it takes all that follows"
        )
    # cells beyond the last column are a list
    cells = [text for value in row.values() for text in (value if isinstance(value, list) else (value,))]
    if any(isinstance(text, str) and is_damaged(text) for text in cells):
        return SourceError("it holds damaged bytes, or some of another encoding: convert the table to UTF-8")
    return row


class _Lines:
    """The lines of a CSV table, and one more that says whether the last row is closed.

    Of a row that is too large no more than its form is kept: quotation marks, ends of lines, and the one
    character in front of each, which says whether a quotation begins there.

    Attributes:
        size: the bytes of the row so far; whoever takes rows sets it back.
        at_end: whether the last line was given.
    """

    def __init__(self, text: IO[str], most: int) -> None:
        self._text = text
        self._most = most
        self.size = 0
        self.at_end = False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self.at_end:
            raise StopIteration
        line = self._text.readline(self._most + 1)
        if not line:
            self.at_end = True
            return _END
        self.size += _size(line)
        if self.size <= self._most:
            return line
        form = _FORM.sub(r"\1", line)
        while line and line[-1] not in "\r\n":
            line = self._text.readline(_STEP)
            form += _FORM.sub(r"\1", line)
        return form


def parquet_rows(
    file: IO[bytes], columns: Columns, limits: Limits
) -> Iterator[Mapping[str, object] | SourceError]:
    """Yield the rows of a Parquet table, columns that are not needed left out.

    A text that many rows share is held once: a file of kilobytes may say one of megabytes a thousand times.
    """
    parquet = require("pyarrow.parquet")
    arrow = require("pyarrow")
    named = {columns.text, columns.published, columns.title}
    try:
        fields = [
            field
            for field in parquet.ParquetFile(file).schema_arrow
            if {field.name, field.name.strip().casefold()} & (_USUAL | named)
        ]
        shared = [field.name for field in fields if arrow.types.is_string(field.type)]
        table = parquet.ParquetFile(file, read_dictionary=shared)
        names = [field.name for field in fields]
        for batch in table.iter_batches(batch_size=_BATCH, columns=names):
            for number in range(batch.num_rows):
                row = arrow_row(batch, number)
                yield row if _fits(row, limits) else SourceError(_too_large(limits))
    except (arrow.ArrowException, OSError) as error:
        yield SourceError(f"no Parquet: {error}")


def arrow_row(batch: pa.RecordBatch, number: int) -> Mapping[str, object]:
    """Return a row of a batch; a cell that no value of Python can hold is a SourceError, which says so."""
    one = batch.slice(number, 1)
    try:
        (row,) = one.to_pylist()
    except Exception:  # noqa: BLE001 - a day beyond the year 9999 is an OverflowError, other cells have other kinds
        return {
            name: _arrow_cell(cells, name) for name, cells in zip(one.schema.names, one.columns, strict=True)
        }
    return row  # type: ignore[no-any-return]


def _arrow_cell(cells: pa.Array, name: str) -> object:
    try:
        return cells[0].as_py()
    except Exception as error:  # noqa: BLE001 - see `arrow_row`
        return SourceError(f"column {name!r} cannot be read: {error}")


def pages(
    rows: Iterable[Mapping[str, object] | SourceError], name: str, columns: Columns, first: int = 1
) -> Iterator[Page | Failure]:
    """Yield the page of each row, called `name#number`, or what is wrong with the row."""
    for number, row in enumerate(rows, first):
        source = f"{name}#{number}"
        if isinstance(row, SourceError):
            yield failure(source, row)
            continue
        try:
            yield _page(row, source, columns)
        except Exception as error:  # noqa: BLE001 - a row that breaks newsie must not cost its neighbours
            yield failure(source, error)


def _page(given: Mapping[str, object], source: str, columns: Columns) -> Page:
    row = _with_usual_names(given)
    text = _cell(row, _column(row, columns.text, TEXT_COLUMNS, "text"))
    if not isinstance(text, str):
        raise SourceError("no text in this row")
    if told := garbled(text):
        raise SourceError(told)
    if columns.title is not None:
        text = f"{_cell(row, _column(row, columns.title, (), 'title')) or ''}\n\n{text}"
    day = _published(row, columns)
    outlet = next(filter(None, (_cell(row, name) for name in OUTLET_COLUMNS)), None)
    return Page(text, source, day, "given" if day else None, str(outlet) if outlet else None)


def _with_usual_names(row: Mapping[str, object]) -> Mapping[str, object]:
    """Return a row whose columns are called as usual also where they are called `Text` or ` date`."""
    names = {name.strip().casefold(): name for name in row if isinstance(name, str)}
    return {**{usual: row[name] for usual, name in names.items() if usual in _USUAL}, **row}


def _cell(row: Mapping[str, object], name: str) -> object:
    """Return a cell of a row, None if there is none.

    Raises:
        SourceError: it cannot be read.
    """
    value = row.get(name)
    if isinstance(value, SourceError):
        raise value
    return value


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
        value = next((_cell(row, name) for name in DATE_COLUMNS if name in row), None)
    else:
        value = _cell(row, _column(row, columns.published, (), "date"))
    # a number that is none is an empty cell of polars, or of JSON that pandas wrote
    if value is None or value != value or not str(value).strip():  # noqa: PLR0124
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if match := _DAY.match(str(value)):
        with suppress(ValueError):
            return date(*map(int, match.groups()))
    raise SourceError(f"{value!r} is no day of the calendar")
