"""Every sample page: its report is small, opens in silence, and shows the page just as it was given."""

from __future__ import annotations

from collections.abc import Callable

from browser.reading import Opened

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
