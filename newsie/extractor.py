"""From a page to its records: the stages of newsie in their order.

Page ─divide─► articles ─literals─► dates, amounts, titles ─read, gather─► mentions ─frames─► records
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from newsie.article import Article, Division
from newsie.boxes import with_boxes
from newsie.compose import compose, frame
from newsie.corrections import NO_CORRECTIONS, Corrections, CorrectionsLike, correct, load_corrections
from newsie.divide import divide
from newsie.errors import ModelError
from newsie.judging import judge
from newsie.lexicon import using
from newsie.literals import Literals, find_literals
from newsie.page import Page
from newsie.provenance import made_by
from newsie.published import Published, find_published
from newsie.reader.backends import CHARACTERS, HANLP, Backend, backend_of, load_backend
from newsie.reader.gather import gather
from newsie.reader.names import read_names
from newsie.reader.posts import find_posts
from newsie.reading import Amount, Date, Mention, Post, Reading, Title
from newsie.records import Extraction, MadeBy
from newsie.regions import Region, regions
from newsie.rules import NO_RULES, Rules, RulesLike, load_rules, rules_digest
from newsie.text import Span, Text
from newsie.trace import turn_to

if TYPE_CHECKING:
    from spacy.language import Language  # noqa: TID251 - a name for the type, nothing is imported

PIPELINE = "zh_news"
"""The pipeline that comes with newsie."""

PIPELINE_WITHOUT_MODEL = CHARACTERS
"""The pipeline of lexicons and grammar alone."""


@dataclass(frozen=True, slots=True)
class Extractor:
    """A loaded pipeline, ready for any number of pages.

    Attributes:
        backend: what finds names.
        made_by: what its results say they are made by; None for one that `load` did not make.
        rules: a user's own rules.
        corrections: what a reader decided about records.
    """

    backend: Backend
    made_by: MadeBy | None = None
    rules: Rules = NO_RULES
    corrections: Corrections = NO_CORRECTIONS

    @classmethod
    def of(cls, nlp: Language) -> Extractor:
        """Return an extractor with a spaCy pipeline of one's own, one of whose components finds names.

        Raises:
            ModelError: none does.
        """
        return cls(backend_of(nlp))

    @property
    def nlp(self) -> Language:
        """The spaCy pipeline, for words and Docs; it is made when it is first asked for.

        Raises:
            ModelError: its folder is damaged.

        >>> [token.text for token in load("zh_chars").nlp("到会2000人")]
        ['到', '会', '2000人']
        """
        return self.backend.nlp

    def extract(
        self,
        text: str,
        *,
        published: str | date | None = None,
        source: str | Path | None = None,
        outlet: str | None = None,
    ) -> Extraction:
        """Return the articles and records of a page; see `newsie.extract`."""
        return self.extract_page(Page.of(text, published=published, source=source, outlet=outlet))

    def extract_page(self, page: Page) -> Extraction:
        """Return the articles and records of a page that was read from a source.

        Raises:
            TypeError: it is no `Page`, but a text, say.
        """
        (result,) = self.extract_pages([page])
        return result

    def extract_pages(self, pages: Sequence[Page]) -> list[Extraction]:
        """Return the articles and records of each page; the model reads the names of all at once."""
        with using(self.rules.layer):
            begun = [_begin(page) for page in pages]
            folded = [text for one in begun for text in one.folded]
            votes = iter(
                read_names(self.backend.finder, folded, [spans for one in begun for spans in one.blocked])
            )
            found = (_finish(one, list(islice(votes, len(one.found))), self.rules) for one in begun)
            made = [result.model_copy(update={"made_by": self.made_by}) for result in found]
        return [correct(result, self.corrections) for result in made] if self.corrections else made


@dataclass(frozen=True, slots=True)
class _Begun:
    """A page as far as it can be read without a model.

    Attributes:
        page: the page.
        division: its articles.
        published: its day.
        found: the regions in which names are looked for.
        literals: the dates, amounts and titles of each.
        folded: the text of each.
        blocked: where the literals of each stand.
    """

    page: Page
    division: Division
    published: Published
    found: Sequence[Region]
    literals: Sequence[Literals]
    folded: Sequence[str]
    blocked: Sequence[tuple[Span, ...]]


def _begin(page: Page) -> _Begun:
    if not isinstance(page, Page):
        raise TypeError(
            f"a page is what newsie.read_page returns, not {type(page).__name__}; extract reads a text"
        )
    division = divide(page.readable, page.layout.blocks if page.layout else ())
    published = find_published(page, division)
    found = regions(division)
    literals = _literals(division, found, published.day)
    folded = [region.text.folded for region in found]
    return _Begun(page, division, published, found, literals, folded, [_spans(one) for one in literals])


def _finish(begun: _Begun, votes: Sequence[tuple[Mention, ...]], rules: Rules) -> Extraction:
    """Return the result of a page whose names the model has voted for; they are settled over the whole page."""
    known = [name.string for article in begun.division.articles for name in article.byline.names]
    heads = frozenset(at for at, region in enumerate(begun.found) if region.is_head)
    mentions = gather(begun.folded, votes, begun.blocked, known, heads)
    readings = _readings(begun.division, begun.found, begun.literals, mentions, begun.published.day)
    named = tuple(zip(begun.found, mentions, strict=True))
    result = compose(begun.page, begun.division, begun.published, named, frame(readings, rules))
    placed = with_boxes(result, begun.page.layout) if begun.page.layout else result
    source = begun.page.readable
    return judge(placed, source).with_text(source)


def _literals(division: Division, found: Sequence[Region], published: date | None) -> list[Literals]:
    """Return the dates, amounts and titles of each region; 今天 is the day of its article's dateline."""
    datelines = [_dateline_day(article, published) for article in division.articles]
    return [
        find_literals(
            region.text.folded, published, None if region.article is None else datelines[region.article]
        )
        for region in found
    ]


