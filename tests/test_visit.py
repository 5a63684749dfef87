"""Visits: who goes where, with whom and what for; and where speech belongs. Marks as in `tests.marked`."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

import pytest
from growth import grows_evenly

from newsie.extractor import extract
from newsie.frames.attach import attach
from newsie.frames.statement import find_speeches
from newsie.frames.visit import find_visits
from newsie.records import Meeting, Visit
from tests.marked import read


@dataclass(frozen=True)
class Trip:
    """What a case expects of a visit; what is left out must be absent."""

    lead: list[str] = field(default_factory=list)
    companions: list[str] = field(default_factory=list)
    organizer: str | None = None
    purpose: str | None = None
    date: str | None = None
    places: list[str] = field(default_factory=list)
    headcount: int | None = None


def trips(marked: str) -> list[Trip]:
    return [_trip(draft.record) for draft in find_visits(read(marked))]


def _trip(visit: Visit) -> Trip:
    return Trip(
        list(visit.lead),
        list(visit.companions),
        visit.organizer,
        visit.purpose,
        visit.date.text if visit.date else None,
        list(visit.places),
        int(visit.headcount.value) if visit.headcount else None,
    )


ACCEPT: list[tuple[str, list[Trip]]] = [
    (
        "〔5月3日〕，副市长[宋某]带领市直有关部门负责人深入龙泉水库检查春耕生产工作。",
        [Trip(["宋某"], [], None, "检查春耕生产工作", "5月3日", ["龙泉水库"])],
    ),
    (
        "〔5月3日〕，副市长[宋某]到青峰一中考察信访工作。",
        [Trip(["宋某"], [], None, "考察信访工作", "5月3日", ["青峰一中"])],
    ),
    (
        "〔5月3日〕，副市长[宋某]检查教育工作。在青峰一中，[宋某]详细了解情况。",
        [Trip(["宋某"], [], None, "检查教育工作", "5月3日", ["青峰一中"])],
    ),
    (
        "〔5月3日至6日〕，市长[宋某]率领有关负责人对甲国和乙地进行友好访问。",
        [Trip(["宋某"], [], None, "访问", "5月3日至6日", ["甲国", "乙地"])],
    ),
    (
        "〔5月3日〕，[宋某]、[王某]也纷纷到岚山县石桥镇看望职工。",
        [Trip(["宋某", "王某"], [], None, "看望职工", "5月3日", ["岚山县石桥镇"])],
    ),
    (
        "〔5月3日〕，书记[宋某]率第一走访慰问组来到某公司，看望职工。",
        [Trip(["宋某"], [], None, "看望职工", "5月3日", ["某公司"])],
    ),
    # who speaks where they look; those who lead parties apart
    (
        "〔5月3日〕，在石桥镇调研时，[宋某]强调，要抓好落实。",
        [Trip(["宋某"], [], None, "调研", "5月3日", ["石桥镇"])],
    ),
    (
        "〔5月3日〕，县领导[宋某]、[王某]分别带队督导检查安全生产。",
        [Trip(["宋某", "王某"], [], None, "督导检查安全生产", "5月3日", [])],
    ),
    # the works told one a paragraph are those seen
    (
        (
            "〔9月11日〕，县长[宋某]深入重点项目建设一线，检查工程进展情况。\n沙河三桥是连接新城与老城的通道。登上作业平台，[宋某]与"
            "工人交谈。\n妇幼保健院搬迁工程占地126亩。他还察看了李子口棚户区改造、东山大道刷黑改造等项目。"
        ),
        [
            Trip(
                ["宋某"],
                [],
                None,
                "检查工程进展情况",
                "9月11日",
                ["沙河三桥", "妇幼保健院搬迁工程", "李子口棚户区改造", "东山大道刷黑改造"],
            )
        ],
    ),
    # units that join in stay one string, and what they set up is no part of it; a drive goes round places
    (
        "〔3月5日〕，甲县水务局联合县公安局、县海事处，对甲河段开展突击检查。\n执法人员先后对杨家嘴、黑石滩等水域进行巡查。",
        [
            Trip(
                [],
                [],
                "甲县水务局联合县公安局、县海事处",
                "对甲河段开展突击检查",
                "3月5日",
                ["甲河段", "杨家嘴", "黑石滩"],
            )
        ],
    ),
    (
        "〔3月5日〕，县煤炭局联合县安监局组成检查组，对全县煤矿开展检查。",
        [Trip([], [], "县煤炭局联合县安监局", "对全县煤矿开展检查", "3月5日", ["全县煤矿"])],
    ),
    # the streets whose shops are seen; shops of a kind are no places
    (
        "〔3月5日〕，区市场监管局对建设路、樟树街的餐饮门店开展检查。检查人员走进一家家烧烤店、小吃店，查看票据。",
        [Trip([], [], "区市场监管局", "对建设路、樟树街的餐饮门店开展检查", "3月5日", ["建设路", "樟树街"])],
    ),
    # the party goes, whoever reports
    (
        (
            "〔3月5日〕，市人大常委会副主任[宋某]带领视察组到甲县视察。\n视察组先后来到乙乡柳湾流域、丙镇示范园和县国有林场苗圃，"
            "并听取了[李某]的汇报。"
        ),
        [
            Trip(
                ["宋某"],
                [],
                None,
                "视察",
                "3月5日",
                ["甲县", "乙乡柳湾流域", "丙镇示范园", "县国有林场苗圃"],
            )
        ],
    ),
    # whose safety is looked into
    (
        "〔3月5日〕，县长[宋某]带领安监局负责人，对石沟煤矿、新河煤矿和县民爆公司仓库安全生产工作进行检查。",
        [
            Trip(
                ["宋某"],
                [],
                None,
                "对石沟煤矿、新河煤矿和县民爆公司仓库安全生产工作进行检查",
                "3月5日",
                ["石沟煤矿", "新河煤矿", "县民爆公司仓库"],
            )
        ],
    ),
    # what is brought is what for; some schools of a district are the district
    (
        "〔3月5日〕，[宋某]一行来到甲区清扫站、乙区部分学校，为一线职工送去矿泉水和西瓜。",
        [Trip(["宋某"], [], None, "为一线职工送去矿泉水和西瓜", "3月5日", ["甲区清扫站", "乙区"])],
    ),
    # whose homes they are is no place
    (
        "〔3月5日〕，[宋某]到甲县乙村调研，走进老战士、老党员家中，[宋某]来到村史馆。",
        [Trip(["宋某"], [], None, "调研", "3月5日", ["甲县乙村", "村史馆"])],
    ),
    (
        "〔3月5日〕，[宋某]视察北部边防部队时传达了指令。",
        [Trip(["宋某"], [], None, "视察北部边防部队", "3月5日")],
    ),
    # the day is of the way home
    (
        "〔9月13日〕晚，[宋某]在结束对甲国、乙国的正式访问后乘机回到北京。",
        [Trip(["宋某"], [], None, "对甲国、乙国的正式访问", None, ["甲国", "乙国"])],
    ),
    # 等企业 says of all before it that they are places; a bare laboratory is none
    (
        "〔3月5日〕，[宋某]到甲市调研。[宋某]考察了大禹重工、万盛机械等企业，走进实验室。",
        [Trip(["宋某"], [], None, "调研", "3月5日", ["甲市", "大禹重工", "万盛机械"])],
    ),
    # two full names of which only the second ends as a place does; one name with 与 in it
    (
        "〔3月5日〕，[宋某]前往城西科创大走廊和青河大学、卫星科学与应用数据中心调研。",
        [
            Trip(
                ["宋某"],
                [],
                None,
                "调研",
                "3月5日",
                ["城西科创大走廊", "青河大学", "卫星科学与应用数据中心"],
            )
        ],
    ),
    # the look is over when the press conference is held
    (
        "〔3月5日〕，[宋某]在考察青河核电站后举行的发布会上介绍情况。",
        [Trip(["宋某"], [], None, "考察青河核电站", "3月5日", ["青河核电站"])],
    ),
    # who is shown about by others goes on a visit of her own
    (
        "〔3月5日〕，[宋某]到青河大学考察。\n同日，[宋某]夫人[李某]在[王某]陪同下，来到青河博物馆参观。",
        [Trip(["宋某"], [], None, "考察", "3月5日", ["青河大学"])],
    ),
    # a sentence with a meeting behind the visit
    (
        "[宋某]〔3月5日〕在青河调研。\n[宋某]来到甲乡人大代表之家、青河创新中心调研；在市里调研立法并召开座谈会。",
        [Trip(["宋某"], [], None, "调研", "3月5日", ["青河", "甲乡人大代表之家", "青河创新中心"])],
    ),
    # on whose behalf, and behind it the day
    (
        "[宋某]代表省委、省政府，〔3月5日〕率有关同志赴甲市、乙市，指导灾后抢修工作。",
        [Trip(["宋某"], [], None, "指导灾后抢修工作", "3月5日", ["甲市", "乙市"])],
    ),
    # a title behind the name
    (
        "[宋某]副市长到青河县调研防汛工作。",
        [Trip(["宋某"], [], None, "调研防汛工作", None, ["青河县"])],
    ),
    # the day behind the unit is none of its name
    (
        "市场监管局〔近日〕对月饼生产单位开展专项检查。",
        [Trip([], [], "市场监管局", "对月饼生产单位开展专项检查", "近日", ["月饼生产单位"])],
    ),
    # a village's own field is no description
    (
        "〔5月3日〕，[宋某]先后来到甲镇乙村的育秧点、丙镇，察看秧苗长势。",
        [Trip(["宋某"], [], None, "察看秧苗长势", "5月3日", ["甲镇乙村的育秧点", "丙镇"])],
    ),
    # who is with a visiting group
    (
        "〔5月3日〕，省住建厅调研组来我县调研改造工作，副县长[王某]陪同调研。",
        [Trip([], ["王某"], "省住建厅调研组", "调研改造工作", "5月3日")],
    ),
    # 在调研时强调 and 率代表视察 tell of a visit; 先后来到 does without a post
    (
        "〔5月3日〕，市长[宋某]在调研重点项目时强调，要抢抓工期。他先后来到甲水厂、乙大道，了解进展。副市长[王某]参加。",
        [Trip(["宋某"], ["王某"], None, "调研重点项目", "5月3日", ["甲水厂", "乙大道"])],
    ),
    (
        "〔5月3日〕，主任[宋某]率部分市人大代表视察城区学校建设。",
        [Trip(["宋某"], [], None, "视察城区学校建设", "5月3日")],
    ),
    (
        "[宋某]先后来到甲水厂、乙大道，了解项目进展情况。",
        [Trip(["宋某"], [], None, "了解项目进展情况", None, ["甲水厂", "乙大道"])],
    ),
    # how leaders come, and why, says that they visit
    (
        "为摸清灾情，〔5月3日〕，[宋某]轻车简从，来到甲县走访。主任[王某]同行。",
        [Trip(["宋某"], ["王某"], None, "摸清灾情", "5月3日", ["甲县"])],
    ),
    (
        "〔5月3日〕，[宋某]用一整天时间走访民营企业，摸排用工难题。\n甲木业公司的订单排满了。",
        [Trip(["宋某"], [], None, "摸排用工难题", "5月3日", ["甲木业公司"])],
    ),
    (
        "为果农把脉开方，〔5月3日〕，教授[宋某]带着服务团一行⟦8人⟧来到甲县，一个园子一个园子地看。",
        [Trip(["宋某"], [], None, "为果农把脉开方", "5月3日", ["甲县"], 8)],
    ),
    (
        "〔5月3日〕，[宋某]到甲镇检查防汛。她实地察看了乙小区改造现场。",
        [Trip(["宋某"], [], None, "检查防汛", "5月3日", ["甲镇", "乙小区改造现场"])],
    ),
    (
        "〔近日〕，由[宋某]带队的考察团到甲县考察学习旅游。",
        [Trip(["宋某"], [], None, "考察学习旅游", "近日", ["甲县"])],
    ),
    (
        "〔3月26日〕，区委书记[宋某]带队督导重点项目建设工作，区领导[王某]、[李某]陪同。",
        [Trip(["宋某"], ["王某", "李某"], None, "督导重点项目建设工作", "3月26日")],
    ),
    (
        "〔近日〕，县长[宋某]到城关镇、河东新区督查环境整治。县领导[王某]一同督查。",
        [Trip(["宋某"], ["王某"], None, "督查环境整治", "近日", ["城关镇", "河东新区"])],
    ),
    (
        "〔近日〕，市委书记[宋某]调研项目建设。〔当日上午〕，[宋某]一行先后来到甲小学、乙路等施工现场，了解施工进度。",
        [Trip(["宋某"], [], None, "调研项目建设", "近日", ["甲小学", "乙路"])],
    ),
    (
        "〔5月3日〕，外县县长[宋某]率考察团一行⟦11人⟧来我市考察畜牧产业，副市长[王某]陪同。考察团先后走进甲公司、乙合作社和丙种羊场，察看生产情况。",
        [Trip(["宋某"], ["王某"], None, "考察畜牧产业", "5月3日", ["甲公司", "乙合作社", "丙种羊场"], 11)],
    ),
    (
        "〔5月3日〕，[宋某]带领⟦25名⟧委员，先后到实验小学、中心学校视察食品安全工作。",
        [Trip(["宋某"], [], None, "视察食品安全工作", "5月3日", ["实验小学", "中心学校"], 25)],
    ),
    (
        "〔5月3日〕，[宋某]到清河镇现场办公，[王某]参加。",
        [Trip(["宋某"], ["王某"], None, "现场办公", "5月3日", ["清河镇"])],
    ),
    ("〔5月3日〕，[宋某]到龙潭河巡河。", [Trip(["宋某"], [], None, "巡河", "5月3日", ["龙潭河"])]),
    (
        "在市领导[王某]陪同下，[宋某]先后到云山县、河西区调研春耕。",
        [Trip(["宋某"], ["王某"], None, "调研春耕", None, ["云山县", "河西区"])],
    ),
    # places in front of the sentence, as written although the county was named
    (
        "〔5月3日〕，[宋某]率队深入甲县，督导企业复工。在甲县后坡村，[宋某]察看大棚。",
        [Trip(["宋某"], [], None, "督导企业复工", "5月3日", ["甲县", "甲县后坡村"])],
    ),
    (
        "〔5月3日〕，[宋某]冒雪前往石坪村，看望慰问困难群众。",
        [Trip(["宋某"], [], None, "看望慰问困难群众", "5月3日", ["石坪村"])],
    ),
    (
        "〔5月3日〕，[宋某]到甲水库除险加固工程施工现场调研。",
        [Trip(["宋某"], [], None, "调研", "5月3日", ["甲水库除险加固工程施工现场"])],
    ),
    (
        "〔5月3日〕，[宋某]前往白溪长滩段、石塔街道灾害点和龙门老街，督导防汛工作。",
        [Trip(["宋某"], [], None, "督导防汛工作", "5月3日", ["白溪长滩段", "石塔街道灾害点", "龙门老街"])],
    ),
    # a unit's own drive
    (
        "〔近日〕，区市场监管局联合教育、消防等部门，对全市农资市场开展专项检查。",
        [
            Trip(
                [],
                [],
                "区市场监管局联合教育、消防等部门",
                "对全市农资市场开展专项检查",
                "近日",
                ["全市农资市场"],
            )
        ],
    ),
    (
        "〔近日〕，市交警支队在和平大道、东段收费站开展酒驾夜查行动。",
        [Trip([], [], "市交警支队", "开展酒驾夜查行动", "近日", ["和平大道", "东段收费站"])],
    ),
    (
        "〔5月3日〕，县政协组织委员视察道路建设。县政协主席[宋某]带队，副主席[王某]参加。",
        [Trip(["宋某"], ["王某"], "县政协", "视察道路建设", "5月3日")],
    ),
    (
        "〔5月3日〕，考察团一行先后参观了县规划馆、云水湖景区。",
        [Trip([], [], "考察团", "参观了县规划馆、云水湖景区", "5月3日", ["县规划馆", "云水湖景区"])],
    ),
    # two leaders, two visits
    (
        "〔5月3日〕，[宋某]到甲镇调研。\n〔5月4日〕，[王某]到乙镇慰问。",
        [
            Trip(["宋某"], [], None, "调研", "5月3日", ["甲镇"]),
            Trip(["王某"], [], None, "慰问", "5月4日", ["乙镇"]),
        ],
    ),
]

REJECT = [
    "〔近日〕，[宋某]带领团队设计的街区完成竣工验收。",
    "〔今天〕，探测器完成测试后，顺利转入发射区，开展各项功能检查等工作。",
    # once a week, or before, to the doctor's
    "牧民[宋某]以前每周都要到盟里看病开药，〔如今〕在平台上就能完成问诊。",
    "外国领导人致电（函）[宋某]主席就我县地震表示慰问。",
    "各界人士期待[宋某]主席访问推动合作。",
    "[宋某]书记在考察中多次强调，要抓创新。",
    "〔3月3日〕，市里启动志愿行动。各级妇联对困难妇女开展走访慰问、家风宣讲等服务。",
    # what a speaker recalls of another's visit
    "[宋某]表示，[王某]书记今年在青河市考察时强调，要抓创新。",
    # those who only came along, without anybody to come along with
    "[宋某]、[王某]等一同看望。",
    "〔近日〕，记者来到甲镇采访。",
    "〔近日〕，记者[宋某]到甲镇调研。",
    "〔5月3日〕，县委书记[宋某]主持召开会议，研究防汛工作。",
    "会议学习了[宋某]总书记考察时的重要讲话精神。",
    "随后，[王某]与[宋某]一行座谈。",
    "今年以来，该局累计开展检查36次。",
    "每周对城区市场开展检查。",
    "[宋某]到会指导。",
    "联合执法办公室正式成立。",
    "〔近日〕，某某街道组织志愿者走进社区，开展志愿服务。",
]


@pytest.mark.parametrize(("marked", "expected"), ACCEPT, ids=[case[0][:24] for case in ACCEPT])
def test_visit_is_read(marked: str, expected: list[Trip]) -> None:
    assert trips(marked) == expected


@pytest.mark.parametrize("marked", REJECT)
def test_no_visit(marked: str) -> None:
    assert trips(marked) == []


def test_items_of_a_digest_are_sentences_of_their_own() -> None:
    (trip,) = trips("1.[宋某]在甲省调研；2.乙航线〔3月31日〕开通；（3）丙馆展览〔4月1日〕举行。")
    assert trip == Trip(["宋某"], [], None, "调研", None, ["甲省"])


def test_a_trip_months_later_is_no_part_of_the_visit() -> None:
    text = "今年3月5日，县委书记王大明到青河县考察。\n7月7日，王大明来到平川县，参观平川纪念馆。"
    first, second = extract(text, published="2023-08-01").visits
    assert (first.places, second.places) == (("青河县",), ("平川县", "平川纪念馆"))


def test_the_countries_that_guests_visit_are_places() -> None:
    (visit,) = extract("副主席王大明3月5日访问新加坡和泰国。", published="2023-08-01").visits
    assert visit.places == ("新加坡", "泰国")


def test_every_field_has_evidence() -> None:
    (draft,) = find_visits(read("〔5月3日〕，[宋某]一行⟦8人⟧到甲镇调研农业，[王某]陪同。"))
    assert set(draft.record.evidence) == {"lead", "companions", "purpose", "date", "places", "headcount"}
    assert draft.record.evidence["places"][0].segments == ((12, 14),)


def test_words_in_speech_start_no_visit() -> None:
    assert trips("[宋某]说：“〔5月3日〕，[王某]到甲镇调研了农业。”") == []


class Gathering:
    """A meeting's draft, as `newsie.frames.meeting` makes them."""

    def __init__(self, record: Meeting, start: int, end: int) -> None:
        self.record = record
        self.start = start
        self.end = end
        self.outsiders: frozenset[str] = frozenset()


