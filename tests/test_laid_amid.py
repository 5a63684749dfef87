"""What stands between the stories of a page and inside them: public adverts, pictures' words, items' headlines, lists."""

from __future__ import annotations

import pytest

from newsie.article import Article
from newsie.clean import clean_lines
from newsie.divide import divide
from newsie.divide.boxes import mark_lines
from newsie.divide.runs import runs_of

FIRST = "区里召开推进会\n\n本报讯（记者 姜某）1月8日，区里召开推进会，\n部署下一步工作。\n"
SECOND = "县里开展检查\n\n本报讯（记者 宗某）1月9日，县里开展检查，\n发现问题3个。\n"


def titled(articles: tuple[Article, ...]) -> list[tuple[str, str]]:
    return [(str(article.headline), str(article.text)) for article in articles]


@pytest.mark.parametrize(
    "advert",
    ["公益广告\n讲文明　树新风", "社会主义核心价值观\n富强　民主　文明　和谐", "图说我们的价值观\n诚信"],
)
def test_a_public_advert_is_of_no_story(advert: str) -> None:
    articles = divide(f"{FIRST}\n{advert}\n\n{SECOND}").articles
    assert titled(articles) == [
        ("区里召开推进会", "1月8日，区里召开推进会，部署下一步工作。"),
        ("县里开展检查", "1月9日，县里开展检查，发现问题3个。"),
    ]
    assert all(not article.subheads and article.kicker is None for article in articles)


def test_a_headline_with_such_words_is_one() -> None:
    (story,) = divide("富强路改造完工 树新风进万家\n\n本报讯（记者 姜某）1月8日，富强路改造完工。\n").articles
    assert str(story.headline) == "富强路改造完工 树新风进万家"


@pytest.mark.parametrize("words", ["图为活动现场。", "图①：建设中的厂房", "建设中的大桥（资料图片）"])
def test_what_a_picture_shows_stands_under_a_story_or_in_its_sentence(words: str) -> None:
    first, second = divide(f"{FIRST}\n{words}\n\n{SECOND}").articles
    assert [str(caption) for caption in first.captions] == [words]
    assert (str(second.headline), second.subheads) == ("县里开展检查", ())
    page = f"区里召开推进会\n\n本报讯（记者 姜某）1月8日，区里召开重点项\n\n{words}\n\n目建设推进会，部署下一步工作。\n"
    (story,) = divide(page).articles
    assert str(story.text) == "1月8日，区里召开重点项目建设推进会，部署下一步工作。"
    assert [str(caption) for caption in story.captions] == [words]


def test_a_pictures_own_text_is_no_caption() -> None:
    page = f"{FIRST}\n图为3月2日，果农在大棚采摘草莓。\n本报记者 郑某 摄\n"
    first, picture = divide(page).articles
    assert (first.captions, picture.kind) == ((), "photo")
    assert str(picture.text) == "图为3月2日，果农在大棚采摘草莓。"


def test_a_scene_of_the_story_above_is_its_caption() -> None:
    farm = "农田里的账本\n\n本报讯（记者 姜某）种粮大户曲某轻点手机，出水口便自动打开。\n"
    first, second = divide(f"{farm}\n曲某用手机控制出水口\n\n{SECOND}").articles
    assert [str(caption) for caption in first.captions] == ["曲某用手机控制出水口"]
    assert (str(second.headline), second.kicker) == ("县里开展检查", None)


def test_who_urged_what_the_next_story_tells_is_no_caption() -> None:
    over = "宗某在县里检查工作时强调"
    first, second = divide(f"{FIRST}\n{over}\n\n狠抓落实开展检查\n\n{SECOND.split(chr(10), 2)[2]}").articles
    assert first.captions == ()
    assert str(second.kicker) == over


@pytest.mark.parametrize("mark", ["●", "●\ufffd", "●　　"])
def test_an_items_headline_stands_over_its_text(mark: str) -> None:
    bullet, indent = mark[0], mark[1:] * 3
    page = (
        f"一周要闻\n\n{bullet}城关镇为老党员送学上门\n{indent}城关镇组建12支小分队，把学习资料送到行动不\n便的老党员家中。（费某）\n\n"
        f"{bullet}县图书馆延长开放时间\n{indent}自3月1日起，县图书馆每周五开放至21时，为读\n者免费提供借阅服务。（都某）\n"
    )
    assert titled(divide(page).articles) == [
        ("城关镇为老党员送学上门", "城关镇组建12支小分队，把学习资料送到行动不便的老党员家中。"),
        ("县图书馆延长开放时间", "自3月1日起，县图书馆每周五开放至21时，为读者免费提供借阅服务。"),
    ]


def test_an_item_whose_mark_opens_its_text_has_no_headline() -> None:
    page = "简讯\n\n●近日县图书馆每周五的开放时间延长到晚上九点并且\n为读者免费提供借阅服务。\n\n●城关镇组建的小分队把学习资料送到行动不便的老党\n员家中。\n"
    assert [article.headline for article in divide(page).articles] == [None, None]


