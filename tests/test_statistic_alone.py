"""Whether a figure's words can be understood alone, and its time, nature and subject are its own."""

from __future__ import annotations

import pytest

from newsie.extractor import extract
from newsie.records import Statistic


def statistics(text: str) -> tuple[Statistic, ...]:
    return extract("基层新闻\n" + text + "\n", published="2023-06-15").statistics


@pytest.mark.parametrize(
    ("text", "read"),
    [
        # half of 内外贸 each, the examples of 等 left out, a case that the list before names
        (
            "上半年，河滨市内外贸吞吐量同比分别增长7.6%和8.9%。",
            [("河滨市", "内贸吞吐量"), ("河滨市", "外贸吞吐量")],
        ),
        (
            "河滨市发布创新案例16批140项，其中11项被全省推广。",
            [("河滨市", "发布创新案例"), ("河滨市", "发布创新案例"), ("河滨市", "创新案例被全省推广")],
        ),
        (
            "河滨市新建东风大街、北湖路等主干道路80条，总里程达到61.4公里。",
            [("河滨市", None), ("河滨市", "主干道路总里程")],
        ),
        ("华电集团在我区投资超5亿元的项目已达4个。", [("华电集团", "在我区投资超5亿元的项目")]),
        (
            "河滨市改造供热管网，使8000户居民家庭的供热质量得到显著改善。",
            [("河滨市", "使居民家庭的供热质量得到显著改善")],
        ),
        ("河滨市完成21万平方米的中央公园景观、活动广场建设。", [("河滨市", None)]),
        # what goes on behind the bracket of a unit is other news
        ("工业设备连接数将突破1.2亿台（套）市商务局日前发布方案。", [(None, "工业设备连接数")]),
        # 占比已: no basis; the sides of a war; a picture's fineness; a batch's number
        (
            "美国拟部署导弹，俄方对此表示担忧。现代化武器在核力量中的占比已达95%。",
            [("俄方", "现代化武器在核力量中占比")],
        ),
        ("国内首部8K拍摄电影发布。", []),
        ("这项技术为企业节省近20%的零部件采购成本。", [(None, "节省零部件采购成本")]),
        ("今天，第十一批43位烈士遗骸回到祖国。", [(None, "第十一批烈士遗骸回到祖国")]),
        # 在…区: another area than before; 该系统: not named at all
        (
            "河滨市推出文旅项目20个。\n各地齐动。在东江省青石市南柯城区，打造新地标。活动启动以来，日均客流量突破5000人次。",
            [("河滨市", None), (None, None)],
        ),
        ("我国自主研发的浮空发电系统完成试飞，该系统设计升空高度在1500米左右。", [("浮空发电系统", None)]),
        ("救援人员已经对99%的火灾区域进行了搜寻。", [("救援人员", "已经对火灾区域进行了搜寻")]),
        ("河滨市投资2599万元的甲—乙公路通车。", [("河滨市", "投资")]),
        # what only leads to a figure is cut away; what breaks off before it says anything is no record
        ("制造业占工业的比重进一步提升至37.9%。", [(None, "制造业占工业的比重")]),
        ("河滨市优良天数比例保持在八成以上。", [("河滨市", "优良天数比例")]),
        ("青石县早稻插秧已过八成。", [("青石县", "早稻插秧")]),
        ("河滨市派出60艘船只以及超过1300名队员参加演练。", [("河滨市", "派出船只")]),
        ("新画面发布，让观众在180度画质中置身现场。", []),
        # behind 以 what was reached follows; 由…构成 is no lower end
        ("青石中学选手林晓以96.6分的成绩夺得冠军。", [("青石中学", "选手林晓成绩夺得冠军")]),
        ("医疗网络由41家医院、12个救护站构成。", [(None, "医疗网络医院"), (None, "医疗网络救护站")]),
        # two measures of one thing; a share of something; a sum, and a part, of what was counted before
        (
            "河滨市完成了老城区8条、12.3公里道路提升改造。",
            [("河滨市", "完成了老城区道路提升改造"), ("河滨市", "完成了老城区道路提升改造")],
        ),
        ("国产设备为科考站提供60%以上的用电量。", [(None, "国产设备为科考站提供用电量")]),
        (
            "河滨市处理支付交易289亿笔，金额7.8万亿元。",
            [("河滨市", "处理支付交易"), ("河滨市", "支付交易金额")],
        ),
        (
            "河滨市累计培训医师110万人，占全省医师总数的四分之一。",
            [("河滨市", "累计培训医师"), ("河滨市", "累计培训医师占全省医师总数")],
        ),
        (
            "3月末，我国外汇储备规模为3.1万亿美元，升幅为1.62%。",
            [("我国", "外汇储备规模"), ("我国", "外汇储备规模升幅")],
        ),
        ("2025年度电影票房突破425亿元。", [(None, "电影票房")]),
        ("水运周转量占比持续保持在50%以上。", [(None, "水运周转量占比")]),
        # what goes on for years, a share of what was told of, an average of what rose
        ("河滨市研发经费投入1.1亿元，连续三年超过1亿元。", [("河滨市", None), ("河滨市", "研发经费投入")]),
        (
            "我国对沿线国家进出口8.06万亿元，占我国外贸比重提升2.2个百分点。",
            [("我国", "对沿线国家进出口"), ("我国", "对沿线国家进出口占我国外贸比重")],
        ),
        (
            "退休人员养老金、低保标准再次提高，月人均分别提高221元、90元。",
            [(None, "退休人员养老金月人均"), (None, "低保标准月人均")],
        ),
        ("河滨市并入集中供热面积175万平方米。", [("河滨市", "并入集中供热面积")]),
        # a verb that is part of the noun
        (
            "今年上半年，飞船完成了上百项器件更改和可靠性提升等验证工作。",
            [(None, "飞船完成了器件更改和可靠性提升等验证工作")],
        ),
        # a number without a unit says what the next figure is about
        (
            "2月，运输指数为178.8点，同比增长32.6%。其中，货运指数为211.2点，同比增长12.9%。",
            [(None, "运输指数"), (None, "货运指数")],
        ),
    ],
)
def test_what_is_understood_alone(text: str, read: list[tuple[str | None, str | None]]) -> None:
    found = [(figure.subject, figure.indicator) for figure in statistics(text)]
    assert [subject for subject, _ in found] == [subject for subject, _ in read]
    assert all(wanted in (None, got) for (_, wanted), (_, got) in zip(read, found, strict=True)), found


