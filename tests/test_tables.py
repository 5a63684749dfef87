"""Results as tables: the same rows in every format, evidence that holds, files that appear whole."""

from __future__ import annotations

import csv
import gzip
import json
import os
import re
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsie.cli import main
from newsie.errors import StoreError
from newsie.extractor import extract
from newsie.identity import document_key
from newsie.inputs import find_pages
from newsie.out.database import Database, Entry
from newsie.out.exports import TABLES, export
from newsie.out.schemas import COLUMNS, KINDS, schema
from newsie.out.tables import rows, table
from newsie.page import Failure, Page
from newsie.records import Check, Confidence, CustomRecord, Extraction, Piece, Quantity, Review, Statistic

duckdb = pytest.importorskip("duckdb")
pyarrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")

STORY = (
    "区里召开推进会\n\n本报讯（记者 姜某）1月8日，区里召开重点项目推进会，区委书记王允主持会议并讲话。"
    "会议指出，今年以来，全区新开工项目12个，总投资21.8亿元，同比增长5.5%。\n"
)
NOISE = re.compile(r"[\s\ufffd\ue000-\uf8ff#]+")


@pytest.fixture(scope="module")
def result() -> Extraction:
    return extract(STORY, published="2023-01-10")


@pytest.fixture
def folder(tmp_path: Path, pages: Path) -> Path:
    """Return a folder with sources of many kinds, two of them broken."""
    home = tmp_path / "archive"
    home.mkdir()
    texts = [path.read_text(encoding="utf-8") for path in sorted(pages.glob("*.txt"))]
    (home / "a.txt").write_text(texts[0], encoding="utf-8")
    (home / "again.txt").write_text(texts[0], encoding="utf-8")
    (home / "b.txt.gz").write_bytes(gzip.compress(texts[1].encode("gb18030")))
    with zipfile.ZipFile(home / "c.zip", "w") as packed:
        packed.writestr("c.txt", texts[2])
    row = {"text": texts[3], "date": "2023-01-10"}
    (home / "d.jsonl").write_text(json.dumps(row) + "\n{broken", encoding="utf-8")
    (home / "e.csv").write_text(f'正文,日期\n"{STORY}",2023-01-10\n', encoding="utf-8")
    (home / "f.txt").write_bytes(bytes(range(256)) * 9)
    return home


def run(*arguments: object) -> str:
    """Return what a command prints."""
    done = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.output


def ask(database: Path, query: str) -> list[tuple[object, ...]]:
    with closing(duckdb.connect(str(database), read_only=True)) as connection:
        found: list[tuple[object, ...]] = connection.execute(query).fetchall()
        return found


