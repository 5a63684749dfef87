"""What was found on a page to the result that is handed out: frames to records, records to ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeVar

from newsie import article as pages
from newsie import records
from newsie.checks import checks_of, mismatches
from newsie.frames.attach import Attached, attach
from newsie.frames.meeting import find_meetings
from newsie.frames.official import find_officials
from newsie.frames.project import find_undertakings, project_of
from newsie.frames.speech.layout import lay_out
from newsie.frames.statement import Speech, find_speeches
from newsie.frames.statistic import find_statistics
from newsie.frames.sums import Sum, find_sums
from newsie.frames.visit import find_visits
from newsie.identity import AnyRecord, content_id, text_sha256, with_ids
from newsie.making import changed, made
from newsie.page import Page
from newsie.published import Published
from newsie.reading import Mention, Reading
from newsie.regions import Region, unread
from newsie.rules import NO_RULES, Rules
from newsie.text import Span, Text
from newsie.trace import turn_to
from newsie.values import well_formed

Found = TypeVar("Found")
_NO_PROJECTS: tuple[tuple[records.Project, ...], tuple[Span, ...]] = ((), ())
_NO_STATISTICS: tuple[records.Statistic, ...] = ()
_NO_TELLINGS: tuple[Attached, tuple[Speech, ...]] = (Attached((), (), ()), ())
_NO_SUMS: tuple[Sum, ...] = ()


@dataclass(frozen=True, slots=True)
class Records:
    """The records of one article, before they have ids."""

    meetings: tuple[records.Meeting, ...]
    visits: tuple[records.Visit, ...]
    projects: tuple[records.Project, ...]
    statistics: tuple[records.Statistic, ...]
    statements: tuple[records.Statement, ...]
    custom: tuple[records.CustomRecord, ...] = ()
    sums: tuple[Sum, ...] = ()
    failed: tuple[str, ...] = ()


def frame(
    readings: Sequence[Reading], rules: Rules = NO_RULES
) -> tuple[tuple[Records, ...], tuple[records.Official, ...]]:
    """Return the records of each article, those of a user's rules among them, and the officials of the page.

    An official's `articles` are positions in `readings`, as decimal strings.
    """
    return tuple(_frame_article(reading, rules) for reading in readings), find_officials(readings)


def _frame_article(reading: Reading, rules: Rules) -> Records:
    turn_to(reading.text, reading)
    failed: list[str] = []
    told, speeches = _guarded(_tellings, reading, _NO_TELLINGS, failed)
    projects, works = _guarded(_undertakings, reading, _NO_PROJECTS, failed)

    def statistics_of(reading: Reading) -> tuple[records.Statistic, ...]:
        return find_statistics(reading, works, _named(reading, told.meetings), speeches)

    statistics = _guarded(statistics_of, reading, _NO_STATISTICS, failed)
    found = Records(told.meetings, told.visits, projects, statistics, told.statements)
    if rules:

        def own_rules(reading: Reading) -> Records:
            return _with_rules(found, reading, rules)

        found = _guarded(own_rules, reading, found, failed)

    def sums_of(reading: Reading) -> tuple[Sum, ...]:
        return find_sums(reading, found.statistics)

    sums = _guarded(sums_of, reading, _NO_SUMS, failed)
    return replace(found, sums=sums, failed=tuple(failed)) if sums or failed else found


def _with_rules(found: Records, reading: Reading, rules: Rules) -> Records:
    """Return the records of an article with what a user's patterns find."""
    return replace(
        found,
        meetings=rules.join(records.Meeting, reading, found.meetings),
        visits=rules.join(records.Visit, reading, found.visits),
        projects=rules.join(records.Project, reading, found.projects),
        statistics=rules.join(records.Statistic, reading, found.statistics),
        custom=rules.find_records(reading),
    )


def _tellings(reading: Reading) -> tuple[Attached, tuple[Speech, ...]]:
    """Return the meetings and visits of an article with what is said at them, and all that is said."""
    layout = lay_out(reading)
    speeches = find_speeches(reading, layout)
    meetings, visits = find_meetings(reading, speeches, layout), find_visits(reading, speeches, layout)
    return attach(reading, meetings, visits, speeches), speeches


def _undertakings(reading: Reading) -> tuple[tuple[records.Project, ...], tuple[Span, ...]]:
    """Return the projects of an article, and where it names them."""
    told = find_undertakings(reading)
    names = tuple((found.subject.name.start, found.subject.name.end) for found in told)
    return tuple(project_of(reading, found) for found in told), names


def _named(reading: Reading, meetings: Sequence[records.Meeting]) -> tuple[Span, ...]:
    """Return where an article first names its meetings."""
    names = (reading.text.as_folded(meeting.name) for meeting in meetings if meeting.name)
    places = ((reading.text.folded.find(name), len(name)) for name in names)
    return tuple((start, start + length) for start, length in places if start >= 0)


