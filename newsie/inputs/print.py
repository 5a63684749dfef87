"""Characters to printed lines, lines to paragraphs of one setting: what stands together on paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsie.inputs.glyphs import Area, Glyph

_SAME_LINE = 0.35
"""How far, in font sizes, base lines of one line may differ."""

_WIDEST_GAP = 1.3
"""The widest gap inside a line; columns are hardly ever nearer to each other."""

_SPACE = 0.45
_RIGHT_BEHIND = 0.2
_TOUCHING = 0.05
_HANGING = "，。、；：？！”’》）,.;:?!"
"""Marks that hang over the edge of a column; their right half is empty."""

_STOPS = ("。", "！", "？", "”")
_OVERPRINT = 0.3
_CLOSED_UP = 0.6
"""How much of a mark may lie under the next one: ”， are set closer than they are wide."""

_SAME_SIZE = 0.12
_LEADING = 2.1
_INDENT = 1.4
_FIRST_LINE = 2.6
"""How far, in font sizes, the first line of a paragraph may be indented."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A line on paper.

    Attributes:
        text: its characters.
        edges: the left edge of each, and the right edge of the last.
        base: its base line.
        size: its font size.
    """

    text: str
    edges: tuple[float, ...]
    base: float
    size: float

    @property
    def area(self) -> Area:
        """The place that its ink takes, a mark at its end at half its width."""
        right = self.edges[-1] - (self.size / 2 if self.text[-1] in _HANGING else 0)
        return Area(self.edges[0], self.base - 0.88 * self.size, right, self.base + 0.12 * self.size)


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines under each other in one size.

    Attributes:
        lines: the lines from top to bottom.
        area: the place they take.
    """

    lines: tuple[Printed, ...]
    area: Area

    @property
    def size(self) -> float:
        """The font size of most characters."""
        return main_size(self.lines)

    @property
    def text(self) -> str:
        """The lines, line feeds between them."""
        return "\n".join(line.text for line in self.lines)


