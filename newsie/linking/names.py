"""Names of public bodies taken apart: which place, which body of it (机关名称).

A name is a chain of places and a body: 市 · 城乡一体化示范区 · 纪委监察工委. What 市, 区 or 办事处 stand for is
said by the page, its `Scope`; ways to write one body (管委, 管委会) are a list.

>>> scope = Scope(home="4103", unknown="~page", district="4103:示范区")
>>> read_name("区管委", scope).key == read_name("洛阳市城乡一体化示范区管理委员会", scope).key == "4103:示范区|管委会"
True
>>> read_name("省委", scope).key
'41|委'
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from newsie import lexicon
from newsie import patterns as re
from newsie.linking.places import COUNTY, PREFECTURE, PROVINCE, Place, leading, leading_country, named

_RELATIVE = {"省": PROVINCE, "市": PREFECTURE, "州": PREFECTURE, "县": COUNTY, "区": COUNTY, "旗": COUNTY}
# 市场监管局 is no 局 of a 市
_NOT_RELATIVE = re.compile(
    "市(?:[场民容井]|政(?!府|协))|区[域块间]|县域|省[际会]|州际|[市区县省][直级属]|乡[村镇]|镇域|旗[舰下]"
)
_ORGAN = re.compile(
    ".{0,24}(?:政府|管委会|常委会|委员会|委|局|厅|处|办|办公室|部|人大|政协|法院|检察院|支队|大队|总队|中队|党组|支部|总支"
    "|中心|指挥部|领导小组|专班|工会|妇联|工商联|文联|残联|科协|侨联|团委|党校|[中小]学|学校|幼儿园|医院|卫生院"
    "|站|所|库|馆|网格|篮球队|办事处|共青团|街道|镇|乡|社区|村)$"
)
# a name that is one body wherever it is written; all others are bodies of their place
_FREE = re.compile(
    "(?:公司|集团|大学|学院|银行|研究院|研究所|出版社|电视台|日报|日报社|新华社|通讯社|学会|基金会|联合国|组织|联盟|协会)$"
)
# 北京师范大学洛阳实验学校 is no school of 北京
_PROPER = re.compile("大学|公司|集团|银行")
# words that name a body only together with what the article is about
_BARE = re.compile("(?:该|本|社区|村|镇|乡|街道|办事处|街道办|学校|党支部|党总支|支部|党委){1,8}(?:书记)?$")
_WHOLE_COUNTRY = re.compile("(?:全国|国家|中国|中华|中央|中共|最高|国务院)")
# 各县乡村振兴局 is of no 乡
_TOWN = re.compile("(.{0,6}?)(街道办事处|办事处|街道办|街道|镇|乡(?![村镇土贤]))")
_TOWN_SHORT = re.compile("(.{2,4})办$")
_COMMUNITY = re.compile("(.{1,7}?)(社区|行政村|(?<!农)(?<!乡)村)")
_TOWN_KINDS = {"镇": "镇", "乡": "乡"}
_STREET = "街道"
_LEAGUE = re.compile("^团([省市区县])委")
_PARTY = re.compile("^(?:中共|中国共产党)(?!中央)")
# what changes with the term or the time, not with the body: 市十五届人大常委会, 原市扶贫办
_TERM = re.compile(
    "第?[一二三四五六七八九十百]{1,5}届(?=(?:全国|[省市县区州旗])?(?:人大|政协|人民代表大会|委员会|纪委|党委))"
)
_GROUP = re.compile("(.{2,30})(党组|党委|党总支|党支部|机关党委)$")
_BRACKETS = re.compile(r"[“”‘’\"'（）()《》\s]")


@dataclass(frozen=True, slots=True)
class Scope:
    """What relative words mean in an article (语境): 市, 区, 示范区, 办事处.

    Attributes:
        home: the code of the prefecture it is about, empty where that is not known.
        unknown: what stands for a place that is not known; the same name there is the same place.
        page: what stands for a body that the page does not name.
        district: the area of 区 and 县.
        town: the area of 该办事处, 镇.
        towns: towns of the page by stem, for short forms (望湖办).
    """

    home: str
    unknown: str
    page: str = "~"
    district: str | None = None
    town: str | None = None
    towns: dict[str, str] = field(default_factory=dict)

    @property
    def base(self) -> str:
        """The area that names without a place belong to."""
        return self.home or self.unknown


@dataclass(frozen=True, slots=True)
class Step:
    """One place in a name: what is written up to its end, and the area that this is."""

    written: str
    area: str
    explicit: bool


@dataclass(frozen=True, slots=True)
class Organ:
    """A name that was read (机关).

    Attributes:
        name: as written.
        area: the place it is a body of; a code, a code and a zone or town, or empty for the whole country.
        body: the body in its counted form; empty for the place itself.
        steps: the places in the name.
        rule: how it was read.
    """

    name: str
    area: str
    body: str
    steps: tuple[Step, ...]
    rule: str

    @property
    def key(self) -> str:
        """What all names of one body have in common."""
        return f"{self.area}|{self.body}"


def read_name(name: str, scope: Scope) -> Organ:
    """Return a name as places and a body; never fails, a name that says nothing is a body of the page's place."""
    bare = _LEAGUE.sub(r"\1团委", _PARTY.sub("", current_name(_BRACKETS.sub("", name)))) or name
    if (central := _families("central").get(bare)) is not None:
        return Organ(name, "", central, (), "national body")
    steps = tuple(_steps(bare, scope))
    rest = bare[len(steps[-1].written) :] if steps else bare
    if steps:
        return Organ(name, steps[-1].area, canonical_body(rest), steps, _rule(steps, rest))
    if (country := leading_country(bare)) is not None and country != "中国":
        return Organ(name, country, bare, (), "country")
    if _FREE.search(bare) or _WHOLE_COUNTRY.match(bare):
        return Organ(name, "", bare, (), "proper name")
    return Organ(name, _default_area(bare, scope), canonical_body(bare), (), "body of the page's place")


