"""A report: pages and what was read from them side by side, in one file for a browser."""

from __future__ import annotations

from collections.abc import Iterable

from newsie.views.payload import Document, payload
from newsie.views.shell import render

SCRIPTS = (
    "text.js",
    "state.js",
    "words.js",
    "source.js",
    "filters.js",
    "cards.js",
    "rail.js",
    "keys.js",
    "report.js",
)


def report(documents: Iterable[Document], *, title: str = "") -> str:
    """Return the HTML of a report.

    Args:
        documents: the pages, in the order in which they are listed.
        title: the report's title; the name of the page if there is only one.

    >>> from newsie.records import Extraction
    >>> page = Document(Extraction(id="d", source="page.txt", text_sha256=""), "</script>")
    >>> html = report([page])
    >>> html.count("</script>"), "page.txt" in html
    (3, True)
    """
    held = list(documents)
    name = title or (held[0].extraction.source if len(held) == 1 else "newsie")
    data = {"documents": [payload(document) for document in held]}
    return render("report.html.j2", data, styles=("report.css",), scripts=SCRIPTS, title=name)
