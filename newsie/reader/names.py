"""Who finds names in texts: the model's component, and what every such component shares (找名).

spaCy itself is imported only where names are set on a Doc: those who want records never wait for it.

>>> without_overlaps([("TITLE", 4, 6), ("ORG", 0, 5), ("PERSON", 6, 9)])
(('ORG', 0, 5), ('PERSON', 6, 9))
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, cast

from newsie.errors import ModelError
from newsie.reader.paths import Found
from newsie.reader.tagger import Tagger
from newsie.reader.weights import load_weights
from newsie.reading import Label, Mention
from newsie.spans import Spans
from newsie.text import Span, fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAMES = "names"
"""Where a Doc keeps every name: `doc.spans["names"]`."""

WEIGHTS = "weights.npz"
_LONGEST_LITERAL = 200
"""No title in 《》, date or amount has more characters."""


class NameFinder(ABC):
    """A spaCy component that finds names; what is left open is how."""

    @abstractmethod
    def find(self, texts: Sequence[str]) -> list[tuple[Found, ...]]:
        """Return the label, start and end of each name of each folded text, sorted, none overlapping."""

    def vote(self, texts: Sequence[str]) -> list[tuple[Found, ...]]:
        """Return the names that a model alone finds, which `newsie.reader.gather` weighs against its grammar."""
        return self.find(texts)

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.ents` and `doc.spans["names"]`.

        A name that cuts a word takes the whole word; of two that then have a word in common the longer stays,
        of equals the first.
        """
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Yield the Docs of a stream with their names set."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            found = self.find([fold(doc.text) for doc in batch])
            for doc, names in zip(batch, found, strict=True):
                _set_names(doc, names)
                yield doc


def without_overlaps(found: Iterable[Found]) -> tuple[Found, ...]:
    """Return names sorted by place; of those that overlap the longest stays, of equals the first.

    >>> without_overlaps([("TITLE", 4, 6), ("ORG", 0, 5), ("PERSON", 6, 9)])
    (('ORG', 0, 5), ('PERSON', 6, 9))
    """
    taken = Spans()
    kept: list[Found] = []
    for label, start, end in sorted(found, key=lambda name: (name[1] - name[2], name[1], name[0])):
        if not taken.touch(start, end):
            taken.add(start, end)
            kept.append((label, start, end))
    return tuple(sorted(kept, key=lambda name: name[1]))


class Entities(NameFinder):
    """A spaCy component that finds names by their characters.

    Attributes:
        name: the component's name in its pipeline.
        folder: where its weights are, or None while there are none.
    """

    def __init__(self, name: str, folder: Path | None = None) -> None:
        self.name = name
        self.folder = folder
        self._content: bytes | None = None
        self._tagger: Tagger | None = None

    def find(self, texts: Sequence[str]) -> list[tuple[Found, ...]]:
        """Return the label, start and end of each name of each folded text.

        Raises:
            ModelError: the component has no weights.
        """
        if self._tagger is None:
            raise ModelError(f"component {self.name!r} has no weights: load a pipeline that has them")
        return self._tagger(texts)

    def to_disk(self, path: str | Path, **_: object) -> None:
        """Write the weights into a folder."""
        if content := self._stored():
            Path(path).mkdir(parents=True, exist_ok=True)
            (Path(path) / WEIGHTS).write_bytes(content)

    def from_disk(self, path: str | Path, **_: object) -> Entities:
        """Read the weights from a folder.

        Raises:
            ModelError: they are missing or damaged.
        """
        self._tagger = Tagger(load_weights(Path(path) / WEIGHTS))
        self.folder, self._content = Path(path), None
        return self

    def to_bytes(self, **_: object) -> bytes:
        """Return the weights as bytes."""
        return self._stored()

    def from_bytes(self, bytes_data: bytes, **_: object) -> Entities:
        """Take the weights from bytes."""
        self.folder, self._content = None, bytes_data
        self._tagger = Tagger(load_weights(bytes_data)) if bytes_data else None
        return self

    def _stored(self) -> bytes:
        if self.folder is not None:
            return (self.folder / WEIGHTS).read_bytes()
        return self._content or b""


def _set_names(doc: Doc, names: Sequence[Found]) -> None:
    from spacy.util import filter_spans  # noqa: PLC0415 - who has a Doc has spaCy

    spans = [doc.char_span(start, end, label, alignment_mode="expand") for label, start, end in names]
    known = filter_spans(span for span in spans if span is not None)
    doc.spans[NAMES] = known
    doc.ents = tuple(known)


def read_names(
    finder: NameFinder, folded_texts: Sequence[str], literals: Sequence[Sequence[Span]]
) -> list[tuple[Mention, ...]]:
    """Return the names in each text, by the model alone, without cutting words.

    Args:
        finder: a component that finds names.
        folded_texts: see `newsie.text.fold`; the mentions' offsets are offsets into these.
        literals: for each text its dates, amounts and titles. A name that crosses the edge of one, or
            lies in a date or amount, is none (一季度末 is no title).

    Raises:
        ModelError: it has no weights.
    """
    found = finder.vote(folded_texts)
    return [
        tuple(_fitting(text, names, Spans(spans), spans))
        for text, names, spans in zip(folded_texts, found, literals, strict=True)
    ]


def _fitting(
    text: str, names: Iterable[tuple[str, int, int]], taken: Spans, literals: Sequence[Span]
) -> Iterator[Mention]:
    """Yield the names that cross no literal; most touch none, and only for the others are they gone through."""
    edges = sorted(literals)
    starts = [start for start, _ in edges]
    for label, start, end in names:
        if taken.touch(start, end):
            near = edges[max(0, bisect_left(starts, start - _LONGEST_LITERAL)) : bisect_left(starts, end)]
            if not _fits(text, start, end, near):
                continue
        yield Mention(cast("Label", label), start, end, ("model",))


def _fits(text: str, start: int, end: int, literals: Sequence[Span]) -> bool:
    for first, last in literals:
        if first < end and start < last:
            around = start <= first and last <= end
            inside_title = text[first] == "《" and first < start and end < last
            if not around and not inside_title:
                return False
    return True
