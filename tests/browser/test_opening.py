"""Every sample page: its report is small, opens in silence, and shows the page just as it was given."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import newspaper
from browser.reading import Opened

from newsie.extractor import load
from newsie.inputs import read_page
from newsie.page import Source
from newsie.records import Extraction
from newsie.views.entries import entries
from newsie.views.opening import document
from newsie.views.report import report

Show = Callable[..., Opened]


def test_each_sample_page_is_shown_as_given_with_all_its_records(
    samples: tuple[Extraction, ...], show: Show
) -> None:
    for sample in samples:
        html = report([document(sample)])
        assert len(html.encode()) < 400_000, sample.source
        opened = show(html=html)
        assert opened.source == sample.text
        assert opened.count == f"{len(entries(sample))} records"
        assert opened.page.locator("#articles li").count() == len(sample.articles)


def test_a_page_without_records_or_text_opens(show: Show) -> None:
    opened = show(Extraction(id="d", source="empty.txt", text_sha256="").with_text(""))
    assert opened.count == "0 records"
    assert "No record" in opened.page.locator("#records").inner_text()


def test_a_result_that_came_without_its_page_shows_its_articles(
    samples: tuple[Extraction, ...], show: Show
) -> None:
    sample = samples[2]
    loaded = Extraction.model_validate_json(sample.model_dump_json())
    assert loaded.text is None
    opened = show(loaded)
    name = sample.meetings[0].name
    opened.card(name)
    assert name in opened.words("lit")
    assert opened.seen(".lit")


def test_an_address_that_names_a_record_opens_there(samples: tuple[Extraction, ...], show: Show) -> None:
    sample = samples[0]
    statistic = sample.statistics[-1]
    opened = show(sample, at=f"#{statistic.id}")
    assert opened.current == statistic.indicator
    assert opened.seen(".lit")
    assert opened.seen(".card.current")


def test_the_path_of_a_page_of_several_is_chosen_from_the_list(
    samples: tuple[Extraction, ...], show: Show
) -> None:
    opened = show(*samples[:3])
    rows = opened.page.locator("#documents button")
    assert rows.count() == 3
    rows.nth(2).click()
    assert opened.source == samples[2].text
    assert opened.count == f"{len(entries(samples[2]))} records"
    opened.press("[")
    assert opened.source == samples[1].text
    opened.press("]")
    assert opened.source == samples[2].text


def test_an_article_of_the_list_is_scrolled_to(samples: tuple[Extraction, ...], show: Show) -> None:
    sample = samples[2]
    opened = show(sample)
    headline = sample.articles[3].headline
    assert headline is not None
    before = opened.page.locator("#page").evaluate("(pane) => pane.scrollTop")
    opened.page.locator("#articles button", has_text=headline).click()
    assert opened.page.locator("#page").evaluate("(pane) => pane.scrollTop") > before
    place = opened.page.locator("#source .headline", has_text=headline[:6])
    assert place.first.bounding_box()["y"] < 500  # type: ignore[index]


def test_a_pdf_shows_the_text_that_was_taken_from_it_and_where_its_pages_begin(
    show: Show, tmp_path: Path
) -> None:
    data, _ = newspaper.make([0, 3])
    path = tmp_path / "two.pdf"
    path.write_bytes(data)
    page = read_page(Source(path))
    result = load().extract_page(page)
    opened = show(result)
    assert opened.source == page.text
    starts = opened.page.locator(".line[data-page]").evaluate_all(
        "(all) => all.map((one) => one.dataset.said)"
    )
    assert starts == ["p. 1", "p. 2"]
    second = next(article for article in result.articles if article.segments[0].boxes[0].page == 2)
    opened.page.locator("#articles button", has_text=second.headline).last.click()
    before = opened.page.locator(".line[data-page='2']").bounding_box()
    headline = opened.page.locator("#source .headline", has_text=str(second.headline)[:6]).last.bounding_box()
    assert before is not None
    assert headline is not None
    assert before["y"] < headline["y"]


def test_a_web_page_shows_the_text_that_was_taken_from_it(show: Show, tmp_path: Path) -> None:
    body = "".join(f"<p>3月{day}日，县里召开第{day}次推进会，县长关某某主持会议。</p>" for day in range(1, 9))
    path = tmp_path / "page.html"
    path.write_text(
        f"<!doctype html><html><head><title>推进会</title></head><body><article><h1>推进会接连召开</h1>{body}"
        "<script>alert(1)</script></article></body></html>",
        encoding="utf-8",
    )
    page = read_page(Source(path))
    opened = show(load().extract_page(page))
    assert opened.source == page.text
    opened.mark("关某某")
    assert "关某某" in "".join(opened.words("lit"))
