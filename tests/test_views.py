"""What views are made of: marks, offsets, repaired texts, reports on disk, terminals. Browsers have tests of their own."""

from __future__ import annotations

import doctest
import io
import json
import pickle
import re
import webbrowser
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

import newsie
from newsie.cli import main
from newsie.records import (
    Appointment,
    Article,
    Check,
    Confidence,
    CustomRecord,
    Extraction,
    Meeting,
    Official,
    Piece,
    Post,
    Quantity,
    Review,
    Statistic,
)
from newsie.views.entries import entries
from newsie.views.marks import Place, cut
from newsie.views.notebook import notebook
from newsie.views.payload import Document, payload, utf16_offsets
from newsie.views.repaired import repaired
from newsie.views.report import report
from newsie.views.shell import embedded, policy
from newsie.views.terminal import folded, show_extraction

HOSTILE = "</script><script>alert(1)</script><!-- \u2028\u2029 &lt; \x1b[31m\u202e"


def found(text: str, words: str, field: str = "name") -> dict[str, tuple[Piece, ...]]:
    start = text.index(words)
    return {field: (Piece(segments=((start, start + len(words)),), text=words, rule="test"),)}


def result(text: str, **kinds: object) -> Extraction:
    made = Extraction.model_validate({"id": "d", "source": "page.txt", "text_sha256": "", **kinds})
    return made.with_text(text)


# a result and its page


def test_a_result_keeps_its_page_outside_its_json(extracted: dict[Path, tuple[Extraction, ...]]) -> None:
    for one in extracted[next(iter(extracted))]:
        assert one.text == Path(one.source).read_bytes().decode()
        loaded = Extraction.model_validate_json(one.model_dump_json())
        assert loaded.text is None
        assert loaded == one
        assert pickle.loads(pickle.dumps(one)).text == one.text  # noqa: S301 - its own
        assert "text" not in one.model_dump()


def test_results_that_differ_are_not_equal() -> None:
    assert result("a") == result("b")
    assert result("a", outlet="日报") != result("a")
    assert result("a") != "a"


# marks


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))), st.integers(30, 40))
def test_stretches_are_the_text_and_have_all_that_is_over_them(
    spans: list[tuple[int, int]], length: int
) -> None:
    places = [Place(start, end, number) for number, (start, end) in enumerate(spans)]
    stretches = cut(length, places)
    assert [stretch.start for stretch in stretches[1:]] == [stretch.end for stretch in stretches[:-1]]
    assert (stretches[0].start, stretches[-1].end) == (0, length)
    for stretch in stretches:
        for offset in range(stretch.start, stretch.end):
            over = {place.what for place in places if place.start <= offset < place.end}
            assert set(stretch.what) == over


@given(st.text())
def test_offsets_count_as_browsers_do(text: str) -> None:
    well_formed = text.encode("utf-8", "replace").decode()
    at = utf16_offsets(well_formed)
    for offset in range(len(well_formed) + 1):
        assert at(offset) == len(well_formed[:offset].encode("utf-16-le")) // 2


# entries


def test_an_entry_says_what_a_record_says(extracted: dict[Path, tuple[Extraction, ...]]) -> None:
    for results in extracted.values():
        for one in results:
            ids = {entry.id for entry in entries(one) if entry.id}
            said = [statement.id for at in (*one.meetings, *one.visits) for statement in at.statements]
            every = [*one.meetings, *one.visits, *one.officials, *one.projects, *one.statistics]
            assert ids == {*said, *(record.id for record in (*every, *one.statements))}
            for entry in entries(one):
                assert entry.title
                assert all(field.values for field in entry.fields)


