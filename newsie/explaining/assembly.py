"""From what was heard while a page was read, and its result, to the explanation of its sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from newsie import patterns as re
from newsie.explaining.gaps import AnyRecord, gaps_of
from newsie.explaining.model import (
    FieldRead,
    Gap,
    LiteralSeen,
    NameSeen,
    PostSeen,
    Refused,
    SentenceExplained,
)
from newsie.reading import Reading
from newsie.records import Extraction, Official, Segments
from newsie.text import Span
from newsie.trace import Kind, Refusal, Trace
from newsie.values import Interval, Quantity

_SENTENCE = re.compile(r"[^。！？\n]+(?:[。！？]+[”’）\"]*)?|[。！？]+[”’）\"]*")
_HEADS = {
    "meeting": "name",
    "statement": "verb",
    "official": "name",
    "project": "name",
    "statistic": "quantity",
}
_HEDGES = {"exact": "", "about": "about ", "over": "over ", "under": "under "} | {
    "at_least": "at least ",
    "at_most": "at most ",
}


@dataclass(frozen=True, slots=True)
class _Told:
    """A record as the explanation needs it.

    Attributes:
        kind: its kind.
        record: the record.
        head: where the words stand by which it is known.
    """

    kind: Kind
    record: AnyRecord
    head: Segments


def explain_sentences(result: Extraction, trace: Trace) -> Iterator[SentenceExplained]:
    """Yield each sentence of a page's bodies with what was made of it."""
    told = [*_told(result)]
    number = 0
    for place, article in enumerate(result.articles):
        reading = trace.readings.get(place)
        if reading is None:
            continue
        scope = _scope(result, trace, told, place)
        for match in _SENTENCE.finditer(reading.text.string):
            if not match.group().strip():
                continue
            number += 1
            view = _View(reading, match.span(), scope)
            yield SentenceExplained(
                number=number,
                article=article.id,
                headline=article.headline,
                text=match.group(),
                segments=reading.text.segments(*match.span()),
                names=tuple(view.names()),
                literals=tuple(view.literals()),
                posts=tuple(view.posts()),
                read=tuple(view.read()),
                refused=tuple(dict.fromkeys((*view.refused(), *view.silent()))),
                empty=tuple(view.empty()),
            )


@dataclass(frozen=True, slots=True)
class _Scope:
    """What may concern the sentences of an article.

    Attributes:
        result: the page's result.
        told: the article's records.
        grounded: where words stand that are evidence of any of them.
        refusals: what was refused in the article.
        words: what was refused wherever it stands on the page.
    """

    result: Extraction
    told: Sequence[_Told]
    grounded: Sequence[Segments]
    refusals: Sequence[Refusal]
    words: Sequence[Refusal]


def _scope(result: Extraction, trace: Trace, told: Iterable[_Told], place: int) -> _Scope:
    home = result.articles[place].id
    here = [one for one in told if home in _homes(one.record)]
    return _Scope(
        result=result,
        told=here,
        grounded=[
            piece.segments for one in here for found in one.record.evidence.values() for piece in found
        ],
        refusals=[refusal for refusal in trace.refusals if refusal.article == place],
        words=[refusal for refusal in trace.refusals if refusal.word],
    )


def _homes(record: AnyRecord) -> tuple[str, ...]:
    return record.articles if isinstance(record, Official) else (record.article,)


def _told(result: Extraction) -> Iterator[_Told]:
    groups: tuple[tuple[Kind, Iterable[AnyRecord]], ...] = (
        ("meeting", result.meetings),
        ("visit", result.visits),
        ("official", result.officials),
        ("project", result.projects),
        ("statistic", result.statistics),
        (
            "statement",
            chain(
                *(meeting.statements for meeting in result.meetings),
                *(visit.statements for visit in result.visits),
                result.statements,
            ),
        ),
    )
    for kind, records in groups:
        for record in records:
            yield _Told(kind, record, _head(kind, record))


def _head(kind: Kind, record: AnyRecord) -> Segments:
    names = (_HEADS[kind],) if kind in _HEADS else ("lead", "organizer", "purpose", "places")
    return next((record.evidence[name][0].segments for name in names if record.evidence.get(name)), ())


