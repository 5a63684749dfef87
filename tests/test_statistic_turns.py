"""Figures as local papers tell of them: plans and their shares, turns of speech, what stands around a figure."""

from __future__ import annotations

import pytest

from newsie.extractor import extract
from newsie.records import Statistic


def statistics(text: str) -> tuple[Statistic, ...]:
    return extract("基层新闻\n" + text + "\n", published="2023-06-15").statistics


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        # a plan, and what is a share of it
        (
            "青阳县国税局共组织入库税收1.27亿元，占年计划1.26亿元的100.8%，同比增收2316万元，增长22.3%。",
            ["组织入库税收", "组织入库税收年计划", "组织入库税收占年计划", "组织入库税收", "组织入库税收"],
        ),
        (
            "青阳县城镇新增就业4.38万人，完成年度目标任务3.9万人的112.3%，但比上年减少5200人；失业率3.4%。",
            [
                "城镇新增就业",
                "城镇新增就业年度目标任务",
                "城镇新增就业完成年度目标任务",
                "城镇新增就业",
                "失业率",
            ],
        ),
        ("全县造林3.2万亩，占全年任务4万亩的八成。", ["造林", "造林全年任务", "造林占全年任务"]),
        ("工业投资完成年度计划30亿元的72%。", ["工业投资年度计划", "工业投资完成年度计划"]),
        # measured against a time
        ("外贸进出口总值87.6亿元，与去年同期相比增长21.4%。", ["外贸进出口总值"] * 2),
        ("全县发放贷款32亿元，与年初相比增加4.1亿元。", ["发放贷款"] * 2),
        # the first and the second of two
        (
            "外资企业和国有企业进出口分别为11.9亿元、7.6亿元，前者下降3.2%，后者增长18.8%。",
            ["外资企业进出口", "国有企业进出口"] * 2,
        ),
        # of what the rest is a part, by what way
        ("项目总投资6.98亿元（其中专项债4.2亿元、协作资金3500万元）。", ["项目总投资", "专项债", "协作资金"]),
        (
            "全市发送旅客32万人次，其中水路12万人次、公路18万人次。",
            ["发送旅客", "水路发送旅客", "公路发送旅客"],
        ),
        # what only leads to the figure
        ("产能反而提高了1.4倍，二氧化氮浓度不降反升4.1%。", ["产能", "二氧化氮浓度"]),
        ("固定资产投资虽增长15.1%，但工业投资却下降3%。", ["固定资产投资", "工业投资"]),
        ("车辆购置税完成681万元，用电量累计完成30.26亿千瓦时。", ["车辆购置税", "用电量"]),
        ("“去年光电费一项我们就支出2.3亿元。”", ["电费支出"]),
        ("青阳县玉米一项就占到26万亩，秸秆利用率一项就由43%升至61%。", ["玉米", "秸秆利用率", "秸秆利用率"]),
        ("局长李明带领班子成员先后走访企业63户。", ["走访企业"]),
        (
            "本轮巡察共抽调干部36名。此次督导共查看养殖场14个、兽医站5个。",
            ["抽调干部", "查看养殖场", "查看兽医站"],
        ),
        ("“这回要清淤土方14万方，两边还要栽3000棵白蜡。”", ["清淤土方", "栽白蜡"]),
        ("节前高峰期还将加开班车80班次，好在补贴领了1.5万元。", ["加开班车", "补贴领"]),
        # what another time had, and what a bare verb goes on about
        ("今年高考报名58214人，较去年的61377人减少3163人，降幅为5.2%。", ["高考报名"] * 3 + ["高考报名降幅"]),
        ("体育类5908人，增加412人；新建学校5所，增加学位1200个。", ["体育类"] * 2 + ["新建学校", "增加学位"]),
        ("累计降水量96.4毫米，比多年同期少五成二。", ["累计降水量"] * 2),
        ("存款余额320亿元，占全市的12%，比年初增加18亿元。", ["存款余额", "存款余额占全市", "存款余额"]),
        ("细颗粒物平均浓度84微克/立方米，同比改善11.6%。", ["细颗粒物平均浓度"] * 2),
        ("成交均价6893元，微涨1.7%。", ["成交均价"] * 2),
        # the measure of the whole is that of its parts
        ("全县播种面积42万亩，其中粮食38万亩。", ["播种面积", "粮食播种面积"]),
        ("全县种植面积30万亩，其中小麦20万亩、玉米8万亩。", ["种植面积", "小麦种植面积", "玉米种植面积"]),
        ("全县用电量12亿千瓦时，其中工业9亿千瓦时。", ["用电量", "工业用电量"]),
        ("她家纯收入2.7万元，人均超过9000元。", ["纯收入", "人均纯收入"]),
        ("高速公路车流量61.2万辆次，日均8.74万辆次。", ["车流量", "日均车流量"]),
        ("带动周边67户农户（贫困户29户）户均增收6800元。", ["带动周边农户", "贫困户", "户均增收"]),
        ("“这条沟全长6.8公里，像这样的合作社有46家。”", ["全长", "合作社"]),
        ("县公安局局长岑国栋从刑侦、治安抽调民警23名。", ["从刑侦、治安抽调民警"]),
        ("11月份，我国制造业采购经理人指数达到50.3%。", ["制造业采购经理人指数"]),
        ("副镇长王强现场解决问题12个。", ["解决问题"]),
        # how high the tension is sorts the lines; what rises is of what was told
        ("新建10千伏线路213公里、低压线路340公里。", ["新建10千伏线路", "新建低压线路"]),
        ("单个项目最高补助800万元，比去年翻了一倍。", ["最高补助"] * 2),
        ("便道限高3.5米，限速30公里/小时。", ["便道限高", "限速"]),
        ("今年新上项目21个，修路11.8公里。", ["新上项目", "修路"]),
        ("他家半年下来省了电费412元，一年下来能多挣3万元。", ["省了电费", "多挣"]),
        # one character and 到 reach a level; an average or a time before it is no part of what is measured
        ("一般用电价格由每度0.62元提到0.7元。", ["一般用电价格由每度", "一般用电价格由每度"]),
        ("平均查验时间从40分钟压到12分钟以内。", ["平均查验时间", "平均查验时间"]),
        ("某县二中将把班额从目前的平均61人降到50人以内。", ["班额", "班额"]),
        # what stands in a bracket is apart from what is told on behind it
        ("全县水果产量3.05万吨（蓝莓0.47万吨），增长11.7%。", ["水果产量", "蓝莓产量", "水果产量"]),
        ("幼儿园71所（民办29所），在园幼儿1.2万人。", ["幼儿园", "民办", "在园幼儿"]),
        # each its own verb, one that stays as it was, and those told of before taken together
        (
            "接待游客12万人次，旅游收入3亿元，同比分别增长5%和下降2%。",
            ["接待游客", "旅游收入", "接待游客", "旅游收入"],
        ),
        (
            "全县发现违规用火71起，行政处罚65人，刑事立案2件，分别比上年同期上升34%、41.3%和持平。",
            ["发现违规用火", "行政处罚", "刑事立案", "发现违规用火", "行政处罚"],
        ),
        (
            "全院受理案件1200件，执行到位金额2.1亿元，两项数据较前三年分别增长5%和7%。",
            ["受理案件", "执行到位金额", "受理案件", "执行到位金额"],
        ),
        ("全年限制乘坐飞机2.1万余人次、动车1.35万余人次。", ["限制乘坐飞机", "限制乘坐动车"]),
        # the first count is of the noun alone, what it does is the second's
        ("38名党员技术员每人联系蚕农20户。", ["党员技术员", "党员技术员每人联系蚕农"]),
        ("35家企业带来岗位1200个。", ["企业", "企业带来岗位"]),
        (
            "规模以上工业增加值下降2.3%。分行业看，水泥制造业下降19.4%，电力生产业在新投产项目带动下增长26.8%。",
            ["规模以上工业增加值", "水泥制造业规模以上工业增加值", "电力生产业规模以上工业增加值"],
        ),
        # wind turbines, whom one has chosen, and a share of what it is at other times
        ("已完成33台风机基础。", ["完成风机基础"]),
        ("共选举产生乡镇党委委员128名。", ["选举产生乡镇党委委员"]),
        ("今年产量1.2万吨，只有平时的四成。", ["产量", "产量"]),
        ("投资额比上年同期翻了近一番。", ["投资额"]),
        ("猪肉价格同比上涨96.4%，环比则下降7.2%。", ["猪肉价格", "猪肉价格"]),
        ("粮食总产量8.95万吨，其中稻谷4.71万吨。", ["粮食总产量", "稻谷总产量"]),
        ("10月底前剩余248户必须全部开工，入住率要达到95%以上。", ["全部开工", "入住率"]),
    ],
)
def test_turns_of_local_papers(text: str, indicators: list[str]) -> None:
    assert [record.indicator for record in statistics(text)] == indicators


