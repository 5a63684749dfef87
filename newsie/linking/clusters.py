"""Holdings of posts, and the clusters of them that are one person's as far as is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from newsie.linking.decisions import Decisions, Member
from newsie.linking.posts import counted_title, is_vague, split, unit
from newsie.linking.sightings import PersonSeen
from newsie.linking.union import Union

Node = tuple[str, str, str]
"""A holding: name, key of the body (or the area, of who has no post), title."""

Span = tuple[str, str]
"""The first and the last day on which a holding is seen; empty where no page has a day."""


@dataclass(slots=True)
class Cluster:
    """Holdings that are one person's.

    Attributes:
        nodes: the holdings and their times.
        seen: the sightings.
        score: of the weakest link among them.
        reasons: of the links.
    """

    nodes: dict[Node, Span] = field(default_factory=dict)
    seen: list[PersonSeen] = field(default_factory=list)
    score: float = 1.0
    reasons: set[str] = field(default_factory=set)

    @property
    def least(self) -> Node:
        """What orders clusters, whatever the order of the pages."""
        return min(self.nodes)

    @property
    def span(self) -> Span:
        """The time of all holdings."""
        return min(span[0] for span in self.nodes.values()), max(span[1] for span in self.nodes.values())

    @property
    def units(self) -> set[str]:
        """The districts, prefectures and countries of the holdings."""
        return {unit(split(node[1])[0]) for node in self.nodes}

    @property
    def posts(self) -> dict[Node, Span]:
        """The holdings of a post."""
        return {node: span for node, span in self.nodes.items() if node[2]}

    @property
    def members(self) -> set[Member]:
        """Document and name of each sighting."""
        return {(one.evidence.document, one.name) for one in self.seen}

    def absorb(self, other: Cluster, score: float, reasons: Iterable[str]) -> None:
        """Take over another's holdings."""
        self.nodes.update(other.nodes)
        self.seen += other.seen
        self.score = min(self.score, other.score, score)
        self.reasons |= other.reasons | set(reasons)


def holdings(sighting: PersonSeen) -> tuple[Node, ...]:
    """Return the holdings that a sighting shows: its posts, or the place for who has none."""
    posts = tuple(
        (sighting.name, post.key, counted_title(post.title))
        for post in sighting.posts
        if not is_vague(post.title)
    )
    if posts:
        return posts
    vague = [split(post.key)[0] for post in sighting.posts]
    return ((sighting.name, vague[0] if vague else sighting.area, ""),)


def listed_together(seen: Sequence[PersonSeen], decisions: Decisions) -> list[Cluster]:
    """Return clusters of the holdings that a page lists for one person, and of what was decided to be one."""
    union: Union[Node] = Union()
    clusters: dict[Node, Cluster] = defaultdict(Cluster)
    place: dict[Member, Node] = {}
    for sighting in seen:
        first, *others = holdings(sighting)
        place[sighting.evidence.document, sighting.name] = first
        for other in others:
            union.join(first, other)
    for left, right in decisions.same:
        if left in place and right in place:
            union.join(place[left], place[right])
    for sighting in seen:
        nodes = holdings(sighting)
        cluster = clusters[union.find(nodes[0])]
        cluster.seen.append(sighting)
        for node in nodes:
            cluster.nodes[node] = _wider(cluster.nodes.get(node), sighting)
    return [clusters[root] for root in sorted(clusters)]


def _wider(span: Span | None, sighting: PersonSeen) -> Span:
    first, last = sighting.first or "", sighting.last or ""
    return (min(span[0], first), max(span[1], last)) if span else (first, last)
