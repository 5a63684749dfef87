"""A result for reading in a terminal: articles, and under each what was read from it.

A wide terminal gets tables, a narrow one lists; where nobody looks at a terminal, every record is a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from string import ascii_letters

from rich.cells import cell_len
from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from newsie.records import Article, Extraction
from newsie.views.entries import Entry, Field, Kind, Value, entries
from newsie.views.words import one_line

_WIDE = 90
"""Columns from which there is room for a table."""
_KIND_WIDTH = 9
_TITLE_SHARE = 0.34
_DOUBTFUL = 0.8
_STYLES: dict[Kind, str] = {
    "meeting": "blue",
    "visit": "cyan",
    "statement": "dim",
    "official": "magenta",
    "project": "yellow",
    "statistic": "green",
    "custom": "bold",
    "warning": "red",
}
_IN_TITLE: dict[Kind, tuple[str, ...]] = {
    "meeting": ("name",),
    "visit": ("lead", "purpose"),
    "statement": ("speaker", "verb"),
    "official": ("name",),
    "project": ("name",),
    "statistic": ("indicator", "quantity"),
    "custom": (),
    "warning": (),
}
_OF_WORDS = frozenset("0123456789.,%+-" + ascii_letters)
_CLOSING = frozenset("，。；：、！？”’）》〉】…,.;:!?)")
"""What stands at the end of a line rather than at the beginning of the next."""


def show_extraction(extraction: Extraction, console: Console) -> None:
    """Print a result: its articles with their records, then what belongs to none of them."""
    found = entries(extraction)
    heading = Text(one_line(_heading(extraction)), style="bold")
    if console.is_terminal:
        console.print(Rule(heading, align="left", style="dim"))
    else:
        console.print(heading, soft_wrap=True)
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


def _print(found: Sequence[Entry], console: Console) -> None:
    """Print records in the form that there is room for."""
    if not console.is_terminal:
        for entry in found:
            console.print(_line(entry), soft_wrap=True)
    elif console.width >= _WIDE:
        console.print(_table(found, console.width))
    else:
        for entry in found:
            console.print(_listed(entry, console.width))


def _line(entry: Entry) -> Text:
    """Return a record as one line."""
    fields = "  ".join(f"{name}: {said}" for name, said in _fields(entry, _IN_TITLE[entry.kind]))
    if entry.kind == "warning":  # its title is what its one field says
        return Text(f"  {entry.kind}  {fields}")
    return Text.assemble(f"  {entry.kind}  ", one_line(entry.title), *_figure(entry), "  ", fields)


def _table(found: Iterable[Entry], width: int) -> Table:
    """Return records as a table, each type named once."""
    room = width - _KIND_WIDTH - 6
    left = int(room * _TITLE_SHARE)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=_KIND_WIDTH + 2)
    table.add_column(width=left)
    table.add_column(width=room - left)
    for kind, group in groupby(found, key=lambda entry: entry.kind):
        name = f"  {kind}"
        for entry in group:
            title = Text("\n").join(folded(_name(entry), left))
            table.add_row(Text(name, _STYLES[kind]), title, _beside(entry, room - left))
            name = ""
    return table


def _beside(entry: Entry, width: int) -> Text:
    """Return what stands beside the title: the fields, or just the words of a statement or doubt."""
    if entry.kind == "statement":
        return Text("\n").join(folded(Text(one_line(entry.brief)), width))
    rest = (_field(name, said, width) for name, said in _rest(entry))
    return Text("\n").join(line for lines in rest for line in lines)


def _listed(entry: Entry, width: int) -> Text:
    """Return a record as a title and lines for its fields."""
    first = Text.assemble((f"{entry.kind} ", _STYLES[entry.kind]), _name(entry))
    lines = folded(first, width - 2)
    if entry.kind == "statement":
        lines += folded(Text(one_line(entry.brief)), width - 4)
    else:
        lines += [line for name, said in _rest(entry) for line in _field(name, said, width - 4)]
    return Text("\n").join(
        Text.assemble("  " if number == 0 else "    ", line) for number, line in enumerate(lines)
    )


def _field(name: str, said: str, width: int) -> list[Text]:
    return folded(Text.assemble((f"{name} ", "dim"), said), width)


def folded(text: Text, width: int) -> list[Text]:
    """Return a text in lines of at most so many columns; Chinese may be broken anywhere but before 。 and its like.

    A number or a Latin word is broken only where it is wider than a line.

    >>> [str(line) for line in folded(Text("会议要求，抓好落实。"), 8)]
    ['会议要', '求，抓好', '落实。']
    >>> [str(line) for line in folded(Text("检查2,180家"), 8)]
    ['检查', '2,180家']
    """
    breaks: list[int] = []
    start = column = 0
    for at, character in enumerate(text.plain):
        column += cell_len(character)
        if column > width and at > start:
            cut = _cut(text.plain, start, at)
            breaks.append(cut)
            start = cut
            column = cell_len(text.plain[cut : at + 1])
    return list(text.divide(breaks))


def _cut(string: str, start: int, at: int) -> int:
    """Return where a line that began at `start` is broken at the latest before `at`."""
    if string[at] in _OF_WORDS:
        begun = at
        while begun > start and string[begun - 1] in _OF_WORDS:
            begun -= 1
        if begun > start:
            return begun
    return at - 1 if string[at] in _CLOSING and at - 1 > start else at


def _name(entry: Entry) -> Text:
    text = Text(one_line(entry.title), "bold" if entry.kind in {"meeting", "visit", "project"} else "")
    for words, style in _figure(entry):
        text.append(words, style)
    for code in _codes(entry):
        text.append(f" [{code}]", "dim")
    if entry.confidence is not None and entry.confidence < _DOUBTFUL:
        text.append(f" {entry.confidence:.0%}", "red")
    return text


def _figure(entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.figure:
        yield f" {one_line(entry.figure)}", "bold green"


def _codes(entry: Entry) -> Iterator[str]:
    """Yield the codes that are worth seeing: of a statement also its kind."""
    for field in entry.fields:
        for value in field.values:
            if value.code in entry.tags or (entry.kind == "statement" and value.code):
                yield value.code.partition(".")[2]


def _rest(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the fields that neither title nor codes say."""
    coded = [field.name for field in entry.fields if field.name != "appointments" and _is_code(field)]
    yield from _fields(entry, (*_IN_TITLE[entry.kind], *coded))


def _is_code(field: Field) -> bool:
    return all(value.code and not value.words for value in field.values)


def _fields(entry: Entry, without: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield fields with their values as words."""
    left = set(without)
    for field in entry.fields:
        if field.name not in left:
            yield field.name, one_line("、".join(map(_said, field.values)))


def _said(value: Value) -> str:
    words = value.words or value.code.partition(".")[2]
    return f"{words} ({value.note})" if value.note and value.words else words
