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
        # the fair or the games that a clause begins with
        ("第五届青山山货节签约金额超36亿元。", ["第五届青山山货节"]),
        ("青山县第五届青山山货节共签约36亿元。", ["青山县第五届青山山货节"]),
        ("第137届广交会出口成交增长3%。", ["第137届广交会"]),
        ("第五届青山山货节启动，签约金额超36亿元。", ["第五届青山山货节"]),
        ("第五届青山山货节期间，青山县接待游客36万人次。", ["青山县"]),
        ("第五届青山山货节组委会收到作品36件。", ["第五届青山山货节组委会"]),
        # 5月全国铁路 is no name
        ("1至5月全国铁路完成固定资产投资2421亿元。", ["全国"]),
        ("全国铁路运行平稳。1至5月全国铁路完成固定资产投资2421亿元。", ["全国"]),
        # a share of those of the area
        ("记者从国家林草局获悉，全国自然保护区建设加快。87.1%的保护区种群数量增加。", ["全国"]),
        # names end where doings begin
        ("青山县国资委启动第二批科技基地建设，支持企业布局35家。", ["青山县国资委"]),
        ("美国某某公司旗下部分服务中断，取消航班3200架次。", [None]),
        ("近三年，青山县共新建学校15所。", ["青山县"]),
        ("受国内部分行业供需影响，价格上涨25%。", [None]),
        ("青兰高铁北起青山站，南至兰河站，全长551公里。", ["青兰高铁"]),
        ("中国物流与采购联合会今天公布，1—4月，社会物流总额111.9万亿元。", [None]),
        ("工业和信息化部数据显示，截至5月底，全国5G基站达284万个。", ["全国"]),
        ("国家防总通报责任人名单。此次共通报防汛抗旱责任人2810名。", ["国家防总"]),
        ("市统计局发布数据显示，上半年，固定资产投资增长5.1%。", [None]),
        ("记者从市商务局获悉，今年以来，发放消费券3轮。", ["市商务局"]),
        ("今年以来，青峰县共办理案件860件。", ["青峰县"]),
        ("青峰镇1—5月份办结信访案件86件。", ["青峰镇"]),
        ("上半年，青峰县地区生产总值完成26.7亿元。", ["青峰县"]),
        ("根据协议，双方将共建科技小院10个。", ["双方"]),
        (
            "红石街道服务站在锦纺社区举办退役军人专场招聘会。现场28家企业提供岗位430个。",
            ["退役军人专场招聘会", "退役军人专场招聘会"],
        ),
        ("我市改造老旧小区87个。\n清河里小区建于1996年，共有18栋楼。", ["我市", "清河里小区"]),
        (
            "青山科技有限公司开业。\n市自然资源局今年以来深化改革，企业提交的材料由17份减至5份。",
            ["市自然资源局", "市自然资源局"],
        ),
        (
            "前三季度，河滨市进出口1327亿元。河滨海关科长李明介绍，今年以来，海关共签发原产地证书1.3万份。",
            ["河滨市", "河滨海关"],
        ),
        ("横跨青溪河的东渡大桥全长1286米，主跨420米。", ["东渡大桥", "东渡大桥"]),
        # 其中 says where a part lies; what only is carried out by someone goes on
        ("青白铁路全长186.7公里，其中白石县境内92.3公里，总投资31亿元。", ["青白铁路"] * 3),
        (
            "青石水闸建于1974年。\n沙河治理工程总投资6870万元，由县水利局组织实施，河道疏浚已完成82%。",
            ["沙河治理工程", "沙河治理工程"],
        ),
        ("黄集镇前村扶贫车间投资120万元，吸纳86人就业。", ["黄集镇前村扶贫车间"] * 2),
        ("我的建议是加快寄宿制学校建设。学校现有学生4126人。", [None]),
        ("去年，全县新修公路30公里。行政村通硬化路率提高到76%。", ["全县"] * 2),
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
        ("参展企业增加了20%，其中世界500强企业就比首届增加了42%。", ["参展企业", "世界500强企业"]),
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
        ("今年投资1.3亿元，启动实施青山供水管网改造工程。", ["青山供水管网改造工程"]),
        ("全县经济向好。县本级投资增长13%；零售总额增长9%。", ["县本级", "全县"]),
        ("全县新签约项目19个，其中京津项目占六成；履约率78.9%。", ["全县", "京津项目", "全县"]),
    ],
)
def test_how_far_a_subject_reaches(text: str, subjects: list[str]) -> None:
    assert [found.subject for found in statistics(text)] == subjects


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        # who issues a plan is not whom it is about
        (
            "工业和信息化部、国家发展改革委等五部门日前联合印发《装备发展行动计划》，提出到2025年，装备产业规模超过1万亿元。",
            [None],
        ),
        # the games, not the city they are held in
        ("杭州亚运会今天进入第14个比赛日，共产生46枚金牌。", ["杭州亚运会"]),
        # a river and its tunnel
        (
            "今天，青潍高铁关键节点——津沽青河隧道启动掘进施工，隧道全长约6.7公里。",
            ["津沽青河隧道"],
        ),
        ("在中央大街，各地游客漫步其中。在冰雪大世界，冰雪馆第一天就迎来3000多人看冰雕。", ["冰雪大世界"]),
        # a verb with its object, a phase, 全部 are no names
        ("今年将再改造5万个老旧小区，建设一批完整社区，今年再改造管网10万公里以上。", [None, None]),
        ("一期工程达到入住条件；陆续改造背街巷道4条。", [None]),
        ("飓风以一级强度登陆某国东部，造成至少4人死亡。", [None]),
    ],
)
def test_what_only_looks_like_a_subject(text: str, subjects: list[str | None]) -> None:
    assert [found.subject for found in statistics(text)] == subjects


