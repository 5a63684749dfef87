"""What the commands share: a day as an option, and faults told as messages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import click

from newsie.errors import DateError, NewsieError
from newsie.values import read_day


class Day(click.ParamType[date]):
    """A day of the calendar."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day that an option says."""
        try:
            return read_day(value if isinstance(value, date) else str(value))
        except DateError as error:
            self.fail(str(error), param, ctx)


@contextmanager
def failing_clean() -> Iterator[None]:
    """Turn what can go wrong outside a single source into a message."""
    try:
        yield
    except BrokenPipeError:
        raise
    except (OSError, NewsieError) as error:
        raise click.ClickException(str(error)) from None
