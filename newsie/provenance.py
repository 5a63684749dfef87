"""What made a result: the versions of library, pipeline, weights and rules, as hashes of their content (版本).

The same page read by the same four gives the same result, on any machine and in any process.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from newsie import lexicon
from newsie.reader.backends import Backend
from newsie.records import MadeBy
from newsie.version import __version__

_DIGITS = 16
_NO_CONTENT = frozenset({".md", ".py", ".pyc"})
"""Files beside weights and word lists that change no result."""


def made_by(pipeline: str, backend: Backend, user_rules: str = "") -> MadeBy:
    """Return what makes the results of a pipeline.

    Args:
        pipeline: the name or path it was loaded by; of a path the pipeline's own name is told.
        backend: the loaded pipeline.
        user_rules: the digest of a user's rules; empty if there are none.
    """
    name, _, model = pipeline.partition(":")
    if model:
        name = f"{name}:{Path(model).name}"
    elif Path(name).name != name:
        name = backend.name
    return MadeBy(
        newsie=__version__,
        pipeline=name,
        model=_joined(type(backend.finder).__name__, *map(hash_of_folder, backend.folders)),
        rules=_joined(hash_of_lexicons(), user_rules) if user_rules else hash_of_lexicons(),
    )


@cache
def hash_of_lexicons() -> str:
    """Return a hash of the word lists that come with newsie.

    >>> len(hash_of_lexicons())
    16
    """
    return hash_of_folder(Path(lexicon.__file__).parent)


@cache
def hash_of_folder(folder: Path) -> str:
    """Return a hash of the names and contents of the files below a folder; read once a process."""
    files = {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in _NO_CONTENT
    }
    return _joined(*(f"{name} {hash_of_file(files[name])}" for name in sorted(files)))


def hash_of_file(path: Path) -> str:
    """Return a hash of the content of a file."""
    digest = hashlib.sha256()
    with path.open("rb") as content:
        while block := content.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _joined(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:_DIGITS]
