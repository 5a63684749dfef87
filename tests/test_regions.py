"""What of a page is read for names and records."""

from __future__ import annotations

from newsie.divide import divide
from newsie.regions import LONGEST_ARTICLE, regions, unread

STORY = "区里召开会议\n\n本报讯（记者 姜某）1月8日，区里召开会议。\n\n责任编辑 王某  版式 李某\n"


def test_a_body_and_each_other_part_are_regions() -> None:
    found = regions(divide(STORY))
    assert [region.text.string for region in found if region.is_body] == ["1月8日，区里召开会议。"]
    assert {region.article for region in found} == {0, None}


def test_the_regions_of_headlines_are_known() -> None:
    found = regions(divide(STORY))
    assert [region.text.string for region in found if region.is_head] == ["区里召开会议"]


def test_a_body_beyond_any_story_is_kept_unread_with_a_warning() -> None:
    division = divide("会议强调，要抓好落实。\n" * (LONGEST_ARTICLE // 10))
    (body,) = (region for region in regions(division) if region.is_body)
    assert body.text.string == ""
    assert [warning.code for warning in unread(division)] == ["too-long"]
    assert sum(map(len, division.articles[0].body)) > LONGEST_ARTICLE


def test_a_story_is_read() -> None:
    assert unread(divide(STORY)) == ()
