"""Lines to stories, in one pass down the page: what opens one, what goes on, what breaks in."""

from __future__ import annotations

from collections.abc import Sequence

from newsie import patterns as re
from newsie.clean import Line
from newsie.divide import bylines, photo_credits
from newsie.divide.ahead import (
    boxed,
    dated_items,
    heads_inside,
    heads_to_dateline,
    led_items,
    over_signed,
    slogan_inside,
    title_inside,
)
from newsie.divide.anew import goes_on_under, has_several, headline_across
from newsie.divide.columns import (
    InnerPairs,
    column_width,
    interrupts,
    is_long,
    picture_ahead,
)
from newsie.divide.continued import continued, ends_onward
from newsie.divide.datelines import is_wire_alone
from newsie.divide.drafts import Draft, Head, Piece, closes
from newsie.divide.endings import end_byline
from newsie.divide.frame import DAY
from newsie.divide.headed import heads_ahead, is_numbered
from newsie.divide.items import bulletin_items, take_item
from newsie.divide.lines import (
    NOTICE,
    Marked,
    could_be_head,
    is_page_name,
    is_page_title,
)
from newsie.divide.paragraphs import take_paragraph
from newsie.divide.parted import headline_told
from newsie.divide.pictures import caption_inside, captioned, credited, settle, shown
from newsie.divide.signing import commented, is_signature, named, names_one
from newsie.divide.state import Assembly
from newsie.divide.top import begins_paragraph, heads_at_top, over_address
from newsie.divide.wording import is_organ

_DIGEST = re.compile(
    r"简\s{0,20}讯|短\s{0,20}新\s{0,20}闻|快\s{0,20}[讯报]|短\s{0,20}[讯波]|时\s{0,20}讯|快\s{0,20}览|速\s{0,20}览|一\s{0,20}句\s{0,20}话|简\s{0,20}明|便\s{0,20}民|三言两语|一周(?:要闻|新闻)|速\s{0,20}递|动\s{0,20}态"
)
_REST_OF_TITLE = 4
_PAGE_LINES, _AGAIN = 200, 3
_LONGEST_ITEM = 250
_TITLE_LINES = 5
_HALF = 0.5
_DAY = re.compile(DAY)
_PLAIN_DAY = re.compile(r"(?:时间|日期)\s?：[^：]{0,24}$")
# 一、总体情况, right under a web page's source line
_POINT_TITLE = re.compile(r"[一二三四五六七八九十]{1,2}、[^，。；：]{2,16}")
_LABELLED = re.compile(r"[\u4e00-\u9fff]{2,8}：\S")
_LEAST_LABELS = 3
# ----------, * * *
_RULED = re.compile(r"(?:[-—–_=~*·.＊…]\s?){3,80}")
# 图① 10月11日，村民在晾晒蚕茧。
_STRIP = re.compile(r"[上下左右]?图\s?[①-⑨1-9一二三四五]\s{0,4}[^\s，：]")
_WHOLE_BYLINE = re.compile(r"（[^（）。]{2,80}）")


def assemble(marked: Sequence[Marked]) -> Assembly:
    """Return the stories of a page and the lines that wait for one."""
    marked, items = bulletin_items(marked)
    heads, begins = dated_items(marked)
    led = led_items(marked) | heads | items
    state = Assembly(marked, pairs=InnerPairs(marked), led=led, begins=begins, several=has_several(marked))
    index = 0
    while index < len(marked):
        index += _step(state, index)
    if not state.drafts and _is_prospectus(marked):
        state.pending, state.furniture = [marked[0].line], []
        story = state.open(dated=True)
        for item in marked[1:]:
            story.add("body", item.line)
    state.release()
    state.furniture += dict.fromkeys(piece.line for piece in state.pictured)
    return state


def _is_prospectus(marked: Sequence[Marked]) -> bool:
    """Tell whether a page has a title and lines with labels, and no sentence: 建设单位：县水务局 / 总投资：1.2亿元."""
    plain = all(item.role == "text" for item in marked)
    labels = sum(_LABELLED.match(item.string) is not None for item in marked)
    return plain and labels >= _LEAST_LABELS and len(marked) <= 2 * labels + 1


def _step(state: Assembly, index: int) -> int:
    """Take in the line at `index`; return how many lines that took."""
    item = state.marked[index]
    role = item.role
    if role in {"text", "brief", "column"} and shown(state, index):
        return 1
    if role in {"furniture", "column"}:
        return _boxed(state, index) or commented(state, index) or _frame(state, index)
    if role in {"onward", "back"}:
        return continued(state, item)
    if role == "start":
        return _start(state, index)
    if role == "meta":
        return _sourced(state, item)
    if role in {"byline", "credit"}:
        return named(state, index)
    if role == "caption":
        return captioned(state, index)
    if role == "brief":
        return take_item(state, index)
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


