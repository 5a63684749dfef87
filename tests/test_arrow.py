"""One function for every engine: a row in, a row out, in order, with its error if it has one."""

from __future__ import annotations

from datetime import date

import pytest

from newsie.arrow import extract_batches, extract_table, result_schema
from newsie.errors import DateError
from newsie.extractor import extract
from newsie.inputs import Columns
from newsie.out.tables import rows

arrow = pytest.importorskip("pyarrow")

STORY = (
    "区里召开推进会\n\n本报讯（记者 姜某）1月8日，区里召开重点项目推进会，区委书记王允主持会议并讲话。"
    "会议指出，今年以来，全区新开工项目12个，总投资21.8亿元，同比增长5.5%。\n"
)


def test_each_page_is_a_row_in_its_order() -> None:
    table = arrow.table(
        {"id": ["one", "two", "three"], "正文": [STORY, None, ""], "日期": [date(2023, 1, 10)] * 3}
    )
    found = extract_table(table)
    assert found.schema == result_schema()
    one, two, three = found.to_pylist()
    result = extract(STORY, published="2023-01-10")
    wanted = [
        {name: value for name, value in row.items() if name != "document"}
        for row in rows("statistics", result)
    ]
    assert one["statistics"] == wanted
    assert (one["source"], one["published"], one["error"]) == ("one", date(2023, 1, 10), None)
    assert (two["source"], two["statistics"], "no text" in two["error"]) == ("two", None, True)
    assert (three["error"], three["statistics"]) == (None, [])


def test_batches_come_as_they_are_done() -> None:
    table = arrow.table({"t": [STORY] * 5})
    given = iter(table.to_batches(max_chunksize=2))
    found = extract_batches(given, columns=Columns("t"), published="2023-01-10", pipeline="zh_chars")
    assert next(found).num_rows == 2
    assert next(given).num_rows == 2
    assert next(found).num_rows == 1


def test_a_table_without_texts_is_a_table_of_errors() -> None:
    (row,) = extract_table(arrow.table({"x": [1]})).to_pylist()
    assert "no column is called text" in row["error"]
    with pytest.raises(DateError):
        extract_table(arrow.table({"text": [STORY]}), published="2023-02-30")
    assert extract_table(arrow.table({"text": arrow.array([], arrow.string())})).num_rows == 0


def test_duckdb_asks_the_results() -> None:
    duckdb = pytest.importorskip("duckdb")
    results = extract_table(arrow.table({"text": [STORY]}), published="2023-01-10")
    with duckdb.connect() as connection:
        connection.register("results", results)
        question = "SELECT s.subject, s.quantity.value::BIGINT FROM results, UNNEST(statistics) AS t(s) WHERE s.quantity.unit = '元'"
        assert connection.execute(question).fetchall() == [("全区", 2_180_000_000)]


def test_rows_are_called_as_they_are_and_numbered_through() -> None:
    texts = ["字" if number != 40 else None for number in range(70)]
    for names in ({"id": range(70)}, {"id": range(70), "source": [None, ""] * 35}):
        rows = extract_table(
            arrow.table({"text": texts, **names}), published="2023-01-10", pipeline="zh_chars"
        )
        assert rows.column("source").to_pylist() == [str(number) for number in range(70)]
        assert rows.column("error")[40].as_py() == "40: no text in this row"
    batches = arrow.table({"text": texts}).to_batches(max_chunksize=33)
    found = [row for batch in extract_batches(batches, pipeline="zh_chars") for row in batch.to_pylist()]
    assert [row["error"] for row in found if row["error"]] == ["row#41: no text in this row"]


def test_a_cell_that_cannot_be_read_costs_its_row() -> None:
    days = arrow.array([19_000, 9_999_999, 19_000], arrow.int32()).cast(arrow.date32())
    table = arrow.table({"id": ["a", "b", "c"], "text": ["字"] * 3, "date": days})
    one, two, three = extract_table(table, pipeline="zh_chars").to_pylist()
    assert (one["error"], three["error"]) == (None, None)
    assert two["source"] == "b"
    assert two["error"].startswith("b: column 'date' cannot be read")
    unread = table.rename_columns(["id", "text", "seen"])
    assert extract_table(unread, pipeline="zh_chars").column("error").to_pylist() == [None] * 3


def test_only_what_is_sure_is_kept() -> None:
    table = arrow.table({"text": [STORY]})
    (row,) = extract_table(table, published="2023-01-10", min_confidence=0.999).to_pylist()
    assert (row["meetings"], row["statistics"], row["error"]) == ([], [], None)


@pytest.mark.parametrize(
    ("days", "kind"), [([" ", "2023-01-10"], "string"), ([float("nan"), 20230110.0], "float64")]
)
def test_a_blank_day_is_none(days: list[object], kind: str) -> None:
    table = arrow.table({"text": [STORY] * 2, "published": arrow.array(days, getattr(arrow, kind)())})
    found = extract_table(table, pipeline="zh_chars").to_pylist()
    assert [(row["error"], row["published"]) for row in found] == [(None, None), (None, date(2023, 1, 10))]
