"""What changed from one version to the next, record by record (对比).

>>> old, new = (Evaluation(gold="g", made_by=None, pages=1, articles=1, rows=()) for _ in range(2))
>>> compare(old, new).changes
()
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal, TypeAlias

from newsie.base import Record
from newsie.errors import SourceError
from newsie.evaluation.results import Evaluation, Miss

What: TypeAlias = Literal["gained", "lost", "changed"]
_Key: TypeAlias = tuple[str, ...]


class Moved(Record):
    """A figure of two versions."""

    name: str
    before: float | None
    after: float | None

    @property
    def by(self) -> float:
        """How far it moved; nothing counts as 0."""
        return (self.after or 0.0) - (self.before or 0.0)


class Change(Record):
    """Something that one version has as gold has it and the other has not, or both have wrong in two ways.

    Attributes:
        what: it became right, it was right, or it is still not right and other than it was.
        miss: the disagreement with gold: the old version's where it was gained, else the new one's.
        before: what the old version said; of what was right, what gold says.
    """

    what: What
    miss: Miss
    before: str


class Comparison(Record):
    """Two versions' results of the same pages against the same gold."""

    rows: tuple[Moved, ...]
    changes: tuple[Change, ...]


def compare(old: Evaluation, new: Evaluation) -> Comparison:
    """Return what changed from an evaluation to another.

    Of a record that was gained or lost as a whole its fields are not told one by one.

    Raises:
        SourceError: they are of different gold or of different pages.
    """
    if old.gold != new.gold:
        raise SourceError("the two evaluations are of different gold or pages: nothing can be compared")
    before, after = _by_key(old.misses), _by_key(new.misses)
    changes = [
        *(_gained(before[key]) for key in before if key not in after),
        *(_lost(after[key]) for key in after if key not in before),
        *(
            Change(what="changed", miss=miss, before=before[key].found)
            for key, miss in after.items()
            if key in before and _says(before[key]) != _says(miss)
        ),
    ]
    return Comparison(rows=_moved(old, new), changes=tuple(_without_fields(changes)))


def _moved(old: Evaluation, new: Evaluation) -> tuple[Moved, ...]:
    before = {row.name: row.f1 for row in old.rows}
    after = {row.name: row.f1 for row in new.rows}
    return tuple(
        Moved(name=name, before=before.get(name), after=after.get(name)) for name in {**after, **before}
    )


def _gained(miss: Miss) -> Change:
    return Change(what="gained", miss=miss, before=miss.found)


def _lost(miss: Miss) -> Change:
    return Change(what="lost", miss=miss, before=miss.gold)


def _by_key(misses: Iterable[Miss]) -> dict[_Key, Miss]:
    """Return misses by what they are about; of equals the later ones have their number."""
    seen: Counter[_Key] = Counter()
    found: dict[_Key, Miss] = {}
    for miss in misses:
        key = _key(miss)
        seen[key] += 1
        found[(*key, str(seen[key]))] = miss
    return found


def _key(miss: Miss) -> _Key:
    """Return what a miss is about: gold's record and value, or the value that was invented for it."""
    value = miss.found if miss.outcome == "invented" else miss.gold
    # an invented record is known by what it says: its id depends on all its fields
    record = miss.article if miss.outcome == "invented" else miss.record
    return miss.document, record, miss.kind, miss.field, miss.row, value


def _says(miss: Miss) -> tuple[str, str, int]:
    return miss.outcome, miss.found, miss.times


def _without_fields(changes: Iterable[Change]) -> list[Change]:
    """Leave out the fields of records that were gained or lost as a whole."""
    held = list(changes)
    whole = {
        (change.what, change.miss.document, change.miss.record) for change in held if not change.miss.field
    }
    return [
        change
        for change in held
        if not change.miss.field or (change.what, change.miss.document, change.miss.record) not in whole
    ]
