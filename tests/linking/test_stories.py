"""Stories: what several papers print, and what only looks like it."""

from __future__ import annotations

import pytest

from newsie.linking.sightings import StorySeen
from newsie.linking.stories import Story, find_stories, signature

LONG = "市重点项目办介绍，截至{}月底，文体中心项目累计完成投资{}亿元。该项目位于开元大道，由市城投集团承建，包括体育馆、游泳馆、文化馆三个部分，是全市重点民生工程，建成后将极大改善群众文化体育生活条件。"  # fmt: skip
BRIEF = "12月28日，新望湖大桥正式建成通车。该桥全长1.8公里。"


def stories(*printed: tuple[str, str, str]) -> tuple[Story, ...]:
    """Find the stories of articles, each with its day and body."""
    return find_stories(
        StorySeen(article, f"document {number}", f"paper {number}", day, None, signature(body))
        for number, (article, day, body) in enumerate(printed)
    )


@pytest.mark.parametrize("body", [LONG.format(5, 3), BRIEF])
def test_what_two_papers_print_is_one_story(body: str) -> None:
    (story,) = stories(("a", "2023-06-05", body), ("b", "2023-06-06", body))
    assert story.articles == ("a", "b")
    assert (story.first, story.outlets) == ("2023-06-05", ("paper 0", "paper 1"))


def test_a_report_of_each_month_is_a_story_of_its_own() -> None:
    months = [(f"a{month}", f"2023-0{month}-05", LONG.format(month - 1, month)) for month in (6, 7, 8)]
    assert not stories(*months)
    again = [(f"b{month}", f"2023-0{month}-06", body) for month, (_, _, body) in enumerate(months, 6)]
    assert [story.articles for story in stories(*months, *again)] == [
        ("a6", "b6"),
        ("a7", "b7"),
        ("a8", "b8"),
    ]


def test_briefs_that_differ_are_two_stories() -> None:
    other = BRIEF.replace("1.8", "2.8")
    assert not stories(("a", "2023-06-05", BRIEF), ("b", "2023-06-05", other))
    assert not stories(("a", "2023-06-05", "会议召开。"), ("b", "2023-06-05", "会议召开。"))


def test_one_text_in_two_papers_is_one_story_of_one_article() -> None:
    (story,) = stories(("a", "2023-06-05", BRIEF), ("a", "2023-06-05", BRIEF))
    assert story.articles == ("a",)
    assert story.documents == ("document 0", "document 1")
