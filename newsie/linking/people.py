"""The same person across pages (人物): by name, post, body, place and time.

Holdings of one name are joined where nothing speaks against one person. Names that differ by a character in one
post are misprints where one holder's time encloses the other, and doubtful where it does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from newsie.identity import content_id
from newsie.linking.clusters import Cluster, Node, listed_together
from newsie.linking.decisions import NO_DECISIONS, Decisions
from newsie.linking.likeness import MERGE, REVIEW, Verdict, compare, compare_names
from newsie.linking.places import city_of
from newsie.linking.results import Person, Review
from newsie.linking.sightings import PersonSeen
from newsie.linking.tenures import person_of
from newsie.linking.union import Union

_ALMOST = 0.1


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two clusters, by their number, and what is thought of them."""

    left: int
    right: int
    verdict: Verdict


def find_people(
    seen: Iterable[PersonSeen], decisions: Decisions = NO_DECISIONS, stories: Mapping[str, str] | None = None
) -> tuple[tuple[Person, ...], tuple[Review, ...]]:
    """Return the persons and the doubtful pairs.

    `stories` maps the articles that are one story to it: their sightings count once.
    """
    by_name: dict[str, list[PersonSeen]] = defaultdict(list)
    for sighting in sorted(seen, key=lambda one: (one.name, one.evidence)):
        by_name[sighting.name].append(sighting)
    clusters: list[Cluster] = []
    pairs: list[_Pair] = []
    for found in by_name.values():
        merged = _one_name(found, decisions)
        pairs += _doubts(merged, len(clusters), decisions)
        clusters += merged
    pairs += _near_names(clusters, decisions)
    pairs += _decided(clusters, decisions)
    return _settle(clusters, pairs, stories or {})


def _one_name(seen: Sequence[PersonSeen], decisions: Decisions) -> list[Cluster]:
    """Return the clusters of one name: those of one district are compared first."""
    by_unit: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in listed_together(seen, decisions):
        by_unit[min(cluster.units)].append(cluster)
    merged = [one for unit in sorted(by_unit) for one in _merge_in_time(by_unit[unit], decisions)]
    return sorted(_merge_best(merged, decisions), key=lambda one: one.least)


def _apart(left: Cluster, right: Cluster, decisions: Decisions) -> bool:
    return bool(decisions.different) and decisions.apart(left.members, right.members)


def _merge_in_time(clusters: Iterable[Cluster], decisions: Decisions) -> list[Cluster]:
    """Join each cluster, from the earliest on, to the first of those it fits best."""
    found: list[Cluster] = []
    for cluster in sorted(clusters, key=lambda one: (one.span[0], one.least)):
        fitting = [
            (known, verdict)
            for known in found
            if (verdict := compare(known, cluster)).score >= MERGE and not _apart(known, cluster, decisions)
        ]
        if fitting:
            known, verdict = max(fitting, key=lambda fit: fit[1].score)
            known.absorb(cluster, verdict.score, verdict.reasons)
        else:
            found.append(cluster)
    return found


def _merge_best(clusters: Iterable[Cluster], decisions: Decisions) -> list[Cluster]:
    """Join the two that fit best until none fits, leaving alone what fits two that are not one."""
    found = sorted(clusters, key=lambda one: one.least)
    while fits := _fits(found, decisions):
        best = min(fits, key=lambda pair: (-pair.verdict.score, pair.left, pair.right))
        found[best.left].absorb(found[best.right], best.verdict.score, best.verdict.reasons)
        del found[best.right]
    return found


def _fits(found: Sequence[Cluster], decisions: Decisions) -> list[_Pair]:
    rivals = _rivals(found)
    cities = [_cities(cluster) for cluster in found]
    pairs = [
        _Pair(left, right, compare(found[left], found[right], rivals=rivals))
        for left, right in combinations(range(len(found)), 2)
        if cities[left] & cities[right] and not _apart(found[left], found[right], decisions)
    ]
    fitting = [pair for pair in pairs if pair.verdict.score >= MERGE]
    return [pair for pair in fitting if not any(_torn(pair, other, found) for other in fitting)]


def _cities(cluster: Cluster) -> set[str]:
    """Return the cities of a cluster; nothing makes one person of two local ones without one in common."""
    return {city if city[:1].isdigit() else "" for city in map(city_of, cluster.units)} | (
        {""} if not cluster.posts else set()
    )


def _rivals(clusters: Sequence[Cluster]) -> int:
    """Return how many seem to have a name: of those seen once, some are others' misprints."""
    return sum(len(cluster.seen) > 1 for cluster in clusters)


def _torn(pair: _Pair, other: _Pair, found: Sequence[Cluster]) -> bool:
    """Tell whether one of a pair fits a third about as well, which the other of the pair cannot be."""
    ends = {pair.left, pair.right} ^ {other.left, other.right}
    if len(ends) != 2 or other.verdict.score < pair.verdict.score - _ALMOST:
        return False
    one, third = ends
    return compare(found[one], found[third]).score < REVIEW