def test_two_figures_of_one_word() -> None:
    made, sold = statistics("新能源汽车产销量分别完成107.4万辆和102.6万辆。")
    assert (made.indicator, sold.indicator) == ("新能源汽车产量", "新能源汽车销量")
    assert {found.indicator for found in statistics("城乡居民人均收入分别完成37820元、28104元。")} == {
        "城乡居民人均收入"
    }


def test_who_acts_together_is_not_counted() -> None:
    assert not statistics("市委宣传部、市科协等6部门向全社会发布先进事迹。")


def test_a_time_to_come_frames_what_follows_it() -> None:
    told = statistics("今年，全省新建农田255万亩，计划到2025年，建成农田8750万亩，连片打造示范区1500万亩。")
    assert [found.period.text for found in told if found.period] == ["今年", "2025年", "2025年"]


def test_items_printed_on_lend_each_other_nothing() -> None:
    text = "国内快讯：（1）三季度跨省异地就医结算3600万人次；（2）青江水库蓄水量首次突破1000亿立方米；（3）白沙大桥开通五年 出入境人员达3600万人次；"
    first, second, third = statistics(text)
    assert (first.subject, first.period and first.period.text) == (None, "三季度")
    assert (second.period, third.subject, third.period) == (None, "白沙大桥", None)


def test_stories_of_a_digest_lend_each_other_no_subject() -> None:
    text = (
        "我国造船业稳步增长\n今年前5个月，我国造船完工量1800万载重吨，同比增长10%，接单量占全球总量一半以上。\n"
        "青石电影节开幕\n由某省电视台主办的青石电影节今天在白沙市开幕，来自各地的影人参加，共收到影片300部。\n"
        "世界茶商大会闭幕\n世界茶商大会昨天在河滨市闭幕，来自各地的茶商参加了展示和洽谈，会上共签约项目78个。\n"
        "全国夏粮收购过半\n国家有关部门最新消息说，目前全国夏粮收购已经过半，各地累计收购小麦3000万吨以上。\n"
    )
    subjects = [found.subject for found in statistics(text)]
    assert "我国" not in subjects[2:]
    assert not {"某省电视台", "白沙市", "河滨市"} & set(subjects)


