"""The same project across pages (项目), and its course from plan to opening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsie import lexicon
from newsie import patterns as re
from newsie.identity import content_id
from newsie.linking.decisions import NO_DECISIONS, Decisions, Member
from newsie.linking.places import PROVINCE, city_of, leading, short_name
from newsie.linking.results import Alias, LinkedProject, Review, Stage
from newsie.linking.sightings import ProjectSeen
from newsie.linking.union import Union

_LEAD = re.compile("^(?:的|该|等|位于|新建|续建){1,8}")
_TAIL = re.compile("(?:建设项目|工程项目|建设工程|项目建设|改造项目|项目|工程|建设){1,8}$")
_SITE = re.compile("(?:施工|建设|开发建设)?(?:现场|工地)$")
_MARKS = re.compile(r"[“”‘’\"'《》\s]")
_PART = re.compile("[一二三四五六七八九十0-9]{1,40}(?:期|号|标段|标|线|座)|[东西南北中]线|[AB]区")
_INSERTED = re.compile("(?:中心|核心|新|综合|开发|建设)$")
_OWN_CITY = re.compile("(?:[我全本]?市|我省)(?![民政场容井域区郊内直委])")
_LINE = re.compile("(?:城市)?轨道交通(?=[0-9一二三四五六七八九十]{1,3}号线)")
_WORK = re.compile("(?:改扩建|改建|扩建|迁建|重建|改造|升级改造|提升改造|改造提升|提质改造|修复|加固)$")
_SHORTEST = 3
_WORD = 5
_ORDER = ("planned", "started", "resumed", "under_construction", "finishing", "completed", "operating")
MERGE = 0.7


@dataclass(frozen=True, slots=True)
class _Link:
    short: str
    long: str
    score: float
    reason: str


def bare_name(name: str) -> str:
    """Return a name without what stands before it: 的望湖广场 is 望湖广场."""
    return _LEAD.sub("", name) or name


def core(name: str) -> str:
    """Return a project's name without what any project is called.

    >>> core("的望湖广场项目"), core("“智慧岛”建设工程")
    ('望湖广场', '智慧岛')
    """
    bare = _SITE.sub("", _MARKS.sub("", bare_name(name)))
    return _TAIL.sub("", bare) or bare or name


def is_generic(name: str) -> bool:
    """Tell a name that says what is built but not which: each city has a 污水处理厂.

    >>> is_generic("污水处理厂"), is_generic("望湖路小学")
    (True, False)
    """
    words = lexicon.words("generic_projects.txt")
    reached = {0}
    for end in range(1, len(name) + 1):
        if any(start in reached and name[start:end] in words for start in range(max(0, end - _WORD), end)):
            reached.add(end)
    return len(name) in reached


def counted_name(name: str, city: str) -> str:
    """Return a project's bare name as it is counted in its city, whose name may stand before it or not.

    >>> [counted_name(name, "4103") for name in ("洛阳市科技馆新馆", "洛阳科技馆新馆", "市科技馆新馆", "洛阳地铁1号线")]
    ['科技馆新馆', '科技馆新馆', '科技馆新馆', '地铁1号线']
    >>> [counted_name(name, "4103") for name in ("洛阳轨道交通1号线", "市民中心", "洛阳路小学", "洛阳市博物馆")]
    ['地铁1号线', '市民中心', '洛阳路小学', '市博物馆']
    """
    name = _LINE.sub("地铁", name)
    place = leading(name)
    if place is not None and place.code == city:
        full = name.startswith(place.name)
        rest = name[len(place.name) if full else len(short_name(city) or place.name) :]
    else:
        rest = _OWN_CITY.sub("", name) if _OWN_CITY.match(name) and city.isdigit() else name
    if rest == name or len(rest) < _SHORTEST:
        return name
    return f"市{rest}" if is_generic(rest) else rest


def _key(sighting: ProjectSeen) -> str:
    """Return what all sightings of one project have in common: a name in a city, one that is generic in a district."""
    city = city_of(sighting.area)
    if not is_generic(sighting.core):
        return f"{city}|{counted_name(sighting.core, city)}"
    if sighting.area.startswith("~") and ":" not in sighting.area:
        return f"~{sighting.evidence.document}|{sighting.core}"
    return f"{sighting.area}|{sighting.core}"


def find_projects(
    seen: Iterable[ProjectSeen],
    decisions: Decisions = NO_DECISIONS,
    stories: Mapping[str, str] | None = None,
    towns: Mapping[str, frozenset[str]] | None = None,
) -> tuple[tuple[LinkedProject, ...], tuple[Review, ...]]:
    """Return the projects, and the pairs that may be one.

    `stories` maps the articles that are one story to it; `towns` are, for each city, the names of
    places that may stand before a project's.
    """
    by_key: dict[str, list[ProjectSeen]] = defaultdict(list)
    for sighting in sorted(seen, key=lambda one: (one.evidence, one.name)):
        by_key[_key(sighting)].append(sighting)
    members = {key: {(one.evidence.document, one.name) for one in found} for key, found in by_key.items()}
    union: Union[str] = Union()
    links: list[_Link] = []
    doubtful: list[_Link] = []
    for link in (*_decided(members, decisions), *_longer_names(by_key, towns or {}), *_works(by_key)):
        if decisions.apart(members[link.short], members[link.long]):
            continue
        if link.score >= MERGE:
            links.append(link)
            union.join(link.short, link.long)
        else:
            doubtful.append(link)
    found = {
        key: project
        for group in union.groups(by_key)
        for project in (_project(group, by_key, links, stories or {}),)
        for key in group
    }
    reviews = {review.id: review for link in doubtful for review in _review(link, found, by_key)}
    return (
        tuple(sorted({one.id: one for one in found.values()}.values(), key=lambda one: (one.name, one.id))),
        tuple(reviews[key] for key in sorted(reviews)),
    )


def _decided(members: Mapping[str, set[Member]], decisions: Decisions) -> Iterator[_Link]:
    key_of = {member: key for key, found in members.items() for member in found}
    for left, right in decisions.same:
        if left in key_of and right in key_of and key_of[left] != key_of[right]:
            yield _Link(key_of[left], key_of[right], 1.0, "decided by a reviewer")


def _longer_names(by_key: Iterable[str], towns: Mapping[str, frozenset[str]]) -> Iterator[_Link]:
    """Yield names of one city of which one is a longer form of the other, where there is only one such."""
    by_end: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key in by_key:
        city, _, name = key.partition("|")
        if len(name) >= _SHORTEST:
            by_end[city, name[-2:]].append(name)
    for city, end in sorted(by_end):
        names = sorted(by_end[city, end])
        for short in names:
            fits = [
                (long, fit)
                for long in names
                if (fit := _longer(short, long, towns.get(city_of(city), frozenset()), city)) is not None
            ]
            for long, (score, reason) in fits:
                final = score if len(fits) == 1 else min(score, 0.5)
                yield _Link(f"{city}|{short}", f"{city}|{long}", final, reason)


def _works(by_key: Mapping[str, Sequence[ProjectSeen]]) -> Iterator[_Link]:
    """Yield works on a thing with the thing: 望湖大桥改建 may be told of as 望湖大桥."""
    for key in sorted(by_key):
        work = _WORK.search(key)
        if work and key[: work.start()] in by_key:
            yield _Link(key[: work.start()], key, 0.5, f"{work[0]} behind the same name")


def _longer(short: str, long: str, towns: frozenset[str], city: str) -> tuple[float, str] | None:
    """Return how likely `long` is a fuller form of `short`, and why; None if it is not one.

    >>> _longer("大地广场", "望湖大地广场", frozenset({"望湖"}), "4103")
    (0.85, '望湖 is a place')
    >>> _longer("大地广场", "南京大地广场", frozenset(), "4103")
    (0.5, '南京 before the same name')
    >>> _longer("路小学", "青山路中学", frozenset(), "4103") is None
    True
    """
    if len(short) >= len(long) or _PART.findall(short) != _PART.findall(long):
        return None
    if long.endswith(short):
        before = long[: -len(short)]
        if before in towns or _is_place(before, city):
            return 0.85, f"{before} is a place"
        return (0.5, f"{before} before the same name") if len(short) > _SHORTEST else None
    start = next(n for n in range(len(short) + 1) if n == len(short) or short[n] != long[n])
    between = long[start : start + len(long) - len(short)]
    if start >= 2 and long[start + len(between) :] == short[start:] and _INSERTED.fullmatch(between):
        return 0.7, f"{between} left out"
    return None


def _is_place(name: str, city: str) -> bool:
    """Tell whether a name is a province or a place of the city; where that is not known, a place anywhere."""
    place = leading(name)
    if place is None or len(name) > len(place.name):
        return False
    return len(place.code) == PROVINCE or not city.isdigit() or place.within(city)


def _project(
    keys: Sequence[str],
    by_key: Mapping[str, Sequence[ProjectSeen]],
    links: Iterable[_Link],
    stories: Mapping[str, str],
) -> LinkedProject:
    seen = sorted((one for key in keys for one in by_key[key]), key=lambda one: (one.day or "", one.evidence))
    used = [link for link in links if link.short in keys and link.long in keys]
    aliases = _aliases(seen)
    return LinkedProject(
        id=content_id("project", min(keys)),
        name=max(aliases, key=lambda alias: (alias.count, len(alias.name), alias.name)).name,
        area=min(one.area for one in seen),
        aliases=aliases,
        stages=_stages(seen, stories),
        members=tuple(sorted({(one.evidence.document, one.name) for one in seen})),
        score=min((link.score for link in used), default=1.0),
        reasons=tuple(sorted({link.reason for link in used} | {"same name and place"})),
    )


def _aliases(seen: Sequence[ProjectSeen]) -> tuple[Alias, ...]:
    by_name: dict[str, list[ProjectSeen]] = defaultdict(list)
    for sighting in seen:
        by_name[sighting.name].append(sighting)
    return tuple(
        Alias(name, len({one.evidence.document for one in found}), "as written", found[0].evidence)
        for name, found in sorted(by_name.items())
    )


def _stages(seen: Sequence[ProjectSeen], stories: Mapping[str, str]) -> tuple[Stage, ...]:
    """Return what each story says, by day; a status that goes back is marked."""
    told: dict[tuple[str, str, str, str], list[ProjectSeen]] = defaultdict(list)
    printed: dict[str, str] = {}
    for sighting in seen:
        story = stories.get(sighting.evidence.article, sighting.evidence.article)
        # what a second paper prints a day later is told on the first day
        printed.setdefault(story, sighting.day or "")
        for day, status, progress, text in _said(sighting, printed[story]):
            told[day, status, progress, text if not story else text + "\0" + story].append(sighting)
    stages: list[Stage] = []
    furthest = -1
    for (day, status, progress, text), found in sorted(
        told.items(), key=lambda item: (item[0], item[1][0].evidence)
    ):
        place = _ORDER.index(status) if status else -1
        stages.append(
            Stage(
                day=day or None,
                status=status or None,
                progress=found[0].progress if progress else None,
                text=text.partition("\0")[0] or None,
                warning="status goes back" if 0 <= place < furthest - 1 else None,
                sources=len({one.evidence.document for one in found}),
                evidence=found[0].evidence,
            )
        )
        furthest = max(furthest, place)
    return tuple(stages)


def _said(sighting: ProjectSeen, day: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield day, status, progress and text of what an article of that day says of a project."""
    if sighting.status or sighting.progress is not None or not sighting.milestones:
        progress = "" if sighting.progress is None else str(sighting.progress)
        yield day, sighting.status or "", progress, ""
    for text, when in sighting.milestones:
        yield when or day, "", "", text


def _review(
    link: _Link, found: Mapping[str, LinkedProject], by_key: Mapping[str, Sequence[ProjectSeen]]
) -> Iterator[Review]:
    sides = sorted((found[key].id, key) for key in (link.short, link.long))
    (left, left_key), (right, right_key) = sides
    if left != right:
        one, other = by_key[left_key][0], by_key[right_key][0]
        yield Review(
            id=content_id("review", left, right),
            kind="project",
            left=left,
            right=right,
            left_name=one.name,
            right_name=other.name,
            score=link.score,
            reasons=(link.reason,),
            left_evidence=one.evidence,
            right_evidence=other.evidence,
        )
