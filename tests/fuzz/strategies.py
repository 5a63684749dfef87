"""Texts and files that newsie has never seen: made of the genre's words, of anything, or of broken pages."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from fuzz.files import good_files
from fuzz.vocabulary import DATES, GLYPHS, MARKS, NAMES, NOUNS, NUMBERS, PHRASES, PLACES, POSTS, VERBS, WORDS

_TESTS = Path(__file__).resolve().parent.parent
_FOLDERS = (
    _TESTS.parent / "seeds",
    _TESTS / "pages",
    _TESTS / "more_pages",
    _TESTS / "later_pages",
    _TESTS / "fresh_pages",
    _TESTS / "newest_pages",
    _TESTS / "latest_pages",
)
_LONGEST = 600

# plane by plane, for of all code points nearly all are in planes that nobody has written anything in
_PLANES = tuple(range(17))


@cache
def pages() -> tuple[str, ...]:
    """Return the sample pages."""
    files = [path for folder in _FOLDERS for path in sorted(folder.glob("*.txt"))]
    return tuple(path.read_text(encoding="utf-8") for path in files)


def characters() -> st.SearchStrategy[str]:
    """Any code point of any plane, halves of characters among them."""
    plane = st.sampled_from(_PLANES)
    return plane.flatmap(lambda number: st.integers(number << 16, (number << 16) + 0xFFFF)).map(chr)


def anything() -> st.SearchStrategy[str]:
    """Any text."""
    return st.one_of(
        st.text(max_size=400),
        st.lists(characters(), max_size=60).map("".join),
        st.text(alphabet=st.sampled_from("".join(MARKS)), max_size=200),
        st.text(alphabet=st.sampled_from("".join(GLYPHS) + "王会"), max_size=100),
    )


def stories() -> st.SearchStrategy[str]:
    """Words of the genre in any order, mostly those of some groups."""
    groups = st.lists(
        st.sampled_from((NAMES, PLACES, POSTS, VERBS, NOUNS, NUMBERS, DATES, MARKS, PHRASES, GLYPHS)),
        min_size=1,
        max_size=4,
    )
    words = groups.flatmap(
        lambda chosen: st.lists(st.sampled_from([w for g in chosen for w in g]), max_size=60)
    )
    return st.one_of(words, st.lists(st.sampled_from(WORDS), max_size=120)).map("".join)


def sentences() -> st.SearchStrategy[str]:
    """Sentences of the usual build with one part or another missing, doubled, or something else."""
    parts = (DATES, MARKS, PLACES, POSTS, NAMES, VERBS, NOUNS, NUMBERS, MARKS)
    one = st.tuples(*(st.lists(st.sampled_from(part), max_size=2).map("".join) for part in parts)).map(
        "".join
    )
    story = st.lists(one, max_size=5).map("".join)
    return st.builds("{}\n\n本报讯（记者 {}）{}\n".format, story, st.sampled_from(NAMES), story)


def repeated() -> st.SearchStrategy[str]:
    """A few words again and again, and something behind them."""
    unit = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map("".join)
    return st.builds(lambda word, times, end: word * times + end, unit, st.integers(2, 80), stories())


def nested() -> st.SearchStrategy[str]:
    """Brackets and quotes in each other, closed or not."""
    pair = st.sampled_from(("（）", "“”", "《》", "‘’", "【】", '""', "()", "「」"))
    build = lambda pairs, inner, closed: (  # noqa: E731 - a strategy's way to put parts together
        "".join(one[0] for one in pairs) + inner + "".join(one[1] for one in reversed(pairs)) * closed
    )
    return st.builds(build, st.lists(pair, max_size=120), stories(), st.booleans())


@st.composite
def broken_pages(draw: st.DrawFn) -> str:
    """A stretch of a sample page, cut, its lines doubled, shuffled and spoiled."""
    page = draw(st.sampled_from(pages()))
    start = draw(st.integers(0, max(0, len(page) - 60)))
    lines = page[start : start + draw(st.integers(30, _LONGEST))].split("\n")
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        lines = _spoiled(draw, lines, at)
    return "\n".join(lines)


def _spoiled(draw: st.DrawFn, lines: list[str], at: int) -> list[str]:
    what = draw(st.sampled_from(("drop", "double", "shuffle", "insert", "cut", "join", "swap")))
    line = lines[at]
    place = draw(st.integers(0, len(line)))
    if what == "drop" and len(lines) > 1:
        return lines[:at] + lines[at + 1 :]
    if what == "double":
        return [*lines[:at], line, "".join(c + c for c in line), *lines[at + 1 :]]
    if what == "shuffle":
        return list(draw(st.permutations(lines))) if len(lines) < 60 else lines[::-1]
    if what == "join" and at + 1 < len(lines):
        return [*lines[:at], line + lines[at + 1], *lines[at + 2 :]]
    if what == "swap":
        return [*lines[:at], line[place:] + line[:place], *lines[at + 1 :]]
    added = draw(st.sampled_from(WORDS)) if what == "insert" else ""
    return [*lines[:at], line[:place] + added + (line[place:] if added else ""), *lines[at + 1 :]]


def texts() -> st.SearchStrategy[str]:
    """All of them."""
    return st.one_of(anything(), stories(), sentences(), repeated(), nested(), broken_pages())


@st.composite
def broken_files(draw: st.DrawFn) -> tuple[str, bytes]:
    """A suffix and a file: any bytes, or a good file with bytes changed, cut out, doubled or put in."""
    suffix = draw(st.sampled_from(sorted(good_files())))
    if draw(st.integers(0, 4)) == 0:
        return suffix, draw(st.binary(max_size=300))
    data = (
        good_files()[draw(st.sampled_from(sorted(good_files())))]
        if draw(st.integers(0, 5)) == 0
        else good_files()[suffix]
    )
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.sampled_from((0, 1, 1, 2, 8, 64, 1000))))
        added = draw(st.one_of(st.binary(max_size=8), st.sampled_from(_CHUNKS), st.just(data[start:end] * 2)))
        data = data[:start] + added + data[end:]
    return suffix, data


_CHUNKS = (
    b"\x00", b"\xff" * 8, b"PK\x05\x06", b"%PDF-1.7", b"endobj", b"stream", b"<html>", b"<![CDATA[", b"<!--", b'"', b"{",
    b"[" * 500, b'{"text":' * 50, b"99999999999999999999", b"-1", b"/Count 999999999", b"\xef\xbb\xbf", b"\xff\xfe", b"\r\n",
    b"charset=utf-7", b"<table>" * 30, b"1e400", b"NaN", "王".encode("gb18030"), b"\\ud800",
)  # fmt: skip
