"""When a visit was: the days that its sentences name."""

from __future__ import annotations

from datetime import date

from newsie import patterns as re
from newsie.frames.speech.layout import Layout
from newsie.frames.visiting.goers import Goers
from newsie.frames.visiting.occasions import occasion
from newsie.reading import Date
from newsie.spans import start_behind

_REACH = 2000
# how many days one trip takes at most
_SAME_TRIP = 12
# 1976年，某某率团前往甲国: the month of a sentence before is of another year
_OF_YEAR = re.compile(r"[0-9]{4}年(?![0-9])")
# 报告会后，某某还来到……; 会前，某某走进……: on the day of the gathering told of before
_BESIDE_MEETING = re.compile("[^，。；\n]{0,6}(?:会议?|仪式|活动|座谈|宣讲)(?:结束)?之?[前后]，")


def days_in(layout: Layout, start: int, end: int) -> list[Date]:
    """Return the days between two offsets of the canvas that can be those of a visit."""
    fills = layout.canvas.within(start, end, "DATE")
    return [fill.found for fill in fills if isinstance(fill.found, Date) and occasion(layout, fill.found)]


def days_before(layout: Layout, goers: Goers) -> list[Date]:
    """Return the day that the paragraph names before, unless the sentence tells of a further visit (还)."""
    if _BESIDE_MEETING.match(layout.string, goers.start, goers.after):
        before = days_in(layout, max(0, goers.start - _REACH), goers.start)
        return [found for found in before if found.interval.precision == "day"][-1:]
    if "还" in layout.string[goers.start : goers.after + 2]:
        return []
    paragraph = start_behind("\n", layout.string, goers.start - _REACH, goers.start)
    if _OF_YEAR.match(layout.reading.text.folded, layout.canvas.starts[goers.start]):
        return []
    return days_in(layout, paragraph, goers.start)[-1:]


def far_apart(one: Date, other: Date) -> bool:
    """Tell whether two dates lie further apart than one trip takes."""
    days = [found.interval.start for found in (one, other)]
    if None in days or any(day.startswith("--") for day in days if day):
        return False
    first, second = (date.fromisoformat(day) for day in days if day)
    return abs((second - first).days) > _SAME_TRIP
