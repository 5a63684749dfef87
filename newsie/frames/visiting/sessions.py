"""Those at a gathering who go to look together: 会前，与会人员先后来到甲镇、乙园区，观摩项目建设."""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.canvas import MARKS

_DATE = MARKS["DATE"]
_WHO = "(?:全体)?(?:与会|参会|观摩)(?:人员|代表|领导|同志|嘉宾|者)(?:们)?"
_ORDER = "(?:一行|还|也|又|先后|分别|首先|随后|共同|一同|一起|集体|统一|分组|分批|分两?[路组]|乘车|驱车|现场|实地|冒雨|冒着[^，。]{1,6}){0,5}"
_GOING = (
    "(?:来到|前往|深入|走进|抵达|[到赴](?!会)|参观(?!考察团|团)|观摩(?!团|组)|察看|查看|视察|考察(?!团|组))"
)
# 会前，｜与会人员……; 会议期间，｜与会人员……; 3月5日上午，｜与会人员……
_FRONT = rf"(?:[^，。；：“”\n{_DATE}]{{0,10}}[前后间中上]，|(?:{_DATE}|上午|下午|当[天日][上下]?午?|随后){{1,3}}，?|随后，?)?"
_PARTY = re.compile(rf"\ue002?{_FRONT}(?P<unit>{_WHO}){_ORDER}，?{_GOING}")
_SIGN = re.compile("(?:与会|参会|观摩)(?:人员|代表|领导|同志|嘉宾|者)")


def party_of_meeting(string: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a sentence names those at a gathering who set out from it; offsets of the canvas.

    >>> party_of_meeting("会前，与会人员到青河镇观摩。", 0, 14)
    (3, 7)
    """
    if not _SIGN.search(string, start, end):
        return None
    match = _PARTY.match(string, start, end)
    return match.span("unit") if match else None
