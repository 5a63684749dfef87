"""What stands around a line decides: whose a byline is, where a story without a dateline begins."""

from __future__ import annotations

from collections.abc import Sequence

from newsie import patterns as re
from newsie.clean import Line
from newsie.divide import bylines
from newsie.divide.columns import column_width
from newsie.divide.drafts import Draft, closes
from newsie.divide.endings import end_byline
from newsie.divide.headed import heads_ahead, is_sender, picture_titled
from newsie.divide.joins import joins
from newsie.divide.lines import Marked, could_be_head, is_section
from newsie.divide.state import Assembly
from newsie.divide.wording import IN_SESSION, ORDERS, TOLD_SUM, is_couplet, is_organ
from newsie.text import Text

_BRIEF_LINES = 20
_LONGEST_HEAD = 2
_ENDS = frozenset({"byline", "credit", "furniture", "column"})
_STORY_LINES = 40
_SIGNATURE_LINES = 4
_JOINED = 1.0


# 石潭镇：中稻插秧过七成; 县人社局：前5月新增就业2870人
_LED = re.compile(
    r"[\u4e00-\u9fff]{1,9}(?:镇|乡|街道|村|社区|苏木|县|区|旗|局|委|办|院|会|社|所|中心|公司|大队|支队|学校|银行|电站|监狱)：[^，。；：]{4,24}"
)


def led_items(marked: Sequence[Marked]) -> frozenset[int]:
    """Return the numbers of lines that are headlines of items and begin with whom they are of, if a page has several."""
    lines = (
        item.line for item in marked if item.role == "text" and item.line.gap and _LED.fullmatch(item.string)
    )
    numbers = frozenset(line.number for line in lines)
    return numbers if len(numbers) > 1 else frozenset()


# 编者按：……: what stands under the next headline is a story of its own
_EDITORS_NOTE = re.compile(r"\s{0,8}(?:编者按|编者的话|开栏的?话|开栏语|核心提示|编前|前言|引言)")


def after_note(story: Draft) -> bool:
    """Tell whether a story is an editor's note, which ends where another headline stands."""
    return story.complete and _EDITORS_NOTE.match(story.opening(1).folded) is not None


_DATED = re.compile(r"[0-9]{1,2}\s?月\s?[0-9]{1,2}\s?日")
_FULL_PAGE = 20
_SET_APART = 0.75


def dated_items(marked: Sequence[Marked]) -> tuple[frozenset[int], frozenset[int]]:
    """Return the numbers of headlines and of first lines of stories on a page that has no blank line.

    重点项目“三张清单” / 3月16日，开发区公布……: a line or two that stop short, without a mark, under the end of a
    paragraph and over a day.
    """
    lines = [item.line for item in marked]
    if len(lines) < _FULL_PAGE or any(line.gap for line in lines[1:]):
        return frozenset(), frozenset()
    heads: set[int] = set()
    begins: set[int] = set()
    for at, item in enumerate(marked):
        if item.role != "text" or not _DATED.match(item.string):
            continue
        first = at
        while first and at - first < _LONGEST_HEAD and _stops_short(marked, first - 1):
            first -= 1
        if (0 < first < at and closes(marked[first - 1].string)) or (
            first < at and marked[first - 1].role in _ENDS
        ):
            heads.update(line.number for line in lines[first:at])
            begins.add(item.line.number)
    return frozenset(heads), frozenset(begins)


def _stops_short(marked: Sequence[Marked], at: int) -> bool:
    item = marked[at]
    plain = item.role == "text" and not re.search("[，。；：、]", item.string)
    return plain and item.line.width < _SET_APART * column_width(marked, at)


_BOX = re.compile(
    r"[●■◆▲▶【\[]?(?:相关|新闻|延伸)?(?:链接|背景|阅读|资料|名词解释|小贴士|小知识|小资料)[】\]：]?"
)
_LONGEST_BOX = 40
_MOST_HEADS = 3


