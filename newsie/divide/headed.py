"""Which lines of a page are no body text but headlines, subheads and captions."""

from __future__ import annotations

from collections.abc import Container, Sequence

from newsie import patterns as re
from newsie.clean import Line
from newsie.divide import bylines
from newsie.divide.columns import (
    FRAME,
    INDENT_ALONE,
    SCENE_START,
    column_width,
    gap_after,
    is_long,
    picture_ahead,
)
from newsie.divide.cut import ends_in_note, is_cut_off
from newsie.divide.drafts import closes
from newsie.divide.glued import are_glued
from newsie.divide.lines import NOTICE, Marked, could_be_head
from newsie.divide.wording import is_organ

_ABOVE = 4
_INDENT = 7
"""A paragraph's first line is about four half-width characters short of its column, where the
indent is lost; a line shorter than this stands apart."""
_SUBHEAD_WIDTH = 24
"""The same for a line of at most so many columns between two blank ones."""
_SHORT = 0.7
_HALF = 0.6
_SHORT_FIRST = 0.8
_ACROSS = 1.2
_SENDER = 4
_LONGEST_BODY = 8
_LONGEST_CLAUSE = 14
_SHORTEST_CLAUSES = 8
_LONGEST_INNER = 20
_LONGEST_HEAD = 8
_TITLE = 3
# 某某强调，观摩既是检阅: who says it, cut off by a picture
_SAYS = re.compile(r"^[^\s，、。：“”]{2,10}(?:强调|指出|要求|表示|认为|介绍|说)，")
# ——2019年3月4日在某某区第十五届人民代表大会第三次会议上
_AT_MEETING = re.compile("[—-]{1,4}[0-9]{4}年[^，。：]{6,40}会议?上")
# 一组数字看变化 / ——政府工作报告摘登
_SUBTITLE = re.compile("—{1,2}[^，。；：]{4,30}")
WHO_URGED = re.compile(
    "[\u4e00-\u9fff·]{2,4}(?:[\u4e00-\u9fff]{0,2}在|到|赴)[^，。：“]{4,24}(?:时|[会上])(?:强调|指出|要求|提出)(?:指出|要求)?"
)
_URGED_LINES = 3
_WITH_PICTURE = re.compile(
    r"(?<=.{2})（(?:[多组附高清]{0,2}图|(?:附?图片|组图|图文)(?:新闻|报道)?(?:[0-9一二三四五六]{1,2}[张幅组])?)）$"
)
_BEGUN = re.compile(
    "像|当(?![好家])|随着|由于|为了|如果|因为|按照|根据|对于|针对|面对|据(?!点)|正当|除了|不仅|虽然|尽管"
)
# “沙袋不够，先扛我家的谷子”; 抢工期：从签约到投产只用13个月
_SUBHEAD = re.compile("“[^“”。]{4,24}”|[\u4e00-\u9fff]{2,4}：[^，。；：]{4,18}")
# how the text of a brief begins
_ITEM_START = re.compile(
    rf"{SCENE_START.pattern}|截[至止]|今年|去年|上半年|下半年|本月|[0-9一二三四]{{1,2}}(?:月|季度|至)[^，。]{{0,12}}，|记者从|[^，。]{{2,16}}(?:获悉|监测显示|数据显示|了解到)"
)
# how the text of a notice begins: 因管网改造施工需要，……; 根据工作需要，……
_GIVES_NOTICE = re.compile(r"因|为(?!止|期|主)|根据|按照|依据|依照|经(?!济|营|过)|现将|兹|鉴于|自[0-9]")
_NUMBER = re.compile(
    r"(?P<bracketed>[（(][一二三四五六七八九十]{1,3}[）)])|(?P<part>[一二三四五六七八九十]{1,3}、)"
    r"|(?P<ordinal>第[一二三四五六七八九十]{1,2}[，、])|(?P<digit>[0-9]{1,2}[.、](?![0-9]))|(?P<small>[（(][0-9]{1,2}[）)])"
)
_RUNNING = re.compile("[，。；：]")
_GOES_ON = ("，", "。", "、", "；")
_OPENERS = frozenset({"start", "meta", "byline", "brief", "back", "onward", "credit", "caption"})


