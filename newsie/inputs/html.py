"""Saved web pages: title, author, date and text of the article on them."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date
from types import ModuleType

from newsie.errors import DateError, SourceError
from newsie.extras import require
from newsie.layout import Block, Layout
from newsie.values import read_day

# without it the library would ask the clock which dates lie in the future
_LAST_DAY = "2999-12-31"
_TOP = 8
"""How many lines from the top a headline is looked for among them."""


@dataclass(frozen=True, slots=True)
class WebArticle:
    """The article on a web page.

    Attributes:
        text: title, a line of source and author where they are known, and the paragraphs.
        layout: which of them is which.
        published: the day the page says it was published.
        outlet: the name of the site.
    """

    text: str
    layout: Layout
    published: date | None
    outlet: str | None


def read_html(markup: str) -> WebArticle:
    """Return the article on a web page.

    Offsets: the layout's index the text that is returned, which is no part of the markup.

    Raises:
        ExtraError: trafilatura is not installed.
        SourceError: there is no running text on it.
    """
    found = _trafilatura().bare_extraction(
        markup,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"max_date": _LAST_DAY, "original_date": True},
    )
    body = (found.text or "").strip() if found else ""
    if not body:
        raise SourceError("it is a web page without running text")
    title = " ".join((found.title or "").split())
    body = _below(title, body)
    author = " ".join((found.author or "").split())
    line = f"作者：{author}" if author and author not in body else ""
    return WebArticle(*_typeset(title, line, body), _day(found.date), found.sitename or None)


def _trafilatura() -> ModuleType:
    """Return the library; what it logs goes where the caller's logging says, else nowhere."""
    module = require("trafilatura")
    logger = logging.getLogger("trafilatura")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
    return module


def _below(title: str, body: str) -> str:
    """Return a text without what stands over its headline, where that is among its first lines."""
    lines = body.split("\n")
    tops = [at for at, line in enumerate(lines[:_TOP]) if " ".join(line.split()) == title]
    return "\n".join(lines[tops[-1] + 1 :]).lstrip() if tops else body


def _typeset(title: str, line: str, body: str) -> tuple[str, Layout]:
    head = f"{title}\n" if title else ""
    text = f"{head}\n{line}\n{body}\n" if line else f"{head}\n{body}\n"
    blocks = [Block("head", 0, len(head), 0, 2.0)] if head else []
    return text, Layout((*blocks, Block("body", len(head), len(text), 0, 1.0)), ())


def _day(found: str | None) -> date | None:
    try:
        return read_day(found) if found else None
    except DateError:
        return None
