"""What an attribution is: who says something, by which verb, and where the words stand (引述)."""

from __future__ import annotations

from typing import NamedTuple

from newsie import patterns as re
from newsie.frames.speech.people import Speaker
from newsie.frames.speech.quotes import Quotation
from newsie.frames.speech.verbs import Verb

SESSION = re.compile(
    r"(?:党的[^，。；]{2,14}(?:全会|大会|报告|《[^《》]{1,20}》)|中国共产党[^，。；]{2,16}(?:大会|全会|全体会议)|中央[^，。；]{2,14}(?:会议|一号文件))[^，。；]{0,8}(?:强调|指出|提出|要求|明确)"
)
"""The party's sessions and papers, which speakers cite: 某某指出，……。党的某次全会强调，……。我们要……."""


class Cue(NamedTuple):
    """An attribution.

    Attributes:
        speaker: who.
        verb: the verb, canvas offsets.
        begin: where the sentence of the attribution begins.
        content: where the words begin that follow the attribution; None when none do.
        quotation: the uttered quotation right in front of the attribution, if any.
        strong: whether it ends the speech before it. 鼓励 in the middle of a sentence does not.
    """

    speaker: Speaker
    verb: tuple[int, int]
    begin: int
    content: int | None
    quotation: Quotation | None
    strong: bool

    @property
    def start(self) -> int:
        """Where the speech begins, its quotation or attribution included."""
        return self.quotation.start if self.quotation else self.begin


class Hit(NamedTuple):
    """A verb of speech where it stands.

    Attributes:
        verb: which.
        start, end: its place.
        begin: where its sentence, or the part between semicolons, begins.
        quotation: the uttered quotation right in front of that, if any.
    """

    verb: Verb
    start: int
    end: int
    begin: int
    quotation: Quotation | None
