"""A page as far as its records are judged by it: where names, sentences, paragraphs and damage are."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from newsie import patterns as re
from newsie.judging.reasons import BITS
from newsie.records import Extraction, Project, Statistic

_STOP = re.compile(r"[。！？；\n][。！？；\n]?")
_TOLD_APART = frozenset({"no-headline", "open-end"})
_DAMAGE = re.compile("\ufffd|[\ue000-\uf8ff]")
_HEADLESS, _DOUBTFUL, _PICTURE = (BITS[name] for name in ("headless", "doubtful", "picture"))
_OPEN, _LOOSE, _ONLY = BITS["open"], BITS["loose"], BITS["only"]
_SHORTEST = 20
"""What is shorter is no story beside another: 查看原文."""
_LOOSELY = 6
"""A page is loose if one in so many of its articles lacks a headline or an end."""


@dataclass(frozen=True, slots=True)
class View:
    """A page as far as its records are judged by it; offsets are into the source.

    Attributes:
        text: the source.
        votes: for each label what named the mention that begins at an offset.
        stops: where sentences end, sorted.
        bounds: where sentences begin, one more for the end of the text.
        paragraphs: where paragraphs of bodies begin, sorted.
        headings: the parts of articles that are no body: start, end.
        articles: the signals that all records of an article share, by its id.
        crowds: how many figures stand in each sentence.
        works: the sentences in which works are named.
        rivals: where bodies, places and works are named, sorted.
        damage: where the text is damaged, sorted.
        inferred: whether the day of the page was inferred.
    """

    text: str
    votes: Mapping[str, Mapping[int, tuple[str, ...]]]
    stops: tuple[int, ...]
    bounds: tuple[int, ...]
    paragraphs: tuple[int, ...]
    headings: tuple[tuple[int, int], ...]
    articles: Mapping[str, int]
    crowds: Mapping[int, int]
    works: frozenset[int]
    rivals: tuple[int, ...]
    damage: tuple[int, ...]
    inferred: bool


def look_at(result: Extraction, text: str) -> View:
    """Return the view of a page from its result and its source."""
    votes: dict[str, dict[int, tuple[str, ...]]] = {"PERSON": {}, "ORG": {}, "PLACE": {}, "TITLE": {}}
    for mention in result.mentions:
        if mention.segments:
            votes[mention.label][mention.segments[0][0]] = mention.by
    parts = [part for article in result.articles for part in article.segments]
    stops = tuple(match.end() for match in _STOP.finditer(text))
    works = [*_starts(result.projects, "name")]
    figures = _starts(result.statistics, "quantity")
    return View(
        text=text,
        votes=votes,
        stops=stops,
        bounds=(-1, *stops, sys.maxsize),
        paragraphs=tuple(sorted(part.start for part in parts if part.role == "body")),
        headings=tuple(sorted((part.start, part.end) for part in parts if part.role in _HEADINGS)),
        articles=_of_articles(result),
        crowds=Counter(bisect_right(stops, place) for place in figures),
        works=frozenset(bisect_right(stops, place) for place in works),
        rivals=tuple(sorted({*votes["ORG"], *votes["PLACE"], *works})),
        damage=tuple(match.start() for match in _DAMAGE.finditer(text)),
        inferred=result.published_from == "inferred",
    )


def _of_articles(result: Extraction) -> dict[str, int]:
    """Return the signals that all records of an article share, by its id."""
    doubtful = {warning.article for warning in result.warnings if warning.code not in _TOLD_APART}
    opened = {warning.article for warning in result.warnings if warning.code == "open-end"}
    loose = sum(article.headline is None or article.id in opened for article in result.articles)
    told = sum(sum(map(len, article.body)) >= _SHORTEST for article in result.articles)
    only = told <= 1
    page = _ONLY * only | _LOOSE * (not only and loose > 0 and loose * _LOOSELY >= len(result.articles))
    return {
        article.id: page
        | _HEADLESS * (article.headline is None)
        | _DOUBTFUL * (article.id in doubtful)
        | _OPEN * (article.id in opened)
        | _PICTURE * (article.kind != "news")
        for article in result.articles
    }


def _starts(records: Iterable[Project | Statistic], field: str) -> Iterator[int]:
    """Yield where the words of a field begin."""
    for record in records:
        for piece in record.evidence.get(field, ()):
            if piece.segments:
                yield piece.segments[0][0]


_HEADINGS = frozenset({"headline", "kicker", "subhead"})