def _frame(state: Assembly, index: int) -> int:
    item = state.marked[index]
    if state.draft and state.draft.tail and _of_notice(state.draft, item):
        state.draft.add("body", item.line)
        state.draft.closed = not item.line.indent or _DAY.fullmatch(item.string) is not None
        return 1
    state.furniture.append(item.line)
    if state.draft and state.draft.complete and not state.pending and _parts(state.marked, index):
        state.draft.closed = True
    # 首页 > 工作动态 tells where a story is filed, not that briefs follow
    if item.role == "column" or (_DIGEST.search(item.string) and not re.search("[>＞»›]", item.string)):
        state.digest = _DIGEST.search(item.string) is not None
        state.items = len(state.drafts)
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


def _parts(marked: Sequence[Marked], index: int) -> bool:
    """Tell whether a ruled line parts two stories: a headline and a paragraph stand right under it."""
    under = marked[index + 1 : index + 3]
    if _RULED.fullmatch(marked[index].string) is None or [item.role for item in under] != ["text", "text"]:
        return False
    head, body = under
    return could_be_head(head.line) and not closes(head.string) and closes(body.string) and is_long(body.line)


def _of_notice(story: Draft, item: Marked) -> bool:
    """Tell whether a line of the frame is the end of a notice: its day, or an indented line of whom to ask."""
    if not story.notice or item.role != "furniture":
        return False
    # whom to ask, right under the last paragraph
    asked = not item.line.gap and item.string.startswith("联系人")
    indented = item.line.indent > 0 and "：" in item.string and story.first("body").line.indent > 0
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


def _start(state: Assembly, index: int) -> int:
    """A dateline or a paragraph mark opens a story; a bracketed byline alone ends one."""
    item, draft = state.marked[index], state.draft
    dated = bylines.opens_story(item.string) or is_wire_alone(item.string)
    under = draft is not None and draft.last == "byline" and not draft.tail and not state.pending
    if draft and under and not (dated and bylines.names_someone(item.string)):
        # 本报记者 甲 / \ufffd\ufffd\ufffd清晨，……: the mark begins the story that the byline opened
        draft.add("body", item.line)
        return 1
    if draft and draft.title and draft.tail is None and not state.pending:
        draft.add("body", item.line)  # ●某某揭牌 / 本报讯 昨日，……
        draft.dated = dated
        return 1
    whole = _WHOLE_BYLINE.fullmatch(item.string)
    if draft and whole and draft.complete and not any(map(names_one, draft.of("byline"))):
        draft.add("byline", item.line)
        draft.closed = True
        return 1
    goes_on = draft and draft.dated and len(draft.pieces) == 1 and item.string.startswith("（")
    if draft and goes_on and not state.pending:
        # 本报 3 月 21 日讯 / （记者 尹某） 今天下午: the dateline goes on
        draft.add("body", item.line)
        return 1
    if draft and dated and goes_on_under(state, index):
        draft.add("body", item.line)
        return 1
    last = state.drafts[-1] if len(state.drafts) > state.items else None
    if state.digest and dated and last and last.dated and _is_long(last):
        # 财经快览 / 新增贷款逾七成投向实体经济 / 本报讯 ……: a page's name, over stories as long as any
        state.digest, last.kind = False, "news"
    if dated and last and (last.title or (last.kind == "brief" and not last.dated)):
        state.digest = False  # a dateline after a digest's items without one is a story of its own
    state.open(marked=True, dated=dated).add("body", item.line)
    return 1


def _is_long(story: Draft) -> bool:
    return sum(len(piece.text) for piece in story.of("body")) > _LONGEST_ITEM


def _text(state: Assembly, index: int) -> int:
    draft = state.draft
    item = state.marked[index]
    if draft and ends_onward(state, draft, item):
        return 1
    if draft and (count := _continuing(state, draft, index)):
        return count
    if len(item.string) <= _REST_OF_TITLE and _is_rest_of_title(state, index):
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
    if draft is None and _speaks(state.marked, index):
        return take_paragraph(state, index)
    count = _heads(state, index)
    if count:
        state.pending += [waiting.line for waiting in state.marked[index : index + count]]
        return count
    return take_paragraph(state, index)


def _speaks(marked: Sequence[Marked], index: int) -> bool:
    """Tell whether a line is who gives the speech that begins below it."""
    return index + 1 < len(marked) and over_address(marked[index].string, marked[index + 1].string)


