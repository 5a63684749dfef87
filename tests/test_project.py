"""Projects: which works an article names, and what its clauses tell of each."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import partial

import pytest
from growth import grows_evenly
from hypothesis import given, settings
from hypothesis import strategies as st

import newsie
from newsie.article import Article, Byline
from newsie.extractor import extract
from newsie.frames.project import find_projects
from newsie.literals import find_literals
from newsie.reading import Mention, Reading
from newsie.records import Project
from newsie.text import Text

PUBLISHED = date(2023, 3, 20)


def found(words: str, *people: str) -> dict[str, Project]:
    """Return the projects of a text by name."""
    text = Text.of(words)
    literals = find_literals(text.folded, PUBLISHED, None)
    names = [
        Mention("PERSON", *match.span(), ("test",))
        for person in people
        for match in re.finditer(person, words)
    ]
    article = Article(None, None, (), "news", Byline(), (text,))
    reading = Reading(
        article,
        text,
        PUBLISHED,
        tuple(literals.dates),
        tuple(literals.amounts),
        tuple(literals.titles),
        tuple(sorted(names, key=lambda name: name.start)),
        (),
    )
    return {project.name: project for project in find_projects(reading)}


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("青石大道建成通车，东山县第三中学投入使用。", ["青石大道", "东山县第三中学"]),
        ("县图书馆新馆开工仪式举行。", ["县图书馆新馆"]),
        ("城北污水处理厂建成投用，市体育公园主体结构封顶。", ["城北污水处理厂", "市体育公园"]),
        ("文昌小学已完成总工程量的60%。", ["文昌小学"]),
        ("金沙路下穿隧道正式开工建设。", ["金沙路下穿隧道"]),
        ("今年，我县将加快推进青石湿地公园建设。", ["青石湿地公园"]),
        ("东山县污水管网改造工程正式开工。", ["东山县污水管网改造工程"]),
        ("垃圾焚烧发电项目总投资3500万元。", ["垃圾焚烧发电项目"]),
        ("积极推进国际科技创新中心、经济带核心区建设。", []),
        ("甲白高铁青石至白岭段正式开通运营。", ["甲白高铁青石至白岭段"]),
        ("环城公路柳河至北岭段建成通车。", ["环城公路柳河至北岭段"]),
        ("增发国债项目全部开工。", []),
        ("清河大桥因维修封闭，预计下月恢复通车。", []),
        ("第三中学将投入使用智慧课堂系统。", []),
        ("物流园即将开业五周年。", []),
        ("青山公园通过国家4A级景区验收。", []),
        ("川白间已建成铁路通道6条。", []),
        ("清河大桥是我市重点工程，建成于1985年。", []),
        ("在清河大桥，80名施工人员正在清洗护栏。", []),
        ("青山大桥昨天架设监控设备。", []),
        ("妇女“两癌”免费筛查项目启动。", []),
        ("确保年内青石中学、白岭幼儿园投入使用，石桥中学主体完工。", ["青石中学", "白岭幼儿园", "石桥中学"]),
        ("园区一、二期已投用，入驻企业27家。", []),
        ("川白铁路全线重难点控制性工程——石门隧道顺利贯通。", ["川白铁路", "石门隧道"]),
        ("青岭运河是陆海新通道的骨干工程，这里每天有3000名建设者。", ["青岭运河"]),
        ("驻军先后投入大量人力参加重点工程石青高速公路的勘察。", ["石青高速公路"]),
        ("涉及农村公路、重大水利工程、陆海新通道等领域。", []),
        ("清江水系连通工程全面开工。", ["清江水系连通工程"]),
        ("青石水电站主厂房土建主体工程全部施工完成。", ["青石水电站"]),
        ("青石岛公路口岸（客运口岸区）旅检楼日前完成封顶。", ["青石岛公路口岸"]),
        ("青山核电站配套设备产业园开工建设，总投资5亿元。", ["青山核电站配套设备产业园"]),
        ("投资5亿元的万家惠农贸市场项目主体完工。", ["万家惠农贸市场项目"]),
        ("引清济白工程配套项目青石四水厂完成结构主体施工。", ["青石四水厂"]),
        (
            "青石核电基地扩建工程1号机组和白岭核电站5号机组主体工程同时开工建设。",
            ["青石核电基地扩建工程", "白岭核电站"],
        ),
        ("经测算，上述项目总投资为9亿元。", []),
        ("青石至白岭铁路石门海底隧道等一批重点工程取得重要进展。", ["青石至白岭铁路石门海底隧道"]),
        ("建成了青白大桥海底隧道、石门通道等世界级的标杆工程。", ["青白大桥海底隧道", "石门通道"]),
        (
            "五年共完成青石路中学、白岭小学、第二幼儿园等新建、改扩建工程80余项。",
            ["青石路中学", "白岭小学", "第二幼儿园"],
        ),
        ("继续建设石长、石涪、石黔高速公路以及青花园大桥等一批重点工程。", ["石黔高速公路", "青花园大桥"]),
        ("休闲农业、农村道路等重点工程全面推进。", []),
        (
            "青石写字楼土建工程全面完工，白岭红郡住宅小区一期建设顺利推进。",
            ["青石写字楼", "白岭红郡住宅小区一期"],
        ),
        ("家居建材、小商品市场开工建设，医技楼已封顶。", []),
        ("城市西出口路、青河路等10条城区道路建成通车。", ["西出口路", "青河路"]),
        ("县城青石路改造完工。", ["青石路"]),
        ("青石大桥北岸主楼封顶。", ["青石大桥"]),
        ("青石国际酒店、白岭皮草城投入使用，百货等大型专业商场开业。", ["青石国际酒店", "白岭皮草城"]),
        ("青石医院5月3日开工建设。", ["青石医院"]),
        ("青石700万吨露天矿完成项目核准。", ["青石700万吨露天矿"]),
        ("启动区医院扩建工程。", ["区医院扩建工程"]),
        (
            "启动青石岭组团社区卫生服务中心、计生服务中心项目。",
            ["青石岭组团社区卫生服务中心", "计生服务中心项目"],
        ),
        ("开工建设青石图书馆、白岭中学，启动石桥中学改革。", ["青石图书馆", "白岭中学"]),
        ("开工建设青石水库和白沙乡移民搬迁。", ["青石水库"]),
        ("石漫水库复建工程通过竣工验收。石漫水库初建于1951年，是第一座大型水库。", ["石漫水库复建工程"]),
        ("青石船闸扩容改造工程日前进行联合调试。", ["青石船闸扩容改造工程"]),
        ("在白岭长江大桥，1000多名建设者坚守岗位。", ["白岭长江大桥"]),
        ("因青石大桥伸缩缝更换及桥面铺装施工需要，实施交通管制。", []),
        ("完成中央公园景观、道路、活动广场建设。", []),
        ("该工程是党的思想理论建设的战略工程。", []),
    ],
)
def test_what_is_told_right_beside_a_name_makes_it_an_undertaking(words: str, names: list[str]) -> None:
    assert sorted(found(words)) == sorted(names)


def test_a_bridge_may_bear_a_name_like_a_persons() -> None:
    assert list(found("白靖皋长江大桥南锚碇顺利合龙。", "白靖皋")) == ["白靖皋长江大桥"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "一行先后来到东岭小学、西岭路、云栖雅苑以及南坪大桥等重点项目施工现场，详细了解进度。",
            ["东岭小学", "西岭路", "云栖雅苑", "南坪大桥"],
        ),
        (
            "仪式上签约项目分别是：青禾预制菜产业园项目，协议投资10.5亿元；100兆瓦农光互补项目，协议投资9亿元。",
            ["青禾预制菜产业园项目", "100兆瓦农光互补项目"],
        ),
        (
            "这次签约的3个项目为宏图石油机械、华光特种玻璃、通汇缸体生产线，总投资7.96亿元。",
            ["宏图石油机械", "华光特种玻璃", "通汇缸体生产线"],
        ),
        (
            "3个项目现场签约，分别是投资6000万元的冷鲜肉加工项目、投资3500万元的良种羊引进项目。",
            ["冷鲜肉加工项目", "良种羊引进项目"],
        ),
        ("年产6万吨再生铝项目总投资8.2亿元。", ["年产6万吨再生铝项目"]),
        ("云溪河大桥东延工程建设现场一片繁忙。", ["云溪河大桥东延工程"]),
        (
            "观摩重大产业项目建设，察看锦屏汽车零部件产业园、恒川农机制造基地等。",
            ["锦屏汽车零部件产业园", "恒川农机制造基地"],
        ),
    ],
)
def test_names_of_works(words: str, names: list[str]) -> None:
    assert list(found(words)) == names


@pytest.mark.parametrize(
    "words",
    [
        "要抓好重点项目建设，推动5个项目早日开工。",
        "全市新开工亿元以上产业项目126个，总投资487.6亿元。",
        "确保基础设施和民生项目如期竣工。",
        "座谈会在东岭产业园举行，全市总投资20亿元的9个项目开工。",
        "项目负责人介绍，项目部每天召开协调会。",
        "他说，这是全县群众盼望已久的民生工程、德政工程。",
        "道路硬化、管网改造等项目加快实施。",
    ],
)
def test_groups_and_common_nouns_are_no_projects(words: str) -> None:
    assert not found(words)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("由某达科技有限公司投资建设的智能装备制造项目，占地150亩，总投资8.5亿元。", "智能装备制造项目"),
        ("全市城区供水管网改造工程总投资1.6亿元，目前已完成工程量的65%。", "城区供水管网改造工程"),
    ],
)
def test_words_that_say_what_is_built_name_a_work_beside_its_figures(words: str, name: str) -> None:
    assert [found_name.endswith(name) for found_name in found(words)] == [True]


def test_later_clauses_are_about_the_last_work_named() -> None:
    words = (
        "在东岭水库枢纽工程施工现场，挖掘机来回穿梭。该工程位于西坪镇龙洞村，由东岭水务集团负责建设，总投资23.8亿元，"
        "占地320亩，总建筑面积2.6万平方米。截至目前，大坝填筑完成78%，累计完成投资14.2亿元，计划2024年4月下闸蓄水。"
    )
    project = found(words)["东岭水库枢纽工程"]
    assert project.place == "西坪镇龙洞村"
    assert project.owner == "东岭水务集团"
    assert project.investment
    assert project.investment.value == Decimal(2380000000)
    assert project.land_area
    assert (project.land_area.value, project.land_area.unit) == (Decimal(320), "亩")
    assert project.floor_area
    assert project.floor_area.value == Decimal(26000)
    assert project.progress
    assert project.progress.value == Decimal(78)
    assert project.status == "under_construction"
    assert [step.text for step in project.milestones] == ["计划2024年4月下闸蓄水"]
    assert project.milestones[0].date
    assert project.milestones[0].date.end == "2024-04-30"


def test_the_talk_turns_to_somebody_else() -> None:
    words = "东岭产业园项目进展顺利。李四一行还了解全市情况，总投资99亿元，占地100亩。"
    project = found(words, "李四")["东岭产业园项目"]
    assert project.investment is None
    assert project.land_area is None


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("东岭大桥工程正式开工建设。", "started"),
        ("东岭大桥工程开工仪式举行。", "started"),
        ("东岭大桥工程主体已封顶。", "under_construction"),
        ("东岭大桥工程已完成总工程量的43%。", "under_construction"),
        ("目前，东岭大桥工程正在进行桩基施工。", "under_construction"),
        ("2月18日，东岭大桥工程正式复工。", "resumed"),
        ("东岭大桥工程已进入收尾阶段，预计本月底通车。", "finishing"),
        ("东岭大桥工程通过竣工验收，计划年内投用。", "completed"),
        ("东岭大桥工程建成通车。", "operating"),
        ("东岭大桥工程去年11月投用以来，车流不断。", "operating"),
        ("东岭大桥工程计划今年9月开工。", "planned"),
        ("一行察看了东岭大桥工程，听取汇报。", None),
        ("东岭大桥工程建成后，将方便群众出行。一行察看了东岭大桥工程。", None),
        ("青山大桥于国庆节前顺利建成通车。", "operating"),
        ("青山大桥项目通过桩基验收。", None),
        ("清河县城区集中供热项目钢结构主体完工。", "completed"),
        ("青山安置小区项目300户全部完工交付。", "completed"),
        ("青山大桥项目竣工验收工作全部完成。", "completed"),
        ("青山大桥全长3公里，预计明年通车。", "under_construction"),
        ("工人在青山变电站扩建工程现场吊装主变压器。", "under_construction"),
        ("施工人员在青山大桥南岸主塔进行斜拉索挂设作业。大桥总投资3亿元。", "under_construction"),
        ("位于城东工业园的恒远电池制造基地举行开工仪式。", "started"),
        ("青山县第三中学在城东新区隆重举行竣工典礼。", "completed"),
        ("青石水厂扩建工程已建成清水池2座，管网铺设完成60%。", "under_construction"),
    ],
)
def test_status(words: str, status: str | None) -> None:
    assert [project.status for project in found(words).values()] == [status]


def test_a_determined_noun_means_the_last_work_of_its_kind() -> None:
    words = "跨青河特大桥顺利合龙，沿江高速公路控制性工程取得突破。该桥总投资12亿元。"
    assert found(words)["跨青河特大桥"].investment is not None


def test_some_of_several_and_wishes_are_no_completion() -> None:
    assert (
        found("青河街道老旧小区改造项目总投资6800万元，已完工小区8个。")["青河街道老旧小区改造项目"].status
        == "under_construction"
    )
    works = found("确保青河大桥、白石隧道等改造项目建成通车，总投资3亿元。")
    assert all(work.status is None for work in works.values())


@pytest.mark.parametrize(
    "words",
    [
        "一批学校、医院、连队文化活动中心相继投用。",
        "下一步将统筹调度水库、塘堰蓄水。",
        "县政府在青石电子产业园举行开工仪式。",
    ],
)
def test_several_of_a_kind_and_where_others_begin_are_no_project(words: str) -> None:
    assert found(words) == {}


def test_who_builds_stands_in_front_of_what_is_built() -> None:
    works = found("这个由区城投公司兴建的青石交易中心总投资2.1亿元。青石交易中心开工建设。")
    assert works["青石交易中心"].owner == "区城投公司"


def test_status_of_a_list_is_its_occasion() -> None:
    words = "3月18日，全县举行集中开工仪式。规模较大的项目分别是：东岭光电产业园，总投资6亿元，预计明年投产；西岭冷链中心，总投资2亿元。"
    assert {name: project.status for name, project in found(words).items()} == {
        "东岭光电产业园": "started",
        "西岭冷链中心": "started",
    }


@pytest.mark.parametrize(
    ("words", "name", "place"),
    [
        ("位于东山县的云岭储能电站项目，总投资4.5亿元。", "云岭储能电站项目", "东山县"),
        ("东山县年产6万吨再生铝项目，总投资8.2亿元。", "年产6万吨再生铝项目", "东山县"),
        ("在东山县，一行察看了云岭储能电站项目施工现场。", "云岭储能电站项目", "东山县"),
        ("东山开发区的云岭储能电站项目总投资4.5亿元。", "云岭储能电站项目", "东山开发区"),
    ],
)
def test_place_stands_outside_the_name(words: str, name: str, place: str) -> None:
    assert {found.name: found.place for found in found(words).values()} == {name: place}


def test_a_work_named_twice_is_one_record_with_its_fullest_name() -> None:
    words = "记者走进东城云广场，工人正在安装幕墙。东城云广场项目总投资10亿元。云广场预计年底开业。"
    projects = found(words)
    assert list(projects) == ["东城云广场项目"]
    assert projects["东城云广场项目"].investment is not None


def test_sums_of_a_list_belong_to_none_of_its_works() -> None:
    words = "集中开工的东岭小学项目、西岭医院项目等14个重点项目，总投资25.3亿元。"
    assert [project.investment for project in found(words).values()] == [None, None]


def test_evidence_bears_each_field() -> None:
    words = "东岭光电产业园项目位于城东新区，由东岭集团投资建设，总投资3.6亿元，已完成总工程量的65%。"
    project = found(words)["东岭光电产业园项目"]
    assert {label: pieces[0].text for label, pieces in project.evidence.items()} == {
        "name": "东岭光电产业园项目",
        "place": "城东新区",
        "owner": "东岭集团",
        "status": "65%",
        "investment": "3.6亿元",
        "progress": "65%",
    }
    for pieces in project.evidence.values():
        for piece in pieces:
            assert "".join(words[start:end] for start, end in piece.segments) == piece.text


@given(
    st.text(
        alphabet=st.sampled_from(
            list("项目工程产业园大桥总投资亿元占地亩开工封顶的在和、，。；：“”（）\n12")
        ),
        max_size=80,
    )
)
@settings(max_examples=150, deadline=None)
def test_any_text_gives_records_with_true_evidence(words: str) -> None:
    for project in found(words).values():
        pieces = [piece for group in project.evidence.values() for piece in group]
        assert project.name
        assert all(
            piece.text == "".join(words[start:end] for start, end in piece.segments).replace("\n", "")
            for piece in pieces
        )


@pytest.mark.parametrize(
    "unit",
    [
        "项目",
        "项目：甲乙，总投资1亿元；",
        "、东岭产业园",
        "等重点项目施工现场",
        "签约项目为甲、",
        "，东山产业园项目开工",
        "建成后",
    ],
)
def test_time_grows_with_the_text(unit: str) -> None:
    assert grows_evenly(lambda size: partial(found, unit * (size // len(unit))), 3000, 12000)


def test_new_road_is_a_work_told_of_by_its_anaphor() -> None:
    project = found("新修的红枫大道连通了车站。这条路去年4月动工，今年3月12日通车。")["红枫大道"]
    assert project.status == "operating"
    assert [step.text for step in project.milestones] == ["去年4月动工", "今年3月12日通车"]


def test_step_before_a_feast_is_a_milestone_and_a_part_done_is_none() -> None:
    project = found("走进青云古镇项目，总投资2亿元，首批12栋楼已有9栋封顶，要赶在国庆节前开门迎客。")[
        "青云古镇项目"
    ]
    assert [step.text for step in project.milestones] == ["要赶在国庆节前开门迎客"]
    assert project.status == "under_construction"


def test_supply_works_of_a_town_are_named_and_their_progress_read() -> None:
    project = found(
        "今年3月，北山乡农村供水保障工程开工建设，项目总投资1380万元。目前，工程已完成总工程量的90%。"
    )["北山乡农村供水保障工程"]
    assert project.investment is not None
    assert project.investment.value == Decimal(13800000)
    assert project.progress is not None
    assert project.progress.value == Decimal(90)


def test_end_of_a_road_and_class_of_berths_take_nothing_from_the_works() -> None:
    road = found("滨河路提升改造工程起于东桥，止于沿江大道，总投资2亿元，2022年5月开工。")
    assert [*road] == ["滨河路提升改造工程"]
    assert road["滨河路提升改造工程"].investment is not None
    port = found("东屏港二期工程总投资9亿元，新建5000吨级泊位4个，2022年11月开工建设。")
    assert [*port] == ["东屏港二期工程"]
    assert [step.text for step in port["东屏港二期工程"].milestones] == ["2022年11月开工建设"]


def test_orchard_where_people_pick_fruit_is_no_work() -> None:
    assert not found("走进石溪村的蜜橘种植基地，村民们正忙着采摘、装箱。")


def test_manager_behind_a_quotation_speaks_of_the_work() -> None:
    text = "东屏公路改建工程总投资3亿元。\n“我们分三个作业面推进。”项目负责人张大山介绍，预计今年10月底完成沥青路面摊铺，年底前建成通车。"
    project = found(text, "张大山")["东屏公路改建工程"]
    assert [step.text for step in project.milestones] == ["预计今年10月底完成沥青路面摊铺", "年底前建成通车"]


def test_clause_on_the_site_of_a_named_project_finds_it_being_built() -> None:
    project = found("在石溪镇高标准农田建设项目现场，县长指出，要严把质量关。")["石溪镇高标准农田建设项目"]
    assert project.status == "under_construction"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("新建5条主干道路、2台热水锅炉、10公里供水管网等项目。", []),
        ("2019河滨产业合作项目签约仪式在上海举行。", []),
        ("京杭大运河再次实现全线水流贯通。三峡枢纽通过量3989万吨，为投运20年来最大值。", []),
        ("加快冬运会主场馆等重点项目进度，做到储备一批、开工一批、竣工一批。", []),
        ("确保投资3.4亿元的冰上运动训练中心开工建设。", [("冰上运动训练中心", "planned")]),
        (
            "绿双高速公路全长87.6公里，于2019年12月开工，桥隧工程完成85%。",
            [("绿双高速公路", "under_construction")],
        ),
        (
            "旗供热管网改造工程总投资6200万元，今年3月20日复工。今年要改造管网8.6公里，供热期前全部完工。",
            [("旗供热管网改造工程", "resumed")],
        ),
    ],
)
def test_kinds_slogans_and_intentions_are_no_works_done(text: str, told: list[tuple[str, str]]) -> None:
    found = extract(f"基层新闻\n{text}\n", published="2022-06-15").projects
    assert [(project.name, project.status) for project in found] == told


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "先后到新材料股份有限公司、金霞食品有限公司和潇阳保税物流中心，调研重点项目建设。",
            ["潇阳保税物流中心"],
        ),
        ("和谐家园廉租房小区总投资6200万元，目前7栋主体完工。", ["和谐家园廉租房小区"]),
        ("青山县第四中学总投资1.38亿元，9月1日投入使用。", ["青山县第四中学"]),
        ("调研企业复工复产和重点项目建设情况。", []),
    ],
)
def test_names_are_whole(text: str, names: list[str]) -> None:
    found = extract(f"基层新闻\n{text}\n", published="2022-09-15").projects
    assert [project.name for project in found] == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        # what kind of works it is, said in front of the name
        ("沿海地区重点交通工程——青屿湾跨海通道进入关键阶段，今年将建成通车。", ["青屿湾跨海通道"]),
        ("青河铁路那岭河特大桥正在施工，首条山岭隧道贯通。", ["青河铁路那岭河特大桥"]),
        ("认真做好这项全省最大的综合性民生工程，工程正在加快建设。", []),
        ("这是继西浦大桥后的第三条重要跨海通道，正在加紧建设。", []),
        # kinds of works and programmes
        ("现代化灌区建设也在加紧推进。", []),
        ("今年安排的529处大中型灌区建设和改造项目正在加紧建设。", []),
        ("一个200万千瓦的滩涂光伏示范工程正在加紧建设。", []),
        ("继续支持生物医药等领域研发中心项目建设，项目已累计完成投资10亿元。", []),
        ("青石河景观改造工程、主要街区亮化等工程全面完工。", ["青石河景观改造工程"]),
        ("继续实施“城市双修”工程，工程正在加快建设。", []),
        # a noun that goes on
        ("青屿湾航道桥顺利合龙。", ["青屿湾航道桥"]),
        ("全省运动会主场馆项目大道馆、短道馆主体完成封顶。", ["运动会主场馆项目"]),
        # a verb before a noun of works is part of the name
        ("发达广场文旅商贸综合体投入运营。", ["发达广场文旅商贸综合体"]),
    ],
)
def test_kinds_of_works_are_no_names(words: str, names: list[str]) -> None:
    assert list(found(words)) == names


@pytest.mark.parametrize(
    ("words", "name", "status", "steps"),
    [
        (
            "青石酒店开工建设。冬季旅游持续升温，落地签证服务中心投入使用。",
            "青石酒店",
            "started",
            ["开工建设"],
        ),
        (
            "投资1.15亿元的东站水厂改扩建工程开工建设。投资650万元建成6座水冲式公厕。",
            "东站水厂改扩建工程",
            "started",
            ["开工建设"],
        ),
        ("加快时代广场项目建设，实现万佳农贸批发市场投入运营。", "时代广场项目", "under_construction", []),
        (
            "（4）青石科技园项目开工；\n（5）上江港新能源汽车首次启用“一箱制”联运模式；",
            "青石科技园项目",
            "started",
            [],
        ),
        # the same works by a shorter name, its parts
        (
            "青石国际会展中心项目开工。目前，会展中心主体已封顶。",
            "青石国际会展中心项目",
            "under_construction",
            None,
        ),
        ("青石风电场开工建设，8月底前风电场将全部投产。", "青石风电场", "started", None),
        # a wish goes on over the names
        ("确保青石酒店、百悦酒店投入运营，锦河国际酒店项目开工建设。", "锦河国际酒店项目", "planned", None),
        ("西成铁路建成隧道中海拔最高，巩固创建成果。", "西成铁路", "completed", []),
    ],
)
def test_what_else_is_built_is_told_apart(
    words: str, name: str, status: str, steps: list[str] | None
) -> None:
    project = found(words)[name]
    assert project.status == status
    assert steps is None or [step.text for step in project.milestones] == steps


def test_plans_of_a_yearly_report_are_plans() -> None:
    review = "过去一年，青石大桥项目开工建设。" + "全区上下团结一心，真抓实干。" * 180
    plans = "\n二、2015年工作安排\n白沙水厂扩建工程开工建设，投入使用。黑山水厂改造工程年内完工。各类商业中心建成。"
    projects = found(review + plans)
    assert projects["青石大桥项目"].status == "started"
    assert projects["白沙水厂扩建工程"].status == "planned"
    assert projects["白沙水厂扩建工程"].milestones == ()
    assert [step.text for step in projects["黑山水厂改造工程"].milestones] == ["年内完工"]


def test_the_last_place_named_is_the_works() -> None:
    projects = found("在广西，青石枢纽工程正在加紧建设；在重庆，白沙机场航站楼项目进展顺利。")
    assert projects["青石枢纽工程"].place == "广西"
    assert projects["白沙机场航站楼项目"].place == "重庆"


def test_works_that_are_pursued_are_told_of() -> None:
    assert list(found("启动实施白沙水厂改扩建工程，推进青石广场项目建设。")) == [
        "白沙水厂改扩建工程",
        "青石广场项目",
    ]
    assert not found("实施市民素质提升工程，推进茶旅融合项目建设，支持实施水利工程33个。")


def test_a_sum_in_front_is_for_what_is_built_with_it() -> None:
    projects = found(
        "甲石集团投资15亿元在藤溪县建设高端建筑陶瓷产业园，占地800亩，解决就业2500人；"
        "乙江电子有限公司计划投资3.2亿元，在白沙高新区建设智能音响生产线项目。"
    )
    park, line = projects["高端建筑陶瓷产业园"], projects["智能音响生产线项目"]
    assert (park.owner, park.place) == ("甲石集团", "藤溪县")
    assert (line.owner, line.place) == ("乙江电子有限公司", "白沙高新区")
    sums = [project.investment and project.investment.value for project in (park, line)]
    assert sums == [Decimal(1_500_000_000), Decimal(320_000_000)]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        # words of the trade name a work only where something is done to it
        ("大力发展文创产业园、生态廊道。目前，四个航运示范区已经建成。", []),
        ("在交通枢纽等地，1000个志愿服务小站也已投入运行。", []),
        ("加大对光伏发电项目投入，合作单位已开工。", []),
        ("我国水电清洁能源基地建设全面提速。", []),
        ("重点恢复重建工程在今年汛期前投入使用。", []),
        ("旅游体验综合体正在加紧建设。", ["旅游体验综合体"]),
        ("污水处理厂二期工程顺利完工。", ["污水处理厂二期工程"]),
        ("重点支持休闲农业、数字乡村、农村道路、亮化等项目建设。", []),
        (
            "启动机械装备交易中心、恒盛二手车交易市场、海东畜产品交易市场搬迁等项目。",
            ["机械装备交易中心", "恒盛二手车交易市场", "海东畜产品交易市场搬迁"],
        ),
        # some of several, and what the works of a list are
        ("一批中央财政支持的青河流域治理工程先后开工。", []),
        ("随着10个“二线口岸”启用，全岛封关。", []),
        ("全年共实施农牧业项目27个，项目进展顺利。", []),
        ("青禾公司羊肉加工、白沙公司肉牛屠宰等食品加工项目开工建设。", []),
        ("积极申报“两重”建设项目，总投资3亿元。", []),
        ("推进平安创建工程建设，工程全面完工。", []),
        # what a name is said to be, where something happens, what is told later of something else
        ("青云高铁是白沙高速公路跨江段的关键工程，预计2023年6月通车。", ["青云高铁"]),
        ("青屿通道是集“桥、岛、隧、水下互通”于一体的跨海集群工程，计划2024年建成通车。", ["青屿通道"]),
        ("邮轮在青屿造船码头交付用户，正式投入运营。", []),
        ("新型客机在白沙国际机场首飞。同年，客机通过验收。", []),
        ("动车组首次在青云铁路上线试运行。", []),
        ("赴青山县督导项目建设情况；\n（2）白沙公路口岸货运量增长；", []),
        # a name is whole
        ("青屿机场联络线顺利开工。", ["青屿机场联络线"]),
        ("启动建设办蔬菜园区工程，工程进展顺利。", ["建设办蔬菜园区工程"]),
        ("全国第十四届冬运会主场馆项目主体封顶。", ["全国第十四届冬运会主场馆项目"]),
        ("550万元青石社区文体馆项目基本完工。", ["青石社区文体馆项目"]),
        ("青云高铁网全面建成，白沙灌溉工程遗产已达34项。", []),
    ],
)
def test_words_of_the_trade_and_what_is_said_of_others_name_no_works(words: str, names: list[str]) -> None:
    assert list(found(words)) == names


@pytest.mark.parametrize(
    ("words", "name", "status", "steps"),
    [
        ("青石中学、桃源中学等项目前期工作进展顺利。", "青石中学", "planned", []),
        (
            "青石物流园区云计算、牧机二期等项目开工建设，园区正在施工。",
            "青石物流园区",
            "under_construction",
            [],
        ),
        ("青石园区一批合作项目签约，青石园区开工建设。", "青石园区", "started", ["开工建设"]),
        (
            "青河景观改造工程全面实施，67栋沿街楼体亮化改造工程全部完工，工程进展顺利。",
            "青河景观改造工程",
            "under_construction",
            [],
        ),
        (
            "青石会展中心一期正在施工，二期工程开工建设。",
            "青石会展中心一期",
            "under_construction",
            [],
        ),
        ("青石大桥贯通今天（3月5日）。", "青石大桥", "under_construction", []),
        ("青石水电站已经建成两条能源走廊，正在施工。", "青石水电站", "under_construction", []),
        ("青石水库正在施工，年内建成水冲式公厕30座。", "青石水库", "under_construction", []),
        ("开放青石新区，正在施工，打造高水平对外开放平台。", "青石新区", None, None),
    ],
)
def test_what_is_done_to_others_is_no_step(
    words: str, name: str, status: str, steps: list[str] | None
) -> None:
    project = found(words).get(name)
    assert (project and project.status) == status
    assert steps is None or [step.text for step in project.milestones if project] == steps


def test_a_sum_of_the_year_is_no_cost() -> None:
    assert found("青石物流园区正在建设，全年计划投资3亿元。")["青石物流园区"].investment is None


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("镇里正规划建设李家坪花海二期项目，总投资3000万元。", ["李家坪花海二期项目"]),
        ("一行走进桃林片区城中村改造项目施工现场。", ["桃林片区城中村改造项目"]),
        ("县城集中供热工程热源厂工地上，工人们正加紧安装锅炉。", ["县城集中供热工程"]),
        (
            "由琅山港集团投资建设的琅山港北作业区4号原油码头工程通过竣工验收。",
            ["琅山港北作业区4号原油码头工程"],
        ),
        ("他还察看了李子口棚户区改造、东山大道刷黑改造等项目。", ["李子口棚户区改造", "东山大道刷黑改造"]),
        ("沙河三桥由市城投公司投资建设，总投资7.8亿元。", ["沙河三桥"]),
        ("恒远阀门有限公司高端阀门生产项目总投资5.6亿元。", ["高端阀门生产项目"]),
    ],
)
def test_a_name_ends_where_the_work_does(words: str, names: list[str]) -> None:
    assert list(found(words)) == names


@pytest.mark.parametrize(
    "words",
    [
        "高峰时工地上有600多名工人同时作业。",
        "东山高新区秋季招商推介暨项目签约仪式举行。",
        "码头工程新建30万吨级原油泊位一座。",
        "全县计划实施农村饮水安全工程18处，总投资920万元。",
        "李四深入青山区、高新区部分学校督导，学校占地96亩。",
    ],
)
def test_times_sizes_groups_and_occasions_are_no_projects(words: str) -> None:
    assert not found(words, "李四")


def test_a_section_belongs_to_the_road_and_its_roadbed_is_a_step() -> None:
    words = "西塬二级公路改建工程宜川段路基工程全面完工。西塬二级公路改建工程总投资2亿元，今年10月竣工。"
    (project,) = found(words).values()
    assert (project.name, project.status) == ("西塬二级公路改建工程宜川段", "under_construction")
    assert [step.text for step in project.milestones] == ["路基工程全面完工", "今年10月竣工"]


def test_the_company_in_front_of_a_work_owns_it() -> None:
    words = "恒远阀门有限公司高端阀门生产项目总投资5.6亿元；石桥镇槐岭果业公司冷藏库扩建工程总投资900万元。"
    projects = found(words)
    assert projects["高端阀门生产项目"].owner == "恒远阀门有限公司"
    house = projects["槐岭果业公司冷藏库扩建工程"]
    assert (house.place, house.owner) == ("石桥镇", "槐岭果业公司")


def test_a_deadline_that_a_visitor_sets_is_of_the_work_he_looks_at() -> None:
    words = "甲河污水处理厂二期工程日处理污水3万吨。李四叮嘱建设单位抓紧调试设备，确保6月底通水运行。"
    project = found(words, "李四")["甲河污水处理厂二期工程"]
    assert [step.text for step in project.milestones] == ["确保6月底通水运行"]


def test_what_the_company_says_is_of_its_own_work() -> None:
    words = (
        "由东山鑫光光电有限公司投资兴建的灯具封装项目总投资12亿元；休闲食品加工项目总投资3.2亿元。\n"
        "“很快。”东山鑫光光电有限公司董事长李四说，项目计划8月动工，力争明年底试产。"
    )
    projects = found(words, "李四")
    assert [step.text for step in projects["灯具封装项目"].milestones] == [
        "项目计划8月动工",
        "力争明年底试产",
    ]
    assert not projects["休闲食品加工项目"].milestones


def test_those_of_a_signing_told_right_before_are_planned() -> None:
    words = "此次签约的项目涉及电子信息等领域。由甲光电有限公司投资兴建的灯具封装项目总投资12亿元。"
    assert found(words)["灯具封装项目"].status == "planned"


def test_a_park_built_beside_is_no_other_work() -> None:
    words = "李家坪花海二期项目总投资3000万元，配套建设游客中心和停车场，预计明年“五一”前开放。"
    (project,) = found(words).values()
    assert [step.text for step in project.milestones] == ["预计明年“五一”前开放"]


def test_so_much_of_a_road_built_is_not_all_of_it() -> None:
    words = "清溪河绿道规划全长18.6公里，目前已建成11.2公里，剩余路段计划9月底前全线贯通。"
    project = found(words)["清溪河绿道"]
    assert project.status == "under_construction"
    assert [step.text for step in project.milestones] == ["剩余路段计划9月底前全线贯通"]


def test_what_a_reservoir_is_names_no_other() -> None:
    words = "白沙河水库是一座以灌溉、供水为主的中型水库，由柳湾水投集团负责建设，总投资9.87亿元。"
    (project,) = found(words).values()
    assert (project.name, project.owner) == ("白沙河水库", "柳湾水投集团")
    assert project.investment
    assert project.investment.value == Decimal(987000000)


def test_parts_of_works_are_no_works_of_their_own() -> None:
    words = "柳湾湿地公园一期占地320亩，目前栈道和绿化工程已进入扫尾阶段，9月底前向市民开放。"
    (project,) = found(words).values()
    assert [step.text for step in project.milestones] == ["9月底前向市民开放"]


def test_who_invests_stands_behind_the_work() -> None:
    words = "工人在白沙智谷产业园施工现场绑扎钢筋。该产业园由柳湾家居集团投资18亿元建设，地处岩溶发育区。"
    (project,) = found(words).values()
    assert (project.owner, project.place) == ("柳湾家居集团", None)


def test_a_meeting_on_the_spot_is_no_site() -> None:
    assert not found("全市冬季农业生产暨高标准农田建设现场推进会在白沙县召开。")


def test_a_town_before_a_park_is_another_place() -> None:
    assert not any(
        "白沙镇" in name for name in found("观摩团先后深入白沙镇和旗工业园区，察看了项目建设情况。")
    )


def test_the_first_of_its_kind_is_named_where_it_is_begun() -> None:
    words = (
        "3月16日，我市首个餐厨垃圾处理厂在柳湾区白沙村奠基。该厂由绿源环保公司投资6800万元兴建，占地52亩。"
    )
    project = found(words)["餐厨垃圾处理厂"]
    assert (project.place, project.owner, project.status) == ("柳湾区白沙村", "绿源环保公司", "started")


def test_a_sum_among_those_signed_is_of_the_whole_work() -> None:
    words = "签约金额92.3亿元，其中投资10亿元的白沙智能终端生产基地项目落户柳湾镇。"
    project = found(words)["白沙智能终端生产基地项目"]
    assert project.investment
    assert project.investment.value == Decimal(1000000000)


def test_who_says_to_build_it_and_where() -> None:
    words = "白沙集团将在我县投资建设5万千瓦光伏扶贫项目。该项目计划9月份动工。"
    (project,) = found(words).values()
    assert (project.owner, project.place, project.status) == ("白沙集团", "我县", "planned")


@pytest.mark.parametrize("words", ["备受瞩目的青石广场项目预计本月底开业。", "据青石广场项目相关负责人介绍，项目预计本月底开业。"])  # fmt: skip
def test_what_leads_up_to_a_work_is_no_part_of_its_name(words: str) -> None:
    assert list(found(words)) == ["青石广场项目"]


@pytest.mark.parametrize("name", ["青河区第二中学教学楼加固改造工程", "临江市第一医院门诊楼扩建项目"])
def test_a_building_of_what_stands_already_is_a_work_of_its_own(name: str) -> None:
    page = f"本报讯 在{name}现场，王某登上脚手架。该工程总投资1860万元，今年5月20日开工。"
    assert [project.name for project in newsie.extract(page, published="2011-09-15").projects] == [name]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        # what leads up to a name, and what only points at a work
        ("在白岭，建设者们正争分夺秒进行船闸主体工程的施工。", []),
        ("有关部门邀请使节乘坐南内铁路列车。南内铁路2017年5月投入运营。", [("南内铁路", "operating")]),
        ("某部在海岸建造的临时码头将迁移。这一临时码头5月启用。", []),
        ("来自青石市医院的医生正在为患者施工指导。", []),
        ("我市首个大直径海底盾构隧道全线贯通。", []),
        # where another work begins, and how far one travels
        ("青石国际机场到白岭新区的轨道交通建设加紧进行。", []),
        ("青石至白岭铁路旅行时间缩短10个小时。", []),
        ("东湾与西湾口岸同步开通车辆免刷证通关。", []),
        ("中小企业了解市场需求，一座集物流、仓储等全链条的跨境电商产业园正式投用。", []),
        ("双方要做好运营，培育雅白高铁经济带。", []),
        (
            "哈密到重庆±800千伏特高压直流输电工程投产送电。",
            [("哈密到重庆±800千伏特高压直流输电工程", "operating")],
        ),
        ("青河手工地毯为2000多个家庭带来收入。要加快建设内外通道和区域性枢纽。", []),
        (
            "青石至白岭高速铁路启动联调联试，为开通运营做准备。",
            [("青石至白岭高速铁路", "under_construction")],
        ),
        # a part is done, a ceremony is to come, something else is built
        ("青白通道全线沥青路面今日完工。", [("青白通道", "under_construction")]),
        ("他将于4月15日访问甲国，出席复青气田四期项目开工仪式。", [("复青气田四期项目", "planned")]),
        ("青白高铁今天正式建成，全线贯通运营。", [("青白高铁", "operating")]),
        ("青石食品产业园筹建工作进展顺利。", [("青石食品产业园", "planned")]),
        ("企业出资45亿元作为项目资本金，预计可带动民营企业投资超过240亿元。", []),
        ("要深挖青老铁路潜力，推进合作。我国首条规模化民航轮胎生产线在广西建成投产。", []),
        (
            "新能源外送工程——青海—白岭±800千伏特高压直流工程投产送电。",
            [("青海—白岭±800千伏特高压直流工程", "operating")],
        ),
        ("青石水电站第二台机组4月22日正式并网发电。", [("青石水电站", None)]),
        # a province's backbone and the station that is the greatest
        ("吉林水网骨干工程46个隧洞工区全面动工。", [("吉林水网骨干工程", "started")]),
        ("青高铁路全线最大站房青石西站主体工程已经完工。", [("青石西站", "completed")]),
    ],
)
def test_what_only_leads_to_or_from_works_names_none(words: str, told: list[tuple[str, str | None]]) -> None:
    page = f"工程建设快讯\n\n央视网消息：{words}\n"
    projects = extract(page, published="2024-05-20").projects
    assert [(project.name, project.status) for project in projects] == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        # whatever noun it ends in: a sum or a word for works says that it is one
        ("5月3日，投资2.3亿元的白岭数据港开工建设，明年完工。", [("白岭数据港", "started")]),
        ("白岭谷位于青山县，总投资12亿元，占地300亩，目前主体已完工。", [("白岭谷", "completed")]),
        (
            "国家重点水利工程——青石蓄滞洪区白岭标段加紧施工。",
            [("青石蓄滞洪区白岭标段", "under_construction")],
        ),
        ("白岭集团总投资12亿元，规划建设三个片区。", []),
        ("青石商贸城开工建设。", [("青石商贸城", "started")]),
        # a road is named by where it leads to, of whole provinces too
        ("京白高速公路改扩建项目加紧施工。", [("京白高速公路改扩建项目", "under_construction")]),
        ("农村公路改扩建项目加紧施工。", []),
        (
            "湖北咸石至江西九白高速公路（湖北段）5月3日贯通。",
            [("湖北咸石至江西九白高速公路（湖北段）", "under_construction")],
        ),
        ("白岭700万吨露天矿项目已进入国家核准程序。", [("白岭700万吨露天矿项目", "planned")]),
        ("白岭文化创意产业园项目扎实推进。", [("白岭文化创意产业园项目", "under_construction")]),
        ("公立医院改革顺利推进。", []),
        # works of a list, by what is done to them
        (
            "青石牧场二期、白岭市场扩建等工程顺利推进。",
            [("青石牧场二期", "under_construction"), ("白岭市场扩建", "under_construction")],
        ),
        ("82条县级以上水毁路段恢复工程全部完工。", []),
        ("西藏拉萨至白岭高等级公路全线通车。", [("拉萨至白岭高等级公路", "operating")]),
    ],
)
def test_works_by_the_words_around_them(words: str, told: list[tuple[str, str | None]]) -> None:
    page = f"工程建设快讯\n\n央视网消息：{words}\n"
    projects = extract(page, published="2024-05-20").projects
    assert [(project.name, project.status) for project in projects] == told


def test_a_place_is_of_the_work_it_is_said_of() -> None:
    page = "工程建设快讯\n\n央视网消息：{}\n"
    words = "在安徽青西，总投资4.6亿元的白岭文化中心竣工。"
    (project,) = extract(page.format(words), published="2024-05-20").projects
    assert project.place == "安徽青西"
    words = "随着青白高铁通车，白岭这个地处三省交界处的小县城热闹起来。"
    (project,) = extract(page.format(words), published="2024-05-20").projects
    assert project.place is None


def test_so_many_of_a_kind_are_no_work() -> None:
    page = "工程建设快讯\n\n央视网消息：社会各界捐款955万元，兴建技术培训中心1所，总投资600万元。\n"
    assert extract(page, published="2024-05-20").projects == ()


def test_works_by_what_is_said_of_them() -> None:
    text = (
        "基层新闻\n城东水厂是全区最大的民生供水项目，总投资4.2亿元，占地93亩。\n"
        "灵犀科技将在经开区投资12亿元建设车规级芯片基地项目，项目用地85亩。\n"
        "我市重点项目集中开工。同日动工的还有：白沙冷链物流中心，投资额为3.2亿元；青马县道改造工程，造价1.46亿元。\n"
        "东村扶贫车间由村里利用闲置小学改建，投资120万元，2019年3月投产。\n"
        "市委书记张明先后来到城东夜市、锦澜中央广场施工工地检查安全。\n"
    )
    found = {
        each.name: (each.owner, each.place, each.investment and int(each.investment.value), each.status)
        for each in extract(text, published="2023-06-15").projects
    }
    assert found == {
        "城东水厂": (None, None, 420000000, None),
        "车规级芯片基地项目": ("灵犀科技", "经开区", 1200000000, "planned"),
        "白沙冷链物流中心": (None, None, 320000000, "started"),
        "青马县道改造工程": (None, None, 146000000, "started"),
        "锦澜中央广场": (None, None, None, "under_construction"),
    }
    assert [each.land_area for each in extract(text, published="2023-06-15").projects][1]


def _told(words: str) -> list[tuple[str, str | None, str | None]]:
    page = f"工程建设快讯\n\n央视网消息：{words}\n"
    projects = extract(page, published="2024-05-20").projects
    return [(project.name, project.status, project.place) for project in projects]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("青白高铁全线开始铺轨。", "under_construction"),
        ("青白高铁试验段接触网送电成功。", "under_construction"),
        ("青白高铁进入联调联试阶段。", "under_construction"),
        ("青石长江大桥成功转体。", "under_construction"),
        ("青石长江大桥北锚碇沉井首次下沉到位。", "under_construction"),
        ("青石抽水蓄能电站首轮蓄水完成。", "under_construction"),
        ("青石水电站首台机组并网发电。", "under_construction"),
        ("青石通道项目建设过半。", "under_construction"),
        ("青石运河建设进度加快，年内计划完成投资170亿元。", "under_construction"),
        ("青白高铁接触网全面送电。", "under_construction"),
        ("在青河金川水电站的建设一线，工人坚守岗位。", "under_construction"),
        ("青石长江大桥主通航孔桥首根桩基施工加快推进。", "under_construction"),
        ("成青地区数字化赋能基地建成投用。", "operating"),
        ("青石灌区现代化改造工程3月18日开始建设。", "started"),
        ("青石水利枢纽输水及灌溉工程，目前施工进入冲刺阶段。", "under_construction"),
        ("位于陕西的青石水利枢纽，日前正进行大坝混凝土浇筑。", "under_construction"),
        ("青石至胜地1000千伏特高压交流工程正进入建设加速期。", "under_construction"),
        ("白石运河开挖过半。", "under_construction"),
        ("连接福建青州和广东白头的青白高铁福建段开始架梁。", "under_construction"),
        ("青商铁路全线连续梁结构全面完成。", "under_construction"),
        ("在示范区青心岛项目现场，一派热火朝天的繁忙景象。", "under_construction"),
        ("（5）北京青州站今天通车投运；", "operating"),
        ("青石散裂中子源二期工程建设启动。", "started"),
        # two lines and a section of a third, all opened
        ("青白高铁、东湾高铁、西岭高铁甲乙段等一批新线投用。", "operating"),
        ("农村饮水安全工程全部投入使用。", "operating"),
    ],
)
def test_the_stages_of_works(words: str, status: str) -> None:
    assert {found for _, found, _ in _told(words)} == {status}


@pytest.mark.parametrize(
    "words",
    [
        "青白铁路通车运营三周年。",
        "青石电站首台机组投产发电20年来，累计发电1.6万亿千瓦时。",
        "青河大运河全线贯通补水任务顺利完成。",
        "全年国有铁路完成投资342亿元，电气化铁路建成1408公里，投产1916公里。",
        "一批陆路交通、水运航道等重点项目开工建设。",
        "我国海拔最高风电项目首批风机并网。",
        "援青工程建成。",
        "以青水北调工程为主骨架的国家水网建设加速推进。",
        "从长江青峡库区引水入青江口水库下游，建成后将惠及百万人。",
        "青石示范中心今天启用。",
        "在浙江，世界最高水头抽水蓄能电站加紧施工。",
        "今天，京青铁路河北固石与北京丰石通勤列车正式开通。",
        "推进科普进青石学校、进社区。",
        "加快丝绸之路经济带核心区建设。",
        "中青要做排头兵，加快中青铁路建设。",
        "加快处置停缓建项目，推动解决。",
        "推进120万千瓦风电和75万千瓦光热项目建设。",
        "220个青石文明驿站今天启用。",
        "两省在建及建成的省际高速公路目前已达21条。",
        "通过聚集一批带动作用强的新质生产力项目，为发展注入新动能。",
    ],
)
def test_no_works_are_told_of(words: str) -> None:
    assert _told(words) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        # what is crossed is where the bridge stands
        (
            "青白高铁广河特大桥跨东湾货运铁路成功转体。",
            [("青白高铁广河特大桥", "under_construction", None)],
        ),
        # a line is built while its part is, or when it is said what comes then
        (
            "青白高铁广河特大桥合龙。青白高铁连接青石、白岭，建成后，将实现半小时直达。",
            [
                ("青白高铁广河特大桥", "under_construction", None),
                ("青白高铁", "under_construction", None),
            ],
        ),
        ("青白高铁全长142公里。通车后，两地间将缩短至40分钟。", [("青白高铁", "under_construction", None)]),
        ("青白高铁开通后，旅客最快3小时可到达。", []),
        # the province in front is the place
        (
            "陕西引青济白二期工程北干线隧洞10日贯通。",
            [("引青济白二期工程北干线隧洞", "under_construction", "陕西")],
        ),
        ("广西大青峡水利枢纽工程开工。", [("大青峡水利枢纽工程", "started", "广西")]),
        ("内蒙古送电上海配套过江工程开工。", [("内蒙古送电上海配套过江工程", "started", None)]),
        ("宁夏煤业400万吨煤炭液化项目投产。", [("宁夏煤业400万吨煤炭液化项目", "operating", None)]),
        # from one place to another
        ("哈密到重庆特高压工程投产送电。", [("哈密到重庆特高压工程", "operating", None)]),
        ("书记来到重庆铁路枢纽工程调研。", [("重庆铁路枢纽工程", None, None)]),
        (
            "广西一批交通重点项目10日开工建设，包括湖南青石至广西白岭、贵州东湾至广西西湾等高速公路。",
            [
                ("湖南青石至广西白岭", "started", "广西"),
                ("贵州东湾至广西西湾", "started", "广西"),
            ],
        ),
        ("今年将增开青石至白岭、东湾至西湾等高速列车。", []),
        # what the line once built joins is another's
        (
            "青商高铁建设正酣。青商高铁长300公里，建成后将连通东湾高铁。",
            [("青商高铁", "under_construction", None)],
        ),
        ("西康高铁作为东部地区客运主通道，建成后将促进融合。", [("西康高铁", "under_construction", None)]),
        # what it is the greatest of, parts, what is done to another
        ("世界最长高速公路隧道青山隧道贯通。", [("青山隧道", "under_construction", None)]),
        (
            "青石口岸项目开工，该项目涵盖岛上工程及青石专用通道三部分，建成后将提高效率。",
            [("青石口岸项目", "started", None)],
        ),
        (
            "青石港综合码头项目开工，项目总投资3亿元，甲等5家企业启动建设。",
            [("青石港综合码头项目", "started", None)],
        ),
    ],
)
def test_lines_their_parts_and_their_places(words: str, told: list[tuple[str, str, str | None]]) -> None:
    assert _told(words) == told


def test_who_invests_stands_in_front_of_what_is_named() -> None:
    page = "工程快讯\n\n央视网消息：在佛山，德国工业巨头青威投资的百亿级智能制造基地封顶。\n"
    (project,) = extract(page, published="2025-09-06").projects
    assert (project.name, project.owner, project.place) == ("智能制造基地", "青威", "佛山")


def test_a_step_has_the_day_in_front_of_its_clause() -> None:
    page = "工程快讯\n\n央视网消息：今年内，青东铁路、白宜高铁等多条铁路将建成通车。\n"
    projects = extract(page, published="2023-03-20").projects
    assert [[step.text for step in project.milestones] for project in projects] == [["将建成通车"]] * 2
    assert {step.date.text for project in projects for step in project.milestones if step.date} == {"今年内"}


def test_a_line_that_begins_with_a_surname_is_no_person() -> None:
    page = "快讯\n\n央视网消息：沈青高铁作为东部地区客运主通道，沈青高铁昨天开工建设。\n"
    result = extract(page, published="2024-01-01")
    assert not [mention for mention in result.mentions if mention.label == "PERSON"]
    assert [project.name for project in result.projects] == ["沈青高铁"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        # what a report carries on, alone and in lists, and what it says was done
        (
            "推进石燕镇新镇区和青河镇滨河新区建设，促进发展。",
            [("石燕镇新镇区", "under_construction", None), ("青河镇滨河新区", "under_construction", None)],
        ),
        (
            "大力推进青石生态奶源基地项目，新建牧场2.6万平方米。",
            [("青石生态奶源基地项目", "under_construction", None)],
        ),
        ("完成青腾果蔬批发市场项目建设。", [("青腾果蔬批发市场项目", "completed", None)]),
        (
            "一要抓好生产，完成青腾果蔬批发市场项目建设。",
            [("青腾果蔬批发市场项目", "under_construction", None)],
        ),
        ("完成西青口路建设。", [("西青口路", "completed", None)]),
        (
            "完成对胜青三路、学青东路和贝青大街3条主干道路的改造。",
            [
                ("胜青三路", "completed", None),
                ("学青东路", "completed", None),
                ("贝青大街", "completed", None),
            ],
        ),
        (
            "完成众和青街、华青地下金街的建设。",
            [("众和青街", "completed", None), ("华青地下金街", "completed", None)],
        ),
        ("推进中青桥至贝青桥、伊青桥至呼青桥沿河两岸的景观改造建设。", []),
        ("完成税务局综合业务用房主体建设和8万平方米广场建设。", []),
        # the short name of a line, and a line of another kind
        (
            "广西青城港至东山铁路开工建设。青东铁路是青城港至东山的铁路线路。",
            [("青城港至东山铁路", "started", "广西")],
        ),
        (
            "西安至青康高速铁路全线铺轨正式启动。西康高铁预计明年通车。",
            [("西安至青康高速铁路", "under_construction", None)],
        ),
        (
            "东桐至西色铁路昨天开工建设。东西铁路北接青昆铁路，南连青宁至昆石铁路，建设工期5年。",
            [("东桐至西色铁路", "started", None)],
        ),
        # what it is, in front of its name
        ("世界最高坝双青口水电站完成首次蓄水。", [("双青口水电站", "under_construction", None)]),
        (
            "国家重点推进的重大水利工程之一青门供水水源保障工程昨天开工。",
            [("青门供水水源保障工程", "started", None)],
        ),
        (
            "青昆高铁控制性工程——全长21.17公里的青辉隧道顺利贯通，这是我国西南地区首座贯通的20公里以上、时速350公里的高速铁路特长隧道。",
            [("青昆高铁", "under_construction", None), ("青辉隧道", "under_construction", None)],
        ),
        (
            "在云南青安县的大青口光伏发电项目施工现场，工人们忙碌着。",
            [("大青口光伏发电项目", "under_construction", "云南青安县")],
        ),
    ],
)
def test_works_of_reports_and_of_lines(words: str, told: list[tuple[str, str, str | None]]) -> None:
    assert _told(words) == told


def test_irrigated_land_is_no_person() -> None:
    page = "工程快讯\n\n央视网消息：龙青灌区工程建成后，将进一步提高水资源利用效率。\n"
    result = extract(page, published="2024-01-01")
    assert [(project.name, project.status) for project in result.projects] == [
        ("龙青灌区工程", "under_construction")
    ]


def test_sentences_of_a_report_tell_of_works_of_their_own() -> None:
    page = "政府工作报告\n\n青祥示范园项目进展顺利。石燕镇4000平方米保鲜库投入使用。\n"
    (project,) = extract(page, published="2024-01-01").projects
    assert (project.name, project.milestones) == ("青祥示范园项目", ())


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("青白高铁全长400公里，预计下月全线通车。", "under_construction"),
        ("青白高铁、白岭高铁等多条新线将于年底前开通运营。", "under_construction"),
        ("青石大桥全长2公里，计划2027年建成通车。", "under_construction"),
        ("青石抽水蓄能电站项目即将投产。", "finishing"),
        ("确保各项任务完成，青石迁建项目10月份投入使用。", "under_construction"),
        ("青石水库扩建工程进入竣工验收阶段。", "finishing"),
        ("青白高铁进入静态验收阶段。", "finishing"),
        ("青白高铁渝宜段进入运行试验阶段。", "under_construction"),
        ("青石综合保税区顺利通过国家联合验收组正式验收。", "completed"),
        ("青石大桥项目正向着全面竣工冲刺。", None),
        ("青石水电站四台机组全部投产发电。", "operating"),
        ("青石水电站最后一台机组顺利并网。", "operating"),
        ("青石水电站1号机组投产发电。", "under_construction"),
        ("青白高铁全线桥隧工程主体工程完工。", "under_construction"),
        ("青石桥修缮工程日前在白岭市正式启动。", "started"),
        ("青石高速公路改扩建工程取得阶段性进展，工程建设取得重大突破。", "under_construction"),
        ("青岭安置点项目占地42亩，规划建房86户，目前53户主体已完工。", "under_construction"),
    ],
)
def test_stages_and_days_to_come(words: str, status: str | None) -> None:
    assert [found for _, found, _ in _told(words)][:1] in ([status], [] if status is None else [status])


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("重大项目集中开工活动今天举行。青石产业园项目总投资18亿元，计划明年6月投产。", "started"),
        (
            "招商大会今天举行。青石产业园项目计划投资8亿元，预计明年5月竣工投产。区长表示，将以此次签约为新的起点。",
            "planned",
        ),
        ("下一步，我们计划投资1200万元建设青石罐头加工厂。", "planned"),
    ],
)
def test_works_of_a_day_of_many(words: str, status: str) -> None:
    assert _told(words)[0][1] == status


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("青石炼化一体化项目今天在广东揭阳正式投产。", "广东揭阳"),
        ("青石水库复建工程日前在河南省平顶山市通过竣工验收。", "河南省平顶山市"),
        ("青石医院迁建工程奠基仪式在城西新区举行。", "城西新区"),
        ("青石光电项目在台商创业基地举行奠基仪式。", "台商创业基地"),
        ("青石水利枢纽工程开工仪式在白岭县石门乡举行。该工程位于青河中游。", "青河中游"),
        ("湖北省最大灌区——青石灌区续建配套工程已开工。", "湖北省"),
        ("青石大桥项目在全省率先建成。", None),
        ("青岭县引进的青石温泉小镇项目开工建设。", "青岭县"),
        ("东山经济开发区与青石机械公司签订的农机配件项目总投资2亿元。", "东山经济开发区"),
    ],
)
def test_where_works_begin_or_end(words: str, place: str | None) -> None:
    assert _told(words)[0][2] == place


def test_the_frame_of_a_line_s_part_is_not_the_line_s() -> None:
    told = {
        name: place
        for name, _, place in _told("在湖北十堰，青白高铁控制性工程——青江特大桥合龙。青白高铁预计明年通车。")
    }
    assert told["青白高铁"] is None


def test_an_owner_may_be_called_after_investing() -> None:
    words = "青石大桥全长1公里，由白岭市交通投资集团投资建设，总投资5亿元，正在加紧施工。"
    page = f"工程建设快讯\n\n央视网消息：{words}\n"
    assert extract(page, published="2024-05-20").projects[0].owner == "白岭市交通投资集团"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("优化教育资源，加强师资建设，重点实施青石中学迁建、白岭学校扩建等项目，大力引进人才。", "planned"),
        (
            "继续加大投入，确保年内青石文体中心项目投入使用，进一步改善条件，大力发展事业。",
            "under_construction",
        ),
        ("推进城市建设，加强管理，启动青石水厂扩建、白岭大桥改造工程，力争年内晋升等级。", "planned"),
    ],
)
def test_plans_of_a_part_of_a_report(words: str, status: str) -> None:
    projects = extract(f"政府工作报告\n\n{words}\n", published="2024-01-20").projects
    assert {project.status for project in projects} == {status}


@pytest.mark.parametrize(
    ("words", "name", "steps"),
    [
        # two steps of one clause, each with its day
        (
            "总投资12亿元的恒远轴承项目，计划年底前开工、2024年上半年竣工投产。",
            "恒远轴承项目",
            ["计划年底前开工", "2024年上半年竣工投产"],
        ),
        (
            "恒远新材料二期项目总投资2亿元，设备安装已完成85%、预计明年3月试生产。",
            "恒远新材料二期项目",
            ["预计明年3月试生产"],
        ),
        # homes are moved into
        (
            "青云里安置小区建设项目总投资2亿元，群众今年6月底前拎包入住。",
            "青云里安置小区建设项目",
            ["群众今年6月底前拎包入住"],
        ),
        # some of several, at a day
        (
            "恒远轴承产业园项目总投资2亿元。目前，项目已有9栋厂房封顶。",
            "恒远轴承产业园项目",
            ["项目已有9栋厂房封顶"],
        ),
        # what runs by now is a state, and what is to be once it runs no step
        ("总投资2亿元的恒远产业园一期项目已建成投用。", "恒远产业园一期项目", []),
        ("恒远医院新院区工程总投资2亿元，建成后床位将由目前的420张增加到1000张。", "恒远医院新院区工程", []),
        ("恒远参业项目总投资2亿元，现场工人分两班作业，雪一停就复工。", "恒远参业项目", []),
        ("恒远参业项目总投资2亿元，从拿地到开工只用了5天。", "恒远参业项目", []),
        ("恒远热源厂扩建项目新增锅炉2台。3月1日，项目点火运行。", "恒远热源厂扩建项目", ["项目点火运行"]),
    ],
)
def test_steps_are_told_with_their_days(words: str, name: str, steps: list[str]) -> None:
    assert [step.text for step in found(words)[name].milestones] == steps


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("当前正值主汛期，山塘水库蓄水偏多，土壤含水趋于饱和。", []),
        ("使随迁子女入读公办学校比例提高到68%以上，新建学校3所。", []),
        ("重点清理建筑工地、农贸市场等场所的积水垃圾。", []),
        ("白岭市启动盐湖生态修复工程，总投资5亿元。", ["盐湖生态修复工程"]),
        ("东江新区启动区项目开工，总投资5亿元。", ["东江新区启动区项目"]),
        ("22位党代表走上党代表通道。", []),
        ("先后来到白岭海沟、滨河路堤防应急修复工程施工现场。", ["滨河路堤防应急修复工程"]),
        ("先后来到恒远化学有限公司、青岭污水处理厂二期工程建设现场。", ["青岭污水处理厂二期工程"]),
        ("参加白岭热连轧、白岭河等重点项目建设。", ["白岭热连轧", "白岭河"]),
    ],
)
def test_waters_firms_and_kinds_are_no_sites(words: str, names: list[str]) -> None:
    assert list(found(words)) == names


def test_campus_means_the_building_on_it() -> None:
    project = found("青石小学东岗校区教学楼主体封顶。该校区总投资9200万元，占地31亩，新建学校不少。")
    assert project["青石小学东岗校区教学楼"].investment is not None


def test_reporter_sees_works_in_their_place_which_is_no_work() -> None:
    project = found("记者在白岭县经济开发区看到，恒远参业产业园项目正在吊装钢结构。")["恒远参业产业园项目"]
    assert project.place == "白岭县经济开发区"
    assert list(found("走进柳河工业园区，恒远电池项目建设现场机器轰鸣。")) == ["恒远电池项目"]


def test_county_has_one_sewage_works() -> None:
    words = "县污水处理厂二期工程总投资2.1亿元，目前已完成总工程量的七成半。"
    assert list(found(words)) == ["县污水处理厂二期工程"]


@pytest.mark.parametrize(
    ("words", "steps"),
    [
        (
            "青石高速公路总投资40亿元，路基、隧道工程全部完成，年内建成通车。",
            ["路基、隧道工程全部完成", "年内建成通车"],
        ),
        (
            "青石灌区工程总投资2亿元，可研报告已通过省级评审，预计10月开工。",
            ["可研报告已通过省级评审", "预计10月开工"],
        ),
        (
            "青石数据港项目总投资2亿元，3月20日完成土地摘牌，前期手续已全部办结。",
            ["3月20日完成土地摘牌", "前期手续已全部办结"],
        ),
        ("青石锂电池项目去年9月签约、11月开工，总投资2亿元。", ["去年9月签约", "11月开工"]),
    ],
)
def test_parts_and_papers_of_works_are_steps(words: str, steps: list[str]) -> None:
    [project] = found(words).values()
    assert [step.text for step in project.milestones] == steps


@pytest.mark.parametrize(
    ("words", "name", "status"),
    [
        ("疏港高速公路累计完成投资32亿元，路面工程进入扫尾阶段。", "疏港高速公路", "finishing"),
        ("青堤路拓宽改造工程全长8.8公里，目前路基已经成形。", "青堤路拓宽改造工程", "under_construction"),
        ("因青堤路快速化改造工程施工需要，实行半幅封闭。", "青堤路快速化改造工程", None),
        ("明年乡里打算投资2600万元建青石蒜椒产业园。", "青石蒜椒产业园", "planned"),
        ("县里投资1.2亿元建成了青石体育中心。", "青石体育中心", "completed"),
        ("恒远电路投资6.8亿元的柔性线路板项目则租用园区2.4万平方米标准厂房。", "柔性线路板项目", None),
        ("黑石沟水库枢纽工程大坝填筑已到坝顶，溢洪道正在浇筑。", "黑石沟水库枢纽工程", "under_construction"),
        ("桐树水库加固工程去年9月开工，汛前可全部竣工。", "桐树水库加固工程", "started"),
        ("青石湖生态修复工程全面铺开。", "青石湖生态修复工程", "under_construction"),
        ("县里督查青石水厂扩建工程，目前已完成管网12公里。", "青石水厂扩建工程", "under_construction"),
        ("镇川县污水处理厂提标改造项目完成92%。", "镇川县污水处理厂提标改造项目", "under_construction"),
    ],
)
def test_works_with_a_length_a_sum_or_a_stage_of_their_own(words: str, name: str, status: str | None) -> None:
    assert {key: project.status for key, project in found(words).items()} == {name: status}


def test_works_of_a_list_share_its_occasion_and_are_meant_by_the_end_of_their_names() -> None:
    text = (
        "同日开工的还有县第二人民医院（一期）、青河西岸防洪提升工程等。"
        "其中县二院投资4.3亿元，工期30个月；防洪提升工程加固堤防18.7公里，概算投资2.2亿元。"
    )
    told = found(text)
    assert [(name, told[name].status) for name in told] == [
        ("县第二人民医院（一期）", "started"), ("青河西岸防洪提升工程", "started"),
    ]  # fmt: skip
    assert [project.investment and project.investment.value for project in told.values()] == [
        Decimal(430000000), Decimal(220000000),
    ]  # fmt: skip


def test_works_of_a_list_with_a_sum_each_come_into_use_together() -> None:
    told = found("投资2.1亿元的青石文体中心、投资6500万元的青石职教中心实训楼相继投入使用。")
    assert [(name, project.status) for name, project in told.items()] == [
        ("青石文体中心", "operating"), ("青石职教中心实训楼", "operating"),
    ]  # fmt: skip


def test_the_works_are_no_school_named_after_them() -> None:
    told = found(
        "因青堤路快速化改造工程需要，实行封闭，乘客可到文峰中学换乘。该工程总投资11.7亿元。"
        "工程由市交投集团承建，雨污管网完成近七成。"
    )
    works = told["青堤路快速化改造工程"]
    assert (list(told), works.owner, works.progress) == (["青堤路快速化改造工程"], "市交投集团", None)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("投资9200万元的白岭化肥公司合成氨节能技改项目投料成功。", ["合成氨节能技改项目"]),
        ("投资11.6亿元的青口港1号、2号通用泊位工程已完成总工程量的80%。", ["青口港1号、2号通用泊位工程"]),
        ("总投资12亿元的白沙人才公寓一期8幢已全部封顶。", ["白沙人才公寓一期"]),
        ("东山县玉屏乡龙潭桥、麻栗桥和石坎桥同时通车。", ["龙潭桥", "麻栗桥", "石坎桥"]),
        ("东山新区的龙门大道北段、司马路近日通过竣工验收。", ["龙门大道北段", "司马路"]),
        ("白岭区和苑小区昨日交房。", ["和苑小区"]),
        ("青石社区，棉纺厂家属院改造已近尾声，居民在新建的口袋公园里散步。", ["棉纺厂家属院"]),
        ("2.引白入青供水一期。总投资6.7亿元，解决8乡镇饮水。", ["引白入青供水一期"]),
        ("一行来到恒远光电、江河重工、白岭纺机二期工地。", ["白岭纺机二期"]),
        ("施工人员在青石市白沙水库坝体碾压作业。", ["白沙水库"]),
        ("新修的致富路、连心桥建成通车。", []),
        ("代表们察看了2025年区政府民生实事项目开工情况。", []),
        ("属中型水库，建有保障房3068套，总投资5.9亿元，导流输水隧洞全线贯通。", []),
    ],
)
def test_names_by_what_local_papers_print_around_them(words: str, names: list[str]) -> None:
    assert list(found(words)) == names


def test_works_of_a_list_share_place_and_builder_and_have_their_own_shares() -> None:
    one, other = found("东山县柳林乡龙潭桥、麻栗桥同时通车，两座桥总投资360万元，由县交投公司实施。").values()
    assert one.place == other.place == "东山县柳林乡"
    assert one.owner == other.owner == "县交投公司"
    assert one.investment is other.investment is None
    told = found(
        "两座桥——石门大桥和白沙大桥，目前分别完成工程量的62%和四成多，后者的业主单位市路桥公司已增加挂篮。"
    )
    assert [project.progress.value for project in told.values() if project.progress] == [
        Decimal(62),
        Decimal(4),
    ]
    assert [project.owner for project in told.values()] == [None, "市路桥公司"]


def test_later_paragraph_speaks_of_what_something_is_done_to() -> None:
    told = found(
        "县长来到白沙水厂扩建、县二中新建教学楼等工程现场。\n在白沙水厂，他了解了进展。该厂2010年投运，扩建总投资3200万元，"
        "今年3月开工，已完成工程量的60%。\n在县二中，新建教学楼正在进行内部装修，建筑面积1.08万平方米。"
    )
    assert list(told) == ["白沙水厂扩建", "县二中新建教学楼"]
    assert told["白沙水厂扩建"].status == "under_construction"


@pytest.mark.parametrize(
    "words",
    [
        "县妇幼保健院今年开展“两癌”筛查，筛查完成率98.3%。",
        "青石实验学校心理健康筛查完成率100%。",
        "东山水库蓄水任务完成82%。",
        "县体育中心体质监测完成率100%。",
        "白岭社区卫生服务中心签约完成率98%，青石幼儿园体检完成率100%。",
    ],
)
def test_a_share_of_what_a_house_does_is_no_progress_of_building(words: str) -> None:
    assert found(words) == {}


def test_progress_is_of_building_and_never_above_the_whole() -> None:
    told = found(
        "青石中学施工进度已完成60%。青石大桥已完成80%。白岭小学教学楼已完成七成，预计9月投用。东山改厕项目完成率108%。"
    )
    assert {name: works.progress.value for name, works in told.items() if works.progress} == {
        "青石中学": 60,
        "青石大桥": 80,
        "白岭小学教学楼": 7,
    }


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("今年以来，石桥乡项目建设扎实推进，累计开工项目12个。", []),
        ("县领导观摩青石镇项目建设。白杨镇项目建设提速。", []),
        ("青石经开区项目建设热火朝天。东山县项目集中开工。", []),
        ("云水小镇项目开工建设。青石古镇项目加快建设。", ["云水小镇项目", "青石古镇项目"]),
        ("双方就石岭风电项目签约事宜达成共识。", ["石岭风电项目"]),
        ("就业创业孵化基地项目开工建设。", ["就业创业孵化基地项目"]),
    ],
)
def test_a_town_with_its_works_names_none_and_what_is_talked_about_begins_behind(
    words: str, names: list[str]
) -> None:
    assert list(found(words)) == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("天润新城、尚品国际、滨江一号等项目加快建设。", ["天润新城", "尚品国际", "滨江一号"]),
        (
            "工业品采购中心、五金机电城和二手车市场等项目开工建设。",
            ["工业品采购中心", "五金机电城", "二手车市场"],
        ),
        ("公路客运总站、公交调度中心等重点项目顺利推进。", ["公路客运总站", "公交调度中心"]),
        ("碧水家园、恒基名都等房地产项目有序推进。", ["碧水家园", "恒基名都"]),
        ("中央华府、学林雅苑等楼盘项目主体封顶。", ["中央华府", "学林雅苑"]),
        ("实施柳河路、火车站规划三路、建华路等道路工程。", ["柳河路", "火车站规划三路", "建华路"]),
        ("确保华泰二期、恒通商厦等项目投入运营。", ["华泰二期", "恒通商厦"]),
        ("完成东海写字楼、国税局综合业务用房主体建设。", ["东海写字楼", "国税局综合业务用房"]),
        ("推进恒通商厦、天成仓库和白石大街改造。", ["恒通商厦", "天成仓库", "白石大街"]),
        (
            "新开工白岭水利枢纽、柳河治理、青石灌区等20项国家重大水利工程。",
            ["白岭水利枢纽", "柳河治理", "青石灌区"],
        ),
        ("文化中心和青少年中心合建项目完成主体施工。", ["文化中心和青少年中心合建项目"]),
        ("污水处理、垃圾清运、村庄绿化等项目加快建设。", []),
        ("投资2亿元实施了危房改造、饮水安全、街巷硬化等工程。", []),
        ("加快社区全民健身中心、全民健身路径等体育惠民工程建设。", []),
        ("乡镇卫生院、村级文化广场、农家书屋等项目建成投用。", []),
        ("推进平安校园、文明校园建设，加快美丽田园、幸福家园建设。", []),
        ("他在一建筑工地打工，某建筑工地、一商品房工地停工。", []),
        ("这个高瓦斯隧道施工加快推进，特长隧道已贯通，整合项目加快建设。", []),
    ],
)
def test_works_of_a_list_are_named_by_what_stands_and_not_by_what_is_done_to_kinds(
    words: str, names: list[str]
) -> None:
    assert list(found(words)) == names


def test_what_is_new_in_a_list_shares_what_is_told_of_it() -> None:
    told = found("东平高速铁路东段、新建青石站等工程竣工投产。")
    assert {name: works.status for name, works in told.items()} == {
        "东平高速铁路东段": "operating",
        "青石站": "operating",
    }


@pytest.mark.parametrize(
    ("words", "name", "status", "sum_of", "steps"),
    [
        (
            "投资4.8亿元实施了拆炉并网工程，关停锅炉30台。投资4360万元，对雨水管网进行改造。",
            "拆炉并网工程",
            None,
            480000000,
            [],
        ),
        ("白岭水厂开工建设。总投资1.2亿元，新建水池3座。", "白岭水厂", "started", 120000000, ["开工建设"]),
        ("农产品交易中心开工建设，旅游公路也要开工。", "农产品交易中心", "started", None, ["开工建设"]),
        ("白音电厂项目进展顺利，400万吨褐煤提质建成投产。", "白音电厂项目", "under_construction", None, []),
        (
            "青石中学加快建设，体育馆也将于9月投用。",
            "青石中学",
            "under_construction",
            None,
            ["体育馆也将于9月投用"],
        ),
        ("白石通道东人工岛主体结构完工。", "白石通道", "under_construction", None, ["东人工岛主体结构完工"]),
    ],
)
def test_nothing_is_carried_over_from_what_another_clause_tells_of_its_own(
    words: str, name: str, status: str | None, sum_of: int | None, steps: list[str]
) -> None:
    works = found(words)[name]
    told = works.investment and works.investment.value
    assert (works.status, told, [step.text for step in works.milestones]) == (status, sum_of, steps)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("县里正积极谋划青龙湖旅游度假区项目。", {"青龙湖旅游度假区项目": "planned"}),
        (
            "全县计划新建云泉大数据产业园、白河抽水蓄能电站，谋划实施南山康养小镇项目。",
            {"云泉大数据产业园": "planned", "白河抽水蓄能电站": "planned", "南山康养小镇项目": "planned"},
        ),
        ("规划建设的沿江高铁全长300公里。", {"沿江高铁": "planned"}),
        (
            "“十五五”期间，全市谋划重大项目136个，包括沿江高铁、城市轨道交通3号线等。",
            {"沿江高铁": "planned", "城市轨道交通3号线": "planned"},
        ),
        # works beside what is planned, an aim, a kind of thing
        (
            "谋划青龙湖旅游度假区项目。总投资5亿元的东关小学迁建项目已经开工建设。",
            {"青龙湖旅游度假区项目": "planned", "东关小学迁建项目": "started"},
        ),
        ("我县坚持以西部物流港项目为抓手，推动产业升级。", {}),
        ("我们将打造现代化产业园，规划建设千吨级泊位。", {}),
    ],
)
def test_what_is_meant_to_be_built_is_planned(words: str, status: dict[str, str]) -> None:
    assert {name: one.status for name, one in found(words).items()} == status


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "此次开工的恒瑞药业、金麦食品、天成新材料等项目总投资45亿元。",
            ["恒瑞药业", "金麦食品", "天成新材料"],
        ),
        ("近日，县里又引进了宏达机械、绿源生物等项目。", ["宏达机械", "绿源生物"]),
        ("骨干企业有恒瑞药业、金麦食品等，年产值30亿元。", []),
        ("走访了恒瑞药业、金麦食品等企业。", []),
        ("实施文化惠民、送戏下乡等项目，发展绿色食品、现代物流等项目。", []),
    ],
)
def test_works_that_bear_the_names_of_firms(words: str, names: list[str]) -> None:
    assert list(found(words)) == names


def test_all_works_of_a_list_come_to_an_end() -> None:
    works = found("石门水库除险加固工程、李家湾至王家坪公路、马鞍山隧道3个项目通过竣工验收。")
    assert {one.status for one in works.values()} == {"completed"}
    assert {one.milestones[0].text for one in works.values()} == {"通过竣工验收"}


def test_a_building_of_a_size_that_is_at_work() -> None:
    works = found("万象广场位于城东，总建筑面积12万平方米，主体已封顶。")
    assert works["万象广场"].status == "under_construction"
    assert found("万象广场位于城东，总建筑面积12万平方米，是市民休闲的好去处。") == {}


@pytest.mark.parametrize(
    "name",
    [
        "南河水库移民安置点项目",
        "石峡水电站移民搬迁安置点项目",
        "龙门机场二期改扩建工程",
        "龙门国际机场二期扩建航站区工程",
    ],
)
def test_what_is_done_for_works_that_stand_is_of_their_name(name: str) -> None:
    (works,) = found(f"{name}总投资3亿元，占地50亩，目前已开工。").values()
    assert (works.name, works.status, works.investment is not None) == (name, "started", True)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("白河大桥及连接线工程总投资3.2亿元，今年5月开工。", ["白河大桥及连接线工程"]),
        ("青石河防洪堤建设及生态修复工程已完成投资8000万元。", ["青石河防洪堤建设及生态修复工程"]),
        ("道路及绿化工程总投资200万元。", []),
        ("青石大学附属医院新院区项目通过竣工验收。", ["青石大学附属医院新院区项目"]),
        ("东山县2024年老旧小区改造工程昨日开工。", ["东山县2024年老旧小区改造工程"]),
        ("2018年青石大桥项目开工，2020年建成通车。", ["青石大桥项目"]),
        ("东山县集中供热二期工程正式投入运行。", ["东山县集中供热二期工程"]),
        ("我市地铁3号线二期工程总投资86亿元，由市轨道交通集团负责建设。", ["地铁3号线二期工程"]),
        ("东山县发展和改革局批复同意城北污水处理厂提标改造工程开工建设。", ["城北污水处理厂提标改造工程"]),
        ("青石安置点占地136亩，规划建设安置房612套，目前一期18栋安置房主体已封顶。", ["青石安置点"]),
        ("走进东山县斗古镇，一排排光伏板依山铺开。", []),
        ("开发区项目开工仪式在崇文街北侧项目现场举行。", []),
        ("要集中精力跑项目、盯项目，加快建设进度。", []),
        ("昨天，主城区建筑工地全部停工。", []),
    ],
)
def test_which_words_are_of_a_name(words: str, names: list[str]) -> None:
    assert list(found(words)) == names


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("和顺家园占地168亩，建有安置房21栋，总投资2.9亿元。", "和顺家园"),
        ("北湖新居二期建筑面积23万平方米，可安置居民3100户。", "北湖新居二期"),
        ("青石合作社占地50亩，带动农户30户，总投资300万元。", None),
        ("园区二期占地300亩。", None),
        ("全县占地200亩，总投资3亿元。", None),
    ],
)
def test_what_a_sum_and_an_area_are_told_of(words: str, name: str | None) -> None:
    assert list(found(words)) == ([name] if name else [])


def test_short_names_of_works() -> None:
    words = "一行来到恒远科技年产2万吨纸板项目施工现场。\n恒远科技项目总投资5.2亿元，目前主体厂房已封顶。"
    (works,) = found(words).values()
    assert works.name == "恒远科技年产2万吨纸板项目"
    assert works.investment is not None
    (school,) = found("东山县第五中学开工建设。\n目前，东山五中已完成总工程量的60%。").values()
    assert (school.name, school.progress is not None) == ("东山县第五中学", True)


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("东山县敬老院建设项目已由县发展和改革局批准建设，项目业主为东山县民政局。", "东山县民政局"),
        ("青石大桥项目总投资2亿元，由县公路局担任业主。", "县公路局"),
        ("青石大桥项目总投资2亿元，县交投公司作为业主。", "县交投公司"),
        ("青石大桥项目业主代表、施工单位负责人参加开工仪式。", None),
        ("东莞恒远电路投资6.8亿元的柔性线路板项目开工。", "东莞恒远电路"),
        ("隔壁的天朗五金投资6500万元的电镀园区搬迁技改项目开工。", "天朗五金"),
        ("年内食品投资2亿元的柔性线路板项目开工。", None),
        ("东山县引进的湘泉油脂公司投资1.2亿元建设的湘泉油茶加工项目已投产。", "湘泉油脂公司"),
        ("白沙集团将投资12.6亿元在东山经济开发区建设白沙大数据产业园。", "白沙集团"),
    ],
)
def test_whose_works_are(words: str, owner: str | None) -> None:
    (works,) = found(words).values()
    assert works.owner == owner


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("东山县境内的省道215改线工程全长18.7公里，路基工程已完成七成。", "东山县"),
        ("开工仪式在县经济开发区迎宾大道北侧的恒远智能装备产业园项目现场举行。", "县经济开发区迎宾大道北侧"),
        ("在瓦曲镇尔古河堤防加固工程施工现场，一片繁忙。", "瓦曲镇"),
        ("石坡镇冷链物流园总投资2亿元，已开工。", None),
    ],
)
def test_where_works_are(words: str, place: str | None) -> None:
    (works,) = found(words).values()
    assert works.place == place


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("总投资1.05亿元的恒远液态奶加工项目，年内动工。", "planned"),
        ("恒远液态奶加工项目总投资1.05亿元，二期明年3月开工。", None),
        ("青石大桥项目去年下半年开工。", "started"),
        ("青石大桥项目由恒远建设公司中标，中标价3826万元。", "planned"),
        ("会上共签约项目9个，总金额43.2亿元。恒远手机中框项目计划投资8.5亿元，用地120亩。", "planned"),
        ("电镀园区搬迁技改项目主体结构已经结顶。", "under_construction"),
    ],
)
def test_works_to_come(words: str, status: str | None) -> None:
    (works,) = found(words).values()
    assert works.status == status


def test_works_that_are_put_out_to_tender() -> None:
    works = found("同一批招标的还有青石隧道、南坪纵线二期。前者投资估算28亿元，后者投资估算9.3亿元。")
    assert [(one.name, one.status) for one in works.values()] == [
        ("青石隧道", "planned"),
        ("南坪纵线二期", "planned"),
    ]
    assert all(one.investment for one in works.values())


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("一行深入东山闸、沙沟河治理工程施工现场检查。", ["沙沟河治理工程"]),
        ("一行来到东山县人民医院和石坡镇安居富民房建设现场。", ["石坡镇安居富民房"]),
        ("一行来到东山县人民医院、县第二小学建设现场。", ["东山县人民医院", "县第二小学"]),
        ("一行来到东山水库、白岭中学等项目建设现场。", ["东山水库", "白岭中学"]),
    ],
)
def test_what_runs_is_no_site_on_the_way_to_one(words: str, names: list[str]) -> None:
    assert list(found(words)) == names


def test_what_a_step_stands_for_is_no_part_of_it() -> None:
    (works,) = found("青石大桥最后一孔箱梁架设到位，标志着大桥全线贯通。").values()
    assert [step.text for step in works.milestones] == ["最后一孔箱梁架设到位", "大桥全线贯通"]


def test_a_notice_with_a_label_for_each_field() -> None:
    (works,) = found(
        "项目名称：东山县垃圾焚烧发电项目；建设单位：东山绿能环保有限公司；建设地点：东山县白水镇；总投资：4.8亿元。"
    ).values()
    assert (works.owner, works.place) == ("东山绿能环保有限公司", "东山县白水镇")
    assert works.investment is not None


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("青石古城修缮项目分三期实施，其中一期投资1.2亿元，已于去年底完工。", None),
        ("青石古城修缮项目总投资1.2亿元，已于去年底完工。", "completed"),
        ("青石古城修缮项目总投资1.2亿元，二期正在进行招标。", None),
        ("青石古城修缮项目总投资1.2亿元，正在进行招标。", "planned"),
        ("青石古城修缮项目总投资1.2亿元，已通过专家评审。", "planned"),
        ("青石枢纽互通改造工程今天起施工，工期8个月。", "under_construction"),
    ],
)
def test_how_far_a_phase_is_says_nothing_of_the_whole(words: str, status: str | None) -> None:
    (works,) = found(words).values()
    assert works.status == status


def test_who_invests_abroad_or_elsewhere() -> None:
    (works,) = found("韩国恒星集团在青岭经开区投资的半导体材料项目竣工投产。").values()
    assert works.owner == "韩国恒星集团"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        # what words in front say is being built
        ("图为建设中的柳溪大桥。", [("柳溪大桥", None, "under_construction")]),
        ("目前，在建的柳溪隧道全长3公里。", [("柳溪隧道", None, "under_construction")]),
        ("目前，在建新镇污水处理厂总投资3亿元。", [("新镇污水处理厂", None, "under_construction")]),
        # 在|建石县 is a place
        (
            "在建石县高坪镇污水处理厂建设现场，工人正在施工。",
            [("高坪镇污水处理厂", "建石县", "under_construction")],
        ),
        ("记者在建石县城东水厂看到，工人正在检修设备。", []),
        ("柳溪中医药科技产业园今年四月在东洲兴建。", [("柳溪中医药科技产业园", None, "under_construction")]),
        (
            "柳溪片区棚户区改造安置房已完成主体工程。",
            [("柳溪片区棚户区改造安置房", None, "under_construction")],
        ),
        # what is to begin
        ("柳溪路下穿隧道将于下周六起封闭施工。", [("柳溪路下穿隧道", None, "planned")]),
        ("力争柳溪中学上半年开工。", [("柳溪中学", None, "planned")]),
        # works that say what is built need no more
        ("专家们对柳溪水库复建工程十分关心。", [("柳溪水库复建工程", None, None)]),
        ("年产20万吨负极材料项目首条生产线全力运转。", [("年产20万吨负极材料项目", None, None)]),
        # names to their first and last character
        ("柳溪大桥北接线工程今天通车。", [("柳溪大桥北接线工程", None, "operating")]),
        ("富裕至柳溪铁路电气化改造工程开工。", [("富裕至柳溪铁路电气化改造工程", None, "started")]),
        ("投资1390多万元的柳溪公司总装配线昨天投产。", [("柳溪公司总装配线", None, "operating")]),
        (
            "副县长来到鸿柳家具产业园、城区集中供热扩容工程，了解建设进度。",
            [("鸿柳家具产业园", None, None), ("城区集中供热扩容工程", None, None)],
        ),
    ],
)
def test_works_that_local_papers_tell_of_in_passing(
    words: str, told: list[tuple[str, str | None, str | None]]
) -> None:
    assert _told(words) == [(name, status, place) for name, place, status in told]


@pytest.mark.parametrize(
    "words",
    [
        "柳溪大道与白河路交叉口一处正在施工的工地被责令整改。",
        "柳溪医院与白河医院签约，将开展合作。",
        "支持各地实施防汛抗旱水利提升工程，加强管理。",
        "市柳溪审批局深化工程建设项目审批改革。",
        "村民为跑建桥项目受了伤。",
        "各地排查河道、水库及泵站等水利工程设施的隐患。",
        "柳溪古镇自去年国庆节以来接待游客30万人次。",
    ],
)
def test_no_works_are_told_of_in_passing(words: str) -> None:
    assert _told(words) == []


def test_what_a_tunnel_connects_is_none() -> None:
    words = "国家重点工程——连接东州至西州的东西铁路木白岭隧道顺利贯通。"
    assert [name for name, _, _ in _told(words)] == ["东西铁路木白岭隧道"]


@pytest.mark.parametrize(
    ("words", "names", "status"),
    [
        ("会上，签约了柳能储能电池、海纳精密铸造等8个项目。", ["柳能储能电池", "海纳精密铸造"], "planned"),
        (
            "谋划储备了柳溪河水系连通、县城第三水厂等一批项目。",
            ["柳溪河水系连通", "县城第三水厂"],
            "planned",
        ),
        ("正在建设的康柳老年养护院占地30亩，设置床位500张。", ["康柳老年养护院"], "under_construction"),
        ("拟建的柳凤山生态陵园，占地300亩。", ["柳凤山生态陵园"], "planned"),
        ("全县在建水库2座：柳溪水库、白马河水库。", ["柳溪水库", "白马河水库"], "under_construction"),
        ("交通方面，建成岔口至柳溪公路，改造农村公路320公里。", ["岔口至柳溪公路"], "completed"),
        ("县里新建了跨青河的第三座大桥——柳溪大桥。", ["柳溪大桥"], None),
        ("新建的五星级酒店——柳鹅湖大酒店即将竣工。", ["柳鹅湖大酒店"], "finishing"),
        ("总投资1亿元、年产水泥粉100万吨的祁柳水泥粉磨站点火试产。", ["祁柳水泥粉磨站"], "operating"),
        ("地铁2号线西延段全线洞通。", ["地铁2号线西延段"], "under_construction"),
        ("考察组走进佳柳服饰、城南污水处理厂等企业和项目现场。", ["城南污水处理厂"], None),
    ],
)
def test_works_that_local_papers_list_or_introduce(words: str, names: list[str], status: str | None) -> None:
    told = _told(words)
    assert [name for name, _, _ in told] == names
    assert {found for _, found, _ in told} <= {status, None}


@pytest.mark.parametrize(
    "words",
    [
        "引进了食品加工、电子商务等8个项目。",
        "实施了农村公路改造、老旧小区改造等5个项目。",
        "全市规上企业3家：甲公司、乙公司、丙公司。",
        "群众捐资筹建的感恩处已经开放。",
        "柳溪中学新建的教学楼——明德楼里，学生们正在上课。",
        "柳溪湿地公园自去年国庆节对外开放以来，已接待游客30万人次。",
    ],
)
def test_no_works_are_listed_or_introduced(words: str) -> None:
    assert _told(words) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "柳溪大道南延、云柳路西段、柳河路等12条道路建成通车。",
            [("柳溪大道南延", "operating"), ("云柳路西段", "operating"), ("柳河路", "operating")],
        ),
        (
            "张庄村的变化得益于柳林镇农村饮水安全巩固提升工程，该工程9月底完工。",
            [("柳林镇农村饮水安全巩固提升工程", "completed")],
        ),
        ("老县委家属院加装电梯工程昨天完工。", [("老县委家属院加装电梯工程", "completed")]),
        ("与之一路之隔的迅捷智慧物流园，主体施工接近尾声。", [("迅捷智慧物流园", "finishing")]),
        ("柳溪温泉度假村由柳侨旅业投资5.6亿元兴建。", [("柳溪温泉度假村", None)]),
    ],
)
def test_works_with_their_whole_names(words: str, told: list[tuple[str, str | None]]) -> None:
    assert [(name, status) for name, status, _ in _told(words)] == told


def test_a_resort_is_no_work_to_its_guests() -> None:
    assert _told("游客来到柳溪温泉度假村泡温泉。") == []


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("重点实施柳河综合治理、南湖公园、云东水厂3个项目。", ["柳河综合治理", "南湖公园", "云东水厂"]),
        ("云柳电池、金柳食品2个项目集中签约，总投资28亿元。", ["云柳电池", "金柳食品"]),
        ("全镇实施了柳林村道路硬化、云庄村饮水安全2个项目。", ["柳林村道路硬化", "云庄村饮水安全"]),
        ("加快推进云柳机械、白柳光伏2个亿元以上项目建设。", ["云柳机械", "白柳光伏"]),
        ("今年将打通云杉三路、创业五路、学院南路等断头路。", ["云杉三路", "创业五路", "学院南路"]),
        ("柳溪新区建成云杉三路、智柳大道、云槐街3条道路，总长5.6公里。", ["云杉三路", "智柳大道", "云槐街"]),
        ("云杉三路全长1.2公里，总投资3500万元。", ["云杉三路"]),
        ("柳河北路（由云阳路至建设大街）改造工程全长2.3公里。", ["柳河北路（由云阳路至建设大街）改造工程"]),
        ("云杉街（柳河路—东柳路）道路改造工程本月底完工。", ["云杉街（柳河路—东柳路）道路改造工程"]),
        ("由云青路至柳河大道的云谷路年内建成通车。", ["云谷路"]),
        ("省道307云柳—白柳段改造工程全长32公里，总投资4.6亿元。", ["省道307云柳—白柳段改造工程"]),
        ("S219云柳到白柳公路全线贯通。", ["S219云柳到白柳公路"]),
        ("云柳县城到白柳镇快速通道主体工程完工。", ["云柳县城到白柳镇快速通道"]),
        ("项目名称：云柳科创城；建设地点：高新区；总投资：12亿元。", ["云柳科创城"]),
    ],
)
def test_works_by_their_number_their_ends_or_a_label(words: str, names: list[str]) -> None:
    assert [name for name, _, _ in _told(words)] == names


@pytest.mark.parametrize(
    "words",
    [
        "我县柳溪剪纸、云河唢呐、白柳皮影3个项目入选省级非遗名录。",
        "运动会设游泳、田径、举重3个项目。",
        "推进养老、托育、医疗3个项目建设。",
        "实施青年创业、巾帼建功、老年关爱3个项目。",
        "大力实施农村饮水、道路硬化、环境整治5个项目。",
        "实施素质提升、青苗培育、名师引领三大工程。",
        "受降雨影响，云杉路、和平路、柳河路等道路积水严重。",
        "环卫工人清扫了云杉路、和平路、柳河路3条道路。",
        "改造云杉路、和平路等道路路灯560盏。",
        "园区东至云柳大道，西至柳河路，规划面积3平方公里。",
        "云柳—白柳段昨天发生拥堵。",
        "全市公路总长1200公里，累计投资35亿元。",
        "（二）产业培育实现新突破。柳溪广场项目总投资7亿元。",
    ],
)
def test_no_works_are_counted_or_labelled(words: str) -> None:
    assert [name for name, _, _ in _told(words) if name != "柳溪广场项目"] == []


def test_the_sum_and_the_place_of_a_prospectus() -> None:
    works = found("1.柳溪家电产业园项目。项目地点：柳溪经开区。投资规模：10亿元。占地面积：300亩。")[
        "柳溪家电产业园项目"
    ]
    assert (works.place, works.investment and works.investment.value) == ("柳溪经开区", 10**9)
    works = found("云柳光电产业园预计投资12亿元，占地300亩。")["云柳光电产业园"]
    assert works.investment is not None


def test_a_class_of_works_behind_a_list_is_none_of_them() -> None:
    assert [name for name, _, _ in _told("云柳二期、柳世纪等星级酒店即将投入运营。")] == ["云柳二期"]


def test_a_noun_alone_means_the_work_named_before() -> None:
    words = "柳河大桥是两县间的通道，全长1.2公里。大桥于2022年5月开工，目前桥墩全部浇筑完成。"
    assert _told(words) == [("柳河大桥", "under_construction", None)]
    assert _told("柳河大桥位于县城东部。大桥建成于1986年。") == []
    assert _told("柳河水库总库容3000万立方米。水库已建成60年。") == []


def test_a_part_is_of_the_house_named_before() -> None:
    words = "云柳县第二人民医院项目总投资4.2亿元。医院门诊楼、住院楼主体已封顶。"
    assert _told(words) == [("云柳县第二人民医院项目", "under_construction", None)]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "云柳风电项目、白柳光伏项目前期工作有序推进。",
            [("云柳风电项目", "planned"), ("白柳光伏项目", "planned")],
        ),
        ("其中，投资最大的云柳锂电池项目总投资20亿元。", [("云柳锂电池项目", None)]),
        (
            "年产3万吨磷酸铁锂项目总投资5亿元，正抓紧安装设备。",
            [("年产3万吨磷酸铁锂项目", "under_construction")],
        ),
        ("启动云柳中学迁建。", [("云柳中学迁建", None)]),
        ("启动环境综合整治、河道综合治理，推进医院扩建。", []),
    ],
)
def test_works_by_what_is_done_to_them(words: str, told: list[tuple[str, str | None]]) -> None:
    assert [(name, status) for name, status, _ in _told(words)] == told


def test_a_firm_s_works_under_its_full_and_its_short_name() -> None:
    one = _told("东山恒远科技有限公司三期项目开工。恒远科技三期总投资5亿元，正在建设。")
    assert [name for name, *_ in one] == ["东山恒远科技有限公司三期项目"]
    two = _told("东山恒远科技有限公司三期项目开工。广源科技三期总投资5亿元，正在建设。")
    assert [name for name, *_ in two] == ["东山恒远科技有限公司三期项目", "广源科技三期"]
