"""What eight further pages and 700 figures of web news taught: records of whole articles, through `extract`."""

from __future__ import annotations

import pytest
from told import figures, read

from newsie.divide import divide
from newsie.extractor import extract


def natures(text: str) -> list[str]:
    return [found.nature for found in read(text).statistics]


def speakers(text: str) -> list[tuple[str | None, str]]:
    found = read(text)
    gathered = [said for record in (*found.meetings, *found.visits) for said in record.statements]
    return [(said.speaker, said.text) for said in (*found.statements, *gathered)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "今年以来，白水人民法庭共巡回办案86件，调解、撤诉52件。",
            [("白水人民法庭", "巡回办案", "86 件"), ("白水人民法庭", "调解、撤诉", "52 件")],
        ),
        (
            "县交通、水利、国土等部门整合涉农资金3200万元，新建泵站9座。",
            [
                ("县交通、水利、国土等部门", "整合涉农资金", "32000000 元"),
                ("县交通、水利、国土等部门", "新建泵站", "9 座"),
            ],
        ),
        ("目前，各热企已储煤47万吨。", [("各热企", "储煤", "470000 吨")]),
        ("接警后，民警调取监控录像20余处，走访群众近百人。", [("民警", "调取监控录像", "20 处"), ("民警", "走访群众", "100 人")]),
        ("其采用同样手段先后作案9起。", [(None, "作案", "9 起")]),
        ("全市法院共审结案件8200件。", [("全市法院", "审结案件", "8200 件")]),
        # a clause with a noun of its own is not of him, nor is what a compound names
        ("民警到达现场时，伤者有3人。", [(None, "伤者", "3 人")]),
        ("医务人员感染率为2%。", [(None, "医务人员感染率", "2 %")]),
        # who is counted is no doer
        ("规模以上工业企业已复工285家。", [(None, "规模以上工业企业已复工", "285 家")]),
        # the people of a body that is spoken of are its own
        (
            "县市场监管局开展检查，执法人员检查食堂16家。",
            [("县市场监管局", "检查食堂", "16 家")],
        ),
    ],
)  # fmt: skip
def test_who_acts_is_the_subject(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("公司获得5000万元的资金支持。", ["获得资金支持"]),
        ("当天下午，建筑公司支付20万元的工资。", ["支付工资"]),
        ("新车有4.6米的车身长度。", ["新车车身长度"]),
        # what is made up of so much is still the subject
        ("总投资70亿元的核心区开工。", ["总投资"]),
        ("注册资本从4.1亿元一举增至10亿元。", ["注册资本", "注册资本"]),
        ("2011年增速曾高达135%。", ["增速"]),
        ("她身高1.65米。", ["身高"]),
        ("系统每年可节能20%。", ["系统每年可节能"]),
        ("蔬菜平均零售价为每500克3.25元。", ["蔬菜平均零售价"]),
        ("按照户均补助3000元的标准发放。", ["户均补助"]),
        ("公司出口轮胎46万条，货值1.3亿元。", ["出口轮胎", "轮胎货值"]),
        ("大学新生96名，每人6000元。", ["大学新生", "大学新生每人"]),
        ("区里定期发放救助金，每人每月150元。", ["发放救助金每人每月"]),
        ("预计明天最高气温35℃，最低气温23℃。", ["最高气温", "最低气温"]),
        ("我市大部地区最高气温升至37℃，局部可达40℃。", ["最高气温", "局部最高气温"]),
        ("新能源汽车的增速只有6.1%，而2011年增速曾高达35%。", ["新能源汽车的增速", "新能源汽车的增速"]),
        ("该安置点占地156亩，规划安置移民620户。目前，该安置点已完成主体工程的85%。", ["占地", "规划安置移民", "完成主体工程"]),
    ],
)  # fmt: skip
def test_what_is_measured(text: str, indicators: list[str]) -> None:
    assert [indicator for _, indicator, _ in figures(text)] == indicators


