"""The language of patterns: what a user may write, read character by character (模式).

It is a part of Python's regular expressions, that part in which every pattern is linear, with typed
holes for what newsie has found. Characters are folded as the text is, so that it does not matter
whether a comma is written half-width.

    发生 \\( [^，。] [一-九] .      characters, and any of some
    {PERSON} {DATE} {AMOUNT}     a name, a time, an amount that newsie has found there
    (?P<place>…)                 what becomes a field
    (?:甲|乙) ? {2,30} {0,9}?    groups, choices, repeats with an end
    (?=…) (?!…) (?<=…) (?<!…)    what stands after and before
    ^ $                          the beginning and the end of the sentence

>>> read_pattern("(?P<deaths>{AMOUNT})(?:不幸)?死亡").regex.replace(chr(0xE003), "#")
'(?P<deaths>(?:#))(?:不幸)?死亡'
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from newsie import patterns as re
from newsie.frames.canvas import MARKS, Hole
from newsie.rules.charsets import Ranges, outside, ranges, union
from newsie.rules.nodes import (
    Capture,
    Chars,
    Choice,
    Edge,
    Node,
    PatternError,
    Repeat,
    Run,
    captures,
    holes,
    ways,
    width,
)
from newsie.text import fold

MOST_WAYS = 20_000
"""So often at most may a pattern be tried at one place."""

_LONGEST = 2_000
_MOST_REPEATS = 200
_DEEPEST = 20
_DIGITS: Ranges = ranges([("0", "9")])
_SPECIAL = frozenset("\\^$.|?*+()[]{}")
_HOLE = re.compile(r"\{([A-Za-z_]+)\}")
_BOUNDS = re.compile(r"\{(?:(\d{1,4})(?:(,)(\d{0,4}))?|,(\d{1,4}))\}")
_NAME = re.compile(r"\(\?P<([a-z][a-z0-9_]*)>")
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern that was read and found linear.

    Attributes:
        regex: the same as a regular expression over the characters of a canvas.
        tree: the same as a tree.
    """

    regex: str
    tree: Node

    @property
    def holes(self) -> frozenset[Hole]:
        """The types of what it wants painted."""
        return frozenset(hole for hole in MARKS if hole in holes(self.tree))

    @property
    def captures(self) -> tuple[Capture, ...]:
        """What it keeps under names."""
        return tuple(captures(self.tree))


def read_pattern(written: str) -> Pattern:
    """Read a pattern.

    Raises:
        PatternError: it is no pattern, or not a linear one; says where.
    """
    if len(written) > _LONGEST:
        raise PatternError(f"a pattern has at most {_LONGEST} characters", _LONGEST)
    reader = _Reader(written)
    tree = reader.choice(0)
    if reader.at < len(written):
        raise PatternError("this ) closes no group; write \\) for the mark itself", reader.at)
    _check(tree)
    return Pattern("".join(reader.out), tree)


def _check(tree: Node) -> None:
    if not width(tree)[0]:
        raise PatternError("this pattern may match nothing at all; something in it must be there", 0)
    seen: set[str] = set()
    for capture in captures(tree):
        if capture.name in seen:
            raise PatternError(f"{capture.name} is captured twice in one pattern", capture.column)
        seen.add(capture.name)
    if (number := ways(tree)) > MOST_WAYS:
        raise PatternError(
            f"this can be tried in {number} ways at one place, at most {MOST_WAYS} are allowed: make its gaps "
            "shorter, or let them exclude what follows them ([^，。发]{0,20}发生), or move a field to a detail",
            _widest(tree).column,
        )


def _widest(tree: Node) -> Node:
    """Return the repeat of a pattern that has the most ways."""
    found: list[Repeat] = []
    pending: list[Node] = [tree]
    while pending:
        node = pending.pop()
        if isinstance(node, Repeat):
            found.append(node)
        pending += node.items if isinstance(node, Run) else node.branches if isinstance(node, Choice) else ()
        if isinstance(node, Repeat | Capture):
            pending.append(node.inner)
    return max(found, key=lambda node: (node.most - node.least, -node.column), default=tree)


