"""Pictures on a page: credits, captions, and the stories that are a picture with its text."""

from __future__ import annotations

from itertools import pairwise

from newsie import patterns as re
from newsie.clean import Line
from newsie.divide import photo_credits
from newsie.divide.columns import FRAME, FROM_FILES, PICTURE_WORDS, SCENE_START, column_width, is_long
from newsie.divide.drafts import Draft, Head, Piece, closes
from newsie.divide.endings import end_byline
from newsie.divide.inserted import inserted
from newsie.divide.joins import joins
from newsie.divide.state import Assembly
from newsie.text import Text

# 工人在古城小镇安装门楼构件 is a caption, 数字底座夯得实 a subhead
_SCENE = re.compile(r"[^，。：“”]{2,12}(?:正在[^，。：“”]{3,30}|(?:在|正为|为|向|给)[^，。：“”]{6,30})")
# 施工人员在绑扎钢筋。
_SENTENCE = re.compile("[\u4e00-\u9fff]{2,8}(?:正?在|为)[\u4e00-\u9fff]{3,12}。")
_HALF_LINE, _WINDOW = 32, 40
_SHORT_LINE = 6
# ▲某某（右二）在现场。 图为会议现场。 图①：茶农在采茶。 （图为会议现场）
_POINTERS = "▲△▼▽◀▶"
_SHOWN_SIGNS = frozenset("图上下左右" + _POINTERS)
_SHOWN = re.compile(rf"（?(?:[{_POINTERS}]\s?(?![【\[])[^。]{{4,60}}|{PICTURE_WORDS})。?）?|{FROM_FILES}")
_DATED = re.compile(r"[^，。]{0,4}(?:[0-9]{1,2}\s?月\s?[0-9]{1,2}\s?日|近日|日前|连日)")
_TOLD = re.compile("[：为\\s]")
_CREDITED = ("摄", "摄影", "供图", "摄）", "供图）")
_CAPTION_LINES = 3
_LONGEST_TOLD = 40
_ACROSS = 1.2
_LAST_PIECES = 4
_SEVERAL = 2


def credited(state: Assembly, lines: list[Line]) -> None:
    """A picture credit: of a caption just read, of a column, or the end of a photo story."""
    draft = state.last
    if state.pending and draft and not draft.closed:
        for line in _last_group(state):
            draft.add("caption", line)
    elif (
        draft
        and not draft.closed
        and draft.last == "body"
        and not photo_credits.column_credit(lines[0].text.folded)
        and not _tells_on(draft)
    ):
        draft = _photo(state)
    if draft is None:
        state.furniture += lines
        return
    for line in lines:
        draft.add("credit", line)
    if draft.kind == "photo":
        draft.closed = True


def _tells_on(draft: Draft) -> bool:
    """Tell whether the paragraph over a credit is one of unwrapped text and no picture's own: 会议要求，……。 / 某某 摄."""
    body = draft.pieces[-_SEVERAL:]
    # a headline over it is the picture's: 某地群众喜迎新春（图片）
    if (
        [piece.role for piece in body] != ["body"] * _SEVERAL
        or not is_long(body[-1].line)
        or body[-1].line.gap
    ):
        return False
    over, last = body
    return closes(over.text.string) and not SCENE_START.match(last.text.folded)


def captioned(state: Assembly, index: int) -> int:
    """A caption with its credit: of the open story, or of one just ended; under a headline of the story that follows.

    In brackets it stands alone: [图：改造后的小区一角]; 【图片】 says nothing.
    """
    item, story = state.marked[index], state.last
    cut = photo_credits.captioned(item.line.text)
    if cut:
        pieces = [Piece("caption", item.line, cut[0]), Piece("credit", item.line, cut[1])]
        own = story and not state.pending and (not story.closed or _is_apart(state, story, index))
        (story.pieces if story and own else state.pictured).extend(pieces)
    elif state.draft and _TOLD.search(item.string):
        state.draft.add("caption", item.line, item.line.text[1:-1])
    else:
        state.furniture.append(item.line)
    return 1


