"""A notebook's cell, with scripts switched off, on a light and on a dark notebook."""

from __future__ import annotations

import time
from collections.abc import Callable

from axe_playwright_python.sync_playwright import Axe
from browser.reading import Opened

from newsie.records import Extraction
from newsie.views.notebook import notebook

Show = Callable[..., Opened]
DARK = "<style>body { background: #111; color: #ddd; font-family: sans-serif }</style>"


def cell(result: Extraction, head: str = "") -> str:
    return f"<!doctype html><html lang=zh><meta charset=utf-8><title>n</title>{head}<main>{notebook(result)}</main>"


def test_the_articles_stand_there_with_their_words_coloured(
    samples: tuple[Extraction, ...], show: Show
) -> None:
    sample = samples[2]
    opened = show(html=cell(sample))
    assert opened.page.locator("script").count() == 0
    shown = "".join(opened.page.locator(".newsie-text").all_text_contents())
    for article in sample.articles:
        for paragraph in article.body:
            assert paragraph in shown
    chair = sample.meetings[0].chair[0]
    mark = opened.page.locator("mark", has_text=chair).first
    assert f"chair: {chair}" in str(mark.get_attribute("title"))
    assert mark.evaluate("(one) => getComputedStyle(one).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_the_table_stands_beside_the_text_and_below_it_in_a_narrow_cell(
    samples: tuple[Extraction, ...], show: Show
) -> None:
    for width, beside in ((1300, True), (390, False)):
        opened = show(html=cell(samples[2]), width=width)
        text = opened.page.locator(".newsie-text").first.bounding_box()
        table = opened.page.locator(".newsie-records").first.bounding_box()
        assert text is not None
        assert table is not None
        assert (table["x"] >= text["x"] + text["width"]) == beside
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_grave_fault_on_light_and_dark(samples: tuple[Extraction, ...], show: Show) -> None:
    for head in ("", DARK):
        opened = show(html=cell(samples[2], head))
        found = Axe().run(opened.page).response["violations"]
        assert [one["id"] for one in found if one["impact"] in {"serious", "critical"}] == []


def test_hostile_text_is_shown_not_run(show: Show) -> None:
    text = '<script>alert(1)</script><img src=x onerror=alert(2)></style></details>"'
    hostile = Extraction.model_validate(
        {
            "id": "d",
            "source": text,
            "text_sha256": "",
            "articles": [{"id": "a", "headline": text, "kicker": text, "kind": "news", "body": [text]}],
            "meetings": [{"article": "a", "name": text, "kind": "other"}],
        }
    )
    opened = show(html=cell(hostile))
    assert opened.page.locator("img, script").count() == 0
    assert opened.page.locator(".newsie-body").text_content() == text


def test_a_large_page_is_folded_and_stays_quick(samples: tuple[Extraction, ...], show: Show) -> None:
    sample = samples[2]
    many = sample.model_copy(update={"articles": sample.articles * 30})
    start = time.perf_counter()
    opened = show(html=cell(many))
    assert time.perf_counter() - start < 3
    folded = opened.page.locator("details:not([open])")
    assert folded.count() > opened.page.locator("details[open]").count()
    folded.last.locator("summary").click()
    assert opened.page.locator("details").last.locator(".newsie-text").is_visible()
