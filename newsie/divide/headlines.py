"""Headline lines to stories: which story a headline is for.

A headline as a rule stands right before its story; on many pages some stand after it, or far
from it at the foot of the page. Where it stands and what it says decide together: the words
it shares with a story, each weighed by how few stories of the page have it.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from itertools import chain
from operator import add

from newsie import patterns as re
from newsie.divide.drafts import Draft, Head
from newsie.divide.wording import COLUMN_LENGTH, ORDERS, is_organ

_HAN_RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff0-9A-Za-z]+")
_TOUCHING = 0.3
_OVER_BYLINE = 1.0
_NEAR = 12
"""How many stories away a headline is looked for."""
_BEFORE = 0.35
_STEP = 0.1
_FOREIGN = 0.1
_MOST = 0.4
_AFTER = 0.12
_AFTER_PHOTO = 0.25
_TAKEN = 0.25
_BOUND = 0.15
_ANY = 0.05
_FAR = 0.3
_LITTLE = 0.25
_STACK, _LEANS, _PARTED = 3, 0.4, 0.5
"""A block of so many lines may be two headlines, if its halves have so much more of one story's words each; of any two stories near, the last."""
_FEW = 64
"""So many pairs are sooner looked for one by one than among all pairs of a story."""


def _grams(string: str, wanted: set[str] | None = None) -> set[str]:
    """Return the character pairs of a string, or those of them that are wanted."""
    if wanted is None:
        return set(chain.from_iterable(map(add, run, run[1:]) for run in _HAN_RUN.findall(string)))
    if len(wanted) <= _FEW:
        return {pair for pair in wanted if pair in string}
    return wanted.intersection(map(add, string, string[1:]))


class Overlap:
    """How much of a headline's words a story has, each word weighed by its rarity on the page."""

    def __init__(self, drafts: Sequence[Draft], heads: Sequence[Head]) -> None:
        """Count in how many stories each character pair of the headlines stands."""
        own = {string: _grams(string) for string in (head.string for head in heads)}
        wanted = set().union(*own.values())
        self.size = len(drafts)
        self._grams = [_grams(_body(draft), wanted) for draft in drafts]
        count = Counter(gram for grams in self._grams for gram in grams)
        weights = {gram: math.log((len(drafts) + 1) / max(1, count[gram])) for gram in wanted}
        self._weights = {string: {gram: weights[gram] for gram in grams} for string, grams in own.items()}

    def __call__(self, string: str, index: int) -> float:
        """Return the share, 0 to 1, of a headline's weight that story `index` has."""
        weights = self._weights[string]
        total = math.fsum(weights.values())
        shared = math.fsum(weights[gram] for gram in weights if gram in self._grams[index])
        return shared / total if total else 0.0


def _body(draft: Draft) -> str:
    return "".join(piece.text.folded for piece in draft.of("body"))


def give_heads(drafts: Sequence[Draft], heads: Sequence[Head]) -> list[Head]:
    """Give each head to the story it fits best; return those that fit none.

    Stories get their heads in the order of the page.
    """
    if not heads:
        return []
    headed = {head.before for head in heads}
    heads = [part for head in heads for part in _unstacked(drafts, head, headed)]
    if len(heads) == len(drafts) == 1 and not (heads[0].before or drafts[0].title or drafts[0].headless):
        drafts[0].heads.append(heads[0])  # whatever words they share
        return []
    heads = _parted_by_words(drafts, heads)
    overlap = Overlap(drafts, heads)
    follow = _heads_follow(drafts, heads, overlap)
    queue = [
        (-score, at, index)
        for at, head in enumerate(heads)
        for index, score in (
            _told_above(head)
            if follow and _stands_over_told(heads, at, overlap)
            else _scores(drafts, head, _nearness(heads, at), overlap, follow=follow)
        )
    ]
    heapq.heapify(queue)
    given: dict[int, int] = {}
    asked: dict[tuple[int, int], float] = {}
    while queue:
        rank, at, index = heapq.heappop(queue)
        if at in given:
            continue
        # a story may have got a headline since this score was reckoned
        penalty = _penalty(drafts[index], heads[at])
        if penalty > asked.get((at, index), 0.0):
            heapq.heappush(queue, (rank + penalty - asked.get((at, index), 0.0), at, index))
            asked[at, index] = penalty
        elif rank < 0:
            given[at] = index
            drafts[index].heads.append(heads[at])
    given |= _left_over(drafts, heads, given, overlap, follow=follow)
    order = {id(head): at for at, head in enumerate(heads)}
    for draft in drafts:
        draft.heads.sort(key=lambda head: order[id(head)])
    return [head for at, head in enumerate(heads) if at not in given]


