"""What papers, sites of counties and police news told that was misread: layouts, turns of phrase, whose a figure is."""

from __future__ import annotations

import pytest

from newsie.extractor import extract
from newsie.records import Extraction

FIRST = "近日，记者从青山县农业农村局获悉，该县今年采摘春茶3000吨，带动茶农1.2万户增收。"
SECOND = "据介绍，青山县现有茶园12万亩，建成茶叶加工厂86家，让更多群众吃上“茶叶饭”。"


def read(text: str) -> Extraction:
    return extract("基层新闻\n本报讯（记者 李明）" + text + "\n", published="2024-03-05")


@pytest.mark.parametrize(
    "under",
    [
        "2023-04-06",
        "2023年4月6日",
        "第02版：要闻\n2023-04-06",
        "【字体：大 中 小】 打印",
        "2023-04-06\n阅读 1234",
    ],
)
def test_the_frame_of_a_page_may_stand_between_a_headline_and_its_text(under: str) -> None:
    for written in ("【乡村振兴】青山县茶产业迈上新台阶", "青山县茶产业迈上新台阶-青山新闻网"):
        (article,) = extract(f"{written}\n{under}\n{FIRST}\n{SECOND}\n").articles
        assert (article.headline, article.kind, article.body) == (
            "青山县茶产业迈上新台阶",
            "news",
            (FIRST, SECOND),
        )


def test_a_bulletin_may_have_its_day() -> None:
    page = f"国内快讯\n2022-10-12\n某某网消息\n（新闻联播）：\n青山县春茶丰收\n{FIRST}\n石桥县茶园扩大\n{SECOND}\n"
    found = extract(page).articles
    assert [article.headline for article in found] == ["青山县春茶丰收", "石桥县茶园扩大"]


@pytest.mark.parametrize("rule", ["----------", "* * *", "==========", "———————"])
def test_a_ruled_line_parts_stories(rule: str) -> None:
    found = extract(f"青山县春茶丰收\n{FIRST}\n{rule}\n石桥县茶园扩大\n{SECOND}\n").articles
    assert [article.headline for article in found] == ["青山县春茶丰收", "石桥县茶园扩大"]


def test_the_number_of_an_item_is_no_part_of_its_headline() -> None:
    found = extract(f"简讯\n1.青山县春茶丰收\n{FIRST}\n2.石桥县茶园扩大\n{SECOND}\n").articles
    assert [article.headline for article in found] == ["青山县春茶丰收", "石桥县茶园扩大"]


