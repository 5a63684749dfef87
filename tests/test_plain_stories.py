"""Stories of web pages and plain text, where every line is a paragraph: captions, bylines, headlines."""

from __future__ import annotations

import pytest

from newsie.article import Article
from newsie.divide import divide
from newsie.text import fold

FIRST = "4月9日，青河县召开春季农业生产现场会，安排部署春耕备耕工作，各乡镇主要负责人参加会议。"
SECOND = "会议指出，今年全县计划播种面积42.6万亩，其中粮食38.2万亩，各乡镇要早谋划、早安排。"
HEADLINE = "青河县召开春季农业生产现场会"


def only(*lines: str) -> Article:
    """Return the single article of lines."""
    (article,) = divide("\n".join(lines)).articles
    return article


@pytest.mark.parametrize(
    ("caption", "photographers"),
    [
        ("图为会议现场。", []),
        ("图①：农户在备耕。", []),
        ("（图为会议现场）", []),
        ("▲宋明（右二）在现场察看机具。", []),
        ("农技人员在田间指导农户（李明 摄）", ["李明"]),
        ("农技人员在田间指导农户。李明 摄", ["李明"]),
    ],
)
def test_a_pictures_words_between_paragraphs_are_a_caption(caption: str, photographers: list[str]) -> None:
    article = only(HEADLINE, FIRST, caption, SECOND)
    assert [str(text) for text in article.body] == [FIRST, SECOND]
    assert len(article.captions) == 1
    assert [str(name) for name in article.byline.photographers] == photographers


@pytest.mark.parametrize(
    ("signed", "reporters", "correspondents", "photographers"),
    [
        ("(青河日报记者 韦海燕 通讯员 黄祖荣 农 静)", ["韦海燕"], ["黄祖荣", "农静"], []),
        ("撰稿：王建国 摄影：李明", ["王建国"], [], ["李明"]),
        ("（王巍 文并摄）", ["王巍"], [], ["王巍"]),
        ("王建国 李明 摄", [], [], ["王建国", "李明"]),
        ("（县政协农业农村委  供稿）", [], [], []),
    ],
)
def test_who_signs_a_text_is_told(
    signed: str, reporters: list[str], correspondents: list[str], photographers: list[str]
) -> None:
    article = only(HEADLINE, FIRST, SECOND, signed)
    names = article.byline
    assert [str(text) for text in article.body] == [FIRST, SECOND]
    assert not article.subheads
    assert [str(name) for name in names.reporters] == reporters
    assert [str(name) for name in names.correspondents] == correspondents
    assert [str(name) for name in names.photographers] == photographers


def test_a_source_line_does_not_keep_names_from_signing() -> None:
    article = only(
        HEADLINE, "2022-06-21 08:45:12   来源: 青河新闻网", FIRST, SECOND, "通讯员 李明 记者 王建国"
    )
    assert [str(name) for name in article.byline.reporters] == ["王建国"]


def test_names_spread_wide_sign_under_a_headline() -> None:
    article = only(HEADLINE, "                   苏 伟  马 强 李明", f"    {FIRST}")
    assert str(article.headline) == HEADLINE
    assert [str(name) for name in article.byline.names] == ["苏伟", "马强", "李明"]


def test_a_byline_that_reports_stands_over_a_dateline() -> None:
    article = only(HEADLINE, "□记者 王建国 报道", f"　　本报青河7月17日讯 {FIRST}", SECOND)
    assert [str(name) for name in article.byline.reporters] == ["王建国"]
    assert [str(text) for text in article.body] == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("first", "second", "headline"),
    [
        ("一季度青河外贸进出口增长两成多", "边民互市占比近三成", "一季度青河外贸进出口增长两成多"),
        ("全市经济运行情况新闻发布会", "在市行政中心举行", "全市经济运行情况新闻发布会 在市行政中心举行"),
    ],
)
def test_a_second_line_is_its_own_unless_the_first_is_only_begun(
    first: str, second: str, headline: str
) -> None:
    assert str(only(first, second, FIRST, SECOND).headline) == headline


