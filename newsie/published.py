"""When a page was published and in which newspaper (出版日期, 报名), and how that is known.

What the caller gives wins, then the manifest, then a date in the file name, then the masthead;
if there is none of these, the latest full date of the page is the earliest day it can have
appeared on, and stands in, marked as inferred.

>>> name_day("paper_2023-01-10_02.txt")
datetime.date(2023, 1, 10)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import NamedTuple

from newsie import patterns as re
from newsie.article import Division, Warning
from newsie.codes import NOISE
from newsie.divide.bylines import META
from newsie.divide.frame import frame
from newsie.page import Page, PublishedFrom
from newsie.text import Span, Text, fold

_NAME_DAY = re.compile(
    r"(?<![0-9A-Za-z])((?:19|20)[0-9]{2})[-_.年]?([0-9]{1,2})[-_.月]?([0-9]{1,2})日?(?![0-9A-Za-z])"
)
_FULL_DAY = re.compile(
    r"((?:1(?<![0-9]1)9|2(?<![0-9]2)0)[0-9]{2})\s?(?:年\s?([0-9]{1,2})\s?月\s?([0-9]{1,2})\s?日"
    r"|([-./])([0-9]{1,2})\4([0-9]{1,2})(?![0-9]))"
)
_BOUND = re.compile(r"\s?(?:以?前|之前|起|后|至|到|—|-)")
_WEEKDAY = re.compile(r"星\s?期\s?[一二三四五六日天]|周[一二三四五六日]")
_SENTENCE = re.compile(r"[。；！？]|，.{0,200}，")
# a paper calls itself so anywhere; a mere X新闻 is as often a column, and must share the line of the date
_HAN = "\u4e00-\u9fff"
_PAPER = re.compile(rf"(?<![{_HAN}])([{_HAN}]{{2,10}}(?:[日晚早晨时商]报|都市报))(?![{_HAN}])")
_DATED_PAPER = re.compile(rf"(?<![{_HAN}])([{_HAN}]{{2,8}}(?:报|新闻|周刊))(?![{_HAN}])")
_MASTHEAD_LINE = 80
# 2015年11月 / 4 / 星期三
_SPREAD_DAY = re.compile(
    r"((?:19|20)[0-9]{2})\s?年\s?([0-9]{1,2})\s?月\s?\n\s?([0-9]{1,2})\s?日?\s?\n\s?星\s?期"
)
_UNMEANT = re.compile(f"[{NOISE}]{{1,40}}")
_LINE = re.compile(r"[^\n]+")
_NAMED_SOURCE = re.compile(r"(?:来源|稿源)\s?：\s?([^\s，。；]{2,20})")


@dataclass(frozen=True, slots=True)
class Published:
    """What is known of a page's publication.

    Attributes:
        day: the day, or None.
        known_from: how it is known, or None.
        outlet: the newspaper, or None.
        warnings: what is doubtful about it.
    """

    day: date | None
    known_from: PublishedFrom | None
    outlet: str | None
    warnings: tuple[Warning, ...] = ()


def find_published(page: Page, division: Division) -> Published:
    """Return when and where `page`, divided as `division`, was published."""
    mastheads = [line for line in division.furniture if _is_masthead(line)]
    sources = _source_lines(division)
    days = list(_days_on(page.text))
    day, known_from = _day(page, mastheads, sources, days)
    return Published(
        day=day,
        known_from=known_from,
        outlet=page.outlet or _outlet(mastheads) or _source(sources),
        warnings=tuple(_doubts(days, day, known_from, mastheads)),
    )


def _day(
    page: Page, mastheads: Sequence[Text], sources: Sequence[Text], days: Sequence[FullDay]
) -> tuple[date | None, PublishedFrom | None]:
    if page.published is not None:
        return page.published, page.published_from or "given"
    if (named := name_day(page.source)) is not None:
        return named, "filename"
    if (printed := _masthead_day(mastheads)) is not None:
        return printed, "page"
    # a web page lists stories of several days: it is as young as the youngest
    if released := [found.day for line in sources for found in full_days(line.string)]:
        return max(released), "page"
    latest = max((found.day for found in days if not found.is_bound), default=None)
    return latest, None if latest is None else "inferred"


def name_day(source: str) -> date | None:
    """Return the day in a file's name, if there is one and only one."""
    found = (_calendar_day(*match.groups()) for match in _NAME_DAY.finditer(PurePath(source).stem))
    days = {day for day in found if day is not None}
    return days.pop() if len(days) == 1 else None


