"""How pages are put together: names of the paper among stories, wires of any name, headlines far off."""

from __future__ import annotations

import pytest

from newsie.article import Article
from newsie.divide import divide
from newsie.extractor import extract


def headlines(articles: tuple[Article, ...]) -> list[str]:
    return [str(article.headline) for article in articles]


@pytest.mark.parametrize(
    "wire", ["●本报讯（记者 姜某）", "某某融媒讯（记者 姜某）", "某某报讯（通讯员 姜某）"]
)
def test_a_wire_of_any_name_and_mark_opens_a_story(wire: str) -> None:
    page = (
        f"区里召开推进会\n\n{wire}1月8日，区里召开推进会。\n\n县里开展检查\n\n{wire}1月9日，县里开展检查。\n"
    )
    first, second = divide(page).articles
    assert headlines((first, second)) == ["区里召开推进会", "县里开展检查"]
    assert [str(name) for name in second.byline.names] == ["姜某"]
    assert str(second.text) == "1月9日，县里开展检查。"
    assert {first.kind, second.kind} == {"news"}


def test_a_wire_that_the_line_breaks_opens_a_story() -> None:
    page = "区里召开推进会\n某某融媒讯（记者 姜某 通讯员 宗某\n海）1月8日，区里召开推进会。\n"
    (story,) = divide(page).articles
    assert [str(name) for name in story.byline.names] == ["姜某", "宗某海"]


def test_the_first_character_of_a_long_name_may_stand_in_the_line_before() -> None:
    page = "本报讯 1月8日，区里召开推进会。\n惠及群众2万人。（通讯员 巴\n哈提·赛力克）\n"
    (story,) = divide(page).articles
    assert [str(name) for name in story.byline.correspondents] == ["巴哈提·赛力克"]


def test_the_size_of_letters_is_no_name() -> None:
    page = "区里召开推进会\n发布时间：2020-06-10 08:12　信息来源：某某网　作者：姜某　字体：【大 中 小】\n\n　　1月8日，区里召开推进会。\n"
    (story,) = divide(page).articles
    assert [str(name) for name in story.byline.names] == ["姜某"]


def test_who_put_a_story_together_is_its_reporter() -> None:
    (story,) = divide("数说一年\n本报记者 姜某某 整理\n去年，全市实现生产总值1386.5亿元。\n").articles
    assert [str(name) for name in story.byline.reporters] == ["姜某某"]


def test_the_newsroom_is_no_photographer() -> None:
    page = "本报讯（记者 姜某）1月8日，区里召开推进会。\n\n9月14日，社员在分拣西梅。\n融媒记者 王某 摄\n"
    assert [str(name) for name in divide(page).articles[-1].byline.photographers] == ["王某"]


def test_the_papers_name_stands_in_its_head_and_further_down() -> None:
    page = (
        "2022年9月16日 星期五\n某某零距离\n2 综合新闻\n本版编辑：姜某\n\n区里召开推进会\n\n本报讯（记者 姜某）1月8日，区里召开推进会。\n\n"
        "某某零距离\n县里开展检查\n\n本报讯（记者 王某）1月9日，县里开展检查。\n"
    )
    division = divide(page)
    assert headlines(division.articles) == ["区里召开推进会", "县里开展检查"]
    assert [str(line) for line in division.furniture].count("某某零距离") == 2


def test_a_pages_name_with_its_number_is_of_the_frame() -> None:
    page = "某某日报 2024年3月29日 星期五\n工业园·特刊 05\n\n区里召开推进会\n\n本报讯（记者 姜某）1月8日，区里召开推进会。\n"
    assert headlines(divide(page).articles) == ["区里召开推进会"]


def test_the_imprint_at_the_foot_is_of_the_frame() -> None:
    page = "本报讯 1月8日，区里召开推进会。\n惠及2万人。（记者姜某）\n\n电子信箱：a@example.com  广告热线：0311-00000000  印刷：某某日报社印刷厂\n"
    (story,) = divide(page).articles
    assert [str(name) for name in story.byline.reporters] == ["姜某"]


def test_a_headline_right_over_a_byline_is_that_storys() -> None:
    page = (
        "某某日报 2015年1月30日\n\n本报讯（记者 姜某）1月26日，大会代表团审议政府工作报告，数说成绩。\n\n书记参加某县代表团审议\n把某县建成工业强县\n\n"
        "数读政府工作报告\n本报记者 王某 整理\n去年，全市实现生产总值1386.5亿元，增长9.1%。\n"
    )
    first, second = divide(page).articles
    assert headlines((first, second)) == ["把某县建成工业强县", "数读政府工作报告"]
    assert str(first.kicker) == "书记参加某县代表团审议"


def test_a_headline_and_its_byline_may_stand_under_their_story() -> None:
    page = (
        "某某日报\n2017年7月25日 星期二\n\n上半年生产总值增长\n■ 记者 姜某\n昨日，全市经济运行发布会举行，生产总值增长。\n\n"
        "某某日报\n市国税局\n“从申报到退税到账只用了4天。”企业负责人说，出口退税很快。\n今年以来，市国税局推行无纸化退税。\n\n"
        "1500多家企业尝到\n出口退税“甜头”\n■ 记者 娄某 通讯员 奚 某\n\n跨境电商跑出“加速度”\n■ 记者 王某\n来自海关的数据显示，跨境电商出口增长。\n"
    )
    stories = divide(page).articles
    assert headlines(stories) == [
        "上半年生产总值增长",
        "1500多家企业尝到 出口退税“甜头”",
        "跨境电商跑出“加速度”",
    ]
    assert [str(name) for name in stories[1].byline.names] == ["娄某", "奚某"]
    assert str(stories[1].kicker) == "市国税局"


def test_a_notice_opens_a_story_and_its_sender_signs_it() -> None:
    page = (
        "政协会议闭幕\n本报讯（记者 姜某）1月28日，政协会议闭幕。\n会议选举了副主席。\n\n某某市第六届人民代表大会\n第五次会议公告\n"
        "某某市第六届人民代表大会第五次会议于2015年1月29日选举：\n王某为某某市人民政府市长；\n李某为某某市中级人民法院院长。\n现予公告。\n"
        "某某市第六届人民代表大会第五次会议主席团\n2015年1月29日\n"
    )
    news, notice = divide(page).articles
    assert str(notice.headline).replace(" ", "") == "某某市第六届人民代表大会第五次会议公告"
    assert [str(paragraph) for paragraph in notice.body[-2:]] == [
        "某某市第六届人民代表大会第五次会议主席团",
        "2015年1月29日",
    ]
    assert str(news.headline) == "政协会议闭幕"


