"""Administrative divisions and their codes (行政区划代码): names to codes, and codes back to names.

A code has two digits for a province, four for a prefecture, six for a county, nine for a town.

>>> [place.code for place in named("洛阳市")]
['4103']
>>> leading("河南省财政厅").name
'河南省'
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from newsie import lexicon
from newsie import patterns as re

PROVINCE, PREFECTURE, COUNTY = 2, 4, 6
_LONGEST = 15
_MUNICIPALITIES = {"11", "12", "31", "50"}
_SHORTENED = re.compile(
    r"(?:壮族|回族|维吾尔)?自治区$|特别行政区$|(?:[^\s]{1,3}族){1,8}自治[州县]$|[省市]$|地区$|盟$"
)
# 武汉路街道 is no 街道 of 武汉
_STREET = re.compile("[东西南北中]?(?:路(?![政桥网])|街(?!道)|大道|大街|大桥|巷|胡同)")
_ENDING = re.compile("[省市县区州盟旗]")
# 河北区, 海南藏族自治州 and the like: a short form that is also a province's is the province's
_COUNTRIES = "gazetteer/countries.txt"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """An administrative division (行政区划).

    Attributes:
        code: two, four, six or nine digits.
        name: its full name.
    """

    code: str
    name: str

    def within(self, code: str) -> bool:
        """Tell whether it lies in the division `code`, or is it."""
        return self.code.startswith(code)


@cache
def _by_name() -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for code, name in lexicon.rows("gazetteer/codes.tsv.gz", 2):
        place = Place(code, name)
        found.setdefault(name, []).append(place)
        short = _SHORTENED.sub("", name)
        if len(code) <= PREFECTURE and len(short) > 1 and short != name:
            found.setdefault(short, []).append(place)
    return {name: tuple(sorted(places)) for name, places in found.items()}


@cache
def _names() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon.rows("gazetteer/codes.tsv.gz", 2)}


def city_of(area: str) -> str:
    """Return the prefecture or municipality of an area; of a province, a country or an unknown place, itself.

    >>> [city_of(area) for area in ("410305008", "4103:示范区", "110105", "41", "~page:示范区", "")]
    ['4103', '4103', '11', '41', '~page', '']
    """
    head = area.partition(":")[0]
    if not head.isdigit():
        return head
    return head[:PROVINCE] if head[:PROVINCE] in _MUNICIPALITIES else head[:PREFECTURE]


def named(name: str, *, within: str = "") -> tuple[Place, ...]:
    """Return the divisions of this name, full or (of provinces and prefectures) short, by code.

    `within` keeps those in a division.
    """
    return tuple(place for place in _by_name().get(name, ()) if place.within(within))


def name_of(code: str) -> str | None:
    """Return the full name of a division, None if there is no such code."""
    return _names().get(code)


def short_name(code: str) -> str | None:
    """Return the name of a division without its kind; None for what is no division (the counties under a province).

    >>> short_name("4103")
    '洛阳'
    """
    name = _names().get(code)
    if name is None:
        return None
    short = _SHORTENED.sub("", name)
    return short if len(short) > 1 else name


def leading(text: str) -> Place | None:
    """Return the longest province, prefecture or county name that `text` begins with, if its name is only its own.

    >>> leading("洛阳党建馆").code
    '4103'
    >>> leading("朝阳区政府") is None, leading("武汉路街道") is None
    (True, True)
    """
    for length in range(min(_LONGEST, len(text)), 1, -1):
        places = [
            place
            for place in named(text[:length])
            if len(place.code) <= COUNTY and not (place.name != text[:length] and _STREET.match(text, length))
        ]
        if places:
            return places[0] if _agree(places) else None
    return None


def _agree(places: list[Place]) -> bool:
    """Tell whether places of one name are one: 北京市 has a code of two digits and none of four."""
    return all(place.within(places[0].code) for place in places)


def named_in(text: str) -> list[Place]:
    """Return each division that `text` names in full (洛阳市, 上蔡县), in order, those of one place only."""
    found = []
    for match in _ENDING.finditer(text):
        end = match.end()
        for start in range(max(0, end - _LONGEST), end - 1):
            places = [place for place in named(text[start:end]) if len(place.code) <= COUNTY]
            if places:
                found += places[:1] if _agree(places) else []
                break
    return found


@cache
def countries() -> frozenset[str]:
    """Return the names of the countries of the world."""
    return lexicon.words(_COUNTRIES)


def leading_country(text: str) -> str | None:
    """Return the country whose name `text` begins with.

    >>> leading_country("法国外交部")
    '法国'
    """
    return next((text[:size] for size in range(min(8, len(text)), 1, -1) if text[:size] in countries()), None)
