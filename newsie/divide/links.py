"""Which run of a page goes on behind which (续接): told by characters, column, quotations, names and place.

Every run that does not begin a story goes on behind one other at most, and has one behind it at most.
The weights were set by hand, on pages of tests/ and seeds/ whose order is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, pairwise
from operator import add
from typing import NamedTuple

from newsie import patterns as re
from newsie.divide import bylines
from newsie.divide.joins import joins
from newsie.divide.lines import could_be_head
from newsie.divide.runs import Run

_NEAR, _MOST = 14, 40
"""So many blocks of lines away another run is looked for, and no more runs."""
_STORY = 12
"""Of so many runs back it is known what a story tells of."""
_ROUNDS = 4
_QUOTED_LINES = 12
_OPENING_LINES = 6

# what the characters say
_FITS, _FARTHEST, _MOST_FIT = 0.6, -4.0, 6.0
_INSIDE, _BEGINS, _LEAST_BEGIN, _MOST_BEGIN = 0.4, 0.4, -3.0, 2.0
_BEGINS_ANEW = -0.2
_QUOTE_GOES_ON, _QUOTE_UNOPENED, _QUOTE_LEFT = 2.0, -2.0, -1.0
# what column and place say
_SAME_WIDTH, _NEAR_WIDTH, _OTHER_WIDTH = 1.0, 0.3, -1.5
_SAME_INDENT, _OTHER_INDENT, _INDENT_INSIDE = 0.3, -0.5, -1.25
_NEXT, _OVER_HEADS, _OVER_BODY, _EACH = 1.0, 0.6, -0.3, 0.1
_UNBROKEN = 0.5
_BEFORE = -1.5
_SHARED, _MOST_SHARED, _RARE, _MOST_RARE, _FEW = 4.0, 1.5, 0.167, 1.0, 4
_NAMED, _NOT_NAMED, _HELD, _NOT_HELD = 1.2, -0.7, 0.7, -1.0
# what is asked of a link that is not to the next run
_ALONE, _UNDER_HEAD, _ALONE_BEGINS = -0.3, 0.6, 0.4
_WANTED, _FAR, _FAR_AND_CLOSED = 1.3, 0.5, 1.6
_TOLD_BY_WIDTH, _ENOUGH, _CLOSE = 1.2, 3, 1
_EVIDENCE, _BACK_FIT, _LEAST = 0.2, 0.5, -1.5

_HAN = re.compile("[\u4e00-\u9fff]{3,}")
_EMPTY = re.compile("[，。、；：0-9“”的]")
_SIGNED = re.compile("（[^（），。]{2,24}）$|摄$|报道$")
_SPEAKER = re.compile(
    "[\u4e00-\u9fff]{2,3}?(?=强调|要求|指出|表示|介绍|说|希望|认为|叮嘱|向|还|先后|一行|在|对|来到|听|充分|代表)"
)
_OF_MEETING = re.compile("会议(?:强调|指出|要求|决定|表决|还|听取|审议|认为)")
_MEETING = re.compile("召开|举行|会议")


class Link(NamedTuple):
    """How well a run goes on behind another.

    Attributes:
        words: what their words say.
        place: what their columns and places say.
    """

    words: float
    place: float

    @property
    def total(self) -> float:
        """All of it."""
        return self.words + self.place


class Links:
    """The runs of a page and how well each goes on behind each near it."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self.runs = runs
        self.body = [at for at, run in enumerate(runs) if run.kind == "body"]
        self.before = {two: one for one, two in pairwise(self.body)}
        """For each run of body text the one that stands before it."""

    @cached_property
    def found(self) -> dict[int, int | None]:
        """For each run of body text that begins no story the one behind which it goes on, if any."""
        values = self._values()
        behind = {at: self._given(at, values) for at in self.body if not self.runs[at].dated}
        after = {one: at for at, one in behind.items() if one is not None}
        choices: dict[int, list[int]] = {at: [] for at in behind}
        for one, at in values:
            choices[at].append(one)
        for _ in range(_ROUNDS):
            improved = [self._improved(at, choices, values, behind, after) for at in behind]
            if not any(improved):
                break
        return behind

    def _given(self, at: int, values: Mapping[tuple[int, int], float]) -> int | None:
        """Return the run before, if that is better than none."""
        one = self.before.get(at)
        return one if one is not None and values.get((one, at), _LEAST) > self._alone(at) else None

    def _improved(
        self,
        at: int,
        choices: Mapping[int, Sequence[int]],
        values: Mapping[tuple[int, int], float],
        behind: dict[int, int | None],
        after: dict[int, int],
    ) -> bool:
        """Put a run behind the one where that gains most, and what stood there where it then goes best; tell whether any gains."""
        old = behind[at]
        now = self._alone(at) if old is None else values.get((old, at), _LEAST)
        gains = []
        for one in choices[at]:
            if one == old or self._is_circle(one, at, behind):
                continue
            other, place, gain = after.get(one), None, values[one, at] - now
            if other is not None:
                free = [(self._alone(other), -1)]
                free += [
                    (values[to, other], to)
                    for to in choices[other]
                    if to not in {one, at}
                    and (to == old or to not in after)
                    and not self._is_circle(to, other, behind)
                ]
                best, to = max(free)
                place = to if to >= 0 else None
                gain += best - values[one, other]
            gains.append((gain, one, other, place))
        best_gain = max(gains, default=None, key=lambda found: (found[0], -found[1]))
        if best_gain is None or best_gain[0] <= 0:
            return False
        _, one, other, place = best_gain
        if old is not None:
            after.pop(old, None)
        behind[at], after[one] = one, at
        if other is not None:
            behind[other] = place
            if place is not None:
                after[place] = other
        return True

    def _is_circle(self, one: int, at: int, behind: Mapping[int, int | None]) -> bool:
        """Tell whether a run that goes on behind another would stand before itself."""
        place: int | None = one
        for _ in range(len(self.body)):
            if place is None or place == at:
                break
            place = behind.get(place)
        return place == at

    def _alone(self, at: int) -> float:
        """Return how well a run begins by itself."""
        headed = at > 0 and self.runs[at - 1].kind != "body"
        return _ALONE + _UNDER_HEAD * headed + _ALONE_BEGINS * self._begins[at]

    def _values(self) -> dict[tuple[int, int], float]:
        """Return what each link that is possible is worth."""
        found: dict[tuple[int, int], float] = {}
        for place, at in enumerate(self.body):
            if self.runs[at].dated:
                continue
            for one in self.body[max(0, place - _MOST) : place + _MOST]:
                near = abs(self.runs[one].block - self.runs[at].block) <= _NEAR
                if one != at and near and (value := self._value(one, at)) is not None:
                    found[one, at] = value
        return found

    def _value(self, one: int, at: int) -> float | None:
        """Return what a link is worth; None if it is none."""
        run, is_open = self.runs[one], self._open[one]
        is_next = self.before.get(at) == one
        if not is_next and self._closed[one]:
            return None
        link = self.link(one, at)
        value = link.total + _WANTED * is_open
        if is_next:
            return value
        if value <= _LEAST + _WANTED * is_open:
            return None
        if is_open and link.words < _EVIDENCE - _TOLD_BY_WIDTH * self._is_parted(one, at):
            return None
        if is_open and at < one and joins().goes_on(run.end, self.runs[at].begin) < _BACK_FIT:
            return None
        return value - (_FAR if is_open else _FAR_AND_CLOSED)

    def _is_parted(self, one: int, at: int) -> bool:
        """Tell whether two runs are of one column, and what stands between them is of others: a picture's text."""
        over, under = self.runs[one], self.runs[at]
        between = [run for run in self.runs[one + 1 : at] if run.kind == "body"]
        wide = min(over.wrapped, under.wrapped) >= _ENOUGH and abs(over.width - under.width) <= _CLOSE
        return wide and bool(between) and all(abs(run.width - under.width) > _FEW for run in between)

    def link(self, one: int, at: int) -> Link:
        """Return how well a run goes on behind another."""
        over, under = self.runs[one], self.runs[at]
        words = _by_quotation(self._quotes[one][0], self._quotes[at][1]) + self._by_names(one, at)
        place = self._by_place(one, at) + _by_width(over, under)
        indented = under.items[0].line.indent > 1
        if self._open[one]:
            fit = joins().goes_on(over.end, under.begin)
            words += _FITS * max(_FARTHEST, min(_MOST_FIT, fit)) - _INSIDE * self._begins[at]
            place += _INDENT_INSIDE * (indented and not all(item.line.indent > 1 for item in over.items))
        else:
            words += _BEGINS * self._begins[at] + _BEGINS_ANEW
            place += self._shared(one, at)
            place += _SAME_INDENT if over.indented == indented else _OTHER_INDENT
        return Link(words, place)

    @cached_property
    def _open(self) -> list[bool]:
        """Of each run whether it ends in the middle of a sentence."""
        return [run.open for run in self.runs]

    @cached_property
    def _closed(self) -> list[bool]:
        """Of each run whether none but the next may go on behind it."""
        return [_SIGNED.search(run.end.rstrip()) is not None or _is_bare(run) for run in self.runs]

    @cached_property
    def _begins(self) -> dict[int, float]:
        """What it says of each run how it begins."""
        begins = joins().begins
        return {at: max(_LEAST_BEGIN, min(_MOST_BEGIN, begins(self.runs[at].begin))) for at in self.body}

    @cached_property
    def _quotes(self) -> dict[int, tuple[bool, bool]]:
        """Of each run whether it leaves a quotation open at its end, and whether it closes one at its beginning."""
        return {at: (_leaves_open(self.runs[at]), _closes_quotation(self.runs[at])) for at in self.body}

    def _by_place(self, one: int, at: int) -> float:
        """Return what it says where two runs stand."""
        if at < one:
            first = self.before.get(at) is None
            return (0.0 if first else _BEFORE) - _EACH * (self.runs[one].block - self.runs[at].block)
        between = self.runs[one + 1 : at]
        apart = max(0, self.runs[at].block - self.runs[one].block - 1)
        if not between:
            return _NEXT + _UNBROKEN * (self.runs[one].block == self.runs[at].block)
        return (_OVER_BODY if any(run.kind == "body" for run in between) else _OVER_HEADS) - _EACH * apart

    def _by_names(self, one: int, at: int) -> float:
        """Return what it says who speaks first in a run: somebody whom the story has named, or the meeting it tells of."""
        begin = self.runs[at].begin.lstrip()
        if _OF_MEETING.match(begin):
            return _HELD if _MEETING.search(self._told(one)) else _NOT_HELD
        speaker = _SPEAKER.match(begin)
        if speaker is None or not bylines.has_surname(speaker.group()):
            return 0.0
        return _NAMED if speaker.group() in self._told(one) else _NOT_NAMED

    def _shared(self, one: int, at: int) -> float:
        """Return what the words say that a run shares with what stands before it: any, and those that few runs have."""
        begun = self._pairs(at)
        shared = len(begun & self._all_pairs(one)) / len(begun) if begun else 0.0
        rare = len(self._rare[at] & self._told_rare(one))
        return min(_MOST_SHARED, _SHARED * shared) + min(_MOST_RARE, _RARE * rare)

    def _story(self, one: int) -> range:
        """Return the runs of a story up to one of them, as they stand."""
        at = one
        while at > 0 and not self.runs[at].dated and one - at < _STORY and self.runs[at].kind != "head":
            at -= 1
        return range(at, one + 1)

    def _told(self, one: int) -> str:
        if one not in self._stories:
            runs = (self.runs[at] for at in self._story(one))
            self._stories[one] = "".join(
                item.string for run in runs if run.kind == "body" for item in run.items
            )
        return self._stories[one]

    @cached_property
    def _stories(self) -> dict[int, str]:
        return {}

    def _told_rare(self, one: int) -> frozenset[str]:
        if one not in self._known_rare:
            told = (self._rare[at] for at in self._story(one) if at in self._rare)
            self._known_rare[one] = frozenset().union(*told)
        return self._known_rare[one]

    @cached_property
    def _known_rare(self) -> dict[int, frozenset[str]]:
        return {}

    def _pairs(self, at: int) -> frozenset[str]:
        return self._pairs_in(at, _OPENING_LINES)

    def _all_pairs(self, at: int) -> frozenset[str]:
        return self._pairs_in(at, None)

    def _pairs_in(self, at: int, lines: int | None) -> frozenset[str]:
        if (at, lines) not in self._known_pairs:
            self._known_pairs[at, lines] = _pairs_of(self.runs[at], lines)
        return self._known_pairs[at, lines]

    @cached_property
    def _known_pairs(self) -> dict[tuple[int, int | None], frozenset[str]]:
        return {}

    @cached_property
    def _rare(self) -> dict[int, frozenset[str]]:
        """Three characters that stand together in each run, and in few runs."""
        found = {at: frozenset(_triples_of(self.runs[at])) for at in self.body}
        counts = Counter(chain.from_iterable(found.values()))
        few = frozenset(three for three, count in counts.items() if count <= _FEW)
        return {at: triples & few for at, triples in found.items()}


