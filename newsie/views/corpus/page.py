"""An archive as a self-contained page: pictures, and beside each the rows that it is drawn from."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import PurePath
from typing import Literal

from newsie.views.corpus.charts import STATUS_COLOURS, Name
from newsie.views.corpus.pictures import drawn
from newsie.views.corpus.questions import Answer, Corpus
from newsie.views.shell import render
from newsie.views.words import one_line

_CHANGES = {"appointed": "▲", "elected": "★", "removed": "▼", "proposed": "◆"}
_SERIES_POINTS = 40


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: words of a page, or a code that the interface has words for.

    Attributes:
        text: the words.
        code: what to say in their place.
        form: `number` stands on the right, `day` is never broken.
    """

    text: str = ""
    code: str = ""
    form: Literal["", "number", "day"] = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a heading.

    Attributes:
        heading: the code of its heading.
        columns: the codes of its columns.
        rows: cells, as many as there are columns.
        total: how many rows there are in all.
    """

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: int


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page.

    Attributes:
        name: its name in the address.
        picture: as a data URL, empty if there is nothing to draw.
        legend: what signs and colours mean: a sign or the name of a colour's class, and a code.
        tables: what the picture shows, and more.
    """

    name: Name
    picture: str
    legend: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]


def corpus_page(corpus: Corpus, *, title: str = "") -> str:
    """Return the HTML of a view of an archive.

    Raises:
        ExtraError: matplotlib or networkx is not installed.
    """
    pictures = {name: _url(svg) for name, svg in drawn(corpus).items()}
    sections = [
        Section("people", pictures.get("people", ""), _people_legend(corpus), _people(corpus)),
        Section("network", pictures.get("network", ""), (), (_network(corpus),)),
        Section("projects", pictures.get("projects", ""), _status_legend(corpus), _projects(corpus)),
        Section("series", pictures.get("series", ""), (), (_series(corpus),)),
        Section("calendar", pictures.get("calendar", ""), (), (_meetings(corpus),)),
    ]
    size = corpus.size
    counts = [(name, getattr(size, name)) for name in ("documents", "articles", *_COUNTED)]
    return render(
        "corpus.html.j2",
        {},
        styles=("corpus.css",),
        scripts=("words.js", "corpus.js"),
        title=title or "newsie",
        sections=sections,
        counts=[(f"size.{name}", f"{count:,}") for name, count in counts],
        span=" – ".join(dict.fromkeys(str(day) for day in (size.first, size.last) if day)),
    )


_COUNTED = ("meetings", "visits", "officials", "projects", "statistics")


def _url(svg: str) -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode('ascii')}"


def _people_legend(corpus: Corpus) -> tuple[tuple[str, str], ...]:
    there = {change.change for change in corpus.changes[0]}
    marks = ((mark, f"appointment.{change}") for change, mark in _CHANGES.items() if change in there)
    return (("●", "legend.seen"), *marks)


def _status_legend(corpus: Corpus) -> tuple[tuple[str, str], ...]:
    there = {standing.status or "" for standing in corpus.standings}
    return tuple((f"is-{status}", f"status.{status}") for status in STATUS_COLOURS if status in there)


def _people(corpus: Corpus) -> tuple[Table, ...]:
    held = _table(
        "table.tenures",
        (
            "column.person",
            "column.organization",
            "column.title",
            "column.first",
            "column.last",
            "column.pages",
            "column.met",
        ),
        (
            (
                *_words(one.name, one.organization, one.title, one.days[0], one.days[-1]),
                *_numbers(one.pages, one.times),
            )
            for one in corpus.tenures[0]
        ),
        corpus.tenures,
    )
    changes = _table(
        "table.changes",
        (
            "column.day",
            "column.change",
            "column.person",
            "column.organization",
            "column.title",
            "column.by",
            "column.source",
        ),
        (
            (
                *_words(one.day),
                Cell(code=f"appointment.{one.change}"),
                *_words(one.name, one.organization, one.title, one.by, _short(one.source)),
            )
            for one in corpus.changes[0]
        ),
        corpus.changes,
    )
    return (held, changes)


