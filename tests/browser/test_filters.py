"""Filters and search: what is left in the list, and what is marked on the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from browser.reading import Opened

from newsie.records import Confidence, Extraction

Show = Callable[..., Opened]


@pytest.fixture
def page(samples: tuple[Extraction, ...]) -> Extraction:
    return samples[2]


def test_a_type_is_alone_in_the_list_and_on_the_page_and_another_joins_it(
    page: Extraction, show: Show
) -> None:
    opened = show(page)
    everything = opened.kinds
    assert opened.page.locator("#source .mark.is-official").count()
    opened.page.locator('.chip[data-kind="project"]').click()
    assert opened.kinds == ["project"]
    assert opened.titles == [one.name for one in page.projects]
    assert not opened.page.locator("#source .mark.is-official").count()
    assert opened.page.locator("#source .mark.is-project").count()
    opened.page.locator('.chip[data-kind="official"]').click()
    assert opened.kinds == ["official", "project"]
    assert opened.page.locator("#source .mark.is-official").count()
    opened.page.locator('.chip[data-kind="official"]').click()
    opened.page.locator('.chip[data-kind="project"]').click()
    assert opened.kinds == everything


def test_a_person_leaves_the_records_that_name_it(page: Extraction, show: Show) -> None:
    opened = show(page)
    name = page.visits[0].lead[0]
    opened.page.locator("#more").click()
    opened.page.locator("#person").fill(name)
    titles = opened.titles
    assert name in titles
    assert any(title.startswith(f"{name} ") for title in titles)
    other = next(one.name for one in page.officials if one.name != name)
    assert other not in titles
    offered = opened.page.locator("#people option").evaluate_all("(all) => all.map((one) => one.value)")
    assert name in offered


def test_an_organization_leaves_the_records_that_name_it(page: Extraction, show: Show) -> None:
    opened = show(page)
    organizer = page.meetings[0].organizer
    assert organizer is not None
    opened.page.locator("#more").click()
    opened.page.locator("#body").fill(organizer)
    assert page.meetings[0].name in opened.titles
    assert len(opened.titles) < int(opened.count.split(" of ")[1].split()[0])


def test_days_leave_what_reaches_into_them(samples: tuple[Extraction, ...], show: Show) -> None:
    page = next(one for one in samples if one.published)
    opened = show(page)
    opened.page.locator("#more").click()
    opened.page.locator("#since").fill("1999-01-01")
    opened.page.locator("#until").fill("1999-12-31")
    assert opened.titles == []
    dated = next(one for one in page.statistics if one.period and one.period.start and one.period.end)
    assert dated.period is not None
    opened.page.locator("#until").fill("")
    opened.page.locator("#since").fill(str(dated.period.start))
    opened.page.locator("#until").fill(str(dated.period.end))
    assert dated.indicator in opened.titles


def test_confidence_leaves_what_is_sure_enough(page: Extraction, show: Show) -> None:
    sure = [
        one.model_copy(update={"confidence": Confidence(record=0.95 if number else 0.4)})
        for number, one in enumerate(unjudged(page).meetings)
    ]
    opened = show(unjudged(page).model_copy(update={"meetings": tuple(sure)}))
    opened.page.locator("#more").click()
    opened.page.locator("#sure").fill("60")
    assert opened.titles == [one.name for one in sure[1:]]
    assert opened.page.locator("#sure-shown").inner_text() == "60%"


def test_confidence_is_not_offered_where_none_is_known(page: Extraction, show: Show) -> None:
    opened = show(unjudged(page))
    opened.page.locator("#more").click()
    assert opened.page.locator("#person").is_visible()
    assert not opened.page.locator("#sure").is_visible()


def unjudged(page: Extraction) -> Extraction:
    """Return a result whose records say nothing of confidence."""
    result = page.model_dump()
    for kind in ("meetings", "visits", "statements", "officials", "projects", "statistics"):
        for record in result[kind]:
            for one in (record, *record.get("statements", ())):
                one["confidence"] = None
    return Extraction.model_validate(result).with_text(str(page.text))


def test_search_finds_chinese_across_line_breaks_and_widths(page: Extraction, show: Show) -> None:
    opened = show(page)
    visit = page.visits[1]
    purpose = str(visit.purpose)
    assert purpose not in str(page.text), "the page breaks its line inside"
    opened.find(purpose)
    assert opened.titles == [f"{visit.lead[0]} {purpose}"]
    assert "1 on the page" in opened.count
    painted = opened.page.evaluate("[...CSS.highlights.get('found')].map((one) => one.toString())")
    assert ["".join(words.split()) for words in painted] == [purpose]
    opened.find("党工委(扩大)会议")
    assert "党工委（扩大）会议" in opened.titles


def test_several_words_must_all_be_there(page: Extraction, show: Show) -> None:
    opened = show(page)
    visit = page.visits[0]
    opened.find(f"{visit.lead[0]} {visit.places[0]}")
    assert opened.titles
    assert all(visit.lead[0] in title or visit.places[0] in title for title in opened.titles)
    opened.find(f"{visit.lead[0]} 没有这个词")
    assert opened.titles == []


def test_clear_brings_everything_back(page: Extraction, show: Show) -> None:
    opened = show(page)
    everything = opened.titles
    opened.page.locator('.chip[data-kind="visit"]').click()
    opened.find("疫情")
    assert opened.titles != everything
    opened.page.locator("#clear").click()
    assert opened.titles == everything
    assert opened.page.locator("#search").input_value() == ""
    assert not opened.page.locator("#clear").is_visible()


def test_all_pages_are_searched_and_a_record_opens_its_page(
    samples: tuple[Extraction, ...], show: Show
) -> None:
    opened = show(*samples[:5])
    wanted = samples[4].articles[0].headline
    assert wanted is not None
    official = samples[3].projects[0]
    opened.page.locator("#scope").check()
    opened.find(official.name)
    opened.card(official.name)
    assert opened.source == samples[3].text
    assert opened.current == official.name
    assert opened.seen("#source .lit")
    left = opened.page.locator("#documents li:not(.out)").count()
    assert 1 <= left < 5
