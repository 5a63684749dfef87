"""Figures: numerals in running text that may count something, with the vagueness that stands inside them.

In: a folded text. Out: each numeral (214.7亿, 2万余, 十几万, 四五十, 数百) with its place and worth.
What it counts and whether it counts anything is decided in `newsie.literals.amounts.quantities`.

One pattern that begins with a set of characters finds the places (`_PLACE`); it turns down in C what cannot
be counted, above all lone digits in words (统一, 三门峡), so that few places are looked at closely.

>>> [(figure.low, figure.qualifier) for figure in find_figures("发放2万余册，走访14户")]
[(Decimal('20000'), 'over'), (Decimal('14'), 'exact')]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from newsie import patterns as re
from newsie.lexicon import layered
from newsie.literals.amounts.measures import first_characters, measure_at
from newsie.literals.amounts.numerals import MULTIPLIERS, plain, read_numeral
from newsie.text import Span
from newsie.values import Qualifier

_D = "〇零一二两三四五六七八九"
_UNITS = "十百千万亿"
# 千瓦, 千米, 百帕, 百分之 and 1240千升 (not 两千升) begin units and shares, not multipliers
_HUNDRED = r"(?:[百佰](?!帕|分之)|[千仟](?![瓦米克卡赫伏帕焦]|(?<=[0-9]千)升|字节|比特|分之)|[千仟](?=克朗))"
_MYRIAD = r"万(?!分之|向|象|全|能|众|般)"
_TIMES = rf"(?:(?:[十拾]|{_HUNDRED}){{0,2}}(?:{_MYRIAD}亿?|亿)|{_HUNDRED})"
_OVER = r"(?:余(?![额热量])|多(?!元化|元投|元发|[样功渠层面维部]))"
# 十来亩, 20来个; but 10来访 are no tens
_SOME = r"来(?=[万亿个名人家户亩斤公里米元块条天次岁座台辆栋间件平分头只种项车趟桌船株棵册页])"
# some pages set a raised point: 1·8亿美元, 7·5%; but 3·15晚会 is a day
_RAISED = r"·[0-9]+(?=[万亿%‰元倍吨亩米户]|个百分点|公[里斤顷]|[平立]方|千[瓦克米]|[美欧日港]元)"
_ARABIC = rf"[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+|{_RAISED})?"
_CHINESE = (
    rf"(?:[{_D}廿卅十]|{_HUNDRED})(?:[{_D}十亿]|{_HUNDRED}|{_MYRIAD})*"
    rf"|(?:{_MYRIAD}|亿)[万亿]?"
    r"|[壹贰叁肆伍陆柒捌玖拾](?=[拾佰仟万])[〇零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+"
)
_POINT = rf"(?:点[〇零一二三四五六七八九]+(?:{_TIMES})?)?"
_LESS = "[-负]?"

# how a hedge or the head of a figure may end before a bare 百, 千, 万: 超千人, 上百台, 达百亿元
_BEFORE_BARE = "于少多到达了过出超破逾足满约近概有占为上数几≥≤><"
_NEVER_LEADS = "0-9A-Za-z.·×*_〔"

_SHARE = re.compile(
    rf"(?P<share>(?:百|千|[十百千]?万{{1,2}})分之)(?P<of>{_LESS}(?:{_ARABIC}[kK]?|(?:{_CHINESE}){_POINT}))"
    rf"(?:[至到](?P<to>{_ARABIC}|(?:{_CHINESE}){_POINT})(?=[，。、；！？）的之 \n]|左右|$))?"
)
_WRITTEN = re.compile(
    rf"(?P<digits>{_ARABIC})(?:(?P<times>{_TIMES}|[kKw](?![A-Za-z]))?(?P<over>(?:{_OVER}|\+(?![0-9A-Za-z”])|(?<=[0十百千万亿]){_SOME})(?P<after>{_TIMES})?)?)"
)
# 2亿3000万, 5万4千6百余: lower groups after a whole number of 百, 千, 万 or 亿
_LOWER = re.compile(
    r"(?P<lower>零?[0-9]{1,4}(?:[千百](?:零?[0-9]{1,2}百?)?)?(?:万(?:零?[0-9]{1,4}(?:[千百](?:[0-9]百)?)?)?)?)"
    rf"(?![0-9.,年月日时点:])(?P<over>{_OVER})?"
)
_WHOLE_UNITS = frozenset(("百", "千", "万", "亿"))
_MYRIAD_WORTH = 10**4
_BAR = re.compile(r"/(?P<lower>[0-9]{1,3})(?![0-9/.])")
_PART_OF = re.compile(r"[的强多]|以[上下]|左右")
_BEFORE_PART = frozenset("的约近占达超")
_PART = re.compile(rf"分之(?P<upper>{_LESS}(?:{_ARABIC}|[{_D}十百]+))")
_FIGURE = re.compile(
    rf"(?P<lower>[{_D}廿卅十][{_D}{_UNITS}]{{0,24}})分之(?P<upper>{_LESS}(?:{_ARABIC}|[{_D}十百]+))"
    r"|(?P<few>(?<![人户次件个总参基指系函分位倍岁])[数几](?=[十百千万亿]|个亿)|(?<=[十百千])几)"
    rf"|(?P<teens>[{_D}]?[十百]|[{_D}]百[{_D}]?十|[{_D}]百零)几(?P<teens_times>{_TIMES})?"
    r"|(?P<pair>[一二三四五六七八九]{2})(?=折)"
    r"|(?<!、)(?P<first>[一二三四五六七八])、(?P<second>[二三四五六七八九])(?P<both>[十百千万亿]*)(?![、十百千万亿])"
    rf"|(?P<chinese>(?:{_CHINESE}){_POINT})(?P<chinese_over>(?:{_OVER}|(?<=[十百千万亿]){_SOME})(?P<chinese_after>{_TIMES})?)?"
    r"|(?P<half>[半对])"
)
_TENS_AFTER_FEW = re.compile(rf"(?P<unit>(?:十|{_HUNDRED})[万亿]{{0,2}}|个?[万亿]{{1,2}})(?P<over>{_OVER})?")
# 四五十, 十七八, 一百二三十, 三万五六千
_NEIGHBOURS = re.compile(
    r"(?P<head>.{0,20}[十百千万亿])?(?P<low>[一二两三四五六七八九])(?P<high>[一二两三四五六七八九])(?P<times>[十百千万亿]*)"
)
_PAIRS = frozenset(["一二", "一两", "两三", "二三", "三四", "四五", "五六", "六七", "七八", "八九", "三五"])
# 零件, 逐一一对, and digits side by side (五一村, 九三学社), which name rather than count
_NOTHING = re.compile(rf"[〇零]|[{_D}]{{3,}}|(?P<twice>[{_D}])(?P=twice)")
_MULTIPLIER = re.compile(rf"[{''.join(MULTIPLIERS)}]+")
# 两个亿, but 5个亿元产业集群 are five of them
_OF_HUNDRED_MILLIONS = re.compile(r"个(?=亿(?!元))")
_SHARES = {"百分之": "%", "千分之": "‰", "万分之": "‱"}


class Figure(NamedTuple):
    """A numeral in a text. A tuple, since there is one for each numeral of a page.

    Attributes:
        start, end: its place; 余, 多 and the like inside it are taken in.
        low, high: its worth; `high` of a vague number (十几), else None.
        qualifier: what the numeral itself says: `over` (余, 多), `about` (十几), else `exact`.
        unit: `%`, `‰`, `‱` or empty for a numeral that has its unit in itself (百分之六, 三分之一); else None.
        arabic: whether it is written in Arabic digits.
        bare: whether it is nothing but multipliers (百, 千, 万), which count only with a hedge.
        scale: the multiplier at its end, 1 when there is none.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal | None = None
    qualifier: Qualifier = "exact"
    unit: str | None = None
    arabic: bool = False
    bare: bool = False
    scale: int = 1


