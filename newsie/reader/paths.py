"""Tags of characters: which may follow which, and the best path of every sentence of a batch (Viterbi)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from newsie.reader.hashes import Codes, Places

Scores: TypeAlias = npt.NDArray[np.float32]
Tags: TypeAlias = npt.NDArray[np.uint8]
Found: TypeAlias = tuple[str, int, int]
"""A label and the half-open range of its characters in a text."""

LABELS: Final = ("PERSON", "ORG", "PLACE", "TITLE")
TAGS: Final = ("O", *(f"{position}-{label}" for label in LABELS for position in "BIES"))
"""A name's first, inner and last characters are B, I and E; a name of one character is S."""


def possible_transitions() -> npt.NDArray[np.bool_]:
    """Return which tag (column) may follow which tag (row); O stands for both ends too."""
    possible = np.zeros((len(TAGS), len(TAGS)), dtype=np.bool_)
    for row, before in enumerate(TAGS):
        for column, after in enumerate(TAGS):
            if before[0] in "BI":
                possible[row, column] = after[0] in "IE" and after[1:] == before[1:]
            else:
                possible[row, column] = after[0] in "OBS"
    return possible


def _possible_before() -> Places:
    """Return for each tag (column) those that it may follow, some of them more than once so that all have as many."""
    possible = possible_transitions()
    before = [np.flatnonzero(possible[:, tag]) for tag in range(len(TAGS))]
    return np.array([np.resize(tags, max(map(len, before))) for tags in before]).T


_BEFORE: Final = _possible_before()


def side_by_side(starts: Places, lengths: Places) -> tuple[Places, list[slice]]:
    """Return the places of the characters of sentences, the first of each, then the second of each that has one.

    Also returned is where among these the first, second … characters are; the longer a sentence is, the further
    in front it stands in each.
    """
    order = np.argsort(-lengths, kind="stable")
    starts, lengths = starts[order], lengths[order]
    steps = np.arange(int(lengths[0]) if len(lengths) else 0)
    counts = np.searchsorted(-lengths, -steps, side="left")
    ends = np.cumsum(counts)
    sentence = np.arange(len(lengths) and int(lengths.sum())) - np.repeat(ends - counts, counts)
    edges = [0, *ends.tolist()]
    return starts[sentence] + np.repeat(steps, counts), list(map(slice, edges, edges[1:]))


def best_tags(scores: Scores, starts: Places, lengths: Places, transitions: Scores) -> Tags:
    """Return the best path of every sentence, laid out as `scores` is; 0 where there is no sentence.

    `transitions` that `possible_transitions` rules out are not looked at.
    """
    tags = np.zeros(len(scores), dtype=np.uint8)
    places, steps = side_by_side(starts, lengths)
    paths = np.ascontiguousarray(scores[places].T)
    gains = transitions[_BEFORE, np.arange(len(TAGS))][..., None]
    before = transitions[0][:, None]
    for step in steps:
        path = paths[:, step]
        if step.start:
            # what the paths score that lead to each tag, in every sentence that goes on
            onward = before[:, : step.stop - step.start].take(_BEFORE, axis=0)
            onward += gains
            before = np.maximum.reduce(onward, axis=0)
        path += before
        before = path
    tags[places] = _walk_back(paths, steps, transitions)
    return tags


def _walk_back(paths: Scores, steps: Sequence[slice], transitions: Scores) -> Tags:
    """Return the tags of the best paths, found from the last character of each sentence backwards.

    Of paths of one score that of the first tag in `TAGS` is taken: where nothing speaks for a name, none.
    """
    columns, paths = np.ascontiguousarray(transitions.T), np.ascontiguousarray(paths.T)
    tags = np.zeros(len(paths), dtype=np.uint8)
    # O stands behind the last character
    current = np.zeros(steps[0].stop if steps else 0, dtype=np.uint8)
    for step in reversed(steps):
        onward = columns.take(current[: step.stop - step.start], axis=0)
        onward += paths[step]
        tags[step] = current[: len(onward)] = onward.argmax(axis=1)
    return tags


SENTENCE_ENDS: Final = "。！？；\n"
_PART_ENDS: Final = "，" + SENTENCE_ENDS
_LONGEST_SENTENCE: Final = 256


def ends_of(codes: Codes, ends: str) -> npt.NDArray[np.bool_]:
    """Tell of each character whether it is one of the marks `ends`, or none at all."""
    return _table(ends).take(codes)


@cache
def _table(ends: str) -> npt.NDArray[np.bool_]:
    """Return for each code whether it is one of some marks, or 0."""
    found = np.zeros(1 << 16, dtype=np.bool_)
    found[[0, *map(ord, ends)]] = True
    return found


def sentences(codes: Codes, ends: str = _PART_ENDS) -> tuple[Places, Places]:
    """Return where the parts of sentences of a row of codes start, and their lengths: no name goes over ，。！？；.

    `ends` are the marks they end at; the model is trained on whole sentences.

    A mark that is in no name stands for the end of a path, which O stands for too: paths are as they would be
    if sentences were read whole, and short ones, all of them read side by side, are read four times as quickly.
    """
    edges = np.flatnonzero(ends_of(codes, ends))
    begins = np.concatenate([[0], edges + 1])
    sizes = np.concatenate([edges, [len(codes)]]) - begins
    begins, sizes = begins[sizes > 0], sizes[sizes > 0]
    if not (sizes > _LONGEST_SENTENCE).any():
        return begins, sizes
    pieces = [
        (begin + at, min(_LONGEST_SENTENCE, size - at))
        for begin, size in zip(begins.tolist(), sizes.tolist(), strict=True)
        for at in range(0, size, _LONGEST_SENTENCE)
    ]
    cut = np.array(pieces, dtype=np.int64)
    return cut[:, 0], cut[:, 1]


def spans_of(tags: Tags) -> Iterator[Found]:
    """Yield the names in a row of tags, in their order."""
    marks = np.flatnonzero((tags > 0) & ((tags % 4 == 1) | (tags % 4 == 0)))
    singles = marks[tags[marks] % 4 == 0]
    begins = marks[tags[marks] % 4 == 1]
    ends = np.flatnonzero((tags > 0) & (tags % 4 == 3)) + 1
    found = [(int(start), int(end)) for start, end in zip(begins, ends, strict=True)]
    found += [(int(place), int(place) + 1) for place in singles]
    for start, end in sorted(found):
        yield LABELS[(int(tags[start]) - 1) // 4], start, end
