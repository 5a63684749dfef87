"""What is wrong with a user's rules: file, rule, and a caret under the column (规则错误).

>>> print(Fault("mine/roads.toml", "nothing may be captured twice", rule="accident", line="(?P<a>甲)(?P<a>乙)", column=9))
mine/roads.toml, accident: nothing may be captured twice
    (?P<a>甲)(?P<a>乙)
              ^
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from newsie.errors import RuleError

_INDENT = "    "
_MOST = 20


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong.

    Attributes:
        file: where, as a path.
        message: what, and what to do about it.
        rule: the rule it is in, or an empty string.
        number: the line of the file, from 1; 0 where it is not known.
        line: the text in which it stands, to be shown; None if there is nothing to show.
        column: the character of that text at which it begins, from 0; None for the whole.
    """

    file: str
    message: str
    rule: str = ""
    number: int = 0
    line: str | None = None
    column: int | None = None

    def __str__(self) -> str:
        place = f"{self.file}:{self.number}" if self.number else self.file
        told = f"{place}{', ' * bool(self.rule)}{self.rule}: {self.message}"
        if self.line is None:
            return told
        shown = f"{told}\n{_INDENT}{self.line}"
        if self.column is None:
            return shown
        return f"{shown}\n{_INDENT}{_blank(self.line[: self.column])}^"


def _blank(text: str) -> str:
    """Return white space that is as wide as a text in a terminal: Chinese characters are two columns."""
    return "".join(
        "\t" if character == "\t" else "  " if unicodedata.east_asian_width(character) in "WF" else " "
        for character in text
    )


def refuse(faults: Sequence[Fault]) -> None:
    """Raise what is wrong, all of it; nothing if there are no faults.

    Raises:
        RuleError: there are faults.
    """
    if not faults:
        return
    shown = "\n".join(map(str, faults[:_MOST]))
    rest = f"\nand {len(faults) - _MOST} more faults" if len(faults) > _MOST else ""
    raise RuleError(shown + rest)
