"""A result over its repaired text: the articles in reading order, without line breaks, noise and furniture.

A notebook shows that text, for it reads better than the page; a report shows it where the page itself is
not at hand. Offsets of all records are turned to it: exactly where the page is at hand, by looking for the
words of the evidence in their article where it is not.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol, TypeVar

from newsie.records import (
    Article,
    ArticlePart,
    CustomRecord,
    Extraction,
    Meeting,
    Official,
    Piece,
    Project,
    Segments,
    Statement,
    Statistic,
    Visit,
    Warning,
)
from newsie.views.payload import Document

Grounded = TypeVar("Grounded", Meeting, Visit, Official, Project, Statistic, Statement, CustomRecord)
_AHEAD = 64
"""How much noise may stand on the page between two characters of a paragraph."""


class _Places(Protocol):
    """What turns places on the page to places in the repaired text."""

    def of(self, segments: Segments, words: str, articles: Sequence[str]) -> Segments: ...


def repaired(extraction: Extraction) -> Document:
    """Return a result over its repaired text, which is the document's text.

    >>> from newsie.records import Extraction
    >>> article = Article(id="a", headline="区里召开 推进会", kicker=None, kind="news", body=("一段", "二段"))
    >>> repaired(Extraction(id="d", source="", text_sha256="", articles=(article,))).text
    '区里召开 推进会\\n一段\\n二段\\n'
    """
    lines: list[str] = []
    articles: list[Article] = []
    at = 0
    for article in extraction.articles:
        parts: list[ArticlePart] = []
        for role, string in _strings(article):
            parts.append(ArticlePart(role=role, start=at, end=at + len(string)))
            lines.append(string)
            at += len(string) + 1
        articles.append(article.model_copy(update={"segments": tuple(parts)}))
    text = "".join(f"{line}\n" for line in lines)
    places: _Places = (
        _Sought(extraction.articles, articles, text)
        if extraction.text is None
        else _Aligned(extraction.articles, articles, text, extraction.text)
    )
    return Document(_turned(extraction, articles, places), text)


def _strings(article: Article) -> Iterator[tuple[str, str]]:
    """Yield the parts of an article, each with its role, one line each."""
    for role, strings in (
        ("kicker", (article.kicker,)),
        ("headline", (article.headline,)),
        ("subhead", article.subheads),
        ("body", article.body),
        ("caption", article.captions),
    ):
        for string in strings:
            if string:
                yield role, string.replace("\n", " ")


def _turned(extraction: Extraction, articles: Iterable[Article], places: _Places) -> Extraction:
    return extraction.model_copy(
        update={
            "articles": tuple(articles),
            "meetings": tuple(_record(one, places) for one in extraction.meetings),
            "visits": tuple(_record(one, places) for one in extraction.visits),
            "officials": tuple(_record(one, places) for one in extraction.officials),
            "projects": tuple(_record(one, places) for one in extraction.projects),
            "statistics": tuple(_record(one, places) for one in extraction.statistics),
            "statements": tuple(_record(one, places) for one in extraction.statements),
            "custom": tuple(_record(one, places) for one in extraction.custom),
            "mentions": tuple(
                one.model_copy(update={"segments": places.of(one.segments, one.text, _ids(one.article))})
                for one in extraction.mentions
            ),
            "warnings": tuple(_warning(one, places) for one in extraction.warnings),
        }
    )


def _ids(article: str | None) -> tuple[str, ...]:
    return () if article is None else (article,)


def _record(record: Grounded, places: _Places) -> Grounded:
    articles = record.articles if isinstance(record, Official) else (record.article,)
    evidence = {
        name: tuple(_piece(piece, places, articles) for piece in pieces)
        for name, pieces in record.evidence.items()
    }
    update: dict[str, object] = {"evidence": evidence}
    if isinstance(record, Meeting | Visit):
        update["statements"] = tuple(_record(statement, places) for statement in record.statements)
    return record.model_copy(update=update)


def _piece(piece: Piece, places: _Places, articles: Sequence[str]) -> Piece:
    return piece.model_copy(update={"segments": places.of(piece.segments, piece.text, articles)})


def _warning(warning: Warning, places: _Places) -> Warning:
    return warning.model_copy(update={"segments": places.of(warning.segments, "", _ids(warning.article))})


class _Aligned:
    """Places by the page: each character of the repaired text has its place there."""

    def __init__(self, given: Sequence[Article], made: Sequence[Article], text: str, source: str) -> None:
        self._at = array("l", [-1]) * len(source)
        for before, after in zip(given, made, strict=True):
            for role in dict.fromkeys(part.role for part in after.segments):
                offsets = [
                    offset
                    for part in before.segments
                    if part.role == role
                    for offset in range(part.start, min(part.end, len(source)))
                ]
                wanted = [part for part in after.segments if part.role == role]
                self._align(offsets, wanted, text, source)

    def _align(self, offsets: Sequence[int], wanted: Iterable[ArticlePart], text: str, source: str) -> None:
        """Give each character of some lines the next like it on the page."""
        done = 0
        for part in wanted:
            for index in range(part.start, part.end):
                if text[index].isspace():
                    continue
                for ahead in range(done, min(done + _AHEAD, len(offsets))):
                    if source[offsets[ahead]] == text[index]:
                        self._at[offsets[ahead]] = index
                        done = ahead + 1
                        break

    def of(self, segments: Segments, words: str, articles: Sequence[str]) -> Segments:
        """Return the places of segments, as many as stand apart there."""
        del words, articles
        found = [
            place
            for start, end in segments
            for place in _ranges((at for at in self._at[start:end] if at >= 0), gap=1)
        ]
        return _joined(found)


def _ranges(offsets: Iterable[int], gap: int) -> Segments:
    """Return ranges of offsets that follow each other, but for a few characters that were not found."""
    return _joined(((offset, offset + 1) for offset in offsets), gap)


def _joined(ranges: Iterable[tuple[int, int]], gap: int = 0) -> Segments:
    """Return ranges with those joined that follow each other with no more than a gap between."""
    joined: list[list[int]] = []
    for start, end in ranges:
        if joined and joined[-1][1] <= start <= joined[-1][1] + gap:
            joined[-1][1] = end
        else:
            joined.append([start, end])
    return tuple((start, end) for start, end in joined)


@dataclass(frozen=True, slots=True)
class _Body:
    """Where the body of an article stands: on the page, and in the repaired text."""

    ranges: Segments
    before: tuple[int, ...]
    start: int
    end: int

    def about(self, offset: int) -> float:
        """Return about where an offset of the page is in the repaired text."""
        index = max(0, bisect_right(self.ranges, (offset, offset + 1)) - 1) if self.ranges else 0
        if not self.ranges:
            return self.start
        passed = self.before[index] + max(0, offset - self.ranges[index][0])
        return self.start + passed * (self.end - self.start) / max(1, self.before[-1])


class _Sought:
    """Places by words: of the places where they stand in the article, the one nearest to where it should be."""

    def __init__(self, given: Sequence[Article], made: Sequence[Article], text: str) -> None:
        self._text = text
        self._bodies = {before.id: _body(before, after) for before, after in zip(given, made, strict=True)}

    def of(self, segments: Segments, words: str, articles: Sequence[str]) -> Segments:
        """Return where the words stand."""
        if not segments or not words:
            return ()
        best: tuple[float, int] | None = None
        for article in articles:
            body = self._bodies.get(article)
            if body is None:
                continue
            wanted = body.about(segments[0][0])
            for start in _finds(self._text, words, body.start, body.end):
                best = min(best or (abs(start - wanted), start), (abs(start - wanted), start))
        return () if best is None else ((best[1], best[1] + len(words)),)


def _body(given: Article, made: Article) -> _Body:
    ranges = tuple(sorted((part.start, part.end) for part in given.segments if part.role == "body"))
    lengths = (end - start for start, end in ranges)
    start = min((part.start for part in made.segments), default=0)
    end = max((part.end for part in made.segments), default=0)
    bodies = [part.start for part in made.segments if part.role == "body"]
    return _Body(ranges, tuple(accumulate(lengths, initial=0)), min(bodies, default=start), end)


def _finds(text: str, words: str, start: int, end: int) -> Iterator[int]:
    at = text.find(words, start, end)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words), end)
