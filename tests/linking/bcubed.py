"""B-cubed precision, recall and F1 of a clustering (Bagga and Baldwin 1998)."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class BCubed:
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def bcubed(
    gold: Iterable[Collection[Hashable]],
    found: Iterable[Collection[Hashable]],
    items: Collection[Hashable] | None = None,
) -> BCubed:
    """Return the measure over `items`, by default all that are in a cluster; who is in none stands alone."""
    gold_of, found_of = _cluster_of(gold), _cluster_of(found)
    over = list(items) if items is not None else list({*gold_of, *found_of})
    precision = recall = 0.0
    for item in over:
        right, seen = gold_of.get(item, {item}), found_of.get(item, {item})
        both = len(right & seen)
        precision += both / len(seen)
        recall += both / len(right)
    return BCubed(precision / len(over), recall / len(over))


def _cluster_of(clusters: Iterable[Collection[Hashable]]) -> dict[Hashable, frozenset[Hashable]]:
    return {item: cluster for cluster in map(frozenset, clusters) for item in cluster}
