"""Who called a meeting (主办单位)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newsie import patterns as re
from newsie.frames.meeting.evidence import Proof
from newsie.frames.meeting.headings import Heading
from newsie.frames.meeting.names import kind_of
from newsie.frames.meeting.scene import Scene
from newsie.frames.meeting.tellings import Telling
from newsie.frames.meeting.words import any_of
from newsie.text import Span

# a body of its own, unlike 县 and 县委, in whose name their heads go about all day
_BODY = re.compile(rf"(?:{any_of('body')}|[^市县区省州]委)$")
_BOTH = frozenset({"双方", "两地", "三方", "各方"})
# 活动由县人社局、县总工会联合主办
_SAID_AFTER = re.compile(
    r"(?:活动|比赛|大赛|赛事|仪式|会议|论坛|展会|博览会|[本此这][次届][^，。]{1,12}|研讨会|座谈会|培训班)是?由(?P<host>[^，。；的]{2,60}?)(?:联合|共同)?(?:主办|举办)"
)
# 论坛以“……”为主题，由某局主办; who only 承办 comes last
_SAID_LATER = re.compile(
    r"(?:(?:活动|比赛|大赛|赛事|仪式|会议|论坛|展会|博览会|研讨会|座谈会|培训班|峰会|年会|[本此这][次届][^，。；]{1,12}?)[^，。；]{0,40}|[^，。；]{0,40}(?:为主题|为期)[^，。；]{0,12})"
    r"(?:，(?!由)[^，。；]{1,40}){0,3}，由(?P<host>[^，。；的]{2,60}?)(?:联合|共同)?(?:主办|举办)(?!的)"
)
# 某市|还面向全球投资者举办, 某国代表团|访问多国并举办: what else is said of who holds it
_DOES = re.compile(
    "还(?!乡)|也会|访问|发起并|(?:发起)?并$|于(?=当地|今|昨|[0-9])|将(?!军|[乐台])|按照|面向|坚持|示范带动|(?<=.)引导"
)
_NO_BODY = re.compile("到(?=[乡镇村县市])|[（(]?[0-9]{1,2}[）).、]")
_NEAR = 1500
_LEAST_BODY, _LEAST_SHARED = 4, 2
_LONGEST_THIS = 4
# a working meeting on the spot is called by no body
_ON_THE_SPOT = re.compile(r"现场|座谈")
# 某领导小组｜2019年第六次会议, 县委｜常委会会议
_OF_NAME = re.compile(
    r"^.{2,30}?(?:领导小组|委员会|指挥部|人大常委会|党工委|办事处|检查组|调查组|督导组)(?=[0-9]{4}年|第|全体|（|会议|扩大|党组)"
    r"|^.{0,8}?(?:政府|[市县区省州旗]委)(?=常委会|常委（|常务会|党组|全体会|第|理论|（)"
)


def find_organizer(proof: Proof, telling: Telling, name: Span, headings: Sequence[Heading]) -> str | None:
    """Return who called a gathering: as its sentence says, its name, the headline, a post or the paragraph.

    Offsets: `name` is where the name stands in the scene's string.
    """
    held = (event.organizer for event in telling.events if event.organizer)
    own = next((body for body in (_without_doings(proof.scene, body) for body in held) if body), None)
    if not own and telling.lead.name[0] < name[0] < telling.lead.name[1]:
        own = (telling.lead.name[0], name[0])
    if own and proof.scene.words(*own) in _BOTH:
        return None
    if own:
        meant = _meant(proof.scene, own)
        return (
            proof.of_text("organizer", meant, "meeting.organizer")
            if meant
            else proof.of("organizer", own, telling.lead.rule)
        )
    if telling.lead.chair:
        return _called_by_chair(proof, telling, name, headings)
    near = (telling.start, min(telling.end, telling.start + _NEAR))
    said = _SAID_AFTER.search(proof.scene.string, *near) or _SAID_LATER.search(proof.scene.string, *near)
    if said:
        return proof.of("organizer", said.span("host"), "meeting.organizer")
    subject = _subject_of_paragraph(proof.scene, telling) if telling.lead.rule == "meeting.held" else None
    return proof.of_text("organizer", subject, "meeting.organizer") if subject else None


def _without_doings(scene: Scene, body: Span) -> Span | None:
    """Return a body without what else is said of it, None if nothing is left: 某国代表团|访问多国并. Offsets: the scene's string."""
    does = _DOES.search(scene.string, *body)
    end = does.start() if does else body[1]
    # a person is one character of the scene's string
    if (does and end - body[0] < _LEAST_SHARED) or _NO_BODY.match(scene.string, *body):
        return None
    return body[0], end