def _left_over(
    drafts: Sequence[Draft],
    heads: Sequence[Head],
    given: Mapping[int, int],
    overlap: Overlap,
    *,
    follow: bool,
) -> dict[int, int]:
    """Give the headlines that are left to stories that have none, those that share most words first.

    One alone goes to the one story without, if it has any of its words; who urged what follows is no headline,
    and where headlines follow their stories one that stands right behind such a story is its own.
    """
    bare = {
        at
        for at, draft in enumerate(drafts)
        if draft.dated and not (_is_headed(draft) or draft.title or draft.headless)
    }
    left = [at for at, head in enumerate(heads) if at not in given and not _over_headline(head.string)]
    if len(bare) > _FEW or len(left) > _FEW:
        return {}
    least = _ANY if len(bare) == len(left) == 1 else _LITTLE
    behind = {at: heads[at].before - 1 for at in left if follow}
    pairs = [
        (overlap(heads[at].string, index) + least * (behind.get(at) == index), -at, index)
        for at in left
        for index in bare
    ]
    found: dict[int, int] = {}
    for share, at, index in sorted(pairs, reverse=True):
        if share >= least and index in bare and -at not in found:
            found[-at] = index
            drafts[index].heads.append(heads[-at])
            bare.remove(index)
    return found


def _is_headed(draft: Draft) -> bool:
    """Tell whether a story has a headline, not only the line over it: 某某在全市会议上强调."""
    return any(ORDERS.search(head.string) is None for head in draft.heads)


def _stands_over_told(heads: Sequence[Head], at: int, overlap: Overlap) -> bool:
    """Tell whether a head of whose words no story near has any stands over the headline of the story right before it.

    ……吃上旅游饭。 / (blank) / 赏花经济引客来 / (blank) / 某村花海“淘金”忙 / (blank) / a picture's text: a kicker.
    """
    head, below = heads[at], heads[at + 1 : at + 2]
    if not below or below[0].before != head.before or not head.before or len(head.lines) > 1:
        return False
    strange = not any(
        overlap(head.string, index) for index in (head.before, head.before - 1) if index < overlap.size
    )
    return strange and _is_told(below[0], overlap) and not _is_told_below(below[0], overlap)


def _is_told_below(head: Head, overlap: Overlap) -> bool:
    """Tell whether the story right behind a head has most of its words."""
    return head.before < overlap.size and overlap(head.string, head.before) >= _MOST


def _told_above(head: Head) -> list[tuple[int, float]]:
    """Return the story right before a head, as the only one that could have it."""
    return [(head.before - 1, _BEFORE)]


def _unstacked(drafts: Sequence[Draft], head: Head, headed: Container[int]) -> list[Head]:
    """Return a block of headlines as those of the two stories under it, if the second has none of its own.

    前三季度GDP同比增长6.8% / 总量跃上新台阶 芯片产业挑大梁 / 揽168亿 签21个 / 产业合作恳谈会举行 over two stories.
    """
    at, lines = head.before, head.lines
    if len(lines) < _STACK or at + 1 >= len(drafts) or at + 1 in headed:
        return [head]
    if not (drafts[at].dated and drafts[at + 1].dated) or drafts[at + 1].heads:
        return [head]
    parts = [Head((line,), at) for line in lines]
    overlap = Overlap(drafts[at : at + 2], parts)
    leans = [overlap(part.string, 0) - overlap(part.string, 1) for part in parts]
    cut = max(range(1, len(parts)), key=lambda cut: math.fsum(leans[:cut]) - math.fsum(leans[cut:]))
    if math.fsum(leans[:cut]) < _LEANS or -math.fsum(leans[cut:]) < _LEANS:
        return [head]
    return [Head(lines[:cut], at), Head(lines[cut:], at + 1)]


def _parted_by_words(drafts: Sequence[Draft], heads: Sequence[Head]) -> list[Head]:
    """Return heads, those cut in two whose halves have the words of two stories: one stands under its story, the other over its.

    ……全力做好防汛工作。 / 县里召开防汛会议 / 古渡口夜游航线开通 / 本报讯 近日，……登船赏灯。
    """
    halves = {
        (at, cut): (Head(head.lines[:cut], head.before), Head(head.lines[cut:], head.before))
        for at, head in enumerate(heads)
        for cut in range(1, len(head.lines))
    }
    if not (halves and drafts):
        return list(heads)
    overlap = Overlap(drafts, [half for both in halves.values() for half in both])
    found: dict[int, tuple[float, int]] = {}
    for (at, cut), (over, under) in halves.items():
        leans = _leaning(overlap, over, under)
        if leans > found.get(at, (0.0, 0))[0]:
            found[at] = leans, cut
    return [
        part
        for at, head in enumerate(heads)
        for part in (halves[at, found[at][1]] if at in found else (head,))
    ]


