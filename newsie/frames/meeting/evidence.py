"""The evidence of a meeting, kept while its fields are read (出处)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from newsie.frames.meeting.scene import Scene
from newsie.grounding import piece
from newsie.records import Evidence, Piece
from newsie.text import Span, Text


@dataclass(frozen=True, slots=True)
class Proof:
    """Where each field of one meeting was read.

    Attributes:
        scene: the text it is read from.
        evidence: the pieces, by field.
    """

    scene: Scene
    evidence: Evidence = field(default_factory=dict)

    def of(self, name: str, span: Span, rule: str) -> str:
        """Return the words at `span` of the scene's string as the value of a field."""
        return self.of_text(name, self.scene.canvas.span(*span), rule)

    def of_text(self, name: str, span: Span, rule: str) -> str:
        """Return the words at `span` of the reading's text as the value of a field."""
        return self._keep(name, piece(self.scene.reading.text, [span], rule))

    def of_heading(self, name: str, words: Text) -> str:
        """Return words of the headline as the value of a field."""
        return self._keep(name, piece(words, [(0, len(words))], "meeting.headline"))

    def each(self, name: str, spans: Sequence[Span], rule: str) -> tuple[str, ...]:
        """Return the words at each span of the scene's string, each once, as the values of a field."""
        found: dict[str, Piece] = {}
        for span in spans:
            words = piece(self.scene.reading.text, [self.scene.canvas.span(*span)], rule)
            found.setdefault(words.text, words)
        if found:
            self.evidence[name] = tuple(found.values())
        return tuple(found)

    def people(self, name: str, places: Sequence[int], without: Sequence[str] = ()) -> tuple[str, ...]:
        """Return the persons painted at `places` as the values of a field, those `without` left out."""
        left_out = {self.scene.reading.text.as_folded(words) for words in without}
        spans = [(place, place + 1) for place in places if self.scene.words(place, place + 1) not in left_out]
        return self.each(name, spans, f"meeting.{name}")

    def _keep(self, name: str, found: Piece) -> str:
        self.evidence[name] = (found,)
        return found.text