def test_speech_goes_to_meeting_visit_or_article() -> None:
    reading = read(
        "〔5月3日〕，[宋某]到甲镇调研农业。[宋某]指出，要抓春耕。\n"
        "〔5月4日〕，县里召开推进会，[王某]主持。会议强调，要防汛。[王某]要求，要值守。\n"
        "“路修好了。”村民[李某]接受采访时说。"
    )
    text = reading.text.string
    meeting = Meeting(name="推进会", kind="conference", chair=("王某",))
    held = Gathering(meeting, text.index("5月4日"), text.index("“路修"))
    meetings, visits, own = attach(reading, [held], find_visits(reading), find_speeches(reading))
    assert [said.text for said in meetings[0].statements] == ["要防汛。", "要值守。"]
    assert [said.text for said in visits[0].statements] == ["要抓春耕。"]
    assert [said.text for said in own] == ["路修好了。"]


@pytest.mark.parametrize(
    "unit",
    [
        "〔5月3日〕[宋某]到甲县",
        "[宋某]、",
        "[宋某]一行到甲、",
        "近日，某局对甲",
        "在某园区，",
        "[宋某]调研。",
    ],
)
def test_time_grows_with_the_text_only(unit: str) -> None:
    bare = unit.translate(str.maketrans("", "", "[]〔〕"))
    assert grows_evenly(lambda times: partial(find_visits, read(unit + bare * times), ()), 500, 2000)


