"""Names that a figure can be about, read by their shape (名称).

A mention is taken where the reader found one; else a run of characters that ends in the suffix
of an organisation, a place or a works (…局, …镇, …工程) and holds no verb is taken for a name.

>>> name_at("市统计局发布公告", 0, 8, {})
Name(start=0, end=4, kind='body')
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from newsie.frames.statistic.words import either, verb_at, words
from newsie.reading import Mention
from newsie.text import Span

Kind: TypeAlias = Literal["body", "land", "works", "event", "person"]

_LONGEST_NAME = 34
_LONGEST_SEGMENT = 18
_LONGEST_SUFFIX = 6
_LONGEST_ANNEX = 8
_SHORTEST_WHOLE = 3
_BARRIER = frozenset("的了是在从向以对为由使让此其将已到赴至于占，；。：、！？“”\"《》有及把被我你他们这那与\n")
_ADMINISTRATIVE = frozenset("市县区省州镇乡旗盟")
# 城市, 返乡 end like places and are none; 市长, 区级 go on behind one
_COMMON = re.compile(
    r"(?:城市|小区|地区|农村|乡村|辖区|厂区|校区|院区|山区|棚户区|库区|牧区|城区|全区|门市|上市|股市|楼市|夜市|集市|"
    r"下乡|返乡|回乡|离乡|家乡|老乡|故乡|进村|入村|驻村|城镇|乡镇)$"
)
_GOES_ON = re.compile(r"(?<=委)员|(?<=[省市县区州旗镇乡村局院校队站所科处委])(?:长|级|属|直|容|场|域|间|道|民(?![营生政]))")
_NO_PLACE = re.compile(r"全|各|副|半年|比|占|居|我|某|两|等|和|[0-9A-Za-z]")
_AREA = re.compile(
    r"(?:全|我|本)(?:国|省|市|区|县|州|旗|盟|镇|乡|村|街道|社区|自治区|自治县|自治州|系统|校|院|行业)"
    r"|市区|城区|主城区|市本级|县本级|区本级|省本级|各地|各县（市、区）|各县市区|各县区|市直"
)
_AREA_BODY = re.compile(r"[^，。；：、0-9的]{2,12}?(?:部门|机关|开发区|高新区|系统|法院|检察院|海关)")
_ASIDE = re.compile(r"（[^（）\n]{1,8}）|“[^“”，。\n]{1,14}”")


@dataclass(frozen=True, slots=True)
class Name:
    """A name and what kind of thing it names; offsets into the text it was read from."""

    start: int
    end: int
    kind: Kind

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end


def prefixes(string: str, name: Name) -> Iterator[Name]:
    """Yield the names that a longer name begins with: 青山县 of 青山县文化局.

    >>> list(prefixes("青山县文化局", Name(0, 6, "body")))
    [Name(start=0, end=3, kind='land')]
    """
    at, before = name.start, None
    for place in range(name.start + 2, name.end):
        kind = _segment_kind(string, at, place, before)
        if kind is not None:
            at, before = place, kind
            yield Name(name.start, place, kind)


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(f"{either('generic')}+")


def name_at(string: str, start: int, end: int, mentions: Mapping[int, Mention]) -> Name | None:
    """Return the longest name that begins at `start`, or None.

    `mentions` are the mentions of the text by where they begin.
    """
    mention = mentions.get(start)
    if mention is not None and mention.label == "PERSON" and mention.end <= end:
        return Name(start, mention.end, "person")
    at = start
    kind: Kind | None = None
    area = _AREA.match(string, start, end)
    if area:
        further = _AREA_BODY.match(string, area.end(), end)
        if further and not _has_verb(string, area.end(), further.end()):
            return Name(start, further.end(), "body")
        return Name(start, area.end(), "land")
    province = _province().match(string, start, end)
    if province:
        at, kind = province.end(), "land"
    elif mention is not None and mention.end <= end and mention.label in ("ORG", "PLACE"):
        at, kind = mention.end, "body" if mention.label == "ORG" else "land"
    return _extend(string, start, at, min(end, start + _LONGEST_NAME), kind, mentions)


@cache
def _province() -> re.Pattern[str]:
    return re.compile(either("province") + "(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)?")


def _person(mentions: Mapping[int, Mention], place: int) -> bool:
    mention = mentions.get(place)
    return mention is not None and mention.label == "PERSON"


def _extend(
    string: str, start: int, at: int, stop: int, kind: Kind | None, mentions: Mapping[int, Mention]
) -> Name | None:
    """Return the name from `start` that is known up to `at`, with further segments after it."""
    stop = min([stop, *(place for place in range(start + 1, stop) if _person(mentions, place))])
    aside = _ASIDE.search(string, at, stop)
    for place in range(at + 1, stop + 1):
        if aside and aside.start() < place <= aside.end():
            continue
        if string[place - 1] in _BARRIER and not string.startswith("有限", place - 1):
            break
        segment = _segment_kind(string, at, place, kind)
        if segment is not None and place - at <= _LONGEST_SEGMENT:
            at, kind = place, segment
    return Name(start, at, kind) if kind is not None else None


def _segment_kind(string: str, start: int, end: int, before: Kind | None) -> Kind | None:
    """Return what the words between two offsets name as one segment of a name, behind one of `before`."""
    for kind in ("body", "works", "land", "event"):
        for length in range(min(_LONGEST_SUFFIX, end - start), 0, -1):
            if string[end - length : end] in words(kind) and _admissible(
                string, start, end, end - length, kind, before
            ):
                return kind  # type: ignore[return-value]
    return None


def _admissible(string: str, start: int, end: int, suffix: int, kind: str, before: Kind | None) -> bool:
    """Tell whether `string[start:suffix]` can stand in front of a suffix in a name."""
    core = suffix - start
    first = before is None
    if _COMMON.search(string, start, end) or _GOES_ON.match(string, end):
        return False
    single = end - suffix == 1
    if kind == "land":
        least = 2 if single else 1 if first else 0
        return core >= least and not _NO_PLACE.search(string, start, suffix) and not _has_verb(string, start, suffix, strict=single)
    if before == "works" and kind == "works":
        return end - start <= _LONGEST_ANNEX and not _has_verb(string, start, suffix)
    if _generic().fullmatch(string, start, suffix):
        return False
    if kind == "body":
        if core == 0 and first and end - start >= _SHORTEST_WHOLE and string[start] in _ADMINISTRATIVE:
            return True
        if core == 0 or string.endswith(("常委", "政委", "市直", "各"), start, end):
            return False
        if first and string[start] in _ADMINISTRATIVE:
            return string[start + 1] != "长"
        return (core >= 2 if first else core >= 1) and not (single and before not in ("land", "body")) and not _has_verb(string, start, suffix)
    vague = string[suffix:end] in ("项目", "工程") and string[suffix - 2 : suffix] in words("generic")
    return core >= 2 and not vague and not _has_verb(string, start, suffix)


def _has_verb(string: str, start: int, end: int, *, strict: bool = False) -> bool:
    """Tell whether a verb that cannot be part of a name stands between two offsets."""
    place = start
    while place < end - 1:
        stop = verb_at(string, place, end)
        if stop > place and (strict or string[place:stop] not in words("nominal")):
            return True
        place = max(stop, place + 1)
    return False
