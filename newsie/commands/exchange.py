"""The commands that bring results to annotation tools and back: `newsie export`, `newsie import`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsie.batch import Done
from newsie.commands.folder import keep_text
from newsie.commands.options import Place, failing_clean
from newsie.errors import StoreError
from newsie.out.files import JSON_SUFFIX, file_names, write_json
from newsie.out.results import read_results, text_of
from newsie.page import Source
from newsie.written import is_result

if TYPE_CHECKING:
    from newsie.exchange import Counting, Form

_FORMS = click.Choice(["label-studio", "doccano", "spacy", "conll"])
_EXISTING = Place(exists=True)
_offsets = click.option(
    "--offsets",
    type=click.Choice(["code-points", "utf-16"]),
    help="How places are counted; left out, as the tool does.",
)


@click.command("export", short_help="Write results for an annotation tool.")
@click.argument("records", nargs=-1, required=True, type=_EXISTING)
@click.option("--to", "form", required=True, type=_FORMS, help="The tool.")
@click.option("--out", required=True, type=Place(), help="The file to write.")
@click.option("--pages", multiple=True, type=_EXISTING, help="A folder of the pages; may be repeated.")
@click.option("--mentions", is_flag=True, help="Mark names too, not only the fields of records.")
@click.option("--interface", type=Place(), help="Label Studio's labelling interface: a file.")
@_offsets
def export_command(  # noqa: PLR0913 - a command has as many parameters as options
    *,
    records: tuple[Path, ...],
    form: Form,
    out: Path,
    pages: tuple[Path, ...],
    mentions: bool,
    interface: Path | None,
    offsets: Counting | None,
) -> None:
    """Write results for an annotation tool, so that people correct them.

    RECORDS are folders or files that newsie extract wrote. Their pages are looked for where the results say they
    were, and in --pages.
    """
    from newsie.exchange import Sheet, export  # noqa: PLC0415 - what only these commands need
    from newsie.exchange import interface as labelling  # noqa: PLC0415

    with failing_clean():
        sheets = [
            Sheet(result, text_of(file, result, pages), mentions)
            for path in records
            for file, result in read_results(path)
        ]
        out.write_bytes(export(sheets, form, offsets))
        if interface is not None:
            interface.write_text(labelling(), encoding="utf-8")
    click.echo(f"pages\t{len(sheets)}")


@click.command("import", short_help="Read corrected results from an annotation tool.")
@click.argument("file", type=_EXISTING)
@click.option("--from", "form", required=True, type=_FORMS, help="The tool.")
@click.option("--out", required=True, type=Place(), help="The folder for results.")
@_offsets
def import_command(*, file: Path, form: Form, out: Path, offsets: Counting | None) -> None:
    """Read results back from an annotation tool, with the corrections that people made.

    They are results like others: gold for newsie evaluate, input for newsie link.
    """
    from newsie.exchange import take_back  # noqa: PLC0415

    with failing_clean():
        results = list(take_back(file.read_bytes(), form, str(file), offsets))
        out.mkdir(parents=True, exist_ok=True)
        names = file_names([result.source for result in results])
        for place in (out / f"{name}{JSON_SUFFIX}" for name in names):
            if place.exists() and not is_result(place):
                raise StoreError(f"{place} holds no results of newsie: give another folder, or move it away")
        for name, result in zip(names, results, strict=True):
            write_json(out, name, result)
            keep_text(out, name, Source(Path(result.source)), Done(result, result.text or ""))
    click.echo(f"pages\t{len(results)}")
