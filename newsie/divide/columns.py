"""The shape of a page: how wide its columns are, and which lines stand apart from them."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cached_property
from operator import add

from newsie import patterns as re
from newsie.clean import Line
from newsie.divide.drafts import closes
from newsie.divide.lines import Marked, could_be_head

_NEIGHBOURS = 6
_LONG = 60
"""A line wider than this is a paragraph of its own, not a piece of a column."""
_COLUMN = 40
"""A column set in a newspaper is as a rule narrower."""


INDENT_ALONE = 5

_SHORT = 0.7
_HALF = 0.6
_FULL = 0.85
_LONGEST_CAPTION = 14
_CREDITED = 2
_SHORTEST_CAPTION = 4
SCENE_START = re.compile(
    r"(?:[\u4e00-\u9fff]{3,10}[忙美香乐浓俏旺丰欢甜红绿秀暖][。！])?(?:[上下左右]?图(?:[①②③④1-9一二三四]|为|是|：)|[0-9]{1,2}\s?月\s?[0-9]{1,2}\s?日|近日|日前|连日来|近期|眼下|时下|当前|初[春夏秋冬]|[盛仲晚深暮隆严金]?[春夏秋冬](?:日|时节))"
)
# a caption that is a sentence: 大型收割机正在收获玉米。
_CAPTION = re.compile(r"[^，。、；：“”0-9]{6,20}。")
_MARKS = frozenset("，、；：")
_SCENE = re.compile("[\u4e00-\u9fff]{2}(?:正?在|为|给)")
# 女工在赶制书包（6月15日摄）
_SHOT = re.compile("（[^（）]{2,12}摄）$")
# who is who on a picture: 网格员郑某（右）入户走访
POSITIONED = re.compile("（[前后]?排?[左右中](?:[一二三四五1-5]|起第?[一二三四五1-5])?）")
PICTURE_WORDS = r"[上下左右]?图(?:为|片?说明：|片?：|[①-⑨]|[0-9一二三四五六](?:\s?：|\s)).{2,90}?"
FROM_FILES = r"[^。]{4,40}（(?:(?:资料|效果)(?:图片?|照片)|[^（）\s]{2,12}供图)）"
"""What a picture's words are by themselves: 图为活动现场, 图①：厂房, 建设中的大桥（效果图）."""

_SHOWN = re.compile(rf"（?{PICTURE_WORDS}。?）?|{FROM_FILES}")
FRAME = frozenset({"furniture", "column"})


def is_long(line: Line) -> bool:
    """Tell whether a line is unwrapped text, as pages without hard line breaks have it."""
    return line.width > _LONG


def is_whole(line: Line) -> bool:
    """Tell whether a line is a paragraph of unwrapped text."""
    return is_long(line) or (line.width > _COLUMN and closes(line.text.string))


