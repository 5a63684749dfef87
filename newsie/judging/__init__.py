"""How sure newsie is of what it read (可信度): a chance for each record and field, and what lowers it.

In come a result and its source, out goes the result with `confidence` on every record. Only what
stands in the result counts, so that one read earlier can be judged as well. The chances are those of
pages that newsie has never met: see docs/confidence.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeVar

from newsie.judging.signals import AnyRecord, Signs, signals_of
from newsie.judging.view import View, look_at
from newsie.judging.weights import RECORD, verdict
from newsie.making import changed, made
from newsie.records import (
    Confidence,
    Extraction,
    Meeting,
    Official,
    Project,
    Statement,
    Statistic,
    Visit,
)

Judged = TypeVar("Judged", Meeting, Visit, Official, Project, Statistic, Statement)
_KINDS: dict[type[AnyRecord], str] = {
    Meeting: "meeting",
    Visit: "visit",
    Official: "official",
    Project: "project",
    Statistic: "statistic",
    Statement: "statement",
}
_MOST_REASONS = 4


def judge(result: Extraction, text: str) -> Extraction:
    """Return a result with the confidence of every record; ids are left as they are.

    `text` is the source that the result's offsets index.
    """
    view = look_at(result, text)
    return result.model_copy(
        update={
            "meetings": _gatherings(result.meetings, view),
            "visits": _gatherings(result.visits, view),
            "officials": _judged(result.officials, view),
            "projects": _judged(result.projects, view),
            "statistics": _judged(result.statistics, view),
            "statements": _judged(result.statements, view),
        }
    )


def _judged(records: Iterable[Judged], view: View) -> tuple[Judged, ...]:
    return tuple(changed(record, confidence=confidence_of(record, view)) for record in records)


Gathering = TypeVar("Gathering", Meeting, Visit)


def _gatherings(records: Iterable[Gathering], view: View) -> tuple[Gathering, ...]:
    return tuple(
        changed(
            record,
            confidence=confidence_of(record, view),
            statements=_judged(record.statements, view),
        )
        for record in records
    )


def confidence_of(record: AnyRecord, view: View) -> Confidence:
    """Return how sure newsie is of a record of a page."""
    chance, fields, reasons = _judgement(_KINDS[type(record)], signals_of(record, view))
    return made(Confidence, record=chance, fields=dict(fields), reasons=reasons)


@lru_cache(maxsize=1 << 15)
def _judgement(kind: str, signs: Signs) -> tuple[float, tuple[tuple[str, float], ...], tuple[str, ...]]:
    """Return the chances of a record and its fields, and the reasons; much on a page looks alike."""
    own = verdict(kind, RECORD, signs.rule, signs.bits)
    taken: dict[str, list[tuple[float, str]]] = {}
    for weight, reason in own.reasons:
        taken.setdefault(reason, []).append((weight, kind))
    chances = []
    for field, rule, bits in signs.fields:
        found = verdict(kind, field, rule, bits)
        chances.append((field, min(found.chance, own.chance)))
        for weight, reason in found.reasons:
            taken.setdefault(reason, []).append((weight, field))
    return own.chance, tuple(chances), (*_told(kind, taken),)[:_MOST_REASONS]


def _told(kind: str, taken: dict[str, list[tuple[float, str]]]) -> Iterator[str]:
    """Yield the reasons, the gravest first; one that holds for several fields is the record's."""
    for reason in sorted(taken, key=lambda reason: (min(taken[reason])[0], reason)):
        fields = [field for _, field in taken[reason]]
        yield f"{fields[0] if len(fields) == 1 else kind}: {reason}"
