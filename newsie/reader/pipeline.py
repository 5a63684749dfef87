"""What of newsie is spaCy's: factories of components and tokenizers, and the pipelines made of them.

Nobody who wants records needs it; it is imported when a pipeline itself is asked for, or by spaCy.

>>> nlp = load_characters()
>>> [(span.text, span.label_) for span in nlp("县长王某某出席").ents]
[('县长', 'TITLE'), ('王某某', 'PERSON')]
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.util import registry

from newsie.errors import ModelError
from newsie.reader.folders import FACTORY, find_folder
from newsie.reader.grammar import Grammar
from newsie.reader.hanlp_names import HANLP_FACTORY
from newsie.reader.names import Entities, NameFinder
from newsie.reader.segmenter import Segmenter

GRAMMAR_FACTORY = "newsie_grammar"


class CharacterSegmenter(Segmenter):
    """A spaCy tokenizer that has no weights: numbers, dates and 《titles》 are words, and so is each other character."""

    def to_disk(self, path: str | Path, **_: object) -> None:
        """Write nothing: there is nothing to keep."""

    def from_disk(self, path: str | Path, **_: object) -> CharacterSegmenter:  # noqa: ARG002 - the signature of spaCy's
        """Read nothing."""
        return self


@Language.factory(FACTORY, assigns=["doc.ents", "doc.spans"])
def make_entities(nlp: Language, name: str) -> Entities:  # noqa: ARG001 - the signature of a factory
    """Return a component that finds names, still without weights."""
    return Entities(name)


@Language.factory(GRAMMAR_FACTORY, assigns=["doc.ents", "doc.spans"])
def make_grammar(nlp: Language, name: str) -> Grammar:  # noqa: ARG001 - the signature of a factory
    """Return a component that finds names without a model."""
    return Grammar()


@registry.tokenizers("newsie.Segmenter.v1")  # type: ignore[untyped-decorator]
def make_segmenter() -> Callable[[Language], Segmenter]:
    """Return what makes a pipeline's segmenter, still without weights: until then it cuts characters."""

    def segmenter(nlp: Language) -> Segmenter:
        return Segmenter(nlp.vocab)

    return segmenter


@registry.tokenizers("newsie.CharacterSegmenter.v1")  # type: ignore[untyped-decorator]
def make_character_segmenter() -> Callable[[Language], CharacterSegmenter]:
    """Return what makes a tokenizer without weights."""

    def segmenter(nlp: Language) -> CharacterSegmenter:
        return CharacterSegmenter(nlp.vocab)

    return segmenter


@cache
def load_pipeline(name_or_path: str = "zh_news") -> Language:
    """Load a pipeline by the name of its folder in `models/` or by its path; a process loads each once.

    Args:
        name_or_path: `zh_news`, or a folder that holds `config.cfg`.

    Raises:
        ModelError: there is no such folder, or it is damaged.
    """
    folder = find_folder(name_or_path)
    try:
        return spacy.load(folder)
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{folder}: not a pipeline ({error}); reinstall newsie or retrain it") from error


@cache
def load_characters() -> Language:
    """Return the pipeline that has no weights; a process makes one."""
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "newsie.CharacterSegmenter.v1"}}})
    nlp.add_pipe(GRAMMAR_FACTORY)
    return nlp


def load_hanlp(model: str) -> Language:
    """Return the pipeline whose names a model of HanLP finds.

    Raises:
        ModelError: HanLP or the model is missing, or the model finds no names.
    """
    nlp = spacy.load(find_folder("zh_news"), exclude=["entities"])
    nlp.add_pipe(HANLP_FACTORY, config={"model": model})
    return nlp


def finder_of(nlp: Language) -> NameFinder:
    """Return the component of a pipeline that finds names.

    Raises:
        ModelError: there is none.
    """
    for _, component in nlp.pipeline:
        if isinstance(component, NameFinder):
            return component
    raise ModelError(f"the pipeline {nlp.meta['name']!r} has no component that finds names ({FACTORY!r})")
