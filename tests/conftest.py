"""What several tests need: the sample pages, and what newsie makes of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from gate import FOLDERS
from hypothesis import settings

from newsie.manifest import find_sources
from newsie.records import Extraction

# a busy machine makes any example slow
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

TESTS = Path(__file__).parent
SEEDS = TESTS.parent / "seeds"
PAGES = TESTS / "pages"


@pytest.fixture(scope="session")
def seeds() -> Path:
    return SEEDS


@pytest.fixture(scope="session")
def pages() -> Path:
    return PAGES


@pytest.fixture(
    scope="session",
    params=FOLDERS,
    ids=lambda folder: folder.name,
)
def folder(request: pytest.FixtureRequest) -> Path:
    """Each folder of sample pages in turn."""
    found: Path = request.param
    return found


@pytest.fixture(scope="session")
def extracted() -> dict[Path, tuple[Extraction, ...]]:
    """The results of all folders of sample pages."""
    from newsie.batch import extract_many  # noqa: PLC0415 - unit tests never load the pipeline

    results = {}
    for home in FOLDERS:
        outcomes = tuple(extract_many(find_sources(home)))
        assert not [outcome for outcome in outcomes if not isinstance(outcome, Extraction)]
        results[home] = outcomes
    return results


def gold_of(source: Path) -> dict[str, Any]:
    """Return the gold of a sample page."""
    path = source.parent / "gold" / f"{source.stem}.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
