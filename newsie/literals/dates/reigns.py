"""Years counted from the beginning of a reign (年号纪年): 康熙二十年, 民国三年.

>>> first_year("康熙"), first_year("民国")
(1662, 1912)
"""

from __future__ import annotations

from functools import cache

from newsie.lexicon import rows


def names() -> tuple[str, ...]:
    """Return the names of all eras."""
    return tuple(_table())


def first_year(era: str) -> int:
    """Return the year of the common era in which the first year of an era began."""
    return _table()[era]


@cache
def _table() -> dict[str, int]:
    return {name: int(year) for name, year in rows("reigns.tsv", 2)}
