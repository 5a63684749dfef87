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
        ("气象部门预计，今晚全县最大阵风10级。", ["全县"]),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a county goes without its province; the township of a village is kept
        ("江苏省溧山县对口支援青岭县。溧山县援建学校3所。", ["溧山县"]),
        ("走进石桥镇柳湾村，果园飘香。柳湾村三面环山，全村546户。", ["石桥镇柳湾村"]),
        # roads by their full name, by their two ends
        ("青盐高速公路有序推进。青盐高速全长87公里。", ["青盐高速公路"]),
        ("平芦至龙塘二级公路路基工程完成65%。", ["平芦至龙塘二级公路"]),
        ("赛罕至白音铁路完成投资12亿元。该铁路全长186公里。", ["赛罕至白音铁路"] * 2),
        ("岭南至江口高速公路石桥段全长20公里。", ["岭南至江口高速公路石桥段"]),
        # what one office does with another is no part of its name
        (
            "区医疗保障局联合区公安局开展专项行动。今年以来，该局共检查机构286家，查处64家。",
            ["区医疗保障局"] * 2,
        ),
        ("县公安局联合县消防大队检查商场12家。", ["县公安局联合县消防大队"]),
        ("村党支部领办红薯粉专业合作社。2021年，合作社社员增加到146户。", ["红薯粉专业合作社"]),
        ("今年以来，该局推进改革，申请材料由16份减至7份。县市场监管局副局长涂明说。", ["县市场监管局"] * 2),
        # a division and its city, the companies of a regiment
        ("师市前三季度实现地区生产总值214亿元。", ["师市"]),
        ("第七师白杨市召开会议。今年以来，师市整合资金1.36亿元。", ["第七师白杨市"]),
        ("走进二九五团六连，小院整洁。六连是个聚居连队，常住居民218户。", ["二九五团六连"]),
        ("二九一团智慧农业指挥中心建成。今年，该团投入2850万元。", ["二九一团"]),
        ("记者从地区农业局了解到，今年全地区种植棉花218.6万亩。", ["全地区"]),
        ("十一届市政协主席曲洪作报告。2008年以来，市政协共组织专题视察63次。", ["市政协"]),
        ("1—5月，全市工业增加值增长9.2%。分行业看，32个行业大类中有24个实现增长。", ["全市"] * 3),
        ("今年，自治区下达我旗保障性住房建设任务1200套。", ["我旗"]),
        ("省里下达我县棚户区改造任务800套，目前已完成600套。", ["我县"] * 2),
        # a gauge that saw a flood
        ("8月19日，渠溪河青垭站出现建站以来最大洪水，洪峰水位达214.6米。", ["渠溪河青垭站"]),
        # a team that is founded works for its founder; a drive is of who began it
        ("园区成立工作专班，帮助企业协调解决问题28个。", [None]),
        (
            "县法院组织开展集中执行行动。在锦绣花园小区，被执行人还款17.4万元。此次行动共拘传被执行人26人。",
            ["锦绣花园小区", "县法院"],
        ),
        ("县法院开展“雷霆”行动。此次“雷霆”行动共拘传被执行人26人。", ["县法院"]),
    ],
)
def test_bodies_and_places(text: str, expected: list[str | None]) -> None:
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县林业局开展督查。检查组先后来到石沟林场，查处违规用火3起，收缴火种46件。", ["检查组"] * 2),
        ("市法院审理一起案件，被告人因醉驾被判处拘役两个月，并处罚金3000元。", ["被告人"]),
        ("区住建局要求，居民室内温度不得低于18℃。", ["居民"]),
        ("县财政拿出460万元，学生每人每学期只需缴费300元。", ["县财政", "学生"]),
        # 居民收入 and the people of an office are an area's and the office's
        ("全县居民存款增长8%，居民人均可支配收入达2万元。", ["全县"] * 2),
        ("“金秋助学”活动累计筹集善款1260万元，资助学生3100人次。", ["“金秋助学”活动"] * 2),
        # who speaks of himself
        ("“今年我换了新网，前前后后花了十几万元。”翁阿旺说。", ["翁阿旺"]),
        ("“我县今年新建道路20公里。”县长王明说。", ["我县"]),
    ],
)
def test_nouns_and_speakers(text: str, expected: list[str | None]) -> None:
    assert subjects(text) == expected
