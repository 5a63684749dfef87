"""Names that a figure can be about, read by their shape (名称).

A mention is taken where the reader found one; else a run of characters that ends in the suffix
of an organisation, a place or a works (…局, …镇, …工程) and holds no verb is taken for a name.

>>> Names("市统计局发布公告").at(0, 8)
Name(start=0, end=4, kind='body')
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsie import patterns as re
from newsie.frames.statistic.figures.words import either, runs_of, verb_at, words
from newsie.frames.statistic.naming import regiments
from newsie.frames.statistic.naming.cutting import BARRIER, BUILDS, NO_START, cut_mentions, is_in_name
from newsie.frames.statistic.naming.kinds import CITIZENS, LONGEST_COMMON, Kind, has_verb, kind_of, suffixes
from newsie.frames.statistic.naming.shorter import places, short, tails
from newsie.lexicon import layered
from newsie.reading import Mention
from newsie.text import Span

_LONGEST_NAME = 34
# 金禾家庭农场: what may bear a person's name
_CALLED_AFTER = ("家庭农场", "合作社", "超市", "公司")
TERM = re.compile("(?:第?[一二三四五六七八九十0-9]{1,3}|[新上本]一?)届")
"""The term of a committee or a council: 十一届市政协."""
_SEATS = frozenset("省市县区州旗镇乡村")
_TERM_HEADS = frozenset("第一二三四五六七八九十0123456789新上本")
_HOUSE = re.compile(
    "[一二三四五六七八九十](?:中(?![央心国队学间等型小全])|小(?![时区学型组])|院(?![内落长士]))"
)
_PARKS = ("产业园", "工业园", "科技园", "物流园", "产业基地", "生产基地", "生产线", "项目", "工程")
_JOINED = re.compile("(?:[和与及暨](?![平谐美顺睦田泰兴苑]))")
_RANKED = ("省", "自治区")
# 赛罕至白音铁路, not 截至, 自某地至某地
_ROUTE = re.compile(
    r"(?![自从由截全该这直甚在沿经])(?P<way>[\u4e00-\u9fff]{2,5}(?<![年月日时乃及截直甚延])至(?![今此少于关])[\u4e00-\u9fff]{2,8}?)"
    r"(?:高速铁路|城际铁路|铁路|高铁|(?:[一二三四]级)?(?:高速|快速)?公路|快速路|旅游路|高速)(?![^，。；\n]{0,4}(?:沿线|路口|站))(?:改扩建工程|改建工程|项目|工程)?(?:[\u4e00-\u9fff]{2,3}段(?!时))?"
)
_LONGEST_END = 7
_DOINGS = re.compile(
    f"联合[区市县]|会同|领办|派出[同工驻]|近[一二两三四五几0-9]{{1,2}}年|(?:[今去明]年|近年|[上下]半年|前三季度|近日|日前|目前)(?=[\u4e00-\u9fff]{{2}})|{BUILDS}"
)
# 杭州亚运会, 上海第五届进博会 are held there
_GAMES = re.compile(
    r"[^，。；、（）\n的是今昨举承主将在]{0,10}?(?:亚运会|残[运奥]会|奥运会|冬奥会|世锦赛|锦标赛|运动会|博览会|[进服消广文高智]博会|广交会|洽谈会|交易会|世界杯|联赛|挑战赛|公开赛|邀请赛|论坛|峰会|(?<!代表)(?<!党员)大会|电影节|艺术节|文化节|车展|马拉松)"
)
_EDITION = re.compile("第[0-9一二三四五六七八九十]{1,3}[届次]$")
_AREA = re.compile(
    r"(?!全国(?:两会|模范|先进))(?:全|我|本)(?:国|省|市|区|县|州|旗|盟|镇|乡|村|街道|社区|自治区|自治县|自治州|地区|系统|校|院|行业)(?:[东南西北中]{1,2}部(?![门队分])|大部(?:分?地区|(?![分门队])))?"
    r"|[东中西]部地区|东北地区|市区|城区|主城区|(?:经开|高新|开发)区(?=[，今目已共累完现新实有规]|$)|市本级|县本级|区本级|省本级|各地|各县（市、区）|各县市区|各县区|市直"
    rf"|{regiments.AREA}"
    # 全球贸易额, 世界经济增速 are of all the world; 全球首台 and 全球化 are not
    r"|全球(?=(?!化)[^，。；：、\n最首的]{0,12}?(?:贸易|投资|经济|产量|销量|销售|消费|需求|出口|进口|增长|增速|产值|价格|债务|市场规模|人口|装机|发电|排放|出货|储量))"
    r"|世界(?=经济(?!论坛|组织)|贸易(?!组织|中心)|人口)"
)
_REGIMENT = re.compile(regiments.PLACE)
# what a model leaves off: 某某湾|区, 江北|地区
_REST = re.compile(
    # 长江濡江段, 我市东南部
    r"(?:(?<=[江河湖渠速])[\u4e00-\u9fff]{2,4}段(?![时落位])|(?<![区县市省州盟旗])区(?![域间块位别级直长属划])|地(?:区(?!生产总值)|带)|一带(?!一路)|高地|[麦产垦]区|商圈|盆地|平原|高原"
    # 石桥|县累计接待游客
    r"|(?<=[\u4e00-\u9fff]{2})(?<![省市县区旗镇乡村])县(?=[共累今目现已全总完新实有。，0-9]|$)"
    # 石岛湾|港, not 深圳|港资企业
    r"|(?<=[一-鿿]{2})港(?![口区澳股币元商资人籍珠台企独深式府警务城航中漂湾交]))"
)
_AREA_BODY = re.compile(r"[^，。；：、0-9的]{2,12}?(?:部门|机关|开发区|高新区|系统|法院|检察院|海关)")
# 全国铁路预计发送旅客: who carries them; in 全国铁路营业里程 it is what is measured
_BRANCH = re.compile(
    r"(?<=全国)(?:铁路|民航|道路|水路)(?=[今昨明]天|当天|当日|[0-9]|预计|计划|共|累计|日均|发送|加开|单日)"
)
_MINISTRY = re.compile(
    "(?:外交|国防|教育|科技|工业和信息化|工信|公安|民政|司法|财政|人力资源社会保障|自然资源|生态环境|住房城乡建设|交通运输|水利|农业农村|商务|文化和旅游|应急管理)部(?![门队分长署])"
)
_ASIDE = re.compile(r"（[^（）\n]{1,8}）|“[^“”，。\n]{1,14}”")
# 资水枫江站洪峰水位达43.72米
_GAUGE = re.compile(
    "[\u4e00-\u9fff]{2,8}?(?<!火车)(?<!车)站(?=(?:洪峰|最高|最大|实测|瞬时)?(?:水位|流量|雨量|降雨量)|(?:出现|迎来|发生)[^，。]{0,12}?(?:洪水|洪峰|高水位))"
)
# the firms of the state by names that end in no suffix
_FIRM = re.compile(
    "国家(?:电网|管网|电投)(?!系统)|中国(?:移动|联通|电信|铁塔|石油|石化|海油|中车|电建|能建|中铁|中化|华能|银联|商飞)(?!大学|学院|协会|行业|业|工业|化工(?!集团)|产量|消费|进口|出口|市场|支付|互联网)"
)
_STATE = frozenset(("国家", "中国"))
# 田某某家种了28亩, not 家中, 家人, 家庭农场
_HOUSEHOLD = re.compile(
    "家(?=[种养有共承流栽收喂购买投盖开办今去每年户的就还又也也从靠添新拿领贷一]|[0-9])(?!有小)"
)
HOTLINE = re.compile("[0-9]{3,5}[\u4e00-\u9fff]{0,12}?(?:热线|平台|服务台|专线)")
"""A service called by its number: 12345政务服务便民热线."""


class Name(NamedTuple):
    """A name and what kind of thing it names; offsets into the text it was read from."""

    start: int
    end: int
    kind: Kind

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end


class Names:
    """The names of a text, read from where they begin."""

    def __init__(self, string: str, mentions: Sequence[Mention] = (), works: Sequence[Span] = ()) -> None:
        self.string = self._string = string
        self._works = dict(sorted(works))
        self._mentions, self._clauses = cut_mentions(string, mentions)
        self._tails = dict(tails(string, self._mentions.values()))
        self._short = dict(short(string, works))
        self._places = dict(places(string, self._mentions.values()))
        self._opens = {*self._tails, *self._short, *self._places}
        named = (place for place, mention in self._mentions.items() if mention.label == "PERSON")
        self._persons = sorted(named)
        self._found: dict[Span, Name | None] = {}
        self._gauged = "站" in string and any(what in string for what in ("水位", "流量", "雨量"))
        self._routed = "至" in string
        # asked for at every place of the text
        self._edges, self._area_heads, self._province = _edges(), _heads_of_areas(), _province()

    def is_clause(self, start: int) -> bool:
        """Tell whether more than a name was taken for one at `start`: who it is about stands in there, unread."""
        return start in self._clauses

    def is_person(self, start: int) -> bool:
        """Tell whether a person is named at `start`."""
        mention = self._mentions.get(start)
        return mention is not None and mention.label == "PERSON"

    def works(self) -> Iterable[Span]:
        """Return where projects that the article tells of are named."""
        return self._works.items()

    def is_works(self, start: int, end: int) -> bool:
        """Tell whether a project that the article tells of is named at `start`, within `end`."""
        return start < self._works.get(start, end + 1) <= end

    def mentioned(self) -> Iterable[Mention]:
        """Return the longest mention that begins at each place."""
        return self._mentions.values()

    def at(self, start: int, end: int) -> Name | None:
        """Return the longest name that begins at `start`, or None; `end` may lie behind the string's."""
        span = start, min(end, len(self._string))
        if span not in self._found:
            # few names begin with a number
            numbered = self._gauged or self._string[start : start + 1] in _TERM_HEADS
            special = (self._service(*span) or self._of_term(*span)) if numbered else None
            self._found[span] = special or self._firm(*span)
        return self._found[span]

    def _service(self, start: int, end: int) -> Name | None:
        """Return the service or the gauge that begins at `start`: 12345热线, 资水枫江站."""
        called = HOTLINE.match(self._string, start, end)
        if called is None and self._gauged:
            called = _GAUGE.match(self._string, start, end)
        return Name(*called.span(), "body") if called else None

    def _of_term(self, start: int, end: int) -> Name | None:
        """Return the committee or council that is named with its term: 上届县委, whose term is no part of 县."""
        term = TERM.match(self._string, start, end)
        seated = term is not None and self._string[term.end() : term.end() + 1] in _SEATS
        body = self.at(term.end(), end) if term and seated else None
        return Name(start, body.end, "body") if body and body.kind == "body" else None

    def _firm(self, start: int, end: int) -> Name | None:
        """Return the name that begins at `start`; a firm of the state by its short name: 国家电网, not 中国."""
        routed = self._routed and self._string.find("至", start, min(end, start + _LONGEST_END)) >= 0
        name = (self._route(start, end) if routed else None) or self._read(start, end)
        firm = _FIRM.match(self._string, start, end) if self._string[start : start + 2] in _STATE else None
        shorter = firm is not None and (name is None or name.end < firm.end())
        return Name(*firm.span(), "body") if firm and shorter else name

    def _route(self, start: int, end: int) -> Name | None:
        """Return the railway or the road that two places are the ends of: 青山至石桥高速公路."""
        route = _ROUTE.match(self._string, start, end)
        if route is None or has_verb(self._string, *route.span("way")) or NO_START.match(self._string, start):
            return None
        return Name(*route.span(), "works")

    def _read(self, start: int, end: int) -> Name | None:
        string, mention = self._string, self._mentions.get(start)
        if mention is not None and mention.label == "PERSON" and mention.end <= end:
            return self._of_person(start, mention.end, end)
        works = self._works.get(start, end + 1)
        if start < works <= end:
            return Name(start, works, "works")
        if start >= end or (mention is None and not self._may_begin(start, end)):
            return None
        if NO_START.match(string, start):
            return None
        short = self._short.get(string[start : start + 2])
        if short and string.startswith(short, start) and start + len(short) <= end:
            return Name(start, start + len(short), "works")
        verb = verb_at(string, start, end)
        if verb > start and string[start:verb] in words("speech") and not string.startswith("希望", start):
            return None
        area = _area(string, start, end)
        # 全国青联: a body whose name only begins like an area
        if area and not (mention and mention.label == "ORG" and area.end < mention.end <= end):
            return area
        tail = self._tails.get(string[start : start + 2])
        if tail and string.startswith(tail, start) and start + len(tail) <= end:
            return Name(start, start + len(tail), "land")
        region = self._region(start, end) if mention is None else None
        known = region or _known(string, start, end, mention, self._province)
        stop = min(end, start + _LONGEST_NAME)
        person = bisect_right(self._persons, start)
        if person < len(self._persons):
            stop = min(stop, self._persons[person])
        name = (
            self._house(start, known, stop)
            or self._park(start, known, stop)
            or _last(known, _segments(string, start, known, stop, self._edges))
        )
        part = self._with_part(known, stop) if known and known.kind == "land" else None
        further = _last(part, _segments(string, start, part, stop, self._edges)) if part else None
        return further if further and (name is None or further.end > name.end) else name

    def _house(self, start: int, known: Name | None, stop: int) -> Name | None:
        """Return the school or the hospital that goes by its place and number: 青山五中, 县二院."""
        placed = known is not None and known.kind == "land"
        at = known.end if known and placed else start + 1
        if not placed and self._string[start] not in "省市县区镇":
            return None
        house = _HOUSE.match(self._string, at, stop)
        return Name(start, house.end(), "body") if house else None

    def _park(self, start: int, known: Name | None, stop: int) -> Name | None:
        """Return the works in whose name a model saw a firm: 恒润智能装备产业园项目."""
        if known is None or known.kind != "body" or not self._string.startswith(_PARKS, known.end):
            return None
        whole = _last(None, _segments(self._string, start, None, stop, self._edges))
        return whole if whole and whole.kind == "works" and whole.end > known.end else None

    def _of_person(self, start: int, named: int, end: int) -> Name:
        """Return a person with his household, or what bears his name: 金禾家庭农场, 鲁岳新能源电机项目."""
        string = self._string
        # a model may see a person in the first characters of a works
        shape = _last(None, _segments(string, start, None, min(end, start + _LONGEST_NAME), self._edges))
        if shape is None or shape.end <= named:
            return person_at(string, start, named)
        called = shape.kind == "works" or string.endswith(_CALLED_AFTER, start, shape.end)
        return shape if called else person_at(string, start, named)

    def _with_part(self, area: Name, end: int) -> Name | None:
        """Return an area with the place in it that is named right behind: 江苏南京, not 江苏."""
        stop = area.end
        while part := self._mentions.get(stop):
            if part.label != "PLACE" or not 2 <= part.end - stop <= end - stop:
                break
            rest = _REST.match(self._string, part.end, end)
            stop = rest.end() if rest else part.end
        return Name(area.start, stop, "land") if stop > area.end else None

    def _region(self, start: int, end: int) -> Name | None:
        """Return the region that a place is of which the text names elsewhere: 甲乙地带 where 甲乙 was read."""
        place = self._places.get(self._string[start : start + 2], "")
        if not place or not self._string.startswith(place, start):
            return None
        rest = _REST.match(self._string, start + len(place), end)
        return Name(start, rest.end(), "land") if rest else None

    def _may_begin(self, start: int, end: int) -> bool:
        """Tell whether what any name ends in stands behind `start`, or an area or a place that is known."""
        string = self._string
        edge = self._edges.search(string, start, min(end, start + _LONGEST_NAME))
        mark = edge.group() if edge else ""
        # “四上”企业: a word in quotation marks may be part of a name
        if edge and (mark not in BARRIER or mark == "“" or is_in_name(string, edge.start())):
            return True
        if string[start : start + 2] in self._opens:
            return True
        known = string[start] in self._area_heads
        if known and (_AREA.match(string, start, end) or self._province.match(string, start, end)):
            return True
        return string[start] in regiments.HEADS and _REGIMENT.match(string, start, end) is not None


