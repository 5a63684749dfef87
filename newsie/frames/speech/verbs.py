"""The verbs that introduce speech (言说动词), from the lexicon."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, TypeAlias

from newsie import lexicon

Kind: TypeAlias = Literal["say", "urge", "utter"]
_KINDS: dict[str, Kind] = {"say": "say", "urge": "urge", "utter": "utter"}


@cache
def speech_verbs() -> dict[str, Kind]:
    """Return every verb with its kind.

    >>> speech_verbs()["要求"], speech_verbs()["表示"]
    ('urge', 'say')
    """
    return {verb: _KINDS[kind] for verb, kind in lexicon.rows("speech_verbs.tsv", 2)}


@cache
def verb_pattern() -> re.Pattern[str]:
    """Return the pattern of any speech verb, longer ones first."""
    verbs = sorted(speech_verbs(), key=lambda verb: (-len(verb), verb))
    return re.compile("|".join(map(re.escape, verbs)))
