"""CoNLL: a character a row, with a column of BIO tags for each layer, as many layers as spans overlap.

    # newsie = {…}
    0	市	B-meeting.organizer	O
    1	委	I-meeting.organizer	O

The first column is the place of the character in the page, the second the character: white space, control
characters and the backslash as `\\u{a}`, their code. A blank line ends a line of the page that no span crosses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newsie import patterns as re
from newsie.errors import SourceError
from newsie.exchange.marks import Marks, Span
from newsie.exchange.sheets import KEY, Sheet, unpacked
from newsie.records import Extraction

_HEAD = f"# {KEY} = "
_OUT = "O"
_ESCAPED = re.compile(r"\\u\{([0-9a-f]{1,6})\}")


def to_conll(sheets: Iterable[Sheet]) -> str:
    """Return pages as rows of characters and tags."""
    return "".join(f"{line}\n" for sheet in sheets for line in _lines(sheet))


def layers(spans: Iterable[Span]) -> list[list[Span]]:
    """Return spans in layers, none of which has two that overlap; the first layer is the fullest.

    >>> [len(layer) for layer in layers([Span(0, 4, "a"), Span(2, 3, "b"), Span(4, 5, "c")])]
    [2, 1]
    """
    found: list[list[Span]] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end, one.label)):
        free = next((layer for layer in found if layer[-1].end <= span.start), None)
        if free is None:
            found.append([span])
        else:
            free.append(span)
    return found


def _lines(sheet: Sheet) -> Iterator[str]:
    spans = sheet.marks.spans
    columns = [_tags(layer, len(sheet.text)) for layer in layers(spans)] or [[_OUT] * len(sheet.text)]
    inside = [0] * (len(sheet.text) + 1)
    for span in spans:
        inside[span.start] += 1
        inside[span.end] -= 1
    # as escaped JSON it is one line whatever the page holds
    yield _HEAD + sheet.carried("code-points").replace("\u2028", "\\u2028").replace(
        "\u2029", "\\u2029"
    ).replace("\x85", "\\u0085")
    covered = 0
    for at, character in enumerate(sheet.text):
        covered += inside[at]
        yield "\t".join([str(at), _escaped(character), *(column[at] for column in columns)])
        if character == "\n" and covered + inside[at + 1] == covered == 0:
            yield ""
    yield ""


def _tags(layer: Sequence[Span], length: int) -> list[str]:
    tags = [_OUT] * length
    for span in layer:
        tags[span.start : span.end] = [f"I-{span.label}"] * (span.end - span.start)
        tags[span.start] = f"B-{span.label}"
    return tags


def _escaped(character: str) -> str:
    if character == "\\" or not character.isprintable() or character.isspace():
        return f"\\u{{{ord(character):x}}}"
    return character


def from_conll(content: str, where: str) -> Iterator[Extraction]:
    """Yield the corrected results of pages.

    Raises:
        SourceError: a row is missing or wrong.
    """
    pages: list[tuple[str, list[list[str]]]] = []
    for number, line in enumerate(content.split("\n"), 1):
        if line.startswith(_HEAD):
            pages.append((line[len(_HEAD) :], []))
        elif line.strip() and not line.startswith("#"):
            row = line.rstrip("\r").split("\t")
            if not pages or len(row) < 3 or not row[0].isdecimal() or int(row[0]) != len(pages[-1][1]):
                raise SourceError(f"{where}, line {number}: the rows of a page are its characters from 0 on")
            pages[-1][1].append(row)
    for number, (carried, rows) in enumerate(pages, 1):
        text = "".join(_plain(row[1]) for row in rows)
        came = unpacked(carried, text, f"{where}, page {number}")
        widest = max((len(row) for row in rows), default=2)
        columns = ([row[at] if at < len(row) else _OUT for row in rows] for at in range(2, widest))
        spans = {span for column in columns for span in _spans(column)}
        yield came.sheet.corrected(Marks(tuple(sorted(spans)), None, None))


def _plain(token: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), token)


def _spans(tags: Sequence[str]) -> Iterator[Span]:
    """Yield the spans of a column; an I- without a B- before it begins one."""
    begun: list[tuple[int, str]] = []
    for at, tag in enumerate([*tags, _OUT]):
        mark, _, label = tag.partition("-")
        if begun and not (mark == "I" and label == begun[-1][1]):
            start, name = begun.pop()
            yield Span(start, at, name)
        if mark in ("B", "I") and not begun:
            begun.append((at, label))
