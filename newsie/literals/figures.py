"""Figures: numerals in running text, with the vagueness that stands inside them.

In: a folded text. Out: each numeral (214.7亿, 2万余, 十几万, 四五十, 数百) with its place and worth.
What it counts and whether it counts anything is decided in `newsie.literals.quantities`.

>>> [(figure.low, figure.qualifier) for figure in find_figures("发放2万余册，走访14户")]
[(Decimal('20000'), 'over'), (Decimal('14'), 'exact')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from newsie.literals.numerals import MULTIPLIERS, parse_number, plain
from newsie.values import Qualifier

_D = "〇零一二两三四五六七八九"
# 千瓦, 千米, 百帕, 百分之 begin units and shares, not multipliers
_HUNDRED = r"(?:[百佰](?!帕|分之)|[千仟](?![瓦米克卡赫伏帕焦字比]|分之))"
_MYRIAD = r"万(?!分之|向|象|全|能|众|般)"
_TIMES = rf"(?:(?:[十拾]|{_HUNDRED}){{0,2}}(?:{_MYRIAD}亿?|亿)|{_HUNDRED})"
_OVER = r"(?:余(?![额热量])|多(?!元化|元投|元发|[样功渠层面维部]))"
_ARABIC = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
_CHINESE = (
    rf"(?:[{_D}廿十]|{_HUNDRED})(?:[{_D}十亿]|{_HUNDRED}|{_MYRIAD})*"
    rf"|(?:{_MYRIAD}|亿)[万亿]?"
    r"|[壹贰叁肆伍陆柒捌玖拾](?=[拾佰仟万])[〇零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+"
)
_POINT = rf"(?:点[{_D}]+(?:{_TIMES})?)?"

_FIGURE = re.compile(
    rf"(?P<share>[百千万]分之)(?P<of>{_ARABIC}|(?:{_CHINESE}){_POINT})"
    rf"|(?<![0-9])(?P<lower>{_ARABIC}|(?:{_CHINESE}))分之(?P<upper>{_ARABIC}|[{_D}十百]+)"
    rf"|(?<![0-9A-Za-z.·×*_〔])(?P<arabic>{_ARABIC})(?P<times>{_TIMES})?(?P<over>{_OVER}(?P<after>{_TIMES})?)?"
    r"|(?P<few>(?<![人户次件个总参基指系函分位倍岁])[数几](?=[十百千万亿])|(?<=[十百千])几)"
    rf"|(?P<teens>[{_D}]?[十百])几(?P<teens_times>{_TIMES})?"
    rf"|(?P<chinese>(?:{_CHINESE}){_POINT})(?P<chinese_over>{_OVER}(?P<chinese_after>{_TIMES})?)?"
    r"|(?P<half>半)(?=个?小时|个百分点|个钟头|个(?![多世月]|朋友|主人)|公里|吨|亩|公斤|斤|成)"
)
_TENS_AFTER_FEW = re.compile(rf"(?P<unit>(?:十|{_HUNDRED})[万亿]{{0,2}}|[万亿]{{1,2}})(?P<over>{_OVER})?")
_NEIGHBOURS = re.compile(
    r"(?P<tens>[一二三四五六七八九]?十)?(?P<low>[一二三四五六七八九])(?P<high>[一二三四五六七八九])(?P<times>[十百千万亿]*)"
)
# 零件, 逐一一对, and digits side by side (五一村, 九三学社), which name rather than count
_NOTHING = re.compile(rf"[〇零]|[{_D}]{{3,}}|(?P<twice>[{_D}])(?P=twice)")
_JOINED_ONE = re.compile(r"[统唯专同单逐之万划惟]$")
_MULTIPLIER = re.compile(rf"[{''.join(MULTIPLIERS)}]+")


@dataclass(frozen=True, slots=True)
class Figure:
    """A numeral in a text.

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


_SHARES = {"百分之": "%", "千分之": "‰", "万分之": "‱"}


