"""Dates written in figures and marks alone: 2024-03-07, 2024/3/7, 3-7-2017, 20240307, 2008.03-2009, 2016到2018.

>>> plain_date("截至2024.10.18发布", 2)
Point(end=12, year='2024', month='10', day='18')
>>> plain_date("拨打12-11-100", 2) is None
True
"""

from __future__ import annotations

from newsie import patterns as re
from newsie.literals.dates.grammar import DIGIT, TO, Point

_YEAR = r"(?:1[89]|2[01])[0-9]{2}"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
_FULL_MONTH = r"(?:1[0-2]|0[1-9])"
_FULL_DAY = r"(?:3[01]|[12][0-9]|0[1-9])"
# what may stand beside figures that are a date; a number, a code or a room goes on with something else
_NO_MORE = r"(?!\.?[0-9]|[A-SU-Za-z室栋楼户幢元%％])"
# 3月 and 2022年 are no date in figures: a quick look at what follows the first numeral
_BEGINS = re.compile(
    rf"(?:[0-9]{{1,4}}|[一二][〇零○Oo{DIGIT}]{{3}})(?:[-/.—–~─至到]| ?[-—–~─至到]| [01][0-9] |[0-9]{{4}})"
)
_AFTER_CODE = re.compile(r"[0-9A-Za-z][-/.·]?$|[号码]：?$|[-/.:#№+¥$第]$")
_DATE = re.compile(
    rf"(?P<year>{_YEAR})(?:(?P<mark>[-/.])(?P<month>{_MONTH})(?P=mark)(?P<day>{_DAY})日?{_NO_MORE}"
    rf"| (?P<spaced_month>{_FULL_MONTH}) (?P<spaced_day>{_FULL_DAY}){_NO_MORE}"
    rf"|(?P<run_month>{_FULL_MONTH})(?P<run_day>{_FULL_DAY})(?![0-9.,]|[A-Za-z室元%号万千百亿]))"
    # 3-7-2017 is the third of July
    rf"|(?P<first_day>{_DAY})(?P<back>[-/.])(?P<last_month>{_MONTH})(?P=back)(?P<last_year>{_YEAR}){_NO_MORE}"
    # 3/22/2017 has no other reading
    rf"|(?P<american_month>{_MONTH})(?P<between>[-/])(?P<american_day>1[3-9]|2[0-9]|3[01])(?P=between)(?P<american_year>{_YEAR}){_NO_MORE}"
    # 3.12日
    rf"|(?P<dotted_month>{_MONTH})\.(?P<dotted_day>{_DAY})(?:日|号(?![楼线院店馆厅]))"
    rf"|(?P<short>[0-9]{{2}})-(?P<short_month>{_MONTH})-(?P<short_day>{_DAY})(?![-0-9]){_NO_MORE}"
)
_YEAR_MONTHS = re.compile(
    rf"(?P<year>{_YEAR})[./-](?P<month>{_FULL_MONTH})(?={TO}{_YEAR}(?:[./-]{_FULL_MONTH})?{_NO_MORE})"
    rf"|(?P<last>{_YEAR})[./-](?P<last_month>{_FULL_MONTH}){_NO_MORE}|(?P<bare>{_YEAR}){_NO_MORE}"
)
# 2016到2018 are years where nothing is counted by them: 2000至2010元 are none
_BARE_YEARS = re.compile(
    rf"(?P<first>(?:19|20)[0-9]{{2}}|[一二][〇零○Oo{DIGIT}]{{3}}){TO}(?P<last>(?:19|20)[0-9]{{2}}|[一二][〇零○Oo{DIGIT}]{{3}})"
    r"(?=[，。；：、！？）\s的间期度]|之间|赛季|学年|财年|$)"
)
# 12/1 is the first of December; 3/4 may be three quarters, unless something says it is a day
_MONTH_AND_DAY = re.compile(
    rf"(?P<month>{_MONTH})/(?P<day>{_DAY})(?![-/0-9.%，、]?[0-9]|[的以之%‰多余强弱A-Za-z])"
)
_DAY_LEADS = re.compile(r"(?<![大小低高等多少优强])[于在] ?$")


def plain_date(folded: str, start: int, *, joined: bool = False) -> Point | None:
    """Read a date in figures that begins at `start`, its month and day in the order of its form.

    `joined` tells that it is the later end of a range, which a mark goes before.
    """
    if not _BEGINS.match(folded, start):
        return None
    if start and not joined and _AFTER_CODE.search(folded, max(0, start - 2), start):
        return None
    found = _DATE.match(folded, start)
    if found:
        return _point(found)
    years = _BARE_YEARS.match(folded, start)
    if years and years["first"] < years["last"]:
        return Point(years.end(), year=years["last"], first_year=years["first"])
    months = _YEAR_MONTHS.match(folded, start)
    if months and months["year"]:
        return Point(months.end(), year=months["year"], month=months["month"])
    near = (
        _MONTH_AND_DAY.match(folded, start) if _DAY_LEADS.search(folded, max(0, start - 3), start) else None
    )
    return Point(near.end(), month=near["month"], day=near["day"]) if near else None


def plain_end(folded: str, start: int) -> Point | None:
    """Read the later end of 2008.03-2009 and 2008.03-2010.05."""
    found = _YEAR_MONTHS.match(folded, start)
    if not found:
        return None
    return Point(
        found.end(), year=found["last"] or found["bare"] or found["year"], month=found["last_month"] or ""
    )


def _point(found: re.Match[str]) -> Point:
    groups = found.groupdict()
    for kind in ("", "spaced_", "run_"):
        if groups[f"{kind}day"]:
            return Point(
                found.end(), year=found["year"], month=groups[f"{kind}month"], day=groups[f"{kind}day"]
            )
    if found["american_day"]:
        return Point(
            found.end(), year=found["american_year"], month=found["american_month"], day=found["american_day"]
        )
    if found["dotted_day"]:
        return Point(found.end(), month=found["dotted_month"], day=found["dotted_day"])
    if found["last_year"]:
        return Point(found.end(), year=found["last_year"], month=found["last_month"], day=found["first_day"])
    return Point(found.end(), year=found["short"], month=found["short_month"], day=found["short_day"])
