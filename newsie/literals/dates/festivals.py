"""Festivals and solar terms (节日, 节气): where a text names one, and on which days it falls.

>>> festival_days("中秋", 2020), festival_days("国庆节", 2022)
((datetime.date(2020, 10, 1), datetime.date(2020, 10, 3)), (datetime.date(2022, 10, 1), datetime.date(2022, 10, 7)))
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache, lru_cache

from newsie import patterns as re
from newsie.lexicon import Row, rows
from newsie.literals.dates.lunar import TERMS, last_day, lunar_day, solar_term

FIRST_DAYS = "(?:(?:节?假期|小?长假|黄金周|假日)[头前]|头)[一二两三四五六七八1-8]天"
"""国庆假期前三天, 春节头四天: only so many of its days."""

# 春节假期刚过: it is named, but nothing happened in it
_OVER = r"(?!刚|将至|来临|临近|在即|过后|就要|即将|将近|早?已|结束|到来)"
TAIL = rf"(?:(?:{FIRST_DAYS}|节?假期(?:期间)?|期间|小?长假|黄金周|假日(?:期间)?|前后|前夕|当天|当日){_OVER})"


# 春节招待会, 第40个教师节到来之际 and 庆祝教师节 name the festival and no time
_STANDS = r"(?=[，。；：！？、）”\s]|[前后](?!夜)|到(?!来|了)|至(?!际)|以来|当|期|夜|$)"
_FIRST = r"(?:春节|元旦|中秋节?|国庆节?|清明节?|端午节?|“五一”)"


@cache
def festival(*, with_year: bool = False) -> re.Pattern[str]:
    """Return the pattern of a festival and what hangs on it: groups `name` and `tail`, see `named`.

    Names that are other words too (五一, 国庆, 立春) count only `with_year`, a year just before them, or
    where 节, 假期 or the like follows; in front may stand another (中秋国庆假期).
    """
    plain, bound = _alternatives("plain"), _alternatives("bound")
    terms = "|".join(TERMS)
    branches = [
        rf"(?:(?P<earlier>{_FIRST})[、和]?)?[“‘\"'](?P<quoted>{plain}|{bound})[”’\"'](?:国际)?(?P<quoted_tail>节(?!目)|劳动妇女节|儿童节|劳动节|妇女节|青年节|建军节|{TAIL})",
        rf"(?:(?P<first>{_FIRST})[、和]?)?(?:(?P<tailed>{plain})节?|(?P<bound>{bound})节?)(?P<tail>{TAIL})",
        rf"(?P<term>{terms})(?:节气|时节)(?:当天|当日|前后)?",
    ]
    if with_year:
        branches.append(rf"(?P<plain>{plain})(?:节(?!目))?(?![联晚档路村街镇乡桥巷])")
        branches.append(rf"(?P<dated>{bound}|{terms})节?(?=[，。、；：！？）（\s到至前后的时]|$)")
    else:
        branches.append(
            rf"(?<![是过祝迎度叫庆个临])(?:(?P<plain>{plain})(?:节(?!目))?{_STANDS}"
            rf"|(?P<dated>{bound})节(?![目能约水省俭点日制气]){_STANDS})"
        )
    return re.compile("|".join(branches))


def named(found: re.Match[str]) -> tuple[str, str, str]:
    """Return the name, the tail (期间, 前后) and the festival in front, of a match of `festival`."""
    groups = found.groupdict()
    names = ("quoted", "tailed", "bound", "term", "plain", "dated")
    name = next(groups[key] for key in names if groups.get(key))
    earlier = groups["earlier"] or groups["first"] or ""
    return name, groups["quoted_tail"] or groups["tail"] or "", earlier.strip("“”")


def _alternatives(use: str) -> str:
    """Return the names of one use, the longest first, as a branch for each first character."""
    names = sorted(
        (row[0] for row in _table().values() if row[5] == use), key=lambda name: (-len(name), name)
    )
    return "|".join(names)


def festival_firsts() -> frozenset[str]:
    """Return the characters that a match of `festival` may begin with."""
    return frozenset("“‘\"'") | {name[0] for name in (*_table(), *TERMS)}


@cache
def _table() -> dict[str, Row]:
    return {row[0]: row for row in rows("festivals.tsv", 6)}


@lru_cache(maxsize=4096)
def is_festival(name: str) -> bool:
    """Tell whether `name`, all of it, names a festival or a solar term.

    >>> is_festival("妇女节"), is_festival("节日")
    (True, False)
    """
    return name in _table() or name in TERMS


def festival_days(name: str, year: int) -> tuple[date, date] | None:
    """Return the day of a festival in a year, lunar for lunar ones, and the last day of its holiday."""
    if name in TERMS:
        term = solar_term(year, name)
        return (term, term) if term else None
    _, calendar, month, day, off, _ = _table()[name]
    first = _day(name, calendar, month, day, year)
    return (first, first + timedelta(int(off) - 1)) if first else None


def _day(name: str, calendar: str, month: str, day: str, year: int) -> date | None:
    if calendar == "solar":
        return date(year, int(month), int(day))
    if calendar == "term":
        return solar_term(year, name.removesuffix("节"))
    if calendar == "weekday":
        nth, weekday = (int(part) for part in day.split("-"))
        first = date(year, int(month), 1)
        return first + timedelta((weekday - 1 - first.weekday()) % 7 + 7 * (nth - 1))
    if day == "0":
        return last_day(year)
    return lunar_day(year, int(month), int(day))
