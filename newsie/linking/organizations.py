"""The same body across pages (机关): one key, many names, each with what made it a name of that body."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsie import patterns as re
from newsie.identity import content_id
from newsie.linking.decisions import NO_DECISIONS, Decisions, Member
from newsie.linking.names import current_name
from newsie.linking.places import COUNTY
from newsie.linking.posts import split
from newsie.linking.results import Alias, Organization, Review
from newsie.linking.sightings import OrganizationSeen
from newsie.linking.union import Union

# 发改委 for 发展改革委: of one place, the same beginning and ending, and each character in its order
_SHORTENED = re.compile("[^委].{0,200}(?:局|厅|办公室|委|中心|大队|支队|分局)$")
_SCORE = 0.8


@dataclass(frozen=True, slots=True)
class _Link:
    short: str
    long: str
    reason: str


def find_organizations(
    seen: Iterable[OrganizationSeen], decisions: Decisions = NO_DECISIONS
) -> tuple[tuple[Organization, ...], tuple[Review, ...]]:
    """Return the bodies, and the pairs that may be one."""
    by_key: dict[str, list[OrganizationSeen]] = defaultdict(list)
    for sighting in sorted(seen, key=lambda one: (one.evidence, one.name)):
        by_key[f"{sighting.area}|{sighting.body}"].append(sighting)
    members = {key: {(one.evidence.document, one.name) for one in found} for key, found in by_key.items()}
    links = [
        link for link in _short_forms(by_key) if not decisions.apart(members[link.short], members[link.long])
    ]
    links += _decided(members, decisions)
    longer: dict[str, list[_Link]] = defaultdict(list)
    for link in links:
        longer[link.short].append(link)
    union: Union[str] = Union()
    doubtful: list[_Link] = []
    for short in sorted(longer):
        if len(longer[short]) == 1:
            union.join(short, longer[short][0].long)
        else:
            doubtful += longer[short]
    found = {
        key: organization
        for group in union.groups(by_key)
        for organization in (_organization(group, by_key, links),)
        for key in group
    }
    reviews = {review.id: review for link in doubtful for review in _review(link, found, by_key)}
    return (
        tuple(sorted({one.id: one for one in found.values()}.values(), key=lambda one: (one.keys, one.id))),
        tuple(reviews[key] for key in sorted(reviews)),
    )


def _short_forms(by_key: Iterable[str]) -> Iterator[_Link]:
    """Yield bodies of one place of which one is written as a short form of the other."""
    by_area: dict[str, list[str]] = defaultdict(list)
    for key in by_key:
        area, body = split(key)
        if len(body) >= 3 and _SHORTENED.match(body) and area and not area.startswith("~"):
            by_area[area].append(body)
    for area in sorted(by_area):
        ends: dict[str, list[str]] = defaultdict(list)
        for body in sorted(by_area[area]):
            ends[body[0] + body[-1]].append(body)
        for bodies in ends.values():
            for short in bodies:
                for long in bodies:
                    if len(short) <= 5 < len(long) and _is_short_form(short, long):
                        yield _Link(f"{area}|{short}", f"{area}|{long}", f"{short} is short for {long}")


def _is_short_form(short: str, long: str) -> bool:
    """Tell whether `long` has all characters of `short` in their order, the second near the beginning.

    >>> _is_short_form("人社局", "人力资源和社会保障局"), _is_short_form("教育局", "交通运输局")
    (True, False)
    """
    rest = iter(long)
    return all(character in rest for character in short)


def _decided(members: Mapping[str, set[Member]], decisions: Decisions) -> Iterator[_Link]:
    key_of = {member: key for key, found in members.items() for member in found}
    for left, right in decisions.same:
        if left in key_of and right in key_of and key_of[left] != key_of[right]:
            yield _Link(key_of[left], key_of[right], "decided by a reviewer")


def _organization(
    keys: Sequence[str],
    by_key: Mapping[str, Sequence[OrganizationSeen]],
    links: Iterable[_Link],
) -> Organization:
    area, body = split(min(keys, key=lambda key: (-len(by_key[key]), key)))
    aliases = _aliases([one for key in keys for one in by_key[key]])
    reasons = {link.reason for link in links if link.short in keys and link.long in keys and len(keys) > 1}
    return Organization(
        id=content_id("organization", *keys[:1]),
        name=_fullest(aliases),
        area=area,
        code=code_of(area),
        body=body,
        keys=tuple(keys),
        aliases=aliases,
        members=tuple(sorted({(one.evidence.document, one.name) for key in keys for one in by_key[key]})),
        score=_SCORE if len(keys) > 1 else 1.0,
        reasons=tuple(sorted(reasons | {"same place and body"})),
    )


def code_of(area: str) -> str:
    """Return the code of the division that an area is or lies in, empty where it is not known.

    >>> code_of("410305008"), code_of("4103:示范区"), code_of("~page")
    ('410305008', '4103', '')
    """
    head = area.partition(":")[0]
    return head if head.isdigit() and len(head) <= COUNTY + 3 else ""


def _fullest(aliases: Iterable[Alias]) -> str:
    """Return the longest name, of those without 原 or 第十五届 if there are any."""
    return min(
        aliases,
        key=lambda one: (one.name != current_name(one.name), -len(one.name), -one.count, one.name),
    ).name


def _aliases(seen: Iterable[OrganizationSeen]) -> tuple[Alias, ...]:
    by_name: dict[str, list[OrganizationSeen]] = defaultdict(list)
    for sighting in seen:
        by_name[sighting.name].append(sighting)
    return tuple(_alias(name, by_name[name]) for name in sorted(by_name))


def _alias(name: str, seen: Sequence[OrganizationSeen]) -> Alias:
    first = min(seen, key=lambda one: (one.day or "", one.evidence))
    return Alias(name, len({one.evidence.document for one in seen}), first.rule, first.evidence)


def _review(
    link: _Link, found: Mapping[str, Organization], by_key: Mapping[str, Sequence[OrganizationSeen]]
) -> Iterator[Review]:
    sides = sorted(
        ((found[link.short], link.short), (found[link.long], link.long)), key=lambda side: side[0].id
    )
    (left, left_key), (right, right_key) = sides
    if left.id != right.id:
        yield Review(
            id=content_id("review", left.id, right.id),
            kind="organization",
            left=left.id,
            right=right.id,
            left_name=by_key[left_key][0].name,
            right_name=by_key[right_key][0].name,
            score=0.5,
            reasons=(link.reason, "and of others"),
            left_evidence=by_key[left_key][0].evidence,
            right_evidence=by_key[right_key][0].evidence,
        )
