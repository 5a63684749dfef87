"""A table's bytes to text, told by its first characters that are not ASCII; what is damaged stays to be seen.

A table is not held in memory, so its encoding is judged by a sample. What does not fit it later becomes
a mark (`is_damaged`), never another character.
"""

from __future__ import annotations

import codecs
import io
import re
from typing import IO

from newsie.errors import SourceError
from newsie.page import BOMS, COMMON, PLAIN, PLAIN_SHARE

_STEP = 1 << 16
_MARK = "\udcff"
"""What stands for bytes that are no character: half of one, so no text in any encoding has it."""
_HALVES = re.compile("[\ud800-\udfff]")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), *BOMS)
_WIDE = re.compile(r"[^\x00-\x7f]")
_THREE_BYTES = re.compile(r"[\u0800-\ud7ff\ue000-\uffff]")
_SIGNS = re.compile(
    r"[\u00b0\u00b1\u00b7\u00d7\u2010-\u203b\u2103\u2160-\u217f\u2460-\u249b\u3000-\u303f\uff00-\uffef]"
)
_USUAL_SHARE = 0.5
"""Text read in its own encoding is common characters nearly all, read in the other's about half."""


def _marked(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _MARK, error.end


codecs.register_error("newsie-damaged", _marked)


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
            self._decoder = _decoder(_encoding(data))
        return self._decoder.decode(data, self._ended).encode("utf-8", "surrogatepass")


def _decoder(encoding: str) -> codecs.IncrementalDecoder:
    return codecs.getincrementaldecoder(encoding)("newsie-damaged")


def _encoding(sample: bytes) -> str:
    """Tell the encoding of a sample, whose last character may be cut.

    Raises:
        SourceError: it is none that is known.
    """
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return encoding
    if b"\0" in sample:
        for encoding in ("utf-16-le", "utf-16-be"):
            text = _decoder(encoding).decode(sample)
            if len(PLAIN.findall(text)) >= PLAIN_SHARE * len(text):
                return encoding
    # GB18030 and Big5 read as UTF-8 hardly ever make a character of three bytes, as Chinese ones are
    text = _decoder("utf-8").decode(sample)
    if len(_THREE_BYTES.findall(text)) >= text.count(_MARK):
        return "utf-8"
    best = max(COMMON, key=lambda encoding: _usual(sample, encoding))
    if _usual(sample, best) < _USUAL_SHARE:
        raise SourceError("it is binary, or in no encoding that can be told: convert it to UTF-8")
    return best


def _usual(sample: bytes, encoding: str) -> float:
    """Return how much of a sample that is not ASCII is common characters and punctuation in an encoding."""
    wide = _WIDE.findall(_decoder(encoding).decode(sample))
    usual: int = sum(
        _SIGNS.match(character) is not None
        or (
            "\u4e00" <= character <= "\u9fff" and character.encode(encoding, "replace")[0] in COMMON[encoding]
        )
        for character in wide
    )
    return usual / max(len(wide), 1)
