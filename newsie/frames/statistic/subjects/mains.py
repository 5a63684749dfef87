"""What an article, or a story of it, is about as a whole: the subject of figures that name none (主体)."""

from __future__ import annotations

from collections.abc import Sequence

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Sentence
from newsie.frames.statistic.naming.names import Name, Names, prefixes
from newsie.frames.statistic.naming.openings import NEWS_FROM
from newsie.frames.statistic.naming.register import Register
from newsie.frames.statistic.subjects.heads import POST, Heads
from newsie.frames.statistic.subjects.publishers import is_central, publishes, tells_of_others
from newsie.frames.statistic.subjects.staying import hands_out, receiver
from newsie.frames.statistic.subjects.topic import NOBODY, THE_WORLD, Topic, is_country, is_level

_NATION = re.compile(
    r"全国(?!人大|政协|人民|委员|两会|总工会|妇联|工商联|铁道|青联|学联|记协|文联|作协|第|最|首|唯一|性|各|优秀|先进|模范|退役军人|各地|主场|英模|道德|冠军|锦标|重点|产粮|百强|文明)|我国(?!首[台款艘座颗枚口家个]|自主研|自行研|科学家|科研|选手|航天员)"
)
# at the head of a clause, or whose the first figure is: 交办我市的143件信访件
_OURS = re.compile(
    "(?:(?<=[，。；\n日年月])|(?=[^，。；\n]{2}的[0-9]))我(?:[市县区州旗盟镇乡]|[师团](?![生长部]))(?![里长民级域])"
)
# where neither is named: 2022年，中国经济保持增长
_CHINA = re.compile(r"(?<=[，。；：\n年月日])中国(?=(?:国民)?经济)")
_WHOLE = re.compile("(?<=[，。；\n])全[省市县区州旗](?![级直长域内])")
_NATIONAL = re.compile(r"国内生产总值")
_LOCAL = re.compile("[\u4e00-\u9fff]{2,4}[市县区旗镇乡]")
_GOVERNMENT = ("政府", "委", "办事处")
_OFFICES = (
    "局",
    "办",
    "办公室",
    "站",
    "中心",
    "大队",
    "支队",
    "街道",
    "镇",
    "乡",
    "村",
    "社区",
    *(f"{what}委" for what in ("教", "农", "建", "改", "计", "健", "商务", "经信", "国资", "交通")),
)
_LONGEST_SOURCE = 40
_LONGEST_OPENING = 600
"""How far into a yearly report the court or the office may be named that gives it."""
_AT = ("在", "走进", "来到", "建的")
_LOCAL_RANKS = (*"市县区旗镇乡村港", "街道", "社区")
# 某某日报报道：, 某某都市网某市讯（: whose paper it is
_REPORTS = re.compile("[\u4e00-\u9fff]{0,4}?(?:报道|讯|消息|电)[：（]|[\u4e00-\u9fff]{0,2}记者")
_ASSEMBLY = re.compile(r"(?:全国人大|全国政协|代表大会|委员会?全体会议|会议|大会|论坛)$")


def _first_figure(sentences: Sequence[Sentence]) -> int:
    """Return where the first figure stands: what is named behind it is no subject of it."""
    clauses = (clause for sentence in sentences for clause in sentence.clauses if clause.figures)
    first = next(clauses, None)
    return first.figures[0].span[0] if first else sentences[-1].span[1]


