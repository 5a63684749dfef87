"""An archive on disk to tables on disk: finding, extracting with progress, and writing every format."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

import click

from newsie.commands.console import Summary, progress
from newsie.commands.folder import check_folder, write_folder
from newsie.corpus import Run, extract_archive
from newsie.errors import StoreError
from newsie.inputs import Columns, Unread, find_pages, is_stream
from newsie.out.database import Database, Entry
from newsie.out.exports import DATABASE, EXPORTS, TABLE_SUFFIXES, check_place, export
from newsie.out.files import LINES_NAME
from newsie.out.schemas import KINDS
from newsie.version import __version__


@dataclass(frozen=True, slots=True)
class Archive:
    """What there is to do.

    Attributes:
        paths: files and folders.
        columns: which columns of tables are read.
        outs: where tables go, at most one of which ends in .duckdb, and at most one folder of JSON.
        resume: whether the .duckdb may exist already.
        form: how JSON is written: `json` or `jsonl`.
    """

    paths: tuple[Path, ...]
    columns: Columns
    outs: tuple[Path, ...]
    resume: bool = False
    form: str = "json"


def run_archive(archive: Archive, run: Run) -> Summary:
    """Do an archive, and write its tables, and JSON beside them.

    Raises:
        ExtraError: duckdb or pyarrow is not installed.
        UsageError: outputs that do not go together.
        StoreError: a file of results cannot be used.
    """
    _check(archive)
    summary = Summary(unmet=set(run.work.corrections.by_text))
    leave = [out if _is_table(out) else out / LINES_NAME for out in archive.outs]
    find = partial(find_pages, columns=archive.columns, limits=run.work.limits, leave=leave)
    # they are gone through twice, to count and to work, and a stream can be read but once
    files = [path for path in archive.paths if not is_stream(path)]
    streams = tuple(find([path for path in archive.paths if is_stream(path)]))

    def found() -> Iterator[Unread]:
        return chain(find(files), streams)

    with _store(archive.outs) as store:
        with closing(Database(store)) as database, progress(sum(1 for _ in found())) as advance:

            def note(entry: Entry | None) -> None:
                advance(entry is not None)
                if entry is None:
                    summary.known += 1
                else:
                    summary.add(entry.outcome)

            gone = extract_archive(found(), database, run, note, archive.paths)
            for source in gone:
                click.echo(f"{source}: taken out: it is no longer there", err=True)
            summary.taken_out = len(gone)
            summary.archive = database.counts()
            if not archive.resume:
                summary.counts.update({kind: summary.archive[kind] - summary.counts[kind] for kind in KINDS})
            _tell_versions(store, database.versions())
        for out in archive.outs:
            if out.suffix.lower() in EXPORTS:
                export(store, out)
            elif out != store:
                write_folder(store, out, archive.form, gone)
    return summary


def _tell_versions(store: Path, versions: Mapping[str, int]) -> None:
    """Say how many documents another version of newsie left, which --resume does not read anew."""
    for version, count in versions.items():
        if version != __version__:
            click.echo(
                f"{store}: documents that stay as newsie {version} read them: {count}; begin a new file to have all of "
                "one version",
                err=True,
            )


def _check(archive: Archive) -> None:
    """Refuse what cannot be written before any work is done."""
    stores = [out for out in archive.outs if out.suffix.lower() == DATABASE]
    tables = [out for out in archive.outs if _is_table(out)]
    folders = [out for out in archive.outs if out not in tables]
    if len(folders) > 1:
        raise click.UsageError("only one --out may be a folder of JSON")
    for out in folders:
        check_folder(out)
    if len(stores) > 1:
        raise click.UsageError("only one --out may end in .duckdb")
    if archive.resume and not stores:
        raise click.UsageError("--resume goes on with a .duckdb file: add --out NAME.duckdb")
    if stores and stores[0].exists() and not archive.resume:
        raise StoreError(f"{stores[0]} exists: continue it with --resume, or choose another file")
    for out in tables:
        _check_apart(out, archive)
        if out.suffix.lower() in EXPORTS:
            check_place(out)
        elif out.is_dir():
            raise StoreError(f"{out} is a folder: choose another name, or move it away")


def _is_table(out: Path) -> bool:
    return out.suffix.lower() in TABLE_SUFFIXES


def _check_apart(out: Path, archive: Archive) -> None:
    """Refuse an output that would take the place of what is read, or of another output."""
    place = out.resolve()
    for path in archive.paths:
        if str(path) != "-" and path.resolve().is_relative_to(place):
            raise StoreError(f"{out} is to be read: choose another name for what is written")
    for other in archive.outs:
        if place in other.resolve().parents:
            raise StoreError(f"{other} lies in {out}, which is written as a whole: put them side by side")


@contextmanager
def _store(outs: Sequence[Path]) -> Iterator[Path]:
    """Give the database to write to: the one that is asked for, or one for the time of the run."""
    for out in outs:
        out.parent.mkdir(parents=True, exist_ok=True)
    for out in outs:
        if out.suffix.lower() == DATABASE:
            yield out
            return
    with tempfile.TemporaryDirectory(dir=outs[0].parent, prefix=".newsie.") as folder:
        yield Path(folder) / "records.duckdb"
