"""Groups of what is linked in pairs (并查集)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", str, int, tuple[str, str, str])


class Union(Generic[Item]):
    """Sets that grow by joining two of them; the least member stands for a set."""

    def __init__(self) -> None:
        self._parent: dict[Item, Item] = {}

    def find(self, item: Item) -> Item:
        """Return the least member of the set that `item` is in."""
        root = item
        while (parent := self._parent.get(root, root)) != root:
            root = parent
        while item != root:
            self._parent[item], item = root, self._parent.get(item, item)
        return root

    def join(self, left: Item, right: Item) -> None:
        """Make one set of the sets of two items."""
        low, high = sorted((self.find(left), self.find(right)))
        self._parent[high] = low

    def groups(self, items: Iterable[Item]) -> tuple[tuple[Item, ...], ...]:
        """Return the sets of `items`, each sorted, sorted by their least member."""
        found: dict[Item, list[Item]] = {}
        for item in items:
            found.setdefault(self.find(item), []).append(item)
        return tuple(tuple(sorted(found[root])) for root in sorted(found))


def groups(pairs: Iterable[tuple[Item, Item]]) -> tuple[tuple[Item, ...], ...]:
    """Return the sets that pairs make.

    >>> groups([("b", "a"), ("c", "b"), ("x", "y")])
    (('a', 'b', 'c'), ('x', 'y'))
    """
    union: Union[Item] = Union()
    items: set[Item] = set()
    for left, right in pairs:
        union.join(left, right)
        items.update((left, right))
    return union.groups(items)
