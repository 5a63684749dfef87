"""Numerals that are part of a name, a slogan or an idiom and count nothing.

In: a folded text. Out: the places where no quantity is to be read (“四风”, “721”工作法, 三番五次).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from newsie import patterns as re
from newsie.lexicon import rows, words
from newsie.text import Span

_QUOTED = re.compile(
    r"[“‘「『\"](?:(?<!\")([^“”‘’「」『』，。；：！？\n]{1,12})[”’」』]|(?<=\")([^\"“”，。；：！？\n]{1,12})\")"
)
_COUNTED = re.compile(r"[0-9][0-9.,]{0,30}[万亿]?[余多]?[\u4e00-\u9fff%‰]{1,2}")
# folding has made a full-width colon of the half-width one
_WEB = re.compile(r"https?[:：]//[!-~：；？！（），]+")

_NUMERAL = "[〇一二三四五六七八九十百千万两廿卅拾]"
_RUN = re.compile(f"{_NUMERAL}{{1,5}}(?=[\u4e00-\u9fff])")
# 二十里铺, 三家庄, 十二道沟, 三棵树村, 十里长峡; not 十里河道, 三家庄园, 三家子公司, 三块地村民
_LOCAL = re.compile(
    "里(?:[铺堡屯庄店墩坪坡岗塬园窑亭墟台峡]|长[峡廊街滩]|画廊|蓝山|营(?![业造房])|桥(?!梁)|沟(?!渠)|湾(?!道)|[集寨塘](?!中)|河(?![堤道岸坝渠段面床流沿滩]))"
    "|家(?:[屯堡疃圩峪埠]|庄(?![园户])|铺(?![面子位])|营(?![业地销利运养商造])|[沟湾](?![渠道区])|[坡岭洼](?![上地])|[寨窑](?!子?[里内])|集(?=[镇乡村])|桥(?=[镇乡村])"
    "|子(?=[镇乡屯沟山营]|村(?![办集里民])))"
    "|道(?:[岭湾]|沟(?![渠壑]))"
    "|户(?:村(?![民里庄内道路办集])|镇(?![办级区]))"
    "|[棵间座台口眼条块户个亩](?:树|松|房|棚|店|子|井|石|地|坟|塔|庙|窑|楼|桥|沟|塘)(?:屯|村(?![民里庄内道路办集])|镇(?![办级区])|乡(?![亲村镇间])|街道|社区)"
)
# 八家乡亲, 五家乡镇企业, 三家镇办企业: no such town
_GOES_ON = {"乡": "亲村镇间贤土", "镇": "办级属区村", "道": "级边旁"}
_BUILDERS = ("中铁", "中建", "中交", "中冶", "中煤", "水电", "电建", "铁建")


def quoted_names(folded: str) -> tuple[Span, ...]:
    """Return the short quotations of `folded`, which are names rather than speech; “0件” is a count.

    >>> quoted_names("纠治“四风”问题，信访“0件”")
    ((2, 6),)
    """
    return tuple(
        match.span() for match in _QUOTED.finditer(folded) if not _COUNTED.fullmatch(match[1] or match[2])
    )


def closed_places(folded: str, taken: Sequence[Span]) -> tuple[Span, ...]:
    """Return where nothing is counted, sorted and apart: `taken`, short quotations, addresses of the web."""
    web = tuple(match.span() for match in _WEB.finditer(folded)) if "//" in folded else ()
    apart: list[Span] = []
    for start, end in sorted((*taken, *quoted_names(folded), *web)):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return tuple(apart)


def is_fixed(folded: str, start: int) -> bool:
    """Tell whether the numeral at `start` stands in a fixed expression or a place (千家万户, 三家庄).

    >>> is_fixed("千家万户", 2), is_fixed("二十里铺镇", 0), is_fixed("6万户", 0)
    (True, True, False)
    """
    if _in_place(folded, start):
        return True
    fixed = _fixed()
    for key in (folded[start : start + 2], folded[start : start + 1]):
        for expression, before in fixed.get(key, ()):
            if before <= start and folded.startswith(expression, start - before):
                return True
    return False


def _in_place(folded: str, start: int) -> bool:
    """Tell whether the numeral at `start` stands in the name of a town or of a like place (南五十家子镇, 三家庄)."""
    run = _RUN.match(folded, start)
    if run is None:
        return False
    # 中铁十九局 is a builder's name
    if folded.startswith("局", run.end()) and folded.endswith(_BUILDERS, 0, start):
        return True
    if _LOCAL.match(folded, run.end()):
        return True
    for name, before in _towns().get(folded[start : run.end() + 1], ()):
        end = start - before + len(name)
        named = before <= start and folded.startswith(name, start - before)
        if named and folded[end : end + 1] not in tuple(_GOES_ON.get(name[-1], "")):
            return True
    return False


@cache
def _towns() -> dict[str, tuple[tuple[str, int], ...]]:
    """Return the names of towns and counties by a numeral in them with what follows, and how many stand before."""
    found: dict[str, list[tuple[str, int]]] = {}
    for name in sorted(words("gazetteer/towns.txt.gz") | words("gazetteer/divisions.tsv")):
        for key, before in _numerals(name):
            found.setdefault(key, []).append((name, before))
    return {key: tuple(places) for key, places in found.items()}


def _numerals(name: str) -> Iterator[tuple[str, int]]:
    """Yield the numerals of a name with the character behind each, and where they begin; 五十镇 may count towns."""
    for run in _RUN.finditer(name):
        if run.start() or run.end() + 1 < len(name):
            yield name[run.start() : run.end() + 1], run.start()


@cache
def _fixed() -> dict[str, tuple[tuple[str, int], ...]]:
    """Return the fixed expressions by two of their characters (or their last), and how many stand before."""
    found: dict[str, list[tuple[str, int]]] = {}
    for (expression,) in rows("fixed_numerals.txt", 1):
        for before in range(len(expression)):
            found.setdefault(expression[before : before + 2], []).append((expression, before))
    return {pair: tuple(places) for pair, places in found.items()}
