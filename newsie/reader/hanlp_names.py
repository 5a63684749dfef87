"""Names by a recognizer of HanLP 2.1, fed with newsie's own words (HanLP 后端).

HanLP is loaded when a pipeline with this component is. Only models that lie on disk are used:
what is not there is named, with the command that brings it.

>>> list(pieces("县长王某。出席", [(0, 2), (2, 4), (4, 5), (5, 7)]))
[[(0, 2), (2, 4), (4, 5)], [(5, 7)]]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from newsie import patterns as re
from newsie.reader.hanlp_models import Recognizer, load_recognizer
from newsie.reader.names import NameFinder, without_overlaps
from newsie.reader.paths import Found
from newsie.text import Span

HANLP_FACTORY = "newsie_hanlp"
"""The name of the component's factory."""

_LABELS: Final = {
    "PERSON": ("PERSON", "PER", "NR", "NAME"),
    "ORG": ("ORGANIZATION", "ORG", "NT", "COMPANY", "GOVERNMENT"),
    "PLACE": ("LOCATION", "LOC", "NS", "GPE", "FACILITY", "FAC", "ADDRESS", "SCENE"),
    "TITLE": ("TITLE", "POSITION", "JOB"),
}
"""newsie's labels, and what MSRA, OntoNotes, PKU, Resume and CLUENER call them."""

_NEWSIE: Final = {theirs: ours for ours, names in _LABELS.items() for theirs in names}
_LONGEST: Final = 128
"""Tokens of a piece: the length HanLP's models are trained on, and far below what they can hold."""

_SHORTEST: Final = 64
_AT_ONCE: Final = 512
_ENDS: Final = frozenset("。！？；")
_PAUSES: Final = frozenset("，、：")
_SURROGATE = re.compile("[\ud800-\udfff]")


class HanlpNames(NameFinder):
    """A spaCy component that finds names by a recognizer of HanLP.

    Attributes:
        nlp: the pipeline whose tokenizer cuts the words.
        recognizer: HanLP's component.
    """

    def __init__(self, nlp: Language, recognizer: Recognizer) -> None:
        self.nlp = nlp
        self.recognizer = recognizer

    def find(self, texts: Sequence[str]) -> list[tuple[Found, ...]]:
        """Return the label, start and end of each name of each folded text.

        Each text goes to HanLP alone: a name would otherwise depend, in the last bits of its score, on
        the texts beside it.
        """
        return [self._read(_SURROGATE.sub("\ufffd", text)) for text in texts]

    def _read(self, text: str) -> tuple[Found, ...]:
        found: list[Found] = []
        parts = pieces(text, self._tokens(text))
        while batch := list(islice(parts, _AT_ONCE)):
            words = [[_word(text[start:end]) for start, end in piece] for piece in batch]
            for piece, names in zip(batch, self.recognizer(words), strict=True):
                found += placed(piece, names)
        return without_overlaps(found)

    def _tokens(self, text: str) -> Iterable[Span]:
        if self.recognizer.reads == "characters":
            return ((place, place + 1) for place, mark in enumerate(text) if not mark.isspace())
        doc = Doc(self.nlp.vocab) if not text else self.nlp.make_doc(text)
        return ((token.idx, token.idx + len(token)) for token in doc if not token.is_space)


def pieces(text: str, tokens: Iterable[Span]) -> Iterator[list[Span]]:
    """Yield tokens sentence by sentence, long sentences in parts that end behind a comma where they can."""
    piece: list[Span] = []
    for start, end in tokens:
        if piece and "\n" in text[piece[-1][1] : start]:
            yield piece
            piece = []
        piece.append((start, end))
        if text[end - 1] in _ENDS:
            yield piece
            piece = []
        elif len(piece) == _LONGEST:
            pauses = (at for at in range(_LONGEST, _SHORTEST, -1) if text[piece[at - 1][0]] in _PAUSES)
            cut = next(pauses, _LONGEST)
            yield piece[:cut]
            piece = piece[cut:]
    if piece:
        yield piece


def _word(word: str) -> str:
    """Return a word as it may be fed: <pad> and [SEP] mean something to HanLP."""
    return word[0] if len(word) > 1 and word[0] in "<[" else word


def placed(piece: Sequence[Span], names: Iterable[tuple[str, int, int]]) -> Iterator[Found]:
    """Yield names of HanLP, given by token, with newsie's labels and their characters; others are left out."""
    for theirs, first, last in names:
        label = _NEWSIE.get(theirs.upper().removesuffix(".NAM"))
        if label is not None and 0 <= first < last <= len(piece):
            yield label, piece[first][0], piece[last - 1][1]


@Language.factory(HANLP_FACTORY, assigns=["doc.ents", "doc.spans"], default_config={"tokens": None})
def make_hanlp(nlp: Language, name: str, model: str, tokens: str | None) -> HanlpNames:  # noqa: ARG001
    """Return a component that finds names by a model of HanLP.

    Args:
        nlp: the pipeline whose tokenizer cuts the words.
        name: the component's name.
        model: a folder that HanLP saved, or one of HanLP's names for its pretrained models.
        tokens: what the model was trained on, `words` or `characters`; None to see by its tags.

    Raises:
        ModelError: HanLP or the model is missing, or the model finds no names.
    """
    return HanlpNames(nlp, load_recognizer(model, tokens))