def current_name(name: str) -> str:
    """Return a name without what says when the body was.

    >>> current_name("市十五届人大常委会"), current_name("原市扶贫办"), current_name("原州区政府")
    ('市人大常委会', '市扶贫办', '原州区政府')
    """
    if name.startswith("原") and leading(name) is None and (name[1:2] in _RELATIVE or leading(name[1:])):
        name = name[1:]
    return _TERM.sub("", name)


def is_body(name: str) -> bool:
    """Tell whether a name ends as those of public bodies do.

    >>> is_body("财政局"), is_body("劳动人口")
    (True, False)
    """
    return _ORGAN.match(name) is not None


def is_group_of(name: str, body: str) -> bool:
    """Tell a body's party group: 市教育局党组 of 市教育局."""
    group = _GROUP.match(name)
    return group is not None and group[1] == body


def is_proper(name: str) -> bool:
    """Tell a name of its own, which says little about where it stands (北京师范大学)."""
    return _PROPER.search(name) is not None or _FREE.search(name) is not None


def canonical_body(body: str) -> str:
    """Return a body in the form it is counted under.

    >>> canonical_body("纪委监察工委"), canonical_body("某某管理委员会"), canonical_body("人社局党组")
    ('纪委监委工委', '某某管委会', '人力资源和社会保障局党组')
    """
    whole = _families("whole")
    if body in whole:
        return whole[body]
    if (group := _GROUP.match(body)) is not None:
        return canonical_body(group[1]) + group[2]
    for ending, counted in _endings():
        if body.endswith(ending):
            return body[: -len(ending)] + counted
    return body


@cache
def _families(kind: str) -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon.rows("organ_families.tsv", 3) if row[2] == kind}


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    return tuple(sorted(_families("end").items(), key=lambda row: (-len(row[0]), row)))


def _rule(steps: tuple[Step, ...], rest: str) -> str:
    place = "place in the name" if steps[-1].explicit else "place from the page"
    return place if canonical_body(rest) == rest else f"{place}, {canonical_body(rest)} written {rest}"


def _default_area(bare: str, scope: Scope) -> str:
    """Return whose body a bare name is: 党工委 and 管委会 are of the district, others of the page's place."""
    if _BARE.match(bare):
        return scope.town or scope.page
    if re.fullmatch("党工委|管委会?|纪委|委员会", bare) and scope.district:
        return scope.district
    return scope.base


def _steps(name: str, scope: Scope) -> Iterator[Step]:
    """Yield the places that a name begins with, from the largest."""
    start = 0
    area: str | None = None
    while start < len(name):
        rest = name[start:]
        step = _division(rest, area, scope) or _relative(rest, area, scope) or _zone(rest, area, scope)
        step = step or _town(rest, area, scope) or _community(rest, area, scope)
        if step is None:
            return
        start += len(step.written)
        area = step.area
        yield Step(name[:start], area, step.explicit)


