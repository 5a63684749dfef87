"""Hard-wrapped paragraphs put together (断行还原), where a page is set evenly enough to tell them.

A wrapped line fills its column: the first word of the next line would not have fitted. A line that ends before
that ends a paragraph, a headline or an item of a list; so does one over an indent or a blank line.

    今年一季度，全县完成投资12.6
    亿元，同比增长8.5%。
    下一步，我县将继续……

A page whose columns were torn apart, or have pictures' words in their sentences, is left as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsie import patterns as re
from newsie.clean import Line, width
from newsie.divide.drafts import closes
from newsie.divide.lines import mark
from newsie.divide.wording import POINT
from newsie.text import Text

_FEWEST, _WRAPPED = 3, 0.3
"""With fewer wrapped lines nothing is known of how a page is set."""
_NEARLY_ALL = 0.8
_NARROWEST = 12
_HANGS = 3
"""So far a mark may hang over the edge of its column."""
_BEYOND = 6
_MOST_ODD, _MOST_BEYOND, _MOST_SHORT = 0.1, 0.2, 0.4
_TITLE_LINES = 3
_FRAME_LINES = 4

_MARKS = "，。、；：！？”’）》】%…"
# what stands together at the beginning of a line: a character or a number, with the marks beside it
_WORD = re.compile(rf"[“‘（《【]{{0,2}}(?:[0-9A-Za-z.,%]{{1,24}}|.)[{_MARKS}]{{0,3}}")
# 王某某　李某　…: names in columns are not broken
_NAME = re.compile("[\u4e00-\u9fff（）·]{2,12}(?=\u3000)")
_MOST_HANGING = 3
_LISTED = ("；", "：")
_NUMBERED = re.compile(rf"(?:{POINT.pattern})(?![0-9])|[①-⑳]")
_RUNNING = re.compile("[，。；]")
_TEXT = frozenset({"text", "start", "brief"})


class _Row(NamedTuple):
    """A line as it is set.

    Attributes:
        line: the line, less the margin and the leading of its page.
        right: where it ends, in half-width columns.
        bare: where it ends without marks that may hang over the edge.
        word: how wide its first word is.
        closed: whether a sentence ends with it.
        column: how wide the column is, where it stands.
    """

    line: Line
    right: int
    bare: int
    word: int
    closed: bool
    column: int = 0

    @property
    def string(self) -> str:
        """The folded characters."""
        return self.line.text.folded


_Group = Sequence[_Row]


def unwrapped(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines of a page with those of each paragraph as one, or as they are if it is not set evenly."""
    if sum(not closes(line.text.string) for line in lines) < _FEWEST:
        return tuple(lines)
    rows = [_row(line) for line in _plain(lines)]
    groups = _paragraphs(rows)
    if not groups and any(" " in line.text.string for line in lines):
        groups = _paragraphs([_tight(row) for row in rows])
    return tuple(map(_joined, groups) if groups else lines)


def _paragraphs(rows: Sequence[_Row]) -> Sequence[_Group]:
    """Return the lines of each paragraph; none if they are not set evenly, or torn apart."""
    groups = _groups(_in_columns(rows))
    return groups if groups and not _is_torn(groups) else []


def _plain(lines: Sequence[Line]) -> Sequence[Line]:
    """Return lines less the margin and the blank lines that stand before all lines of running text."""
    inside = [two for one, two in pairwise(lines) if not closes(one.text.string) and _is_over(one, two)]
    if len(inside) < max(_FEWEST, _WRAPPED * len(lines)):
        return lines
    margin = _usual([line.indent for line in inside])
    leading = _usual([line.gap for line in inside])
    if not (margin or leading):
        return lines
    return [
        line._replace(indent=max(0, line.indent - margin), gap=max(0, line.gap - leading)) for line in lines
    ]


def _is_over(one: Line, two: Line) -> bool:
    """Tell whether a line is at least as wide as the one below it, as a wrapped one is."""
    return one.indent + one.width >= two.indent + two.width - _HANGS


def _usual(values: Sequence[int]) -> int:
    """Return the value that nearly all have, else 0."""
    value, count = Counter(values).most_common(1)[0]
    return value if count > _NEARLY_ALL * len(values) else 0


def _row(line: Line) -> _Row:
    """Return a line as it is set."""
    printed, string = line.text.string, line.text.folded
    word = (_NAME.match(printed) if "\u3000" in printed else None) or _WORD.match(string)
    last = string[-_MOST_HANGING:]
    hanging = len(last) - len(last.rstrip(_MARKS))
    right = line.indent + width(printed)
    bare = right - (width(printed[-hanging:]) if hanging else 0)
    return _Row(line, right, bare, width(word.group()) if word else 2, closes(string))


def _tight(row: _Row) -> _Row:
    """Return a line as it is set if spaces between its characters take no room, as a PDF may have them anywhere."""
    printed = row.line.text.string
    room = width(printed) - width("".join(printed.split()))
    return row._replace(right=row.right - room, bare=row.bare - room) if room else row


def _in_columns(rows: Sequence[_Row]) -> Sequence[_Row]:
    """Return lines with the width of their column; none if few are wrapped, or they end unevenly."""
    pairs = [
        at
        for at, (one, two) in enumerate(pairwise(rows))
        if not (one.closed or two.line.gap or two.line.indent)
    ]
    if len(pairs) < _FEWEST:
        return []
    column = _widest(rows[at].bare for at in pairs)
    if column < _NARROWEST or sum(row.right > column + _BEYOND for row in rows) > _MOST_BEYOND * len(pairs):
        return []
    found = [_of_column(row, column) for row in rows]
    at = 1
    while at < len(found) - _FEWEST:
        end = _narrow_end(found, at)
        if end > at:
            column = max(row.bare for row in found[at : at + _FEWEST])
            found[at:end] = [_of_column(row, column) for row in found[at:end]]
        at = max(at + 1, end)
    short = [found[at] for at in pairs if not _fills(found[at], found[at + 1])]
    uneven = sum(not _is_title([row]) for row in short)
    return found if len(short) <= _MOST_SHORT * len(pairs) and uneven <= _MOST_ODD * len(pairs) else []