def test_the_first_item_of_a_column_has_its_headline() -> None:
    page = (
        "区里召开推进会\n\n本报讯（记者 姜某）1月8日，区里召开推进会。\n\n▶财经短波\n金融机构各项贷款余额突破1800亿元\n截至6月末，金融机构各项贷款余额1832亿元，\n"
        "比年初增加。（通讯员 裘某）\n上半年新增市场主体1万户\n上半年，全市新设市场主体1.62万户，比去年\n增长。（通讯员 应某）\n"
    )
    assert headlines(divide(page).articles)[1:] == [
        "金融机构各项贷款余额突破1800亿元",
        "上半年新增市场主体1万户",
    ]


def test_a_headline_over_a_columns_title_is_of_the_story_before() -> None:
    page = (
        "本报讯（记者 姜某）9月14日，全县棉花收购会召开，\n部署棉花收购工作。\n\n全县棉花收购\n工作部署会召开\n\n◆ 简 讯\n县里开展食品检查\n"
        "　　9月7日，县里对食堂开展食品检查。（通讯员 王某）\n"
    )
    assert headlines(divide(page).articles) == ["全县棉花收购 工作部署会召开", "县里开展食品检查"]


@pytest.mark.parametrize(
    ("over", "main"),
    [
        ("书记冒雨检查防汛工作", "严 防 死 守 保 安 澜"),
        ("委员声音", "让群众在家门口看好病"),
        ("我市举行2024年一季度重大项目集中开工活动", "48个重大项目开工 总投资312.6亿元"),
        ("总投资214.6亿元", "52个项目春季集中开工"),
        ("党员先锋在一线", "把根扎进泥土里"),
        ("研究部署消防安全工作", "区委常委会召开会议"),
        ("实现首季开门红 多项指标好于预期", "一季度我市地区生产总值增长5.8%"),
    ],
)
def test_a_kicker_over_its_headline(over: str, main: str) -> None:
    (story,) = divide(f"{over}\n{main}\n\n本报讯（记者 姜某）1月8日，区里召开推进会。\n").articles
    assert str(story.kicker) == over
    assert str(story.headline).replace(" ", "") == main.replace(" ", "")


def test_a_line_with_its_own_period_is_a_subhead() -> None:
    page = "跨境电商跑出“加速度”\n上半年出口增长14.2%\n■ 记者 姜某\n来自海关的数据显示，出口增长。\n"
    (story,) = divide(page).articles
    assert (str(story.headline), [str(line) for line in story.subheads]) == (
        "跨境电商跑出“加速度”",
        ["上半年出口增长14.2%"],
    )


def test_what_someone_says_is_no_headline_of_the_picture_that_cuts_it_off() -> None:
    page = (
        "县里观摩项目\n\n本报讯（记者 姜某）3月21日，县委书记牛某带队观摩全县项目。\n牛某强调，观摩既是检阅\n\n"
        "3月25日，建设者在项目现场紧张施工，目前主体已封顶。\n底某 摄\n塔吊林立建设忙\n\n也是鞭策，要找差距、添措施。\n"
    )
    story, photo = divide(page).articles
    assert str(story.body[-1]).endswith("观摩既是检阅也是鞭策，要找差距、添措施。")
    assert headlines((story, photo)) == ["县里观摩项目", "塔吊林立建设忙"]


@pytest.mark.parametrize(
    ("main", "under"),
    [
        ("我市赴外地举办产业推介会", "现场签约项目11个 总投资46.7亿元"),
        ("万名考生顺利完成高考", "高考成绩6月23日公布"),
        ("县人民代表大会第四次会议开幕", "姜某作政府工作报告 宗某主持"),
    ],
)
def test_a_line_that_says_something_of_its_own_is_a_subhead(main: str, under: str) -> None:
    (story,) = divide(f"{main}\n{under}\n\n本报讯（记者 姜某）1月8日，区里召开推进会。\n").articles
    assert (str(story.headline), [str(line) for line in story.subheads]) == (main, [under])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("市人大常委会检查", "大气污染防治法实施情况"),
        ("某某区党政代表团到我县", "考察东西部扶贫协作工作"),
        ("关于滨江大道部分路段施工期间", "实行交通管制的通告"),
        ("2015年某某市国民经济和社会发展", "统计公报（摘要）"),
    ],
)
def test_a_headline_that_its_first_line_only_begins(first: str, second: str) -> None:
    (story,) = divide(f"{first}\n{second}\n\n本报讯（记者 姜某）1月8日，区里召开推进会。\n").articles
    assert (str(story.headline), story.subheads) == (f"{first} {second}", ())


def test_the_end_of_a_subhead_with_a_dash_stands_in_the_next_line() -> None:
    page = "老虎沟里的守林人\n——记县林业局派驻某某村\n第一书记姜某\n\n本报讯（记者 宗某）1月8日，山里下雪。\n"
    (story,) = divide(page).articles
    assert [str(line) for line in story.subheads] == ["——记县林业局派驻某某村 第一书记姜某"]


def test_a_columns_name_takes_no_storys_headline() -> None:
    page = (
        "聚焦两会\n本报讯（记者 姜某）报告引发了代表委员的热烈讨论。\n“我们边寨也能吃上旅游饭。”代表宗某说。\n\n"
        "代表委员话发展\n把“规划图”变成“实景画”\n\n8件惠民实事公布\n本报讯 县里将办好8件惠民实事，新增学位720个。\n"
    )
    first, second = divide(page).articles
    assert (str(first.kicker), str(first.headline)) == ("代表委员话发展", "把“规划图”变成“实景画”")
    assert str(second.headline) == "8件惠民实事公布"


def test_a_notice_under_a_picture_is_a_story_of_its_own() -> None:
    page = (
        "前5月工业增加值增长9.2%\n本报讯（记者 姜某）前5月，工业增加值增长9.2%。\n\n粽叶飘香迎端午\n\ufffd\ufffd\ufffd6月14日，社区举办端午活动，居民一起包\n粽子。\n"
        "通讯员 宗某 摄\n\n关于滨江大道部分路段施工期间\n实行交通管制的通告\n因滨江大道管网改造施工需要，定于6月18日对滨江大道实行半幅封\n闭施工。\n某某市公安局\n2018年6月14日\n"
    )
    assert headlines(divide(page).articles) == [
        "前5月工业增加值增长9.2%",
        "粽叶飘香迎端午",
        "关于滨江大道部分路段施工期间 实行交通管制的通告",
    ]


