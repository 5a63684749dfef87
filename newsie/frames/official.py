"""Officials of a page: persons with the posts it gives them (官员)."""

from __future__ import annotations

from collections.abc import Sequence

from newsie.reading import Reading
from newsie.records import Official


def find_officials(readings: Sequence[Reading]) -> tuple[Official, ...]:
    """Return one record for each person to whom the readings of a page give public posts.

    `articles` holds the positions of the readings, as decimal strings.
    """
    return ()
