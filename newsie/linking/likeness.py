"""How likely two clusters of holdings are one person's, and why: weights that a reader can check.

What the places say comes first: one district 0.9, a district and its city 0.65 (0.5 where both show a post), districts of one city 0.5, cities
of one province 0.3. A longer name, and a post that follows the other without delay, speak for one person; posts that
nobody holds at once, ranks far apart and a name that many have, against.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from newsie.linking.clusters import Cluster, Node, Span
from newsie.linking.posts import depth, exclude, hardly_together, is_head, nested, split

MERGE = 0.7
"""From this score on two are one."""
REVIEW = 0.5
"""From this score on, below `MERGE`, a reader decides."""

_NESTED = "a district and its city"
_UNNAMED = "a national or foreign office, named without its body"
_ELSEWHERE = "different places"
_SIBLINGS = "districts of one city"
_SUCCESSION = 450
_LATER = 1100
_PASSING = 60
_OFTEN = 3
_MANY = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """How likely two are one, and why."""

    score: float
    reasons: tuple[str, ...]


def compare(left: Cluster, right: Cluster, *, rivals: int = 0) -> Verdict:
    """Return how likely two clusters of one name are one person; `rivals` is the number of the name's clusters."""
    score, reason = _standing(left, right)
    reasons = ["same name", reason]
    if len(left.least[0]) > 2:
        score += 0.1
        reasons.append("a name of three characters or more")
    if _at_once(left, right):
        score -= 0.4
        reasons.append("posts that nobody holds at once, at the same time")
    elif _long_together(left, right):
        score -= 0.35
        reasons.append("two posts at the same time, never named together")
    elif left.units & right.units:
        if (_gap(left, right) or 0) > _LATER:
            score -= 0.35
            reasons.append("years apart")
    else:
        change, words = _succession(left, right, rivals)
        score += change
        reasons += words
    if _far_apart(left, right):
        score -= 0.25
        reasons.append("posts of very different rank")
    return Verdict(round(max(0.0, min(score, 0.99)), 2), tuple(reasons))


def _standing(left: Cluster, right: Cluster) -> tuple[float, str]:
    """Return what the places of two clusters say, and who has no post."""
    score, reason = max(_places(one, other) for one in left.units for other in right.units)
    both = bool(left.posts and right.posts)
    if reason == _ELSEWHERE and _in_one_outlet(left, right):
        return 0.7, "no post, in a paper of the whole country that gives the other's"
    if reason == _UNNAMED and not _same_title(left, right):
        return score - 0.25, reason
    if reason == _NESTED:
        return score - (0.25 if both else 0.1), reason
    if reason == _SIBLINGS and not both:
        return score + 0.15, reason
    return score, reason


def _places(one: str, other: str) -> tuple[float, str]:
    """Return what two units say: one district, one city, one province, or less."""
    if one == other:
        return 0.9, "same district or body"
    local = one[:1].isdigit() + other[:1].isdigit()
    if one.startswith("~") + other.startswith("~") == 1 and not local:
        return 0.7, _UNNAMED
    if local < 2:
        return 0.2, _ELSEWHERE
    if nested(one, other) and min(len(one), len(other)) > 2:
        return 0.75, _NESTED
    if one[:4] == other[:4]:
        return 0.5, _SIBLINGS
    return (0.3, "cities of one province") if one[:2] == other[:2] else (0.15, "different provinces")


def _same_title(left: Cluster, right: Cluster) -> bool:
    """Tell whether two have a title in common, or one has none, or is a national office that is seen often."""
    titles, others = ({title for _, _, title in cluster.posts} for cluster in (left, right))
    known = max((left, right), key=lambda one: "" in one.units)
    often = "" in known.units and len(known.seen) >= _OFTEN
    return bool(titles & others) or not titles or not others or often


def _in_one_outlet(left: Cluster, right: Cluster) -> bool:
    """Tell whether one has no post, and the other a national one in the same paper of no one place."""
    bare, posted = sorted((left, right), key=lambda one: bool(one.posts))
    if bare.posts or "" not in posted.units or len(posted.seen) < _OFTEN:
        return False
    outlets = {one.outlet for one in bare.seen}
    return None not in outlets and outlets <= {one.outlet for one in posted.seen}


