"""Look for texts and files that break newsie, led by which of its lines they reach (atheris, libFuzzer).

    pip install -r tests/fuzz/requirements.txt
    python tests/fuzz/guided.py --minutes 30

Every input that breaks an invariant is kept under `--found`, one for each place where newsie broke; the exit
status is 1 if there is one. `python tests/fuzz/guided.py --replay FILE` reads one of them again.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import time
import traceback
from pathlib import Path

import atheris

HOME = Path(__file__).resolve().parent
TOP = HOME.parent.parent
sys.path[:0] = [str(TOP), str(TOP / "tests")]

with atheris.instrument_imports(include=["newsie"]):
    import newsie.batch
    import newsie.compose
    import newsie.extractor
    import newsie.inputs.html
    import newsie.inputs.pdf
    import newsie.inputs.rows

import newsie
from fuzz.files import good_files
from fuzz.invariants import let_frames_break, read_sources, read_text
from fuzz.vocabulary import WORDS
from newsie.inputs import find_pages

_WORDS_BELOW = 0x1000
"""Pairs of bytes below it are words or ASCII, those above it characters of the basic plane."""
_LONGEST = 3000
_SLOW = 2.0, 0.005
_KINDS = (".txt", ".html", ".pdf", ".zip", ".csv", ".jsonl", ".txt.gz", ".tsv")
_TABLE = (*map(chr, range(128)), *WORDS)


def text_of(data: bytes) -> str:
    """Return the text that an input stands for: a word or a character for every two bytes."""
    units = (data[at] << 8 | data[at + 1] for at in range(0, min(len(data), 2 * _LONGEST) - 1, 2))
    return "".join(_TABLE[unit % len(_TABLE)] if unit < _WORDS_BELOW else chr(unit) for unit in units)


def input_of(text: str) -> bytes:
    """Return an input that stands for a text."""
    units = (ord(character) if ord(character) < 0x10000 else 0xFFFD for character in text[:_LONGEST])
    return b"".join(unit.to_bytes(2, "big") for unit in units if unit < 128 or unit >= _WORDS_BELOW)


class Hunt:
    """A run: what was read and what broke."""

    def __init__(self, found: Path, folder: Path) -> None:
        """Keep what breaks in `found`, and files to be read in `folder`."""
        self.found = found
        self.folder = folder
        self.count = 0
        self.places: set[str] = set()

    def one(self, data: bytes) -> None:
        """Read one input; atheris calls this."""
        self.count += 1
        started = time.process_time()
        try:
            size = self.read(data)
            taken = time.process_time() - started
            assert taken < _SLOW[0] + _SLOW[1] * size, f"{taken:.0f} s for {size} characters"
        except Exception as error:  # noqa: BLE001 - whatever breaks is kept, and the run goes on
            self.keep(data, error)

    def read(self, data: bytes) -> int:
        """Read an input as text, or, by its first byte, as a file; return how long it was."""
        if data[:1] == b"\xff":
            kind = _KINDS[data[1] % len(_KINDS)] if len(data) > 1 else ".txt"
            path = self.folder / f"page{kind}"
            path.write_bytes(data[2:])
            read_sources(list(find_pages([path])))
            return len(data)
        text = text_of(data)
        read_text(text)
        return len(text)

    def keep(self, data: bytes, error: Exception) -> None:
        """Keep the first input that broke newsie at a place."""
        place = " < ".join(
            f"{Path(frame.filename).name}:{frame.lineno}"
            for frame in traceback.extract_tb(error.__traceback__)[-2:]
        )
        place = f"{type(error).__name__} {place}"
        if isinstance(error, AssertionError):
            place += str(error).split("segments")[0][:60]
        if place in self.places:
            return
        self.places.add(place)
        path = self.found / hashlib.sha256(place.encode()).hexdigest()[:12]
        path.write_bytes(data)
        path.with_suffix(".log").write_text(
            f"{place}\n{''.join(traceback.format_exception(error))}", errors="replace"
        )
        print(f"FOUND {path} {place}", flush=True)


def sow(corpus: Path) -> None:
    """Write what to begin with: the stories of the sample pages, and good files of every kind."""
    corpus.mkdir(parents=True, exist_ok=True)
    for folder in (TOP / "seeds", TOP / "tests/pages", TOP / "tests/more_pages"):
        for page in folder.glob("*.txt"):
            text = page.read_text(encoding="utf-8")
            for number, start in enumerate(range(0, min(len(text), 8000), 800)):
                (corpus / f"{page.stem}-{number}").write_bytes(input_of(text[start : start + 800]))
    for unit in range(128, len(_TABLE)):
        (corpus / f"word-{unit}").write_bytes(unit.to_bytes(2, "big"))
    for suffix, data in good_files().items():
        (corpus / f"file{suffix}").write_bytes(bytes([0xFF, _KINDS.index(suffix)]) + data)


def main() -> None:
    """Run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--corpus", type=Path, default=TOP / "build/fuzz/corpus")
    parser.add_argument("--found", type=Path, default=TOP / "build/fuzz/found")
    parser.add_argument("--replay", type=Path)
    chosen = parser.parse_args()
    chosen.found.mkdir(parents=True, exist_ok=True)
    folder = chosen.found.parent / "files"
    folder.mkdir(exist_ok=True)
    let_frames_break()
    hunt = Hunt(chosen.found, folder)
    if chosen.replay:
        print(repr(text_of(chosen.replay.read_bytes())))
        hunt.read(chosen.replay.read_bytes())
        return
    sow(chosen.corpus)
    newsie.load("zh_chars").extract("本报讯（记者 姜某）1月8日，区里召开推进会。")
    seconds = round(chosen.minutes * 60)
    flags = [f"-max_total_time={seconds}", f"-max_len={2 * _LONGEST}", "-timeout=60", "-rss_limit_mb=4096"]
    before = set(chosen.found.iterdir())
    # libFuzzer ends its process itself and knows nothing of what was kept: it gets one of its own
    runner = os.fork()
    if runner == 0:
        atheris.Setup([sys.argv[0], *flags, str(chosen.corpus)], hunt.one)
        atheris.Fuzz()
    _, ended = os.waitpid(runner, 0)
    if ended or set(chosen.found.iterdir()) - before:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