def test_the_whole_year_in_a_review_is_the_last() -> None:
    review = "过去一年，海河区人民政府团结一心。\n全年新增就业5600人。青石水厂实现水源切换。全年接待游客370万人次。\n"
    rest = "各项事业都取得了新的进步，人民生活得到了新的改善。" * 90
    plans = "\n为实现上述目标，我们将抓好以下工作。\n全年新增就业6000人。\n"
    found = extract("基层新闻\n" + review + rest + plans, published="2023-02-15").statistics
    assert [(each.period and str(each.period.start), each.nature) for each in found] == [
        ("2022-01-01", "actual"),
        ("2022-01-01", "actual"),
        ("2023-01-01", "target"),
    ]
    # the works of one sentence are not the subject of the next, the government not of its area's figures
    assert {each.subject for each in found} <= {"海河区", None}


def of_headline(headline: str, body: str) -> list[tuple[str | None, str | None]]:
    """Return subject and first day of the figures of a story under a headline, of March 2016."""
    result = extract(f"{headline}\n\n本报讯 {body}\n", published="2016-03-30")
    return [(found.subject, found.period.start if found.period else None) for found in result.statistics]


@pytest.mark.parametrize(
    ("headline", "subject"),
    [
        ("2015年青河市国民经济和社会发展统计公报", "青河市"),
        ("青河市经济运行平稳", "青河市"),
        ("我市经济运行平稳", "全市"),
        ("青河县经济运行平稳", "全市"),
    ],
)
def test_a_city_that_only_the_headline_names(headline: str, subject: str) -> None:
    ((found, _),) = of_headline(headline, "去年，全市新增就业2.18万人。")
    assert found == subject


def test_a_review_of_last_year_is_about_that_year_to_its_end() -> None:
    body = (
        "2015年，全市经济平稳增长。\n全年粮食产量107万吨。年末生猪存栏41万头。\n贫困发生率由上年的19.6%下降。"
    )
    starts = [start for _, start in of_headline("青河市统计公报", body)]
    assert starts == ["2015-01-01", "2015-12-01", "2014-01-01"]


def test_elsewhere_the_year_is_that_of_the_page() -> None:
    body = "我市举行开工仪式。\n2015年，全市新建学校5所。\n全年将新建学校9所。"
    assert [start for _, start in of_headline("开工仪式举行", body)] == ["2015-01-01", "2016-01-01"]


def test_what_is_left_now_has_no_period_of_the_sentence_before() -> None:
    body = "去年，全市减少贫困人口8万人。全市还有贫困村412个。"
    assert [start for _, start in of_headline("推进会召开", body)] == ["2015-01-01", None]


def test_a_day_in_brackets_frames_nothing_behind_it() -> None:
    body = "报考者年龄不超过30周岁（1986年4月1日以后出生）。笔试共设考场82个。"
    assert of_headline("教师招聘公告", body)[-1][1] is None


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        # the meeting at which it was done
        (
            "6月12日，市投资促进局承办的青石产业合作推介会在河滨市举行。\n推介会上，共签约项目11个。",
            ["青石产业合作推介会"],
        ),
        # where a firm has its seat is not our city
        ("临海市宏锐电子有限公司落户我市。我市新签约项目63个。", ["我市"]),
        # a committee whose secretary travels is not the story's subject
        ("县委书记王明华率队到外地招商。3家企业达成购销意向。", [None]),
        ("养殖户林国栋说，他不信。在外跑运输的林国栋引进良种牛30头。", ["林国栋"]),
        ("县委宣讲团由15人组成。", ["县委宣讲团"]),
    ],
)
def test_whose_doings_they_are(text: str, subjects: list[str | None]) -> None:
    assert [found.subject for found in statistics(text)] == subjects


