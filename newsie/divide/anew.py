"""Whether a line under a paragraph's end is the headline of another story (另起一稿) or a subhead of this one (小标题).

……外贸进出口总额突破200亿元。 / (blank) / 旗医院远程会诊中心投入使用 / (blank) / 近日，旗医院远程会诊中心正式投入使用。:
the text repeats its headline, begins with a day and has no names of the story above.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import add, mul
from typing import NamedTuple

from newsie import patterns as re
from newsie.clean import Line
from newsie.divide.columns import is_whole
from newsie.divide.drafts import Draft, Head
from newsie.divide.joins import joins, plain
from newsie.divide.lines import Marked, could_be_head
from newsie.divide.state import Assembly
from newsie.divide.wording import POINT

_ABOVE, _ABOVE_CHARACTERS = 40, 4000
"""So many lines of the story above are looked at, of them so many characters at most."""
_BELOW, _LINES = 160, 60
"""So many characters of what follows, in so many lines at most."""
_SEEN_SELDOM, _MANY = 8, 6
"""Three characters that 14 million characters of news have no more often are rare; so many of them are enough."""
_LONG = 600
_LONG_HEAD = 20
_OPENERS, _BESIDE = frozenset({"start", "byline", "meta"}), 2
_PART_LINES, _PART, _SAID = 12, 300, 3
"""So many characters of a part, in so many lines at most, say again so many pairs of the headline that the part above has not, as that has of others."""
_SHORT = 26
_SHORTEST = 0.2
"""A shorter story above has too few words to tell by, unless the text under the line begins with a day."""

_JOINED = 1.0
_MARKS = re.compile("[，。！？；：]")
_HAN = re.compile("[\u4e00-\u9fff]+")
_DATED = re.compile(
    "近日|日前|连日来|近期|[昨今][日天]|[前昨今]晚|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}日|截至|记者从|记者[0-9]"
)


class Evidence(NamedTuple):
    """What tells a headline from a subhead, each from 0 to 1.

    Attributes:
        repeated: how much of the line the text under it says again.
        known: how much of it the story above has said.
        dated: the text under it begins with a day.
        quoted: it begins with a quotation.
        rare: how many rare words the text shares with the story above, six being many.
        shared: how much of the text the story above has said.
        length: how long that story is, 600 characters being long.
        clause: the line has a comma.
        point: it is numbered: 一、报名条件.
        colon: it has a colon: 消费：网络零售唱“主角”.
        alike: a subhead above or a line further on is as long.
        wired: a dateline opened the story above, which has no subheads as a rule.
        size: how long the line is, 20 characters being long.
    """

    repeated: float
    known: float
    dated: float
    quoted: float
    rare: float
    shared: float
    length: float
    clause: float
    point: float
    colon: float
    alike: float
    wired: float
    size: float


# a logistic regression, rounded, on the stories of tests/*_pages laid on pages anew and on those pages as they are
_WEIGHTS = Evidence(
    repeated=3.0,
    known=-2.6,
    dated=2.6,
    quoted=-0.6,
    rare=-3.0,
    shared=-1.8,
    length=1.8,
    clause=-2.3,
    point=-2.2,
    colon=-1.7,
    alike=-1.6,
    wired=0.0,
    size=0.0,
)
_WANTED = 0.9
# the same on those stories as running text, a paragraph a line, and on 40 stretches of a daily: no blank line tells there
_UNWRAPPED_WEIGHTS = Evidence(
    repeated=1.6,
    known=-0.5,
    dated=1.4,
    quoted=-1.2,
    rare=-0.6,
    shared=-1.3,
    length=-0.7,
    clause=-2.7,
    point=-2.5,
    colon=-1.9,
    alike=-0.7,
    wired=0.8,
    size=2.6,
)
_UNWRAPPED_WANTED = 0.8


def begins_anew(state: Assembly, index: int) -> bool:
    """Tell whether the lines waiting are the headline of another story, which begins at `index`, not a subhead of the open one.

    Over a blank line there may be another headline, of the story above.
    """
    waiting = state.pending
    last = next((at for at in range(len(waiting) - 1, 0, -1) if waiting[at].gap), 0)
    return any(_is_headline(state, heads, index) for heads in (waiting, waiting[last:]) if heads)


def headline_across(state: Assembly, index: int) -> bool:
    """Tell whether a line as wide as its column, between blank ones, is the headline of another story: 市慈善总会接收捐款3200余万元."""
    line, after = state.marked[index].line, state.marked[index + 1 : index + 2]
    alone = line.gap and not state.pending and after and after[0].role == "text" and after[0].line.gap
    plain = alone and could_be_head(line) and not _MARKS.search(line.text.folded)
    return bool(plain) and _is_headline(state, [line], index + 1)


def _is_headline(state: Assembly, heads: Sequence[Line], index: int) -> bool:
    story = state.draft
    if story is None or not story.complete:
        return False
    under = state.marked[index]
    unwrapped = not heads[0].gap
    if unwrapped and not (
        state.several and story.tail and is_whole(story.tail.line) and is_whole(under.line)
    ):
        return False
    # 位于开发区的某某健康产业园 / 项目由某集团投资兴建: the first line of a paragraph
    if not under.line.gap and joins().goes_on(heads[-1].text.folded, under.string) > _JOINED:
        return False
    # a headline of whose words the text says none is a saying: “等不得，慢不得”
    head = "".join(line.text.folded for line in heads)
    saying = unwrapped and head.startswith("“") and head.endswith("”")
    if saying or not _grams(head, 2) & _grams(_below(state.marked, index), 2):
        return False
    found = evidence(story, heads, state.marked, index)
    known = found.dated or found.length > _SHORTEST or (unwrapped and found.wired)
    weights, wanted = (_UNWRAPPED_WEIGHTS, _UNWRAPPED_WANTED) if unwrapped else (_WEIGHTS, _WANTED)
    return bool(known) and sum(map(mul, weights, found)) > wanted


def has_several(marked: Sequence[Marked]) -> bool:
    """Tell whether two stories or more of a page begin with a dateline or a byline; a report that is alone has subheads, no other headlines."""
    begun = [
        at for at, item in enumerate(marked[:-1]) if item.role in _OPENERS and marked[at + 1].role == "text"
    ]
    return any(two - one > _BESIDE for one, two in pairwise(begun))


def evidence(story: Draft, heads: Sequence[Line], marked: Sequence[Marked], index: int) -> Evidence:
    """Return what tells whether lines between a story and the text at `index` are a headline."""
    pieces = story.pieces[-_ABOVE:]
    above = _end_of(piece.text.folded for piece in reversed(pieces) if piece.role in {"body", "subhead"})
    below = _below(marked, index)
    head = "".join(line.text.folded for line in heads)
    pairs, begun, told = _grams(head, 2), _grams(below, 2), _grams(above, 2)
    last = len(heads[-1].text)
    others = [piece.text.folded for piece in pieces if piece.role == "subhead"]
    others += _heads_on(marked, index)
    rare = sum(joins().count(three) <= _SEEN_SELDOM for three in _grams(below, 3) & _grams(above, 3))
    return Evidence(
        repeated=_share(pairs, begun),
        known=_share(pairs, told),
        dated=float(_DATED.match(plain(below)) is not None),
        quoted=float(below.lstrip().startswith("“")),
        rare=min(1.0, rare / _MANY),
        shared=_share(begun, told),
        length=min(1.0, len(above) / _LONG),
        clause=float("，" in head),
        point=float(POINT.match(head) is not None),
        colon=float("：" in head),
        alike=float(any(abs(len(other) - last) <= 1 for other in others)),
        wired=float((story.marked and story.dated) or story.kind == "brief"),
        size=min(1.0, last / _LONG_HEAD),
    )


def goes_on_under(state: Assembly, index: int) -> bool:
    """Tell whether a dateline begins another part of the open story: its headline told of this too, and not of the part above alone.

    伊朗发生雪崩 秘鲁泥石流多人失踪 / 某社德黑兰1月15日电 …… / 某社利马1月14日电 秘鲁南部…….
    """
    story = state.draft
    if story is None or state.pending or state.digest or not story.dated or not story.complete:
        return False
    # where columns are wrapped, headlines of two stories stand above the first as often
    if story.tail is None or not (is_whole(story.tail.line) and is_whole(state.marked[index].line)):
        return False
    lines = [line for head in _heads_of(state) for line in head.lines]
    if not lines:
        return False
    below = _grams(
        "".join(item.string[:_BELOW] for item in state.marked[index : index + _PART_LINES])[:_PART], 2
    )
    above = _grams(_end_of(piece.text.folded for piece in reversed(story.pieces[-_ABOVE:])), 2)
    pairs = [_grams(line.text.folded, 2) for line in lines]
    return any(len(one & above) >= _SAID and len((one - above) & below) >= _SAID for one in pairs)


def _heads_of(state: Assembly) -> Iterable[Head]:
    """Yield the heads in front of the last story."""
    for head in reversed(state.heads):
        if head.before < len(state.drafts) - 1:
            return
        yield head


def _end_of(backwards: Iterable[str]) -> str:
    """Return the last characters of text whose pieces come last first."""
    taken: list[str] = []
    room = _ABOVE_CHARACTERS
    for string in backwards:
        taken.append(string[-room:])
        room -= len(taken[-1])
        if not room:
            break
    return "".join(reversed(taken))


def _below(marked: Sequence[Marked], index: int) -> str:
    """Return the beginning of the text from a line on."""
    return "".join(_following(marked, index))[:_BELOW]


def _following(marked: Sequence[Marked], index: int) -> Iterable[str]:
    """Yield the text from a line on, up to what is none."""
    said = 0
    for item in marked[index : index + _LINES]:
        if item.role != "text" or said > _BELOW:
            return
        said += len(item.string)
        yield item.string[:_BELOW]


def _heads_on(marked: Sequence[Marked], index: int) -> Iterable[str]:
    """Yield the lines further on that stand apart over text, as headlines and subheads do."""
    for one, two in pairwise(marked[index : index + _LINES]):
        apart = one.role == two.role == "text" and (one.line.gap or is_whole(two.line))
        if apart and len(one.string) < _SHORT and could_be_head(one.line) and one.string[-1] not in "！”":
            yield one.string


def _grams(string: str, count: int) -> frozenset[str]:
    """Return the characters that stand together, so many each, in the Chinese words of a text."""
    found: set[str] = set()
    for part in _HAN.findall(plain(string)):
        grams: Iterable[str] = part
        for shift in range(1, count):
            grams = map(add, grams, part[shift:])
        found.update(grams)
    return frozenset(found)


def _share(some: frozenset[str], others: frozenset[str]) -> float:
    return len(some & others) / len(some) if some else 0.0
