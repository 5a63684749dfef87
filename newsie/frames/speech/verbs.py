"""The verbs that introduce speech (言说动词), from the lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from newsie import lexicon

Kind: TypeAlias = Literal["say", "urge", "utter"]
_KINDS: dict[str, Kind] = {"say": "say", "urge": "urge", "utter": "utter"}


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of speech.

    Attributes:
        word: the verb.
        kind: `say` needs a mark behind it, `urge` takes a clause as well, `utter` only follows a quotation.
        meeting: whether 会议 does it.
        modal: whether a clause with 要 or 将 may follow at once.
        noun: whether it is as often a noun (按照工作要求).
        told: whether it takes a hearer (告诉记者).
    """

    word: str
    kind: Kind
    meeting: bool
    modal: bool
    noun: bool
    told: bool


@lexicon.layered
def speech_verbs() -> dict[str, Verb]:
    """Return every verb of speech by its word.

    >>> speech_verbs()["要求"].kind, speech_verbs()["表示"].modal
    ('urge', True)
    """
    return {
        word: _verb(word, kind, traits.split()) for word, kind, traits in lexicon.rows("speech_verbs.tsv", 3)
    }


@lexicon.layered
def verb_pattern() -> lexicon.Sought:
    """Return the pattern of any speech verb, longer ones first."""
    return lexicon.Sought.of(speech_verbs())


def _verb(word: str, kind: str, traits: list[str]) -> Verb:
    return Verb(
        word,
        _KINDS[kind],
        meeting="meeting" in traits,
        modal="modal" in traits,
        noun="noun" in traits,
        told="told" in traits,
    )
