"""spaCy: a DocBin with a Doc for each page, its characters as tokens and its spans in `doc.spans["sc"]`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsie.errors import ModelError, SourceError
from newsie.exchange.marks import Marks, Span
from newsie.exchange.sheets import Sheet, unpacked
from newsie.reader.docs import read_docs, write_docs
from newsie.records import Extraction


def to_spacy(sheets: Iterable[Sheet]) -> bytes:
    """Return pages as the bytes of a `.spacy` file."""
    return write_docs(
        (
            sheet.text,
            [(span.start, span.end, span.label) for span in sheet.marks.spans],
            sheet.carried("code-points"),
        )
        for sheet in sheets
    )


def from_spacy(content: bytes, where: str) -> Iterator[Extraction]:
    """Yield the corrected results of a `.spacy` file.

    Raises:
        SourceError: it is something else.
    """
    try:
        pages = read_docs(content)
    except ModelError as error:
        raise SourceError(f"{where}: {error}") from None
    for number, (text, spans, carried) in enumerate(pages, 1):
        came = unpacked(carried, text, f"{where}, Doc {number}")
        marks = Marks(tuple(sorted({Span(*span) for span in spans})), None, None)
        yield came.sheet.corrected(marks)