def test_the_points_of_a_notice_are_its_text() -> None:
    page = (
        "区里召开推进会\n本报讯（记者 姜某）1月8日，区里召开推进会。\n\n遗失声明\n●姜某遗失房屋所有权证，声明作废。\n"
        "●某某餐饮店遗失许可证副本，声明作废。\n"
    )
    _, notice = divide(page).articles
    assert str(notice.headline) == "遗失声明"
    assert [str(paragraph)[:3] for paragraph in notice.body] == ["●姜某", "●某某"]


def test_the_first_part_of_a_report_is_no_pages_name() -> None:
    page = (
        "统计公报\n\n本报讯 全市上下认真落实各项部署，国民经济保持平稳增长。\n一、综合\n初步核算，全年实现生产总值318亿元，比上年增长8.6%。\n"
        "二、农业\n全年粮食播种面积386万亩，粮食总产量107万吨，比上年增产2.9%。\n"
    )
    (story,) = divide(page).articles
    assert [str(line) for line in story.subheads] == ["一、综合", "二、农业"]


def test_a_caption_that_is_a_sentence_breaks_into_a_word() -> None:
    page = (
        "秋收进入尾声\n\n本报讯（记者 姜某）截至10月20日，全县玉米收获九成，水\n\n收割机正在收获玉米。\n\n某某日报\n\n"
        "稻已全部归仓。农技人员指导农户种好水稻。\n"
    )
    (story,) = divide(page).articles
    assert "水稻已全部归仓" in str(story.text)
    assert [str(caption) for caption in story.captions] == ["收割机正在收获玉米。"]


def test_who_wrote_and_who_took_the_pictures_in_one_bracket() -> None:
    (story,) = divide("书记到乡镇调研\n本报讯（记者 姜某某 文 宗某 图）5月16日，书记到乡镇调研。\n").articles
    assert [str(name) for name in story.byline.reporters] == ["姜某某"]
    assert [str(name) for name in story.byline.photographers] == ["宗某"]


@pytest.mark.parametrize("sender", ["（宗某某）", "（宗 某）", "（慕\n某某）", "\n（宗某某）"])
def test_items_signed_by_a_bare_name_stand_one_under_another(sender: str) -> None:
    page = (
        "简 明 新 闻\n县妇联举办剪纸技能培训班\n10月28日，县妇联在文化馆举办剪纸技能培训班，来自各\n"
        f"乡镇的62名妇女参加培训。{sender}\n全县职工球赛落幕\n由县总工会主办的全县职工乒乓球赛10月29日在县体育馆\n"
        "落幕，来自机关、企业的26支代表队参赛。（姜某某）\n"
    )
    first, second = divide(page).articles
    assert headlines((first, second)) == ["县妇联举办剪纸技能培训班", "全县职工球赛落幕"]
    assert {first.kind, second.kind} == {"brief"}
    assert len(first.byline.correspondents) == len(second.byline.correspondents) == 1
    assert not second.byline.reporters


@pytest.mark.parametrize(
    ("kicker", "lines", "headline"),
    [
        ("全市推进会召开", "以最严要求抓整改\n\n以最实举措促攻坚", "以最严要求抓整改 以最实举措促攻坚"),
        ("县长检查煤矿安全生产", "警钟长鸣抓安全\n\n严防死守保平安", "警钟长鸣抓安全 严防死守保平安"),
        ("主任现场督查重点项目建设", "以项目大突破\n\n推动园区大发展", "以项目大突破 推动园区大发展"),
        ("书记深入果区调研苹果产业", "抓好果园管理 打响苹果品牌", "抓好果园管理 打响苹果品牌"),
        ("全县森林防火工作会议召开", "绷紧防火弦 守好绿草原", "绷紧防火弦 守好绿草原"),
        ("副市长督导秋季开学准备工作", "守好开学“第一道门”", "守好开学“第一道门”"),
        ("主席带队视察时指出", "农村饮水安全工程\n\n要让群众真受益", "农村饮水安全工程 要让群众真受益"),
        ("经济运行延续恢复向好态势", "前三季度我市GDP同比增长5.2%", "前三季度我市GDP同比增长5.2%"),
    ],
)
def test_what_was_urged_under_what_was_done(kicker: str, lines: str, headline: str) -> None:
    page = f"{kicker}\n{lines}\n\n本报讯（记者 姜某）1月8日，区里召开推进会。\n"
    (story,) = divide(page).articles
    assert (str(story.kicker), str(story.headline)) == (kicker, headline)


@pytest.mark.parametrize(
    ("lines", "headline"),
    [
        ("我市与某某大学\n\n签署战略合作协议", "我市与某某大学 签署战略合作协议"),
        ("市纪委通报3起违反\n\n中央八项规定精神典型问题", "市纪委通报3起违反 中央八项规定精神典型问题"),
    ],
)
def test_a_headline_goes_on_after_a_blank_line(lines: str, headline: str) -> None:
    (story,) = divide(f"{lines}\n\n本报讯（记者 姜某）1月8日，区里召开推进会。\n").articles
    assert str(story.headline) == headline


def test_a_headline_over_a_columns_name_is_of_the_story_above_it() -> None:
    page = (
        "区里召开推进会\n本报讯（记者 姜某）1月8日，区里召开推进会。\n\n本报讯（通讯员 宗某）1月9日，县水务局开展检查。\n执法严打非法采砂\n某某县\n\n"
        "简 讯\n市总工会发放助学金\n近日，市总工会发放助学金210万元。（王某某）\n"
    )
    second = divide(page).articles[1]
    assert (str(second.kicker), str(second.headline)) == ("某某县", "执法严打非法采砂")


def test_a_second_byline_ends_a_second_story() -> None:
    page = (
        "煤矿检查不走过场\n本报讯（通讯员 姜某）6月21日，县煤炭局开展检查。\n检查组共检查矿井23座。\n\n盛夏时节，走进某某村，漫山遍野的核桃树郁郁葱葱。\n"
        "全村核桃面积达到2800亩。\n本报记者 宗某 通讯员 王某\n某某村：小核桃砸开致富门\n"
    )
    first, second = divide(page).articles
    assert headlines((first, second)) == ["煤矿检查不走过场", "某某村：小核桃砸开致富门"]
    assert [str(name) for name in second.byline.names] == ["宗某", "王某"]
    assert str(first.text).endswith("检查矿井23座。")


