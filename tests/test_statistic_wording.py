"""The words of a figure's indicator, in the turns of phrase that daily news has, and whose the figure is."""

from __future__ import annotations

import pytest

from newsie.extractor import extract
from newsie.records import Statistic


def statistics(text: str) -> tuple[Statistic, ...]:
    return extract("基层新闻\n" + text + "\n", published="2023-06-15").statistics


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        # what stands behind 的 is what is measured
        ("目前，河湾市已形成超400亿元的全产业链规模。", ["形成全产业链规模"]),
        ("新工艺能降低15%的运输成本。", ["运输成本"]),
        ("新工艺一年可以为厂里节约数千万元成本。", ["节约成本"]),
        ("一个建筑规模约1.3万平方米的服务中心正在施工。", ["建筑规模"]),
        ("一条长39公里左右的供热管网正在建设。", ["供热管网长"]),
        ("市财政局紧急下达4.5亿元水利救灾资金。", ["下达水利救灾资金"]),
        ("承担着全省18万亩高标准农田建设任务的河湾市，正抢抓工期。", ["承担着全省高标准农田建设任务"]),
        ("今年计划实施石桥镇1万亩节水灌溉。", ["实施石桥镇节水灌溉"]),
        ("市里将设立3亿元保障性住房再贷款。", ["设立保障性住房再贷款"]),
        ("这家农业企业拿到30万元资金补贴，用于更新设备。", ["拿到资金补贴"]),
        ("在古城遗址，发现近20万公斤的炭化稻谷遗存。", ["发现炭化稻谷遗存"]),
        ("继续举全区之力推进总投资10.7亿元的棚户区改造工程。", ["总投资"]),
        ("约1万名来自27个成员国的农民举行抗议。", ["农民举行抗议", "来自成员国的农民举行抗议"]),
        # what is said of one is said of the next
        ("其中玉米种植面积达5700万亩以上，水稻近900万亩。", ["玉米种植面积", "水稻种植面积"]),
        ("全市已收获秋粮5亿亩，完成38.6%。", ["收获秋粮", "收获秋粮完成"]),
        ("今年要建4500万亩高标准农田，改造提升3500万亩。", ["建高标准农田", "改造提升高标准农田"]),
        ("居民收入分别完成3.7万元、2.8万元，同比分别增长6.5%、9.4%。", ["居民收入"] * 4),
        # up and down
        ("原油期货价格3日大涨近6%，一度涨至每桶超85美元。", ["原油期货价格", "原油期货价格每桶"]),
        ("10年期国债收益率运行在1.73%左右，财政总收入完成8亿元。", ["10年期国债收益率", "财政总收入"]),
        ("全市务工总规模达到33万人，超过年度任务目标3.7万人。", ["务工总规模", "务工总规模"]),
        # a share has its predicate
        (
            "今年，河湾区53万亩冬小麦90%以上采用全程托管的方式管理。",
            ["冬小麦", "冬小麦采用全程托管的方式管理"],
        ),
        # a noun that was named before
        ("像这样的数字课堂，在全市已累计开设超过300场。", ["数字课堂累计开设"]),
        ("像这样的“小巨人”企业，河湾市有133家。", ["“小巨人”企业"]),
        ("预计发送旅客15万人次，这个数字比去年同期增长50%。", ["发送旅客", "发送旅客"]),
        (
            "居民医保人均补助标准再提高30元，达到每人每年610元。",
            ["居民医保人均补助标准", "居民医保人均补助标准每人每年"],
        ),
        ("玉米种植密度从原来每亩3000株增加到每亩6000株。", ["玉米种植密度每亩", "玉米种植密度每亩"]),
        (
            "全年新建、续建商贸类项目11个，完成投资10.2亿元。",
            ["新建、续建商贸类项目", "新建、续建商贸类项目完成投资"],
        ),
        # each of several has its own
        ("教育支出、社会保障和就业支出分别增长5.9%、7.4%。", ["教育支出", "社会保障和就业支出"]),
        (
            "养老金、低保标准和护理工资再次提高，月人均分别提高221元、90元和300元。",
            ["养老金月人均", "低保标准月人均", "护理工资月人均"],
        ),
        # no verb of a noun parts it
        ("在25个有夏粮生产的县中，20个播种面积增加。", ["有夏粮生产的县", "有夏粮生产的县播种面积增加"]),
        (
            "正对52条公路、136个重点区域的513个充电站进行升级改造。",
            ["公路", "重点区域的", "区域的充电站进行升级改造"],
        ),
        ("在自有18台收割机基础上，协议引进收割机30台。", ["自有收割机", "协议引进收割机"]),
        # what leads to a figure says nothing of it
        ("这里190个活动板房搭建完成。", ["活动板房搭建完成"]),
        ("10月底前568户受损房屋修复完成。", ["受损房屋修复完成"]),
        ("机动车新注册登记量连续11年超过3000万辆。", ["机动车新注册登记量"]),
        ("麦收期间，连续六天日机收面积超过1000万亩。", ["日机收面积"]),
        # 人 needs no noun, least of all that of others
        ("冲突已致185人丧生，超1800人受伤。", ["冲突已致丧生", "受伤"]),
        ("投入消防救援力量36支677人。2380人已紧急转移避险。", ["投入消防救援力量"] * 2 + ["已紧急转移避险"]),
    ],
)
def test_indicator_is_understood_alone(text: str, indicators: list[str]) -> None:
    assert [record.indicator for record in statistics(text)] == indicators


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("新增积雪深度3—8厘米。", ["3"]),
        ("村里打造千余平方米的康养中心。", ["1000"]),
        ("数据产量达8.1ZB，占总产量10.5%。", ["8.1", "10.5"]),
        ("我国共恢复了138个国家和地区的出境游业务。", ["138"]),
        ("如果全球80亿人同时用计算器，要4000年。", []),
        ("完成建成区10蒸吨及以下燃煤锅炉拆除工作。", []),
        ("39个国家和地区的上千名嘉宾签约12个项目。", ["1000", "12"]),
        ("两人1994年从卫校毕业，就诊室里坐诊。", []),
        ("河湾至石桥±800千伏输电线路全长2290千米。", ["2290"]),
        ("省里分两批支持河湾市建设农田22万亩。", ["220000"]),
        ("来自50多个国家的200多名政党领导人、部分使节和工商界代表等出席会议。", []),
    ],
)
def test_what_counts_is_counted(text: str, values: list[str]) -> None:
    assert [str(record.quantity.value) for record in statistics(text)] == values


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("在黑龙江，目前全省粮食收获超1.2亿亩。今年河南省种植大豆540万亩。", ["黑龙江", "河南省"]),
        ("在夏粮生产第一大省河南，8500万亩小麦全部收获。", ["河南"]),
        ("河南小麦种植第一大县唐河县麦播面积214.8万亩。", ["唐河县"]),
        ("陈大山所在的上坂村有7个自然村，常住人口近3000人。", ["上坂村", "上坂村"]),
        ("交通运输部预计，今天人员流动量超3.4亿人次。", [None]),
        ("今年，上海布局19家高质量孵化器。", ["上海"]),
        ("商贸中心地位进一步巩固，全年新增商业面积10万平方米。", [None]),
    ],
)
def test_whose_figure_it_is(text: str, subjects: list[str | None]) -> None:
    assert [record.subject for record in statistics(text)] == subjects