def find_figures(folded: str, closed: Sequence[Span] = ()) -> Iterator[Figure]:
    """Yield the numerals of `folded` in their order, none overlapping another or a span of `closed`.

    `closed` is sorted and its spans do not overlap.
    """
    search = _place().search
    barriers = iter((*closed, (len(folded) + 1, len(folded) + 1)))
    first, last = next(barriers)
    found = search(folded)
    while found:
        start = found.start()
        while last <= start:
            first, last = next(barriers)
        if first <= start:
            found = search(folded, last)
            continue
        figure, end = _read(folded, start)
        if figure is not None and figure.end <= first:
            yield figure
        found = search(folded, end)


@layered
def _place() -> re.Pattern[str]:
    """Return the pattern of a figure's first character, by what may stand before and after it."""
    numerals = f"{_D}{_UNITS}"
    counted = first_characters("share", "money", "measure", "count", "time", "span")
    weighed = first_characters("measure")
    lone = rf"(?=[{numerals}几点分块、 至到—~余多来{counted}-])"
    one = (
        rf"(?=[{numerals}点成倍折番]|分之|百分点|个(?:百分点|半)|[元块角毛分]钱|米[二三四五六七八九]"
        # 一到两成
        rf"|[到至][两二三四五六](?:[{counted}]|倍|个百分点)"
        rf"|[{weighed}]|元|[美欧日港英澳加韩新台泰瑞卢法][元币镑分郎盾铢布])"
    )
    return re.compile(
        rf"[0-9数几半对{numerals}廿卅壹贰叁肆伍陆柒捌玖拾]"
        rf"(?:(?<=[0-9])(?<![{_NEVER_LEADS}][0-9])(?<![0-9]\+[0-9])"
        rf"|(?<=[二两三四五六七八九十廿卅])(?<![百千万亿].){lone}"
        rf"|(?<=一)(?<![统唯专同单逐之万划惟]一){one}"
        rf"|(?<=[百千万亿])(?:(?<=[{_BEFORE_BARE}].)|(?=[百千万亿]{{0,2}}(?:[余多几]|分之)|[二三四五六七八九]十))"
        rf"|(?<=[数几])(?=[{_UNITS}]|个亿)"
        rf"|(?<=[〇零])(?=[十点])"
        rf"|(?<=半)(?<!一半)(?=个?多?小时|个百分点|个钟头|个(?![多世月]|朋友|主人)|[{weighed}]|成(?![品年功型立熟])|折)"
        r"|(?<=打对)(?=折)|(?<=[壹贰叁肆伍陆柒捌玖拾])(?=[拾佰仟万]))"
    )


