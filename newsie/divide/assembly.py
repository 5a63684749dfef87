"""Lines to stories, in one pass down the page: what opens one, what goes on, what breaks in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsie.clean import Line
from newsie.divide import bylines, photo_credits
from newsie.divide.ahead import (
    after_note,
    boxed,
    brief_ahead,
    dated_items,
    heads_inside,
    heads_to_dateline,
    led_items,
    over_signed,
    sender_below,
    slogan_inside,
    title_inside,
    under_masthead,
)
from newsie.divide.columns import (
    InnerPairs,
    heads_ahead,
    interrupts,
    one_paragraph,
    over_item,
    picture_ahead,
)
from newsie.divide.continued import continued, ends_onward
from newsie.divide.drafts import Draft, Head, Piece, closes
from newsie.divide.frame import DAY
from newsie.divide.lines import (
    NOTICE,
    Marked,
    could_be_head,
    is_page_title,
    item_title,
)
from newsie.divide.pictures import captioned, credited, settle
from newsie.divide.signing import is_signature, named
from newsie.divide.state import Assembly

_DIGEST = re.compile(
    r"简\s{0,20}讯|快\s{0,20}[讯报]|短\s{0,20}[讯波]|时\s{0,20}讯|快\s{0,20}览|速\s{0,20}览|一\s{0,20}句\s{0,20}话|简\s{0,20}明|便\s{0,20}民|三言两语|速\s{0,20}递|动\s{0,20}态"
)
_BULLET = re.compile(r"\s{0,20}[●■◆▲△★☆◎□○◇▪]\s{0,20}")
# △新农合补偿药品目录扩容  笔者从市新农合管理办公室获悉
_TITLED = re.compile(r"([^，。：\s]{6,26})\s{1,6}(?=[^\s，。]{1,8}$|\S{1,12}，)")
_REST_OF_TITLE = 4
_LONGEST_ITEM = 250
_DAY = re.compile(DAY)
_PLAIN_DAY = re.compile(r"(?:时间|日期)\s?：[^：]{0,24}$")
# 一、总体情况, right under a web page's source line
_POINT_TITLE = re.compile(r"[一二三四五六七八九十]{1,2}、[^，。；：]{2,16}")
# 数说某县脱贫攻坚 / ●2016年以来，…… / ●全县现有……: one story, no digest
_IN_POINTS = re.compile(
    "数说|数读|数字|看点|亮点|要点|须知|提示|清单|一览|盘点|链接|[0-9一二三四五六七八九十]{1,3}[条项]"
)
# 图① 10月11日，村民在晾晒蚕茧。
_STRIP = re.compile(r"[上下左右]?图\s?[①-⑨1-9一二三四五]\s{0,4}[^\s，：]")
_WHOLE_BYLINE = re.compile(r"（[^（）。]{2,80}）")


def assemble(marked: Sequence[Marked]) -> Assembly:
    """Return the stories of a page and the lines that wait for one."""
    heads, begins = dated_items(marked)
    state = Assembly(marked, pairs=InnerPairs(marked), led=led_items(marked) | heads, begins=begins)
    index = 0
    while index < len(marked):
        index += _step(state, index)
    state.release()
    state.furniture += dict.fromkeys(piece.line for piece in state.pictured)
    return state


def _step(state: Assembly, index: int) -> int:
    """Take in the line at `index`; return how many lines that took."""
    item = state.marked[index]
    role = item.role
    if role in {"furniture", "column"}:
        return _boxed(state, index) or _frame(state, item)
    if role in {"onward", "back"}:
        return continued(state, item)
    if role == "start":
        return _start(state, item)
    if role == "meta":
        return _sourced(state, item)
    if role in {"byline", "credit"}:
        return named(state, index)
    if role == "caption":
        return captioned(state, item)
    if role == "brief":
        return _item(state, index)
    return _text(state, index)


def _boxed(state: Assembly, index: int) -> int:
    """Take in a box that breaks into a sentence, its title and its text; return how many lines that took."""
    draft = state.draft
    if draft is None or draft.tail is None or draft.complete:
        return 0
    count = boxed(state.marked, index)
    if count:
        state.furniture.append(state.marked[index].line)
        draft.aside += [
            Piece("body", told.line, told.line.text) for told in state.marked[index + 1 : index + count]
        ]
    return count


def _frame(state: Assembly, item: Marked) -> int:
    if state.draft and state.draft.tail and _of_notice(state.draft, item):
        state.draft.add("body", item.line)
        state.draft.closed = not item.line.indent or _DAY.fullmatch(item.string) is not None
        return 1
    state.furniture.append(item.line)
    # 首页 > 工作动态 tells where a story is filed, not that briefs follow
    if item.role == "column" or (_DIGEST.search(item.string) and not re.search("[>＞»›]", item.string)):
        state.digest = _DIGEST.search(item.string) is not None
        # what a picture broke into does not go on under 简明新闻
        state.broken = None if state.digest else state.broken
        if state.draft and state.draft.complete:
            complete = state.draft
            if item.role == "column" and state.pending and state.bare:
                state.release(behind=True)
            elif item.role == "column" and state.pending and state.pending[0].gap:
                state.release()
            settle(state, Line(item.line.text, item.line.number, 0, False, 0, 0, False))
            complete.closed = True
    return 1


def _of_notice(story: Draft, item: Marked) -> bool:
    """Tell whether a line of the frame is the end of a notice: its day, or an indented line of whom to ask."""
    if not story.notice or item.role != "furniture":
        return False
    # whom to ask, right under the last paragraph
    asked = not item.line.gap and item.string.startswith("联系人")
    indented = item.line.indent > 0 and story.of("body")[0].line.indent > 0 and "：" in item.string
    return asked or indented or _DAY.fullmatch(item.string) is not None


def _sourced(state: Assembly, item: Marked) -> int:
    """A web page's source line opens a story under its headline; more of them follow it or end the story."""
    draft = state.last
    if draft and draft.tail and not draft.closed and not state.pending and _PLAIN_DAY.match(item.string):
        draft.add("body", item.line)  # 时间：2023年5月6日, as a notice of a meeting says
        return 1
    if draft and state.signs_off:
        # 来源：某某日报 / 记者：某某 under the last paragraph, no headline over them
        draft.ended = draft.closed = True
    elif draft is None or draft.closed or draft.tail or not draft.sourced or state.pending:
        draft = state.open(dated=True)
        draft.sourced = True
    draft.add("byline", item.line)
    return 1


