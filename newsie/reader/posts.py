"""Persons bound to posts: organisation, title and person read together (人员与职务).

Posts stand before the name (县委副书记、县长X), are shared by a list (副主任X、Y), stand after
the name (X书记) or are given by a verb (X任局长, 任命X为局长, X当选主任).

>>> mentions = (Mention("PERSON", 8, 10, ("model",)),)
>>> text = "县委副书记、县长王某主持"
>>> [[text[slice(*part)] for part in (*post.organization, post.title)] for post in find_posts(text, mentions)]
[['县委', '副书记'], ['县', '县长']]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from newsie.reader.organizations import begin, body_before, is_company
from newsie.reader.titles import Office, find_titles
from newsie.reading import Mention, Post
from newsie.text import Span

Organization = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An organisation and a title as they stand in a text; either may stand for more (see `_carried`)."""

    organization: Organization
    office: Office


@dataclass(slots=True)
class Scene:
    """A text while its posts are read.

    Attributes:
        folded: the text.
        persons: where persons stand, sorted.
        ending: the title word that ends at an offset.
        starting: the title word that begins at an offset.
        blocks: the posts found in front of a person.
    """

    folded: str
    persons: list[Span]
    ending: dict[int, Office]
    starting: dict[int, Office]
    blocks: dict[Span, list[Item]] = field(default_factory=dict)

    def words(self, organization: Organization) -> str:
        """Return the words of an organisation."""
        return "".join(self.folded[start:end] for start, end in organization)


def find_posts(folded: str, mentions: tuple[Mention, ...]) -> tuple[Post, ...]:
    """Return the posts that a text gives its persons, sorted by place.

    Offsets: spans are half-open offsets into `folded`.
    """
    offices = find_titles(folded)
    scene = Scene(
        folded,
        sorted((mention.start, mention.end) for mention in mentions if mention.label == "PERSON"),
        {office.end: office for office in offices},
        {office.start: office for office in offices},
    )
    found = [*_before(scene), *_after(scene), *_given(scene)]
    return tuple(sorted(set(found), key=lambda post: (post.person, post.title, post.organization)))


# 骨干成员 of a gang and 带班领导 hold no post
_BELONGS = {
    "成员": re.compile(r"(?:组|委|会|班子|中心|部)$"),
    "领导": re.compile(r"[省市县区州旗盟镇乡局厅委办国级校院]$"),
}


def _post(scene: Scene, person: Span, item: Item, by: str) -> Iterator[Post]:
    """Yield the post, unless it is no public one."""
    office, organization = item.office, scene.words(item.organization)
    needed = _BELONGS.get(office.word)
    if needed and not needed.search(organization):
        return
    if office.kind == "public" and not office.former and not is_company(organization):
        yield Post(person, item.organization, (office.start, office.end), by)


# --- posts in front of the name -----------------------------------------------------------


def _before(scene: Scene) -> Iterator[Post]:
    previous: Span | None = None
    heads: dict[str, Item] = {}
    for person in scene.persons:
        if previous and _SENTENCE.search(scene.folded, previous[1], person[0]):
            heads = {}
        items = [_recalled(scene, item, heads) for item in _block(scene, person[0])]
        heads.update({item.office.word: item for item in items if item.organization})
        by = "post before"
        if not items and previous is not None and _joined(scene, previous, person):
            items = [item for item in scene.blocks.get(previous, []) if _is_shared(scene, item, previous)]
            by = "post shared"
        scene.blocks[person] = items
        for item in items:
            yield from _post(scene, person, item, by)
        previous = person


_OF_REGION = re.compile(r"[省市县区州旗盟镇乡]长")
_COUNCIL = re.compile(r"(?:人大常委会|人大|政协|政府)$")


def _recalled(scene: Scene, item: Item, heads: dict[str, Item]) -> Item:
    """Give a bare title the organisation of its head in the sentence.

    市人大常委会主任甲主持，副主任乙、秘书长丙出席 gives 市人大常委会 to 副主任 and 秘书长.
    """
    title = scene.folded[item.office.start : item.office.end]
    if item.organization:
        return item
    if title.startswith("副") and item.office.word in heads and not _OF_REGION.match(item.office.word):
        return Item(heads[item.office.word].organization, item.office)
    if title == "秘书长" and heads:
        last = list(heads.values())[-1]
        if _COUNCIL.search(scene.words(last.organization)):
            return Item(last.organization, item.office)
    return item


_THERE_ARE = re.compile(r"(?:还?有|包括|名单)?：?\s*$")
_SEPARATOR = re.compile(r"\s*(?:[、和及]|以及)?\s*")


def _joined(scene: Scene, previous: Span, person: Span) -> bool:
    """Tell whether only a separator stands between two names."""
    return _SEPARATOR.fullmatch(scene.folded, previous[1], person[0]) is not None


