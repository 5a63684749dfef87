"""A printed page to its stories: furniture and captions apart, then what frames and columns hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsie import patterns as re
from newsie.divide.lines import is_column, is_furniture
from newsie.inputs.columns import Region, Story, distance
from newsie.inputs.glyphs import Area, Sheet
from newsie.inputs.heads import find_heads, pulled_quotes, with_initials, with_whole_heads
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
    """

    stories: tuple[Story, ...]
    furniture: tuple[Passage, ...]


def find_stories(sheet: Sheet) -> Spread:
    """Return the stories of a page."""
    lines = with_whole_heads(with_initials(printed_lines(sheet.glyphs)))
    found = passages(lines, (*sheet.rules, *map(_top_of, sheet.frames)))
    heads = find_heads(found)
    furniture = [passage for passage in found if _is_furniture(passage)]
    quotes = [passage for passage in pulled_quotes(found, heads) if passage not in furniture]
    furniture += quotes
    rules = [rule for rule in sheet.rules if not any(_borders(rule, quote) for quote in quotes)]
    rest = [passage for passage in found if passage not in furniture]
    size = main_size(lines)
    captions = {id(passage): picture for passage in rest if (picture := _pictured(passage, sheet, size))}
    stories: list[Story] = []
    for frame, inside in _framed(rest, sheet.frames, heads):
        text = [passage for passage in inside if id(passage) not in captions]
        region = Region(tuple(rule for rule in rules if frame is None or frame.holds(rule)), heads)
        own = list(region.stories(text))
        for passage in inside:
            if id(passage) in captions:
                _give(own, passage, captions[id(passage)], region.rules)
        stories += own
    return Spread(tuple(_continued(stories)), tuple(furniture))


def _top_of(frame: Area) -> Area:
    return Area(frame.left, frame.top, frame.right, frame.top)


def _borders(rule: Area, quote: Passage) -> bool:
    """Tell whether a rule is set right over or under a quotation."""
    left, top, right, bottom = quote.area
    across = rule.left < right and left < rule.right and rule.width > rule.height
    return across and top - quote.size <= rule.top and rule.bottom <= bottom + quote.size


def _is_furniture(passage: Passage) -> bool:
    strings = [fold(line.text.strip()) for line in passage.lines]
    return len(strings) <= _LONGEST_FURNITURE and all(
        is_furniture(string) or is_column(string) for string in strings
    )


def _pictured(passage: Passage, sheet: Sheet, body: float) -> Area | None:
    """Return the picture that a passage stands under or beside as its caption."""
    if passage.size > 1.05 * body:
        return None
    small = passage.size < _CAPTION_SIZE * body
    if not small and not _PICTURE_WORDS.search(passage.text):
        return None
    near = [picture for picture in sheet.pictures if _is_by(passage.area, picture)]
    return min(near, key=lambda picture: distance(passage.area, picture), default=None)


def _is_by(area: Area, picture: Area) -> bool:
    """Tell whether an area stands right under a picture and no wider, or at its side and no higher."""
    under = (
        -2 <= area.top - picture.bottom <= _CAPTION_GAP
        and picture.left - _SLACK <= area.left
        and area.right <= picture.right + _SLACK
    )
    aside = max(area.left - picture.right, picture.left - area.right)
    beside = (
        -2 <= aside <= _CAPTION_GAP
        and picture.top - _SLACK <= area.top
        and area.bottom <= picture.bottom + _SLACK
    )
    return under or (beside and area.width < picture.width / 2)


def _framed(
    found: Sequence[Passage], frames: Sequence[Area], heads: frozenset[int]
) -> Iterator[tuple[Area | None, Sequence[Passage]]]:
    """Yield what stands outside frames, then what each frame holds, the smallest that does.

    One that holds nothing but headlines is no box of a story: a headline in white on a dark ground.
    """
    homes: dict[Area | None, list[Passage]] = {None: []}
    for frame in sorted(set(frames), key=lambda frame: (frame.top, frame.left)):
        told = [passage for passage in found if frame.holds(passage.area) and id(passage) not in heads]
        homes.update({frame: []} if told else {})
    for passage in found:
        holding = [frame for frame in homes if frame and frame.holds(passage.area)]
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
