"""Figures that can be set side by side (统计序列): one subject, one indicator, one unit, with what differs said."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsie.identity import content_id
from newsie.linking.results import Point, Series
from newsie.linking.sightings import FigureSeen

_NOISE = re.compile(r"[“”‘’\"'（）()、，,\s的]|累计|共计|合计|全年|总共|已")


def find_series(
    seen: Iterable[FigureSeen], names: Mapping[str, str], stories: Mapping[str, str]
) -> tuple[Series, ...]:
    """Return the series of two or more figures, by subject and indicator.

    `names` gives the name of a body's key; `stories` the articles that are one story.
    """
    by_key: dict[tuple[str, str], list[FigureSeen]] = defaultdict(list)
    for sighting in seen:
        by_key[sighting.subject, counted_indicator(sighting.indicator)].append(sighting)
    found = []
    for (subject, indicator), figures in by_key.items():
        points = _points(sorted(figures, key=lambda one: (one.day or "", one.evidence)), stories)
        if len(points) > 1:
            found.append(_series(subject, indicator, points, names))
    return tuple(sorted(found, key=lambda one: (one.subject, one.indicator, one.id)))


def counted_indicator(indicator: str) -> str:
    """Return an indicator in the form it is counted under.

    >>> counted_indicator("累计发放宣传单")
    '发放宣传单'
    """
    return _NOISE.sub("", indicator) or indicator


def _points(figures: Sequence[FigureSeen], stories: Mapping[str, str]) -> list[Point]:
    """Return a point for each figure; what several papers print, or one page repeats, is one."""
    same: dict[tuple[object, ...], list[FigureSeen]] = defaultdict(list)
    for figure in figures:
        story = stories.get(figure.evidence.article, figure.evidence.document)
        what = (
            figure.period,
            figure.value,
            figure.value_max,
            figure.unit,
            figure.nature,
            figure.change,
            figure.basis,
        )
        same[(*what, story)].append(figure)
    return [_point(found) for found in same.values()]


def _point(figures: Sequence[FigureSeen]) -> Point:
    figure = figures[0]
    start, end, precision = figure.period or (figure.day, figure.day, "published")
    return Point(
        start=start,
        end=end,
        precision=precision,
        value=figure.value,
        value_max=figure.value_max,
        unit=figure.unit,
        qualifier=figure.qualifier,
        nature=figure.nature,
        change=figure.change,
        basis=figure.basis,
        subject=figure.subject_text,
        warnings=(),
        sources=len({one.evidence.document for one in figures}),
        evidence=figure.evidence,
    )


def _series(subject: str, indicator: str, points: Sequence[Point], names: Mapping[str, str]) -> Series:
    usual = _usual(points)
    ordered = sorted(
        points, key=lambda one: (one.end or one.start or "", one.start or "", one.value, one.evidence)
    )
    return Series(
        id=content_id("series", subject, indicator),
        subject=subject,
        subject_name=names.get(subject) or next((one.subject for one in ordered if one.subject), None),
        indicator=indicator,
        unit=usual["unit"],
        points=tuple(_warned(point, usual) for point in ordered),
    )


def _kinds(point: Point) -> Iterator[tuple[str, str]]:
    """Yield what has to be the same for two figures to be comparable."""
    yield "unit", point.unit
    yield "period", point.precision
    yield "nature", point.nature
    yield "change", f"{point.change or 'level'}{' on ' + point.basis if point.basis else ''}"
    yield "scope", point.subject or "not named"


def _usual(points: Iterable[Point]) -> dict[str, str]:
    """Return what most points have."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for point in points:
        for kind, value in _kinds(point):
            votes[kind][value] += 1
    return {kind: min(count, key=lambda value: (-count[value], value)) for kind, count in votes.items()}


def _warned(point: Point, usual: Mapping[str, str]) -> Point:
    warnings = tuple(
        f"{kind} differs: {value}, not {usual[kind]}" for kind, value in _kinds(point) if value != usual[kind]
    )
    return Point(
        point.start,
        point.end,
        point.precision,
        point.value,
        point.value_max,
        point.unit,
        point.qualifier,
        point.nature,
        point.change,
        point.basis,
        point.subject,
        warnings,
        point.sources,
        point.evidence,
    )