def test_who_shows_about_and_what_is_seen_in_a_second_paragraph() -> None:
    text = (
        "4月16日，市委书记赵振海到河滨区、青石镇调研重点项目建设。市委常委孟凡旭，副市长曲光远参加活动。\n"
        "在青石镇，赵振海实地察看了东风水库除险加固工程进展情况，走进红旗村合作社。\n"
        "调研组先后深入岔口乡龙王庙村和县城东区安置小区。"
    )
    (visit,) = extract(f"基层新闻\n{text}\n", published="2023-06-15").visits
    assert visit.companions == ("孟凡旭", "曲光远")
    assert {"东风水库除险加固工程", "岔口乡龙王庙村"} <= set(visit.places)


def test_those_a_unit_sends_are_companions() -> None:
    text = "8月18日，县人大常委会组织代表对棚户区改造工作进行视察。县人大常委会副主任罗世忠、马玉莲参加视察。"
    (visit,) = extract(f"基层新闻\n{text}\n", published="2023-09-15").visits
    assert visit.companions == ("罗世忠", "马玉莲")


@pytest.mark.parametrize(
    "text",
    [
        "国家主席王建国6日上午在大会堂举行仪式，欢迎某国总统谢尔达尔对我国进行国事访问。",
        "11月3日，国家主席王建国就台风灾害向总统马科斯致慰问电。",
        "新华社播发王建国同志在中央纪律检查委员会全体会议上的工作报告。",
    ],
)
def test_those_who_receive_or_write_do_not_visit(text: str) -> None:
    assert extract(f"基层新闻\n{text}\n", published="2023-06-15").visits == ()


def test_what_is_to_be_done_is_no_place() -> None:
    text = "市委书记王建国在青山县调研。王建国来到松涛园、麻田镇南会村，践行全过程人民民主，推动深化改革。"
    (visit,) = extract(f"基层新闻\n{text}\n", published="2023-06-15").visits
    assert visit.places == ("青山县", "松涛园", "麻田镇南会村")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # a county whose name begins like 会议
        ("市委书记王建国深入会川县麻堡镇、石门乡，就产业发展情况进行调研。", ("会川县麻堡镇", "石门乡")),
        (
            "县长王建国率队走访甲石食品有限公司，深入了解企业产品研发、市场布局和投资意向。",
            ("甲石食品有限公司",),
        ),
        (
            "6月7日，副市长王建国先后来到市高级中学、第一中学考点，巡视考务工作。",
            ("市高级中学", "第一中学考点"),
        ),
    ],
)
def test_where_someone_goes(text: str, places: tuple[str, ...]) -> None:
    (visit,) = extract(f"基层新闻\n{text}\n", published="2023-06-15").visits
    assert visit.places == places


@pytest.mark.parametrize(
    ("words", "purpose"),
    [
        ("考察时首次提出新理念", "考察"),
        ("走访调研中感到需求很大", "走访调研"),
        ("考察引发热烈反响", "考察"),
        ("考察在广大干部群众中引起反响", "考察"),
        ("访问期间表示愿意合作", "访问"),
        ("考察的第一站", "考察"),
    ],
)
def test_a_purpose_ends_where_the_errand_is_only_the_occasion(words: str, purpose: str) -> None:
    text = f"3月5日，县长王大明来到平川县青河村{words}。"
    assert [visit.purpose for visit in extract(text, published="2024-03-06").visits] == [purpose]


