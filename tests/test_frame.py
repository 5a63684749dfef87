"""The frame of a page: whatever a newspaper or a website prints around its stories, they stay the same."""

from __future__ import annotations

from datetime import date

import pytest

from newsie.clean import clean_lines
from newsie.divide import divide
from newsie.divide.boxes import mark_lines
from newsie.divide.bylines import read_byline
from newsie.divide.frame import frame
from newsie.page import Page
from newsie.published import find_published
from newsie.text import Text, fold

MARK = "\ufffd" * 6
PRINTED = (
    f"市政府召开第38次常务会议\n\n{MARK}本报讯（记者 姜某）4月17日，市政府召开第38\n次常务会议，市长王某主持会议。\n"
    "会议指出，要盯紧全年目标，抓重点、补短板，确\n保上半年时间过半、任务过半。\n{between}"
    f"上海客商来我市签下17个项目\n\n{MARK}本报讯（通讯员 滕某）4月12日，产业合作项目签\n约仪式在上海举行，签约项目17个。\n"
)
RELEASED = (
    "县委常委会召开扩大会议\n2021-11-03 17:20 来源：某某日报 记者：姜某\n\n　　11月2日，县委书记王某主持召开县委常委会扩大会议。\n"
    "　　会议指出，要守住底线。\n{between}\n李某到双河镇调研\n2021-11-05 09:15 来源：县政府办 记者：滕某\n\n　　11月3日，县长李某到双河镇调研。\n"
)

FURNITURE = """
2019年4月19日 星期五  农历己亥年三月十五
WENYUAN DAILY  国内统一连续出版物号 CN37—0091  第10862期
二〇二三年五月六日　星期六　农历癸卯年三月十七　今日立夏
2018.3.30  星期五  戊戌年二月十四
Saturday, May 6, 2023
乌兰浩特：晴转多云 偏南风3到4级 16℃～29℃
今明天气：阴有阵雨，24℃～33℃，空气质量：优
天气预报 今天白天到夜间：晴转多云，西北风4～5级，最高气温14℃，最低气温1℃。
某某日报社地址：某某市胜利南路0号  广告热线：0834-0000000
更多资讯请扫描下载“今某某”APP  新闻热线：0510-00000000
※ 团场短波 ※
星期四
第02版 要闻
A02 | 要闻
A3 民生·综合 2019.07.15 星期一
2016年8月23日 星期二 编辑：董 某 电话：2611035
●责任编辑 隋 某 ●版式设计 阎 某 ●一校 常 某
■责编：张某 ■美编：李某 ■校对：王某 ■审读：赵某
一版责编 卢 某  视觉设计 尤 某
责编王某某 校对李某
责编/王某 美编/李某 校对/赵某
审签：王某 责编：李某 美编：张某
总值班 庞某某 版式 苏某
制图/李某
今日4版 总第3456期 邮发代号：25-48
国内统一连续出版物号 CN 41-0012 邮发代号 35-6
中共某某市委机关报 某某日报社出版
某 某 日 报
某某日报数字报
某某自治州人民政府门户网站
社址：某某市通江路88号 邮编：154600 广告热线：0456－8224567
本报地址：某某市中州路100号 总编室：8262126 广告部：8262336 零售价：1.5元 印刷：某某日报社印刷厂
新闻热线：0396-12345678 投稿邮箱：abc@163.com
今天白天到夜间：晴转多云，偏南风3～4级，气温12℃～25℃
扫码关注某某日报微信公众号
微信扫一扫 手机看新闻
扫一扫在手机打开当前页
首页 政务公开 政务服务 互动交流 走进某某
首页 | 新闻 | 政务 | 视频 | 直播
信息公开 | 政务动态
某某晚报 / 2017-08-03 / 第 04 版 / 综合新闻
●集锦
您当前的位置：首页 > 政务动态 > 本地要闻
民生 > 社区 > 动态
网站地图 | 联系我们 | 关于我们
【打印】【关闭】
【字体：大 中 小】 打印 关闭
字号：[大][中][小]
视力保护色： 绿 黄
语音播报 无障碍 长者模式
浏览次数：1234 次
分享到：微信 微博 QQ空间
上一版 下一版 版面导航 标题导航
放大 缩小 默认 朗读
上一篇：某某召开会议
下一篇：没有了
相关阅读
主办：某某县人民政府办公室  承办：县政务信息中心
某ICP备00000000号  网站标识码：5300000000  联系电话：0870-2120000
某某日报社版权所有 未经书面授权不得转载
点击上方蓝字关注我们
↑↑↑
某政任〔2021〕5号
（此件公开发布）
（全文见第二版）
（据新华社）
本报评论员
""".strip().splitlines()