def _read(folded: str, start: int) -> tuple[Figure | None, int]:
    """Return the figure that begins at `start`, if there is one, and where to look on."""
    first = folded[start]
    arabic = "0" <= first <= "9"
    share = None if arabic or first not in _UNITS else _SHARE.match(folded, start)
    match = share or (_WRITTEN if arabic else _FIGURE).match(folded, start)
    if not match:
        return None, start + 1
    try:
        if arabic:
            return _arabic(folded, match)
        figure = _share(match) if share else _chinese(folded, match)
    except (ValueError, ArithmeticError):  # 二二二十, 0十十万: characters of numerals that make none
        return None, match.end()
    return figure, figure.end if figure else match.end()


def _arabic(folded: str, match: re.Match[str]) -> tuple[Figure | None, int]:
    digits, times, over, after = match.groups()
    start, end = match.span()
    if folded.startswith("分之", end):
        return _part(folded, match)
    if times in _WHOLE_UNITS and not over and "." not in digits:
        lower = _LOWER.match(folded, end)
        if lower:
            return _with_lower(folded, start, lower)
    if folded.startswith("/", end):
        return _quotient(folded, start, end)
    if folded.startswith("个亿", end) and _OF_HUNDRED_MILLIONS.match(folded, end):
        times, end = (times or "") + "亿", end + 2
    scale = _scale((times or "") + (after or ""))
    low = _worth(digits, scale)
    return Figure(start, end, low, None, _hedge(over), None, True, False, scale), end


def _hedge(written: str | None) -> Qualifier:
    """Return what 余, 多 or 来 inside a numeral says."""
    if not written:
        return "exact"
    return "about" if written[0] == "来" else "over"


def _with_lower(folded: str, start: int, lower: re.Match[str]) -> tuple[Figure | None, int]:
    end = lower.end()
    worth = read_numeral(folded[start : lower.end("lower")])
    scale = _MYRIAD_WORTH if worth >= _MYRIAD_WORTH else 1
    return Figure(start, end, worth, None, _hedge(lower["over"]), None, True, False, scale), end


def _quotient(folded: str, start: int, end: int) -> tuple[Figure | None, int]:
    """Read 2/3 before words that make it a part of something; 3/4版 and 12/1 are none."""
    bar = _BAR.match(folded, end)
    if not bar or end - start > 3 or not folded[start:end].isdigit():
        return None, end
    upper, lower, end = int(folded[start:end]), int(bar["lower"]), bar.end()
    if not 0 < upper < lower:
        return None, end
    measure = measure_at(folded, end)
    if measure is not None and measure.kind == "measure":
        return Figure(start, end, read_numeral(f"{upper}/{lower}"), arabic=True), end
    if not _PART_OF.match(folded, end) and folded[start - 1 : start] not in _BEFORE_PART:
        return None, end
    return Figure(start, end, read_numeral(f"{upper}/{lower}"), unit=""), end


def _part(folded: str, match: re.Match[str]) -> tuple[Figure | None, int]:
    """Read 10分之3, which counts by itself."""
    part = _PART.match(folded, match.end())
    if not part or match["over"]:
        return None, match.end()
    worth = read_numeral(f"{match.group()}{part.group()}")
    return Figure(match.start(), part.end(), worth, unit=""), part.end()


