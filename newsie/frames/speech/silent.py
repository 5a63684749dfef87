"""Where a verb of speech says nothing: a noun, or half of another word (不表言说)."""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.speech.attribution import Hit
from newsie.frames.speech.deeds import FURTHER_DEED
from newsie.frames.speech.layout import Layout
from newsie.frames.speech.manner import NOUN_FRONT

_PART = r"[^，。；！？：“”\"\n]"
_ON_MATTER = re.compile(rf"{MARKS['PERSON']}(?:同志)?(?:就|围绕){_PART}{{2,26}}$")
# 就生产情况作了介绍，｜并回答了记者提问
_NOUNED = re.compile(rf"(?:进行|[作做]出?|给予|予以)了?{_PART}{{0,6}}$")
_GOES_ON = re.compile(r"，(?:并|还|同时|随后)(?!要|指出|强调|要求|表示|说|提出|认为)")
_WORD_FRONT = re.compile(
    r"(?:给予了?[^，。]{0,4}|(?<!数)据|虽|未|没|没有|[这那]么一|拒绝|不愿|听|解|(?<![同大中小])学|传|小|来|胡|可以|如|或|(?<!一)再|也就是|应该|难|(?<![讲的])话|比方|(?<![究务出易])所|有|可|被|用|名|自我|宣|简|统|堪|著|号|总|又|俗|自)$"
)
# 慰问 and 解答 are words of their own
_HALF_WORDS = frozenset("访讯慰顾疑学请提反质过盘审责解应作报抢走探之")
_FOR_SOMEONE = re.compile(rf"对{_PART}{{0,20}}{MARKS['PERSON']}$")
_OPENED = re.compile(
    r"[，：“]{0,2}[^，。！；]{0,40}?(?:开幕|闭幕|开工|动工|启动|开始|开赛|开班|开业|开园|开馆|开通|通车|投产|成立|结束|有效)[”！。；\n]"
    r"|[，：“]{0,2}[^。！；]{0,40}?当选"
)
_WARNING = re.compile(r"(?:发布|发出|提出|给予|[的次份])[^，。]{0,8}\Z")
# 向读者发出倡议，某某赠书; 发出倡议：……
_APPEAL = re.compile(r"(?:发出|发起|提出|响应)[^，。：]{0,8}\Z")
_APPOINTS = re.compile("[：，]?\\n?(?:任命|免去|聘任|解聘|接受[^，。]{0,12}辞)")
_DECISION = re.compile(r"(?:宣布|宣读|公布|传达|作出|通过)[^，。；：]{1,40}\Z")
_RESPONSE = re.compile(r"(?:[作做]出|给予|予以|得到|收到|没有|未)了?[^，。]{0,6}\Z")


def _asks(layout: Layout, hit: Hit, head: str) -> bool:
    """Tell whether somebody asks for something though a noun seems to: 某某就贯彻落实会议精神要求，各单位要……."""
    marked = layout.string[hit.end : hit.end + 1] in "，：" and not FURTHER_DEED.match(layout.string, hit.end)
    return marked and _ON_MATTER.search(head) is not None


def why_silent(layout: Layout, hit: Hit, head: str) -> str | None:
    """Return why a verb says nothing, by the words around it; None where it may."""
    if _WORD_FRONT.search(head) or _is_for_someone(layout, hit, head):
        return "half of another word, or no speech: 据说, 听说, 可以说"
    if hit.verb.noun and NOUN_FRONT.search(head) and not _asks(layout, hit, head):
        return f"a noun: {_front(head)}{hit.verb.word}"
    if hit.verb.noun and layout.string.startswith(MARKS["AMOUNT"], hit.end):
        return "a noun, counted: 建议84件"
    if hit.verb.word in ("问", "答") and head[-1:] in _HALF_WORDS:
        return f"half of another word: {head[-1:]}{hit.verb.word}"
    nouned = hit.verb.noun and _NOUNED.search(head) is not None
    if (nouned or hit.verb.word == "要求") and FURTHER_DEED.match(layout.string, hit.end):
        return "a noun: 提出要求，某某主持会议"
    if nouned and _GOES_ON.match(layout.string, hit.end):
        return "a noun: 作了介绍，并回答提问"
    return _one_verbs_noun(layout, hit, head)


def _is_for_someone(layout: Layout, hit: Hit, head: str) -> bool:
    """Tell whether 来说 says for whom something is so, its 来 read as the end of the name: 对青年某某来说."""
    end = layout.canvas.starts[hit.start]
    return bool(_FOR_SOMEONE.search(head)) and layout.reading.text.folded.endswith("来", 0, end)


def _front(head: str) -> str:
    """Return the last words of a head, of its last clause only."""
    return re.split(r"[，。；：、\n\ue000-\ue004]", head)[-1][-6:]


def _one_verbs_noun(layout: Layout, hit: Hit, head: str) -> str | None:
    """Return why one verb of its own kind says nothing: 发布警告, 作出回应, 宣布大会开幕."""
    if hit.verb.word == "警告" and _WARNING.search(head):
        return "a noun: 发布撤离警告"
    if hit.verb.word == "倡议" and _APPEAL.search(head) and layout.string.startswith("，", hit.end):
        return "a noun: 发出倡议，某某赠书"
    if hit.verb.word == "决定" and _APPOINTS.match(layout.string, hit.end):
        return "what is decreed, not said: 市政府决定：任命某某为某局局长"
    if hit.verb.word == "决定" and _DECISION.search(head):
        return "a noun: 宣布授权任职和分工决定"
    if hit.verb.word == "回应" and _RESPONSE.search(head):
        return "a noun: 作出了回应"
    if hit.verb.word == "宣布" and _OPENED.match(layout.string, hit.end):
        return "opens a gathering, and says nothing: 宣布，大会开幕"
    return None
