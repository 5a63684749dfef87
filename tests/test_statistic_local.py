"""Figures as local papers tell of them: plans and their shares, turns of speech, what stands around a figure."""

from __future__ import annotations

import pytest

from newsie.extractor import extract
from newsie.records import Statistic


def statistics(text: str) -> tuple[Statistic, ...]:
    return extract("基层新闻\n" + text + "\n", published="2023-06-15").statistics


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        # a plan, and what is a share of it
        (
            "青阳县国税局共组织入库税收1.27亿元，占年计划1.26亿元的100.8%，同比增收2316万元，增长22.3%。",
            ["组织入库税收", "组织入库税收年计划", "组织入库税收占年计划", "组织入库税收", "组织入库税收"],
        ),
        (
            "青阳县城镇新增就业4.38万人，完成年度目标任务3.9万人的112.3%，但比上年减少5200人；失业率3.4%。",
            [
                "城镇新增就业",
                "城镇新增就业年度目标任务",
                "城镇新增就业完成年度目标任务",
                "城镇新增就业",
                "失业率",
            ],
        ),
        ("全县造林3.2万亩，占全年任务4万亩的八成。", ["造林", "造林全年任务", "造林占全年任务"]),
        ("工业投资完成年度计划30亿元的72%。", ["工业投资年度计划", "工业投资完成年度计划"]),
        # measured against a time
        ("外贸进出口总值87.6亿元，与去年同期相比增长21.4%。", ["外贸进出口总值"] * 2),
        ("全县发放贷款32亿元，与年初相比增加4.1亿元。", ["发放贷款"] * 2),
        # the first and the second of two
        (
            "外资企业和国有企业进出口分别为11.9亿元、7.6亿元，前者下降3.2%，后者增长18.8%。",
            ["外资企业进出口", "国有企业进出口"] * 2,
        ),
        # of what the rest is a part, by what way
        ("项目总投资6.98亿元（其中专项债4.2亿元、协作资金3500万元）。", ["项目总投资", "专项债", "协作资金"]),
        (
            "全市发送旅客32万人次，其中水路12万人次、公路18万人次。",
            ["发送旅客", "水路发送旅客", "公路发送旅客"],
        ),
        # what only leads to the figure
        ("产能反而提高了1.4倍，二氧化氮浓度不降反升4.1%。", ["产能", "二氧化氮浓度"]),
        ("固定资产投资虽增长15.1%，但工业投资却下降3%。", ["固定资产投资", "工业投资"]),
        ("车辆购置税完成681万元，用电量累计完成30.26亿千瓦时。", ["车辆购置税", "用电量"]),
        ("“去年光电费一项我们就支出2.3亿元。”", ["电费支出"]),
        ("青阳县玉米一项就占到26万亩，秸秆利用率一项就由43%升至61%。", ["玉米", "秸秆利用率", "秸秆利用率"]),
        ("局长李明带领班子成员先后走访企业63户。", ["走访企业"]),
        (
            "本轮巡察共抽调干部36名。此次督导共查看养殖场14个、兽医站5个。",
            ["抽调干部", "查看养殖场", "查看兽医站"],
        ),
        ("“这回要清淤土方14万方，两边还要栽3000棵白蜡。”", ["清淤土方", "栽白蜡"]),
        ("节前高峰期还将加开班车80班次，好在补贴领了1.5万元。", ["加开班车", "补贴领"]),
        ("他家半年下来省了电费412元，一年下来能多挣3万元。", ["省了电费", "多挣"]),
    ],
)
def test_turns_of_local_papers(text: str, indicators: list[str]) -> None:
    assert [record.indicator for record in statistics(text)] == indicators


def test_a_share_of_a_plan_is_measured_against_it() -> None:
    plan, share = statistics("全县造林3.2万亩，占全年任务4万亩的八成。")[1:]
    assert (plan.basis, share.basis) == (None, "全年任务")
