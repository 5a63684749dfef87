"""What is known of a figure once the words around it are read (指标), and of the figures before it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Literal, NamedTuple, TypeAlias

from newsie.frames.statistic.figures.layout import Clause, Figure
from newsie.frames.statistic.figures.words import words
from newsie.frames.statistic.subjects.topic import Topic
from newsie.text import Span

Spans: TypeAlias = tuple[Span, ...]
Change: TypeAlias = Literal["increase", "decrease"]

_REACH = 40
"""How many figures back a phrase may lean on; pages need far fewer."""


class Phrase(NamedTuple):
    """What a figure measures; all spans are offsets into the folded text.

    Attributes:
        figure: the figure.
        indicator: what is counted or measured.
        head: what a clause without words of its own goes on about (出口 in 出口3亿元，增长1%).
        verb: the verb it begins with, which a list shares.
        noun: the thing counted, without its verb.
        change: whether the figure is itself an increase or a decrease.
        basis: what it is measured against.
        subject: where the words stand that name its own subject (总投资70亿元的核心区).
        described: where what it is told of stands, be it a name or not (能停放300辆车的停车场).
    """

    figure: Figure
    indicator: Spans
    head: Spans
    verb: Spans = ()
    noun: Spans = ()
    change: Change | None = None
    basis: Span | None = None
    subject: Span | None = None
    described: Span | None = None

    @property
    def unit(self) -> str:
        """The unit of the figure."""
        return self.figure.amount.quantity.unit

    @property
    def counts(self) -> bool:
        """Whether the figure counts things, not money, weight or shares."""
        return self.unit not in words("scale")


class Place(NamedTuple):
    """Where a figure stands among others.

    Attributes:
        topic: what its clause is about.
        run: the figures of the clause from it on.
        before: the phrases of the paragraph so far, the nearest last.
        last: the clause before its own in the sentence, if it has no figure.
    """

    topic: Topic
    run: Sequence[Figure]
    before: Sequence[Phrase]
    last: Clause | None = None

    @property
    def previous(self) -> Phrase | None:
        """The nearest phrase before."""
        return self.before[-1] if self.before else None

    @property
    def inherited(self) -> Spans:
        """What the nearest phrase before is about."""
        return self.before[-1].head if self.before else ()

    def acted(self) -> Phrase | None:
        """Return the phrase before when it has a verb and an object: 建成厂房168万平方米."""
        previous = self.previous
        return previous if previous and previous.verb and previous.noun and not previous.change else None

    def counted(self, unit: str = "") -> Phrase | None:
        """Return the nearest phrase before that counts things, in `unit` if one is given."""
        for phrase in islice(reversed(self.before), _REACH):
            if phrase.noun and (phrase.unit == unit if unit else phrase.counts):
                return phrase
        return None