SOURCES = """
2021-11-03 17:20 来源：某某日报 记者：姜某
发布时间：2023-05-06 10:21 来源：某某日报 浏览次数：123 字体：【大 中 小】 分享到：
时间：2023-05-06 作者：王某某 李某 点击：45次
来源：县融媒体中心  发布日期：2023年05月06日
2023-05-06 10:21:33
发布日期：2023-05-06 09:11
信息来源：市教育局 发布时间：2023/05/06 浏览：33
作者：王某 来源：某网 编辑：李某
供稿：县农业农村局
2023年05月06日 10:21 某某发布
来源 | 某某教育
""".strip().splitlines()

HEADLINES = """
星期五集中开会
政务服务提质增效
今日某某大桥通车
扫码办事 群众点赞
2023年工作报告
三月十五开市
服务民生 发展经济
编辑部的故事
新闻发布会举行
周六不打烊
教育 科技 人才一体推进
来源广泛 质量可靠
第3期培训班开班
收藏家的故事
打印店里的年轻人
小雪将至
城乡统筹 绘就新画卷
市发展和改革委员会 发布
某某县公开征求意见
2023年5月6日，市委召开会议
""".strip().splitlines()

TOPS = [
    "2019年4月19日 星期五  农历己亥年三月十五\nMOUMOU DAILY  国内统一连续出版物号 CN37—0091  第10862期\n",
    "某 某 日 报\n中共某某市委机关报 某某日报社出版\n2022年3月18日 星期五 农历壬寅年二月十六 第12345期 今日8版\n今天白天多云转阴，偏北风3～4级 最高气温16℃ 最低气温5℃\n",
    "２ 综合新闻\n2016年8月23日 星期二 编辑：董 某 电话：2611035\n",
    "MOUMOU RIBAO\n2014 年 11 月 6 日\n星期四\n要 闻\n●责任编辑 隋 某 ●版式设计 阎 某 ●一校 常 某\n",
    "农历乙未年\n九月廿三\n2015年11月\n4\n星期三\n第7862期\n\n某某报社出版\n今日8版\n",
    "某某日报数字报\n2023年07月18日 星期二   A01：要闻\n上一版 下一版 版面导航 标题导航\n",
    "某 某 新 区\n2020年12月1日\n第12期\n",
    "要闻\nYAO WEN\n2023年11月8日 星期三 ■责编：张某 ■版式：李某 ■责校：王某\n02\n",
    "A3 民生·综合 2019.07.15 星期一\n编辑 张某 | 美编 李某 | 校对 王某 | 电话 0371-56568187\n",
    "2020年7月8日 星期三\n责任编辑：王某 编辑：李某\n电话：0371-65796112 E-mail：abc@126.com\n\n时政要闻\n综合\n",
]
BETWEEN = [
    "\n",
    "\n本版责编 张某\n\n",
    "\n某某日报\n一版责编 卢 某  视觉设计 尤 某\n\n",
    "（责任编辑：张某）\n\n",
    "\n（全文见第二版）\n\n",
    "\n扫码看视频\n\n",
]
BOTTOMS = [
    "",
    "\n社址：某某市通江路88号 邮编：154600 广告热线：0456－8224567\n",
    "\n本版邮箱：abc@163.com 新闻热线：5551234\n声明：本报所刊作品未经许可不得转载\n",
    "\n印刷：某某日报印务有限公司 地址：某某大道66号 全年定价：198元\n",
]
WEB_TOPS = [
    "某某自治州人民政府门户网站\n首页 政务公开 政务服务 互动交流 走进某某\n当前位置：首页 >> 新闻中心 >> 某某要闻\n\n",
    "某某县人民政府\n网站首页 | 走进某某 | 政府信息公开 | 政务服务 | 互动交流\n\n",
    "首页\n新闻\n政务公开\n互动交流\n专题专栏\n当前位置：首页>新闻>部门动态\n\n",
    "您现在的位置：首页 » 政务公开 » 动态\n视力保护色： 绿 黄\n【字体：大 中 小】 打印 关闭\n\n",
]
WEB_BETWEEN = [
    "编辑：尹 某  审核：黄 某\n【打印】【关闭】\n",
    "来源：某某日报\n责任编辑：李某\n上一篇：全市安全生产会议召开\n下一篇：没有了\n",
    "扫一扫在手机打开当前页\n打印本页\n关闭窗口\n",
    "（责任编辑：李某）\n分享到：微信 微博 QQ空间\n浏览次数：1234 次\n",
]
WEB_BOTTOMS = [
    "主办：某某县人民政府办公室  承办：县政务信息中心\n某ICP备00000000号  网站标识码：5300000000\n",
    "相关阅读\n版权所有：某某县人民政府办公室 备案号：某ICP备12345678号\n",
]