def test_a_share_of_a_plan_is_measured_against_it() -> None:
    plan, share = statistics("全县造林3.2万亩，占全年任务4万亩的八成。")[1:]
    assert (plan.basis, share.basis) == (None, "全年任务")


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        # what is reached by then is not of today; the day of one part is not that of the rest
        ("某水库去年9月开工，目前已完成投资3200万元，届时可恢复灌溉面积1.2万亩。", ["目前", None]),
        (
            "上半年，火车站发送旅客12.8万人，其中5月1日发送2.4万人；机场起降航班264架次。",
            ["上半年", "5月1日", "上半年"],
        ),
        ("某医院2021年11月奠基，历时3年建成，编制床位600张。", [None]),
        ("五年来，全县投资累计达到61亿元，相当于“十二五”期间总和的3.3倍，新建学校12所。", ["五年来"] * 3),
        ("据悉，至5月底，全县税收总额已达2.96亿元。", ["5月底"]),
    ],
)
def test_when_figures_hold(text: str, periods: list[str | None]) -> None:
    assert [record.period.text if record.period else None for record in statistics(text)] == periods


@pytest.mark.parametrize(
    ("text", "natures"),
    [
        ("筹资标准由每人50元提高到90元，其中财政补助68元。", ["standard"] * 3),
        ("便道限高3.5米，限速30公里/小时。", ["standard"] * 2),
        ("乡级起付线80元，全县筹集基金3118万元。", ["standard", "actual"]),
    ],
)
def test_limits_are_rules(text: str, natures: list[str]) -> None:
    assert [record.nature for record in statistics(text)] == natures