class Mains:
    """The subjects of whole stories; `of` gives that of one."""

    def __init__(self, string: str, names: Names, register: Register, heads: Heads, *, yearly: bool) -> None:
        """`yearly` says that the article is an area's yearly report, which tells what was done and is planned."""
        self._string = string
        self._names = names
        self._register = register
        self._heads = heads
        self._yearly = yearly

    def of(self, sentences: Sequence[Sentence]) -> Topic:
        """Return the article's own subject.

        That of its first figures, else the office that is the source of the news (记者从市商务局获悉), else
        the first named. What a firm or a ministry lets know may be of anyone.
        """
        start = sentences[0].span[0]
        end = sentences[-1].span[1]
        first = self._of_first_figures(sentences)
        nobody = first is None or (first.kind == "body" and not self._is_local(first))
        # a district's report names 全国 too, and is about the district
        national = self._national(start, end) if nobody and not self._yearly else None
        # 又讯 记者从交警支队获悉: whence another story comes
        stop = self._string.find("\n", _first_figure(sentences), end)
        source = NEWS_FROM.search(self._string, start, stop if stop >= 0 else end)
        if self._yearly and first and first.kind == "body":
            first = self._governed(first) if first.begin - start < _LONGEST_OPENING else None
        office = self._names.at(source.end(), source.end() + _LONGEST_SOURCE) if source else None
        # 记者从国家发展改革委了解到，我国…: what a ministry lets know of the country
        if first and office and is_country(self._string, first) and self._is_no_subject(office):
            national = first
        # figures may open the news before it says whose they are: 检查5次……记者从该局获悉
        if national or (first and (source is None or source.start() < first.begin)):
            return national or first or NOBODY
        if source and not (office and self._string.endswith(_OFFICES, *office.span)):
            return NOBODY
        name = office or self._register.first(start, _first_figure(sentences))
        if name is None or self._is_no_subject(name) or not (office or self._leads(name)):
            return self._ours(start, _first_figure(sentences))
        topic = Topic((self._register.fullest(name),), 0, name.kind, own=False)
        return self._governed(topic) if self._yearly and name.kind == "body" else topic

    def _is_local(self, topic: Topic) -> bool:
        """Tell whether a body is a place's own by its name: 青山区人民法院, whatever the country's court sets."""
        return all(_LOCAL.match(self._string, *span) for span in topic.spans)

    def whole(self, sentences: Sequence[Sentence]) -> Topic:
        """Return the area that a part of a report names no more than as a whole: 新增就业5611人。……全区参合率达到98.9%."""
        whole = _WHOLE.search(self._string, sentences[0].span[0], sentences[-1].span[1])
        return Topic((whole.span(),), 0, "land", own=False) if whole else NOBODY

    def _ours(self, start: int, end: int) -> Topic:
        """Return the area that a local page calls its own before its first figure: 我市重点项目集中开工."""
        ours = _OURS.search(self._string, start, end + 1)
        return Topic((ours.span(),), 0, "land", own=False) if ours else NOBODY

    def _leads(self, name: Name) -> bool:
        """Tell whether an article is about its first name: it opens a clause, or is where the news goes.

        走进某某村 tells of the village; 在某江上游 and 彰显某国韧性 only mention where. A yearly
        report is about an area, whatever works it names first.
        """
        span = name.span
        if self._yearly:
            return name.kind == "land" or self._string.endswith(_GOVERNMENT, *span)
        if self._register.leads(name):
            return True
        visited = self._string.endswith(_AT, 0, name.start) and name.kind == "works"
        return visited or (name.kind == "land" and self._string.endswith(_LOCAL_RANKS, *span))

    def _governed(self, topic: Topic) -> Topic:
        """Return the area whose government a yearly report begins with: its figures are the area's."""
        start, end = topic.spans[0]
        name = self._names.at(start, end)
        area = (
            next((part for part in prefixes(self._string, name) if part.kind == "land"), None)
            if name
            else None
        )
        if not self._string.endswith(_GOVERNMENT, start, end):
            return topic
        return Topic((area.span,), 0, "land", own=False) if area else NOBODY

    def _is_no_subject(self, name: Name) -> bool:
        """Tell whether an article is not about a name it begins with: a ministry that tells, an assembly, all the world."""
        if name.kind != "body":
            return self._string.startswith(THE_WORLD, *name.span)
        # 县委 is no subject in 县委书记某某率队
        if POST.match(self._string, name.end) or self._string.startswith("长", name.end):
            return True
        if _REPORTS.match(self._string, name.end):
            return True
        return (
            tells_of_others(self._string[name.start : name.end])
            or (not self._yearly and publishes(self._string, name.end))
            or _ASSEMBLY.search(self._string, *name.span) is not None
        )

    def _of_first_figures(self, sentences: Sequence[Sentence]) -> Topic | None:
        with_figures = (
            sentence for sentence in sentences if any(clause.figures for clause in sentence.clauses)
        )
        end = -1
        for clause in next(with_figures, sentences[0]).clauses if sentences else ():
            # 新增就业3600人 县人社局举办招聘会: behind the space begins another title
            if clause.span[0] == end:
                return None
            end = clause.span[1] if clause.figures or end >= 0 else -1
            # 其中甲公司15亿元，乙公司6亿元, 其中，甲公司15亿元
            if self._string.startswith("其中", clause.span[0]) or self._string.endswith(
                "其中，", 0, clause.span[0]
            ):
                if self._heads.of(clause).own:
                    return None
                continue
            topic = self._heads.of(clause)
            if hands_out(self._string, topic) or is_level(self._string, topic):
                continue
            if received := receiver(self._string, self._names, topic):
                return received
            if topic.own and topic.kind in ("land", "body"):
                return topic._replace(own=False)
        return None

    def _national(self, start: int, end: int) -> Topic | None:
        """Return the whole country as subject of figures that its organs report."""
        nation = _NATION.search(self._string, start, end) or _CHINA.search(self._string, start, end)
        if nation is None:
            return None
        bodies = (name for name in self._register.within(start, end) if name.kind == "body")
        if _NATIONAL.search(self._string, start, end) or any(
            is_central(self._string[name.start : name.end]) for name in bodies
        ):
            return Topic((nation.span(),), 0, "land", own=False)
        return None
