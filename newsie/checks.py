"""Sums told with their parts, as a result hands them out: by the ids of statistics (校核)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsie import article as pages
from newsie.frames.sums import Sum
from newsie.records import Check, Statistic, plain


def checks_of(
    articles: Sequence[str], sums: Sequence[Sequence[Sum]], statistics: Sequence[Statistic]
) -> Iterator[Check]:
    """Yield the sums of each article.

    Args:
        articles: the articles' ids.
        sums: the sums of each, by the positions of its statistics.
        statistics: those of all articles, in their order, with ids.
    """
    by_article: dict[str, list[str]] = {}
    for statistic in statistics:
        by_article.setdefault(statistic.article, []).append(statistic.id)
    for article, told in zip(articles, sums, strict=True):
        ids = by_article.get(article, [])
        for one in told:
            yield Check(
                article=article,
                whole=None if one.whole is None else ids[one.whole],
                parts=tuple(ids[part] for part in one.parts),
                total=one.total,
                holds=one.holds,
            )


def mismatches(sums: Sequence[Sequence[Sum]]) -> Iterator[pages.Warning]:
    """Yield a warning for each sum that is not what its parts add up to."""
    for index, told in enumerate(sums):
        for one in told:
            if not one.holds:
                message = f"the parts add up to {plain(one.total.normalize())}, which is not the whole"
                yield pages.Warning("sum-mismatch", message, one.segments, index)
