"""Persons bound to posts: organisation, title and person read together (人员与职务).

Posts stand before the name (县委副书记、县长X), are shared by a list (副主任X、Y), stand after
the name (X书记) or are given by a verb (X任局长, 任命X为局长, X当选主任).

>>> mentions = (Mention("PERSON", 8, 10, ("model",)),)
>>> text = "县委副书记、县长王某主持"
>>> [[text[slice(*part)] for part in (*post.organization, post.title)] for post in find_posts(text, mentions)]
[['县委', '副书记'], ['县', '县长']]
"""

from __future__ import annotations

from collections.abc import Iterator

from newsie import patterns as re
from newsie.reader.appointments import find_appointments
from newsie.reader.organizations import body_before
from newsie.reader.scene import Item, Scene, area_of, bind, chain_before, holds, is_state
from newsie.reader.slots import POST_BEHIND
from newsie.reading import Mention, Post
from newsie.text import Span


def find_posts(folded: str, mentions: tuple[Mention, ...]) -> tuple[Post, ...]:
    """Return the posts that a text gives its persons, sorted by place.

    Offsets: spans are half-open offsets into `folded`.
    """
    persons = [(mention.start, mention.end) for mention in mentions if mention.label == "PERSON"]
    if not persons:
        return ()
    scene = Scene.of(folded, persons)
    found = {*_before(scene), *_after(scene), *find_appointments(scene)}
    return tuple(sorted(found, key=lambda post: (post.person, post.title, post.organization)))


def _before(scene: Scene) -> Iterator[Post]:
    """Yield the posts in front of names, those of a list shared out, and fill `scene.blocks`."""
    previous: Span | None = None
    heads: dict[str, Item] = {}
    before: dict[str, Item] = {}
    for person in scene.persons:
        if previous and _SENTENCE.search(scene.folded, previous[1], person[0]):
            # 县人大常委会主任甲……。副主任乙、丙参加: one sentence on, as the first words of the next
            heads, before = {}, heads if _NEXT.fullmatch(scene.folded, previous[1], person[0]) else {}
        items = [
            _recalled(scene, _come_from(scene, item), heads or before)
            for item in ([] if _ends_row(scene, previous, person) else chain_before(scene, person[0]))
        ]
        before = {} if heads else before
        if previous and len(items) == 1:
            items = [_beside(scene, item, previous) for item in items]
        items = [_of_ministry(scene, item) for item in items]
        heads.update({item.office.word: item for item in items if item.organization})
        by = "post before"
        if not items and previous and _SEPARATOR.fullmatch(scene.folded, previous[1], person[0]):
            items = [item for item in scene.blocks[previous] if _is_shared(scene, item)]
            by = "post shared"
        scene.blocks[person] = items
        yield from bind(scene, person, items, by)
        previous = person


def _ends_row(scene: Scene, previous: Span | None, person: Span) -> bool:
    """Tell whether the line in front of a person ends in the posts of the one before: 王某 县长, then 李某 副县长."""
    behind = POST_BEHIND.match(scene.folded, previous[1]) if previous else None
    return behind is not None and behind.end() == person[0] - 1


_SENTENCE = re.compile(r"[。；\n]")
_NEXT = re.compile(r"[^。；\n]{0,200}。副[^，。；\n]{1,8}")
_SEPARATOR = re.compile(r"\s{0,8}(?:[、和及]|以及)?\s{0,8}")
_SHARED = frozenset(
    {"常委", "委员", "领导", "成员", "候补委员", "河长", "总河长", "检察官", "法官", "审判员"}
)
# 大会主席团常务主席甲、乙, 团中央书记处书记甲、乙
_OF_MANY = re.compile("常务主席")
_SECRETARIAT = "书记处"


def _is_shared(scene: Scene, item: Item) -> bool:
    """Tell whether a list shares the post: 副主任甲、乙 does, 县长甲、乙 does not."""
    title = scene.folded[item.office.start : item.office.end]
    secretary = title == "书记" and scene.words(item.organization).endswith(_SECRETARIAT)
    many = title.startswith("副") or _OF_MANY.fullmatch(title) is not None
    return many or secretary or item.office.word in _SHARED


_FROM = re.compile(r"来自(?P<home>[\u4e00-\u9fff]{2,16}(?:[县市区旗镇乡村]|街道|社区))的\Z")


def _come_from(scene: Scene, item: Item) -> Item:
    """Give a bare title the place its holder comes from: 来自甲县乙镇的组织委员某某."""
    start = item.office.start
    home = None if item.organization else _FROM.search(scene.folded, max(0, start - 20), start)
    return Item((home.span("home"),), item.office) if home else item


