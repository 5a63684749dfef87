"""Appointments and removals: who got or gave up which post, when, by whose decision."""

from collections.abc import Sequence

import pytest

import newsie
from newsie.records import Appointment, Official

Told = tuple[str, str | None, str]


def officials(body: str, published: str = "2021-06-30") -> dict[str, Official]:
    page = f"一批干部职务调整\n\n　　本报讯（记者 林小夏）{body}\n"
    return {official.name: official for official in newsie.extract(page, published=published).officials}


def told(found: dict[str, Official]) -> dict[str, list[Told]]:
    return {
        name: [(one.change, one.organization, one.title) for one in official.appointments]
        for name, official in found.items()
        if official.appointments
    }


def decision(appointment: Appointment) -> tuple[str | None, str | None]:
    return appointment.by, appointment.date and appointment.date.start


LIST = """6月28日，县十七届人大常委会举行第十二次会议，表决通过有关人事任免事项。
　　决定任命：
　　张建国为县商务局局长；
　　李爱华为县教育局局长（试用期一年）；
　　王志刚为县人民政府副县长（挂职，时间两年）。
　　免去：
　　张建国的县商务局副局长职务；
　　赵立新的县教育局局长职务。"""


def test_a_list_with_one_name_a_line() -> None:
    found = officials(LIST)
    assert told(found) == {
        "张建国": [("appointed", "县商务局", "局长"), ("removed", "县商务局", "副局长")],
        "李爱华": [("appointed", "县教育局", "局长")],
        "王志刚": [("appointed", "县人民政府", "副县长")],
    }
    assert {decision(one) for official in found.values() for one in official.appointments} == {
        ("县十七届人大常委会", "2021-06-28")
    }


def test_who_only_gave_up_a_post_is_no_official() -> None:
    assert "赵立新" not in officials(LIST)


def test_evidence_has_the_words_that_say_it() -> None:
    (piece,) = officials(LIST)["李爱华"].evidence["appointments"]
    assert piece.text == "6月28日县十七届人大常委会任命县教育局局长"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "近日，市政府研究决定，任命：刘海峰为市商务局局长；孙晓东、马丽娟为市教育局副局长，试用期一年。",
            {
                "刘海峰": [("appointed", "市商务局", "局长")],
                "孙晓东": [("appointed", "市教育局", "副局长")],
                "马丽娟": [("appointed", "市教育局", "副局长")],
            },
        ),
        (
            "日前，省委决定：徐东升同志任某市委委员、常委、书记，不再担任某市市长职务。",
            {
                "徐东升": [
                    ("appointed", "某市委", "委员"),
                    ("appointed", "某市委", "常委"),
                    ("appointed", "某市委", "书记"),
                    ("removed", "某市", "市长"),
                ]
            },
        ),
        (
            "1月9日，县政协十届一次会议选举产生了县政协主席高志远，副主席许明、郭静。",
            {
                "高志远": [("elected", "县政协", "主席")],
                "许明": [("elected", "县政协", "副主席")],
                "郭静": [("elected", "县政协", "副主席")],
            },
        ),
        (
            "会议选举周文彬为县人大常委会主任，陈秀英、何建军为副主任。",
            {
                "周文彬": [("elected", "县人大常委会", "主任")],
                "陈秀英": [("elected", "县人大常委会", "副主任")],
                "何建军": [("elected", "县人大常委会", "副主任")],
            },
        ),
        ("会议补选周文彬为县人大常委会委员。", {"周文彬": [("elected", "县人大常委会", "委员")]}),
        ("周文彬全票当选村委会主任。", {"周文彬": [("elected", "村委会", "主任")]}),
        (
            "县委书记陈大勇主持会议。会议接受陈大勇辞去县人民政府县长职务的请求。",
            {"陈大勇": [("removed", "县人民政府", "县长")]},
        ),
        (
            "会议任命桑小榆为市旅游局局长，免去其市人民政府副秘书长职务。",
            {"桑小榆": [("appointed", "市旅游局", "局长"), ("removed", "市人民政府", "副秘书长")]},
        ),
        (
            "黄丽萍，女，1980年3月生，大学学历，中共党员，现任团市委副书记，拟任市直单位正职。",
            {"黄丽萍": [("proposed", "市直单位", "正职")]},
        ),
        (
            "林国栋，男，现任县公安局副局长，拟提名为县人民法院院长候选人。",
            {"林国栋": [("proposed", "县人民法院", "院长")]},
        ),
        (
            "郑文杰，男，汉族，现任市水利局局长，拟任县（市、区）党委书记。",
            {"郑文杰": [("proposed", "县（市、区）党委", "书记")]},
        ),
        ("县委决定提名县水利局局长谢春华为副县长人选。", {"谢春华": [("proposed", None, "副县长")]}),
        ("县委决定：胡志强同志兼任县总工会主席。", {"胡志强": [("appointed", "县总工会", "主席")]}),
        ("谢春华当选后，县长徐东升将于7月1日出任某市市长。", {"徐东升": [("proposed", "某市", "市长")]}),
    ],
)
def test_changes_of_post(body: str, expected: dict[str, Sequence[Told]]) -> None:
    assert told(officials(body)) == expected