def test_the_numbered_parts_of_a_report_are_one_story() -> None:
    body = "去年，全市经济平稳增长。\n一、综合\n全年实现生产总值318亿元。\n二、农业\n全年粮食总产量107万吨。\n三、工业\n全年发电量46亿千瓦时。"
    assert {subject for subject, _ in of_headline("青河市统计公报", body)} == {"青河市"}


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        # a river that the first sentence only mentions
        ("新年伊始，建设者在青沙江上游的深山中忙碌。工地设有食堂3个。", [None]),
        ("走进石桥镇黄泥村，到处是果园。去年种植黄桃80亩。", ["石桥镇黄泥村"]),
        # a speaker nobody names is not the village
        ("走进石桥镇黄泥村，到处是果园。\n“去年装上新设备，亩均增收2400元，大家都高兴。”", [None]),
        ("走进石桥镇黄泥村，到处是果园。\n20名游客慕名而来。", [None]),
        # who claims what others did
        ("甲国国防部20日称，过去一天共发射导弹30枚。", [None]),
        ("乙国气象部门19日称，共记录到高温天气30次。", [None]),
        ("今年前7个月，大湾区内地9市进出口5.2万亿元。", ["大湾区"]),
        ("玉米收购9000万吨，其中东北地区收购5000万吨。", [None, "东北地区"]),
    ],
)
def test_what_is_only_mentioned_is_no_subject(text: str, subjects: list[str | None]) -> None:
    assert [found.subject for found in statistics(text)] == subjects


def test_a_district_report_that_names_the_nation_is_not_about_the_nation() -> None:
    told = "我代表青河区人民政府作工作报告。\n中国文化促进委员会授予全国首家称号，全国关注。\n"
    assert {found.subject for found in statistics(told + REPORT.replace("全区", ""))} == {"青河区"}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("全国铁路今天预计发送旅客1345万人次。", [("全国铁路", "发送旅客")]),
        (
            "河滨市新增播种机30台。青石县的这家合作社购买了3台播种机。",
            [("河滨市", "新增播种机"), (None, None)],
        ),
        ("江苏、浙江等4省累计收购玉米400万吨。", [(None, None)]),
        ("市公安局过去48小时在城区开展了30次检查。", [("市公安局", None)]),
        ("将操作利率下调0.2个百分点，由此前的1.70%调整为1.50%。", [(None, "操作利率")] * 3),
        ("贸易逆差达110亿日元，约合7.3亿美元。", [(None, "贸易逆差")] * 2),
        # numbers of rules and in names of works
        ("坚决贯彻自治区28条规定。实施青石水厂3万吨扩建项目。", []),
    ],
)
def test_what_of_a_clause_is_whose(text: str, read: list[tuple[str | None, str | None]]) -> None:
    found = [(figure.subject, figure.indicator) for figure in statistics(text)]
    assert [subject for subject, _ in found] == [subject for subject, _ in read]
    assert all(wanted in (None, got) for (_, wanted), (_, got) in zip(read, found, strict=True))


@pytest.mark.parametrize(
    ("text", "natures"),
    [
        # 动能增势 holds no 能
        ("出口新动能增势强劲，分别增长30.9%、32.1%。", ["actual", "actual"]),
        ("预计人员流动量累计14.67亿人次。", ["target"]),
        ("通车后，行车时间将由原来的五小时压缩至两个半小时。", ["actual", "target"]),
    ],
)
def test_what_is_expected(text: str, natures: list[str]) -> None:
    assert [figure.nature for figure in statistics(text)] == natures


