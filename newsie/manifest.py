"""What in a folder is a source: its manifest says, and else its files of known kinds are (清单).

A manifest is a file `manifest.toml` in the folder:

    outlet = "某某日报"            # for all pages below, may be left out

    [[pages]]
    file = "2023/0110_01.txt"     # relative to the folder
    published = 2023-01-10        # may be left out
    outlet = "某某晚报"            # may be left out
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path, PurePath
from stat import S_IFREG, S_ISDIR, S_ISREG
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from newsie.errors import DateError, SourceError
from newsie.page import Failure, Source
from newsie.values import read_day
from newsie.written import is_output

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

MANIFEST = "manifest.toml"
WEB_PAGES = frozenset({".htm", ".html", ".shtml", ".xhtml"})
PAGES = WEB_PAGES | {".pdf", ".txt"}
DOCUMENTS = frozenset(
    {
        ".7z",
        ".doc",
        ".docx",
        ".epub",
        ".mht",
        ".mhtml",
        ".odt",
        ".ofd",
        ".rar",
        ".rtf",
        ".tar",
        ".tgz",
        ".wps",
        ".xls",
        ".xlsx",
    }
)
"""What pages are also kept in: read if it is text or markup under another name, else a failure that says what it is."""
TABLES = frozenset({".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".parquet"})
ARCHIVES = frozenset({".zip"})


def _day(given: object) -> date | None:
    """Read a day of a manifest, which may be a TOML date or a string."""
    if given is None:
        return None
    if not isinstance(given, str | date):
        raise ValueError(f"{given!r} is no day")  # noqa: TRY004 - pydantic reports ValueError only
    try:
        return read_day(given)
    except DateError as error:
        raise ValueError(str(error)) from None


class Entry(BaseModel):
    """One page of a manifest."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: str
    published: Annotated[date | None, BeforeValidator(_day)] = None
    outlet: str | None = None


class Manifest(BaseModel):
    """The pages of a folder."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    outlet: str | None = None
    pages: tuple[Entry, ...]


def find_sources(path: Path) -> tuple[Source, ...]:
    """Return the sources that a path stands for, folders in the order of their manifest or of names.

    A file is itself, whatever it is called; if the manifest of its folder lists it, with what
    is said there. A path that does not exist is returned as it is: reading it says so.

    Raises:
        SourceError: a manifest is damaged, or a folder cannot be read.
    """
    return tuple(map(_good, found_sources(path)))


def _good(found: Source | Failure) -> Source:
    if isinstance(found, Failure):
        raise SourceError(found.reason)
    return found


def found_sources(path: Path, roots: Sequence[Path] = ()) -> Iterator[Source | Failure]:
    """Yield the sources that a path stands for as `find_sources` does, for a folder that cannot be read why not.

    `roots` are all paths that were asked for, without links: a linked folder in one of them is no news.

    Raises:
        SourceError: the manifest beside a file is damaged.
    """
    if str(path) == "-":
        yield Source(path)
    elif path.is_dir():
        yield from _Walk(path, roots).found()
    elif (path.parent / MANIFEST).is_file():
        state = (path.parent / MANIFEST).stat()
        yield _by_path(path.parent, (state.st_ino, state.st_size, state.st_mtime_ns)).get(path, Source(path))
    else:
        yield Source(path)


class _Walk:
    """A walk through a folder. Links to folders are followed last, and inside the folder only, each folder once."""

    def __init__(self, top: Path, roots: Sequence[Path]) -> None:
        self._top = top
        self._home = top.resolve()
        self._roots = roots
        self._links: list[Path] = []
        self._walked: set[Path] = set()

    def found(self) -> Iterator[Source | Failure]:
        yield from self._folder(self._top)
        for link in self._links:  # it grows on the way
            yield from self._linked(link)

    def _folder(self, folder: Path) -> Iterator[Source | Failure]:
        try:
            self._walked.add(folder.resolve())
            if (folder / MANIFEST).is_file():
                yield from tuple(_listed(folder))
                return
            paths = sorted(folder.iterdir())
        except OSError as error:
            yield Failure(str(folder), f"{folder}: {error.strerror or error}")
            return
        except SourceError as error:
            yield Failure(str(folder), str(error))
            return
        for path in paths:
            if not path.name.startswith("."):
                yield from self._entry(path)

    def _entry(self, path: Path) -> Iterator[Source | Failure]:
        try:
            mode = path.stat().st_mode
        except OSError:  # a file says why when it is read
            mode = S_IFREG
        if S_ISDIR(mode) and path.is_symlink():
            self._links.append(path)
        elif S_ISDIR(mode):
            if not is_output(path):
                yield from self._folder(path)
        elif suffix(path.name) in {*PAGES, *DOCUMENTS, *TABLES, *ARCHIVES}:
            # to open a pipe that nobody writes to would take for ever
            if not S_ISREG(mode):
                yield Failure(str(path), f"{path}: no regular file")
            elif not is_output(path):
                yield Source(path)

    def _linked(self, link: Path) -> Iterator[Source | Failure]:
        target = link.resolve()
        if target in self._walked:
            return
        if target.is_relative_to(self._home):
            yield from self._folder(link)
        elif not any(target.is_relative_to(root) for root in self._roots):
            reason = f"{link}: a link to a folder outside {self._top}: name it as a path of its own to have it read"
            yield Failure(str(link), reason)


def suffix(name: str) -> str:
    """Return the ending of a file's name that says what it holds, in lower case, .gz taken off.

    >>> suffix("2023.jsonl.gz"), suffix("page.TXT")
    ('.jsonl', '.txt')
    """
    path = PurePath(name)
    return (path.with_suffix("") if path.suffix.lower() == ".gz" else path).suffix.lower()


@lru_cache(maxsize=8)
def _by_path(folder: Path, _state: tuple[int, int, int]) -> Mapping[Path, Source]:
    """Return what a manifest lists by path, the first of each; kept, for thousands of its files may be named."""
    return {source.path: source for source in reversed(tuple(_listed(folder)))}


def _listed(folder: Path) -> Iterator[Source]:
    manifest = read_manifest(folder / MANIFEST)
    for entry in manifest.pages:
        yield Source(
            path=folder / entry.file,
            published=entry.published,
            published_from="manifest" if entry.published else None,
            outlet=entry.outlet or manifest.outlet,
        )


def read_manifest(path: Path) -> Manifest:
    """Read a manifest.

    Raises:
        SourceError: it is no TOML, a field is unknown or wrong, or a file lies outside the folder.
    """
    try:
        manifest = Manifest.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        raise SourceError(f"{path}: {where}: {first['msg']}") from None
    except (OSError, ValueError) as error:
        raise SourceError(f"{path}: {error}") from None
    for entry in manifest.pages:
        if Path(entry.file).is_absolute() or ".." in Path(entry.file).parts:
            raise SourceError(f"{path}: {entry.file} lies outside the folder")
    return manifest