def boxed(marked: Sequence[Marked], index: int) -> int:
    """Return how many lines a box has that breaks into a sentence: 相关链接 / 今年上半年，……18.5%。; 0 if none begins here."""
    if not _BOX.fullmatch(marked[index].string):
        return 0
    for at in range(index + 1, min(index + _LONGEST_BOX, len(marked))):
        if marked[at].role not in {"text", "brief"}:
            return 0
        if closes(marked[at].string) and (at + 1 == len(marked) or marked[at + 1].line.gap):
            return at + 1 - index
    return 0


def heads_to_dateline(marked: Sequence[Marked], index: int) -> int:
    """Return how many lines from `index` on are headlines right over a dateline or a source, though what stands before has no end.

    转移劳动力 8.6万人次 / (blank) / 某某在园区调研时强调 / 抓紧抓实项目建设 / 本报讯（记者 某某）1月13日.
    """
    for at in range(index, min(index + _MOST_HEADS + 1, len(marked))):
        item = marked[at]
        if item.role in {"byline", "meta"} or (item.role == "start" and bylines.opens_story(item.string)):
            return at - index
        if item.role != "text" or not could_be_head(item.line) or "，" in item.string:
            return 0
    return 0


def heads_inside(marked: Sequence[Marked], index: int) -> int:
    """Return how many lines from `index` on are a headline in the middle of a sentence: a block of its own that can be nothing else.

    将投资12亿元建设产业园， / (blank) / 某某在某县调研脱贫攻坚工作时强调 / 以决战姿态打好秋季攻势 / 某某参加 / (blank) / 占地210亩.
    """
    if not marked[index].line.gap:
        return 0
    near = marked[index + 1 : index + 2 + _MOST_HEADS]
    count = next((at for at, item in enumerate(near, 1) if item.line.gap), 0)
    block = marked[index : index + count]
    if not block:
        return 0
    if any(
        item.role != "text"
        or not could_be_head(item.line)
        or item.line.doubled
        or re.search("[，。]", item.string)
        for item in block
    ):
        return 0
    strings = [item.string for item in block]
    told = len(block) > 1 and any(ORDERS.search(string) or TOLD_SUM.search(string) for string in strings)
    return len(block) if told or (len(block) == 1 and IN_SESSION.search(block[0].string)) else 0


def title_inside(marked: Sequence[Marked], index: int) -> int:
    """Return how many lines are a picture's title in the middle of a sentence: 某某强调， / (blank) / 稻田抓鱼忙 / 9月15日，……。 / 某某 摄."""
    return picture_titled(marked, index) if marked[index].line.gap else 0


def slogan_inside(marked: Sequence[Marked], index: int) -> int:
    """Return 2 if the halves of a slogan stand in a sentence where its column ends: 四要 / 重振精神抓重建 / 咬定目标促发展 / (blank) / 切实维护."""
    halves = marked[index : index + 2]
    if len(halves) < 2 or index + 2 >= len(marked) or not marked[index + 2].line.gap:
        return 0
    if any(item.role != "text" or not could_be_head(item.line) for item in halves) or halves[1].line.gap:
        return 0
    narrow = all(
        item.line.width < _SET_APART * column_width(marked, at) for at, item in enumerate(halves, index)
    )
    return 2 if narrow and is_couplet(*(item.string for item in halves)) else 0


def signs_behind(state: Assembly, after: int) -> bool:
    """Tell whether a headline and its byline stand under their story: the next headline has its own byline."""
    story = state.draft
    if story is None or not state.pending or not state.pending[0].gap or story.dated or not story.complete:
        return False
    if after >= len(state.marked) or not state.marked[after].line.gap:
        return False
    opened = after + heads_ahead(state.marked, after, state.pairs, first=True)
    return after < opened < len(state.marked) and state.marked[opened].role in {"byline", "start"}