def _leaning(overlap: Overlap, over: Head, under: Head) -> float:
    """Return how much more words two lines have of a story each than of the other's; 0 if they may be of one story."""
    near = range(max(0, over.before - _NEAR), min(overlap.size, over.before + _NEAR))
    first, second = (max(near, key=lambda story: overlap(head.string, story)) for head in (over, under))
    leans = overlap(over.string, first) - overlap(over.string, second)
    others = overlap(under.string, second) - overlap(under.string, first)
    return leans + others if min(leans, others) >= _PARTED else 0.0


def _heads_follow(drafts: Sequence[Draft], heads: Sequence[Head], overlap: Overlap) -> bool:
    """Tell whether headlines stand after their stories on this page rather than before them."""
    inner = [head for head in heads if 0 < head.before < len(drafts)]
    before = sum(overlap(head.string, head.before) for head in inner)
    after = sum(overlap(head.string, head.before - 1) for head in inner)
    return after > before


def _nearness(heads: Sequence[Head], at: int) -> float:
    """Return what speaks for a head being of the story under it, by the heads between them.

    Whose it is stands under its headline and binds it to the story: 拧紧防汛“责任链” / (blank) / 县防指.
    """
    between = [other.string for other in heads[at + 1 : at + 9] if other.before == heads[at].before]
    bound = bool(between) and heads[at + 1].before == heads[at].before and is_organ(between[0])
    return _BOUND * bound - _STEP * sum(not is_organ(string) for string in between)


def _scores(
    drafts: Sequence[Draft], head: Head, nearness: float, overlap: Overlap, *, follow: bool
) -> list[tuple[int, float]]:
    """Return the stories that could have a head, each with its score."""
    scores: list[tuple[int, float]] = []
    before, after = (_AFTER, _BEFORE) if follow else (_BEFORE, _AFTER)
    for index in range(max(0, head.before - _NEAR), min(len(drafts), head.before + _NEAR)):
        draft = drafts[index]
        if draft.title or draft.headless:
            continue
        share = overlap(head.string, index)
        if index == head.before:
            # a picture's title has some of its words, and so has what stands over another headline
            foreign = not share and (draft.kind == "photo" or (nearness < 0 and _is_told(head, overlap)))
            place = _FOREIGN if foreign else before + nearness
            led = _OVER_BYLINE if draft.led and nearness >= 0 else _touching(draft, head)
            scores.append((index, max(0.01, place) + share + led))
        elif index == head.before - 1:
            near = max(after, _AFTER_PHOTO) if draft.kind == "photo" else after
            scores.append((index, near + share if share > _LITTLE / 2 or draft.kind == "photo" else 0.0))
        elif share >= _FAR:
            scores.append((index, share))
    return scores


def _is_told(head: Head, overlap: Overlap) -> bool:
    """Tell whether the story right before a head has most of its words."""
    return head.before > 0 and overlap(head.string, head.before - 1) >= _MOST


def _touching(draft: Draft, head: Head) -> float:
    """Return what it says for a head that a blank line stands over it and none under it.

    Over a byline it says all: 数读政府工作报告 / 本报记者 某某 整理.
    """
    under = draft.pieces[0] if draft.dated and draft.pieces else None
    if under is None or not head.lines[0].gap or under.line.number != head.lines[-1].number + 1:
        return 0.0
    return _OVER_BYLINE if under.role == "byline" else _TOUCHING


def _penalty(draft: Draft, head: Head) -> float:
    """A story that has a headline needs no other, unless this one is of another sort."""
    if (
        not draft.heads
        or _over_headline(head.string)
        or all(_over_headline(one.string) for one in draft.heads)
    ):
        return 0.0
    beside = any(other.before == head.before for other in draft.heads)
    return _TAKEN / 2 if beside else 2 * _TAKEN


def _over_headline(string: str) -> bool:
    """Tell whether a head is no headline itself: an organisation, who urged what follows, a column's name."""
    return len(string) <= COLUMN_LENGTH or is_organ(string) or ORDERS.search(string) is not None
