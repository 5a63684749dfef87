"""The five sample pages, linked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newsie.identity import document_key
from newsie.linking import Linkage, link
from newsie.records import Extraction

TOP = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def results() -> tuple[Extraction, ...]:
    from newsie.batch import extract_many  # noqa: PLC0415 - unit tests never load the pipeline
    from newsie.manifest import find_sources  # noqa: PLC0415

    outcomes = tuple(extract_many(find_sources(TOP / "seeds")))
    return tuple(outcome for outcome in outcomes if isinstance(outcome, Extraction))


@pytest.fixture(scope="session")
def linkage(results: tuple[Extraction, ...]) -> Linkage:
    return link(results)


@pytest.fixture(scope="session")
def gold() -> dict[str, Any]:
    path = TOP / "seeds" / "gold" / "linking" / "pages.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="session")
def page_of(results: tuple[Extraction, ...]) -> dict[str, str]:
    """The stem of each result's source, by id."""
    return {document_key(result): Path(result.source).stem for result in results}
