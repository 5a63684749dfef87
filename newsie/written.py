"""What newsie wrote is known by its form: so that it is not read as pages, nor anything else written over."""

from __future__ import annotations

import json
from pathlib import Path

from newsie import patterns as re

STATE_TABLES = ("documents", "sources", "failures")
"""Tables that whatever newsie wrote as tables has."""

_RESULT = re.compile(r'\s{0,40}\{\s{0,40}"schema_version":\s{0,40}"[^"]{0,40}",\s{0,40}"id":')
_SOURCE = re.compile(r'\s{0,40}"[^"]{0,40}",\s{0,40}"source":\s{0,40}("(?:[^"\\]|\\.){0,4500}")')
_BEGINNING = 5000
"""Characters in which a result has named its source, whatever its path."""


def is_result(path: Path) -> bool:
    """Tell by its beginning whether a file holds results, or nothing.

    Raises:
        OSError: it cannot be read.
    """
    beginning = _beginning(path)
    return not beginning.strip() or bool(_RESULT.match(beginning))


def source_of(path: Path) -> str | None:
    """Return the name of the source that a file is the result of; None for what is no result.

    Raises:
        OSError: it cannot be read.
    """
    beginning = _beginning(path)
    result = _RESULT.match(beginning)
    named = result and _SOURCE.match(beginning, result.end())
    return json.loads(named[1]) if named else None


def is_output(path: Path) -> bool:
    """Tell whether a file or folder is what an earlier run wrote: lines of results, or a folder of tables."""
    try:
        if path.is_dir():
            ending = path.suffix.lower()
            return bool(ending) and all((path / f"{table}{ending}").is_file() for table in STATE_TABLES)
        return path.suffix.lower() == ".jsonl" and source_of(path) is not None
    except (OSError, ValueError):  # reading it says why
        return False


def _beginning(path: Path) -> str:
    with path.open(encoding="utf-8", errors="replace") as file:
        return file.read(_BEGINNING)
