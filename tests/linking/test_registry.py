"""A registry as a file: questions, the command line, what is not installed."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from linking.archive import make_archive
from newsie.cli import main
from newsie.errors import DateError, NewsieError
from newsie.linking import Linkage, link
from newsie.linking.registry import Registry
from newsie.out.database import Database, Entry
from newsie.out.files import write_json
from newsie.out.restored import read_archive
from newsie.records import Extraction


def test_who_held_a_post(linkage: Linkage) -> None:
    frame = linkage.holders("区管委会", "主任", on="2022-08-01")
    (row,) = frame.to_dict("records")
    assert row["name"] == "张晓"
    assert row["basis"] == "seen before and after"
    assert row["reviews"].startswith("review-")
    assert row["text"] == "示范区管委会主任"
    assert row["segments"].startswith("[[")


def test_who_held_a_post_when_nobody_is_seen(linkage: Linkage) -> None:
    frame = linkage.holders("区管委会", "主任", on="2022-05-01")
    assert list(zip(frame["name"], frame["basis"], strict=True)) == [
        ("张晓明", "last seen before"),
        ("张晓", "first seen after"),
    ]


def test_all_holders_in_time(linkage: Linkage) -> None:
    assert list(linkage.holders("管委会", "主任")["name"]) == []
    assert list(linkage.holders("示范区管委会", "主任")["name"]) == ["张晓明", "张晓"]
    assert linkage.holders("示范区管委会", "主任", place="商丘市").empty


def test_a_career(linkage: Linkage) -> None:
    frame = linkage.career("宋力")
    assert list(frame["title"]) == ["副书记", "书记"]
    assert frame["first"][1] == "2022-07-15"
    assert set(frame["organization"]) == {"市城乡一体化示范区党工委"}


def test_a_timeline(linkage: Linkage) -> None:
    frame = linkage.timeline("文昌万达广场项目")
    status = [value for value in frame["status"] if isinstance(value, str)]
    assert status == ["under_construction", "finishing"]
    assert frame["segments"].str.startswith("[[").all()


def test_a_series_says_what_differs() -> None:
    archive = make_archive(60, 60, 12, seed=3)
    frame = link(archive.extractions).series(indicator="工业企业")
    assert not frame.empty
    assert {"value", "warnings", "document", "segments"} <= set(frame.columns)


def test_no_day_is_an_error(linkage: Linkage) -> None:
    with pytest.raises(DateError, match="no day of the calendar"):
        linkage.holders("区管委会", "主任", on="today")


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch, linkage: Linkage) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(NewsieError, match=r"newsie-zh\[link\]"):
        Registry.of(linkage)


def test_a_file_that_is_no_registry_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NewsieError, match="no such file"):
        Registry.open(tmp_path / "none.duckdb")
    other = tmp_path / "other.duckdb"
    import duckdb  # noqa: PLC0415

    duckdb.connect(str(other)).close()
    with pytest.raises(NewsieError, match="no registry"):
        Registry.open(other)


def run(*arguments: str | Path) -> str:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture
def records(results: tuple[Extraction, ...], tmp_path: Path) -> Path:
    folder = tmp_path / "records"
    folder.mkdir()
    for result in results:
        write_json(folder, Path(result.source).stem, result)
    return folder


def test_the_command_line(records: Path, linkage: Linkage, tmp_path: Path) -> None:
    registry = tmp_path / "registry.duckdb"
    assert "documents\t5" in run("link", records, "--out", registry)
    assert "new\t0" in run("link", records, "--out", registry)
    assert run("registry", "dump", registry) == linkage.dump()
    assert "张晓" in run("registry", "holders", registry, "区管委会", "主任", "--on", "2022-08-01")
    assert '"title":"副书记"' in run("registry", "career", registry, "宋力", "--format", "json")
    assert "finishing" in run("registry", "timeline", registry, "文昌万达广场项目", "--format", "csv")
    run("registry", "series", registry)
    # everyone's career is printed, of those without a post too
    for name in sorted({person.name for person in linkage.people}):
        assert name in run("registry", "career", registry, name)
    assert "needs_review" in run("registry", "reviews", registry)


def test_a_corrected_result_takes_the_place_of_the_old(records: Path, tmp_path: Path) -> None:
    registry = tmp_path / "registry.duckdb"
    run("link", records, "--out", registry)
    held = '"title":"副书记"'
    assert held in run("registry", "career", registry, "宋力", "--format", "json")
    for file in records.glob("*.json"):
        result = Extraction.model_validate_json(file.read_text("utf-8"))
        others = tuple(official for official in result.officials if official.name != "宋力")
        without = result.model_copy(update={"officials": others})
        file.write_text(without.model_dump_json(), "utf-8")
    told = run("link", records, "--out", registry)
    assert "new\t0" in told
    assert "changed\t0" not in told
    assert held not in run("registry", "career", registry, "宋力", "--format", "json")
    afresh = tmp_path / "afresh.duckdb"
    run("link", records, "--out", afresh)
    assert run("registry", "dump", registry) == run("registry", "dump", afresh)
    assert "changed\t0" in run("link", records, "--out", registry)


def test_a_reviewer_s_decisions_stay(records: Path, tmp_path: Path) -> None:
    registry, decisions = tmp_path / "registry.duckdb", tmp_path / "decisions.toml"
    run("link", records, "--out", registry)
    text = run("registry", "reviews", registry, "--toml").replace('verdict = ""', 'verdict = "different"')
    decisions.write_text(text, "utf-8")
    assert "reviews\t0" in run("link", records, "--out", registry, "--decisions", decisions)
    assert "reviews\t0" in run("link", records, "--out", registry)
    afresh = tmp_path / "afresh.duckdb"
    run("link", records, "--out", afresh, "--decisions", decisions)
    assert run("registry", "dump", registry) == run("registry", "dump", afresh)
    assert decisions.read_text("utf-8") == text


def test_a_file_that_is_no_result_is_named(records: Path, tmp_path: Path) -> None:
    (records / "other.json").write_text("{}", "utf-8")
    result = CliRunner().invoke(main, ["link", str(records), "--out", str(tmp_path / "registry.duckdb")])
    assert result.exit_code == 1
    assert "other.json" in result.output


def test_what_is_no_registry_is_not_written_over(records: Path, linkage: Linkage, tmp_path: Path) -> None:
    import duckdb  # noqa: PLC0415

    archive, text = tmp_path / "archive.duckdb", tmp_path / "other.duckdb"
    duckdb.connect(str(archive)).execute("CREATE TABLE kept (one INTEGER)").close()
    text.write_text("no database", "utf-8")
    for place, reason in ((archive, "not written over"), (text, "no DuckDB file"), (tmp_path, "is a folder")):
        with pytest.raises(NewsieError, match=reason):
            linkage.save(place)
        told = CliRunner().invoke(main, ["link", str(records), "--out", str(place), "--afresh"])
        assert told.exit_code == 1
        assert reason in told.output
    assert duckdb.connect(str(archive)).execute("SELECT count(*) FROM kept").fetchall() == [(0,)]
    linkage.save(tmp_path / "new folder" / "registry.duckdb")


def test_a_place_without_results_makes_no_registry(tmp_path: Path) -> None:
    empty, registry = tmp_path / "empty", tmp_path / "registry.duckdb"
    empty.mkdir()
    told = CliRunner().invoke(main, ["link", str(empty), "--out", str(registry)])
    assert told.exit_code == 1
    assert "no results here" in told.output
    assert not registry.exists()


def test_an_archive_is_linked_as_its_results_are(
    results: tuple[Extraction, ...], records: Path, tmp_path: Path
) -> None:
    archive = tmp_path / "archive.duckdb"
    with closing(Database(archive)) as database:
        database.add([Entry(one.source, one.id, one) for one in results])
    assert sorted(one.model_dump_json() for one in read_archive(archive)) == sorted(
        one.model_dump_json() for one in results
    )
    run("link", archive, "--out", tmp_path / "registry.duckdb")
    told = run("link", records, "--out", tmp_path / "registry.duckdb")
    assert "new\t0\nchanged\t0" in told
    refused = CliRunner().invoke(
        main, ["link", str(tmp_path / "registry.duckdb"), "--out", str(tmp_path / "r")]
    )
    assert "is no archive of newsie" in refused.output


def test_an_answer_that_is_empty_says_what_there_is(records: Path, tmp_path: Path) -> None:
    registry = tmp_path / "registry.duckdb"
    run("link", records, "--out", registry)
    assert "names like it: 宋力" in run("registry", "career", registry, "宋力强")
    assert run("registry", "timeline", registry, "没有的项目").endswith("nothing found\n")


def test_open_decisions_are_left_out_and_idle_ones_are_told(records: Path, tmp_path: Path) -> None:
    registry, decisions = tmp_path / "registry.duckdb", tmp_path / "decisions.toml"
    run("link", records, "--out", registry)
    waiting = run("registry", "reviews", registry, "--toml")
    decisions.write_text("\ufeff" + waiting, "utf-8")
    assert "reviews\t1" in run("link", records, "--out", registry, "--decisions", decisions)
    decided = waiting.replace('verdict = ""', 'verdict = "different"')
    decisions.write_text(decided, "utf-8")
    assert "reviews\t0" in run("link", records, "--out", registry, "--decisions", decisions)
    decisions.write_text(decided.replace('left = ["document-', 'left = ["document-x'), "utf-8")
    told = run("link", records, "--out", registry, "--decisions", decisions)
    assert "decision not met, document-x" in told
    assert "no such person in the registry" in told
    assert "reviews\t1" in told


def test_a_page_whose_text_has_changed_is_told(records: Path, tmp_path: Path) -> None:
    registry = tmp_path / "registry.duckdb"
    assert "several documents" not in run("link", records, "--out", registry)
    file = min(records.glob("*.json"))
    result = Extraction.model_validate_json(file.read_text("utf-8"))
    changed = result.model_copy(update={"text_sha256": "0" * 64, "id": "document-0"})
    file.write_text(changed.model_dump_json(), "utf-8")
    told = run("link", records, "--out", registry)
    assert "new\t1" in told
    assert f"1 sources stand for several documents ({result.source})" in told
    assert "several documents" not in run("link", records, "--out", registry, "--afresh")