@pytest.mark.parametrize(
    "text",
    [
        "3月5日，县长王大明向平川县县长李小明致慰问电。",
        "县委书记王大明访问将推动两县务实合作。",
        "县委书记王大明访问对两县关系发展有重要意义。",
        "双方以县委书记王大明访问为新起点。",
        "3月5日，县长王大明、副县长李小明在座谈会上介绍调研成果。",
        "李老病重期间和逝世后，县长王大明等前往医院看望或通过各种形式表示哀悼。",
        "县长王大明在考察和重要会议中多次强调要树立好作风。",
        "近日，县市场监管局、县公安局在全国范围内开展食品安全专项整治。",
        "3月5日，甲国交通省今天开始对丰川市的汽车公司进行检查。",
    ],
)
def test_messages_mourning_and_campaigns_are_no_visits(text: str) -> None:
    assert extract(text, published="2024-03-06").visits == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("来到青河县新建区就业之家，了解就业情况", "青河县新建区就业之家"),
        ("来到云溪算电融合调度及生态监测中心，察看运行", "云溪算电融合调度及生态监测中心"),
        ("到青河村党群服务中心结合视频、展板了解进展", "青河村党群服务中心"),
        ("走进平川商贸城同商户、店主代表亲切交流", "平川商贸城"),
    ],
)
def test_a_place_ends_with_its_name(text: str, place: str) -> None:
    page = f"王大明在平川调研\n\n3月5日，县长王大明在平川市调研。\n王大明{text}。\n"
    (visit,) = extract(page, published="2024-03-06").visits
    assert visit.places[1:] == (place,)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # what is shown, kinds of places, tiers of bodies
        ("来到白沙商贸城，走进服装、玩具、食品等展销区，与商户交流", ("白沙商贸城",)),
        ("深入代表联络室、企业、乡村等地，同代表交流", ()),
        ("深入客运枢纽、大中学校、台资企业、科研机构、宗教场所等，与群众交流", ()),
        ("分别到省、市、县三级人大机关调研", ()),
        ("走进物流园区、城市社区、村民家和展厅，察看生产线", ()),
        ("通过视频察看平白高速青河段、石源服务区等实时画面，视频察看白沙港作业情况", ()),
        ("先后在白沙、青河等地调研", ("白沙", "青河")),
        # the town that has it, and a further county's
        ("来到新河区白楼街道的基层立法联系点调研", ("新河区白楼街道的基层立法联系点",)),
        (
            "来到白沙县青河村，石源市柳湾县汪口村、篁岭村，与干部交流",
            ("白沙县青河村", "石源市柳湾县汪口村", "篁岭村"),
        ),
        ("还到石源大学听专家建议", ("石源大学",)),
    ],
)
def test_lists_of_kinds_are_no_places_and_lists_go_on(text: str, places: tuple[str, ...]) -> None:
    page = f"王大明在平川调研\n\n3月5日，县长王大明在平川市调研。\n王大明{text}。\n"
    (visit,) = extract(page, published="2024-03-06").visits
    assert visit.places[1:] == places


@pytest.mark.parametrize(
    ("text", "purpose", "places"),
    [
        ("3月5日，甲国总理卡里尼访问英国伦敦，表示要合作。", "访问英国伦敦", ("英国伦敦",)),
        ("3月5日，甲国总理卡里尼访问乌克兰首都基辅，表示要合作。", "访问乌克兰首都基辅", ("乌克兰首都基辅",)),
        ("3月5日，县长王大明来到全国文明村——白沙镇青河村考察。", "考察", ("白沙镇青河村",)),
        ("3月5日，省长王大明在江苏安徽调研。", "调研", ("江苏", "安徽")),
        (
            "在西山期间，市长王大明还到拉萨、山南就对口援助工作开展情况进行调研。",
            "就对口援助工作开展情况进行调研",
            ("拉萨", "山南"),
        ),
    ],
)
def test_a_town_of_a_country_two_provinces_and_an_errand_are_whole(
    text: str, purpose: str, places: tuple[str, ...]
) -> None:
    visit = _visit(text)
    assert (visit.purpose, visit.places) == (purpose, places)


def test_whoever_goes_along_the_leader_of_the_trip_goes() -> None:
    page = (
        "王大明在平川考察\n\n省长王大明近日在平川市考察时强调，要努力。\n"
        "3月3日至5日，在市委书记李国庆和市长孙立人陪同下，先后到青河县、柳湾县调研。\n"
    )
    (visit,) = extract(page, published="2024-03-06").visits
    assert visit.date is not None
    assert (visit.date.text, visit.companions) == ("3月3日至5日", ("李国庆", "孙立人"))
    assert visit.places == ("平川市", "青河县", "柳湾县")


@pytest.mark.parametrize(
    "text",
    [
        "这是某国总统卡里尼在对甲国首次访问10周年之际赠予人民的礼物。",
        "3月5日，当地整合各级力量，下沉到各村、社区开展防汛安全隐患排查。",
        "今天（3月5日），县妇联主办的主题日活动举行，现场设置了家庭教育指导等多个专区。",
        "作品讲述了王大明同志在地方工作期间，深入高校调研考察、关心学生的生动故事。",
        "王大明带领团队走在前列，曾经在科学家座谈会上汇报过对基础研究的坚守。",
        "日前，某国总理卡里尼在对中国进行正式访问前接受记者采访时说，友谊牢不可破。",
        "王大明在今年3月1日的药物检查中被发现违规。",
        "书记王大明在春节前夕的考察行程中，多次来到一处处文化遗迹。",
        "县长孙立人7日上午，代表王大明书记和县委看望文化界知名人士。",
        "离开时，某国总统王大明率办公厅主任李国庆到机场送行。",
        "县长王大明3月5日专程前往白沙殡仪馆为李国庆同志送别，并慰问其亲属。",
    ],
)
def test_anniversaries_all_forces_and_the_last_honours_are_no_visits(text: str) -> None:
    assert extract(f"新闻快讯\n\n{text}\n", published="2024-03-06").visits == ()


def test_a_journey_told_with_its_number_names_no_place() -> None:
    visit = _visit("县长王大明在换届后第一次出京考察，就来到白沙镇察看生产。")
    assert visit.places == ("白沙镇",)


def test_the_days_of_the_trip_come_after_lately() -> None:
    page = (
        "王大明在平川调研\n\n县长王大明近日在平川市调研时强调，要努力。\n"
        "3月3日至5日，王大明先后来到青河村、白河村调研。\n"
    )
    (visit,) = extract(page, published="2024-03-06").visits
    assert visit.date is not None
    assert (visit.date.start, visit.date.end) == ("2024-03-03", "2024-03-05")


def test_a_numbered_item_of_news_ends_a_visit() -> None:
    page = "本期内容\n\n1.县长王大明在平川市调研龙头企业；\n2.甲地出台办法；\n3.代表团同日到访青河 平川与白河恢复往来；\n"
    (visit,) = extract(page, published="2024-03-06").visits
    assert not any("青河" in place or "白河" in place for place in visit.places)


def test_a_town_that_begins_like_the_one_before_keeps_its_ending() -> None:
    page = "王大明在青河调研\n\n3月5日，县长王大明来到青州、平川等地调研。\n王大明来到青州市白河县考察。\n"
    (visit,) = extract(page, published="2024-03-06").visits
    assert "市白河县" not in visit.places


@pytest.mark.parametrize(
    "text",
    [
        "今天（3月5日），县农业农村局等七部门联合部署春季专项治理行动，对农资门店开展拉网式排查。",
        "县长王大明到地方考察调研时，推开一扇扇家门，问民情暖民心。",
        "白河各界热议县长王大明访问。",
        "县长王大明考察调研足迹遍布全县12个乡镇。",
        "眼下，位于平川的青河村，正对农田进行沟渠整治。大家正忙着对农机设备进行检查。",
        "县市场监管局近期开展水电气收费问题综合整治工作，累计退费300万元。",
    ],
)
def test_plans_habits_and_what_others_say_of_it_are_no_visits(text: str) -> None:
    assert extract(f"基层新闻\n\n{text}\n", published="2024-03-06").visits == ()


def test_he_who_is_another_visits_nothing_here() -> None:
    page = (
        "王大明走访平川\n\n3月5日，县长王大明带领干部前往平川村，了解储备情况。\n"
        "苏小华在基地里指导养殖户。他响应号召来到闽河镇开展科研。\n"
        "从学有所教、劳有所得，再到住有所居、弱有所扶，王大明看了很高兴。\n"
    )
    (visit,) = extract(page, published="2024-03-06").visits
    assert not any(place in ("闽河镇", "住有所居", "弱有所扶") for place in visit.places)


def test_the_number_of_an_item_is_no_part_of_who_speaks() -> None:
    text = "12.各地过节；\n13.平川代表在会上敦促青河正视关切；\n14.收成好；"
    result = extract(f"本期内容\n\n{text}\n", published="2024-03-06")
    assert all(not said.speaker or not said.speaker[0].isdigit() for said in result.statements)


def test_a_unit_that_sends_its_experts_is_named_without_them() -> None:
    text = "近日，县疾控局先后组织专家组赴平川、青河等地，指导开展灾后卫生防疫检查。"
    found = extract(f"基层新闻\n\n{text}\n", published="2024-03-06").visits
    assert {visit.organizer for visit in found} <= {"县疾控局"}


