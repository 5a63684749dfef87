"""Who acts, what is measured and when, in clauses as papers write them."""

from __future__ import annotations

import pytest
from told import figures, read

from newsie.frames.statistic.indicators.ellipsis import sentence_start


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # several bodies by the first of them
        ("县应急管理局等部门检查企业36家。", [("县应急管理局等部门", "检查企业")]),
        ("市公安局、市交通局等单位查处违法行为320起。", [("市公安局、市交通局等单位", "查处违法行为")]),
        ("县应急管理局等部门负责人检查企业36家。", [(None, "部门负责人检查企业")]),
        # a verb behind a city's bare name
        ("贵州贵阳组织2600名党员干部学习。", [("贵州贵阳", "组织党员干部学习")]),
        ("哈密加快布局风电产业，引入企业14家。", [("哈密", "引入企业")]),
        # names end where a word ends
        ("云山区一家农贸市场有摊位300个。", [("云山区一家农贸市场", "摊位")]),
        ("某区拆除隆兴市场的违建平房1100平方米。", [(None, "某区拆除隆兴市场的违建平房")]),
        ("石桥煤矿一办公楼发生火灾，致6人死亡。", [("石桥煤矿", "致死亡")]),
        ("北京市民3000人参观。", [("北京", "市民参观")]),
        ("北京市民政局救助300人。", [("北京市民政局", "救助")]),
        ("北方科学院增选院士59人。", [("北方科学院", "增选院士")]),
        ("石桥工业园区引入企业30家。", [("石桥工业园区", "引入企业")]),
        ("石桥县民族中学招生300人。", [("石桥县民族中学", "招生")]),
        ("国务院联防联控机制部署接种1200万剂次。", [("国务院", "联防联控机制部署接种")]),
        # nor do they take in what is done
        ("今年以来，城北镇紧盯长三角产业转移机遇，引进企业6家。", [("城北镇", "引进企业")]),
        ("江州省还率先打造中心，扶持企业50家。", [("江州省", "扶持企业")]),
        ("几乎每家银行都裁员，共裁300人。", [(None, "裁")]),
        ("尽管许多公司亏损，仍有客户300个。", [("许多公司", "客户")]),
        ("自来水公司投资3亿元。", [("自来水公司", "投资")]),
        ("愿景公司投资3亿元。", [("愿景公司", "投资")]),
        # roads of any name
        (
            "全省公路总里程20万公里，高速公路里程1万公里。",
            [("全省", "公路总里程"), ("全省", "高速公路里程")],
        ),
        # with whom it is signed
        ("我市已与15个城市签署合作协议32份。", [("我市", "城市"), ("我市", "签署合作协议")]),
        # whose the measure is
        ("12家医院的床位总数达3600张。", [(None, "医院"), (None, "医院的床位总数")]),
        # what was told before
        ("去年接待游客300万人次，今年这一数字达到420万人次。", [(None, "接待游客"), (None, "接待游客")]),
        ("高标准农田将建成10万亩。", [(None, "高标准农田建成")]),
    ],
)
def test_subject_and_indicator(text: str, told: list[tuple[str | None, str]]) -> None:
    assert [(subject, indicator) for subject, indicator, _ in figures(text)] == told


@pytest.mark.parametrize(
    ("text", "natures"),
    [
        ("机房标准机架数量已超过900万个。", ["actual"]),
        ("补助标准不超过10元。", ["standard"]),
        ("市住建局将于年内改造小区30个。此外，还有12个小区通过了验收。", ["target", "actual"]),
        ("市住建局将于年内改造小区30个。此外，还有12条道路提档升级。", ["target", "target"]),
    ],
)
def test_nature(text: str, natures: list[str]) -> None:
    assert [found.nature for found in read(text).statistics] == natures


def test_a_growth_that_keeps_to_a_level_is_a_change() -> None:
    (found,) = read("工业利润增长均在30%以上。").statistics
    assert (found.indicator, found.change) == ("工业利润", "increase")


def test_five_years_and_more_are_a_period() -> None:
    (found,) = read("五年多来，全县建成公路300公里。").statistics
    assert found.period
    assert (found.period.text, found.period.start, found.period.end) == ("五年多来", None, "2023-06-15")


def test_of_a_sentence_without_an_end_the_last_of_it_is_looked_at() -> None:
    text = "与去年同期相比，产量增长5%，" * 400
    assert len(text) - sentence_start(text, len(text)) < 1000
    assert sentence_start("今年产量增长。与去年相比", 12) == 7