@pytest.mark.parametrize(
    ("text", "natures"),
    [
        ("河湾市遴选出20个未来产业细分赛道。", ["actual"]),
        ("德国4家主要经济研究所发布报告。", ["actual"]),
        ("今年，河湾市将依托老旧小区改造，更换老化管网46公里。", ["target"]),
        ("全市已播种冬小麦69万亩，占计划面积的二成。", ["actual", "actual"]),
        ("计划到2027年，改造农田100万亩。石桥镇1.4万亩中稻进入收获高峰。", ["target", "actual"]),
    ],
)
def test_only_what_is_aimed_at_is_a_target(text: str, natures: list[str]) -> None:
    assert [record.nature for record in statistics(text)] == natures


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("西岭州多地5月14日夜间出现强降雨，并引发洪水，导致至少5人死亡。", "5月14日夜间"),
        ("据通讯社5月14日报道，西岭州出现强降雨，造成至少5人死亡。", None),
    ],
)
def test_what_a_day_brought_about_is_of_that_day(text: str, period: str | None) -> None:
    (record,) = statistics(text)
    assert (record.period and record.period.text) == period


def test_figures_of_an_area_are_not_of_its_government() -> None:
    (record,) = statistics("区政府带领各族人民努力，地区生产总值完成192亿元。")
    assert (record.subject, record.indicator) == (None, "地区生产总值")


def test_a_change_has_its_basis_whole() -> None:
    (record,) = statistics("全市民宿预订环比上月同期增长近两倍。")
    assert (record.indicator, record.basis) == ("民宿预订", "环比上月同期")
