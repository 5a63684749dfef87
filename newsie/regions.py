"""The stretches of a divided page in which names are looked for.

Every character of the page that was kept stands in one region at most: an article's body is one
text, each other part of it another, and so is each line that belongs to no article.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsie.article import Article, Division, Warning
from newsie.text import Text


class Region(NamedTuple):
    """A stretch of a page.

    Attributes:
        text: its repaired text.
        article: position of the article it belongs to, or None.
        is_body: whether it is that article's body.
        is_head: whether it is of its headline: kicker, headline or subhead.
    """

    text: Text
    article: int | None = None
    is_body: bool = False
    is_head: bool = False


_HEADS = frozenset({"kicker", "headline", "subhead"})


def regions(division: Division) -> tuple[Region, ...]:
    """Return the regions of a page, each article's body first among its own."""
    found = [
        region for index, article in enumerate(division.articles) for region in _of_article(index, article)
    ]
    return (*found, *(Region(line) for line in division.furniture))


LONGEST_ARTICLE = 100_000
"""Characters of the longest body that is read for records; the longest speech a newspaper prints
whole has some forty thousand, and a text beyond this is a book or no text."""


def unread(division: Division) -> tuple[Warning, ...]:
    """Return a warning for each article whose body is too long to be read for records."""
    return tuple(
        Warning(
            code="too-long",
            message=f"a body of {len(article.text)} characters is no newspaper story; it is kept, not read for records",
            segments=article.body[0].segments(0, 1),
            article=index,
        )
        for index, article in enumerate(division.articles)
        if len(article.text) > LONGEST_ARTICLE
    )


def _of_article(index: int, article: Article) -> Iterator[Region]:
    text = article.text
    yield Region(text if len(text) <= LONGEST_ARTICLE else text[:0], index, is_body=True)
    for part in article.parts:
        if part.role != "body":
            yield Region(part.text, index, is_head=part.role in _HEADS)
