"""Ids of what was linked, made of content."""

from __future__ import annotations

import hashlib

_DIGITS = 16


def linked_id(kind: str, *content: str) -> str:
    """Return an id for a thing of some kind with this content.

    >>> linked_id("person", "a") == linked_id("person", "a")
    True
    """
    return f"{kind}-{hashlib.sha256(chr(0x1F).join(content).encode()).hexdigest()[:_DIGITS]}"