def test_an_items_headline_stands_over_its_dateline() -> None:
    page = divide(f"民生快递\n●低保标准提高\n　　本报讯 {FIRST}\n●前10月放贷9亿多\n　　本报讯 {SECOND}\n")
    assert [str(article.headline) for article in page.articles] == ["低保标准提高", "前10月放贷9亿多"]
    assert {article.kind for article in page.articles} == {"brief"}


def test_a_story_put_together_from_two_pages_is_one() -> None:
    article = only(
        HEADLINE,
        f"本报讯 {FIRST}",
        "会后，与会人员到东街村、西街村等地",
        "(下转4版)",
        "(上接1版)",
        f"察看春耕。{SECOND}",
    )
    assert "等地察看春耕。" in str(article.text)


def test_a_point_may_end_a_sentence() -> None:
    assert fold("占比近三成.“差距不小.”他说.2021年") == "占比近三成。“差距不小。”他说。2021年"
    assert fold("买买提.吐尔逊1.2万元") == "买买提.吐尔逊1.2万元"


_TOLD = "5月8日，县里召开全县水利工作会议，总结去年水利建设成绩，安排今年重点任务，县长韦明出席会议并讲话。"
_STORY = (
    f"县里召开水利工作会议\n{_TOLD}\n会议指出，去年全县完成水利投资1.2亿元，新修渠道38公里，群众得到实惠。\n"
)


@pytest.mark.parametrize(
    ("under", "reporters", "correspondents"),
    [
        ("（文/图：滕芳 覃勇）", ["滕芳", "覃勇"], []),
        ("（文图：滕芳）", ["滕芳"], []),
        ("（县融媒体中心 滕 芳 覃志勇）", ["滕芳", "覃志勇"], []),
        ("（县电视台 滕芳）", ["滕芳"], []),
        ("（县水利局 滕芳）", [], ["滕芳"]),
        ("(石桥镇 党政办 滕芳)", [], ["滕芳"]),
        ("（县发改局 固定资产投资股 滕芳）", [], ["滕芳"]),
    ],
)
def test_who_signs_under_a_story_is_read(under: str, reporters: list[str], correspondents: list[str]) -> None:
    (article,) = divide(f"{_STORY}{under}\n").articles
    assert [str(name) for name in article.byline.reporters] == reporters
    assert [str(name) for name in article.byline.correspondents] == correspondents
    assert len(article.body) == 2


@pytest.mark.parametrize(
    "dateline",
    [
        "【本报柳河5月9日电】(记者滕芳)",
        "［本报讯］ ",
        "【柳河日报讯】记者滕芳报道：",
        "柳河融媒讯 ",
        "柳河县融媒体中心讯 ",
        "柳河发布讯：",
    ],
)
def test_datelines_in_square_brackets_and_of_newsrooms_are_no_body(dateline: str) -> None:
    (article,) = divide(f"县里召开水利工作会议\n  {dateline}{_TOLD}\n").articles
    assert str(article.headline) == "县里召开水利工作会议"
    assert [str(text) for text in article.body] == [_TOLD]


@pytest.mark.parametrize(
    "caption",
    [
        "图为：干部在渠首检查　滕芳 摄",
        "    上图：5月6日，农民在渠边浇地。　本报记者　滕芳　摄",
        "图为5月6日，农民在渠边浇地 通讯员 滕芳 摄",
    ],
)
def test_who_took_a_picture_is_read_behind_what_it_shows(caption: str) -> None:
    (article,) = divide(f"{_STORY}\n{caption}\n").articles
    assert [str(name) for name in article.byline.photographers] == ["滕芳"]
    assert len(article.body) == 2


@pytest.mark.parametrize("between", ["[图：渠首一角]", "【图片】", "— 1 —", "第 3 页 共 5 页"])
def test_where_a_picture_or_a_sheet_ends_no_story_does(between: str) -> None:
    (article,) = divide(f"{_STORY}{between}\n{_TOLD}\n").articles
    assert len(article.body) == 3
    assert not article.subheads