def test_a_winter_with_its_spring_is_a_period_and_a_season_of_heating_none() -> None:
    (figure,) = statistics("去冬今春供暖季全县天然气消费量达1800万立方米。")
    assert figure.period is None
    (figure,) = statistics("去冬今春，全县累计清淤河道86公里。")
    assert figure.period
    assert figure.period.text == "去冬今春"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        # from how many countries guests come is no figure of its own
        ("来自116个国家和地区的近4000名运动员挥洒汗水。", [(None, "运动员挥洒汗水")]),
        ("青石、白石等3处遗址被列为国家级重点文物保护单位。", [(None, "遗址被列为国家级重点文物保护单位")]),
        ("五年共有29所学校晋级标准化学校。", [(None, "学校晋级标准化学校")]),
        ("市商务局向青河县提供包括药品在内的65亿元物资。", [("市商务局", "向青河县提供物资")]),
        ("补贴资金共下达1600亿元，后续还有1400亿元将陆续下达。", [(None, "补贴资金共下达")]),
        # a verb begins no name
        (
            "距离江城28公里的李家庄是景区。今年，打造乡村样板村60个。",
            [("李家庄", "距离江城"), (None, "打造乡村样板村")],
        ),
        # a firm that lets it be known
        ("记者从东方调水集团了解到，通水以来，已累计调水880亿立方米。", [(None, "调水")]),
        ("河滨市经济向好。\n这家企业收购量为30吨。", [(None, None)]),
        (
            "河滨市今年新开店铺30家。在自家大棚里，新品首店占比80%。",
            [("河滨市", None), (None, "新品首店占比")],
        ),
    ],
)
def test_what_is_measured_and_of_whom(text: str, read: list[tuple[str | None, str | None]]) -> None:
    found = [(figure.subject, figure.indicator) for figure in statistics(text)]
    assert [subject for subject, _ in found] == [subject for subject, _ in read]
    assert all(wanted in (None, got) for (_, wanted), (_, got) in zip(read, found, strict=True))


def test_of_several_provinces_told_of_in_turn_the_last_is_meant() -> None:
    text = "湖南省发布方案。截至5月，全省申领补贴458万笔。\n河北省扩大范围。目前，河北省有商户2400家。"
    assert [figure.subject for figure in statistics(text)] == ["湖南省", "河北省"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        # capacities in names of works
        ("青唐700万吨露天矿项目已核准。启动维久日处理鲜奶500吨生产加工项目。", []),
        ("全年粮食产量107万吨，蔬菜20万吨。", [(None, "粮食产量"), (None, "蔬菜产量")]),
        ("古纳河酒业等22个项目顺利投产。", [(None, None)]),
        ("审定政府部门权力清单5030项。", [(None, "审定政府部门权力清单")]),
        ("五年建成廉租房198户。", [(None, "建成廉租房")]),
        ("每卖出100辆汽车就有46辆是新能源汽车。", [(None, None)]),
    ],
)
def test_numbers_in_names_and_verbs_before_them(text: str, read: list[tuple[str | None, str | None]]) -> None:
    found = [(figure.subject, figure.indicator) for figure in statistics(text)]
    assert [subject for subject, _ in found] == [subject for subject, _ in read]
    assert all(wanted in (None, got) for (_, wanted), (_, got) in zip(read, found, strict=True))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("举措可能给农户造成1200万元的经济损失。", [(None, "举措可能给农户造成经济损失")]),
        # counted before
        ("这2条航线开通后，河滨市航线将达到16条。", [("河滨市", "航线")]),
        ("沙湾地带有25万套住房遭到摧毁。", [(None, None)]),
        ("市法院收案348件，结案325件，同比分别增长65%、82%。", [("市法院", "收案"), ("市法院", "结案")] * 2),
        ("国务院新闻办公室今天举行“新征程上的奋斗者”中外记者见面会，5支队伍亮相。", [(None, None)]),
    ],
)
def test_what_stands_behind_and_before(text: str, read: list[tuple[str | None, str | None]]) -> None:
    found = [(figure.subject, figure.indicator) for figure in statistics(text)]
    assert len(found) == len(read)
    assert all(
        want in (None, got)
        for wanted, pair in zip(read, found, strict=True)
        for want, got in zip(wanted, pair, strict=True)
    )