def _of_column(row: _Row, column: int) -> _Row:
    return _Row(row.line, row.right, row.bare, row.word, row.closed, column)


def _widest(ends: Iterable[int]) -> int:
    """Return where the widest lines end, but for a few that run across columns."""
    ordered = sorted(ends)
    usual = ordered[len(ordered) * 3 // 4]
    return max(end for end in ordered if end <= usual + _HANGS)


def _narrow_end(rows: Sequence[_Row], at: int) -> int:
    """Return the line behind those that a picture beside them makes narrow amid a sentence; `at` if it makes none."""
    narrow = rows[at].column - _BEYOND
    if rows[at].bare > narrow or rows[at - 1].closed or not _fills(rows[at - 1], rows[at]):
        return at
    first = rows[at : at + _FEWEST]
    column = max(row.bare for row in first)
    if column > narrow or any(row.line.gap or row.bare < column - _HANGS for row in first):
        return at
    end = at
    while end < len(rows) and not rows[end].line.gap and rows[end].right <= column + _HANGS:
        if not rows[end].closed and rows[end].bare < column - _HANGS:
            break
        end += 1
    return end


def _fills(one: _Row, two: _Row) -> bool:
    """Tell whether a line fills its column: the first word of the next one would not have fitted."""
    # 带动就业超 110 / 万人: where a line breaks, the space beside a number is lost
    lost = one.string[-1].isascii() or two.string[0].isascii()
    return one.right + lost + two.word > one.column


def _groups(rows: _Group) -> list[_Group]:
    """Return the lines of each paragraph; those of the frame between two of them come behind it."""
    groups: list[list[_Row]] = []
    frame: list[list[_Row]] = []
    at = 0
    while at < len(rows):
        behind = _over_frame(rows, at) if groups else at
        frame += [[row] for row in rows[at:behind]]
        if behind > at or (groups and _goes_on(groups[-1][-1], rows[behind])):
            groups[-1].append(rows[behind])
        else:
            groups += [*frame, [rows[behind]]]
            frame = []
        at = behind + 1
    return [part for group in [*groups, *frame] for part in _parted(group)]


def _over_frame(rows: _Group, at: int) -> int:
    """Return the line behind those of the frame that break into a sentence, a page's number and head; `at` if none do."""
    one, behind = rows[at - 1], at
    if one.closed or rows[at].bare > rows[at].column - _HANGS:
        return at
    last = min(len(rows) - 1, at + _FRAME_LINES)
    while behind < last and mark(rows[behind].line).role == "furniture":
        behind += 1
    row = rows[behind]
    goes_on = _goes_on(one, row._replace(line=row.line._replace(gap=0)))
    return behind if goes_on else at


def _goes_on(one: _Row, two: _Row) -> bool:
    if two.line.indent or two.line.mark or two.line.level or one.line.level:
        return False
    if two.line.gap and (one.closed or not _on_new_page(two.line)):
        return False
    if (one.closed or one.string.endswith(_LISTED)) and _NUMBERED.match(two.string):
        return False
    return _fills(one, two) and all(row.right <= row.column + _BEYOND for row in (one, two))


def _on_new_page(line: Line) -> bool:
    """Tell whether no blank line stands over a line, only the sign of a new page."""
    return line.gap == 1 and line.text.source[line.text.origin[0] - 1] == "\f"


def _parted(group: _Group) -> Iterator[_Group]:
    """Yield a group without the headline that it ends in, and without bylines, credits and lines of the frame around it."""
    tail = next((at for at in range(len(group), 0, -1) if group[at - 1].closed), 0)
    if 0 < tail < len(group) and (_is_title(group[tail:]) or _NUMBERED.match(group[tail].string)):
        yield from _parted(group[:tail])
        yield from _parted(group[tail:])
        return
    first, last = 0, len(group)
    while last - first > 1 and mark(group[first].line).role not in _TEXT:
        first += 1
    while last - first > 1 and mark(group[last - 1].line).role not in _TEXT:
        last -= 1
    yield from ([row] for row in group[:first])
    yield group[first:last]
    yield from ([row] for row in group[last:])


def _is_torn(groups: Sequence[_Group]) -> bool:
    """Tell whether a paragraph begins amid a sentence or breaks off; where paragraphs are indented, a few may have no stop."""
    if any(group[0].string[0] in _MARKS for group in groups):
        return True
    below = [two[0].line for one, two in pairwise(groups) if _breaks_off(one, two[0].line)]
    return len(below) > _MOST_ODD * len(groups) or not all(line.indent for line in below)


def _breaks_off(group: _Group, below: Line) -> bool:
    """Tell whether lines end without a stop and are no headline: （一）加快产业发展，切实做强做优县域经济 is one."""
    if group[-1].closed or group[-1].string.endswith(_LISTED):
        return False
    apart = len(group) == 1 and below.gap and (group[0].line.gap or group[0].line.number == 1)
    return not (apart or _is_title(group) or _NUMBERED.match(group[0].string))


def _is_title(group: _Group) -> bool:
    """Tell whether lines can be a headline: three at most, without a mark."""
    return len(group) <= _TITLE_LINES and not any(_RUNNING.search(row.string) for row in group)


def _joined(group: _Group) -> Line:
    first = group[0].line
    return first if len(group) == 1 else first._replace(text=Text.join(row.line.text for row in group))
