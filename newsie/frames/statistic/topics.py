"""Who or what a clause is about: its governing subject (主语), followed through the paragraphs.

A subject holds from the clause that names it to the next that names another: 该局检查企业…，
取缔企业5家 are one office's doings. Anaphors (该局, 全市, 项目) stand for the fullest name.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsie.frames.statistic.layout import Clause, Sentence
from newsie.frames.statistic.names import Name, Names
from newsie.frames.statistic.register import ANAPHOR, LOCAL, NEWS_FROM, Register, head_end
from newsie.frames.statistic.source import Source
from newsie.frames.statistic.words import words
from newsie.reading import Mention, Reading
from newsie.text import Span

_TITLE = re.compile(
    r"(?:党组|党委|党工委|原)?(?:副|代)?(?:书记|主任|局长|院长|校长|部长|区长|县长|市长|镇长|乡长|村长|会长|主席|经理|董事长|"
    r"秘书长|检察长|行长|队长|站长|所长|科长|处长|主管|常委|委员|总(?:经理|工程师|裁|监|会计师|书记))"
)
# 该局干部 are not the office; 全市居民收入 is the city's
_STAFF = re.compile(
    r"负责|干部|领导|工作人员|相关|有关|党员|职工|群众|居民|村民|民警|成员|人大代表|一名|一位"
)
_JOIN = re.compile(r"联合|会同|与|和|、|及")
_LOCATED = re.compile(
    r"(?:位于|坐落于|坐落在|落户)[^，。；\n]{2,20}的"
    r"|(?:正在|新近|刚刚)?(?:在建|新建|新修|建设|兴建|改建|扩建|打造|落成|建成|投用|开业|竣工)不?久?的"
)
_AT = re.compile(r"走进|来到|在")
_AT_END = re.compile(r"(?:里|内|上|的)?(?:施工|建设|项目|生产)?(?:现场|工地|一线)?$")
_PRESENTED = re.compile(r"(?:主|承|举)办的[^，。；\n]{4,40}(?:举行|举办|开幕|启动|开赛)$")
_BEGUN = re.compile(
    r"(?:组织)?(?:开展|举办|举行|组织)[^，。；\n]{0,24}?(?:检查|行动|整治|活动|演练|培训|排查|督查|招聘会)"
)
_FOUNDING = re.compile(r"(?:(?P<held>举办|举行|召开|主办的|承办的)|成立|组建|创办|建起|设立)了?")
_HELD = re.compile(
    r"(?:在|于)[^，。；\n]{2,16}(?:举办|举行|开幕|落幕|启动|开赛)|(?:火热|顺利|圆满|正式)?(?:开赛|开幕|落幕|举行)"
)
_HOME = re.compile(
    r"我们?家里?|俺家|我(?!们|国|省|市|区|县|州|校|院|镇|村|乡|军|党)|[他她]家里?|[他她](?!们|人|乡)"
)
_LAUNCHED = re.compile(
    r"(?:自(?![由来贡治]))?(?P<what>(?!新中国|中华|改革|建|项目|工程|活动|行动|我|该)[^，。；\n的是0-9一二三四五六七八九十]{4,20}?)(?:正式|揭牌|试)?"
    r"(?:上线|成立|挂牌|组建|运行|运营|投用|启用|设立|开通|开馆|开园)(?:运行|运营)?(?:以来|以后)"
)
_MANAGER = re.compile(
    r"(?:总|副总)?(?:董事长|经理|厂长|理事长|总裁|法人代表|场长|创始人)"
    r"|(?:财务|技术|运营|市场|销售|生产|行政|品牌)(?:部|中心)?(?:总监|主管|经理|负责人)"
)
# 我们公司 in a quotation is the speaker's
_OUR_FIRM = re.compile(r"(?:(?<=[我咱]们)|[我咱]们?)(?:这?家?(?:公司|企业|集团|合作社|厂子?里?|工厂))")
# 青山乡到县城的行车时间 is about a way, 青山村等5个村 about several places
_WAY = re.compile(r"[到至往](?!目前|现在|今|[0-9]|期)[^，。；\n]{1,12}(?:的|之间|距离|只需|仅需|车程|全程)")
_SEVERAL = re.compile(r"等(?=[0-9])")
_THIS_TIME = re.compile(
    r"(?:此次|本次|这次)(?P<what>[\u4e00-\u9fff]{2,6}?(?:检查|行动|整治|活动|演练|培训|排查|督查|招聘会))(?=[共累先期中，出])"
)
_OFFICIAL = re.compile(r"(?:党组|党委)?(?:成员|书记|委员)?、?(?:副|总)?(?:局长|主任|站长)")
_VILLAGE = re.compile(r"(?P<village>.{1,16}?(?:村|社区))(?:党委|党总支|党支部|村委会|居委会)?")
_CADRE = re.compile(r"(?:党委|党总支|党支部|党工委|村委会|居委会|社区)?(?:副)?(?:书记|主任|支书)")
# who speaks of his own yield and cost
_PRODUCER = re.compile(
    r"(?:[果菜茶棉粮蔗烟花药瓜]农|农户|农民|村民|渔民|牧民|商户|店主|摊主|老板|(?:养殖|种植|种粮|养牛|养羊|养鸡|脱贫|贫困|经营)(?:大)?户|大户"
    r"|(?:跑|种|养|卖|做)[^，。；\n]{1,8}的)$"
)
_TRADE = re.compile(
    r"[^，。；、的0-9\n]{0,10}?(?:[果菜茶棉粮蔗烟药瓜]农|农户|村民|渔民|牧民|商户|店主|摊主|大户|养殖户|种植户|脱贫户|贫困户)"
)
_NATION = re.compile(r"全国|我国")
_NATIONAL = re.compile(r"国家统计局|国务院|海关总署|国内生产总值")
_LONGEST_SPEECH = 160
_NEAR = 24
_LONGEST_SOURCE = 40
_LONGEST_BACK = 800


class Topic(NamedTuple):
    """What a clause is about.

    Attributes:
        spans: where the subject's fullest words stand; empty when nothing is named.
        begin: where the clause's own words begin, behind connectives, dates and the subject.
        kind: what the subject is; "" when there is none.
        own: whether the clause names it itself.
        each: where the clause names each of several subjects (A、B分别…).
    """

    spans: tuple[Span, ...]
    begin: int
    kind: str
    own: bool
    each: tuple[Span, ...] = ()


class Topics:
    """The subjects of an article's clauses; `of` gives the topic of one."""

    def __init__(self, reading: Reading, source: Source, sentences: Sequence[Sentence]) -> None:
        self._source = source
        self._string = source.string
        self._names = Names(source.string, reading.mentions)
        self._people = [mention for mention in reading.mentions if mention.label == "PERSON"]
        self._register = Register(source, self._names, sentences)
        self._of_area = False
        main = self._main(sentences)
        self._of_area = main.kind == "land"
        self._topics = dict(self._follow(sentences, main))

    def of(self, clause: Clause) -> Topic:
        """Return what `clause` is about."""
        return self._topics[clause.span]

    def named(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the fullest words of the name at `start`, if there is one."""
        name, _ = self._named_at(start, end)
        return (self._register.fullest(name),) if name else ()

    def _main(self, sentences: Sequence[Sentence]) -> Topic:
        """Return the article's own subject.

        That of its first figures, else the source of the news (记者从X获悉), else the first named.
        """
        first = self._of_first_figures(sentences)
        national = self._national() if first is None or first.kind == "body" else None
        source = NEWS_FROM.search(self._string)
        # figures may open the news before it says whose they are: 检查5次……记者从该局获悉
        if national or (first and (source is None or source.start() < first.begin)):
            return national or first or Topic((), 0, "", own=False)
        name = self._names.at(source.end(), source.end() + _LONGEST_SOURCE) if source else None
        name = name or self._register.first()
        if name is None:
            return Topic((), 0, "", own=False)
        return Topic((self._register.fullest(name),), 0, name.kind, own=False)

    def _of_first_figures(self, sentences: Sequence[Sentence]) -> Topic | None:
        with_figures = (
            sentence for sentence in sentences if any(clause.figures for clause in sentence.clauses)
        )
        for clause in next(with_figures, sentences[0]).clauses if sentences else ():
            topic = self._of_clause(clause)
            if topic.own and topic.kind in ("land", "body"):
                return topic
        return None

    def _national(self) -> Topic | None:
        """Return the whole country as subject of figures that its organs report."""
        nation = _NATION.search(self._string)
        if nation and _NATIONAL.search(self._string):
            return Topic((nation.span(),), 0, "land", own=False)
        return None

    def _follow(self, sentences: Sequence[Sentence], main: Topic) -> Iterator[tuple[Span, Topic]]:
        """Yield the topics of the clauses, paragraph by paragraph, as far as figures stand in them."""
        paragraph = -1
        current = main
        places = [clause for sentence in sentences for clause in sentence.clauses]
        last = {
            sentence.paragraph: sentence.number
            for sentence in sentences
            if any(clause.figures for clause in sentence.clauses)
        }
        for sentence in sentences:
            if sentence.number > last.get(sentence.paragraph, -1):
                continue
            if sentence.paragraph != paragraph:
                paragraph, current = sentence.paragraph, main
            lasting = current
            for clause in sentence.clauses:
                topic = self._of_clause(clause)
                if clause.figures and not topic.own:
                    current = self._begun(clause, places) or current
                if topic.own and (topic.kind != "person" or clause.figures):
                    current = topic
                    lasting = topic if topic.kind != "person" else lasting
                if clause.figures:
                    yield clause.span, topic._replace(spans=current.spans, kind=current.kind)
                elif brought := self._brought_in(clause):
                    current = brought
                    # 局举办招聘会 stays with the office, 主办的招聘会在某地举行 is about the fair
                    presented = brought.kind != "event" or _PRESENTED.search(self._string, *clause.span)
                    lasting = brought if presented else lasting
            current = lasting

    def _begun(self, clause: Clause, clauses: Sequence[Clause]) -> Topic | None:
        """Return who began what a clause goes on about: 甲局开展专项检查。……此次专项检查共检查食堂9家."""
        start = clause.span[0]
        drive = _THIS_TIME.match(self._string, start, head_end(clause))
        if drive is None:
            return None
        begun = _BEGUN.finditer(self._string, max(0, start - _LONGEST_BACK), start)
        found = next((match for match in begun if match.group().endswith(drive["what"])), None)
        if found is None:
            return None
        place = bisect_right(clauses, found.start(), key=lambda clause: clause.span[0])
        topic = self._of_clause(clauses[place - 1])
        return topic if topic.own and topic.kind == "body" else None

    def _brought_in(self, clause: Clause) -> Topic | None:
        """Return what a clause founds or holds, which the clauses after it are about.

        成立合作社 founds one, 举办招聘会 holds one.
        """
        for match in _FOUNDING.finditer(self._string, *clause.span):
            name = self._names.at(match.end(), clause.span[1])
            if name is None or name.kind not in (("event",) if match["held"] else ("body", "works")):
                continue
            if name.end == clause.span[1] or _HELD.match(self._string, name.end):
                return Topic((name.span,), clause.span[1], name.kind, own=True)
        return None

    def _of_clause(self, clause: Clause) -> Topic:
        """Return the topic of a clause by its own words; not `own` where it names none."""
        start, end = clause.span[0], head_end(clause)
        begin = self._source.skip_lead(start, end)
        located = _LOCATED.match(self._string, begin, end)
        begin = located.end() if located else begin
        name, at = (
            self._introduced(begin, clause)
            or self._speaker(begin, clause.span[1])
            or self._named_at(begin, end)
        )
        if name is None and at > begin:
            return Topic((), at, "", own=False)
        if name and name.kind == "land" and (several := _SEVERAL.match(self._string, at, clause.span[1])):
            return Topic((), several.end(), "", own=False)
        if name is None:
            name, at = self._stage(begin, end)
        if name is None:
            name, at = self._since(start, begin), begin
        if name is None and clause.figures:
            name, at = self._producer(clause.span[0]), begin
        headed = (self._headed(name) or self._told_by(name, clause)) if name and not clause.figures else None
        if headed:
            return Topic((self._register.fullest(headed),), at, headed.kind, own=True)
        if name is None or not self._governs(name.kind, at):
            return Topic((), begin, "", own=False)
        spans = [self._register.fullest(name)]
        each = [(begin, at)]
        while joint := _JOIN.match(self._string, at, end):
            further = self._names.at(joint.end(), end)
            if further is None:
                break
            spans += joint.span(), self._register.fullest(further)
            each.append(further.span)
            at = further.end
        return Topic(tuple(spans), at, name.kind, own=True, each=tuple(each))

    def _introduced(self, start: int, clause: Clause) -> tuple[Name | None, int] | None:
        """Return the farmer or trader named at the head of a clause: 种粮大户某某种了380亩水稻."""
        person = self._first_person(start, head_end(clause)) if clause.figures else None
        if person is None or not _TRADE.fullmatch(self._string, start, person.start):
            return None
        return Name(person.start, person.end, "person"), person.end

    def _speaker(self, start: int, end: int) -> tuple[Name | None, int] | None:
        """Return the person who says 我家…, named behind the quotation, else in front; or who 他 is."""
        firm = _OUR_FIRM.match(self._string, start, end)
        if firm:
            return self._quoted(start), firm.end()
        own = _HOME.match(self._string, start, end)
        if own is None:
            return None
        if own.group()[0] in "他她":
            return self._last_person(start), own.end()
        closing = self._string.find("”", end, end + _LONGEST_SPEECH)
        opening = self._string.rfind("“", max(0, start - _LONGEST_SPEECH), start)
        speaker = self._first_person(closing, closing + _NEAR) if closing >= 0 else None
        if speaker is None and opening >= 0:
            speaker = self._first_person(opening - _NEAR, opening)
        return (Name(speaker.start, speaker.end, "person") if speaker else None), own.end()

    def _since(self, start: int, end: int) -> Name | None:
        """Return what a clause dates its figures by: 某某平台上线以来，注册用户突破2万户."""
        date = self._source.dates.get(start)
        if date is None or date.end > end:
            return None
        launched = _LAUNCHED.match(self._string, start, date.end)
        if launched is None:
            return None
        name = self._names.at(*launched.span("what"))
        return name if name and name.end == launched.end("what") else Name(*launched.span("what"), "works")

    def _quoted(self, start: int) -> Name | None:
        """Return the firm whose manager the words behind a quotation name: ”某公司财务总监某某说."""
        closing = self._string.find("”", start, start + _LONGEST_SPEECH)
        name = self._names.at(closing + 1, closing + _NEAR) if closing >= 0 else None
        return self._headed(name) if name else None

    def _producer(self, start: int) -> Name | None:
        """Return the farmer or trader who tells of his own doings in a quotation, or whom its speaker heads."""
        low = max(0, start - _LONGEST_SPEECH)
        opening = self._string.rfind("“", low, start)
        closing = self._string.find("”", start, start + _LONGEST_SPEECH)
        if opening < 0 or closing < 0 or self._string.find("”", opening, start) >= 0:
            return None
        name = self._names.at(closing + 1, closing + _NEAR)
        headed = self._headed(name) if name else None
        if headed:
            return headed
        behind = self._first_person(closing, closing + _NEAR)
        if behind and _PRODUCER.search(self._string, closing, behind.start):
            return Name(behind.start, behind.end, "person")
        place = bisect_left(self._people, opening, key=lambda mention: mention.start)
        before = self._people[place - 1] if place else None
        if before is None or opening - before.end > _NEAR or "\n" in self._string[before.end : opening]:
            return None
        told = _PRODUCER.search(self._string, max(0, before.start - _NEAR), before.start)
        return Name(before.start, before.end, "person") if told else None

    def _last_person(self, start: int) -> Name | None:
        place = bisect_left(self._people, start, key=lambda mention: mention.start)
        found = self._people[place - 1] if place else None
        return Name(found.start, found.end, "person") if found and start - found.end <= _NEAR else None

    def _first_person(self, start: int, end: int) -> Mention | None:
        place = bisect_left(self._people, start, key=lambda mention: mention.start)
        found = self._people[place] if place < len(self._people) else None
        return found if found and found.end <= end else None

    def _stage(self, start: int, end: int) -> tuple[Name | None, int]:
        """Return the place of 在X施工现场, which the sentences after it are about."""
        opening = _AT.match(self._string, start, end)
        located = _LOCATED.match(self._string, opening.end(), end) if opening else None
        name = self._names.at((located or opening).end(), end) if opening else None
        if name and _AT_END.fullmatch(self._string, name.end, end):
            return name, end
        return None, start

    def _named_at(self, start: int, end: int) -> tuple[Name | None, int]:
        """Return the name that stands or is stood for at `start`, and where the words for it end."""
        anaphor = ANAPHOR.match(self._string, start, end)
        if anaphor:
            return self._register.anaphor(start, anaphor.end(), end)
        local = LOCAL.match(self._string, start, end)
        if local:
            return Name(start, local.end(), "land"), local.end()
        name, stop = self._register.whole(start, end)
        if name is None:
            name, stop = self._register.bare(start, end)
        if name is None:
            name = self._names.at(start, end)
            stop = name.end if name else start
        return name, stop

    def _told_by(self, name: Name, clause: Clause) -> Name | None:
        """Return the office whose head tells of its work (市教育局副局长…透露), unless the news is an area's."""
        told = self._string.endswith(tuple(words("speech")), *clause.span)
        # figures of a statistics office are those of the area
        office = name.kind == "body" and not self._string.endswith("统计局", *name.span)
        office = office and self._string.endswith(("局", "中心", "办公室", "站"), *name.span)
        return (
            name
            if told and office and not self._of_area and _OFFICIAL.match(self._string, name.end)
            else None
        )

    def _headed(self, name: Name) -> Name | None:
        """Return the firm or the village whose manager or cadre is named: 某公司董事长…, 某村党支部书记…."""
        if name.kind not in ("body", "works", "land"):
            return None
        if _MANAGER.match(self._string, name.end):
            return name
        village = _VILLAGE.fullmatch(self._string, name.start, name.end)
        if village is None or _CADRE.match(self._string, name.end) is None:
            return None
        return Name(*village.span("village"), "land")

    def _governs(self, kind: str, stop: int) -> bool:
        """Tell whether a name at the head of a clause is its subject, not a modifier."""
        if kind == "event" or _TITLE.match(self._string, stop):
            return False
        if kind != "land" and _STAFF.match(self._string, stop):
            return False
        if kind == "land" and _WAY.match(self._string, stop):
            return False
        if kind == "person":
            return not self._string.startswith(tuple(words("speech")), stop)
        return not self._string.startswith("的", stop)
