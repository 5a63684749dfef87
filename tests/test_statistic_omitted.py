"""What a figure of a list, a rule or a price leaves out, and what of its words is not its own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from newsie.extractor import extract
from newsie.records import Statistic


def statistics(text: str) -> tuple[Statistic, ...]:
    return extract("基层新闻\n" + text + "\n", published="2023-06-15").statistics


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("就地化解纠纷57起，就近安置群众80人。", ["就地化解纠纷", "就近安置群众"]),
        ("就地转移群众20户、企业3家。", ["就地转移群众", "就地转移企业"]),
        ("暂停医保协议5家、解除2家。", ["暂停医保协议", "解除医保协议"]),
        ("吊销许可证3本、注销12本。", ["吊销许可证", "注销许可证"]),
        ("早市上，鲫鱼每斤9元，草鱼8元。", ["鲫鱼每斤", "草鱼每斤"]),
        ("白菜均价1.8元/斤，菠菜2.5元/斤。", ["白菜均价", "菠菜均价"]),
        ("对举报属实的给予奖励，最高不超过10万元。", ["给予奖励最高"]),
        ("按查实金额的2%给予奖励，最高10万元，最低500元。", [None, "按查实金额给予奖励最高", None]),
        ("光运费就花了3000元，单是化肥就用了5吨。", ["运费花", "化肥用"]),
        ("全乡光外出务工的就有3000人。", ["外出务工"]),
        ("调解、撤诉102件，调撤率达82.6%。", ["调解、撤诉", "调撤率"]),
        ("全县首针接种2317人，接种率为94.7%。", ["首针接种", "首针接种率"]),
        ("全市抽检食品300批次，不合格15批次，合格率95%。", ["抽检食品", "不合格", "合格率"]),
        ("全市规上企业已复工96家，复工率96%。", [None, "规上企业复工率"]),
        ("全市投放平价菜318吨，让利群众约90万元。", ["投放平价菜", "让利群众"]),
        ("村里投资20万元对15户危房进行改造。", ["投资", "改造危房"]),
    ],
)
def test_what_a_figure_leaves_out(text: str, indicators: list[str | None]) -> None:
    told = [record.indicator for record in statistics(text)]
    assert len(told) == len(indicators)
    assert all(wanted in (None, found) for wanted, found in zip(indicators, told, strict=True)), told


@pytest.mark.parametrize(
    ("text", "natures"),
    [
        ("会议强调，三季度新开工项目不少于18个。", ["target"]),
        ("要求每个村今年开展活动不少于4次。", ["standard"]),
        ("该局将登记、刻章等5项业务整合为一个窗口，材料由16份压减至7份。", ["actual", "actual"]),
        ("今年计划改造老旧小区18个，涉及居民2950户、建筑面积26万平方米。", ["target"] * 3),
        ("2024年筹资标准提高到每人每年390元，其中个人缴费70元。", ["standard"] * 2),
        ("供热价格仍执行每平方米24元的标准。", ["standard"]),
        ("该疫苗共需接种2剂次，每剂次接种0.5毫升。", ["standard"] * 2),
        ("全县共有1.8万人次获得补偿，单笔最高补偿9.86万元。", ["actual"] * 2),
    ],
)
def test_rules_and_aims(text: str, natures: list[str]) -> None:
    assert [record.nature for record in statistics(text)][-len(natures) :] == natures


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("两剂间隔6个月。", [6]),
        ("石桥镇代表队分获二、三名。", []),
        ("维修人员40分钟内必须赶到现场。", [40]),
        ("全县4816名考生参加考试。", [4816]),
        ("今年3.2万人参加城乡居民养老保险。", [32000]),
    ],
)
def test_what_is_counted(text: str, values: list[int]) -> None:
    assert [record.quantity.value for record in statistics(text)] == [Decimal(value) for value in values]


def test_the_year_of_an_event_is_part_of_its_name() -> None:
    told = statistics("6月7日，2023年中考举行。全县4816名考生参加考试。")
    assert [record.period and record.period.text for record in told] == ["6月7日"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("全市发生交通事故11起、死亡4人。", ["发生交通事故", "死亡"]),
        ("生猪存栏203.5万头，出栏326.8万头。", ["生猪存栏", "生猪出栏"]),
        # members of one deed have its verb
        ("全市发生交通事故11起、火灾4起。", ["发生交通事故", "发生火灾"]),
    ],
)
def test_what_befell_and_what_is_its_own_measure(text: str, told: list[str]) -> None:
    assert [record.indicator for record in statistics(text)] == told