def person_at(string: str, start: int, end: int) -> Name:
    """Return a person, with his household where it is told of.

    >>> person_at("田某某家种了28亩", 0, 3), person_at("田某某家中有人", 0, 3)
    (Name(start=0, end=4, kind='person'), Name(start=0, end=3, kind='person'))
    """
    return Name(start, end + (_HOUSEHOLD.match(string, end) is not None), "person")


def _last(known: Name | None, longer: Iterable[Name]) -> Name | None:
    last = known
    for name in longer:
        last = name
    return last


def _area(string: str, start: int, end: int) -> Name | None:
    """Return the area without a name that begins at `start`, 全市, or its bodies, 全市各部门."""
    area = _AREA.match(string, start, end)
    if area is None:
        return None
    further = _BRANCH.match(string, area.end()) or _AREA_BODY.match(string, area.end(), end)
    if further and not has_verb(string, area.end(), further.end()):
        return Name(start, further.end(), "body")
    return Name(start, area.end(), "land")


def _known(
    string: str, start: int, end: int, mention: Mention | None, provinces: re.Pattern[str]
) -> Name | None:
    """Return the province or the mention that begins at `start`."""
    province = provinces.match(string, start, end)
    if province and (mention is None or mention.end <= province.end() or mention.end > end):
        return Name(start, province.end(), "land")
    regiment = _REGIMENT.match(string, start, end)
    if regiment and (mention is None or mention.end <= regiment.end() or mention.label == "PERSON"):
        return Name(start, regiment.end(), "land")
    # 水利部 and 教育部 are made of common words alone
    ministry = _MINISTRY.match(string, start, end)
    if ministry and (mention is None or mention.end == ministry.end()):
        return Name(start, ministry.end(), "body")
    # 京津项目: a place of one character is part of another word
    if mention is not None and 2 <= mention.end - start <= end - start and mention.label in ("ORG", "PLACE"):
        if _common_noun().fullmatch(string, start, mention.end):
            return None
        kind: Kind = "body" if mention.label == "ORG" else "land"
        rest = _REST.match(string, mention.end, end) if kind == "land" else None
        return Name(start, rest.end() if rest else mention.end, kind)
    return None


