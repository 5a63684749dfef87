"""The command that says why: `newsie explain`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from newsie.batch import name_of
from newsie.commands.options import NO_MODEL, PIPELINES, PUBLISHED, RULES, Place, failing_clean
from newsie.errors import NewsieError
from newsie.explaining import Explanation, explain_page
from newsie.explaining.model import FieldRead, Gap, SentenceExplained
from newsie.extractor import load
from newsie.inputs import find_pages, read_page

_STYLES = {"seen": "dim", "read": "green", "refused": "red", "empty": "yellow"}
_LONGEST = 60


@click.command("explain", short_help="Say why a page gave what it gave.")
@click.argument("path", type=Place(allow_dash=True))
@click.option("--sentence", type=click.IntRange(min=1), help="The number of the one sentence to explain.")
@click.option("--match", help="Words that the sentences to explain hold.")
@PUBLISHED
@PIPELINES
@NO_MODEL
@RULES
@click.option("--json", "as_json", is_flag=True, help="Print JSON, a line for each source.")
def explain_command(  # noqa: PLR0913 - a command has as many parameters as options
    *,
    path: Path,
    sentence: int | None,
    match: str | None,
    published: date | None,
    pipeline: str,
    rules: tuple[Path, ...],
    as_json: bool,
) -> None:
    """Say why a page gave what it gave: what each sentence's words were seen as, read as, refused as.

    For each sentence of the articles' bodies: names with their votes, literals, posts; the fields
    that were read from it, each with the rule; what was considered and refused; which fields of
    its records are empty, and why.
    """
    console = Console(soft_wrap=True, highlight=False)
    failures = explained = 0
    with failing_clean():
        extractor = load(pipeline, rules=rules)
        for unread in find_pages([path]):
            try:
                page = read_page(unread)
            except NewsieError as error:  # its neighbours are explained
                name = name_of(unread)
                click.echo(f"{name}: not read: {str(error).removeprefix(f'{name}: ')}", err=True)
                failures += 1
                continue
            if published is not None:
                page = replace(page, published=published, published_from="given")
            found = explain_page(extractor, page, sentence=sentence, match=match)
            explained += len(found.sentences)
            if as_json:
                click.echo(found.model_dump_json())
            elif found.sentences or not (sentence or match):
                _show(found, console)
    if not explained and not failures:
        click.echo(_nothing(sentence, match), err=True)
    sys.exit(1 if failures else 0)


def _nothing(sentence: int | None, match: str | None) -> str:
    """Return why nothing was explained."""
    if match:
        return f"no sentence of an article's body has the words {match}"
    return f"there is no sentence {sentence}" if sentence else "there is no article's body to explain"


def _show(explanation: Explanation, console: Console) -> None:
    """Print an explanation for reading in a terminal."""
    console.print(Text(explanation.source, style="bold"))
    for article, group in groupby(explanation.sentences, key=lambda one: one.article):
        sentences = [*group]
        console.print()
        console.print(Text(f"{sentences[0].headline or '—'}  {article}", style="bold cyan"))
        for sentence in sentences:
            console.print()
            console.print(Text(f"{sentence.number}  {sentence.text}"))
            for heading, lines in _parts(sentence):
                for line in lines:
                    console.print(Text(f"   {heading:<8}{line}", style=_STYLES[heading]))


def _parts(sentence: SentenceExplained) -> Iterator[tuple[str, Iterable[str]]]:
    yield "seen", (f"{one.label.lower()} {one.text}  ← {', '.join(one.by)}" for one in sentence.names)
    yield "seen", (f"{one.kind} {one.text}  = {one.meaning}".rstrip(" =") for one in sentence.literals)
    yield (
        "seen",
        (
            f"post {one.person}: {one.organization or '—'} + {one.title}  ← {one.rule}"
            for one in sentence.posts
        ),
    )
    yield "read", _read(sentence.read)
    yield "refused", (f"{one.record} {_short(one.text)}: {one.reason}" for one in sentence.refused)
    yield "empty", _empty(sentence.empty)


def _read(fields: Iterable[FieldRead]) -> Iterator[str]:
    """Yield a line for each field; words that bear the same field of several records are one line."""
    lines: dict[tuple[str, str, str, str], list[FieldRead]] = {}
    for one in fields:
        lines.setdefault((one.record, one.field, one.text, one.rule), []).append(one)
    for (record, field, text, rule), same in lines.items():
        chance = f" {same[0].chance:.2f}" if same[0].chance is not None else ""
        yield f"{record} {_several(same)} {field}: {_short(text)}  ← {rule}{chance}"


def _empty(gaps: Iterable[Gap]) -> Iterator[str]:
    """Yield a line for each empty field; the same of several records is one line."""
    lines: dict[tuple[str, str, str], list[Gap]] = {}
    for one in gaps:
        lines.setdefault((one.record, one.field, one.reason), []).append(one)
    for (record, field, reason), same in lines.items():
        yield f"{record} {_several(same)} {field}: {reason}"


def _several(same: Sequence[FieldRead] | Sequence[Gap]) -> str:
    many = f" and {len(same) - 1} more" if len(same) > 1 else ""
    return f"{_digits(same[0].id)}{many}"


def _digits(name: str) -> str:
    """Return the first digits of an id, enough to tell the records of a page apart."""
    return name.rpartition("-")[2][:6]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
