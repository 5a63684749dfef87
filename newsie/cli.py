"""The command line: `newsie` with its commands, each of which is a module of `newsie.commands`.

Exit status: 0 when every source was read, 1 when one was not, 2 for a wrong call.
"""

from __future__ import annotations

import io
import sys
import warnings

import click

from newsie import __version__
from newsie.commands.correct import correct_command
from newsie.commands.doctor import doctor_command
from newsie.commands.evaluate import evaluate_command
from newsie.commands.exchange import export_command, import_command
from newsie.commands.explain import explain_command
from newsie.commands.extract import extract_command
from newsie.commands.link import link_command, registry_command
from newsie.commands.query import query_command
from newsie.commands.report import report_command
from newsie.commands.rules import rules_command
from newsie.commands.schema import schema_command
from newsie.commands.show import show_command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="newsie")
def main() -> None:
    """Read Chinese newspaper pages into typed records, each field with its place on the page."""
    warnings.formatwarning = lambda message, *_, **__: (
        f"{message}\n"
    )  # for those who type, not those who program
    # what goes to a file on Chinese Windows is GBK, which has no 𠮷: that is an escape, not the end of all output
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


for _command in (
    correct_command,
    doctor_command,
    evaluate_command,
    explain_command,
    export_command,
    extract_command,
    import_command,
    link_command,
    query_command,
    registry_command,
    report_command,
    rules_command,
    schema_command,
    show_command,
):
    main.add_command(_command)
