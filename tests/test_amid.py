"""Headlines in the middle of their story or behind it, paragraphs behind another story, captions in a column."""

from __future__ import annotations

import pytest

from newsie.article import Article
from newsie.divide import divide
from newsie.divide.endings import end_byline
from newsie.text import Text


def column(text: str, characters: int = 16) -> str:
    return "".join(f"{text[at : at + characters]}\n" for at in range(0, len(text), characters))


def articles(page: str) -> list[Article]:
    return list(divide(page).articles)


def by_headline(page: str) -> dict[str, str]:
    return {str(article.headline): str(article.text) for article in divide(page).articles}


COURT = column(
    "本报讯（记者姜某）1月8日，县法院对五起案件集中公开宣判，十四人被判处有期徒刑，群众代表旁听了宣判。"
)
ABOVE = column(
    "火塘没了，换成了节能灶，黑漆漆的老屋没了，换成了小楼。1月9日，青河村村民曲某贵忙着往墙上贴年画。"
)
BELOW = column("“做梦都没想到，龙头一拧水就来了。”曲某贵笑着说，搬出大山以后，日子一年比一年好过。")


def test_the_text_over_a_headline_and_its_byline_is_of_their_story() -> None:
    found = by_headline(
        f"{COURT}县人民法院\n集中宣判五起案件\n\n{ABOVE}新房里的第一个春节\n本报记者 滕某 文/图\n{BELOW}"
    )
    assert found["集中宣判五起案件"].endswith("旁听了宣判。")
    text = found["新房里的第一个春节"]
    assert text.startswith("火塘没了")
    assert text.endswith("好过。")


def test_the_part_that_says_who_somebody_is_comes_first() -> None:
    above = column("门外那棵胡杨，是他来的那年栽下的。郑某田摆摆手，推开门又往渠边走去，身后的狗也跟了上来。")
    below = column("天还没亮，渠道边就晃着一束手电光。62岁的郑某田披着大衣量水位，这活儿他干了三十四年。")
    found = by_headline(f"{COURT}县人民法院\n集中宣判五起案件\n\n{above}胡杨树下守井人\n通讯员 滕某\n{below}")
    assert found["胡杨树下守井人"].startswith("天还没亮")
    assert found["胡杨树下守井人"].endswith("跟了上来。")


def test_a_paragraph_of_a_meeting_goes_back_to_its_story() -> None:
    meeting = column(
        "本报讯（记者姜某）1月8日，区委召开常委会议，传达学习上级精神，研究防汛救灾工作，听取有关汇报。"
    )
    figures = column(
        "本报讯（记者滕某）前五个月，全区完成工业产值二百一十亿元，同比增长百分之九，增速高于全市平均。"
    )
    goes_on = column(
        "会议强调，防汛救灾正处在吃劲的时候，各部门要时时放心不下，把责任落实到每一个岗位、每一个人。"
    )
    found = by_headline(f"研究部署防汛救灾\n{meeting}\n工业产值增长\n{figures}\n{goes_on}")
    assert found["研究部署防汛救灾"].endswith("每一个人。")
    assert found["工业产值增长"].endswith("全市平均。")


def test_two_headlines_in_one_block_go_to_two_stories() -> None:
    economy = column(
        "本报讯（记者姜某）记者从统计局获悉，前三季度全市生产总值增长平稳，芯片产业完成产值三百亿元。"
    )
    signing = column(
        "本报讯（记者滕某）10月24日，产业合作恳谈会在青河举行，会上签约项目二十一个，总投资一百六十八亿元。"
    )
    page = f"前三季度生产总值增长平稳\n芯片产业挑大梁\n揽下签约项目二十一个\n青河产业合作恳谈会举行\n\n{economy}\n{signing}"
    one, two = articles(page)
    assert "生产总值" in str(one.headline)
    assert "恳谈会" in "".join(map(str, (two.kicker, two.headline, *two.subheads)))


def test_what_stands_over_a_dashed_subhead_is_a_headline() -> None:
    report = column(
        "2015年，全州生产总值达四百二十八亿元，农村居民人均收入增长百分之十一，减少贫困人口三十五万人。"
    )
    first, second = articles(f"集中宣判五起案件\n{COURT}\n一组数字看变化\n——政府工作报告摘登\n{report}")
    assert str(second.headline) == "一组数字看变化"
    assert str(first.text).endswith("旁听了宣判。")


