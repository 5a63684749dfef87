"""Whose figures they are where a clause begins with more than a name, or with what only looks like one."""

from __future__ import annotations

import pytest

from newsie.extractor import extract
from newsie.frames.statistic.naming.cutting import cut_mentions
from newsie.reading import Mention
from newsie.records import Statistic


def statistics(text: str) -> tuple[Statistic, ...]:
    return extract("基层新闻\n" + text + "\n", published="2023-06-15").statistics


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        # no name holds 每, 给, 三大 or a verb
        ("最初规定每个街道办事处要有80平方米健身房。", None),
        ("青山市消防接到指挥中心指令后，救出群众3名。", "青山市消防"),
        ("全省三大粮食生产基地产粮50万吨。", "全省"),
        ("城西水库管理所长期身处繁华闹市，收到锦旗50面。", "城西水库管理所"),
        # but of some
        ("青山县自来水给水公司铺设管网15公里。", "青山县自来水给水公司"),
        ("市交警支队三大队查处违法行为36起。", "市交警支队三大队"),
        ("若羌县种植红枣3万亩。", "若羌县"),
        # the last, the largest of some: itself
        ("三大轿车生产基地中开工最晚的长龙汽车有限公司完成产值5亿元。", "长龙汽车有限公司"),
        ("城南水厂是全市最大的青山供水项目，日供水5万吨。", "城南水厂"),
        # what befell a place is told of
        (
            "长龙保险公司支付赔款36亿元。江浙11号台风、云州地震等灾害，都作了补偿。存款增长45%。",
            "长龙保险公司",
        ),
        ("云州地震台监测到地震36次。", "云州地震台"),
        # a team in quotation marks, a district of works
        ("“长河考察队”经过一年半努力，共收集标本4074份。", "长河考察队"),
        ("“青年先锋队”称号颁给5个集体。", None),
        ("北大荒粮食增产。垦区累计投入资金31亿元。", "垦区"),
        # 对 behind a body ends its name
        ("市新华书店对农村供销社的售书让利提高到22%。", "市新华书店"),
        # whom a village's farmer or party member stands for
        ("青石乡后王家村的党员王爱花建起了一个占地5亩的养猪场。", "王爱花"),
        ("党员张德明从报上学到方法，投资3万元建起养狐场。", "张德明"),
        ("党员张德明说，全村增收30万元。", "全村"),
        # what a place is called in front of its name
        ("广西工业重镇柳河市筹集资金425万元。", "柳河市"),
        ("革命老区石安县种粮3万亩。", "石安县"),
        ("河西省会展中心接待游客3万人次。", "河西省会展中心"),
        # 桥梁 is the bridge told of before
        ("青山大桥昨日通车。桥梁全长611米。", "青山大桥"),
        ("青山县巡查公路。桥梁检测完成60座。", "青山县"),
    ],
)
def test_whose_the_last_figure_is(text: str, subject: str | None) -> None:
    assert statistics(text)[-1].subject == subject


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("由于农民人均收入达到2500元，青山县受到表扬。", "农民人均收入"),
        ("特别是茶叶产量达到60吨。", "茶叶产量"),
        ("青山县特别是茶叶之乡，因此产量达到60吨。", "产量"),
        ("青山啤酒销路好，其市场份额达到8%。", "市场份额"),
        ("青山县其他作物种植面积达到60亩。", "其他作物种植面积"),
    ],
)
def test_what_a_clause_opens_with_is_not_measured(text: str, indicator: str) -> None:
    assert statistics(text)[0].indicator == indicator


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # which one it is, words, and who sits in a hall are not counted
        ("学校一成立就建起3个车间。", [3]),
        ("本地人占一成。", [1]),
        ("王某系石桥镇大井村1组人，分红300元。", [300]),
        ("石桥镇购置健身器材5组。", [5]),
        ("武警某省总队五支队的官兵凑了2000元。", [2000]),
        ("全市出动5个大队。", [5]),
        ("央视四套的专题片让游客增长30%。", [30]),
        ("县里采购桌椅四套。", [4]),
        ("“青山水”三个字成了品牌，卖出水5万吨。", [50000]),
        ("1月8日，45位访问团成员、300位理财师、金融机构高管出席本次年会。", []),
        ("受伤者没有受到二次伤害，救出群众3名。", [3]),
        ("秦山30万千瓦核电厂的设计获3个奖。", [3]),
        ("装机30万千瓦的电厂已经建成。", [300000]),
        ("在突破100万吨的基础上，产量又增30万吨。", [300000]),
        ("医疗队冒着零下30摄氏度的严寒走访农户50户。", [50]),
        # who came to a meeting is no figure of it, who takes part day by day is
        ("300人参加了培训会。", []),
        ("全市12万人每天参加体育活动。", [120000]),
    ],
)
def test_what_is_counted(text: str, values: list[int]) -> None:
    assert [found.quantity.value for found in statistics(text)] == values


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("水果等慰问品和县妇联", ["县妇联"]),
        ("高等学校和县教育局", ["高等学校和县教育局"]),
        ("市书店对供销社", ["市书店"]),
        ("市供电公司对外联络部", ["市供电公司对外联络部"]),
        ("这家银行", []),
        # 走遍|全市旗县, 吸收|某国某公司 begin with a verb, 派出所 and 出口公司 do not
        ("青山县已办市场", ["青山县"]),
        ("理财产品还是各家银行", []),
        ("其他地区联合会", ["其他地区联合会"]),
        ("走遍全市旗县", []),
        ("吸收青山电力公司", []),
        ("石桥派出所", ["石桥派出所"]),
        ("出口加工公司", ["出口加工公司"]),
        ("派出所", ["派出所"]),
    ],
)
def test_what_was_taken_for_a_name_is_cut_to_it(text: str, names: list[str]) -> None:
    kept = cut_mentions(text, [Mention("ORG", 0, len(text), ("model",))]).longest
    assert [text[mention.start : mention.end] for mention in kept.values()] == names


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("去年产量166吨，是计划指标的1.66倍。", "actual"),
        ("今年计划生产黄金150吨。", "target"),
    ],
)
def test_what_a_figure_is_measured_against_is_no_plan(text: str, nature: str) -> None:
    assert statistics(text)[-1].nature == nature


def test_a_rank_of_officials_is_no_office() -> None:
    found = statistics("青山市处分260人，其中县处以上领导干部27人，移送司法机关13人。")
    assert [one.subject for one in found] == ["青山市"] * 3


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("持股比例不得超过总股本的10%或50万股。", ["持股比例不得超过总股本"] * 2),
        ("县里给每户补助100元或150元。", ["给每户补助"] * 2),
        # here it is no joint of two figures
        ("全县或将新增企业30家。", ["或将新增企业"]),
        ("有3家企业或学校停办。", ["企业或学校停办"]),
    ],
)
def test_figures_joined_by_or_share_their_words(text: str, indicators: list[str]) -> None:
    assert [found.indicator for found in statistics(text)] == indicators
