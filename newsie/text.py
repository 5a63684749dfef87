"""A string that remembers where each of its characters stood in the source.

What comes in is the source exactly as it was given; what goes out is a repaired string in
which every character still has its source index. There is one way to change a text,
`Text.substitute`, so no repair can lose the trace.

>>> text = Text.of("通 讯 员 王\\n允")
>>> repaired = text.substitute(r"\\s+", "")
>>> str(repaired), list(repaired.origin)
('通讯员王允', [0, 2, 4, 6, 8])
>>> repaired.segments(3, 5)
((6, 9),)
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from typing import TypeAlias

from newsie import patterns as re
from newsie.codes import NOISE, USUAL
from newsie.sounds import SOUNDS
from newsie.traditional import simplified

Segment: TypeAlias = tuple[int, int]
"""A half-open range of source characters, in code points."""

Span: TypeAlias = tuple[int, int]
"""A half-open range of characters of a `Text`, in code points."""

# What a repair may drop between two characters without their becoming two places on the
# page: white space, U+FFFD, private-use glyphs, zero-width and control characters, markdown marks.
_NOISE = re.compile(rf"[\s{NOISE}#]")
DROPPED = re.compile(f"{_NOISE.pattern}*")
_BREAK = re.compile(r"[\n\r]")
# 1一10月: the numeral 一 where a dash is meant, but not in 二0一0年
_AS_DASH = re.compile("[一ー](?<=[0-9].)(?<![一二三四五六七八九][0-9].)(?=[0-9])")
_QUOTE = re.compile('([“”"])')

_BEYOND = "\U00010000"
# as one range: a pattern looks through a class of characters beyond U+FFFF one by one
_OTHER = re.compile(f"[{re.escape(''.join(code for code in USUAL if code < _BEYOND))}\U0002f800-\U0002fa1f]")
# 1,200.5亿元 and 8:30 and 1.1:50.3 keep their marks: there they are part of a number
_NUMBER_MARK = re.compile(r"[，：](?<=[0-9].)(?:(?<=，)(?=[0-9]{3}(?![0-9]))|(?<=：)(?=[0-9]))")
# 站长说."今天": a page that has a point for every 。; but 买买提.吐尔逊 and 一.加强领导 keep theirs
_POINT_AS_STOP = re.compile(
    rf"\.(?<=[\u4e00-\u9fff%”\"）].)(?<![一二三四五六七八九十]\.)(?=$|[\u4e00-\u9fff0-9“”\"（\s])(?!(?<=[{SOUNDS}]\.)[{SOUNDS}])"
)


_LONG = 1 << 16
_LONGEST_KEPT = 1000


@cache
def _first_numbers() -> array[int]:
    return array("I", range(_LONG))


def _between(source: str, last: int) -> int:
    """Return the origin of a line break behind the character at `last`: the noise after it, else its own."""
    after = last + 1
    noise = after < len(source) and (source[after] == "\n" or _NOISE.match(source, after))
    return after if noise else last


def _counting(start: int, end: int) -> array[int]:
    """Return the numbers from `start` to `end`; those of a page are copied, which is quicker than counting."""
    return _first_numbers()[start:end] if end <= _LONG else array("I", range(start, end))


def fold(string: str) -> str:
    """Return `string` with widths folded, character for character.

    Digits, letters and symbols become half-width, Chinese punctuation becomes full-width, quotes
    “ and ”, and a character that has several codes gets its usual one, so that a rule is written
    once and matches pages of every habit. The length never changes.

    >>> fold("(记者 王某)１０月８日,总投资1,200.5亿元")
    '（记者 王某）10月8日，总投资1,200.5亿元'
    >>> fold('「⼯⼈」和"农民"︒')
    '“工人”和“农民”。'
    """
    return "\n".join(map(_folded, string.split("\n")))


def _folded(line: str) -> str:
    """Return a line folded: of a line, a paragraph and a body the same is asked again and again."""
    return _fold_once(line) if len(line) <= _LONGEST_KEPT else _fold(line)


def _fold(line: str) -> str:
    folded = _OTHER.sub(lambda match: USUAL.get(match.group(), match.group()), line)
    folded = _paired(folded) if '"' in folded else folded
    folded = _AS_DASH.sub("—", folded) if "一" in folded or "ー" in folded else folded
    folded = _NUMBER_MARK.sub(lambda match: "," if match.group() == "，" else ":", folded)
    return _POINT_AS_STOP.sub("。", folded) if "." in folded else folded


_fold_once = lru_cache(maxsize=1024)(_fold)


def _paired(line: str) -> str:
    """Return a line with its straight quotes opening and closing in turn, if each that opens is closed: “今天".

    >>> _paired('"今天"和“明天"'), _paired('5"')
    ('“今天”和“明天”', '5"')
    """
    parts = _QUOTE.split(line)
    opened = False
    for at in range(1, len(parts), 2):
        opened = parts[at] == "“" or (parts[at] == '"' and not opened)
        parts[at] = "“" if opened else "”"
    return line if opened else "".join(parts)


@dataclass(frozen=True, eq=False, init=False)
class Text:
    """A string with the source index of every character.

    Attributes:
        string: the characters.
        origin: for each character its index in `source` (code points).
        source: the whole source; only looked at to see what lies between two characters.
        traditional: whether it is matched in simplified characters (see `folded`).
    """

    string: str
    origin: array[int] = field(repr=False)
    source: str = field(repr=False)
    traditional: bool = field(default=False, repr=False)

    def __init__(self, string: str, origin: array[int], source: str, traditional: bool = False) -> None:  # noqa: FBT001, FBT002
        # a page has thousands of them: this is thrice as quick as what dataclass makes for a frozen one
        self.__dict__.update(string=string, origin=origin, source=source, traditional=traditional)

    @classmethod
    def of(cls, source: str, *, traditional: bool = False) -> Text:
        """Return the text that is its own source."""
        return cls(source, _counting(0, len(source)), source, traditional)

    def __str__(self) -> str:
        return self.string

    def __len__(self) -> int:
        return len(self.string)

    def __bool__(self) -> bool:
        return bool(self.string)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Text):
            return NotImplemented
        return self.string == other.string and self.origin == other.origin

    def __hash__(self) -> int:
        return hash(self.string)

    def __getitem__(self, part: slice) -> Text:
        return Text(self.string[part], self.origin[part], self.source, self.traditional)

    @property
    def plain(self) -> str:
        """The string in simplified characters; the same offsets hold in both."""
        return simplified(self.string) if self.traditional else self.string

    @cached_property
    def folded(self) -> str:
        """The plain string with widths folded (see `fold`); the same offsets hold in all three."""
        return self.as_folded(self.string)

    def as_folded(self, words: str) -> str:
        """Return words of this text, a record's for example, as they stand in `folded`."""
        return fold(simplified(words) if self.traditional else words)

    def substitute(
        self, pattern: str | re.Pattern[str], replacement: str | Callable[[re.Match[str]], str]
    ) -> Text:
        """Return the text with every match of `pattern` replaced.

        The k-th character of a replacement takes the origin of the k-th character matched, so a
        replacement may not be longer than what it replaces.

        Raises:
            ValueError: a replacement is longer than its match.

        >>> str(Text.of("1 月 8日").substitute(r"(?<=[0-9月]) +", ""))
        '1月8日'
        """
        strings: list[str] = []
        origin = array("I")
        done = 0
        compiled = re.compile(pattern) if isinstance(pattern, str) else pattern
        if not compiled.search(self.string):
            return self
        for match in compiled.finditer(self.string):
            start, end = match.span()
            new = replacement if isinstance(replacement, str) else replacement(match)
            if len(new) > end - start:
                raise ValueError(f"replacement {new!r} is longer than the match {match.group()!r}")
            strings += self.string[done:start], new
            origin += self.origin[done : start + len(new)]
            done = end
        strings.append(self.string[done:])
        origin += self.origin[done:]
        return Text("".join(strings), origin, self.source, self.traditional)

    def strip(self) -> Text:
        """Return the text without white space at its ends."""
        bare = self.string.strip()
        if len(bare) == len(self.string):
            return self
        start = len(self.string) - len(self.string.lstrip())
        return self[start : start + len(bare)]

    @classmethod
    def join(cls, parts: Iterable[Text], separator: str = "") -> Text:
        """Return `parts` in their order as one text, with `separator` (at most one character) between.

        A separator stands for the line break that follows the part before it on the page, and takes
        its origin; where something else follows (（下转第2版）), that of the character before it. Empty
        parts are left out.
        """
        kept = [part for part in parts if part]
        if not kept:
            return cls("", array("I"), "")
        if len(kept) == 1:
            return kept[0]
        origin = array("I")
        for index, part in enumerate(kept):
            if index and separator:
                origin.append(_between(part.source, origin[-1]))
            origin += part.origin
        first = kept[0]
        return cls(separator.join(part.string for part in kept), origin, first.source, first.traditional)

    def segments(self, start: int = 0, end: int | None = None) -> tuple[Segment, ...]:
        """Return the source ranges of characters `start` to `end`, in reading order.

        Characters that stand together on the page, or with nothing but dropped noise or one
        doubled glyph between them, are one segment; a column break or a caption in between
        gives two.

        >>> Text.of("甲乙丙").segments(1, 3)
        ((1, 3),)
        """
        origin = self.origin[start:end]
        if not origin:
            return ()
        first = last = origin[0]
        if origin == _counting(first, first + len(origin)):
            return ((first, first + len(origin)),)
        ranges: list[Segment] = []
        for place in origin[1:]:
            if place != last + 1 and not self._bridged(last, place):
                ranges.append((first, last + 1))
                first = place
            last = place
        ranges.append((first, last + 1))
        return tuple(ranges)

    def spaced(self, place: int) -> bool:
        """Tell whether the page has a space, and no line break, in front of the character at `place`.

        >>> tight = Text.of("战斗机 乌称").substitute(" ", "")
        >>> tight.spaced(3), tight.spaced(2)
        (True, False)
        """
        if not 0 < place < len(self.origin) or self.origin[place] <= self.origin[place - 1] + 1:
            return False
        between = self.source[self.origin[place - 1] + 1 : self.origin[place]]
        white = any(map(str.isspace, between)) and not _BREAK.search(between)
        return white and DROPPED.fullmatch(between) is not None

    def _bridged(self, last: int, place: int) -> bool:
        """Tell whether the source has only noise between two characters."""
        if place <= last:
            return place == last
        if place == last + 2 and self.source[last + 1] == self.source[last]:
            return True
        noise = DROPPED.match(self.source, last + 1, place)
        return noise is not None and noise.end() == place
