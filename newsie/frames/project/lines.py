"""Lines and their short names: 青石至白岭铁路 is 青白铁路.

>>> line = line_of("青石至白岭铁路")
>>> line is not None and is_short_for("青白铁路", line)
True
"""

from __future__ import annotations

from typing import NamedTuple

from newsie import patterns as re

_RUNS = {
    **dict.fromkeys(("高速铁路", "高铁", "客专"), "fast"),
    **dict.fromkeys(("城际铁路", "城际", "铁路"), "train"),
    **dict.fromkeys(("高速公路", "高速", "公路"), "car"),
}
_KINDS = f"(?P<kind>{'|'.join(_RUNS)})(?:项目|工程)?"
_LINE = re.compile("(?:新建)?(?P<ends>[\u4e00-\u9fff]{2,8}(?:[至到—－-][\u4e00-\u9fff]{2,8}?){1,2})" + _KINDS)
_SHORT = re.compile("(?P<ends>[\u4e00-\u9fff]{2,3})" + _KINDS)
_TO = re.compile("[至到—－-]")


class Line(NamedTuple):
    """A line named by its ends, and what runs on it: high speed trains, trains or cars."""

    ends: tuple[str, ...]
    runs: str


def line_of(name: str) -> Line | None:
    """Return the ends of a line that is named by them."""
    found = _LINE.fullmatch(name)
    return Line(tuple(_TO.split(found["ends"])), _RUNS[found["kind"]]) if found else None


def is_short_for(name: str, line: Line) -> bool:
    """Tell whether a name has a character of each end of a line, in their order.

    >>> is_short_for("青商高铁", Line(("青石", "白岭"), "fast"))
    False
    """
    found = _SHORT.fullmatch(name)
    if not found or _RUNS[found["kind"]] != line.runs or len(found["ends"]) != len(line.ends):
        return False
    return all(letter in end for letter, end in zip(found["ends"], line.ends, strict=True))
