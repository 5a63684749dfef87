"""What a view of an archive is made of: its questions, its pictures, its page. Browsers have a test of their own."""

from __future__ import annotations

import re
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import duckdb
import matplotlib as mpl
import newspaper
import pytest
from click.testing import CliRunner
from matplotlib import font_manager
from store import HOSTILE, store

from newsie.cli import main
from newsie.errors import StoreError
from newsie.out.database import Database, Entry
from newsie.records import Article, DateInterval, Extraction, Quantity, Statistic
from newsie.views.corpus import fonts
from newsie.views.corpus.charts import CHARTS
from newsie.views.corpus.page import corpus_page
from newsie.views.corpus.pictures import drawn, write_pictures
from newsie.views.corpus.questions import Corpus, read_corpus
from newsie.views.shell import said


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return store(tmp_path_factory.mktemp("store") / "archive.duckdb")


@pytest.fixture(scope="module")
def corpus(archive: Path) -> Corpus:
    return read_corpus(archive)


def test_people_have_their_posts_by_time(corpus: Corpus) -> None:
    held = {(one.name, one.title): (one.days, one.times) for one in corpus.tenures[0]}
    assert held["关某某", "副县长"] == ((date(2023, 1, 9),), 3)
    assert held["关某某", "县长"] == ((date(2024, 3, 28), date(2025, 5, 6)), 3)
    change = corpus.changes[0][0]
    assert (change.day, change.name, change.change, change.by) == (
        date(2025, 5, 6),
        "苏某某",
        "appointed",
        "县人大常委会",
    )


def test_who_appears_with_whom_is_counted_once_a_meeting(corpus: Corpus) -> None:
    pairs = {frozenset((one.left, one.right)): one.times for one in corpus.pairs[0]}
    assert pairs[frozenset(("关某某", "苏某某"))] == 3
    assert len(pairs) == 3


def test_projects_are_told_by_investment_and_by_status(corpus: Corpus) -> None:
    assert [one.name for one in corpus.projects[0]] == ["第3产业园", "第2产业园", "第1产业园"]
    assert {one.status: (one.count, one.investment) for one in corpus.standings} == {
        "planned": (1, Decimal(300_000_000)),
        "completed": (2, Decimal(1_500_000_000)),
    }


def test_figures_of_several_days_are_a_series(corpus: Corpus) -> None:
    (series,) = corpus.series[0]
    assert (series.outlet, series.subject, series.indicator) == ("某某日报", "全县", "生产总值")
    assert series.numbers == (Decimal(100_000_000), Decimal(200_000_000), Decimal(300_000_000))


def test_years_are_not_drawn_with_what_is_counted_to_date(tmp_path: Path) -> None:
    path = tmp_path / "archive.duckdb"
    with closing(Database(path)) as database:
        database.add(
            [
                _output(1, "2022-01-25", "2021-01-01", "2021-12-31", 500),
                _output(2, "2023-01-25", "2022-01-01", "2022-12-31", 560),
                # revised, so the later one stands
                _output(3, "2023-12-28", "2022-01-01", "2022-12-31", 540),
                _output(4, "2023-04-21", "2023-01-01", "2023-03-31", 120),
                _output(5, "2023-07-21", "2023-01-01", "2023-06-30", 260),
            ]
        )
    found = {one.span: [int(number) for number in one.numbers] for one in read_corpus(path).series[0]}
    assert found == {"year": [500, 540], "to_date": [120, 260]}


def _output(number: int, published: str, start: str, end: str, value: int) -> Entry:
    period = DateInterval(text="当期", start=start, end=end, precision="range")
    amount = Quantity(value=Decimal(value), unit="元", qualifier="exact")
    figure = Statistic(
        id="s", article="a", subject="全市", indicator="生产总值", quantity=amount, period=period
    )
    page = Extraction(
        id=str(number),
        source=f"{number}.txt",
        text_sha256=str(number),
        published=published,
        articles=(Article(id="a", headline=None, kicker=None, kind="news"),),
        statistics=(figure,),
    )
    return Entry(page.source, page.id, page)


def test_meetings_stand_on_their_days(corpus: Corpus) -> None:
    assert corpus.days == ((date(2023, 1, 9), 1), (date(2024, 3, 28), 1), (date(2025, 5, 6), 1))
    assert [one.people for one in corpus.meetings[0]] == [("关某某",)] * 3


