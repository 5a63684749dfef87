"""Pipelines by name: those that lie in `models/`, HanLP's names, and none but the grammar's (后端).

>>> nlp = load_backend("zh_chars")
>>> [(span.text, span.label_) for span in nlp("县长王某某出席").ents]
[('县长', 'TITLE'), ('王某某', 'PERSON')]
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.util import registry

from newsie.literals import find_literals
from newsie.reader.gather import gather
from newsie.reader.hanlp_names import HANLP_FACTORY
from newsie.reader.paths import Found
from newsie.reader.pipeline import NameFinder, find_folder, load_pipeline, without_overlaps
from newsie.reader.segmenter import Segmenter
from newsie.text import Span

CHARACTERS = "zh_chars"
"""Lexicons and grammar alone: no weights are read."""

HANLP = "zh_hanlp"
"""Names by a recognizer of HanLP."""

HANLP_MODEL = "MSRA_NER_ELECTRA_SMALL_ZH"
"""HanLP's model if none is named."""

GRAMMAR_FACTORY = "newsie_grammar"


class CharacterSegmenter(Segmenter):
    """A spaCy tokenizer that has no weights: numbers, dates and 《titles》 are words, and so is each other character."""

    def to_disk(self, path: str | Path, **_: object) -> None:
        """Write nothing: there is nothing to keep."""

    def from_disk(self, path: str | Path, **_: object) -> CharacterSegmenter:  # noqa: ARG002 - the signature of spaCy's
        """Read nothing."""
        return self


@registry.tokenizers("newsie.CharacterSegmenter.v1")  # type: ignore[untyped-decorator]
def make_character_segmenter() -> Callable[[Language], CharacterSegmenter]:
    """Return what makes a tokenizer without weights."""

    def segmenter(nlp: Language) -> CharacterSegmenter:
        return CharacterSegmenter(nlp.vocab)

    return segmenter


class Grammar(NameFinder):
    """A spaCy component that finds names by lexicons and grammar; it has no weights and no vote of a model."""

    def find(self, texts: Sequence[str]) -> list[tuple[Found, ...]]:
        """Return the label, start and end of each name of each folded text, each text read as a page of its own."""
        return [_names(text) for text in texts]

    def vote(self, texts: Sequence[str]) -> list[tuple[Found, ...]]:
        """Return nothing: `newsie.reader.gather` reads with the same grammar."""
        return [()] * len(texts)


def _names(text: str) -> tuple[Found, ...]:
    literals = find_literals(text)
    blocked: list[Span] = [
        (one.start, one.end) for kind in (literals.dates, literals.amounts, literals.titles) for one in kind
    ]
    (mentions,) = gather([text], [()], [tuple(blocked)], [])
    return without_overlaps((one.label, one.start, one.end) for one in mentions)


@Language.factory(GRAMMAR_FACTORY, assigns=["doc.ents", "doc.spans"])
def make_grammar(nlp: Language, name: str) -> Grammar:  # noqa: ARG001 - the signature of a factory
    """Return a component that finds names without a model."""
    return Grammar()


def load_backend(pipeline: str) -> Language:
    """Load a pipeline.

    Args:
        pipeline: `zh_chars`, `zh_hanlp`, `zh_hanlp:MODEL`, or what `load_pipeline` takes.

    Raises:
        ModelError: the pipeline, its model or what it needs is missing.
    """
    name, colon, model = pipeline.partition(":")
    if name == HANLP:
        return _load_hanlp(model or HANLP_MODEL)
    if name == CHARACTERS and not colon:
        return _load_characters()
    return load_pipeline(pipeline)


def _load_characters() -> Language:
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "newsie.CharacterSegmenter.v1"}}})
    nlp.add_pipe(GRAMMAR_FACTORY)
    return nlp


def _load_hanlp(model: str) -> Language:
    nlp = spacy.load(find_folder("zh_news"), exclude=["entities"])
    nlp.add_pipe(HANLP_FACTORY, config={"model": model})
    return nlp
