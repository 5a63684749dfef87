"""Statements: who said what, and how far it runs (讲话)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsie.frames.speech.cues import Cue, find_cues
from newsie.frames.speech.extents import indirect_end, trimmed
from newsie.frames.speech.layout import Layout, lay_out
from newsie.frames.speech.quotes import Quotation, behind
from newsie.grounding import piece
from newsie.reading import Reading
from newsie.records import Evidence, Statement
from newsie.text import Span

_LEAST = 4


@dataclass(frozen=True, slots=True)
class Speech:
    """Something said (讲话), as offsets into the reading's text.

    Attributes:
        speaker: where the speaker's words stand; empty when the meeting (会议) speaks.
        speaker_name: who speaks, as the record says it; None when the meeting does.
        verb: the verb of speech.
        text: what was said, in reading order.
        start: first character of the whole, attribution included.
        end: one past the last.
        by: the rule that found it.
    """

    speaker: tuple[Span, ...]
    speaker_name: str | None
    verb: Span
    text: tuple[Span, ...]
    start: int
    end: int
    by: str


def find_speeches(reading: Reading) -> tuple[Speech, ...]:
    """Return what is said in a text, sorted by place.

    Args:
        reading: the text with its mentions.

    Offsets: spans are half-open offsets into `reading.text`.
    """
    if not reading.text:
        return ()
    layout = lay_out(reading)
    cues = list(find_cues(layout))
    strong = [cue for cue in cues if cue.strong]
    speeches: list[Speech] = []
    ranges: list[tuple[int, int]] = []
    for index, cue in enumerate(strong):
        limit = strong[index + 1].start if index + 1 < len(strong) else len(layout.string)
        _add(layout, cue, limit, strong, speeches, ranges)
    covered = tuple(ranges)
    for cue in cues:
        if not cue.strong and not any(start <= cue.verb[0] < end for start, end in covered):
            limit = next((other.start for other in strong if other.start > cue.verb[0]), len(layout.string))
            _add(layout, cue, limit, strong, speeches, ranges)
    return tuple(sorted(speeches, key=lambda speech: (speech.start, speech.end)))


def statement(reading: Reading, speech: Speech) -> Statement:
    """Return the record of a speech, with evidence for speaker, verb and text."""
    words = piece(reading.text, speech.text, speech.by)
    evidence: Evidence = {"verb": (piece(reading.text, [speech.verb], speech.by),), "text": (words,)}
    if speech.speaker:
        evidence["speaker"] = (piece(reading.text, speech.speaker, speech.by),)
    return Statement(
        speaker=speech.speaker_name, verb=reading.string(speech.verb), text=words.text, evidence=evidence
    )


def _add(
    layout: Layout,
    cue: Cue,
    limit: int,
    strong: Sequence[Cue],
    speeches: list[Speech],
    ranges: list[tuple[int, int]],
) -> None:
    parts = _parts(layout, cue, max(limit, cue.verb[1]), strong)
    spans = tuple(layout.canvas.span(start, end) for start, end in parts if end > start)
    if sum(end - start for start, end in spans) < _LEAST:
        return
    speeches.append(_speech(layout, cue, spans))
    ranges.append((cue.start, max(end for _, end in parts)))


def _speech(layout: Layout, cue: Cue, spans: tuple[Span, ...]) -> Speech:
    canvas, who = layout.canvas, cue.speaker
    speaker = () if who.meeting else (canvas.span(who.start, who.end),)
    name = layout.reading.string(speaker[0]).replace("\n", "") if speaker else None
    edges = (*spans, canvas.span(*cue.verb), *speaker[: 0 if who.rule == "speaker.pronoun" else 1])
    return Speech(
        speaker=speaker,
        speaker_name=name,
        verb=canvas.span(*cue.verb),
        text=spans,
        start=min(span[0] for span in edges),
        end=max(span[1] for span in edges),
        by=who.rule,
    )


def _parts(layout: Layout, cue: Cue, limit: int, strong: Sequence[Cue]) -> list[tuple[int, int]]:
    """Return the pieces of a speech on the canvas, in reading order."""
    parts: list[tuple[int, int]] = []
    if cue.quotation:
        parts += _chorus(layout, cue, cue.quotation)
    taken = {other.quotation.start for other in strong if other.quotation}
    if cue.content is None:
        end = layout.following(cue.verb[1])
        closed = cue.speaker.rule != "speaker.closing" and layout.string[end : end + 1] != "\n"
        return parts + (_unattributed(layout, end, limit, taken) if closed else [])
    direct = layout.spoken_at(cue.content)
    if direct:
        parts.append((direct.start + 1, direct.end - 1))
        return parts
    end = indirect_end(layout, cue, limit)
    parts.append(trimmed(layout, cue.content, end))
    return parts + _unattributed(layout, end, limit, taken)


def _chorus(layout: Layout, cue: Cue, quotation: Quotation) -> list[tuple[int, int]]:
    """Return the quotation, and those right before it where many speak: “真好！”“方便多了。”居民们说."""
    parts = [(quotation.start + 1, quotation.end - 1)]
    many = re.search("们$|纷纷", layout.string[cue.speaker.start : cue.speaker.end] + layout.string[cue.begin : cue.verb[0]])
    before = layout.quoted(quotation.start - 1) if many else None
    while before and before.spoken and before.end == quotation.start:
        parts.insert(0, (before.start + 1, before.end - 1))
        quotation, before = before, layout.quoted(before.start - 1)
    return parts


def _unattributed(layout: Layout, at: int, limit: int, taken: set[int]) -> list[tuple[int, int]]:
    """Return the uttered quotation that follows at once and that nobody else is said to utter."""
    if layout.string[at : at + 1] == "\n":
        at += 1
    found = layout.spoken_at(at) if at < limit else None
    if found is None or found.start in taken or behind(layout.string, found) > limit:
        return []
    return [(found.start + 1, found.end - 1)]
