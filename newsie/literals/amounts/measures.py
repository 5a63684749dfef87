"""Measure words and units: which one stands at a place of a folded text.

>>> measure_at("14个社区", 2)
Measure(word='个', kind='count', end=3)
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from newsie import patterns as re
from newsie.lexicon import layered, rows

# 毫克/100 毫升, over the end of a line too
_PER = re.compile("\n?/ ?(?:(?P<many>100) ?)?")
_MONTHLY = re.compile(r"·[年月日天]")  # 元/平方米·月
# 8大领域, 5大行动: the noun is the measure, as written
_GREAT = re.compile(r"大(?![幅量约于力规面])[\u4e00-\u9fff]{2}(?![\u4e00-\u9fff]{0,3}以来)")
# 3个多小时: the hedge stands inside the measure
_MORE = re.compile(r"个多(小时|月|星期|百分点)")
_HALF_MORE = re.compile(r"个半(小时|钟头)")
_POINTS = re.compile(r"点(?![0-9零一二三四五六七八九])")
# 沿海阵风将达7到8级, 4到5级偏北风, 发生6.9级地震; not 某地6.9级地震已造成…
_FORCE = re.compile(
    "(?:风力|风速|阵风|[东南西北]风|大风)[^，。；、\n0-9]{0,8}(?:[0-9]{1,2}(?:到|至|-|—|～|~))?$"
)
_OF_FORCE = re.compile(r"(?:左右|以上|以下)?的?(?:偏?[东南西北]{1,2}|阵|大|强|台)风(?![格景味力])")
_STRUCK = re.compile("发生(?![的在])[^，。；、\n0-9]{0,6}$")
_QUAKE = re.compile("(?:左右|以上)?的?(?:地|余|强)震(?=[，。；（\n]|$)")
_LONGEST_FORCE = 16
# 19万箱次: any count may be of times; 三项次要 are three
_TIMES = re.compile(r"次(?![要于品序级生贫性元氧])")
# 1.2万台（套）, 800家（次）: the unit as written, with what else may be meant
_OR = re.compile("（[头只匹羽尾株栋幢所台套件组部辆艘架座处次床张户人家个批条间]）")
# 33台风机: no typhoon
_WIND_DRIVEN = ("风机", "风电", "风力", "风扇", "风冷", "风镐", "风钻", "风炮", "风幕")
_COUNTS = ("count", "loose")
_NEVER_TIMES = ("个", "名", "年", "层", "档")
# an unknown character that closes its phrase (机床36□，) can only be a measure
_LAST = re.compile(r"[\u4e00-\u9fff](?=[，。、；！？）\n]|$)")
_NEVER_LAST = frozenset(
    "号级岁年月日时届版强后式型楼室路线高中国人等的了和与至到是在为有第世周星度期点比分全多余新老前里"
    "代成开季市省条款项伤死团营连排旅师军集"
)


_Entry: TypeAlias = tuple[str, str, frozenset[str]]


class Measure(NamedTuple):
    """A measure word: the word, its kind (see measures.tsv) and where it ends. A tuple, for there are many."""

    word: str
    kind: str
    end: int


def measure_at(folded: str, start: int) -> Measure | None:
    """Return the longest measure word that begins at `start`, or None."""
    longer, single = _by_front()
    for entry in longer.get(folded[start : start + 2], ()):
        if folded.startswith(entry[0], start):
            found = _accepted(folded, start, entry)
            if found is not None:
                return found
    entry_of_one = single.get(folded[start : start + 1])
    return _accepted(folded, start, entry_of_one) if entry_of_one else None


def _accepted(folded: str, start: int, entry: _Entry) -> Measure | None:
    """Return the measure of an entry that stands at `start`, unless what follows makes it another word."""
    word, kind, followers = entry
    end = start + len(word)
    after = folded[end : end + 1]
    if after in followers and not (word == "台" and folded.startswith(_WIND_DRIVEN, end)):
        return None
    if after == "/" or folded.startswith("\n/", end):
        return _per(folded, Measure(word, kind, end))
    if after == "（" and kind in _COUNTS and (other := _OR.match(folded, end)):
        return Measure(word + other.group(), kind, other.end())
    if after == "次" and kind in _COUNTS and word not in _NEVER_TIMES and _TIMES.match(folded, end):
        return Measure(word + after, "count", end + 1)
    return Measure(word, kind, end)


def open_measure_at(folded: str, start: int) -> Measure | None:
    """Return a measure that no list knows: 大领域, or a lone character before a mark."""
    match = _GREAT.match(folded, start)
    if not match:
        match = _LAST.match(folded, start)
        if match and match.group() in _NEVER_LAST:
            return None
    return Measure(match.group(), "loose", match.end()) if match else None


def divided_at(folded: str, start: int) -> Measure | None:
    """Return 个小时 for 个多小时, whose 多 belongs to the figure."""
    match = _MORE.match(folded, start)
    return Measure(f"个{match[1]}", kind_of(f"个{match[1]}"), match.end()) if match else None


def half_more_at(folded: str, start: int) -> Measure | None:
    """Return 个小时 for 个半小时, whose 半 belongs to the figure."""
    match = _HALF_MORE.match(folded, start)
    return Measure(f"个{match[1]}", "time", match.end()) if match else None


def points_at(folded: str, start: int, end: int) -> Measure | None:
    """Return the points of an index (131.5点); without a decimal mark 点 is a time of day."""
    if "." not in folded[start:end] or not _POINTS.match(folded, end):
        return None
    return Measure("点", "loose", end + 1)


def degrees_at(folded: str, start: int, end: int) -> Measure | None:
    """Return the degrees of a wind or of an earthquake (阵风7级, 4到5级偏北风); other 级 are ranks."""
    low = max(0, start - _LONGEST_FORCE)
    quake = _QUAKE.match(folded, end + 1) and _STRUCK.search(folded, low, start)
    if not (quake or _OF_FORCE.match(folded, end + 1) or _FORCE.search(folded, low, start)):
        return None
    return Measure("级", "measure", end + 1)


def first_characters(*kinds: str) -> str:
    """Return the characters that measure words of some kinds begin with, sorted.

    >>> first_characters("share")
    '%‰‱个倍成折百'
    """
    return "".join(sorted({row[0][0] for row in rows("measures.tsv", 3) if row[1] in kinds}))


def kind_of(word: str) -> str:
    """Return the kind of a measure word.

    >>> kind_of("公里")
    'measure'
    """
    return _known()[word][1]


def _per(folded: str, measure: Measure) -> Measure:
    """Take in what the measure is divided by: 元/吨, 微克/立方米, 毫克/100毫升."""
    per = _PER.match(folded, measure.end)
    below = measure_at(folded, per.end()) if per else None
    if per is None or below is None:
        return measure
    month = _MONTHLY.match(folded, below.end)
    end = month.end() if month else below.end
    divisor = f"/{per['many'] or ''}{folded[per.end() : end]}"
    return Measure(measure.word + divisor, measure.kind, end)


@layered
def _known() -> dict[str, _Entry]:
    """Return the measure words with their kinds and the characters that may not follow them."""
    return {
        word: (word, kind, frozenset() if followers == "-" else frozenset(followers))
        for word, kind, followers in rows("measures.tsv", 3)
    }


@layered
def _by_front() -> tuple[dict[str, tuple[_Entry, ...]], dict[str, _Entry]]:
    """Return the measure words by their first two characters, the longest first, and those of one character."""
    longer: dict[str, list[_Entry]] = {}
    for word, entry in sorted(_known().items(), key=lambda item: -len(item[0])):
        if len(word) > 1:
            longer.setdefault(word[:2], []).append(entry)
    single = {word: entry for word, entry in _known().items() if len(word) == 1}
    return {front: tuple(found) for front, found in longer.items()}, single
