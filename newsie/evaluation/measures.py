"""From judgements to figures: F1 in percent, with how far chance could move it (度量).

How far is found by bootstrap over articles: the articles are drawn anew, with repetition, a thousand times,
always in the same way; 95 of 100 draws lie in the interval. It says how much the figure depends on which
articles were in the gold; of a few articles it says little itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from newsie.base import Record
from newsie.evaluation.judgements import Judgement

HEADLINE_ROWS = (
    "article",
    "article body exact",
    "headline",
    "byline",
    "meeting",
    "meeting field",
    "visit",
    "visit field",
    "statement",
    "person mention",
    "official",
    "official post",
    "project",
    "project field",
    "statistic",
    "statistic field",
    "evidence",
)
"""The rows of the table; all others tell of single fields."""

OVERALL_ROWS = (
    "article body exact",
    "headline",
    "byline",
    "meeting field",
    "visit field",
    "statement",
    "official post",
    "project field",
    "statistic field",
)
"""The rows whose mean is the figure `overall`, those for which gold has something."""

OVERALL = "overall"
DRAWS = 1000
_SEED = 20230110
_EDGES = (2.5, 97.5)

Counts: TypeAlias = npt.NDArray[np.float64]
"""Right, invented and missed things; one row of three for each name."""


class Row(Record):
    """A figure (指标).

    Attributes:
        name: what was counted.
        f1: F1 in percent; None where there was nothing to count.
        low: the lower end of its interval.
        high: the upper end.
        right: things that gold and the result share.
        invented: things that only the result has.
        missed: things that only gold has.
    """

    name: str
    f1: float | None
    low: float | None
    high: float | None
    right: int
    invented: int
    missed: int


def rows(judgements: Sequence[Judgement]) -> tuple[Row, ...]:
    """Return the figures of all rows, those of the table first, and `overall` last."""
    names = {name for judgement in judgements for name in judgement.rows}
    ordered = [name for name in HEADLINE_ROWS if name in names] + sorted(names.difference(HEADLINE_ROWS))
    by_article = _counts(judgements, ordered)
    total = by_article.sum(axis=0)
    figures, drawn = _f1(total), _f1(_draws(by_article))
    found = [_row(name, figures[at], drawn[:, at], total[at]) for at, name in enumerate(ordered)]
    known = [at for at, name in enumerate(ordered) if name in OVERALL_ROWS and total[at, 0] + total[at, 2]]
    if known:
        nothing = np.zeros(3)
        found.append(_row(OVERALL, figures[known].mean(), _mean(drawn[:, known]), nothing))
    return tuple(found)


def _counts(judgements: Iterable[Judgement], names: Sequence[str]) -> Counts:
    """Return how much of each row each article has."""
    places = {name: at for at, name in enumerate(names)}
    articles: dict[tuple[str, str], int] = {}
    entries = [
        (
            articles.setdefault((judgement.document, judgement.about.article), len(articles)),
            places[name],
            judgement,
        )
        for judgement in judgements
        for name in judgement.rows
    ]
    found = np.zeros((len(articles), len(names), 3))
    for article, row, judgement in entries:
        found[article, row] += judgement.counts
    return found


def _draws(by_article: Counts) -> Counts:
    """Return the sums over articles drawn anew, a thousand times."""
    articles = len(by_article)
    # the raw stream of a bit generator is the same in every release of numpy; what is made of it may change
    chosen = np.random.PCG64(_SEED).random_raw(DRAWS * articles).reshape(DRAWS, articles) % articles
    weights = np.stack([np.bincount(draw.astype(np.int64), minlength=articles) for draw in chosen])
    sums: Counts = np.tensordot(weights.astype(np.float64), by_article, axes=1)
    return sums


def _f1(counts: Counts) -> Counts:
    """Return F1 in percent; NaN where there is nothing."""
    right, wrong = counts[..., 0], counts[..., 1] + counts[..., 2]
    size = 2 * right + wrong
    figures: Counts = np.divide(200 * right, size, out=np.full(size.shape, np.nan), where=size > 0)
    return figures


def _mean(figures: Counts) -> Counts:
    """Return the mean of the rows of each draw, without those that it has nothing of."""
    there = ~np.isnan(figures)
    size = there.sum(axis=1)
    sums = np.where(there, figures, 0).sum(axis=1)
    means: Counts = np.divide(sums, size, out=np.full(size.shape, np.nan), where=size > 0)
    return means


def _row(name: str, figure: np.float64, drawn: Counts, counts: Counts) -> Row:
    seen = drawn[~np.isnan(drawn)]
    low, high = np.percentile(seen, _EDGES) if len(seen) else (np.nan, np.nan)
    right, invented, missed = (int(count) for count in counts)
    return Row(
        name=name,
        f1=_rounded(figure),
        low=_rounded(low),
        high=_rounded(high),
        right=right,
        invented=invented,
        missed=missed,
    )


def _rounded(figure: float) -> float | None:
    return None if np.isnan(figure) else round(float(figure), 2)
