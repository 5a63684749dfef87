"""Results that were written to files, each with its page again where that is still to be found.

The page is the file NAME.source beside NAME.json, or the source that the result names; it is taken only if
it has the hash that the result has, for offsets are worth nothing in another text.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newsie.errors import NewsieError, SourceError
from newsie.identity import text_sha256
from newsie.inputs import find_pages, read_page
from newsie.out.files import JSON_SUFFIX, LINES_NAME, TEXT_SUFFIX
from newsie.out.results import parse_result, result_files, result_texts
from newsie.page import Source
from newsie.records import Extraction
from newsie.written import is_output


def is_saved(path: Path) -> bool:
    """Tell a file of results from a source."""
    return path.suffix == JSON_SUFFIX or (path.is_file() and is_output(path))


def results_of(path: Path) -> tuple[Path, ...]:
    """Return the files of results that a path stands for: itself, or those of a folder without sources.

    Raises:
        SourceError: the folder holds results of two runs.
    """
    if is_saved(path):
        return (path,)
    if not path.is_dir():
        return ()
    if not (path / LINES_NAME).is_file() and any(find_pages(path)):
        return ()
    return tuple(result_files(path))


def saved(path: Path) -> Iterator[Extraction]:
    """Yield the results of a file, each with its page if that is found.

    Raises:
        SourceError: it is not there, or holds something else.
    """
    try:
        text = path.read_text(encoding="utf-8")
        found = [parse_result(line) for line in result_texts(path, text)]
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"no result of newsie: {str(error).splitlines()[0]}") from None
    for one in found:
        page = _page(path, one)
        yield one if page is None else one.with_text(page)


def _page(path: Path, result: Extraction) -> str | None:
    beside = path.parent / Path(result.source).name
    for place in (path.with_suffix(TEXT_SUFFIX), Path(result.source), beside):
        if place.is_file():
            try:
                text = read_page(Source(place)).readable
            except NewsieError:
                continue
            if text_sha256(text) == result.text_sha256:
                return text
    return None
