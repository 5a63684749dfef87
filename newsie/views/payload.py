"""A result as the report's script takes it: plain lists and short names, offsets in UTF-16.

A browser counts a character beyond the basic plane (𠮷) as two, Python as one.

>>> utf16_offsets("𠮷a")(2)
3
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeAlias

from newsie.records import Article, DateInterval, Extraction, Segments
from newsie.views.entries import Entry, Value, entries

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Offset: TypeAlias = Callable[[int], int]

_WIDE = 0xFFFF


@dataclass(frozen=True, slots=True)
class Document:
    """A page to be shown.

    Attributes:
        extraction: what was read from it.
        text: the text that its offsets index.
    """

    extraction: Extraction
    text: str


def utf16_offsets(text: str) -> Offset:
    """Return what turns an offset in code points into one in UTF-16 code units."""
    if not text or max(text) <= "\uffff":
        return lambda offset: offset
    widths = (2 if ord(character) > _WIDE else 1 for character in text)
    return array("L", accumulate(widths, initial=0)).__getitem__


def payload(document: Document) -> dict[str, Json]:
    """Return a document for the script; empty values are left out."""
    extraction, text = document.extraction, document.text
    at = utf16_offsets(text)
    found = entries(extraction)
    named = _Names(extraction)
    return _kept(
        {
            "name": extraction.source,
            "outlet": extraction.outlet,
            "day": extraction.published,
            "from": extraction.published_from,
            "text": text,
            "pages": _pages(extraction, text, at),
            "articles": [_article(article, at) for article in extraction.articles],
            "entries": [_entry(entry, named, at) for entry in found],
        }
    )


def _kept(fields: dict[str, Json]) -> dict[str, Json]:
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}


def _pages(extraction: Extraction, text: str, at: Offset) -> list[Json]:
    """Return where each printed page begins, for a source of more than one: a form feed stands before it."""
    first: dict[int, int] = {}
    for article in extraction.articles:
        for part in article.segments:
            for box in part.boxes[:1]:
                first[box.page] = min(first.get(box.page, part.start), part.start)
    if len(first) < 2:
        return []
    return [[at(max(0, text.rfind("\f", 0, start))), page] for page, start in sorted(first.items())]


def _article(article: Article, at: Offset) -> dict[str, Json]:
    makers = dict.fromkeys((*article.reporters, *article.correspondents, *article.photographers))
    return _kept(
        {
            "head": article.headline,
            "kicker": article.kicker,
            "by": "、".join(makers),
            "kind": article.kind,
            "lead": (article.body or article.captions or ("",))[0][:60],
            "parts": [[part.role, at(part.start), at(part.end)] for part in article.segments],
        }
    )


class _Names:
    """Which persons and organizations stand at a place."""

    def __init__(self, extraction: Extraction) -> None:
        spans = [
            (start, end, mention.label, mention.text)
            for mention in extraction.mentions
            if mention.label in {"PERSON", "ORG"}
            for start, end in mention.segments
        ]
        self._spans = sorted(spans)
        self._starts = [span[0] for span in self._spans]

    def inside(self, label: str, segments: Iterable[tuple[int, int]]) -> list[str]:
        """Return the names of a label that stand inside some segments."""
        found = {
            text: None
            for start, end in segments
            for _, last, kind, text in self._spans[
                bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)
            ]
            if kind == label and last <= end
        }
        return list(found)


def _entry(entry: Entry, named: _Names, at: Offset) -> dict[str, Json]:
    places = [segment for field in entry.fields for value in field.values for segment in value.segments]
    people = dict.fromkeys((*entry.people, *named.inside("PERSON", places)))
    bodies = dict.fromkeys((*entry.bodies, *named.inside("ORG", places)))
    review = entry.review
    return _kept(
        {
            "kind": entry.kind,
            "id": entry.id,
            "title": entry.title,
            "brief": entry.brief,
            "figure": entry.figure,
            "tags": list(entry.tags),
            "fields": [[field.name, [_value(value, at) for value in field.values]] for field in entry.fields],
            "articles": list(entry.articles),
            "up": entry.parent,
            "people": list(people),
            "bodies": list(bodies),
            "days": [_days(days) for days in entry.days if days.start or days.end],
            "sure": None if entry.confidence is None else round(entry.confidence, 3),
            "reasons": list(entry.reasons),
            "review": None if review is None else [review.verdict, review.note or ""],
        }
    )


def _days(interval: DateInterval) -> list[Json]:
    """Return both ends; 近日 is near the end that is known, not all the time before it."""
    known = interval.start or interval.end
    if interval.precision == "vague":
        return [known, known]
    return [interval.start, interval.end]


def _value(value: Value, at: Offset) -> list[Json]:
    """Return words, note, code, segments and rule, without what is empty at the end."""
    row: list[Json] = [value.words, value.note, value.code, _segments(value.segments, at), value.rule]
    while row and not row[-1]:
        row.pop()
    return row


def _segments(segments: Segments, at: Offset) -> list[Json]:
    return [[at(start), at(end)] for start, end in segments]
