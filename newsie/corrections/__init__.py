"""A reader's corrections: a file of them is applied to every result, and never written by newsie's runs (校订).

>>> correct(Extraction(id="", source="", text_sha256=""), NO_CORRECTIONS).meetings
()
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pydantic import ValidationError

from newsie.checks import rechecked
from newsie.corrections.applying import Ground, accepted, added, changed
from newsie.corrections.finding import (
    LISTS,
    AnyRecord,
    find_by_id,
    find_record,
    kind_of,
    list_of,
    place_of,
    records_of,
)
from newsie.corrections.form import (
    NO_CORRECTIONS,
    Correction,
    Corrections,
    CorrectionsLike,
    Numbered,
    corrections_digest,
    load_corrections,
    read_correction,
)
from newsie.errors import CorrectionError
from newsie.page import must_be_result
from newsie.records import Extraction, Meeting, Statement, Visit, Warning

__all__ = [
    "NO_CORRECTIONS",
    "Correction",
    "Corrections",
    "CorrectionsLike",
    "changed",
    "correct",
    "corrections_digest",
    "find_by_id",
    "kind_of",
    "load_corrections",
    "place_of",
    "read_correction",
]


def correct(extraction: Extraction, corrections: CorrectionsLike) -> Extraction:
    """Return a result with a reader's corrections applied.

    Records that were rejected are gone (what was said at a meeting stays), the others say in `review` what the reader decided. A correction
    of this text that finds no record gives a warning `correction-lost`, one that does not fit its record
    `correction-refused`, and one that accepted other content than there is now `correction-outdated`.

    Raises:
        CorrectionError: a line of the file is no correction.
        TypeError: what is to be corrected is no result, but a `Failure`, say.
    """
    meant = load_corrections(corrections).by_text.get(must_be_result(extraction).text_sha256, ())
    if not meant:
        return extraction
    kinds = {one.correction.record for one in meant}
    known = {record.id for kind in kinds for record in records_of(extraction, kind)}
    desk = _Desk(extraction, frozenset(known & {one.correction.id or "" for one in meant}))
    for one in meant:
        desk.decide(one)
    return desk.result()


@dataclass(frozen=True, slots=True)
class _Desk:
    """A result under correction.

    Attributes:
        before: the result as newsie read it.
        taken: ids of records that corrections name; none of them is found by its place.
        decided: by id what became of a record; None for one that was rejected.
        added: records that were added.
        warnings: what could not be done.
    """

    before: Extraction
    taken: frozenset[str]
    decided: dict[str, AnyRecord | None] = field(default_factory=dict)
    added: list[AnyRecord] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)

    def decide(self, one: Numbered) -> None:
        """Take in a correction."""
        correction = one.correction
        record = find_record(self.before, correction, self.taken)
        if record is None and correction.verdict != "add":
            self._warn(one, "lost", f"there is no {correction.record} {correction.id} on this page any more")
            return
        try:
            if record is None:
                self.added.append(added(self.before, correction))
            elif correction.verdict == "reject":
                self.decided[record.id] = None
            else:
                self._review(one, record)
        except ValidationError as error:
            first = error.errors()[0]
            told = ".".join(map(str, first["loc"]))
            self._warn(one, "refused", f"{told}: {first['msg']}")
        except CorrectionError as error:
            self._warn(one, "refused", str(error))

    def _review(self, one: Numbered, record: AnyRecord) -> None:
        correction = one.correction
        current = self.decided.get(record.id) or record
        if correction.verdict != "accept":
            ground = Ground.of(self.before, getattr(record, "article", ""))
            self.decided[record.id] = changed(current, correction.values, correction.note, ground)
        elif record.id == correction.id:
            self.decided[record.id] = accepted(current, correction.note)
        else:
            told = f"the {correction.record} {correction.id} that was accepted is {record.id} now and reads otherwise"
            self._warn(one, "outdated", told)

    def _warn(self, one: Numbered, code: str, message: str) -> None:
        segments = one.correction.at.segments if one.correction.at else ()
        self.warnings.append(
            Warning(
                code=f"correction-{code}", message=f"{one.where}: {message}", article=None, segments=segments
            )
        )

    def result(self) -> Extraction:
        """Return the result with all that was decided."""
        update: dict[str, object] = {name: self._list(name) for name in LISTS}
        update["warnings"] = (*self.before.warnings, *self.warnings)
        return rechecked(self.before, self.before.model_copy(update=update))

    def _list(self, name: str) -> tuple[AnyRecord, ...]:
        """Return the records of a list of the result."""
        records: tuple[AnyRecord, ...] = getattr(self.before, name)
        if name == "statements":
            records = (*self._homeless(), *records)
        new = (record for record in self.added if list_of(record) == name)
        return (*self._kept(records), *new)

    def _homeless(self) -> Iterator[Statement]:
        """Yield what was said at meetings and on visits that were rejected."""
        homes: tuple[Meeting | Visit, ...] = (*self.before.meetings, *self.before.visits)
        for home in homes:
            if self.decided.get(home.id, home) is None:
                yield from home.statements

    def _kept(self, records: Sequence[AnyRecord]) -> Iterator[AnyRecord]:
        for record in records:
            now = self.decided.get(record.id, record)
            if isinstance(now, Meeting | Visit):
                now = now.model_copy(update={"statements": tuple(self._kept(now.statements))})
            if now is not None:
                yield now
