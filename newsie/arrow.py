"""Pages in Arrow batches to results in Arrow batches: one function for Spark, Ray Data, DuckDB and polars.

The pipeline is loaded once in each process. A page that fails is a row with its error, never a
dead job.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsie.batch import Done, Work
from newsie.corrections import CorrectionsLike, load_corrections
from newsie.errors import SourceError
from newsie.extractor import PIPELINE
from newsie.extras import require
from newsie.inputs import USUAL_COLUMNS, Columns
from newsie.inputs.rows import arrow_row, must_be_columns, pages
from newsie.out.schemas import KINDS, schema
from newsie.out.tables import Row, rows
from newsie.page import Failure, Page
from newsie.rules import RulesLike, load_rules
from newsie.values import must_be_chance, read_day

if TYPE_CHECKING:
    import pyarrow as pa

SOURCE_COLUMNS = ("source", "id", "url", "file")
"""The first of them that a table has names its pages."""

_TOGETHER = 32
_NAMELESS = (type(None), SourceError)
_NESTED = tuple(kind for kind in KINDS if kind != "documents")


@cache
def result_schema() -> pa.Schema:
    """Return the columns of results: what `documents` has but the text, an error, and a list for each kind.

    Raises:
        ExtraError: pyarrow is not installed.
    """
    arrow = require("pyarrow")
    known = [field for field in schema("documents") if field.name != "text"]
    # the name of the document stands once in the row, not in each record
    lists = [
        (kind, arrow.list_(arrow.struct([field for field in schema(kind) if field.name != "document"])))
        for kind in _NESTED
    ]
    return arrow.schema([*known, ("error", arrow.string()), *lists])


def extract_batches(  # noqa: PLR0913 - what may be said of a run has a name each
    batches: Iterable[pa.RecordBatch],
    *,
    columns: Columns = USUAL_COLUMNS,
    published: str | date | None = None,
    pipeline: str | Path = PIPELINE,
    rules: RulesLike = (),
    corrections: CorrectionsLike = (),
    min_confidence: float = 0.0,
) -> Iterator[pa.RecordBatch]:
    """Yield the results of the pages in Arrow batches, a row for each page in their order.

    Args:
        batches: with a column of texts, and if they have them, of dates, newspapers and names.
        columns: which columns those are, if they have no usual names.
        published: the day all of them were published, if it is one and known.
        pipeline: the pipeline, by name or by the path of its folder.
        rules: folders of a user's own rules, or the rules as `newsie.load_rules` has read them.
        corrections: files of a reader's corrections, or what `newsie.load_corrections` has read.
        min_confidence: how sure records and fields must be (`Extraction.at_least`); 0 keeps all.

    Offsets: evidence and segments are half-open offsets into the column of texts.

    Raises:
        CorrectionError: a line of a file is no correction.
        DateError: `published` is no day of the calendar.
        ExtraError: pyarrow is not installed.
        ModelError: there is no such pipeline.
        RuleError: a rule is wrong.
        TypeError: what is to be read is no batches, but a whole table, say, or `columns` names none.
        ValueError: `min_confidence` is not between 0 and 1.
    """
    must_be_columns(columns)
    must_be_chance(min_confidence)
    work = Work(
        None if published is None else read_day(published),
        str(pipeline),
        rules=load_rules(rules),
        corrections=load_corrections(corrections),
        least=min_confidence,
    )
    first = 1
    for batch in batches:
        if not isinstance(batch, require("pyarrow").RecordBatch):
            name = type(batch).__name__
            raise TypeError(f"a batch is a RecordBatch, not {name}; newsie.extract_table reads a whole table")
        found = _pages(_rows(batch), columns, first)
        first += len(found)
        done = [one for at in range(0, len(found), _TOGETHER) for one in work(found[at : at + _TOGETHER])]
        yield require("pyarrow").RecordBatch.from_pylist(list(map(_row, done)), schema=result_schema())


def extract_table(  # noqa: PLR0913 - what may be said of a run has a name each
    table: Any,  # noqa: ANN401 - of pyarrow, pandas or polars, none of which need be there
    *,
    columns: Columns = USUAL_COLUMNS,
    published: str | date | None = None,
    pipeline: str | Path = PIPELINE,
    rules: RulesLike = (),
    corrections: CorrectionsLike = (),
    min_confidence: float = 0.0,
) -> pa.Table:
    """Return the results of the pages in a table, a row for each, as an Arrow table; see `extract_batches`.

    `table` is an Arrow table, a pandas or polars DataFrame, or anything else that Arrow can take.
    """
    found = extract_batches(
        _table(table).to_batches(max_chunksize=1024),
        columns=columns,
        published=published,
        pipeline=pipeline,
        rules=rules,
        corrections=corrections,
        min_confidence=min_confidence,
    )
    return require("pyarrow").Table.from_batches(found, schema=result_schema())


def _table(given: Any) -> pa.Table:  # noqa: ANN401 - see `extract_table`
    """Return what is given as an Arrow table.

    Raises:
        ArrowException: Arrow knows what it is, but cannot take it: a column of days and strings.
        TypeError: it is no table.
    """
    arrow = require("pyarrow")
    try:
        return arrow.table(given)
    except arrow.ArrowException:
        raise
    except (TypeError, ValueError):
        told = f"a table is one of Arrow, pandas or polars, not {type(given).__name__}"
        raise TypeError(told) from None


def _rows(batch: pa.RecordBatch) -> Sequence[Mapping[str, object]]:
    """Return the rows of a batch; one by one if a cell of them cannot be read, which takes longer."""
    try:
        return batch.to_pylist()  # type: ignore[no-any-return]
    except Exception:  # noqa: BLE001 - see `arrow_row`
        return [arrow_row(batch, number) for number in range(batch.num_rows)]


def _pages(found: Sequence[Mapping[str, object]], columns: Columns, first: int) -> list[Page | Failure]:
    """Return the pages of rows, called as the rows say; the number of the first is that in the whole table."""
    return [_named(page, row) for page, row in zip(pages(found, "row", columns, first), found, strict=True)]


def _named(page: Page | Failure, row: Mapping[str, object]) -> Page | Failure:
    """Return a page under the name that its row has; what is wrong with it says that name, or else its number."""
    given = (row.get(name) for name in SOURCE_COLUMNS)
    name = next((str(value) for value in given if not isinstance(value, _NAMELESS) and value != ""), "")
    if isinstance(page, Failure) and name:
        return replace(page, source=name, reason=page.reason.replace(page.source, name, 1))
    return replace(page, source=name)


def _row(done: Done) -> Row:
    if isinstance(done.outcome, Failure):
        empty: Row = dict.fromkeys(result_schema().names)
        return {**empty, "source": done.outcome.source, "error": done.outcome.reason}
    (known,) = rows("documents", done.outcome)
    lists: Row = {kind: rows(kind, done.outcome) for kind in _NESTED}
    return {**known, "error": None, **lists}
