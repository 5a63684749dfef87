"""The command that asks a database of results: `newsie query`."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import click

from newsie.commands.console import cell, print_rows
from newsie.commands.options import Place, failing_clean
from newsie.errors import StoreError
from newsie.extras import require
from newsie.out.database import connect


@click.command("query", short_help="Ask a .duckdb file of results in SQL.")
@click.argument("database", type=Place())
@click.argument("statement")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV instead of a table.")
def query_command(*, database: Path, statement: str, as_csv: bool) -> None:
    """Print what a .duckdb file of results answers to an SQL statement."""
    with failing_clean():
        columns, rows = query(database, statement)
    if as_csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerows([columns, *(map(cell, row) for row in rows)])
        return
    print_rows(columns, rows)


def query(database: Path, statement: str) -> tuple[Sequence[str], Sequence[tuple[object, ...]]]:
    """Return the columns and rows that a database answers to a statement, which can change nothing.

    Neither can it read or write another file.

    Raises:
        ExtraError: duckdb is not installed.
        StoreError: the database cannot be opened, or the statement is wrong.
    """
    if not database.is_file():
        raise StoreError(f"{database}: there is no such file")
    with closing(connect(database, {}, read_only=True)) as connection:
        # what is asked may come from elsewhere: it reads and writes no other file, and cannot allow itself to
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        try:
            cursor = connection.execute(statement)
            if cursor is None:
                raise StoreError("the statement is empty: give one in SQL, such as SELECT * FROM figures")
            return tuple(column[0] for column in cursor.description or ()), cursor.fetchall()
        except require("duckdb").Error as error:
            raise StoreError(str(error)) from None