def test_people_and_bodies_of_a_record_are_those_in_its_fields_and_in_its_words() -> None:
    text = "区党工委书记姜某在区教育局召开推进会。"
    mention = {"label": "ORG", "text": "区教育局", "article": None, "segments": [(9, 13)], "by": ["test"]}
    meeting = Meeting(
        id="m",
        name="推进会",
        kind="conference",
        organizer="区党工委",
        chair=("姜某",),
        place="区教育局",
        evidence=found(text, "区教育局", "place"),
    )
    (entry,) = payload(Document(result(text, meetings=[meeting], mentions=[mention]), text))["entries"]  # type: ignore[union-attr]
    assert entry["people"] == ["姜某"]  # type: ignore[index,call-overload]
    assert entry["bodies"] == ["区党工委", "区教育局"]  # type: ignore[index,call-overload]


def test_a_figure_shows_the_parts_of_its_sum() -> None:
    text = "共168家，省级38家、市级130家"
    figures = [
        Statistic(
            id=name,
            indicator="家数",
            quantity=Quantity(value=value, unit="家", qualifier="exact"),
            evidence=found(text, f"{value}家", "quantity"),
        )
        for name, value in (("a", "168"), ("b", "38"), ("c", "130"))
    ]
    check = Check(article="", whole="a", parts=("b", "c"), total="168", holds=True)
    whole, *_ = entries(result(text, statistics=figures, checks=[check]))
    total = whole.fields[-1]
    assert total.name == "sum"
    assert (total.values[0].words, total.values[0].code) == ("38家 + 130家", "sum.holds")
    assert total.values[0].segments == ((8, 11), (14, 18))


def test_own_records_appointments_and_reviews_are_entries_too() -> None:
    text = "3月1日，县人大常委会任命姜某为县教育局局长。发生火情1起。"
    official = Official(
        id="o",
        name="姜某",
        posts=(Post(organization="县教育局", title="局长"),),
        appointments=(
            Appointment(change="appointed", organization="县教育局", title="局长", by="县人大常委会"),
        ),
        evidence=found(text, "任命姜某为县教育局局长", "appointments"),
        review=Review(verdict="changed", fields=("posts",), note="核对过"),
    )
    fire = CustomRecord(
        id="c",
        type="fire",
        fields={"what": "火情", "count": Quantity(value="1", unit="起", qualifier="exact"), "where": None},
        evidence=found(text, "1起", "count"),
    )
    made = result(text, officials=[official], custom=[fire])
    person, own = entries(made)
    change = person.fields[-1].values[0]
    assert (change.words, change.code, change.note) == (
        "县教育局 局长",
        "appointment.appointed",
        "县人大常委会",
    )
    assert [text[start:end] for start, end in change.segments] == ["任命姜某为县教育局局长"]
    assert (own.kind, own.title, own.brief) == ("custom", "火情", "fire")
    assert [(field.name, field.values[0].words) for field in own.fields] == [
        ("what", "火情"),
        ("count", "1起"),
    ]
    sent = payload(Document(made, text))["entries"]
    assert sent[0]["review"] == ["changed", "核对过"]  # type: ignore[index,call-overload]


# repaired texts


@pytest.mark.parametrize("loaded", [False, True])
def test_places_in_the_repaired_text_hold_the_words_of_the_evidence(
    extracted: dict[Path, tuple[Extraction, ...]], *, loaded: bool
) -> None:
    for results in extracted.values():
        for one in results:
            given = Extraction.model_validate_json(one.model_dump_json()) if loaded else one
            right = wrong = lost = 0
            for words, piece in pieces(repaired(given)):
                lost += not piece.segments
                right += words == "".join(piece.text.split())
                wrong += bool(piece.segments) and words != "".join(piece.text.split())
            assert wrong == 0, one.source
            # a county that only a source line names, 来源:某县统计局, is not in what a result holds of its page
            assert lost <= (0.35 if loaded else 0.005) * (right + lost), one.source


def pieces(document: Document) -> Iterator[tuple[str, Piece]]:
    """Yield each piece of evidence with the words that stand at its place."""
    for entry in ("meetings", "visits", "officials", "projects", "statistics", "statements"):
        for record in getattr(document.extraction, entry):
            for one in (record, *getattr(record, "statements", ())):
                for held in one.evidence.values():
                    for piece in held:
                        words = "".join(document.text[start:end] for start, end in piece.segments)
                        yield "".join(words.split()), piece


