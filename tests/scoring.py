"""How near results are to gold: F1 over records and their fields.

A field that a record lacks and gold has is missed, the other way round it is invented; a record
that has no partner counts with all its fields. Doubtful gold counts neither for nor against.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import Any, TypeAlias

from newsie.records import DateInterval, Extraction, Quantity

Tally: TypeAlias = "defaultdict[str, Counter[str]]"

FIELDS: dict[str, tuple[str, ...]] = {
    "meetings": (
        "name",
        "kind",
        "organizer",
        "date",
        "place",
        "chair",
        "speakers",
        "attendees",
        "groups",
        "headcount",
    ),
    "visits": ("lead", "companions", "organizer", "purpose", "date", "places", "headcount"),
    "projects": ("name", "place", "owner", "investment", "land_area", "floor_area", "status", "progress"),
    "statistics": ("quantity", "subject", "indicator", "nature", "change", "basis"),
    "officials": ("posts",),
    "statements": ("speaker", "text"),
}
_LIKE = 0.65
_BODY_LIKE = 0.3


def plain(words: str | None) -> str:
    """Return words without white space, noise and quotation marks."""
    return re.sub(r"[\s\ufffd#“”‘’\"']+", "", words or "")


def likeness(one: str | None, two: str | None) -> float:
    """Return how alike two texts are, 0 to 1."""
    first, second = plain(one), plain(two)
    if first == second:
        return float(bool(first))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def score(gold: Sequence[Extraction], found: Sequence[Extraction]) -> dict[str, float]:
    """Return the F1, in percent, of each kind of thing over pages in the same order."""
    tally: Tally = defaultdict(Counter)
    for wanted, result in zip(gold, found, strict=True):
        _score_page(tally, wanted, result)
    return {name: _f1(counts) for name, counts in sorted(tally.items())}


def _f1(counts: Counter[str]) -> float:
    wrong = counts["invented"] + counts["missed"]
    return 200 * counts["right"] / (2 * counts["right"] + wrong) if counts["right"] or wrong else 100.0


def _score_page(tally: Tally, gold: Extraction, found: Extraction) -> None:
    articles = {}
    for wanted, got in _pairs(gold.articles, found.articles, _near_article, _BODY_LIKE):
        if wanted and got:
            articles[got.id] = wanted.id
        _count(tally, "article", wanted is not None, got is not None, right=bool(wanted and got))
        _score_article(tally, wanted, got)
    _list(tally, "person mention", _persons(gold), _persons(found), str.__eq__)
    doubtful = {warning.message.split(":")[0] for warning in gold.warnings if warning.code == "doubtful"}
    for kind, fields in FIELDS.items():
        near = _nearness(kind, articles)
        for wanted, got in _pairs(_all(gold, kind), _all(found, kind), near, 0.5):
            if wanted is None or wanted.id not in doubtful:
                _score_record(tally, kind, fields, wanted, got)


def _score_article(tally: Tally, wanted: Any, got: Any) -> None:
    bodies = [plain("".join(article.body)) if article else "" for article in (wanted, got)]
    _count(tally, "article body", wanted is not None, got is not None, right=bodies[0] == bodies[1])
    heads = [
        plain((article.kicker or "") + (article.headline or "")) if article else ""
        for article in (wanted, got)
    ]
    _count(tally, "headline", bool(heads[0]), bool(heads[1]), right=heads[0] == heads[1])
    for role in ("reporters", "correspondents", "photographers"):
        _list(tally, "byline", getattr(wanted, role, ()), getattr(got, role, ()), str.__eq__)


def _score_record(tally: Tally, kind: str, fields: Iterable[str], wanted: Any, got: Any) -> None:
    if kind == "statements":
        right = bool(wanted and got) and _alike(wanted.speaker or "会议", got.speaker or "会议")
        _count(tally, kind, wanted is not None, got is not None, right=right)
        return
    for field in fields:
        value, other = getattr(wanted, field, None), getattr(got, field, None)
        if isinstance(value if value is not None else other, tuple):
            _list(tally, kind, value or (), other or (), _alike)
        else:
            _count(tally, kind, value is not None, other is not None, right=_alike(value, other))


def _all(page: Extraction, kind: str) -> list[Any]:
    records: list[Any] = list(getattr(page, kind))
    if kind == "statements":
        records += [
            said for group in (page.meetings, page.visits) for record in group for said in record.statements
        ]
    return records


def _persons(page: Extraction) -> list[str]:
    return [plain(mention.text) for mention in page.mentions if mention.label == "PERSON"]


def _near_article(wanted: Any, got: Any) -> float:
    one, two = plain("".join(wanted.body)), plain("".join(got.body))
    shingles = [{text[at : at + 8] for at in range(max(1, len(text) - 7))} for text in (one, two)]
    return 2 * len(shingles[0] & shingles[1]) / (len(shingles[0]) + len(shingles[1]))


def _nearness(kind: str, articles: dict[str, str]) -> Callable[[Any, Any], float]:
    """Return what tells how likely two records of a kind are one."""

    def near(wanted: Any, got: Any) -> float:
        if kind == "officials":
            return float(wanted.name == got.name)
        if articles.get(got.article) != wanted.article:
            return 0
        if kind == "statistics":
            same = _alike(wanted.quantity, got.quantity)
            return 0.5 + likeness(wanted.indicator, got.indicator) / 2 if same else 0
        if kind == "statements":
            return likeness(wanted.text, got.text)
        if kind == "visits":
            shared = set(wanted.lead) & set(got.lead) or set(wanted.places) & set(got.places)
            return 0.5 * bool(shared) + likeness(wanted.purpose, got.purpose) / 2
        return likeness(wanted.name, got.name)

    return near


def _alike(value: Any, other: Any) -> bool:
    """Tell whether two values of a field are the same for a reader."""
    if value is None or other is None:
        return value is other
    if isinstance(value, DateInterval):
        return (value.start, value.end) == (other.start, other.end)
    if isinstance(value, Quantity):
        return bool(value == other)
    if isinstance(value, str):
        return likeness(value, other) >= _LIKE
    return (
        value.title == other.title and likeness(value.organization or "-", other.organization or "-") >= _LIKE
    )


def _pairs(
    gold: Sequence[Any], found: Sequence[Any], near: Callable[[Any, Any], float], least: float
) -> list[tuple[Any, Any]]:
    """Return best-first pairs, then the lonely ones of both sides with None."""
    ranked = sorted(
        ((near(one, two), -i, -j) for i, one in enumerate(gold) for j, two in enumerate(found)), reverse=True
    )
    left, right = dict(enumerate(gold)), dict(enumerate(found))
    pairs: list[tuple[Any, Any]] = []
    for value, i, j in ranked:
        if value >= least and -i in left and -j in right:
            pairs.append((left.pop(-i), right.pop(-j)))
    return [*pairs, *((one, None) for one in left.values()), *((None, two) for two in right.values())]


def _list(
    tally: Tally, name: str, gold: Iterable[Any], found: Iterable[Any], same: Callable[[Any, Any], bool]
) -> None:
    left = list(found)
    for value in gold:
        hit = next((other for other in left if same(value, other)), None)
        if hit is not None:
            left.remove(hit)
        tally[name]["right" if hit is not None else "missed"] += 1
    tally[name]["invented"] += len(left)


def _count(tally: Tally, name: str, wanted: bool, got: bool, *, right: bool) -> None:  # noqa: FBT001
    if wanted and got and right:
        tally[name]["right"] += 1
        return
    tally[name]["missed"] += wanted
    tally[name]["invented"] += got
