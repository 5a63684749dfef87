"""Where the stories of a digest begin, each under a heading of its own (快讯, 简讯)."""

from __future__ import annotations

from newsie.article import Article

_FEWEST = 3


def stories_of(article: Article) -> tuple[int, ...]:
    """Return where the paragraphs of a digest begin in the article's text; nothing for a story with subheads.

    In a digest nearly every paragraph has a heading, in a story each heading has several paragraphs.
    """
    begins: list[int] = []
    place = paragraphs = 0
    headed = False
    for part in article.parts:
        if part.role == "subhead":
            headed = True
        elif part.role == "body" and paragraphs < len(article.body):
            if headed:
                begins.append(place)
            headed = False
            place += len(article.body[paragraphs]) + 1
            paragraphs += 1
    return tuple(begins) if len(begins) >= _FEWEST and 3 * len(begins) >= 2 * paragraphs else ()