def caption_inside(state: Assembly, story: Draft, index: int) -> int:
    """Take in a picture's words and credit that stand in the middle of a sentence; return how many lines they are.

    ……的九成以 / (blank) / 职工在二井镇现场办贷。 本报记者 某某 摄 / (blank) / 上，惠及农户8.6万户: they stand between blank
    lines, or in a line wider than the column. With a day they are a picture's own text.
    """
    return _credited_inside(state, story, index) or _inserted(state, story, index)


def _inserted(state: Assembly, story: Draft, index: int) -> int:
    """Take in lines that a picture set into the sentence, with who took it or without; return how many they are."""
    if story.kind == "photo" or story.tail is None or SCENE_START.match(state.marked[index].string):
        return 0
    count = inserted(state.marked, index, story.tail.text.folded)
    for item in state.marked[index : index + count]:
        cut = photo_credits.inline_credit(item.line.text) or photo_credits.captioned(item.line.text)
        told, credit = cut or ((None, item.line.text) if item.role != "text" else (item.line.text, None))
        if told:
            story.add("caption", item.line, told)
        if credit:
            story.add("credit", item.line, credit)
    return count


def _credited_inside(state: Assembly, story: Draft, index: int) -> int:
    """Take in a picture's words with its credit; return how many lines they are."""
    near = state.marked[index : index + _CAPTION_LINES + 1]
    if not any(item.line.text.folded.endswith(_CREDITED) for item in near):
        return 0
    count = next((at for at, item in enumerate(near[1:], 1) if item.line.gap), 0)
    wide = near[0].line.width > _ACROSS * column_width(state.marked, index)
    if not near[0].line.gap or not count:
        count = int(wide)
    lines = [item.line for item in near[:count]]
    if not lines or not lines[-1].text.folded.endswith(_CREDITED) or any(one.doubled for one in lines):
        return 0
    text = Text.join(line.text for line in lines)
    cut = photo_credits.inline_credit(text) or photo_credits.captioned(text)
    if cut is None or len(cut[0]) > _LONGEST_TOLD or not _joins_around(state, story, index, count):
        return 0
    if dated := _DATED.match(cut[0].folded):
        story = state.open(marked=True)
        story.kind, story.closed = "photo", True
    story.add("body" if dated else "caption", lines[0], cut[0])
    story.add("credit", lines[0], cut[1])
    return count


def _joins_around(state: Assembly, story: Draft, index: int, count: int) -> bool:
    """Tell whether a sentence sooner goes on behind so many lines than with them."""
    after = state.marked[index + count : index + count + 1]
    if story.tail is None or not after or after[0].role != "text":
        return False
    said = story.tail.text.folded
    if after[0].string.startswith(("，", "、", "；", "。")):
        return True
    return joins().goes_on(said, after[0].string) > joins().goes_on(said, state.marked[index].string)


def shown(state: Assembly, index: int) -> bool:
    """Take in a picture's words that stand as a paragraph of unwrapped text (图为会议现场。); tell whether a line is that."""
    item, story = state.marked[index], state.last
    string = item.string
    cut = photo_credits.captioned(item.line.text) if "摄" in string[-4:] else None
    signed = string.lstrip("（ ")[:1] in _SHOWN_SIGNS or string.endswith("）")
    if cut is None and not (signed and _SHOWN.fullmatch(string)):
        return _scene_between(state, index)
    if story is None or not story.complete or state.pending or _DATED.match(string):
        return False
    pointed = string[0] in _POINTERS
    if story.closed and not _is_apart(state, story, index):
        return False
    if story.kind == "brief" or (pointed and state.digest):
        return False
    unwrapped = any(is_long(piece.line) for piece in story.pieces[-_LAST_PIECES:] if piece.role == "body")
    if not (unwrapped and _is_whole(state, index)) and not (cut is None and _is_apart(state, story, index)):
        return False
    if cut:
        story.add("caption", item.line, cut[0])
        story.add("credit", item.line, cut[1])
    else:
        story.add("caption", item.line, item.line.text[1:].strip() if pointed else None)
    return True


