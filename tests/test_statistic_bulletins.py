"""Figures as bulletins, budgets and meetings of review tell them."""

from __future__ import annotations

import pytest

from newsie.extractor import extract
from newsie.records import Statistic


def statistics(text: str) -> tuple[Statistic, ...]:
    return extract("今日要闻\n" + text + "\n", published="2023-06-15").statistics


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        # the sorts of a list share what is told of the first
        (
            "全年居民消费价格上涨0.3%，其中食品类下降0.5%，居住类持平，交通类下降1.2%。",
            ["居民消费价格", "食品类居民消费价格", "交通类居民消费价格"],
        ),
        (
            "全年食品烟酒类价格下降0.5%，衣着类上涨0.2%，居住类下降1.2%。",
            ["食品烟酒类价格", "衣着类价格", "居住类价格"],
        ),
        ("全年食品烟酒类价格下降0.5%。限额以上粮油类增长3%。", ["食品烟酒类价格", "限额以上粮油类"]),
        # 完成 only led to the sum
        (
            "上半年，全县一般公共预算收入完成12亿元，为预算的52%，其中税收收入完成8亿元，占比66%。",
            ["一般公共预算收入", "一般公共预算收入为预算", "税收收入", "税收收入占比"],
        ),
        ("上半年，全县完成投资8亿元，占计划的66%。", ["完成投资", "完成投资占计划"]),
        # what grows by so many per cent is the sum, not its share
        (
            "全县工业用电量17亿千瓦时，占全社会用电量的64%，同比增长10%。",
            ["工业用电量", "工业用电量占全社会用电量", "工业用电量"],
        ),
        (
            "全县工业用电量17亿千瓦时，占全社会用电量的64%，同比提高2个百分点。",
            ["工业用电量", "工业用电量占全社会用电量", "工业用电量占全社会用电量"],
        ),
        (
            "装备制造业增加值增长9.6%，对工业增长的贡献率为46.8%，拉动工业增长2.6个百分点。",
            ["装备制造业增加值", "对工业增长的贡献率", "装备制造业增加值拉动工业"],
        ),
        # what a share is of is dealt out, too
        (
            "失业人员再就业1860人，困难人员就业620人，分别完成目标任务的103%和112%。",
            [
                "失业人员再就业",
                "困难人员就业",
                "失业人员再就业完成目标任务",
                "困难人员就业完成目标任务",
            ],
        ),
        ("全县每天有20吨新鲜蔬菜运往省城。", ["每天新鲜蔬菜运往省城"]),
        ("全县每天用水20吨。", ["每天用水"]),
        ("全县发现并整改问题860个，整改率98.6%。", ["发现并整改问题", "问题整改率"]),
        ("全县重点人群签约率82.1%，重点抽查企业36家。", ["重点人群签约率", "抽查企业"]),
        ("在投资7800万元的清河供水工程现场，工人们正在施工。", ["投资"]),
    ],
)
def test_what_is_measured(text: str, indicators: list[str]) -> None:
    assert [found.indicator for found in statistics(text)] == indicators


def test_to_rise_is_a_change() -> None:
    (risen,) = statistics("5月，全市平均气温较常年同期升高1.4℃。")
    assert (risen.indicator, risen.change, risen.basis) == ("平均气温", "increase", "较常年同期")


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        # several places, summed up or dealt out
        ("全县开工3212户，河湾、新庄、甘沟3个乡镇开工率超过70%。", ["全县", "河湾、新庄、甘沟3个乡镇"]),
        ("白水市完成投资2.9亿元，其中汝阳、渡河两县完成六成以上。", ["白水市", "汝阳、渡河两县"]),
        ("东坡乡、柳林镇资金支出率只有19.5%、16.2%。", ["东坡乡", "柳林镇"]),
        ("东坡乡、柳林镇新建学校5所、医院3家。", ["东坡乡、柳林镇"] * 2),
        (
            "石桥县完成投资7亿元。东坡乡、柳林镇支出率只有19%、16%；问题整改方面，38个问题已销号。",
            ["石桥县", "东坡乡", "柳林镇", "石桥县"],
        ),
        # 该公司 is that of who was named last
        (
            "江苏赛芯电子科技有限公司、云桥生物医药有限公司获奖。赛芯电子董事长周以恒发言，该公司投入4300万元。",
            ["江苏赛芯电子科技有限公司"],
        ),
        ("云桥生物医药有限公司获奖，该公司投入4300万元。", ["云桥生物医药有限公司"]),
        # a 服务站点 is no 服务站
        ("石桥县建成服务中心1个，镇村服务站点126个，培育网店860家。", ["石桥县"] * 3),
        # people known by their age and trade
        ("双河镇种粮户李桂兰刚卖完12吨多玉米。", ["李桂兰"]),
        ("59岁的退休教师石宝珍献血21年，累计献出全血9600毫升。", ["石宝珍"]),
        ("沟渠村62岁的老支书石满仓捐出3000元。", ["石满仓"]),
    ],
)
def test_whose_figures_are(text: str, subjects: list[str | None]) -> None:
    assert [found.subject for found in statistics(text)] == subjects