def heads_ahead(
    marked: Sequence[Marked],
    index: int,
    pairs: Container[str] = (),
    *,
    first: bool = False,
    signed: bool = False,
) -> int:
    """Return how many lines from `index` on are no body text but headlines or captions.

    What precedes must be a complete sentence. Lines up to the next opening of a story are; of
    lines followed by body text, those that the column's width or a blank line sets apart.
    `first` tells that no story is open, `signed` that a signature closed it; `pairs` are the page's `InnerPairs`.
    """
    chain = _chain(marked, index)
    after = index + len(chain)
    if chain and marked[index].line.doubled:
        return 1
    if len(chain) > 1 and marked[index].line.gap and _SUBTITLE.fullmatch(marked[index + 1].string):
        return 2
    if count := _ordered(marked, chain):
        return count
    if (len(chain) == 1 and _between_paragraphs(marked, index)) or is_numbered(marked, index):
        return 1
    if titled := picture_titled(marked, index):
        return titled
    if not chain or _cut_by_caption(marked, index) or (not first and _is_last_cry(marked, index)):
        return 0
    if index and marked[index - 1].role == "column" and over_item(marked, index):
        return 1
    body = _body_after(marked, after)
    if body is None:
        return 0 if not (first or signed) and _runs_on(marked, chain) else len(chain)
    # a wrapped line fills its column, a headline seldom does
    narrow = marked[index].line.gap and marked[index].line.width < column_width(marked, index) - INDENT_ALONE
    # 导 读 / ◆某院启用 ……2版 / (blank) / 前八月生产形势喜人: nor does what stands under the frame go on with a sentence
    narrow = narrow or (index > 1 and marked[index].line.gap > 0 and marked[index - 1].role == "furniture")
    if index and (first or signed or narrow) and over_item(marked, index):
        return 1
    count = _noticed(marked, chain) or _apart(marked, chain, body, pairs, first=first or signed)
    # what follows ……6万吨。（谢某某） is the next item's headline, however wide
    return max(count, int(signed and "，" not in marked[index].string and not is_long(marked[index].line)))


def picture_titled(marked: Sequence[Marked], index: int) -> int:
    """Return how many lines from `index` on are the title of a picture whose text stands under it; 0 if none are.

    稻田抓鱼忙 / 9月15日，……。 / 某某 摄; 大棚草莓 / 鲜红上市 / (blank) / 图为…….
    """
    for count, item in enumerate(marked[index : index + _TITLE], 1):
        plain = item.role == "text" and could_be_head(item.line) and "，" not in item.string
        if not plain or (count > 1 and item.line.gap) or closes(marked[index].string):
            return 0
        if picture_ahead(marked, index + count):
            return count if count == 1 or marked[index].line.gap else 0
    return 0


def _ordered(marked: Sequence[Marked], chain: Sequence[int]) -> int:
    """Return how many lines at the front of a chain are who urged, as wide as the column or not, and what was urged.

    ……查处一起。 / 某某在检查移民工程建设时要求 / 把移民新居建成 / 放心房暖心房 / (blank).
    """
    if len(chain) < 2 or not WHO_URGED.fullmatch(marked[chain[0]].string):
        return 0
    if chain[0] and not (closes(marked[chain[0] - 1].string) or marked[chain[0]].line.gap):
        return 0
    count = 1
    for at in chain[1 : 1 + _URGED_LINES]:
        if marked[at].line.gap or re.search("[，：]", marked[at].string):
            break
        count += 1
    return count if count > 1 else 0


def is_with_picture(line: Line) -> bool:
    """Tell whether a line ends as headlines do that say that pictures go with them: 孩子们的新校园（图片）, 一跃成名（附图片2张）."""
    return line.text.string[-1] in "）)" and _WITH_PICTURE.search(line.text.folded) is not None


