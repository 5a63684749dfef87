"""PDF pages with a text layer: their text in reading order, and where each line stands on paper."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from newsie.errors import SourceError
from newsie.extras import require
from newsie.inputs.columns import Story
from newsie.inputs.glyphs import Sheet, read_sheet
from newsie.inputs.limits import Limits
from newsie.inputs.print import Passage, Printed, indented, main_size
from newsie.inputs.stories import find_stories
from newsie.layout import Block, BlockRole, Layout, Row

_INDENT = "\u3000\u3000"
_SUBHEAD = 1.1
_UNREADABLE = 0.5
_LONGEST = 50_000
"""Longer is no report but a book: its pages stay apart."""

_REPORT = 0.55
"""How much of a page's width running text takes that is in one column."""


@dataclass(slots=True)
class _Typesetter:
    """The text of a PDF as it is put together."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    stories: int = 0

    def feed(self, string: str) -> None:
        self.parts.append(string)
        self.length += len(string)

    def row(self, line: Printed, page: int) -> None:
        """Add a printed line and a line feed."""
        area = line.area
        start, text = self.length, line.text.rstrip()
        edges = array("f", line.edges[: len(text) + 1])
        self.feed(text)
        self.rows.append(Row(start, self.length, page, round(area.top, 1), round(area.bottom, 1), edges))
        self.feed("\n")

    def passage(
        self, role: BlockRole, passage: Passage, page: int, story: int, above: Passage | None = None
    ) -> None:
        """Add a block, under the passage `above` of the same story."""
        start = self.length
        for line, inside in zip(passage.lines, indented(passage, above), strict=True):
            if inside and role == "body" and not line.text.startswith("\u3000"):
                self.feed(_INDENT)
            self.row(line, page)
        self.blocks.append(Block(role, start, self.length, story, passage.size))

    def story(self, story: Story, page: int, *, goes_on: bool = False) -> None:
        """Add a story, a blank line after its headline, its text and its captions; it may go on with the one before."""
        self.stories += not goes_on
        number = self.stories - 1
        body_size = main_size(line for passage in story.body for line in passage.lines)
        for passage in story.heads:
            self.passage("head", passage, page, number)
        self.feed("\n" if story.body else "")
        for above, passage in zip((None, *story.body), story.body, strict=False):
            short = len(passage.lines) < 3 and "。" not in passage.text
            inner = short and passage.size > _SUBHEAD * body_size
            self.passage("subhead" if inner else "body", passage, page, number, above)
        for passage in story.captions:
            self.feed("\n")
            self.passage("caption", passage, page, number)
        self.feed("\n")


def read_pdf(data: bytes, limits: Limits) -> tuple[str, Layout]:
    """Return the text of a PDF in reading order, and its layout.

    Offsets: the layout's index the text.

    Raises:
        ExtraError: pypdfium2 is not installed.
        SourceError: it is damaged, locked, too long, or has no text layer.
    """
    return typeset(read_sheets(data, limits))


def read_sheets(data: bytes, limits: Limits) -> Iterator[Sheet]:
    """Yield what stands on each page of a PDF.

    Raises:
        ExtraError: pypdfium2 is not installed.
        SourceError: it is damaged, locked, too long, or, after its last page, has no text layer.
    """
    pdfium = require("pypdfium2")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise SourceError(_reason(str(error))) from None
    try:
        if len(document) > limits.max_pages:
            raise SourceError(
                f"a PDF of {len(document)} pages: raise the limit of {limits.max_pages} or split it"
            )
        yield from _checked(_sheet(document, number) for number in range(len(document)))
    except pdfium.PdfiumError as error:
        raise SourceError(f"the PDF is damaged: {error}") from None
    finally:
        document.close()


# pdfium has no type hints
def _sheet(document: Any, number: int) -> Sheet:  # noqa: ANN401
    page = document[number]
    try:
        return read_sheet(page)
    finally:
        page.close()


def _checked(sheets: Iterable[Sheet]) -> Iterator[Sheet]:
    """Yield pages; refuse what has nothing to read when all are seen."""
    glyphs = lost = pictures = 0
    for sheet in sheets:
        glyphs += len(sheet.glyphs)
        lost += sum(
            glyph.character == "\ufffd" or "\ue000" <= glyph.character < "\uf900" for glyph in sheet.glyphs
        )
        pictures += len(sheet.pictures)
        yield sheet
    if not glyphs:
        scanned = "a scanned PDF without a text layer: run it through OCR first"
        raise SourceError(f"it is {scanned if pictures else 'a PDF without text'}")
    if lost > _UNREADABLE * glyphs:
        raise SourceError("the characters of this PDF's text layer have no meaning: run it through OCR")


def typeset(sheets: Iterable[Sheet]) -> tuple[str, Layout]:
    """Return the text of printed pages in reading order, a form feed between pages, and its layout."""
    setter = _Typesetter()
    before: Story | None = None
    begun = 0
    for page, sheet in enumerate(sheets, 1):
        spread = find_stories(sheet)
        if page > 1:
            setter.feed("\f\n")
        for passage in spread.furniture:
            setter.passage("furniture", passage, page, -1)
        setter.feed("\n" if spread.furniture else "")
        headed = any(story.heads for story in spread.stories)
        for at, story in enumerate(spread.stories):
            goes_on = at == 0 and setter.length - begun < _LONGEST
            # a report has one column, or no headline on the page; a newspaper's page has
            goes_on = goes_on and _goes_on(before, story, _REPORT * sheet.width if headed else 0)
            begun = begun if goes_on else setter.length
            setter.story(story, page, goes_on=goes_on)
            before = story
    return "".join(setter.parts), Layout(tuple(setter.blocks), tuple(setter.rows))


def _goes_on(before: Story | None, story: Story, width: float) -> bool:
    """Tell whether a page begins with text of the story before it: in a column of that, at least so wide, under no headline."""
    if before is None or story.heads or not (before.body and story.body):
        return False
    first = story.body[0]
    left, right = first.area.left + first.size, first.area.right - first.size
    areas = (passage.area for passage in before.body)
    return any(area.width > width and area.left <= left and right <= area.right for area in areas)


def _reason(message: str) -> str:
    locked = "password" in message.lower()
    return "the PDF is locked by a password" if locked else f"the PDF is damaged: {message}"