def told(source: str) -> list[tuple[str | None, list[str], list[str], list[str]]]:
    """Return of each story the headline, reporters, correspondents and paragraphs."""
    return [
        (
            article.headline and str(article.headline),
            [str(name) for name in article.byline.reporters],
            [str(name) for name in article.byline.correspondents],
            [str(paragraph) for paragraph in article.body],
        )
        for article in divide(source).articles
    ]


@pytest.mark.parametrize("line", FURNITURE)
def test_a_line_of_the_frame_is_furniture(line: str) -> None:
    (marked,) = mark_lines(clean_lines(line))
    assert marked.role in {"furniture", "column"}


@pytest.mark.parametrize("line", SOURCES)
def test_a_source_line_is_told(line: str) -> None:
    assert frame(fold(line)) == "meta"


@pytest.mark.parametrize("line", HEADLINES)
def test_a_headline_is_no_frame(line: str) -> None:
    (marked,) = mark_lines(clean_lines(line))
    assert marked.role == "text"


@pytest.mark.parametrize("top", TOPS)
@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize("bottom", BOTTOMS)
def test_a_printed_frame_leaves_the_stories(top: str, between: str, bottom: str) -> None:
    assert told(f"{top}\n{PRINTED.format(between=between)}{bottom}") == [
        (
            "市政府召开第38次常务会议",
            ["姜某"],
            [],
            [
                "4月17日，市政府召开第38次常务会议，市长王某主持会议。",
                "会议指出，要盯紧全年目标，抓重点、补短板，确保上半年时间过半、任务过半。",
            ],
        ),
        (
            "上海客商来我市签下17个项目",
            [],
            ["滕某"],
            ["4月12日，产业合作项目签约仪式在上海举行，签约项目17个。"],
        ),
    ]


@pytest.mark.parametrize("top", WEB_TOPS)
@pytest.mark.parametrize("between", WEB_BETWEEN)
@pytest.mark.parametrize("bottom", WEB_BOTTOMS)
def test_a_website_leaves_the_stories(top: str, between: str, bottom: str) -> None:
    assert told(top + RELEASED.format(between=between) + bottom) == [
        (
            "县委常委会召开扩大会议",
            ["姜某"],
            [],
            ["11月2日，县委书记王某主持召开县委常委会扩大会议。", "会议指出，要守住底线。"],
        ),
        ("李某到双河镇调研", ["滕某"], [], ["11月3日，县长李某到双河镇调研。"]),
    ]


