"""The command that makes a report: `newsie report`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

import click

from newsie.batch import Outcome, Work, in_order
from newsie.commands.console import Summary, progress
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
from newsie.corrections import correct, load_corrections
from newsie.errors import SourceError
from newsie.inputs import USUAL_LIMITS, find_pages
from newsie.page import Failure
from newsie.records import Extraction
from newsie.rules import load_rules
from newsie.views.corpus.page import corpus_page
from newsie.views.corpus.pictures import Language, write_pictures
from newsie.views.corpus.questions import read_corpus
from newsie.views.opening import document
from newsie.views.payload import Document
from newsie.views.report import report
from newsie.views.saved import results_of, saved

DATABASE = ".duckdb"


@click.command("report", short_help="Write pages and their records as one HTML file.")
@PATHS
@click.option("--out", type=Place(dir_okay=False), help="The file to write, .html.")
@click.option(
    "--pictures",
    type=Place(file_okay=False),
    help="Of an archive: a folder for its pictures as PNG and SVG.",
)
@click.option(
    "--font",
    type=Place(exists=True, dir_okay=False),
    help="The font of pictures, with Chinese characters.",
)
@click.option(
    "--language",
    type=click.Choice(["en", "zh"]),
    default="en",
    show_default=True,
    help="The language of pictures.",
)
@click.option("--title", default="", help="The report's title.")
@PUBLISHED
@WORKERS
@PIPELINES
@NO_MODEL
@RULES
@CORRECTIONS
@MIN_CONFIDENCE
def report_command(  # noqa: PLR0913 - a command has as many parameters as options
    *,
    paths: tuple[Path, ...],
    out: Path | None,
    pictures: Path | None,
    font: Path | None,
    language: Language,
    title: str,
    published: date | None,
    workers: int,
    pipeline: str,
    rules: tuple[Path, ...],
    corrections: tuple[Path, ...],
    min_confidence: float,
) -> None:
    """Write a report: pages and their records side by side, one file to open in a browser.

    Takes what `newsie extract` takes: files, folders, or - for standard input; and results that it wrote: .json, or a folder.
    Those are shown as they were read: of the options on reading, --corrections and --min-confidence apply to them.

    An archive, .duckdb, gives a view of all of it: people and posts, who appears with whom, projects, series, meetings.
    """
    if any(path.suffix == DATABASE for path in paths):
        if len(paths) > 1:
            raise click.UsageError("a view is of one archive")
        _view(paths[0], out, title, Drawn(pictures, font, language))
        return
    if out is None:
        raise click.UsageError("Missing option '--out'.")
    if pictures is not None:
        raise click.UsageError("pictures are those of an archive, .duckdb")
    summary = Summary()
    with failing_clean():
        own = load_rules(rules), load_corrections(corrections)
        work = Work(published, pipeline, USUAL_LIMITS, *own, min_confidence)
        results = {path: results_of(path) for path in paths}
        documents = [
            *_saved(chain.from_iterable(results.values()), work, summary),
            *_read([path for path in paths if not results[path]], work, workers, summary),
        ]
        if not documents:
            raise click.ClickException(f"{out} is not written: there is no page to show")
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(report(documents, title=title), encoding="utf-8")
    _tell(out, len(documents))
    sys.exit(1 if summary.failures else 0)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What pictures there are to be, and with which letters."""

    folder: Path | None
    font: Path | None
    language: Language


def _view(archive: Path, out: Path | None, title: str, drawn: Drawn) -> None:
    """Write a view of an archive, or its pictures, or both."""
    if out is None and drawn.folder is None:
        raise click.UsageError("of an archive, --out FILE.html or --pictures FOLDER is needed")
    with failing_clean():
        corpus = read_corpus(archive)
        if out is not None:
            out.parent.mkdir(parents=True, exist_ok=True)
            out.write_text(corpus_page(corpus, title=title or archive.stem), encoding="utf-8")
            _tell(out, corpus.size.documents)
        if drawn.folder is not None:
            for path in write_pictures(corpus, drawn.folder, font=drawn.font, language=drawn.language):
                click.echo(str(path))


def _tell(out: Path, pages: int) -> None:
    """Print what was written."""
    click.echo(f"{out}: {pages} page{'' if pages == 1 else 's'}, {out.stat().st_size / 1000:,.0f} kB")


def _saved(paths: Iterable[Path], work: Work, summary: Summary) -> Iterator[Document]:
    """Yield the pages of results that were written to files, corrected and with what is sure enough."""
    for path in paths:
        for outcome in _outcomes(path):
            summary.add(outcome)
            if isinstance(outcome, Extraction):
                corrected = correct(outcome, work.corrections) if work.corrections else outcome
                yield document(corrected.at_least(work.least) if work.least else corrected)


def _outcomes(path: Path) -> Iterator[Outcome]:
    try:
        yield from saved(path)
    except SourceError as error:
        yield Failure(str(path), str(error))


def _read(paths: Sequence[Path], work: Work, workers: int, summary: Summary) -> Iterator[Document]:
    """Yield the pages of sources, as they are read."""
    found = list(find_pages(paths))
    with progress(len(found)) as advance:
        for done in in_order(work, found, workers):
            advance(True)
            summary.add(done.outcome)
            if isinstance(done.outcome, Extraction):
                yield Document(done.outcome, done.text)
