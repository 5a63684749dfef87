"""Records of a short article, for tests that tell what a sentence gives."""

from __future__ import annotations

from newsie.extractor import extract
from newsie.records import Extraction


def read(text: str) -> Extraction:
    """Return what is read from an article of one paragraph, in a paper of 15 June 2023."""
    return extract(f"基层新闻\n\n本报讯 {text}\n", published="2023-06-15")


def figures(text: str) -> list[tuple[str | None, str, str]]:
    """Return subject, indicator and quantity of every statistic."""
    return [
        (found.subject, found.indicator, f"{found.quantity.value} {found.quantity.unit}")
        for found in read(text).statistics
    ]
