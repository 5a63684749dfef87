"""Sources of every kind to pages: text, PDF, HTML, tables, packed or in archives.

>>> [source.name for source in find_pages([Path("missing.txt")])]
['missing.txt']
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain
from pathlib import Path, PurePath
from typing import IO, TypeAlias

from newsie.errors import ExtraError, SourceError
from newsie.inputs.files import Names, Unpacked, members, open_archive, read_bytes
from newsie.inputs.html import read_html
from newsie.inputs.limits import USUAL_LIMITS, Limits
from newsie.inputs.pdf import read_pdf
from newsie.inputs.rows import USUAL_COLUMNS, Columns, csv_rows, json_rows, pages, parquet_rows
from newsie.manifest import PAGES, TABLES, find_sources, suffix
from newsie.page import Failure, Page, Source, decode, readable_path

__all__ = [
    "USUAL_COLUMNS",
    "USUAL_LIMITS",
    "Columns",
    "Limits",
    "Unread",
    "find_pages",
    "read_bytes",
    "read_page",
]

Unread: TypeAlias = Source | Page | Failure
"""A page that is still to be read, one that came with a table, or why there is none."""

_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html)\b",
    re.IGNORECASE,
)
_PDF = b"%PDF-"


def find_pages(
    paths: str | Path | Iterable[str | Path],
    *,
    columns: Columns = USUAL_COLUMNS,
    limits: Limits = USUAL_LIMITS,
    leave: Iterable[Path] = (),
) -> Iterator[Unread]:
    """Yield what there is to read in files and folders, the rows of tables and files of archives one by one.

    `paths` is one or several. Each file is taken once, in the order of the paths, a folder's in the order of its manifest or
    of names. Nothing but tables is read. `leave` are files and folders that are left out, such as
    what an earlier run wrote among them.
    """
    seen: set[Path] = set()
    names = Names()
    left = [path.resolve() for path in leave]
    several = [paths] if isinstance(paths, (str, Path)) else paths
    for found in chain.from_iterable(_sources(Path(path)) for path in several):
        if isinstance(found, Failure):
            yield found
        elif (resolved := found.path.resolve()) not in seen:
            seen.add(resolved)
            if any(resolved.is_relative_to(path) for path in left):
                continue
            name = names.free(found.name)
            yield from _expanded(
                found if name == found.name else replace(found, called=name), columns, limits
            )


def _sources(path: Path) -> Iterator[Source | Failure]:
    """Yield the files that a path stands for, or why there are none."""
    try:
        yield from find_sources(path)
    except (OSError, SourceError) as error:
        yield Failure(readable_path(path), str(error))


def _expanded(source: Source, columns: Columns, limits: Limits) -> Iterator[Unread]:
    """Yield a source, or what it holds if it is a table or an archive."""
    try:
        kind = suffix(source.path.name)
        if kind in TABLES:
            yield from _rows(source, kind, columns, limits)
        elif kind == ".zip":
            yield from _members(source, columns, limits)
        else:
            yield source
    except (OSError, ExtraError, SourceError) as error:
        reason = error.strerror or str(error) if isinstance(error, OSError) else str(error)
        yield Failure(source.name, f"{source.name}: {reason}")


def _members(source: Source, columns: Columns, limits: Limits) -> Iterator[Unread]:
    with open_archive(source.path) as archive:
        for name in members(archive, limits):
            kind = suffix(name)
            if (
                PurePath(name).name.startswith(".")
                or "__MACOSX" in name
                or kind not in {*PAGES, *TABLES, ".zip"}
            ):
                continue
            inner = replace(source, member=name)
            if kind == ".zip":
                yield Failure(inner.name, f"{inner.name}: an archive inside an archive: unpack it first")
            elif kind in TABLES:
                yield from _expanded_rows(inner, kind, columns, limits)
            else:
                yield inner


def _expanded_rows(source: Source, kind: str, columns: Columns, limits: Limits) -> Iterator[Unread]:
    try:
        yield from _rows(source, kind, columns, limits)
    except (OSError, ExtraError, SourceError) as error:
        yield Failure(source.name, f"{source.name}: {error}")


def _rows(source: Source, kind: str, columns: Columns, limits: Limits) -> Iterator[Page | Failure]:
    with _opened(source, limits) as stream:
        if kind == ".parquet":
            found = parquet_rows(stream, columns, limits)
        elif kind in {".csv", ".tsv"}:
            found = csv_rows(stream, limits, "\t" if kind == ".tsv" else ",")
        else:
            found = json_rows(stream, limits)
        for page in pages(found, source.name, columns):
            yield page if isinstance(page, Failure) else _with_known(page, source)


def _with_known(page: Page, source: Source) -> Page:
    """Return a row's page with what its manifest knows where the row says nothing."""
    if page.published is not None or source.published is None:
        return Page(page.text, page.source, page.published, page.published_from, page.outlet or source.outlet)
    return Page(page.text, page.source, source.published, source.published_from, page.outlet or source.outlet)


@contextmanager
def _opened(source: Source, limits: Limits) -> Iterator[IO[bytes]]:
    """Open a table as a stream; one inside an archive is unpacked to memory."""
    if source.member:
        yield io.BytesIO(read_bytes(source, limits))
        return
    with source.path.open("rb") as file:
        if source.path.suffix.lower() == ".gz":
            yield io.BufferedReader(Unpacked(file, source.path.stat().st_size, limits))
        else:
            yield file


def read_page(source: Source, *, limits: Limits = USUAL_LIMITS) -> Page:
    """Read a page: a file, a file in an archive, or standard input for `-`.

    Raises:
        SourceError: it is missing, too large, damaged, without text, or in no encoding that can be told.
        ExtraError: a library for its kind is not installed.
    """
    name = source.name
    try:
        return _page(read_bytes(source, limits), source, limits)
    except OSError as error:
        raise SourceError(f"{name}: {error.strerror or error}") from None
    except (ExtraError, SourceError) as error:
        raise type(error)(f"{name}: {error}") from None


def _page(data: bytes, source: Source, limits: Limits) -> Page:
    """Return the page that some bytes are, told by how they begin."""
    known = source.name, source.published, source.published_from, source.outlet
    if _PDF in data[:1024]:
        text, layout = read_pdf(data, limits)
        return Page(text, *known, layout)
    if _MARKUP.match(data[:2048]) or suffix(known[0]) in {".html", ".htm"}:
        found = read_html(decode(data))
        dated = found.published is not None and source.published is None
        day, known_from = (found.published, "page") if dated else (source.published, source.published_from)
        return Page(found.text, known[0], day, known_from, source.outlet or found.outlet, found.layout)
    return Page(decode(data), *known)
