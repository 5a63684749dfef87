"""Persons bound to posts (人员与职务)."""

from __future__ import annotations

from newsie.reading import Mention, Post


def find_posts(folded: str, mentions: tuple[Mention, ...]) -> tuple[Post, ...]:
    """Return the posts that a text gives its persons, sorted by place.

    Offsets: spans are half-open offsets into `folded`.
    """
    return ()