def column_width(marked: Sequence[Marked], index: int) -> int:
    """Return the width of the column that a line stands in, from its neighbours' widths."""
    near = [*marked[max(0, index - _NEIGHBOURS) : index], *marked[index + 1 : index + 1 + _NEIGHBOURS]]
    widths = sorted(other.line.width for other in near if other.role in {"text", "start"})
    return widths[len(widths) * 3 // 4] if widths else marked[index].line.width


def gap_after(marked: Sequence[Marked], index: int) -> int:
    """Return the number of blank lines after a line."""
    if index + 1 >= len(marked) or marked[index + 1].role in FRAME:
        return 0  # what stands apart there is the frame
    return marked[index + 1].line.gap


def interrupts(marked: Sequence[Marked], index: int, pairs: Container[str] = ()) -> bool:
    """Tell whether a line breaks into a sentence that goes on after it: a caption in a column.

    An overprinted line does, and a short one without a comma that a picture's gap sets apart:
    并仔细讲解最 / 志愿者向居民发放宣传单 / 新防疫政策. One between two single blank lines does if the
    lines around it make a word with each other and not with it: 当场提 / 执法人员检查食堂 / 出意见.
    `pairs` are the page's `InnerPairs`.
    """
    line = marked[index].line
    if line.doubled:
        return True
    string = line.text.folded
    if line.gap and gap_after(marked, index) and _SHOWN.fullmatch(string):
        return True
    if _caption_between(marked, index, pairs) or POSITIONED.search(string) or _credited_under(marked, index):
        return True
    if not could_be_head(line) or "，" in string or is_long(line) or string.count("）") > string.count("（"):
        return False
    if _SHOT.search(string) or _under_stub(marked, index, pairs):
        return True
    if len(string) < _SHORTEST_CAPTION:
        return (
            False  # 已发展到143家， / (blank) / 产 / (blank) / 工人正在检测水泵 / (blank) / 品由最初的十几种
        )
    before = 0 if marked[index - 1].role in FRAME else line.gap
    after = gap_after(marked, index)
    if before > 1 or (after > 1 and (before or not picture_ahead(marked, index + 1))):
        return True
    if not (before and after):
        return False
    # a line of a sentence that goes on fills its column: 就增加了2套 / 某某大道施工现场 / 摊铺设备
    narrow = line.width < _SHORT * column_width(marked, index)
    return narrow or _splits_word(marked, index, pairs)


def _under_stub(marked: Sequence[Marked], index: int, pairs: Container[str]) -> bool:
    """Tell whether a line stands under one cut far short of its column: 公斤160元的塘口价 / 某某展示刚起捕的大闸蟹 / 计算，一亩…….

    A wrapped line fills its column, so a picture's words broke into the sentence.
    """
    if not 1 < index < len(marked) - 1 or len(marked[index].string) < _SHORTEST_CAPTION:
        return False
    over, before, item, after = marked[index - 2 : index + 2]
    if before.line.width >= over.line.width or not before.role == after.role == "text":
        return False
    width = column_width(marked, index)
    stub = before.line.width < _HALF * width and item.line.width < _FULL * width
    full = over.line.width > _FULL * width and after.line.width > _FULL * width
    return stub and full and before.string[-1] + item.string[0] not in pairs


def _credited_under(marked: Sequence[Marked], index: int) -> bool:
    """Tell whether a line or two stand apart with a credit under them: 岳 / (blank) / 大会会场。 / 本报记者 某某 摄."""
    if not marked[index].line.gap:
        return False
    for at in range(index, min(index + _CREDITED, len(marked) - 1)):
        if marked[at].role != "text" or is_long(marked[at].line):
            return False
        if marked[at + 1].role == "credit":
            # the sentence goes on behind it
            behind = marked[at + 2 : at + 3]
            return bool(behind) and behind[0].role == "text" and behind[0].line.gap > 0
    return False


def _caption_between(marked: Sequence[Marked], index: int, pairs: Container[str]) -> bool:
    """Tell whether a short sentence stands apart in the middle of a word: 水 / 收割机正在收获玉米。 / 稻已全部归仓."""
    string = marked[index].string
    if not _CAPTION.fullmatch(string):
        return False
    # ……已排到明年6月。二期 / 工人在检查电芯质量。 / (blank) / 项目已完成
    cut = index > 1 and gap_after(marked, index) > 0 and re.search("[正在]", string) is not None
    cut = cut and marked[index - 1].line.width < marked[index - 2].line.width - INDENT_ALONE
    if not marked[index].line.gap:
        return cut
    ahead = index + 1
    while ahead < len(marked) and marked[ahead].role in FRAME:
        ahead += 1
    if ahead >= len(marked) or marked[ahead].role != "text" or not marked[ahead].line.gap:
        return False
    before, after = marked[index - 1].string, marked[ahead].string
    over = marked[index - 1].line
    short = index > 1 and not over.gap and over.width < _HALF * marked[index - 2].line.width
    if short and ahead == index + 1 and before[-1] not in "，、；：":
        return True  # ……准备建一座500吨 / 的冷 / 果农正在采摘。 / 库
    if before[-1] in _MARKS and not _SCENE.search(string):
        return False  # 公布服务电话， / (blank) / 真正把温暖送到群众心坎上。 / (blank) / the next headline
    return before[-1] + after[0] in pairs and before[-1] + string[0] not in pairs


def picture_ahead(marked: Sequence[Marked], index: int) -> bool:
    """Tell whether a line begins the text of a picture: a paragraph with a credit under it.

    It stands apart and tells of a day or a scene: 3月25日，牧民在为新生羔羊打耳标。 / 通讯员 某某 摄.
    """
    if index >= len(marked):
        return False
    line = marked[index].line
    if line.doubled or not SCENE_START.match(line.text.folded):
        return False
    # ……占地 / 3月16日，工人在赶制口罩。 / 某某 摄: where no line is blank, a line cut short does
    if not (line.gap or (index > 0 and _is_cut_short(marked, index - 1))):
        return False
    for at in range(index, min(index + _LONGEST_CAPTION, len(marked) - 1)):
        if marked[at].role != "text":
            return False
        if marked[at + 1].role == "credit":
            return closes(marked[at].line.text.string)
    return False


def one_paragraph(marked: Sequence[Marked], index: int) -> bool:
    """Tell whether no paragraph ends over a blank line before the credit that stands under a line."""
    at = index
    while at + 1 < len(marked) and marked[at + 1].role != "credit":
        if closes(marked[at].string) and marked[at + 1].line.gap:
            return False
        at += 1
    return True


def _splits_word(marked: Sequence[Marked], index: int, pairs: Container[str]) -> bool:
    """Tell whether the lines around a line belong together and neither belongs with it.

    The line before it may also stop short of its column's width: the sentence was cut for a picture.
    """
    if not 0 < index < len(marked) - 1 or re.search(r"[，。、：；“”（）]", marked[index].string):
        return False
    before, line, after = (marked[at].string for at in (index - 1, index, index + 1))
    if before[-1] + line[0] in pairs or line[-1] + after[0] in pairs:
        return False
    return _is_cut_short(marked, index - 1) or before[-1] + after[0] in pairs


def _is_cut_short(marked: Sequence[Marked], index: int) -> bool:
    """Tell whether a line stops short of its column: a column breaks its lines at its full width, but for a picture."""
    return marked[index].line.width < column_width(marked, index) - INDENT_ALONE


class InnerPairs:
    """Every pair of characters that stands inside a line of the page, gathered when first asked for.

    A line's last character and the next line's first that are such a pair may well be one word
    that the column broke: 传达了市委书记某某在市 / 中心城区.
    """

    def __init__(self, marked: Sequence[Marked] = ()) -> None:
        self._marked = marked

    def __contains__(self, pair: object) -> bool:
        return pair in self._found

    @cached_property
    def _found(self) -> frozenset[str]:
        text = "\n".join(item.string for item in self._marked)
        return frozenset(map(add, text, text[1:]))
