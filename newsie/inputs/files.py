"""Files to bytes, within limits: plain, packed by gzip, or inside a ZIP archive."""

from __future__ import annotations

import gzip
import io
import lzma
import sys
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import IO

from newsie.errors import SourceError
from newsie.inputs.limits import Limits
from newsie.page import Source

STDIN = Path("-")
GZIP = b"\x1f\x8b"
_UTF8_NAME = 0x800
_LOCKED = 0x1
_GRACE = 100_000
"""Bytes below which a ratio says nothing: a blank page packs well."""
_DAMAGED = (zipfile.BadZipFile, EOFError, zlib.error, lzma.LZMAError, NotImplementedError, ValueError)
"""What reading a damaged archive raises; NotImplementedError for versions and methods that do not exist."""
_DEVICES = Path("/dev")


class Unpacked(io.RawIOBase):
    """A stream that refuses to unpack to much more than it takes."""

    def __init__(self, packed: IO[bytes], size: int, limits: Limits) -> None:
        """Unpack a gzip stream of `size` bytes."""
        self._stream = gzip.GzipFile(fileobj=packed)
        self._most = max(size * limits.max_ratio, _GRACE)
        self._done = 0

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill a buffer."""
        try:
            data = self._stream.read(len(buffer))
        except (OSError, EOFError, zlib.error) as error:
            raise SourceError(f"the gzip file is damaged: {error}") from None
        self._done += len(data)
        if self._done > self._most:
            raise SourceError(
                "it unpacks to too many times its size: raise the ratio's limit if it is no bomb"
            )
        buffer[: len(data)] = data
        return len(data)


def is_stream(path: Path) -> bool:
    """Tell what can be read once, and by this process alone: standard input (`-`), pipes, what lies in /dev."""
    try:
        return (
            path == STDIN
            or _DEVICES in path.parents
            or not (path.is_file() or path.is_dir() or not path.exists())
        )
    except (OSError, ValueError):  # it cannot be looked at: reading it says why
        return False


def read_bytes(source: Source, limits: Limits) -> bytes:
    """Return what a source holds, unpacked.

    Raises:
        OSError: it cannot be read.
        SourceError: it is too large, damaged or locked.
    """
    if source.member:
        data = _member(source.path, source.member, limits)
    elif source.path == STDIN:
        data = bounded(sys.stdin.buffer, limits)
    else:
        with source.path.open("rb") as file:
            data = bounded(file, limits)
    if data.startswith(GZIP):
        data = bounded(io.BufferedReader(Unpacked(io.BytesIO(data), len(data), limits)), limits)
    return data


def bounded(file: IO[bytes] | io.BufferedReader, limits: Limits) -> bytes:
    """Return all that a stream holds.

    Raises:
        SourceError: that is more than the limit.
    """
    data = file.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        raise SourceError(f"larger than {limits.max_bytes:,} bytes: raise the limit or split it")
    return data


def open_archive(path: Path) -> zipfile.ZipFile:
    """Open a ZIP archive.

    Raises:
        SourceError: it is damaged.
    """
    try:
        return zipfile.ZipFile(path)
    except _DAMAGED as error:
        raise SourceError(f"the ZIP archive is damaged: {error}") from None


def members(archive: zipfile.ZipFile, limits: Limits) -> Iterator[str]:
    """Yield the names of the files of an archive in its order.

    Raises:
        SourceError: there are more than the limit, or they lie in each other, as in a bomb.
    """
    # a damaged archive has files without a name, of which Python 3.11 cannot tell whether they are folders
    found = {name: info for name, info in named(archive).items() if info.filename and not info.is_dir()}
    if sum(info.compress_size for info in found.values()) > archive.start_dir:
        raise SourceError("the ZIP archive is damaged: its files take more room than it has")
    if len(found) > limits.max_members:
        raise SourceError(f"an archive of {len(found):,} files: raise the limit of {limits.max_members:,}")
    yield from found


def named(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Return the files of an archive by their names; of several with one name, the later ones have a number."""
    names = Names()
    return {names.free(shown(info)): info for info in archive.infolist()}


class Names:
    """Names that are taken.

    >>> names = Names()
    >>> [names.free(name) for name in ("a/p.txt", "a/p (2).txt", "a/p.txt")]
    ['a/p.txt', 'a/p (2).txt', 'a/p (3).txt']
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._numbers: dict[str, int] = {}

    def free(self, name: str) -> str:
        """Take a name and return it; one that is taken gets a number before its ending."""
        ending = PurePosixPath(name).suffix
        free = name
        while free in self._numbers:
            self._numbers[name] += 1
            free = f"{name.removesuffix(ending)} ({self._numbers[name]}){ending}"
        self._numbers[free] = 1
        return free


def shown(info: zipfile.ZipInfo) -> str:
    """Return the name of a file in an archive; archives from Chinese Windows have it in GBK."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return info.filename


@lru_cache(maxsize=2)
def _index(path: Path, _state: tuple[int, int, int]) -> tuple[zipfile.ZipFile, dict[str, zipfile.ZipInfo]]:
    """Return an archive with its files by name; kept open, for it is asked for one file after another."""
    archive = open_archive(path)
    return archive, named(archive)


def _member(path: Path, name: str, limits: Limits) -> bytes:
    state = path.stat()
    archive, index = _index(path, (state.st_ino, state.st_size, state.st_mtime_ns))
    info = index.get(name)
    if info is None:
        raise SourceError("it is no longer in the ZIP archive")
    if info.flag_bits & _LOCKED:
        raise SourceError("it is locked by a password")
    if info.file_size > max(info.compress_size * limits.max_ratio, _GRACE):
        raise SourceError("it unpacks to too many times its size: raise the ratio's limit if it is no bomb")
    try:
        with archive.open(info) as file:
            return bounded(file, limits)
    except _DAMAGED as error:
        raise SourceError(f"the ZIP archive is damaged: {error}") from None
