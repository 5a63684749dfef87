"""The commands that link results: `newsie link`, `newsie registry`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.table import Table

from newsie.commands.options import Place
from newsie.errors import NewsieError, SourceError
from newsie.out.restored import ARCHIVE, read_archive
from newsie.out.results import parse_result, result_files
from newsie.records import Extraction

if TYPE_CHECKING:
    import pandas as pd

    from newsie.linking.registry import Registry

_HIDDEN = ("segments", "article", "document")
_path = Place()
_EXISTING = Place(exists=True)


class _Results:
    """Results read one at a time from files, folders and archives; what cannot be read is named and counted."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self.failures = 0
        self.count = 0
        self._paths = tuple(paths)

    def __iter__(self) -> Iterator[Extraction]:
        for path in self._paths:
            for file in result_files(path, below=True):
                for result in self._read(file):
                    self.count += 1
                    yield result
        if not self.count:
            raise SourceError(
                f"{', '.join(map(str, self._paths))}: no results here: a folder of .json files, a .jsonl, or a .duckdb"
                " that newsie extract wrote"
            )

    def _read(self, file: Path) -> Iterator[Extraction]:
        if file.suffix.lower() == ARCHIVE:
            yield from read_archive(file)
            return
        try:
            with file.open(encoding="utf-8") as lines:
                texts = filter(str.strip, lines) if file.suffix == ".jsonl" else [lines.read()]
                yield from map(parse_result, texts)
        except (OSError, UnicodeDecodeError, SourceError) as error:
            self.failures += 1
            click.echo(f"{file}: {error}", err=True)


@click.command("link", short_help="Link the results of many pages into a registry.")
@click.argument("records", nargs=-1, required=True, type=_EXISTING)
@click.option("--out", required=True, type=_path, help="The registry, a DuckDB file; updated if it is there.")
@click.option("--decisions", type=_EXISTING, help="What a reviewer decided, a TOML file; it is only read.")
@click.option("--afresh", is_flag=True, help="Make the registry anew even if it is there.")
def link_command(*, records: tuple[Path, ...], out: Path, decisions: Path | None, afresh: bool) -> None:
    """Link the people, posts, bodies, projects and figures of results into a registry.

    RECORDS are what newsie extract wrote: folders, files, DuckDB archives. Results that the registry has are left alone; those that have changed since (corrected ones) are linked anew.
    """
    from newsie.linking import link  # noqa: PLC0415 - what only linking needs
    from newsie.linking.decisions import read_decisions  # noqa: PLC0415
    from newsie.linking.registry import Registry, check_place  # noqa: PLC0415

    results = _Results(records)
    try:
        check_place(out)
        if out.exists() and not afresh:
            with Registry.open(out) as registry:
                decided = None if decisions is None else read_decisions(decisions)
                updated = registry.update(results, decided)
                click.echo(f"new\t{updated.new}\nchanged\t{updated.changed}")
        else:
            link(results, decisions=decisions).save(out)
        with Registry.open(out, read_only=True) as registry:
            for name, count in registry.counts():
                click.echo(f"{name}\t{count}")
            if sources := registry.repeated():
                click.echo(
                    f"{len(sources)} sources stand for several documents ({sources[0]}): if a page has changed, the old one"
                    " stays; --afresh links only what is there now",
                    err=True,
                )
            for one, fault in registry.unmet():
                sides = " and ".join(" ".join(side) for side in (one.left, one.right))
                click.echo(f"decision not met, {sides}: {fault}", err=True)
    except (NewsieError, OSError) as error:
        raise click.ClickException(str(error)) from None
    sys.exit(1 if results.failures else 0)


@click.group("registry")
def registry_command() -> None:
    """Ask a registry that newsie link made."""


_registry = click.argument("registry", type=_EXISTING)
_form = click.option(
    "--format", "form", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True
)


@registry_command.command()
@_registry
@click.argument("body")
@click.argument("title")
@click.option("--on", help="A day, YYYY-MM-DD.")
@click.option("--place", help="The city or county, where bodies of several have the name.")
@_form
def holders(  # noqa: PLR0913 - a command has as many parameters as options
    *, registry: Path, body: str, title: str, on: str | None, place: str | None, form: str
) -> None:
    """Who held the post TITLE of BODY: holders r.duckdb 区管委会 主任 --on 2022-08-01."""
    with _opened(registry) as found:
        _answer(found, found.holders(body, title, on=on, place=place), form, ("organization", body))


