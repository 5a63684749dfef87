"""Figures that can be set side by side (统计序列): one subject, one indicator, with what differs said.

A series holds how much there is and by how much it grew (5,481亿元, 同比增长3.8%); each of these is compared with its like only.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from newsie import patterns as re
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
        published=figure.day,
        warnings=(),
        sources=len({one.evidence.document for one in figures}),
        evidence=figure.evidence,
    )


def _series(subject: str, indicator: str, points: Sequence[Point], names: Mapping[str, str]) -> Series:
    ordered = sorted(
        points, key=lambda one: (one.end or one.start or "", one.start or "", one.value, one.evidence)
    )
    units = Counter(one.unit for one in points)
    return Series(
        id=content_id("series", subject, indicator),
        subject=subject,
        subject_name=names.get(subject) or next((one.subject for one in ordered if one.subject), None),
        indicator=indicator,
        unit=min(units, key=lambda unit: (-units[unit], unit)),
        points=tuple(_warned(ordered)),
    )


def _measure(point: Point) -> str:
    """Return what a figure measures: the level, or the change on a basis, up or down."""
    if point.change is None:
        return "level"
    return f"change on {point.basis}" if point.basis else "change"


def _kinds(point: Point) -> Iterator[tuple[str, str]]:
    """Yield what has to be the same for two figures of one measure to be comparable."""
    yield "unit", point.unit
    yield "period", point.precision
    yield "nature", point.nature
    yield "scope", point.subject or "not named"


def _usual(points: Iterable[Point]) -> dict[str, str]:
    """Return what most points have."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for point in points:
        for kind, value in _kinds(point):
            votes[kind][value] += 1
    return {kind: min(count, key=lambda value: (-count[value], value)) for kind, count in votes.items()}


def _warned(points: Sequence[Point]) -> Iterator[Point]:
    """Yield points with what keeps them from being compared with those of their measure."""
    measures: dict[str, list[Point]] = defaultdict(list)
    told: dict[tuple[object, ...], set[Decimal]] = defaultdict(set)
    for point in points:
        measures[_measure(point)].append(point)
        told[_told(point)].add(point.value)
    usual = {measure: _usual(found) for measure, found in measures.items()}
    most = min(measures, key=lambda measure: (-len(measures[measure]), measure))
    for point in points:
        measure = _measure(point)
        expected = usual[measure]
        warnings = [
            f"{kind} differs: {value}, not {expected[kind]}"
            for kind, value in _kinds(point)
            if value != expected[kind]
        ]
        if measure != most and len(measures[measure]) == 1:
            warnings.append(f"change differs: {measure}, not {most}")
        if len(told[_told(point)]) > 1:
            warnings.append("told with another value for the same time")
        yield replace(point, warnings=tuple(warnings))


def _told(point: Point) -> tuple[object, ...]:
    """Return what a figure is of and when: a later page may revise it."""
    return _measure(point), point.start, point.end, *_kinds(point)