def test_the_name_of_a_series_and_what_other_pages_have_are_no_headlines() -> None:
    page = (
        "今日导读\n国庆火车票明日开售 /2版\n千亩莲藕采挖忙 /5版\n\n砥砺奋进的五年·行走某地\n荒山坡上种出“花经济”\n本报记者 姜某\n"
        "初秋时节，走进某某村，百亩向日葵迎风怒放。\n"
    )
    (story,) = divide(page).articles
    assert (story.kicker, str(story.headline), story.subheads) == (None, "荒山坡上种出“花经济”", ())


@pytest.mark.parametrize(
    "caption", ["\n某某大道施工现场\n\n", "网格员郑某（右）入户走访\n", "\n正正在在焊焊接接管管道道\n\n"]
)
def test_a_short_line_in_a_sentence_is_a_caption(caption: str) -> None:
    page = (
        "大道年底通车\n本报讯（记者 姜某）压路机来回碾压，摊铺机缓缓前行，工人们\n正顶着烈日铺设路面，天气一放晴，他们就又增加了一套新\n"
        f"{caption}的摊铺设备，人员分成两班轮流作业，确保年底建成通车。\n"
    )
    (story,) = divide(page).articles
    assert "增加了一套新的摊铺设备" in str(story.text)
    assert len(story.captions) == 1


def test_a_sentence_just_begun_is_cut_by_an_overprinted_caption() -> None:
    page = "热源厂里战酷暑\n本报讯（记者 姜某）7月1日，骄阳似火，工地上焊花闪烁。\n正在\n\n工工人人正正在在焊焊接接管管道道\n\n绑扎钢筋的工人抹了把汗。\n"
    (story,) = divide(page).articles
    assert "正在绑扎钢筋的工人" in str(story.text)
    assert story.subheads == ()


@pytest.mark.parametrize(
    ("lines", "kicker", "headline", "subheads"),
    [
        ("在希望的田野上\n一片“云雾叶” 富了半边山\n——某县茶产业见闻", "在希望的田野上", "一片“云雾叶” 富了半边山", ["——某县茶产业见闻"]),
        ("总库容3860万立方米 设计灌溉面积5.2万亩\n某某水库下闸蓄水", "总库容3860万立方米 设计灌溉面积5.2万亩", "某某水库下闸蓄水", []),
        ("让老年人在家门口享受幸福晚年\n区长调研社区养老服务工作", None, "让老年人在家门口享受幸福晚年", ["区长调研社区养老服务工作"]),
        ("一季度全区经济实现“开门红”\n地区生产总值同比增长8.3%", None, "一季度全区经济实现“开门红”", ["地区生产总值同比增长8.3%"]),
        ("家电下乡补贴发放突破600万元\n冰箱、彩电最受农民青睐", None, "家电下乡补贴发放突破600万元", ["冰箱、彩电最受农民青睐"]),
        ("我旗组织开展重点项目观摩活动\n比干劲\n\n看变化\n\n促发展", "我旗组织开展重点项目观摩活动", "比干劲 看变化 促发展", []),
        ("市防指紧急会商\n\n部署新一轮强降雨防御", None, "市防指紧急会商 部署新一轮强降雨防御", []),
        ("我市在外地举办\n\n电子产业招商推介会\n现场签约项目18个 签约金额92.3亿元", None, "我市在外地举办 电子产业招商推介会", ["现场签约项目18个 签约金额92.3亿元"]),
        ("市政协委员\n\n为古城保护建言", None, "市政协委员 为古城保护建言", []),
        ("去年我市居民人均\n\n可支配收入13826元", None, "去年我市居民人均 可支配收入13826元", []),
        ("市政府召开常务会议研究确定\n今年为民办好12件实事\n新增公交车200辆 改造老旧小区38个", "市政府召开常务会议研究确定", "今年为民办好12件实事", ["新增公交车200辆 改造老旧小区38个"]),
        ("书记在防汛一线检查指导\n\n抗洪救灾工作时要求\n把群众安全放在第一位", "书记在防汛一线检查指导 抗洪救灾工作时要求", "把群众安全放在第一位", []),
        ("大抓项目 抓大项目\n全市重大项目集中开工仪式举行 总投资186.5亿元\n32个重大项目集中开工", "全市重大项目集中开工仪式举行 总投资186.5亿元", "32个重大项目集中开工", []),
        ("县国税局 县地税局\n国税地税联合办税", "县国税局 县地税局", "国税地税联合办税", []),
    ],
)  # fmt: skip
def test_lines_of_a_headline(lines: str, kicker: str | None, headline: str, subheads: list[str]) -> None:
    (story,) = divide(f"{lines}\n\n本报讯（记者 姜某）1月8日，区里召开推进会。\n").articles
    found = story.kicker and str(story.kicker), str(story.headline), [str(line) for line in story.subheads]
    assert found == (kicker, headline, subheads)


def test_items_with_their_headline_over_or_in_their_first_line() -> None:
    page = (
        "短 讯\n某某镇举办趣味运动会\n▲9月11日，某某镇农民趣味运动会举行，来自全镇的220名选手参加比赛。（姜某某）\n"
        "△新农合药品目录扩容  笔者\n从市新农合办获悉，9月1日，药品目录由624种增加到1012种。（宗某某）\n"
        "△我市启动“慈心捐”活动\n9月7日，我市举行“慈心捐”活动启动仪式，市级领导带头捐款。（王某某）\n"
    )
    assert headlines(divide(page).articles) == [
        "某某镇举办趣味运动会",
        "新农合药品目录扩容",
        "我市启动“慈心捐”活动",
    ]


def test_a_story_without_dateline_is_known_by_its_signature() -> None:
    page = (
        "猕猴桃成了“金果果”\n本报讯（记者 姜某）9月12日，贫困户一边摘果一边算起了收入账。\n\n县纪委\n严查节日公款吃喝\n"
        "9月中旬，县纪委组成4个暗访组，深入各镇开展明察暗访。\n截至9月18日，共检查单位46个。\n"
        "该县纪委将紧盯重要节点，越往后执纪越严。（宗某某）\n\n本周价格稳中有降\n市物价局监测显示，\n3月10日至16日，蔬菜较上周下降6.5%。\n"
        "（记者 王某某 通讯员 苗某）\n"
    )
    first, second, third = divide(page).articles
    assert (str(second.kicker), str(second.headline)) == ("县纪委", "严查节日公款吃喝")
    assert str(third.headline) == "本周价格稳中有降"
    assert [str(name) for name in third.byline.names] == ["王某某", "苗某"]
    assert len(first.body) == 1


