"""Who signs a story: bylines over it and under it, and who gives a notice (署名、落款)."""

from __future__ import annotations

from collections.abc import Sequence

from newsie import patterns as re
from newsie.divide import bylines
from newsie.divide.ahead import second_story, signs_behind
from newsie.divide.drafts import Draft, Head, Piece
from newsie.divide.frame import DAY
from newsie.divide.headed import heads_ahead
from newsie.divide.lines import WRITTEN, Marked, could_be_head
from newsie.divide.pictures import credited
from newsie.divide.state import Assembly
from newsie.divide.wording import is_organ

_LONGEST_SIGNATURE = 24
_DAY = re.compile(DAY)
_COMMENTATOR = re.compile("(?:本报|本网|本刊|新华社)(?:特约)?评论员")
_PICTURED = re.compile(r"摄|供图|图\s{0,20}[/：]|图片|照片")


def named(state: Assembly, index: int) -> int:
    """A byline or credit, which may be broken over lines: 本报记者 / 端木某 / 本报通讯员 / 郝 某 文/图."""
    count = _names_count(state.marked, index)
    lines = [item.line for item in state.marked[index : index + count]]
    string = "\n".join(line.text.folded for line in lines)
    if _PICTURED.search(string) and not WRITTEN.search(string):
        credited(state, lines)
        return count
    cut = second_story(state) if state.draft and not _asks_for_names(state) else 0
    if cut:
        story = state.open(dated=True)
        for piece in state.drafts[-2].cut(cut):
            if piece.role == "subhead" and not story.pieces:
                state.heads.append(Head((piece.line,), len(state.drafts) - 1))
                story.headed = True
            else:
                story.add(piece.role, piece.line, piece.text)
    else:
        story = _signed(state, index + count)
    for line in lines:
        story.add("byline", line)
    return count + (_titled_behind(state, index + count) if cut else 0)


def commented(state: Assembly, index: int) -> int:
    """Take in who comments, right between a headline and its text: 干字当头 / 本报评论员 / 新春伊始，……; return 1 if that is so."""
    item, after = state.marked[index], state.marked[index + 1 : index + 2]
    over = state.pending[-1].number == item.line.number - 1 if state.pending else False
    if not over or not after or after[0].role != "text" or could_be_head(after[0].line):
        return 0
    if _COMMENTATOR.fullmatch(item.string) is None:
        return 0
    state.open(dated=True).add("byline", item.line)
    return 1


def _asks_for_names(state: Assembly) -> bool:
    """Tell whether a web page's story has begun with nothing but its source: 2025-11-10 来源：某某发布 / (blank) / □ 记者 某某."""
    return state.draft is not None and state.draft.sourced and not (state.draft.tail or state.pending)


def _signed(state: Assembly, after: int) -> Draft:
    """Return the story that names are of which stand before the line at `after`: one that has begun or ended, or a new one."""
    draft, last = state.draft, state.last
    if draft and _asks_for_names(state):
        return draft
    if draft and draft.awaits and draft.complete and state.pending:
        state.release(behind=True)
        draft.amid, draft.awaits = len(draft.pieces), False
        return draft
    if draft and signs_behind(state, after):
        state.release()
        draft.closed = True
        return draft
    if last and state.signs_off and (last.ended or not any(map(names_one, last.of("byline")))):
        return last
    return state.open(dated=True)


def names_one(piece: Piece) -> bool:
    """Tell whether a byline names who wrote; a web page's source line seldom does: 来源：某某新闻网."""
    return bool(bylines.read_byline(piece.text).names)


def _titled_behind(state: Assembly, index: int) -> int:
    """Take in the headline right under a byline that stands under its story; return how many lines it has."""
    state.drafts[-1].closed = True
    if index >= len(state.marked) or state.marked[index].role != "text" or state.marked[index].line.gap:
        return 0
    count = heads_ahead(state.marked, index, state.pairs, first=True)
    state.pending += [item.line for item in state.marked[index : index + count]]
    state.release(behind=True)
    return count


def _names_count(marked: Sequence[Marked], index: int) -> int:
    """Return how many lines from `index` on are one byline."""
    string = ""
    best = 1
    for count, item in enumerate(marked[index : index + 4], start=1):
        if item.role not in {"byline", "credit", "text"} or (count > 1 and item.line.gap > 1):
            break
        if count > 1 and "，" in item.string:
            break  # 通讯员 周 某 / 搬一条板凳，泡一壶热茶
        joins = not string or bylines.has_role(item.string) or bylines.is_unfinished(string)
        string = f"{string}\n{item.string}" if string else item.string
        if not joins:
            break
        if count > 1 and bylines.only_names(string):
            best = count
    return best


def is_signature(state: Assembly, index: int) -> bool:
    """Tell whether a line and the day under it sign what stands above them: 某某县水利局 / 2023年5月6日."""
    draft = state.draft
    item = state.marked[index]
    if draft is None or len(item.string) > _LONGEST_SIGNATURE or index + 1 >= len(state.marked):
        return False
    after = state.marked[index + 1]
    dated = after.role in {"furniture", "text"} and _DAY.fullmatch(after.string) is not None
    if not dated or state.pending or not (draft.complete or draft.notice):
        return False
    return is_organ(item.string) or (draft.notice and not re.search("[，。、：；！？“”]", item.string))
