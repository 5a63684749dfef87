"""The command that looks at a user's own rules: `newsie rules check`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from newsie.commands.options import Place
from newsie.errors import RuleError
from newsie.rules import Rules, check_rules, read_sources
from newsie.rules.kinds import RecordType
from newsie.rules.lists import LISTS

_FEW = 12


@click.group("rules")
def rules_command() -> None:
    """Look at rules of your own."""


@rules_command.command("check", short_help="Print what rules add, or what is wrong with them.")
@click.argument("paths", nargs=-1, required=True, type=Place())
def check(*, paths: tuple[Path, ...]) -> None:
    """Print what folders of rules would add, or everything that is wrong with them."""
    try:
        sources = read_sources(paths)
    except RuleError as error:
        raise click.ClickException(str(error)) from None
    rules, faults = check_rules(sources)
    for fault in faults:
        click.echo(str(fault), err=True)
    if faults:
        click.echo(
            f"{len(faults)} fault{'s' * (len(faults) > 1)}; nothing of these rules can be used", err=True
        )
        sys.exit(1)
    for line in _told(rules):
        click.echo(line)


def _told(rules: Rules) -> Iterator[str]:
    entries = rules.layer.entries if rules.layer else {}
    for name, rows in sorted(entries.items()):
        words = [row[LISTS[name].columns.index("word")] for row in rows]
        more = f" … ({len(words)})" if len(words) > _FEW else ""
        yield f"{name}, {LISTS[name].about}: {' '.join(words[:_FEW])}{more}"
    for kind in rules.added:
        yield f"{kind.name}, patterns: {', '.join(finder.name for finder in kind.patterns)}"
    for kind in rules.record_types:
        yield from _of_type(kind)


def _of_type(kind: RecordType) -> Iterator[str]:
    yield f"{kind.name}, a record type{f' ({kind.about})' * bool(kind.about)}"
    for name, field in kind.fields.items():
        needed = ", required" * field.required
        units = f", in {' '.join(field.units)}" * bool(field.units)
        yield f"  {name}: {field.type}{needed}{units}{f' ({field.about})' * bool(field.about)}"
    yield f"  patterns: {', '.join(finder.name for finder in kind.patterns)}"
    if kind.details:
        yield f"  details: {', '.join(finder.name for finder in kind.details)}"
