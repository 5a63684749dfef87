"""Sums told with their parts, as a result hands them out: by the ids of statistics (校核)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from newsie import article as pages
from newsie.frames.sums import HUNDRED, Sum
from newsie.frames.sums.figures import leeway
from newsie.records import Check, Extraction, Statistic, Warning, plain
from newsie.text import fold

MISMATCH = "sum-mismatch"


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
                yield pages.Warning(MISMATCH, _told(one.total), one.segments, index)


def _told(total: Decimal) -> str:
    return f"the parts add up to {plain(total.normalize())}, which is not the whole"


def rechecked(before: Extraction, after: Extraction) -> Extraction:
    """Return a result whose figures a reader has changed with its sums, and the warnings of them, as they are now.

    A sum goes with any of its figures. Where all are what they were, it stays as the page was judged.
    """
    old = {record.id: record for record in before.statistics}
    new = {record.id: record for record in after.statistics}
    checks: list[Check] = []
    warnings = list(after.warnings)
    for check in before.checks:
        names = _figures(check)
        there = new.keys() >= set(names)
        if there and all(name in old and old[name].quantity == new[name].quantity for name in names):
            checks.append(check)
            continue
        places = {place for name in names if name in old for place in _places(old[name])}
        warnings = [one for one in warnings if not _warns_of(one, check, places)]
        if there:
            checks.append(_judged(check, old, new))
            if not checks[-1].holds:
                warnings.append(_warning(checks[-1], places))
    return after.model_copy(update={"checks": tuple(checks), "warnings": tuple(warnings)})


def _figures(check: Check) -> list[str]:
    return [name for name in (check.whole, *check.parts) if name is not None]


def _places(figure: Statistic) -> Iterator[tuple[int, int]]:
    for piece in figure.evidence.get("quantity", ()):
        yield from piece.segments


def _warns_of(warning: Warning, check: Check, places: Collection[tuple[int, int]]) -> bool:
    return (
        warning.code == MISMATCH
        and warning.article == check.article
        and bool(warning.segments)
        and all(place in places for place in warning.segments)
    )


def _judged(check: Check, old: Mapping[str, Statistic], new: Mapping[str, Statistic]) -> Check:
    """Return a sum of figures some of which a reader has set: those are exact, others as exact as they are written."""
    total = sum((new[name].quantity.value for name in check.parts), Decimal())
    whole = HUNDRED if check.whole is None else new[check.whole].quantity.value
    off = sum(
        (
            _leeway(new[name])
            for name in _figures(check)
            if name in old and old[name].quantity == new[name].quantity
        ),
        Decimal(),
    )
    return check.model_copy(update={"total": total, "holds": abs(total - whole) <= off})


def _leeway(figure: Statistic) -> Decimal:
    pieces = figure.evidence.get("quantity", ())
    return leeway(fold(pieces[0].text), figure.quantity.value) if pieces else Decimal()


def _warning(check: Check, places: Collection[tuple[int, int]]) -> Warning:
    return Warning(
        code=MISMATCH, message=_told(check.total), article=check.article, segments=tuple(sorted(places))
    )