@pytest.mark.parametrize(
    ("above", "caption", "below"),
    [
        (
            "孩子上学、老人吃药都不耽误，一个月还能",
            "女工在赶制书包（6月15日摄）",
            "挣2600块，家里的日子越过越宽裕了。",
        ),
        ("斤160元的塘口价", "汤某展示刚起捕的大闸蟹", "计算，一亩毛收入超过二万元，比去年还高一成。"),
    ],
)
def test_a_caption_breaks_into_a_sentence(above: str, caption: str, below: str) -> None:
    body = column(
        "本报讯（记者姜某）天蒙蒙亮，村里已是一片忙碌，大家都盼着有个好收成，他仔细估摸了一下今年的行情和塘口上的收购价，若按每公",
        20,
    )
    page = f"丰收时节\n{body}{above}\n{caption}\n{column(below, 20)}"
    (article,) = articles(page)
    assert [str(one) for one in article.captions] == [caption]
    assert above + below in str(article.text)


def test_a_scene_between_paragraphs_is_a_caption() -> None:
    body = column("本报讯（记者姜某）天蒙蒙亮，田头的收购点就热闹起来，收购商一边过磅，一边高声报价。", 18)
    rest = column("旱涝有保险，种菜才踏实。今年，每亩保费由财政补贴八成，农户自己只掏十二元。", 18)
    (article,) = articles(f"冬季瓜菜抢鲜上市\n{body}\n菜农们正在分拣泡椒\n\n{rest}")
    assert [str(one) for one in article.captions] == ["菜农们正在分拣泡椒"]


def test_questions_of_an_interview_are_text() -> None:
    page = "何以缺椰子\n本报记者 姜某\n家门口的椰子为什么不够用？\n记者：我市每年缺多少椰子？\n符某：一年要四亿个以上。\n"
    (article,) = articles(page)
    assert article.subheads == ()
    assert "记者：我市每年缺多少椰子？" in str(article.text)


def test_each_item_of_a_digest_has_its_headline() -> None:
    items = (
        "动车完成试跑\n\n记者1月14日获悉，青河至省城的动车日前完成试跑，全程用时一小时二十二分。(佘某)\n\n"
        "商圈新添停车位\n\n交警部门近日在安平路施划临时停车泊位四百二十七个，停车首小时免费。\n\n"
        "疫苗接种进尾声\n\n截至1月10日，全市接种流感疫苗五万支，六十岁以上老人免费。(通讯员 宋某)\n"
    )
    assert list(by_headline(f"民生快报\n\n{items}")) == ["动车完成试跑", "商圈新添停车位", "疫苗接种进尾声"]


def test_what_follows_a_notice_is_another_story() -> None:
    page = (
        "关于召开水价听证会的公告\n\n根据有关办法，定于1月30日召开听证会，欢迎报名旁听，报名电话六二零三一。\n\n"
        "别让担子压在少数人肩上\n\n一场大雪，考验的不光是环卫工人，主干道仍用了两天才清完。\n"
    )
    assert list(by_headline(page)) == ["关于召开水价听证会的公告", "别让担子压在少数人肩上"]


@pytest.mark.parametrize(
    ("lines", "kicker", "headline"),
    [
        (["握惯套马杆的手", "", "握住了方向盘"], None, "握惯套马杆的手 握住了方向盘"),
        (["青河县农村饮水安全工程", "", "施工招标公告"], None, "青河县农村饮水安全工程施工招标公告"),
        (["区委常委会召开会议", "以改革破题 以实干交卷"], "区委常委会召开会议", "以改革破题 以实干交卷"),
        (
            ["全县上半年经济形势分析会召开", "盯紧全年目标不放松", "", "确保“十二五”开好局"],
            "全县上半年经济形势分析会召开",
            "盯紧全年目标不放松 确保“十二五”开好局",
        ),
    ],
)
def test_lines_of_a_headline_that_a_blank_one_parts(
    lines: list[str], kicker: str | None, headline: str
) -> None:
    (article,) = articles("\n".join([*lines, COURT]))
    assert (article.kicker and str(article.kicker)) == kicker
    assert str(article.headline).replace(" ", "") == headline.replace(" ", "")


