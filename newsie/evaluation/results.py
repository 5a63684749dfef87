"""What an evaluation says, as models with a JSON form."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Literal

from newsie.base import Record
from newsie.evaluation.judgements import Judgement
from newsie.evaluation.measures import Row
from newsie.identity import text_sha256
from newsie.records import Extraction, MadeBy, Segments


class Miss(Record):
    """Something that gold and a result do not agree about (差错).

    Attributes:
        document: the name of the source.
        article: the id of gold's article.
        kind: the kind of record, `meeting` say.
        field: the field; empty for the record as such.
        record: the id of gold's record; for one that gold lacks, of the result's.
        outcome: missed by the result, invented by it, or wrong: both have it and differ.
        gold: what gold says.
        found: what the result says.
        row: the row of the table in which it counts.
        times: how many such things, where they are mentions of a name.
        segments: where it stands, as half-open offsets into the source; empty where nothing says.
    """

    document: str
    article: str
    kind: str
    field: str
    record: str
    outcome: Literal["missed", "invented", "wrong"]
    gold: str
    found: str
    row: str
    times: int = 1
    segments: Segments = ()

    @classmethod
    def of(cls, judgement: Judgement) -> Miss:
        """Return the miss that a judgement is.

        Raises:
            ValueError: the judgement is that all is right.
        """
        if judgement.outcome == "right":
            raise ValueError("what is right is no miss")
        about = judgement.about
        return cls(
            document=judgement.document,
            article=about.article,
            kind=about.kind,
            field=about.field,
            record=about.record,
            outcome=judgement.outcome,
            gold=judgement.gold,
            found=judgement.found,
            row=judgement.rows[0],
            times=judgement.times,
            segments=about.places,
        )


class Evaluation(Record):
    """How near results are to gold (评测结果).

    Attributes:
        gold: a hash of gold and of the pages: figures of different gold cannot be compared.
        made_by: what made the results; None where they were not all made by one.
        pages: how many pages.
        articles: how many articles gold has.
        rows: the figures, `overall` last.
        misses: what is not as gold has it, page by page.
    """

    gold: str
    made_by: MadeBy | None
    pages: int
    articles: int
    rows: tuple[Row, ...]
    misses: tuple[Miss, ...] = ()

    def row(self, name: str) -> Row | None:
        """Return the row of a name, None if nothing was counted in it."""
        return next((row for row in self.rows if row.name == name), None)


def gold_hash(pages: Iterable[tuple[Extraction, str]]) -> str:
    """Return a hash of gold and of the pages it is of, in their order.

    What gold says nothing of is left out: a field that a later version adds changes no hash.
    """
    parts = [
        gold.model_dump_json(exclude_defaults=True, exclude={"schema_version"}) + text_sha256(text)
        for gold, text in pages
    ]
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
