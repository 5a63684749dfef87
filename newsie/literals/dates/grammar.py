"""What dates are made of: the forms of their numerals, and one point of time as written.

>>> Point(4, month="3", day="26")
Point(end=4, month='3', day='26')
"""

from __future__ import annotations

from typing import NamedTuple

DIGIT = "一二三四五六七八九"
YEAR = rf"(?:[12][0-9]{{3}}|[一二][0〇零○Oo{DIGIT}]{{3}}|2[〇○Oo]{{2}}[0-9])"
MONTH = rf"(?:1[0-2]|0?[1-9]|十[一二]?|[{DIGIT}])"
DAY = rf"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[{DIGIT}]?|廿[{DIGIT}]?|[{DIGIT}])"
COUNT = rf"(?:[0-9]{{1,3}}|[{DIGIT}]?十[{DIGIT}]?|[两{DIGIT}])"
"""How many, or which of a row: 3, 十二, 两."""
TO = r" ?(?:至|到|—{1,2}|-{1,2}|–|~|─{1,2}) ?"


class Point(NamedTuple):
    """The parts of one expression as written, empty where it is silent.

    A tuple, since thousands are made for a page.

    Attributes:
        end: where it ends in the text.
        era: the reign its years are counted in (康熙); it stands before the place where the point begins.
        year, month, day: as written (2022, 二〇二二, 今年; 3, 十二, 本月).
        first_year, first_month, first_day: the lower end of a joined part (1至10月).
        stretch: a part of the year or month (上半年, 一季度, 第二周, 底, 上旬, 全年, 夏天).
        first_festival, festival, tail: a festival (春节), what hangs on it (期间, 前后), and one that
            its holiday is joined to (中秋国庆假期).
        lunar: 农历, or 闰 in a leap month, when month and day are those of the lunar calendar.
        word: an expression without calendar parts (近日, 今天, 上周三, 近三年).
    """

    end: int
    era: str = ""
    year: str = ""
    first_year: str = ""
    month: str = ""
    first_month: str = ""
    day: str = ""
    first_day: str = ""
    stretch: str = ""
    first_festival: str = ""
    festival: str = ""
    tail: str = ""
    lunar: str = ""
    word: str = ""

    def __repr__(self) -> str:
        said = self._asdict().items()
        return f"Point({', '.join(f'{name}={value!r}' for name, value in said if value != '')})"
