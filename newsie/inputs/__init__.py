"""Sources of every kind to pages: text, PDF, HTML, tables, packed or in archives.

>>> [source.name for source in find_pages([Path("missing.txt")])]
['missing.txt']
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain
from pathlib import Path, PurePath
from typing import IO, TypeAlias

from newsie import patterns as re
from newsie.decoding import decode
from newsie.errors import ExtraError, NewsieError, SourceError
from newsie.inputs.failing import broken, failure
from newsie.inputs.files import STDIN, Names, Unpacked, is_stream, members, open_archive, read_bytes
from newsie.inputs.html import read_html
from newsie.inputs.limits import USUAL_LIMITS, Limits, must_be_limits
from newsie.inputs.pdf import read_pdf
from newsie.inputs.rows import (
    USUAL_COLUMNS,
    Columns,
    csv_rows,
    document_rows,
    has_text,
    json_rows,
    must_be_columns,
    pages,
    parquet_rows,
)
from newsie.manifest import DOCUMENTS, PAGES, TABLES, WEB_PAGES, found_sources, suffix
from newsie.page import Failure, Page, Source, readable_path

__all__ = [
    "USUAL_COLUMNS",
    "USUAL_LIMITS",
    "Columns",
    "Limits",
    "Unread",
    "broken",
    "find_pages",
    "is_stream",
    "must_be_limits",
    "read_bytes",
    "read_page",
    "read_stream",
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
    of names. Nothing is read but tables, and what can be read only once: `-` for standard input, and pipes. `leave` are files and folders that are left out, such as
    what an earlier run wrote among them.

    Raises:
        TypeError: `columns` names none, or `limits` has none.
        ValueError: a path is empty.
    """
    must_be_columns(columns)
    must_be_limits(limits)
    given = [paths] if isinstance(paths, (str, Path)) else [*paths]
    if "" in given:
        raise ValueError("the path is empty; . is the folder you are in")
    several = [Path(path) for path in given]
    seen: set[Path] = set()
    names = Names()
    left = [_resolved(path) for path in leave]
    roots = [_resolved(path) for path in several if path != STDIN]
    for found in chain.from_iterable(_sources(path, roots) for path in several):
        if isinstance(found, Failure):
            yield found
        elif (resolved := _resolved(found.path)) not in seen:
            seen.add(resolved)
            if any(resolved.is_relative_to(path) for path in left):
                continue
            name = names.free(found.name)
            source = found if name == found.name else replace(found, called=name)
            yield from _expanded(source, columns, limits, named=found.path in several)


