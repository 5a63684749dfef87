"""Ids made of content: the same page gives the same ids in every run and on every machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

from newsie.making import changed
from newsie.records import CustomRecord, Meeting, Official, Project, Statement, Statistic, Visit
from newsie.values import text_sha256

__all__ = ["AnyRecord", "content_id", "text_sha256", "with_ids"]

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


def with_ids(records: Iterable[AnyRecord]) -> tuple[AnyRecord, ...]:
    """Return records with ids; of equals, the later ones have their number in the id."""
    seen: Counter[str] = Counter()
    return tuple(_with_id(record, seen) for record in records)


def _with_id(record: AnyRecord, seen: Counter[str]) -> AnyRecord:
    content = record.__pydantic_serializer__.to_json(record, exclude=_NOT_CONTENT).decode()
    seen[content] += 1
    number = (str(seen[content]),) if seen[content] > 1 else ()
    kind = record.type if isinstance(record, CustomRecord) else type(record).__name__.lower()
    name = content_id(kind, content, *number)
    return changed(record, id=name)
