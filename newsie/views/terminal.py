"""A result for reading in a terminal: articles, and under each what was read from it.

A wide terminal gets tables, a narrow one lists; where nobody looks at a terminal, every record is a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from newsie.records import Article, Extraction
from newsie.views.entries import KINDS, Entry, Field, Kind, Value, entries
from newsie.views.words import one_line

_WIDE = 96
"""Columns from which there is room for a table."""
_STYLES: dict[Kind, str] = {
    "meeting": "blue",
    "visit": "cyan",
    "statement": "bright_black",
    "official": "magenta",
    "project": "yellow",
    "statistic": "green",
    "custom": "white",
    "warning": "red",
}
_IN_TITLE = {
    "meeting": ("name",),
    "visit": ("lead", "purpose"),
    "statement": ("speaker", "verb"),
    "official": ("name",),
    "project": ("name",),
    "statistic": ("indicator", "quantity"),
    "custom": (),
    "warning": (),
}


def show_extraction(extraction: Extraction, console: Console) -> None:
    """Print a result: its articles with their records, then what belongs to none of them."""
    found = entries(extraction)
    heading = Text(one_line(_heading(extraction)), style="bold")
    console.print(
        Rule(heading, align="left") if console.is_terminal else heading, soft_wrap=not console.is_terminal
    )
    for index, article in enumerate(extraction.articles):
        console.print()
        console.print(_title(article), soft_wrap=not console.is_terminal)
        _print([entry for entry in found if entry.articles[:1] == (index,)], console)
    loose = [entry for entry in found if not entry.articles]
    if loose:
        console.print()
        _print(loose, console)


def _heading(extraction: Extraction) -> str:
    day = f"{extraction.published} ({extraction.published_from})" if extraction.published else "undated"
    return " · ".join(part for part in (extraction.source, extraction.outlet, day) if part)


def _title(article: Article) -> Text:
    title = " / ".join(part for part in (article.kicker, article.headline, *article.subheads) if part)
    makers = dict.fromkeys((*article.reporters, *article.correspondents, *article.photographers))
    rest = " ".join(part for part in (f"[{article.kind}]", "、".join(makers)) if part)
    return Text.assemble((one_line(title) or "—", "bold"), "  ", (one_line(rest), "dim"))


def _print(found: Iterable[Entry], console: Console) -> None:
    """Print records in the form that there is room for."""
    if not console.is_terminal:
        for entry in found:
            console.print(_line(entry), soft_wrap=True)
    elif console.width >= _WIDE:
        console.print(_table(found))
    else:
        for entry in found:
            console.print(Padding(_listed(entry), (0, 0, 0, 2)))


def _line(entry: Entry) -> Text:
    """Return a record as one line."""
    fields = "  ".join(f"{name}: {said}" for name, said in _rest(entry))
    return Text.assemble(f"  {entry.kind}  ", _name(entry), "  ", fields)


def _listed(entry: Entry) -> Text:
    """Return a record as a title and a line for each field."""
    text = Text.assemble((f"{entry.kind} ", _STYLES[entry.kind]), _name(entry))
    for name, said in _rest(entry):
        text.append(f"\n  {name} ", "dim").append(said)
    return text


def _table(found: Iterable[Entry]) -> Table:
    """Return records as a table, the types in their order."""
    table = Table(box=box.SIMPLE, show_header=False, pad_edge=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=2)
    table.add_column(ratio=3)
    for entry in sorted(found, key=lambda entry: KINDS.index(entry.kind)):
        fields = Text("\n").join(Text.assemble((f"{name} ", "dim"), said) for name, said in _rest(entry))
        table.add_row(Text(entry.kind, _STYLES[entry.kind]), _name(entry), fields)
    return table


def _name(entry: Entry) -> Text:
    text = Text(one_line(entry.title), "bold" if entry.kind in {"meeting", "visit", "project"} else "")
    if entry.figure:
        text.append(f" {one_line(entry.figure)}", "bold green")
    if entry.confidence is not None:
        text.append(f" {entry.confidence:.0%}", "dim")
    return text


def _rest(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the fields that the title does not say, with their values as words."""
    for field in entry.fields:
        if field.name not in _IN_TITLE[entry.kind] and not _usual(field):
            yield field.name, one_line("、".join(map(_said, field.values)))


def _usual(field: Field) -> bool:
    """Tell whether a field says what is so of nearly every record."""
    return [value.code for value in field.values] in (["nature.actual"], ["kind.other"])


def _said(value: Value) -> str:
    words = value.words or value.code.partition(".")[2]
    return f"{words} ({value.note})" if value.note and value.words else words