def counts_of(out: Path) -> Iterator[int]:
    """Yield the number of rows in each table of an output."""
    for name in TABLES:
        if out.suffix == ".parquet":
            yield parquet.read_metadata(out / f"{name}.parquet").num_rows
        elif out.suffix == ".csv":
            with (out / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
                yield sum(1 for _ in csv.reader(file)) - 1
        elif out.suffix == ".sqlite":
            with closing(sqlite3.connect(out)) as lite:
                yield lite.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608
        else:
            yield int(str(ask(out, f"SELECT count(*) FROM {name}")[0][0]))  # noqa: S608


def test_one_command_turns_a_mixed_folder_into_tables_of_all_formats(folder: Path, tmp_path: Path) -> None:
    outs = [tmp_path / f"records{suffix}" for suffix in (".duckdb", ".parquet", ".csv", ".sqlite")]
    printed = run("extract", folder, *(word for out in outs for word in ("--out", out)))
    assert "failures\t2" in printed
    first, *others = [list(counts_of(out)) for out in outs]
    assert first == others[0] == others[1] == others[2]
    counts = dict(zip(TABLES, first, strict=True))
    assert (counts["sources"], counts["failures"], counts["documents"]) == (8, 2, 5)
    grounds = ask(
        outs[0], "SELECT d.text, g.text, g.segments FROM grounds g JOIN documents d USING (document)"
    )
    assert len(grounds) > 500
    for text, words, segments in grounds:
        cut = "".join(str(text)[one["start"] : one["end"]] for one in segments)  # type: ignore[attr-defined]
        assert NOISE.sub("", cut) == NOISE.sub("", str(words))
    assert "Error: " in run("extract", folder, "--out", outs[0])


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_a_folder_of_json_beside_tables_is_that_of_a_run_of_its_own(
    folder: Path, tmp_path: Path, form: str
) -> None:
    both, alone = tmp_path / "both", tmp_path / "alone"
    run("extract", folder, "--out", tmp_path / "a.duckdb", "--out", both, "--format", form)
    run("extract", folder, "--out", alone, "--format", form)
    assert {path.name for path in both.iterdir()} == {path.name for path in alone.iterdir()}
    for path in alone.iterdir():
        assert (both / path.name).read_bytes() == path.read_bytes()


def test_json_may_go_where_the_pages_and_the_tables_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(STORY, encoding="utf-8")
    words = ("extract", "a.txt", "--out", "a.duckdb", "--out", ".", "--format", "jsonl")
    assert "sources\t1" in run(*words)
    assert "sources\t0\t1" in run(*words, "--resume")
    assert Path("records.jsonl").is_file()


def test_json_beside_tables_follows_them(folder: Path, tmp_path: Path) -> None:
    words = ("extract", folder, "--out", tmp_path / "a.duckdb", "--out", tmp_path / "json", "--resume")
    run(*words)
    (folder / "again.txt").unlink()
    (folder / "f.txt").write_text(STORY, encoding="utf-8")
    printed = run(*words, "--prune")
    assert f"{folder}/again.txt: taken out" in printed
    assert "taken out\t1" in printed
    names = {path.name for path in (tmp_path / "json").iterdir()}
    assert "again.json" not in names
    assert "f.json" in names
    (tmp_path / "json" / "mine.json").write_text("{}", encoding="utf-8")
    assert "mine.json holds no results of newsie" in run(*words)
    assert "only one --out may be a folder" in run(*words, "--out", tmp_path / "other")
    assert "--prune and --retry-failed go with --resume" in run(*words[:4], "--prune")


def test_the_closing_table_tells_a_run_from_its_archive(folder: Path, tmp_path: Path) -> None:
    words = ("extract", folder, "--out", tmp_path / "a.duckdb", "--resume")
    first = run(*words)
    assert "sources\t8\t8" in first
    assert "done before" not in first
    (folder / "g.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "story.txt").write_text(STORY.replace("王允", "王大允"), encoding="utf-8")
    rows = {name: more for name, *more in (line.split("\t") for line in run(*words).splitlines())}
    assert rows["sources"] == ["1", "9"]
    assert rows["done before"] == ["8"]
    assert rows["failures"] == ["0", "2"]
    assert int(rows["meetings"][0]) < int(rows["meetings"][1])


def test_a_second_run_does_only_what_is_new(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "records.duckdb"
    run("extract", folder, "--out", out)
    before = list(counts_of(out))
    assert "done before\t8" in run("extract", folder, "--out", out, "--resume")
    assert list(counts_of(out)) == before
    (folder / "f.txt").write_text(STORY, encoding="utf-8")
    (folder / "g.txt").write_text(STORY + "\n", encoding="utf-8")
    printed = run("extract", folder, "--out", out, "--resume")
    assert "sources\t2" in printed
    assert ask(out, "SELECT source FROM failures") == [(f"{folder}/d.jsonl#2",)]
    (folder / "a.txt").write_text("换了", encoding="utf-8")
    (folder / "again.txt").unlink()
    run("extract", folder, "--out", out, "--resume", "--retry-failed")
    assert ask(out, "SELECT count(*) FROM failures") == [(1,)]


def test_a_changed_source_leaves_nothing_of_what_it_was(tmp_path: Path, result: Extraction) -> None:
    database = Database(tmp_path / "a.duckdb")
    changed = extract(STORY + "\n", published="2023-01-10")
    database.add([Entry("one", "k1", result, STORY), Entry("two", "k1", None)])
    database.add([Entry("one", "k2", changed, STORY)])
    database.tidy()
    assert database.counts()["documents"] == 2
    database.add([Entry("two", "k3", Failure("two", "gone"))])
    database.tidy()
    assert database.counts()["documents"] == 1
    assert database.counts()["failures"] == 1
    assert not database.has("k1")
    database.add([Entry("two", "k2", None)])
    assert (database.counts()["failures"], database.has("k2")) == (0, True)
    database.close()


def test_the_same_text_made_in_another_way_takes_the_place_of_what_it_was(
    tmp_path: Path, result: Extraction
) -> None:
    bare = result.model_copy(update={"meetings": ()})
    with closing(Database(tmp_path / "a.duckdb")) as database:
        database.add([Entry("one", "k1", result, STORY), Entry("two", "k1", None)])
        database.add([Entry("one", "k2", bare, STORY, "with corrections")])
        database.tidy()
        assert (database.counts()["documents"], database.counts()["meetings"]) == (2, 1)
        database.add([Entry("two", "k2", None)])
        database.tidy()
        assert (database.counts()["documents"], database.counts()["meetings"]) == (1, 0)
        # a PDF whose text stays and whose layout does not
        database.add([Entry("one", "k3", result, STORY, "with corrections")])
        assert (database.counts()["documents"], database.counts()["meetings"]) == (1, 1)


def test_documents_of_another_version_are_told(tmp_path: Path, result: Extraction) -> None:
    path, page = tmp_path / "a.duckdb", tmp_path / "page.txt"
    page.write_text(f"又一篇\n{STORY}", encoding="utf-8")
    assert "read them" not in run("extract", page, "--out", path)
    assert result.made_by is not None
    older = result.made_by.model_copy(update={"newsie": "0.0.9"})
    with closing(Database(path)) as database:
        database.add([Entry("old", "1", result.model_copy(update={"made_by": older}), STORY)])
    printed = run("extract", page, "--out", path, "--resume")
    assert f"{path}: documents that stay as newsie 0.0.9 read them: 1; " in printed


def test_a_source_whose_document_is_lost_is_new_again(tmp_path: Path, result: Extraction) -> None:
    path = tmp_path / "a.duckdb"
    with closing(Database(path)) as database:
        database.add([Entry("one", "k1", result, STORY), Entry("bad", "k2", Failure("bad", "broken"))])
    with closing(duckdb.connect(str(path))) as connection:
        connection.execute("DELETE FROM documents")
    with closing(Database(path)) as database:
        assert not database.done("one", "k1")
        assert not database.has("k1")
        assert database.done("bad", "k2")


def test_a_source_that_failed_is_tried_again_where_its_like_did_not(
    tmp_path: Path, result: Extraction
) -> None:
    with closing(Database(tmp_path / "a.duckdb")) as database:
        database.add([Entry("one", "k1", Failure("one", "no memory")), Entry("two", "k1", result, STORY)])
        assert database.done("one", "k1")
        assert not database.done("one", "k1", retry_failed=True)
    assert ask(tmp_path / "a.duckdb", "SELECT document FROM sources WHERE source = 'one'") == [(None,)]


def test_a_batch_is_kept_whole_or_not_at_all(
    tmp_path: Path, result: Extraction, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(tmp_path / "a.duckdb")

    def broken(*_: object) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(Database, "_insert_sources", broken)
        with pytest.raises(OSError, match="disk full"):
            database.add([Entry("one", "k1", result, STORY)])
    assert set(database.counts().values()) == {0}
    database.add([Entry("one", "k1", result, STORY)])
    assert database.counts()["documents"] == 1
    database.close()


def test_files_that_are_something_else_are_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.duckdb"
    with closing(duckdb.connect(str(other))) as connection:
        connection.execute("CREATE TABLE t (a INT)")
    with pytest.raises(StoreError, match="holds other tables"):
        Database(other)
    text = tmp_path / "text.duckdb"
    text.write_text("no database")
    with pytest.raises(StoreError):
        Database(text)


@pytest.mark.parametrize("way", ["", "other rules"])
def test_a_document_is_found_in_a_registry_as_the_docs_say(
    tmp_path: Path, result: Extraction, way: str
) -> None:
    page = (Path(__file__).parent.parent / "docs" / "outputs.md").read_text(encoding="utf-8")
    formula = page.rpartition("\n```\n")[0].rpartition("```\n")[2]
    archive, registry = tmp_path / "a.duckdb", tmp_path / "r.duckdb"
    undated = result.model_copy(update={"published": None, "published_from": None, "outlet": "某某报"})
    with closing(Database(archive)) as database:
        database.add([Entry("a", "1", result, STORY, way), Entry("b", "2", undated, STORY, way)])
    run("link", archive, "--out", registry)
    linked = ask(registry, "SELECT id FROM documents ORDER BY id")
    assert len(linked) == 2
    assert ask(archive, f"SELECT {formula} FROM documents ORDER BY 1") == linked  # noqa: S608 - the docs have it
    assert (ask(archive, "SELECT document FROM documents ORDER BY document") == linked) is (not way)


def test_query_prints_and_changes_nothing(tmp_path: Path, result: Extraction) -> None:
    path = tmp_path / "a.duckdb"
    database = Database(path)
    database.add([Entry("one", "k1", result, STORY)])
    database.close()
    printed = run("query", path, "SELECT value, unit, change FROM figures ORDER BY value").splitlines()
    assert printed[0] == "value\tunit\tchange"
    assert "2180000000\t元\t" in printed
    assert run("query", path, "SELECT name FROM appearances WHERE role = 'chair'", "--csv") == "name\n王允\n"
    assert "Error: " in run("query", path, "DROP TABLE sources")
    assert "Error: " in run("query", tmp_path / "none.duckdb", "SELECT 1")


def test_a_database_of_another_kind_is_told_without_a_network(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with closing(sqlite3.connect(path)) as lite, lite:
        lite.execute("CREATE TABLE t (a)")
    for command in (("query", path, "SELECT 1"), ("registry", "career", path, "关某某")):
        assert run(*command) == f"Error: {path}: it is no DuckDB file\n"


@pytest.mark.skipif(sys.platform == "win32", reason="another message there")
def test_a_database_in_use_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    hold = f"import duckdb; c = duckdb.connect({str(path)!r}); c.execute('CREATE TABLE t (a INT)'); print(1, flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        printed = run("query", path, "SELECT 1")
        holder.communicate(b"\n")
    assert printed == f"Error: {path}: another program has it open (PID {holder.pid}): wait until that ends\n"


def test_what_an_earlier_run_wrote_is_not_read(tmp_path: Path) -> None:
    home = tmp_path / "pages"
    home.mkdir()
    (home / "page.txt").write_text(STORY, encoding="utf-8")
    for out in ("a.csv", "a.parquet", "lines"):
        assert "sources\t1\n" in run("extract", home, "--out", home / out, "--format", "jsonl"), out
    assert "sources\t1\n" in run("extract", home, "--out", home / "again.parquet")
    mine = home / "mine.csv"
    mine.mkdir()
    (mine / "documents.csv").write_text(f'text\n"{STORY}"\n', encoding="utf-8")
    (home / "mine.jsonl").write_text(json.dumps({"text": STORY}), encoding="utf-8")
    assert [found.source for found in find_pages(home) if isinstance(found, Page)] == [
        f"{mine}/documents.csv#1",
        f"{home}/mine.jsonl#1",
    ]


def test_query_reads_and_writes_no_other_file(
    tmp_path: Path, result: Extraction, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.duckdb"
    with closing(Database(path)) as database:
        database.add([Entry("a", "1", result, STORY)])
    (tmp_path / "secret.csv").write_text("x\n1\n")
    before = sorted(tmp_path.iterdir())
    for statement in (
        "COPY (SELECT 1 AS x) TO 'written.txt'",
        "EXPORT DATABASE 'written'",
        "ATTACH 'other.duckdb'",
        "FROM 'secret.csv'",
        "SET enable_external_access = true; COPY (SELECT 1) TO 'written.txt'",
        "SET lock_configuration = false",
        "",
        " ; ",
        "-- nothing",
    ):
        assert "Error: " in run("query", path, statement), statement
    assert sorted(tmp_path.iterdir()) == before
    assert run("query", path, "SELECT 1 AS x") == "x\n1\n"


def test_query_keeps_a_row_in_its_line_and_prints_structs_as_json(tmp_path: Path, result: Extraction) -> None:
    path = tmp_path / "a.duckdb"
    with closing(Database(path)) as database:
        database.add([Entry("a", "1", result, STORY)])
    lines = run("query", path, "SELECT 'a' || chr(9) || 'b' AS x, text FROM documents").splitlines()
    assert lines == ["x\ttext", "a\\tb\t" + STORY.replace("\n", "\\n")]
    quantity = "SELECT quantity FROM statistics WHERE quantity.unit = '个'"
    for more in ((), ("--csv",)):
        printed = run("query", path, quantity, *more)
        (row,) = csv.reader(printed.splitlines()[1:]) if more else [printed.splitlines()[1:]]
        assert json.loads(row[0])["value"] == "12"


def test_standard_input_and_pipes_give_tables(tmp_path: Path) -> None:
    other = tmp_path / "b.txt"
    other.write_text(STORY.replace("1月8日", "1月9日"), encoding="utf-8")
    for paths in (["-"], [other, "-"]):
        for out in (f"{len(paths)}.duckdb", f"{len(paths)}.csv"):
            arguments = [*map(str, paths), "--out", str(tmp_path / out), "--no-model"]
            told = CliRunner().invoke(main, ["extract", *arguments], input=STORY.encode("gb18030"))
            assert told.exit_code == 0, told.output
            assert f"articles\t{len(paths)}\n" in told.stdout
    assert ask(tmp_path / "1.duckdb", "SELECT source, text FROM documents") == [("-", STORY)]
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as threads:
        threads.submit(pipe.write_text, STORY, encoding="utf-8")
        assert "articles\t1\n" in run("extract", pipe, "--out", tmp_path / "p.duckdb", "--no-model")


def test_an_odd_source_is_a_row_of_failures(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_LZMA) as packed:
        packed.writestr("a.txt", STORY)
    data = bytearray((tmp_path / "a.zip").read_bytes())
    data[60:70] = b"\xff" * 10
    (tmp_path / "a.zip").write_bytes(data)
    (tmp_path / "b.txt").write_text(STORY, encoding="utf-8")
    out = tmp_path / "o.duckdb"
    for _ in range(2):
        run("extract", tmp_path / "a.zip", tmp_path / "b.txt", "--out", out, "--resume", "--no-model")
    assert ask(out, "SELECT count(*) FROM documents") == [(1,)]
    ((reason,),) = ask(out, "SELECT reason FROM failures")
    assert "archive is damaged" in str(reason)


def test_an_export_that_breaks_leaves_the_old_one(
    tmp_path: Path, result: Extraction, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, out = tmp_path / "a.duckdb", tmp_path / "a.parquet"
    database = Database(path)
    database.add([Entry("one", "k1", result, STORY)])
    database.close()
    export(path, out)
    monkeypatch.setattr("newsie.out.exports.schema", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        export(path, out)
    assert parquet.read_table(out / "documents.parquet").num_rows == 1
    assert {child.name for child in tmp_path.iterdir()} == {"a.duckdb", "a.parquet"}


def test_numbers_are_numbers_in_sqlite(tmp_path: Path) -> None:
    path, out = tmp_path / "a.duckdb", tmp_path / "a.sqlite"
    values = [Decimal(7_000_000_000), Decimal(99), Decimal("5.5"), Decimal(10) ** 29]
    found = [
        Statistic(
            id=f"s{number}",
            indicator="户",
            quantity=Quantity(value=value, unit="户", qualifier="exact"),
        )
        for number, value in enumerate(values)
    ]
    with closing(Database(path)) as database:
        whole = Extraction(id="x", source="", text_sha256="", statistics=tuple(found))
        database.add([Entry("one", "k1", whole, STORY)])
    export(path, out)
    with closing(sqlite3.connect(out)) as lite:
        kinds = lite.execute("SELECT quantity_value, typeof(quantity_value) FROM statistics").fetchall()
        assert kinds == [
            (7_000_000_000, "integer"),
            (99, "integer"),
            (5.5, "real"),
            (1e29, "real"),
        ]
        assert lite.execute("SELECT count(*) FROM statistics WHERE quantity_value > 100").fetchone() == (2,)
        types = lite.execute("SELECT name, type FROM pragma_table_info('meetings')").fetchall()
    declared = dict(types)
    assert (declared["headcount_value"], declared["date_approximate"]) == ("NUMERIC", "INTEGER")
    assert (declared["confidence"], declared["name"], declared["date_start"]) == ("REAL", "TEXT", "TEXT")


@pytest.mark.parametrize("suffix", [".parquet", ".csv", ".sqlite"])
def test_nothing_else_is_overwritten(folder: Path, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"mine{suffix}"
    story = folder / "e.csv"
    assert "failures\t0" in run("extract", story, "--out", out)
    assert "failures\t0" in run("extract", story, "--out", out)
    if suffix == ".sqlite":
        with closing(sqlite3.connect(out)) as lite, lite:
            lite.execute("CREATE TABLE notes (a)")
    else:
        (out / "precious.txt").write_text("mine", encoding="utf-8")
    assert "holds other things" in run("extract", story, "--out", out)
    other = tmp_path / f"other{suffix}"
    if suffix == ".sqlite":
        other.mkdir()
        (other / "a.txt").write_text("mine", encoding="utf-8")
    else:
        other.write_text("mine", encoding="utf-8")
    printed = run("extract", story, "--out", other)
    assert "Error: " in printed
    assert "choose another name" in printed
    assert (other / "a.txt" if other.is_dir() else other).read_text(encoding="utf-8") == "mine"
    assert {child.name for child in tmp_path.iterdir()} == {out.name, other.name, "archive"}


def test_foreign_tables_are_not_overwritten(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "app.sqlite"
    with closing(sqlite3.connect(out)) as lite, lite:
        lite.execute("CREATE TABLE documents (a)")
    assert "tables of something else" in run("extract", folder, "--out", out)
    out.write_text("no database at all", encoding="utf-8")
    assert "is no SQLite file" in run("extract", folder, "--out", out)


def test_what_is_read_is_not_written(folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "pages.parquet"
    parquet.write_table(pyarrow.Table.from_pylist([{"text": STORY}]), table)
    before = table.read_bytes()
    assert "is to be read" in run("extract", table, "--out", table)
    home = folder.rename(tmp_path / "a.csv")
    assert "is to be read" in run("extract", home / "a.txt", "--out", home)
    assert "Error: " in run("extract", tmp_path, "--out", table)
    assert table.read_bytes() == before
    nested = ("--out", tmp_path / "b.parquet", "--out", tmp_path / "b.parquet" / "b.duckdb")
    assert "side by side" in run("extract", table, *nested)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--out", "a.parquet", "--resume"], "add --out NAME.duckdb"),
        (["--out", "a.duckdb", "--out", "b.duckdb"], "only one --out"),
        (["--out", "a.duckdb", "--out", "b", "--out", "c"], "only one --out may be a folder"),
        (["--out", "a.duckdb", "--out", "b.txt"], "JSON is written into a folder"),
    ],
)
def test_outputs_that_do_not_go_together_are_a_wrong_call(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["extract", str(folder), *options])
    assert done.exit_code == 2
    assert told in done.stderr
    assert not list(tmp_path.glob("[ab]*.*"))


@pytest.mark.parametrize("kind", KINDS)
def test_rows_have_the_columns_of_their_table(kind: str, result: Extraction) -> None:
    names = [column.partition(":")[0] for column in COLUMNS[kind].split()]
    found = rows(kind, result)
    assert found or kind in {"visits", "projects", "warnings", "statements", "custom", "checks"}
    for row in found:
        assert set(row) == set(names)
    assert schema(kind).names == names


def test_frames_of_all_libraries_agree(result: Extraction) -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("polars")
    arrow = result.to_frame("statistics", "arrow")
    assert (
        len(result.to_frame("statistics")) == len(result.to_frame("statistics", "polars")) == arrow.num_rows
    )
    assert arrow.num_rows == len(result.statistics) > 0
    assert {value["value"] for value in arrow["quantity"].to_pylist()} >= {Decimal(2_180_000_000)}
    assert set(arrow["document"].to_pylist()) == {document_key(result)}


def test_a_number_that_no_table_holds_is_absent() -> None:
    record = Statistic(
        indicator="户", quantity=Quantity(value=Decimal(10) ** 40, unit="户", qualifier="exact")
    )
    whole = Extraction(id="x", source="", text_sha256="", statistics=(record,))
    (row,) = whole.to_frame("statistics", "arrow").to_pylist()
    assert row["quantity"]["value"] is None
    assert row["quantity"]["unit"] == "户"


@pytest.mark.parametrize("digits", [20, 29, 30])
def test_numbers_below_ten_to_the_thirtieth_are_held(digits: int) -> None:
    value = Decimal(10) ** digits + Decimal("0.5")
    record = Statistic(indicator="户", quantity=Quantity(value=value, unit="户", qualifier="exact"))
    whole = Extraction(id="x", source="", text_sha256="", statistics=(record,))
    (row,) = whole.to_frame("statistics", "arrow").to_pylist()
    assert row["quantity"]["value"] == (value if digits < 30 else None)


def test_what_is_thought_of_a_record_is_in_its_row(result: Extraction) -> None:
    doubt = Confidence(record=0.9, fields={"indicator": 0.8}, reasons=("indicator: one vote only",))
    judged = result.statistics[0].model_copy(
        update={"confidence": doubt, "review": Review(verdict="accepted", note="read on paper")}
    )
    (row, *_) = rows("statistics", result.model_copy(update={"statistics": (judged,)}))
    assert row["confidence"] == 0.9
    assert row["field_confidence"] == [{"field": "indicator", "chance": 0.8}]
    assert row["doubts"] == ["indicator: one vote only"]
    assert row["review"] == {"verdict": "accepted", "fields": [], "note": "read on paper"}


def test_evidence_of_own_records_is_among_the_grounds(tmp_path: Path, result: Extraction) -> None:
    place = Piece(text="推进会", rule="accident.place", segments=((0, 3),))
    own = CustomRecord(
        id="accident-1", type="accident", article="a", fields={"place": "省道"}, evidence={"place": (place,)}
    )
    path = tmp_path / "a.duckdb"
    with closing(Database(path)) as database:
        database.add([Entry("a", "1", result.model_copy(update={"custom": (own,)}), STORY)])
    found = ask(path, "SELECT kind, id, field, text FROM grounds WHERE kind = 'custom'")
    assert found == [("custom", "accident-1", "place", "推进会")]


def test_records_of_own_types_and_checks_have_tables(result: Extraction) -> None:
    three = Quantity(value=Decimal(3), unit="人", qualifier="exact")
    own = CustomRecord(type="accident", article="article-1", fields={"place": "省道", "injured": three})
    sums = Check(article="article-1", whole="a", parts=("b", "c"), total=Decimal(3), holds=True)
    full = result.model_copy(update={"custom": (own,), "checks": (sums,)})
    (accident,) = table("custom", [full]).to_pylist()
    assert json.loads(accident["fields"])["injured"]["value"] == "3"
    (check,) = table("checks", [full]).to_pylist()
    assert (check["parts"], check["total"], check["holds"]) == (["b", "c"], 3, True)