def test_an_answer_ends_in_who_gives_it_and_when() -> None:
    page = (
        "索 引 号：11330800/2020-00317 公开方式：主动公开 有 效 性：有效\n关于第12号建议的答复\n发布日期：2020-09-28\n　　宋某代表：\n"
        "　　您提出的建议收悉，现答复如下：\n　　截至8月底，全市共有公共厕所412座。\n　　某某市综合行政执法局\n　　2020年9月24日\n"
        "　　联系人：陈某 联系电话：0570-8021456\n全市清运垃圾再创新高\n发布日期：2020-09-27 来源：市城管局\n　　今年前8个月，全市清运生活垃圾21.3万吨。\n"
    )
    answer, news = divide(page).articles
    assert headlines([answer, news]) == ["关于第12号建议的答复", "全市清运垃圾再创新高"]
    assert str(answer.body[-1]) == "2020年9月24日"


def test_the_questions_of_a_paper_are_no_subheads() -> None:
    page = (
        "对话市教育局局长\n记者 姜某\n　　某江日报：今年新增学位多少？\n　　宋某：今年计划新增学位1.2万个。\n"
        "　　某江日报：钱从哪里来？\n　　宋某：中央和省里的补助大约占六成。\n"
    )
    (story,) = divide(page).articles
    assert (len(story.body), story.subheads) == (4, ())


@pytest.mark.parametrize("credit", ["本报记者 宗某某 摄影报道", "（本报记者 宗某某 摄）", "宗某某 摄影报道"])
def test_who_took_a_picture_is_no_reporter(credit: str) -> None:
    page = f"县里召开会议\n本报讯（记者 姜某）1月8日，县里召开会议。\n\n8月6日，草原那达慕在敖包山下开幕。\n{credit}\n\n区里巡查不松劲\n本报讯（记者 王某）1月9日，区里开展巡查。\n"
    _, photo, last = divide(page).articles
    assert (photo.byline.reporters, [str(name) for name in photo.byline.photographers]) == ((), ["宗某某"])
    assert str(last.headline) == "区里巡查不松劲"


@pytest.mark.parametrize(
    "caption",
    ["▲区长（右二）与就餐老人交谈\n\n", "\n图为市长向摊主询问菜价。 本报记者 宗某某 摄\n\n"],
)
def test_a_caption_of_whatever_mark_breaks_into_a_sentence(caption: str) -> None:
    page = (
        "区长调研养老服务工作\n本报讯（记者 姜某）4月12日，区长率队调\n研养老服务工作，走进食堂察看后厨。\n"
        f"区长听后十分高兴，叮嘱社区负责人要\n{caption}把食品安全放在第一位，让老人吃得放\n心、吃得舒心，把好事办好实事办实。\n"
    )
    (story,) = divide(page).articles
    assert "要把食品安全放在第一位" in str(story.text)
    assert len(story.captions) == 1


def test_a_bare_name_under_a_headline_signs_the_story() -> None:
    page = (
        "县里召开会议\n本报讯（记者 姜某）1月8日，县里召开会议。\n\n驻村日记\n驻村书记的“三本账”\n石某某\n"
        "10月24日傍晚，村里的院坝里，驻村第一书记一边拍着裤腿上的泥，一边翻开笔记本。\n"
    )
    second = divide(page).articles[1]
    assert str(second.headline) == "驻村书记的“三本账”"
    assert [str(name) for name in second.byline.correspondents] == ["石某某"]


def test_what_follows_a_byline_is_no_name() -> None:
    page = "“板凳会”开出邻里和\n本报记者 姜某某  通讯员 宗某某 周 某\n搬一条板凳，泡一壶热茶，坐在樟树下聊\n家长里短，社区的“板凳会”如约开场。\n"
    (story,) = divide(page).articles
    assert [str(name) for name in story.byline.names] == ["姜某某", "宗某某", "周某"]
    assert str(story.text).startswith("搬一条板凳")


@pytest.mark.parametrize("subhead", ["“沙袋不够，先扛我家的谷子”", "抢工期：从签约到投产只用十月"])
def test_a_quotation_or_a_label_without_a_stop_is_a_subhead(subhead: str) -> None:
    page = (
        "支书带头堵管涌\n本报讯（记者 姜某）6月24日凌晨，支书在垸堤上巡查，\n一处碗口大的管涌正往外翻着浑水。\n"
        f"{subhead}\n不到20分钟，村里80多名青壮年赶到大堤上，\n大家把稻谷填进了围井。\n"
    )
    (story,) = divide(page).articles
    assert [str(line) for line in story.subheads] == [subhead]


def test_a_caption_with_a_bare_name_and_one_after_a_line_cut_short() -> None:
    page = (
        "猕猴桃成了“金果果”\n本报讯（记者 姜某）9月12日，贫困户一边摘果\n一边算起了收入账，我们准备再建一座500吨\n的冷\n\n"
        "果农正在采摘猕猴桃。\n\n库，错峰上市，让果子卖上个好价钱，观摩团\n向施工单位\n观摩团在项目现场听取介绍  巴某某 摄\n\n详细了解工程进度。\n"
    )
    (story,) = divide(page).articles
    assert "再建一座500吨的冷库" in str(story.text)
    assert "向施工单位详细了解" in str(story.text)
    assert [str(name) for name in story.byline.photographers] == ["巴某某"]


def test_a_paragraph_that_ends_in_a_bracketed_credit_is_a_picture() -> None:
    page = (
        "县里召开会议\n本报讯（记者 姜某）1月8日，县里召开会议，\n会议听取了工作汇报。\n\n10月29日，航拍某某镇的农家新居与梯田。\n"
        "今年以来，该县新建户厕2310座。（吴某某 摄）\n"
    )
    _, photo = divide(page).articles
    assert (photo.kind, [str(name) for name in photo.byline.photographers]) == ("photo", ["吴某某"])


@pytest.mark.parametrize(
    ("lines", "headline"),
    [
        ("县国税局 县地税局\n国税地税联合办税\n\n群众少跑冤枉路", "国税地税联合办税 群众少跑冤枉路"),
        ("市长昨“微服”逛菜市\n“菜价涨没涨，老百姓最有发言权”", "“菜价涨没涨，老百姓最有发言权”"),
    ],
)
def test_headlines_in_uneven_halves_and_in_quotes(lines: str, headline: str) -> None:
    (story,) = divide(f"{lines}\n\n本报讯（记者 姜某）1月8日，区里召开推进会。\n").articles
    assert str(story.headline) == headline


