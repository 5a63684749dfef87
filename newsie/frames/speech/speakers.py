"""Who speaks: the words in front of a verb of speech, read as a speaker."""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.speech.layout import Layout
from newsie.frames.speech.manner import (
    AT_NAMED,
    LEAD,
    MEETING,
    NOUN_FRONT,
    PART,
    REST,
    SIMPLE,
    TONE,
    WHEN,
)
from newsie.frames.speech.objects import DONE_TO, object_front
from newsie.frames.speech.people import NOT_PEOPLE, NOUNS_OF_PEOPLE, SIDE, Speaker, find_phrase
from newsie.frames.speech.unmarked import NATIONS
from newsie.spans import start_behind

_P, _POST, _DATE = MARKS["PERSON"], MARKS["POST"], MARKS["DATE"]
# 某委员会7日在首都召开会议指出, 县长某某主持会议并强调: who met, or led it, speaks
_HELD = re.compile(
    rf"(?:(?:委员会|[委局部院府])[^，的]{{0,12}}(?:召开|举行)会议|{_P}[^，的]{{0,12}}(?:(?:主持|召集)[^，{_P}]{{0,24}}|(?:出席|参加|列席)[^，{_P}]{{2,24}}(?:[并时后]|讲话)[^，]{{0,6}}))\Z"
)
_ON = re.compile(rf"(?:在)?(?:会上|会议上|大会上|讲话中)(?:{SIMPLE}){{0,8}}")
_SHORT, _LONGEST_TELLER = 8, 16
_PRONOUN = re.compile(r"(?:他|她)(?!们)")
# 某国军方29日否认被包围，并称……; 各国代表高度赞赏……，表示……
_ACTS = re.compile(
    rf"(?P<who>[^，。；：“”《》{_P}{_POST}{_DATE}]{{1,26}}?(?:(?:{'|'.join(NOUNS_OF_PEOPLE)})们?|{SIDE}))"
    rf"(?:{WHEN}|在(?={PART}{{2,30}}，)|(?:还|也|纷纷|高度|积极|强烈)?(?=赞赏|评价|否认|谴责|批评|感谢|祝贺|驳斥|反对|欢迎)|(?:正式|专门|发布公告，|已|还){{0,2}}(?={DONE_TO}))"
)
# 市教育局近日发布通知，要求……
_ISSUER = re.compile(
    rf"(?P<who>[^，。；：“”的{_P}]{{1,24}}?(?:[局委办厅部署]|政府|委员会|指挥部|中心|[工协商]会|联合会|妇联|办公室|领导小组|组委会|团[省市县区]委))(?:{WHEN}|联合|共同|[向面][^，。；的]{{2,16}}?(?=发)){{0,3}}"
    rf"(?:发布|印发|下发|发出|出台|公布)了?[^，。；：{_P}]{{0,30}}?(?:通知|公告|通告|意见|方案|办法|倡议书?|提示|预警|文件|措施|{MARKS['DOCUMENT']})(?=[，。])"
)
_GROUP = re.compile(
    "[^，]{0,12}?(?:人员|督导组|检查组|督查组|工作组|调研组|专家组|验收组|考核组|评审组|考察团|代表团|志愿者|干部|民警|委员们|代表们)"
)


def opens(layout: Layout, start: int, at: int) -> bool:
    """Tell whether nothing but time and place stands between `start` and the speaker at `at`."""
    front = layout.string[start:at]
    return not front or front.endswith(("据", "有")) or bool(LEAD.fullmatch(front))


def find_speaker(layout: Layout, start: int, verb: int, *, loose: bool) -> Speaker | None:
    """Return the speaker that stands between `start` and the verb at `verb`, or None.

    `loose` lets any noun phrase speak and anything stand between a person and the verb: right
    next to a quotation, or where a mark follows the verb. Offsets: canvas.
    """
    head = layout.string[start:verb]
    begin = start + _last_clause(head)
    clause = layout.string[begin:verb]
    meets = MEETING.fullmatch(clause) is not None
    at_meeting = Speaker(verb, verb, "speaker.meeting")
    if (meets and not _HELD.search(clause)) or _ON.fullmatch(clause):
        return at_meeting
    found = (
        _person(layout, begin, verb, loose=loose)
        or _pronoun(layout, begin, verb, loose=loose)
        or find_phrase(layout, begin, verb, quoted=start in layout.owned, loose=loose)
    )
    # 区委召开会议强调
    return found or (at_meeting if meets else None)


def find_teller(layout: Layout, begin: int, verb: int) -> Speaker | None:
    """Return who says what a headline of a digest tells, whoever it is: 某媒称打击目标包括机场.

    Offsets: canvas; the headline, or the part of it behind a space, begins at `begin`.
    """
    words = re.sub(r"(?:否认|证实|谴责|批评)[^，并]{1,12}并\Z", "", layout.string[begin:verb])
    words = re.sub(r"(?:通过(?:决议|声明)|发表声明|发声明|发文)\Z", "", words)
    words = re.sub(rf"(?:{SIMPLE}|{TONE}|在[^，]{{1,8}}){{1,3}}\Z", "", words)
    if not 1 <= len(words) <= _LONGEST_TELLER or re.search(rf"[，。；：！？“”{_DATE}]", words):
        return None
    if words.endswith(_P):
        return Speaker(begin + len(words) - 1, begin + len(words), "speaker.person")
    # 俄称……: a nation by its one character
    people = words in NATIONS if len(words) == 1 else not NOT_PEOPLE.search(words)
    return Speaker(begin, begin + len(words), "speaker.phrase") if people else None