@layered
def _edges() -> re.Pattern[str]:
    """Return the pattern of the characters that end a name's segment, or the whole of it."""
    _, lengths = suffixes()
    return re.compile(f"[{re.escape(''.join(sorted(BARRIER.union(lengths))))}]")


def _segments(
    string: str, start: int, known: Name | None, stop: int, edges: re.Pattern[str]
) -> Iterator[Name]:
    """Yield ever longer names from `start` that go on behind `known`."""
    at, before = (known.end, known.kind) if known else (start, None)
    aside = _ASIDE.search(string, at, stop)
    for edge in edges.finditer(string, at, stop):
        place = edge.end()
        if aside and aside.start() < place <= aside.end():
            continue
        if edge.group() in BARRIER and not is_in_name(string, place - 1):
            return
        kind = kind_of(string, at, place, before)
        if kind is not None:
            if (before in ("works", "land") and _JOINED.match(string, at)) or (
                before and _DOINGS.match(string, at)
            ):
                # 昌浦一中新校区和|滨河学校, 市商务局|会同市发改委, 县教体局|新建幼儿园6所
                return
            at, before = place, kind
            yield Name(start, place, kind)


def hosted(string: str, name: Name) -> Name | None:
    """Return the games or the fair that the place they are held in begins: 杭州亚运会.

    >>> hosted("杭州亚运会今天开幕", Name(0, 2, "land")), hosted("杭州今天举办亚运会", Name(0, 2, "land"))
    (Name(start=0, end=5, kind='event'), None)
    """
    games = _GAMES.match(string, name.end) if name.kind == "land" else None
    if games is None:
        return None
    edition = _EDITION.search(string, max(0, name.start - LONGEST_COMMON), name.start)
    return Name(edition.start() if edition else name.start, games.end(), "event")


