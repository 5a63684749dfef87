"""Who decided on an appointment, and when (任免机关, 决定日期)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from newsie import patterns as re
from newsie.frames.appointing.verbs import Verb
from newsie.reader.organizations import begin
from newsie.reading import Date, Reading
from newsie.spans import start_behind
from newsie.text import Span

_BODIES = (
    r"(?:中共中央|国务院|党中央|中央军委|[省市县区州盟旗镇乡团]委(?:常委会|组织部)?|党工委|党委(?:常委会)?|党组|组织部|人大常委会|人民代表大会(?:常务委员会)?|人大|政协|"
    r"政协[^，。；\n]{0,8}委员会|人民政府|政府|管委会|管理委员会|办事处|国会|议会|众议院|参议院|下议院|内阁|国家杜马|中央委员会|联盟|联合会|协会|理事会|代表大会)"
)
# 市委研究决定, 县人大常委会任命, 经区委常委会会议研究
_DECIDES = re.compile(
    rf"(?P<by>{_BODIES})(?:常务会议|常务会|会议|全会|全体会议)?(?:日前|近日|正式|已)?(?:研究|讨论|表决)?(?:决定|同意|批准|通过|任命|免去|任免|研究|提名|聘任|公示|通知)"
)
_STUDIED = re.compile(rf"经(?P<by>{_BODIES})[^，。；\n]{{0,8}}研究")
# 县第十七届人大常委会举行第十次会议, 全国人大常委会第三十九次会议于……的决定
_SESSION = re.compile(
    rf"(?P<by>{_BODIES})(?:党组)?(?:日前|近日)?(?:在[^，。；、\n]{{1,16}}?)?(?:召开|举行)?(?:第[0-9一二三四五六七八九十百〇]{{1,6}}(?:届|次))?[^，。；、\n]{{0,8}}?(?:会议|全会|大会|常务会|一次会)"
)
_BY_SESSION = re.compile(r"会议|大会|全会|表决|人事|选举|决定|根据")
_DECIDING = re.compile(r"决定|表决|任命|免去|任免|研究|公示|名单")
# 祝贺他当选总统: the day and the body are those of the congratulation
_CONGRATULATES = re.compile(r"祝贺|贺电|贺信")
_LEAD = re.compile(r"(?:已由|[在由据经于])(?=[^，]{2})")
_NO_BODY = re.compile(r"将|要|全力|做好|提交|直播|出席|审议|讨论|主席(?=[十0-9])|成为|关于")
_LONGEST_BODY = 28
_SENTENCE_REACH = 200
_ARTICLE_REACH = 1500
_PAST = re.compile(r"出生|生[，；）]|年生|入党|参加工作")


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided, and when, as the page says; offsets into the reading's text."""

    body: Span | None = None
    day: Date | None = None


def find_decision(reading: Reading, verb: Verb) -> Decision:
    """Return the decision that a verb tells of: of its own sentence, else of the session or notice it stands in."""
    folded, place = reading.text.folded, verb.start
    openings = tuple(_openings(folded, place))
    if _CONGRATULATES.search(folded, openings[-1], place):
        return Decision()
    for start in openings:
        body = next(iter(list(_bodies(_DECIDES, folded, start, place + 2))[-1:]), None)
        days = _days(reading, start, place)
        if body or (days and not _is_of_session(folded, start, place)):
            return Decision(body, days[-1] if days else None)
    for start in openings:
        if _is_of_session(folded, start, place):
            own = _days(reading, start, place)
            session = start if own else max(0, place - _ARTICLE_REACH)
            body = next(_bodies(_SESSION, folded, session, place), None)
            return Decision(body, own[-1] if own else next(_session_days(reading, place), None))
    if verb.word.startswith("拟"):
        # 经县委研究，现将拟任职干部公示如下, and then a paragraph for each
        return Decision(next(_bodies(_STUDIED, folded, max(0, place - _ARTICLE_REACH), place), None))
    return Decision()


def _is_of_session(folded: str, start: int, place: int) -> bool:
    """Tell whether a sentence tells what a session did: it says so, or it opens with the verb."""
    return not folded[start:place].strip() or _BY_SESSION.search(folded, start, place + 2) is not None


def _bodies(pattern: re.Pattern[str], folded: str, start: int, end: int) -> Iterator[Span]:
    for match in pattern.finditer(folded, start, end):
        stop = match.end("by")
        clause = start_behind("，。；：\n", folded, start, stop)
        first = min(begin(folded, stop, clause), match.start("by"))
        lead = _LEAD.match(folded, first, match.start("by"))
        first = lead.end() if lead else first
        if stop - first <= _LONGEST_BODY and not _NO_BODY.search(folded, first, stop):
            yield first, stop


def _openings(folded: str, place: int) -> Iterator[int]:
    """Yield where the part of a sentence that holds `place` begins, then the head of its list if that decides."""
    sentence = start_behind("。", folded, place - _SENTENCE_REACH, place)
    own = start_behind("；", folded, sentence, place)
    yield own
    if own > sentence and _DECIDING.search(folded, sentence, own):
        yield sentence


def _session_days(reading: Reading, place: int) -> Iterator[Date]:
    """Yield the days of sessions told before `place`, the last first."""
    folded = reading.text.folded
    for date in reversed(_days(reading, max(0, place - _ARTICLE_REACH), place)):
        stop = folded.find("。", date.end, date.end + _SENTENCE_REACH)
        end = stop if stop >= 0 else date.end + _SENTENCE_REACH
        if date.interval.precision == "day" and _SESSION.search(folded, date.end, end):
            yield date


def _days(reading: Reading, start: int, end: int) -> list[Date]:
    """Return the times between two places that can be those of a decision."""
    first, last = (bisect_left(reading.dates, place, key=lambda date: date.start) for place in (start, end))
    return [date for date in reading.dates[first:last] if _is_decision(reading.text.folded, date)]


def _is_decision(folded: str, date: Date) -> bool:
    """Tell whether a time can be that of a decision: a day, not one of birth."""
    if _PAST.search(folded, date.end, date.end + 4):
        return False
    return date.interval.precision in ("day", "month", "vague") and not folded.startswith(
        ("以来", "起"), date.end
    )
