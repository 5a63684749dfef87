"""The command that prints records for reading: `newsie show`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click
from rich.console import Console

from newsie.batch import extract_many
from newsie.commands.console import Summary, tell_unmet
from newsie.commands.options import (
    CORRECTIONS,
    MIN_CONFIDENCE,
    NO_MODEL,
    PATHS,
    PIPELINES,
    PUBLISHED,
    RULES,
    failing_clean,
)
from newsie.corrections import load_corrections
from newsie.inputs import find_pages
from newsie.records import Extraction
from newsie.views.terminal import show_extraction


@click.command("show", short_help="Print articles and records in the terminal.")
@PATHS
@PUBLISHED
@PIPELINES
@NO_MODEL
@MIN_CONFIDENCE
@RULES
@CORRECTIONS
def show_command(  # noqa: PLR0913 - a command has as many parameters as options
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
