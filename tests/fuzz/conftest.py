"""A frame that breaks is a fault here; users get a warning and all other records."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import newsie.compose
from fuzz.invariants import let_frames_break

collect_ignore = ["guided.py"]  # it needs atheris


@pytest.fixture(autouse=True, scope="package")
def _frames_raise() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(newsie.compose, "_guarded", newsie.compose._guarded)  # noqa: SLF001 - to be put back
        let_frames_break()
        yield
