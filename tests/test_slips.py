"""What a user gets wrong is told in words that help, before any work is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest
from click.testing import CliRunner

import newsie
from newsie.cli import main

PAGE = "本报讯 3月26日，某县在县宾馆召开重点项目推进会。县长王某某主持会议并讲话。\n"
RESULT = newsie.load("zh_chars").extract(PAGE, published="2024-03-28")
MISSING = (Path("missing.txt"),)


@pytest.mark.parametrize(
    ("slip", "error", "told"),
    [
        (lambda: RESULT.at_least(80), ValueError, "between 0 and 1, not 80"),
        (lambda: newsie.extract_many([], min_confidence=80), ValueError, "between 0 and 1, not 80"),
        (lambda: RESULT.to_frame("meetings", "spark"), ValueError, "there are pandas, polars, arrow"),
        (lambda: list(newsie.find_pages([Path("page.txt"), ""])), ValueError, "the path is empty"),
        (
            lambda: list(newsie.extract_batches(RESULT.to_frame("articles", "arrow"))),
            TypeError,
            "extract_table",
        ),
        (lambda: newsie.load(Path("no_such_folder")), newsie.ModelError, "no_such_folder"),
        (lambda: list(newsie.extract_many([5])), TypeError, "not int"),
        (lambda: newsie.link(newsie.extract_many(MISSING)), TypeError, "the failure of missing.txt"),
        (
            lambda: newsie.show(newsie.extract_many(MISSING), out="r.html"),
            TypeError,
            "the failure of missing",
        ),
        (lambda: newsie.extract(PAGE, published=pd.NaT), newsie.DateError, "NaT is no day"),
        (lambda: newsie.extract([PAGE]), TypeError, r"not list; newsie\.extract_many"),
        (lambda: newsie.extract(PAGE, outlet=float("nan")), TypeError, "outlet is a str or None, not nan"),
        (lambda: newsie.extract(PAGE, source=5), TypeError, "source is a str or None, not 5"),
        (lambda: newsie.extract_many(MISSING, limits=None), TypeError, "limits is newsie.Limits.*not None"),
        (lambda: list(newsie.find_pages(MISSING, limits=5)), TypeError, "not 5"),
        (lambda: newsie.read_page("page.txt", limits=None), TypeError, "leave it out"),
        (lambda: newsie.Piece(segments=((4, 2),), text="王", rule="x"), ValueError, "4, 2. is no range"),
        (lambda: newsie.Piece(segments=((-2, 2),), text="王", rule="x"), ValueError, "count from 0"),
        (lambda: newsie.extract_many([PAGE], workers=-1), ValueError, "1 or more, not -1"),
        (lambda: newsie.extract_many([PAGE], workers=None), ValueError, "1 or more, not None"),
        (lambda: newsie.extract_table({"t": [PAGE]}, columns="t"), TypeError, "Columns.*not 't'"),
        (lambda: list(newsie.find_pages("t.csv", columns={"text": "t"})), TypeError, "Columns"),
        (lambda: newsie.extract_table([{"text": PAGE}]), TypeError, "Arrow, pandas or polars, not list"),
        (lambda: newsie.extract_table(pl.LazyFrame({"text": [PAGE]})), TypeError, "not LazyFrame"),
        (lambda: newsie.extract_table({"text": [PAGE]}, min_confidence=80), ValueError, "between 0 and 1"),
        (lambda: newsie.correct(next(newsie.extract_many(MISSING)), []), TypeError, "the failure of missing"),
        (lambda: newsie.load("zh_chars").extract_page(PAGE), TypeError, "not str; extract reads a text"),
        (
            lambda: newsie.Source("page.txt", published="2024/05/09"),
            newsie.DateError,
            "no day of the calendar",
        ),
        (lambda: newsie.link(RESULT), TypeError, "not a single Extraction"),
        (lambda: newsie.show(Path("page.txt"), out="r.html"), TypeError, "not PosixPath|not WindowsPath"),
        (lambda: RESULT.with_text("另一页\ufffd"), newsie.SourceError, "not the page of this result"),
    ],
)
def test_a_slip_is_told(slip: Callable[[], Any], error: type[Exception], told: str) -> None:
    with pytest.raises(error, match=told):
        slip()


def test_a_page_is_read_by_its_path_or_by_what_was_found(tmp_path: Path) -> None:
    path = tmp_path / "某县日报.txt"
    path.write_text(PAGE, encoding="utf-8")
    (found,) = newsie.find_pages(path)
    page = newsie.read_page(found)
    assert page == newsie.read_page(path) == newsie.read_page(str(path)) == newsie.read_page(page)
    with pytest.raises(newsie.SourceError, match=r"missing\.txt: not there"):
        newsie.read_page(newsie.Failure("missing.txt", "missing.txt: not there"))


def test_a_source_made_by_hand_may_have_its_path_and_day_as_strings(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    day = pd.Timestamp("2024-03-28 06:00")
    told = (newsie.Source(str(path), published="2024-03-28"), newsie.Page(PAGE, published=day))
    for result in newsie.extract_many(told, pipeline="zh_chars"):
        assert isinstance(result, newsie.Extraction)
        assert (result.published, result.published_from) == ("2024-03-28", "given")
    assert newsie.Source(path, date(2024, 3, 28), "manifest").published_from == "manifest"


def test_a_source_may_be_named_by_a_path() -> None:
    named = newsie.load("zh_chars").extract(PAGE, source=Path("2024") / "2024-03-28_01.txt")
    assert named == newsie.load("zh_chars").extract(PAGE, source="2024/2024-03-28_01.txt")
    assert named.published == "2024-03-28"


@pytest.mark.parametrize("frame", [pd.DataFrame, pl.DataFrame])
def test_a_dataframe_is_a_table_of_pages(frame: Callable[[Any], Any]) -> None:
    pages = frame({"text": [PAGE, ""], "published": ["2024-03-28", "2024-03-29"]})
    found = newsie.extract_table(pages, pipeline="zh_chars").to_pylist()
    assert [row["error"] for row in found] == [None, None]
    assert [len(row["meetings"]) for row in found] == [1, 0]


@pytest.mark.parametrize(
    "command",
    [["extract", "", "--out", "out"], ["extract", "page.txt", "--out", ""], ["show", ""], ["explain", ""]],
)
def test_an_empty_path_is_not_the_folder_one_is_in(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text(PAGE, encoding="utf-8")
    run = CliRunner().invoke(main, command)
    assert run.exit_code == 2
    assert "the path is empty" in run.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["page.txt"]


def test_explain_goes_on_after_a_page_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(bytes(range(256)))
    (tmp_path / "b.txt").write_text(PAGE, encoding="utf-8")
    run = CliRunner().invoke(main, ["explain", str(tmp_path), "--no-model"])
    assert run.exit_code == 1
    assert "a.txt: not read: it is binary" in run.stderr
    assert "meeting.chair" in run.stdout


def test_explain_says_that_no_sentence_has_the_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(PAGE.replace("宾馆", "礼堂"), encoding="utf-8")
    common = ["explain", str(tmp_path), "--no-model", "--match"]
    run = CliRunner().invoke(main, [*common, "学校"])
    assert (run.stdout, run.stderr) == ("", "no sentence of an article's body has the words 学校\n")
    run = CliRunner().invoke(main, [*common, "礼堂"])
    assert "b.txt" in run.stdout
    assert ("a.txt" in run.stdout, run.stderr) == (False, "")


def test_a_report_takes_rules_corrections_and_a_confidence(tmp_path: Path) -> None:
    page, mine, out = tmp_path / "page.txt", tmp_path / "mine.jsonl", tmp_path / "report.html"
    page.write_text(PAGE, encoding="utf-8")
    records = tmp_path / "records"
    assert (
        CliRunner().invoke(main, ["extract", str(page), "--out", str(records), "--no-model"]).exit_code == 0
    )
    (meeting,) = newsie.Extraction.model_validate_json(
        (records / "page.json").read_text(encoding="utf-8")
    ).meetings
    told = ["correct", str(records / "page.json"), meeting.id, "--set", "organizer=县政府", "--to", str(mine)]
    assert CliRunner().invoke(main, told).exit_code == 0
    for given in (page, records):
        for option, shown in ((["--corrections", str(mine)], True), ([], False)):
            done = CliRunner().invoke(main, ["report", str(given), "--out", str(out), "--no-model", *option])
            assert done.output.startswith(f"{out}: 1 page, ")
            assert ("县政府" in out.read_text(encoding="utf-8")) == shown
        sure = ["report", str(given), "--out", str(out), "--no-model", "--min-confidence", "1"]
        assert CliRunner().invoke(main, sure).exit_code == 0
        assert meeting.id not in out.read_text(encoding="utf-8")
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "meeting_heads.tsv").write_text("碰头会\tconference\n", encoding="utf-8")
    page.write_text(PAGE.replace("推进会", "碰头会"), encoding="utf-8")
    done = CliRunner().invoke(
        main, ["report", str(page), "--out", str(out), "--no-model", "--rules", str(rules)]
    )
    assert done.exit_code == 0
    assert '"重点项目碰头会"' in out.read_text(encoding="utf-8")
