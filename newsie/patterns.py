"""`re`, but a pattern is made only when a text may match it: of two thousand, most pages need a few hundred.

    from newsie import patterns as re

To make a pattern takes `re` as long as to search a chapter. So what every match must have, one of some words,
is read off the pattern itself and looked for in each text, until one has it or it has been looked for often;
then the pattern is made.
A match's own pattern (`match.re`) is the one of `re`.

>>> pattern = compile(r"由(?P<owner>[^，。]{2,30}?)(?:承建|实施)(?!的)")
>>> pattern.search("全县新建公路12公里") is None, type(pattern).__name__
(True, '_Unmade')
>>> pattern.search("由县交通局承建")["owner"], type(pattern).__name__
('县交通局', 'Pattern')
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from re import (
    DOTALL,
    IGNORECASE,
    MULTILINE,
    Match,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)
from sys import maxsize
from typing import TYPE_CHECKING, Any

__all__ = [
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "Match",
    "Pattern",
    "compile",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "needed",
    "search",
    "split",
    "sub",
]

_Words = frozenset[str]
_TOKEN = re.compile(
    r"[^\\\[(){}|*+?.^$]+(?![*+?{])"  # plain characters, but for one that is repeated
    r"|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\.|\[\^?\]?(?:\\.|[^\\\]])*\]"
    r"|\((?:\?(?:P<\w+>|P=\w+\)|\(\w+\)|<?[=!]|:)?)?|[*+?][?+]?|\{[0-9,]+\}[?+]?|.",
    re.DOTALL,
)
# a group that must match where it stands; what lies behind may be in front of where a search begins
_MUST = ("(", "(?:", "(?=")
_NAMED, _AGAIN = "(?P<", "(?P="
_MAY_BE_LEFT_OUT = ("?", "*", "{0", "{,")
_NONE: _Words = frozenset()
# more words than these are not looked for one by one, nor read off a pattern so long
_MANY = 24
_LONG = 3000
# to look for the words so often takes as long as to make the pattern, which is quicker from then on
_OFTEN = 100
_KEPT = 512


def needed(source: str) -> _Words:
    """Return words of which every match of a pattern has one; none where no such words can be told.

    >>> sorted(needed("(?:[新改]建|扩建)了?(?P<what>[^，]{2,9})(?:项目|工程)"))
    ['工程', '项目']
    >>> sorted(needed("(?<=在)[省市]级?|县里(?!的)"))
    ['县里', '市', '省']
    >>> needed("[^，]{2,9}|项目")
    frozenset()
    """
    tokens = _TOKEN.findall(source) if len(source) < _LONG else ["(?"]
    if "(?" in tokens:
        return _NONE
    words, _ = _one_way(tokens, 0)
    return words if len(words) <= _MANY else _NONE


def _one_way(tokens: list[str], at: int) -> tuple[_Words, int]:
    """Return the words of some ways (`a|b`), any of which may match, and where they end."""
    ways: list[_Words] = []
    while True:
        words, at = _in_turn(tokens, at)
        ways.append(words)
        if at == len(tokens) or tokens[at] == ")":
            return (frozenset().union(*ways) if all(ways) else _NONE), at + 1
        at += 1


def _in_turn(tokens: list[str], at: int) -> tuple[_Words, int]:
    """Return the words of the most telling part of what stands in a row, and where the row ends."""
    best = _NONE
    while at < len(tokens) and tokens[at] not in ("|", ")"):
        token = tokens[at]
        if token[0] == "(" and not token.startswith(_AGAIN):
            words, at = _one_way(tokens, at + 1)
            words = words if token in _MUST or token.startswith(_NAMED) else _NONE
        else:
            words, at = _of_token(token), at + 1
        if at < len(tokens) and (tokens[at][0] in "*+?" or (tokens[at][0] == "{" and tokens[at] != "{")):
            words = _NONE if tokens[at].startswith(_MAY_BE_LEFT_OUT) else words
            at += 1
        if words and (not best or _tells(words) > _tells(best)):
            best = words
    return best, at


def _of_token(token: str) -> _Words:
    """Return the words of plain characters, or the characters of a set."""
    if token[0] == "[":
        plain = token[1:2] != "^" and not set("-\\") & set(token)
        return frozenset(token[1:-1]) if plain else _NONE
    if token[0] == "\\":
        letter = token.encode().decode("unicode_escape") if len(token) > 2 else token[1]
        return frozenset(letter) if len(token) > 2 or not letter.isalnum() else _NONE
    return _NONE if token in (".", "^", "$") or token.startswith(_AGAIN) else frozenset((token,))


def _tells(words: _Words) -> tuple[int, int]:
    """Return by what words tell more than others: fewer texts have one if they are longer, or fewer."""
    return min(map(len, words)), -len(words)


if TYPE_CHECKING:
    from re import Pattern, compile
else:
    _ASKED = ("search", "match", "fullmatch", "finditer", "sub")
    _FUNCTIONS = (*_ASKED, "findall", "split", "subn", "groups", "groupindex")

    class Pattern:
        """A pattern that is made; its functions are those of the pattern of `re`."""

        __slots__ = ("asked", "flags", "pattern", "words", *_FUNCTIONS)

        def __class_getitem__(cls, _: object) -> type[Pattern]:
            return cls

    class _Unmade(Pattern):
        """A pattern that is made when it is asked about a text that it may match."""

        __slots__ = ()

        def __init__(self, pattern: str, flags: int) -> None:
            self.pattern = pattern
            self.flags = flags
            self.words = None
            self.asked = 0

        def search(self, string: str, pos: int = 0, endpos: int = maxsize) -> Match[str] | None:
            return self.search(string, pos, endpos) if _is_made(self, string, pos, endpos) else None

        def match(self, string: str, pos: int = 0, endpos: int = maxsize) -> Match[str] | None:
            return self.match(string, pos, endpos) if _is_made(self, string, pos, endpos) else None

        def fullmatch(self, string: str, pos: int = 0, endpos: int = maxsize) -> Match[str] | None:
            return self.fullmatch(string, pos, endpos) if _is_made(self, string, pos, endpos) else None

        def finditer(self, string: str, pos: int = 0, endpos: int = maxsize) -> Iterator[Match[str]]:
            return self.finditer(string, pos, endpos) if _is_made(self, string, pos, endpos) else iter(())

        def sub(self, repl: str | Callable[[Match[str]], str], string: str, count: int = 0) -> str:
            return self.sub(repl, string, count) if _is_made(self, string) else string

        def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - any function of a pattern
            if name not in _FUNCTIONS:
                raise AttributeError(name)
            _make(self)
            return getattr(self, name)

    def _is_made(pattern: Pattern, string: str, pos: int = 0, endpos: int = maxsize) -> bool:
        """Tell whether a pattern is made, after it has been made if the text has a word that it needs."""
        if type(pattern) is Pattern:
            return True
        if pattern.words is None:
            pattern.words = _NONE if pattern.flags & IGNORECASE else needed(pattern.pattern)
        pattern.asked += 1
        if pattern.words and pattern.asked < _OFTEN:
            low = max(pos, 0)
            for word in pattern.words:
                if string.find(word, low, endpos) >= 0:
                    break
            else:
                return False
        _make(pattern)
        return True

    def _make(pattern: Pattern) -> None:
        made = re.compile(pattern.pattern, pattern.flags)
        for name in _FUNCTIONS:
            getattr(Pattern, name).__set__(pattern, getattr(made, name))
        pattern.__class__ = Pattern

    @lru_cache(maxsize=_KEPT)
    def compile(pattern: str, flags: int = 0) -> Pattern:  # noqa: A001 - it stands for the one of `re`
        """Return a pattern that is made when it is needed; of those made of words on a page the last are kept."""
        return _Unmade(pattern, flags)
