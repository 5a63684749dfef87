"""Readings from marked-up text: [宋某] is a person, 〔3月26日〕 a day or a vague time, ⟦8人⟧ an amount, 《》 a title."""

from __future__ import annotations

import re
from decimal import Decimal

from newsie.article import Article, Byline
from newsie.reading import Amount, Date, Mention, Reading, Title
from newsie.text import Text
from newsie.values import Interval, Quantity

_MARK = re.compile(r"\[(?P<person>[^\]]+)\]|〔(?P<date>[^〕]+)〕|⟦(?P<number>\d+)(?P<unit>[^⟧]*)⟧")
_DAY = re.compile(r"(\d+)月(\d+)日")


def read(marked: str) -> Reading:
    """Return the reading of a marked text; a line is a paragraph."""
    names: list[str] = []
    dates: list[Date] = []
    amounts: list[Amount] = []
    string = ""
    done = 0
    for match in _MARK.finditer(marked):
        string += marked[done : match.start()]
        start, words = len(string), match.group()[1:-1]
        string += words
        done = match.end()
        if match["person"]:
            names.append(words)
        elif match["date"]:
            dates.append(Date(start, len(string), _interval(words)))
        else:
            amounts.append(Amount(start, len(string), Quantity(Decimal(match["number"]), match["unit"])))
    string += marked[done:]
    text = Text.of(string)
    article = Article(None, None, (), "news", Byline(), (text,))
    mentions = sorted(
        (
            Mention("PERSON", *found.span(), ("test",))
            for name in set(names)
            for found in re.finditer(name, string)
        ),
        key=lambda mention: mention.start,
    )
    titles = tuple(Title(*found.span()) for found in re.finditer("《[^》]*》", string))
    return Reading(article, text, None, tuple(dates), tuple(amounts), titles, tuple(mentions), ())


def _interval(words: str) -> Interval:
    day = _DAY.match(words)
    if not day:
        return Interval(None, None, "vague")
    iso = f"--{int(day[1]):02}-{int(day[2]):02}"
    return Interval(iso, iso, "day")
