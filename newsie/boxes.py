"""Where records stand on paper: boxes for the evidence of a source that was printed (PDF)."""

from __future__ import annotations

from typing import TypeVar

from newsie.layout import Layout
from newsie.records import (
    ArticlePart,
    CustomRecord,
    Evidence,
    Extraction,
    Meeting,
    Official,
    Project,
    Statement,
    Statistic,
    Visit,
)

Grounded = TypeVar("Grounded", Meeting, Visit, Official, Project, Statistic, Statement, CustomRecord)


def with_boxes(extraction: Extraction, layout: Layout) -> Extraction:
    """Return a result whose evidence and article parts have their boxes on paper.

    Ids stay as they are. `layout` is that of the text which the offsets index.
    """
    articles = tuple(
        article.model_copy(update={"segments": tuple(_part(part, layout) for part in article.segments)})
        for article in extraction.articles
    )
    return extraction.model_copy(
        update={
            "articles": articles,
            "meetings": tuple(_grounded(record, layout) for record in extraction.meetings),
            "visits": tuple(_grounded(record, layout) for record in extraction.visits),
            "officials": tuple(_grounded(record, layout) for record in extraction.officials),
            "projects": tuple(_grounded(record, layout) for record in extraction.projects),
            "statistics": tuple(_grounded(record, layout) for record in extraction.statistics),
            "statements": tuple(_grounded(record, layout) for record in extraction.statements),
            "custom": tuple(_grounded(record, layout) for record in extraction.custom),
        }
    )


def _part(part: ArticlePart, layout: Layout) -> ArticlePart:
    return part.model_copy(update={"boxes": layout.boxes(((part.start, part.end),))})


def _grounded(record: Grounded, layout: Layout) -> Grounded:
    update: dict[str, object] = {"evidence": _evidence(record.evidence, layout)}
    if isinstance(record, Meeting | Visit):
        update["statements"] = tuple(_grounded(statement, layout) for statement in record.statements)
    return record.model_copy(update=update)


def _evidence(evidence: Evidence, layout: Layout) -> Evidence:
    return {
        name: tuple(piece.model_copy(update={"boxes": layout.boxes(piece.segments)}) for piece in pieces)
        for name, pieces in evidence.items()
    }
