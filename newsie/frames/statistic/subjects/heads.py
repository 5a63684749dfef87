"""What a clause names as its subject, by its own words (主语)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from newsie import patterns as re
from newsie.frames.statement import Speech
from newsie.frames.statistic.figures.layout import Clause
from newsie.frames.statistic.figures.source import Source
from newsie.frames.statistic.figures.words import members, verb_at, verb_before, words
from newsie.frames.statistic.naming.kinds import has_verb
from newsie.frames.statistic.naming.names import HOTLINE, Name, Names, hosted
from newsie.frames.statistic.naming.nouns import ANAPHOR
from newsie.frames.statistic.naming.openings import head_end
from newsie.frames.statistic.naming.regiments import COMPANY
from newsie.frames.statistic.naming.register import LOCAL, WHOLE_WORKS, Register
from newsie.frames.statistic.subjects.commons import alone, common, is_counted, standing, sum_end
from newsie.frames.statistic.subjects.fronts import Fronts
from newsie.frames.statistic.subjects.narrators import Narrators
from newsie.frames.statistic.subjects.publishers import (
    claims,
    counts,
    is_central,
    publishes,
    tells_abroad,
    tells_of_others,
)
from newsie.frames.statistic.subjects.spokesmen import spoken_for
from newsie.frames.statistic.subjects.titles import Titles
from newsie.frames.statistic.subjects.topic import SOMEONE, Topic
from newsie.frames.statistic.subjects.unnamed import someone
from newsie.reading import Mention
from newsie.text import Span

POST = re.compile(
    r"(?:党组|党委|党工委|原)?(?:副|代)?(?:书记|主任|局长|院长|校长|部长|区长|县长|市长|镇长|乡长|村长|师长|团长|连长|政委|会长|主席|经理|董事长|"
    r"秘书长|检察长|行长|队长|站长|所长|科长|处长|主管|常委|委员|院士|总(?:经理|工程师|裁|监|会计师|书记))"
)
"""A post behind the name of a body: what is told is told of its holder."""

# 该局干部 are not the office; 全市居民收入 is the city's
_STAFF = re.compile(
    r"官员|发言人|秘书长|总干事|专员|负责|干部|领导|工作人员|相关|有关|党员|职工|群众|居民|村民|成员|人大代表|一名|一位"
)
_SPOKEN = re.compile(
    r"(?:新闻|高级)?(?:官员|发言人|秘书长|总干事)[^，。；：\n]{0,16}?(?:称|说|表示|警告说?|透露)"
)
_JOIN = re.compile(r"联合|会同|与|和(?![谐平睦美顺泰兴悦])|、|及")
# 某地卫生部门称疫情已致35人死亡: who tells it stands in front, with no mark
_TOLD_BY = re.compile(
    "(?P<teller>[^，。；：“”‘’《》0-9]{2,16}?(?:部门|当局|政府|军方|警方|官员|媒体|机构|[部局厅署军委]))(?:称|说|表示)(?![号职呼谓为法作要会])(?=[^，。；：“”]{2})"
)
# 某部门称新增病例3例: no deed of who tells it
_BEFALLS = frozenset(("新增", "发现"))
_REACH = 20
# 与省城、京城的5家医院实现联网: whom something is done with is no subject
_WITH = re.compile(r"[与跟](?![会此踪随])")
_AT = re.compile(r"(?:记者)?(?:走进|来到|在)")
_AT_END = re.compile(
    r"(?:里|内|上|的)?(?:(?:施工|建设|项目|生产)?(?:现场|工地|一线)|[\u4e00-\u9fff]{0,6}(?:车间|厂房|展厅|大棚|仓库)(?:里|内)?)?(?:采访时)?(?:看到|发现|了解到)?$"
)
# 承办全国人大代表建议154件，全国政协提案68件: what is dealt with
_PETITION = re.compile("(?:人大|政协)?(?:代表|委员)?(?:所提)?(?:意见|建议|提案|议案){1,2}\\Z")
_NEAR = re.compile(
    r"(?!省|市|地区|境内|各地|全|部|首|多地)[\u4e00-\u9fff]{2,3}(?<![东南西北中][部方])(?<![前后时])(?<!各地)(?<!期间)(?<!上空)"
)
# 在冰雪大世界，: a place by its position alone
_PLACE_ALONE = re.compile(
    r"在(?![此这该那其同])[\u4e00-\u9fff]{1,8}?(?:大世界|乐园|大街|公园|广场|市场|车间|大厅|集市|餐厅|剧院|球场|岛|湖|山|馆|店|厂|场|港|站|街|园)"
)
_LAUNCHED = re.compile(
    r"(?:自(?![由来贡治]))?(?P<what>(?!新中国|中华|改革|建|项目|工程|活动|行动|我|该)[^，。；\n的是0-9一二三四五六七八九十]{4,20}?)(?:正式|揭牌|试)?"
    r"(?:上线|成立|挂牌|组建|运行|运营|投用|启用|设立|开通|开馆|开园)(?:运行|运营)?(?:以来|以后)"
)
# 气象部|门, 会议会|址, 世界剧院|联盟, 长江|经济带: only a part of the name was seen
_CUT = re.compile(
    r"(?<=部)[门队分]|(?<=乡)村(?=建设|振兴|旅游|治理)|(?<=籍)议员|(?<=工程)遗产|(?<=北京)时间|(?<=水库)群|地位|(?<=中国)式|(?<=[区园镇])化|建设(?:进程|步伐|(?:全部|全面)?达标)|(?<=会)[址堂]|联盟|武装(?!部)|经济[带圈]|金融城|跨海|核电|沙漠|海峡|半岛|舰(?!队)|(?<=我国)(?:首[台款艘座颗枚口个批条项家部辆种套列架只]|(?:单[机体]|规模|海拔|跨度|容量|装机)[^，。；\n]{0,4}最[大长高深]|最[大长高深](?=[\u4e00-\u9fff]{0,4}的|[\u4e00-\u9fff]{2,12}(?:基地|工程|项目|电站|大桥|隧道|港))|自主研|自行研)|[东西南北]麓|第[0-9一二三四五六七八九十]{1,4}[次届批]|(?<=上合|世卫|世贸|粮农)组织|班列|(?:酒|药|煤|矿|乳|钢)业|啤酒|水泥|(?<=[\u4e00-\u9fff])（[^（）\n]{1,8}）[\u4e00-\u9fff]{0,6}(?:区|片区)"
)
# 石桥镇的这家合作社 has no name
_SOME = re.compile(
    r"的?(?:这|那|某)[家座个位条名处](?![\u4e00-\u9fff]{0,3}[，、])|的?有?一家|有家|的一[座个位条名处]"
)
_OTHERS = ("这", "该局", "该所", "该院", "该厂", "该店")
_UNNAMED = ("这家", "这座", "这所", "这名", "这位", "这处")
# 青山乡到县城的行车时间 is about a way, 青山村等5个村 about several places
# 俄方将作出回应: one side of what two do; 以军空袭多处目标: who acts, not the country
_BOTH = re.compile(
    r"[双两俄乌美日韩英法德印伊朝]方(?![的面便式法案针向位])"
    r"|(?:[我敌驻][\u4e00-\u9fff]{0,2})?[以俄乌美日韩英法德印伊朝巴叙黎土]军(?![事用官人机工备费队服民火舰警力校营属区港]|[\u4e00-\u9fff]{2,6}(?:基地|司令部|总部)|在[^，。；\n]{1,14}的?(?:基地|驻军|据点|阵地|士兵|军机))"
)
_STANDS_FOR = re.compile(
    "|".join(f"(?:{form.pattern})" for form in (ANAPHOR, _BOTH, LOCAL, COMPANY, WHOLE_WORKS))
)
_WAY = re.compile(
    r"[东西南北]?站?[到至往](?!目前|现在|今|[0-9]|期)[^，。；\n]{1,12}(?:的|之间|铁路|高铁|距离|只需|仅需|车程|全程)"
    r"|[和与][\u4e00-\u9fff]{2,8}?(?:两[地市县]之?间|之间)"
)
# 建成后甲地与乙地半小时直达, 甲地和乙地两地间的车程: no figure of the two
_BETWEEN = re.compile(r"(?:两[地市县])?之?间(?![谍接作隔])|[^，。；\n的]{0,6}?(?:直达|通达|互通|车程)")
# 省著名商标225件: a rank of what a city has
_HONOUR = re.compile("(?:著名商标|名牌(?:产品)?|老字号|级?(?:先进|优秀|文明|示范|重点文物))")
# 浙江11号台风、某地地震等灾害，……: what befell a place
_BEFELL = re.compile(
    "(?:[0-9]{1,2}号|特大|[0-9.]{1,3}级)?(?:台风|地震|洪灾|洪水|火灾|爆炸|矿难|空难|泥石流|旱灾|雪灾)(?:(?:等|中|后|灾害|事故|发生)|、)"
)
_SENT_US = re.compile("(?:共|累计)?(?:交办|转办|移交)(?:给)?我[省市县区州旗]的")
_BARELY = ("长", "高", "宽", "重", "深", "厚")
_PARTS = ("章", "条", "节", "款", "编")
_HAMLETS = ("镇", "乡", "村", "街道", "社区", "苏木", "嘎查", "屯")
_SEVERAL = re.compile(r"等(?=[0-9])")
_BODIES = re.compile(
    "等(?:有关|相关|多个?)?(?:部门|单位|机构|科室|乡镇|镇街|街道|县区)(?=[\u4e00-\u9fff]{2})(?!负责|主要|工作人员|[^，。；]{0,6}的)"
)
# 该县农机中心, 该镇派出所: an office of its own; 该镇党委 acts for the town
_OFFICES = ("局", "中心", "所", "站", "院", "校", "队", "社", "公司", "银行", "公安", "商会", "协会")
_OFFICIAL = re.compile(r"(?:党组|党委)?(?:成员|书记|委员)?、?(?:副|总)?(?:局长|主任|站长)")
WORKS_LISTED = re.compile(r"、[^，。；\n]{1,30}?等[^，。；、\n]{0,8}(?:项目|工程)")
"""Several works told of at once: 某某路、某某园等项目."""


class Heads:
    """The subjects that the clauses of an article name; `of` gives the one of a clause."""

    def __init__(
        self,
        source: Source,
        names: Names,
        register: Register,
        mentions: Sequence[Mention],
        speeches: Sequence[Speech] = (),
    ) -> None:
        self._source = source
        self._string = source.string
        self._names = names
        self._register = register
        self._titles = Titles(source.string)
        self._fronts = Fronts(source.string, names)
        self.narrators = self._narrators = Narrators(
            names, mentions, partial(spoken_for, source.string), self._meant, speeches
        )
        self._read: dict[tuple[Span, bool], Topic] = {}

    def of(self, clause: Clause, *, of_area: bool = False) -> Topic:
        """Return the topic of a clause by its own words; not `own` where it names none.

        `of_area` says that the news is an area's, whose offices only tell of it.
        """
        # the clauses with the first figures are asked about for the story's subject, too
        asked = clause.span, of_area and not clause.figures
        if asked not in self._read:
            self._read[asked] = self._topic(clause, of_area)
        return self._read[asked]

    def _topic(self, clause: Clause, of_area: bool) -> Topic:  # noqa: FBT001
        """Return the topic of a clause that was not asked about before."""
        start, end = clause.span[0], head_end(clause)
        begin = self._source.skip_lead(start, end)
        begin = self._fronts.behind(begin, end)
        if clause.figures and (work := self._of_title(begin, end, clause.figures[0].unit)):
            return work
        if who := someone(self._names, begin, end):
            return Topic((who.span,), who.end, SOMEONE, own=True)
        told = _TOLD_BY.match(self._string, begin, end) if clause.figures else None
        if told is None:
            return self._of_name(clause, (begin, end), of_area)
        at = self._source.skip_lead(told.end(), end)
        if self._is_deed(at, end, led=at > told.end()):
            teller, _ = self.named_at(begin, told.end("teller"))
            spans = (self._register.fullest(teller),) if teller and teller.kind == "body" else ()
            return Topic(spans, told.end(), "body" if spans else "", own=True)
        topic = self._of_name(clause, (at, end), of_area)
        return topic if topic.spans else Topic((), told.end(), "", own=True)

    def _is_deed(self, at: int, end: int, *, led: bool) -> bool:
        """Tell whether words begin with what somebody does: 某局称破获案件12起, not 某部门称新增病例3例."""
        verb = self._string[at : verb_at(self._string, at, end)]
        own = led or verb not in words("nominal") or verb.startswith("新建")
        return own and verb in words("act") and verb not in _BEFALLS

    def _of_name(self, clause: Clause, own: Span, of_area: bool) -> Topic:  # noqa: FBT001
        """Return the topic of a clause whose own words in front of its figures are `own`."""
        begin, end = own
        name, at = (
            self._narrators.sentenced(clause)
            or self._narrators.introduced(begin, end, clause)
            or self._narrators.speaker(begin, clause.span[1])
            or (alone(self._string, begin, end) if clause.figures else None)
            or (not self._names.is_person(begin) and standing(self._string, begin, end))
            or self.named_at(begin, end)
        )
        if name and name.kind == "land":
            anaphor = ANAPHOR.match(self._string, begin, end)
            name, at = (self._within if anaphor else self._of_place)(name, at, end)
            # 青山县的小麦产量超过5万吨
            at += bool(clause.figures) and self._string.startswith("的", at)
        if _WITH.match(self._string, clause.span[0]):
            return Topic((), begin, "", own=False)
        if name is None and (at > begin or self._string.startswith(_UNNAMED, begin)):
            # 这家企业, which nobody named
            return Topic((), at, "", own=self._string.startswith(_OTHERS, begin))
        if name is None and (self._string.startswith("该", begin) or self._names.is_clause(begin)):
            # 该系统, which nobody named either
            return Topic((), begin, "", own=True)
        if name and name.kind == "land" and (several := _SEVERAL.match(self._string, at, clause.span[1])):
            return Topic((), several.end(), "", own=False)
        if name is None:
            name, at = self._around(clause, begin, end)
        headed = self._head_of(name, clause, of_area) if name and not clause.figures else None
        if headed:
            return Topic((self._register.fullest(headed),), at, headed.kind, own=True)
        if name and (self._is_part(name, at) or self._is_spoken_for(name, at, clause)):
            return Topic((), begin, "", own=True)
        if name is None or not self._governs(name.kind, at) or self._is_no_head(name, at, clause):
            return Topic((), begin, "", own=False)
        # 滨河大桥长6.8公里: 长 alone would measure nothing
        at = begin if self._string[at:end] in _BARELY else at
        return self._checked(name, self._joined(name, begin, at, end), begin, clause)

    def _of_title(self, begin: int, end: int, unit: str) -> Topic | None:
        """Return the book, the rules or the film that a clause with figures begins with; nobody for several."""
        work = self._titles.at(begin, end)
        if work:
            # 《某某条例》共7章: the chapters have no other words
            return Topic((work[0],), begin if unit in _PARTS else work[1], "works", own=True)
        return Topic((), begin, "", own=True) if self._titles.lists(begin, end) else None

    def _within(self, area: Name, at: int, end: int) -> tuple[Name, int]:
        """Return what is named in an area that is stood for, or the area: 该镇青石安置点占地46亩, 该县的青石桥长30米, 该县石桥乡筹资90万元."""
        inner = self._names.at(at + self._string.startswith("的", at), end)
        if inner and inner.kind == "works":
            return inner, inner.end
        hamlet = inner is not None and inner.kind == "land" and self._string.endswith(_HAMLETS, *inner.span)
        if inner and hamlet and self._governs(inner.kind, inner.end):
            return inner, inner.end
        office = self._names.at(at - 1, end)
        office = office if office and not has_verb(self._string, at, office.end) else None
        if office and office.kind == "body" and self._string.endswith(_OFFICES, *office.span):
            return office, office.end
        return area, at

    def _of_place(self, place: Name, at: int, end: int) -> tuple[Name, int]:
        """Return who of a place a clause is about, or the place: 青山县的甲公司投资…, 甲自治区的乙县…."""
        if line := HOTLINE.match(self._string, at, end):
            return Name(*line.span(), "body"), line.end()
        if not self._string.startswith("的", at) or _SOME.match(self._string, at):
            return place, at
        inner = self._names.at(at + 1, end)
        governs = inner and inner.kind != "event" and self._governs(inner.kind, inner.end)
        return (inner, inner.end) if inner and governs else (place, at)

    def _is_part(self, name: Name, at: int) -> bool:
        """Tell whether what was read is only a part of the words for a subject, which has no name then."""
        some = name.kind == "land" and _SOME.match(self._string, at)
        return bool(some) or _CUT.match(self._string, at) is not None

    def _is_no_head(self, name: Name, at: int, clause: Clause) -> bool:
        """Tell whether a name at the head of a clause is one of several, or what the clause counts."""
        petition = clause.figures and _PETITION.match(self._string, at, clause.figures[0].span[0])
        return bool(petition) or self._lists_works(clause, at) or is_counted(self._string, name, at, clause)

    def _is_spoken_for(self, name: Name, at: int, clause: Clause) -> bool:
        """Tell whether a clause only says that an official of a foreign body speaks: what he tells is of others again."""
        form = self._string[name.start : name.end]
        # 某国某局发言人, but 市统计局发言人 tells on of the city
        foreign = name.kind == "body" and "国" in form and not is_central(form)
        return foreign and _SPOKEN.fullmatch(self._string, at, clause.span[1]) is not None

    def _lists_works(self, clause: Clause, at: int) -> bool:
        """Tell whether a clause without figures tells of several works at once."""
        if clause.figures or not self._string.startswith("、", at):
            return False
        return WORKS_LISTED.search(self._string, at, clause.span[1]) is not None

    def _checked(self, name: Name, topic: Topic, begin: int, clause: Clause) -> Topic:
        """Return a topic, unless it is some of many, or only tells or claims what is others'."""
        if self._string.startswith("等" if not clause.figures else ("、", "等", "及"), topic.begin):
            if bodies := _BODIES.match(self._string, topic.begin, clause.span[1]):
                # 县应急管理局等部门|检查企业36家
                return Topic(((begin, bodies.end()),), bodies.end(), "body", own=True)
            # 甲、乙等3处遗址被列为文物
            stop = topic.begin + 1 if self._string[topic.begin] == "等" else begin
            return Topic((), stop, "", own=True)
        # 督察组交办我市的143件信访件, of which 办结131件: the city's
        if _SENT_US.match(self._string, topic.begin):
            return Topic((), begin, "", own=False)
        if name.kind == "body" and self._only_tells(name, topic.begin):
            # 联合国某署表示，: of any country, and of none that was told of before
            return Topic((), begin, "", own=tells_abroad(self._string, *name.span))
        if len(topic.each) > 1 and name.kind == "land" and _BETWEEN.match(self._string, topic.begin):
            return Topic((), begin, "", own=False)
        if name.kind in ("body", "land") and claims(self._string, topic.begin, clause.span[1]):
            return Topic((), begin, "", own=True)
        return topic

    def _joined(self, name: Name, begin: int, at: int, end: int) -> Topic:
        """Return a name, whose words end at `at`, with those joined to it: 市教育局联合市公安局."""
        spans = [self._register.fullest(name)]
        each = [(begin, at)]
        while joint := _JOIN.match(self._string, at, end):
            further = self._names.at(joint.end(), end)
            if further is None:
                break
            spans += joint.span(), self._register.fullest(further)
            each.append(further.span)
            at = further.end
        if name.kind == "land" and (stop := sum_end(self._string, each, at)):
            at, spans = stop, [(begin, stop)]
        return Topic(tuple(spans), at, name.kind, own=True, each=tuple(each))

    def _around(self, clause: Clause, begin: int, end: int) -> tuple[Name | None, int]:
        """Return whom a clause is about that does not begin with a name: in what place, since when, by whom told."""
        name, at = self._stage(begin, end)
        if name is not None:
            return name, at
        name = self._since(clause.span[0], begin)
        if name is None and clause.figures:
            name = self._narrators.producer(clause.span[0])
        if name is None and (noun := common(self._string, begin, clause.span[1])):
            return noun, noun.end
        return name, begin

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

    def _stage(self, start: int, end: int) -> tuple[Name | None, int]:
        """Return the place of 在X施工现场, which the sentences after it are about."""
        opening = _AT.match(self._string, start, end)
        if opening is None:
            return None, start
        name = self._names.at(self._fronts.located(opening.end(), end), end)
        if name and _AT_END.fullmatch(self._string, name.end, end):
            return name, end
        if name and name.kind == "land" and self._is_near(name, end):
            # 在浙江长兴，: of the place only its province is known
            return Name(name.start, end, "land"), end
        if name is None and _PLACE_ALONE.fullmatch(self._string, start, end):
            return Name(start + 1, end, "land"), end
        return None, start

    def _is_near(self, area: Name, end: int) -> bool:
        """Tell whether what stands between an area and the comma at `end` can only be a place in it."""
        if not self._string.startswith("，", end) or not _NEAR.fullmatch(self._string, area.end, end):
            return False
        return verb_before(self._string, area.end, end) == end

    def named_at(self, start: int, end: int) -> tuple[Name | None, int]:
        """Return the name that stands or is stood for at `start`, and where the words for it end."""
        if _STANDS_FOR.match(self._string, start, end) and (meant := self._stood_for(start, end)):
            return meant
        name, stop = self._register.bare(start, end)
        if name is None:
            name = self._names.at(start, end)
            stop = name.end if name else start
        return name, stop

    def _stood_for(self, start: int, end: int) -> tuple[Name | None, int] | None:
        """Return the name that 该局, 俄方, 村里, 六连 or 全桥 at `start` stands for, and where the words for it end."""
        if anaphor := ANAPHOR.match(self._string, start, end):
            return self._register.anaphor(start, anaphor.end(), end)
        if both := _BOTH.match(self._string, start, end):
            return Name(start, both.end(), "body"), both.end()
        if local := LOCAL.match(self._string, start, end):
            return Name(start, local.end(), "land"), local.end()
        name, stop = self._register.company(start, end)
        if name is None:
            name, stop = self._register.whole(start, end)
        return (name, stop) if name else None

    def _told_by(self, name: Name, clause: Clause) -> Name | None:
        """Return the office whose head tells of its work (市教育局副局长…透露), unless the news is an area's."""
        told = self._string.endswith(members("speech"), *clause.span)
        # figures of a statistics office are those of the area
        office = name.kind == "body" and not self._string.endswith("统计局", *name.span)
        office = office and self._string.endswith(("局", "中心", "办公室", "站"), *name.span)
        return name if told and office and _OFFICIAL.match(self._string, name.end) else None

    def _meant(self, start: int, end: int) -> Name | None:
        """Return what a noun without a name stands for: 公司 at `start`."""
        name, _ = self.named_at(start, end)
        return name if name and name.start < start else None

    def _governs(self, kind: str, stop: int) -> bool:
        """Tell whether a name at the head of a clause is its subject, not a modifier."""
        if kind == "event" or POST.match(self._string, stop):
            return False
        if kind != "land" and _STAFF.match(self._string, stop):
            return False
        if kind == "land" and (
            _WAY.match(self._string, stop)
            or self._is_share(stop)
            or _HONOUR.match(self._string, stop)
            or _BEFELL.match(self._string, stop)
            or hosted(self._string, Name(stop, stop, "land"))
        ):
            return False
        if kind == "person":
            return not self._string.startswith(members("speech"), stop)
        return not self._string.startswith("的", stop)

    def _is_share(self, stop: int) -> bool:
        """Tell whether a place is only where a part lies of what is told of: 铁路全长186公里，其中甲县境内92公里."""
        return self._string.startswith("境内", stop) and "其中" in self._string[max(0, stop - _REACH) : stop]

    def _only_tells(self, name: Name, end: int) -> bool:
        """Tell whether the body at the head of a clause, whose words end at `end`, tells what is others'."""
        others = tells_of_others(self._string[name.start : name.end]) and publishes(self._string, end)
        return others or counts(self._string, end)

    def _head_of(self, name: Name, clause: Clause, of_area: bool) -> Name | None:  # noqa: FBT001
        return spoken_for(self._string, name) or (None if of_area else self._told_by(name, clause))
