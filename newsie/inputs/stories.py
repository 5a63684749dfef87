"""A printed page to its stories: furniture and captions apart, then what frames and columns hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsie.divide.lines import is_column, is_furniture
from newsie.inputs.columns import Region, Story, distance
from newsie.inputs.glyphs import Area, Sheet
from newsie.inputs.print import Passage, around, main_size, passages, printed_lines
from newsie.text import fold

_CAPTION_GAP = 24.0
_CAPTION_SIZE = 0.97
_SLACK = 8.0
_PICTURE_WORDS = re.compile(r"^(?:图为|上图|下图|左图|右图)|[摄图]\s{0,8}[）)]?\s{0,8}$")
_ENDS = re.compile(r"[。！？!?…][”’）)\"']*\s*$")
_LONGEST_FURNITURE = 3


@dataclass(frozen=True, slots=True)
class Spread:
    """The stories of a page.

    Attributes:
        stories: in reading order.
        furniture: what belongs to none.
        body_size: the font size of running text.
    """

    stories: tuple[Story, ...]
    furniture: tuple[Passage, ...]
    body_size: float


def find_stories(sheet: Sheet) -> Spread:
    """Return the stories of a page."""
    lines = printed_lines(sheet.glyphs)
    found = passages(lines, (*sheet.rules, *map(_top_of, sheet.frames)))
    furniture = [passage for passage in found if _is_furniture(passage)]
    rest = [passage for passage in found if passage not in furniture]
    size = main_size(lines)
    captions = {id(passage): picture for passage in rest if (picture := _pictured(passage, sheet, size))}
    stories: list[Story] = []
    for frame, inside in _framed(rest, sheet.frames):
        text = [passage for passage in inside if id(passage) not in captions]
        region = Region(tuple(rule for rule in sheet.rules if frame is None or frame.holds(rule)), size)
        own = list(region.stories(text))
        for passage in inside:
            if id(passage) in captions:
                _give(own, passage, captions[id(passage)], region.rules)
        stories += own
    return Spread(tuple(_continued(stories)), tuple(furniture), size)


def _top_of(frame: Area) -> Area:
    return Area(frame.left, frame.top, frame.right, frame.top)


def _is_furniture(passage: Passage) -> bool:
    strings = [fold(line.text.strip()) for line in passage.lines]
    return len(strings) <= _LONGEST_FURNITURE and all(
        is_furniture(string) or is_column(string) for string in strings
    )


def _pictured(passage: Passage, sheet: Sheet, body: float) -> Area | None:
    """Return the picture that a passage stands under as its caption."""
    if passage.size > 1.05 * body:
        return None
    small = passage.size < _CAPTION_SIZE * body
    if not small and not _PICTURE_WORDS.search(passage.text):
        return None
    area = passage.area
    under = (
        picture
        for picture in sheet.pictures
        if -2 <= area.top - picture.bottom <= _CAPTION_GAP
        and picture.left - _SLACK <= area.left
        and area.right <= picture.right + _SLACK
    )
    return min(under, key=lambda picture: area.top - picture.bottom, default=None)


def _framed(
    found: Sequence[Passage], frames: Sequence[Area]
) -> Iterator[tuple[Area | None, Sequence[Passage]]]:
    """Yield what stands outside frames, then what each frame holds, the smallest that does."""
    homes: dict[Area | None, list[Passage]] = {None: []}
    for frame in sorted(set(frames), key=lambda frame: (frame.top, frame.left)):
        homes[frame] = []
    for passage in found:
        holding = [frame for frame in frames if frame.holds(passage.area)]
        homes[min(holding, key=lambda frame: frame.width * frame.height, default=None)].append(passage)
    yield from ((frame, inside) for frame, inside in homes.items() if inside)


def _give(stories: list[Story], caption: Passage, picture: Area, rules: Sequence[Area]) -> None:
    """Give a caption to the nearest story that no rule parts it from; it is one of its own if there is none."""
    place = around((caption.area, picture))
    near = [story for story in stories if not _parted(story.area, place, rules)]
    home = min(near, key=lambda story: distance(story.area, place), default=None)
    if home is None:
        stories.append(Story(captions=[caption]))
    else:
        home.captions.append(caption)


def _parted(one: Area, two: Area, rules: Sequence[Area]) -> bool:
    """Tell whether a rule lies between two areas."""
    upper, lower = sorted((one, two), key=lambda area: area.top)
    for rule in rules:
        if rule.width > rule.height:
            over = rule.left < min(upper.right, lower.right) and max(upper.left, lower.left) < rule.right
            if over and upper.bottom - 2 <= rule.top and rule.bottom <= lower.top + 2:
                return True
    left, right = sorted((one, two), key=lambda area: area.left)
    return any(
        rule.height > rule.width
        and left.right - 2 <= rule.left
        and rule.right <= right.left + 2
        and rule.top < min(left.bottom, right.bottom)
        and max(left.top, right.top) < rule.bottom
        for rule in rules
    )


def _continued(stories: Sequence[Story]) -> Iterator[Story]:
    """Yield stories; one without a headline goes on with the one before it that ends inside a sentence."""
    before: Story | None = None
    for story in stories:
        open_end = before and before.body and not _ENDS.search(before.body[-1].text)
        if before is not None and open_end and story.body and not story.heads:
            before.body += story.body
            before.captions += story.captions
            continue
        if before is not None:
            yield before
        before = story
    if before is not None:
        yield before
