"""Sentences of speech without a subject: the paragraph's goes on (承前省略).

县长某某来到青石小学。走进教室，勉励同学们好好学习: who came speaks.
"""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.speech.antecedents import Spoken, subject
from newsie.frames.speech.attribution import Hit
from newsie.frames.speech.layout import Layout
from newsie.frames.speech.people import Speaker
from newsie.frames.speech.speakers import issuer

RULE = "speaker.carried"
"""The rule of a speaker who is still to be found in an earlier sentence."""

_SPOKEN = "号召|勉励|要求|叮嘱|嘱咐|指出|强调"
# nothing, deeds of one who looks around, or what else is said before the verb
_HEAD = re.compile(
    rf"(?:(?:(?:走[进到访]|来到|步入|漫步|沿着|登上|察看|查看|看望|了解|深入|前往|每到一处|在[^，。；：“”]{{1,16}}[里上旁前中])[^，。；：{MARKS['PERSON']}]{{0,20}}，){{1,4}}"
    rf"|(?:{_SPOKEN})[^。；：]{{2,80}}，)?(?:并|还|又|同时){{0,2}}"
)
_VERBS = frozenset(
    {"号召", "勉励", "叮嘱", "要求", "嘱咐", "指出", "强调", "提出", "表示", "认为", "明确", "重申", "呼吁"}
)
_ASKS = frozenset({"号召", "勉励", "叮嘱", "要求", "嘱咐"})
_MARKS = frozenset("，：")
_BACK = 3


def goes_on(layout: Layout, hit: Hit, content: int | None) -> Speaker | None:
    """Return the speaker still to be found of a sentence without a subject, None where it may have one."""
    head = layout.string[hit.begin : hit.start]
    if hit.verb.word not in _VERBS or hit.quotation or content is None or not _HEAD.fullmatch(head):
        return None
    if not is_marked(layout, content) and hit.verb.word not in _ASKS:
        return None
    return Speaker(hit.start, hit.end, RULE)


def is_marked(layout: Layout, content: int) -> bool:
    """Tell whether a mark, or a quotation, follows the verb whose words begin at `content`."""
    return layout.string[content - 1] in _MARKS or layout.spoken_at(content) is not None


def carried(layout: Layout, begin: int, last: Spoken | None) -> Speaker | None:
    """Return whom the sentences before `begin` in its paragraph have for a subject, the nearest first."""
    first = layout.string.rfind("\n", 0, begin) + 1
    place = begin
    for _ in range(_BACK):
        if place <= first:
            return None
        start, end = layout.sentence(place - 1)
        if last and start <= last.verb[0] < place:
            who = last.speaker
            return Speaker(who.start, who.end, who.rule if who.meeting else "speaker.pronoun")
        found = None if layout.quoted(start) else (subject(layout, start, end) or issuer(layout, start, end))
        if found:
            return Speaker(found.start, found.end, "speaker.pronoun")
        place = start
    return None
