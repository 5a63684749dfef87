"""Which record of gold each record of a result is, for those who judge records one by one.

>>> page = Extraction(id="d", source="page.txt", text_sha256="")
>>> list(partners(page, page))
[]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from newsie.evaluation.articles import pair_articles
from newsie.evaluation.context import Bench, doubtful
from newsie.evaluation.judgements import Sheet
from newsie.evaluation.kinds import MEETINGS, PROJECTS, STATISTICS, VISITS, pair_kind
from newsie.evaluation.officials import pair_officials
from newsie.evaluation.pairing import Pairs
from newsie.evaluation.statements import pair_statements
from newsie.records import Extraction, Meeting, Official, Project, Statement, Statistic, Visit

AnyRecord: TypeAlias = Meeting | Visit | Official | Project | Statistic | Statement


def partners(gold: Extraction, found: Extraction) -> Iterator[tuple[AnyRecord | None, AnyRecord]]:
    """Yield each record of a result with gold's record that it is, None where gold has none.

    Those whose partner is doubtful are left out: they are neither right nor wrong.
    """
    homes = {got.id: wanted.id for wanted, got in pair_articles(gold, found).both}
    unsure = doubtful(gold)
    placed: tuple[
        Pairs[Meeting] | Pairs[Visit] | Pairs[Project] | Pairs[Statistic] | Pairs[Official], ...
    ] = (
        pair_kind(MEETINGS, homes, gold.meetings, found.meetings),
        pair_kind(VISITS, homes, gold.visits, found.visits),
        pair_kind(PROJECTS, homes, gold.projects, found.projects),
        pair_kind(STATISTICS, homes, gold.statistics, found.statistics),
        pair_officials(gold, found),
    )
    for pairs in placed:
        yield from ((wanted, got) for wanted, got in pairs.both if wanted.id not in unsure)
        yield from ((None, got) for got in pairs.found)
    spoken = pair_statements(Bench(Sheet(gold.source), homes, unsure), gold, found)
    yield from ((one.statement, two.statement) for one, two in spoken.both if not one.doubtful)
    yield from ((None, one.statement) for one in spoken.found)