_SHARED = frozenset(
    {"常委", "委员", "领导", "成员", "候补委员", "河长", "总河长", "检察官", "法官", "审判员"}
)


def _is_shared(scene: Scene, item: Item, previous: Span) -> bool:
    """Tell whether a list shares the post: 副主任甲、乙 does, 县长甲、乙 does not."""
    title = scene.folded[item.office.start : item.office.end]
    return title.startswith("副") or item.office.word in _SHARED


def _block(scene: Scene, place: int) -> list[Item]:
    """Return the posts that end right before `place`, carried organisations resolved."""
    folded = scene.folded
    office = scene.ending.get(place) or (
        scene.ending.get(place - 1) if folded[place - 1 : place] == " " else None
    )
    if office is None:
        office = _announced(scene, place)
    raw: list[tuple[Span, Office]] = []
    while office is not None:
        start = begin(folded, _title_start(folded, office), _floor(scene, office.start))
        raw.insert(0, ((start, _title_start(folded, office)), office))
        office = _joined_office(scene, start)
    if any(one.former or _FORMER.search(folded[slice(*span)]) for span, one in raw):
        return []
    return _resolve(scene, raw)


def _announced(scene: Scene, place: int) -> Office | None:
    """Return the title of a list that 还有： or the like announces: 县领导还有：甲 乙."""
    lead = _THERE_ARE.search(scene.folded, max(0, place - 8), place)
    return scene.ending.get(lead.start()) if lead and lead.start() < place else None


def _floor(scene: Scene, place: int) -> int:
    """Return the end of the last person before `place`."""
    return max((end for _, end in scene.persons if end <= place), default=0)


def _title_start(folded: str, office: Office) -> int:
    """Return where the organisation before a title ends: 镇人大主席 is 镇人大 + 主席."""
    start = office.start
    if office.word == "人大主席" and start and folded[start - 1] not in "、，":
        return start + 2
    return start


def _joined_office(scene: Scene, place: int) -> Office | None:
    """Return the title that ends before a separator in front of `place`: 书记、 in 书记、局长."""
    lead = _JOIN.search(scene.folded, max(0, place - 4), place)
    return scene.ending.get(lead.start()) if lead else None


# 原村委会主任, 供销社原党组书记; but 原州区, 太原市
_FORMER = re.compile(r"^原(?!州)|^前(?=政府|总|任)|(?<![平太中高草])原(?=党|村委|副|[省市县区]委|局|主)")
_JOIN = re.compile(r" ?[、兼和] ?$")


def _resolve(scene: Scene, raw: list[tuple[Span, Office]]) -> list[Item]:
    """Give each title its organisation: written, or carried from the title before it."""
    items: list[Item] = []
    last: Organization = ()
    for (start, end), office in raw:
        office = _shortened(office, end)
        if start == end:
            organization = _carried(scene, last, office)
        elif _is_fused(scene.folded, start, office):
            organization = ((start, office.start + 1),)
        elif last and _BARE_BODY.fullmatch(scene.folded, start, end):
            organization = (*_area(scene, last), (start, end))
        else:
            organization = ((start, end),)
        items.append(Item(organization, office))
        last = organization or last
    return items


_FUSED = re.compile(r"[局厅部处科所站院队馆台]长")


def _is_fused(folded: str, start: int, office: Office) -> bool:
    """Tell whether body and title share a character: 财政局长 is 财政局 + 局长."""
    shared, written = folded[office.start], folded[office.start : office.end] == office.word
    near = folded[max(start, office.start - 3) : office.start]
    return written and _FUSED.fullmatch(office.word) is not None and shared not in near


def _shortened(office: Office, start: int) -> Office:
    """Return the office without the part that belongs to the organisation (镇人大 + 主席)."""
    if not office.start < start < office.end:
        return office
    return Office(start, office.end, office.kind, office.former, office.word)


_BARE_BODY = re.compile(r"管委会|管委|政府")
_COMMITTEE = re.compile(r"(?:党工委|党委|党组|党总支|党支部|工委|(?<=[省市县区州旗盟镇乡])委)$")
# 中共中央政治局委员、国务委员: these belong to no body named before them
_OF_STATE = frozenset({"国务委员", "国家主席", "总书记", "总统", "总理", "首相"})
_PARTY_TITLES = frozenset({"书记", "常委", "委员", "成员", "候补委员", "秘书长"})


def _carried(scene: Scene, last: Organization, office: Office) -> Organization:
    """Return the organisation of a title that has none of its own: 市委副书记、市长 gives 市."""
    if not last or office.word in _OF_STATE:
        return ()
    if _COMMITTEE.search(scene.words(last)) and office.word not in _PARTY_TITLES:
        return _area(scene, last)
    return last


