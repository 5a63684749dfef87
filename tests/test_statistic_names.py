"""What the names are that figures are about, and how far a plan and a time reach."""

from __future__ import annotations

import pytest

from newsie.extractor import extract
from newsie.records import Statistic


def statistics(text: str) -> tuple[Statistic, ...]:
    return extract("基层新闻\n" + text + "\n", published="2023-06-15").statistics


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        (
            "6月5日，县药监局组织执法人员对全县中小学食堂开展检查。共出动执法车辆35台次。",
            {"县药监局"},
        ),
        ("连日来，桂花路街道组织机关干部清理卫生死角95处。", {"桂花路街道"}),
        ("今年以来，市政府投入资金8.6亿元。", {"市政府"}),
        (
            "青石河水库位于安和县，是一座以灌溉、供水为主的中型水库，总投资9.8亿元。水库建成后，每年可供水2750万立方米。",
            {"青石河水库"},
        ),
        (
            "主会场开工的河滨高新区封装测试产业园由绿源科技有限公司投资25亿元兴建，占地260亩。",
            {"封装测试产业园"},
        ),
        (
            "石桥镇抓好搬迁。该镇柳沟移民搬迁安置点占地46亩，总投资5800万元。",
            {"柳沟移民搬迁安置点"},
        ),
        (
            "河滨市首个餐厨垃圾处理厂在清水村奠基。该厂由绿源环保公司投资6800万元兴建，占地52亩。",
            {"餐厨垃圾处理厂"},
        ),
        (
            "市医院远程会诊中心投入使用。该中心投资130万元，与北京、上海的5家三甲医院实现联网，目前已为11名患者进行了会诊。",
            {"市医院远程会诊中心"},
        ),
        (
            "代表们看了安和县平石坝区高标准农田建设项目。其中，平石坝区高标准农田建设项目总投资4680万元，覆盖3个村。",
            {"平石坝区高标准农田建设项目"},
        ),
        (
            "截至6月10日，河滨市倒塌房屋1126间；损坏水库14座，冲毁公路42.6公里。",
            {"河滨市"},
        ),
        (
            "柳江清水站洪峰水位达71.86米。截至6月10日，这次洪灾已造成全市5个县区受灾，倒塌房屋1126间。",
            {"柳江清水站", "全市"},
        ),
    ],
)
def test_names_end_where_doings_begin(text: str, subjects: set[str]) -> None:
    assert {found.subject for found in statistics(text)} == subjects


def test_a_county_stood_for_is_the_last_of_its_paragraph() -> None:
    text = "安和县推进危房改造。\n航拍青石县大坪镇的农家新居。今年以来，该县新建改建户厕2310座。"
    assert [found.subject for found in statistics(text)] == ["青石县"]


def test_a_plan_goes_on_part_by_part() -> None:
    text = "今年市政府计划投入资金8.6亿元。在交通出行方面，新增公交车200辆；在居住方面，改造老旧小区38个。"
    found = statistics(text)
    assert {each.nature for each in found} == {"target"}
    assert [each.period and each.period.text for each in found] == ["今年"] * 3


def test_a_feast_that_draws_near_frames_nothing() -> None:
    text = "中秋、国庆“两节”临近，市工商局检查市场。此次检查共检查经营户380余户。"
    assert [(found.nature, found.period) for found in statistics(text)] == [("actual", None)]


def test_what_a_scheme_asks_is_aimed_at_and_what_it_changes_is_not() -> None:
    text = "按照河滨自来水公司提交的方案，居民用水价格由每立方米2.25元调整为2.65元。"
    assert [found.nature for found in statistics(text)] == ["actual", "target"]


