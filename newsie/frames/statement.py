"""Statements: who said what, and how far it runs (讲话)."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from newsie.frames.speech.attribution import Cue
from newsie.frames.speech.cues import find_cues
from newsie.frames.speech.extents import indirect_end, trimmed
from newsie.frames.speech.kinds import kind_of
from newsie.frames.speech.layout import Layout, lay_out
from newsie.frames.speech.people import Speaker
from newsie.frames.speech.quotes import Quotation, behind
from newsie.frames.speech.turns import Turn, find_turns, turn_at
from newsie.grounding import piece
from newsie.making import made
from newsie.reading import Reading
from newsie.records import Evidence, Statement
from newsie.text import Span
from newsie.trace import refuse

_LEAST = 4


@dataclass(frozen=True, slots=True)
class Speech:
    """Something said (讲话), as offsets into the reading's text.

    Attributes:
        speaker: where the speaker's words stand; empty when the meeting (会议) speaks.
        speaker_name: who speaks, folded; None when the meeting does.
        verb: the verb of speech; empty, behind the colon, in an interview (某某：……).
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


def find_speeches(reading: Reading, layout: Layout | None = None) -> tuple[Speech, ...]:
    """Return what is said in a text, sorted by place.

    Args:
        reading: the text with its mentions.
        layout: how it is laid out (`lay_out`), if that was found already.

    Offsets: spans are half-open offsets into `reading.text`.
    """
    if not reading.text:
        return ()
    layout = lay_out(reading) if layout is None else layout
    turns = find_turns(layout)
    cues = tuple(cue for cue in find_cues(layout) if turn_at(turns, cue.verb[0]) is None)
    strong = tuple(cue for cue in cues if cue.strong)
    story = _Story(
        layout,
        tuple(cue.verb[0] for cue in strong),
        tuple(cue.start for cue in strong),
        frozenset(cue.quotation.start for cue in cues if cue.quotation),
    )
    speeches: list[Speech] = [_answer(layout, turn, turn.speaker) for turn in turns if turn.speaker]
    said = bytearray(len(reading.text) + 1)
    # 鼓励 in the middle of a sentence speaks for its subject, unless someone else is speaking there
    for cue in (*strong, *(cue for cue in cues if not cue.strong)):
        speech = None if not cue.strong and said[layout.canvas.starts[cue.verb[0]]] else _read(story, cue)
        if speech:
            speeches.append(speech)
            said[speech.start : speech.end] = b"\x01" * (speech.end - speech.start)
    return tuple(sorted(speeches, key=lambda speech: (speech.start, speech.end)))


def statement(reading: Reading, speech: Speech) -> Statement:
    """Return the record of a speech, with evidence for speaker, verb and text."""
    words = piece(reading.text, speech.text, speech.by)
    evidence: Evidence = {}
    # the order of fields is part of what ids are made of
    if speech.verb[0] < speech.verb[1]:
        evidence["verb"] = (piece(reading.text, [speech.verb], speech.by),)
    evidence["text"] = (words,)
    if speech.speaker:
        evidence["speaker"] = (piece(reading.text, speech.speaker, speech.by),)
    verb = reading.string(speech.verb)
    speaker = reading.string(speech.speaker[0]).replace("\n", "") if speech.speaker else None
    said = "".join(reading.text.folded[start:end] for start, end in speech.text)
    kind = kind_of(reading.plain(speech.verb), said, speaker=speech.speaker_name or "")
    return made(Statement, speaker=speaker, verb=verb, text=words.text, kind=kind, evidence=evidence)


@dataclass(frozen=True, slots=True)
class _Story:
    """A text and where its attributions stand; offsets are into the canvas."""

    layout: Layout
    verbs: tuple[int, ...]
    starts: tuple[int, ...]
    attributed: frozenset[int]

    def limit(self, cue: Cue) -> int:
        """Return where the next speech begins."""
        following = bisect_right(self.verbs, cue.verb[0])
        start = self.starts[following] if following < len(self.starts) else len(self.layout.string)
        return max(start, cue.verb[1])


def _read(story: _Story, cue: Cue) -> Speech | None:
    """Return the speech of an attribution, or None where hardly a word is said."""
    canvas = story.layout.canvas
    spans = tuple(canvas.span(start, end) for start, end in _parts(story, cue) if end > start)
    if sum(end - start for start, end in spans) < _LEAST:
        refuse("statement", "hardly a word is said", cue.verb, canvas)
        return None
    return _speech(story.layout, cue, spans)


def _speech(layout: Layout, cue: Cue, spans: tuple[Span, ...]) -> Speech:
    canvas, who = layout.canvas, cue.speaker
    speaker = () if who.meeting else (canvas.span(who.start, who.end),)
    name = layout.reading.plain(speaker[0]).replace("\n", "") if speaker else None
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


def _answer(layout: Layout, turn: Turn, who: Speaker) -> Speech:
    """Return what one says in an interview, where only a colon stands for the verb."""
    canvas = layout.canvas
    speaker, words = canvas.span(who.start, who.end), canvas.span(*turn.words(layout))
    return Speech(
        speaker=(speaker,),
        speaker_name=layout.reading.plain(speaker).replace("\n", ""),
        verb=(words[0], words[0]),
        text=(words,),
        start=canvas.span(turn.start, turn.content)[0],
        end=words[1],
        by=who.rule,
    )


def _parts(story: _Story, cue: Cue) -> list[tuple[int, int]]:
    """Return the pieces of a speech on the canvas, in reading order."""
    layout = story.layout
    parts = _chorus(layout, cue, cue.quotation) if cue.quotation else []
    if cue.content is None:
        end = layout.following(cue.verb[1])
        closed = cue.speaker.rule != "speaker.closing" and layout.string[end : end + 1] != "\n"
        return parts + (_unattributed(story, cue, end) if closed else [])
    direct = layout.spoken_at(cue.content)
    if direct:
        return [*parts, (direct.start + 1, direct.end - 1)]
    end = indirect_end(layout, cue, cue.content, story.limit(cue))
    return [*parts, trimmed(layout, cue.content, end), *_unattributed(story, cue, end)]


def _chorus(layout: Layout, cue: Cue, quotation: Quotation) -> list[tuple[int, int]]:
    """Return the quotation, and those right before it where many speak: “真好！”“方便多了。”居民们说."""
    parts = [(quotation.start + 1, quotation.end - 1)]
    many = re.search(
        "们$|纷纷",
        layout.string[cue.speaker.start : cue.speaker.end] + layout.string[cue.begin : cue.verb[0]],
    )
    before = layout.quoted(quotation.start - 1) if many else None
    while before and before.spoken and before.end == quotation.start:
        parts.insert(0, (before.start + 1, before.end - 1))
        quotation, before = before, layout.quoted(before.start - 1)
    return parts


def _unattributed(story: _Story, cue: Cue, at: int) -> list[tuple[int, int]]:
    """Return the uttered quotation that follows at once and that nobody else is said to utter."""
    layout, limit = story.layout, story.limit(cue)
    if layout.string[at : at + 1] == "\n":
        at += 1
    found = layout.spoken_at(at) if at < limit else None
    if found is None or found.start in story.attributed or behind(layout.string, found) > limit:
        return []
    return [(found.start + 1, found.end - 1)]
