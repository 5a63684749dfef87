"""Pages to articles: the layouts seen in newspapers, each in a few lines."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsie.article import Article
from newsie.clean import clean_lines
from newsie.divide import divide
from newsie.divide.bylines import is_byline, is_credit, read_byline
from newsie.divide.lines import is_column, is_furniture
from newsie.text import Text

MARK = "\ufffd" * 6


def only(source: str) -> Article:
    """Return the single article of a page."""
    (article,) = divide(source).articles
    return article


def heads(source: str) -> list[str | None]:
    """Return the headlines of a page."""
    return [article.headline and str(article.headline) for article in divide(source).articles]


@pytest.mark.parametrize(
    ("byline", "reporters", "correspondents", "photographers"),
    [
        ("（记者 姜某某 通讯员\n樊\n同某）", ["姜某某"], ["樊同某"], []),
        ("（记者\n姜某某 通 讯 员 王\n某）", ["姜某某"], ["王某"], []),
        ("(记者 姜某某/文 滕某某/图)", ["姜某某"], [], ["滕某某"]),
        ("记者 姜某某 通讯员 王某 文/图", ["姜某某"], ["王某"], ["姜某某", "王某"]),
        ("本报记者 端木某\n本报通讯员\n郝 某 文/图", ["端木某"], ["郝某"], ["端木某", "郝某"]),
        ("记者 姜某某\n通讯员 张某某 摄", [], [], ["姜某某", "张某某"]),
        ("文/本报记者 张某 图/李某", ["张某"], [], ["李某"]),
        ("图/谭某", [], [], ["谭某"]),
        ("本栏照片均为本报记者马某某摄", [], [], ["马某某"]),
        ("2019-06-14 08:30 来源:某某日报 作者:叶尔某·哈布某 马某某", ["叶尔某·哈布某", "马某某"], [], []),
        ("（通讯员 国 某 房 某）", [], ["国某", "房某"], []),
        ("（记者 钟 某 通讯员 图某）", ["钟某"], ["图某"], []),
        ("县融媒体中心 麦某 摄", [], [], ["麦某"]),
        ("（记者 姜某某 深圳报道）", ["姜某某"], [], []),
        ("（记者 张岸涛裴双喜郝建平）", ["张岸涛", "裴双喜", "郝建平"], [], []),
        ("（记者 娜仁格日勒）", ["娜仁格日勒"], [], []),
    ],
)
def test_bylines_are_read(
    byline: str, reporters: list[str], correspondents: list[str], photographers: list[str]
) -> None:
    found = read_byline(Text.of(byline))
    assert [str(name) for name in found.reporters] == reporters
    assert [str(name) for name in found.correspondents] == correspondents
    assert [str(name) for name in found.photographers] == photographers


@pytest.mark.parametrize("line", ["记者 王某 通讯员 李某 文/图", "□本报记者 王某", "融媒体中心记者 张某"])
def test_a_byline_alone_is_told(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize("line", ["记者走进大棚", "记者从区统计局获悉", "会议由王某主持"])
def test_a_sentence_is_no_byline(line: str) -> None:
    assert not is_byline(line)
    assert not is_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "某某日报 要闻", "２０２４ 年 11 月 19 日 星期二 第 2 版", "02 要 闻", "要闻·民生 3", "LINWEN RIBAO",
        "责任编辑 王某  版式 李某", "本报地址：某某路18号 新闻热线：3116688", "首页 | 要闻 | 乡镇 | 政务",
        "[责任编辑:李某]", "版权所有:某某县融媒体中心", "新闻城乡一体化", "第01版：要闻",
    ],
)  # fmt: skip
def test_furniture_is_told(line: str) -> None:
    (cleaned,) = clean_lines(line)
    assert is_furniture(cleaned.text.folded)


@pytest.mark.parametrize(
    "line", ["区委书记会见来宾", "2022 年 12 月 27 日上午，市城乡一", "新闻发布会举行", "编辑部的故事"]
)
def test_headlines_and_text_are_no_furniture(line: str) -> None:
    (cleaned,) = clean_lines(line)
    assert not is_furniture(cleaned.text.folded)


@pytest.mark.parametrize(
    "line", ["简 讯", "民生简讯", "新时代 新征程 新伟业", "【奋斗新时代】", "▲▲部 门 动 态▲▲"]
)
def test_column_titles_are_told(line: str) -> None:
    assert is_column(line)


def test_what_somebody_shows_is_no_column() -> None:
    assert not is_column("技能比武展风采")


def test_a_caption_in_the_middle_of_a_sentence_is_taken_out() -> None:
    article = only(
        "区里加强宣传\n\n本报讯（记者 姜某 文/图）近日，区里加强宣传，工作人员向前来办理业务的居民发放宣传单，并仔细讲解最"
        "\n\n\n\n志愿者向居民发放宣传单\n\n新政策。居民表示满意。"
    )
    assert str(article.text).endswith("并仔细讲解最新政策。居民表示满意。")
    assert [str(caption) for caption in article.captions] == ["志愿者向居民发放宣传单"]
    assert [str(name) for name in article.byline.photographers] == ["姜某"]


def test_headlines_after_their_stories_are_given_by_what_they_say() -> None:
    page = (
        f"{MARK}本报讯 （记者 姜某） 7月15日，某某\n区召开防汛工作会议，研究水库防汛。\n\n"
        f"{MARK}本报讯 （记者 姜某） 7月18日，教育\n局组织教师培训，提高课堂教学质量。\n\n"
        "水库防汛工作会议召开\n\n教师培训提高课堂教学质量\n"
    )
    assert heads(page) == ["水库防汛工作会议召开", "教师培训提高课堂教学质量"]


def test_a_headline_right_behind_its_story_goes_to_it_though_who_urged_stands_elsewhere() -> None:
    page = (
        f"{MARK}本报讯 （记者 姜某） 6月19日，市里召开三防\n工作视频会议。姜甲强调，要落实责任。\n\n"
        "立足抢大险 全力保度汛\n\n"
        f"{MARK}本报讯 （记者 姜某） 7月18日，教育局组织教\n师培训，提高课堂教学质量。\n\n"
        "教师培训提高课堂教学质量\n\n"
        f"{MARK}本报讯 （记者 姜某） 7月19日，河东镇种下千\n亩油茶，果农学习管护。\n\n"
        "河东镇种下千亩油茶\n\n姜甲在全市三防工作视频会议上强调\n"
    )
    assert heads(page) == ["立足抢大险 全力保度汛", "教师培训提高课堂教学质量", "河东镇种下千亩油茶"]


@pytest.mark.parametrize("campaign", ["学习贯彻党的二十大精神", "创建全国文明城市", "我为群众办实事"])
def test_what_a_campaign_is_called_over_a_headline_is_of_no_story(campaign: str) -> None:
    article = only(f"{campaign}\n\n城南街道整治占道经营\n\n本报讯（记者 姜某）11月3日，城南街道开展整治。\n")
    assert (str(article.headline), article.kicker) == ("城南街道整治占道经营", None)


def test_the_rest_of_a_page_title_is_no_headline() -> None:
    story = f"{MARK}本报讯 （记者 姜某） 7月15日，云溪召\n开防汛会议。云溪各村参加，云溪河水位平稳。\n\n防汛会议召开\n"
    assert heads(f"开发区新闻\n\n云溪\n\n{story}") == ["防汛会议召开"]
    assert heads(f"综合新闻今日\n云溪\n\n{story}") == ["防汛会议召开"]


def test_a_sentence_behind_a_comma_is_no_caption() -> None:
    article = only(
        "县里督查供水\n\n本报讯（记者 姜某）11月2日，县里督查供水。企业要公布电话，让群众放心，\n\n真正把好事办到群众心坎上。\n"
    )
    assert str(article.text).endswith("让群众放心，真正把好事办到群众心坎上。")


@pytest.mark.parametrize(
    "line", ["本文图片由本报记者姜某摄", "本文照片由通讯员姜某摄影", "图片由姜某摄", "均为本报记者 姜某 摄"]
)
def test_whose_pictures_these_are_is_read(line: str) -> None:
    article = only(f"区里办食堂\n\n本报讯（记者 李某）11月2日，区里办食堂，老人吃上热饭。\n\n{line}\n")
    assert [str(name) for name in article.byline.photographers] == ["姜某"]


def test_two_lines_of_one_width_are_one_headline_and_the_body_beside_it_the_kicker() -> None:
    article = only(
        "坚持党建引领强治理\n提升能力作风促发展\n\n某某办事处\n\n本报讯（记者 姜某）1月8日，该办事处总结工作。"
    )
    assert str(article.headline) == "坚持党建引领强治理 提升能力作风促发展"
    assert str(article.kicker) == "某某办事处"


@pytest.mark.parametrize(
    "body", ["县慈善总会", "县法院青石人民法庭", "青石中心渔港", "青石镇卫生院", "县红十字会"]
)
def test_bodies_over_a_headline_are_its_kicker(body: str) -> None:
    page = f"{body}\n\n43万元善款圆学子梦\n\n本报讯（记者 张力）8月14日，助学金发放活动在县文化馆举行。\n"
    article = only(page)
    assert (str(article.headline), str(article.kicker)) == ("43万元善款圆学子梦", body)


def test_orders_make_a_kicker() -> None:
    article = only(
        "王某某督导学校项目建设时强调\n\n确保如期完成学校建设\n\n本报讯（记者 姜某）近日，王某某督导学校项目。"
    )
    assert str(article.kicker) == "王某某督导学校项目建设时强调"
    assert str(article.headline) == "确保如期完成学校建设"


@pytest.mark.parametrize(
    ("opening", "rest"),
    [
        ("东河在线03月19日讯 ", "在3月19日的会议上，代表发言。"),
        ("东河乐居讯 (编辑 顾某某)", "12月18日，小区举办晚会。"),
        ("东河汽车综合5月5日报道 ", "新车上市。"),
        ("", "东河市12月18日讯问了两人。"),
    ],
)
def test_the_dateline_of_a_web_page_is_no_body(opening: str, rest: str) -> None:
    assert [str(text) for text in only(f"小区办晚会\n\n{opening}{rest}\n").body] == [rest]


@pytest.mark.parametrize("gap", [r"\n\n", "\u3000\u3000", " \u3000\u3000", "\t"])
def test_paragraphs_that_a_web_page_sets_in_one_line_are_told_apart(gap: str) -> None:
    story = only(f"某局长被免职\n\n某局局长已被免职，原因尚不清楚。{gap}今年7月，副局长被调查。\n")
    assert [str(text) for text in story.body] == [
        "某局局长已被免职，原因尚不清楚。",
        "今年7月，副局长被调查。",
    ]


def test_subheads_stay_out_of_the_body() -> None:
    article = only(
        "真抓实干求突破\n\n记者 姜某 通讯员 王某\n\n智慧岛核心区已建成，签约入驻企业三百多家，市政项目陆续完工，群众十分满意。"
        "\n\n## 提能力强组织\n\n自行动开展以来，领导小组闻令而动，制订实施方案，各部门统一思想、协同作战，共同推进各项工作。"
    )
    assert [str(subhead) for subhead in article.subheads] == ["提能力强组织"]
    assert len(article.body) == 2


def test_a_paragraph_with_a_credit_is_a_photo_story() -> None:
    page = (
        "区里召开会议\n\n本报讯（记者 姜某）1月8日，区里召开会议，部署全年工作，各单位负责人参加会议并作了发言。\n\n"
        "\n\n1月16日，在国际会展中心项目工地，各类大型机械在进行桩基施工，现场一派繁忙景象。 本报记者 崔某 摄\n"
    )
    news, photo = divide(page).articles
    assert (news.kind, photo.kind) == ("news", "photo")
    assert [str(name) for name in photo.byline.photographers] == ["崔某"]
    assert str(photo.text).endswith("现场一派繁忙景象。")


def test_items_of_a_digest_are_articles() -> None:
    page = "简讯快报\n\n[图书馆延时开放]7月1日，市图书馆延时开放。\n\n●【夏季招聘会举办】8月16日，区里举办招聘会。（记者 许某）\n"
    first, second = divide(page).articles
    assert (str(first.headline), first.kind) == ("图书馆延时开放", "brief")
    assert str(second.text) == "8月16日，区里举办招聘会。"
    assert [str(name) for name in second.byline.reporters] == ["许某"]


def test_continuations_are_noted() -> None:
    division = divide(
        "本报讯（记者 姜某）1月8日，区里召开会议，对数据造假的单位和个人，\n（下转第三版）\n\n（上接第一版）\n先后深入两个镇调研。"
    )
    assert [len(article.body) for article in division.articles] == [1, 1]
    assert {warning.code for warning in division.warnings} >= {"continued", "open-end"}


def test_a_web_page_is_divided_at_its_source_lines() -> None:
    page = (
        "首页 | 要闻 | 乡镇 | 政务\n\n水利工程开工\n2019-06-14 08:30 来源:某某日报 作者:马某某\n\n　　6月12日，工程开工。\n"
        "[责任编辑:李某]\n\n旅游升温\n2019-06-14 09:24 来源:某某日报 作者:何某\n\n　　6月13日，游客增多。\n版权所有:某某县\n"
    )
    assert heads(page) == ["水利工程开工", "旅游升温"]


def test_one_clean_article_passes_unharmed() -> None:
    article = only(
        "前三季度经济运行稳中有进\n初步核算，前三季度生产总值增长4.8%。\n分产业看，第一产业增长3.4%。\n"
    )
    assert str(article.headline) == "前三季度经济运行稳中有进"
    assert [str(paragraph) for paragraph in article.body] == [
        "初步核算，前三季度生产总值增长4.8%。",
        "分产业看，第一产业增长3.4%。",
    ]


def test_text_that_is_no_newspaper_passes_unharmed() -> None:
    article = only("今天天气很好。我们去公园。")
    assert (article.headline, str(article.text)) == (None, "今天天气很好。我们去公园。")


@pytest.mark.parametrize("source", ["", " \n\t", MARK, "###"])
def test_nothing_gives_nothing(source: str) -> None:
    assert divide(source).articles == ()


LINES = st.lists(
    st.sampled_from(
        [
            "", "", MARK + "本报讯 （记者 姜某） 近日，区里", "本报讯（记者 姜某 文/图）", "会议强调，要抓好落实。", "区里召开会议",
            "某某办事处", "记者 姜某 摄", "记者 王某 文/图", "（下转第三版）", "简 讯", "●【题目】正文。", "群群众众有有序序领领取取药药品品",
            "某某日报 要闻", "（记者 许某）", "王\n某", "2019-06-14 来源:某报 作者:马某", "\r", "1月16日，施工。 本报记者 崔某 摄",
        ]
    ),
    max_size=24,
)  # fmt: skip


@given(LINES)
@example(["王\n某", "", "王\n某", "区里召开会议", MARK + "本报讯 （记者 姜某） 近日，区里"])
@example(["●【题目】正文。", *["1月16日，施工。 本报记者 崔某 摄"] * 2])
def test_every_character_of_a_page_stands_in_one_place(lines: list[str]) -> None:
    source = "\n".join(lines)
    division = divide(source)
    found = Counter(
        origin
        for text in [
            *(part.text for article in division.articles for part in article.parts),
            *division.furniture,
        ]
        for character, origin in zip(text.string, text.origin, strict=True)
        if not character.isspace()
    )
    wanted = {
        origin for line in clean_lines(source) for origin in line.text.origin if not source[origin].isspace()
    }
    brackets = {index for index in wanted if source[index] in "●【】"}
    assert max(found.values(), default=1) == 1
    assert wanted - brackets <= set(found) <= wanted


@given(st.text(max_size=300))
def test_any_text_can_be_divided(source: str) -> None:
    for article in divide(source).articles:
        assert str(article.text)


@pytest.mark.parametrize(
    "line",
    [
        "农历甲辰年闰二月廿一　第1203期　今日8版", "首页 > 新闻中心 > 某某要闻", "您现在的位置：首页 » 政务公开 » 动态",
        "主办：某某区人民政府办公室　承办：某某中心", "网站标识码：4100000001　联系电话：12345678",
    ],
)  # fmt: skip
def test_the_frame_of_a_page_is_furniture(line: str) -> None:
    (cleaned,) = clean_lines(line)
    assert is_furniture(cleaned.text.folded)


@pytest.mark.parametrize(
    "makers",
    ["副总编辑", "编委", "组稿", "图编", "漫画", "绘图", "插图", "题图", "责编", "审读", "校对", "检校", "版面", "美编", "制图", "排版", "照排",
     "设计", "监制", "统筹", "策划", "审核", "签发", "监审", "终审", "初校", "制作", "核稿", "值班主任", "值班领导", "信息员", "责任人"],
)  # fmt: skip
def test_who_makes_a_page_is_named_in_its_frame(makers: str) -> None:
    assert is_furniture(f"{makers}：欧阳某某某，司马某某某")


def test_a_year_by_its_old_name_may_begin_a_headline() -> None:
    assert not is_furniture("甲辰年祭祖大典举行")


def test_a_short_line_over_the_printed_date_is_the_papers_name() -> None:
    article = only(
        "今日某某\n2版 乡村\n2024年4月3日 星期三\n\n大棚里种出好日子\n\n本报讯（记者 姜某）4月1日，大棚收菜。"
    )
    assert str(article.headline) == "大棚里种出好日子"


def test_a_story_that_ends_in_names_is_whole() -> None:
    page = (
        "区里办夜校\n发布时间：2024-04-03　来源：区文化馆\n\n\u3000\u30004月1日，区里办夜校。（通讯员 \n姜某）\n\n\n"
        "区里修步道\n发布时间：2024-04-03　来源：区城管局\n\n\u3000\u30004月2日，区里修步道。\n"
    )
    first, second = divide(page).articles
    assert (str(first.headline), str(second.headline)) == ("区里办夜校", "区里修步道")
    assert [str(name) for name in first.byline.correspondents] == ["姜某"]
    assert str(first.text) == "4月1日，区里办夜校。"


def test_briefs_whose_headlines_stand_on_their_text_are_told_apart() -> None:
    page = (
        "简 讯\n\n全区文明实践志愿者骨干培训班开班\n\u3000\u30004月1日，全区文明实践志愿者骨干培训班\n开班，四十人参加。（\n"
        "通讯员 姜某）\n\n区供电所巡检线路\n\u3000\u3000近日，区供电所巡检线路，消除隐患三处。（通讯员 滕某）\n"
    )
    first, second = divide(page).articles
    assert (str(first.headline), str(second.headline)) == (
        "全区文明实践志愿者骨干培训班开班",
        "区供电所巡检线路",
    )
    assert str(first.text) == "4月1日，全区文明实践志愿者骨干培训班开班，四十人参加。"
    assert [str(name) for name in second.byline.correspondents] == ["滕某"]


def test_names_at_a_storys_end_are_read_apart() -> None:
    article = only("区里开会\n\n\u3000\u30004月1日，区里开会，要求抓好落实。（通讯员 姜某 滕某某）")
    assert [str(name) for name in article.byline.correspondents] == ["姜某", "滕某某"]


def test_a_mark_after_a_byline_begins_its_story() -> None:
    article = only(f"守桥人的一天\n\n本报记者 姜某 文/图\n\n{MARK}清晨，守桥人沿着大桥走。\n")
    assert [str(name) for name in article.byline.reporters] == ["姜某"]
    assert [str(name) for name in article.byline.photographers] == ["姜某"]


@pytest.mark.parametrize("caption", ["大桥施工现场　本报记者 滕某 摄", "施工现场（通讯员 滕某 摄）"])
def test_a_caption_with_its_credit_leaves_the_text_whole(caption: str) -> None:
    article = only(
        f"大桥合龙\n\n本报讯（记者 姜某）4月1日，大桥合龙。\n\n{caption}\n\n“年底通车。”项目经理说。\n"
    )
    assert str(article.text) == "4月1日，大桥合龙。\n“年底通车。”项目经理说。"
    assert [str(text) for text in article.captions] in (["大桥施工现场"], ["施工现场"])
    assert [str(name) for name in article.byline.photographers] == ["滕某"]


def test_a_caption_under_a_headline_is_of_the_story_that_follows() -> None:
    page = (
        "区里开会\n\n本报讯（记者 姜某）4月1日，区里开会。\n\n大桥合龙\n\n合龙现场　本报记者 滕某 摄\n\n"
        "本报讯（记者 姜某）4月2日，大桥合龙。\n"
    )
    assert [[str(text) for text in article.captions] for article in divide(page).articles] == [
        [],
        ["合龙现场"],
    ]


def test_a_caption_of_no_story_is_furniture() -> None:
    division = divide("合龙现场　本报记者 滕某 摄\n")
    assert [str(text) for text in division.furniture] == ["合龙现场\u3000本报记者 滕某 摄"]


def test_a_clause_under_a_pair_of_clauses_is_a_subhead() -> None:
    article = only(
        "守住粮食安全底线　端牢自己的饭碗\n姜某调研夏收工作\n\n本报讯（记者 滕某）4月1日，姜某调研夏收工作。"
    )
    assert str(article.headline) == "守住粮食安全底线 端牢自己的饭碗"
    assert [str(text) for text in article.subheads] == ["姜某调研夏收工作"]


def test_a_headline_that_begins_with_a_number_may_go_on() -> None:
    article = only("12个重点项目\n集中开工\n\n本报讯（记者 姜某）4月1日，12个重点项目集中开工。")
    assert str(article.headline) == "12个重点项目 集中开工"


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_marks_before_every_paragraph_open_no_stories(between: str) -> None:
    page = (
        f"区里开会\n\n{MARK}本报讯（记者 姜某）4月1日，区里开会。{between}{MARK}会议指出，要抓\n好落实。{between}"
        f"{MARK}会议强调，要压实责任。{between}{MARK}各镇负责人到会。\n\n区里修路\n\n"
        f"{MARK}本报讯（记者 滕某）4月2日，区里修路。{between}{MARK}该路长3公里。{between}{MARK}年底通车。\n"
    )
    first, second = divide(page).articles
    assert [str(paragraph) for paragraph in first.body[1:]] == [
        "会议指出，要抓好落实。",
        "会议强调，要压实责任。",
        "各镇负责人到会。",
    ]
    assert (str(second.headline), len(second.body)) == ("区里修路", 3)


def test_a_heading_above_unwrapped_text_is_no_part_of_its_first_sentence() -> None:
    page = (
        "简讯快报\n\n本报讯（记者 林野）：\n云溪茶叶节在白河开幕 百家企业参展\n"
        "云溪茶叶节10月21日在白河市开幕，来自各地的百家企业参加，活动将持续到月底，预计签约三十个项目。\n"
        "公路全线通车\n云溪至白河的公路昨日全线通车，两地之间的行车时间由两个小时缩短到四十分钟以内。\n"
    )
    body = "\n".join(str(text) for article in divide(page).articles for text in article.body)
    assert "百家企业参展云溪" not in body.replace("\n", "|")
    assert "全线通车云溪" not in body.replace("\n", "|")


def test_a_column_that_breaks_off_in_unwrapped_text_goes_on() -> None:
    page = (
        "区里召开推进会\n\n本报讯（记者 林野）区里召开推进会。\n会议要求，各相关单位要进\n"
        "一步吃透政策，深入学习政策、研究政策，找准切入点，把项目谋划好、把资金争取好、把工作落实好。\n"
    )
    assert "各相关单位要进一步吃透政策" in str(divide(page).articles[0].text)


BULLETIN = (
    "国内联播快讯\n某某网消息（新闻联播）：\n青河县新增三处湿地\n青河县林业局5日公布，全县新增三处省级湿地公园。\n"
    "石桥大桥合龙\n5日上午，石桥大桥主桥合龙，预计年底通车。\n[查看原文](\n---\n(更新时间戳: 1750424896285)\n"
)


def test_a_bulletins_items_have_their_headlines_right_over_them() -> None:
    page = divide(BULLETIN)
    assert [str(article.headline) for article in page.articles] == ["青河县新增三处湿地", "石桥大桥合龙"]
    assert {article.kind for article in page.articles} == {"brief"}
    assert [str(article.body[0])[:5] for article in page.articles] == ["青河县林业", "5日上午，"]
    assert {str(line) for line in page.furniture} >= {"国内联播快讯", "某某网消息（新闻联播）："}


def test_a_series_in_front_of_a_headline_is_no_item_of_a_digest() -> None:
    source = "【开好局 起好步】青河县：抓项目促开放\n本报讯（记者 姜某）新的一年，青河县以项目建设为抓手。\n"
    assert heads(source) == ["青河县：抓项目促开放"]


@pytest.mark.parametrize(
    "dateline",
    [
        "本报讯",
        "本报青河1月11日讯",
        "新华社青河1月11日电",
        "（某某商务研究中心讯）",
        "本报讯 ",
        "某某日报青河1月11日讯",
    ],
)
def test_a_dateline_needs_no_space_behind_it(dateline: str) -> None:
    article = only(f"全县领导干部会议召开\n\n{dateline}全县领导干部会议今天开幕，部署全年工作。\n")
    assert str(article.body[0]) == "全县领导干部会议今天开幕，部署全年工作。"


def test_words_that_begin_like_a_dateline_stay() -> None:
    body = "本报讯员王某报道，青河县电力供应充足。"
    assert str(only(f"青河县电力供应充足\n\n{body}\n").body[0]) == body


def test_what_a_web_page_writes_for_a_space_is_one() -> None:
    article = only("青河县召开会议\n\n本报讯（记者 姜某）&nbsp;会议指出，要抓好&nbsp;落实。&nbsp;\n")
    assert str(article.body[0]) == "会议指出，要抓好落实。"
