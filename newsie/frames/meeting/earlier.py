"""What the clauses before a verb of holding name: the gathering, or who holds it (前文所指)."""

from __future__ import annotations

from bisect import bisect_left

from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.meeting.names import gathering_names, name_before
from newsie.frames.meeting.scene import Clause, Scene
from newsie.text import Span

_P, _DATE = MARKS["PERSON"], MARKS["DATE"]
_COMPLETES = re.compile(r"(?:在|经过|历时|圆满|顺利|胜利)?[^，。；]{0,16}?(?:完成|议程|任务|期间)")
# 某论坛主题为“……”，由某局主办，当日在某市开幕
_GOES_BY = re.compile(
    r"[”’]?(?:以[^，。；]{1,40}为(?:主题|题)|(?:的)?主题[为是]|由[^，。；]{2,60}(?:主|承|举|协)办|为期|历时|旨在)"
)
_AT_HEAD = re.compile(rf"(?P<day>[，{_DATE}]{{0,4}})(?:首届|第[^，。；]{{1,5}}届)?“?")
_THEN = re.compile(rf"(?:将?于)?(?:{_DATE})?")
# 同时｜举行新闻发布会
_AS_WELL = re.compile(rf"(?:同时|并|还|也|随后|当场|{_DATE}){{0,4}}")
# one of several: 甲局、乙局……, 某局的……
_SHARED = frozenset("、和与及的")
# what stands in front of who does something: 3月8日，｜某局
_SET = re.compile(rf"[，{_DATE}]{{0,4}}")


def told_before(scene: Scene, clause: Clause, end: int) -> Span | None:
    """Return the gathering that a clause before tells of.

    某大会第二次会议完成各项议程，于28日在某中心闭幕; 某运动会由市体育局主办，3日在某馆开幕.
    """
    if not clause.number or not _THEN.fullmatch(scene.string, clause.start, end):
        return None
    clauses = scene.sentences[clause.sentence]
    before = clauses[clause.number - 1]
    named = (
        _subject(scene, before, _COMPLETES)
        or _subject(scene, clauses[0], _GOES_BY)
        # 以“……”为主题的某年会，今日在某饭店开幕
        or name_before(scene.string, before.start, before.end)
    )
    # 某会议暨某论坛，历时4天，3月8日在某市闭幕
    while not named and before.number and _GOES_BY.match(scene.string, before.start, before.end):
        before = clauses[before.number - 1]
        named = name_before(scene.string, before.start, before.end)
    return named


def _subject(scene: Scene, clause: Clause, goes_on: re.Pattern[str]) -> Span | None:
    """Return the gathering with which a clause begins, where `goes_on` finds what is said of it."""
    name = next(gathering_names(scene.string, clause.start, clause.end), None)
    front = _AT_HEAD.fullmatch(scene.string, clause.start, name[0]) if name else None
    if not name or not front or not goes_on.match(scene.string, name[1]):
        return None
    closing = "“" in front.group() and scene.string.startswith("”", name[1])
    return front.end("day"), name[1] + closing


def host_before_it(scene: Scene, clause: Clause, start: int, stop: int) -> Span | None:
    """Return the body that the sentence begins with, where the words to `stop` only go on about it.

    3月8日，｜某局发布《某公报》，同时举行新闻发布会. Offsets: the scene's string.
    """
    if not clause.number or not _AS_WELL.fullmatch(scene.string, start, stop):
        return None
    first = scene.starts(clause.sentence)
    lead = _SET.match(scene.string, first, clause.start)
    begin = scene.canvas.span(lead.end() if lead else first, start)[0]
    index = bisect_left(scene.bodies, (begin, 0))
    if index == len(scene.bodies) or scene.bodies[index][0] != begin:
        return None
    end = scene.canvas.at(scene.bodies[index][1])
    told = scene.string[end : clause.start]
    return None if _P in told or told[:1] in _SHARED else (lead.end() if lead else first, end)
