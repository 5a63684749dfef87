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


def test_a_headline_right_over_a_byline_is_that_storys() -> None:
    page = (
        "某某日报 2015年1月30日\n\n本报讯（记者 姜某）1月26日，大会代表团审议政府工作报告，数说成绩。\n\n书记参加某县代表团审议\n把某县建成工业强县\n\n"
        "数读政府工作报告\n本报记者 王某 整理\n去年，全市实现生产总值1386.5亿元，增长9.1%。\n"
    )
    first, second = divide(page).articles
    assert headlines((first, second)) == ["把某县建成工业强县", "数读政府工作报告"]
    assert str(first.kicker) == "书记参加某县代表团审议"


def test_a_headline_and_its_byline_may_stand_under_their_story() -> None:
    page = (
        "某某日报\n2017年7月25日 星期二\n\n上半年生产总值增长\n■ 记者 姜某\n昨日，全市经济运行发布会举行，生产总值增长。\n\n"
        "某某日报\n市国税局\n“从申报到退税到账只用了4天。”企业负责人说，出口退税很快。\n今年以来，市国税局推行无纸化退税。\n\n"
        "1500多家企业尝到\n出口退税“甜头”\n■ 记者 娄某 通讯员 奚 某\n\n跨境电商跑出“加速度”\n■ 记者 王某\n来自海关的数据显示，跨境电商出口增长。\n"
    )
    stories = divide(page).articles
    assert headlines(stories) == [
        "上半年生产总值增长",
        "1500多家企业尝到 出口退税“甜头”",
        "跨境电商跑出“加速度”",
    ]
    assert [str(name) for name in stories[1].byline.names] == ["娄某", "奚某"]
    assert str(stories[1].kicker) == "市国税局"


def test_a_notice_opens_a_story_and_its_sender_signs_it() -> None:
    page = (
        "政协会议闭幕\n本报讯（记者 姜某）1月28日，政协会议闭幕。\n会议选举了副主席。\n\n某某市第六届人民代表大会\n第五次会议公告\n"
        "某某市第六届人民代表大会第五次会议于2015年1月29日选举：\n王某为某某市人民政府市长；\n李某为某某市中级人民法院院长。\n现予公告。\n"
        "某某市第六届人民代表大会第五次会议主席团\n2015年1月29日\n"
    )
    news, notice = divide(page).articles
    assert str(notice.headline).replace(" ", "") == "某某市第六届人民代表大会第五次会议公告"
    assert [str(paragraph) for paragraph in notice.body[-2:]] == [
        "某某市第六届人民代表大会第五次会议主席团",
        "2015年1月29日",
    ]
    assert str(news.headline) == "政协会议闭幕"


def test_the_first_item_of_a_column_has_its_headline() -> None:
    page = (
        "区里召开推进会\n\n本报讯（记者 姜某）1月8日，区里召开推进会。\n\n▶财经短波\n金融机构各项贷款余额突破1800亿元\n截至6月末，金融机构各项贷款余额1832亿元，\n"
        "比年初增加。（通讯员 裘某）\n上半年新增市场主体1万户\n上半年，全市新设市场主体1.62万户，比去年\n增长。（通讯员 应某）\n"
    )
    assert headlines(divide(page).articles)[1:] == [
        "金融机构各项贷款余额突破1800亿元",
        "上半年新增市场主体1万户",
    ]


def test_a_headline_over_a_columns_title_is_of_the_story_before() -> None:
    page = (
        "本报讯（记者 姜某）9月14日，全县棉花收购会召开，\n部署棉花收购工作。\n\n全县棉花收购\n工作部署会召开\n\n◆ 简 讯\n县里开展食品检查\n"
        "　　9月7日，县里对食堂开展食品检查。（通讯员 王某）\n"
    )
    assert headlines(divide(page).articles) == ["全县棉花收购 工作部署会召开", "县里开展食品检查"]


@pytest.mark.parametrize(
    ("over", "main"),
    [
        ("书记冒雨检查防汛工作", "严 防 死 守 保 安 澜"),
        ("委员声音", "让群众在家门口看好病"),
        ("我市举行2024年一季度重大项目集中开工活动", "48个重大项目开工 总投资312.6亿元"),
    ],
)
def test_a_kicker_over_its_headline(over: str, main: str) -> None:
    (story,) = divide(f"{over}\n{main}\n\n本报讯（记者 姜某）1月8日，区里召开推进会。\n").articles
    assert str(story.kicker) == over
    assert str(story.headline).replace(" ", "") == main.replace(" ", "")


def test_a_line_with_its_own_period_is_a_subhead() -> None:
    page = "跨境电商跑出“加速度”\n上半年出口增长14.2%\n■ 记者 姜某\n来自海关的数据显示，出口增长。\n"
    (story,) = divide(page).articles
    assert (str(story.headline), [str(line) for line in story.subheads]) == (
        "跨境电商跑出“加速度”",
        ["上半年出口增长14.2%"],
    )


def test_what_someone_says_is_no_headline_of_the_picture_that_cuts_it_off() -> None:
    page = (
        "县里观摩项目\n\n本报讯（记者 姜某）3月21日，县委书记牛某带队观摩全县项目。\n牛某强调，观摩既是检阅\n\n"
        "3月25日，建设者在项目现场紧张施工，目前主体已封顶。\n底某 摄\n塔吊林立建设忙\n\n也是鞭策，要找差距、添措施。\n"
    )
    story, photo = divide(page).articles
    assert str(story.body[-1]).endswith("观摩既是检阅也是鞭策，要找差距、添措施。")
    assert headlines((story, photo)) == ["县里观摩项目", "塔吊林立建设忙"]
