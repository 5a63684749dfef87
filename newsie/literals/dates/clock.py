"""What hangs on a date: its weekday, part of day and time of day (3月28日（星期二）上午8时至15时).

>>> hanging("3月28日8时至15时，", 5)
(11, None)
"""

from __future__ import annotations

from newsie import patterns as re
from newsie.literals.dates.grammar import TO
from newsie.values import PartOfDay

_JOIN = re.compile(TO)
_WEEKDAY = re.compile(
    r"（(?:星期|周|礼拜)[一二三四五六日天]）|，?(?:星期|礼拜)[一二三四五六日天]|周[一二三四五六日](?![边围年至到])|当[天日](?![成常])|这一?天|那天"
)
_PART = re.compile(
    r"(?P<morning>凌晨|清晨|早晨|早上|一早|上午)|(?P<noon>中午|午间)|(?P<afternoon>下午|午后)"
    r"|(?P<evening>傍晚|晚上|晚间|夜间|深夜|夜里|当晚|晚(?![会于餐宴饭报婚育熟稻点些]))"
)
_PARTS_OF_DAY: tuple[PartOfDay, ...] = ("morning", "afternoon", "evening")
_HANGS = re.compile(r"[（，星周礼凌清早一上中午下傍晚夜深当这那0-9两二三四五六七八九十]")
_CLOCK = re.compile(
    r"(?:[0-2]?[0-9]|[一二两三四五六七八九十]{1,2})"
    r"(?:[时点](?![间代期评位对击赞多个])(?:[0-5]?[0-9]分|半|许|整)?|:[0-5][0-9])(?:许|左右|整)?"
)


def hanging(folded: str, end: int) -> tuple[int, PartOfDay | None]:
    """Return the end with weekday, part of day and time of day taken in, and the part of day."""
    part: PartOfDay | None = None
    if not _HANGS.match(folded, end) and folded[end - 1 : end] not in "晚夜晨早":
        return end, None
    word = folded[end - 2 : end]
    if word.endswith(("晚", "夜", "晨", "早")) and word[:1] in "今昨明当前":
        part = "morning" if word[1] in "晨早" else "evening"
    weekday = _WEEKDAY.match(folded, end)
    end = weekday.end() if weekday else end
    found = _PART.match(folded, end)
    if found:
        end = found.end()
        part = next((name for name in _PARTS_OF_DAY if found[name]), part)
    clock = _CLOCK.match(folded, end)
    if clock:
        join = _JOIN.match(folded, clock.end())
        until = _CLOCK.match(folded, join.end()) if join else None
        end = (until or clock).end()
    return end, part
