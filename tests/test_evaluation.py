"""Figures are those of the project's own scorer, and misses are told apart and found on the page."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsie.cli import main
from newsie.errors import SourceError
from newsie.evaluation import Evaluation, Graded, evaluate, judge
from newsie.evaluation.comparison import compare
from newsie.evaluation.grading import Task, find_tasks, predicted
from newsie.evaluation.html import misses_page
from newsie.evaluation.places import Finder
from newsie.identity import text_sha256
from newsie.manifest import find_sources
from newsie.out.results import read_results, text_of
from newsie.page import Page
from newsie.records import (
    Article,
    ArticlePart,
    Extraction,
    MadeBy,
    Meeting,
    Mention,
    Official,
    Piece,
    Post,
    Warning,
)

HERE = Path(__file__).parent
PINNED = HERE / "evaluation"
SHARED = HERE.parent.parent / "shared"
TEXT = "区里召开推进会\n\n1月8日，区里召开推进会，宋某主持会议，姜某出席。<script>alert(1)</script>\n"


def figures(evaluation: Evaluation) -> dict[str, float | None]:
    return {row.name: row.f1 for row in evaluation.rows}


def assert_agree(evaluation: Evaluation, wanted: dict[str, float | None]) -> None:
    found = figures(evaluation)
    assert {name for name, figure in found.items() if figure is not None} == {
        name for name, figure in wanted.items() if figure is not None
    }
    apart = {name: (found[name], figure) for name, figure in wanted.items() if figure is not None}
    assert not {name: pair for name, pair in apart.items() if abs(pair[0] - pair[1]) > 0.0501}


def test_figures_are_those_of_the_reference_scorer(pages: Path) -> None:
    """The results kept here were harmed on purpose; the figures are what the reference printed for them."""
    tasks = [
        task
        for task in find_tasks(pages / "gold", pages)
        if (PINNED / f"{Path(task.gold.source).stem}.json").exists()
    ]
    found = {result.source: result for _, result in read_results_of(PINNED)}
    graded = [Graded(task.gold, found[task.gold.source], task.page.readable) for task in tasks]
    assert_agree(evaluate(graded), json.loads((PINNED / "figures.json").read_text(encoding="utf-8")))


def read_results_of(folder: Path) -> list[tuple[Path, Extraction]]:
    return [pair for path in sorted(folder.glob("W*.json")) for pair in read_results(path)]


@pytest.mark.skipif(not (SHARED / "score" / "score.py").is_file(), reason="the reference scorer is not here")
@pytest.mark.parametrize(
    ("home", "gold", "sources"),
    [("seeds", "gold", "seeds"), ("pages", "gold/written", "gold/written/src")],
    ids=["seeds", "pages"],
)
def test_figures_of_the_sample_pages_agree_with_the_reference_scorer(
    home: str,
    gold: str,
    sources: str,
    extracted: dict[Path, tuple[Extraction, ...]],
    tmp_path: Path,
) -> None:
    (folder,) = [path for path in extracted if path.name == home]
    for result in extracted[folder]:
        write(tmp_path, result)
    command = [
        sys.executable,
        str(SHARED / "score" / "score.py"),
        str(SHARED / gold),
        str(SHARED / sources),
        str(tmp_path),
        "--json",
    ]
    told = subprocess.run(command, capture_output=True, check=True).stdout
    assert_agree(evaluate(predicted(find_tasks(folder / "gold", folder), tmp_path)), json.loads(told))


def write(folder: Path, result: Extraction) -> Path:
    path = folder / f"{Path(result.source).stem}.json"
    path.write_text(result.model_dump_json(), encoding="utf-8")
    return path


def page(**changes: object) -> Extraction:
    """Return what a reader finds on the page, but for what is given."""
    article = Article(
        id="a1",
        headline="区里召开推进会",
        kicker=None,
        kind="news",
        body=("1月8日，区里召开推进会，宋某主持会议，姜某出席。",),
        segments=(
            ArticlePart(role="headline", start=0, end=7),
            ArticlePart(role="body", start=9, end=len(TEXT)),
        ),
    )
    meeting = Meeting(
        id="meeting-1",
        article="a1",
        name="推进会",
        kind="conference",
        organizer="区里",
        chair=("宋某",),
        attendees=("姜某",),
        evidence={"chair": (Piece(segments=((22, 24),), text="宋某", rule="test"),)},
    )
    whole = Extraction(
        id="document-1",
        source="page.txt",
        text_sha256=text_sha256(TEXT),
        published="2023-01-10",
        articles=(article,),
        meetings=(meeting,),
        officials=(Official(id="official-1", name="宋某", posts=(Post(organization="区", title="书记"),)),),
        mentions=(Mention(label="PERSON", text="宋某", article="a1", segments=((22, 24),), by=("reader",)),),
    )
    return whole.model_copy(update=changes)


def meeting(**changes: object) -> Meeting:
    return page().meetings[0].model_copy(update=changes)


def test_gold_against_itself_has_no_misses_but_those_of_evidence() -> None:
    found = evaluate([Graded(page(), page(), TEXT)])
    row = found.row("overall")
    assert row is not None
    assert (row.f1, row.low, row.high) == (100, 100, 100)
    assert {miss.row for miss in found.misses} == {"evidence"}


def test_a_record_that_is_missed_counts_all_its_fields() -> None:
    found = evaluate([Graded(page(), page(meetings=()), TEXT)])
    row = found.row("meeting field")
    assert row is not None
    assert (row.right, row.invented, row.missed) == (0, 0, 5)


def test_a_doubtful_record_counts_neither_for_nor_against() -> None:
    doubt = Warning(code="doubtful", message="meeting-1: two readings", article="a1", segments=())
    gold = page(warnings=(doubt,))
    for meetings in ((), page().meetings):
        assert evaluate([Graded(gold, page(meetings=meetings), TEXT)]).row("meeting") is None


def test_evidence_that_is_somewhere_else_is_a_miss() -> None:
    far = Piece(segments=((0, 2),), text="宋某", rule="test")
    true = judge(Graded(page(), page(), TEXT))
    false = judge(Graded(page(), page(meetings=(meeting(evidence={"chair": (far,)}),)), TEXT))
    outcomes = [
        [one.outcome for one in found if one.rows == ("evidence",) and one.about.field == "chair"]
        for found in (true, false)
    ]
    assert outcomes == [["right"], ["wrong"]]


def test_intervals_hold_the_figure_and_narrow_with_more_articles(pages: Path) -> None:
    found = {result.source: result for _, result in read_results_of(PINNED)}
    graded = [
        Graded(task.gold, found[task.gold.source], task.page.readable)
        for task in find_tasks(pages / "gold", pages)
        if task.gold.source in found
    ]
    rows = {row.name: row for row in evaluate(graded).rows}
    for row in rows.values():
        assert row.low is not None
        assert row.f1 is not None
        assert row.high is not None
        assert row.low <= row.f1 <= row.high
    again = {row.name: row for row in evaluate(graded).rows}
    assert rows == again
    more = [
        Graded(one.gold.model_copy(update={"source": f"{copy} {one.gold.source}"}), one.found, one.text)
        for copy in range(4)
        for one in graded
    ]
    wide, narrow = rows["statistic field"], {row.name: row for row in evaluate(more).rows}["statistic field"]
    assert narrow.f1 == wide.f1
    assert (narrow.high or 0) - (narrow.low or 0) < 0.7 * ((wide.high or 0) - (wide.low or 0))


def test_two_versions_are_compared_record_by_record() -> None:
    old = evaluate(
        [Graded(page(), page(meetings=(meeting(chair=(), organizer="县里"),), officials=()), TEXT)]
    )
    new = evaluate([Graded(page(), page(meetings=(meeting(attendees=(), organizer="市里"),)), TEXT)])
    told = {
        (change.what, change.miss.kind, change.miss.field, change.before)
        for change in compare(old, new).changes
        if change.miss.row != "evidence"
    }
    assert told == {
        ("gained", "official", "", ""),
        ("gained", "meeting", "chair", ""),
        ("lost", "meeting", "attendees", "姜某"),
        ("changed", "meeting", "organizer", "县里"),
    }
    (row,) = [row for row in compare(old, new).rows if row.name == "official"]
    assert (row.before, row.after, row.by) == (0, 100, 100)


def test_a_record_that_is_gained_is_told_once() -> None:
    old, new = (evaluate([Graded(page(), found, TEXT)]) for found in (page(meetings=()), page()))
    gained = [change for change in compare(old, new).changes if change.what == "gained"]
    assert [change.miss.kind for change in gained if not change.miss.field] == ["meeting"]
    assert len(gained) == 1


def test_versions_against_other_gold_are_not_compared() -> None:
    old = evaluate([Graded(page(), page(), TEXT)])
    new = evaluate([Graded(page(meetings=()), page(), TEXT)])
    with pytest.raises(SourceError, match="different gold"):
        compare(old, new)


def test_an_evaluation_survives_json() -> None:
    found = evaluate([Graded(page(), page(meetings=()), TEXT)])
    assert Evaluation.model_validate_json(found.model_dump_json()) == found


def test_words_are_found_in_their_article_first() -> None:
    text = "宋某\n\n宋\n某主持"
    finder = Finder(text, ())
    assert finder.find("宋某", ()) == ((0, 2),)
    assert finder.find("宋某", [(4, 9)]) == ((4, 5), (6, 7))
    assert finder.find("没有", ()) == ()
    assert finder.find("", ()) == ()


def test_misses_stand_beside_the_text_and_nothing_of_it_runs() -> None:
    gold = page(
        articles=(page().articles[0].model_copy(update={"headline": '<img src=x onerror="alert(2)">'}),)
    )
    graded = Graded(gold, page(meetings=(meeting(chair=()),)), TEXT)
    html = misses_page(evaluate([graded]), [Task(gold, Page(TEXT, "page.txt"))], "<b>title</b>")
    assert "<script" not in html
    assert "<img" not in html
    assert "<b>title" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "missed: meeting.chair" in html
    assert "<mark>宋某</mark>" in html
    anchors = {part.split('"')[0] for part in html.split('href="#')[1:]}
    assert anchors
    assert all(f'<span id="{anchor}">' in html for anchor in anchors)


def test_a_page_is_found_beside_its_result_and_checked(tmp_path: Path) -> None:
    file = write(tmp_path, page())
    with pytest.raises(SourceError, match="not there"):
        text_of(file, page())
    (tmp_path / "page.txt").write_text("其他", encoding="utf-8")
    with pytest.raises(SourceError, match="another text"):
        text_of(file, page())
    (tmp_path / "page.txt").write_text(TEXT, encoding="utf-8")
    assert text_of(file, page()) == TEXT
    (tmp_path / "page.txt").rename(tmp_path / "page.source")
    assert text_of(file, page()) == TEXT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("gold", "pages", "found"):
        (tmp_path / name).mkdir()
    write(tmp_path / "gold", page())
    write(tmp_path / "found", page(meetings=(meeting(chair=()),)))
    (tmp_path / "pages" / "page.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def newsie(project: Path, *arguments: object) -> Result:
    paths = [project / "gold", project / "pages", "--predictions", project / "found"]
    return CliRunner().invoke(main, ["evaluate", *map(str, (*paths, *arguments))])


def test_the_command_prints_a_row_for_each_kind(project: Path) -> None:
    result = newsie(project)
    assert result.exit_code == 0, result.output
    rows = dict(line.split("\t", 1) for line in result.stdout.splitlines())
    assert rows["row"].split("\t") == ["F1", "95 %", "right", "invented", "missed"]
    assert rows["meeting field"].split("\t")[-3:] == ["4", "0", "1"]
    assert "meeting.chair" not in rows
    assert "meeting.chair" in newsie(project, "--fields").stdout


def test_the_command_prints_misses_and_writes_them_as_html(project: Path) -> None:
    result = newsie(project, "--misses", "--html", project / "misses.html")
    assert "missed\tpage.txt\ta1\tmeeting.chair\tgold: 宋某\tfound:" in result.stdout
    assert "missed: meeting.chair" in (project / "misses.html").read_text(encoding="utf-8")


def test_the_command_compares_with_what_it_printed_before(project: Path) -> None:
    (project / "old.json").write_text(newsie(project, "--json").stdout, encoding="utf-8")
    write(project / "found", page())
    result = newsie(project, "--against", project / "old.json")
    assert "gained\tpage.txt\ta1\tmeeting.chair\tgold: 宋某\tfound:" in result.stdout
    told = json.loads(newsie(project, "--against", project / "old.json", "--json").stdout)
    assert (
        next(change["what"] for change in told["changes"] if change["miss"]["field"] == "chair") == "gained"
    )
    (project / "old.json").write_text(json.dumps(told), encoding="utf-8")
    assert "gained" not in newsie(project, "--against", project / "old.json").stdout


def test_the_command_extracts_what_it_is_not_given(project: Path) -> None:
    result = CliRunner().invoke(
        main, ["evaluate", str(project / "gold"), str(project / "pages"), "--no-model", "--json"]
    )
    assert result.exit_code == 0, result.output
    told = Evaluation.model_validate_json(result.stdout)
    assert told.made_by is not None
    assert told.made_by.pipeline == "zh_chars"
    assert told.pages == 1


def test_rules_of_ones_own_are_named_in_what_made_the_results(project: Path) -> None:
    (project / "mine").mkdir()
    (project / "mine" / "measures.tsv").write_text("筷\tcount\t-\n", encoding="utf-8")

    def made_by(*options: object) -> MadeBy | None:
        paths = [project / "gold", project / "pages", "--no-model", "--json"]
        result = CliRunner().invoke(main, ["evaluate", *map(str, (*paths, *options))])
        assert result.exit_code == 0, result.output
        return Evaluation.model_validate_json(result.stdout).made_by

    plain, own = made_by(), made_by("--rules", project / "mine")
    assert plain is not None
    assert own is not None
    assert (plain.model, plain.pipeline) == (own.model, own.pipeline)
    assert plain.rules != own.rules


@pytest.mark.parametrize(
    ("harm", "message"),
    [
        (lambda home: (home / "gold" / "page.json").unlink(), "no results here"),
        (
            lambda home: (home / "gold" / "page.json").write_text("{}", encoding="utf-8"),
            "no result of newsie",
        ),
        (lambda home: (home / "pages" / "page.txt").unlink(), "no such page"),
        (lambda home: (home / "pages" / "page.txt").write_text("别的", encoding="utf-8"), "another text"),
        (lambda home: (home / "found" / "page.json").rename(home / "found" / "x.jsonx"), "no results here"),
    ],
)
def test_what_is_wrong_with_gold_is_said(project: Path, harm: object, message: str) -> None:
    assert callable(harm)
    harm(project)
    result = newsie(project)
    assert result.exit_code == 1
    assert message in result.output
    assert "Traceback" not in result.output


def test_pages_of_one_name_are_told_apart_by_their_folders_and_texts(tmp_path: Path) -> None:
    """Papers are kept in a folder for each day, the pages of all days called alike."""
    texts = {"0110": TEXT, "0111": TEXT.replace("姜某", "万某")}
    (tmp_path / "gold").mkdir()
    for day, text in texts.items():
        (tmp_path / "pages" / day).mkdir(parents=True)
        (tmp_path / "pages" / day / "01版.txt").write_text(text, encoding="utf-8")
        gold = page(source=f"pages/{day}/01版.txt", text_sha256=text_sha256(text))
        (tmp_path / "gold" / f"{day}.json").write_text(gold.model_dump_json(), encoding="utf-8")
    tasks = find_tasks(tmp_path / "gold", tmp_path / "pages")
    assert [task.page.text for task in tasks] == list(texts.values())
    assert [graded.text for graded in predicted(tasks, tmp_path / "gold")] == list(texts.values())
    for day, text in texts.items():
        result = page(source=f"elsewhere/{day}/01版.txt", text_sha256=text_sha256(text))
        assert text_of(tmp_path / "gold" / "x.json", result, [tmp_path / "pages"]) == text
    unsaid = page(source="/far/away/0111/01版.txt", text_sha256="")
    (tmp_path / "one.json").write_text(unsaid.model_dump_json(), encoding="utf-8")
    assert find_tasks(tmp_path / "one.json", tmp_path / "pages")[0].page.text == texts["0111"]


def test_rows_of_a_table_are_pages_of_gold(tmp_path: Path) -> None:
    rows = [{"content": TEXT, "date": "2023-01-10"}, {"content": TEXT.replace("姜某", "万某")}]
    table = tmp_path / "news.jsonl"
    table.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    gold = page(source=f"{table}#2", text_sha256=text_sha256(rows[1]["content"]))
    (tmp_path / "gold.json").write_text(gold.model_dump_json(), encoding="utf-8")
    (task,) = find_tasks(tmp_path / "gold.json", table)
    assert task.page.text == rows[1]["content"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_an_old_evaluation_may_come_from_windows(project: Path, encoding: str) -> None:
    (project / "old.json").write_text(newsie(project, "--json").stdout, encoding=encoding)
    assert newsie(project, "--against", project / "old.json").exit_code == 0


def test_an_old_evaluation_that_is_none_is_refused(project: Path) -> None:
    (project / "old.json").write_text("[]", encoding="utf-8")
    result = newsie(project, "--against", project / "old.json")
    assert result.exit_code == 1
    assert "not what newsie evaluate --json printed" in result.output


def test_the_sample_pages_are_tasks(seeds: Path) -> None:
    tasks = find_tasks(seeds / "gold", seeds)
    assert [Path(task.page.source) for task in tasks] == [source.path for source in find_sources(seeds)]


def test_the_example_of_the_docs_runs(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(HERE.parent)
    text = Path("docs/evaluation.md").read_text(encoding="utf-8")
    example = text.split("```python\n")[1].split("```")[0]
    exec(compile(example, "evaluation.md", "exec"), {})  # noqa: S102
    assert capsys.readouterr().out == "meeting field 21\nTrue\n"