def _at_once(left: Cluster, right: Cluster) -> bool:
    """Tell whether posts that exclude each other are seen in turn."""
    return any(
        _overlap(span, other_span) and exclude(node[1:], other[1:])
        for node, span in left.posts.items()
        for other, other_span in right.posts.items()
    )


def _overlap(one: Span, other: Span) -> bool:
    return max(one[0], other[0]) < min(one[1], other[1]) or _encloses(one, other) or _encloses(other, one)


def _encloses(one: Span, other: Span) -> bool:
    """Tell whether one time begins before the other and ends after it."""
    return bool(one[0]) and one[0] < other[0] and other[1] < one[1]


def _succession(left: Cluster, right: Cluster, rivals: int) -> tuple[float, list[str]]:
    """Return what it says that one follows the other: the less, the more have the name."""
    gap = _gap(left, right)
    if gap is None:
        return 0.0, []
    if gap > _LATER:
        return 0.0, []
    score = 0.25 if gap <= _SUCCESSION else 0.05
    reasons = [f"one follows the other after {gap} days"]
    if rivals >= _MANY:
        return score - 0.05, [*reasons, "a name that many have"]
    return score, reasons


def _gap(left: Cluster, right: Cluster) -> int | None:
    """Return the fewest days between a holding of one and the next of the other; None if any two overlap, or one has no post."""
    gaps = []
    for span in left.posts.values():
        for other in right.posts.values():
            early, late = sorted((span, other))
            if not early[0] or early[1] > late[0]:
                return None
            gaps.append(_days(early[1], late[0]))
    return min(gaps, default=None)


def _long_together(left: Cluster, right: Cluster) -> bool:
    """Tell whether two posts of one place, of which a page would name both, are held for long at the same time."""
    return any(
        hardly_together(node[1:], other[1:]) and _shared_days(span, other_span) > _PASSING
        for node, span in left.posts.items()
        for other, other_span in right.posts.items()
    )


def _shared_days(one: Span, other: Span) -> int:
    start, end = max(one[0], other[0]), min(one[1], other[1])
    return _days(start, end) if start and start < end else 0


def _days(start: str, end: str) -> int:
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def _far_apart(left: Cluster, right: Cluster) -> bool:
    """Tell a village cadre from a city official."""
    upper, lower = ([depth(split(node[1])[0]) for node in cluster.posts] for cluster in (left, right))
    return bool(upper and lower) and max(min(upper) - max(lower), min(lower) - max(upper)) >= 3


def compare_names(left: Cluster, right: Cluster, one: Node, other: Node) -> Verdict | None:
    """Return how likely two names that differ by a character are one, both seen in one post; None if nothing says so.

    One holder at a time: a name seen between two sightings of the other is a misprint of it. Who is named beside
    the other, or has other posts as well, is none.
    """
    if {member[0] for member in left.members} & {member[0] for member in right.members}:
        return None
    (often, long, _), (rarely, short, minor) = sorted(
        ((_count(left, one), left.nodes[one], left), (_count(right, other), right.nodes[other], right)),
        key=lambda side: (side[0], side[1]),
        reverse=True,
    )
    head = is_head(one[2])
    reasons = ("names that differ by one character", f"the same post: {one[2]}")
    if _encloses(long, short) and len(minor.posts) == 1:
        if head and often >= 2 * rarely:
            return Verdict(0.9, (*reasons, "seen between two sightings of the one holder"))
        if often >= 3 and rarely == 1 and len(one[0]) > 2:
            return Verdict(0.75, (*reasons, "seen once, between sightings of the other"))
    if head or (rarely == 1 and len(one[0]) > 2 and _near_in_time(long, short)):
        return Verdict(REVIEW, (*reasons, "two holders, or one whose name is misprinted"))
    return None


def _count(cluster: Cluster, node: Node) -> int:
    return sum(sighting.name == node[0] for sighting in cluster.seen)


def _near_in_time(one: Span, other: Span) -> bool:
    early, late = sorted((one, other))
    return not early[0] or early[1] >= late[0] or _days(early[1], late[0]) <= _SUCCESSION
