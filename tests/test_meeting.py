"""Meetings: lead forms, who is there and what is no meeting. Marks as in `tests.marked`."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

import pytest
from growth import grows_evenly

from newsie.article import Article, Byline
from newsie.extractor import extract
from newsie.frames.meeting import find_meetings
from newsie.frames.meeting.names import heads, kind_of, name_before, name_from
from newsie.frames.meeting.words import words
from newsie.reading import Mention, Post, Reading
from newsie.records import Meeting
from newsie.text import Text
from tests.marked import read

KINDS = {"conference", "symposium", "ceremony", "training", "competition", "other"}


def meetings(marked: str) -> list[Meeting]:
    return [draft.record for draft in find_meetings(read(marked))]


def only(marked: str) -> Meeting:
    found = meetings(marked)
    assert len(found) == 1, [meeting.name for meeting in found]
    return found[0]


# text, name, organizer, place
FORMS: list[tuple[str, str, str | None, str | None]] = [
    ("〔近日〕，某区召开工作推进会，部署工作。", "工作推进会", "某区", None),
    ("〔3月25日〕，某市教育局在市一中召开现场会。", "现场会", "某市教育局", "市一中"),
    ("〔3月25日〕，甲局联合乙局召开工作视频会。", "工作视频会", "甲局联合乙局", None),
    ("〔3月25日〕，甲县与乙区在某园区举行产业签约暨揭牌仪式。", "产业签约暨揭牌仪式", "甲县与乙区", "某园区"),
    ("全市工作推进会〔5月8日〕在市行政中心召开。", "全市工作推进会", None, "市行政中心"),
    (
        "〔3月25日〕，由甲局、乙会联合主办的首届“某某杯”书法邀请赛在县图书馆落幕。",
        "首届“某某杯”书法邀请赛",
        "甲局、乙会",
        "县图书馆",
    ),
    ("第三届运动会以“活力”为主题，〔5月3日〕在市体育馆开幕。", "第三届运动会", None, "市体育馆"),
    (
        "首届“某水论坛”主题为“践行倡议，推动交流”，由甲局、乙局共同主办，〔5月3日〕在某区开幕。",
        "首届“某水论坛”",
        "甲局、乙局",
        "某区",
    ),
    (
        "〔5月3日〕，由某县委组织部举办的书记培训班在县委党校开班。",
        "书记培训班",
        "某县委组织部",
        "县委党校",
    ),
    ("以“某某”为主题的某区理财师年会，〔5月3日〕在某饭店正式拉开帷幕。", "某区理财师年会", None, "某饭店"),
    ("〔5月3日〕，甲市、乙市同时举行以全民健身为主题的登高活动。", "登高活动", "甲市、乙市", None),
    ("捐赠仪式〔5月3日〕在某会堂举行。[宋某]出席了〔5月3日〕的捐赠仪式。", "捐赠仪式", None, "某会堂"),
    ("〔5月3日〕，某街道举行消防应急疏散演练。", "消防应急疏散演练", "某街道", None),
    (
        "〔近日〕，由甲会主办、乙中心承办的2023年职工羽毛球比赛在市体育馆圆满落幕。",
        "2023年职工羽毛球比赛",
        "甲会",
        "市体育馆",
    ),
    (
        "在国务院某办公室〔10月18日〕举行的新闻发布会上，有关部门发布数据。",
        "新闻发布会",
        "国务院某办公室",
        None,
    ),
    (
        "〔3月25日〕，县长[宋某]主持召开县某某领导小组2019年第六次会议。",
        "县某某领导小组2019年第六次会议",
        "县某某领导小组",
        None,
    ),
    (
        "〔3月25日〕，某区“创文争先、激情无限”机关篮球邀请赛开赛。",
        "“创文争先、激情无限”机关篮球邀请赛",
        "某区",
        None,
    ),
    ("〔3月25日〕，为期3天的第九届某某大会在某镇赛马场开幕。", "第九届某某大会", None, "某镇赛马场"),
    ("某市第七次代表大会定于〔11月上旬〕召开。", "某市第七次代表大会", None, None),
    ("〔3月25日〕，县人大常委会举行第三十一次会议。", "第三十一次会议", "县人大常委会", None),
    ("〔3月25日〕，某区召开常委会（扩大）会议。", "常委会（扩大）会议", "某区", None),
    (
        "某市人民代表大会常务委员会第四次会议〔3月25日〕在市政务中心举行。",
        "某市人民代表大会常务委员会第四次会议",
        None,
        "市政务中心",
    ),
    ("〔3月25日〕，某村采取流动票箱方式举行村民委员会补选大会。", "村民委员会补选大会", "某村", None),
    ("某某大会第十七次会议〔3月25日〕举行第二次全体会议。", "第二次全体会议", "某某大会第十七次会议", None),
    ("〔3月25日〕，某市就事故救援召开新闻发布会。", "新闻发布会", "某市", None),
    ("〔8月上旬〕，市某委将举办全市技能竞赛，18支代表队参赛。", "全市技能竞赛", "市某委", None),
    ("〔3月25日〕，县委书记[宋某]在全县振兴工作会议上强调，要守住底线。", "全县振兴工作会议", None, None),
    ("〔3月25日〕，市长[宋某]出席在甲市举行的合作论坛开幕式并致辞。", "合作论坛开幕式", None, "甲市"),
    ("〔3月25日〕，某县组织收听收看全市防汛工作视频会议。", "全市防汛工作视频会议", None, None),
    ("〔3月25日〕，副市长[宋某]到甲园区检查。在甲站，[宋某]主持召开现场办公会。", "现场办公会", None, "甲站"),
    ("第六届某地苹果节将于〔10月18日〕在某镇举办。", "第六届某地苹果节", None, "某镇"),
    ("第六届某地苹果节将在某镇举办。", "第六届某地苹果节", None, "某镇"),
    ("〔3月25日〕，书记[宋某]参加所在支部组织生活会。", "所在支部组织生活会", None, None),
    ("〔3月25日〕，书记[宋某]列席指导县某局党组民主生活会。", "县某局党组民主生活会", None, None),
    ("某组织非正式高官会〔3月25日〕在某市开幕。", "某组织非正式高官会", None, "某市"),
    ("〔3月25日〕，某国举行建军纪念阅兵式。", "建军纪念阅兵式", "某国", None),
    ("〔3月25日〕，某县摄影作品展在县文化馆开幕。", "某县摄影作品展", None, "县文化馆"),
    ("第三届某县少儿书画展〔3月25日〕在县文化馆开展。", "第三届某县少儿书画展", None, "县文化馆"),
    ("〔3月25日〕晚，某县新春文艺晚会在某广场上演。", "某县新春文艺晚会", None, "某广场"),
    ("〔3月25日〕晚，某县在某广场举行庆祝建党百年文艺晚会。", "庆祝建党百年文艺晚会", "某县", "某广场"),
    ("〔3月25日〕，某县义务植树活动在某镇举行。", "某县义务植树活动", None, "某镇"),
    ("龙舟大赛甲省乙县站〔3月25日〕开赛。", "龙舟大赛甲省乙县站", None, None),
    ("第九届亚冬会〔3月25日〕在某市开幕。", "第九届亚冬会", None, "某市"),
    ("第六届某某博览会正在某市举行。", "第六届某某博览会", None, "某市"),
    ("某论坛年会〔3月25日〕开始举行。", "某论坛年会", None, None),
    ("第三届高交会将于〔4月15日〕至〔5月5日〕在某市举行。", "第三届高交会", None, "某市"),
    ("由某企业承建的首个车站——某站开工仪式〔3月25日〕在某地举行。", "某站开工仪式", None, "某地"),
    ("〔3月25日〕，作为某公约的重要活动——某某成就展在某市开幕。", "某某成就展", None, "某市"),
    ("总理[宋某]将于〔3月25日〕在某市出席某银行年会开幕式。", "某银行年会开幕式", None, None),
]


@pytest.mark.parametrize(("marked", "name", "organizer", "place"), FORMS)
def test_lead_forms(marked: str, name: str, organizer: str | None, place: str | None) -> None:
    found = only(marked)
    assert (found.name, found.organizer, found.place) == (name, organizer, place)


REFUSED = [
    "会议传达了省、市疫情防控工作会议精神。",
    "各单位要贯彻落实全市安全生产工作会议要求。",
    "该镇每周召开推进会。",
    "该组共召开部署会⟦16次⟧。",
    "该局先后召开⟦5场⟧座谈会。",
    "县委会议室里灯火通明。",
    "培训中心、会议中心相继建成。",
    "〔3月25日〕，县长[宋某]会见出席某某论坛开幕式的来宾。",
    "开工以来，该局坚持多次召开协调会解决问题。",
    "某县迎接全省推进会召开，扎实筹备。",
    "该局制定方案。\n该局召开群众座谈会，设立举报电话。",
    "某公司经〔5月18日〕召开的董事会审议通过该方案。",
    "“会议强调”只是一个词。",
    "〔3月25日〕，精彩的贺岁活动在多地举行。",
    "〔3月25日〕，某活动在某地开展。",
    "〔3月25日〕，产业发展在某地开启新篇。",
    "〔3月25日〕，教师节在某校如期而至。",
    "某市成为第二个举办两届冬运会的城市。",
    "来自各地的⟦300位⟧嘉宾参加了论坛开幕。",
    "",
]


@pytest.mark.parametrize("marked", REFUSED)
def test_what_is_only_referred_to_counted_or_habitual_is_no_meeting(marked: str) -> None:
    assert meetings(marked) == []


# text, name, place
WEIGHED: list[tuple[str, str, str | None]] = [
    (
        "〔5月7日〕，双月协商座谈会在甲馆开得热气腾腾。[宋某]主持，[王某]到会听取意见。",
        "双月协商座谈会",
        "甲馆",
    ),
    ("〔5月7日〕，甲中心的大屏幕前座无虚席，某县防汛调度会一直开到镇村两级。", "某县防汛调度会", "甲中心"),
    ("〔5月7日〕，[宋某]在全市经济形势分析会上通报，生产平稳。", "全市经济形势分析会", None),
    ("全市养老服务现场会的“会场”就设在居民楼里。〔5月7日〕，会议由[宋某]主持。", "全市养老服务现场会", None),
    ("〔5月7日〕，[宋某]召集各部门负责人开碰头会，商议办法。", "碰头会", None),
    ("〔5月7日〕，全市造林现场推进会在阵阵掌声中落下帷幕。", "全市造林现场推进会", None),
    ("〔5月7日〕晚，院坝会如期而至，村民围坐在树下。[宋某]主持。", "院坝会", None),
    ("〔5月7日〕，宣誓仪式在大礼堂庄严进行，[宋某]出席。", "宣誓仪式", "大礼堂"),
    ("全省医药发展论坛〔5月7日〕迎来专家学者，[宋某]出席并致辞。", "全省医药发展论坛", None),
    ("〔5月7日〕，政府第36次常务会议讨论了三个议题。[宋某]主持。", "政府第36次常务会议", None),
]


@pytest.mark.parametrize(("marked", "name", "place"), WEIGHED)
def test_what_speaks_for_a_gathering_without_a_lead_form(marked: str, name: str, place: str | None) -> None:
    found = only(marked)
    assert (found.name, found.place) == (name, place)
    assert found.date


@pytest.mark.parametrize(
    "marked",
    [
        "〔5月7日〕，[宋某]到各村宣讲某某会议精神，贯彻市委工作会议部署。",
        "〔5月7日〕，大家学习[宋某]在全国某某大会上的重要讲话。",
        "在去年的全国某某博览会上，甲茶获得金奖。",
        "〔5月7日〕，[宋某]说，县里计划组织一场招商推介会。",
        "〔5月7日〕，[宋某]到开发区调研某某博览会筹备情况。",
        "〔5月7日〕，干部通过开院坝会、发放资料宣传政策。",
        "〔5月7日〕，曾在省运动会上获得冠军的[宋某]回到母校。",
        "〔5月7日〕，[宋某]在主持某某集体学习时强调，要学习。",
        "某村每周一开碰头会，[宋某]主持。",
    ],
)
def test_what_is_merely_named_weighs_too_little(marked: str) -> None:
    assert meetings(marked) == []


def test_who_goes_with_the_later_visit_was_not_at_the_ceremony() -> None:
    found = only(
        "〔5月7日〕上午，甲馆举行揭牌仪式，[宋某]、[王某]出席。\n"
        "〔当天下午〕，[宋某]带队到乙园区调研项目建设。[李某]陪同。"
    )
    assert found.attendees == ("宋某", "王某")


def test_those_who_sit_face_to_face_are_two_groups() -> None:
    found = only("〔5月7日〕，甲局召开座谈会，⟦28名⟧政协委员和果农代表与甲局、乙社负责人面对面坐到一起。")
    assert found.groups == ("政协委员和果农代表", "甲局、乙社负责人")


def test_the_study_session_keeps_its_whole_name() -> None:
    assert only("〔5月7日〕，某区委理论学习中心组学习会举行，[宋某]主持。").name.endswith("中心组学习会")
    assert only("〔5月7日〕，[宋某]主持召开某区委理论学习中心组学习会。").name.endswith("中心组学习会")


def test_a_meeting_inside_speech_is_no_meeting() -> None:
    found = meetings("〔3月25日〕，某区召开推进会。会议要求，各镇要召开动员会，层层部署。")
    assert [meeting.name for meeting in found] == ["推进会"]


def test_chair_speakers_and_attendees_across_commas() -> None:
    found = only(
        "〔3月25日〕，市委召开工作推进会。市委书记[宋某]出席会议并讲话，市长[王某]主持会议，主任[李某]、主席[赵某]出席会议，"
        "副市长[钱某]通报情况，秘书长[孙某]宣读《某某通报》。各县区主要负责人、市有关部门主要负责人参加会议。"
    )
    assert (found.chair, found.speakers, found.attendees) == (
        ("王某",),
        ("宋某", "钱某", "孙某"),
        ("李某", "赵某"),
    )
    assert found.groups == ("各县区主要负责人", "市有关部门主要负责人")
    assert found.documents == ("《某某通报》",)


def test_a_list_of_people_before_one_verb() -> None:
    found = only(
        "〔3月25日〕，某县召开大会。主任[甲某]，主席[乙某]，副主任[丙某]、[丁某]及委员共⟦37人⟧出席会议。"
    )
    assert found.attendees == ("甲某", "乙某", "丙某", "丁某")
    assert (found.groups, found.headcount and found.headcount.value) == (("委员",), 37)


def test_by_whom_it_is_chaired() -> None:
    found = only("〔3月25日〕，某县召开动员会。会议由县委副书记[宋某]主持，[王某]作动员讲话。")
    assert (found.chair, found.speakers) == (("宋某",), ("王某",))


def test_who_commissions_does_nothing() -> None:
    found = only(
        "〔3月25日〕，受市委书记[宋某]委托，市长[王某]主持召开扩大会议。局长[李某]受市政府委托，作关于预算的报告。"
    )
    assert (found.chair, found.speakers) == (("王某",), ("李某",))


def test_those_named_behind_the_verb_attend() -> None:
    found = only("〔3月25日〕，某县召开大会。在主席台就座的还有：[甲某]、[乙某]、[丙某]。")
    assert found.attendees == ("甲某", "乙某", "丙某")


def test_whose_words_are_studied_is_not_there() -> None:
    found = only("〔3月25日〕，某县召开会议，传达学习[宋某]在全省大会上的重要讲话精神。")
    assert (found.speakers, found.attendees) == ((), ())


def test_visitors_are_not_at_the_meeting() -> None:
    found = only("〔3月25日〕，某县举行签约仪式。〔当天上午〕，[甲某]一行前往某园区考察，[乙某]陪同。")
    assert found.attendees == ()


@pytest.mark.parametrize(
    ("marked", "groups", "count"),
    [
        ("各镇办和区直各单位负责人参加会议。", ("各镇办和区直各单位负责人",), None),
        ("甲队、乙队、丙队⟦5支⟧代表队参加比赛。", ("甲队", "乙队", "丙队"), None),
        ("参建单位和农牧民代表共⟦300人⟧参加。", ("参建单位和农牧民代表",), 300),
        ("在汉客商⟦120人⟧参加。", ("在汉客商",), 120),
        ("⟦186名⟧选手参赛。", ("选手",), 186),
        (
            "来自各镇、县直机关的⟦24支⟧代表队⟦360名⟧运动员参赛。",
            ("来自各镇、县直机关的24支代表队",),
            360,
        ),
        ("⟦26支⟧秧歌队的⟦800名⟧队员同台竞技。", ("26支秧歌队",), 800),
        ("来自各村的⟦32支⟧舞蹈队⟦600名⟧舞蹈爱好者登台。", ("来自各村的32支舞蹈队",), 600),
        ("镇村干部、乡贤代表等⟦200人⟧聆听报告。", ("镇村干部", "乡贤代表"), 200),
        ("党员干部、学生代表⟦400人⟧听取了报告。", ("党员干部", "学生代表"), 400),
        ("各社区网格员、物业公司负责人等⟦90人⟧接受了培训。", ("各社区网格员", "物业公司负责人"), 90),
        ("来自各村的⟦186名⟧普查“两员”参加培训。", ("来自各村的186名普查“两员”",), 186),
        ("经常参加围棋活动的学生⟦12000人⟧。", (), None),
        ("受助学生及家长代表等⟦120人⟧参加。", ("受助学生及家长代表",), 120),
        ("各镇领导和企业代表参加。", ("各镇领导", "企业代表"), None),
        ("来自沿海地区的⟦160名⟧企业家、商会代表参加。", ("来自沿海地区的160名企业家、商会代表",), 160),
        ("⟦20名⟧监察员和纳税人代表参加。", ("监察员和纳税人代表",), 20),
        ("来自各医院的选手参加比赛。", ("来自各医院的选手",), None),
        (
            "来自三省的⟦28支⟧队伍、⟦600名⟧老人登台。",
            ("来自三省的28支队伍、600名老人",),
            600,
        ),
        ("大会应到代表⟦412名⟧，实到⟦396名⟧，符合法定人数。", (), 396),
        ("参赛规模⟦8000人⟧。", (), 8000),
        ("[甲某]与董事长[乙某]代表双方签约。", (), None),
        ("来自全县各镇的⟦430名⟧选手参加比赛。", ("来自全县各镇的430名选手",), 430),
        ("⟦300人⟧参加会议。", (), 300),
        (
            "区工作专班成员、各办事处和区直相关单位负责同志参加会议。",
            ("区工作专班成员", "各办事处和区直相关单位负责同志"),
            None,
        ),
        ("甲局、乙街道负责人作交流发言。", ("甲局、乙街道负责人",), None),
        ("⟦35个⟧县政府分管负责同志列席会议。", ("35个县政府分管负责同志",), None),
    ],
)
def test_groups_and_headcount(marked: str, groups: tuple[str, ...], count: int | None) -> None:
    found = only("〔3月25日〕，某县举办活力大赛。" + marked)
    assert found.groups == groups
    assert (int(found.headcount.value) if found.headcount else None) == count


def test_who_signs_for_both_sides_attends_and_who_presents_speaks() -> None:
    found = only("〔3月25日〕，签约仪式在某市举行。[甲某]推介某区产业，[乙某]与[丙某]代表双方签约。")
    assert (found.speakers, found.attendees) == (("甲某",), ("乙某", "丙某"))


def test_who_competes_later_is_not_counted_at_the_opening() -> None:
    found = only("〔3月25日〕，某旗那达慕开幕式在草原举行。共有⟦512名⟧选手、⟦186匹⟧马参赛。")
    assert found.headcount is None


def test_a_published_list_names_those_who_attend() -> None:
    found = only("某局定于〔3月25日〕召开水价听证会。听证会参加人名单：[甲某]、[乙某]（以上为消费者代表）。")
    assert (found.attendees, found.groups) == (("甲某", "乙某"), ())


def test_those_of_whom_a_congress_consists_are_no_group() -> None:
    found = only("〔3月25日〕，某县第一次代表大会在会堂开幕，⟦218名⟧代表佩戴口罩、隔位就座。")
    assert (found.groups, found.headcount is not None) == ((), True)


def test_whom_a_host_asks_to_come_is_there() -> None:
    found = only("〔3月25日〕，县税务局邀请⟦20名⟧监察员和纳税人代表召开座谈会，征求意见。")
    assert found.groups == ("20名监察员和纳税人代表",)
    assert found.headcount is not None
    found = only("〔3月25日〕，甲农场邀请省农科院专家举办培训班，⟦86户⟧果农到会听课。")
    assert "省农科院专家" in found.groups


def test_the_spot_named_clauses_before_is_the_place() -> None:
    found = only(
        "〔3月25日〕，在位于某镇的医院建设现场，书记[甲某]一声令下，铲车轰鸣，集中开工活动拉开帷幕。"
    )
    assert (found.kind, found.place) == ("ceremony", "医院建设现场")


@pytest.mark.parametrize("name", ["平川半程马拉松赛", "首届平川桃花节", "平川民俗周"])
def test_races_and_festivals_are_gatherings(name: str) -> None:
    found = only(f"{name}将于〔3月25日〕在平川公园鸣枪。")
    assert (found.name, found.place) == (name, "平川公园")


def test_a_turnout_in_the_leading_sentence() -> None:
    found = only(
        "〔3月22日〕，某处召开推进会，来自各社区的党支部书记、物业公司负责人、社区干部等⟦70名⟧骨干现场学知识。"
    )
    assert found.groups == ("各社区的党支部书记", "物业公司负责人", "社区干部")
    assert found.headcount is not None


def test_documents_obeyed_are_not_the_meetings() -> None:
    found = only("〔3月25日〕，某县召开会议，按照《甲条例》要求，审议通过《乙方案》《丙计划》。")
    assert found.documents == ("《乙方案》", "《丙计划》")


def test_quoted_speakers_count_and_those_who_nod_attend() -> None:
    found = only(
        "〔3月22日〕，某处召开推进会。[宋某]强调，要抓好落实。与会人员表示，要认真学习。“这次会开得及时，我们一定照办。”社区书记[李某]说。"
    )
    assert (found.speakers, found.attendees) == (("宋某",), ("李某",))


def test_an_answer_to_the_reporter_is_no_speech_there() -> None:
    found = only("〔3月22日〕，某处举行开工仪式。“项目落地很快，我们很放心。”[李某]接受采访时说。")
    assert found.speakers == ()


def test_a_later_mention_gives_the_place() -> None:
    found = only("某某工程开工仪式〔7月19日〕在某省举行。〔7月19日〕，开工仪式在某市电站坝址举行。")
    assert (found.name, found.place) == ("某某工程开工仪式", "某市电站坝址")


def test_two_meetings_of_one_article_share_no_range() -> None:
    drafts = find_meetings(
        read(
            "〔1月4日〕，甲局召开视频会。[宋某]主持会议。\n〔1月3日〕，乙组在县政府会议室召开第一次全体会议，[王某]主持会议。"
        )
    )
    assert [(draft.record.name, draft.record.chair) for draft in drafts] == [
        ("视频会", ("宋某",)),
        ("第一次全体会议", ("王某",)),
    ]
    assert drafts[0].end <= drafts[1].start


def test_the_range_ends_at_another_days_visit() -> None:
    reading = read(
        "〔1月5日〕，甲县举行签约仪式。[宋某]致辞。\n〔1月4日〕，[王某]一行先后来到甲馆、乙社考察。"
    )
    (draft,) = find_meetings(reading)
    assert reading.text.string[draft.start : draft.end].strip().endswith("致辞。")


def test_a_meeting_without_a_day_takes_the_storys() -> None:
    found = only("〔1月3日〕，县长[宋某]率队深入甲镇督导。随后，[宋某]在甲园区主持召开现场办公会。")
    assert found.date is not None
    assert found.date.text == "1月3日"


def test_the_day_of_the_report_is_not_the_meetings() -> None:
    found = only(
        "〔1月8日〕，记者从某办事处获悉，工作有序。举办“提能力、转作风”干部专题培训班，邀请专家授课。"
    )
    assert found.date is None


def test_the_part_of_day_may_stand_apart() -> None:
    found = only(
        "〔3月19日〕，甲园区举行揭牌仪式。[宋某]主持仪式。下午，座谈会在乙工场举行。".replace(
            "。[宋某]", "，[宋某]"
        ).split("。下午")[0]
        + "。"
    )
    assert found.date is not None
    later = meetings("〔3月19日〕，甲区考察团到访。下午，座谈会在乙工场举行。")
    assert [(meeting.date.text, meeting.date.part_of_day) for meeting in later if meeting.date] == [
        ("3月19日", "afternoon")
    ]


def _with_headline(marked: str, headline: str) -> Reading:
    reading = read(marked)
    article = Article(Text.of(headline), None, (), "news", Byline(), reading.article.body)
    return replace(reading, article=article)


def test_the_headline_completes_a_name() -> None:
    reading = _with_headline("〔3月21日〕，某届人大常委会举行第三次会议。", "某届人大常委会 第三次会议举行")
    assert [draft.record.name for draft in find_meetings(reading)] == ["某届人大常委会第三次会议"]


def test_the_headline_says_who_called_it() -> None:
    reading = _with_headline("〔3月21日〕，主任[宋某]主持召开工作调度会。", "某省某委组织召开工作调度会")
    assert [draft.record.organizer for draft in find_meetings(reading)] == ["某省某委"]


def test_the_chairs_post_says_who_called_it() -> None:
    reading = read("〔3月28日〕，某区纪委书记[王某]主持召开会议。")
    person = reading.mentions[0]
    at = reading.text.string.index("某区纪委")
    post = Post((person.start, person.end), ((at, at + 4),), (at + 4, at + 6), "test")
    assert [draft.record.organizer for draft in find_meetings(replace(reading, posts=(post,)))] == [
        "某区纪委"
    ]


def test_this_office_is_the_one_named_before() -> None:
    reading = read(
        "记者从某区甲办事处获悉，工作有序。\n该办事处聚焦目标任务，举办“提能力、转作风”干部专题培训班。"
    )
    text = reading.text.string
    bodies = [(text.index("某区甲办事处"), 6), (text.index("办事处聚焦"), 3)]
    mentions = tuple(Mention("ORG", at, at + size, ("test",)) for at, size in bodies)
    assert [draft.record.organizer for draft in find_meetings(replace(reading, mentions=mentions))] == [
        "某区甲办事处"
    ]


def test_every_field_has_evidence_with_its_words() -> None:
    found = only(
        "〔3月25日〕，甲局在乙馆召开推进会，审议《丙方案》。[宋某]主持，[王某]讲话，[李某]出席，各镇负责人⟦70名⟧参加会议。"
    )
    filled = {name for name, value in found.model_dump(exclude={"evidence", "kind"}).items() if value}
    assert filled == set(found.evidence)
    text = "3月25日，甲局在乙馆召开推进会"
    assert all(piece.text for pieces in found.evidence.values() for piece in pieces)
    assert found.evidence["name"][0].segments == ((text.index("推进会"), len(text)),)


def test_names_end_at_the_last_head_word_of_their_own() -> None:
    cases = {
        "疫情防控专题会暨作风建设推进会，来自": "疫情防控专题会暨作风建设推进会",
        "会议部署全年工作推进会": "会议",
        "第七次代表大会第三次会议并讲话": "第七次代表大会第三次会议",
        "博览会新闻发布会": "博览会新闻发布会",
    }
    for words_, name in cases.items():
        span = name_from(words_, 0, len(words_))
        assert span is not None
        assert words_[slice(*span)] == name


def test_a_name_in_front_begins_behind_what_describes_it() -> None:
    string = "由某局主办的首届某某论坛"
    span = name_before(string, 0, len(string))
    assert span is not None
    assert string[slice(*span)] == "首届某某论坛"


def test_head_words_have_kinds_and_are_sorted() -> None:
    assert {kind for kind, _ in heads().values()} <= KINDS
    assert {use for _, use in heads().values()} <= {"any", "object", "weak", "short"}
    assert all(kind_of(head) == kind for head, (kind, _) in heads().items())


def test_word_classes_are_not_empty() -> None:
    for group in (
        "hold",
        "open",
        "watch",
        "manner",
        "recurring",
        "refer",
        "many",
        "one",
        "beside",
        "work",
        "body",
        "pass",
        "under_way",
        "going",
        "full",
        "present",
    ):
        assert words(group), group


@pytest.mark.parametrize(
    "unit",
    [
        "市政府召开",
        "〔3月26日〕，某县召开推进会，[宋某]主持。",
        "[宋某]、",
        "[宋某]在",
        "以甲方式召开",
        "出席会议的",
        "听取[宋某]",
        "（",
        "“",
        "，在",
        "某某推进会的“会场”",
        "〔3月26日〕，[宋某]在全市分析会上通报，",
        "座无虚席，推进会开到镇村",
    ],
)
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    assert grows_evenly(
        lambda size: partial(find_meetings, read(unit * (size // len(unit))), ()), 3000, 12000
    )


def test_hostile_text_does_no_harm() -> None:
    for text in (
        "召开",
        "召开会议",
        "会议" * 50,
        "\n\n召开会议\n",
        "在在在在召开在会议",
        "“”“召开”会议",
        "（召开（会议",
    ):
        for draft in find_meetings(read(text)):
            assert re.search("会", draft.record.name)


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        (
            "河滨县第十六届人民代表大会第二次会议圆满完成各项议程，于3月28日上午在县会议中心闭幕。",
            "河滨县第十六届人民代表大会第二次会议",
            "县会议中心",
        ),
        ("5.第十六届海峡论坛大会在厦门举行；", "第十六届海峡论坛大会", "厦门"),
        ("由市委宣传部开展的“全民阅读”主题宣传活动今天在河滨启动。", "“全民阅读”主题宣传活动", "河滨"),
    ],
)
def test_names_behind_list_marks_and_from_the_clause_before(text: str, name: str, place: str) -> None:
    (meeting,) = extract(f"基层新闻\n{text}\n", published="2023-06-15").meetings
    assert (meeting.name, meeting.place) == (name, place)


def test_items_of_a_list_of_news_lend_each_other_nothing() -> None:
    text = (
        "1.王建国主持召开国务院常务会议；\n"
        "2.县人大常委会举行第二十四次委员长会议 李大山主持；\n"
        "3.2023河滨国际车展今天开幕；"
    )
    found = extract(f"基层新闻\n{text}\n", published="2023-06-15").meetings
    assert [(meeting.name, meeting.chair, meeting.attendees) for meeting in found] == [
        ("国务院常务会议", ("王建国",), ()),
        ("第二十四次委员长会议", ("李大山",), ()),
        ("2023河滨国际车展", (), ()),
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("10月1日，县政府举行国庆招待会。", ["other"]),
        ("外长2日发表声明，敦促安理会召开紧急会议。", []),
    ],
)
def test_receptions_and_demands(text: str, kinds: list[str]) -> None:
    found = extract(f"基层新闻\n{text}\n", published="2023-10-15").meetings
    assert [meeting.kind for meeting in found] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "3月5日，市长王大明在市会展中心会见来华出席平川国际青年峰会的外方代表李小明。",
        "3月5日，市长王大明会见出席第六次青年议员研讨班外方领导人。",
        "3月5日，市长王大明在结束出席平川国际青年峰会后返回青河。",
        "市长王大明表示，大家要同心。在去年平川峰会上，周大山主席强调要坚持互信。",
        "农商行员工小李说，展期里设计师将举办发布会。",
    ],
)
def test_what_guests_came_for_what_is_over_and_what_was_last_year_is_no_meeting(text: str) -> None:
    assert extract(text, published="2023-03-06").meetings == ()


def test_a_gathering_that_another_decides_on_has_nothing_of_that_one() -> None:
    first, second = meetings(
        "县政协第十八次主席会议〔4月29日〕在青河召开。[宋某]主持。\n"
        "会议决定〔6月4日〕在青河召开县政协常委会第七次会议。\n"
        "会议通过了《工作意见》。副秘书长[李某]应邀作报告。"
    )
    assert (first.speakers, first.documents) == (("李某",), ("《工作意见》",))
    assert second.name == "县政协常委会第七次会议"
    assert (second.speakers, second.documents, second.chair) == ((), (), ())


def test_receptions_of_two_missions_are_two() -> None:
    text = (
        "近日，中国常驻甲地代表团举办国庆招待会，国际组织负责人及代表，各国使节等500余人出席活动。\n"
        "在中国驻乙国大使馆举办的国庆招待会上播放了短片。"
    )
    first = extract(text, published="2023-10-01").meetings[0]
    assert (first.place, first.groups) == (None, ("国际组织负责人及代表", "各国使节"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a headline that ran into the first sentence
        (
            "2024青河时装周在平川开幕2024青河时装周昨晚在平川开幕，设计师出席。",
            "2024青河时装周",
        ),
        (
            "青河电视台与平川出版社联合出品的《讲读》节目研讨会3月5日在平川举行。",
            "《讲读》节目研讨会",
        ),
        ("全年成功举办了冰雪欢乐园、草原花灯节、首届国际雪雕大赛。", "首届国际雪雕大赛"),
    ],
)
def test_a_name_begins_behind_what_runs_into_it(text: str, name: str) -> None:
    assert [meeting.name for meeting in extract(text, published="2024-03-06").meetings] == [name]


def test_the_title_behind_a_name_is_no_group() -> None:
    meeting = only("〔5月3日〕，[宋某]书记在上海主持召开深入推进一体化发展座谈会。")
    assert (meeting.chair, meeting.groups) == (("宋某",), ())


def test_people_share_a_list_of_bodies_over_commas() -> None:
    meeting = only(
        "全市组织工作会议〔6月28日〕召开。\n"
        "市委党建领导小组成员，各县区、市直各单位，市属企业、高校，驻地部队负责同志等参加会议。"
    )
    assert meeting.groups == (
        "市委党建领导小组成员",
        "各县区、市直各单位，市属企业、高校，驻地部队负责同志",
    )


def test_a_state_of_things_is_no_turnout() -> None:
    text = "3月5日，青河赛区举行志愿者授旗仪式。目前，来自三地的6000余名志愿者已完成培训。"
    (meeting,) = extract(text, published="2023-03-06").meetings
    assert (meeting.groups, meeting.headcount) == ((), None)


def test_who_reports_to_the_meeting_at_length_is_a_speaker() -> None:
    meeting = only(
        "〔3月8日〕，市人大主席团举行第二次会议。[宋某]向会议作了财政经济委员会关于国民经济和社会发展计划执行情况"
        "与国民经济和社会发展计划草案的审查结果报告。"
    )
    assert meeting.speakers == ("宋某",)


def test_stories_of_a_digest_lend_each_other_nothing() -> None:
    page = (
        "联播快讯\n\n平川大桥合龙\n昨天（3月4日），平川大桥顺利合龙，全线主体工程完工。\n"
        "青河航空产业大会举行\n青河航空产业大会在平川举行，项目签约20个。\n"
        "青河论坛在平川闭幕\n青河论坛3月5日在平川闭幕，主题为创新。\n"
        "甲县官员谈河道治理\n甲县水利局局长王大明3月5日表示，治理河道要靠大家。\n"
    )
    found = {meeting.name: meeting for meeting in extract(page, published="2024-03-06").meetings}
    assert found["青河航空产业大会"].date is None
    assert found["青河论坛"].speakers == ()


def test_a_season_or_now_is_no_day_of_a_meeting() -> None:
    text = "4月18日上午，青河区2024年春季重大项目集中开工仪式举行，副区长王大明主持仪式。现在，各项目正加紧施工。"
    (meeting,) = extract(f"基层新闻\n{text}\n", published="2024-04-20").meetings
    assert meeting.date is not None
    assert meeting.date.start == "2024-04-18"


def test_a_gathering_to_come_has_not_the_day_of_its_announcement() -> None:
    text = "市体育局3月8日正式公布，青河运动会开幕式将于夏天开始。本届运动会开幕式将在江心岛举办，这是首次。"
    found = extract(text, published="2024-03-09").meetings
    assert all(meeting.date is None or meeting.date.text != "3月8日" for meeting in found)


def test_what_is_held_year_after_year_names_no_host() -> None:
    text = "2023青河旅游发展大会今天（3月26日）在平川开幕。自2020年以来，青河省已经连续三年举办旅游发展大会。"
    (meeting,) = extract(text, published="2023-03-26").meetings
    assert (meeting.name, meeting.organizer) == ("2023青河旅游发展大会", None)


def test_who_writes_a_letter_is_not_there() -> None:
    meeting = only(
        "青河文化高峰论坛〔3月7日〕在平川开幕。\n[宋某]在贺信中指出，我们党重视文化。\n[宋某]强调，要担当使命。\n"
        "[李某]出席并致辞。"
    )
    assert meeting.speakers == ("李某",)


def test_items_of_a_digest_on_one_line_lend_no_day() -> None:
    text = (
        "3.前两个月我市外资同比增长20%；4.各地推动更新；5.2026青河时装周在平川开幕；6.青河对话会在平川举行。"
    )
    assert [meeting.date for meeting in extract(text, published="2026-03-21").meetings] == [None, None]


def test_who_is_insured_is_no_participant() -> None:
    text = "全年成功举办了第八届青河经贸洽谈会。确保城乡居民参加养老保险。"
    assert [meeting.groups for meeting in extract(text, published="2014-01-21").meetings] == [()]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (
            "〔3月5日〕，[宋某]主持召开座谈会。在听取甲县、乙县和部分企业负责人发言后，[宋某]指出要努力。",
            ("甲县、乙县和部分企业负责人",),
        ),
        ("县政府〔3月5日〕举行新闻发布会。据县商务局、县文旅局负责人介绍，县里将扩大消费。", ()),
        ("〔3月5日〕，县里举行记者招待会。副局长[宋某]围绕水质的主题和中外记者进行交流。", ()),
        ("〔3月5日〕，县里举行迎宾仪式。陪同[宋某]访华的有总统夫人、外交部长等。", ()),
        ("〔3月5日〕，县里举行表彰大会。大会为受表彰代表颁奖，[宋某]宣读决定。", ()),
    ],
)
def test_groups_begin_with_their_own_words(text: str, groups: tuple[str, ...]) -> None:
    found = meetings(text)[0].groups
    assert all(group in groups or not group.startswith(("在", "据", "围绕", "大会为")) for group in found)
    assert set(groups) <= set(found)
    assert not any("夫人" in group for group in found)


@pytest.mark.parametrize(
    ("text", "name", "organizer"),
    [
        ("1.2025青河企业家年会在平川举行 王大明出席开幕式并致辞；", "2025青河企业家年会", None),
        ("由青河电视台制作的《讲读》启播仪式3月5日在平川举行。", "《讲读》启播仪式", None),
        ("青河第十一次归侨代表大会圆满完成各项议程，5日上午在平川闭幕。", "青河第十一次归侨代表大会", None),
        ("第33届青河电视剧“金穗奖”3月5日在平川举行颁奖典礼。", "颁奖典礼", None),
        ("甲国常驻青河卫生组织代表处3月5日在平川举行招待会。", "招待会", "甲国常驻青河卫生组织代表处"),
        (
            "县委常委、县人大常委会主任王大明3月5日主持召开县人大常委会种子法执法检查组第一次全体会议。",
            "县人大常委会种子法执法检查组第一次全体会议",
            "县人大常委会种子法执法检查组",
        ),
    ],
)
def test_neither_name_nor_host_takes_in_its_neighbours(text: str, name: str, organizer: str | None) -> None:
    found = extract(f"基层新闻\n\n{text}\n", published="2025-03-06").meetings
    assert [(meeting.name, meeting.organizer) for meeting in found] == [(name, organizer)]


@pytest.mark.parametrize(
    "text",
    [
        "距离青河第3届大学生运动会开幕还有100天，3月5日县里作了介绍。",
        "县长王大明致贺电，就第39届青河峰会召开，向大家表示祝贺。",
        "文集收入自2022年10月青河会议召开至2024年3月青河二次会议闭幕这段时间的文献。",
    ],
)
def test_what_is_only_leaned_on_is_no_meeting(text: str) -> None:
    assert extract(f"基层新闻\n{text}\n", published="2025-03-06").meetings == ()


def test_who_only_meets_the_guests_is_not_at_the_meeting() -> None:
    meeting = only(
        "青河企业家年会〔3月5日〕在平川举行。[宋某]出席并致辞。\n开幕式前，[宋某]会见了与会代表。[李某]、[王某]参加会见。"
    )
    assert meeting.attendees == ()


def test_a_mere_session_of_another_body_is_not_the_one_before() -> None:
    text = "7.王大明主持召开县政府党组会议；\n8.县人大常委会党组举行会议 李大山主持；"
    first = extract(f"基层新闻\n{text}\n", published="2025-03-06").meetings[0]
    assert (first.name, first.organizer, first.chair) == ("县政府党组会议", "县政府", ("王大明",))


def test_who_is_cited_as_general_secretary_is_not_there() -> None:
    text = (
        "在平川召开的首届青河教育大会上，新式装备让人眼前一亮。\n王大明总书记指出，要发展技术，消除鸿沟。\n"
    )
    (meeting,) = extract(f"基层新闻\n\n{text}\n", published="2025-03-06").meetings
    assert meeting.speakers == ()


def test_what_a_meeting_decides_is_not_its_name() -> None:
    text = "3月5日，县委召开会议决定召开县委二中全会，王大明主持会议。"
    found = extract(f"基层新闻\n\n{text}\n", published="2025-03-06").meetings
    assert not any("决定" in meeting.name for meeting in found)


def test_the_topics_day_is_not_the_meetings() -> None:
    text = "3月13日，青河理事会就上周仓库起火造成重大损失举行紧急会议。"
    (meeting,) = extract(f"基层新闻\n\n{text}\n", published="2025-03-14").meetings
    assert meeting.date is not None
    assert (meeting.organizer, meeting.date.start) == ("青河理事会", "2025-03-13")


def test_who_only_sends_a_letter_does_not_speak_there() -> None:
    text = (
        "3月5日，县长王大明向青河绿色发展论坛致贺信。\n王大明指出，要走绿色发展之路。\n"
        "青河绿色发展论坛3月5日在平川举行。\n王大明强调，要共同努力。\n"
    )
    found = extract(f"基层新闻\n\n{text}\n", published="2025-03-06").meetings
    assert all("王大明" not in meeting.speakers for meeting in found)


def test_this_fair_is_the_one_named_before() -> None:
    text = "第133届青河博览会3月5日在平川闭幕。\n本届青河博览会的线上平台将继续运营。"
    assert len(extract(f"基层新闻\n\n{text}\n", published="2025-03-06").meetings) == 1


@pytest.mark.parametrize(
    ("text", "organizer"),
    [
        ("3月5日，王大明赴青河举行企业家座谈会。", None),
        ("王大明将于3月17日至18日应邀出席在青河举行的企业家理事会第二次会议。", None),
    ],
)
def test_hosts_are_bodies(text: str, organizer: str | None) -> None:
    found = extract(f"基层新闻\n\n{text}\n", published="2025-03-06").meetings
    assert {meeting.organizer for meeting in found} <= {organizer, None}


def test_whom_a_body_reports_to_is_no_group_with_it() -> None:
    meeting = only(
        "全县巡察反馈会议〔3月5日〕召开，[宋某]讲话。各巡察组向被巡察单位党组织主要负责人作了反馈发言。"
    )
    assert all("向" not in group for group in meeting.groups)


def test_a_letter_does_not_speak_and_the_core_does_not_report() -> None:
    meeting = only(
        "庆祝青河民建会成立80周年大会〔3月5日〕在平川举行。[李某]出席大会并致贺词。[贺词]表示，要同心协力。\n"
        "编纂法典是以[宋某]同志为核心的县委作出的重大部署。"
    )
    assert set(meeting.speakers) <= {"李某"}


def test_a_member_whose_name_was_missed_is_no_group() -> None:
    meeting = only("县政协全体会议〔3月5日〕召开。傅小清委员代表民盟发言。县有关部门负责同志参加会议。")
    assert meeting.groups == ("县有关部门负责同志",)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("安理会在当地时间3月5日上午举行紧急会议。", None),
        ("3月5日，县政府在平川举行座谈会。", "平川"),
    ],
)
def test_a_time_is_no_place(text: str, place: str | None) -> None:
    found = extract(f"基层新闻\n\n{text}\n", published="2025-03-06").meetings
    assert {meeting.place for meeting in found} <= {place}


def test_this_is_no_part_of_a_name_and_a_street_holds_nothing() -> None:
    text = "这是该会议首次3月5日在平川举行。\n青河大街3月5日举行春节巡游活动。"
    found = extract(f"基层新闻\n\n{text}\n", published="2025-03-06").meetings
    assert all("这是" not in meeting.name and meeting.organizer != "青河大街" for meeting in found)


def test_whose_report_a_meeting_hears_speaks_there() -> None:
    meeting = only(
        "〔8月18日〕，市人大常委会会议召开。\n会议听取了市财政局局长[宋某]受市政府委托所作的《关于预算的报告》和[李某]作的《关于计划的报告》。"
    )
    assert meeting.speakers == ("宋某", "李某")


def test_who_speaks_after_the_meeting_is_no_speaker_of_it() -> None:
    meeting = only(
        "〔8月18日〕，某街道召开警示教育大会。\n会后，纪工委与干部进行了谈话。纪工委书记[宋某]说，抓早抓小就是爱护。"
    )
    assert meeting.speakers == ()


def test_a_paragraph_set_at_the_symposium_has_its_speakers() -> None:
    meeting = only(
        "〔11月2日〕，某市召开企业座谈会。\n座谈会上，企业负责人畅所欲言。公司董事长[宋某]直言：“我们没有厂房抵押，贷款下不来。”"
    )
    assert meeting.speakers == ("宋某",)


def test_the_spot_is_no_place_by_itself() -> None:
    text = "11月4日，县长王大明检查煤矿安全生产。在现场召开的座谈会上，县煤炭局局长李小军汇报了情况。"
    assert all(
        meeting.place is None for meeting in extract(f"基层新闻\n{text}\n", published="2023-11-07").meetings
    )


def test_who_takes_part_in_the_related_events_is_not_at_the_meeting() -> None:
    page = (
        "基层新闻\n\n3月5日，两县协作联席会议在白沙县举行。会议由王大明主持。\n"
        "市领导李建国、赵永安参加有关活动。\n"
    )
    (meeting,) = extract(page, published="2024-03-06").meetings
    assert (meeting.chair, meeting.attendees) == (("王大明",), ())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("随后，[宋某]宣布第二届石桥农业博览会开幕。", "第二届石桥农业博览会"),
        ("〔11月2日〕，将举办数字产品博览会以及数字创新大赛。", "数字创新大赛"),
    ],
)
def test_a_name_holds_neither_who_declares_it_nor_another_event(text: str, name: str) -> None:
    assert name in {draft.record.name for draft in find_meetings(read(text))}


def test_a_planned_series_is_no_meeting() -> None:
    assert meetings("〔5月3日〕，某局将继续组织开展“购在某市”系列活动。") == []


def test_whom_the_name_names_is_not_there() -> None:
    found = only("纪念[黄某某]将军诞辰庆典〔1月9日〕在某市举行，近万名群众参加了庆典。")
    assert found.attendees == ()


def test_what_a_speaker_recalls_is_no_other_day() -> None:
    text = (
        "本报讯 5月3日，在今天结束的青石市经济工作会上，市委书记王大山强调，要抓好落实。\n"
        "王大山说，李大海同志最近在青石市考察工作时强调，首先要把经济搞上去。我们要紧紧抓住机遇。\n"
    )
    (meeting,) = extract(f"基层新闻\n\n{text}", published="2024-05-20").meetings
    assert [one.speaker for one in meeting.statements] == ["王大山", "王大山"]


def test_here_is_no_place_and_by_whom_is_none() -> None:
    found = only("〔1月8日上午〕，某镇鼓乐喧天，“三下乡”启动仪式在这里举行。")
    assert (found.name, found.place) == ("“三下乡”启动仪式", None)
    found = only("在这场由甲部、乙厅等单位主办的新年音乐会上，三个乐团联袂演出。")
    assert (found.organizer, found.place) == ("甲部、乙厅等单位", None)
    found = only("专家〔今天〕出席了在这里举行的“某某发展研讨会”。研讨会是由甲协会举办的。")
    assert found.organizer == "甲协会"


def test_who_holds_it_stands_before_whom_it_asked() -> None:
    found = only("〔2月25日〕，某某农场邀请省农科院专家举办蜜桔抗冻技术培训班。")
    assert found.organizer == "某某农场"


def test_this_office_asks_guests_to_its_meeting() -> None:
    text = (
        "“阳光办税”少跑腿\n\n本报讯（记者 张三）今年以来，市地税局推行“阳光办税”，方便纳税人。\n"
        "3月9日，该局还邀请20名纳税人代表召开座谈会，征求意见。\n"
    )
    (meeting,) = extract(text, published="2010-03-17").meetings
    assert meeting.organizer == "市地税局"


def listed(items: str) -> list[Meeting]:
    return list(extract("新闻摘要\n本期节目主要内容：\n" + items, published="2024-06-17").meetings)


def test_each_headline_of_a_list_tells_of_its_own_gathering() -> None:
    items = (
        "1.王建国致信祝贺某校建校百年强调 为同心共圆梦想凝心聚力 李大海出席纪念座谈会并讲话；\n"
        "2.某省政协召开双周协商座谈会 围绕传承创新协商议政 李大海主持；\n"
        "3.赵小军出席某国总理举行的欢迎仪式；\n"
        "4.赵小军在某国参议院成立百年庆祝活动上发表视频致辞；\n"
        "（1）第五届甲江视听周在云南昆明开幕；\n"
        "（2）某台“国潮城市”签约仪式暨品牌发布活动举行；\n"
        "（3）2024年新能源汽车下乡活动启动；\n"
    )
    found = listed(items)
    assert [(one.name, one.kind, one.organizer) for one in found] == [
        ("纪念座谈会", "symposium", None),
        ("双周协商座谈会", "symposium", "某省政协"),
        ("欢迎仪式", "ceremony", "某国总理"),
        ("某国参议院成立百年庆祝活动", "ceremony", None),
        ("第五届甲江视听周", "other", None),
        ("“国潮城市”签约仪式暨品牌发布活动", "ceremony", "某台"),
    ]
    assert (found[0].speakers, found[1].chair, found[3].speakers) == (("李大海",), ("李大海",), ("赵小军",))
    assert (found[2].attendees, found[4].place) == (("赵小军",), "云南昆明")


def test_a_headline_announces_a_session_that_another_decides_on() -> None:
    items = "1.王建国主持召开某市人大常委会第二十六次主任会议 决定某市人大常委会第十次会议6月25日至28日在甲城举行；\n2.某地丰收；\n"
    first, second = listed(items)
    assert (first.name, first.chair, first.date) == ("某市人大常委会第二十六次主任会议", ("王建国",), None)
    assert (second.name, second.chair, second.place) == ("某市人大常委会第十次会议", (), "甲城")


def test_measures_of_a_report_are_no_headlines() -> None:
    text = "全年工作有力。各项任务完成。\n1.召开群众座谈会，听取群众意见。\n2.召开工作例会，安排工作。"
    assert not meetings(text)


def test_a_ceremony_is_named_by_what_the_story_calls_it_and_held_by_who_welcomes() -> None:
    found = only(
        "国家主席[王某]〔25日下午〕在某大厅举行仪式，欢迎某国总统[李某]访问。\n外长[赵某]等出席欢迎仪式。"
    )
    assert (found.name, found.organizer, found.place) == ("欢迎仪式", "王某", "某大厅")


def test_a_body_stands_in_front_of_the_day_and_a_celebration_is_told() -> None:
    found = only("应某国的要求，某理事会将于当地时间〔20日〕就某事件举行紧急会议。")
    assert found.organizer == "某理事会"
    found = only("某国政府〔5日〕在首都甲城举行活动，庆祝某走廊启动十周年。")
    assert (found.name, found.organizer, found.place) == ("活动", "某国政府", "首都甲城")
    assert not meetings("某国使馆〔近日〕举办招待会等活动，庆祝建国74周年。")


def test_who_only_writes_instructions_is_no_speaker() -> None:
    found = only("[王某]对教育工作作出重要指示。〔近日〕，全市教育大会召开，[李某]作报告。")
    assert found.speakers == ("李某",)
    assert not meetings("《某某节目》播出。某市电视节目丰富。")


@pytest.mark.parametrize(
    ("text", "name", "organizer", "rule"),
    [
        ("某理事会第58届会议〔2日〕通过决议。", "某理事会第58届会议", None, "meeting.resolution"),
        ("记者〔昨日〕从省某局新闻通报会上了解到，收入增加。", "新闻通报会", None, "meeting.learnt"),
        (
            "记者〔5日〕从某管理局召开的新闻发布会了解到，人次增加。",
            "新闻发布会",
            "某管理局",
            "meeting.learnt",
        ),
        ("[王某]在参加某党委员小组讨论时说，好。", "某党委员小组讨论", None, "meeting.discussion"),
        ("[王某]在参加甲省代表团审议时说，好。", "甲省代表团审议", None, "meeting.discussion"),
    ],
)
def test_gatherings_told_by_what_is_done_there(
    text: str, name: str, organizer: str | None, rule: str
) -> None:
    found = only(text)
    assert (found.name.removeprefix("省某局"), found.organizer) == (name, organizer)
    assert found.evidence["name"][0].rule == rule


def test_a_talk_that_the_story_calls_a_symposium() -> None:
    found = only(
        "〔19日下午〕，[王某]在某市同甲公司等11家企业负责人座谈交流。\n[王某]指出，要合作。\n[李某]参加座谈会。"
    )
    assert (found.name, found.place, found.groups) == ("座谈会", "某市", ("甲公司等11家企业负责人",))
    assert (found.speakers, found.attendees) == (("王某",), ("李某",))
    assert not meetings("[王某]走进某村，同村民座谈。")


def test_who_tells_the_reporter_does_not_speak_there() -> None:
    found = only("〔日前〕，某认定仪式在某寺举行。\n据某委员会官员[王某]介绍，认定严格进行。")
    assert found.speakers == ()


def test_a_session_begins_with_its_body_and_a_speech_has_a_title_of_its_own() -> None:
    text = "在3月19日进行的甲市政协四届二次会议上，王建国委员代表某党作了题为《发展某事业》的发言，发言如下。"
    (found,) = extract("政协会议\n\n本报讯 " + text + "\n", published="2014-01-01").meetings
    assert (found.name, found.organizer) == ("甲市政协四届二次会议", None)
    assert (found.groups, found.documents) == ((), ())


def test_headlines_of_a_list_are_never_one_gathering() -> None:
    items = (
        "1.我驻外使团举行活动共贺佳节；\n"
        "2.“某区明月”音乐晚会在甲城举行；\n"
        "3.2025年“某某进万家”活动今天启动；\n"
    )
    found = listed(items)
    assert [(one.name, one.organizer, one.place) for one in found] == [
        ("“某区明月”音乐晚会", None, "甲城"),
        ("2025年“某某进万家”活动", None, None),
    ]
    assert not meetings("〔今天〕，某区政府举行了欢乐跑、舞龙舞狮等庆祝活动。")


def test_a_later_clause_and_a_list_add_gatherings() -> None:
    page = (
        "王大明会见来宾\n\n副总理王大明7日在柳湾会见新加坡副总理李国庆，并共同主持双边合作委员会第十九次会议、"
        "工业园区理事会第二十四次会议和示范项目理事会第七次会议。\n"
        "8日，王大明和李国庆还共同参观柳湾成果展，种植友谊树，出席青河市主中心绿创园奠基仪式。\n"
    )
    found = extract(page, published="2023-12-08").meetings
    assert [(one.name, one.place, one.chair, one.attendees) for one in found] == [
        ("双边合作委员会第十九次会议", "柳湾", ("王大明", "李国庆"), ()),
        ("工业园区理事会第二十四次会议", "柳湾", ("王大明", "李国庆"), ()),
        ("示范项目理事会第七次会议", "柳湾", ("王大明", "李国庆"), ()),
        ("青河市主中心绿创园奠基仪式", None, (), ("王大明", "李国庆")),
    ]


def test_who_travels_to_a_gathering_is_not_yet_there() -> None:
    page = "抵达柳湾\n\n5日，总理王大明乘机抵达柳湾国际机场，出席第二十届柳湾合作峰会。\n"
    assert extract(page, published="2023-12-08").meetings == ()


def test_what_a_meeting_decides_to_hold_is_announced() -> None:
    page = (
        "委员长会议举行\n\n县人大常委会第七次主任会议8月18日上午在青河举行。主任王大明主持会议。"
        "会议决定，县人大常委会第二十四次会议8月25日至28日在柳湾举行。\n"
    )
    found = extract(page, published="2026-08-19").meetings
    assert [(one.name, one.date and one.date.text, one.place) for one in found][1:] == [
        ("县人大常委会第二十四次会议", "8月25日至28日", "柳湾")
    ]


def test_a_committee_for_foreign_affairs_holds_its_meeting() -> None:
    page = "议会开会\n\n5日，丹麦议会对外政策委员会举行紧急会议，讨论两国关系。\n"
    (found,) = extract(page, published="2026-01-07").meetings
    assert found.organizer == "丹麦议会对外政策委员会"


@pytest.mark.parametrize(
    "text",
    [
        "今天（3月4日）是柳湾运动会开幕后的第三个比赛日。",
        "中方支持秘鲁举办2024年亚太经合组织领导人非正式会议，愿同秘方密切沟通。",
    ],
)
def test_days_of_games_and_what_one_side_supports_are_no_meetings(text: str) -> None:
    assert extract(f"新闻快讯\n\n{text}\n", published="2024-03-05").meetings == ()


def test_whom_a_guest_meets_does_not_speak_and_an_hour_is_no_place() -> None:
    page = (
        "王大明访问肯尼亚\n\n3月1日至4日，国家副主席王大明访问肯尼亚，在内罗毕会见肯尼亚总统卡鲁托，"
        "出席零关税商品展示会暨肯尼亚商务论坛并致辞。\n"
    )
    (found,) = extract(page, published="2024-03-05").meetings
    assert (found.speakers, found.place) == (("王大明",), "内罗毕")
    page = "快讯\n\n联合国安理会将在当地时间3月12日下午就当前局势举行紧急会议。\n"
    (found,) = extract(page, published="2024-03-11").meetings
    assert (found.organizer, found.place) == ("联合国安理会", None)


def test_who_reads_out_a_decision_says_nothing_that_others_do() -> None:
    text = (
        "3月5日，全县农村工作会议召开。县长李文华宣读表彰决定，县委书记张建国作重要讲话，县政协主席周涛出席。"
    )
    [found] = extract(text, published="2024-03-28").meetings
    assert (found.speakers, found.attendees) == (("李文华", "张建国"), ("周涛",))


@pytest.mark.parametrize("day", ["27日上午", "7日至9日"])
def test_a_day_of_no_known_month_hides_no_gathering(day: str) -> None:
    [found] = extract(f"青河新闻\n\n全市教育工作会议{day}在青河召开。\n").meetings
    assert (found.name, found.place) == ("全市教育工作会议", "青河")


def test_who_attends_as_an_ordinary_member_attends() -> None:
    text = "3月5日，县委书记张建国以普通党员身份参加所在支部组织生活会。"
    [found] = extract(text, published="2024-03-28").meetings
    assert (found.name, found.attendees) == ("所在支部组织生活会", ("张建国",))


@pytest.mark.parametrize(
    ("text", "name", "chair", "speakers"),
    [
        (
            "〔3月1日〕，第五届某花节在某村开幕。〔副县长〕[赵某]主持开幕式，[宋某]宣布开幕。",
            "第五届某花节",
            ("赵某",),
            ("宋某",),
        ),
        (
            "〔3月1日〕，全县青年干部培训班在县委党校开班。[宋某]出席开班仪式并讲话，[赵某]主持开班式。",
            "全县青年干部培训班",
            ("赵某",),
            ("宋某",),
        ),
        (
            "〔3月1日〕，县委中心组举行专题学习会，原原本本研读[李某]总书记所作的大会报告。[宋某]主持并讲话。",
            "专题学习会",
            ("宋某",),
            ("宋某",),
        ),
    ],
)
def test_what_opens_a_gathering_is_no_other(
    text: str, name: str, chair: tuple[str, ...], speakers: tuple[str, ...]
) -> None:
    meeting = only(text.replace("〔副县长〕", ""))
    assert (meeting.name, meeting.chair) == (name, chair)
    assert set(meeting.speakers) | set(meeting.chair) == set(speakers) | set(chair)


def test_a_season_belongs_to_the_name() -> None:
    text = "3月1日至3日，2023—2024赛季全省青少年滑雪锦标赛在某市举行。"
    [meeting] = extract(text, published="2024-03-28").meetings
    assert meeting.name == "2023—2024赛季全省青少年滑雪锦标赛"
    assert meeting.date is not None
    assert meeting.date.text == "3月1日至3日"


@pytest.mark.parametrize(
    ("text", "groups", "count"),
    [
        (
            "3月1日，县龙舟邀请赛在青石江举行，来自各乡镇的22支龙舟队参赛，近1200名桡手擂鼓竞渡。",
            ("来自各乡镇的22支龙舟队",),
            1200,
        ),
        (
            "3月1日，第六届门球邀请赛在体育公园举行，来自各街镇的18支代表队、近120名门球爱好者同场竞技。",
            ("各街镇的18支代表队", "门球爱好者"),
            120,
        ),
    ],
)
def test_teams_are_groups_and_who_is_in_them_their_number(
    text: str, groups: tuple[str, ...], count: int
) -> None:
    [meeting] = extract(text, published="2024-03-28").meetings
    assert meeting.groups == groups
    assert meeting.headcount is not None
    assert meeting.headcount.value == count


def _only(text: str) -> Meeting:
    [meeting] = extract(text, published="2024-03-28").meetings
    return meeting


def test_who_answers_the_press_speaks() -> None:
    text = "3月5日，县政府新闻办召开防汛新闻发布会，县水利局副局长王海介绍情况，县应急局局长李文华、县气象局局长周敏回答了记者提问。"
    assert _only(text).speakers == ("王海", "李文华", "周敏")


def test_a_site_is_the_whole_place() -> None:
    assert _only("3月5日，全县重大项目开工仪式在青石产业园项目现场举行。").place == "青石产业园项目现场"


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (
            "县水务局领导班子成员、中层干部及下属单位负责人参加会议。",
            ("县水务局领导班子成员、中层干部及下属单位负责人",),
        ),
        (
            "各镇镇长、分管负责人，县直有关部门主要负责人参加会议。",
            ("各镇镇长、分管负责人", "县直有关部门主要负责人"),
        ),
        (
            "来自珠三角的客商、商会代表和在外乡贤应邀参加。",
            ("来自珠三角的客商、商会代表和在外乡贤",),
        ),
    ],
)
def test_people_of_one_body_are_one_group(text: str, groups: tuple[str, ...]) -> None:
    assert _only(f"3月5日，县政府召开推进会，{text}").groups == groups


def test_who_is_only_heard_to_say_something_does_not_speak_there() -> None:
    text = (
        "3月5日，县公安局举行退赃大会。韦长举领到6200元，他说：“没想到两个月就有了下文。”副县长王海到会讲话。"
    )
    assert _only(text).speakers == ("王海",)


def test_who_is_told_of_elsewhere_is_not_there() -> None:
    text = "3月5日，县人社局召开就业工作通报会，副局长王海介绍情况。\n在青石社区，女工周秀莲拿到了工资，“离家就两站路。”她说。"
    meeting = _only(text)
    assert (meeting.speakers, meeting.attendees) == (("王海",), ())


def test_a_ceremony_has_the_full_name_that_stands_before() -> None:
    text = (
        "3月5日，来青石县参加工业项目集中签约仪式的客商感慨地说，今非昔比。\n当天的签约仪式上，县长王海致辞。"
    )
    assert _only(text).name == "工业项目集中签约仪式"


@pytest.mark.parametrize(
    ("text", "name", "organizer", "date"),
    [
        (
            "记者从市人民银行日前召开的三季度金融形势分析会上获悉，",
            "三季度金融形势分析会",
            "市人民银行",
            "日前",
        ),
        ("从昨天结束的全市林业工作会议上获悉，", "全市林业工作会议", None, "昨天"),
        ("记者从3月2日召开的全县春耕现场会上了解到，", "全县春耕现场会", None, "3月2日"),
        ("3月2日，记者在全县春耕现场会上了解到，", "全县春耕现场会", None, "3月2日"),
    ],
)
def test_news_is_learnt_at_a_gathering(text: str, name: str, organizer: str | None, date: str) -> None:
    meeting = _only(f"{text}今年全县造林3万亩。副县长王海主持会议。")
    assert (meeting.name, meeting.organizer, meeting.chair) == (name, organizer, ("王海",))
    assert meeting.date is not None
    assert meeting.date.text == date


@pytest.mark.parametrize(
    ("told", "speakers", "attendees"),
    [
        ("副县长王海部署下阶段科技工作。", ("王海",), ()),
        ("县水利局局长王海安排近期防汛工作。", ("王海",), ()),
        ("县长王海向优秀教师代表颁发证书。", (), ("王海",)),
        ("农民王海在会上发了言。", ("王海",), ()),
    ],
)
def test_what_one_does_there_is_told_in_many_ways(
    told: str, speakers: tuple[str, ...], attendees: tuple[str, ...]
) -> None:
    meeting = _only(f"3月5日，县政府召开推进会。{told}")
    assert (meeting.speakers, meeting.attendees) == (speakers, attendees)


@pytest.mark.parametrize(
    ("who", "groups"),
    [
        ("各乡镇党委书记、组织委员，县直有关部门负责人", ("各乡镇党委书记、组织委员", "县直有关部门负责人")),
        (
            "全市9家金融机构的主要负责人和市发改委、经委等部门负责同志",
            ("全市9家金融机构的主要负责人", "市发改委、经委等部门负责同志"),
        ),
        ("5家媒体的记者", ("5家媒体的记者",)),
    ],
)
def test_people_of_shared_bodies_are_told_apart(who: str, groups: tuple[str, ...]) -> None:
    assert _only(f"3月5日，县委召开推进会，{who}参加会议。").groups == groups


@pytest.mark.parametrize(
    ("told", "chair", "speakers", "attendees"),
    [
        ("局长王海主持会议，班子成员依次发言。", ("王海",), (), ()),
        ("局长王海主持会议，班子成员逐一作对照检查发言。", ("王海",), (), ()),
        ("局长王海主持会议，受表彰的先进个人代表发言。", ("王海",), (), ()),
        ("县长王海出席会议并讲话，各镇作表态发言。", (), ("王海",), ()),
        ("县长王海主持会议，研究部署防汛工作，并讲话。", ("王海",), ("王海",), ()),
        ("县长王海主持会议，从三个方面作了讲话。", ("王海",), ("王海",), ()),
        ("副县长王海认真听取发言。", (), (), ("王海",)),
        ("副县长王海听取汇报并讲话。", (), ("王海",), ()),
        ("副县长王海出席会议，听取局长李文华汇报，并讲话。", (), ("李文华", "王海"), ()),
    ],
)
def test_who_hears_a_speech_and_who_goes_on_to_give_one(
    told: str, chair: tuple[str, ...], speakers: tuple[str, ...], attendees: tuple[str, ...]
) -> None:
    meeting = _only(f"3月5日，县政府召开座谈会。{told}")
    assert (meeting.chair, meeting.speakers, meeting.attendees) == (chair, speakers, attendees)


@pytest.mark.parametrize(
    ("story", "said"),
    [
        ("3月5日，在全国气候峰会上，王海宣布，碳排放将下降。\n县委全会提出，要加快转型。", ["王海"]),
        (
            "3月5日，县委召开全县经济工作会议。\n省委经济工作会议强调，要稳中求进。\n会议指出，要抓落实。",
            [None],
        ),
        ("3月5日，县政府召开常务会议。\n县政府常务会议强调，要抓好落实。", [None]),
        ("3月5日，县委召开会议。\n全县防汛工作会议强调，要抓好落实。", [None]),
        ("县长王海在全县金融工作会议上指出，要防范风险。\n经济学家李文华认为，形势总体稳定。", ["王海"]),
        (
            "县长王海在全县金融工作会议上指出，要防范风险。\n会上，副县长李文华要求，要守住底线。",
            ["王海", "李文华"],
        ),
    ],
)
def test_a_meeting_holds_what_is_said_at_it(story: str, said: list[str | None]) -> None:
    [meeting] = extract(story, published="2024-03-28").meetings
    assert [statement.speaker for statement in meeting.statements] == said
    assert set(meeting.speakers) <= {name for name in said if name}


def test_who_comes_along_on_the_visit_is_not_at_its_meeting() -> None:
    text = "3月5日，县委书记王海到石桥镇调研，并主持召开座谈会，听取汇报。\n副县长李文华陪同调研。"
    result = extract(text, published="2024-03-28")
    assert result.meetings[0].attendees == ()
    assert result.visits[0].companions == ("李文华",)


@pytest.mark.parametrize("told", ["召开了系列工作会议，研究工作。", "召开了多场座谈会，听取意见。"])
def test_no_name_begins_with_a_verb_of_holding(told: str) -> None:
    assert extract(f"3月5日，县委书记王海主持{told}", published="2024-03-28").meetings == ()


def test_a_name_begins_behind_the_verb_of_holding() -> None:
    [meeting] = extract(
        "县长王海主持召开全县防汛工作推进会议时强调，要抓好落实。", published="2024-03-28"
    ).meetings
    assert (meeting.name, meeting.chair) == ("全县防汛工作推进会议", ("王海",))


@pytest.mark.parametrize(
    ("text", "speakers", "outsiders"),
    [
        # a villager and an expert beside a meeting of officials
        (
            "某局〔3月5日〕召开春耕工作推进会。\n“化肥备好了。”村民[孙某]说。\n省农科院研究员[周某]认为，墒情适宜。",
            (),
            {"孙某", "周某"},
        ),
        (
            "〔3月6日〕，在某局召开的工作会议上，[陈某]强调，要压实责任。业主[刘某]表示，社区常来检查。",
            ("陈某",),
            {"刘某"},
        ),
        # experts speak at symposia and forums, villagers where the words say so
        ("〔3月5日〕，某院召开乡村振兴研讨会。教授[郑某]认为，产业是根本。", ("郑某",), set()),
        ("〔3月5日〕，某镇召开座谈会。某镇主持。村民[孙某]说，路好走了。", (), {"孙某"}),
        ("〔3月5日〕，某镇召开座谈会。座谈会上，村民[孙某]说，路好走了。", ("孙某",), set()),
    ],
)
def test_whom_the_story_asks_elsewhere_was_not_there(
    text: str, speakers: tuple[str, ...], outsiders: set[str]
) -> None:
    (draft,) = find_meetings(read(text))
    assert (draft.record.speakers, draft.outsiders) == (speakers, frozenset(outsiders))


@pytest.mark.parametrize(
    "text",
    [
        "今年以来，某县先后举办书法展、乒乓球赛、广场舞大赛等活动⟦30余场⟧。",
        "去年，镇里举办了村歌大赛、趣味运动会、包粽子比赛等群众文化活动⟦12场⟧。",
        "某市承办了柔道锦标赛、举重锦标赛、铁人三项赛等大型赛事。",
    ],
)
def test_a_list_that_is_counted_is_no_gathering(text: str) -> None:
    assert meetings(text) == []


def test_the_first_of_a_dated_list_is_told_of() -> None:
    assert only("〔3月5日〕，县文化馆举办“某某杯”合唱比赛、广场舞展演等活动。").name == "“某某杯”合唱比赛"


def test_a_place_that_one_goes_to_for_a_meeting() -> None:
    assert only("〔3月5日〕，[贾某]到县城管局召开座谈会，听取汇报。").place == "县城管局"
    assert only("〔3月5日〕，[贾某]深入石桥村组织召开院坝会。").place == "石桥村"


def test_bodies_that_speak_in_turn_are_groups() -> None:
    text = "〔3月4日〕，某局召开工作例会。各中队负责人依次汇报工作，[韩某]点评。"
    meeting = only(text)
    assert (meeting.groups, meeting.speakers) == (("各中队负责人",), ("韩某",))


def test_parts_in_which_a_course_is_held_are_no_body() -> None:
    assert only("〔3月15日〕起，全县分3期举办村党组织书记轮训班。").organizer == "全县"


def test_a_delegation_that_calls_a_meeting_is_named_without_its_way() -> None:
    text = "〔3月5日〕，甲区党政代表团来青河县考察协作工作并召开联席会议。[徐某]出席会议。"
    assert only(text).organizer == "甲区党政代表团"


@pytest.mark.parametrize(
    ("said", "organizer"),
    [
        ("本届茶博会由省供销社和市政府共同主办，共设展位⟦1200个⟧。", "省供销社和市政府"),
        ("本届茶博会以“茶香”为主题，为期⟦5天⟧，由省供销社主办，县供销社承办。", "省供销社"),
        ("博览会以“茶香”为主题，将展出由某厂举办者捐赠的茶具。", None),
    ],
)
def test_a_later_sentence_says_who_called_it(said: str, organizer: str | None) -> None:
    assert only(f"〔5月29日〕，第六届国际茶业博览会在某市会展中心开幕。{said}").organizer == organizer


@pytest.mark.parametrize(
    ("behind", "date"),
    [
        ("〔7月2日〕，院长[孔某]主持会议，各庭负责人参加。", "7月2日"),
        ("〔7月2日〕，市中院领导来访。", None),
        ("\n〔7月2日〕，院长[孔某]主持会议。", None),
    ],
)
def test_the_next_sentence_says_when_it_was(behind: str, date: str | None) -> None:
    (found,) = (
        meeting for meeting in meetings(f"县法院召开审判工作推进会。{behind}") if "推进会" in meeting.name
    )
    assert (found.date.text if found.date else None) == date


def test_those_who_attend_are_where_it_is_held() -> None:
    (meeting,) = extract("6月11日，县长段文涛在杭州市出席2024数字经济论坛开幕式并致辞。").meetings
    assert meeting.place == "杭州市"
    (meeting,) = extract("6月11日，县长段文涛在县分会场参加全省防汛工作视频会议。").meetings
    assert meeting.place is None


def test_the_family_of_one_who_is_honoured_attends() -> None:
    text = "〔3月5日〕，县委举行座谈会，纪念[张某]同志诞辰。[张某]同志亲属、生前友好和家乡代表等参加座谈会。"
    assert only(text).attendees == ()
    text = "〔3月5日〕，县妇联召开最美家庭座谈会。[张某]家属代表[孙某]参加座谈会。"
    assert only(text).attendees == ("孙某",)


def test_who_makes_an_appeal_speaks() -> None:
    text = "〔3月5日〕，全民阅读启动仪式在市图书馆举行。[余某]向读者发出倡议，[杜某]赠书。"
    assert only(text).speakers == ("余某",)


def test_whom_a_town_asks_to_come_does_not_hold_it() -> None:
    text = (
        "〔3月5日〕，某镇邀请县农业农村局农艺师[王某]在镇会议室举办小麦管理培训班，各村种粮大户⟦60余人⟧参加。"
    )
    meeting = only(text)
    assert (meeting.organizer, meeting.place, meeting.groups) == ("某镇", "镇会议室", ("各村种粮大户",))


def test_who_won_a_prize_attends_and_a_gong_is_no_place() -> None:
    text = "〔3月5日〕，短视频大赛颁奖典礼在大剧院举行，获奖作者代表[冯某]、导演[陆某]参加典礼。"
    assert only(text).attendees == ("冯某", "陆某")
    assert only("〔3月5日〕，第十二届龙舟邀请赛在水上运动中心鸣锣开赛。").place == "水上运动中心"


def test_a_ceremony_is_no_person_and_a_name_takes_no_preposition() -> None:
    (meeting,) = extract("6月13日，三江学院举行毕业典礼暨学位授予仪式。").meetings
    assert meeting.name == "毕业典礼暨学位授予仪式"
    (meeting,) = extract(
        "6月19日，短视频大赛颁奖典礼在三江大剧院举行，市领导黎明、杜鹃、杜洋为获奖选手颁奖。"
    ).meetings
    assert "杜洋" in meeting.attendees


@pytest.mark.parametrize(
    ("behind", "chair"),
    [
        ("随后，他主持召开座谈会，听取汇报。", ("汤某",)),
        ("在公园，[汤某]察看绿化；随后，他又来到指挥部，主持召开座谈会。", ("汤某",)),
        ("随后，他们主持召开座谈会。", ()),
    ],
)
def test_he_chairs(behind: str, chair: tuple[str, ...]) -> None:
    assert only(f"〔3月5日〕，书记[汤某]到白沙县调研。{behind}").chair == chair


def test_he_brings_no_group_of_the_words_before() -> None:
    text = "书记[徐某]到白沙县调研。〔6月3日〕，县农业局召开座谈会，他邀请专家出席。"
    assert only(text).groups == ()


def test_where_a_body_goes_to_hold_something() -> None:
    meeting = only("〔8月1日〕，县退役军人局赴县一中举办国防教育报告会。")
    assert (meeting.organizer, meeting.place) == ("县退役军人局", "县一中")


def test_those_who_tell_what_they_learnt_or_publish_speak() -> None:
    text = "〔3月5日〕，某市召开老干部座谈会。老干部[张某]、[李某]结合经历，畅谈体会。"
    assert only(text).speakers == ("张某", "李某")
    text = "〔3月5日〕，市检察院召开新闻发布会，副检察长[乔某]作主发布，主任[马某]发布典型案例。"
    assert only(text).speakers == ("乔某", "马某")


def test_who_takes_part_is_not_the_body_that_holds_it() -> None:
    assert only("〔3月5日〕，他参加县商务局举办的电商创业培训班。").organizer == "县商务局"


def test_groups_in_several_halls_are_several() -> None:
    text = "〔3月5日〕，某局召开警示教育大会。机关全体民警在主会场、各分局民警在分会场参加。"
    assert only(text).groups == ("机关全体民警", "各分局民警")
    assert only("〔3月5日〕，第三届社区邻里节在幸福社区热闹开场。").place == "幸福社区"


@pytest.mark.parametrize(
    ("text", "name", "place", "organizer"),
    [
        ("〔5月3日〕，农机展销会在县会展中心热烈而隆重地举行。", "农机展销会", "县会展中心", None),
        ("〔5月3日〕，县农机协会成功地举办了农机展销会。", "农机展销会", None, "县农机协会"),
        ("停办两年的农机展销会〔5月3日〕在甲县重新举行。", "停办两年的农机展销会", "甲县", None),
        ("一群网友〔5月3日〕在网上发帖倡议举办一场助农展销会。", "助农展销会", None, None),
    ],
)
def test_how_it_is_held_is_no_place_and_no_body(
    text: str, name: str, place: str | None, organizer: str | None
) -> None:
    found = only(text)
    assert (found.name, found.place, found.organizer) == (name, place, organizer)


@pytest.mark.parametrize(
    "text",
    [
        "〔5月3日〕，某网组织的滨河家园（论坛 相册 户型）团购第一拨看房团顺利结束。",
        "今年是县第三次党代会召开二十周年。〔5月3日〕，县长[王某]讲话。",
    ],
)
def test_torn_brackets_and_anniversaries_are_no_names(text: str) -> None:
    names = [meeting.name for meeting in meetings(text)]
    assert not any("（" in name or name.startswith("今年") for name in names)


@pytest.mark.parametrize("day", ["本月8日上午", "今年3月8日"])
def test_a_day_of_this_month_or_year_is_one_on_which_a_meeting_is_held(day: str) -> None:
    text = f"〔{day}〕，我县召开春耕工作推进会，县长[王某]讲话。"
    assert only(text).date is not None


@pytest.mark.parametrize("time", ["今年", "今年1至3月"])
def test_a_year_is_no_day_of_a_meeting(time: str) -> None:
    assert only(f"〔{time}〕，我县召开春耕工作推进会，县长[王某]讲话。").date is None
