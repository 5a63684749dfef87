"""A whole and its parts, as sentences tell them (总分).

其中 and a bracket may leave parts out: what they come to counts only when it is the whole, or is more
though the parts are of one kind. 分别为, 共计 behind a list, and parts that are all there can be
(男女, 三次产业) leave none out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsie import patterns as re
from newsie.frames.sums.figures import Told


class Partition(NamedTuple):
    """A whole and what it is told to consist of.

    Attributes:
        whole: the figure that the parts should come to; None for shares of a hundred.
        parts: the figures of the parts.
        exhaustive: whether no part can be left out.
        alike: whether the parts are of one kind, so that none holds another.
    """

    whole: Told | None
    parts: tuple[Told, ...]
    exhaustive: bool
    alike: bool


_AMONG = re.compile(r"其中(?![^，、：]{0,6}的)[^，。；]{0,24}\Z")
_NAMED = re.compile(r"^[^，。；、]{0,6}(?:，|：|（)?(?P<each>分别(?:为|是|有)?)[^，。；]{0,20}\Z")
_BRACKET = re.compile(r"^[^，。；、（）]{0,4}（(?!占|同比|比|较|增|降|含|不)[^，。；（）]{0,14}\Z")
_COLON = re.compile(r"^[^，。；、：]{0,6}：[^，。；]{0,14}\Z")
# what goes on with the list: 、市级, ；县级, ，乙村
_ON = re.compile(
    r"^[^，。；、（）]{0,4}(?:（[^（）]{0,24}）)?(?P<mark>[、，；和及与])[^，。；、（）]{0,16}\Z"
)
_RANKS = "，；"
"""The marks between parts that also stand between wholes, the stronger last; 、 and 和 do not."""
_NEW = re.compile(
    r"其中|包括|含|分为|共计|合计|总计|累计|此外|另有|另外|同时|截至|今年|去年|全[市县区省国州镇年]|预计|计划|力争|达到|完成|同比|增长|下降|提高|新增|比|较|余下|剩余|平均|人均|户均|每"
)
_OPENS = re.compile(r"[，、；：（和及与]|其中|分别[为是有]?")
_TOTAL = re.compile(
    r"[，、；]?(?P<etc>等)?[^，。；、]{0,6}?(?P<sure>共计|合计|总计|总共|共)(?!有|同|建|享|产|青)[^，。；、]{0,6}\Z"
)
_SETS = (
    (
        (re.compile("第一产业"), re.compile("第二产业"), re.compile("第三产业")),
        re.compile(r"生产总值|GDP|增加值"),
        2,
    ),
    ((re.compile("男"), re.compile("女")), None, 1),
    ((re.compile("(?<!进)出口"), re.compile("进口")), re.compile(r"进出口"), 2),
)
_SHARE = re.compile(r"占(?:比|总数|全部|[^，。；、]{0,8}的)?(?:分别)?(?:为|达|是)?\Z")
# what stands in the names of ranks, places, days and ages, of which a thing has but one
_SHUT_OUT = frozenset("级奖类镇乡村县市区旗州省月季年期岁批层")
_MOST = 40


def find_partitions(sentences: Iterable[Sequence[Told]]) -> Iterator[Partition]:
    """Yield the wholes that sentences tell with their parts."""
    for sentence in sentences:
        figures = sentence[: _MOST * 4]
        yield from _opened(figures)
        yield from _closed(figures)
        yield from _complements(figures)
        yield from _shares(figures)


def _opened(figures: Sequence[Told]) -> Iterator[Partition]:
    """Yield the wholes whose parts follow: 168家，其中省级13家、市级25家."""
    for at in range(1, len(figures)):
        before = figures[at].before
        among = _AMONG.search(before)
        named = _NAMED.match(before)
        if not (among or named or _BRACKET.match(before) or _COLON.match(before)):
            continue
        whole = _whole_of(figures, at)
        parts = _run(figures, at)
        if whole and len(parts) > 1 and all(map(_counts, parts)):
            yield Partition(whole, parts, named is not None, _alike(parts))


def _whole_of(figures: Sequence[Told], at: int) -> Told | None:
    """Return the last figure of the same unit before a list; shares between (168家，占70%) do not count."""
    for figure in reversed(figures[max(0, at - 3) : at]):
        if figure.unit == figures[at].unit:
            return figure if _counts(figure) else None
        if figure.unit != "%":
            return None
    return None


def _counts(figure: Told) -> bool:
    return figure.plain and figure.statistic >= 0


def _run(figures: Sequence[Told], at: int) -> tuple[Told, ...]:
    """Return the figures that are listed from one on, of its unit."""
    parts = [figures[at]]
    mark = ""
    for figure in figures[at + 1 : at + _MOST]:
        if figure.unit == "%" != parts[0].unit:
            continue
        on = _ON.match(figure.before)
        if figure.unit != parts[0].unit or not on or _NEW.search(figure.before):
            break
        if mark and _RANKS.find(on["mark"]) > _RANKS.find(mark):
            # 甲51项，其中一等奖3项、二等奖48项；乙58项: another whole, no third part
            break
        mark = mark or on["mark"]
        parts.append(figure)
    return tuple(parts)


def _alike(parts: Sequence[Told]) -> bool:
    """Tell whether parts are called alike and shut each other out, as 省级, 市级, 县级 do: none holds another.

    规上企业 and 高新技术企业, 女党员 and 农村党员 are called alike, too, but one may be both.
    """
    names = [_OPENS.split(part.before)[-1].strip().rstrip("的") for part in parts]
    if not all(names) or len({name[-1] for name in names}) > 1 or any(map(_SHUT_OUT.isdisjoint, names)):
        return False
    return not any(one in other for at, one in enumerate(names) for other in names[:at] + names[at + 1 :])


def _closed(figures: Sequence[Told]) -> Iterator[Partition]:
    """Yield the wholes that follow their parts: 省级13家、市级25家，共计38家."""
    for at in range(2, len(figures)):
        total = _TOTAL.match(figures[at].before)
        if not total or not _counts(figures[at]):
            continue
        parts: list[Told] = []
        for figure in figures[at - 1 :: -1]:
            if figure.unit != figures[at].unit or not _counts(figure):
                break
            parts.insert(0, figure)
            if not _ON.match(figure.before) or _NEW.search(figure.before):
                break
        if len(parts) > 1:
            sure = total["sure"] != "共" and not total["etc"] and _alike(parts)
            yield Partition(figures[at], tuple(parts), sure, alike=False)


def _complements(figures: Sequence[Told]) -> Iterator[Partition]:
    """Yield the wholes told with parts that leave none out: 男30人、女20人."""
    near = [figure.before[-8:] for figure in figures]
    for names, named, least in _SETS:
        places = [next((at for at, words in enumerate(near) if name.search(words)), -1) for name in names]
        first = min(places)
        if first < 1 or len(set(places)) < len(names):
            continue
        whole = _whole_of(figures, first)
        parts = tuple(figures[at] for at in sorted(places))
        same = len({part.unit for part in parts}) == 1
        if whole and same and all(map(_counts, parts)) and (named is None or named.search(whole.before)):
            yield Partition(whole, parts, exhaustive=least > 1, alike=True)


def _shares(figures: Sequence[Told]) -> Iterator[Partition]:
    """Yield shares that are told of one thing: 甲占60%、乙占30%、丙占10%."""
    at = 0
    while at < len(figures):
        if figures[at].unit == "%" and _SHARE.search(figures[at].before):
            parts = _shared(figures, at)
            if len(parts) > 1 and all(map(_counts, parts)):
                yield Partition(None, parts, exhaustive=False, alike=False)
            at += len(parts)
        else:
            at += 1


def _shared(figures: Sequence[Told], at: int) -> tuple[Told, ...]:
    parts = [figures[at]]
    dealt = "分别" in figures[at].before
    for figure in figures[at + 1 : at + _MOST]:
        listed = re.fullmatch(r" ?[、和及，] ?", figure.before) if dealt else _SHARE.search(figure.before)
        if figure.unit != "%" or not listed:
            break
        parts.append(figure)
    return tuple(parts)
