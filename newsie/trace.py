"""Why something was not read (缘由): what the deciding functions tell of their refusals, to whoever listens.

Nobody listens as a rule, and then telling costs no more than a look. `newsie.explain` listens:

>>> with tracing() as trace:
...     refuse("statistic", "no count", (0, 2))
>>> [(refusal.record, refusal.reason) for refusal in trace.refusals]
[('statistic', 'no count')]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol, TypeAlias

from newsie.reading import Reading
from newsie.text import Span, Text

Kind: TypeAlias = Literal["mention", "meeting", "visit", "statement", "official", "project", "statistic"]


class Painted(Protocol):
    """What knows where its characters stand in the text that was read; see `newsie.frames.canvas`."""

    def span(self, start: int, end: int) -> Span:
        """Return the text offsets of its characters `start` to `end`."""


class Refusal(NamedTuple):
    """Something that was considered and refused.

    Attributes:
        record: what it might have been.
        reason: why it is none.
        article: which of the trace's texts it stands in; -1 for a word of the whole page.
        span: where, in that text; empty for a word of the whole page.
        word: the word, for one of the whole page.
    """

    record: Kind
    reason: str
    article: int
    span: Span
    word: str = ""


@dataclass(slots=True)
class Trace:
    """What was told while a page was read.

    Attributes:
        texts: the bodies of the articles, in the order in which they were read.
        readings: the articles as the frames have read them, by the places of their bodies.
        refusals: what was refused, in the order in which it was.
        at: the place of the body that is being read.
    """

    texts: list[Text] = field(default_factory=list)
    readings: dict[int, Reading] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    at: int = -1


_listening: ContextVar[Trace | None] = ContextVar("trace", default=None)


@contextmanager
def tracing() -> Iterator[Trace]:
    """Listen to what is refused while the context is open."""
    trace = Trace()
    token = _listening.set(trace)
    try:
        yield trace
    finally:
        _listening.reset(token)


def turn_to(text: Text, reading: Reading | None = None) -> None:
    """Say which article's body is read from now on, and what was read in it so far."""
    trace = _listening.get()
    if trace is not None:
        known = (index for index, other in enumerate(trace.texts) if other is text)
        trace.at = next(known, len(trace.texts))
        trace.texts += [text] * (trace.at == len(trace.texts))
        if reading is not None:
            trace.readings[trace.at] = reading


def refuse(record: Kind, reason: str | Callable[[], str], span: Span, on: Painted | None = None) -> None:
    """Tell that what stands at `span` is no such record, and why; a reason to be found out is asked for if anyone listens.

    Offsets: the text of the article that is being read, or the canvas `on` which `span` was found.
    """
    trace = _listening.get()
    if trace is not None:
        told = reason if isinstance(reason, str) else reason()
        trace.refusals.append(Refusal(record, told, trace.at, on.span(*span) if on else span))


def refuse_word(record: Kind, reason: str, word: str) -> None:
    """Tell that a word, wherever it stands on the page, is no such record, and why."""
    trace = _listening.get()
    if trace is not None:
        trace.refusals.append(Refusal(record, reason, -1, (0, 0), word))