@pytest.mark.parametrize(
    "text",
    ["县委书记再次来到青河考察时指出，要努力。", "3月5日，副县长王大明到机场迎接客人，并慰问机组人员。"],
)
def test_adverbs_and_who_meets_the_plane_go_nowhere(text: str) -> None:
    found = extract(f"基层新闻\n\n{text}\n", published="2024-03-06").visits
    assert not any(
        name.startswith("再次") or "迎接" in place
        for visit in found
        for name in visit.lead
        for place in ("", *visit.places)
    )


def test_stretches_of_words_are_no_places() -> None:
    page = (
        "王大明走访平川\n\n3月5日，县长王大明到平川考察。\n"
        "王大明从发掘文化资源到把安居乐业作为头等大事，深入海拔数千米……走遍了片区，来到主席台。\n"
    )
    (visit,) = extract(page, published="2024-03-06").visits
    assert not any("到把" in place or "……" in place or place == "主席台" for place in visit.places)


def _visit(text: str) -> Visit:
    (visit,) = extract(f"基层新闻\n\n{text}\n", published="2024-03-06").visits
    return visit


def test_a_leader_who_sees_to_things_on_the_spot_is_on_a_visit() -> None:
    visit = _visit("3月4日，县长王大明先后来到白沙镇、柳湾乡，实地调度重点项目建设情况。")
    assert (visit.purpose, visit.places) == ("实地调度重点项目建设情况", ("白沙镇", "柳湾乡"))


def test_a_feast_that_is_near_is_no_day_of_a_visit() -> None:
    visit = _visit("元宵、春分临近，市工商局于3月1日至2日组织执法人员，对农村集贸市场进行了突击检查。")
    assert visit.date
    assert (visit.organizer, visit.date.text) == ("市工商局", "3月1日至2日")


def test_who_sends_inspectors_is_named_without_them() -> None:
    visit = _visit("2月中旬，县纪委组成4个暗访组，由班子成员带队，深入各镇，对公车私用等问题开展明察暗访。")
    assert visit.date
    assert (visit.organizer, visit.date.text) == ("县纪委", "2月中旬")


def test_those_taken_along_are_companions() -> None:
    visit = _visit("3月4日，市长王大明带着市物价局局长李建国、市商务局局长赵永安来到白沙农贸市场，了解菜价。")
    assert visit.companions == ("李建国", "赵永安")


def test_the_deputies_go_where_they_look() -> None:
    visit = _visit(
        "3月4日，县人大常委会主任王大明带队，对河道治理工作进行视察。\n"
        "代表们先后察看了白沙堤防工程、柳湾排污口整治现场，听取了县水利局局长李建国的汇报。"
    )
    assert visit.places == ("白沙堤防工程", "柳湾排污口整治现场")


def test_rooms_and_tents_are_no_places() -> None:
    visit = _visit("3月4日，县长王大明来到位于柳湾乡的白沙福利中心，察看了后厨、就餐区，走进临时搭建的帐篷。")
    assert visit.places == ("白沙福利中心",)


def test_a_place_may_end_in_its_quoted_name() -> None:
    visit = _visit("3月4日，县长王大明到白沙镇考察，先后考察了柳湾小学、花溪安置点“巧手工坊”。")
    assert visit.places == ("白沙镇", "柳湾小学", "花溪安置点“巧手工坊”")


@pytest.mark.parametrize(
    "text",
    [
        "2013年秋天，主席王大明在访问新加坡时，先后提出三项倡议。",
        "当地民众挥舞国旗，热烈祝贺主席王大明访问新加坡取得圆满成功。",
        "本期主要内容：\n1.副县长李青主持会议；\n2.主席王大明访问新加坡；\n3.全县秋粮丰收；",
        "县委书记王大明10日在指挥中心以视频方式检查全县值班情况。",
        "一个多月后，起义部队在王大明率领下来到青河山，创建根据地。",
        "23日，平川航空公司表示，一架客机在途中备降，随后当地警方对飞机进行了检查。",
    ],
)
def test_what_is_recalled_listed_or_done_from_afar_is_no_visit(text: str) -> None:
    assert extract(text, published="2024-03-06").visits == ()


def test_a_recalled_visit_ends_with_its_paragraph() -> None:
    text = (
        "平川县发展生态农业\n近年来，全县持续保护环境。\n2021年5月，省委书记王大明到平川县青河村考察。\n"
        "2022年，王大明来到石桥村。"
    )
    (visit,) = extract(text, published="2024-03-06").visits
    assert visit.places == ("平川县青河村",)


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("石桥陆地港是全市的外贸服务平台，王大明来到这里，了解业务情况。", ("平川县", "石桥陆地港")),
        ("王大明来到位于南山脚下的石桥纪念碑广场，敬献花篮。", ("平川县", "石桥纪念碑广场")),
        ("王大明参观了石桥纪念馆展陈。", ("平川县", "石桥纪念馆")),
        ("王大明看望干部；在石桥镇人大和青河镇政府了解换届工作。", ("平川县", "石桥镇人大", "青河镇政府")),
    ],
)
def test_places_are_read_where_they_are_pointed_at(sentence: str, places: tuple[str, ...]) -> None:
    text = f"王大明在平川县调研\n市委书记王大明3月5日在平川县调研。\n{sentence}"
    (visit,) = extract(text, published="2024-03-06").visits
    assert visit.places == places


def test_an_errand_is_no_stretch_of_time_and_an_eve_no_day() -> None:
    text = "2月14日，县长王大明来到平川县应急局，检查指导节日期间安全生产工作。"
    (visit,) = extract(text, published="2024-02-15").visits
    assert visit.purpose == "检查指导节日期间安全生产工作"
    (visit,) = extract("2016年春节前夕，县长王大明来到青河村看望乡亲。", published="2024-02-15").visits
    assert visit.date is None


@pytest.mark.parametrize(
    "text",
    [
        "3月5日，副县长王大明在调研中搞形式主义。",
        "今天（3月5日），县民政局将对全县社会团体开展抽查。",
        "3月5日，消防大队长王大明带领突击队员来到石桥村，展开检查。",
    ],
)
def test_misconduct_rescue_and_what_is_to_come_are_no_visits(text: str) -> None:
    assert extract(text, published="2024-03-06").visits == ()


def test_a_change_of_calling_is_no_place() -> None:
    text = "3月5日，县长王大明来到平川县石桥村调研，走进教师的转变。"
    (visit,) = extract(text, published="2024-03-06").visits
    assert visit.places == ("平川县石桥村",)


def test_who_invites_is_not_the_guest_and_an_office_for_tours_is_a_place() -> None:
    visit = _visit(
        "应白沙市市长王大明和青河县政府邀请，3月5日，平川市市长李国庆到白沙市考察，先后来到市委巡察办、青河村。"
    )
    assert visit.lead == ("李国庆",)
    assert visit.places == ("白沙市", "市委巡察办", "青河村")


def test_an_official_who_sits_down_with_the_people_of_a_village_is_on_a_visit() -> None:
    text = "1月30日，在桐岭县石坪村，县委书记罗开明坐在村民家的火塘边，和老人拉起了家常。"
    (found,) = extract(text, published="2016-02-03").visits
    assert (found.lead, found.places) == (("罗开明",), ("桐岭县石坪村",))


def test_a_later_sentence_completes_a_bare_purpose() -> None:
    text = "〔7月19日〕，[宋某]在甲省调研。[宋某]来到乙市调研，了解社会稳定、民族团结等情况。"
    (visit,) = find_visits(read(text))
    assert visit.record.purpose == "调研，了解社会稳定、民族团结等情况"
    (visit,) = find_visits(read("〔7月19日〕，[宋某]在甲省调研。[宋某]来到乙市，察看就餐条件。"))
    assert visit.record.purpose == "调研"