def find_subject(layout: Layout, start: int, verb: int) -> Speaker | None:
    """Return the subject that an earlier part of the sentence names: 某某走进车间，勉励大家…… .

    Offsets: canvas; `start` is where the sentence begins, the verb stands first in its part.
    """
    head = layout.string[start:verb]
    begin = start + _last_clause(head)
    clause = layout.string[begin:verb]
    rest = LEAD.match(clause)
    if not REST.fullmatch(clause[rest.end() if rest else 0 :]) or head.startswith(("他们", "她们")):
        return None
    if re.match(r"(?:\ue002，?)?(?:会议|大会)", layout.string[start:verb]) and begin > start:
        return Speaker(verb, verb, "speaker.meeting")
    acting = _acting(layout, start, begin, verb)
    if acting:
        return acting
    end = begin - 1
    while end > start:
        part = start + _last_clause(layout.string[start:end])
        found = _subject_person(layout, part, end) or _lone_pronoun(layout, part)
        if found:
            return found
        end = part - 1
    return _subject_phrase(layout, start, verb)


def _acting(layout: Layout, start: int, end: int, verb: int) -> Speaker | None:
    """Return the body or the unnamed people at the head of a sentence that tells what they did: 某国方面29日否认……，并称."""
    lead = LEAD.match(layout.string, start, end)
    acts = _ACTS.match(layout.string, lead.end() if lead else start, end)
    if acts is None or "报道" in layout.string[acts.end() : end][:3] or "、" in layout.string[end:verb]:
        return None
    if NOT_PEOPLE.search(acts["who"]) or MEETING.fullmatch(acts["who"]):
        return None
    return Speaker(*acts.span("who"), "speaker.subject")


# 某某一边翻动烤串，一边说: one clause
_BOTH = re.compile(rf"一[边面]{PART}{{1,20}}，一[边面]{PART}{{0,10}}$")


def _last_clause(head: str) -> int:
    both = _BOTH.search(head) if "，一" in head else None
    end = both.start() if both else len(head)
    return start_behind("，：\n", head, 0, end)


def _person(layout: Layout, begin: int, verb: int, *, loose: bool) -> Speaker | None:
    """Return the first person of a clause that can be its subject."""
    string = layout.string
    clause = string[begin:verb]
    far: Speaker | None = None
    for match in re.finditer(rf"{_P}(?:(?:、|和|与){_POST}?{_P})*", clause):
        front, rest = clause[: match.start()], clause[match.end() :]
        if object_front(front) or re.match(r"的(?!确|(?:一番|一席|这番)?话(?![筒题费]))", rest):
            continue
        rest = re.sub(
            r"^(?:等人?|一行|老师|教授|院士|师傅|委员|代表|书记|主任|经理|[局县市区镇乡校院厂科]长|大[爷妈娘叔]|[^，]{0,2}同志|（[^）]{0,10}）)",
            "",
            rest,
        )
        if REST.fullmatch(rest) or AT_NAMED.fullmatch(rest):
            return Speaker(begin + match.start(), begin + match.end(), "speaker.person")
        if loose and far is None and not NOUN_FRONT.search(rest) and not re.search("[“”]", rest):
            far = Speaker(begin + match.start(), begin + match.end(), "speaker.person")
    return far


def _subject_person(layout: Layout, begin: int, end: int) -> Speaker | None:
    clause = layout.string[begin:end]
    match = re.match(rf"(?:{PART}{{0,40}}?)(?P<who>{_P}(?:(?:、|和){_POST}?{_P}){{0,60}})(?!的)", clause)
    if match and not object_front(clause[: match.start("who")]):
        return Speaker(begin + match.start("who"), begin + match.end("who"), "speaker.subject")
    return None


def _lone_pronoun(layout: Layout, begin: int) -> Speaker | None:
    return Speaker(begin, begin + 1, "speaker.he") if _PRONOUN.match(layout.string, begin) else None


def _subject_phrase(layout: Layout, start: int, verb: int) -> Speaker | None:
    """Return an unnamed subject at the head of a sentence: 执法人员走进……，叮嘱经营者…… ."""
    lead = LEAD.match(layout.string, start, verb)
    begin = lead.end() if lead else start
    if issued := issuer(layout, begin, verb):
        return issued
    match = _GROUP.match(layout.string, begin, verb)
    if not match or NOT_PEOPLE.search(match.group()) or re.search("根据|按照|听取", match.group()):
        return None
    return Speaker(begin, match.end(), "speaker.subject")


def issuer(layout: Layout, begin: int, end: int) -> Speaker | None:
    """Return the body that issues something at the head of a sentence: 市教育局近日发布通知."""
    lead = LEAD.match(layout.string, begin, end)
    issued = _ISSUER.match(layout.string, lead.end() if lead else begin, end)
    if issued is None or NOT_PEOPLE.search(issued["who"]):
        return None
    return Speaker(*issued.span("who"), "speaker.subject")


def _pronoun(layout: Layout, begin: int, verb: int, *, loose: bool) -> Speaker | None:
    """Return 他 or 她 as the speaker; whom it means is settled later (see `antecedents`)."""
    clause = layout.string[begin:verb]
    lead = LEAD.match(clause)
    match = _PRONOUN.match(clause, lead.end() if lead else 0)
    if match is None:
        return None
    rest = clause[match.end() :]
    if REST.fullmatch(rest) or (loose and len(rest) <= _SHORT):
        return Speaker(begin + match.start(), begin + match.end(), "speaker.he")
    return None
