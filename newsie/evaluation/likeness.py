"""When two values of a field are the same for a reader (相似).

>>> likeness("示范区党工委", "党工委") > 0.6
True
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from decimal import Decimal
from difflib import SequenceMatcher
from typing import TypeAlias

from newsie import patterns as re
from newsie.records import DateInterval, Post, Quantity

Same: TypeAlias = Callable[[object, object], bool]

_NOISE = re.compile("[\\s\ufffd#“”‘’\"']+")


def clean(words: object) -> str:
    """Return words without white space, noise and quotation marks, width folded; nothing for None.

    >>> clean("２０名 “志愿者”")
    '20名志愿者'
    """
    return _NOISE.sub("", unicodedata.normalize("NFKC", words)) if isinstance(words, str) else ""


def likeness(one: object, two: object, least: float = 0.0) -> float:
    """Return how alike two texts are, 0 to 1; what cannot reach `least` may be given as 0."""
    first, second = clean(one), clean(two)
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    if least and (matcher.real_quick_ratio() < least or matcher.quick_ratio() < least):
        return 0.0
    return matcher.ratio()


def alike(least: float) -> Same:
    """Return what tells whether two texts are alike enough."""

    def same(one: object, two: object) -> bool:
        return likeness(one, two, least) >= least

    return same


def equal(one: object, two: object) -> bool:
    """Tell whether two values are the same."""
    return one == two


def same_name(one: object, two: object) -> bool:
    """Tell whether two names are the same."""
    return clean(one) == clean(two)


def same_days(one: object, two: object) -> bool:
    """Tell whether two time expressions mean the same days."""
    if not isinstance(one, DateInterval) or not isinstance(two, DateInterval):
        return False
    return (one.start, one.end) == (two.start, two.end)


def same_amount(one: object, two: object) -> bool:
    """Tell whether two quantities are the same number of the same unit."""
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return False
    return _amount(one) == _amount(two)


def _amount(quantity: Quantity) -> tuple[Decimal, Decimal | None, str]:
    return quantity.value, quantity.value_max, clean(quantity.unit)


def same_quantity(one: object, two: object) -> bool:
    """Tell whether two quantities are the same, hedges (约, 余) too."""
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return False
    return same_amount(one, two) and one.qualifier == two.qualifier


def same_post(one: object, two: object) -> bool:
    """Tell whether two posts are the same: 区党工委 + 书记 is 示范区党工委 + 书记."""
    if not isinstance(one, Post) or not isinstance(two, Post) or clean(one.title) != clean(two.title):
        return False
    if not one.organization or not two.organization:
        return not one.organization and not two.organization
    return likeness(one.organization, two.organization) >= 0.5
