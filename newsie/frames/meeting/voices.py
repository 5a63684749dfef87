"""Who is quoted as speaking at a meeting (会上发言)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.meeting.roles import Cast, elsewhere
from newsie.frames.meeting.scene import Scene
from newsie.frames.meeting.tellings import Telling
from newsie.frames.meeting.words import any_of
from newsie.frames.statement import Speech

_PRESENT = re.compile(r"与会|参会|参训|代表|委员们|嘉宾|学员|大家")
_SET = re.compile("[^，。\n]{0,12}(?:座谈会|会议|会|仪式)上，")
_THEN = re.compile("会后，|散会后，|仪式后，")
_LETTER = re.compile("贺信|贺电|回信|复信|来信|批示|指示|致信")
# 总书记指出，……: cited, unless the text shows him at the gathering
_CITED = "总书记"
# 贺词表示, where the reader took the paper for a name
_PAPER = re.compile(r"贺[词信电]|公报|声明|报告|宣言|倡议")
# how far before the gathering is told of it may be said who wrote to it
_LETTER_BEFORE = 1000
# 某某向某论坛致贺信
_WRITES = re.compile(
    rf"{MARKS['PERSON']}向[^。；{MARKS['PERSON']}]{{1,60}}?(?:致|发)[^，。；]{{0,4}}[信电函](?!息)"
)
# 某国总统在社交媒体上发文指出: not at the gathering
_PRESS = re.compile(r"采访|记者|社交|媒体|微博|[发撰刊]文")
_ON = re.compile(r"(?:会|仪式|讲话|致辞|发言)[上中时]")
# 据某局官员某某介绍，……: told to the reporter
_ACCORDING = re.compile(r"(?:^|[，。；\n])[另又]?据[^，。；\n]{0,30}$")
# gatherings at which people without a post are heard
_OPEN = re.compile(
    "论坛|峰会|年会|大会|发布|报告会|交流|分享|听证|圆桌|对话|见面|吹风|通气|读书|论证|评[审议]|[院坝]坝|村民|家长|恳谈|对接|洽谈|宣[讲介]|路演|议事|协商|推介|招商|说明|解读|代表|职工|党员|国际|学术|表彰|企业|客商"
)
_COMMANDS = re.compile("强调|指出|要求|提出|部署|宣布|通报|传达|汇报|叮嘱|总结")
_FOLK = re.compile(rf"(?:{any_of('folk')})\Z")
_ELDER = re.compile("老人|大[爷妈娘叔姐]|奶奶|爷爷|阿姨|老汉")
_LONGEST_ROLE = 8
# how many quotations may stand in front of the sentence that says where they were spoken
_EARLIER = 3
_OPENS = frozenset(("“", '"'))


class Called(NamedTuple):
    """A gathering's name and kind."""

    name: str
    kind: str


def add_voices(
    scene: Scene, telling: Telling, called: Called, speeches: Sequence[Speech], cast: Cast
) -> None:
    """Add to `cast` who is quoted as speaking at the gathering, and who elsewhere; `speeches` are sorted by place.

    One quoted after 与会人员纷纷表示 is one of them, an attendee. Who is only quoted and nowhere
    shown at a ceremony, a training or a competition may as well have spoken to the reporter.
    """
    present = {scene.words(place, place + 1) for place in (*cast.chair, *cast.attendees, *cast.speakers)}
    crowd = False
    absent = _absent(scene, telling, speeches)
    for speech in _within(scene, telling, speeches):
        if speech.speaker_name is None or not speech.speaker or speech.speaker_name in absent:
            continue
        place, speaker = scene.canvas.at(speech.speaker[0][0]), speech.speaker_name
        if not scene.persons(place, place + 1):
            crowd = crowd or bool(_PRESENT.search(speaker))
        elif speaker in present:
            if not _is_guest(scene, speech, cast):
                cast.speakers.append(place)
        elif crowd and _quoted(speech):
            cast.attendees.append(place)
        elif _told_apart(telling, speech):
            continue
        elif _is_outsider(scene, speech, called):
            cast.outsiders.add(speaker)
        elif _speaks_there(scene, speech, called.kind, apart=_in_other_part(scene, telling, speech)):
            (cast.attendees if _is_heard(scene, speech, called.kind) else cast.speakers).append(place)
            present.add(speaker)


def _absent(scene: Scene, telling: Telling, speeches: Sequence[Speech]) -> set[str | None]:
    """Return who only speaks in writing: in a letter, or a paper that the reader took for a name."""
    absent = {
        speech.speaker_name
        for speech in _within(scene, telling, speeches)
        if _in_writing(scene, speech) or _PAPER.fullmatch(speech.speaker_name or "")
    }
    return absent | {
        scene.words(found.start(), found.start() + 1)
        for found in _WRITES.finditer(scene.string, max(0, telling.start - _LETTER_BEFORE), telling.end)
    }


def _within(scene: Scene, telling: Telling, speeches: Sequence[Speech]) -> Iterator[Speech]:
    start, end = scene.canvas.span(telling.start, telling.end)
    first = bisect_left(speeches, start, key=lambda speech: speech.start)
    for speech in speeches[max(0, first - _EARLIER) :]:
        if speech.start >= end:
            return
        number = scene.sentence_of(scene.canvas.at(speech.verb[0]))
        if start <= speech.verb[0] < end and not elsewhere(scene, number) and not _is_later(scene, number):
            yield speech