def _pairs_of(run: Run, lines: int | None) -> frozenset[str]:
    parts = chain.from_iterable(_EMPTY.split(item.string) for item in run.items[:lines])
    return frozenset().union(*(map(add, part, part[1:]) for part in parts))


def _triples_of(run: Run) -> Iterator[str]:
    parts = _HAN.findall("".join(item.string for item in run.items))
    return chain.from_iterable(map("".join, zip(part, part[1:], part[2:], strict=False)) for part in parts)


def _is_bare(run: Run) -> bool:
    """Tell whether lines that end no sentence may be a headline: nothing goes on behind it."""
    if not run.open or (run.dated and len(run.items) > 1):
        return False
    if len(run.items) == 1 and run.items[0].role == "brief":
        return True
    short = len(run.items) < _FEW and "。" not in "".join(item.string for item in run.items)
    return short and not run.dated and all(could_be_head(item.line) for item in run.items)


def _by_width(over: Run, under: Run) -> float:
    """Return what it says how wide two columns are."""
    apart = abs(over.width - under.width)
    if over.wrapped and under.wrapped:
        return _SAME_WIDTH if apart <= 2 else _NEAR_WIDTH if apart <= _FEW else _OTHER_WIDTH
    wider = not under.wrapped and over.wrapped > 1 and under.width > over.width + _FEW
    return -_SAME_WIDTH if wider else 0.0


def _leaves_open(run: Run) -> bool:
    said = "".join(item.string for item in run.items[-_QUOTED_LINES:])
    return said.rfind("“") > said.rfind("”")


def _closes_quotation(run: Run) -> bool:
    more = "".join(item.string for item in run.items[:_QUOTED_LINES])
    return "”" in more and not 0 <= more.find("“") < more.find("”")


def _by_quotation(opened: bool, closed: bool) -> float:  # noqa: FBT001 - two facts of like kind
    """Return what it says that a run closes a quotation which another leaves open, or does not."""
    if closed:
        return _QUOTE_GOES_ON if opened else _QUOTE_UNOPENED
    return _QUOTE_LEFT * opened