def test_a_unit_keeps_what_else_may_be_meant() -> None:
    assert [record.quantity.unit for record in statistics("全旗牲畜存栏186.4万头（只）。")] == ["头（只）"]


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("去年，全村还清贷款300万元，还修路3公里。", ["还清贷款", "修路"]),
        ("全县还田秸秆3万吨，再造林5万亩。", ["还田秸秆", "再造林"]),
        ("均衡配置教师200名，均已到岗的有150名。", ["均衡配置教师", "均衡配置教师到岗"]),
        ("全市已建和在建充电桩300个，已建成200个。", ["已建和在建充电桩", "建成充电桩"]),
        ("已婚妇女达3万人，应检尽检人数2万人。", ["已婚妇女", "应检尽检人数"]),
        ("并发放宣传单500份，可带动就业300人。", ["发放宣传单", "带动就业"]),
        ("可疑线索移交30条，正版图书发放200册。", ["可疑线索移交", "正版图书发放"]),
        ("再度投入资金200万元，都安装了路灯30盏。", ["投入资金", "安装了路灯"]),
    ],
)
def test_an_adverb_is_cut_out_of_no_word(text: str, indicators: list[str]) -> None:
    assert [record.indicator for record in statistics(text)] == indicators


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        # a noun with what is told of it before 的 is one phrase
        ("警方拘留27名涉嫌非法吸收公众存款的犯罪嫌疑人。", ["警方拘留涉嫌非法吸收公众存款的犯罪嫌疑人"]),
        ("建设50家以上具有引领性的科技企业。", ["建设具有引领性的科技企业"]),
        (
            "救助30名因病致贫的困难群众和8名失去父母的孤儿。",
            ["救助因病致贫的困难群众", "救助失去父母的孤儿"],
        ),
        (
            "关停6家排放污水的造纸企业、3家未经审批的养殖场。",
            ["关停排放污水的造纸企业", "关停未经审批的养殖场"],
        ),
        ("改造5座建成于上世纪八十年代的水闸。", ["改造建成于上世纪八十年代的水闸"]),
        ("今年有5人升入重点高中。", ["升入重点高中"]),
        # 最高 before a sum that is given is a hedge
        ("对企业给予最高500万元补贴。", ["对企业给予补贴"]),
        ("对引进的人才给予最高30万元的安家补贴。", ["对引进的人才给予安家补贴"]),
        ("可享受最高3000元的一次性补贴，给予企业2万元奖励。", ["享受一次性补贴", "给予企业奖励"]),
        ("最高气温35℃，最低23℃。", ["最高气温", "气温最低"]),
        # what the clause before tells of is so much at most
        (
            "昨天，电网最高负荷创历史新高，最高达301万千瓦时，比去年峰值高15万。",
            ["电网最高负荷", "电网最高负荷"],
        ),
        ("全县用水量屡创新高，最高达30万吨。", ["用水量最高"]),
        # connectives and adverbs say nothing of what is measured
        ("虽然室外温度只有3℃，大家热情不减。", ["室外温度"]),
        ("尽管今年降水量减少三成，粮食产量继续稳定在3万吨以上。", ["降水量", "粮食产量"]),
        ("展会规模创历史同期新高，达3万平方米。", ["展会规模"]),
        ("快递业务量首次突破1亿件大关。", ["快递业务量"]),
        ("绿色食品占比都超过90%，两类人员占比还不到三成。", ["绿色食品占比", "两类人员占比"]),
        ("保守估计损失500万元，受灾面积估计3万亩。", ["损失", "受灾面积"]),
    ],
)
def test_what_stands_around_a_figure_is_read_whole(text: str, indicators: list[str]) -> None:
    assert [record.indicator for record in statistics(text)] == indicators


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("到2030年，全省装机容量将达到6000万千瓦。", "target"),
        ("目前，全省装机容量达到6000万千瓦。", "actual"),
        ("据估计，今年全县苹果产量将达30万吨。", "target"),
        ("暴雨致农作物受灾，受灾面积估计3万亩。", "actual"),
        ("机构估计，该国经济可能因此每天损失3亿元。", "target"),
    ],
)
def test_what_is_told_of_a_year_to_come_is_aimed_at(text: str, nature: str) -> None:
    assert [record.nature for record in statistics(text)] == [nature]


def test_a_report_s_plan_may_open_with_what_it_goes_by() -> None:
    page = (
        "青山县政府工作报告\n\n以园区建设为抓手，着力建设标准厂房10万平方米。加快推进青山路改造项目，全年完成投资3亿元。"
        "实施老旧小区改造12个。培育规上企业20家，引进项目30个。\n"
    )
    assert {record.nature for record in extract(page, published="2024-03-05").statistics} == {"target"}
