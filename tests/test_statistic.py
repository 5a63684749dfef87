"""Statistics: what a figure measures, of whom, and what kind of figure it is.

In the cases a figure is marked ⟦6303家⟧ and a time expression 〔上半年〕.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

import pytest
from growth import grows_evenly

from newsie.article import Article, Byline
from newsie.frames.statistic import find_statistics
from newsie.reading import Amount, Date, Mention, Reading, Title
from newsie.records import Statistic
from newsie.text import Text
from newsie.values import Interval, Quantity

MARK = re.compile(r"⟦([0-9.一二两三半]+)([^⟧]*)⟧|〔([^〕]*)〕")
NUMERALS = {"一": "1", "二": "2", "两": "2", "三": "3", "半": "0.5"}


def read(marked: str, *people: str) -> Reading:
    """Return the reading of a marked text."""
    amounts, dates, parts, length, done = [], [], [], 0, 0
    for match in MARK.finditer(marked):
        parts.append(marked[done : match.start()])
        length += match.start() - done
        words = (match[1] or "") + (match[2] or "") + (match[3] or "")
        if match[3] is None:
            value = Decimal(NUMERALS.get(match[1], match[1]))
            amounts.append(Amount(length, length + len(words), Quantity(value, match[2])))
        else:
            dates.append(Date(length, length + len(words), Interval(None, None, "vague")))
        parts.append(words)
        length += len(words)
        done = match.end()
    string = "".join([*parts, marked[done:]])
    text = Text.of(string)
    article = Article(None, None, (), "news", Byline(), (text,))
    titles = tuple(Title(*match.span()) for match in re.finditer("《[^》]*》", string))
    names = [
        Mention("PERSON", m.start(), m.end(), ("test",)) for name in people for m in re.finditer(name, string)
    ]
    return Reading(article, text, None, tuple(dates), tuple(amounts), titles, tuple(names), ())


def found(marked: str, *people: str) -> tuple[Statistic, ...]:
    return find_statistics(read(marked, *people))


def indicators(marked: str) -> list[str]:
    return [record.indicator for record in found(marked)]


def subjects(marked: str, *people: str) -> list[str | None]:
    return [record.subject for record in found(marked, *people)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("该局检查企业⟦6303家次⟧，取缔企业⟦5家⟧。", ["检查企业", "取缔企业"]),
        ("逐一走访⟦14个⟧社区。", ["逐一走访社区"]),
        ("⟦4个⟧项目实现如期交付。", ["项目实现如期交付"]),
        ("为⟦3名⟧老党员颁发奖章。", ["颁发奖章老党员"]),
        ("建立重点任务台账⟦14项⟧、问题整改台账⟦5项⟧。", ["建立重点任务台账", "建立问题整改台账"]),
        ("开展⟦6次⟧应急演练、⟦2次⟧防火演练。", ["开展应急演练", "开展防火演练"]),
        ("识别监测对象⟦1136户⟧⟦4027人⟧。", ["识别监测对象", "识别监测对象"]),
        ("排查事故路段⟦64处⟧、整改⟦58处⟧。", ["排查事故路段", "整改事故路段"]),
        ("进出口总额⟦61.3元⟧，其中出口⟦47.9元⟧、进口⟦13.4元⟧。", ["进出口总额", "出口", "进口"]),
        ("平均办结时间由⟦23天⟧缩短至⟦11天⟧。", ["平均办结时间", "平均办结时间"]),
        ("高铁片区⟦5个⟧项目中，⟦4个⟧进场施工。", ["项目", "项目进场施工"]),
        ("共有企业⟦168家⟧，其中省级⟦13家⟧、市级⟦25家⟧。", ["企业", "省级企业", "市级企业"]),
        ("对⟦16家⟧单位、⟦8个⟧乡镇进行了巡察。", ["巡察单位", "巡察乡镇"]),
        ("⟦1个⟧乡、⟦7个⟧村退出贫困序列。", ["乡退出贫困序列", "村退出贫困序列"]),
        ("技术员爬上⟦68米⟧高的主塔。", ["主塔高"]),
        ("演练共动员队员⟦60名⟧、民兵⟦120名⟧。", ["动员队员", "动员民兵"]),
        ("社区腾出⟦480平方米⟧办公用房。", ["社区腾出办公用房"]),
        ("公司流动资金缺口还有⟦600元⟧。", ["公司流动资金缺口"]),
        ("实现生产总值⟦138元⟧，其中，第一产业增加值⟦9元⟧。", ["生产总值", "第一产业增加值"]),
        ("受理诉求⟦18件⟧，日均约⟦3件⟧。", ["受理诉求", "受理诉求日均"]),
        ("建成标准化厂房⟦168平方米⟧，使用率⟦93.5%⟧。", ["建成标准化厂房", "标准化厂房使用率"]),
        (
            "居民人均收入⟦9元⟧，其中城镇居民⟦12元⟧、农村居民⟦5元⟧。",
            ["居民人均收入", "城镇居民人均收入", "农村居民人均收入"],
        ),
    ],
)
def test_indicator_is_what_the_words_around_the_figure_say(marked: str, expected: list[str]) -> None:
    assert indicators(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("出口⟦318.2元⟧，同比增长⟦11.5%⟧。", ("出口", "increase", "同比")),
        ("水泥产量⟦318.6吨⟧，下降⟦7.7%⟧。", ("水泥产量", "decrease", None)),
        ("贷款余额⟦2796元⟧，比年初增加⟦253元⟧。", ("贷款余额", "increase", "比年初")),
        ("销售面积下降⟦15.7%⟧，降幅比一季度收窄⟦4.2个百分点⟧。", ("销售面积降幅", "decrease", "比一季度")),
        ("民营企业进出口⟦288元⟧，占进出口总值的⟦7成⟧。", ("民营企业进出口占进出口总值", None, "进出口总值")),
        ("新增就业⟦2人⟧，完成年度目标的⟦68.9%⟧。", ("新增就业完成年度目标", None, "年度目标")),
        ("覆盖率由⟦61%⟧提高到⟦74.5%⟧。", ("覆盖率", None, None)),
        ("有实绩的企业达⟦1268家⟧，比年初净增⟦97家⟧。", ("有实绩的企业", "increase", "比年初")),
        ("追回基金⟦1860元⟧，比上年多追回⟦320元⟧。", ("追回基金", "increase", "比上年")),
        ("物价上涨⟦3.4%⟧，涨幅较上月缩小⟦0.6个百分点⟧。", ("物价涨幅", "decrease", "较上月")),
        ("苹果面积⟦32亩⟧，密植园占到⟦28%⟧。", ("密植园占到苹果面积", None, None)),
        ("转移净收入增长不足⟦1%⟧。", ("转移净收入", "increase", None)),
        ("高技术产业投资增长较快，同比增长⟦10.0%⟧。", ("高技术产业投资", "increase", "同比")),
    ],
)
def test_change_and_basis_of_the_last_figure(
    marked: str, expected: tuple[str, str | None, str | None]
) -> None:
    record = found(marked)[-1]
    assert (record.indicator, record.change, record.basis) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("汽车、电子制造业增加值分别增长⟦31.5%⟧、⟦18.9%⟧。", ["汽车制造业增加值", "电子制造业增加值"]),
        ("城乡居民人均可支配收入分别增长⟦7%⟧和⟦8%⟧。", ["城乡居民人均可支配收入"] * 2),
        (
            "第一、二、三产业用电量分别增长⟦9.7%⟧、⟦1.5%⟧、⟦4.1%⟧。",
            ["第一产业用电量", "第二产业用电量", "第三产业用电量"],
        ),
        ("城镇、农村居民人均收入分别增长⟦6.5%⟧和⟦7.5%⟧。", ["城镇居民人均收入", "农村居民人均收入"]),
        ("开工项目⟦126个⟧，总投资⟦487元⟧，同比分别增长⟦8.6%⟧和⟦12.3%⟧。", ["开工项目", "项目总投资"]),
    ],
)
def test_figures_of_fenbie_are_dealt_out(marked: str, expected: list[str]) -> None:
    records = found(marked)[-len(expected) :]
    assert [record.indicator for record in records] == expected
    assert {record.change for record in records} == {"increase"}


def test_figures_of_places_have_each_its_own_subject() -> None:
    records = found("南山县、东埠区工业增加值分别增长⟦9.3%⟧和⟦8.1%⟧。")
    assert [(record.subject, record.indicator) for record in records] == [
        ("南山县", "工业增加值"),
        ("东埠区", "工业增加值"),
    ]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("记者从青山市统计局获悉，全市新增企业⟦12家⟧。", ["青山市"]),
        ("青山区应急管理局强化监管。该局检查企业⟦63家⟧。", ["青山区应急管理局"]),
        ("云溪大桥东延工程加紧施工。该工程总投资⟦4.5元⟧。", ["云溪大桥东延工程"]),
        ("鹭江冷链物流园，总投资⟦1.8元⟧。", ["鹭江冷链物流园"]),
        ("目前已建成总投资⟦70元⟧的智慧岛核心区。", ["智慧岛核心区"]),
        ("村支书牵头成立香菇种植合作社，有社员⟦12户⟧。", ["香菇种植合作社"]),
        ("市残联举办助残就业专场招聘会，⟦42家⟧企业提供岗位。", ["助残就业专场招聘会"]),
        ("大辛镇西岭村种植香菇。全村发展大棚⟦36个⟧。", ["大辛镇西岭村"]),
    ],
)
def test_subject_is_the_fullest_name_of_who_governs(marked: str, expected: list[str]) -> None:
    assert subjects(marked) == expected


def test_who_says_our_home_is_the_speaker() -> None:
    assert subjects("“我家养了⟦18峰⟧骆驼。”牧民李四说。", "李四") == ["李四"]


def test_producer_who_is_quoted_is_the_subject_of_his_figures() -> None:
    words = "石桥县农技专家来了。“一亩地要打药⟦8次⟧，今年减到⟦4次⟧。”果农郭大山直言。"
    assert subjects(words, "郭大山") == ["郭大山", "郭大山"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("市政务中心公布数据。〔云审批平台上线以来〕，注册用户突破⟦2户⟧。", "云审批平台"),
        ("石桥社区党总支书记说，社区腾出用房⟦480平方米⟧。", "石桥社区"),
        ("绿源公司董事长告诉记者，流动资金缺口还有⟦300元⟧。", "绿源公司"),
        ("“去年集体收入⟦50元⟧。”石桥村党支部书记说。", "石桥村"),
        ("走进位于清河南岸的青云古镇，塔吊林立。项目占地⟦460亩⟧。", "青云古镇"),
        ("新修的红枫大道连通了车站。这条路全长⟦6.3公里⟧。", "红枫大道"),
        ("红枫大桥正在建设。目前全桥完成工程量的⟦92%⟧。", "红枫大桥"),
    ],
)
def test_subject_by_launch_speaker_and_anaphor(marked: str, expected: str) -> None:
    assert subjects(marked) == [expected]


def test_an_official_who_demands_is_no_subject() -> None:
    assert "王五" not in subjects("青山县加快建设。王五要求，年内新建大棚⟦36个⟧。", "王五")


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("力争全年接待游客⟦60人次⟧。", "target"),
        ("建成后，可带动就业⟦200人⟧。", "target"),
        ("市里计划新建学校⟦9所⟧，新增学位⟦540个⟧。", "target"),
        ("完成年度目标，累计新建学校⟦9所⟧。", "actual"),
        ("新能源汽车产量⟦2.36辆⟧。", "actual"),
        ("项目建成后总投资⟦3元⟧。", "actual"),
        ("年度计划投资⟦61.7元⟧。", "target"),
        ("食品留样每份不少于⟦125克⟧。", "standard"),
        ("全镇完成防治3万亩，占应防面积的⟦95%以上⟧。", "actual"),
        ("全县完成应建任务的⟦90%以上⟧。", "actual"),
        ("建成区绿地应占总面积的⟦30%以上⟧。", "standard"),
        ("确保一般性支出压减不少于⟦10%⟧。", "target"),
        ("每次服药要间隔⟦4个小时⟧。", "standard"),
        ("今年要新建中心35个，每个中心床位不少于⟦15张⟧。", "standard"),
        ("5月底前先送去⟦80人⟧。", "target"),
        ("计划完成货运量48万吨，比去年增加⟦5吨⟧。", "target"),
        ("各县要把失业率控制在⟦5%⟧以内。", "target"),
        ("项目计划总投资⟦20元⟧。", "target"),
        ("主要预期目标是：生产总值增长8%。进出口止跌回升。零售总额增长⟦6.5%⟧。", "target"),
        ("主要目标是：生产总值增长8%。去年，零售总额增长⟦6.5%⟧。", "actual"),
    ],
)
def test_nature(marked: str, expected: str) -> None:
    assert found(marked)[-1].nature == expected


@pytest.mark.parametrize(
    "marked",
    [
        "这是⟦一个⟧新的台阶。",
        "颁发“光荣在党⟦50年⟧”纪念章。",
        "《第⟦3批⟧项目名录》印发。",
        "率党政代表团一行⟦12人⟧来访。",
        "参建代表共⟦300人⟧参加。",
        "实行⟦24小时⟧备勤。",
        "察看泽源年产⟦3吨⟧树脂项目。",
        "⟦35个⟧县政府分管负责同志参加会议。",
        "抓好安全、环保、民生⟦三件⟧大事。",
        "⟦60岁⟧老人接种。",
        "市⟦9届⟧人大召开会议。",
        "⟦28名⟧政协委员和果农代表与市农业局、市供销社负责同志坐到一起。",
    ],
)
def test_no_statistic(marked: str) -> None:
    assert found(marked) == ()


def test_threshold_sorts_and_does_not_count() -> None:
    reading = read("新开工⟦10元以上⟧项目⟦97个⟧。")
    first, second = reading.amounts
    bound = Quantity(first.quantity.value, "元", "at_least")
    amounts = (Amount(first.start, first.end, bound), second)
    records = find_statistics(
        Reading(
            *(getattr(reading, name) for name in ("article", "text", "published", "dates")),
            amounts,
            (),
            (),
            (),
        )
    )
    assert [(record.quantity.value, record.indicator) for record in records] == [(97, "新开工10元以上项目")]


def test_period_stands_in_the_sentence_or_frames_the_paragraph() -> None:
    records = found("〔上半年〕，生猪出栏⟦98头⟧。其中，肉牛出栏⟦3头⟧。\n水产品产量⟦5吨⟧。")
    assert [record.period.text if record.period else None for record in records] == ["上半年", "上半年", None]


def test_year_of_a_plan_and_of_another_aim_are_no_periods() -> None:
    planned = found("力争〔上半年〕固定资产投资完成〔全年〕计划的⟦6成⟧。")[0]
    assert planned.period
    assert planned.period.text == "上半年"
    assert planned.nature == "target"
    aimed = found("〔今年〕全市要新建中心⟦35个⟧。社区腾出用房⟦480平方米⟧。")
    assert [record.period.text if record.period else None for record in aimed] == ["今年", None]


def test_day_of_a_step_frames_no_later_figure() -> None:
    record = found("红枫大道〔去年4月〕动工，〔今年8月〕通车，沿线栽植行道树⟦2400棵⟧。")[0]
    assert record.period is None


def test_day_of_the_news_frames_nothing() -> None:
    records = found("〔1月8日〕，记者从市统计局获悉，生猪出栏⟦98头⟧。")
    assert records[0].period is None


def test_repeated_figure_is_reported_once_with_its_period() -> None:
    records = found("该局发放宣传单⟦150份⟧。\n〔截至目前〕，该局累计发放宣传单⟦150份⟧。")
    assert [record.period.text if record.period else None for record in records] == ["截至目前"]


def test_equal_figures_of_one_sentence_are_different() -> None:
    assert len(found("教育片区⟦5个⟧项目开工，高铁片区⟦5个⟧项目开工。")) == 2


def test_evidence_gives_the_words_of_each_field() -> None:
    marked = "青山县检查企业⟦6303家⟧，同比增长⟦5%⟧。"
    source = read(marked).text.string
    for record in found(marked):
        for pieces in record.evidence.values():
            for piece in pieces:
                assert "".join(source[start:end] for start, end in piece.segments) == piece.text


def test_fields_that_are_not_empty_have_evidence() -> None:
    for record in found("〔上半年〕，青山县出口⟦3元⟧，同比增长⟦5%⟧。"):
        for field in ("subject", "indicator", "quantity", "period", "basis"):
            assert (field in record.evidence) == (getattr(record, field) is not None)


@pytest.mark.parametrize(
    "unit",
    [
        "其中出口⟦3元⟧、",
        "⟦0.3%⟧",
        "全市⟦3个⟧项目，",
        "该局检查企业⟦3家⟧。",
        "力争同比分别增长⟦3%⟧和⟦4%⟧；",
        "“我家⟦3个⟧棚",
        "“一亩要打药⟦8次⟧，",
        "这条路⟦5里⟧，全桥⟦3米⟧，",
    ],
)
def test_time_grows_with_the_length(unit: str) -> None:
    assert grows_evenly(lambda times: partial(find_statistics, read(unit * times)), 100, 800)


def test_table_set_as_text_gives_each_row_its_figures() -> None:
    records = found("附：受理量按时办结率满意率青山区⟦98件⟧⟦99.6%⟧ ⟦96.1%⟧南塘县⟦82件⟧⟦99.4%⟧⟦95.8%⟧")
    assert [(record.subject, record.indicator, str(record.quantity.value)) for record in records] == [
        ("青山区", "受理量", "98"),
        ("青山区", "按时办结率", "99.6"),
        ("青山区", "满意率", "96.1"),
        ("南塘县", "受理量", "82"),
        ("南塘县", "按时办结率", "99.4"),
        ("南塘县", "满意率", "95.8"),
    ]


def test_words_in_brackets_part_no_list() -> None:
    assert indicators("⟦31个⟧省（自治区、直辖市）报告病例⟦23例⟧。") == [
        "省（自治区、直辖市）",
        "省（自治区、直辖市）报告病例",
    ]


def test_no_figure_gives_nothing() -> None:
    assert found("会议强调，要压实责任。") == ()
    assert found("") == ()


@pytest.mark.parametrize(
    ("marked", "subject"),
    [
        # a clause, a route and several places are no subjects
        ("远航电池项目由某公司建设，选址东屏经开区，总投资⟦22亿元⟧。", "远航电池项目"),
        ("东屏大桥建成后，北山乡到县城的车程缩短至⟦25分钟⟧。", "东屏大桥"),
        ("市水务局铺设管网⟦3公里⟧，青石村等⟦5个⟧村喝上了自来水。", "市水务局"),
        # a name holds 作业 and 改建, and ends before 共检查
        ("东屏港江南作业区二期工程总投资⟦9亿元⟧。", "东屏港江南作业区二期工程"),
        ("东屏公路改建工程全长⟦18公里⟧。", "东屏公路改建工程"),
        ("区市监局组织开展冷库专项检查。全区⟦9个⟧市场达标。此次专项检查共检查冷库⟦58家⟧。", "区市监局"),
        (
            "“税率下调后，我们公司就少缴税款⟦38万元⟧。”东屏恒达机械有限公司财务总监说。",
            "东屏恒达机械有限公司",
        ),
        ("镇里建设了蜜橘冷链分拣中心。该中心总投资⟦860万元⟧。", "蜜橘冷链分拣中心"),
        ("由区人社局主办的秋季专场招聘会在东屏广场举行。⟦68家⟧企业进场招聘。", "秋季专场招聘会"),
        ("滨河路提升改造工程完工。道路通车后，时间缩短⟦15分钟⟧。", "滨河路提升改造工程"),
    ],
)
def test_subject_is_the_thing_the_figure_is_about(marked: str, subject: str) -> None:
    assert found(marked)[-1].subject == subject


def test_grower_named_with_his_trade_is_the_subject() -> None:
    record = found("县农业局组织培训。种粮大户张大山种了⟦380亩⟧水稻。", "张大山")[-1]
    assert record.subject == "张大山"


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("全镇已建成幸福食堂⟦9个⟧，〔年底前〕将再建⟦4个⟧。", ["建成幸福食堂", "建幸福食堂"]),
        (
            "金融机构人民币各项存款余额⟦31亿元⟧；各项贷款余额⟦22亿元⟧。",
            ["金融机构人民币各项存款余额", "金融机构人民币各项贷款余额"],
        ),
        ("惠及⟦11个⟧村⟦2万名⟧群众。", ["惠及村", "惠及群众"]),
        ("完成⟦2万亩⟧建设任务。", ["完成建设任务"]),
        ("总投资：⟦12亿元⟧，建筑面积：约⟦3万平方米⟧。", ["总投资", "建筑面积"]),
        ("他说：⟦200万元⟧投资已经到位。", ["投资已经到位"]),
        ("新建⟦5000吨⟧级泊位⟦4个⟧。", ["新建5000吨级泊位"]),
    ],
)
def test_indicator_is_whole(marked: str, words: list[str]) -> None:
    assert indicators(marked) == words


def test_prescribed_wait_and_forbidden_dose_are_standards() -> None:
    assert found("接种后需留观⟦30分钟⟧。")[0].nature == "standard"
    assert found("每亩用药不要超过⟦30克⟧。")[0].nature == "standard"


def test_figure_of_a_year_ahead_is_a_target_of_that_year() -> None:
    reading = read("会议指出，到〔2025年〕新建学校⟦15所⟧。")
    ahead = reading.dates[0]._replace(interval=Interval("2025-01-01", "2025-12-31", "year"))
    (record,) = find_statistics(replace(reading, dates=(ahead,), published=date(2021, 9, 14)))
    assert record.nature == "target"
    assert record.period is not None


def test_a_time_right_behind_a_quotation_opens_its_sentence() -> None:
    first, second = found("“〔现在〕只留⟦19个⟧品种。”〔今年1至9月〕，公司实现销售收入⟦3.42亿元⟧。")
    assert [record.period and record.period.text for record in (first, second)] == ["现在", "今年1至9月"]
