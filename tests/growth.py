"""Whether time grows as the text does and no faster."""

from __future__ import annotations

import time
from collections.abc import Callable

_STEEP = 2.5
_NOTHING = 0.3
"""Seconds: what takes less is never steep; what is quadratic takes several on the sizes asked for."""

_TRIES = 4


def seconds(run: Callable[[], object]) -> float:
    """Return the processor time of one run."""
    start = time.process_time()
    run()
    return time.process_time() - start


def grows_evenly(prepared: Callable[[int], Callable[[], object]], small: int, large: int) -> bool:
    """Tell whether a reading of a large text takes as much longer than one of a small text as the text is longer.

    prepared: makes for a size what is to be run; making it is not timed. A neighbour on the machine can make
    one reading slow, a rule that is not linear makes every one so: it is tried up to four times.
    """
    seconds(prepared(small))
    return any(
        seconds(prepared(large)) < _NOTHING + _STEEP * large / small * seconds(prepared(small))
        for _ in range(_TRIES)
    )
