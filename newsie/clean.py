"""From source text to repaired lines: noise gone, every character still traced (清洗).

A page wrung out of a PDF has glyphs without meaning (runs of U+FFFD, private-use characters),
overprinted letters (群群众众), spaces inside names and dates (王 允, 1 月 8日) and markdown marks.
`clean_lines` repairs what can be repaired without knowing what a line is for, and keeps what
dividing needs to know of the layout. `tighten` takes the spaces out of running text,
`spaced` keeps the one between the halves of a headline.

>>> [str(line.text) for line in clean_lines("## 解“疫”时之忧　做群众“医”靠\\r\\n\\r\\n本报讯 （记者 王某）")]
['解“疫”时之忧\\u3000做群众“医”靠', '本报讯 （记者 王某）']
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from newsie import patterns as re
from newsie.codes import NOISE
from newsie.text import Text, fold
from newsie.traditional import is_traditional

# where a pattern begins with one set of characters, `re` looks for these in a quick loop
_BREAK = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029](?:(?<=\r)\n)?")
# paragraphs of a web page in one line, by their indents: ……的质疑。　　很纳闷，……
_IN_LINE = re.compile(r"[。！？]”?[ \u3000]{0,2}(?:\u3000\u3000|\t)[^\s]")
# its text may keep the escape for a break, too: ……被免职。\\n\\n今年7月
_WEB_BREAK = re.compile(
    rf"{_BREAK.pattern}|(?<![A-Za-z:\\])(?:\\[rn]){{1,8}}(?![a-z])"
    r"|(?:(?<=[。！？])|(?<=[。！？]”))(?=[ \u3000]{0,2}(?:\u3000\u3000|\t)[^\s])"
)
_NOISE = re.compile(rf"[{NOISE}][{NOISE}]*")
# a line without any of these needs no repair but of overprinting
_UNCLEAN = re.compile(rf"[{NOISE}\s&*_`#>]")
# nor one with white space alone of anything else
_SIGNED = re.compile(rf"[{NOISE}&*_`#>]")
# two glyphs at least: one lost character inside a word is no paragraph mark
_MARK = re.compile(r"(?:(?<!\s)\s+)?[\ufffd\ue000-\uf8ff]{2,}")
_HEADING = re.compile(r"[\s>]{0,40}(#{1,6})(?=\s|[^\s#])")
_MARKDOWN = re.compile(r"\*\*+|__+|`+|^[\s>]{0,40}#{1,6}\s{0,40}|^\s{0,40}>[\s>]{0,40}")
_MARKED = re.compile(r"[*_`#>]")
# what a web page's source writes for a space
_ENTITY = re.compile("&(?:nbsp|ensp|emsp|thinsp);")
_SPACES = re.compile(r"\s\s*")
_TAB, _EM_SPACES = 4, "\u2001\u2003"
_NARROW = re.compile(r"[^\u2e80-\U0010ffff“”‘’…—·]")
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# no printed line is longer; one of megabytes would be kept whole while it is matched
_PAIRS = re.compile(rf"(?:([{_HAN}0-9A-Za-z“”、，。：；·（）()《》])\1){{5,200}}")
_PAIR = re.compile(r"(.)\1", re.DOTALL)
_NAME_CELL = re.compile(rf"[{_HAN}](?: ?[{_HAN}]){{1,3}}")
# 副组长：王 某　县教育局局长: whose post stands behind the name, in a list of a leading group
_POST_ROW = re.compile(
    rf"(?:[{_HAN}](?:\s?[{_HAN}]){{1,9}}[：:]\s?)?(?:[{_HAN}]\s[{_HAN}]|[{_HAN}]{{2,4}}|[{_HAN}]{{1,7}}·[{_HAN}·]{{1,12}})"
    rf"(?P<gap>\s)[{_HAN}、（）]{{1,40}}"
    r"(?:书记|主任|主席|主委|常委|政委|委员|成员|[秘书局厅部处科所院校站队馆台社会县市省区镇乡州盟旗庭组室]长|[察判研导专]员)(?:（[^（）]{1,12}）)?"
)
# "99.6% 96.1%" are two cells and "Mini LED" two words: only there a space separates
_LOOSE_SPACE = re.compile(r"\s(?:(?<![0-9A-Za-z%.]\s)\s*|\s*(?![0-9A-Za-z]))")
_AT_MARK = re.compile(r"(?<!\s)\s+(?=[，。、：；！？,:;!?”’》）)])|(?<=[，。、：；！？,:;!?“‘《（(])\s+")
# 完成投资4 800万元: a space between thousands, as they were set long ago; cells of a table go on with figures
_THOUSANDS = re.compile(
    r"(?<=[\u4e00-\u9fff，：（])(?<![道号第])[1-9][0-9]{0,2}(?: [0-9]{3}){1,3}(?=(?:\.[0-9]{1,4})?[\u4e00-\u9fff])(?![年月日])"
)
_IN_DAY = re.compile(r"(?<=[0-9])\s+(?=[年月日])")
_HALVES = re.compile(rf"(?<=[{_HAN}0-9A-Za-z%”’》）)！？!?])\s+(?=[{_HAN}0-9A-Za-z“‘《（(])")


class Line(NamedTuple):
    """A line of the source that is not blank, repaired.

    Attributes:
        text: its characters, noise gone, white space at most one character at a time: a space
            for one, an ideographic space for more.
        number: 1-based line of the source.
        gap: blank lines in front of it.
        mark: whether glyphs without meaning stood in front; newspapers' PDFs have them where a
            story begins.
        level: markdown heading level, 0 for none.
        indent: columns of white space in front, counted in half-width characters.
        doubled: whether it was overprinted (群群众众).
    """

    text: Text
    number: int
    gap: int
    mark: bool
    level: int
    indent: int
    doubled: bool

    @property
    def width(self) -> int:
        """The printed width in half-width characters."""
        return width(self.text.string)


@lru_cache(maxsize=4096)
def width(string: str) -> int:
    """Return the printed width of a string: two for a Chinese character, one for a Latin one.

    >>> width("总投资1亿元")
    11
    """
    return 2 * len(string) - len(_NARROW.findall(string))


def clean_lines(source: str) -> tuple[Line, ...]:
    """Return the lines of `source` that have something on them, repaired.

    Offsets: each line's `text.origin` indexes `source` in code points.
    """
    lines: list[Line] = []
    whole = Text.of(source, traditional=is_traditional(source))
    start = gap = 0
    for number, (end, after) in enumerate(_line_ends(source), 1):
        line = (
            None
            if source[start:end].isspace() or start == end
            else _clean_line(whole[start:end], number, gap)
        )
        start = after
        if line is None:
            gap += 1
        else:
            lines.append(line)
            gap = 0
    return tuple(lines)


def _line_ends(source: str) -> list[tuple[int, int]]:
    """Return for each line where it ends and where the next begins."""
    breaks = _WEB_BREAK if "\\" in source or _IN_LINE.search(source) else _BREAK
    ends = [match.span() for match in breaks.finditer(source)]
    return [*ends, (len(source), len(source))]


def _clean_line(raw: Text, number: int, gap: int) -> Line | None:
    if not _UNCLEAN.search(raw.string):
        text, doubled = _undouble(raw)
        return Line(text, number, gap, mark=False, level=0, indent=0, doubled=doubled)
    signed = _SIGNED.search(raw.string) is not None
    mark = signed and _MARK.match(raw.string) is not None
    text = _without_noise(raw) if signed else raw
    # white space behind a mark is none in front of the line
    front = raw.string if mark else text.string
    heading = _HEADING.match(text.string) if signed else None
    text = text.substitute(_MARKDOWN, "") if signed and _MARKED.search(text.string) else text
    text, doubled = _undouble(text)
    indent = sum(map(_column_width, front[: len(front) - len(front.lstrip())]))
    text = text.strip().substitute(_SPACES, _one_space)
    if not text:
        return None
    return Line(
        text=text,
        number=number,
        gap=gap,
        mark=mark,
        level=len(heading.group(1)) if heading else 0,
        indent=indent,
        doubled=doubled,
    )


def _without_noise(raw: Text) -> Text:
    # \ufeff# 县里召开会议: what nobody sees may stand in front of a heading's sign
    text = raw.substitute(_NOISE, "")
    return text.substitute(_ENTITY, _entity_space) if "&" in text.string else text


def _entity_space(match: re.Match[str]) -> str:
    return "\u2003" if match.group() == "&emsp;" else " "


def _column_width(space: str) -> int:
    """Return how many half-width columns a character of white space takes: a tab four, an em space two."""
    return _TAB if space == "\t" else 2 if space in _EM_SPACES else width(space)


def _one_space(match: re.Match[str]) -> str:
    return "\u3000" if len(match.group()) > 1 or match.group() == "\u3000" else " "


def _undouble(text: Text) -> tuple[Text, bool]:
    """Return the text with overprinted runs printed once: 群群众众有有序序领领取取 is 群众有序领取.

    Five pairs at least, four of them different: 高高兴兴 and a ruled line are no overprint.
    """
    runs = [match.span() for match in _PAIRS.finditer(text.string) if len(set(match.group())) > 3]
    if not runs:
        return text, False
    parts: list[Text] = []
    done = 0
    for start, end in runs:
        parts += text[done:start], text[start:end].substitute(_PAIR, lambda pair: pair.group(1))
        done = end
    return Text.join([*parts, text[done:]]), True


def tighten(text: Text) -> Text:
    """Return running text without stray spaces: 1 月 8日 is 1月8日.

    Spaces stay between Latin words, between the cells of a table, between the names of a
    list that is printed in columns (宋 某　区某某　石 某), and between a name and the post behind it in a list.
    """
    if not _SPACES.search(text.string):
        return text
    if row := _POST_ROW.fullmatch(text.string):
        start, end = row.span("gap")
        return Text.join([text[:start].substitute(_SPACES, ""), text[start:end], text[end:]])
    cells = text.string.split("\u3000")
    if len(cells) > 2 and all(_NAME_CELL.fullmatch(cell.strip()) for cell in cells):
        return text.substitute(" ", "")
    words = text.string.split()
    if len(words) > 2 and all(_NAME_CELL.fullmatch(word) for word in words):
        return text
    return _closed_up(text.substitute(_LOOSE_SPACE, ""))


def _closed_up(text: Text) -> Text:
    """Return the text with the thousands of a number together: 4 800万元 is 4800万元."""
    parts: list[Text] = []
    done = 0
    for number in _THOUSANDS.finditer(text.string):
        start, end = number.span()
        parts += text[done:start], text[start:end].substitute(" ", "")
        done = end
    return Text.join([*parts, text[done:]]) if parts else text


def spaced(text: Text) -> Text:
    """Return a headline with one space between its halves and no other.

    >>> str(spaced(Text.of("多点发力　持续强化 “大绩效” 管理 ")))
    '多点发力 持续强化 “大绩效” 管理'
    """
    kept = text.strip()
    if not _SPACES.search(kept.string):
        return kept
    return kept.substitute(_IN_DAY, "").substitute(_HALVES, " ").substitute(_AT_MARK, "")


def clean(source: str) -> Text:
    """Return `source` repaired as one text: hard-wrapped lines joined, a line feed between paragraphs.

    A line is taken to go on in the next one unless it ends a sentence or is set apart by
    layout; `newsie.divide` knows more of a page than this.

    Offsets: `origin` of the result indexes `source`; it never falls.

    >>> str(clean("1 月 8日，王\\n某到会。\\n\\n会议指出，\\n要落实。"))
    '1月8日，王某到会。\\n会议指出，要落实。'
    """
    paragraphs: list[list[Line]] = []
    for line in clean_lines(source):
        if paragraphs and continues(paragraphs[-1][-1], line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    texts = (Text.join(tighten(line.text) for line in lines) for lines in paragraphs)
    return Text.join(texts, "\n")


_SENTENCE_END = re.compile(r"[。！？!?…；;][\s”’』」）)\"']*$")


def ends_sentence(string: str) -> bool:
    """Tell whether a line ends where a sentence ends.

    >>> ends_sentence("太感谢了！”"), ends_sentence("区党工委书记")
    (True, False)
    """
    return not string[-1:].isalnum() and _is_sentence_end(string.rstrip()[-8:])


@lru_cache(maxsize=4096)
def _is_sentence_end(ending: str) -> bool:
    return _SENTENCE_END.search(fold(ending)) is not None


def continues(line: Line, after: Line) -> bool:
    """Tell whether `after` is the same paragraph as `line`, which stands right before it."""
    if after.mark or after.level or line.level:
        return False
    if not ends_sentence(line.text.string):
        return True
    return not after.gap and not after.indent and abs(line.width - after.width) <= 4
