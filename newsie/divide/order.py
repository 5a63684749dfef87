"""The lines of a page in the order in which they are read (阅读顺序), where its columns came out of the PDF in another.

较去年同 / (masthead, the next story's headline) / 期提高2.1个百分点。: the rest of a sentence is put behind its
beginning, and so is the rest of a story whose column stands elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsie.divide.headed import WHO_URGED
from newsie.divide.joins import joins
from newsie.divide.lines import Marked
from newsie.divide.links import Links
from newsie.divide.runs import Run, runs_of

_MOST_LINES, _MOST = 5000, 800
"""A text of more lines, or of more runs, is no page."""
_SURE = 1.0
_CAPTION_LINES = 2
_FRAME = frozenset({"furniture", "column", "text"})


def in_reading_order(marked: Sequence[Marked]) -> list[Marked] | None:
    """Return the lines of a page in another order; None if they stand as they are read."""
    if len(marked) > _MOST_LINES:
        return None
    runs = runs_of(marked)
    if len(runs) > _MOST:
        return None
    links = Links(runs)
    moved = {at for at, one in links.found.items() if one is not None and _moves(links, one, at)}
    apart = {
        at
        for at, run in enumerate(runs)
        if run.kind == "body" and not run.dated and not run.items[0].line.gap and _is_set_in(links, at)
    }
    if not moved and not apart:
        return None
    return _lines(runs, _order(links, moved), apart)


def _moves(links: Links, one: int, at: int) -> bool:
    """Tell whether a run is put behind another, rather than left where it stands."""
    between = links.runs[one + 1 : at]
    if links.before.get(at) == one:
        return bool(between) and _is_headed_inside(links, one, at)
    if at < one:
        return True
    # a caption or a box inside a sentence is told where stories are put together
    if any(run.items[0].role == "column" for run in between):
        return False
    lines = sum(len(run.items) for run in between)
    return lines > _CAPTION_LINES or any(run.dated for run in between)


def _is_headed_inside(links: Links, one: int, at: int) -> bool:
    """Tell whether nothing but headlines of other stories stands inside a sentence."""
    over, under, between = links.runs[one], links.runs[at], links.runs[one + 1 : at]
    heads = [item for run in between if run.kind == "head" for item in run.items]
    plain = all(item.role in _FRAME and not item.line.doubled for run in between for item in run.items)
    if not over.open or not heads or not plain or any(run.dated for run in between):
        return False
    urged = any(WHO_URGED.search(item.string) for item in heads)
    if len(heads) < _CAPTION_LINES and not urged and over.block != under.block:
        return False
    fit = joins().goes_on(over.end, under.begin)
    better = joins().goes_on(over.end, heads[0].string) < fit + _SURE * urged
    return better and links.link(one, at).words >= _SURE


def _is_set_in(links: Links, at: int) -> bool:
    """Tell whether a run right under another one does not go on behind it."""
    return at > 0 and links.runs[at - 1].kind == "body" and links.found[at] != at - 1


def _order(links: Links, moved: set[int]) -> list[tuple[int, bool]]:
    """Return the runs in the order in which they are read, each with whether it goes on with the one before."""
    behind = links.found
    after = {one: at for at, one in behind.items() if one is not None}
    order: list[tuple[int, bool]] = []
    done: set[int] = set()
    for at in range(len(links.runs)):
        one = behind.get(at)
        if at in done or (one is not None and one not in done):
            continue
        order.append((at, False))
        done.add(at)
        last, taken = at, False
        while (rest := after.get(last)) is not None and rest not in done:
            taken = taken or rest in moved
            if not taken:
                break
            order.append((rest, True))
            done.add(rest)
            last = rest
    return order


def _lines(runs: Sequence[Run], order: Sequence[tuple[int, bool]], apart: set[int]) -> list[Marked]:
    """Return the lines of runs in an order, counted anew, with blank lines where one does not go on with the one before."""
    found: list[Marked] = []
    number, broken = 0, False
    for at, goes_on in order:
        for item in runs[at].items:
            gap = item.line.gap
            if item is runs[at].items[0]:
                gap = 0 if goes_on else max(gap, int(broken or at in apart))
                broken = goes_on
            number += 1 + gap
            found.append(item._replace(line=item.line._replace(gap=gap, number=number)))
    return found
