"""Ids made of content: the same page gives the same ids in every run and on every machine."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from newsie.making import changed
from newsie.records import CustomRecord, Extraction, Meeting, Official, Project, Statement, Statistic, Visit
from newsie.values import text_sha256

__all__ = ["AnyRecord", "content_id", "document_key", "text_sha256", "with_ids"]

AnyRecord = TypeVar("AnyRecord", Meeting, Visit, Official, Project, Statistic, Statement, CustomRecord)
_DIGITS = 16
_NOT_CONTENT = {"id", "confidence", "review"}
"""What is thought of a record is not part of it: ids hold when that changes."""


def content_id(kind: str, *content: str) -> str:
    """Return an id for a thing of some kind with this content.

    >>> content_id("article", "a", "b") == content_id("article", "a", "b")
    True
    """
    return f"{kind}-{text_sha256(chr(0x1F).join(content))[:_DIGITS]}"


def document_key(extraction: Extraction, work: str = "") -> str:
    """Return the name of a result: of one text, published on one day in one newspaper.

    `work` tells apart what was made of the same text in other than the usual way: by another pipeline,
    with rules or corrections, or kept from some confidence on.
    """
    known = (extraction.published or "", extraction.published_from or "", extraction.outlet or "")
    return content_id("document", extraction.text_sha256, *known, *([work] if work else []))


def with_ids(records: Iterable[AnyRecord]) -> tuple[AnyRecord, ...]:
    """Return records with ids; of equals, the later ones have their number in the id."""
    seen: dict[str, int] = {}
    return tuple(_with_id(record, seen) for record in records)


def _with_id(record: AnyRecord, seen: dict[str, int]) -> AnyRecord:
    content = record.__pydantic_serializer__.to_json(record, exclude=_NOT_CONTENT).decode()
    count = seen[content] = seen.get(content, 0) + 1
    number = (str(count),) if count > 1 else ()
    kind = record.type if isinstance(record, CustomRecord) else type(record).__name__.lower()
    name = content_id(kind, content, *number)
    return changed(record, id=name)