def _doubts(clusters: Sequence[Cluster], start: int, decisions: Decisions) -> Iterator[_Pair]:
    """Yield the clusters of one name that may be one person, each with what is likeliest; their numbers begin at `start`.

    Of a name with a hundred clusters that makes a hundred pairs to decide, not five thousand: what is found to be one
    joins the others, and what is not makes room for the next.
    """
    rivals = _rivals(clusters)
    likeliest: dict[int, _Pair] = {}
    for left, right in combinations(range(len(clusters)), 2):
        if not _apart(clusters[left], clusters[right], decisions):
            verdict = compare(clusters[left], clusters[right], rivals=rivals)
            if verdict.score >= REVIEW:
                pair = _Pair(left, right, verdict)
                for end in (left, right):
                    known = likeliest.setdefault(end, pair)
                    likeliest[end] = pair if verdict.score > known.verdict.score else known
    for pair in sorted(set(likeliest.values()), key=lambda one: (one.left, one.right)):
        doubt = Verdict(min(pair.verdict.score, MERGE - 0.01), pair.verdict.reasons)
        yield _Pair(start + pair.left, start + pair.right, doubt)


def _near_names(clusters: Sequence[Cluster], decisions: Decisions) -> Iterator[_Pair]:
    """Yield the clusters whose names differ by one character and that have a post in common."""
    by_post: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, cluster in enumerate(clusters):
        for name, key, title in cluster.nodes:
            if title:
                by_post[key, title][name].append(number)
    for post, names in by_post.items():
        for one, other in sorted(near_pairs(names)):
            for left in names[one]:
                for right in names[other]:
                    verdict = _near(clusters[left], clusters[right], (one, *post), (other, *post), decisions)
                    if verdict is not None:
                        yield _Pair(left, right, verdict)


def _near(left: Cluster, right: Cluster, one: Node, other: Node, decisions: Decisions) -> Verdict | None:
    return None if _apart(left, right, decisions) else compare_names(left, right, one, other)


def near_pairs(names: Iterable[str]) -> set[tuple[str, str]]:
    """Return the pairs of names that differ by one character after the surname, changed or added.

    >>> sorted(near_pairs(["李小", "李小明", "李小朋", "王小明"]))
    [('李小', '李小明'), ('李小', '李小朋'), ('李小明', '李小朋')]
    """
    alike: dict[str, set[str]] = defaultdict(set)
    for name in names:
        alike[name].add(name)
        for place in range(1, len(name)):
            alike[name[:place] + name[place + 1 :]].add(name)
            alike[name[:place] + "?" + name[place + 1 :]].add(name)
    # what is left of 李小 is 张, and of 张明 too; those two are found by 张?
    return {
        pair
        for rest, found in alike.items()
        if len(rest) > 1
        for pair in combinations(sorted(found), 2)
        if "?" in rest or rest in pair
    }


def _decided(clusters: Sequence[Cluster], decisions: Decisions) -> Iterator[_Pair]:
    """Yield clusters of different names that a reviewer found to be one."""
    if decisions.same:
        place = {member: number for number, cluster in enumerate(clusters) for member in cluster.members}
        for left, right in decisions.same:
            if left in place and right in place:
                yield _Pair(place[left], place[right], Verdict(1.0, ("decided by a reviewer",)))


def _settle(
    clusters: Sequence[Cluster], pairs: Sequence[_Pair], stories: Mapping[str, str]
) -> tuple[tuple[Person, ...], tuple[Review, ...]]:
    """Join what is likely enough, and return persons and what remains to be decided."""
    union: Union[int] = Union()
    links: dict[int, list[Verdict]] = defaultdict(list)
    merged = [pair for pair in pairs if pair.verdict.score >= MERGE]
    for pair in merged:
        union.join(pair.left, pair.right)
    for pair in merged:
        links[union.find(pair.left)].append(pair.verdict)
    people: dict[int, Person] = {}
    for group in union.groups(range(len(clusters))):
        person = person_of([clusters[number] for number in group], links[group[0]], stories)
        people.update(dict.fromkeys(group, person))
    reviews: dict[str, Review] = {}
    for pair in pairs:
        if pair.verdict.score < MERGE and people[pair.left] is not people[pair.right]:
            review = _review(pair, people, clusters)
            kept = reviews.setdefault(review.id, review)
            reviews[review.id] = min(kept, review, key=lambda one: (-one.score, one.reasons))
    unique = {person.id: person for person in people.values()}
    return (
        tuple(sorted(unique.values(), key=lambda one: (one.name, one.id))),
        tuple(reviews[key] for key in sorted(reviews)),
    )


def _review(pair: _Pair, people: Mapping[int, Person], clusters: Sequence[Cluster]) -> Review:
    numbers = sorted((pair.left, pair.right), key=lambda number: people[number].id)
    left, right = (people[number] for number in numbers)
    one, other = (_earliest(clusters[number]) for number in numbers)
    return Review(
        id=content_id("review", left.id, right.id),
        kind="person",
        left=left.id,
        right=right.id,
        left_name=one.name,
        right_name=other.name,
        score=pair.verdict.score,
        reasons=pair.verdict.reasons,
        left_evidence=one.evidence,
        right_evidence=other.evidence,
    )


def _earliest(cluster: Cluster) -> PersonSeen:
    return min(cluster.seen, key=lambda one: (one.first or "", one.evidence, one.name))
