from datetime import date

import pytest

from newsie.divide import divide
from newsie.page import Page
from newsie.published import Published, find_published, full_days, name_day

STORY = (
    "区里召开推进会\n\n本报讯（记者 姜某）1月8日，区里召开推进会，安排部署重点工作。会议指出，要抓好落实。\n"
)


def published(text: str, source: str = "", given: str | None = None) -> Published:
    page = Page.of(text, published=given, source=source)
    return find_published(page, divide(page.readable))


@pytest.mark.parametrize(
    ("masthead", "day", "outlet"),
    [
        ("某州日报 要闻\n2024 年 11 月 19 日  星期二  第 2 版\n\n", date(2024, 11, 19), "某州日报"),
        ("某州新闻 2023年1月6日 星期五 责任编辑:甲某 校对:乙某\n\n", date(2023, 1, 6), "某州新闻"),
        (
            "３版　综　合\n某州报　２０２１年１０月２２日　星期五　农历九月十七\n\n",
            date(2021, 10, 22),
            "某州报",
        ),
        ("2022-07-26 星期二\n\n", date(2022, 7, 26), None),
    ],
)
def test_the_masthead_gives_day_and_newspaper(masthead: str, day: date, outlet: str | None) -> None:
    found = published(masthead + STORY)
    assert (found.day, found.known_from, found.outlet) == (day, "page", outlet)


def test_given_wins_over_file_name_and_file_name_over_masthead() -> None:
    text = "某州日报 2024年11月19日 星期二\n\n" + STORY
    assert published(text, "2024-11-20.txt", "2024-11-21").known_from == "given"
    found = published(text, "2024-11-20.txt")
    assert (found.day, found.known_from) == (date(2024, 11, 20), "filename")
    assert [warning.code for warning in found.warnings] == ["published-differs"]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("20230110.txt", date(2023, 1, 10)),
        ("pages/zkrb_2023-01-10_02.txt", date(2023, 1, 10)),
        ("2023年1月10日 A3版.txt", date(2023, 1, 10)),
        ("20230230.txt", None),
        ("000_11088747ffbd5550.txt", None),
        ("2023-01-10_to_2023-01-12.txt", None),
        ("2023-01-10/page.txt", None),
    ],
)
def test_a_file_name_gives_a_day_if_it_has_just_one(name: str, day: date | None) -> None:
    assert name_day(name) == day


def test_without_any_of_these_the_latest_full_date_stands_in() -> None:
    found = published(STORY + "　　工程2022年12月27日开工，2022年12月29日通水，将于2024年6月30日前完工。\n")
    assert (found.day, found.known_from) == (date(2022, 12, 29), "inferred")


def test_a_page_without_a_date_says_so() -> None:
    found = published(STORY)
    assert (found.day, found.known_from) == (None, None)
    assert [warning.code for warning in found.warnings] == ["no-published"]


def test_a_publication_date_before_every_date_of_the_page_is_doubtful() -> None:
    text = STORY + "　　工程2022年12月27日开工，2022年12月29日通水。\n"
    assert [warning.code for warning in published(text, given="2021-01-01").warnings] == ["published-early"]
    assert not published(text, given="2022-12-28").warnings


def test_a_day_that_the_calendar_lacks_is_no_day() -> None:
    assert [found.day for found in full_days("2023年2月30日和2023年２月２８日")] == [date(2023, 2, 28)]
