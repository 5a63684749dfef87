"""Of whom figures are in the news of the day: countries, the world, armies, and who only tells of them."""

from __future__ import annotations

import pytest

from newsie.extractor import extract
from newsie.records import Statistic


def statistics(text: str) -> tuple[Statistic, ...]:
    return extract("今日要闻\n" + text + "\n", published="2023-06-15").statistics


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        # the nation, as the page calls it
        (
            "国家统计局今天发布公报。数据显示，2022年，中国经济保持增长。\n全年国内生产总值121万亿元。",
            ["中国"],
        ),
        (
            "记者从国家发展改革委了解到，今年以来，我国支持民间投资，总投资超过5万亿元。\n目前，已有189个项目进入清单。",
            ["我国", "我国"],
        ),
        # a body of all nations tells of the world, and of others
        (
            "联合国贸易和发展会议9日发布《投资报告》说，去年全球外国直接投资下降11%，连续第二年下滑。",
            ["全球"],
        ),
        ("国际能源署报告指出，今年全球新能源汽车销量将达1700万辆。", ["全球"]),
        ("日本去年出口额达到30亿美元。联合国难民署8日表示，又有2万人流离失所。", ["日本", None]),
        ("联合国儿童基金会官员2日表示，北京64%的地区下雨。", ["北京"]),
        ("全球首台机组投产，今年发电3亿千瓦时。", [None]),
        # who acts is the army, not its country
        ("据以色列媒体2日报道，以军空袭了50多处目标。", ["以军"]),
        ("以军袭击黎巴嫩多地 致8人死亡。", ["以军"]),
        # who tells it stands in front, with no mark
        ("某国防部称以军击落35架无人机。", ["以军"]),
        ("加沙地带卫生部门称疫情已致35人死亡。", [None]),
        (
            "乌克兰国防部称，俄军出动440架无人机。乌克兰武装部队总参谋部今天称，前线发生186次战斗。",
            ["俄军", None],
        ),
    ],
)
def test_of_which_country_or_army(text: str, subjects: list[str | None]) -> None:
    assert [found.subject for found in statistics(text)] == subjects


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("当地时间5日晚，多名枪手在酒吧附近开了40多枪，9人中枪受伤。", ["5日晚", "5日晚"]),
        ("据某国媒体2日报道，以军空袭了50多处目标。", ["2日"]),
        ("某部印发《规划》，提出到2030年，装备产业规模达到1.4万亿元，建设10个集群。", ["2030年", "2030年"]),
        ("到了5月，某某先后6次私自开具放行单。", ["5月"]),
        # the year of an anniversary frames nothing summed up
        ("今年是协同发展提出10周年，河北已累计承接转入单位4.3万家。", [None]),
        ("一把伞、一桶水――截至6月7日，短短11天里，保定街头出现40余个爱心水站。", ["截至6月7日"]),
        ("村民人均收入由2009年的1000元增加到如今的一万多元。", ["2009年", "如今"]),
        ("去年，全县生产总值是2015年的1.8倍。", ["去年"]),
        # the time behind the subject frames as the one before it does
        ("青山县上半年经济运行平稳，实现生产总值35亿元。", ["上半年"]),
        ("青山县今年以来大力推进乡村振兴，新建农村公路35公里。", ["今年以来"]),
        ("青山县公安局6月5日开展集中行动，抓获嫌疑人15名。", ["6月5日"]),
        ("青山县公安局局长张某昨日介绍，抓获嫌疑人15名。", [None]),
        ("记者昨日从青山县公安局获悉，抓获嫌疑人15名。", [None]),
        ("全县零售额增长21%，延续今年以来快速增长态势；住宿业零售额增长25%。", [None, None]),
        ("青山厂是我市今年重点建设的工厂，建设锅炉25台。", [None]),
        ("水厂日前贯通，届时将惠及群众25万人。", [None]),
        ("青山合作社2013年成立，现有社员32人。", [None]),
        ("青山厂今年开工建设，总投资2.6亿元。", [None]),
        # 在 and, before a whole stretch, 从 lead to it
        ("在过去的三年中，全县新增就业3500人。", ["过去的三年"]),
        ("从2月2日至3月4日，全县转移群众3500人。", ["2月2日至3月4日"]),
        ("截至上午11时，全县转移群众3500人。", ["截至上午11时"]),
        ("截至17时，全县转移群众3500人。", ["截至17时"]),
        ("目前，水厂开工建设，建成后每年供水1.4亿立方米。", [None]),
        ("今年前5月，全州接待游客恢复到2019年同期的78.2%。", ["今年前5月"]),
        ("去年，全乡种植坚果700亩。现有坚果2.8万亩。", ["去年", None]),
        ("截至3月4日，全市报告病例30例。现有确诊病例5例。", ["截至3月4日", "截至3月4日"]),
        ("去年，全区新增就业5611人。投资3700万元，改造背街巷道11条。", ["去年"] * 3),
        ("目前国内容量最大的某某水库大坝完工，可蓄水3000万立方米。", [None]),
        # what stands before a date is no subject of it
        ("临近春节，青山农商行平均每笔交易时间只有三四秒钟。", [None]),
        ("9月30日，正值中秋，青山县新办夜市12处。", ["9月30日"]),
        ("如果您月底领一次工资，每次可多存500元。", [None]),
        ("该剧跨度近一年，演出200场。", [None]),
        ("全市票房创历年来1月最高纪录，观影人次超2000万。", [None]),
        # how many there are is no matter of the year of something else
        ("李湾社区2020年获评示范社区，有居民3600户。", [None]),
        ("山河集团2003年落户，年产值26亿元。", [None]),
        ("若羌县2022年成绩显著，有12个项目获奖。", ["2022年"]),
        # a spell is done with where others tell, and what is to come frames no fact
        ("过去一天，警方抓获3人。据统计，超过85%的人口受灾。", ["过去一天", None]),
        ("过去一天，警方抓获3人。查获车辆12台。", ["过去一天", "过去一天"]),
        ("在未来4年的时间里，将每年捐助300万元。协会共有36名成员。", ["未来4年", None]),
    ],
)
def test_when_it_was(text: str, periods: list[str | None]) -> None:
    found = statistics(text)
    assert [figure.period.text if figure.period else None for figure in found] == periods


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        # a district told of in the same sentence, not the first of the page
        (
            "桥头区111个小区开始供热。石门区今年供热面积达640万平方米；全区改造锅炉20台。",
            ["桥头区", "石门区", "石门区"],
        ),
        # a part of a works, what lies between two places, a rank of goods
        ("某某国际机场加快建设。飞行区全速推进，可满足年旅客吞吐量4500万人次。", ["某某国际机场"]),
        (
            "青白高铁全长142公里。建成通车后，上海和南京两地间的出行时间缩短至40分钟。",
            ["青白高铁", "青白高铁"],
        ),
        ("台山市注册商标79257件，浙江省著名商标225件。", ["台山市", "台山市"]),
        # parts of the country are told of in passing
        ("今年，西部地区外贸增长10%。东部地区外贸增长5%。", ["西部地区", "东部地区"]),
        # works of no place
        ("到去年底，我国铁路营业里程达6.6万公里；电气化铁路达到1.2万公里。", ["我国", "我国"]),
        # what was carried out long before says nothing of what follows
        (
            "农牧业发展加快，实施项目27个。农村饮水安全工程全部投入使用。各项惠农政策全面落实，全年发放补贴资金5846万元。",
            [None, None],
        ),
        ("七十多年教学经验使梅岭大学影响很大。梅岭大学招收研究生1200人。", ["梅岭大学"]),
    ],
)
def test_whose_part_it_is(text: str, subjects: list[str | None]) -> None:
    assert [found.subject for found in statistics(text)] == subjects