def test_every_picture_is_valid_and_the_same_each_time(corpus: Corpus) -> None:
    pictures = drawn(corpus)
    assert pictures.keys() == CHARTS.keys()
    assert pictures == drawn(corpus)
    for svg in pictures.values():
        assert all(not element.tag.endswith("script") for element in ET.fromstring(svg).iter())  # noqa: S314
    words = "".join(ET.fromstring(pictures["people"]).itertext())  # noqa: S314
    assert "关某某" in words
    assert "</td><script>al…" in ET.fromstring(pictures["network"]).itertext()  # noqa: S314


def test_the_page_shows_what_would_do_harm(corpus: Corpus) -> None:
    html = corpus_page(corpus)
    assert "<script>alert" not in corpus_page(corpus, title=HOSTILE)
    assert "&lt;script&gt;alert(1)" in html
    assert "\u202e" not in html
    assert html.count("</script>") == 3
    assert html.count("data:image/svg+xml;base64,") == 5


def test_every_word_of_the_page_is_there_in_both_languages(corpus: Corpus) -> None:
    html = corpus_page(corpus)
    codes = set(re.findall(r'data-(?:say|label|hint|alt)="([^"]+)"', html))
    assert not codes - said("en").keys()
    assert not codes - said("zh").keys()


def test_an_empty_archive_has_nothing_to_draw(tmp_path: Path) -> None:
    empty = read_corpus(store(tmp_path / "empty.duckdb", ()))
    assert drawn(empty) == {}
    assert 'data-say="nothing"' in corpus_page(empty)


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.duckdb"
    duckdb.connect(str(other)).close()
    with pytest.raises(StoreError, match="no archive of newsie"):
        read_corpus(other)
    with pytest.raises(StoreError, match="does not exist"):
        read_corpus(tmp_path / "none.duckdb")


def test_pictures_are_written_in_a_font_that_is_named(corpus: Corpus, tmp_path: Path) -> None:
    written = write_pictures(corpus, tmp_path / "pictures", font=newspaper.font(), language="zh")
    assert {path.name for path in written} == {f"{name}.{kind}" for name in CHARTS for kind in ("png", "svg")}
    assert (tmp_path / "pictures" / "people.png").read_bytes().startswith(b"\x89PNG")
    assert "<text" not in (tmp_path / "pictures" / "people.svg").read_text(encoding="utf-8")


def test_a_font_is_asked_for(
    archive: Path, corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    latin = Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
    with pytest.raises(StoreError, match="without Chinese"):
        write_pictures(corpus, tmp_path, font=latin)
    with pytest.raises(StoreError, match="no font"):
        write_pictures(corpus, tmp_path, font=archive)
    monkeypatch.setattr(fonts, "WANTED", ())
    done = CliRunner().invoke(main, ["report", str(archive), "--pictures", str(tmp_path / "p")])
    assert done.exit_code == 1
    assert "--font FILE" in done.output
    assert not (tmp_path / "p").exists()


def test_a_font_that_was_installed_since_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    known = font_manager.fontManager
    chinese = {entry.fname for entry in known.ttflist if entry.name in fonts.WANTED}
    if not chinese & set(font_manager.findSystemFonts()):
        pytest.skip("the system has no font with Chinese characters")
    monkeypatch.setattr(known, "ttflist", [entry for entry in known.ttflist if entry.fname not in chinese])
    assert fonts.found_font() in fonts.WANTED


def test_the_command_writes_a_page(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    done = CliRunner().invoke(main, ["report", str(archive), "--out", str(out)])
    assert done.exit_code == 0, done.output
    assert "3 pages" in done.output
    assert "<title>archive</title>" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (["a.duckdb"], "--out FILE.html or --pictures"),
        (["a.duckdb", "b.duckdb", "--out", "o.html"], "one archive"),
        (["page.txt"], "'--out'"),
        (["page.txt", "--out", "o.html", "--pictures", "p"], "those of an archive"),
    ],
)
def test_wrong_use_is_told(given: list[str], message: str) -> None:
    done = CliRunner().invoke(main, ["report", *given])
    assert done.exit_code == 2
    assert message in done.output