@registry_command.command()
@_registry
@click.argument("name")
@_form
def career(*, registry: Path, name: str, form: str) -> None:
    """Which posts NAME held, and when."""
    with _opened(registry) as found:
        _answer(found, found.career(name), form, ("person", name))


@registry_command.command()
@_registry
@click.argument("project")
@_form
def timeline(*, registry: Path, project: str, form: str) -> None:
    """How PROJECT moved on."""
    with _opened(registry) as found:
        _answer(found, found.timeline(project), form, ("project", project))


@registry_command.command()
@_registry
@click.option("--subject", help="A body or place.")
@click.option("--indicator", help="Words of the indicator.")
@click.option("--unit", help="The unit.")
@_form
def series(
    *, registry: Path, subject: str | None, indicator: str | None, unit: str | None, form: str
) -> None:
    """How figures changed, and which cannot be compared."""
    with _opened(registry) as found:
        _answer(found, found.series(subject, indicator, unit), form, ("organization", subject or ""))


@registry_command.command()
@_registry
@click.option("--toml", is_flag=True, help="As decisions to fill in.")
@_form
def reviews(*, registry: Path, toml: bool, form: str) -> None:
    """Which pairs wait for a decision."""
    with _opened(registry) as found:
        frame = found.reviews()
        if not toml:
            _show(frame, form)
            return
        for row in frame.to_dict("records"):
            click.echo(_stanza(row))


@registry_command.command()
@_registry
def dump(*, registry: Path) -> None:
    """All tables as lines of JSON: the same bytes for the same pages."""
    with _opened(registry) as found:
        click.echo(found.dump(), nl=False)


@contextmanager
def _opened(path: Path) -> Iterator[Registry]:
    """Open a registry; what goes wrong is a message."""
    from newsie.linking.registry import Registry  # noqa: PLC0415 - what only linking needs

    try:
        with Registry.open(path, read_only=True) as registry:
            yield registry
    except NewsieError as error:
        raise click.ClickException(str(error)) from None


def _answer(registry: Registry, frame: pd.DataFrame, form: str, asked: tuple[str, str]) -> None:
    """Print an answer; where there is none, say so, with names that are like the one asked for."""
    _show(frame, form)
    if frame.empty:
        alike = registry.alike(*asked)
        click.echo(f"nothing found{'; names like it: ' + ' '.join(alike) if alike else ''}", err=True)


def _show(frame: pd.DataFrame, form: str) -> None:
    """Print an answer; the table leaves out the places that evidence stands at."""
    if form == "json":
        click.echo(frame.to_json(orient="records", lines=True, force_ascii=False), nl=False)
    elif form == "csv":
        click.echo(frame.to_csv(index=False), nl=False)
    else:
        _print_table(frame.drop(columns=[name for name in frame.columns if name.endswith(_HIDDEN)]))


def _print_table(frame: pd.DataFrame) -> None:
    console = Console()
    table = Table(*frame.columns)
    # what is not known is None, NaN or, in a column of counts, pandas' NA
    bare = frame.astype(object).where(frame.notna(), "")
    lines = [[str(value) for value in row] for row in bare.itertuples(index=False)]
    if not console.is_terminal:
        click.echo("\n".join("\t".join(line) for line in [list(frame.columns), *lines]))
        return
    for line in lines:
        table.add_row(*line)
    console.print(table)


def _stanza(row: dict[str, str]) -> str:
    """Return a doubtful pair as a decision without a verdict."""
    sides = (
        f"{side} = {json.dumps([row[f'{side}_document'], row[f'{side}_name']], ensure_ascii=False)}"
        for side in ("left", "right")
    )
    verdict = f'# {row["score"]}: {row["reasons"]}\n[[decision]]\nverdict = ""  # same or different'
    return "\n".join((verdict, f'kind = "{row["kind"]}"', *sides, ""))
