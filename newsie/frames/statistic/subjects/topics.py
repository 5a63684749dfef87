"""Who or what a clause is about: its governing subject (主语), followed through the paragraphs.

A subject holds from the clause that names it to the next that names another: 该局检查企业…，
取缔企业5家 are one office's doings. Anaphors (该局, 全市, 项目) stand for the fullest name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from newsie import patterns as re
from newsie.frames.headings import stories_of
from newsie.frames.statement import Speech
from newsie.frames.statistic.figures.layout import Clause, Figure, Sentence, sections
from newsie.frames.statistic.figures.source import Source
from newsie.frames.statistic.figures.words import members, verb_at
from newsie.frames.statistic.naming.names import Names
from newsie.frames.statistic.naming.openings import head_end
from newsie.frames.statistic.naming.register import Register
from newsie.frames.statistic.subjects.brought import brought_in
from newsie.frames.statistic.subjects.flow import Flow, as_far_as_figures
from newsie.frames.statistic.subjects.heads import WORKS_LISTED, Heads
from newsie.frames.statistic.subjects.listed import each_of_its_own, without_sum
from newsie.frames.statistic.subjects.mains import Mains
from newsie.frames.statistic.subjects.measured import is_made, made_works
from newsie.frames.statistic.subjects.occasions import Occasions
from newsie.frames.statistic.subjects.presented import Presented, find_presented
from newsie.frames.statistic.subjects.staying import (
    deals_with,
    hands_out,
    is_built,
    is_labelled,
    left_for,
    only_builds,
    receiver,
    stays,
)
from newsie.frames.statistic.subjects.topic import NOBODY, SOMEONE, Topic, is_country, is_level
from newsie.frames.yearly import is_report, planned_from
from newsie.reading import Reading
from newsie.spans import start_behind
from newsie.text import Span

_PRESENTED = re.compile(r"(?:主|承|举)办的[^，。；\n]{4,40}(?:举行|举办|开幕|启动|开赛)$")
_BEGUN = re.compile(
    r"(?:组织)?(?:开展|举办|举行|组织)[^，。；\n]{0,24}?(?:检查|行动|整治|活动|演练|培训|排查|督查|招聘会)"
)
# 某某来到产业园，……总投资5亿元: the figures behind are those of what is seen
_VISITS = re.compile(
    r"来到|走进|前往|察看|查看|观看|参观|视察|考察|调研|检查|了解|询问|听取|看望|慰问|走访|看到|主持|出席|召开|强调|指出|要求|表示|介绍|宣布|传达|部署|陪同|会见|率|带队|带领|致辞|参加|讲话|发言|作[^，]{0,8}报告|宣读|颁奖"
)
# 某某今年52岁，是社区的网格员，负责4栋楼: what follows is of her
_AGED = re.compile("，?(?:今年|现年)?[0-9一二三四五六七八九十]{2,4}多?岁")
_PUNISHED = re.compile("有期徒刑|无期徒刑|死刑|拘役|管制|罚金")
_THIS_TIME = re.compile(
    r"(?:此次|本次|这次|本轮)(?P<what>[\u4e00-\u9fff]{2,6}?(?:检查|行动|整治|活动|演练|培训|排查|督查|招聘会)|(?P<group>督导|督查|巡察|巡查|检查|暗访|调研|考核|验收|抽查|排查|普查)|(?:“[^“”，]{2,10}”(?:专项|集中)?)?行动)(?=[共累先期中，出])"
)
# 据统计，当晚共检查单位17家
_THAT_DAY = re.compile(
    "(?:当[天日晚]|行动中?|检查中|整治中)，?(?:一?共|累计)(?:检查|出动|查处|排查|抽查|查扣|发现|查获)"
)
# 东盟为我国第一大贸易伙伴。对欧盟进出口2.3万亿元: another partner's trade
_TRADE = re.compile(r"对[^，。；\n]{2,16}?(?:进出口|出口|进口|投资)")
# 在青石商圈，新品首店占比80%: of no place that was named before
_SOMEWHERE = re.compile(
    r"在[\u4e00-\u9fff]{2,14}(?:商圈|景区|车间|工厂|企业|基地|园区|大棚|田间|地里|店里|店内|馆内|院里|家中|现场|路段|街头|小镇|牧场|农场)里?"
)
# 在某省某市某区，: another area than before, though its name was not read
_ELSEWHERE = re.compile(r"在(?![此这该那全我本])[\u4e00-\u9fff]{6,14}(?<![门超夜集])[区县市镇乡村]")
# a stretch of works told of as done or going on, behind which others are told of
_TOLD = re.compile(
    r"(?:完工|竣工|通车|投入使用|投入运营|投用|投产|开工|开工建设|封顶|启动|开业|落成|建成|进展顺利|有序推进|加快推进|稳步推进|全面推进)$"
)
# 旧城区改造步伐加快: another matter begins
_MOVES = re.compile(
    r"(?!由)[^，。；：“”\n]{2,18}?(?:全面|稳步|扎实|顺利|有序|不断|持续|进一步|明显|显著|深入|大幅|快速|积极|有力|有效|加速|得到|取得|实现){0,8}"
    r"(?:加快|推进|提升|加大|提高|增强|显现|改善|优化|展开|铺开|夯实|完善|增长|突破|实施|落实|解决|显著|明显)$"
)
# 投资1.3亿元实施管网改造工程
_FUNDS = re.compile(
    r"，?(?:用于|主要用于)?(?:实施|启动|完成|推进|规划)?(?:实施|建设|新建|修建|兴建|改造|扩建|改扩建|改建|续建|打造|启动|完成|建成|建起|建(?![成起设]))了?"
)
_OF_MATTER = re.compile("[^，。；：\\n]{2,10}方面")
_LONGEST_FUNDED = 40
_AMONG = "其中，"
_SHARES = ("%", "成")
_UNDERTAKINGS = ("works", "event")
_LONGEST_BACK = 800


class Beside(NamedTuple):
    """What else was read of an article.

    Attributes:
        works: where it names projects.
        events: where it names the meetings it tells of.
        speeches: what is said in it.
    """

    works: Sequence[Span] = ()
    events: Sequence[Span] = ()
    speeches: Sequence[Speech] = ()


class Topics:
    """The subjects of an article's clauses; `of` gives the topic of one."""

    def __init__(
        self,
        reading: Reading,
        source: Source,
        sentences: Sequence[Sentence],
        beside: Beside,
    ) -> None:
        self._source = source
        self._string = source.string
        self._names = Names(source.string, reading.mentions, beside.works)
        self._register = Register(source, self._names, sentences)
        self._heads = Heads(source, self._names, self._register, reading.mentions, beside.speeches)
        self._occasions = Occasions(source.string, beside.events, self._register.events())
        self._of_area = False
        self._topics: dict[Span, Topic] = {}
        self._presented: dict[Span, Presented] = {}
        self._listing = planned_from(reading) < len(self._string)
        report = is_report(reading)
        mains = Mains(source.string, self._names, self._register, self._heads, yearly=self._listing)
        for section in sections(self._string, sentences, stories_of(reading.article)):
            if not any(clause.figures for sentence in section for clause in sentence.clauses):
                continue
            main = mains.of(section)
            if report and not main.spans:
                main = mains.whole(section)
            main = self._occasions.widened(main)
            self._of_area = main.kind == "land"
            self._topics.update(self._follow(section, main))

    def of(self, clause: Clause) -> Topic:
        """Return what `clause` is about."""
        return self._topics[clause.span]

    def each(self, clause: Clause) -> Iterator[tuple[Clause, Topic]]:
        """Yield the figures of a clause with what they are about: 其中青山镇5亿元、石桥镇6亿元 has two."""
        topic = self.of(clause)
        return each_of_its_own(self._heads, self._register, without_sum(clause, topic), topic)

    def presented(self, clause: Clause) -> Presented | None:
        """Return what the measures at the head of `clause` introduce: 总投资5亿元的某某项目设床位200张."""
        return self._presented.get(clause.span)

    def named(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the fullest words of the name at `start`, if there is one."""
        name, _ = self._heads.named_at(start, end)
        # 西藏拉萨至日喀则高等级公路
        if name and self._string.startswith(("至", "到", "—", "-"), name.end) and name.end < end:
            return ()
        return (self._register.fullest(name),) if name else ()

    def funded(self, figure: Figure) -> tuple[Span, ...]:
        """Return the words of the works that an amount is spent on: 投资1.3亿元实施管网改造工程."""
        deed = _FUNDS.match(self._string, figure.span[1])
        if deed is None or not self._string.endswith("投资", 0, figure.span[0]):
            return ()
        # 引进某某公司投资1800万元建成民宿
        if self._string.endswith(("公司投资", "集团投资", "合作社投资"), 0, figure.span[0]):
            return ()
        name = self._names.at(deed.end(), deed.end() + _LONGEST_FUNDED)
        return (self._register.fullest(name),) if name and is_made(self._string, name) else ()

    def _of(self, clause: Clause) -> Topic:
        topic = self._heads.of(clause, of_area=self._of_area)
        if not self._occasions or (topic.own and topic.spans):
            return topic
        begin = self._source.skip_lead(*clause.span)
        return self._occasions.headed(clause, begin) or self._occasions.meant(clause) or topic

    def _follow(self, sentences: Sequence[Sentence], main: Topic) -> Iterator[tuple[Span, Topic]]:
        """Yield the topics of the clauses, paragraph by paragraph, as far as figures stand in them."""
        flow = Flow(main, main, main)
        home = left_for(self._string, self._register, main)
        places = [clause for sentence in sentences for clause in sentence.clauses]
        paragraph = -1
        for sentence, clauses in as_far_as_figures(self._string, sentences):
            if sentence.paragraph != paragraph:
                paragraph = sentence.paragraph
                flow.begin(self._string, sentence.span[0], sentence.span[0] - sentences[0].span[0])
            self._begin(sentence, flow, home)
            bracketed = self._string.find("（", *sentence.span) >= 0
            for clause, following in zip_longest(clauses, clauses[1:]):
                flow.set_aside(inside=bracketed and self._in_brackets(clause, sentence))
                topic = self._take(clause, flow, places)
                if clause.figures:
                    held = flow.current if topic.own or not self._is_doubtful(clause, flow) else NOBODY
                    yield clause.span, topic._replace(spans=held.spans, kind=held.kind)
                    flow.listed = held is flow.current
                    self._present(clause, topic, flow)
                made = made_works(self._string, self._names, clause, following)
                if made:
                    flow.current = Topic((self._register.fullest(made),), made.end, made.kind, own=True)
            flow.set_aside(inside=False)
            flow.current = flow.lasting

    def _present(self, clause: Clause, topic: Topic, flow: Flow) -> None:
        """Go on with the works that the measures of a clause introduce."""
        somebody = topic.begin if topic.own else 0
        works = find_presented(self._source, self._names, self._register, clause, somebody)
        if works is None:
            return
        self._presented[clause.span] = works
        # a yearly report goes on to other works
        if not self._listing:
            flow.current = works.topic
            flow.lasting = flow.lasting if topic.own else works.topic

    def _begin(self, sentence: Sentence, flow: Flow, home: Topic) -> None:
        """Begin a sentence, without what it can no longer be about."""
        # each sentence of a yearly report tells of other doings
        if self._listing or (flow.told and self._begins_anew(sentence)):
            flow.current = flow.main
        if is_built(self._string, flow.current) and not stays(self._string, sentence):
            flow.current = home
        flow.told, flow.lasting, flow.carried = False, flow.current, flow.current
        flow.listed = False

    def _in_brackets(self, clause: Clause, sentence: Sentence) -> bool:
        """Tell whether a clause begins in brackets: 投入1126万元（其中上级补助540万元，县财政安排300万元）."""
        opened = self._string.rfind("（", sentence.span[0], clause.span[0])
        return opened > self._string.rfind("）", sentence.span[0], clause.span[0])

    def _is_doubtful(self, clause: Clause, flow: Flow) -> bool:
        """Tell whether a clause that names no subject may well have one of its own.

        In a quotation (“去年亩均增收2400元”) it is the speaker; 4000多名建设者奋战在工地 begins with it.
        """
        start = clause.span[0]
        if flow.current is flow.main and flow.main.kind != "works" and self._is_quoted(start):
            return True
        if not self._listing and flow.current is not flow.carried:
            return False
        headed = clause.figures[0].span[0] == self._source.skip_lead(start, clause.span[1])
        # 87.1%的保护区种群数量增加: a share of those of the area
        share = clause.figures[0].unit in _SHARES and self._string.startswith("的", clause.figures[0].span[1])
        if headed and share and flow.current.kind == "land":
            return False
        # 目前，已有189个项目进入清单: there are so many in the country, or of the works
        counted = self._string.endswith("有", start, clause.figures[0].span[0])
        if counted and (flow.current.kind == "works" or is_country(self._string, flow.current)):
            return False
        # 平均降水量18毫米，20万亩农作物受旱: one list of an area's figures; 分行业看，32个行业中有24个增长
        viewed = self._string.endswith("看，", 0, start)
        if headed and (flow.listed or viewed) and flow.current.kind == "land":
            return False
        stays = "land" if flow.current is not flow.main or self._listing else ""
        return headed and flow.current.kind not in (stays, "event")

    def _is_quoted(self, start: int) -> bool:
        """Tell whether the clause that begins at `start` is said by someone."""
        low = start_behind("\n", self._string, start - _LONGEST_BACK, start)
        return self._string.rfind("“", low, start) > self._string.rfind("”", low, start)

    def _take(self, clause: Clause, flow: Flow, clauses: Sequence[Clause]) -> Topic:
        """Return what a clause names, and follow it."""
        topic = self._of(clause)
        if topic.own and self._only_tells(topic, clause, flow):
            return topic
        # 其中，某省有大雪: as 其中某省; 仅某某硅业一家就用电6亿千瓦时
        among = self._string.startswith(("其中", "仅"), clause.span[0]) or self._string.endswith(
            _AMONG, 0, clause.span[0]
        )
        if not topic.own and self._is_over(clause, flow):
            flow.current = flow.lasting
        flow.among = among or (flow.among and not topic.own)
        if not topic.own and (scene := self._occasions.on_the_scene(clause)):
            flow.current = flow.lasting = scene
        elif topic.own:
            self._turn_to(topic, clause, flow, among=among)
        elif clause.figures:
            if self._leaves(clause, flow):
                flow.current = flow.lasting = flow.main
            flow.current = self._begun(clause, clauses) or flow.current
            if not flow.current.spans:
                flow.current = flow.lasting = self._occasions.signed_at(clause) or flow.current
        elif self._moves_on(clause, flow):
            flow.current = flow.lasting = flow.main
        else:
            self._go_elsewhere(clause, flow)
        flow.told = _TOLD.search(self._string, *clause.span) is not None and (topic.own or flow.told)
        if not clause.figures:
            self._turn_to_event(clause, flow)
        return topic

    def _only_tells(self, topic: Topic, clause: Clause, flow: Flow) -> bool:
        """Tell whether a clause names who builds what is told of, or where it is, and goes on about that."""
        if is_labelled(self._string, clause):
            return True
        return is_built(self._string, flow.current) and only_builds(self._string, topic, clause)

    def _turn_to_event(self, clause: Clause, flow: Flow) -> None:
        """Go on with the meeting, the fair, the suspect or the body that a clause without figures tells of."""
        if flow.current.kind == "body" and (other := self._heads.narrators.of_another(clause)):
            whose, end = other
            flow.current = Topic((whose.span,), end, "person", own=True) if whose else NOBODY
        if self._occasions:
            flow.current = self._occasions.at_which(clause) or flow.current
            if held := self._occasions.opened(clause, self._source.skip_lead(*clause.span)):
                flow.current = flow.lasting = held
        if brought := brought_in(self._string, self._names, clause):
            flow.current = brought
            # 局举办招聘会 stays with the office, 主办的招聘会在某地举行 is about the fair
            presented = brought.kind != "event" or _PRESENTED.search(self._string, *clause.span)
            flow.lasting = brought if presented else flow.lasting

    def _go_elsewhere(self, clause: Clause, flow: Flow) -> None:
        """Go on with nobody where a clause names a place that nothing was said of."""
        if not self._string.startswith("在", clause.span[0]):
            return
        if _SOMEWHERE.fullmatch(self._string, *clause.span):
            flow.current = NOBODY
        if _ELSEWHERE.fullmatch(self._string, *clause.span):
            flow.current = flow.lasting = NOBODY

    def _turn_to(self, topic: Topic, clause: Clause, flow: Flow, *, among: bool) -> None:
        """Go on with what a clause names; whom it names only where figures, an age or a deed follow."""
        person = topic.kind == "person"
        aged = person and _AGED.match(self._string, topic.begin, clause.span[1])
        acts = person and (self._acts(topic, clause) or self._is_told_of(topic, clause))
        if person and not (clause.figures or aged or acts):
            return
        if topic.kind == SOMEONE:
            flow.turn_to_someone(self._string, topic)
            return
        flow.current = topic
        passing = (person and not aged) or is_level(self._string, topic) or among
        passing = passing or hands_out(self._string, topic)
        flow.lasting = flow.lasting if passing else topic

    def _acts(self, topic: Topic, clause: Clause) -> bool:
        """Tell whether what a person is told to do goes on behind a clause: 某某手把手教技术，还为农户担保贷款65万元."""
        if _PUNISHED.search(self._string, topic.begin, clause.span[1]):
            return True
        acting = verb_at(self._string, topic.begin, clause.span[1]) > topic.begin
        return acting and _VISITS.search(self._string, *clause.span) is None

    def _is_told_of(self, topic: Topic, clause: Clause) -> bool:
        """Tell whether a clause begins to tell of a farmer or a worker: 他2014年从外地回来，流转茶园320亩."""
        spoken = self._string.endswith(members("speech"), *clause.span)
        private = self._heads.narrators.is_private(*topic.spans[-1])
        return private and not spoken and _VISITS.search(self._string, *clause.span) is None

    def _is_over(self, clause: Clause, flow: Flow) -> bool:
        """Tell whether what only the clauses before a semicolon are about is over.

        区本级投资增长13%；社会消费品零售总额增长9%, 其中京津项目占六成；履约率78.9%.
        """
        if self._string[clause.span[0] - 1 : clause.span[0]] != "；":
            return False
        return flow.among or flow.current.kind == "person" or is_level(self._string, flow.current)

    def _begins_anew(self, sentence: Sentence) -> bool:
        """Tell whether a sentence tells of other doings than the works before: 新建道路24公里; 4个村的工程完工."""
        clause = sentence.clauses[0] if sentence.clauses else None
        if clause is None:
            return False
        begin = self._source.skip_lead(clause.span[0], clause.span[1])
        counted = bool(clause.figures) and clause.figures[0].span[0] == begin
        return counted or verb_at(self._string, begin, clause.span[1]) > begin

    def _leaves(self, clause: Clause, flow: Flow) -> bool:
        """Tell whether a clause with figures is no more about what was told of before.

        青山桥竣工通车，新建农村道路32公里 is not, in a yearly report, nor the next partner's trade, nor
        what those did to whom matters were sent: 督察组向我市交办信访件45件，已办结32件.
        """
        begin = self._source.skip_lead(*clause.span)
        acts = verb_at(self._string, begin, clause.span[1]) > begin
        partner = flow.current.kind == "land" and _TRADE.match(self._string, clause.span[0])
        if deals_with(self._string, begin, clause.span[1]):
            return receiver(self._string, self._names, flow.current) is not None
        return bool(partner) or (self._listing and flow.told and acts)

    def _moves_on(self, clause: Clause, flow: Flow) -> bool:
        """Tell whether a clause turns to another matter.

        某某路、某某园等项目进展顺利 does, and, behind works, 旧城区改造步伐加快; behind several places, 问题整改方面.
        """
        if len(flow.current.each) > 1 and _OF_MATTER.fullmatch(self._string, *clause.span):
            return True
        if WORKS_LISTED.search(self._string, *clause.span):
            return True
        from_works = flow.told or flow.current.kind in _UNDERTAKINGS
        return from_works and _MOVES.fullmatch(self._string, *clause.span) is not None

    def _begun(self, clause: Clause, clauses: Sequence[Clause]) -> Topic | None:
        """Return who began what a clause goes on about: 甲局开展专项检查。……此次专项检查共检查食堂9家."""
        start = clause.span[0]
        drive = _THIS_TIME.match(self._string, start, head_end(clause))
        if drive is None and _THAT_DAY.match(self._string, *clause.span) is None:
            return None
        low = self._string.rfind("\n", 0, start) if drive is None else start - _LONGEST_BACK
        begun = _BEGUN.finditer(self._string, max(0, low), start)
        found = next(
            (
                match
                for match in begun
                if drive is None or match.group().endswith(drive["what"].rpartition("”")[2])
            ),
            None,
        )
        if found is None:
            return self._team(drive["group"], start) if drive and drive["group"] else None
        place = bisect_right(clauses, found.start(), key=lambda clause: clause.span[0])
        topic = self._of(clauses[place - 1])
        return topic if topic.own and topic.kind == "body" else None

    def _team(self, work: str, start: int) -> Topic | None:
        """Return the team that did what 此次督导 stands for: 督导组, which was told of before."""
        team = self._string.rfind(f"{work}组", max(0, start - _LONGEST_BACK), start)
        return Topic(((team, team + len(work) + 1),), start, "body", own=True) if team >= 0 else None
