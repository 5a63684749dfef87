"""Attributions: the places where a text says that somebody speaks (引述)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsie.frames.canvas import MARKS
from newsie.frames.speech.layout import Layout
from newsie.frames.speech.quotes import Quotation
from newsie.frames.speech.speakers import NOUN_FRONT, Speaker, find_speaker, find_subject, opens
from newsie.frames.speech.verbs import speech_verbs, verb_pattern

_HEAD = 120
_PART = r"[^，。；！？：“”\"\n]"
# what may follow a verb before its mark: 介绍道，告诉记者，表示说
_TAIL = re.compile(r"(?:道|说|称|到)?(?:记者|笔者)?(?=[，。！：“\"\n]|$)")
_TOLD = re.compile(rf"{_PART}{{1,10}}(?=[，。：“\"])")
_UTTERED = re.compile(rf"{_PART}{{0,24}}(?=[，。！：\n]|$)")
# 某某表示将……, 会议强调要……: no mark, but a clause with its own modal verb
_MODAL = re.compile(r"(?:要(?!求|点|闻|素)|将|会(?!议|上)|愿意?|必须|应当?)")
_MODAL_VERBS = frozenset({"表示", "强调", "指出", "认为", "提出", "明确"})
_WORD_FRONT = re.compile(r"(?:据|虽|听|解|学|传|小|来|胡|可以|如|或|再|也就是|应该|难|话|比方|所|有|可|被|用|名|自我|宣|简|统|堪|著|号|总|又|俗|自)$")
# verbs that are as often nouns: 按照工作要求，听取情况介绍，提出建议
_NOUNS = frozenset("要求 建议 希望 通报 介绍 提醒 倡议 号召 期望 期待 分析 决定 回应 解释 总结 评价 讲述 回忆 承诺".split())
_CLOSING = re.compile(rf"(?:说完|说着|说罢|说到这里|话音刚落|话音未落)，(?:{MARKS['POST']}|{_PART}{{0,20}}?)?{MARKS['PERSON']}")
_NOUN_BEHIND = re.compile(r"(?:的|通过|能(?!够)|可以|自己|就一些|借助?|以(?!后)|在|成为|和|与|及|是|，?就是|提出|，?为|了解|下|内容|[、》）])")
_MEETING_VERBS = frozenset("指出 强调 要求 提出 通报 认为 号召 明确 希望 决定 建议 表示 呼吁 提醒".split())
# one who is spoken to, before the words: 叮嘱经营者，食品留样……
_ADDRESSEE = re.compile(
    rf"{_PART}{{0,24}}?(?:者|人员|群众|村民|居民|同志们?|负责人|干部|职工|员工|们|大家|企业|商户|业主|市民|家长|\ue000)[，：]"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """An attribution.

    Attributes:
        speaker: who.
        verb: the verb, canvas offsets.
        begin: where the sentence of the attribution begins.
        content: where the words begin that follow the attribution; None when none do.
        quotation: the uttered quotation right in front of the attribution, if any.
        strong: whether it ends the speech before it. 鼓励 in the middle of a sentence does not.
    """

    speaker: Speaker
    verb: tuple[int, int]
    begin: int
    content: int | None
    quotation: Quotation | None
    strong: bool

    @property
    def start(self) -> int:
        """Where the speech begins, its quotation or attribution included."""
        return self.quotation.start if self.quotation else self.begin


def find_cues(layout: Layout) -> Iterator[Cue]:
    """Yield the attributions of a text, in order, at most one a sentence part."""
    done = -1
    last: Cue | None = None
    for match in verb_pattern().finditer(layout.string):
        if match.start() < done or layout.quoted(match.start()):
            continue
        cue = _read(layout, match, last)
        if cue and not (last and _cited(layout, last, cue)):
            yield cue
            last = cue
            done = match.end() if cue.content is None else cue.content


def _read(layout: Layout, match: re.Match[str], last: Cue | None) -> Cue | None:
    verb, kind = match.group(), speech_verbs()[match.group()]
    begin = layout.clause_start(match.start())
    if match.start() - begin > _HEAD:
        begin = layout.string.rfind("，", begin, match.start()) + 1 or begin
    quotation = layout.owned.get(begin)
    if quotation and last and _continues(layout, last, quotation):
        quotation = None
    if quotation and verb == "说" and match.start() == begin:
        return _closed(layout, match, begin, quotation)
    head = layout.string[begin : match.start()]
    if _WORD_FRONT.search(head) or (verb in _NOUNS and NOUN_FRONT.search(head)):
        return None
    if kind == "utter":
        return _uttered(layout, match, begin, quotation)
    tail = _tail(layout, match, kind)
    if tail is None:
        return None
    mark = layout.string[tail : tail + 1]
    ended = mark in "。！\n"
    if ended and not quotation:
        return None
    if mark not in "，：“\"。！\n" and kind == "say" and verb not in _MODAL_VERBS:
        return None
    content = None if ended else _content(layout, tail, kind)
    if quotation and content is not None and _ends_other_paragraph(layout, quotation, begin):
        quotation = None
    loose = quotation is not None or (kind == "say" and mark in "，：“\"" and mark != "")
    return _attributed(layout, match, begin, quotation, content, loose)


def _cited(layout: Layout, last: Cue, cue: Cue) -> bool:
    """Tell whether a speaker only cites another: 某某表示，习近平总书记强调，……."""
    if last.content is None or cue.quotation or layout.spoken_at(last.content):
        return False
    if cue.begin <= last.content <= cue.verb[0]:
        return True
    leader = layout.string.startswith("总书记", cue.speaker.end)
    return leader and "\n" not in layout.string[last.content : cue.begin]


def _continues(layout: Layout, last: Cue, quotation: Quotation) -> bool:
    """Tell whether a quotation is still what the speaker before says: 某某说，“……”, 某某说，很好，“……”."""
    if last.content is None or layout.string[quotation.start - 1 : quotation.start] not in ("，", "："):
        return last.content == quotation.start
    return not re.search(r"[。！？\n]", layout.string[last.content : quotation.start])


def _ends_other_paragraph(layout: Layout, quotation: Quotation, begin: int) -> bool:
    """Tell whether a quotation closes the paragraph before, where others speak.

    张某表示，……。“……”⏎李某介绍，……: the quotation is 张某's.
    """
    before = layout.string[quotation.start - 1 : quotation.start]
    return "\n" in layout.string[quotation.end : begin] and before not in ("", "\n")


def _tail(layout: Layout, match: re.Match[str], kind: str) -> int | None:
    """Return where the mark or the clause behind a verb stands, or None where the verb is none."""
    string, end = layout.string, match.end()
    tail = _TAIL.match(string, end)
    if tail:
        return tail.end()
    if match.group() in {"告诉", "安慰"}:
        told = _TOLD.match(string, end)
        return told.end() if told else None
    if kind == "urge" and not _NOUN_BEHIND.match(string, end) and re.match(rf"{_PART}{{2}}", string[end : end + 2]):
        return end
    if match.group() in _MODAL_VERBS and _MODAL.match(string, end):
        return end
    return None


def _content(layout: Layout, tail: int, kind: str) -> int:
    """Return where the words begin: behind the mark, and behind one who is only spoken to."""
    string = layout.string
    if string[tail : tail + 1] in "，：":
        return tail + 1
    if kind == "urge" and string[tail] not in "“\"":
        addressed = _ADDRESSEE.match(string, tail)
        if addressed:
            return addressed.end()
        to_quotation = re.match(rf"{_PART}{{1,24}}：(?=[“\"])", string[tail : tail + 26])
        if to_quotation:
            return tail + to_quotation.end()
    return tail


def _attributed(
    layout: Layout, match: re.Match[str], begin: int, quotation: Quotation | None, content: int | None, loose: bool
) -> Cue | None:
    speaker = find_speaker(layout, begin, match.start(), loose)
    direct = content is not None and layout.spoken_at(content) is not None
    # 有的地方，福利院希望……: inside what another says, a body that wishes says nothing
    strong = loose or direct or speaker is None or speaker.rule != "speaker.phrase" or opens(layout, begin, speaker.start)
    if speaker is None:
        speaker = find_subject(layout, begin, match.start())
        strong = quotation is not None or direct
    if speaker is None or (speaker.meeting and (quotation or match.group() not in _MEETING_VERBS)):
        return None
    return Cue(speaker, match.span(), begin, content, quotation, strong)


def _closed(layout: Layout, match: re.Match[str], begin: int, quotation: Quotation) -> Cue | None:
    """Read words that only close a quotation: “……”说完，某某戴好口罩."""
    closing = _CLOSING.match(layout.string, begin)
    if not closing:
        return None
    speaker = Speaker(closing.end() - 1, closing.end(), "speaker.closing")
    return Cue(speaker, match.span(), begin, None, quotation, True)


def _uttered(layout: Layout, match: re.Match[str], begin: int, quotation: Quotation | None) -> Cue | None:
    """Read verbs that only stand behind a quotation: 某某掷地有声."""
    if quotation is None or not _UTTERED.match(layout.string, match.end()):
        return None
    return _attributed(layout, match, begin, quotation, None, True)
