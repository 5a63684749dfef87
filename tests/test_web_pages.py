"""Saved pages of county sites and papers' digital editions, as they lay themselves out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from newsie.article import Division
from newsie.divide import divide
from newsie.errors import SourceError
from newsie.inputs import read_page
from newsie.inputs.html import WebArticle, read_html
from newsie.page import Source

pytest.importorskip("trafilatura")

HEADLINE = "前两个月全县外贸进出口增长18.2%"
BODY = (
    "记者从县商务局获悉，1至2月，全县外贸进出口总值6.48亿元，同比增长18.2%。其中，出口5.12亿元，增长21.7%。",
    "机电产品出口2.07亿元，占全县出口总值的40.4%。有进出口实绩的企业达到63家，比去年同期增加11家。",
    "下一步，全县将组织企业参加广交会等展会，力争全年进出口总值突破45亿元。",
)
OTHER = (
    "县人民医院新院区投入使用",
    "本报讯（记者 佟某）3月20日，县人民医院新院区正式投入使用，设置床位1000张，总投资9.8亿元。",
)
MENU = '<div class="top"><a href="/">网站首页</a> <a href="/a">政务公开</a> <a href="/b">互动交流</a></div>'
FOOT = '<div class="footer"><p>主办：某县人民政府办公室</p></div>'


def web(body: str, title: str = HEADLINE, head: str = "") -> str:
    return f'<html><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>{MENU}{body}{FOOT}</body></html>'


def paragraphs(texts: tuple[str, ...] = BODY) -> str:
    return "".join(f"<p>　　{text}</p>" for text in texts)


def divided(page: WebArticle) -> Division:
    return divide(page.text, page.layout.blocks)


LAID = f"""<table width="1000"><tr><td><h1>{HEADLINE}</h1></td></tr>
<tr><td>发布时间：2024-03-19 09:12　来源：某某日报　作者：桑某　浏览次数：1024　字号：[<a>大</a> <a>小</a>]</td></tr>
<tr><td><div id="zoom">{paragraphs()}</div></td></tr><tr><td>责任编辑：申某</td></tr>
<tr><td>上一篇：<a href="1.html">县人民医院新院区投入使用</a></td></tr></table>"""
EDITION = f"""<table><tr><td><div>某某日报 2024年03月19日 星期二</div><div>第02版：要闻</div>
<ul><li><a>{HEADLINE}</a></li><li><a>县人民医院新院区投入使用</a></li></ul></td>
<td><div>2024年03月19日 <a>上一篇</a> <a>下一篇</a></div><founder-title><p>{HEADLINE}</p></founder-title>
<p>本报记者 桑某</p><div id="ozoom"><founder-content>{paragraphs()}</founder-content></div></td></tr></table>"""


@pytest.mark.parametrize(
    ("body", "title"), [(LAID, f"{HEADLINE}_某县人民政府"), (EDITION, f"某某日报数字报-{HEADLINE}")]
)
def test_a_page_laid_out_by_tables_has_paragraphs(body: str, title: str) -> None:
    page = read_html(web(body, title))
    (article,) = divided(page).articles
    assert str(article.headline) == HEADLINE
    assert tuple(map(str, article.body)) == BODY
    assert [str(name) for name in article.byline.reporters] == ["桑某"]
    assert page.published == date(2024, 3, 19)


def test_its_source_names_the_newspaper(tmp_path: Path) -> None:
    from newsie.published import find_published  # noqa: PLC0415

    path = tmp_path / "page.html"
    path.write_text(web(LAID), encoding="utf-8")
    page = read_page(Source(path))
    assert (
        find_published(page, divide(page.text, page.layout.blocks if page.layout else ())).outlet
        == "某某日报"
    )


def test_a_table_of_figures_stays_one() -> None:
    cells = "".join(
        f"<tr><td><p>{a}</p></td><td><p>{b}</p></td></tr>" for a, b in (("指标", "总量"), ("出口", "5.12"))
    )
    page = read_html(web(f"<h1>{HEADLINE}</h1><div>{paragraphs()}<table>{cells}</table></div>"))
    assert "| 出口 | 5.12 |" in page.text


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("发布日期：2024-03-12　成文日期：2024-03-08", date(2024, 3, 12)),
        ("成文日期：2024年3月8日　发布日期：2024年3月12日", date(2024, 3, 12)),
        ("<span>来源：某某融媒</span><span>时间：2024年3月20日 08:30</span>", date(2024, 3, 20)),
        ("某某日报 2024年3月21日 星期四", date(2024, 3, 21)),
        ("2024/03/22 10:15 来源：某某日报", date(2024, 3, 22)),
        ("發佈時間：2024年3月23日", date(2024, 3, 23)),
    ],
)
def test_the_day_is_the_one_that_the_page_says_it_was_published_on(line: str, day: date) -> None:
    related = "<ul><li><a>其他新闻</a> 2024-03-02</li><li><a>更多新闻</a> 2024-03-28</li></ul>"
    assert read_html(web(f"<h1>{HEADLINE}</h1><div>{line}</div>{paragraphs()}{related}")).published == day


def test_a_year_alone_is_no_day() -> None:
    told = ("2024年，全县粮食播种面积稳定在42.6万亩，粮食总产量达到19.8万吨。", *BODY)
    assert read_html(web(f"<h1>{HEADLINE}</h1>{paragraphs(told)}")).published is None


def test_the_time_of_an_event_is_not_when_it_was_published() -> None:
    told = (*BODY, "活动时间：2024年4月1日。报名日期：2024年3月25日。县统计局公布2024年3月5日的数据。")
    head = '<meta name="PubDate" content="2024-03-20 10:00">'
    assert read_html(web(f"<h1>{HEADLINE}</h1>{paragraphs(told)}", head=head)).published == date(2024, 3, 20)


def test_stories_under_headings_are_stories() -> None:
    items = f"<h2>{HEADLINE}</h2><p>本报讯（记者 桑某）{BODY[0]}</p><p>{BODY[1]}</p><h2>{OTHER[0]}</h2><p>{OTHER[1]}</p>"
    found = divided(read_html(web(f"<div>{items}</div>", "某县要闻"))).articles
    assert [str(article.headline) for article in found] == [HEADLINE, OTHER[0]]
    assert [len(article.body) for article in found] == [2, 1]


def test_headings_inside_a_story_are_its_subheads() -> None:
    body = f"<h1>{HEADLINE}</h1><p>{BODY[0]}</p><h3>机电产品唱主角</h3><p>{BODY[1]}</p><p>{BODY[2]}</p>"
    (article,) = divided(read_html(web(f"<div>{body}</div>"))).articles
    assert (str(article.headline), [str(text) for text in article.subheads]) == (HEADLINE, ["机电产品唱主角"])
    assert tuple(map(str, article.body)) == BODY


def test_words_of_a_picture_are_its_caption() -> None:
    shown = "图为物流园分拣现场。"
    page = read_html(web(f"<h1>{HEADLINE}</h1><div>{paragraphs((*BODY[:2], shown, BODY[2]))}</div>"))
    (article,) = divided(page).articles
    assert [str(text) for text in article.captions] == [shown]
    assert tuple(map(str, article.body)) == BODY


def test_a_list_of_stories_is_none() -> None:
    items = "".join(
        f"<li><a href='{at}'>全县召开第{at}次项目建设推进会</a><span>2024-03-1{at}</span></li>"
        for at in range(9)
    )
    with pytest.raises(SourceError, match="a web page of links"):
        read_html(web(f"<ul>{items}</ul>", "某县要闻"))


@pytest.mark.parametrize("title", ["2024年1-2月全县经济运行情况", "城市—乡村一体推进"])
def test_a_headline_with_a_dash_is_whole(title: str) -> None:
    page = read_html(web(f"<h1>{title}</h1>{paragraphs()}", f"{title}_某县人民政府"))
    assert page.text.startswith(f"{title}\n")