@pytest.mark.parametrize(
    "box",
    ["追 赶 超 越\n项 目 为 王", "敬 畏 草 原\n守 望 家 园\n争创自治区级文明县城\n某某县文明办 宣", "爱护环境人人有责\n某某市委宣传部 宣"],
)  # fmt: skip
def test_a_slogan_in_a_box_is_no_headline(box: str) -> None:
    page = f"{box}\n\n县里召开推进会\n本报讯（记者 姜某）1月8日，县里召开推进会，部署下一步工作。\n"
    (story,) = divide(page).articles
    assert (str(story.headline), story.subheads, story.kicker) == ("县里召开推进会", (), None)


def test_a_headline_set_wide_over_its_story_is_one() -> None:
    (story,) = divide("严 防 死 守\n众 志 成 城\n本报讯（记者 姜某）1月8日，大堤上灯火通明。\n").articles
    assert str(story.headline).replace(" ", "") == "严防死守"


def test_items_that_begin_with_whom_they_are_of_are_told_apart() -> None:
    page = (
        "■ 乡 镇 传 真\n\n白河镇：早蜜柚“穿衣”忙\n“套一层纸袋，一斤能多卖八毛钱。”6月8日，果农雷某边套袋边说。\n该镇种植蜜柚1.26万亩。（姜某某）\n\n"
        "东溪乡：环境日里话环保\n本报讯（通讯员 蓝某 钟某）6月5日，东溪乡在中心广场举办宣传活动，\n越擦越亮。\n\n"
        "石河镇：中稻插秧过七成\n眼下正是中稻移栽时节，石河镇中稻已插秧1.18万亩。\n　　　　林某某　陈某某\n\n"
        "县人社局：前5月新增就业2870人\n1—5月，全县城镇新增就业2870人。（县人社局 吴某某）\n\n"
        "县应急局：危化品企业“回头看”\n6月3日，县应急管理局对城区加油站开展检查。\n（县应急局供稿）\n\n"
        "县人大代表视察健康工程\n6月4日下午，县人大代表视察健康工程实施情况。（县人大办　钟某某）\n"
    )
    stories = divide(page).articles
    assert [str(story.headline) for story in stories] == [
        "白河镇：早蜜柚“穿衣”忙",
        "东溪乡：环境日里话环保",
        "石河镇：中稻插秧过七成",
        "县人社局：前5月新增就业2870人",
        "县应急局：危化品企业“回头看”",
        "县人大代表视察健康工程",
    ]
    signed = [[str(name) for name in story.byline.correspondents] for story in stories]
    assert signed == [["姜某某"], ["蓝某", "钟某"], ["林某某", "陈某某"], ["吴某某"], [], ["钟某某"]]


def test_one_line_with_a_colon_is_no_series_of_items() -> None:
    page = "本报讯（记者 姜某）1月8日，县里召开会议。\n\n县农业局：抓住晴天\n各村抢收抢种，已收玉米两万亩，秋播也已经开始。\n"
    assert len(divide(page).articles) == 1


@pytest.mark.parametrize(("onward", "back"), [("下转第二版", "上接第一版"), ("下转3版", "上接第2版")])
def test_a_story_goes_on_upon_the_next_page_of_the_text(onward: str, back: str) -> None:
    page = (
        f"县长检查秋收\n本报讯（记者 姜某）1月8日，县长在白河镇检查秋收。\n（{onward}）\n\n２ 综合新闻  2011年9月15日\n\n"
        f"（{back}）\n在东溪乡，他叮嘱干部帮老人收粮。\n"
    )
    (story,) = divide(page).articles
    assert str(story.text).endswith("他叮嘱干部帮老人收粮。")
    assert not [warning for warning in divide(page).warnings if warning.code == "continued"]


def test_a_second_rest_is_not_the_same_storys() -> None:
    page = (
        "本报讯（记者 姜某）1月8日，县长在白河镇检查秋收。\n（下转第2版）\n\n（上接第1版）\n在东溪乡，他叮嘱干部帮老人收粮。\n\n"
        "（上接第1版）\n会议还研究了其他事项。\n"
    )
    first, second = divide(page).articles
    assert str(first.text).endswith("收粮。")
    assert str(second.text) == "会议还研究了其他事项。"


def test_notes_of_pages_that_are_not_in_the_text_part_stories() -> None:
    page = "本报讯（记者 姜某）1月8日，县长在白河镇检查秋收。\n（下转第4版）\n\n（上接第1版）\n会议还研究了其他事项。\n"
    assert len(divide(page).articles) == 2


def test_an_index_of_other_pages_is_furniture_and_ends_a_story() -> None:
    page = (
        "建设推进会召开\n本报讯（记者 姜某）1月8日，县里召开推进会，\n会议印发了考核办法。\n\n导  读\n◆县医院新门诊楼启用 ……2版\n◆走进百年老街 ....3版\n\n"
        "前八月农牧业生产形势喜人\n1至8月，全县农牧业经济保持平稳较快增长，\n出栏牲畜58.3万头。（陶某某）\n"
    )
    assert [str(story.headline) for story in divide(page).articles] == [
        "建设推进会召开",
        "前八月农牧业生产形势喜人",
    ]


def test_the_search_box_of_a_website_is_furniture() -> None:
    page = (
        "某某县人民政府\nWWW.MOUMOU.EXAMPLE\n首页\n走进某某\n新闻中心\n政务公开\n请输入关键字  搜索\n热搜词：医保  公积金\n\n"
        "某某县一季度重点项目推进情况通报\n来源：县发改局　发布时间：2023-04-17 16:40\n一、总体情况\n全县共安排重点项目62个。\n"
        "二、存在问题\n个别项目进度滞后。\n联系人：王某某　联系电话：0000-0000456\n上一篇：关于开展巡查的通知\n"
    )
    (story,) = divide(page).articles
    assert str(story.headline) == "某某县一季度重点项目推进情况通报"
    assert [str(line) for line in story.subheads] == ["一、总体情况", "二、存在问题"]
    assert "联系人" in str(story.text)


def test_a_caption_that_says_who_stands_where_is_no_headline() -> None:
    page = (
        "老酒厂的新账本\n本报记者 柳某 文/图\n“库里还压着800吨老酒。”董事长尚某指着空荡荡的成品库说。\n\n"
        "推介会签约6.3亿元\n本报讯 10月21日，县里举办推介会，签约项目7个。（王某某）\n\n杭某某（左）指导徒弟踩曲\n"
    )
    first, second = divide(page).articles
    assert (str(first.headline), first.subheads, second.subheads) == ("老酒厂的新账本", (), ())


