"""The shorter forms by which what was named in full is told of again (简称)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsie import patterns as re
from newsie.reading import Mention
from newsie.text import Span

_DISTRICT = re.compile(r"[\u4e00-\u9fff]{2,6}?[省市州盟]([\u4e00-\u9fff]{2,5}[市县区旗])")
_COUNTY = re.compile(r"[\u4e00-\u9fff]{2,6}?(?:[市县区旗](?!城)|县城|[镇乡])")
_SHORTEST_SHORT = 7
# 甲乙高速公路…高速公路全长; of 铁路 and 公路 it cannot be told: 铁路部门 and 公路局 begin with them as well.
_MOTORWAY = "高速公路"
_NUMBERED = re.compile(
    "(?P<of>[\u4e00-\u9fff])[\u4e00-\u9fff]{0,3}?(?P<number>[一二三四五六七八九十])(?P<house>[院中小])"
)
_WHOLE_HOUSES = {"院": "医院", "中": "(?:中学|高级中学|初级中学|高中)", "小": "小学"}


def tails(string: str, mentions: Iterable[Mention]) -> Iterator[tuple[str, str]]:
    """Yield the districts of cities that are named in full, by their first characters: 通和区 of 北京市通和区."""
    for mention in mentions:
        if mention.label == "PLACE":
            tail = _DISTRICT.fullmatch(string, mention.start, mention.end)
            if tail:
                yield tail[1][:2], tail[1]


def places(string: str, mentions: Iterable[Mention]) -> Iterator[tuple[str, str]]:
    """Yield the places that were read, by their first characters."""
    for mention in mentions:
        if mention.label == "PLACE" and mention.end - mention.start > 1:
            yield string[mention.start : mention.start + 2], string[mention.start : mention.end]


def short(string: str, works: Iterable[Span]) -> Iterator[tuple[str, str]]:
    """Yield the names of works by their first characters: whole, without their county (平石坝区改造项目 of 安和县…), or what they are (高速公路)."""
    for start, end in works:
        if string.endswith(_MOTORWAY, start, end):
            yield _MOTORWAY[:2], _MOTORWAY
        if end - start >= _SHORTEST_SHORT:
            yield string[start : start + 2], string[start:end]
        county = _COUNTY.match(string, start, end)
        if county and end - county.end() >= _SHORTEST_SHORT:
            yield string[county.end() : county.end() + 2], string[county.end() : end]


def numbered(form: str) -> re.Pattern[str] | None:
    """Return what the full name of a numbered school or hospital begins with: 县第二人民医院 for 县二院.

    >>> numbered("县二院").match("县第二人民医院") is not None, numbered("县医院")
    (True, None)
    """
    short = _NUMBERED.fullmatch(form)
    if short is None:
        return None
    house = _WHOLE_HOUSES[short["house"]]
    return re.compile(f"{short['of']}[\u4e00-\u9fff]{{0,8}}?第{short['number']}[\u4e00-\u9fff]{{0,4}}{house}")