# 甲国国防大臣某某和外交大臣某某; 会见外交大臣某某 stands apart
_MINISTER = re.compile("[\u4e00-\u9fff]{2,12}(?:大臣|部长)|防长|外长|财长|国务卿")
_BETWEEN = re.compile(r"[、和及与]|以及")


def _beside(scene: Scene, item: Item, previous: Span) -> Item:
    """Give a minister the country of the one listed right before: 甲国国防大臣某某和外交大臣某某."""
    title = scene.folded[item.office.start : item.office.end]
    listed = _BETWEEN.fullmatch(scene.folded, previous[1], item.office.start)
    if item.organization or not listed or not _MINISTER.fullmatch(title):
        return item
    states = [one.organization for one in scene.blocks[previous] if is_state(scene, one.organization)]
    return Item(states[-1], item.office) if states else item


# 常务副部长 is of no ministry
_FUSED_MINISTER = re.compile("[\u4e00-\u9fff]{2,14}(?<![部副代])部长")


def _of_ministry(scene: Scene, item: Item) -> Item:
    """Divide the title of a minister whose state is not said, as those of other heads are: 水利部长 is 水利部 + 部长."""
    start, end = item.office.start, item.office.end
    if item.organization or not _FUSED_MINISTER.fullmatch(scene.folded, start, end):
        return item
    return Item(((start, end - 1),), item.office._replace(start=end - 2))


_OF_REGION = re.compile(r"[省市县区州旗盟镇乡]长")
_HEAD_OF = {
    "校长": re.compile("(?:大学|学院|学校|[中小]学)\\Z"),
    "院长": re.compile("(?:学院|医院|研究院)\\Z"),
}
_COUNCIL = re.compile(r"(?:人大常委会|人大|政协|政府|协会|学会|商会|联合会|基金会)\Z")
_FORCE = re.compile(r"(?:[总支大中]队|军区|分局|公安局|派出所|监狱|戒毒所|[分预]部|旅|团)\Z")
_WORKS = re.compile(r"(?:厂|公司|集团|矿|局|院|部)\Z")
# 市政协主席甲、秘书长乙; 交警支队支队长甲、政治委员乙; 某厂厂长甲、总会计师乙
_SECOND = {
    "秘书长": _COUNCIL,
    **dict.fromkeys(("总会计师", "总工程师", "总经济师", "总农艺师", "总规划师"), _WORKS),
    **dict.fromkeys(("政委", "政治委员", "教导员", "指导员", "参谋长"), _FORCE),
}


def _recalled(scene: Scene, item: Item, heads: dict[str, Item]) -> Item:
    """Give a bare title the organisation of its head in the sentence.

    市人大常委会主任甲主持，副主任乙、秘书长丙出席 gives 市人大常委会 to 副主任 and 秘书长;
    so does 区委统战部部长甲，常务副部长乙.
    """
    title = scene.folded[item.office.start : item.office.end]
    if item.organization:
        return item
    if (
        title.startswith(("副", "常务副"))
        and item.office.word in heads
        and not _OF_REGION.match(item.office.word)
    ):
        return Item(heads[item.office.word].organization, item.office)
    house = _HEAD_OF.get(item.office.word)
    if house and heads:
        # 某大学党委书记甲、副校长乙
        organization = area_of(scene, list(heads.values())[-1].organization)
        if house.search(scene.words(organization)):
            return Item(organization, item.office)
    if heads and title in _SECOND:
        last = list(heads.values())[-1]
        if _SECOND[title].search(scene.words(last.organization)):
            return Item(last.organization, item.office)
    return item


_NEVER_BEHIND = frozenset({"领导", "成员", "指挥"})


def _after(scene: Scene) -> Iterator[Post]:
    """Yield the posts right behind names: 王某书记强调, 市消防支队王某参谋长, 王某（县委副书记、县长）."""
    for person in scene.persons:
        if not scene.blocks[person] and scene.folded[person[1] : person[1] + 1] == "（":
            yield from bind(scene, person, _in_brackets(scene, person[1] + 1), "post after")
            continue
        if behind := POST_BEHIND.match(scene.folded, person[1]):
            yield from bind(scene, person, chain_before(scene, behind.end()), "post after")
            continue
        office = scene.starting.get(person[1])
        if office is None or holds(scene, scene.blocks[person]) or office.word in _NEVER_BEHIND:
            continue
        if not scene.persons_between(office.end, office.end + 1):
            body = body_before(scene.folded, person[0], scene.floor(person[0]))
            yield from bind(scene, person, [Item((body,) if body else (), office)], "post after")


_LONGEST_ASIDE = 40


def _in_brackets(scene: Scene, start: int) -> list[Item]:
    """Return the posts that fill the bracket which opens before `start`: 王某（县委副书记、县长）."""
    close = scene.folded.find("）", start, start + _LONGEST_ASIDE)
    return chain_before(scene, close) if close >= 0 else []