@pytest.mark.parametrize(
    ("lines", "kicker", "headline"),
    [
        ("秦某某在现场推进园区建设时强调\n以园区提质支撑工业强市", "秦某某在现场推进园区建设时强调", "以园区提质支撑工业强市"),
        ("前三季度经济“成绩单”出炉\n我市生产总值同比增长8.4%", "前三季度经济“成绩单”出炉", "我市生产总值同比增长8.4%"),
        ("全县保障性安居工程\n\n建设推进会召开", None, "全县保障性安居工程 建设推进会召开"),
    ],
)  # fmt: skip
def test_lines_over_a_story_by_what_they_say(lines: str, kicker: str | None, headline: str) -> None:
    (story,) = divide(f"{lines}\n\n本报讯（记者 姜某）1月8日，区里召开推进会。\n").articles
    assert (story.kicker and str(story.kicker), str(story.headline)) == (kicker, headline)


def test_stories_of_a_page_without_blank_lines_are_told_apart() -> None:
    body = "招商局和有关镇街要当好“店小二”，把服务送到企业门口，\n" * 5
    page = (
        f"开发区12个项目集中签约\n本报讯（记者 季某）3月17日上午，开发区举行重点项目集中签约仪式，\n{body}此次共签约项目12个。\n"
        f"开发区今年重点项目清单\n3月16日，开发区公布2020年重点项目清单，全年共安排重点项目\n58个，{body}东辰新能源电池项目，总投资12亿元，占地\n"
        "3月16日，某某公司的工人在车间赶制口罩，24小时不停机，\n已累计供应口罩260万只。\n罗某某 摄\n210亩，主体厂房已封顶，正在进行设备安装。\n"
        f"企业安全管理人员\n“云端”充电\n3月13日至15日，开发区应急管理局通过网络平台举办安全管理\n培训班，{body}学员合格率为98.4%。（通讯员 侯某）\n"
    )
    stories = [story for story in divide(page).articles if story.kind != "photo"]
    assert [str(story.headline) for story in stories] == [
        "开发区12个项目集中签约",
        "开发区今年重点项目清单",
        "企业安全管理人员 “云端”充电",
    ]
    assert "占地210亩" in str(stories[1].text)


def test_an_editors_note_is_a_story_of_its_own() -> None:
    page = (
        "石山深处日子新\n——某某县脱贫攻坚见闻\n\n编者按：今年以来，某某县把产业扶持作为抓手。\n\n"
        "桑叶绿了 腰包鼓了\n“养一张蚕种能收80多斤茧。”韦某给记者算了一笔账。\n村党支部书记蓝某说，有信心整体脱贫。（记者 黄某某）\n"
    )
    first, second = divide(page).articles
    assert (str(first.headline), str(second.headline)) == ("石山深处日子新", "桑叶绿了 腰包鼓了")
    assert [str(name) for name in second.byline.reporters] == ["黄某某"]


def test_a_strip_of_pictures_is_one_story() -> None:
    page = (
        "秋到山乡产业兴\n图① 10月11日，某某村村民在晾晒蚕茧。\n图② 10月12日，在百香果种植基地，\n\n工人正在采摘鲜果。\n"
        "图③ 10月12日，养殖户覃某在喂鸡。\n本报记者 韦某某 摄\n"
    )
    (story,) = divide(page).articles
    assert (story.kind, str(story.headline), len(story.byline.photographers)) == (
        "photo",
        "秋到山乡产业兴",
        1,
    )
    assert "采摘鲜果" in str(story.text)
    assert "喂鸡" in str(story.text)


def test_figures_in_points_under_a_headline_are_one_story() -> None:
    page = (
        "数说某某县脱贫攻坚\n●2016年以来，全县累计投入资金7.46亿元。\n●全县现有扶贫龙头企业19家。\n"
        "●前三季度，全县农村居民人均可支配收入7862元。（通讯员 蒙某 整理）\n"
    )
    (story,) = divide(page).articles
    assert (str(story.headline), [str(name) for name in story.byline.correspondents]) == (
        "数说某某县脱贫攻坚",
        ["蒙某"],
    )


def test_a_box_that_breaks_into_a_sentence_is_read_last() -> None:
    page = (
        "“摩的”围站 乘客难行\n本报讯（记者 罗某）昨日，记者在火车站周边走访发现，站前广场\n西侧停着无牌面的十几辆，过往车辆只能绕\n\n"
        "相关链接\n今年上半年，市运管处共查扣\n非法营运车辆836台。\n\n行。市交通局副局长彭某表示，将从重处罚。\n"
    )
    (story,) = divide(page).articles
    assert "只能绕行。" in str(story.text)
    assert str(story.text).endswith("836台。")


def test_a_captions_credit_in_the_middle_of_a_name_does_not_end_the_story() -> None:
    page = (
        "某某县人民代表大会\n第一次会议隆重开幕\n\n本报讯（记者 李某某）1月14日，大会开幕。县委书记赵某，以及\n马某、何某、岳\n\n"
        "大会会场。\n本报记者 白某某 摄\n\n天成等县领导在主席台就座。\n"
    )
    (story,) = divide(page).articles
    assert str(story.headline) == "某某县人民代表大会 第一次会议隆重开幕"
    assert "岳天成等" in str(story.text)


def test_headlines_over_a_dateline_end_a_list_of_figures_without_a_stop() -> None:
    page = (
        "本报讯（记者 张某）1月14日，县长作政府工作报告。\n\n本版责编 李某 组版 周某\n\n数读报告\n2021年，某某县\n森林覆盖率 68.3%\n新增市场主体 2217户\n新建5G基站 187个\n新建学校 13所\n建成卫生户厕 1.2万座\n改建公路 326公里\n改造民居 512户\n转移农村劳动力 8.6万人次\n\n"
        "赵某在园区调研时强调\n抓紧抓实项目建设\n本报讯（记者 李某）1月13日，县委书记赵某到园区调研。\n"
    )
    assert [story.headline and str(story.headline) for story in divide(page).articles] == [
        None,
        "数读报告",
        "抓紧抓实项目建设",
    ]


def test_an_editorials_label_begins_it() -> None:
    page = (
        "本报讯（记者 张某）1月14日，县里召开会议。\n\n社论\n同心绘就新蓝图\n——热烈祝贺某某大会开幕\n瑞雪兆丰年，奋进正当时。\n"
        "让我们以优异成绩迎接盛会胜利召开！\n预祝大会圆满成功！\n\n区里召开会议\n本报讯（记者 张某）1月14日，区里召开会议。\n"
    )
    _, editorial, last = divide(page).articles
    assert (str(editorial.headline), [str(line) for line in editorial.subheads]) == (
        "同心绘就新蓝图",
        ["——热烈祝贺某某大会开幕"],
    )
    assert str(editorial.text).endswith("圆满成功！")
    assert str(last.headline) == "区里召开会议"


