"""Values read anew from words that a person marked.

>>> value_of("statistic.quantity", "２万余册", None).value
Decimal('20000')
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TypeAlias

from newsie import patterns as re
from newsie.grounding import amount, day
from newsie.lexicon import words
from newsie.literals import find_dates, find_quantities
from newsie.records import DateInterval, Milestone, Post, Quantity, Segments
from newsie.text import Text

Value: TypeAlias = str | Quantity | DateInterval | Post | Milestone | None

QUANTITIES = frozenset(
    {
        "meeting.headcount",
        "visit.headcount",
        "project.investment",
        "project.land_area",
        "project.floor_area",
        "project.progress",
        "statistic.quantity",
    }
)
DATES = frozenset({"meeting.date", "visit.date", "statistic.period"})
CHOSEN = frozenset({"project.status", "official.appointments"})
"""Fields whose value no words give: it is chosen, or has parts of its own."""

_SPACE = re.compile("[\\s\ufffd]+")
_BETWEEN_LETTERS = re.compile("(?<=[!-~])[\\s\ufffd]+(?=[!-~])")
_RANKS = re.compile("(?:常务|第一)?[副代]")


def words_at(text: str, segments: Segments) -> str:
    """Return the words at some places, cleaned: white space goes, but between letters one blank stays.

    >>> words_at("宋\\n某 A  B", ((0, 8),))
    '宋某A B'
    """
    cut = "".join(text[start:end] for start, end in segments)
    return _SPACE.sub("", _BETWEEN_LETTERS.sub("\x00", cut)).replace("\x00", " ")


def value_of(label: str, said: str, published: date | None) -> Value:
    """Return the value of a field that stands in some words; None where they have none of its kind."""
    if label in QUANTITIES:
        amounts = find_quantities(said)
        return amount(max(amounts, key=lambda one: one.end - one.start)) if amounts else None
    if label in DATES:
        return _day(said, published)
    if label == "official.posts":
        return _post(said)
    if label == "project.milestones":
        return Milestone(text=said, date=_day(said, published))
    return None if label in CHOSEN else said


def _day(said: str, published: date | None) -> DateInterval | None:
    found = find_dates(said, published)
    return day(Text.of(said), max(found, key=lambda one: one.end - one.start)) if found else None


def _post(said: str) -> Post:
    """Return a post: 区党工委副书记 is 区党工委 + 副书记."""
    titles = _titles()
    start = next((at for at in range(len(said)) if said[at:] in titles), 0)
    rank = max(
        (found.start() for found in _RANKS.finditer(said, 0, start) if found.end() == start), default=start
    )
    return Post(organization=said[:rank] or None, title=said[rank:])


@cache
def _titles() -> frozenset[str]:
    return words("titles.tsv")
