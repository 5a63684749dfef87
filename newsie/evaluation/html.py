"""Misses beside the text they are about, as one page for a browser that runs no script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from jinja2 import Environment, Template

from newsie.evaluation.grading import Task
from newsie.evaluation.measures import HEADLINE_ROWS, OVERALL, Row
from newsie.evaluation.places import Finder
from newsie.evaluation.results import Evaluation, Miss
from newsie.records import Segments

_TEMPLATE = "misses.html.j2"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A miss as it is listed.

    Attributes:
        miss: the miss.
        anchor: the id of its place in the text; empty if that is not known.
        segments: its place.
    """

    miss: Miss
    anchor: str
    segments: Segments

    @property
    def title(self) -> str:
        times = f" × {self.miss.times}" if self.miss.times > 1 else ""
        evidence = "evidence of " if self.miss.row == "evidence" else ""
        name = f"{self.miss.kind}.{self.miss.field}" if self.miss.field else self.miss.kind
        return f"{self.miss.outcome}: {evidence}{name}{times}"


@dataclass(frozen=True, slots=True)
class _Group:
    """The misses of an article."""

    headline: str
    entries: tuple[_Entry, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the text between two edges of places.

    Attributes:
        text: its words.
        marked: whether something is said about it.
        anchors: ids of the misses whose place begins here.
    """

    text: str
    marked: bool
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    """A page and its misses."""

    name: str
    count: int
    pieces: tuple[_Piece, ...]
    groups: tuple[_Group, ...]


@dataclass(frozen=True, slots=True)
class _Figures:
    """A row of the table as it is shown."""

    name: str
    f1: str
    interval: str
    right: str
    invented: str
    missed: str

    @classmethod
    def of(cls, row: Row) -> _Figures:
        interval = "" if row.low is None else f"{row.low:.1f}–{row.high:.1f}"
        f1 = "" if row.f1 is None else f"{row.f1:.1f}"
        counts = ("", "", "") if row.name == OVERALL else map(str, (row.right, row.invented, row.missed))
        return cls(row.name, f1, interval, *counts)


def misses_page(evaluation: Evaluation, tasks: Sequence[Task], title: str = "newsie evaluate") -> str:
    """Return the HTML of an evaluation's misses, each beside the text of its page."""
    by_page: defaultdict[str, list[Miss]] = defaultdict(list)
    for miss in evaluation.misses:
        by_page[miss.document].append(miss)
    pages = [
        _page(at, task, by_page[task.gold.source])
        for at, task in enumerate(tasks)
        if task.gold.source in by_page
    ]
    shown = [_Figures.of(row) for row in evaluation.rows if row.name in {*HEADLINE_ROWS, OVERALL}]
    return _template().render(title=title, rows=shown, pages=pages)


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string((files(__package__) / _TEMPLATE).read_text(encoding="utf-8"))


def _page(number: int, task: Task, misses: Sequence[Miss]) -> _Page:
    text = task.page.readable
    finder = Finder(text, task.gold.articles)
    groups: defaultdict[str, list[_Entry]] = defaultdict(list)
    for at, miss in enumerate(misses):
        segments = finder.places(miss)
        groups[miss.article].append(_Entry(miss, f"p{number}-{at}" if segments else "", segments))
    headlines = {article.id: article.headline or article.id for article in task.gold.articles}
    entries = [entry for group in groups.values() for entry in group]
    return _Page(
        name=task.gold.source,
        count=len(misses),
        pieces=_pieces(text, entries),
        groups=tuple(
            _Group(headlines.get(article, "not in gold"), tuple(group)) for article, group in groups.items()
        ),
    )


def _pieces(text: str, entries: Iterable[_Entry]) -> tuple[_Piece, ...]:
    """Return a text cut at the edges of all places."""
    held = [entry for entry in entries if entry.segments]
    depth: defaultdict[int, int] = defaultdict(int)
    anchors: defaultdict[int, list[str]] = defaultdict(list)
    for entry in held:
        anchors[entry.segments[0][0]].append(entry.anchor)
        for start, end in entry.segments:
            depth[start] += 1
            depth[end] -= 1
    pieces = []
    open_now = 0
    for start, end in pairwise(sorted({0, len(text), *depth})):
        open_now += depth[start]
        pieces.append(_Piece(text[start:end], open_now > 0, tuple(anchors[start])))
    return tuple(pieces)