@pytest.mark.parametrize(
    "body",
    [
        "县委书记陈大勇主持会议，县长徐东升参加。",
        "成立领导小组，由县长徐东升任组长。",
        "新系统为企业免去了不少环节，县长徐东升说。",
        "县长徐东升曾任县水利局局长。",
        "县委书记陈大勇致电祝贺，并会见当选村委会主任周文彬。",
        "如果县长徐东升当选市长，工作会有变化。",
    ],
)
def test_no_change_is_told(body: str) -> None:
    assert told(officials(body)) == {}


def test_a_congratulation_is_no_day_of_election() -> None:
    found = officials("6月4日，市长徐东升致电周文彬，祝贺周文彬当选省工商联主席。")
    assert [decision(one) for one in found["周文彬"].appointments] == [(None, None)]


def test_a_person_appointed_has_the_new_post() -> None:
    posts = officials(LIST)["王志刚"].posts
    assert [(post.organization, post.title) for post in posts] == [("县人民政府", "副县长")]


def test_a_notice_has_no_day_of_decision() -> None:
    found = officials(
        "经市委研究，现将拟任职干部公示如下。公示时间：2021年6月14日至20日。\n"
        "　　黄丽萍，女，现任团市委副书记，拟任市直单位正职。"
    )
    assert [decision(one) for one in found["黄丽萍"].appointments] == [("市委", None)]


def test_the_post_now_held_may_begin_a_sentence_of_its_own() -> None:
    found = officials(
        "现将拟任职干部情况公示如下：\n　　黄丽萍，女，汉族，1980年3月生，大学学历，中共党员。现任团市委副书记，拟任市直单位正职。\n"
        "　　郑文杰，男，汉族，1972年6月生，中共党员。现任青山区玉泉街道党工委书记、一级主任科员，拟任区政府党组成员。"
    )
    assert {name: [(post.organization, post.title) for post in one.posts] for name, one in found.items()} == {
        "黄丽萍": [("团市委", "副书记")],
        "郑文杰": [("青山区玉泉街道党工委", "书记"), ("青山区玉泉街道", "一级主任科员")],
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "县委决定，副县长张建国兼任县开发区管委会主任。",
            {"张建国": [("appointed", "县开发区管委会", "主任")]},
        ),
        ("市委决定，李爱华（女）任市医保局局长。", {"李爱华": [("appointed", "市医保局", "局长")]}),
        ("县委决定由张建国任县委办主任。", {"张建国": [("appointed", "县委办", "主任")]}),
        (
            "县政府任免通知：张建国任县教育局副局长（试用期一年）；李爱华任县人社局副局长。",
            {
                "张建国": [("appointed", "县教育局", "副局长")],
                "李爱华": [("appointed", "县人社局", "副局长")],
            },
        ),
        (
            "县委决定：张建国同志任县发改局党组书记，提名为县发改局局长人选。",
            {"张建国": [("appointed", "县发改局党组", "书记"), ("proposed", "县发改局", "局长")]},
        ),
        ("会议决定成立防汛指挥部，由县长张建国任指挥长，副县长李爱华任副指挥长。", {}),
        ("张建国2016年任县水利局局长。县水利局局长张建国说，方案已经批准。", {}),
    ],
)
def test_without_comrade_a_decision_is_told(text: str, expected: dict[str, list[Told]]) -> None:
    assert told(officials(text)) == expected


def test_each_of_a_notice_has_what_is_proposed() -> None:
    text = (
        "现公示如下：刘洋，现任县委副书记，拟任市直单位正职；黄莺，现任市团委副书记，拟提名为市妇联主席人选。"
    )
    assert told(officials(text)) == {
        "刘洋": [("proposed", "市直单位", "正职")],
        "黄莺": [("proposed", "市妇联", "主席")],
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "张建国（县委副书记、县长）、李爱华（市民代表）、赵立新（原县长）先后发言。",
            {"张建国": [("县委", "副书记"), ("县", "县长")]},
        ),
        ("宣传部长（兼统战部长）张建国到会。", {"张建国": [("宣传部", "部长"), ("统战部", "部长")]}),
        ("张建国（试用期一年）任县水利局副局长。", {"张建国": [("县水利局", "副局长")]}),
        ("县纪委决定给予县交通局局长张建国警告处分。", {"张建国": [("县交通局", "局长")]}),
    ],
)
def test_brackets_and_decisions_beside_a_post(text: str, expected: dict[str, list[tuple[str, str]]]) -> None:
    found = officials(text)
    assert {
        name: [(post.organization, post.title) for post in one.posts] for name, one in found.items()
    } == expected
