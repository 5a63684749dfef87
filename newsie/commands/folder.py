"""Sources to a folder of JSON: a file for each, or one with a line for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from newsie.batch import Done, Outcome, in_order, name_of
from newsie.commands.console import Summary, progress
from newsie.corpus import Run
from newsie.errors import StoreError
from newsie.inputs import Columns, Unread, find_pages
from newsie.out.exports import TABLE_SUFFIXES
from newsie.out.files import (
    JSON_SUFFIX,
    LINES_NAME,
    TEXT_SUFFIX,
    file_names,
    names_of,
    remove_json,
    remove_text,
    whole_file,
    write_json,
    write_text,
)
from newsie.out.restored import read_sources, sources_of
from newsie.page import Source
from newsie.records import Extraction
from newsie.written import is_result, source_of

_NO_FOLDERS = frozenset(
    [
        ".json",
        ".jsonl",
        ".ndjson",
        ".tsv",
        ".xls",
        ".xlsx",
        ".htm",
        ".html",
        ".txt",
        ".xml",
        ".pdf",
        ".db",
        ".sqlite3",
        ".arrow",
        ".zip",
        ".gz",
    ]
)
"""Endings of what is no folder, and nothing else that newsie writes."""


@dataclass(frozen=True, slots=True)
class Folder:
    """What there is to do.

    Attributes:
        paths: files and folders.
        columns: which columns of tables are read.
        out: where results go.
        form: `json` for a file for each source, `jsonl` for one with a line for each.
    """

    paths: tuple[Path, ...]
    columns: Columns
    out: Path
    form: str


def run_folder(folder: Folder, run: Run) -> Summary:
    """Write the result of each source to a folder as it comes."""
    out, work = folder.out, run.work
    _must_be_folder(out)
    found = find_pages(folder.paths, columns=folder.columns, limits=work.limits, leave=[out / LINES_NAME])
    inputs = list(found)
    names = file_names([name_of(unread) for unread in inputs])
    _must_be_ours(out, inputs, names, folder.form)
    out.mkdir(parents=True, exist_ok=True)
    summary = Summary(unmet=set(work.corrections.by_text))
    with progress(len(inputs)) as advance:
        results = in_order(work, inputs, run.workers)
        for outcome in _written(out, list(zip(names, inputs, strict=True)), results, folder.form):
            advance(True)
            summary.add(outcome)
    return summary


def check_folder(out: Path) -> None:
    """Make sure that JSON can be written to a folder from an archive: what is there of JSON are results.

    Raises:
        ClickException, UsageError: it is a file, or named like one.
        StoreError: there is other JSON.
    """
    _must_be_folder(out)
    for path in (*out.glob(f"*{JSON_SUFFIX}"), out / LINES_NAME):
        if path.is_file() and not is_result(path):
            raise StoreError(f"{path} holds no results of newsie: give another folder, or move it away")


def write_folder(store: Path, out: Path, form: str, gone: Iterable[str] = ()) -> None:
    """Write what an archive has to a folder as `run_folder` writes it; what it wrote of sources that are gone is removed."""
    sources = sources_of(store)
    named = list(zip(file_names(sources), (Source(Path(source)) for source in sources), strict=True))
    out.mkdir(parents=True, exist_ok=True)
    taken = frozenset(name.casefold() for name, _ in named)
    for source in gone:
        _remove_earlier(out, source, taken)
    results = (Done(outcome, text) for outcome, text in read_sources(store))
    for _ in _written(out, named, results, form):
        pass


def _must_be_folder(out: Path) -> None:
    """Refuse what was surely not meant as the name of a folder: a file that is there, or records.jsonl."""
    if out.is_file():
        raise click.ClickException(f"--out {out} is a file: give a folder, or a name such as records.duckdb")
    if out.suffix.lower() in _NO_FOLDERS and not out.is_dir():
        bare = out
        while bare.suffix.lower() in _NO_FOLDERS | TABLE_SUFFIXES:  # records.csv.gz: records
            bare = bare.with_suffix("")
        raise click.UsageError(
            f"--out {out}: JSON is written into a folder: --out {bare}, with --format jsonl for one file; "
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


def _written(
    folder: Path, named: Sequence[tuple[str, Unread]], results: Iterable[Done], form: str
) -> Iterator[Outcome]:
    """Write each result and yield it; a file for each, or a line for each."""
    if form == "json":
        taken = frozenset(name.casefold() for name, _ in named)
        for (name, unread), done in zip(named, results, strict=True):
            _remove_earlier(folder, name_of(unread), taken)
            if isinstance(done.outcome, Extraction):
                write_json(folder, name, done.outcome)
            else:
                remove_json(folder, name)
            keep_text(folder, name, unread, done)
            yield done.outcome
        return
    with whole_file(folder / LINES_NAME) as lines:
        for (name, unread), done in zip(named, results, strict=True):
            if isinstance(done.outcome, Extraction):
                lines.write(done.outcome.model_dump_json() + "\n")
            keep_text(folder, name, unread, done)
            yield done.outcome


def _remove_earlier(folder: Path, source: str, taken: frozenset[str]) -> None:
    """Remove what an earlier run called otherwise: page.json, for a_page.json now that there is a b/page.txt."""
    for name in names_of(source):
        path = folder / f"{name}{JSON_SUFFIX}"
        if name.casefold() not in taken and path.is_file() and source_of(path) == source:
            remove_json(folder, name)
            remove_text(folder, name)


def keep_text(folder: Path, name: str, unread: Unread, done: Done) -> None:
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
