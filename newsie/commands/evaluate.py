"""The command that measures results against gold: `newsie evaluate`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsie.commands.console import print_rows
from newsie.commands.options import Place, failing_clean
from newsie.errors import SourceError
from newsie.extractor import PIPELINE, PIPELINE_WITHOUT_MODEL

if TYPE_CHECKING:
    from newsie.evaluation import Evaluation, Miss
    from newsie.evaluation.comparison import Comparison

_EXISTING = Place(exists=True)
_CHANGES = "changes"
_LONGEST = 120


@click.command("evaluate", short_help="Measure results against gold.")
@click.argument("gold", type=_EXISTING)
@click.argument("sources", type=_EXISTING)
@click.option("--predictions", type=_EXISTING, help="Results that were written before; nothing is extracted.")
@click.option(
    "--against", type=_EXISTING, help="What --json printed for another version: what was gained and lost."
)
@click.option("--json", "as_json", is_flag=True, help="Print figures, misses and changes as JSON.")
@click.option("--fields", is_flag=True, help="Print a row for each field too.")
@click.option("--misses", is_flag=True, help="Print each thing missed, invented or wrong.")
@click.option("--html", type=Place(), help="Write the misses beside the text, for a browser.")
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Processes.")
@click.option("--pipeline", default=PIPELINE, show_default=True, help="A pipeline's name or folder.")
@click.option("--rules", multiple=True, type=_EXISTING, help="A folder of your own rules; may be repeated.")
@click.option("--no-model", "pipeline", flag_value=PIPELINE_WITHOUT_MODEL, help="Rules and lexicons only.")
def evaluate_command(  # noqa: PLR0913 - a command has as many parameters as options
    *,
    gold: Path,
    sources: Path,
    predictions: Path | None,
    against: Path | None,
    as_json: bool,
    fields: bool,
    misses: bool,
    html: Path | None,
    workers: int,
    pipeline: str,
    rules: tuple[Path, ...],
) -> None:
    """Measure results against gold: how many records and fields are right, with intervals.

    GOLD is a folder of results that a reader corrected, SOURCES the folder of their pages.
    """
    from newsie.evaluation import evaluate  # noqa: PLC0415 - what only this command needs
    from newsie.evaluation.comparison import compare  # noqa: PLC0415
    from newsie.evaluation.grading import extracted, find_tasks, predicted  # noqa: PLC0415
    from newsie.evaluation.html import misses_page  # noqa: PLC0415
    from newsie.rules import load_rules  # noqa: PLC0415

    with failing_clean():
        tasks = find_tasks(gold, sources)
        if predictions is not None:
            found = evaluate(predicted(tasks, predictions))
        else:
            found = evaluate(extracted(tasks, pipeline, workers, load_rules(rules)))
        change = None if against is None else compare(_read(against), found)
        if html is not None:
            html.write_text(misses_page(found, tasks), encoding="utf-8")
    if as_json:
        click.echo(_json(found, change))
        return
    _print_figures(found, change, fields=fields)
    for miss in found.misses if misses else ():
        click.echo(_line(miss.outcome, miss, miss.found))
    for one in change.changes if change else ():
        click.echo(_line(one.what, one.miss, one.before))


def _read(path: Path) -> Evaluation:
    """Read what --json printed, with or without changes.

    Raises:
        SourceError: it is something else.
    """
    from newsie.evaluation import Evaluation  # noqa: PLC0415

    try:
        # bytes, of which json knows UTF-16 too: PowerShell writes that where > leads
        told = json.loads(path.read_bytes())
        figures = {name: told[name] for name in told if name != _CHANGES}
        return Evaluation.model_validate(figures)
    except (ValueError, TypeError) as error:
        first = str(error).partition("\n")[0]
        raise SourceError(f"{path}: not what newsie evaluate --json printed: {first}") from None


def _json(found: Evaluation, change: Comparison | None) -> str:
    told = found.model_dump(mode="json")
    if change is not None:
        told[_CHANGES] = change.model_dump(mode="json")[_CHANGES]
    return json.dumps(told, ensure_ascii=False, indent=1)


def _print_figures(found: Evaluation, change: Comparison | None, *, fields: bool) -> None:
    """Print a row for each kind of thing, and where it was with another version."""
    from newsie.evaluation.measures import HEADLINE_ROWS, OVERALL  # noqa: PLC0415

    before = {row.name: row.before for row in change.rows} if change else {}
    columns = ["row", "F1", "95 %", "right", "invented", "missed", *(["before"] if change else [])]
    rows: list[list[object]] = []
    for row in found.rows:
        if not fields and row.name not in {*HEADLINE_ROWS, OVERALL}:
            continue
        counts = ("", "", "") if row.name == OVERALL else (row.right, row.invented, row.missed)
        interval = "" if row.low is None else f"{row.low:.1f}–{row.high:.1f}"
        was = [_figure(before.get(row.name))] if change else []
        rows.append([row.name, _figure(row.f1), interval, *counts, *was])
    print_rows(columns, rows)


def _figure(figure: float | None) -> str:
    return "" if figure is None else f"{figure:.1f}"


def _line(what: str, miss: Miss, found: str) -> str:
    """Return what is said of a miss: one line, tabs between its parts."""
    name = f"{miss.kind}.{miss.field}" if miss.field else miss.kind
    times = f" × {miss.times}" if miss.times > 1 else ""
    label = f"{name} evidence" if miss.row == "evidence" else name
    parts = (what, miss.document, miss.article, label + times, f"gold: {miss.gold}", f"found: {found}")
    return "\t".join(" ".join(part.split())[:_LONGEST] for part in parts)
