"""A result in a notebook: its articles with coloured words, its records in tables beside; no script.

Every class begins with `newsie-`, since a notebook is one page with the styles of all its cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from newsie.records import Article, Extraction
from newsie.views.entries import KINDS, Entry, Value, entries
from newsie.views.marks import Place, cut
from newsie.views.payload import Document
from newsie.views.repaired import repaired
from newsie.views.shell import asset, environment

NAMES = {
    "meeting": "会议",
    "visit": "调研",
    "statement": "讲话",
    "official": "官员",
    "project": "项目",
    "statistic": "统计",
    "custom": "自定义",
    "warning": "存疑",
}
_OPEN_LENGTH = 6_000
"""Characters of articles that stand open; what follows is folded, so that a long page stays quick."""
_TITLE_LENGTH = 400


@dataclass(frozen=True, slots=True)
class Run:
    """Some words: `kind` is the type of the record that was read there, empty for none; `title` says what was read."""

    words: str
    kind: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """An article with its records.

    Attributes:
        article: the article.
        lines: the role and the runs of each paragraph.
        groups: the records by type.
        unfolded: whether it stands open.
    """

    article: Article
    lines: tuple[tuple[str, tuple[Run, ...]], ...]
    groups: tuple[tuple[str, tuple[Entry, ...]], ...]
    unfolded: bool


@dataclass(frozen=True, slots=True)
class _Read:
    """One value of a record at a place."""

    entry: Entry
    field: str
    value: Value

    @property
    def title(self) -> str:
        value = self.value
        said = " ".join(part for part in (value.words, value.code.partition(".")[2], value.note) if part)
        return f"{NAMES[self.entry.kind]} {self.entry.title} · {self.field}: {said}"


def notebook(extraction: Extraction) -> str:
    """Return a result as HTML for a notebook's cell.

    >>> "newsie-view" in notebook(Extraction(id="d", source="page.txt", text_sha256=""))
    True
    """
    document = repaired(extraction)
    found = entries(document.extraction)
    counts = {kind: sum(entry.kind == kind for entry in found) for kind in KINDS}
    return (
        environment()
        .get_template("notebook.html.j2")
        .render(
            style=Markup(asset("notebook.css")),  # noqa: S704 - the package's own file
            result=extraction,
            stories=tuple(_stories(document, found)),
            loose=_groups(entry for entry in found if not entry.articles),
            counts={kind: count for kind, count in counts.items() if count},
            names=NAMES,
        )
    )


def _stories(document: Document, found: Iterable[Entry]) -> Iterator[Story]:
    by_article: dict[int, list[Entry]] = {}
    for entry in found:
        for index in entry.articles:
            by_article.setdefault(index, []).append(entry)
    shown = 0
    for index, article in enumerate(document.extraction.articles):
        own = by_article.get(index, [])
        groups = _groups(entry for entry in own if entry.articles[0] == index)
        yield Story(article, tuple(_lines(document.text, article, own)), groups, shown < _OPEN_LENGTH)
        shown += sum(part.end - part.start for part in article.segments)


def _groups(found: Iterable[Entry]) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    return tuple((kind, tuple(group)) for kind, group in groupby(found, key=lambda entry: entry.kind))


def _lines(text: str, article: Article, own: Iterable[Entry]) -> Iterator[tuple[str, tuple[Run, ...]]]:
    """Yield each paragraph of an article with the words that were read in it."""
    places = [
        Place(start, end, _Read(entry, field.name, value))
        for entry in own
        for field in entry.fields
        for value in field.values
        for start, end in value.segments
    ]
    for part in article.segments:
        inside = [
            Place(
                max(place.start, part.start) - part.start, min(place.end, part.end) - part.start, place.what
            )
            for place in places
            if place.start < part.end and place.end > part.start
        ]
        line = text[part.start : part.end]
        yield (
            part.role,
            tuple(
                _run(line[stretch.start : stretch.end], stretch.what) for stretch in cut(len(line), inside)
            ),
        )


def _run(words: str, read: tuple[_Read, ...]) -> Run:
    if not read:
        return Run(words)
    titles = dict.fromkeys(one.title[:_TITLE_LENGTH] for one in read)
    return Run(words, read[0].entry.kind, "\n".join(titles))