def _resolved(path: Path) -> Path:
    """Return a path without links; as it is if it is none that can be followed: reading it says why."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path.absolute()


def _sources(path: Path, roots: Sequence[Path]) -> Iterator[Source | Failure]:
    """Yield the files that a path stands for, or why there are none."""
    try:
        yield from found_sources(path, roots)
    except Exception as error:  # noqa: BLE001 - a path that breaks newsie must not cost its neighbours
        yield failure(readable_path(path), error)


def _expanded(source: Source, columns: Columns, limits: Limits, *, named: bool) -> Iterator[Unread]:
    """Yield a source, or what it holds if it is a table or an archive; what can be read once is read.

    `named` says whether the caller named this very file.
    """
    kind = suffix(source.path.name)
    if kind in TABLES:
        yield from _expanded_rows(source, kind, columns, limits, named=named)
    elif is_stream(source.path):
        yield read_stream(source, limits)
    elif kind == ".zip":
        try:
            yield from _members(source, columns, limits)
        except Exception as error:  # noqa: BLE001 - a source that breaks newsie must not cost its neighbours
            yield failure(source.name, error)
    else:
        yield source


def read_stream(source: Source, limits: Limits) -> Page | Failure:
    """Return the page of what can be read only once and only here, or why there is none."""
    try:
        return read_page(source, limits=limits)
    except NewsieError as error:
        return Failure(source.name, str(error))
    except Exception as error:  # noqa: BLE001 - a source that breaks newsie must not cost its neighbours
        return broken(source.name, error)


def _members(source: Source, columns: Columns, limits: Limits) -> Iterator[Unread]:
    if source.path.suffix.lower() == ".gz":
        raise SourceError("a packed archive: unpack it by gunzip first")
    with open_archive(source.path) as archive:
        for name in members(archive, limits):
            kind = suffix(name)
            if (
                PurePath(name).name.startswith(".")
                or "__MACOSX" in name
                or kind not in {*PAGES, *DOCUMENTS, *TABLES, ".zip"}
            ):
                continue
            inner = replace(source, member=name)
            if kind == ".zip":
                yield Failure(inner.name, f"{inner.name}: an archive inside an archive: unpack it first")
            elif kind in TABLES:
                yield from _expanded_rows(inner, kind, columns, limits, named=False)
            else:
                yield inner


def _expanded_rows(
    source: Source, kind: str, columns: Columns, limits: Limits, *, named: bool
) -> Iterator[Unread]:
    try:
        if kind == ".json":
            yield from _documents(source, columns, limits, named=named)
        else:
            yield from _rows(source, kind, columns, limits)
    except Exception as error:  # noqa: BLE001 - a table that breaks newsie must not cost its neighbours
        yield failure(source.name, error)


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


def _documents(source: Source, columns: Columns, limits: Limits, *, named: bool) -> Iterator[Page | Failure]:
    """Yield the pages of a JSON document; one object without a text is settings or results, and no page unless named."""
    found = list(document_rows(read_bytes(source, limits), columns))
    if not named and len(found) == 1 and isinstance(found[0], dict) and not has_text(found[0], columns):
        return
    for page in pages(found, source.name, columns):
        yield page if isinstance(page, Failure) else _with_known(page, source)


def _with_known(page: Page, source: Source) -> Page:
    """Return a row's page with what its manifest knows where the row says nothing."""
    if page.published is not None or source.published is None:
        return Page(page.text, page.source, page.published, page.published_from, page.outlet or source.outlet)
    return Page(page.text, page.source, source.published, source.published_from, page.outlet or source.outlet)


@contextmanager
def _opened(source: Source, limits: Limits) -> Iterator[IO[bytes]]:
    """Open a table as a stream.

    What is inside an archive, what can be read only once, and packed Parquet, which is read from its end, are held whole.
    """
    packed = source.path.suffix.lower() == ".gz"
    if source.member or is_stream(source.path) or (packed and suffix(source.path.name) == ".parquet"):
        yield io.BytesIO(read_bytes(source, limits))
        return
    with source.path.open("rb") as file:
        if packed:
            yield io.BufferedReader(Unpacked(file, source.path.stat().st_size, limits))
        else:
            yield file


def read_page(source: Unread | str | Path, *, limits: Limits = USUAL_LIMITS) -> Page:
    """Read a page: what `find_pages` yields, or a file by its path; `-` is standard input.

    Raises:
        SourceError: it is missing, too large, damaged, without text, or in no encoding that can be told.
        ExtraError: a library for its kind is not installed.
        TypeError: `limits` has none.
    """
    must_be_limits(limits)
    if isinstance(source, Page):
        return source
    if isinstance(source, Failure):
        raise SourceError(source.reason)
    if not isinstance(source, Source):
        source = Source(Path(source))
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
    if _MARKUP.match(data[:2048]) or suffix(known[0]) in WEB_PAGES:
        found = read_html(decode(data))
        dated = found.published is not None and source.published is None
        day, known_from = (found.published, "page") if dated else (source.published, source.published_from)
        return Page(found.text, known[0], day, known_from, source.outlet or found.outlet, found.layout)
    if suffix(known[0]) == ".json":
        raise SourceError("JSON may hold many pages: newsie.find_pages lists them")
    return Page(decode(data), *known)
