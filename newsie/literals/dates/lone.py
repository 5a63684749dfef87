"""Dates that are dates only when a text says nothing else: 12/1, 1月3, 四月十三, 91年, 五一, 全天.

In running text such words are counts, fractions and other things.

>>> lone_point("12/1"), lone_point("三三年").year
(Point(end=4, month='12', day='1'), '三三')
"""

from __future__ import annotations

from newsie import patterns as re
from newsie.literals.dates.festivals import is_festival
from newsie.literals.dates.grammar import DAY, DIGIT, MONTH, YEAR, Point

_LONGEST = 16
_FORMS = re.compile(
    rf"(?P<month>1[0-2]|0?[1-9])[/-](?P<day>3[01]|[12][0-9]|0?[1-9])"
    rf"|(?P<cut_month>{MONTH})月(?P<cut_day>{DAY})"
    rf"|(?P<only_month>{MONTH}|元)月"
    rf"|(?P<year>[0-9]{{2,3}}|[〇零{DIGIT}]{{2,3}})年"
    rf"|(?P<bare_year>{YEAR})"
    rf"|(?P<year_of_month>{YEAR})[-/.](?P<month_of_year>1[0-2]|0?[1-9])"
    r"|(?P<season>[春夏秋冬][天季]|第[一二三四1-4]季)|(?P<whole_day>全天|周末)"
)


def lone_point(words: str) -> Point | None:
    """Return the point that `words`, all of a text, are."""
    if len(words) > _LONGEST:
        return None
    if is_festival(words):
        return Point(len(words), festival=words)
    found = _FORMS.fullmatch(words)
    if not found:
        return None
    end = len(words)
    if found["whole_day"]:
        return Point(end, word="今天" if found["whole_day"] == "全天" else "本" + found["whole_day"])
    if found["season"]:
        return Point(end, year="今年", stretch=found["season"])
    month = found["month_of_year"] or found["month"] or found["cut_month"] or found["only_month"]
    day = found["day"] or found["cut_day"]
    return Point(
        end,
        year=found["year_of_month"] or found["year"] or found["bare_year"] or "",
        month=month or "",
        day=day or "",
    )