def second_story(state: Assembly) -> int:
    """Return the piece of the open story at which another begins, now that a second byline stands under it; 0 for none.

    本报讯（通讯员 甲）……不予验收。 / (blank) / 盛夏时节，走进某村，……明年就能用上。 / 本报记者 乙.
    """
    story = state.draft
    if story is None or not story.dated or story.sourced or state.pending or not story.complete:
        return 0
    if not bylines.names_someone(story.opening(1).folded):
        return 0
    if at := _last_headed(story):
        return at
    for at in range(len(story.pieces) - 1, 0, -1):
        before, piece = story.pieces[at - 1 : at + 1]
        if before.role == piece.role == "body" and piece.line.gap and closes(before.text.string):
            return at
    return 0


def _last_headed(story: Draft) -> int:
    """Return the piece at which the last line without an end stands apart over text, where the story has one; 0 for none."""
    inner = [at for at, piece in enumerate(story.pieces) if piece.role == "subhead"]
    if len(inner) != 1 or inner[0] in {0, len(story.pieces) - 1} or not story.pieces[inner[0]].line.gap:
        return 0
    before = story.pieces[inner[0] - 1]
    return inner[0] if before.role == "body" and closes(before.text.string) else 0


def under_masthead(state: Assembly) -> bool:
    """Tell whether text begins under the paper's name and a body's: 某某日报 / 市国税局 / “从申报到退税……."""
    if len(state.pending) != 1 or state.draft is None or not state.draft.dated or not state.furniture:
        return False
    over, line = state.furniture[-1], state.pending[0]
    named = over.number == line.number - 1 and over.gap > 0 and is_section(over.text.folded)
    return named and is_organ(line.text.folded) and state.draft.complete


def brief_ahead(state: Assembly, index: int) -> bool:
    """Tell whether text under a headline has its own byline, though the story before it has one.

    培训班结业 / 7月10日至14日，……120人参加培训。（通讯员 某某）; where the story before names who made it, several
    paragraphs and a bare name will do: 县纪委 / 严查公款吃喝 / 9月中旬，……。 / 截至目前，……越往后执纪越严。（党某某）.
    """
    story = state.draft
    if story is None or not story.dated or story.sourced:
        return False
    named = bylines.names_someone(story.opening(_SIGNATURE_LINES).folded)
    lines: list[Text] = []
    for at in range(index, min(index + (_STORY_LINES if named else _BRIEF_LINES), len(state.marked))):
        item = state.marked[at]
        if item.role == "start" and named and closes(state.marked[at - 1].string):
            return end_byline(item.line.text) is not None
        bracketed = item.string.startswith("（")
        if item.role != "text" or (named and at > index and not bracketed and _headed(state, at)):
            return False
        lines.append(item.line.text)
        if not closes(item.string) and not item.string.endswith("）"):
            continue
        found = end_byline(Text.join(lines[-_SIGNATURE_LINES:], "\n"))
        if found:
            return named or bylines.has_role(found[1].folded)
        if item.string[-1] != "）" and not named:
            return False
    return False


def over_signed(state: Assembly, index: int) -> bool:
    """Tell whether a line as wide as the column is the headline of an item that is signed: 某某港吞吐量首破20万箱 / 来自……。 / （佟某）."""
    item, story = state.marked[index], state.draft
    if (
        not item.line.gap
        or state.pending
        or story is None
        or not story.complete
        or not could_be_head(item.line)
    ):
        return False
    plain = not re.search("[，。！？“]", item.string) and index + 1 < len(state.marked)
    if not plain or state.marked[index + 1].line.gap:
        return False
    # 此次签约的半导体产业园项 / 目，由某公司投资建设: a paragraph's first line
    runs_on = joins().goes_on(item.string, state.marked[index + 1].string) > _JOINED
    return not runs_on and brief_ahead(state, index + 1)


def sender_below(state: Assembly) -> Line | None:
    """Take the line of a bare name from under a headline: 驻村日记 / 驻村书记的“三本账” / 石某某."""
    complete = state.draft is None or state.draft.complete
    if len(state.pending) < 2 or not complete or not is_sender(state.pending[-1]):
        return None
    return state.pending.pop()


def _headed(state: Assembly, at: int) -> bool:
    """Tell whether a headline stands at a line under a paragraph's end."""
    before = state.marked[at - 1].string
    return closes(before) and heads_ahead(state.marked, at, state.pairs) > 0
