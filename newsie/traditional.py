"""Traditional characters (繁体): told from simplified ones, and read as them.

Rules and models know simplified characters. A traditional page is matched in simplified form,
character for character, and its words are cut out as they stand on it.

>>> is_traditional("區裡召開推進會"), is_traditional("区里召开推进会")
(True, False)
"""

from __future__ import annotations

from collections.abc import Container
from functools import cache

from newsie import patterns as re
from newsie.lexicon import rows

_LEXICON = "opencc.tsv"
_SAMPLE = 20_000
_LAST, _BEYOND = "\uffff", "\U00010000-\U0010ffff"


def is_traditional(text: str) -> bool:
    """Tell whether more characters of a text are traditional than are simplified."""
    sample = text[:_SAMPLE]
    if sample.isascii():
        return False
    if not _sign().search(sample):
        return False
    old, new = _letters()
    letters = set(sample)
    return sum(map(sample.count, old & letters)) > sum(map(sample.count, new & letters))


def traditional_of(letters: Container[str]) -> frozenset[str]:
    """Return the traditional characters whose simplified form is one of some characters."""
    return frozenset(old for old, new in rows(_LEXICON, 2) if len(old) == 1 and new in letters)


def simplified(text: str) -> str:
    """Return a text in simplified characters; the length never changes.

    >>> simplified("乾隆年間，乾糧不足")
    '乾隆年间，干粮不足'
    """
    found = text.translate(_characters())
    parts: list[str] = []
    done = 0
    for match in _phrase().finditer(text):
        parts += found[done : match.start()], _phrases()[match.group()]
        done = match.end()
    return "".join(parts) + found[done:]


@cache
def _characters() -> dict[int, str]:
    return {ord(old): new for old, new in rows(_LEXICON, 2) if len(old) == 1}


@cache
def _phrases() -> dict[str, str]:
    return {old: new for old, new in rows(_LEXICON, 2) if len(old) > 1}


@cache
def _phrase() -> re.Pattern[str]:
    """Return a pattern of all words that are not converted character by character, longest first."""
    return re.compile("|".join(sorted(_phrases(), key=len, reverse=True)))


@cache
def _sign() -> re.Pattern[str]:
    """Return the pattern of what may be a traditional character; those beyond U+FFFF are looked for as one range."""
    return re.compile(f"[{''.join(sorted(old for old in _letters()[0] if old <= _LAST))}{_BEYOND}]")


@cache
def _letters() -> tuple[frozenset[str], frozenset[str]]:
    """Return the characters that only one script has: traditional, simplified."""
    pairs = [row for row in rows(_LEXICON, 2) if len(row[0]) == 1]
    old = frozenset(row[0] for row in pairs)
    return old, frozenset(row[1] for row in pairs) - old