def test_above_all_in_a_month() -> None:
    found = statistics("一季度，全县新设企业1.1万户。特别是3月，全县新设企业4818户。")
    assert [figure.period.text if figure.period else None for figure in found] == ["一季度", "3月"]


@pytest.mark.parametrize(
    ("text", "subject", "indicator", "nature"),
    [
        ("三类产业用电量均呈现增长态势，同比增长8.6%。", None, "三类产业用电量", "actual"),
        # 可再生 holds no 可, 行动计划 plans nothing here
        ("全县可再生能源新增装机1.17亿千瓦。", "全县", "可再生能源新增装机", "actual"),
        ("继续实施三年行动计划，入园率达到50.2%。", None, "入园率", "actual"),
        ("今年赤字率按4%安排。", None, "赤字率", "actual"),
        ("实施总投资11.4亿元的基础设施项目建设。", None, "总投资", "actual"),
    ],
)
def test_words_that_look_like_others(text: str, subject: str | None, indicator: str, nature: str) -> None:
    (found,) = statistics(text)
    assert (found.subject, found.indicator, found.nature) == (subject, indicator, nature)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("我国已将建筑门窗等72种产品纳入认证范畴。", [("我国", "actual")]),
        ("市财政局今天再次拨付6000万元救灾资金。", [("市财政局", "actual")]),
        ("地震导致市政厅受损，200名员工撤离。", [(None, "actual")]),
        ("由市网信办等14个部门共同主办的活动启动。", []),
    ],
)
def test_whole_words(text: str, read: list[tuple[str | None, str]]) -> None:
    assert [(found.subject, found.nature) for found in statistics(text)] == read


@pytest.mark.parametrize(
    "text",
    [
        "居民医疗保险个人缴费标准为每人每年380元。",
        "从明年起，住院报销比例由60%提高到70%，封顶线由1.5万元提高到2万元。",
        "对延时经营的商家给予最高10万元补贴。",
    ],
)
def test_what_a_rule_grants_or_asks_is_a_standard(text: str) -> None:
    assert {found.nature for found in statistics(text)} == {"standard"}


@pytest.mark.parametrize(
    "text", ["工程投用后，将拔掉县城小锅炉136台。", "滑坡体威胁着村里17户63口人的安全。"]
)
def test_what_lies_in_a_county_town_or_a_village_is_no_name_of_it(text: str) -> None:
    assert {found.subject for found in statistics(text)} == {None}


def test_who_is_introduced_by_age_is_told_of() -> None:
    text = "李明芳今年52岁，是青山区东关街道北苑社区的网格员，负责4栋楼。2015年以来，她记满了27个本子，解决大事小情1300多件。"
    assert {found.subject for found in statistics(text)} == {"李明芳"}


def test_a_province_saves_nothing() -> None:
    *_, found = statistics("前三季度，河滨市进出口增长7.4%，增速高于全省4.3个百分点。")
    assert (found.change, found.basis) == (None, "全省")


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        # the doings of a central organ, or of a foreign one, end with its paragraph; an office of a place goes on
        ("党中央印发条例3部。\n文集收入文稿73篇。", ["党中央", None]),
        ("市药监局检查药店30家。\n共发现问题5个。", ["市药监局", "市药监局"]),
    ],
)
def test_how_far_the_doings_of_a_body_are_told(text: str, subjects: list[str | None]) -> None:
    assert [found.subject for found in statistics(text)] == subjects