def _start(state: Assembly, item: Marked) -> int:
    """A dateline or a paragraph mark opens a story; a bracketed byline alone ends one."""
    draft = state.draft
    dated = bylines.opens_story(item.string)
    under = draft is not None and draft.last == "byline" and not draft.tail and not state.pending
    if draft and under and not (dated and bylines.names_someone(item.string)):
        # 本报记者 甲 / \ufffd\ufffd\ufffd清晨，……: the mark begins the story that the byline opened
        draft.add("body", item.line)
        return 1
    whole = _WHOLE_BYLINE.fullmatch(item.string)
    if draft and whole and draft.complete and not any(_names_one(piece) for piece in draft.of("byline")):
        draft.add("byline", item.line)
        draft.closed = True
        return 1
    goes_on = draft and draft.dated and len(draft.pieces) == 1 and item.string.startswith("（")
    if draft and goes_on and not state.pending:
        # 本报 3 月 21 日讯 / （记者 尹某） 今天下午: the dateline goes on
        draft.add("body", item.line)
        return 1
    last = state.drafts[-1] if state.drafts else None
    if state.digest and dated and last and last.dated and _is_long(last):
        # 财经快览 / 新增贷款逾七成投向实体经济 / 本报讯 ……: a page's name, over stories as long as any
        state.digest, last.kind = False, "news"
    if dated and last and (last.title or (last.kind == "brief" and not last.dated)):
        state.digest = False  # a dateline after a digest's items without one is a story of its own
    state.open(marked=True, dated=dated).add("body", item.line)
    return 1


def _is_long(story: Draft) -> bool:
    return sum(len(piece.text) for piece in story.of("body")) > _LONGEST_ITEM


def _names_one(piece: Piece) -> bool:
    """Tell whether a byline or a web page's source line names who wrote."""
    return bool(bylines.read_byline(piece.text).names)


def _is_point(state: Assembly, item: Marked) -> bool:
    """Tell whether a line is one of a notice's points: right under its headline, or after another."""
    if item_title(item.string):
        return False
    if state.pending:
        over = state.pending[-1].text.folded
        return NOTICE.search(over) is not None or (not item.line.gap and _IN_POINTS.search(over) is not None)
    draft = state.draft
    return draft is not None and draft.kind != "brief" and _BULLET.match(draft.opening(1).folded) is not None