def _area(scene: Scene, organization: Organization) -> Organization:
    """Return the place or body that a party committee belongs to: 市 of 市委, 县公安局 of 县公安局党委."""
    match = _COMMITTEE.search(scene.words(organization))
    if match is None:
        return organization
    start, end = organization[-1]
    end -= len(match.group())
    start += 2 * scene.folded.startswith("中共", start)
    return (*organization[:-1], (start, end)) if end > start else organization[:-1]


# --- posts behind the name ----------------------------------------------------------------


def _after(scene: Scene) -> Iterator[Post]:
    """Yield posts written right behind a name: 王某书记强调."""
    starts = {start for start, _ in scene.persons}
    for person in scene.persons:
        office = scene.starting.get(person[1])
        if (
            office
            and not scene.blocks.get(person)
            and office.end not in starts
            and office.word not in _BELONGS
        ):
            body = body_before(scene.folded, person[0], _floor(scene, person[0]))
            yield from _post(scene, person, Item((body,) if body else (), office), "post after")


_TAKES = re.compile(
    r"(?P<verb>现任|担任|出任|兼任|升任|调任|当选为?|(?<![主责信拟曾历原离继新连就胜上担现出兼升调])任(?![命务前职免期何意由教]))"
)
_NO_LONGER = re.compile(r"(?:不再|拟|曾|原|未|没有)$")
_SENTENCE = re.compile(r"[。；\n]")
_STOP = re.compile(r"[，。；：！？\n（）]")
_BY_VOTE = re.compile(r"任命|选举|推选|补选|聘任")


def _given(scene: Scene) -> Iterator[Post]:
    """Yield posts that a verb gives: 王某任局长, 任命王某为局长, 王某当选主任."""
    for match in _TAKES.finditer(scene.folded):
        if _NO_LONGER.search(scene.folded, max(0, match.start() - 3), match.start()):
            continue
        persons, between = _subjects(scene, match.start(), match["verb"])
        yield from _share_out(scene, persons, _objects(scene, match.end()), "分别" in between)
    for person in scene.persons:
        if scene.folded[person[1] : person[1] + 1] == "为" and _BY_VOTE.search(
            scene.folded, _sentence_start(scene.folded, person[0]), person[0]
        ):
            yield from _share_out(scene, [person], _objects(scene, person[1] + 1), False)


def _sentence_start(folded: str, place: int) -> int:
    floor = max(0, place - 300)
    return max(floor, *(folded.rfind(mark, floor, place) + 1 for mark in "。；\n"))


def _subjects(scene: Scene, place: int, verb: str) -> tuple[list[Span], str]:
    """Return the persons who take the post, and the words between them and the verb."""
    floor = _sentence_start(scene.folded, place)
    before = [person for person in scene.persons if floor <= person[0] and person[1] <= place]
    if not before:
        return [], ""
    between = scene.folded[before[-1][1] : place]
    if verb != "现任" and (_STOP.search(between) or len(between) > 24):  # noqa: PLR2004
        return [], ""
    group = [before.pop()]
    while before and _list_gap(scene, before[-1], group[0]):
        group.insert(0, before.pop())
    return group, between


def _list_gap(scene: Scene, one: Span, two: Span) -> bool:
    """Tell whether two persons are of one list, posts between them allowed: 甲和县委常委乙."""
    between = scene.folded[one[1] : two[0]]
    return between[:1] in ("、", "和", "及", "与") and not _STOP.search(between)


def _objects(scene: Scene, start: int) -> list[Item]:
    """Return the posts that are listed from `start` on."""
    stop = _STOP.search(scene.folded, start)
    end = stop.start() if stop else len(scene.folded)
    end = min([end, start + 120, *(person[0] for person in scene.persons if start < person[0] < end)])
    end -= scene.folded[end - 1] in "、和"
    raw: list[tuple[Span, Office | None]] = []
    for match in re.compile(r"[^、]+").finditer(scene.folded, start, end):
        office = scene.ending.get(match.end())
        if office is None:
            raw.append((match.span(), None))
            continue
        title = _title_start(scene.folded, office)
        raw.append(((max(match.start(), begin(scene.folded, title, match.start())), title), office))
    last = raw[-1][1] if raw else None
    if last is None:
        return []
    return _resolve(scene, [(span, office or last) for span, office in raw])


def _share_out(scene: Scene, persons: list[Span], items: list[Item], respectively: bool) -> Iterator[Post]:
    """Yield each person's posts: one each when 分别 says so, else all of them."""
    if respectively and len(persons) == len(items):
        for person, item in zip(persons, items, strict=True):
            yield from _post(scene, person, item, "post given")
        return
    for person in persons:
        for item in items:
            yield from _post(scene, person, item, "post given")
