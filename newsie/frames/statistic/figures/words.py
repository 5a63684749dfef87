"""The vocabulary of statistics: word classes read from `lexicon/statistic_words.tsv`.

>>> "检查" in words("act"), "增长" in words("rise")
(True, True)
"""

from __future__ import annotations

from collections.abc import Iterator

from newsie import patterns as re
from newsie.lexicon import Longest, Sought, any_of, layered, rows
from newsie.text import Span

_LONGEST_VERB = 4
_OF_NOUN = re.compile(r"[商员者师户](?!口)|单位|机构|人员")


@layered
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, word in rows("statistic_words.tsv", 2):
        found.setdefault(kind, set()).add(word)
    return {kind: frozenset(members) for kind, members in found.items()}


def words(kind: str) -> frozenset[str]:
    """Return the words of a class.

    Raises:
        KeyError: the lexicon has no such class.
    """
    return _classes()[kind]


@layered
def members(kind: str) -> tuple[str, ...]:
    """Return the words of a class as `startswith` and `endswith` ask for them."""
    return tuple(words(kind))


@layered
def either(*kinds: str) -> str:
    """Return a pattern that matches any word of the classes, longest first.

    >>> from re import match
    >>> match(either("attend"), "坐到一起来").group()
    '坐到一起'
    """
    return any_of(word for kind in kinds for word in words(kind))


def runs_of(kind: str) -> str:
    """Return a pattern of words of a class, one or more, one behind the other.

    Words that others of the class make up are left out (亿元以上 of 亿元 and 以上): with them, a run could be read in
    as many ways as it has such words doubled.

    >>> from re import fullmatch
    >>> fullmatch(runs_of("generic"), "亿元以上工业") is not None
    True
    """
    known = words(kind)
    return f"{any_of(word for word in known if not _is_made_up(word, known))}+"


def _is_made_up(word: str, known: frozenset[str]) -> bool:
    return any(
        word[:cut] in known and (word[cut:] in known or _is_made_up(word[cut:], known))
        for cut in range(1, len(word))
    )


@layered
def _verbs() -> frozenset[str]:
    return words("act") | words("state") | words("rise") | words("fall") | words("verb")


def long_verbs() -> Iterator[str]:
    """Yield the verbs of two characters or more."""
    return (word for word in _verbs() if 1 < len(word) <= _LONGEST_VERB)


@layered
def _verb() -> Sought:
    return Sought.of(long_verbs())


@layered
def _verb_at() -> Longest:
    return Longest(long_verbs())


def verb_at(string: str, start: int, end: int) -> int:
    """Return where the longest verb that begins at `start` ends, or `start` if none does.

    >>> verb_at("检查企业单位", 0, 6)
    2
    """
    return _verb_at().end(string, start, end)


def first_verb(string: str, start: int, end: int) -> Span | None:
    """Return the first verb of two characters or more between two offsets.

    >>> first_verb("名老党员颁发奖章", 1, 8)
    (4, 6)
    """
    for verb in _verb().finditer(string, start, end):
        # 采购商, 保护单位 and 运动员 are nouns
        if not _OF_NOUN.match(string, verb.end()) and not string.startswith("运动员", verb.start() - 1):
            return verb.span()
    return None


def verb_before(string: str, start: int, end: int) -> int:
    """Return where a verb that ends at `end` begins (了, 着, 过 aside), or `end` if none does.

    >>> verb_before("承包了", 0, 3)
    0
    """
    particle = end - 1 > start and string[end - 1] in "了着过出"
    for stop in (end, end - 1) if particle else (end,):
        for length in range(min(_LONGEST_VERB, stop - start), 0, -1):
            if string[stop - length : stop] in _verbs():
                return stop - length
    return end


def last_verb(string: str, start: int, end: int) -> Span | None:
    """Return the last verb between two offsets that is no part of nouns (服务, 建设 are).

    >>> last_verb("在广场、社区设立咨询台", 2, 10)
    (6, 8)
    """
    for place in range(end - 2, start - 1, -1):
        stop = verb_at(string, place, end)
        if stop > place and string[place:stop] not in words("nominal"):
            return place, stop
    return None