def _is_arrowed(state: Assembly, index: int) -> bool:
    """Tell whether a triangle points at a picture in a web page's story: ▲总装车间，技术人员正在调试无人机。, and no second one near."""
    story, item = state.last, state.marked[index]
    if story is None or not story.sourced or state.pending or item.string[0] not in "▲△▼◀▶":
        return False
    around = state.marked[max(0, index - 1) : index] + state.marked[index + 1 : index + 2]
    return len(around) == 2 and all(one.role == "text" for one in around)


def _mark_end(string: str) -> int:
    mark = _BULLET.match(string)
    return mark.end() if mark else 0


def _item(state: Assembly, index: int) -> int:
    """An item of a digest: ●【题】正文; under the headline of a notice one of its points: 遗失声明 / ●某某遗失……."""
    item = state.marked[index]
    if state.draft and state.draft.tail and not state.draft.complete and not item_title(item.string):
        # 叮嘱社区负责人要 / ▲区长（右二）与老人交谈 / 把食品安全放在第一位
        state.draft.add("caption", item.line, item.line.text[_mark_end(item.string) :])
        return 1
    if state.draft and _is_arrowed(state, index):
        state.draft.add("caption", item.line, item.line.text[_mark_end(item.string) :])
        return 1
    if _is_point(state, item):
        draft = state.draft if state.draft and not state.pending else state.open()
        draft.add("body", item.line)
        return 1
    title = item_title(item.string)
    # 简讯 / 县妇幼保健院送医下乡 / ▲近日，……: the item's own headline stands over its mark
    if title or len(state.pending) != 1 or item.line.gap or not state.digest:
        state.furniture += state.pending
        state.pending = []
    draft = state.open(marked=True)
    draft.kind = "brief"
    text = item.line.text
    bullet = _mark_end(item.string)
    if title:
        draft.title = text[title[0] : title[1]]
        text = text[title[2] :].strip()
    elif bullet:
        text = text[bullet:]
        head = _TITLED.match(text.folded)
        alone = over_item(state.marked, index)
        if head or alone:
            draft.title = text[: head.end(1)] if head else text
            text = text[head.end() :] if head else text[:0]
    draft.add("body", item.line, text)
    return 1


def _text(state: Assembly, index: int) -> int:
    draft = state.draft
    item = state.marked[index]
    if draft and ends_onward(state, draft, item):
        return 1
    if draft and (count := _continuing(state, draft, index)):
        return count
    titled = index > 0 and is_page_title(state.marked[index - 1].string)
    if titled and len(item.string) <= _REST_OF_TITLE:
        # 新闻城乡一体化 / 示范区: a page's title goes on in the next line
        state.furniture.append(item.line)
        return 1
    if _STRIP.match(item.string) and (draft is None or draft.complete or state.pending):
        if draft is None or draft.kind != "photo":
            draft = state.open(marked=True)
            draft.kind = "photo"
        draft.add("body", item.line)
        return 1
    if item.line.number in state.led and (draft is None or draft.complete):
        state.pending.append(item.line)
        return 1
    first = draft is None and state.broken_into is None
    signed = draft is not None and draft.signed and not state.pending
    count = heads_ahead(state.marked, index, state.pairs, first=first, signed=signed)
    if (
        index == 0
        and not count
        and len(state.marked) > 1
        and "。" not in item.string
        and not closes(item.string)
    ):
        count = 1
    count = count or int(over_signed(state, index))
    if count:
        state.pending += [waiting.line for waiting in state.marked[index : index + count]]
        return count
    return _paragraph(state, index)


def _continuing(state: Assembly, draft: Draft, index: int) -> int:
    """Take in lines that the open story asks for: its first text, the rest of its sentence, its signature."""
    item = state.marked[index]
    if is_signature(state, index):
        for signed in state.marked[index : index + 2]:
            draft.add("body", signed.line)
        draft.closed = draft.notice
        return 2
    bracketed = _WHOLE_BYLINE.fullmatch(item.string) and draft.complete and not draft.signed
    if bracketed and bylines.end_byline(item.line.text):
        draft.add("body", item.line)  # ……现场授课。 / （郑某某）
        return 1
    if draft.tail and not draft.complete:
        return _unfinished(state, draft, index)
    if draft.tail or state.pending:
        return 0
    if _under_source(state, index):
        state.heads.append(Head((item.line,), len(state.drafts) - 1))
        state.drafts[-1].headed = True
    elif draft.sourced and _POINT_TITLE.fullmatch(item.string):
        draft.add("subhead", item.line)
    else:
        draft.add("body", item.line)
    return 1