def _is_later(scene: Scene, number: int) -> bool:
    """Tell whether a sentence goes on about what its paragraph tells of after the meeting: 会后，……。某某说，…… ."""
    before = number - 1
    if (
        before < 0
        or "\n" in scene.string[scene.sentences[before][0].start : scene.sentences[number][0].start]
    ):
        return False
    return _THEN.match(scene.told(before)) is not None


def _in_writing(scene: Scene, speech: Speech) -> bool:
    """Tell whether one who is not there speaks in a letter: 某某在贺信中指出."""
    last = speech.speaker[0][1] if speech.speaker else speech.verb[0]
    return bool(_LETTER.search(scene.reading.text.folded, last, max(last, speech.verb[0])))


def _quoted(speech: Speech) -> bool:
    """Tell whether the words stand in front of who says them."""
    return speech.text[0][0] < speech.verb[0]


def _told_apart(telling: Telling, speech: Speech) -> bool:
    """Tell whether one is quoted in a story that only had its news from a gathering: the reporter went and asked."""
    return telling.lead.rule == "meeting.learnt" and _quoted(speech)


def _is_heard(scene: Scene, speech: Speech, kind: str) -> bool:
    """Tell whether one without a post is only heard to say something at a ceremony: “……”农民某某接过现金，激动地说."""
    plain = speech.speaker_name not in scene.officials and kind not in {"conference", "symposium"}
    return plain and _quoted(speech)


def _is_guest(scene: Scene, speech: Speech, cast: Cast) -> bool:
    """Tell whether one without a post who attends is only quoted: 韦某领到6200元，他说：“没想到……”."""
    name = speech.speaker_name
    if name in scene.officials or any(
        scene.words(at, at + 1) == name for at in (*cast.chair, *cast.speakers)
    ):
        return False
    text = scene.reading.text.folded
    return (text[speech.text[0][0] - 1] in _OPENS or _quoted(speech)) and not _ON.search(
        text[max(0, speech.start - 12) : speech.verb[1]]
    )


def _in_other_part(scene: Scene, telling: Telling, speech: Speech) -> bool:
    """Tell whether a small headline stands between the gathering and a speech: the story has gone on to other things."""
    origin = scene.reading.text.origin
    told, said = origin[scene.canvas.span(*telling.lead.name)[0]], origin[speech.start]
    return any(told < line.origin[0] < said for line in scene.reading.article.subheads if line)


def _is_set_there(scene: Scene, speech: Speech, kind: str) -> bool:
    """Tell whether the words around a speech say that it is given at the gathering.

    座谈会上，企业负责人畅所欲言。某某直言：“……”: the paragraph is set there.
    """
    text = scene.reading.text.folded
    if _ON.search(text[max(0, speech.start - 12) : speech.verb[1]]):
        return True
    paragraph = text.rfind("\n", 0, speech.start) + 1
    return kind in {"conference", "symposium"} and _SET.match(text, paragraph) is not None


def _is_outsider(scene: Scene, speech: Speech, called: Called) -> bool:
    """Tell whether the story asks one who was not there: a villager, and an expert on what a body of officials discussed.

    全县春耕工作推进会召开。……村民某某说，……; 农业专家某某认为，……. At a forum or a symposium experts speak.
    """
    if speech.speaker_name in scene.officials or called.kind not in {"conference", "symposium"}:
        return False
    # a name without any role is taken for known: 某某对来宾表示欢迎, 某某强调
    if (
        not _is_introduced(scene, speech)
        or _COMMANDS.match(scene.reading.plain(speech.verb))
        or _is_set_there(scene, speech, called.kind)
    ):
        return False
    if called.kind == "conference" and not _OPEN.search(called.name):
        return True
    text, (start, end) = scene.reading.text.folded, speech.speaker[0]
    return bool(_FOLK.search(text, max(0, start - _LONGEST_ROLE), start) or _ELDER.match(text, end))


def _is_introduced(scene: Scene, speech: Speech) -> bool:
    """Tell whether the text says who a speaker is where it first names him: 村民某某, 农科院研究员某某."""
    text = scene.reading.text.folded
    first = text.find(speech.speaker_name or "\n")
    return first > 0 and text[first - 1].isalpha()


def _speaks_there(scene: Scene, speech: Speech, kind: str, *, apart: bool) -> bool:
    """Tell whether one who is not shown at a gathering otherwise is quoted as speaking there."""
    text = scene.reading.text.folded
    first = speech.text[0][0]
    if _PRESS.search(text[max(0, min(speech.start, speech.verb[0]) - 12) : speech.verb[1] + 2]):
        return False
    if _is_set_there(scene, speech, kind):
        return True
    if speech.speaker and _ACCORDING.search(text, max(0, speech.start - 40), speech.speaker[0][0]):
        return False
    if apart or kind in {"training", "competition", "other"} or text.startswith(_CITED, speech.speaker[0][1]):
        return False
    if not _quoted(speech) and text[first - 1] not in _OPENS:
        return True
    posted = speech.speaker_name in scene.officials
    return posted and kind in {"conference", "symposium"}
