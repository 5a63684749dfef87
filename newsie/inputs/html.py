"""Saved web pages: title, author, date and text of the article on them."""

from __future__ import annotations

import logging
import re
from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date
from types import ModuleType

from newsie.errors import DateError, SourceError
from newsie.extras import require
from newsie.inputs.markup import is_dated, is_list, own_title, stated_day, stated_names, without_layout
from newsie.layout import Block, BlockRole, Layout
from newsie.values import read_day

# without it the library would ask the clock which dates lie in the future
_LAST_DAY = "2999-12-31"
_NO_TEXT = "it is a web page without running text"
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
    trafilatura = _trafilatura()
    tree = trafilatura.load_html(markup)
    if tree is None:
        raise SourceError(_NO_TEXT)
    known = trafilatura.extract_metadata(tree, date_config={"max_date": _LAST_DAY, "original_date": True})
    title = own_title(tree, " ".join((known.title or "").split()))
    day = stated_day(tree) or _day(known.date, markup)
    source, author = stated_names(tree)
    author = author or " ".join((known.author or "").split())
    headings = without_layout(tree)
    found = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False)
    body = (found.text or "").strip() if found else ""
    if not body:
        raise SourceError(_NO_TEXT)
    if is_list(tree, (" ".join(line.split()) for line in body.split("\n"))):
        raise SourceError("it is a web page of links, without a story of its own")
    body = _below(title, body)
    sourced = source and not re.search(rf"[来來]源\s?[：:]\s?{re.escape(source)}", body)
    said = (f"来源：{source}" if sourced else "", f"作者：{author}" if author and author not in body else "")
    line = "　".join(filter(None, said))
    return WebArticle(*_typeset(title, line, body, headings), day, known.sitename or None)


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


def _typeset(title: str, line: str, body: str, headings: Container[str]) -> tuple[str, Layout]:
    head = f"{title}\n\n" if title else ""
    parts = [f"{line}\n" if line else "", *(f"{one}\n" for one in body.split("\n"))]
    blocks = [Block("head", 0, len(head), 0, 2.0)] if head else []
    at = len(head)
    for part in filter(None, parts):
        role: BlockRole = "subhead" if " ".join(part.split()) in headings else "body"
        if role == "body" and blocks and blocks[-1].role == "body":
            blocks[-1] = replace(blocks[-1], end=at + len(part))
        else:
            blocks.append(Block(role, at, at + len(part), 0, 1.0))
        at += len(part)
    return head + "".join(parts), Layout(tuple(blocks), ())


def _day(found: str | None, markup: str) -> date | None:
    """Return a day that the library found, if the markup has it in full."""
    try:
        day = read_day(found) if found else None
    except DateError:
        return None
    return day if day and is_dated(markup, day) else None
