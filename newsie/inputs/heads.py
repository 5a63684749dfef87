"""What is set as a headline on a page, and what is only set large: a lead's running text, a quotation out of a story, an initial."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from newsie import patterns as re
from newsie.inputs.print import Passage, Printed, main_size
from newsie.text import fold

_HEAD = 1.3
"""How many times the size of running text a headline has."""

_KICKER = 1.1
_COLUMN_LINES, _COLUMN_WIDTH = 4, 8
"""So many lines of so many characters on average are running text."""

_SHARE = 0.15
"""So much of a page's running text is of a size of its own: a lead in larger type."""

_LIKE = 0.25
_CLAUSES = re.compile("[，。；]")
_QUOTED = re.compile(r"\s{0,4}“[^“”]{8,80}”\s{0,4}")
_INITIAL = 1.8
"""How many times the size of the text beside it an initial has at least."""

_INITIAL_GAP = 1.3
_LEVEL = 0.2


def find_heads(passages: Sequence[Passage]) -> frozenset[int]:
    """Return the ids of the passages that are set as headlines."""
    sizes = _running_sizes(passages)
    least = min(sizes, default=main_size(line for passage in passages for line in passage.lines))
    large = [passage for passage in passages if passage.size >= _HEAD * least]
    heads = [passage for passage in large if not _is_lead(passage, passages, sizes)]
    over = [passage for passage in passages if _is_kicker(passage, heads, least)]
    return frozenset(id(passage) for passage in (*heads, *over))


def _is_kicker(passage: Passage, heads: Iterable[Passage], least: float) -> bool:
    """Tell whether a short passage, a little larger than running text, stands right over a headline."""
    area = passage.area
    if passage.size < _KICKER * least or len(passage.lines) > 2 or _CLAUSES.search(fold(passage.text)[-1:]):
        return False
    return any(
        -1 <= head.area.top - area.bottom <= head.size
        and area.left < head.area.right
        and head.area.left < area.right
        for head in heads
    )


def _running_sizes(passages: Iterable[Passage]) -> list[float]:
    """Return the sizes in which much of a page's running text is set."""
    counts: Counter[float] = Counter()
    for passage in passages:
        characters = sum(len(line.text) for line in passage.lines)
        if len(passage.lines) >= _COLUMN_LINES and characters >= _COLUMN_WIDTH * len(passage.lines):
            counts[passage.size] += characters
    return [size for size, count in counts.items() if count >= _SHARE * counts.total()]


def _is_lead(passage: Passage, passages: Iterable[Passage], sizes: Iterable[float]) -> bool:
    """Tell whether a large passage is running text of a story in larger type: it is no headline over smaller text."""
    if not any(abs(size - passage.size) <= _LIKE for size in sizes):
        return False
    if len(passage.lines) >= _COLUMN_LINES or _CLAUSES.search(fold(passage.text)):
        return True
    area = passage.area
    under = (
        other
        for other in passages
        if other is not passage
        and other.area.top >= area.bottom - 1
        and other.area.left < area.right
        and area.left < other.area.right
    )
    nearest = min(under, key=lambda other: other.area.top, default=None)
    return nearest is None or nearest.size * _HEAD > passage.size


def pulled_quotes(passages: Sequence[Passage], heads: frozenset[int]) -> Iterator[Passage]:
    """Yield what is set large and stands, word for word, in running text: “现在坐在屋里就能管20个仓。”."""
    quoted = [
        passage for passage in passages if id(passage) in heads and _QUOTED.fullmatch(_run_on([passage]))
    ]
    if quoted:
        told = _run_on(passage for passage in passages if id(passage) not in heads)
        yield from (passage for passage in quoted if _run_on([passage]).strip(" “”。！？，") in told)


def _run_on(passages: Iterable[Passage]) -> str:
    """Return the text of passages without the breaks between their lines."""
    return fold("".join(line.text.strip() for passage in passages for line in passage.lines))


def with_whole_heads(lines: Sequence[Printed]) -> tuple[Printed, ...]:
    """Return lines, a headline whose figures are set larger as one: 进出口增长 18.2%."""
    size = main_size(lines)
    whole: list[Printed] = []
    for line in sorted(lines, key=lambda line: (round(line.base), line.edges[0])):
        last = whole[-1] if whole else line
        small = min(last.size, line.size)
        near = (
            abs(line.base - last.base) <= _LEVEL * small and abs(line.edges[0] - last.edges[-1]) <= small / 2
        )
        if last is line or small < _HEAD * size or not near:
            whole.append(line)
            continue
        edges = (*last.edges[:-1], *line.edges)
        whole[-1] = Printed(last.text + line.text, edges, last.base, max(last, line, key=_characters).size)
    return tuple(whole)


def _characters(line: Printed) -> int:
    return len(line.text)


def with_initials(lines: Sequence[Printed]) -> tuple[Printed, ...]:
    """Return lines, an initial that is set over several of them put before the first one beside it."""
    size = main_size(lines)
    initials = [line for line in lines if len(line.text.strip()) == 1 and line.size >= _INITIAL * size]
    upright = {
        id(line)
        for one, two in pairwise(sorted(initials, key=lambda line: (line.edges[0], line.base)))
        if abs(one.edges[0] - two.edges[0]) < one.size and two.base - one.base < 2 * one.size
        for line in (one, two)
    }
    found = list(lines)
    for initial in initials:
        beside = next((at for at, line in enumerate(found) if _stands_beside(line, initial)), None)
        if beside is None or id(initial) in upright:
            continue
        line = found[beside]
        text = initial.text.strip() + line.text
        found[beside] = Printed(text, (initial.edges[0], *line.edges), line.base, line.size)
        found.remove(initial)
    return tuple(found)


def _stands_beside(line: Printed, initial: Printed) -> bool:
    """Tell whether a line is the first one at the right of an initial."""
    small = line.size * _INITIAL <= initial.size
    near = -0.3 * line.size <= line.edges[0] - initial.edges[-1] <= _INITIAL_GAP * line.size
    return small and near and abs(line.area.top - initial.area.top) <= line.size
