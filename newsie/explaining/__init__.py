"""Why a page gave what it gave (解释): for each sentence what was seen, read, refused, and left empty.

The page is read as `newsie.extract` reads it, while a listener hears what the deciding functions
refuse (`newsie.trace`); the records are the same with and without it.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from newsie.explaining.assembly import explain_sentences
from newsie.explaining.model import Explanation
from newsie.extractor import PIPELINE, Extractor, load
from newsie.page import Page
from newsie.rules import RulesLike
from newsie.trace import tracing

__all__ = ["Explanation", "explain", "explain_page"]


def explain(  # noqa: PLR0913 - what may be said of it has a name each
    text: str,
    *,
    published: str | date | None = None,
    sentence: int | None = None,
    match: str | None = None,
    pipeline: str | Path = PIPELINE,
    rules: RulesLike = (),
) -> Explanation:
    """Return why a page gave what it gave, sentence by sentence.

    Args:
        text: the page, as for `newsie.extract`.
        published: the day it was published.
        sentence: the number of the one sentence to explain; they are counted over the page from 1.
        match: words that the sentences to explain hold.
        pipeline: the pipeline, by name or by the path of its folder.
        rules: folders of a user's own rules.

    Offsets: half-open, into `text` in code points.

    Raises:
        DateError: `published` is no day of the calendar.
        ModelError: there is no such pipeline.
        RuleError: a rule is wrong.

    >>> import newsie
    >>> newsie.explain("").sentences
    ()
    """
    page = Page.of(text, published=published)
    return explain_page(load(pipeline, rules=rules), page, sentence=sentence, match=match)


def explain_page(
    extractor: Extractor, page: Page, *, sentence: int | None = None, match: str | None = None
) -> Explanation:
    """Return why a page that was read from a source gave what it gave; see `newsie.explain`."""
    with tracing() as trace:
        result = extractor.extract_page(page)
    wanted = tuple(
        found
        for found in explain_sentences(result, trace)
        if (sentence is None or found.number == sentence) and (match is None or match in found.text)
    )
    return Explanation(source=result.source, sentences=wanted)
