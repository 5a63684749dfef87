"""Sentences that another story, a headline or a picture cuts, and where they go on."""

from __future__ import annotations

import pytest

from newsie.article import Article
from newsie.divide import divide


def column(text: str, characters: int) -> str:
    return "".join(f"{text[at : at + characters]}\n" for at in range(0, len(text), characters))


NARROW = column(
    "本报讯（记者姜某）1月8日下午，市里召开学习实践活动动员大会。市委书记赵某主持会议并作动员讲话，市长钱某传达上级有关会议的精神。他说，全市各级共开展专题调研活动四百六",
    16,
)
REST = column(
    "十四项，形成调研报告二百一十余篇，帮助基层解决困难和问题一百三十七个，办结群众来信九十二件。赵某强调，要见人见事见思想。",
    16,
)
WIDE = column(
    "本报讯（记者孙某）1月9日上午，石埠作业区二期工程开工仪式在石埠镇举行。该工程总投资五亿元，占地七百亩，预计明年六月竣工，届时年吞吐能力将达到九百万吨，成为全市最大的港口。",
    22,
)


def stories(page: str) -> dict[str, Article]:
    return {str(article.headline): article for article in divide(page).articles}


@pytest.mark.parametrize("between", ["\n", "\n新闻热线：0000-1234567\n\n", "\n县里检查春耕备耕\n\n"])
def test_a_cut_sentence_goes_on_behind_another_story(between: str) -> None:
    page = f"以成效取信于民\n{NARROW}\n二期工程开工\n{WIDE}{between}{REST}"
    found = stories(page)
    assert "四百六十四项，形成" in str(found["以成效取信于民"].text)
    assert str(found["以成效取信于民"].text).endswith("见人见事见思想。")
    assert str(found["二期工程开工"].text).endswith("最大的港口。")


def test_the_story_broken_into_goes_on_in_its_own_column() -> None:
    own = column(
        "项目负责人李某告诉记者，施工队伍分成三班，昼夜不停，目前已经完成基础开挖和围堰填筑，春节期间不停工，力争提前两个月投用。",
        22,
    )
    found = stories(f"以成效取信于民\n{NARROW}\n二期工程开工\n{WIDE}\n{REST}\n{own}")
    assert str(found["以成效取信于民"].text).endswith("见人见事见思想。")
    assert str(found["二期工程开工"].text).endswith("提前两个月投用。")


def test_whole_paragraphs_in_another_column_go_to_the_story_that_has_their_words() -> None:
    lead = column(
        "本报讯（记者姜某）1月8日至9日，市委书记赵某深入甲县、乙县调研脱贫攻坚秋季攻势的推进情况，看望帮扶干部，赵某一行走村入户看项目。",
        16,
    )
    more = column(
        "9日下午，赵某在乙县主持召开脱贫攻坚秋季攻势座谈会，甲县、乙县负责人先后汇报了工作情况。赵某指出，秋季攻势是全年的决胜之战。",
        16,
    )
    found = stories(f"打好秋季攻势\n{lead}\n二期工程开工\n{WIDE}\n{more}")
    assert str(found["打好秋季攻势"].text).endswith("决胜之战。")


def test_a_page_of_one_width_is_left_as_it_is() -> None:
    page = f"以成效取信于民\n{NARROW}\n二期工程开工\n{column('本报讯（记者孙某）1月9日上午，石埠作业区二期工程开工仪式举行，该工程占地七百亩。', 16)}\n{column('会上，有关负责人介绍了建设的情况。', 16)}"
    assert str(stories(page)["二期工程开工"].text).endswith("建设的情况。")


def test_headlines_in_the_middle_of_a_sentence_are_told() -> None:
    page = (
        "携手共建产业园\n本报讯（记者 姜某）1月8日，双方签\n约，云峰集团将投资12亿元建设产业园，\n\n"
        "赵某在甲县调研时强调\n以决战姿态打好秋季攻势\n\n占地210亩，计划今年动工。\n\n本报讯（记者 孙某）1月9日，赵某到甲县调研秋季攻势。\n"
    )
    found = stories(page)
    assert "建设产业园，占地210亩" in str(found["携手共建产业园"].text)
    assert str(found["以决战姿态打好秋季攻势"].text).startswith("1月9日，赵某")


def test_a_slogan_where_a_column_ends_is_the_storys_headline() -> None:
    page = (
        "全县干部大会隆重召开\n\n本报讯（记者 姜某）1月8日，全县干部大会在影剧\n院隆重召开，县委书记赵某讲话，强调三要毫不放松\n抓好春耕生产，稳定播种面积52万亩；四要\n"
        "重振精神抓重建\n咬定目标促发展\n\n切实维护社会稳定，确保一方平安。\n"
    )
    (story,) = divide(page).articles
    assert (str(story.kicker), str(story.headline)) == (
        "全县干部大会隆重召开",
        "重振精神抓重建 咬定目标促发展",
    )
    assert "四要切实维护" in str(story.text)