def test_the_way_to_a_page_is_no_headline() -> None:
    page = f"某某县人民政府门户网站 >> 政务公开 >> 工程建设\n青山县茶园扩大\n发布时间：2025-11-03\n{FIRST}\n"
    assert extract(page).articles[0].headline == "青山县茶园扩大"


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("民警接警后立即调取沿途监控23处。", ["调取沿途监控"]),
        ("驻村第一书记刘敏带着村民种下黄桃300亩。", ["种下黄桃"]),
        ("公司支付了20万元的工资，又拨付了300万元的补助资金。", ["公司支付了工资", "拨付了补助资金"]),
        ("他买了一件3000元的大衣，花了500元的路费。", ["买了大衣", "花了路费"]),
        ("会上评选出青山毛尖、白河大米、石桥豆腐3个名牌产品。", ["评选名牌产品"]),
        ("工地上一座36米高的塔吊正在作业。", ["塔吊高"]),
        ("一支由30名党员组成的突击队清理积雪5公里。", ["党员", "清理积雪"]),
        ("新疆多地出现强降雪，气温普降8℃到12℃。", ["气温"]),
        ("市场份额从6月份的7.4%增长到了9月份的8%。", ["市场份额", "市场份额"]),
        ("资产规模从2005年末的20亿元（3亿美元）猛增至2010年末的170亿元。", ["资产规模"] * 3),
        ("公司营业收入因此下降至4亿元。", ["公司营业收入"]),
        ("1月6日，街道将100万款项如期发给工人。", ["款项如期发给工人"]),
        ("全市共有A级以上旅游景区28家，其中5A级1家。", ["A级以上旅游景区", "5A级旅游景区"]),
        ("县一中一本上线586人，600分以上62人。", ["一本上线", "600分以上"]),
        (
            "对符合条件的毕业生给予每人每月800元的生活补贴，补贴期限不超过24个月。",
            ["对符合条件的毕业生给予每人每月生活补贴", "补贴期限"],
        ),
        (
            "全市开工水利工程26处，惠及群众8万人，完成投资3.2亿元。",
            ["开工水利工程", "水利工程惠及群众", "水利工程完成投资"],
        ),
        ("今年共建成高标准农田1.2万亩。", ["建成高标准农田"]),
        # no figures
        ("全区经济总量在全区12个盟市中排第5位。", []),
        ("项目新建一座220千伏升压站。", []),
        ("当天，与12家企业合作签约仪式在学校报告厅举行。", []),
    ],
)
def test_what_is_measured(text: str, indicators: list[str]) -> None:
    assert [found.indicator for found in read(text).statistics] == indicators


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        # a firm by its own word and its trade
        (
            "青山县竹韵纸业有限公司建设二期。走进石桥镇，机器飞转。竹韵纸业实现产值3.2亿元。",
            ["青山县竹韵纸业有限公司"],
        ),
        ("县水务局承办县人大代表建议154件，县政协提案68件。", ["县水务局"] * 2),
        ("近日，青山市公安局破获一起案件。经查，办案民警发现王某于8月4日定购了价值50万元的楼房。", ["王某"]),
        # when something was built is no part of who built it
        ("市城管局今年新建口袋公园15个、绿道23公里。", ["市城管局"] * 2),
        ("县交通局去年改造农村公路126公里。", ["县交通局"]),
        ("青山县今年开工项目多。该县的青山大桥总投资约3.6亿元。", ["青山大桥"]),
        ("生均公用经费标准小学720元、初中940元。", [None] * 2),
        ("特色小镇和美丽乡村建设加快推进，实施村屯绿化2738亩。", [None]),
        ("江湾区禁毒专案组抓获嫌疑人5名。", ["江湾区禁毒专案组"]),
        (
            "1.城北污水处理厂扩建项目。建设单位：县水务局。建设地点：白石镇。总投资8600万元。",
            ["城北污水处理厂扩建项目"],
        ),
    ],
)
def test_whose_figure_it_is(text: str, subjects: list[str | None]) -> None:
    assert [found.subject for found in read(text).statistics] == subjects


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("供暖头三天，公司共受理报修电话1260个。", "供暖头三天"),
        ("国庆假期前三天，全市接待游客120万人次。", "国庆假期前三天"),
        ("市交警支队开展酒驾整治“百日行动”以来，出动警力3200人次。", "开展酒驾整治“百日行动”以来"),
        ("维明刑警队昨日破获一起诈骗案，涉案金额达17万元。", "昨日"),
        ("青山救援队自去年组建至今，完成了10余次救援行动。", "自去年组建至今"),
    ],
)
def test_when_a_figure_holds(text: str, period: str) -> None:
    assert [found.period and found.period.text for found in read(text).statistics] == [period]


def test_the_first_days_of_a_holiday_are_so_many() -> None:
    (found,) = extract("国庆假期前三天，全市接待游客120万人次。", published="2024-10-05").statistics
    assert found.period
    assert (found.period.start, found.period.end) == ("2024-10-01", "2024-10-03")


def test_what_news_lately_calls_is_not_of_these_days() -> None:
    (found,) = read("近日，总投资3.6亿元的青山县第三人民医院建设项目主体结构封顶。").statistics
    assert (found.indicator, found.period) == ("总投资", None)


def test_what_is_granted_to_those_who_qualify_is_a_rule() -> None:
    found = read(
        "对符合条件的毕业生给予每人每月800元的生活补贴；对首次创业的，一次性给予5000元补贴。"
    ).statistics
    assert [one.nature for one in found] == ["standard", "standard"]


def test_the_stretch_behind_a_name_stands_aside() -> None:
    (found,) = read("青山市轨道交通2号线一期工程（机场—火车站段）昨日开通试运营。").projects
    assert (found.status, [step.text for step in found.milestones]) == ("operating", ["昨日开通试运营"])


