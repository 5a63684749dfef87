"""Results read back from where `newsie extract` put them, and the texts that their offsets index."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePath

from pydantic import ValidationError

from newsie.errors import NewsieError, SourceError
from newsie.identity import text_sha256
from newsie.inputs import read_page
from newsie.out.files import JSON_SUFFIX, LINES_NAME, TEXT_SUFFIX, file_names
from newsie.page import Source
from newsie.records import SCHEMA_VERSION, Extraction


def read_results(path: Path) -> Iterator[tuple[Path, Extraction]]:
    """Yield the results in a file or directly in a folder, each with its file, in the order of names.

    Raises:
        SourceError: a file holds something else, or there is no result.
    """
    files = result_files(path)
    if not files:
        raise SourceError(f"{path}: no results here: a folder of {JSON_SUFFIX} files, or {LINES_NAME}")
    for file in files:
        yield from ((file, _result(file, text)) for text in _texts(file))


def _result(file: Path, text: str) -> Extraction:
    try:
        return parse_result(text)
    except SourceError as error:
        raise SourceError(f"{file}: {error}") from None


def parse_result(text: str) -> Extraction:
    """Return the result that a text of JSON is; of one of a newer minor version what is not known here is left out, with a warning.

    Raises:
        SourceError: it is none, or of a version that cannot be read.
    """
    try:
        return Extraction.model_validate_json(text)
    except ValidationError as error:
        faults = error.errors()
    version = _version(text)
    if _numbers(version)[0] > _numbers(SCHEMA_VERSION)[0]:
        raise SourceError(f"of version {version}: this newsie reads {SCHEMA_VERSION}, get a newer one")
    unknown = sorted({str(fault["loc"][-1]) for fault in faults if fault["type"] == "extra_forbidden"})
    if _numbers(version) > _numbers(SCHEMA_VERSION) and unknown:
        with suppress(ValidationError):
            result = Extraction.model_validate_json(text, extra="ignore")
            left = f"left out what this newsie ({SCHEMA_VERSION}) does not know of version {version}"
            warnings.warn(f"{left}: {', '.join(unknown)}", stacklevel=2)
            return result.model_copy(update={"schema_version": SCHEMA_VERSION})
    where = ".".join(map(str, faults[0]["loc"])) or "the whole"
    raise SourceError(f"no result of newsie: {where}: {faults[0]['msg']}")


def _version(text: str) -> str:
    """Return the version that a text says it is of; 0 if it says none."""
    try:
        return str(json.loads(text)["schema_version"])
    except (ValueError, LookupError, TypeError, RecursionError):
        return "0"


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdecimal() else 0 for part in version.split("."))


def result_files(path: Path, *, below: bool = False) -> list[Path]:
    """Return the files of results that a path stands for: itself, or those in a folder, with `below` also deeper ones.

    Raises:
        SourceError: the folder holds results of two runs, a file for each page and one of lines: which are meant?
    """
    if not path.is_dir():
        return [path]
    found = sorted(path.rglob(f"*{JSON_SUFFIX}") if below else path.glob(f"*{JSON_SUFFIX}"))
    lines = path / LINES_NAME
    if not lines.is_file():
        return found
    if any(file.parent == path for file in found):
        raise SourceError(
            f"{path}: results of two runs, {LINES_NAME} and {found[0].name}: take one away, or name the files"
        )
    return [*found, lines]


def _texts(file: Path) -> list[str]:
    try:
        content = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{file}: {error}") from None
    return result_texts(file, content)


def result_texts(file: Path, content: str) -> list[str]:
    """Return the results that a file holds, each as JSON."""
    # not splitlines: a line of JSON may hold U+2028
    return [line for line in content.split("\n") if line.strip()] if file.suffix == ".jsonl" else [content]


def text_of(file: Path, result: Extraction, folders: Iterable[Path] = ()) -> str:
    """Return the text that a result's offsets index.

    Looked for beside the result, where the result says its source is, and in `folders`: by the end of that path, or
    the file's name alone.

    Raises:
        SourceError: it is nowhere, or what is there is another text.
    """
    name = PurePath(result.source).name
    for kept in (
        file.with_suffix(TEXT_SUFFIX),
        file.parent / f"{file_names([result.source])[0]}{TEXT_SUFFIX}",
    ):
        if (text := _kept(kept, result)) is not None:
            return text
    below = [folder / tail for folder in folders for tail in _tails(result.source)]
    for place in (Path(result.source), file.parent / name, *below):
        if place.is_file():
            try:
                page = read_page(Source(place))
            except NewsieError:
                continue
            if text_sha256(page.text) == result.text_sha256:
                return page.readable
    raise SourceError(f"{file}: its page {result.source!r} is not there, or is another text; name its folder")


def _tails(source: str) -> Iterator[Path]:
    """Yield the ends of a path, the longest first: a/b/c.txt, b/c.txt, c.txt."""
    path = PurePath(source)
    parts = [part for part in path.parts if part not in (path.anchor, "..")]
    yield from (Path(*parts[at:]) for at in range(len(parts)))


def _kept(place: Path, result: Extraction) -> str | None:
    """Return the text that was kept of a result, if it is there and no other's."""
    try:
        text = place.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return None
    return text if text_sha256(text) == result.text_sha256 else None
