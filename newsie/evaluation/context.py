"""What the judges of one page share: the sheet, gold's articles, and where things stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from newsie.evaluation.judgements import About, Sheet
from newsie.records import Evidence, Extraction, Segments

DOUBTFUL = "doubtful"
"""The code of a warning in gold about a record that two careful readers could disagree about."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What is needed to compare the records of one page.

    Attributes:
        sheet: where judgements are noted.
        homes: the id of gold's article for each article of the result that has one.
        doubtful: ids of gold's records that count neither for nor against.
    """

    sheet: Sheet
    homes: dict[str, str]
    doubtful: Collection[str]

    def home(self, article: str) -> str:
        """Return the id of gold's article for one of the result, or its own if there is none."""
        return self.homes.get(article, article)


def doubtful(gold: Extraction) -> frozenset[str]:
    """Return the ids of records that gold's warnings call doubtful: `meeting-1: two readings`."""
    return frozenset(
        warning.message.partition(":")[0] for warning in gold.warnings if warning.code == DOUBTFUL
    )


def places(*sides: Evidence | None, fields: Iterable[str] = ()) -> Segments:
    """Return where a field was read, by the first side that says; of no field in particular, the record."""
    wanted = tuple(fields)
    for evidence in sides:
        names = [name for name in wanted if name in (evidence or {})] if wanted else list(evidence or {})
        found = [segment for name in names for piece in (evidence or {})[name] for segment in piece.segments]
        if found:
            return tuple(found)
    return ()


def on_field(about: About, field: str, *sides: Evidence | None) -> About:
    """Return what is said about one field of a record."""
    return about._replace(field=field, places=places(*sides, fields=(field,)) or about.places)
