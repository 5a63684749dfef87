"""The same story in several papers or editions (同题稿件): near-duplicate bodies by MinHash.

Two bodies are one story if most of their four-character pieces are the same, a brief's all of them, and they are printed
within days: 截至5月底，完成投资3亿元 and 截至6月底，完成投资4亿元 are two. Their signatures are compared only where a band of
them is equal, so that the cost grows with the number of stories.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from newsie import patterns as re
from newsie.extras import require
from newsie.linking.sightings import StorySeen
from newsie.linking.union import groups

if TYPE_CHECKING:
    from datasketch import MinHash

_PERMUTATIONS = 128
_BANDS = 16
_PIECE = 4
_SHORTEST = 20
_BRIEF = 60
_ALIKE = 0.7
_DAYS = 5
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
    """Return a number of 32 bits for each run of four characters; of a brief, which has few, one for all of it."""
    codes = np.frombuffer(text.encode("utf-32-le"), dtype="<u4").astype(np.uint64)
    piece = _PIECE if len(text) >= _BRIEF else len(text)
    hashed = np.zeros(len(codes) - piece + 1, dtype=np.uint64)
    for shift in range(piece):
        hashed = hashed * np.uint64(_BASE) + codes[shift : shift + len(hashed)]
    return np.unique((hashed ^ (hashed >> np.uint64(29))) & np.uint64(0xFFFFFFFF))


def find_stories(seen: Iterable[StorySeen]) -> tuple[Story, ...]:
    """Return the stories that more than one article prints, by id; an article of two documents stands in both."""
    printed: dict[str, list[StorySeen]] = defaultdict(list)
    for story in seen:
        if story.signature:
            printed[story.article].append(story)
    stories = {article: min(found, key=_when) for article, found in printed.items()}
    links = dict(_alike(stories))
    links |= {(article, article): 1.0 for article, found in printed.items() if len(found) > 1}
    return tuple(
        sorted((_story(group, printed, links) for group in groups(links)), key=lambda story: story.id)
    )


def _when(story: StorySeen) -> tuple[str, str, str]:
    return story.day or "", story.article, story.document


def bands(signed: str) -> Iterator[str]:
    """Yield the parts of a signature; two bodies are compared if one of these is equal."""
    size = len(signed) // _BANDS
    for band in range(_BANDS):
        yield f"{band}:{signed[band * size : (band + 1) * size]}"


def _alike(stories: dict[str, StorySeen]) -> Iterator[tuple[tuple[str, str], float]]:
    """Yield pairs of articles that are one story, with their likeness."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for story in sorted(stories.values(), key=_when):
        for band in bands(story.signature):
            blocks[band].append(story.article)
    # only neighbours in time: a story printed a thousand times is a chain, not half a million pairs
    pairs = {pair for block in blocks.values() for pair in pairwise(block)}
    for left, right in sorted(pairs):
        one, other = stories[left], stories[right]
        likeness = _likeness(one.signature, other.signature)
        if likeness >= _ALIKE and _within_days(one.day, other.day):
            yield (left, right), likeness


def _within_days(one: str | None, other: str | None) -> bool:
    """Tell whether two days are near each other, or one is not known."""
    if not one or not other:
        return True
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= _DAYS


def _likeness(left: str, right: str) -> float:
    same = np.frombuffer(bytes.fromhex(left), "<u4") == np.frombuffer(bytes.fromhex(right), "<u4")
    return round(float(same.mean()), 3)


def _story(
    group: tuple[str, ...], printed: dict[str, list[StorySeen]], links: dict[tuple[str, str], float]
) -> Story:
    members = set(group)
    seen = [story for article in group for story in printed[article]]
    days = sorted(story.day for story in seen if story.day)
    return Story(
        id=f"story-{group[0].removeprefix('article-')}",
        articles=group,
        documents=tuple(sorted({story.document for story in seen})),
        outlets=tuple(sorted({story.outlet for story in seen if story.outlet})),
        first=days[0] if days else None,
        likeness=min(likeness for pair, likeness in links.items() if pair[0] in members),
    )
