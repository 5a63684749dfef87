"""What pages in the order of real ones taught: records of whole articles, through `extract`."""

from __future__ import annotations

import pytest
from told import figures, read

from newsie.divide import divide
from newsie.extractor import extract


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "前柳村是省定贫困村，全村326户1104人，其中贫困户67户。",
            [
                ("前柳村", "全村户", "326 户"),
                ("前柳村", "全村人", "1104 人"),
                ("前柳村", "贫困户", "67 户"),
            ],
        ),
        (
            "岗上村有9个村民小组412户1687人。",
            [
                ("岗上村", "村民小组", "9 个"),
                ("岗上村", "户", "412 户"),
                ("岗上村", "人", "1687 人"),
            ],
        ),
        (
            "1至5月，全市12345热线共受理群众诉求4.37万件，办结4.31万件，办结率98.6%。",
            [
                ("12345热线", "受理群众诉求", "43700 件"),
                ("12345热线", "办结群众诉求", "43100 件"),
                ("12345热线", "群众诉求办结率", "98.6 %"),
            ],
        ),
        (
            "全县投入各类抗旱机具1.2万台（套），转移112户476人天亮前全部撤出。",
            [
                ("全县", "投入各类抗旱机具", "12000 台（套）"),
                ("全县", "转移天亮前全部撤出", "112 户"),
                ("全县", "转移天亮前全部撤出", "476 人"),
            ],
        ),
        (
            "全区规上工业企业达137家，其中产值过10亿元企业8家；500万元以上固定资产投资下降3.2%。",
            [
                ("全区", "规上工业企业", "137 家"),
                ("全区", "产值过10亿元企业", "8 家"),
                ("全区", "500万元以上固定资产投资", "3.2 %"),
            ],
        ),
        (
            "记者了解到，那泰镇是荔枝之乡，全镇荔枝种植面积1.6万亩。",
            [("那泰镇", "荔枝种植面积", "16000 亩")],
        ),
        (
            "今年上半年，长江濡江段监测到鱼类58种。资水枫江站洪峰水位达43.72米。",
            [("长江濡江段", "监测到鱼类", "58 种"), ("资水枫江站", "洪峰水位", "43.72 米")],
        ),
        (
            "项目全部达产后，预计可实现年产值90亿元、年税收4.5亿元，带动就业3000人以上。",
            [
                (None, "全部达产后年产值", "9000000000 元"),
                (None, "全部达产后年税收", "450000000 元"),
                (None, "带动就业", "3000 人"),
            ],
        ),
    ],
)
def test_what_is_counted_and_of_whom(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert figures(text) == expected


def test_who_is_sentenced_is_who_the_deeds_are_of() -> None:
    text = "县法院判处姜大有有期徒刑三年，并处罚金8万元；其余8名被告人分别获刑。\n2015年以来，姜大有纠集多人，先后作案17起，非法获利130万元。"
    assert {subject for subject, *_ in figures(text)[2:]} == {"姜大有"}
    assert figures(text)[0] == ("姜大有", "处罚金", "80000 元")


def test_a_speaker_named_far_behind_tells_of_his_own_doings() -> None:
    text = "“我家种了12亩刺梨，去年卖了5万多元。”盛夏时节，走进青河镇前柳村刺梨基地，种植户姜大有一边除草一边说。"
    assert {subject for subject, *_ in figures(text)} == {"姜大有"}


def test_disciplines_and_places_people_come_from_count_nothing() -> None:
    assert figures("青河龙舟队夺得男子22人龙舟500米直道竞速冠军。") == []
    assert figures("来自8个镇街的56名妇女参加培训。") == []


def test_the_year_in_the_name_of_games_is_no_period() -> None:
    found = read("5月9日，2015年“界江杯”乒乓球友谊赛在市体育馆举行。比赛共进行86场。").statistics
    assert [record.period and record.period.text for record in found] in ([None], ["5月9日"])


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("全县平均降水量74.6毫米，较常年同期偏少八成。", "decrease"),
        ("鸡蛋每公斤7.6元，比去年高了2元。", "increase"),
        ("青河的出汁率比其他产区高出3个百分点。", None),
    ],
)
def test_what_differs_from_another_time_has_changed(text: str, change: str | None) -> None:
    assert read(text).statistics[-1].change == change


@pytest.mark.parametrize(
    "text",
    [
        "市民服务平台实行限时办理，一般诉求5个工作日内办结。",
        "停车半小时内免费，超出后每小时只收1元。",
        "要加强技术指导，每炕装烟量控制在4500公斤以内。",
    ],
)
def test_terms_and_charges_are_rules(text: str) -> None:
    assert read(text).statistics[-1].nature == "standard"


def test_projects_that_stand_in_one_clause_are_told_apart() -> None:
    text = "县长一行先后来到中鑫年产3.6万吨锂电铜箔项目和兴业路北延工程施工现场，查看工程进度。"
    assert [found.name for found in read(text).projects] == [
        "中鑫年产3.6万吨锂电铜箔项目",
        "兴业路北延工程",
    ]


def test_who_is_brought_in_to_build_is_no_part_of_the_name() -> None:
    text = "平茶乡引进黔果源食品有限公司建设摆石刺梨加工厂，去年9月建成投产。该厂总投资1.15亿元，占地46亩。"
    assert [found.name for found in read(text).projects] == ["摆石刺梨加工厂"]