def _guarded(find: Callable[[Reading], Found], reading: Reading, nothing: Found, failed: list[str]) -> Found:
    """Return what a frame finds; if it breaks on an article, the other frames' records are not lost with it."""
    try:
        return find(reading)
    except Exception as error:  # noqa: BLE001 - a fault of one frame costs its own records, and is told
        failed.append(f"{find.__name__.strip('_')} broke on this article ({type(error).__name__}: {error})")
        return nothing


def _faults(by_article: Sequence[Records], division: pages.Division) -> Iterator[pages.Warning]:
    """Yield a warning for each frame that broke."""
    for index, found in enumerate(by_article):
        for message in found.failed:
            where = division.articles[index].body[:1]
            segments = where[0].segments() if where else ()
            yield pages.Warning(code="frame-failed", message=message, segments=segments, article=index)


def compose(
    page: Page,
    division: pages.Division,
    published: Published,
    named: Sequence[tuple[Region, tuple[Mention, ...]]],
    framed: tuple[tuple[Records, ...], tuple[records.Official, ...]],
) -> records.Extraction:
    """Return the result of a page, every id a hash of content."""
    sha256 = text_sha256(page.text)
    articles = [_article(sha256, article) for article in division.articles]
    ids = [article.id for article in articles]
    by_article, officials = framed
    sums = [found.sums for found in by_article]
    statistics = _placed(ids, (found.statistics for found in by_article))
    return records.Extraction(
        id=content_id("document", sha256),
        source=well_formed(page.source),
        text_sha256=sha256,
        published=published.day.isoformat() if published.day else None,
        published_from=published.known_from,
        outlet=published.outlet and well_formed(published.outlet),
        articles=tuple(articles),
        meetings=_placed(ids, (found.meetings for found in by_article)),
        visits=_placed(ids, (found.visits for found in by_article)),
        officials=with_ids(_at_home(official, ids) for official in officials),
        projects=_placed(ids, (found.projects for found in by_article)),
        statistics=statistics,
        statements=_placed(ids, (found.statements for found in by_article)),
        custom=_placed(ids, (found.custom for found in by_article)),
        checks=tuple(checks_of(ids, sums, statistics)),
        mentions=_mentions(named, ids),
        warnings=tuple(
            _warning(warning, ids)
            for warning in (
                *page.warnings,
                *published.warnings,
                *division.warnings,
                *unread(division),
                *mismatches(sums),
                *_faults(by_article, division),
            )
        ),
    )


def _article(sha256: str, article: pages.Article) -> records.Article:
    segments = tuple(
        made(records.ArticlePart, role=part.role, start=start, end=end)
        for part in article.parts
        for start, end in part.text.segments()
    )
    places = " ".join(f"{part.role} {part.start} {part.end}" for part in segments)
    return made(
        records.Article,
        id=content_id("article", sha256, places),
        headline=article.headline.string if article.headline else None,
        kicker=article.kicker.string if article.kicker else None,
        subheads=_strings(article.subheads),
        kind=article.kind,
        reporters=_strings(article.byline.reporters),
        correspondents=_strings(article.byline.correspondents),
        photographers=_strings(article.byline.photographers),
        body=_strings(article.body),
        captions=_strings(article.captions),
        segments=segments,
    )


def _strings(texts: Iterable[Text]) -> tuple[str, ...]:
    return tuple(text.string for text in texts)


def _placed(ids: Sequence[str], found: Iterable[Iterable[AnyRecord]]) -> tuple[AnyRecord, ...]:
    """Return the records of all articles, each with its article's id and one of its own."""
    return with_ids(
        chain.from_iterable(
            (_in_article(record, name) for record in group) for name, group in zip(ids, found, strict=True)
        )
    )


def _in_article(record: AnyRecord, article: str) -> AnyRecord:
    if isinstance(record, records.Meeting | records.Visit):
        spoken = (changed(statement, article=article) for statement in record.statements)
        return changed(record, article=article, statements=with_ids(spoken))
    return changed(record, article=article)


def _at_home(official: records.Official, ids: Sequence[str]) -> records.Official:
    return changed(official, articles=tuple(ids[int(place)] for place in official.articles))


def _mentions(
    named: Sequence[tuple[Region, tuple[Mention, ...]]], ids: Sequence[str]
) -> tuple[records.Mention, ...]:
    """Return every mention of the page in the order of the source, each place once."""
    found: dict[tuple[str, records.Segments], records.Mention] = {}
    for region, mentions in named:
        for mention in mentions:
            segments = region.text.segments(mention.start, mention.end)
            words = region.text.string[mention.start : mention.end]
            if (mention.label, segments) not in found:
                found[mention.label, segments] = made(
                    records.Mention,
                    label=mention.label,
                    text="".join(words.split()),
                    article=None if region.article is None else ids[region.article],
                    segments=segments,
                    by=mention.by,
                )
    return tuple(sorted(found.values(), key=lambda mention: (mention.segments, mention.label)))


def _warning(warning: pages.Warning, ids: Sequence[str]) -> records.Warning:
    return records.Warning(
        code=warning.code,
        message=warning.message,
        article=None if warning.article is None else ids[warning.article],
        segments=warning.segments,
    )
