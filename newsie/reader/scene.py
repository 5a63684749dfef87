"""Chains of titles and the organisations they belong to (职务串): 县委副书记、县长 is 县委 + 副书记, 县 + 县长.

>>> text = "县委副书记、县长"
>>> scene = Scene.of(text, [])
>>> [(scene.words(item.organization), item.office.word) for item in chain_before(scene, len(text))]
[('县委', '书记'), ('县', '县长')]
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from newsie import lexicon
from newsie import patterns as re
from newsie.reader.organizations import STATES, is_company, whole_begin
from newsie.reader.titles import RANK_ASIDE, Office, find_titles
from newsie.reading import Post
from newsie.text import Span
from newsie.trace import refuse

Organization = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A title with the words of its organisation: several spans where a part is carried over, none if it has none."""

    organization: Organization
    office: Office


@dataclass(slots=True)
class Scene:
    """A text while its posts are read.

    Attributes:
        folded: the text.
        persons: where persons stand, sorted, none overlapping another.
        ending: the title word that ends at an offset.
        starting: the title word that begins at an offset.
        blocks: the posts found in front of a person.
    """

    folded: str
    persons: tuple[Span, ...]
    ending: dict[int, Office]
    starting: dict[int, Office]
    blocks: dict[Span, list[Item]] = field(default_factory=dict)

    @classmethod
    def of(cls, folded: str, persons: Iterable[Span]) -> Scene:
        """Return the scene of a text with its title words."""
        named = tuple(sorted(persons))
        offices = find_titles(_blotted(folded, named))
        return cls(
            folded,
            named,
            {office.end: office for office in offices},
            {office.start: office for office in offices},
        )

    def words(self, organization: Organization) -> str:
        """Return the words of an organisation."""
        return "".join(self.folded[start:end] for start, end in organization)

    def persons_between(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the persons that begin at `start` or later and before `end`."""
        return self.persons[bisect_left(self.persons, (start, -1)) : bisect_left(self.persons, (end, -1))]

    def floor(self, place: int) -> int:
        """Return the end of the last person before `place`, 0 if there is none."""
        index = bisect_left(self.persons, (place, -1))
        return min(self.persons[index - 1][1], place) if index else 0


def _blotted(folded: str, persons: tuple[Span, ...]) -> str:
    """Return the text with names blotted out: the 方 of a name makes no 领导方式 of a title before it."""
    parts: list[str] = []
    done = 0
    for start, end in persons:
        parts += folded[done:start], "\ufffc" * (end - max(start, done))
        done = max(end, done)
    return "".join(parts) + folded[done:] if parts else folded


# 骨干成员 of a gang and 带班领导 hold no post
_BELONGS = {
    "成员": re.compile(r"(?:组|委|会|班子|中心|部|宣讲团|”)\Z"),
    "领导": re.compile(r"[省市县区州旗盟镇乡局厅委办国级校院]\Z"),
}


# 市残联理事长 heads a body of the people's, 合作社理事长 does not
_CIVIC = {
    "理事长": re.compile(r"(?:残联|残疾人联合会|供销社|供销合作社|供销合作总社|供销合作联合社|联社)\Z"),
    "会长": re.compile(r"(?:红十字会|慈善总会|慈善会)\Z"),
    "行长": re.compile(r"(?:央行|中央银行|人民银行|人行|储备银行|世界银行)\Z"),
}


def _no_post(office: Office, organization: str) -> str | None:
    """Return why a title of a body is no public post."""
    needed = _BELONGS.get(office.word)
    if needed and not needed.search(organization):
        return "of no body of the state or the party"
    if office.former:
        return "held no more"
    civic = _CIVIC.get(office.word)
    if civic and civic.search(organization):
        return None
    if office.kind != "public":
        return "the maker of the page" if office.kind == "credit" else "work, no public office"
    return "a post in a company" if is_company(organization) else None


def holds(scene: Scene, items: Iterable[Item]) -> bool:
    """Tell whether any of some posts is a public one: 值班领导某某处长 holds none in front of the name."""
    return any(_no_post(item.office, scene.words(item.organization)) is None for item in items)


def bind(scene: Scene, person: Span, items: Iterable[Item], by: str) -> Iterator[Post]:
    """Yield the public posts among `items` for a person."""
    for item in items:
        title = (item.office.start, item.office.end)
        reason = _no_post(item.office, scene.words(item.organization))
        if reason is None:
            yield Post(person, item.organization, title, by)
        else:
            refuse("official", f"{scene.folded[slice(*title)]}: {reason}", person)


# 宣传部长（兼统战部长）王某
_HELD_BESIDE = re.compile(r"（兼任?[^（），。；\n]{2,20}）")
_LONGEST_ASIDE = 24


def chain_before(scene: Scene, place: int) -> list[Item]:
    """Return the posts that end right before `place`; none when they are held no more."""
    office = scene.ending.get(place)
    if office is None and scene.folded[place - 1 : place] == " ":
        office = scene.ending.get(place - 1)
    if office is None and scene.folded[place - 1 : place] == "）":
        opens = max(0, scene.folded.rfind("（", max(0, place - _LONGEST_ASIDE), place))
        if RANK_ASIDE.fullmatch(scene.folded, opens, place):
            office = scene.ending.get(opens)
        elif _HELD_BESIDE.fullmatch(scene.folded, opens, place):
            office = scene.ending.get(place - 1)
    raw = _chained(scene, office or _announced(scene, place))
    if raw and _of_another(scene, *raw[-1]):
        return []
    former = any(one.former or _FORMER.search(scene.folded[slice(*span)]) for span, one in raw)
    if former or (raw and _was_held(scene.folded, raw[-1][0][0])):
        refuse("official", "the post is held no more", (raw[-1][0][0], place))
        return []
    return resolve(scene, raw[::-1])


def _was_held(folded: str, start: int) -> bool:
    """Tell whether posts from `start` on are said to be held no more, alone or in a list: 时任书记甲、|县长乙."""
    if _HELD_ONCE.search(folded, max(0, start - 4), start):
        return True
    return _HELD_THEN.search(folded, max(0, start - _LONGEST_LIST), start) is not None


def _chained(scene: Scene, office: Office | None) -> list[tuple[Span, Office]]:
    """Return a title and those that stand before it in one chain, the last first, each with the body before it."""
    raw: list[tuple[Span, Office]] = []
    pause = 0
    while office is not None:
        end = title_start(scene.folded, office)
        start = whole_begin(scene.folded, end, scene.floor(office.start))
        raw.append(((start, end), office))
        run_on = scene.ending.get(end) if end > start else None
        if run_on and run_on.word in _RUN_ON:
            # 市委副书记市长甲, 县委常委副县长乙: no mark between two titles
            raw[-1] = ((end, end), office)
            office = run_on
            continue
        lead = _JOIN.search(scene.folded, max(0, start - 4), start)
        office = scene.ending.get(lead.start()) if lead else None
        if office and office.start and scene.floor(office.start) == office.start:
            # 书记甲同志、县长乙: the title behind a name is of that name
            office = None
        if lead and office and not pause and lead.group().strip() == "，":
            pause = len(raw)
    many = any(_MANY_BODIES.match(scene.folded, *body) for body, _ in raw[pause:]) if pause else False
    if many or (pause and not _OPENS.search(scene.folded, max(0, raw[-1][0][0] - 1), raw[-1][0][0])):
        del raw[pause:]
    return raw


# 各乡镇党委书记，县委书记王某某: heads of many bodies are not the one behind the comma
_MANY_BODIES = re.compile("各|全体|[县市区省]直|多名|部分|有关|相关")
_HEADS_OF = re.compile(r"[两三四五六七八九十多各几]国\Z")


def _of_another(scene: Scene, body: Span, office: Office) -> bool:
    """Tell whether a title is the one before's, or of many: 王某某总书记念兹在兹, 回应代表委员关切."""
    if body[0] != body[1]:
        # 我同中亚五国元首成功举行峰会
        return office.word == "元首" and _HEADS_OF.search(scene.folded, *body) is not None
    named = bool(office.start) and scene.floor(office.start) == office.start
    return named or (office.word == "委员" and scene.folded.endswith("代表", 0, office.start))


_THERE_ARE = re.compile(r"(?:还?有|包括|名单)?：?\s{0,8}\Z")
# 原村委会主任, 供销社原党组书记; but 原州区, 太原市, 前李村
_FORMER = re.compile(
    r"已故\Z|^原(?!州)|^前(?![海郭进锋旗线沿哨]|[\u4e00-\u9fff]{1,3}[村庄屯])|前\Z|(?<=国)前(?=政府|[\u4e00-\u9fff]{2,8}部?\Z)|(?<![平太中高草])原(?=党|村委|副|[省市县区]委|局|主)"
)
# 时任县委书记, 曾担任局长: held no more
_HELD_ONCE = re.compile(r"(?:时任|原任|前任|曾任|历任|曾担任|历任过|曾任过|已故)\Z")
_HELD_THEN = re.compile(r"时任(?:(?!现任|时任|现)[^，。；：！？\n“”]){2,60}[、和]\Z")
_LONGEST_LIST = 64
# 宣讲团成员，某委员会党组书记、主任王某: a comma, where the posts open a clause; not in 任甲河河长，副县长王某
# 对某区党委常委，区政府党组副书记王某进行了审查
_OPENS = re.compile(r"(?:^|[，。；：！？“”\n（ 对])\Z")
_RUN_ON = frozenset({"书记", "常委", "支书", "村支书"})
_JOIN = re.compile(r" ?(?:[、，和]|[、，（]?兼任?) ?\Z")


def _announced(scene: Scene, place: int) -> Office | None:
    """Return the title of a list that 还有： or the like announces: 县领导还有：甲 乙."""
    lead = _THERE_ARE.search(scene.folded, max(0, place - 8), place)
    return scene.ending.get(lead.start()) if lead and lead.start() < place else None


def title_start(folded: str, office: Office) -> int:
    """Return where the organisation before a title ends: 镇人大主席 is 镇人大 + 主席, 政协委员 政协 + 委员."""
    start = office.start
    if office.word == "人大主席" and start and folded[start - 1] not in "、，":
        return start + 2
    return start + 2 if office.word == "政协委员" else start


def resolve(scene: Scene, raw: list[tuple[Span, Office]]) -> list[Item]:
    """Give each title its organisation: written, or carried from the title before it."""
    items: list[Item] = []
    last: Organization = ()
    for (start, body_end), written in raw:
        shortened = _shortened(written, body_end)
        end = _state_end(scene.folded, start, body_end, shortened)
        office = shortened if end == body_end else _sent(shortened, end)
        organization: Organization
        split = _national(scene.folded, start, office)
        if split is not None:
            office = office._replace(start=split)
            organization = ((start, split),) if start < split else _of_state(scene, last)
        elif start == end:
            organization = _carried(scene, last, office)
        elif _is_fused(scene.folded, start, office):
            organization = ((start, office.start + 1),)
        elif last and _is_part(scene.folded[start:end], scene.words(last)):
            organization = (*area_of(scene, last), (start, end))
        else:
            organization = ((start, end),)
        items.append(Item(organization, office))
        last = organization or last
    return items


_CHAIRS = frozenset({"国家主席", "国家副主席"})
_OF_PARTY = "宣传部|组织部|统战部|武装部|人武部|联络部|工作部"
_MINISTRY = re.compile(
    r"(?:代理|联邦)?(?:外交|国防|国家安全|内政|内务|财政|司法|公安|民政|商务|贸易|经济|教育|科技|科学|文化|卫生|环境|农业|能源|石油|工业|工信|交通|运输|水利|劳动|信息|旅游)"
    rf"[\u4e00-\u9fff]{{0,12}}部(?<!{_OF_PARTY})\Z"
)
_DEPARTMENT = re.compile(rf"[\u4e00-\u9fff]{{2,18}}部(?<!{_OF_PARTY})\Z")


def _national(folded: str, start: int, office: Office) -> int | None:
    """Return where the title of one who heads a state or its ministry begins, what is before it the organisation.

    国家主席 is 国家 + 主席, 甲国外交部长 甲国 + 外交部长; 外交部部长 and 县委宣传部长 are others.
    """
    if office.word in _CHAIRS:
        return office.end - len(office.word) + 2 if start == office.start else None
    if not (
        office.word == "部长"
        and folded[office.start : office.end] == "部长"
        and _is_fused(folded, start, office)
    ):
        return None
    body = office.start + 1
    if _MINISTRY.match(folded, start, body):
        return start
    state = next((place for place in range(body, start, -1) if folded[start:place] in _countries()), start)
    state = state if state > start else start + (folded[start] in STATES)
    return state if state > start and _DEPARTMENT.match(folded, state, body) else None


_FUSED = re.compile(r"[局厅部处科所站院队馆台]长")
_SECTIONS, _BODIES = "处科所", ("局", "厅", "委", "署")


def _is_fused(folded: str, start: int, office: Office) -> bool:
    """Tell whether body and title share a character: 财政局长 is 财政局 + 局长."""
    shared, written = folded[office.start], folded[office.start : office.end] == office.word
    near = folded[max(start, office.start - 3) : office.start]
    # 审计局科长 heads a section of the body that is written before
    section = shared in _SECTIONS and near.endswith(_BODIES)
    return written and _FUSED.fullmatch(office.word) is not None and shared not in near and not section


def _shortened(office: Office, start: int) -> Office:
    """Return the office without the part that belongs to the organisation (镇人大 + 主席)."""
    if not office.start < start < office.end:
        return office
    return Office(start, office.end, office.kind, office.former, office.word)


# 甲国驻乙国大使, 甲国常驻联合国代表: who is sent, and where to is of the title
_SENT = re.compile(r"(?<!进)常?驻(?!地|村|会|区|点|京|军)[\u4e00-\u9fff]{1,10}\Z")
_WARDENS = frozenset({"河长", "湖长"})
_RIVER_TIER = re.compile(r"[河江湖溪渠库塘][省市州县区镇乡村]级\Z")
_MISSION = re.compile(r"常驻[\u4e00-\u9fff]{2,10}\Z")
_SENDS = frozenset({"大使", "总领事", "公使", "参赞", "临时代办", "代办", "常驻代表"})


def _sent(office: Office, start: int) -> Office:
    """Return the office of one who is sent, or heads a ministry, with where to and of what: 常驻联合国代表."""
    return office._replace(start=start, kind="public" if office.word == "代表" else office.kind)


def _state_end(folded: str, start: int, end: int, office: Office) -> int:
    """Return where the state before a title ends: 甲国驻乙国大使 is 甲国 + 驻乙国大使, 英国能源大臣 英国 + 能源大臣.

    And where a river does: 甲河市级河长 is 甲河 + 市级河长.
    """
    if office.word in _SENDS:
        sent = _SENT.search(folded, start + 1, end)
        return sent.start() if sent else end
    if office.word == "代表":
        sent = _MISSION.search(folded, start, end)
        return sent.start() if sent else end
    if office.word in _WARDENS:
        return end - 2 if _RIVER_TIER.search(folded, start + 1, end) else end
    if office.word == "大臣":
        return next((place for place in range(end, start, -1) if folded[start:place] in _countries()), end)
    return end


def _is_part(body: str, last: str) -> bool:
    """Tell whether a bare body is of the one named before it."""
    return any(part.fullmatch(body) and whole.search(last) for part, whole in _PARTS)


def _countries() -> frozenset[str]:
    return lexicon.words("gazetteer/countries.txt")


def _of_state(scene: Scene, last: Organization) -> Organization:
    """Return the state that a minister without one shares with the title before: 甲国副总理兼财政部长."""
    return last if is_state(scene, last) else ()


def is_state(scene: Scene, organization: Organization) -> bool:
    """Tell whether an organisation is a country, in short too."""
    words = scene.words(organization)
    return words in _countries() or words in STATES


# each with what the body is that it is a part of: 某县人民法院审判员、刑事审判庭庭长; 县人大常委会副主任、党组副书记
_PARTS = (
    (re.compile("管委会|管委|政府"), re.compile(r"(?<!党)\Z")),
    (
        re.compile("党组|党委|党总支|党支部"),
        re.compile(r"(?:局|厅|会|院|政府|政协|办|[大中小]学|医院|中心|公司|集团)\Z"),
    ),
    (
        re.compile(r"审判委员会|检察委员会|执行局|[\u4e00-\u9fff]{1,10}(?<!法)庭"),
        re.compile(r"(?:法院|检察院|审判委员会|检察委员会)\Z"),
    ),
)
_COMMITTEE = re.compile(
    r"(?:党工委|党委|党组|党总支|党支部|工委|(?<=[省市县区州旗盟镇乡])委|(?:^|(?<=院))(?:审判|检察)委员会)$"
)
# 中共中央政治局委员、国务委员: these belong to no body named before them
_OF_STATE = frozenset({"国务委员", "国家主席", "总书记", "总统", "总理", "首相"})
_OF_COUNTRIES = frozenset({"总统", "总理", "首相"})
_PARTY_TITLES = frozenset({"书记", "常委", "委员", "成员", "候补委员", "秘书长"})


def _carried(scene: Scene, last: Organization, office: Office) -> Organization:
    """Return the organisation of a title that has none of its own: 市委副书记、市长 gives 市."""
    if not last:
        return ()
    if office.word in _OF_STATE:
        # 沙特王储兼首相: heads of a state that is named
        of_country = office.word in _OF_COUNTRIES and scene.words(last) in _countries()
        return last if of_country else ()
    if _COMMITTEE.search(scene.words(last)) and office.word not in _PARTY_TITLES:
        return area_of(scene, last)
    return last


def area_of(scene: Scene, organization: Organization) -> Organization:
    """Return the place or body that a party committee belongs to: 市 of 市委, 县公安局 of 县公安局党委."""
    match = _COMMITTEE.search(scene.words(organization))
    if match is None:
        return organization
    start, end = organization[-1]
    end -= len(match.group())
    start += 2 * scene.folded.startswith("中共", start)
    return (*organization[:-1], (start, end)) if end > start else organization[:-1]
