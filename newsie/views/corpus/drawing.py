"""What all pictures of an archive share: their width, their colours, their title, and labels that fit."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias
from unicodedata import east_asian_width

from newsie.extras import require
from newsie.views.words import one_line

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Say: TypeAlias = Callable[[str], str]

INK, SOFT, RULE = "#1d1d1b", "#6b6963", "#d9d5cd"
BLUE, PLUM, TEAL = "#3b7dd8", "#a8479a", "#10a394"
WIDTH = 8.0
"""Of every picture, in inches."""


def cut(string: str, columns: int) -> str:
    """Return `string` in one line of at most so many columns; a Chinese character takes two.

    >>> cut("全县重点项目建设推进会", 12), cut("短", 12)
    ('全县重点项…', '短')
    """
    string = one_line(string)
    room = columns
    for index, character in enumerate(string):
        room -= 2 if east_asian_width(character) in "WF" else 1
        if room < (0 if index == len(string) - 1 else 1):
            return f"{string[:index]}…"
    return string


def titled(height: float, title: str) -> Figure:
    """Return a figure of the usual width."""
    figure: Figure = require("matplotlib.figure").Figure(figsize=(WIDTH, height))
    if title:
        figure.text(0.01, 1 - 0.1 / height, title, size=11, weight="bold", va="top")
    return figure


def width(string: str) -> int:
    """Return how many columns a string takes."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in string)
