"""Whose figures are where the name stands apart: behind its measures, told of before, at a place that is seen."""

from __future__ import annotations

import pytest

from newsie.extractor import extract
from newsie.records import Statistic


def statistics(text: str) -> tuple[Statistic, ...]:
    page = f"重点工作进展顺利\n\n本报讯（记者 张力）{text}\n"
    return extract(page, published="2024-03-05").statistics


def subjects(text: str) -> list[str | None]:
    return [found.subject for found in statistics(text)]


@pytest.mark.parametrize(
    ("text", "name", "indicators"),
    [
        (
            "总投资1.8亿元、占地126亩的东岭滤材产业园一期项目已建成投用，可承接32家企业入驻。",
            "东岭滤材产业园一期项目",
            ["总投资", "占地", "承接企业入驻"],
        ),
        (
            "总投资4.7亿元的龙岗热源厂扩建项目新增热水锅炉2台，可增加供热能力480万平方米。",
            "龙岗热源厂扩建项目",
            ["总投资", "新增热水锅炉", "增加供热能力"],
        ),
        (
            "今年，投资860万元的花海景区二期工程建成投用，新增观景台3处、木栈道2.4公里。",
            "花海景区二期工程",
            ["投资", "新增观景台", "新增木栈道"],
        ),
        (
            "日处理污水2万吨的城南污水处理厂正式运行，服务人口12万人。",
            "城南污水处理厂",
            ["日处理污水", "服务人口"],
        ),
        (
            "作为市级重点工程的城北防洪堤项目，总投资2.1亿元，全长5公里。",
            "城北防洪堤项目",
            ["总投资", "全长"],
        ),
        ("即将投产的永泰电子产业园项目占地60亩。", "永泰电子产业园项目", ["占地"]),
    ],
)
def test_works_behind_what_is_said_of_them(text: str, name: str, indicators: list[str]) -> None:
    assert subjects(text) == [name] * len(indicators)
    assert [found.indicator for found in statistics(text)] == indicators


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今年，田建国家种了28亩黄花菜，每天要雇15名采摘工。", ["田建国家"] * 2),
        ("去年，金禾家庭农场种植水稻1200亩，实现产值300万元。", ["金禾家庭农场"] * 2),
        ("水岸花苑建成于2001年，有住宅楼32栋、居民1186户。", ["水岸花苑"] * 2),
        ("主题教育开展以来，开发区领导班子领题调研9个，走访企业140多家次。", ["开发区领导班子"] * 2),
        ("7月9日，白沙窝气象站观测到41.2℃的高温。", ["白沙窝气象站"]),
        ("滨岭港完成货物吞吐量2864万吨。", ["滨岭港"]),
        ("截至9日18时，铁南街道共组织党员1850余人次，出动铲车21台次。", ["铁南街道"] * 2),
        ("今年以来，青岭县劳动保障部门为下岗人员发放贷款412万元。", ["青岭县劳动保障部门"]),
        ("全县大部最高气温将升至37℃以上。", ["全县大部"]),
        # no name is what is done
        ("要严格落实责任制，县级领导包镇、镇级领导包村，对排查出的1263处隐患点逐一销号。", [None]),
        ("食堂由闲置小学改建而成，面积210平方米。", [None]),
        # two are not one
        ("查看了京河科技园和区人民医院新院区建设情况。该园区占地300亩。", ["京河科技园"]),
    ],
)
def test_names(text: str, expected: list[str | None]) -> None:
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a firm named again behind the quotation, or whose manager speaks elsewhere
        (
            "走进东店镇净界滤清器有限公司的车间，机器轰鸣。“上了新设备，日产由800只提高到2600只。”公司生产部经理孙大江说。",
            ["东店镇净界滤清器有限公司"] * 2,
        ),
        (
            "“我们上了两条自动化生产线，用工少了七成。”在车间里，晨光缝制设备有限公司董事长王晨介绍。",
            ["晨光缝制设备有限公司"] * 2,
        ),
        # a place that is seen
        ("走进东店镇净界滤清器有限公司的车间，12条生产线有序运转。", ["东店镇净界滤清器有限公司"]),
        ("昨日一早，记者在铁西农贸市场看到，后鞧肉每公斤卖到32元。", ["铁西农贸市场"]),
        # what 该场, 该区 and 全乡 are
        ("桥下垦殖场邀请专家举办培训班。该场补栽大苗3200株。", ["桥下垦殖场"]),
        ("张军在经开区督导安全生产。今年以来，该区共检查企业213家次。", ["经开区"]),
        ("青石大道通车。该道路全长3公里。", ["青石大道"]),
        ("北孟村乡前留村有村民412户。目前，全乡已建成食堂9个。", ["北孟村乡前留村", "北孟村乡"]),
        # a drive's figures are of who began it
        (
            "当晚8时许，市公安消防大队开展突击检查。据统计，当晚共检查单位17家，发现火灾隐患46处。",
            ["市公安消防大队"] * 2,
        ),
        # fairs
        (
            "6月11日，2023青岭（北京）特色产业招商推介会在北京丰台举行。现场签约项目6个。",
            ["2023青岭（北京）特色产业招商推介会"],
        ),
        # a project is named as its record is
        ("青石高新区恒达物流园项目总投资5亿元，占地300亩。", ["恒达物流园项目"] * 2),
    ],
)
def test_told_before(text: str, expected: list[str | None]) -> None:
    assert subjects(text) == expected