def test_who_wrote_what_is_told_besides_is_named() -> None:
    (article,) = divide(f"{_STORY}又讯（记者 滕芳 覃勇）同日，市里也召开了会议，市长出席。\n").articles
    assert [str(name) for name in article.byline.reporters] == ["滕芳", "覃勇"]


@pytest.mark.parametrize("indent", ["", "    "])
def test_items_of_a_digest_need_no_blank_lines_where_each_is_one_line(indent: str) -> None:
    items = [
        (
            "大棚土豆俏销外地",
            "眼下，石埠镇3.2万亩大棚土豆进入收获期，亩产6000多斤，比去年同期高出两毛。(滕芳)",
        ),
        ("县医院新楼启用", "投资3200万元的县医院新门诊楼日前正式启用，新增床位120张。"),
        ("税法进校园", "为普及税法知识，县税务局组织12名干部走进县一中，发放资料800份。"),
    ]
    page = "县域短波\n" + "".join(f"{head}\n{indent}{text}\n" for head, text in items)
    articles = divide(page).articles
    assert [str(article.headline) for article in articles] == [head for head, _ in items]


def test_a_last_paragraph_that_the_page_cuts_off_is_body() -> None:
    (article,) = divide(
        f"县里召开会议\n    {_TOLD}\n    会后还进行了分组讨论。\n    下一步，该县将进一步\n"
    ).articles
    assert str(article.body[-1]) == "下一步，该县将进一步"


@pytest.mark.parametrize("between", ["\n", ""])
@pytest.mark.parametrize(
    "caption",
    ["信用社职工在二井镇为大豆种植户现场办贷。  本报记者 滕芳摄", "信用社职工为种植户现场办贷。（滕芳 摄）"],
)
def test_a_picture_in_a_sentence_leaves_it_whole(caption: str, between: str) -> None:
    lines = ["　　支农贷款投放加大。前三季度，全市", "累计发放农业贷款14.2亿元，占全部", "农业贷款的九成以"]
    rest = ["上，惠及农户8.6万户，户均1.65万元，", "到期收回率96.3%。"]
    page = "\n".join(["全市金融运行平稳", *lines, between + caption + between, *rest])
    (article,) = divide(page).articles
    assert [str(text).endswith("收回率96.3%。") for text in article.body] == [True]
    assert [str(name) for name in article.byline.photographers] == ["滕芳"]


@pytest.mark.parametrize(
    ("lines", "headline", "subhead"),
    [
        (("全县秋粮喜获丰收", "产量高了 农民笑了"), "全县秋粮喜获丰收", "产量高了 农民笑了"),
        (
            ("鼓声震春水 健儿竞风流", "2024年“春水杯”龙舟邀请赛暨第六届糯米文化节在青河开幕"),
            "鼓声震春水 健儿竞风流",
            "2024年“春水杯”龙舟邀请赛暨第六届糯米文化节在青河开幕",
        ),
    ],
)
def test_what_stands_small_under_a_headline_is_a_subhead(
    lines: tuple[str, ...], headline: str, subhead: str
) -> None:
    article = only(*lines, "", f"本报讯 {FIRST}", SECOND)
    assert str(article.headline) == headline
    assert [str(text) for text in article.subheads] == [subhead]


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("【民生】青河县：老小区“逆生长”", "青河县：老小区“逆生长”"),
        ("【开好局 起好步】青河县：老小区“逆生长”", "青河县：老小区“逆生长”"),
    ],
)
def test_the_name_of_a_page_in_front_is_no_headline(line: str, headline: str) -> None:
    assert str(only(line, f"本报讯（记者 滕芳）{FIRST}", SECOND).headline) == headline


