"""Days that are those of one occasion: 3月2日, 近日, 春节前夕; not 今年以来."""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.speech.layout import Layout
from newsie.reading import Date
from newsie.spans import start_behind

# how far back a day may stand that frames a sentence
_REACH = 2000

_PERIOD = re.compile(
    r"[0-9]年.{1,6}前夕$|以来|截至|目前|现在|眼下|当前|如今|近年|今年(?![0-9])|去年(?![0-9])|明年|全年|季度|半年|期间"
)
# 中秋、国庆“两节”临近，某局……: when it is near, no day of a visit
_NEARING = re.compile(r"[^，。；\n]{0,10}?(?:临近|将至|来临|将近|在即|到来之际)")


def occasion(layout: Layout, found: Date) -> bool:
    """Tell whether a date can be that of a visit: a day, some days, 近日; not a year or 今年以来."""
    words = layout.reading.plain((found.start, found.end))
    if _PERIOD.search(words) or _NEARING.match(layout.reading.text.folded, found.end):
        return False
    precision = found.interval.precision
    return precision in ("day", "month", "vague") or (
        precision == "range" and ("日" in words or words.endswith("旬"))
    )


def dated(layout: Layout, start: int, length: int) -> bool:
    """Tell whether the sentence, or its paragraph before it, speaks of one occasion: 近日, 3月2日."""
    paragraph = start_behind("\n", layout.string, start - _REACH, start)
    fills = layout.canvas.within(paragraph, start + length, "DATE")
    return any(occasion(layout, fill.found) for fill in fills if isinstance(fill.found, Date))
