"""Whom 他 and 她 mean, and which sentences tell of someone who acts."""

from __future__ import annotations

from typing import Protocol

from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.speech.layout import Layout
from newsie.frames.speech.objects import object_front
from newsie.frames.speech.people import CALLED, Speaker

_P = MARKS["PERSON"]
_BACK = 8
_LONGEST = 600
_ACTOR = re.compile(
    rf"(?:(?:在[^，。；：\n]{{2,40}}|[^，。；：\n]{{1,12}}[前后])，)?[^，。；：“”\n]{{0,24}}{_P}"
    r"(?:(?!总书记|主席|同志)|(?:总书记|主席|同志)[^，。]{0,6}(?:来到|走进|步入|前往|深入|察看|听取|看望|慰问|询问|走访|仔细|详细|[同与和][^，。]{1,16}(?:交流|交谈|座谈|握手|围坐|合影|拉家常)))"
)
# 我同某某两度会晤: the speaker goes on
_FIRST_PERSON = ("我", "咱")
# 对某某来说，开店是新的开始: told of, not said
_FOR_WHOM = re.compile(rf"对于?[^，。；：“”\n]{{0,16}}{_P}(?:来说|而言|来讲)，")
_SAID_OF = re.compile("来说|而言|来讲")
# 他 and 她 mean one person: no 干部群众, no 县教育局
_MANY = re.compile(
    "(?!一[名位个]|这[名位个]|那[名位个]|该|某|其中一)(?:.{0,40}(?:们|群众|干部|师生|官兵|各界|大家|双方|职工|学生|各[地国方级]|民众|媒体|舆论|政府|公司|集团|警方|当局|[局委部厅署院府会社团队所]|[国方军])\\Z"
    "|(?:广大|全体|与会|许多|不少|一些|多[位名]|各|有的|[两几数二三四五六七八九十0-9]))"
)
# 在某某总书记英明领导下，……
_UNDER = re.compile(r"在[^，。]{1,40}(?:领导|指引|引领|带领|关怀|推动|支持|见证|努力)下，")
# people whom a speaker only mentions: 要学习贯彻某某……, 在某某带领下
_MENTIONED = re.compile(r"要|必须|学习|贯彻|按照|落实|遵循|把|以|对|用|从|让|将|在[^，]{0,40}下")

# 某某总书记关于某工作的重要论述研讨会在京召开，……他表示: named for what he has said
_WHOSE = re.compile("(?:总书记|主席|总理|同志)?(?:的|关于)")


class Spoken(Protocol):
    """The attribution of a speech; see `newsie.frames.speech.cues.Cue`."""

    @property
    def speaker(self) -> Speaker:
        """Who."""

    @property
    def verb(self) -> tuple[int, int]:
        """Where the verb stands."""


def names_actor(sentence: str) -> bool:
    """Tell whether a painted sentence opens with a named person who does something: 村民某某报名.

    >>> names_actor("村民\\ue000当场报名。"), names_actor("要学习\\ue000精神。")
    (True, False)
    """
    if _FOR_WHOM.match(sentence):
        return True
    heard = sentence.startswith(_FIRST_PERSON) or _UNDER.match(sentence)
    match = None if heard else _ACTOR.match(sentence)
    return match is not None and not _MENTIONED.search(match.group().rpartition("，")[2])


def antecedent(layout: Layout, at: int, last: Spoken | None) -> Speaker | None:
    """Return whom 他 or 她 at `at` means.

    It is the subject of the nearest sentence before that has one; what the last speaker says may
    name others, but he remains the speaker until the newspaper tells of someone else.

    Args:
        layout: the text.
        at: where the pronoun stands, on the canvas.
        last: the attribution before, if any.
    """
    place = at
    for _ in range(_BACK):
        start, end = layout.sentence(max(place - 1, 0))
        start, end = max(start, end - _LONGEST), min(end, at)
        if last and start <= last.verb[0] < end and _is_one(layout, last.speaker):
            return Speaker(last.speaker.start, last.speaker.end, "speaker.pronoun")
        saying = last is not None and last.verb[0] < start and not _is_new(layout, last, start)
        if not layout.spoken_at(start) and (not saying or names_actor(layout.string[start:end])):
            found = subject(layout, start, end) or _called(layout, start, end)
            if found:
                return found
        if start == 0:
            return None
        place = start
    return None


def _is_one(layout: Layout, speaker: Speaker) -> bool:
    """Tell whether a pronoun can mean a speaker: one person, no crowd and no body."""
    words = layout.reading.plain(layout.canvas.span(speaker.start, speaker.end))
    named = layout.string[speaker.start] == _P
    return not speaker.meeting and (named or not _MANY.match(words))


def _is_new(layout: Layout, last: Spoken, start: int) -> bool:
    """Tell whether a paragraph has begun since a crowd or a body spoke, so that whom it names is told of."""
    if _is_one(layout, last.speaker):
        return False
    return layout.string.find("\n", last.verb[1], start) >= 0


def same_speaker(layout: Layout, one: Spoken, other: Spoken) -> bool:
    """Tell whether two attributions name their speaker by the same words."""
    spans = [layout.canvas.span(who.start, who.end) for who in (one.speaker, other.speaker)]
    return layout.reading.plain(spans[0]) == layout.reading.plain(spans[1])


def subject(layout: Layout, start: int, end: int) -> Speaker | None:
    """Return the first person of a sentence who can be its subject; not one in brackets or quotations."""
    for match in re.finditer(_P, layout.string[start:end]):
        at = start + match.start()
        front = layout.string[max(start, at - 40) : at]
        if front.rfind("（") > front.rfind("）") or layout.quoted(at) or _WHOSE.match(layout.string, at + 1):
            continue
        for_him = _SAID_OF.match(layout.string, at + 1) is not None
        if for_him or not object_front(re.split("[，：]", front)[-1]):
            return Speaker(at, at + 1, "speaker.pronoun")
    return None


def _called(layout: Layout, start: int, end: int) -> Speaker | None:
    """Return the first of a sentence who is called by a surname only: 种粮户｜王大爷｜正忙着春灌。他说……."""
    for match in CALLED.finditer(layout.string, start, end):
        at = match.start()
        if layout.quoted(at) is None and not object_front(re.split("[，：]", layout.string[start:at])[-1]):
            return Speaker(at, match.end(), "speaker.pronoun")
    return None
