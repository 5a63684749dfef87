"""Records while they are changed: each field as the places it has now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import get_origin, get_type_hints

from newsie.exchange.marks import HEADS, MODELS, NEXT, AnyRecord, Link, Span, head_of, kind_of, piece_spans


@dataclass(slots=True)
class Part:
    """One piece of a field's evidence.

    Attributes:
        spans: its places now.
        index: which piece of the original's it is; None for a new one.
        changed: whether its places are others than they were.
    """

    spans: list[Span]
    index: int | None = None
    changed: bool = True


@dataclass(slots=True)
class Draft:
    """A record as it is to be.

    Attributes:
        kind: its kind.
        article: the id of its article.
        record: the original; None for a new record.
        parent: the meeting or visit at which a statement was made.
        fields: the parts of each field.
        touched: the fields that are not what they were.
        chosen: values out of a few that a person chose.
    """

    kind: str
    article: str
    record: AnyRecord | None = None
    parent: Draft | None = None
    fields: dict[str, list[Part]] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    chosen: dict[str, str | None] = field(default_factory=dict)

    @property
    def spans(self) -> list[Span]:
        """All its places, those that may be its head first."""
        ordered = [*HEADS[self.kind], *(name for name in self.fields if name not in HEADS[self.kind])]
        return [span for name in ordered for part in self.fields.get(name, ()) for span in part.spans]

    @property
    def stands(self) -> bool:
        """Whether it is still a record: what stands for it was not taken away."""
        if self.record is not None and not self.touched:
            return True
        return any(self.fields.get(name) for name in HEADS[self.kind])

    def add(self, span: Span) -> None:
        """Give a field another place, that of a value of its own.

        Where a field has one value, that goes for what a person marks. A figure may be told in several places.
        """
        name = field_of(span)
        parts = self.fields.setdefault(name, [])
        if not holds_several(self.kind, name) and name not in HEADS[self.kind]:
            parts[:] = [part for part in parts if part.index is None]
        parts.append(Part([span]))
        self.touched.add(name)

    def lacks(self, name: str) -> bool:
        """Tell whether a field has room for a value."""
        return holds_several(self.kind, name) or not self.fields.get(name)

    def lengthen(self, before: Span, span: Span) -> None:
        """Give the piece that has one place another behind it."""
        name = field_of(before)
        for part in self.fields.get(name, ()):
            if before in part.spans:
                part.spans.insert(part.spans.index(before) + 1, span)
                part.changed = True
                self.touched.add(name)
                return


@cache
def holds_several(kind: str, name: str) -> bool:
    """Tell whether a field has several values: attendees, but not a place."""
    return get_origin(get_type_hints(MODELS[kind])[name]) is tuple


def field_of(span: Span) -> str:
    """Return the field that a span is of: `chair` of `meeting.chair`."""
    return span.label.partition(".")[2]


def owner_of(span: Span) -> str:
    """Return the kind of record that a span is of: `meeting` of `meeting.chair`."""
    return span.label.partition(".")[0]


def moved_spans(gone: Iterable[Span], added: Iterable[Span]) -> dict[Span, Span]:
    """Return the new place of each span that was not taken away but moved: it has the label and overlaps.

    >>> moved_spans([Span(3, 5, "a")], [Span(3, 6, "a"), Span(4, 5, "b")])
    {Span(start=3, end=5, label='a'): Span(start=3, end=6, label='a')}
    """
    left = list(added)
    found: dict[Span, Span] = {}
    for old in gone:
        near = [new for new in left if new.label == old.label and _shared(old, new) > 0]
        if near:
            best = max(near, key=lambda new: (_shared(old, new), -abs(new.start - old.start)))
            found[old] = best
            left.remove(best)
    return found


def _shared(one: Span, two: Span) -> int:
    return min(one.end, two.end) - max(one.start, two.start)


@dataclass(frozen=True, slots=True)
class Joints:
    """The links that came back, and how many led from each span that was exported.

    A span that is drawn anew, not moved, comes back without its links: tools take them away with it. So a span
    that has no link any more is held as before if it stands elsewhere now, or if it had several.

    Attributes:
        pairs: the two ends of every link.
        ends: all spans that are linked with another, not as the next stretch of the same words.
        before: from how many links each span was the head.
    """

    pairs: Collection[tuple[Span, Span]]
    ends: Collection[Span]
    before: Mapping[Span, int]

    @classmethod
    def of(cls, given: Iterable[Link], before: Iterable[Link]) -> Joints:
        """Return the joints of the links that came back and of those that were exported."""
        known = tuple(given)
        ends = {end for link in known if link.kind != NEXT for end in (link.head, link.tail)}
        heads = Counter(link.head for link in before if link.kind != NEXT)
        return cls({(link.head, link.tail) for link in known}, ends, heads)

    def hold(self, before: tuple[Span, Span], now: tuple[Span, Span]) -> bool:
        """Tell whether two spans that were linked still are."""
        return now in self.pairs or any(map(self.redrawn, before, now))

    def redrawn(self, before: Span, now: Span) -> bool:
        """Tell whether a span was taken away and drawn anew, there or elsewhere."""
        return now not in self.ends and (now != before or self.before.get(before, 0) > 1)


def draft_of(
    record: AnyRecord,
    parent: Draft | None,
    alive: Collection[Span],
    moved: Mapping[Span, Span],
    joints: Joints | None,
) -> Draft:
    """Return a record as what is left of its places.

    A place counts as taken away as well where the record's head is no longer linked to it: `joints` is None for
    a format without links.
    """
    kind = kind_of(record)
    draft = Draft(kind, getattr(record, "article", ""), record, parent)
    old_head = head_of(record)
    head = None if old_head is None else moved.get(old_head, old_head if old_head in alive else None)
    for name, pieces in record.evidence.items():
        draft.fields[name] = parts = []
        for index, piece in enumerate(pieces):
            before = list(piece_spans(f"{kind}.{name}", piece))
            now = [moved.get(span, span) for span in before if span in moved or span in alive]
            if now and old_head and head not in (None, now[0]) and joints is not None:
                now = now if joints.hold((old_head, before[0]), (head, now[0])) else []
            if now or not before:
                parts.append(Part(now, index, changed=now != before))
            if now != before:
                draft.touched.add(name)
    return draft
