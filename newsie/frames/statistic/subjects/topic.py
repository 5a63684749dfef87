"""What a clause is about (主语), as the rules of subjects hand it on."""

from __future__ import annotations

from typing import NamedTuple

from newsie.text import Span


class Topic(NamedTuple):
    """What a clause is about.

    Attributes:
        spans: where the subject's fullest words stand; empty when nothing is named.
        begin: where the clause's own words begin, behind connectives, dates and the subject.
        kind: what the subject is; "" when there is none.
        own: whether the clause names it itself.
        each: where the clause names each of several subjects (A、B分别…).
    """

    spans: tuple[Span, ...]
    begin: int
    kind: str
    own: bool
    each: tuple[Span, ...] = ()


NOBODY = Topic((), 0, "", own=False)
"""The topic of what is about nobody that is named."""

SOMEONE = "someone"
"""The kind of a person without a name."""

THE_WORLD = ("全球", "世界")
_COUNTRY = ("全国", "我国", "中国")


def is_level(string: str, topic: Topic) -> bool:
    """Tell whether a subject is told of in passing: 区本级, all the world, 西部地区; what follows is of others again."""
    return bool(topic.spans) and string.endswith(("本级", "部地区", *THE_WORLD), *topic.spans[-1])


def is_country(string: str, topic: Topic) -> bool:
    """Tell whether a subject is the country itself, 全国 or 我国."""
    return len(topic.spans) == 1 and string[slice(*topic.spans[0])] in _COUNTRY