def test_a_picture_under_a_title_of_two_lines_is_a_story() -> None:
    picture = "\n大棚草莓\n鲜红上市\n\n图为3月2日，果农在大棚采摘草莓。\n\n本报记者 郑某 摄\n"
    first, second = divide(FIRST + picture).articles
    assert titled((first, second)) == [
        ("区里召开推进会", "1月8日，区里召开推进会，部署下一步工作。"),
        ("大棚草莓 鲜红上市", "图为3月2日，果农在大棚采摘草莓。"),
    ]
    assert second.kicker is None


def test_a_line_under_which_a_comma_stands_begins_a_sentence() -> None:
    page = FIRST + "\n姜某在谈到今年的重点工作时指出\n ，要抓紧抓实项目建设，形成工作\n合力。\n"
    (story,) = divide(page).articles
    assert [str(paragraph) for paragraph in story.body][-1].startswith("姜某在谈到今年的重点工作时指出，")


def test_a_resolution_begins_under_its_title() -> None:
    page = FIRST + (
        "\n某某县第十八届人民代表大会第三次会议\n关于政府工作报告的决议\n（2024年2月2日会议通过）\n\n"
        "某某县第十八届人民代表大会第三次会议听取和审议\n了政府工作报告，决定批准这个报告。\n"
    )
    _, second = divide(page).articles
    assert str(second.headline) == "某某县第十八届人民代表大会第三次会议 关于政府工作报告的决议"


def test_names_that_a_line_breaks_end_a_story() -> None:
    lines = "成果开辟了电池组合技术的新方向。（记者 钱\n某某 郑某某）\n"
    (run,) = runs_of(mark_lines(clean_lines(lines)))
    assert not run.open
    (run,) = runs_of(mark_lines(clean_lines("成果开辟了电池组合技术（记者 钱\n某某 郑某某）\n")))
    assert run.open


@pytest.mark.parametrize("words", ["图1 新建成的学校", "工人在生产线上忙碌（通讯员供图）"])
def test_more_that_a_picture_shows(words: str) -> None:
    first, second = divide(f"{FIRST}\n{words}\n\n{SECOND}").articles
    assert [str(caption) for caption in first.captions] == [words.replace(" ", "")]
    assert str(second.headline) == "县里开展检查"


def test_a_caption_with_its_credit_is_of_the_story_that_names_ended() -> None:
    story = "区里召开推进会\n\n1月8日，区里召开推进会，部署下一步\n工作。（记者 姜某）\n"
    first, second = divide(f"{story}\n△村民在采摘春茶 郑雨/摄\n\n{SECOND}").articles
    assert [str(caption).lstrip("△") for caption in first.captions] == ["村民在采摘春茶"]
    assert [str(name) for name in first.byline.photographers] == ["郑雨"]
    assert second.byline.photographers == ()


def test_the_rest_of_a_datelines_bracket_is_no_credit() -> None:
    page = "局里宣布新规\n\n\ufffd\ufffd\ufffd本报讯 （记者 姜某\n文/图）县食品和药物管理局宣布新规\n，明年起施行。\n"
    (story,) = divide(page).articles
    assert str(story.text) == "县食品和药物管理局宣布新规，明年起施行。"
    assert [str(name) for name in story.byline.photographers] == ["姜某"]


def test_who_wrote_and_took_the_pictures_ends_a_story() -> None:
    page = f"村里清理河道\n\n近日，村里组织党员清理河道，要求严肃\n处理乱倒垃圾。（通讯员 乔某 文/图）\n\n{SECOND}"
    first, _ = divide(page).articles
    assert (first.kind, str(first.headline)) == ("news", "村里清理河道")
    assert [str(name) for name in first.byline.correspondents] == ["乔某"]


def test_the_story_that_a_second_byline_ends_has_the_headline_in_the_middle() -> None:
    page = (
        "区里召开推进会\n\n本报讯（记者 姜某）1月8日，区里召开推进会，部署下一步工作，要求各单位抓好落实。\n\n"
        "经营主体结构优化\n\n统计显示，上半年全国新设企业增多，产业园区入驻企业有所增加。\n\n此外，高技术制造业增势强劲。\n\n记者宗某 通讯员乔某\n"
    )
    assert titled(divide(page).articles) == [
        ("区里召开推进会", "1月8日，区里召开推进会，部署下一步工作，要求各单位抓好落实。"),
        (
            "经营主体结构优化",
            "统计显示，上半年全国新设企业增多，产业园区入驻企业有所增加。\n此外，高技术制造业增势强劲。",
        ),
    ]


@pytest.mark.parametrize("frame", ["新闻热线\n0000-6221345", "●导读●", "2024年3月8日 星期五\n平川 要闻 A03"])
def test_numbers_and_names_of_the_frame_are_of_no_story(frame: str) -> None:
    page = f"{frame}\n\n{FIRST}" if "A03" in frame else f"{FIRST}\n{frame}\n\n{SECOND}"
    articles = divide(page).articles
    assert [article.kicker for article in articles] == [None] * len(articles)
    assert headlines(articles) == ["区里召开推进会", "县里开展检查"][: len(articles)]


def headlines(articles: tuple[Article, ...]) -> list[str]:
    return [str(article.headline) for article in articles]
