"""Of whom figures are in the news of counties, their villages, farmers and offices."""

from __future__ import annotations

import pytest

from newsie.extractor import extract


def subjects(text: str) -> list[str | None]:
    page = "重点工作进展顺利\n\n本报讯（记者 张力）" + text.replace("|", "\n") + "\n"
    return [found.subject for found in extract(page, published="2024-03-05").statistics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the one county of whose parts alone is told
        ("6月18日，在松阳县大洲乡快递中心，站长说。全县快递业务量完成1386万件。", ["松阳县"]),
        ("日前，从巴林旗供电公司传来消息，今年1至9月份，全旗用电量30.26亿千瓦时。", ["巴林旗"]),
        ("在荆岗区白马社区，居民很高兴。该区去年开发这样的岗位610个。", ["荆岗区"]),
        # the office above, which only sets a task
        (
            "从溪坪县国税局传来喜讯，该局入库税收1.27亿元，完成市局下达的任务。|今年，该局税收仅完成5104万元。走访企业63户。",
            ["溪坪县国税局"] * 3,
        ),
        # kinds of trade and of villages
        ("青山县外贸进出口8亿元，边民互市5.5亿元，增长1.1倍。", ["青山县"] * 3),
        ("青山县有网店3127家，淘宝村、淘宝镇分别达到24个和5个，带动就业1.1万人。", ["青山县"] * 4),
        # 在 is no part of a name
        ("11月16日，青山县公安局在该局大院举行大会，向施工队返还赃款4.3万元。", ["青山县公安局"]),
        ("在岑山至马坪公路二标段，施工人员浇筑桥墩8座。", ["岑山至马坪公路二标段"]),
        # an office of the county that is stood for
        (
            "今年青山县播种42万亩。该县农机中心从2月初起派出6个服务小分队，培训机手410人次。",
            ["青山县", "县农机中心", "县农机中心"],
        ),
        ("近日，青山县遭遇暴雨。该县设立安置点12个。", ["青山县"]),
        # at what season, and one of several
        (
            "石桥镇很忙。高峰期该镇日需采茶工1.5万人。最多的上坞村拿走81.5万元，最少的坑口村也有27万元。",
            ["石桥镇", "上坞村", "坑口村"],
        ),
        (
            "青山县用电21亿千瓦时，仅蒙源硅业一家就达到6.9亿千瓦时，光石桥镇一个镇就用电2亿千瓦时。",
            ["青山县", "蒙源硅业", "石桥镇"],
        ),
        ("青山县公安局成立专案组。专案组先后走访工地37处，调取视频400小时。", ["专案组"] * 2),
        # brackets are only an aside
        (
            "县水务局共投入抗旱资金1126万元（其中上级补助540万元，县财政预算安排300万元，其余自筹），投入劳力3.4万人，送水2.1万吨。",
            ["县水务局", "县水务局", "县财政", "县水务局", "县水务局"],
        ),
        # measures are of what was built or brought in
        (
            "石桥镇很忙。镇里打算投资2600万元建石桥蒜椒产业园，占地150亩，规划冷库8座，安排用工800人。",
            ["石桥镇", "石桥蒜椒产业园", "石桥蒜椒产业园", "石桥蒜椒产业园"],
        ),
        (
            "坪口村收储农房23幢，引进“云上坪口”民宿集群项目，总投资3800万元，接待游客2.1万人次。",
            ["坪口村", "“云上坪口”民宿集群项目", "“云上坪口”民宿集群项目"],
        ),
        ("青山县改造老旧小区12个，新建青山体育馆，建筑面积1.2万平方米。", ["青山县", "青山体育馆"]),
        ("青山县新建公厕20座，建设项目687个，总投资12亿元。", ["青山县"] * 3),
        # a list of measures, a paragraph each
        (
            "去年青山县水库蓄水1380万立方米。面对旱情，县水务局迅速行动。|一是强化领导。抽调干部42人。|"
            "二是强化投入。投入劳力3.4万人。|目前，全县小春作物受旱18.7万亩。",
            ["青山县", "县水务局", "县水务局", "青山县"],
        ),
    ],
)
def test_whose_local_figures_are(text: str, expected: list[str | None]) -> None:
    assert subjects(text) == expected
