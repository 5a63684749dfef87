"""Pages as spaCy Docs of characters, for training and for correcting spans elsewhere.

>>> data = write_docs([("宋某到会", [(0, 2, "PERSON")], "{}")])
>>> read_docs(data)
[('宋某到会', [(0, 2, 'PERSON')], '{}')]
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from newsie.errors import ModelError

Labelled: TypeAlias = tuple[int, int, str]
Page: TypeAlias = tuple[str, list[Labelled], str]
"""A text, its spans in characters, and what is carried beside them."""

SPANS = "sc"
"""Where a Doc has its spans: the key that spaCy's span categorizer reads by default."""

_DATA = "newsie"


def write_docs(pages: Iterable[Page]) -> bytes:
    """Return pages as a DocBin: each character is a token, and spans stand in `doc.spans["sc"]`."""
    vocabulary = Vocab()
    box = DocBin(store_user_data=True)
    for text, spans, carried in pages:
        doc = Doc(vocabulary, words=list(text), spaces=[False] * len(text))
        doc.spans[SPANS] = [Span(doc, start, end, label=label) for start, end, label in spans]
        doc.user_data[_DATA] = carried
        box.add(doc)
    data: bytes = box.to_bytes()
    return data


def read_docs(data: bytes) -> list[Page]:
    """Return the pages of a DocBin; spans of Docs with longer tokens are given in characters all the same.

    Raises:
        ModelError: it is none.
    """
    try:
        docs = list(DocBin().from_bytes(data).get_docs(Vocab()))
    except Exception as error:  # noqa: BLE001 - what reads it fails in as many ways as bytes can be wrong
        raise ModelError(f"not a DocBin of spaCy: {error}") from None
    return [
        (
            doc.text,
            [(span.start_char, span.end_char, span.label_) for span in doc.spans.get(SPANS, ())],
            str(doc.user_data.get(_DATA, "")),
        )
        for doc in docs
    ]
