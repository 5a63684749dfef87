"""Results to files: one JSON file a source, or one line of JSON a source.

A file appears whole or not at all: it is written beside its place and then renamed.

>>> file_names(["a/page.txt", "b/page.txt", "c/other.txt"])
('a_page', 'b_page', 'other')
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import TextIO

from newsie import patterns as re
from newsie.records import Extraction

# not .txt: a later run over the folder would take it for a page
JSON_SUFFIX = ".json"
TEXT_SUFFIX = ".source"
LINES_NAME = "records.jsonl"

_UNSAFE = re.compile(r"[^\w.()+-]+")
_LONGEST = 200
"""Bytes of a name: file systems allow 255, and an ending and a number are to come."""
_DIGITS = 16
_FORMS: tuple[Callable[[PurePath], str], ...] = (
    lambda path: path.stem,
    lambda path: path.name,
    lambda path: f"{path.parent.name}_{path.stem}",
    lambda path: f"{path.parent.name}_{path.name}",
    lambda path: "_".join(path.parts),
)


def file_names(sources: Sequence[str]) -> tuple[str, ...]:
    """Return for each source the name of its result, without a suffix; no two are alike.

    A name is the source's stem. Where that is not its own, it keeps the suffix, or else the
    folder; case does not tell names apart, since some file systems do not. A long name is cut.
    """
    paths = [_path(source) for source in sources]
    counts = [Counter(form(path).casefold() for path in paths) for form in _FORMS]
    names = []
    taken: set[str] = set()
    for path in paths:
        own = (
            form(path)
            for form, count in zip(_FORMS, counts, strict=True)
            if count[form(path).casefold()] == 1
        )
        names.append(_free(_safe(next(own, _FORMS[-1](path))), taken))
        taken.add(names[-1].casefold())
    return tuple(names)


def names_of(source: str) -> tuple[str, ...]:
    """Return the names that a result of a source may have, as other sources beside it demand.

    >>> names_of("a/page.txt")
    ('page', 'page.txt', 'a_page', 'a_page.txt')
    """
    path = _path(source)
    return tuple(dict.fromkeys(_safe(form(path)) for form in _FORMS))


def _path(source: str) -> PurePath:
    return PurePath("stdin" if source == "-" else source)


def _safe(name: str) -> str:
    """Return a name without what a file system or a shell may take amiss."""
    return _bounded(_UNSAFE.sub("_", name).lstrip(".") or "page")


def _bounded(name: str) -> str:
    """Return a name that every file system takes: the end of a long one is told by its digest.

    >>> len(_bounded("长" * 99).encode())
    200
    """
    data = name.encode()
    if len(data) <= _LONGEST:
        return name
    digest = hashlib.sha256(data).hexdigest()[:_DIGITS]
    return f"{data[: _LONGEST - _DIGITS - 1].decode(errors='ignore')}-{digest}"


def _free(name: str, taken: set[str]) -> str:
    """Return `name`, with a number if it is taken."""
    number = 1
    free = name
    while free.casefold() in taken:
        number += 1
        free = f"{name}-{number}"
    return free


def write_json(folder: Path, name: str, extraction: Extraction) -> None:
    """Write a result as `name`.json in a folder."""
    with whole_file(folder / f"{name}{JSON_SUFFIX}") as file:
        file.write(extraction.model_dump_json(indent=2) + "\n")


def write_text(folder: Path, name: str, text: str) -> None:
    """Write the text that a result's offsets index as `name`.source in a folder, in UTF-8."""
    with whole_file(folder / f"{name}{TEXT_SUFFIX}") as file:
        file.write(text)


def remove_json(folder: Path, name: str) -> None:
    """Remove a result that is none any more."""
    (folder / f"{name}{JSON_SUFFIX}").unlink(missing_ok=True)


def remove_text(folder: Path, name: str) -> None:
    """Remove a text that an earlier result needed."""
    (folder / f"{name}{TEXT_SUFFIX}").unlink(missing_ok=True)


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Open a file for writing that takes its place only when all has been written.

    Raises:
        OSError: the folder cannot be written to.
    """
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".newsie.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            yield file
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except BaseException as error:
        Path(temporary).unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename is None:  # a full disk names no file
            error.filename = str(path)
        raise


def _umask() -> int:
    """Return the process's mask for new files; it can be read only by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