@lru_cache(maxsize=4096)
def _worth(digits: str, scale: int) -> Decimal:
    worth = read_numeral(digits.replace("·", "."))
    return worth if scale == 1 else plain(worth * scale)


@lru_cache(maxsize=256)
def _scale(times: str) -> int:
    return int(read_numeral("1" + times)) if times else 1


def _share(match: re.Match[str]) -> Figure:
    """Read 百分之六; one part in a million is a number of its own."""
    name, worth = match["share"], read_numeral(match["of"].replace("·", "."))
    unit = _SHARES.get(name)
    if unit is None:
        worth, unit = plain(worth / read_numeral("一" + name.removesuffix("分之"))), ""
    high = read_numeral(match["to"]) if match["to"] else None  # 百分之五到八
    if high is None or high <= worth or not unit:
        return Figure(match.start(), match.end("of"), worth, unit=unit)
    return Figure(*match.span(), worth, high, unit=unit)


def _chinese(folded: str, match: re.Match[str]) -> Figure | None:
    if match["lower"]:
        return Figure(*match.span(), read_numeral(match.group()), unit="")
    if match["few"]:
        return _few(folded, match)
    if match["teens"]:
        return _teens(match)
    if match["half"]:
        return Figure(*match.span(), _FIVE if folded.startswith("折", match.end()) else _HALF)
    if match["first"]:
        return _couple(match)
    if match["pair"]:  # 八五折 is 8.5折
        return Figure(*match.span(), read_numeral(f"{match['pair'][0]}点{match['pair'][1]}"))
    return _spelled(folded, match)


_HALF, _FIVE = Decimal("0.5"), Decimal(5)


def _few(folded: str, match: re.Match[str]) -> Figure | None:
    """Read 数百 (200 to 900) and 几十万; 几个 is no figure."""
    unit = _TENS_AFTER_FEW.match(folded, match.end())
    if not unit:
        return None
    one = read_numeral("一" + unit["unit"].removeprefix("个"))
    return Figure(match.start(), unit.end(), plain(2 * one), plain(9 * one), "about", scale=int(one))


def _teens(match: re.Match[str]) -> Figure:
    """Read 十几 (11 to 19), 二十几, 一百零几, 十几万."""
    times = match["teens_times"] or ""
    base, one = read_numeral(match["teens"].removesuffix("零")), _scale(times)
    step = 10 if match["teens"].endswith("百") else 1
    return Figure(
        *match.span(), plain((base + step) * one), plain((base + 9 * step) * one), "about", scale=one
    )


def _spelled(folded: str, match: re.Match[str]) -> Figure | None:
    written, times = match["chinese"], match["chinese_after"] or ""
    if written[-1] == "两" and len(written) > 1 and written != "一两":  # 三十两 are ounces
        return Figure(match.start(), match.start() + len(written) - 1, read_numeral(written[:-1]))
    if _NOTHING.fullmatch(written):
        return None
    neighbours = _NEIGHBOURS.fullmatch(written)
    if neighbours:
        near = _near(folded, match, neighbours)
        if near is not None or not neighbours["times"] + (neighbours["head"] or ""):
            return near
    bare = _MULTIPLIER.fullmatch(written) is not None and written[0] not in "十拾"
    end = match.end()
    if not times and _OF_HUNDRED_MILLIONS.match(folded, end):
        times, end = "亿", end + 2
    low = read_numeral(("一" + written if bare else written) + times)
    ending = written[-1] if written[-1] in MULTIPLIERS else ""
    hedge = _hedge(match["chinese_over"])
    return Figure(match.start(), end, low, qualifier=hedge, bare=bare, scale=_scale(ending + times))


def _near(folded: str, match: re.Match[str], pair: re.Match[str]) -> Figure | None:
    """Read two neighbouring digits as a range: 四五十 is 40 to 50, 一百二三十 is 120 to 130, 三五 is 3 to 5."""
    digits, head, times, end = pair["low"] + pair["high"], pair["head"] or "", pair["times"], match.end()
    if digits not in _PAIRS:
        return None
    if _OF_HUNDRED_MILLIONS.match(folded, end):
        times, end = times + "亿", end + 2
    if digits == "一二" and not times:
        return None
    low, high = read_numeral(head + digits[0] + times), read_numeral(head + digits[1] + times)
    return Figure(match.start(), end, low, high, "about", scale=_scale(times))


def _couple(match: re.Match[str]) -> Figure | None:
    """Read 三、四千 as 3000 to 4000; 二、五 are two things."""
    if match["first"] + match["second"] not in _PAIRS:
        return None
    low, high = (read_numeral(match[name] + match["both"]) for name in ("first", "second"))
    return Figure(*match.span(), low, high, "about", scale=_scale(match["both"]))