def _is_rest(rest: str, scope: Scope) -> bool:
    """Tell whether what follows a place may be a body or a further place."""
    return (
        not rest
        or (_ORGAN.match(rest) is not None and not _FREE.search(rest) and not _PROPER.search(rest))
        or (_is_area(rest, scope))
    )


def _is_area(rest: str, scope: Scope) -> bool:
    """Tell whether a place stands at the beginning."""
    return bool(leading(rest) or named(rest, within=scope.home or "?") or _ZONE().match(rest))


def _division(rest: str, area: str | None, scope: Scope) -> Step | None:
    place = _county_of(rest, area or scope.home) or leading(rest)
    if place is None:
        return None
    size = next(n for n in range(len(rest), 1, -1) if rest[:n] == place.name or place in named(rest[:n]))
    short = rest[:size] != place.name
    if (short and size == len(rest)) or not _is_rest(rest[size:], scope):
        return None
    return Step(rest[:size], place.code, explicit=True)


def _county_of(rest: str, within: str) -> Place | None:
    """Return the county of `within` whose name `rest` begins with (朝阳区 of 长春市)."""
    if not within or not within.isdigit():
        return None
    for size in range(min(len(rest), 10), 1, -1):
        found = [
            place for place in named(rest[:size], within=within[:PREFECTURE]) if len(place.code) == COUNTY
        ]
        if len(found) == 1:
            return found[0]
    return None


def _relative(rest: str, area: str | None, scope: Scope) -> Step | None:
    size = _RELATIVE.get(rest[0])
    if size is None or area is not None or _NOT_RELATIVE.match(rest):
        return None
    if not _is_rest(rest[1:], scope):
        return None
    return Step(rest[0], _relative_area(size, scope), explicit=False)


def _relative_area(size: int, scope: Scope) -> str:
    if size == COUNTY:
        return scope.district or f"{scope.page}:区"
    return scope.home[:size] if scope.home else f"{scope.unknown}:{'省' if size == PROVINCE else '市'}"


@cache
def _ZONE() -> re.Pattern[str]:  # noqa: N802 - a constant that is made once, of a list
    kinds = sorted(_zones(), key=lambda kind: (-len(kind), kind))
    return re.compile(f"([^省市县]{{0,8}}?)({'|'.join(kinds)})")


@cache
def _zones() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon.rows("zones.tsv", 2)}


def _zone(rest: str, area: str | None, scope: Scope) -> Step | None:
    found = _ZONE().match(rest)
    if found is None or not _is_rest(rest[found.end() :], scope):
        return None
    own = re.sub("^(?:国家级?|省级|省)", "", found[1])
    base = area if area and len(area) <= COUNTY and area.isdigit() else scope.base
    return Step(found[0], f"{base}:{own}{_zones()[found[2]]}", explicit=True)


def _town(rest: str, area: str | None, scope: Scope) -> Step | None:
    short = _TOWN_SHORT.match(rest)
    if short and short[1] in scope.towns:
        return Step(rest, scope.towns[short[1]], explicit=True)
    found = _TOWN.match(rest)
    if found is None or not _is_rest(rest[found.end() :], scope) or found[1].endswith(("城", "乡")):
        return None
    if not found[1]:
        relative = area is None and scope.town is not None
        return Step(found[0], scope.town, explicit=False) if relative and scope.town else None
    return Step(found[0], town_area(found[1], found[2], area, scope), explicit=True)


def town_area(stem: str, kind: str, area: str | None, scope: Scope) -> str:
    """Return the area of a town: its code where the prefecture has one of that name, else a name in its district."""
    full = stem + _TOWN_KINDS.get(kind, _STREET)
    district = area or scope.district or ""
    within = district if district.isdigit() and len(district) >= PREFECTURE else scope.home
    codes = [place.code for place in named(full, within=within) if len(place.code) > COUNTY] if within else []
    if len(codes) == 1:
        return codes[0]
    return f"{area or scope.district or scope.base}:{full}"


def _community(rest: str, area: str | None, scope: Scope) -> Step | None:
    found = _COMMUNITY.match(rest)
    if found is None or not _is_rest(rest[found.end() :], scope):
        return None
    parent = area if area and ":" not in area and len(area) > COUNTY else scope.base
    return Step(found[0], f"{parent}:{found[0].replace('行政村', '村')}", explicit=True)