def _unfinished(state: Assembly, draft: Draft, index: int) -> int:
    """Take in a line while the last sentence has no end: the rest of it, a picture that breaks in, or another story."""
    item = state.marked[index]
    if item.line.gap and (count := heads_to_dateline(state.marked, index)):
        state.pending += [waiting.line for waiting in state.marked[index : index + count]]
        draft.closed = True
        return count
    if count := heads_inside(state.marked, index):
        state.heads.append(
            Head(tuple(one.line for one in state.marked[index : index + count]), len(state.drafts))
        )
        return count
    if title_inside(state.marked, index):
        state.heads.append(Head((item.line,), len(state.drafts)))
        return 1
    if count := slogan_inside(state.marked, index):
        lines = tuple(one.line for one in state.marked[index : index + count])
        state.heads.append(Head(lines, state.drafts.index(draft)))
        return count
    if picture_ahead(state.marked, index):
        state.open(marked=True).add("body", item.line)
    elif credit := photo_credits.inline_credit(item.line.text):
        # ……农民在 / 田间插秧。本报记者 某某 摄
        draft.add("body", item.line, credit[0])
        credited(state, [item.line._replace(text=credit[1])])
    else:
        broken = draft.kind != "photo" and interrupts(state.marked, index, state.pairs)
        draft.add("caption" if broken else "body", item.line)
    return 1


def _under_source(state: Assembly, index: int) -> bool:
    """Tell whether a line under a web page's source line is the headline that should stand over it."""
    story, line = state.drafts[-1], state.marked[index].line
    after = state.marked[index + 1] if index + 1 < len(state.marked) else None
    if (
        not story.sourced
        or not could_be_head(line)
        or any(head.before == len(state.drafts) - 1 for head in state.heads[-1:])
    ):
        return False
    return after is not None and after.role == "text" and after.line.gap > 0


def _paragraph(state: Assembly, index: int) -> int:
    """Body text that no opener precedes: it goes on with the open story or begins one."""
    item = state.marked[index]
    credit = photo_credits.inline_credit(item.line.text)
    notice = any(NOTICE.search(line.text.folded) for line in state.pending)
    if credit and (state.draft is None or state.draft.complete):
        before = state.draft
        settle(state, item.line)
        draft = state.open()
        if before:
            before.closed = True
        draft.kind = "photo"
        draft.add("body", item.line, credit[0])
        draft.add("credit", item.line, credit[1])
        draft.closed = True
        return 1
    apart = item.line.gap and (state.draft is None or state.draft.complete)
    if apart and picture_ahead(state.marked, index) and one_paragraph(state.marked, index):
        draft = state.open(marked=True)
        draft.kind = "photo"
        draft.add("body", item.line)
        return 1
    if (story := state.broken_into) and not notice and _goes_on(state, story, index):
        state.resume(story, item.line)
        story.add("body", item.line)
        return 1
    brief = bool(state.pending and state.draft) and brief_ahead(state, index)
    signed = bool(state.pending) and state.draft is not None and state.draft.signed
    sender = sender_below(state)
    led = bool(state.pending) and state.pending[-1].number in state.led
    headed = (
        led
        or _under_frame(state)
        or bool(state.pending and state.draft and after_note(state.draft))
        or item.line.number in state.begins
    )
    if state.draft is None or notice or signed or brief or headed or sender or under_masthead(state):
        draft = state.open()
        draft.led = headed
        if sender:
            draft.add("byline", sender)
        draft.alone = brief and draft.kind != "brief"
        draft.kind = "brief" if brief else draft.kind
        draft.add("body", item.line)
        return 1
    settle(state, item.line)
    state.draft.add("body", item.line)
    return 1


def _under_frame(state: Assembly) -> bool:
    """Tell whether the lines waiting stand apart under a line of the frame, and that under a story's end."""
    story = state.draft
    if (
        not state.pending
        or not state.pending[0].gap
        or not state.furniture
        or story is None
        or not story.complete
    ):
        return False
    last = story.pieces[-1].line.number
    return last < state.furniture[-1].number < state.pending[0].number


def _goes_on(state: Assembly, story: Draft, index: int) -> bool:
    """Tell whether text after a picture is of the story that the picture broke into.

    A sentence that it cut in two goes on whatever stands between, a whole story only at once or under
    the picture's own headline, which stands right under its credit.
    """
    if picture_ahead(state.marked, index):
        return False
    own = state.pending and state.pending[0].number == state.drafts[-1].pieces[-1].line.number + 1
    return not story.complete or not ((state.pending and not own) or story.signed)
