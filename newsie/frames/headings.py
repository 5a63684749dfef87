"""Headings between the paragraphs of an article (小标题): where each stands in its text, and what a digest is."""

from __future__ import annotations

from collections.abc import Iterator

from newsie.article import Article
from newsie.text import Text

_FEWEST = 3


def headings(article: Article) -> Iterator[tuple[int, Text]]:
    """Yield where the paragraph behind each heading begins in `article.text`, with the heading."""
    place = paragraphs = 0
    waiting: Text | None = None
    for part in article.parts:
        if part.role == "subhead":
            waiting = part.text
        elif part.role == "body" and paragraphs < len(article.body):
            if waiting:
                yield place, waiting
            waiting = None
            place += len(article.body[paragraphs]) + 1
            paragraphs += 1


def stories_of(article: Article) -> tuple[int, ...]:
    """Return where the stories of a digest begin in its text; nothing for a story with headings.

    In a digest nearly every paragraph has a heading, in a story each heading has several paragraphs.
    """
    begins = tuple(place for place, _ in headings(article))
    return begins if len(begins) >= _FEWEST and 3 * len(begins) >= 2 * len(article.body) else ()