def test_farms_by_their_numbers() -> None:
    text = (
        "去年，全师播种棉花51万亩。\n连日来，二一三团为463户职工发放贷款512万元。目前，该团日光温室发展到460座。\n"
        "二一五团团长张明介绍，全团现有林果面积4.6万亩。该团伙作案14起。\n"
    )
    assert [found.subject for found in statistics(text)] == [
        "全师", *["二一三团"] * 3, "二一五团", "二一五团",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "natures"),
    [
        ("今年盯住这些目标。地区生产总值增长12%，固定资产投资增长20%以上。", ["target", "target"]),
        ("市政府承诺，今年新建保障性住房1.2万套，改造农村危房8600户。", ["target", "target"]),
        ("我市冬种瓜菜计划面积13.2万亩，已定植9.04万亩，占计划面积的68.5%。", ["target", "actual", "actual"]),
        ("青山高速公路概算总投资147.8亿元。", ["target"]),
        (
            "建成新村20个。\n今年目标\n完成搬迁6200户。\n近日动态\n完成搬迁200户。",
            ["actual", "target", "actual"],
        ),
    ],
)
def test_what_is_aimed_at(text: str, natures: list[str]) -> None:
    assert [found.nature for found in statistics(text)] == natures


def test_a_year_that_has_just_begun_is_ahead() -> None:
    text = "发展蓝图\n2023年，全州进出口增长12%。\n去年，全州进出口增长9%。\n"
    natures = [
        [found.nature for found in extract(text, published=day).statistics]
        for day in ("2023-01-20", "2023-06-15")
    ]
    assert natures == [["target", "actual"], ["actual", "actual"]]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        (
            "第六届青河冰雪节开幕式在白石滑雪场举行。\n本届冰雪节推出活动46项。\n开幕当日，入场观众逾2万人次。",
            ["第六届青河冰雪节", "第六届青河冰雪节"],
        ),
        (
            "由县体育局主办的“青河杯”迎春篮球赛在县体育馆落幕。比赛共进行46场，县公安局代表队夺冠。",
            ["“青河杯”迎春篮球赛"],
        ),
        (
            "青河集成电路产业合作恳谈会在京城举行，市委书记张明致辞。\n会上集中签约项目21个，总投资168亿元。",
            ["青河集成电路产业合作恳谈会", "青河集成电路产业合作恳谈会"],
        ),
        # what is signed or checked this time is someone's doing
        ("青石区举行第三季度项目集中签约仪式。此次集中签约共签约项目7个。", ["青石区"]),
    ],
)
def test_an_event_that_is_stood_for(text: str, subjects: list[str]) -> None:
    assert [found.subject for found in statistics(text)] == subjects


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "市委书记张明一声令下，我市重点项目集中开工。\n此次集中开工的8个项目总投资46亿元。",
            ["我市", "我市"],
        ),
        ("会议听取汇报。督察组交办我市的143件信访件，办结131件，办结率91.6%。", ["我市"] * 3),
        # 全市 is no city that goods are sold to
        ("七成瓜菜销往北京、上海等地。全市建起检测站13个。", [None, "全市"]),
    ],
)
def test_the_area_of_a_local_page(text: str, read: list[str | None]) -> None:
    assert [found.subject for found in statistics(text)] == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("县法院办结案件131件，结案率91.6%。", [("办结案件", None), ("案件结案率", None)]),
        (
            "签约项目21个，其中投资额超10亿元的项目6个。",
            [("签约项目", None), ("签约投资额超10亿元的项目", None)],
        ),
        ("县法院执结213件，执结率76.8%。", [("执结", None), ("执结率", None)]),
        ("今年公交车新增150台、更新90台。", [("公交车新增", None), ("公交车更新", None)]),
        (
            "青石县现有果园4.6万亩，其中红枣3.1万亩，占67.4%。",
            [("果园", None), ("红枣", None), ("红枣占果园", None)],
        ),
        ("青石县财政收入48.3亿元，比上年同期增收9.7亿元。", [("财政收入", None), ("财政收入", "比上年同期")]),
        ("去年，建材业产值340万元，不及去年同期的四成。", [("建材业产值", None), ("建材业产值", "去年同期")]),
        ("去年，机械化水平71.3%，高出全省8个百分点。", [("机械化水平", None), ("机械化水平", "全省")]),
    ],
)
def test_what_goes_on_about_the_figure_before(text: str, read: list[tuple[str, str | None]]) -> None:
    assert [(found.indicator, found.basis) for found in statistics(text)] == read