class _Reader:
    """Reads a pattern from left to right, and writes what the `re` module is to be given."""

    def __init__(self, written: str) -> None:
        self.written = written
        self.at = 0
        self.out: list[str] = []
        self.depth = 0

    def choice(self, column: int) -> Node:
        """Read up to the end or the ) of a group."""
        branches = [self._run()]
        while self._take("|"):
            self.out.append("|")
            branches.append(self._run())
        return branches[0] if len(branches) == 1 else Choice(column, tuple(branches))

    def _run(self) -> Node:
        start, items = self.at, list[Node]()
        while self.at < len(self.written) and self.written[self.at] not in "|)":
            items.append(self._item())
        return items[0] if len(items) == 1 else Run(start, tuple(items))

    def _item(self) -> Node:
        start = self.at
        node = self._atom()
        bounds = self._bounds()
        if bounds is None:
            return node
        least, most, written = bounds
        if isinstance(node, Edge):
            raise PatternError("a condition without width cannot be repeated", start)
        inside = next(captures(node), None)
        if inside and most > 1:
            raise PatternError(
                "what is repeated cannot be captured; put the (?P<…>) around it", inside.column
            )
        self.out.append(written)
        return Repeat(start, node, least, most)

    def _bounds(self) -> tuple[int, int, str] | None:
        """Read a repeat, if one stands here: its bounds, and how it is written."""
        start, rest = self.at, self.written[self.at : self.at + 1]
        if rest in ("*", "+"):
            raise PatternError(f"a repeat without an end; write {{{'1' * (rest == '+') or 0},40}}", start)
        if rest == "?":
            least, most, self.at = 0, 1, start + 1
        elif rest == "{" and (match := _BOUNDS.match(self.written, start)):
            least, most = self._numbers(match)
            self.at = match.end()
        else:
            return None
        lazy = "?" * self._take("?")
        if self.written[self.at : self.at + 1] in ("?", "*", "+") or _BOUNDS.match(self.written, self.at):
            raise PatternError("a repeat of a repeat; put what is meant into one", self.at)
        return least, most, ("?" if most == 1 and not least else f"{{{least},{most}}}") + lazy

    def _numbers(self, match: re.Match[str]) -> tuple[int, int]:
        exact, comma, upper, only_upper = match.groups()
        if comma and not upper:
            raise PatternError(f"a repeat without an end; write {{{exact},40}}", match.start())
        least, most = int(exact or 0), int(only_upper or upper or exact)
        if most < max(least, 1) or most > _MOST_REPEATS:
            raise PatternError(
                f"a repeat goes from a smaller number to a larger one, at most {_MOST_REPEATS}", match.start()
            )
        return least, most

    def _atom(self) -> Node:
        start, character = self.at, self.written[self.at]
        if character == "(":
            return self._group()
        if character == "[":
            return self._set()
        if character == "{":
            return self._hole()
        if character in "^$":
            self.at += 1
            self.out.append("\\A" if character == "^" else "\\Z")
            return Edge(start)
        if character == ".":
            self.at += 1
            return self._chars(start, outside(_one("\n")), r"[^\n]")
        if character in _SPECIAL - {"\\"}:
            raise PatternError(
                f"{character} stands where nothing can be repeated; write \\{character}", start
            )
        members, regex = self._single()
        return self._chars(start, members, regex)

    def _chars(self, start: int, members: Ranges, regex: str, hole: str | None = None) -> Chars:
        self.out.append(regex)
        return Chars(start, members, hole)

    def _hole(self) -> Node:
        start = self.at
        match = _HOLE.match(self.written, start)
        if match is None:
            raise PatternError("{ begins a hole such as {DATE} or a repeat such as {0,9}; write \\{", start)
        name = match[1]
        known = {str(hole): mark for hole, mark in MARKS.items()}
        if name not in known:
            near = get_close_matches(name.upper(), known, 1)
            hint = f"did you mean {{{near[0]}}}?" if near else f"there are {', '.join(known)}"
            raise PatternError(f"there is no hole {{{name}}}; {hint}", start)
        self.at = match.end()
        return self._chars(start, _one(known[name]), f"(?:{known[name]})", name)

    def _group(self) -> Node:
        start, look = self.at, None
        match = _NAME.match(self.written, start)
        if match:
            self.at = match.end()
        else:
            opening = next((form for form in (*_LOOKS, "(?:") if self.written.startswith(form, start)), None)
            if opening is None:
                raise PatternError("a group begins with (?: or, for a field, with (?P<name>", start)
            look = opening if opening in _LOOKS else None
            self.at = start + len(opening)
        self.out.append(match.group() if match else look or "(?:")
        self.depth += 1
        if self.depth > _DEEPEST:
            raise PatternError("groups are too deep in each other", start)
        node = self.choice(self.at)
        if not self._take(")"):
            raise PatternError("this group is not closed", start)
        self.depth -= 1
        self.out.append(")")
        if match:
            return Capture(start, node, match[1])
        return self._edge(start, node, look) if look else _grouped(start, node)

    def _edge(self, start: int, node: Node, look: str) -> Edge:
        if (inside := next(captures(node), None)) is not None:
            raise PatternError("a condition captures nothing; put the (?P<…>) elsewhere", inside.column)
        least, most = width(node)
        if look in ("(?<=", "(?<!") and least != most:
            raise PatternError("what stands before must have one length; write one condition for each", start)
        return Edge(start, node)

    def _set(self) -> Node:
        start = self.at
        self.at += 1
        negated = self._take("^")
        found: list[Ranges] = []
        parts: list[str] = []
        while not self._take("]"):
            if self.at >= len(self.written):
                raise PatternError("this [ is not closed", start)
            members, regex = self._member()
            found.append(members)
            parts.append(regex)
        if not found:
            raise PatternError("nothing stands between these brackets", start)
        members = union(*found)
        return self._chars(
            start, outside(members) if negated else members, f"[{'^' * negated}{''.join(parts)}]"
        )

    def _member(self) -> tuple[Ranges, str]:
        """Read a character of a set, or a stretch of them."""
        start = self.at
        members, regex = self._single(in_set=True)
        if self.written[self.at : self.at + 1] != "-" or self.written[self.at + 1 : self.at + 2] in ("]", ""):
            return members, regex
        self.at += 1
        last, closing = self._single(in_set=True)
        if _DIGITS in (members, last) or members[0][0] > last[0][0]:
            raise PatternError(
                "a stretch goes from one character to a later one; write \\- for the mark", start
            )
        return ((members[0][0], last[0][0]),), f"{regex}-{closing}"

    def _single(self, *, in_set: bool = False) -> tuple[Ranges, str]:
        """Read one character, plain or behind a backslash."""
        start, character = self.at, self.written[self.at]
        self.at += 1
        if character == "\\":
            following = self.written[self.at : self.at + 1]
            self.at += 1
            if following == "d":
                return _DIGITS, "0-9" if in_set else "[0-9]"
            if following.isdigit():
                raise PatternError("what was captured cannot be asked for again; write it out", start)
            if not following or following.isalnum() or following.isspace():
                raise PatternError("\\ stands before marks, and in \\d; write other classes as [...]", start)
            character = following
        elif in_set and character == "[":
            raise PatternError("write \\[ between brackets", start)
        if not character.isprintable():
            raise PatternError("this character cannot be seen on a page", start)
        folded = fold(character)
        return _one(folded), re.escape(folded)

    def _take(self, mark: str) -> bool:
        """Go past a mark, if it stands here."""
        taken = self.written.startswith(mark, self.at)
        self.at += len(mark) * taken
        return taken


def _one(character: str) -> Ranges:
    return ranges([(character, character)])


def _grouped(start: int, node: Node) -> Node:
    """Return a group as one node whose place is where it begins."""
    return Run(start, node.items) if isinstance(node, Run) else Run(start, (node,))