def _between_paragraphs(marked: Sequence[Marked], index: int) -> bool:
    """Tell whether a line without an end stands between paragraphs that are not wrapped: 旧车换新车，省下一笔“装修款”."""
    around = [*marked[index - 1 : index], *marked[index + 1 : index + 2]]
    string = marked[index].string
    if (
        index == 0
        or len(around) < 2
        or (len(string) > _LONGEST_INNER and not is_with_picture(marked[index].line))
        or string.count("，") > 1
        or closes(string)
    ):
        return False
    if _SAYS.search(string):
        return False  # 某某要求，各责任单位要进: a sentence cut by a picture
    return all(one.role == "text" and is_long(one.line) and closes(one.string) for one in around)


def is_numbered(marked: Sequence[Marked], index: int) -> bool:
    """Tell whether a line is a numbered heading over its text or a lower one, however long: （一）狠抓项目建设，确保经济稳定增长."""
    item, after = marked[index], marked[index + 1 : index + 2]
    number = _NUMBER.match(item.string)
    if number is None or not after or after[0].role != "text" or not could_be_head(item.line):
        return False
    below = _NUMBER.match(after[0].string)
    if closes(item.string) or (below and below.lastgroup == number.lastgroup):
        return False  # a list: 1.身份证 / 2.户口本
    under = after[0].line
    apart = under.gap > 0 or under.indent > 0 or is_long(under) or after[0].string.endswith("：")
    return apart and (below is not None or _RUNNING.search(after[0].string) is not None)


def _is_last_cry(marked: Sequence[Marked], index: int) -> bool:
    """Tell whether a line is a paragraph's, the last over a blank line: ……胜利召开！ / 预祝大会圆满成功！ / (blank)."""
    line = marked[index].line
    # 某某说：“变化真大！” is a page's last line
    last = index + 1 == len(marked) or marked[index + 1].role in FRAME or gap_after(marked, index) > 0
    return (
        not line.gap
        and index > 0
        and marked[index - 1].role in {"text", "start"}
        and closes(line.text.folded)
        and last
    )


def _cut_by_caption(marked: Sequence[Marked], index: int) -> bool:
    """Tell whether a line begins a sentence that an overprinted caption cuts: 正在 / 工工人人焊焊接接 / 绑扎钢筋的工人."""
    after = marked[index + 1 : index + 2]
    return bool(after) and not marked[index].line.gap and after[0].line.doubled


def over_item(marked: Sequence[Marked], index: int) -> bool:
    """Tell whether a line is the headline of a column's item: ▶短波 / 贷款余额突破1800亿元 / 截至6月末，……."""
    string, after = marked[index].string, marked[index + 1 : index + 2]
    if "，" in string or is_long(marked[index].line):
        return False
    return bool(after) and after[0].role == "text" and _ITEM_START.match(after[0].string) is not None


def _runs_on(marked: Sequence[Marked], chain: Sequence[int]) -> bool:
    """Tell whether lines begin a paragraph which a picture or a story breaks into.

    A quotation that nothing closes does (“经济回升的基础还不牢固，中小微企), and lines as wide as their
    column with a comma, right under a paragraph or over a picture: 会议指出，当前，防控工作已.
    """
    # 他说，全市共开展专题调研 / 四百六 / (blank) / 二期工程开工 / 本报讯: what stands over the blank line
    chain = [at for at in chain if not any(marked[one].line.gap for one in chain[1:] if one <= at)]
    boxed = chain[-1] + 1 < len(marked) and marked[chain[-1] + 1].role == "text"
    lines = [marked[at].line for at in chain]
    joined = "".join(marked[at].string for at in chain)
    if len(chain) == 1 and _clause(lines[0]) and _SAYS.search(joined):
        return True
    after = chain[-1] + 1
    if is_cut_off(marked, chain) or (not lines[0].gap and ends_in_note(joined)):
        return True
    if after < len(marked) and marked[after].role == "onward" and not lines[0].gap and "，" in joined:
        return True  # ……绝不姑息！ / 会后，某某一行到市一中、市二中等考点 / (下转4版)
    pictured = after < len(marked) and marked[after].role in {"caption", "brief"}
    if any(line.level for line in lines) or after >= len(marked) or not (pictured or marked[after].line.gap):
        return False
    # 眼下，普查已转入复查阶段， / 卢彩娥的挎包里又多了一 / 沓复查表……
    unsaid = len(chain) > 1 and lines[0].gap > 0 and joined.endswith("……") and "，" in joined
    if unsaid or joined.count("“") > joined.count("”") or "；" in joined:
        return True
    picture = pictured or (marked[after].role == "start" and not bylines.opens_story(marked[after].string))
    apart = lines[0].gap > 1 or (lines[0].gap == 1 and not picture) or any(line.gap for line in lines[1:])
    if apart:
        return False
    # ……宽裕多了。 / 像敖特根巴雅尔 / (blank) / 那达慕开幕
    if len(chain) == 1 and not lines[0].gap and _BEGUN.match(joined):
        return True
    if not re.search("[，、]", marked[chain[0]].string):
        return False
    # 站前广场停着“摩 / 的”四十多辆，过往车 / 辆只能绕 / (blank) / 相关链接: the last is cut short where a box begins
    # and so is it over the contents of the page: 386个参学 / 单位共开展专题调研 / (blank) / 今日导读
    full = chain[:-1] if (boxed or marked[after].role in FRAME) and len(chain) > 1 else chain
    return all(marked[at].line.width > _width_above(marked, chain[0], at) - _INDENT for at in full)


