"""The command that writes down a correction: `newsie correct`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click
from pydantic import JsonValue, ValidationError

from newsie.commands.options import Place
from newsie.corrections import changed, find_by_id, kind_of, load_corrections, place_of, read_correction
from newsie.errors import CorrectionError, SourceError
from newsie.out.results import parse_result
from newsie.records import Extraction

_file = Place(dir_okay=False)


@click.command("correct", short_help="Add a correction of a record to a file.")
@click.argument("results", type=Place(exists=True, dir_okay=False))
@click.argument("record_id", metavar="ID")
@click.option("--accept", is_flag=True, help="The record is right.")
@click.option("--reject", is_flag=True, help="There is no such record.")
@click.option(
    "--set",
    "values",
    multiple=True,
    metavar="FIELD=VALUE",
    help="The value of a field, as words or as JSON; a dot leads into a value: date.start=2023-03-26.",
)
@click.option("--note", help="What to write beside it.")
@click.option("--to", "out", required=True, type=_file, help="The file of corrections to add a line to.")
def correct_command(  # noqa: PLR0913 - a command has as many parameters as options
    *,
    results: Path,
    record_id: str,
    accept: bool,
    reject: bool,
    values: tuple[str, ...],
    note: str | None,
    out: Path,
) -> None:
    """Add a correction of the record with an ID to a file, for `newsie extract --corrections`.

    RESULTS is the .json of the page, or the .jsonl of many.
    """
    if [accept, reject, bool(values)].count(True) != 1:
        raise click.UsageError("say one of --accept, --reject and --set FIELD=VALUE")
    verdict = "accept" if accept else "reject" if reject else "change"
    try:
        line = _line(results, record_id, verdict, dict(map(_value, values)), note)
        _append(out, line)
    except (OSError, CorrectionError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(line)


def _append(out: Path, line: str) -> None:
    """Add a line to a file of corrections; what others add meanwhile stays.

    Raises:
        CorrectionError: the file holds something else, results say.
    """
    open_end = False
    if out.exists():
        load_corrections(out)
        open_end = not out.read_bytes().endswith((b"\n", b"\xef\xbb\xbf")) and out.stat().st_size > 0
    with out.open("a", encoding="utf-8", newline="") as file:
        file.write(f"{chr(10) * open_end}{line}\n")


def _line(results: Path, record_id: str, verdict: str, values: dict[str, JsonValue], note: str | None) -> str:
    """Return the line of a correction, tried on its record.

    Raises:
        CorrectionError: there is no such record, or it does not fit.
    """
    for extraction in _read(results):
        record = find_by_id(extraction, record_id)
        if record is not None:
            break
    else:
        raise CorrectionError(f"{results}: there is no record {record_id}")
    place = place_of(record)
    said: dict[str, object] = {
        "text_sha256": extraction.text_sha256,
        "record": kind_of(record),
        "id": record_id,
        "verdict": verdict,
        "set": values,
        "at": place.model_dump() if place else None,
        "note": note,
    }
    line = json.dumps({key: value for key, value in said.items() if value}, ensure_ascii=False)
    read_correction(line, "--set")
    try:
        changed(record, values, note, None)
    except ValidationError as error:
        first = error.errors()[0]
        raise CorrectionError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    return line


def _read(results: Path) -> Iterator[Extraction]:
    """Yield the results of a file.

    Raises:
        CorrectionError: it holds something else.
    """
    with results.open(encoding="utf-8") as lines:
        yield from map(_result, filter(str.strip, lines) if results.suffix == ".jsonl" else [lines.read()])


def _result(text: str) -> Extraction:
    try:
        return parse_result(text)
    except SourceError as error:
        raise CorrectionError(str(error)) from None


def _value(given: str) -> tuple[str, JsonValue]:
    """Return the field and value of FIELD=VALUE; what is no JSON is words."""
    name, sign, written = given.partition("=")
    if not sign or not name:
        raise click.UsageError(f"{given!r} is not FIELD=VALUE")
    if not written.startswith(("[", "{", '"')) and written != "null":
        return name, written
    try:
        value: JsonValue = json.loads(written)
    except ValueError as error:
        raise click.UsageError(f"{name}: {written} begins like JSON and is none: {error}") from None
    return name, value