def test_a_share_reached_already_has_no_basis() -> None:
    (found,) = statistics("外贸集装箱占比已达95%。")
    assert found.basis is None


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("过去十年间，经济总量在2021年突破百亿元，平均贡献率达到38.6%。", ["2021年", "过去十年间"]),
        ("日前，青山风电项目首台风机吊装成功。项目总共125台机组。", [None]),
    ],
)
def test_the_time_of_one_event_frames_no_other_figure(text: str, periods: list[str | None]) -> None:
    assert [found.period.text if found.period else None for found in statistics(text)] == periods


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("今年，青山省将通过搭平台、补链条，再建设300个示范村。", "target"),
        ("目前，科技创新攻关计划已实施72项联合攻关项目。", "actual"),
    ],
)
def test_what_will_be_done_by_some_means(text: str, nature: str) -> None:
    assert {found.nature for found in statistics(text)} == {nature}


TASKS = "加强监督。开展执法检查6次。组织视察12次。开展专题询问2次。提出审议意见36条。\n"


@pytest.mark.parametrize(
    ("report", "natures"),
    [
        (f"青山县人大常委会工作报告\n\n一年来，县人大常委会认真履职。\n{TASKS}", ["actual"]),
        (f"青山县人大常委会工作报告\n\n{TASKS}", ["actual"]),
        (
            f"青山县政府工作报告\n\n一、2023年工作回顾\n\n{TASKS}\n二、2024年工作安排\n\n{TASKS.replace('6', '7').replace('2', '4')}",
            ["actual", "target"],
        ),
        (
            f"青山县政府工作报告\n\n2023年，我们奋力前行。\n{TASKS}下一步，继续努力。\n{TASKS.replace('6', '7').replace('2', '4')}",
            ["actual", "target"],
        ),
        (f"青山县政府工作报告\n\n{TASKS}", ["target"]),
    ],
)
def test_what_a_report_looks_back_on_is_done(report: str, natures: list[str]) -> None:
    found = [figure.nature for figure in extract(report, published="2024-01-20").statistics]
    assert found == [nature for nature in natures for _ in range(4)]


def test_a_district_for_whose_government_a_report_is_given() -> None:
    text = "现在，我代表青河区人民政府向大会作工作报告。\n2014年，全区地区生产总值完成274.4亿元。"
    assert {found.subject for found in statistics(text)} == {"青河区"}


def test_shares_of_a_change_lead_to_no_basis() -> None:
    (found,) = statistics("占全省进出口总值的比重进一步提升至37.9%。")
    assert found.basis == "全省进出口总值"
    (both,) = statistics("河滨市汽车、家电销量同比增长均超30%。")
    assert (both.change, both.basis) == ("increase", "同比")


def test_basis_points_are_a_unit() -> None:
    _, found = statistics("贷款平均利率为3.96%，比去年同期低29个基点。")
    assert (found.indicator, found.quantity.unit, found.basis) == ("贷款平均利率", "个基点", "比去年同期")


def test_each_item_of_the_day_s_news_has_its_own_subject() -> None:
    items = "1.青石抽水蓄能电站投产；\n2.2025年春运客流量约为2亿人次；\n3.国内快讯：\n（1）省财政厅发行国债；\n（2）17项政策推动住宿业升级；"
    assert [(found.subject, found.indicator) for found in statistics(items)] == [
        (None, "春运客流量"),
        (None, "政策推动住宿业升级"),
    ]
