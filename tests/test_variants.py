"""What should not matter does not: the same thing told with another ordinal, place, day, title or verb.

Each template is filled with every word of one slot, the other slots in turn, so that a word that is read
otherwise than its neighbours (第十一次 as 一次, 信访 as a letter) shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice

import pytest

from newsie.extractor import extract
from newsie.records import Extraction

DAYS = ["3月5日", "3月5日上午", "昨日", "近日", "今天下午", "2月28日至3月1日", "4日晚"]
BODIES = [
    "县委、县政府", "市总工会", "区教育局", "高新区管委会", "柳河镇党委", "团市委", "县人大常委会",
    "国网青峰县供电公司", "市第一人民医院", "市文明办、市教育局", "东关街道", "市委政法委", "县退役军人事务局",
]  # fmt: skip
GATHERINGS = [
    "2024年安全生产工作会议", "春季学期开学工作部署会", "第十一次代表大会", "第二十一次常务会议", "乡村振兴现场推进会", "第三届职工运动会",
    "农产品产销对接会", "项目集中签约仪式", "新闻发布会", "离退休干部座谈会", "三级干部大会", "述职评议会", "第六届桃花节",
    "警示教育大会", "政企恳谈会", "第一季度经济运行分析会", "防汛工作动员会", "妇女代表大会", "信访工作联席会议", "读书分享会",
    "人居环境整治观摩会", "业务培训班", "廉政谈话会", "专题民主生活会", "第五次党员代表大会", "巡察工作动员部署会",
]  # fmt: skip
HALLS = ["县会议中心", "行政中心四楼会议室", "市体育馆", "市民中心", "县委党校", "城南酒店"]
POSTS = [
    "市委书记", "县委副书记、县长", "副市长", "区委常委、宣传部部长", "县人大常委会主任", "县委常委、常务副县长",
]  # fmt: skip
PEOPLE = ["王建国", "李晓梅", "赵长河", "欧阳平", "陈志", "秦川"]
LOOKS = ["调研", "考察", "督导", "检查", "督查", "视察"]
MATTERS = [
    "乡村振兴",
    "安全生产",
    "项目建设",
    "春耕生产",
    "教育",
    "防汛",
    "森林防火",
    "信访",
    "基层党建",
    "文明城市创建",
]
PLACES = [
    "柳河镇", "东关街道", "县人民医院", "华源公司", "文昌小学", "龙泉水库", "北岭乡张庄村", "城北污水处理厂", "高新区",
    "青峰一中", "冷链物流园", "县政务服务中心",
]  # fmt: skip
WORKS = [
    "柳河大桥", "县人民医院新院区", "城北污水处理厂", "环城南路改造工程", "龙泉水库除险加固工程", "青峰至柳河高速公路",
    "华源30万吨磷酸铁锂项目", "市体育公园", "柳河抽水蓄能电站", "金沙江路下穿隧道", "北岭风电场", "县图书馆新馆",
    "国道320线改扩建工程", "110千伏东关输变电工程", "文昌小学", "甲青高铁柳河至北岭段",
]  # fmt: skip
COUNTED = [
    ("新建公厕", "座"), ("改造老旧小区", "个"), ("培训农民工", "人"), ("硬化道路", "公里"), ("引进项目", "个"), ("治理河道", "公里"),
    ("植树", "万株"), ("整改隐患", "处"), ("种植小麦", "万亩"), ("接待游客", "万人次"), ("办结信访案件", "件"),
]  # fmt: skip
AREAS = ["全县", "我区", "青峰县", "柳河镇", "县住建局"]


def page(sentence: str) -> Extraction:
    return extract(f"工作动态\n\n本报讯（记者 张力）{sentence}\n", published="2024-03-05")


def filled(*slots: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield as many rows as the longest slot has words, each word of every slot at least once."""
    longest = max(map(len, slots))
    return zip(*(islice(cycle(slot), longest) for slot in slots), strict=True)


@pytest.mark.parametrize(
    "template",
    [
        "{day}，{body}召开{name}。",
        "{day}，{body}在{hall}举行{name}。",
        "{body}{day}举办{name}。",
        "为进一步做好工作，{day}，{body}召开{name}。",
        "{day}，由{body}主办的{name}在{hall}举行。",
    ],
)
def test_meetings(template: str) -> None:
    for day, body, name, hall in filled(DAYS, BODIES, GATHERINGS, HALLS):
        sentence = template.format(day=day, body=body, name=name, hall=hall)
        (meeting,) = page(sentence).meetings
        told = (meeting.name, meeting.organizer, meeting.date and meeting.date.text)
        assert told == (name, body, day), sentence
        assert meeting.place == (hall if "{hall}" in template else None), sentence


@pytest.mark.parametrize(
    "template",
    [
        "{day}，{post}{person}到{place}{look}{matter}工作。",
        "{post}{person}{day}到{place}{look}。",
        "{day}，{post}{person}带领相关部门负责人深入{place}{look}{matter}工作。",
        "{day}，{post}{person}率队赴{place}{look}{matter}工作。",
        "{day}，{post}{person}{look}{matter}工作。在{place}，{person}详细了解情况。",
    ],
)
def test_visits(template: str) -> None:
    for day, post, person, place, look, matter in filled(DAYS, POSTS, PEOPLE, PLACES, LOOKS, MATTERS):
        sentence = template.format(day=day, post=post, person=person, place=place, look=look, matter=matter)
        (visit,) = page(sentence).visits
        assert (visit.lead, visit.places) == ((person,), (place,)), sentence


@pytest.mark.parametrize(
    ("template", "status"),
    [
        ("{day}，{work}正式开工建设。", "started"),
        ("{day}，{work}主体结构顺利封顶。", "under_construction"),
        ("{day}，{work}建成投用。", "operating"),
        ("{day}，{work}竣工通过验收。", "completed"),
        ("总投资1.2亿元的{work}正在加紧建设。", "under_construction"),
        ("{work}总投资1.2亿元，计划今年6月开工。", "planned"),
        ("投资3500万元建设的{work}日前投入使用。", "operating"),
    ],
)
def test_projects(template: str, status: str) -> None:
    for day, work in filled(DAYS, WORKS):
        sentence = template.format(day=day, work=work)
        told = [(project.name, project.status) for project in page(sentence).projects]
        assert told == [(work, status)], sentence


@pytest.mark.parametrize(
    ("template", "nature"),
    [
        ("今年，{area}计划{what}12{unit}。", "target"),
        ("今年，{area}将{what}12{unit}。", "target"),
        ("会议要求，{area}要{what}12{unit}。", "target"),
        ("{area}提出，今年要{what}12{unit}。", "target"),
        ("今年以来，{area}已{what}12{unit}。", "actual"),
        ("去年，{area}{what}12{unit}。", "actual"),
        ("1—5月份，{area}共{what}12{unit}。", "actual"),
    ],
)
def test_figures(template: str, nature: str) -> None:
    for area, (what, unit) in zip(cycle(AREAS), COUNTED, strict=False):
        sentence = template.format(area=area, what=what, unit=unit)
        (figure,) = page(sentence).statistics
        assert (figure.subject, figure.indicator, figure.nature) == (area, what, nature), sentence