@pytest.mark.parametrize(
    "text",
    [
        "但两人不断强调，她们只是路过。",
        "张大山、李小河两人从小一起长大。",
        "他们二人因文学结缘。",
        "为了给老人看病，他四处借钱。",
        "教育孩子要从一点一滴做起。",
        "购买2013款途安的客户享受优惠。",
    ],
)
def test_told_in_passing_is_no_statistic(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    "text", ["事故造成两人死亡。", "事故中，两人受伤。", "学校招收硕士、博士五名。", "今年新建四处流动厕所。"]
)
def test_what_befell_persons_is_counted(text: str) -> None:
    assert len(figures(text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("截至目前，工作组共争取各类项目资金187万元，硬化道路4.6公里。", ["actual", "actual"]),
        ("今年要争取扶贫资金2000万元。", ["target"]),
        ("会议要求，争取一季度新开工项目15个以上。", ["target"]),
        ("会议要求，争取引进亿元以上项目12个。", ["target"]),
        ("全市收获农作物1876万亩，占应收面积的92%，日收获能力达到85万亩以上。", ["actual", "actual", "actual"]),
    ],
)  # fmt: skip
def test_what_is_got_is_no_target(text: str, expected: list[str]) -> None:
    assert natures(text) == expected


def test_a_date_in_a_quotation_frames_nothing_outside() -> None:
    found = read("“明天上午到我办公室来一趟。”一居民接到电话后被骗。县公安局抓获犯罪嫌疑人9名。").statistics
    assert [figure.period for figure in found] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("后街美食夜市全长320米，设固定摊位82个。", ["后街美食夜市", "后街美食夜市"]),
        ("环城路东延工程西起望江路口，东接甬台高速公路，全长5.7公里。", ["环城路东延工程"]),
    ],
)
def test_subjects_that_are_places(text: str, expected: list[str]) -> None:
    assert [subject for subject, _, _ in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("有业内人士表示，价格将进入平稳期。", ["业内人士"]),
        ("“这台机子损失率低。”在柳泉镇，大学生牟晓磊从驾驶室里探出身来，抹了把汗说。", ["牟晓磊"]),
        ("“好，最迟后天修好。”横溪镇主任应利明一进门就对樟树下村村民郑阿根说。", ["应利明"]),
        ("“没掏一分钱本钱。”王玉珍说着，眼圈红了。", ["王玉珍"]),
        ("“我们记下了。”村书记蒋冬生当场表态。会后，老党员肖运生带头拆墙，他说：“路宽一尺，心宽一丈。”", ["蒋冬生", "肖运生"]),
        ("副市长杜延军鼓励他，要把眼光放长远。", ["杜延军"]),
        ("有不少市民表示，很方便。", ["有不少市民"]),
        ("有色金属行业协会负责人表示，价格平稳。", ["有色金属行业协会负责人"]),
        ("王刚鼓励他，为他办理了残疾证。", []),
        ("随后，王某应刘某要求，将此楼过户。", []),
        ("淘宝商家却都表示，所售商品都是正品。", ["淘宝商家"]),
    ],
)  # fmt: skip
def test_who_speaks(text: str, expected: list[str]) -> None:
    assert [speaker for speaker, _ in speakers(text)] == expected


@pytest.mark.parametrize(
    ("text", "organization", "name"),
    [
        ("证监会发审委副处长王小石因涉嫌受贿被捕。", "证监会发审委", "王小石"),
        ("他立即派外交部部长褚民谊赶赴北平。", "外交部", "褚民谊"),
        ("又派陆军副总司令罗奇带去亲笔信。", "陆军", "罗奇"),
    ],
)
def test_who_is_sent_holds_the_post(text: str, organization: str, name: str) -> None:
    (official,) = read(text).officials
    assert (official.name, official.posts[0].organization) == (name, organization)


def test_who_goes_on_after_a_gathering_goes_that_day() -> None:
    found = read(
        "11月4日下午，宣讲团报告会在杨梓镇举行。县委常委黄秋莲作宣讲。\n报告会后，黄秋莲还来到枫林村养老中心，与老人们拉家常。"
    )
    (visit,) = found.visits
    assert visit.date is not None
    assert (visit.lead, visit.date.text, visit.places) == (("黄秋莲",), "11月4日下午", ("枫林村养老中心",))


