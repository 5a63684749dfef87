"""The literals on specs: one marked text a line, nothing found that is not marked."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from newsie.literals import find_dates, find_quantities
from newsie.values import Interval, Quantity

SPECS = Path(__file__).parent / "specs"
_MARKED = re.compile(r"⟦([^|⟧]*)\|([^⟧]*)⟧")


def cases(name: str) -> list[str]:
    lines = (SPECS / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def unmarked(line: str) -> tuple[str, list[tuple[int, str, str]]]:
    """Return the text without marks, and each mark's place, words and value."""
    text, marks, done = "", [], 0
    for match in _MARKED.finditer(line):
        text += line[done : match.start()]
        marks.append((len(text), match[1], match[2].strip()))
        text += match[1]
        done = match.end()
    return text + line[done:], marks


def shown_quantity(quantity: Quantity) -> str:
    hedge = "" if quantity.qualifier == "exact" else quantity.qualifier.replace("_", " ") + " "
    high = "" if quantity.value_max is None else f"..{quantity.value_max}"
    return f"{hedge}{quantity.value}{high} {quantity.unit}".strip()


def shown_interval(interval: Interval) -> str:
    start, end = interval.start or "-", interval.end or "-"
    days = start if start == end else f"{start}..{end}"
    extra = [interval.part_of_day or "", "approximate" if interval.approximate else ""]
    return " ".join([days, interval.precision, *filter(None, extra)])


@pytest.mark.parametrize("line", cases("quantities.txt"))
def test_quantities(line: str) -> None:
    text, marks = unmarked(line)
    found = [(a.start, text[a.start : a.end], shown_quantity(a.quantity)) for a in find_quantities(text)]
    assert found == marks


@pytest.mark.parametrize("line", cases("dates.txt"))
def test_dates(line: str) -> None:
    day, _, line = line.removeprefix("[").partition("] ")
    text, marks = unmarked(line)
    found = find_dates(text, date.fromisoformat(day) if day else None)
    assert [(d.start, text[d.start : d.end], shown_interval(d.interval)) for d in found] == marks
