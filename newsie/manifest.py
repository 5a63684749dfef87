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
from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePath
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from newsie.errors import DateError, SourceError
from newsie.page import Source, read_day

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

MANIFEST = "manifest.toml"
PAGES = frozenset({".txt", ".html", ".htm", ".pdf"})
TABLES = frozenset({".jsonl", ".ndjson", ".csv", ".tsv", ".parquet"})
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
        SourceError: a manifest is damaged.
    """
    if path.is_dir():
        return tuple(_in_folder(path))
    if (path.parent / MANIFEST).is_file():
        listed = [source for source in _listed(path.parent) if source.path == path]
        return tuple(listed[:1]) or (Source(path),)
    return (Source(path),)


def _in_folder(folder: Path) -> Iterator[Source]:
    if (folder / MANIFEST).is_file():
        yield from _listed(folder)
        return
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _in_folder(path)
        elif suffix(path.name) in {*PAGES, *TABLES, *ARCHIVES}:
            yield Source(path)


def suffix(name: str) -> str:
    """Return the ending of a file's name that says what it holds, in lower case, .gz taken off.

    >>> suffix("2023.jsonl.gz"), suffix("page.TXT")
    ('.jsonl', '.txt')
    """
    path = PurePath(name)
    return (path.with_suffix("") if path.suffix.lower() == ".gz" else path).suffix.lower()


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