@dataclass(frozen=True, slots=True)
class _View:
    """A sentence of an article.

    Attributes:
        reading: the article.
        span: the sentence, in its text.
        scope: what may concern it.
    """

    reading: Reading
    span: Span
    scope: _Scope

    def names(self) -> Iterator[NameSeen]:
        for one in self.reading.mentions:
            if self._holds(one.start):
                where = (one.start, one.end)
                yield NameSeen(
                    label=one.label, text=self._words(where), segments=self._segments(where), by=one.by
                )

    def literals(self) -> Iterator[LiteralSeen]:
        reading = self.reading
        found = (
            *(("date", one.start, one.end, _days(one.interval)) for one in reading.dates),
            *(("amount", one.start, one.end, _amount(one.quantity)) for one in reading.amounts),
            *(("title", one.start, one.end, "") for one in reading.titles),
        )
        for kind, start, end, meaning in sorted(found, key=lambda one: one[1:3]):
            if self._holds(start):
                yield LiteralSeen.model_validate(
                    {
                        "kind": kind,
                        "text": self._words((start, end)),
                        "meaning": meaning,
                        "segments": self._segments((start, end)),
                    }
                )

    def posts(self) -> Iterator[PostSeen]:
        for post in self.reading.posts:
            if self._holds(post.person[0]):
                yield PostSeen(
                    person=self._words(post.person),
                    organization="".join(map(self._words, post.organization)) or None,
                    title=self._words(post.title),
                    rule=post.by,
                    segments=self._segments(post.title),
                )

    def read(self) -> Iterator[FieldRead]:
        own = self._segments(self.span)
        for one in self.scope.told:
            for field, pieces in one.record.evidence.items():
                for piece in pieces:
                    if _touch(own, piece.segments):
                        yield FieldRead(
                            record=one.kind,
                            id=one.record.id,
                            field=field,
                            text=piece.text,
                            rule=piece.rule,
                            segments=piece.segments,
                            chance=said.fields.get(field) if (said := one.record.confidence) else None,
                        )

    def empty(self) -> Iterator[Gap]:
        own = self._segments(self.span)
        for one in self.scope.told:
            if _touch(own, one.head[:1]):
                for field, reason in gaps_of(one.record, self.reading, self.span):
                    yield Gap(record=one.kind, id=one.record.id, field=field, reason=reason)

    def refused(self) -> Iterator[Refused]:
        """Yield what the deciding functions refused in the sentence."""
        for refusal in self.scope.refusals:
            if self._holds(refusal.span[0]):
                where = (refusal.span[0], min(refusal.span[1], self.span[1]))
                yield Refused(
                    record=refusal.record,
                    text=self._words(where),
                    reason=refusal.reason,
                    segments=self._segments(where),
                )
        words = self._words(self.span)
        inside = [refusal for refusal in self.scope.words if refusal.word in words]
        named = (
            {self._words((one.start, one.end)) for one in self.reading.labelled("PERSON")}
            if inside
            else set()
        )
        for refusal in inside:
            if refusal.word not in named:
                yield Refused(record=refusal.record, text=refusal.word, reason=refusal.reason, segments=())

    def silent(self) -> Iterator[Refused]:
        """Yield the persons, posts and amounts that became nothing without a word."""
        result = self.scope.result
        done = {refusal.span for refusal in self.scope.refusals if self._holds(refusal.span[0])}
        officials = {official.name for official in result.officials}
        for one in self.reading.labelled("PERSON"):
            where = (one.start, one.end)
            if self._holds(one.start) and where not in done and self._words(where) not in officials:
                reason = "no public post stands with the name anywhere on the page"
                yield Refused(
                    record="official", text=self._words(where), reason=reason, segments=self._segments(where)
                )
        yield from self._fuller_elsewhere(result)
        for amount in self.reading.amounts:
            where = (amount.start, amount.end)
            if not self._holds(amount.start) or where in done:
                continue
            segments = self._segments(where)
            if not any(_touch(segments, other) for other in self.scope.grounded):
                yield Refused(
                    record="statistic",
                    text=self._words(where),
                    reason=_twin(result, amount.quantity),
                    segments=segments,
                )

    def _fuller_elsewhere(self, result: Extraction) -> Iterator[Refused]:
        """Yield the posts that the page says in more words elsewhere."""
        held = {official.name: official.posts for official in result.officials}
        for post in self.reading.posts:
            name, title = self._words(post.person), self._words(post.title)
            body = "".join(map(self._words, post.organization)) or None
            posts = held.get(name, ())
            if (
                self._holds(post.person[0])
                and posts
                and (body, title) not in {(p.organization, p.title) for p in posts}
            ):
                full = "、".join(f"{other.organization or ''}{other.title}" for other in posts)
                yield Refused(
                    record="official",
                    text=f"{body or ''}{title}{name}",
                    reason=f"the page says the post more fully elsewhere: {full}",
                    segments=self._segments(post.title),
                )

    def _holds(self, place: int) -> bool:
        return self.span[0] <= place < self.span[1]

    def _words(self, span: Span) -> str:
        return "".join(self.reading.string(span).split())

    def _segments(self, span: Span) -> Segments:
        return self.reading.text.segments(*span)


def _twin(result: Extraction, quantity: Quantity) -> str:
    """Return why an amount is reported nowhere: as a rule it is told twice."""
    same = (quantity.value, quantity.unit)
    for other in result.statistics:
        if (other.quantity.value, other.quantity.unit) == same:
            return f"the same figure is reported once, at another mention: {other.indicator}"
    return "no statistic: no words say what it measures"


def _touch(some: Segments, others: Segments) -> bool:
    return any(start < stop and begin < end for start, end in some for begin, stop in others)


def _days(interval: Interval) -> str:
    days = "…".join(dict.fromkeys((interval.start or "?", interval.end or "?")))
    return f"{days} ({interval.precision})"


def _amount(quantity: Quantity) -> str:
    most = f"–{quantity.value_max:f}" if quantity.value_max is not None else ""
    return f"{_HEDGES[quantity.qualifier]}{quantity.value:f}{most} {quantity.unit}".rstrip()
