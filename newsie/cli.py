"""The command line: `newsie extract`, `newsie show`, `newsie query`, `newsie schema`.

Exit status: 0 when every source was read, 1 when one was not, 2 for a wrong call.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import click
from rich.console import Console

from newsie import __version__
from newsie.batch import Done, Outcome, Work, extract_many, in_order, name_of
from newsie.commands.archive import TABLE_SUFFIXES, Archive, run_archive
from newsie.commands.archive import query as ask
from newsie.commands.console import Summary, cell, print_counts, print_rows, progress, tell_unmet
from newsie.commands.correct import correct_command
from newsie.commands.doctor import doctor_command
from newsie.commands.evaluate import evaluate_command
from newsie.commands.exchange import export_command, import_command
from newsie.commands.explain import explain_command
from newsie.commands.link import link_command, registry_command
from newsie.commands.options import (
    CORRECTIONS,
    MIN_CONFIDENCE,
    NO_MODEL,
    PATHS,
    PIPELINES,
    PUBLISHED,
    RULES,
    WORKERS,
    Place,
    failing_clean,
)
from newsie.commands.report import report_command
from newsie.commands.rules import rules_command
from newsie.corpus import Run
from newsie.corrections import load_corrections
from newsie.inputs import Columns, Limits, Unread, find_pages
from newsie.out.files import (
    JSON_SUFFIX,
    LINES_NAME,
    TEXT_SUFFIX,
    file_names,
    is_result,
    remove_json,
    remove_text,
    whole_file,
    write_json,
    write_text,
)
from newsie.page import MAX_BYTES, Source
from newsie.records import Extraction
from newsie.rules import load_rules
from newsie.views.terminal import show_extraction

_MEGABYTE = 1_000_000
_NO_FOLDERS = frozenset({".json", ".jsonl", ".ndjson", ".xlsx", ".html", ".txt", ".db", ".zip", ".gz"})


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="newsie")
def main() -> None:
    """Read Chinese newspaper pages into typed records, each field with its place on the page."""


main.add_command(doctor_command)
main.add_command(evaluate_command)
main.add_command(correct_command)
main.add_command(explain_command)
main.add_command(export_command)
main.add_command(import_command)
main.add_command(link_command)
main.add_command(registry_command)
main.add_command(report_command)
main.add_command(rules_command)


@main.command(short_help="Extract records from files and folders.")
@PATHS
@click.option(
    "--out",
    "outs",
    required=True,
    multiple=True,
    type=Place(),
    help="Where results go: a folder, or tables by the ending .duckdb, .sqlite, .parquet, .csv; may be repeated.",
)
@PUBLISHED
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "jsonl"]),
    default="json",
    show_default=True,
    help=f"A JSON file for each source, or one file {LINES_NAME} with a line for each.",
)
@WORKERS
@click.option("--resume", is_flag=True, help="Go on with a .duckdb file: only what is new is done.")
@click.option("--retry-failed", is_flag=True, help="With --resume: sources that failed are taken again.")
@click.option(
    "--max-megabytes",
    type=click.IntRange(min=1),
    default=MAX_BYTES // _MEGABYTE,
    show_default=True,
    help="Larger files, and what unpacks to more, are refused.",
)
@click.option(
    "--max-ratio",
    type=click.IntRange(min=1),
    default=Limits().max_ratio,
    show_default=True,
    help="What unpacks to more than so many times its size is refused.",
)
@click.option(
    "--max-pages",
    type=click.IntRange(min=1),
    default=Limits().max_pages,
    show_default=True,
    help="PDFs of more pages are refused.",
)
@click.option("--text-column", help="The column of a table that has the texts, if it has no usual name.")
@click.option("--date-column", help="The column that has the days of publication.")
@click.option("--title-column", help="A column of headlines to put over the texts.")
@PIPELINES
@NO_MODEL
@RULES
@CORRECTIONS
@MIN_CONFIDENCE
def extract(  # noqa: PLR0913 - a command has as many parameters as options
    *,
    paths: tuple[Path, ...],
    outs: tuple[Path, ...],
    published: date | None,
    form: str,
    workers: int,
    resume: bool,
    retry_failed: bool,
    text_column: str | None,
    date_column: str | None,
    title_column: str | None,
    max_megabytes: int,
    max_ratio: int,
    max_pages: int,
    pipeline: str,
    rules: tuple[Path, ...],
    corrections: tuple[Path, ...],
    min_confidence: float,
) -> None:
    """Extract records from files, from folders, or from - for standard input.

    Of a folder, the files that its manifest.toml names are read; without one, all of known kinds: .txt,
    .pdf, .html, .jsonl, .csv, .tsv, .parquet and .zip, and what is packed by gzip.
    """
    columns = Columns(text_column, date_column, title_column)
    limits = Limits(max_megabytes * _MEGABYTE, max_ratio, max_pages)
    with failing_clean():
        own = load_rules(rules), load_corrections(corrections)
        work = Work(published, pipeline, limits, *own, min_confidence)
        if any(out.suffix.lower() in TABLE_SUFFIXES for out in outs):
            archive = Archive(paths, columns, outs, resume=resume)
            summary = run_archive(archive, Run(work, workers, retry_failed=retry_failed))
        elif len(outs) > 1 or resume or retry_failed:
            raise click.UsageError("several --out, --resume and --retry-failed are for tables: .duckdb")
        else:
            _must_be_folder(outs[0])
            leave = (outs[0] / LINES_NAME,)
            inputs = list(find_pages(paths, columns=columns, limits=work.limits, leave=leave))
            summary = _to_folder(outs[0], inputs, work, workers, form)
    print_counts(summary.rows())
    tell_unmet(summary, work.corrections)
    if not summary.sources and not summary.known:
        where = " ".join(map(str, paths))
        click.echo(f"nothing to read in {where}: no files of a known kind, or tables without rows", err=True)
    sys.exit(1 if summary.failures else 0)


def _must_be_folder(out: Path) -> None:
    """Refuse what was surely not meant as the name of a folder: a file that is there, or records.jsonl."""
    if out.is_file():
        raise click.ClickException(f"--out {out} is a file: give a folder, or a name such as records.duckdb")
    if out.suffix.lower() in _NO_FOLDERS and not out.is_dir():
        raise click.UsageError(
            f"--out {out}: JSON is written into a folder: --out {out.stem}, with --format jsonl for one file; "
            f"tables are {', '.join(sorted(TABLE_SUFFIXES))}"
        )


def _must_be_ours(out: Path, inputs: Iterable[Unread], names: Iterable[str], form: str) -> None:
    """Refuse to write over what is to be read, and over files that are no results."""
    home = out.resolve()
    texts = {home / f"{name}{TEXT_SUFFIX}" for name in names}
    results = {path.with_name(path.name.removesuffix(TEXT_SUFFIX) + JSON_SUFFIX) for path in texts}
    if form == "jsonl":
        results = {home / LINES_NAME}
    written = texts | results
    for unread in inputs:
        if isinstance(unread, Source) and unread.path.resolve() in written:
            raise click.ClickException(f"{unread.path} is to be read: give another folder than --out {out}")
    for path in results:
        if path.exists() and not is_result(path):
            raise click.ClickException(
                f"{path} holds no results of newsie: give another folder, or move it away"
            )


def _to_folder(out: Path, inputs: Sequence[Unread], work: Work, workers: int, form: str) -> Summary:
    """Write each result to a folder as it comes."""
    summary = Summary(unmet=set(work.corrections.by_text))
    names = file_names([name_of(unread) for unread in inputs])
    _must_be_ours(out, inputs, names, form)
    out.mkdir(parents=True, exist_ok=True)
    with progress(len(inputs)) as advance:
        results = in_order(work, inputs, workers)
        for outcome in _written(out, list(zip(names, inputs, strict=True)), results, form):
            advance(True)
            summary.add(outcome)
    return summary


@main.command(short_help="Print articles and records in the terminal.")
@PATHS
@PUBLISHED
@PIPELINES
@NO_MODEL
@MIN_CONFIDENCE
@RULES
@CORRECTIONS
def show(  # noqa: PLR0913 - a command has as many parameters as options
    *,
    paths: tuple[Path, ...],
    published: date | None,
    pipeline: str,
    min_confidence: float,
    rules: tuple[Path, ...],
    corrections: tuple[Path, ...],
) -> None:
    """Print the articles and records of sources for reading in a terminal."""
    console = Console(highlight=False)
    with failing_clean():
        known = load_corrections(corrections)
        summary = Summary(unmet=set(known.by_text))
        results = extract_many(
            find_pages(paths),
            published=published,
            pipeline=pipeline,
            rules=rules,
            corrections=known,
            min_confidence=min_confidence,
        )
        for outcome in results:
            summary.add(outcome)
            if isinstance(outcome, Extraction):
                show_extraction(outcome, console)
        tell_unmet(summary, known)
    sys.exit(1 if summary.failures else 0)


@main.command(short_help="Ask a .duckdb file of results in SQL.")
@click.argument("database", type=Place())
@click.argument("statement")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV instead of a table.")
def query(*, database: Path, statement: str, as_csv: bool) -> None:
    """Print what a .duckdb file of results answers to an SQL statement."""
    with failing_clean():
        columns, rows = ask(database, statement)
    if as_csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerows([columns, *(map(cell, row) for row in rows)])
        return
    print_rows(columns, rows)


@main.command()
def schema() -> None:
    """Print the JSON Schema of a result."""
    click.echo(json.dumps(Extraction.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2))


def _written(
    folder: Path, named: Sequence[tuple[str, Unread]], results: Iterable[Done], form: str
) -> Iterator[Outcome]:
    """Write each result and yield it; a file for each, or a line for each."""
    if form == "json":
        for (name, unread), done in zip(named, results, strict=True):
            if isinstance(done.outcome, Extraction):
                write_json(folder, name, done.outcome)
            else:
                remove_json(folder, name)
            _keep_text(folder, name, unread, done)
            yield done.outcome
        return
    with whole_file(folder / LINES_NAME) as lines:
        for (name, unread), done in zip(named, results, strict=True):
            if isinstance(done.outcome, Extraction):
                lines.write(done.outcome.model_dump_json() + "\n")
            _keep_text(folder, name, unread, done)
            yield done.outcome


def _keep_text(folder: Path, name: str, unread: Unread, done: Done) -> None:
    """Keep the text that offsets index where the source itself is not that text as UTF-8; else none stays."""
    if isinstance(done.outcome, Extraction) and not _holds(unread, done.text):
        write_text(folder, name, done.text)
    else:
        remove_text(folder, name)


def _holds(unread: Unread, text: str) -> bool:
    """Tell whether a source is a file that its name leads to, and is this text as UTF-8."""
    if not isinstance(unread, Source) or str(unread.path) == "-" or unread.name != str(unread.path):
        return False
    try:
        return unread.path.read_bytes() == text.encode()
    except OSError:  # it was there when it was read
        return False
