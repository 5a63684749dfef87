"""Cut a text into words (分词) without ever cutting a number, a date or a title.

The segmenter, spacy-pkuseg with newsie's own weights, is sent only the gaps between literals;
each literal is one word.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Protocol, cast

import srsly  # type: ignore[import-untyped]
from spacy.tokens import Doc
from spacy.util import DummyTokenizer
from spacy.vocab import Vocab

from newsie import patterns as re
from newsie.errors import ModelError
from newsie.literals import find_literals
from newsie.text import Span, fold

FILES = ("features.msgpack", "weights.npz")

# pkuseg holds about a kilobyte for each character it reads at once, and no word crosses these marks
_PIECE = re.compile(r"[^\s，。、；：！？]{1,400}|[，。、；：！？]|\s+")


class Cutter(Protocol):
    """What cuts a string without white space into words."""

    def cut(self, txt: str) -> list[str]:
        """Return the words of a string, which they add up to."""


class Segmenter(DummyTokenizer):
    """A spaCy tokenizer; its weights are read when the first text is cut.

    Attributes:
        vocab: the pipeline's vocabulary.
        folder: where the weights are, or None for a segmenter that cuts characters.
    """

    def __init__(self, vocab: Vocab, folder: Path | None = None) -> None:
        self.vocab = vocab
        self.folder = folder

    def __call__(self, text: str) -> Doc:
        """Return the words of `text` as a Doc; its numbers, dates and 《titles》 are one word each."""
        return self.segment(text, _literal_spans(fold(text)))

    def segment(self, text: str, literals: Sequence[Span]) -> Doc:
        """Return the words of `text` as a Doc.

        Args:
            text: any text; spaces and line breaks are kept.
            literals: half-open ranges of `text` that are one word each, none overlapping another.
        """
        words, spaces = _without_spaces(self._words(text, literals))
        return Doc(self.vocab, words=words, spaces=spaces)

    def _words(self, text: str, literals: Sequence[Span]) -> Iterator[str]:
        done = 0
        for start, end in sorted(literals):
            yield from self._cut(text[done:start])
            yield text[start:end]
            done = end
        yield from self._cut(text[done:])

    def _cut(self, gap: str) -> Iterator[str]:
        folded = fold(gap)
        for piece in _PIECE.finditer(gap):
            start, end = piece.span()
            if end - start == 1 or piece.group().isspace():
                yield piece.group()
                continue
            for word in self._cutter.cut(folded[start:end]):
                yield gap[start : start + len(word)]
                start += len(word)

    @cached_property
    def _cutter(self) -> Cutter:
        return Characters() if self.folder is None else _load_pkuseg(self.folder)

    def to_disk(self, path: str | Path, **_: object) -> None:
        """Copy the weights into a folder."""
        for name, content in self._contents().items():
            Path(path).mkdir(parents=True, exist_ok=True)
            (Path(path) / name).write_bytes(content)

    def from_disk(self, path: str | Path, **_: object) -> Segmenter:
        """Take the weights from a folder; they are read when they are needed.

        Raises:
            ModelError: the folder does not hold them.
        """
        self._forget()
        self.folder = Path(path)
        missing = [name for name in FILES if not (self.folder / name).is_file()]
        if missing:
            raise ModelError(f"{self.folder}: {' and '.join(missing)} missing; reinstall newsie or retrain")
        return self

    def to_bytes(self, **_: object) -> bytes:
        """Return the weights as bytes."""
        return cast("bytes", srsly.msgpack_dumps(self._contents()))

    def from_bytes(self, data: bytes, **_: object) -> Segmenter:
        """Take the weights from bytes."""
        self._forget()
        self.folder = None
        contents = srsly.msgpack_loads(data)
        if contents:
            with tempfile.TemporaryDirectory() as folder:
                for name in FILES:
                    (Path(folder) / name).write_bytes(contents[name])
                self.__dict__["_cutter"] = _load_pkuseg(Path(folder))
                self.__dict__["_stored"] = contents
        return self

    def _contents(self) -> dict[str, bytes]:
        stored: dict[str, bytes] = self.__dict__.get("_stored", {})
        if self.folder is None:
            return stored
        return {name: (self.folder / name).read_bytes() for name in FILES}

    def _forget(self) -> None:
        for name in ("_cutter", "_stored"):
            self.__dict__.pop(name, None)


def _literal_spans(folded: str) -> list[Span]:
    """Return the ranges of dates, amounts and titles; those that overlap or lie in each other as one."""
    literals = find_literals(folded)
    found = sorted(
        (item.start, item.end)
        for kind in (literals.dates, literals.amounts, literals.titles)
        for item in kind
    )
    spans: list[Span] = []
    for start, end in found:
        if spans and start < spans[-1][1]:
            spans[-1] = spans[-1][0], max(end, spans[-1][1])
        else:
            spans.append((start, end))
    return spans


class Characters:
    """A cutter without weights: every character is a word."""

    def cut(self, txt: str) -> list[str]:
        """Return the characters of a string."""
        return list(txt)


def _load_pkuseg(folder: Path) -> Cutter:
    from spacy_pkuseg import pkuseg  # noqa: PLC0415 - half a second that readers of names do not need

    # a path and no user dictionary: pkuseg's defaults would go to the network
    try:
        return cast("Cutter", pkuseg(str(folder), user_dict=None))
    except (OSError, ValueError, KeyError, AssertionError) as error:
        raise ModelError(f"{folder}: not the weights of a segmenter ({error}); reinstall newsie") from error


def _without_spaces(words: Iterator[str]) -> tuple[list[str], list[bool]]:
    """Return words as spaCy keeps them: a single space is a property of the word before it.

    `spacy.util.get_words_and_spaces` does the same in a time that grows with the square of the text.
    """
    kept: list[str] = []
    spaces: list[bool] = []
    for word in words:
        after_word = bool(kept) and not spaces[-1] and not kept[-1].isspace()
        if after_word and word[0] == " " and word.isspace():
            spaces[-1] = True
            word = word[1:]  # noqa: PLW2901 - the rest of the white space is a word of its own
        if word:
            kept.append(word)
            spaces.append(False)
    return kept, spaces