def _over_speaker(marked: Sequence[Marked], index: int) -> int:
    """Return how many lines from one on are the title of a speech, over who gives it; 0 if none are."""
    for at in range(index, min(index + _TITLE_LINES, len(marked))):
        if _speaks(marked, at):
            return at - index
        if marked[at].role != "text" or not could_be_head(marked[at].line):
            return 0
    return 0


def _heads(state: Assembly, index: int) -> int:
    """Return how many lines from one on are no body text but headlines."""
    draft = state.draft
    if index == 0 and begins_paragraph(state.marked):
        return 0
    first = draft is None and state.broken_into is None
    signed = draft is not None and draft.signed and not state.pending
    count = heads_ahead(state.marked, index, state.pairs, first=first, signed=signed)
    if index == 0 and not count:
        count = heads_at_top(state.marked)
    if draft is None:
        count = _over_speaker(state.marked, index) or count
    if count or over_signed(state, index) or headline_across(state, index):
        return count or 1
    if count := headline_told(state, index):
        state.parted.add(state.marked[index + count].line.number)
    return count


def _is_rest_of_title(state: Assembly, index: int) -> bool:
    """Tell whether a few characters are the rest of a page's title: 新闻城乡一体化 / 示范区; 开发区新闻 / (blank) / 滨江.

    Behind a whole name it is the area's, which stands on the page again and again.
    """
    over, string = state.marked[index - 1].string if index else "", state.marked[index].string
    if is_page_title(over):
        return True
    if not is_page_name(over) or state.drafts or is_organ(string) or NOTICE.search(string):
        return False
    return sum(string in item.string for item in state.marked[index + 1 : index + _PAGE_LINES]) >= _AGAIN


def _continuing(state: Assembly, draft: Draft, index: int) -> int:
    """Take in lines that the open story asks for: its first text, the rest of its sentence, its signature."""
    item = state.marked[index]
    if is_signature(state, index):
        for signed in state.marked[index : index + 2]:
            draft.add("body", signed.line)
        draft.closed = True
        return 2
    bracketed = _WHOLE_BYLINE.fullmatch(item.string) and draft.complete and not draft.signed
    if bracketed and end_byline(item.line.text):
        draft.add("body", item.line)  # ……现场授课。 / （郑某某）
        return 1
    if draft.tail and not draft.complete:
        return _unfinished(state, draft, index)
    if draft.tail or state.pending:
        return 0
    if _under_source(state, index):
        state.heads.append(Head((item.line,), len(state.drafts) - 1))
        state.drafts[-1].headed = True
    elif (draft.sourced and _POINT_TITLE.fullmatch(item.string)) or _opens_part(state, draft, index):
        draft.add("subhead", item.line)
    else:
        draft.add("body", item.line)
    return 1


def _opens_part(state: Assembly, draft: Draft, index: int) -> bool:
    """Tell whether the first line under a byline is the subhead of a story's first part: 本报记者 某某 / (blank) / 服务跟得紧 / 项目建设快，……."""
    line, after = state.marked[index].line, state.marked[index + 1 : index + 2]
    if draft.last != "byline" or not line.gap or not after or after[0].role != "text" or after[0].line.gap:
        return False
    plain = could_be_head(line) and not re.search("[，“]", line.text.folded)
    return (
        plain and len(line.text) > _REST_OF_TITLE and line.width < _HALF * column_width(state.marked, index)
    )


def _unfinished(state: Assembly, draft: Draft, index: int) -> int:
    """Take in a line while the last sentence has no end: the rest of it, a picture that breaks in, or another story."""
    item = state.marked[index]
    if draft.tail and draft.tail.text.folded.endswith("：") and is_numbered(state.marked, index):
        draft.add("subhead", item.line)  # 要抓好以下工作： / （一）狠抓项目建设，确保经济稳定增长
        return 1
    if item.line.gap and (count := heads_to_dateline(state.marked, index)):
        state.pending += [waiting.line for waiting in state.marked[index : index + count]]
        draft.closed = True
        return count
    if count := heads_inside(state.marked, index):
        state.heads.append(
            Head(tuple(one.line for one in state.marked[index : index + count]), len(state.drafts))
        )
        return count
    if count := title_inside(state.marked, index):
        state.heads.append(
            Head(tuple(one.line for one in state.marked[index : index + count]), len(state.drafts))
        )
        return count
    if count := slogan_inside(state.marked, index):
        lines = tuple(one.line for one in state.marked[index : index + count])
        state.heads.append(Head(lines, state.position(draft)))
        return count
    if count := caption_inside(state, draft, index):
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
