"""From verbs to changes of post: whose, which posts (任免).

In: a reading. Out: each person's change with the words of organisation and title.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsie import patterns as re
from newsie.frames.appointing.objects import read_posts
from newsie.frames.appointing.verbs import ANY, Change, Verb, find_verbs
from newsie.reader.rosters import Rosters
from newsie.reader.scene import Organization, Scene
from newsie.reading import Reading
from newsie.spans import start_behind
from newsie.text import Span


@dataclass(frozen=True, slots=True)
class Found:
    """A change of a person's post; spans are offsets into the reading's text.

    Attributes:
        person: where the name stands.
        verb: the verb that says it.
        organization: where the words of the organisation stand; empty when none is written.
        title: where the title stands.
        change: what happened.
    """

    person: Span
    verb: Verb
    organization: Organization
    title: Span
    change: Change


_ASIDE = r"(?:（[^（）\n]{1,16}）)?等?(?:[0-9一二三四五六七八九十]{1,3}(?:人|[名位]同志)|同志)?"
# 任命｜甲（女）为局长, 提名｜甲继续担任总理
_GIVEN = re.compile(rf"{_ASIDE}(?P<verb>继续担任|继续留任|出任|担任|兼任|接任|任|为)")
# 免去｜甲的局长职务, 免去｜甲兼任的局长职务
_TAKEN = re.compile(rf"{_ASIDE}的?(?:[所原]?(?:兼任|担任|现任)的)?")
_POST_ENDS = re.compile(r"[^。；，：\n]{2,60}?(?:职务|一职)")
_LINK = re.compile(rf"{_ASIDE} ?(?:、|和|及|与|以及) ?")
_OWN = re.compile(r"其(?:[所原]?(?:兼任|担任)的)?")
_ELECTED_WITH_POST = re.compile(r"(?:选举产生|选出)了?")
_CLOSE = re.compile(rf"{_ASIDE}(?:因[^，。；\n]{{1,12}})?[^，。；：！？\n（）]{{0,24}}")
# 某某致电祝贺｜当选总统: another's election, whose name was not read
_OTHERS = re.compile(r"祝贺|致电|贺电|会见|支持|欢迎|和|与|向|同(?!志)|对|说|称")
# 将接替甲出任总理: not of 甲
_SUCCEEDED = re.compile(r"(?:接替|代替|取代|接任|击败|战胜)[^，。；\n]{0,16}\Z")
_BIOGRAPHY = re.compile(r"[^；\n]{0,160}")
# behind a comma the subject of the sentence goes on, or a pronoun stands for the last named
_GOES_ON = re.compile(
    r"(?:[，、；]|[，。；](?:同时|并|现)?|祝贺|同意|接受|决定|[，。；][他她其]|祝贺[他她其])(?:正式)?(?:宣布)?\Z"
)
_DECIDED = re.compile(r"决定|批准|研究|通知|通过|同意|表决|批复|任命|任免")
# without 同志 only where the sentence says so outright, not in 经研究发现……甲任局长期间
_DECIDED_ON = re.compile(r"(?<!的)(?:决定|研究同意)|任免|批准|任命(?!为)")
_RIGHT_BEHIND = re.compile(rf"{_ASIDE}")
_REACH = 200
_LONGEST_LIST = 3000
_LONGEST_BENCH = 60


def find_changes(reading: Reading) -> tuple[Found, ...]:
    """Return the changes of post that a text tells, sorted by place, each once."""
    folded = reading.text.folded
    persons = reading.labelled("PERSON")
    if not persons or not ANY.search(folded):
        return ()
    scene = Scene.of(folded, ((mention.start, mention.end) for mention in persons))
    verbs = tuple(find_verbs(folded))
    found = [
        *_governed(scene, verbs),
        *(change for verb in verbs if not verb.governs for change in _followed(scene, verb)),
        *_elected_with_post(reading),
    ]
    once = {(one.person, one.change, one.title, one.organization): one for one in found}
    return tuple(sorted(once.values(), key=lambda one: (one.verb.start, one.person, one.title)))


def _governed(scene: Scene, verbs: Sequence[Verb]) -> Iterator[Found]:
    """Yield the changes of the persons that stand behind a verb: 任命甲为局长，乙为科长."""
    rosters = Rosters.of(scene.folded)
    leading = [verb for verb in verbs if verb.governs]
    index = 0
    last: tuple[Verb | None, Organization] = (None, ())
    for person in scene.persons:
        while index < len(leading) and leading[index].end <= person[0]:
            index += 1
        verb = leading[index - 1] if index else None
        if verb is None or not _reaches(scene, rosters, verb, person):
            continue
        shared = last[1] if last[0] is verb else ()
        for change in _behind(scene, verb, person, shared):
            last = (verb, change.organization or shared)
            yield change
    for verb in leading:
        own = _OWN.match(scene.folded, verb.end)
        if own and verb.change == "removed":
            yield from _removed(
                scene, verb, [scene.persons_between(verb.start - _REACH, verb.start)[-1:]], own.end()
            )


def _reaches(scene: Scene, rosters: Rosters, verb: Verb, person: Span) -> bool:
    """Tell whether a verb governs a person: in its clause, or in the list that it opens."""
    if _SUCCEEDED.search(scene.folded, max(verb.end, person[0] - 20), person[0]):
        return False
    between = scene.folded[verb.end : person[0]] if person[0] - verb.end <= _LONGEST_LIST else "。"
    if verb.word == "决定" and _BROUGHT_IN.search(between):
        return False
    return not re.search(r"[。；\n]", between) or (
        rosters.appoints(person[0]) and not re.search(r"。(?!\n)", between)
    )


def _behind(scene: Scene, verb: Verb, person: Span, shared: Organization) -> Iterator[Found]:
    """Yield what a verb says of a person behind it."""
    group = [_group(scene, person)]
    given = _GIVEN.match(scene.folded, person[1])
    if given and verb.change != "removed":
        posts = read_posts(scene, given.end())
        for one in _shared_out(scene, verb, group, posts):
            yield replace(one, organization=one.organization or shared)
    elif not given and (verb.change == "removed" or verb.word == "任免"):
        taken = _TAKEN.match(scene.folded, person[1])
        yield from _removed(scene, verb, group, taken.end() if taken else person[1])


def _removed(scene: Scene, verb: Verb, groups: Sequence[Sequence[Span]], start: int) -> Iterator[Found]:
    """Yield the posts that are taken, when the words behind say that they are posts."""
    ending = _POST_ENDS.match(scene.folded, start)
    if ending:
        posts = read_posts(scene, start)
        yield from _shared_out(scene, replace(verb, change="removed"), groups, posts)


def _followed(scene: Scene, verb: Verb) -> Iterator[Found]:
    """Yield the changes of the persons in front of a verb: 甲不再担任局长."""
    persons = _subjects(scene, verb)
    if not persons or (verb.word in _WANT_DECISION and not _is_decided(scene, verb, persons)):
        return
    items = read_posts(scene, verb.end)
    last = max((title[1] for _, title in items), default=0)
    if scene.persons_between(last, last + 1):
        # 当选总统某某: who has been elected, told as a title
        return
    yield from _shared_out(scene, verb, [persons], items)


_WANT_DECISION = frozenset({"任", "担任", "兼任", "挂职任", "挂职担任", "挂职兼任"})
# 会议决定成立领导小组，由县长甲任组长: nothing is decided of 甲; 决定由甲任县长
_BROUGHT_IN = re.compile(r"[^，。；：\n][，：][由让请]")


def _is_decided(scene: Scene, verb: Verb, persons: Sequence[Span]) -> bool:
    """Tell whether a decision is told in front of 甲任 or 甲同志任, maybe some lines of a list earlier."""
    between = scene.folded[persons[-1][1] : verb.start]
    if not _RIGHT_BEHIND.fullmatch(between):
        return False
    start = start_behind("。", scene.folded, verb.start - _REACH, verb.start)
    decided = _DECIDED if "同志" in between else _DECIDED_ON
    if decided.search(scene.folded, start, verb.start) is None:
        return False
    return _BROUGHT_IN.search(scene.folded, start, persons[0][0]) is None


def _subjects(scene: Scene, verb: Verb) -> list[Span]:
    """Return whose post a verb behind them changes."""
    start = start_behind("\n", scene.folded, verb.start - _REACH, verb.start)
    before = [
        person
        for person in scene.persons_between(start, verb.start)
        if not _SUCCEEDED.search(scene.folded, max(start, person[0] - 20), person[0])
    ]
    if not before:
        return []
    proposed = verb.word.startswith("拟")
    near = (_BIOGRAPHY if proposed else _CLOSE).fullmatch(scene.folded, before[-1][1], verb.start)
    if near and not proposed and _OTHERS.search(scene.folded, before[-1][1], verb.start):
        near = None
    if near or _GOES_ON.search(scene.folded, max(start, verb.start - 8), verb.start):
        return _group(scene, before[-1])
    return []


def _group(scene: Scene, person: Span) -> list[Span]:
    """Return a person with those of the same list in front: 甲、乙."""
    group = [person]
    while True:
        floor = scene.floor(group[0][0])
        before = scene.persons_between(max(0, floor - 12), floor)[-1:]
        if not before or before[0][1] != floor or not _LINK.fullmatch(scene.folded, floor, group[0][0]):
            return group
        group.insert(0, before[0])


def _shared_out(
    scene: Scene, verb: Verb, groups: Sequence[Sequence[Span]], posts: Sequence[tuple[Organization, Span]]
) -> Iterator[Found]:
    """Yield each person's posts: one each when 分别 says so, else all of them."""
    for group in groups:
        between = scene.folded[group[-1][1] : posts[0][1][0]] if group and posts else ""
        each = "分别" in between and len(group) == len(posts)
        for place, person in enumerate(group):
            for organization, title in posts[place : place + 1] if each else posts:
                yield Found(person, verb, organization, title, verb.change)


def _elected_with_post(reading: Reading) -> Iterator[Found]:
    """Yield those who were elected with the post in front of their names: 选举产生了主任甲、副主任乙."""
    folded = reading.text.folded
    for match in _ELECTED_WITH_POST.finditer(folded):
        end = folded.find("。", match.end(), match.end() + _REACH)
        verb = Verb(match.start(), match.end(), match.group(), "elected", governs=True)
        first = bisect_left(reading.posts, match.end(), key=lambda post: post.person[0])
        for post in reading.posts[first : first + _LONGEST_BENCH]:
            if post.person[1] <= end and match.end() <= post.title[0] and post.by != "post given":
                yield Found(post.person, verb, post.organization, post.title, "elected")