def _called_by_chair(proof: Proof, telling: Telling, name: Span, headings: Sequence[Heading]) -> str | None:
    """Return the body in whose name a person called a gathering."""
    start, end = proof.scene.canvas.span(*name)
    own = _OF_NAME.match(proof.scene.reading.text.folded[start:end])
    if own:
        return proof.of_text("organizer", (start, start + own.end()), "meeting.organizer")
    words = proof.scene.words(*name)
    for heading in headings:
        called = heading.name.folded
        if heading.organizer and (called.endswith(words) or words.endswith(called)):
            return proof.of_heading("organizer", heading.organizer)
    body = None if _ON_THE_SPOT.search(words) else _body_of_post(proof.scene, telling, words)
    return proof.of_text("organizer", body, "meeting.organizer") if body else None


def _body_of_post(scene: Scene, telling: Telling, name: str) -> Span | None:
    """Return the body whose head called a gathering: 某区纪委书记某某主持召开会议. Offsets: the text."""
    for place in telling.lead.chair:
        posts = scene.posts.get(scene.canvas.span(place, place + 1), ())
        bodies = [post.organization[0] for post in posts if len(post.organization) == 1]
        for body in sorted(bodies, key=lambda body: body[1] - body[0]):
            if _may_call(scene.reading.plain(body), name):
                return body
    return None


def _may_call(body: str, name: str) -> bool:
    """Tell whether a body calls a gathering of that name: it is no mere area, or the name begins with it."""
    shared = next((body[at:] for at in range(len(body) - 1) if name.startswith(body[at:])), "")
    if shared == body:
        return True
    if len(body) < _LEAST_BODY or body.endswith(("党组", "政治局")):
        return False
    return bool(_BODY.search(body)) or len(shared) >= _LEAST_SHARED


def _meant(scene: Scene, own: Span) -> Span | None:
    """Return the body that 该局 or 该区 stands for, named in full before. Offsets: the text; `own` is in the scene's string."""
    words = scene.string[slice(*own)]
    if not 1 < len(words) <= _LONGEST_THIS or not words.startswith("该"):
        return None
    text = scene.reading.text.folded
    at = scene.canvas.span(*own)[0]
    earlier = [body for body in scene.bodies if body[1] <= at and text[slice(*body)].endswith(words[1:])]
    return max(
        (body for body in earlier if not text.startswith("该", body[0] - 1)),
        key=lambda body: body[1] - body[0],
        default=None,
    )


def _subject_of_paragraph(scene: Scene, telling: Telling) -> Span | None:
    """Return the organisation that a paragraph is about: 该办事处……举办培训班. Offsets: the text."""
    text, bodies = scene.reading.text.folded, scene.bodies
    at = scene.canvas.span(telling.lead.at, telling.lead.at)[0]
    start = text.rfind("\n", 0, at) + 1
    this = text.startswith("该", start)
    index = bisect_left(bodies, (start + this, 0))
    if index == len(bodies) or bodies[index][0] != start + this:
        return None
    noun = text[slice(*bodies[index])]
    if not this:
        return None if kind_of(noun) else bodies[index]
    earlier = [body for body in bodies[:index] if text[slice(*body)].endswith(noun)]
    return max(earlier, key=lambda body: body[1] - body[0], default=None)
