"""The one county that 全县 stands for where an article tells only of its parts: 在青山县石桥镇, 从青山县供电公司."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from newsie import patterns as re
from newsie.frames.statistic.naming.names import Name
from newsie.frames.statistic.naming.roll import Roll
from newsie.text import Span

RANKS = ("县", "旗", "区")
# 全区 of 经开区, which has no more of a name
_ZONE = re.compile("(?:经济|技术|高新|经开|开发){1,3}区")
_PARTS = ("区", "县", "镇", "乡", "村", "街道", "社区")
_SHORTEST = 2
_ADDRESSES = ("在", "从", "据", "走进", "来到", "深入", "到", "记者")


def sole_county(string: str, places: Sequence[Name], roll: Roll) -> Span | None:
    """Return where the one county among `places` is named, or None where they are several."""
    told = [
        place
        for place in places
        if _is_address(string, place, roll.places)
        and (string.endswith("开发区", *place.span) or _is_part(place, roll))
    ]
    forms = {string[slice(*place.span)] for place in told}
    shortest = min(forms, key=len, default="")
    if not shortest or not all(form.endswith(shortest) for form in forms):
        return None
    return next(place.span for place in told if string[slice(*place.span)] == shortest)


def _is_part(place: Name, roll: Roll) -> bool:
    """Tell whether the name of a place begins another: 青山县 of 青山县石桥镇."""
    return any(name.end > place.end for name in roll.between(place.start, place.start + 1))


def sole_city(string: str, roll: Roll) -> Span | None:
    """Return where the one city is named whose towns or districts an article tells of: 位于青山市石桥镇, …全市.

    A city that only a firm or an office is of (某市某公司投资) may be any.
    """
    cities = [name for name in roll.ending("市") if name.kind == "land" and name.end - name.start > _SHORTEST]
    if not cities:
        return None
    names = list(roll)
    starts = {city.start: city.end for city in cities if city in names}
    told = {
        string[name.start : starts[name.start]]: (name.start, starts[name.start])
        for name in reversed(names)
        if name.start in starts and string.endswith(_PARTS, *name.span) and name.end > starts[name.start]
    }
    return next(iter(told.values())) if len(told) == 1 else None


def _is_address(string: str, place: Name, read: Collection[int]) -> bool:
    """Tell whether a place is where or whence something is told, not cut from words: 二十大精神县|委."""
    told = place.start in read or string.endswith(_ADDRESSES, 0, place.start)
    return told and not string.endswith("区区", *place.span)


def is_zone(string: str, name: Name, at: int) -> bool:
    """Tell whether a place has no name but 经开区, and the sentence of 全区 at an offset does not begin with it."""
    if _ZONE.fullmatch(string, *name.span) is None:
        return False
    begins = not name.start or string[name.start - 1] in "。；\n"
    return not begins or name.end > at or "。" in string[name.end : at]
