"""全市 where only the headline says which: 2015年某某市国民经济和社会发展统计公报."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsie.frames.statistic.names import Name, Names, prefixes
from newsie.grounding import piece
from newsie.reading import Reading
from newsie.records import Statistic
from newsie.text import Text

_UNNAMED = re.compile(r"[全我]([省市县区州旗盟])")
# 某某市新增就业5万人, 2015年某某市统计公报, 前5月某某市工业增长9.2%
_BEGINS = re.compile(r"(?:[年月]|季度|\s)(?=[\u4e00-\u9fff])")
_TIME = re.compile("[前上下一二三四0-9]{1,3}(?:季度|半年|个?月)")
_NO_PLACE = re.compile(r"[全我本各多]|[\u4e00-\u9fff]?[城郊山园社小]区")


def with_places(reading: Reading, statistics: Sequence[Statistic]) -> tuple[Statistic, ...]:
    """Give figures about 全市, which their text leaves open, the city of the headline as subject."""
    headline = reading.article.headline
    if headline is None or not any(_rank(statistic) for statistic in statistics):
        return tuple(statistics)
    places = {headline.folded[place.end - 1]: place for place in reversed(list(_places(headline)))}
    return tuple(_placed(statistic, headline, places.get(_rank(statistic))) for statistic in statistics)


def _rank(statistic: Statistic) -> str:
    unnamed = _UNNAMED.fullmatch(statistic.subject or "")
    return unnamed[1] if unnamed else ""


def _places(headline: Text) -> Iterator[Name]:
    """Yield the places that a headline, or a part of it, begins with."""
    string = headline.folded
    names = Names(string, (), ())
    for start in (0, *(match.end() for match in _BEGINS.finditer(string))):
        name = None if _TIME.match(string, start) else names.at(start, len(string))
        if name is None:
            continue
        for found in (name, *prefixes(string, name)):
            if found.kind == "land" and not _NO_PLACE.match(string, *found.span):
                yield found


def _placed(statistic: Statistic, headline: Text, place: Name | None) -> Statistic:
    if place is None:
        return statistic
    told = piece(headline, [place.span], "statistic.subject")
    evidence = {**statistic.evidence, "subject": (told,)}
    return statistic.model_copy(update={"subject": told.text, "evidence": evidence})