def find_figures(folded: str) -> Iterator[Figure]:
    """Yield the numerals of `folded` in their order, none overlapping another."""
    place = 0
    for match in _FIGURE.finditer(folded):
        if match.start() < place:
            continue
        try:
            figure = _figure(folded, match)
        except ValueError:  # 二二二十: characters of numerals that make none
            continue
        if figure is not None:
            place = figure.end
            yield figure


def _figure(folded: str, match: re.Match[str]) -> Figure | None:
    start, end = match.span()
    if match["share"]:
        return Figure(start, end, parse_number(match["of"]), unit=_SHARES[match["share"]])
    if match["lower"]:
        return Figure(start, end, plain(parse_number(f"{match['lower']}分之{match['upper']}")), unit="")
    if match["arabic"]:
        return _written(match, match["arabic"], match["times"] or "", match["over"], match["after"] or "")
    if match["few"]:
        return _few(folded, match)
    if match["teens"]:
        return _teens(match)
    if match["half"]:
        return Figure(start, end, Decimal("0.5"))
    return _chinese(folded, match)


def _written(match: re.Match[str], digits: str, times: str, over: str | None, after: str) -> Figure:
    scale = int(parse_number("1" + times + after))
    low = parse_number(digits + times + after) if times + after else parse_number(digits)
    return Figure(
        *match.span(), low, None, "over" if over else "exact", arabic=digits[0].isdigit(), scale=scale
    )


def _few(folded: str, match: re.Match[str]) -> Figure | None:
    """Read 数百 (200 to 900) and 几十万; 几个 is no figure."""
    unit = _TENS_AFTER_FEW.match(folded, match.end())
    if not unit:
        return None
    one = parse_number("一" + unit["unit"])
    end = unit.end()
    return Figure(match.start(), end, 2 * one, 9 * one, "about", scale=int(one))


def _teens(match: re.Match[str]) -> Figure:
    """Read 十几 (11 to 19), 二十几, 十几万."""
    times = parse_number("一" + match["teens_times"]) if match["teens_times"] else Decimal(1)
    base = parse_number(match["teens"])
    step = 1 if match["teens"].endswith("十") else 10
    return Figure(*match.span(), (base + step) * times, (base + 9 * step) * times, "about", scale=int(times))


def _chinese(folded: str, match: re.Match[str]) -> Figure | None:
    written = match["chinese"]
    if _NOTHING.fullmatch(written) or (
        written == "一" and _JOINED_ONE.search(folded, max(0, match.start() - 1), match.start())
    ):
        return None
    neighbours = _NEIGHBOURS.fullmatch(written)
    if neighbours:
        near = _near(match, neighbours)
        if near is not None or not neighbours["times"] + (neighbours["tens"] or ""):
            return near
    times = match["chinese_after"] or ""
    bare = _MULTIPLIER.fullmatch(written) is not None and written[0] not in "十拾"
    low = parse_number(("一" + written if bare else written) + times)
    last = _MULTIPLIER.search(written[-1:])
    return Figure(
        *match.span(),
        low,
        qualifier="over" if match["chinese_over"] else "exact",
        bare=bare,
        scale=int(parse_number("一" + written[-1] + times)) if last else 1,
    )


def _near(match: re.Match[str], pair: re.Match[str]) -> Figure | None:
    """Read two neighbouring digits as a range: 四五十 is 40 to 50, 三五 is 3 to 5."""
    low, high = parse_number(pair["low"]), parse_number(pair["high"])
    if (high - low != 1 and pair["low"] + pair["high"] != "三五") or (low == 1 and not pair["times"]):
        return None
    base = parse_number(pair["tens"]) if pair["tens"] else Decimal(0)
    times = parse_number("一" + pair["times"]) if pair["times"] else Decimal(1)
    return Figure(*match.span(), (base + low) * times, (base + high) * times, "about", scale=int(times))
