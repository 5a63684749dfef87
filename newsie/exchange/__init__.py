"""Results to annotation tools and back: Label Studio, doccano, spaCy, CoNLL (标注交换).

>>> result = Extraction(id="d", source="page.txt", text_sha256=text_sha256("某"))
>>> content = export([Sheet(result, "某")], "doccano")
>>> list(take_back(content, "doccano", "page.jsonl")) == [result]
True
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from newsie.errors import SourceError
from newsie.exchange.conll import from_conll, to_conll
from newsie.exchange.doccano import USUAL as DOCCANO_COUNTS
from newsie.exchange.doccano import from_doccano, to_doccano
from newsie.exchange.docs import from_spacy, to_spacy
from newsie.exchange.label_studio import USUAL as LABEL_STUDIO_COUNTS
from newsie.exchange.label_studio import from_label_studio, interface, to_label_studio
from newsie.exchange.offsets import Counting
from newsie.exchange.sheets import Sheet
from newsie.identity import text_sha256
from newsie.records import Extraction

__all__ = ["FORMS", "Counting", "Form", "Sheet", "export", "interface", "take_back", "text_sha256"]

Form: TypeAlias = Literal["label-studio", "doccano", "spacy", "conll"]

FORMS: tuple[Form, ...] = ("label-studio", "doccano", "spacy", "conll")


_ZIP = b"PK\x03\x04"
"""How an archive begins; doccano gives one to download."""


def export(sheets: Iterable[Sheet], form: Form, counting: Counting | None = None) -> bytes:
    """Return pages as the content of a file for a tool.

    Args:
        sheets: the pages with their results.
        form: the tool.
        counting: how places are counted, for Label Studio and doccano; None for as the tool does.
    """
    if form == "label-studio":
        return to_label_studio(sheets, counting or LABEL_STUDIO_COUNTS).encode()
    if form == "doccano":
        return to_doccano(sheets, counting or DOCCANO_COUNTS).encode()
    return to_spacy(sheets) if form == "spacy" else to_conll(sheets).encode()


def take_back(
    content: bytes, form: Form, where: str, counting: Counting | None = None
) -> Iterator[Extraction]:
    """Yield the corrected results that a tool's file holds.

    Args:
        content: the file.
        form: the tool.
        where: the file's name, for messages.
        counting: how places are counted; None to see by the words, or as they were exported.

    Raises:
        SourceError: it is something else, or was not exported by newsie.
    """
    if form == "spacy":
        return from_spacy(content, where)
    if content.startswith(_ZIP):
        raise SourceError(f"{where}: an archive: unpack it, and name the file that is in it")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(f"{where}: not UTF-8: {error}") from None
    if form == "label-studio":
        return from_label_studio(text, where, counting)
    return from_doccano(text, where, counting) if form == "doccano" else from_conll(text, where)
