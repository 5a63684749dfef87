"""What is named in passing is not whose figures are: builders, givers, what is only counted."""

from __future__ import annotations

import pytest

from newsie.extractor import extract
from newsie.records import Statistic


def statistics(text: str) -> tuple[Statistic, ...]:
    return extract("今日要闻\n" + text + "\n", published="2023-06-15").statistics


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        # who builds a road is not what its length is of
        (
            "石店公路全长23.4公里，由县交通局组织实施，北路桥公司中标承建，概算投资1180万元。目前，路面铺筑完成19公里。",
            ["石店公路"] * 3,
        ),
        # a builder who does more is told of
        (
            "石店公路全长23.4公里。北路桥公司投入机械86台，完成产值1180万元。",
            ["石店公路", "北路桥公司", "北路桥公司"],
        ),
        # what bears a word of a firm's name is not the firm
        ("滨河大桥由川北桥梁工程公司承建，总投资2.7亿元，桥梁全长749米。", ["滨河大桥"] * 2),
        # who sends matters, and who deals with them
        (
            "省第二督察组共向白水市交办举报件345件，已办结301件，责令整改64家。",
            ["省第二督察组", "白水市", "白水市"],
        ),
        ("我市召开整改推进会。中央督察组交办我市的143件信访件，办结131件。", ["我市"] * 2),
        ("省第二督察组检查企业345家，查出问题301个。", ["省第二督察组"] * 2),
        # who only gave the money did nothing more
        (
            "白水县转移群众3.2万人。省民政厅下拨的资金200万元已到账。抢通公路31处。",
            ["白水县", "省民政厅", "白水县"],
        ),
        # the one singled out is not told of in the next sentence
        (
            "德顺工业园区用电21.4亿千瓦时，仅晟源硅业一家就达到6.9亿千瓦时。参与交易的企业有23户。",
            ["德顺工业园区", "晟源硅业", "德顺工业园区"],
        ),
        # kinds of works and houses that are counted
        (
            "全市开工项目46个。其中，先进制造业项目24个、总投资97.2亿元；“两重”项目8个、总投资38.6亿元。",
            ["全市"] * 5,
        ),
        (
            "县职教中心迁建项目占地186亩。学生公寓4栋建至三层，累计完成投资6200万元。",
            ["县职教中心迁建项目"] * 3,
        ),
        ("今年，石桥县新建乡镇卫生院9所，建筑面积1.1万平方米，标准化村卫生室已建成156个。", ["石桥县"] * 3),
        ("青山产业园8个项目开工，总投资32亿元。", ["青山产业园"] * 2),
        ("全市建成景区36家，国家级旅游休闲街区11家，省级生态旅游示范区5个。", ["全市"] * 3),
        ("全市获奖36个，其中石桥县3个、青山县2个。", ["全市", "石桥县", "青山县"]),
        # a doing is no part of a name
        ("去年，云山县整合驻村干部、农技人员等力量，建成讲习所182个。", ["云山县"]),
        ("北环工业园区投入资金1.65亿元，建11万伏变电站一座，日供水1.5万吨的水厂一座。", ["北环工业园区"] * 2),
    ],
)
def test_whose_figures_are(text: str, subjects: list[str | None]) -> None:
    assert [found.subject for found in statistics(text)] == subjects


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("公路通车后，从拉萨到日喀则将由5个小时缩短到3小时。", ["从拉萨到日喀则"] * 2),
        ("如今，这里已经培育了10多种花卉。", ["培育了花卉"]),
        ("石桥县改善灌溉条件，周边乡镇3万多人受益。", ["周边乡镇受益"]),
        # what leads to the words for a figure or to the figure
        ("山东、河南等地阵风可达8级。", ["阵风"]),
        ("全市改造燃气、供水等地下管网300公里。", ["改造燃气、供水等地下管网"]),
        ("新车综合油耗仅为6升。", ["新车综合油耗"]),
        ("或者打款3万元。", ["打款"]),
        # a sum that says of which villages
        ("经营性收入50万元以上的村占比达到30%。", ["经营性收入50万元以上的村占比"]),
        ("收入5亿元以上的有3家。", ["收入5亿元以上"]),
        ("投资5亿元以上建设学校3所。", ["投资", "建设学校"]),
        ("全省85%以上的乡镇半小时内上高速，建成通道12条。", ["乡镇半小时内上高速", "建成通道"]),
        # numbers in names of places
        ("十八里长峡景区接待游客4.7万人次。", ["接待游客"]),
        ("六户村种植小麦300亩。", ["种植小麦"]),
        ("全县六户村民喜迁新居。", ["村民喜迁新居"]),
        # what looks like 使, 能, 近, 约, 要 or 其 alone is part of a word
        ("高技术制造业实际使用外资增长9.5%。", ["高技术制造业实际使用外资"]),
        ("新设备使日均产量增长9.5%。", ["日均产量"]),
        ("全省输送清洁电能超过480亿千瓦时。", ["输送清洁电能"]),
        ("电站年发电能达480亿千瓦时。", ["电站年发电"]),
        ("全市外贸总额已逼近8亿美元。", ["外贸总额"]),
        ("各候选地块的得分都没有超过50分。", ["各候选地块的得分"]),
        ("纸张成本大约占书价的45%。", ["纸张成本占书价"]),
        ("常见的骗保手法主要有四种。", ["常见的骗保手法"]),
        ("其间将举行66场商贸活动。", ["将举行商贸活动"]),
        ("全市60%的家庭拥有两套及两套以上住房。", ["家庭拥有", "家庭拥有", "住房"]),
        ("全县企业总数已有300家。", ["企业总数"]),
        ("今年办公用电量较去年削减8%。", ["办公用电量"]),
        ("导航360发布的报告显示，销售额下降8%。", ["销售额"]),
    ],
)
def test_words_stay_whole(text: str, indicators: list[str]) -> None:
    assert [found.indicator for found in statistics(text)] == indicators
