"""How pages are put together: names of the paper among stories, wires of any name, headlines far off."""

from __future__ import annotations

import pytest

from newsie.article import Article
from newsie.divide import divide


def headlines(articles: tuple[Article, ...]) -> list[str]:
    return [str(article.headline) for article in articles]


@pytest.mark.parametrize(
    "wire", ["●本报讯（记者 姜某）", "某某融媒讯（记者 姜某）", "某某报讯（通讯员 姜某）"]
)
def test_a_wire_of_any_name_and_mark_opens_a_story(wire: str) -> None:
    page = (
        f"区里召开推进会\n\n{wire}1月8日，区里召开推进会。\n\n县里开展检查\n\n{wire}1月9日，县里开展检查。\n"
    )
    first, second = divide(page).articles
    assert headlines((first, second)) == ["区里召开推进会", "县里开展检查"]
    assert [str(name) for name in second.byline.names] == ["姜某"]
    assert str(second.text) == "1月9日，县里开展检查。"
    assert {first.kind, second.kind} == {"news"}


def test_a_wire_that_the_line_breaks_opens_a_story() -> None:
    page = "区里召开推进会\n某某融媒讯（记者 姜某 通讯员 宗某\n海）1月8日，区里召开推进会。\n"
    (story,) = divide(page).articles
    assert [str(name) for name in story.byline.names] == ["姜某", "宗某海"]


def test_the_first_character_of_a_long_name_may_stand_in_the_line_before() -> None:
    page = "本报讯 1月8日，区里召开推进会。\n惠及群众2万人。（通讯员 巴\n哈提·赛力克）\n"
    (story,) = divide(page).articles
    assert [str(name) for name in story.byline.correspondents] == ["巴哈提·赛力克"]


def test_the_size_of_letters_is_no_name() -> None:
    page = "区里召开推进会\n发布时间：2020-06-10 08:12　信息来源：某某网　作者：姜某　字体：【大 中 小】\n\n　　1月8日，区里召开推进会。\n"
    (story,) = divide(page).articles
    assert [str(name) for name in story.byline.names] == ["姜某"]


def test_who_put_a_story_together_is_its_reporter() -> None:
    (story,) = divide("数说一年\n本报记者 姜某某 整理\n去年，全市实现生产总值1386.5亿元。\n").articles
    assert [str(name) for name in story.byline.reporters] == ["姜某某"]


def test_the_newsroom_is_no_photographer() -> None:
    page = "本报讯（记者 姜某）1月8日，区里召开推进会。\n\n9月14日，社员在分拣西梅。\n融媒记者 王某 摄\n"
    assert [str(name) for name in divide(page).articles[-1].byline.photographers] == ["王某"]


def test_the_papers_name_stands_in_its_head_and_further_down() -> None:
    page = (
        "2022年9月16日 星期五\n某某零距离\n2 综合新闻\n本版编辑：姜某\n\n区里召开推进会\n\n本报讯（记者 姜某）1月8日，区里召开推进会。\n\n"
        "某某零距离\n县里开展检查\n\n本报讯（记者 王某）1月9日，县里开展检查。\n"
    )
    division = divide(page)
    assert headlines(division.articles) == ["区里召开推进会", "县里开展检查"]
    assert [str(line) for line in division.furniture].count("某某零距离") == 2


def test_a_pages_name_with_its_number_is_of_the_frame() -> None:
    page = "某某日报 2024年3月29日 星期五\n工业园·特刊 05\n\n区里召开推进会\n\n本报讯（记者 姜某）1月8日，区里召开推进会。\n"
    assert headlines(divide(page).articles) == ["区里召开推进会"]


def test_the_imprint_at_the_foot_is_of_the_frame() -> None:
    page = "本报讯 1月8日，区里召开推进会。\n惠及2万人。（记者姜某）\n\n电子信箱：a@example.com  广告热线：0311-00000000  印刷：某某日报社印刷厂\n"
    (story,) = divide(page).articles
    assert [str(name) for name in story.byline.reporters] == ["姜某"]