@pytest.mark.parametrize(
    "text",
    [
        "3月5日，县委书记王建国主持召开全县春耕生产工作\n会议，安排部署下一阶段重点工作。县长李明出席。",
        "　　市林业局昨日组织干部职工到青山林场开展义务植\n树活动，共栽植侧柏、油松2000余株。\n　　副市长赵强参加。",
        "石桥镇党委书记周海燕率队到河口村督导防汛备汛\n工作，实地察看了水库大坝。",
        "记者从县农业农村局了解到今年全县春播面积预计达\n到42万亩，同比增加2万亩，农资储备充足。\n目前各乡镇已经备好化肥1.2万吨，农机检修率达到\n百分之九十五。",
        "据县气象台消息，受冷空气影响\n，今天夜里到明天我县有雨。",
    ],
)
def test_a_wrapped_text_without_a_headline_has_none(text: str) -> None:
    article = only(*text.split("\n"))
    assert article.headline is None
    assert not article.subheads
    assert "".join(map(str, article.body)) == fold(text.replace("\n", "").replace("\u3000", ""))


@pytest.mark.parametrize(
    "text",
    [
        "青河县召开春耕生产现场会\n3月5日，青河县召开春耕生产现场会，安排\n部署下一阶段工作。",
        "我市举办农资打假进校园活动启动仪式\n3月5日，由市农业农村局主办的农资打\n假进校园活动在市职教中心启动。",
        "王建国督导春耕，要求压实责任\n\n3月5日，县委书记王建国到石桥镇督导\n春耕生产，实地察看农资储备。",
        "全县春季造林绿化工作推进会在石桥镇召开\n　　4月2日，全县春季造林绿化工作推进会\n在石桥镇召开，副县长李明参加。",
        "各地扎实推进高标准农田建设工作 粮食\n产能稳步提升\n入春以来，青河县把高标准农田建设作为\n重点工程来抓，已建成12万亩。",
    ],
)
def test_a_headline_over_wrapped_text_is_one(text: str) -> None:
    article = only(*text.split("\n"))
    begins = ("3月5日", "4月2日", "入春以来")
    assert article.headline is not None
    assert str(article.body[0]).startswith(begins)


@pytest.mark.parametrize(
    ("wire", "rest", "reporters"),
    [
        ("央视网消息", "（新闻联播）：", []),
        ("央视网消息（", "新闻联播）：", []),
        ("新华社消息", "（记者 李明）", ["李明"]),
        ("新华社青河4月9日电", "（记者 李明 王巍）", ["李明", "王巍"]),
        ("青河融媒讯", "（记者 李明）", ["李明"]),
        ("据央视网消息", "：", []),
        ("本报讯", "记者李明报道：", ["李明"]),
        ("【本网讯】", "（通讯员 王巍）", []),
    ],
)
def test_a_dateline_may_stand_on_two_lines(wire: str, rest: str, reporters: list[str]) -> None:
    article = only(HEADLINE, wire, rest + FIRST, SECOND)
    assert str(article.headline) == HEADLINE
    assert [str(text) for text in article.body] == [FIRST, SECOND]
    assert [str(name) for name in article.byline.reporters] == reporters


@pytest.mark.parametrize("wire", ["新华社消息", "央视网消息", "据新华社电", "青河新闻网讯", "本报讯"])
def test_who_sent_a_report_stands_alone_over_or_under_it(wire: str) -> None:
    over, under = only(HEADLINE, wire, FIRST, SECOND), only(HEADLINE, FIRST, SECOND, wire)
    for article in (over, under):
        assert str(article.headline) == HEADLINE
        assert [str(text) for text in article.body] == [FIRST, SECOND]
    assert str(over.dateline) == wire


@pytest.mark.parametrize("line", ["石桥镇全村通了电", "全县农网用上新能源发电", "县供电公司送来好消息"])
def test_a_headline_that_ends_like_a_wire_is_one(line: str) -> None:
    assert str(only(line, FIRST, SECOND).headline) == line


@pytest.mark.parametrize(
    "under",
    [
        (FIRST, SECOND),
        ("", "　　" + FIRST, "　　" + SECOND),
        ("本报记者 李明", FIRST, SECOND),
        ("2023-04-09 08:20 来源：青河日报", FIRST, SECOND),
        ("2023-04-09", FIRST, SECOND),
        ("2023年4月9日", "本报讯（记者 李明）" + FIRST, SECOND),
        ("央视网消息", "（新闻联播）：" + FIRST, SECOND),
        ("4月9日，青河县召开春季农业生产现场会，", FIRST[20:], SECOND),
    ],
)
def test_a_series_stands_in_front_of_a_headline(under: tuple[str, ...]) -> None:
    for headline in ("【青山新征程】石桥村：致富有门路", "【一线调研】青河县春耕备耕有序推进"):
        article = only(headline, *under)
        assert str(article.headline) == headline.split("】")[1]
        assert article.kind == "news"
        assert [str(text) for text in article.body] == [FIRST, SECOND]