@pytest.mark.parametrize(
    ("text", "lead", "companions", "purpose", "places"),
    [
        (
            "应新加坡议会议长安某克邀请，主席王大明11月19日至22日对新加坡进行正式友好访问，在当地会见总理。",
            ("王大明",),
            (),
            "对新加坡进行正式友好访问",
            ("新加坡",),
        ),
        ("3月6日至8日，副主席王大明应邀访问蒙古国，并会见总统。", ("王大明",), (), "访问蒙古国", ("蒙古国",)),
        (
            "应主席李国庆邀请，某国总统卡里尼将于3月4日至7日对中国进行国事访问。",
            ("卡里尼",),
            (),
            "对中国进行国事访问",
            ("中国",),
        ),
        ("3月5日，副总理王大明参观调研柳湾科技展。", ("王大明",), (), "参观调研柳湾科技展", ("柳湾科技展",)),
        (
            "3月5日，省长王大明在副省长李国庆陪同下，参观位于柳湾市的双语学校。",
            ("王大明",),
            ("李国庆",),
            "参观位于柳湾市的双语学校",
            ("双语学校",),
        ),
        (
            "3月5日，副主席王大明同新加坡总理卡里尼共同参观柳湾王宫并茶叙。",
            ("王大明",),
            ("卡里尼",),
            "参观柳湾王宫并茶叙",
            ("柳湾王宫",),
        ),
    ],
)
def test_guests_hosts_and_those_who_look_together(
    text: str, lead: tuple[str, ...], companions: tuple[str, ...], purpose: str, places: tuple[str, ...]
) -> None:
    visit = _visit(text)
    assert (visit.lead, visit.companions, visit.purpose, visit.places) == (lead, companions, purpose, places)


@pytest.mark.parametrize(
    "text",
    [
        "各界人士期待王大明主席对新加坡进行国事访问。",
        "国家主席王大明25日举行仪式，欢迎某国总统卡里尼对我国进行国事访问。",
        "王大明主席对新加坡进行国事访问意义重大。",
        "主席王大明赏邀请，将对新加坡进行国事访问。",
        "3月5日，副总理王大明在结束出席会议并对新加坡进行正式访问后，乘包机回到国内。",
    ],
)
def test_visits_of_state_spoken_of_are_no_visits(text: str) -> None:
    assert extract(f"新闻快讯\n\n{text}\n", published="2024-03-06").visits == ()


def test_an_official_of_the_story_also_goes_to_talk_with_workers() -> None:
    text = "主席王大明3月3日在柳湾作宣讲报告。\n王大明还来到青河集团有限公司，与企业员工交流互动。"
    (visit,) = extract(f"宣讲\n\n{text}\n", published="2024-03-06").visits
    assert (visit.lead, visit.purpose, visit.places) == (
        ("王大明",),
        "与企业员工交流互动",
        ("青河集团有限公司",),
    )


def test_who_takes_part_in_it_all_comes_along() -> None:
    text = "副县长王大明共同参观青河成果展，种植友谊树。\n李国庆参加上述活动。"
    (visit,) = extract(f"活动\n\n{text}\n", published="2024-03-06").visits
    assert visit.companions == ("李国庆",)


def test_leaders_who_are_named_only_where_they_speak() -> None:
    text = "随后，市领导来到柳湾区乘车察看了拆迁情况。王大明强调，要加快进度。"
    (visit,) = extract(text, published="2024-03-06").visits
    assert (visit.lead, visit.places) == (("王大明",), ("柳湾区",))


def test_a_foreign_guest_goes_on_under_the_last_part_of_his_name() -> None:
    page = (
        "总统访问柳湾\n\n某国总统马蒂厄·克雷库一行结束了在柳湾为期3天的访问，今天离开青河。\n"
        "今天上午，克雷库总统参观了青河农工贸公司。"
    )
    (visit,) = extract(page, published="2024-03-06").visits
    assert visit.places == ("柳湾", "青河农工贸公司")


@pytest.mark.parametrize(
    ("text", "lead", "organizer", "purpose", "places"),
    [
        (
            "工作代表团部分成员5日下午在甲山看望慰问干部群众。",
            (),
            "工作代表团",
            "看望慰问干部群众",
            ("甲山",),
        ),
        ("3月5日，副县长王海督查中小学开学工作。", ("王海",), None, "督查中小学开学工作", ()),
        ("3月5日，县长王海冒雨到大河镇督查防汛工作。", ("王海",), None, "督查防汛工作", ("大河镇",)),
        ("3月5日，县长王海采取“四不两直”方式到大河镇督查工作。", ("王海",), None, "督查工作", ("大河镇",)),
        ("3月5日，县长王海就乡村振兴工作到大河镇调研。", ("王海",), None, "调研", ("大河镇",)),
        ("3月5日，县长王海在书记李明的陪同下到大河镇调研。", ("王海",), None, "调研", ("大河镇",)),
        ("3月5日，县长王海带领调研组莅临大河镇调研。", ("王海",), None, "调研", ("大河镇",)),
        ("3月5日，县长王海围绕振兴工作深入大河镇开展调研。", ("王海",), None, "开展调研", ("大河镇",)),
        ("3月5日，县卫健局到大河乡卫生院开展检查。", (), "县卫健局", "开展检查", ("大河乡卫生院",)),
        (
            "3月7日，省农科院专家团队一行6人来我县调研马铃薯产业。",
            (),
            "省农科院专家团队",
            "调研马铃薯产业",
            (),
        ),
        (
            "3月5日，王海在关键当口对柬埔寨进行国事访问。",
            ("王海",),
            None,
            "对柬埔寨进行国事访问",
            ("柬埔寨",),
        ),
        ("3月5日，县长王海现场察看大桥建设进度。", ("王海",), None, "现场察看大桥建设进度", ()),
    ],
)
def test_manner_matter_and_company_stand_before_the_way(
    text: str, lead: tuple[str, ...], organizer: str | None, purpose: str, places: tuple[str, ...]
) -> None:
    [visit] = extract(text, published="2024-03-28").visits
    assert (visit.lead, visit.organizer, visit.purpose, visit.places) == (lead, organizer, purpose, places)


def test_the_group_goes_on_to_further_places() -> None:
    text = "3月5日，工作代表团在甲市调研。代表团还到大河镇、小河村考察，到东山寺看望群众。"
    [visit] = extract(text, published="2024-03-28").visits
    assert visit.places == ("甲市", "大河镇", "小河村", "东山寺")


def test_a_group_on_that_day_goes_on_with_its_leader() -> None:
    text = "近日，县长王海一行到大河镇考察产业。当日上午，考察团一行实地查看村内设施。"
    [visit] = extract(text, published="2024-03-28").visits
    assert visit.lead == ("王海",)


@pytest.mark.parametrize(
    "text",
    [
        "3月5日，县长李文华会见某某集团董事长王强一行并座谈。",
        "3月5日，县长李文华会见了来青考察的某某集团董事长王强一行，双方就合作座谈交流。",
    ],
)
def test_whom_someone_receives_goes_nowhere(text: str) -> None:
    assert extract(text, published="2024-03-28").visits == ()


@pytest.mark.parametrize(
    ("text", "places", "purpose"),
    [
        (
            "3月14日，县长王海先后到青石镇大河村、白岭乡东高村的麦田和县国储粮库，督导夏粮收购工作。",
            ("青石镇大河村", "白岭乡东高村", "县国储粮库"),
            "督导夏粮收购工作",
        ),
        (
            "3月5日，县长王海深入青石村田间地头和县农机合作社，查看春耕生产。",
            ("青石村田间地头", "县农机合作社"),
            "查看春耕生产",
        ),
        (
            "3月15日，县委书记王海率队到青石镇开展巡河，现场督办东河黑臭水体整治。",
            ("青石镇",),
            "开展巡河，现场督办东河黑臭水体整治",
        ),
        (
            "3月12日，县长王海带队巡查青石河干流，检查防汛备汛工作。",
            ("青石河干流",),
            "检查防汛备汛工作",
        ),
        (
            "3月9日晚，县公安局交警大队在县城东关十字、国道338线黑石滩检查站开展酒驾夜查统一行动。",
            ("县城东关十字", "国道338线黑石滩检查站"),
            "开展酒驾夜查统一行动",
        ),
        (
            "近日，县市场监督管理局对辖区中小学、幼儿园食堂开展食品安全专项检查。",
            ("辖区中小学、幼儿园食堂",),
            "对辖区中小学、幼儿园食堂开展食品安全专项检查",
        ),
        (
            "3月1日，县长王海一行先后到青石镇帮扶车间、县中藏医院考察协作项目实施情况。",
            ("青石镇帮扶车间", "县中藏医院"),
            "考察协作项目实施情况",
        ),
    ],
)
def test_places_are_parted_and_rounds_have_their_purpose(
    text: str, places: tuple[str, ...], purpose: str
) -> None:
    [visit] = extract(text, published="2024-03-28").visits
    assert (visit.places, visit.purpose) == (places, purpose)


