"""Running text, a paragraph a line and no blank lines: where a story begins, and who made it."""

from __future__ import annotations

import pytest

from newsie.article import Article
from newsie.divide import bylines, divide
from newsie.text import Text, fold

MEETING = [
    "青河县召开春季农业生产现场会",
    "本报讯（记者 关明）4月9日，青河县召开春季农业生产现场会，安排部署春耕备耕工作，各乡镇主要负责人参加会议。",
    "会议指出，今年全县计划播种面积42.6万亩，其中粮食38.2万亩，各乡镇要早谋划、早安排，把种子、化肥、农药备足，把机具检修好。",
]
SCHOOL = [
    "城关小学新校区启用",
    "本报讯（通讯员 乔明）4月8日，城关小学新校区正式启用，1600名学生搬进新教室，操场比原来大了一倍，食堂可供八百人同时用餐。",
    "新校区总投资1.1亿元，由住建部门组织施工，前年动工，去年底通过验收。",
]
LIBRARY = [
    "流动书车开进石桥镇",
    "县图书馆的流动书车开进石桥镇，为留守儿童送去图书1200册，还给孩子们讲了两个故事，书车每周来一次。",
    "“以前看书要到县城，如今家门口就有。”镇中心小学的老师说，孩子们最爱看的是科普书。",
]
SURVEY = "本报东港4月10日电（记者 乔文）南湾码头的集装箱也多了起来，一季度南湾码头吞吐量同比增长两成，航线增至六条。"


def stories(*lines: str) -> tuple[Article, ...]:
    """Return the articles of lines."""
    return divide("\n".join(lines)).articles


def headlines(*lines: str) -> list[str]:
    """Return the headlines of lines."""
    return [str(story.headline) for story in stories(*lines)]


def test_a_story_without_a_dateline_begins_under_its_headline() -> None:
    assert headlines(*SCHOOL, *MEETING, *LIBRARY) == [SCHOOL[0], MEETING[0], LIBRARY[0]]


def test_a_report_that_is_alone_has_subheads() -> None:
    assert headlines(*MEETING, *LIBRARY) == [MEETING[0]]


def test_a_line_over_text_with_names_of_the_story_above_is_a_subhead() -> None:
    lines = [
        *SCHOOL,
        "柑橘出海记",
        "本报记者 关明",
        "在姜家湾海外仓，仓主滕大有正忙着清点到港的货柜。“以前发一趟货要一个多月，如今当天就能送到。”滕大有说，姜家湾海外仓去年发货30万件。",
        "服务送上门",
        "滕大有告诉记者，姜家湾海外仓开业那天，海关人员就把服务送到了海外仓，帮他办好了手续，当天就发了第一单货。",
    ]
    assert headlines(*lines) == [SCHOOL[0], "柑橘出海记"]
    assert [str(head) for head in stories(*lines)[1].subheads] == ["服务送上门"]


def test_a_paragraph_ends_in_where_it_was_sent_from() -> None:
    sent = [*LIBRARY[:-1], f"{LIBRARY[-1]}（本报石桥4月8日电）"]
    assert headlines(*sent, *MEETING) == [LIBRARY[0], MEETING[0]]


@pytest.mark.parametrize("mark", ["（图片）", "（组图）", "（附图片2张）", "（图）"])
def test_a_headline_says_that_pictures_go_with_it(mark: str) -> None:
    title = f"油菜花开引客来{mark}"
    lines = [
        *MEETING,
        title,
        "村民在田间劳作，远处的山坡上油菜花开得正盛，吸引了不少城里人来这里踏青游玩、拍照留念。",
    ]
    assert headlines(*lines) == [MEETING[0], title]


def test_what_stands_in_brackets_at_a_lines_end_is_no_picture() -> None:
    lines = [
        *MEETING,
        "农机怎么买（一图读懂）",
        "会上，青河县农机局解答了各乡镇负责人的问题，今年购买农机每台最多补贴四万元，手续一次办完。",
    ]
    assert headlines(*lines)[0] == MEETING[0]
    assert len(stories(*lines)) == 1


