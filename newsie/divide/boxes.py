"""What lines are together: slogans in a box, menus, items under bracketed headlines, a paper's name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsie import patterns as re
from newsie.clean import Line, ends_sentence
from newsie.divide import bylines
from newsie.divide.datelines import goes_on_with_wire, is_wire_alone
from newsie.divide.frame import DAY, frame, is_menu, is_site
from newsie.divide.lines import NOTICE, SLOGAN_WORD, Marked, could_be_head, mark
from newsie.lexicon import words
from newsie.text import Text

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_PARAGRAPH_INDENT = 4
_PARAGRAPH_MARKS = 3
"""A page with so many marks that open no story marks every paragraph."""
_SHORTEST_NOTICE = 4
_SHORTEST_MENU = 3
_LONGEST_ENTRY = 10
# 追 赶 超 越
_LETTERED = re.compile(rf"[{_HAN}](?:\s{{1,2}}[{_HAN}]){{3,7}}")
# 某某县文明办 宣
_ISSUER = re.compile(r"(?:[委办局会部报社网台院]|中心)\s{0,4}宣$")
_LONGEST_BOX, _LONGEST_SLOGAN = 6, 20
_APART_SIGNS = " \u3000·、，！◆●■★☆"
_APART = re.compile(f"[{_APART_SIGNS}]+")
_GIVERS = ("会", "局", "府", "院", "委", "部", "办", "司", "室", "厅", "队", "心")
_NOTE_BEFORE = re.compile(
    r"[（(]\s{0,20}(?:上接|接)\s{0,20}第?\s{0,20}[0-9A-Z一二三四五六七八九十]+\s{0,20}版[^（）。]{0,8}[）)](?=\s{0,20}\S)"
)
_STAFF_BEHIND = re.compile(
    r"(?<=[。！？”])[ \u3000]{0,20}[（(【\[]?(?:责任编辑|责编|编辑|编审|审核|校对|值班编辑)\s?[：:/][^。]{1,40}$"
)
_LONGEST_NAME = 6
_PRINTED_DAY = re.compile(DAY)
_MENU = re.compile(r"(?:网站)?首页|(?:您?的?当前|您?现在的?)位置|【?设为首页")
_TWO_SLOGANS = re.compile(r"[^\s，。]{3,7}\s[^\s，。]{4,7}")
_WELCOMES = re.compile(r"(?:热烈)?(?:喜迎|迎接|献礼|庆祝)[^，。：\s]{3,14}")
_LONGEST_NAME_BOXED = 12
_FEWEST_TITLED = 2


def mark_lines(lines: Sequence[Line]) -> list[Marked]:
    """Tell what each line of a page is on its own, as far as the page has to be known for it.

    Where glyphs without meaning stand in front of every paragraph they are its indent, and no
    story begins at them.
    """
    undated = [
        after
        for before, after in pairwise(lines)
        if after.mark and ends_sentence(before.text.folded) and not bylines.opens_story(after.text.folded)
    ]
    lines = _with_whole_datelines(lines)
    marks = sum(line.mark for line in lines)
    indents = len(undated) >= _PARAGRAPH_MARKS and 2 * len(undated) > marks
    marked = [
        _indented(part) if indents and part.mark else mark(part) for line in lines for part in _parts(line)
    ]
    if _is_masthead(marked):
        marked[0] = Marked(marked[0].line, "furniture")
    return _with_titled(_with_campaigns(_with_notices(_with_menus(_with_slogans(_with_wires(marked))))))


def _with_whole_datelines(lines: Sequence[Line]) -> list[Line]:
    """Make one line of a dateline that a site prints on two: 央视网消息 / （新闻联播）：……, 本报讯 / 记者某某报道：……."""
    found: list[Line] = []
    for line in lines:
        over = found[-1] if found else None
        opens = over is not None and goes_on_with_wire(line.text.folded)
        if over and opens and is_wire_alone(over.text.folded):
            found[-1] = over._replace(text=Text.join((over.text, line.text), " "))
        else:
            found.append(line)
    return found


def _with_wires(marked: Sequence[Marked]) -> list[Marked]:
    """Make a dateline of who sent a report, alone on a line over its text: 石桥镇春耕忙 / 新华社消息 / 5月8日，……."""
    found = list(marked)
    for at, (item, after) in enumerate(pairwise(marked)):
        if item.role not in {"text", "furniture"} or after.role not in {"text", "start"} or after.line.gap:
            continue
        under_text = at > 0 and not item.line.gap and ends_sentence(marked[at - 1].string)
        if is_wire_alone(item.string) and not under_text and re.search("^（|[，。]", after.string):
            found[at] = Marked(item.line, "start")
    if len(found) > 1 and found[-1].role == "start" and is_wire_alone(found[-1].string):
        found[-1] = Marked(found[-1].line, "furniture")  # 新华社北京5月8日电, under a text
    return found


def _parts(line: Line) -> tuple[Line, ...]:
    """Return a line without the note it begins with or the staff it ends in, and these.

    （上接第1版）确保各项任务落到实处; ……抓好落实。（责任编辑：某某）.
    """
    string = line.text.folded
    if string[0] == "（" and (note := _NOTE_BEFORE.match(string)):
        return line._replace(text=line.text[: note.end()].strip()), line._replace(
            text=line.text[note.end() :].strip(), gap=0, mark=False
        )
    staffed = "编" in string or "审" in string or "校" in string
    if staffed and (tail := _STAFF_BEHIND.search(string)) and frame(tail.group()) == "furniture":
        return line._replace(text=line.text[: tail.start()].strip()), line._replace(
            text=line.text[tail.start() :].strip(), gap=0, mark=False
        )
    return (line,)


def _with_slogans(marked: Sequence[Marked]) -> list[Marked]:
    """Make furniture of slogans in a frame of their own: 追 赶 超 越 / 项 目 为 王, 创建文明城市 / 某某市文明办 宣."""
    found = list(marked)
    start = 0
    while start < len(found):
        end = start + 1
        while end < len(found) and not found[end].line.gap:
            end += 1
        block = found[start:end]
        if len(block) <= _LONGEST_BOX and (_is_public_advert(block) or (len(block) > 1 and _is_box(block))):
            found[start:end] = [Marked(item.line, "furniture") for item in found[start:end]]
        start = end
    return found


def _with_titled(marked: Sequence[Marked]) -> list[Marked]:
    """Make items of headlines in brackets over their text, if there are several: 【某某港吞吐量突破30万标箱】 / 11月9日，……."""
    over = [
        at
        for at, (item, after) in enumerate(pairwise(marked))
        if item.role == "column"
        and len(item.string) > _LONGEST_NAME_BOXED
        and item.string[0] in "【〖["
        and after.role == "text"
        and not after.line.gap
    ]
    if len(over) < _FEWEST_TITLED:
        return list(marked)
    found = list(marked)
    for at in over:
        found[at] = Marked(marked[at].line, "brief")
    return found


def _with_campaigns(marked: Sequence[Marked]) -> list[Marked]:
    """Make columns of what a campaign is called, in a block of its own: 喜迎某某大会; 壮丽70年 奋斗新时代 over another's headline."""
    found = list(marked)
    for at, (item, after) in enumerate(pairwise(marked)):
        if item.role != "text" or not item.line.gap or not after.line.gap:
            continue
        called = _TWO_SLOGANS.fullmatch(item.string) and SLOGAN_WORD.search(item.string)
        if _WELCOMES.fullmatch(item.string) or (
            called and after.role == "text" and could_be_head(after.line)
        ):
            found[at] = Marked(item.line, "column")
    return found