@pytest.mark.parametrize(
    ("text", "places", "purpose"),
    [
        ("县长王海到青石镇调研科技创新工作。", ("青石镇",), "调研科技创新工作"),
        ("县长王海到县国税局调研组织收入工作。", ("县国税局",), "调研组织收入工作"),
        ("县长王海到青石镇检查电力保供工作。", ("青石镇",), "检查电力保供工作"),
        ("县长王海到青石镇督导学校食堂安全。", ("青石镇",), "督导学校食堂安全"),
        ("县长王海先后察看了县一中、青石水厂。", ("县一中", "青石水厂"), None),
        ("县长王海率县教育局负责人来青石镇督导控辍保学工作。", ("青石镇",), "督导控辍保学工作"),
        ("县长王海到青石镇查看防汛准备情况。", ("青石镇",), "查看防汛准备情况"),
        ("县长王海到青石镇指导抗旱工作。", ("青石镇",), "指导抗旱工作"),
        (
            "县长王海深入联系点青石镇大河村，走访慰问困难群众。",
            ("青石镇大河村",),
            "走访慰问困难群众",
        ),
        ("县长王海到汽车站、县一中检查消防安全。", ("汽车站", "县一中"), "检查消防安全"),
        ("县长王海走访了青石镇、大河镇等处的春耕工作。", ("青石镇", "大河镇"), None),
        (
            "县长王海来到黄精示范园和盛源药业项目建设现场，督导项目进度。",
            ("黄精示范园", "盛源药业项目建设现场"),
            "督导项目进度",
        ),
        (
            "县长王海带领县委督查室负责人到青石镇督导“两会”期间安保工作。",
            ("青石镇",),
            "督导“两会”期间安保工作",
        ),
        (
            "县长王海到县福利院看望老人。在县福利院食堂，王海查看了留样柜、打饭窗口。",
            ("县福利院",),
            "看望老人",
        ),
    ],
)
def test_what_local_papers_call_a_visit(text: str, places: tuple[str, ...], purpose: str | None) -> None:
    [visit] = extract(f"3月5日，{text}", published="2024-03-28").visits
    assert (visit.lead, visit.places) == (("王海",), places)
    assert purpose is None or visit.purpose == purpose


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("与会人员先后参观了大河乡灌区、青石水库加固工程。", ("大河乡灌区", "青石水库加固工程")),
        ("会前，与会人员还到大河镇种植基地进行了现场观摩。", ("大河镇种植基地",)),
        ("当天上午，与会代表分组深入大河镇、青石镇，实地察看农田建设情况。", ("大河镇", "青石镇")),
    ],
)
def test_those_at_a_gathering_go_to_look(text: str, places: tuple[str, ...]) -> None:
    result = extract(f"3月5日，全县农田水利现场会在青石镇召开。{text}", published="2024-03-28")
    [visit] = result.visits
    assert (visit.lead, visit.places) == ((), places)
    assert (visit.organizer or "").startswith("与会")
    assert result.meetings[0].groups == ()


@pytest.mark.parametrize(
    "said", ["就做好安全检查作了安排", "就配合做好巡察提出要求", "就专项督查工作进行了动员部署"]
)
def test_a_look_that_is_spoken_of_is_no_visit(said: str) -> None:
    text = f"3月5日，全县安全生产会议召开。县长王海{said}，副县长李文华主持会议。"
    result = extract(text, published="2024-03-28")
    assert result.visits == ()
    assert (result.meetings[0].chair, result.meetings[0].speakers) == (("李文华",), ("王海",))


@pytest.mark.parametrize(
    ("text", "lead", "places", "date"),
    [
        (
            "3月5日，市委组织部副部长王海、市工商联副会长李建国到川江公司调研。",
            ("王海", "李建国"),
            ("川江公司",),
            "3月5日",
        ),
        (
            "为做好春节前走访工作，1月27日，县委书记王海深入上湾村看望老党员。",
            ("王海",),
            ("上湾村",),
            "1月27日",
        ),
        (
            "3月5日，副市长王海到石塘港调研，先后检查了港航所值班室和“浙渔08126”号渔船。",
            ("王海",),
            ("石塘港", "港航所值班室", "“浙渔08126”号渔船"),
            "3月5日",
        ),
    ],
)
def test_who_goes_when_and_where(
    text: str, lead: tuple[str, ...], places: tuple[str, ...], date: str
) -> None:
    [visit] = extract(text, published="2024-03-28").visits
    assert (visit.lead, visit.places) == (lead, places)
    assert visit.date is not None
    assert visit.date.text == date


@pytest.mark.parametrize(
    ("told", "lead", "companions", "places"),
    [
        ("市委书记王海、市长李建国等市领导到我县观摩项目建设。", ("王海", "李建国"), (), ()),
        ("镇党委书记王海、镇长李文华等镇领导到上湾村走访群众。", ("王海", "李文华"), (), ("上湾村",)),
        ("县委书记王海等县四大班子领导到青石镇调研防汛工作。", ("王海",), (), ("青石镇",)),
        ("副县长王海（挂职）带队到石桥乡调研。", ("王海",), (), ("石桥乡",)),
        ("县委副书记王海（主持工作）、副县长李文华等同志赴石桥村调研。", ("王海", "李文华"), (), ("石桥村",)),
        ("县长王海陪同市委书记李建国到青石镇调研。", ("李建国",), ("王海",), ("青石镇",)),
        ("县长王海等县领导陪同省政协视察团来到青石镇，实地察看水库。", (), ("王海",), ("青石镇",)),
        (
            "县政协组织部分委员视察卫生工作。县政协副主席王海、李建国带队，副县长李文华陪同。",
            ("王海", "李建国"),
            ("李文华",),
            (),
        ),
    ],
)
def test_all_who_lead_go_with_those_who_come_along(
    told: str, lead: tuple[str, ...], companions: tuple[str, ...], places: tuple[str, ...]
) -> None:
    [visit] = extract(f"3月5日，{told}", published="2024-03-28").visits
    assert (visit.lead, visit.companions, visit.places) == (lead, companions, places)


@pytest.mark.parametrize(
    ("told", "places"),
    [
        ("县长王海带队先后到海拔高、地处偏远的学校为学生送去书包。", ()),
        ("县长王海到石桥镇敬老院、青石村为老人送去大米。", ("石桥镇敬老院", "青石村")),
        ("县长王海来到中国—东盟合作组织地方经贸示范区调研。", ("中国—东盟合作组织地方经贸示范区",)),
        ("县长王海一行到省茶叶协会调研。在柳湾县，茶产业年产值达到5亿元。", ("省茶叶协会",)),
        ("副省长王海到我市调研。首站来到位于石桥镇的蔬菜种植基地。", ("蔬菜种植基地",)),
        ("县长王海走访慰问了石桥敬老院、青石村卫生室。", ("石桥敬老院", "青石村卫生室")),
    ],
)
def test_a_place_ends_where_something_is_done_for_someone(told: str, places: tuple[str, ...]) -> None:
    [visit] = extract(f"3月5日，{told}", published="2024-03-28").visits
    assert visit.places == places


def test_who_speaks_while_they_look_is_on_a_visit_at_the_head_of_the_story() -> None:
    [visit] = extract("在深入石桥新城考察时，县长王海指出，要加快建设。", published="2024-03-28").visits
    assert (visit.lead, visit.places) == (("王海",), ("石桥新城",))
    assert extract("在柳湾省考察时，总书记强调，要加快建设。", published="2024-03-28").visits == ()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "〔3月4日〕，[王某]一行深入甲镇、乙乡，惠农公司等地，督导春耕工作。",
            ["甲镇", "乙乡", "惠农公司"],
        ),
        (
            "〔3月4日〕，[王某]一行来到华康药业、瑞丰食品，永兴物流园，调研企业复工。",
            ["华康药业", "瑞丰食品", "永兴物流园"],
        ),
        (
            "〔3月4日〕，[王某]一行前往城东水厂，城西污水处理厂，督导环保设施运行。",
            ["城东水厂", "城西污水处理厂"],
        ),
        # a clause that tells something goes on with no list
        ("〔3月4日〕，[王某]一行来到甲镇，生产车间一片忙碌，督导春耕工作。", ["甲镇"]),
    ],
)
def test_places_go_on_over_commas(text: str, places: list[str]) -> None:
    (trip,) = trips(text)
    assert trip.places == places