def _width_above(marked: Sequence[Marked], first: int, at: int) -> int:
    """Return the width of the column that lines stand in from `first` on: that of the paragraph above, or of what is near."""
    above = [
        item.line.width for item in marked[max(0, first - _ABOVE) : first] if item.role in {"text", "start"}
    ]
    if marked[first].line.gap or len(above) < _ABOVE - 1:
        return column_width(marked, at)
    return min(max(above), column_width(marked, at))


def _body_after(marked: Sequence[Marked], at: int) -> Line | None:
    """Return the body text that follows, None if a story opens or the page ends.

    A line of the frame may stand anywhere, in the middle of a sentence too: it tells nothing.
    """
    if at < len(marked) and marked[at].role == "column":
        return None  # what stands under a column's title is another story
    ahead = at
    while ahead < len(marked) and marked[ahead].role in FRAME:
        ahead += 1
    if ahead == at:
        return None if at >= len(marked) or marked[at].role in _OPENERS else marked[at].line
    ahead += len(_chain(marked, ahead))
    if ahead >= len(marked) or marked[ahead].role in _OPENERS | FRAME:
        return None
    return marked[ahead].line


def _chain(marked: Sequence[Marked], index: int) -> list[int]:
    chain: list[int] = []
    for at in range(index, min(index + _LONGEST_HEAD, len(marked))):
        if marked[at].role != "text" or not could_be_head(marked[at].line):
            break
        if chain and closes(marked[at - 1].line.text.string) and not marked[at].line.gap:
            break
        if marked[at + 1 : at + 2] and marked[at + 1].string.startswith(_GOES_ON):
            break  # 某某在谈到今年的工作时指出 / ，要…… is one sentence
        chain.append(at)
    return chain


def _noticed(marked: Sequence[Marked], chain: list[int]) -> int:
    """Return how many lines at the front of a chain are the title of a notice and what stands in brackets under it.

    某某市人民代表大会 / 常务委员会任免名单 / （2019年4月15日第二十一次会议通过）.
    """
    inside = _in_brackets([marked[at].string for at in chain])
    named = next((at for at, index in enumerate(chain[:_TITLE]) if NOTICE.search(marked[index].string)), None)
    if named is None or not marked[chain[0]].line.gap or 0 in inside:
        return 0
    if any(is_long(marked[at].line) or "，" in marked[at].string for at in chain[: named + 1]):
        return 0
    count = named + 1
    while count in inside:
        count += 1
    after = chain[0] + count
    if count > named + 1 or after >= len(marked):
        return count if count > named + 1 else 0
    under = marked[after].line
    # 某某代表大会 / 第五次会议公告 / 某某代表大会第五次会议于1月29日选举：
    opened = closes(under.text.string) or under.text.folded.endswith("：") or under.indent > 0
    before = marked[chain[0] - 1]
    over = before.role in {"credit", "byline"} | FRAME or closes(before.line.text.string)
    if over and _GIVES_NOTICE.match(under.text.folded):
        return count
    return count if under.gap or (opened and marked[after - 1].line.width < _HALF * under.width) else 0


