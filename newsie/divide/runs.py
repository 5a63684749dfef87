"""A page as runs of lines that stand together (行块): pieces of a column, headlines, and everything else.

A blank line ends a run, and so does a column of another width under a paragraph's end:
……绝不让一户困难群众受冻挨饿。 / 11月14日，经开区育才 / 小学滨湖校区正式启用，: a picture's text set into the column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from newsie import patterns as re
from newsie.divide.drafts import closes
from newsie.divide.joins import joins
from newsie.divide.lines import Marked, could_be_head

Kind: TypeAlias = Literal["body", "head", "other"]

_TEXT = frozenset({"text", "start", "brief"})
_OPENERS = frozenset({"start", "brief"})
_RUNNING = re.compile("[，。；！？、]")
_SIGNED = re.compile("[。！？”]\\s{0,4}（[^（），。：]{2,40}）$")
_LONG = 60
_SAME = 2
_UNEVEN = 6
_OTHER = 4
"""Lines so much wider or narrower than a column, in half-width characters, are not of it."""
_OTHER_COLUMN = 6
_HEADLINES = 3
_WRAPPED_LINES = 4
_SHORTEST = 16
_WINDOW, _AHEAD = 40, 6
"""So many lines above and below tell how wide columns are; more would cost a long text too much."""
_JOINED = 1.0
_HALF_JOINED = 0.5
_BETTER = 1.5


class Run(NamedTuple):
    """Lines that stand together.

    Attributes:
        items: the lines.
        kind: `body` is a piece of a column, `head` may be a headline or a caption, `other` is a line of
            another role than text.
        width: how wide its column is, in half-width characters.
        wrapped: how many of its lines tell so: those that end no paragraph.
        dated: whether a dateline, a mark or a byline right above begins a story in it.
        block: which of the lines between blank ones it is of, counted from 0.
    """

    items: tuple[Marked, ...]
    kind: Kind
    width: int
    wrapped: int
    dated: bool
    block: int

    @property
    def begin(self) -> str:
        """Its first line."""
        return self.items[0].string

    @property
    def end(self) -> str:
        """Its last line."""
        return self.items[-1].string

    @property
    def open(self) -> bool:
        """Whether it ends in the middle of a sentence."""
        return not (closes(self.end) or self.signed)

    @property
    def signed(self) -> bool:
        """Whether it ends in names in brackets, which may be broken over lines: ……新方向。（记者 钱 / 某某）."""
        if not self.end.rstrip().endswith("）"):
            return False
        return _SIGNED.search("".join(item.string for item in self.items[-_SAME:]).rstrip()) is not None

    @property
    def indented(self) -> bool:
        """Whether one of its paragraphs is indented."""
        return any(item.line.indent > 1 for item in self.items)


def runs_of(marked: Sequence[Marked]) -> list[Run]:
    """Return the runs of a page, in the order in which they stand."""
    found: list[Run] = []
    for block, stretch in enumerate(_stretches(marked)):
        over = found[-1] if found else None
        if stretch[0].role not in _TEXT:
            found.append(_run(stretch, over, "other", block))
            continue
        for part, head in _parts(stretch, under_open=over is not None and over.open):
            kind: Kind = "body" if not head and _is_body(part) else "head"
            found.append(_run(part, found[-1] if found else None, kind, block))
    return [run._replace(kind="body") if _is_inside(found, at) else run for at, run in enumerate(found)]


def _run(items: Sequence[Marked], over: Run | None, kind: Kind, block: int) -> Run:
    """Return a run of lines under another one."""
    width, wrapped = _column(items)
    signed = over is not None and over.items[-1].role == "byline" and not items[0].line.gap
    return Run(tuple(items), kind, width, wrapped, items[0].role in _OPENERS or signed, block)


def _stretches(marked: Sequence[Marked]) -> Iterator[Sequence[Marked]]:
    """Yield lines of text without a blank one between them, and each line of another role."""
    begun = 0
    for at in range(1, len(marked) + 1):
        goes_on = at < len(marked) and marked[at].role == "text" and not marked[at].line.gap
        doubled = goes_on and (marked[at].line.doubled or marked[at - 1].line.doubled)
        if not goes_on or doubled or marked[at - 1].role not in _TEXT:
            yield marked[begun:at]
            begun = at


def _column(items: Sequence[Marked]) -> tuple[int, int]:
    """Return how wide the column of lines is, and how many of them tell so."""
    widths = sorted(item.line.width for item in items if not closes(item.string))
    if len(widths) > 1:
        return widths[len(widths) * 3 // 4], len(widths)
    return max(item.line.width for item in items), len(widths)


def _is_body(items: Sequence[Marked]) -> bool:
    """Tell whether lines are of a column: they end a sentence, or are wrapped."""
    string = "".join(item.string for item in items)
    if items[0].role in _OPENERS or "。" in string or any(item.line.width > _LONG for item in items):
        return True
    widths = [item.line.width for item in items[:-1]] or [0]
    uneven = max(widths) - min(widths)
    if len(items) > 1 and len(string) >= _SHORTEST and ("，" in string or "；" in string):
        return uneven <= _UNEVEN
    if len(items) >= _WRAPPED_LINES and uneven <= _SAME:
        fits = [joins().goes_on(one.string, two.string) for one, two in pairwise(items)]
        return sum(fits) > len(fits)
    return len(items) == 1 and string.endswith("，")


def _is_inside(runs: Sequence[Run], at: int) -> bool:
    """Tell whether one or two lines between blank ones are of the sentence above or below them.

    3月 2日，沂上县召开脱贫攻坚 / (blank) / 视频调度会，县委副书记温立民 / (blank) / 要求，把稳就业作为眼下最要紧.
    """
    run = runs[at]
    if run.kind != "head" or len(run.items) > _SAME:
        return False
    over = runs[at - 1] if at else None
    if over and over.kind == "body" and over.wrapped and over.open and abs(over.width - run.width) <= _SAME:
        comma = "，" in run.begin[2:-2]
        return comma or joins().goes_on(over.end, run.begin) > _HALF_JOINED
    under = runs[at + 1] if at + 1 < len(runs) else None
    if under is None or under.kind != "body" or under.dated or not under.wrapped:
        return False
    wide = abs(under.width - run.width) <= _SAME
    return wide and joins().goes_on(run.end, under.begin) > _JOINED and joins().begins(under.begin) < 0


def _parts(stretch: Sequence[Marked], *, under_open: bool) -> Iterator[tuple[Sequence[Marked], bool]]:
    """Yield the pieces of lines without a blank one between them, and whether each is a headline."""
    begun = _heads_over(stretch) if under_open else 0
    if begun:
        yield stretch[:begun], True
    at = begun
    while at < len(stretch) - 1:
        at += 1
        heads = _heads_inside(stretch, begun, at)
        if heads:
            yield stretch[begun:at], False
            yield stretch[at : at + heads], True
            begun = at = at + heads
        elif (over := _set_in(stretch, begun, at)) is not None:
            yield stretch[begun:at], False
            if over:
                yield stretch[at : at + over], True
            begun = at = at + over
    body = _end_of_body(stretch[begun:])
    yield stretch[begun : begun + body], False
    if begun + body < len(stretch):
        yield stretch[begun + body :], True


def _heads_inside(stretch: Sequence[Marked], begun: int, at: int) -> int:
    """Return how many lines from one on are headlines set into a sentence, without a blank line.

    盘老五突发急性阑 / 霜降茶果红 农家采收忙 / 现场签约项目3个 总投资8.6亿元 / 尾炎，她打着手电走了.
    """
    end = stretch[at - 1].string
    if at - begun < _SAME or closes(end) or not _is_headline(stretch[at]):
        return 0
    width, _ = _column(stretch[max(begun, at - _WINDOW) : at])
    for count in range(1, min(_HEADLINES, len(stretch) - at - 1) + 1):
        heads, rest = stretch[at : at + count], stretch[at + count].string
        if not _is_headline(heads[-1]):
            return 0
        fit = joins().goes_on(end, rest)
        set_in = any(abs(item.line.width - width) >= _OTHER or " " in item.string for item in heads)
        worse = max(joins().goes_on(end, heads[0].string), joins().goes_on(heads[-1].string, rest))
        if set_in and fit >= _JOINED and fit - worse >= _BETTER:
            return count
    return 0


def _heads_over(stretch: Sequence[Marked]) -> int:
    """Return how many lines at the front are headlines right over a column that goes on with a sentence.

    月是故乡明 情系桑梓地 / 菲律宾南湄同乡总会恳亲团返乡参访 / (a sentence's rest).
    """
    if stretch[0].role != "text" or not _RUNNING.search("".join(item.string for item in stretch[1:])):
        return 0
    for count in range(min(_HEADLINES, len(stretch) - 2) + 1):
        width, _ = _column(stretch[count + 1 :])
        item, under = stretch[count], stretch[count + 1]
        own = abs(item.line.width - width) < _OTHER or _RUNNING.search(item.string)
        if count == _HEADLINES or own or joins().goes_on(item.string, under.string) > _JOINED + _HALF_JOINED:
            return count
    return 0


def _set_in(stretch: Sequence[Marked], begun: int, at: int) -> int | None:
    """Return how many headlines stand from a line on over another column, set into the one above; None if none begins there."""
    if at <= begun + 1:
        return None
    for heads in range(min(_SAME, len(stretch) - at - 1) + 1):
        if heads and not _is_headline(stretch[at + heads - 1]):
            return None
        if _is_set_in(stretch[max(begun, at - _WINDOW) : at], stretch[at + heads : at + heads + _AHEAD]):
            return heads
    return None


def _is_set_in(above: Sequence[Marked], below: Sequence[Marked]) -> bool:
    """Tell whether another column begins without a blank line."""
    closed = closes(above[-1].string)
    if len(below) < _SAME:
        return False
    (one, some), (two, more) = _column(above), _column(below)
    if min(some, more) < _SAME or abs(one - two) < (_OTHER_COLUMN if closed else _OTHER):
        return False
    if not closed:
        fit = joins().goes_on(above[-1].string, below[0].string)
        even = all(abs(item.line.width - one) <= _SAME for item in above[-_SAME:])
        if not even or closes(below[0].string) or fit > _HALF_JOINED:
            return False
    return all(abs(item.line.width - two) <= _OTHER for item in below[:_SAME] if not closes(item.string))


def _end_of_body(items: Sequence[Marked]) -> int:
    """Return where the body ends if headlines stand right under its last paragraph; else how many lines there are.

    ……全面胜利作出贡献。 / 市三届人大常委会 / (blank) / 举行第二十次会议.
    """
    end = len(items)
    while end > max(0, len(items) - _HEADLINES) and _is_headline(items[end - 1]):
        end -= 1
    if end == len(items) or end < _HEADLINES or not closes(items[end - 1].string):
        return len(items)
    width, wrapped = _column(items[:end])
    apart = all(abs(item.line.width - width) > _OTHER for item in items[end:])
    return end if apart and wrapped > 1 else len(items)


def _is_headline(item: Marked) -> bool:
    return not _RUNNING.search(item.string) and could_be_head(item.line)