def test_a_fee_is_a_standard() -> None:
    natures = [
        found.nature
        for found in statistics("投标保证金为5万元。报名费每人70元。补奖标准分别为每亩6元和1.5元。")
    ]
    assert natures == ["standard"] * 4


def test_kilolitres_are_a_unit() -> None:
    found = statistics("去年，饮料酒产量1240千升。用水两千升。")
    assert [(str(each.quantity.value), each.quantity.unit) for each in found] == [
        ("1240", "千升"),
        ("2000", "升"),
    ]


def test_the_year_of_a_bulletin() -> None:
    text = "2019年青石县国民经济和社会发展统计公报\n初步核算，全年粮食总产量65万吨，增产1.3%。年末生猪存栏18.3万头。\n"
    found = extract(text, published="2020-06-19").statistics
    assert [each.indicator for each in found] == ["粮食总产量", "粮食总产量", "生猪存栏"]
    assert [each.period and each.period.end for each in found] == ["2019-12-31"] * 3
    assert {each.nature for each in found} == {"actual"}


def test_a_paragraph_of_tasks_in_a_report_is_planned() -> None:
    tasks = (
        "加快完善城市功能。实施市区道路畅通工程。投资4.7亿元，完成65条道路新建改造。"
        "切实解决供热问题。加快推进便民市场建设，完成30座公厕改造。\n"
    )
    done = "城市功能日益完善。投资4.7亿元，完成65条道路新建改造。实施了供热改造，新增30座公厕。\n"
    for text, nature in ((tasks, "target"), (done, "actual")):
        figures = extract("政府工作报告\n\n" + text, published="2017-02-28").statistics
        assert [figure.nature for figure in figures] == [nature] * 3


def test_what_was_not_reached_is_no_target() -> None:
    (figure,) = extract("基层新闻\n产量未能达到30万吨。\n", published="2017-02-28").statistics
    assert figure.nature == "actual"


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        # the things stand in the clause before
        (
            "建成房屋3套，改建候车亭5座，购车2辆。废渣、垃圾、城市污水处理能力不断提高，处理率分别达到95%、85%、80%。",
            ["建成房屋", "改建候车亭", "购车", "废渣处理率", "垃圾处理率", "城市污水处理率"],
        ),
        ("工业、农业、服务业稳步发展，增速分别为5%、3%和8%。", ["工业增速", "农业增速", "服务业增速"]),
        (
            "修路5公里，架桥3座。城镇和农村居民收入持续增长，分别增长8%和9%。",
            ["修路", "架桥", "城镇居民收入", "农村居民收入"],
        ),
        ("有色、电气机械等行业利润快速增长，分别增长8%和9%。", ["有色等行业利润", "电气机械等行业利润"]),
        # of one thing that is dealt out
        ("协会设理事25人，分别来自11家银行和8家企业。", ["设理事", "设理事来自银行", "来自企业"]),
        # two things in one word
        ("全县粮食购销分别完成3万吨和4万吨。", ["粮食购", "粮食销"]),
        ("全校男女学生分别为300人和400人。", ["男学生", "女学生"]),
        ("全市存贷款余额分别达到300亿元和200亿元。", ["存款余额", "贷款余额"]),
        ("全市进出口额分别为30亿元和50亿元。", ["进口额", "出口额"]),
        ("全县男女比例分别为51%和49%。", ["男女比例", "男女比例"]),
    ],
)
def test_what_is_dealt_out(text: str, indicators: list[str]) -> None:
    assert [found.indicator for found in statistics(text)] == indicators
