"""Lunar dates and festivals as they are written: 农历八月十五, 正月初一, 大年初三, 闰四月, 中秋国庆假期.

>>> feast_at("去年中秋节前后", 2, Point(2, year="去年"))
Point(end=7, year='去年', festival='中秋', tail='前后')
"""

from __future__ import annotations

from functools import cache

from newsie import patterns as re
from newsie.literals.dates.festivals import festival, festival_firsts, named
from newsie.literals.dates.grammar import DIGIT, MONTH, YEAR, Point

_DAY = rf"初(?:10|[1-9]|[{DIGIT}十])|廿[{DIGIT}]?|三十|二?十[{DIGIT}]?|30|[12][0-9]|[1-9]"
_SIGN = "(?:农历|阴历|旧历|夏历)"
_SIGNED = re.compile(_SIGN)
_ENDS = r"(?=节|[，。；）\s]|$)"
_LUNAR = tuple(
    re.compile(form)
    for form in (
        rf"{_SIGN}(?:的?(?P<year>{YEAR})年|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)?的?(?P<leap>闰)?(?P<month>[正冬腊]|{MONTH})月(?P<day>{_DAY}|[{DIGIT}])?[日号]?",
        rf"(?P<leap>闰)?(?P<month>[正冬腊])月(?P<day>{_DAY})?[日号]?",
        rf"(?P<leap>闰)(?P<month>{MONTH})月(?P<day>{_DAY})?[日号]?",
        rf"(?P<month>十[一二]?|[{DIGIT}])月(?P<day>初[{DIGIT}十])(?![家个项名次批场届期步])",
        r"(?P<month>[七八])月(?P<day>十五)(?![日号])",
        rf"(?P<month>二)月(?P<day>二){_ENDS}",
        rf"(?P<month>三)月(?P<day>三){_ENDS}",
        rf"大年(?P<day>初[{DIGIT}十])",
    )
)
_STARTS = frozenset(f"农阴旧夏闰正冬腊大十{DIGIT}")


def feast_at(folded: str, place: int, point: Point) -> Point | None:
    """Read a lunar date or a festival at `place`; `point` has the year that stands before it, if one does."""
    first = folded[place : place + 1]
    signed = None
    if first in _STARTS:
        lunar = next(filter(None, (form.match(folded, place) for form in _LUNAR)), None)
        if lunar:
            return _lunar(lunar, point)
        signed = _SIGNED.match(folded, place)
    if first not in _firsts() and not signed:
        return None
    begins = signed.end() if signed else place
    feast = festival(with_year=bool(point.year or signed)).match(folded, begins)
    if not feast:
        return None
    name, tail, earlier = named(feast)
    return point._replace(end=feast.end(), festival=name, tail=tail, first_festival=earlier)


def _lunar(found: re.Match[str], point: Point) -> Point:
    said = found.groupdict()
    return point._replace(
        end=found.end(),
        year=point.year or said.get("year") or "",
        month=said.get("month") or "正",
        day=said.get("day") or "",
        lunar=said.get("leap") or "农历",
    )


@cache
def _firsts() -> frozenset[str]:
    return festival_firsts()
