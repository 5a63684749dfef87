"""Names that a figure can be about, read by their shape (名称).

A mention is taken where the reader found one; else a run of characters that ends in the suffix
of an organisation, a place or a works (…局, …镇, …工程) and holds no verb is taken for a name.

>>> name_at("市统计局发布公告", 0, 8, {})
Name(start=0, end=4, kind='body')
"""

from __future__ import annotations

import re
from collections.abc import Mapping
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
_BARRIER = frozenset("的了是在，；。：、（）！？“”\"《》有及将已把被我你他们这那与\n")
_ADMINISTRATIVE = frozenset("市县区省州镇乡旗盟")
# 城市, 小区, 地区 end like places and are none
_COMMON = re.compile(r"(?:城市|小区|地区|农村|乡村|辖区|厂区|校区|山区|棚户区|库区|牧区|沿线|全区|超市|门市|上市|股市|楼市|中心城|夜市|集市|农贸市|产业区|各.{0,3})$")
_AREA = re.compile(r"(?:全|我|本)(?:国|省|市|区|县|州|旗|盟|镇|乡|村|街道|社区|自治区|自治县|自治州|系统|校|院|行业)|市区|城区|主城区|市本级|县本级|区本级|省本级|各地|市直|市县|城镇|农村")


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
        at, kind = area.end(), "land"
    elif mention is not None and mention.end <= end and mention.label in ("ORG", "PLACE"):
        at, kind = mention.end, "body" if mention.label == "ORG" else "land"
    return _extend(string, start, at, min(end, start + _LONGEST_NAME), kind)


def _extend(string: str, start: int, at: int, stop: int, kind: Kind | None) -> Name | None:
    """Return the name from `start` that is known up to `at`, with further segments after it."""
    for place in range(at + 1, stop + 1):
        if string[place - 1] in _BARRIER:
            break
        segment = _segment_kind(string, at, place, first=at == start)
        if segment is not None and place - at <= _LONGEST_SEGMENT:
            at, kind = place, segment
    return Name(start, at, kind) if kind is not None else None


def _segment_kind(string: str, start: int, end: int, *, first: bool) -> Kind | None:
    """Return what the words between two offsets name when they are one segment of a name."""
    for kind in ("body", "works", "land", "event"):
        for length in range(min(_LONGEST_SUFFIX, end - start), 0, -1):
            if string[end - length : end] in words(kind) and _admissible(
                string, start, end, end - length, kind, first=first
            ):
                return kind  # type: ignore[return-value]
    return None


def _admissible(string: str, start: int, end: int, suffix: int, kind: str, *, first: bool) -> bool:
    """Tell whether `string[start:suffix]` can stand in front of a suffix in a name."""
    core = suffix - start
    if _COMMON.search(string, start, end):
        return False
    single = end - suffix == 1
    if kind == "land":
        return core >= (2 if single else 1 if first else 0) and not _has_verb(string, start, suffix)
    if kind == "body":
        if core == 0:
            return False
        official = string[start] in _ADMINISTRATIVE or string[start] in "州省"
        return official and core >= 1 or core >= 2 and not _has_verb(string, start, suffix)
    if core < 2 or _generic().fullmatch(string, start, suffix):
        return False
    return not _has_verb(string, start, suffix)


def _has_verb(string: str, start: int, end: int) -> bool:
    """Tell whether a verb that cannot be part of a name stands between two offsets."""
    place = start
    while place < end - 1:
        stop = verb_at(string, place, end)
        if stop > place and string[place:stop] not in words("nominal"):
            return True
        place = max(stop, place + 1)
    return False