def _spans(literals: Literals) -> tuple[Span, ...]:
    found: tuple[Date | Amount | Title, ...] = (*literals.dates, *literals.amounts, *literals.titles)
    return tuple((literal.start, literal.end) for literal in found)


def _dateline_day(article: Article, published: date | None) -> date | None:
    """Return the day of 本报3月21日讯, if the dateline has one."""
    if article.dateline is None:
        return None
    days = [found.interval.start for found in find_literals(article.dateline.folded, published).dates]
    full = [day for day in days if day and not day.startswith("-")]
    return date.fromisoformat(full[0]) if full else None


def _readings(
    division: Division,
    found: Sequence[Region],
    literals: Sequence[Literals],
    mentions: Sequence[tuple[Mention, ...]],
    published: date | None,
) -> list[Reading]:
    """Return each article's body with all that was found in it."""
    return [
        Reading(
            article=division.articles[region.article],
            text=region.text,
            published=published,
            dates=literal.dates,
            amounts=literal.amounts,
            titles=literal.titles,
            mentions=names,
            posts=_posts(region.text, names),
        )
        for region, literal, names in zip(found, literals, mentions, strict=True)
        if region.is_body and region.article is not None
    ]


def _posts(text: Text, names: tuple[Mention, ...]) -> tuple[Post, ...]:
    turn_to(text)
    return find_posts(text.folded, names)


def load(
    pipeline: str | Path = PIPELINE,
    *,
    model: str | None = None,
    rules: RulesLike = (),
    corrections: CorrectionsLike = (),
) -> Extractor:
    """Return an extractor with a pipeline; loaded once.

    Args:
        pipeline: `zh_news`, which comes with newsie; `zh_chars`, which has no weights; `zh_hanlp`, which
            needs HanLP; or the path of a pipeline's folder.
        model: for `zh_hanlp`, a folder that HanLP saved or one of HanLP's names; where there is room for
            one name only, `zh_hanlp:MODEL` says the same.
        rules: folders of a user's own rules: entries for word lists, and record types.
        corrections: files of a reader's corrections, which are applied to every result.

    Raises:
        CorrectionError: a line of a file is no correction.
        ModelError: there is no such pipeline or model, or it is damaged.
        RuleError: a rule is wrong, or one of its examples fails; says which, and where.
    """
    if model is not None and pipeline != HANLP:
        raise ModelError(f"pipeline {pipeline!r} takes no model: leave it out, or load {HANLP!r}")
    named = str(pipeline) if model is None else f"{pipeline}:{model}"
    return _load(named, load_rules(rules), load_corrections(corrections))


@cache
def _load(pipeline: str, rules: Rules, corrections: Corrections) -> Extractor:
    if corrections:
        return replace(_load(pipeline, rules, NO_CORRECTIONS), corrections=corrections)
    backend = _load(pipeline, NO_RULES, NO_CORRECTIONS).backend if rules else load_backend(pipeline)
    return Extractor(backend, made_by(pipeline, backend, rules_digest(rules)), rules)


def extract(
    text: str,
    *,
    published: str | date | None = None,
    source: str | Path | None = None,
    outlet: str | None = None,
) -> Extraction:
    """Return the articles and records of a newspaper page.

    Args:
        text: the page, just as it was wrung out of the PDF.
        published: the day it was published, a date or ISO 8601; looked for on the page if None.
        source: a name for the page, such as its file; a date in it counts if none is given.
        outlet: the newspaper; looked for on the page if None.

    Offsets: evidence and segments are half-open offsets into `text` in code points.

    Raises:
        DateError: `published` is no day of the calendar.
        ModelError: the pipeline is missing.

    >>> import newsie
    >>> newsie.extract("", published="2023-01-10").articles
    ()
    """
    return load().extract(text, published=published, source=source, outlet=outlet)
