"""How much a single source may ask for: guards against bombs, each of them settable."""

from __future__ import annotations

from dataclasses import dataclass

from newsie.page import MAX_BYTES


@dataclass(frozen=True, slots=True)
class Limits:
    """What is refused.

    Attributes:
        max_bytes: a larger file, or one that unpacks to more.
        max_ratio: a compressed file that unpacks to more than so many times its size.
        max_pages: a PDF of more pages.
        max_members: an archive of more files.
    """

    max_bytes: int = MAX_BYTES
    max_ratio: int = 200
    max_pages: int = 500
    max_members: int = 1_000_000


def must_be_limits(given: object) -> Limits:
    """Return limits; refuse what is none, before every source fails of it.

    Raises:
        TypeError: it is None, say.
    """
    if isinstance(given, Limits):
        return given
    raise TypeError(f"limits is newsie.Limits(max_bytes=…), not {given!r}; leave it out for the usual ones")


USUAL_LIMITS = Limits()
"""What is refused unless the caller says otherwise."""
