"""A pattern as a tree, and what can be said of it without trying it: widths, first characters, ways to match.

A pattern is linear when the number of ways in which it can be tried at one place of a text is bounded:
that is so when every repeat has an end and no repeat can divide the same words in more ways than one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import prod
from typing import TypeAlias

from newsie.rules.charsets import ANY, NONE, Ranges, meet, union


class PatternError(Exception):
    """A pattern that is refused.

    Attributes:
        message: why.
        column: the character of the pattern at which it begins, from 0.
    """

    def __init__(self, message: str, column: int) -> None:
        super().__init__(message)
        self.message = message
        self.column = column


@dataclass(frozen=True, slots=True)
class Chars:
    """One character of a set; `hole` is the type of what is painted there, if it is that."""

    column: int
    members: Ranges
    hole: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """A condition without width: the beginning or end of a sentence, or what stands before or after."""

    column: int
    inner: Node | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """One thing after another; none at all is an empty run."""

    column: int
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several things."""

    column: int
    branches: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A thing from `least` to `most` times."""

    column: int
    inner: Node
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Capture:
    """What is kept under a name."""

    column: int
    inner: Node
    name: str


Node: TypeAlias = "Chars | Edge | Run | Choice | Repeat | Capture"


def width(node: Node) -> tuple[int, int]:
    """Return the fewest and the most characters that a node can match."""
    if isinstance(node, Chars):
        return 1, 1
    if isinstance(node, Edge):
        return 0, 0
    if isinstance(node, Run):
        widths = [width(item) for item in node.items]
        return sum(least for least, _ in widths), sum(most for _, most in widths)
    if isinstance(node, Choice):
        widths = [width(branch) for branch in node.branches]
        return min(least for least, _ in widths), max(most for _, most in widths)
    least, most = width(node.inner)
    return (least * node.least, most * node.most) if isinstance(node, Repeat) else (least, most)


def first(node: Node, follow: Ranges = NONE) -> Ranges:
    """Return the characters that a node may begin with; where it may be nothing, those of `follow` too."""
    if isinstance(node, Chars):
        return node.members
    if isinstance(node, Edge):
        return ANY
    if isinstance(node, Run):
        return _first_of(node.items, follow)
    if isinstance(node, Choice):
        return union(*(first(branch, follow) for branch in node.branches))
    if isinstance(node, Repeat) and not node.least:
        return union(first(node.inner, follow), follow)
    return first(node.inner, follow)


def _first_of(items: Sequence[Node], follow: Ranges) -> Ranges:
    for item in reversed(items):
        follow = first(item, follow)
    return follow


def ways(node: Node, follow: Ranges = NONE) -> int:
    """Return in how many ways at most a node can be tried at one place.

    Args:
        node: a pattern or a part of it.
        follow: what may stand behind it; nothing at the end of a pattern, where no second way is tried.

    Raises:
        PatternError: there is no bound worth the name: a repeat inside a repeat can divide words in many ways.
    """
    if isinstance(node, Chars):
        return 1
    if isinstance(node, Edge):
        return ways(node.inner, ANY) if node.inner else 1
    if isinstance(node, Run):
        rests = (_first_of(node.items[at + 1 :], follow) for at in range(len(node.items)))
        return prod(ways(item, rest) for item, rest in zip(node.items, rests, strict=True))
    if isinstance(node, Choice):
        counts = [ways(branch, follow) for branch in node.branches]
        begins = [first(branch, follow) for branch in node.branches]
        apart = not any(meet(one, other) for one, other in combinations(begins, 2))
        return max(counts) if apart else sum(counts)
    return _ways_of_repeat(node, follow) if isinstance(node, Repeat) else ways(node.inner, follow)


def _ways_of_repeat(node: Repeat, follow: Ranges) -> int:
    begins = first(node.inner)
    if node.most == 1:
        return ways(node.inner, follow) + (not node.least and meet(begins, follow))
    if not width(node.inner)[0]:
        raise PatternError("what is repeated may be nothing at all; take the optional part out", node.column)
    if ways(node.inner, union(begins, follow)) > 1:
        raise PatternError(
            "a repeat inside a repeat can divide the same words in many ways; repeat single characters, or "
            "let them exclude what divides and what follows them, as (?:、[^、，。等]{1,20}){0,9}等 does",
            node.column,
        )
    return node.most - node.least + 1 if node.most > node.least and meet(begins, follow) else 1


def captures(node: Node) -> Iterator[Capture]:
    """Yield what a pattern keeps under names, in its order."""
    if isinstance(node, Capture):
        yield node
    for inner in _inside(node):
        yield from captures(inner)


def holes(node: Node) -> frozenset[str]:
    """Return the types of the holes of a pattern."""
    own = {node.hole} if isinstance(node, Chars) and node.hole else set()
    return frozenset(own.union(*(holes(inner) for inner in _inside(node))))


def _inside(node: Node) -> Iterable[Node]:
    if isinstance(node, Run):
        return node.items
    if isinstance(node, Choice):
        return node.branches
    if isinstance(node, Chars) or node.inner is None:
        return ()
    return (node.inner,)