def test_what_one_runs_between_is_not_counted() -> None:
    assert statistics("过去办税要在两个局之间来回跑。") == ()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        # a place in a place is one name
        ("江苏南京出台促进首发经济的15条服务措施。", ("江苏南京", "出台促进首发经济的服务措施")),
        ("广东中山进出口总值1190亿元。", ("广东中山", "进出口总值")),
        # the river is no subject where its belt is told of, and the whole society is no 社
        ("长江经济带地区生产总值达到53万亿元。", (None, "长江经济带地区生产总值")),
        ("浦东全社会固定资产投资超过1070亿元。", ("浦东", "全社会固定资产投资")),
        # what somebody does is no part of a name
        ("以色列军队当天轰炸加沙城一所学校，造成30人受伤。", ("以色列军队", "造成受伤")),
        ("世界贸易组织发布新一期报告，今年全球商品贸易增长2.6%。", ("全球", "商品贸易")),
        # fields, wetlands and reserves by their names, and any
        ("塔里木油田新增产能200万吨。", ("塔里木油田", "新增产能")),
        ("东湖湿地栖息候鸟3万只。", ("东湖湿地", "栖息候鸟")),
        ("石桥灌区灌溉农田30万亩。", ("石桥灌区", "灌溉农田")),
        ("洛阳石化加工原油800万吨。", ("洛阳石化", "加工原油")),
        ("湛江红树林国家级自然保护区新增红树林3公顷。", ("湛江红树林国家级自然保护区", "新增红树林")),
        ("都江堰灌区春灌面积达4万亩。", ("都江堰灌区", "春灌面积")),
        ("青山县湿地面积达5万亩。", ("青山县", "湿地面积")),
        ("全县大型灌区灌溉农田30万亩。", ("全县", "大型灌区灌溉农田")),
        ("我国草原生态提升，退化草原缩减5万亩。", ("我国", "退化草原")),
        ("海拉尔航空港年旅客吞吐量突破233万人次。", ("海拉尔航空港", "年旅客吞吐量")),
        # a slogan is no fuller name
        ("多彩贵州品牌响亮。贵州接待游客6亿人次。", ("贵州", "接待游客")),
        # 全国 begins the name of a body
        ("共青团中央、全国青联决定授予29名同志奖章。", ("共青团中央、全国青联", "决定授予同志奖章")),
    ],
)
def test_a_name_is_read_whole(text: str, read: tuple[str | None, str]) -> None:
    (found,) = statistics(text)
    assert (found.subject, found.indicator) == read


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        # 全省 and 全区 are the province that is named without its rank
        ("辽宁加大研发投入。全省技术合同成交额达到60亿元。", "辽宁"),
        ("宁夏围绕创新布局。全区建成技术中心110家。", "宁夏"),
        # a longer name may be another's, or only of some
        ("南苏丹呼吁停火。苏丹冲突造成420人死亡。", "苏丹"),
        ("加快高标准蔬菜基地建设。蔬菜基地建成大棚300个。", "蔬菜基地"),
        # who counts what is not his; a ship; words in front of a name
        ("春运工作专班数据显示，今天铁路客运量1580万人次。", None),
        ("最新一期报价利率降至3%。", None),
        ("中国第41次南极考察队完成科考任务20项。", None),
        ("商务部重点监测的商圈客流量超过60万人次。", None),
        ("全国两会举行记者会3场。", None),
        # in a place of which only the province is known; what is done behind a name
        ("在浙江长兴，今年完成投资3亿元。", "浙江长兴"),
        ("内蒙古乌兰察布依托资源推出冰雪线路7条。", "内蒙古乌兰察布"),
        # 一所… is any
        ("河滨市一所住宅内发生火灾，造成2人死亡。", "河滨市"),
        ("再贷款签约规模近1万亿元。", None),
        # 今天的 says when; examples are no subject of what follows; our country's first machine is none either
        ("今天的西藏，青稞播种面积230万亩。", "西藏"),
        ("影片在新加坡、马来西亚等国上映。目前，电影票房已经超过167亿元。", None),
        ("我国首台扫描显微镜分辨率达到0.9纳米。", None),
    ],
)
def test_whose_the_figure_is(text: str, subject: str | None) -> None:
    assert [found.subject for found in statistics(text)] == [subject]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("县教体局新建幼儿园6所。", ("县教体局", "新建幼儿园")),
        ("镇政府新建养老院2所。", ("镇政府", "新建养老院")),
        ("青山县卫健局改扩建乡镇卫生院8所。", ("青山县卫健局", "改扩建乡镇卫生院")),
        ("市卫健委新建村卫生室45所。", ("市卫健委", "新建村卫生室")),
        ("青山县新建幼儿园6所。", ("青山县", "新建幼儿园")),
        ("青山县教体局近两年新建幼儿园6所。", ("青山县教体局", "新建幼儿园")),
        # a works goes by such words
        ("青山县人民医院改扩建工程总投资3亿元。", ("青山县人民医院改扩建工程", "总投资")),
        ("县中医院迁建项目完成投资2亿元。", ("县中医院迁建项目", "完成投资")),
    ],
)
def test_building_so_many_is_no_part_of_a_name(text: str, told: tuple[str, str]) -> None:
    assert [(found.subject, found.indicator) for found in statistics(text)] == [told]