def test_a_second_dateline_is_of_the_story_whose_headline_told_of_it() -> None:
    title = "北岭铁矿恢复生产 南湾码头集装箱增多"
    first = "本报北岭4月10日电（记者 关明）停产半年的北岭铁矿昨日恢复生产，首批矿石运往钢厂，三百多名职工重新上岗。"
    (story,) = stories(title, first, SURVEY)
    assert len(story.body) == 2


def test_a_second_dateline_of_which_the_headline_says_nothing_begins_another_story() -> None:
    assert len(stories(*MEETING, SURVEY)) == 2


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("本报驻东港记者乔文", ["乔文"]),
        ("本报特派记者关建国", ["关建国"]),
        ("本报记者关建国乔明", ["关建国", "乔明"]),
        ("新华社记者乔明关建本报记者梁文", ["乔明", "关建", "梁文"]),
        ("关建国乔明", ["关建国", "乔明"]),
    ],
)
def test_who_wrote_stands_under_the_headline_without_spaces(line: str, names: list[str]) -> None:
    text = "清晨的码头上，吊车已经转了两个小时，工人们正把一箱箱柑橘装上货轮，船长说这是今年的第三趟。"
    story = stories(*MEETING, "码头上的早晨", line, text)[-1]
    assert [str(name) for name in [*story.byline.reporters, *story.byline.correspondents]] == names
    assert [str(part) for part in story.body] == [fold(text)]


@pytest.mark.parametrize("line", ["本报记者走进大棚里", "金秋硕果香满园", "记者关建国乔明"])
def test_what_names_nobody_is_no_byline(line: str) -> None:
    assert not bylines.is_byline(line)


def test_who_comments_is_none_of_the_frame_under_a_headline() -> None:
    text = (
        "新春伊始，各地重点工程相继开工，机器轰鸣、人声鼎沸，一派繁忙景象，这是实干的号角，也是发展的底气。"
    )
    story = stories(*MEETING, "干字当头", "本报评论员", text)[-1]
    assert str(story.headline) == "干字当头"
    assert [str(part) for part in story.body] == [text]


def test_a_dateline_has_its_day_in_characters_too() -> None:
    (story,) = stories(
        "书展开幕", "本报北岭一月十日电第三届书展今天在北岭开幕，两百家书店参展，展出图书三万种，为期五天。"
    )
    assert str(story.body[0]).startswith("第三届书展")
    assert Text.of("电").string not in str(story.body[0])


@pytest.mark.parametrize("wire", ["青河快报讯 ", "河湾汽车8月20日消息 ", "【河湾网综合报道】", "河湾商报讯 "])
def test_a_paper_of_any_name_sends_reports(wire: str) -> None:
    text = "昨日，第三届书展在北岭开幕，两百家书店参展，展出图书三万种，为期五天，市民凭身份证免费入场。"
    (story,) = stories("书展开幕", f"{wire}{text}")
    assert [str(part) for part in story.body] == [text]


@pytest.mark.parametrize(
    "text",
    ["据河湾网7月3日报道，书展昨日开幕。", "据青河快报报道，书展昨日开幕。", "当天收到快报后，他赶往会场。"],
)
def test_who_reported_what_is_told_is_no_dateline(text: str) -> None:
    assert [str(part) for part in stories("书展开幕", text)[0].body] == [text]


def test_a_headline_under_a_picture_is_another_storys() -> None:
    picture = [
        "金秋时节，村民在果园里采摘苹果，今年全村苹果喜获丰收，产量比去年多了三成，客商早早等在地头。",
        "本报记者 关明 摄",
    ]
    brief = [
        "书展开幕",
        "第三届书展昨日在北岭开幕，两百家书店参展，展出图书三万种，为期五天，市民凭身份证免费入场。",
    ]
    assert headlines(*SCHOOL, *MEETING, *picture, *brief) == [SCHOOL[0], MEETING[0], "None", brief[0]]


def test_a_quotation_alone_is_a_subhead() -> None:
    saying = "“回家的感觉真好”"
    text = "“回家的感觉真好！”在外打工八年的梁文去年回到村里，办起了一家小小的家具厂，如今有三十多个乡亲在厂里上班。"
    assert headlines(*SCHOOL, *MEETING, saying, text) == [SCHOOL[0], MEETING[0]]