@pytest.mark.parametrize(
    ("top", "day"),
    [
        (TOPS[0], date(2019, 4, 19)),
        (TOPS[3], date(2014, 11, 6)),
        (TOPS[4], date(2015, 11, 4)),
        (TOPS[6], date(2020, 12, 1)),
        (TOPS[8], date(2019, 7, 15)),
    ],
)
def test_the_day_of_a_masthead_is_found_in_any_form(top: str, day: date) -> None:
    page = Page.of(f"{top}\n{PRINTED.format(between='')}")
    found = find_published(page, divide(page.readable))
    assert (found.day, found.known_from) == (day, "page")


def test_source_lines_say_when_a_page_appeared() -> None:
    page = Page.of(WEB_TOPS[0] + RELEASED.format(between=""))
    found = find_published(page, divide(page.readable))
    assert (found.day, found.known_from, found.outlet) == (date(2021, 11, 5), "page", None)


def test_a_newspaper_that_all_source_lines_name_is_the_outlet() -> None:
    page = Page.of("区里开会\n来源：某某日报\n发布时间：2023-05-06\n\n　　5月5日，区里开会。\n")
    found = find_published(page, divide(page.readable))
    assert (found.day, found.known_from, found.outlet) == (date(2023, 5, 6), "page", "某某日报")


@pytest.mark.parametrize(
    "picture",
    [
        f"\n{MARK}4 月14日，在竹林湖湿地公园，市民在盛开的樱花\n树下拍照留念，吸引众多游客。\n本报记者 臧某 摄\n樱花树下好春光\n\n",
        "\n\n3月25日，牧民在为新生\n羔羊打耳标。\n通讯员 臧某 摄\n\n",
        f"\n{MARK}6月10日，农民在田间插秧。\n\n本报记者 臧某 摄\n\n",
        f"\n某某报\n\n{MARK}6月10日，农民在\n田间插秧。本报记者 臧某 摄\n\n",
    ],
)
def test_a_sentence_goes_on_after_a_picture(picture: str) -> None:
    page = (
        f"市领导调研项目建设\n\n{MARK}本报讯（记者 姜某）4月16日，市委书记王某调研项\n目建设。他叮嘱，要合理安排工"
        f"\n{picture}序，确保安全度汛。\n王某强调，要强化服务意识，及时帮助解决难题。\n"
    )
    news, photo = divide(page).articles
    assert [str(paragraph) for paragraph in news.body] == [
        "4月16日，市委书记王某调研项目建设。他叮嘱，要合理安排工序，确保安全度汛。",
        "王某强调，要强化服务意识，及时帮助解决难题。",
    ]
    assert photo.kind == "photo"
    assert [str(name) for name in photo.byline.photographers] == ["臧某"]


def test_a_whole_story_goes_on_after_a_picture_under_its_text() -> None:
    page = (
        "全县推进会召开\n\n本报讯（记者 姜某）8月19日，全县推进会召开。\n\n\n某某报\n\n"
        "8月20日，农民在采收万寿菊。今年，该\n乡种植3500亩。\n\n通讯员 冉某 摄\n\n王某要求，要倒排工期，确保完成任务。\n"
    )
    news, photo = divide(page).articles
    assert str(news.text).endswith("王某要求，要倒排工期，确保完成任务。")
    assert str(photo.text) == "8月20日，农民在采收万寿菊。今年，该乡种植3500亩。"


def test_a_list_of_appointments_is_a_story() -> None:
    page = (
        "客商来我市签约\n本报讯（记者 姜某）4月12日，签约仪式举行。\n\n某某市人民代表大会\n常务委员会任免名单\n"
        "（2019年 4月 15日某某市第十七届人民代表大会\n常务委员会第二十一次会议通过）\n\n任命：\n王某为市教育局局长。\n免去：\n李某的市教育局局长职务。\n"
    )
    _, notice = divide(page).articles
    assert str(notice.headline) == "某某市人民代表大会 常务委员会任免名单"
    assert len(notice.subheads) == 1
    assert str(notice.text).startswith("任命：王某")


