"""A table's bytes to text, told by its first characters that are not ASCII; what is damaged stays to be seen.

A table is not held in memory, so its encoding is judged by a sample. What does not fit it later becomes
a mark (`is_damaged`), never another character.
"""

from __future__ import annotations

import codecs
import io
from typing import IO

from newsie import patterns as re
from newsie.decoding import decoder, encoding_of
from newsie.errors import SourceError

_STEP = 1 << 16
_HALVES = re.compile("[\ud800-\udfff]")


def is_damaged(text: str) -> bool:
    """Tell a text that holds bytes which were no character of its encoding."""
    return not text.isascii() and _HALVES.search(text) is not None


def table_text(stream: IO[bytes]) -> io.TextIOWrapper:
    """Return a table's text: UTF-8, UTF-16, UTF-32, GB18030 (GBK, GB2312) or Big5; line ends stay as they are.

    Reading it raises SourceError where the encoding cannot be told.
    """
    recoded = io.BufferedReader(_Recoded(stream))
    return io.TextIOWrapper(recoded, "utf-8", errors="surrogatepass", newline="")


class _Recoded(io.RawIOBase):
    """A stream in UTF-8 of one in an encoding that is told on the way; ASCII goes through before."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._decoder: codecs.IncrementalDecoder | None = None
        self._begun = self._ended = False
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._ready and not self._ended:
            data = self._stream.read(_STEP)
            self._ended = not data
            self._ready = self._recoded(data)
        part, self._ready = self._ready[: len(buffer)], self._ready[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)

    def _recoded(self, data: bytes) -> bytes:
        if self._decoder is None:
            if data.isascii() and (self._begun or b"\0" not in data):
                self._begun = True
                return data
            data += self._stream.read(_STEP)  # the first character may stand at the very end, and be cut
            self._decoder = decoder(_encoding(data))
        return self._decoder.decode(data, self._ended).encode("utf-8", "surrogatepass")


def _encoding(sample: bytes) -> str:
    """Tell the encoding of a sample, whose last character may be cut.

    Raises:
        SourceError: it is none that is known.
    """
    if sample.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    encoding = encoding_of(sample)
    if encoding is None:
        raise SourceError("it is binary, or in no encoding that can be told: convert it to UTF-8")
    return encoding
