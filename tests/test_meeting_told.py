"""Meetings as newspapers tell of them: under way, told again by a short name, reported by a page, with another's words about them."""

from __future__ import annotations

from datetime import date

import pytest

from newsie.extractor import extract
from newsie.frames.meeting.aliases import is_same_session
from newsie.records import Meeting

DAY = date(2025, 3, 10)


def meetings(text: str) -> list[Meeting]:
    return list(extract("县里天气晴好。" + text, published=DAY).meetings)


def only(text: str) -> Meeting:
    found = meetings(text)
    assert len(found) == 1, [meeting.name for meeting in found]
    return found[0]


# text, name, organizer, place
TOLD: list[tuple[str, str, str | None, str | None]] = [
    (
        "由青溪团市委主办，云台网承办的“书香满城”摄影大赛于3月9日正式拉开大幕。",
        "“书香满城”摄影大赛",
        "青溪团市委",
        None,
    ),
    ("地区性水利会议近日在青溪市政府所在地云台举行。", "地区性水利会议", None, "青溪市政府所在地云台"),
    (
        "第八届北方市长会议暨北方城市论坛会，历时4天，3月8日在青溪市闭幕。",
        "第八届北方市长会议暨北方城市论坛会",
        None,
        "青溪市",
    ),
    ("正在此间举行的第五届运河论坛上，主办方发布了31项政策。", "第五届运河论坛", None, None),
    (
        "市体育局网站发布消息称，3月7日，市体育局在云台召开健身委员会成立会议。",
        "健身委员会成立会议",
        "市体育局",
        "云台",
    ),
    (
        "3月8日在青溪市发展中心主办的“运河论坛年会”上，副局长胡建平就水价问题发表了谈话。",
        "运河论坛年会",
        "青溪市发展中心",
        None,
    ),
    ("3月9日，货轮“青溪”号于当地时间9日在云台造船厂举行命名仪式。", "命名仪式", "货轮“青溪”号", "云台造船厂"),
    (
        "3月8日，青溪市水务局发布《青溪市水资源公报》，同时举行新闻发布会，介绍主要内容。",
        "新闻发布会",
        "青溪市水务局",
        None,
    ),
    (
        "光明日报文艺部、青溪日报文教部3月8日联合召开研讨会。",
        "研讨会",
        "光明日报文艺部、青溪日报文教部",
        None,
    ),
    # what else is said of who holds it
    ("9月8日，青溪市还面向全球投资者举办投资推介会。", "投资推介会", "青溪市", None),
    ("3月4日，青溪县代表团访问多地并举办旅游推介会。", "旅游推介会", "青溪县代表团", None),
    ("到坚持举办进博会，走过了十年。", "进博会", None, None),
    ("3月4日，到位科技公司举办新闻发布会。", "新闻发布会", "到位科技公司", None),
]


@pytest.mark.parametrize(("text", "name", "organizer", "place"), TOLD)
def test_a_gathering_is_known_however_it_is_told(
    text: str, name: str, organizer: str | None, place: str | None
) -> None:
    found = only(text)
    assert (found.name.strip("“”"), found.organizer, found.place) == (name.strip("“”"), organizer, place)
    assert ("“" in found.name) == ("”" in found.name)


def test_whom_an_official_asks_to_talk_is_at_a_symposium() -> None:
    found = only("市政协主席李大海3月8日邀请全市企业负责人到政协机关迎春座谈。秘书长罗国华出席了座谈会。")
    assert (found.name, found.place, found.groups) == ("座谈会", "政协机关", ("全市企业负责人",))


@pytest.mark.parametrize(
    "text",
    [
        "阿莉娅表示全县妇女论坛在云台县召开，体现了重视。",
        "青溪市委决策在云台召开这次具有里程碑意义的重要会议。",
        "3月8日，市水务局李大海邀请同学到家里吃饭，座谈了一夜。",
    ],
)
def test_what_is_only_said_of_a_gathering_is_none(text: str) -> None:
    assert meetings(text) == []


def test_a_gathering_under_way_takes_no_day_told_of_before() -> None:
    text = "3月1日，渡口开放。两地往来渐多，正在此间举行的第五届运河论坛上，主办方发布了31项政策。"
    assert only(text).date is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("中博会", "第六届中部投资贸易博览会"),
        ("省十四届人大三次会议", "青山省第十四届人民代表大会第三次会议"),
        ("政协二次会议", "市政协十届二次会议"),
        ("中央纪委二次全会", "中纪委第二次全体会议"),
    ],
)
def test_a_short_name_is_no_other_gathering(one: str, other: str) -> None:
    assert is_same_session(one, other)
    assert is_same_session(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("市人大常委会第三次会议", "市人大第三次会议"),
        ("市十届人大二次会议", "市政协十届二次会议"),
        ("政协三次会议", "市政协十届二次会议"),
        ("推进会", "全市春耕生产推进会"),
        ("博览会", "第六届博览会"),
        ("全市工作会议", "全市农业工作会议"),
    ],
)
def test_other_bodies_and_other_sessions_are_other_gatherings(one: str, other: str) -> None:
    assert not is_same_session(one, other)


def test_a_session_told_again_in_short_is_one_record() -> None:
    text = "3月8日，青山省第十四届人民代表大会第三次会议在省城开幕。省长周大勇作报告。省十四届人大三次会议由李大海主持。"
    assert (only(text).chair, only(text).speakers) == (("李大海",), ("周大勇",))


def test_who_goes_there_chairs_with_another() -> None:
    text = "3月8日，副市长刘卫华率团赴云台市，与云台市副市长李克共同主持召开了水利合作第一次会议。"
    assert only(text).chair == ("刘卫华", "李克")


def test_in_a_headline_those_who_attend_do_not_chair() -> None:
    text = "李大海王国强周大明等出席会议尉健行主持\n\n3月8日，市防汛工作会议召开。李大海、王国强、周大明出席会议。"
    assert all("周大明" not in meeting.chair for meeting in meetings(text))
    both = "3月8日，市防汛工作会议召开。市长李大海出席会议并主持。"
    assert only(both).chair == ("李大海",)


def test_whom_a_congress_elects_and_who_writes_elsewhere_are_not_there() -> None:
    elected = "3月9日，青溪县党代表会议在县城闭幕。经过投票，选举出刘亦明、杨国庆、张永钧等13名青溪县出席市党代会的代表。"
    assert only(elected).attendees == ()
    wrote = "3月8日，云台县水利论坛在县城召开。县长周大勇在社交媒体上发文指出，这次会议很重要。"
    assert only(wrote).speakers == ()


def test_a_manager_behind_his_name_is_no_group() -> None:
    text = "在3月8日召开的市石油总公司工作会议上，周永明总经理传达了上级要求。"
    assert (only(text).speakers, only(text).groups) == (("周永明",), ())