@pytest.mark.parametrize(
    "item",
    [
        "【石桥村栽树】3月5日，石桥村组织村民在村后荒坡上栽\n植核桃树3000株。",
        "【石桥村栽树】石桥村组织村民在村后荒坡上栽植核桃\n树3000株。",
        "【石桥村栽树】石桥村组织村民栽植核桃树3000株。",
    ],
)
def test_an_items_text_goes_on_behind_its_title(item: str) -> None:
    page = divide(f"简 讯\n\n{item}\n【河口村修渠】3月6日，河口村投资20万元硬化渠道2公\n里。\n")
    assert [str(article.headline) for article in page.articles] == ["石桥村栽树", "河口村修渠"]
    assert {article.kind for article in page.articles} == {"brief"}


CUT = "　　会议强调，各乡镇要压实责任，确保播种面积稳定\n在30万亩以上"


@pytest.mark.parametrize(
    "over", [f"　　{FIRST}", "　　4月9日，青河县召开春季农业生产现场会，李明\n出席并讲话。"]
)
@pytest.mark.parametrize(
    ("under", "headline"),
    [
        ("", None),
        ("\n责任编辑：王巍", None),
        (
            "\n\n全县造林绿化现场会召开\n　　本报讯（记者 李明）4月8日，全县造林绿化现场会召开。",
            "全县造林绿化现场会召开",
        ),
    ],
)
def test_a_last_paragraph_of_several_lines_is_body(over: str, under: str, headline: str | None) -> None:
    page = divide(f"{HEADLINE}\n\n{over}\n{CUT}{under}\n")
    first, *rest = page.articles
    assert str(first.body[-1]) == fold(CUT.replace("\n", "").strip())
    assert [str(article.headline) for article in rest] == ([headline] if headline else [])


def test_what_is_cut_off_may_end_in_a_note() -> None:
    page = divide(f"{HEADLINE}\n\n　　{FIRST}\n　　会议要求，各乡镇要抢抓农时，坚决\n完成任务（下转第2版）\n")
    (article,) = page.articles
    assert str(article.body[-1]) == "会议要求，各乡镇要抢抓农时，坚决完成任务"
    assert [warning.code for warning in page.warnings] == ["continued", "open-end"]


def test_a_headline_at_the_foot_of_a_page_is_no_body() -> None:
    page = divide(f"{HEADLINE}\n\n　　{FIRST}\n我县开展义务植树活动\n共栽植苗木2000株\n")
    assert [str(text) for text in page.articles[0].body] == [FIRST]


LAST_YEAR = "去年以来，全县上下坚持稳中求进工作总基调，全力以赴稳增长、促改革、惠民生，地区生产总值增长6.5%。"
PARTS = (
    "一、过去一年工作回顾",
    "（一）坚持项目为王，狠抓招商引资，产业转型升级迈出坚实步伐",
    "（二）坚持城乡统筹，狠抓基础设施，城乡面貌焕发新的生机活力",
    "第一，统一思想、提高认识，切实增强办好教育的责任感和紧迫感",
    "1．全力以赴抓项目、扩投资，不断夯实高质量发展的产业根基",
)


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n　　"])
@pytest.mark.parametrize("part", PARTS)
def test_a_numbered_heading_may_be_long(part: str, between: str) -> None:
    article = only(*between.join(("政府工作报告", LAST_YEAR, part, LAST_YEAR)).split("\n"))
    assert [fold(str(text)) for text in article.subheads] == [fold(part)]
    assert [str(text) for text in article.body] == [LAST_YEAR, LAST_YEAR]


