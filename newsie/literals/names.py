"""Numerals that are part of a name, a slogan or an idiom and count nothing.

In: a folded text. Out: the places where no quantity is to be read (“四风”, “721”工作法, 三番五次).
"""

from __future__ import annotations

import re
from functools import cache

from newsie.lexicon import rows
from newsie.text import Span

_QUOTED = re.compile(
    r"[“‘「『]([^“”‘’「」『』，。；：！？\n]{1,12})[”’」』]|\"([^\"“”，。；：！？\n]{1,12})\""
)
_COUNTED = re.compile(r"[0-9][0-9.,]*[万亿]?[余多]?[\u4e00-\u9fff%‰]{1,2}")
_LONGEST = 7
_LEAD = 3


def quoted_names(folded: str) -> tuple[Span, ...]:
    """Return the short quotations of `folded`, which are names rather than speech; “0件” is a count.

    >>> quoted_names("纠治“四风”问题，信访“0件”")
    ((2, 6),)
    """
    return tuple(
        match.span() for match in _QUOTED.finditer(folded) if not _COUNTED.fullmatch(match[1] or match[2])
    )


def is_fixed(folded: str, start: int) -> bool:
    """Tell whether the numeral at `start` stands in a fixed expression (最后一公里, 千家万户).

    >>> is_fixed("千家万户", 2), is_fixed("6万户", 0)
    (True, False)
    """
    fixed = _fixed()
    for first in range(max(0, start - _LEAD), start + 1):
        for length in range(start - first + 1, _LONGEST + 1):
            if folded[first : first + length] in fixed:
                return True
    return False


@cache
def _fixed() -> frozenset[str]:
    return frozenset(row[0] for row in rows("fixed_numerals.txt", 1))