# the report


def test_nothing_in_the_data_can_end_their_element() -> None:
    shown = str(embedded({"a": HOSTILE}))
    assert not re.search("[<>&\u2028\u2029]", shown)
    assert json.loads(shown) == {"a": HOSTILE}


def test_the_policy_names_the_script_and_the_style_of_the_page() -> None:
    html = report([Document(result(HOSTILE, outlet=HOSTILE), HOSTILE)], title=HOSTILE)
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    (script,) = re.findall(r'<script type="module">(.*?)</script>', html, re.DOTALL)
    (said,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', html)
    assert said.replace("&#39;", "'") == policy(style, script)
    assert "default-src 'none'" in said.replace("&#39;", "'")
    assert html.count("<script") == 3
    assert "http:" not in html
    assert "https:" not in html


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_the_command_writes_a_report_of_sources(seeds: Path, tmp_path: Path) -> None:
    out = tmp_path / "made" / "report.html"
    done = run("report", seeds, "--out", out, "--title", "周报 & 月报")
    assert done.exit_code == 0, done.output
    assert "5 pages" in done.stdout
    html = out.read_text(encoding="utf-8")
    assert "<title>周报 &amp; 月报</title>" in html
    assert all(path.name in html for path in seeds.glob("*.txt"))


def test_a_source_that_cannot_be_read_costs_only_itself(seeds: Path, tmp_path: Path) -> None:
    page = next(seeds.glob("000*.txt"))
    done = run("report", page, tmp_path / "gone.txt", "--out", tmp_path / "r.html")
    assert done.exit_code == 1
    assert "gone.txt: not read" in done.stderr
    assert page.name in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_the_command_shows_results_with_their_pages(seeds: Path, tmp_path: Path) -> None:
    page = next(seeds.glob("000*.txt"))
    assert run("extract", page, "--out", tmp_path / "records").exit_code == 0
    done = run("report", tmp_path / "records" / f"{page.stem}.json", "--out", tmp_path / "r.html")
    assert done.exit_code == 0, done.output
    html = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert str(embedded(page.read_bytes().decode()))[1:-1] in html
    done = run("report", tmp_path / "records", "--out", tmp_path / "folder.html")
    assert (tmp_path / "folder.html").read_text(encoding="utf-8") == html, done.output


def test_a_report_of_nothing_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    done = run("report", tmp_path / "pages", "--out", tmp_path / "r.html")
    assert done.exit_code == 1
    assert "no page to show" in done.stderr
    assert not (tmp_path / "r.html").exists()


def test_a_file_that_is_no_result_is_named(tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text("{}", encoding="utf-8")
    done = run("report", other, "--out", tmp_path / "r.html")
    assert done.exit_code == 1
    assert "other.json: not read: no result of newsie" in done.stderr


def test_a_page_that_was_changed_since_is_not_shown_with_old_offsets(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("区里召开推进会", encoding="utf-8")
    made = newsie.extract(page.read_text(encoding="utf-8"), source=str(page))
    (tmp_path / "page.json").write_text(made.model_dump_json(), encoding="utf-8")
    page.write_text("改动过的稿子", encoding="utf-8")
    run("report", tmp_path / "page.json", "--out", tmp_path / "r.html")
    assert "改动过的稿子" not in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_show_opens_a_report(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    path = newsie.show("区里召开推进会，安排部署重点工作。")
    try:
        assert opened == [path.as_uri()]
        assert "区里召开推进会" in path.read_text(encoding="utf-8")
    finally:
        path.unlink()


def test_show_writes_what_it_is_told_to(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(webbrowser, "open", pytest.fail)
    loaded = Extraction(id="d", source="page.txt", text_sha256="")
    path = newsie.show([loaded, loaded], out=tmp_path / "r.html", title="两版")
    assert "<title>两版</title>" in path.read_text(encoding="utf-8")
    newsie.show(loaded, text="原文在此", out=path)
    assert "原文在此" in path.read_text(encoding="utf-8")


def test_another_page_is_not_taken_for_the_one_of_a_result(tmp_path: Path) -> None:
    text = "区里召开推进会，安排部署重点工作。"
    made = newsie.extract(text)
    loaded = Extraction.model_validate_json(made.model_dump_json())
    assert loaded.with_text(text).text == text
    for wrong in (text + "\n", ""):
        with pytest.raises(newsie.SourceError, match="not the page of this result"):
            loaded.with_text(wrong)
        with pytest.raises(newsie.SourceError, match="not the page of this result"):
            newsie.show(made, text=wrong, out=tmp_path / "r.html")
    lost = newsie.extract("区里\ud800召开推进会。")
    assert lost.text is not None
    assert lost.with_text(lost.text) == lost.with_text("区里\ud800召开推进会。") == lost


def test_the_examples_of_the_docs_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = (Path(__file__).parent.parent / "docs" / "report.md").read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    blocks = "\n".join(re.findall(r"^```python\n(.*?)^```", text, re.DOTALL | re.MULTILINE))
    parsed = doctest.DocTestParser().get_doctest(blocks, {}, "report.md", "report.md", 0)
    assert parsed.examples
    assert doctest.DocTestRunner(verbose=False).run(parsed).failed == 0


# the notebook


def test_a_notebook_cell_escapes_all_and_runs_nothing() -> None:
    article = Article(id="a", headline=HOSTILE, kicker=HOSTILE, kind="news", body=(HOSTILE,))
    official = Official(name=HOSTILE, articles=("a",), posts=(Post(organization=HOSTILE, title=HOSTILE),))
    html = notebook(result(HOSTILE, articles=[article], officials=[official], outlet=HOSTILE))
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert html == result(HOSTILE, articles=[article], officials=[official], outlet=HOSTILE)._repr_html_()


# the terminal


def shown(one: Extraction, width: int, *, terminal: bool = True) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=terminal, color_system=None, highlight=False)
    show_extraction(one, console)
    return out.getvalue()


@pytest.mark.parametrize("width", [40, 60, 90, 120, 200])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(
    extracted: dict[Path, tuple[Extraction, ...]], width: int
) -> None:
    one = extracted[next(iter(extracted))][2]
    text = shown(one, width)
    assert max(cell_len(line) for line in text.splitlines()) <= width
    squeezed = "".join(text.split())
    for meeting in one.meetings:
        for words in (meeting.name, *meeting.attendees) if width < 90 else ():
            assert words in squeezed
    for statistic in one.statistics:
        assert width >= 90 or statistic.evidence["quantity"][0].text in squeezed


def test_where_nobody_looks_every_record_is_a_line(extracted: dict[Path, tuple[Extraction, ...]]) -> None:
    one = extracted[next(iter(extracted))][2]
    lines = shown(one, 80, terminal=False).splitlines()
    for kind in ("meeting", "visit", "official", "project", "statistic"):
        assert sum(line.startswith(f"  {kind}  ") for line in lines) == len(getattr(one, f"{kind}s"))


def test_a_terminal_is_told_nothing_by_a_page() -> None:
    meeting = Meeting(name=HOSTILE, kind="other", confidence=Confidence(record=0.4))
    for width, terminal in ((120, True), (60, True), (80, False)):
        text = shown(result(HOSTILE, meetings=[meeting], outlet=HOSTILE), width, terminal=terminal)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028]", text)
        assert "[31m" in "".join(text.split())


@given(st.text(alphabet="会议，。“”abc 𠮷", max_size=60), st.integers(4, 20))
def test_folded_lines_fit_and_are_the_text(text: str, width: int) -> None:
    from rich.text import Text  # noqa: PLC0415

    lines = [line.plain for line in folded(Text(text), width)]
    assert "".join(lines) == text
    assert all(cell_len(line) <= width for line in lines)
