"""How good results are: against gold, row by row, and from one version to the next (评测).

>>> from newsie.records import Extraction
>>> page = Extraction(id="d", source="page.txt", text_sha256="")
>>> evaluate([Graded(page, page, "")]).rows
()
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newsie.evaluation.articles import judge_articles, judge_persons
from newsie.evaluation.context import Bench, doubtful
from newsie.evaluation.evidence import judge_evidence
from newsie.evaluation.judgements import Judgement, Sheet
from newsie.evaluation.kinds import judge_kinds
from newsie.evaluation.measures import rows
from newsie.evaluation.officials import judge_officials
from newsie.evaluation.results import Evaluation, Miss, gold_hash
from newsie.evaluation.statements import judge_statements
from newsie.records import Extraction

__all__ = ["Evaluation", "Graded", "Miss", "evaluate", "judge"]


@dataclass(frozen=True, slots=True)
class Graded:
    """A page with what should be found and what was.

    Attributes:
        gold: what a careful reader found.
        found: what newsie found.
        text: the page, which offsets of both index.
    """

    gold: Extraction
    found: Extraction
    text: str


def evaluate(pages: Iterable[Graded]) -> Evaluation:
    """Return how near the results of pages are to gold."""
    known = tuple(pages)
    judgements = [judgement for page in known for judgement in judge(page)]
    makers = {page.found.made_by for page in known}
    return Evaluation(
        gold=gold_hash((page.gold, page.text) for page in known),
        made_by=next(iter(makers)) if len(makers) == 1 else None,
        pages=len(known),
        articles=sum(len(page.gold.articles) for page in known),
        rows=rows(judgements),
        misses=tuple(Miss.of(judgement) for judgement in judgements if judgement.outcome != "right"),
    )


def judge(page: Graded) -> tuple[Judgement, ...]:
    """Return everything that gold and a result say of one page, compared."""
    sheet = Sheet(page.gold.source)
    homes = judge_articles(sheet, page.gold, page.found)
    bench = Bench(sheet, homes, doubtful(page.gold))
    judge_kinds(bench, page.gold, page.found)
    judge_statements(bench, page.gold, page.found)
    judge_officials(bench, page.gold, page.found)
    judge_evidence(bench, page.found, page.text)
    judge_persons(sheet, page.gold, page.found, homes)
    return tuple(sheet.judgements)
