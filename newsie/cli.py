"""The command line: `newsie extract`, `newsie show`, `newsie schema`.

Exit status: 0 when every source was read, 1 when one was not, 2 for a wrong call.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from newsie import __version__
from newsie.batch import Failure, Outcome, extract_many
from newsie.errors import DateError, NewsieError, SourceError
from newsie.extractor import PIPELINE, PIPELINE_WITHOUT_MODEL
from newsie.link_cli import link_command, registry_command
from newsie.manifest import find_sources
from newsie.out.files import LINES_NAME, file_names, whole_file, write_json, write_text
from newsie.page import MAX_BYTES, Page, Source, decode, read_day, read_page
from newsie.records import Extraction
from newsie.show import show_extraction

_KINDS = ("articles", "meetings", "visits", "statements", "officials", "projects", "statistics")
_MEGABYTE = 1_000_000


class _Day(click.ParamType[date]):
    """A day of the calendar."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return read_day(value if isinstance(value, date) else str(value))
        except DateError as error:
            self.fail(str(error), param, ctx)


@dataclass(slots=True)
class _Summary:
    """What came of a run."""

    sources: int = 0
    failures: int = 0
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, outcome: Outcome) -> None:
        self.sources += 1
        if isinstance(outcome, Failure):
            self.failures += 1
            click.echo(f"{outcome.source}: not read: {outcome.reason}", err=True)
            return
        for kind in _KINDS:
            self.counts[kind] += len(getattr(outcome, kind))
        self.counts["statements"] += sum(len(meeting.statements) for meeting in outcome.meetings)
        self.counts["statements"] += sum(len(visit.statements) for visit in outcome.visits)

    def rows(self) -> list[tuple[str, int]]:
        found = [(kind, self.counts[kind]) for kind in _KINDS]
        return [("sources", self.sources), *found, ("failures", self.failures)]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="newsie")
def main() -> None:
    """Read Chinese newspaper pages into typed records, each field with its place on the page."""


main.add_command(link_command)
main.add_command(registry_command)

_paths = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
_published = click.option("--published", type=_Day(), help="The day all of them were published, YYYY-MM-DD.")
_pipeline = click.option(
    "--pipeline", default=PIPELINE, show_default=True, help="A pipeline's name or folder."
)
_no_model = click.option(
    "--no-model",
    "pipeline",
    flag_value=PIPELINE_WITHOUT_MODEL,
    help=f"Rules and lexicons only: --pipeline {PIPELINE_WITHOUT_MODEL}.",
)


@main.command()
@_paths
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder for the results.")
@_published
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "jsonl"]),
    default="json",
    show_default=True,
    help=f"A JSON file for each source, or one file {LINES_NAME} with a line for each.",
)
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Processes.")
@click.option(
    "--max-megabytes",
    type=click.IntRange(min=1),
    default=MAX_BYTES // _MEGABYTE,
    show_default=True,
    help="Larger files are refused.",
)
@_pipeline
@_no_model
def extract(  # noqa: PLR0913 - a command has as many parameters as options
    *,
    paths: tuple[Path, ...],
    out: Path,
    published: date | None,
    form: str,
    workers: int,
    max_megabytes: int,
    pipeline: str,
) -> None:
    """Extract records from files, from folders, or from - for standard input.

    Of a folder, the files that its manifest.toml names are read; without one, all .txt files.
    """
    summary = _Summary()
    max_bytes = max_megabytes * _MEGABYTE
    with _failing_clean():
        out.mkdir(parents=True, exist_ok=True)
        inputs = _inputs(paths, summary, max_bytes)
        outcomes = extract_many(
            inputs, published=published, workers=workers, pipeline=pipeline, max_bytes=max_bytes
        )
        with _progress(len(inputs)) as advance:
            for outcome in _written(out, inputs, outcomes, form):
                advance(outcome)
                summary.add(outcome)
    _print_table(summary.rows())
    sys.exit(1 if summary.failures else 0)


@main.command()
@_paths
@_published
@_pipeline
@_no_model
def show(*, paths: tuple[Path, ...], published: date | None, pipeline: str) -> None:
    """Print the articles and records of sources for reading in a terminal."""
    summary = _Summary()
    console = Console(soft_wrap=True, highlight=False)
    with _failing_clean():
        inputs = _inputs(paths, summary, MAX_BYTES)
        for outcome in extract_many(inputs, published=published, pipeline=pipeline):
            summary.add(outcome)
            if isinstance(outcome, Extraction):
                show_extraction(outcome, console)
    sys.exit(1 if summary.failures else 0)


@main.command()
def schema() -> None:
    """Print the JSON Schema of a result."""
    click.echo(json.dumps(Extraction.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2))


@contextmanager
def _failing_clean() -> Iterator[None]:
    """Turn what can go wrong outside a single source into a message."""
    try:
        yield
    except BrokenPipeError:
        raise
    except (OSError, NewsieError) as error:
        raise click.ClickException(str(error)) from None


def _inputs(paths: Iterable[Path], summary: _Summary, max_bytes: int) -> list[Page | Source]:
    """Return what there is to read, each file once; standard input is read here and now."""
    found: dict[Path, Page | Source] = {}
    for path in paths:
        try:
            if str(path) == "-":
                found.setdefault(path, read_page(Source(path), max_bytes=max_bytes))
                continue
            for source in find_sources(path):
                found.setdefault(source.path.resolve(), source)
        except (OSError, SourceError) as error:
            summary.add(Failure(str(path), str(error)))
    return list(found.values())


def _name(readable: Page | Source) -> str:
    return readable.source if isinstance(readable, Page) else str(readable.path)


def _written(
    folder: Path, inputs: Sequence[Page | Source], outcomes: Iterable[Outcome], form: str
) -> Iterator[Outcome]:
    """Write each result and yield it; a file for each, or a line for each."""
    names = file_names([_name(readable) for readable in inputs])
    if form == "json":
        for name, readable, outcome in zip(names, inputs, outcomes, strict=True):
            if isinstance(outcome, Extraction):
                write_json(folder, name, outcome)
                _keep_text(folder, name, readable, outcome)
            yield outcome
        return
    with whole_file(folder / LINES_NAME) as lines:
        for name, readable, outcome in zip(names, inputs, outcomes, strict=True):
            if isinstance(outcome, Extraction):
                lines.write(outcome.model_dump_json() + "\n")
                _keep_text(folder, name, readable, outcome)
            yield outcome


def _keep_text(folder: Path, name: str, readable: Page | Source, outcome: Extraction) -> None:
    """Keep the text that offsets index where the source itself is not that text as UTF-8."""
    if isinstance(readable, Page):
        write_text(folder, name, readable.text)
        return
    data = readable.path.read_bytes()
    if hashlib.sha256(data).hexdigest() != outcome.text_sha256:
        write_text(folder, name, decode(data))


@contextmanager
def _progress(total: int) -> Iterator[Callable[[Outcome], None]]:
    """Show a progress bar on a terminal, nothing elsewhere."""
    console = Console(stderr=True)
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("pages", total=total)
        yield lambda _: bar.advance(task)


def _print_table(rows: Iterable[tuple[str, int]]) -> None:
    """Print the closing table; plain lines where nobody looks at a terminal."""
    console = Console()
    if not console.is_terminal:
        for name, count in rows:
            click.echo(f"{name}\t{count}")
        return
    table = Table(show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for name, count in rows:
        table.add_row(name, f"{count:,}")
    console.print(table)
