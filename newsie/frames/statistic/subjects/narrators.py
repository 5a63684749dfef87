"""Who speaks of his own doings in a story: 我家种了30亩, 种粮大户某某, ”某公司财务总监说 (讲述者)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from newsie import patterns as re
from newsie.frames.statement import Speech
from newsie.frames.statistic.figures.layout import Clause
from newsie.frames.statistic.figures.words import members, verb_at
from newsie.frames.statistic.naming.names import Name, Names, person_at
from newsie.reading import Mention
from newsie.spans import start_behind

_HOME = re.compile(
    r"我们?家里?|俺家|我(?!们|国|省|市|区|县|州|旗|盟|校|院|镇|村|乡|军|党|师|团|连队|街道|社区|地区|局|厂|公司|单位)|[他她]家里?|[他她](?!们|人|乡)"
)
# “今年我换了新网，前后花了十几万元，”某某说
_SELF = re.compile(
    r"我(?!们|国|省|市|区|县|州|旗|盟|校|院|镇|村|乡|军|党|师|团|连队|街道|社区|地区|局|厂|公司|单位)[^，。；”\n]{2}"
)
_SELVES = frozenset("我俺咱他她")
# 我们公司 in a quotation is the speaker's
_OUR_FIRM = re.compile(
    r"(?:(?<=[我咱]们)|[我咱]们?)(?:这?家?(?:公司|企业|集团|合作社|专业社|社里?(?![区会])|厂子?里?|工厂|农场|店里?|酒店|基地))"
)
# ”公司生产部经理某某说: the firm told of before
_FIRM_AGAIN = re.compile(
    "该?(?:公司|企业|合作社|工厂|卖场|超市|商场|酒店|农场)(?=[^，。；“”：\n]{0,10}?(?:经理|负责人|厂长|理事长|总监|主管|店长|场长|董事长))"
)
# who speaks of his own yield and cost
_PRODUCER = re.compile(
    r"(?:[果菜茶棉粮蔗烟花药瓜]农|农户|农民|村民|渔民|牧民|商户|店主|摊主|老板|(?:养殖|种植|种粮|养牛|养羊|养鸡|脱贫|贫困|经营)(?:大)?户|大户"
    r"|(?:跑|种|养|卖|做)[^，。；\n]{1,8}的)$"
)
_TRADE = re.compile(
    r"[^，。；、的0-9\n]{0,10}?(?:[果菜茶棉粮蔗烟药瓜]农|农户|村民|渔民|牧民|商户|店主|摊主|大户|养殖户|种植户|脱贫户|贫困户)|(?:[一-鿿]{1,6}[村社组镇乡])?[0-9]{2}岁的(?:退休)?老?(?:教师|工人|医生|支书|党员|干部)"
)
_PRIVATE = re.compile(
    "(?:退休(?:教师|工人|职工|干部|医生)|老支书|党员|农民|[女职员民]工|工人|社员|管家|残疾人|贫困户|老汉|大爷|大妈|大娘|大叔|大姐|老人|业主|青年|[0-9]岁的)$"
)
# 在白马社区，44岁的下岗女工某某, 村里的大户某某
# 民警发现某某于8月4日定购了一套楼房
_FOUND = re.compile(
    "(?:办案|执法|巡逻|值班|侦查)?(?:民警|警方|检察官|执法人员|法院|检察机关)?(?:经[查调][\u4e00-\u9fff]{0,2})?(?:发现|查明|得知|认定|确认|认为)"
)
_INTRODUCED = re.compile(
    "(?:[0-9]{2}岁的|[一-鿿]{0,14}[村社组镇乡][里区]?的?)?[一-鿿]{0,6}?(?:党员|团员|农民|妇女|小伙子?|退伍军人|致富能手|[果菜茶棉粮蔗烟药瓜]农|农户|村民|居民|[渔牧]民|商户|店主|摊主|大户|[殖植困贫]户|种粮户|女工|农民工|职工|社员|青年|残疾人|老人|老汉)|[0-9]{2}岁的(?:退休(?:教师|工人|职工|干部|医生))?"
)
# 在外跑运输的某某引进良种牛30头
_KNOWN_BY = re.compile(r"[^，。；：、“”0-9]{2,14}的")
_OF_WORKS = re.compile(
    "[^，。；”]{0,8}?(?:水库|工程|项目|大桥|公路|隧道|电站|管网|标段|路段)(?!部|办|管理|经理|负责)"
)
_SENTENCED = re.compile("判处(?:被告人|罪犯)?")
# 犯罪嫌疑人某某交代，获利1.5万元: his doings, not those of who caught him; 监测显示: what was found of others
_OWNS_UP = re.compile(
    "(?:交代|交待|供述|供认(?:不讳)?|供称|坦白|承认|自述)(?:称|说|了?其?[^，。；：\n]{0,8}?(?:事实|行为|经过))?"
)
_ACCUSED = re.compile("(?:嫌疑人|被告人|当事人)(?P<who>[一-鿿]某[某甲乙丙]?)")
_FOUND_OUT = re.compile(
    "[^，。；\n]{0,6}?(?:监测|检测|化验|鉴定|调查|问卷|抽样|普查|测算|评估|测评)(?:结果|数据|报告|信息)?(?:显示|表明)"
)
_LONGEST_SPEECH = 160
_NEAR = 24
_SHORTEST_NAMED = 4
_PRONOUN_REACH = 120


class Narrators:
    """The people of an article as they tell of themselves."""

    def __init__(
        self,
        names: Names,
        mentions: Sequence[Mention],
        headed: Callable[[Name], Name | None],
        meant: Callable[[int, int], Name | None],
        speeches: Sequence[Speech] = (),
    ) -> None:
        """`headed` tells which firm or village a name with its manager or cadre behind it stands for, `meant` which 公司 is."""
        self._string = string = names.string
        self._names = names
        self._headed = headed
        self._meant = meant
        self._sentences = "判处" in string
        self._people = [mention for mention in mentions if mention.label == "PERSON"]
        self._begins = [person.start for person in self._people]
        # 牧民某某家的暖棚里……“今年接了412只羔。”某某抱起一只羊羔说
        self._producers = {
            string[person.start : person.end]
            for person in self._people
            if _PRODUCER.search(string, max(0, person.start - _SHORTEST_NAMED), person.start)
        }
        self._private = self._producers | {
            string[person.start : person.end]
            for person in self._people
            if _PRIVATE.search(string, max(0, person.start - _SHORTEST_NAMED * 2), person.start)
        }
        self._said = sorted(
            (span, speech.speaker[0]) for speech in speeches for span in speech.text if speech.speaker
        )

    def is_private(self, start: int, end: int) -> bool:
        """Tell whether someone lives by a trade, whose own doings a story tells: 茶农某某, 54岁的某某."""
        return self._string[start:end].removesuffix("家") in self._private

    def introduced(self, start: int, end: int, clause: Clause) -> tuple[Name | None, int] | None:
        """Return the farmer or trader named between two offsets at the head of a clause: 种粮大户某某种了380亩水稻."""
        person = self._first_person(start, end)
        if person is None or not (clause.figures or self.is_private(person.start, person.end)):
            return None
        found = clause.figures and _FOUND.fullmatch(self._string, start, person.start)
        if found or _INTRODUCED.fullmatch(self._string, start, person.start):
            name = person_at(self._string, person.start, person.end)
            return name, name.end
        if not clause.figures:
            return None
        if _TRADE.fullmatch(self._string, start, person.start) is None and not self._acts(start, person):
            return None
        name = person_at(self._string, person.start, person.end)
        return name, name.end

    def sentenced(self, clause: Clause) -> tuple[Name, int] | None:
        """Return whom a court sentences: 判处某某有期徒刑三年，并处罚金8万元."""
        sentence = _SENTENCED.search(self._string, *clause.span) if self._sentences else None
        person = self._first_person(sentence.end(), clause.span[1]) if sentence else None
        if sentence is None or person is None or person.start != sentence.end():
            return None
        return Name(person.start, person.end, "person"), person.end

    def of_another(self, clause: Clause) -> tuple[Name | None, int] | None:
        """Return whose doings a clause says will be told that are not those of who told them: a suspect's, or nobody's."""
        start, end = clause.span
        if _FOUND_OUT.fullmatch(self._string, start, end):
            return None, end
        owning = _OWNS_UP.search(self._string, start, end)
        if owning is None or owning.end() < end:
            return None
        who = (person for person in self._people if start <= person.start and person.end <= owning.start())
        if person := next(who, None):
            return Name(person.start, person.end, "person"), end
        accused = _ACCUSED.search(self._string, start, owning.start())
        return (Name(*accused.span("who"), "person") if accused else None), end

    def _acts(self, start: int, person: Mention) -> bool:
        """Tell whether someone known by what he does is told of: 在外跑运输的某某引进良种牛30头."""
        if _KNOWN_BY.fullmatch(self._string, start, person.start) is None:
            return False
        spoken = self._string.startswith(members("speech"), person.end)
        return not spoken and verb_at(self._string, person.end, person.end + _NEAR) > person.end

    def speaker(self, start: int, end: int) -> tuple[Name | None, int] | None:
        """Return the person who says 我家…, named behind the quotation, else in front; or who 他 is."""
        if self._string[start : start + 1] not in _SELVES and self._string[start - 1 : start] != "们":
            return None
        firm = _OUR_FIRM.match(self._string, start, end)
        if firm:
            return self.quoted(start), firm.end()
        own = _HOME.match(self._string, start, end)
        if own is None:
            return None
        if own.group()[0] in "他她":
            return self._last_person(start), own.end()
        closing = self._string.find("”", end, end + _LONGEST_SPEECH)
        opening = self._string.rfind("“", max(0, start - _LONGEST_SPEECH), start)
        speaker = self._said_by(start)
        if speaker is None and closing >= 0:
            speaker = self._first_person(closing, closing + _NEAR)
        if speaker is None and opening >= 0:
            speaker = self._first_person(opening - _NEAR, opening)
        return (Name(speaker.start, speaker.end, "person") if speaker else None), own.end()

    def quoted(self, start: int) -> Name | None:
        """Return the firm whose manager the words behind a quotation name: ”某公司财务总监某某说."""
        closing = self._string.find("”", start, start + _LONGEST_SPEECH)
        behind = self._headed_at(closing + 1) if closing >= 0 else None
        speaker = self._said_by(start) if behind is None or behind.kind == "land" else None
        return (self._firm_of(speaker) if speaker else None) or behind

    def _firm_of(self, speaker: Mention) -> Name | None:
        """Return the firm whose manager is named, or the village: 村支书、某某合作社理事长某某."""
        at, headed = self._clause(speaker.start), None
        while 0 <= at < speaker.start:
            if (found := self._headed_at(at)) and (headed is None or found.kind != "land"):
                headed = found
            at = self._string.find("、", at, speaker.start) + 1 or -1
        return headed

    def _headed_at(self, start: int) -> Name | None:
        """Return the firm whose manager is named at `start`, behind a quotation: 某公司经理某某, 公司生产部经理某某."""
        bare = _FIRM_AGAIN.match(self._string, start, start + _NEAR)
        if bare:
            return self._meant(start, bare.end() + 1)
        name = self._names.at(start, start + _NEAR)
        return self._headed(name) if name else None

    def producer(self, start: int) -> Name | None:
        """Return the farmer or trader who tells of his own doings in a quotation, or whom its speaker heads."""
        low = max(0, start - _LONGEST_SPEECH)
        opening = self._string.rfind("“", low, start)
        speaker = self._said_by(start)
        if speaker and self._string.rfind("”", low, start) >= opening:
            return self._teller(speaker, max(low, speaker.end))
        closing = self._string.find("”", start, start + _LONGEST_SPEECH)
        if opening < 0 or closing < 0 or self._string.find("”", opening, start) >= 0:
            return None
        headed = self._headed_at(closing + 1)
        if headed and not _OF_WORKS.match(self._string, opening + 1, start + _NEAR):
            return headed
        behind = self._said_by(start) or self._first_person(closing, closing + _NEAR)
        told = self._teller(behind, opening + 1) if behind else None
        if told:
            return told
        if behind and _SELF.search(self._string, opening, start + _NEAR):
            return Name(behind.start, behind.end, "person")
        place = bisect_left(self._begins, opening)
        before = self._people[place - 1] if place else None
        if before is None or opening - before.end > _NEAR or "\n" in self._string[before.end : opening]:
            return None
        known = _PRODUCER.search(self._string, max(0, before.start - _NEAR), before.start)
        return Name(before.start, before.end, "person") if known else None

    def _teller(self, speaker: Mention, start: int) -> Name | None:
        """Return whose doings a speaker tells: those of the firm he heads, or his own as a farmer or trader.

        What a firm's man says from `start` on of works is of these: “水库建成后，每年供水2750万立方米”.
        """
        if headed := self._firm_of(speaker):
            return None if _OF_WORKS.search(self._string, start, start + _NEAR) else headed
        own = self._string[speaker.start : speaker.end] in self._producers or _PRODUCER.search(
            self._string, max(0, speaker.start - _NEAR), speaker.start
        )
        return Name(speaker.start, speaker.end, "person") if own else None

    def _clause(self, offset: int) -> int:
        """Return where the clause begins that an offset stands in."""
        return start_behind("，。；”\n", self._string, offset - _NEAR, offset)

    def _said_by(self, start: int) -> Mention | None:
        """Return the person who says what stands at `start`, however far off he is named: “……”近日，走进某村，村民某某说."""
        place = bisect_right(self._said, start, key=lambda said: said[0][0]) - 1
        if place < 0 or not self._said[place][0][0] <= start < self._said[place][0][1]:
            return None
        return self._first_person(*self._said[place][1])

    def _last_person(self, start: int) -> Name | None:
        place = bisect_left(self._begins, start)
        found = self._people[place - 1] if place else None
        near = found is not None and start - found.end <= _PRONOUN_REACH
        if found is None or not near or "\n" in self._string[found.end : start]:
            return None
        return Name(found.start, found.end, "person")

    def _first_person(self, start: int, end: int) -> Mention | None:
        place = bisect_left(self._begins, start)
        found = self._people[place] if place < len(self._people) else None
        return found if found and found.end <= end else None
