"""Each text that once broke newsie, as short as it was made."""

from __future__ import annotations

import pytest

from fuzz.invariants import read_text

FOUND = {
    "a note of continuation is all there is": "（上接第1版）",
    "a quotation mark is all that says what a figure measures": "”21 个,吸纳1300多名妇女务工。",
}


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND)
def test_what_was_found_is_sound(text: str) -> None:
    read_text(text)
