"""Headings between the paragraphs of an article (小标题): where each stands in its text, and what a digest is."""

from __future__ import annotations

from collections.abc import Iterator

from newsie import patterns as re
from newsie.article import Article
from newsie.text import Text

_FEWEST = 3
# 一、综合 / 二、农业: the parts of one report
_NUMBERED = re.compile("[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）")


def headings(article: Article) -> Iterator[tuple[int, Text]]:
    """Yield where the paragraph behind each heading begins in `article.text`, with the heading."""
    waiting = sorted((text for text in article.subheads if text), key=lambda text: text.origin[0])
    place = 0
    for paragraph in article.body:
        above: Text | None = None
        while waiting and paragraph and waiting[0].origin[0] < paragraph.origin[0]:
            above = waiting.pop(0)
        if above:
            yield place, above
        place += len(paragraph) + 1


def stories_of(article: Article) -> tuple[int, ...]:
    """Return where the stories of a digest begin in its text; nothing for a story with headings.

    In a digest nearly every paragraph has a heading, in a story each heading has several paragraphs;
    the parts of a report are numbered.
    """
    begins = tuple(place for place, words in headings(article) if not _NUMBERED.match(words.folded))
    return begins if len(begins) >= _FEWEST and 3 * len(begins) >= 2 * len(article.body) else ()
