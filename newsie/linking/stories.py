"""The same story in several papers or editions (同题稿件): near-duplicate bodies by MinHash.

Two bodies are one story if most of their four-character pieces are the same. Their signatures are compared only
where a band of them is equal, so that the cost grows with the number of stories.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from newsie.extras import require
from newsie.linking.sightings import StorySeen
from newsie.linking.union import groups

if TYPE_CHECKING:
    from datasketch import MinHash

_PERMUTATIONS = 128
_BANDS = 16
_PIECE = 4
_SHORTEST = 60
_ALIKE = 0.7
_HAN = re.compile(r"[^\w]+")
_BASE = 1_000_003


@dataclass(frozen=True, slots=True)
class Story:
    """A story and the articles that print it.

    Attributes:
        id: made of the first article's id.
        articles: the ids of the articles, sorted.
        documents: the ids of their documents, sorted.
        outlets: the newspapers that are known.
        first: the first day it was printed.
        likeness: the least likeness that links two of them.
    """

    id: str
    articles: tuple[str, ...]
    documents: tuple[str, ...]
    outlets: tuple[str, ...]
    first: str | None
    likeness: float


def signature(body: str) -> str:
    """Return the MinHash of a body; empty for one that is too short to tell stories by."""
    text = _HAN.sub("", body)
    if len(text) < _SHORTEST:
        return ""
    minhash = _minhash().copy()
    minhash.update_batch(_pieces(text).tolist())
    return np.asarray(minhash.hashvalues, dtype="<u8").astype("<u4").tobytes().hex()


@cache
def _minhash() -> MinHash:
    datasketch = require("datasketch", "link")
    empty: MinHash = datasketch.MinHash(num_perm=_PERMUTATIONS, seed=1, hashfunc=int, scheme="affine32")
    return empty


def _pieces(text: str) -> npt.NDArray[np.uint64]:
    """Return a number of 32 bits for each run of four characters."""
    codes = np.frombuffer(text.encode("utf-32-le"), dtype="<u4").astype(np.uint64)
    hashed = np.zeros(len(codes) - _PIECE + 1, dtype=np.uint64)
    for shift in range(_PIECE):
        hashed = hashed * np.uint64(_BASE) + codes[shift : shift + len(hashed)]
    return np.unique((hashed ^ (hashed >> np.uint64(29))) & np.uint64(0xFFFFFFFF))


def find_stories(seen: Iterable[StorySeen]) -> tuple[Story, ...]:
    """Return the stories that more than one article prints, by id."""
    stories = {story.article: story for story in seen if story.signature}
    links = dict(_alike(stories))
    return tuple(
        sorted((_story(group, stories, links) for group in groups(links)), key=lambda story: story.id)
    )


def bands(signed: str) -> Iterator[str]:
    """Yield the parts of a signature; two bodies are compared if one of these is equal."""
    size = len(signed) // _BANDS
    for band in range(_BANDS):
        yield f"{band}:{signed[band * size : (band + 1) * size]}"


def _alike(stories: dict[str, StorySeen]) -> Iterator[tuple[tuple[str, str], float]]:
    """Yield pairs of articles that are one story, with their likeness."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for article in sorted(stories):
        for band in bands(stories[article].signature):
            blocks[band].append(article)
    # only neighbours: a story printed a thousand times is a chain, not half a million pairs
    pairs = {pair for block in blocks.values() for pair in pairwise(block)}
    for left, right in sorted(pairs):
        likeness = _likeness(stories[left].signature, stories[right].signature)
        if likeness >= _ALIKE:
            yield (left, right), likeness


def _likeness(left: str, right: str) -> float:
    same = np.frombuffer(bytes.fromhex(left), "<u4") == np.frombuffer(bytes.fromhex(right), "<u4")
    return round(float(same.mean()), 3)


def _story(
    group: tuple[str, ...], stories: dict[str, StorySeen], links: dict[tuple[str, str], float]
) -> Story:
    members = set(group)
    days = sorted(day for article in group if (day := stories[article].day))
    return Story(
        id=f"story-{group[0].removeprefix('article-')}",
        articles=group,
        documents=tuple(sorted({stories[article].document for article in group})),
        outlets=tuple(sorted({outlet for article in group if (outlet := stories[article].outlet)})),
        first=days[0] if days else None,
        likeness=min(likeness for pair, likeness in links.items() if pair[0] in members),
    )
