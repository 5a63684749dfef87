"""The keyboard does all that the mouse does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from browser.reading import Opened

from newsie.records import Extraction

Show = Callable[..., Opened]


@pytest.fixture
def opened(samples: tuple[Extraction, ...], show: Show) -> Opened:
    return show(samples[2])


def test_j_and_k_go_through_the_records(opened: Opened) -> None:
    titles = opened.titles
    opened.press("j")
    assert opened.current == titles[0]
    assert opened.seen("#source .lit")
    opened.press("j", "j")
    assert opened.current == titles[2]
    opened.press("k")
    assert opened.current == titles[1]


def test_going_on_makes_the_rest_of_a_long_list(samples: tuple[Extraction, ...], show: Show) -> None:
    opened = show(max(samples, key=lambda one: len(one.statistics)), height=700)
    opened.press("k")
    assert opened.current == opened.titles[-1]
    assert opened.seen(".card.current")


def test_enter_opens_and_closes_a_record(opened: Opened) -> None:
    opened.press("j")
    assert not opened.page.locator(".card.current .fields").count()
    opened.press("Enter")
    assert opened.page.locator(".card.current .fields").is_visible()
    assert opened.page.locator(".card.current .head").get_attribute("aria-expanded") == "true"
    opened.press("Enter")
    assert not opened.page.locator(".card.current .fields").count()


def test_a_value_is_reached_by_tab_and_lit_by_enter(opened: Opened) -> None:
    opened.press("j", "Enter", "Tab", "Enter")
    assert opened.page.locator(".value.lit").count() == 1
    assert len(opened.words("lit")) >= 1
    assert opened.seen("#source .lit")


def test_slash_searches_and_escape_leaves_step_by_step(opened: Opened) -> None:
    everything = opened.titles
    opened.press("/")
    opened.page.keyboard.type("jk/?")
    assert opened.page.locator("#search").input_value() == "jk/?"
    opened.press("Escape")
    assert opened.page.locator("#search").input_value() == ""
    assert opened.titles == everything
    opened.press("Escape")
    assert opened.page.evaluate("document.activeElement === document.body")
    opened.press("j")
    assert opened.current
    opened.press("Escape")
    assert not opened.current
    assert opened.words("lit") == []


def test_enter_in_the_search_goes_to_the_first_record_found(opened: Opened) -> None:
    opened.press("/")
    opened.page.keyboard.type("推进会")
    opened.press("Enter")
    assert "推进会" in opened.current


def test_the_question_mark_opens_help_and_escape_closes_it(opened: Opened) -> None:
    opened.press("?")
    assert opened.page.locator("#help").is_visible()
    assert "next, previous record" in opened.page.locator("#help").inner_text()
    opened.press("Escape")
    assert not opened.page.locator("#help").is_visible()


def test_marked_words_are_one_stop_of_tab_and_arrows_go_through_them(opened: Opened) -> None:
    assert opened.page.locator("#source [tabindex='0']").count() == 1
    opened.page.locator("#source [tabindex='0']").focus()
    first = opened.page.evaluate("document.activeElement.textContent")
    opened.press("ArrowRight", "ArrowRight")
    third = opened.page.evaluate("document.activeElement.textContent")
    assert third != first
    assert opened.page.locator("#source [tabindex='0']").count() == 1
    opened.press("Enter")
    assert opened.current
    assert "".join(third.split()) in "".join(opened.words("lit"))


def test_focus_goes_through_head_page_and_records_in_the_order_they_stand(opened: Opened) -> None:
    places = []
    for _ in range(60):
        opened.press("Tab")
        places.append(
            opened.page.evaluate(
                "document.activeElement.closest('.skip, .top, #rail, #page, #filters, #records')?.id"
                " || document.activeElement.closest('.skip, .top')?.classList[0]"
            )
        )
    order = list(dict.fromkeys(places))
    assert order[:6] == ["skip", "top", "rail", "page", "filters", "records"]
