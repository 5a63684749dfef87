"""The word lists a user may add to: TSV files with the names and columns of newsie's own (词表).

A file `titles.tsv` in a folder of rules adds its entries to newsie's `titles.tsv`. What a column may say
is what it says somewhere in newsie's own list, so that no list of classes is kept twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Literal, TypeAlias

from newsie import patterns as re
from newsie.lexicon import Row, rows
from newsie.rules.faults import Fault
from newsie.text import fold

Column: TypeAlias = Literal["word", "class", "traits", "unless"]
"""What a column holds: the entry itself, one of the classes that the list has, several of them or `-`, characters
that may not follow or `-`."""

_HAN_OR_LETTER = re.compile(r"[^\W_]{0,80}\Z")
_LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class WordList:
    """A list that a user may add to.

    Attributes:
        about: what an entry adds.
        columns: what its columns hold.
        usual: what the last columns hold where a user leaves them out.
    """

    about: str
    columns: tuple[Column, ...]
    usual: tuple[str, ...] = ()


LISTS: Mapping[str, WordList] = {
    "followers.txt": WordList("a word that may follow a person's name", ("word",)),
    "measures.tsv": WordList("a measure word", ("word", "class", "unless"), ("-",)),
    "meeting_heads.tsv": WordList(
        "a noun that ends the name of a meeting", ("word", "class", "class"), ("any",)
    ),
    "names.tsv": WordList("a name", ("word", "class")),
    "ordinary.txt": WordList("an everyday word that is no person's name", ("word",)),
    "organizations.tsv": WordList("an ending of organisations", ("word", "class", "unless"), ("-",)),
    "project_heads.tsv": WordList("a noun that ends the name of a project", ("word", "class")),
    "speech_verbs.tsv": WordList("a verb that introduces speech", ("word", "class", "traits"), ("-",)),
    "statistic_words.tsv": WordList("a word statistics are read by", ("class", "word")),
    "surnames.tsv": WordList("a surname", ("word", "class"), ("usual",)),
    "titles.tsv": WordList("a title", ("word", "class", "unless"), ("-",)),
    "visit_words.tsv": WordList("a word visits are read by", ("class", "word")),
}


@cache
def classes(name: str, column: int) -> frozenset[str]:
    """Return what a column says anywhere in newsie's own list.

    >>> sorted(classes("titles.tsv", 1))
    ['credit', 'public', 'work']
    """
    if name == "names.tsv":
        return frozenset(("PERSON", "ORG", "PLACE"))
    said = (row[column] for row in rows(name) if len(row) > column)
    if LISTS[name].columns[column] == "traits":
        return frozenset(trait for cell in said for trait in cell.split())
    return frozenset(said)


def read_list(name: str, file: str, text: str) -> tuple[tuple[Row, ...], list[Fault]]:
    """Return the entries of a user's list, and what is wrong with it.

    Args:
        name: the list it adds to.
        file: the file, for messages.
        text: what stands in it.
    """
    found: list[Row] = []
    faults: list[Fault] = []
    known: dict[str, tuple[int, Row]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            row, wrong = _read_row(name, line)
            faults += (Fault(file, message, "", number, line, column) for message, column in wrong)
            if row and not wrong:
                found.append(row)
                faults += _twice(name, file, (number, line), row, known)
    return tuple(found), faults


def _twice(
    name: str, file: str, place: tuple[int, str], row: Row, known: dict[str, tuple[int, Row]]
) -> Iterator[Fault]:
    """Yield a fault for a word that stands in the list already and says something else there."""
    if LISTS[name].columns[0] == "word":
        first, same = known.setdefault(row[0], (place[0], row))
        if same != row:
            yield Fault(file, f"{row[0]} stands in line {first} already, and otherwise", "", *place, 0)


def _read_row(name: str, line: str) -> tuple[Row | None, list[tuple[str, int]]]:
    """Return the entry of a line with what it leaves out, and what is wrong at which columns."""
    spec = LISTS[name]
    # a spreadsheet makes all rows as long as the longest
    cells = [cell.strip() for cell in line.rstrip().split("\t")]
    least = len(spec.columns) - len(spec.usual)
    if not least <= len(cells) <= len(spec.columns):
        several = f"{least} to {len(spec.columns)}" if spec.usual else str(least)
        return None, [
            (
                f"{len(cells)} column{'s' * (len(cells) != 1)} where {several} are wanted, separated by one tab each",
                0,
            )
        ]
    starts = [0, *(place + 1 for place, character in enumerate(line) if character == "\t")]
    wrong = [
        (message, start)
        for index, (cell, start) in enumerate(zip(cells, starts, strict=False))
        if (message := _wrong(name, index, cell))
    ]
    full = [*cells, *spec.usual[len(cells) - least :]]
    if full[-1] == "-" and any(len(row) < len(full) for row in rows(name)):
        full.pop()  # the list leaves the column out itself
    return tuple(_folded(spec.columns, full)), wrong


def _folded(columns: Sequence[Column], cells: Sequence[str]) -> Iterator[str]:
    """Yield cells as newsie's own lists have them: in the widths that texts are matched in."""
    for column, cell in zip(columns, cells, strict=False):
        yield fold(cell) if column in ("word", "unless") else cell


def _wrong(name: str, index: int, cell: str) -> str:
    """Return what is wrong with a cell; empty if it is good."""
    column = LISTS[name].columns[index]
    if column == "word":
        good = cell and len(cell) <= _LONGEST_WORD and not any(map(str.isspace, cell)) and cell.isprintable()
        return "" if good else f"a word has 1 to {_LONGEST_WORD} characters and no white space"
    if column == "class":
        return _unknown(cell, classes(name, index))
    if column == "traits":
        found = (_unknown(trait, classes(name, index)) for trait in cell.split() or [""])
        return next(filter(None, found), "")
    if column == "unless" and cell != "-" and not _HAN_OR_LETTER.match(cell):
        return "these are the characters that may not follow, letters only; or - for none"
    return ""


def _unknown(cell: str, known: frozenset[str]) -> str:
    if cell in known:
        return ""
    near = get_close_matches(cell, known, 1)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(sorted(known))}"
    return f"{cell or 'nothing'} is no class of this list; {hint}"
