"""Posts that a verb gives (任职): 王某任局长, 任命王某为局长, 王某、李某分别当选主任、委员."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsie import patterns as re
from newsie.reader.organizations import begin
from newsie.reader.rosters import Rosters, sentence_start
from newsie.reader.scene import Item, Scene, bind, resolve, title_start
from newsie.reader.titles import Office
from newsie.reading import Post
from newsie.text import Span

_TAKES = re.compile(
    r"(?P<verb>现任|担任|出任|就任|兼任|升任|调任|转任|接任|继任|挂职(?:担任|任)?(?=[省市县区州镇乡村])|当选为?|任(?<![主责信拟曾历原离继新连就胜上担现出兼升调时前首]任)(?![命务前职免期何意由教]))"
)
_NO_LONGER = re.compile(r"(?:不再|拟|曾|原|未|没有)\Z")
_STOP = re.compile(r"[，。；：！？\n（）]")
# 王某（试用期一年）任县水利局副局长
_ASIDE = re.compile(r"\A（[^（）\n]{1,16}）")
_PART = re.compile(r"[^、]+")


def find_appointments(scene: Scene) -> Iterator[Post]:
    """Yield the posts that a verb gives to the persons of a text.

    >>> scene = Scene.of("王某任县水利局局长", [(0, 2)])
    >>> [(scene.words(post.organization), post.title) for post in find_appointments(scene)]
    [('县水利局', (7, 9))]
    """
    for match in _TAKES.finditer(scene.folded):
        if _NO_LONGER.search(scene.folded, max(0, match.start() - 3), match.start()):
            continue
        if match["verb"] == "现任" and _of_next(scene, match.end()):
            continue
        persons, between = _subjects(scene, match.start(), match["verb"])
        if persons:
            yield from _share_out(
                scene, persons, _objects(scene, match.end()), respectively="分别" in between
            )
    rosters = Rosters.of(scene.folded)
    for person in scene.persons:
        if said := _IS.match(scene.folded, person[1]):
            held = _objects(scene, said.end())
            stops = held and _STOP.match(scene.folded, held[-1].office.end)
            yield from bind(scene, person, [one for one in held if stops and one.organization], "post given")
        made = _MADE.match(scene.folded, person[1])
        if made and scene.folded[person[0] - 1 : person[0]] == "以":
            yield from bind(scene, person, _led(scene, made.end()), "post given")
        elif made and rosters.appoints(person[0]):
            persons, _ = _subjects(scene, person[1], "")
            yield from _share_out(scene, persons, _objects(scene, made.end()))


def _of_next(scene: Scene, start: int) -> bool:
    """Tell whether the posts behind 现任 are of who is named right behind them: 王某被问责，现任县长李某主持."""
    following = next(iter(scene.persons_between(start, start + _LONGEST_POSTS)), None)
    if following is None or _STOP.search(scene.folded, start, following[0]):
        return False
    return scene.ending.get(following[0]) is not None


# 以某某为团长的访问团 tells of no public post
_LEADS = frozenset({"总书记", "书记", "主席", "总统", "总理", "首相"})


def _led(scene: Scene, start: int) -> list[Item]:
    """Return the post of who leads those named behind: 以某某同志为总书记的党中央."""
    office = scene.starting.get(start)
    leads = office and office.word in _LEADS and scene.folded.startswith("的", office.end)
    return [Item((), office)] if office and leads else []


_LONGEST_POSTS = 60
# 某某是青石县县长
_IS = re.compile("(?:现在|目前|如今|就|也)?是(?:目前|现任|我们|我)?(?![前原假])")
# 甲、乙5人为, 甲等3名同志为
_MADE = re.compile(r"等?(?:[0-9一二三四五六七八九十]{1,3}(?:人|[名位]同志)|同志)?为")


def _subjects(scene: Scene, place: int, verb: str) -> tuple[list[Span], str]:
    """Return the persons who take the post, and the words between them and the verb."""
    before = list(scene.persons_between(sentence_start(scene.folded, place), place))
    if not before and verb == "现任":
        return _introduced(scene, place), ""
    if not before:
        return [], ""
    between = _ASIDE.sub("", scene.folded[before[-1][1] : place])
    # 甲同某国当选总统乙通话
    if verb == "当选" and _OF_ANOTHER.match(between):
        return [], ""
    if verb != "现任" and (_STOP.search(between) or len(between) > _NEAR):
        return [], ""
    group = [before.pop()]
    while before and _is_list(scene.folded[before[-1][1] : group[-1][0]]):
        group.append(before.pop())
    return group[::-1], between


# 甲某，男，汉族，1976年3月生，中共党员。现任县水利局局长: the notice of who is to be appointed
_INTRODUCES = re.compile("，[男女]，")
_LONGEST_NOTICE = 200


def _introduced(scene: Scene, place: int) -> list[Span]:
    """Return the last person in front of `place` whose particulars a sentence opens with."""
    near = scene.persons_between(max(0, place - _LONGEST_NOTICE), place)
    return [one for one in near if _INTRODUCES.match(scene.folded, one[1])][-1:]


_OF_ANOTHER = re.compile("同|与|和|向|会见|致电|祝贺|应约|致信|致函")
_NEAR = 24


def _is_list(between: str) -> bool:
    """Tell whether two persons are of one list, posts between them allowed: 甲和县委常委乙."""
    return between[:1] in ("、", "和", "及", "与") and not _STOP.search(between)


def _objects(scene: Scene, start: int) -> list[Item]:
    """Return the posts that are listed from `start` on; one without a title has the last one's."""
    stop = _STOP.search(scene.folded, start)
    end = min(stop.start() if stop else len(scene.folded), start + 120)
    end = min((person[0] for person in scene.persons_between(start + 1, end)), default=end)
    end -= scene.folded[end - 1] in "、和"
    raw = [_object(scene, match.span()) for match in _PART.finditer(scene.folded, start, end)]
    last = raw[-1][1] if raw else None
    return resolve(scene, [(span, office or last) for span, office in raw]) if last else []


def _object(scene: Scene, part: Span) -> tuple[Span, Office | None]:
    """Return the organisation and the title of one post of a list."""
    office = scene.ending.get(part[1])
    if office is None or office.start < part[0]:
        return part, None
    title = title_start(scene.folded, office)
    return (max(part[0], begin(scene.folded, title, part[0])), title), office


def _share_out(
    scene: Scene, persons: Sequence[Span], items: Sequence[Item], *, respectively: bool = False
) -> Iterator[Post]:
    """Yield each person's posts: one each when 分别 says so, else all of them."""
    each = respectively and len(persons) == len(items)
    for place, person in enumerate(persons):
        yield from bind(scene, person, items[place : place + 1] if each else items, "post given")
