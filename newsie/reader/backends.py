"""Pipelines by name: those that lie in `models/`, HanLP's names, and none but the grammar's (后端).

>>> backend = load_backend("zh_chars")
>>> backend.finder.find(["县长王某某出席"])
[(('TITLE', 0, 2), ('PERSON', 2, 5))]
>>> [(span.text, span.label_) for span in backend.nlp("县长王某某出席").ents]
[('县长', 'TITLE'), ('王某某', 'PERSON')]
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from newsie.reader.folders import find_folder, name_of, pipeline_folders, read_entities
from newsie.reader.grammar import Grammar
from newsie.reader.names import NameFinder

if TYPE_CHECKING:
    from spacy.language import Language

CHARACTERS = "zh_chars"
"""Lexicons and grammar alone: no weights are read."""

HANLP = "zh_hanlp"
"""Names by a recognizer of HanLP."""

HANLP_MODEL = "MSRA_NER_ELECTRA_SMALL_ZH"
"""HanLP's model if none is named."""


@dataclass(frozen=True, slots=True)
class Backend:
    """What finds names, and the spaCy pipeline it belongs to.

    Attributes:
        finder: the component that finds names.
        name: the pipeline's own name.
        folders: where its weights lie, what a result's `made_by` is a hash of.
        make: returns the spaCy pipeline, which is made when it is first asked for.
        origin: what it is loaded by, in another process too, once there: its weights are 65 MB, which
            each task of a pool would carry; empty for a pipeline of one's own.
    """

    finder: NameFinder = field(repr=False)
    name: str
    folders: tuple[Path, ...] = field(repr=False)
    make: Callable[[], Language] = field(repr=False)
    origin: str = field(default="", repr=False)

    def __reduce__(self) -> tuple[object, ...]:
        if self.origin:
            return load_backend, (self.origin,)
        return Backend, (self.finder, self.name, self.folders, self.make)

    @property
    def nlp(self) -> Language:
        """The spaCy pipeline, for those who want words and Docs.

        Raises:
            ModelError: its folder is damaged.
        """
        return self.make()


@cache
def load_backend(pipeline: str) -> Backend:
    """Load a pipeline; once in a process.

    Args:
        pipeline: `zh_chars`, `zh_hanlp`, `zh_hanlp:MODEL`, or what `find_folder` takes.

    Raises:
        ModelError: the pipeline, its model or what it needs is missing.
    """
    name, colon, model = pipeline.partition(":")
    if name == HANLP:
        return backend_of(_load_hanlp(model or HANLP_MODEL))
    if name == CHARACTERS and not colon:
        return Backend(Grammar(), CHARACTERS, (), _load_characters)
    folder = find_folder(pipeline)
    if finder := read_entities(folder):
        # by its path in a folder of one's own, by its name where newsie may lie elsewhere
        origin = pipeline if folder.parent in pipeline_folders() else str(folder.resolve())
        return Backend(finder, name_of(folder), (folder,), partial(_load_pipeline, str(folder)), origin)
    return backend_of(_load_pipeline(str(folder)))


def backend_of(nlp: Language) -> Backend:
    """Return a backend for a spaCy pipeline of one's own.

    Raises:
        ModelError: none of its components finds names.
    """
    from newsie.reader.pipeline import finder_of  # noqa: PLC0415 - imports spaCy

    recognizers = (getattr(component, "recognizer", None) for _, component in nlp.pipeline)
    found = (nlp.path, *(getattr(recognizer, "folder", None) for recognizer in recognizers))
    folders = tuple(folder for folder in found if folder is not None)
    return Backend(finder_of(nlp), str(nlp.meta["name"]), folders, partial(_itself, nlp))


def _itself(nlp: Language) -> Language:
    return nlp


def _load_characters() -> Language:
    from newsie.reader.pipeline import load_characters  # noqa: PLC0415 - imports spaCy

    return load_characters()


def _load_pipeline(folder: str) -> Language:
    from newsie.reader.pipeline import load_pipeline  # noqa: PLC0415 - imports spaCy

    return load_pipeline(folder)


def _load_hanlp(model: str) -> Language:
    from newsie.reader.pipeline import load_hanlp  # noqa: PLC0415 - imports spaCy

    return load_hanlp(model)