def _scene_between(state: Assembly, index: int) -> bool:
    """Take in a sentence of who does what where, alone between the wrapped paragraphs of a story; tell whether a line is that.

    ……阶段性应用成果。 / (blank) / 施工人员在绑扎钢筋。 / (blank): in a story whose other paragraphs no blank lines part.
    """
    item, story = state.marked[index], state.draft
    plain = story is not None and story.complete and not state.pending and item.line.width < _HALF_LINE
    if story is None or not plain or _SENTENCE.fullmatch(item.string) is None:
        return False
    body = [piece for piece in story.pieces[-_WINDOW:] if piece.role == "body"]
    solid = any(closes(one.text.string) and not two.line.gap for one, two in pairwise(body))
    if not solid or not _is_apart(state, story, index) or any(is_long(piece.line) for piece in body):
        return False
    story.add("caption", item.line)
    return True


def _is_apart(state: Assembly, story: Draft, index: int) -> bool:
    """Tell whether a line stands alone under a story that is no picture: ……指导。 / (blank) / 图为活动现场。 / (blank)."""
    after = state.marked[index + 1 : index + 2]
    ends = not after or after[0].line.gap > 0 or after[0].role in FRAME
    signed = bool(after) and after[0].role == "credit"
    told = story.kind == "news" and (story.dated or story.headed)
    return state.marked[index].line.gap > 0 and ends and not signed and told


def _is_whole(state: Assembly, index: int) -> bool:
    """Tell whether no line goes on with the one at `index`: it ends a sentence, or a paragraph begins behind it."""
    after = state.marked[index + 1 : index + 2]
    return (
        closes(state.marked[index].string)
        or not after
        or after[0].role != "text"
        or after[0].line.gap > 0
        or is_long(after[0].line)
    )


def _last_group(state: Assembly) -> list[Line]:
    """Take the last lines waiting that stand together."""
    at = len(state.pending) - 1
    while at > 0 and not state.pending[at].gap:
        at -= 1
    group, state.pending = state.pending[at:], state.pending[:at]
    return group


def _photo(state: Assembly) -> Draft:
    """Return the photo story that ends here: the open one, or its last paragraph cut off."""
    draft = state.resumed or state.drafts[-1]
    body = draft.of("body")
    whole = (draft.marked and not draft.dated) or _same_paragraph(body)
    broke_in = state.broken is not None and not state.broken.complete
    if whole and (draft.kind != "brief" or broke_in):
        if not draft.dated:
            draft.kind = "photo"
        return draft
    if len(body) < 2:
        return draft
    cut = _paragraph_start(draft)
    story = state.open()
    for piece in draft.cut(cut):
        story.add(piece.role, piece.line, piece.text)
    story.kind = "photo"
    while draft.pieces and draft.pieces[-1].role in {"caption", "subhead"}:
        head = draft.pieces.pop()
        state.heads.append(Head((head.line,), len(state.drafts) - 1))
        story.headed = True
    draft.closed = True
    return story


def _same_paragraph(body: list[Piece]) -> bool:
    """Tell whether a story is a single paragraph."""
    return not any(_parted(one, two) for one, two in pairwise(body))


def _parted(one: Piece, two: Piece) -> bool:
    short = one.line.width < two.line.width - _SHORT_LINE
    ends = closes(one.text.string) or end_byline(one.text) is not None
    return ends and (two.line.gap > 0 or short or is_long(one.line))


def _paragraph_start(draft: Draft) -> int:
    """Return the index of the piece where the last paragraph begins."""
    at = len(draft.pieces) - 1
    while (
        at > 0 and draft.pieces[at - 1].role == "body" and not _parted(draft.pieces[at - 1], draft.pieces[at])
    ):
        at -= 1
    return at


def settle(state: Assembly, after: Line) -> None:
    """Give the lines waiting to the open story: its subheads, or captions where a picture stood."""
    draft = state.draft
    if draft is None:
        return
    waiting, state.pending = state.pending, []
    draft.pieces += state.pictured
    state.pictured = []
    space = 0
    for position, line in enumerate(waiting):
        following = waiting[position + 1] if position + 1 < len(waiting) else after
        # a picture's gap belongs to one caption: the line above it or the line under it
        pictured = line.doubled or (not line.level and (following.gap > 1 or line.gap > max(1, space)))
        pictured = pictured or (not line.level and _SCENE.fullmatch(line.text.folded) is not None)
        space = following.gap if pictured else 0
        draft.add("caption" if pictured else "subhead", line)