def test_a_part_of_a_road_is_no_project_and_its_progress_none_of_the_road() -> None:
    text = "青河至双凤快速通道全长28.4公里，总投资6.9亿元，目前路基工程完成七成以上，已于13日恢复施工。"
    (found,) = read(text).projects
    assert (found.name, found.status, found.progress) == ("青河至双凤快速通道", "resumed", None)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“做梦都没想到！”6月8日，市民姜大有从民警手中接过车钥匙，激动地说。", "姜大有"),
        ("“三单元去年修过一次，雨天还是漏。”家住5号楼的居民姜大有首先发言。", "姜大有"),
        ("“收一粒算一粒！”6月8日，在前柳村，种粮大户姜大有指着田里的收割机对记者说（如图）。", "姜大有"),
        ("“每亩能净赚四五百元。”6月8日，种粮大户姜大有一边卸粮，一边给记者算账。", "姜大有"),
    ],
)
def test_who_speaks_behind_a_quotation(text: str, speaker: str) -> None:
    assert [found.speaker for found in read(text).statements] == [speaker]


def test_what_is_asked_for_on_a_matter_is_said() -> None:
    text = "6月8日，开发区召开推进会，管委会主任姜大有主持。\n姜大有就贯彻落实会议精神要求，各责任单位要倒排工期、挂图作战。"
    (meeting,) = read(text).meetings
    assert [said.text for said in meeting.statements] == ["各责任单位要倒排工期、挂图作战。"]


def test_who_also_goes_somewhere_makes_a_visit() -> None:
    text = "6月8日，市长姜大有主持召开抗旱会议。\n6月9日，姜大有还在市政府秘书长滕永生陪同下，先后来到青河县后岗村和枣岭水库，察看旱情。"
    (visit,) = read(text).visits
    assert (visit.lead, visit.companions) == (("姜大有",), ("滕永生",))


def test_teams_are_one_group_and_who_is_heard_attends() -> None:
    text = "6月8日，第六届农民篮球赛在县体育馆举行，来自各镇街、县直部门的14支代表队参加比赛。"
    assert read(text).meetings[0].groups == ("来自各镇街、县直部门的14支代表队",)
    heard = "“钱总算到手了！”6月8日，在县法院举行的执行款发放仪式上，农民姜大有接过现金，激动地说。"
    (meeting,) = read(heard).meetings
    assert (meeting.speakers, meeting.attendees) == ((), ("姜大有",))


STORY = "本报讯（记者 滕某）6月8日，县里召开防台风会议，要求各镇做好人员转移，确保群众安全。\n"


def titles(page: str) -> list[tuple[str | None, str | None]]:
    return [
        (str(article.kicker) if article.kicker else None, str(article.headline) if article.headline else None)
        for article in divide(page).articles
    ]


def test_a_headline_over_whose_it_is_belongs_to_the_story_under_it() -> None:
    page = f"拉高标杆打好攻坚战\n\n{STORY}\n拧紧防台风“责任链”\n织密转移“安全网”\n\n县防指\n\n本报讯（记者 姜某）6月9日，县防指组织巡查水库。\n"
    assert titles(page) == [
        (None, "拉高标杆打好攻坚战"),
        ("县防指", "拧紧防台风“责任链” 织密转移“安全网”"),
    ]


def test_a_headline_as_wide_as_its_column_begins_a_story_by_its_words() -> None:
    column = "本报讯（记者 姜某）6月8日，市统计\n局发布消息，前五月全市工业增加值\n同比增长百分之九，增速居全省前列，\n发展势头良好，企业信心不断增强。"
    page = f"工业经济运行平稳\n\n{column}\n\n市慈善总会接收捐款三千余万元\n\n截至6月2日，市慈善总会累计接收\n各界捐款三千余万元，已拨付两千\n万元用于救灾。\n"
    assert [headline for _, headline in titles(page)] == ["工业经济运行平稳", "市慈善总会接收捐款三千余万元"]


FRONT = "本报讯（记者 张三）3月5日，青山县召开会议。"


@pytest.mark.parametrize(
    ("sentence", "subject", "indicator", "change"),
    [
        ("县里奖励李长贵500元。", "青山县", "奖励李长贵", None),
        ("猪肉价格比去年贵了3元。", "青山县", "猪肉价格", "increase"),
        ("三家子镇今年种植水稻5万亩。", "三家子镇", "种植水稻", None),
        ("绕阳河镇今年种植水稻5000亩。", "绕阳河镇", "种植水稻", None),
        ("今年，全县实现100亿元以上固定资产投资。", "青山县", "固定资产投资", None),
        ("今年，全县超500万元项目32个。", "青山县", "超500万元项目", None),
        ("县里拟投资8000万元新建标准厂房仓库，今年开工。", "青山县", "投资", None),
        ("青山农商银行举办活动。今年全县金融平稳，银行发放贷款50亿元。", "青山县", "银行发放贷款", None),
        ("青山高速公路开工。高速公路完成投资5亿元。", "青山高速公路", "完成投资", None),
    ],
)
def test_words_that_only_look_like_others(
    sentence: str, subject: str, indicator: str, change: str | None
) -> None:
    (found,) = extract(f"青山县新闻\n{FRONT}{sentence}\n").statistics
    assert (found.subject, found.indicator, found.change) == (subject, indicator, change)


def test_work_done_within_days_is_no_rule() -> None:
    found = extract(f"青山县新闻\n{FRONT}今年10天内完成征地200亩。\n").statistics
    assert [one.nature for one in found] == ["actual", "actual"]


def test_who_does_accounts_says_nothing() -> None:
    assert extract(f"青山县新闻\n{FRONT}干部上门给群众算账，宣传惠农政策。\n").statements == ()


def test_a_second_line_of_a_headline_is_no_sentence() -> None:
    page = "易地搬迁群众\n稳得住，富得起\n\n昨日，易地搬迁安置点公布了搬迁户就业情况，全县三千户搬迁户全部就业，收入不断增加。\n"
    assert extract(page).articles[0].headline == "易地搬迁群众 稳得住，富得起"
