"""全市 where only the headline says which: 2015年某某市国民经济和社会发展统计公报."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsie import patterns as re
from newsie.frames.statistic.naming.names import Name, Names, prefixes
from newsie.grounding import piece
from newsie.reader.organizations import places
from newsie.reading import Reading
from newsie.records import Statistic
from newsie.text import Text

_UNNAMED = re.compile(r"[全我]([省市县区州旗盟])")
# 某某市新增就业5万人, 2015年某某市统计公报, 前5月某某市工业增长9.2%
_BEGINS = re.compile(r"(?:[年月]|季度|\s)(?=[\u4e00-\u9fff])")
_TIME = re.compile("[前上下一二三四0-9]{1,3}(?:季度|半年|个?月)")
_TITLED = re.compile(r"(?:【[^】\n]{2,24}】)?(?P<whom>(?![全我本各])[\u4e00-\u9fff]{2,12})：")
_UNIT = frozenset("市县区州旗镇乡")
_LONGEST_BARE = 4
_NO_PLACE = re.compile(r"[全我本各多]|[\u4e00-\u9fff]?[城郊山园社小]区")


def with_places(reading: Reading, statistics: Sequence[Statistic]) -> tuple[Statistic, ...]:
    """Give figures about 全市, which their text leaves open, the city of the headline as subject."""
    for headline in (reading.article.headline, reading.article.kicker):
        statistics = _headed(reading, headline, statistics) if headline else statistics
    return tuple(statistics)


def _headed(reading: Reading, headline: Text, statistics: Sequence[Statistic]) -> Sequence[Statistic]:
    """Give figures that are of nobody or of 全市 the place that a headline begins with."""
    if not any(_rank(statistic) or statistic.subject is None for statistic in statistics):
        return statistics
    if titled := _titled(reading, headline):
        statistics = [_placed(one, headline, titled if one.subject is None else None) for one in statistics]
    if not any(map(_rank, statistics)):
        return statistics
    places = {headline.folded[place.end - 1]: place for place in reversed(list(_places(headline)))}
    return tuple(_placed(statistic, headline, places.get(_rank(statistic))) for statistic in statistics)


def _titled(reading: Reading, headline: Text) -> Name | None:
    """Return whom a headline names before a colon: 青山镇：走访慰问送温暖."""
    titled = _TITLED.match(headline.folded)
    if titled is None:
        return None
    if _is_bare_place(reading, titled["whom"]):
        return Name(*titled.span("whom"), "land")
    name = Names(headline.folded, (), ()).at(*titled.span("whom"))
    return name if name and name.kind in ("land", "body") and name.span == titled.span("whom") else None


def _is_bare_place(reading: Reading, word: str) -> bool:
    """Tell whether a word is a city or a county by its bare name, known or named in the body: 安阳."""
    if len(word) > _LONGEST_BARE:
        return False
    if word in places():
        return True
    string = reading.text.folded
    named = [one for one in reading.mentions if one.label != "PERSON" and string.startswith(word, one.start)]
    return any(
        string[one.start + len(word) : one.end][:1] in _UNIT or one.end == one.start + len(word)
        for one in named
    )


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
