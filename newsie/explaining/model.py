"""What an explanation is made of (解释): pure values, with a JSON form like that of the records.

All offsets are half-open, into the source as given.
"""

from __future__ import annotations

from typing import Literal

from newsie.base import Record, Whole
from newsie.records import Segments
from newsie.trace import Kind


class NameSeen(Record):
    """A name with its votes.

    Attributes:
        label: PERSON, ORG, PLACE or TITLE.
        by: what named it: the model, a lexicon, rules of the grammar.
    """

    label: str
    text: str
    segments: Segments
    by: tuple[str, ...]


class LiteralSeen(Record):
    """A date, an amount or a title in 《 》.

    Attributes:
        kind: which of them.
        meaning: the days or the value it was read as; empty for a title.
    """

    kind: Literal["date", "amount", "title"]
    text: str
    meaning: str
    segments: Segments


class PostSeen(Record):
    """A person bound to a post.

    Attributes:
        organization: as written; None where none is.
        rule: what bound them.
    """

    person: str
    organization: str | None
    title: str
    rule: str
    segments: Segments


class FieldRead(Record):
    """A field of a record for which words of the sentence are evidence.

    Attributes:
        record: the kind of record.
        id: the record.
        field: the field.
        text: the words, those in other sentences included.
        rule: what found them.
        chance: that the field is right (`Confidence.fields`).
    """

    record: Kind
    id: str
    field: str
    text: str
    rule: str
    segments: Segments
    chance: float | None = None


class Refused(Record):
    """Something that was considered and refused.

    Attributes:
        record: what it might have been.
        text: the words.
        reason: why it is none.
        segments: where; empty for a word that is a name nowhere on the page.
    """

    record: Kind
    text: str
    reason: str
    segments: Segments


class Gap(Record):
    """A field that is empty, and why.

    Attributes:
        record: the kind of record.
        id: the record.
        field: the field.
        reason: why it is empty.
    """

    record: Kind
    id: str
    field: str
    reason: str


class SentenceExplained(Record):
    """A sentence of an article's body and what was made of it.

    Attributes:
        number: its place among the sentences of the page, from 1.
        article: the id of its article.
        headline: the article's headline.
        text: the sentence, repaired.
        segments: where it stands.
        names: the names in it, with their votes.
        literals: the dates, amounts and titles in it.
        posts: the persons in it that are bound to posts.
        read: the fields that were read from it.
        refused: what was considered and refused.
        empty: the empty fields of the records whose head stands in it.
    """

    number: int
    article: str
    headline: str | None
    text: str
    segments: Segments
    names: tuple[NameSeen, ...] = ()
    literals: tuple[LiteralSeen, ...] = ()
    posts: tuple[PostSeen, ...] = ()
    read: tuple[FieldRead, ...] = ()
    refused: tuple[Refused, ...] = ()
    empty: tuple[Gap, ...] = ()


class Explanation(Whole):
    """Why a page gave what it gave.

    Attributes:
        source: the name of the page.
        sentences: its sentences, or those that were asked for.
    """

    source: str
    sentences: tuple[SentenceExplained, ...]