def _apart(
    marked: Sequence[Marked], chain: list[int], body: Line, pairs: Container[str], *, first: bool
) -> int:
    """Return how many lines at the front of a chain stand apart from the body text after it."""
    inside = _in_brackets([marked[at].string for at in chain])
    for position, at in enumerate(chain):
        line = marked[at].line
        if position in inside:
            continue
        following = marked[chain[position + 1]].line if position + 1 < len(chain) else body
        if following is not body and is_sender(following):
            following = body  # 驻村书记的“三本账” / 石某某
        if (
            (is_long(line) and not _AT_MEETING.fullmatch(line.text.folded))
            or _clause(line)
            or _begins(marked, at)
        ):
            return position
        # 同心绘就新蓝图 / ——热烈祝贺某某大会开幕
        # 州中级人民法院 / 5起案件集中宣判 / (blank) / 火塘没了，……: a body's name is over a headline only
        under_organ = position == 1 and following.gap and is_organ(marked[chain[0]].string)
        if under_organ or (position and line.text.folded.startswith("——")):
            continue
        if is_long(body) or _over_indent(line, following) or _is_set_apart(line, column_width(marked, at)):
            continue
        alone = line.gap and following.gap and line.width <= _SUBHEAD_WIDTH
        short = INDENT_ALONE if alone else _INDENT
        column = column_width(marked, at)
        narrow = line.width < column - short
        if not following.gap:
            narrow = line.width < (_SHORT_FIRST if first else _SHORT) * following.width
        if _SUBHEAD.fullmatch(line.text.folded) and line.width < column - _SENDER:
            continue
        if not (narrow or (first and following.gap)) or (
            line.width > _HALF * column and line.text.string[-1] + following.text.string[0] in pairs
        ):
            return position
    return len(chain)


def is_sender(line: Line) -> bool:
    """Tell whether a line is nothing but names, as under a headline: 驻村日记 / 驻村书记的“三本账” / 石某某; 通 告 is none."""
    name = re.sub(r"\s", "", line.text.folded)
    if len(name) > _SENDER:
        return are_glued(line.text)
    return len(name) > 1 and bylines.has_surname(name) and not NOTICE.search(name)


def _is_set_apart(line: Line, column: int) -> bool:
    """Tell whether a line under a blank one names bodies (县国税局 县地税局) or runs across columns."""
    if not line.gap or "，" in line.text.folded:
        return False
    bodies = line.text.folded.split()
    several = len(bodies) > 1 and all(len(body) <= _LONGEST_BODY and is_organ(body) for body in bodies)
    return several or line.width > _ACROSS * column


def _over_indent(line: Line, following: Line) -> bool:
    """Tell whether a line ends right over a paragraph's first line without ending a sentence.

    Where paragraphs are indented, a headline alone does: 区里开班 / 　　4月1日，区里…….
    """
    return not line.indent and following.indent > 0 and not following.gap and "，" not in line.text.folded


def _in_brackets(strings: Sequence[str]) -> frozenset[int]:
    """Return which lines stand in brackets: （2012年4月13日第三次 / 会议通过） under a headline."""
    inside: set[int] = set()
    start: int | None = None
    for at, string in enumerate(strings):
        if string.startswith("（"):
            start = at
        if start is not None and string.endswith("）") and "".join(strings[start : at + 1]).count("（") == 1:
            inside.update(range(start, at + 1))
        if "）" in string:
            start = None
    return frozenset(inside)


def _clause(line: Line) -> bool:
    """Tell whether an unfinished line is a piece of a sentence: 张某要求，各相关责任单位要进."""
    string = line.text.folded
    if not line.gap and not line.level and _SAYS.search(string):
        return True
    return not line.level and "，" in string and len(string) > _LONGEST_CLAUSE


def _begins(marked: Sequence[Marked], at: int) -> bool:
    """Tell whether a short line begins a sentence under the end of another.

    治理夜查行动。 / 当晚，检查组 / 先后来到: where a picture makes a column narrow.
    """
    line = marked[at].line
    short = "，" in line.text.folded and len(line.text) < _SHORTEST_CLAUSES
    return bool(at) and short and not (line.gap or line.level) and closes(marked[at - 1].string)
