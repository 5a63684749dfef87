"""What a run shows: a progress bar while it works, a table when it is done."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from itertools import count

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
)
from rich.table import Table
from rich.text import Text

from newsie.batch import Outcome
from newsie.corrections import Corrections
from newsie.page import Failure
from newsie.values import trimmed

_ESCAPES = str.maketrans({"\t": "\\t", "\n": "\\n", "\r": "\\r"})
"""What would end a cell or a line of a table in plain lines."""

KINDS = ("articles", "meetings", "visits", "statements", "officials", "projects", "statistics")


@dataclass(slots=True)
class Summary:
    """What came of a run.

    Attributes:
        sources: how many were read.
        known: how many were left, because an earlier run did them.
        failures: how many could not be read.
        counts: how many records of each kind.
        archive: how many rows each table has now, of a run that went on with an archive or made one.
        taken_out: how many sources were taken out of it.
        unmet: the texts that corrections are of and that were not met so far.
    """

    sources: int = 0
    known: int = 0
    failures: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    unmet: set[str] = field(default_factory=set)
    archive: Mapping[str, int] = field(default_factory=dict)
    taken_out: int = 0

    def add(self, outcome: Outcome | None) -> None:
        """Count what came of a source; None for one that has the content of another."""
        self.sources += 1
        if isinstance(outcome, Failure):
            self.failures += 1
            reason = outcome.reason.removeprefix(f"{outcome.source}: ")
            click.echo(f"{outcome.source}: not read: {reason}", err=True)
        elif outcome is not None:
            self.unmet.discard(outcome.text_sha256)
            for kind in KINDS:
                self.counts[kind] += len(getattr(outcome, kind))
            self.counts["statements"] += sum(len(meeting.statements) for meeting in outcome.meetings)
            self.counts["statements"] += sum(len(visit.statements) for visit in outcome.visits)

    def rows(self) -> list[tuple[str, int, int | None]]:
        """Return what the closing table says: of this run, and of all of the archive that it went on with."""
        found = [(kind, self.counts[kind]) for kind in KINDS]
        known = [("done before", self.known)] if self.known else []
        known += [("taken out", self.taken_out)] if self.taken_out else []
        rows = [("sources", self.sources), *known, *found, ("failures", self.failures)]
        return [(name, count, self.archive.get(name)) for name, count in rows]


def tell_unmet(summary: Summary, corrections: Corrections) -> None:
    """Say how many corrections are of no text of a run that was done in one go: a page may have changed since."""
    lines = [one for text, told in corrections.by_text.items() if text in summary.unmet for one in told]
    if lines and not summary.known:
        several = sum(map(len, corrections.by_text.values()))
        click.echo(
            f"corrections: {len(lines)} of {several} are of texts that were not read here ({lines[0].where}): of other "
            "pages, or of these before they were changed",
            err=True,
        )


class _Rate(ProgressColumn):
    """Pages a second so far, and the time that those left take at this rate."""

    def render(self, task: Task) -> Text:
        if not task.completed or not task.elapsed:
            return Text("")
        rate = task.completed / task.elapsed
        left = timedelta(seconds=round((task.remaining or 0) / rate))
        return Text(f"{rate:.1f}/s, {left} left", style="progress.remaining")


@contextmanager
def progress(total: int) -> Iterator[Callable[[bool], None]]:
    """Show a progress bar with rate and time left on a terminal, nothing elsewhere.

    What it gives is called for each page that is done with True, for each that needs nothing with False.
    """
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("pages", total=total)
        left = count(total - 1, -1)
        yield lambda done: bar.advance(task) if done else bar.update(task, total=next(left))


def print_counts(rows: Iterable[tuple[str, int, int | None]], *, archive: bool = False) -> None:
    """Print the closing table, with `archive` also what all of an archive has; plain lines if the output is no terminal."""
    console = Console()
    table = Table(show_header=archive)
    for header in ("", "this run", "archive")[: 3 if archive else 2]:
        table.add_column(header, justify="right" if header else "left")
    for name, *numbers in rows:
        shown = numbers if archive else numbers[:1]
        if console.is_terminal:
            table.add_row(name, *("" if number is None else f"{number:,}" for number in shown))
        else:
            click.echo("\t".join([name, *(str(number) for number in shown if number is not None)]))
    if console.is_terminal:
        console.print(table)


def print_rows(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table; tab-separated lines if the output is no terminal."""
    console = Console()
    if not console.is_terminal:
        for row in (columns, *rows):
            click.echo("\t".join(cell(value).translate(_ESCAPES) for value in row))
        return
    table = Table(*columns)
    for row in rows:
        table.add_row(*(escape(cell(value)) for value in row))
    console.print(table)


def cell(value: object) -> str:
    """Return a value of a table as it is printed: 126.00000000 is 126, nothing is empty, lists and structs are JSON."""
    if isinstance(value, Decimal):
        return trimmed(value)
    if isinstance(value, list | tuple | dict):
        return json.dumps(value, ensure_ascii=False, default=cell)
    return "" if value is None else str(value)
