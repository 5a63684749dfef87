"""The pass down a page: the stories so far, and what waits for one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from newsie.article import Warning
from newsie.clean import Line
from newsie.divide.columns import InnerPairs
from newsie.divide.drafts import Draft, Head, Piece
from newsie.divide.lines import NOTICE, Marked
from newsie.divide.wording import HELD, is_couplet, is_organ

_SHORTEST_MATTER = 8


@dataclass(slots=True)
class Assembly:
    """The state of the pass: stories so far, headline lines and pictures waiting, furniture, stories to go on elsewhere.

    `items` is how many stories there were when the last digest began, `parted` are the numbers of lines under headlines
    that all signs together tell (`parted.headline_told`), `several` tells whether two stories or more begin with who wrote or sent them.
    """

    marked: Sequence[Marked]
    drafts: list[Draft] = field(default_factory=list)
    heads: list[Head] = field(default_factory=list)
    pending: list[Line] = field(default_factory=list)
    furniture: list[Line] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)
    pictured: list[Piece] = field(default_factory=list)
    onward: list[tuple[int, Draft, Warning]] = field(default_factory=list)
    led: frozenset[int] = frozenset()
    begins: frozenset[int] = frozenset()
    parted: set[int] = field(default_factory=set)
    several: bool = False
    digest: bool = False
    items: int = 0
    headed: bool = False
    pairs: InnerPairs = field(default_factory=InnerPairs)
    broken: Draft | None = None
    resumed: Draft | None = None

    @property
    def last(self) -> Draft | None:
        """The story that was last added to: the newest, or one that went on after a picture."""
        return self.resumed or (self.drafts[-1] if self.drafts else None)

    @property
    def draft(self) -> Draft | None:
        """The story that is open, if any."""
        story = self.last
        return story if story and not story.closed else None

    @property
    def signs_off(self) -> bool:
        """Whether a line of names or of a source now would be under the last story's text."""
        story = self.last
        if story is None or self.pending or story.tail is None:
            return False
        return story.ended or (not story.closed and story.complete)

    @property
    def broken_into(self) -> Draft | None:
        """The story that goes on now that the picture which broke into it is done."""
        done = self.broken is not None and self.draft is None and self.drafts[-1].kind == "photo"
        return self.broken if done else None

    def open(self, *, marked: bool = False, dated: bool = False) -> Draft:
        """Begin a story; the lines waiting may be its headline."""
        notice = any(NOTICE.search(line.text.folded) for line in self.pending)
        self.release()
        if self.draft is not None or self.broken_into is None:
            self.broken = self.draft
        self.resumed = None
        draft = Draft(
            marked=marked, dated=dated, notice=notice, kind="brief" if self.digest and not notice else "news"
        )
        draft.headed, self.headed = self.headed, False
        draft.pieces, self.pictured = self.pictured, []
        self.drafts.append(draft)
        return draft

    def position(self, story: Draft) -> int:
        """Return which story one is, counted from 0; it is looked for from the last on."""
        return next(at for at in range(len(self.drafts) - 1, -1, -1) if self.drafts[at] is story)

    def resume(self, story: Draft, line: Line | None = None) -> None:
        """Go on with a story that a picture broke into; the lines waiting are none of its own.

        Those right over `line`, with which its sentence goes on, are: (blank) / 不获全胜绝不收兵 / 鲜叶4吨，二期…….
        """
        own = line is not None and not story.complete and bool(self.pending) and not line.gap
        if own:
            self.heads.append(Head(tuple(self.pending), self.position(story)))
            self.pending = []
        self.release()
        story.closed = False
        self.resumed, self.broken = story, None

    @property
    def bare(self) -> bool:
        """Whether the last story has a dateline and no line in front of it that could be its headline."""
        return bool(self.drafts) and self.drafts[-1].dated and not self.drafts[-1].headed

    def release(self, *, behind: bool = False) -> None:
        """Turn the lines waiting into heads of the next story, or, `behind` it, of the last one."""
        before = len(self.drafts) - behind
        if self.pending and behind:
            self.drafts[-1].headed = True
        self.headed = self.headed or (bool(self.pending) and not behind)
        group: list[Line] = []
        for line in self.pending:
            # 比干劲 / (blank) / 看变化: the pieces of one slogan
            if group and line.number != group[-1].number + 1 and not _coupled(group, line):
                self.heads.append(Head(tuple(group), before))
                group = []
            group.append(line)
        if group:
            self.heads.append(Head(tuple(group), before))
        self.pending = []


def _coupled(group: Sequence[Line], line: Line) -> bool:
    """Tell whether a line after a blank one is a piece of the slogan above it; under a body's name it may be uneven."""
    last, over = group[-1], group[0].text.folded
    if line.number != last.number + 2:
        return False
    if NOTICE.search(line.text.folded):  # 某某饮水安全工程 / (blank) / 施工招标公告
        plain = len(group) == 1 and re.search(r"[\s，“]", over) is None
        return plain and len(over) > _SHORTEST_MATTER > len(line.text)
    uneven = int(len(group) > 1 and (HELD.search(over) is not None or all(map(is_organ, over.split()))))
    # 携手渝岭 / 签下新年“第一单” / (blank) / 雪线之上“护灯人”: another headline
    another = len(group) > 1 and not (last.gap or uneven)
    return not another and is_couplet(last.text.folded, line.text.folded, uneven=uneven)
