"""A linear model over characters that finds names.

>>> tagger = Tagger(load_weights(Path("models/zh_news/entities/weights.npz")))  # doctest: +SKIP
>>> tagger(["县长王某某出席"])  # doctest: +SKIP
[(('TITLE', 0, 2), ('PERSON', 2, 5))]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsie.reader.characters import encode
from newsie.reader.paths import Found, best_tags, sentences, spans_of
from newsie.reader.weights import Weights

_LONGEST = 20_000
"""Longer texts are read in parts: the scores of a character take seventy bytes."""


@dataclass(frozen=True, slots=True)
class Tagger:
    """Find names in texts.

    Attributes:
        weights: the model.
        batch: about how many characters are read at once.
    """

    weights: Weights
    batch: int = 50_000

    def __call__(self, texts: Sequence[str]) -> list[tuple[Found, ...]]:
        """Return the label, start and end of the names of each folded text, sorted, none overlapping."""
        results: list[list[Found]] = [[] for _ in texts]
        for part in _batches(_parts(texts), self.batch):
            found = self._tag([text for _, _, text in part])
            for (index, offset, _), names in zip(part, found, strict=True):
                results[index] += [(label, start + offset, end + offset) for label, start, end in names]
        return [tuple(found) for found in results]

    def _tag(self, texts: Sequence[str]) -> list[list[Found]]:
        codes, starts = encode(texts)
        begins, lengths = sentences(codes)
        tags = best_tags(self.weights.scores(codes), begins, lengths, self.weights.transitions)
        results: list[list[Found]] = [[] for _ in texts]
        edges = starts.tolist()
        text = 0
        for label, start, end in spans_of(tags):
            while text + 1 < len(edges) and edges[text + 1] <= start:
                text += 1
            results[text].append((label, start - edges[text], end - edges[text]))
        return results


def _parts(texts: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the texts with their index and offset, long ones cut at the ends of sentences."""
    for index, text in enumerate(texts):
        start = 0
        while len(text) - start > _LONGEST:
            end = max(text.rfind(mark, start, start + _LONGEST) for mark in "。\n") + 1 or start + _LONGEST
            yield index, start, text[start:end]
            start = end
        yield index, start, text[start:]


def _batches(parts: Iterator[tuple[int, int, str]], size: int) -> Iterator[list[tuple[int, int, str]]]:
    batch: list[tuple[int, int, str]] = []
    total = 0
    for part in parts:
        batch.append(part)
        total += len(part[2])
        if total >= size:
            yield batch
            batch, total = [], 0
    if batch:
        yield batch
