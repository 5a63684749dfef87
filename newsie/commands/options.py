"""What the commands share: arguments and options, and faults told as messages."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click

from newsie.errors import DateError, NewsieError
from newsie.extractor import PIPELINE, PIPELINE_WITHOUT_MODEL
from newsie.values import read_day


class Place(click.Path):
    """A path; one of no characters, as an unset variable of the shell leaves it, is not the folder one is in."""

    def __init__(self, **known: Any) -> None:  # noqa: ANN401 - what click.Path takes
        super().__init__(path_type=Path, **known)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401
        """Return the path that is named."""
        if value == "":
            self.fail("the path is empty; . is the folder you are in", param, ctx)
        return super().convert(value, param, ctx)


class Day(click.ParamType[date]):
    """A day of the calendar."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day that an option says."""
        try:
            return read_day(value if isinstance(value, date) else str(value))
        except DateError as error:
            self.fail(str(error), param, ctx)


# one that may not be read is a failure, as one that is missing: its neighbours are read
PATHS = click.argument("paths", nargs=-1, required=True, type=Place(allow_dash=True, readable=False))
PUBLISHED = click.option("--published", type=Day(), help="The day all of them were published, YYYY-MM-DD.")
PIPELINES = click.option(
    "--pipeline", default=PIPELINE, show_default=True, help="A pipeline's name or folder."
)
NO_MODEL = click.option(
    "--no-model",
    "pipeline",
    flag_value=PIPELINE_WITHOUT_MODEL,
    help=f"Rules and lexicons only: --pipeline {PIPELINE_WITHOUT_MODEL}.",
)
RULES = click.option(
    "--rules",
    multiple=True,
    type=Place(),
    help="A folder of your own rules: entries for word lists, and record types; may be repeated.",
)
CORRECTIONS = click.option(
    "--corrections",
    multiple=True,
    type=Place(),
    help="A file of corrections, lines of JSON, applied to every result; may be repeated.",
)
MIN_CONFIDENCE = click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="Leave out records, and fields that may be empty, that are less sure: 0.8, say.",
)
WORKERS = click.option(
    "--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Processes."
)


@contextmanager
def failing_clean() -> Iterator[None]:
    """Turn what can go wrong outside a single source into a message."""
    try:
        yield
    except BrokenPipeError:
        raise
    except (OSError, NewsieError) as error:
        raise click.ClickException(_told(error)) from None


def _told(error: OSError | NewsieError) -> str:
    """Return what went wrong and where, of a file that was to be made beside its place the folder."""
    if not isinstance(error, OSError) or error.filename is None:
        return str(error)
    place = Path(os.fsdecode(error.filename))
    return f"{place.parent if place.name.startswith('.newsie.') else place}: {error.strerror}"
