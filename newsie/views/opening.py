"""Showing a result from a script: a report, opened in the browser."""

from __future__ import annotations

import tempfile
import webbrowser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from newsie.extractor import extract
from newsie.page import must_be_result
from newsie.records import Extraction
from newsie.views.payload import Document
from newsie.views.repaired import repaired
from newsie.views.report import report


def show(
    results: Extraction | str | Iterable[Extraction | str],
    *,
    text: str | None = None,
    out: str | Path | None = None,
    title: str = "",
) -> Path:
    """Write a report of one or more pages, and open it in the browser if no file is named for it.

    Args:
        results: what was read from a page, or the text of a page that is still to be read; or several.
        text: the page of the one result, where it was loaded from JSON, which has no text.
        out: the file to write.
        title: the report's title.

    Returns:
        The file.

    Raises:
        SourceError: `text` is another page than the result's.
        TypeError: what is to be shown is no result, but a `Failure`, say.

    >>> import newsie
    >>> newsie.show("", out=getfixture("tmp_path") / "report.html").name
    'report.html'
    """
    one = isinstance(results, Extraction | str) or not isinstance(results, Iterable)
    several: list[Any] = [results] if one else list(results)
    documents = [document(one, text) for one in several]
    html = report(documents, title=title)
    if out is not None:
        Path(out).write_text(html, encoding="utf-8")
        return Path(out)
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="newsie-", suffix=".html", delete=False
    ) as file:
        file.write(html)
    webbrowser.open(Path(file.name).as_uri())
    return Path(file.name)


def document(result: Extraction | str, text: str | None = None) -> Document:
    """Return a result with the text to show beside it: its page, or the repaired articles if that is not at hand.

    Raises:
        TypeError: it is neither a result nor a text.
    """
    extraction = extract(result) if isinstance(result, str) else must_be_result(result)
    source = extraction.text if text is None else extraction.with_text(text).text
    return repaired(extraction) if source is None else Document(extraction, source)
