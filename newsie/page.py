"""Sources to pages: files, standard input and strings become text with what is known about them.

>>> Page.of("区里召开推进会", published="2023-01-10").published
datetime.date(2023, 1, 10)
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias

from newsie import patterns as re
from newsie.article import Warning
from newsie.decoding import garbled
from newsie.layout import Layout
from newsie.records import Extraction
from newsie.values import SURROGATES, read_day, well_formed

PublishedFrom: TypeAlias = Literal["given", "manifest", "filename", "page", "inferred"]

MAX_BYTES = 100_000_000
"""The largest file that is read unless the caller says otherwise."""

_FILE_NAME = re.compile(
    r"\s?[^\n，。；！？]{1,250}\.(?:txt|html?|pdf|jsonl?|ndjson|csv|tsv|parquet|zip)(?:\.gz)?\s?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Page:
    """The text of one source and what is known about it.

    Attributes:
        text: the source exactly as it was given or decoded.
        source: its name: a path, `-` for standard input, or empty.
        published: the day it was published (出版日期), where that is known without reading it.
        published_from: how that day is known.
        outlet: the newspaper (报纸), where that is known without reading the page.
        layout: where its characters stand on paper, for a page that was printed.
    """

    text: str = field(repr=False)
    source: str = ""
    published: date | None = None
    published_from: PublishedFrom | None = None
    outlet: str | None = None
    layout: Layout | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        _settle(self)

    @classmethod
    def of(
        cls,
        text: str,
        *,
        published: str | date | None = None,
        source: str | Path | None = None,
        outlet: str | None = None,
    ) -> Page:
        """Return the page of a text that the caller holds.

        Raises:
            DateError: `published` is no day.
            TypeError: it is no text, but a path, say, or what is said of it is none.
        """
        if not isinstance(text, str):
            raise TypeError(
                f"a page is a str, not {type(text).__name__}; "
                "newsie.extract_many([text, Path(name)]) reads several, and files"
            )
        # a cell of pandas that is empty is a float, NaN
        for name, given in (("source", source), ("outlet", outlet)):
            if not isinstance(given, str | Path | None):
                raise TypeError(f"{name} is a str or None, not {given!r}")
        day = None if published is None else read_day(published)
        name = readable_path(source) if isinstance(source, Path) else source or ""
        return cls(text, name, day, None if day is None else "given", outlet)

    @property
    def readable(self) -> str:
        """The text with U+FFFD in place of each lone surrogate; offsets are the same."""
        return well_formed(self.text)

    @property
    def warnings(self) -> tuple[Warning, ...]:
        """What is doubtful about the text as such."""
        return tuple(self._doubts())

    def _doubts(self) -> Iterator[Warning]:
        if places := tuple(match.span() for match in SURROGATES.finditer(self.text)):
            told = "half of a character, or bytes that are none: read as a lost one"
            yield Warning("lone-surrogate", told, places)
        # told by its form: what a text gives depends on no file of this machine
        if _FILE_NAME.fullmatch(self.text):
            told = "the text is the name of a file: newsie.extract_many([Path(name)]) reads files"
            yield Warning("file-name", told, ((0, len(self.text)),))
        if how := garbled(self.text):
            yield Warning("garbled", how, ((0, len(self.text)),))


@dataclass(frozen=True, slots=True)
class Source:
    """A file that is still to be read, and what is known about it.

    Attributes:
        path: the file, or `-` for standard input.
        published: the day it was published, if known.
        published_from: how that day is known.
        outlet: the newspaper, if known.
        member: the name of a file inside the archive that `path` is, or empty.
        called: its name where another source has the one that it would have, or empty.
    """

    path: Path
    published: date | None = None
    published_from: PublishedFrom | None = None
    outlet: str | None = None
    member: str = ""
    called: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "path", Path(self.path))
        _settle(self)

    @property
    def name(self) -> str:
        """What the source is called: its path, and its name in an archive."""
        home = self.called or readable_path(self.path)
        return well_formed(f"{home}/{self.member}") if self.member else home


def _settle(known: Page | Source) -> None:
    """Take the day of a page or source in any form that `read_day` takes; one that is known without more was given.

    Raises:
        DateError: it is no day.
    """
    if known.published is not None:
        object.__setattr__(known, "published", read_day(known.published))
        object.__setattr__(known, "published_from", known.published_from or "given")


@dataclass(frozen=True, slots=True)
class Failure:
    """A source of which nothing could be extracted.

    What it says can be written in any encoding: what a reason quotes from the source, a column's name
    for one, may hold half of a character.

    Attributes:
        source: its name.
        reason: what was wrong, for a reader.
        trace: where newsie broke, for its makers; empty where nothing did.
    """

    source: str
    reason: str
    trace: str = field(default="", compare=False, repr=False)

    def __post_init__(self) -> None:
        for name in ("source", "reason", "trace"):
            object.__setattr__(self, name, well_formed(getattr(self, name)))


def must_be_result(given: object) -> Extraction:
    """Return a result; refuse what is none.

    Raises:
        TypeError: it is a `Failure`, say, which comes among the results of `newsie.extract_many`.
    """
    if isinstance(given, Extraction):
        return given
    what = f"the failure of {given.source}" if isinstance(given, Failure) else type(given).__name__
    raise TypeError(
        f"a result is an Extraction, not {what}; of several: "
        "[one for one in results if isinstance(one, newsie.Extraction)]"
    )


def must_be_results(given: object) -> Iterator[Extraction]:
    """Return results one by one; refuse what is none.

    Raises:
        TypeError: it is a single result, whose fields would be taken for results, or one of them is none.
    """
    if isinstance(given, Extraction) or not isinstance(given, Iterable):
        raise TypeError(f"results are several, not a single {type(given).__name__}: give a list of them")
    return map(must_be_result, given)


def readable_path(path: Path) -> str:
    r"""Return a path as it can be written: what is not UTF-8 in it is read as GB18030, else written as `\xd6`.

    >>> readable_path(Path("2023") / os.fsdecode("日报.txt".encode("gbk")))
    '2023/日报.txt'
    """
    string = str(path)
    if not SURROGATES.search(string):
        return string
    return str(Path(*map(_readable_part, path.parts)))


def _readable_part(part: str) -> str:
    if not SURROGATES.search(part):
        return part
    try:
        data = os.fsencode(part)
    except UnicodeEncodeError:
        return well_formed(part)
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError:
        return data.decode(errors="backslashreplace")
