"""What gold and a result say of one thing, and whether that agrees (评判).

>>> sheet = Sheet("page.txt")
>>> sheet.scalar(("place",), "市会议中心", None, str.__eq__, About("meeting", "place", "a1", "meeting-1"))
>>> [(one.outcome, one.gold, one.found) for one in sheet.judgements]
[('missed', '市会议中心', '')]
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from newsie.evaluation.likeness import Same
from newsie.records import DateInterval, Milestone, Post, Quantity, Segments, plain

Outcome: TypeAlias = Literal["right", "missed", "invented", "wrong"]
"""What is wrong is missed and invented at once."""

Rows: TypeAlias = tuple[str, ...]


class About(NamedTuple):
    """What a judgement is about.

    Attributes:
        kind: the kind of record, `meeting` say.
        field: the field; empty for the record as such.
        article: the id of gold's article; for an article that gold lacks, of the result's.
        record: the id of gold's record; for a record that gold lacks, of the result's.
        places: where that was read, as half-open offsets into the source; empty where nothing says.
    """

    kind: str
    field: str
    article: str
    record: str
    places: Segments = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """One thing compared.

    Attributes:
        document: the name of the source.
        rows: the rows of the table in which it counts.
        about: what it is.
        outcome: whether gold and the result agree.
        gold: what gold says, as it is shown; empty for nothing.
        found: what the result says.
        times: how many things of the kind.
    """

    document: str
    rows: Rows
    about: About
    outcome: Outcome
    gold: str = ""
    found: str = ""
    times: int = 1

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many are right, invented and missed."""
        wrong = self.outcome == "wrong"
        invented, missed = wrong or self.outcome == "invented", wrong or self.outcome == "missed"
        return self.times * (self.outcome == "right"), self.times * invented, self.times * missed


@dataclass(slots=True)
class Sheet:
    """The judgements of one page, as they are made.

    Attributes:
        document: the name of the source.
        judgements: what was judged so far.
    """

    document: str
    judgements: list[Judgement] = field(default_factory=list)

    def count(  # noqa: PLR0913 - a line of the sheet has as many columns
        self,
        rows: Rows,
        outcome: Outcome,
        about: About,
        *,
        gold: object = None,
        found: object = None,
        times: int = 1,
    ) -> None:
        """Note one judgement; nothing if it counts for no thing."""
        if times:
            self.judgements.append(
                Judgement(self.document, rows, about, outcome, shown(gold), shown(found), times)
            )

    def whole(self, row: str, right: bool, about: About, gold: object, found: object) -> None:  # noqa: FBT001
        """Note something that both sides have and that is right or wrong as a whole."""
        self.count((row,), "right" if right else "wrong", about, gold=gold, found=found)

    def scalar(self, rows: Rows, gold: object, found: object, same: Same, about: About) -> None:
        """Compare a field of one value; nothing is noted where both are empty."""
        wanted, got = gold not in (None, ""), found not in (None, "")
        if not wanted and not got:
            return
        if wanted and got:
            outcome: Outcome = "right" if same(gold, found) else "wrong"
        else:
            outcome = "missed" if wanted else "invented"
        self.count(rows, outcome, about, gold=gold, found=found)

    def listing(
        self, rows: Rows, gold: Iterable[object], found: Iterable[object], same: Same, about: About
    ) -> None:
        """Compare a field of several values, each with the first of the other side that is the same."""
        left = list(found)
        for value in gold:
            hit = next((other for other in left if same(value, other)), None)
            if hit is None:
                self.count(rows, "missed", about, gold=value)
            else:
                left.remove(hit)
                self.count(rows, "right", about, gold=value, found=hit)
        for other in left:
            self.count(rows, "invented", about, found=other)


def shown(value: object) -> str:
    """Return a value as a reader sees it.

    >>> shown(Post(organization="区党工委", title="书记"))
    '区党工委 书记'
    """
    if value is None:
        return ""
    if isinstance(value, DateInterval):
        return f"{value.text} ({value.start or ''}/{value.end or ''})"
    if isinstance(value, Quantity):
        most = f"–{plain(value.value_max)}" if value.value_max is not None else ""
        hedge = "" if value.qualifier == "exact" else f" ({value.qualifier})"
        return f"{plain(value.value)}{most} {value.unit}{hedge}"
    if isinstance(value, Post):
        return f"{value.organization or ''} {value.title}".strip()
    if isinstance(value, Milestone):
        return value.text
    if isinstance(value, tuple):
        return "、".join(map(shown, value))
    return str(value)
