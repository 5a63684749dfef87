"""Tables whose rows the page set as running text: 单位受理量办结率青山区9860件99.6%南塘区8215件99.4%.

Each row is a name and one figure a column; the names of the columns stand in front of the first row.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Clause, Figure
from newsie.frames.statistic.figures.source import Source
from newsie.frames.statistic.indicators.phrase import Phrase
from newsie.text import Span

_MEASURE = re.compile(r"[率量额数值度]")
_SHORTEST_NAME, _LONGEST_NAME = 2, 10
_LONGEST_COLUMN = 14


def read_rows(source: Source, clause: Clause) -> tuple[Phrase, ...]:
    """Return the phrases of a clause that is a table, each with the name of its row as subject; else none."""
    rows = _rows(clause.figures)
    if len(rows) < 2 or not _alike(source, rows):
        return ()
    head = rows[0][0].left
    measures = [match.end() for match in _MEASURE.finditer(source.string, *head)]
    columns = len(rows[0])
    if len(measures) < columns or not _is_name(source, (measures[-1], head[1])):
        return ()
    starts = [max(head[0], measures[-columns] - _LONGEST_COLUMN), *measures[-columns:-1]]
    if len(measures) > columns:
        starts[0] = max(starts[0], measures[-columns - 1])
    titles = [
        (source.skip_lead(start, end), end) for start, end in zip(starts, measures[-columns:], strict=True)
    ]
    names = [(measures[-1], head[1]), *(row[0].left for row in rows[1:])]
    return tuple(
        Phrase(figure, (title,), (title,), subject=name)
        for row, name in zip(rows, names, strict=True)
        for figure, title in zip(row, titles, strict=True)
    )


def _rows(figures: Sequence[Figure]) -> list[list[Figure]]:
    """Return the figures in groups that nothing parts."""
    rows: list[list[Figure]] = []
    for figure in figures:
        if figure.link == "bare" and rows:
            rows[-1].append(figure)
        else:
            rows.append([figure])
    return rows


def _alike(source: Source, rows: Sequence[Sequence[Figure]]) -> bool:
    """Tell whether rows have the same columns, more than one, and names in front."""
    units = [[figure.amount.quantity.unit for figure in row] for row in rows]
    same = len(units[0]) > 1 and all(row == units[0] for row in units)
    return same and all(_is_name(source, row[0].left) for row in rows[1:])


def _is_name(source: Source, span: Span) -> bool:
    words = source.words(span).strip()
    return _SHORTEST_NAME <= len(words) <= _LONGEST_NAME and words.isalpha()
