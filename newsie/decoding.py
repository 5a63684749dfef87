"""Bytes to text: UTF-8, UTF-16 and -32, GB18030 (GBK, GB2312) and Big5, told by what Chinese text is made of (字符集).

>>> decode("区里召开推进会".encode("gb18030"))
'区里召开推进会'
"""

from __future__ import annotations

import codecs
import re
from functools import cache

from newsie.errors import SourceError
from newsie.traditional import traditional_of

MARK = "\udcff"
"""What stands for bytes that are no character: half of one, so no text in any encoding has it."""

BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHINESE = ("gb18030", "big5hkscs")
_UTF_16 = ("utf-16-le", "utf-16-be")
_SAMPLE_BYTES = 1 << 17
_SAMPLE = 20_000
_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive, or a file of Word or Excel",
    b"\x1f\x8b": "a gzip archive",
    b"Rar!\x1a\x07": "a RAR archive",
    b"ustar": "a tar archive",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"\xd0\xcf\x11\xe0": "a file of Word or Excel",
    b"{\\rtf": "RTF",
    b"MIME-Version:": "a web archive (MHTML)",
    b"From: <Saved by": "a web archive (MHTML)",
}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_SHARE = 0.02
# what Chinese text is made of; lost glyphs count, for a PDF's text may begin with a run of them
_PLAIN = re.compile(r"[\s!-~\u00b7\u2010-\u203b\u3000-\u303f\u4e00-\u9fff\uff00-\uffef\ufffd]")
_PLAIN_SHARE = 0.9
_FIRST = re.compile(rb"[\x80-\xff]")
_WIDE = re.compile(r"[^\x00-\x7f]")
_THREE_BYTES = re.compile(r"[\u0800-\ud7ff\ue000-\uffff]")
_DAMAGED_SHARE = 0.02
_USUAL_SHARE = 0.5
"""Text read in its own encoding is common characters nearly all, read in the other's about half."""
_SIGNS = r"\u00b0\u00b1\u00b7\u00d7\u2010-\u203b\u2103\u2160-\u217f\u2460-\u249b\u2500-\u257f\u25a0-\u25ff\u3000-\u303f\uff00-\uffef"
_GARBLED = (
    ("UTF-8", "GBK", "gb18030"),
    ("UTF-8", "Latin-1", "latin-1"),
    ("UTF-8", "Big5", "big5hkscs"),
    ("GBK", "Latin-1", "latin-1"),
    ("GBK", "Big5", "big5hkscs"),
    ("Big5", "GBK", "gb18030"),
)
"""How text is garbled: what it was in, what it was read as, and that encoding's codec."""
_SURELY = 0.8
"""Of what was garbled some characters were lost on the way, and their neighbours with them."""
_LEAST = 8
_HANZI = re.compile(r"[\u4e00-\u9fff]")
_HANZI_SHARE = 0.4
_LOST = {0xFFFD: ord("?")}
_WINDOWS = {
    ord(bytes([code]).decode("cp1252")): code
    for code in range(0x80, 0xA0)
    if code not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
"""What Windows shows where Latin-1 has controls, with their codes."""


def _marked(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return MARK, error.end


codecs.register_error("newsie-damaged", _marked)


def decode(data: bytes) -> str:
    """Return the text of a file; the few bytes in it that are no character are halves of one, each a lone surrogate.

    A byte order mark of UTF-8 stays as U+FEFF, so that offsets are those of the file. Line
    ends stay as they are.

    Raises:
        SourceError: the file is binary, in no encoding that is known, or garbled.
    """
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature, 257 if signature == b"ustar" else 0):
            raise SourceError(f"it is {kind}, not text: extract its text first")
    encoding = encoding_of(_sample(data))
    text = "" if encoding is None else data.decode(encoding, "newsie-damaged")
    if encoding is None or not _is_text(text):
        raise SourceError("it is binary, or in no encoding that can be told: convert it to UTF-8")
    if told := garbled(text):
        raise SourceError(told)
    return text


def _sample(data: bytes) -> bytes:
    """Return the part of a file that tells its encoding: a web page may have a long script before its first character."""
    first = _FIRST.search(data)
    start = first.start() & -4 if first else 0  # characters of UTF-16 stay whole
    return data[start : start + _SAMPLE_BYTES]


def encoding_of(sample: bytes) -> str | None:
    """Tell the encoding of a sample, whose last character may be cut; None if it is none that is known."""
    for mark, encoding in BOMS:
        if sample.startswith(mark):
            return encoding
    text = decoder("utf-8").decode(sample)
    if MARK not in text and _is_text(text):
        return "utf-8"
    for encoding in _UTF_16 if b"\0" in sample else ():  # in the wrong order of bytes it is not Chinese
        wide = decoder(encoding).decode(sample)
        if len(_PLAIN.findall(wide)) >= _PLAIN_SHARE * len(wide) > 0:
            return encoding
    # GB18030 and Big5 read as UTF-8 hardly ever make a character of three bytes, as Chinese ones are
    if len(_THREE_BYTES.findall(text)) >= text.count(MARK):
        return "utf-8"
    shares = {encoding: _usual(decoder(encoding).decode(sample)) for encoding in (*_CHINESE, *_UTF_16)}
    best = max(shares, key=lambda encoding: shares[encoding])
    return best if shares[best] >= _USUAL_SHARE else None


def decoder(encoding: str) -> codecs.IncrementalDecoder:
    """Return what decodes a stream, `MARK` in place of what is no character."""
    return codecs.getincrementaldecoder(encoding)("newsie-damaged")


def garbled(text: str) -> str | None:
    """Say how a text was garbled on its way, by being read in another encoding and saved so (乱码); None if it was not.

    >>> garbled("区里召开重点项目推进会".encode().decode("gb18030", "replace"))
    'it is garbled: UTF-8 was read as GBK and saved so; take the original, or turn it back'
    """
    sample = text[:_SAMPLE]
    if sample.isascii() or _usual(sample) > _USUAL_SHARE:
        return None
    hanzi = len(_HANZI.findall(sample)) >= _HANZI_SHARE * len(_WIDE.findall(sample))
    for own, other, codec in _GARBLED:
        if hanzi is (codec == "latin-1"):  # Russian read as Big5 is common characters too
            continue
        bare = sample.translate(_LOST | _WINDOWS if codec == "latin-1" else _LOST)
        again = bare.encode(codec, "replace").decode(own, "ignore")
        if len(_WIDE.findall(again)) >= _LEAST and _usual(again) >= _SURELY:
            return (
                f"it is garbled: {own} was read as {other} and saved so; take the original, or turn it back"
            )
    return None


def _is_text(text: str) -> bool:
    """Tell text from binary data that happens to decode: hardly any of it is a control or damaged."""
    few = len(_CONTROL.findall(text[:_SAMPLE])) <= _CONTROL_SHARE * len(text[:_SAMPLE])
    return few and text.count(MARK) <= _DAMAGED_SHARE * len(text)


def _usual(text: str) -> float:
    """Return how much of a text that is not ASCII is common characters and signs."""
    wide = len(text) - len(text.encode("ascii", "ignore"))
    return (wide - len(_unusual().findall(text))) / max(wide, 1)


@cache
def _unusual() -> re.Pattern[str]:
    """Return the pattern of what is neither ASCII nor usual, which of most pages is next to nothing."""
    return re.compile(rf"[^\x00-\x7f{re.escape(''.join(_usual_characters()))}]")


def _usual_characters() -> frozenset[str]:
    """Return the signs of Chinese text and its 3755 common characters (GB 2312, level 1), in traditional form too."""
    rows = (bytes([high, low]) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    common = {*b"".join(rows).decode("gb2312", "ignore")}
    signs = re.findall(f"[{_SIGNS}]", "".join(map(chr, range(1 << 16))))
    return frozenset({*common, *traditional_of(common), *signs})
