"""What figures are measured against: plans and what came of them, ordinances, the year before."""

from __future__ import annotations

import pytest
from told import read


def natures(text: str) -> list[tuple[str, str]]:
    return [(found.indicator, found.nature) for found in read(text).statistics]


def changes(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(found.indicator, found.change, found.basis) for found in read(text).statistics]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("全县计划投资3亿元，实际完成2.8亿元。", [("投资", "target"), ("实际完成投资", "actual")]),
        ("原计划招聘教师120名，最终录用112名。", [("招聘教师", "target"), ("录用教师", "actual")]),
        (
            "拟改造老旧小区20个，实际改造23个。",
            [("改造老旧小区", "target"), ("实际改造老旧小区", "actual")],
        ),
        ("目标任务1200户，实际完成1260户。", [("目标任务", "target"), ("实际完成目标任务", "actual")]),
        ("全县力争最终建成示范村12个。", [("建成示范村", "target")]),
        # whom a rule reached
        (
            "每生每天补助标准为3元，惠及学生4.36万名。",
            [("每生每天补助标准", "standard"), ("惠及学生", "actual")],
        ),
        ("低保标准为每月600元，每年提标一次。", [("低保标准", "standard")]),
    ],
)
def test_what_came_of_a_plan_is_a_fact(text: str, told: list[tuple[str, str]]) -> None:
    assert natures(text) == told


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("全年生产总值增长5.8%，高于预期目标0.3个百分点。", "actual"),
        ("城镇新增就业1.2万人，超预期目标2000人。", "actual"),
        ("固定资产投资增长8.1%，低于年度目标1.9个百分点。", "actual"),
        ("空气优良天数比例92%，优于省定目标2个百分点。", "actual"),
        ("预计全年增长6%，高于预期目标0.5个百分点。", "target"),
    ],
)
def test_a_target_that_a_figure_is_measured_against(text: str, nature: str) -> None:
    assert {found.nature for found in read(text).statistics} == {nature}


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("《办法》规定，创业者一次性奖励5万元。", "standard"),
        ("《方案》提出，财政补助标准不低于每人每年600元。", "standard"),
        ("县教育局《关于加强体育工作的通知》要求，学生每天户外活动时间不少于2小时。", "standard"),
        ("《办法》规定，补助对象为新建大棚，全县已发放补助5万元。", "actual"),
        ("违反规定，罚款5000元。", "actual"),
    ],
)
def test_what_an_ordinance_rules_is_a_standard(text: str, nature: str) -> None:
    assert [found.nature for found in read(text).statistics] == [nature]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "与去年同期相比，刑事案件、盗窃案件分别下降12%和8%，破案率上升5%。",
            [
                ("刑事案件", "decrease", "与去年同期相比"),
                ("盗窃案件", "decrease", "与去年同期相比"),
                ("破案率", "increase", "与去年同期相比"),
            ],
        ),
        (
            "较去年同期，门诊人次增加1.2万人次，住院人次减少3000人次。",
            [("门诊人次", "increase", "较去年同期"), ("住院人次", "decrease", "较去年同期")],
        ),
        (
            "与2019年相比，客流量增长20%，同比增长8%，收入增长12%。",
            [
                ("客流量", "increase", "与2019年相比"),
                ("客流量", "increase", "同比"),
                ("收入", "increase", None),
            ],
        ),
        ("与会企业收入120万元，利润增长8%。", [("与会企业收入", None, None), ("利润", "increase", None)]),
    ],
)
def test_what_a_sentence_begins_to_compare_with(
    text: str, told: list[tuple[str, str | None, str | None]]
) -> None:
    assert changes(text) == told


@pytest.mark.parametrize(
    ("text", "indicator", "change"),
    [
        ("全市信访总量下降320件。", "信访总量", "decrease"),
        ("全县交通事故死亡人数减少3人。", "交通事故死亡人数", "decrease"),
        ("全镇低保户减少45户。", "低保户", "decrease"),
        ("全市医院床位增加400张。", "医院床位", "increase"),
        # what was done is no change
        ("县里减少中间环节3个。", "减少中间环节", None),
        ("全县新增岗位40个。", "新增岗位", None),
    ],
)
def test_a_count_that_falls_or_rises(text: str, indicator: str, change: str | None) -> None:
    assert [(found.indicator, found.change) for found in read(text).statistics] == [(indicator, change)]


def test_each_change_that_is_dealt_out_has_its_own_verb() -> None:
    found = changes("小学招生5216人，初中招生4873人，与去年相比，分别减少312人和增加96人。")
    assert found[2:] == [("小学招生", "decrease", "与去年相比"), ("初中招生", "increase", "与去年相比")]


def test_alcohol_in_blood_is_one_figure() -> None:
    text = "3月5日，县交警查获一名驾驶员。经检测，驾驶员血液酒精含量为96毫克\n/100毫升，属醉酒驾驶。"
    (found,) = [one for one in read(text).statistics if "含量" in one.indicator]
    assert (found.quantity.unit, found.period) == ("毫克/100毫升", None)