def _network(corpus: Corpus) -> Table:
    return _table(
        "table.pairs",
        ("column.person", "column.with", "column.times", "column.occasion"),
        (
            (*_words(one.left, one.right), *_numbers(one.times), *_words(one.occasion))
            for one in corpus.pairs[0]
        ),
        corpus.pairs,
    )


def _projects(corpus: Corpus) -> tuple[Table, ...]:
    standings = _table(
        "table.standings",
        ("field.status", "column.count", "column.investment"),
        (
            (Cell(code=f"status.{one.status or ''}"), *_numbers(one.count, _yuan(one.investment)))
            for one in corpus.standings
        ),
        (corpus.standings, len(corpus.standings)),
    )
    works = _table(
        "table.projects",
        (
            "field.name",
            "field.investment",
            "field.status",
            "field.place",
            "field.owner",
            "column.day",
            "column.source",
        ),
        (
            (
                *_words(one.name),
                Cell(_cost(one.investment, one.unit), form="number"),
                Cell(code=f"status.{one.status}" if one.status else ""),
                *_words(one.place, one.owner, one.published, _short(one.source)),
            )
            for one in corpus.projects[0]
        ),
        corpus.projects,
    )
    return (standings, works)


def _series(corpus: Corpus) -> Table:
    return _table(
        "table.series",
        (
            "column.outlet",
            "field.subject",
            "field.indicator",
            "field.nature",
            "field.basis",
            "column.span",
            "column.unit",
            "column.values",
        ),
        (
            (
                *_words(one.outlet, one.subject, one.indicator),
                Cell(code=f"nature.{one.nature}"),
                *_words(one.basis),
                Cell(code=f"span.{one.span}"),
                *_words(one.unit, _points(one.days, one.numbers)),
            )
            for one in corpus.series[0]
        ),
        corpus.series,
    )


def _meetings(corpus: Corpus) -> Table:
    return _table(
        "table.meetings",
        (
            "column.day",
            "field.name",
            "field.kind",
            "field.place",
            "field.organizer",
            "column.people",
            "column.source",
        ),
        (
            (
                *_words(one.day, one.name),
                Cell(code=f"kind.{one.kind}"),
                *_words(one.place, one.organizer, "、".join(one.people), _short(one.source)),
            )
            for one in corpus.meetings[0]
        ),
        corpus.meetings,
    )


def _table(
    heading: str, columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]], answer: Answer[object]
) -> Table:
    return Table(heading, columns, tuple(rows), answer[1])


def _words(*values: object) -> Iterator[Cell]:
    for value in values:
        form: Literal["", "day"] = "day" if isinstance(value, date) else ""
        yield Cell(one_line(str(value)) if value is not None else "", form=form)


def _numbers(*values: object) -> Iterator[Cell]:
    for value in values:
        yield Cell(value if isinstance(value, str) else f"{value:,}", form="number")


def _short(source: str) -> str:
    return PurePath(source.replace("\\", "/")).name


def _plain(number: Decimal) -> str:
    """Return a number without zeros at its end.

    >>> _plain(Decimal("1433.50000000")), _plain(Decimal("30.00000000"))
    ('1,433.5', '30')
    """
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _yuan(amount: Decimal) -> str:
    return f"{_plain(amount / 100_000_000)} 亿元" if amount else ""


def _cost(amount: Decimal | None, unit: str | None) -> str:
    if amount is None:
        return ""
    return (
        _yuan(amount) if unit == "元" and amount >= 100_000_000 else f"{_plain(amount)} {unit or ''}".strip()
    )


def _points(days: tuple[date, ...], numbers: tuple[Decimal, ...]) -> str:
    told = [f"{day}: {_plain(number)}" for day, number in zip(days, numbers, strict=True)]
    more = ["…"] if len(told) > _SERIES_POINTS else []
    return "；".join([*more, *told[-_SERIES_POINTS:]])
