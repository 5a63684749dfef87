"""Places in a text counted in two ways: in characters, as Python does, and in UTF-16 units, as browsers do (偏移).

A character beyond U+FFFF, a rare one of a name such as 𠮷 or an emoji, is one character and two units.

>>> units = Units("𠮷某到会")
>>> units.of(1), units.at(2), units.at(1)
(2, 1, 0)
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Counting: TypeAlias = Literal["code-points", "utf-16"]

_LAST_OF_ONE = 0xFFFF


@dataclass(slots=True)
class Units:
    """Turns places of one text from one way of counting to the other.

    Attributes:
        text: the text.
    """

    text: str
    _wide: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._wide = [at for at, character in enumerate(self.text) if ord(character) > _LAST_OF_ONE]

    @property
    def differ(self) -> bool:
        """Whether the two ways give different places anywhere."""
        return bool(self._wide)

    def of(self, place: int) -> int:
        """Return the UTF-16 units before a character."""
        return place + bisect_right(self._wide, place - 1)

    def at(self, units: int) -> int:
        """Return the character at which so many UTF-16 units end; one in the middle of a character is its start."""
        low, high = 0, len(self.text)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.of(middle) <= units else (low, middle - 1)
        return low
