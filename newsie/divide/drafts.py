"""Stories while the page is being divided: lines with roles, gathered in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from newsie import patterns as re
from newsie.article import Kind, Role
from newsie.clean import Line
from newsie.divide.endings import end_byline
from newsie.text import Text, fold

_END_LINES = 4
_LONGEST_BRACKETS = 48
# （某某摄）（传真照片）
_BRACKETS = re.compile(r"(?:（[^（）]{1,32}）\s?){1,2}$")
_STOPS = frozenset("。！？…")
_CLOSERS = " \t\n”’）\"'"


def closes(string: str) -> bool:
    """Tell whether a line ends where a paragraph can end.

    >>> closes("太感谢了！”"), closes("进一步提高政治站位，"), closes("双方都很满意。（本报某地3月5日电）")
    (True, False, True)
    """
    # as most lines of a column do not
    if string[-1:].isalnum():
        return False
    ending = string.rstrip()
    if _is_paragraph_end(ending[-8:]):
        return True
    brackets = _BRACKETS.search(ending[-_LONGEST_BRACKETS:]) if ending.endswith("）") else None
    return brackets is not None and _is_paragraph_end(ending[-_LONGEST_BRACKETS:][: brackets.start()][-8:])


@lru_cache(maxsize=4096)
def _is_paragraph_end(ending: str) -> bool:
    # 总体平稳.） ends in a stop, 3.5 in none
    return fold(fold(ending).rstrip(_CLOSERS))[-1:] in _STOPS


class Piece(NamedTuple):
    """A line, or a part of one, with its role in a story."""

    role: Role
    line: Line
    text: Text


@dataclass(frozen=True, slots=True)
class Head:
    """Lines that stand together and may be a headline, kicker, subhead or caption.

    Attributes:
        lines: the lines, no blank one between them.
        before: position of the story they stand in front of.
    """

    lines: tuple[Line, ...]
    before: int

    @property
    def string(self) -> str:
        """All characters, folded."""
        return "".join(line.text.folded for line in self.lines)


@dataclass(slots=True)
class Draft:
    """A story under construction.

    Attributes:
        pieces: body, subheads, captions, bylines and credits in reading order.
        kind: as far as it is known.
        title: the headline when the story itself brings it (a digest's 【题】), else None.
        heads: headline lines given to it.
        marked: whether it began with a dateline or a paragraph mark.
        dated: whether a dateline or byline opened it.
        closed: whether nothing may be added any more.
        notice: whether its headline is a notice's; it ends in who gives it, when, and whom to ask.
        ended: whether a source or names under its text have ended it.
        headless: whether it is known to have no headline here (上接第一版).
        led: whether its headline, and no dateline, is what began it.
        headed: whether lines stand in front of it that could be its headline.
        sourced: whether a web page's source line opened it; there the first line is the headline.
        alone: whether it is a brief, if it is short enough, under no digest's title.
        amid: where the part of it begins that stands under the headline in its middle; 0 if it has none.
        awaits: whether its headline is known to stand in its middle, further on.
        aside: the text of a box that stands in the middle of it (相关链接), read last.
        tail: the last body piece, kept so that a long story costs no search at every line.
    """

    pieces: list[Piece] = field(default_factory=list)
    kind: Kind = "news"
    title: Text | None = None
    heads: list[Head] = field(default_factory=list)
    marked: bool = False
    dated: bool = False
    closed: bool = False
    notice: bool = False
    ended: bool = False
    headless: bool = False
    led: bool = False
    headed: bool = False
    sourced: bool = False
    alone: bool = False
    amid: int = 0
    awaits: bool = False
    aside: list[Piece] = field(default_factory=list)
    tail: Piece | None = None

    def add(self, role: Role, line: Line, text: Text | None = None) -> None:
        """Append a line, or `text` cut from it."""
        piece = Piece(role, line, line.text if text is None else text)
        if piece.text:
            self.pieces.append(piece)
            if role == "body":
                self.tail = piece

    def cut(self, at: int) -> list[Piece]:
        """Take the pieces from index `at` on out of the story and return them."""
        taken, self.pieces = self.pieces[at:], self.pieces[:at]
        self.tail = next((piece for piece in reversed(self.pieces) if piece.role == "body"), None)
        return taken

    def of(self, *roles: Role) -> list[Piece]:
        """Return the pieces that have one of `roles`."""
        return [piece for piece in self.pieces if piece.role in roles]

    def first(self, role: Role) -> Piece:
        """Return the first piece that has a role, of which there must be one."""
        return next(piece for piece in self.pieces if piece.role == role)

    def opening(self, count: int) -> Text:
        """Return its first body lines, joined by line feeds; a long story costs no more than a short one."""
        body = (piece.text for piece in self.pieces if piece.role == "body")
        return Text.join(islice(body, count), "\n")

    @property
    def complete(self) -> bool:
        """Whether the body ends where a paragraph can end."""
        return self.tail is not None and (closes(self.tail.text.string) or self.signed)

    @property
    def signed(self) -> bool:
        """Whether the body ends in a bracketed byline, one broken over lines included: 。（通讯员 / 王某）."""
        if self.tail is None or not self.tail.text.string.rstrip().endswith(("）", ")")):
            return False
        cut = cut_end_byline([piece for piece in self.pieces[-2 * _END_LINES :] if piece.role == "body"])
        return cut is not None and bool(cut[0]) and closes(cut[0][-1].text.string)

    @property
    def last(self) -> Role | None:
        """The role of the last piece."""
        return self.pieces[-1].role if self.pieces else None


def cut_end_byline(pieces: Sequence[Piece]) -> tuple[list[Piece], Text] | None:
    """Return the pieces of a body without the bracketed byline it ends in, and that byline.

    It may be broken over lines: ……。（通讯员 王某 / 李某）.
    """
    at = len(pieces) - 1
    while at > max(0, len(pieces) - _END_LINES) and "（" not in pieces[at].text.folded:
        at -= 1
    last = list(pieces[max(0, at) :])
    if not last or any(piece.role != "body" for piece in last):
        return None
    cut = end_byline(Text.join((piece.text for piece in last), "\n"))
    if cut is None:
        return None
    rest = [last[0]._replace(text=cut[0])] if cut[0] else []
    return [*pieces[:at], *rest], cut[1]