@pytest.mark.parametrize(
    ("lines", "headline"),
    [
        ("市委“不忘初心、牢记使命”\n\n主题教育读书班开班", "市委“不忘初心、牢记使命” 主题教育读书班开班"),
        ("聚焦环保督察\n交办的第九批信访件办结32件", "交办的第九批信访件办结32件"),
        ("生产总值增长11.6% 投资拉动明显\n首季经济止跌企稳", "首季经济止跌企稳"),
        ("人大常委会举行会议\n赵某主持 钱某列席", "人大常委会举行会议"),
    ],
)
def test_which_line_is_the_headline(lines: str, headline: str) -> None:
    (story,) = divide(f"{lines}\n本报讯（记者 姜某）1月8日，有关情况公布。\n").articles
    assert str(story.headline) == headline


def test_what_a_campaign_is_called_is_no_headline() -> None:
    page = "某某日报\n2019年9月27日 星期五\n学思想 强党性 重实践 建新功\n\n壮丽70年 奋斗新时代\n\n区里召开推进会\n本报讯（记者 姜某）1月8日，区里召开推进会。\n"
    (story,) = divide(page).articles
    assert (story.kicker, str(story.headline)) == (None, "区里召开推进会")


def test_headlines_in_brackets_over_their_texts_are_items() -> None:
    page = (
        "一周快览\n\n【某某综合港区吞吐量突破30万标箱】\n11月9日，某某综合港区年内集装箱吞吐量达到30万标箱，增速在三成以上。\n"
        "【全市秋播油菜108万亩 直播率超六成】\n截至11月8日，全市完成油菜播种108万亩，占计划面积的98.2%。\n"
    )
    found = divide(page).articles
    assert headlines(found) == ["某某综合港区吞吐量突破30万标箱", "全市秋播油菜108万亩 直播率超六成"]
    assert {story.kind for story in found} == {"brief"}


def test_a_web_pages_story_is_signed_under_it_and_captioned_inside() -> None:
    page = (
        "抢占低空经济新赛道\n2025-11-12 07:50 来源：某某日报\n\n11月10日，市委书记赵某到高新区专题调研低空经济发展，先后来到智造产业园和飞行基地，察看项目建设情况。\n"
        "▲总装车间，技术人员正在调试无人机。\n赵某指出，低空经济是新质生产力的典型代表，要高标准谋划、高水平推进，加快建设现代化产业体系和应用场景。\n（全媒体记者 姜某 通讯员 宗某）\n"
    )
    (story,) = divide(page).articles
    assert [str(name) for name in story.byline.names] == ["姜某", "宗某"]
    assert [str(caption) for caption in story.captions] == ["总装车间，技术人员正在调试无人机。"]


@pytest.mark.parametrize(
    ("byline", "roles"),
    [
        ("本报讯（宗某 记者姜某）", (["姜某"], ["宗某"], [])),
        ("本报记者 姜某 文/摄\n", (["姜某"], [], ["姜某"])),
        ("■ 记者 姜某/文 宗某/图\n", (["姜某"], [], ["宗某"])),
    ],
)
def test_who_made_a_story(byline: str, roles: tuple[list[str], list[str], list[str]]) -> None:
    (story,) = divide(f"区里召开推进会\n{byline}1月8日，区里召开推进会。\n").articles
    people = (story.byline.reporters, story.byline.correspondents, story.byline.photographers)
    assert tuple([str(name) for name in names] for names in people) == roles


def test_a_byline_without_brackets_ends_a_story() -> None:
    (story,) = divide("信贷投向实体\n本报讯 1月8日，切莫盲目铺摊子。　宗某 本报记\n者姜某\n").articles
    assert str(story.text).endswith("铺摊子。")
    assert [str(name) for name in story.byline.names] == ["姜某", "宗某"]


def test_a_signed_item_under_a_wide_headline_is_a_story() -> None:
    page = (
        "楼市量跌价稳\n本报讯 记者姜某报道 记者从市房产局了解到，\n上半年市区商品住宅成交量下降，保障房开工\n过七成，十月底前必须全部开工。\n\n"
        "某某港集装箱吞吐量首破20万箱\n来自港务集团的消息，上半年全港完成货物吞\n吐量2864万吨，比上年同期有所增长，居全省\n前列。\n\n（宗某）\n"
    )
    _, item = divide(page).articles
    assert (str(item.headline), [str(name) for name in item.byline.correspondents]) == (
        "某某港集装箱吞吐量首破20万箱",
        ["宗某"],
    )


def test_a_picture_between_stories_is_one_though_a_blank_line_parts_its_text() -> None:
    page = (
        "肉价连涨六周\n本报讯（记者 姜某）昨日，记者在市场看到，肉\n价比去年同期贵了，预计十月前后回落。\n\n"
        "7月18日，大凌河特大桥施工现场，最后一孔箱梁架设到位，标志着大桥全线贯\n\n通。该桥全长11公里。\n宗某 摄\n"
    )
    story, picture = divide(page).articles
    assert (picture.kind, str(picture.text)[-10:]) == ("photo", "通。该桥全长11公里。"[-10:])
    assert str(story.text).endswith("回落。")


@pytest.mark.parametrize("end", ["", "责任编辑 李某\n"])
def test_a_pages_last_line_is_the_storys(end: str) -> None:
    page = f"区里召开推进会\n本报讯（记者 姜某）1月8日，区里召开推进会。\n王某说：“变化真大！”\n{end}"
    (story,) = divide(page).articles
    assert str(story.text).endswith("变化真大！”")


@pytest.mark.parametrize(
    "opening",
    [
        "本报甲城1月4日讯记者王建国从今天开幕的全市建设工作会议获悉：",
        "本报甲城1月4日电今天上午，全市建设工作会议开幕。",
    ],
)
def test_a_dateline_with_a_day_says_which_day_today_is(opening: str) -> None:
    found = extract("建设提速\n" + opening + "去年铺轨758公里。\n", published="1998-01-31")
    (meeting,) = found.meetings
    assert meeting.date is not None
    assert str(meeting.date.start) == "1998-01-04"
    assert not found.articles[0].body[0].startswith("本报")
