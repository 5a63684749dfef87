"""Languages, light and dark, narrow windows, paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from browser.reading import Opened

from newsie.records import Extraction

Show = Callable[..., Opened]


@pytest.fixture
def page(samples: tuple[Extraction, ...]) -> Extraction:
    return samples[2]


def test_the_interface_speaks_the_readers_language(page: Extraction, show: Show) -> None:
    chinese = show(page, locale="zh-CN")
    assert chinese.page.locator("#records h2").first.inner_text().startswith("会议")
    assert chinese.page.locator("html").get_attribute("lang") == "zh-Hans"
    english = show(page, locale="de-DE")
    assert english.page.locator("#records h2").first.inner_text().startswith("Meetings")
    assert english.page.locator("html").get_attribute("lang") == "en"


def test_the_language_is_switched_and_the_page_is_not(page: Extraction, show: Show) -> None:
    opened = show(page)
    titles = opened.titles
    opened.card(page.projects[0].name)
    opened.page.locator("#language").click()
    shown = opened.page.locator("body").inner_text()
    for word in ("会议", "调研", "筛选", "名称", "状态", "在建", "条记录", "稿件"):
        assert word in shown
    for word in ("Meetings", "Filters", "under construction", "records"):
        assert word not in shown
    doubts = len(page.warnings)
    assert opened.titles[:-doubts] == titles[:-doubts]
    assert opened.source == page.text
    opened.page.locator("#language").click()
    assert "Meetings" in opened.page.locator("body").inner_text()


def test_every_word_of_the_interface_is_there_in_both_languages(page: Extraction, show: Show) -> None:
    opened = show(page)
    messages = opened.page.evaluate("JSON.parse(document.getElementById('messages').textContent)")
    # what the library says is English: Chinese translates it, English takes it as it is
    own = {key for key in messages["zh"] if not key.startswith(("reason.", "doubt."))}
    assert messages["en"].keys() == own
    used = opened.page.evaluate(
        """[...document.querySelectorAll("[data-say], [data-label], [data-hint]")]
             .map((one) => one.dataset.say ?? one.dataset.label ?? one.dataset.hint)"""
    )
    assert set(used) <= messages["en"].keys()


def test_dark_is_dark_and_light_is_light(page: Extraction, show: Show) -> None:
    for scheme, dark in (("light", False), ("dark", True)):
        opened = show(page, scheme=scheme)
        assert (brightness(opened.style("#page", "backgroundColor")) < 80) == dark
        assert (brightness(opened.style("#source", "color")) > 170) == dark


def brightness(colour: str) -> float:
    parts = colour[colour.index("(") + 1 : -1].replace(",", " ").split()
    return sum(map(float, parts[:3])) / 3


def test_a_narrow_window_has_the_page_above_the_records(page: Extraction, show: Show) -> None:
    opened = show(page, width=390, height=844)
    above = opened.page.locator("#page").bounding_box()
    below = opened.page.locator("#side").bounding_box()
    assert above is not None
    assert below is not None
    assert above["y"] + above["height"] <= below["y"] + 1
    assert above["width"] == below["width"] == 390
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390
    opened.card(page.meetings[1].name)
    assert opened.seen("#source .lit")
    assert opened.seen(".card.current .head")


def test_a_narrow_window_has_its_contents_in_a_drawer(page: Extraction, show: Show) -> None:
    opened = show(page, width=390, height=844)
    assert not opened.page.locator("#articles button").first.is_visible()
    opened.page.locator("#rail-toggle").click()
    headline = page.articles[3].headline
    assert headline is not None
    opened.page.locator("#articles button", has_text=headline).click()
    assert not opened.page.locator("#articles button").first.is_visible()
    assert opened.page.locator("#page").evaluate("(pane) => pane.scrollTop") > 0


def test_paper_has_the_whole_page_and_all_records_open(page: Extraction, show: Show) -> None:
    opened = show(page, scheme="dark")
    opened.page.emulate_media(media="print", color_scheme="dark")
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    cards = opened.page.locator(".card").count()
    assert opened.page.locator(".card .fields").count() == cards
    for hidden in ("#rail", "#filters", "#language", ".more"):
        assert not opened.page.locator(hidden).first.is_visible()
    source = opened.page.locator("#page").bounding_box()
    side = opened.page.locator("#side").bounding_box()
    assert source is not None
    assert side is not None
    assert source["y"] + source["height"] <= side["y"] + 1, "nothing is cut off by a pane"
    assert opened.page.locator("#page").evaluate("(pane) => pane.scrollHeight <= pane.clientHeight + 1")
    assert brightness(opened.style("body", "backgroundColor")) > 250
    assert brightness(opened.style("#source", "color")) < 40
    opened.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert opened.page.locator(".card .fields").count() == 0


def test_a_pdf_of_the_report_has_several_pages(page: Extraction, show: Show) -> None:
    opened = show(page)
    assert opened.page.pdf(format="A4").count(b"/Type /Page\n") + opened.page.pdf().count(b"/Type /Page") > 2
