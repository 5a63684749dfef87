"""Whose figures they are: who publishes, who is told of, and what is only planned."""

from __future__ import annotations

import pytest

from newsie.extractor import extract
from newsie.records import Statistic

DIGEST = (
    "全国邮政业务量创新高\n1月至5月，全国快递业务量累计完成500亿件。\n"
    "河滨市发放消费券\n今年以来，河滨市发放消费券3亿元。\n"
)
REPORT = (
    "现在，我代表区政府向大会报告工作。\n去年，全区改造背街巷道12条。\n"
    + "各项事业都取得了新的进步，人民生活得到了新的改善。" * 90
    + "\n为实现上述目标，我们将抓好以下工作。\n解决8个社区的办公用房问题，改造背街巷道10条。去年已改造老旧小区6个。\n"
)


def statistics(text: str) -> tuple[Statistic, ...]:
    return extract("基层新闻\n" + text + "\n", published="2023-06-15").statistics


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("中国物流与采购联合会今天公布，1—4月，社会物流总额111.9万亿元。", [None]),
        ("工业和信息化部数据显示，截至5月底，全国5G基站达284万个。", ["全国"]),
        ("国家防总通报责任人名单。此次共通报防汛抗旱责任人2810名。", ["国家防总"]),
        ("市统计局发布数据显示，上半年，固定资产投资增长5.1%。", [None]),
        ("记者从市商务局获悉，今年以来，发放消费券3轮。", ["市商务局"]),
        ("根据协议，双方将共建科技小院10个。", ["双方"]),
        ("近三年安和县共引进侨资项目14个。", ["安和县"]),
        ("加快社区建设，强化社区服务，改造背街巷道10条。", [None]),
        ("河滨至青山一级公路路基工程完成总量的80%。", ["河滨至青山一级公路"]),
    ],
)
def test_whose_figures_they_are(text: str, subjects: list[str | None]) -> None:
    assert [found.subject for found in statistics(text)] == subjects


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("年内完成3800户、58万平方米棚户区改造。", ["完成棚户区改造", "完成棚户区改造"]),
        (
            "关键工序数控化率和研发设计工具普及率分别达到58.6%、77%。",
            ["关键工序数控化率", "研发设计工具普及率"],
        ),
        ("全县下拨救灾资金80万元、面粉60吨。", ["下拨救灾资金", "下拨面粉"]),
        ("全市播种面积1865万亩，其中玉米占六成以上。", ["播种面积", "玉米占播种面积"]),
        ("采取“公司+农户”模式发展万寿菊种植3500亩。", ["发展万寿菊种植"]),
        ("全县解决2.3万人的饮水安全问题。", ["解决饮水安全问题"]),
        ("力争到2025年全省智能算力占比将达到50%以上。", ["智能算力占比"]),
        ("高新区有7个项目集中签约，其中签约项目4个。", ["项目集中签约", "签约项目"]),
    ],
)
def test_what_is_measured(text: str, indicators: list[str]) -> None:
    assert [found.indicator for found in statistics(text)] == indicators


def test_each_story_of_a_digest_has_its_own_subject() -> None:
    assert {found.subject for found in statistics(DIGEST)} == {"全国", "河滨市"}


def test_works_told_of_as_done_lend_no_name_to_what_follows() -> None:
    text = "河滨市城市建设加快。青山大道建成通车。新建污水管线24公里。"
    assert [found.subject for found in statistics(text)] == ["河滨市"]


def test_a_yearly_report_turns_to_plans() -> None:
    found = {(figure.indicator, figure.quantity.value): figure.nature for figure in statistics(REPORT)}
    natures = [nature for (indicator, value), nature in found.items() if "巷道" in indicator]
    assert natures == ["actual", "target"]
    assert [nature for (indicator, _), nature in found.items() if "老旧小区" in indicator] == ["actual"]


def test_a_purpose_is_no_aim() -> None:
    (figure,) = statistics("为确保牧业丰收，全旗储备饲草4.2亿公斤。")
    assert figure.nature == "actual"


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("由某工程局承建的青山河三号大桥全长2.38公里。", ["青山河三号大桥"]),
        ("和谐家园廉租房小区项目总投资6200万元。", ["和谐家园廉租房小区项目"]),
        ("全县经济向好。县本级投资增长13%；零售总额增长9%。", ["县本级", "全县"]),
        ("全县新签约项目19个，其中京津项目占六成；履约率78.9%。", ["全县", "京津项目", "全县"]),
    ],
)
def test_how_far_a_subject_reaches(text: str, subjects: list[str]) -> None:
    assert [found.subject for found in statistics(text)] == subjects