def test_talks_and_those_at_a_meeting_are_no_visit() -> None:
    assert trips("〔3月7日〕，[李某]与某集团副总经理[王某]一行座谈。[陈某]参加。") == []
    assert trips("〔3月7日〕，某镇召开工作会议。县委组织部派员到会指导。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "〔3月5日〕，县长[武某]，带队检查森林防火工作。",
            Trip(["武某"], [], None, "检查森林防火工作", "3月5日"),
        ),
        (
            "〔3月6日〕，水利部专家组莅临我市，就引水工程前期工作开展现场踏勘。",
            Trip([], [], "水利部专家组", "就引水工程前期工作开展现场踏勘", "3月6日"),
        ),
    ],
)
def test_who_goes_stands_before_a_comma(text: str, expected: Trip) -> None:
    assert trips(text) == [expected]


def test_those_who_show_one_about_over_a_comma() -> None:
    text = "日前，省军区司令员丁强在市委常委、军分区政委邢伟，军分区司令员董卫国等陪同下，先后深入县人武部、民兵训练基地，调研基层武装工作。"
    (visit,) = extract(text).visits
    assert (visit.lead, visit.companions) == (("丁强",), ("邢伟", "董卫国"))
    assert visit.places == ("县人武部", "民兵训练基地")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("〔3月5日〕，副主任[魏某]先后到青河、白沙等县（市、区）调研河道管理工作。", ["青河", "白沙"]),
        ("〔3月5日〕，县长[段某]深入龙口、三溪等乡镇（街道）调研防汛工作。", ["龙口", "三溪"]),
        ("〔3月5日〕，县长[段某]在那龙镇调研防汛工作。", ["那龙镇"]),
        ("〔3月5日〕，县长[段某]来到那片荒山和青石镇调研防汛工作。", ["青石镇"]),
        ("〔3月5日〕，县长[段某]带领干部，到项目建设一线集中观摩。", []),
    ],
)
def test_ranks_and_manners_are_no_part_of_places(text: str, places: list[str]) -> None:
    (trip,) = trips(text)
    assert trip.places == places


def test_leaders_go_in_several_parties() -> None:
    (trip,) = trips("〔3月5日〕，县领导[段某]、[傅某]等分四路看望慰问老干部。")
    assert trip == Trip(["段某", "傅某"], [], None, "看望慰问老干部", "3月5日")


def test_one_congratulated_on_a_visit_visits_nothing_here() -> None:
    assert trips("热烈祝贺[段某]主席对甲国成功进行国事访问。") == []


def test_a_name_does_not_take_the_verb_of_coming() -> None:
    (visit,) = extract("3月5日，团省委书记张帆来我县调研青年工作，县委副书记肖强陪同。").visits
    assert (visit.lead, visit.companions) == (("张帆",), ("肖强",))
    (visit,) = extract(
        "3月5日，团省委书记张来到青河县调研青年工作。张来强调，要抓好落实。张来要求，要加强培训。"
    ).visits
    assert visit.places == ("青河县",)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("〔3月5日〕，秘书长[吕某]率省直部门负责同志在三江市、白沙县调研。", ["三江市", "白沙县"]),
        (
            "〔3月5日〕，县长[段某]到龙口水库调研。[段某]实地查看水库蓄水、农田排涝和泵站运行情况。",
            ["龙口水库"],
        ),
        (
            "〔3月5日〕，县长[段某]到龙口水库调研。[段某]实地查看新区医院、三江泵站运行情况。",
            ["龙口水库", "新区医院", "三江泵站"],
        ),
    ],
)
def test_where_a_party_is_and_how_things_run(text: str, places: list[str]) -> None:
    (trip,) = trips(text)
    assert trip.places == places


def test_each_part_of_a_sentence_opens_with_a_place() -> None:
    text = "〔3月5日〕，书记[汤某]到白沙县调研。在云顶山公园，[汤某]察看绿化；在龙口村，他走进大棚；在发言中，他提出要求。"
    (trip,) = trips(text)
    assert trip.places == ["白沙县", "云顶山公园", "龙口村"]


def test_places_stand_in_the_order_of_the_page() -> None:
    text = "〔3月5日〕，厅长[袁某]到三江市督导整改工作，现场检查三江市垃圾填埋场、白沙县污水处理厂。"
    (trip,) = trips(text)
    assert trip.places == ["三江市", "三江市垃圾填埋场", "白沙县污水处理厂"]
    (trip,) = trips("〔3月5日〕，县领导[段某]、[肖某]分别深入各自包联乡镇督导防汛工作。")
    assert trip.places == []


@pytest.mark.parametrize(
    "text",
    [
        "〔5月3日〕，[宋某]到外省出差，回来后看望了困难职工。",
        "〔5月3日〕，[宋某]来到州里开会，顺便看望了老党员。",
        "〔5月3日〕，[宋某]到灾区冒雨看望群众。",
    ],
)
def test_what_is_done_there_is_no_place(text: str) -> None:
    places = [place for visit in find_visits(read(text)) for place in visit.record.places]
    assert not any(word in place for place in places for word in ("出差", "开会", "冒雨"))


def test_who_goes_to_a_hospital_as_a_patient_visits_nobody() -> None:
    assert extract("村民出现发烧症状，3月5日到乡卫生院检查时发现感染了病毒。").visits == ()


@pytest.mark.parametrize(
    ("text", "unit", "places"),
    [
        ("〔3月5日〕，两地代表团参观考察了平川大学和万福健康城。", "两地代表团", ["平川大学", "万福健康城"]),
        ("〔3月5日〕，市政府慰问团来到柘塘镇。", "市政府慰问团", ["柘塘镇"]),
        (
            "〔3月5日〕，平川志愿者联合会（以下简称“联合会”）组织了⟦50名⟧志愿者走进平川市福利院探望老人。",
            "平川志愿者联合会",
            ["平川市福利院"],
        ),
        ("〔3月5日〕，团县委联合县红十字会慰问了部分困难青少年。", "团县委联合县红十字会", []),
    ],
)
def test_a_group_that_goes_is_the_organizer(text: str, unit: str, places: list[str]) -> None:
    (trip,) = trips(text)
    assert (trip.organizer, trip.places) == (unit, places)


@pytest.mark.parametrize(
    "text",
    [
        "〔3月5日〕，副主席[贺某]在接受本报记者独家访谈时表示，要坚持改革。",
        "〔3月5日〕，运动员[宋某]、[贺某]在到达平川后接受赛前检查。",
        "〔3月5日〕，由[贺某]率领的核查小组提前一天撤离平川。",
        "〔3月5日〕，县公安局便衣队走访了大量商户。",
        "〔3月5日〕，我参加了平川考察团到外省参观学习。",
    ],
)
def test_what_looks_like_a_visit_and_is_none(text: str) -> None:
    assert trips(text) == []


def test_a_small_party_for_an_errand_travels() -> None:
    (trip,) = trips("〔3月5日〕，[贺某]率检查小组到平川县检查防汛工作。")
    assert (trip.lead, trip.purpose) == (["贺某"], "检查防汛工作")


def test_means_are_no_purpose_and_an_activity_is_one() -> None:
    (trip,) = trips(
        "〔3月5日〕，县长[贺某]一行先后到金茂广场、平川一中等地，通过实地查看、听取汇报等方式，了解消防设施配备情况。"
    )
    assert (trip.purpose, trip.places) == ("了解消防设施配备情况", ["金茂广场", "平川一中"])
    (trip,) = trips("〔3月5日〕，主席[贺某]一行深入青山镇敬老院开展“学雷锋”志愿服务活动。")
    assert (trip.purpose, trip.places) == ("开展“学雷锋”志愿服务活动", ["青山镇敬老院"])


def test_how_many_firms_is_no_part_of_the_last_name() -> None:
    (trip,) = trips("〔3月5日〕，局长[贺某]走访了宏达机械、远航纺织⟦2家⟧企业，就政策落实与负责人面对面交流。")
    assert trip.places == ["宏达机械", "远航纺织"]
    assert trip.purpose == "就政策落实与负责人面对面交流"
    (trip,) = trips("〔3月5日〕，县长[贺某]来到宏达公司年产⟦3.6万吨⟧铜箔项目，检查安全生产。")
    assert trip.places == ["宏达公司年产3.6万吨铜箔项目"]


def test_the_eve_of_a_feast_is_when() -> None:
    (visit,) = extract("春节前夕，县长王大明冒雨来到青河村看望乡亲。", published="2024-02-15").visits
    assert visit.date is not None
    assert visit.date.text == "春节前夕"


def test_how_one_goes_is_no_part_of_the_place() -> None:
    (trip,) = trips("〔3月5日〕，县长[贺某]在青州县、白石县冒雨考察扶贫工作。")
    assert trip.places == ["青州县", "白石县"]
