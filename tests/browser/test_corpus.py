"""A view of an archive in the browser: pictures are drawn, tables searched, both languages, nothing of a page runs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.reading import Opened
from store import HOSTILE, store

from newsie.views.corpus.page import corpus_page
from newsie.views.corpus.questions import read_corpus

Show = Callable[..., Opened]


@pytest.fixture(scope="session")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    return corpus_page(
        read_corpus(store(tmp_path_factory.mktemp("corpus") / "archive.duckdb")), title=HOSTILE
    )


def rows(opened: Opened) -> list[str]:
    """The rows that can be seen."""
    return [row.inner_text() for row in opened.page.locator("tbody tr").all() if row.is_visible()]


def test_pictures_are_drawn(html: str, show: Show) -> None:
    opened = show(html=html)
    sizes = opened.page.locator(".picture img").evaluate_all("(all) => all.map((one) => one.naturalWidth)")
    assert len(sizes) == 5
    assert min(sizes) > 300
    assert opened.page.locator("h2").first.inner_text() == "People and posts"
    assert "x^2" in opened.page.locator("h1").inner_text()


def test_search_leaves_rows_and_opens_their_tables(html: str, show: Show) -> None:
    opened = show(html=html)
    assert rows(opened) == []
    opened.press("/")
    opened.page.keyboard.insert_text("第２产业园")
    assert [row.split("\t")[0] for row in rows(opened)] == ["第2产业园"]
    assert opened.page.locator("#count").inner_text() == "1 rows"
    opened.press("Escape")
    assert rows(opened) == []
    opened.find("苏某某 关某某")
    assert any("3" in row.split("\t") for row in rows(opened))


def test_both_languages(html: str, show: Show) -> None:
    opened = show(html=html, locale="zh-CN")
    assert opened.page.locator("h2").first.inner_text() == "人物与职务"
    opened.find("已建成")
    assert rows(opened) == []
    opened.find("任命")
    assert len(rows(opened)) == 3
    opened.page.locator("#language").click()
    assert opened.page.locator("h2").first.inner_text() == "People and posts"
    assert rows(opened) == []


def test_paper_has_every_row(html: str, show: Show) -> None:
    opened = show(html=html)
    opened.page.emulate_media(media="print")
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert len(rows(opened)) == opened.page.locator("tbody tr").count()
    opened.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert opened.page.locator("details[open]").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_it_fits_and_has_no_grave_fault(html: str, show: Show, width: int, scheme: str) -> None:
    opened = show(html=html, width=width, scheme=scheme)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    for state in ("", "某"):
        opened.find(state)
        found = Axe().run(opened.page).response["violations"]
        grave = [one for one in found if one["impact"] in {"serious", "critical"}]
        assert not [(one["id"], one["nodes"][0]["html"][:200]) for one in grave]


def test_an_archive_is_small(html: str) -> None:
    assert len(html.encode()) < 400_000


def test_nothing_is_fetched_or_run(html: str, show: Show) -> None:
    opened = show(html=html)
    opened.find("alert")
    assert len(rows(opened)) >= 3
    assert opened.said == []
