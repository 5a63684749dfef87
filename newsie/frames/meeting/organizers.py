"""Who called a meeting, where its sentence does not simply say so (主办单位)."""

from __future__ import annotations

import re

from newsie.frames.canvas import MARKS
from newsie.frames.meeting.names import kind_of
from newsie.frames.meeting.scene import Scene
from newsie.frames.meeting.tellings import Telling
from newsie.text import Span

_DATE, _P = MARKS["DATE"], MARKS["PERSON"]
# a body of its own, unlike 县 and 县委, in whose name their heads go about all day
_BODY = re.compile(r"(?:纪委|监委|工委|党委|局|办|办公室|厅|中心|集团|公司|学院|大学|医院|银行|办事处|街道|社区|法院|检察院|工会|妇联|团委|残联|协会|商会|委员会|管委会|指挥部|领导小组|发展改革委|卫健委|[^市县区省州]委)$")
_LOCAL = re.compile(r"现场|座谈")
_OF_NAME = re.compile(
    r"^.{2,30}?(?:领导小组|委员会|指挥部|人大常委会|党工委|办事处)(?=[0-9]{4}年|第|全体|（|会议|扩大|党组)"
    r"|^.{0,8}?(?:政府|[市县区省州旗]委)(?=常委会|常委（|常务会|党组|全体会|第|理论|（)"
)
_THIS = re.compile(r"(?:^|，)该(?P<noun>[^，。；的]{1,6}?)(?=[^，。；]{2})")


def post_organizer(scene: Scene, telling: Telling, name: str) -> tuple[Span, ...]:
    """Return the body whose head called a meeting: 某区纪委书记某某主持召开会议. Offsets: the text.

    A working meeting on the spot is called by no body.
    """
    if _LOCAL.search(name):
        return ()
    for place in telling.lead.chair:
        span = scene.canvas.span(place, place + 1)
        bodies = [
            post.organization[-1]
            for post in scene.reading.posts
            if post.person == span and len(post.organization) == 1
        ]
        for body in sorted(bodies, key=lambda body: body[1] - body[0]):
            words = scene.reading.string(body)
            shared = next((words[at:] for at in range(len(words) - 1) if name.startswith(words[at:])), "")
            if shared == words or (len(words) >= 4 and (_BODY.search(words) or len(shared) >= 2) and not words.endswith("党组")):
                return (body,)
    return ()


def name_organizer(scene: Scene, telling: Telling, name: Span) -> tuple[Span, ...]:
    """Return the body whose session a person called: 主持召开某领导小组第六次会议. Offsets: the text."""
    if not telling.lead.chair:
        return ()
    start, end = scene.canvas.span(*name)
    found = _OF_NAME.match(scene.reading.text.folded[start:end])
    return ((start, start + found.end()),) if found else ()


def subject_organizer(scene: Scene, telling: Telling) -> tuple[Span, ...]:
    """Return the organisation that a paragraph is about: 该办事处……举办培训班. Offsets: the text."""
    event = telling.lead
    text = scene.reading.text.folded
    at = scene.canvas.span(event.at, event.at)[0]
    start = text.rfind("\n", 0, at) + 1
    bodies = [(mention.start, mention.end) for mention in scene.reading.labelled("ORG")]
    head = text[start : start + 12]
    if head.startswith("该"):
        noun = next((text[slice(*body)] for body in bodies if body[0] == start + 1), "")
        full = [body for body in bodies if body[1] <= start and noun and text[slice(*body)].endswith(noun)]
        longest = max(full, key=lambda body: body[1] - body[0], default=None)
        return (longest,) if longest else ()
    first = next((body for body in bodies if body[0] == start), None)
    return (first,) if first and kind_of(text[slice(*first)]) is None else ()
