"""Items of a digest and the points of a notice: ●【题】正文."""

from __future__ import annotations

from collections.abc import Sequence

from newsie import patterns as re
from newsie.divide.bylines import is_credit, opens_story
from newsie.divide.columns import is_long
from newsie.divide.datelines import DATELINE
from newsie.divide.drafts import closes
from newsie.divide.endings import end_byline
from newsie.divide.frame import frame
from newsie.divide.headed import over_item
from newsie.divide.joins import joins
from newsie.divide.lines import (
    NOTICE,
    Marked,
    could_be_head,
    item_title,
)
from newsie.divide.state import Assembly
from newsie.divide.top import ends_head

_JOINED = 1.0
_BRACKETS = "【〖["
_BULLET = re.compile(r"\s{0,20}[●■◆▲△★☆◎□○◇▪▶►➤]\s{0,20}")
# △新农合补偿药品目录扩容  笔者从市新农合管理办公室获悉
_TITLED = re.compile(r"([^，。：\s]{6,26})\s{1,6}(?=[^\s，。]{1,8}$|\S{1,12}，)")
# 数说某县脱贫攻坚 / ●2016年以来，…… / ●全县现有……: one story, no digest
_IN_POINTS = re.compile(
    "数说|数读|数字|看点|亮点|要点|须知|提示|清单|一览|盘点|链接|[0-9一二三四五六七八九十]{1,3}[条项]"
)


_FRAMED = frozenset({"furniture", "meta"})
_LONGEST_FRAME = 4
# 国际联播快讯 / 央视网消息（新闻联播）： / 美国两市发生枪击 / 5日，…….
_BULLETIN = re.compile("[\u4e00-\u9fff]{0,8}(?:快讯|简讯|短讯|短波|快报|速览|简报)")


def bulletin_items(marked: Sequence[Marked]) -> tuple[list[Marked], frozenset[int]]:
    """Return the lines of a page, and the numbers of the headlines of a bulletin's items.

    A bulletin's title stands over a dateline with nothing behind it, its items' headlines right over their text.
    """
    found = list(marked)
    heads: set[int] = set()
    inside = False
    for at, item in enumerate(found[1:], 1):
        above = _title_over(found, at)
        over = found[above]
        if item.role == "start":
            alone = DATELINE.fullmatch(item.string) is not None
            inside = (
                alone and over.role in {"text", "column"} and _BULLETIN.fullmatch(over.string) is not None
            )
            if inside:
                found[above], found[at] = Marked(over.line, "column"), Marked(item.line, "furniture")
            elif over.role == "brief" and _tagged(over.string):
                found[above] = Marked(over.line, "text")
        elif over.role == "brief" and item.role != "furniture" and _tagged_over_text(found, above, at):
            found[above] = Marked(over.line, "text")
            heads.add(over.line.number)
        elif inside and _heads_item(found, at):
            heads.add(item.line.number)
    return found, frozenset(heads)


def _tagged(string: str) -> bool:
    """Tell whether a line over a dateline is a headline with its series in front: 【开好局 起好步】某省：抓项目促开放."""
    title = item_title(string)
    return title is not None and title[2] < len(string) and not closes(string)


def _title_over(marked: Sequence[Marked], at: int) -> int:
    """Return which line stands over a line but for the frame of a web page under its headline: 2024-05-01, 阅读 1234."""
    above = at - 1
    while above > 0 and at - above <= _LONGEST_FRAME and marked[above].role in _FRAMED:
        above -= 1
    first = all(item.role in {"furniture", "column", "meta"} for item in marked[:above])
    return above if first else at - 1


def _tagged_over_text(marked: Sequence[Marked], at: int, behind: int) -> bool:
    """Tell whether the line at `at` stands over its text at `behind`: 【青山新征程】石桥村：致富有门路 / 5月9日，……; an item's text goes on."""
    item, after = marked[at], marked[behind]
    title = item_title(item.string)
    if title is None or item.string[0] not in _BRACKETS or not _tagged(item.string):
        return False
    if "，" in item.string:
        return False  # 【某区办成首笔贷款】日前，某区一家企业 is an item with the beginning of its text
    if frame(item.string[: title[2]]) or is_credit(item.string[title[2] :]):
        return False  # 【新闻热线 12345】 本版图片由某某宣传部提供
    if after.role in {"byline", "meta"}:
        return True
    return after.role == "text" and could_be_head(item.line) and (behind > at + 1 or ends_head(marked, at))


def _heads_item(marked: Sequence[Marked], at: int) -> bool:
    """Tell whether a line is a headline: without a sentence's end, under one or the title, over text with one."""
    if at + 1 == len(marked) or any(item.role != "text" for item in marked[at : at + 2]):
        return False
    over = marked[at - 1]
    return (
        could_be_head(marked[at].line)
        and closes(marked[at + 1].string)
        and (over.role == "furniture" or closes(over.string))
    )


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
    around = [*state.marked[max(0, index - 1) : index], *state.marked[index + 1 : index + 2]]
    return len(around) == 2 and all(one.role == "text" for one in around)


def _over_text(marked: Sequence[Marked], index: int) -> bool:
    """Tell whether an item's headline stands over its text, which has a dateline or a mark, or begins a paragraph: ●某某揭牌 / 本报讯 昨日，……."""
    item, after = marked[index], marked[index + 1 : index + 2]
    if not after or not could_be_head(item.line) or closes(item.string) or is_long(item.line):
        return False
    if after[0].role == "start":
        return after[0].line.mark or opens_story(after[0].string)
    if after[0].role != "text":
        return False
    if is_long(after[0].line) and (closes(after[0].string) or end_byline(after[0].line.text)):
        return True
    runs_on = joins().goes_on(item.string, after[0].string) > _JOINED
    return "，" not in item.string and not (after[0].line.gap or runs_on) and ends_head(marked, index)


def _mark_end(string: str) -> int:
    mark = _BULLET.match(string)
    return mark.end() if mark else 0


def take_item(state: Assembly, index: int) -> int:
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
        alone = over_item(state.marked, index) or _over_text(state.marked, index)
        if head or alone:
            draft.title = text[: head.end(1)] if head else text
            text = text[head.end() :] if head else text[:0]
    draft.add("body", item.line, text)
    return 1
