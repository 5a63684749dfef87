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

from newsie.errors import DateError, NewsieError
from newsie.explaining import Explanation, explain_page
from newsie.explaining.model import FieldRead, Gap, SentenceExplained
from newsie.extractor import PIPELINE, load
from newsie.inputs import find_pages, read_page
from newsie.page import Failure, Page
from newsie.values import read_day

_STYLES = {"seen": "dim", "read": "green", "refused": "red", "empty": "yellow"}
_LONGEST = 60


@click.command("explain", short_help="Say why a page gave what it gave.")
@click.argument("path", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--sentence", type=click.IntRange(min=1), help="The number of the one sentence to explain.")
@click.option("--match", help="Words that the sentences to explain hold.")
@click.option("--published", help="The day it was published, YYYY-MM-DD.")
@click.option("--pipeline", default=PIPELINE, show_default=True, help="A pipeline's name or folder.")
@click.option(
    "--rules",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A folder of your own rules; may be repeated.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, a line for each source.")
def explain_command(  # noqa: PLR0913 - a command has as many parameters as options
    *,
    path: Path,
    sentence: int | None,
    match: str | None,
    published: str | None,
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
    try:
        extractor = load(pipeline, rules=rules)
        for page in _pages(path, None if published is None else read_day(published)):
            found = explain_page(extractor, page, sentence=sentence, match=match)
            if as_json:
                click.echo(found.model_dump_json())
            else:
                _show(found, console)
                if not found.sentences and (sentence or match):
                    click.echo("no sentence of its articles' bodies is asked for", err=True)
    except DateError as error:
        raise click.BadParameter(str(error), param_hint="--published") from None
    except (NewsieError, OSError) as error:
        raise click.ClickException(str(error)) from None


def _pages(path: Path, published: date | None) -> Iterator[Page]:
    """Yield the pages of a source; one that cannot be read is a message, and the status is 1."""
    failures = 0
    for unread in find_pages([path]):
        if isinstance(unread, Failure):
            reason = unread.reason.removeprefix(f"{unread.source}: ")
            click.echo(f"{unread.source}: not read: {reason}", err=True)
            failures += 1
            continue
        page = unread if isinstance(unread, Page) else read_page(unread)
        yield page if published is None else replace(page, published=published, published_from="given")
    if failures:
        sys.exit(1)


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
