"""Numerals that are part of a name, a slogan or an idiom and count nothing.

In: a folded text. Out: the places where no quantity is to be read (“四风”, “721”工作法, 三番五次).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from newsie.lexicon import rows
from newsie.text import Span

_QUOTED = re.compile(
    r"[“‘「『\"](?:(?<!\")([^“”‘’「」『』，。；：！？\n]{1,12})[”’」』]|(?<=\")([^\"“”，。；：！？\n]{1,12})\")"
)
_COUNTED = re.compile(r"[0-9][0-9.,]{0,30}[万亿]?[余多]?[\u4e00-\u9fff%‰]{1,2}")
# folding has made a full-width colon of the half-width one
_WEB = re.compile(r"https?[:：]//[!-~：；？！（），]+")


def quoted_names(folded: str) -> tuple[Span, ...]:
    """Return the short quotations of `folded`, which are names rather than speech; “0件” is a count.

    >>> quoted_names("纠治“四风”问题，信访“0件”")
    ((2, 6),)
    """
    return tuple(
        match.span() for match in _QUOTED.finditer(folded) if not _COUNTED.fullmatch(match[1] or match[2])
    )


def closed_places(folded: str, taken: Sequence[Span]) -> tuple[Span, ...]:
    """Return where nothing is counted, sorted and apart: `taken`, short quotations, addresses of the web."""
    web = tuple(match.span() for match in _WEB.finditer(folded)) if "//" in folded else ()
    apart: list[Span] = []
    for start, end in sorted((*taken, *quoted_names(folded), *web)):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return tuple(apart)


def is_fixed(folded: str, start: int) -> bool:
    """Tell whether the numeral at `start` stands in a fixed expression (最后一公里, 千家万户).

    >>> is_fixed("千家万户", 2), is_fixed("6万户", 0)
    (True, False)
    """
    fixed = _fixed()
    for key in (folded[start : start + 2], folded[start : start + 1]):
        for words, before in fixed.get(key, ()):
            if before <= start and folded.startswith(words, start - before):
                return True
    return False


@cache
def _fixed() -> dict[str, tuple[tuple[str, int], ...]]:
    """Return the fixed expressions by two of their characters (or their last), and how many stand before."""
    found: dict[str, list[tuple[str, int]]] = {}
    for (words,) in rows("fixed_numerals.txt", 1):
        for before in range(len(words)):
            found.setdefault(words[before : before + 2], []).append((words, before))
    return {pair: tuple(places) for pair, places in found.items()}
