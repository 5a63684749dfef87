"""Names of persons by grammar: how sure it is that one stands at a place, and how long it is (人名).

A name stands after a title (书记X), in a list after another name (A、B、C), before what persons
do (X表示), before 同志 or （男，. How long it is, is settled by what follows, by its shape and
by the rest of the page. Nothing here needs a model; a model's names count as votes.

>>> page = Page(Occurrences(["县长王某某主持会议"]), {}, frozenset())
>>> best("县长王某某主持会议", 2, page).name
'王某某'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from newsie import patterns as re
from newsie.reader.followers import acts, follower, follows
from newsie.reader.occurrences import Occurrences
from newsie.reader.shapes import POOR, ends_in_coverb, longest, may_begin, options, seems_ordinary, shape
from newsie.sounds import SOUND
from newsie.text import Span


class Candidate(NamedTuple):
    """A possible name: its characters on the page and what speaks for it.

    Attributes:
        span: where it stands, half-open.
        name: its characters without spaces.
        score: how much speaks for it; see `weigh`.
    """

    span: Span
    name: str
    score: float


@dataclass(frozen=True)
class Page:
    """What a page says about names, for weighing one place.

    Attributes:
        names: where a string stands on the page.
        votes: how often the model saw each name.
        firm: names that stand between delimiters in a place for names, or are known.
    """

    names: Occurrences
    votes: Mapping[str, int]
    firm: frozenset[str]

    @cached_property
    def heads(self) -> frozenset[str]:
        """The first characters of all names that anything speaks for already."""
        return frozenset(name[:1] for name in (*self.votes, *self.firm))

    def knows(self, name: str) -> bool:
        """Tell whether the model saw a name, or something certain speaks for it."""
        return name in self.votes or name in self.firm


_FULL_VERB = 2.0
_REIGN = re.compile("[一二三四五六七八九十]{1,2}世")
# 水利局局长马明, 司法所所长李明, 红十字会会长周敏: the body whose head is named next
_BODY = "局部厅所站院队会委办科处股校园社行"
_HEAD_OF_BODY = re.compile(f"(?:常务)?[副总代]?(?:[{_BODY}]长|主任|书记|主席|政委|教导员)")
# 师生代表, 文艺家代表: who is spoken for
_SPOKEN_FOR = re.compile("代表(?!团长)")
_OF_A_BODY = 6.0
_COVERB = 4.0


def weigh(folded: str, candidate: Candidate, page: Page) -> float:
    """Return how much speaks for a candidate in its place: shape, what follows, and the page."""
    name, end = candidate.name, candidate.span[1]
    behind = follows(folded, end)
    score = candidate.score + behind
    score += 4.0 * (name in page.firm) + 1.5 * min(page.votes.get(name, 0), 2)
    # 某某斯-某某尔: the name goes on behind the hyphen
    score += 1.5 * (folded[end : end + 1] == "-" and folded[end + 1 : end + 2] in SOUND)
    if name[-1] == "某" == folded[end : end + 1]:
        # 方某某 is not 方某
        score -= _OF_A_BODY
    if _is_cut_short(folded, candidate):
        score -= 3.0 if "·" not in name else 1.5
    if behind > 0 and _takes_verb(folded, end):
        score -= 1.5
    if ends_in_coverb(folded, *candidate.span):
        score -= _COVERB
    if _is_body(folded, candidate):
        score -= _OF_A_BODY
    return score + _by_repetition(folded, candidate, page, behind)


def _is_body(folded: str, candidate: Candidate) -> bool:
    """Tell whether what looks like a name is the body of the post behind it, or those a delegate speaks for."""
    name, end = candidate.name, candidate.span[1]
    if folded[end : end + 1] in _BODY and _HEAD_OF_BODY.match(folded, end + 1):
        return True  # 司法|所所长, 金融|办主任
    if name[-1] in _BODY:
        return _HEAD_OF_BODY.match(folded, end) is not None
    return (name[-1] == "家" or seems_ordinary(name)) and _SPOKEN_FOR.match(folded, end) is not None


def _by_repetition(folded: str, candidate: Candidate, page: Page, behind: float) -> float:
    """Return what it says of a name that it stands on the page more than once."""
    name, end = candidate.name, candidate.span[1]
    count = page.names.count(name)
    if count <= 1:
        return 0.0
    # 沙马尔 stands six times, each time as 沙马尔哈: it is no name; 宋某 stands before many words, or
    # each time before 一行, which persons do
    after = folded[end : end + 1]
    if after.isalpha() and behind < _FULL_VERB and page.names.count(name + after) == count:
        return -2.0
    return float(not seems_ordinary(name))


def likely_options(folded: str, start: int, page: Page) -> list[tuple[int, str]]:
    """Return the strings at `start` that are not too long for a name, and those that the page knows."""
    likely = longest(folded, start)
    return [
        (end, name)
        for end, name in options(folded, start)
        if len(name) <= likely or "·" in name or page.knows(name)
    ]


def best(folded: str, start: int, page: Page, *, sure: bool = False) -> Candidate | None:
    """Return the likeliest name at `start`, its score included, or None if nothing can be one.

    `sure` says that a name is due here, such as after a title: an everyday word (成功) counts as
    any name then.
    """
    if not may_begin(folded, start, page.heads):
        return None
    likeliest: Candidate | None = None
    for end, name in likely_options(folded, start, page):
        likeness = shape(name)
        if likeness <= POOR and not page.knows(name):
            continue
        candidate = Candidate((start, end), name, likeness)
        score = weigh(folded, candidate, page)
        if sure:
            score += _assured(folded, candidate, page)
        if likeliest is None or (score, len(name)) > (likeliest.score, len(likeliest.name)):
            likeliest = Candidate((start, end), name, score)
    return likeliest


def _takes_verb(folded: str, end: int) -> bool:
    """Tell whether the last character of a name belongs to the verb behind it: 盛某作 before 动员."""
    return acts(folded, end) and follower(folded, end - 1) > 1


def _is_cut_short(folded: str, candidate: Candidate) -> bool:
    """Tell whether a name written by sound goes on: 索南才 before 让率."""
    end = candidate.span[1]
    if _REIGN.match(folded, end) and candidate.name[-1] in SOUND:
        return True
    if folded[end : end + 1] not in SOUND or end >= len(folded):
        return False
    if "·" in candidate.name:
        return True
    foreign = len(candidate.name) > 2 and SOUND.issuperset(candidate.name)
    return foreign and follows(folded, end) < 2 <= follows(folded, end + 1)


def _assured(folded: str, candidate: Candidate, page: Page) -> float:
    """Return what a place right behind a title adds: 总统普京, and 县长成功 although it is a word."""
    if page.votes.get(candidate.name) and shape(candidate.name) <= 0:
        return 2.0
    return float(follows(folded, candidate.span[1]) > 0 and seems_ordinary(candidate.name))