def _is_public_advert(block: Sequence[Marked]) -> bool:
    """Tell whether lines have nothing but the words of public adverts: 公益广告 / 讲文明 树新风."""
    public = words("frame_words.tsv", "public")
    said = (_APART.split(item.string.strip(_APART_SIGNS)) for item in block)
    return all(public.issuperset(line) for line in said)


def _is_box(block: Sequence[Marked]) -> bool:
    strings = [item.string for item in block]
    if len(strings[-1]) > _LONGEST_SLOGAN or any(item.role != "text" for item in block):
        return False
    if any(len(string) > _LONGEST_SLOGAN or re.search("[，。：；0-9]", string) for string in strings):
        return False
    set_wide = all(map(_LETTERED.fullmatch, strings)) and len(set(map(len, strings))) == 1
    return set_wide or _ISSUER.search(strings[-1]) is not None


def _with_menus(marked: Sequence[Marked]) -> list[Marked]:
    """Make furniture of a menu with a word to each line: 首页 / 政务公开 / 互动交流."""
    found = list(marked)
    run: list[int] = []
    for at, item in enumerate(marked):
        if item.role in {"text", "furniture"} and len(item.string) <= _LONGEST_ENTRY and is_menu(item.string):
            run.append(at)
            continue
        _close_menu(found, run)
        run = []
    _close_menu(found, run)
    return found


def _close_menu(marked: list[Marked], run: Sequence[int]) -> None:
    """Make furniture of lines that are long enough a menu."""
    if len(run) >= _SHORTEST_MENU:
        for at in run:
            marked[at] = Marked(marked[at].line, "furniture")


def _with_notices(marked: Sequence[Marked]) -> list[Marked]:
    """Make a headline of 公告 right under the body that gives notice: 某某市公安局 / 公 告 is no page's name."""
    found = list(marked)
    for at, (before, item) in enumerate(pairwise(marked), 1):
        if item.role == "furniture" and before.role == "text" and not item.line.gap:
            plain = re.sub(r"\s+", "", item.string)
            if len(plain) <= _SHORTEST_NOTICE and NOTICE.fullmatch(plain) and before.string.endswith(_GIVERS):
                found[at] = Marked(item.line, "text")
    return found


def _indented(line: Line) -> Marked:
    """Tell what a line is whose mark is a paragraph's indent."""
    indented = line._replace(indent=max(line.indent, _PARAGRAPH_INDENT))
    return Marked(indented, mark(line._replace(mark=False)).role)


def _is_masthead(marked: Sequence[Marked]) -> bool:
    """Tell whether a short first line is a paper's name: 某某在线 / 2 版 / 2025年8月12日 星期二, no other in the block."""
    end = next((at for at, item in enumerate(marked[1:], 1) if item.line.gap), 0)
    block = marked[1:end]
    if marked and marked[0].role == "text" and is_site(marked[0].string):
        return True
    if not block or marked[0].role != "text" or any(item.role != "furniture" for item in block):
        return False
    # 某某县人民政府 / 网站首页 | 走进某某 | 政务公开
    if any(_MENU.match(item.string) for item in block):
        return True
    name = re.sub(r"\s+", "", marked[0].string)
    named = marked[end].role == "text" and len(name) <= _LONGEST_NAME and not NOTICE.search(name)
    return named and any(_PRINTED_DAY.search(item.string) for item in block)
