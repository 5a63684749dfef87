"""A person made of clusters: names, posts in time, and what links them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from newsie.identity import content_id
from newsie.linking.clusters import Cluster
from newsie.linking.likeness import Verdict
from newsie.linking.posts import counted_title
from newsie.linking.results import Alias, Person, Tenure
from newsie.linking.sightings import Evidence, PersonSeen, PostSeen


def person_of(clusters: Sequence[Cluster], links: Sequence[Verdict], stories: Mapping[str, str]) -> Person:
    """Return the person of clusters that were linked; `stories` maps the articles that are one story to it."""
    seen = sorted(
        (sighting for cluster in clusters for sighting in cluster.seen),
        key=lambda one: (one.first or "", one.evidence),
    )
    aliases = _aliases(seen, stories)
    scores = [*(cluster.score for cluster in clusters), *(link.score for link in links)]
    reasons = {reason for cluster in clusters for reason in cluster.reasons}
    return Person(
        id=content_id("person", *min(cluster.least for cluster in clusters)),
        name=min(aliases, key=lambda alias: (-alias.count, alias.name)).name,
        aliases=aliases,
        tenures=_tenures(seen, stories),
        members=tuple(sorted({member for cluster in clusters for member in cluster.members})),
        score=min(scores),
        reasons=tuple(sorted(reasons | {reason for link in links for reason in link.reasons})),
    )


def _aliases(seen: Iterable[PersonSeen], stories: Mapping[str, str]) -> tuple[Alias, ...]:
    by_name: dict[str, list[PersonSeen]] = defaultdict(list)
    for sighting in seen:
        by_name[sighting.name].append(sighting)
    return tuple(
        Alias(name, _stories(found, stories), "as written", found[0].evidence)
        for name, found in sorted(by_name.items())
    )


def _stories(seen: Iterable[PersonSeen], stories: Mapping[str, str]) -> int:
    """Return in how many stories they are seen."""
    return len({stories.get(one.evidence.article, one.evidence.document) for one in seen})


def _tenures(seen: Iterable[PersonSeen], stories: Mapping[str, str]) -> tuple[Tenure, ...]:
    """Return the posts in time; `seen` is in order of time."""
    by_post: dict[tuple[str, str], list[tuple[PersonSeen, PostSeen]]] = defaultdict(list)
    for sighting in seen:
        for post in sighting.posts:
            by_post[post.key, counted_title(post.title)].append((sighting, post))
    found = [_tenure(key, title, held, stories) for (key, title), held in by_post.items()]
    return tuple(sorted(found, key=lambda one: (one.first or "", one.last or "", one.key, one.title)))


def _tenure(
    key: str, title: str, held: Sequence[tuple[PersonSeen, PostSeen]], stories: Mapping[str, str]
) -> Tenure:
    names = {post.organization for _, post in held if post.organization}
    latest = max(held, key=lambda one: (one[0].last or "", one[0].evidence, one[1].segments))
    return Tenure(
        key=key,
        organization=max(names, key=lambda name: (len(name), name)) if names else None,
        title=title,
        first=held[0][0].first,
        last=latest[0].last,
        count=_stories((one for one, _ in held), stories),
        evidence=_place(*held[0]),
        last_evidence=_place(*latest),
    )


def _place(seen: PersonSeen, post: PostSeen) -> Evidence:
    """Return where a post stands; of one that has no place, where its holder does."""
    return replace(seen.evidence, text=post.text, segments=post.segments) if post.segments else seen.evidence