def main_size(lines: Iterable[Printed]) -> float:
    """Return the font size that most characters of some lines have, 0 if there is none."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def printed_lines(glyphs: Sequence[Glyph]) -> tuple[Printed, ...]:
    """Return the lines of a page from top to bottom, those on one base line from left to right."""
    runs = [sorted(run, key=lambda glyph: glyph.left) for run in _runs(_once(glyphs))]
    runs.sort(key=lambda run: (round(run[0].base, 1), run[0].left))
    return tuple(line for run in _joined(runs) if (line := _line(run)).text.strip())


def _once(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """Yield characters, those that are printed again over themselves once: a headline's shadow, a bold type."""
    seen: dict[tuple[str, float, int, int], Glyph] = {}
    for glyph in glyphs:
        off = _OVERPRINT * glyph.size
        across, down = int(glyph.left // off), int(glyph.base // off)
        near = (
            seen.get((glyph.character, glyph.size, across + x, down + y))
            for x in (-1, 0, 1)
            for y in (-1, 0, 1)
        )
        if any(one and abs(one.left - glyph.left) < off and abs(one.base - glyph.base) < off for one in near):
            continue
        seen[glyph.character, glyph.size, across, down] = glyph
        yield glyph


def _runs(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Yield characters that follow each other in the file and on paper."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _follows(run[-1], glyph):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _follows(one: Glyph, two: Glyph) -> bool:
    size = max(one.size, two.size)
    return (
        abs(one.base - two.base) <= _SAME_LINE * size
        and abs(one.size - two.size) <= _SAME_LINE * size
        and -_CLOSED_UP * size <= two.left - one.right <= _WIDEST_GAP * size
    )


def _joined(runs: Sequence[list[Glyph]]) -> Iterator[list[Glyph]]:
    """Yield runs, those that go on with one another on a base line as one."""
    open_runs: list[list[Glyph]] = []
    for run in runs:
        before = next((other for other in open_runs if _goes_on(other[-1], run[0])), None)
        if before is not None:
            before.extend(run)
            continue
        for done in [other for other in open_runs if run[0].base - other[0].base > other[0].size]:
            open_runs.remove(done)
            yield done
        open_runs.append(run)
    yield from open_runs


def _goes_on(one: Glyph, two: Glyph) -> bool:
    """Tell whether a run that the file has elsewhere goes on with another: only right behind it.

    A mark that hangs over the edge of its column comes near to the next one.
    """
    near = _TOUCHING if one.character in _HANGING else _RIGHT_BEHIND
    return _follows(one, two) and abs(two.left - one.right) <= near * one.size


def _line(run: Sequence[Glyph]) -> Printed:
    """Return a line, a space where there is room for one."""
    characters: list[str] = []
    edges: list[float] = []
    for before, glyph in pairwise((run[0], *run)):
        if characters and glyph.left - before.right > _SPACE * glyph.size and not before.character.isspace():
            characters.append("\u3000" if glyph.size < glyph.left - before.right else " ")
            edges.append(before.right)
        characters.append(glyph.character)
        edges.append(glyph.left)
    size = Counter(round(glyph.size, 1) for glyph in run).most_common(1)[0][0]
    return Printed("".join(characters), (*edges, run[-1].right), run[0].base, size)


def passages(lines: Sequence[Printed], rules: Sequence[Area]) -> tuple[Passage, ...]:
    """Return lines gathered to passages: of one size, under each other, no rule between."""
    open_: list[list[Printed]] = []
    done: list[list[Printed]] = []
    for line in sorted(lines, key=lambda line: (line.base, line.edges[0])):
        for group in [group for group in open_ if line.base - group[-1].base > _LEADING * group[-1].size]:
            open_.remove(group)
            done.append(group)
        home = next((group for group in open_ if _under(group, line, rules)), None)
        if home is None:
            open_.append([line])
        else:
            home.append(line)
    return tuple(Passage(tuple(group), around(line.area for line in group)) for group in (*done, *open_))


def _under(group: Sequence[Printed], line: Printed, rules: Sequence[Area]) -> bool:
    """Tell whether a line goes on under a passage."""
    last = group[-1]
    if abs(line.size - last.size) > _SAME_SIZE * last.size or line.base - last.base < 0.5 * last.size:
        return False
    left = min(other.edges[0] for other in group[-4:])
    right = max(other.edges[-1] for other in group[-4:])
    shared = min(right, line.edges[-1]) - max(left, line.edges[0])
    # the first line of a paragraph, or the short last one over or under it: 效。
    paragraph = abs(line.edges[0] - last.edges[0]) <= _FIRST_LINE * last.size
    if not paragraph and shared < 0.5 * min(right - left, line.edges[-1] - line.edges[0]):
        return False
    between = Area(max(left, line.edges[0]), last.base, min(right, line.edges[-1]), line.base - line.size / 2)
    return not any(crosses(rule, between) for rule in rules)


def crosses(rule: Area, between: Area) -> bool:
    """Tell whether a horizontal rule lies in an area."""
    return (
        rule.width > rule.height
        and between.top - 1 <= rule.top
        and rule.bottom <= between.bottom + 1
        and rule.left < between.right
        and between.left < rule.right
    )


def around(areas: Iterable[Area]) -> Area:
    """Return the smallest area that holds all of them."""
    lefts, tops, rights, bottoms = zip(*areas, strict=True)
    return Area(min(lefts), min(tops), max(rights), max(bottoms))


def indented(passage: Passage, above: Passage | None = None) -> tuple[bool, ...]:
    """Return for each line of a passage whether it begins a paragraph: further right than most do.

    A line that begins far inside, beside a picture or an initial, does so only where the one before it ended.
    The first one does where `above`, the passage before it, ended in a short line: the last column may be one line long.
    """
    lines, area = passage.lines, passage.area
    inside = [(line.edges[0] - area.left) / line.size for line in lines]
    found = [at >= _INDENT for at in inside]
    found[0] |= above is not None and _ends_short(above)
    for number, (before, line) in enumerate(pairwise(lines), 1):
        ended = before.area.right < area.right - line.size
        level = abs(before.edges[0] - line.edges[0]) < line.size / 2
        found[number] &= inside[number] <= _FIRST_LINE or (ended and not level)
    return tuple(found)


def _ends_short(passage: Passage) -> bool:
    """Tell whether the last of several lines ends a sentence short of the others."""
    last = passage.lines[-1]
    return (
        len(passage.lines) > 1
        and last.text.rstrip().endswith(_STOPS)
        and last.area.right < passage.area.right - 2 * last.size
    )