def test_two_things_done_to_one_work_are_one_name() -> None:
    found = read("白石灌区续建配套与现代化改造项目总投资1.2亿元。").projects
    assert [project.name for project in found] == ["白石灌区续建配套与现代化改造项目"]
    assert not read("道路改造与绿化提升项目总投资1.2亿元。").projects


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("即将于11月在武汉举办的湿地保护大会各项准备工作基本就绪。", "湿地保护大会", "武汉"),
        ("昨日在市会展中心举办的青山农产品推介会吸引了300名客商。", "青山农产品推介会", "市会展中心"),
        (
            "县十八届人大常委会第二十五次会议于11月8日闭会。会议由主任孙涛主持。",
            "县十八届人大常委会第二十五次会议",
            None,
        ),
    ],
)
def test_a_gathering_is_found(text: str, name: str, place: str | None) -> None:
    assert [(found.name, found.place) for found in read(text).meetings] == [(name, place)]


@pytest.mark.parametrize(
    ("text", "speaker", "verb"),
    [
        ("果农王大爷难掩兴奋：“一亩能多挣2000元，日子越过越好。”", "果农王大爷", "难掩兴奋"),
        ("李婶叹气：“种粮食一亩只挣500元，不划算。”", "李婶", "叹气"),
    ],
)
def test_the_unnamed_speak_in_a_manner(text: str, speaker: str, verb: str) -> None:
    assert [(said.speaker, said.verb) for said in read(text).statements] == [(speaker, verb)]


def test_a_list_of_works_with_labels_is_a_story() -> None:
    page = (
        "青山县重点项目清单\n\n一、青山县白石灌区续建配套与现代化改造项目\n建设单位：青山县水务局\n建设地点：白石镇\n总投资：1.2亿元\n\n"
        "二、青山县人民医院门诊综合楼项目\n建设单位：青山县卫健局\n建设地点：城关镇\n总投资：9800万元\n"
    )
    found = extract(page)
    assert [article.headline for article in found.articles] == ["青山县重点项目清单"]
    assert found.articles[0].body[1:4] == ("建设单位：青山县水务局", "建设地点：白石镇", "总投资：1.2亿元")
    assert [(work.place, work.owner) for work in found.projects] == [
        ("白石镇", "青山县水务局"),
        ("城关镇", "青山县卫健局"),
    ]


def test_what_is_decreed_is_no_speech() -> None:
    found = read("市政府决定：任命王强为市教育局局长；免去李军的市教育局局长职务。")
    assert (found.statements, [official.name for official in found.officials]) == ((), ["王强"])


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("五年来，全市检察机关共批捕6530人、起诉9598人、判决8人。", ["批捕", "起诉", "判决"]),
        ("全县全力建设山塘4500个。", ["建设山塘"]),
        ("全县除险加固病险水库10座、病险水闸7处。", ["除险加固病险水库", "除险加固病险水闸"]),
        ("50亿元至100亿元项目3个，总投资205.7亿元。", ["50亿元至100亿元项目", "50亿元至100亿元项目总投资"]),
        ("由中铁十九局承建的隧道全长3公里。", ["隧道全长"]),
    ],
)
def test_what_a_list_counts_is_told_without_its_neighbours(text: str, indicators: list[str]) -> None:
    assert [figure.indicator for figure in read(text).statistics] == indicators


@pytest.mark.parametrize(
    "text",
    [
        "农村低保标准统一由每人每年3200元提高到3800元。",
        "城乡居民最低标准由每人每月165元调整为185元。",
        "一级医院、二级医院起付线分别为200元、500元。",
        "住院报销比例分别提高到88%、92%。",
    ],
)
def test_what_those_who_qualify_get_is_a_standard(text: str) -> None:
    assert [figure.nature for figure in read(text).statistics] == ["standard", "standard"]


def test_all_of_several_rates_are_changes() -> None:
    found = read("全市结案和收案总数上升40.5%和28.3%，减幅4.8%。").statistics
    assert [figure.change for figure in found] == ["increase", "increase", "decrease"]