def prefixes(string: str, name: Name) -> Iterator[Name]:
    """Yield the names that a longer name begins with: 青山县 of 青山县文化局.

    >>> list(prefixes("青山县文化局", Name(0, 6, "body")))
    [Name(start=0, end=3, kind='land')]
    """
    province = _province().match(string, name.start, name.end - 1)
    # 青海省 of 青海省气象台
    if province and string.endswith(_RANKED, *province.span()):
        yield Name(*province.span(), "land")
    regiment = _REGIMENT.match(string, name.start, name.end - 1)
    # 一二一团 of 一二一团农业中心
    if regiment:
        yield Name(*regiment.span(), "land")
    yield from _segments(string, name.start, None, name.end - 1, _edges())


@layered
def _common_noun() -> re.Pattern[str]:
    """Return the pattern of organisations that are no names: 三级公立医院."""
    return re.compile(
        f"{runs_of('generic')}(?:医院|学校|中小学|企业|单位|部门|机构|银行|公司|社区|村|街道|乡镇)?"
    )


@layered
def _heads_of_areas() -> frozenset[str]:
    """Return what words for areas and provinces begin with."""
    return frozenset("全我本市城主县区省各世东中西经高开").union(name[0] for name in words("province"))


@layered
def _province() -> re.Pattern[str]:
    return re.compile(
        either("province") + f"(?:省|市(?!{CITIZENS}|场)|壮族自治区|回族自治区|维吾尔自治区|自治区)?"
    )