def test_a_notice_keeps_who_gives_it_when_and_whom_to_ask() -> None:
    page = (
        "关于政府投资项目的公示\n\n　　根据有关规定，现将项目予以公示。\n　　联系电话：0394-1234567\n"
        "　　　　　　　　某某县发展和改革委员会\n　　　　　　　　2023年5月6日\n\n遗失声明\n　　王某遗失证件一本，声明作废。\n"
    )
    notice, lost = divide(page).articles
    assert [str(paragraph) for paragraph in notice.body[1:]] == [
        "联系电话：0394-1234567",
        "某某县发展和改革委员会",
        "2023年5月6日",
    ]
    assert str(lost.headline) == "遗失声明"


def test_a_body_and_its_notice_are_one_headline() -> None:
    (notice,) = divide(
        "某某市公安局\n通 告\n\n　　为保障安全，现将有关事项通告如下。\n\n某某市公安局\n2022年8月30日\n"
    ).articles
    assert str(notice.headline) == "某某市公安局 通 告"
    assert [str(paragraph) for paragraph in notice.body[1:]] == ["某某市公安局", "2022年8月30日"]


def test_a_signed_brief_under_a_headline_is_a_story() -> None:
    page = (
        "我市部署防汛\n\n本报讯（记者 姜某）7月16日，我市部署防汛。\n\n村党组织书记培训班结业\n\n"
        "7月10日至14日，全市村党组织书记培训班举办，120人参加培训。（通讯员 滕某）\n"
    )
    first, second = told(page)
    assert first == ("我市部署防汛", ["姜某"], [], ["7月16日，我市部署防汛。"])
    assert second[:3] == ("村党组织书记培训班结业", [], ["滕某"])


def test_a_post_with_its_names_at_the_end_is_a_story() -> None:
    page = (
        "某某发布\n2023-05-06 18:00 发表于某地\n点击上方蓝字关注我们\n↑↑↑\n\n我区召开防汛工作会议\n\n5月5日，我区召开防汛工作会议。\n\n"
        "来源：某某区融媒体中心\n记者：姜某 滕某\n编辑：王某\n责编：李某\n扫码关注某某发布\n"
    )
    assert told(page) == [("我区召开防汛工作会议", ["姜某", "滕某"], [], ["5月5日，我区召开防汛工作会议。"])]


def test_a_byline_under_the_headline_is_of_the_dateline_after_it() -> None:
    assert told("我市新增技术中心\n\n□本报记者 姜某\n\n本报讯 近日，国家公布名单。\n") == [
        ("我市新增技术中心", ["姜某"], [], ["近日，国家公布名单。"])
    ]


def test_a_note_before_the_rest_of_a_story_is_cut_from_it() -> None:
    division = divide("（上接第1版）确保各项任务落到实处。\n\n会议还研究了其他事项。\n")
    assert [str(paragraph) for article in division.articles for paragraph in article.body] == [
        "确保各项任务落到实处。",
        "会议还研究了其他事项。",
    ]
    assert [warning.code for warning in division.warnings][:1] == ["continued"]


@pytest.mark.parametrize(
    "note", ["（下转A2版）", "▶▶下转第3版", "【下转第3版】", "（紧接第二版）", "（下转第二、三版）"]
)
def test_a_note_that_a_story_goes_on_is_told(note: str) -> None:
    (marked,) = mark_lines(clean_lines(note))
    assert marked.role == "onward"


def test_a_place_with_a_colon_is_the_kicker() -> None:
    (article,) = divide(
        "高店乡：\n人居环境大变样\n\n本报讯（通讯员 姜某）9月3日，走进高店乡刘庄村，街道整洁。\n"
    ).articles
    assert (str(article.kicker), str(article.headline)) == ("高店乡：", "人居环境大变样")


def test_what_was_urged_stands_over_what_was_held() -> None:
    (article,) = divide(
        "压实责任 真抓实干 加快推进城乡协调发展\n\n我市工作推进会召开\n\n本报讯（记者 姜某）7月14日，推进会召开。\n"
    ).articles
    assert (str(article.kicker), str(article.headline)) == (
        "压实责任 真抓实干 加快推进城乡协调发展",
        "我市工作推进会召开",
    )


