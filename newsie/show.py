"""A result for reading in a terminal: articles, and under each what was read from it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from newsie.records import (
    Article,
    DateInterval,
    Extraction,
    Meeting,
    Milestone,
    Official,
    Post,
    Project,
    Quantity,
    Statement,
    Statistic,
    Visit,
)

_NOT_SHOWN = frozenset({"id", "article", "articles", "evidence", "statements"})
_HEDGES = {"exact": "", "about": "约 ", "over": "逾 ", "under": "不足 ", "at_least": "≥ ", "at_most": "≤ "}


def show_extraction(extraction: Extraction, console: Console) -> None:
    """Print a result: its articles with their records, then the officials and the warnings."""
    console.print(Text(_heading(extraction), style="bold"))
    for article in extraction.articles:
        console.print()
        console.print(Text(_title(article), style="bold cyan"))
        for line in _lines(extraction, article):
            console.print(Text(line))
    console.print()
    for official in extraction.officials:
        console.print(Text(_record(official)))
    for warning in extraction.warnings:
        console.print(Text(f"! {warning.code}: {warning.message}", style="yellow"))


def _heading(extraction: Extraction) -> str:
    day = f"{extraction.published} ({extraction.published_from})" if extraction.published else "undated"
    return " · ".join(part for part in (extraction.source, extraction.outlet, day) if part)


def _title(article: Article) -> str:
    title = " / ".join(part for part in (article.kicker, article.headline, *article.subheads) if part)
    makers = dict.fromkeys((*article.reporters, *article.correspondents, *article.photographers))
    return f"{title or '—'} [{article.kind}] {'、'.join(makers)}".rstrip()


def _lines(extraction: Extraction, article: Article) -> Iterator[str]:
    """Yield a line for each record of an article, those of what was said there under it."""
    gatherings: tuple[Meeting | Visit, ...] = (*extraction.meetings, *extraction.visits)
    for gathering in gatherings:
        if gathering.article == article.id:
            yield _record(gathering)
            yield from (f"  {_said(statement)}" for statement in gathering.statements)
    yield from (_said(statement) for statement in extraction.statements if statement.article == article.id)
    yield from (_record(found) for found in extraction.projects if found.article == article.id)
    yield from (_record(found) for found in extraction.statistics if found.article == article.id)


def _said(statement: Statement) -> str:
    return f"  {statement.speaker or '会议'}{statement.verb}：{statement.text}"


def _record(record: Meeting | Visit | Official | Project | Statistic) -> str:
    fields = (
        (name, _words(getattr(record, name))) for name in type(record).model_fields if name not in _NOT_SHOWN
    )
    return f"  {type(record).__name__.lower()}  " + "  ".join(
        f"{name}: {words}" for name, words in fields if words
    )


def _words(value: object) -> str:
    """Return a field's value as words, empty for a value that is absent."""
    if isinstance(value, Quantity):
        most = f"–{value.value_max:f}" if value.value_max is not None else ""
        return f"{_HEDGES[value.qualifier]}{value.value:f}{most} {value.unit}".rstrip()
    if isinstance(value, DateInterval):
        days = "…".join(dict.fromkeys((value.start or "?", value.end or "?")))
        return f"{value.text} ({days})"
    if isinstance(value, Post):
        return f"{value.organization or ''} {value.title}".strip()
    if isinstance(value, Milestone):
        return value.text
    if isinstance(value, tuple):
        return "、".join(map(_words, value))
    return "" if value is None else str(value)
