"""What the later figures of a list share with the first, and figures that stand inside what is counted."""

from __future__ import annotations

import pytest
from told import figures, read

from newsie.extractor import extract


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # a noun that begins with a verb has none of its own
        ("发展养殖户120户、种植户80户。", ["发展养殖户", "发展种植户"]),
        ("新建公园3座、广场2处、停车场5个。", ["新建公园", "新建广场", "新建停车场"]),
        ("建成加工厂3个、新建站2座。", ["建成加工厂", "新建站"]),
        # of what was counted first
        ("13个楼盘中，10个完成交付，2个由国企接手。", ["楼盘", "楼盘完成交付", "楼盘由国企接手"]),
        ("15个停工项目中，已有9个复工，3个拟盘活。", ["停工项目", "停工项目复工", "停工项目拟盘活"]),
        ("20个行政村中有15个通了自来水，3个正在施工。", ["行政村", "行政村通了自来水", "行政村正在施工"]),
        ("68处隐患中，52处当场整改，16处限期整改。", ["隐患", "隐患当场整改", "隐患限期整改"]),
        # nouns of their own
        ("全县建成学校12所，8所民办幼儿园通过验收。", ["建成学校", "民办幼儿园通过验收"]),
    ],
)
def test_the_rest_of_a_list_shares_verb_and_noun(text: str, told: list[str]) -> None:
    assert [indicator for _, indicator, _ in figures(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "全县建成5个能停放300辆车的停车场。",
            [("全县", "建成停车场", "5 个"), ("停车场", "停放车", "300 辆")],
        ),
        (
            "全县建成8座日处理污水2万吨的污水处理厂。",
            [("全县", "建成污水处理厂", "8 座"), ("污水处理厂", "日处理污水", "20000 吨")],
        ),
        ("县里新建一座可停放300辆车的停车场。", [("停车场", "停放车", "300 辆")]),
        # what is solved is no works
        ("全县可解决3000人的饮水问题。", [("全县", "解决饮水问题", "3000 人")]),
    ],
)
def test_what_something_can_hold_is_its_own(text: str, told: list[tuple[str, str, str]]) -> None:
    assert figures(text) == told


def test_what_something_can_hold_is_done_when_it_is_built_and_says_nothing_of_the_rest() -> None:
    built = read("全县建成4个可停放50辆车的停车场，新增车位200个。").statistics
    assert [found.nature for found in built] == ["actual"] * 3
    planned = read("全县计划建设2座日处理垃圾800吨的焚烧厂。").statistics
    assert [found.nature for found in planned] == ["target"] * 2


@pytest.mark.parametrize(
    ("headline", "subject"),
    [("安阳：上半年新增就业2万人", "安阳"), ("民生：上半年新增就业2万人", None)],
)
def test_a_city_by_its_bare_name_before_a_colon(headline: str, subject: str | None) -> None:
    page = f"{headline}\n\n本报讯（记者 李某）上半年，城镇新增就业2万人，登记失业率3.1%。\n"
    assert {found.subject for found in extract(page, published="2023-07-15").statistics} == {subject}