def test_a_part_of_a_report_is_about_the_whole_it_names_later() -> None:
    text = "政府工作报告\n全年新增就业5611人。城乡低保标准再次提高，全区参合率达到98.9%。\n"
    assert [found.subject for found in extract(text, published="2023-02-28").statistics] == ["全区", "全区"]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        # a short title is the full one's; what is listed is no one's
        (
            "国务院总理签署国务院令，公布《安和条例》。\n《条例》共7章53条。",
            ["《安和条例》", "《安和条例》"],
        ),
        ("某研究院编辑的《关于茶的论述》出版。该书收录文章32篇。", ["《关于茶的论述》"]),
        ("全国书展闭幕。《春茶》《秋茶》等36部作品获奖。", [None]),
        ("《山河》主题展览参观人数突破80万人次。", ["《山河》主题展览"]),
        # 该X where no name was read: the words that end in the noun; 该国 is a country
        ("某厂4日展示已进入部署状态的“青石-4”型弹道导弹。该导弹射程达2000公里。", ["“青石-4”型弹道导弹"]),
        ("我国自主研制的大载重无人机首飞。该机型最大起飞重量600公斤。", ["大载重无人机"]),
        ("安和县开通公交新线路。该线路长6.8公里。", ["公交新线路"]),
        ("日本、德国下雨。西班牙多地高温。该国大部分地区气温达到40摄氏度。", ["西班牙"]),
        ("某厂附近出现城市。该城市群产值占全国的10.8%。", [None]),
        # firms of the state by their short names
        ("上半年，国家电网完成固定资产投资超过2700亿元。", ["国家电网"]),
        ("截至目前，中国移动累计建成基站240万个。", ["中国移动"]),
        ("去年，中国石油进口量达5亿吨。", ["中国"]),
        # a province by its own body; 其中 before a comma
        ("今天，湖南省气象台发布预警，某湖形成洪水，全省共有234座水库溢洪。", ["湖南省"]),
        ("新疆出现降雪，其中，甘肃有大雪3次。降温幅度6℃。", ["甘肃", "新疆"]),
        # armies in a place
        ("甲国国防部称，俄军在两个方向打击乌军，击落86架无人机。", ["俄军", "俄军"]),
        ("俄军在某地的基地有300人。", [None]),
    ],
)
def test_what_is_stood_for(text: str, subjects: list[str | None]) -> None:
    assert [found.subject for found in statistics(text)] == subjects


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        (
            "第十九届中国（河滨）国际文化产业博览交易会今天开幕。\n本届文博会共有3500家企业参加。",
            ["第十九届中国（河滨）国际文化产业博览交易会"],
        ),
        ("第十四届中国航展今天闭幕，本届航展签约总额超过398亿美元。", ["第十四届中国航展"]),
        ("2024世界茶叶大会昨天在河滨闭幕。大会签约项目共137个。", ["2024世界茶叶大会"]),
        ("第八届安和车展今天开幕。展览面积6万平方米。", ["第八届安和车展"]),
        ("第十四届河滨市人民代表大会今天开幕。大会收到议案12件。", ["第十四届河滨市人民代表大会"]),
        ("青山县春季招聘会共有3000人入场。", ["青山县春季招聘会"]),
    ],
)
def test_editions_of_fairs(text: str, subjects: list[str | None]) -> None:
    assert [found.subject for found in statistics(text)] == subjects


