"""Which record of a result is which of gold: the most alike first (配对).

>>> pair(["甲会议", "乙会议"], ["乙会议", "丙"], lambda one, two: float(one == two), 0.5)
Pairs(both=(('乙会议', '乙会议'),), gold=('甲会议',), found=('丙',))
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Pairs(Generic[Thing]):
    """Things of two sides.

    Attributes:
        both: those that belong together, the most alike first.
        gold: those that only gold has.
        found: those that only the result has.
    """

    both: tuple[tuple[Thing, Thing], ...]
    gold: tuple[Thing, ...]
    found: tuple[Thing, ...]


def pair(
    gold: Sequence[Thing], found: Sequence[Thing], near: Callable[[Thing, Thing], float], least: float
) -> Pairs[Thing]:
    """Return things paired by how near they are; of equally near ones those that come first."""
    ranked = sorted(
        (
            (nearness, -i, -j)
            for i, one in enumerate(gold)
            for j, two in enumerate(found)
            if (nearness := near(one, two)) >= least
        ),
        reverse=True,
    )
    left, right = dict(enumerate(gold)), dict(enumerate(found))
    both = tuple((left.pop(-i), right.pop(-j)) for _, i, j in ranked if -i in left and -j in right)
    return Pairs(both, tuple(left.values()), tuple(right.values()))