def test_a_talk_after_a_visit_is_a_meeting() -> None:
    (meeting,) = read(
        "9月17日，甲县县委书记李长河率代表团来我区考察。\n随后，双方召开座谈会，签订《合作协议》。"
    ).meetings
    assert (meeting.name, meeting.organizer, meeting.documents) == ("座谈会", None, ("《合作协议》",))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“过去靠天吃饭。”支书古丽娜尔·阿依丁边走边介绍。", "古丽娜尔·阿依丁"),
        ("一名受害人向警方反映，其在一家“寄卖行”借款3万元。", "一名受害人"),
        ("多名业主向本报反映，小区电梯经常损坏。", "多名业主"),
    ],
)
def test_what_is_done_beside_speaking_is_no_name(text: str, speaker: str) -> None:
    assert [said.speaker for said in read(text).statements] == [speaker]


def test_works_are_told_of_again_by_what_is_done() -> None:
    (works,) = extract(
        "市第三医院迁建工程奠基\n\n本报讯 昨日上午，市第三医院迁建工程奠基仪式举行。据悉，迁建工程占地120亩，总投资4.2亿元。\n"
    ).projects
    assert (works.name, works.status) == ("市第三医院迁建工程", "started")
    assert works.investment is not None
    assert works.land_area is not None


def test_a_part_that_is_worked_at_is_no_project() -> None:
    found = read(
        "市长首先来到青石抽水蓄能电站项目建设现场，察看上水库大坝填筑和地下厂房开挖情况。该项目总投资87.6亿元。"
    ).projects
    assert [(works.name, works.investment is not None) for works in found] == [("青石抽水蓄能电站项目", True)]


@pytest.mark.parametrize(
    "text", ["南山隧道开挖进展顺利，总投资3亿元，预计明年通车。", "人民路改造工程征迁收官，总投资3亿元。"]
)
def test_works_at_which_is_worked_are_projects(text: str) -> None:
    assert len(read(text).projects) == 1


def test_a_building_of_a_body_is_a_project() -> None:
    (works,) = read("总投资2.15亿元的松泉口岸新联检大楼主体已完工，预计明年6月投入使用。").projects
    assert works.name == "松泉口岸新联检大楼"


@pytest.mark.parametrize(
    ("text", "name", "groups", "count"),
    [
        (
            "7月17日晚，2023年沅阳市“和美湘村”篮球赛在文体广场开赛，来自各乡镇的24支代表队、288名运动员将展开角逐。",
            "2023年沅阳市“和美湘村”篮球赛",
            ("来自各乡镇的24支代表队",),
            "288",
        ),
        (
            "27日，第八届“糖业杯”气排球邀请赛在县体育馆举行，全县各乡镇24支代表队参赛，参赛运动员近300名。",
            "第八届“糖业杯”气排球邀请赛",
            ("全县各乡镇24支代表队",),
            "300",
        ),
    ],
)
def test_teams_are_the_groups_of_games(text: str, name: str, groups: tuple[str, ...], count: str) -> None:
    (games,) = read(text).meetings
    assert (games.name, games.groups) == (name, groups)
    assert games.headcount is not None
    assert str(games.headcount.value) == count


def test_a_paragraph_that_trails_off_is_no_headline() -> None:
    page = (
        "普查员的敲门记\n\n本报讯（记者 周某）晚上7时许，普查员卢某出了\n门，她负责的小区有94户。\n\n"
        "眼下，普查已转入复查和行业、职\n业编码阶段，卢某的挎包里又多了\n一沓复查表……\n\n"
        "环城北路工程加快推进\n\n本报讯（记者 陈某）昨日，环城北路工程进展顺利，\n截至上月底已完成九成。\n"
    )
    first, second = divide(page).articles
    assert str(first.text).endswith("一沓复查表……")
    assert str(second.headline) == "环城北路工程加快推进"
