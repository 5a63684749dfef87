"""Corrections made in an annotation tool to a corrected result (合并).

The result as it was exported tells what there was; the spans and links that come back tell what a person took
away, moved and added. What was left alone keeps its values; what was touched is read anew from its words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from newsie.exchange.building import build
from newsie.exchange.drafts import Draft, Joints, draft_of, field_of, moved_spans, owner_of
from newsie.exchange.marks import (
    HEADS,
    MENTIONS,
    MODELS,
    NEXT,
    STATEMENTS,
    Link,
    Marks,
    Span,
    head_of,
    labels,
    marks_of,
    records_of,
)
from newsie.exchange.rereading import words_at
from newsie.records import Extraction, Mention, Warning

READER = "reader"
"""What found a mention that a person marked."""


def merged(result: Extraction, text: str, marks: Marks, *, mentions: bool = False) -> Extraction:
    """Return a result with the corrections that marks show, its page at hand.

    Args:
        result: what was exported.
        text: the page, which offsets index.
        marks: what came back.
        mentions: whether names were exported as well; else they stay as they were.
    """
    before = marks_of(result, mentions=mentions)
    known = {*labels(), *MENTIONS}
    spans = {span for span in marks.spans if 0 <= span.start < span.end <= len(text) and span.label in known}
    links = marks.links and tuple(link for link in marks.links if {link.head, link.tail} <= spans)
    merge = _Merge(result, text, before, spans, links)
    merge.run()
    if marks.choices is not None:
        merge.choose(before.choices or (), marks.choices)
    changed = build(result, text, merge.drafts)
    update: dict[str, object] = {"warnings": (*changed.warnings, *merge.warnings)}
    if mentions:
        update["mentions"] = _mentions(result, text, spans)
    return changed.model_copy(update=update).with_text(text)


@dataclass(slots=True)
class _Merge:
    """One page while corrections are read.

    Attributes:
        result: what was exported.
        text: the page.
        before: its marks as they were exported.
        spans: the spans that came back.
        given: the links that came back; None from a format without.
        drafts: the records as they are to be.
        warnings: what could not be placed.
    """

    result: Extraction
    text: str
    before: Marks
    spans: Collection[Span]
    given: Sequence[Link] | None
    drafts: list[Draft] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)
    moved: dict[Span, Span] = field(default_factory=dict)
    joints: Joints | None = None

    def run(self) -> None:
        old = set(self.before.spans)
        added = sorted(span for span in self.spans if span not in old)
        self.moved = moved_spans([span for span in self.before.spans if span not in self.spans], added)
        self.joints = None if self.given is None else Joints.of(self.given, self.before.links or ())
        by_record: dict[int, Draft] = {}
        for record, parent in records_of(self.result):
            above = None if parent is None else by_record[id(parent)]
            draft = draft_of(record, above, self.spans, self.moved, self.joints)
            by_record[id(record)] = draft
            self.drafts.append(draft)
        taken = set(self.moved.values())
        free = [span for span in added if span not in taken and owner_of(span) in MODELS]
        self._place([span for span in free if not self._lengthens(span)])
        self._follow_links()

    def _lengthens(self, span: Span) -> bool:
        """Tell whether a new span goes on with a piece, and let it."""
        for link in self.given or ():
            if link.kind == NEXT and link.tail == span:
                for draft in self._owners(link.head):
                    draft.lengthen(link.head, span)
                    return True
        return False

    def _place(self, free: Sequence[Span]) -> None:
        """Give new spans to records, those first that stand for a new record themselves."""
        rest = [span for span in free if not self._begins(span)]
        for span in rest:
            owners = self._linked(span) or self._nearest(span)
            for draft in owners:
                draft.add(span)
            if not owners:
                self._warn(span)

    def _begins(self, span: Span) -> bool:
        """Tell whether a new span stands for a new record, and begin it."""
        kind, name = owner_of(span), field_of(span)
        heads = HEADS[kind]
        article = self._article(span)
        known = any(draft.kind == kind and draft.article == article and draft.stands for draft in self.drafts)
        if name != heads[0] and (name not in heads or known):
            return False
        if any(link.kind == name for link in self._links_to(span)):
            return False
        draft = Draft(kind, article)
        draft.add(span)
        self.drafts.append(draft)
        return True

    def _links_to(self, span: Span) -> list[Link]:
        return [link for link in self.given or () if span in (link.head, link.tail) and link.kind != NEXT]

    def _linked(self, span: Span) -> list[Draft]:
        """Return the records that a new span is linked with."""
        others = [link.head if link.tail == span else link.tail for link in self._links_to(span)]
        return [draft for other in others for draft in self._owners(other) if draft.kind == owner_of(span)]

    def _nearest(self, span: Span) -> list[Draft]:
        """Return the nearest record of the article to which a span may belong."""
        article = self._article(span)
        near = [
            (min(_distance(span, other) for other in draft.spans), at, draft)
            for at, draft in enumerate(self.drafts)
            if draft.kind == owner_of(span)
            and draft.spans
            and draft.lacks(field_of(span))
            and (draft.article == article or draft.kind == "official")
        ]
        return [min(near, key=lambda one: one[:2])[2]] if near else []

    def _owners(self, span: Span) -> list[Draft]:
        return [draft for draft in self.drafts if span in draft.spans]

    def _follow_links(self) -> None:
        """Follow links that a person drew between spans that were there, and between meetings and statements."""
        old = {self._now(link) for link in self.before.links or ()}
        for link in self.given or ():
            if link in old or link.kind == NEXT:
                continue
            for draft in self._owners(link.head):
                if link.kind == STATEMENTS and draft.kind in ("meeting", "visit"):
                    self._attach(draft, link.tail)
                elif draft.kind == owner_of(link.tail) and link.tail not in draft.spans:
                    draft.add(link.tail)
        if self.given is not None:
            self._part_statements()

    def _attach(self, home: Draft, head: Span) -> None:
        for draft in self._owners(head):
            if draft.kind == "statement" and draft.parent is not home:
                draft.parent, draft.article = home, home.article

    def _part_statements(self) -> None:
        """Take statements from a meeting to which they are no longer linked."""
        linked = {(link.head, link.tail) for link in self.given or () if link.kind == STATEMENTS}
        for draft in self.drafts:
            if draft.parent is None or self._held_as_before(draft, draft.parent):
                continue
            if not any((head, tail) in linked for head in draft.parent.spans for tail in draft.spans):
                draft.parent = None if draft.parent.spans and draft.spans else draft.parent

    def _held_as_before(self, draft: Draft, parent: Draft) -> bool:
        """Tell whether a statement was linked to its meeting, and still is."""
        heads = [None if one.record is None else head_of(one.record) for one in (parent, draft)]
        if self.joints is None or heads[0] is None or heads[1] is None:
            return False
        before = heads[0], heads[1]
        return self.joints.hold(
            before, (self.moved.get(before[0], before[0]), self.moved.get(before[1], before[1]))
        )

    def _now(self, link: Link) -> Link:
        return Link(self.moved.get(link.head, link.head), self.moved.get(link.tail, link.tail), link.kind)

    def _article(self, span: Span) -> str:
        """Return the id of the article in which a span stands; of the first if it stands in none."""
        articles = self.result.articles
        for article in articles:
            if any(part.start <= span.start < part.end for part in article.segments):
                return article.id
        return articles[0].id if articles else ""

    def _warn(self, span: Span) -> None:
        message = f"{span.label}: marked, but linked with no record, and none in its article lacks it"
        places = ((span.start, span.end),)
        self.warnings.append(
            Warning(code="unattached", message=message, article=self._article(span) or None, segments=places)
        )

    def choose(self, before: Iterable[tuple[Span, str, str]], given: Iterable[tuple[Span, str, str]]) -> None:
        """Note values out of a few that a person chose for the heads of records, or took away.

        A page that comes back without any was shown by an interface that has none; a head that was drawn anew has
        lost those it had.
        """
        old = {(self.moved.get(span, span), name): value for span, name, value in before}
        new = {(span, name): value for span, name, value in given}
        gone = [key for key in old if new and key not in new and self._stayed(key[0])]
        for (span, name), value in {**new, **dict.fromkeys(gone)}.items():
            if old.get((span, name)) != value:
                self._choose(span, name, value)

    def _stayed(self, span: Span) -> bool:
        """Tell whether a span came back where it was, and was not drawn anew there."""
        return span in self.before.spans and not (self.joints and self.joints.redrawn(span, span))

    def _choose(self, span: Span, name: str, value: str | None) -> None:
        kind, _, field_name = name.partition(".")
        if value is None and MODELS[kind].model_fields[field_name].default is not None:
            return  # a meeting always has a kind, a figure a nature
        for draft in self._owners(span):
            if draft.kind == kind:
                draft.chosen[field_name] = value


def _distance(one: Span, two: Span) -> int:
    return max(one.start - two.end, two.start - one.end, 0)


def _mentions(result: Extraction, text: str, spans: Collection[Span]) -> tuple[Mention, ...]:
    """Return the names that are still marked, and those that were marked anew."""
    kept = [
        mention
        for mention in result.mentions
        if all(Span(start, end, mention.label) in spans for start, end in mention.segments if start < end)
    ]
    known = {Span(start, end, mention.label) for mention in kept for start, end in mention.segments}
    for span in sorted(spans):
        if span.label in MENTIONS and span not in known:
            places = ((span.start, span.end),)
            article = _article_at(result, span)
            kept.append(
                Mention(
                    label=span.label,
                    text=words_at(text, places),
                    article=article,
                    segments=places,
                    by=(READER,),
                )
            )
    return tuple(sorted(kept, key=lambda mention: (mention.segments, mention.label)))


def _article_at(result: Extraction, span: Span) -> str | None:
    for article in result.articles:
        if any(part.start <= span.start < part.end for part in article.segments):
            return article.id
    return None