def test_a_character_left_alone_is_text_and_the_line_under_it_a_caption() -> None:
    page = "泵阀之都\n本报讯（记者 姜某）建区之初，区内泵阀企业\n只有9家，如今已发展到143家，\n\n产\n\n工人正在检测循环泵\n\n品由最初的十几种增加到400余种。\n"
    (story,) = divide(page).articles
    assert "143家，产品由" in str(story.text)
    assert [str(caption) for caption in story.captions] == ["工人正在检测循环泵"]


def test_a_headline_right_over_the_rest_of_a_sentence_is_its_storys() -> None:
    page = (
        "赵某在甲县调研脱贫攻坚工作时强调\n本报讯（记者 姜某）1月8日，赵某深入深度贫困的甲\n县，察看连翘茶加工项目，项目一期生产线投产，日\n加工\n"
        "9月25日，市民在主题花坛前合影留念。全市已在各个路\n段摆放鲜花86万盆，迎接节日的到来。\n本报记者 孙某 摄\n\n"
        "不获全胜绝不收兵\n鲜叶4吨，二期明年开工，可带动周边的贫困户增收。\n"
    )
    story, picture = divide(page).articles
    assert (str(story.headline), picture.headline) == ("不获全胜绝不收兵", None)
    assert "日加工鲜叶4吨" in str(story.text)


def test_of_two_cut_sentences_each_goes_on_with_its_own_words() -> None:
    farms = column(
        "本报讯（记者姜某）1月8日上午，全市春季农业生产会议召开。市长钱某出席会议并讲话，钱某指出，小麦苗情比上年偏弱，各地农业生产所需的农资",
        16,
    )
    works = column(
        "本报讯（记者孙某）记者从市经委获悉，今年前两月全市规模以上工业完成增加值27.4亿元，同比增长。分行业看，煤炭行业增长较快，农副食品加工业",
        16,
    )
    page = (
        f"农业生产抓得更紧\n{farms}\n前两月工业实现开门红\n\n{works}\n钱某在全市春季农业生产会议上强调\n把农业生产抓实\n\n"
        + column(
            "价格也有所上涨。各地要抓好小麦苗情转化。钱某强调，农业生产要加强农资市场监管，把会议精神落到实处。",
            16,
        )
        + "\n导读\n城区公交线路调整  4版\n\n"
        + column("完成增加值3.9亿元，增长27%。主要工业产品中，有二十九种产量同比增长，工业效益同步回升。", 16)
    )
    found = [str(article.text) for article in divide(page).articles]
    assert "农资价格也有所上涨" in found[0]
    assert "食品加工业完成增加值3.9亿元" in found[1]


def test_a_quotation_is_closed_in_its_own_story() -> None:
    cut = column(
        "本报讯（记者姜某）1月8日下午，市长钱某到高新区督导企业复工复产，察看生产车间。钱某说：“缺工的事政府想办法，但车间、食堂的防控",
        16,
    )
    other = column(
        "本报讯（记者孙某）1月7日，市里召开会议，传达上级有关会议的精神，研究下一步工作。会议要求，", 16
    )
    page = f"帮企业打通堵点\n{cut}\n市里召开会议\n{other}\n工业企业复工率达九成\n{WIDE}\n" + column(
        "一个环节都不能省，谁的门谁来看好。”钱某还来到汽车站，看望坚守在一线的社区工作者。", 16
    )
    assert "食堂的防控一个环节" in str(stories(page)["帮企业打通堵点"].text)


def test_a_page_whose_second_column_comes_first() -> None:
    rest = column(
        "要管住人员流动，严格落实措施，外地返回人员一律先登记。要管好重点场所，坚决守住底线。市长钱某通报情况。",
        16,
    )
    start = column(
        "本报讯（记者姜某）1月8日晚，市里召开会议，研究部署下一步疫情防控工作。市委书记赵某主持会议，要求管住人员流动、管好重点场所。会议要求，",
        16,
    )
    page = f"某某日报\n2020年3月5日 星期四\n\n{rest}\n慎终如始抓防控\n\n二期工程开工\n{WIDE}\n导读\n城区公交线路调整  4版\n\n{start}"
    texts = [str(article.text) for article in divide(page).articles]
    assert any("会议要求，要管住人员流动" in text for text in texts)
    assert len(texts) == 2


def test_what_follows_the_names_under_an_item_is_of_another_story() -> None:
    item = column(
        "【望潮区办成首笔贷款】日前，望潮区一家企业凭十一件发明专利从银行获得贷款一千五百万元，惠及企业九十四家。（俞某）",
        20,
    )
    more = column(
        "10月15日，该区又召开工业上楼推进会，要求厂房改造算好亩均账，对企业一企一策做好服务，不大拆大建。", 16
    )
    lead = column(
        "本报讯（记者姜某）走进金塘区汽摩配产业园，低矮的厂房变成了六层高的标准厂房，工业上楼让企业生产线连成一体，该区启动厂房改造。",
        16,
    )
    found = stories(f"老厂区长高了\n{lead}\n一线速递\n{item}\n{more}")
    assert str(found["老厂区长高了"].text).endswith("不大拆大建。")
    assert str(found["望潮区办成首笔贷款"].text).endswith("九十四家。")
