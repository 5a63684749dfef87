"""From a record to its place on the page, and from the page to its records."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from browser.reading import Opened

from newsie.records import CustomRecord, Extraction, Meeting, Official, Piece, Post, Review

Show = Callable[..., Opened]


@pytest.fixture
def page(samples: tuple[Extraction, ...]) -> Extraction:
    """A page with a meeting whose name the page interrupts."""
    return samples[2]


@pytest.fixture
def meeting(page: Extraction) -> Meeting:
    return page.meetings[0]


def test_a_record_lights_all_its_places_and_the_page_scrolls_there(
    page: Extraction, meeting: Meeting, show: Show
) -> None:
    opened = show(page)
    assert opened.words("lit") == []
    opened.card(meeting.name)
    lit = "".join(opened.words("lit"))
    for pieces in meeting.evidence.values():
        for piece in pieces:
            assert piece.text in lit
    assert opened.seen("#source .lit")
    assert opened.page.locator("#page").evaluate("(pane) => pane.scrollTop") > 0
    colour = opened.style("#source .lit", "backgroundColor")
    assert colour != opened.style("#source .furniture", "backgroundColor")


def test_a_single_value_lights_its_own_place_only(page: Extraction, meeting: Meeting, show: Show) -> None:
    opened = show(page)
    opened.card(meeting.name)
    name = meeting.attendees[1]
    opened.page.locator(".card.current .value", has_text=name).click()
    assert opened.words("lit") == [name]
    assert opened.words("kin")
    assert opened.page.locator(".value.lit").all_text_contents() == [name]


def test_a_value_far_away_is_scrolled_to(page: Extraction, show: Show) -> None:
    opened = show(page, height=500)
    visit = page.visits[0]
    opened.press("j", "j", "j", "j", "j", "Enter")
    last = visit.places[-1]
    opened.page.locator(".card.current .value", has_text=last).click()
    assert opened.words("lit") == [last]
    assert opened.seen("#source .lit")
    opened.page.locator(".card.current .value", has_text=visit.lead[0]).first.click()
    assert opened.seen("#source .lit")


def test_words_of_the_page_choose_what_was_read_there(page: Extraction, meeting: Meeting, show: Show) -> None:
    opened = show(page)
    opened.mark(meeting.attendees[2])
    chosen = {opened.current}
    assert opened.seen(".card.current")
    assert opened.words("lit") == [meeting.attendees[2]]
    opened.mark(meeting.attendees[2])
    chosen.add(opened.current)
    assert chosen == {meeting.name, meeting.attendees[2]}


def test_words_of_a_record_far_down_the_list_bring_it_into_view(page: Extraction, show: Show) -> None:
    opened = show(page)
    statistic = page.statistics[0]
    quantity = statistic.evidence["quantity"][0].segments[0]
    words = str(page.text)[slice(*quantity)]
    opened.mark(words)
    assert opened.current == statistic.indicator
    assert opened.seen(".card.current .value.lit")


def test_a_statement_and_its_meeting_lead_to_each_other(
    page: Extraction, meeting: Meeting, show: Show
) -> None:
    opened = show(page)
    opened.card(meeting.name)
    opened.page.locator(".card.current .reference").first.click()
    assert meeting.statements[0].verb in opened.current
    assert "".join(opened.words("lit")).endswith(meeting.statements[0].text)
    opened.press("Enter")
    opened.page.locator(".card.current .reference", has_text=meeting.name).click()
    assert opened.current == meeting.name


def test_overlapping_places_are_nested_not_lost(show: Show) -> None:
    text = "区里召开项目推进会，会上说要快。"
    outer = Meeting(name="项目推进会", kind="conference", id="m1", evidence=evidence("name", 4, 9, text))
    inner = Meeting(name="推进会", kind="conference", id="m2", evidence=evidence("name", 6, 9, text))
    across = Meeting(name="会会", kind="conference", id="m3", evidence=evidence("name", 8, 11, text))
    result = Extraction(id="d", source="", text_sha256="", meetings=(outer, inner, across)).with_text(text)
    opened = show(result)
    assert opened.source == text
    for title, words in (("项目推进会", "项目推进会"), ("推进会", "推进会"), ("会会", "会，会")):
        opened.card(title)
        assert opened.words("lit") == [words]


def test_places_after_characters_beyond_the_basic_plane_are_right(show: Show) -> None:
    text = "𠮷林𠀋县\r\n召开𠮷祥推进会。"
    start = text.index("𠮷祥")
    found = Meeting(
        name="𠮷祥推进会", kind="conference", id="m", evidence=evidence("name", start, start + 5, text)
    )
    opened = show(Extraction(id="d", source="", text_sha256="", meetings=(found,)).with_text(text))
    assert opened.source == text
    opened.card("𠮷祥推进会")
    assert opened.words("lit") == ["𠮷祥推进会"]


def test_what_the_page_interrupts_is_lit_in_every_segment(show: Show) -> None:
    text = "召开疫情防控\n（图片说明）\n工作推进会。"
    segments = ((2, 6), (14, 19))
    piece = Piece(segments=segments, text="疫情防控工作推进会", rule="test")
    found = Meeting(name="疫情防控工作推进会", kind="conference", id="m", evidence={"name": (piece,)})
    opened = show(Extraction(id="d", source="", text_sha256="", meetings=(found,)).with_text(text))
    opened.card("疫情防控工作推进会")
    assert opened.words("lit") == ["疫情防控", "工作推进会"]


def test_a_users_own_record_is_shown_with_its_review_like_any_other(show: Show) -> None:
    text = "发生火情1起，县长姜某到场。"
    fire = CustomRecord(id="c", type="fire", fields={"what": "火情"}, evidence=evidence("what", 2, 4, text))
    mayor = Official(
        id="o",
        name="姜某",
        posts=(Post(organization="县", title="县长"),),
        evidence=evidence("name", 9, 11, text),
        review=Review(verdict="changed", note="<b>核对过</b>"),
    )
    opened = show(
        Extraction(id="d", source="", text_sha256="", custom=(fire,), officials=(mayor,)).with_text(text)
    )
    assert opened.kinds == ["official", "custom"]
    opened.mark("火情")
    assert opened.current == "火情"
    opened.card("姜某")
    assert opened.words("lit") == ["姜某"]
    assert "changed <b>核对过</b>" in opened.page.locator(".card.current").inner_text()


def evidence(field: str, start: int, end: int, text: str) -> dict[str, tuple[Piece, ...]]:
    return {field: (Piece(segments=((start, end),), text=text[start:end], rule="test"),)}


def test_what_the_filters_hide_comes_back_when_it_is_led_to(
    page: Extraction, meeting: Meeting, show: Show
) -> None:
    opened = show(page)
    opened.page.locator('.chip[data-kind="statement"]').click()
    said = meeting.statements[0]
    opened.page.locator(".card .head", has_text=said.text[:12]).click()
    opened.page.locator(".card.current .reference", has_text=meeting.name).click()
    assert opened.current == meeting.name
    assert opened.seen(".card.current")
    assert "meeting" in opened.kinds


def test_the_same_page_twice_leads_to_its_own_records(page: Extraction, meeting: Meeting, show: Show) -> None:
    opened = show(page, page)
    opened.press("]")
    opened.card(meeting.name)
    opened.page.locator(".card.current .reference").first.click()
    second = opened.page.locator("#documents button").nth(1)
    assert second.get_attribute("aria-current") == "page"
    assert meeting.statements[0].verb in opened.current
