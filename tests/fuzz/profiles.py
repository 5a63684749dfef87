"""How much is tried: few examples, the same every time, or two hundred thousand new ones (NEWSIE_FUZZ=thorough)."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TypeVar

from hypothesis import HealthCheck, settings

Test = TypeVar("Test", bound=Callable[..., None])

THOROUGH = os.environ.get("NEWSIE_FUZZ") == "thorough"
TOTAL = 200_000


def examples(quick: int, share: float) -> Callable[[Test], Test]:
    """Run a test with so many examples, or with its share of all those of a thorough run."""
    return settings(
        max_examples=round(TOTAL * share) if THOROUGH else quick,
        derandomize=not THOROUGH,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