def _days_on(page: str) -> Iterator[FullDay]:
    """Yield the full dates of a page, whatever unseen characters they hold."""
    text = Text.of(page).substitute(_UNMEANT, "")
    for found in full_days(text.string):
        segments = text.segments(*found.span)
        yield found._replace(span=(segments[0][0], segments[-1][1]))


class FullDay(NamedTuple):
    """A date that has year, month and day.

    Attributes:
        span: where it stands.
        day: the day.
        is_bound: whether something is to happen before it, or a period begins there: 2025年12月31日前完成.
    """

    span: Span
    day: date
    is_bound: bool


def full_days(text: str) -> Iterator[FullDay]:
    """Yield each date of `text` that has year, month and day.

    Offsets: spans are offsets into `text`.
    """
    folded = fold(text)
    for match in _FULL_DAY.finditer(folded):
        day = _calendar_day(match[1], match[2] or match[5], match[3] or match[6])
        if day is not None:
            yield FullDay(match.span(), day, _BOUND.match(folded, match.end()) is not None)


def _calendar_day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _is_masthead(line: Text) -> bool:
    """Tell a line of names and dates from a sentence."""
    return len(line) <= _MASTHEAD_LINE and not _SENTENCE.search(line.folded)


def _masthead_day(mastheads: Sequence[Text]) -> date | None:
    """Return the day of the first masthead line that has one, of those with a weekday first."""
    ranked = sorted(mastheads, key=lambda line: not _WEEKDAY.search(line.folded))
    printed = next((found.day for line in ranked for found in full_days(line.string)), None)
    if printed is None and (spread := _SPREAD_DAY.search("\n".join(line.folded for line in mastheads))):
        return _calendar_day(spread[1], spread[2], spread[3])
    return printed


def _source_lines(division: Division) -> list[Text]:
    """Return the lines under web pages' headlines: 发布时间：2023-05-06 来源：某某日报."""
    stated = [part.text for article in division.articles for part in article.parts if part.role == "byline"]
    lines = [text[at.start() : at.end()] for text in stated for at in _LINE.finditer(text.string)]
    return [line for line in lines if frame(line.folded) == "meta" or META.fullmatch(line.folded)]


def _source(sources: Sequence[Text]) -> str | None:
    """Return the newspaper that every story of a page names as its source, if they name one and the same."""
    found = [(line, match) for line in sources if (match := _NAMED_SOURCE.search(line.folded))]
    names = {line.string[match.start(1) : match.end(1)] for line, match in found}
    return names.pop() if len(names) == 1 and _PAPER.fullmatch(fold(min(names))) else None


def _outlet(mastheads: Sequence[Text]) -> str | None:
    for line in mastheads:
        dated = next(full_days(line.string), None) is not None
        found = _PAPER.search(line.folded) or (_DATED_PAPER.search(line.folded) if dated else None)
        if found:
            return line.string[found.start() : found.end()]
    return None


def _doubts(
    days: Sequence[FullDay], day: date | None, known_from: PublishedFrom | None, mastheads: Sequence[Text]
) -> Iterator[Warning]:
    if day is None:
        yield Warning("no-published", "no publication date is given or found: years stay open")
        return
    printed = _masthead_day(mastheads)
    if known_from != "page" and printed is not None and printed != day:
        yield Warning("published-differs", f"the page says {printed}, not {day}")
    first = min(days, key=lambda found: found.day, default=None)
    if first and first.day > day:
        yield Warning(
            "published-early", f"{day} is before every date of the page, from {first.day} on", (first.span,)
        )
