"""The command that reads sources: `newsie extract`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from newsie.batch import Work
from newsie.commands.archive import Archive, run_archive
from newsie.commands.console import print_counts, tell_unmet
from newsie.commands.folder import Folder, run_folder
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
from newsie.corpus import Run
from newsie.corrections import load_corrections
from newsie.inputs import Columns, Limits
from newsie.out.exports import TABLE_SUFFIXES
from newsie.out.files import LINES_NAME
from newsie.page import MAX_BYTES
from newsie.rules import load_rules

_MEGABYTE = 1_000_000


@click.command("extract", short_help="Extract records from files and folders.")
@PATHS
@click.option(
    "--out",
    "outs",
    required=True,
    multiple=True,
    type=Place(),
    help="Where results go: a folder of JSON, or tables by the ending .duckdb, .sqlite, .parquet, .csv; may be repeated.",
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
    "--prune", is_flag=True, help="With --resume: sources that are no longer in PATHS are taken out."
)
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
def extract_command(  # noqa: PLR0913 - a command has as many parameters as options
    *,
    paths: tuple[Path, ...],
    outs: tuple[Path, ...],
    published: date | None,
    form: str,
    workers: int,
    resume: bool,
    retry_failed: bool,
    prune: bool,
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
    .pdf, .html, .json, .jsonl, .csv, .tsv, .parquet and .zip, and what is packed by gzip.
    """
    columns = Columns(text_column, date_column, title_column)
    limits = Limits(max_megabytes * _MEGABYTE, max_ratio, max_pages)
    with failing_clean():
        own = load_rules(rules), load_corrections(corrections)
        work = Work(published, pipeline, limits, *own, min_confidence)
        run = Run(work, workers, retry_failed=retry_failed, prune=prune)
        if any(out.suffix.lower() in TABLE_SUFFIXES for out in outs):
            if (prune or retry_failed) and not resume:
                raise click.UsageError("--prune and --retry-failed go with --resume")
            summary = run_archive(Archive(paths, columns, outs, resume, form), run)
        elif len(outs) > 1 or resume or retry_failed or prune:
            raise click.UsageError(
                "several --out, --resume, --retry-failed and --prune are for tables: .duckdb"
            )
        else:
            summary = run_folder(Folder(paths, columns, outs[0], form), run)
    print_counts(summary.rows(), archive=resume)
    tell_unmet(summary, work.corrections)
    if not summary.sources and not summary.known:
        where = " ".join(map(str, paths))
        click.echo(f"nothing to read in {where}: no files of a known kind, or tables without rows", err=True)
    sys.exit(1 if summary.failures else 0)