@pytest.mark.parametrize(
    ("text", "subject", "indicator", "change"),
    [
        ("青山县办会更勤。今年线下招聘会比往年多三成。", "青山县", "线下招聘会", "increase"),
        ("青山县体育活动丰富。县乡运动会达到26场。", "青山县", "县乡运动会", None),
        ("青山县体育活动丰富。县乡运动会36场次。", "青山县", "县乡运动会", None),
    ],
)
def test_fairs_that_are_counted_themselves(
    text: str, subject: str, indicator: str, change: str | None
) -> None:
    (found,) = statistics(text)
    assert (found.subject, found.indicator, found.change) == (subject, indicator, change)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "县公安局称破获案件12起，抓获犯罪嫌疑人26名。",
            [("县公安局", "破获案件"), ("县公安局", "抓获犯罪嫌疑人")],
        ),
        ("县住建局表示今年将改造小区26个。", [("县住建局", "改造小区")]),
        ("县教育局称今年新建学校3所。", [("县教育局", "新建学校")]),
        ("青山县卫健委称流感已致35人住院。", [(None, "流感已致住院")]),
        ("县水利局称新增供水人口3000人。", [(None, "新增供水人口")]),
    ],
)
def test_who_tells_of_its_own_deed(text: str, read: list[tuple[str | None, str]]) -> None:
    assert [(found.subject, found.indicator) for found in statistics(text)] == read


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        # a farmer's or a manager's speech without quotation marks
        ("村民王大山告诉记者，今年种了30亩辣椒，收入5万元。", ["王大山", "王大山"]),
        ("果农张三介绍，今年套袋20万个。", ["张三"]),
        ("石桥纺织公司负责人李明说，今年销售5000万元。", ["石桥纺织公司"]),
        (
            "施工单位代表、恒筑建设集团项目负责人倪涛作表态发言，他表示，将投入塔吊9台。",
            ["恒筑建设集团"],
        ),
        (
            "学员、红运农机专业合作社理事长祁大勇对记者说：“去年我们社修车花了11万元。”",
            ["红运农机专业合作社"],
        ),
        (
            "“我们合作社现有社员120户。”石桥村党支部书记、红运合作社理事长王成说。",
            ["红运合作社"],
        ),
        # what is said of works is theirs
        (
            "石桥水库位于石桥乡，总投资9亿元。“水库建成后，每年可供水2750万立方米。”市水投集团项目经理谭国说。",
            ["石桥水库", "石桥水库"],
        ),
        # who puts up the money for works
        ("宝源制品公司投资1.2亿元的冷轧薄板项目，占地160亩。", ["冷轧薄板项目", "冷轧薄板项目"]),
        ("由联科精密公司投资的手机中框项目，计划投资8.5亿元，用地120亩。", ["手机中框项目"] * 2),
        ("作为主会场的智能装备产业园项目占地210亩。", ["智能装备产业园项目"]),
        (
            "青山县将开工建设总投资86亿元的青山至石桥高速公路，新建农田3万亩。",
            ["青山至石桥高速公路", "青山县"],
        ),
        # places and bodies that were cut wrongly
        ("县职教中心主任兼县农广校校长解某出席。去年全县农机总动力达到58万千瓦。", ["全县"]),
        ("青山县地处山区。2019年度该县承担建设任务4.8万亩。", ["青山县"]),
        ("青山县开挖沟渠213公里；该县石台乡自筹资金190万元。", ["青山县", "石台乡"]),
        ("预计青山市道路、水路发送旅客412万人次。春运首日，全市共投入客车1126辆。", ["青山市"] * 2),
        ("上届县委共开展巡察11轮，巡察党组织186个。", ["上届县委"] * 2),
        ("督导组走访了多地。此次督导共查看学校14所。", ["督导组"]),
        # what is found is of where it is found
        ("王强到槐柏镇、南塬村督导。在村委会，王强翻看了台账，发现该村有3笔支出没有附清单。", ["南塬村"]),
        # a part is not told on of
        ("北环工业园区规划面积8.6平方公里，起步区3.2平方公里，修路11公里。", ["北环工业园区"] * 3),
        (
            "县农业局主办的2017年新型职业农民培训班在县职教中心开班。据悉，本期培训邀请专家9名。",
            ["2017年新型职业农民培训班"],
        ),
        ("县第二人民医院和防洪工程同日开工。其中县二院投资4.3亿元。", ["县第二人民医院"]),
        ("青山县第五中学迎来新生。青山五中占地120亩。", ["青山县第五中学"]),
    ],
)
def test_whose_doings_are_told(text: str, subjects: list[str | None]) -> None:
    assert [found.subject for found in statistics(text)] == subjects


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        # works are told on with words of works; anything else is the story's own
        ("青山县清河供水工程投入使用，居民喝上放心水。全年考录教师77人。", ["青山县"]),
        ("青山县滨河大桥建成通车。新增城镇就业1200人。", ["青山县"]),
        ("青山国际酒店开工建设。力争年内，旅游接待人数突破600万人次。", [None]),
        ("青山县干事兴业。清河水厂竣工。总投资3200万元，日供水2万吨。", ["清河水厂"] * 2),
        ("青山产业园位于县城东郊。占地300亩。目前，入驻企业23家。", ["青山产业园"] * 2),
        ("清河供水工程投入使用。投资4.8亿元实施了拆炉并网工程，关停锅炉61个。", ["拆炉并网工程", None]),
        # each listed behind whose it is
        ("全县发放贷款20亿元，其中，青山镇5亿元、石桥镇6亿元。", ["全县", "青山镇", "石桥镇"]),
        (
            "5家企业发债78亿元，其中，东河能源公司15亿元、南山建材公司6亿元。",
            [None, None, "东河能源公司", "南山建材公司"],
        ),
        ("石桥镇种植小麦5万亩、青山镇种植玉米3万亩。", ["石桥镇", "青山镇"]),
        ("石桥县完成投资78亿元、青山县完成投资15亿元。", ["石桥县", "青山县"]),
        ("青山县有耕地5万亩、林地3万亩。", ["青山县"] * 2),
        ("县公安局破获案件15起、县城发案率下降5%。", ["县公安局"] * 2),
        # what someone owns up to is his own, what was found out is of others
        ("石桥派出所查扣赌博机15台。犯罪嫌疑人田某交代，获利1.5万元。", ["石桥派出所", "田某"]),
        ("县气象局发布预警。监测显示，降雨量达120毫米。", [None]),
        ("县公安局交代任务，出动警力300人次。", ["县公安局"]),
    ],
)
def test_where_a_subject_ends(text: str, subjects: list[str | None]) -> None:
    assert [found.subject for found in statistics(text)] == subjects


def test_what_only_an_area_has_is_not_of_the_firm_told_of_before() -> None:
    text = "宏达公司去年产值3亿元。\n一季度，城镇新增就业2100人，地区生产总值52亿元，新增订单30份。"
    assert [(found.subject, found.indicator) for found in statistics(text)] == [
        ("宏达公司", "产值"),
        (None, "城镇新增就业"),
        (None, "地区生产总值"),
        ("宏达公司", "新增订单"),
    ]
    (said,) = statistics("宏达公司去年城镇新增就业30人。")
    assert said.subject == "宏达公司"


def test_to_handle_is_no_office() -> None:
    (said,) = statistics("县公安局城关派出所去年接处警3200起。")
    assert (said.subject, said.indicator) == ("县公安局城关派出所", "接处警")
