"""A report of many pages: small enough, and ready at once."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import cycle

import pytest
from browser.reading import Opened

from newsie.records import Extraction
from newsie.views.opening import document
from newsie.views.report import report

Show = Callable[..., Opened]
ARTICLES = 200
SECONDS = 2.0
TRIES = 3


@pytest.fixture(scope="session")
def archive(samples: tuple[Extraction, ...]) -> tuple[Extraction, ...]:
    """Pages with two hundred articles or more."""
    pages: list[Extraction] = []
    for sample in cycle(samples):
        if sum(len(page.articles) for page in pages) >= ARTICLES:
            break
        pages.append(sample)
    return tuple(pages)


@pytest.fixture(scope="session")
def html(archive: tuple[Extraction, ...]) -> str:
    return report(map(document, archive))


def test_two_hundred_articles_are_less_than_six_megabytes(html: str) -> None:
    assert len(html.encode()) < 6_000_000


def test_an_archive_can_be_used_within_two_seconds_of_opening(
    archive: tuple[Extraction, ...], html: str, show: Show
) -> None:
    opened = show(html="<title>warm</title>")
    opened.path.write_text(html, encoding="utf-8")
    assert min(used(opened) for _ in range(TRIES)) < SECONDS
    assert opened.page.locator("#documents li").count() == len(archive)


def used(opened: Opened) -> float:
    """Open a report, search all of it and go to the first record found; return how long that takes."""
    opened.page.goto("about:blank")
    start = time.perf_counter()
    opened.open()
    opened.page.locator("#scope").check()
    opened.find("会议")
    opened.page.locator(".card .head").first.click()
    assert opened.seen("#source .lit")
    assert opened.seen(".card.current")
    return time.perf_counter() - start


def test_what_is_not_looked_at_is_not_made(html: str, show: Show) -> None:
    opened = show(html=html)
    opened.page.locator("#scope").check()
    total = int(opened.count.split()[0])
    assert total > 1000
    assert opened.page.locator(".card").count() < total / 4
    made = opened.page.locator(".card").count()
    opened.page.locator("#records").evaluate("(pane) => pane.scrollTo(0, pane.scrollHeight)")
    opened.page.locator(".card").nth(made).wait_for(state="attached")


def test_a_search_over_the_archive_is_done_while_one_types(html: str, show: Show) -> None:
    opened = show(html=html)
    opened.page.locator("#scope").check()
    opened.find("会议")
    spent = opened.page.evaluate(
        """() => {
          const field = document.getElementById("search");
          field.value = "项目";
          const start = performance.now();
          field.dispatchEvent(new Event("input", { bubbles: true }));
          document.body.offsetHeight;
          return performance.now() - start;
        }"""
    )
    assert spent < 500
    assert opened.titles
