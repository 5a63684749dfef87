"""Whether a figure is a fact, a target or a standard."""

from __future__ import annotations

from typing import Literal

from newsie.frames.statistic.layout import Figure, Sentence
from newsie.frames.statistic.phrases import Phrase


def nature_of(folded: str, figure: Figure, sentence: Sentence, phrase: Phrase) -> Literal["actual", "target", "standard"]:
    """Return the nature of a figure."""
    return "actual"