@pytest.mark.parametrize("name", ["沙马拉铁", "邱莫阿呷", "阿依古丽·买买提", "王某"])
def test_a_name_written_by_its_sound_signs_a_text(name: str) -> None:
    found = end_byline(Text.of(f"销售额较上年翻了一番。（{name}）"))
    assert found
    assert str(found[1]) == f"（{name}）"


@pytest.mark.parametrize("words", ["含税价", "本地居民", "如图"])
def test_words_in_brackets_sign_nothing(words: str) -> None:
    assert end_byline(Text.of(f"销售额较上年翻了一番。（{words}）")) is None


def test_a_clause_begun_under_a_paragraph_is_no_headline() -> None:
    body = column("本报讯（记者姜某）旗里免费送他学了驾照，如今每月能挣四千多元，日子比放羊时宽裕多了。", 18)
    first, second = articles(f"进城的牧民\n{body}像敖某这样\n\n草原盛会开幕\n{COURT}")
    assert str(first.text).endswith("像敖某这样")
    assert str(second.headline) == "草原盛会开幕"


def test_names_broken_over_a_blank_line_end_a_story() -> None:
    first, second = articles(
        f"免费手术暖人心\n{column('本报讯（记者姜某）医院开展义诊，手术费用由残联和医院共同负担。（彭')}\n雅静）\n\n集中宣判五起案件\n{COURT}"
    )
    assert str(second.headline) == "集中宣判五起案件"
    assert "雅静" not in str(second.kicker)
    assert first.headline is not None


def test_a_subhead_under_a_byline_is_no_text() -> None:
    body = column("项目建设快，离不开服务跟得紧。开发区为项目配备专班，先后协调解决问题三十七个。", 20)
    (article,) = articles(f"项目进入冲刺期\n本报记者 姜某\n\n服务跟得紧\n{body}")
    assert [str(one) for one in article.subheads] == ["服务跟得紧"]


def test_who_urged_and_a_speech_stand_before_the_beginning_of_their_story() -> None:
    visit = column(
        "本报讯（记者姜某）8月13日，市委书记韩某检查移民住房建设，走进样板房，敲敲墙面，看得十分仔细。"
    )
    speech = column(
        "陆某指出，当前经济下行压力不减，要把上项目作为稳增长的第一抓手，落实市级领导包抓责任制。"
    )
    begins = column("本报讯（记者祁某）8月10日，市政府召开全市经济形势分析会。市长陆某主持会议并讲话。")
    found = by_headline(
        f"{visit}韩某在检查移民工程建设时要求\n把移民新居建成\n放心房暖心房\n\n陆某在经济形势分析会上指出\n稳增长要拿出硬措施\n{speech}\n{begins}"
    )
    assert found["把移民新居建成 放心房暖心房"].endswith("十分仔细。")
    assert found["稳增长要拿出硬措施"].startswith("8月10日")
    assert found["稳增长要拿出硬措施"].endswith("包抓责任制。")


def test_an_editorial_is_a_story_of_its_own() -> None:
    body = column("看一个地方有没有希望，关键看项目，看一个干部有没有本事，也要看项目，时间不等人。")
    found = by_headline(f"集中宣判五起案件\n{COURT}\n项目建设要有“等不起”的紧迫感\n□本报评论员\n{body}")
    assert list(found) == ["集中宣判五起案件", "项目建设要有“等不起”的紧迫感"]


@pytest.mark.parametrize("title", ["简讯集装箱", "短新闻", "※ 农场短波 ※"])
def test_items_under_a_digests_title_are_briefs(title: str) -> None:
    item = "为教师体检\n县里拿出专项资金九十六万元，为教师免费体检，目前已有六成完成体检。（苏某）\n"
    found = articles(f"集中宣判五起案件\n{COURT}\n{title}\n{item}举办篮球赛\n{item.partition(chr(10))[2]}")
    assert [article.kind for article in found] == ["news", "brief", "brief"]
