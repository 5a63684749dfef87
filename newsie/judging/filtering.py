"""What is left of a result when only what is sure enough counts (按可信度筛选)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TypeAlias, TypeVar

from newsie.records import (
    Check,
    Confidence,
    Extraction,
    Meeting,
    Official,
    Project,
    Statement,
    Statistic,
    Visit,
)
from newsie.values import must_be_chance

Kept = TypeVar("Kept", Meeting, Visit, Official, Project, Statistic, Statement)
Empty: TypeAlias = tuple[()] | None


def at_least(result: Extraction, chance: float) -> Extraction:
    """Return a result without the records and fields that are less sure than `chance`.

    A field that may be empty is emptied, with its evidence; a record goes if it is not sure itself or if
    a field is not that it cannot do without. What was said at a meeting or on a visit that goes stands in the
    result's own statements. What a reader has reviewed and what has no confidence stays. Ids are left as they
    are; a check stays while all its figures do.

    Raises:
        ValueError: `chance` is not between 0 and 1.
    """
    must_be_chance(chance)
    statistics = _left(result.statistics, chance)
    meetings, visits = _gatherings(result.meetings, chance), _gatherings(result.visits, chance)
    left = {home.id for home in meetings} | {home.id for home in visits}
    homes: tuple[Meeting | Visit, ...] = (*result.meetings, *result.visits)
    homeless = (statement for home in homes if home.id not in left for statement in home.statements)
    return result.model_copy(
        update={
            "meetings": meetings,
            "visits": visits,
            "officials": _left(result.officials, chance),
            "projects": _left(result.projects, chance),
            "statistics": statistics,
            "statements": _left((*homeless, *result.statements), chance),
            "checks": _holding(result.checks, {record.id for record in statistics}),
        }
    )


def _holding(checks: Iterable[Check], figures: set[str]) -> tuple[Check, ...]:
    return tuple(check for check in checks if figures.issuperset({check.whole, *check.parts} - {None}))


Gathering = TypeVar("Gathering", Meeting, Visit)


def _gatherings(records: Iterable[Gathering], chance: float) -> tuple[Gathering, ...]:
    return tuple(
        record.model_copy(update={"statements": _left(record.statements, chance)})
        for record in _left(records, chance)
    )


def _left(records: Iterable[Kept], chance: float) -> tuple[Kept, ...]:
    """Return the records that are sure enough, each without the fields that are not."""
    return tuple(kept for record in records if (kept := _cut(record, chance)) is not None)


def _cut(record: Kept, chance: float) -> Kept | None:
    """Return a record without what is not sure enough; None where nothing is left of it."""
    said = record.confidence
    if said is None or record.review is not None:
        return record
    if said.record < chance:
        return None
    doubtful = {field for field, sure in said.fields.items() if sure < chance}
    if not doubtful:
        return record
    empties = _empties(type(record))
    if not doubtful <= empties.keys():
        return None
    evidence = {name: pieces for name, pieces in record.evidence.items() if name not in doubtful}
    update: dict[str, object] = {field: empties[field] for field in doubtful}
    return record.model_copy(update={**update, "evidence": evidence, "confidence": of_rest(said, doubtful)})


def of_rest(said: Confidence, gone: Collection[str]) -> Confidence:
    """Return a confidence without what was said of fields that are gone, or that a reader has set."""
    return Confidence(
        record=said.record,
        fields={field: sure for field, sure in said.fields.items() if field not in gone},
        reasons=tuple(reason for reason in said.reasons if reason.partition(":")[0] not in gone),
    )


def _empties(
    kind: type[Meeting | Visit | Official | Project | Statistic | Statement],
) -> Mapping[str, Empty]:
    """Return the fields that may be empty, each with what it is then."""
    return {
        name: field.default
        for name, field in kind.model_fields.items()
        if field.default is None or field.default == ()
    }