def test_headings_stand_under_headings_and_under_what_announces_them() -> None:
    article = only(
        "政府工作报告", LAST_YEAR, PARTS[0], PARTS[1], LAST_YEAR, "要抓好以下工作：", PARTS[4], LAST_YEAR
    )
    assert [str(text)[:2] for text in article.subheads] == ["一、", "（一", "1．"]
    assert [str(text) for text in article.body] == [LAST_YEAR, LAST_YEAR, "要抓好以下工作：", LAST_YEAR]


def test_a_numbered_line_that_is_wrapped_is_body() -> None:
    wrapped = "二、坚持城乡统筹，狠抓基础设施，新建公路30公里，新\n增绿地8万平方米。"
    article = only("县里召开推进会", "", f"　　{LAST_YEAR}", *f"　　{wrapped}".split("\n"))
    assert not article.subheads
    assert str(article.body[-1]) == wrapped.replace("\n", "")


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize(
    ("title", "speaker", "address"),
    [
        ("政府工作报告", "青河县人民政府县长　　李 明", "各位代表："),
        ("在全县教育工作会议上的讲话", "县委书记 周海燕", "同志们："),
        ("——2023年1月5日在青河县第十八届人民代表大会第三次会议上", "代县长　萨如拉", "各位代表、同志们："),
    ],
)
def test_who_speaks_is_no_subhead(title: str, speaker: str, address: str, gap: str) -> None:
    article = only("全县大会", title, speaker, gap + address, LAST_YEAR)
    assert "".join(speaker.split()) not in {"".join(str(text).split()) for text in article.subheads}
    assert [str(text) for text in article.body[:2]] == ["".join(speaker.split()), address]


@pytest.mark.parametrize(
    ("byline", "reporters", "photographers"),
    [
        ("□王建国 李明", ["王建国", "李明"], []),
        ("■ 王建国", ["王建国"], []),
        ("图文/王建国", ["王建国"], ["王建国"]),
        ("文图/王建国 李明", ["王建国", "李明"], ["王建国", "李明"]),
        ("文/图/王建国", ["王建国"], ["王建国"]),
        ("王建国/文图", ["王建国"], ["王建国"]),
        ("王建国 李明/图文", ["王建国", "李明"], ["王建国", "李明"]),
        ("文/王建国 图/李明", ["王建国"], ["李明"]),
        ("作者：王建国 单位：县委办", ["王建国"], []),
        ("作者单位：县委办 作者：王建国", ["王建国"], []),
    ],
)
def test_who_wrote_and_took_pictures_in_any_order(
    byline: str, reporters: list[str], photographers: list[str]
) -> None:
    for lines in ((byline, FIRST, SECOND), (FIRST, SECOND, byline)):
        article = only(HEADLINE, *lines)
        assert [str(text) for text in article.body] == [FIRST, SECOND]
        assert [str(name) for name in article.byline.reporters] == reporters
        assert [str(name) for name in article.byline.photographers] == photographers


@pytest.mark.parametrize(
    ("credit", "photographers"),
    [
        ("新华社发（王建国摄）", ["王建国"]),
        ("中新社发 王建国 摄", ["王建国"]),
        ("人民网 王建国 摄", ["王建国"]),
        ("人民网供图", []),
        ("（县融媒体中心供图）", []),
    ],
)
def test_a_wire_takes_no_pictures(credit: str, photographers: list[str]) -> None:
    article = only(HEADLINE, FIRST, SECOND, credit)
    assert [str(text) for text in article.body] == [FIRST, SECOND]
    assert [str(name) for name in article.byline.photographers] == photographers


@pytest.mark.parametrize(
    "lines",
    [
        (f"标题：{HEADLINE}", "作者：王建国", FIRST, SECOND),
        (HEADLINE, "点击上方“青河发布”关注我们", "", FIRST, SECOND),
        (HEADLINE, "", FIRST, SECOND, "点击下方“青河融媒”关注"),
    ],
)
def test_labels_and_buttons_of_a_post_are_none_of_it(lines: tuple[str, ...]) -> None:
    article = only(*lines)
    assert str(article.headline) == HEADLINE
    assert [str(text) for text in article.body] == [FIRST, SECOND]