@pytest.mark.parametrize(
    ("line", "reporters", "correspondents", "photographers"),
    [
        ("文字：姜某 摄影：滕某", ["姜某"], [], ["滕某"]),
        ("文｜姜某 图｜滕某", ["姜某"], [], ["滕某"]),
        ("撰文 姜某 摄影 滕某", ["姜某"], [], ["滕某"]),
        ("文/图 姜某 滕某", ["姜某", "滕某"], [], ["姜某", "滕某"]),
        ("图文：姜某", ["姜某"], [], ["姜某"]),
        ("供稿单位：县水利局 供稿人：姜某", ["姜某"], [], []),
        ("供稿：县农业农村局", [], [], []),
        ("信息来源：县教育局　作者：姜某某　审核人：滕某", ["姜某某"], [], []),
        ("2021-03-04 来源：某某网 作者：姜某 滕某 责编：王某 点击：12", ["姜某", "滕某"], [], []),
        ("作者：办公室", [], [], []),
        ("通讯员：姜某 摄影：滕某", [], ["姜某"], ["滕某"]),
    ],
)
def test_names_of_websites_are_read_by_role(
    line: str, reporters: list[str], correspondents: list[str], photographers: list[str]
) -> None:
    found = read_byline(Text.of(line))
    assert [str(name) for name in found.reporters] == reporters
    assert [str(name) for name in found.correspondents] == correspondents
    assert [str(name) for name in found.photographers] == photographers


def test_names_under_the_text_are_the_storys() -> None:
    page = (
        "县供销社召开业务会\n　　3月1日，县供销社召开业务会。\n文字：姜某 摄影：滕某\n编辑：王某\n\n"
        "县残联慰问困难群众\n　　3月2日，县残联慰问困难群众12户。\n供稿：李某\n"
    )
    assert [story[:2] for story in told(page)] == [
        ("县供销社召开业务会", ["姜某"]),
        ("县残联慰问困难群众", ["李某"]),
    ]


def test_a_headline_under_the_source_line_is_found() -> None:
    page = "来源：某某日报 2022-10-12 第1版\n作者：姜某\n全市秋粮收购工作会议召开\n\n　　10月11日，全市秋粮收购工作会议召开。\n"
    assert told(page)[0][:2] == ("全市秋粮收购工作会议召开", ["姜某"])


def test_a_notice_of_a_meeting_keeps_its_time_and_sender() -> None:
    (notice,) = divide(
        "会议通知\n\n　　定于5月召开全县农业工作会议。\n　　时间：2023年5月6日\n　　地点：县委一楼会议室。\n\n某某县委办公室\n2023年5月4日\n"
    ).articles
    assert [str(paragraph) for paragraph in notice.body[1:]] == [
        "时间：2023年5月6日",
        "地点：县委一楼会议室。",
        "某某县委办公室",
        "2023年5月4日",
    ]


def test_the_frame_in_the_middle_of_a_sentence_is_taken_out() -> None:
    page = (
        "区里推进学校建设\n\n本报讯（记者 姜某）近日，区里推进学校建设，\n确保如期完成。\n相关单位要各司其职、履职尽责，\n高质高效服务好项目\n"
        "{}\n建设，进一步改善办学条件，满足群众\n对优质教育资源的需求。\n"
    )
    for line in FURNITURE:
        assert "高质高效服务好项目建设" in told(page.format(line))[0][3][-1], line


def test_a_paragraph_that_a_picture_breaks_off_in_its_first_line_is_text() -> None:
    page = (
        f"全县推进会召开\n\n{MARK}本报讯（记者 姜某）8月19日，全县推进\n会在县政府召开，总结今年前七个月工作。\n会议指出，当前，脱贫攻坚工作已经\n\n"
        f"{MARK}8月20日，农民在采收万寿菊。\n通讯员 冉某 摄\n\n进入新阶段，要倒排工期，确保完成任务。\n"
    )
    news, photo = divide(page).articles
    assert str(news.text).endswith("会议指出，当前，脱贫攻坚工作已经进入新阶段，要倒排工期，确保完成任务。")
    assert photo.headline is None
